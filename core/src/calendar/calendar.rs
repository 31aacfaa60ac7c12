use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard};

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::bounds::{UNITS, within};
use super::check;
use super::commands::{
    BlockRequest, BookRequest, CancelRequest, ConfirmRequest, ExpireRequest, ExtendRequest, HoldRequest,
    ReleaseRequest, RescheduleRequest, UnblockRequest,
};
use super::definition::{Blocked, Booking, CalendarDefinition, Hold, Take, When};
use super::schedule::{Ask, Schedule, counted};
use super::state::State;
use super::transaction::Transaction;
use crate::fault::{Faults, Limits};
use crate::time::{Instant, Span};
use crate::{Code, Error, Reason, Result};

/// Resources and what is taken of them, compiled: asked as often as you like, and changed by commands that happen as a
/// whole or not at all. It is shared between threads; of two that book the last unit at once, one succeeds.
///
/// ```
/// use ratebook::calendar::{Calendar, CheckRequest};
/// # fn main() -> ratebook::Result<()> {
/// let calendar = Calendar::load(serde_json::json!({
///     "resources": [{"id": "studio", "zone": "Europe/Berlin"}],
///     "bookings": [{"id": "B1", "takes": [{"resource": "studio", "when": {"span":
///         {"start": "2026-09-01T10:00:00Z", "end": "2026-09-01T12:00:00Z"}}}]}],
/// }))?;
/// let request: CheckRequest = serde_json::from_value(serde_json::json!({
///     "now": "2026-08-01T00:00:00Z", "resource": "studio",
///     "when": {"span": {"start": "2026-09-01T11:00:00Z", "end": "2026-09-01T13:00:00Z"}},
/// })).unwrap_or_else(|_| unreachable!());
/// let answer = calendar.check(&request)?;
/// assert!(!answer.free);
/// assert_eq!(answer.reasons[0].code.as_str(), "calendar.conflict");
/// # Ok(()) }
/// ```
#[derive(Debug, Default)]
pub struct Calendar {
    state: RwLock<Arc<State>>,
}

impl Clone for Calendar {
    /// Shares everything until one of the two changes.
    fn clone(&self) -> Self {
        Calendar {
            state: RwLock::new(Arc::clone(&self.as_it_is())),
        }
    }
}

/// Is it free?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CheckRequest {
    /// The present moment: what holds and notice are measured by.
    pub now: Instant,
    /// The resource.
    #[schemars(extend("format" = "reference"))]
    pub resource: String,
    /// When.
    pub when: When,
    /// How many units.
    #[serde(default = "crate::calendar::bounds::one")]
    #[schemars(range(min = 1, max = 100000))]
    pub units: u32,
    /// The partner who asks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub partner: Option<String>,
    /// A hold of the asker's own, which does not stand in the way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub hold: Option<String>,
    /// A booking that is to move, which does not stand in its own way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub booking: Option<String>,
}

/// Whether it is free, and why not.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct Availability {
    /// Whether it can be booked.
    pub free: bool,
    /// The units that nobody has taken over the whole time, whatever the rules say.
    pub units_left: u32,
    /// Every reason against it.
    pub reasons: Vec<Reason>,
    /// Of a stay, the time from check-in to check-out where the resource says when both are.
    pub span: Option<Span>,
}

/// Are several things free at once?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CheckAllRequest {
    /// The present moment.
    pub now: Instant,
    /// What is wanted, all of it.
    #[schemars(length(min = 1, max = 200))]
    pub takes: Vec<Take>,
    /// A hold of the asker's own, which does not stand in the way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub hold: Option<String>,
    /// A booking that is to move, which does not stand in its own way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub booking: Option<String>,
}

/// Where and from when on something is looked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct NextFreeRequest {
    /// The present moment.
    pub now: Instant,
    /// The resources to look at; all that are counted by the moment when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 20000), extend("format" = "reference"))]
    pub resources: Vec<String>,
    /// Not before that moment.
    pub after: Instant,
    /// For so many minutes.
    #[schemars(range(min = 1, max = 5270400))]
    pub minutes: u32,
    /// How many units.
    #[serde(default = "crate::calendar::bounds::one")]
    #[schemars(range(min = 1, max = 100000))]
    pub units: u32,
    /// Within so many days.
    #[serde(default = "quarter")]
    #[schemars(range(min = 1, max = 3660))]
    pub within_days: u32,
}

/// A free time of a resource.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct FreeTime {
    /// The resource.
    pub resource: String,
    /// The time.
    pub span: Span,
}

