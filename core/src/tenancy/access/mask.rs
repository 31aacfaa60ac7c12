use std::collections::BTreeSet;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::Access;
use super::actor::{AccessActor, AccessRecord};
use crate::fault::Limits;
use crate::money::shortened;
use crate::tenancy::Scoped;
use crate::tenancy::places::Place;
use crate::{Code, Reason, Result};

/// What may somebody see of a record?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct MaskRequest {
    /// Who looks at it.
    pub actor: AccessActor,
    /// The kind of record, as the rules name it.
    #[schemars(extend("format" = "reference"))]
    pub entity: String,
    /// The record with its fields.
    pub record: Scoped<AccessRecord>,
}

/// A record as somebody may see it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct MaskedRecord {
    /// Its fields; in the place of what is hidden stand eight stars.
    pub fields: Map<String, Value>,
    /// What is hidden, as JSON pointers into the fields.
    pub masked: Vec<String>,
}

/// What stands in the place of what is hidden, however long that is.
pub const STARS: &str = "********";

/// A place that is hidden.
#[derive(Clone, Debug)]
pub(super) struct Mask {
    place: Place,
    unless: u16,
}

impl Mask {
    /// Reads a JSON pointer that may have `*` for every entry of a list.
    pub(super) fn read(field: &str, unless: Option<u16>) -> Option<Mask> {
        let place = Place::read(field)?;
        // A mask whose permission does not exist hides from everybody; its rules do not load.
        let unless = unless.unwrap_or(u16::MAX);
        Some(Mask { place, unless })
    }
}

impl Access {
    /// The record without what the actor may not see.
    pub fn mask(&self, request: &MaskRequest) -> Result<MaskedRecord> {
        request.bounded()?;
        let holder = self.holder(&request.actor)?;
        let record = request.record.within(self.scope(), "/record/tenant")?;
        let Some(masks) = self.masks.get(&request.entity) else {
            let message = format!(
                "`{}` is not declared in `access.masks`; declare it, with an empty list if nothing of it is hidden",
                shortened(&request.entity)
            );
            let reason = Reason::new(Code::RequestUnknown, "/entity", message);
            return Err(reason.with("choices", self.masks.keys().collect::<Vec<_>>()).into());
        };
        let mut fields = Value::Object(record.fields.clone());
        let mut hidden = BTreeSet::new();
        let may = holder.with(record);
        for mask in masks.iter().filter(|mask| !may.has(mask.unless)) {
            // What has another shape than declared may carry what is to be hidden anywhere, and is hidden whole.
            let found = mask.place.find(&fields);
            hidden.extend(found.into_iter().map(|found| String::from(found.at)));
        }
        let masked: Vec<String> = hidden
            .iter()
            .filter(|place| !is_inside(place, &hidden))
            .cloned()
            .collect();
        for place in &masked {
            if let Some(inside) = fields.pointer_mut(place) {
                *inside = STARS.into();
            }
        }
        let fields = match fields {
            Value::Object(fields) => fields,
            _ => Map::new(),
        };
        Ok(MaskedRecord { fields, masked })
    }
}

/// Whether a place lies in another one that is hidden whole.
fn is_inside(place: &str, hidden: &BTreeSet<String>) -> bool {
    let ends = place.char_indices().filter(|(at, letter)| *letter == '/' && *at > 0);
    ends.filter_map(|(at, _)| place.get(..at))
        .any(|outer| hidden.contains(outer))
}
