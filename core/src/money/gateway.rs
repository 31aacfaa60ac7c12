use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::{Currency, Decimal, Money, Rounding, RoundingMode};
use crate::fault::Limits;
use crate::{Code, Error, Reason, Result};

/// The most units in an answer: the largest whole number that every reader of JSON keeps exactly.
pub const MAX_GATEWAY_UNITS: i64 = 9_007_199_254_740_991;

/// A payment gateway, each with its own table of units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Gateway {
    /// Whole numbers of the smallest unit, with tables of exceptions.
    Stripe,
    /// Decimal text; its own list of currencies, three of them without decimals.
    Paypal,
    /// Whole numbers of the smallest unit; the third decimal is always 0.
    Razorpay,
    /// Whole numbers of the smallest unit.
    Square,
}

/// What the money does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum GatewayUse {
    /// A customer pays, or is paid back.
    #[default]
    Charge,
    /// The gateway pays out to a bank account.
    Payout,
}

/// How a gateway counts a currency: in units of 10^-`digits`, of which it takes only multiples of `multiple`.
struct Unit {
    digits: u32,
    multiple: i128,
}

/// Stripe, "Supported currencies", section "Zero-decimal currencies"; MGA is there although ISO 4217 gives it two digits.
static STRIPE_WITHOUT_DECIMALS: &[&str] = &[
    "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF",
];

/// Stripe, section "Special cases": written with two decimals that are always 00.
static STRIPE_HUNDREDFOLD: &[&str] = &["ISK", "UGX"];

/// Stripe, section "Special cases": charged with two decimals, paid out in whole units.
static STRIPE_WHOLE_PAYOUTS: &[&str] = &["HUF", "TWD"];

/// PayPal, "Currency codes": every currency it takes.
static PAYPAL_TAKES: &[&str] = &[
    "AUD", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "EUR", "GBP", "HKD", "HUF", "ILS", "INR", "JPY", "MXN", "MYR",
    "NOK", "NZD", "PHP", "PLN", "SEK", "SGD", "THB", "TWD", "USD",
];

/// PayPal, "Currency codes": a decimal amount is an error.
static PAYPAL_WITHOUT_DECIMALS: &[&str] = &["HUF", "JPY", "TWD"];

impl Gateway {
    fn unit(self, currency: Currency, purpose: GatewayUse) -> Option<Unit> {
        let code = currency.code();
        let iso = currency.iso_minor_unit()?;
        let of = |digits, multiple| Some(Unit { digits, multiple });
        match self {
            Gateway::Stripe if STRIPE_WITHOUT_DECIMALS.contains(&code) => of(0, 1),
            Gateway::Stripe if STRIPE_HUNDREDFOLD.contains(&code) => of(2, 100),
            Gateway::Stripe if purpose == GatewayUse::Payout && STRIPE_WHOLE_PAYOUTS.contains(&code) => of(2, 100),
            // Card networks settle these to two digits, so both ask for a last digit of 0.
            Gateway::Stripe | Gateway::Razorpay if iso == 3 => of(3, 10),
            Gateway::Paypal if !PAYPAL_TAKES.contains(&code) => None,
            Gateway::Paypal if PAYPAL_WITHOUT_DECIMALS.contains(&code) => of(0, 1),
            _ => of(iso, 1),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Gateway::Stripe => "Stripe",
            Gateway::Paypal => "PayPal",
            Gateway::Razorpay => "Razorpay",
            Gateway::Square => "Square",
        }
    }

    fn unit_or_error(self, currency: Currency, purpose: GatewayUse, path: &str) -> Result<Unit> {
        self.unit(currency, purpose).ok_or_else(|| {
            let message = format!("{} does not take `{currency}`", self.name());
            Error::new(Code::MoneyGatewayCurrency, path, message)
        })
    }
}

/// An amount for a gateway.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ToGatewayRequest {
    /// The amount.
    pub money: Money,
    /// For whom.
    pub gateway: Gateway,
    /// What the money does.
    #[serde(default)]
    pub purpose: GatewayUse,
    /// How an amount finer than the gateway takes is rounded; without it such an amount is refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mode: Option<RoundingMode>,
}

/// An amount as a gateway counts it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct GatewayAmount {
    /// Whose.
    pub gateway: Gateway,
    /// The currency.
    pub currency: Currency,
    /// The whole number of the gateway's units.
    pub units: i64,
    /// The same amount with as many digits as the gateway has, for gateways that take decimal text.
    pub amount: Decimal,
}

/// Counts an amount in a gateway's units, or refuses when it is finer than these.
pub fn to_gateway(request: ToGatewayRequest) -> Result<GatewayAmount> {
    request.bounded()?;
    let ToGatewayRequest {
        money,
        gateway,
        purpose,
        mode,
    } = request;
    let Unit { digits, multiple } = gateway.unit_or_error(money.currency, purpose, "/money/currency")?;
    let refused = |message: String| Reason::new(Code::MoneyGatewayAmount, "/money/amount", message);
    let too_large = || refused(format!("`{money}` is more than {} counts", gateway.name()));
    let step = Decimal::from_units(multiple, digits).ok_or_else(too_large)?;
    let amount = match mode {
        Some(mode) => Rounding { mode, step }.round(money.amount).map_err(|_| too_large())?,
        None => money.amount,
    };
    let Some(units) = amount.units(digits).filter(|units| units % multiple == 0) else {
        let step = step.normalized();
        let message = format!(
            "{} takes `{}` in steps of {step}, not `{}`; round it first or give a mode",
            gateway.name(),
            money.currency,
            money.amount
        );
        return Err(refused(message).with("step", step).into());
    };
    let units = i64::try_from(units)
        .ok()
        .filter(|units| units.abs() <= MAX_GATEWAY_UNITS);
    let units = units.ok_or_else(too_large)?;
    Ok(GatewayAmount {
        gateway,
        currency: money.currency,
        units,
        amount: Decimal::from_units(units.into(), digits).ok_or_else(too_large)?,
    })
}

/// Units that a gateway reported.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct FromGatewayRequest {
    /// Whose.
    pub gateway: Gateway,
    /// The currency.
    pub currency: Currency,
    /// The whole number of the gateway's units.
    pub units: i64,
}

/// The amount that a gateway's units are. What a gateway reports is taken as it stands, also when it would not take it.
pub fn from_gateway(request: FromGatewayRequest) -> Result<Money> {
    request.bounded()?;
    let FromGatewayRequest {
        gateway,
        currency,
        units,
    } = request;
    // A purpose changes which multiples are taken, never how large a unit is.
    let unit = gateway.unit_or_error(currency, GatewayUse::Charge, "/currency")?;
    let counted = Some(units).filter(|units| units.unsigned_abs() <= MAX_GATEWAY_UNITS.unsigned_abs());
    let amount = counted.and_then(|units| Decimal::from_units(units.into(), unit.digits));
    let amount = amount.ok_or_else(|| {
        let message = format!("`{units}` is more than {MAX_GATEWAY_UNITS}");
        Error::new(Code::RequestRange, "/units", message)
    })?;
    Ok(Money::new(amount, currency).at_minor_unit())
}
