//! How requests and answers travel: as JSON text, in JavaScript's spelling for objects and in core's for JSON itself.

use std::sync::LazyLock;

use ratebook::api::{self, Loaded, Operation, Wire};
use ratebook::form::{self, Family, Limits, Model};
use ratebook::{Code, Error, Result};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::bridge::write::{Respell, Unwritable};
use crate::bridge::{Named, Spelling, to_json};
use crate::names::Names;
use crate::packed::{Packed, ReadAsText};

/// Answers a request in either spelling; the answer is in the same one.
pub(crate) fn ask(spelling: Spelling, operation: u32, handle: Option<&Loaded>, request: &[u8]) -> Result<String> {
    api::guarded(|| {
        let mut wire = TextWire {
            spelling,
            request,
            names: || names_of_request(operation),
            explained: false,
        };
        match known(operation)?.ask(handle, &mut wire) {
            Err(error) if spelling == Spelling::Camel && !wire.explained => {
                Err(names_of_request(operation)?.error_to_camel(error))
            }
            answered => answered,
        }
    })
}

/// Answers a packed request in JavaScript's spelling; nothing when it is to be asked as text.
pub(crate) fn ask_packed(operation: u32, handle: Option<&Loaded>, request: &[u8]) -> Option<Result<String>> {
    let mut wire = PackedWire {
        request,
        operation,
        is_read: true,
    };
    let answer = api::guarded(|| {
        let answered = known(operation)?.ask(handle, &mut wire);
        answered.map_err(|error| {
            names_of_request(operation).map_or_else(|defect| defect, |names| names.error_to_camel(error))
        })
    });
    wire.is_read.then_some(answer)
}

/// Loads a definition in either spelling.
pub(crate) fn load(spelling: Spelling, kind: u32, text: &[u8]) -> Result<Loaded> {
    api::guarded(|| {
        let (key, names) = names_of_definition(kind)?;
        match spelling {
            Spelling::Wire => Loaded::load_text(key, text),
            Spelling::Camel => {
                let given = form::parse(text, Family::Definition)?;
                names.with_wire(given, Family::Definition, |given| Loaded::load(key, given))
            }
        }
    })
}

struct TextWire<'r, N> {
    spelling: Spelling,
    request: &'r [u8],
    names: N,
    /// Whether an error is already in the caller's spelling.
    explained: bool,
}

impl<N: Fn() -> Result<&'static Names<'static>>> TextWire<'_, N> {
    /// The request in core's spelling when its form is right, every fault otherwise.
    fn checked<T: Limits>(&self) -> Result<Value> {
        let given = form::parse(self.request, Family::Request)?;
        let check = |given| form::check::<T>(given, Family::Request);
        match self.spelling {
            Spelling::Wire => check(given),
            Spelling::Camel => (self.names)()?.with_wire(given, Family::Request, check),
        }
    }
}

fn read<T: DeserializeOwned>(text: &str, spelling: Spelling) -> serde_json::Result<T> {
    let mut source = serde_json::Deserializer::from_str(text);
    let inner = form::strict(&mut source);
    let request = T::deserialize(Named { inner, spelling })?;
    source.end()?;
    Ok(request)
}

impl<N: Fn() -> Result<&'static Names<'static>>> Wire for TextWire<'_, N> {
    type Answer = String;

    fn take<T: DeserializeOwned + Limits>(&mut self) -> Result<T> {
        if self.request.len() <= form::MAX_JSON_BYTES
            && let Ok(text) = str::from_utf8(self.request)
            && let Ok(request) = read(text, self.spelling)
        {
            return Ok(request);
        }
        self.explained = true;
        let checked = self.checked::<T>()?;
        self.explained = false;
        read(&checked.to_string(), Spelling::Wire).map_err(|error| {
            let message = format!("the request cannot be read: {error}");
            Error::new(Code::RequestType, "", message)
        })
    }

    fn take_each<T: DeserializeOwned + Limits>(&mut self, list: &str) -> Option<Vec<Result<T>>> {
        let texts = api::single_texts(self.request, list)?;
        self.explained = false;
        let place = format!("/{list}/0");
        let single = |text: &String| {
            let mut wire = TextWire {
                spelling: self.spelling,
                request: text.as_bytes(),
                names: &self.names,
                explained: false,
            };
            let read = wire.take();
            let told = self.spelling == Spelling::Camel && wire.explained;
            read.map_err(|error| if told { Names::told(error.below(&place)) } else { error })
        };
        Some(texts.iter().map(single).collect())
    }

    fn give<T: Serialize>(&mut self, answer: &T) -> Result<String> {
        match self.spelling {
            Spelling::Camel => in_camel(answer, &self.names),
            Spelling::Wire => to_json(answer, None).map_err(|error| unwritten(&error)),
        }
    }
}

/// An answer in JavaScript's spelling; the names are those of the request, of which errors in it may speak.
fn in_camel<T: Serialize>(answer: &T, names: impl Fn() -> Result<&'static Names<'static>>) -> Result<String> {
    let respell = |field: &str, value| match names() {
        Ok(names) => names.respell_report(field, value),
        Err(_) => value,
    };
    let respell: Respell<'_> = &respell;
    to_json(answer, Some(respell)).map_err(|error| unwritten(&error))
}

fn unwritten(error: &Unwritable) -> Error {
    Error::new(Code::RequestType, "", format!("the answer cannot be written: {error}"))
}

struct PackedWire<'r> {
    request: &'r [u8],
    operation: u32,
    is_read: bool,
}

impl Wire for PackedWire<'_> {
    type Answer = String;

    fn take<T: DeserializeOwned + Limits>(&mut self) -> Result<T> {
        let mut packed = Packed(self.request);
        let inner = form::strict(&mut packed);
        let spelling = Spelling::Camel;
        let read = T::deserialize(Named { inner, spelling }).and_then(|request| packed.end().map(|()| request));
        read.map_err(|ReadAsText| {
            self.is_read = false;
            Error::new(Code::RequestType, "", "to be asked as text")
        })
    }

    fn take_each<T: DeserializeOwned + Limits>(&mut self, _: &str) -> Option<Vec<Result<T>>> {
        None
    }

    fn give<T: Serialize>(&mut self, answer: &T) -> Result<String> {
        in_camel(answer, || names_of_request(self.operation))
    }
}

fn known(operation: u32) -> Result<Operation> {
    Operation::ALL.get(operation as usize).copied().ok_or_else(mismatched)
}

fn names_of_request(operation: u32) -> Result<&'static Names<'static>> {
    static REQUESTS: LazyLock<Vec<Names<'static>>> = LazyLock::new(|| {
        Operation::ALL
            .iter()
            .map(|operation| names(&operation.request_type()))
            .collect()
    });
    REQUESTS.get(operation as usize).ok_or_else(mismatched)
}

fn names_of_definition(kind: u32) -> Result<(&'static str, &'static Names<'static>)> {
    static DEFINITIONS: LazyLock<Vec<Names<'static>>> =
        LazyLock::new(|| Loaded::definition_types().iter().map(|name| names(name)).collect());
    let found = Loaded::KEYS.get(kind as usize).zip(DEFINITIONS.get(kind as usize));
    found.map(|(key, names)| (*key, names)).ok_or_else(mismatched)
}

fn names(name: &str) -> Names<'static> {
    Names::new(Model::own(), Model::own().form(name))
}

fn mismatched() -> Error {
    let message = "the add-on and the JavaScript around it are of different versions; install `ratebook` anew";
    Error::new(Code::EngineDefect, "", message)
}
