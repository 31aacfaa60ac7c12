//! The slow way to read Python values: beside the schema, saying everything that is wrong and how to put it right.
//!
//! Definitions are always read this way, for they are checked as a whole; requests only when `take.rs` gave up.

use pyo3::prelude::*;
use pyo3::types::{PyBool, PyFloat, PyInt, PyString};
use ratebook::form::{self, Family, Pointer};
use ratebook::{Error, Reason};
use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::native::{Native, text_of};
use crate::plain;
use crate::take::{MAX_DEPTH, MAX_VALUES};

/// Either side of a call that went wrong: core refused, or Python raised.
#[derive(Debug)]
pub(crate) enum Refusal {
    Core(Error),
    Python(PyErr),
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        Refusal::Core(error)
    }
}

impl From<PyErr> for Refusal {
    fn from(error: PyErr) -> Self {
        Refusal::Python(error)
    }
}

/// Reads a value into a type, or says all that is wrong with it.
pub(crate) fn read<T: DeserializeOwned + JsonSchema>(value: &Bound<'_, PyAny>, family: Family) -> Result<T, Refusal> {
    let written = write::<T>(value, family)?;
    Ok(written.overlay(form::read(written.value.clone(), family))?)
}

/// A Python value as JSON, with what was odd about it.
pub(crate) struct Written {
    pub(crate) value: Value,
    hints: Vec<Reason>,
}

impl Written {
    /// What core says of the JSON, with our words where only we saw the Python value.
    pub(crate) fn overlay<T>(&self, read: Result<T, Error>) -> Result<T, Error> {
        let reasons = match read {
            Ok(read) if self.hints.is_empty() => return Ok(read),
            Ok(_) => Vec::new(),
            Err(error) => error.into_reasons(),
        };
        let mut hints = self.hints.clone();
        let mut said: Vec<Reason> = Vec::new();
        for reason in reasons {
            match hints.iter().position(|hint| hint.path == reason.path) {
                Some(place) => said.push(hints.swap_remove(place)),
                None => said.push(reason),
            }
        }
        said.append(&mut hints);
        match Error::from_reasons(said) {
            Some(error) => Err(error),
            None => Err(Error::new(ratebook::Code::RequestType, "", "the value cannot be read")),
        }
    }
}

/// Writes a value as JSON in the form that the type takes.
pub(crate) fn write<T: JsonSchema>(value: &Bound<'_, PyAny>, family: Family) -> Result<Written, Refusal> {
    write_by(form::schema_of::<T>(), value, family)
}

/// Writes a request as JSON in the form that the type of that name takes, or says all that is wrong with it.
pub(crate) fn write_request(name: &str, request: &Bound<'_, PyAny>) -> Result<Value, Refusal> {
    let written = write_by(form::schemas().get(name).unwrap_or(&ANYTHING), request, Family::Request)?;
    if written.hints.is_empty() {
        return Ok(written.value);
    }
    let checked = form::check_named(name, written.value.clone(), Family::Request);
    Ok(written.overlay(checked)?)
}

fn write_by(schema: &'static Value, value: &Bound<'_, PyAny>, family: Family) -> Result<Written, Refusal> {
    let mut writer = Writer {
        types: form::schemas(),
        native: Native::of(value.py())?,
        family,
        hints: Vec::new(),
        left: MAX_VALUES,
    };
    let value = writer.any(value, schema, &Pointer::root(), 0)?;
    Ok(Written {
        value,
        hints: writer.hints,
    })
}

struct Writer<'s> {
    types: &'s serde_json::Map<String, Value>,
    native: &'static Native,
    family: Family,
    hints: Vec<Reason>,
    left: u32,
}

static ANYTHING: Value = Value::Bool(true);

impl<'s> Writer<'s> {
    fn any(&mut self, value: &Bound<'_, PyAny>, schema: &'s Value, at: &Pointer, depth: u32) -> Result<Value, Refusal> {
        self.left = self.left.checked_sub(1).ok_or_else(|| {
            let message = format!("more than {MAX_VALUES} values in one call; send them as an Arrow table");
            Error::new(self.family.too_large(), at, message)
        })?;
        let schema = self.resolved(schema);
        let format = schema.get("format").and_then(Value::as_str).unwrap_or_default();
        if value.is_none() {
            return Ok(Value::Null);
        }
        if let Ok(truth) = value.cast::<PyBool>() {
            return Ok(truth.is_true().into());
        }
        if value.is_instance_of::<PyInt>() {
            return Ok(self.whole(value, format, at));
        }
        if value.is_instance_of::<PyFloat>() {
            return self.float(value, format, at);
        }
        if let Some(entries) = plain::entries(value, self.native)? {
            return self.object(entries, schema, at, self.inside(depth, at)?);
        }
        if let Some(items) = plain::items(value, self.native)? {
            return self.list(&items, schema, at, self.inside(depth, at)?);
        }
        if let Some(text) = plain::wire_text(value, self.native)? {
            self.look(value, format, &text, at)?;
            return Ok(text.into());
        }
        let message = format!("a value of type `{}` cannot be read here", type_name(value));
        self.hint(at, message);
        Ok(Value::Null)
    }

    fn hint(&mut self, at: &Pointer, message: impl Into<String>) {
        self.hints.push(Reason::new(self.family.wrong_type(), at, message));
    }

    fn inside(&self, depth: u32, at: &Pointer) -> Result<u32, Error> {
        if depth < MAX_DEPTH {
            return Ok(depth + 1);
        }
        let message = format!("nested deeper than {MAX_DEPTH} levels, or a value that holds itself");
        // The whole way down would be a pointer nobody can read.
        let first = at.as_str().split('/').nth(1).unwrap_or_default();
        Err(Error::new(
            self.family.too_large(),
            Pointer::root().join(first),
            message,
        ))
    }

