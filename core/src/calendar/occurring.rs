//! The times of another calendar's events: repeated, left out and moved as it says, each event for itself.

use std::collections::{HashMap, HashSet};

use super::expanding::{Expander, Occurrences};
use super::ical::{self, BusyKind, Event, EventTime, EventZone, LocalOrInstant};
use crate::time::{Day, Instant, LocalTime, Span, Zone};
use crate::{Code, Error, Reason, Result};

/// The most times that one feed blocks.
const MOST: usize = 20_000;
/// How many faults are told before the rest is only counted.
const MOST_FAULTS: usize = 200;
/// What the periods of a feed are known by, which have no name there.
const BUSY: &str = "busy";

/// A time that another calendar says to be taken.
pub(super) struct Occurring<'f> {
    /// What its event is called there.
    pub(super) uid: &'f str,
    /// The moment from which it is known.
    pub(super) start: Instant,
    pub(super) when: EventTime,
    pub(super) summary: Option<&'f str>,
}

/// What a feed says of a stretch of time.
#[derive(Default)]
pub(super) struct Said<'f> {
    pub(super) times: Vec<Occurring<'f>>,
    /// The events that keep what they blocked, because not all that is said of them could be read.
    pub(super) unsure: HashSet<&'f str>,
    /// Whether all events keep it, because the text is cut off.
    pub(super) cut_off: bool,
    /// Of a message that calls events off: what it calls off, for it says nothing of others.
    pub(super) called_off: Option<HashMap<&'f str, Changed<'f>>>,
    pub(super) faults: Vec<Reason>,
    pub(super) more_faults: u32,
}

/// What is said of single occurrences of an event.
#[derive(Default)]
pub(super) struct Changed<'f> {
    /// The moments of those that others stand in for.
    pub(super) moments: HashSet<Instant>,
    /// The days on which all are meant, of an event that has times.
    pub(super) days: HashSet<Day>,
    /// The days of those that others stand in for, of an event of whole days.
    pub(super) whole_days: HashSet<Day>,
    /// From which moment on all are changed, the earliest first.
    pub(super) ranges: Vec<Range<'f>>,
    /// By how many seconds a change moves or lengthens at most.
    pub(super) reach: i64,
    /// Whether the event is called off as a whole.
    pub(super) whole: bool,
}

/// A change of all occurrences from one on.
pub(super) struct Range<'f> {
    pub(super) from: Instant,
    pub(super) event: &'f Event,
    /// By how many seconds of the wall clock.
    pub(super) shift: i64,
}

