use std::collections::BTreeMap;

use crate::JsonSchema;
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
pub struct FactTypes(#[schemars(extend("format" = "name", "valueFormat" = "reference"))] BTreeMap<String, String>);

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

    /// These names, each with its type.
    pub(crate) fn of(types: impl IntoIterator<Item = (String, Type)>) -> FactTypes {
        FactTypes(types.into_iter().map(|(name, own)| (name, own.to_string())).collect())
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

/// Facts that came as JSON, read for one expression: those it looks at, in the order of their places.
struct Read<'j>(Vec<(usize, Value<'j>)>);

impl Facts for Read<'_> {
    fn fact(&self, place: usize) -> Option<Value<'_>> {
        let found = self.0.binary_search_by_key(&place, |(own, _)| *own).ok();
        found
            .and_then(|found| self.0.get(found))
            .map(|(_, value)| value.borrowed())
    }
}

/// What an expression is asked about, wherever its facts stand.
pub(crate) trait Known {
    /// The fact of that name, which may be a field of a record.
    fn known<'k>(&'k self, name: &str) -> Option<Fact<'k>>;

    /// Where the request has it, or would have it.
    fn place(&self, name: &str, facts: &str) -> Pointer {
        name.split('.').fold(Pointer::at(facts), |place, part| place.join(part))
    }
}

/// A fact as it was found.
pub(crate) enum Fact<'k> {
    /// In its wire form.
    Wire(&'k Json),
    /// A moment.
    Moment(Instant),
}

impl Known for Map<String, Json> {
    fn known<'k>(&'k self, name: &str) -> Option<Fact<'k>> {
        found(self, name).map(Fact::Wire)
    }
}

impl Expression {
    /// Its value for facts in their wire form, fields of a record within an object: `{"customer": {"name": "Ana"}}`. Those
    /// that it does not look at may be missing; every one that is missing or of another type is told, under `place`.
    pub fn evaluate_json(&self, facts: &Map<String, Json>, place: &str) -> Result<Json> {
        self.value_of(facts, place)
    }

    /// Whether it is true for facts in their wire form, as [`Expression::evaluate_json`] reads them.
    pub fn holds(&self, facts: &Map<String, Json>, place: &str) -> Result<bool> {
        self.holds_of(facts, place)
    }

    /// Its value in its wire form, for facts that stand anywhere.
    pub(crate) fn value_of(&self, facts: &dyn Known, place: &str) -> Result<Json> {
        let read = self.read(facts, place)?;
        self.evaluate(&read).map(|value| value.to_json())
    }

    /// Whether it is true, for facts that stand anywhere.
    pub(crate) fn holds_of(&self, facts: &dyn Known, place: &str) -> Result<bool> {
        let read = self.read(facts, place)?;
        self.is_true(&read)
    }

    fn read<'j>(&self, facts: &'j dyn Known, place: &str) -> Result<Read<'j>> {
        let mut read = Vec::with_capacity(self.used.len());
        let mut reasons = Vec::new();
        for used in &self.used {
            let (name, wanted) = (&used.name, &used.wanted);
            let at = || facts.place(name, place);
            match facts.known(name) {
                None if matches!(wanted, Type::Optional(_)) => {}
                None => {
                    let message = format!("the fact `{name}` is missing");
                    reasons.push(Reason::new(Code::RequestMissing, at(), message));
                }
                Some(Fact::Moment(moment)) => read.push((used.slot, Value::Instant(moment))),
                Some(Fact::Wire(given)) => match Value::read(given, wanted) {
                    Some(value) => read.push((used.slot, value)),
                    None => {
                        let message = format!("`{name}` must be {}", wanted.told());
                        reasons.push(Reason::new(Code::RequestType, at(), message));
                    }
                },
            }
        }
        read.sort_unstable_by_key(|(slot, _)| *slot);
        Error::unless_empty(reasons).map(|()| Read(read))
    }
}

/// The fact of that name; of a name with dots by way of the objects that it lies in.
pub(crate) fn found<'f>(facts: &'f Map<String, Json>, name: &str) -> Option<&'f Json> {
    match name.split_once('.') {
        None => facts.get(name),
        Some((record, field)) => found(facts.get(record)?.as_object()?, field),
    }
}
