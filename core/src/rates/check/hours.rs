use std::collections::BTreeMap;

use super::{Check, listed};
use crate::form::Pointer;
use crate::rates::definition::{HourWindow, Hours};
use crate::time::{DayRange, Weekday};
use crate::{Code, Reason};

/// Seconds of a day on the wall clock.
const DAY: u32 = 86_400;

impl Check<'_> {
    pub(super) fn hours(&mut self) {
        let Some(hours) = &self.definition.hours else { return };
        let place = Pointer::root().join("hours");
        self.windows(hours, &place.join("windows"));
        self.optional_price(hours.minimum_charge, &place.join("minimum_charge"));
        for (index, block) in hours.blocks.iter().enumerate() {
            let at = place.join("blocks").join(index);
            self.price(block.price, &at.join("price"));
            if block.hours.is_zero() || block.hours.is_negative() {
                self.fault(
                    Code::DefinitionRange,
                    &at.join("hours"),
                    format!("a block has more than 0 hours, not `{}`", block.hours),
                );
            }
            self.scale(block.hours, &at.join("hours"));
        }
        if let Some(after) = &hours.after_hours {
            self.price(after.amount, &place.join("after_hours").join("amount"));
        }
    }

    fn windows(&mut self, hours: &Hours, place: &Pointer) {
        if hours.windows.is_empty() {
            self.fault(Code::DefinitionRange, place, "there are no windows".to_owned());
        }
        for (index, window) in hours.windows.iter().enumerate() {
            let at = place.join(index);
            self.price(window.price, &at.join("price"));
            self.ranges(&window.days, &at.join("days"));
            for (number, tier) in window.tiers.iter().enumerate() {
                let at = at.join("tiers").join(number);
                self.price(tier.price, &at.join("price"));
                self.scale(tier.at_least, &at.join("at_least"));
            }
        }
        let windows: Vec<(&HourWindow, Vec<DayRange>)> = (hours.windows.iter())
            .map(|window| (window, DayRange::joined(window.days.clone())))
            .collect();
        for (index, window) in windows.iter().enumerate() {
            // The first that it meets is enough.
            let mut earlier = windows.iter().enumerate().take(index);
            let met = earlier.find_map(|(number, other)| Some((number, tie(other, window)?)));
            if let Some((number, message)) = met {
                let (at, with) = (place.join(index), place.join(number));
                let reason = Reason::new(Code::DefinitionOverlap, &at, message).with("with", with.as_str());
                self.faults.add_between(reason, &[at.as_str(), with.as_str()]);
            }
        }
    }
}

/// How two windows of one priority meet, which they must not; windows with days of their own meet only on common days.
fn tie(
    (one, days): &(&HourWindow, Vec<DayRange>),
    (other, other_days): &(&HourWindow, Vec<DayRange>),
) -> Option<String> {
    let common = DayRange::common(days, other_days);
    let apart = !days.is_empty() && !other_days.is_empty() && common.is_empty();
    if one.priority != other.priority || apart {
        return None;
    }
    let mut meetings: BTreeMap<Weekday, u32> = BTreeMap::new();
    for (weekday, start, end) in week(one) {
        for (_, opens, closes) in week(other).filter(|(_, opens, closes)| *opens < end && start < *closes) {
            meetings.entry(weekday).or_insert(opens.max(start).min(closes.min(end)));
        }
    }
    let (weekday, second_of_week) = meetings.first_key_value()?;
    let minute = second_of_week % DAY / 60;
    let on = if common.is_empty() {
        String::new()
    } else {
        let days: Vec<_> = common.iter().map(|range| range.first).collect();
        format!(" from {}", listed(&days))
    };
    Some(format!(
        "the windows `{}` and `{}` have one priority and meet on {weekday} at {:02}:{:02}{on}",
        one.name,
        other.name,
        minute / 60,
        minute % 60
    ))
}

/// A window's stretches within a week, in seconds since Monday 00:00, with the weekday on which it opens. What goes past
/// Sunday midnight begins the week again.
fn week(window: &HourWindow) -> impl Iterator<Item = (Weekday, u32, u32)> {
    let (opens, closes) = (window.opens.seconds(), window.closes.seconds());
    let length = if closes > opens {
        closes - opens
    } else {
        closes + DAY - opens
    };
    window.weekdays.iter().flat_map(move |weekday| {
        let start = weekday as u32 * DAY + opens;
        let end = start + length;
        let week = 7 * DAY;
        let wrapped = (end > week).then(|| (weekday, 0, end - week));
        [Some((weekday, start, end.min(week))), wrapped].into_iter().flatten()
    })
}
