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
    slot: u32,
    nth: Vec<(u16, u32)>,
}

/// A party, sorted into those who pay as adults and the slots of the others.
#[derive(Clone, Debug, Default)]
pub(crate) struct Party {
    pub(crate) adults: u16,
    pub(crate) children: u16,
    /// How many children pay by each slot, in the order of age, oldest first.
    pub(crate) slots: SmallVec<[(u32, u16); 4]>,
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
            let slot = number_of(slots.len());
            let rule = format!("/age_bands/{index}");
            slots.push(ChildSlot {
                price: Some(band.price.clone()),
                label: band.name.clone(),
                rule: rule.clone(),
            });
            let mut nth = Vec::new();
            for (place, other) in band.nth.iter().enumerate() {
                nth.push((other.nth, number_of(slots.len())));
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
        let mut slots = SmallVec::new();
        // Of the free children, the youngest stay free up to the limit.
        let free = || {
            self.slots_of(&party.ages)
                .filter(|(_, slot)| self.is_free(*slot))
                .count()
        };
        let mut excess = self
            .free_limit
            .map_or(0, |limit| free().saturating_sub(usize::from(limit)));
        for (band, slot) in self.slots_of(&party.ages) {
            let slot = if excess > 0 && self.is_free(slot) {
                excess -= 1;
                self.paying_slot_above(band)
            } else {
                slot
            };
            match slots.iter_mut().find(|(known, _)| *known == slot) {
                Some((_, count)) => *count = u16::saturating_add(*count, 1),
                None => slots.push((slot, 1)),
            }
        }
        party.slots = slots;
        party
    }

    /// The band of each child and the slot it has there by its place in it; the ages come sorted, so each band in one piece.
    fn slots_of<'b>(&'b self, ages: &'b [u8]) -> impl Iterator<Item = (usize, u32)> + use<'b> {
        let (mut last, mut place) = (None, 0_u16);
        ages.iter().filter_map(move |age| {
            let number = self.band_of(*age)?;
            let band = self.bands.get(number)?;
            place = if last == Some(number) {
                place.saturating_add(1)
            } else {
                1
            };
            last = Some(number);
            let nth = band.nth.iter().find(|(nth, _)| *nth == place);
            Some((number, nth.map_or(band.slot, |(_, slot)| *slot)))
        })
    }

    fn is_free(&self, slot: u32) -> bool {
        let price = self.slots.get(slot as usize).and_then(|slot| slot.price.as_ref());
        matches!(price, Some(ChildPrice::Free))
    }

    /// What a child pays for whom no free place is left: as the next older band that pays, or as an adult.
    fn paying_slot_above(&self, band: usize) -> u32 {
        let older = self.bands.get(band + 1..).unwrap_or_default();
        let paying = older.iter().map(|band| band.slot).find(|slot| !self.is_free(*slot));
        paying.unwrap_or_else(|| number_of(self.slots.len().saturating_sub(1)))
    }
}

/// The number of a slot; no definition that is accepted has four billion of them.
fn number_of(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}
