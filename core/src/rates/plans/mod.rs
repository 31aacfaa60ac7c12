//! Recurring and metered charges: the subscription cousin of a rate list.

mod boost;
mod charge;
mod check;
mod definition;
mod prorate;

pub use boost::{Boost, BoostRequest, boost};
pub use charge::{PlanBill, PlanLine, UsageRequest};
pub use definition::{
    Charge, ChargeModel, MeteredAmount, PackagePrice, PercentageCharge, PlanDefinition, TierPrice, TieredPrice, Timing,
    UnitConversion,
};
pub use prorate::{
    PauseChange, PlanChange, ProrateRequest, Proration, ProrationLine, ProrationLineKind, ProrationUnit, SwitchChange,
};

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use crate::fault::{Faults, Limits};
use crate::money::{Decimal, Rounding};
use crate::time::{Day, DayRange};
use crate::{Code, Error, Result};

/// A plan, checked.
#[derive(Clone, Debug)]
pub struct Plan {
    definition: PlanDefinition,
}

/// Which billing periods are wanted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PlanPeriodsRequest {
    /// The first day of the subscription, which begins period 0.
    pub anchor: Day,
    /// The number of the first period that is wanted.
    #[serde(default)]
    pub first: u32,
    /// How many periods.
    pub count: u32,
}

/// A billing period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct BillingPeriod {
    /// Its number, from 0 on.
    pub number: u32,
    /// Its days.
    pub days: DayRange,
    /// The day on which it is billed: its first one in advance, the day after its last one in arrears.
    pub billed_on: Day,
}

/// How many periods are answered at once.
const MOST_PERIODS: u32 = 1_200;

impl Plan {
    pub(crate) fn checked(definition: PlanDefinition, mut faults: Faults) -> Result<Plan> {
        check::check(&definition, &mut faults);
        Ok(Plan {
            definition: faults.finish(definition)?,
        })
    }

    /// The definition it was loaded from.
    pub fn definition(&self) -> &PlanDefinition {
        &self.definition
    }

    /// The plan's billing periods, the anchor's day kept: 31 Jan → 28 Feb → 31 Mar.
    pub fn periods(&self, request: &PlanPeriodsRequest) -> Result<Vec<BillingPeriod>> {
        request.bounded()?;
        if request.count > MOST_PERIODS {
            let message = format!("at most {MOST_PERIODS} periods are answered at once");
            return Err(Error::new(Code::RequestRange, "/count", message));
        }
        let period = |number: u32| {
            let days = self
                .definition
                .interval
                .period(request.anchor, i32::try_from(number).ok()?)?;
            let billed_on = match self.definition.timing {
                Timing::InAdvance => days.first,
                Timing::InArrears => days.last.next()?,
            };
            Some(BillingPeriod {
                number,
                days,
                billed_on,
            })
        };
        let last = request.first.saturating_add(request.count);
        let periods: Option<Vec<_>> = (request.first..last).map(period).collect();
        periods.ok_or_else(|| Error::new(Code::TimeOutOfRange, "/count", "the periods reach past the year 9999"))
    }

    fn rounding(&self) -> Rounding {
        Rounding::to_digits(self.definition.rounding, self.definition.currency.minor_unit())
    }

    /// The price of a period without any usage.
    fn fixed_price(&self) -> Result<Decimal> {
        self.charge(&UsageRequest::default()).map(|bill| bill.total)
    }
}
