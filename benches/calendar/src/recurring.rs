//! What recurs: rules read and expanded into moments.

use ratebook::time::{Occurrence, Recurrence, Span, Zone};
use serde_json::{Value, json};

use crate::timing::each;

/// Nanoseconds of each rule, with what it comes to: by the clocks of Berlin, and in universal time as the others do it.
pub(crate) fn figures() -> Value {
    let rules: Vec<Value> = serde_json::from_str(include_str!("../rules.json")).expect("the shared rules");
    let mut figures = serde_json::Map::new();
    for rule in rules {
        let of = |zone: &str| figures_of(&rule, zone);
        let of = json!({"universal": of("UTC"), "berlin": of("Europe/Berlin")});
        figures.insert(rule["name"].as_str().unwrap_or_default().to_owned(), of);
    }
    Value::Object(figures)
}

fn figures_of(rule: &Value, zone: &str) -> Value {
    let zone: Zone = zone.parse().expect("a zone");
    let recurs = json!({"start": {"day": rule["first"], "time": "09:00"}, "rule": rule["rule"]});
    let recurs: Recurrence = serde_json::from_value(recurs).expect("a sound recurrence");
    let within = rule.get("within").cloned();
    let within: Option<Span> = within.map(|within| serde_json::from_value(within).expect("a stretch"));
    let expand = || -> Vec<Occurrence> {
        let found = recurs.occurrences(&zone, within).expect("a sound rule");
        found.collect::<Result<_, _>>().expect("occurrences")
    };
    let found = expand();
    let nanoseconds = each(200, expand);
    let last = found.last().map(|last| last.instant.seconds());
    json!({"nanoseconds": nanoseconds, "count": found.len(), "last": last})
}
