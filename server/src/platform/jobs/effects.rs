//! Effects that change records are done in the transaction of the change that they follow from. Jobs of them were kept by earlier versions
//! of the server: each is done in one transaction with the end of its job, so that it is done once whatever breaks.

use std::sync::Arc;

use ratebook::flow::{MachineEffect, RetryPolicy};
use ratebook::records::{Entity, Pack, RecordAct};
use ratebook::time::Zone;
use serde_json::Value;

use super::{Carried, Carrying, Connector, Job};
use crate::platform::accounts::id_of;
use crate::platform::caller::Caller;
use crate::records::desk::Desk;
use crate::records::follow::MOST_CHAINED;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{Failure, RowCells, TenantKey};

/// The lane of what changes a record begins so: effects and rules, one after the other.
pub(super) const LANE: &str = SET_FIELD;
const SET_FIELD: &str = "set_field";

/// Whoever sets fields and lets events happen of which earlier versions kept jobs.
#[derive(Debug)]
pub(super) struct Changes;

impl Connector for Changes {
    fn names(&self) -> &[&'static str] {
        &[SET_FIELD, "fire_event"]
    }

    fn is_own(&self) -> bool {
        false
    }

    fn leads_outside(&self) -> bool {
        false
    }

    fn retries(&self) -> RetryPolicy {
        RetryPolicy::new(vec![1, 5, 30, 300, 1_800])
    }

    fn carry<'a>(&'a self, app: &'a App, job: &'a Job) -> Carrying<'a> {
        Box::pin(change(app, job))
    }
}

async fn change(app: &App, job: &Job) -> Result<Carried, Failure> {
    let mut effect = MachineEffect::new(job.name.as_str());
    effect.with = job
        .body
        .get("with")
        .and_then(Value::as_object)
        .cloned()
        .unwrap_or_default();
    let wanted = match RecordAct::of(&effect) {
        Ok(Some(act)) => act.deed,
        Ok(None) => return Ok(Carried::Useless("it changes no record".to_owned())),
        Err(error) => return Ok(Carried::Useless(error.to_string())),
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
    let caller = Caller::engine(app, tenant, pack.as_deref().unwrap_or_default(), zone).await?;
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
