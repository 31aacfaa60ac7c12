//! What a Python value stands for: a decimal, a day, an instant, text, a list or a mapping. Nothing is guessed: a value
//! that could mean two things stands for neither.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{
    PyBool, PyDate, PyDateAccess, PyDateTime, PyDelta, PyDeltaAccess, PyDict, PyFrozenSet, PyInt, PyList, PyMapping,
    PySet, PyString, PyTime, PyTimeAccess, PyTuple, PyType, PyTzInfoAccess,
};
use ratebook::money::Decimal;
use ratebook::time::{Day, Instant};

use crate::native::{Native, text_of};

fn is(value: &Bound<'_, PyAny>, class: &Py<PyType>) -> bool {
    value.get_type().is(class) || value.is_instance(class.bind(value.py())).unwrap_or(false)
}

/// The digits of a `Decimal` or an `int`, or a string as it is; a float is none, for it has already lost digits.
pub(crate) fn decimal(value: &Bound<'_, PyAny>, native: &Native) -> PyResult<Option<String>> {
    if is(value, &native.decimal) {
        let text = text_of(&value.str()?)?;
        if !text.contains('E') {
            // `NaN` and `Infinity` are no numbers.
            return Ok(Some(text).filter(|text| text.ends_with(|last: char| last.is_ascii_digit())));
        }
        // `Decimal("1E+3")` is written out, as the wire knows no exponents, unless that would take a page of zeros.
        let exponent = text.rsplit('E').next().and_then(|digits| digits.parse::<i32>().ok());
        if exponent.is_none_or(|exponent| exponent.abs() > 64) {
            return Ok(Some(text));
        }
        let written = value.call_method1("__format__", ("f",))?;
        return text_of(written.cast::<PyString>()?).map(Some);
    }
    if value.is_instance_of::<PyInt>() && !value.is_instance_of::<PyBool>() {
        return Ok(value.extract::<i128>().ok().map(|number| number.to_string()));
    }
    match value.cast::<PyString>() {
        Ok(text) => text_of(text).map(Some),
        Err(_) => Ok(None),
    }
}

/// A decimal of a `Decimal`, if it can be read where it lies.
#[inline]
pub(crate) fn decimal_in_place(value: &Bound<'_, PyAny>, native: &Native) -> Option<Decimal> {
    if !value.get_type_ptr().eq(&native.decimal.bind(value.py()).as_type_ptr()) {
        return None;
    }
    native.digits.as_ref()?.read(value)
}

/// The day of a `date`, or of a string such as "2026-12-31"; a `datetime` is none, for its day depends on the zone.
#[inline]
pub(crate) fn day(value: &Bound<'_, PyAny>) -> PyResult<Option<Day>> {
    let date = match value.cast_exact::<PyDate>() {
        Ok(date) => Some(date),
        Err(_) => value
            .cast::<PyDate>()
            .ok()
            .filter(|_| !value.is_instance_of::<PyDateTime>()),
    };
    if let Some(date) = date {
        return Ok(Day::new(
            date.get_year(),
            date.get_month().into(),
            date.get_day().into(),
        ));
    }
    match value.cast::<PyString>() {
        Ok(text) => Ok(text.to_cow()?.parse::<Day>().ok()),
        Err(_) => Ok(None),
    }
}

/// The moment of an aware `datetime`, or of a string such as "2026-12-31T23:59:00+01:00"; a naive one is none.
pub(crate) fn instant(value: &Bound<'_, PyAny>, native: &Native) -> PyResult<Option<Instant>> {
    if let Ok(moment) = value.cast::<PyDateTime>() {
        if is_naive(moment)? {
            return Ok(None);
        }
        let since = value.sub(native.epoch.bind(value.py()))?.cast_into::<PyDelta>()?;
        let seconds = i64::from(since.get_days()) * 86_400 + i64::from(since.get_seconds());
        let micros = seconds * 1_000_000 + i64::from(since.get_microseconds());
        return Ok(Instant::from_microseconds(micros));
    }
    match value.cast::<PyString>() {
        Ok(text) => Ok(text.to_cow()?.parse::<Instant>().ok()),
        Err(_) => Ok(None),
    }
}

/// Whether a `datetime` says no zone: it has none, or one that does not know its offset.
pub(crate) fn is_naive(moment: &Bound<'_, PyDateTime>) -> PyResult<bool> {
    if moment.get_tzinfo().is_none() {
        return Ok(true);
    }
    Ok(moment.call_method0(pyo3::intern!(moment.py(), "utcoffset"))?.is_none())
}

