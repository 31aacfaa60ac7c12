use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use crate::fault::Limits;
use crate::money::{Currency, Decimal, Money, Rounding, RoundingMode};
use crate::time::{Day, Instant, Zone};
use crate::{Code, Error, Reason, Result};

/// A dearer plan for some hours.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct BoostRequest {
    /// The currency of every amount.
    pub currency: Currency,
    /// The monthly price of the plan as it is.
    pub current_price: Decimal,
    /// The monthly price of the plan for the boost.
    pub boosted_price: Decimal,
    /// When the boost begins.
    pub start: Instant,
    /// How many hours it lasts.
    pub hours: u32,
    /// The zone whose month counts.
    pub zone: Zone,
    /// Never less than this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum_charge: Option<Decimal>,
    /// The shortest boost.
    #[serde(default = "one")]
    pub min_hours: u32,
    /// The longest boost.
    #[serde(default = "month")]
    pub max_hours: u32,
    /// Where a half goes.
    #[serde(default)]
    pub rounding: RoundingMode,
}

/// What a boost costs, and when it ends.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct Boost {
    /// The price.
    pub price: Money,
    /// The end: the start and so many hours of elapsed time, clock changes or not.
    pub end: Instant,
    /// How many seconds the month of the start has in the zone.
    pub month_seconds: i64,
}

/// The price of a speed boost: the difference of the monthly prices by the hours' share of the month in which it begins.
pub fn boost(request: BoostRequest) -> Result<Boost> {
    request.bounded()?;
    if request.hours < request.min_hours || request.hours > request.max_hours {
        let message = format!(
            "a boost lasts {} to {} hours, not {}",
            request.min_hours, request.max_hours, request.hours
        );
        return Err(Error::new(Code::RequestRange, "/hours", message));
    }
    for (field, price) in [
        ("current_price", request.current_price),
        ("boosted_price", request.boosted_price),
    ] {
        if price.is_negative() {
            return Err(Error::new(
                Code::RequestRange,
                format!("/{field}"),
                format!("a price of `{price}` is below zero"),
            ));
        }
    }
    if request.boosted_price <= request.current_price {
        let [boosted, current] = [request.boosted_price, request.current_price];
        let message = format!(
            "a boost is to a dearer plan: {} is not above {}",
            Money::new(boosted, request.currency).at_minor_unit(),
            Money::new(current, request.currency).at_minor_unit()
        );
        let reason = Reason::new(Code::RatesBoostNotFaster, "/boosted_price", message);
        return Err(reason
            .with("current_price", request.current_price)
            .with("boosted_price", request.boosted_price)
            .into());
    }
    let month_seconds = month_seconds(&request.zone, request.start)?;
    let difference = request.boosted_price.minus(request.current_price)?;
    let digits = request.currency.minor_unit();
    let overflow = || {
        Error::new(
            Code::MoneyOverflow,
            "",
            "the price needs more digits than an amount can hold",
        )
    };
    let scale = difference.scale().max(digits);
    let over = difference
        .units(scale)
        .and_then(|units| units.checked_mul(i128::from(request.hours) * 3_600))
        .ok_or_else(overflow)?;
    let under = 10_i128
        .checked_pow(scale - digits)
        .and_then(|step| step.checked_mul(month_seconds.into()))
        .ok_or_else(overflow)?;
    let price = Decimal::from_units(request.rounding.divide(over, under), digits).ok_or_else(overflow)?;
    let minimum = request.minimum_charge.unwrap_or_default();
    let amount = Rounding::to_digits(request.rounding, digits).round(price.max(minimum))?;
    let end = request.start.plus_seconds(i64::from(request.hours) * 3_600);
    let end = end.ok_or_else(|| Error::new(Code::TimeOutOfRange, "/hours", "the boost ends past the year 9999"))?;
    Ok(Boost {
        price: Money {
            amount,
            currency: request.currency,
        },
        end,
        month_seconds,
    })
}

/// How long the month of a moment is: 743, 744 or 745 hours where clocks change.
fn month_seconds(zone: &Zone, at: Instant) -> Result<i64> {
    let (year, month, _) = zone.day_of(at).ymd();
    let bounds = || {
        let first = Day::new(year, month, 1)?;
        let next = first.plus_months(1)?;
        Some(zone.start_of(next)?.seconds() - zone.start_of(first)?.seconds())
    };
    bounds().ok_or_else(|| Error::new(Code::TimeOutOfRange, "/start", "the month reaches past the year 9999"))
}

fn one() -> u32 {
    1
}

fn month() -> u32 {
    720
}
