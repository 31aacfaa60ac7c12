//! Views: what people look at, as questions to one entity that go through the one plan, and what somebody sees of them.

mod days;
mod lanes;
mod plan;
mod told;

use std::collections::BTreeMap;

use ratebook_derive::Build;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::compiled::{Entity, Pack};
use super::definition::{FieldKind, PackViewKind, ViewDefinition, ViewPlot};
use super::query::{Reader, Test};
use super::screen::labelled;
use crate::fault::Limits;
use crate::tenancy::access::AccessActor;
use crate::time::{Day, Instant, Zone};
use crate::{JsonSchema, Result};

pub use days::ViewStretch;
pub(super) use days::stretches_of;
pub use lanes::Lanes;
pub use plan::{ViewPlan, ViewSeries};
pub use told::{PlannedLane, PlannedSeries, PlannedStretch, PlannedView};

/// Which views of a pack are there for somebody?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PackViewsRequest {
    /// Who looks.
    pub actor: AccessActor,
    /// The present moment.
    pub now: Instant,
}

/// What is in a view, for somebody?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PackViewRequest {
    /// The view.
    #[schemars(length(max = 100), extend("format" = "reference"))]
    pub view: String,
    /// Who looks.
    pub actor: AccessActor,
    /// The present moment.
    pub now: Instant,
    /// The zone by whose clock days begin; UTC when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<Zone>,
    /// Filters besides those of the view, as the address of a list has them.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend("format" = "reference", "valueFormat" = "text"))]
    pub filter: BTreeMap<String, String>,
    /// A condition besides.
    #[serde(default, rename = "where", skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "text"))]
    pub condition: Option<String>,
    /// A part of any searched field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 200), extend("format" = "text"))]
    pub q: Option<String>,
    /// Another order than the view's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 4), extend("format" = "reference"))]
    pub sort: Vec<String>,
    /// The links whose records are wanted too.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 10), extend("format" = "reference"))]
    pub expand: Vec<String>,
    /// How many at most on a page, or in a lane; 20 when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 100))]
    pub limit: Option<u32>,
    /// What the page follows on, as `next` had it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 5))]
    pub after: Vec<Value>,
    /// The one lane of a board that is wanted, by its value; an empty text is the one of those without any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 300), extend("format" = "reference"))]
    pub lane: Option<String>,
    /// The first day of a calendar, or of a plot along days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<Day>,
    /// The last day, included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<Day>,
    /// Whether it is to be told how many there are.
    #[serde(default)]
    pub total: bool,
}

/// A view as somebody may see it: what is hidden of them in all records is left out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct PackView {
    /// What it is known by.
    #[schemars(extend("format" = "name"))]
    pub name: String,
    /// What people read.
    #[schemars(extend("format" = "text"))]
    pub label: String,
    /// How it is shown.
    pub kind: PackViewKind,
    /// Of what.
    #[schemars(extend("format" = "name"))]
    pub entity: String,
    /// The columns of a list, what a card or an entry shows.
    pub columns: Vec<PackViewColumn>,
    /// The field by whose values there are lanes.
    #[schemars(extend("format" = "name"))]
    pub group: Option<String>,
    /// The field by which a record begins in a calendar.
    #[schemars(extend("format" = "name"))]
    pub from: Option<String>,
    /// The field by which it ends there.
    #[schemars(extend("format" = "name"))]
    pub to: Option<String>,
    /// The fields by whose values records are counted.
    #[schemars(extend("format" = "name"))]
    pub facets: Vec<String>,
    /// The fields that are summed.
    #[schemars(extend("format" = "name"))]
    pub sums: Vec<String>,
    /// The plot that shows it.
    pub plot: Option<ViewPlot>,
}

/// A column of a view.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct PackViewColumn {
    /// The field.
    #[schemars(extend("format" = "name"))]
    pub name: String,
    /// What people read.
    #[schemars(extend("format" = "text"))]
    pub label: String,
    /// What it holds; nothing for what every record has.
    pub kind: Option<FieldKind>,
}

impl Pack {
    /// The views that somebody may see, in the order of the pack.
    pub fn views(&self, request: &PackViewsRequest) -> Result<Vec<PackView>> {
        request.bounded()?;
        let holder = self.holder(&request.actor)?;
        let views = self.definition().views.iter().filter_map(|view| {
            let mut asked = PackViewRequest::new(view.name.as_str(), request.actor.clone(), request.now);
            let today = Zone::UTC.day_of(request.now);
            if view.kind == PackViewKind::Calendar {
                (asked.first, asked.last) = (Some(today), Some(today));
            }
            self.view_plan(&asked, &holder).ok().map(|planned| planned.view)
        });
        Ok(views.collect())
    }
}

impl ViewDefinition {
    /// The field by whose values a board has lanes.
    pub(super) fn grouped(&self, entity: &Entity) -> Option<String> {
        if self.kind != PackViewKind::Board {
            return None;
        }
        let state = entity.definition().machine.as_ref().map(|machine| &machine.field);
        self.group.as_ref().or(state).cloned()
    }

    /// The view with nothing in it that is hidden of every record.
    fn seen_by(&self, reader: &Reader<'_>) -> PackView {
        let entity = reader.entity;
        let names = |name: &String| entity.place_of(name).is_some_and(|place| reader.names(place));
        let named = |list: &[String]| list.iter().filter(|name| names(name)).cloned().collect();
        let plot = self.plot.as_ref();
        let plot = plot.filter(|plot| is_own(entity, &plot.along) || names(&plot.along));
        PackView {
            name: self.name.clone(),
            label: labelled(self.label.as_ref(), &self.name),
            kind: self.kind,
            entity: entity.name().to_owned(),
            columns: self.columns(reader),
            group: self.grouped(entity),
            from: self.from.clone(),
            to: self.to.clone(),
            facets: named(&self.facets),
            sums: named(&self.sums),
            plot: plot.filter(|plot| plot.of.as_ref().is_none_or(names)).cloned(),
        }
    }

    fn columns(&self, reader: &Reader<'_>) -> Vec<PackViewColumn> {
        let entity = reader.entity;
        let all: Vec<&str> = match self.fields.is_empty() {
            true => {
                let shown = entity.fields().iter().filter(|field| field.kind() != FieldKind::Rows);
                shown.map(|field| field.name()).collect()
            }
            false => self.fields.iter().map(String::as_str).collect(),
        };
        let seen = all.into_iter().filter(|name| {
            let hidden = |place: usize| reader.sees(place) == Test::Constant(false);
            !entity.place_of(name).is_some_and(hidden)
        });
        let column = |name: &str| {
            let field = entity.field(name);
            PackViewColumn {
                name: name.to_owned(),
                label: labelled(field.and_then(|field| field.definition().label.as_ref()), name),
                kind: field.map(|field| field.kind()),
            }
        };
        seen.map(column).collect()
    }
}

/// Whether a name is one of what every record of the entity has.
pub(super) fn is_own(entity: &Entity, name: &str) -> bool {
    let column = entity.column_named(name).and_then(|column| entity.column(column));
    column.is_some_and(|column| column.field.is_none() && column.name != "tenant_id")
}
