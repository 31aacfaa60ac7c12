//! What a change may not do: conditions over its facts, and what follows when they do not hold.

mod check;
#[cfg(feature = "server")]
mod compliance;
mod definition;

pub use check::{CheckPoliciesRequest, PolicyDecision, PolicyOutcome, PolicySubject, PolicyVerdict};
#[cfg(feature = "server")]
pub use compliance::{ComplianceReport, ComplianceRequest, PolicyCompliance};
pub use definition::{Policies, Policy, PolicyEffect, PolicyKind};

pub(super) use definition::CompiledPolicies;
