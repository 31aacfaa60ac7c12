use std::collections::BTreeMap;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use crate::fault::Limits;
use crate::time::{Day, Instant};

/// What is to be priced: the days or hours, the party, and what was chosen.
///
/// A stay has `check_in` and `check_out`, service days have `first` and `last`, hours have `start` and `end`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PriceRequest {
    /// The day of arrival.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub check_in: Option<Day>,
    /// The day of departure; its night is not priced.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub check_out: Option<Day>,
    /// The first day of a service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<Day>,
    /// The last day of a service, included; the first one when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<Day>,
    /// The beginning of a span of hours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<Instant>,
    /// The end of a span of hours, excluded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<Instant>,
    /// How many adults in each room or unit.
    #[serde(default)]
    pub adults: u16,
    /// The ages of the children in each room or unit, on the day of arrival.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<u8>,
    /// Birth dates of further travellers in each room or unit, whose ages are taken on the day of arrival.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub birth_dates: Vec<Day>,
    /// How many rooms or units; below zero so many are given back, at what they cost, with the other sign.
    #[serde(default = "one")]
    pub quantity: i32,
    /// The day of booking, which lead times and windows look at; the day of `as_of` when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub booked_on: Option<Day>,
    /// The moment as of which is priced.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Instant>,
    /// Optional supplements by code, and how many of each.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend("format" = "reference"))]
    pub supplements: BTreeMap<String, u32>,
    /// Promotion codes that the guest gave.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("format" = "reference"))]
    pub promo_codes: Vec<String>,
    /// How often a promotion code has been used so far.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend("format" = "reference"))]
    pub promo_uses: BTreeMap<String, u32>,
    /// What is known of the guest, for expressions: `member`, `resident`…
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("format" = "reference"))]
    pub tags: Vec<String>,
    /// Through which channel the request comes, for expressions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub channel: Option<String>,
    /// Where the service is taxed, such as `IN-MH`; the seller's place when not given. Lodging is taxed where it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub place_of_supply: Option<String>,
    /// The guest's tax id as a business, for reverse charge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "text"))]
    pub business_tax_id: Option<String>,
    /// Whether a draft is priced too.
    #[serde(default)]
    pub preview: bool,
}

fn one() -> i32 {
    1
}
