use serde_json::{Map, Value};
use toml::de::{DeTable, DeValue};

use super::Family;
use super::text::within_limit;
use crate::{Code, Error, Reason, Result};

/// Reads TOML as the value that the same JSON is. Decimals are written as text there too.
pub(crate) fn parse(text: &[u8]) -> Result<Value> {
    within_limit(text.len(), Family::Definition)?;
    let text = str::from_utf8(text).map_err(|_| not_toml("the text is not UTF-8".to_owned(), 0))?;
    match DeTable::parse(text) {
        Ok(table) => Ok(object(table.get_ref())),
        Err(error) => {
            let line = error.span().map_or(0, |span| {
                text.get(..span.start).unwrap_or_default().lines().count().max(1)
            });
            Err(not_toml(
                format!("the text is neither JSON nor TOML: {}", error.message()),
                line,
            ))
        }
    }
}

fn not_toml(message: String, line: usize) -> Error {
    Reason::new(Code::DefinitionJson, "", message).with("line", line).into()
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
