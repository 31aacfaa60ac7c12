//! What changes a calendar: each command happens as a whole or not at all.

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::bounds::within;
use super::definition::{Blocked, Booking, Hold, Take};
use super::state::{BlockedTime, Booked, OnHold, Parts, State};
use super::transaction::Transaction;
use crate::fault::{self, Limits, bytes, shortened};
use crate::time::Instant;
use crate::{Code, Error, Reason, Result};

/// Books one resource or several at once: all or none.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct BookRequest {
    /// The present moment.
    pub now: Instant,
    /// The booking. The same one again changes nothing and is answered again.
    pub booking: Booking,
    /// The hold that it comes from: it does not stand in the way, and is gone afterwards.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub hold: Option<String>,
}

/// Holds one resource or several at once: all or none.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct HoldRequest {
    /// The present moment.
    pub now: Instant,
    /// What the hold is known by. Asked for again with the same takes, the same hold is answered.
    #[schemars(extend("format" = "name"))]
    pub key: String,
    /// What is held.
    #[schemars(length(min = 1, max = 200))]
    pub takes: Vec<Take>,
    /// For so many seconds.
    #[schemars(range(min = 1, max = 31622400))]
    pub ttl_seconds: u32,
}

/// Makes a hold a booking.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ConfirmRequest {
    /// The present moment.
    pub now: Instant,
    /// The hold.
    #[schemars(extend("format" = "reference"))]
    pub key: String,
    /// The id of the booking.
    #[schemars(extend("format" = "name"))]
    pub booking: String,
    /// What a calendar shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "text"))]
    pub title: Option<String>,
    /// A hold that has expired is booked all the same when its time is still free.
    #[serde(default)]
    pub even_if_expired: bool,
}

/// Gives a hold up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ReleaseRequest {
    /// The hold.
    #[schemars(extend("format" = "reference"))]
    pub key: String,
}

/// Lets a hold expire later.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ExtendRequest {
    /// The present moment.
    pub now: Instant,
    /// The hold.
    #[schemars(extend("format" = "reference"))]
    pub key: String,
    /// For so many seconds from now.
    #[schemars(range(min = 1, max = 31622400))]
    pub ttl_seconds: u32,
}

/// Gives a booking up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CancelRequest {
    /// The booking.
    #[schemars(extend("format" = "reference"))]
    pub booking: String,
}

/// Moves a booking, makes it longer or shorter, or gives it other resources. It does not stand in its own way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RescheduleRequest {
    /// The present moment.
    pub now: Instant,
    /// The booking.
    #[schemars(extend("format" = "reference"))]
    pub booking: String,
    /// What it takes from now on.
    #[schemars(length(min = 1, max = 200))]
    pub takes: Vec<Take>,
}

/// Blocks time, whatever is booked in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct BlockRequest {
    /// What is blocked. The same again changes nothing.
    pub blocked: Blocked,
}

/// Makes blocked time free again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct UnblockRequest {
    /// What was blocked.
    #[schemars(extend("format" = "reference"))]
    pub blocked: String,
}

/// Drops every hold that has expired.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ExpireRequest {
    /// The present moment: what expires at it has expired.
    pub now: Instant,
}

