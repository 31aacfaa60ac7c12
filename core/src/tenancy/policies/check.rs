use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::definition::CompiledPolicy;
use super::{Policy, PolicyEffect, PolicyKind};
use crate::fault::Limits;
use crate::tenancy::{Tenant, TenantId};
use crate::{Error, Reason, Result};

/// May this change be made?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CheckPoliciesRequest {
    /// On behalf of whom.
    pub tenant: TenantId,
    /// What would be after the change.
    pub subject: PolicySubject,
}

/// Something that policies are asked about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PolicySubject {
    /// Which one.
    #[schemars(length(max = 200), extend("format" = "name"))]
    pub id: String,
    /// What is known of it; decimals and days as text.
    pub facts: Map<String, Value>,
}

/// What all policies say, and what follows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct PolicyDecision {
    /// About what.
    pub subject: String,
    /// The gravest of the verdicts.
    pub overall: PolicyOutcome,
    /// What each policy says, in the order of the definition.
    pub verdicts: Vec<PolicyVerdict>,
}

/// What one policy says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct PolicyVerdict {
    /// Which policy.
    pub policy: String,
    /// What it is about.
    pub kind: PolicyKind,
    /// What follows.
    pub outcome: PolicyOutcome,
    /// What is said when it does not hold.
    pub message: Option<String>,
    /// The figure; decimals and days as text.
    pub figure: Option<Value>,
    /// The limit.
    pub limit: Option<Value>,
}

/// What follows of a policy, or of all of them; the graver ones last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum PolicyOutcome {
    /// It holds.
    Compliant,
    /// It does not, which is told.
    Warned,
    /// A fact is missing, so nobody can say.
    Unchecked,
    /// It does not, and somebody has to approve.
    ApprovalNeeded,
    /// It does not, and the change is not made.
    Denied,
}

impl Tenant {
    /// Asks every policy about a change, and tells all verdicts at once. A fact that is missing is an error: without it
    /// nobody can say that the change may be made.
    pub fn check_policies(&self, request: &CheckPoliciesRequest) -> Result<PolicyDecision> {
        request.bounded()?;
        let _ = self.scope(&request.tenant)?;
        let subject = &request.subject;
        let mut verdicts = Vec::new();
        let mut reasons: Vec<Reason> = Vec::new();
        for (policy, compiled) in self.policies() {
            match verdict(policy, compiled, subject) {
                Ok(verdict) => verdicts.push(verdict),
                Err(error) => {
                    for reason in error.into_reasons() {
                        if !reasons.contains(&reason) {
                            reasons.push(reason);
                        }
                    }
                }
            }
        }
        Error::unless_empty(reasons)?;
        let gravest = verdicts.iter().map(|verdict| verdict.outcome).max();
        Ok(PolicyDecision {
            subject: subject.id.clone(),
            overall: gravest.unwrap_or(PolicyOutcome::Compliant),
            verdicts,
        })
    }

    pub(super) fn policies(&self) -> impl Iterator<Item = (&Policy, &CompiledPolicy)> {
        let rules = &self.definition().policies.rules;
        let compiled = self.compiled_policies().rules.iter();
        compiled.filter_map(|compiled| Some((rules.get(compiled.index)?, compiled)))
    }
}

fn verdict(policy: &Policy, compiled: &CompiledPolicy, subject: &PolicySubject) -> Result<PolicyVerdict> {
    const PLACE: &str = "/subject/facts";
    let outcome = outcome(policy, compiled, subject, PLACE)?;
    let shown = |expression: &Option<_>| -> Result<Option<Value>> {
        let expression: Option<&crate::expression::Expression> = expression.as_ref();
        expression
            .map(|expression| expression.evaluate_json(&subject.facts, PLACE))
            .transpose()
    };
    Ok(PolicyVerdict {
        policy: policy.id.clone(),
        kind: policy.kind,
        outcome,
        message: (outcome != PolicyOutcome::Compliant).then(|| policy.message.clone()),
        figure: shown(&compiled.figure)?,
        limit: shown(&compiled.limit)?,
    })
}

pub(super) fn outcome(
    policy: &Policy,
    compiled: &CompiledPolicy,
    subject: &PolicySubject,
    place: &str,
) -> Result<PolicyOutcome> {
    let held = compiled.condition.holds(&subject.facts, place)?;
    Ok(match policy.effect {
        _ if held => PolicyOutcome::Compliant,
        PolicyEffect::Warn => PolicyOutcome::Warned,
        PolicyEffect::RequireApproval => PolicyOutcome::ApprovalNeeded,
        PolicyEffect::Deny => PolicyOutcome::Denied,
    })
}
