//! The machines of a tenant: those of its pack, and those that it has made of its own in their place. They are made, changed and removed by
//! those of its members who may.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use ratebook::flow::MachineDefinition;
use ratebook::form::{self, Family};
use ratebook::records::{ChangeMachineRequest, CustomMachine, Entity, FIRST_OF_TENANTS, Pack};
use ratebook::time::Instant;
use ratebook::{Code, Reason};
use serde_json::{Value, json};

use super::caller::Caller;
use super::form::Fields;
use super::members::{READS, WRITES};
use super::own_packs::{CHANGED, compiling, fields_of};
use super::pack_settings::{expected, seen};
use crate::problem::Problem;
use crate::records::answer::Answer;
use crate::routes::{Needs, Routes};
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{self, Entry, Failure, RowCells, TenantTx, Whose, json as kept_as};

/// A definition is no longer than that.
const MOST_BYTES: usize = 32_768;
/// So many that ended are kept for an entity: those by which records live, and what there was lately.
const MOST_KEPT: usize = 20;
/// How often it is tried where somebody else has changed what the tenant has of its own meanwhile.
const MOST_TRIES: usize = 4;

const KEPT: &str = "SELECT entity, definition, created_at, ended_at FROM custom_machines WHERE tenant_id = $1 ORDER BY entity, version";

pub(super) fn routes() -> Routes<App> {
    Routes::default()
        .get("/v1/machines", Needs::Holds(READS), list)
        .get("/v1/machines/{entity}", Needs::Holds(READS), one)
        .put("/v1/machines/{entity}", Needs::HoldsInPerson(WRITES), change)
        .delete("/v1/machines/{entity}", Needs::HoldsInPerson(WRITES), remove)
}

/// A machine of the tenant's own as it is kept: since when, and until when records began by it.
#[derive(Clone, Debug)]
struct Kept {
    machine: MachineDefinition,
    created_at: Option<i64>,
    ended_at: Option<i64>,
}

/// Those of each entity, in order of version.
type Own = BTreeMap<String, Vec<Kept>>;

async fn kept(tx: &mut TenantTx<'_>) -> Result<Own, Failure> {
    let mut own = Own::new();
    for row in tx.ask(KEPT, &[]).await? {
        let one = Kept {
            machine: kept_as::read(row.text(1)?.unwrap_or_default().as_bytes())?,
            created_at: row.whole(2)?,
            ended_at: row.whole(3)?,
        };
        own.entry(row.text(0)?.unwrap_or_default().to_owned())
            .or_default()
            .push(one);
    }
    Ok(own)
}

/// The one by which new records begin.
fn current(own: &[Kept]) -> Option<&Kept> {
    own.iter().find(|one| one.ended_at.is_none())
}

/// A machine as it is told, with what is wrong with it by the pack of now.
fn told(entity: &Entity, own: &[Kept], faults: &[Reason]) -> Option<Value> {
    let current = current(own);
    let machine = current.map(|own| &own.machine);
    let machine = machine.or_else(|| entity.machine().map(|own| own.definition()))?;
    let former = own.iter().filter(|one| one.ended_at.is_some());
    let created_at = current
        .and_then(|own| own.created_at)
        .and_then(Instant::from_microseconds);
    Some(json!({
        "entity": entity.name(),
        "custom": current.is_some(),
        "version": machine.version,
        "machine": machine,
        "former": former.map(|one| one.machine.version).collect::<Vec<u32>>(),
        "faults": faults,
        "created_at": created_at,
    }))
}

/// The entities whose records live by a machine, and are the tenant's.
fn living(pack: &Pack) -> impl Iterator<Item = &Entity> {
    let own = |entity: &&Entity| entity.machine().is_some() && !entity.is_platform() && !entity.is_native();
    pack.entities().iter().filter(own)
}

/// Every machine of the tenant, by its pack of now.
async fn all(app: &App, caller: &Caller) -> Result<Vec<(String, Value)>, Failure> {
    let read = app
        .store
        .read(caller.tenant, |mut tx| Box::pin(async move { kept(&mut tx).await }));
    let own = read.await?;
    let mut faults = BTreeMap::new();
    if living(&caller.pack).any(Entity::is_closed) {
        let (pack, machines) = (Arc::clone(&caller.pack), machines_of(&own));
        faults = compiling(move || Ok(pack.closed_machines(machines)?.1)).await?;
    }
    let each = living(&caller.pack).filter_map(|entity| {
        let name = entity.name();
        let (own, faults) = (own.get(name), faults.get(name));
        let told = told(
            entity,
            own.map_or(&[][..], Vec::as_slice),
            faults.map_or(&[][..], Vec::as_slice),
        );
        Some((name.to_owned(), told?))
    });
    Ok(each.collect())
}

