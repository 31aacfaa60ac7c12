//! Which zone a name in a text means, and the moments written with it.

use std::collections::BTreeMap;

use super::text::Line;
use super::values::{Stamp, offset, stamp};
use super::{EventZone, LocalOrInstant, LocalTime, fault, unreadable, windows};
use crate::money::shortened;
use crate::time::{TimeOfDay, Zone};
use crate::{Code, Error, Result};

/// The longest name that is looked up; no zone's name is nearly as long.
const LONGEST_NAME: usize = 255;

/// What a VTIMEZONE says.
#[derive(Clone, Debug, Default)]
pub(super) struct Declared {
    name: Option<String>,
    location: Option<String>,
    offset: Option<i32>,
    /// Whether its clocks change, or do something that cannot be read.
    changes: bool,
}

impl Declared {
    /// Takes a property of the VTIMEZONE itself.
    pub(super) fn take(&mut self, line: &Line<'_>) {
        if line.is("TZID") {
            self.name.get_or_insert_with(|| line.token().into_owned());
        } else if line.is("X-LIC-LOCATION") {
            self.location.get_or_insert_with(|| line.token().into_owned());
        }
    }

    /// Takes a property of one of its STANDARD and DAYLIGHT parts.
    pub(super) fn take_observed(&mut self, line: &Line<'_>) {
        if line.is("TZOFFSETTO") {
            let east = offset(&line.token());
            self.changes |= east.is_none() || self.offset.is_some() && self.offset != east;
            self.offset = east;
        }
    }

    fn zone(&self) -> Option<EventZone> {
        let located = self.location.as_deref().and_then(named);
        located.or_else(|| self.offset.filter(|_| !self.changes).map(EventZone::Fixed))
    }
}

/// The zones of one calendar.
pub(super) struct Zones<'z> {
    floating: &'z Zone,
    declared: BTreeMap<String, Declared>,
    /// Names that were looked up before; an event rarely brings a new one.
    known: BTreeMap<String, Option<EventZone>>,
}

impl<'z> Zones<'z> {
    pub(super) fn new(floating: &'z Zone) -> Self {
        Zones {
            floating,
            declared: BTreeMap::new(),
            known: BTreeMap::new(),
        }
    }

    /// Takes a VTIMEZONE; the first one of a name counts.
    pub(super) fn declare(&mut self, declared: Declared) {
        if let Some(name) = declared.name.clone() {
            self.declared.entry(name).or_insert(declared);
        }
    }

    /// The zone of times that name none.
    pub(super) fn floating(&self) -> EventZone {
        EventZone::Named(self.floating.clone())
    }

    /// The zone of a property's times.
    pub(super) fn of(&mut self, line: &Line<'_>) -> Result<EventZone> {
        let Some(name) = line.parameter("TZID") else {
            return Ok(self.floating());
        };
        let found = match self.known.get(&name) {
            Some(known) => known.clone(),
            None => {
                let found = named(&name).or_else(|| self.declared.get(&name).and_then(Declared::zone));
                self.known.insert(name.clone(), found.clone());
                found
            }
        };
        found.ok_or_else(|| {
            let name = shortened(&name);
            let message = format!("`{name}` is not a known zone; name one such as \"Europe/Berlin\"");
            let reason = fault(Code::CalendarFeedZone, line.number, message);
            reason.with("zone", name).into()
        })
    }

    /// The only day, time or moment of a property.
    pub(super) fn moment(&mut self, line: &Line<'_>) -> Result<LocalOrInstant> {
        let stamp = Kind::of(line).stamp(line, line.value()?)?;
        self.placed(line, stamp)
    }

    /// Every day, time or moment of a property.
    pub(super) fn moments(&mut self, line: &Line<'_>) -> Result<Vec<LocalOrInstant>> {
        // Once for all of them, however many there are.
        let (zone, kind) = (self.of(line), Kind::of(line));
        let values = line.value()?.split(',').map(|value| {
            Ok(match kind.stamp(line, value)? {
                Stamp::Local(day, time) => LocalOrInstant::Local(LocalTime {
                    day,
                    time,
                    zone: zone.clone()?,
                }),
                stamp => self.placed(line, stamp)?,
            })
        });
        values.collect()
    }

