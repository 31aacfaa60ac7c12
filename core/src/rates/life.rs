//! The life of a list: draft → published → archived, versions, codes.

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::RateList;
use super::definition::{ListStatus, RateListDefinition};
use super::lists::{Overlap, RateLists, RateListsDefinition};
use crate::fault::{self, Limits};
use crate::form::Load;
use crate::time::Day;
use crate::{Code, Error, Reason, Result};

/// A new list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CreateListRequest {
    /// The list; it becomes a draft.
    pub list: RateListDefinition,
    /// The codes that the tenant's lists have.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("format" = "reference"))]
    pub taken_codes: Vec<String>,
    /// The day of creation, by which a code is numbered.
    pub created_on: Day,
    /// What a made code begins with; `RL` when not given, `RL-SUP` to name the supplier.
    #[serde(default = "prefix")]
    #[schemars(extend("format" = "name"))]
    pub code_prefix: String,
}

/// A list that is to be published.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PublishRequest {
    /// The draft.
    pub list: RateListDefinition,
    /// The tenant's other lists; the former version of this one among them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<RateListDefinition>,
    /// From which day on it answers in place of its former version; from its first valid day when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effective_on: Option<Day>,
}

/// A list as published, and its former version as it now ends.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct Published {
    /// The list.
    pub list: RateListDefinition,
    /// The former versions that it supersedes.
    pub superseded: Vec<RateListDefinition>,
}

/// A list that is to become a draft again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct UnpublishRequest {
    /// The published list.
    pub list: RateListDefinition,
    /// How many live quotes and bookings refer to it.
    pub references: u32,
}

/// A list by itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ListRequest {
    /// The list.
    pub list: RateListDefinition,
}

/// A list that is to be changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct EditRequest {
    /// The list as it is.
    pub list: RateListDefinition,
    /// The list as it is to be.
    pub changed: RateListDefinition,
}

/// A list that is to be cloned.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CloneRequest {
    /// The list.
    pub list: RateListDefinition,
    /// The id of the clone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "name"))]
    pub id: Option<String>,
}

/// Checks a new list, gives it a code when it has none, and makes it a draft.
pub fn create(request: CreateListRequest) -> Result<RateListDefinition> {
    request.bounded()?;
    let mut list = request.list;
    check(&list)?;
    match &list.code {
        Some(code) if request.taken_codes.contains(code) => {
            let message = format!("another list has the code `{}`", crate::money::shortened(code));
            return Err(Error::new(Code::RatesCodeTaken, "/list/code", message));
        }
        Some(code) => {
            let taken = request.taken_codes.iter().map(String::as_str);
            if let Some(other) = fault::like(code, taken) {
                return Err(fault::alike(Code::RequestConflict, code, &other, "/list/code").into());
            }
        }
        None => {
            list.code = Some(next_code(
                &request.code_prefix,
                request.created_on,
                &request.taken_codes,
            ))
        }
    }
    list.status = ListStatus::Draft;
    Ok(list)
}

/// Publishes a draft: its days must not meet those of another list, and its former version ends where it begins.
pub fn publish(request: PublishRequest) -> Result<Published> {
    request.bounded()?;
    let mut list = request.list;
    expect(&list, &[ListStatus::Draft], "published")?;
    check(&list)?;
    let effective_on = request.effective_on.unwrap_or(list.valid.first);
    list.status = ListStatus::Published;
    let mut superseded = Vec::new();
    let mut others = Vec::new();
    for mut other in request.others {
        let former = list.code.is_some() && other.code == list.code && other.version < list.version;
        if former && other.status == ListStatus::Published {
            let ends = other.superseded_on.map_or(effective_on, |day| day.min(effective_on));
            if other.superseded_on != Some(ends) {
                other.superseded_on = Some(ends);
                superseded.push(other.clone());
            }
        }
        others.push(other);
    }
    let overlaps = overlaps(&list, others)?;
    if !overlaps.is_empty() {
        let reason = |overlap: &Overlap| {
            let code = overlap.other.code.as_deref().unwrap_or(&overlap.other.name);
            let message = format!("the list `{code}` answers for the same days, {}", overlap.days);
            let reason = Reason::new(Code::RatesOverlap, "/list/valid", message);
            reason.with("days", overlap.days).with("other", &overlap.other)
        };
        return Error::unless_empty(overlaps.iter().map(reason).collect()).map(|()| Published { list, superseded });
    }
    Ok(Published { list, superseded })
}

