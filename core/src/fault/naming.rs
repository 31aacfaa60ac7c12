//! What is told of a text that is no name, and of names that would be taken for one another.

use super::{Faults, Pointer, shortened};
use crate::names::{self, Known};
use crate::{Code, Reason, Result};

/// Why a text is no name, if it is none.
pub(crate) fn no_name(code: Code, what: &str, name: &str, place: impl Into<String>) -> Option<Reason> {
    let fault = names::fault(name)?;
    let message = match name {
        "" => format!("{what} {fault}"),
        _ => format!("{what}, `{}`, {fault}", shortened(name)),
    };
    Some(Reason::new(code, place, message))
}

/// Refuses a request whose text at a place is no name.
pub(crate) fn named(name: &str, place: &str) -> Result<()> {
    no_name(Code::RequestRange, "a name", name, place).map_or(Ok(()), |reason| Err(reason.into()))
}

/// That two names would be taken for one another.
pub(crate) fn alike(code: Code, name: &str, other: &str, place: impl Into<String>) -> Reason {
    let message = format!(
        "`{}` looks like `{}` but is written with other letters; choose a name that cannot be mistaken for it",
        shortened(name),
        shortened(other)
    );
    Reason::new(code, place, message).with("other", other)
}

/// The names of one kind that look like one before them and are not written like it, each with that one.
fn alike_among<'n, P>(names: impl Iterator<Item = (P, &'n str)> + Clone) -> Vec<(P, &'n str, String)> {
    // Names of ASCII alone never look like each other, and most lists have no others.
    if names.clone().all(|(_, name)| name.is_ascii()) {
        return Vec::new();
    }
    let mut known = Known::default();
    let alike = names.filter_map(|(place, name)| known.add(name).map(|other| (place, name, other)));
    alike.collect()
}

impl Faults {
    /// Reports every name of a kind that looks like one before it, at the place that belongs to it.
    pub(crate) fn look_alikes<'n, P>(
        &mut self,
        names: impl Iterator<Item = (P, &'n str)> + Clone,
        place: impl Fn(P) -> Pointer,
    ) {
        for (own, name, other) in alike_among(names) {
            self.add(alike(self.family().conflict(), name, &other, place(own)));
        }
    }

    /// The same for the entries of a list by a field of theirs, or by what lies below one, such as `promo/code`. An entry that
    /// has none looks like nothing.
    pub(crate) fn look_alikes_in<'n>(
        &mut self,
        list: &Pointer,
        field: &str,
        names: impl Iterator<Item = Option<&'n str>> + Clone,
    ) {
        let given = names.enumerate().filter_map(|(index, name)| Some((index, name?)));
        let place = |index: usize| Pointer::at(&format!("{}/{field}", list.join(index)));
        self.look_alikes(given, place);
    }
}
