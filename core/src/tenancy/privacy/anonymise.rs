use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::definition::Anonymising;
use super::export::PersonalRecord;
use super::paths::take_out;
use crate::fault::Limits;
use crate::tenancy::audit::{canonical, hashed};
use crate::tenancy::{Tenant, TenantId};
use crate::{Code, Error, Result};

/// What a pseudonym begins with.
const PREFIX: &str = "anon-";
/// How many digits of its hash a pseudonym has: among a million of them two meet once in 37 million cases.
const DIGITS: usize = 16;

/// These records are no longer to say whom they are about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(deny_unknown_fields)]
pub struct AnonymiseRequest {
    /// On behalf of whom.
    pub tenant: TenantId,
    /// Only what is about this person; about anybody when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 200))]
    pub person: Option<String>,
    /// At least 16 random bytes in hexadecimal. The same key gives the same pseudonyms; when it is thrown away, nobody can find
    /// a value by trying.
    #[schemars(length(max = 128))]
    pub key: String,
    /// The records.
    pub records: Vec<PersonalRecord>,
}

/// Records that no longer say whom they are about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
pub struct Anonymised {
    /// All records, in the order they were given.
    pub records: Vec<PersonalRecord>,
    /// What was changed: JSON pointers such as `/records/0/values/name`.
    pub changed: Vec<String>,
}

impl Tenant {
    /// Replaces personal fields for good. Ids, numbers and all that is not tagged stay as they are, so that sums and
    /// references hold. What was replaced before is left alone.
    pub fn anonymise(&self, request: &AnonymiseRequest) -> Result<Anonymised> {
        request.bounded()?;
        let _ = self.scope(&request.tenant)?;
        if !request.key.bytes().all(|byte| byte.is_ascii_hexdigit()) || !(32..=128).contains(&request.key.len()) {
            let message = "a key is 16 to 64 random bytes in hexadecimal";
            return Err(Error::new(Code::RequestRange, "/key", message));
        }
        let person = request.person.as_deref();
        let mut answer = Anonymised {
            records: Vec::with_capacity(request.records.len()),
            changed: Vec::new(),
        };
        for (index, (record, entity)) in self.personal(&request.records)?.into_iter().enumerate() {
            let mut value = Value::Object(record.values.clone());
            for (place, field, own) in entity.tagged(&value, person) {
                let Some(inside) = value
                    .pointer_mut(place.as_str())
                    .filter(|inside| own && !inside.is_null())
                else {
                    continue;
                };
                let other = match (field.anonymise, inside.as_str()) {
                    (Anonymising::Remove, _) | (_, None) => Value::Null,
                    (Anonymising::Mask, Some(_)) => Value::from("***"),
                    (Anonymising::Pseudonym, Some(text)) => request.pseudonym(text)?.into(),
                };
                if *inside == other {
                    continue;
                }
                *inside = other;
                if field.anonymise == Anonymising::Remove {
                    take_out(&mut value, &place);
                }
                answer.changed.push(format!("/records/{index}/values{place}"));
            }
            answer.records.push(record.with(value));
        }
        Ok(answer)
    }
}

impl AnonymiseRequest {
    /// The beginning of the SHA-256 of the canonical JSON of `{"key": …, "tenant": …, "value": …}`.
    fn pseudonym(&self, text: &str) -> Result<String> {
        if is_pseudonym(text) {
            return Ok(text.to_owned());
        }
        let own = canonical(&json!({"key": self.key, "tenant": self.tenant, "value": text}))?;
        Ok(hashed(&own)
            .get(..DIGITS)
            .map(|start| format!("{PREFIX}{start}"))
            .unwrap_or_default())
    }
}

fn is_pseudonym(text: &str) -> bool {
    let digits = text.strip_prefix(PREFIX);
    digits.is_some_and(|digits| {
        digits.len() == DIGITS && digits.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    })
}
