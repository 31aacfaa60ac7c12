//! Currencies, amounts, rounding, allocation and exchange. Decimals only: no float comes in or goes out.

mod currency;
mod decimal;
mod rounding;

pub use currency::Currency;
pub use decimal::Decimal;
pub(crate) use decimal::shortened;
pub use rounding::{Rounding, RoundingMode};
