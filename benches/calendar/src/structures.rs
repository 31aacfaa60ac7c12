//! Other ways to keep a step function: what stands beside the blocks of `ratebook::calendar::Timeline`.
//!
//! All keep points: a moment, and how many units are taken from then on. Before the first point nothing is.

use std::collections::BTreeMap;

use ratebook::calendar::{Taken, Timeline};

/// A step function that can be changed and asked.
pub(crate) trait Steps: Default {
    /// What a table calls it.
    const NAME: &'static str;
    /// Whether a change far from the end moves everything behind it.
    const MOVES_ALL: bool = false;

    /// Takes units over a stretch.
    fn insert(&mut self, taken: Taken);
    /// Gives them back.
    fn remove(&mut self, taken: Taken);
    /// The most units taken at any moment of a stretch.
    fn most(&self, start: i64, end: i64) -> i32;
}

/// The blocks of core. They also keep who takes what, which the others here do not.
impl Steps for Timeline {
    const NAME: &'static str = "blocks";

    fn insert(&mut self, taken: Taken) {
        Timeline::insert(self, taken);
    }

    fn remove(&mut self, taken: Taken) {
        Timeline::remove(self, taken);
    }

    fn most(&self, start: i64, end: i64) -> i32 {
        Timeline::most(self, start, end)
    }
}

/// A tree of points.
#[derive(Default)]
pub(crate) struct Tree(BTreeMap<i64, i32>);

impl Tree {
    fn before(&self, at: i64) -> i32 {
        self.0.range(..at).next_back().map_or(0, |(_, level)| *level)
    }

    fn add(&mut self, start: i64, end: i64, units: i32) {
        for edge in [start, end] {
            let level = self.before(edge);
            self.0.entry(edge).or_insert(level);
        }
        self.0.range_mut(start..end).for_each(|(_, level)| *level += units);
        for edge in [start, end] {
            if self.0.get(&edge) == Some(&self.before(edge)) {
                self.0.remove(&edge);
            }
        }
    }
}

impl Steps for Tree {
    const NAME: &'static str = "tree";

    fn insert(&mut self, taken: Taken) {
        self.add(taken.start, taken.end, taken.units);
    }

    fn remove(&mut self, taken: Taken) {
        self.add(taken.start, taken.end, -taken.units);
    }

    fn most(&self, start: i64, end: i64) -> i32 {
        let begun = self.0.range(..=start).next_back().map_or(0, |(_, level)| *level);
        self.0.range(start..end).map(|(_, level)| *level).fold(begun, i32::max)
    }
}

/// One sorted list of points.
#[derive(Default)]
pub(crate) struct Sorted {
    times: Vec<i64>,
    levels: Vec<i32>,
}

/// The most units of sorted points over a stretch.
fn most(times: &[i64], levels: &[i32], start: i64, end: i64) -> i32 {
    let first = times.partition_point(|time| *time <= start).saturating_sub(1);
    let touched = times[first..].iter().zip(&levels[first..]);
    // Points before the start lie in it only as the last of them, whose units still hold at the start.
    touched
        .take_while(|(time, _)| **time < end)
        .map(|(_, level)| *level)
        .fold(0, i32::max)
}

impl Sorted {
    fn split(&mut self, at: i64) -> usize {
        let place = self.times.partition_point(|time| *time < at);
        if self.times.get(place) != Some(&at) {
            let level = place.checked_sub(1).map_or(0, |before| self.levels[before]);
            self.times.insert(place, at);
            self.levels.insert(place, level);
        }
        place
    }

    fn add(&mut self, start: i64, end: i64, units: i32) {
        let first = self.split(start);
        let last = self.split(end);
        self.levels[first..last].iter_mut().for_each(|level| *level += units);
        for place in [last, first] {
            if self.levels[place] == place.checked_sub(1).map_or(0, |before| self.levels[before]) {
                self.times.remove(place);
                self.levels.remove(place);
            }
        }
    }
}

impl Steps for Sorted {
    const NAME: &'static str = "sorted";
    const MOVES_ALL: bool = true;

    fn insert(&mut self, taken: Taken) {
        self.add(taken.start, taken.end, taken.units);
    }

    fn remove(&mut self, taken: Taken) {
        self.add(taken.start, taken.end, -taken.units);
    }

    fn most(&self, start: i64, end: i64) -> i32 {
        most(&self.times, &self.levels, start, end)
    }
}

/// One sorted list with gaps. A gap repeats the point before it, so that a search needs to know nothing of gaps; the first
/// point is one before everything.
pub(crate) struct Gapped {
    times: Vec<i64>,
    levels: Vec<i32>,
}

/// How far a gap is looked for before all are spread anew.
const REACH: usize = 256;

impl Default for Gapped {
    fn default() -> Self {
        Gapped {
            times: vec![i64::MIN],
            levels: vec![0],
        }
    }
}

impl Gapped {
    /// Makes a point at a moment and gives its place, the first of its repetitions.
    fn split(&mut self, at: i64) -> usize {
        let place = self.times.partition_point(|time| *time < at);
        if self.times.get(place) == Some(&at) {
            return place;
        }
        let is_gap = |index: usize| self.times[index] == self.times[index - 1];
        if place >= 2 && is_gap(place - 1) {
            self.times[place - 1] = at;
            return place - 1;
        }
        let reach = (place + REACH).min(self.times.len());
        let Some(gap) = (place + 1..reach).find(|index| is_gap(*index)) else {
            if reach == self.times.len() {
                self.times.insert(place, at);
                self.levels.insert(place, self.levels[place - 1]);
                return place;
            }
            self.spread();
            return self.split(at);
        };
        self.times.copy_within(place..gap, place + 1);
        self.levels.copy_within(place..gap, place + 1);
        self.times[place] = at;
        self.levels[place] = self.levels[place - 1];
        place
    }

    /// A gap behind every point.
    fn spread(&mut self) {
        let (times, levels) = (std::mem::take(&mut self.times), std::mem::take(&mut self.levels));
        for (time, level) in times.into_iter().zip(levels) {
            if self.times.last() != Some(&time) {
                self.times.extend([time, time]);
                self.levels.extend([level, level]);
            }
        }
    }

    fn add(&mut self, start: i64, end: i64, units: i32) {
        self.split(start);
        self.split(end);
        // Making the second point may have moved the first.
        let first = self.times.partition_point(|time| *time < start);
        let last = self.times.partition_point(|time| *time < end);
        self.levels[first..last].iter_mut().for_each(|level| *level += units);
        for place in [last, first] {
            let (time, before) = (self.times[place], self.times[place - 1]);
            if self.levels[place] == self.levels[place - 1] {
                let repeated = self.times[place..].iter_mut().take_while(|other| **other == time);
                repeated.for_each(|other| *other = before);
            }
        }
    }
}

impl Steps for Gapped {
    const NAME: &'static str = "gapped";

    fn insert(&mut self, taken: Taken) {
        self.add(taken.start, taken.end, taken.units);
    }

    fn remove(&mut self, taken: Taken) {
        self.add(taken.start, taken.end, -taken.units);
    }

    fn most(&self, start: i64, end: i64) -> i32 {
        most(&self.times, &self.levels, start, end)
    }
}
