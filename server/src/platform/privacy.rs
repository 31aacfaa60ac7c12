//! What records say of one person, given out to whoever answers for it: all of it, from every kind of record that is about people.

use std::collections::{BTreeMap, BTreeSet};

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use ratebook::records::PersonRecordsRequest;
use ratebook::{Code, Error, Reason};
use serde_json::{Value, json};
use uuid::Uuid;

use super::accounts::id_of;
use super::audit::{self, Happened};
use super::caller::Caller;
use super::form::Fields;
use super::notices;
use crate::problem::Problem;
use crate::records::desk::Desk;
use crate::routes::{Needs, Routes};
use crate::state::App;
use crate::store::{Failure, Record, TenantTx, json};

type Answer = Result<Response, Problem>;

/// Who may see what is personal gives it out.
const READS: &str = "personal:read";
/// How many records are read at a time.
const PAGE: u32 = 100;
/// How many may be about one person.
const MOST: usize = 5_000;

pub(super) fn routes() -> Routes<App> {
    Routes::default().post("/v1/privacy/export", Needs::HoldsInPerson(READS), export)
}

/// Who it is about, and where it may stand: a desk for each kind of record, with the fields that tell whom one is about.
#[derive(Clone)]
struct Asked {
    person: String,
    id: [u8; 16],
    places: Vec<(Desk, Vec<String>)>,
}

/// `POST /v1/privacy/export`
async fn export(State(app): State<App>, caller: Caller, mut fields: Fields) -> Answer {
    let person = fields.text("person");
    let include = fields.texts_if_given("include").unwrap_or_default();
    if include.iter().any(|word| word != "sensitive") {
        fields.fault(
            Code::RequestUnknown,
            "include",
            "all that can be included besides is `sensitive`",
        );
    }
    let id = id_of(&person);
    if id.is_none() && !person.is_empty() {
        let message = "a person is named by the id of their record, a UUID";
        fields.fault(Code::RequestType, "person", message);
    }
    fields.finish()?;
    let asked = asked(&app, &caller, id.unwrap_or_default())?;
    let (tenant, own) = (caller.tenant, asked.clone());
    let found = app.store.read(tenant, move |mut tx| {
        Box::pin(async move {
            let told = notices::told_to(&mut tx, &own.person).await?;
            Ok((found(&mut tx, &own).await?, told))
        })
    });
    let (records, told) = found.await?;
    let mut request = PersonRecordsRequest::new(caller.actor.tenant.clone(), &*asked.person, records);
    request.include_sensitive = !include.is_empty();
    let export = caller.pack.person_export(&request)?;
    if export.records.values().all(Vec::is_empty) && told.is_empty() {
        return Err(Problem::not_found("no record is about that person"));
    }
    all_is_seen(&app, &caller, &request.records, &export.records)?;
    let happened = Happened {
        at: app.now().microseconds(),
        tenant,
        actor: caller.actor.id.clone(),
        entity: "personal_data",
        action: "exported",
        record: asked.id,
        changes: json!([]),
    };
    let noted = app
        .store
        .platform(move |mut tx| Box::pin(async move { audit::keep(&mut tx, happened).await }));
    noted.await?;
    let mut export = json::value(&export)?;
    if let Some(export) = export.as_object_mut() {
        export.insert("notifications".to_owned(), told.into());
    }
    Ok(Json(export).into_response())
}

/// Where to look. What the caller may not read is not left out in silence.
fn asked(app: &App, caller: &Caller, id: [u8; 16]) -> Result<Asked, Failure> {
    let (mut places, mut reasons) = (Vec::new(), Vec::new());
    for entity in caller.pack.entities().iter().filter(|entity| !entity.is_platform()) {
        let people = &entity.definition().people;
        let Some(desk) = Desk::named(app, caller, entity.name()).filter(|_| !people.is_empty()) else {
            continue;
        };
        if !desk.sees_all() {
            let message = format!(
                "`{}` may be about them, and you may not read all of those",
                entity.plural()
            );
            reasons.push(Reason::new(Code::TenancyPermissionMissing, "", message));
        }
        let people = people
            .iter()
            .map(|path| path.strip_prefix('/').unwrap_or(path).to_owned());
        places.push((desk.as_engine()?, people.collect()));
    }
    Error::unless_empty(reasons)?;
    let person = Uuid::from_bytes(id).to_string();
    Ok(Asked { person, id, places })
}

/// Refuses to give out what is hidden from whoever asks for it: it is not left out in silence, and an export is no way around a mask.
fn all_is_seen(app: &App, caller: &Caller, whole: &Found, given: &Found) -> Result<(), Failure> {
    let mut reasons = Vec::new();
    for (name, records) in given {
        let desk = Desk::named(app, caller, name).ok_or_else(|| Failure::defect(format!("no entity {name}")))?;
        let given: BTreeSet<&String> = records.iter().flat_map(Record::keys).collect();
        let mut hidden = BTreeSet::new();
        for record in whole.get(name).into_iter().flatten() {
            hidden.extend(desk.hidden(record)?.into_iter().filter(|field| given.contains(field)));
        }
        if !hidden.is_empty() {
            let fields = hidden.into_iter().collect::<Vec<_>>().join("`, `");
            let message = format!("`{fields}` of `{name}` would be given out, and you may not see all of that");
            reasons.push(Reason::new(Code::TenancyPermissionMissing, "", message));
        }
    }
    Ok(Error::unless_empty(reasons)?)
}

type Found = BTreeMap<String, Vec<Record>>;

async fn found(tx: &mut TenantTx<'_>, asked: &Asked) -> Result<Found, Failure> {
    let (mut found, mut count) = (Found::new(), 0);
    for (desk, people) in &asked.places {
        let mut own: Vec<Record> = Vec::new();
        for deleted in [false, true] {
            if deleted && desk.entity()?.definition().soft_delete.is_none() {
                continue;
            }
            for field in people {
                let some = records(tx, desk, (field, deleted), asked).await?;
                // One that is about them by two fields is told once.
                let fresh = some
                    .into_iter()
                    .filter(|one| own.iter().all(|other| other.get("id") != one.get("id")));
                let fresh: Vec<Record> = fresh.collect();
                own.extend(fresh);
            }
        }
        count += own.len();
        if count > MOST {
            let message = format!("more than {MOST} records are about this person");
            return Err(Reason::new(Code::RequestTooLarge, "/person", message).into());
        }
        found.insert(desk.entity()?.name().to_owned(), own);
    }
    Ok(found)
}

/// The records that are about a person by one field.
async fn records(
    tx: &mut TenantTx<'_>,
    desk: &Desk,
    (field, deleted): (&str, bool),
    asked: &Asked,
) -> Result<Vec<Record>, Failure> {
    if field == "id" {
        let one = tx.one(desk.pack(), &desk.whole_plan(deleted)?, asked.id).await?;
        return one
            .as_deref()
            .map(json::read)
            .transpose()
            .map(|one| one.into_iter().collect());
    }
    let (mut records, mut query) = (Vec::new(), desk.query()?);
    query.condition = Some(format!("{field} == '{}'", asked.person));
    (query.deleted, query.sort, query.limit) = (deleted, vec!["id".to_owned()], Some(PAGE));
    loop {
        let plan = desk.plan(&query)?;
        let page = tx.page(desk.pack(), &plan).await?;
        let some: Vec<Record> = json::read(&page.items)?;
        query.after = some
            .last()
            .and_then(|last| last.get("id"))
            .cloned()
            .into_iter()
            .collect::<Vec<Value>>();
        records.extend(some);
        if page.next.is_none() || records.len() > MOST {
            return Ok(records);
        }
    }
}