impl<'f> Said<'f> {
    /// What a feed says of a stretch, by the clock of a resource.
    pub(super) fn of(feed: &'f ical::Feed, within: Span, zone: &Zone) -> Result<Said<'f>> {
        let events = current(&feed.events, zone);
        let changed = changed(&events, zone);
        let mut said = Said {
            unsure: feed.unread.iter().map(String::as_str).collect(),
            cut_off: feed.cut_off,
            more_faults: u32::try_from(feed.more_faults).unwrap_or(u32::MAX),
            ..Said::default()
        };
        for fault in &feed.faults {
            said.tell(fault.clone());
        }
        let bases: HashSet<&str> = events
            .iter()
            .filter(|event| is_base(event))
            .map(|event| &*event.uid)
            .collect();
        let repeating = events.iter().filter(|event| event.recurrence.is_some()).count();
        let mut expander = Expander::new(within, zone, repeating);
        for event in &events {
            let takes_time = !event.cancelled && !event.transparent;
            // Of what takes no time it does not matter when that would be.
            if event.unsure && (takes_time || !is_base(event)) {
                said.unsure.insert(&event.uid);
            }
            if !takes_time {
                continue;
            }
            let own = changed.get(&*event.uid).filter(|_| is_base(event));
            // A change of all that follows is applied to its event, where the text has it.
            let applied = event.and_future && bases.contains(&*event.uid);
            let alone = !(is_base(event) || applied);
            let found = if alone {
                expander.once(event)
            } else {
                expander.expand(event, own)
            };
            said.take(event, found, within, zone)?;
        }
        said.take_busy(feed, within)?;
        if feed.method.as_deref() == Some("CANCEL") {
            said.called_off = Some(called_off(&events, changed));
        }
        Ok(said)
    }

    fn take(&mut self, event: &'f Event, found: Occurrences<'f>, within: Span, zone: &Zone) -> Result<()> {
        if found.unsure {
            self.unsure.insert(&event.uid);
        }
        for mut reason in found.faults {
            reason.path = format!("/lines/{}", event.line);
            self.tell(reason.with("line", event.line));
        }
        for (start, when, summary) in found.times {
            if stretch(when, zone).is_some_and(|span| span.intersection(within).is_some()) {
                let uid = &event.uid;
                self.push(Occurring {
                    uid,
                    start,
                    when,
                    summary,
                })?;
            }
        }
        Ok(())
    }

    fn take_busy(&mut self, feed: &'f ical::Feed, within: Span) -> Result<()> {
        if feed.busy_unread {
            self.unsure.insert(BUSY);
        }
        for busy in feed.busy.iter().filter(|busy| busy.kind != BusyKind::Free) {
            if busy.span.intersection(within).is_some() {
                self.push(Occurring {
                    uid: BUSY,
                    start: busy.span.start,
                    when: EventTime::Span(busy.span),
                    summary: None,
                })?;
            }
        }
        Ok(())
    }

    fn push(&mut self, time: Occurring<'f>) -> Result<()> {
        if self.times.len() == MOST {
            let message = format!("more than {MOST} times would be blocked; ask for fewer days");
            let reason = Reason::new(Code::CalendarFeedTooLarge, "/text", message);
            return Err(Error::from(reason.with("limit", MOST)));
        }
        self.times.push(time);
        Ok(())
    }

    fn tell(&mut self, reason: Reason) {
        if self.faults.len() < MOST_FAULTS {
            self.faults.push(reason);
        } else {
            self.more_faults = self.more_faults.saturating_add(1);
        }
    }
}

/// Whether an event is one of its own, not an occurrence of another. One without a name cannot be another's.
fn is_base(event: &Event) -> bool {
    event.replaces.is_none() && !event.replaces_unread || event.uid.is_empty()
}

/// Whether an event can be told from others of its name as a revision of one of them. Where that cannot be read both stand.
fn is_revision(event: &Event) -> bool {
    !event.uid.is_empty() && !event.replaces_unread && !event.sequence_unread
}

/// The moments of a time.
fn stretch(when: EventTime, zone: &Zone) -> Option<Span> {
    Some(match when {
        EventTime::Span(span) => span,
        EventTime::Days(days) => Span {
            start: zone.start_of(days.first)?,
            end: zone.start_of(days.last.next()?)?,
        },
    })
}

/// What tells the revisions of an event, or of one of its occurrences, from those of others.
type Revised<'f> = (&'f str, Option<Option<Instant>>, bool);

fn revised<'f>(event: &'f Event, zone: &Zone) -> Revised<'f> {
    let replaced = event.replaces.as_ref().map(|replaced| moment_of(replaced, zone));
    (&event.uid, replaced, event.and_future)
}

/// The events without those that a later revision, or one that calls them off, stands in for. Several of one name and revision
/// are several events, as calendars write them that do not keep to the rule that a name is an event's own.
fn current<'f>(events: &'f [Event], zone: &Zone) -> Vec<&'f Event> {
    let mut newest: HashMap<Revised<'_>, u32> = HashMap::new();
    for event in events.iter().filter(|event| is_revision(event)) {
        let known = newest.entry(revised(event, zone)).or_insert(event.sequence);
        *known = event.sequence.max(*known);
    }
    let is_newest =
        |event: &&'f Event| !is_revision(event) || newest.get(&revised(event, zone)) == Some(&event.sequence);
    let mut called_off: HashMap<(Revised<'_>, Option<Instant>), usize> = HashMap::new();
    let calls_off = |event: &&Event| event.cancelled && is_revision(event);
    for event in events.iter().filter(is_newest).filter(calls_off) {
        called_off.insert((revised(event, zone), event.start.instant()), event.line);
    }
    let is_called_off = |event: &&'f Event| {
        let by = called_off.get(&(revised(event, zone), event.start.instant()));
        !event.cancelled && is_revision(event) && by.is_some_and(|line| event.line < *line)
    };
    let current = events.iter().filter(is_newest);
    current.filter(|event| !is_called_off(event)).collect()
}

