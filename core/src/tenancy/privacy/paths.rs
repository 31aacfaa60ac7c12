use serde_json::Value;

use super::definition::{CompiledEntity, PrivateField};
use crate::form::Pointer;
use crate::tenancy::places::{Found, Place};

/// Whose something is that a value says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whose {
    /// The person's.
    Own,
    /// Somebody else's, or nobody's.
    Another,
    /// There is something else where the id of whoever it is about should be.
    Unknown,
}

/// A tagged place in a value, or where the way to it ends in another shape.
pub(super) struct Tagged<'e, 'v> {
    pub(super) found: Found<'v>,
    pub(super) field: &'e PrivateField,
    pub(super) whose: Whose,
}

/// Reads a path of a definition, in which one step may be `*`.
pub(super) fn path(text: &str) -> Option<Place> {
    Place::read(text).filter(|place| place.wildcards() <= 1)
}

impl CompiledEntity {
    /// Whether anything in the value is about the person.
    pub(super) fn concerns(&self, value: &Value, person: &str) -> bool {
        let mut places = self.people.iter().flat_map(|path| path.find(value));
        places.any(|found| found.expected.is_none() && names(found.value, person))
    }

    /// Everything that stands where a person's id should and is none: nobody can say whom that part is about.
    pub(super) fn strangers<'v>(&self, value: &'v Value) -> Vec<(usize, Found<'v>)> {
        let places = self.people.iter().enumerate();
        let found = places.flat_map(|(index, path)| path.find(value).into_iter().map(move |found| (index, found)));
        found.filter(|(_, found)| is_stranger(found)).collect()
    }

    /// Whether the person is one of those that the value as a whole is about.
    fn is_whole(&self, value: &Value, person: &str) -> bool {
        let whole = self.people.iter().filter(|path| path.list().is_none());
        let mut found = whole.flat_map(|path| path.find(value));
        found.any(|found| found.expected.is_none() && names(found.value, person))
    }

    /// Whose an entry of a list is. One that names nobody is of those whom the whole is about.
    fn of_entry(&self, value: &Value, list: &Pointer, entry: &Value, person: &str) -> Whose {
        let within = self
            .people
            .iter()
            .filter_map(Place::list)
            .filter(|(own, _)| own == list);
        let found: Vec<Found<'_>> = within.flat_map(|(_, rest)| rest.find(entry)).collect();
        if found.iter().any(is_stranger) {
            return Whose::Unknown;
        }
        let mut named = found
            .iter()
            .filter_map(|found| found.value.as_str())
            .filter(|id| !id.is_empty())
            .peekable();
        let own = match named.peek() {
            Some(_) => named.any(|id| id == person),
            None => self.is_whole(value, person),
        };
        if own { Whose::Own } else { Whose::Another }
    }

    /// Whose a place in the value is: that of the entry it lies in, where the entries of a list are about people.
    fn of_place(&self, value: &Value, place: &Pointer, person: &str) -> Whose {
        for (list, _) in self.people.iter().filter_map(Place::list) {
            let inside = place
                .as_str()
                .strip_prefix(list.as_str())
                .and_then(|rest| rest.strip_prefix('/'));
            let index = inside.and_then(|rest| rest.split('/').next());
            let entry = index.and_then(|index| value.pointer(list.join(index).as_str()));
            if let Some(entry) = entry {
                return self.of_entry(value, &list, entry, person);
            }
        }
        if self.is_whole(value, person) {
            Whose::Own
        } else {
            Whose::Another
        }
    }

    /// Every tagged place in a value, and whose it is.
    pub(super) fn tagged<'e, 'v>(&'e self, value: &'v Value, person: Option<&str>) -> Vec<Tagged<'e, 'v>> {
        let mut tagged = Vec::new();
        for (path, field) in &self.fields {
            for found in path.find(value) {
                let whose = person.map_or(Whose::Own, |person| self.of_place(value, &found.at, person));
                tagged.push(Tagged { found, field, whose });
            }
        }
        tagged
    }

    /// The lists whose entries are about people, and which of their entries are the person's.
    pub(super) fn own_entries(&self, value: &Value, person: &str) -> Vec<(Pointer, Vec<bool>)> {
        let mut lists: Vec<(Pointer, Vec<bool>)> = Vec::new();
        for (list, _) in self.people.iter().filter_map(Place::list) {
            let entries = value.pointer(list.as_str()).and_then(Value::as_array);
            if let Some(entries) = entries.filter(|_| lists.iter().all(|(known, _)| *known != list)) {
                let own = |entry: &Value| self.of_entry(value, &list, entry, person) == Whose::Own;
                let own = entries.iter().map(own).collect();
                lists.push((list, own));
            }
        }
        lists
    }
}

/// Nobody's id is empty, so that an empty one names nobody.
fn names(value: &Value, person: &str) -> bool {
    !person.is_empty() && value.as_str() == Some(person)
}

fn is_stranger(found: &Found<'_>) -> bool {
    !found.value.is_null() && (found.expected.is_some() || !found.value.is_string())
}
