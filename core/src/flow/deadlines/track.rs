use std::collections::BTreeMap;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::case::DeadlineCase;
use super::policy::{DeadlinePolicy, MINUTE};
use super::replay::{Replay, Standing};
use crate::fault::Limits;
use crate::time::Instant;
use crate::{Code, Error, Result};

/// Where does a case stand?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct DeadlineTrackRequest {
    /// The case.
    pub tracked: DeadlineCase,
    /// The present moment. What the history tells of later moments is left out, so that any moment can be asked for.
    pub now: Instant,
}

/// Where a case stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct TrackedDeadlines {
    /// Every target that the case's priority has a deadline for, by name.
    pub targets: Vec<DeadlineStanding>,
}

/// Where a target stands. All seconds are those in which its time ran: of business, and not paused.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct DeadlineStanding {
    /// Its name.
    pub target: String,
    /// The priority that it is measured by: the present one, or that of the moment at which it was met.
    pub priority: String,
    /// When it is due, or was: by the pauses so far, and when it is paused as if time ran again now.
    pub due_at: Instant,
    /// The seconds that are left; none when it is late.
    pub remaining_seconds: i64,
    /// The seconds that it is late by, or was when it was met; nothing when it is in time.
    pub breached_by_seconds: Option<i64>,
    /// When it was met.
    pub met_at: Option<Instant>,
    /// The seconds that it took.
    pub met_in_seconds: Option<i64>,
    /// Whether its time stands still.
    pub paused: bool,
    /// The warnings reached, by percentage.
    pub warnings: Vec<DeadlineNotice>,
    /// The levels of escalation reached, from 1.
    pub levels: Vec<DeadlineNotice>,
}

/// A warning or a level of escalation that was reached.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct DeadlineNotice {
    /// The percentage of a warning; the number of a level, from 1.
    pub number: u32,
    /// Who is told, of a level.
    pub name: Option<String>,
    /// When it was reached.
    pub at: Instant,
    /// Whether it has not been told yet.
    pub due: bool,
}

impl DeadlinePolicy {
    /// Where a case stands: every deadline, what is left of it, and who has to be told.
    pub fn track(&self, request: &DeadlineTrackRequest) -> Result<TrackedDeadlines> {
        request.bounded()?;
        let DeadlineTrackRequest { tracked, now } = request;
        if *now < tracked.received_at {
            let message = format!("`{now}` is before the case was received, at `{}`", tracked.received_at);
            return Err(Error::new(Code::TimeReversed, "/now", message));
        }
        let within = |error: Error| error.under("/tracked");
        let mut replay = Replay::new(self, tracked, *now).map_err(within)?;
        let mut targets = Vec::with_capacity(self.targets.len());
        for (number, target) in self.targets.iter().enumerate() {
            if let Some(standing) = replay.standing(number, target).map_err(within)? {
                targets.push(self.told(&target.name, &replay, &standing, tracked).map_err(within)?);
            }
        }
        Ok(TrackedDeadlines { targets })
    }

    /// When a target of a case is due, or was: all that [`DeadlinePolicy::track`] tells of it but this costs more. Nothing when there is
    /// no such target, or the case's priority has no deadline for it.
    pub fn due_at(&self, case: &DeadlineCase, target: &str, now: Instant) -> Result<Option<Instant>> {
        let Some((number, target)) = self.targets.iter().enumerate().find(|(_, one)| one.name == target) else {
            return Ok(None);
        };
        let standing = Replay::new(self, case, now)?.standing(number, target)?;
        Ok(standing.map(|standing| standing.due_at))
    }

    fn told(
        &self,
        target: &str,
        replay: &Replay<'_>,
        standing: &Standing<'_>,
        case: &DeadlineCase,
    ) -> Result<DeadlineStanding> {
        let told = |list: &BTreeMap<String, Vec<u32>>, number: u32| {
            list.get(target).is_some_and(|numbers| numbers.contains(&number))
        };
        let mut warnings = Vec::new();
        for percent in &self.definition.warn_at_percent {
            // Whole minutes of microseconds: a hundredth of them is exact.
            let time = standing.allowed / 100 * i64::from(*percent);
            if time <= standing.used {
                warnings.push(DeadlineNotice {
                    number: *percent,
                    name: None,
                    at: replay.moment(standing, time)?,
                    due: standing.met_at.is_none() && !told(&case.warned, *percent),
                });
            }
        }
        let mut levels = Vec::new();
        let reached = self
            .definition
            .escalation
            .iter()
            .flatten()
            .zip(1_u32..)
            .filter(|_| standing.breached);
        for (level, number) in reached {
            let time = standing.allowed + i64::from(level.after_minutes) * MINUTE;
            if time <= standing.used {
                levels.push(DeadlineNotice {
                    number,
                    name: Some(level.name.clone()),
                    at: replay.moment(standing, time)?,
                    due: standing.met_at.is_none() && !told(&case.escalated, number),
                });
            }
        }
        Ok(DeadlineStanding {
            target: target.to_owned(),
            priority: standing.priority.to_owned(),
            due_at: standing.due_at,
            remaining_seconds: standing.remaining_seconds(),
            breached_by_seconds: standing.breached_by_seconds(),
            met_at: standing.met_at,
            met_in_seconds: standing.met_in_seconds(),
            paused: standing.paused,
            warnings,
            levels,
        })
    }
}
