//! Lists, single records and histories: questions that become one plan of core's, carried out by the store.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode, header};
use axum::response::IntoResponse;
use ratebook::records::{Cell, HistoryEntry, QueryPlan, RecordHistoryRequest, Test};
use ratebook::time::Instant;
use ratebook::{Code, Error, Reason};
use serde_json::{Map, Value, json};

use super::answer::{Answer, etag_of, is_known};
use super::desk::Desk;
use super::parameters::Parameters;
use crate::platform::caller::Comer;
use crate::problem::Problem;
use crate::state::App;
use crate::store::json;
use crate::store::sql::Bound;
use crate::store::{Failure, Page, Record, RowCells, TenantTx, joined, moments_of};

/// How many records one expansion leads to at most.
const MOST_EXPANDED: usize = 1_000;
/// How many entries of a history a page has.
const MOST_ENTRIES: i64 = 100;

/// How many bytes of changes a page of a history has, unless one entry alone has more.
const MOST_BYTES: usize = 1024 * 1024;

/// Answers a list.
pub(super) async fn list(
    State(app): State<App>,
    Comer(caller): Comer,
    Path(plural): Path<String>,
    RawQuery(address): RawQuery,
) -> Result<Response<Body>, Problem> {
    let desk = Desk::of(&app, caller, &plural)?;
    let mut query = desk.query()?;
    let mut parameters = Parameters::read(address.as_deref())?;
    let cursor = parameters.take("cursor");
    parameters.ask(&mut query)?;
    if let Some(cursor) = cursor {
        query.after = app.cursors.read(&query, &cursor)?;
    }
    let plan = Arc::new(desk.plan(&query)?);
    let tenant = desk.caller.tenant;
    let working = (desk.clone(), Arc::clone(&plan));
    let moments = moments_of(desk.pack(), &plan);
    let found = app.store.read_at(moments, tenant, move |mut tx| {
        Box::pin(async move { Listed::find(&mut tx, &working.0, &working.1).await })
    });
    let found = found.await?;
    let next = app.cursors.next(&query, (desk.pack(), &plan), &found.page);
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    if desk.entity()?.is_read_by_language() {
        headers.insert(header::VARY, HeaderValue::from_static("accept-language"));
    }
    if let Some(link) = next.as_deref().and_then(|next| link(&plural, address.as_deref(), next)) {
        headers.insert(header::LINK, link);
    }
    Ok((headers, found.written(next)).into_response())
}

/// The header that names the next page.
pub(crate) fn link(plural: &str, address: Option<&str>, next: &str) -> Option<HeaderValue> {
    let given = address.unwrap_or_default().split('&');
    let kept = given.filter(|pair| !pair.is_empty() && !pair.starts_with("cursor="));
    let mut parts: Vec<&str> = kept.collect();
    let cursor = format!("cursor={next}");
    parts.push(&cursor);
    HeaderValue::from_str(&format!("</v1/{plural}?{}>; rel=\"next\"", parts.join("&"))).ok()
}

/// What a list has found.
pub(super) struct Listed {
    pub(super) page: Page,
    pub(super) total: Option<u64>,
    pub(super) sums: Option<Map<String, Value>>,
    pub(super) facets: Option<Map<String, Value>>,
    pub(super) expanded: Option<Map<String, Value>>,
}

impl Listed {
    pub(super) async fn find(tx: &mut TenantTx<'_>, desk: &Desk, plan: &QueryPlan) -> Result<Listed, Failure> {
        let pack = desk.pack();
        let page = tx.page(pack, plan).await?;
        let total = match plan.total {
            true => Some(tx.total(pack, plan).await?),
            false => None,
        };
        let sums = match plan.sums.is_empty() {
            true => None,
            false => Some(tx.sums(pack, plan).await?),
        };
        let facets = match plan.facets.is_empty() {
            true => None,
            false => Some(tx.facets(pack, plan).await?),
        };
        let expanded = match plan.expand.is_empty() {
            true => None,
            false => Some(expand(tx, desk, plan, &page.items).await?),
        };
        Ok(Listed {
            page,
            total,
            sums,
            facets,
            expanded,
        })
    }

    fn written(self, next: Option<String>) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.page.items.len() + 128);
        out.extend(b"{\"items\":");
        out.extend(&self.page.items);
        let mut more = |name: &str, value: Value| {
            out.extend(format!(",\"{name}\":{value}").as_bytes());
        };
        more("next_cursor", json!(next));
        for (name, value) in [
            ("total", self.total.map(Value::from)),
            ("sums", self.sums.map(Value::Object)),
            ("facets", self.facets.map(Value::Object)),
            ("expanded", self.expanded.map(Value::Object)),
        ] {
            if let Some(value) = value {
                more(name, value);
            }
        }
        out.push(b'}');
        out
    }
}

