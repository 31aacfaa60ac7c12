//! Days, ranges of days, weekdays, zones, clock changes and opening hours.

mod day;
mod weekdays;

pub use day::{Day, DayRange};
pub use weekdays::{Weekday, Weekdays};
