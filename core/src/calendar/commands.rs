//! What changes a calendar: each command happens as a whole or not at all.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::bounds::within;
use super::definition::{Blocked, Booking, Hold, Take};
use super::state::{BlockedTime, Booked, OnHold, Part, Parts, State, blocked_owner, booking_owner, uncountable};
use crate::fault::Limits;
use crate::order;
use crate::time::Instant;
use crate::{Code, Error, Reason, Result};

/// Books one resource or several at once: all or none.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(deny_unknown_fields)]
pub struct BookRequest {
    /// The present moment.
    pub now: Instant,
    /// The booking. The same one again changes nothing and is answered again.
    pub booking: Booking,
    /// The hold that it comes from: it does not stand in the way, and is gone afterwards.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hold: Option<String>,
}

/// Holds one resource or several at once: all or none.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(deny_unknown_fields)]
pub struct HoldRequest {
    /// The present moment.
    pub now: Instant,
    /// What the hold is known by. Asked for again with the same takes, the same hold is answered.
    pub key: String,
    /// What is held.
    #[schemars(length(min = 1, max = 200))]
    pub takes: Vec<Take>,
    /// For so many seconds.
    #[schemars(range(min = 1, max = 31622400))]
    pub ttl_seconds: u32,
}

/// Makes a hold a booking.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(deny_unknown_fields)]
pub struct ConfirmRequest {
    /// The present moment.
    pub now: Instant,
    /// The hold.
    pub key: String,
    /// The id of the booking.
    pub booking: String,
    /// What a calendar shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// A hold that has expired is booked all the same when its time is still free.
    #[serde(default)]
    pub even_if_expired: bool,
}

/// Gives a hold up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(deny_unknown_fields)]
pub struct ReleaseRequest {
    /// The hold.
    pub key: String,
}

/// Lets a hold expire later.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(deny_unknown_fields)]
pub struct ExtendRequest {
    /// The present moment.
    pub now: Instant,
    /// The hold.
    pub key: String,
    /// For so many seconds from now.
    #[schemars(range(min = 1, max = 31622400))]
    pub ttl_seconds: u32,
}

/// Gives a booking up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(deny_unknown_fields)]
pub struct CancelRequest {
    /// The booking.
    pub booking: String,
}

/// Moves a booking, makes it longer or shorter, or gives it other resources. It does not stand in its own way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(deny_unknown_fields)]
pub struct RescheduleRequest {
    /// The present moment.
    pub now: Instant,
    /// The booking.
    pub booking: String,
    /// What it takes from now on.
    #[schemars(length(min = 1, max = 200))]
    pub takes: Vec<Take>,
}

/// Blocks time, whatever is booked in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(deny_unknown_fields)]
pub struct BlockRequest {
    /// What is blocked. The same again changes nothing.
    pub blocked: Blocked,
}

/// Makes blocked time free again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(deny_unknown_fields)]
pub struct UnblockRequest {
    /// What was blocked.
    pub blocked: String,
}

/// Drops every hold that has expired.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(deny_unknown_fields)]
pub struct ExpireRequest {
    /// The present moment: what expires at it has expired.
    pub now: Instant,
}

impl State {
    pub(super) fn book(&mut self, request: &BookRequest) -> Result<Booking> {
        let BookRequest { now, booking, hold } = request;
        let parts = self
            .parts(&booking.takes)
            .map_err(|error| error.under("/booking/takes"))?;
        named(&booking.id, "/booking/id")?;
        if let Some(known) = self.bookings.get(&booking.id) {
            if known.parts == parts {
                return Ok(self.booking(&booking.id, known));
            }
            let message = format!(
                "booking `{}` is there already and takes something else",
                crate::money::shortened(&booking.id)
            );
            return Err(Error::new(Code::CalendarBookingExists, "/booking/id", message));
        }
        if let Some(key) = hold.as_deref().filter(|key| self.holds.get(key).is_none()) {
            return Err(unknown_hold(key, "/hold"));
        }
        self.take_all(&parts, *now, hold.as_deref())
            .map_err(|error| error.under("/booking/takes"))?;
        if let Some(key) = hold {
            self.drop_hold(key);
        }
        let booked = Booked {
            parts,
            booked_at: Some(booking.booked_at.unwrap_or(*now)),
            title: booking.title.as_deref().map(Into::into),
        };
        let answer = self.booking(&booking.id, &booked);
        self.bookings.insert(&booking.id, booked);
        Ok(answer)
    }

