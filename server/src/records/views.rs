//! Views of a pack: what core plans of them for the caller, carried out by the store as lists are.

use axum::Json;
use axum::body::Body;
use axum::extract::{Path, RawQuery, State};
use axum::http::Response;
use axum::response::IntoResponse;
use ratebook::records::{
    Lanes, PackView, PackViewKind, PackViewRequest, PackViewsRequest, RecordQuery, Test, ViewPlan, ViewSeries,
    cell_value,
};
use ratebook::time::{Day, Instant};
use ratebook::{Code, Error, Reason};
use serde_json::{Map, Value, json};

use super::ask::{Listed, expand};
use super::desk::Desk;
use super::parameters::Parameters;
use crate::platform::caller::Caller;
use crate::problem::Problem;
use crate::state::App;
use crate::store::json;
use crate::store::{Failure, Record, TenantTx};

/// What a view says itself, and no address of it.
pub(crate) const OWN: [&str; 4] = ["deleted", "facets", "fields", "sums"];

type Answer = Map<String, Value>;

/// `GET /v1/views`: those that the caller may see.
pub(super) async fn list(
    State(app): State<App>,
    caller: Caller,
    RawQuery(address): RawQuery,
) -> Result<Json<Value>, Problem> {
    Parameters::read(address.as_deref())?.finish()?;
    let request = PackViewsRequest::new(caller.actor.clone(), app.now());
    let views = caller.pack.views(&request)?;
    let items = views.iter().map(told).collect::<Result<Vec<_>, _>>()?;
    Ok(Json(json!({ "items": items })))
}

/// A view, and where it is looked at.
fn told(view: &PackView) -> Result<Value, Failure> {
    let mut told = json::value(view)?;
    if let Some(told) = told.as_object_mut() {
        told.insert("address".to_owned(), format!("/v1/views/{}", view.name).into());
    }
    Ok(told)
}

/// A view as it is asked at a moment by an address, the whole of it, and the desk of its records. Who exports it may export such records.
pub(crate) fn to_export(
    (app, caller): (&App, &Caller),
    (name, address): (&str, &str),
    now: Instant,
) -> Result<(Desk, ViewPlan), Problem> {
    let parameters = Parameters::read(Some(address))?.without(&OWN)?;
    let parameters = parameters.without(&["cursor", "expand", "limit", "total"])?;
    let mut request = asked(app, caller, name, parameters)?;
    request.now = now;
    let mut planned = planned(caller, &request)?;
    let Some(mut desk) = Desk::named(app, caller, &planned.view.entity) else {
        return Err(Failure::defect("a view of nothing").into());
    };
    desk.now = now;
    let mut query = desk.query()?;
    (query.export, query.locale) = (true, None);
    let may = desk.plan(&query)?;
    let plan = &mut planned.plan;
    plan.test = Test::all([std::mem::replace(&mut plan.test, Test::Constant(true)), may.test]);
    (plan.after, plan.expand, plan.languages) = (None, Vec::new(), Vec::new());
    Ok((desk, planned))
}

/// What a view tells by figures, and by those of its plot.
pub(crate) async fn figures(tx: &mut TenantTx<'_>, desk: &Desk, planned: &ViewPlan) -> Result<Answer, Failure> {
    let look = Look { desk, planned };
    let mut answer = Answer::new();
    look.figures(tx, &mut answer).await?;
    if let Some(series) = &planned.series {
        answer.insert("series".to_owned(), look.series(tx, series).await?);
    }
    Ok(answer)
}

/// `GET /v1/views/{name}`: what is in it.
pub(super) async fn one(
    State(app): State<App>,
    caller: Caller,
    Path(name): Path<String>,
    RawQuery(address): RawQuery,
) -> Result<Response<Body>, Problem> {
    let mut parameters = Parameters::read(address.as_deref())?.without(&OWN)?;
    let cursor = parameters.take("cursor");
    let mut request = asked(&app, &caller, &name, parameters)?;
    let mut planned = planned(&caller, &request)?;
    if let Some(cursor) = cursor {
        request.after = app.cursors.read(&planned.query, &cursor)?;
        planned = self::planned(&caller, &request)?;
    }
    let Some(desk) = Desk::named(&app, &caller, &planned.view.entity) else {
        return Err(Failure::defect("a view of nothing").into());
    };
    let looked = app.store.read(caller.tenant, move |mut tx| {
        Box::pin(async move {
            let look = Look {
                desk: &desk,
                planned: &planned,
            };
            look.answered(&mut tx).await
        })
    });
    Ok(Json(looked.await?).into_response())
}

