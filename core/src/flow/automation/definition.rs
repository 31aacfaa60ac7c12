use std::collections::BTreeMap;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::check;
use crate::Result;
use crate::expression::{Expression, FactTypes};
use crate::fault::{Faults, Limits};

/// Rules that act when something happens.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AutomationDefinition {
    /// What the rules can look at.
    #[serde(default)]
    pub facts: FactTypes,
    /// How many runs of rules may be set off by other rules before a loop is suspected.
    #[serde(default = "most_chained")]
    #[schemars(range(min = 1, max = 1000))]
    pub max_chain: u32,
    /// The rules, in their order.
    #[schemars(length(max = 1000))]
    pub rules: Vec<AutomationRule>,
}

fn most_chained() -> u32 {
    25
}

/// What is done when something happens.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AutomationRule {
    /// What it is known by.
    #[schemars(extend("format" = "name"))]
    pub id: String,
    /// What sets it off.
    pub on: AutomationTrigger,
    /// Over the facts; always when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "text"))]
    pub when: Option<String>,
    /// What is done, in this order.
    #[schemars(length(max = 100))]
    pub actions: Vec<AutomationAction>,
    /// Whether no later rule runs for the same occasion once this one ran.
    #[serde(default)]
    pub stop: bool,
    /// Whether it runs at all.
    #[serde(default = "yes")]
    pub enabled: bool,
    /// The role in whose rights its actions are done. The rules of a pack name one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub as_role: Option<String>,
}

fn yes() -> bool {
    true
}

/// What happened, or what a rule waits for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum AutomationTrigger {
    /// An event of a machine.
    Event(AutomationEvent),
    /// A field that has another value.
    Field(AutomationField),
    /// A schedule of that name is due.
    Schedule(#[schemars(extend("format" = "name"))] String),
}

/// An event of a machine.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AutomationEvent {
    /// The machine, such as `quote`.
    #[schemars(extend("format" = "name"))]
    pub machine: String,
    /// The event, such as `send`.
    #[schemars(extend("format" = "name"))]
    pub event: String,
    /// The state that it led to; a rule without one takes any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "name"))]
    pub state: Option<String>,
}

/// A field of something.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AutomationField {
    /// Of what, such as `booking`.
    #[schemars(extend("format" = "name"))]
    pub entity: String,
    /// Which one, such as `priority`.
    #[schemars(extend("format" = "name"))]
    pub field: String,
}

/// What a rule does. Nothing is performed here: it is for the host's outbox.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum AutomationAction {
    /// Gives it to somebody.
    Assign(AutomationEffect),
    /// Tells somebody.
    Notify(AutomationEffect),
    /// Makes a task.
    CreateTask(AutomationEffect),
    /// Calls a webhook.
    CallWebhook(AutomationEffect),
    /// Has an effect of that name carried out, as a machine would name it.
    Effect(AutomationEffect),
    /// Fires an event of a machine, which may set off further rules.
    ChangeStatus(AutomationStatusChange),
    /// Gives a field a value, which may set off further rules.
    SetField(AutomationSetField),
}

/// Something for the host to do, with what it needs for that.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AutomationEffect {
    /// What the host knows it by: a team, a message, a kind of task, a webhook.
    #[schemars(extend("format" = "name"))]
    pub name: String,
    /// What it needs, by name.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub parameters: Map<String, Value>,
    /// What it needs that is a fact: the parameter and the fact's name. An answer has the facts' values in `parameters`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend("format" = "name", "valueFormat" = "name"))]
    pub from_facts: BTreeMap<String, String>,
}

/// An event of a machine that is to be fired.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AutomationStatusChange {
    /// The machine.
    #[schemars(extend("format" = "name"))]
    pub machine: String,
    /// The event.
    #[schemars(extend("format" = "name"))]
    pub event: String,
    /// The state that it leads to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "name"))]
    pub state: Option<String>,
    /// The fact that holds the state: later conditions see the new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "name"))]
    pub fact: Option<String>,
}

/// A field that is to have a value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AutomationSetField {
    /// Of what.
    #[schemars(extend("format" = "name"))]
    pub entity: String,
    /// Which one.
    #[schemars(extend("format" = "name"))]
    pub field: String,
    /// The value.
    #[serde(default, skip_serializing_if = "Value::is_null")]
    pub value: Value,
    /// The fact whose value it gets, instead of a value. An answer has the fact's value in `value`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "name"))]
    pub from_fact: Option<String>,
    /// The fact that the field is: later conditions see the new value, and the same value again is no change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "name"))]
    pub fact: Option<String>,
}

/// Rules that act when something happens, checked and compiled. They are asked what is to be done and do nothing themselves.
///
/// ```
/// use ratebook::flow::{Automation, AutomationRequest};
/// # fn main() -> ratebook::Result<()> {
/// let automation = Automation::load(serde_json::json!({
///     "facts": {"amount": "decimal"},
///     "rules": [{"id": "thank", "on": {"event": {"machine": "payment", "event": "receive"}},
///         "when": "amount > 0.00", "actions": [{"notify": {"name": "thanks"}}]}],
/// }))?;
/// let request: AutomationRequest = serde_json::from_value(serde_json::json!({
///     "id": "EV-1", "trigger": {"event": {"machine": "payment", "event": "receive"}}, "facts": {"amount": "25.00"},
/// })).unwrap_or_else(|_| unreachable!());
/// assert_eq!(automation.run(&request)?.runs[0].rule, "thank");
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
pub struct Automation {
    pub(super) rules: Vec<Rule>,
    pub(super) max_chain: u32,
}

/// A rule and its condition, compiled.
#[derive(Clone, Debug)]
pub(super) struct Rule {
    pub(super) rule: AutomationRule,
    pub(super) condition: Option<Expression>,
}

impl Automation {
    pub(crate) fn checked(definition: AutomationDefinition, mut faults: Faults) -> Result<Automation> {
        let conditions = check::check(&definition, &mut faults);
        let rules = definition.rules.into_iter().zip(conditions);
        faults.finish(Automation {
            rules: rules.map(|(rule, condition)| Rule { rule, condition }).collect(),
            max_chain: definition.max_chain,
        })
    }
}

impl Automation {
    /// Whether a rule waits for what happened, other than those that wait for what was followed already.
    pub(crate) fn waits_for(&self, happened: &AutomationTrigger, followed: Option<&AutomationTrigger>) -> bool {
        let mut rules = self.rules.iter().map(|rule| &rule.rule).filter(|rule| rule.enabled);
        rules.any(|rule| rule.on.answers(happened) && !followed.is_some_and(|followed| rule.on.answers(followed)))
    }
}

impl AutomationTrigger {
    /// Whether what happened is what a rule waits for.
    pub(super) fn answers(&self, happened: &AutomationTrigger) -> bool {
        match (self, happened) {
            (AutomationTrigger::Event(wanted), AutomationTrigger::Event(own)) => {
                let state = wanted.state.is_none() || wanted.state == own.state;
                state && wanted.machine == own.machine && wanted.event == own.event
            }
            _ => self == happened,
        }
    }
}
