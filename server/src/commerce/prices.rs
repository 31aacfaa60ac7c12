//! What it costs: the rate list that stands beside the resource of a record, asked for the time that is taken.

use ratebook::calendar::definition::{Take, When};
use ratebook::money::Money;
use ratebook::rates::{Price, PriceRequest};
use ratebook::time::Instant;
use ratebook::{Code, Error, Reason};

use super::counter::Counter;
use super::find::Bookable;
use crate::records::desk::Desk;
use crate::store::Failure;

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

/// Whether somebody writes what is sold at a desk: they know of drafts, and may see what those would cost. To all others a list that is
/// not published is none.
pub(super) fn edits(desk: &Desk) -> Result<bool, Failure> {
    let name = format!("{}:write", desk.entity()?.plural());
    let permission = desk.pack().access().permission(&name);
    Ok(permission.is_some_and(|permission| desk.caller.holder.may(permission)))
}

impl Counter {
    /// The desk of what is sold.
    pub(super) fn desk_of(&self, bookable: &Bookable) -> Result<&Desk, Failure> {
        let own = |desk: &&Desk| desk.entity().is_ok_and(|entity| entity.name() == bookable.entity);
        let desk = self.bookable.iter().find(own);
        desk.ok_or_else(|| Failure::defect("something that is sold nowhere"))
    }

    /// A refusal to price, as whoever asks is told it.
    pub(super) fn unpriced(&self, bookable: &Bookable, error: Error) -> Error {
        match self.desk_of(bookable).and_then(edits) {
            Ok(true) => error,
            _ => error.each_reason(untold),
        }
    }
}

pub(super) fn is_unpublished(reason: &Reason) -> bool {
    reason.code == Code::RatesNotPublished
}

/// A reason without the state of a list that is not published.
pub(super) fn untold(reason: &mut Reason) {
    if is_unpublished(reason) {
        reason.details.remove("status");
        reason.message = "it is not for sale at present".to_owned();
    }
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
