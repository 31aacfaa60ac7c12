use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::{Day, TimeOfDay};
use crate::fault::Limits;

/// What clocks show: a day and a time, without a zone.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, Limits, Build,
)]
#[serde(deny_unknown_fields)]
pub struct LocalTime {
    /// The day.
    pub day: Day,
    /// The time on the wall clock.
    pub time: TimeOfDay,
}

impl LocalTime {
    /// Seconds of the wall clock after 1970-01-01 00:00.
    pub(crate) fn wall(self) -> i64 {
        i64::from(self.day.number()) * DAY + i64::from(self.time.seconds())
    }

    /// The local time so many seconds of the wall clock after 1970-01-01 00:00.
    pub(crate) fn from_wall(wall: i64) -> Option<LocalTime> {
        let day = i32::try_from(wall.div_euclid(DAY)).ok().and_then(Day::from_number)?;
        let time = u32::try_from(wall.rem_euclid(DAY))
            .ok()
            .and_then(TimeOfDay::from_seconds)?;
        Some(LocalTime { day, time })
    }
}

/// Seconds of a day on the wall clock.
pub(super) const DAY: i64 = 86_400;
