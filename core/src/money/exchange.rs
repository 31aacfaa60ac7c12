use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::allocation::common_factor;
use super::decimal::overflow;
use super::{Currency, Decimal, Money, QuotedCurrency, RoundingMode, RoundingStep};
use crate::fault::{Limits, many};
use crate::time::Instant;
use crate::{Code, Error, Reason, Result};

/// How old a rate may be when nothing else is said: a day.
pub const DEFAULT_MAX_AGE_SECONDS: u32 = 86_400;

/// What one unit of `base` was worth in `quote`, by whom and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ExchangeRate {
    /// The currency of which there is one unit; it may have ended.
    pub base: QuotedCurrency,
    /// The currency in which its worth is told; it may have ended.
    pub quote: QuotedCurrency,
    /// The worth, above zero.
    pub rate: Decimal,
    /// When the rate held.
    pub as_of: Instant,
    /// Who said so, such as `ECB`.
    #[schemars(extend("format" = "name"))]
    pub source: String,
}

/// A table of exchange rates.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ExchangeRates {
    /// The currency through which two others are crossed; without it nothing is crossed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<Currency>,
    /// The rates. Of several for one pair the newest counts that is not after the moment asked for, of two as new the
    /// one that stands first. One in a currency that ISO 4217 does not know is not used; the others are.
    pub rates: Vec<ExchangeRate>,
}

/// How a rate was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RatePath {
    /// Both currencies are the same.
    Same,
    /// As the table has it.
    Direct,
    /// By the rate of the opposite direction.
    Inverse,
    /// Through the base of the table.
    Cross,
}

/// An amount to convert.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ConvertRequest {
    /// The amount.
    pub money: Money,
    /// Into which currency.
    pub currency: Currency,
    /// The rates that are known.
    pub rates: ExchangeRates,
    /// The moment at which the age of a rate is judged; later rates are not looked at.
    pub as_of: Instant,
    /// How old a rate may be.
    #[serde(default = "default_max_age")]
    pub max_age_seconds: u32,
    /// Whether a rate that is too old is used and marked stale, rather than refused.
    #[serde(default)]
    pub allow_stale: bool,
    /// Where a half goes.
    #[serde(default)]
    pub mode: RoundingMode,
    /// To what the answer is rounded, in the target currency.
    #[serde(default)]
    pub step: RoundingStep,
}

fn default_max_age() -> u32 {
    DEFAULT_MAX_AGE_SECONDS
}

/// A converted amount and everything it rests on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct Conversion {
    /// The amount in the target currency, rounded.
    pub money: Money,
    /// The amount that was converted.
    pub original: Money,
    /// What one unit of the original currency is worth in the target, to 18 digits. The amount itself was converted by
    /// the exact fraction that `legs` give.
    pub rate: Decimal,
    /// How the rate was found.
    pub path: RatePath,
    /// When the rate held: the time of the oldest leg.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate_as_of: Option<Instant>,
    /// Whether a leg is older than allowed.
    pub stale: bool,
    /// The rates used, in order: one, two when crossed, none between the same currency.
    pub legs: Vec<ExchangeRate>,
}

/// One step from a currency to another: the rate, and whether it is divided by.
#[derive(Clone, Copy)]
struct Leg<'t> {
    rate: &'t ExchangeRate,
    inverse: bool,
}

/// A way from one currency to another.
struct Way<'t> {
    path: RatePath,
    legs: Vec<Leg<'t>>,
}

impl Way<'_> {
    fn oldest(&self) -> Option<&ExchangeRate> {
        self.legs.iter().map(|leg| leg.rate).min_by_key(|rate| rate.as_of)
    }
}

/// What a conversion is held to, apart from the amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExchangeTerms {
    /// The moment at which the age of a rate is judged; later rates are not looked at.
    pub as_of: Instant,
    /// How old a rate may be.
    pub max_age_seconds: u32,
    /// Whether a rate that is too old is used and marked stale, rather than refused.
    pub allow_stale: bool,
    /// Where a half goes.
    pub mode: RoundingMode,
    /// To what the answer is rounded, in the target currency.
    pub step: RoundingStep,
}

