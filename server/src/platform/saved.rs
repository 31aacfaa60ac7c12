//! Searches that a member has saved: what a list is asked for, under a name. They are checked when they are saved; where the pack has
//! changed since, they say what has become wrong.

use axum::Json;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use ratebook::records::RecordQuery;
use ratebook::time::Instant;
use ratebook::{Code, Error, Reason};
use serde_json::{Value, json};

use super::accounts::id_of;
use super::auth::written;
use super::caller::Caller;
use super::form::Fields;
use super::pages::Wanted;
use crate::problem::Problem;
use crate::records::desk::Desk;
use crate::records::keep::new_id;
use crate::records::parameters::Parameters;
use crate::routes::{Needs, Routes};
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{AnyRow, Failure, RowCells, TenantTx};

pub(super) fn routes() -> Routes<App> {
    Routes::default()
        .get("/v1/saved-searches", Needs::Member, list)
        .post("/v1/saved-searches", Needs::Member, add)
        .get("/v1/saved-searches/{id}", Needs::Member, one)
        .put("/v1/saved-searches/{id}", Needs::Member, replace)
        .delete("/v1/saved-searches/{id}", Needs::Member, remove)
}

type Answer = Result<Response, Problem>;

/// How many a member has at most.
const MOST: i64 = 100;
const LONGEST_NAME: usize = 100;
const LONGEST_QUERY: usize = 1_000;

/// What is told of one, in this order.
macro_rules! selected {
    ($rest:literal) => {
        concat!(
            "SELECT id, name, entity, query, created_at, updated_at FROM saved_searches WHERE tenant_id = $1 AND member = $2 AND ",
            $rest
        )
    };
}

/// A search that is to be saved.
struct Search {
    name: String,
    entity: String,
    query: String,
}

impl Search {
    fn read(app: &App, caller: &Caller, mut fields: Fields) -> Result<Search, Problem> {
        let search = Search {
            name: fields.text("name"),
            entity: fields.text("entity"),
            query: fields.text("query"),
        };
        for (name, text, longest) in [
            ("name", &search.name, LONGEST_NAME),
            ("query", &search.query, LONGEST_QUERY),
        ] {
            if text.chars().count() > longest {
                fields.fault(
                    Code::RequestRange,
                    name,
                    format!("`{name}` has at most {longest} characters"),
                );
            }
        }
        fields.finish()?;
        search.fault(app, caller)?;
        Ok(search)
    }

    /// Why the list cannot be asked so by this member, by the pack of now.
    fn fault(&self, app: &App, caller: &Caller) -> Result<(), Error> {
        let Some(desk) = Desk::named(app, caller, &self.entity) else {
            let message = format!(
                "there is no entity `{}`",
                self.entity.chars().take(40).collect::<String>()
            );
            return Err(Error::new(Code::RequestUnknown, "/entity", message));
        };
        let mut parameters = Parameters::read(Some(&self.query)).map_err(within)?;
        if parameters.take("cursor").is_some() {
            let message = "a cursor belongs to one page and is not saved; leave out `cursor`";
            return Err(Error::new(Code::RequestUnknown, "/query/cursor", message));
        }
        let mut query = RecordQuery::new(self.entity.as_str(), caller.actor.clone(), desk.now);
        query.zone = Some(caller.zone.clone());
        parameters.ask(&mut query).map_err(within)?;
        desk.plan(&query).map(drop).map_err(within)
    }
}

/// What is wrong with the query, at its place.
fn within(error: Error) -> Error {
    error.each_reason(|reason| reason.path = format!("/query{}", reason.path))
}

fn none() -> Failure {
    Reason::new(Code::RecordsNotFound, "", "there is no such saved search").into()
}

fn told(app: &App, caller: &Caller, row: &AnyRow) -> Result<Value, Failure> {
    let text = |place: usize| Ok::<_, Failure>(row.text(place)?.unwrap_or_default().to_owned());
    let moment = |place: usize| Ok::<_, Failure>(row.whole(place)?.and_then(Instant::from_microseconds));
    let search = Search {
        name: text(1)?,
        entity: text(2)?,
        query: text(3)?,
    };
    let address = Desk::named(app, caller, &search.entity).map(|desk| desk.entity().map(|entity| entity.address()));
    let fault = search
        .fault(app, caller)
        .err()
        .and_then(|error| error.into_reasons().into_iter().next());
    let fault = fault.map(|reason| json!({"code": reason.code, "path": reason.path, "message": reason.message}));
    Ok(json!({
        "id": row.id(0)?.map(written),
        "address": match (&fault, address.transpose()?) {
            (None, Some(address)) => Some(format!("/v1/{address}?{}", search.query)),
            _ => None,
        },
        "name": search.name,
        "entity": search.entity,
        "query": search.query,
        "fault": fault,
        "created_at": moment(4)?,
        "updated_at": moment(5)?,
    }))
}

