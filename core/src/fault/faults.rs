use crate::{Code, Error, Reason, Result};

/// Whether what is read is a definition, kept and asked often, or a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// A rate list, a plan, a calendar…
    Definition,
    /// A question to one of them, or to a plain function.
    Request,
}

impl Family {
    fn pick(self, definition: Code, request: Code) -> Code {
        match self {
            Family::Definition => definition,
            Family::Request => request,
        }
    }

    /// The code for text that is not JSON.
    pub fn not_json(self) -> Code {
        self.pick(Code::DefinitionJson, Code::RequestJson)
    }

    /// The code for input beyond the limits.
    pub fn too_large(self) -> Code {
        self.pick(Code::DefinitionTooLarge, Code::RequestTooLarge)
    }

    /// The code for a value of another type.
    pub fn wrong_type(self) -> Code {
        self.pick(Code::DefinitionType, Code::RequestType)
    }

    /// The code for a field that is not there.
    pub fn missing(self) -> Code {
        self.pick(Code::DefinitionMissing, Code::RequestMissing)
    }

    /// The code for a field or choice that does not exist.
    pub fn unknown(self) -> Code {
        self.pick(Code::DefinitionUnknown, Code::RequestUnknown)
    }

    /// The code for a value outside what its field takes.
    pub fn range(self) -> Code {
        self.pick(Code::DefinitionRange, Code::RequestRange)
    }
}

/// How many faults are collected before the rest is only counted.
const MOST: usize = 200;

/// The faults found so far, and the places that are already known to be broken.
#[derive(Debug)]
pub struct Faults {
    family: Family,
    reasons: Vec<Reason>,
    broken: Vec<String>,
    uncounted: usize,
}

impl Faults {
    /// No faults yet.
    pub fn new(family: Family) -> Self {
        Faults {
            family,
            reasons: Vec::new(),
            broken: Vec::new(),
            uncounted: 0,
        }
    }

    /// What is being read.
    pub fn family(&self) -> Family {
        self.family
    }

    /// Reports a fault, unless its place already has one of form.
    pub fn add(&mut self, reason: Reason) {
        let place = reason.path.clone();
        self.add_between(reason, &[&place]);
    }

    /// Reports a fault between several places, unless one of them already has a fault of form: a rule that failed only
    /// because of a stand-in would be noise.
    pub fn add_between(&mut self, reason: Reason, places: &[&str]) {
        let meets = |broken: &str, place: &str| within(broken, place) || within(place, broken);
        if self
            .broken
            .iter()
            .any(|broken| places.iter().any(|place| meets(broken, place)))
        {
            return;
        }
        self.push(reason);
    }

    /// Reports a fault of form and remembers the place, and the list entry it lies in, as broken.
    pub(crate) fn add_broken(&mut self, reason: Reason) {
        self.broken.push(entry_of(&reason.path).to_owned());
        self.push(reason);
    }

    fn push(&mut self, reason: Reason) {
        if self.reasons.len() < MOST {
            self.reasons.push(reason)
        } else {
            self.uncounted += 1
        }
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.reasons.is_empty()
    }

    /// Everything that was found, in the order of discovery.
    pub fn into_reasons(mut self) -> Vec<Reason> {
        if let (Some(last), more @ 1..) = (self.reasons.last_mut(), self.uncounted) {
            last.details.insert("more_faults".to_owned(), more.into());
        }
        self.reasons
    }

    /// The value when nothing was found, all faults otherwise.
    pub fn finish<T>(self, value: T) -> Result<T> {
        Error::unless_empty(self.into_reasons()).map(|()| value)
    }
}

fn within(outer: &str, inner: &str) -> bool {
    inner
        .strip_prefix(outer)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// `/seasons/3` of `/seasons/3/days/0/first`: the first list entry on the way, or the whole path.
fn entry_of(path: &str) -> &str {
    let mut end = 0;
    for step in path.split('/').skip(1) {
        end += 1 + step.len();
        if !step.is_empty() && step.bytes().all(|byte| byte.is_ascii_digit()) {
            return path.get(..end).unwrap_or(path);
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_stand_in_causes_is_not_reported() {
        let mut faults = Faults::new(Family::Definition);
        faults.add_broken(Reason::new(Code::DefinitionType, "/seasons/3/days/0/first", "x"));
        faults.add(Reason::new(Code::DefinitionRange, "/seasons/3", "noise"));
        faults.add_between(
            Reason::new(Code::DefinitionOverlap, "/seasons/4", "noise"),
            &["/seasons/4", "/seasons/3"],
        );
        faults.add(Reason::new(Code::DefinitionRange, "/seasons/31", "real"));
        let paths: Vec<_> = faults.into_reasons().into_iter().map(|reason| reason.path).collect();
        assert_eq!(paths, ["/seasons/3/days/0/first", "/seasons/31"]);
    }
}
