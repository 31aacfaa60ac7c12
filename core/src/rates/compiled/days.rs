use std::collections::HashMap;
use std::ops::Range;

use crate::rates::definition::RateListDefinition;
use crate::time::{Day, DayRange, Weekdays};

/// What is known of one day of the list's validity; every number points into a table, 0 for nothing.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct DayEntry {
    /// The row of its prices: 0 for the list's own, then the seasons in their order.
    pub(crate) row: u32,
    /// The set of supplements that match it.
    pub(crate) supplements: u32,
    /// The set of restrictions that hold on it.
    pub(crate) limits: u32,
    /// The blackout it lies in, counted from 1.
    pub(crate) blackout: u32,
    /// How many days from it on are like it in all of this, itself one of them.
    alike: u32,
    /// How many days from it on have its prices, itself one of them.
    same_row: u32,
}

/// Days in a row that are alike, with their places among all: a stay is priced by these, not by its nights.
#[derive(Clone, Debug)]
pub(crate) struct Alike<'d> {
    rest: &'d [DayEntry],
    start: usize,
    by: By,
}

/// In what days of a stretch are alike.
#[derive(Clone, Copy, Debug)]
pub(crate) enum By {
    /// In nothing: each is a stretch of its own.
    Day,
    /// In their prices.
    Row,
    /// In all that is known of them.
    Rules,
}

impl<'d> Alike<'d> {
    pub(crate) fn new(days: &'d [DayEntry], by: By) -> Self {
        Alike {
            rest: days,
            start: 0,
            by,
        }
    }
}

impl<'d> Iterator for Alike<'d> {
    type Item = (Range<usize>, &'d DayEntry);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let entry = self.rest.first()?;
        let count = match self.by {
            By::Day => 1,
            By::Row => entry.same_row,
            By::Rules => entry.alike,
        };
        let count = (count as usize).clamp(1, self.rest.len());
        let start = self.start;
        self.start += count;
        self.rest = self.rest.get(count..)?;
        Some((start..self.start, entry))
    }
}

/// Every day of a list's validity, and the sets its entries point to.
#[derive(Clone, Debug)]
pub(crate) struct Days {
    first: Day,
    entries: Vec<DayEntry>,
    /// Sets of supplements, by their place in the definition, each in order.
    pub(crate) supplement_sets: Vec<Vec<u16>>,
    /// Sets of restrictions, by their place in the definition, each in order.
    pub(crate) limit_sets: Vec<Vec<u16>>,
}

impl Days {
    pub(crate) fn new(definition: &RateListDefinition) -> Days {
        let mut days = Days {
            first: definition.valid.first,
            entries: vec![DayEntry::default(); definition.valid.len()],
            supplement_sets: vec![Vec::new()],
            limit_sets: vec![Vec::new()],
        };
        days.seasons(definition);
        for (number, blackout) in (1..).zip(&definition.blackouts) {
            days.each(&[blackout.days], blackout.weekdays, |entry| {
                if entry.blackout == 0 {
                    entry.blackout = number;
                }
            });
        }
        let mut rows: HashMap<&str, u32> = HashMap::new();
        for (row, season) in (1..).zip(&definition.seasons) {
            rows.entry(&season.name).or_insert(row);
        }
        let seasons = |names: &[String]| -> Vec<u32> {
            let mut rows: Vec<u32> = names
                .iter()
                .filter_map(|name| rows.get(name.as_str()).copied())
                .collect();
            rows.sort_unstable();
            rows
        };
        let supplements = definition.supplements.iter();
        let masks = supplements.map(|one| (one.days.as_slice(), one.weekdays, seasons(&one.seasons)));
        days.supplement_sets = days.sets(masks, |entry| &mut entry.supplements);
        let restrictions = definition.restrictions.iter();
        let masks = restrictions.map(|one| (one.days.as_slice(), one.weekdays, seasons(&one.seasons)));
        days.limit_sets = days.sets(masks, |entry| &mut entry.limits);
        days.count_alike();
        days
    }

