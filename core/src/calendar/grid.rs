use super::definition::{GridStart, SlotGrid};
use crate::time::{Clock, Instant};

const SECOND: i64 = 1_000_000;

impl SlotGrid {
    /// Whether a booking may begin at a moment, when the resource opened at that other one.
    pub(crate) fn fits(&self, start: Instant, opened: Option<Instant>, clock: &Clock) -> bool {
        let offset = clock.offset_at(start);
        self.next(start.microseconds(), offset, self.anchor(opened, clock)) == start.microseconds()
    }

    /// The second of the wall clock that steps are counted from; none for midnight, with which they begin anew.
    pub(crate) fn anchor(&self, opened: Option<Instant>, clock: &Clock) -> Option<i64> {
        let opened = opened.filter(|_| self.counted == GridStart::Opening)?;
        Some(opened.seconds() + i64::from(clock.offset_at(opened)))
    }

    /// The first moment of the grid, not before that one, while clocks are that many seconds east.
    pub(crate) fn next(&self, at: i64, offset: i32, anchor: Option<i64>) -> i64 {
        let (east, step) = (i64::from(offset), i64::from(self.step_minutes.max(1)) * 60);
        let second = at.div_euclid(SECOND) + i64::from(at.rem_euclid(SECOND) > 0) + east;
        let begins = anchor.unwrap_or_else(|| second.div_euclid(86_400) * 86_400);
        let within = (second - begins + step - 1).div_euclid(step) * step;
        let within = if anchor.is_none() { within.min(86_400) } else { within };
        (begins + within - east) * SECOND
    }
}
