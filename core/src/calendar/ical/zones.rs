//! Which zone a name in a text means, and the moments written with it.

use std::collections::BTreeMap;

use super::observed::Declared;
use super::text::Line;
use super::told::Told;
use super::values::{Stamp, offset, stamp};
use super::{EventZone, LocalOrInstant, LocalTime, fault, unreadable, windows};
use crate::money::shortened;
use crate::time::{TimeOfDay, Zone};
use crate::{Code, Error, Result};

/// The longest name that is looked up; no zone's name is nearly as long.
const LONGEST_NAME: usize = 255;

/// How many definitions of one calendar are followed; no calendar needs nearly as many.
const MOST_DEFINED: usize = 100;

/// The zones of one calendar.
pub(super) struct Zones<'z> {
    resource: &'z Zone,
    /// The zone of times that name none, where the calendar itself has one.
    own: Option<Zone>,
    declared: BTreeMap<String, Declared>,
    /// Names that were looked up before; an event rarely brings a new one.
    known: BTreeMap<String, Option<EventZone>>,
    defined: usize,
}

impl<'z> Zones<'z> {
    pub(super) fn new(resource: &'z Zone) -> Self {
        Zones {
            resource,
            own: None,
            declared: BTreeMap::new(),
            known: BTreeMap::new(),
            defined: 0,
        }
    }

    /// Takes a VTIMEZONE; the first one of a name counts.
    pub(super) fn declare(&mut self, declared: Declared) {
        if let Some(name) = declared.name.clone() {
            self.declared.entry(name).or_insert(declared);
        }
    }

    /// Takes the zone that the calendar says to be its own, in a property of Apple's that many others write too.
    pub(super) fn name_own(&mut self, name: &str) {
        if self.own.is_none() {
            self.own = named(name);
        }
    }

    /// The zone of times that name none: the calendar's own, or the resource's.
    pub(super) fn floating(&self) -> EventZone {
        EventZone::Named(self.own.as_ref().unwrap_or(self.resource).clone())
    }

    /// The zone of whole days: they are days where the resource is.
    pub(super) fn of_days(&self) -> EventZone {
        EventZone::Named(self.resource.clone())
    }

    /// The zone of a property's times; one that is not known is told, and taken to be the one of times that name none.
    pub(super) fn of(&mut self, line: &Line<'_>, unnamed: &EventZone, told: &mut Told) -> EventZone {
        let Some(name) = line.parameter("TZID") else {
            return unnamed.clone();
        };
        let found = match self.known.get(&name) {
            Some(known) => known.clone(),
            None => {
                let found = self.meant(&name);
                self.known.insert(name.clone(), found.clone());
                found
            }
        };
        found.unwrap_or_else(|| {
            let name = shortened(&name);
            let message = format!(
                "`{name}` is not a known zone, and the text does not define it; its times are taken by the resource's clock. Name \
                 a zone such as \"Europe/Berlin\""
            );
            let reason = fault(Code::CalendarFeedZone, line.number, message);
            told.unsure_once(reason.with("zone", name));
            unnamed.clone()
        })
    }

    /// The zone that a name means. A place in the IANA database is that place, whatever the text says of it: the name says
    /// whose clock is meant, and the law there is known better here than by a writer who gives one pair of rules for all years.
    /// Every other name, those of Windows among them, means what the text defines it to be, then what it is known as.
    fn meant(&mut self, name: &str) -> Option<EventZone> {
        let place = name.trim().trim_matches('"');
        if place.len() > LONGEST_NAME {
            return None;
        }
        let whole = place.parse::<Zone>().ok();
        if let Some(zone) = whole.as_ref().filter(|_| place.contains('/')) {
            return Some(EventZone::Named(zone.clone()));
        }
        // RFC 5545: a name that begins with a slash is known all over the world.
        if let Some(zone) = place.strip_prefix('/').and_then(end_of_path) {
            return Some(EventZone::Named(zone));
        }
        let declared = self.declared.get(name).or_else(|| self.declared.get(place));
        let located = declared.and_then(|declared| named(declared.location.as_deref()?));
        let otherwise = located.or(whole).or_else(|| windows::iana(place)?.parse().ok());
        if self.defined < MOST_DEFINED
            && let Some(declared) = declared
        {
            self.defined += 1;
            if let Some(zone) = declared.zone(otherwise.as_ref()) {
                return Some(zone);
            }
        }
        let otherwise = otherwise.or_else(|| end_of_path(place)).map(EventZone::Named);
        otherwise.or_else(|| by_offset(place).map(EventZone::Fixed))
    }

