use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::{Currency, Decimal, Money, Rounding, RoundingMode};
use crate::fault::Limits;
use crate::{Code, Error, Result};

/// The step to which an amount is rounded or in which it is shared out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RoundingStep {
    /// The minor unit of ISO 4217, such as a cent.
    #[default]
    MinorUnit,
    /// What can be paid in coins: CHF 0.05, SEK 1; the minor unit where every coin of it exists.
    Cash,
    /// This much.
    Of(Decimal),
}

impl RoundingStep {
    /// How much the step is in a currency.
    pub fn size(self, currency: Currency) -> Result<Decimal> {
        let minor = || {
            let digits = currency.iso_minor_unit();
            digits.and_then(|digits| Decimal::from_units(1, digits)).ok_or_else(|| {
                let message = format!("`{currency}` has no minor unit; give a step such as {{\"of\": \"0.001\"}}");
                Error::new(Code::RequestMissing, "/step", message)
            })
        };
        match self {
            RoundingStep::MinorUnit => minor(),
            RoundingStep::Cash => currency.cash_step().map_or_else(minor, Ok),
            RoundingStep::Of(step) if step > Decimal::ZERO => Ok(step),
            RoundingStep::Of(step) => {
                let message = format!("the step must be above zero, not `{step}`");
                Err(Error::new(Code::RequestRange, "/step/of", message))
            }
        }
    }
}

/// An amount to round.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RoundRequest {
    /// The amount.
    pub money: Money,
    /// Where a half goes.
    #[serde(default)]
    pub mode: RoundingMode,
    /// To what is rounded.
    #[serde(default)]
    pub step: RoundingStep,
}

/// Rounds an amount to a step.
///
/// ```
/// use ratebook::money::{Money, RoundRequest, RoundingMode, RoundingStep, round};
/// let money = Money::new("12.325".parse()?, "CHF".parse()?);
/// let paid = round(RoundRequest::new(money).with_mode(RoundingMode::HalfUp).with_step(RoundingStep::Cash))?;
/// assert_eq!(paid.to_string(), "12.35 CHF");
/// # Ok::<(), ratebook::Error>(())
/// ```
pub fn round(request: RoundRequest) -> Result<Money> {
    request.bounded()?;
    let RoundRequest { money, mode, step } = request;
    let step = step.size(money.currency)?;
    let amount = Rounding { mode, step }
        .round(money.amount)
        .map_err(|error| error.under("/money/amount"))?;
    Ok(Money::new(amount, money.currency).at_minor_unit())
}
