//! Places in records as rules declare them, and what really stands there.

use serde_json::Value;

use crate::form::Pointer;

/// A place in a record: a JSON pointer in which a step may be `*` for each entry of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place(Vec<Step>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    Each,
    Member(String),
}

/// What a place leads to in a record.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Found<'v> {
    pub(super) at: Pointer,
    pub(super) value: &'v Value,
    /// Where the record has another shape than the place: what was expected here. What the place is of lies somewhere in
    /// the value, or nowhere; nobody can say.
    pub(super) expected: Option<&'static str>,
}

impl Found<'_> {
    /// Whether the record has another shape here than was declared, and there is something in it.
    pub(super) fn is_strange(&self) -> bool {
        self.expected.is_some() && !self.value.is_null()
    }
}

impl Place {
    /// Reads `/password` or `/travellers/*/passport`. A pointer that leads nowhere, such as one with an escape that is none,
    /// would hide nothing.
    pub(super) fn read(text: &str) -> Option<Place> {
        let steps: Option<Vec<Step>> = text.strip_prefix('/')?.split('/').map(Step::read).collect();
        steps.filter(|steps| steps.first() != Some(&Step::Each)).map(Place)
    }

    /// How many steps are `*`.
    pub(super) fn wildcards(&self) -> usize {
        self.0.iter().filter(|step| **step == Step::Each).count()
    }

    /// Whether one of two places leads to the other or past it.
    pub(super) fn meets(&self, other: &Place) -> bool {
        let mut steps = self.0.iter().zip(&other.0);
        steps.all(|(own, other)| own == other || *own == Step::Each || *other == Step::Each)
    }

    /// The list in whose entries the place lies, and the rest of the way from an entry.
    pub(super) fn list(&self) -> Option<(Pointer, Place)> {
        let at = self.0.iter().position(|step| *step == Step::Each)?;
        let (before, rest) = (self.0.get(..at)?, self.0.get(at.checked_add(1)?..)?);
        let list = before.iter().fold(Pointer::root(), |list, step| match step {
            Step::Member(name) => list.join(name),
            Step::Each => list,
        });
        Some((list, Place(rest.to_vec())))
    }

    /// Everything that the place leads to in a value. A step that cannot be taken, because there is another shape than was
    /// declared, ends at what stands there; a member that is not there leads nowhere.
    pub(super) fn find<'v>(&self, value: &'v Value) -> Vec<Found<'v>> {
        let mut found = Vec::new();
        walk(&self.0, value, Pointer::root(), &mut found);
        found
    }
}

impl Step {
    fn read(text: &str) -> Option<Step> {
        let escaped = text.replace("~0", "").replace("~1", "");
        match text {
            "" => None,
            "*" => Some(Step::Each),
            _ if escaped.contains('~') => None,
            _ => Some(Step::Member(text.replace("~1", "/").replace("~0", "~"))),
        }
    }
}

fn walk<'v>(steps: &[Step], value: &'v Value, at: Pointer, found: &mut Vec<Found<'v>>) {
    let Some((step, rest)) = steps.split_first() else {
        found.push(Found {
            at,
            value,
            expected: None,
        });
        return;
    };
    match (step, value) {
        (Step::Each, Value::Array(entries)) => {
            for (index, entry) in entries.iter().enumerate() {
                walk(rest, entry, at.join(index), found);
            }
        }
        (Step::Member(name), Value::Object(fields)) => {
            if let Some(inside) = fields.get(name) {
                walk(rest, inside, at.join(name), found);
            }
        }
        (Step::Member(name), Value::Array(entries)) if is_index(name) => {
            let entry = name.parse::<usize>().ok().and_then(|index| entries.get(index));
            if let Some(entry) = entry {
                walk(rest, entry, at.join(name), found);
            }
        }
        _ => found.push(Found {
            at,
            value,
            expected: Some(if *step == Step::Each { "a list" } else { "an object" }),
        }),
    }
}

/// Whether it is the number of an entry as JSON pointers write it.
fn is_index(name: &str) -> bool {
    name == "0" || (!name.starts_with('0') && !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit()))
}

/// What a value is, in words.
pub(super) fn form_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "nothing",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

/// Takes what is at a place out of a value; an entry of a list becomes nothing, so that the others keep their places.
pub(super) fn take_out(value: &mut Value, place: &Pointer) {
    let Some((parent, name)) = place.as_str().rsplit_once('/') else {
        return;
    };
    match value.pointer_mut(parent) {
        Some(Value::Object(fields)) => {
            fields.remove(&name.replace("~1", "/").replace("~0", "~"));
        }
        Some(other) => {
            if let Some(entry) = other.pointer_mut(&format!("/{name}")) {
                *entry = Value::Null;
            }
        }
        None => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_place_is_a_pointer_that_can_lead_somewhere() {
        for text in ["/a", "/a/*", "/a/*/b", "/a~1b/~0c", "/0"] {
            assert!(Place::read(text).is_some(), "{text}");
        }
        for text in ["", "/", "a", "/*", "/*/a", "/a//b", "/a/", "/a~b", "/a~", "/a~2"] {
            assert!(Place::read(text).is_none(), "{text}");
        }
    }

    #[test]
    fn another_shape_ends_the_way_where_it_stands() {
        let found = |place: &str, value: Value| -> Vec<(String, bool)> {
            let place = Place::read(place).expect("a place");
            let all = place.find(&value);
            all.iter()
                .map(|one| (one.at.as_str().to_owned(), one.expected.is_none()))
                .collect()
        };
        let at = |place: &str, declared: bool| vec![(place.to_owned(), declared)];
        assert_eq!(found("/a/b", json!({"a": {"b": 1, "c": 2}})), at("/a/b", true));
        assert_eq!(found("/a/b", json!({"a": {"c": 2}})), []);
        assert_eq!(found("/a/b", json!({"a": [{"b": 1}]})), at("/a", false));
        assert_eq!(found("/a/b", json!({"a": "b=1"})), at("/a", false));
        assert_eq!(found("/a/b", json!({"a": null})), at("/a", false));
        assert_eq!(found("/a/*/b", json!({"a": [{"b": 1}]})), at("/a/0/b", true));
        assert_eq!(found("/a/*/b", json!({"a": {"x": {"b": 1}}})), at("/a", false));
        assert_eq!(found("/a/*/b", json!({"a": [[{"b": 1}]]})), at("/a/0", false));
        assert_eq!(found("/a/1", json!({"a": [5, 6]})), at("/a/1", true));
        assert_eq!(found("/a/01", json!({"a": [5, 6]})), at("/a", false));
    }
}