/// Converts an amount by the newest rate there is, and tells which; a fresh way goes before a stale one, then a direct
/// rate before an inverse one before a cross.
pub fn convert(request: ConvertRequest) -> Result<Conversion> {
    request.bounded()?;
    request.rates.check().map_err(|error| error.under("/rates"))?;
    let terms = ExchangeTerms {
        as_of: request.as_of,
        max_age_seconds: request.max_age_seconds,
        allow_stale: request.allow_stale,
        mode: request.mode,
        step: request.step,
    };
    request.rates.convert(request.money, request.currency, terms)
}

/// How many rows that cannot be used are named in a message.
const NAMED_ROWS: usize = 3;

/// No way leads there; where the table has rows that nobody can read, they may be why.
fn missing(rates: &ExchangeRates, base: Currency, quote: Currency, as_of: Instant) -> Error {
    let mut message =
        format!("no rate leads from `{base}` to `{quote}` by {as_of}; give one, or a base to cross through");
    let unknown = || {
        rates
            .unknown()
            .map(|(place, _, code)| format!("`{code}` in rate {place}"))
    };
    let named: Vec<_> = unknown().take(NAMED_ROWS).collect();
    let count = unknown().count();
    if !named.is_empty() {
        let more = if count > named.len() {
            format!(" and {} more", count - named.len())
        } else {
            String::new()
        };
        message.push_str(&format!(
            "; not used, being no currency of ISO 4217: {}{more}",
            named.join(", ")
        ));
    }
    let reason = Reason::new(Code::MoneyRateMissing, "/rates", message);
    let reason = reason.with("base", base).with("quote", quote);
    if count == 0 {
        reason.into()
    } else {
        reason.with("unknown", count).into()
    }
}

/// A table of exchange rates to look over.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CheckRatesRequest {
    /// The table.
    pub rates: ExchangeRates,
}

/// What a table of exchange rates is worth.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct RatesChecked {
    /// How many of its rates can be used.
    pub usable: u32,
    /// Every fault, with the place of its row.
    pub faults: Vec<Reason>,
}

/// Looks a table of exchange rates over: every row that cannot be used, and why.
pub fn check_rates(request: CheckRatesRequest) -> Result<RatesChecked> {
    request.bounded()?;
    let rates = &request.rates;
    let unknown = rates.unknown().map(|(place, side, code)| {
        let message = format!("`{code}` is not a currency of ISO 4217, in use or ended");
        (
            place,
            Reason::new(
                Code::MoneyCurrencyUnknown,
                format!("/rates/rates/{place}/{side}"),
                message,
            ),
        )
    });
    let mut faults: Vec<(usize, Reason)> = unknown.collect();
    faults.extend(rates.impossible().map(|(place, mut reason)| {
        reason.path.insert_str(0, "/rates");
        (place, reason)
    }));
    faults.sort_by_key(|(place, _)| *place);
    let mut at_fault: Vec<usize> = faults.iter().map(|(place, _)| *place).collect();
    at_fault.dedup();
    Ok(RatesChecked {
        usable: u32::try_from(rates.rates.len() - at_fault.len()).unwrap_or(u32::MAX),
        faults: faults.into_iter().map(|(_, reason)| reason).collect(),
    })
}

fn too_old(rate: &ExchangeRate, age_microseconds: i64, max_age_seconds: u32) -> Error {
    let age_seconds = age_microseconds / 1_000_000;
    let message = format!(
        "the rate from `{}` to `{}` is {} old, more than the {max_age_seconds} allowed; give a newer one or allow stale rates",
        rate.base,
        rate.quote,
        many(age_seconds, "second")
    );
    Reason::new(Code::MoneyRateStale, "/rates", message)
        .with("base", &rate.base)
        .with("quote", &rate.quote)
        .with("rate_as_of", rate.as_of)
        .with("age_seconds", age_seconds)
        .with("max_age_seconds", max_age_seconds)
        .with("source", &rate.source)
        .into()
}

