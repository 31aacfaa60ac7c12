use super::check::check;
use super::definition::DeadlinePolicyDefinition;
use crate::Result;
use crate::fault::Faults;
use crate::time::BusinessClock;

/// Deadlines, escalation and compliance by one policy, checked and compiled.
///
/// ```
/// use ratebook::flow::{DeadlinePolicy, DeadlineTrackRequest};
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let policy = DeadlinePolicy::load(serde_json::json!({}))?;
/// let request: DeadlineTrackRequest = serde_json::from_value(serde_json::json!({
///     "tracked": {"received_at": "2026-11-20T16:00:00Z", "priority": "high"},
///     "now": "2026-11-20T17:00:00Z",
/// }))?;
/// let reply = policy.track(&request)?.targets.remove(0);
/// assert_eq!(reply.target, "first_reply");
/// assert_eq!((reply.due_at.to_string().as_str(), reply.remaining_seconds), ("2026-11-20T20:00:00Z", 10_800));
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
pub struct DeadlinePolicy {
    pub(super) definition: DeadlinePolicyDefinition,
    pub(super) clock: BusinessClock,
    pub(super) targets: Vec<Target>,
    /// By name, in order: the time of each target, in microseconds.
    priorities: Vec<(String, Vec<Option<i64>>)>,
}

/// What is known of a target without looking it up.
#[derive(Clone, Debug)]
pub(super) struct Target {
    pub(super) name: String,
    met_by: Vec<String>,
    reopened_by: Vec<String>,
}

pub(super) const SECOND: i64 = 1_000_000;
pub(super) const MINUTE: i64 = 60 * SECOND;

impl DeadlinePolicy {
    pub(crate) fn checked(definition: DeadlinePolicyDefinition, mut faults: Faults) -> Result<DeadlinePolicy> {
        let definition = definition.completed();
        let clock = check(&definition, &mut faults);
        // The table has a cell for each target of each priority: it is made within their limits alone.
        faults.finish(())?;
        let mut names: Vec<&String> = definition
            .priorities
            .iter()
            .flatten()
            .flat_map(|(_, targets)| targets.keys())
            .collect();
        names.sort_unstable();
        names.dedup();
        let targets = names.iter().map(|name| {
            let own = definition.targets.get(*name);
            Target {
                name: (*name).clone(),
                met_by: own.map(|target| target.met_by.clone()).unwrap_or_default(),
                reopened_by: own.map(|target| target.reopened_by.clone()).unwrap_or_default(),
            }
        });
        let priorities = definition.priorities.iter().flatten().map(|(priority, minutes)| {
            let time = |name: &&String| minutes.get(*name).map(|minutes| i64::from(*minutes) * MINUTE);
            (priority.clone(), names.iter().map(time).collect())
        });
        let (targets, priorities) = (targets.collect(), priorities.collect());
        Ok(DeadlinePolicy {
            clock,
            targets,
            priorities,
            definition,
        })
    }

    /// What it was loaded from.
    pub fn definition(&self) -> &DeadlinePolicyDefinition {
        &self.definition
    }

    /// The time of every target by a priority, in microseconds; none when there is no such priority.
    pub(super) fn times(&self, priority: &str) -> Option<&[Option<i64>]> {
        let found = self
            .priorities
            .binary_search_by(|(name, _)| name.as_str().cmp(priority));
        self.priorities.get(found.ok()?).map(|(_, times)| times.as_slice())
    }

    pub(super) fn pauses_in(&self, state: &str) -> bool {
        self.definition.pauses_in.iter().any(|one| one == state)
    }
}

impl Target {
    pub(super) fn is_met_by(&self, state_or_event: &str) -> bool {
        self.met_by.iter().any(|one| one == state_or_event)
    }

    pub(super) fn is_reopened_by(&self, state_or_event: &str) -> bool {
        self.reopened_by.iter().any(|one| one == state_or_event)
    }
}