    /// Takes all parts for the next booking, or none: what an earlier part takes counts for the later ones.
    pub(super) fn take_all(&mut self, parts: &Parts, now: Instant, hold: Option<&str>) -> Result<()> {
        let owner = booking_owner(self.bookings.next_number());
        self.all_or_none(parts, now, hold, owner)
    }

    fn all_or_none(&mut self, parts: &Parts, now: Instant, hold: Option<&str>, owner: u32) -> Result<()> {
        let mut reasons = Vec::new();
        let mut done: Vec<&Part> = Vec::new();
        for (index, part) in parts.iter().enumerate() {
            let mut found = self.reasons(part, now, hold);
            let inserted = found.is_empty()
                && self
                    .schedule_mut(part.resource)
                    .is_some_and(|schedule| schedule.insert(part.taken(owner), part.partner.as_deref()));
            if inserted {
                done.push(part);
            } else if found.is_empty() {
                found.extend(uncountable().into_reasons());
            }
            for reason in &mut found {
                reason.path.insert_str(0, &format!("/{index}"));
            }
            reasons.extend(found);
        }
        if !reasons.is_empty() {
            for part in done {
                self.give_back(std::slice::from_ref(part), owner);
            }
        }
        Error::unless_empty(reasons)
    }

    pub(super) fn place_hold(&mut self, request: &HoldRequest) -> Result<Hold> {
        let HoldRequest {
            now,
            key,
            takes,
            ttl_seconds,
        } = request;
        named(key, "/key")?;
        let parts = self.parts(takes).map_err(|error| error.under("/takes"))?;
        if let Some(known) = self.holds.get(key).filter(|known| known.expires_at > *now) {
            if known.parts == parts {
                return Ok(self.hold(key, known));
            }
            let message = format!(
                "hold `{}` is there already and holds something else",
                crate::money::shortened(key)
            );
            return Err(Error::new(Code::CalendarHoldExists, "/key", message));
        }
        let expires_at = later(*now, *ttl_seconds)?;
        // Checked as a booking that is given back at once: what one part holds counts for the next.
        self.take_all(&parts, *now, None)
            .map_err(|error| error.under("/takes"))?;
        self.give_back(&parts, booking_owner(self.bookings.next_number()));
        self.drop_hold(key);
        self.hold_parts(&parts, self.holds.next_number(), expires_at);
        let hold = OnHold { parts, expires_at };
        let answer = self.hold(key, &hold);
        self.holds.insert(key, hold);
        Ok(answer)
    }

    fn drop_hold(&mut self, key: &str) -> Option<OnHold> {
        let number = self.holds.number(key)?;
        let hold = self.holds.remove(key)?;
        self.drop_parts(&hold.parts, number);
        Some(hold)
    }

    pub(super) fn confirm(&mut self, request: &ConfirmRequest) -> Result<Booking> {
        let ConfirmRequest { now, key, booking, .. } = request;
        named(booking, "/booking")?;
        let known = self.bookings.get(booking);
        let Some(hold) = self.holds.get(key).cloned() else {
            // Asked again after it was confirmed, as happens when an answer is lost: the booking is answered again.
            return known
                .map(|known| self.booking(booking, known))
                .ok_or_else(|| unknown_hold(key, "/key"));
        };
        if known.is_some() {
            let message = format!("booking `{}` is there already", crate::money::shortened(booking));
            return Err(Error::new(Code::CalendarBookingExists, "/booking", message));
        }
        if hold.expires_at <= *now && !request.even_if_expired {
            return Err(expired(&hold, *now));
        }
        self.take_all(&hold.parts, *now, Some(key)).map_err(at_key)?;
        self.drop_hold(key);
        let booked = Booked {
            parts: hold.parts,
            booked_at: Some(*now),
            title: request.title.as_deref().map(Into::into),
        };
        let answer = self.booking(booking, &booked);
        self.bookings.insert(booking, booked);
        Ok(answer)
    }

    pub(super) fn release(&mut self, request: &ReleaseRequest) -> Result<Hold> {
        let hold = self
            .drop_hold(&request.key)
            .ok_or_else(|| unknown_hold(&request.key, "/key"))?;
        Ok(self.hold(&request.key, &hold))
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
        let (parts, number) = (hold.parts.clone(), self.holds.number(key).unwrap_or(0));
        self.drop_parts(&parts, number);
        self.hold_parts(&parts, number, expires_at);
        if let Some(hold) = self.holds.get_mut(key) {
            hold.expires_at = expires_at;
        }
        Ok(self.hold(key, &OnHold { parts, expires_at }))
    }

