//! What may be spent in a month, when to tell that it is nearly spent, and how the month will end.

mod days;
mod standing;

pub use standing::{BudgetForecast, BudgetRequest, BudgetStanding, BudgetState, BudgetTrend, DaySpend};

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fault::Limits;
use crate::form::{Faults, Pointer};
use crate::money::{Decimal, Money, shortened};
use crate::{Code, Reason};

/// What may be spent in a month of the tenant's zone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(deny_unknown_fields)]
pub struct Budget {
    /// What it is known by.
    #[schemars(length(max = 100))]
    pub id: String,
    /// How much.
    pub amount: Money,
    /// At which percentages of it somebody is told.
    #[serde(default = "usual")]
    #[schemars(length(max = 20))]
    pub thresholds: Vec<u32>,
}

fn usual() -> Vec<u32> {
    vec![50, 80, 100]
}

/// Checks the budgets of a definition.
pub(super) fn check(budgets: &[Budget], place: &Pointer, faults: &mut Faults) {
    let mut seen = BTreeSet::new();
    for (index, budget) in budgets.iter().enumerate() {
        let place = place.join(index);
        if !seen.insert(budget.id.as_str()) {
            let message = format!("there are two budgets `{}`", shortened(&budget.id));
            faults.add(Reason::new(Code::DefinitionConflict, place.join("id"), message));
        }
        if budget.amount.amount <= Decimal::ZERO {
            let message = format!("a budget is more than nothing, not {}", budget.amount);
            faults.add(Reason::new(Code::DefinitionRange, place.join("amount"), message));
        }
        let pairs = budget.thresholds.iter().zip(budget.thresholds.iter().skip(1));
        let rising = pairs.into_iter().all(|(one, next)| one < next);
        if !rising || !budget.thresholds.iter().all(|own| (1..=1_000).contains(own)) {
            let message = "thresholds are percentages from 1 to 1000, each above the one before";
            faults.add(Reason::new(Code::DefinitionRange, place.join("thresholds"), message));
        }
    }
}
