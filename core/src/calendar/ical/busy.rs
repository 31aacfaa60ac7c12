//! Periods: of a FREEBUSY property, and of an event's times.

use super::ends::{after, length};
use super::event::reversed;
use super::text::Line;
use super::told::Told;
use super::zones::{Zones, out_of_range, placed};
use super::{Busy, BusyKind, EventZone, LocalOrInstant, LocalTime, unreadable};
use crate::Result;
use crate::money::shortened;
use crate::time::{Span, Zone};

/// The periods of a FREEBUSY property; empty ones are left out.
pub(super) fn periods(line: &Line<'_>, zones: &mut Zones<'_>, told: &mut Told) -> Vec<Busy> {
    let kind = match line
        .parameter("FBTYPE")
        .map(|kind| kind.to_ascii_uppercase())
        .as_deref()
    {
        Some("FREE") => BusyKind::Free,
        Some("BUSY-TENTATIVE") => BusyKind::Tentative,
        Some("BUSY-UNAVAILABLE") => BusyKind::Unavailable,
        // RFC 5545: a kind that is not known is treated as busy.
        _ => BusyKind::Busy,
    };
    let zone = zones.of(line, &zones.floating(), told);
    let mut found = Vec::new();
    for value in line.value().split(',').map(str::trim).filter(|value| !value.is_empty()) {
        match period(line, value, &zone) {
            Ok(span) => found.extend(span.map(|span| Busy { span, kind })),
            Err(error) => told.unsure(error),
        }
    }
    if line.cut {
        told.unsure(unreadable(line.number, "the line is too long, and its end is not read"));
    }
    found
}

/// A period of a start and an end, or of a start and a duration; `None` when empty.
pub(super) fn period(line: &Line<'_>, value: &str, zone: &EventZone) -> Result<Option<Span>> {
    let local = |text: &str| match placed(line, false, text.trim(), || zone.clone()) {
        Ok(LocalOrInstant::Local(local)) => Some(local),
        Ok(LocalOrInstant::Instant(instant)) => {
            let (day, time) = Zone::UTC.local(instant);
            let zone = EventZone::Named(Zone::UTC);
            Some(LocalTime { day, time, zone })
        }
        _ => None,
    };
    let parts = value.split_once('/');
    let Some((start, end)) = parts.and_then(|(start, end)| Some((local(start)?, end))) else {
        let value = shortened(value);
        let message = format!("`{value}` is not a period such as \"20260901T100000Z/PT2H\"");
        return Err(unreadable(line.number, message));
    };
    let first = start.instant().ok_or_else(|| out_of_range(line))?;
    let last = match local(end) {
        Some(end) => end.instant(),
        None => after(&start, first, length(line, end)?),
    };
    let last = last.ok_or_else(|| out_of_range(line))?;
    if last < first {
        return Err(reversed(line));
    }
    Ok(Span::new(first, last).ok())
}
