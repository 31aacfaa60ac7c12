//! A sheet that is sent to be gone through: looked at as far as can be without reading it, and kept with the job that goes through it.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, Response};
use axum::response::IntoResponse;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ratebook::form::{self, Family};
use ratebook::records::ReadRowsRequest;
use ratebook::{Code, Error, Reason};
use serde_json::{Map, Value, json};

use super::{MOST_UNDER_WAY, NAME, entry, read};
use crate::body;
use crate::platform::accounts::id_of;
use crate::platform::auth::written;
use crate::platform::caller::Caller;
use crate::platform::files::take_in;
use crate::platform::jobs::NewJob;
use crate::platform::standing::later::Asker;
use crate::problem::Problem;
use crate::records::answer::Answer;
use crate::records::by_people;
use crate::records::desk::Desk;
use crate::records::keep::new_id;
use crate::records::once::Once;
use crate::records::sheet::{KEEPS, Keep};
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{Failure, TenantTx, json as kept_json};

/// The most bytes that a sheet is sent with; a larger one is uploaded as a file and named.
const MOST_BYTES: usize = 16 * 1024 * 1024;
const SENT: [&str; 7] = ["of", "file", "text", "content_base64", "style", "mapping", "keep"];
const SHEET: [&str; 3] = ["file", "text", "content_base64"];
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// What is asked for.
#[derive(Clone, Debug)]
struct Wanted {
    keep: Keep,
    request: ReadRowsRequest,
}

/// Where the sheet is.
enum Sheet {
    /// In a file that they have uploaded.
    File([u8; 16]),
    Bytes(Vec<u8>),
}

/// `POST /v1/imports`
pub(super) async fn begin(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    sent: Body,
) -> Result<Response<Body>, Problem> {
    let mut sent = body::object(&headers, sent, &["application/json"], MOST_BYTES).await?;
    let asked = format!("imports {} {:?}", Value::Object(sent.clone()), caller.actor.roles);
    let asker = Asker::of(&caller)?;
    let (plural, keep) = named(&mut sent)?;
    let desk = Desk::of(&app, caller, &plural)?;
    by_people(&desk)?;
    writes(&desk)?;
    let once = Arc::new(Once::of(&desk, &headers, &[asked.as_bytes()])?);
    let sheet = sheet_of(&mut sent)?;
    let own = ReadRowsRequest::new(desk.entity()?.name(), desk.caller.actor.clone(), desk.now);
    if let Value::Object(own) = kept_json::value(&own)? {
        sent.extend(own.into_iter().filter(|(name, _)| !SENT.contains(&name.as_str())));
    }
    let request: ReadRowsRequest = form::read(Value::Object(sent), Family::Request)?;
    let wanted = Wanted { keep, request };
    let file = match sheet {
        Sheet::File(file) => file,
        Sheet::Bytes(bytes) => taken_in(&app, &desk, &wanted, &bytes).await?,
    };
    let (store, whose) = (app.store.clone(), desk.caller.whose());
    let own = Arc::new((app, desk, asker, wanted));
    let begun = store.write_again(whose, move |mut tx| {
        let (own, once) = (Arc::clone(&own), Arc::clone(&once));
        Box::pin(async move {
            if let Some(once) = &*once
                && let Some(before) = once.before(&mut tx).await?
            {
                return Ok(before);
            }
            let (app, desk, asker, wanted) = &*own;
            let answer = keep_in(&mut tx, (app, desk), asker, (wanted, file)).await?;
            if let Some(once) = &*once {
                once.keep(&mut tx, &answer).await?;
            }
            Ok(answer)
        })
    });
    Ok(begun.await?.into_response())
}

/// Of which records it is a sheet, and what of it is kept; what is not read here is refused by name.
fn named(sent: &mut Map<String, Value>) -> Result<(String, Keep), Error> {
    let mut faults = Vec::new();
    for name in sent.keys().filter(|name| !SENT.contains(&name.as_str())).take(20) {
        let shown: String = name.chars().take(50).collect();
        let message = format!("there is no field `{shown}` here; there are `{}`", SENT.join("`, `"));
        faults.push(Reason::new(Code::RequestUnknown, format!("/{shown}"), message));
    }
    let plural = match sent.remove("of") {
        Some(Value::String(plural)) => plural,
        given => {
            let code = given.map_or(Code::RequestMissing, |_| Code::RequestType);
            let message = "`of` says which records they are, such as `subscribers`";
            faults.push(Reason::new(code, "/of", message));
            String::new()
        }
    };
    let keep = match sent.remove("keep") {
        None => Some(Keep::All),
        Some(word) => word.as_str().and_then(Keep::of),
    };
    if keep.is_none() {
        faults.push(Reason::new(Code::RequestUnknown, "/keep", KEEPS));
    }
    Error::unless_empty(faults)?;
    Ok((plural, keep.unwrap_or(Keep::Nothing)))
}

/// Refuses who may write no such record.
pub(super) fn writes(desk: &Desk) -> Result<(), Error> {
    let entity = desk.entity().map_err(|_| nobody(desk))?;
    let name = format!("{}:write", entity.plural());
    let permission = desk.pack().access().permission(&name);
    if permission.is_some_and(|permission| desk.caller.holder.may_some(permission)) {
        return Ok(());
    }
    Err(nobody(desk))
}

fn nobody(desk: &Desk) -> Error {
    let name = desk.entity().map(|entity| format!("{}:write", entity.plural()));
    let name = name.unwrap_or_default();
    let message = format!("`{name}` is needed, and the actor does not hold it");
    Reason::new(Code::TenancyPermissionMissing, "", message)
        .with("permission", name)
        .into()
}

