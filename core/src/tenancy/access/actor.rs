use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::fault::Limits;
use crate::tenancy::{TenantId, Tenanted};

/// Who acts, as whoever let them in knows them: from a token or a session, never from what they ask.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AccessActor {
    /// Whose they are.
    pub tenant: TenantId,
    /// Who.
    #[schemars(extend("format" = "name"))]
    pub id: String,
    /// Their roles.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 100), extend("format" = "reference"))]
    pub roles: Vec<String>,
    /// What they may do with single records.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 1000))]
    pub grants: Vec<RecordGrant>,
    /// What they may not do with single records, whatever else allows it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 1000))]
    pub denials: Vec<RecordDenial>,
    /// The most that they may, whatever their roles and grants allow: the scopes of the key by which they come. All of it where they
    /// come by none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 200), extend("format" = "reference"))]
    pub scopes: Option<Vec<String>>,
    /// Whether they run the platform: they may do everything, and all of it is audited.
    #[serde(default)]
    pub super_admin: bool,
    /// Whether someone who runs the platform acts in a tenant that is not their own; it has to be said.
    #[serde(default)]
    pub across_tenants: bool,
}

/// What somebody may do with one record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RecordGrant {
    /// The record's id.
    #[schemars(extend("format" = "name"))]
    pub record: String,
    /// What may be done.
    #[schemars(length(max = 200), extend("format" = "reference"))]
    pub permissions: Vec<String>,
}

/// What somebody may not do with one record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RecordDenial {
    /// The record's id.
    #[schemars(extend("format" = "name"))]
    pub record: String,
    /// What may not be done: `bookings:write`, `bookings:*`, `*`.
    #[schemars(length(max = 200), extend("format" = "reference"))]
    pub permissions: Vec<String>,
}

/// The record that something is done with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AccessRecord {
    /// Whose it is.
    pub tenant: TenantId,
    /// Its id; none when it is only about to be made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "name"))]
    pub id: Option<String>,
    /// What is in it: at least the fields by which relations are told.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub fields: Map<String, Value>,
}

impl Tenanted for AccessActor {
    fn tenant(&self) -> &TenantId {
        &self.tenant
    }
}

impl Tenanted for AccessRecord {
    fn tenant(&self) -> &TenantId {
        &self.tenant
    }
}

impl AccessRecord {
    /// Whether a field holds that id, or a list with it. Nobody's id is empty, so that an empty field names nobody.
    pub(super) fn names(&self, field: &str, id: &str) -> bool {
        if id.is_empty() {
            return false;
        }
        match self.fields.get(field) {
            Some(Value::String(text)) => text == id,
            Some(Value::Array(several)) => several.iter().any(|one| one.as_str() == Some(id)),
            None if field == "id" => self.is(id),
            _ => false,
        }
    }

    /// Whether it is the record of that id.
    pub(super) fn is(&self, id: &str) -> bool {
        !id.is_empty() && self.id.as_deref() == Some(id)
    }

    /// Whether it may be the record of that id, by what it says anywhere: enough to deny something.
    pub(super) fn may_be(&self, id: &str) -> bool {
        let told = match self.fields.get("id") {
            Some(Value::String(text)) => text == id,
            Some(Value::Number(number)) => number.to_string() == id,
            _ => false,
        };
        told || self.is(id)
    }
}
