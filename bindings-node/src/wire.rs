//! How requests and answers travel: as JSON text, in JavaScript's spelling for objects and in core's for JSON itself.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::OnceLock;

use ratebook::api::{self, Catalogue, Loaded, Operation, Wire};
use ratebook::form::{self, Family};
use ratebook::{Code, Error, Result};
use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::bridge::read::Camel;
use crate::bridge::write::to_camel_json;
use crate::generated::{HANDLE_KEYS, OPERATIONS};
use crate::names::{Names, Renamed};

/// Answers a request that was an object in JavaScript.
pub(crate) fn ask(operation: u32, handle: Option<&Loaded>, request: &str) -> Answer {
    guarded(|| {
        let mut wire = CamelWire {
            operation,
            request,
            explained: false,
        };
        let answer = entry(operation)?.ask(handle, &mut wire);
        match answer {
            Err(error) if !wire.explained => Err(names_of_request(operation)?.error_to_camel(error, None)),
            answered => answered,
        }
    })
}

/// Answers a request that is JSON and wants JSON back, both in core's spelling.
pub(crate) fn ask_json(operation: u32, handle: Option<&Loaded>, request: &[u8]) -> Answer {
    guarded(|| api::ask_json(entry(operation)?, handle, request))
}

/// Loads a definition that was an object in JavaScript.
pub(crate) fn load(kind: u32, text: &str) -> Result<Loaded> {
    let key = key(kind)?;
    let names = names_of_definition(key)?;
    let given = form::parse(text.as_bytes(), Family::Definition)?;
    let mut renamed = names.to_wire(given, Code::DefinitionUnknown);
    let definition = std::mem::take(&mut renamed.value);
    caught(|| Loaded::load(key, definition))
        .and_then(|loaded| Error::unless_empty(std::mem::take(&mut renamed.misspelled)).map(|()| loaded))
        .map_err(|error| names.error_to_camel(error, Some(&renamed)))
}

/// Loads a definition from JSON, which is in core's spelling.
pub(crate) fn load_json(kind: u32, text: &[u8]) -> Result<Loaded> {
    let key = key(kind)?;
    caught(|| Loaded::load(key, form::parse(text, Family::Definition)?))
}

