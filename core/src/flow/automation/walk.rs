//! Follows what happened through the rules, and what they set off.

use std::collections::VecDeque;

use serde_json::{Map, Value};

use super::definition::{
    Automation, AutomationAction, AutomationEffect, AutomationEvent, AutomationField, AutomationRule,
    AutomationSetField, AutomationTrigger, Rule,
};
use super::run::{AutomationRuleRun, AutomationRun, AutomationSkip, AutomationSkipWhy, Happened, Settles};
use crate::form::Pointer;
use crate::money::shortened;
use crate::{Code, Error, Reason, Result};

/// Something that happened, and the run whose action it was.
struct Occasion {
    trigger: AutomationTrigger,
    set_off_by: Option<u32>,
}

pub(super) struct Walk<'a> {
    automation: &'a Automation,
    id: &'a str,
    followed: Option<&'a AutomationTrigger>,
    facts: Map<String, Value>,
    settles: Settles<'a>,
    waiting: VecDeque<Occasion>,
    chained: u32,
    runs: Vec<AutomationRuleRun>,
    skipped: Vec<AutomationSkip>,
}

impl<'a> Walk<'a> {
    pub(super) fn new(automation: &'a Automation, happened: Happened<'a>, settles: Settles<'a>) -> Walk<'a> {
        let occasions = happened.triggers.iter().map(|trigger| Occasion {
            trigger: trigger.clone(),
            set_off_by: None,
        });
        Walk {
            automation,
            id: happened.id,
            followed: happened.followed,
            waiting: occasions.collect(),
            facts: happened.facts,
            settles,
            chained: 0,
            runs: Vec::new(),
            skipped: Vec::new(),
        }
    }

    pub(super) fn finish(self) -> AutomationRun {
        AutomationRun {
            runs: self.runs,
            skipped: self.skipped,
            facts: self.facts,
        }
    }

    pub(super) fn skip_all(&mut self, why: AutomationSkipWhy) {
        for Rule { rule, .. } in &self.automation.rules {
            self.skip(&rule.id, why, None, None);
        }
    }

    fn skip(&mut self, rule: &str, why: AutomationSkipWhy, set_off_by: Option<u32>, stopped_by: Option<&str>) {
        self.skipped.push(AutomationSkip {
            rule: rule.to_owned(),
            why,
            set_off_by,
            stopped_by: stopped_by.map(str::to_owned),
        });
    }

    /// Takes what happened, and then what that set off, until nothing is left.
    pub(super) fn follow(&mut self) -> Result<()> {
        while let Some(occasion) = self.waiting.pop_front() {
            self.happened(&occasion)?;
        }
        Ok(())
    }

    fn happened(&mut self, occasion: &Occasion) -> Result<()> {
        let mut stopped_by: Option<&'a str> = None;
        for Rule { rule, condition } in &self.automation.rules {
            let why = if !rule.on.answers(&occasion.trigger) {
                if occasion.set_off_by.is_some() {
                    continue;
                }
                Some(AutomationSkipWhy::Trigger)
            } else if self.is_followed(&rule.on, occasion) {
                Some(AutomationSkipWhy::Handled)
            } else if !rule.enabled {
                Some(AutomationSkipWhy::Disabled)
            } else if stopped_by.is_some() {
                Some(AutomationSkipWhy::Stopped)
            } else {
                let holds = condition
                    .as_ref()
                    .map(|condition| condition.holds(&self.facts, "/facts"));
                (!holds.unwrap_or(Ok(true))?).then_some(AutomationSkipWhy::Condition)
            };
            if let Some(why) = why {
                let by = stopped_by.filter(|_| why == AutomationSkipWhy::Stopped);
                self.skip(&rule.id, why, occasion.set_off_by, by);
                continue;
            }
            self.run(rule, occasion)?;
            stopped_by = rule.stop.then_some(&rule.id);
        }
        Ok(())
    }

    /// Whether a rule has run when what happened was set off.
    fn is_followed(&self, on: &AutomationTrigger, occasion: &Occasion) -> bool {
        occasion.set_off_by.is_none() && self.followed.is_some_and(|followed| on.answers(followed))
    }

    fn run(&mut self, rule: &AutomationRule, occasion: &Occasion) -> Result<()> {
        if let Some(by) = occasion.set_off_by {
            self.chained = self.chained.saturating_add(1);
            if self.chained > self.automation.max_chain {
                return Err(self.endless(&rule.id, by));
            }
        }
        let number = u32::try_from(self.runs.len()).unwrap_or(u32::MAX);
        let done: Result<Vec<_>> = rule.actions.iter().map(|action| self.done(action, number)).collect();
        self.runs.push(AutomationRuleRun {
            key: format!("{}/{number}/{}", self.id, rule.id),
            rule: rule.id.clone(),
            as_role: rule.as_role.clone(),
            trigger: occasion.trigger.clone(),
            set_off_by: occasion.set_off_by,
            actions: done?,
        });
        Ok(())
    }

    /// The action with the facts' values filled in; what it sets off waits.
    fn done(&mut self, action: &AutomationAction, number: u32) -> Result<AutomationAction> {
        Ok(match action {
            AutomationAction::Assign(effect) => AutomationAction::Assign(self.filled(effect)?),
            AutomationAction::Notify(effect) => AutomationAction::Notify(self.filled(effect)?),
            AutomationAction::CreateTask(effect) => AutomationAction::CreateTask(self.filled(effect)?),
            AutomationAction::CallWebhook(effect) => AutomationAction::CallWebhook(self.filled(effect)?),
            AutomationAction::Effect(effect) => AutomationAction::Effect(self.filled(effect)?),
            AutomationAction::ChangeStatus(change) => {
                if let (Some(fact), Some(state)) = (&change.fact, &change.state) {
                    let state = Value::from(state.as_str());
                    // What else has become another one by it, the event itself will tell.
                    let _ = (self.settles)(fact, &state, &mut self.facts);
                    self.facts.insert(fact.clone(), state);
                }
                let trigger = AutomationTrigger::Event(AutomationEvent {
                    machine: change.machine.clone(),
                    event: change.event.clone(),
                    state: change.state.clone(),
                });
                self.sets_off(trigger, number);
                action.clone()
            }
            AutomationAction::SetField(set) => AutomationAction::SetField(self.set(set, number)?),
        })
    }

    fn filled(&self, effect: &AutomationEffect) -> Result<AutomationEffect> {
        let mut parameters = effect.parameters.clone();
        for (parameter, fact) in &effect.from_facts {
            parameters.insert(parameter.clone(), self.fact(fact)?.clone());
        }
        Ok(AutomationEffect {
            name: effect.name.clone(),
            parameters,
            from_facts: Default::default(),
        })
    }

    fn set(&mut self, set: &AutomationSetField, number: u32) -> Result<AutomationSetField> {
        let value = match &set.from_fact {
            Some(fact) => self.fact(fact)?.clone(),
            None => set.value.clone(),
        };
        // The same value again is no change, so that rules that agree come to rest.
        let changed = match &set.fact {
            // No fact and nothing are the same.
            Some(fact) => {
                let before = self.facts.insert(fact.clone(), value.clone());
                before.unwrap_or(Value::Null) != value
            }
            None => true,
        };
        if changed {
            let computed = (self.settles)(&set.field, &value, &mut self.facts);
            for field in std::iter::once(set.field.clone()).chain(computed) {
                let trigger = AutomationTrigger::Field(AutomationField {
                    entity: set.entity.clone(),
                    field,
                });
                self.sets_off(trigger, number);
            }
        }
        Ok(AutomationSetField {
            value,
            from_fact: None,
            ..set.clone()
        })
    }

    fn sets_off(&mut self, trigger: AutomationTrigger, number: u32) {
        self.waiting.push_back(Occasion {
            trigger,
            set_off_by: Some(number),
        });
    }

    fn fact(&self, name: &str) -> Result<&Value> {
        self.facts.get(name).ok_or_else(|| {
            let message = format!("the fact `{}` is missing", shortened(name));
            Error::new(Code::RequestMissing, Pointer::at("/facts").join(name), message)
        })
    }

    /// One chained run too many: the cycle that it came from, or that there is none.
    fn endless(&self, rule: &str, by: u32) -> Error {
        let limit = self.automation.max_chain;
        let mut way = self.way_to(by);
        way.push(rule);
        let last = u32::try_from(self.runs.len()).unwrap_or(u32::MAX);
        let ways = std::iter::once(way).chain((0..last).rev().map(|run| self.way_to(run)));
        for way in ways {
            if let Some(cycle) = cycle_of(&way) {
                let named: Vec<_> = cycle.iter().map(|rule| format!("`{}`", shortened(rule))).collect();
                let message = format!(
                    "rules set each other off in a circle, {}; stopped after {limit} chained runs",
                    named.join(" → ")
                );
                let reason = Reason::new(Code::FlowAutomationLoop, "/trigger", message);
                return reason.with("cycle", cycle).with("limit", limit).into();
            }
        }
        let message = format!("more than {limit} runs of rules are set off by other rules");
        let reason = Reason::new(Code::FlowAutomationChain, "/trigger", message);
        reason.with("rule", rule).with("limit", limit).into()
    }

    /// The rules that led to a run, one by the other, the first one first.
    fn way_to(&self, run: u32) -> Vec<&str> {
        let mut way = Vec::new();
        let mut next = Some(run);
        while let Some(run) = next.and_then(|run| self.runs.get(usize::try_from(run).ok()?)) {
            way.push(run.rule.as_str());
            next = run.set_off_by;
        }
        way.reverse();
        way
    }
}

/// The rules between the first one that comes again and where it does.
fn cycle_of<'w>(way: &'w [&'w str]) -> Option<&'w [&'w str]> {
    way.iter().enumerate().find_map(|(first, rule)| {
        let again = way.iter().skip(first + 1).position(|other| other == rule)?;
        way.get(first..=first + again)
    })
}
