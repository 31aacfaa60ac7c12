//! Bytes to operations and back: requests and answers as JSON text.

use ratebook::api::{self, Loaded, Wire};
use ratebook::form::{self, Family, Limits};
use ratebook::{Code, Error, Result};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::generated::{KEYS, OPERATIONS};
use crate::many;

/// Loads a definition of the kind with that number.
pub(crate) fn load(kind: u32, definition: &[u8]) -> Result<Loaded> {
    api::guarded(|| {
        let key = KEYS.get(kind as usize).ok_or_else(mismatched)?;
        Loaded::load_text(key, definition)
    })
}

/// Answers the operation with that number.
pub(crate) fn ask(operation: u32, handle: Option<&Loaded>, request: &[u8]) -> Result<Vec<u8>> {
    api::guarded(|| {
        let operation = OPERATIONS.get(operation as usize).ok_or_else(mismatched)?;
        let ask = |request: &[u8]| operation.ask(handle, &mut TextWire { request });
        let within = request.len() <= form::MAX_JSON_BYTES;
        let list = operation.each_of().filter(|_| within);
        match list.and_then(|list| many::ask(request, list, ask)) {
            Some(answer) => Ok(answer),
            None => ask(request),
        }
    })
}

/// Core has the like, built for speed; this one is built for size, as serde's code for every type is most of the library.
struct TextWire<'t> {
    request: &'t [u8],
}

impl Wire for TextWire<'_> {
    type Answer = Vec<u8>;

    fn take<T: DeserializeOwned + Limits>(&mut self) -> Result<T> {
        form::read_text(self.request, Family::Request)
    }

    fn take_each<T: DeserializeOwned + Limits>(&mut self, list: &str) -> Option<Vec<Result<T>>> {
        let texts = api::single_texts(self.request, list)?;
        let read = |text: &String| form::read_text(text.as_bytes(), Family::Request);
        Some(texts.iter().map(read).collect())
    }

    fn give<T: Serialize>(&mut self, answer: &T) -> Result<Vec<u8>> {
        serde_json::to_vec(answer)
            .map_err(|error| Error::new(Code::RequestType, "", format!("the answer cannot be written: {error}")))
    }
}

fn mismatched() -> Error {
    let message = "the library is of another version than the package that asks it";
    Error::new(Code::RequestUnknown, "", message)
}
