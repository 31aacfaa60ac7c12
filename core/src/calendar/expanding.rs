//! One event of another calendar, repeated by its own rules and clock.

use std::collections::HashSet;
use std::sync::Arc;

use super::ical::{Event, EventRule, EventTime, EventZone, LocalOrInstant};
use super::occurring::{Changed, day_meant, moment_of};
use crate::time::{Clock, Day, DayRange, ForeignRule, Instant, LocalTime, Span, TimeOfDay, Zone};
use crate::{Code, Error, Reason, Result};

/// The most times that one event has for itself; one that has more is taken as one long time.
const MOST_OF_ONE: usize = 2_000;
/// How many steps the rules of a feed are followed, each of them and all together.
const STEPS: u32 = 100_000;
const WHOLE_STEPS: u32 = 1_000_000;
/// How many each event has besides that no other can use up; fewer where there are so many events that it would be more than the
/// second number for all of them.
const OWN_STEPS: u32 = 10_000;
const WHOLE_OWN_STEPS: u32 = 20_000_000;
/// Further than any change of clocks moves times, in seconds.
const SHIFT: i64 = 2 * 86_400;

/// What an event comes to.
#[derive(Default)]
pub(super) struct Occurrences<'f> {
    /// Each time with the moment that it is known by and what it is called.
    pub(super) times: Vec<(Instant, EventTime, Option<&'f str>)>,
    /// Whether it may have times that are not among them.
    pub(super) unsure: bool,
    pub(super) faults: Vec<Reason>,
}

/// Repeats events.
pub(super) struct Expander<'z> {
    within: Span,
    zone: &'z Zone,
    /// How many steps are left for all rules.
    steps: u32,
    /// How many each event has for itself, and how many are left of those of the event that is being followed.
    own_steps: u32,
    own_left: u32,
}

/// The clock by which an event repeats.
enum EventClock {
    Named(Arc<Clock>),
    /// Whole days, each from its first moment on.
    Days(Arc<Clock>),
    Text(EventZone),
}

impl EventClock {
    fn of(event: &Event, zone: &Zone) -> EventClock {
        match (&event.when, &event.start.zone) {
            (EventTime::Days(_), _) => EventClock::Days(Clock::of(zone)),
            (_, EventZone::Named(named)) => EventClock::Named(Clock::of(named)),
            (_, other) => EventClock::Text(other.clone()),
        }
    }

    fn moment(&self, wall: LocalTime) -> Option<Instant> {
        match self {
            EventClock::Named(clock) => Some(clock.resolve(wall.day, wall.time)?.instant()),
            EventClock::Days(clock) => clock.start_of(wall.day),
            EventClock::Text(zone) => zone.resolve(wall.day, wall.time),
        }
    }

    fn shown(&self, moment: Instant) -> Option<LocalTime> {
        let (day, time) = match self {
            EventClock::Named(clock) | EventClock::Days(clock) => clock.local(moment),
            EventClock::Text(zone) => zone.local(moment)?,
        };
        Some(LocalTime { day, time })
    }
}

/// The length of an event, beside its start.
#[derive(Clone, Copy)]
enum Shape {
    /// Microseconds from the start, by which the time begins and ends.
    Span(i64, i64),
    /// Microseconds from the start by which the time begins, and the days of the clock and seconds that it lasts.
    Clock(i64, i32, i64),
    Days(i32),
}

impl Shape {
    fn of(event: &Event) -> Option<Shape> {
        Some(match event.when {
            EventTime::Span(span) => {
                let start = event.start.instant()?;
                if let Some((days, seconds)) = event.days_long {
                    return Some(Shape::Clock(span.start.microseconds_since(start), days, seconds));
                }
                Shape::Span(span.start.microseconds_since(start), span.end.microseconds_since(start))
            }
            EventTime::Days(days) => Shape::Days(days.last.since(days.first)),
        })
    }

