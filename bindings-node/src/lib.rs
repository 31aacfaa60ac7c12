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

fn told(answer: ratebook::Result<String>) -> String {
    answer.unwrap_or_else(|error| refused(&error))
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

/// Answers an operation, of a handle or of none.
#[napi]
pub fn ask(operation: u32, handle: u32, request: String) -> String {
    let loaded = handles::get(handle);
    let answer = told(wire::ask(
        Spelling::Camel,
        operation,
        loaded.as_deref(),
        request.as_bytes(),
    ));
    if request.contains("null") {
        format!("{SPELLS_NULL}{answer}")
    } else {
        answer
    }
}

thread_local! {
    /// Never dropped: the memory goes with its thread's JavaScript, which may be gone before this is.
    static ROOM: RefCell<Option<ManuallyDrop<Buffer>>> = const { RefCell::new(None) };
}

/// Shares the room of `lib/pack.js` with this thread.
#[napi]
pub fn share(room: Buffer) {
    ROOM.set(Some(ManuallyDrop::new(room)));
}

/// What [`ask_packed`] gives back for a request that is to be asked as text.
const AS_TEXT: u32 = u32::MAX;

/// Answers a request that is packed into so many bytes of the room. The answer stands there too, in as many bytes as are given
/// back, or is given back itself when the room is too small for it.
#[napi]
pub fn ask_packed(operation: u32, handle: u32, length: u32) -> Either<u32, String> {
    ROOM.with_borrow_mut(|room| {
        let room: &mut [u8] = room.as_deref_mut().map(AsMut::as_mut).unwrap_or_default();
        let request = room.get(..length as usize).unwrap_or_default();
        let loaded = handles::get(handle);
        let Some(answer) = wire::ask_packed(operation, loaded.as_deref(), request) else {
            return Either::A(AS_TEXT);
        };
        let answer = told(answer);
        match (room.get_mut(..answer.len()), u32::try_from(answer.len())) {
            (Some(place), Ok(length)) => {
                place.copy_from_slice(answer.as_bytes());
                Either::A(length)
            }
            _ => Either::B(answer),
        }
    })
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
    match wire::ask(Spelling::Wire, operation, loaded.as_deref(), request) {
        Ok(text) => BufferSlice::copy_from(env, text).map(Either::A),
        Err(error) => Ok(Either::B(refused(&error))),
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
        let (loaded, request) = (self.loaded.as_deref(), self.request.as_bytes());
        Ok(told(wire::ask(Spelling::Camel, self.operation, loaded, request)))
    }

    fn resolve(&mut self, _: Env, answer: String) -> Result<String> {
        Ok(answer)
    }
}
