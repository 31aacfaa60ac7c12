//! When whom is written to: follow-ups, reminders, greetings.

mod check;
mod definition;
mod due;
mod occurrences;
mod plan;

pub use definition::{ContactPlanDefinition, ContactPreference, ContactPurpose, ContactRule};
pub use due::{ContactSubject, ContactSuppressedWhy, ContactsDue, ContactsDueRequest, PlannedContact};
pub use plan::ContactPlan;
