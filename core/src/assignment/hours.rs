use std::sync::Arc;

use super::Candidate;
use crate::fault::Pointer;
use crate::time::{Clock, Instant, Zone};
use crate::{Code, Reason};

/// The clocks of candidates at one moment: most share one, which is looked up once.
#[derive(Debug)]
pub(super) struct Clocks<'r> {
    now: Instant,
    last: Option<(&'r Zone, Arc<Clock>)>,
}

impl<'r> Clocks<'r> {
    pub(super) fn at(now: Instant) -> Clocks<'r> {
        Clocks { now, last: None }
    }

    /// Whether a candidate works now; one without hours always does.
    pub(super) fn show_work(&mut self, candidate: &'r Candidate) -> bool {
        let Some((hours, zone)) = candidate.hours.as_ref().zip(candidate.zone.as_ref()) else {
            return true;
        };
        let last = self.last.take().filter(|(last, _)| last.name() == zone.name());
        let (_, clock) = self.last.insert(last.unwrap_or_else(|| (zone, Clock::of(zone))));
        hours.is_open_by(clock, self.now)
    }
}

/// Every fault of the candidates' hours.
pub(super) fn faults(candidates: &[Candidate], now: Option<Instant>) -> Vec<Reason> {
    let mut reasons = Vec::new();
    let mut timed = false;
    for (index, candidate) in candidates.iter().enumerate() {
        let Some(hours) = &candidate.hours else { continue };
        timed = true;
        let place = || Pointer::root().join("candidates").join(index);
        if candidate.zone.is_none() {
            let message = "hours need the zone whose clock they go by";
            reasons.push(Reason::new(Code::RequestMissing, place().join("zone"), message));
        }
        // The place is written only where something is at fault.
        if !hours.check(&Pointer::root()).is_empty() {
            reasons.extend(hours.check(&place().join("hours")));
        }
    }
    if timed && now.is_none() {
        let message = "hours need the present moment";
        reasons.push(Reason::new(Code::RequestMissing, "/now", message));
    }
    reasons
}
