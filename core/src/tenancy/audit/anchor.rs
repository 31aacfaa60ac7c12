use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::canonical::{hashed, write_text};
use super::record::AuditRecord;
use super::verify::{links, too_many};
use crate::fault::Limits;
use crate::tenancy::TenantId;
use crate::time::{Day, Zone};
use crate::{Code, Error, Reason, Result};

/// One day's records are to be anchored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AuditAnchorRequest {
    /// Whose records they are to be.
    pub tenant: TenantId,
    /// The day.
    pub day: Day,
    /// Where the day is counted; in universal time when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<Zone>,
    /// All records of that day, in order.
    #[schemars(length(max = 50_000))]
    pub records: Vec<AuditRecord>,
}

/// One hash for all records of a day, to be kept where whoever changes the records cannot reach it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AuditAnchor {
    /// Whose records they are.
    pub tenant: TenantId,
    /// Of which day.
    pub day: Day,
    /// The number of the day's first record.
    #[schemars(range(min = 1, max = 9_007_199_254_740_992_i64))]
    pub first: u64,
    /// The number of the day's last record.
    #[schemars(range(min = 1, max = 9_007_199_254_740_992_i64))]
    pub last: u64,
    /// The SHA-256 of the canonical JSON of `{"day": …, "first": …, "hashes": […], "last": …, "tenant": …}`.
    #[schemars(length(max = 64), extend("format" = "text"))]
    pub hash: String,
}

/// Makes a day's anchor; records that are broken have none.
pub fn anchor(request: AuditAnchorRequest) -> Result<AuditAnchor> {
    request.bounded()?;
    let AuditAnchorRequest {
        tenant,
        day,
        zone,
        records,
    } = request;
    let (Some(first), Some(last)) = (records.first(), records.last()) else {
        let message = "a day without a record needs no anchor";
        return Err(Error::new(Code::RequestMissing, "/records", message));
    };
    Error::unless_empty(too_many(&records).into_iter().collect())?;
    let mut breaks = Vec::new();
    links(&tenant, &records, None, &mut breaks);
    breaks.sort_by_key(|one| (one.index, one.kind, one.sequence));
    let broken = breaks.iter().map(|one| {
        let message = format!("the chain is broken at record {}; verify it", one.sequence);
        Reason::new(Code::TenancyAuditBroken, format!("/records/{}", one.index), message).with("kind", one.kind)
    });
    let zone = zone.unwrap_or(Zone::UTC);
    let elsewhen = records
        .iter()
        .enumerate()
        .filter(|(_, record)| zone.day_of(record.at) != day);
    let elsewhen = elsewhen.map(|(index, record)| {
        let message = format!(
            "record {} was made on {}, not on {day}",
            record.sequence,
            zone.day_of(record.at)
        );
        Reason::new(Code::RequestConflict, format!("/records/{index}/at"), message)
    });
    Error::unless_empty(broken.chain(elsewhen).collect())?;
    let (first, last) = (first.sequence, last.sequence);
    let mut anchor = AuditAnchor {
        tenant,
        day,
        first,
        last,
        hash: String::new(),
    };
    let hashes: Vec<&str> = records.iter().map(|record| record.hash.as_str()).collect();
    anchor.hash = anchored(&anchor, &hashes);
    Ok(anchor)
}

/// What the hash of an anchor must be.
pub(super) fn anchored(anchor: &AuditAnchor, hashes: &[&str]) -> String {
    let mut out = String::with_capacity(hashes.len().saturating_mul(67).saturating_add(200));
    out.push_str("{\"day\":");
    write_text(&mut out, &anchor.day.to_string());
    out.push_str(&format!(",\"first\":{},\"hashes\":[", anchor.first));
    for (index, hash) in hashes.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        write_text(&mut out, hash);
    }
    out.push_str(&format!("],\"last\":{},\"tenant\":", anchor.last));
    write_text(&mut out, anchor.tenant.as_str());
    out.push('}');
    hashed(&out)
}
