//! What it costs: the rate list that stands beside the resource of a record, asked for the time that is taken.

use ratebook::calendar::definition::{Take, When};
use ratebook::money::Money;
use ratebook::rates::{Price, PriceRequest};
use ratebook::time::Instant;
use ratebook::{Code, Error, Reason};

use super::find::Bookable;

/// The digits behind the point that amounts are kept with.
const DIGITS: u32 = 4;

/// The request to a list: the party, the time that is taken, and nothing else that its sender could turn to their favour.
fn asked(take: &Take, party: &PriceRequest, now: Instant) -> PriceRequest {
    let mut asked = party.clone();
    match take.when {
        When::Span(span) => (asked.start, asked.end) = (Some(span.start), Some(span.end)),
        When::Stay(stay) => (asked.check_in, asked.check_out) = (Some(stay.check_in), Some(stay.check_out)),
        When::Departure(day) => (asked.first, asked.last) = (Some(day), Some(day)),
        _ => {}
    }
    asked.quantity = i32::try_from(take.units).unwrap_or(i32::MAX);
    asked.as_of = Some(now);
    asked
}

/// What a take costs; nothing where nothing says so.
pub(super) fn total(
    bookable: &Bookable,
    (index, take): (usize, &Take),
    party: &PriceRequest,
    now: Instant,
) -> Result<Option<Money>, Error> {
    let Some(list) = &bookable.list else { return Ok(None) };
    let total = list
        .total(&asked(take, party, now))
        .map_err(|error| error.under(&format!("/takes/{index}/price")))?;
    if total.amount.units(DIGITS).is_none() {
        let message = format!("{total} has more than the {DIGITS} digits behind the point that are kept");
        return Err(Reason::new(Code::RequestRange, format!("/takes/{index}/price"), message).into());
    }
    Ok(Some(total))
}

/// The same with every line.
pub(super) fn price(
    bookable: &Bookable,
    (index, take): (usize, &Take),
    party: &PriceRequest,
    now: Instant,
) -> Result<Option<Price>, Error> {
    let Some(list) = &bookable.list else { return Ok(None) };
    let price = list.price(&asked(take, party, now));
    price
        .map(Some)
        .map_err(|error| error.under(&format!("/takes/{index}/price")))
}
