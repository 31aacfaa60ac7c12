//! Effects that change the record that they are of: a field is set, an event of its machine happens. Each is done in one transaction
//! with the end of its job, so that it is done once whatever breaks.

use std::sync::Arc;

use ratebook::flow::RetryPolicy;
use ratebook::records::{Entity, Pack};
use ratebook::time::Zone;
use serde_json::Value;

use super::{Carried, Carrying, Connector, Job};
use crate::platform::accounts::id_of;
use crate::platform::caller::Caller;
use crate::records::desk::Desk;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{Failure, Record, RowCells, TenantKey, TenantTx};

/// How often effects and runs of rules may follow from each other before they are taken for a circle.
pub(super) const MOST_CHAINED: u64 = 10;
/// The lane of what changes a record begins so: effects and rules, one after the other.
pub(super) const LANE: &str = SET_FIELD;
const SET_FIELD: &str = "set_field";

/// Whoever sets fields and lets events happen.
#[derive(Debug)]
pub(super) struct Changes;

/// What is done to a record.
#[derive(Clone, Debug)]
pub(super) enum Change {
    Set { field: String, value: Value },
    Fire { event: String, given: Record },
}

impl Connector for Changes {
    fn names(&self) -> &[&'static str] {
        &[SET_FIELD, "fire_event"]
    }

    fn retries(&self) -> RetryPolicy {
        RetryPolicy::new(vec![1, 5, 30, 300, 1_800])
    }

    fn carry<'a>(&'a self, app: &'a App, job: &'a Job) -> Carrying<'a> {
        Box::pin(change(app, job))
    }
}

async fn change(app: &App, job: &Job) -> Result<Carried, Failure> {
    let wanted = match Change::read(job) {
        Ok(wanted) => wanted,
        Err(why) => return Ok(Carried::Useless(why)),
    };
    let chain = job.body.get("chain").and_then(Value::as_u64).unwrap_or(0);
    if chain >= MOST_CHAINED {
        let why =
            format!("{MOST_CHAINED} effects and runs of rules have followed from each other: they go in a circle");
        return Ok(Carried::Useless(why));
    }
    let text = |name: &str| job.body.get(name).and_then(Value::as_str).unwrap_or_default();
    let Some(id) = id_of(text("record")) else {
        return Ok(Carried::Useless("it names no record".to_owned()));
    };
    let caller = engine_of(app, job.tenant, text("entity")).await?;
    let Some(desk) = desk_of(app, &caller, text("entity")) else {
        return Ok(Carried::Useless("the pack has no such records any more".to_owned()));
    };
    let (store, whose) = (app.store.clone(), desk.caller.whose());
    let (desk, own) = (Arc::new(desk.behind(chain + 1)), Arc::new((job.clone(), wanted)));
    let done = store.write_again(whose, move |mut tx| {
        let (desk, own) = (Arc::clone(&desk), Arc::clone(&own));
        Box::pin(async move {
            let (job, wanted) = &*own;
            desk.carry_out(&mut tx, id, wanted).await?;
            job.done_in(&mut tx, desk.now.microseconds(), "").await
        })
    });
    match done.await {
        Ok(()) => Ok(Carried::Kept),
        // The rules of a pack refuse it, and will again.
        Err(Failure::Refused(error)) => Ok(Carried::Useless(error.to_string())),
        Err(failure) => Err(failure),
    }
}

impl Change {
    fn read(job: &Job) -> Result<Change, String> {
        let with = job.body.get("with").and_then(Value::as_object);
        let text = |name: &str| {
            let value = with.and_then(|with| with.get(name)).and_then(Value::as_str);
            value
                .map(str::to_owned)
                .ok_or_else(|| format!("`{}` needs `{name}`", job.name))
        };
        match job.name.as_str() {
            SET_FIELD => Ok(Change::Set {
                field: text("field")?,
                value: with.and_then(|with| with.get("value")).cloned().unwrap_or(Value::Null),
            }),
            _ => {
                let given = with.and_then(|with| with.get("given")).and_then(Value::as_object);
                Ok(Change::Fire {
                    event: text("event")?,
                    given: given.cloned().unwrap_or_default(),
                })
            }
        }
    }
}

impl Desk {
    /// Does it to a record, by the engine.
    pub(super) async fn carry_out(&self, tx: &mut TenantTx<'_>, id: [u8; 16], change: &Change) -> Result<(), Failure> {
        match change {
            Change::Set { field, value } => {
                let mut record = Record::new();
                record.insert(field.clone(), value.clone());
                self.change(tx, id, &record, false, None).await.map(drop)
            }
            Change::Fire { event, given } => self.fire(tx, id, (event, given), None).await.map(drop),
        }
    }
}

/// The engine in a tenant, or, among the platform's records, by the pack that has the entity.
pub(in crate::platform) async fn engine_of(app: &App, tenant: TenantKey, entity: &str) -> Result<Caller, Failure> {
    let text = "SELECT pack, zone FROM tenants WHERE id = $1";
    let rows = app
        .store
        .read_platform(move |mut tx| Box::pin(async move { tx.ask(text, &[Bound::Id(tenant)]).await }));
    let rows = rows.await?;
    let (pack, zone) = match rows.first() {
        Some(row) => {
            let zone = row.text(1)?.and_then(|zone| zone.parse().ok());
            (row.text(0)?.map(str::to_owned), zone.unwrap_or(Zone::UTC))
        }
        None => {
            let own = |pack: &&Arc<Pack>| pack.entity(entity).is_some_and(Entity::is_platform);
            let pack = app.packs.values().find(own);
            (pack.map(|pack| pack.definition().name.clone()), Zone::UTC)
        }
    };
    let caller = Caller::engine(app, tenant, pack.as_deref().unwrap_or_default(), zone)?;
    // Whoever serves the pack does it.
    caller.ok_or_else(|| Failure::Busy("the pack of the record is not served here".to_owned()))
}

/// The desk of an entity, by its name or a former one; nothing where the pack has it no more.
pub(in crate::platform) fn desk_of(app: &App, caller: &Caller, entity: &str) -> Option<Desk> {
    let pack = &caller.pack.definition().name;
    let mut entities = caller.pack.entities().iter().map(Entity::name);
    let mut renamed = || entities.find(|name| app.former.of_entity(pack, name).any(|was| was == entity));
    Desk::named(app, caller, entity).or_else(|| Desk::named(app, caller, renamed()?))
}
