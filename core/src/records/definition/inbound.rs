use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::is_false;
use crate::fault::Limits;

/// Where mail arrives: what of a mail becomes a record, and what becomes of an answer to a letter about one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct InboundDefinition {
    /// What a tenant opens it by.
    #[schemars(length(max = 50), extend("format" = "name"))]
    pub name: String,
    /// What people read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 200), extend("format" = "text"))]
    pub label: Option<String>,
    /// Of which entity a record is made.
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub entity: String,
    /// In the rights of which role.
    #[schemars(length(max = 100), extend("format" = "reference"))]
    pub as_role: String,
    /// The field that takes the subject.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub subject: Option<String>,
    /// The field that takes the text.
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub text: String,
    /// The field that takes the e-mail of whoever wrote, as the mail says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub sender: Option<String>,
    /// The field that takes what they call themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub sender_name: Option<String>,
    /// The field that takes whether a trusted mail server has found that the domain of that e-mail has sent it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub proven: Option<String>,
    /// The fields that take files which come along: each the first one of its types that no field before it has.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 20), extend("format" = "reference"))]
    pub files: Vec<String>,
    /// The link that takes whoever wrote, and what becomes of the mail of a stranger.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<InboundContact>,
    /// Other values of each such record.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub values: Map<String, Value>,
    /// What an answer to a letter about such a record becomes; a record like any other when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply: Option<InboundReply>,
}

/// How whoever wrote is found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct InboundContact {
    /// The field that links to them.
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub field: String,
    /// The field of theirs with their e-mail.
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub by: String,
    /// What is believed of who wrote.
    #[serde(default)]
    pub believe: InboundBelief,
    /// What becomes of the mail of somebody of whom there is no record.
    #[serde(default)]
    pub unknown: InboundStranger,
}

/// What is believed of who wrote a mail.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum InboundBelief {
    /// What a mail server has found that the tenant trusts: that the domain of the sender has sent it. Of any other mail nobody knows
    /// who wrote it.
    #[default]
    Proven,
    /// What the mail itself says, which anybody may write.
    Said,
}

/// What becomes of the mail of a stranger.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum InboundStranger {
    /// It is refused, so that they are told by their mail server.
    #[default]
    Refuse,
    /// It is taken and nothing is made of it.
    Drop,
    /// A record is made of it that links to nobody.
    Accept,
}

/// What an answer to a letter becomes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct InboundReply {
    /// Of which entity a record is made.
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub entity: String,
    /// The field that links to the record that the letter was about.
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub link: String,
    /// The field that takes the text.
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub text: String,
    /// The field that takes the e-mail of whoever wrote, as the mail says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub sender: Option<String>,
    /// The field that takes whether a trusted mail server has found that the domain of that e-mail has sent it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub proven: Option<String>,
    /// The fields that take files which come along.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 20), extend("format" = "reference"))]
    pub files: Vec<String>,
    /// Whether only the contact of the record may answer: the mail of anybody else is one like any other.
    #[serde(default, skip_serializing_if = "is_false")]
    pub only_contact: bool,
}
