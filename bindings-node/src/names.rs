//! Where a schema has names of its own (fields, variants) and where a value has the caller's: the map that the slow paths
//! follow when something is at fault, so that people read their own spelling back.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::OnceLock;

use ratebook::form::model::{Form, Model};
use ratebook::form::{Family, Pointer};
use ratebook::{Code, Error, Reason, Result};
use serde_json::{Map, Value};

use crate::bridge::case::{push_camel, with_snake};

/// No path and no message of core begins with it.
const TOLD: char = '\0';

/// A type's form beside the model of the types that it refers to.
pub(crate) struct Names<'s> {
    model: &'s Model,
    form: &'s Form,
    declared: OnceLock<Declared>,
}

/// What renaming a value found out.
#[derive(Default)]
struct Renamed {
    /// The value in core's spelling.
    value: Value,
    /// Fields that were spelled as on the wire, which JavaScript objects do not use.
    misspelled: Vec<Reason>,
    /// Names that no type declares, in core's spelling, with what the caller wrote.
    unknown: HashMap<String, String>,
}

impl<'s> Names<'s> {
    pub(crate) fn new(model: &'s Model, form: &'s Form) -> Self {
        Names {
            model,
            form,
            declared: OnceLock::new(),
        }
    }

    /// Reads a value of JavaScript as core reads it, and tells what is wrong as JavaScript spells it.
    pub(crate) fn with_wire<T>(
        &self,
        given: Value,
        family: Family,
        read: impl FnOnce(Value) -> Result<T>,
    ) -> Result<T> {
        let mut renamed = self.to_wire(given, family.unknown());
        match read(std::mem::take(&mut renamed.value)) {
            Err(error) => Err(self.explained(error, renamed)),
            Ok(read) => Error::unless_empty(renamed.misspelled).map(|()| read),
        }
    }

    /// The value in core's spelling. Names that nobody declares are kept, so that they are reported.
    fn to_wire(&self, value: Value, unknown_field: Code) -> Renamed {
        let mut walk = ToWire {
            names: self,
            unknown_field,
            misspelled: Vec::new(),
            unknown: HashMap::new(),
        };
        let value = walk.any(self.form, value, &Pointer::root());
        Renamed {
            value,
            misspelled: walk.misspelled,
            unknown: walk.unknown,
        }
    }

    /// The error in JavaScript's spelling: its places, the fields that its messages name, and the names of its figures.
    pub(crate) fn error_to_camel(&self, error: Error) -> Error {
        self.explained(error, Renamed::default())
    }

    fn explained(&self, error: Error, renamed: Renamed) -> Error {
        let declared = self.declared();
        let mut reasons = renamed.misspelled;
        reasons.extend(error.into_reasons().into_iter().map(|mut reason| {
            reason.path = self.pointer_to_camel(&reason.path);
            reason.message = declared.message_to_camel(&reason.message, &renamed.unknown);
            reason.details = keys_to_camel(reason.details);
            reason
        }));
        let unexplained = || Error::new(Code::RequestType, "", "the input cannot be read");
        Error::from_reasons(reasons).unwrap_or_else(unexplained)
    }

    /// Every name that the type and those it refers to declare.
    fn declared(&self) -> &Declared {
        self.declared.get_or_init(|| Declared::of(self.model, self.form))
    }

    /// Marks an error that is in JavaScript's spelling already, for [`Names::respell_report`] to leave it so.
    pub(crate) fn told(error: Error) -> Error {
        error.each_reason(|reason| {
            reason.path.insert(0, TOLD);
            reason.message.insert(0, TOLD);
        })
    }

    /// How reports inside an answer are spelled. Those of one request among many begin their paths at that request, so
    /// their steps are known by name alone.
    pub(crate) fn respell_report(&self, field: &str, value: Value) -> Value {
        let declared = self.declared();
        match (field, value) {
            ("path" | "message", Value::String(mut told)) if told.starts_with(TOLD) => {
                told.remove(0);
                told.into()
            }
            ("path", Value::String(path)) => {
                let steps: Vec<_> = path.split('/').map(|step| declared.camel(step)).collect();
                steps.join("/").into()
            }
            ("message", Value::String(message)) => declared.message_to_camel(&message, &HashMap::new()).into(),
            ("details", Value::Object(figures)) => keys_to_camel(figures).into(),
            (_, value) => value,
        }
    }

    fn pointer_to_camel(&self, pointer: &str) -> String {
        let mut at = Some(self.form);
        let mut out = String::with_capacity(pointer.len());
        for step in pointer.split('/').skip(1) {
            let form = at.map_or(&Form::Anything, |form| self.model.behind(form).1);
            out.push('/');
            if is_named(form) {
                out.push_str(&camel(step));
            } else {
                out.push_str(step);
            }
            at = form.under(step).or_else(|| form.entries());
        }
        out
    }
}

/// Whether what stands in an object of that form has names of ours, not of the caller.
fn is_named(form: &Form) -> bool {
    matches!(form, Form::Record(_) | Form::Choice(_))
}

struct ToWire<'n, 's> {
    names: &'n Names<'s>,
    unknown_field: Code,
    misspelled: Vec<Reason>,
    unknown: HashMap<String, String>,
}

