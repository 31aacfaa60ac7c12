use serde_json::{Map, Value};
use toml::de::{DeTable, DeValue};

use super::Family;
use super::text::within_limit;
use crate::{Code, Error, Reason, Result};

/// Reads TOML as the value that the same JSON is. Decimals are written as text there too.
pub(crate) fn parse(text: &[u8]) -> Result<Value> {
    within_limit(text.len(), Family::Definition)?;
    let text = str::from_utf8(text).map_err(|_| Error::new(Code::DefinitionJson, "", "the text is not UTF-8"))?;
    match DeTable::parse(text) {
        Ok(table) => Ok(object(table.get_ref())),
        Err(error) => {
            let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
            let line = before.matches('\n').count() + 1;
            let column = before.rsplit('\n').next().map_or(0, |last| last.chars().count()) + 1;
            let message = format!("the text is neither JSON nor TOML: {}", error.message());
            let reason = Reason::new(Code::DefinitionJson, "", message);
            Err(reason.with("line", line).with("column", column).into())
        }
    }
}

fn object(table: &DeTable<'_>) -> Value {
    let fields = table
        .iter()
        .map(|(name, value)| (name.get_ref().to_string(), any(value.get_ref())));
    Value::Object(fields.collect::<Map<String, Value>>())
}

fn any(value: &DeValue<'_>) -> Value {
    match value {
        DeValue::String(text) => Value::String(text.to_string()),
        // A number beyond 64 bits stays text, and is refused where a number is wanted.
        DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix())
            .map_or_else(|_| Value::String(number.as_str().to_owned()), Value::from),
        DeValue::Float(number) => Value::String(number.as_str().to_owned()),
        DeValue::Boolean(truth) => Value::Bool(*truth),
        DeValue::Datetime(moment) => Value::String(moment.to_string()),
        DeValue::Array(items) => items.iter().map(|item| any(item.get_ref())).collect(),
        DeValue::Table(table) => object(table),
    }
}
