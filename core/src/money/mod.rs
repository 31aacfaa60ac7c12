//! Currencies, amounts, rounding, allocation and exchange. Decimals only: no float comes in or goes out.

mod allocation;
mod currency;
mod decimal;
mod digits;
mod exact;
mod exchange;
mod facts;
mod gateway;
mod iso4217;
mod locale;
#[expect(clippy::module_inception, reason = "the type people come for has the module's name")]
mod money;
mod quoted;
mod rounding;
mod step;
mod text;
mod whole;
mod written;

pub(crate) use crate::fault::shortened;
pub use allocation::{AllocateRequest, AllocationMethod, MAX_SHARES, Shares, allocate};
pub use currency::Currency;
pub use decimal::Decimal;
pub use exchange::{
    CheckRatesRequest, Conversion, ConvertRequest, DEFAULT_MAX_AGE_SECONDS, ExchangeRate, ExchangeRates, ExchangeTerms,
    RatePath, RatesChecked, check_rates, convert,
};
pub use facts::{CurrenciesRequest, CurrencyFacts, CurrencyRequest, currencies, currency};
pub use gateway::{
    FromGatewayRequest, Gateway, GatewayAmount, GatewayUse, MAX_GATEWAY_UNITS, ToGatewayRequest, from_gateway,
    to_gateway,
};
pub use locale::Locale;
pub use money::{Money, SumRequest, sum};
pub use quoted::QuotedCurrency;
pub use rounding::{Rounding, RoundingMode};
pub use step::{RoundRequest, RoundingStep, round};
pub(crate) use text::whole_number;
pub use text::{CurrencyMark, FormatRequest, ParseRequest, WrittenDigits, format, parse, write_number};
pub(crate) use whole::{Overflow, Reciprocal, Whole};
