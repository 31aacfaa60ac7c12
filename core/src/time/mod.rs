//! Days, ranges of days, weekdays, zones, clock changes, opening hours and recurrence.

mod age;
mod business;
mod business_clock;
mod clock;
pub mod cron;
mod day;
mod differing;
mod instant;
mod local_time;
mod opening;
mod other;
mod periods;
pub mod questions;
pub mod recurrence;
mod time_of_day;
mod weekdays;
mod zone;

pub use age::age_on;
pub use business::{BusinessCalendar, MonthDay};
pub use business_clock::BusinessClock;
pub use clock::{Clock, UtcOffset};
pub use cron::Cron;
pub use day::{Day, DayRange};
pub(crate) use differing::LookedUp;
pub use instant::Instant;
pub use local_time::LocalTime;
pub use opening::{OpeningException, OpeningHours, OpeningWindow, Span};
pub(crate) use opening::{around, joined};
pub use periods::{Interval, IntervalUnit};
#[cfg(feature = "feeds")]
pub(crate) use recurrence::ForeignRule;
pub use recurrence::{Occurrence, Occurrences, Recurrence};
pub use time_of_day::TimeOfDay;
pub use weekdays::{Weekday, Weekdays};
pub use zone::{Resolved, Zone};
