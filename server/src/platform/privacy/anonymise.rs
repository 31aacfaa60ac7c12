//! Somebody asks that a person is made nameless, looks beforehand at what would change, and afterwards at what has.

use std::collections::{BTreeMap, BTreeSet};

use axum::Json;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use ratebook::time::Instant;
use ratebook::{Code, Reason};
use serde_json::{Value, json};

use super::ANONYMISES;
use super::forgetting::{Known, NAME, gone, place, salt};
use super::people::{self, Asked, Kept};
use crate::platform::accounts::id_of;
use crate::platform::auth::written;
use crate::platform::caller::Caller;
use crate::platform::form::Fields;
use crate::platform::jobs::NewJob;
use crate::platform::members::{self, Changed};
use crate::platform::pages::Wanted;
use crate::problem::Problem;
use crate::records::keep::new_id;
use crate::routes::{Needs, Routes};
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{AnyRow, Failure, PlatformTx, RowCells, TenantTx, id_of as record_id, json as written_json};

type Answer = Result<Response, Problem>;

pub(super) fn routes() -> Routes<App> {
    Routes::default()
        .post("/v1/privacy/anonymise", Needs::HoldsInPerson(ANONYMISES), anonymise)
        .get("/v1/privacy/anonymisings", Needs::Holds(ANONYMISES), list)
        .get("/v1/privacy/anonymisings/{id}", Needs::Holds(ANONYMISES), one)
}

/// What would change, and what is kept as it is.
#[derive(Debug, Default)]
struct Looked {
    /// How many records of each entity, and in which fields.
    changes: BTreeMap<String, (u64, BTreeSet<String>)>,
    kept: Vec<Kept>,
    /// How many records are about the person at all, those that are gone and told of still among them.
    found: usize,
}

impl Looked {
    fn join(&mut self, other: Looked) {
        for (entity, (records, fields)) in other.changes {
            let own = self.changes.entry(entity).or_default();
            own.0 += records;
            own.1.extend(fields);
        }
        self.kept.extend(other.kept);
        self.found += other.found;
    }
}

/// `POST /v1/privacy/anonymise`
async fn anonymise(State(app): State<App>, caller: Caller, mut fields: Fields) -> Answer {
    let person = fields.text("person");
    let is_look = fields.truth_if_given("dry_run").unwrap_or(false);
    let id = people::person(&mut fields, &person);
    fields.finish()?;
    let asked = Asked::of(&app, &caller, id)?;
    let (salt, own) = (salt()?, asked.clone());
    let looked = app.store.read(caller.tenant, move |mut tx| {
        Box::pin(async move {
            let (mut looked, mut ids) = (Looked::default(), Vec::new());
            for who in own.known_as(&mut tx).await? {
                looked.join(look(&mut tx, &who, &salt).await?);
                ids.push(who.id);
            }
            Ok((looked, ids))
        })
    });
    let (looked, ids) = looked.await?;
    let mut accounts = Vec::new();
    for id in ids {
        if members::is_member(&app, caller.tenant, id).await? {
            accounts.push(id);
        }
    }
    if looked.found == 0 && accounts.is_empty() {
        return Err(Problem::not_found(
            "no record is about that person, and they are no member",
        ));
    }
    if is_look {
        let changes = looked
            .changes
            .iter()
            .map(|(entity, (records, fields))| json!({"entity": entity, "records": records, "fields": fields}));
        let told = json!({
            "person": asked.person,
            "changes": changes.collect::<Vec<_>>(),
            "kept": looked.kept.iter().map(Kept::told).collect::<Vec<_>>(),
            "leaves": !accounts.is_empty(),
        });
        return Ok(Json(told).into_response());
    }
    let begun = begin(&app, caller, (id, accounts)).await?;
    Ok((StatusCode::ACCEPTED, Json(begun)).into_response())
}

async fn look(tx: &mut TenantTx<'_>, asked: &Asked, salt: &str) -> Result<Looked, Failure> {
    let found = asked.found(tx).await?;
    let mut looked = Looked {
        kept: asked.kept(tx, &found).await?,
        found: found.values().map(Vec::len).sum(),
        ..Looked::default()
    };
    for (desk, _) in &asked.places {
        let entity = desk.entity()?;
        let own = found.get(entity.name()).map_or(&[][..], Vec::as_slice);
        let there = own.iter().filter_map(|record| record_id(record).ok()).collect();
        looked.found += gone(tx, (desk, &asked.person), &there).await?.len();
        for record in own {
            let id = record.get("id").and_then(Value::as_str).unwrap_or_default();
            if looked
                .kept
                .iter()
                .any(|kept| kept.entity == entity.name() && kept.id == id)
            {
                continue;
            }
            let about = (&desk.caller.actor.tenant, Some(asked.person.as_str()), salt);
            let (_, changed) = desk.pack().nameless(entity, record, about)?;
            if !changed.is_empty() {
                let (records, fields) = looked.changes.entry(entity.name().to_owned()).or_default();
                *records += 1;
                fields.extend(changed);
            }
        }
    }
    Ok(looked)
}

