use super::Candidate;
use crate::form::Pointer;
use crate::time::{Clock, Day, Instant, OpeningWindow, Zone};
use crate::{Code, Reason};

/// The present moment on the clocks of candidates: most share one, which is read once.
#[derive(Debug)]
pub(super) struct Present<'r> {
    now: Instant,
    shown: Option<Shown<'r>>,
}

/// What the clocks of a zone show now.
#[derive(Clone, Copy, Debug)]
struct Shown<'r> {
    zone: &'r Zone,
    day: Day,
    seconds: u32,
    /// No clock changes in the days around: a window is what it says.
    steady: bool,
}

/// Further than any window of yesterday, today or tomorrow reaches, in seconds.
const AROUND: i64 = 4 * 86_400;

impl<'r> Present<'r> {
    pub(super) fn new(now: Instant) -> Present<'r> {
        Present { now, shown: None }
    }

    /// Whether a candidate works now; one without hours always does.
    pub(super) fn works(&mut self, candidate: &'r Candidate) -> bool {
        let Some((hours, zone)) = candidate.hours.as_ref().zip(candidate.zone.as_ref()) else {
            return true;
        };
        let shown = self.shown(zone);
        if !shown.steady {
            return hours.is_open(self.now, zone);
        }
        let opened = |day: Day, open: &dyn Fn(&OpeningWindow) -> bool| {
            let windows = hours
                .exception_on(day)
                .map_or(&hours.windows, |exception| &exception.windows);
            windows
                .iter()
                .any(|window| window.weekdays.contains(day.weekday()) && open(window))
        };
        let past_midnight = |window: &OpeningWindow| window.closes <= window.opens;
        let today = |window: &OpeningWindow| {
            window.opens.seconds() <= shown.seconds
                && (past_midnight(window) || shown.seconds < window.closes.seconds())
        };
        let yesterday = |window: &OpeningWindow| past_midnight(window) && shown.seconds < window.closes.seconds();
        opened(shown.day, &today) || shown.day.plus(-1).is_some_and(|day| opened(day, &yesterday))
    }

    fn shown(&mut self, zone: &'r Zone) -> Shown<'r> {
        if let Some(shown) = self.shown.filter(|shown| shown.zone.name() == zone.name()) {
            return shown;
        }
        let clock = Clock::of(zone);
        let (day, time) = clock.local(self.now);
        let before = self.now.plus_seconds(-AROUND);
        let after = self.now.plus_seconds(AROUND);
        let change = before.and_then(|before| clock.next_change(before));
        let shown = Shown {
            zone,
            day,
            seconds: time.seconds(),
            steady: before.is_some() && change.is_none_or(|change| after.is_some_and(|after| after < change)),
        };
        self.shown = Some(shown);
        shown
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
        if let [window] = hours.windows.as_slice()
            && hours.exceptions.is_empty()
            && window.opens < window.closes
        {
            // The hours of most people, in which there is nothing to be at fault.
            continue;
        }
        reasons.extend(hours.check(&place().join("hours")));
    }
    if timed && now.is_none() {
        let message = "hours need the present moment";
        reasons.push(Reason::new(Code::RequestMissing, "/now", message));
    }
    reasons
}
