use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use crate::fault::Limits;

/// For whom a list is, where one of several is to be chosen: it answers when all that it names is met.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct SaleContext {
    /// Only for buyers of one of these groups, such as `trade`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("format" = "name"))]
    pub customer_groups: Vec<String>,
    /// Only through one of these channels.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("format" = "name"))]
    pub channels: Vec<String>,
    /// Only for buyers from one of these countries, such as `DE`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("format" = "name"))]
    pub countries: Vec<String>,
    /// From so many rooms or units on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_quantity: Option<u32>,
    /// Up to so many rooms or units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_quantity: Option<u32>,
}

impl SaleContext {
    pub(crate) fn is_for_all(&self) -> bool {
        *self == SaleContext::default()
    }
}
