//! What recurs, by RFC 5545: a rule, days and times left out, and times added, all by the wall clock.
//!
//! Where the RFC leaves a choice or calendars differ: a start that the rule does not have is no occurrence and is not
//! counted; what is left out counts; an end that is a day includes the whole day; weeks of the year (`BYWEEKNO`) without a
//! day of the week mean the start's; positions (`BYSETPOS`) count in the whole period, though the start lies within.

mod expand;
#[cfg(feature = "feeds")]
mod foreign;
mod rule;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::local_time::DAY;
use super::{Clock, Day, Instant, LocalTime, Resolved, Span, TimeOfDay, Zone};
use crate::fault::Limits;
use crate::fault::Pointer;
use crate::{Code, Error, Reason, Result};
use expand::{Expansion, Patience};
#[cfg(feature = "feeds")]
pub(crate) use foreign::ForeignRule;
use rule::{Rule, Until};

/// How many occurrences are answered at once.
const MOST: u32 = 4_000;
/// Further than any change of clocks moves them.
const SHIFT: i64 = 2 * DAY;

/// When something recurs. Without a rule it occurs at its start and at the times added.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Recurrence {
    /// When it first may occur; what the rule leaves open, such as the time of day, is taken from here.
    pub start: LocalTime,
    /// The rule as RFC 5545 writes it, such as `FREQ=WEEKLY;BYDAY=MO,WE;COUNT=10`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "text"))]
    pub rule: Option<String>,
    /// Times at which it does not occur.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 4000))]
    pub excluded: Vec<LocalTime>,
    /// Days on which it does not occur.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 4000))]
    pub excluded_days: Vec<Day>,
    /// Times at which it occurs besides.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 4000))]
    pub added: Vec<LocalTime>,
}

/// One occurrence: a moment, and what clocks show then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct Occurrence {
    /// The moment.
    pub instant: Instant,
    /// The day that clocks show.
    pub day: Day,
    /// The time that clocks show; later by the gap where clocks skip the one meant.
    pub time: TimeOfDay,
}

impl Recurrence {
    /// The occurrences in order of time, each moment once; those of a stretch when one is given.
    pub fn occurrences(&self, zone: &Zone, within: Option<Span>) -> Result<Occurrences> {
        let clock = Clock::of(zone);
        let mut occurrences = Occurrences {
            within,
            until: None,
            expansion: None,
            patience: Patience::default(),
            coming: None,
            held: BTreeSet::new(),
            excluded: self
                .excluded
                .iter()
                .filter_map(|local| Some(resolve(&clock, *local)?.0.instant))
                .collect(),
            excluded_days: self.excluded_days.clone(),
            clock: Arc::clone(&clock),
        };
        occurrences.excluded.sort_unstable();
        occurrences.excluded_days.sort_unstable();
        if let Some(rule) = &self.rule {
            let start = LocalTime::from_wall(self.start.wall())
                .ok_or_else(|| out_of_range(self.start, Pointer::root().join("start")))?;
            let rule = Rule::read(rule)?.starting_at(start);
            let shown = |instant: Instant| {
                let (day, time) = clock.local(instant);
                LocalTime { day, time }.wall()
            };
            let (last, until) = match rule.until {
                Some(Until::Wall(wall)) => (Some(wall), None),
                Some(Until::Instant(instant)) => (Some(shown(instant) + SHIFT), Some(instant)),
                None => (None, None),
            };
            let asked = within.map(|span| (shown(span.start) - SHIFT, shown(span.end) + SHIFT));
            let last = last.into_iter().chain(asked.map(|(_, last)| last)).min();
            let first = asked.map(|(first, _)| first);
            occurrences.until = until;
            occurrences.expansion = Some(Expansion::new(rule, start.wall(), first, last));
        } else {
            occurrences.hold(self.start, Pointer::root().join("start"))?;
        }
        for (index, added) in self.added.iter().enumerate() {
            occurrences.hold(*added, Pointer::root().join("added").join(index))?;
        }
        Ok(occurrences)
    }

