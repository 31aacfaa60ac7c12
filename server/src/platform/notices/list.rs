//! What a member was told in the application, the unread first. What it says is made of the record as it is now and as they may see it.

use axum::Json;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use ratebook::time::Instant;
use ratebook::{Code, Reason};
use serde_json::{Map, Value, json};

use super::Person;
use crate::platform::accounts::id_of;
use crate::platform::auth::written;
use crate::platform::caller::Caller;
use crate::platform::exports;
use crate::platform::jobs::desk_of;
use crate::platform::mail::{Reader, Written};
use crate::platform::pages::Wanted;
use crate::problem::Problem;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{AnyRow, Failure, RowCells, TenantTx};

type Answer = Result<Response, Problem>;

const UNREAD: &str = "unread";
const READ: &str = "read";
/// Behind all ids.
const LAST: [u8; 16] = [0xff; 16];

/// What is told of one, in this order; `unread` stands behind `read` in the alphabet.
macro_rules! selected {
    ($rest:literal) => {
        concat!(
            "SELECT id, letter, entity, record_id, state, created_at, read_at FROM notifications WHERE tenant_id = $1 AND member = $2 AND ",
            $rest,
            " AND (state, id) < ($3, $4) ORDER BY state DESC, id DESC LIMIT $5"
        )
    };
}
const COUNT: &str = "SELECT count(*) FROM notifications WHERE tenant_id = $1 AND member = $2 AND state = 'unread'";

fn of(caller: &Caller) -> Bound {
    Bound::Text(caller.actor.id.clone())
}

fn none() -> Failure {
    Reason::new(Code::RecordsNotFound, "", "there is no such notification").into()
}

/// `GET /v1/notifications`
pub(super) async fn list(State(app): State<App>, caller: Caller, RawQuery(query): RawQuery) -> Answer {
    let (wanted, state) = Wanted::read_with(query.as_deref(), "state")?;
    let text = match state.as_deref() {
        None => selected!("state IN ('read', 'unread')"),
        Some(UNREAD) => selected!("state = 'unread'"),
        Some(READ) => selected!("state = 'read'"),
        Some(_) => {
            let reason = Reason::new(Code::RequestRange, "/state", "a state is `unread` or `read`");
            return Err(Problem::of_reason(422, reason));
        }
    };
    let (state, before) = place(wanted.after.as_deref())?;
    let values = [
        of(&caller),
        Bound::Text(state.to_owned()),
        Bound::Id(before),
        Bound::Whole(wanted.rows()),
    ];
    let (tenant, account) = (caller.tenant, id_of(&caller.actor.id).unwrap_or_default());
    let person = app
        .store
        .read_platform(move |mut tx| Box::pin(async move { Person::of(&mut tx, tenant, account).await }));
    let person = person.await?;
    let own = app.clone();
    let found = app.store.read(tenant, move |mut tx| {
        Box::pin(async move {
            let rows = tx.ask(text, &values).await?;
            let mut said = Vec::with_capacity(rows.len());
            for row in &rows {
                said.push(says(&mut tx, (&own, &caller, person.as_ref()), row).await?);
            }
            let unread = tx.count(COUNT, &[of(&caller)]).await?;
            Ok((rows, said, unread))
        })
    });
    let (rows, said, unread) = found.await?;
    let mut said = said.into_iter();
    let mut page = wanted.page(
        &rows,
        |row| told(row, said.next().unwrap_or_default()),
        &["state", "id"],
    )?;
    page.insert("unread".to_owned(), unread.into());
    Ok(Json(Value::Object(page)).into_response())
}

/// Behind what a page begins: a state and an id.
fn place(after: Option<&str>) -> Result<(&'static str, [u8; 16]), Problem> {
    let Some(after) = after else {
        return Ok((UNREAD, LAST));
    };
    let read = after.split_once('.').and_then(|(state, id)| {
        let state = [UNREAD, READ].into_iter().find(|own| *own == state)?;
        Some((state, id_of(id)?))
    });
    read.ok_or_else(|| {
        let message = "the cursor is none that this list has given";
        Problem::of_reason(422, Reason::new(Code::RequestRange, "/cursor", message))
    })
}

