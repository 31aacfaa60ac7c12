use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::compiled::FieldSet;
use super::definition::MachineStamp;
use super::known::Happening;
use crate::Result;

/// What a transition, or the beginning, sets; `null` for what it clears.
pub(super) fn changes(
    stamps: &BTreeMap<String, MachineStamp>,
    sets: &[FieldSet],
    actor: Option<&str>,
    happening: &Happening<'_>,
) -> Result<Map<String, Value>> {
    let recorded = |name: &String| happening.recorded.is_some_and(|fields| fields.contains_key(name));
    let now = || happening.now.map(|now| now.to_string().into());
    let stamped = |name: &String, stamp: MachineStamp| match stamp {
        MachineStamp::Now => now(),
        MachineStamp::NowOnce => (!recorded(name)).then(now).flatten(),
        MachineStamp::Actor => Some(actor.map_or(Value::Null, Value::from)),
        MachineStamp::Given => happening.given.and_then(|given| given.get(name)).cloned(),
        MachineStamp::Cleared => recorded(name).then_some(Value::Null),
    };
    let stamps = stamps.iter();
    let mut changed: Map<String, Value> = stamps
        .filter_map(|(name, stamp)| Some((name.clone(), stamped(name, *stamp)?)))
        .collect();
    for set in sets {
        let value = set.value.value_of(happening, "/facts")?;
        if !value.is_null() || recorded(&set.name.to_string()) {
            changed.insert(set.name.to_string(), value);
        }
    }
    Ok(changed)
}
