use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::resource::is_zero;
use crate::fault::Limits;
use crate::time::{Day, Instant, Span};

/// When something is taken: in the way that the resource is counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum When {
    /// From one moment to another, the end excluded.
    Span(Span),
    /// The nights of a stay.
    Stay(StayDays),
    /// A dated start.
    Departure(Day),
}

/// The nights from the day of arrival to the day of departure, which is none of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct StayDays {
    /// The day of arrival.
    pub check_in: Day,
    /// The day of departure.
    pub check_out: Day,
}

/// Units of one resource for a time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Take {
    /// The resource.
    #[schemars(extend("format" = "reference"))]
    pub resource: String,
    /// When.
    pub when: When,
    /// How many units.
    #[serde(default = "crate::calendar::bounds::one")]
    #[schemars(range(min = 1, max = 100000))]
    pub units: u32,
    /// The partner out of whose allotment it is taken, or who sold it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "name"))]
    pub partner: Option<String>,
}

/// Something that is booked: one resource, or several that belong together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Booking {
    /// What it is known by.
    #[schemars(extend("format" = "name"))]
    pub id: String,
    /// What it takes.
    #[schemars(length(min = 1, max = 200))]
    pub takes: Vec<Take>,
    /// When it was booked: for figures of pickup.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub booked_at: Option<Instant>,
    /// What a calendar shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "text"))]
    pub title: Option<String>,
    /// How often it was moved since it was booked: its `SEQUENCE` in other calendars, which pass over one that falls. Whoever books
    /// an id again that was cancelled gives a higher one than it had.
    #[serde(default, skip_serializing_if = "is_zero")]
    #[schemars(range(max = 2147483647))]
    pub revision: u32,
    /// When it was last moved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revised_at: Option<Instant>,
}

/// Something that is held until a moment, at which it is free again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Hold {
    /// What it is known by: asked for again, the same hold is answered.
    #[schemars(extend("format" = "name"))]
    pub key: String,
    /// What it takes.
    #[schemars(length(min = 1, max = 200))]
    pub takes: Vec<Take>,
    /// The moment at which it is free again.
    pub expires_at: Instant,
}

/// Time that nobody may take: a repair, an event of another calendar.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Blocked {
    /// What it is known by.
    #[schemars(extend("format" = "reference"))]
    pub id: String,
    /// The resource.
    #[schemars(extend("format" = "reference"))]
    pub resource: String,
    /// When.
    pub when: When,
    /// How many units; all that there are when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 100000))]
    pub units: Option<u32>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "text"))]
    pub reason: Option<String>,
    /// The outside calendar that it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "name"))]
    pub source: Option<String>,
    /// How often it was moved: its `SEQUENCE` in other calendars, which pass over one that falls.
    #[serde(default, skip_serializing_if = "is_zero")]
    #[schemars(range(max = 2147483647))]
    pub revision: u32,
}
