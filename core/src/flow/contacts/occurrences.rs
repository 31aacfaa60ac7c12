//! When a contact goes out by its anchor, before quiet hours are looked at.

use super::definition::ContactRule;
use crate::time::{Clock, Day, Instant, TimeOfDay};

/// A date that contacts are measured from.
#[derive(Clone, Copy, Debug)]
pub(super) enum Anchor {
    Day(Day),
    Instant(Instant),
}

impl Anchor {
    pub(super) fn read(text: &str) -> Option<Anchor> {
        let day = text.parse().ok().map(Anchor::Day);
        day.or_else(|| text.parse().ok().map(Anchor::Instant))
    }

    fn local(self, clock: &Clock) -> (Day, Option<TimeOfDay>) {
        match self {
            Anchor::Day(day) => (day, None),
            Anchor::Instant(instant) => {
                let (day, time) = clock.local(instant);
                (day, Some(time))
            }
        }
    }
}

/// One time that a contact goes out: a name that stays the same, and the moment.
#[derive(Clone, Debug)]
pub(super) struct Occurrence {
    pub(super) name: String,
    pub(super) due: Instant,
}

/// Nine in the morning, in seconds.
const MORNING: u32 = 9 * 3_600;

/// The occurrences of a contact by the receiver's clock. Of those of every year the last one that is due, and the next one.
pub(super) fn occurrences(
    contact: &ContactRule,
    anchor: Anchor,
    (clock, plans): (&Clock, &Clock),
    now: Instant,
) -> Vec<Occurrence> {
    if !contact.yearly {
        let (day, time) = anchor.local(clock);
        // By the plan's own clock, so that a receiver who moves to another zone is not written to again.
        let name = anchor.local(plans).0.to_string();
        let base = match anchor {
            Anchor::Instant(instant) => Some((instant.to_string(), instant)),
            Anchor::Day(day) => clock.start_of(day).map(|start| (day.to_string(), start)),
        };
        let days = contact.days.iter();
        let by_days = days.filter_map(|offset| on_day(contact, day, time, *offset, &name, clock));
        let minutes = contact.minutes.iter();
        let by_minutes = minutes.filter_map(|offset| {
            let (name, base) = base.as_ref()?;
            in_minutes(*base, *offset, name)
        });
        return by_days.chain(by_minutes).collect();
    }
    let days = contact.days.iter().map(|offset| (Some(*offset), 0));
    let minutes = contact.minutes.iter().map(|offset| (None, *offset));
    let offsets = days.chain(minutes);
    offsets
        .flat_map(|(days, minutes)| yearly(contact, anchor, days, minutes, clock, now))
        .collect()
}

/// By the clock of the day: clocks that change in between do not move it.
fn on_day(
    contact: &ContactRule,
    day: Day,
    time: Option<TimeOfDay>,
    offset: i32,
    name: &str,
    clock: &Clock,
) -> Option<Occurrence> {
    let at = contact.at.or(time).or_else(|| TimeOfDay::from_seconds(MORNING))?;
    let due = clock.resolve(day.plus(offset)?, at)?.instant();
    let name = format!("{name}{offset:+}d");
    Some(Occurrence { name, due })
}

fn in_minutes(base: Instant, offset: i32, name: &str) -> Option<Occurrence> {
    let due = base.plus_seconds(i64::from(offset) * 60)?;
    let name = format!("{name}{offset:+}m");
    Some(Occurrence { name, due })
}

fn yearly(
    contact: &ContactRule,
    anchor: Anchor,
    days: Option<i32>,
    minutes: i32,
    clock: &Clock,
    now: Instant,
) -> impl Iterator<Item = Occurrence> {
    let (first, time) = anchor.local(clock);
    let (begun, ..) = first.ymd();
    let (present, ..) = clock.day_of(now).ymd();
    // An offset reaches over a year at most.
    let years = (present.saturating_sub(2)..=present.saturating_add(2)).filter(|year| *year > begun);
    let (mut last, mut next) = (None, None);
    for year in years {
        // 29 February falls on the 28th in common years.
        let day = first.plus_months((year - begun).saturating_mul(12));
        let occurrence = day.and_then(|day| match days {
            Some(offset) => on_day(contact, day, time, offset, &year.to_string(), clock),
            None => {
                let base = clock.resolve(day, time.unwrap_or(TimeOfDay::MIDNIGHT))?.instant();
                in_minutes(base, minutes, &year.to_string())
            }
        });
        match occurrence {
            Some(occurrence) if occurrence.due <= now => last = Some(occurrence),
            Some(occurrence) if next.is_none() => next = Some(occurrence),
            _ => {}
        }
    }
    last.into_iter().chain(next)
}
