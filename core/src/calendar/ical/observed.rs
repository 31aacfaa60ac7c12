//! The clocks of a zone that a text defines itself, in a VTIMEZONE.

use std::sync::Arc;

use super::EventZone;
use super::text::Line;
use super::values::{Stamp, offset, stamp};
use crate::time::{Day, ForeignRule, Instant, LocalTime, TimeOfDay, Zone};

/// The days between which the rules of a definition are followed: a rule that begins in 1601 is older than any event.
const FOLLOWED: (i32, i32) = (1968, 2101);
/// How many steps the rules of one definition are followed; a hundred years of summer time take fewer.
const STEPS: u32 = 100_000;
/// The most changes of clocks of one definition.
const MOST_CHANGES: usize = 4_000;
/// Changes that lie closer together are one.
const CLOSEST: i64 = 3_600;
/// No clock is further from universal time, nor moves by more at once.
const FURTHEST: i64 = 26 * 3_600;

/// A zone as the text defines it.
#[derive(Debug, PartialEq, Eq)]
pub struct TextZone {
    /// What the text calls it.
    name: String,
    /// How far east clocks are before the first change.
    before: i32,
    /// From that second after 1970 on, clocks are that many seconds east; in order.
    changes: Vec<(i64, i32)>,
}

impl TextZone {
    /// What the text calls it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How many seconds east of universal time clocks are at that second after 1970.
    fn offset_at(&self, second: i64) -> i32 {
        let after = self.changes.partition_point(|(start, _)| *start <= second);
        let last = after.checked_sub(1).and_then(|last| self.changes.get(last));
        last.map_or(self.before, |(_, east)| *east)
    }

    /// The moment at which clocks show a day and time: the first where there are two, and later by the gap where there is none.
    pub(super) fn resolve(&self, day: Day, time: TimeOfDay) -> Option<Instant> {
        let wall = LocalTime { day, time }.wall();
        let early = self.changes.partition_point(|(start, _)| *start <= wall - FURTHEST);
        let near = self.changes.iter().skip(early).copied();
        let near = near.take_while(|(start, _)| *start <= wall + FURTHEST);
        let (mut begins, mut east) = (i64::MIN, self.offset_at(wall - FURTHEST));
        let mut past_gap = None;
        for (ends, next) in near.chain([(i64::MAX, 0)]) {
            let second = wall - i64::from(east);
            if begins <= second && second < ends {
                return instant(second);
            }
            if second >= ends {
                past_gap = Some(second);
            }
            (begins, east) = (ends, next);
        }
        past_gap.and_then(instant)
    }

    /// The day and time that clocks show at a moment.
    pub(super) fn local(&self, moment: Instant) -> Option<(Day, TimeOfDay)> {
        let east = self.offset_at(moment.seconds());
        Some(Zone::UTC.local(moment.plus_seconds(east.into())?))
    }
}

fn instant(second: i64) -> Option<Instant> {
    second.checked_mul(1_000_000).and_then(Instant::from_microseconds)
}

/// What a VTIMEZONE says.
#[derive(Clone, Debug, Default)]
pub(super) struct Declared {
    pub(super) name: Option<String>,
    /// The zone of the IANA database that it says to be.
    pub(super) location: Option<String>,
    /// The last moment for which it holds.
    until: Option<Instant>,
    observances: Vec<Observance>,
}

/// A STANDARD or DAYLIGHT part: what clocks show from its onsets on.
#[derive(Clone, Debug, Default)]
struct Observance {
    start: Option<LocalTime>,
    before: Option<i32>,
    after: Option<i32>,
    rules: Vec<String>,
    added: Vec<Onset>,
    /// Whether something in it cannot be read.
    unreadable: bool,
}

/// An onset, by the clocks before it or by universal time.
#[derive(Clone, Copy, Debug)]
enum Onset {
    Local(LocalTime),
    Universal(LocalTime),
}

impl Declared {
    /// Takes a property of the VTIMEZONE itself.
    pub(super) fn take(&mut self, line: &Line<'_>) {
        if line.is("TZID") {
            self.name.get_or_insert_with(|| line.token().into_owned());
        } else if line.is("X-LIC-LOCATION") || line.is("TZID-ALIAS-OF") {
            self.location.get_or_insert_with(|| line.token().into_owned());
        } else if line.is("TZUNTIL")
            && let Some(Stamp::Utc(day, time)) = stamp(line.value().trim())
        {
            self.until = EventZone::Named(Zone::UTC).resolve(day, time);
        }
    }

    /// Begins another of its parts.
    pub(super) fn begin_observance(&mut self) {
        self.observances.push(Observance::default());
    }

    /// Takes a property of one of its STANDARD and DAYLIGHT parts.
    pub(super) fn take_observed(&mut self, line: &Line<'_>) {
        if let Some(observance) = self.observances.last_mut() {
            observance.take(line);
        }
    }

