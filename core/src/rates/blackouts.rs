use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::definition::{Blackout, ListStatus, RateListDefinition};
use crate::fault::Limits;
use crate::time::{Day, DayRange, Weekdays};
use crate::{Code, Reason, Result};

/// A blackout to be added. Selling is stopped at once: published lists take it too.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AddBlackoutRequest {
    /// The list.
    pub list: RateListDefinition,
    /// The days, all of them or by day of the week.
    pub blackout: Blackout,
    /// Bookings that may be touched by it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bookings: Vec<BookedStay>,
}

/// A stay that is booked already.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct BookedStay {
    /// What the booking is known by.
    #[schemars(extend("format" = "reference"))]
    pub number: String,
    /// The day of arrival.
    pub check_in: Day,
    /// The day of departure.
    pub check_out: Day,
}

/// A list with its new blackout, and the bookings that lie in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct BlackoutAdded {
    /// The list.
    pub list: RateListDefinition,
    /// Bookings with a night in the blackout.
    pub touched: Vec<BookedStay>,
}

/// Days that are to be sold again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RemoveBlackoutRequest {
    /// The list.
    pub list: RateListDefinition,
    /// The days; blackouts that reach beyond them keep the rest.
    pub days: DayRange,
}

/// Which blackout days are wanted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct BlackoutDaysRequest {
    /// The list.
    pub list: RateListDefinition,
    /// Only these days; those of the list's validity when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<DayRange>,
}

/// A day that is not sold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct BlackoutDay {
    /// The day.
    pub day: Day,
    /// Why.
    pub reason: Option<String>,
}

/// Adds a blackout and tells which bookings lie in it.
pub fn add_blackout(request: AddBlackoutRequest) -> Result<BlackoutAdded> {
    request.bounded()?;
    let AddBlackoutRequest {
        mut list,
        blackout,
        bookings,
    } = request;
    live(&list)?;
    blackout.days.within(usize::MAX, "/blackout/days")?;
    let touched = bookings
        .into_iter()
        .filter(|booking| nights(booking).any(|night| blackout.covers(night)))
        .collect();
    list.blackouts.push(blackout);
    Ok(BlackoutAdded { list, touched })
}

/// Sells days again: blackouts lose them and keep the rest.
pub fn remove_blackout(request: RemoveBlackoutRequest) -> Result<RateListDefinition> {
    request.bounded()?;
    let RemoveBlackoutRequest { mut list, days } = request;
    live(&list)?;
    days.within(usize::MAX, "/days")?;
    let kept = list.blackouts.iter().flat_map(|blackout| {
        let before = days.first.plus(-1).map(|last| DayRange {
            first: blackout.days.first,
            last: last.min(blackout.days.last),
        });
        let after = days.last.next().map(|first| DayRange {
            first: first.max(blackout.days.first),
            last: blackout.days.last,
        });
        let parts = [before, after].into_iter().flatten().filter(|range| !range.is_empty());
        parts
            .map(|days| Blackout {
                days,
                ..blackout.clone()
            })
            .collect::<Vec<_>>()
    });
    list.blackouts = kept.collect();
    Ok(list)
}

/// Every blackout day with its reason.
pub fn blackout_days(request: BlackoutDaysRequest) -> Result<Vec<BlackoutDay>> {
    request.bounded()?;
    let list = request.list;
    let within = request.within.unwrap_or(list.valid);
    within.within(usize::MAX, "/within")?;
    let Some(days) = within.intersection(list.valid) else {
        return Ok(Vec::new());
    };
    let found = days.days().filter_map(|day| {
        let blackout = list.blackouts.iter().find(|blackout| blackout.covers(day))?;
        Some(BlackoutDay {
            day,
            reason: blackout.reason.clone(),
        })
    });
    Ok(found.collect())
}

impl Blackout {
    /// Whether the day is not sold because of it.
    pub fn covers(&self, day: Day) -> bool {
        let weekdays: Weekdays = self.weekdays;
        self.days.contains(day) && weekdays.contains(day.weekday())
    }
}

fn nights(booking: &BookedStay) -> impl Iterator<Item = Day> {
    let last = booking.check_out.plus(-1).unwrap_or(booking.check_in);
    DayRange {
        first: booking.check_in,
        last,
    }
    .days()
}

fn live(list: &RateListDefinition) -> Result<()> {
    if list.status == ListStatus::Archived {
        let reason = Reason::new(Code::RatesStatus, "/list/status", "an archived list does not change");
        return Err(reason.with("status", list.status).into());
    }
    Ok(())
}
