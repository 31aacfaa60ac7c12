use std::collections::BTreeMap;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::check::outcome;
use super::{PolicyEffect, PolicyOutcome, PolicySubject};
use crate::fault::Limits;
use crate::money::shortened;
use crate::tenancy::{Tenant, TenantId};
use crate::{Code, Error, Reason, Result};

/// Which of the things there are keep the policies?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ComplianceRequest {
    /// On behalf of whom.
    pub tenant: TenantId,
    /// What there is.
    pub subjects: Vec<PolicySubject>,
}

/// Which policies are kept, and by what.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct ComplianceReport {
    /// The gravest outcome of each, by id.
    pub subjects: BTreeMap<String, PolicyOutcome>,
    /// Each policy, in the order of the definition.
    pub policies: Vec<PolicyCompliance>,
}

/// Who keeps one policy.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct PolicyCompliance {
    /// Which policy.
    pub policy: String,
    /// What follows when it is not kept.
    pub effect: PolicyEffect,
    /// How many keep it.
    pub compliant: u32,
    /// Which do not, and are told.
    pub warned: Vec<String>,
    /// Which do not, where it denies or wants approval.
    pub breached: Vec<String>,
    /// Which lack a fact it is about.
    pub unchecked: Vec<String>,
}

impl Tenant {
    /// Holds every policy against everything there is. Who lacks a fact is told as unchecked and stops nothing.
    pub fn compliance(&self, request: &ComplianceRequest) -> Result<ComplianceReport> {
        request.bounded()?;
        let _ = self.scope(&request.tenant)?;
        let mut subjects: BTreeMap<String, PolicyOutcome> = BTreeMap::new();
        let mut twice = Vec::new();
        for (index, subject) in request.subjects.iter().enumerate() {
            if subjects.insert(subject.id.clone(), PolicyOutcome::Compliant).is_some() {
                let message = format!("`{}` is there twice", shortened(&subject.id));
                twice.push(Reason::new(
                    Code::RequestConflict,
                    format!("/subjects/{index}/id"),
                    message,
                ));
            }
        }
        Error::unless_empty(twice)?;
        let mut policies = Vec::new();
        for (policy, compiled) in self.policies() {
            let mut kept = PolicyCompliance {
                policy: policy.id.clone(),
                effect: policy.effect,
                compliant: 0,
                warned: Vec::new(),
                breached: Vec::new(),
                unchecked: Vec::new(),
            };
            for subject in &request.subjects {
                let outcome = outcome(policy, compiled, subject, "").unwrap_or(PolicyOutcome::Unchecked);
                match outcome {
                    PolicyOutcome::Compliant => kept.compliant = kept.compliant.saturating_add(1),
                    PolicyOutcome::Warned => kept.warned.push(subject.id.clone()),
                    PolicyOutcome::Unchecked => kept.unchecked.push(subject.id.clone()),
                    PolicyOutcome::ApprovalNeeded | PolicyOutcome::Denied => kept.breached.push(subject.id.clone()),
                }
                if let Some(gravest) = subjects.get_mut(&subject.id) {
                    *gravest = outcome.max(*gravest);
                }
            }
            policies.push(kept);
        }
        Ok(ComplianceReport { subjects, policies })
    }
}
