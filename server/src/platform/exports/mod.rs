//! Lists and reports as files of the tenant: made by a job in the rights of whoever asks, told of when they are there, and gone after a while.
//! Whoever fetches one reads all that stands in it by themselves too.

mod asked;
mod begin;
mod news;
mod schedules;
mod work;
mod write;

use axum::Json;
use axum::body::Body;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, Response as HttpResponse};
use axum::response::{IntoResponse, Response};
use ratebook::time::Instant;
use ratebook::{Code, Reason};
use serde_json::{Value, json};

pub(super) use news::{NOTICE, says};
pub(super) use schedules::{begin_due, forget};
pub(super) use work::Exports;

use super::accounts::id_of;
use super::auth::written;
use super::caller::Caller;
use super::files::{Named, Shown};
use super::pages::Wanted;
use super::standing::later::Asker;
use crate::problem::Problem;
use crate::routes::{Needs, Routes};
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{AnyRow, Entry, Failure, Own, PlatformTx, RowCells, TenantKey, TenantTx};
use asked::{Asked, Source};

type Answer = Result<Response, Problem>;

/// Who makes them is called so.
const NAME: &str = "export";
/// How long a file is there, in microseconds.
const KEPT: i64 = 7 * 24 * 3_600 * 1_000_000;
/// So many exports of a tenant are under way or wait.
const MOST_UNDER_WAY: i64 = 20;
/// Behind all ids.
const LAST: [u8; 16] = [0xff; 16];

pub(super) fn routes() -> Routes<App> {
    Routes::default()
        .post("/v1/exports", Needs::Member, begin::begin)
        .get("/v1/exports", Needs::Member, list)
        .get("/v1/exports/{id}", Needs::Member, one)
        .post("/v1/exports/{id}/cancel", Needs::Member, cancel)
        .get("/v1/exports/{id}/file", Needs::Member, file)
        .post("/v1/export-schedules", Needs::Member, schedules::add)
        .get("/v1/export-schedules", Needs::Member, schedules::list)
        .delete("/v1/export-schedules/{id}", Needs::Member, schedules::remove)
}

/// What is known of one, in this order: one's own, and those that one is told of once they are there. `$3` is one's id in a list of JSON.
macro_rules! selected {
    ($rest:literal) => {
        concat!(
            "SELECT e.id, e.asked_by, e.key_id, e.roles, e.asked, e.readers, e.mail, e.schedule_id, e.state, e.row_count, e.file_id, e.told_at, \
             e.plan, e.why, e.created_at, e.finished_at, e.expires_at, (SELECT coalesce(j.told, j.state) FROM jobs j WHERE j.tenant_id = e.tenant_id AND j.name = \
             'export' AND j.key = e.job_key AND j.state IN ('dead', 'cancelled')) FROM exports e WHERE e.tenant_id = $1 AND (e.asked_by = $2 OR \
             (e.state = 'done' AND e.readers LIKE $3)) ",
            $rest
        )
    };
}
const OF_ONE: &str = selected!("AND e.id = $4");

/// An export as it is kept.
#[derive(Clone, Debug)]
struct Export {
    id: [u8; 16],
    asker: Asker,
    asked: Asked,
    readers: Vec<String>,
    mail: bool,
    file: Option<[u8; 16]>,
    told_at: Option<Instant>,
    print: Option<Vec<u8>>,
    is_over: bool,
    expires_at: i64,
}

impl Export {
    fn read(tenant: TenantKey, row: &AnyRow) -> Result<Export, Failure> {
        let damaged = |_| Failure::defect("an export that cannot be read");
        let text = |place: usize| Ok::<_, Failure>(row.text(place)?.unwrap_or_default().to_owned());
        Ok(Export {
            id: row.id(0)?.unwrap_or_default(),
            asker: Asker::read(tenant, row, [1, 2, 3])?,
            asked: serde_json::from_str(&text(4)?).map_err(damaged)?,
            readers: serde_json::from_str(&text(5)?).map_err(damaged)?,
            mail: row.truth(6)?.unwrap_or(false),
            file: row.id(10)?,
            told_at: row.whole(11)?.and_then(Instant::from_microseconds),
            print: row.bytes(12)?.map(<[u8]>::to_vec),
            is_over: row.is_given(15)?,
            expires_at: row.whole(16)?.unwrap_or(0),
        })
    }

