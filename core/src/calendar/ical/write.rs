//! Writing iCalendar text.

use super::text::{write_line, write_text};
use super::{Busy, BusyKind, EventTime};
use crate::time::{Day, Instant, Span, Zone};

/// Whether an event is settled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EventStatus {
    /// It takes place.
    #[default]
    Confirmed,
    /// It may take place.
    Tentative,
    /// It is called off.
    Cancelled,
}

/// An event to be written.
#[derive(Clone, Debug, PartialEq)]
pub struct WrittenEvent<'a> {
    /// What other calendars call it, for ever; not empty.
    pub uid: &'a str,
    /// When it is.
    pub when: EventTime,
    /// What people call it.
    pub summary: Option<&'a str>,
    /// Whether it is settled.
    pub status: EventStatus,
    /// Whether it takes no time of its owner.
    pub transparent: bool,
    /// How often it was revised.
    pub sequence: u32,
    /// When it was last revised.
    pub last_modified: Option<Instant>,
}

/// An iCalendar text as it is written: one calendar, event by event.
///
/// Text is written as iCalendar can hold it: line breaks of one kind, and without control characters but the tab. Moments
/// are written in whole seconds, and a stretch that begins or ends within a second to the seconds around it. An event
/// without time is not written.
#[derive(Clone, Debug)]
pub struct Written {
    text: String,
    stamp: String,
}

impl Written {
    /// A calendar written by this product at this moment, with its name and what it is for, such as `PUBLISH`.
    pub fn new(product: &str, stamp: Instant, name: Option<&str>, method: Option<&str>) -> Self {
        let mut text = String::new();
        write_line(&mut text, "BEGIN", "VCALENDAR");
        write_line(&mut text, "VERSION", "2.0");
        write_text(&mut text, "PRODID", product);
        write_line(&mut text, "CALSCALE", "GREGORIAN");
        if let Some(method) = method {
            write_text(&mut text, "METHOD", method);
        }
        if let Some(name) = name {
            write_text(&mut text, "X-WR-CALNAME", name);
        }
        let stamp = moment(stamp, false);
        Written { text, stamp }
    }

    fn line(&mut self, name: &str, value: &str) {
        write_line(&mut self.text, name, value);
    }

    /// Writes an event.
    pub fn event(&mut self, event: &WrittenEvent<'_>) {
        let Some((start, end)) = start_and_end(event.when) else {
            return;
        };
        self.line("BEGIN", "VEVENT");
        write_text(&mut self.text, "UID", event.uid);
        self.text.push_str(&format!("DTSTAMP:{}\r\n{start}{end}", self.stamp));
        if let Some(summary) = event.summary {
            write_text(&mut self.text, "SUMMARY", summary);
        }
        let status = match event.status {
            EventStatus::Confirmed => "CONFIRMED",
            EventStatus::Tentative => "TENTATIVE",
            EventStatus::Cancelled => "CANCELLED",
        };
        self.line("STATUS", status);
        self.line("TRANSP", if event.transparent { "TRANSPARENT" } else { "OPAQUE" });
        self.line("SEQUENCE", &event.sequence.to_string());
        if let Some(revised) = event.last_modified {
            self.line("LAST-MODIFIED", &moment(revised, false));
        }
        self.line("END", "VEVENT");
    }

    /// Writes the periods of a stretch of time that are taken or free, under a name of their own.
    pub fn free_busy(&mut self, uid: &str, within: Span, periods: impl IntoIterator<Item = Busy>) {
        self.line("BEGIN", "VFREEBUSY");
        write_text(&mut self.text, "UID", uid);
        let (start, end) = (moment(within.start, false), moment(within.end, true));
        let head = format!("DTSTAMP:{}\r\nDTSTART:{start}\r\nDTEND:{end}\r\n", self.stamp);
        self.text.push_str(&head);
        for Busy { span, kind } in periods.into_iter().filter(|busy| busy.span.start < busy.span.end) {
            let kind = match kind {
                BusyKind::Busy => "BUSY",
                BusyKind::Tentative => "BUSY-TENTATIVE",
                BusyKind::Unavailable => "BUSY-UNAVAILABLE",
                BusyKind::Free => "FREE",
            };
            let period = format!("{}/{}", moment(span.start, false), moment(span.end, true));
            self.line(&format!("FREEBUSY;FBTYPE={kind}"), &period);
        }
        self.line("END", "VFREEBUSY");
    }

    /// The text.
    pub fn finish(mut self) -> String {
        self.line("END", "VCALENDAR");
        self.text
    }
}

/// The lines of an event's start and end; `None` when it has no time.
fn start_and_end(when: EventTime) -> Option<(String, String)> {
    match when {
        EventTime::Days(days) if days.is_empty() => None,
        EventTime::Days(days) => {
            let start = format!("DTSTART;VALUE=DATE:{}\r\n", basic(days.first));
            // The day after the last one there is cannot be written.
            let end = match days.last.next() {
                Some(end) => format!("DTEND;VALUE=DATE:{}\r\n", basic(end)),
                None => format!("DURATION:P{}D\r\n", days.len()),
            };
            Some((start, end))
        }
        EventTime::Span(span) => {
            let start = format!("DTSTART:{}\r\n", moment(span.start, false));
            let end = format!("DTEND:{}\r\n", moment(span.end, true));
            (span.start < span.end).then_some((start, end))
        }
    }
}

fn basic(day: Day) -> String {
    let (year, month, day) = day.ymd();
    format!("{year:04}{month:02}{day:02}")
}

/// A moment in universal time: the second it lies in, or the second after for an end within one.
fn moment(instant: Instant, end: bool) -> String {
    let microseconds = instant.microseconds();
    let within = end && microseconds.rem_euclid(1_000_000) != 0;
    let second = microseconds.div_euclid(1_000_000) + i64::from(within);
    let whole = second.checked_mul(1_000_000).and_then(Instant::from_microseconds);
    let (day, time) = Zone::UTC.local(whole.unwrap_or(instant));
    let seconds = time.seconds();
    let (hour, minute, second) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    format!("{}T{hour:02}{minute:02}{second:02}Z", basic(day))
}
