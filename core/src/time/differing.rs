use std::collections::BTreeSet;

use super::{Clock, Day, OpeningException, OpeningHours, Span};

/// Opening hours whose exceptions are looked up: what is asked for many days takes these.
#[derive(Clone, Debug)]
pub(crate) struct LookedUp {
    hours: OpeningHours,
    /// From which day on which exception counts, in order.
    differing: Vec<(Day, Option<usize>)>,
}

impl LookedUp {
    pub(crate) fn new(hours: OpeningHours) -> Self {
        let mut changes = Vec::with_capacity(hours.exceptions.len() * 2);
        for (index, exception) in hours
            .exceptions
            .iter()
            .enumerate()
            .filter(|(_, one)| !one.days.is_empty())
        {
            changes.push((exception.days.first, true, index));
            changes.extend(exception.days.last.next().map(|after| (after, false, index)));
        }
        changes.sort_unstable();
        let (mut covering, mut differing) = (BTreeSet::new(), Vec::new());
        for of_day in changes.chunk_by(|(one, ..), (other, ..)| one == other) {
            for (_, begins, index) in of_day {
                if *begins {
                    covering.insert(*index);
                } else {
                    covering.remove(index);
                }
            }
            differing.extend(of_day.first().map(|(day, ..)| (*day, covering.first().copied())));
        }
        LookedUp { hours, differing }
    }

    /// What differs on a day: the first exception that covers it.
    pub(crate) fn exception_on(&self, day: Day) -> Option<&OpeningException> {
        let place = self.differing.partition_point(|(first, _)| *first <= day);
        let (_, index) = self.differing.get(place.checked_sub(1)?)?;
        self.hours.exceptions.get((*index)?)
    }

    /// The stretches of the windows that open on a day.
    pub(crate) fn spans_on<'a>(&'a self, day: Day, clock: &'a Clock) -> impl Iterator<Item = Span> + 'a {
        self.hours.spans_with(self.exception_on(day), day, clock)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_looked_up_is_the_first_that_covers_the_day() {
        let exception = |first: u32, last: u32| json!({"days": {"first": format!("2026-05-{first:02}"), "last": format!("2026-05-{last:02}")}});
        let exceptions =
            [(5, 9), (1, 20), (7, 12), (25, 25), (24, 26), (31, 31)].map(|(first, last)| exception(first, last));
        let hours: OpeningHours =
            serde_json::from_value(json!({"windows": [], "exceptions": exceptions})).unwrap_or_default();
        assert_eq!(hours.exceptions.len(), 6);
        let known = LookedUp::new(hours.clone());
        let days = "2026-04-28"
            .parse::<Day>()
            .into_iter()
            .flat_map(|first| (0..40).filter_map(move |more| first.plus(more)));
        for day in days {
            assert_eq!(known.exception_on(day), hours.exception_on(day), "{day}");
        }
    }
}
