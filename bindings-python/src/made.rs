//! Builds native Python values from an answer's JSON beside its schema: what `give.rs` builds from the answer itself, for
//! operations that are asked seldom.

use pyo3::exceptions::PySystemError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString, PyTuple};
use ratebook::form;
use ratebook::time::{Day, Instant};
use serde_json::{Map, Value};

use crate::native::{EPOCH_ORDINAL, Native};
use crate::shapes::{Shape, member, shape};
use crate::slots;

type Object<'py> = Bound<'py, PyAny>;

/// The native form of an answer whose type has that name; `[name]` is a list of them, and without a name it is as plain as
/// JSON.
pub(crate) fn made<'py>(py: Python<'py>, answer: &[u8], name: &'static str) -> PyResult<Object<'py>> {
    let answer = serde_json::from_slice(answer).map_err(|error| PySystemError::new_err(error.to_string()))?;
    let make = Make {
        py,
        native: Native::of(py)?,
        types: form::schemas(),
    };
    match (name.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')), &answer) {
        (Some(name), Value::Array(items)) => make.list(items.iter().map(|item| make.named(name, item))),
        _ => make.named(name, &answer),
    }
}

#[derive(Clone, Copy)]
struct Make<'py> {
    py: Python<'py>,
    native: &'static Native,
    types: &'static Map<String, Value>,
}

static ANYTHING: Value = Value::Bool(true);

impl<'py> Make<'py> {
    fn named(self, name: &'static str, value: &Value) -> PyResult<Object<'py>> {
        match self.types.get_key_value(name) {
            Some((name, schema)) => self.of_type(Some(name), schema, value),
            None => self.of_type(None, &ANYTHING, value),
        }
    }

    /// A value by a schema, behind references and "or nothing".
    fn any(self, schema: &'static Value, value: &Value) -> PyResult<Object<'py>> {
        let name = schema.get("$ref").and_then(Value::as_str);
        if let Some(name) = name.and_then(|name| name.strip_prefix("#/$defs/")) {
            return self.named(name, value);
        }
        let some = schema.get("anyOf").and_then(Value::as_array).and_then(|choices| {
            choices
                .iter()
                .find(|one| one.get("type").is_none_or(|kind| kind != "null"))
        });
        match some {
            Some(schema) if !value.is_null() => self.any(schema, value),
            _ => self.of_type(None, schema, value),
        }
    }

    fn of_type(self, name: Option<&'static String>, schema: &'static Value, value: &Value) -> PyResult<Object<'py>> {
        match (value, schema.get("properties")) {
            (Value::Object(fields), Some(known)) => match name {
                Some(name) => self.record(shape(self.py, name)?, known, fields),
                None => self.map(schema, fields),
            },
            (Value::Object(fields), None) => self.map(schema, fields),
            (Value::Array(items), _) => {
                let inner = schema.get("items").unwrap_or(&ANYTHING);
                let prefix = schema.get("prefixItems");
                let places = items.iter().enumerate();
                self.list(places.map(|(place, item)| {
                    let own = prefix.and_then(|prefix| prefix.get(place)).unwrap_or(inner);
                    self.any(own, item)
                }))
            }
            (Value::String(text), _) => self.text(name, schema, text),
            _ => self.plain(value),
        }
    }

    fn plain(self, value: &Value) -> PyResult<Object<'py>> {
        let py = self.py;
        Ok(match value {
            Value::Bool(truth) => truth.into_pyobject(py)?.to_owned().into_any(),
            Value::Number(number) => match (number.as_i64(), number.as_u64()) {
                (Some(whole), _) => whole.into_pyobject(py)?.into_any(),
                (_, Some(whole)) => whole.into_pyobject(py)?.into_any(),
                _ => number.as_f64().into_pyobject(py)?.into_any(),
            },
            _ => py.None().into_bound(py),
        })
    }

    fn list(self, items: impl Iterator<Item = PyResult<Object<'py>>>) -> PyResult<Object<'py>> {
        let items = items.collect::<PyResult<Vec<_>>>()?;
        Ok(PyTuple::new(self.py, items)?.into_any())
    }

    fn text(self, name: Option<&'static String>, schema: &'static Value, text: &str) -> PyResult<Object<'py>> {
        let py = self.py;
        let wrong = || PySystemError::new_err(format!("`{text}` is not what its type says"));
        match schema.get("format").and_then(Value::as_str).unwrap_or_default() {
            "decimal" => self.native.decimal.bind(py).call1((text,)),
            "date" => {
                let day: Day = text.parse().map_err(|_| wrong())?;
                self.native.from_ordinal.bind(py).call1((day.number() + EPOCH_ORDINAL,))
            }
            "date-time" => {
                let instant: Instant = text.parse().map_err(|_| wrong())?;
                let micros = instant.microseconds();
                let (seconds, micros) = (micros.div_euclid(1_000_000), micros.rem_euclid(1_000_000));
                let since = self.native.timedelta.bind(py).call1((0, seconds, micros))?;
                self.native.epoch.bind(py).add(since)
            }
            _ => match (name, variant(schema, text)) {
                (Some(name), Some(variant)) => Ok(member(py, name, variant)?.bind(py).clone()),
                _ => Ok(PyString::new(py, text).into_any()),
            },
        }
    }

    /// A dict: of a choice with what it holds, of names, of numbers, or of anything.
    fn map(self, schema: &'static Value, fields: &Map<String, Value>) -> PyResult<Object<'py>> {
        let dict = PyDict::new(self.py);
        let numbered = schema.get("patternProperties").and_then(Value::as_object);
        let inner = numbered.and_then(|patterns| patterns.values().next());
        let inner = inner
            .or_else(|| schema.get("additionalProperties"))
            .unwrap_or(&ANYTHING);
        for (name, value) in fields {
            let own = choice(schema, name).unwrap_or(inner);
            let made = self.any(own, value)?;
            match name.parse::<i64>() {
                Ok(number) if numbered.is_some() => dict.set_item(number, made)?,
                _ => dict.set_item(PyString::intern(self.py, name), made)?,
            }
        }
        Ok(dict.into_any())
    }

    fn record(
        self,
        shape: &'static Shape,
        known: &'static Value,
        fields: &Map<String, Value>,
    ) -> PyResult<Object<'py>> {
        let record = slots::blank(shape.class.bind(self.py))?;
        for slot in &shape.slots {
            match fields.get(&slot.wire) {
                Some(value) => {
                    let schema = known.get(&slot.wire).unwrap_or(&ANYTHING);
                    slots::set(&record, &slot.name, &self.any(schema, value)?)?;
                }
                None => slots::set(&record, &slot.name, slot.empty.bind(self.py))?,
            }
        }
        Ok(record)
    }
}

/// The text of a choice as the schema holds it.
fn variant(schema: &'static Value, text: &str) -> Option<&'static str> {
    let listed = |schema: &'static Value| {
        let listed = schema.get("enum").and_then(Value::as_array).into_iter().flatten();
        let own = listed.chain(schema.get("const")).filter_map(Value::as_str);
        own.filter(|own| *own == text).collect::<Vec<_>>().pop()
    };
    let choices = schema.get("oneOf").and_then(Value::as_array).into_iter().flatten();
    listed(schema).or_else(|| choices.filter_map(listed).next())
}

/// The schema of what a choice of that name holds.
fn choice(schema: &'static Value, name: &str) -> Option<&'static Value> {
    let choices = schema.get("oneOf")?.as_array()?;
    choices.iter().find_map(|one| one.get("properties")?.get(name))
}
