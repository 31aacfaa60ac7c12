//! Sheets of any length: each is kept as a file, and gone through by a job in the name of whoever sent it, some rows in each transaction
//! together with how far it has come. What is wrong with a row is told by row and column.

mod begin;
mod passing;
mod reading;
mod work;

use axum::Json;
use axum::extract::{Path, RawQuery, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use ratebook::records::sheet_cell;
use ratebook::time::Instant;
use ratebook::{Code, Reason};
use serde_json::{Map, Value, json};

pub(super) use work::Imports;

use super::accounts::id_of;
use super::auth::written;
use super::caller::Caller;
use super::jobs::desk_of;
use super::pages::Wanted;
use crate::problem::Problem;
use crate::records::sheet::Fault;
use crate::routes::{Needs, Routes};
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{AnyRow, Entry, Failure, Own, Place, PlatformTx, RowCells, TenantKey, TenantTx};

type Answer = Result<Response, Problem>;

/// Who carries them out is called so.
const NAME: &str = "import";
/// So many rows are kept all or none: it is one transaction, for which on SQLite everybody waits who writes.
const MOST_AT_ONCE: u32 = 10_000;
/// As many faults of a sheet are kept.
const MOST_KEPT: i64 = 10_000;
/// So many imports of a tenant are under way or wait.
const MOST_UNDER_WAY: i64 = 10;
/// How long it is kept what became of one, in microseconds.
const KEPT: i64 = 30 * 24 * 3_600 * 1_000_000;
/// Behind all ids.
const LAST: [u8; 16] = [0xff; 16];

pub(super) fn routes() -> Routes<App> {
    Routes::default()
        .post("/v1/imports", Needs::Member, begin::begin)
        .get("/v1/imports", Needs::Member, list)
        .get("/v1/imports/{id}", Needs::Member, one)
        .post("/v1/imports/{id}/cancel", Needs::Member, cancel)
        .get("/v1/imports/{id}/faults", Needs::Member, faults)
        .get("/v1/imports/{id}/faults.csv", Needs::Member, faults_as_csv)
}

/// Where what is shown of one, or told of its faults, is encrypted for.
fn place(tenant: TenantKey, id: [u8; 16], field: &'static str) -> Place<'static> {
    Place {
        tenant,
        entity: "import",
        field,
        id,
    }
}

/// What is told of one, in this order. One whose job was given up is under way no more.
macro_rules! selected {
    ($rest:literal) => {
        concat!(
            "SELECT i.id, i.entity, i.keep, i.state, i.row_count, i.passed, i.created, i.changed, i.at_fault, i.faults, i.more_faults, i.why, \
             i.shown, i.created_at, i.finished_at, (SELECT coalesce(j.told, j.state) FROM jobs j WHERE j.tenant_id = i.tenant_id AND j.name = 'import' AND j.key = \
             i.job_key AND j.state IN ('dead', 'cancelled')) FROM imports i WHERE i.tenant_id = $1 AND i.asked_by = $2 ",
            $rest
        )
    };
}

fn told(app: &App, caller: &Caller, row: &AnyRow) -> Result<Value, Failure> {
    let tenant = caller.tenant;
    let desk = desk_of(app, caller, row.text(1)?.unwrap_or_default());
    // A key may be bound to less than whoever made it, and they may have lost it since.
    let may = desk.as_ref().is_some_and(|desk| begin::writes(desk).is_ok());
    let of = desk
        .map(|desk| desk.entity().map(|entity| entity.address()))
        .transpose()?;
    let moment = |place: usize| Ok::<_, Failure>(row.whole(place)?.and_then(Instant::from_microseconds));
    let id = row.id(0)?.unwrap_or_default();
    let shown = row
        .bytes(12)?
        .map(|sealed| app.vault.open(&place(tenant, id, "shown"), sealed));
    let shown: Option<Value> = shown.transpose()?.and_then(|bytes| serde_json::from_slice(&bytes).ok());
    let given_up = row
        .text(15)?
        .filter(|_| row.whole(14).is_ok_and(|ended| ended.is_none()));
    Ok(json!({
        "id": written(id),
        "of": of,
        "keep": row.text(2)?,
        "state": if given_up.is_some() { Some("failed") } else { row.text(3)? },
        "rows": row.whole(4)?,
        "passed": row.whole(5)?,
        "created": row.whole(6)?,
        "changed": row.whole(7)?,
        "rows_at_fault": row.whole(8)?,
        "faults": row.whole(9)?,
        "more_faults": row.whole(10)?,
        "why": row.text(11)?.or(given_up),
        "records": shown.filter(|_| may),
        "created_at": moment(13)?,
        "finished_at": moment(14)?,
    }))
}

fn none() -> Failure {
    Reason::new(Code::RecordsNotFound, "", "there is no such import of yours").into()
}

fn of(caller: &Caller) -> Bound {
    Bound::Text(caller.actor.id.clone())
}

/// `GET /v1/imports`: one's own, the latest first.
async fn list(State(app): State<App>, caller: Caller, RawQuery(query): RawQuery) -> Answer {
    let wanted = Wanted::read(query.as_deref())?;
    let values = [
        of(&caller),
        Bound::Id(wanted.after_id_or(LAST)?),
        Bound::Whole(wanted.rows()),
    ];
    let text = selected!("AND i.id < $3 ORDER BY i.id DESC LIMIT $4");
    let rows = app.store.read(caller.tenant, move |mut tx| {
        Box::pin(async move { tx.ask(text, &values).await })
    });
    Ok(wanted.answer(&rows.await?, |row| told(&app, &caller, row), &["id"])?)
}

async fn read(tx: &mut TenantTx<'_>, (app, caller): (&App, &Caller), id: [u8; 16]) -> Result<Value, Failure> {
    let rows = tx.ask(selected!("AND i.id = $3"), &[of(caller), Bound::Id(id)]).await?;
    let found = rows.first().map(|row| told(app, caller, row)).transpose()?;
    found.ok_or_else(none)
}

/// That whoever asks may write such records by now: a key may be bound to less than whoever made it, and they may have lost it since.
async fn may_write(tx: &mut TenantTx<'_>, (app, caller): (&App, &Caller), id: [u8; 16]) -> Result<(), Failure> {
    let text = "SELECT entity FROM imports WHERE tenant_id = $1 AND asked_by = $2 AND id = $3";
    let rows = tx.ask(text, &[of(caller), Bound::Id(id)]).await?;
    let entity = rows.first().ok_or_else(none)?.text(0)?.unwrap_or_default();
    let desk = desk_of(app, caller, entity).ok_or_else(none)?;
    Ok(begin::writes(&desk)?)
}

/// `GET /v1/imports/{id}`: how far it has come, and what became of it.
async fn one(State(app): State<App>, caller: Caller, Path(id): Path<String>) -> Answer {
    let (id, own) = (id_of(&id).ok_or_else(none)?, app.clone());
    let found = app.store.read(caller.tenant, move |mut tx| {
        Box::pin(async move { read(&mut tx, (&own, &caller), id).await })
    });
    Ok(Json(found.await?).into_response())
}

/// `POST /v1/imports/{id}/cancel`: it goes no further. What it has kept stays.
async fn cancel(State(app): State<App>, caller: Caller, Path(id): Path<String>) -> Answer {
    let (id, own, now) = (id_of(&id).ok_or_else(none)?, app.clone(), app.now().microseconds());
    let cancelled = app.store.write(caller.tenant, move |mut tx| {
        Box::pin(async move {
            // Whether it is theirs is looked at first.
            may_write(&mut tx, (&own, &caller), id).await?;
            let ended = Ended {
                id,
                state: "cancelled",
                why: None,
                by: caller.actor.id.clone(),
                now,
            };
            if !ended.keep(&mut tx).await? {
                let message = "it has ended already";
                return Err(Reason::new(Code::RequestConflict, "", message).into());
            }
            read(&mut tx, (&own, &caller), id).await
        })
    });
    Ok(Json(cancelled.await?).into_response())
}

/// That one has ended, and how.
#[derive(Clone, Debug)]
struct Ended {
    id: [u8; 16],
    state: &'static str,
    why: Option<String>,
    by: String,
    now: i64,
}

impl Ended {
    /// Keeps it, and lets go of the sheet; false where it has ended before.
    async fn keep(self, tx: &mut TenantTx<'_>) -> Result<bool, Failure> {
        let text = "UPDATE imports SET state = $3, why = $4, finished_at = $5 WHERE tenant_id = $1 AND id = $2 AND finished_at IS NULL RETURNING \
                    file_id, created, changed, at_fault";
        let values = [
            Bound::Id(self.id),
            Bound::Text(self.state.to_owned()),
            Bound::text(self.why.as_deref()),
            Bound::Whole(self.now),
        ];
        let rows = tx.ask(text, &values).await?;
        let Some(row) = rows.first() else { return Ok(false) };
        let lets_go = "UPDATE files SET uses = uses - 1 WHERE tenant_id = $1 AND id = $2 AND uses > 0";
        tx.tell(lets_go, &[Bound::Id(row.id(0)?.unwrap_or_default())]).await?;
        let count = |place: usize| Ok::<_, Failure>(row.whole(place)?.unwrap_or(0));
        let changes = json!([
            {"field": "created", "after": count(1)?},
            {"field": "changed", "after": count(2)?},
            {"field": "rows_at_fault", "after": count(3)?},
        ]);
        tx.enter(entry((self.id, self.by, self.now), self.state, &changes));
        Ok(true)
    }
}

/// What is written down of one.
fn entry((id, by, at): ([u8; 16], String, i64), action: &str, changes: &Value) -> Entry {
    Entry {
        at,
        actor: by,
        entity: Own::Import.into(),
        record: id,
        action: action.to_owned(),
        changes: changes.to_string(),
    }
}

const FAULTS: &str = "SELECT f.row_number, f.told FROM import_faults f JOIN imports i ON i.tenant_id = f.tenant_id AND i.id = f.import_id WHERE \
    f.tenant_id = $1 AND i.asked_by = $2 AND f.import_id = $3 AND f.number >= $4 ORDER BY f.number LIMIT $5";

/// A fault as it is kept.
fn sealed(app: &App, (tenant, id): (TenantKey, [u8; 16]), fault: &Fault) -> Result<Vec<u8>, Failure> {
    let told = json!([fault.column, fault.code.as_str(), fault.message]);
    app.vault
        .seal(&place(tenant, id, "faults"), told.to_string().as_bytes())
}

/// Its row, its column, its code and what it says.
type Opened = (i64, [String; 3]);

fn opened(app: &App, (tenant, id): (TenantKey, [u8; 16]), row: &AnyRow) -> Result<Opened, Failure> {
    let told = app
        .vault
        .open(&place(tenant, id, "faults"), row.bytes(1)?.unwrap_or_default())?;
    let damaged = |_| Failure::defect("a fault of an import that cannot be read");
    Ok((
        row.whole(0)?.unwrap_or(0),
        serde_json::from_slice(&told).map_err(damaged)?,
    ))
}

/// The faults of an import of one's own from one of them on, at most so many.
async fn found(app: &App, caller: Caller, id: &str, (first, most): (i64, i64)) -> Result<Vec<Opened>, Problem> {
    let (id, tenant, own) = (id_of(id).ok_or_else(none)?, caller.tenant, app.clone());
    let rows = app.store.read(tenant, move |mut tx| {
        Box::pin(async move {
            // They quote the sheet.
            may_write(&mut tx, (&own, &caller), id).await?;
            let values = [of(&caller), Bound::Id(id), Bound::Whole(first), Bound::Whole(most)];
            tx.ask(FAULTS, &values).await
        })
    });
    let rows = rows.await?;
    let opened = rows.iter().map(|row| opened(app, (tenant, id), row));
    Ok(opened.collect::<Result<_, _>>()?)
}

/// `GET /v1/imports/{id}/faults`: what is wrong with its rows, in the order of the sheet.
async fn faults(State(app): State<App>, caller: Caller, Path(id): Path<String>, RawQuery(query): RawQuery) -> Answer {
    let wanted = Wanted::read(query.as_deref())?;
    let first: Option<i64> = wanted.after.as_deref().map_or(Some(0), |after| after.parse().ok());
    let Some(first) = first.filter(|first| *first >= 0) else {
        let message = "the cursor is none that this list has given";
        return Err(Problem::of_reason(
            422,
            Reason::new(Code::RequestRange, "/cursor", message),
        ));
    };
    let mut found = found(&app, caller, &id, (first, wanted.rows())).await?;
    let more = i64::try_from(found.len()).is_ok_and(|count| count == wanted.rows());
    if more {
        found.pop();
    }
    let next = first.saturating_add(i64::try_from(found.len()).unwrap_or(0));
    let items = found
        .into_iter()
        .map(|(row, [column, code, message])| json!({"row": row, "column": column, "code": code, "message": message}));
    let page = Map::from_iter([
        ("items".to_owned(), items.collect()),
        ("next_cursor".to_owned(), json!(more.then(|| next.to_string()))),
    ]);
    Ok(Json(Value::Object(page)).into_response())
}

/// `GET /v1/imports/{id}/faults.csv`: all that are kept, as a sheet.
async fn faults_as_csv(State(app): State<App>, caller: Caller, Path(id): Path<String>) -> Answer {
    let found = found(&app, caller, &id, (0, MOST_KEPT)).await?;
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    let head = ["row", "column", "code", "message"].map(str::to_owned);
    let lines = found.into_iter().map(|(row, [column, code, message])| {
        let cells = [column, code, message].map(|cell| sheet_cell(&cell));
        let [column, code, message] = cells;
        [row.to_string(), column, code, message]
    });
    let broken = |error: csv::Error| Failure::defect(error.to_string());
    for line in std::iter::once(head).chain(lines) {
        writer.write_record(line).map_err(broken)?;
    }
    let bytes = writer
        .into_inner()
        .map_err(|error| Failure::defect(error.to_string()))?;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"faults.csv\""),
    ];
    Ok((headers, bytes).into_response())
}

/// Forgets what became of sheets long ago, and those that were given up; how much of it, at most so many.
pub(super) async fn sweep(tx: &mut PlatformTx<'_>, now: i64, most: i64) -> Result<u64, Failure> {
    let values = [Bound::Whole(now.saturating_sub(KEPT)), Bound::Whole(most)];
    let files = "UPDATE files SET uses = uses - 1 WHERE uses > 0 AND (tenant_id, id) IN (SELECT o.tenant_id, o.file_id FROM (SELECT tenant_id, \
                 file_id, finished_at FROM imports WHERE created_at < $1 ORDER BY created_at, id LIMIT $2) o WHERE o.finished_at IS NULL)";
    let faults = "DELETE FROM import_faults WHERE (tenant_id, import_id) IN (SELECT tenant_id, id FROM imports WHERE created_at < $1 ORDER BY \
                  created_at, id LIMIT $2)";
    let imports = "DELETE FROM imports WHERE (tenant_id, id) IN (SELECT tenant_id, id FROM imports WHERE created_at < $1 ORDER BY created_at, \
                   id LIMIT $2)";
    tx.tell(files, &values).await?;
    Ok(tx.tell(faults, &values).await? + tx.tell(imports, &values).await?)
}
