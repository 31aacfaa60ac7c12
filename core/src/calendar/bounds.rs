use std::ops::RangeInclusive;

use crate::{Code, Error, Reason, Result};

/// What a number of a request may be.
pub(crate) const UNITS: RangeInclusive<u32> = 1..=100_000;
/// Ten years.
pub(crate) const MINUTES: RangeInclusive<u32> = 1..=5_270_400;

/// The most days that are answered at once.
pub(crate) const DAYS: usize = 400;
/// The most days of resources that one question looks through.
const MOST_DAYS: usize = 1_000_000;

/// Refuses a question for too many days of too many resources.
pub(crate) fn resource_days(resources: usize, days: usize, path: &str) -> Result<()> {
    if resources.saturating_mul(days) <= MOST_DAYS {
        return Ok(());
    }
    let message = format!(
        "{days} days of {resources} resources; ask for fewer of either, at most {MOST_DAYS} of both multiplied"
    );
    Err(Reason::new(Code::RequestRange, path, message)
        .with("limit", MOST_DAYS)
        .into())
}

/// Refuses a number outside of what its field takes.
pub(crate) fn within(number: u32, bounds: &RangeInclusive<u32>, path: &str) -> Result<()> {
    if bounds.contains(&number) {
        return Ok(());
    }
    let message = format!("`{number}` is not between {} and {}", bounds.start(), bounds.end());
    let reason = Reason::new(Code::RequestRange, path, message);
    Err(Error::from(
        reason.with("least", bounds.start()).with("most", bounds.end()),
    ))
}

/// The number of units where none is given.
pub(crate) fn one() -> u32 {
    1
}