/// The sheet as it was sent: in one of three ways.
fn sheet_of(sent: &mut Map<String, Value>) -> Result<Sheet, Error> {
    let given: Vec<(&str, Value)> = SHEET
        .iter()
        .filter_map(|name| Some((*name, sent.remove(*name)?)))
        .collect();
    let is_workbook = sent.get("style").and_then(|style| style.get("format")) == Some(&json!("xlsx"));
    let [(name, Value::String(text))] = given.as_slice() else {
        let code = match given.as_slice() {
            [] => Code::RequestMissing,
            [_] => Code::RequestType,
            _ => Code::RequestConflict,
        };
        let message = "the sheet is a `text`, a `content_base64`, or the id of a `file` that you have uploaded";
        return Err(Error::new(code, "/file", message));
    };
    match *name {
        "file" => match id_of(text) {
            Some(id) => Ok(Sheet::File(id)),
            None => Err(no_file()),
        },
        "text" if is_workbook => Err(Error::new(
            Code::RequestConflict,
            "/text",
            "a workbook is given in `content_base64`, or as a `file`",
        )),
        "text" => Ok(Sheet::Bytes(text.clone().into_bytes())),
        _ => {
            let bytes = STANDARD.decode(text);
            bytes.map(Sheet::Bytes).map_err(|error| {
                let message = format!("the content is not Base64: {error}");
                Error::new(Code::RequestType, "/content_base64", message)
            })
        }
    }
}

/// The same of a file that is not there, and of one that somebody else has uploaded.
fn no_file() -> Error {
    Error::new(Code::RecordsNotFound, "/file", "you have uploaded no such file")
}

/// Keeps a sheet that was sent along as a file.
async fn taken_in(app: &App, desk: &Desk, wanted: &Wanted, bytes: &[u8]) -> Result<[u8; 16], Failure> {
    let is_workbook = kept_json::value(&wanted.request.style)?.get("format") == Some(&json!("xlsx"));
    let (name, kind) = match is_workbook {
        true => ("sheet.xlsx", XLSX),
        false => ("sheet.csv", "text/csv"),
    };
    take_in(app, &desk.caller, (name, kind), bytes).await
}

/// As core reads.
const MOST_OF_A_SHEET: u64 = 64 * 1_024 * 1_024;

const UNDER_WAY: &str = "SELECT count(*) FROM imports i WHERE i.tenant_id = $1 AND i.finished_at IS NULL AND NOT EXISTS (SELECT 1 FROM jobs j \
    WHERE j.tenant_id = i.tenant_id AND j.name = 'import' AND j.key = i.job_key AND j.state IN ('dead', 'cancelled'))";

/// Keeps the import, its job, and that the sheet is needed.
async fn keep_in(
    tx: &mut TenantTx<'_>,
    (app, desk): (&App, &Desk),
    asker: &Asker,
    (wanted, file): (&Wanted, [u8; 16]),
) -> Result<Answer, Failure> {
    let own = tx.file(file).await?.filter(|own| own.made_by == desk.caller.actor.id);
    let Some(own) = own else { return Err(no_file().into()) };
    if own.bytes > MOST_OF_A_SHEET {
        let message = format!("a sheet has at most {MOST_OF_A_SHEET} bytes; send it in parts");
        let reason = Reason::new(Code::RequestTooLarge, "/file", message);
        return Err(reason.with("limit", MOST_OF_A_SHEET).into());
    }
    if tx.count(UNDER_WAY, &[]).await? >= MOST_UNDER_WAY {
        let message = format!("{MOST_UNDER_WAY} imports are under way already; wait for one of them, or cancel it");
        let reason = Reason::new(Code::TenancyQuota, "", message).with("quota", "imports");
        return Err(reason.with("limit", MOST_UNDER_WAY).into());
    }
    let (id, now) = (new_id(), desk.now.microseconds());
    let [who, key, roles] = asker.values();
    let values = [
        Bound::Id(id),
        Bound::Text(desk.entity()?.name().to_owned()),
        who,
        key,
        roles,
        Bound::Id(file),
        Bound::Text(kept_json::text(&wanted.request.style)?),
        Bound::Text(kept_json::text(&wanted.request.mapping)?),
        Bound::Text(wanted.keep.word().to_owned()),
        Bound::Text(written(id)),
        Bound::Whole(now),
    ];
    let text = "INSERT INTO imports (tenant_id, id, entity, asked_by, key_id, roles, file_id, style, mapping, keep, state, last_row, passed, \
                created, changed, at_fault, faults, more_faults, job_key, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'waiting', \
                0, 0, 0, 0, 0, 0, 0, $11, $12)";
    tx.tell(text, &values).await?;
    let holds =
        "UPDATE files SET uses = uses + 1, unnamed_at = NULL WHERE tenant_id = $1 AND id = $2 AND state = 'kept'";
    if tx.tell(holds, &[Bound::Id(file)]).await? != 1 {
        return Err(no_file().into());
    }
    let job = NewJob {
        name: NAME.to_owned(),
        key: written(id),
        lane: Some(NAME.to_owned()),
        body: json!({"import": written(id), "entity": desk.entity()?.name()}),
    };
    job.keep_in(tx, now, &app.connectors).await?;
    let changes = json!([
        {"field": "of", "after": desk.entity()?.name()},
        {"field": "keep", "after": wanted.keep.word()},
        {"field": "file", "after": written(file)},
    ]);
    tx.enter(entry((id, desk.caller.actor.id.clone(), now), "began", &changes));
    let told = read(tx, (app, &desk.caller), id).await?;
    Ok(Answer {
        status: 202,
        etag: None,
        location: Some(format!("/v1/imports/{}", written(id))),
        body: told.to_string().into_bytes(),
    })
}
