use std::collections::BTreeMap;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::{Clock, Day, DayRange, Instant, Resolved, TimeOfDay, Weekdays, Zone};
use crate::fault::Limits;
use crate::fault::Pointer;
use crate::{Code, Error, Reason, Result};

/// When something is open, by the wall clock: several windows a day, past midnight where needed, and days that differ.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct OpeningHours {
    /// The windows of ordinary days.
    #[schemars(length(max = 100))]
    pub windows: Vec<OpeningWindow>,
    /// Days that differ; the first one that covers a day counts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 1000))]
    pub exceptions: Vec<OpeningException>,
    /// Windows of one day that overlap or touch are one. Without it, overlapping windows are a fault.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub merge_overlaps: bool,
}

/// A window of the wall clock. One that closes at or before it opens goes past midnight.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct OpeningWindow {
    /// The days of the week on which it opens; all when not given.
    #[serde(default)]
    pub weekdays: Weekdays,
    /// When it opens.
    pub opens: TimeOfDay,
    /// When it closes.
    pub closes: TimeOfDay,
}

/// Days that differ.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct OpeningException {
    /// The days.
    pub days: DayRange,
    /// Their windows; none when closed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 100))]
    pub windows: Vec<OpeningWindow>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "text"))]
    pub reason: Option<String>,
}

/// A stretch of time, its end excluded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// The first moment.
    pub start: Instant,
    /// The moment after the last one.
    pub end: Instant,
}

impl Span {
    /// A stretch that ends after it begins.
    pub fn new(start: Instant, end: Instant) -> Result<Span> {
        if end <= start {
            return Err(Error::new(
                Code::TimeReversed,
                "/end",
                format!("`{end}` is not after the start, `{start}`"),
            ));
        }
        Ok(Span { start, end })
    }

    /// Its length in whole seconds.
    pub fn seconds(self) -> i64 {
        self.end.microseconds_since(self.start).div_euclid(1_000_000)
    }

    /// How many whole seconds of it lie within stretches that do not meet.
    pub fn seconds_among(self, spans: impl IntoIterator<Item = Span>) -> i64 {
        let common = spans.into_iter().filter_map(|span| span.intersection(self));
        let microseconds: i64 = common.map(|span| span.end.microseconds_since(span.start)).sum();
        microseconds.div_euclid(1_000_000)
    }

    /// What two stretches have in common.
    pub fn intersection(self, other: Span) -> Option<Span> {
        let (start, end) = (self.start.max(other.start), self.end.min(other.end));
        (start < end).then_some(Span { start, end })
    }
}

/// Seconds of a day on the wall clock.
const DAY: u32 = 86_400;

impl OpeningWindow {
    /// Its length on the wall clock, in seconds.
    pub(super) fn length(&self) -> u32 {
        let (opens, closes) = (self.opens.seconds(), self.closes.seconds());
        if closes > opens {
            closes - opens
        } else {
            closes + DAY - opens
        }
    }

    /// Its seconds of a week that begins on Monday, or of any of its days.
    fn stretches(&self, weekly: bool) -> Vec<(u32, u32)> {
        let (opens, length) = (self.opens.seconds(), self.length());
        if !weekly {
            return vec![(opens, opens + length)];
        }
        let starts = self.weekdays.iter().map(|weekday| weekday as u32 * DAY + opens);
        let split = |start: u32| {
            let end = start + length;
            let wrapped = end.checked_sub(7 * DAY).filter(|rest| *rest > 0);
            [Some((start, end.min(7 * DAY))), wrapped.map(|rest| (0, rest))]
        };
        starts.flat_map(split).flatten().collect()
    }

