//! What people write: resources with their rules, and what is taken of them.

mod resource;
mod taking;

pub use resource::{
    Allotment, DayUnits, Departure, GridStart, Packing, Resource, ResourceMode, SlotGrid, StopSale, WithinHours,
};
pub use taking::{Blocked, Booking, Hold, StayDays, Take, When};

use crate::JsonSchema;
use crate::fault::Limits;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

/// Resources and everything that is taken of them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CalendarDefinition {
    /// What can be taken.
    #[schemars(length(max = 20000))]
    pub resources: Vec<Resource>,
    /// What is booked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bookings: Vec<Booking>,
    /// What is held for a while.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub holds: Vec<Hold>,
    /// What nobody may take: repairs, events of other calendars.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub blocked: Vec<Blocked>,
}
