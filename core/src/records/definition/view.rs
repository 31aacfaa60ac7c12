use std::collections::BTreeMap;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use crate::fault::Limits;
use crate::records::Stretch;

/// What people look at: a question about one entity, and how the answer is shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ViewDefinition {
    /// What it is known by.
    #[schemars(length(max = 100), extend("format" = "name"))]
    pub name: String,
    /// What people read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 200), extend("format" = "text"))]
    pub label: Option<String>,
    /// How it is shown.
    pub kind: PackViewKind,
    /// Of what.
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub entity: String,
    /// Filters, as the address of a list has them.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend("format" = "reference", "valueFormat" = "text"))]
    pub filter: BTreeMap<String, String>,
    /// How it is sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 4), extend("format" = "reference"))]
    pub sort: Vec<String>,
    /// The columns of a list, what a card of a board shows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 100), extend("format" = "reference"))]
    pub fields: Vec<String>,
    /// The field by whose values a board has lanes: a choice, a link, or the state, which it is when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub group: Option<String>,
    /// The day or the moment at which a record begins in a calendar.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub from: Option<String>,
    /// The day on which it ends there, included, or the moment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub to: Option<String>,
    /// The fields by whose values records are counted and summed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 4), extend("format" = "reference"))]
    pub facets: Vec<String>,
    /// The fields that are summed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 20), extend("format" = "reference"))]
    pub sums: Vec<String>,
    /// The plot that shows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plot: Option<ViewPlot>,
}

/// How a view is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum PackViewKind {
    /// Rows and columns.
    List,
    /// Cards in the columns of a choice or of the machine's states.
    Board,
    /// Records by day.
    Calendar,
    /// Figures and plots side by side.
    Dashboard,
    /// Figures to be printed and exported.
    Report,
}

/// A plot of a view's figures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ViewPlot {
    /// How it is drawn.
    pub kind: ViewPlotKind,
    /// The field along the axis.
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub along: String,
    /// The field that is summed; records are counted when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub of: Option<String>,
    /// How long a stretch along days or moments is; a day when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per: Option<Stretch>,
}

/// How a plot is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ViewPlotKind {
    /// Bars.
    Bar,
    /// A line.
    Line,
    /// Shares of a whole.
    Share,
}