    /// What was asked by whoever asked, as they stand by now, of the moment of which the file tells; nothing where they may not any more.
    async fn source_again(&self, app: &App) -> Result<Option<Source>, Failure> {
        let (Some(at), Some(print)) = (self.told_at, &self.print) else {
            return Ok(None);
        };
        let Ok(caller) = self.asker.reader(app).await? else {
            return Ok(None);
        };
        let source = self.asked.source((app, &caller), at).ok();
        Ok(source.filter(|source| source.print() == *print))
    }

    /// Whether somebody reads all that stands in the file by themselves; whoever asked for it does as long as they may at all.
    async fn is_read_by(&self, app: &App, (reader, is_asker): (&Caller, bool)) -> Result<bool, Failure> {
        let (Some(source), Some(at)) = (self.source_again(app).await?, self.told_at) else {
            return Ok(false);
        };
        let theirs = || self.asked.source((app, reader), at).ok();
        Ok(is_asker || theirs().is_some_and(|theirs| source.is_all_read_by(&theirs)))
    }
}

fn told(row: &AnyRow) -> Result<Value, Failure> {
    let moment = |place: usize| Ok::<_, Failure>(row.whole(place)?.and_then(Instant::from_microseconds));
    let parsed = |place: usize| -> Result<Value, Failure> {
        let text = row.text(place)?.unwrap_or("null");
        serde_json::from_str(text).map_err(|_| Failure::defect("an export that cannot be read"))
    };
    let given_up = row
        .text(17)?
        .filter(|_| row.whole(15).is_ok_and(|ended| ended.is_none()));
    let id = row.id(0)?.map(written);
    let is_there = row.id(10)?.is_some();
    Ok(json!({
        "id": id,
        "asked": parsed(4)?,
        "readers": parsed(5)?,
        "mail": row.truth(6)?,
        "schedule": row.id(7)?.map(written),
        "state": if given_up.is_some() { Some("failed") } else { row.text(8)? },
        "rows": row.whole(9)?,
        "file": id.filter(|_| is_there).map(|id| format!("/v1/exports/{id}/file")),
        "why": row.text(13)?.or(given_up),
        "created_at": moment(14)?,
        "finished_at": moment(15)?,
        "expires_at": moment(16)?,
    }))
}

fn none() -> Failure {
    Reason::new(Code::RecordsNotFound, "", "there is no such export of yours").into()
}

/// Whoever asks, and as they stand in a list.
fn of(account: &str) -> [Bound; 2] {
    [
        Bound::Text(account.to_owned()),
        Bound::Text(format!("%{}%", json!(account))),
    ]
}

/// `GET /v1/exports`: the latest first.
async fn list(State(app): State<App>, caller: Caller, RawQuery(query): RawQuery) -> Answer {
    let wanted = Wanted::read(query.as_deref())?;
    let [own, reads] = of(&caller.actor.id);
    let values = [
        own,
        reads,
        Bound::Id(wanted.after_id_or(LAST)?),
        Bound::Whole(wanted.rows()),
    ];
    let text = selected!("AND e.id < $4 ORDER BY e.id DESC LIMIT $5");
    let rows = app.store.read(caller.tenant, move |mut tx| {
        Box::pin(async move { tx.ask(text, &values).await })
    });
    Ok(wanted.answer(&rows.await?, told, &["id"])?)
}

async fn row_of(tx: &mut TenantTx<'_>, account: &str, id: [u8; 16]) -> Result<AnyRow, Failure> {
    let [own, reads] = of(account);
    let rows = tx.ask(OF_ONE, &[own, reads, Bound::Id(id)]).await?;
    rows.into_iter().next().ok_or_else(none)
}

/// `GET /v1/exports/{id}`
async fn one(State(app): State<App>, caller: Caller, Path(id): Path<String>) -> Answer {
    let id = id_of(&id).ok_or_else(none)?;
    let found = app.store.read(caller.tenant, move |mut tx| {
        Box::pin(async move { told(&row_of(&mut tx, &caller.actor.id, id).await?) })
    });
    Ok(Json(found.await?).into_response())
}

