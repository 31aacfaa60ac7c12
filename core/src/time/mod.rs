//! Days, ranges of days, weekdays, zones, clock changes and opening hours.

mod age;
mod business;
mod clock;
mod day;
mod instant;
mod opening;
mod periods;
pub mod questions;
mod time_of_day;
mod weekdays;
mod zone;

pub use age::age_on;
pub use business::{BusinessCalendar, MonthDay};
pub use clock::{Clock, UtcOffset};
pub use day::{Day, DayRange};
pub use instant::Instant;
pub use opening::{OpeningException, OpeningHours, OpeningWindow, Span};
pub(crate) use opening::{around, joined};
pub use periods::{Interval, IntervalUnit};
pub use time_of_day::TimeOfDay;
pub use weekdays::{Weekday, Weekdays};
pub use zone::{Resolved, Zone};