/// What stands for text: a member of an enumeration of strings, a time of day, a duration, a zone or a UUID.
pub(crate) fn text(value: &Bound<'_, PyAny>, native: &Native) -> PyResult<Option<String>> {
    if let Ok(text) = value.cast::<PyString>() {
        return text_of(text).map(Some);
    }
    if is(value, &native.enumeration) {
        let inner = value.getattr(pyo3::intern!(value.py(), "value"))?;
        return inner.cast::<PyString>().ok().map(text_of).transpose();
    }
    if let Ok(time) = value.cast::<PyTime>() {
        return Ok(time_of_day(time));
    }
    let class = value.get_type();
    let named = (text_of(class.module()?.cast()?)?, text_of(&class.name()?)?);
    match (named.0.as_str(), named.1.as_str()) {
        ("zoneinfo" | "zoneinfo._zoneinfo", "ZoneInfo") | ("uuid", "UUID") => text_of(&value.str()?).map(Some),
        _ => Ok(None),
    }
}

/// `14:30`, or `14:30:15` when it has seconds; a time with a zone of its own is none.
fn time_of_day(time: &Bound<'_, PyTime>) -> Option<String> {
    if time.get_tzinfo().is_some() || time.get_microsecond() != 0 {
        return None;
    }
    let (hour, minute, second) = (time.get_hour(), time.get_minute(), time.get_second());
    Some(match second {
        0 => format!("{hour:02}:{minute:02}"),
        _ => format!("{hour:02}:{minute:02}:{second:02}"),
    })
}

/// The text that a value has in JSON, when it is text there: what [`text`] gives, and decimals, days and instants.
pub(crate) fn wire_text(value: &Bound<'_, PyAny>, native: &Native) -> PyResult<Option<String>> {
    if is(value, &native.decimal) {
        return decimal(value, native);
    }
    if value.is_instance_of::<PyDateTime>() {
        // As core writes it; what has no zone or lies beyond its years is left to be refused as it stands.
        return match instant(value, native)? {
            Some(moment) => Ok(Some(moment.to_string())),
            None => text_of(&value.call_method0("isoformat")?.cast_into::<PyString>()?).map(Some),
        };
    }
    if value.is_instance_of::<PyDate>() {
        return text_of(&value.str()?).map(Some);
    }
    text(value, native)
}

/// The entries of a list, tuple, set or other sequence that is not text.
pub(crate) fn items<'py>(value: &Bound<'py, PyAny>, native: &Native) -> PyResult<Option<Vec<Bound<'py, PyAny>>>> {
    if let Ok(list) = value.cast::<PyList>() {
        return Ok(Some(list.iter().collect()));
    }
    if let Ok(tuple) = value.cast::<PyTuple>() {
        return Ok(Some(tuple.iter().collect()));
    }
    if value.is_instance_of::<PyString>() || value.is_instance_of::<pyo3::types::PyBytes>() {
        return Ok(None);
    }
    if value.is_instance_of::<PySet>() || value.is_instance_of::<PyFrozenSet>() || is(value, &native.sequence) {
        return value.try_iter()?.collect::<PyResult<_>>().map(Some);
    }
    Ok(None)
}

/// The names and values of a mapping or of one of our records, without its fields that were not given.
pub(crate) fn entries<'py>(value: &Bound<'py, PyAny>, native: &Native) -> PyResult<Option<Entries<'py>>> {
    if let Ok(dict) = value.cast::<PyDict>() {
        return dict
            .items()
            .iter()
            .map(|pair| pair.extract())
            .collect::<PyResult<_>>()
            .map(Some);
    }
    if is(value, &native.record) {
        return record_entries(value).map(Some);
    }
    if !is(value, &native.mapping) {
        return Ok(None);
    }
    let mapping = value
        .cast::<PyMapping>()
        .map_err(|_| PyTypeError::new_err("not a mapping"))?;
    mapping
        .items()?
        .iter()
        .map(|pair| pair.extract())
        .collect::<PyResult<_>>()
        .map(Some)
}

fn record_entries<'py>(record: &Bound<'py, PyAny>) -> PyResult<Entries<'py>> {
    let py = record.py();
    let names = record.getattr(pyo3::intern!(py, "__match_args__"))?;
    let optional = record.getattr(pyo3::intern!(py, "_optional"))?;
    let optional = optional.cast::<PyDict>()?;
    let mut entries = Entries::new();
    for name in names.cast::<PyTuple>()?.iter() {
        let name = name.cast_into::<PyString>()?;
        let inside = record.getattr(&name)?;
        // What is empty in the place of a field that was not given is not given again.
        let stands_in = is_empty(&inside) && optional.get_item(&name)?.is_some_and(|empty| !empty.is_none());
        if !inside.is_none() && !stands_in {
            // `from_` of a record is `from` on the wire.
            let wire = name.call_method1(pyo3::intern!(py, "rstrip"), ("_",))?;
            entries.push((wire, inside));
        }
    }
    Ok(entries)
}

fn is_empty(value: &Bound<'_, PyAny>) -> bool {
    if let Ok(tuple) = value.cast::<PyTuple>() {
        return tuple.is_empty();
    }
    match value.cast::<PyDict>() {
        Ok(dict) => dict.is_empty(),
        Err(_) => value.cast::<PyBool>().is_ok_and(|truth| !truth.is_true()),
    }
}

/// Names and values, in order.
pub(crate) type Entries<'py> = Vec<(Bound<'py, PyAny>, Bound<'py, PyAny>)>;
