//! One event, from the lines it consists of: as much of it as can be read, with every fault told.

use super::busy::period;
use super::ends::Start;
use super::text::Line;
use super::told::Told;
use super::zones::{Zones, is_day, placed};
use super::{Event, EventRule, EventTime, EventZone, LocalOrInstant, LocalTime, unreadable};
use crate::Error;
use crate::money::shortened;
use crate::time::Instant;

/// The properties of an event that are read.
const READ: [&str; 15] = [
    "UID",
    "DTSTART",
    "DTEND",
    "DURATION",
    "SUMMARY",
    "TRANSP",
    "STATUS",
    "RRULE",
    "EXRULE",
    "EXDATE",
    "RDATE",
    "RECURRENCE-ID",
    "SEQUENCE",
    "X-MICROSOFT-CDO-BUSYSTATUS",
    "X-APPLE-TRAVEL-DURATION",
];

/// The lines of an event, kept until the zones of its calendar are known.
#[derive(Debug)]
pub(super) struct Draft<'a> {
    pub(super) line: usize,
    lines: Vec<Line<'a>>,
    /// Those that are no content lines, each taken for the property that it begins with.
    unread: Vec<Line<'a>>,
    /// Whether lines of it may be missing: its end was, or it has lines of which nobody can tell what they say.
    pub(super) open: bool,
}

/// What became of the lines of an event.
pub(super) enum Found {
    /// An event, as far as it can be read.
    Event(Box<Event>),
    /// One that takes no time and stands in for nothing that does.
    Nothing,
    /// One whose time cannot be read, by its UID.
    Unread(String),
}

impl<'a> Draft<'a> {
    pub(super) fn new(line: usize) -> Self {
        Draft {
            line,
            lines: Vec::new(),
            unread: Vec::new(),
            open: false,
        }
    }

    pub(super) fn take(&mut self, line: Line<'a>) {
        if READ.iter().any(|name| line.is(name)) {
            self.lines.push(line);
        }
    }

    /// Takes a line that is no content line: the property that it begins with is given and cannot be read.
    pub(super) fn take_unread(&mut self, line: Line<'a>) {
        if line.begins("SUMMARY") {
            return;
        }
        match READ.iter().find(|name| line.begins(name)) {
            Some(name) => self.unread.push(line.unread_as(name)),
            None => self.open |= !line.is_aside(),
        }
    }