    fn whole(&mut self, value: &Bound<'_, PyAny>, format: &str, at: &Pointer) -> Value {
        if format == "decimal" {
            if let Ok(number) = value.extract::<i128>() {
                return number.to_string().into();
            }
        } else if let Ok(number) = value.extract::<i64>() {
            return number.into();
        } else if let Ok(number) = value.extract::<u64>() {
            return number.into();
        }
        self.hints.push(Reason::new(
            self.family.range(),
            at,
            "the whole number is larger than any that is taken",
        ));
        Value::Null
    }

    fn float(&mut self, value: &Bound<'_, PyAny>, format: &str, at: &Pointer) -> Result<Value, Refusal> {
        let number: f64 = value.extract()?;
        let written = text_of(&value.repr()?)?;
        if format == "decimal" {
            let message = if number.is_finite() {
                format!(
                    "a float cannot hold `{written}` exactly; pass `Decimal(\"{written}\")` or the text \"{written}\""
                )
            } else {
                format!(
                    "`{written}` is not a number that can be reckoned with; pass a decimal such as `Decimal(\"124.50\")`"
                )
            };
            self.hint(at, message);
        }
        Ok(serde_json::Number::from_f64(number).map_or(Value::Null, Value::Number))
    }

    /// Text that is well formed, but came from a value which means something else.
    fn look(&mut self, value: &Bound<'_, PyAny>, format: &str, text: &str, at: &Pointer) -> PyResult<()> {
        let py = value.py();
        let is_datetime = value.is_instance(self.native.datetime.bind(py))?;
        if format == "decimal" && value.is_instance(self.native.decimal.bind(py))? {
            if !value.call_method0("is_finite")?.is_truthy()? {
                self.hint(
                    at,
                    format!("`{text}` is not an amount; pass a decimal such as `Decimal(\"124.50\")`"),
                );
            }
        } else if format == "date" && is_datetime {
            self.hint(
                at,
                "a datetime is not a day, for its day depends on the zone; pass `….date()` or `date(2026, 12, 31)`",
            );
        } else if format == "date-time" && is_datetime {
            if plain::is_naive(value)? {
                let right = "datetime(2026, 9, 1, 10, 0, tzinfo=timezone.utc)";
                self.hint(
                    at,
                    format!("the datetime has no zone; pass an aware one such as `{right}`"),
                );
            }
        } else if format == "date-time" && value.is_instance(self.native.date.bind(py))? {
            let right = "datetime(2026, 9, 1, 10, 0, tzinfo=timezone.utc)";
            self.hint(
                at,
                format!("a day is not a moment; pass an aware datetime such as `{right}`"),
            );
        }
        Ok(())
    }

    fn object(
        &mut self,
        entries: plain::Entries<'_>,
        schema: &'s Value,
        at: &Pointer,
        depth: u32,
    ) -> Result<Value, Refusal> {
        let mut fields = Map::new();
        for (key, inside) in entries {
            let name = match (key.cast::<PyString>(), plain::text(&key, self.native)?) {
                (Ok(name), _) => text_of(name)?,
                (Err(_), Some(name)) => name,
                (Err(_), None) if key.is_instance_of::<PyInt>() => text_of(&key.str()?)?,
                (Err(_), None) => {
                    self.hint(at, format!("a name of type `{}`; names are text", type_name(&key)));
                    continue;
                }
            };
            let inner = field(schema, &name);
            let value = self.any(&inside, inner, &at.join(&name), depth)?;
            fields.insert(name, value);
        }
        Ok(Value::Object(fields))
    }

    fn list(
        &mut self,
        items: &[Bound<'_, PyAny>],
        schema: &'s Value,
        at: &Pointer,
        depth: u32,
    ) -> Result<Value, Refusal> {
        let inner = schema.get("items").unwrap_or(&ANYTHING);
        let prefix = schema.get("prefixItems");
        let mut list = Vec::with_capacity(items.len());
        for (place, item) in items.iter().enumerate() {
            let inner = prefix.and_then(|prefix| prefix.get(place)).unwrap_or(inner);
            list.push(self.any(item, inner, &at.join(place), depth)?);
        }
        Ok(Value::Array(list))
    }

    /// The schema itself, behind references and "or nothing".
    fn resolved(&self, mut schema: &'s Value) -> &'s Value {
        for _ in 0..MAX_DEPTH {
            schema = form::resolved(schema, self.types);
            let choices = schema.get("anyOf").and_then(Value::as_array);
            let some = choices.and_then(|all| all.iter().find(|one| one.get("type").is_none_or(|kind| kind != "null")));
            match some {
                Some(next) => schema = next,
                None => break,
            }
        }
        schema
    }
}

/// The schema of a named field, or of the value that a choice holds.
fn field<'s>(schema: &'s Value, name: &str) -> &'s Value {
    let of = |schema: &'s Value| schema.get("properties").and_then(|known| known.get(name));
    let choice = || schema.get("oneOf")?.as_array()?.iter().find_map(of);
    let patterned = || schema.get("patternProperties")?.as_object()?.values().next();
    let found = of(schema).or_else(choice).or_else(patterned);
    found
        .or_else(|| schema.get("additionalProperties"))
        .unwrap_or(&ANYTHING)
}

/// What the type of a value is called, for a message.
pub(crate) fn type_name(value: &Bound<'_, PyAny>) -> String {
    let named = value.get_type().name().and_then(|name| text_of(&name));
    named.unwrap_or_else(|_| "object".to_owned())
}
