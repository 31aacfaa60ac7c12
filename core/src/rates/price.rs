use std::sync::Arc;

use crate::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fault::Limits;
use crate::money::{Currency, Decimal};
use crate::time::{Day, Instant};

/// A price, explained: its lines always add up to the total exactly. Of what is given back, all but the price of one has the
/// other sign.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct Price {
    /// The code of the list that made it.
    pub list_code: Option<Arc<str>>,
    /// The version of the list that made it.
    pub list_version: u32,
    /// The currency of every amount.
    pub currency: Currency,
    /// Every line, in the order of evaluation.
    pub lines: Vec<Line>,
    /// Units, children and supplements.
    pub subtotal: Decimal,
    /// What came off: not above zero, or below it for what is given back.
    pub discounts: Decimal,
    /// The fees.
    pub fees: Decimal,
    /// The taxes by name, inclusive ones too.
    pub taxes: Vec<TaxTotal>,
    /// The total without any tax.
    pub net: Decimal,
    /// What is to be paid; below zero a credit.
    pub total: Decimal,
    /// The moment as of which it was priced, as the request said.
    pub priced_at: Option<Instant>,
}

/// The sums of a price, without its lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PriceSums {
    /// The currency of every amount.
    pub currency: Currency,
    /// Units, children and supplements.
    pub subtotal: Decimal,
    /// What came off, not above zero.
    pub discounts: Decimal,
    /// The fees.
    pub fees: Decimal,
    /// Every tax, inclusive ones too.
    pub tax: Decimal,
    /// The total without any tax.
    pub net: Decimal,
    /// What is to be paid.
    pub total: Decimal,
}

impl Price {
    /// What it costs, given back.
    pub(super) fn given_back(mut self) -> Price {
        for line in &mut self.lines {
            line.quantity = line.quantity.opposite();
            line.amount = line.amount.opposite();
        }
        for tax in &mut self.taxes {
            tax.base = tax.base.opposite();
            tax.amount = tax.amount.opposite();
        }
        let sums = [
            &mut self.subtotal,
            &mut self.discounts,
            &mut self.fees,
            &mut self.net,
            &mut self.total,
        ];
        sums.into_iter().for_each(|sum| *sum = sum.opposite());
        self
    }
}

impl PriceSums {
    /// What it costs, given back.
    pub(super) fn given_back(self) -> PriceSums {
        PriceSums {
            currency: self.currency,
            subtotal: self.subtotal.opposite(),
            discounts: self.discounts.opposite(),
            fees: self.fees.opposite(),
            tax: self.tax.opposite(),
            net: self.net.opposite(),
            total: self.total.opposite(),
        }
    }
}

/// One line of a price.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct Line {
    /// What it is for.
    pub kind: LineKind,
    /// What people call it.
    pub label: Arc<str>,
    /// The rule that made it, as a JSON pointer into the list's definition.
    pub rule: Arc<str>,
    /// The night or day it is for; none when it is for all of them.
    pub day: Option<Day>,
    /// How many.
    pub quantity: Decimal,
    /// What one of them costs.
    pub unit_amount: Decimal,
    /// What they cost together.
    pub amount: Decimal,
    /// The tax category, when the rule has one.
    pub tax_category: Option<Arc<str>>,
}

/// What a line is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum LineKind {
    /// A unit: a night of a room, a day of a vehicle, a piece.
    Unit,
    /// An adult beyond those the unit's price includes.
    ExtraAdult,
    /// A child.
    Child,
    /// Hours in one window, or a block of hours.
    Hours,
    /// What brings the hours up to the minimum charge.
    Minimum,
    /// A supplement that everyone pays.
    Supplement,
    /// A supplement that was chosen.
    Extra,
    /// A discount.
    Discount,
    /// A fee.
    Fee,
    /// A tax that is added.
    Tax,
    /// The difference that rounding the total made.
    Rounding,
}

/// One tax of a price.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct TaxTotal {
    /// Its name.
    pub name: Arc<str>,
    /// Its percent, when it is one.
    pub percent: Option<Decimal>,
    /// What it is taken of, without the tax itself.
    pub base: Decimal,
    /// The tax.
    pub amount: Decimal,
    /// Whether the lines already hold it.
    pub inclusive: bool,
    /// The tax category it is for, when it is for one.
    pub category: Option<Arc<str>>,
}