/// What a calendar holds now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct SnapshotRequest {}

impl Calendar {
    pub(crate) fn checked(definition: CalendarDefinition, mut faults: Faults) -> Result<Self> {
        let state = check::check(&definition, &mut faults);
        faults.finish(()).map(|()| Calendar::of_state(state))
    }

    pub(crate) fn of_state(state: State) -> Self {
        Calendar {
            state: RwLock::new(Arc::new(state)),
        }
    }

    /// What is asked: a state that is whole.
    pub(crate) fn read(&self) -> Result<RwLockReadGuard<'_, Arc<State>>> {
        let state = self.as_it_is();
        if state.is_whole { Ok(state) } else { Err(half_made()) }
    }

    /// A lock is no sign of half-made state: a command that panics is undone before it is let go, and `is_whole` says when that
    /// failed.
    fn as_it_is(&self) -> RwLockReadGuard<'_, Arc<State>> {
        self.state.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes the state as a whole, or not at all when the change is refused or panics; a copy that is still in use keeps what it
    /// has.
    pub(crate) fn write<T>(&self, change: impl FnOnce(&mut Transaction<'_>) -> Result<T>) -> Result<T> {
        let mut state = self.state.write().unwrap_or_else(PoisonError::into_inner);
        if !state.is_whole {
            return Err(half_made());
        }
        let mut transaction = Transaction::new(Arc::make_mut(&mut state));
        match catch_unwind(AssertUnwindSafe(|| transaction.whole(change))) {
            Ok(done) => {
                transaction.end();
                done
            }
            Err(panic) => {
                transaction.restore();
                drop(state);
                resume_unwind(panic)
            }
        }
    }

    /// Is it free? If not, every reason.
    pub fn check(&self, request: &CheckRequest) -> Result<Availability> {
        request.bounded()?;
        self.read()?.check(&request.resource, request)
    }

    /// Whether it is free, without a word: the fast way.
    pub fn is_free(&self, request: &CheckRequest) -> Result<bool> {
        self.read()?
            .asked(&request.resource, request, |schedule, ask| schedule.is_free(ask))
    }

    /// Are several things free at once? One answer for all, with every reason.
    pub fn check_all(&self, request: &CheckAllRequest) -> Result<Availability> {
        request.bounded()?;
        self.read()?.check_all(request)
    }

    /// Books one resource or several at once: all or none.
    pub fn book(&self, request: &BookRequest) -> Result<Booking> {
        request.bounded()?;
        self.write(|change| change.book(request))
    }

    /// Holds one resource or several at once, until a moment.
    pub fn hold(&self, request: &HoldRequest) -> Result<Hold> {
        request.bounded()?;
        self.write(|change| change.place_hold(request))
    }

    /// Makes a hold a booking; what it holds is checked again.
    pub fn confirm(&self, request: &ConfirmRequest) -> Result<Booking> {
        request.bounded()?;
        self.write(|change| change.confirm(request))
    }

    /// Gives a hold up.
    pub fn release(&self, request: &ReleaseRequest) -> Result<Hold> {
        request.bounded()?;
        self.write(|change| change.release(request))
    }

    /// Lets a hold expire later.
    pub fn extend(&self, request: &ExtendRequest) -> Result<Hold> {
        request.bounded()?;
        self.write(|change| change.extend(request))
    }

    /// Drops every hold that has expired, and tells which.
    pub fn expire(&self, request: &ExpireRequest) -> Result<Vec<Hold>> {
        request.bounded()?;
        self.write(|change| change.expire(request))
    }

    /// Gives a booking up.
    pub fn cancel(&self, request: &CancelRequest) -> Result<Booking> {
        request.bounded()?;
        self.write(|change| change.cancel(request))
    }

    /// Moves a booking, makes it longer or shorter, or gives it other resources.
    pub fn reschedule(&self, request: &RescheduleRequest) -> Result<Booking> {
        request.bounded()?;
        self.write(|change| change.reschedule(request))
    }

    /// Blocks time, whatever is booked in it.
    pub fn block(&self, request: &BlockRequest) -> Result<Blocked> {
        request.bounded()?;
        self.write(|change| change.block(request))
    }

    /// Makes blocked time free again.
    pub fn unblock(&self, request: &UnblockRequest) -> Result<Blocked> {
        request.bounded()?;
        self.write(|change| change.unblock(request))
    }

    /// Everything as a definition, from which it loads again.
    pub fn snapshot(&self, _: &SnapshotRequest) -> Result<CalendarDefinition> {
        Ok(self.read()?.definition())
    }

    /// What it is now, as a definition: what is booked, held and blocked, from which everything else follows.
    pub fn definition(&self) -> CalendarDefinition {
        self.as_it_is().definition()
    }

    /// The first free time of each resource, the earliest first; of two at the same moment the one of higher priority.
    pub fn next_free(&self, request: &NextFreeRequest) -> Result<Vec<FreeTime>> {
        request.bounded()?;
        self.read()?.next_free(request)
    }
}

