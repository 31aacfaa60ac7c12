use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::actor::{AccessActor, AccessRecord};
use super::{Access, Holder};
use crate::fault::Limits;
use crate::form::Pointer;
use crate::money::shortened;
use crate::tenancy::Scoped;
use crate::{Code, Reason, Result};

/// What may somebody see of a record?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(deny_unknown_fields)]
pub struct MaskRequest {
    /// Who looks at it.
    pub actor: AccessActor,
    /// The kind of record, as the rules name it.
    pub entity: String,
    /// The record with its fields.
    pub record: Scoped<AccessRecord>,
}

/// A record as somebody may see it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
pub struct MaskedRecord {
    /// Its fields; in the place of what is hidden stand eight stars.
    pub fields: Map<String, Value>,
    /// What is hidden, as JSON pointers into the fields.
    pub masked: Vec<String>,
}

/// What stands in the place of what is hidden, however long that is.
const STARS: &str = "********";

/// A place that is hidden.
#[derive(Clone, Debug)]
pub(super) struct Mask {
    steps: Vec<String>,
    unless: u16,
}

impl Mask {
    /// Reads a JSON pointer that may have `*` for every entry.
    pub(super) fn read(field: &str, unless: Option<u16>) -> Option<Mask> {
        let steps = field.strip_prefix('/')?.split('/');
        let steps: Vec<String> = steps.map(|step| step.replace("~1", "/").replace("~0", "~")).collect();
        let well = steps.iter().all(|step| !step.is_empty()) && steps.first().is_some_and(|first| first != "*");
        // A mask whose permission does not exist hides from everybody; its rules do not load.
        let unless = unless.unwrap_or(u16::MAX);
        well.then_some(Mask { steps, unless })
    }
}

impl Access {
    /// The record without what the actor may not see.
    pub fn mask(&self, request: &MaskRequest) -> Result<MaskedRecord> {
        request.bounded()?;
        let holder = self.holder(&request.actor)?;
        let record = request.record.within(self.scope(), "/record/tenant")?;
        let Some(masks) = self.masks.get(&request.entity) else {
            let message = format!("nothing is said of what is hidden in `{}`", shortened(&request.entity));
            let reason = Reason::new(Code::RequestUnknown, "/entity", message);
            return Err(reason.with("choices", self.masks.keys().collect::<Vec<_>>()).into());
        };
        let mut answer = MaskedRecord {
            fields: record.fields.clone(),
            masked: Vec::new(),
        };
        for mask in masks.iter().filter(|mask| !self.sees(&holder, mask, record)) {
            if let Some((first, rest)) = mask.steps.split_first()
                && let Some(inside) = answer.fields.get_mut(first)
            {
                hide(inside, rest, &Pointer::root().join(first), &mut answer.masked);
            }
        }
        answer.masked.sort_unstable();
        answer.masked.dedup();
        Ok(answer)
    }

    fn sees(&self, holder: &Holder, mask: &Mask, record: &AccessRecord) -> bool {
        holder.holds(mask.unless, Some(record))
    }
}

fn hide(value: &mut Value, steps: &[String], at: &Pointer, masked: &mut Vec<String>) {
    let Some((step, rest)) = steps.split_first() else {
        *value = STARS.into();
        masked.push(at.into());
        return;
    };
    let every = step == "*";
    match value {
        Value::Object(fields) => {
            for (name, inside) in fields.iter_mut().filter(|(name, _)| every || *name == step) {
                hide(inside, rest, &at.join(name), masked);
            }
        }
        Value::Array(entries) => {
            let number = step.parse::<usize>().ok();
            for (index, inside) in entries.iter_mut().enumerate() {
                if every || number == Some(index) {
                    hide(inside, rest, &at.join(index), masked);
                }
            }
        }
        // Another form than the rules expect could carry what is to be hidden, so that it is hidden whole.
        Value::Null => (),
        _ => {
            *value = STARS.into();
            masked.push(at.into());
        }
    }
}