/// What a notification says, and where: nothing where the record is gone, or not theirs to read.
async fn says(
    tx: &mut TenantTx<'_>,
    (app, caller, person): (&App, &Caller, Option<&Person>),
    row: &AnyRow,
) -> Result<Map<String, Value>, Failure> {
    if row.text(1)? == Some(exports::NOTICE) {
        return exports::says(tx, row.id(3)?.unwrap_or_default(), person).await;
    }
    let letter = caller.pack.letter(row.text(1)?.unwrap_or_default());
    let desk = desk_of(app, caller, row.text(2)?.unwrap_or_default());
    let (Some(letter), Some(desk), Some(id)) = (letter, desk, row.id(3)?) else {
        return Ok(Map::new());
    };
    let mut said = Map::new();
    said.insert("label".to_owned(), json!(letter.label));
    if desk.entity()?.name() != letter.entity {
        return Ok(said);
    }
    let Some(given) = desk.given(tx, id, letter).await? else {
        return Ok(said);
    };
    let reader = Reader {
        locale: person.map_or("", |person| &person.locale),
        name: person.map_or("", |person| &person.name),
        tenant: person.map_or("", |person| &person.tenant),
        zone: desk.zone(),
    };
    if let Ok(own) = Written::of(
        letter,
        &caller.pack.definition().languages,
        given.values(letter),
        reader,
    ) {
        said.insert("subject".to_owned(), own.subject.into());
        said.insert("text".to_owned(), own.text.into());
        said.insert(
            "address".to_owned(),
            format!("/v1/{}/{}", desk.entity()?.address(), written(id)).into(),
        );
    }
    Ok(said)
}

fn told(row: &AnyRow, mut said: Map<String, Value>) -> Result<Value, Failure> {
    let moment = |place: usize| Ok::<_, Failure>(row.whole(place)?.and_then(Instant::from_microseconds));
    let mut take = |name: &str| said.remove(name).unwrap_or(Value::Null);
    Ok(json!({
        "id": row.id(0)?.map(written),
        "letter": row.text(1)?,
        "label": take("label"),
        "entity": row.text(2)?,
        "record": row.id(3)?.map(written),
        "address": take("address"),
        "subject": take("subject"),
        "text": take("text"),
        "state": row.text(4)?,
        "created_at": moment(5)?,
        "read_at": moment(6)?,
    }))
}

/// `POST /v1/notifications/{id}/read`
pub(super) async fn read(State(app): State<App>, caller: Caller, Path(id): Path<String>) -> Answer {
    let text = "UPDATE notifications SET state = 'read', read_at = coalesce(read_at, $4) WHERE tenant_id = $1 AND member = $2 AND id = $3 AND \
                state IN ('read', 'unread')";
    let now = Bound::Whole(app.now().microseconds());
    mark(&app, &caller, &id, (text, Some(now))).await
}

/// `POST /v1/notifications/{id}/unread`
pub(super) async fn unread(State(app): State<App>, caller: Caller, Path(id): Path<String>) -> Answer {
    let text = "UPDATE notifications SET state = 'unread', read_at = NULL WHERE tenant_id = $1 AND member = $2 AND id = $3 AND state IN \
                ('read', 'unread')";
    mark(&app, &caller, &id, (text, None)).await
}

async fn mark(app: &App, caller: &Caller, id: &str, (text, at): (&'static str, Option<Bound>)) -> Answer {
    let id = id_of(id).ok_or_else(none)?;
    let values: Vec<Bound> = [of(caller), Bound::Id(id)].into_iter().chain(at).collect();
    let marked = app.store.write(caller.tenant, move |mut tx| {
        Box::pin(async move {
            match tx.tell(text, &values).await? {
                0 => Err(none()),
                _ => Ok(()),
            }
        })
    });
    marked.await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// `POST /v1/notifications/read`: all of them.
pub(super) async fn read_all(State(app): State<App>, caller: Caller) -> Answer {
    let values = [of(&caller), Bound::Whole(app.now().microseconds())];
    let read = app.store.write(caller.tenant, move |mut tx| {
        Box::pin(async move {
            let text = "UPDATE notifications SET state = 'read', read_at = $3 WHERE tenant_id = $1 AND member = $2 AND state = 'unread'";
            tx.tell(text, &values).await
        })
    });
    Ok(Json(json!({"read": read.await?})).into_response())
}
