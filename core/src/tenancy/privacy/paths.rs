use serde_json::Value;

use super::definition::{CompiledEntity, PrivateField};
use crate::form::Pointer;

/// A JSON pointer in which one step may be each entry of a list.
#[derive(Clone, Debug)]
pub(super) struct PrivatePath {
    /// The whole pointer, or what comes before the `*`.
    start: String,
    /// What comes after it.
    end: Option<String>,
}

impl PrivatePath {
    pub(super) fn read(text: &str) -> Option<PrivatePath> {
        if !text.starts_with('/') || text.len() < 2 {
            return None;
        }
        let mut parts = format!("{text}/")
            .split("/*/")
            .map(str::to_owned)
            .collect::<Vec<_>>()
            .into_iter();
        let (start, end, more) = (parts.next()?, parts.next(), parts.next());
        let again = end.as_deref().is_some_and(|end| end.split('/').any(|step| step == "*"));
        if more.is_some() || again || start.is_empty() {
            return None;
        }
        let trimmed = |text: &str| text.strip_suffix('/').unwrap_or(text).to_owned();
        Some(match end {
            None => PrivatePath {
                start: trimmed(&start),
                end: None,
            },
            Some(end) if end.is_empty() => PrivatePath {
                start,
                end: Some(String::new()),
            },
            Some(end) => PrivatePath {
                start,
                end: Some(format!("/{}", trimmed(&end))),
            },
        })
    }

    /// Whether one of two paths leads to the other or past it.
    pub(super) fn meets(&self, other: &PrivatePath) -> bool {
        let whole = |path: &PrivatePath| match &path.end {
            Some(end) => format!("{}/*{end}", path.start),
            None => path.start.clone(),
        };
        let (own, other) = (whole(self), whole(other));
        let mut steps = own.split('/').zip(other.split('/'));
        steps.all(|(own, other)| own == other || own == "*" || other == "*")
    }

    fn at(&self, index: Option<usize>) -> Pointer {
        match (index, &self.end) {
            (Some(index), Some(end)) => Pointer::at(&format!("{}/{index}{end}", self.start)),
            _ => Pointer::at(&self.start),
        }
    }

    /// Every place in a value that the path leads to, with the entry of the list it lies in.
    fn places(&self, value: &Value) -> Vec<(Pointer, Option<usize>)> {
        let indexes: Vec<Option<usize>> = match self.end {
            None => vec![None],
            Some(_) => {
                let list = value.pointer(&self.start).and_then(Value::as_array);
                (0..list.map_or(0, Vec::len)).map(Some).collect()
            }
        };
        let places = indexes.into_iter().map(|index| (self.at(index), index));
        places
            .filter(|(place, _)| value.pointer(place.as_str()).is_some())
            .collect()
    }
}

impl CompiledEntity {
    /// Whether anything in the value is about the person.
    pub(super) fn concerns(&self, value: &Value, person: &str) -> bool {
        let mut places = self.people.iter().flat_map(|path| path.places(value));
        places.any(|(place, _)| value.pointer(place.as_str()).and_then(Value::as_str) == Some(person))
    }

    /// Whether the person is one of those that the value as a whole is about.
    fn is_whole(&self, value: &Value, person: &str) -> bool {
        let mut whole = self.people.iter().filter(|path| path.end.is_none());
        whole.any(|path| value.pointer(&path.start).and_then(Value::as_str) == Some(person))
    }

    /// Whether an entry of a list, or with none the value as a whole, is about the person. An entry that names nobody is of
    /// those whom the whole is about.
    fn is_of(&self, value: &Value, list: &str, entry: Option<usize>, person: &str) -> bool {
        let own = self
            .people
            .iter()
            .filter(|path| path.end.is_some() && path.start == list);
        let mut named = own.filter_map(|path| value.pointer(path.at(entry).as_str()).and_then(Value::as_str));
        match named.next().filter(|_| entry.is_some()) {
            Some(first) => first == person || named.any(|other| other == person),
            None => self.is_whole(value, person),
        }
    }

    /// Every tagged place in a value, and whether it is the person's.
    pub(super) fn tagged<'e>(&'e self, value: &Value, person: Option<&str>) -> Vec<(Pointer, &'e PrivateField, bool)> {
        let mut found = Vec::new();
        for (path, field) in &self.fields {
            for (place, entry) in path.places(value) {
                let own = person.is_none_or(|person| self.is_of(value, &path.start, entry, person));
                found.push((place, field, own));
            }
        }
        found
    }

    /// Takes out every entry of a list that is another person's.
    pub(super) fn without_others(&self, value: &mut Value, person: &str) {
        for path in self.people.iter().filter(|path| path.end.is_some()) {
            let length = value.pointer(&path.start).and_then(Value::as_array).map_or(0, Vec::len);
            let own: Vec<bool> = (0..length)
                .map(|entry| self.is_of(value, &path.start, Some(entry), person))
                .collect();
            if let Some(list) = value.pointer_mut(&path.start).and_then(Value::as_array_mut) {
                let mut own = own.into_iter();
                list.retain(|_| own.next().unwrap_or(false));
            }
        }
    }
}

/// Takes a member out of what it is in; an entry of a list becomes nothing, so that the others keep their places.
pub(super) fn take_out(value: &mut Value, place: &Pointer) {
    let Some((parent, name)) = place.as_str().rsplit_once('/') else {
        return;
    };
    match value.pointer_mut(parent) {
        Some(Value::Object(fields)) => {
            fields.shift_remove(&name.replace("~1", "/").replace("~0", "~"));
        }
        Some(other) => {
            if let Some(entry) = other.pointer_mut(&format!("/{name}")) {
                *entry = Value::Null;
            }
        }
        None => {}
    }
}