/// What an address asks of a view; what is left of it are filters.
fn asked(app: &App, caller: &Caller, name: &str, mut parameters: Parameters) -> Result<PackViewRequest, Error> {
    let mut request = PackViewRequest::new(name, caller.actor.clone(), app.now());
    request.zone = Some(caller.zone.clone());
    request.lane = parameters.take("lane");
    for (name, day) in [("first", &mut request.first), ("last", &mut request.last)] {
        if let Some(text) = parameters.take(name) {
            let read: Result<Day, _> = text.parse();
            *day = Some(read.map_err(|_| {
                let message = format!("`{name}` is a day such as `2026-03-01`");
                Error::new(Code::RequestRange, format!("/{name}"), message)
            })?);
        }
    }
    let mut query = RecordQuery::new(name, caller.actor.clone(), request.now);
    parameters.ask(&mut query)?;
    (request.filter, request.condition, request.q) = (query.filter, query.condition, query.q);
    (request.sort, request.expand) = (query.sort, query.expand);
    (request.limit, request.total) = (query.limit, query.total);
    Ok(request)
}

fn planned(caller: &Caller, request: &PackViewRequest) -> Result<ViewPlan, Problem> {
    caller.pack.view_plan(request, &caller.holder).map_err(|error| {
        if error.reasons().any(|reason| reason.path == "/view") {
            return Problem::not_found(&error.report().message);
        }
        // Filters stand beside the other parameters of an address.
        let error = error.each_reason(|reason| {
            if let Some(name) = reason.path.strip_prefix("/filter") {
                reason.path = name.to_owned();
            }
        });
        error.into()
    })
}

/// Somebody who looks at a view.
struct Look<'l> {
    desk: &'l Desk,
    planned: &'l ViewPlan,
}

