use std::cmp::Ordering;
use std::fmt;
use std::ops::Neg;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::{Currency, Decimal, Rounding, RoundingMode};
use crate::fault::Limits;
use crate::{Code, Error, Reason, Result};

/// An amount in a currency. Two currencies never mix: that is an error, not a conversion.
///
/// ```
/// use ratebook::money::Money;
/// let room = Money::new("124.50".parse()?, "EUR".parse()?);
/// let tax = Money::new("12.45".parse()?, "EUR".parse()?);
/// assert_eq!(room.plus(tax)?.to_string(), "136.95 EUR");
/// # Ok::<(), ratebook::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(deny_unknown_fields)]
pub struct Money {
    /// How much.
    pub amount: Decimal,
    /// Of what.
    pub currency: Currency,
}

impl Money {
    /// So much of a currency.
    pub fn new(amount: Decimal, currency: Currency) -> Money {
        Money { amount, currency }
    }

    /// Nothing, written with the currency's digits: 0.00 EUR, 0 JPY.
    pub fn zero(currency: Currency) -> Money {
        Money::new(Decimal::ZERO, currency).at_minor_unit()
    }

    /// The sum of two amounts of one currency.
    pub fn plus(self, other: Money) -> Result<Money> {
        self.same_currency(other)?;
        Ok(Money::new(self.amount.plus(other.amount)?, self.currency))
    }

    /// The difference of two amounts of one currency.
    pub fn minus(self, other: Money) -> Result<Money> {
        self.plus(-other)
    }

    /// So many times the amount, exactly.
    pub fn times(self, factor: Decimal) -> Result<Money> {
        Ok(Money::new(self.amount.times(factor)?, self.currency))
    }

    /// Which of two amounts of one currency is more.
    pub fn compare(self, other: Money) -> Result<Ordering> {
        self.same_currency(other)?;
        Ok(self.amount.cmp(&other.amount))
    }

    /// The amount rounded to the currency's minor unit.
    pub fn rounded(self, mode: RoundingMode) -> Result<Money> {
        let rounding = Rounding::to_digits(mode, self.currency.minor_unit());
        Ok(Money::new(rounding.round(self.amount)?, self.currency))
    }

    /// The same amount written with the currency's digits; with as few as it takes when it is finer than that.
    #[must_use]
    pub fn at_minor_unit(self) -> Money {
        let digits = self.currency.iso_minor_unit().unwrap_or(0);
        let amount = self.amount.normalized();
        let scale = digits.max(amount.scale());
        Money::new(amount.at_scale(scale), self.currency)
    }

    fn same_currency(self, other: Money) -> Result<()> {
        if self.currency == other.currency {
            return Ok(());
        }
        Err(mismatch("", other.currency, self.currency).into())
    }
}

/// What is said when `found` came where `expected` was counted.
pub(super) fn mismatch(path: impl Into<String>, found: Currency, expected: Currency) -> Reason {
    let message = format!("`{found}` does not mix with `{expected}`; convert it first");
    Reason::new(Code::MoneyCurrencyMismatch, path, message)
        .with("currency", found)
        .with("expected", expected)
}

impl Neg for Money {
    type Output = Money;
    fn neg(self) -> Money {
        Money::new(-self.amount, self.currency)
    }
}

impl fmt::Display for Money {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} {}", self.amount, self.currency)
    }
}

/// Amounts to add up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct SumRequest {
    /// The amounts, all of one currency.
    pub amounts: Vec<Money>,
    /// The currency of the sum; that of the first amount when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<Currency>,
}

/// Adds amounts of one currency up, exactly; every amount of another currency is reported.
pub fn sum(request: SumRequest) -> Result<Money> {
    request.bounded()?;
    let SumRequest { amounts, currency } = request;
    let Some(currency) = currency.or(amounts.first().map(|first| first.currency)) else {
        let message = "the sum of no amounts needs a currency";
        return Err(Error::new(Code::RequestMissing, "/currency", message));
    };
    let strangers = amounts
        .iter()
        .enumerate()
        .filter(|(_, money)| money.currency != currency)
        .map(|(place, money)| mismatch(format!("/amounts/{place}/currency"), money.currency, currency));
    Error::unless_empty(strangers.collect())?;
    let mut total = Decimal::ZERO;
    for (place, money) in amounts.iter().enumerate() {
        let added = total.plus(money.amount);
        total = added.map_err(|error| error.under(&format!("/amounts/{place}/amount")))?;
    }
    Ok(Money::new(total, currency).at_minor_unit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn money(amount: &str, currency: &str) -> Money {
        Money::new(amount.parse().unwrap(), currency.parse().unwrap())
    }

    #[test]
    fn currencies_do_not_mix() {
        let error = money("1", "EUR").plus(money("1", "USD")).unwrap_err();
        assert_eq!(error.code(), Code::MoneyCurrencyMismatch);
        assert!(money("1", "EUR").compare(money("2", "USD")).is_err());
        assert_eq!(
            money("1.0", "EUR").compare(money("1.00", "EUR")).unwrap(),
            Ordering::Equal
        );
        assert_eq!(money("3", "EUR").minus(money("5", "EUR")).unwrap(), money("-2", "EUR"));
    }

    #[test]
    fn digits_follow_the_currency_and_none_is_lost() {
        let texts = [
            ("1.5", "EUR", "1.50 EUR"),
            ("1.500", "JPY", "1.5 JPY"),
            ("2.00", "JPY", "2 JPY"),
            ("1.5", "KWD", "1.500 KWD"),
            ("1.23450", "EUR", "1.2345 EUR"),
            ("0.1230", "XAU", "0.123 XAU"),
        ];
        for (amount, currency, written) in texts {
            assert_eq!(money(amount, currency).at_minor_unit().to_string(), written);
        }
        assert_eq!(Money::zero("KWD".parse().unwrap()).to_string(), "0.000 KWD");
    }

    #[test]
    fn products_are_exact_and_rounded_only_when_asked() {
        let product = money("19.99", "EUR").times("0.075".parse().unwrap()).unwrap();
        assert_eq!(product.to_string(), "1.49925 EUR");
        assert_eq!(product.rounded(RoundingMode::HalfUp).unwrap().to_string(), "1.50 EUR");
    }
}
