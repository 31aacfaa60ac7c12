//! A view's plans as they are told: for hosts that carry them out in a database of their own.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::super::compiled::Pack;
use super::super::query::{PlannedQuery, told};
use super::{PackView, PackViewRequest};
use crate::fault::Limits;
use crate::time::Day;
use crate::{JsonSchema, Result};

/// What a view asks of its entity's table, with every right of the actor in it. Who carries it out adds the tenant and nothing else.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct PlannedView {
    /// The view as the actor may see it.
    pub view: PackView,
    /// Its records and its figures; of a board, how many records each lane has.
    pub plan: PlannedQuery,
    /// The lanes that a board has in any case; a lane of any other value is asked for by itself.
    pub lanes: Vec<PlannedLane>,
    /// The first of the days that are looked at.
    pub first: Option<Day>,
    /// The last of them.
    pub last: Option<Day>,
    /// The figures of its plot.
    pub series: Option<PlannedSeries>,
}

/// A lane of a board.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct PlannedLane {
    /// The value of its records.
    pub value: Value,
    /// Its records.
    pub plan: PlannedQuery,
}

/// The figures along the axis of a plot.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct PlannedSeries {
    /// The column along the axis.
    pub column: u16,
    /// The field that is summed; records are counted in any case.
    #[schemars(extend("format" = "name"))]
    pub of: Option<String>,
    /// The stretches of an axis of time; nothing where it is one of values.
    pub stretches: Option<Vec<PlannedStretch>>,
}

/// A stretch of an axis of time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct PlannedStretch {
    /// When it begins: a day or a moment.
    pub start: Value,
    /// When the next one begins.
    pub end: Value,
    /// What the column has at least, as text.
    #[schemars(extend("format" = "text"))]
    pub first: String,
    /// What it stays below.
    #[schemars(extend("format" = "text"))]
    pub past: String,
}

impl Pack {
    /// What a view asks of its records, as plans with the actor's rights in them.
    pub fn view(&self, request: &PackViewRequest) -> Result<PlannedView> {
        let holder = self.holder(&request.actor)?;
        let planned = self.view_plan(request, &holder)?;
        let entity = self.named(&planned.view.entity)?;
        let lanes = planned.lanes.iter().flat_map(|lanes| {
            lanes.known.iter().filter_map(|value| {
                let plan = lanes.plan(entity, &planned.plan, value)?;
                Some(PlannedLane {
                    value: value.clone(),
                    plan: told(self, entity, &plan),
                })
            })
        });
        let series = planned.series.as_ref().map(|series| PlannedSeries {
            column: series.column,
            of: series
                .of
                .and_then(|of| Some(entity.fields().get(of)?.name().to_owned())),
            stretches: series.stretches.as_ref().map(|stretches| {
                let stretch = |own: &super::ViewStretch| PlannedStretch {
                    start: own.start.clone(),
                    end: own.end.clone(),
                    first: own.first.to_string(),
                    past: own.past.to_string(),
                };
                stretches.iter().map(stretch).collect()
            }),
        });
        Ok(PlannedView {
            plan: told(self, entity, &planned.plan),
            lanes: lanes.collect(),
            first: planned.days.map(|days| days.first),
            last: planned.days.map(|days| days.last),
            series,
            view: planned.view,
        })
    }
}
