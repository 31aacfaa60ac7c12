//! What the guides show is true: every example is a vector.

use ratebook::api::Loaded;
use ratebook_tests::Vector;
use serde_json::{Value, json};

fn blocks(guide: &str) -> Vec<Value> {
    let blocks = guide
        .split("```json\n")
        .skip(1)
        .filter_map(|rest| rest.split_once("\n```"));
    blocks
        .map(|(block, _)| serde_json::from_str(block).unwrap_or_else(|error| panic!("{error} in\n{block}")))
        .collect()
}

/// A definition with the fields of a part in the place of its own.
fn with(whole: &Value, part: &Value) -> Value {
    let mut whole = whole.clone();
    if let (Some(fields), Some(part)) = (whole.as_object_mut(), part.as_object()) {
        fields.extend(part.clone());
    }
    whole
}

/// An example is a vector: what is `given` is loaded, and what is asked answered as expected. `given` may be left out for that of
/// the example before; `with` stands for the first one of the guide with these fields in the place of its own, for this example
/// alone when it asks nothing.
#[test]
fn every_example_holds() {
    let guides = std::fs::read_dir(ratebook_tests::folder().join("../../docs")).expect("the guides");
    for path in guides.flatten().map(|guide| guide.path()) {
        let Ok(guide) = std::fs::read_to_string(&path) else {
            continue;
        };
        let (mut given, mut base) = (json!({}), None);
        for mut example in blocks(&guide) {
            let own = match example.get("with") {
                Some(part) => within(base.as_ref().expect("a guide begins with what is given"), part),
                None => example.get("given").unwrap_or(&given).clone(),
            };
            base.get_or_insert_with(|| own.clone());
            example["given"] = own.clone();
            let vector = Vector::read("docs", &path.to_string_lossy(), &example);
            if example.get("ask").is_some() || example.get("with").is_none() {
                given = own;
            }
            let faults = match (example.get("ask"), example.get("expect")) {
                (Some(_), Some(_)) => vector.check(),
                (Some(_), None) => vector.ask().get("error").map(Value::to_string).into_iter().collect(),
                (None, _) => loaded(&vector),
            };
            assert!(faults.is_empty(), "{}\nin {example:#}", faults.join("\n"));
        }
    }
}

/// What was given, with the fields of a part in the place of its own.
fn within(given: &Value, part: &Value) -> Value {
    let parts = part.as_object().expect("a handle by its name");
    let changed = parts
        .iter()
        .map(|(handle, part)| (handle.clone(), with(&given[handle], part)));
    changed.collect::<serde_json::Map<_, _>>().into()
}

/// What is wrong with the definitions of an example that asks nothing.
fn loaded(vector: &Vector) -> Vec<String> {
    let each = vector
        .given
        .iter()
        .map(|(handle, definition)| Loaded::load(handle, definition.clone()));
    each.filter_map(Result::err)
        .map(|error| format!("{:#?}", error.report()))
        .collect()
}

/// Machines are shown as people write them.
#[test]
fn every_machine_that_is_shown_loads() {
    let guide = include_str!("../docs/machines.md");
    let shown: Vec<&str> = guide
        .split("```toml\n")
        .skip(1)
        .filter_map(|rest| rest.split("\n```").next())
        .collect();
    assert!(!shown.is_empty());
    for text in shown {
        if let Err(error) = Loaded::load_text("machine", text.as_bytes()) {
            panic!("{:#?}\nin {text}", error.report());
        }
    }
}
