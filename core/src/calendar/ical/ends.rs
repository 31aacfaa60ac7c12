//! When an event is: its start and end, and what is known of them where one is missing, unreadable or contradicts the other.

use super::event::{Draft, end_of_day, reversed};
use super::text::Line;
use super::told::Told;
use super::values::{Duration, duration};
use super::zones::{Zones, out_of_range};
use super::{EventTime, EventZone, LocalOrInstant, LocalTime, unreadable};
use crate::money::shortened;
use crate::time::{Day, DayRange, Instant, Span, TimeOfDay};
use crate::{Error, Result};

/// When an event is, and its start by the wall clock.
pub(super) struct Start {
    pub(super) when: EventTime,
    /// The length in days of the clock, and seconds besides, where it is given so.
    pub(super) days_long: Option<(i32, i64)>,
    pub(super) local: LocalTime,
}

/// How the end of an event is given.
#[derive(Default)]
struct Ends<'l, 'a> {
    at: Option<(&'l Line<'a>, LocalOrInstant)>,
    after: Option<(&'l Line<'a>, Duration)>,
    /// Whether an end is given that cannot be read.
    unread: bool,
}

impl<'a> Draft<'a> {
    /// When the event is; nothing when neither its start nor its end can be read. One that is called off is where it was.
    pub(super) fn start(
        &self,
        zones: &mut Zones<'_>,
        cancelled: bool,
        replaces: Option<&LocalOrInstant>,
        told: &mut Told,
    ) -> Option<Start> {
        let line = self.only("DTSTART", told);
        let floating = zones.floating();
        let start = line.map(|line| zones.moment(line, &floating, told));
        let zone = match &start {
            Some(Ok(LocalOrInstant::Local(local))) => local.zone.clone(),
            _ => floating,
        };
        let ends = self.ends(zones, &zone, told);
        match (start, replaces) {
            (Some(Ok(start)), _) => self.timed(line, start, &ends, zones, told),
            (None, Some(replaced)) if cancelled => self.timed(None, replaced.clone(), &ends, zones, told),
            (Some(Err(error)), _) => {
                told.unsure(error);
                self.before_end(&ends, zones)
            }
            (None, _) => {
                told.unsure(unreadable(self.line, "the event has no `DTSTART`"));
                self.before_end(&ends, zones)
            }
        }
    }

    fn timed(
        &self,
        line: Option<&Line<'a>>,
        start: LocalOrInstant,
        ends: &Ends<'_, 'a>,
        zones: &mut Zones<'_>,
        told: &mut Told,
    ) -> Option<Start> {
        let mut local = zones.local(&start);
        let when = match start {
            LocalOrInstant::Day(first) => {
                let days = days(first, ends, zones, told);
                local.day = days.first;
                Some(EventTime::Days(days))
            }
            _ => {
                let day = zones.of_days();
                let start = local.instant();
                start.map(|start| EventTime::Span(self.span(&local, start, ends, &day, told)))
            }
        };
        if when.is_none()
            && let Some(line) = line
        {
            told.unsure(out_of_range(line));
        }
        let length = ends
            .after
            .as_ref()
            .filter(|(_, length)| ends.at.is_none() && length.days > 0);
        let days_long = length.map(|(_, length)| (length.days, length.seconds));
        when.map(|when| Start { when, days_long, local })
    }

    fn ends(&self, zones: &mut Zones<'_>, zone: &EventZone, told: &mut Told) -> Ends<'_, 'a> {
        let mut ends = Ends::default();
        if let Some(line) = self.only("DTEND", told) {
            match zones.moment(line, zone, told) {
                Ok(end) => ends.at = Some((line, end)),
                Err(error) => {
                    ends.unread = true;
                    told.unsure(error);
                }
            }
        }
        if let Some(line) = self.only("DURATION", told) {
            match length(line, &line.value()) {
                Ok(length) => ends.after = Some((line, length)),
                Err(error) => {
                    ends.unread = true;
                    told.unsure(error);
                }
            }
        }
        ends
    }

    /// A stretch of time, empty when the event has no end. Of two ends the later one counts. An end that cannot be read is that of
    /// the day, by the clock of `day`.
    fn span(&self, local: &LocalTime, start: Instant, ends: &Ends<'_, '_>, day: &EventZone, told: &mut Told) -> Span {
        let mut end = None;
        if let Some((line, at)) = &ends.at {
            end = moment_of_end(at, &local.zone, start);
            if end.is_none() {
                told.unsure(out_of_range(line));
            } else if matches!(at, LocalOrInstant::Day(_)) {
                let message = "the start is a time and the end a day; the time until that day is blocked";
                told.aside(unreadable(line.number, message));
            }
        }
        if let Some((line, length)) = &ends.after {
            match after(local, start, *length) {
                Some(later) => end = Some(end.map_or(later, |known: Instant| known.max(later))),
                None => told.unsure(out_of_range(line)),
            }
        }
        let given = self.open || ends.unread || ends.at.is_some() || ends.after.is_some();
        let end = end.or_else(|| given.then(|| end_of_day(start, day))?).unwrap_or(start);
        if let Some((line, _)) = ends.at.as_ref().filter(|_| end < start) {
            told.unsure(reversed(line));
        } else if let Some((line, _)) = ends.after.as_ref().filter(|_| end < start) {
            told.unsure(reversed(line));
        }
        let (start, end) = (start.min(end), start.max(end));
        let way = if start < end { self.way_there(told) } else { 0 };
        let start = start.plus_seconds(-way).unwrap_or(start);
        Span { start, end }
    }