    /// The time of an occurrence; nothing when it is empty or lies beyond all days.
    fn at(self, start: Instant, wall: LocalTime, clock: &EventClock) -> Option<EventTime> {
        let moved = |by: i64| Instant::from_microseconds(start.microseconds().checked_add(by)?);
        let (start, end) = match self {
            Shape::Span(begins, ends) => (moved(begins)?, moved(ends)?),
            Shape::Clock(begins, days, seconds) => {
                let day = wall.day.plus(days)?;
                let end = clock.moment(LocalTime { day, ..wall })?.plus_seconds(seconds)?;
                (moved(begins)?, end)
            }
            Shape::Days(more) => {
                let (first, last) = (wall.day, wall.day.plus(more)?);
                return Some(EventTime::Days(DayRange { first, last }));
            }
        };
        (start < end).then_some(EventTime::Span(Span { start, end }))
    }

    /// How many seconds it lies before its start and after it, at most.
    fn reach(self) -> (i64, i64) {
        match self {
            Shape::Span(begins, ends) => ((-begins).max(0) / 1_000_000 + 1, ends.max(0) / 1_000_000 + 1),
            Shape::Clock(begins, days, seconds) => (
                (-begins).max(0) / 1_000_000 + 1,
                i64::from(days) * 90_000 + seconds.max(0) + 1,
            ),
            Shape::Days(more) => (0, (i64::from(more) + 1) * 90_000),
        }
    }
}

/// What a rule comes to within the stretch that is asked for.
struct Followed {
    walls: Vec<(Instant, LocalTime)>,
    /// The last moment, where there were too many to keep; nothing when it is not known.
    crowded: Option<Option<Instant>>,
}

impl<'z> Expander<'z> {
    /// Of a feed in which so many events repeat.
    pub(super) fn new(within: Span, zone: &'z Zone, repeating: usize) -> Self {
        let events = u32::try_from(repeating).unwrap_or(u32::MAX).max(1);
        Expander {
            within,
            zone,
            steps: WHOLE_STEPS,
            own_steps: OWN_STEPS.min(WHOLE_OWN_STEPS / events),
            own_left: 0,
        }
    }

