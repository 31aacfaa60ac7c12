//! Where a schema has names of its own (fields, variants) and where a value has the caller's: the map that the slow paths
//! follow when something is at fault, so that people read their own spelling back.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use ratebook::form::{Family, Pointer};
use ratebook::{Code, Error, Reason, Result};
use serde_json::{Map, Value};

use crate::bridge::case::{push_camel, with_snake};

/// No path and no message of core begins with it.
const TOLD: char = '\0';

/// A type's schema beside the types that it refers to.
pub(crate) struct Names<'s> {
    types: &'s Map<String, Value>,
    schema: &'s Value,
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
    pub(crate) fn new(types: &'s Map<String, Value>, schema: &'s Value) -> Self {
        Names {
            types,
            schema,
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
        let value = walk.any(self.schema, value, &Pointer::root());
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
        self.declared.get_or_init(|| {
            let mut declared = Declared::default();
            declared.gather(self.types, self.schema);
            declared
        })
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
        let mut at = Some(self.schema);
        let mut out = String::with_capacity(pointer.len());
        for step in pointer.split('/').skip(1) {
            let (place, is_name) = at.map_or((None, false), |schema| self.step(schema, step));
            out.push('/');
            if is_name {
                out.push_str(&camel(step));
            } else {
                out.push_str(step);
            }
            at = place;
        }
        out
    }

    /// The schema one step further down, and whether the step is a name that the schema gives rather than the caller.
    fn step(&self, schema: &'s Value, step: &str) -> (Option<&'s Value>, bool) {
        let schema = self.resolved(schema);
        if let Some(fields) = fields(schema) {
            return (fields.get(step), true);
        }
        let mut named = false;
        for choice in choices(schema) {
            let (place, is_name) = self.step(choice, step);
            if place.is_some() {
                return (place, is_name);
            }
            named |= is_name;
        }
        (schema.get("items").or_else(|| values(schema)), named)
    }

    fn resolved(&self, mut schema: &'s Value) -> &'s Value {
        while let Some(found) = reference(schema).and_then(|name| self.types.get(name)) {
            schema = found;
        }
        schema
    }
}

fn reference(schema: &Value) -> Option<&str> {
    schema.get("$ref").and_then(Value::as_str)?.strip_prefix("#/$defs/")
}

fn choices(schema: &Value) -> impl Iterator<Item = &Value> {
    ["anyOf", "oneOf", "allOf"]
        .into_iter()
        .filter_map(|key| schema.get(key).and_then(Value::as_array))
        .flatten()
}

fn fields(schema: &Value) -> Option<&Map<String, Value>> {
    schema.get("properties").and_then(Value::as_object)
}

/// The schema of a map's values.
fn values(schema: &Value) -> Option<&Value> {
    let numbered = schema.get("patternProperties").and_then(Value::as_object);
    numbered
        .and_then(|all| all.values().next())
        .or_else(|| schema.get("additionalProperties").filter(|inner| inner.is_object()))
}

struct ToWire<'n, 's> {
    names: &'n Names<'s>,
    unknown_field: Code,
    misspelled: Vec<Reason>,
    unknown: HashMap<String, String>,
}

impl<'s> ToWire<'_, 's> {
    fn any(&mut self, schema: &'s Value, value: Value, at: &Pointer) -> Value {
        let schema = self.names.resolved(schema);
        match value {
            Value::Array(items) => {
                let inner = self.inside(schema, |schema| schema.get("items"));
                let items = items.into_iter().enumerate().map(|(index, item)| match inner {
                    Some(inner) => self.any(inner, item, &at.join(index)),
                    None => item,
                });
                Value::Array(items.collect())
            }
            Value::Object(entries) => self.object(schema, entries, at),
            plain => plain,
        }
    }

    /// What `look` finds in the schema or in one of its choices.
    fn inside<T>(&self, schema: &'s Value, look: impl Fn(&'s Value) -> Option<T> + Copy) -> Option<T> {
        let schema = self.names.resolved(schema);
        look(schema).or_else(|| choices(schema).find_map(|choice| self.inside(choice, look)))
    }

    fn object(&mut self, schema: &'s Value, entries: Map<String, Value>, at: &Pointer) -> Value {
        let named = self.inside(schema, fields).is_some();
        let rename = |(name, value): (String, Value)| {
            if named {
                return self.field(schema, name, value, at);
            }
            let value = match self.inside(schema, values) {
                Some(inner) => self.any(inner, value, &at.join(&name)),
                None => value,
            };
            (name, value)
        };
        Value::Object(entries.into_iter().map(rename).collect())
    }

    fn field(&mut self, schema: &'s Value, name: String, value: Value, at: &Pointer) -> (String, Value) {
        let place = at.join(&name);
        let wire_name = if name.contains('_') {
            name.clone()
        } else {
            with_snake(&name, str::to_owned)
        };
        let Some(inner) = self.inside(schema, |schema| fields(schema)?.get(&wire_name)) else {
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
    seen: HashSet<String>,
}

impl Declared {
    fn gather(&mut self, types: &Map<String, Value>, schema: &Value) {
        if let Some(name) = reference(schema) {
            if self.seen.insert(name.to_owned()) {
                types.get(name).into_iter().for_each(|found| self.gather(types, found));
            }
            return;
        }
        let constants = schema.get("enum").and_then(Value::as_array).into_iter().flatten();
        let constants = constants.chain(schema.get("const")).filter_map(Value::as_str);
        self.texts.extend(constants.map(str::to_owned));
        for (name, inner) in fields(schema).into_iter().flatten() {
            self.fields.insert(name.clone());
            self.gather(types, inner);
        }
        let below = choices(schema).chain(schema.get("items")).chain(values(schema));
        below.for_each(|inner| self.gather(types, inner));
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

/// The JavaScript spelling of a name of core.
fn camel(snake: &str) -> String {
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

    fn types() -> Map<String, Value> {
        let types = json!({
            "Prices": {"oneOf": [
                {"type": "object", "properties": {"by_adults": {"type": "object", "additionalProperties": {"type": "string"}}}},
                {"type": "string", "const": "half_up"},
            ]},
        });
        types.as_object().unwrap().clone()
    }

    fn schema() -> Value {
        json!({"type": "object", "properties": {
            "valid_on": {"type": "string"},
            "all_prices": {"type": "array", "items": {"anyOf": [{"$ref": "#/$defs/Prices"}, {"type": "null"}]}},
        }})
    }

    #[test]
    fn only_declared_names_are_renamed() {
        let (types, schema) = (types(), schema());
        let names = Names::new(&types, &schema);
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
        let catalogue = ratebook::api::catalogue();
        let mut declared = Declared::default();
        for entry in &catalogue.operations {
            declared.gather(&catalogue.types, &entry.request);
            declared.gather(&catalogue.types, &entry.answer);
        }
        for entry in &catalogue.handles {
            declared.gather(&catalogue.types, &entry.definition);
        }
        for name in declared.fields {
            assert_eq!(with_snake(&camel(&name), str::to_owned), name);
        }
    }
}
