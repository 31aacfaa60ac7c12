//! Demo records of a pack: made as people would make them, each with the events of its life, by a job that can be stopped and begun again.

use std::collections::BTreeMap;

use ratebook::Code;
use ratebook::records::definition::DemoRecord;
use ratebook::records::{Cell, FIRST_OF_TENANTS};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::desk::Desk;
use crate::platform::caller::Caller;
use crate::state::App;
use crate::store::{Failure, Record};

/// Makes the demo records of a pack for a tenant, as somebody who may do everything there; how many of them are new.
///
/// Each has an id that follows from its key, so that what was made before is not made again.
pub async fn fill(app: &App, caller: Caller) -> Result<usize, Failure> {
    let pack = std::sync::Arc::clone(&caller.pack);
    let ids: BTreeMap<&str, String> = pack
        .definition()
        .demo
        .iter()
        .map(|demo| (demo.key.as_str(), id_of(&caller, &demo.key)))
        .collect();
    let mut made = 0;
    for demo in &pack.definition().demo {
        let desk = Desk::named(app, &caller, &demo.entity);
        let desk = desk.ok_or_else(|| Failure::defect("a demo record of nothing"))?;
        if make(desk, demo, &ids).await? {
            made += 1;
        }
    }
    Ok(made)
}

/// Makes one of them, with its events, in one transaction; false when it is there.
async fn make(desk: Desk, demo: &DemoRecord, ids: &BTreeMap<&str, String>) -> Result<bool, Failure> {
    let values = demo
        .values
        .iter()
        .map(|(name, value)| (name.clone(), named(value, ids)));
    let (values, events): (Record, Vec<String>) = (values.collect(), demo.events.clone());
    let id = ids.get(demo.key.as_str()).cloned().unwrap_or_default();
    let is_series = desk.entity()?.definition().series.is_some();
    // By a machine of the tenant's own they need not be possible: its records stay where they begin.
    let machine = desk.entity()?.machine().map(|machine| machine.definition().version);
    let is_own = machine.is_some_and(|version| version >= FIRST_OF_TENANTS);
    let (store, whose) = (desk.app.store.clone(), desk.caller.whose());
    let made = store.write(whose, move |mut tx| {
        Box::pin(async move {
            let Some(Cell::Id(own)) = Cell::id(&id) else {
                return Err(Failure::defect("a demo record without an id"));
            };
            if is_series {
                let answer = desk.append(&mut tx, std::slice::from_ref(&values), false).await?;
                return Ok(answer.status == 201);
            }
            // One that somebody has deleted is not made again.
            if desk.is_known(&mut tx, own).await? {
                return Ok(false);
            }
            desk.create(&mut tx, Some(id.as_str()), &values).await?;
            for event in events.iter().filter(|_| !is_own) {
                desk.fire(&mut tx, own, (event, &Record::new()), None).await?;
            }
            Ok(true)
        })
    });
    match made.await {
        // Samples have no id to be known by: what is there already is that sample, whatever it says by now.
        Err(Failure::Refused(error)) if is_series && error.code() == Code::RecordsTaken => Ok(false),
        made => made,
    }
}

/// A value with the ids of the records that it names by `@key`.
fn named(value: &Value, ids: &BTreeMap<&str, String>) -> Value {
    match value {
        Value::String(text) => match text.strip_prefix('@').and_then(|key| ids.get(key)) {
            Some(id) => Value::String(id.clone()),
            None => value.clone(),
        },
        Value::Array(list) => list.iter().map(|one| named(one, ids)).collect(),
        other => other.clone(),
    }
}

/// The id that a key has for a tenant: of version 8, made of a hash.
fn id_of(caller: &Caller, key: &str) -> String {
    let pack = &caller.pack.definition().name;
    let hash = Sha256::new()
        .chain_update(caller.tenant)
        .chain_update(pack.as_bytes())
        .chain_update([0])
        .chain_update(key.as_bytes())
        .finalize();
    let mut id = [0; 16];
    for (own, byte) in id.iter_mut().zip(hash) {
        *own = byte;
    }
    Cell::id_text(&uuid::Builder::from_custom_bytes(id).into_uuid().into_bytes())
}