/// The records that links of a page lead to, by field and id: one question for each field.
pub(super) async fn expand(
    tx: &mut TenantTx<'_>,
    desk: &Desk,
    plan: &QueryPlan,
    items: &[u8],
) -> Result<Map<String, Value>, Failure> {
    let items: Vec<Record> = json::read(items)?;
    let pack = desk.pack();
    let mut expanded = Map::new();
    for (place, other) in &plan.expand {
        let entity = pack.entities().get(plan.entity);
        let field = entity.and_then(|entity| entity.fields().get(*place));
        let Some(field) = field else {
            return Err(Failure::defect("an expansion of nothing"));
        };
        let ids = led_to(&items, field.name());
        if ids.len() > MOST_EXPANDED {
            let message = format!(
                "`{}` leads to {} records; at most {MOST_EXPANDED} are expanded at once: ask for fewer records a page",
                field.name(),
                ids.len()
            );
            return Err(Reason::new(Code::RequestRange, "/expand", message).into());
        }
        let mut found = Map::new();
        if !ids.is_empty() {
            for record in of_ids(tx, desk, other, ids.into_iter().collect()).await? {
                let id = record.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
                found.insert(id, Value::Object(record));
            }
        }
        expanded.insert(field.name().to_owned(), Value::Object(found));
    }
    Ok(expanded)
}

/// The ids that a field of records leads to.
pub(super) fn led_to(records: &[Record], field: &str) -> BTreeSet<Cell> {
    let values = records.iter().filter_map(|record| record.get(field));
    values.flat_map(ids_in).collect()
}

/// The records of these ids, in their order and each there once, as far as a plan shows them.
pub(super) async fn of_ids(
    tx: &mut TenantTx<'_>,
    desk: &Desk,
    plan: &QueryPlan,
    ids: Vec<Cell>,
) -> Result<Vec<Record>, Failure> {
    let entity = desk.pack().entities().get(plan.entity);
    let Some(id) = entity.and_then(|entity| entity.column_named("id")) else {
        return Err(Failure::defect("ids of what has none"));
    };
    let mut narrowed = plan.clone();
    narrowed.limit = u32::try_from(ids.len()).unwrap_or(u32::MAX);
    narrowed.test = Test::all([narrowed.test, Test::OneOf(id, ids)]);
    json::read(&tx.page(desk.pack(), &narrowed).await?.items)
}

/// The ids of a link or of a list of links.
fn ids_in(value: &Value) -> Vec<Cell> {
    match value {
        Value::String(text) => Cell::id(text).into_iter().collect(),
        Value::Array(list) => list.iter().flat_map(ids_in).collect(),
        _ => Vec::new(),
    }
}

/// Answers one record.
pub(super) async fn one(
    State(app): State<App>,
    Comer(caller): Comer,
    Path((plural, id)): Path<(String, String)>,
    RawQuery(address): RawQuery,
    headers: HeaderMap,
) -> Result<Response<Body>, Problem> {
    let desk = Desk::of(&app, caller, &plural)?;
    let mut query = desk.query()?;
    let mut parameters = Parameters::read(address.as_deref())?;
    for (name, list) in [("fields", &mut query.fields), ("expand", &mut query.expand)] {
        if let Some(text) = parameters.take(name) {
            *list = text.split(',').map(str::to_owned).collect();
        }
    }
    parameters.finish()?;
    let plan = Arc::new(desk.plan(&query)?);
    let id = desk.id(&id)?;
    let (tenant, working) = (desk.caller.tenant, desk.clone());
    desk.settle_before_reading(id, &plan).await;
    let moments = moments_of(desk.pack(), &plan);
    let found = app.store.read_at(moments, tenant, move |mut tx| {
        Box::pin(async move {
            let found = tx.one(working.pack(), &plan, id).await?;
            let Some(mut found) = found else {
                return Err(working.went(&mut tx, id).await?);
            };
            if !plan.expand.is_empty() {
                let items = [b"[", found.as_slice(), b"]"].concat();
                let expanded = Value::Object(expand(&mut tx, &working, &plan, &items).await?);
                found.pop();
                found.extend(format!(",\"expanded\":{expanded}}}").as_bytes());
            }
            Ok(found)
        })
    });
    let found = found.await?;
    let tag = etag_of(&found);
    let same = tag.is_some_and(|tag| is_known(&headers, &tag));
    let mut answer = Answer::record(200, found);
    if same {
        answer.status = StatusCode::NOT_MODIFIED.as_u16();
        answer.body = Vec::new();
    }
    Ok(answer.into_response())
}

