//! Ratebook for Node: turns JavaScript's values into core's types and back. It holds no rule.
//!
//! What is here is called by the generated `index.js` alone, which gives it the form that people see.

use std::cell::RefCell;
use std::mem::ManuallyDrop;
use std::sync::Arc;

use napi::bindgen_prelude::{AsyncTask, Buffer, BufferSlice, Either, Task};
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
mod wire;

/// No JSON text begins with these signs, which `lib/values.js` knows. What follows this one is the report of an error.
const REFUSED: char = '!';
/// What follows this one is the answer to a request that spells `null` somewhere: perhaps a value that JSON has lost.
const SPELLS_NULL: char = '?';

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

thread_local! {
    /// Never dropped: the memory goes with its thread's JavaScript, which may be gone before this is.
    static ROOMS: RefCell<Vec<ManuallyDrop<Buffer>>> = const { RefCell::new(Vec::new()) };
}

/// Shares the memory of a `lib/room.js` with this thread, and gives the number by which it is known. There may be several: a program
/// can load the package twice.
#[napi]
pub fn share(room: Buffer) -> u32 {
    ROOMS.with_borrow_mut(|rooms| {
        rooms.push(ManuallyDrop::new(room));
        u32::try_from(rooms.len() - 1).unwrap_or(u32::MAX)
    })
}

/// What [`ask`] and [`ask_packed`] give back for an answer that stands in the room.
const IN_ROOM: u32 = 0;
/// The same for a request that spells `null` somewhere.
const IN_ROOM_SPELLS_NULL: u32 = 1;
/// What [`ask_packed`] gives back for a request that is to be asked as text.
const AS_TEXT: u32 = 2;

/// Answers an operation, of a handle or of none, from text. The answer stands in the room, or is given back when there is no place
/// for it.
#[napi]
pub fn ask(operation: u32, handle: u32, room: u32, request: String) -> Either<u32, String> {
    let spells_null = request.contains("null");
    with_room(room, |room| {
        let answer = wire::ask(
            operation,
            handles::get(handle).as_deref(),
            Request::Text(request.as_bytes()),
            room.len(),
        );
        match answered(answer, room) {
            Either::A(IN_ROOM) if spells_null => Either::A(IN_ROOM_SPELLS_NULL),
            Either::B(text) if spells_null => Either::B(format!("{SPELLS_NULL}{text}")),
            answer => answer,
        }
    })
}

/// The same from a request that is packed into so many bytes of the room.
#[napi]
pub fn ask_packed(operation: u32, handle: u32, room: u32, length: u32) -> Either<u32, String> {
    with_room(room, |room| {
        let request = room.get(..length as usize).unwrap_or_default();
        let answer = wire::ask(
            operation,
            handles::get(handle).as_deref(),
            Request::Packed(request),
            room.len(),
        );
        answered(answer, room)
    })
}

fn with_room<T>(number: u32, run: impl FnOnce(&mut [u8]) -> T) -> T {
    ROOMS.with_borrow_mut(|rooms| {
        let room = rooms.get_mut(number as usize);
        run(room.map(|room| room.as_mut()).unwrap_or_default())
    })
}

fn answered(answer: Asked, room: &mut [u8]) -> Either<u32, String> {
    match answer {
        Asked::Answer(None) => {
            answer::copy_to(room);
            Either::A(IN_ROOM)
        }
        Asked::Answer(Some(text)) => Either::B(text),
        Asked::Refused(error) => Either::B(refused(&error)),
        Asked::AsText => Either::A(AS_TEXT),
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
    match wire::ask(operation, loaded.as_deref(), Request::Json(request), 0) {
        Asked::Refused(error) => Ok(Either::B(refused(&error))),
        Asked::Answer(text) => BufferSlice::copy_from(env, text.unwrap_or_default()).map(Either::A),
        Asked::AsText => BufferSlice::copy_from(env, "").map(Either::A),
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
        Ok(match wire::ask(self.operation, self.loaded.as_deref(), request, 0) {
            Asked::Refused(error) => refused(&error),
            Asked::Answer(text) => text.unwrap_or_default(),
            Asked::AsText => String::new(),
        })
    }

    fn resolve(&mut self, _: Env, answer: String) -> Result<String> {
        Ok(answer)
    }
}
