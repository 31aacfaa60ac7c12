//! What people have agreed to and taken back: to which purpose of the pack, to which version of its text, when and how. Each is written down once
//! and never changed; the last one holds.

use axum::Json;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use ratebook::records::ConsentPurpose;
use ratebook::tenancy::{ConsentEntry, ConsentRequest, ConsentStanding, TenantId};
use ratebook::time::Instant;
use ratebook::{Code, Reason};
use serde_json::{Value, json};

use super::READS;
use super::people::{self, Asked};
use crate::platform::accounts::id_of;
use crate::platform::auth::written;
use crate::platform::caller::Caller;
use crate::platform::form::Fields;
use crate::platform::pages::Wanted;
use crate::problem::Problem;
use crate::records::desk::Desk;
use crate::records::keep::new_id;
use crate::routes::{Needs, Routes};
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{AnyRow, Entry, Failure, Own, RowCells, TenantTx};

type Answer = Result<Response, Problem>;

/// The permission by which it is written down what people agree to.
const WRITES: &str = "personal:write";
/// How many are kept of one person at most.
const MOST: usize = 1_000;
/// How it came.
const SOURCES: [&str; 6] = ["call", "counter", "form", "import", "letter", "portal"];

pub(super) fn routes() -> Routes<App> {
    Routes::default()
        .get("/v1/privacy/consents", Needs::Holds(READS), of_person)
        .post("/v1/privacy/consents", Needs::Holds(WRITES), add)
}

/// One that was written down.
#[derive(Clone, Debug)]
pub(super) struct Consent {
    id: [u8; 16],
    entry: ConsentEntry,
    language: Option<String>,
    recorded_by: String,
    created_at: Option<Instant>,
}

impl Consent {
    fn of(row: &AnyRow) -> Result<Consent, Failure> {
        let text = |place: usize| row.text(place).map(|text| text.map(str::to_owned));
        let at = row
            .whole(7)?
            .and_then(Instant::from_microseconds)
            .unwrap_or(Instant::UNIX_EPOCH);
        let mut entry = ConsentEntry::new(text(1)?.unwrap_or_default(), row.truth(2)?.unwrap_or(false), at);
        (entry.version, entry.source) = (text(3)?, text(5)?);
        Ok(Consent {
            id: row.id(0)?.unwrap_or_default(),
            entry,
            language: text(4)?,
            recorded_by: text(6)?.unwrap_or_default(),
            created_at: row.whole(8)?.and_then(Instant::from_microseconds),
        })
    }

    fn told(&self) -> Value {
        json!({
            "id": written(self.id),
            "purpose": self.entry.purpose,
            "given": self.entry.given,
            "version": self.entry.version,
            "language": self.language,
            "source": self.entry.source,
            "at": self.entry.at,
            "recorded_by": self.recorded_by,
            "created_at": self.created_at,
        })
    }
}

/// All of a person by these ids, the first first.
pub(super) async fn all(tx: &mut TenantTx<'_>, ids: &[[u8; 16]]) -> Result<Vec<Consent>, Failure> {
    let asked = "SELECT id, purpose, is_given, version, language, source, recorded_by, at, created_at FROM consents WHERE tenant_id = $1 AND \
                 person = $2";
    let mut all = Vec::new();
    for id in ids {
        for row in &tx.ask(asked, &[Bound::Id(*id)]).await? {
            all.push(Consent::of(row)?);
        }
    }
    all.sort_by_key(|consent| consent.id);
    Ok(all)
}

/// As they are given out.
pub(super) fn told(consents: &[Consent]) -> Vec<Value> {
    consents.iter().map(Consent::told).collect()
}

/// What holds by now of each purpose of the pack.
fn standing(caller: &Caller, consents: &[Consent], now: Instant) -> Result<Vec<Value>, Failure> {
    let history: Vec<ConsentEntry> = consents.iter().map(|consent| consent.entry.clone()).collect();
    let mut told = Vec::new();
    for (name, purpose) in &caller.pack.definition().purposes {
        let request = ConsentRequest::new(TenantId::new("pack"), name.as_str(), now, history.clone());
        let ConsentStanding { given, entry, .. } = caller.pack.consent(&request)?;
        let version = entry.as_ref().and_then(|entry| entry.version.clone());
        told.push(json!({
            "purpose": name,
            "given": given,
            "is_of_present_text": given && version.as_ref() == Some(&purpose.version),
            "version": version,
            "since": entry.map(|entry| entry.at),
        }));
    }
    Ok(told)
}

