//! Everything that can be asked from outside: one table, from which every binding, stub, page of documentation and test
//! runner is made.
//!
//! An operation belongs to an area (`rates.price`), takes one request and gives one answer. It is a plain function, or it
//! is asked of a handle: a definition that was loaded, checked and compiled once.

#[macro_use]
mod declare;
mod formats;
mod json;
mod table;

pub use formats::schema_settings;
pub use json::{ask_json, load_json};
pub use table::{
    AutomationOperation, CalendarOperation, ContactPlanOperation, DeadlinePolicyOperation, Function, Loaded,
    MachineOperation, Operation, PlanOperation, RateListOperation, RateListsOperation, StorefrontOperation,
    TenantOperation, handles, operations,
};

use std::panic::{AssertUnwindSafe, catch_unwind};

use formats::subschema;
use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::form::Load;
use crate::{Code, Error, Result, form};

/// How a request reaches an operation and its answer leaves: as JSON, or as the native values of a language.
pub trait Wire {
    /// What an answer becomes.
    type Answer;

    /// Reads the request.
    fn take<T: DeserializeOwned + JsonSchema>(&mut self) -> Result<T>;

    /// Reads each entry of the request's only field, a list, as a request with that entry alone, so that a bad one spoils
    /// no other; nothing when the request is not such a list.
    fn take_each<T: DeserializeOwned + JsonSchema>(&mut self, list: &str) -> Option<Vec<Result<T>>>;

    /// Hands over the answer.
    fn give<T: Serialize>(&mut self, answer: &T) -> Result<Self::Answer>;
}

/// Answers many requests in one. Read whole when that goes well, one by one when something is wrong with any; what is too
/// large as a whole stays so.
fn answer_each<W, T, A>(wire: &mut W, list: &str, answer: impl Fn(&T) -> Result<Vec<A>>) -> Result<Vec<A>>
where
    W: Wire,
    T: DeserializeOwned + JsonSchema,
    A: From<Error>,
{
    let whole = match wire.take::<T>() {
        Ok(request) => return answer(&request),
        Err(error) => error,
    };
    if whole.reasons().any(|reason| reason.code == Code::RequestTooLarge) {
        return Err(whole);
    }
    let Some(entries) = wire.take_each::<T>(list) else {
        return Err(whole);
    };
    let mut answers = Vec::with_capacity(entries.len());
    for entry in entries {
        match entry.and_then(|request| answer(&request)) {
            Ok(more) => answers.extend(more),
            Err(error) => answers.push(error.below(&format!("/{list}/0")).into()),
        }
    }
    Ok(answers)
}

/// The texts of the requests that hold one entry each of the only field of another one, a list; nothing when it is no such
/// list. For a [`Wire`] that carries JSON.
pub fn single_texts(request: &[u8], list: &str) -> Option<Vec<String>> {
    let Value::Object(mut fields) = form::parse(request, form::Family::Request).ok()? else {
        return None;
    };
    let Value::Array(entries) = fields.remove(list).filter(|_| fields.is_empty())? else {
        return None;
    };
    let single = |entry| Value::Object([(list.to_owned(), Value::Array(vec![entry]))].into_iter().collect());
    Some(entries.into_iter().map(|entry| single(entry).to_string()).collect())
}

/// Runs what a defect could stop, so that a defect never stops the process that asked. For a binding whose language does
/// not do so itself.
pub fn guarded<T>(run: impl FnOnce() -> Result<T>) -> Result<T> {
    catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|_| {
        let message = "a defect in ratebook itself stopped this call; please report it with the input";
        Err(Error::new(Code::EngineDefect, "", message))
    })
}

/// A definition that was loaded, checked and compiled once, to be asked often.
pub trait Handle: Load {
    /// The operations it answers.
    type Operation: Copy;
    /// Its name as a type, such as `RateList`.
    const NAME: &str;
    /// Its name as a field, such as `rate_list`.
    const KEY: &str;

    /// The definition of what it is now, where asking can change it; nothing where it stays what it was loaded from.
    fn now(&self) -> Option<Self::Definition> {
        None
    }

    /// Answers one operation.
    fn ask<W: Wire>(&self, operation: Self::Operation, wire: &mut W) -> Result<W::Answer>;
}

/// What is known of one operation.
#[derive(Debug)]
pub struct OperationEntry {
    /// The operation.
    pub operation: Operation,
    /// Its area, such as `rates`.
    pub area: &'static str,
    /// Its name within the area, such as `price`.
    pub name: &'static str,
    /// The name of its variant in [`Function`] or in the handle's own list.
    pub variant: &'static str,
    /// The handle that answers it, by type name; none for a plain function.
    pub handle: Option<&'static str>,
    /// The feature of the crate without which it is not there.
    pub feature: Option<&'static str>,
    /// What it does.
    pub doc: &'static str,
    /// The schema of its request, referring to [`Catalogue::types`].
    pub request: Value,
    /// The schema of its answer, referring to [`Catalogue::types`].
    pub answer: Value,
}

/// What is known of one handle.
#[derive(Debug)]
pub struct HandleEntry {
    /// Its name as a type, such as `RateList`.
    pub name: &'static str,
    /// Its name as a field, such as `rate_list`.
    pub key: &'static str,
    /// Its path in this crate, such as `rates::RateList`.
    pub path: &'static str,
    /// What it is.
    pub doc: &'static str,
    /// The schema of its definition, referring to [`Catalogue::types`].
    pub definition: Value,
}

/// The table with all schemas: what generators read.
#[derive(Debug)]
pub struct Catalogue {
    /// Every handle.
    pub handles: Vec<HandleEntry>,
    /// Every operation.
    pub operations: Vec<OperationEntry>,
    /// Every type by name, as JSON Schema.
    pub types: serde_json::Map<String, Value>,
}

/// The whole table with its schemas.
pub fn catalogue() -> Catalogue {
    let mut generator = schema_settings().into_generator();
    let handles = handles(&mut generator);
    let operations = operations(&mut generator);
    let _ = subschema::<crate::error::ErrorReport>(&mut generator);
    Catalogue {
        handles,
        operations,
        types: generator.take_definitions(true),
    }
}
