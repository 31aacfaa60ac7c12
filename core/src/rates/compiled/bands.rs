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
    /// How many children pay by each slot, the oldest first.
    pub(crate) slots: SmallVec<[InSlot; 4]>,
}

/// A slot and how many pay by it, in one word: what is written in pieces and read at once is waited for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct InSlot(u64);

impl InSlot {
    fn new(slot: u32, count: u16) -> Self {
        InSlot(u64::from(slot) << 16 | u64::from(count))
    }

    #[inline]
    pub(crate) fn slot(self) -> usize {
        (self.0 >> 16) as usize
    }

    #[inline]
    pub(crate) fn count(self) -> u16 {
        self.0 as u16
    }
}

impl Party {
    pub(crate) fn people(&self) -> u16 {
        self.adults.saturating_add(self.children)
    }

    /// So many more children who pay by a slot.
    fn pay(&mut self, slot: u32, count: u16) {
        if count == 0 {
            return;
        }
        match self.slots.iter_mut().find(|known| known.slot() == slot as usize) {
            Some(known) => *known = InSlot::new(slot, known.count().saturating_add(count)),
            None => self.slots.push(InSlot::new(slot, count)),
        }
    }
}

/// How many bands are counted without asking for memory.
const FEW_BANDS: usize = 16;

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

    /// Sorts people into an empty party: children beyond the bands are adults, the others pay by their slot.
    pub(crate) fn sort(&self, adults: u16, ages: impl Iterator<Item = u8>, party: &mut Party) {
        let (mut few, mut many) = ([0_u16; FEW_BANDS], Vec::new());
        let counts = if let Some(few) = few.get_mut(..self.bands.len()) {
            few
        } else {
            many.resize(self.bands.len(), 0);
            many.as_mut_slice()
        };
        (party.adults, party.children) = (adults, 0);
        for age in ages {
            let heads = match self.band_of(age).and_then(|band| counts.get_mut(band)) {
                Some(count) => {
                    *count = count.saturating_add(1);
                    &mut party.children
                }
                None => &mut party.adults,
            };
            *heads = heads.saturating_add(1);
        }
        // Of the free children, the youngest stay free up to the limit.
        let mut excess = self.free_limit.map_or(0, |limit| {
            let mut free = 0;
            self.each_slot(counts, |_, slot, count| {
                free += if self.is_free(slot) { usize::from(count) } else { 0 }
            });
            free.saturating_sub(usize::from(limit))
        });
        self.each_slot(counts, |band, slot, mut count| {
            if excess > 0 && self.is_free(slot) {
                let paying = count.min(u16::try_from(excess).unwrap_or(u16::MAX));
                excess -= usize::from(paying);
                count -= paying;
                party.pay(self.paying_slot_above(band), paying);
            }
            party.pay(slot, count);
        });
    }

    /// Tells each band with the slots that its children have there by their place in it, and how many have them: the oldest
    /// first.
    #[inline]
    fn each_slot(&self, counts: &[u16], mut tell: impl FnMut(usize, u32, u16)) {
        for ((number, band), count) in self.bands.iter().enumerate().zip(counts).rev() {
            // Those beyond the last place that is named are alike.
            let named = band.nth.iter().map(|(nth, _)| *nth).max().unwrap_or(0).min(*count);
            for place in 1..=named {
                let nth = band.nth.iter().find(|(nth, _)| *nth == place);
                tell(number, nth.map_or(band.slot, |(_, slot)| *slot), 1);
            }
            if named < *count {
                tell(number, band.slot, count - named);
            }
        }
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
