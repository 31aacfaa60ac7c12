//! Days, ranges of days, weekdays, zones, clock changes and opening hours.

mod age;
mod day;
mod instant;
mod time_of_day;
mod weekdays;
mod zone;

pub use age::age_on;
pub use day::{Day, DayRange};
pub use instant::Instant;
pub use time_of_day::TimeOfDay;
pub use weekdays::{Weekday, Weekdays};
pub use zone::{Resolved, Zone};
