//! Who takes it: the same rules for appointments, tickets and leads.

mod choose;
mod hours;

pub use choose::{choose, pick};

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use crate::fault::Limits;
use crate::time::{Instant, OpeningHours, Zone};

/// Among whom, and by which rule?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ChooseRequest {
    /// Everybody, in the order of turns.
    #[schemars(length(max = 20000))]
    pub candidates: Vec<Candidate>,
    /// By which rule.
    pub strategy: AssignmentStrategy,
    /// What is needed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 200), extend("format" = "reference"))]
    pub skills: Vec<String>,
    /// Where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub area: Option<String>,
    /// Who had this customer before: they get it when they can take it, whatever the rule.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub stays_with: Option<String>,
    /// The present moment; needed where a candidate has hours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub now: Option<Instant>,
}

/// Somebody who may take it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Candidate {
    /// Who.
    #[schemars(extend("format" = "name"))]
    pub id: String,
    /// What they can do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 200), extend("format" = "name"))]
    pub skills: Vec<String>,
    /// Where they work; everywhere when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 200), extend("format" = "name"))]
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
    /// With that load or more they get nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// When they work; always when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<OpeningHours>,
    /// Whose clock their hours go by; needed where there are hours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<Zone>,
    /// When they got something last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_assigned_at: Option<Instant>,
    /// Among equals the higher one is chosen.
    #[serde(default)]
    pub priority: i32,
}

/// The rule by which somebody is chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum AssignmentStrategy {
    /// In turns: the next one after that one who can take it, by the order of the candidates; the first when it begins.
    RoundRobin(RoundRobinTurn),
    /// The lowest load for their capacity; of equals who has waited longest.
    LeastLoaded,
    /// Of those with every skill, the one with the fewest others, so that rare skills stay free; when nobody has every skill,
    /// the least loaded.
    BestSkill,
    /// That one or nobody.
    Named(#[schemars(extend("format" = "reference"))] String),
}

/// Whose turn it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RoundRobinTurn {
    /// Who got the last one; nobody yet when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub after: Option<String>,
    /// Who got the ones before, the latest first: where the last one has left, turns go on after the first of these who has not.
    /// When all of them have left, they go on after the one of the candidates who got something last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 100), extend("format" = "reference"))]
    pub earlier: Vec<String>,
}

/// Who takes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct AssignmentChoice {
    /// Who; nobody when it has to wait.
    pub id: Option<String>,
    /// Everybody who could take it, the chosen one first.
    pub ranking: Vec<String>,
    /// Everybody who could not, and why.
    pub left_out: Vec<LeftOut>,
    /// Whether nobody had every skill, and it went by load.
    pub by_load_instead: bool,
    /// Whether it stays with who had this customer before.
    pub stayed: bool,
    /// Whose turn it was, for the next time; nothing when it does not go in turns. What stays with somebody is nobody's turn.
    pub turn: Option<RoundRobinTurn>,
}

/// Somebody who could not take it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct LeftOut {
    /// Who.
    pub id: String,
    /// Why.
    pub why: LeftOutWhy,
    /// The skills that they lack.
    pub lacks: Vec<String>,
}

/// Why somebody could not take it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum LeftOutWhy {
    /// Offline, absent or not free.
    Absent,
    /// Outside of their hours.
    OutsideHours,
    /// With as much to do as they may have.
    AtLimit,
    /// Without a skill that is needed.
    Skill,
    /// They work elsewhere.
    Area,
    /// Somebody else was named.
    NotNamed,
}

fn one() -> u32 {
    1
}
