use serde_json::Value;

use crate::form::Pointer;

/// A value that is another than before.
pub(super) struct Difference<'v> {
    pub(super) path: Pointer,
    pub(super) before: Option<&'v Value>,
    pub(super) after: Option<&'v Value>,
}

/// The least that tells two values apart, in order of path: objects member by member, lists entry by entry when they are as
/// long as each other and as a whole when not. What is null and what is not there are the same.
pub(super) fn differences<'v>(before: &'v Value, after: &'v Value) -> Vec<Difference<'v>> {
    let mut found = Vec::new();
    walk(before, after, &Pointer::root(), &mut found);
    found.sort_unstable_by(|one, other| one.path.as_str().cmp(other.path.as_str()));
    found
}

fn walk<'v>(before: &'v Value, after: &'v Value, path: &Pointer, found: &mut Vec<Difference<'v>>) {
    match (before, after) {
        (Value::Object(own), Value::Object(other)) => {
            for (name, value) in own {
                step(value, other.get(name).unwrap_or(&Value::Null), path, name, found);
            }
            for (name, value) in other.iter().filter(|(name, _)| !own.contains_key(*name)) {
                step(&Value::Null, value, path, name, found);
            }
        }
        // What comes or goes does so member by member: then each has a path that a mask can name.
        (Value::Object(own), Value::Null) if !own.is_empty() => {
            for (name, value) in own {
                step(value, &Value::Null, path, name, found);
            }
        }
        (Value::Null, Value::Object(other)) if !other.is_empty() => {
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
        _ => found.push(Difference {
            path: path.clone(),
            before: Some(before).filter(|value| !value.is_null()),
            after: Some(after).filter(|value| !value.is_null()),
        }),
    }
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
