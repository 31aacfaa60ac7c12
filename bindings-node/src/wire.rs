//! How requests and answers travel: packed or as JSON text, in JavaScript's spelling for objects and in core's for JSON itself.

use std::sync::LazyLock;

use ratebook::api::{self, CalendarOperation, Loaded, Operation, StorefrontOperation, Wire};
use ratebook::form::{self, Family, Limits, Model};
use ratebook::{Code, Error, Result};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::answer::pack;
use crate::bridge::write::Respell;
use crate::bridge::{Named, Spelling, to_json};
use crate::names::Names;
use crate::packed::{Packed, ReadAsText};

/// A request as it comes.
#[derive(Clone, Copy)]
pub(crate) enum Request<'r> {
    /// As JSON of an object of JavaScript.
    Text(&'r [u8]),
    /// As `lib/pack.js` writes it.
    Packed(&'r [u8]),
    /// As JSON in core's spelling.
    Json(&'r [u8]),
}

/// What a request comes to.
pub(crate) enum Asked {
    /// An answer that was packed.
    Packed,
    /// The answer as JSON, in the spelling of the request.
    Text(String),
    /// Why there is none.
    Refused(Error),
    /// The request cannot be read as it is packed; as text it can, or its faults are told.
    AsText,
}

/// Answers a request. An answer for which so many bytes are room enough is packed.
pub(crate) fn ask(operation: u32, handle: Option<&Loaded>, request: Request<'_>, room: usize) -> Asked {
    let mut wire = NodeWire {
        operation,
        request,
        room,
        explained: false,
        unread: false,
    };
    let answered = api::guarded(|| known(operation)?.ask(handle, &mut wire));
    match answered {
        Ok(Some(text)) => Asked::Text(text),
        Ok(None) => Asked::Packed,
        Err(_) if wire.unread => Asked::AsText,
        Err(error) if wire.explained || matches!(request, Request::Json(_)) => Asked::Refused(error),
        Err(error) => Asked::Refused(match names_of_request(operation) {
            Ok(names) => names.error_to_camel(error),
            Err(defect) => defect,
        }),
    }
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

struct NodeWire<'r> {
    operation: u32,
    request: Request<'r>,
    room: usize,
    /// Whether an error is already in the caller's spelling.
    explained: bool,
    /// Whether a packed request could not be read.
    unread: bool,
}

impl NodeWire<'_> {
    fn take_text<T: DeserializeOwned + Limits>(&mut self, text: &[u8], spelling: Spelling) -> Result<T> {
        if text.len() <= form::MAX_JSON_BYTES
            && let Ok(text) = str::from_utf8(text)
            && let Ok(request) = read(text, spelling)
        {
            return Ok(request);
        }
        self.explained = true;
        let checked = self.checked::<T>(text, spelling)?;
        self.explained = false;
        read(&checked.to_string(), Spelling::Wire).map_err(|error| {
            // Where it stands in a text that nobody sent says nothing.
            let error = error.to_string();
            let message = format!("the request cannot be read: {}", form::without_place(&error));
            Error::new(Code::RequestType, "", message)
        })
    }

    /// The request in core's spelling when its form is right, every fault otherwise.
    fn checked<T: Limits>(&self, text: &[u8], spelling: Spelling) -> Result<Value> {
        let given = form::parse(text, Family::Request)?;
        let check = |given| form::check::<T>(given, Family::Request);
        match spelling {
            Spelling::Wire => check(given),
            Spelling::Camel => names_of_request(self.operation)?.with_wire(given, Family::Request, check),
        }
    }

    fn take_packed<T: DeserializeOwned>(&mut self, bytes: &[u8]) -> Result<T> {
        let mut packed = Packed(bytes);
        let inner = form::strict(&mut packed);
        let spelling = Spelling::Camel;
        let read = T::deserialize(Named { inner, spelling }).and_then(|request| packed.end().map(|()| request));
        read.map_err(|ReadAsText| {
            self.unread = true;
            Error::new(Code::RequestType, "", "to be asked as text")
        })
    }
}

fn read<T: DeserializeOwned>(text: &str, spelling: Spelling) -> serde_json::Result<T> {
    let mut source = serde_json::Deserializer::from_str(text);
    let inner = form::strict(&mut source);
    let request = T::deserialize(Named { inner, spelling })?;
    source.end()?;
    Ok(request)
}

impl Wire for NodeWire<'_> {
    /// JSON; none when it was packed.
    type Answer = Option<String>;

    fn take<T: DeserializeOwned + Limits>(&mut self) -> Result<T> {
        match self.request {
            Request::Packed(bytes) => self.take_packed(bytes),
            Request::Text(text) => self.take_text(text, Spelling::Camel),
            Request::Json(text) => self.take_text(text, Spelling::Wire),
        }
    }

    fn take_each<T: DeserializeOwned + Limits>(&mut self, list: &str) -> Option<Vec<Result<T>>> {
        let (text, spelling) = match self.request {
            Request::Packed(_) => return None,
            Request::Text(text) => (text, Spelling::Camel),
            Request::Json(text) => (text, Spelling::Wire),
        };
        let texts = api::single_texts(text, list)?;
        self.explained = false;
        let place = format!("/{list}/0");
        let single = |text: &String| {
            let mut wire = NodeWire { ..*self };
            let read = wire.take_text(text.as_bytes(), spelling);
            let told = spelling == Spelling::Camel && wire.explained;
            read.map_err(|error| if told { Names::told(error.below(&place)) } else { error })
        };
        Some(texts.iter().map(single).collect())
    }

    fn give<T: Serialize>(&mut self, answer: &T) -> Result<Option<String>> {
        // The names are those of the request, of which errors in an answer may speak.
        let respell = |field: &str, value| match names_of_request(self.operation) {
            Ok(names) => names.respell_report(field, value),
            Err(_) => value,
        };
        let respell: Respell<'_> = &respell;
        if self.room > 0 && pack(answer, respell, self.room) {
            return Ok(None);
        }
        let respell = (!matches!(self.request, Request::Json(_))).then_some(respell);
        to_json(answer, respell).map(Some).map_err(|error| {
            let message = format!("the answer cannot be written: {error}");
            Error::new(Code::RequestType, "", message)
        })
    }
}

fn known(operation: u32) -> Result<Operation> {
    Operation::ALL.get(operation as usize).copied().ok_or_else(mismatched)
}

/// Whether an operation may change what it is asked of.
pub(crate) fn is_command(operation: u32) -> bool {
    use CalendarOperation::{
        Assign, Check, CheckAll, CommonSlots, ExportFeed, NextFree, Occupancy, Slots, Snapshot, View,
    };
    match known(operation) {
        Ok(Operation::Calendar(asked)) => !matches!(
            asked,
            Assign | Check | CheckAll | CommonSlots | ExportFeed | NextFree | Occupancy | Slots | Snapshot | View
        ),
        Ok(Operation::Storefront(asked)) => matches!(asked, StorefrontOperation::Apply),
        _ => false,
    }
}

fn names_of_request(operation: u32) -> Result<&'static Names<'static>> {
    static REQUESTS: LazyLock<Vec<Names<'static>>> = LazyLock::new(|| {
        Operation::ALL
            .iter()
            .map(|operation| names(operation.request_type()))
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

pub(crate) fn mismatched() -> Error {
    let message = "the add-on and the JavaScript around it are of different versions; install `ratebook` anew";
    Error::new(Code::EngineDefect, "", message)
}
