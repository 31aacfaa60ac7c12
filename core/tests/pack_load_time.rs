//! How long a large pack takes to load. Run in release: `cargo test --release -p ratebook --test pack_load_time -- --ignored --nocapture`.

use std::time::{Duration, Instant};

use ratebook::records::{Pack, PackDefinition};
use serde_json::{Map, Value, json};

/// The longest that loading it may take, from text to the pack.
const MOST: Duration = Duration::from_millis(50);

/// A pack of 500 entities with 100 fields each.
fn large() -> Value {
    let entities = (0..500).map(|entity| {
        let fields = (0..100).map(|field| {
            let own = match field % 10 {
                0 => json!({"kind": "text", "required": true, "search": true, "sort": true}),
                1 => json!({"kind": "choice", "choices": ["open", "done", "gone"], "filter": true}),
                2 => json!({"kind": "link", "entity": format!("entity_{}", (entity + field) % 500), "filter": true}),
                3 => json!({"kind": "money", "currency": "EUR", "filter": true}),
                4 => json!({"kind": "integer", "min": "0", "max": "1000", "sort": true}),
                5 => json!({"kind": "day", "filter": true, "sort": true}),
                6 => json!({"kind": "email", "unique": true}),
                7 => json!({"kind": "yes_no", "required": true, "default": false}),
                8 => json!({"kind": "text", "pattern": "[A-Z]{2}[0-9]+"}),
                _ => json!({"kind": "long_text", "personal": "remove"}),
            };
            (format!("field_{field}"), own)
        });
        let fields: Map<String, Value> = fields.collect();
        json!({"name": format!("entity_{entity}"), "soft_delete": {}, "fields": fields,
               "checks": [{"when": "field_4.orValue(0) <= 900", "path": "/field_4", "message": "too many"}]})
    });
    json!({"name": "large", "entities": entities.collect::<Vec<_>>(), "roles": {"admin": {"allow": ["*"]}}})
}

#[test]
#[ignore = "a measurement, for a release build"]
fn a_large_pack_loads_quickly() {
    let text = large().to_string();
    let definition: PackDefinition = serde_json::from_str(&text).expect("a definition");
    let mut from_text: Vec<Duration> = (0..9)
        .map(|_| {
            let start = Instant::now();
            let pack = Pack::load_text(text.as_bytes()).expect("a pack");
            let loaded = start.elapsed();
            let copy = definition.clone();
            let start = Instant::now();
            let other = Pack::new(copy).expect("a pack");
            let made = start.elapsed();
            let start = Instant::now();
            let tables = pack.schema().tables.len();
            let laid_out = start.elapsed();
            assert_eq!(other.entities().len(), 500);
            println!(
                "from {} bytes of text {loaded:?}; from its type {made:?}; {tables} tables {laid_out:?}",
                text.len()
            );
            loaded
        })
        .collect();
    from_text.sort_unstable();
    let median = from_text.get(from_text.len() / 2).copied().unwrap_or_default();
    assert!(median <= MOST, "{median:?} in the middle of {from_text:?}");
}
