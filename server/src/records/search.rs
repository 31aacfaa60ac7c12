//! One search over all that somebody may read: the lists of the entities, each by its own plan, and of each the best few.

use std::collections::BTreeSet;

use axum::Json;
use axum::extract::{RawQuery, State};
use axum::response::{IntoResponse, Response};
use ratebook::records::{ColumnPart, Entity, Field, QueryPlan, Rank, Test, folded};
use ratebook::{Code, Error, Reason};
use serde_json::{Value, json};

use super::desk::Desk;
use super::parameters::Parameters;
use crate::platform::caller::Caller;
use crate::problem::Problem;
use crate::state::App;
use crate::store::json;
use crate::store::{Failure, Record, TenantTx};

/// How many records of an entity are told, unless others are asked for.
const USUAL: u32 = 5;
/// As many at most.
const MOST: u32 = 20;
/// What the tiers of a rank are called, the best first.
const RANKS: [&str; 4] = ["exact", "prefix", "word", "part"];

/// What is searched for, and where.
struct Wanted {
    q: String,
    limit: u32,
    /// The entities that were named; all of them where none was.
    named: BTreeSet<String>,
}

impl Wanted {
    fn read(address: Option<&str>) -> Result<Wanted, Error> {
        let mut parameters = Parameters::read(address)?;
        let (q, limit, entities) = (
            parameters.take("q"),
            parameters.take("limit"),
            parameters.take("entities"),
        );
        let mut reasons = Vec::new();
        if let Err(error) = parameters.finish() {
            reasons.extend(error.into_reasons());
        }
        let q = q.filter(|q| !q.trim().is_empty()).unwrap_or_default();
        if q.is_empty() {
            let message = "say what is searched for, such as `?q=weber`";
            reasons.push(Reason::new(Code::RequestMissing, "/q", message));
        }
        let limit = limit.map_or(Some(USUAL), |text| text.parse().ok());
        let limit = limit.filter(|limit| (1..=MOST).contains(limit)).unwrap_or_else(|| {
            let message = format!("`limit` is a number from 1 to {MOST}: so many of each entity");
            reasons.push(Reason::new(Code::RequestRange, "/limit", message));
            USUAL
        });
        Error::unless_empty(reasons)?;
        let named = entities.iter().flat_map(|text| text.split(',')).map(str::to_owned);
        Ok(Wanted {
            q,
            limit,
            named: named.collect(),
        })
    }

    /// The plans of the entities in which somebody may search. Who names one is told why they may not.
    fn plans(&self, app: &App, caller: &Caller) -> Result<Vec<(Desk, QueryPlan)>, Problem> {
        let mut plans = Vec::new();
        let mut left = self.named.clone();
        for entity in caller.pack.entities() {
            let is_named = left.remove(entity.name());
            if entity.column_named("id").is_none() || !(is_named || self.named.is_empty()) {
                continue;
            }
            let Some(desk) = Desk::named(app, caller, entity.name()) else {
                continue;
            };
            let mut query = desk.query()?;
            (query.q, query.limit) = (Some(self.q.clone()), Some(self.limit));
            match desk.plan(&query) {
                Ok(mut plan) if plan.test != Test::Constant(false) => {
                    plan.fields.retain(|shown| {
                        let field = entity.fields().get(shown.field);
                        field.is_some_and(|field| field.definition().search)
                    });
                    plans.push((desk, plan));
                }
                Ok(_) => {}
                // What is wrong with the term is wrong with it everywhere.
                Err(error) if is_named || is_of_term(&error) => return Err(error.into()),
                Err(_) => {}
            }
        }
        let unknown = left.iter().map(|name| {
            let name: String = name.chars().take(40).collect();
            Reason::new(
                Code::RequestUnknown,
                "/entities",
                format!("there is no entity `{name}`"),
            )
        });
        Error::unless_empty(unknown.collect())?;
        Ok(plans)
    }
}

