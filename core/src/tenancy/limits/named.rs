use std::collections::HashSet;

use crate::form::{Faults, Pointer};
use crate::money::shortened;
use crate::{Code, Reason, Result};

/// Names of rules, each of which is there once.
#[derive(Debug, Default)]
pub(in crate::tenancy) struct Names<'n>(HashSet<&'n str>);

impl<'n> Names<'n> {
    /// Takes the name of the rule at a place; an empty one and one that is there twice are faults.
    pub(in crate::tenancy) fn take(&mut self, name: &'n str, rule: &Pointer, faults: &mut Faults) {
        if name.is_empty() {
            let message = "a rule needs a name of at least one letter";
            faults.add(Reason::new(Code::DefinitionRange, rule.join("name"), message));
        } else if !self.0.insert(name) {
            let message = format!("`{}` is there twice", shortened(name));
            faults.add(Reason::new(Code::DefinitionConflict, rule.join("name"), message));
        }
    }
}

/// What a name stands for, or that there is nothing of that name at a place.
pub(in crate::tenancy) fn named<T>(found: Option<T>, kind: &str, name: &str, place: impl Into<String>) -> Result<T> {
    found.ok_or_else(|| {
        let message = format!("the tenant has no {kind} `{}`", shortened(name));
        Reason::new(Code::RequestUnknown, place, message).into()
    })
}

/// Refuses a state that was kept for another rule.
pub(in crate::tenancy) fn same_rule(kept: &str, asked: &str, place: impl Into<String>) -> Result<()> {
    if kept == asked {
        return Ok(());
    }
    let message = format!(
        "this state was kept for `{}`, and `{}` is asked",
        shortened(kept),
        shortened(asked)
    );
    Err(Reason::new(Code::RequestConflict, place, message).into())
}