    pub(super) fn expire(&mut self, request: &ExpireRequest) -> Result<Vec<Hold>> {
        let mut freed: Vec<(Instant, String)> = Vec::new();
        for (key, hold) in self.holds.sorted() {
            if hold.expires_at <= request.now {
                freed.push((hold.expires_at, key.to_owned()));
            }
        }
        order::sort_by(&mut freed, Ord::cmp);
        let freed = freed.into_iter().filter_map(|(_, key)| {
            let hold = self.drop_hold(&key)?;
            Some(self.hold(&key, &hold))
        });
        Ok(freed.collect())
    }

    pub(super) fn cancel(&mut self, request: &CancelRequest) -> Result<Booking> {
        let id = &request.booking;
        let number = self.bookings.number(id).ok_or_else(|| unknown_booking(id))?;
        let booked = self.bookings.remove(id).ok_or_else(|| unknown_booking(id))?;
        self.give_back(&booked.parts, booking_owner(number));
        Ok(self.booking(id, &booked))
    }

    pub(super) fn reschedule(&mut self, request: &RescheduleRequest) -> Result<Booking> {
        let id = &request.booking;
        let number = self.bookings.number(id).ok_or_else(|| unknown_booking(id))?;
        let parts = self.parts(&request.takes).map_err(|error| error.under("/takes"))?;
        let before = self
            .bookings
            .get(id)
            .map(|booked| booked.parts.clone())
            .unwrap_or_default();
        let owner = booking_owner(number);
        self.give_back(&before, owner);
        if let Err(error) = self.all_or_none(&parts, request.now, None, owner) {
            self.take_parts(&before, owner);
            return Err(error.under("/takes"));
        }
        if let Some(booked) = self.bookings.get_mut(id) {
            booked.parts = parts;
        }
        self.bookings
            .get(id)
            .map(|booked| self.booking(id, booked))
            .ok_or_else(|| unknown_booking(id))
    }

    pub(super) fn block(&mut self, request: &BlockRequest) -> Result<Blocked> {
        self.block_time(&request.blocked)
            .map_err(|error| error.under("/blocked"))
    }

    pub(super) fn block_time(&mut self, blocked: &Blocked) -> Result<Blocked> {
        named(&blocked.id, "/id")?;
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
        if let Some(known) = self.blocked.get(&blocked.id) {
            if known.part == part {
                return Ok(blocked.clone());
            }
            let message = format!(
                "blocked time `{}` is there already",
                crate::money::shortened(&blocked.id)
            );
            return Err(Error::new(Code::CalendarBlockExists, "/id", message));
        }
        let owner = blocked_owner(self.blocked.next_number());
        if !self.take_parts(std::slice::from_ref(&part), owner) {
            return Err(uncountable());
        }
        let time = BlockedTime {
            part,
            all: blocked.units.is_none(),
            reason: blocked.reason.as_deref().map(Into::into),
            source: blocked.source.as_deref().map(Into::into),
        };
        self.blocked.insert(&blocked.id, time);
        Ok(blocked.clone())
    }

    pub(super) fn unblock(&mut self, request: &UnblockRequest) -> Result<Blocked> {
        let id = &request.blocked;
        let unknown = || {
            let message = format!("there is no blocked time `{}`", crate::money::shortened(id));
            Error::new(Code::CalendarBlockUnknown, "/blocked", message)
        };
        let number = self.blocked.number(id).ok_or_else(unknown)?;
        let time = self.blocked.remove(id).ok_or_else(unknown)?;
        self.give_back(std::slice::from_ref(&time.part), blocked_owner(number));
        self.blocked_time(id, &time).ok_or_else(unknown)
    }
}

pub(super) fn named(id: &str, path: &str) -> Result<()> {
    if !id.is_empty() && id.len() <= 200 {
        return Ok(());
    }
    let message = format!("an id has 1 to 200 bytes, not {}", id.len());
    Err(Error::new(Code::RequestRange, path, message))
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
    let message = format!("there is no hold `{}`", crate::money::shortened(key));
    Error::new(Code::CalendarHoldUnknown, path, message)
}

fn unknown_booking(id: &str) -> Error {
    let message = format!("there is no booking `{}`", crate::money::shortened(id));
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
