use std::sync::LazyLock;

use serde_json::{Map, Value};

use crate::form::Pointer;

/// A value that is another than before.
pub(super) struct Difference<'v> {
    pub(super) path: Pointer,
    pub(super) before: Option<&'v Value>,
    pub(super) after: Option<&'v Value>,
}

/// The least that tells two values apart, in order of path: objects member by member, lists entry by entry when they are as
/// long as each other and as a whole when not. What is null and what is not there are the same. An object that is emptied, or
/// that was empty, is told as a whole: told by its members alone, it would look as if it were gone, or new.
pub(super) fn differences<'v>(before: &'v Value, after: &'v Value) -> Vec<Difference<'v>> {
    let mut found = Vec::new();
    walk(before, after, &Pointer::root(), &mut found);
    found.sort_unstable_by(|one, other| one.path.as_str().cmp(other.path.as_str()));
    found
}

fn walk<'v>(before: &'v Value, after: &'v Value, path: &Pointer, found: &mut Vec<Difference<'v>>) {
    match (before, after) {
        (Value::Object(own), Value::Object(other)) if is_empty(own) && is_empty(other) => {}
        (Value::Object(own), Value::Object(_)) if is_empty(own) => whole(Some(empty()), Some(after), path, found),
        (Value::Object(own), Value::Null) if is_empty(own) => whole(Some(empty()), None, path, found),
        (Value::Object(_), Value::Object(other)) if is_empty(other) => whole(Some(before), Some(empty()), path, found),
        (Value::Null, Value::Object(other)) if is_empty(other) => whole(None, Some(empty()), path, found),
        (Value::Object(own), Value::Object(other)) => {
            for (name, value) in own {
                step(value, other.get(name).unwrap_or(&Value::Null), path, name, found);
            }
            for (name, value) in other.iter().filter(|(name, _)| !own.contains_key(*name)) {
                step(&Value::Null, value, path, name, found);
            }
        }
        // What comes or goes does so member by member: then each has a path that a mask can name.
        (Value::Object(own), Value::Null) => {
            for (name, value) in own {
                step(value, &Value::Null, path, name, found);
            }
        }
        (Value::Null, Value::Object(other)) => {
            for (name, value) in other {
                step(&Value::Null, value, path, name, found);
            }
        }
        (Value::Array(own), Value::Array(other)) if own.len() == other.len() => {
            for (index, (value, other)) in own.iter().zip(other).enumerate() {
                step(value, other, path, index, found);
            }
        }
        _ if before == after => {}
        _ => {
            let there = |value: &'v Value| Some(value).filter(|value| !value.is_null());
            whole(there(before), there(after), path, found);
        }
    }
}

/// An object without members.
fn empty() -> &'static Value {
    static EMPTY: LazyLock<Value> = LazyLock::new(|| Value::Object(Map::new()));
    &EMPTY
}

/// Whether it has no members but such as are null.
fn is_empty(object: &Map<String, Value>) -> bool {
    object.values().all(Value::is_null)
}

fn whole<'v>(before: Option<&'v Value>, after: Option<&'v Value>, path: &Pointer, found: &mut Vec<Difference<'v>>) {
    let path = path.clone();
    found.push(Difference { path, before, after });
}

fn step<'v>(
    before: &'v Value,
    after: &'v Value,
    path: &Pointer,
    name: impl std::fmt::Display,
    found: &mut Vec<Difference<'v>>,
) {
    // Most members of a record stay as they are, and need no path.
    if before != after {
        walk(before, after, &path.join(name), found);
    }
}