    /// Whether its rule has an end of its own: a count or a last moment.
    pub fn ends(&self) -> Result<bool> {
        let Some(rule) = &self.rule else {
            return Ok(true);
        };
        let rule = Rule::read(rule)?;
        Ok(rule.count.is_some() || rule.until.is_some())
    }
}

/// The occurrence of a local time, and whether clocks skip it.
fn resolve(clock: &Clock, local: LocalTime) -> Option<(Occurrence, bool)> {
    let resolved = clock.resolve(local.day, local.time)?;
    let instant = resolved.instant();
    let skipped = matches!(resolved, Resolved::Gap(_));
    let (day, time) = if skipped || local.time == TimeOfDay::END {
        clock.local(instant)
    } else {
        (local.day, local.time)
    };
    Some((Occurrence { instant, day, time }, skipped))
}

fn out_of_range(local: LocalTime, place: Pointer) -> Error {
    let message = format!("`{} {}` lies outside the years 0001 to 9999", local.day, local.time);
    Error::new(Code::TimeOutOfRange, place, message)
}

/// The occurrences of a [`Recurrence`], one after the other.
#[derive(Debug)]
pub struct Occurrences {
    clock: Arc<Clock>,
    within: Option<Span>,
    /// The last moment at which the rule may occur.
    until: Option<Instant>,
    /// What is left of the rule.
    expansion: Option<Expansion>,
    patience: Patience,
    /// The rule's next occurrence at a time that clocks show.
    coming: Option<Occurrence>,
    /// Times added, and those that clocks skip: moved forward, they lie among later ones.
    held: BTreeSet<Occurrence>,
    excluded: Vec<Instant>,
    excluded_days: Vec<Day>,
}

impl Occurrences {
    /// Keeps an occurrence that the rule does not give until its turn comes.
    fn hold(&mut self, local: LocalTime, place: Pointer) -> Result<()> {
        let (occurrence, _) = resolve(&self.clock, local).ok_or_else(|| out_of_range(local, place))?;
        if self.has(local.day, occurrence) {
            self.held.insert(occurrence);
        }
        Ok(())
    }

    /// Takes the rule's next local time.
    fn pull(&mut self) -> Result<()> {
        let patience = &mut self.patience;
        let next = self
            .expansion
            .as_mut()
            .map_or(Ok(None), |expansion| expansion.next(patience))?;
        let Some(local) = next.and_then(LocalTime::from_wall) else {
            self.expansion = None;
            return Ok(());
        };
        let found = resolve(&self.clock, local);
        if found.is_some_and(|(occurrence, skipped)| self.is_over(occurrence) && !skipped) {
            // Times that clocks show follow each other as their moments do.
            self.expansion = None;
            return Ok(());
        }
        match found.filter(|(occurrence, _)| !self.is_over(*occurrence) && self.has(local.day, *occurrence)) {
            Some((occurrence, false)) => self.coming = Some(occurrence),
            Some((occurrence, true)) => {
                self.held.insert(occurrence);
            }
            None => self.patience.step()?,
        }
        Ok(())
    }

    /// Whether an occurrence of the rule comes after the last one that it has, or that is asked for.
    fn is_over(&self, occurrence: Occurrence) -> bool {
        self.until.is_some_and(|until| occurrence.instant > until)
            || self.within.is_some_and(|span| occurrence.instant >= span.end)
    }

    /// Whether an occurrence is asked for and not left out, on the day meant or the one that clocks show.
    fn has(&self, meant: Day, occurrence: Occurrence) -> bool {
        let left_out = |day: Day| self.excluded_days.binary_search(&day).is_ok();
        let inside = |span: Span| span.start <= occurrence.instant && occurrence.instant < span.end;
        self.within.is_none_or(inside)
            && !left_out(meant)
            && !left_out(occurrence.day)
            && self.excluded.binary_search(&occurrence.instant).is_err()
    }

