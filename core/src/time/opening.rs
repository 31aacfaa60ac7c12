use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Day, DayRange, Instant, TimeOfDay, Weekdays, Zone};
use crate::form::Pointer;
use crate::{Code, Error, Reason, Result};

/// When something is open, by the wall clock: several windows a day, past midnight where needed, and days that differ.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OpeningHours {
    /// The windows of ordinary days.
    pub windows: Vec<OpeningWindow>,
    /// Days that differ; the first one that covers a day counts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exceptions: Vec<OpeningException>,
}

/// A window of the wall clock. One that closes at or before it opens goes past midnight.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OpeningException {
    /// The days.
    pub days: DayRange,
    /// Their windows; none when closed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub windows: Vec<OpeningWindow>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// A stretch of time, its end excluded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
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

    /// What two stretches have in common.
    pub fn intersection(self, other: Span) -> Option<Span> {
        let (start, end) = (self.start.max(other.start), self.end.min(other.end));
        (start < end).then_some(Span { start, end })
    }
}

/// Seconds of a day on the wall clock.
const DAY: u32 = 86_400;

impl OpeningWindow {
    fn length(&self) -> u32 {
        let (opens, closes) = (self.opens.seconds(), self.closes.seconds());
        if closes > opens {
            closes - opens
        } else {
            closes + DAY - opens
        }
    }

    /// The stretch of a day on which it opens. An edge that clocks skip moves forward by the gap; one that they show twice
    /// is the first.
    fn span(&self, day: Day, zone: &Zone) -> Option<Span> {
        let closing = if self.closes > self.opens { day } else { day.next()? };
        let start = zone.resolve(day, self.opens)?.instant();
        let end = zone.resolve(closing, self.closes)?.instant();
        (start < end).then_some(Span { start, end })
    }
}

impl OpeningHours {
    /// Every fault: windows that meet, exceptions that end before they begin.
    pub fn check(&self, place: &Pointer) -> Vec<Reason> {
        let mut reasons = overlaps(&self.windows, &place.join("windows"), true);
        for (index, exception) in self.exceptions.iter().enumerate() {
            let place = place.join("exceptions").join(index);
            if exception.days.is_empty() {
                let message = "the last day comes before the first";
                reasons.push(Reason::new(Code::TimeReversed, place.join("days"), message));
            }
            reasons.extend(overlaps(&exception.windows, &place.join("windows"), false));
        }
        reasons
    }

    /// The open stretches of the days, in order, those that touch joined.
    pub fn spans(&self, days: DayRange, zone: &Zone) -> Vec<Span> {
        let windows = days
            .days()
            .flat_map(|day| self.windows_on(day).map(move |window| (day, window)));
        let mut spans: Vec<Span> = windows.filter_map(|(day, window)| window.span(day, zone)).collect();
        spans.sort_by_key(|span| (span.start, span.end));
        let mut joined: Vec<Span> = Vec::with_capacity(spans.len());
        for span in spans {
            match joined.last_mut().filter(|last| span.start <= last.end) {
                Some(last) => last.end = last.end.max(span.end),
                None => joined.push(span),
            }
        }
        joined
    }

    fn windows_on(&self, day: Day) -> impl Iterator<Item = &OpeningWindow> {
        let exception = self.exceptions.iter().find(|exception| exception.days.contains(day));
        let windows = exception.map_or(&self.windows, |exception| &exception.windows);
        let all = exception.is_some();
        windows
            .iter()
            .filter(move |window| all || window.weekdays.contains(day.weekday()))
    }
}

/// Windows that meet within a week, or within a day for exceptions.
fn overlaps(windows: &[OpeningWindow], place: &Pointer, weekly: bool) -> Vec<Reason> {
    let week = 7 * DAY;
    let stretches = |window: &OpeningWindow| -> Vec<(u32, u32)> {
        let starts: Vec<u32> = if weekly {
            window
                .weekdays
                .iter()
                .map(|weekday| weekday as u32 * DAY + window.opens.seconds())
                .collect()
        } else {
            vec![window.opens.seconds()]
        };
        let split = |start: u32| {
            let end = start + window.length();
            let wrapped = (weekly && end > week).then(|| (0, end - week));
            [Some((start, if weekly { end.min(week) } else { end })), wrapped]
        };
        starts.into_iter().flat_map(split).flatten().collect()
    };
    let mut reasons = Vec::new();
    for (index, window) in windows.iter().enumerate() {
        let own = stretches(window);
        for (number, other) in windows.iter().enumerate().take(index) {
            let theirs = stretches(other);
            if own
                .iter()
                .any(|(start, end)| theirs.iter().any(|(opens, closes)| start < closes && opens < end))
            {
                let message = "the window meets another one";
                let reason = Reason::new(Code::DefinitionOverlap, place.join(index), message);
                reasons.push(reason.with("with", place.join(number).as_str()));
            }
        }
    }
    reasons
}