/// The purposes of the pack to which everybody of these people has agreed by now; none where there is nobody.
pub(crate) async fn agreed(tx: &mut TenantTx<'_>, desk: &Desk, people: &[[u8; 16]]) -> Result<Vec<String>, Failure> {
    let mut common: Option<Vec<String>> = None;
    for person in people {
        let known = Asked::by_engine(&desk.app, &desk.caller, *person)?.by_now(tx).await?;
        let ids: Vec<[u8; 16]> = known.iter().map(|who| who.id).collect();
        let standing = standing(&desk.caller, &all(tx, &ids).await?, desk.now)?;
        let given = standing
            .iter()
            .filter(|one| one.get("given") == Some(&Value::Bool(true)));
        let own: Vec<String> = given
            .filter_map(|one| Some(one.get("purpose")?.as_str()?.to_owned()))
            .collect();
        common = Some(match common {
            Some(common) => common.into_iter().filter(|name| own.contains(name)).collect(),
            None => own,
        });
    }
    Ok(common.unwrap_or_default())
}

/// `GET /v1/privacy/consents?person=…`
async fn of_person(State(app): State<App>, caller: Caller, RawQuery(query): RawQuery) -> Answer {
    let (_, person) = Wanted::read_with(query.as_deref(), "person")?;
    let Some(id) = person.as_deref().and_then(id_of) else {
        let message = "say whose: `person` is the id of their record, a UUID";
        return Err(Problem::of_reason(
            422,
            Reason::new(Code::RequestMissing, "/person", message),
        ));
    };
    let asked = Asked::by_engine(&app, &caller, id)?;
    let consents = app.store.read(caller.tenant, move |mut tx| {
        Box::pin(async move {
            let known = asked.known_as(&mut tx).await?;
            all(&mut tx, &known.iter().map(|who| who.id).collect::<Vec<_>>()).await
        })
    });
    let consents = consents.await?;
    let standing = standing(&caller, &consents, app.now())?;
    Ok(Json(json!({"person": written(id), "standing": standing, "items": told(&consents)})).into_response())
}

/// What is to be written down.
struct New {
    person: [u8; 16],
    purpose: String,
    is_given: bool,
    version: Option<String>,
    language: Option<String>,
    source: String,
    at: Instant,
}

/// `POST /v1/privacy/consents`
async fn add(State(app): State<App>, caller: Caller, fields: Fields) -> Answer {
    let now = app.now();
    let new = read(&caller, fields, now)?;
    let asked = Asked::by_engine(&app, &caller, new.person)?;
    let added = app.store.write(caller.tenant, move |mut tx| {
        Box::pin(async move {
            // Whose record went into another one is asked for by that.
            asked.known_as(&mut tx).await?;
            if asked.found(&mut tx).await?.values().all(Vec::is_empty) {
                let message = "no record is about that person";
                return Err(Reason::new(Code::RecordsNotFound, "/person", message).into());
            }
            keep(&mut tx, &caller, &new, now).await
        })
    });
    Ok((StatusCode::CREATED, Json(added.await?)).into_response())
}

fn read(caller: &Caller, mut fields: Fields, now: Instant) -> Result<New, Problem> {
    let (person, purpose) = (fields.text("person"), fields.text("purpose"));
    let person = people::person(&mut fields, &person);
    let is_given = fields.truth_if_given("given");
    if is_given.is_none() && !fields.is_at_fault("given") {
        fields.fault(Code::RequestMissing, "given", "say whether it is given or taken back");
    }
    let is_given = is_given.unwrap_or(false);
    let (version, language) = (
        fields.text_or_null("version").flatten(),
        fields.text_or_null("language").flatten(),
    );
    let source = fields.text("source");
    if !source.is_empty() && !SOURCES.contains(&source.as_str()) {
        let message = format!("it came by one of {}", SOURCES.map(|own| format!("`{own}`")).join(", "));
        fields.fault(Code::RequestRange, "source", message);
    }
    let at = fields.text_or_null("at").flatten();
    let moment = at.as_deref().map_or(Ok(now), str::parse::<Instant>);
    if moment.as_ref().map_or(true, |at| *at > now) {
        fields.fault(
            Code::RequestRange,
            "at",
            "`at` is a moment that has come, such as `2026-09-01T10:00:00Z`",
        );
    }
    let known = caller.pack.definition().purposes.get(&purpose);
    let version = match known {
        Some(known) => of_purpose(&mut fields, known, (is_given, version, language.as_deref())),
        None if purpose.is_empty() => None,
        None => {
            fields.fault(
                Code::RequestUnknown,
                "purpose",
                "the pack has no such purpose; it declares them in `purposes`",
            );
            None
        }
    };
    fields.finish()?;
    Ok(New {
        person,
        purpose,
        is_given,
        version,
        language,
        source,
        at: moment.unwrap_or(now),
    })
}

