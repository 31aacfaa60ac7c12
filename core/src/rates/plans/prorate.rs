use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::Plan;
use crate::fault::Limits;
use crate::money::{Currency, Decimal, Rounding};
use crate::time::{Day, DayRange, Instant, Interval, IntervalUnit, Zone};
use crate::{Code, Error, Reason, Result};

/// A change in the midst of a billing period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ProrateRequest {
    /// What happens.
    pub change: PlanChange,
    /// When.
    pub at: Instant,
    /// The zone whose days count.
    pub zone: Zone,
    /// The first day of the subscription's period 0.
    pub anchor: Day,
    /// What is counted; as the plan says when not given. The day of the change is the first of what comes after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<ProrationUnit>,
}

/// What happens to a subscription.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum PlanChange {
    /// It begins: the rest of the period is charged.
    Start,
    /// It moves to another plan, dearer or cheaper: the rest of this one is credited, the rest of the other charged.
    Switch(SwitchChange),
    /// It ends: the rest of the period is credited.
    Cancel,
    /// It rests for a while: that while is credited.
    Pause(PauseChange),
}

/// The plan to which a subscription moves.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct SwitchChange {
    /// Its price of a whole period.
    pub price: Decimal,
}

/// How long a subscription rests.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PauseChange {
    /// When it goes on, within the same period.
    pub resumes_at: Instant,
}

/// What is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ProrationUnit {
    /// Whole days.
    #[default]
    Day,
    /// Seconds of elapsed time.
    Second,
    /// Days, of which every month of the period has thirty: what it lacks its last day has too, and a 31st day has nothing.
    ThirtyDayMonths,
}

impl ProrationUnit {
    pub(super) fn is_day(&self) -> bool {
        *self == ProrationUnit::Day
    }
}

/// What a change costs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct Proration {
    /// The billing period.
    pub period: DayRange,
    /// How many days or seconds of the period lie before the change.
    pub elapsed: i64,
    /// How many the period has.
    pub whole: i64,
    /// The currency of every amount.
    pub currency: Currency,
    /// Credit and charge, each on its own.
    pub lines: Vec<ProrationLine>,
    /// The sum of the lines; below zero when the customer gets money back.
    pub total: Decimal,
}

/// A credit or a charge.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct ProrationLine {
    /// Which of the two.
    pub kind: ProrationLineKind,
    /// What people call it.
    pub label: String,
    /// The price of the whole period.
    pub full_price: Decimal,
    /// The amount, below zero for a credit.
    pub amount: Decimal,
}

/// Credit or charge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ProrationLineKind {
    /// Money back.
    Credit,
    /// Money due.
    Charge,
}

/// A billing period on the clock.
struct Clock<'r> {
    request: &'r ProrateRequest,
    by: ProrationUnit,
    interval: Interval,
    number: i32,
    period: DayRange,
    start: Instant,
    whole: i64,
    rounding: Rounding,
}

impl Plan {
    /// What a change in the midst of a period costs: credit and charge as separate lines. What was used and what is left
    /// always add up to the price of the whole period.
    pub fn prorate(&self, request: &ProrateRequest) -> Result<Proration> {
        request.bounded()?;
        let clock = self.clock(request)?;
        let elapsed = clock.elapsed(request.at, "/at")?;
        let full = self.rounding().round(self.fixed_price()?)?;
        let name = &self.definition().name;
        let mut lines = Vec::new();
        let mut line = |kind, label: String, full_price: Decimal, amount: Decimal| {
            let amount = if kind == ProrationLineKind::Credit {
                -amount
            } else {
                amount
            };
            lines.push(ProrationLine {
                kind,
                label,
                full_price,
                amount,
            });
        };
        let rest = full.minus(clock.part(full, elapsed)?)?;
        match &request.change {
            PlanChange::Start => line(ProrationLineKind::Charge, format!("rest of {name}"), full, rest),
            PlanChange::Cancel => line(ProrationLineKind::Credit, format!("unused rest of {name}"), full, rest),
            PlanChange::Switch(switch) => {
                if switch.price.is_negative() {
                    return Err(Error::new(
                        Code::RequestRange,
                        "/change/switch/price",
                        format!("a price of `{}` is below zero", switch.price),
                    ));
                }
                let other = self.rounding().round(switch.price)?;
                let other_rest = other.minus(clock.part(other, elapsed)?)?;
                line(ProrationLineKind::Credit, format!("unused rest of {name}"), full, rest);
                line(
                    ProrationLineKind::Charge,
                    "rest of the new plan".to_owned(),
                    other,
                    other_rest,
                );
            }
            PlanChange::Pause(pause) => {
                let resumed = clock.elapsed(pause.resumes_at, "/change/pause/resumes_at")?;
                if resumed < elapsed {
                    let message = format!("`{}` comes before the pause", pause.resumes_at);
                    return Err(Error::new(Code::TimeReversed, "/change/pause/resumes_at", message));
                }
                let paused = clock.part(full, resumed)?.minus(clock.part(full, elapsed)?)?;
                line(ProrationLineKind::Credit, format!("pause of {name}"), full, paused);
            }
        }
        let currency = self.definition().currency;
        let zero = Decimal::ZERO.at_scale(currency.minor_unit());
        let total = lines.iter().try_fold(zero, |sum, line| sum.plus(line.amount))?;
        Ok(Proration {
            period: clock.period,
            elapsed,
            whole: clock.whole,
            currency,
            lines,
            total,
        })
    }