    /// The only day, time or moment of a property.
    pub(super) fn moment(&mut self, line: &Line<'_>, unnamed: &EventZone, told: &mut Told) -> Result<LocalOrInstant> {
        let value = line.value();
        let zone = || self.of(line, unnamed, told);
        placed(line, is_day(line), value.trim(), zone)
    }

    /// A day, time or moment by the wall clock of its zone.
    pub(super) fn local(&self, moment: &LocalOrInstant) -> LocalTime {
        match moment {
            LocalOrInstant::Day(day) => LocalTime {
                day: *day,
                time: TimeOfDay::MIDNIGHT,
                zone: self.of_days(),
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

/// Whether a property says that its values are days.
pub(super) fn is_day(line: &Line<'_>) -> bool {
    line.parameter("VALUE")
        .is_some_and(|kind| kind.eq_ignore_ascii_case("DATE"))
}

/// A day, time or moment as it is written. The form of the value says which, for many a calendar says another: what is said to
/// be a day and has a time of 00:00 is that day.
pub(super) fn placed(
    line: &Line<'_>,
    is_day: bool,
    value: &str,
    zone: impl FnOnce() -> EventZone,
) -> Result<LocalOrInstant> {
    let moment = |day, time, east: i32| {
        let instant = EventZone::Fixed(east).resolve(day, time);
        instant.map(LocalOrInstant::Instant).ok_or_else(|| out_of_range(line))
    };
    match stamp(value) {
        Some(Stamp::Day(day)) => Ok(LocalOrInstant::Day(day)),
        Some(Stamp::Local(day, TimeOfDay::MIDNIGHT)) if is_day => Ok(LocalOrInstant::Day(day)),
        Some(Stamp::Local(day, time)) => {
            let zone = zone();
            Ok(LocalOrInstant::Local(LocalTime { day, time, zone }))
        }
        Some(Stamp::Utc(day, TimeOfDay::MIDNIGHT)) if is_day => Ok(LocalOrInstant::Day(day)),
        Some(Stamp::Utc(day, time)) => moment(day, time, 0),
        Some(Stamp::Offset(day, time, east)) => moment(day, time, east),
        None => {
            let (name, value) = (String::from_utf8_lossy(line.name()).into_owned(), shortened(value));
            let expected = if is_day {
                "a day such as \"20260901\""
            } else {
                "a time such as \"20260901T100000\""
            };
            Err(unreadable(
                line.number,
                format!("`{value}` of `{name}` is not {expected}"),
            ))
        }
    }
}

/// A time so close to the ends of the calendar that its moment lies beyond.
pub(super) fn out_of_range(line: &Line<'_>) -> Error {
    let message = "the time is not between 0001-01-02T00:00:00Z and 9999-12-30T22:00:00Z";
    unreadable(line.number, message)
}

/// The zone of a name: of the IANA database, of Windows, or of the end of a path.
fn named(name: &str) -> Option<Zone> {
    let name = name.trim();
    if name.len() > LONGEST_NAME {
        return None;
    }
    let zone = name.parse::<Zone>().ok();
    let zone = zone.or_else(|| windows::iana(name)?.parse().ok());
    zone.or_else(|| end_of_path(name))
}

/// The seconds east of a name such as `UTC+11`, `GMT-3` or `UTC+05:30`.
fn by_offset(name: &str) -> Option<i32> {
    let upper = name.to_ascii_uppercase();
    let east = upper.strip_prefix("UTC").or_else(|| upper.strip_prefix("GMT"))?;
    let sign = east.get(..1).filter(|sign| matches!(*sign, "+" | "-"))?;
    let (hour, minute) = east.get(1..)?.split_once(':').unwrap_or((east.get(1..)?, "00"));
    offset(&format!("{sign}{hour:0>2}{minute}"))
}

/// The zone at the end of a path, the longest one first: `America/Argentina/Salta` has three parts, and no name has more.
fn end_of_path(path: &str) -> Option<Zone> {
    let slashes: Vec<usize> = path.rmatch_indices('/').map(|(at, _)| at + 1).take(3).collect();
    let ends = slashes.iter().rev().filter_map(|start| path.get(*start..));
    std::iter::once(path)
        .chain(ends)
        .find_map(|end| end.parse::<Zone>().ok())
}