/// `POST /v1/exports/{id}/cancel`
async fn cancel(State(app): State<App>, caller: Caller, Path(id): Path<String>) -> Answer {
    let (id, now) = (id_of(&id).ok_or_else(none)?, app.now().microseconds());
    let cancelled = app.store.write(caller.tenant, move |mut tx| {
        Box::pin(async move {
            let whose = caller.actor.id.clone();
            let text = "UPDATE exports SET state = 'cancelled', finished_at = $4 WHERE tenant_id = $1 AND asked_by = $2 AND id = $3 AND \
                        finished_at IS NULL";
            let values = [Bound::Text(whose.clone()), Bound::Id(id), Bound::Whole(now)];
            if tx.tell(text, &values).await? == 0 {
                row_of(&mut tx, &whose, id).await?;
                let message = "it has ended already, or somebody else has asked for it";
                return Err(Reason::new(Code::RequestConflict, "", message).into());
            }
            tx.enter(entry((id, Own::Export), (whose.clone(), now), "cancelled", &json!([])));
            told(&row_of(&mut tx, &whose, id).await?)
        })
    });
    Ok(Json(cancelled.await?).into_response())
}

/// `GET /v1/exports/{id}/file`: for whoever has asked for it, and for whoever was told of it, as long as they read all of that.
async fn file(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<HttpResponse<Body>, Problem> {
    let (id, whose, tenant) = (id_of(&id).ok_or_else(none)?, caller.actor.id.clone(), caller.tenant);
    let found = app.store.read(tenant, move |mut tx| {
        Box::pin(async move {
            let export = Export::read(tenant, &row_of(&mut tx, &whose, id).await?)?;
            let known = match export.file {
                Some(file) => tx.file(file).await?,
                None => None,
            };
            Ok((export, known))
        })
    });
    let (export, known) = found.await?;
    let gone = || {
        Problem::from(Failure::from(Reason::new(
            Code::RecordsNotFound,
            "",
            "the file is not there, or not any more",
        )))
    };
    let is_there = export.expires_at > app.now().microseconds();
    let (Some(id), Some(known)) = (export.file.filter(|_| is_there), known) else {
        return Err(gone());
    };
    // A key may be bound to less than whoever made it.
    let is_asker =
        Asker::of(&caller).is_ok_and(|asker| (asker.account, asker.key) == (export.asker.account, export.asker.key));
    if !export.is_read_by(&app, (&caller, is_asker)).await? {
        return Err(unread());
    }
    let shown = Shown {
        named: Named { tenant, id },
        known,
        size: None,
    };
    shown.answer(&app.files, &headers).await
}

/// That somebody may not read by themselves what stands in the file.
fn unread() -> Problem {
    let message =
        "the file tells more than you may read by now, or whoever asked for it may read that no more; export it anew";
    Problem::of_reason(403, Reason::new(Code::TenancyPermissionMissing, "", message))
}

/// What is written down of one.
fn entry((id, of): ([u8; 16], Own), (by, at): (String, i64), action: &str, changes: &Value) -> Entry {
    Entry {
        at,
        actor: by,
        entity: of.into(),
        record: id,
        action: action.to_owned(),
        changes: changes.to_string(),
    }
}

/// Lets go of files whose time is over, and forgets them; how many, at most so many.
pub(super) async fn sweep(tx: &mut PlatformTx<'_>, now: i64, most: i64) -> Result<u64, Failure> {
    let values = [Bound::Whole(now), Bound::Whole(most)];
    let files = "UPDATE files SET uses = uses - 1 WHERE uses > 0 AND (tenant_id, id) IN (SELECT tenant_id, file_id FROM exports WHERE expires_at \
                 < $1 ORDER BY expires_at, id LIMIT $2)";
    let exports = "DELETE FROM exports WHERE (tenant_id, id) IN (SELECT tenant_id, id FROM exports WHERE expires_at < $1 ORDER BY expires_at, id \
                   LIMIT $2)";
    tx.tell(files, &values).await?;
    tx.tell(exports, &values).await
}
