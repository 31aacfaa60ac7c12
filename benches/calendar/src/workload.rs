//! Bookings and questions: the same for us and for everything that we are compared with.

use std::fmt::Write;

use ratebook::calendar::Taken;

/// Microseconds of a minute.
pub(crate) const MINUTE: i64 = 60_000_000;
/// 2026-01-01T00:00:00Z in minutes.
pub(crate) const EPOCH: i64 = 29_453_760;
/// Lengths of bookings in minutes, their mean 180: most take an hour or two, some a night, a few three days.
const LENGTHS: [i64; 16] = [15, 15, 30, 30, 30, 45, 45, 60, 60, 60, 90, 90, 120, 150, 600, 1_440];

/// Numbers that look random and are the same in every run: splitmix64.
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Chance {
        Chance(seed)
    }

    /// A number from 0 to one below the limit.
    pub(crate) fn below(&mut self, limit: i64) -> i64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % limit.unsigned_abs().max(1)).cast_signed()
    }

    /// A length of a booking in minutes.
    pub(crate) fn length(&mut self) -> i64 {
        LENGTHS[usize::try_from(self.below(16)).unwrap_or(0)]
    }

    pub(crate) fn shuffle<T>(&mut self, all: &mut [T]) {
        for last in (1..all.len()).rev() {
            let other = usize::try_from(self.below(last as i64 + 1)).unwrap_or(0);
            all.swap(last, other);
        }
    }
}

/// What is taken of one resource of some units, and stretches that are asked about.
pub(crate) struct Workload {
    pub(crate) capacity: i32,
    /// In order of time.
    pub(crate) bookings: Vec<Taken>,
    /// The same, shuffled.
    pub(crate) shuffled: Vec<Taken>,
    pub(crate) questions: Vec<(i64, i64)>,
}

/// Questions of each workload, asked one after the other: so many that a processor does not learn them.
const QUESTIONS: usize = 20_000;

impl Workload {
    /// Of each unit two fifths of the time are taken; the next booking of a unit follows after a pause, so nothing is taken
    /// that is not there.
    pub(crate) fn new(count: usize, capacity: i32) -> Workload {
        let mut chance = Chance::new(7);
        let mut ends = vec![EPOCH; usize::try_from(capacity).unwrap_or(1)];
        let mut bookings = Vec::with_capacity(count);
        for owner in 0..u32::try_from(count).unwrap_or(u32::MAX) {
            let Some(unit) = ends.iter_mut().min() else { break };
            let length = chance.length();
            // Steps of 15 minutes from 0 to 525, their mean three halves of a booking's.
            let start = *unit + 15 * chance.below(36);
            *unit = start + length;
            bookings.push(Taken {
                start: start * MINUTE,
                end: (start + length) * MINUTE,
                units: 1,
                owner,
            });
        }
        bookings.sort_unstable();
        let mut shuffled = bookings.clone();
        chance.shuffle(&mut shuffled);
        let past = bookings.last().map_or(EPOCH, |last| last.start / MINUTE);
        let questions = (0..QUESTIONS).map(|_| {
            let start = EPOCH + 15 * chance.below((past - EPOCH) / 15);
            (start * MINUTE, (start + chance.length()) * MINUTE)
        });
        Workload {
            capacity,
            questions: questions.collect(),
            bookings,
            shuffled,
        }
    }

    /// As JSON for the others, in minutes; `free` counts the questions that are answered with yes.
    pub(crate) fn json(&self, free: usize) -> String {
        let pairs = |stretches: &mut dyn Iterator<Item = (i64, i64)>| {
            let mut text = String::new();
            for (start, end) in stretches {
                let comma = if text.is_empty() { "" } else { "," };
                let _ = write!(text, "{comma}[{},{}]", start / MINUTE, end / MINUTE);
            }
            text
        };
        let bookings = pairs(&mut self.shuffled.iter().map(|taken| (taken.start, taken.end)));
        let questions = pairs(&mut self.questions.iter().copied());
        format!("{{\"bookings\":[{bookings}],\"questions\":[{questions}],\"free\":{free}}}")
    }
}
