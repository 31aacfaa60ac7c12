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
    /// All units that are taken, at whatever time: no level is above it.
    sum: i64,
}

/// Points of a full block, which is then halved.
const FULL: usize = 64;

/// Points in one piece of memory, so that asking for a level reads as few lines of it as can be.
#[derive(Clone, Debug)]
struct Block {
    count: usize,
    most: i32,
    times: [i64; FULL],
    levels: [i32; FULL],
}

impl Block {
    fn new(times: &[i64], levels: &[i32]) -> Block {
        let mut block = Block {
            count: times.len().min(levels.len()),
            most: 0,
            times: [0; FULL],
            levels: [0; FULL],
        };
        block.times.iter_mut().zip(times).for_each(|(own, time)| *own = *time);
        block
            .levels
            .iter_mut()
            .zip(levels)
            .for_each(|(own, level)| *own = *level);
        block.recount();
        block
    }

    fn times(&self) -> &[i64] {
        self.times.get(..self.count).unwrap_or_default()
    }

    fn levels(&self) -> &[i32] {
        self.levels.get(..self.count).unwrap_or_default()
    }

    fn recount(&mut self) {
        self.most = self.levels().iter().copied().fold(0, i32::max);
    }

    /// How many points lie before that moment.
    fn before(&self, at: i64) -> usize {
        self.times().partition_point(|time| *time < at)
    }

    fn level(&self, place: usize) -> i32 {
        self.levels().get(place).copied().unwrap_or(0)
    }

    fn points(&self) -> impl DoubleEndedIterator<Item = (i64, i32)> {
        self.times().iter().copied().zip(self.levels().iter().copied())
    }

    /// Makes a point, in a block that is not full.
    fn insert(&mut self, place: usize, time: i64, level: i32) {
        let end = self.count;
        if let (Some(times), Some(levels)) = (self.times.get_mut(place..=end), self.levels.get_mut(place..=end)) {
            times.rotate_right(1);
            levels.rotate_right(1);
            if let (Some(first), Some(own)) = (times.first_mut(), levels.first_mut()) {
                (*first, *own) = (time, level);
            }
            self.count += 1;
            self.most = self.most.max(level);
        }
    }

    fn remove(&mut self, place: usize) {
        let end = self.count;
        if let (Some(times), Some(levels)) = (self.times.get_mut(place..end), self.levels.get_mut(place..end)) {
            times.rotate_left(1);
            levels.rotate_left(1);
            self.count -= 1;
            self.recount();
        }
    }
}

impl Levels {
    /// The place of the last point at or before a moment, by block and within it; none when the moment lies before all points.
    fn place_of(&self, at: i64) -> Option<(usize, usize)> {
        let index = self.firsts.partition_point(|first| *first <= at).checked_sub(1)?;
        let within = self.blocks.get(index)?.times().partition_point(|time| *time <= at);
        Some((index, within.checked_sub(1)?))
    }

    /// The units taken at a moment.
    pub(crate) fn at(&self, at: i64) -> i32 {
        let place = self.place_of(at);
        place.map_or(0, |(index, place)| self.level(index, place))
    }