/// Makes a published list a draft again, when nothing refers to it.
pub fn unpublish(request: UnpublishRequest) -> Result<RateListDefinition> {
    request.bounded()?;
    let mut list = request.list;
    expect(&list, &[ListStatus::Published], "unpublished")?;
    if request.references > 0 {
        let message = match request.references {
            1 => "1 live quote or booking refers to the list".to_owned(),
            references => format!("{references} live quotes or bookings refer to the list"),
        };
        let reason = Reason::new(Code::RatesInUse, "/references", message);
        return Err(reason.with("references", request.references).into());
    }
    list.status = ListStatus::Draft;
    Ok(list)
}

/// Archives a draft or a published list.
pub fn archive(request: ListRequest) -> Result<RateListDefinition> {
    request.bounded()?;
    let mut list = request.list;
    expect(&list, &[ListStatus::Draft, ListStatus::Published], "archived")?;
    list.status = ListStatus::Archived;
    Ok(list)
}

/// Checks a change to a list: only drafts change, and not their code, version or parent.
pub fn edit(request: EditRequest) -> Result<RateListDefinition> {
    request.bounded()?;
    let EditRequest { list, changed } = request;
    expect(&list, &[ListStatus::Draft], "changed")?;
    let fixed = [
        ("status", list.status == changed.status),
        ("id", list.id == changed.id),
        ("tenant", list.tenant == changed.tenant),
        ("code", list.code == changed.code),
        ("version", list.version == changed.version),
        ("parent", list.parent == changed.parent),
    ];
    let moved = fixed.iter().filter(|(_, same)| !same).map(|(field, _)| {
        let message = format!("an edit leaves `{field}` as it is");
        Reason::new(Code::RequestConflict, format!("/changed/{field}"), message)
    });
    Error::unless_empty(moved.collect())?;
    load(&changed).map_err(|error| error.under("/changed"))?;
    Ok(changed)
}

/// Makes the next version of a list, as a draft that refers to it.
pub fn clone_list(request: CloneRequest) -> Result<RateListDefinition> {
    request.bounded()?;
    let mut list = request.list;
    list.parent = list.id.take();
    list.id = request.id;
    let too_many = || {
        Error::new(
            Code::RequestRange,
            "/list/version",
            "there is no version after this one",
        )
    };
    list.version = list.version.checked_add(1).ok_or_else(too_many)?;
    list.status = ListStatus::Draft;
    list.superseded_on = None;
    Ok(list)
}

/// The next free code of the month: `RL-2611-0001`; past 9999 it grows a digit.
fn next_code(prefix: &str, day: Day, taken: &[String]) -> String {
    let (year, month, _) = day.ymd();
    let stem = format!("{prefix}-{:02}{month:02}-", year % 100);
    let numbers = taken
        .iter()
        .filter_map(|code| code.strip_prefix(&stem)?.parse::<u64>().ok());
    let next = numbers.max().map_or(1, |largest| largest.saturating_add(1));
    format!("{stem}{next:04}")
}

fn expect(list: &RateListDefinition, allowed: &[ListStatus], act: &str) -> Result<()> {
    if allowed.contains(&list.status) {
        return Ok(());
    }
    let status = serde_json::to_value(list.status).unwrap_or_default();
    let message = format!("a list that is {} cannot be {act}", status.as_str().unwrap_or_default());
    Err(Reason::new(Code::RatesStatus, "/list/status", message)
        .with("status", list.status)
        .into())
}

fn check(list: &RateListDefinition) -> Result<()> {
    load(list).map(|_| ()).map_err(|error| error.under("/list"))
}

fn load(list: &RateListDefinition) -> Result<RateList> {
    RateList::new(list.clone())
}

fn overlaps(list: &RateListDefinition, others: Vec<RateListDefinition>) -> Result<Vec<Overlap>> {
    let lists = RateLists::of(RateListsDefinition { lists: others }).map_err(|error| error.under("/others"))?;
    Ok(lists.overlaps_of(list))
}

fn prefix() -> String {
    "RL".to_owned()
}
