use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::{AgeRange, Per};
use crate::fault::Limits;
use crate::money::{Currency, Decimal};
use crate::time::{Day, DayRange};

/// A charge of the seller after discounts: cleaning, service, booking.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Fee {
    /// What people call it.
    #[schemars(extend("format" = "name"))]
    pub name: String,
    /// How much.
    pub rate: FeeRate,
    /// Ages that do not pay it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exempt_ages: Vec<AgeRange>,
    /// At most for so many nights.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub night_cap: Option<u32>,
    /// The tax category of its line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "name"))]
    pub tax_category: Option<String>,
}

/// How much a fee or tax is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum FeeRate {
    /// So many percent of the discounted subtotal.
    Percent(Decimal),
    /// An amount for each of something.
    Fixed(FixedRate),
}

/// An amount for each of something.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct FixedRate {
    /// How much.
    pub amount: Decimal,
    /// For each of what.
    pub per: Per,
}

/// A tax.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Tax {
    /// What people call it.
    #[schemars(extend("format" = "name"))]
    pub name: String,
    /// How much.
    pub rate: TaxRate,
    /// Whether the prices already hold it.
    #[serde(default)]
    pub inclusive: bool,
    /// What a percentage is taken of.
    #[serde(default)]
    pub base: TaxBase,
    /// Only lines of this tax category; all lines when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "name"))]
    pub category: Option<String>,
    /// Ages that do not pay it, when it is charged by heads.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exempt_ages: Vec<AgeRange>,
    /// At most for so many nights.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub night_cap: Option<u32>,
}

impl Tax {
    /// Whether it is told in amounts of a currency: fixed ones, or tariffs up to which slabs reach.
    pub(crate) fn has_amounts(&self) -> bool {
        match &self.rate {
            TaxRate::Percent(_) => false,
            TaxRate::Fixed(_) => true,
            TaxRate::Slabs(slabs) => slabs.iter().any(|slab| slab.up_to.is_some() || slab.fixed.is_some()),
        }
    }
}

/// How much a tax is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum TaxRate {
    /// So many percent.
    Percent(Decimal),
    /// An amount for each of something.
    Fixed(FixedRate),
    /// So many percent by the tariff of the night, after discounts; the first slab that reaches it counts.
    Slabs(Vec<Slab>),
}

/// Up to this nightly tariff, so many percent of the nights or an amount for each of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Slab {
    /// The highest tariff of the slab; the last slab has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub up_to: Option<Decimal>,
    /// So many percent of what the nights cost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent: Option<Decimal>,
    /// An amount for each night, or for each head and night.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fixed: Option<FixedRate>,
}

/// What a percentage is taken of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum TaxBase {
    /// The discounted subtotal.
    #[default]
    Net,
    /// The discounted subtotal and the fees.
    NetAndFees,
    /// The discounted subtotal, the fees and the taxes before it: compound.
    NetFeesAndTaxes,
}

/// Where a tax is rounded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum TaxRounding {
    /// Once for the document and category.
    #[default]
    Document,
    /// For each line.
    Line,
}

/// Where something is sold, and by which tables it is taxed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct TaxRegion {
    /// The seller's place, such as `IN-KA`, `DE` or `US-NY-NYC`; of lodging, where it stands. Also the place of supply when a
    /// request names none.
    #[schemars(extend("format" = "name"))]
    pub region: String,
    /// Which rule of the tables applies, such as `lodging`.
    #[schemars(extend("format" = "name"))]
    pub category: String,
    /// Tables in place of those that come with the engine.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tables: Vec<TaxTable>,
}

/// The taxes of a place, and what is known of them: those that come with the engine are in this form too.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct TaxTable {
    /// The place; `US-NY` also applies to `US-NY-NYC`, before that place's own.
    #[schemars(extend("format" = "name"))]
    pub region: String,
    /// The days on which it applies; always when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid: Option<DayRange>,
    /// The currency of its amounts: fixed ones, and those of slabs. Taxes in amounts are for sales in it alone; percentages are
    /// for every currency, and a table of nothing else needs none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<Currency>,
    /// Who says so: laws, notifications, an authority's own tables.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "text"))]
    pub source: Option<String>,
    /// As of when it is known; what the law changed later is not in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Day>,
    /// Which supplies it is for, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "text"))]
    pub covers: Option<String>,
    /// What it does not know of, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "text"))]
    pub leaves_out: Option<String>,
    /// Its rules by category.
    pub rules: Vec<TaxTableRule>,
}

/// Where something is supplied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum PlaceOfSupply {
    /// Where the property stands or the thing takes place, whoever buys it: the region of the list.
    AtProperty,
    /// Where the request says, which is the region of the list unless it names another place.
    AtCustomer,
}

/// The taxes of a place on one category.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct TaxTableRule {
    /// Such as `lodging` or `service`.
    #[schemars(extend("format" = "name"))]
    pub category: String,
    /// Where it is supplied. When not given, `lodging` where it stands, and anything else where the request says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supplied: Option<PlaceOfSupply>,
    /// When seller and place of supply are the same place.
    pub within: Vec<Tax>,
    /// When they are not; `within` when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub across: Option<Vec<Tax>>,
    /// Whether a business with a tax id in another country accounts for the tax itself.
    #[serde(default)]
    pub reverse_charge: bool,
}

impl TaxTable {
    /// Every tax of its rules.
    pub(crate) fn taxes(&self) -> impl Iterator<Item = &Tax> {
        let rules = self.rules.iter();
        rules.flat_map(|rule| rule.within.iter().chain(rule.across.iter().flatten()))
    }
}