/// Whether a refusal is one of the term, and not of whom or what it is looked for by.
fn is_of_term(error: &Error) -> bool {
    let mut reasons = error.reasons();
    reasons.any(|reason| reason.path == "/q" && reason.code != Code::RequestUnknown)
}

/// `GET /v1/search`
pub(super) async fn everywhere(
    State(app): State<App>,
    caller: Caller,
    RawQuery(address): RawQuery,
) -> Result<Response, Problem> {
    let wanted = Wanted::read(address.as_deref())?;
    let plans = wanted.plans(&app, &caller)?;
    let found = app.store.read(caller.tenant, move |mut tx| {
        Box::pin(async move {
            let mut all = Vec::new();
            for (desk, plan) in &plans {
                all.extend(found(&mut tx, desk, plan).await?);
            }
            Ok(all)
        })
    });
    Ok(Json(json!({"q": wanted.q, "entities": found.await?})).into_response())
}

/// The best of one entity; nothing where there are none.
async fn found(tx: &mut TenantTx<'_>, desk: &Desk, plan: &QueryPlan) -> Result<Option<Value>, Failure> {
    let entity = desk.entity()?;
    let page = tx.page(desk.pack(), plan).await?;
    let records: Vec<Record> = json::read(&page.items)?;
    let items = records.iter().map(|record| {
        json!({
            "id": record.get("id"),
            "label": label(entity, &plan.languages, record),
            "rank": plan.rank.as_ref().and_then(|rank| rank_of(entity, (rank, &plan.languages), record)),
        })
    });
    let items: Vec<Value> = items.collect();
    Ok((!items.is_empty()).then(|| {
        json!({
            "entity": entity.name(),
            "address": format!("/v1/{}", entity.address()),
            "items": items,
            "more": page.next.is_some(),
        })
    }))
}

/// By what people know a record: the first of its searched fields that it has and shows, those that every record has before others,
/// and those of the groups of a form in their order.
fn label(entity: &Entity, languages: &[String], record: &Record) -> Option<String> {
    let groups = &entity.definition().groups;
    let order: Vec<&str> = groups
        .iter()
        .flat_map(|group| &group.fields)
        .map(String::as_str)
        .collect();
    let place = |field: &&Field| {
        let place = order.iter().position(|name| *name == field.name());
        (!field.definition().required, place.unwrap_or(usize::MAX))
    };
    let mut fields: Vec<&Field> = entity
        .fields()
        .iter()
        .filter(|field| field.definition().search)
        .collect();
    fields.sort_by_key(place);
    let mut texts = fields.iter().filter_map(|field| match record.get(field.name())? {
        Value::String(text) => Some(text.as_str()),
        texts => field.text_in(texts, languages),
    });
    texts.next().map(str::to_owned)
}

/// How well a record is found by what its list is ranked by.
fn rank_of(entity: &Entity, (rank, languages): (&Rank, &[String]), record: &Record) -> Option<&'static str> {
    let texts = rank.columns.iter().filter_map(|number| {
        let column = entity.column(*number)?;
        let field = entity.fields().get(column.field?)?;
        let text = match record.get(field.name())? {
            Value::String(text) => text.as_str(),
            texts if column.part == ColumnPart::Shown => field.text_in(texts, languages)?,
            texts => field.text_in(texts, &[])?,
        };
        Some(match column.part {
            ColumnPart::Folded | ColumnPart::Shown => folded(text),
            _ => text.to_owned(),
        })
    });
    let lists = rank.lists.iter().filter_map(|place| {
        let field = entity.fields().get(usize::from(*place))?;
        record.get(field.name())?.as_array()
    });
    let tags = lists.flatten().filter_map(|tag| tag.as_str().map(str::to_owned));
    let texts: Vec<String> = texts.chain(tags).collect();
    let tier = rank.tier_of(texts.iter().map(String::as_str));
    RANKS.get(usize::try_from(tier).ok()?).copied()
}