impl ExchangeRates {
    /// Converts an amount as [`convert`] does; a rate that [`ExchangeRates::check`] would refuse is not looked at.
    pub fn convert(&self, money: Money, currency: Currency, terms: ExchangeTerms) -> Result<Conversion> {
        let step = terms.step.size(currency)?;
        let max_age = i64::from(terms.max_age_seconds).saturating_mul(1_000_000);
        let ways = self.ways(money.currency, currency, terms.as_of);
        let age = |way: &Way<'_>| {
            let oldest = way.oldest().map(|rate| terms.as_of.microseconds_since(rate.as_of));
            oldest.unwrap_or(0)
        };
        let fresh = ways.iter().find(|way| age(way) <= max_age);
        let Some(way) = fresh.or(ways.first()) else {
            return Err(missing(self, money.currency, currency, terms.as_of));
        };
        let stale = fresh.is_none();
        if let (true, false, Some(oldest)) = (stale, terms.allow_stale, way.oldest()) {
            return Err(too_old(oldest, age(way), terms.max_age_seconds));
        }
        let converted = Fraction::of(&way.legs).and_then(|fraction| {
            let amount = fraction.apply(money.amount, step, terms.mode)?;
            Some((amount, fraction.to_eighteen_digits()?))
        });
        let (amount, rate) = converted.ok_or_else(|| overflow(money, "converted to", currency))?;
        Ok(Conversion {
            money: Money::new(amount, currency).at_minor_unit(),
            original: money,
            rate,
            path: way.path,
            rate_as_of: way.oldest().map(|rate| rate.as_of),
            stale,
            legs: way.legs.iter().map(|leg| leg.rate.clone()).collect(),
        })
    }

    /// Reports every rate that cannot be one. A currency that nobody knows is a fault of its row alone, see [`check_rates`].
    pub fn check(&self) -> Result<()> {
        Error::unless_empty(self.impossible().map(|(_, reason)| reason).collect())
    }

    /// Rates that cannot be one, with their rows.
    fn impossible(&self) -> impl Iterator<Item = (usize, Reason)> {
        self.rates.iter().enumerate().flat_map(|(place, rate)| {
            let worthless = (rate.rate <= Decimal::ZERO).then(|| {
                let message = format!("a rate must be above zero, not `{}`", rate.rate);
                Reason::new(Code::RequestRange, format!("/rates/{place}/rate"), message)
            });
            let to_itself = (rate.base == rate.quote && rate.base.is_known()).then(|| {
                let message = format!("`{}` needs no rate to itself", rate.base);
                Reason::new(Code::RequestConflict, format!("/rates/{place}/quote"), message)
            });
            worthless
                .into_iter()
                .chain(to_itself)
                .map(move |reason| (place, reason))
        })
    }

    /// Currencies that ISO 4217 does not know, with their rows and sides.
    fn unknown(&self) -> impl Iterator<Item = (usize, &'static str, &QuotedCurrency)> {
        let rows = self.rates.iter().enumerate();
        let all = rows.flat_map(|(place, rate)| [(place, "base", &rate.base), (place, "quote", &rate.quote)]);
        all.filter(|(_, _, code)| !code.is_known())
    }

    /// Every way from `base` to `quote`, the preferred first.
    fn ways(&self, base: Currency, quote: Currency, as_of: Instant) -> Vec<Way<'_>> {
        if base == quote {
            return vec![Way {
                path: RatePath::Same,
                legs: Vec::new(),
            }];
        }
        let single = |inverse: bool| self.newest(base, quote, inverse, as_of);
        let direct = single(false).map(|leg| (RatePath::Direct, vec![leg]));
        let inverse = single(true).map(|leg| (RatePath::Inverse, vec![leg]));
        let middle = self.base.filter(|middle| *middle != base && *middle != quote);
        let crossed = middle.and_then(|middle| {
            let legs = vec![self.best(base, middle, as_of)?, self.best(middle, quote, as_of)?];
            Some((RatePath::Cross, legs))
        });
        let found = [direct, inverse, crossed].into_iter().flatten();
        found.map(|(path, legs)| Way { path, legs }).collect()
    }

    /// The newer of the direct and the inverse rate, the direct one among equals.
    fn best(&self, base: Currency, quote: Currency, as_of: Instant) -> Option<Leg<'_>> {
        let direct = self.newest(base, quote, false, as_of);
        let inverse = self.newest(base, quote, true, as_of);
        match (direct, inverse) {
            (Some(direct), Some(inverse)) if inverse.rate.as_of > direct.rate.as_of => Some(inverse),
            (direct, inverse) => direct.or(inverse),
        }
    }

    fn newest(&self, base: Currency, quote: Currency, inverse: bool, as_of: Instant) -> Option<Leg<'_>> {
        let pair = if inverse { (quote, base) } else { (base, quote) };
        let known = self.rates.iter().rev();
        let fitting = known.filter(|rate| {
            rate.base == pair.0 && rate.quote == pair.1 && rate.as_of <= as_of && rate.rate > Decimal::ZERO
        });
        let newest = fitting.max_by_key(|rate| rate.as_of)?;
        Some(Leg { rate: newest, inverse })
    }
}

