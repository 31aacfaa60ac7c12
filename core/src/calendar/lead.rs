//! When something may be booked: not when it has begun, not too late, and not too early.

use super::definition::ResourceMode;
use super::schedule::{Ask, DAY, MINUTE, Schedule, day, moment};
use crate::fault::{many, many_are};
use crate::time::{Instant, Resolved, Span, TimeOfDay};
use crate::{Code, Reason};

impl Schedule {
    /// Every reason that `now` gives against a taking.
    pub(crate) fn lead(&self, ask: &Ask<'_>, reasons: &mut Vec<Reason>) {
        let resource = &self.resource;
        let begun = self.has_begun(ask);
        if begun && !resource.past_bookings && !self.has_already(ask, self.present(ask.now)) {
            reasons.push(self.past(ask));
        }
        if resource.notice_minutes.is_none() && resource.horizon_days.is_none() && resource.cut_off.is_none() {
            return;
        }
        if !begun {
            reasons.extend(self.notice(ask));
            reasons.extend(self.cut_off(ask));
        }
        reasons.extend(self.horizon(ask));
    }

    /// Whether it has begun: by the moment, or when its first day is over.
    fn has_begun(&self, ask: &Ask<'_>) -> bool {
        match self.resource.mode {
            ResourceMode::Instants => ask.start < ask.now.microseconds(),
            // No clock is two days from universal time: most days are told from today without one.
            _ if (ask.start - 2) * DAY > ask.now.microseconds() => false,
            _ => ask.start < self.present(ask.now),
        }
    }

    /// The present moment as a number of the resource's: of two days, today.
    fn present(&self, now: Instant) -> i64 {
        match self.resource.mode {
            ResourceMode::Instants => now.microseconds(),
            _ => self.clock.day_of(now).number().into(),
        }
    }

    /// Whether the asker has all of it that lies before a moment: by a booking that is to move, or by a hold that has not expired.
    /// What is had was for sale when it was taken, and is not sold again.
    fn has_already(&self, ask: &Ask<'_>, before: i64) -> bool {
        let booked = ask.assumed.iter().filter(|one| one.given_back);
        let booked = booked.map(|one| (one.taken.start, one.taken.end, one.taken.units));
        let held = self.held.iter().filter(|held| Some(held.taken.owner) == ask.own_hold);
        let held = held.filter(|held| held.expires_at > ask.now);
        let held = held.map(|held| (held.taken.start, held.taken.end - self.gap, held.taken.units));
        let own = booked.chain(held).filter(|(.., units)| *units >= ask.units);
        let own: Vec<(i64, i64)> = own.map(|(start, end, _)| (start, end)).collect();
        let (mut reached, end) = (ask.start, before.min(ask.end));
        while reached < end {
            let next = own.iter().filter(|(start, end)| *start <= reached && reached < *end);
            match next.map(|(_, end)| *end).max() {
                Some(next) => reached = next,
                None => return false,
            }
        }
        true
    }

    fn past(&self, ask: &Ask<'_>) -> Reason {
        let (today, time) = self.clock.local(ask.now);
        let message = match (self.resource.mode, moment(ask.start), day(ask.start)) {
            (ResourceMode::Instants, Some(begins), _) => {
                let (day, begun) = self.clock.local(begins);
                format!("it would begin at {day} {begun}, and it is {today} {time} already")
            }
            (_, _, Some(begins)) => format!("it would begin on {begins}, and it is {today} already"),
            _ => "it would begin in the past".to_owned(),
        };
        let reason = Reason::new(Code::CalendarPast, "/when", message);
        reason.with("day", today).with("time", time)
    }

    /// The moment at which a taking begins: a stay at its check-in time, or else when its day does.
    fn begins(&self, ask: &Ask<'_>) -> Option<Instant> {
        match self.resource.mode {
            ResourceMode::Instants => moment(ask.start),
            _ => match self.resource.check_in_time {
                Some(time) => Some(self.clock.resolve(day(ask.start)?, time)?.instant()),
                None => self.clock.start_of(day(ask.start)?),
            },
        }
    }

    /// From check-in to check-out, where both have a time.
    pub(crate) fn between_times(&self, ask: &Ask<'_>) -> Option<Span> {
        let (arrival, leaving) = self.resource.check_in_time.zip(self.resource.check_out_time)?;
        let start = self.clock.resolve(day(ask.start)?, arrival)?.instant();
        let end = self.clock.resolve(day(ask.end)?, leaving)?.instant();
        (start < end).then_some(Span { start, end })
    }

    /// Too shortly before. No notice is no reason: what has begun has one of its own.
    fn notice(&self, ask: &Ask<'_>) -> Option<Reason> {
        let notice = self.resource.notice_minutes.filter(|notice| *notice > 0)?;
        let begins = self.begins(ask)?;
        let until = begins.microseconds_since(ask.now);
        if until >= i64::from(notice) * MINUTE || self.has_already(ask, ask.start + 1) {
            return None;
        }
        let left = until.div_euclid(MINUTE);
        let message = match left {
            0.. => format!(
                "to be booked at least {} ahead; {} left",
                many(notice, "minute"),
                many_are(left, "minute")
            ),
            _ => format!(
                "to be booked at least {} before {}",
                many(notice, "minute"),
                self.shown(begins)
            ),
        };
        let reason = Reason::new(Code::CalendarNotice, "/when", message);
        Some(reason.with("notice_minutes", notice).with("minutes_left", left))
    }

    /// Too late for tonight.
    fn cut_off(&self, ask: &Ask<'_>) -> Option<Reason> {
        let cut_off = self.resource.cut_off?;
        let (today, time) = self.clock.local(ask.now);
        if ask.start != i64::from(today.number()) || cut_off == TimeOfDay::END {
            return None;
        }
        // Of two moments at which clocks show that time, the later one: until then it was said to be sold.
        let last = match self.clock.resolve(today, cut_off)? {
            Resolved::Exact(moment) | Resolved::Gap(moment) | Resolved::Fold(_, moment) => moment,
        };
        if ask.now <= last || self.has_already(ask, ask.start + 1) {
            return None;
        }
        let message = format!("the night of {today} is sold until {cut_off}, and it is {time}");
        let reason = Reason::new(Code::CalendarCutOff, "/when", message);
        Some(reason.with("cut_off", cut_off).with("time", time))
    }

    /// Too far ahead.
    fn horizon(&self, ask: &Ask<'_>) -> Option<Reason> {
        let horizon = self.resource.horizon_days?;
        let begins = match self.resource.mode {
            ResourceMode::Instants => self.clock.day_of(moment(ask.start)?),
            _ => day(ask.start)?,
        };
        let ahead = begins.since(self.clock.day_of(ask.now));
        if i64::from(ahead) <= i64::from(horizon) {
            return None;
        }
        let message = format!(
            "to be booked at most {} ahead; this is {}",
            many(horizon, "day"),
            many(ahead, "day")
        );
        let reason = Reason::new(Code::CalendarHorizon, "/when", message);
        Some(reason.with("horizon_days", horizon).with("days_ahead", ahead))
    }
}
