use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::canonical::{MAX_NUMBER, hashed, write_text, write_value};
use super::diff::{Difference, differences};
use super::record::{AuditChange, AuditLink, AuditRecord, BEGINNING};
use crate::fault::Limits;
use crate::tenancy::TenantId;
use crate::time::Instant;
use crate::{Code, Error, Reason, Result};

/// How many values one record may change.
const MAX_CHANGES: usize = 1_000;

/// Somebody did something, and it is to be recorded.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AuditAppendRequest {
    /// Whose record it is.
    pub tenant: TenantId,
    /// The last record so far; nothing before the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<AuditLink>,
    /// When.
    pub at: Instant,
    /// Who.
    #[schemars(length(max = 200), extend("format" = "name"))]
    pub actor: String,
    /// What, such as `booking.cancel`.
    #[schemars(length(max = 200), extend("format" = "name"))]
    pub action: String,
    /// To what kind of thing.
    #[schemars(length(max = 200), extend("format" = "name"))]
    pub entity: String,
    /// To which one.
    #[schemars(length(max = 200), extend("format" = "name"))]
    pub entity_id: String,
    /// The address it came over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 200), extend("format" = "text"))]
    pub ip: Option<String>,
    /// The request it was part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 200), extend("format" = "name"))]
    pub request_id: Option<String>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 2000), extend("format" = "text"))]
    pub reason: Option<String>,
    /// The thing as it was; nothing when it is new.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Value>,
    /// The thing as it is; nothing when it is gone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Value>,
    /// Which of its values are not to be read in the record.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 200))]
    pub masks: Vec<AuditMask>,
}

/// A value that is recorded as a commitment: who knows it and the salt can prove it, and nobody else can read it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AuditMask {
    /// Where: a JSON pointer, in which `*` is any entry or member. Where the thing has another shape, all that stands there is
    /// masked.
    #[schemars(length(max = 2000), extend("format" = "text"))]
    pub path: String,
    /// At least 16 random bytes in hexadecimal, kept apart from the record; another one for each record.
    #[schemars(length(max = 128), extend("format" = "text"))]
    pub salt: String,
    /// What is shown in place of the value; `***` when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 200), extend("format" = "text"))]
    pub shown: Option<String>,
}

/// Makes the record that follows on the last one.
pub fn append(request: AuditAppendRequest) -> Result<AuditRecord> {
    check(&request)?;
    let nothing = Value::Null;
    let (before, after) = (request.before.as_ref(), request.after.as_ref());
    let found = differences(before.unwrap_or(&nothing), after.unwrap_or(&nothing));
    if found.len() > MAX_CHANGES {
        let message = format!("{} values changed; one record holds at most {MAX_CHANGES}", found.len());
        return Err(Reason::new(Code::RequestRange, "/after", message)
            .with("limit", MAX_CHANGES)
            .into());
    }
    let changes = found
        .into_iter()
        .map(|found| change(&found, &request.masks, [before, after]));
    let changes: Vec<AuditChange> = changes.collect::<Result<_>>()?;
    let (sequence, previous) = match request.previous {
        Some(link) => (link.sequence.saturating_add(1), link.hash),
        None => (1, BEGINNING.to_owned()),
    };
    let mut record = AuditRecord {
        tenant: request.tenant,
        sequence,
        at: request.at,
        actor: request.actor,
        action: request.action,
        entity: request.entity,
        entity_id: request.entity_id,
        ip: request.ip,
        request_id: request.request_id,
        reason: request.reason,
        changes,
        previous,
        hash: String::new(),
    };
    let text = record.canonical().map_err(|error| placed(error, &record.changes))?;
    record.hash = hashed(&text);
    Ok(record)
}