    /// The event as it stands, without its rules.
    pub(super) fn once<'f>(&self, event: &'f Event) -> Occurrences<'f> {
        let mut found = Occurrences::default();
        found.add_own(event, self.zone);
        found
    }

    /// Every time of an event that may meet the stretch, without those that others stand in for.
    pub(super) fn expand<'f>(&mut self, event: &'f Event, changed: Option<&Changed<'f>>) -> Occurrences<'f> {
        let mut found = Occurrences::default();
        self.own_left = self.own_steps;
        let none = EventRule::default();
        let rule = event.recurrence.as_ref().unwrap_or(&none);
        let clock = EventClock::of(event, self.zone);
        let start = LocalTime {
            day: event.start.day,
            time: event.start.time,
        };
        let Some(shape) = Shape::of(event) else {
            return found;
        };
        // The event itself is one of its times, whatever its rule says.
        let mut walls: Vec<(Instant, LocalTime)> =
            clock.moment(start).map(|moment| (moment, start)).into_iter().collect();
        let reach = self.reach(&clock, shape, changed.map_or(0, |changed| changed.reach));
        for text in &rule.rules {
            match self.follow(text, event, &clock, reach, &mut found) {
                Ok(followed) => {
                    if let Some(last) = followed.crowded {
                        self.crowd(&followed.walls, last, shape, event, &mut found);
                    } else {
                        walls.extend(followed.walls);
                    }
                }
                Err(error) => found.unsure(error),
            }
        }
        walls.extend(rule.added.iter().filter_map(|added| self.added(added, start, &clock)));
        walls.sort_unstable();
        walls.dedup_by_key(|(moment, _)| *moment);
        let mut left_out = LeftOut::of(rule, shape, self.zone);
        for text in &rule.exclusions {
            match self.follow(text, event, &clock, reach, &mut found) {
                Ok(followed) => left_out
                    .moments
                    .extend(followed.walls.iter().map(|(moment, _)| *moment)),
                // What is left out by a rule that cannot be read is blocked.
                Err(error) => found.faults.extend(error.into_reasons()),
            }
        }
        let summary = event.summary.as_deref();
        for (moment, wall) in walls {
            if left_out.has(moment, wall.day) || changed.is_some_and(|changed| changed.has(moment, wall.day, shape)) {
                continue;
            }
            found
                .times
                .extend(match changed.and_then(|changed| changed.range(moment)) {
                    Some(range) => range.moved(wall, &clock),
                    None => shape.at(moment, wall, &clock).map(|when| (moment, when, summary)),
                });
        }
        let periods = rule.periods.iter();
        found
            .times
            .extend(periods.map(|span| (span.start, EventTime::Span(*span), summary)));
        found
    }

    /// The stretch of the wall clock in which an event begins that may meet what is asked for.
    fn reach(&self, clock: &EventClock, shape: Shape, more: i64) -> (LocalTime, LocalTime) {
        let (before, after) = shape.reach();
        let shown = |moment: Instant, by: i64| {
            let wall = clock.shown(moment).map_or(0, LocalTime::wall);
            LocalTime::from_wall(wall.saturating_add(by))
        };
        let time = TimeOfDay::MIDNIGHT;
        let (first, last) = (LocalTime { day: Day::FIRST, time }, LocalTime { day: Day::LAST, time });
        let back = after.saturating_add(more).saturating_add(SHIFT);
        (
            shown(self.within.start, -back).unwrap_or(first),
            shown(self.within.end, before + more + SHIFT).unwrap_or(last),
        )
    }

    /// Follows a rule, and tells what of it is not known here.
    fn follow(
        &mut self,
        text: &str,
        event: &Event,
        clock: &EventClock,
        reach: (LocalTime, LocalTime),
        found: &mut Occurrences<'_>,
    ) -> Result<Followed> {
        let (rule, passed_over) = ForeignRule::read(text, matches!(event.when, EventTime::Days(_)))?;
        found.unsure |= !passed_over.is_empty();
        found.faults.extend(passed_over);
        let start = LocalTime {
            day: event.start.day,
            time: event.start.time,
        };
        let steps = STEPS.min(self.steps + self.own_left);
        let mut walls = rule.walls(start, reach, steps, |moment| clock.shown(moment));
        let mut followed = Followed {
            walls: Vec::new(),
            crowded: None,
        };
        let mut last = None;
        let ended = loop {
            let wall = match walls.next() {
                Ok(Some(wall)) => wall,
                Ok(None) => break true,
                Err(_) => break false,
            };
            let Some(moment) = clock.moment(wall) else { continue };
            if walls.until.is_some_and(|until| moment > until) {
                continue;
            }
            last = Some(moment);
            if followed.walls.len() < MOST_OF_ONE {
                followed.walls.push((moment, wall));
            } else {
                followed.crowded = Some(None);
            }
        };
        let taken = steps - walls.steps_left();
        let own = taken.min(self.own_left);
        self.own_left -= own;
        self.steps -= taken - own;
        match (ended, followed.crowded.is_some()) {
            (true, true) => followed.crowded = Some(last),
            (false, false) => found.unsure(given_up(steps)),
            _ => {}
        }
        Ok(followed)
    }

    /// Takes an event that occurs too often as one time, from its first occurrence to its last one or as far as is asked for.
    fn crowd<'f>(
        &self,
        walls: &[(Instant, LocalTime)],
        last: Option<Instant>,
        shape: Shape,
        event: &'f Event,
        found: &mut Occurrences<'f>,
    ) {
        let message = format!(
            "the event occurs more than {MOST_OF_ONE} times on these days; all time from its first to its last one is blocked"
        );
        let reason = Reason::new(Code::CalendarFeedTooLarge, "", message);
        found.faults.push(reason.with("limit", MOST_OF_ONE));
        let (clock, own) = (Clock::of(self.zone), EventClock::of(event, self.zone));
        let span = |moment: Instant| match shape.at(moment, own.shown(moment)?, &own)? {
            EventTime::Span(span) => Some(span),
            EventTime::Days(days) => Some(Span {
                start: clock.start_of(days.first)?,
                end: clock.start_of(days.last.next()?)?,
            }),
        };
        let first = walls.first().and_then(|(moment, _)| Some((*moment, span(*moment)?)));
        let Some((moment, Span { start, .. })) = first else {
            return;
        };
        let end = last.and_then(span).map_or(self.within.end, |last| last.end);
        let when = EventTime::Span(Span { start, end });
        found.times.push((moment, when, event.summary.as_deref()));
    }

    /// An occurrence in addition; a day is the event's time on it.
    fn added(&self, added: &LocalOrInstant, start: LocalTime, clock: &EventClock) -> Option<(Instant, LocalTime)> {
        let wall = match (added, clock) {
            (_, EventClock::Days(_)) => LocalTime {
                day: day_meant(added, self.zone),
                time: TimeOfDay::MIDNIGHT,
            },
            (LocalOrInstant::Day(day), _) => LocalTime {
                day: *day,
                time: start.time,
            },
            _ => {
                let moment = moment_of(added, self.zone)?;
                return Some((moment, clock.shown(moment)?));
            }
        };
        Some((clock.moment(wall)?, wall))
    }
}

