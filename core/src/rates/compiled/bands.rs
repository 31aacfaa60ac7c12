use std::cmp::Reverse;

use smallvec::SmallVec;

use crate::rates::definition::{ChildPrice, RateListDefinition};

/// A way to price a child: by its band or by its place in the band.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ChildSlot {
    pub(crate) price: ChildPrice,
    /// The band whose price it is; none for the price of a place in a band.
    pub(crate) band: Option<String>,
    pub(crate) label: String,
    pub(crate) rule: String,
}

/// Children by age: which band, and which slot its members are priced by.
#[derive(Clone, Debug, Default)]
pub(crate) struct Bands {
    /// The band of each age below the first adult one.
    by_age: Vec<u8>,
    bands: Vec<Band>,
    /// Every way to price a child.
    pub(crate) slots: Vec<ChildSlot>,
    free_limit: Option<u16>,
    /// Up to how many adults the oldest children are counted among them.
    filled_up_to: u16,
}

#[derive(Clone, Debug)]
struct Band {
    slot: u32,
    /// Places with a price of their own, and its slot: the lowest place first.
    nth: Vec<(u16, u32)>,
}

/// A party, sorted into those who pay as adults and the slots of the others. Who pays as an adult is one to every rule.
#[derive(Clone, Debug, Default)]
pub(crate) struct Party {
    pub(crate) adults: u16,
    pub(crate) children: u16,
    /// How many children pay by each slot, the oldest first.
    pub(crate) slots: SmallVec<[InSlot; 4]>,
    /// Those who are adults though a band has their age.
    pub(crate) grown: Grown,
}

/// How many of each age are adults though a band has their age.
#[derive(Clone, Debug, Default)]
pub(crate) struct Grown(Option<Box<[u16; 256]>>);

impl Grown {
    fn count(&mut self, age: u8) {
        let ages = self.0.get_or_insert_with(|| Box::new([0; 256]));
        if let Some(count) = ages.get_mut(usize::from(age)) {
            *count = count.saturating_add(1);
        }
    }

    /// Whether one of that age is an adult, who is not told again.
    pub(crate) fn take(&mut self, age: u8) -> bool {
        let count = self.0.as_mut().and_then(|ages| ages.get_mut(usize::from(age)));
        let left = count.and_then(|count| Some((count.checked_sub(1)?, count)));
        left.is_some_and(|(left, count)| {
            *count = left;
            true
        })
    }
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