fn machines_of(own: &Own) -> BTreeMap<String, CustomMachine> {
    let each = own.iter().map(|(entity, several)| {
        let custom = current(several).map(|own| CustomMachine::default().with_machine(own.machine.clone()));
        (entity.clone(), custom.unwrap_or_default())
    });
    each.collect()
}

/// `GET /v1/machines`: by which new records of each entity begin.
async fn list(State(app): State<App>, caller: Caller) -> Result<Response, Problem> {
    let items: Vec<Value> = all(&app, &caller).await?.into_iter().map(|(_, own)| own).collect();
    Ok(Json(json!({"items": items})).into_response())
}

/// `GET /v1/machines/{entity}`
async fn one(State(app): State<App>, caller: Caller, Path(name): Path<String>) -> Result<Answer, Problem> {
    let mut all = all(&app, &caller).await?.into_iter();
    let found = all.find(|(own, _)| *own == name);
    let (_, machine) = found.ok_or_else(|| none("there are no such records that live by a machine"))?;
    Ok(Answer::record(200, machine.to_string().into_bytes()))
}

fn none(message: &str) -> Failure {
    Reason::new(Code::RecordsNotFound, "", message).into()
}

/// `PUT /v1/machines/{entity}`: new records begin by it from the answer on; its version is the next one, whatever was said.
async fn change(
    State(app): State<App>,
    caller: Caller,
    Path(entity): Path<String>,
    headers: HeaderMap,
    mut fields: Fields,
) -> Result<Answer, Problem> {
    let machine = fields.object("machine");
    fields.finish()?;
    let wish = Wish {
        expected: expected(&headers)?,
        machine: Some(read(machine)?),
        caller,
        entity,
    };
    let told = wish.carry_out(&app).await?;
    Ok(Answer::record(200, told.to_string().into_bytes()))
}

/// `DELETE /v1/machines/{entity}`: new records begin by the pack's again, and those that are there go on.
async fn remove(
    State(app): State<App>,
    caller: Caller,
    Path(entity): Path<String>,
    headers: HeaderMap,
) -> Result<Answer, Problem> {
    let wish = Wish {
        expected: expected(&headers)?,
        machine: None,
        caller,
        entity,
    };
    wish.carry_out(&app).await?;
    Ok(Answer::nothing())
}

fn read(machine: Value) -> Result<MachineDefinition, Problem> {
    let bytes = machine.to_string().len();
    if bytes > MOST_BYTES {
        let message = format!("the machine has {bytes} bytes; at most {MOST_BYTES} have place");
        return Err(Failure::from(Reason::new(Code::DefinitionTooLarge, "/machine", message)).into());
    }
    let read = form::read::<MachineDefinition>(machine, Family::Definition);
    Ok(read.map_err(|error| error.under("/machine"))?)
}

/// By which machine somebody wishes that new records of an entity begin; by the pack's where they name none.
#[derive(Clone, Debug)]
struct Wish {
    caller: Caller,
    entity: String,
    expected: Option<i64>,
    machine: Option<MachineDefinition>,
}

/// What takes the place of what.
#[derive(Debug)]
struct Change {
    before: Option<MachineDefinition>,
    after: Option<MachineDefinition>,
    /// The versions that have ended, with the one that ends now.
    ended: Vec<u32>,
    at: i64,
}

impl Wish {
    /// The machine as it is told from then on.
    async fn carry_out(self, app: &App) -> Result<Value, Failure> {
        for _ in 1..MOST_TRIES {
            match self.tried(app).await {
                // By what somebody else has made of it meanwhile it is done, or refused.
                Err(Failure::Busy(_)) => {}
                done => return done,
            }
        }
        self.tried(app).await
    }

    async fn tried(&self, app: &App) -> Result<Value, Failure> {
        let caller = &self.caller;
        let read = app.store.read(caller.tenant, |mut tx| {
            Box::pin(async move { Ok((fields_of(&mut tx).await?.0, kept(&mut tx).await?)) })
        });
        let (version, mut own) = read.await?;
        let base = app.packs.get(&caller.pack.definition().name);
        let base = base.ok_or_else(|| Failure::defect("a pack that is not served"))?;
        let pack = app.own_packs().of(app, base, (caller.tenant, version)).await?;
        let mut own = own.remove(&self.entity).unwrap_or_default();
        let (change, pack) = self.checked(app, pack, &own).await?;
        let whose = Whose {
            fields: Some(version),
            ..caller.whose()
        };
        let after = change.after.clone();
        let (wish, own_pack, at) = (self.clone(), Arc::clone(&pack), change.at);
        let written = app.store.write_alone(whose, move |mut tx| {
            Box::pin(async move { wish.keep(&mut tx, &own_pack, &change).await })
        });
        written.await?;
        app.auth().standings.tenant_changed();
        own.iter_mut().for_each(|one| one.ended_at = one.ended_at.or(Some(at)));
        own.extend(after.map(|machine| Kept {
            machine,
            created_at: Some(at),
            ended_at: None,
        }));
        let told = pack.entity(&self.entity).and_then(|entity| told(entity, &own, &[]));
        told.ok_or_else(|| none("its records live by no machine"))
    }

