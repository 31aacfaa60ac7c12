//! Ratebook for Node: turns JavaScript's values into core's types and back. It holds no rule.
//!
//! What is here is called by the generated `index.js` alone, which gives it the form that people see.

use std::sync::Arc;

use napi::bindgen_prelude::{AsyncTask, Buffer, BufferSlice, Either, External, Task};
use napi::{Env, Result};
use napi_derive::napi;
use ratebook::Error;
use ratebook::api::Loaded;

use bridge::{Spelling, to_json};
use wire::{Asked, Request};

mod answer;
mod bridge;
mod handles;
mod names;
mod packed;
mod rooms;
mod wire;

/// No JSON text begins with this sign, which `lib/values.js` knows. What follows it is the report of an error.
const REFUSED: char = '!';

/// A refusal as text: the report, after its sign.
fn refused(error: &Error) -> String {
    let report = to_json(&error.report(), None);
    format!("{REFUSED}{}", report.unwrap_or_default())
}

/// Loads a definition, to be kept under the number that is given back: text is an object of JavaScript, bytes are JSON as
/// it crosses wires.
#[napi]
pub fn load(kind: u32, definition: Either<String, &[u8]>) -> Either<u32, String> {
    let loaded = match &definition {
        Either::A(text) => wire::load(Spelling::Camel, kind, text.as_bytes()),
        Either::B(bytes) => wire::load(Spelling::Wire, kind, bytes),
    };
    match loaded {
        Ok(loaded) => Either::A(handles::keep(loaded)),
        Err(error) => Either::B(refused(&error)),
    }
}

/// Forgets a definition.
#[napi]
pub fn drop(handle: u32) {
    handles::drop(handle);
}

/// What [`ask`] and [`ask_packed`] give back for an answer that stands in the room.
const IN_ROOM: u32 = 0;
/// What [`ask`] gives back for a request that spells `null` somewhere, perhaps for a value that JSON has lost: JavaScript looks, and asks
/// again.
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
pub fn ask(operation: u32, handle: u32, room: u32, request: String, is_looked_at: bool) -> Either<u32, String> {
    if !is_looked_at && request.contains("null") {
        return Either::A(LOOK_FIRST);
    }
    rooms::with(room, |room| {
        let request = Request::Text(request.as_bytes());
        let answer = wire::ask(operation, handles::get(handle).as_deref(), request, room.len());
        answered(answer, room)
    })
}

/// The same from a request that is packed into so many bytes of the room.
#[napi]
pub fn ask_packed(operation: u32, handle: u32, room: u32, length: u32) -> Either<u32, String> {
    rooms::with(room, |room| {
        let request = Request::Packed(room.get(..length as usize).unwrap_or_default());
        let answer = wire::ask(operation, handles::get(handle).as_deref(), request, room.len());
        answered(answer, room)
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
    let loaded = handles::get(handle);
    match told(wire::ask(operation, loaded.as_deref(), Request::Json(request), 0)) {
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
