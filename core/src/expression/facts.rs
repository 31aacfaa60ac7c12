use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};

use super::lexer::is_name;
use super::{Environment, Expression, Facts, Type, Value};
use crate::fault::Limits;
use crate::form::{Faults, Pointer};
use crate::money::shortened;
use crate::time::Instant;
use crate::{Code, Error, Reason, Result};

/// The names that the conditions of a definition may use, each with its type: `bool`, `int`, `decimal`, `text`, `day`,
/// `instant`, `duration`, a list of them such as `[text]`, a map such as `{int}`; `text?` may be missing. A name with dots,
/// such as `customer.name`, is a field of a record.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(transparent)]
#[schemars(inline)]
pub struct FactTypes(BTreeMap<String, String>);

impl FactTypes {
    /// The environment of these names; a type that does not exist is a fault, and a name that cannot be asked for.
    pub fn environment(&self, place: &Pointer, faults: &mut Faults) -> Environment {
        let mut types = Vec::with_capacity(self.0.len());
        for (name, text) in &self.0 {
            let place = || place.join(name.as_str());
            if !is_name(name) {
                let message = format!(
                    "`{}` is not a name such as `nights` or `customer.name`",
                    shortened(name)
                );
                faults.add(Reason::new(faults.family().range(), place(), message));
            }
            match Type::named(text) {
                Some(own) => types.push((name.as_str(), own)),
                None => {
                    let message = format!("there is no type `{}`", shortened(text));
                    faults.add(Reason::new(faults.family().unknown(), place(), message));
                }
            }
        }
        Environment::new(types)
    }

    /// Whether that name is declared, with whatever type.
    pub fn declares(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// Whether no name is declared.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Facts that came as JSON, read for one expression: those it looks at, each in its place.
struct Read<'j>(Vec<(usize, Value<'j>)>);

impl Facts for Read<'_> {
    fn fact(&self, place: usize) -> Option<Value<'_>> {
        let found = self.0.iter().find(|(own, _)| *own == place);
        found.map(|(_, value)| value.borrowed())
    }
}

impl Expression {
    /// Its value for facts in their wire form, fields of a record within an object: `{"customer": {"name": "Ana"}}`. Those
    /// that it does not look at may be missing; every one that is missing or of another type is told, under `place`.
    pub fn evaluate_json(&self, facts: &Map<String, Json>, place: &str) -> Result<Json> {
        let read = self.read(&[facts], None, place)?;
        self.evaluate(&read).map(|value| value.to_json())
    }

    /// Whether it is true for facts in their wire form, as [`Expression::evaluate_json`] reads them.
    pub fn holds(&self, facts: &Map<String, Json>, place: &str) -> Result<bool> {
        let read = self.read(&[facts], None, place)?;
        self.is_true(&read)
    }

    /// The same for facts that stand in several places, of which the first that has a name tells it; and at a moment, which
    /// `now` is then.
    pub(crate) fn holds_at(&self, facts: &[&Map<String, Json>], now: Option<Instant>, place: &str) -> Result<bool> {
        let read = self.read(facts, now, place)?;
        self.is_true(&read)
    }

    fn read<'j>(&self, facts: &[&'j Map<String, Json>], now: Option<Instant>, place: &str) -> Result<Read<'j>> {
        let mut read = Vec::with_capacity(self.used.len());
        let mut reasons = Vec::new();
        for used in &self.used {
            let (name, wanted) = (&used.name, &used.wanted);
            let at = || name.split('.').fold(Pointer::at(place), |at, part| at.join(part));
            if let (Some(now), "now") = (now, name.as_str()) {
                read.push((used.slot, Value::Instant(now)));
                continue;
            }
            match facts
                .iter()
                .find_map(|facts| holding(facts, name))
                .and_then(|facts| found(facts, name))
            {
                None if matches!(wanted, Type::Optional(_)) => {}
                None => {
                    let message = format!("the fact `{name}` is missing");
                    reasons.push(Reason::new(Code::RequestMissing, at(), message));
                }
                Some(given) => match Value::read(given, wanted) {
                    Some(value) => read.push((used.slot, value)),
                    None => {
                        let message = format!("`{name}` must be {}", wanted.told());
                        reasons.push(Reason::new(Code::RequestType, at(), message));
                    }
                },
            }
        }
        Error::unless_empty(reasons).map(|()| Read(read))
    }
}

/// The facts, when they hold the name, or the record that it is a field of.
fn holding<'f>(facts: &'f Map<String, Json>, name: &str) -> Option<&'f Map<String, Json>> {
    let record = name.split_once('.').map_or(name, |(record, _)| record);
    facts.contains_key(record).then_some(facts)
}

/// The fact of that name; of a name with dots by way of the objects that it lies in.
fn found<'f>(facts: &'f Map<String, Json>, name: &str) -> Option<&'f Json> {
    match name.split_once('.') {
        None => facts.get(name),
        Some((record, field)) => found(facts.get(record)?.as_object()?, field),
    }
}
