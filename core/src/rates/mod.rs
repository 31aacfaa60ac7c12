//! What does it cost? Rate lists, seasons, occupancy, ages, discounts, taxes, and plans.

mod check;
mod compiled;
pub mod definition;
mod evaluate;
mod facts;
mod list;
mod price;
mod regions;
mod request;

pub use definition::RateListDefinition;
pub use list::RateList;
pub use price::{Line, LineKind, Price, TaxTotal};
pub use request::PriceRequest;