    /// The stretch of a day on which it opens; none on a day that the zone skipped. An edge that clocks skip moves forward by the gap; one that they show twice
    /// is the first.
    fn span(&self, day: Day, clock: &Clock) -> Option<Span> {
        let closing = if self.closes > self.opens { day } else { day.next()? };
        let opens = clock.resolve(day, self.opens)?;
        if matches!(opens, Resolved::Gap(_)) && !clock.zone().has(day) {
            return None;
        }
        let start = opens.instant();
        let end = clock.resolve(closing, self.closes)?.instant();
        (start < end).then_some(Span { start, end })
    }
}

impl OpeningHours {
    /// Every fault: windows that meet, never open or open at the end of a day, exceptions that end before they begin.
    pub fn check(&self, place: &Pointer) -> Vec<Reason> {
        let mut reasons = faults(&self.windows, &place.join("windows"));
        reasons.extend(self.overlaps(&self.windows, &place.join("windows"), true));
        for (index, _) in self
            .windows
            .iter()
            .enumerate()
            .filter(|(_, one)| one.weekdays.is_empty())
        {
            let message = "the window opens on no day of the week; leave `weekdays` out for every day";
            let place = place.join("windows").join(index).join("weekdays");
            reasons.push(Reason::new(Code::DefinitionConflict, place, message));
        }
        for (index, exception) in self.exceptions.iter().enumerate() {
            let place = place.join("exceptions").join(index);
            if exception.days.is_empty() {
                let message = exception.days.reversed();
                reasons.push(Reason::new(Code::TimeReversed, place.join("days"), message));
            }
            let several = exception.days.len() > 1;
            let windows = place.join("windows");
            reasons.extend(faults(&exception.windows, &windows));
            reasons.extend(self.overlaps(&exception.windows, &windows, several));
            reasons.extend(exception.never_opening(&windows));
        }
        reasons
    }

    /// Windows that meet, unless they are merged.
    fn overlaps(&self, windows: &[OpeningWindow], place: &Pointer, weekly: bool) -> Vec<Reason> {
        if self.merge_overlaps {
            return Vec::new();
        }
        overlaps(windows, place, weekly)
    }

    /// The open stretches of the days, in order, those that touch joined.
    pub fn spans(&self, days: DayRange, zone: &Zone) -> Vec<Span> {
        let clock = Clock::of(zone);
        joined(days.days().flat_map(|day| self.spans_on(day, &clock)).collect())
    }

    /// Whether it is open at a moment.
    pub fn is_open(&self, instant: Instant, zone: &Zone) -> bool {
        self.is_open_by(&Clock::of(zone), instant)
    }

    /// The same by a clock that was looked up before.
    pub(crate) fn is_open_by(&self, clock: &Clock, instant: Instant) -> bool {
        let day = clock.day_of(instant);
        let mut spans = around(day, day).days().flat_map(|day| self.spans_on(day, clock));
        spans.any(|span| span.start <= instant && instant < span.end)
    }

    /// How many whole seconds of a stretch are open.
    pub fn seconds_in(&self, span: Span, zone: &Zone) -> i64 {
        let days = around(zone.day_of(span.start), zone.day_of(span.end));
        span.seconds_among(self.spans(days, zone))
    }

    /// The stretches of the windows that open on a day.
    pub(crate) fn spans_on<'a>(&'a self, day: Day, clock: &'a Clock) -> impl Iterator<Item = Span> + 'a {
        self.spans_with(self.exception_on(day), day, clock)
    }

    /// The same where it is known what differs on the day.
    pub(super) fn spans_with<'a>(
        &'a self,
        differing: Option<&'a OpeningException>,
        day: Day,
        clock: &'a Clock,
    ) -> impl Iterator<Item = Span> + 'a {
        let windows = differing.map_or(&self.windows, |exception| &exception.windows);
        let open = windows
            .iter()
            .filter(move |window| window.weekdays.contains(day.weekday()));
        let open = open.filter_map(move |window| window.span(day, clock));
        let (merged, apart) = if self.merge_overlaps {
            (joined(open.collect()), None)
        } else {
            (Vec::new(), Some(open))
        };
        merged.into_iter().chain(apart.into_iter().flatten())
    }

    /// What differs on a day.
    pub(crate) fn exception_on(&self, day: Day) -> Option<&OpeningException> {
        self.exceptions.iter().find(|exception| exception.days.contains(day))
    }
}

