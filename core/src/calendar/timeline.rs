use std::collections::BTreeSet;

use super::change_point::change_point;
use super::levels::Levels;

/// What is taken of one resource: a step function of units, and who takes them.
///
/// Moments are numbers: microseconds, or nights. A stretch that ends at a moment and one that begins there do not meet.
///
/// ```
/// use ratebook::calendar::{Taken, Timeline};
///
/// let mut timeline = Timeline::default();
/// timeline.insert(Taken { start: 10, end: 12, units: 2, owner: 1 });
/// timeline.insert(Taken { start: 11, end: 14, units: 1, owner: 2 });
/// assert_eq!(timeline.most(0, 20), 3);
/// assert_eq!(timeline.most(12, 20), 1);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Timeline {
    levels: Levels,
    /// Every taking by the power of two of its length, then in order of time. Of each length only those that begin shortly
    /// before a stretch can reach into it, so finding them touches little else, whatever lengths are mixed.
    by_length: BTreeSet<(u32, Taken)>,
    /// How many takings there are of each power of two.
    lengths: Vec<u32>,
}

/// Units taken over a stretch, and by whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Taken {
    /// The first moment.
    pub start: i64,
    /// The moment after the last one.
    pub end: i64,
    /// How many units.
    pub units: i32,
    /// A number of the caller's.
    pub owner: u32,
}

impl Taken {
    fn power(self) -> u32 {
        self.end.abs_diff(self.start).ilog2()
    }
}

impl From<i64> for Taken {
    /// What comes before everything that begins at a moment.
    fn from(start: i64) -> Taken {
        Taken {
            start,
            end: i64::MIN,
            units: i32::MIN,
            owner: 0,
        }
    }
}

impl Timeline {
    /// Takes units. Nothing happens, and `false` is said, for a stretch that does not end after it begins, for no units, for the
    /// same taking twice, and when more units would be taken at once than can be counted.
    pub fn insert(&mut self, taken: Taken) -> bool {
        if taken.end <= taken.start || taken.units <= 0 || self.by_length.contains(&(taken.power(), taken)) {
            return false;
        }
        if !self.levels.add(taken.start, taken.end, taken.units) {
            return false;
        }
        change_point();
        self.by_length.insert((taken.power(), taken));
        let power = taken.power() as usize;
        if self.lengths.len() <= power {
            self.lengths.resize(power + 1, 0);
        }
        if let Some(count) = self.lengths.get_mut(power) {
            *count += 1;
        }
        true
    }

    /// Gives units back; says whether they were taken.
    pub fn remove(&mut self, taken: Taken) -> bool {
        if taken.end <= taken.start || !self.by_length.remove(&(taken.power(), taken)) {
            return false;
        }
        change_point();
        if let Some(count) = self.lengths.get_mut(taken.power() as usize) {
            *count -= 1;
        }
        self.levels.add(taken.start, taken.end, -taken.units)
    }

    /// The most units taken at any moment of a stretch.
    #[inline]
    pub fn most(&self, start: i64, end: i64) -> i32 {
        self.levels.most(start, end)
    }

    /// The steps of a stretch: each moment at which the units taken change, with the units from then on; the first one
    /// begins at the start.
    pub fn steps(&self, start: i64, end: i64) -> impl Iterator<Item = (i64, i32)> {
        self.levels.steps(start, end)
    }

    /// Everything that is taken in a stretch, in order of time.
    pub fn meeting(&self, start: i64, end: i64) -> Vec<Taken> {
        let mut met = Vec::new();
        for (power, _) in (0u32..).zip(&self.lengths).filter(|(_, count)| **count > 0) {
            let longest = 2i64
                .checked_shl(power)
                .filter(|longest| *longest > 0)
                .unwrap_or(i64::MAX);
            let earliest = (power, Taken::from(start.saturating_sub(longest)));
            let begun = self.by_length.range(earliest..(power, Taken::from(end)));
            met.extend(begun.map(|(_, taken)| *taken).filter(|taken| taken.end > start));
        }
        met.sort_unstable();
        met
    }

    /// How many takings there are.
    pub fn len(&self) -> usize {
        self.by_length.len()
    }

    /// Whether nothing is taken.
    pub fn is_empty(&self) -> bool {
        self.by_length.is_empty()
    }

    /// The bytes that the step function occupies.
    pub fn bytes(&self) -> usize {
        self.levels.bytes()
    }
}
