//! The tags of an entity's records: listed with how many have each, and called otherwise on all of them at once.

use std::sync::Arc;

use axum::Json;
use axum::body::Body;
use axum::extract::{Path, RawQuery, State};
use axum::http::Response;
use axum::response::IntoResponse;
use ratebook::records::{MOST_AT_ONCE, Retagging, folded};
use ratebook::{Code, Error, Reason};
use serde_json::{Map, Value, json};

use super::answer::Answer;
use super::change::{Asked, AtDesk, JSON, Job, at_home, by_people};
use super::desk::Desk;
use super::once::Once;
use super::parameters::Parameters;
use crate::platform::caller::Comer;
use crate::problem::Problem;
use crate::state::App;
use crate::store::{Failure, Record, TenantTx, id_of, json};

/// How many tags a page has, unless others are asked for.
const USUAL: i64 = 20;
/// As many at most.
const MOST: i64 = 100;

/// `GET /v1/{plural}/tags`: in the order of the alphabet, of the records that whoever asks may read.
pub(super) async fn list(
    State(app): State<App>,
    Comer(caller): Comer,
    Path(plural): Path<String>,
    RawQuery(address): RawQuery,
) -> Result<Response<Body>, Problem> {
    let desk = Desk::of(&app, caller, &plural)?;
    let mut parameters = Parameters::read(address.as_deref())?;
    let (named, begins) = (parameters.take("field"), parameters.take("begins"));
    let (limit, cursor) = (parameters.take("limit"), parameters.take("cursor"));
    parameters.finish()?;
    let limit = limit.map_or(Some(USUAL), |text| text.parse().ok());
    let limit = limit.filter(|limit| (1..=MOST).contains(limit)).ok_or_else(|| {
        let message = format!("`limit` is a whole number from 1 to {MOST}");
        Error::new(Code::RequestRange, "/limit", message)
    })?;
    let begins = begins.map(|begins| folded(&begins)).unwrap_or_default();
    if begins.contains('\0') {
        let message = "no tag begins with U+0000; remove it";
        return Err(Error::new(Code::RequestRange, "/begins", message).into());
    }
    let query = desk.query()?;
    let plan = desk.plan(&query)?;
    let entity = desk.entity()?;
    let place = desk
        .pack()
        .field_with_tags(entity.name(), named.as_deref(), &desk.caller.holder)?;
    // A cursor is of this field and this beginning alone.
    let mut asked = query.clone();
    asked.filter.insert(format!("tags {place}"), begins.clone());
    let after = match cursor {
        None => String::new(),
        Some(cursor) => match app.cursors.read(&asked, &cursor)?.as_slice() {
            [Value::String(after)] => after.clone(),
            _ => String::new(),
        },
    };
    let (working, tenant) = (desk.clone(), desk.caller.tenant);
    let found = app.store.read(tenant, move |mut tx| {
        Box::pin(async move {
            let which = (begins.as_str(), after.as_str(), limit + 1);
            tx.tags((working.pack(), &plan), place, which).await
        })
    });
    let mut found = found.await?;
    let most = usize::try_from(limit).unwrap_or(usize::MAX);
    let more = found.len() > most;
    found.truncate(most);
    let last = found.last().filter(|_| more);
    let next = last.map(|(tag, _)| app.cursors.write(&asked, &[tag.as_str().into()]));
    let items = found.iter().map(|(tag, count)| json!({"tag": tag, "count": count}));
    let items: Vec<Value> = items.collect();
    Ok(Json(json!({"items": items, "next_cursor": next})).into_response())
}

