//! Ratebook for Node: turns JavaScript's values into core's types and back. It holds no rule.
//!
//! What is here is called by the generated `index.js` alone, which gives it the form that people see.

use std::sync::Arc;

use napi::bindgen_prelude::{AsyncTask, Buffer, BufferSlice, Either, External, Object, Task};
use napi::{Env, Result};
use napi_derive::napi;
use ratebook::Error;
use ratebook::api::Loaded;
use ratebook::form::{self, Family};

use bridge::{Spelling, to_json};
use wire::{Asked, Request};

mod answer;
mod bridge;
mod handles;
mod names;
mod packed;
mod rooms;
mod weak;
mod weight;
mod wire;

/// No JSON text begins with this sign, which `lib/values.js` knows. What follows it is the report of an error.
const REFUSED: char = '!';

/// A refusal as text: the report, after its sign.
fn refused(error: &Error) -> String {
    let report = to_json(&error.report(), None);
    format!("{REFUSED}{}", report.unwrap_or_default())
}

/// The refusal of a text of so many bytes, where it is too long.
#[napi]
pub fn refused_length(bytes: u32, is_definition: bool) -> Option<String> {
    let family = if is_definition {
        Family::Definition
    } else {
        Family::Request
    };
    form::within_limit(bytes as usize, family).err().as_ref().map(refused)
}

/// Loads a definition, to be kept under the number that is given back for as long as the object lives: text is an object of JavaScript,
/// bytes are JSON as it crosses wires.
#[napi]
pub fn load(env: Env, kind: u32, definition: Either<String, &[u8]>, object: Object<'_>) -> Result<Either<u32, String>> {
    let (loaded, bytes) = weight::weighed(|| match &definition {
        Either::A(text) => wire::load(Spelling::Camel, kind, text.as_bytes()),
        Either::B(bytes) => wire::load(Spelling::Wire, kind, bytes),
    });
    match loaded {
        Ok(loaded) => handles::keep(env, loaded, bytes, &object).map(Either::A),
        Err(error) => Ok(Either::B(refused(&error))),
    }
}

/// Forgets a definition.
#[napi]
pub fn drop(env: Env, handle: u32) -> Result<()> {
    handles::drop(env, handle)
}

/// How many bytes V8 was told that a definition weighs.
#[napi]
pub fn weight_of(handle: u32) -> i64 {
    handles::weight(handle)
}

/// What [`ask`] and [`ask_packed`] give back for an answer that stands in the room.
const IN_ROOM: u32 = 0;
/// What [`ask`] gives back for a request that spells `null` somewhere, perhaps for a value that JSON has lost, or half of a character:
/// JavaScript looks, and asks again.
const LOOK_FIRST: u32 = 1;
/// What [`ask_packed`] gives back for a request that is to be asked as text.
const AS_TEXT: u32 = 2;

/// Shares the memory of a `lib/room.js` with this thread, for as long as what is given back lives.
#[napi]
pub fn share(room: Buffer) -> External<Shared> {
    External::new(Shared(rooms::keep(room)))
}

/// The number of the memory that is shared, by which it is asked.
#[napi]
pub fn room_of(shared: &External<Shared>) -> u32 {
    shared.0
}

/// Keeps the memory shared.
#[derive(Debug)]
pub struct Shared(u32);

impl Drop for Shared {
    fn drop(&mut self) {
        rooms::forget(self.0);
    }
}

/// Answers an operation, of a handle or of none, from text. The answer stands in the room, or is given back when it does not fit.
#[napi]
pub fn ask(
    env: Env,
    operation: u32,
    handle: u32,
    room: u32,
    request: String,
    is_looked_at: bool,
) -> Result<Either<u32, String>> {
    if !is_looked_at && (request.contains("null") || request.contains(HALF_A_CHARACTER)) {
        return Ok(Either::A(LOOK_FIRST));
    }
    rooms::with(room, |room| {
        let answer = asked(env, operation, handle, Request::Text(request.as_bytes()), room.len())?;
        Ok(answered(answer, room))
    })
}

/// Asks. A command may leave what it is asked of larger or smaller, and V8 is told.
fn asked(env: Env, operation: u32, handle: u32, request: Request<'_>, room: usize) -> Result<Asked> {
    let loaded = handles::get(handle);
    if !wire::is_command(operation) {
        return Ok(wire::ask(operation, loaded.as_deref(), request, room));
    }
    let (answer, bytes) = weight::weighed(|| wire::ask(operation, loaded.as_deref(), request, room));
    let given = match &answer {
        Asked::Text(text) => i64::try_from(text.capacity()).unwrap_or(0),
        _ => 0,
    };
    handles::grow(env, handle, bytes - given)?;
    Ok(answer)
}

/// How JavaScript writes a lone surrogate; a backslash before a `u` looks the same from here.
const HALF_A_CHARACTER: &str = "\\ud";

/// The same from a request that is packed into so many bytes of the room.
#[napi]
pub fn ask_packed(env: Env, operation: u32, handle: u32, room: u32, length: u32) -> Result<Either<u32, String>> {
    rooms::with(room, |room| {
        let request = Request::Packed(room.get(..length as usize).unwrap_or_default());
        let answer = asked(env, operation, handle, request, room.len())?;
        Ok(answered(answer, room))
    })
}

fn answered(answer: Asked, room: &mut [u8]) -> Either<u32, String> {
    match answer {
        Asked::Packed => {
            answer::copy_to(room);
            Either::A(IN_ROOM)
        }
        Asked::Text(text) => Either::B(text),
        Asked::Refused(error) => Either::B(refused(&error)),
        Asked::AsText => Either::A(AS_TEXT),
    }
}

/// An answer as text, where nothing is packed.
fn told(answer: Asked) -> std::result::Result<String, String> {
    match answer {
        Asked::Text(text) => Ok(text),
        Asked::Refused(error) => Err(refused(&error)),
        Asked::Packed | Asked::AsText => Err(refused(&wire::mismatched())),
    }
}

/// The names of the objects of a kind, by its number in a packed answer.
#[napi]
pub fn names_of(shape: u32) -> Vec<String> {
    answer::names_of(shape)
}

/// Answers an operation from JSON bytes to JSON bytes.
#[napi]
pub fn ask_json<'env>(
    env: &'env Env,
    operation: u32,
    handle: u32,
    request: &[u8],
) -> Result<Either<BufferSlice<'env>, String>> {
    match told(asked(*env, operation, handle, Request::Json(request), 0)?) {
        Ok(text) => BufferSlice::copy_from(env, text).map(Either::A),
        Err(report) => Ok(Either::B(report)),
    }
}

/// Answers an operation on another thread.
#[napi]
pub fn ask_async(operation: u32, handle: u32, request: String) -> AsyncTask<Asking> {
    AsyncTask::new(Asking {
        loaded: handles::get(handle),
        operation,
        request,
    })
}

/// A question on its way through the thread pool.
#[derive(Debug)]
pub struct Asking {
    loaded: Option<Arc<Loaded>>,
    operation: u32,
    request: String,
}

impl Task for Asking {
    type Output = String;
    type JsValue = String;

    fn compute(&mut self) -> Result<String> {
        let request = Request::Text(self.request.as_bytes());
        let answer = wire::ask(self.operation, self.loaded.as_deref(), request, 0);
        Ok(told(answer).unwrap_or_else(|report| report))
    }

    fn resolve(&mut self, _: Env, answer: String) -> Result<String> {
        Ok(answer)
    }
}