/// An exact rate: `over` ÷ `under`, both above zero.
struct Fraction {
    over: i128,
    under: i128,
}

impl Fraction {
    fn of(legs: &[Leg<'_>]) -> Option<Fraction> {
        let mut whole = Fraction { over: 1, under: 1 };
        for leg in legs {
            let rate = leg.rate.rate.normalized();
            let (mantissa, one) = (rate.mantissa(), 10_i128.checked_pow(rate.scale())?);
            let (over, under) = if leg.inverse { (one, mantissa) } else { (mantissa, one) };
            whole = whole.times(over, under)?;
        }
        Some(whole)
    }

    fn times(self, over: i128, under: i128) -> Option<Fraction> {
        let (a, b) = (
            common_factor(self.over, under).max(1),
            common_factor(over, self.under).max(1),
        );
        Some(Fraction {
            over: (self.over / a).checked_mul(over / b)?,
            under: (self.under / b).checked_mul(under / a)?,
        })
    }

    /// The amount at this rate, rounded once, to a multiple of the step.
    fn apply(&self, amount: Decimal, step: Decimal, mode: RoundingMode) -> Option<Decimal> {
        let amount = amount.normalized();
        let steps_per_unit = Fraction {
            over: 10_i128.checked_pow(step.scale())?,
            under: step.mantissa(),
        };
        let rate = Fraction { ..*self }.times(steps_per_unit.over, steps_per_unit.under)?;
        let size = Fraction {
            over: amount.mantissa().checked_abs()?,
            under: 10_i128.checked_pow(amount.scale())?,
        };
        let Fraction { over, under } = rate.times(size.over, size.under)?;
        let steps = mode.divide(over.checked_mul(amount.mantissa().signum())?, under);
        Decimal::from_units(steps.checked_mul(step.mantissa())?, step.scale())
    }

    /// The rate to 18 significant digits, exactly when it has no more.
    fn to_eighteen_digits(&self) -> Option<Decimal> {
        let (mut digits, mut rest) = (self.over / self.under, self.over % self.under);
        let mut scale = 0;
        while rest != 0 && scale < 28 && digits < 10_i128.pow(17) {
            let Some(next) = rest.checked_mul(10) else { break };
            digits = digits * 10 + next / self.under;
            rest = next % self.under;
            scale += 1;
        }
        if rest.saturating_mul(2) >= self.under {
            digits += 1;
        }
        Decimal::from_units(digits, scale).map(Decimal::normalized)
    }
}
