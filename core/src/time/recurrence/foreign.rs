//! Rules of other calendars: read as they are meant, and walked through by a wall clock whose zone only the other calendar may know.

use super::SHIFT;
use super::expand::{Expansion, Patience};
use super::rule::{Rule, Until};
use crate::time::{Instant, LocalTime};
use crate::{Reason, Result};

/// A rule as another calendar writes it.
#[derive(Clone, Debug)]
pub(crate) struct ForeignRule(Rule);

impl ForeignRule {
    /// Reads a rule, and tells what of it was passed over.
    pub(crate) fn read(text: &str, whole_days: bool) -> Result<(ForeignRule, Vec<Reason>)> {
        let (rule, passed_over) = Rule::read_foreign(text)?;
        let rule = if whole_days { rule.of_whole_days() } else { rule };
        Ok((ForeignRule(rule), passed_over))
    }

    /// Its wall times from the start on, as far as they may lie in a stretch of the wall clock. `shown` is what clocks show at
    /// a moment.
    pub(crate) fn walls(
        self,
        start: LocalTime,
        reach: (LocalTime, LocalTime),
        steps: u32,
        shown: impl Fn(Instant) -> Option<LocalTime>,
    ) -> Walls {
        let (first, last) = (reach.0.wall(), reach.1.wall());
        let (last, until) = match self.0.until {
            Some(Until::Wall(wall)) => (wall.min(last), None),
            Some(Until::Instant(until)) => {
                let wall = shown(until).map_or(last, |local| local.wall() + SHIFT);
                (wall.min(last), Some(until))
            }
            None => (last, None),
        };
        let rule = self.0.starting_at(start);
        let mut patience = Patience::of(steps).weighed(&rule);
        let affordable = patience.take(rule.times_of_day());
        Walls {
            expansion: affordable.then(|| Expansion::new(rule, start.wall(), Some(first), Some(last))),
            patience,
            first,
            until,
        }
    }
}

/// The wall times of a rule, the earliest first.
#[derive(Debug)]
pub(crate) struct Walls {
    /// Nothing, when it would take more steps than there are.
    expansion: Option<Expansion>,
    patience: Patience,
    first: i64,
    /// The last moment at which the rule may occur, where the rule tells it by universal time.
    pub(crate) until: Option<Instant>,
}

impl Walls {
    /// The next wall time; an error when too many steps were taken. Every step counts, also one that leads to a time.
    pub(crate) fn next(&mut self) -> Result<Option<LocalTime>> {
        loop {
            let wall = match &mut self.expansion {
                Some(expansion) => expansion.next(&mut self.patience)?,
                None => return self.patience.step().map(|()| None),
            };
            let Some(wall) = wall else {
                return Ok(None);
            };
            self.patience.step()?;
            if wall >= self.first {
                return Ok(LocalTime::from_wall(wall));
            }
        }
    }

    /// How many steps are left.
    pub(crate) fn steps_left(&self) -> u32 {
        self.patience.left
    }
}
