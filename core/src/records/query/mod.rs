//! What is asked of the records of an entity: one plan, whoever asks and wherever it is carried out.

mod access;
mod compile;
mod filter;
mod page;
mod plan;
mod rank;
mod referring;
mod request;
mod test;
mod told;

pub(in crate::records) use access::Reader;
pub(in crate::records) use compile::{Present, incomparable};
pub use page::Kept;
pub(in crate::records) use page::{STARS, shown};
pub use plan::{Gathering, QueryPlan, SortKey, Visible};
pub use rank::{Rank, is_in_word};
pub use request::{Matched, MatchesRequest, RecordQuery};
pub use test::{Row, Sign, Test};
pub use told::{PlanField, PlanGathering, PlanRank, PlanSortKey, PlanStep, PlanStepKind, PlannedQuery};