    fn level(&self, index: usize, place: usize) -> i32 {
        self.blocks.get(index).map_or(0, |block| block.level(place))
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
            if block.most <= most {
                continue;
            }
            if begins > start && ends <= end {
                most = block.most;
                continue;
            }
            // The level at the start was set by the point at or before it.
            let times = block.times();
            let first = times.partition_point(|time| *time <= start).saturating_sub(1);
            let rest = times.get(first..).unwrap_or_default();
            // Bookings are short: what they meet lies close by.
            let met = rest.iter().take_while(|time| **time < end).count();
            let touched = block.levels().get(first..first + met).unwrap_or_default();
            most = touched.iter().copied().fold(most, i32::max);
        }
        most
    }

    /// Takes units over a stretch, or gives them back when negative. What would pass the largest number is left undone.
    pub(crate) fn add(&mut self, start: i64, end: i64, units: i32) -> bool {
        let sum = self.sum + i64::from(units);
        let countable = i32::try_from(sum).is_ok() || self.most(start, end).checked_add(units).is_some();
        if end <= start || units == 0 || !countable {
            return false;
        }
        self.sum = sum;
        let (mut index, mut place, before) = self.point_at(start);
        let begun = self.level(index, place);
        let mut last = before;
        let ended = loop {
            let Some(block) = self.blocks.get_mut(index).map(Arc::make_mut) else {
                break false;
            };
            let past = block.before(end);
            for level in block.levels.get_mut(place..past).unwrap_or_default() {
                last = *level;
                *level += units;
            }
            block.recount();
            place = past;
            if past < block.count {
                break block.times().get(past) == Some(&end);
            }
            if self.firsts.get(index + 1).is_none_or(|first| *first > end) {
                break false;
            }
            (index, place) = (index + 1, 0);
        };
        if !ended {
            self.insert(index, place, end, last);
        } else if self.level(index, place) == last + units {
            self.remove(index, place);
        }
        if begun + units == before
            && let Some((index, place)) = self.place_of(start)
        {
            self.remove(index, place);
        }
        true
    }

    /// Makes a point at a moment, where there is none, without changing the function. Answers where it is, and the level
    /// before it.
    fn point_at(&mut self, at: i64) -> (usize, usize, i32) {
        let Some((index, place)) = self.place_of(at) else {
            let (index, place) = self.insert(0, 0, at, 0);
            return (index, place, 0);
        };
        let level = self.level(index, place);
        let time = self.blocks.get(index).and_then(|block| block.times().get(place));
        if time != Some(&at) {
            let (index, place) = self.insert(index, place + 1, at, level);
            return (index, place, level);
        }
        let before = match (place.checked_sub(1), index.checked_sub(1)) {
            (Some(place), _) => self.level(index, place),
            (None, Some(index)) => self.blocks.get(index).map_or(0, |block| block.level(block.count - 1)),
            (None, None) => 0,
        };
        (index, place, before)
    }

    /// Makes a point at a place, and answers where it is then: a full block is parted.
    fn insert(&mut self, index: usize, place: usize, time: i64, level: i32) -> (usize, usize) {
        let Some(block) = self.blocks.get_mut(index) else {
            self.firsts.push(time);
            self.blocks.push(Arc::new(Block::new(&[time], &[level])));
            return (self.blocks.len() - 1, 0);
        };
        if block.count < FULL {
            Arc::make_mut(block).insert(place, time, level);
            if let (0, Some(first)) = (place, self.firsts.get_mut(index)) {
                *first = time;
            }
            return (index, place);
        }
        // Bookings mostly come in order of time: then the block stays full and the new point begins the next.
        let keep = if place == FULL { FULL } else { FULL / 2 };
        let (times, more_times) = block.times().split_at_checked(keep).unwrap_or_default();
        let (levels, more_levels) = block.levels().split_at_checked(keep).unwrap_or_default();
        let (one, mut other) = (Block::new(times, levels), Block::new(more_times, more_levels));
        if keep == FULL {
            other.insert(0, time, level);
        }
        let first = other.times().first().copied().unwrap_or(time);
        *block = Arc::new(one);
        self.firsts.insert(index + 1, first);
        self.blocks.insert(index + 1, Arc::new(other));
        match place.checked_sub(keep) {
            _ if keep == FULL => (index + 1, 0),
            Some(within) if within > 0 => self.insert(index + 1, within, time, level),
            _ => self.insert(index, place, time, level),
        }
    }

    /// Drops a point; a block that has become small is joined with the next one.
    fn remove(&mut self, index: usize, place: usize) {
        let Some(block) = self.blocks.get_mut(index).map(Arc::make_mut) else {
            return;
        };
        block.remove(place);
        match (block.times().first(), self.firsts.get_mut(index)) {
            (Some(begins), Some(first)) => *first = *begins,
            _ => {
                self.firsts.remove(index);
                self.blocks.remove(index);
                return;
            }
        }
        let size = |index: usize| self.blocks.get(index).map_or(FULL, |block| block.count);
        if size(index) + size(index + 1) > FULL / 2 {
            return;
        }
        let next = self.blocks.remove(index + 1);
        self.firsts.remove(index + 1);
        if let Some(block) = self.blocks.get_mut(index) {
            let times: Vec<i64> = block.times().iter().chain(next.times()).copied().collect();
            let levels: Vec<i32> = block.levels().iter().chain(next.levels()).copied().collect();
            *block = Arc::new(Block::new(&times, &levels));
        }
    }

    /// The steps of a stretch, each with its moment and the units taken from then on; the first one begins at the start.
    pub(crate) fn steps(&self, start: i64, end: i64) -> impl Iterator<Item = (i64, i32)> {
        let after = self.firsts.partition_point(|first| *first <= start);
        let blocks = self.blocks.get(after.saturating_sub(1)..).unwrap_or_default();
        let mut place = blocks
            .first()
            .map_or(0, |block| block.times().partition_point(|time| *time <= start));
        let rest = blocks.iter().flat_map(move |block| {
            let from = std::mem::take(&mut place);
            block.points().skip(from)
        });
        std::iter::once((start, self.at(start))).chain(rest.take_while(move |(time, _)| *time < end))
    }

    /// The bytes it occupies.
    pub(crate) fn bytes(&self) -> usize {
        // A shared block has two counters before it.
        let block = size_of::<Block>() + 2 * size_of::<usize>();
        self.firsts.capacity() * 8 + self.blocks.capacity() * size_of::<usize>() + self.blocks.len() * block
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