/// Answers what happened to a record, in order and page by page, as far as the caller may see it now.
pub(super) async fn history(
    State(app): State<App>,
    Comer(caller): Comer,
    Path((plural, id)): Path<(String, String)>,
    RawQuery(address): RawQuery,
) -> Result<Response<Body>, Problem> {
    let desk = Desk::of(&app, caller, &plural)?;
    if desk.entity()?.is_platform() && !desk.is_platform() {
        let message = "what happened to the platform's records is told to who runs it";
        return Err(Error::from(Reason::new(Code::TenancyPermissionMissing, "", message)).into());
    }
    let mut parameters = Parameters::read(address.as_deref())?;
    let cursor = parameters.take("cursor");
    parameters.finish()?;
    let id = desk.id(&id)?;
    // What makes a cursor that of this history.
    let mut asked = desk.query()?;
    asked.filter.insert("history".to_owned(), Cell::id_text(&id));
    let after = match cursor {
        Some(cursor) => app.cursors.read(&asked, &cursor)?,
        None => Vec::new(),
    };
    let after = after.first().and_then(Value::as_str).and_then(Cell::id);
    let after = match after {
        Some(Cell::Id(after)) => after,
        _ => [0; 16],
    };
    let plan = Arc::new(desk.plan(&desk.query()?)?);
    desk.settle_before_reading(id, &plan).await;
    let whole = desk.whole_plan(false)?;
    let (tenant, working) = (desk.caller.tenant, desk.clone());
    let found = app.store.read(tenant, move |mut tx| {
        Box::pin(async move {
            // Whoever may not read it now may not read what it was.
            if tx.one(working.pack(), &plan, id).await?.is_none() {
                return Err(working.went(&mut tx, id).await?);
            }
            let record = tx.one(working.pack(), &whole, id).await?.unwrap_or_default();
            let (entries, next) = entries(&mut tx, &working, id, after).await?;
            let mut request =
                RecordHistoryRequest::new(working.entity()?.name(), working.caller.actor.clone(), entries);
            request.record = serde_json::from_slice(&record).ok();
            Ok((working.pack().history(&request)?, next))
        })
    });
    let (entries, next) = found.await?;
    let next = next.map(|last| app.cursors.write(&asked, &[Cell::id_text(&last).into()]));
    Ok(axum::Json(json!({"items": entries, "next_cursor": next})).into_response())
}

/// The entries behind one, and the last of them when there are more, by the names of now.
async fn entries(
    tx: &mut TenantTx<'_>,
    desk: &Desk,
    id: [u8; 16],
    after: [u8; 16],
) -> Result<(Vec<HistoryEntry>, Option<[u8; 16]>), Failure> {
    let (most, names) = (usize::try_from(MOST_ENTRIES).unwrap_or(usize::MAX), desk.names()?);
    let mut rows = Vec::new();
    for name in &names {
        let values = [
            Bound::Text(name.clone()),
            Bound::Id(id),
            Bound::Id(after),
            Bound::Whole(MOST_ENTRIES + 1),
        ];
        let asked = "SELECT a.at, a.actor, a.action, a.changes, a.id, p.changes, a.on_behalf_of FROM audit a LEFT JOIN audit_personal p ON p.tenant_id = \
                     a.tenant_id AND p.entry = a.id WHERE a.tenant_id = $1 AND a.entity = $2 AND a.record_id = $3 AND a.id > $4 ORDER BY \
                     a.id LIMIT $5";
        for row in tx.ask(asked, &values).await? {
            rows.push((row.id(4)?.unwrap_or_default(), row));
        }
    }
    rows.sort_by_key(|(id, _)| *id);
    let mut entries = Vec::with_capacity(rows.len().min(most));
    let (mut last, mut bytes) = (None, 0);
    for (own, row) in &rows {
        let (changes, personal) = (row.text(3)?.unwrap_or("[]"), row.text(5)?);
        bytes += changes.len() + personal.map_or(0, str::len);
        // A page ends where it is long enough, and has an entry in any case.
        if entries.len() >= most || (bytes > MOST_BYTES && last.is_some()) {
            return Ok((entries, last));
        }
        let at = row.whole(0)?.and_then(Instant::from_microseconds);
        let (Some(at), Some(changes)) = (at, joined(changes, personal)) else {
            return Err(Failure::defect("an entry of a history that cannot be read"));
        };
        let mut entry = HistoryEntry::new(at, row.text(2)?.unwrap_or_default());
        entry.changes = changes;
        for change in &mut entry.changes {
            change.field = desk.field_now(&change.field, at)?;
        }
        entry.actor = row.text(1)?.map(str::to_owned);
        entry.on_behalf_of = row.text(6)?.map(str::to_owned);
        entries.push(entry);
        last = Some(*own);
    }
    Ok((entries, None))
}
