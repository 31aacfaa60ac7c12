use smallvec::SmallVec;

use crate::rates::definition::{ChildPrice, RateListDefinition};

/// A way to price a child: by its band, by its place in the band, or as an adult.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ChildSlot {
    /// The price; none for the price of an adult.
    pub(crate) price: Option<ChildPrice>,
    pub(crate) label: String,
    pub(crate) rule: String,
}

/// Children by age: which band, and which slot its members are priced by.
#[derive(Clone, Debug, Default)]
pub(crate) struct Bands {
    /// The band of each age below the first adult one.
    by_age: Vec<u8>,
    bands: Vec<Band>,
    /// Every way to price a child; the last one prices it as an adult.
    pub(crate) slots: Vec<ChildSlot>,
    free_limit: Option<u16>,
}

#[derive(Clone, Debug)]
struct Band {
    slot: usize,
    nth: Vec<(u16, usize)>,
}

/// A party, sorted into those who pay as adults and the slots of the others.
#[derive(Clone, Debug, Default)]
pub(crate) struct Party {
    pub(crate) adults: u16,
    pub(crate) children: u16,
    /// How many children pay by each slot, in the order of age, oldest first.
    pub(crate) slots: SmallVec<[(usize, u16); 4]>,
    /// The ages of those who are no adults.
    pub(crate) ages: SmallVec<[u8; 16]>,
    /// The ages of those who are told by age and count as adults.
    pub(crate) grown: SmallVec<[u8; 8]>,
}

impl Party {
    pub(crate) fn people(&self) -> u16 {
        self.adults.saturating_add(self.children)
    }
}

impl Bands {
    pub(crate) fn new(definition: &RateListDefinition) -> Bands {
        let mut slots = Vec::new();
        let mut bands = Vec::new();
        let mut by_age = Vec::new();
        for (index, band) in definition.age_bands.iter().enumerate() {
            let slot = slots.len();
            let rule = format!("/age_bands/{index}");
            slots.push(ChildSlot {
                price: Some(band.price.clone()),
                label: band.name.clone(),
                rule: rule.clone(),
            });
            let mut nth = Vec::new();
            for (place, other) in band.nth.iter().enumerate() {
                nth.push((other.nth, slots.len()));
                let label = format!("{}, child {} of its age band", band.name, other.nth);
                let rule = format!("{rule}/nth/{place}");
                slots.push(ChildSlot {
                    price: Some(other.price.clone()),
                    label,
                    rule,
                });
            }
            let number = u8::try_from(index).unwrap_or(u8::MAX);
            by_age.resize(usize::from(band.max_age) + 1, number);
            bands.push(Band { slot, nth });
        }
        let rule = "/free_children".to_owned();
        slots.push(ChildSlot {
            price: None,
            label: "child beyond the free ones, as an adult".to_owned(),
            rule,
        });
        Bands {
            by_age,
            bands,
            slots,
            free_limit: definition.free_children,
        }
    }

    /// Which band an age belongs to; none for an adult.
    pub(crate) fn band_of(&self, age: u8) -> Option<usize> {
        self.by_age.get(usize::from(age)).map(|band| usize::from(*band))
    }

    /// Sorts a party: children beyond the bands are adults, the others pay by their slot.
    pub(crate) fn party(&self, adults: u16, ages: impl Iterator<Item = u8>) -> Party {
        let mut party = Party {
            adults,
            ..Party::default()
        };
        for age in ages {
            if self.band_of(age).is_some() {
                party.ages.push(age);
                party.children = party.children.saturating_add(1);
            } else {
                party.adults = party.adults.saturating_add(1);
                party.grown.push(age);
            }
        }
        party.ages.sort_unstable_by_key(|age| std::cmp::Reverse(*age));
        let mut taken: SmallVec<[u16; 8]> = SmallVec::from_elem(0, self.bands.len());
        let mut slots: SmallVec<[usize; 16]> = SmallVec::new();
        for age in &party.ages {
            let Some((number, band)) = self.band_of(*age).and_then(|at| Some((at, self.bands.get(at)?))) else {
                continue;
            };
            let place = taken.get_mut(number).map_or(1, |count| {
                *count = count.saturating_add(1);
                *count
            });
            let nth = band.nth.iter().find(|(nth, _)| *nth == place).map(|(_, slot)| *slot);
            slots.push(nth.unwrap_or(band.slot));
        }
        self.limit_free(&party.ages, &mut slots);
        for slot in slots {
            match party.slots.iter_mut().find(|(known, _)| *known == slot) {
                Some((_, count)) => *count = count.saturating_add(1),
                None => party.slots.push((slot, 1)),
            }
        }
        party
    }

    /// Of the free children, the youngest stay free up to the limit; the others pay as the next older band that pays.
    fn limit_free(&self, ages: &[u8], slots: &mut [usize]) {
        let Some(limit) = self.free_limit else { return };
        let is_free = |slot: usize| {
            matches!(
                self.slots.get(slot),
                Some(ChildSlot {
                    price: Some(ChildPrice::Free),
                    ..
                })
            )
        };
        let free = slots.iter().filter(|slot| is_free(**slot)).count();
        let excess = free.saturating_sub(usize::from(limit));
        let as_adult = self.slots.len().saturating_sub(1);
        for (slot, age) in slots
            .iter_mut()
            .zip(ages)
            .filter(|(slot, _)| is_free(**slot))
            .take(excess)
        {
            let older = self
                .band_of(*age)
                .and_then(|band| self.bands.get(band + 1..))
                .unwrap_or_default();
            *slot = older
                .iter()
                .map(|band| band.slot)
                .find(|slot| !is_free(*slot))
                .unwrap_or(as_adult);
        }
    }
}
