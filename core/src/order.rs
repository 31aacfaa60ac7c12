//! Sorting where speed is not measured: one machine for every type, since each use of the standard library's sorts puts
//! another five kilobytes into every package.

use std::cmp::Ordering;

/// Sorts by a comparison and keeps the order of what is equal. At most 2³² − 1 items; more stay as they are.
pub(crate) fn sort_by<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    let mut by_place = |one: usize, other: usize| match (items.get(one), items.get(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    };
    let mut places = sorted_places(items.len(), &mut by_place);
    arrange(items, &mut places);
}

/// Sorts by a key and keeps the order of what is equal.
pub(crate) fn sort_by_key<T, K: Ord>(items: &mut [T], mut key: impl FnMut(&T) -> K) {
    sort_by(items, |one, other| key(one).cmp(&key(other)));
}

/// The places of so many items, in the order of what stands there.
fn sorted_places(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<u32> {
    let mut places: Vec<u32> = (0..u32::try_from(count).unwrap_or(0)).collect();
    places.sort_by(|one, other| compare(*one as usize, *other as usize));
    places
}

/// Puts what stands at `places[n]` to the place `n`, along the cycles, in linear time.
fn arrange<T>(items: &mut [T], places: &mut [u32]) {
    for start in 0..places.len() {
        let mut at = start;
        while let Some(place) = places.get_mut(at) {
            let from = *place as usize;
            // Marks the place as settled.
            *place = at as u32;
            if from == start {
                break;
            }
            items.swap(at, from);
            at = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_short_is_sorted() {
        let mut none: [(); 0] = [];
        sort_by_key(&mut none, |()| 0);
        let mut words = ["pear", "fig", "apple", "date", "nut"].map(str::to_owned);
        sort_by_key(&mut words, String::len);
        assert_eq!(words, ["fig", "nut", "pear", "date", "apple"]);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        /// The same as the standard library's stable sort.
        #[test]
        fn sorts_as_the_standard_library_does(keys in prop::collection::vec(0_u8..20, 0..300)) {
            let mut expected: Vec<(u8, String)> = keys.into_iter().zip((0..).map(|place: u32| place.to_string())).collect();
            let mut sorted = expected.clone();
            expected.sort_by_key(|(key, _)| *key);
            sort_by_key(&mut sorted, |(key, _)| *key);
            prop_assert_eq!(&sorted, &expected);
            expected.sort_by(|(one, _), (other, _)| other.cmp(one));
            sort_by(&mut sorted, |(one, _), (other, _)| other.cmp(one));
            prop_assert_eq!(sorted, expected);
        }
    }
}
