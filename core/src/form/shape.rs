//! Walks a value beside the schema of the type it is meant for.

use serde_json::{Map, Value};

use super::{Faults, Pointer, resolved, schemas};
use crate::Reason;
use crate::money::{Currency, Decimal, shortened};
use crate::time::{Day, Instant, TimeOfDay, Zone};

/// Reports every fault of form in `value` and gives back a value that can be read: what is at fault holds a stand-in.
pub(super) fn check(schema: &'static Value, value: Value, faults: &mut Faults) -> Value {
    Walk {
        types: schemas(),
        faults,
    }
    .any(schema, value, &Pointer::root())
}

struct Walk<'a> {
    types: &'a Map<String, Value>,
    faults: &'a mut Faults,
}

impl<'a> Walk<'a> {
    fn any(&mut self, schema: &'a Value, value: Value, at: &Pointer) -> Value {
        let schema = self.resolved(schema);
        if let Some(choices) = schema.get("anyOf").and_then(Value::as_array) {
            let optional = choices.iter().any(|choice| has_type(choice, "null"));
            let inner = choices.iter().find(|choice| !has_type(choice, "null"));
            return match inner {
                _ if value.is_null() && optional => value,
                Some(inner) => self.any(inner, value, at),
                None => value,
            };
        }
        if let Some(variants) = schema.get("oneOf").and_then(Value::as_array) {
            return self.variant(variants, value, at);
        }
        if let Some(choices) = schema.get("enum").and_then(Value::as_array) {
            let choices: Vec<_> = choices.iter().filter_map(Value::as_str).collect();
            return self.choice(&choices, value, at);
        }
        if value.is_null() && has_type(schema, "null") {
            return value;
        }
        match &value {
            _ if has_type(schema, "object") => self.object(schema, value, at),
            _ if has_type(schema, "array") => self.list(schema, value, at),
            _ if has_type(schema, "string") => self.text(schema, value, at),
            _ if has_type(schema, "integer") => self.integer(schema, value, at),
            Value::Bool(_) => value,
            _ if has_type(schema, "boolean") => self.mistyped(schema, "true or false", &value, at),
            _ => value,
        }
    }

