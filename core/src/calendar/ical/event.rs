//! One event or one list of busy periods, from the lines it consists of.

use super::text::Line;
use super::values::{Duration, Stamp, duration, stamp};
use super::zones::{Zones, out_of_range};
use super::{Busy, BusyKind, Event, EventRule, EventTime, EventZone, LocalOrInstant, LocalTime, unreadable};
use crate::money::shortened;
use crate::time::{Day, DayRange, Instant, Span, TimeOfDay, Zone};
use crate::{Error, Result};

/// The properties of an event that are read.
const READ: [&str; 12] = [
    "UID",
    "DTSTART",
    "DTEND",
    "DURATION",
    "SUMMARY",
    "TRANSP",
    "STATUS",
    "RRULE",
    "EXDATE",
    "RDATE",
    "RECURRENCE-ID",
    "SEQUENCE",
];

/// The lines of an event, kept until the zones of its calendar are known.
#[derive(Debug)]
pub(super) struct Draft<'a> {
    line: usize,
    lines: Vec<Line<'a>>,
}

impl<'a> Draft<'a> {
    pub(super) fn new(line: usize) -> Self {
        let lines = Vec::new();
        Draft { line, lines }
    }

    pub(super) fn take(&mut self, line: Line<'a>) {
        if READ.iter().any(|name| line.is(name)) {
            self.lines.push(line);
        }
    }

    fn all(&self, name: &str) -> impl Iterator<Item = &Line<'a>> {
        self.lines.iter().filter(move |line| line.is(name))
    }

    fn first(&self, name: &str) -> Option<&Line<'a>> {
        self.all(name).next()
    }

    /// A property that decides what the event is or when: two of them would contradict each other.
    fn only(&self, name: &str) -> Result<Option<&Line<'a>>> {
        let mut lines = self.all(name);
        let first = lines.next();
        match lines.next() {
            Some(second) => Err(unreadable(second.number, format!("`{name}` is given twice"))),
            None => Ok(first),
        }
    }

    fn needed(&self, name: &str) -> Result<&Line<'a>> {
        self.only(name)?
            .ok_or_else(|| unreadable(self.line, format!("the event has no `{name}`")))
    }

    fn says(&self, name: &str, word: &str) -> bool {
        self.first(name).is_some_and(|line| line.says(word))
    }

    /// The event; `None` when it takes no time and stands in for nothing that does.
    pub(super) fn read(&self, zones: &mut Zones<'_>, cancelling: bool) -> Result<Option<Event>> {
        let line = self.needed("UID")?;
        let uid = line.text()?;
        if uid.is_empty() {
            return Err(unreadable(line.number, "`UID` is empty; name the event"));
        }
        let line = self.needed("DTSTART")?;
        let start = zones.moment(line)?;
        let local = zones.local(&start);
        let when = match start {
            LocalOrInstant::Day(first) => EventTime::Days(self.days(first, zones)?),
            _ => EventTime::Span(self.span(line, &local, zones)?),
        };
        let replaces = self.replaced(zones)?;
        let cancelled = cancelling || self.says("STATUS", "CANCELLED");
        let empty = matches!(when, EventTime::Span(span) if span.start == span.end);
        if empty && !cancelled && replaces.is_none() {
            return Ok(None);
        }
        Ok(Some(Event {
            uid,
            when,
            start: local,
            summary: self.first("SUMMARY").map(Line::text).transpose()?,
            transparent: self.says("TRANSP", "TRANSPARENT"),
            cancelled,
            tentative: self.says("STATUS", "TENTATIVE"),
            recurrence: self.recurrence(zones)?,
            replaces,
            sequence: self.first("SEQUENCE").map_or(Ok(0), sequence)?,
            line: self.line,
        }))
    }

    /// Whole days. An end on the first day is no end after it, and is meant as that day by those who write it.
    fn days(&self, first: Day, zones: &mut Zones<'_>) -> Result<DayRange> {
        let last = match self.end()? {
            End::None => Some(first),
            End::At(line) => match zones.moment(line)? {
                LocalOrInstant::Day(end) if end == first => Some(first),
                LocalOrInstant::Day(end) if end > first => end.plus(-1),
                LocalOrInstant::Day(_) => return Err(reversed(line)),
                _ => {
                    return Err(unreadable(
                        line.number,
                        "the start is a day and the end a time; give both as days",
                    ));
                }
            },
            End::After(line, duration) if duration.seconds != 0 => {
                let message = "a duration after a day is in whole days, such as \"P2D\"";
                return Err(unreadable(line.number, message));
            }
            End::After(_, duration) => first.plus(duration.days.max(1) - 1),
        };
        let line = self.needed("DTSTART")?;
        let last = last.ok_or_else(|| unreadable(line.number, "the event ends after 9999-12-31"))?;
        Ok(DayRange { first, last })
    }

    /// A stretch of time, empty when the event has no end.
    fn span(&self, line: &Line<'_>, local: &LocalTime, zones: &mut Zones<'_>) -> Result<Span> {
        let start = local.instant().ok_or_else(|| out_of_range(line))?;
        let end = match self.end()? {
            End::None => start,
            End::At(line) => match zones.moment(line)? {
                LocalOrInstant::Day(_) => {
                    return Err(unreadable(
                        line.number,
                        "the start is a time and the end a day; give both as times",
                    ));
                }
                LocalOrInstant::Local(local) => local.instant().ok_or_else(|| out_of_range(line))?,
                LocalOrInstant::Instant(instant) => instant,
            },
            End::After(line, duration) => after(local, start, duration).ok_or_else(|| out_of_range(line))?,
        };
        if end < start {
            return Err(reversed(line));
        }
        Ok(Span { start, end })
    }

    fn end(&self) -> Result<End<'_, 'a>> {
        match (self.only("DTEND")?, self.only("DURATION")?) {
            (None, None) => Ok(End::None),
            (Some(end), None) => Ok(End::At(end)),
            (None, Some(line)) => Ok(End::After(line, length(line, line.value()?)?)),
            (Some(_), Some(line)) => Err(unreadable(line.number, "give either `DTEND` or `DURATION`")),
        }
    }

    fn replaced(&self, zones: &mut Zones<'_>) -> Result<Option<LocalOrInstant>> {
        let Some(line) = self.only("RECURRENCE-ID")? else {
            return Ok(None);
        };
        if line.parameter("RANGE").is_some() {
            let message =
                "an occurrence that changes those after it cannot be read; end the rule and begin a new event";
            return Err(unreadable(line.number, message));
        }
        zones.moment(line).map(Some)
    }

    fn recurrence(&self, zones: &mut Zones<'_>) -> Result<Option<EventRule>> {
        let rules: Result<Vec<String>> = self
            .all("RRULE")
            .map(|line| Ok(line.value()?.trim().to_owned()))
            .collect();
        let mut rule = EventRule {
            rules: rules?,
            ..EventRule::default()
        };
        for line in self.all("EXDATE") {
            rule.excluded.extend(zones.moments(line)?);
        }
        for line in self.all("RDATE") {
            rule.added.extend(zones.moments(line)?);
        }
        Ok((rule != EventRule::default()).then_some(rule))
    }
}

