use std::collections::{BTreeMap, BTreeSet};

use super::{Check, MAX_PERCENT, listed};
use crate::fault::many;
use crate::form::Pointer;
use crate::rates::definition::{Change, Season};
use crate::time::{Day, DayRange};
use crate::{Code, Reason};

impl Check<'_> {
    pub(super) fn seasons(&mut self) {
        let place = Pointer::root().join("seasons");
        let mut names = BTreeSet::new();
        for (index, season) in self.definition.seasons.iter().enumerate() {
            let is_new = names.insert(season.name.as_str());
            self.season(season, &place.join(index), is_new);
        }
        self.season_ties(&place);
    }

    fn season(&mut self, season: &Season, place: &Pointer, is_new: bool) {
        let valid = self.definition.valid;
        if season.days.is_empty() {
            self.fault(
                Code::DefinitionRange,
                &place.join("days"),
                format!("the season `{}` has no days", season.name),
            );
        }
        for (number, range) in season.days.iter().enumerate() {
            let at = place.join("days").join(number);
            self.range(*range, &at);
            if !range.is_empty() && !valid.is_empty() && (range.first < valid.first || range.last > valid.last) {
                let message = format!("{range} leaves the list's days, {valid}");
                let reason = Reason::new(Code::DefinitionRange, &at, message).with("valid", valid);
                self.faults.add_between(reason, &[at.as_str(), "/valid"]);
            }
        }
        if !is_new {
            self.fault(
                Code::DefinitionConflict,
                &place.join("name"),
                format!("two seasons are called `{}`", season.name),
            );
        }
        let changes = [
            ("price", &season.price),
            ("extra_adult", &season.extra_adult),
            ("extra_bed", &season.extra_bed),
            ("child", &season.child),
        ];
        for (field, change) in changes {
            if let Some(change) = change {
                self.change(change, &place.join(field));
            }
        }
        let definition = self.definition;
        let prices = definition.prices.as_ref();
        for (field, noun, changes, table) in [
            (
                "by_adults",
                "adult",
                &season.by_adults,
                prices.map(|prices| &prices.by_adults),
            ),
            (
                "by_people",
                "person",
                &season.by_people,
                prices.map(|prices| &prices.by_people),
            ),
        ] {
            for (count, change) in changes {
                let at = place.join(field).join(count);
                if table.is_some_and(|table| !table.contains_key(count)) {
                    let message = format!("the price table has no price for {}", many(count, noun));
                    self.fault(Code::DefinitionReference, &at, message);
                }
                self.change(change, &at);
            }
        }
        self.season_bands(season, place);
        if let Some(single_use) = &season.single_use {
            self.single_use(single_use, &place.join("single_use"));
        }
    }

    fn change(&mut self, change: &Change, place: &Pointer) {
        match change {
            Change::Set(price) => self.price(*price, &place.join("set")),
            Change::Add(amount) => self.amount(*amount, &place.join("add")),
            Change::Percent(percent) => self.percent(*percent, -100, MAX_PERCENT, &place.join("percent")),
            Change::Multiply(factor) => {
                let place = place.join("multiply");
                if factor.is_negative() || *factor > crate::money::Decimal::from(MAX_PERCENT) {
                    let message = format!("a factor of `{factor}` is not between 0 and {MAX_PERCENT}");
                    self.fault(Code::DefinitionRange, &place, message);
                }
                self.scale(*factor, &place);
            }
        }
    }

    /// Two seasons of one priority must not meet on a night.
    fn season_ties(&mut self, place: &Pointer) {
        let valid = self.definition.valid;
        let mut taken: BTreeMap<(i32, Day), usize> = BTreeMap::new();
        let mut ties: BTreeMap<(usize, usize), Vec<Day>> = BTreeMap::new();
        for (index, season) in self.definition.seasons.iter().enumerate() {
            let ranges = season.days.iter().filter_map(|range| range.intersection(valid));
            for day in ranges
                .flat_map(DayRange::days)
                .filter(|day| season.weekdays.contains(day.weekday()))
            {
                let other = *taken.entry((season.priority, day)).or_insert(index);
                if other != index {
                    ties.entry((other, index)).or_default().push(day);
                }
            }
        }
        for ((first, second), days) in ties {
            let name = |index: usize| {
                self.definition
                    .seasons
                    .get(index)
                    .map_or("", |season| season.name.as_str())
            };
            let message = format!(
                "the seasons `{}` and `{}` have one priority and meet on {}",
                name(first),
                name(second),
                listed(&days)
            );
            let at = place.join(second);
            let reason = Reason::new(Code::DefinitionOverlap, &at, message)
                .with("days", &days)
                .with("with", place.join(first).as_str());
            self.faults
                .add_between(reason, &[at.as_str(), place.join(first).as_str()]);
        }
    }
}
