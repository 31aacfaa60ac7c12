use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::{Loaded, Operation, Wire, single_texts};
use crate::form::{self, Family, Limits};
use crate::{Code, Error, Result};

/// Requests and answers as JSON text.
struct JsonWire<'t> {
    request: &'t [u8],
}

impl Wire for JsonWire<'_> {
    type Answer = String;

    fn take<T: DeserializeOwned + Limits>(&mut self) -> Result<T> {
        form::read_text(self.request, Family::Request)
    }

    fn take_each<T: DeserializeOwned + Limits>(&mut self, list: &str) -> Option<Vec<Result<T>>> {
        let texts = single_texts(self.request, list)?;
        let read = |text: &String| form::read_text(text.as_bytes(), Family::Request);
        Some(texts.iter().map(read).collect())
    }

    fn give<T: Serialize>(&mut self, answer: &T) -> Result<String> {
        serde_json::to_string(answer).map_err(unwritten)
    }
}

#[cold]
#[expect(clippy::needless_pass_by_value, reason = "stands where a result's error is mapped")]
fn unwritten(error: serde_json::Error) -> Error {
    Error::new(Code::RequestType, "", format!("the answer cannot be written: {error}"))
}

/// Answers an operation from JSON text to JSON text. `handle` is what [`load_json`] made, for operations that need one.
///
/// ```
/// use ratebook::api::{Operation, ask_json};
/// # fn main() -> ratebook::Result<()> {
/// let Some(codes) = Operation::named("engine.codes") else { return Ok(()) };
/// let answer = ask_json(codes, None, br#"{"family": "time"}"#)?;
/// assert!(answer.contains("time.reversed"));
/// # Ok(()) }
/// ```
pub fn ask_json(operation: Operation, handle: Option<&Loaded>, request: &[u8]) -> Result<String> {
    operation.ask(handle, &mut JsonWire { request })
}

/// Loads the handle that an operation needs from an object that holds its definition by key, such as
/// `{"rate_list": {…}}`; nothing for a plain function.
pub fn load_json(operation: Operation, given: &Map<String, Value>) -> Result<Option<Loaded>> {
    let Some(key) = operation.handle_key() else {
        return Ok(None);
    };
    let missing = || {
        Error::new(
            Code::DefinitionMissing,
            format!("/{key}"),
            format!("the field `{key}` is missing"),
        )
    };
    let definition = given.get(key).ok_or_else(missing)?;
    Loaded::load(key, definition.clone()).map(Some)
}
