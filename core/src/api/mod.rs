//! Everything that can be asked from outside: one table, from which every binding, stub, page of documentation and test
//! runner is made.
//!
//! An operation belongs to an area (`rates.price`), takes one request and gives one answer. It is a plain function, or it
//! is asked of a handle: a definition that was loaded, checked and compiled once.

#[cfg(feature = "schemas")]
mod catalogue;
#[macro_use]
mod declare;
#[cfg(feature = "schemas")]
mod formats;
mod json;
mod table;

#[cfg(feature = "schemas")]
pub use catalogue::{Catalogue, HandleEntry, OperationEntry, catalogue};
#[cfg(feature = "schemas")]
pub use formats::schema_settings;
pub use json::{ask_json, load_json};
pub use table::{
    AutomationOperation, CalendarOperation, CancellationPolicyOperation, ContactPlanOperation, DeadlinePolicyOperation,
    Function, Loaded, MachineOperation, Operation, PackOperation, PlanOperation, RateListOperation, RateListsOperation,
    StorefrontOperation, TenantOperation,
};
#[cfg(feature = "schemas")]
pub use table::{handles, operations};

use std::panic::{AssertUnwindSafe, catch_unwind};

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::form::{Limits, Load};
use crate::{Code, Error, Result, form};

/// How a request reaches an operation and its answer leaves: as JSON, or as the native values of a language.
pub trait Wire {
    /// What an answer becomes.
    type Answer;

    /// Reads the request.
    fn take<T: DeserializeOwned + Limits>(&mut self) -> Result<T>;

    /// Reads each entry of the request's only field, a list, as a request with that entry alone, so that a bad one spoils
    /// no other; nothing when the request is not such a list.
    fn take_each<T: DeserializeOwned + Limits>(&mut self, list: &str) -> Option<Vec<Result<T>>>;

    /// Hands over the answer.
    fn give<T: Serialize>(&mut self, answer: &T) -> Result<Self::Answer>;
}

/// Answers many requests in one. Read whole when that goes well, one by one when something is wrong with any; what is too
/// large as a whole stays so.
fn answer_each<W, T, A>(wire: &mut W, list: &str, answer: impl Fn(&T) -> Result<Vec<A>>) -> Result<Vec<A>>
where
    W: Wire,
    T: DeserializeOwned + Limits,
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
