//! When whom is written to: follow-ups, reminders, greetings.

mod check;
mod definition;
mod due;
mod occurrences;
mod plan;

pub use definition::{Contact, ContactPlanDefinition, ContactPreference, ContactPurpose};
pub use due::{ContactSubject, ContactsDue, ContactsDueRequest, PlannedContact, SuppressedWhy};
pub use plan::ContactPlan;
