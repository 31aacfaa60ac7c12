//! Ratebook for Node: turns JavaScript's values into core's types and back. It holds no rule.
//!
//! What is here is called by the generated `index.js` alone, which gives it the form that people see.

use std::sync::Arc;

use napi::bindgen_prelude::{AsyncTask, BufferSlice, Either, Task};
use napi::{Env, Result};
use napi_derive::napi;
use ratebook::Error;
use ratebook::api::Loaded;

use bridge::{Spelling, to_json};

mod bridge;
#[rustfmt::skip]
mod generated;
mod names;
mod wire;

/// A refusal as text: the report, after a sign that no JSON text begins with.
fn refused(error: &Error) -> String {
    let report = to_json(&error.report(), None);
    report.map_or_else(|fault| fault.to_string(), |report| format!("!{report}"))
}

fn told(answer: ratebook::Result<String>) -> String {
    answer.unwrap_or_else(|error| refused(&error))
}

/// Answers a plain function.
#[napi]
pub fn ask(operation: u32, request: String) -> String {
    told(wire::ask(Spelling::Camel, operation, None, request.as_bytes()))
}

/// Answers a plain function from JSON bytes to JSON bytes.
#[napi]
pub fn ask_json<'env>(env: &'env Env, operation: u32, request: &[u8]) -> Result<Either<BufferSlice<'env>, String>> {
    bytes_or_refusal(env, wire::ask(Spelling::Wire, operation, None, request))
}

fn bytes_or_refusal(env: &Env, answer: ratebook::Result<String>) -> Result<Either<BufferSlice<'_>, String>> {
    match answer {
        Ok(text) => BufferSlice::copy_from(env, text).map(Either::A),
        Err(error) => Ok(Either::B(refused(&error))),
    }
}

/// A loaded definition of any kind.
#[napi]
pub struct Handle {
    loaded: Arc<Loaded>,
}

#[napi]
impl Handle {
    /// Loads a definition: text is an object of JavaScript, bytes are JSON as it crosses wires.
    #[napi(factory)]
    pub fn load(kind: u32, definition: Either<String, &[u8]>) -> Result<Self> {
        let loaded = match &definition {
            Either::A(text) => wire::load(Spelling::Camel, kind, text.as_bytes()),
            Either::B(bytes) => wire::load(Spelling::Wire, kind, bytes),
        };
        match loaded {
            Ok(loaded) => Ok(Handle {
                loaded: Arc::new(loaded),
            }),
            Err(error) => Err(napi::Error::from_reason(refused(&error))),
        }
    }

    /// Answers an operation.
    #[napi]
    pub fn ask(&self, operation: u32, request: String) -> String {
        told(wire::ask(
            Spelling::Camel,
            operation,
            Some(&self.loaded),
            request.as_bytes(),
        ))
    }

    /// Answers an operation from JSON bytes to JSON bytes.
    #[napi]
    pub fn ask_json<'env>(
        &self,
        env: &'env Env,
        operation: u32,
        request: &[u8],
    ) -> Result<Either<BufferSlice<'env>, String>> {
        bytes_or_refusal(env, wire::ask(Spelling::Wire, operation, Some(&self.loaded), request))
    }

    /// Answers an operation on another thread.
    #[napi]
    pub fn ask_async(&self, operation: u32, request: String) -> AsyncTask<Asking> {
        AsyncTask::new(Asking {
            loaded: Arc::clone(&self.loaded),
            operation,
            request,
        })
    }
}

/// A question on its way through the thread pool.
#[derive(Debug)]
pub struct Asking {
    loaded: Arc<Loaded>,
    operation: u32,
    request: String,
}

impl Task for Asking {
    type Output = String;
    type JsValue = String;

    fn compute(&mut self) -> Result<String> {
        Ok(told(wire::ask(
            Spelling::Camel,
            self.operation,
            Some(&self.loaded),
            self.request.as_bytes(),
        )))
    }

    fn resolve(&mut self, _: Env, answer: String) -> Result<String> {
        Ok(answer)
    }
}
