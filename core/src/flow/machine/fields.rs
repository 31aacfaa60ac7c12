use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::definition::{MachineDefinition, MachineStamp};
use crate::expression::{Environment, Type};
use crate::fault::{Pointer, near, shortened};
use crate::{Code, Error, Reason, Result};

/// The names under which something is given or recorded, each with its type where it is known.
#[derive(Clone, Debug, Default)]
pub(super) struct Fields {
    /// Whether the definition declares them, so that no other name is taken.
    declared: bool,
    /// In order of the names.
    names: Vec<(Box<str>, Option<Type>)>,
}

impl Fields {
    pub(super) fn of(definition: &MachineDefinition, fields: &Environment, facts: &Environment) -> Fields {
        let declared = !definition.fields.is_empty();
        let mut names: BTreeMap<&str, Option<Type>> = BTreeMap::new();
        for (name, own) in facts.names() {
            match name.split_once('.') {
                Some((record, _)) => names.insert(record, None),
                None => names.insert(name, Some(own.clone())),
            };
        }
        if declared {
            names.extend(
                fields
                    .names()
                    .iter()
                    .map(|(name, own)| (name.as_str(), Some(own.clone()))),
            );
        } else {
            for (name, own) in implied(definition) {
                names.entry(name).or_insert(own);
            }
        }
        let names = names.into_iter().map(|(name, own)| (name.into(), own));
        Fields {
            declared,
            names: names.collect(),
        }
    }

    /// Refuses values of another type than their field's, inexact numbers, and names that are not known.
    pub(super) fn check(&self, values: &Map<String, Value>, place: &str) -> Result<()> {
        let wrong = |(name, value): (&String, &Value)| !self.takes(name, value);
        if values.iter().any(wrong) {
            return Err(self.refused(values, place));
        }
        Ok(())
    }

    fn takes(&self, name: &str, value: &Value) -> bool {
        match self.known(name) {
            Some(_) if value.is_null() => true,
            Some(Some(own)) => own.takes(value),
            Some(None) => is_exact(value),
            None => !self.declared && is_exact(value),
        }
    }

    fn known(&self, name: &str) -> Option<Option<&Type>> {
        let found = self.names.binary_search_by(|(own, _)| (**own).cmp(name)).ok()?;
        self.names.get(found).map(|(_, own)| own.as_ref())
    }

    #[cold]
    fn refused(&self, values: &Map<String, Value>, place: &str) -> Error {
        // By name: an object has no order of its own, and every language hands it over in another one.
        let values: BTreeMap<&String, &Value> = values.iter().collect();
        let wrong = values.into_iter().filter(|(name, value)| !self.takes(name, value));
        let reason = |(name, _): (&String, &Value)| {
            let (at, told) = (Pointer::at(place).join(name.as_str()), shortened(name));
            match self.known(name) {
                Some(Some(own)) => {
                    let message = format!("`{told}` must be {}", own.told());
                    Reason::new(Code::RequestType, at, message).with("type", own.to_string())
                }
                None if self.declared => {
                    let hint = near(name, self.names.iter().map(|(known, _)| &**known));
                    Reason::new(Code::RequestUnknown, at, format!("there is no field `{told}`{hint}"))
                }
                _ => {
                    let message = format!("`{told}` holds an inexact number; write it as text such as \"12.50\"");
                    Reason::new(Code::RequestType, at, message)
                }
            }
        };
        let reasons = wrong.map(reason).collect();
        Error::from_reasons(reasons)
            .unwrap_or_else(|| Error::new(Code::RequestType, place, "the fields cannot be read"))
    }
}

/// The names that a definition without declared fields uses, each with the type that its use implies.
fn implied(definition: &MachineDefinition) -> BTreeMap<&str, Option<Type>> {
    let mut names: BTreeMap<&str, Option<Type>> = BTreeMap::new();
    let mut set = |name, own: Option<Type>| {
        let known = names.entry(name).or_insert_with(|| own.clone());
        match (&known, own) {
            (Some(before), Some(own)) if *before != own => *known = None,
            (None, own @ Some(_)) => *known = own,
            _ => {}
        }
    };
    if let Some(begin) = &definition.start {
        begin.stamps.iter().for_each(|(name, stamp)| set(name, stamp.implies()));
        begin
            .requires
            .iter()
            .chain(begin.sets.keys())
            .for_each(|name| set(name, None));
    }
    for one in &definition.transitions {
        one.stamps.iter().for_each(|(name, stamp)| set(name, stamp.implies()));
        one.requires
            .iter()
            .chain(one.sets.keys())
            .for_each(|name| set(name, None));
        let counted = [&one.after, &one.not_before, &one.not_after].into_iter().flatten();
        for name in counted.filter_map(|timer| timer.base()) {
            set(name, Some(Type::Instant));
        }
    }
    names
}

impl MachineStamp {
    /// The type of what it sets, where that is certain.
    pub(super) fn implies(self) -> Option<Type> {
        match self {
            MachineStamp::Now | MachineStamp::NowOnce => Some(Type::Instant),
            MachineStamp::Actor => Some(Type::Text),
            MachineStamp::Given | MachineStamp::Cleared => None,
        }
    }
}

/// Whether no number in it has a point: such a number is not the one that was written.
fn is_exact(value: &Value) -> bool {
    match value {
        Value::Number(number) => !number.is_f64(),
        Value::Array(items) => items.iter().all(is_exact),
        Value::Object(fields) => fields.values().all(is_exact),
        _ => true,
    }
}
