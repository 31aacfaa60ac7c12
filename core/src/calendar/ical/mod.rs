//! Reading and writing iCalendar text (RFC 5545): what other calendars say is taken, and what is taken here, for them.

mod busy;
mod ends;
mod event;
mod observed;
mod read;
mod text;
mod told;
mod values;
mod windows;
mod write;
mod zones;

use std::sync::Arc;

pub use observed::TextZone;
pub use read::read;
pub use write::{EventStatus, Written, WrittenEvent};

use crate::time::{Day, DayRange, Instant, Span, TimeOfDay, Zone};
use crate::{Code, Error, Reason};

/// The largest text that is read.
pub const MAX_TEXT_BYTES: usize = 16 * 1024 * 1024;
/// How much of a line is read, its folds undone.
pub const MAX_LINE_BYTES: usize = 1024 * 1024;
/// The largest number of events that is read, and likewise of periods that are free or busy.
pub const MAX_EVENTS: usize = 100_000;

/// What an iCalendar text says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Feed {
    /// The calendar's name.
    pub name: Option<String>,
    /// What the text is for, such as `PUBLISH` or `CANCEL`.
    pub method: Option<String>,
    /// The events that take time, in the order of the text, each as far as it can be read.
    pub events: Vec<Event>,
    /// The UIDs of the events whose time cannot be read at all.
    pub unread: Vec<String>,
    /// The periods said to be free or busy, in the order of the text.
    pub busy: Vec<Busy>,
    /// Whether there are more such periods, which cannot be read.
    pub busy_unread: bool,
    /// Whether a part of the text may be missing, because a part of it has no end or an event in doubt a name that cannot be
    /// read: what it does not name may stand there.
    pub cut_off: bool,
    /// What could not be read.
    pub faults: Vec<Reason>,
    /// How many faults there were beyond those.
    pub more_faults: usize,
}

/// An event, or one occurrence of an event that differs from its rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// What the calendar it comes from calls it; the occurrences of an event share it. Empty when it has no name there.
    pub uid: String,
    /// When it takes time, the first time where it repeats, the way there included. It may be empty when the event is cancelled,
    /// replaces an occurrence or has times of other lengths.
    pub when: EventTime,
    /// How many days of the clock its length has, and seconds besides, where it is given so: some days are longer than others.
    pub days_long: Option<(i32, i64)>,
    /// Its start by the wall clock; for whole days midnight of the floating zone.
    pub start: LocalTime,
    /// What it is called.
    pub summary: Option<String>,
    /// Whether it takes no time of its owner.
    pub transparent: bool,
    /// Whether it is called off.
    pub cancelled: bool,
    /// Whether it is not settled yet.
    pub tentative: bool,
    /// How it repeats.
    pub recurrence: Option<EventRule>,
    /// The occurrence that it stands in for.
    pub replaces: Option<LocalOrInstant>,
    /// Whether it stands in for an occurrence of which cannot be read which it is.
    pub replaces_unread: bool,
    /// Whether it changes all occurrences after that one too: by as much time, and to its length.
    pub and_future: bool,
    /// Whether a part of it that says when it is cannot be read, so that it may take other time than what is told here.
    pub unsure: bool,
    /// How often it was revised.
    pub sequence: u32,
    /// Whether that cannot be read, so that it may be any number.
    pub sequence_unread: bool,
    /// The line on which it begins.
    pub line: usize,
}

/// The time of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventTime {
    /// Whole days, both included.
    Days(DayRange),
    /// A stretch of time.
    Span(Span),
}

/// How an event repeats, as it is written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EventRule {
    /// The rules, such as `FREQ=WEEKLY;COUNT=4`.
    pub rules: Vec<String>,
    /// The rules of what is left out, which calendars by RFC 2445 have.
    pub exclusions: Vec<String>,
    /// The occurrences that are left out.
    pub excluded: Vec<LocalOrInstant>,
    /// Occurrences in addition to those of the rules.
    pub added: Vec<LocalOrInstant>,
    /// Occurrences in addition, each of a length of its own.
    pub periods: Vec<Span>,
}

/// A day, a time by a wall clock, or a moment.
#[derive(Clone, Debug, PartialEq)]
pub enum LocalOrInstant {
    /// A whole day.
    Day(Day),
    /// A time by a wall clock.
    Local(LocalTime),
    /// A moment.
    Instant(Instant),
}

/// A time by the wall clock of a zone.
#[derive(Clone, Debug, PartialEq)]
pub struct LocalTime {
    /// The day.
    pub day: Day,
    /// The time of the day.
    pub time: TimeOfDay,
    /// Whose clock.
    pub zone: EventZone,
}

impl LocalTime {
    /// The moment: the first where there are two, and later by the gap where there is none.
    pub fn instant(&self) -> Option<Instant> {
        self.zone.resolve(self.day, self.time)
    }
}

/// The zone of an event.
#[derive(Clone, Debug, PartialEq)]
pub enum EventZone {
    /// A zone of the IANA database.
    Named(Zone),
    /// A zone that the text itself declares: so many seconds east of Greenwich all year round.
    Fixed(i32),
    /// A zone that the text itself declares, whose clocks change.
    Defined(Arc<TextZone>),
}

impl EventZone {
    /// The moment at which clocks show a day and time: the first where there are two, and later by the gap where there is
    /// none.
    pub fn resolve(&self, day: Day, time: TimeOfDay) -> Option<Instant> {
        match self {
            EventZone::Named(zone) => zone.resolve(day, time).map(|resolved| resolved.instant()),
            EventZone::Fixed(east) => {
                let universal = Zone::UTC.resolve(day, time)?.instant();
                universal.plus_seconds(-i64::from(*east))
            }
            EventZone::Defined(zone) => zone.resolve(day, time),
        }
    }

    /// The day and time that clocks show at a moment.
    pub fn local(&self, instant: Instant) -> Option<(Day, TimeOfDay)> {
        match self {
            EventZone::Named(zone) => Some(zone.local(instant)),
            EventZone::Fixed(east) => Some(Zone::UTC.local(instant.plus_seconds((*east).into())?)),
            EventZone::Defined(zone) => zone.local(instant),
        }
    }
}

/// A period with what is said of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Busy {
    /// The period.
    pub span: Span,
    /// What is said of it.
    pub kind: BusyKind,
}

/// Whether a period is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BusyKind {
    /// Taken.
    Busy,
    /// Taken, but not settled yet.
    Tentative,
    /// Not to be had for another reason.
    Unavailable,
    /// Free.
    Free,
}

/// A fault at a line of the text.
fn fault(code: Code, line: usize, message: impl Into<String>) -> Reason {
    Reason::new(code, format!("/lines/{line}"), message).with("line", line)
}

/// A value at a line of the text that cannot be read.
fn unreadable(line: usize, message: impl Into<String>) -> Error {
    fault(Code::CalendarFeed, line, message).into()
}

/// A refusal of what is larger than any that is accepted.
fn too_large(reason: Reason, limit: usize) -> Error {
    reason.with("limit", limit).into()
}
