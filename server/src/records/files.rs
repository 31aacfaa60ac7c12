//! The files that records name: read by whoever may read the field that names one, and named by whoever sent them.

use std::sync::Arc;

use axum::Json;
use axum::body::Body;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, Response, StatusCode, header};
use axum::response::IntoResponse;
use ratebook::records::{Cell, FieldKind};
use ratebook::time::Instant;
use ratebook::{Code, Error, Reason};
use serde_json::{Value, json};

use super::change::JSON;
use super::desk::Desk;
use super::parameters::Parameters;
use crate::body;
use crate::came::ENGINE;
use crate::platform::caller::Comer;
use crate::platform::files::{Link, Named, Shown, Size, size_of};
use crate::problem::Problem;
use crate::state::App;
use crate::store::{Failure, Record, TenantTx, is_file, json};

/// For how many seconds an address is good, when nobody says, and at most.
const HOUR: i64 = 3_600;
const WEEK: i64 = 7 * 24 * HOUR;
const MOST_BYTES: usize = 1_024;

type Place = Path<(String, String, String)>;

/// Answers the file that a field of a record names.
pub(super) async fn read(
    State(app): State<App>,
    Comer(caller): Comer,
    Path((plural, id, field)): Place,
    RawQuery(address): RawQuery,
    headers: HeaderMap,
) -> Result<Response<Body>, Problem> {
    let desk = Desk::of(&app, caller, &plural)?;
    let mut parameters = Parameters::read(address.as_deref())?;
    let size = size_of(parameters.take("size").as_deref())?;
    parameters.finish()?;
    let shown = desk.file(desk.id(&id)?, &field, size).await?;
    shown.answer(&app.files, &headers).await
}

/// Makes an address by which that file is read without signing in.
pub(super) async fn link(
    State(app): State<App>,
    Comer(caller): Comer,
    Path((plural, id, field)): Place,
    RawQuery(address): RawQuery,
    headers: HeaderMap,
    body: Body,
) -> Result<Response<Body>, Problem> {
    let desk = Desk::of(&app, caller, &plural)?;
    Parameters::read(address.as_deref())?.finish()?;
    let mut sent = body::object_or_nothing(&headers, body, &[JSON], MOST_BYTES).await?;
    let seconds = match sent.remove("seconds") {
        None => Some(HOUR),
        Some(seconds) => seconds.as_i64().filter(|seconds| (1..=WEEK).contains(seconds)),
    };
    if let Some(name) = sent.keys().next() {
        let message = "`seconds` says for how long the address is good, and there is nothing else to say";
        return Err(Error::new(Code::RequestUnknown, format!("/{name}"), message).into());
    }
    let Some(seconds) = seconds else {
        let message = format!("an address is good for 1 to {WEEK} seconds");
        let reason = Reason::new(Code::RequestRange, "/seconds", message);
        return Err(Error::from(reason.with("min", 1).with("max", WEEK)).into());
    };
    let record = desk.id(&id)?;
    let named = desk.file(record, &field, None).await?.named;
    let until = desk.now.microseconds() / 1_000_000 + seconds;
    let link = Link {
        named,
        record,
        entity: desk.entity()?.name().to_owned(),
        field,
        until,
    };
    let answer = json!({
        "url": format!("/v1/files/{}", link.write(&app.vault)),
        "expires_at": Instant::from_microseconds(until.saturating_mul(1_000_000)),
    });
    let kept = [(header::CACHE_CONTROL, "no-store")];
    Ok((StatusCode::CREATED, kept, Json(answer)).into_response())
}

