//! Names that a tenant gives: what they are made of, each once, and none that looks like another.

use std::collections::HashSet;

use crate::fault::{self, Faults, Pointer, alike, shortened};
use crate::names::{self, Known};
use crate::{Code, Reason, Result};

/// Names of one kind, each of which is there once.
#[derive(Debug, Default)]
pub(super) struct Names<'n> {
    seen: HashSet<&'n str>,
    known: Known,
}

impl<'n> Names<'n> {
    /// Takes a name that is there already, and may be taken once more: what it stands for is replaced.
    pub(super) fn reserve(&mut self, name: &str) {
        self.known.add(name);
    }

    /// Takes the name of the rule at a place.
    pub(super) fn take(&mut self, name: &'n str, rule: &Pointer, faults: &mut Faults) {
        self.take_at(name, &rule.join("name"), faults);
    }

    /// Takes a name. One that is none, one that is there twice, and one that looks like another are faults.
    pub(super) fn take_at(&mut self, name: &'n str, place: &Pointer, faults: &mut Faults) {
        if let Some(reason) = fault::no_name(Code::DefinitionRange, "a name", name, place) {
            faults.add(reason);
        } else if !self.seen.insert(name) {
            let message = format!("`{}` is there twice", shortened(name));
            faults.add(Reason::new(Code::DefinitionConflict, place, message));
        } else if let Some(other) = self.known.add(name) {
            faults.add(alike(Code::DefinitionConflict, name, &other, place));
        }
    }
}

/// Reports every key of a map that is no name, and those that look alike.
pub(super) fn check_keys<'n>(keys: impl Iterator<Item = &'n String>, place: &Pointer, faults: &mut Faults) {
    let mut names = Names::default();
    for name in keys {
        names.take_at(name, &place.join(name), faults);
    }
}

/// Reports a text of a definition that is no name.
pub(super) fn check(name: &str, place: &Pointer, faults: &mut Faults) {
    if let Some(reason) = fault::no_name(Code::DefinitionRange, "a name", name, place) {
        faults.add(reason);
    }
}

/// Why a text of a request is no name, if it is none.
pub(super) fn no_name(what: &str, name: &str, place: impl Into<String>) -> Option<Reason> {
    fault::no_name(Code::RequestRange, what, name, place)
}

/// What a name stands for, or that there is nothing of that name at a place.
pub(super) fn named<T>(found: Option<T>, kind: &str, name: &str, place: impl Into<String>) -> Result<T> {
    found.ok_or_else(|| {
        let message = format!("the tenant has no {kind} `{}`", names::visible(&shortened(name)));
        Reason::new(Code::RequestUnknown, place, message).into()
    })
}
