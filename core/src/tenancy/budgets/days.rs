use std::collections::BTreeMap;

use super::DaySpend;
use crate::money::{Currency, Decimal};
use crate::time::{Day, DayRange};
use crate::{Code, Error, Reason, Result};

/// How many full days a forecast looks back at.
const LOOKED_BACK: i32 = 7;

/// What was spent on each day.
pub(super) struct Days(BTreeMap<Day, Decimal>);

/// The full days before today: what they cost together, at least and at most.
pub(super) struct FullDays {
    pub(super) count: i64,
    pub(super) sum: Decimal,
    pub(super) least: Decimal,
    pub(super) most: Decimal,
}

impl Days {
    /// Adds up the entries of each day; all that are of another currency or later than today are told.
    pub(super) fn of(spent: &[DaySpend], currency: Currency, today: Day) -> Result<Days> {
        let mut days: BTreeMap<Day, Decimal> = BTreeMap::new();
        let mut reasons = Vec::new();
        for (index, entry) in spent.iter().enumerate() {
            if entry.amount.currency != currency {
                let message = format!(
                    "`{}` cannot be added to a budget in `{currency}`; convert it first",
                    entry.amount.currency
                );
                let place = format!("/spent/{index}/amount/currency");
                reasons.push(Reason::new(Code::MoneyCurrencyMismatch, place, message));
            }
            if entry.day > today {
                let message = format!("{} is after today, {today}", entry.day);
                reasons.push(Reason::new(Code::RequestRange, format!("/spent/{index}/day"), message));
            }
            let sum = days.entry(entry.day).or_default();
            let added = sum.plus(entry.amount.amount);
            *sum = added.map_err(|error| error.under(&format!("/spent/{index}/amount/amount")))?;
        }
        Error::unless_empty(reasons).map(|()| Days(days))
    }

    pub(super) fn total(&self, range: DayRange) -> Result<Decimal> {
        let mut total = Decimal::ZERO;
        if !range.is_empty() {
            for amount in self.0.range(range.first..=range.last).map(|(_, amount)| *amount) {
                total = total.plus(amount)?;
            }
        }
        Ok(total)
    }

    /// The first day of a range at whose end more than so much was spent.
    pub(super) fn exceeds(&self, amount: Decimal, range: DayRange) -> Result<Option<Day>> {
        let mut total = Decimal::ZERO;
        for (day, spent) in self.0.range(range.first..=range.last.max(range.first)) {
            total = total.plus(*spent)?;
            if total > amount {
                return Ok(Some(*day));
            }
        }
        Ok(None)
    }

    /// The last seven days before today, or as many as there are since the first entry. A day without an entry cost nothing.
    pub(super) fn full(&self, today: Day) -> Result<Option<FullDays>> {
        let first = self.0.keys().next().copied();
        let (Some(first), Some(last)) = (first, today.plus(-1)) else {
            return Ok(None);
        };
        let range = DayRange {
            first: today.plus(-LOOKED_BACK).map_or(first, |back| back.max(first)),
            last,
        };
        if range.is_empty() {
            return Ok(None);
        }
        let of = |day: Day| self.0.get(&day).copied().unwrap_or_default();
        let least = range.days().map(of).min().unwrap_or_default();
        let most = range.days().map(of).max().unwrap_or_default();
        Ok(Some(FullDays {
            count: i64::try_from(range.len()).unwrap_or(i64::from(LOOKED_BACK)),
            sum: self.total(range)?,
            least,
            most,
        }))
    }
}
