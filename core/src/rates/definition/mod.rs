//! What a rate list says, as it is written down and sent.

mod context;
mod discounts;
mod hours;
mod people;
mod prices;
mod restrictions;
mod seasons;
mod supplements;
mod taxes;

pub use context::SaleContext;
pub use discounts::{
    Bulk, BulkMeasure, Combination, Discount, DiscountRule, DiscountedPart, Eligibility, FreeNights, LastMinute,
    LastMinuteTier, Off, Promo, Tier, Tiers, WhichNights,
};
pub use hours::{AfterHours, Block, HourTier, HourWindow, Hours};
pub use people::{AgeBand, AgeRange, ChildPrice, Counted, NthChild, People, PercentOf, PriceKind};
pub use prices::{Prices, SingleUse};
pub use restrictions::{Blackout, Restriction};
pub use seasons::{Change, Season};
pub use supplements::{ChildrenOfAge, PartyMatch, Per, Supplement, SupplementPrice};
pub use taxes::{
    Fee, FeeRate, FixedRate, PlaceOfSupply, Slab, Tax, TaxBase, TaxRate, TaxRegion, TaxRounding, TaxTable, TaxTableRule,
};

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::fault::Limits;
use crate::money::{Currency, Decimal, RoundingMode};
use crate::time::{Day, DayRange, Zone};

/// What a supplier, a studio or a provider hands out: for these days, this many people, at these prices.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "RateListDefinition")]
#[non_exhaustive]
pub struct RateListDefinition {
    /// A UUID.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "name"))]
    pub id: Option<String>,
    /// Whose list it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "name"))]
    pub tenant: Option<String>,
    /// Unique in the tenant, such as `RL-2611-0001`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "name"))]
    pub code: Option<String>,
    /// 1, 2, …: a clone is the next one.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub version: u32,
    /// The id of the version this one was cloned from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "name"))]
    pub parent: Option<String>,
    /// What people call it.
    #[schemars(extend("format" = "name"))]
    pub name: String,
    /// Who sells it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "name"))]
    pub supplier: Option<String>,
    /// `lodging`, `activity`, `transport`, `guide`, `room_hire`, `service`, `package`, or a kind of your own.
    #[serde(default = "lodging", skip_serializing_if = "is_lodging")]
    #[schemars(extend("format" = "name"))]
    pub service_type: String,
    /// Where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "name"))]
    pub destination: Option<String>,
    /// Room type, vehicle class, studio…; a list without one is for all products.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "name"))]
    pub product: Option<String>,
    /// Labels of your own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("format" = "name"))]
    pub tags: Vec<String>,
    /// Fields of your own, kept as they are.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub custom_fields: Map<String, Value>,
    /// Only published lists price, unless a request asks for a preview.
    #[serde(default, skip_serializing_if = "ListStatus::is_published")]
    pub status: ListStatus,
    /// The first day on which the next version answers in place of this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub superseded_on: Option<Day>,
    /// Among several lists that could answer, the highest goes first.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub priority: i32,
    /// For whom it is, where one of several lists is chosen.
    #[serde(default, skip_serializing_if = "SaleContext::is_for_all")]
    pub context: SaleContext,
    /// The currency of every amount in the list.
    pub currency: Currency,
    /// The days on which it can be used, both included.
    pub valid: DayRange,
    /// Where its days begin; hour lists need it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<Zone>,
    /// What one price buys.
    pub unit: Unit,
    /// How many people it is for.
    #[serde(default, skip_serializing_if = "People::is_default")]
    pub people: People,
    /// What a unit costs; hour lists have `hours` in its place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prices: Option<Prices>,
    /// What hours cost, for the unit `hour`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<Hours>,
    /// How children are charged, from age 0 to the last one before adults, without gap or overlap.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub age_bands: Vec<AgeBand>,
    /// How many children per room may be free. Of further ones the oldest pay the price of their band if it has one, that of
    /// the next older band that has, or as the adults that they then are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub free_children: Option<u16>,
    /// Days that cost something else. On each night the season of highest priority wins.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seasons: Vec<Season>,
    /// What comes on top, in this order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub supplements: Vec<Supplement>,
    /// What comes off.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub discounts: Vec<Discount>,
    /// What happens when several discounts apply.
    #[serde(default, skip_serializing_if = "Combination::is_best")]
    pub combine_discounts: Combination,
    /// Charges of the seller after discounts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fees: Vec<Fee>,
    /// The tax category of units and children.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "name"))]
    pub tax_category: Option<String>,
    /// Taxes, in this order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub taxes: Vec<Tax>,
    /// Taxes by place of supply, after the list's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tax_region: Option<TaxRegion>,
    /// Days that are not sold at all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub blackouts: Vec<Blackout>,
    /// Who may arrive, leave and stay how long, booked how far ahead.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub restrictions: Vec<Restriction>,
    /// How amounts are rounded.
    #[serde(default, skip_serializing_if = "RoundingRule::is_default")]
    pub rounding: RoundingRule,
}

/// The life of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ListStatus {
    /// May change, does not price.
    Draft,
    /// Prices, does not change.
    #[default]
    Published,
    /// Neither.
    Archived,
}

impl ListStatus {
    fn is_published(&self) -> bool {
        *self == ListStatus::Published
    }
}

/// What one price buys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Unit {
    /// A night of a stay; the night of check-out is not priced.
    Night,
    /// A day, the last one included.
    Day,
    /// An hour of the clock.
    Hour,
    /// One person for the whole of it.
    Person,
    /// One piece.
    Item,
    /// The whole stay.
    Stay,
}

impl Unit {
    /// Whether the price is charged for each night or day.
    pub fn is_daily(self) -> bool {
        matches!(self, Unit::Night | Unit::Day)
    }
}

/// How amounts are rounded.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RoundingRule {
    /// Where a half goes.
    #[serde(default)]
    pub mode: RoundingMode,
    /// The step, such as a cash step of 0.05; the currency's minor unit when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<Decimal>,
    /// Whether each line is rounded or the total alone.
    #[serde(default)]
    pub at: RoundingPlace,
    /// Whether a tax is rounded for each line or once for the document and category.
    #[serde(default)]
    pub taxes: TaxRounding,
    /// The step of taxes, which that of lines and totals does not touch; the currency's minor unit when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tax_step: Option<Decimal>,
}

impl RoundingRule {
    fn is_default(&self) -> bool {
        *self == RoundingRule::default()
    }
}

/// Where rounding happens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RoundingPlace {
    /// Each line but taxes, which have a step of their own.
    #[default]
    Line,
    /// The total, by a line of its own.
    Total,
}

fn one() -> u32 {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes the field by reference")]
fn is_one(version: &u32) -> bool {
    *version == 1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes the field by reference")]
fn is_zero(priority: &i32) -> bool {
    *priority == 0
}

fn lodging() -> String {
    "lodging".to_owned()
}

fn is_lodging(service_type: &str) -> bool {
    service_type == "lodging"
}
