use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::definition::{Anonymising, CompiledEntity};
use super::export::{PersonalRecord, nobody};
use super::paths::{Tagged, Whose};
use crate::fault::Limits;
use crate::tenancy::audit::{canonical, hashed};
use crate::tenancy::places::{Found, form_of, take_out};
use crate::tenancy::{Tenant, TenantId};
use crate::{Code, Error, Reason, Result};

/// What a pseudonym begins with.
const PREFIX: &str = "anon-";
/// What stands in the place of what is masked.
const STARS: &str = "***";
/// How many digits of its hash a pseudonym has: among a million of them two meet once in 37 million cases.
const DIGITS: usize = 16;

/// These records are no longer to say whom they are about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AnonymiseRequest {
    /// On behalf of whom.
    pub tenant: TenantId,
    /// Only what is about this person; about anybody when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = 200), extend("format" = "reference"))]
    pub person: Option<String>,
    /// At least 16 random bytes in hexadecimal. The same key gives the same pseudonyms; when it is thrown away, nobody can find
    /// a value by trying.
    #[schemars(length(max = 128), extend("format" = "text"))]
    pub key: String,
    /// The records.
    pub records: Vec<PersonalRecord>,
}

/// Records that no longer say whom they are about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct Anonymised {
    /// All records, in the order they were given.
    pub records: Vec<PersonalRecord>,
    /// What was changed: JSON pointers such as `/records/0/values/name`.
    pub changed: Vec<String>,
}

impl Tenant {
    /// Replaces personal fields for good. Ids, numbers and all that is not tagged stay as they are, so that sums and
    /// references hold. What was replaced before is left alone. When a record has another shape than was declared, so that
    /// something may not be found, it is an error, and nothing is answered.
    pub fn anonymise(&self, request: &AnonymiseRequest) -> Result<Anonymised> {
        let _ = self.scope(&request.tenant)?;
        request.bounded_and(request.faults())?;
        let records = self.personal(&request.records)?;
        let person = request.person.as_deref();
        let unfound = records
            .iter()
            .enumerate()
            .flat_map(|(index, (record, entity))| entity.unfound(record, person, index));
        Error::unless_empty(unfound.collect())?;
        let mut answer = Anonymised {
            records: Vec::with_capacity(request.records.len()),
            changed: Vec::new(),
        };
        for (index, (record, entity)) in records.into_iter().enumerate() {
            let whole = Value::Object(record.values.clone());
            let mut value = whole.clone();
            for tagged in entity.tagged(&whole, person) {
                if tagged.whose == Whose::Own && request.replace(&mut value, &tagged, &record.id)? {
                    answer
                        .changed
                        .push(format!("/records/{index}/values{}", tagged.found.at));
                }
            }
            answer.records.push(record.with(value));
        }
        Ok(answer)
    }
}

impl CompiledEntity {
    /// Where a record has another shape than was declared, so that something to be replaced is not found there.
    fn unfound(&self, record: &PersonalRecord, person: Option<&str>, index: usize) -> Vec<Reason> {
        let value = Value::Object(record.values.clone());
        let mut reasons = Vec::new();
        let mut add = |found: &Found<'_>, message: String, path: &str| {
            let place = format!("/records/{index}/values{}", found.at);
            let reason = Reason::new(Code::TenancyNotErased, place, message);
            reasons.push(reason.with("declared", path).with("found", form_of(found.value)));
        };
        let strangers = person.map(|_| self.strangers(&value)).unwrap_or_default();
        for (number, found) in &strangers {
            let path = self.paths.get(*number).map_or("", String::as_str);
            let message = format!(
                "expected a person's id in `{path}`, found {}: it cannot be told whose this is",
                form_of(found.value)
            );
            add(found, message, path);
        }
        for Tagged { found, field, whose } in self.tagged(&value, person) {
            let Some(expected) = found.expected.filter(|_| found.is_strange() && whose != Whose::Another) else {
                continue;
            };
            let message = format!(
                "expected {expected} on the way to `{}`, found {}: nothing was erased; correct the record or the path",
                field.path,
                form_of(found.value)
            );
            add(&found, message, &field.path);
        }
        reasons
    }
}

impl AnonymiseRequest {
    fn faults(&self) -> Vec<Reason> {
        let mut faults = Vec::new();
        if !self.key.bytes().all(|byte| byte.is_ascii_hexdigit()) || !(32..=128).contains(&self.key.len()) {
            let message = "a key is 16 to 64 random bytes in hexadecimal";
            faults.push(Reason::new(Code::RequestRange, "/key", message));
        }
        faults.extend(self.person.as_deref().and_then(nobody));
        faults
    }

    /// Replaces what stands at a place; says whether there was something to be replaced.
    fn replace(&self, value: &mut Value, tagged: &Tagged<'_, '_>, id: &str) -> Result<bool> {
        let (field, place) = (tagged.field, &tagged.found.at);
        let Some(inside) = value.pointer_mut(place.as_str()).filter(|inside| !inside.is_null()) else {
            return Ok(false);
        };
        let other = match (field.anonymise, inside.as_str()) {
            (Anonymising::Remove, _) | (_, None) => Value::Null,
            (Anonymising::Mask, Some(_)) if field.unique => format!("{STARS} {id}").into(),
            (Anonymising::Mask, Some(_)) => STARS.into(),
            (Anonymising::Pseudonym, Some(text)) => self.pseudonym(text)?.into(),
        };
        if *inside == other {
            return Ok(false);
        }
        *inside = other;
        if field.anonymise == Anonymising::Remove {
            take_out(value, place);
        }
        Ok(true)
    }

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
