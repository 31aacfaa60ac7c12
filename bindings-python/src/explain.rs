//! What is wrong with Python values that `take.rs` could not read: they are written as JSON in the form that their type takes, and
//! core says every fault of it; where only we saw the Python value, in words of ours.
//!
//! Definitions are always read this way, for they are checked as a whole.

use std::collections::HashMap;

use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDate, PyDateTime, PyFloat, PyInt};
use ratebook::form::model::{Form, Format};
use ratebook::form::{self, Family, Limits, Model, Pointer};
use ratebook::{Error, Reason};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::native::{Native, half_a_character, text_of};
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
pub(crate) fn read<T: DeserializeOwned + Limits>(value: &Bound<'_, PyAny>, family: Family) -> Result<T, Refusal> {
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
        // By their places: a table of floats has as many hints as reasons.
        let mut hints: Vec<Option<Reason>> = self.hints.iter().cloned().map(Some).collect();
        let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
        for (place, hint) in self.hints.iter().enumerate().rev() {
            places.entry(&hint.path).or_default().push(place);
        }
        let mut said: Vec<Reason> = Vec::new();
        for reason in reasons {
            let place = places.get_mut(reason.path.as_str()).and_then(Vec::pop);
            let hint = place.and_then(|place| hints.get_mut(place)).and_then(Option::take);
            said.push(hint.unwrap_or(reason));
        }
        said.extend(hints.into_iter().flatten());
        match Error::from_reasons(said) {
            Some(error) => Err(error),
            None => Err(Error::new(ratebook::Code::RequestType, "", "the value cannot be read")),
        }
    }
}

/// Writes a value as JSON in the form that the type takes.
pub(crate) fn write<T: Limits>(value: &Bound<'_, PyAny>, family: Family) -> Result<Written, Refusal> {
    write_by(form::form_of::<T>(), value, family)
}

fn write_by(form: &'static Form, value: &Bound<'_, PyAny>, family: Family) -> Result<Written, Refusal> {
    let mut writer = Writer {
        model: Model::own(),
        native: Native::of(value.py())?,
        family,
        hints: Vec::new(),
        left: MAX_VALUES,
    };
    let value = writer.any(value, form, &Pointer::root(), 0)?;
    Ok(Written {
        value,
        hints: writer.hints,
    })
}

struct Writer<'s> {
    model: &'s Model,
    native: &'static Native,
    family: Family,
    hints: Vec<Reason>,
    left: u32,
}

impl<'s> Writer<'s> {
    fn any(&mut self, value: &Bound<'_, PyAny>, form: &'s Form, at: &Pointer, depth: u32) -> Result<Value, Refusal> {
        self.left = self.left.checked_sub(1).ok_or_else(|| {
            let message = format!("more than {MAX_VALUES} values in one call; send them as an Arrow table");
            Error::new(self.family.too_large(), at, message)
        })?;
        let form = self.model.behind(form).1;
        let format = match form {
            Form::Text(text) => text.format,
            _ => Format::Plain,
        };
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
            return self.object(entries, form, at, self.inside(depth, at)?);
        }
        if let Some(items) = plain::items(value, self.native)? {
            return self.list(&items, form, at, self.inside(depth, at)?);
        }
        match plain::wire_text(value, self.native) {
            Ok(Some(text)) => {
                self.look(value, format, at)?;
                return Ok(text.into());
            }
            Ok(None) => {}
            Err(error) => {
                self.hint(at, half_a_character(value, error)?.1);
                return Ok(Value::Null);
            }
        }
        if value.is_instance(self.native.decimal.bind(value.py()))? {
            let text = text_of(&value.str()?)?;
            self.hint(
                at,
                format!("`{text}` is not an amount; pass a decimal such as `Decimal(\"124.50\")`"),
            );
            return Ok(Value::Null);
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

    fn whole(&mut self, value: &Bound<'_, PyAny>, format: Format, at: &Pointer) -> Value {
        if format == Format::Decimal {
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

    fn float(&mut self, value: &Bound<'_, PyAny>, format: Format, at: &Pointer) -> Result<Value, Refusal> {
        let number: f64 = value.extract()?;
        let written = text_of(&value.repr()?)?;
        if format == Format::Decimal {
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
        } else if !number.is_finite() {
            self.hint(
                at,
                format!("`{written}` is not a number; pass one, or leave it out when it is not known"),
            );
        }
        Ok(serde_json::Number::from_f64(number).map_or(Value::Null, Value::Number))
    }

    /// Text that is well formed, but came from a value which means something else.
    fn look(&mut self, value: &Bound<'_, PyAny>, format: Format, at: &Pointer) -> PyResult<()> {
        let moment = value.cast::<PyDateTime>();
        if format == Format::Day && moment.is_ok() {
            self.hint(
                at,
                "a datetime is not a day, for its day depends on the zone; pass `….date()` or `date(2026, 12, 31)`",
            );
        } else if let Ok(moment) = moment.as_ref()
            && format == Format::Instant
        {
            if plain::is_naive(moment)? {
                let right = "datetime(2026, 9, 1, 10, 0, tzinfo=timezone.utc)";
                self.hint(
                    at,
                    format!("the datetime has no zone; pass an aware one such as `{right}`"),
                );
            }
        } else if format == Format::Instant && value.is_instance_of::<PyDate>() {
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
        form: &'s Form,
        at: &Pointer,
        depth: u32,
    ) -> Result<Value, Refusal> {
        let mut fields = Map::new();
        for (key, inside) in entries {
            let name = match plain::text(&key, self.native) {
                Ok(Some(name)) => name,
                Err(error) => {
                    let (name, message) = half_a_character(&key, error)?;
                    self.hint(&at.join(&name), message);
                    continue;
                }
                Ok(None) if key.is_instance_of::<PyInt>() => text_of(&key.str()?)?,
                Ok(None) => {
                    self.hint(at, format!("a name of type `{}`; names are text", type_name(&key)));
                    continue;
                }
            };
            let inner = form.under(&name).unwrap_or(&Form::Anything);
            let value = self.any(&inside, inner, &at.join(&name), depth)?;
            fields.insert(name, value);
        }
        Ok(Value::Object(fields))
    }

    fn list(&mut self, items: &[Bound<'_, PyAny>], form: &'s Form, at: &Pointer, depth: u32) -> Result<Value, Refusal> {
        let inner = form.entries().unwrap_or(&Form::Anything);
        let mut list = Vec::with_capacity(items.len());
        for (place, item) in items.iter().enumerate() {
            list.push(self.any(item, inner, &at.join(place), depth)?);
        }
        Ok(Value::Array(list))
    }
}

/// What the type of a value is called, for a message.
pub(crate) fn type_name(value: &Bound<'_, PyAny>) -> String {
    let named = value.get_type().name().and_then(|name| text_of(&name));
    named.unwrap_or_else(|_| "object".to_owned())
}
