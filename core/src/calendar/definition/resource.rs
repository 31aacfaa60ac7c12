use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use crate::fault::Limits;
use crate::time::{Day, DayRange, MonthDay, OpeningHours, TimeOfDay, Weekdays, Zone};

/// Anything that can be taken: a room by the hour, a room type with 12 units, a technician, a coach with 49 seats.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Resource {
    /// What it is known by.
    #[schemars(extend("format" = "name"))]
    pub id: String,
    /// What people call it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "name"))]
    pub name: Option<String>,
    /// Whether it is taken by the moment, by the night, or by the seat of a departure.
    #[serde(default)]
    pub mode: ResourceMode,
    /// The zone of its clock.
    pub zone: Zone,
    /// How many units it has.
    #[serde(default = "crate::calendar::bounds::one")]
    #[schemars(range(min = 0, max = 100000))]
    pub capacity: u32,
    /// How many units more than it has may be booked.
    #[serde(default, skip_serializing_if = "is_zero")]
    #[schemars(range(max = 100000))]
    pub overbooking: u32,
    /// When it is open; always when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<OpeningHours>,
    /// Whether a booking lies within the hours as a whole, or only its beginning and its end do.
    #[serde(default, skip_serializing_if = "WithinHours::is_whole")]
    pub within_hours: WithinHours,
    /// Days on which it is closed, unless an exception of its hours says otherwise.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 4000))]
    pub holidays: Vec<Day>,
    /// Days of every year on which it is closed, such as `{"month": 12, "day": 25}`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 366))]
    pub yearly_holidays: Vec<MonthDay>,
    /// Where bookings may begin; at any moment when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grid: Option<SlotGrid>,
    /// The shortest booking.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 5270400))]
    pub min_minutes: Option<u32>,
    /// The longest booking.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 5270400))]
    pub max_minutes: Option<u32>,
    /// Lengths of bookings are a multiple of this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 5270400))]
    pub length_step_minutes: Option<u32>,
    /// The fewest nights of a stay.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 3660))]
    pub min_nights: Option<u32>,
    /// The most nights of a stay.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 3660))]
    pub max_nights: Option<u32>,
    /// Time kept free before every booking. Buffers of two bookings may overlap each other, never a booking, so the
    /// longer of the two lies between neighbours.
    #[serde(default, skip_serializing_if = "is_zero")]
    #[schemars(range(max = 527040))]
    pub buffer_before_minutes: u32,
    /// Time kept free after every booking.
    #[serde(default, skip_serializing_if = "is_zero")]
    #[schemars(range(max = 527040))]
    pub buffer_after_minutes: u32,
    /// Whether a time that has begun may be taken all the same, to record what has happened. Otherwise the past is not for sale.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub past_bookings: bool,
    /// Booked at least so long before it begins: a stay at its check-in time, or else when its first day does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(max = 5270400))]
    pub notice_minutes: Option<u32>,
    /// Booked at most so many days ahead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(max = 36600))]
    pub horizon_days: Option<u32>,
    /// What it can do, such as `german` or `brakes`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 200), extend("format" = "name"))]
    pub skills: Vec<String>,
    /// Where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "name"))]
    pub location: Option<String>,
    /// Among several, the higher one is offered first.
    #[serde(default, skip_serializing_if = "is_nought")]
    pub priority: i32,
    /// By nights: from when on guests arrive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub check_in_time: Option<TimeOfDay>,
    /// By nights: until when guests leave, not after others arrive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub check_out_time: Option<TimeOfDay>,
    /// By nights: until when, on the day of arrival, the night can be booked; until the day ends when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cut_off: Option<TimeOfDay>,
    /// By nights: days with another number of units than its capacity; the first that covers a night counts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 4000))]
    pub inventory: Vec<DayUnits>,
    /// Units kept for partners.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 4000))]
    pub allotments: Vec<Allotment>,
    /// Nights and departures that are not sold for now.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 4000))]
    pub stop_sales: Vec<StopSale>,
    /// The dated starts of a package.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 10000))]
    pub departures: Vec<Departure>,
}

/// What a resource is counted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ResourceMode {
    /// By the moment: rooms by the hour, staff, vehicle bays.
    #[default]
    Instants,
    /// By the night: lodging.
    Nights,
    /// By the seat of a dated start.
    Departures,
}

/// What of a booking lies within opening hours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum WithinHours {
    /// All of it: rooms, staff, vehicle bays.
    #[default]
    Whole,
    /// Pick-up and return, as for hired cars and bikes: between them it may be closed, for days even.
    PickUpAndReturn,
}

impl WithinHours {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
    fn is_whole(&self) -> bool {
        *self == WithinHours::Whole
    }
}

/// Where bookings may begin, on the wall clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct SlotGrid {
    /// Every so many minutes.
    #[schemars(range(min = 1, max = 1440))]
    pub step_minutes: u32,
    /// Counted from midnight or from the opening. From midnight, the step divides an hour or is whole hours.
    #[serde(default)]
    pub counted: GridStart,
    /// Which of these starts are offered.
    #[serde(default)]
    pub packing: Packing,
}

/// Where the steps of a grid are counted from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum GridStart {
    /// From 00:00 of the wall clock.
    #[default]
    Midnight,
    /// From the moment at which it opens.
    Opening,
}

impl GridStart {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
    pub(crate) fn is_midnight(&self) -> bool {
        *self == GridStart::Midnight
    }
}

/// Which starts of the grid are offered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Packing {
    /// Every one.
    #[default]
    Every,
    /// One behind the other, with buffers between them: the first of each free stretch, then the first after its end.
    BackToBack,
    /// Those that leave no gap shorter than the shortest booking.
    NoShortGaps,
}

/// Days with a number of units of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct DayUnits {
    /// The days, that is the nights that begin on them.
    pub days: DayRange,
    /// How many units there are.
    #[schemars(range(max = 100000))]
    pub units: u32,
}

/// Units that only one partner may sell, until they are released.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Allotment {
    /// Whose they are.
    #[schemars(extend("format" = "name"))]
    pub partner: String,
    /// The nights or departures.
    pub days: DayRange,
    /// Only these days of the week; all when not given.
    #[serde(default, skip_serializing_if = "Weekdays::are_all")]
    pub weekdays: Weekdays,
    /// How many units.
    #[schemars(range(max = 100000))]
    pub units: u32,
    /// So many days before the day, what the partner has not sold goes back to everybody; with 0 on the day itself.
    #[serde(default, skip_serializing_if = "is_zero")]
    #[schemars(range(max = 3660))]
    pub release_days: u32,
}

/// Days that are not sold for now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct StopSale {
    /// The nights or departures.
    pub days: DayRange,
    /// Only these days of the week; all when not given.
    #[serde(default, skip_serializing_if = "Weekdays::are_all")]
    pub weekdays: Weekdays,
    /// Only for this partner; for everybody when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "name"))]
    pub partner: Option<String>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "text"))]
    pub reason: Option<String>,
}

/// A dated start with its seats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Departure {
    /// The day.
    pub day: Day,
    /// How many seats.
    #[schemars(range(max = 100000))]
    pub seats: u32,
    /// Sold until so many days before it; until the day itself with 0.
    #[serde(default, skip_serializing_if = "is_zero")]
    #[schemars(range(max = 3660))]
    pub closes_days_before: u32,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
pub(super) fn is_zero(number: &u32) -> bool {
    *number == 0
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_nought(number: &i32) -> bool {
    *number == 0
}