impl Look<'_> {
    async fn answered(&self, tx: &mut TenantTx<'_>) -> Result<Answer, Failure> {
        let planned = self.planned;
        let mut answer = Answer::new();
        answer.insert("view".to_owned(), told(&planned.view)?);
        if let Some(days) = planned.days {
            answer.insert("first".to_owned(), json!(days.first));
            answer.insert("last".to_owned(), json!(days.last));
        }
        match (&planned.lanes, planned.view.kind) {
            (Some(lanes), _) => self.board(tx, lanes, &mut answer).await?,
            (None, PackViewKind::List | PackViewKind::Board) => self.page(tx, &mut answer).await?,
            (None, PackViewKind::Calendar) => self.entries(tx, &mut answer).await?,
            (None, _) => self.figures(tx, &mut answer).await?,
        }
        let one_lane = planned.lanes.is_none() && planned.view.kind == PackViewKind::Board;
        if let Some(series) = planned.series.as_ref().filter(|_| !one_lane) {
            answer.insert("series".to_owned(), self.series(tx, series).await?);
        }
        Ok(answer)
    }

    /// A list, or one lane of a board.
    async fn page(&self, tx: &mut TenantTx<'_>, answer: &mut Answer) -> Result<(), Failure> {
        let ViewPlan { query, plan, .. } = self.planned;
        let found = Listed::find(tx, self.desk, plan).await?;
        let next = self.desk.app.cursors.next(query, (self.desk.pack(), plan), &found.page);
        answer.insert("next_cursor".to_owned(), json!(next));
        listed(found, answer)
    }

    /// The entries of a calendar, all of them.
    async fn entries(&self, tx: &mut TenantTx<'_>, answer: &mut Answer) -> Result<(), Failure> {
        let plan = &self.planned.plan;
        let found = Listed::find(tx, self.desk, plan).await?;
        if found.page.next.is_some() {
            let message = format!(
                "more than {} entries lie in these days; ask for fewer, or filter them",
                plan.limit
            );
            let reason = Reason::new(Code::RequestRange, "/last", message).with("limit", plan.limit);
            return Err(reason.into());
        }
        listed(found, answer)
    }

    /// Every lane with its number of records and the first of them.
    async fn board(&self, tx: &mut TenantTx<'_>, lanes: &Lanes, answer: &mut Answer) -> Result<(), Failure> {
        let (pack, entity) = (self.desk.pack(), self.desk.entity()?);
        let name = entity.fields().get(lanes.field).map_or("", |field| field.name());
        let counts = tx.facets(pack, &self.planned.plan).await?;
        let counts = counts.get(name).and_then(Value::as_array).into_iter().flatten();
        let counts = counts.filter_map(|one| Some((one.get("value")?.clone(), one.get("count")?.as_u64()?)));
        let counted = lanes.counted(&counts.collect::<Vec<_>>());
        let mut told = Vec::with_capacity(counted.len());
        let mut shown: Vec<Value> = Vec::new();
        for (place, (value, count)) in counted.into_iter().enumerate() {
            let plan = lanes.plan(entity, &self.planned.plan, &value);
            let Some(plan) = plan.filter(|_| place < Lanes::MOST) else {
                told.push(json!({"value": value, "count": count, "items": null, "next_cursor": null}));
                continue;
            };
            let page = tx.page(pack, &plan).await?;
            let query = self.planned.asked_of(Some(value.as_str().unwrap_or_default()));
            let next = self.desk.app.cursors.next(&query, (pack, &plan), &page);
            let items: Vec<Value> = json::read(&page.items)?;
            shown.push(json!({name: value}));
            shown.extend(items.iter().cloned());
            told.push(json!({"value": value, "count": count, "items": items, "next_cursor": next}));
        }
        answer.insert("lanes".to_owned(), told.into());
        if !self.planned.plan.expand.is_empty() {
            let expanded = expand(tx, self.desk, &self.planned.plan, &json::bytes(&shown)?).await?;
            answer.insert("expanded".to_owned(), expanded.into());
        }
        Ok(())
    }

    /// What a dashboard and a report tell: how many there are, sums and counts.
    async fn figures(&self, tx: &mut TenantTx<'_>, answer: &mut Answer) -> Result<(), Failure> {
        let (pack, plan) = (self.desk.pack(), &self.planned.plan);
        answer.insert("total".to_owned(), tx.total(pack, plan).await?.into());
        answer.insert("sums".to_owned(), tx.sums(pack, plan).await?.into());
        answer.insert("facets".to_owned(), tx.facets(pack, plan).await?.into());
        Ok(())
    }

    /// The figures along the axis of the plot: of every stretch of time, or of the values that there are.
    async fn series(&self, tx: &mut TenantTx<'_>, series: &ViewSeries) -> Result<Value, Failure> {
        let asked = (self.desk.pack(), &self.planned.plan);
        let fields = self.desk.entity()?.fields();
        let of = series.of.and_then(|of| fields.get(of));
        let sum = |sums| of.map_or(Value::Null, |field| field.sum(&sums));
        if let Some(stretches) = &series.stretches {
            let bounds: Vec<(i64, i64)> = stretches.iter().map(|own| (own.first, own.past)).collect();
            let mut found = tx.along_time(asked, series, &bounds).await?;
            let points = stretches.iter().enumerate().map(|(place, own)| {
                let plotted = found.remove(&place).unwrap_or_default();
                json!({"start": own.start, "end": own.end, "count": plotted.count, "sum": sum(plotted.sums)})
            });
            return Ok(points.collect());
        }
        let Some(along) = series.along else {
            return Err(Failure::defect("a plot along nothing"));
        };
        let kind = fields.get(along).map(|field| field.column_kind());
        let found = tx.along_values(asked, (along, series.of)).await?;
        let points = found.into_iter().map(|(cell, plotted)| {
            let value = kind.map_or(Value::Null, |kind| cell_value(kind, &cell));
            json!({"value": value, "count": plotted.count, "sum": sum(plotted.sums)})
        });
        Ok(points.collect())
    }
}

/// What a list has found, beside what else a view tells.
fn listed(found: Listed, answer: &mut Answer) -> Result<(), Failure> {
    let items: Vec<Record> = json::read(&found.page.items)?;
    answer.insert("items".to_owned(), json!(items));
    let figures = [
        ("total", found.total.map(Value::from)),
        ("sums", found.sums.map(Value::Object)),
        ("facets", found.facets.map(Value::Object)),
        ("expanded", found.expanded.map(Value::Object)),
    ];
    answer.extend(
        figures
            .into_iter()
            .filter_map(|(name, value)| Some((name.to_owned(), value?))),
    );
    Ok(())
}
