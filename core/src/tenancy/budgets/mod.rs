//! What may be spent in a month, when to tell that it is nearly spent, and how the month will end.

#[cfg(feature = "server")]
mod days;
#[cfg(feature = "server")]
mod standing;

#[cfg(feature = "server")]
pub use standing::{BudgetForecast, BudgetRequest, BudgetStanding, BudgetState, BudgetTrend, DaySpend};

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::naming::Names;
use crate::fault::Limits;
use crate::form::{Faults, Pointer};
use crate::money::{Decimal, Money};
use crate::{Code, Reason};

/// What may be spent in a month of the tenant's zone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Budget {
    /// What it is known by.
    #[schemars(length(max = 100), extend("format" = "name"))]
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
    let mut names = Names::default();
    for (index, budget) in budgets.iter().enumerate() {
        let place = place.join(index);
        names.take_at(&budget.id, &place.join("id"), faults);
        if budget.amount.amount <= Decimal::ZERO {
            let message = format!("a budget must be more than 0, not {}", budget.amount);
            faults.add(Reason::new(Code::DefinitionRange, place.join("amount"), message));
        }
        let pairs = budget.thresholds.iter().zip(budget.thresholds.iter().skip(1));
        let rising = pairs.into_iter().all(|(one, next)| one < next);
        if !rising || !budget.thresholds.iter().all(|own| (1..=1_000).contains(own)) {
            let message = "thresholds are percentages from 1 to 1000 in ascending order";
            faults.add(Reason::new(Code::DefinitionRange, place.join("thresholds"), message));
        }
    }
}
