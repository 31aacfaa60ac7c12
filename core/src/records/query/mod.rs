//! What is asked of the records of an entity: one plan, whoever asks and wherever it is carried out.

mod access;
mod compile;
mod filter;
mod order;
mod page;
mod plan;
mod rank;
mod referring;
mod request;
mod search;
mod test;
mod told;

pub use crate::tenancy::access::STARS;
pub(in crate::records) use access::Reader;
pub(in crate::records) use compile::{Present, incomparable};
pub(in crate::records) use filter::{compared, filters};
pub use page::Kept;
pub(in crate::records) use page::shown;
pub use plan::{Gathering, QueryPlan, SortKey, Visible};
pub use rank::{Rank, is_in_word};
pub use request::{Matched, MatchesRequest, RecordQuery};
pub use test::{Row, Sign, Test};
pub(in crate::records) use told::told;
pub use told::{PlanField, PlanGathering, PlanRank, PlanSortKey, PlanStep, PlanStepKind, PlannedQuery};
