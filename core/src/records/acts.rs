//! Effects that are acts: they change records, and the host does them in the transaction of the change that they follow from.

use serde_json::{Map, Value};

use super::reach::Record;
use crate::fault::{Pointer, near, shortened};
use crate::flow::MachineEffect;
use crate::{Code, Error, Reason, Result};

/// The effect that sets a field.
pub(super) const SETS: &str = "set_field";
/// The effect that lets an event of a machine happen.
pub(super) const FIRES: &str = "fire_event";

/// An effect that changes a record.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RecordAct {
    /// The link by which the record is reached that it changes; the record itself when there is none.
    pub link: Option<String>,
    /// What it does.
    pub deed: Deed,
}

/// What is done to a record.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Deed {
    /// A field is set; `null` clears it.
    Set {
        /// Which one.
        field: String,
        /// To what.
        value: Value,
    },
    /// An event of its machine happens.
    Fire {
        /// Which one.
        event: String,
        /// With what.
        given: Record,
    },
}

impl RecordAct {
    /// What an effect does to a record; nothing where it is none that changes records, and whoever is connected carries it out.
    pub fn of(effect: &MachineEffect) -> Result<Option<RecordAct>> {
        let known: &[&str] = match effect.name.as_str() {
            SETS => &["field", "value", "link"],
            FIRES => &["event", "given", "link"],
            _ => return Ok(None),
        };
        let mut read = Read {
            effect,
            reasons: Vec::new(),
        };
        read.knows(known);
        let link = read.text("link").map(str::to_owned);
        let deed = match known.first() {
            Some(&"field") => Deed::Set {
                field: read.needed("field"),
                value: effect.with.get("value").cloned().unwrap_or(Value::Null),
            },
            _ => Deed::Fire {
                event: read.needed("event"),
                given: read.given(),
            },
        };
        Error::unless_empty(read.reasons)?;
        Ok(Some(RecordAct { link, deed }))
    }
}

/// What an effect says of what it does.
struct Read<'r> {
    effect: &'r MachineEffect,
    reasons: Vec<Reason>,
}

impl<'r> Read<'r> {
    fn fault(&mut self, code: Code, name: &str, message: String) {
        let at = Pointer::root().join("with").join(name);
        self.reasons.push(Reason::new(code, at, message));
    }

    fn knows(&mut self, known: &[&str]) {
        let effect = self.effect;
        for name in effect.with.keys().filter(|name| !known.contains(&name.as_str())) {
            let hint = near(name, known.iter().copied());
            let message = format!("`{}` knows no `{}`{hint}", effect.name, shortened(name));
            self.fault(Code::DefinitionUnknown, name, message);
        }
    }

    fn text(&mut self, name: &str) -> Option<&'r str> {
        let found = self.effect.with.get(name)?;
        if found.as_str().is_none() {
            let message = format!("`{name}` of `{}` is a name", self.effect.name);
            self.fault(Code::DefinitionType, name, message);
        }
        found.as_str()
    }

    fn needed(&mut self, name: &str) -> String {
        if !self.effect.with.contains_key(name) {
            let message = format!("`{}` needs `{name}`", self.effect.name);
            self.fault(Code::DefinitionMissing, name, message);
        }
        self.text(name).unwrap_or_default().to_owned()
    }

    fn given(&mut self) -> Record {
        match self.effect.with.get("given") {
            None => Map::new(),
            Some(Value::Object(given)) => given.clone(),
            Some(_) => {
                let message = format!("`given` of `{}` has fields with their values", self.effect.name);
                self.fault(Code::DefinitionType, "given", message);
                Map::new()
            }
        }
    }
}