/// A rule that was followed so many steps and no further.
fn given_up(steps: u32) -> Error {
    let why = match steps {
        STEPS => "",
        _ => ", as the rules of other events took many",
    };
    let kept = "the event is blocked as far as it is known, and keeps what it blocked";
    let message = format!("the rule was followed for {steps} steps and no further{why}; {kept}");
    Error::new(Code::TimeRecurrenceEndless, "", message)
}

/// The occurrences that an event itself leaves out.
struct LeftOut {
    moments: HashSet<Instant>,
    days: HashSet<Day>,
}

impl LeftOut {
    fn of(rule: &EventRule, shape: Shape, zone: &Zone) -> LeftOut {
        let mut left_out = LeftOut {
            moments: HashSet::new(),
            days: HashSet::new(),
        };
        for excluded in &rule.excluded {
            match (excluded, shape) {
                (_, Shape::Days(_)) => {
                    left_out.days.insert(day_meant(excluded, zone));
                }
                (LocalOrInstant::Day(day), _) => {
                    left_out.days.insert(*day);
                }
                _ => left_out.moments.extend(moment_of(excluded, zone)),
            }
        }
        left_out
    }

    fn has(&self, moment: Instant, day: Day) -> bool {
        self.moments.contains(&moment) || self.days.contains(&day)
    }
}

impl<'f> Changed<'f> {
    /// Whether another event stands in for an occurrence.
    fn has(&self, moment: Instant, day: Day, shape: Shape) -> bool {
        match shape {
            Shape::Days(_) => self.whole_days.contains(&day),
            Shape::Span(..) | Shape::Clock(..) => self.moments.contains(&moment) || self.days.contains(&day),
        }
    }

    /// The last change of an occurrence and all after it.
    fn range(&self, moment: Instant) -> Option<&super::occurring::Range<'f>> {
        let past = self.ranges.partition_point(|range| range.from <= moment);
        self.ranges.get(past.checked_sub(1)?)
    }
}

impl<'f> super::occurring::Range<'f> {
    /// An occurrence as it is moved; nothing when it is called off or takes no time.
    fn moved(&self, wall: LocalTime, clock: &EventClock) -> Option<(Instant, EventTime, Option<&'f str>)> {
        if self.event.cancelled || self.event.transparent {
            return None;
        }
        let wall = LocalTime::from_wall(wall.wall().checked_add(self.shift)?)?;
        // Whole days that become times are times by the clock of the change.
        let own = EventClock::Text(self.event.start.zone.clone());
        let clock = match (clock, self.event.when) {
            (EventClock::Days(_), EventTime::Span(_)) => &own,
            _ => clock,
        };
        let moment = clock.moment(wall)?;
        let when = Shape::of(self.event)?.at(moment, wall, clock)?;
        Some((moment, when, self.event.summary.as_deref()))
    }
}

impl<'f> Occurrences<'f> {
    fn add_own(&mut self, event: &'f Event, zone: &Zone) {
        let start = match event.when {
            EventTime::Days(days) => zone.start_of(days.first),
            EventTime::Span(span) if span.end <= span.start => None,
            EventTime::Span(_) => event.start.instant(),
        };
        self.times
            .extend(start.map(|start| (start, event.when, event.summary.as_deref())));
    }

    fn unsure(&mut self, error: Error) {
        self.unsure = true;
        self.faults.extend(error.into_reasons());
    }
}