/// Has it done: a job goes through what there is. Whoever is a member leaves at once, by each of their accounts.
async fn begin(app: &App, caller: Caller, (person, accounts): ([u8; 16], Vec<[u8; 16]>)) -> Result<Value, Failure> {
    let (id, now, own, leaving) = (new_id(), app.now().microseconds(), app.clone(), accounts.clone());
    let begun = app.store.platform(move |mut tx| {
        Box::pin(async move {
            members::hold(&mut tx, caller.tenant).await?;
            let tenant = Bound::Id(caller.tenant);
            let known = match stopped(&mut tx, &own, (caller.tenant, person)).await? {
                Some(known) => known,
                None => Known::new()?,
            };
            let known = own.vault.seal(&place(caller.tenant, id), &written_json::bytes(&known)?)?;
            for account in leaving {
                Changed::by(&caller, account, &[], now).leave(&mut tx).await?;
            }
            let values = [
                tenant,
                Bound::Id(id),
                Bound::Id(person),
                Bound::Text(caller.actor.id.clone()),
                Bound::Bytes(known),
                Bound::Whole(now),
            ];
            let text = "INSERT INTO anonymisings (tenant_id, id, person, state, asked_by, known, asked_at) VALUES ($1, $2, $3, 'waiting', $4, \
                        $5, $6)";
            tx.tell(text, &values).await?;
            let job = NewJob {
                name: NAME.to_owned(),
                key: written(id),
                lane: None,
                body: json!({"id": written(id)}),
            };
            job.keep(&mut tx, (caller.tenant, now), &own.connectors).await?;
            read(&mut tx, caller.tenant, id).await
        })
    });
    let begun = begun.await?;
    for account in accounts {
        app.auth().standings.account_changed(account);
    }
    Ok(begun)
}

/// What is known of an act whose job was called off or given up: another one goes on with it. One that is under way is told.
async fn stopped(
    tx: &mut PlatformTx<'_>,
    app: &App,
    (tenant, person): ([u8; 16], [u8; 16]),
) -> Result<Option<Known>, Failure> {
    let waiting = "SELECT id, known FROM anonymisings WHERE tenant_id = $1 AND person = $2 AND state = 'waiting'";
    let rows = tx.ask(waiting, &[Bound::Id(tenant), Bound::Id(person)]).await?;
    let Some(row) = rows.first() else { return Ok(None) };
    let id = row.id(0)?.unwrap_or_default();
    let alive = "SELECT 1 FROM jobs WHERE tenant_id = $1 AND name = $2 AND key = $3 AND state NOT IN ('done', 'dead', 'cancelled')";
    let values = [
        Bound::Id(tenant),
        Bound::Text(NAME.to_owned()),
        Bound::Text(written(id)),
    ];
    if !tx.ask(alive, &values).await?.is_empty() {
        let message = "they are being made nameless just now; look at `/v1/privacy/anonymisings`";
        return Err(Reason::new(Code::RequestConflict, "/person", message).into());
    }
    let known = app.vault.open(&place(tenant, id), row.bytes(1)?.unwrap_or_default())?;
    let text = "UPDATE anonymisings SET state = 'stopped', known = NULL WHERE tenant_id = $1 AND id = $2";
    tx.tell(text, &[Bound::Id(tenant), Bound::Id(id)]).await?;
    written_json::read(&known).map(Some)
}

/// What is told of one, in this order.
macro_rules! selected {
    ($rest:literal) => {
        concat!(
            "SELECT id, person, state, asked_by, asked_at, finished_at, told FROM anonymisings WHERE tenant_id = $1 ",
            $rest
        )
    };
}

fn told(row: &AnyRow) -> Result<Value, Failure> {
    let moment = |place: usize| Ok::<_, Failure>(row.whole(place)?.and_then(Instant::from_microseconds));
    let told: Value = row
        .text(6)?
        .and_then(|text| serde_json::from_str(text).ok())
        .unwrap_or_default();
    Ok(json!({
        "id": row.id(0)?.map(written),
        "person": row.id(1)?.map(written),
        "state": row.text(2)?,
        "asked_by": row.text(3)?,
        "asked_at": moment(4)?,
        "finished_at": moment(5)?,
        "records": told.get("records"),
        "kept": told.get("kept"),
    }))
}

async fn read(tx: &mut PlatformTx<'_>, tenant: [u8; 16], id: [u8; 16]) -> Result<Value, Failure> {
    let rows = tx
        .ask(selected!("AND id = $2"), &[Bound::Id(tenant), Bound::Id(id)])
        .await?;
    let none = || Failure::from(Reason::new(Code::RecordsNotFound, "", "nobody has asked for that"));
    rows.first().map(told).transpose()?.ok_or_else(none)
}

/// `GET /v1/privacy/anonymisings`
async fn list(State(app): State<App>, caller: Caller, RawQuery(query): RawQuery) -> Answer {
    let wanted = Wanted::read(query.as_deref())?;
    let values = [
        Bound::Id(caller.tenant),
        Bound::Id(wanted.after_id()?),
        Bound::Whole(wanted.rows()),
    ];
    let text = selected!("AND id > $2 ORDER BY id LIMIT $3");
    let rows = app
        .store
        .read_platform(move |mut tx| Box::pin(async move { tx.ask(text, &values).await }));
    Ok(wanted.answer(&rows.await?, told, &["id"])?)
}

/// `GET /v1/privacy/anonymisings/{id}`
async fn one(State(app): State<App>, caller: Caller, Path(id): Path<String>) -> Answer {
    let (tenant, id) = (caller.tenant, id_of(&id).unwrap_or_default());
    let found = app
        .store
        .read_platform(move |mut tx| Box::pin(async move { read(&mut tx, tenant, id).await }));
    Ok(Json(found.await?).into_response())
}