    fn count_alike(&mut self) {
        let mut next = DayEntry::default();
        for entry in self.entries.iter_mut().rev() {
            let rules = |one: &DayEntry| (one.row, one.supplements, one.limits, one.blackout);
            entry.alike = 1 + if rules(entry) == rules(&next) { next.alike } else { 0 };
            entry.same_row = 1 + if entry.row == next.row { next.same_row } else { 0 };
            next = *entry;
        }
    }

    /// Of the seasons that cover a day the one of highest priority wins.
    fn seasons(&mut self, definition: &RateListDefinition) {
        let mut order: Vec<_> = (1..).zip(&definition.seasons).collect();
        order.sort_by_key(|(_, season)| season.priority);
        for (row, season) in order {
            self.each(&season.days, season.weekdays, |entry| entry.row = row);
        }
    }

    fn each(&mut self, ranges: &[DayRange], weekdays: Weekdays, mut act: impl FnMut(&mut DayEntry)) {
        let Some(last) = i32::try_from(self.entries.len())
            .ok()
            .and_then(|len| self.first.plus(len - 1))
        else {
            return;
        };
        let own = DayRange {
            first: self.first,
            last,
        };
        for range in ranges.iter().filter_map(|range| range.intersection(own)) {
            for day in range.days().filter(|day| weekdays.contains(day.weekday())) {
                if let Some(entry) = self.place(day).and_then(|place| self.entries.get_mut(place)) {
                    act(entry);
                }
            }
        }
    }

    /// Gives each day the set of those masks that match it, each distinct set stored once.
    fn sets<'d>(
        &mut self,
        masks: impl Iterator<Item = (&'d [DayRange], Weekdays, Vec<u32>)>,
        field: fn(&mut DayEntry) -> &mut u32,
    ) -> Vec<Vec<u16>> {
        let mut masks = masks.peekable();
        if masks.peek().is_none() {
            return vec![Vec::new()];
        }
        let mut matching: Vec<Vec<u16>> = vec![Vec::new(); self.entries.len()];
        let own = self.whole();
        for (number, (ranges, weekdays, rows)) in (0_u16..).zip(masks) {
            let ranges = if ranges.is_empty() { own.as_slice() } else { ranges };
            for day in ranges
                .iter()
                .flat_map(|range| range.days())
                .filter(|day| weekdays.contains(day.weekday()))
            {
                let Some(place) = self.place(day) else { continue };
                let in_season = |entry: &DayEntry| rows.is_empty() || rows.binary_search(&entry.row).is_ok();
                if self.entries.get(place).is_some_and(in_season)
                    && let Some(set) = matching.get_mut(place).filter(|set| set.last() != Some(&number))
                {
                    set.push(number);
                }
            }
        }
        let mut known: HashMap<Vec<u16>, u32> = HashMap::from([(Vec::new(), 0)]);
        // A day that nothing matches has the first set, the empty one, already.
        let matched = self.entries.iter_mut().zip(matching).filter(|(_, set)| !set.is_empty());
        for (entry, set) in matched {
            let next = u32::try_from(known.len()).unwrap_or(0);
            *field(entry) = *known.entry(set).or_insert(next);
        }
        let mut sets = vec![Vec::new(); known.len()];
        for (set, number) in known {
            if let Some(place) = sets.get_mut(number as usize) {
                *place = set;
            }
        }
        sets
    }

    fn whole(&self) -> Vec<DayRange> {
        let last = i32::try_from(self.entries.len())
            .ok()
            .and_then(|len| self.first.plus(len - 1));
        last.map(|last| DayRange {
            first: self.first,
            last,
        })
        .into_iter()
        .collect()
    }

    /// The place of a day in the table.
    pub(crate) fn place(&self, day: Day) -> Option<usize> {
        usize::try_from(day.since(self.first))
            .ok()
            .filter(|place| *place < self.entries.len())
    }

    /// The entry of a day; none outside the list's validity.
    pub(crate) fn entry(&self, day: Day) -> Option<&DayEntry> {
        usize::try_from(day.since(self.first))
            .ok()
            .and_then(|place| self.entries.get(place))
    }

    /// The entries of so many days from `first` on; none when any lies outside the list's validity.
    pub(crate) fn run(&self, first: Day, count: usize) -> Option<&[DayEntry]> {
        let place = usize::try_from(first.since(self.first)).ok()?;
        self.entries.get(place..place.checked_add(count)?)
    }
}
