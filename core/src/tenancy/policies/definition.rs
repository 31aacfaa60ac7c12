use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use crate::Result;
use crate::expression::{Environment, Expression, FactTypes};
use crate::fault::Limits;
use crate::form::{Faults, Pointer};
use crate::tenancy::naming::Names;

/// A tenant's policies, and the facts they are about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Policies {
    /// What is known of a change, each with its type.
    #[serde(default)]
    pub facts: FactTypes,
    /// The policies.
    #[serde(default)]
    #[schemars(length(max = 500))]
    pub rules: Vec<Policy>,
}

/// One policy.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Policy {
    /// What it is known by.
    #[schemars(length(max = 100), extend("format" = "name"))]
    pub id: String,
    /// What it is about.
    pub kind: PolicyKind,
    /// What must be true, such as `storage_gb <= 500`.
    #[schemars(extend("format" = "text"))]
    pub condition: String,
    /// What follows when it is not.
    pub effect: PolicyEffect,
    /// What is said when it is not.
    #[schemars(length(max = 500), extend("format" = "text"))]
    pub message: String,
    /// The figure that is shown: a fact such as `storage_gb`, or what is computed of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "text"))]
    pub figure: Option<String>,
    /// The limit that is shown beside it, such as `500` or `plan_storage_gb`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "text"))]
    pub limit: Option<String>,
}

/// What a policy is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum PolicyKind {
    /// Size, number, storage, providers, regions.
    Resource,
    /// Encryption, access, backups.
    Security,
    /// What it may cost.
    Cost,
}

/// What follows when a policy does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum PolicyEffect {
    /// The change is not made.
    Deny,
    /// The change is made, and it is told.
    Warn,
    /// The change is made when somebody approves.
    RequireApproval,
}

/// One policy's expressions.
#[derive(Clone, Debug)]
pub(super) struct CompiledPolicy {
    /// Its place in the definition.
    pub(super) index: usize,
    pub(super) condition: Expression,
    pub(super) figure: Option<Expression>,
    pub(super) limit: Option<Expression>,
}

/// All policies, ready to be asked.
#[derive(Clone, Debug)]
pub(in crate::tenancy) struct CompiledPolicies {
    pub(super) rules: Vec<CompiledPolicy>,
}

impl CompiledPolicies {
    pub(in crate::tenancy) fn compile(policies: &Policies, place: &Pointer, faults: &mut Faults) -> CompiledPolicies {
        let environment = policies.facts.environment(&place.join("facts"), faults);
        let mut names = Names::default();
        let mut rules = Vec::with_capacity(policies.rules.len());
        for (index, policy) in policies.rules.iter().enumerate() {
            let place = place.join("rules").join(index);
            names.take_at(&policy.id, &place.join("id"), faults);
            rules.extend(policy.compile(index, &environment, &place, faults));
        }
        CompiledPolicies { rules }
    }
}

impl Policy {
    fn compile(
        &self,
        index: usize,
        environment: &Environment,
        place: &Pointer,
        faults: &mut Faults,
    ) -> Option<CompiledPolicy> {
        let mut told = |compiled: Result<Expression>, field: &str| match compiled {
            Ok(expression) => Some(expression),
            Err(error) => {
                for reason in error.under(place.join(field).as_str()).into_reasons() {
                    faults.add(reason);
                }
                None
            }
        };
        let condition = told(Expression::condition(&self.condition, environment), "condition");
        let compile = |text: &String| Expression::compile(text, environment);
        let figure = self.figure.as_ref().and_then(|text| told(compile(text), "figure"));
        let limit = self.limit.as_ref().and_then(|text| told(compile(text), "limit"));
        Some(CompiledPolicy {
            index,
            condition: condition?,
            figure,
            limit,
        })
    }
}
