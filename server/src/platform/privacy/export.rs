//! What records say of one person, given out to whoever answers for it: all of it, from every kind of record that is about people.

use std::collections::BTreeSet;

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use ratebook::records::PersonRecordsRequest;
use ratebook::{Code, Error, Reason};
use serde_json::json;

use super::READS;
use super::consents;
use super::people::{self, Asked, Found};
use crate::platform::audit::{self, Happened, Own};
use crate::platform::caller::Caller;
use crate::platform::form::Fields;
use crate::platform::notices;
use crate::problem::Problem;
use crate::records::desk::Desk;
use crate::routes::{Needs, Routes};
use crate::state::App;
use crate::store::{Failure, Record};

type Answer = Result<Response, Problem>;

pub(super) fn routes() -> Routes<App> {
    Routes::default().post("/v1/privacy/export", Needs::HoldsInPerson(READS), export)
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
    let id = people::person(&mut fields, &person);
    fields.finish()?;
    let asked = Asked::of(&app, &caller, id)?;
    let (tenant, own) = (caller.tenant, asked.clone());
    let found = app.store.read(tenant, move |mut tx| {
        Box::pin(async move {
            let (mut found, mut notices, mut ids) = (Vec::new(), Vec::new(), Vec::new());
            for who in own.known_as(&mut tx).await? {
                notices.extend(notices::told_to(&mut tx, &who.person).await?);
                let records = who.found(&mut tx).await?;
                ids.push(who.id);
                found.push((who.person, records));
            }
            Ok((found, consents::all(&mut tx, &ids).await?, notices))
        })
    });
    let (found, consents, notices) = found.await?;
    let mut records = Found::new();
    for (person, found) in found {
        let mut request = PersonRecordsRequest::new(caller.actor.tenant.clone(), person, found);
        request.include_sensitive = !include.is_empty();
        let export = caller.pack.person_export(&request)?;
        all_is_seen(&app, &caller, &request.records, &export.records)?;
        for (entity, own) in export.records {
            records.entry(entity).or_default().extend(own);
        }
    }
    if records.values().all(Vec::is_empty) && notices.is_empty() && consents.is_empty() {
        return Err(Problem::not_found("no record is about that person"));
    }
    let happened = Happened {
        at: app.now().microseconds(),
        tenant,
        actor: caller.actor.id.clone(),
        entity: Own::PersonalData,
        action: "exported",
        record: asked.id,
        changes: json!([]),
    };
    let noted = app
        .store
        .platform(move |mut tx| Box::pin(async move { audit::keep(&mut tx, happened).await }));
    noted.await?;
    let told = json!({"person": asked.person, "records": records, "consents": consents::told(&consents), "notifications": notices});
    Ok(Json(told).into_response())
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