    /// Takes a line that is no content line of one of its parts.
    pub(super) fn take_unread(&mut self, line: &Line<'_>) {
        if let Some(observance) = self.observances.last_mut() {
            observance.unreadable |= !line.is_aside();
        }
    }

    /// The zone that its parts define; nothing when they define none. After the last moment for which it holds, clocks go as in
    /// `afterwards`.
    pub(super) fn zone(&self, afterwards: Option<&Zone>) -> Option<EventZone> {
        if self.observances.is_empty() || self.observances.iter().any(|part| part.unreadable) {
            return None;
        }
        let mut offsets = self.observances.iter().map(|part| part.after);
        let first = offsets.next()??;
        if offsets.all(|east| east == Some(first)) {
            return Some(EventZone::Fixed(first));
        }
        let mut steps = STEPS;
        let mut changes = Vec::new();
        for observance in &self.observances {
            let (before, after) = (observance.before.or(observance.after)?, observance.after?);
            for second in observance.onsets(before, &mut steps)? {
                changes.push((second, before, after));
            }
            if changes.len() > MOST_CHANGES {
                return None;
            }
        }
        changes.sort_unstable();
        let before = changes.first().map(|(_, before, _)| *before)?;
        let mut zone = TextZone {
            name: self.name.clone().unwrap_or_default(),
            before,
            changes: Vec::new(),
        };
        for (second, _, after) in changes {
            zone.change(second, after);
        }
        if let Some((until, afterwards)) = self.until.zip(afterwards) {
            zone.follow(until, afterwards);
        }
        Some(EventZone::Defined(Arc::new(zone)))
    }
}

impl TextZone {
    fn change(&mut self, second: i64, east: i32) {
        if let Some(last) = self.changes.last_mut().filter(|last| second - last.0 < CLOSEST) {
            last.1 = east;
        } else if self.offset_at(second) != east {
            self.changes.push((second, east));
        }
    }

    /// Goes on as another zone from a moment on.
    fn follow(&mut self, moment: Instant, zone: &Zone) {
        let known = self.changes.partition_point(|(second, _)| *second <= moment.seconds());
        self.changes.truncate(known);
        let mut at = Some(moment);
        while let Some(moment) = at.filter(|moment| zone.day_of(*moment).ymd().0 < FOLLOWED.1) {
            self.change(moment.seconds(), zone.offset_at(moment));
            at = zone.next_change(moment);
        }
    }
}

impl Observance {
    fn take(&mut self, line: &Line<'_>) {
        let value = line.value();
        let value = value.trim();
        if line.is("TZOFFSETTO") {
            self.after = offset(value);
            self.unreadable |= self.after.is_none();
        } else if line.is("TZOFFSETFROM") {
            self.before = offset(value);
        } else if line.is("RRULE") {
            self.rules.push(value.to_owned());
        } else if line.is("DTSTART") {
            match stamp(value) {
                Some(Stamp::Local(day, time) | Stamp::Utc(day, time)) => self.start = Some(LocalTime { day, time }),
                Some(Stamp::Day(day)) => {
                    let time = TimeOfDay::MIDNIGHT;
                    self.start = Some(LocalTime { day, time });
                }
                _ => self.unreadable = true,
            }
        } else if line.is("RDATE") {
            for value in value.split(',') {
                match stamp(value.trim()) {
                    Some(Stamp::Local(day, time)) => self.added.push(Onset::Local(LocalTime { day, time })),
                    Some(Stamp::Utc(day, time)) => self.added.push(Onset::Universal(LocalTime { day, time })),
                    _ => self.unreadable = true,
                }
            }
        }
    }

    /// The seconds after 1970 of its onsets; nothing when they cannot be known. They are written by the clocks before each.
    fn onsets(&self, before: i32, steps: &mut u32) -> Option<Vec<i64>> {
        let start = self.start?;
        let universal = |wall: LocalTime| wall.wall() - i64::from(before);
        let mut onsets = vec![universal(start)];
        onsets.extend(self.added.iter().map(|onset| match onset {
            Onset::Local(wall) => universal(*wall),
            Onset::Universal(wall) => wall.wall(),
        }));
        let edge = |year: i32| {
            let time = TimeOfDay::MIDNIGHT;
            Day::new(year, 1, 1).map(|day| LocalTime { day, time })
        };
        let reach = (edge(FOLLOWED.0)?, edge(FOLLOWED.1)?);
        let shown = |moment: Instant| LocalTime::from_wall(moment.seconds() + i64::from(before));
        for rule in &self.rules {
            let (rule, _) = ForeignRule::read(rule, false).ok()?;
            let mut walls = rule.walls(start, reach, *steps, shown);
            while let Some(wall) = walls.next().ok()? {
                let second = universal(wall);
                if walls.until.is_none_or(|until| second <= until.seconds()) {
                    onsets.push(second);
                }
                if onsets.len() > MOST_CHANGES {
                    return None;
                }
            }
            *steps = walls.steps_left();
        }
        Some(onsets)
    }
}
