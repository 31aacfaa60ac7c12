use std::sync::Arc;

/// How much is taken at every moment: a step function, kept as sorted change points in blocks.
///
/// A point says how many units are taken from its moment on, until the next point. Before the first point nothing is; no
/// point repeats the level before it, so two equal functions have equal points. Blocks keep their highest level and are
/// shared between copies until one of them changes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Levels {
    /// The moment of each block's first point.
    firsts: Vec<i64>,
    blocks: Vec<Arc<Block>>,
}

#[derive(Clone, Debug, Default)]
struct Block {
    times: Vec<i64>,
    levels: Vec<i32>,
    most: i32,
}

/// Points of a full block, which is then halved.
const FULL: usize = 64;

impl Block {
    fn new(times: Vec<i64>, levels: Vec<i32>) -> Block {
        let most = levels.iter().copied().max().unwrap_or(0);
        Block { times, levels, most }
    }

    /// How many points lie before that moment.
    fn before(&self, at: i64) -> usize {
        self.times.partition_point(|time| *time < at)
    }

    fn points(&self) -> impl DoubleEndedIterator<Item = (i64, i32)> {
        self.times.iter().copied().zip(self.levels.iter().copied())
    }
}

impl Levels {
    /// The units taken at a moment.
    pub(crate) fn at(&self, at: i64) -> i32 {
        let after = self.firsts.partition_point(|first| *first <= at);
        let Some(block) = after.checked_sub(1).and_then(|index| self.blocks.get(index)) else {
            return 0;
        };
        let within = block.times.partition_point(|time| *time <= at);
        within
            .checked_sub(1)
            .and_then(|index| block.levels.get(index))
            .copied()
            .unwrap_or(0)
    }

    /// The most units taken at any moment of a stretch.
    pub(crate) fn most(&self, start: i64, end: i64) -> i32 {
        let after = self.firsts.partition_point(|first| *first <= start);
        let at = after.saturating_sub(1);
        let mut most = 0;
        for (index, block) in self.blocks.iter().enumerate().skip(at) {
            let begins = self.firsts.get(index).copied().unwrap_or(end);
            if begins >= end {
                break;
            }
            let ends = self.firsts.get(index + 1).copied().unwrap_or(i64::MAX);
            if begins > start && ends <= end {
                most = most.max(block.most);
                continue;
            }
            // The level at the start was set by the point at or before it.
            let first = block.times.partition_point(|time| *time <= start).saturating_sub(1);
            let last = block.before(end);
            let touched = block.levels.get(first..last).unwrap_or_default();
            let begun = block.times.get(first).is_some_and(|time| *time < end);
            most = touched.iter().copied().filter(|_| begun).fold(most, i32::max);
        }
        most
    }

    /// Takes units over a stretch, or gives them back when negative. What would pass the largest number is left undone.
    pub(crate) fn add(&mut self, start: i64, end: i64, units: i32) -> bool {
        if end <= start || self.most(start, end).checked_add(units).is_none() {
            return false;
        }
        self.split_at(start);
        self.split_at(end);
        let first = self.firsts.partition_point(|first| *first <= start).saturating_sub(1);
        for (index, block) in self.blocks.iter_mut().enumerate().skip(first) {
            if self.firsts.get(index).is_none_or(|begins| *begins >= end) {
                break;
            }
            let block = Arc::make_mut(block);
            let touched = block.before(start)..block.before(end);
            for level in block.levels.get_mut(touched).unwrap_or_default() {
                *level += units;
            }
            block.most = block.levels.iter().copied().max().unwrap_or(0);
        }
        self.join_at(start);
        self.join_at(end);
        true
    }

    /// Makes a point at a moment, where there is none, without changing the function.
    fn split_at(&mut self, at: i64) {
        let level = self.at(at);
        let index = self.firsts.partition_point(|first| *first <= at).saturating_sub(1);
        let Some(block) = self.blocks.get_mut(index).map(Arc::make_mut) else {
            self.firsts.push(at);
            self.blocks.push(Arc::new(Block::new(vec![at], vec![0])));
            return;
        };
        let place = block.before(at);
        if block.times.get(place) == Some(&at) {
            return;
        }
        block.times.insert(place, at);
        block.levels.insert(place, level);
        block.most = block.most.max(level);
        if let (0, Some(first)) = (place, self.firsts.get_mut(index)) {
            *first = at;
        }
        if block.times.len() > FULL {
            // Bookings mostly come in order of time: then the block stays full and the new point begins the next.
            let keep = if place == FULL { FULL } else { FULL / 2 };
            let rest = Block::new(block.times.split_off(keep), block.levels.split_off(keep));
            *block = Block::new(std::mem::take(&mut block.times), std::mem::take(&mut block.levels));
            if let Some(first) = rest.times.first() {
                self.firsts.insert(index + 1, *first);
                self.blocks.insert(index + 1, Arc::new(rest));
            }
        }
    }