impl Desk {
    /// The file that a field of a record names, where the caller may read that. A record that is not there, a field that is hidden, empty
    /// or none of files, and a file that is gone: all of it is told in the same words. Of a record that went into another one it is told
    /// into which.
    async fn file(&self, id: [u8; 16], field: &str, size: Option<Size>) -> Result<Shown, Failure> {
        let mut query = self.query()?;
        // Who may read nothing of it is told so, whatever they ask for.
        self.plan(&query)?;
        let entity = self.entity()?;
        let Some(own) = entity.field(field).filter(|own| is_file(own)) else {
            return Err(self.not_found()?);
        };
        query.fields = vec![own.name().to_owned()];
        let Ok(plan) = self.plan(&query).map(Arc::new) else {
            return Err(self.not_found()?);
        };
        self.settle_before_reading(id, &plan).await;
        let (tenant, working, field) = (self.caller.tenant, self.clone(), field.to_owned());
        let found = self.app.store.read(tenant, move |mut tx| {
            Box::pin(async move {
                let Some(found) = tx.one(working.pack(), &plan, id).await? else {
                    return Err(working.went(&mut tx, id).await?);
                };
                let record: Record = json::read(&found)?;
                let known = match id_in(&record, &field) {
                    Some(named) => tx.file(named).await?.map(|known| (named, known)),
                    None => None,
                };
                match known {
                    Some((id, known)) => Ok(Shown {
                        named: Named { tenant, id },
                        known,
                        size,
                    }),
                    None => Err(working.not_found()?),
                }
            })
        });
        found.await
    }

    /// The file for which an address was made; nothing where the record was deleted, or names another one there by now.
    pub(crate) async fn file_for(&self, link: &Link, size: Option<Size>) -> Result<Option<Shown>, Failure> {
        match self.file(link.record, &link.field, size).await {
            Ok(shown) => Ok(Some(shown).filter(|shown| shown.named == link.named)),
            Err(Failure::Refused(_)) => Ok(None),
            Err(failure) => Err(failure),
        }
    }

    /// Looks at the files that a record names anew: they are there, whoever names them has sent them, and they are of the types that the
    /// field takes. One of somebody else is as one that is not there: naming it would be reading it.
    pub(super) async fn look_at_files(
        &self,
        tx: &mut TenantTx<'_>,
        (before, after): (Option<&Record>, &Record),
    ) -> Result<(), Failure> {
        let mut reasons = Vec::new();
        for field in self.entity()?.fields().iter().filter(|field| is_file(field)) {
            let name = field.name();
            let Some(id) = id_in(after, name).filter(|id| before.and_then(|own| id_in(own, name)) != Some(*id)) else {
                continue;
            };
            let actor = self.caller.actor.id.as_str();
            let known = tx.file(id).await?;
            let place = format!("/change/{name}");
            let Some(known) = known.filter(|known| known.made_by == actor || actor == ENGINE) else {
                let message = format!("`{name}` names no file that you have sent; send it to `/v1/files` first");
                let reason = Reason::new(Code::RecordsLink, place, message);
                reasons.push(reason.with("field", name).with("id", Cell::id_text(&id)));
                continue;
            };
            let types = &field.definition().types;
            let is_picture = field.kind() != FieldKind::Picture || known.is_picture;
            if !is_picture || (!types.is_empty() && !types.contains(&known.kind)) {
                let wanted = match types.is_empty() {
                    true => "a picture".to_owned(),
                    false => format!("`{}`", types.join("` or `")),
                };
                let message = format!("`{name}` takes {wanted}, and the file is `{}`", known.kind);
                let reason = Reason::new(Code::RequestType, place, message);
                reasons.push(reason.with("choices", types.clone()).with("type", known.kind));
            }
        }
        Ok(Error::unless_empty(reasons)?)
    }

    /// Refuses a sample that names a file: samples go by the thousand, and nobody would count who still names it.
    pub(super) fn without_files(&self, sample: &Record, place: &str) -> Result<(), Failure> {
        let mut fields = self.entity()?.fields().iter().filter(|field| is_file(field));
        let named = fields.find(|field| !sample.get(field.name()).is_none_or(Value::is_null));
        let Some(field) = named.map(|field| field.name()) else {
            return Ok(());
        };
        let message = format!("`{field}` stays empty: samples name no files");
        let reason = Reason::new(Code::RecordsNotWritable, format!("{place}/{field}"), message);
        Err(reason.with("field", field).into())
    }
}

fn id_in(record: &Record, field: &str) -> Option<[u8; 16]> {
    match record.get(field)?.as_str().and_then(Cell::id)? {
        Cell::Id(id) => Some(id),
        _ => None,
    }
}