    /// The schema itself, behind any number of references.
    fn resolved(&self, schema: &'a Value) -> &'a Value {
        resolved(schema, self.types)
    }

    /// A choice in the form `"name"` or `{"name": …}`.
    fn variant(&mut self, variants: &'a [Value], value: Value, at: &Pointer) -> Value {
        let plain = |variant: &'a Value| variant.get("const").and_then(Value::as_str);
        let keyed = |variant: &'a Value| variant.get("properties").and_then(Value::as_object)?.iter().next();
        let mut names = Vec::new();
        for variant in variants {
            names.extend(plain(variant));
            names.extend(keyed(variant).map(|(name, _)| name.as_str()));
            names.extend(
                variant
                    .get("enum")
                    .and_then(Value::as_array)
                    .into_iter()
                    .flatten()
                    .filter_map(Value::as_str),
            );
        }
        let all_plain = variants.iter().all(|variant| keyed(variant).is_none());
        if all_plain || (value.is_string() && variants.iter().any(|variant| keyed(variant).is_none())) {
            return self.choice(&names, value, at);
        }
        let Value::Object(fields) = value else {
            self.mistyped(
                &Value::Null,
                &format!("an object with one of {}", listed(&names)),
                &value,
                at,
            );
            return self.stand_in(variants.first().unwrap_or(&Value::Null));
        };
        let only = fields.iter().next().filter(|_| fields.len() == 1);
        let found = only.and_then(|(name, inside)| {
            let inner = variants.iter().filter_map(keyed).find(|(key, _)| *key == name)?.1;
            Some((name.clone(), inner, inside.clone()))
        });
        if let Some((name, inner, inside)) = found {
            let inside = self.any(inner, inside, &at.join(&name));
            return Value::Object(Map::from_iter([(name, inside)]));
        }
        let given: Vec<_> = fields.keys().map(String::as_str).collect();
        let (code, place) = match only {
            Some((name, _)) => (self.faults.family().unknown(), at.join(name)),
            None => (self.faults.family().wrong_type(), at.clone()),
        };
        let given = if given.is_empty() {
            "nothing".to_owned()
        } else {
            listed(&given)
        };
        let message = format!("give exactly one of {}, not {given}", listed(&names));
        self.faults
            .add_broken(Reason::new(code, place, message).with("choices", &names));
        self.stand_in(variants.first().unwrap_or(&Value::Null))
    }

    fn choice(&mut self, choices: &[&str], value: Value, at: &Pointer) -> Value {
        let Some(given) = value.as_str() else {
            self.mistyped(&Value::Null, &format!("one of {}", listed(choices)), &value, at);
            return choices.first().copied().into();
        };
        if choices.contains(&given) {
            return value;
        }
        let hint = similar(given, choices.iter().copied());
        let message = format!("`{}` is none of {}{hint}", shortened(given), listed(choices));
        let reason = Reason::new(self.faults.family().unknown(), at, message).with("choices", choices);
        self.faults.add_broken(reason);
        choices.first().copied().into()
    }

    fn object(&mut self, schema: &'a Value, value: Value, at: &Pointer) -> Value {
        let Value::Object(fields) = value else {
            self.mistyped(schema, "an object", &value, at);
            return self.stand_in(schema);
        };
        let Some(known) = schema.get("properties").and_then(Value::as_object) else {
            return self.map(schema, fields, at);
        };
        let mut read = Map::new();
        for (name, inside) in fields {
            if let Some(inner) = known.get(&name) {
                let inside = self.any(inner, inside, &at.join(&name));
                read.insert(name, inside);
            } else {
                let hint = similar(&name, known.keys().map(String::as_str));
                let message = format!("there is no field `{}`{hint}", shortened(&name));
                let reason = Reason::new(self.faults.family().unknown(), at.join(&name), message);
                self.faults.add_broken(reason);
            }
        }
        let required = schema
            .get("required")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(Value::as_str);
        for name in required {
            if !read.contains_key(name) {
                let message = format!("the field `{name}` is missing");
                self.faults
                    .add_broken(Reason::new(self.faults.family().missing(), at.join(name), message));
                let stand_in = known.get(name).map_or(Value::Null, |inner| self.stand_in(inner));
                read.insert(name.to_owned(), stand_in);
            }
        }
        Value::Object(read)
    }

    /// An object whose names are the sender's own, or whole numbers.
    fn map(&mut self, schema: &'a Value, fields: Map<String, Value>, at: &Pointer) -> Value {
        let numbered = schema
            .get("patternProperties")
            .and_then(Value::as_object)
            .and_then(|all| all.values().next());
        let Some(inner) = numbered.or_else(|| schema.get("additionalProperties").filter(|inner| inner.is_object()))
        else {
            return Value::Object(fields);
        };
        let mut read = Map::new();
        for (name, inside) in fields {
            let place = at.join(&name);
            if numbered.is_some() && name.parse::<u16>().is_err() {
                let message = format!("`{}` is not a whole number from 0 to 65535", shortened(&name));
                self.faults
                    .add_broken(Reason::new(self.faults.family().wrong_type(), place, message));
                continue;
            }
            let inside = self.any(inner, inside, &place);
            read.insert(name, inside);
        }
        Value::Object(read)
    }

    fn list(&mut self, schema: &'a Value, value: Value, at: &Pointer) -> Value {
        let Value::Array(items) = value else {
            return self.mistyped(schema, "a list", &value, at);
        };
        let most = schema.get("maxItems").and_then(Value::as_u64).unwrap_or(u64::MAX);
        if items.len() as u64 > most {
            let message = format!("{} entries; at most {most} are taken", items.len());
            self.faults
                .add_broken(Reason::new(self.faults.family().range(), at, message).with("limit", most));
            return Value::Array(Vec::new());
        }
        let Some(inner) = schema.get("items") else {
            return Value::Array(items);
        };
        let read = items
            .into_iter()
            .enumerate()
            .map(|(index, item)| self.any(inner, item, &at.join(index)));
        Value::Array(read.collect())
    }

    fn text(&mut self, schema: &'a Value, value: Value, at: &Pointer) -> Value {
        let format = schema.get("format").and_then(Value::as_str).unwrap_or_default();
        let Some(text) = value.as_str() else {
            let wanted = if format == "decimal" {
                "a decimal in a string such as \"124.50\""
            } else {
                "text"
            };
            return self.mistyped(schema, wanted, &value, at);
        };
        let fault = match format {
            "decimal" => text.parse::<Decimal>().err(),
            "date" => text.parse::<Day>().err(),
            "currency" => text.parse::<Currency>().err(),
            "date-time" => text.parse::<Instant>().err(),
            "time-of-day" => text.parse::<TimeOfDay>().err(),
            "time-zone" => text.parse::<Zone>().err(),
            _ => None,
        };
        if let Some(error) = fault {
            let code = match error.code() {
                crate::Code::RequestType => self.faults.family().wrong_type(),
                code => code,
            };
            self.faults.add_broken(Reason::new(code, at, error.to_string()));
            return self.stand_in(schema);
        }
        let most = schema.get("maxLength").and_then(Value::as_u64).unwrap_or(MAX_TEXT);
        if text.chars().count() as u64 > most {
            let message = format!("the text is longer than {most} characters");
            self.faults
                .add_broken(Reason::new(self.faults.family().range(), at, message).with("limit", most));
            return self.stand_in(schema);
        }
        value
    }

    fn integer(&mut self, schema: &'a Value, value: Value, at: &Pointer) -> Value {
        let Some(number) = value
            .as_i64()
            .map(i128::from)
            .or_else(|| value.as_u64().map(i128::from))
        else {
            return self.mistyped(schema, "a whole number", &value, at);
        };
        let format = schema.get("format").and_then(Value::as_str).unwrap_or_default();
        let (low, high) = match format {
            "uint8" => (0, i128::from(u8::MAX)),
            "uint16" => (0, i128::from(u16::MAX)),
            "uint32" => (0, i128::from(u32::MAX)),
            "uint64" | "uint" => (0, i128::from(u64::MAX)),
            "int32" => (i128::from(i32::MIN), i128::from(i32::MAX)),
            _ => (i128::from(i64::MIN), i128::from(i64::MAX)),
        };
        let stated = |name: &str| schema.get(name).and_then(Value::as_i64).map(i128::from);
        let low = stated("minimum").unwrap_or(low).max(low);
        let high = stated("maximum").unwrap_or(high).min(high);
        if (low..=high).contains(&number) {
            return value;
        }
        let message = format!("`{number}` is not between {low} and {high}");
        self.faults
            .add_broken(Reason::new(self.faults.family().range(), at, message));
        self.stand_in(schema)
    }

    fn mistyped(&mut self, schema: &'a Value, wanted: &str, value: &Value, at: &Pointer) -> Value {
        let given = match value {
            Value::Null => "nothing".to_owned(),
            Value::Bool(truth) => format!("`{truth}`"),
            Value::Number(number) => format!("the number `{}`", shortened(&number.to_string())),
            Value::String(text) => format!("the text `{}`", shortened(text)),
            Value::Array(_) => "a list".to_owned(),
            Value::Object(_) => "an object".to_owned(),
        };
        let message = format!("needs {wanted}, not {given}");
        self.faults
            .add_broken(Reason::new(self.faults.family().wrong_type(), at, message));
        self.stand_in(schema)
    }

    /// The least value that has the form of the schema.
    fn stand_in(&self, schema: &'a Value) -> Value {
        let schema = self.resolved(schema);
        if let Some(given) = schema.get("default").or_else(|| schema.get("const")) {
            return given.clone();
        }
        let first = |name: &str| schema.get(name).and_then(Value::as_array).and_then(|all| all.first());
        if let Some(example) = first("examples").or_else(|| first("enum")) {
            return example.clone();
        }
        if let Some(choices) = schema.get("anyOf").and_then(Value::as_array) {
            let optional = choices.iter().any(|choice| has_type(choice, "null"));
            return if optional {
                Value::Null
            } else {
                choices.first().map_or(Value::Null, |one| self.stand_in(one))
            };
        }
        if let Some(variant) = first("oneOf") {
            return self.stand_in(variant);
        }
        match schema.get("type") {
            _ if has_type(schema, "null") => Value::Null,
            Some(Value::String(name)) => match name.as_str() {
                "object" => self.empty_object(schema),
                "array" => Value::Array(Vec::new()),
                "string" => Value::String(String::new()),
                "integer" => schema.get("minimum").cloned().unwrap_or_else(|| 0.into()),
                "boolean" => Value::Bool(false),
                _ => Value::Null,
            },
            _ => Value::Null,
        }
    }

    fn empty_object(&self, schema: &'a Value) -> Value {
        let required = schema
            .get("required")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(Value::as_str);
        let fields = required.map(|name| {
            let inner = schema.get("properties").and_then(|known| known.get(name));
            (name.to_owned(), inner.map_or(Value::Null, |inner| self.stand_in(inner)))
        });
        Value::Object(fields.collect())
    }
}

/// The longest text a field takes unless its type says otherwise.
const MAX_TEXT: u64 = 10_000;

fn has_type(schema: &Value, name: &str) -> bool {
    match schema.get("type") {
        Some(Value::String(only)) => only == name,
        Some(Value::Array(several)) => several.iter().any(|one| one == name),
        _ => false,
    }
}

fn listed(names: &[&str]) -> String {
    let quoted: Vec<_> = names.iter().map(|name| format!("`{}`", shortened(name))).collect();
    match quoted.as_slice() {
        [] => "nothing".to_owned(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

/// «; did you mean …?» when a known name is close.
fn similar<'n>(given: &str, known: impl Iterator<Item = &'n str>) -> String {
    let close = |name: &&str| distance(given, name) <= 1 + name.len() / 4;
    let found = known.filter(close).min_by_key(|name| distance(given, name));
    found.map_or_else(String::new, |name| format!("; did you mean `{name}`?"))
}

/// How many letters must be added, dropped or changed to make one text of the other; long texts count as far apart.
fn distance(a: &str, b: &str) -> usize {
    if a.len() > 64 {
        return usize::MAX;
    }
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (index, letter) in a.chars().enumerate() {
        let mut next = vec![index + 1];
        for (place, other) in b.iter().enumerate() {
            let (above, diagonal) = (row.get(place + 1).copied(), row.get(place).copied());
            let changed = diagonal.unwrap_or(0) + usize::from(letter != *other);
            let left = next.last().copied().unwrap_or(0) + 1;
            next.push(changed.min(left).min(above.unwrap_or(0) + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
}