impl<'s> ToWire<'_, 's> {
    fn any(&mut self, form: &'s Form, value: Value, at: &Pointer) -> Value {
        let form = self.names.model.behind(form).1;
        match value {
            Value::Array(items) => {
                let inner = form.entries();
                let items = items.into_iter().enumerate().map(|(index, item)| match inner {
                    Some(inner) => self.any(inner, item, &at.join(index)),
                    None => item,
                });
                Value::Array(items.collect())
            }
            Value::Object(entries) => self.object(form, entries, at),
            plain => plain,
        }
    }

    fn object(&mut self, form: &'s Form, entries: Map<String, Value>, at: &Pointer) -> Value {
        let rename = |(name, value): (String, Value)| {
            if is_named(form) {
                return self.field(form, name, value, at);
            }
            let value = match form.under(&name) {
                Some(inner) => self.any(inner, value, &at.join(&name)),
                None => value,
            };
            (name, value)
        };
        Value::Object(entries.into_iter().map(rename).collect())
    }

    fn field(&mut self, form: &'s Form, name: String, value: Value, at: &Pointer) -> (String, Value) {
        let place = at.join(&name);
        let wire_name = if name.contains('_') {
            name.clone()
        } else {
            with_snake(&name, str::to_owned)
        };
        let Some(inner) = form.under(&wire_name) else {
            let spelled_back = camel(&wire_name) == name;
            let kept = if spelled_back { wire_name } else { name.clone() };
            self.unknown.insert(kept.clone(), name);
            return (kept, value);
        };
        if name.contains('_') {
            let message = format!(
                "there is no field `{name}` in a JavaScript object; write `{}` (only JSON text keeps `{name}`)",
                camel(&name)
            );
            self.misspelled.push(Reason::new(self.unknown_field, &place, message));
        }
        (wire_name, self.any(inner, value, &place))
    }
}

/// The names that a schema and its types declare, without the texts that are choices: those are values and stay.
#[derive(Default)]
struct Declared {
    fields: HashSet<String>,
    texts: HashSet<String>,
}

impl Declared {
    fn of(model: &Model, form: &Form) -> Declared {
        let mut declared = Declared::default();
        model.visit(form, &mut BTreeSet::new(), &mut |form| match form {
            Form::Record(fields) => declared.fields.extend(fields.iter().map(|field| field.name.clone())),
            Form::Choice(variants) => {
                for own in variants {
                    let names = if own.holds.is_some() {
                        &mut declared.fields
                    } else {
                        &mut declared.texts
                    };
                    names.insert(own.name.clone());
                }
            }
            _ => {}
        });
        declared
    }

    /// A field's name in JavaScript's spelling; anything else as it is.
    fn camel(&self, word: &str) -> String {
        if self.fields.contains(word) && !self.texts.contains(word) {
            camel(word)
        } else {
            word.to_owned()
        }
    }

    /// Every second part between backticks is quoted: a field's name there is put into JavaScript's spelling.
    fn message_to_camel(&self, message: &str, unknown: &HashMap<String, String>) -> String {
        let spell = |(index, part): (usize, &str)| {
            let quoted = index % 2 == 1;
            match unknown.get(part) {
                Some(written) if quoted => written.clone(),
                None if quoted => self.camel(part),
                _ => part.to_owned(),
            }
        };
        let parts: Vec<_> = message.split('`').enumerate().map(spell).collect();
        parts.join("`")
    }
}

/// The JavaScript spelling of a snake_case name.
pub(crate) fn camel(snake: &str) -> String {
    let mut out = String::with_capacity(snake.len());
    push_camel(snake, &mut out);
    out
}

/// Figures are named by core, so their names are spelled as JavaScript spells names; what they hold stays.
fn keys_to_camel(figures: Map<String, Value>) -> Map<String, Value> {
    figures
        .into_iter()
        .map(|(name, figure)| (camel(&name), figure))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn model() -> Model {
        Model::read(
            r##"{
                "Prices": {"oneOf": [
                    {"type": "object", "properties": {"by_adults": {"type": "object", "additionalProperties": {"type": "string"}}}},
                    {"type": "string", "const": "half_up"}
                ]},
                "Asked": {"type": "object", "properties": {
                    "valid_on": {"type": "string"},
                    "all_prices": {"type": "array", "items": {"anyOf": [{"$ref": "#/$defs/Prices"}, {"type": "null"}]}}
                }}
            }"##,
        )
        .unwrap()
    }

    #[test]
    fn only_declared_names_are_renamed() {
        let model = model();
        let names = Names::new(&model, model.form("Asked"));
        let value = json!({"allPrices": [{"byAdults": {"twoBeds": "1"}}, "half_up"], "oddOne": 1, "valid_on": "x"});
        let renamed = names.to_wire(value, Code::RequestUnknown);
        let wire = json!({"all_prices": [{"by_adults": {"twoBeds": "1"}}, "half_up"], "odd_one": 1, "valid_on": "x"});
        assert_eq!(renamed.value, wire);
        assert_eq!(renamed.misspelled.len(), 1);
        assert_eq!(renamed.misspelled[0].path, "/valid_on");

        let message = "`odd_one`, `half_up`; did you mean `valid_on`?";
        let error = Error::new(Code::RequestUnknown, "/all_prices/0/by_adults/two_beds", message);
        let error = names.explained(error, renamed);
        let told: Vec<_> = error
            .reasons()
            .map(|reason| (&*reason.path, &*reason.message))
            .collect();
        assert_eq!(told[1].0, "/allPrices/0/byAdults/two_beds");
        assert_eq!(told[1].1, "`oddOne`, `half_up`; did you mean `validOn`?");
    }

    #[test]
    fn every_name_of_core_has_one_spelling_in_javascript() {
        for own in Model::own().types() {
            for name in Declared::of(Model::own(), &own.form).fields {
                assert_eq!(with_snake(&camel(&name), str::to_owned), name);
            }
        }
    }
}