/// The days with all whose windows can reach into them: one that opened the evening before may still be open, with a day
/// skipped between where a zone crosses the date line, and clocks set back over midnight show a day again.
pub(crate) fn around(first: Day, last: Day) -> DayRange {
    DayRange {
        first: first.plus(-2).unwrap_or(first),
        last: last.next().unwrap_or(last),
    }
}

/// Stretches in order, those that touch joined.
pub(crate) fn joined(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable_by_key(|span| (span.start, span.end));
    let mut joined: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match joined.last_mut().filter(|last| span.start <= last.end) {
            Some(last) => last.end = last.end.max(span.end),
            None => joined.push(span),
        }
    }
    joined
}

impl OpeningException {
    /// Whether it opens on one of its days at all.
    pub(super) fn opens_on(&self, day: Day) -> bool {
        self.windows
            .iter()
            .any(|window| window.weekdays.contains(day.weekday()))
    }

    /// Windows whose days of the week are none of its days: hours that would be ignored.
    fn never_opening(&self, place: &Pointer) -> Vec<Reason> {
        if self.days.len() >= 7 {
            let never = self
                .windows
                .iter()
                .enumerate()
                .filter(|(_, one)| one.weekdays.is_empty());
            return never.map(|(index, _)| self.never(&place.join(index))).collect();
        }
        let own: Weekdays = self.days.days().map(Day::weekday).collect();
        let never = self.windows.iter().enumerate();
        let never = never.filter(|(_, one)| !own.is_empty() && !own.iter().any(|own| one.weekdays.contains(own)));
        never.map(|(index, _)| self.never(&place.join(index))).collect()
    }

    fn never(&self, place: &Pointer) -> Reason {
        let message = format!(
            "the window opens on none of the exception's days, {}; leave `weekdays` out, or correct them",
            self.days
        );
        Reason::new(Code::DefinitionConflict, place.join("weekdays"), message)
    }
}

/// Windows that open at the end of a day.
fn faults(windows: &[OpeningWindow], place: &Pointer) -> Vec<Reason> {
    let late = windows.iter().enumerate();
    let late = late.filter(|(_, window)| window.opens == TimeOfDay::END);
    let fault = |(index, _)| {
        let message = "a window opens at 00:00 of the next day, not at 24:00";
        Reason::new(Code::RequestRange, place.join(index).join("opens"), message)
    };
    late.map(fault).collect()
}

/// Windows that meet, each with the first it meets in order of time: within a week, or within a single day.
fn overlaps(windows: &[OpeningWindow], place: &Pointer, weekly: bool) -> Vec<Reason> {
    let own = |(index, window): (usize, &OpeningWindow)| {
        let stretches = window.stretches(weekly).into_iter();
        stretches.map(move |(start, end)| (start, end, index))
    };
    let mut stretches: Vec<(u32, u32, usize)> = windows.iter().enumerate().flat_map(own).collect();
    stretches.sort_unstable();
    let mut met = BTreeMap::new();
    let mut latest: Option<(u32, usize)> = None;
    for (start, end, index) in stretches {
        if let Some((_, other)) = latest.filter(|(until, other)| start < *until && *other != index) {
            let with = met.entry(index.max(other)).or_insert(usize::MAX);
            *with = index.min(other).min(*with);
        }
        if latest.is_none_or(|(until, _)| end > until) {
            latest = Some((end, index));
        }
    }
    let fault = |(index, with): (usize, usize)| {
        let message = "the window overlaps another one; part them, or say `merge_overlaps`";
        let reason = Reason::new(Code::DefinitionOverlap, place.join(index), message);
        reason.with("with", place.join(with).as_str())
    };
    met.into_iter().map(fault).collect()
}