    fn step(&mut self) -> Result<Option<Occurrence>> {
        while self.coming.is_none() && self.expansion.is_some() {
            self.pull()?;
        }
        let held = self.held.first().copied();
        let next = self.coming.into_iter().chain(held).min();
        if self.coming == next {
            self.coming = None;
        }
        if held == next {
            self.held.pop_first();
        }
        Ok(next)
    }
}

impl Iterator for Occurrences {
    type Item = Result<Occurrence>;

    fn next(&mut self) -> Option<Self::Item> {
        let next = self.step();
        if next.is_err() {
            // A search that was given up is over.
            self.expansion = None;
            self.held.clear();
        }
        next.transpose()
    }
}

/// A recurrence, and which of its occurrences are asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct OccurrencesRequest {
    /// The zone whose clocks it goes by.
    pub zone: Zone,
    /// When it recurs.
    pub recurrence: Recurrence,
    /// The stretch that is asked for; all when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<Span>,
    /// How many occurrences are answered at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 4000))]
    pub limit: Option<u32>,
}

/// The occurrences of a recurrence, in order of time.
pub fn occurrences(request: OccurrencesRequest) -> Result<Vec<Occurrence>> {
    request.bounded()?;
    let OccurrencesRequest {
        zone,
        recurrence,
        within,
        limit,
    } = request;
    let within = within.map(|span| Span::new(span.start, span.end));
    let within = within.transpose().map_err(|error| error.under("/within"))?;
    let below = |error: Error| error.under("/recurrence");
    if limit.is_some_and(|limit| !(1..=MOST).contains(&limit)) {
        let message = format!("a limit is from 1 to {MOST}");
        return Err(Error::new(Code::RequestRange, "/limit", message));
    }
    if within.is_none() && limit.is_none() && !recurrence.ends().map_err(below)? {
        let message = "the rule has no end; give `within` or `limit`, or end the rule with `COUNT` or `UNTIL`";
        return Err(Error::new(Code::TimeRecurrenceEndless, "/recurrence/rule", message));
    }
    let occurrences = recurrence.occurrences(&zone, within).map_err(below)?;
    let most = limit.unwrap_or(MOST + 1) as usize;
    let found = occurrences.take(most).collect::<Result<Vec<_>>>().map_err(below)?;
    if found.len() > MOST as usize {
        let message = format!("more than {MOST} occurrences; ask for fewer with `limit` or a shorter `within`");
        return Err(Reason::new(Code::RequestRange, "/limit", message)
            .with("limit", MOST)
            .into());
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn daily(rule: Option<&str>) -> Recurrence {
        Recurrence {
            start: LocalTime::from_wall(0).unwrap(),
            rule: rule.map(str::to_owned),
            excluded: Vec::new(),
            excluded_days: Vec::new(),
            added: Vec::new(),
        }
    }

    #[test]
    fn a_search_that_is_given_up_says_so_once() {
        let never = daily(Some("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"));
        let zone = Zone::UTC;
        let mut occurrences = never.occurrences(&zone, None).unwrap();
        let error = occurrences.next().unwrap().unwrap_err();
        assert_eq!(error.code(), Code::TimeRecurrenceEndless);
        assert!(occurrences.next().is_none());
    }

    #[test]
    fn only_a_rule_can_be_without_an_end() {
        for (rule, ends) in [
            (None, true),
            (Some("FREQ=DAILY"), false),
            (Some("FREQ=DAILY;COUNT=2"), true),
            (Some("FREQ=DAILY;UNTIL=19700105"), true),
        ] {
            assert_eq!(daily(rule).ends().unwrap(), ends, "{rule:?}");
        }
        assert!(daily(Some("FREQ=NEVER")).ends().is_err());
    }

    #[test]
    fn what_is_empty_is_not_written() {
        let text = serde_json::to_string(&daily(None)).unwrap();
        assert_eq!(text, r#"{"start":{"day":"1970-01-01","time":"00:00"}}"#);
        assert_eq!(serde_json::from_str::<Recurrence>(&text).unwrap(), daily(None));
    }
}
