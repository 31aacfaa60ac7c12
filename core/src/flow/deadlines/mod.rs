//! By when? Deadlines in business time, derived from what happened and from nothing else: no counter is kept, so none drifts.

mod case;
mod check;
mod compliance;
mod definition;
mod policy;
mod replay;
mod track;

pub use case::{DeadlineCase, DeadlineEntry};
pub(crate) use check::business_clock;
pub use compliance::{DeadlineComplianceRequest, DeadlineFigures, DeadlineGrouping};
pub use definition::{DeadlineLevel, DeadlinePolicyDefinition, DeadlineTarget};
pub use policy::DeadlinePolicy;
pub use track::{DeadlineNotice, DeadlineStanding, DeadlineTrackRequest, TrackedDeadlines};
