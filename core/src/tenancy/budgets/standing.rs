use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::Budget;
use super::days::{Days, FullDays};
use crate::fault::{Limits, near};
use crate::money::{Currency, Decimal, Money, Rounding, RoundingMode, shortened};
use crate::tenancy::{Tenant, TenantId};
use crate::time::{Day, DayRange, Instant};
use crate::{Code, Error, Result};

/// How does a budget stand, and who is to be told what?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct BudgetRequest {
    /// On behalf of whom.
    pub tenant: TenantId,
    /// Which budget.
    #[schemars(length(max = 100), extend("format" = "reference"))]
    pub budget: String,
    /// What was spent by day, of this month and the one before; entries of one day add up.
    pub spent: Vec<DaySpend>,
    /// What has been told already; nothing at first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<BudgetState>,
    /// The moment.
    pub now: Instant,
}

/// What was spent on a day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct DaySpend {
    /// The day, in the tenant's zone.
    pub day: Day,
    /// How much; below nothing when it came back.
    pub amount: Money,
}

/// Which thresholds have been told in a month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct BudgetState {
    /// The first day of that month.
    pub month: Day,
    /// The percentages.
    #[schemars(length(max = 1000))]
    pub told: Vec<u32>,
}

/// How a budget stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct BudgetStanding {
    /// The month.
    pub period: DayRange,
    /// What was spent in it so far.
    pub spent: Money,
    /// That in percent of the budget, to two digits and never rounded up: a threshold that is shown is reached.
    pub percent: Decimal,
    /// The thresholds to tell of now; each is told once in a month.
    pub tell: Vec<u32>,
    /// The day on which more than the budget was spent, or will be as things go.
    pub exceeded_on: Option<Day>,
    /// How the month will end; nothing before there is a full day to go by.
    pub forecast: Option<BudgetForecast>,
    /// Compared with the same days of the month before.
    pub trend: BudgetTrend,
    /// What has been told now; give it the next time.
    pub state: BudgetState,
}

/// How a month will end: what was spent, and so much more on each day after today.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct BudgetForecast {
    /// With the mean of the last seven full days.
    pub expected: Money,
    /// With the least of them.
    pub low: Money,
    /// With the most of them.
    pub high: Money,
    /// How many full days it goes by.
    pub full_days: u32,
}

/// A period beside the one before it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct BudgetTrend {
    /// What was spent in the one before.
    pub before: Money,
    /// How much more it is now.
    pub change: Money,
    /// That in percent, to two digits; no basis when nothing was spent before.
    pub percent: Option<Decimal>,
}

impl Tenant {
    /// Says how a budget stands, which thresholds are to be told now, and how the month will end.
    pub fn budget(&self, request: &BudgetRequest) -> Result<BudgetStanding> {
        request.bounded()?;
        let _ = self.scope(&request.tenant)?;
        let definition = self.definition();
        let Some(budget) = definition.budgets.iter().find(|budget| budget.id == request.budget) else {
            let hint = near(
                &request.budget,
                definition.budgets.iter().map(|budget| budget.id.as_str()),
            );
            let message = format!("there is no budget `{}`{hint}", shortened(&request.budget));
            return Err(Error::new(Code::RequestUnknown, "/budget", message));
        };
        let today = definition.settings.zone.day_of(request.now);
        let days = Days::of(&request.spent, budget.amount.currency, today)?;
        let period = month_of(today);
        let to_date = DayRange {
            first: period.first,
            last: today,
        };
        let spent = days.total(to_date)?;
        let full = days.full(today)?;
        let remaining = i64::from(period.last.since(today));
        let mut exceeded_on = days.exceeds(budget.amount.amount, to_date)?;
        if let (None, Some(full)) = (exceeded_on, &full) {
            exceeded_on = full.exceeds(budget.amount.amount.minus(spent)?, today)?;
        }
        let currency = budget.amount.currency;
        let told = budget.state(period.first, request.state.as_ref());
        let tell = budget.reached(spent, &told)?;
        let told: Vec<u32> = told.into_iter().chain(tell.iter().copied()).collect();
        Ok(BudgetStanding {
            period,
            spent: Money::new(spent, currency).at_minor_unit(),
            percent: share(spent, budget.amount.amount, RoundingMode::Down)?,
            tell,
            exceeded_on: exceeded_on.filter(|day| *day <= period.last),
            forecast: full.map(|full| full.forecast(spent, remaining, currency)).transpose()?,
            trend: trend(&days, spent, to_date, currency)?,
            state: BudgetState {
                month: period.first,
                told,
            },
        })
    }
}