impl Transaction<'_> {
    pub(super) fn book(&mut self, request: &BookRequest) -> Result<Booking> {
        let BookRequest { now, booking, hold } = request;
        let (parts, known) = self.booking_wanted(booking)?;
        if let Some(known) = known {
            return Ok(known);
        }
        if let Some(key) = hold.as_deref().filter(|key| self.holds.get(key).is_none()) {
            return Err(unknown_hold(key, "/hold"));
        }
        let booked = Booked {
            parts,
            booked_at: Some(booking.booked_at.unwrap_or(*now)),
            title: booking.title.as_deref().map(Into::into),
            revision: booking.revision,
            revised_at: booking.revised_at,
        };
        self.book_parts(&booking.id, booked, *now, hold.as_deref())
            .map_err(|error| error.under("/booking/takes"))
    }

    /// Books all parts or none; the hold that they come from is gone afterwards.
    fn book_parts(&mut self, id: &str, booked: Booked, now: Instant, hold: Option<&str>) -> Result<Booking> {
        Error::unless_empty(self.against(&booked.parts, now, hold, None))?;
        let answer = self.booking(id, &booked);
        self.add_booking(id, booked)?;
        if let Some(key) = hold {
            self.remove_hold(key);
        }
        Ok(answer)
    }

    pub(super) fn place_hold(&mut self, request: &HoldRequest) -> Result<Hold> {
        let HoldRequest {
            now,
            key,
            takes,
            ttl_seconds,
        } = request;
        id_fits(key, "/key")?;
        let parts = self.parts(takes).map_err(|error| error.under("/takes"))?;
        if let Some(known) = self.holds.get(key).filter(|known| known.expires_at > *now) {
            if known.parts == parts {
                return Ok(self.hold(key, known));
            }
            let message = format!("hold `{}` is there already and holds something else", shortened(key));
            return Err(Error::new(Code::CalendarHoldExists, "/key", message));
        }
        let expires_at = later(*now, *ttl_seconds)?;
        Error::unless_empty(self.against(&parts, *now, None, None)).map_err(|error| error.under("/takes"))?;
        self.remove_hold(key);
        let hold = OnHold { parts, expires_at };
        let answer = self.hold(key, &hold);
        self.add_hold(key, hold);
        Ok(answer)
    }

    pub(super) fn confirm(&mut self, request: &ConfirmRequest) -> Result<Booking> {
        let ConfirmRequest { now, key, booking, .. } = request;
        id_fits(booking, "/booking")?;
        let known = self.bookings.get(booking);
        let Some(hold) = self.holds.get(key) else {
            // Asked again after it was confirmed, as happens when an answer is lost: the booking is answered again.
            return known
                .map(|known| self.booking(booking, known))
                .ok_or_else(|| unknown_hold(key, "/key"));
        };
        if known.is_some() {
            let message = format!("booking `{}` is there already", shortened(booking));
            return Err(Error::new(Code::CalendarBookingExists, "/booking", message));
        }
        if hold.expires_at <= *now && !request.even_if_expired {
            return Err(expired(hold, *now));
        }
        let booked = Booked {
            parts: hold.parts.clone(),
            booked_at: Some(*now),
            title: request.title.as_deref().map(Into::into),
            revision: 0,
            revised_at: None,
        };
        self.book_parts(booking, booked, *now, Some(key)).map_err(at_key)
    }

    pub(super) fn release(&mut self, request: &ReleaseRequest) -> Result<Hold> {
        let key = &request.key;
        let hold = self.holds.get(key).ok_or_else(|| unknown_hold(key, "/key"))?;
        let answer = self.hold(key, hold);
        self.remove_hold(key);
        Ok(answer)
    }

    pub(super) fn extend(&mut self, request: &ExtendRequest) -> Result<Hold> {
        let ExtendRequest { now, key, ttl_seconds } = request;
        let expires_at = later(*now, *ttl_seconds)?;
        let Some(hold) = self.holds.get(key) else {
            return Err(unknown_hold(key, "/key"));
        };
        if hold.expires_at <= *now {
            return Err(expired(hold, *now));
        }
        let answer = Hold {
            expires_at,
            ..self.hold(key, hold)
        };
        self.extend_hold(key, expires_at);
        Ok(answer)
    }

    pub(super) fn expire(&mut self, request: &ExpireRequest) -> Result<Vec<Hold>> {
        let mut freed: Vec<Hold> = Vec::new();
        for (key, hold) in self.holds.sorted() {
            if hold.expires_at <= request.now {
                freed.push(self.hold(key, hold));
            }
        }
        // Of those that expired at the same moment the lower key comes first.
        freed.sort_by_key(|hold| hold.expires_at);
        for hold in &freed {
            self.remove_hold(&hold.key);
        }
        Ok(freed)
    }

    pub(super) fn cancel(&mut self, request: &CancelRequest) -> Result<Booking> {
        let id = &request.booking;
        let booked = self.bookings.get(id).ok_or_else(|| unknown_booking(id))?;
        let answer = self.booking(id, booked);
        self.remove_booking(id);
        Ok(answer)
    }

    pub(super) fn reschedule(&mut self, request: &RescheduleRequest) -> Result<Booking> {
        let id = &request.booking;
        let booked = self.bookings.get(id).ok_or_else(|| unknown_booking(id))?;
        let parts = self.parts(&request.takes).map_err(|error| error.under("/takes"))?;
        Error::unless_empty(self.against(&parts, request.now, None, Some(id)))
            .map_err(|error| error.under("/takes"))?;
        let moved = booked.moved(parts, request.now);
        let answer = self.booking(id, &moved);
        self.move_booking(id, moved).map_err(|error| error.under("/takes"))?;
        Ok(answer)
    }

    pub(super) fn block(&mut self, request: &BlockRequest) -> Result<Blocked> {
        self.block_time(&request.blocked)
            .map_err(|error| error.under("/blocked"))
    }

    pub(super) fn block_time(&mut self, blocked: &Blocked) -> Result<Blocked> {
        let time = self.blocking(blocked)?;
        if let Some(known) = self.blocked.get(&blocked.id) {
            if known.part == time.part {
                return Ok(blocked.clone());
            }
            let message = format!("blocked time `{}` is there already", shortened(&blocked.id));
            return Err(Error::new(Code::CalendarBlockExists, "/id", message));
        }
        self.add_blocked(&blocked.id, time)?;
        Ok(blocked.clone())
    }

    pub(super) fn unblock(&mut self, request: &UnblockRequest) -> Result<Blocked> {
        let id = &request.blocked;
        let known = self.blocked.get(id).and_then(|time| self.blocked_time(id, time));
        let answer = known.ok_or_else(|| {
            let message = format!("there is no blocked time `{}`", shortened(id));
            Error::new(Code::CalendarBlockUnknown, "/blocked", message)
        })?;
        self.remove_blocked(id);
        Ok(answer)
    }
}

