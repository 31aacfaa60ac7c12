use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::canonical::{MAX_NUMBER, hashed, write_text, write_value};
use crate::Result;
use crate::fault::Limits;
use crate::tenancy::TenantId;
use crate::time::Instant;

/// The `previous` of the first record.
pub(super) const BEGINNING: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// What somebody did, with the hash of the record before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AuditRecord {
    /// Whose record it is.
    pub tenant: TenantId,
    /// Counted from 1, without a gap.
    #[schemars(range(min = 1, max = 9_007_199_254_740_992_i64))]
    pub sequence: u64,
    /// When.
    pub at: Instant,
    /// Who.
    #[schemars(length(max = 200), extend("format" = "reference"))]
    pub actor: String,
    /// What, such as `booking.cancel`.
    #[schemars(length(max = 200), extend("format" = "reference"))]
    pub action: String,
    /// To what kind of thing.
    #[schemars(length(max = 200), extend("format" = "reference"))]
    pub entity: String,
    /// To which one.
    #[schemars(length(max = 200), extend("format" = "reference"))]
    pub entity_id: String,
    /// The address it came over.
    #[serde(default)]
    #[schemars(length(max = 200), extend("format" = "text"))]
    pub ip: Option<String>,
    /// The request it was part of.
    #[serde(default)]
    #[schemars(length(max = 200), extend("format" = "reference"))]
    pub request_id: Option<String>,
    /// Why.
    #[serde(default)]
    #[schemars(length(max = 2000), extend("format" = "text"))]
    pub reason: Option<String>,
    /// What is another than before, by path.
    #[serde(default)]
    #[schemars(length(max = 1000))]
    pub changes: Vec<AuditChange>,
    /// The hash of the record before; 64 zeros for the first.
    #[schemars(length(max = 64), extend("format" = "text"))]
    pub previous: String,
    /// The SHA-256 of the canonical JSON of all the rest.
    #[schemars(length(max = 64), extend("format" = "text"))]
    pub hash: String,
}

/// One value that is another than before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AuditChange {
    /// Where: a JSON pointer.
    #[schemars(length(max = 2000), extend("format" = "text"))]
    pub path: String,
    /// What it was; nothing when it was not there. Masked text when the commitment stands beside it.
    #[serde(default)]
    pub before: Option<Value>,
    /// What it is; nothing when it is no longer there. Masked text when the commitment stands beside it.
    #[serde(default)]
    pub after: Option<Value>,
    /// The hash of the salt and what it was; the record's hash is over this, not over the masked text.
    #[serde(default)]
    #[schemars(length(max = 64), extend("format" = "text"))]
    pub before_commitment: Option<String>,
    /// The hash of the salt and what it is.
    #[serde(default)]
    #[schemars(length(max = 64), extend("format" = "text"))]
    pub after_commitment: Option<String>,
}

/// A record by its place in the chain: what the next one hangs on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AuditLink {
    /// Which record.
    #[schemars(range(min = 1, max = 9_007_199_254_740_992_i64))]
    pub sequence: u64,
    /// Its hash.
    #[schemars(length(max = 64), extend("format" = "text"))]
    pub hash: String,
}

/// Writes members in the order they are given, which must be the canonical one; what is not there is left out.
struct Members {
    out: String,
}

impl Members {
    fn name(&mut self, name: &str) {
        if !self.out.ends_with('{') {
            self.out.push(',');
        }
        write_text(&mut self.out, name);
        self.out.push(':');
    }

    fn text(&mut self, name: &str, text: &str) {
        self.name(name);
        write_text(&mut self.out, text);
    }

    fn optional(&mut self, name: &str, text: Option<&String>) {
        if let Some(text) = text {
            self.text(name, text);
        }
    }

    /// A value, or in its stead the commitment to it.
    fn side(&mut self, value: (&str, Option<&Value>), commitment: (&str, Option<&String>)) -> Result<()> {
        match (value.1, commitment.1) {
            (_, Some(hash)) => self.text(commitment.0, hash),
            (Some(inside), None) if !inside.is_null() => {
                self.name(value.0);
                write_value(&mut self.out, inside, 0).map_err(|error| error.under(&format!("/{}", value.0)))?;
            }
            _ => {}
        }
        Ok(())
    }
}

impl AuditRecord {
    /// The canonical JSON of the record without its hash: what is hashed. What is not given is left out, and so is a value
    /// beside its commitment.
    pub fn canonical(&self) -> Result<String> {
        let mut members = Members {
            out: String::with_capacity(512),
        };
        members.out.push('{');
        members.text("action", &self.action);
        members.text("actor", &self.actor);
        members.text("at", &self.at.to_string());
        members.name("changes");
        members.out.push('[');
        for (index, change) in self.changes.iter().enumerate() {
            if index > 0 {
                members.out.push(',');
            }
            members.out.push('{');
            let sides = [
                ("after", &change.after, "after_commitment", &change.after_commitment),
                ("before", &change.before, "before_commitment", &change.before_commitment),
            ];
            for (name, value, commitment, hash) in sides {
                let written = members.side((name, value.as_ref()), (commitment, hash.as_ref()));
                written.map_err(|error| error.under(&format!("/changes/{index}")))?;
            }
            members.text("path", &change.path);
            members.out.push('}');
        }
        members.out.push(']');
        members.text("entity", &self.entity);
        members.text("entity_id", &self.entity_id);
        members.optional("ip", self.ip.as_ref());
        members.text("previous", &self.previous);
        members.optional("reason", self.reason.as_ref());
        members.optional("request_id", self.request_id.as_ref());
        members.name("sequence");
        members.out.push_str(&self.sequence.to_string());
        members.text("tenant", self.tenant.as_str());
        members.out.push('}');
        Ok(members.out)
    }

    /// What its hash must be; nothing for a record that cannot have been appended.
    pub fn right_hash(&self) -> Option<String> {
        let possible = (1..=MAX_NUMBER).contains(&self.sequence);
        self.canonical().ok().filter(|_| possible).map(|text| hashed(&text))
    }
}
