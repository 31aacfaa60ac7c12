//! What is public, over all tenants: the listings that are kept with each change, and nothing else.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Response};
use ratebook::records::migration::Derivation;
use ratebook::records::{Cell, Entity, Pack, QueryPlan, RecordQuery};
use ratebook::tenancy::TenantId;
use ratebook::tenancy::access::AccessActor;
use serde_json::{Map, Value, json};

use super::parameters::Parameters;
use crate::came::Came;
use crate::problem::Problem;
use crate::state::App;
use crate::store::json;
use crate::store::sql::Bound;
use crate::store::{Failure, Page, PlatformTx, Record, RowCells};

/// Who asks, whoever it is.
const ANYBODY: &str = "anybody";
/// What every listing has for its table, and what says nothing of the record.
pub(crate) const UNTOLD: [&str; 3] = ["version", "updated_at", Pack::LISTED_BY];

/// What a list has found.
struct Found {
    page: Page,
    total: Option<u64>,
    sums: Option<Map<String, Value>>,
    facets: Option<Map<String, Value>>,
    tenants: BTreeMap<String, Value>,
}

/// `GET /v1/public/{plural}`
pub(super) async fn list(
    State(app): State<App>,
    Path(plural): Path<String>,
    RawQuery(address): RawQuery,
) -> Result<Response, Problem> {
    let (listings, mut query) = asked(&app, &plural)?;
    let mut parameters = Parameters::read(address.as_deref())?;
    let cursor = parameters.take("cursor");
    parameters.ask(&mut query)?;
    if let Some(cursor) = cursor {
        query.after = app.cursors.read(&query, &cursor)?;
    }
    let plan = plan(&listings, &query)?;
    let (pack, own) = (Arc::clone(&listings), plan.clone());
    let found = app
        .store
        .read_listings(move |mut tx| Box::pin(async move { Found::find(&mut tx, &pack, &own).await }));
    let found = found.await?;
    let next = app.cursors.next(&query, (&listings, &plan), &found.page);
    let items: Vec<Record> = json::read(&found.page.items)?;
    let items: Vec<Record> = items.into_iter().map(|item| told(item, &found.tenants)).collect();
    let mut answer = json!({"items": items, "next_cursor": next});
    if let Value::Object(fields) = &mut answer {
        for (name, value) in [
            ("total", found.total.map(Value::from)),
            ("sums", found.sums.map(Value::Object)),
            ("facets", found.facets.map(Value::Object)),
        ] {
            fields.extend(value.map(|value| (name.to_owned(), value)));
        }
    }
    Ok(Json(answer).into_response())
}

/// `GET /v1/public/{plural}/{id}`
pub(super) async fn one(
    State(app): State<App>,
    Path((plural, id)): Path<(String, String)>,
    RawQuery(address): RawQuery,
) -> Result<Response, Problem> {
    let (listings, query) = asked(&app, &plural)?;
    Parameters::read(address.as_deref())?.finish()?;
    let plan = plan(&listings, &query)?;
    let entity = query.entity.clone();
    let none = || Problem::from(listings.not_found(&entity));
    let Some(Cell::Id(id)) = Cell::id(&id) else {
        return Err(none());
    };
    let pack = Arc::clone(&listings);
    let found = app.store.read_listings(move |mut tx| {
        Box::pin(async move {
            let found = tx.listed(&pack, &plan, id).await?;
            let record: Option<Record> = found.as_deref().map(json::read).transpose()?;
            let Some(record) = record else { return Ok(None) };
            let tenants = tenants(&mut tx, std::slice::from_ref(&record)).await?;
            Ok(Some(told(record, &tenants)))
        })
    });
    Ok(Json(found.await?.ok_or_else(none)?).into_response())
}

/// The listings of that name, and an empty question about them.
fn asked(app: &App, plural: &str) -> Result<(Arc<Pack>, RecordQuery), Problem> {
    let name = plural.replace('-', "_");
    let mut named = app.packs.values().filter_map(|pack| {
        let listings = pack.listings()?;
        let entity = listings.entities().iter().find(|entity| entity.plural() == name)?;
        Some((pack, Arc::clone(listings), entity.name().to_owned()))
    });
    let found = named.next().filter(|_| !plural.contains('_'));
    let Some((pack, listings, entity)) = found else {
        return Err(Problem::not_found(&format!(
            "there is nothing at `/v1/public/{plural}`"
        )));
    };
    app.store
        .is_whole(&pack.definition().name, &entity, Derivation::Listing)?;
    let mut actor = AccessActor::new(TenantId::new(ANYBODY), ANYBODY);
    // Nothing but what is public stands there.
    actor.super_admin = true;
    let mut query = RecordQuery::new(entity.as_str(), actor, app.now());
    if listings.entity(&entity).is_some_and(Entity::is_read_by_language) {
        query.locale = Came::now().locale.map(|locale| locale.to_string());
    }
    Ok((listings, query))
}

/// The plan of a question. Whose a record is and its id there are told of all.
fn plan(listings: &Pack, query: &RecordQuery) -> Result<QueryPlan, Problem> {
    let mut query = query.clone();
    if !query.fields.is_empty() {
        query
            .fields
            .extend([Pack::LISTED_BY, Pack::LISTED_ID].map(str::to_owned));
    }
    let holder = listings.holder(&query.actor)?;
    let plan = listings.plan(&query, &holder).map_err(|error| {
        error.each_reason(|reason| {
            if let Some(name) = reason.path.strip_prefix("/filter") {
                reason.path = name.to_owned();
            }
        })
    });
    Ok(plan?)
}

impl Found {
    async fn find(tx: &mut PlatformTx<'_>, listings: &Pack, plan: &QueryPlan) -> Result<Found, Failure> {
        let page = tx.listing(listings, plan).await?;
        let (total, sums, facets) = tx.listing_figures(listings, plan).await?;
        let tenants = tenants(tx, &json::read::<Vec<Record>>(&page.items)?).await?;
        Ok(Found {
            page,
            total,
            sums,
            facets,
            tenants,
        })
    }
}

/// The tenants whose records these are, by their ids.
async fn tenants(tx: &mut PlatformTx<'_>, records: &[Record]) -> Result<BTreeMap<String, Value>, Failure> {
    let mut tenants = BTreeMap::new();
    for record in records {
        let Some(id) = record.get(Pack::LISTED_BY).and_then(Value::as_str) else {
            continue;
        };
        let (Some(Cell::Id(key)), false) = (Cell::id(id), tenants.contains_key(id)) else {
            continue;
        };
        let rows = tx
            .ask("SELECT slug, name FROM tenants WHERE id = $1", &[Bound::Id(key)])
            .await?;
        if let Some(row) = rows.first() {
            tenants.insert(
                id.to_owned(),
                json!({"id": id, "slug": row.text(0)?, "name": row.text(1)?}),
            );
        }
    }
    Ok(tenants)
}

/// A listing as it is answered: with whose it is in words, none of the platform's.
fn told(mut item: Record, tenants: &BTreeMap<String, Value>) -> Record {
    let whose = item.get(Pack::LISTED_BY).and_then(Value::as_str);
    let tenant = whose.and_then(|whose| tenants.get(whose)).cloned().unwrap_or_default();
    for name in UNTOLD {
        item.remove(name);
    }
    item.insert("tenant".to_owned(), tenant);
    item
}