    fn placed(&mut self, line: &Line<'_>, stamp: Stamp) -> Result<LocalOrInstant> {
        Ok(match stamp {
            Stamp::Day(day) => LocalOrInstant::Day(day),
            Stamp::Local(day, time) => LocalOrInstant::Local(LocalTime {
                day,
                time,
                zone: self.of(line)?,
            }),
            Stamp::Utc(day, time) => {
                let instant = EventZone::Named(Zone::UTC).resolve(day, time);
                LocalOrInstant::Instant(instant.ok_or_else(|| out_of_range(line))?)
            }
        })
    }

    /// A day, time or moment by the wall clock of its zone.
    pub(super) fn local(&self, moment: &LocalOrInstant) -> LocalTime {
        match moment {
            LocalOrInstant::Day(day) => LocalTime {
                day: *day,
                time: TimeOfDay::MIDNIGHT,
                zone: self.floating(),
            },
            LocalOrInstant::Local(local) => local.clone(),
            LocalOrInstant::Instant(instant) => {
                let (day, time) = Zone::UTC.local(*instant);
                let zone = EventZone::Named(Zone::UTC);
                LocalTime { day, time, zone }
            }
        }
    }
}

/// A time so close to the ends of the calendar that its moment lies beyond.
pub(super) fn out_of_range(line: &Line<'_>) -> Error {
    let message = "the time is not between 0001-01-02T00:00:00Z and 9999-12-30T22:00:00Z";
    unreadable(line.number, message)
}

/// The type that a property says its values have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Unsaid,
    Day,
    Time,
    Other,
}

impl Kind {
    fn of(line: &Line<'_>) -> Kind {
        match line.parameter("VALUE") {
            None => Kind::Unsaid,
            Some(kind) if kind.eq_ignore_ascii_case("DATE") => Kind::Day,
            Some(kind) if kind.eq_ignore_ascii_case("DATE-TIME") => Kind::Time,
            Some(_) => Kind::Other,
        }
    }

    /// A value, which must be of this type; many a calendar writes a day without saying that it is one.
    fn stamp(self, line: &Line<'_>, value: &str) -> Result<Stamp> {
        let value = value.trim();
        let wanted = |stamp: &Stamp| match (self, stamp) {
            (Kind::Unsaid, _) => true,
            (Kind::Day, stamp) => matches!(stamp, Stamp::Day(_)),
            (Kind::Time, stamp) => !matches!(stamp, Stamp::Day(_)),
            (Kind::Other, _) => false,
        };
        stamp(value).filter(wanted).ok_or_else(|| {
            let (name, value) = (String::from_utf8_lossy(line.name()), shortened(value));
            let expected = match self {
                Kind::Unsaid | Kind::Time => "a time such as \"20260901T100000\"",
                Kind::Day => "a day such as \"20260901\"",
                Kind::Other => "of type DATE or DATE-TIME, which alone are read here",
            };
            let message = format!("`{value}` of `{name}` is not {expected}");
            unreadable(line.number, message)
        })
    }
}

/// The zone of a name, of the end of a path, or of a name of Windows.
fn named(name: &str) -> Option<EventZone> {
    let name = name.trim();
    if name.len() > LONGEST_NAME {
        return None;
    }
    // The longest end first: `America/Argentina/Salta` has three parts, and no name has more.
    let slashes: Vec<usize> = name.rmatch_indices('/').map(|(at, _)| at + 1).take(3).collect();
    let ends = slashes.iter().rev().filter_map(|start| name.get(*start..));
    let mut tried = std::iter::once(name).chain(ends);
    let zone = tried.find_map(|name| name.parse::<Zone>().ok());
    let zone = zone.or_else(|| windows::iana(name)?.parse().ok());
    zone.map(EventZone::Named)
}
