//! Tables of what is learned once for each type and kept for the life of the process.

use std::sync::OnceLock;

/// As many places as there are types, variants and lists of fields, twice over.
const PLACES: usize = 8_192;

/// What something static is known by: its address and whatever tells it from others there.
pub(crate) type Key = [usize; 3];

/// A table that only grows. Looking something up takes no lock, and none is held while Python runs.
pub(crate) struct Learned<V: 'static> {
    places: [OnceLock<&'static Entry<V>>; PLACES],
}

struct Entry<V> {
    key: Key,
    value: V,
}

impl<V> Learned<V> {
    pub(crate) const fn new() -> Self {
        Learned {
            places: [const { OnceLock::new() }; PLACES],
        }
    }

    /// What is known by that key, learned at the first call.
    #[inline]
    pub(crate) fn get_or_learn<E>(
        &'static self,
        key: Key,
        learn: impl FnOnce() -> Result<V, E>,
    ) -> Result<&'static V, E> {
        match self.find(key) {
            Ok(found) => Ok(&found.value),
            Err(place) => self.keep(place, Box::leak(Box::new(Entry { key, value: learn()? }))),
        }
    }

    /// The entry of a key, or the place where it belongs.
    #[inline]
    fn find(&'static self, key: Key) -> Result<&'static Entry<V>, usize> {
        let start = hash(key);
        for step in 0..PLACES {
            let place = (start + step) % PLACES;
            match self.places.get(place).and_then(OnceLock::get) {
                Some(entry) if entry.key == key => return Ok(entry),
                Some(_) => {}
                None => return Err(place),
            }
        }
        Err(0)
    }

    /// Puts an entry to its place; where another thread was quicker, into one behind it.
    #[cold]
    fn keep<E>(&'static self, place: usize, made: &'static Entry<V>) -> Result<&'static V, E> {
        for step in 0..PLACES {
            let place = self.places.get((place + step) % PLACES);
            if let Some(kept) = place.map(|place| *place.get_or_init(|| made))
                && kept.key == made.key
            {
                return Ok(&kept.value);
            }
        }
        Ok(&made.value)
    }
}

/// Addresses are few and lie apart.
#[inline]
fn hash([address, other, length]: Key) -> usize {
    let mixed =
        (address ^ other.rotate_left(17) ^ length.rotate_left(41)).wrapping_mul(0x9e37_79b9_7f4a_7c15_u64 as usize);
    mixed >> (usize::BITS - PLACES.trailing_zeros())
}
