//! What does it cost? Rate lists, seasons, occupancy, ages, discounts, taxes, and plans.

mod batch;
mod check;
mod compiled;
pub mod definition;
mod evaluate;
mod explain;
mod facts;
mod grid;
mod list;
mod price;
mod regions;
mod request;

pub use batch::{QuoteManyRequest, Quoted, Totalled};
pub use definition::RateListDefinition;
pub use explain::Explanation;
pub use grid::{Grid, GridCell, GridParty, GridRequest};
pub use list::RateList;
pub use price::{Line, LineKind, Price, TaxTotal};
pub use request::PriceRequest;