/// Which text was agreed to; what is taken back is so of all of them.
fn of_purpose(
    fields: &mut Fields,
    purpose: &ConsentPurpose,
    (is_given, version, language): (bool, Option<String>, Option<&str>),
) -> Option<String> {
    if !is_given {
        if version.is_some() {
            fields.fault(
                Code::RequestConflict,
                "version",
                "what is taken back is so of every version; leave it out",
            );
        }
        if language.is_some() {
            fields.fault(
                Code::RequestConflict,
                "language",
                "what is taken back is so in every language; leave it out",
            );
        }
        return None;
    }
    match language {
        Some(language) if !purpose.texts.contains_key(language) => {
            fields.fault(
                Code::RequestUnknown,
                "language",
                "there is no text of it in that language",
            );
        }
        None => fields.fault(Code::RequestMissing, "language", "say in which language they read it"),
        Some(_) => {}
    }
    let version = version.unwrap_or_else(|| purpose.version.clone());
    if version.len() > 100 {
        fields.fault(Code::RequestRange, "version", "`version` has at most 100 bytes");
    }
    Some(version)
}

async fn keep(tx: &mut TenantTx<'_>, caller: &Caller, new: &New, now: Instant) -> Result<Value, Failure> {
    let known = all(tx, &[new.person]).await?;
    if known.len() >= MOST {
        let message = format!("of one person at most {MOST} are kept");
        return Err(Reason::new(Code::RequestTooLarge, "/person", message).into());
    }
    let present = caller
        .pack
        .definition()
        .purposes
        .get(&new.purpose)
        .map(|own| &own.version);
    if new.version.is_some() && new.version.as_ref() != present {
        is_known_version(tx, new).await?;
    }
    let id = new_id();
    let values = [
        Bound::Id(id),
        Bound::Id(new.person),
        Bound::Text(new.purpose.clone()),
        Bound::Truth(new.is_given),
        Bound::text(new.version.as_deref()),
        Bound::text(new.language.as_deref()),
        Bound::Text(new.source.clone()),
        Bound::Text(caller.actor.id.clone()),
        Bound::Whole(new.at.microseconds()),
        Bound::Whole(now.microseconds()),
    ];
    let text = "INSERT INTO consents (tenant_id, id, person, purpose, is_given, version, language, source, recorded_by, at, created_at) VALUES ($1, \
                $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    tx.tell(text, &values).await?;
    tx.enter(Entry {
        at: now.microseconds(),
        actor: caller.actor.id.clone(),
        entity: Own::Consent.into(),
        record: new.person,
        action: if new.is_given { "given" } else { "taken_back" }.to_owned(),
        changes: json!([{"field": new.purpose, "after": new.version}]).to_string(),
    });
    let kept = all(tx, &[new.person]).await?;
    let kept = kept.iter().find(|consent| consent.id == id);
    let kept = kept.ok_or_else(|| Failure::defect("a consent that was not kept"))?;
    Ok(kept.told())
}

/// A text that is not the present one was agreed to before by somebody, while it was.
async fn is_known_version(tx: &mut TenantTx<'_>, new: &New) -> Result<(), Failure> {
    let text = "SELECT 1 FROM consents WHERE tenant_id = $1 AND purpose = $2 AND version = $3 LIMIT 1";
    let values = [Bound::Text(new.purpose.clone()), Bound::text(new.version.as_deref())];
    if tx.ask(text, &values).await?.is_empty() {
        let message = "there is and was no such version of the text";
        return Err(Reason::new(Code::RequestUnknown, "/version", message).into());
    }
    Ok(())
}