/// What stands in for occurrences, by the name of their event.
fn changed<'f>(events: &[&'f Event], zone: &Zone) -> HashMap<&'f str, Changed<'f>> {
    let mut all: HashMap<&str, Changed<'f>> = HashMap::new();
    for event in events.iter().filter(|event| !is_base(event)) {
        let Some(replaced) = &event.replaces else { continue };
        let own = all.entry(&event.uid).or_default();
        let moment = moment_of(replaced, zone);
        if event.and_future {
            own.ranges
                .extend(moment.and_then(|from| Range::of(event, from, replaced)));
            continue;
        }
        match replaced {
            LocalOrInstant::Day(day) => {
                own.days.insert(*day);
            }
            _ => own.moments.extend(moment),
        }
        own.whole_days.insert(day_meant(replaced, zone));
    }
    for own in all.values_mut() {
        own.ranges.sort_by_key(|range| range.from);
        let reach = own.ranges.iter().map(Range::reach).max();
        own.reach = reach.unwrap_or(0);
    }
    all
}

impl<'f> Range<'f> {
    fn of(event: &'f Event, from: Instant, replaced: &LocalOrInstant) -> Option<Range<'f>> {
        let start = LocalTime {
            day: event.start.day,
            time: event.start.time,
        };
        // A day is its midnight. A time by the clock by which the event begins is what is written, though clocks skip it on that day; a moment
        // is what that clock shows, or the time at which the event begins where it is that moment.
        let (day, time) = match replaced {
            LocalOrInstant::Day(day) => (*day, crate::time::TimeOfDay::MIDNIGHT),
            LocalOrInstant::Local(local) if local.zone == event.start.zone => (local.day, local.time),
            _ if event.start.instant() == Some(from) => (start.day, start.time),
            _ => event.start.zone.local(from)?,
        };
        let before = match (replaced, event.when) {
            // An event of times whose occurrence is told by its day keeps its time of day.
            (LocalOrInstant::Day(_), EventTime::Span(_)) => LocalTime { day, time: start.time },
            _ => LocalTime { day, time },
        };
        let shift = start.wall() - before.wall();
        Some(Range { from, event, shift })
    }

    fn reach(&self) -> i64 {
        let length = match self.event.when {
            EventTime::Span(span) => span.seconds(),
            EventTime::Days(days) => i64::try_from(days.len()).unwrap_or(0) * 90_000,
        };
        self.shift.abs() + length
    }
}

/// What a message calls off, by the name of the event.
fn called_off<'f>(events: &[&'f Event], mut changed: HashMap<&'f str, Changed<'f>>) -> HashMap<&'f str, Changed<'f>> {
    // What has no name cannot be called off.
    let whole = events
        .iter()
        .filter(|event| event.cancelled && is_base(event) && !event.uid.is_empty());
    for event in whole {
        changed.entry(&event.uid).or_default().whole = true;
    }
    changed
}

impl Changed<'_> {
    /// Whether it calls off the occurrence that is known by a moment.
    pub(super) fn calls_off(&self, start: Instant, zone: &Zone) -> bool {
        let day = zone.day_of(start);
        self.whole
            || self.moments.contains(&start)
            || self.days.contains(&day)
            || self.whole_days.contains(&day) && zone.start_of(day) == Some(start)
            || self.ranges.first().is_some_and(|range| range.from <= start)
    }
}

/// The moment of a day, a time or a moment.
pub(super) fn moment_of(time: &LocalOrInstant, zone: &Zone) -> Option<Instant> {
    match time {
        LocalOrInstant::Day(day) => zone.start_of(*day),
        LocalOrInstant::Local(local) => local.instant(),
        LocalOrInstant::Instant(instant) => Some(*instant),
    }
}

/// The day that is meant where an event of whole days has a time: many a calendar writes midnight, of universal time or of its
/// own clock.
pub(super) fn day_meant(time: &LocalOrInstant, zone: &Zone) -> Day {
    match time {
        LocalOrInstant::Day(day) => *day,
        LocalOrInstant::Local(local) => local.day,
        LocalOrInstant::Instant(instant) => match EventZone::Named(Zone::UTC).local(*instant) {
            Some((day, crate::time::TimeOfDay::MIDNIGHT)) => day,
            _ => zone.day_of(*instant),
        },
    }
}
