//! The lists that `docs/rate-lists.md` shows load as they stand. The first is whole; a later one that has no name is a part
//! of it.

use ratebook::rates::RateList;
use serde_json::Value;

const GUIDE: &str = include_str!("../docs/rate-lists.md");

#[test]
fn every_list_of_the_guide_loads() {
    let blocks = GUIDE
        .split("```json\n")
        .skip(1)
        .filter_map(|rest| rest.split_once("\n```"));
    let lists: Vec<Value> = blocks
        .map(|(block, _)| serde_json::from_str(block).unwrap_or_else(|error| panic!("{error} in\n{block}")))
        .collect();
    assert!(lists.len() > 5, "the guide shows {} lists", lists.len());
    for part in &lists {
        let mut list = if part.get("name").is_some() {
            part.clone()
        } else {
            lists[0].clone()
        };
        if let (Some(list), Some(part)) = (list.as_object_mut(), part.as_object()) {
            list.extend(part.clone());
        }
        if let Err(error) = RateList::load(list) {
            panic!("{:#?}\nin {part:#}", error.report());
        }
    }
}