    /// The lines of a property, those that can be read first.
    fn all(&self, name: &str) -> impl Iterator<Item = &Line<'a>> {
        let lines = self.lines.iter().chain(&self.unread);
        lines.filter(move |line| line.is(name))
    }

    /// Whether it may have a name that cannot be read.
    pub(super) fn has_lost_name(&self) -> bool {
        let named = self.lines.iter().any(|line| line.is("UID"));
        !named && (self.open || self.unread.iter().any(|line| line.is("UID")))
    }

    pub(super) fn first(&self, name: &str) -> Option<&Line<'a>> {
        self.all(name).next()
    }

    /// A property that an event has once: of several the first counts.
    pub(super) fn only(&self, name: &str, told: &mut Told) -> Option<&Line<'a>> {
        let mut lines = self.all(name);
        let first = lines.next();
        if let Some(second) = lines.next() {
            told.unsure(unreadable(
                second.number,
                format!("`{name}` is given twice; the first one counts"),
            ));
        }
        first
    }

    fn says(&self, name: &str, word: &str) -> bool {
        self.first(name).is_some_and(|line| line.says(word))
    }

    /// Whether it takes no time of its owner. Outlook says so in a property of its own, which counts where the other is missing.
    fn is_transparent(&self) -> bool {
        match self.first("TRANSP") {
            Some(line) => line.says("TRANSPARENT"),
            None => self.says("X-MICROSOFT-CDO-BUSYSTATUS", "FREE"),
        }
    }

    /// The event, as far as it can be read.
    pub(super) fn read(&self, zones: &mut Zones<'_>, cancelling: bool, told: &mut Told) -> Found {
        let uid = self.first("UID").map(Line::text).unwrap_or_default();
        for line in self.lines.iter().filter(|line| line.cut) {
            told.unsure(unreadable(line.number, "the line is too long, and its end is not read"));
        }
        for line in &self.unread {
            told.knows(line.number);
            // A rule without a text is none, and a time in addition without one neither.
            told.unsure |= line.is("RRULE") || line.is("RDATE");
        }
        told.unsure |= self.open;
        let cancelled = cancelling || self.says("STATUS", "CANCELLED");
        let replaces = self.replaced(zones, told);
        let Some(Start { when, days_long, local }) = self.start(zones, cancelled, replaces.as_ref(), told) else {
            return Found::Unread(uid);
        };
        let replaces_unread = replaces.is_none() && self.first("RECURRENCE-ID").is_some();
        let alone = replaces.is_some() || replaces_unread;
        let recurrence = self.recurrence(zones, &local, told).filter(|_| !alone);
        let sequence = self.first("SEQUENCE").map(|line| sequence(line, told));
        let empty = matches!(when, EventTime::Span(span) if span.start == span.end);
        let others = recurrence.as_ref().is_some_and(|rule| !rule.periods.is_empty());
        if empty && !cancelled && !others && !told.unsure && replaces.is_none() {
            return Found::Nothing;
        }
        Found::Event(Box::new(Event {
            uid,
            when,
            days_long,
            start: local,
            summary: self.first("SUMMARY").map(Line::text),
            transparent: self.is_transparent(),
            cancelled,
            tentative: self.says("STATUS", "TENTATIVE") || self.says("X-MICROSOFT-CDO-BUSYSTATUS", "TENTATIVE"),
            recurrence,
            and_future: replaces.is_some() && self.is_and_future(),
            replaces,
            replaces_unread,
            sequence: sequence.flatten().unwrap_or(0),
            sequence_unread: sequence == Some(None),
            unsure: told.unsure,
            line: self.line,
        }))
    }

    fn replaced(&self, zones: &mut Zones<'_>, told: &mut Told) -> Option<LocalOrInstant> {
        let line = self.only("RECURRENCE-ID", told)?;
        if let Some(range) = line
            .parameter("RANGE")
            .filter(|range| !range.eq_ignore_ascii_case("THISANDFUTURE"))
        {
            let message = format!(
                "the range `{}` is not read; the occurrence alone is changed",
                shortened(&range)
            );
            told.unsure(unreadable(line.number, message));
        }
        // Where it names no zone it is a time by the clock of the event.
        let unnamed = self
            .first("DTSTART")
            .map(|start| zones.of(start, &zones.floating(), told));
        let unnamed = unnamed.unwrap_or_else(|| zones.floating());
        match zones.moment(line, &unnamed, told) {
            Ok(moment) => Some(moment),
            Err(error) => {
                told.unsure(error);
                None
            }
        }
    }

    fn is_and_future(&self) -> bool {
        let range = self.first("RECURRENCE-ID").and_then(|line| line.parameter("RANGE"));
        range.is_some_and(|range| range.eq_ignore_ascii_case("THISANDFUTURE"))
    }

    fn recurrence(&self, zones: &mut Zones<'_>, start: &LocalTime, told: &mut Told) -> Option<EventRule> {
        let rules = |name| {
            let given = self.lines.iter().filter(|line| line.is(name));
            given.map(|line| line.value().trim().to_owned()).collect()
        };
        let mut rule = EventRule {
            rules: rules("RRULE"),
            exclusions: rules("EXRULE"),
            ..EventRule::default()
        };
        for line in self.all("EXDATE") {
            let days = is_day(line);
            values(line, zones, &start.zone, told, |value, zone, told| {
                match placed(line, days, value, || zone.clone()) {
                    Ok(moment) => rule.excluded.push(moment),
                    // What is left out by a date that cannot be read is blocked.
                    Err(error) => told.aside(error),
                }
            });
        }
        for line in self.all("RDATE") {
            let days = is_day(line);
            values(line, zones, &start.zone, told, |value, zone, told| {
                let added = if value.contains('/') {
                    period(line, value, zone).map(|span| rule.periods.extend(span))
                } else {
                    placed(line, days, value, || zone.clone()).map(|moment| rule.added.push(moment))
                };
                if let Err(error) = added {
                    told.unsure(error);
                }
            });
        }
        (rule != EventRule::default()).then_some(rule)
    }
}

/// Hands over every value of a property; its zone is looked up once for all of them, however many there are. An empty value is
/// none.
fn values(
    line: &Line<'_>,
    zones: &mut Zones<'_>,
    unnamed: &EventZone,
    told: &mut Told,
    mut take: impl FnMut(&str, &EventZone, &mut Told),
) {
    let zone = zones.of(line, unnamed, told);
    for value in line.value().split(',').map(str::trim).filter(|value| !value.is_empty()) {
        take(value, &zone, told);
    }
}

/// A revision number; some calendars write a time in milliseconds, which is later than any other revision.
fn sequence(line: &Line<'_>, told: &mut Told) -> Option<u32> {
    let value = line.token();
    if value.is_empty() || !value.bytes().all(|byte| byte.is_ascii_digit()) {
        let message = format!("`{}` of `SEQUENCE` is not a whole number", shortened(&value));
        told.aside(unreadable(line.number, message));
        return None;
    }
    Some(value.parse().unwrap_or(u32::MAX))
}

pub(super) fn reversed(line: &Line<'_>) -> Error {
    unreadable(
        line.number,
        "the end is before the start; the time between them is blocked",
    )
}

/// The moment at which a day ends by the clock of a zone.
pub(super) fn end_of_day(moment: Instant, zone: &EventZone) -> Option<Instant> {
    let (day, _) = zone.local(moment)?;
    zone.resolve(day.next()?, crate::time::TimeOfDay::MIDNIGHT)
}
