//! Canonical JSON as RFC 8785 has it, so that every language hashes the same bytes. Of its numbers only whole ones within
//! ±2^53 are written: a record holds decimals as text, so the formatting of floats, the one hard part of the RFC, has no
//! use here and no place.

use std::fmt::Write;

use serde_json::{Map, Number, Value};
use sha2::{Digest, Sha256};

use crate::form::{MAX_DEPTH, Pointer};
use crate::{Code, Error, Reason, Result};

/// The largest whole number that every language's JSON holds exactly.
pub(super) const MAX_NUMBER: u64 = 1 << 53;

/// The canonical text of a value; what has none is refused with its place.
pub(in crate::tenancy) fn canonical(value: &Value) -> Result<String> {
    let mut out = String::new();
    write_value(&mut out, value, 0)?;
    Ok(out)
}

/// The SHA-256 of a text, in hexadecimal.
pub(in crate::tenancy) fn hashed(text: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut out = String::with_capacity(64);
    for byte in Sha256::digest(text.as_bytes()) {
        for half in [byte >> 4, byte & 15] {
            out.push(DIGITS.get(usize::from(half)).copied().map_or('0', char::from));
        }
    }
    out
}

pub(super) fn write_value(out: &mut String, value: &Value, depth: usize) -> Result<()> {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(true) => out.push_str("true"),
        Value::Bool(false) => out.push_str("false"),
        Value::Number(number) => return write_number(out, number),
        Value::String(text) => write_text(out, text),
        Value::Array(_) | Value::Object(_) if depth >= MAX_DEPTH => {
            let message = format!("nested deeper than {MAX_DEPTH} levels");
            return Err(Reason::new(Code::RequestTooLarge, "", message).into());
        }
        Value::Array(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                write_value(out, item, depth + 1).map_err(|error| below(error, index))?;
            }
            out.push(']');
        }
        Value::Object(fields) => write_object(out, fields, depth)?,
    }
    Ok(())
}

fn write_object(out: &mut String, fields: &Map<String, Value>, depth: usize) -> Result<()> {
    let mut members: Vec<_> = fields.iter().collect();
    // By UTF-16 code units, as the RFC demands: for what lies beyond the first plane that is not the order of the bytes.
    members.sort_unstable_by(|(one, _), (other, _)| {
        if one.is_ascii() && other.is_ascii() {
            one.cmp(other)
        } else {
            one.encode_utf16().cmp(other.encode_utf16())
        }
    });
    out.push('{');
    for (index, (name, inside)) in members.into_iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        write_text(out, name);
        out.push(':');
        write_value(out, inside, depth + 1).map_err(|error| below(error, name))?;
    }
    out.push('}');
    Ok(())
}

fn below(error: Error, step: impl std::fmt::Display) -> Error {
    error.under(Pointer::root().join(step).as_str())
}

fn write_number(out: &mut String, number: &Number) -> Result<()> {
    let size = number.as_i64().map(i64::unsigned_abs).or_else(|| number.as_u64());
    match size {
        Some(size) if size <= MAX_NUMBER => {
            // Writing to text cannot fail.
            let _ = write!(out, "{number}");
            Ok(())
        }
        Some(_) => {
            let message = format!("`{number}` is beyond ±2^53, where languages no longer agree; give it as text");
            Err(Reason::new(Code::RequestRange, "", message)
                .with("limit", MAX_NUMBER)
                .into())
        }
        None => {
            let message = format!("`{number}` is not a whole number; give decimals as text, such as \"12.50\"");
            Err(Reason::new(Code::RequestType, "", message).into())
        }
    }
}

pub(super) fn write_text(out: &mut String, text: &str) {
    out.push('"');
    let mut rest = text;
    while let Some(at) = rest
        .bytes()
        .position(|byte| byte < 0x20 || byte == b'"' || byte == b'\\')
    {
        let (plain, after) = rest.split_at_checked(at).unwrap_or((rest, ""));
        out.push_str(plain);
        let mut letters = after.chars();
        match letters.next() {
            Some('"') => out.push_str("\\\""),
            Some('\\') => out.push_str("\\\\"),
            Some('\u{8}') => out.push_str("\\b"),
            Some('\t') => out.push_str("\\t"),
            Some('\n') => out.push_str("\\n"),
            Some('\u{c}') => out.push_str("\\f"),
            Some('\r') => out.push_str("\\r"),
            Some(other) => {
                let _ = write!(out, "\\u{:04x}", u32::from(other));
            }
            None => {}
        }
        rest = letters.as_str();
    }
    out.push_str(rest);
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn of(text: &str) -> String {
        canonical(&serde_json::from_str(text).unwrap()).unwrap()
    }

    /// The example of RFC 8785, section 3.2.2, without its member `numbers`, all of whose values are floats or too wide.
    #[test]
    fn the_text_and_literals_of_the_rfc() {
        let given = r#"{"string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false]}"#;
        let wanted = r#"{"literals":[null,true,false],"string":"€$\u000f\nA'B\"\\\\\"/"}"#;
        assert_eq!(of(given), wanted);
    }

    /// The example of RFC 8785, section 3.2.3: the order of these names tells UTF-16 from UTF-8.
    #[test]
    fn the_order_of_the_rfc() {
        let given = r#"{"\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One", "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis"}"#;
        let wanted = "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u{80}\":\"Control\",\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning Face\",\"\u{fb33}\":\"Hebrew Letter Dalet With Dagesh\"}";
        assert_eq!(of(given), wanted);
    }

    /// Of RFC 8785, appendix B, the numbers that are whole and within ±2^53.
    #[test]
    fn whole_numbers_and_no_others() {
        assert_eq!(
            of("[0, 9007199254740992, -9007199254740992]"),
            "[0,9007199254740992,-9007199254740992]"
        );
        for (given, code) in [
            ("9007199254740993", Code::RequestRange),
            ("-9007199254740994", Code::RequestRange),
            ("295147905179352830000", Code::RequestType),
            ("4.5", Code::RequestType),
            ("-0.0", Code::RequestType),
        ] {
            let value: Value = serde_json::from_str(given).unwrap();
            let error = canonical(&json!({"a": [value]})).unwrap_err();
            assert_eq!((error.code(), error.path()), (code, "/a/0"), "{given}");
        }
    }

    /// The example of FIPS 180-4.
    #[test]
    fn a_known_hash() {
        assert_eq!(
            hashed("abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }
}