impl State {
    /// Checks a resource in the place of the request's own.
    pub(crate) fn check(&self, resource: &str, request: &CheckRequest) -> Result<Availability> {
        self.asked(resource, request, |schedule, ask| {
            let left = schedule.left(ask);
            let reasons = if schedule.is_allowed(ask, left) {
                Vec::new()
            } else {
                schedule.reasons(ask, |owner| self.owner(owner))
            };
            Availability {
                free: reasons.is_empty(),
                units_left: u32::try_from(left).unwrap_or(0),
                reasons,
                span: schedule.between_times(ask),
            }
        })
    }

    fn asked<T>(
        &self,
        resource: &str,
        request: &CheckRequest,
        answer: impl FnOnce(&Schedule, &Ask<'_>) -> T,
    ) -> Result<T> {
        within(request.units, &UNITS, "/units")?;
        let (number, schedule) = self.named(resource, "/resource")?;
        let (start, end) = schedule.stretch(request.when).map_err(|error| error.under("/when"))?;
        let given_back = self.given_back(request.booking.as_deref(), number);
        let ask = Ask {
            start,
            end,
            units: counted(request.units),
            now: request.now,
            partner: request.partner.as_deref(),
            own_hold: request.hold.as_deref().and_then(|key| self.holds.number(key)),
            assumed: &given_back,
        };
        Ok(answer(schedule, &ask))
    }

    fn check_all(&self, request: &CheckAllRequest) -> Result<Availability> {
        let parts = self.parts(&request.takes).map_err(|error| error.under("/takes"))?;
        let (hold, moving) = (request.hold.as_deref(), request.booking.as_deref());
        let own_hold = hold.and_then(|key| self.holds.number(key));
        let left = parts.iter().filter_map(|part| {
            let given_back = self.given_back(moving, part.resource);
            let ask = part.ask(request.now, own_hold, &given_back);
            self.schedule(part.resource).map(|schedule| schedule.left(&ask))
        });
        let left = left.min().unwrap_or(0);
        let mut reasons = self.against(&parts, request.now, hold, moving);
        for reason in &mut reasons {
            reason.path.insert_str(0, "/takes");
        }
        Ok(Availability {
            free: reasons.is_empty(),
            units_left: u32::try_from(left).unwrap_or(0),
            reasons,
            span: None,
        })
    }
}

#[cold]
fn half_made() -> Error {
    let message = "a defect in ratebook itself left the calendar half changed; load it anew from what it was made of";
    Error::new(Code::EngineDefect, "", message)
}

fn quarter() -> u32 {
    90
}

#[cfg(test)]
impl Calendar {
    /// As after a command that could be undone no more.
    pub(crate) fn break_off(&self) {
        let mut state = self.state.write().unwrap_or_else(PoisonError::into_inner);
        Arc::make_mut(&mut state).is_whole = false;
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::time::Duration;

    use serde_json::json;

    use super::*;

    /// A question waits for no other and copies nothing: only what changes a calendar takes it for itself.
    #[test]
    fn several_things_are_asked_for_while_others_read() {
        let calendar = Calendar::load(json!({"resources": [{"id": "room", "zone": "UTC"}]})).unwrap();
        let calendar = Arc::new(calendar);
        let asked: CheckAllRequest =
            serde_json::from_value(json!({"now": "2026-05-01T00:00:00Z", "takes": [{"resource": "room",
            "when": {"span": {"start": "2026-06-01T10:00:00Z", "end": "2026-06-01T11:00:00Z"}}}]}))
            .unwrap();
        let reading = calendar.read().unwrap();
        let before = Arc::as_ptr(&reading);
        let (answers, answered) = mpsc::channel();
        let other = Arc::clone(&calendar);
        std::thread::spawn(move || answers.send(other.check_all(&asked).map(|answer| answer.free)));
        assert!(answered.recv_timeout(Duration::from_secs(20)).unwrap().unwrap());
        drop(reading);
        assert_eq!(Arc::as_ptr(&calendar.read().unwrap()), before);
    }
}