    fn clock<'r>(&self, request: &'r ProrateRequest) -> Result<Clock<'r>> {
        let day = request.zone.day_of(request.at);
        let interval = self.definition().interval;
        let number = interval.number_of(request.anchor, day).filter(|number| *number >= 0);
        let before = || {
            let message = format!("{day} lies before the first period, which begins on {}", request.anchor);
            Reason::new(Code::RatesPlanPeriod, "/at", message).with("anchor", request.anchor)
        };
        let number = number.ok_or_else(before)?;
        let out_of_range = || Error::new(Code::TimeOutOfRange, "/at", "the period reaches past the year 9999");
        let period = interval.period(request.anchor, number).ok_or_else(out_of_range)?;
        let start = request.zone.start_of(period.first).ok_or_else(out_of_range)?;
        let end = period
            .last
            .next()
            .and_then(|next| request.zone.start_of(next))
            .ok_or_else(out_of_range)?;
        let by = request.by.unwrap_or(self.definition().proration);
        let whole = match by {
            ProrationUnit::Day => i64::try_from(period.len()).unwrap_or(i64::MAX),
            ProrationUnit::Second => end.seconds() - start.seconds(),
            ProrationUnit::ThirtyDayMonths if interval.is_of_months() => 30 * interval.months(),
            ProrationUnit::ThirtyDayMonths => {
                let message = "months of thirty days need a plan by the month or year";
                return Err(Error::new(Code::RequestConflict, "/by", message));
            }
        };
        Ok(Clock {
            request,
            by,
            interval,
            number,
            period,
            start,
            whole,
            rounding: self.rounding(),
        })
    }
}

impl Clock<'_> {
    /// How much of the period lies before a moment.
    fn elapsed(&self, at: Instant, path: &str) -> Result<i64> {
        let elapsed = match self.by {
            ProrationUnit::Day => i64::from(self.request.zone.day_of(at).since(self.period.first)),
            ProrationUnit::Second => at.seconds() - self.start.seconds(),
            ProrationUnit::ThirtyDayMonths => self.thirty_day_months(self.request.zone.day_of(at)),
        };
        if (0..=self.whole).contains(&elapsed) {
            return Ok(elapsed);
        }
        let message = format!("`{at}` lies outside the period {}", self.period);
        Err(Reason::new(Code::RatesPlanPeriod, path, message)
            .with("period", self.period)
            .into())
    }

    /// How many days of months of thirty lie before a day; fewer than none or more than all outside the period.
    fn thirty_day_months(&self, day: Day) -> i64 {
        // Months begin on the day that the anchor has, or on the last one where they are shorter.
        let monthly = Interval {
            unit: IntervalUnit::Month,
            count: 1,
        };
        let (anchor, months) = (self.request.anchor, self.interval.months());
        let found = || {
            let number = monthly.number_of(anchor, day)?;
            let days = i64::from(day.since(monthly.start_of(anchor, number)?));
            Some((i64::from(number) - i64::from(self.number) * months, days))
        };
        found().map_or(-1, |(month, days)| {
            30 * month + if month < months { days.min(29) } else { days }
        })
    }

    /// What the first so many days or seconds of a period cost.
    fn part(&self, full: Decimal, elapsed: i64) -> Result<Decimal> {
        let digits = self.rounding.step.scale();
        let overflow = || {
            Error::new(
                Code::MoneyOverflow,
                "",
                "the price needs more digits than an amount can hold",
            )
        };
        let units = full
            .units(digits)
            .and_then(|units| units.checked_mul(elapsed.into()))
            .ok_or_else(overflow)?;
        let part = self.rounding.mode.divide(units, self.whole.max(1).into());
        Decimal::from_units(part, digits).ok_or_else(overflow)
    }
}
