//! How requests and answers travel: as JSON text, in JavaScript's spelling for objects and in core's for JSON itself.

use std::cell::OnceCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::LazyLock;

use ratebook::api::{self, Catalogue, Loaded, Operation, Wire};
use ratebook::form::{self, Family};
use ratebook::{Code, Error, Result};
use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::bridge::{Camel, to_camel_json};
use crate::generated::{HANDLES, OPERATIONS};
use crate::names::{Names, respell_report};

/// Answers a request that was an object in JavaScript.
pub(crate) fn ask(operation: u32, handle: Option<&Loaded>, request: &str) -> Result<String> {
    guarded(|| {
        let mut wire = CamelWire {
            request,
            names: || names_of_request(operation),
            explained: false,
        };
        let answer = known(operation)?.ask(handle, &mut wire);
        match answer {
            Err(error) if !wire.explained => Err(names_of_request(operation)?.error_to_camel(error, None)),
            answered => answered,
        }
    })
}

/// Answers a request that is JSON and wants JSON back, both in core's spelling.
pub(crate) fn ask_json(operation: u32, handle: Option<&Loaded>, request: &[u8]) -> Result<String> {
    guarded(|| api::ask_json(known(operation)?, handle, request))
}

/// Loads a definition that was an object in JavaScript.
pub(crate) fn load(kind: u32, text: &[u8]) -> Result<Loaded> {
    guarded(|| {
        let (key, names) = names_of_definition(kind)?;
        let given = form::parse(text, Family::Definition)?;
        let mut renamed = names.to_wire(given, Code::DefinitionUnknown);
        let definition = std::mem::take(&mut renamed.value);
        match Loaded::load(key, definition) {
            Err(error) => Err(names.error_to_camel(error, Some(renamed))),
            Ok(loaded) => Error::unless_empty(renamed.misspelled).map(|()| loaded),
        }
    })
}

/// Loads a definition from JSON, which is in core's spelling.
pub(crate) fn load_json(kind: u32, text: &[u8]) -> Result<Loaded> {
    guarded(|| {
        let (key, _) = names_of_definition(kind)?;
        Loaded::load(key, form::parse(text, Family::Definition)?)
    })
}

/// Runs what a defect could stop, so that a defect never stops the process that asked.
fn guarded<T>(run: impl FnOnce() -> Result<T>) -> Result<T> {
    catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|_| {
        let message = "a defect in ratebook itself stopped this call; please report it with the input";
        Err(Error::new(Code::EngineDefect, "", message))
    })
}

struct CamelWire<'r, N> {
    request: &'r str,
    names: N,
    explained: bool,
}

impl<N: Fn() -> Result<Names<'static>>> Wire for CamelWire<'_, N> {
    type Answer = String;

    fn take<T: DeserializeOwned + JsonSchema>(&mut self) -> Result<T> {
        let mut source = serde_json::Deserializer::from_str(self.request);
        if self.request.len() <= form::MAX_JSON_BYTES
            && let Ok(request) = T::deserialize(Camel(&mut source))
            && source.end().is_ok()
        {
            return Ok(request);
        }
        self.explained = true;
        let names = (self.names)()?;
        let given = form::parse(self.request.as_bytes(), Family::Request)?;
        let mut renamed = names.to_wire(given, Code::RequestUnknown);
        let request = std::mem::take(&mut renamed.value);
        match form::read(request, Family::Request) {
            Err(error) => Err(names.error_to_camel(error, Some(renamed))),
            Ok(request) => {
                Error::unless_empty(renamed.misspelled)?;
                self.explained = false;
                Ok(request)
            }
        }
    }

    fn give<T: Serialize>(&mut self, answer: &T) -> Result<String> {
        let declared = OnceCell::new();
        let respell = |field: &str, value| match (self.names)() {
            Ok(names) => respell_report(declared.get_or_init(|| names.declared()), field, value),
            Err(_) => value,
        };
        to_camel_json(answer, &respell).map_err(|error| {
            let message = format!("the answer cannot be written: {error}");
            Error::new(Code::RequestType, "", message)
        })
    }
}

/// All schemas, made when the first fault or definition needs them.
static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(api::catalogue);

fn known(operation: u32) -> Result<Operation> {
    OPERATIONS.get(operation as usize).copied().ok_or_else(mismatched)
}

fn names_of_request(operation: u32) -> Result<Names<'static>> {
    let wanted = known(operation)?;
    let found = CATALOGUE.operations.iter().find(|entry| entry.operation == wanted);
    found.map(|entry| names(&entry.request)).ok_or_else(mismatched)
}

fn names_of_definition(kind: u32) -> Result<(&'static str, Names<'static>)> {
    let key = HANDLES.get(kind as usize).copied().ok_or_else(mismatched)?;
    let found = CATALOGUE.handles.iter().find(|entry| entry.key == key);
    found
        .map(|entry| (key, names(&entry.definition)))
        .ok_or_else(mismatched)
}

fn names(schema: &'static Value) -> Names<'static> {
    Names {
        types: &CATALOGUE.types,
        schema,
    }
}

fn mismatched() -> Error {
    let message = "the add-on and the JavaScript around it are of different versions; install `ratebook` anew";
    Error::new(Code::EngineDefect, "", message)
}