    /// The seconds that Apple's calendar keeps for the way there.
    fn way_there(&self, told: &mut Told) -> i64 {
        let Some(line) = self.first("X-APPLE-TRAVEL-DURATION") else {
            return 0;
        };
        match length(line, &line.value()) {
            Ok(way) => (i64::from(way.days) * 86_400 + way.seconds).clamp(0, 7 * 86_400),
            Err(error) => {
                told.aside(error);
                0
            }
        }
    }

    /// What is known of an event whose start cannot be read: the day on which it ends, until its end.
    fn before_end(&self, ends: &Ends<'_, '_>, zones: &Zones<'_>) -> Option<Start> {
        let (_, end) = ends.at.as_ref()?;
        let local = zones.local(end);
        if matches!(end, LocalOrInstant::Day(_)) {
            let day = local.day.plus(-1)?;
            let when = EventTime::Days(DayRange { first: day, last: day });
            return Some(Start {
                when,
                days_long: None,
                local: LocalTime { day, ..local },
            });
        }
        let end = local.instant()?;
        let zone = zones.of_days();
        let (day, _) = zone.local(end.plus_seconds(-1)?)?;
        let time = TimeOfDay::MIDNIGHT;
        let local = LocalTime { day, time, zone };
        let start = local.instant()?;
        let when = EventTime::Span(Span { start, end });
        Some(Start {
            when,
            days_long: None,
            local,
        })
    }
}

/// The moment of an end. One that is a day is its beginning, or its end where the event begins on it.
fn moment_of_end(end: &LocalOrInstant, zone: &EventZone, start: Instant) -> Option<Instant> {
    match end {
        LocalOrInstant::Day(day) => {
            let begins = zone.resolve(*day, TimeOfDay::MIDNIGHT)?;
            if begins > start {
                Some(begins)
            } else {
                zone.resolve(day.next()?, TimeOfDay::MIDNIGHT)
            }
        }
        LocalOrInstant::Local(local) => local.instant(),
        LocalOrInstant::Instant(instant) => Some(*instant),
    }
}

/// Whole days. An end on the first day is no end after it, and is meant as that day by those who write it; one at midnight is
/// the day that begins then, and one within a day takes that day.
fn days(first: Day, ends: &Ends<'_, '_>, zones: &Zones<'_>, told: &mut Told) -> DayRange {
    let mut last = first;
    let mut earliest = first;
    if let Some((line, end)) = &ends.at {
        let local = match end {
            // Without a zone of its own a whole day is one where the resource is.
            LocalOrInstant::Instant(instant) => zones.of_days().local(*instant),
            end => Some(zones.local(end)).map(|local| (local.day, local.time)),
        };
        let past = match local {
            Some((day, TimeOfDay::MIDNIGHT)) => Some(day),
            Some((day, _)) => {
                let message = "the start is a day and the end a time; that day is blocked as a whole";
                told.aside(unreadable(line.number, message));
                day.next()
            }
            None => None,
        };
        match past {
            Some(past) if past < first => {
                told.unsure(reversed(line));
                earliest = past;
            }
            Some(past) if past > first => last = past.plus(-1).unwrap_or(first),
            Some(_) => {}
            None => told.unsure(unreadable(line.number, "the event ends after 9999-12-31")),
        }
    }
    if let Some((line, length)) = &ends.after {
        let whole = i64::from(length.days) + length.seconds.div_euclid(86_400);
        let whole = whole + i64::from(length.seconds.rem_euclid(86_400) > 0);
        let past = i32::try_from(whole.unsigned_abs().max(1) - 1).ok();
        match (
            whole,
            past.and_then(|more| first.plus(if whole < 0 { -more - 1 } else { more })),
        ) {
            (..0, Some(day)) => {
                told.unsure(reversed(line));
                earliest = earliest.min(day);
            }
            (_, Some(day)) => last = last.max(day),
            (_, None) => told.unsure(unreadable(line.number, "the event ends after 9999-12-31")),
        }
    }
    DayRange { first: earliest, last }
}

/// The moment a duration later: its days by the wall clock, its hours by any clock.
pub(super) fn after(local: &LocalTime, start: Instant, duration: Duration) -> Option<Instant> {
    let from = match duration.days {
        0 => start,
        days => local.zone.resolve(local.day.plus(days)?, local.time)?,
    };
    from.plus_seconds(duration.seconds)
}

/// A duration.
pub(super) fn length(line: &Line<'_>, value: &str) -> Result<Duration> {
    duration(value.trim()).ok_or_else(|| not_a_duration(line, value))
}

fn not_a_duration(line: &Line<'_>, value: &str) -> Error {
    let message = format!(
        "`{}` is not a duration such as \"P1D\" or \"PT2H\"",
        shortened(value.trim())
    );
    unreadable(line.number, message)
}
