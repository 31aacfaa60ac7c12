use std::collections::BTreeMap;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::case::DeadlineCase;
use super::policy::{DeadlinePolicy, SECOND};
use super::replay::{Replay, Standing};
use crate::fault::Limits;
use crate::form::Pointer;
use crate::money::Decimal;
use crate::time::{Instant, Span};
use crate::{Code, Error, Result};

/// How well were deadlines kept?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct DeadlineComplianceRequest {
    /// The cases; those that were received in the period count.
    #[schemars(length(max = 100000))]
    pub cases: Vec<DeadlineCase>,
    /// The period.
    pub period: Span,
    /// The present moment.
    pub now: Instant,
    /// By what the figures are kept apart, beside the target.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 10))]
    pub by: Vec<DeadlineGrouping>,
}

/// By what figures are kept apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DeadlineGrouping {
    /// The present priority, or that of the moment at which the target was met.
    Priority,
    /// Who has the case, or had it when the target was met.
    Agent,
}

/// How well a target's deadlines were kept. Each case is met in time, breached or still open.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct DeadlineFigures {
    /// The target.
    pub target: String,
    /// The priority, when figures are kept apart by it.
    pub priority: Option<String>,
    /// The agent, when figures are kept apart by them; nothing for what nobody has.
    pub agent: Option<String>,
    /// How many cases have the deadline.
    pub counted: u32,
    /// How many were met in time.
    pub met_in_time: u32,
    /// How many were met too late, or are late and not met.
    pub breached: u32,
    /// How many are neither met nor late.
    pub still_open: u32,
    /// The percentage met in time of those met or late, to two digits; nothing when there is none.
    pub percent: Option<Decimal>,
    /// The seconds of its time that it took to meet it, in the mean; nothing when none was met.
    pub mean_seconds: Option<i64>,
    /// The seconds that the slowest took.
    pub longest_seconds: Option<i64>,
}

/// What is counted on the way to the figures.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    in_time: u32,
    breached: u32,
    open: u32,
    met: u32,
    /// Microseconds.
    sum: i128,
    longest: i64,
}

impl DeadlinePolicy {
    /// How well deadlines were kept: a row for each target, or for each target and what figures are kept apart by.
    pub fn compliance(&self, request: &DeadlineComplianceRequest) -> Result<Vec<DeadlineFigures>> {
        request.bounded()?;
        let DeadlineComplianceRequest { cases, period, now, by } = request;
        if period.end <= period.start {
            let message = format!("`{}` is not after the start, `{}`", period.end, period.start);
            return Err(Error::new(Code::TimeReversed, "/period/end", message));
        }
        let (by_priority, by_agent) = (
            by.contains(&DeadlineGrouping::Priority),
            by.contains(&DeadlineGrouping::Agent),
        );
        let mut tallies: BTreeMap<(usize, Option<&str>, Option<&str>), Tally> = BTreeMap::new();
        let mut faults = Vec::new();
        for (index, case) in cases.iter().enumerate() {
            let within = period.start <= case.received_at && case.received_at < period.end;
            if !within || case.received_at > *now {
                continue;
            }
            let counted = self.each_standing(case, *now, |number, standing| {
                let priority = by_priority.then_some(standing.priority);
                let agent = standing.agent.filter(|_| by_agent);
                tallies.entry((number, priority, agent)).or_default().take(standing);
            });
            if let Err(error) = counted {
                let place = Pointer::root().join("cases").join(index);
                faults.extend(error.under(place.as_str()).into_reasons());
            }
        }
        Error::unless_empty(faults)?;
        let rows = tallies.into_iter().filter_map(|((number, priority, agent), tally)| {
            let target = &self.targets.get(number)?.name;
            Some(tally.figures(target, priority, agent))
        });
        Ok(rows.collect())
    }

    fn each_standing<'c>(
        &'c self,
        case: &'c DeadlineCase,
        now: Instant,
        mut take: impl FnMut(usize, &Standing<'c>),
    ) -> Result<()> {
        let mut replay = Replay::new(self, case, now)?;
        for (number, target) in self.targets.iter().enumerate() {
            if let Some(standing) = replay.standing(number, target)? {
                take(number, &standing);
            }
        }
        Ok(())
    }
}

impl Tally {
    fn take(&mut self, standing: &Standing<'_>) {
        let counter = match (standing.breached, standing.met_at) {
            (true, _) => &mut self.breached,
            (false, Some(_)) => &mut self.in_time,
            (false, None) => &mut self.open,
        };
        *counter = counter.saturating_add(1);
        if standing.met_at.is_some() {
            self.met = self.met.saturating_add(1);
            self.sum = self.sum.saturating_add(i128::from(standing.used));
            self.longest = self.longest.max(standing.used);
        }
    }

    fn figures(self, target: &str, priority: Option<&str>, agent: Option<&str>) -> DeadlineFigures {
        let settled = i128::from(self.in_time) + i128::from(self.breached);
        // Hundredths of a percent, the half up.
        let percent = (2 * 10_000 * i128::from(self.in_time) + settled).checked_div(2 * settled);
        let microseconds = i128::from(self.met) * i128::from(SECOND);
        let mean = (2 * self.sum + microseconds).checked_div(2 * microseconds);
        DeadlineFigures {
            target: target.to_owned(),
            priority: priority.map(str::to_owned),
            agent: agent.map(str::to_owned),
            counted: self.in_time.saturating_add(self.breached).saturating_add(self.open),
            met_in_time: self.in_time,
            breached: self.breached,
            still_open: self.open,
            percent: percent.and_then(|units| Decimal::from_units(units, 2)),
            mean_seconds: mean.and_then(|mean| i64::try_from(mean).ok()),
            longest_seconds: (self.met > 0).then_some(self.longest / SECOND),
        }
    }
}
