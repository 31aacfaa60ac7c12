use std::collections::BTreeMap;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::is_false;
use crate::fault::Limits;

/// Who outside tells what happened there: how their messages are proven, and what of them is done here.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct WebhookDefinition {
    /// What a tenant opens it by.
    #[schemars(length(max = 50), extend("format" = "name"))]
    pub name: String,
    /// What people read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 200), extend("format" = "text"))]
    pub label: Option<String>,
    /// How a message is signed.
    pub scheme: WebhookScheme,
    /// The header with the signature; Standard Webhooks and PayPal say themselves which one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 100), extend("format" = "text"))]
    pub header: Option<String>,
    /// What stands in that header before the signature, such as `sha256=`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 50), extend("format" = "text"))]
    pub prefix: Option<String>,
    /// How the signature is written.
    #[serde(default)]
    pub encoding: WebhookEncoding,
    /// Whether the address to which it is sent is signed before the body.
    #[serde(default, skip_serializing_if = "is_false")]
    pub with_address: bool,
    /// For how many seconds a signed message is taken, where its time is signed.
    #[serde(default = "five_minutes")]
    #[schemars(range(min = 1, max = 345_600))]
    pub tolerance_seconds: u32,
    /// Where the id of the event stands, by which it is taken once; Standard Webhooks and PayPal say so themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<WebhookPart>,
    /// Where it stands what happened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<WebhookPart>,
    /// In the rights of which role something is done.
    #[schemars(length(max = 100), extend("format" = "reference"))]
    pub as_role: String,
    /// What is done, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 50))]
    pub does: Vec<WebhookAction>,
}

fn five_minutes() -> u32 {
    300
}

/// How a message from outside is signed: by HMAC-SHA256 with a secret that both have, or by a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum WebhookScheme {
    /// Over the body. No time is signed.
    Body,
    /// Over a time and the body: `t=…,v1=…`, in hexadecimal digits.
    Timestamped,
    /// As Standard Webhooks has it: over id, time and body.
    Standard,
    /// As PayPal has it: by their certificate, over an id, a time, the id of the webhook and the CRC-32 of the body.
    Paypal,
}

/// How a signature is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum WebhookEncoding {
    /// In small hexadecimal digits.
    #[default]
    Hex,
    /// In Base64.
    Base64,
}

/// Where something of a message stands: in a header, or in the body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct WebhookPart {
    /// The header.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 100), extend("format" = "text"))]
    pub header: Option<String>,
    /// Where in the body, as a JSON pointer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 500), extend("format" = "text"))]
    pub body: Option<String>,
}

/// What is done of a message: a record is found and changed, or moved on by an event of its machine; or one is made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct WebhookAction {
    /// Of what happened; of everything where nothing stands here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 100), extend("format" = "text"))]
    pub kinds: Vec<String>,
    /// Of which entity the record is.
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub entity: String,
    /// How it is found; without this a record is made. A message that does not name one is about none of ours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub find: Option<WebhookFind>,
    /// The event that happens to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub event: Option<String>,
    /// The fields that take something of the body, each with where it stands there, as a JSON pointer.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend("format" = "reference", "valueFormat" = "text"))]
    pub fields: BTreeMap<String, String>,
    /// Other values.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub values: Map<String, Value>,
}

/// How the record of a message is found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct WebhookFind {
    /// By which field; `id` is one.
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub field: String,
    /// Where its value stands in the body, as a JSON pointer.
    #[schemars(length(max = 500), extend("format" = "text"))]
    pub at: String,
}
