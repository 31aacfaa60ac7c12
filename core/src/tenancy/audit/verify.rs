use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::anchor::{AuditAnchor, anchored};
use super::append::commitment;
use super::order::{Order, Standing};
use super::record::{AuditLink, AuditRecord, BEGINNING};
use crate::fault::Limits;
use crate::tenancy::TenantId;
use crate::{Code, Error, Reason, Result};

/// Is the account of what was done whole and unchanged?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AuditVerifyRequest {
    /// Whose records they are to be.
    pub tenant: TenantId,
    /// The records, in order.
    #[schemars(length(max = 50_000))]
    #[limits(judged)]
    pub records: Vec<AuditRecord>,
    /// The record before the first of these; without it any record may be the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<AuditLink>,
    /// What was kept elsewhere of whole days.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 4000))]
    pub anchors: Vec<AuditAnchor>,
    /// Masked values that somebody knows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub revealed: Vec<AuditReveal>,
}

/// A masked value with its salt: is it what was recorded?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AuditReveal {
    /// In which record.
    pub sequence: u64,
    /// Where: the path of the change.
    #[schemars(length(max = 2000), extend("format" = "text"))]
    pub path: String,
    /// The salt it was recorded with.
    #[schemars(length(max = 128), extend("format" = "text"))]
    pub salt: String,
    /// What it was; not looked at when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Value>,
    /// What it became; not looked at when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Value>,
}

/// Whether the records are what was appended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct AuditReport {
    /// Whether nothing is broken.
    pub intact: bool,
    /// Everything that is, in order.
    pub breaks: Vec<AuditBreak>,
    /// The last record when nothing is broken: what the next ones come `after`.
    pub last: Option<AuditLink>,
}

/// Where the chain is broken, and how.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct AuditBreak {
    /// At which of the records, counted from 0.
    pub index: u32,
    /// How.
    pub kind: AuditBreakKind,
    /// The number of the record that is there, is missing, or belongs there.
    pub sequence: u64,
    /// How many records are concerned.
    pub count: u64,
}

/// How a chain of records is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum AuditBreakKind {
    /// The record is not what its hash is of.
    Changed,
    /// Records before this one are not there.
    Missing,
    /// Another record belongs here.
    OutOfOrder,
    /// The record is there already.
    Duplicated,
    /// The record is another tenant's.
    WrongTenant,
    /// The record's own hash is right, but it does not hang on the one before, or is not what the anchor is of: its hash was made anew.
    Rewritten,
    /// Records that an anchor is of are cut off.
    Truncated,
    /// A revealed value or its salt is not what was recorded.
    Unproven,
}

impl AuditBreak {
    pub(super) fn at(index: usize, kind: AuditBreakKind, sequence: u64) -> AuditBreak {
        AuditBreak {
            index: u32::try_from(index).unwrap_or(u32::MAX),
            kind,
            sequence,
            count: 1,
        }
    }
}

/// Checks records, and tells everything that is broken.
pub fn verify(request: AuditVerifyRequest) -> Result<AuditReport> {
    check(&request)?;
    let after = request.after.as_ref();
    let mut breaks = Vec::new();
    let order = links(&request.tenant, &request.records, after, &mut breaks);
    for anchor in &request.anchors {
        against(&order, anchor, after, &mut breaks);
    }
    reveal(&request, &order, &mut breaks)?;
    breaks.sort_by_key(|one| (one.index, one.kind, one.sequence));
    let intact = breaks.is_empty();
    let last = request.records.last().map(|record| AuditLink {
        sequence: record.sequence,
        hash: record.hash.clone(),
    });
    Ok(AuditReport {
        intact,
        breaks,
        last: last.or(request.after).filter(|_| intact),
    })
}

fn check(request: &AuditVerifyRequest) -> Result<()> {
    let mut reasons: Vec<Reason> = too_many(&request.records).into_iter().collect();
    for (index, anchor) in request.anchors.iter().enumerate() {
        let place = format!("/anchors/{index}");
        if anchor.tenant != request.tenant {
            let message = format!(
                "this anchor belongs to the tenant `{}`",
                crate::money::shortened(anchor.tenant.as_str())
            );
            reasons.push(Reason::new(Code::TenancyWrongTenant, place, message));
        } else if anchor.first > anchor.last {
            let message = format!(
                "the last record, {}, comes before the first, {}",
                anchor.last, anchor.first
            );
            reasons.push(Reason::new(Code::RequestConflict, place, message));
        }
    }
    request.bounded_and(reasons)
}

/// How many records are looked at in one call; more are looked at page by page.
const MAX_RECORDS: usize = 50_000;

pub(super) fn too_many(records: &[AuditRecord]) -> Option<Reason> {
    let count = Some(records.len()).filter(|count| *count > MAX_RECORDS)?;
    let message = format!("there are {count} records; one call takes at most {MAX_RECORDS}");
    Some(Reason::new(Code::RequestRange, "/records", message).with("limit", MAX_RECORDS))
}

