use std::collections::BTreeMap;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::fault::Limits;
use crate::tenancy::access::AccessActor;
use crate::time::{Instant, Zone};

/// Which records of an entity, in which order, and what of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RecordQuery {
    /// Of what.
    #[schemars(extend("format" = "reference"))]
    pub entity: String,
    /// Who asks.
    pub actor: AccessActor,
    /// The present moment.
    pub now: Instant,
    /// The zone by whose clock days begin; UTC when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<Zone>,
    /// The language of whoever asks, such as `de` or `de-AT`: by it texts are shown of which there are several by language, found and
    /// sorted; those of the pack's first language stand for those that are not there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 35), extend("format" = "text"))]
    pub locale: Option<String>,
    /// Filters as the address of a list has them: `status` = `open`, several by comma, `due_on_first`, `due_on_last`,
    /// `assignee_given` = `false`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend("format" = "reference", "valueFormat" = "text"))]
    pub filter: BTreeMap<String, String>,
    /// A condition besides, such as `quantity <= min_quantity`.
    #[serde(default, rename = "where", skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "text"))]
    pub condition: Option<String>,
    /// A part of any searched field, regardless of capital letters. Unless an order is named, what is found best comes first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 200), extend("format" = "text"))]
    pub q: Option<String>,
    /// The order: fields, with `-` before those that go down. Amounts of several currencies are ordered within one: `price EUR`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 4), extend("format" = "reference"))]
    pub sort: Vec<String>,
    /// How many at most; 20 when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 100))]
    pub limit: Option<u32>,
    /// What the page follows on: the keys of the last record before it, as `next` had them: in the order of `sort`, and its id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 5))]
    pub after: Vec<Value>,
    /// The fields that are wanted; all that may be seen when not given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 500), extend("format" = "reference"))]
    pub fields: Vec<String>,
    /// The links whose records are wanted too.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 10), extend("format" = "reference"))]
    pub expand: Vec<String>,
    /// The fields whose sums are wanted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 20), extend("format" = "reference"))]
    pub sums: Vec<String>,
    /// The fields by whose values records are to be counted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 10), extend("format" = "reference"))]
    pub facets: Vec<String>,
    /// Whether it is to be told how many there are.
    #[serde(default)]
    pub total: bool,
    /// Whether it is for an export, which needs a permission of its own.
    #[serde(default)]
    pub export: bool,
    /// Whether records that were deleted are wanted, and no others.
    #[serde(default)]
    pub deleted: bool,
}

/// Which of the records at hand answer a query.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct MatchesRequest {
    /// What is asked.
    pub query: RecordQuery,
    /// The records, as lists answer them: with their id, and gathered values as lists.
    #[schemars(length(max = 100_000))]
    pub records: Vec<Map<String, Value>>,
}

/// The records at hand that answer a query, as a list would.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct Matched {
    /// The places of the page's records among those that were given, in the order of the list.
    pub places: Vec<u32>,
    /// The records themselves, as the actor may see them.
    pub items: Vec<Map<String, Value>>,
    /// How many there are in all, when asked for.
    pub total: Option<u32>,
    /// What the next page follows on; nothing when this is the last.
    pub next: Option<Vec<Value>>,
    /// The sums, by field, of numbers as text, of amounts by currency.
    pub sums: Map<String, Value>,
    /// How many records have each value, by field.
    pub facets: Map<String, Value>,
}