    /// A child whose age a band has is an adult.
    fn grow(&mut self, age: u8) {
        self.adults = self.adults.saturating_add(1);
        self.children = self.children.saturating_sub(1);
        self.grown.count(age);
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
                price: band.price.clone(),
                band: Some(band.name.clone()),
                label: band.name.clone(),
                rule: rule.clone(),
            });
            let mut nth = Vec::new();
            for (place, other) in band.nth.iter().enumerate() {
                nth.push((other.nth, number_of(slots.len())));
                let label = format!("{}, child {} of its age band", band.name, other.nth);
                let rule = format!("{rule}/nth/{place}");
                slots.push(ChildSlot {
                    price: other.price.clone(),
                    band: None,
                    label,
                    rule,
                });
            }
            nth.sort_unstable();
            let number = u8::try_from(index).unwrap_or(u8::MAX);
            by_age.resize(usize::from(band.max_age) + 1, number);
            bands.push(Band { slot, nth });
        }
        let people = &definition.people;
        Bands {
            by_age,
            bands,
            slots,
            free_limit: definition.free_children,
            filled_up_to: if people.children_fill_standard {
                people.standard()
            } else {
                0
            },
        }
    }

    /// Which band an age belongs to; none for an adult.
    pub(crate) fn band_of(&self, age: u8) -> Option<usize> {
        self.by_age.get(usize::from(age)).map(|band| usize::from(*band))
    }

    /// Sorts people into an empty party: children beyond the bands are adults, then those who take the places of adults, then
    /// those for whom neither a free place nor a price of a band is left; the others pay by their slot.
    pub(crate) fn sort(&self, adults: u16, ages: impl Iterator<Item = u8> + Clone, party: &mut Party) {
        let (mut few, mut many) = ([0_u16; FEW_BANDS], Vec::new());
        let counts = if let Some(few) = few.get_mut(..self.bands.len()) {
            few
        } else {
            many.resize(self.bands.len(), 0);
            many.as_mut_slice()
        };
        (party.adults, party.children) = (adults, 0);
        for age in ages.clone() {
            let heads = match self.band_of(age).and_then(|band| counts.get_mut(band)) {
                Some(count) => {
                    *count = count.saturating_add(1);
                    &mut party.children
                }
                None => &mut party.adults,
            };
            *heads = heads.saturating_add(1);
        }
        if party.adults < self.filled_up_to && party.children > 0 {
            self.fill(ages.clone(), counts, party);
        }
        // Of the free children, the youngest stay free up to the limit.
        let excess = self.free_limit.map_or(0, |limit| {
            let mut free = 0;
            self.each_slot(counts, |_, slot, count| {
                free += if self.is_free(slot) { usize::from(count) } else { 0 }
            });
            free.saturating_sub(usize::from(limit))
        });
        if excess == 0 {
            self.each_slot(counts, |_, slot, count| party.pay(slot, count));
        } else {
            self.sort_beyond(ages, counts, excess, party);
        }
    }

    /// Sorts children of whom so many are beyond the free ones.
    fn sort_beyond(&self, ages: impl Iterator<Item = u8>, counts: &[u16], mut excess: usize, party: &mut Party) {
        // Those of a band who become adults, after how many older ones of it.
        let mut beyond = SmallVec::<[(usize, usize, u16); 2]>::new();
        let (mut told_of, mut told) = (0, 0);
        self.each_slot(counts, |band, slot, mut count| {
            if band != told_of {
                (told_of, told) = (band, 0);
            }
            let before = told;
            told += usize::from(count);
            if excess > 0 && self.is_free(slot) {
                let paying = count.min(u16::try_from(excess).unwrap_or(u16::MAX));
                excess -= usize::from(paying);
                count -= paying;
                match self.paying_slot_from(band) {
                    Some(above) => party.pay(above, paying),
                    None => beyond.push((band, before, paying)),
                }
            }
            party.pay(slot, count);
        });
        if !beyond.is_empty() {
            self.grow(ages, counts, &beyond, party);
        }
    }

    /// The oldest children take the places of adults that are left.
    fn fill(&self, ages: impl Iterator<Item = u8>, counts: &mut [u16], party: &mut Party) {
        let mut children: Vec<u8> = ages.filter(|age| self.band_of(*age).is_some()).collect();
        children.sort_unstable_by_key(|age| Reverse(*age));
        let places = usize::from(self.filled_up_to - party.adults);
        for age in children.into_iter().take(places) {
            if let Some(count) = self.band_of(age).and_then(|band| counts.get_mut(band)) {
                *count = count.saturating_sub(1);
            }
            party.grow(age);
        }
    }

    /// Children for whom no free place and no paying band is left are adults: which ages they have.
    fn grow(&self, ages: impl Iterator<Item = u8>, counts: &[u16], beyond: &[(usize, usize, u16)], party: &mut Party) {
        let mut children: Vec<u8> = ages.filter(|age| self.band_of(*age).is_some()).collect();
        children.sort_unstable_by_key(|age| Reverse(*age));
        for (band, before, count) in beyond {
            let start = children.partition_point(|age| self.band_of(*age) > Some(*band));
            let end = children.partition_point(|age| self.band_of(*age) >= Some(*band));
            // Those who took the places of adults are the oldest of their band.
            let filled = (end - start).saturating_sub(counts.get(*band).copied().map_or(0, usize::from));
            let grown = children.iter().skip(start + filled + before).take(usize::from(*count));
            grown.for_each(|age| party.grow(*age));
        }
    }

    /// Tells each band with the slots that its children have there by their place in it, and how many have them: the oldest
    /// first.
    #[inline]
    fn each_slot(&self, counts: &[u16], mut tell: impl FnMut(usize, u32, u16)) {
        for ((number, band), count) in self.bands.iter().enumerate().zip(counts).rev() {
            // Those beyond the last place that is named are alike.
            let named = band.nth.last().map_or(0, |(nth, _)| *nth).min(*count);
            for place in 1..=named {
                let nth = band.nth.binary_search_by_key(&place, |(nth, _)| *nth).ok();
                let own = nth.and_then(|at| band.nth.get(at));
                tell(number, own.map_or(band.slot, |(_, slot)| *slot), 1);
            }
            if named < *count {
                tell(number, band.slot, count - named);
            }
        }
    }

    fn is_free(&self, slot: u32) -> bool {
        let slot = self.slots.get(slot as usize);
        slot.is_some_and(|slot| matches!(slot.price, ChildPrice::Free))
    }

    /// What a child pays for whom no free place is left: the price of its band or of the next older one that pays; none for
    /// that of an adult.
    fn paying_slot_from(&self, band: usize) -> Option<u32> {
        let older = self.bands.get(band..).unwrap_or_default();
        older.iter().map(|band| band.slot).find(|slot| !self.is_free(*slot))
    }
}

/// The number of a slot; no definition that is accepted has four billion of them.
fn number_of(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}
