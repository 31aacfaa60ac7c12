//! Every reason against a taking.

use super::definition::{GridStart, ResourceMode, StopSale, WithinHours};
use super::schedule::{Ask, MINUTE, Schedule, day, moment};
use super::timeline::Taken;
use crate::fault::{are, many, many_are, shortened};
use crate::time::{Day, DayRange, Instant, Span};
use crate::{Code, Reason};

const SECOND: i64 = MINUTE / 60;

/// Conflicts that are listed before the rest is left out.
const MOST: usize = 50;

/// Who takes something: for the words of a reason.
#[derive(Clone, Debug)]
pub(crate) enum Owner<'s> {
    Booking(&'s str),
    Blocked(&'s str),
    /// Another part of what is asked for.
    Itself,
}

impl Schedule {
    /// Whether units can be taken: the answer of [`Schedule::reasons`] without its words.
    pub(crate) fn is_free(&self, ask: &Ask<'_>) -> bool {
        self.is_allowed(ask, self.left(ask))
    }

    /// The same for who knows how many units are left.
    pub(crate) fn is_allowed(&self, ask: &Ask<'_>, left: i32) -> bool {
        if left < ask.units {
            return false;
        }
        let mut reasons = Vec::new();
        self.rules(ask, &mut reasons);
        reasons.is_empty()
    }

    /// Every reason against taking units; `owner` names who takes what.
    pub(crate) fn reasons<'s>(&'s self, ask: &Ask<'_>, owner: impl Fn(u32) -> Owner<'s>) -> Vec<Reason> {
        let mut reasons = Vec::new();
        self.rules(ask, &mut reasons);
        match self.resource.mode {
            ResourceMode::Instants => self.conflicts(ask, owner, &mut reasons),
            _ => self.short_nights(ask, &mut reasons),
        }
        reasons
    }

    /// What the rules of the resource say, whatever is taken of it.
    fn rules(&self, ask: &Ask<'_>, reasons: &mut Vec<Reason>) {
        match self.resource.mode {
            ResourceMode::Instants => {
                self.hours(ask, reasons);
                self.length(ask, reasons);
            }
            ResourceMode::Nights => {
                self.nights_of_stay(ask, reasons);
                self.stop_sales(ask, reasons);
            }
            ResourceMode::Departures => {
                self.departure(ask, reasons);
                self.stop_sales(ask, reasons);
            }
        }
        self.lead(ask, reasons);
    }

    fn hours(&self, ask: &Ask<'_>, reasons: &mut Vec<Reason>) {
        if self.opening.is_always() && self.resource.grid.is_none() {
            return;
        }
        let (Some(start), Some(end)) = (moment(ask.start), moment(ask.end)) else {
            return;
        };
        match self.resource.within_hours {
            _ if self.opening.is_always() => {}
            WithinHours::Whole if self.opening.holding(start, end, &self.clock).is_none() => {
                reasons.push(self.closed(start, end));
            }
            WithinHours::Whole => {}
            WithinHours::PickUpAndReturn => {
                if !self.opening.is_open(start, &self.clock) {
                    reasons.push(self.closed_at(start, "pick-up", "/when/span/start"));
                }
                if !self.opening.takes_back(end, &self.clock) {
                    reasons.push(self.closed_at(end, "return", "/when/span/end"));
                }
            }
        }
        if let Some(grid) = self.resource.grid {
            let opened = match grid.counted {
                GridStart::Midnight => None,
                GridStart::Opening => self.opening.opened(start, &self.clock),
            };
            if !grid.fits(start, opened, &self.clock) {
                let time = self.clock.local(start).1;
                let message = format!(
                    "bookings begin every {}; {time} is between two beginnings",
                    many(grid.step_minutes, "minute")
                );
                let reason = Reason::new(Code::CalendarGrid, "/when/span/start", message);
                reasons.push(reason.with("step_minutes", grid.step_minutes));
            }
        }
    }

    fn closed(&self, start: Instant, end: Instant) -> Reason {
        let (first, last) = (self.clock.day_of(start), self.clock.day_of(end));
        let last = last.max(first).min(first.plus(7).unwrap_or(first));
        let open = self.open_spans(DayRange { first, last });
        let message = match open.as_slice() {
            [] => format!("closed on {}", DayRange { first, last }),
            spans => format!(
                "{} to {} is not within the hours: open {}",
                self.shown(start),
                self.shown(end),
                self.listed(spans)
            ),
        };
        Reason::new(Code::CalendarClosed, "/when", message).with("open", open)
    }

    /// A moment at which nothing is handed over.
    fn closed_at(&self, at: Instant, what: &str, path: &str) -> Reason {
        let day = self.clock.day_of(at);
        let open = self.open_spans(DayRange { first: day, last: day });
        let message = match open.as_slice() {
            [] => format!("{what} at {}: closed on that day", self.shown(at)),
            spans => format!("{what} at {}: open {}", self.shown(at), self.listed(spans)),
        };
        Reason::new(Code::CalendarClosed, path, message).with("open", open)
    }

    /// A moment by the resource's clock.
    pub(crate) fn shown(&self, instant: Instant) -> String {
        let (day, time) = self.clock.local(instant);
        format!("{day} {time}")
    }

    fn listed(&self, spans: &[Span]) -> String {
        let one = |span: &Span| format!("{} to {}", self.shown(span.start), self.shown(span.end));
        spans.iter().take(4).map(one).collect::<Vec<_>>().join(", ")
    }

    pub(crate) fn length(&self, ask: &Ask<'_>, reasons: &mut Vec<Reason>) {
        let (resource, length) = (&self.resource, ask.end - ask.start);
        let shown = || {
            let (minutes, rest) = (many(length.div_euclid(MINUTE), "minute"), length.rem_euclid(MINUTE));
            match (rest + SECOND - 1) / SECOND {
                0 => minutes,
                seconds => format!("{minutes} and {}", many(seconds, "second")),
            }
        };
        if let Some(least) = resource.min_minutes.filter(|least| length < i64::from(*least) * MINUTE) {
            let message = format!("{}; the shortest booking takes {}", shown(), many(least, "minute"));
            reasons.push(Reason::new(Code::CalendarTooShort, "/when", message).with("min_minutes", least));
        }
        if let Some(most) = resource.max_minutes.filter(|most| length > i64::from(*most) * MINUTE) {
            let message = format!("{}; the longest booking takes {}", shown(), many(most, "minute"));
            reasons.push(Reason::new(Code::CalendarTooLong, "/when", message).with("max_minutes", most));
        }
        if let Some(step) = resource
            .length_step_minutes
            .filter(|step| length % (i64::from(*step).max(1) * MINUTE) != 0)
        {
            let message = format!("a length of {} is not a multiple of {}", shown(), many(step, "minute"));
            reasons.push(Reason::new(Code::CalendarLengthStep, "/when", message).with("length_step_minutes", step));
        }
    }

    fn nights_of_stay(&self, ask: &Ask<'_>, reasons: &mut Vec<Reason>) {
        let nights = ask.end - ask.start;
        if let Some(least) = self.resource.min_nights.filter(|least| nights < i64::from(*least)) {
            let message = format!(
                "{}; the shortest stay has {}",
                many(nights, "night"),
                many(least, "night")
            );
            reasons.push(Reason::new(Code::CalendarTooShort, "/when", message).with("min_nights", least));
        }
        if let Some(most) = self.resource.max_nights.filter(|most| nights > i64::from(*most)) {
            let message = format!(
                "{}; the longest stay has {}",
                many(nights, "night"),
                many(most, "night")
            );
            reasons.push(Reason::new(Code::CalendarTooLong, "/when", message).with("max_nights", most));
        }
    }

    fn stop_sales(&self, ask: &Ask<'_>, reasons: &mut Vec<Reason>) {
        for stop in &self.resource.stop_sales {
            let days: Vec<Day> = (ask.start..ask.end)
                .filter_map(day)
                .filter(|day| stop.holds(*day, ask.partner))
                .collect();
            if let Some(first) = days.first() {
                let why = stop
                    .reason
                    .as_ref()
                    .map_or_else(String::new, |reason| format!(": {reason}"));
                let message = format!("{first} is not sold for now{why}");
                reasons.push(Reason::new(Code::CalendarStopSale, "/when", message).with("days", days));
            }
        }
    }

    fn departure(&self, ask: &Ask<'_>, reasons: &mut Vec<Reason>) {
        let Some(day) = day(ask.start) else { return };
        let departures = &self.resource.departures;
        let Some(departure) = departures.iter().find(|departure| departure.day == day) else {
            let mut later: Vec<Day> = departures
                .iter()
                .map(|departure| departure.day)
                .filter(|other| *other > day)
                .collect();
            later.sort_unstable();
            let message = match later.first() {
                Some(next) => format!("no departure on {day}; the next one is on {next}"),
                None => format!("no departure on {day}, nor later"),
            };
            reasons.push(Reason::new(Code::CalendarNoDeparture, "/when", message).with("next", later.first()));
            return;
        };
        let left = day.since(self.clock.day_of(ask.now));
        // One of the past is told as such.
        if left >= 0 && i64::from(left) < i64::from(departure.closes_days_before) {
            let message = format!(
                "the departure of {day} is sold until {} before; {} left",
                many(departure.closes_days_before, "day"),
                many_are(left, "day")
            );
            let reason = Reason::new(Code::CalendarDepartureClosed, "/when", message);
            reasons.push(
                reason
                    .with("closes_days_before", departure.closes_days_before)
                    .with("days_left", left),
            );
        }
    }

    /// More units than there ever are.
    pub(crate) fn beyond_capacity(&self, units: i32) -> Option<Reason> {
        if units <= self.limit() {
            return None;
        }
        let (limit, units) = (self.limit(), units);
        let message = format!("{} asked for; there {} {limit}", many(units, "unit"), are(limit));
        let reason = Reason::new(Code::CalendarCapacity, "/units", message);
        Some(reason.with("units", units).with("capacity", self.limit()))
    }

    /// Everything that takes units where too few are left: a reason for each.
    fn conflicts<'s>(&'s self, ask: &Ask<'_>, owner: impl Fn(u32) -> Owner<'s>, reasons: &mut Vec<Reason>) {
        if let Some(reason) = self.beyond_capacity(ask.units) {
            reasons.push(reason);
            return;
        }
        let (start, end) = (ask.start, ask.end + self.gap);
        let left = self.left(ask);
        if left >= ask.units {
            return;
        }
        let short = |taken: &Taken| {
            let within = (taken.start.max(start), taken.end.min(end));
            self.most(within.0, within.1, ask).saturating_add(ask.units) > self.limit()
        };
        let met = self.meeting(start, end, ask).into_iter();
        for taken in met.filter(|taken| short(taken)).take(MOST) {
            reasons.push(self.conflict(ask, &taken, &owner(taken.owner), left));
        }
        for held in self.live(start, end, ask).filter(|held| short(&held.taken)).take(MOST) {
            let span = self.own_span(&held.taken);
            let (day, time) = self.clock.local(held.expires_at);
            let hold = format!("a hold, {}, that expires on {day} at {time}", self.times(span));
            let (code, message) = if held.taken.end - self.gap <= ask.start || ask.end <= held.taken.start {
                let minutes = self.gap / MINUTE;
                (
                    Code::CalendarBuffer,
                    format!("{} kept free beside {hold}", many_are(minutes, "minute")),
                )
            } else {
                (Code::CalendarHeld, format!("meets {hold}"))
            };
            let reason = Reason::new(code, "/when", message).with("span", span);
            reasons.push(
                reason
                    .with("expires_at", held.expires_at)
                    .with("units_left", left.max(0)),
            );
        }
    }

    fn conflict(&self, ask: &Ask<'_>, taken: &Taken, owner: &Owner<'_>, left: i32) -> Reason {
        let span = self.own_span(taken);
        let beside = taken.end - self.gap <= ask.start || ask.end <= taken.start;
        let (name, id) = match owner {
            Owner::Booking(id) => ("booking", id),
            Owner::Blocked(id) => ("blocked", id),
            Owner::Itself => ("part", &"the same request"),
        };
        let times = self.times(span);
        let shown = match owner {
            Owner::Booking(_) => format!("booking `{}`", shortened(id)),
            Owner::Blocked(_) => format!("`{}`", shortened(id)),
            Owner::Itself => "another part of the same request".to_owned(),
        };
        let (code, message) = match (owner, beside) {
            (_, true) => {
                let minutes = self.gap / MINUTE;
                (
                    Code::CalendarBuffer,
                    format!("{} kept free beside {shown}, {times}", many_are(minutes, "minute")),
                )
            }
            (Owner::Booking(_) | Owner::Itself, _) => (Code::CalendarConflict, format!("meets {shown}, {times}")),
            (Owner::Blocked(_), _) => (Code::CalendarBlocked, format!("blocked by {shown}, {times}")),
        };
        let reason = Reason::new(code, "/when", message).with(name, id).with("span", span);
        reason.with("units", taken.units).with("units_left", left.max(0))
    }

    /// A stretch of time as the resource's own clocks show it.
    fn times(&self, span: Option<Span>) -> String {
        span.map_or_else(String::new, |span| {
            let ((day, opens), (last, closes)) = (self.clock.local(span.start), self.clock.local(span.end));
            if day == last {
                format!("{day} {opens} to {closes}")
            } else {
                format!("{day} {opens} to {last} {closes}")
            }
        })
    }

    /// A stored taking without its buffer.
    pub(crate) fn own_span(&self, taken: &Taken) -> Option<Span> {
        Some(Span {
            start: moment(taken.start)?,
            end: moment(taken.end - self.gap)?,
        })
    }

    fn short_nights(&self, ask: &Ask<'_>, reasons: &mut Vec<Reason>) {
        if self.left(ask) >= ask.units {
            return;
        }
        let (mut sold_out, mut allotted) = (Vec::new(), Vec::new());
        for night in (ask.start..ask.end).filter_map(day) {
            // A day without a departure has a reason of its own.
            if self.units_on(night).is_none() {
                continue;
            }
            let (left, own) = self.left_on(night, ask);
            if left < ask.units {
                let list = if own { &mut allotted } else { &mut sold_out };
                list.push(serde_json::json!({"day": night.to_string(), "units_left": left.max(0)}));
            }
        }
        for (code, nights, what) in [
            (Code::CalendarSoldOut, sold_out, ""),
            (Code::CalendarAllotment, allotted, " of the allotment"),
        ] {
            let Some(first) = nights.first() else { continue };
            let (day, left) = (first["day"].as_str().unwrap_or_default(), &first["units_left"]);
            let more = match nights.len() - 1 {
                0 => String::new(),
                more => format!(", and {} short", many_are(more, "more day")),
            };
            let message = format!(
                "{} asked for; {day} has {}{what} left{more}",
                many(ask.units, "unit"),
                many(left, "unit")
            );
            let reason = Reason::new(code, "/when", message).with("units", ask.units);
            reasons.push(reason.with("nights", nights));
        }
    }
}

impl StopSale {
    pub(crate) fn holds(&self, day: Day, partner: Option<&str>) -> bool {
        let meant = self.partner.is_none() || self.partner.as_deref() == partner;
        meant && self.days.contains(day) && self.weekdays.contains(day.weekday())
    }
}
