use serde_json::Value;

use super::{Family, strict};
use crate::{Error, Reason, Result};

/// The longest JSON text that is read.
pub const MAX_JSON_BYTES: usize = 32 * 1024 * 1024;
/// How deep lists and objects may nest.
pub const MAX_DEPTH: usize = 64;

/// JSON text as a value; text too large, too deep or with a field twice is refused.
pub fn parse(text: &[u8], family: Family) -> Result<Value> {
    within_limit(text.len(), family)?;
    strict::read(text).map_err(|error| {
        let message = error.to_string();
        let code = if message.contains(strict::TOO_DEEP) {
            family.too_large()
        } else {
            family.not_json()
        };
        let message = match super::without_place(&message) {
            said if said.contains("hex escape") => {
                "a `\\u` escape is half of a character, a lone surrogate; write the whole character or leave it out"
            }
            said => said,
        };
        let reason = Reason::new(code, "", format!("the text cannot be read as JSON: {message}"));
        reason.with("line", error.line()).with("column", error.column()).into()
    })
}

/// Refuses a text of so many bytes when it is too long, before anything of it is read or copied.
pub fn within_limit(bytes: usize, family: Family) -> Result<()> {
    if bytes <= MAX_JSON_BYTES {
        return Ok(());
    }
    let message = format!("the text has {bytes} bytes; at most {MAX_JSON_BYTES} are read");
    let reason = Reason::new(family.too_large(), "", message);
    Err(Error::from(reason.with("bytes", bytes).with("limit", MAX_JSON_BYTES)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Code;

    #[test]
    fn text_beyond_the_limits_is_refused() {
        let deep = "[".repeat(100) + &"]".repeat(100);
        assert_eq!(
            parse(deep.as_bytes(), Family::Request).unwrap_err().code(),
            Code::RequestTooLarge
        );
        let twice = br#"{"a": 1, "b": {"c": 1, "c": 2}}"#;
        let error = parse(twice, Family::Definition).unwrap_err();
        assert_eq!(
            (error.code(), error.to_string().contains("`c` is given twice")),
            (Code::DefinitionJson, true)
        );
        for half in [r#"{"a": "\ud83d"}"#, r#"{"a": "\udc00"}"#, r#"{"\ud83d\ud83d": 1}"#] {
            let error = parse(half.as_bytes(), Family::Request).unwrap_err();
            assert_eq!(error.code(), Code::RequestJson);
            assert!(error.to_string().contains("is half of a character"), "{error}");
        }
        let large = vec![b' '; MAX_JSON_BYTES + 1];
        assert_eq!(
            parse(&large, Family::Definition).unwrap_err().code(),
            Code::DefinitionTooLarge
        );
    }
}
