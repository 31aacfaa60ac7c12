use std::collections::BTreeSet;
use std::ops::Bound;

use super::Pointer;
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

    /// The code for things that do not go together.
    pub fn conflict(self) -> Code {
        self.pick(Code::DefinitionConflict, Code::RequestConflict)
    }
}

/// How many faults are collected before the rest is only counted.
const MOST: usize = 200;

/// The faults found so far, and the places that are already known to be broken.
#[derive(Debug)]
pub struct Faults {
    family: Family,
    reasons: Vec<Reason>,
    /// Apart, so that a request in which nothing is wrong pays nothing for them.
    marks: Option<Box<Marks>>,
    uncounted: usize,
}

/// Places of which it is known what is wrong there.
#[derive(Debug, Default)]
struct Marks {
    /// Where a stand-in is.
    stand_ins: BTreeSet<String>,
    /// Where a value is beyond its limits.
    beyond: BTreeSet<String>,
    /// The list entries that hold a stand-in.
    broken: BTreeSet<String>,
}

impl Faults {
    /// No faults yet.
    #[inline]
    pub fn new(family: Family) -> Self {
        Faults {
            family,
            reasons: Vec::new(),
            marks: None,
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
        let known = |marks: &Marks| {
            let known = |place: &&str| meets(&marks.broken, place) || marks.beyond.contains(*place);
            places.iter().any(known)
        };
        if !self.marks.as_deref().is_some_and(known) {
            self.push(reason);
        }
    }

    /// Whether as many are told as are told at all. What comes behind them is counted, and nothing is made of it: a definition of
    /// a million faults costs no more than it takes to read.
    pub(crate) fn is_full(&self) -> bool {
        self.reasons.len() >= MOST
    }

    /// Reports a fault of form and remembers the place, and the list entry it lies in, as broken.
    pub(crate) fn add_broken(&mut self, reason: impl FnOnce() -> Reason) {
        if self.is_full() {
            self.uncounted += 1;
            return;
        }
        let reason = reason();
        let marks = self.marks.get_or_insert_default();
        marks.stand_ins.insert(reason.path.clone());
        marks.broken.insert(entry_of(&reason.path).to_owned());
        self.push(reason);
    }

    /// Reports a value beyond its limits, unless it is a stand-in. Rules say nothing more of that very place.
    pub(crate) fn add_beyond(&mut self, reason: Reason) {
        if self.is_full() {
            self.uncounted += 1;
            return;
        }
        let marks = self.marks.get_or_insert_default();
        if !is_within(&marks.stand_ins, &reason.path) && marks.beyond.insert(reason.path.clone()) {
            self.push(reason);
        }
    }

    /// Reports a fault of its own, unless its very place is beyond its limits.
    pub(super) fn add_beside(&mut self, reason: Reason) {
        let is_beyond = |marks: &Marks| marks.beyond.contains(&reason.path);
        if !self.marks.as_deref().is_some_and(is_beyond) {
            self.push(reason);
        }
    }

    /// No faults yet of a part that has rules of its own: what is broken in it is known, its places begin at it.
    pub(crate) fn part(&self, place: &Pointer) -> Faults {
        let marks = self.marks.as_deref().map(|marks| {
            let (stand_ins, beyond) = (below(&marks.stand_ins, place), below(&marks.beyond, place));
            let broken = stand_ins.iter().map(|path| entry_of(path).to_owned()).collect();
            Box::new(Marks {
                stand_ins,
                beyond,
                broken,
            })
        });
        Faults {
            marks,
            ..Faults::new(self.family)
        }
    }

    /// Takes over what was found in a part.
    pub(crate) fn absorb(&mut self, place: &Pointer, part: Faults) {
        for mut reason in part.into_reasons() {
            reason.path.insert_str(0, place.as_str());
            self.push(reason);
        }
    }

    fn push(&mut self, reason: Reason) {
        if self.reasons.len() < MOST {
            self.reasons.push(reason)
        } else {
            self.uncounted += 1
        }
    }

    /// Whether a value was beyond its limits.
    pub(crate) fn has_beyond(&self) -> bool {
        self.marks.as_deref().is_some_and(|marks| !marks.beyond.is_empty())
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
    #[inline]
    pub fn finish<T>(self, value: T) -> Result<T> {
        if self.reasons.is_empty() {
            return Ok(value);
        }
        self.told().map(|()| value)
    }

    #[cold]
    fn told(self) -> Result<()> {
        Error::unless_empty(self.into_reasons())
    }
}

/// The places below one, as seen from there.
fn below(places: &BTreeSet<String>, place: &Pointer) -> BTreeSet<String> {
    let first = format!("{place}/");
    let found = places.range::<str, _>((Bound::Included(first.as_str()), Bound::Unbounded));
    let found = found.map_while(|path| path.strip_prefix(place.as_str()).filter(|rest| rest.starts_with('/')));
    found.map(str::to_owned).collect()
}

/// Whether a place lies in one of the places, or one of them in it.
fn meets(places: &BTreeSet<String>, place: &str) -> bool {
    if places.is_empty() {
        return false;
    }
    if is_within(places, place) {
        return true;
    }
    let below = format!("{place}/");
    let first = places
        .range::<str, _>((Bound::Included(below.as_str()), Bound::Unbounded))
        .next();
    first.is_some_and(|first| first.starts_with(&below))
}

/// Whether a place is one of the places, or lies in one of them.
fn is_within(places: &BTreeSet<String>, place: &str) -> bool {
    let steps = place.match_indices('/').map(|(end, _)| end).chain([place.len()]);
    let above = |end: usize| place.get(..end).is_some_and(|above| places.contains(above));
    !places.is_empty() && steps.into_iter().any(above)
}

/// `/seasons/3` of `/seasons/3/days/0/first`: the first list entry on the way, or the whole path. A field of an entity is an entry of
/// its own: what is wrong with one says nothing of the others.
fn entry_of(path: &str) -> &str {
    let mut end = 0;
    let mut steps = path.split('/').skip(1);
    while let Some(step) = steps.next() {
        end += 1 + step.len();
        if !step.is_empty() && step.bytes().all(|byte| byte.is_ascii_digit()) {
            if let (Some("fields"), Some(name), Some(_)) = (steps.next(), steps.next(), steps.next()) {
                end += "/fields/".len() + name.len();
            }
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
        faults.add_broken(|| Reason::new(Code::DefinitionType, "/seasons/3/days/0/first", "x"));
        faults.add(Reason::new(Code::DefinitionRange, "/seasons/3", "noise"));
        faults.add_between(
            Reason::new(Code::DefinitionOverlap, "/seasons/4", "noise"),
            &["/seasons/4", "/seasons/3"],
        );
        faults.add(Reason::new(Code::DefinitionRange, "/seasons/31", "real"));
        let paths: Vec<_> = faults.into_reasons().into_iter().map(|reason| reason.path).collect();
        assert_eq!(paths, ["/seasons/3/days/0/first", "/seasons/31"]);
    }

    #[test]
    fn what_is_wrong_with_a_field_hides_nothing_of_those_beside_it() {
        let mut faults = Faults::new(Family::Definition);
        faults.add_broken(|| Reason::new(Code::DefinitionUnknown, "/entities/3/fields/born_on/kind", "x"));
        for place in ["/entities/3/fields/born_on/min", "/entities/3/fields", "/entities/3"] {
            faults.add(Reason::new(Code::DefinitionRange, place, "noise"));
        }
        for place in ["/entities/3/fields/born/min", "/entities/3/sort/0"] {
            faults.add(Reason::new(Code::DefinitionRange, place, "real"));
        }
        // One that is missing as a whole, or no field at all, is of the entity.
        faults.add_broken(|| Reason::new(Code::DefinitionType, "/entities/4/fields", "x"));
        faults.add(Reason::new(Code::DefinitionRange, "/entities/4/sort/0", "noise"));
        let paths: Vec<_> = faults.into_reasons().into_iter().map(|reason| reason.path).collect();
        let told = [
            "/entities/3/fields/born_on/kind",
            "/entities/3/fields/born/min",
            "/entities/3/sort/0",
            "/entities/4/fields",
        ];
        assert_eq!(paths, told);
    }
}