    /// By the engine's rules, in the name of whoever asks.
    async fn checked(&self, app: &App, pack: Arc<Pack>, own: &[Kept]) -> Result<(Change, Arc<Pack>), Failure> {
        let found = living(&pack).find(|entity| entity.name() == self.entity);
        let entity = found.ok_or_else(|| none("there are no such records that live by a machine"))?;
        let before = current(own).map(|own| own.machine.clone());
        let now = before.as_ref().or_else(|| entity.machine().map(|own| own.definition()));
        seen(self.expected, now.map_or(0, |own| own.version.into()))?;
        if self.machine.is_none() && before.is_none() {
            return Err(none(
                "they begin by the pack's machine; the tenant has made none of its own",
            ));
        }
        let newest = own.iter().map(|one| one.machine.version).max();
        let mut request = ChangeMachineRequest::new(self.caller.actor.clone(), self.entity.clone());
        request.machine.clone_from(&self.machine);
        if let Some(machine) = &mut request.machine {
            machine.version = newest.map_or(FIRST_OF_TENANTS, |newest| newest.saturating_add(1));
        }
        let change = Change {
            before,
            after: request.machine.clone(),
            ended: own.iter().map(|one| one.machine.version).collect(),
            at: app.now().microseconds(),
        };
        let working = Arc::clone(&pack);
        compiling(move || Ok(working.change_machine(&request)?)).await?;
        Ok((change, pack))
    }

    async fn keep(&self, tx: &mut TenantTx<'_>, pack: &Pack, change: &Change) -> Result<(), Failure> {
        let (entity, at) = (Bound::Text(self.entity.clone()), Bound::Whole(change.at));
        let text = "UPDATE custom_machines SET ended_at = $3 WHERE tenant_id = $1 AND entity = $2 AND ended_at IS NULL";
        tx.tell(text, &[entity.clone(), at.clone()]).await?;
        if let Some(machine) = &change.after {
            let values = [
                entity,
                Bound::Whole(machine.version.into()),
                Bound::Text(kept_as::text(machine)?),
                at,
            ];
            let text = "INSERT INTO custom_machines (tenant_id, entity, version, definition, created_at) VALUES ($1, $2, $3, $4, $5)";
            tx.tell(text, &values).await?;
            self.forget(tx, pack, &change.ended).await?;
        }
        tx.tell(CHANGED, &[]).await?;
        let action = match (&change.before, &change.after) {
            (None, _) => "machine_made",
            (Some(_), Some(_)) => "machine_changed",
            (Some(_), None) => "machine_removed",
        };
        let told = json!([{"field": self.entity, "before": change.before, "after": change.after}]);
        tx.enter(Entry {
            at: change.at,
            actor: self.caller.actor.id.clone(),
            entity: store::Own::CustomMachine.into(),
            record: self.caller.tenant,
            action: action.to_owned(),
            changes: told.to_string(),
        });
        Ok(())
    }

    /// Forgets those that have ended and by which no record lives, where there are many of them. The newest stays, so that no version is
    /// given twice.
    async fn forget(&self, tx: &mut TenantTx<'_>, pack: &Pack, ended: &[u32]) -> Result<(), Failure> {
        if ended.len() <= MOST_KEPT {
            return Ok(());
        }
        let entity = pack.entity(&self.entity);
        let entity = entity.ok_or_else(|| Failure::defect("an entity that is not there"))?;
        let living = tx.living_versions(pack, entity).await?;
        let newest = ended.iter().max();
        let goes = |version: &&u32| Some(*version) != newest && !living.contains(&i64::from(**version));
        let gone: Vec<u32> = ended.iter().filter(goes).copied().collect();
        let stay = ended.len() - gone.len();
        if stay > MOST_KEPT {
            let message = format!(
                "records live by {stay} machines of before, and at most {MOST_KEPT} are kept; let some of these records come to their end first"
            );
            return Err(Reason::new(Code::DefinitionTooLarge, "/machine", message).into());
        }
        for version in gone {
            let values = [Bound::Text(self.entity.clone()), Bound::Whole(version.into())];
            tx.tell(
                "DELETE FROM custom_machines WHERE tenant_id = $1 AND entity = $2 AND version = $3",
                &values,
            )
            .await?;
        }
        Ok(())
    }
}
