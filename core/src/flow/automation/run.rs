use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::definition::{Automation, AutomationAction, AutomationTrigger};
use super::walk::Walk;
use crate::Result;
use crate::fault::Limits;

/// Something happened: what is to be done?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AutomationRequest {
    /// What the occasion is known by, so that it is acted on once.
    #[schemars(extend("format" = "name"))]
    pub id: String,
    /// What happened.
    pub trigger: AutomationTrigger,
    /// The facts at that time. Those that no condition looks at may be missing.
    #[serde(default)]
    pub facts: Map<String, Value>,
    /// The ids of occasions that were acted on before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 100000), extend("format" = "reference"))]
    pub handled: Vec<String>,
}

/// What is to be done, and by which rules. Nothing was performed, so the same request is also the rehearsal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct AutomationRun {
    /// The rules that ran, in the order in which their actions are to be done.
    pub runs: Vec<AutomationRuleRun>,
    /// The rules that did not run, and why. Of what rules set off, only those that wait for it are told.
    pub skipped: Vec<AutomationSkip>,
    /// The facts as they are when everything is done.
    pub facts: Map<String, Value>,
}

/// A rule that ran.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct AutomationRuleRun {
    /// Stable for the occasion, its run and the rule: with the number of the action, the key of an outbox.
    pub key: String,
    /// The rule.
    pub rule: String,
    /// The role in whose rights its actions are done, where the rule names one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub as_role: Option<String>,
    /// What set it off.
    pub trigger: AutomationTrigger,
    /// The number of the run whose action set it off, counted from 0; the occasion itself when there is none.
    pub set_off_by: Option<u32>,
    /// What is to be done, in this order, with the values of facts filled in.
    pub actions: Vec<AutomationAction>,
}

/// A rule that did not run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct AutomationSkip {
    /// The rule.
    pub rule: String,
    /// Why.
    pub why: AutomationSkipWhy,
    /// The number of the run whose action would have set it off; the occasion itself when there is none.
    pub set_off_by: Option<u32>,
    /// The rule after which no other was to run.
    pub stopped_by: Option<String>,
}

/// Why a rule did not run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum AutomationSkipWhy {
    /// The occasion was acted on before.
    Handled,
    /// It waits for something else.
    Trigger,
    /// It is switched off.
    Disabled,
    /// A rule before it was the last to run.
    Stopped,
    /// Its condition is false.
    Condition,
}

/// Something that happened to a record: one change is an event of its machine and other values of fields at once.
pub(crate) struct Happened<'h> {
    pub(crate) id: &'h str,
    pub(crate) triggers: &'h [AutomationTrigger],
    pub(crate) facts: Map<String, Value>,
    /// What was followed when it happened: the rules that wait for that have run.
    pub(crate) followed: Option<&'h AutomationTrigger>,
}

/// What follows at once for the facts when an action sets one of them: the names of those that have become others by it.
pub(crate) type Settles<'s> = &'s mut dyn FnMut(&str, &Value, &mut Map<String, Value>) -> Vec<String>;

impl Automation {
    /// What is to be done. Rules are taken in their order, and each looks at the facts as the rules before it left them. What their
    /// actions set off comes after all of them, in the order in which it was set off, until nothing is left or
    /// `flow.automation_loop` ends it.
    pub fn run(&self, request: &AutomationRequest) -> Result<AutomationRun> {
        request.bounded()?;
        let happened = Happened {
            id: &request.id,
            triggers: std::slice::from_ref(&request.trigger),
            facts: request.facts.clone(),
            followed: None,
        };
        let mut nothing = |_: &str, _: &Value, _: &mut Map<String, Value>| Vec::new();
        let mut walk = Walk::new(self, happened, &mut nothing);
        if request.handled.contains(&request.id) {
            walk.skip_all(AutomationSkipWhy::Handled);
        } else {
            walk.follow()?;
        }
        Ok(walk.finish())
    }

    /// The same for a record, of which more follows when a field is set.
    pub(crate) fn follow(&self, happened: Happened<'_>, settles: Settles<'_>) -> Result<AutomationRun> {
        let mut walk = Walk::new(self, happened, settles);
        walk.follow()?;
        Ok(walk.finish())
    }
}