/// `POST /v1/{plural}/tags`: some tags become another one, or go, on so many records at a time; whether there are more is told.
pub(super) async fn become_another(at: AtDesk, body: Body) -> Result<Response<Body>, Problem> {
    by_people(&at.desk)?;
    let mut sent = at.sent(body, &[JSON]).await?;
    let asked = format!(
        "tags {} {} {:?}",
        at.desk.entity()?.plural(),
        Value::Object(sent.clone()),
        at.desk.caller.actor.roles
    );
    let retagging = Arc::new(wanted(&at.desk, &mut sent)?);
    let once = Arc::new(Once::of(&at.desk, &at.headers, &[asked.as_bytes()])?);
    let (store, whose) = (at.desk.app.store.clone(), at.desk.caller.whose());
    let desk = Arc::new(at.desk);
    let done = store.write_again(whose, move |mut tx| {
        let (once, desk, retagging) = (Arc::clone(&once), Arc::clone(&desk), Arc::clone(&retagging));
        Box::pin(async move {
            if let Some(once) = &*once
                && let Some(before) = once.before(&mut tx).await?
            {
                return Ok(before);
            }
            let answer = carry_out(&mut tx, &desk, &retagging).await?;
            if let Some(once) = &*once {
                once.keep(&mut tx, &answer).await?;
            }
            Ok(answer)
        })
    });
    Ok(done.await?.into_response())
}

/// What is sent: `{"tags": ["vip", "v.i.p."], "become": "vip"}`, and the field where there are several.
fn wanted(desk: &Desk, sent: &mut Map<String, Value>) -> Result<Retagging, Problem> {
    let (field, tags, becomes) = (sent.remove("field"), sent.remove("tags"), sent.remove("become"));
    let mut reasons = Vec::new();
    for name in sent.keys().take(20) {
        let shown: String = name.chars().take(50).collect();
        let message = format!("there is no field `{shown}` here; there are `tags`, `become` and `field`");
        reasons.push(Reason::new(Code::RequestUnknown, format!("/{shown}"), message));
    }
    let field = match field {
        None => None,
        Some(Value::String(name)) => Some(name),
        Some(_) => {
            reasons.push(Reason::new(
                Code::RequestType,
                "/field",
                "`field` is the name of a field",
            ));
            None
        }
    };
    let tags = match tags {
        Some(Value::Array(tags)) => tags,
        Some(_) => {
            reasons.push(Reason::new(Code::RequestType, "/tags", "`tags` must be a list"));
            Vec::new()
        }
        None => {
            reasons.push(Reason::new(
                Code::RequestMissing,
                "/tags",
                "the field `tags` is missing",
            ));
            Vec::new()
        }
    };
    if becomes.is_none() {
        let message = "say what the tags become; null takes them away";
        reasons.push(Reason::new(Code::RequestMissing, "/become", message));
    }
    Error::unless_empty(reasons)?;
    let sent = (field.as_deref(), tags.as_slice(), &becomes.unwrap_or_default());
    Ok(desk
        .pack()
        .retagging(desk.entity()?.name(), sent, &desk.caller.holder)?)
}

/// Changes the records that have the tags, as people would one by one, up to so many.
async fn carry_out(tx: &mut TenantTx<'_>, desk: &Desk, retagging: &Retagging) -> Result<Answer, Failure> {
    let mut changed = 0;
    let more = loop {
        let found = having(tx, desk, retagging).await?;
        if found.is_empty() {
            break false;
        }
        if changed + found.len() > MOST_AT_ONCE {
            break true;
        }
        for record in &found {
            let asked = Asked {
                desk: desk.clone(),
                job: Job::Change {
                    id: id_of(record)?,
                    change: retagging.of(record),
                    replace: false,
                },
                expected_version: None,
            };
            asked.carry_out(tx).await.map_err(at_home)?;
        }
        changed += found.len();
    };
    let body = json!({"changed": changed, "more": more}).to_string().into_bytes();
    Ok(Answer {
        status: 200,
        etag: None,
        location: None,
        body,
    })
}

/// Some of the records that have the tags. Those that were changed have them no more.
async fn having(tx: &mut TenantTx<'_>, desk: &Desk, retagging: &Retagging) -> Result<Vec<Record>, Failure> {
    let mut query = desk.query()?;
    query.limit = Some(100);
    query.fields = vec![retagging.field.clone()];
    query.sort = vec!["id".to_owned()];
    let plan = desk.pack().plan_of_tags(&query, retagging, &desk.caller.holder)?;
    let page = tx.page(desk.pack(), &plan).await?;
    json::read(&page.items)
}
