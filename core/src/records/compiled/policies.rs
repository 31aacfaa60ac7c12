//! What a change may not do, or is told of: policies held against the records that they are about, and asked of each that is kept.

use std::collections::BTreeSet;

use super::super::definition::{EntityCheck, PackDefinition, PackPolicy};
use super::super::reach::Record;
use super::super::reckon::{Facts, Moment, field_of};
use super::check::plain;
use super::entity::{Checked, Entity};
use super::fields;
use crate::expression::Expression;
use crate::fault::{Faults, Place, Pointer, near, shortened};
use crate::tenancy::{PolicyEffect, PolicyOutcome, PolicyVerdict};
use crate::{Code, Reason};

/// A policy of which a change is told that does not keep it.
#[derive(Clone, Debug)]
pub(in crate::records) struct Warning {
    policy: PackPolicy,
    condition: Expression,
    figure: Option<Expression>,
    limit: Option<Expression>,
}

/// Holds every policy against its entity, which keeps it: one that denies as a check, the others as a warning.
pub(super) fn compile(definition: &PackDefinition, entities: &mut [Entity], root: &Pointer, faults: &mut Faults) {
    let place = root.join("policies");
    let mut seen = BTreeSet::new();
    for (index, policy) in definition.policies.iter().enumerate() {
        let at = place.join(index);
        plain(&policy.id, "a policy", &Place::At(at.as_str()).field("id"), faults);
        if !seen.insert(policy.id.as_str()) {
            let message = format!("there are two policies `{}`", shortened(&policy.id));
            faults.add(Reason::new(Code::DefinitionConflict, at.join("id"), message));
        }
        let hint = || near(&policy.entity, definition.entities.iter().map(|own| own.name.as_str()));
        match entities.iter_mut().find(|own| own.name() == policy.entity) {
            Some(entity) => held(policy, entity, &at, faults),
            None => {
                let message = format!("there is no entity `{}`{}", shortened(&policy.entity), hint());
                faults.add(Reason::new(Code::DefinitionReference, at.join("entity"), message));
            }
        }
    }
}

fn held(policy: &PackPolicy, entity: &mut Entity, at: &Pointer, faults: &mut Faults) {
    if entity.is_platform() || entity.is_native() || entity.definition().series.is_some() {
        let message = format!(
            "`{}` are no records that a tenant changes one by one; no policy is asked of them",
            entity.plural()
        );
        return faults.add(Reason::new(Code::DefinitionConflict, at.join("entity"), message));
    }
    if let Some(name) = &policy.field
        && entity.field(name).is_none()
    {
        let message = entity.no_field(name);
        faults.add(Reason::new(Code::DefinitionReference, at.join("field"), message));
    }
    let place = Place::At(at.as_str());
    let condition = fields::asked(&policy.condition, entity, &place.field("condition"), faults);
    let mut shown = |text: &Option<String>, name: &str| {
        let text = text.as_ref()?;
        match Expression::compile(text, &entity.environment) {
            Ok(expression) => Some(expression),
            Err(error) => {
                let told = error.under(at.join(name).as_str()).into_reasons();
                told.into_iter().for_each(|reason| faults.add(reason));
                None
            }
        }
    };
    let (figure, limit) = (shown(&policy.figure, "figure"), shown(&policy.limit, "limit"));
    let Some(condition) = condition.map(|own| own.expression) else {
        return;
    };
    match policy.effect {
        PolicyEffect::Deny => entity.checks.push(Checked {
            expression: condition,
            told: EntityCheck {
                when: policy.condition.clone(),
                path: policy.field.clone(),
                message: Some(policy.message.clone()),
            },
            policy: Some(policy.id.clone()),
        }),
        PolicyEffect::Warn => {
            let warning = Warning {
                policy: policy.clone(),
                condition,
                figure,
                limit,
            };
            warning.open(entity, at, faults);
            entity.policies.push(warning);
        }
        PolicyEffect::RequireApproval => {
            let message = "nobody approves changes of records by now; say `deny` or `warn`";
            faults.add(Reason::new(Code::DefinitionConflict, at.join("effect"), message));
        }
    }
}

impl Warning {
    /// That it looks at nothing that is hidden from anybody: it stands in the history of the record, which whoever reads that reads.
    fn open(&self, entity: &Entity, at: &Pointer, faults: &mut Faults) {
        for (name, expression) in [
            ("condition", Some(&self.condition)),
            ("figure", self.figure.as_ref()),
            ("limit", self.limit.as_ref()),
        ] {
            let mut fields = expression.into_iter().flat_map(Expression::names).map(field_of);
            let is_hidden = |field: &&str| {
                let place = entity.place_of(field);
                entity.masks.iter().any(|(own, _)| Some(*own) == place)
            };
            if let Some(field) = fields.find(is_hidden) {
                let message = format!(
                    "`{field}` is hidden from some, and everybody who reads the record is told of this policy; say `deny`, or leave it out"
                );
                faults.add(Reason::new(Code::DefinitionConflict, at.join(name), message));
            }
        }
    }

    /// Whether a change is one of what it looks at.
    fn is_touched(&self, before: Option<&Record>, after: &Record) -> bool {
        let mut fields = self.condition.names().map(field_of);
        before.is_none_or(|before| fields.any(|field| before.get(field) != after.get(field)))
    }

    /// What it says of a record; nothing where it holds.
    fn verdict(&self, facts: &Facts<'_>) -> Option<PolicyVerdict> {
        const PLACE: &str = "/change";
        let outcome = match self.condition.holds_of(facts, PLACE) {
            Ok(true) => return None,
            Ok(false) => PolicyOutcome::Warned,
            Err(_) => PolicyOutcome::Unchecked,
        };
        let shown = |expression: &Option<Expression>| {
            let value = expression.as_ref()?.value_of(facts, PLACE).ok()?;
            (!value.is_null()).then_some(value)
        };
        Some(PolicyVerdict {
            policy: self.policy.id.clone(),
            kind: self.policy.kind,
            outcome,
            message: Some(self.policy.message.clone()),
            figure: shown(&self.figure),
            limit: shown(&self.limit),
        })
    }
}

/// The policies that a record does not keep by a change and that are told and stop nothing.
pub(in crate::records) fn warned(
    entity: &Entity,
    before: Option<&Record>,
    after: &Record,
    moment: &Moment,
) -> Vec<PolicyVerdict> {
    let facts = Facts {
        entity,
        record: after,
        moment,
    };
    let touched = entity.policies.iter().filter(|own| own.is_touched(before, after));
    touched.filter_map(|own| own.verdict(&facts)).collect()
}
