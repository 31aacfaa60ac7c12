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
    let lists = blocks(LISTS);
    assert!(lists.len() > 5, "the guide shows {} lists", lists.len());
    for part in &lists {
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
    for part in &shown[1..] {
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

/// In the other guides an example is a vector, whose `given` may be left out for that of the example before.
#[test]
fn every_example_that_is_a_vector_holds() {
    let guides = std::fs::read_dir(ratebook_tests::folder().join("../../docs")).expect("the guides");
    for path in guides.flatten().map(|guide| guide.path()) {
        let Ok(guide) = std::fs::read_to_string(&path) else {
            continue;
        };
        let mut given = json!({});
        for mut example in blocks(&guide).into_iter().filter(|block| block.get("ask").is_some()) {
            match example.get("given") {
                Some(own) => given = own.clone(),
                None => example["given"] = given.clone(),
            }
            let faults = Vector::read("docs", &path.to_string_lossy(), &example).check();
            assert!(faults.is_empty(), "{}\nin {example:#}", faults.join("\n"));
        }
    }
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
