use std::ops::RangeInclusive;

use crate::{Code, Error, Reason, Result};

/// What a number of a request may be.
pub(crate) const UNITS: RangeInclusive<u32> = 1..=100_000;
/// Ten years.
pub(crate) const MINUTES: RangeInclusive<u32> = 1..=5_270_400;

/// Refuses a number outside of what its field takes.
pub(crate) fn within(number: u32, bounds: &RangeInclusive<u32>, path: &str) -> Result<()> {
    if bounds.contains(&number) {
        return Ok(());
    }
    let message = format!("{number} is not between {} and {}", bounds.start(), bounds.end());
    let reason = Reason::new(Code::RequestRange, path, message);
    Err(Error::from(
        reason.with("least", bounds.start()).with("most", bounds.end()),
    ))
}