impl State {
    /// What a booking takes, and the booking itself when it is there already and takes the same.
    pub(super) fn booking_wanted(&self, booking: &Booking) -> Result<(Parts, Option<Booking>)> {
        let parts = self
            .parts(&booking.takes)
            .map_err(|error| error.under("/booking/takes"))?;
        id_fits(&booking.id, "/booking/id")?;
        let Some(known) = self.bookings.get(&booking.id) else {
            return Ok((parts, None));
        };
        if known.parts == parts {
            return Ok((parts, Some(self.booking(&booking.id, known))));
        }
        let message = format!(
            "booking `{}` is there already and takes something else",
            shortened(&booking.id)
        );
        Err(Error::new(Code::CalendarBookingExists, "/booking/id", message))
    }

    /// What blocking time comes to.
    pub(super) fn blocking(&self, blocked: &Blocked) -> Result<BlockedTime> {
        id_fits(&blocked.id, "/id")?;
        // What an outside calendar calls its events is as it is there.
        if blocked.source.is_none() {
            fault::named(&blocked.id, "/id")?;
        }
        let take = Take {
            resource: blocked.resource.clone(),
            when: blocked.when,
            units: blocked.units.unwrap_or(1),
            partner: None,
        };
        let mut part = self.part(&take)?;
        if let Some(schedule) = self.schedule(part.resource).filter(|_| blocked.units.is_none()) {
            part.units = schedule.all_units();
        }
        Ok(BlockedTime {
            part,
            all: blocked.units.is_none(),
            reason: blocked.reason.as_deref().map(Into::into),
            source: blocked.source.as_deref().map(Into::into),
            revision: blocked.revision,
        })
    }
}

/// What is wrong with an id.
pub(super) fn unfit(id: &str) -> Option<String> {
    let empty = || "the id is empty; give it 1 to 200 bytes".to_owned();
    id.is_empty().then(empty).or_else(|| bytes("the id", id, 200))
}

pub(super) fn id_fits(id: &str, path: &str) -> Result<()> {
    match unfit(id) {
        Some(message) => Err(Error::new(Code::RequestRange, path, message)),
        None => Ok(()),
    }
}

fn later(now: Instant, seconds: u32) -> Result<Instant> {
    within(seconds, &(1..=31_622_400), "/ttl_seconds")?;
    now.plus_seconds(seconds.into()).ok_or_else(|| {
        Error::new(
            Code::TimeOutOfRange,
            "/ttl_seconds",
            "it would expire after the year 9999",
        )
    })
}

fn unknown_hold(key: &str, path: &str) -> Error {
    let message = format!("there is no hold `{}`", shortened(key));
    Error::new(Code::CalendarHoldUnknown, path, message)
}

fn unknown_booking(id: &str) -> Error {
    let message = format!("there is no booking `{}`", shortened(id));
    Error::new(Code::CalendarBookingUnknown, "/booking", message)
}

fn expired(hold: &OnHold, now: Instant) -> Error {
    let message = format!("the hold expired at {}", hold.expires_at);
    let reason = Reason::new(Code::CalendarHoldExpired, "/key", message);
    reason.with("expires_at", hold.expires_at).with("now", now).into()
}

/// The takes stand in the hold, not in the request.
fn at_key(error: Error) -> Error {
    error.each_reason(|reason| "/key".clone_into(&mut reason.path))
}
