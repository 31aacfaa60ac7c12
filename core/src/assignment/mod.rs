//! Who takes it: the same rules for appointments, tickets and leads.

use std::cmp::Ordering;
use std::cmp::Reverse;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::time::Instant;
use crate::{Code, Error, Reason, Result};

/// Among whom, and by which rule?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChooseRequest {
    /// Everybody, in the order of turns.
    #[schemars(length(max = 20000))]
    pub candidates: Vec<Candidate>,
    /// By which rule.
    pub strategy: AssignmentStrategy,
    /// What is needed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 200))]
    pub skills: Vec<String>,
    /// Where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<String>,
}

/// Somebody who may take it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Candidate {
    /// Who.
    pub id: String,
    /// What they can do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 200))]
    pub skills: Vec<String>,
    /// Where they work; everywhere when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 200))]
    pub areas: Vec<String>,
    /// Whether they are offline, absent or not free.
    #[serde(default)]
    pub absent: bool,
    /// How much they have to do: minutes, tickets, leads.
    #[serde(default)]
    pub load: u32,
    /// How much they can do; load is measured by it.
    #[serde(default = "one")]
    #[schemars(range(min = 1))]
    pub capacity: u32,
    /// When they got something last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_assigned_at: Option<Instant>,
    /// Among equals the higher one is chosen.
    #[serde(default)]
    pub priority: i32,
}

/// The rule by which somebody is chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AssignmentStrategy {
    /// In turns: the next one after that one who can take it, by the order of the candidates; the first when it begins.
    RoundRobin(RoundRobinTurn),
    /// The lowest load for their capacity; of equals who has waited longest.
    LeastLoaded,
    /// Of those with every skill, the one with the fewest others, so that rare skills stay free; when nobody has every skill,
    /// the least loaded.
    BestSkill,
    /// That one or nobody.
    Named(String),
}

/// Whose turn it was.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RoundRobinTurn {
    /// Who got the last one; nobody yet when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// Who takes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AssignmentChoice {
    /// Who; nobody when it has to wait.
    pub id: Option<String>,
    /// Everybody who could take it, the chosen one first.
    pub ranking: Vec<String>,
    /// Everybody who could not, and why.
    pub left_out: Vec<LeftOut>,
    /// Whether nobody had every skill, and it went by load.
    pub by_load_instead: bool,
}

/// Somebody who could not take it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LeftOut {
    /// Who.
    pub id: String,
    /// Why.
    pub why: LeftOutWhy,
}

/// Why somebody could not take it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LeftOutWhy {
    /// Offline, absent or not free.
    Absent,
    /// Without a skill that is needed.
    Skill,
    /// They work elsewhere.
    Area,
    /// Somebody else was named.
    NotNamed,
}

/// Chooses who takes it: the same candidates give the same choice.
pub fn choose(request: ChooseRequest) -> Result<AssignmentChoice> {
    let ChooseRequest {
        candidates,
        strategy,
        skills,
        area,
    } = &request;
    twice(candidates)?;
    let unfit = |candidate: &Candidate, strict: bool| {
        let named = match strategy {
            AssignmentStrategy::Named(name) => *name == candidate.id,
            _ => true,
        };
        let there = area
            .as_ref()
            .is_none_or(|area| candidate.areas.is_empty() || candidate.areas.contains(area));
        let able = !strict || skills.iter().all(|skill| candidate.skills.contains(skill));
        match (named, candidate.absent, there, able) {
            (false, ..) => Some(LeftOutWhy::NotNamed),
            (_, true, ..) => Some(LeftOutWhy::Absent),
            (_, _, false, _) => Some(LeftOutWhy::Area),
            (.., false) => Some(LeftOutWhy::Skill),
            _ => None,
        }
    };
    let fit = |strict: bool| {
        candidates
            .iter()
            .filter(|one| unfit(one, strict).is_none())
            .collect::<Vec<_>>()
    };
    let skilled = fit(true);
    let by_load_instead = *strategy == AssignmentStrategy::BestSkill && skilled.is_empty() && !fit(false).is_empty();
    let mut able = if by_load_instead { fit(false) } else { skilled };
    match strategy {
        AssignmentStrategy::RoundRobin(RoundRobinTurn { after }) => {
            let place = |id: &str| candidates.iter().position(|one| one.id == id);
            let next = after.as_deref().and_then(place).map_or(0, |last| last + 1);
            able.sort_unstable_by_key(|one| place(&one.id).map(|place| (place < next, place)));
        }
        AssignmentStrategy::BestSkill if !by_load_instead => {
            able.sort_unstable_by(|one, other| {
                one.skills
                    .len()
                    .cmp(&other.skills.len())
                    .then_with(|| one.less_loaded(other))
            });
        }
        _ => able.sort_unstable_by(|one, other| one.less_loaded(other)),
    }
    let left_out = candidates.iter().filter_map(|one| {
        let why = unfit(one, !by_load_instead)?;
        Some(LeftOut {
            id: one.id.clone(),
            why,
        })
    });
    Ok(AssignmentChoice {
        id: able.first().map(|one| one.id.clone()),
        left_out: left_out.collect(),
        ranking: able.into_iter().map(|one| one.id.clone()).collect(),
        by_load_instead,
    })
}

impl Candidate {
    /// Who comes first by load: the lower share of capacity, then who has waited longest, then the higher priority, then
    /// the id, so that no two are equal.
    fn less_loaded(&self, other: &Candidate) -> Ordering {
        let share = |one: &Candidate, by: &Candidate| u64::from(one.load) * u64::from(by.capacity.max(1));
        let rest = |one: &Candidate| (one.last_assigned_at, Reverse(one.priority));
        let by_share = share(self, other).cmp(&share(other, self));
        by_share
            .then_with(|| rest(self).cmp(&rest(other)))
            .then_with(|| self.id.cmp(&other.id))
    }
}

fn twice(candidates: &[Candidate]) -> Result<()> {
    let mut ids: Vec<&str> = candidates.iter().map(|one| one.id.as_str()).collect();
    ids.sort_unstable();
    let same = ids.iter().zip(ids.iter().skip(1)).find(|(one, other)| one == other);
    let Some((id, _)) = same else { return Ok(()) };
    let message = format!("`{}` is there twice", crate::money::shortened(id));
    Err(Error::from(Reason::new(Code::RequestConflict, "/candidates", message)))
}

fn one() -> u32 {
    1
}