impl Budget {
    /// What has been told in this month.
    fn state(&self, month: Day, state: Option<&BudgetState>) -> Vec<u32> {
        let own = state.filter(|state| state.month == month);
        own.map(|state| state.told.clone()).unwrap_or_default()
    }

    fn reached(&self, spent: Decimal, told: &[u32]) -> Result<Vec<u32>> {
        let spent = spent.times(Decimal::HUNDRED)?;
        let mut reached = Vec::new();
        for threshold in self.thresholds.iter().filter(|own| !told.contains(own)) {
            if spent >= self.amount.amount.times(i64::from(*threshold).into())? {
                reached.push(*threshold);
            }
        }
        Ok(reached)
    }
}

impl FullDays {
    fn forecast(&self, spent: Decimal, remaining: i64, currency: Currency) -> Result<BudgetForecast> {
        // Multiplied before it is divided, so that it is rounded once, to the currency's minor unit.
        let whole = spent
            .times(self.count.into())?
            .plus(self.sum.times(remaining.into())?)?;
        let digits = currency.minor_unit();
        let expected = quotient(whole, self.count.into(), digits, RoundingMode::HalfUp)?;
        let with = |daily: Decimal| -> Result<Money> {
            let amount = spent.plus(daily.times(remaining.into())?)?;
            Money::new(amount, currency).rounded(RoundingMode::HalfUp)
        };
        Ok(BudgetForecast {
            expected: Money::new(expected, currency),
            low: with(self.least)?,
            high: with(self.most)?,
            full_days: u32::try_from(self.count).unwrap_or(0),
        })
    }

    /// The first day after today at whose end more than what is left is spent with the mean of these days.
    fn exceeds(&self, left: Decimal, today: Day) -> Result<Option<Day>> {
        if self.sum <= Decimal::ZERO {
            return Ok(None);
        }
        let days = quotient(left.times(self.count.into())?, self.sum, 0, RoundingMode::Down)?;
        let days = days
            .plus(Decimal::ONE)?
            .units(0)
            .and_then(|days| i32::try_from(days).ok());
        Ok(days.and_then(|days| today.plus(days)))
    }
}

fn month_of(day: Day) -> DayRange {
    let (year, month, _) = day.ymd();
    let first = Day::new(year, month, 1).unwrap_or(day);
    // The year 9999 has an end, and nothing comes after it.
    let next = first.plus_months(1).and_then(|next| next.plus(-1));
    let last = next.unwrap_or(Day::LAST);
    DayRange { first, last }
}

fn trend(days: &Days, spent: Decimal, to_date: DayRange, currency: Currency) -> Result<BudgetTrend> {
    let before = match to_date.first.plus_months(-1) {
        Some(first) => {
            let month = month_of(first);
            let same = first.plus(to_date.last.since(to_date.first)).unwrap_or(month.last);
            days.total(DayRange {
                first,
                last: same.min(month.last),
            })?
        }
        None => Decimal::ZERO,
    };
    let change = spent.minus(before)?;
    let basis = before > Decimal::ZERO;
    let percent = basis.then(|| share(change, before, RoundingMode::HalfUp)).transpose()?;
    Ok(BudgetTrend {
        before: Money::new(before, currency).at_minor_unit(),
        change: Money::new(change, currency).at_minor_unit(),
        percent,
    })
}

/// So many percent to two digits.
fn share(part: Decimal, whole: Decimal, mode: RoundingMode) -> Result<Decimal> {
    quotient(part.times(Decimal::HUNDRED)?, whole, 2, mode)
}

/// The quotient, rounded once; the divisor is above zero.
fn quotient(dividend: Decimal, divisor: Decimal, digits: u32, mode: RoundingMode) -> Result<Decimal> {
    let scale = dividend.scale().max(divisor.scale());
    let (own, by) = (dividend.units(scale), divisor.units(scale));
    let wide = 10_i128
        .checked_pow(digits)
        .zip(own)
        .and_then(|(wide, own)| own.checked_mul(wide));
    let exact = wide.zip(by).filter(|(_, by)| *by > 0);
    let rounded = exact.and_then(|(wide, by)| Decimal::from_units(mode.divide(wide, by), digits));
    let step = Rounding::to_digits(mode, digits).step;
    rounded.ok_or_else(|| {
        let message = format!("`{dividend} ÷ {divisor}` to `{step}` needs more digits than an amount can hold");
        Error::new(Code::MoneyOverflow, "", message)
    })
}