    /// Drops the point at a moment when it repeats the level before it.
    fn join_at(&mut self, at: i64) {
        let Some(index) = self.firsts.partition_point(|first| *first <= at).checked_sub(1) else {
            return;
        };
        let before = at.checked_sub(1).map_or(0, |before| self.at(before));
        let Some(block) = self.blocks.get_mut(index) else {
            return;
        };
        let place = block.before(at);
        if block.times.get(place) != Some(&at) || block.levels.get(place) != Some(&before) {
            return;
        }
        let block = Arc::make_mut(block);
        block.times.remove(place);
        block.levels.remove(place);
        match (block.times.first(), self.firsts.get_mut(index)) {
            (Some(begins), Some(first)) => *first = *begins,
            _ => {
                self.firsts.remove(index);
                self.blocks.remove(index);
                return;
            }
        }
        block.most = block.levels.iter().copied().max().unwrap_or(0);
        self.merge(index);
    }

    /// Joins a block that has become small with the next one.
    fn merge(&mut self, index: usize) {
        let size = |index: usize| self.blocks.get(index).map_or(FULL, |block| block.times.len());
        if size(index) + size(index + 1) > FULL / 2 {
            return;
        }
        let next = self.blocks.remove(index + 1);
        self.firsts.remove(index + 1);
        if let Some(block) = self.blocks.get_mut(index).map(Arc::make_mut) {
            block.times.extend_from_slice(&next.times);
            block.levels.extend_from_slice(&next.levels);
            block.most = block.most.max(next.most);
        }
    }

    /// The steps of a stretch, each with its moment and the units taken from then on; the first one begins at the start.
    pub(crate) fn steps(&self, start: i64, end: i64) -> impl Iterator<Item = (i64, i32)> {
        let after = self.firsts.partition_point(|first| *first <= start);
        let blocks = self.blocks.get(after.saturating_sub(1)..).unwrap_or_default();
        let mut place = blocks
            .first()
            .map_or(0, |block| block.times.partition_point(|time| *time <= start));
        let rest = blocks.iter().flat_map(move |block| {
            let from = std::mem::take(&mut place);
            block.points().skip(from)
        });
        std::iter::once((start, self.at(start))).chain(rest.take_while(move |(time, _)| *time < end))
    }

    /// The bytes it occupies.
    pub(crate) fn bytes(&self) -> usize {
        let blocks = self.blocks.iter().map(|block| {
            size_of::<Block>() + 2 * size_of::<usize>() + block.times.capacity() * 8 + block.levels.capacity() * 4
        });
        self.firsts.capacity() * 8 + self.blocks.capacity() * size_of::<usize>() + blocks.sum::<usize>()
    }
}

impl PartialEq for Levels {
    fn eq(&self, other: &Self) -> bool {
        let points = |levels: &Self| {
            let blocks = levels.blocks.iter().flat_map(|block| block.points());
            blocks.collect::<Vec<_>>()
        };
        points(self) == points(other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn naive(taken: &[(i64, i64, i32)], at: i64) -> i32 {
        let covers = taken.iter().filter(|(start, end, _)| *start <= at && at < *end);
        covers.map(|(_, _, units)| units).sum()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(300))]
        #[test]
        fn after_any_history_it_equals_the_naive_sum(
            history in prop::collection::vec((any::<bool>(), 0..400i64, 1..60i64, 1..5i32), 1..400),
            asked in prop::collection::vec((-10..480i64, 1..200i64), 20),
        ) {
            let mut levels = Levels::default();
            let mut taken: Vec<(i64, i64, i32)> = Vec::new();
            for (remove, start, length, units) in history {
                if remove && !taken.is_empty() {
                    let (start, end, units) = taken.swap_remove(usize::try_from(start).unwrap() % taken.len());
                    prop_assert!(levels.add(start, end, -units));
                } else {
                    taken.push((start, start + length, units));
                    prop_assert!(levels.add(start, start + length, units));
                }
            }
            for (start, length) in asked {
                let end = start + length;
                let most = (start..end).map(|at| naive(&taken, at)).max().unwrap();
                prop_assert_eq!(levels.most(start, end), most);
                prop_assert_eq!(levels.at(start), naive(&taken, start));
                let mut steps = levels.steps(start, end).peekable();
                let mut level = 0;
                for at in start..end {
                    if let Some((_, next)) = steps.next_if(|(step, _)| *step == at) {
                        prop_assert!(at == start || next != level, "a point that repeats");
                        level = next;
                    }
                    prop_assert_eq!(level, naive(&taken, at));
                }
                prop_assert!(steps.next().is_none());
            }
            let mut again = Levels::default();
            taken.reverse();
            for (start, end, units) in &taken {
                again.add(*start, *end, *units);
            }
            prop_assert_eq!(&again, &levels);
            for (start, end, units) in taken {
                levels.add(start, end, -units);
            }
            prop_assert!(levels.blocks.is_empty() && levels.firsts.is_empty());
        }
    }
}
