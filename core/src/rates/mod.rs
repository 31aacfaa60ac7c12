//! What does it cost? Rate lists, seasons, occupancy, ages, discounts, taxes, and plans.

mod batch;
mod blackouts;
pub mod cancellation;
mod check;
mod compiled;
mod converted;
pub mod definition;
mod evaluate;
mod explain;
mod facts;
#[cfg(feature = "files")]
pub mod files;
mod grid;
pub mod life;
mod list;
pub mod lists;
mod packed;
pub mod plans;
mod price;
pub mod regions;
mod request;

pub use batch::{QuoteManyRequest, Quoted, Totalled};
pub use blackouts::{
    AddBlackoutRequest, BlackoutAdded, BlackoutDay, BlackoutDaysRequest, BookedStay, RemoveBlackoutRequest,
    add_blackout, blackout_days, remove_blackout,
};
pub use cancellation::CancellationPolicy;
pub(crate) use check::check as checked;
pub use converted::{PriceIn, PriceInRequest};
pub use definition::RateListDefinition;
pub use explain::Explanation;
pub use grid::{Grid, GridCell, GridParty, GridRequest};
pub use list::RateList;
pub use lists::{RateLists, RateListsDefinition};
pub use packed::{PackRequest, Packed};
pub use plans::Plan;
pub use price::{Line, LineKind, Price, PriceSums, TaxTotal};
pub use request::PriceRequest;
