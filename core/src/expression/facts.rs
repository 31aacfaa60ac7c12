use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};

use super::{Environment, Expression, Facts, Type, Value};
use crate::form::{Faults, Pointer};
use crate::{Code, Error, Reason, Result};

/// The names that the conditions of a definition may use, each with its type: `bool`, `int`, `decimal`, `text`, `day`, or a
/// list of one of them such as `[text]`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(inline)]
pub struct FactTypes(BTreeMap<String, String>);

impl FactTypes {
    /// The environment of these names; a type that does not exist is a fault.
    pub fn environment(&self, place: &Pointer, faults: &mut Faults) -> Environment {
        let mut types = Vec::with_capacity(self.0.len());
        for (name, text) in &self.0 {
            match Type::named(text) {
                Some(own) => types.push((name.as_str(), own)),
                None => {
                    let message = format!("there is no type `{}`", crate::money::shortened(text));
                    faults.add(Reason::new(
                        faults.family().unknown(),
                        place.join(name.as_str()),
                        message,
                    ));
                }
            }
        }
        Environment::new(types)
    }

    /// Whether no name is declared.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Facts that came as JSON, read for one expression: those it looks at, each in its place.
struct Read(Vec<(usize, Value<'static>)>);

impl Facts for Read {
    fn fact(&self, place: usize) -> Option<Value<'_>> {
        let found = self.0.iter().find(|(own, _)| *own == place);
        found.map(|(_, value)| value.clone())
    }
}

impl Expression {
    /// Its value for facts in their wire form. Those that it does not look at may be missing; every one that is missing or
    /// of another type is told, under `place`.
    pub fn evaluate_json(&self, facts: &Map<String, Json>, place: &str) -> Result<Json> {
        let read = self.read(facts, place)?;
        self.evaluate(&read).map(|value| value.to_json())
    }

    /// Whether it is true for facts in their wire form, as [`Expression::evaluate_json`] reads them.
    pub fn holds(&self, facts: &Map<String, Json>, place: &str) -> Result<bool> {
        let read = self.read(facts, place)?;
        self.is_true(&read)
    }

    fn read(&self, facts: &Map<String, Json>, place: &str) -> Result<Read> {
        let mut read = Vec::with_capacity(self.used.len());
        let mut reasons = Vec::new();
        for (slot, name, wanted) in &self.used {
            let at = || Pointer::at(place).join(name.as_str());
            match facts.get(name) {
                None => {
                    let message = format!("the fact `{name}` is missing");
                    reasons.push(Reason::new(Code::RequestMissing, at(), message));
                }
                Some(given) => match Value::read(given, wanted) {
                    Some(value) => read.push((*slot, value)),
                    None => {
                        let message = format!("`{name}` is to be {wanted}");
                        reasons.push(Reason::new(Code::RequestType, at(), message));
                    }
                },
            }
        }
        Error::unless_empty(reasons).map(|()| Read(read))
    }
}
