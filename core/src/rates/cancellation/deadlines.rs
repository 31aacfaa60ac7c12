use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::CancellationPolicy;
use super::fee::{Asked, CancellableBooking};
use crate::Result;
use crate::fault::Limits;
use crate::money::{Currency, Decimal};
use crate::time::{Instant, LocalTime};

/// A booking whose deadlines are wanted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CancellationDeadlinesRequest {
    /// What is booked, or is about to be.
    pub booking: CancellableBooking,
    /// What has passed by then is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub now: Option<Instant>,
}

/// What cancelling costs, deadline by deadline: what a guest is shown before booking.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct CancellationDeadlines {
    /// The currency of every amount.
    pub currency: Currency,
    /// What the booking costs.
    pub total: Decimal,
    /// The last moment at which cancelling is free, unless it is free always or never.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub free_until: Option<Instant>,
    /// From the earliest to the latest; neighbours with the same fee are one.
    pub steps: Vec<CancellationStep>,
    /// What is charged when nobody comes.
    pub no_show: Decimal,
}

/// What cancelling costs up to a deadline.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct CancellationStep {
    /// The last moment at which it costs that, included; the last step has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Instant>,
    /// What clocks show then, where the booking takes place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub local: Option<LocalTime>,
    /// What is charged.
    pub fee: Decimal,
    /// What goes back of what has been paid.
    pub refund: Decimal,
}

impl CancellationPolicy {
    /// Every deadline of a booking with what cancelling costs until then.
    pub fn deadlines(&self, request: &CancellationDeadlinesRequest) -> Result<CancellationDeadlines> {
        request.bounded()?;
        let asked = Asked::of(self, &request.booking)?;
        let mut moments: Vec<Instant> = asked
            .components
            .iter()
            .flat_map(|(_, own)| own.iter().copied())
            .collect();
        moments.extend(asked.grace_ends);
        moments.retain(|moment| request.now.is_none_or(|now| now <= *moment));
        moments.sort_unstable();
        moments.dedup();
        let after_all = moments.iter().copied().chain(request.now).max().unwrap_or(asked.start);
        let after_all = Instant::from_microseconds(after_all.microseconds().saturating_add(1)).unwrap_or(after_all);
        let mut steps: Vec<CancellationStep> = Vec::with_capacity(moments.len() + 1);
        for moment in moments.into_iter().map(Some).chain([None]) {
            let settled = asked.settled(asked.lines(moment.unwrap_or(after_all), false)?)?;
            let local = moment
                .map(|moment| asked.zone.local(moment))
                .map(|(day, time)| LocalTime { day, time });
            let step = CancellationStep {
                deadline: moment,
                local,
                fee: settled.fee,
                refund: settled.refund,
            };
            match steps.last_mut() {
                Some(last) if last.fee == step.fee => *last = step,
                _ => steps.push(step),
            }
        }
        let free_until = steps
            .first()
            .filter(|step| step.fee.is_zero())
            .and_then(|step| step.deadline);
        Ok(CancellationDeadlines {
            currency: request.booking.currency,
            total: asked.total,
            free_until,
            steps,
            no_show: asked.settled(asked.lines(asked.start, true)?)?.fee,
        })
    }
}
