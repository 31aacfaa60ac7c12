//! What an expression can ask about a request.

use super::compiled::Compiled;
use super::evaluate::ask::Ask;
use crate::{Code, Error, Result};

/// A condition over a request.
#[derive(Clone, Debug)]
pub(crate) struct Condition;

pub(crate) fn compile(text: &str) -> Result<Condition> {
    Err(Error::new(Code::DefinitionExpression, "", format!("`{text}`")))
}

pub(crate) fn looks_at_booking(_condition: &Condition) -> bool {
    false
}

pub(crate) fn holds(_condition: &Condition, _compiled: &Compiled, _ask: &Ask<'_>) -> Result<bool> {
    Ok(false)
}
