use std::collections::HashSet;

use super::{Check, MAX_PERCENT};
use crate::fault::many;
use crate::form::Pointer;
use crate::rates::definition::{ChildPrice, PriceKind, Prices, Season, SingleUse};
use crate::{Code, Reason};

impl Check<'_> {
    /// Occupancy, prices by it, and age bands.
    pub(super) fn people(&mut self) {
        let people = &self.definition.people;
        let place = Pointer::root().join("people");
        let limits = [
            ("min_people", people.min_people, people.max_people),
            ("min_adults", people.min_adults, people.max_adults),
            ("min_children", people.min_children, people.max_children),
        ];
        for (field, least, most) in limits {
            if let (Some(least), Some(most)) = (least, most)
                && least > most
            {
                let message = format!("at least {least} and at most {most} leaves nothing");
                self.fault(Code::DefinitionRange, &place.join(field), message);
            }
        }
        if people.standard == Some(0) {
            self.fault(
                Code::DefinitionRange,
                &place.join("standard"),
                "`standard` is at least 1".to_owned(),
            );
        }
        if let Some(prices) = &self.definition.prices {
            self.prices(prices);
        }
        self.age_bands();
    }

    fn prices(&mut self, prices: &Prices) {
        let place = Pointer::root().join("prices");
        let given = usize::from(prices.base.is_some())
            + usize::from(prices.per_person.is_some())
            + usize::from(!prices.by_adults.is_empty())
            + usize::from(!prices.by_people.is_empty());
        if given != 1 {
            let message = "give exactly one of `base`, `per_person`, `by_adults` and `by_people`".to_owned();
            self.fault(Code::DefinitionConflict, &place, message);
        }
        if prices.extra_adult.is_some() && !prices.by_people.is_empty() {
            let message = "the table by people has a price for every number of them: remove `extra_adult`, or add rows";
            self.fault(Code::DefinitionConflict, &place.join("extra_adult"), message.to_owned());
        }
        let prices_by_name = [
            ("base", prices.base),
            ("per_person", prices.per_person),
            ("extra_adult", prices.extra_adult),
            ("extra_bed", prices.extra_bed),
            ("child", prices.child),
        ];
        for (field, price) in prices_by_name {
            self.optional_price(price, &place.join(field));
        }
        for (field, noun, table) in [
            ("by_adults", "adult", &prices.by_adults),
            ("by_people", "person", &prices.by_people),
        ] {
            for (count, price) in table {
                let place = place.join(field).join(count);
                if *count == 0 || *count > 1_000 {
                    let message = format!("a price for {}; give prices for 1 to 1000", many(count, noun));
                    self.fault(Code::DefinitionRange, &place, message);
                }
                self.price(*price, &place);
            }
        }
        if let Some(single_use) = &prices.single_use {
            self.single_use(single_use, &place.join("single_use"));
        }
    }

    pub(super) fn single_use(&mut self, single_use: &SingleUse, place: &Pointer) {
        match single_use {
            SingleUse::Price(price) => self.price(*price, &place.join("price")),
            SingleUse::Amount(amount) => self.amount(*amount, &place.join("amount")),
            SingleUse::Percent(percent) => self.percent(*percent, -100, MAX_PERCENT, &place.join("percent")),
        }
    }

    /// Bands are told in the order of age, from 0 on, without gap or overlap.
    fn age_bands(&mut self) {
        let bands = &self.definition.age_bands;
        let place = Pointer::root().join("age_bands");
        let mut next: u16 = 0;
        let mut names = HashSet::new();
        for (index, band) in bands.iter().enumerate() {
            let at = place.join(index);
            let before = place.join(index.saturating_sub(1));
            let (first, last) = (u16::from(band.min_age), u16::from(band.max_age));
            if first > last {
                let message = format!("the band `{}` ends at {last} before it begins at {first}", band.name);
                self.fault(Code::DefinitionRange, &at.join("max_age"), message);
            } else if first != next {
                let (code, message) = if first > next {
                    (Code::DefinitionGap, format!("no band has {}", ages(next, first - 1)))
                } else {
                    (
                        Code::DefinitionOverlap,
                        format!("two bands have {}", ages(first, next.min(last + 1) - 1)),
                    )
                };
                let reason = Reason::new(code, at.join("min_age"), message);
                self.faults.add_between(reason, &[at.as_str(), before.as_str()]);
            }
            next = next.max(last + 1);
            if !names.insert(band.name.as_str()) {
                self.fault(
                    Code::DefinitionConflict,
                    &at.join("name"),
                    format!("two bands are called `{}`", band.name),
                );
            }
            self.child_price(&band.price, &at.join("price"));
            let mut places = HashSet::new();
            for (number, nth) in band.nth.iter().enumerate() {
                let at = at.join("nth").join(number);
                if !places.insert(nth.nth) {
                    self.fault(
                        Code::DefinitionConflict,
                        &at.join("nth"),
                        format!("child {} has two prices", nth.nth),
                    );
                }
                self.child_price(&nth.price, &at.join("price"));
            }
        }
    }

    /// What the children of bands pay in a season.
    pub(super) fn season_bands(&mut self, season: &Season, place: &Pointer) {
        for (name, price) in &season.age_bands {
            let at = place.join("age_bands").join(name);
            let Some(band) = self.bands.get(name.as_str()).copied() else {
                let known = self.definition.age_bands.iter().map(|band| band.name.as_str());
                self.unknown("age band", name, &at, known);
                continue;
            };
            // Which children have the free places is asked once for the stay, not for each night.
            let is_free = |price: &ChildPrice| *price == ChildPrice::Free;
            if self.definition.free_children.is_some() && is_free(price) != is_free(&band.price) {
                let message = "with `free_children` a season neither frees a band nor charges a free one; \
                               a fixed price of 0 is no free place";
                self.fault(Code::DefinitionConflict, &at, message.to_owned());
            }
            self.child_price(price, &at);
        }
    }

    fn child_price(&mut self, price: &ChildPrice, place: &Pointer) {
        match price {
            ChildPrice::Free => {}
            ChildPrice::Fixed(price) => self.price(*price, &place.join("fixed")),
            ChildPrice::Percent(share) => {
                let place = place.join("percent");
                self.percent(share.percent, 0, MAX_PERCENT, &place.join("percent"));
                let Some(prices) = &self.definition.prices else { return };
                let lacking = match share.of {
                    PriceKind::Child if prices.child.is_none() && !self.seasons_price_children => "child",
                    PriceKind::ExtraBed if prices.extra_bed.is_none() && !self.seasons_price_beds => "extra_bed",
                    _ => return,
                };
                let message = format!("the list has no price `{lacking}` that this could be a share of");
                self.fault(Code::DefinitionReference, &place.join("of"), message);
            }
        }
    }
}

/// `the age 5`, `the ages 5 to 7`.
fn ages(first: u16, last: u16) -> String {
    match last.saturating_sub(first) {
        0 => format!("the age {first}"),
        _ => format!("the ages {first} to {last}"),
    }
}