fn check(request: &AuditAppendRequest) -> Result<()> {
    let mut reasons = Vec::new();
    if let Some(link) = &request.previous {
        if !(1..MAX_NUMBER).contains(&link.sequence) {
            let message = format!(
                "`{}` is not the number of a record; they are counted from 1",
                link.sequence
            );
            reasons.push(Reason::new(Code::RequestRange, "/previous/sequence", message));
        }
        if !is_hash(&link.hash) {
            let message = "a hash has 64 digits of 0 to 9 and a to f";
            reasons.push(Reason::new(Code::RequestRange, "/previous/hash", message));
        }
    }
    for (index, mask) in request.masks.iter().enumerate() {
        let hexadecimal = mask.salt.bytes().all(|byte| byte.is_ascii_hexdigit());
        if !hexadecimal || !(32..=128).contains(&mask.salt.len()) {
            let message = "a salt is 16 to 64 random bytes in hexadecimal";
            reasons.push(Reason::new(Code::RequestRange, format!("/masks/{index}/salt"), message));
        }
        let escaped = mask.path.replace("~0", "").replace("~1", "");
        if (!mask.path.is_empty() && !mask.path.starts_with('/')) || escaped.contains('~') {
            let message = format!(
                "`{}` is not a JSON pointer; one is like `/guest/passport`",
                crate::money::shortened(&mask.path)
            );
            reasons.push(Reason::new(Code::RequestRange, format!("/masks/{index}/path"), message));
        }
    }
    request.bounded_and(reasons)
}

pub(super) fn is_hash(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// A fault of a recorded change, seen from the request.
fn placed(error: Error, changes: &[AuditChange]) -> Error {
    error.each_reason(|reason| {
        let mut steps = reason.path.splitn(5, '/').skip(2);
        let (index, side, rest) = (steps.next(), steps.next(), steps.next());
        let change = index.and_then(|index| changes.get(index.parse::<usize>().ok()?));
        if let (Some(change), Some(side)) = (change, side) {
            let rest = rest.map(|rest| format!("/{rest}")).unwrap_or_default();
            reason.path = format!("/{side}{}{rest}", change.path);
        }
    })
}

fn change(found: &Difference<'_>, masks: &[AuditMask], whole: [Option<&Value>; 2]) -> Result<AuditChange> {
    let path = found.path.as_str();
    let steps = if masks.is_empty() {
        Vec::new()
    } else {
        steps_of(path, whole)
    };
    let masked = |mask: &&AuditMask| touches(&mask.path.split('/').skip(1).collect::<Vec<_>>(), &steps);
    let Some(mask) = masks.iter().find(masked) else {
        return Ok(AuditChange {
            path: path.to_owned(),
            before: found.before.cloned(),
            after: found.after.cloned(),
            before_commitment: None,
            after_commitment: None,
        });
    };
    let shown = || Value::from(mask.shown.as_deref().unwrap_or("***"));
    let commit = |value: Option<&Value>, side: &str| {
        let hash = value.map(|value| commitment(path, &mask.salt, value)).transpose();
        hash.map_err(|error| error.under(&format!("/{side}{path}")))
    };
    Ok(AuditChange {
        path: path.to_owned(),
        before: found.before.map(|_| shown()),
        after: found.after.map(|_| shown()),
        before_commitment: commit(found.before, "before")?,
        after_commitment: commit(found.after, "after")?,
    })
}

/// The steps of a change's path, and which of them are entries of a list.
fn steps_of<'p>(path: &'p str, whole: [Option<&Value>; 2]) -> Vec<(&'p str, bool)> {
    let mut sides = whole;
    let steps = path.split('/').skip(1).map(|step| {
        let in_list = sides.iter().flatten().any(|side| side.is_array());
        let pointer = format!("/{step}");
        sides = sides.map(|side| side.and_then(|side| side.pointer(&pointer)));
        (step, in_list)
    });
    steps.collect()
}

/// Whether a mask's path leads to a change, into it, or past it: each would show something of what is masked. So does a list
/// where the mask names a member, and an object where it means each entry.
fn touches(mask: &[&str], path: &[(&str, bool)]) -> bool {
    let (Some((own, rest)), Some(((step, in_list), after))) = (mask.split_first(), path.split_first()) else {
        return true;
    };
    match (*own, *in_list) {
        ("*", true) => touches(rest, after),
        ("*", false) => touches(rest, after) || touches(rest, path),
        (name, true) if !name.bytes().all(|byte| byte.is_ascii_digit()) => true,
        (name, _) => name == *step && touches(rest, after),
    }
}

/// What stands for a value in a record: the SHA-256 of the canonical JSON of `{"path": …, "salt": …, "value": …}`.
pub fn commitment(path: &str, salt: &str, value: &Value) -> Result<String> {
    let mut out = String::from("{\"path\":");
    write_text(&mut out, path);
    out.push_str(",\"salt\":");
    write_text(&mut out, salt);
    out.push_str(",\"value\":");
    write_value(&mut out, value, 0)?;
    out.push('}');
    Ok(hashed(&out))
}