/// All that can be said of the records by themselves.
pub(super) fn links<'r>(
    tenant: &TenantId,
    records: &'r [AuditRecord],
    after: Option<&AuditLink>,
    breaks: &mut Vec<AuditBreak>,
) -> Order<'r> {
    let order = Order::of(tenant, records, after, breaks);
    order.swapped(breaks);
    order.missing(after, breaks);
    let beginning = AuditLink {
        sequence: 0,
        hash: BEGINNING.to_owned(),
    };
    let before = after.unwrap_or(&beginning);
    // A changed record is told already; its neighbours hang on it as it was.
    let mut last = Some((before.sequence, before.hash.as_str()));
    for (index, number) in &order.sorted {
        let Some(record) = records.get(*index) else { continue };
        let sound = order.standing(*index) == Standing::Sound;
        if let Some((previous, hash)) = last
            && sound
            && previous.checked_add(1) == Some(*number)
            && record.previous != hash
        {
            breaks.push(AuditBreak::at(*index, AuditBreakKind::Rewritten, *number));
        }
        last = sound.then_some((*number, record.hash.as_str()));
    }
    order
}

/// Whether what an anchor is of is there, and is the same.
fn against(order: &Order<'_>, anchor: &AuditAnchor, after: Option<&AuditLink>, breaks: &mut Vec<AuditBreak>) {
    let numbers = || order.sorted.iter().map(|(_, number)| *number);
    let known = after.map_or(0, |link| link.sequence);
    let lowest = numbers().next();
    let highest = numbers().next_back().unwrap_or(known);
    let cut = |index: usize, first: u64, count: u64| AuditBreak {
        count,
        ..AuditBreak::at(index, AuditBreakKind::Truncated, first)
    };
    if anchor.last > highest && anchor.last > known {
        let first = anchor.first.max(highest.saturating_add(1));
        let count = anchor.last.saturating_sub(first).saturating_add(1);
        breaks.push(cut(order.records.len(), first, count));
        return;
    }
    // What comes before the first of these records was checked with those, or is not there.
    match lowest {
        Some(lowest) if anchor.first < lowest && after.is_none() => {
            let until = lowest.min(anchor.last.saturating_add(1));
            breaks.push(cut(0, anchor.first, until.saturating_sub(anchor.first)));
        }
        _ if anchor.first > known => whole(order, anchor, breaks),
        _ => {}
    }
}

fn whole(order: &Order<'_>, anchor: &AuditAnchor, breaks: &mut Vec<AuditBreak>) {
    let within = |number: u64| (anchor.first..=anchor.last).contains(&number);
    let of_day: Vec<_> = order.sorted.iter().filter(|(_, number)| within(*number)).collect();
    let told = breaks.iter().any(|one| {
        let end = one.sequence.saturating_add(one.count.saturating_sub(1));
        one.kind != AuditBreakKind::WrongTenant && one.sequence <= anchor.last && end >= anchor.first
    });
    if told {
        return;
    }
    let hashes = of_day.iter().filter_map(|(index, _)| order.records.get(*index));
    let hashes: Vec<&str> = hashes.map(|record| record.hash.as_str()).collect();
    if anchored(anchor, &hashes) != anchor.hash {
        let index = of_day.first().map_or(0, |(index, _)| *index);
        breaks.push(AuditBreak::at(index, AuditBreakKind::Rewritten, anchor.first));
    }
}

fn reveal(request: &AuditVerifyRequest, order: &Order<'_>, breaks: &mut Vec<AuditBreak>) -> Result<()> {
    let mut reasons = Vec::new();
    for (place, revealed) in request.revealed.iter().enumerate() {
        let index = order
            .sorted
            .binary_search_by_key(&revealed.sequence, |(_, number)| *number);
        let found = index.ok().and_then(|index| order.sorted.get(index));
        let record = found.and_then(|(index, _)| Some((*index, order.records.get(*index)?)));
        let change = record.and_then(|(index, record)| {
            let change = record.changes.iter().find(|change| change.path == revealed.path)?;
            Some((index, change))
        });
        let Some((index, change)) = change else {
            let message = format!(
                "record {} changed nothing at `{}`",
                revealed.sequence,
                crate::money::shortened(&revealed.path)
            );
            reasons.push(Reason::new(Code::RequestUnknown, format!("/revealed/{place}"), message));
            continue;
        };
        let sides = [
            (&revealed.before, &change.before_commitment),
            (&revealed.after, &change.after_commitment),
        ];
        let proven = sides.iter().all(|(value, recorded)| {
            value.as_ref().is_none_or(|value| {
                commitment(&revealed.path, &revealed.salt, value).ok().as_ref() == recorded.as_ref()
            })
        });
        if !proven {
            breaks.push(AuditBreak::at(index, AuditBreakKind::Unproven, revealed.sequence));
        }
    }
    Error::unless_empty(reasons)
}
