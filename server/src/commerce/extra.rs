//! What people give with an act in the fields that the pack has added to a native: checked as a change of these fields is.

use ratebook::records::RecordCheckRequest;
use serde_json::Value;

use super::counter::Counter;
use crate::records::desk::Desk;
use crate::store::{Failure, Record, TenantTx, id_of};

impl Counter {
    /// What a record has from now on in the fields that the pack has added, as far as it is given; of a new one all that they have.
    pub(super) async fn extra(
        &self,
        desk: &Desk,
        tx: &mut TenantTx<'_>,
        record: &Record,
        (given, is_new): (&Record, bool),
    ) -> Result<Record, Failure> {
        let entity = desk.entity()?;
        let added = || entity.fields().iter().filter(|field| field.is_custom());
        let mut kept = Record::new();
        for field in added().filter(|_| is_new) {
            let default = field.default_value().unwrap_or(Value::Null);
            kept.insert(field.name().to_owned(), default);
        }
        let needed = is_new && added().any(|field| field.definition().required);
        if given.is_empty() && !needed {
            return Ok(kept);
        }
        let mut before = record.clone();
        before.extend(kept.clone());
        before.insert("tenant_id".to_owned(), desk.caller.actor.tenant.as_str().into());
        let mut request =
            RecordCheckRequest::new(entity.name(), desk.caller.actor.clone(), desk.now).with_change(given.clone());
        request.zone = Some(desk.zone().clone());
        request.before = Some(before);
        let checked = desk.pack().check_by(&request, &desk.caller.holder);
        let checked = checked.map_err(|error| as_sent(error.into()))?;
        desk.look_up(tx, id_of(record)?, &checked.links, &checked.unique)
            .await
            .map_err(as_sent)?;
        let named = added().filter(|field| is_new || given.contains_key(field.name()));
        let values = named.filter_map(|field| {
            let value = checked.record.get(field.name())?;
            Some((field.name().to_owned(), value.clone()))
        });
        kept.extend(values);
        Ok(kept)
    }
}

/// What is wrong with them, at the place where they were sent.
fn as_sent(failure: Failure) -> Failure {
    let Failure::Refused(error) = failure else {
        return failure;
    };
    Failure::Refused(error.each_reason(|reason| {
        if let Some(place) = reason.path.strip_prefix("/change") {
            reason.path = format!("/extra{place}");
        }
    }))
}