/// How the end of an event is given.
enum End<'l, 'a> {
    None,
    At(&'l Line<'a>),
    After(&'l Line<'a>, Duration),
}

/// The periods of a FREEBUSY property, each with its fault or, when empty, nothing.
pub(super) fn periods(line: &Line<'_>, zones: &mut Zones<'_>) -> Vec<Result<Option<Busy>>> {
    let kind = match line
        .parameter("FBTYPE")
        .map(|kind| kind.to_ascii_uppercase())
        .as_deref()
    {
        Some("FREE") => BusyKind::Free,
        Some("BUSY-TENTATIVE") => BusyKind::Tentative,
        Some("BUSY-UNAVAILABLE") => BusyKind::Unavailable,
        // RFC 5545: a kind that is not known is treated as busy.
        _ => BusyKind::Busy,
    };
    let zone = match zones.of(line) {
        Ok(zone) => zone,
        Err(reason) => return vec![Err(reason)],
    };
    let values = match line.value() {
        Ok(values) => values,
        Err(reason) => return vec![Err(reason)],
    };
    values
        .split(',')
        .map(|value| Ok(period(line, value.trim(), &zone)?.map(|span| Busy { span, kind })))
        .collect()
}

/// A period of a start and an end, or of a start and a duration; `None` when empty.
fn period(line: &Line<'_>, value: &str, zone: &EventZone) -> Result<Option<Span>> {
    let local = |text: &str| match stamp(text)? {
        Stamp::Day(_) => None,
        Stamp::Local(day, time) => Some(local_time(day, time, zone)),
        Stamp::Utc(day, time) => Some(local_time(day, time, &EventZone::Named(Zone::UTC))),
    };
    let parts = value.split_once('/');
    let Some((start, end)) = parts.and_then(|(start, end)| Some((local(start)?, end))) else {
        let value = shortened(value);
        let message = format!("`{value}` is not a period such as \"20260901T100000Z/PT2H\"");
        return Err(unreadable(line.number, message));
    };
    let first = start.instant().ok_or_else(|| out_of_range(line))?;
    let last = match local(end) {
        Some(end) => end.instant(),
        None => after(&start, first, length(line, end)?),
    };
    let last = last.ok_or_else(|| out_of_range(line))?;
    if last < first {
        return Err(reversed(line));
    }
    Ok(Span::new(first, last).ok())
}

fn local_time(day: Day, time: TimeOfDay, zone: &EventZone) -> LocalTime {
    let zone = zone.clone();
    LocalTime { day, time, zone }
}

/// The moment a duration later: its days by the wall clock, its hours by any clock.
fn after(local: &LocalTime, start: Instant, duration: Duration) -> Option<Instant> {
    let from = match duration.days {
        0 => start,
        days => local.zone.resolve(local.day.plus(days)?, local.time)?,
    };
    from.plus_seconds(duration.seconds)
}

/// A duration that is not negative.
fn length(line: &Line<'_>, value: &str) -> Result<Duration> {
    let shown = || shortened(value.trim());
    let read = duration(value.trim()).ok_or_else(|| {
        let message = format!("`{}` is not a duration such as \"P1D\" or \"PT2H\"", shown());
        unreadable(line.number, message)
    })?;
    if read.days < 0 || read.seconds < 0 {
        let message = format!("the duration `{}` is negative; an event ends after its start", shown());
        return Err(unreadable(line.number, message));
    }
    Ok(read)
}

/// A revision number; some calendars write a time in milliseconds, which is later than any other revision.
fn sequence(line: &Line<'_>) -> Result<u32> {
    let value = line.token();
    if value.is_empty() || !value.bytes().all(|byte| byte.is_ascii_digit()) {
        let message = format!("`{}` of `SEQUENCE` is not a whole number", shortened(&value));
        return Err(unreadable(line.number, message));
    }
    Ok(value.parse().unwrap_or(u32::MAX))
}

fn reversed(line: &Line<'_>) -> Error {
    unreadable(line.number, "the end is before the start")
}