fn of(caller: &Caller) -> Bound {
    Bound::Text(caller.actor.id.clone())
}

/// `GET /v1/saved-searches`
async fn list(State(app): State<App>, caller: Caller, RawQuery(query): RawQuery) -> Answer {
    let wanted = Wanted::read(query.as_deref())?;
    let values = [of(&caller), Bound::Id(wanted.after_id()?), Bound::Whole(wanted.rows())];
    let text = selected!("id > $3 ORDER BY id LIMIT $4");
    let rows = app.store.read(caller.tenant, move |mut tx| {
        Box::pin(async move { tx.ask(text, &values).await })
    });
    Ok(wanted.answer(&rows.await?, |row| told(&app, &caller, row), &["id"])?)
}

async fn read(tx: &mut TenantTx<'_>, app: &App, caller: &Caller, id: [u8; 16]) -> Result<Value, Failure> {
    let rows = tx.ask(selected!("id = $3"), &[of(caller), Bound::Id(id)]).await?;
    rows.first()
        .map(|row| told(app, caller, row))
        .transpose()?
        .ok_or_else(none)
}

/// `GET /v1/saved-searches/{id}`
async fn one(State(app): State<App>, caller: Caller, Path(id): Path<String>) -> Answer {
    let id = id_of(&id).ok_or_else(none)?;
    let (store, tenant) = (app.store.clone(), caller.tenant);
    let found = store.read(tenant, move |mut tx| {
        Box::pin(async move { read(&mut tx, &app, &caller, id).await })
    });
    Ok(Json(found.await?).into_response())
}

/// `POST /v1/saved-searches`
async fn add(State(app): State<App>, caller: Caller, fields: Fields) -> Answer {
    let search = Search::read(&app, &caller, fields)?;
    let (id, now) = (new_id(), app.now().microseconds());
    let (store, tenant) = (app.store.clone(), caller.tenant);
    let made = store.write(tenant, move |mut tx| {
        Box::pin(async move {
            let count = "SELECT count(*) FROM saved_searches WHERE tenant_id = $1 AND member = $2";
            if tx.count(count, &[of(&caller)]).await? >= MOST {
                let message = format!("a member has at most {MOST} saved searches; remove one first");
                return Err(Reason::new(Code::RequestRange, "", message).with("most", MOST).into());
            }
            let values = [
                of(&caller),
                Bound::Id(id),
                Bound::Text(search.name),
                Bound::Text(search.entity),
                Bound::Text(search.query),
                Bound::Whole(now),
            ];
            let text = "INSERT INTO saved_searches (tenant_id, member, id, name, entity, query, created_at, updated_at) VALUES ($1, $2, $3, $4, \
                        $5, $6, $7, $7)";
            tx.tell(text, &values).await.map_err(taken)?;
            read(&mut tx, &app, &caller, id).await
        })
    });
    Ok((StatusCode::CREATED, Json(made.await?)).into_response())
}

/// `PUT /v1/saved-searches/{id}`
async fn replace(State(app): State<App>, caller: Caller, Path(id): Path<String>, fields: Fields) -> Answer {
    let search = Search::read(&app, &caller, fields)?;
    let (id, now) = (id_of(&id).ok_or_else(none)?, app.now().microseconds());
    let (store, tenant) = (app.store.clone(), caller.tenant);
    let changed = store.write(tenant, move |mut tx| {
        Box::pin(async move {
            let values = [
                of(&caller),
                Bound::Id(id),
                Bound::Text(search.name),
                Bound::Text(search.entity),
                Bound::Text(search.query),
                Bound::Whole(now),
            ];
            let text = "UPDATE saved_searches SET name = $4, entity = $5, query = $6, updated_at = $7 WHERE tenant_id = $1 AND member = $2 AND id \
                        = $3";
            if tx.tell(text, &values).await.map_err(taken)? == 0 {
                return Err(none());
            }
            read(&mut tx, &app, &caller, id).await
        })
    });
    Ok(Json(changed.await?).into_response())
}

/// `DELETE /v1/saved-searches/{id}`
async fn remove(State(app): State<App>, caller: Caller, Path(id): Path<String>) -> Answer {
    let id = id_of(&id).ok_or_else(none)?;
    let removed = app.store.write(caller.tenant, move |mut tx| {
        Box::pin(async move {
            let text = "DELETE FROM saved_searches WHERE tenant_id = $1 AND member = $2 AND id = $3";
            match tx.tell(text, &[of(&caller), Bound::Id(id)]).await? {
                0 => Err(none()),
                _ => Ok(()),
            }
        })
    });
    removed.await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

fn taken(failure: Failure) -> Failure {
    match failure {
        Failure::Taken(_) => {
            let message = "you have a saved search of this name; choose another name, or change that one";
            let reason = Reason::new(Code::RecordsTaken, "/name", message);
            reason.with("field", "name").into()
        }
        other => other,
    }
}
