//! Currencies, amounts, rounding, allocation and exchange. Decimals only: no float comes in or goes out.

mod currency;
mod decimal;
#[expect(clippy::module_inception, reason = "the type people come for has the module's name")]
mod money;
mod rounding;

pub use currency::Currency;
pub use decimal::Decimal;
pub(crate) use decimal::shortened;
pub use money::Money;
pub use rounding::{Rounding, RoundingMode};
