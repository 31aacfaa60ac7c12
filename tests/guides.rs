//! What the guides show is true. The first definition of each is whole; a later one without a name of its own is a part of
//! it, one with an id a resource of its own, and one with an operation's name a question that is answered.

use ratebook::api::{Loaded, Operation, ask_json};
use ratebook::calendar::Calendar;
use ratebook::rates::RateList;
use ratebook_tests::Vector;
use serde_json::{Value, json};

const LISTS: &str = include_str!("../docs/rate-lists.md");
const CALENDARS: &str = include_str!("../docs/calendars.md");

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

#[test]
fn every_list_loads() {
    let mut lists = blocks(LISTS);
    // An example that asks is a vector, which is checked with those of the other guides.
    lists.retain(|block| block.get("ask").is_none());
    assert!(lists.len() > 5, "the guide shows {} lists", lists.len());
    for part in lists.iter().filter(|part| part.get("ask").is_none()) {
        let list = if part.get("name").is_some() {
            part.clone()
        } else {
            with(&lists[0], part)
        };
        if let Err(error) = RateList::load(list) {
            panic!("{:#?}\nin {part:#}", error.report());
        }
    }
}

#[test]
fn every_resource_loads_and_every_question_is_answered() {
    let shown = blocks(CALENDARS);
    let calendar = Loaded::load("calendar", shown[0].clone()).expect("the first calendar is whole");
    let (mut asked, mut storefront) = (0, None);
    for part in shown[1..].iter().filter(|part| part.get("ask").is_none()) {
        if part.get("offers").is_some() {
            storefront = Some(Loaded::load("storefront", part.clone()).expect("a whole storefront"));
            continue;
        }
        let question = part.as_object().and_then(|fields| fields.iter().next());
        let operation = question.and_then(|(name, request)| Some((Operation::named(name)?, request)));
        if let Some((operation, request)) = operation {
            asked += 1;
            let handle = storefront.as_ref().unwrap_or(&calendar);
            let answer = ask_json(operation, Some(handle), request.to_string().as_bytes());
            assert!(answer.is_ok(), "{answer:?}\nto {part:#}");
            continue;
        }
        let resource = if part.get("id").is_some() {
            part.clone()
        } else {
            with(&shown[0]["resources"][0], part)
        };
        if let Err(error) = Calendar::load(json!({"resources": [resource]})) {
            panic!("{:#?}\nin {part:#}", error.report());
        }
    }
    assert!(asked > 8, "{asked} questions");
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
