use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use crate::fault::Limits;
use crate::flow::ContactRule;
use crate::time::OpeningHours;

/// When people are written to about records of an entity: follow-ups, reminders, greetings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ContactsDefinition {
    /// What it is known by: small letters, digits and `_`.
    #[schemars(length(max = 50), extend("format" = "name"))]
    pub name: String,
    /// What people read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 200), extend("format" = "text"))]
    pub label: Option<String>,
    /// Whose records.
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub entity: String,
    /// In the rights of which role they are looked at.
    #[schemars(length(max = 100), extend("format" = "reference"))]
    pub as_role: String,
    /// The purpose to which everybody whom a record is about must have agreed for what is marketing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 100), extend("format" = "reference"))]
    pub consent: Option<String>,
    /// When nothing goes out but what is about bills and security, by the tenant's clock: it waits for their end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quiet_hours: Option<OpeningHours>,
    /// What goes out: a letter of the pack, by `email`, `push` or `sms` alone, or by `notify`, as members want to be told.
    #[schemars(length(min = 1, max = 100))]
    pub contacts: Vec<ContactRule>,
}
