//! One plan, three evaluators: whatever is asked, core, SQLite and PostgreSQL find the same records.

use std::collections::BTreeSet;

use crate::support::{Chance, Databases, id, id_text};
use ratebook::expression::{Environment, Expression, Type};
use ratebook::records::{Cell, MatchesRequest, Pack, RecordQuery};
use ratebook_server::store;
use serde_json::{Map, Value, json};

/// How many records each condition is asked of.
const RECORDS: usize = 400;

/// How many conditions: by `RATEBOOK_CONDITIONS=2500` a million pairs.
fn conditions() -> usize {
    let told = std::env::var("RATEBOOK_CONDITIONS").ok();
    told.and_then(|told| told.parse().ok()).unwrap_or(300)
}

/// The condition as the engine evaluates it by itself, over the facts of a record.
fn evaluated(text: &str, records: &[Map<String, Value>]) -> Vec<bool> {
    let optional = |own| Type::Optional(Box::new(own));
    let names = Environment::new([
        ("name", Type::Text),
        ("note", optional(Type::Text)),
        ("state", optional(Type::Text)),
        ("stock", Type::Int),
        ("least", optional(Type::Int)),
        ("price", optional(Type::Decimal)),
        ("cost", optional(Type::Decimal)),
        ("cost_currency", optional(Type::Text)),
        ("bought", optional(Type::Day)),
        ("seen", optional(Type::Instant)),
        ("life", optional(Type::Duration)),
        ("active", Type::Bool),
        ("broken", optional(Type::Bool)),
        ("owner", optional(Type::Text)),
        ("now", Type::Instant),
        ("today", Type::Day),
    ]);
    let expression =
        Expression::condition(&text.replace("cost.currency", "cost_currency"), &names).expect("a condition");
    let holds = |record: &Map<String, Value>| {
        let mut facts = record.clone();
        if let Some(Value::Object(cost)) = facts.remove("cost") {
            facts.insert("cost".to_owned(), cost["amount"].clone());
            facts.insert("cost_currency".to_owned(), cost["currency"].clone());
        }
        facts.insert("now".to_owned(), "2026-03-03T12:00:00Z".into());
        facts.insert("today".to_owned(), "2026-03-03".into());
        expression
            .holds(&facts, "")
            .unwrap_or_else(|error| panic!("{text}: {error}"))
    };
    records.iter().map(holds).collect()
}

/// The fields that need not be there: a pack's, or all of a tenant's own.
const OPTIONAL: [&str; 10] = [
    "note", "state", "least", "price", "cost", "bought", "seen", "life", "broken", "owner",
];

/// Whose the fields are that need not be there.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Fields {
    OfPack,
    OfTenant,
}

impl Fields {
    /// What a field is called.
    fn name(self, name: &str) -> String {
        match self {
            Fields::OfTenant if OPTIONAL.contains(&name) => format!("custom_{name}"),
            _ => name.to_owned(),
        }
    }

    /// A text with its fields called so.
    fn text(self, text: &str) -> String {
        let mut told = String::new();
        let mut word = String::new();
        for letter in text.chars().chain([' ']) {
            if letter.is_ascii_alphanumeric() || letter == '_' {
                word.push(letter);
            } else {
                told.push_str(&self.name(&word));
                word.clear();
                told.push(letter);
            }
        }
        told.truncate(told.len() - 1);
        told
    }

    fn record(self, record: &Map<String, Value>) -> Map<String, Value> {
        let named = record.iter().map(|(name, value)| (self.name(name), value.clone()));
        named.collect()
    }

    fn pack(self) -> Pack {
        let mut definition = pack_of(self == Fields::OfTenant);
        if self == Fields::OfTenant {
            let fields = definition["entities"][0]["fields"].as_object_mut().expect("fields");
            let own: Map<String, Value> = OPTIONAL
                .iter()
                .map(|name| (self.name(name), fields.remove(*name).expect("a field")))
                .collect();
            definition["custom"] = json!({"part": own});
        }
        Pack::load(definition).expect("a pack")
    }
}

fn pack_of(custom: bool) -> Value {
    json!({
        "name": "desk",
        "roles": {"admin": {"allow": ["*"]}},
        "entities": [
            {"name": "part", "custom": custom, "fields": {
                "name": {"kind": "text", "required": true, "search": true, "sort": true, "filter": true},
                "note": {"kind": "text", "filter": true, "sort": true},
                "state": {"kind": "choice", "choices": ["new", "used", "gone"], "filter": true},
                "stock": {"kind": "integer", "required": true, "filter": true, "sort": true},
                "least": {"kind": "integer", "filter": true},
                "price": {"kind": "decimal", "filter": true, "sort": true},
                "cost": {"kind": "money", "filter": true},
                "bought": {"kind": "day", "filter": true, "sort": true},
                "seen": {"kind": "instant", "filter": true},
                "life": {"kind": "duration", "filter": true},
                "active": {"kind": "yes_no", "required": true, "filter": true},
                "broken": {"kind": "yes_no", "filter": true},
                "owner": {"kind": "link", "entity": "part", "filter": true}
            }}
        ]
    })
}

const TEXTS: &[&str] = &[
    "",
    "a",
    "A",
    "b",
    "ab",
    "aB",
    "ä",
    "Äb",
    "z",
    "zz",
    "\u{d7ff}",
    "\u{10ffff}",
    "a b",
    "%",
    "_",
    "a%b",
    "'",
    "\\",
];

fn record(number: usize, chance: &mut Chance) -> Map<String, Value> {
    let mut fields = Map::new();
    let mut set = |name: &str, value: Value| fields.insert(name.to_owned(), value);
    set("id", id_text(number).into());
    set("tenant_id", "acme".into());
    set("version", 1.into());
    set(
        "created_at",
        format!("2026-01-{:02}T00:00:00Z", 1 + chance.below(28)).into(),
    );
    set("updated_at", "2026-02-01T00:00:00Z".into());
    set("name", chance.of(TEXTS).into());
    set("stock", (chance.below(7) as i64 - 3).into());
    set("active", chance.yes().into());
    let optional = [
        ("note", Value::from(chance.of(TEXTS))),
        ("state", chance.of(&["new", "used", "gone"]).into()),
        ("least", (chance.below(7) as i64 - 3).into()),
        (
            "price",
            chance
                .of(&["-1", "0", "0.0001", "1", "1.5", "12.3456", "9999999999999.9999"])
                .into(),
        ),
        (
            "cost",
            json!({"amount": chance.of(&["-1.50", "0.00", "1.00", "2.25"]), "currency": chance.of(&["EUR", "USD"])}),
        ),
        ("bought", format!("2026-0{}-01", 1 + chance.below(6)).into()),
        (
            "seen",
            format!("2026-03-0{}T12:00:00.00000{}Z", 1 + chance.below(4), chance.below(3)).into(),
        ),
        ("life", chance.of(&["0s", "1h", "90m", "-5s", "1us"]).into()),
        ("broken", chance.yes().into()),
        ("owner", id_text(chance.below(number + 1)).into()),
    ];
    for (name, value) in optional {
        if chance.below(4) > 0 {
            set(name, value);
        }
    }
    fields
}

/// A random condition over the fields, as people write them.
fn condition(chance: &mut Chance, depth: u32) -> String {
    if depth > 0 && chance.below(3) > 0 {
        let (one, other) = (condition(chance, depth - 1), condition(chance, depth - 1));
        return match chance.below(5) {
            0 => format!("({one} && {other})"),
            1 => format!("({one} || {other})"),
            2 => format!("!({one})"),
            3 => format!("({one} ? {other} : {})", condition(chance, 0)),
            _ => format!("(({one}) == ({other}))"),
        };
    }
    let sign = chance.of(&["==", "!=", "<", "<=", ">", ">="]);
    let same = chance.of(&["==", "!="]);
    let text = format!("{:?}", chance.of(TEXTS)).replace("\\u{", "\\U{");
    let text = if text.contains("\\U{") {
        "\"q\"".to_owned()
    } else {
        text
    };
    match chance.below(24) {
        0 => format!("name {sign} {text}"),
        1 => format!("note {same} {text}"),
        2 => format!("has(note) && note {sign} name"),
        3 => format!("name.startsWith({text})"),
        4 => format!("has(note) && note.contains({text})"),
        5 => format!("stock {sign} {}", chance.below(7) as i64 - 3),
        6 => format!("stock {sign} {}.5", chance.below(3)),
        7 => format!("stock {sign} least.orValue({})", chance.below(3)),
        8 => format!("has(least) && stock - least {sign} {}", chance.below(4)),
        9 => format!(
            "has(price) && price {sign} {}",
            chance.of(&["0", "1.5", "0.00005", "12.3456", "-1", "10000000000000"])
        ),
        10 => format!("price.orValue(0.5) + 1 {sign} 2.5"),
        11 => format!("has(cost) && cost {sign} 1.00 && cost.currency {same} \"EUR\""),
        12 => format!("has(bought) && bought {sign} day(\"2026-03-01\")"),
        13 => format!("has(bought) && bought + {} {sign} today", chance.below(60)),
        14 => format!("has(seen) && seen {sign} timestamp(\"2026-03-02T12:00:00.000001Z\")"),
        15 => format!("has(seen) && seen + duration(\"24h\") {sign} now"),
        16 => format!("has(life) && life {sign} duration(\"1h\")"),
        17 => "active".to_owned(),
        18 => format!("broken.orValue({})", chance.yes()),
        19 => format!("broken {same} {}", chance.yes()),
        20 => format!("state in [\"new\", \"{}\"]", chance.of(&["used", "none"])),
        21 => format!("owner {same} \"{}\"", id_text(chance.below(RECORDS))),
        22 => format!(
            "has({})",
            chance.of(&["note", "least", "price", "cost", "seen", "owner"])
        ),
        _ => format!("stock in [0, {}, -1]", chance.below(4)),
    }
}

fn query(condition: &str) -> RecordQuery {
    serde_json::from_value(json!({
        "entity": "part", "actor": {"tenant": "acme", "id": "ann", "roles": ["admin"]}, "now": "2026-03-03T12:00:00Z",
        "where": condition, "limit": 100, "sort": ["name"]
    }))
    .expect("a query")
}

#[tokio::test]
async fn every_pair_of_condition_and_record_agrees() {
    every_pair_agrees(Fields::OfPack).await;
}

#[tokio::test]
async fn every_pair_agrees_about_fields_that_a_tenant_has_added() {
    every_pair_agrees(Fields::OfTenant).await;
}

async fn every_pair_agrees(fields: Fields) {
    let pack = fields.pack();
    let entity = pack.entity("part").expect("an entity");
    let mut chance = Chance::new(20_261_128);
    let plain: Vec<_> = (0..RECORDS).map(|number| record(number, &mut chance)).collect();
    let records: Vec<_> = plain.iter().map(|record| fields.record(record)).collect();
    let mut databases = Databases::start(&pack).await;
    let tenant = id(1_000_000);
    for record in &records {
        databases.insert(&pack, entity, tenant, record).await;
    }
    let mut found = 0;
    let conditions = conditions();
    for round in 0..conditions {
        let (text, query, mut plan) = loop {
            let text = condition(&mut chance, 3);
            let query = query(&fields.text(&text));
            let holder = pack.holder(&query.actor).expect("somebody");
            match pack.plan(&query, &holder) {
                Ok(plan) => break (text, query, plan),
                // By chance a fact was asked for before, and nothing need stand in for it.
                Err(error) if error.to_string().contains("is not needed") => {}
                Err(error) => panic!("{text}: {error}"),
            }
        };
        plan.limit = u32::try_from(RECORDS).expect("a limit");
        let evaluated = evaluated(&text, &plain);
        for (record, truth) in records.iter().zip(&evaluated) {
            assert_eq!(plan.test.holds(&entity.kept(record)), *truth, "{text} of {record:?}");
        }
        let expected: BTreeSet<String> = records
            .iter()
            .zip(evaluated)
            .filter(|(_, truth)| *truth)
            .map(|(record, _)| record["id"].as_str().expect("an id").to_owned())
            .collect();
        found += expected.len();
        // What core finds with the page's limit is the beginning of the same list.
        if round % 50 == 0 {
            let request = MatchesRequest::new(query, records.clone());
            let matched = pack.matches(&request).expect("an answer");
            assert_eq!(matched.items.len(), expected.len().min(100), "{text}");
        }
        let mut pages = Vec::new();
        for mut connection in databases.connections() {
            let page = store::page(&mut connection, &pack, &plan, tenant)
                .await
                .unwrap_or_else(|error| panic!("{text}: {error}"));
            let items: Vec<Map<String, Value>> = serde_json::from_slice(&page.items).expect("JSON");
            let ids: BTreeSet<String> = items
                .iter()
                .map(|item| item["id"].as_str().expect("an id").to_owned())
                .collect();
            assert_eq!(ids, expected, "{:?}: {text}", connection.dialect());
            pages.push(page.items);
        }
        // To the byte, in the same order.
        assert_eq!(pages.first(), pages.last(), "{text}");
    }
    // Conditions that find nothing, or everything, would agree about little.
    let all = RECORDS * conditions;
    assert!(found > all / 10 && found < all * 9 / 10, "{found} of {all}");
}

#[tokio::test]
async fn pages_put_together_are_the_whole_list() {
    for fields in [Fields::OfPack, Fields::OfTenant] {
        are_the_whole_list(fields).await;
    }
}

async fn are_the_whole_list(fields: Fields) {
    let pack = fields.pack();
    let entity = pack.entity("part").expect("an entity");
    let mut chance = Chance::new(7);
    let records: Vec<_> = (0..150)
        .map(|number| fields.record(&record(number, &mut chance)))
        .collect();
    let mut databases = Databases::start(&pack).await;
    let (tenant, other) = (id(1_000_000), id(2_000_000));
    for (number, record) in records.iter().enumerate() {
        databases.insert(&pack, entity, tenant, record).await;
        // Another tenant's record of the same id and values.
        if number % 3 == 0 {
            let mut alone = record.clone();
            alone.remove(&fields.name("owner"));
            databases.insert(&pack, entity, other, &alone).await;
        }
    }
    for sort in [
        vec!["name"],
        vec!["-name"],
        vec!["note"],
        vec!["-note"],
        vec!["price", "-name"],
        vec!["-bought", "stock"],
        vec!["-price", "note"],
    ] {
        let mut whole = query("true");
        whole.sort = sort.iter().map(|key| fields.text(key)).collect();
        let matched = pack
            .matches(&MatchesRequest::new(whole.clone(), records.clone()))
            .expect("an answer");
        let mut expected = matched.items;
        let mut next = matched.next;
        while let Some(after) = next {
            let more = pack
                .matches(&MatchesRequest::new(whole.clone().with_after(after), records.clone()))
                .expect("an answer");
            expected.extend(more.items);
            next = more.next;
        }
        assert_eq!(expected.len(), records.len());
        let expected: Vec<&str> = expected
            .iter()
            .map(|item| item["id"].as_str().expect("an id"))
            .collect();
        let holder = pack.holder(&whole.actor).expect("somebody");
        for limit in [1_u32, 7, 100] {
            let plan = pack.plan(&whole, &holder).expect("a plan");
            for mut connection in databases.connections() {
                let (mut seen, mut after): (Vec<String>, Option<Vec<Cell>>) = (Vec::new(), None);
                loop {
                    let mut page_plan = plan.clone();
                    (page_plan.limit, page_plan.after) = (limit, after);
                    let page = store::page(&mut connection, &pack, &page_plan, tenant)
                        .await
                        .expect("a page");
                    let items: Vec<Map<String, Value>> = serde_json::from_slice(&page.items).expect("JSON");
                    seen.extend(items.iter().map(|item| item["id"].as_str().expect("an id").to_owned()));
                    after = page.next;
                    if after.is_none() {
                        break;
                    }
                }
                assert_eq!(seen, expected, "{sort:?} by {limit} on {:?}", connection.dialect());
            }
        }
    }
}

#[tokio::test]
async fn figures_agree_with_core() {
    for fields in [Fields::OfPack, Fields::OfTenant] {
        figures_agree(fields).await;
    }
}

async fn figures_agree(fields: Fields) {
    let pack = fields.pack();
    let entity = pack.entity("part").expect("an entity");
    let mut chance = Chance::new(11);
    let records: Vec<_> = (0..90)
        .map(|number| fields.record(&record(number, &mut chance)))
        .collect();
    let mut databases = Databases::start(&pack).await;
    let tenant = id(1_000_000);
    for record in &records {
        databases.insert(&pack, entity, tenant, record).await;
    }
    let mut asked = query("active");
    asked.sums = ["price", "cost", "stock"].map(|name| fields.name(name)).to_vec();
    asked.facets = ["state", "stock", "broken", "bought"]
        .map(|name| fields.name(name))
        .to_vec();
    asked.total = true;
    let matched = pack
        .matches(&MatchesRequest::new(asked.clone(), records))
        .expect("an answer");
    let holder = pack.holder(&asked.actor).expect("somebody");
    let plan = pack.plan(&asked, &holder).expect("a plan");
    for mut connection in databases.connections() {
        let total = store::total(&mut connection, &pack, &plan, tenant)
            .await
            .expect("a number");
        assert_eq!(Some(total), matched.total.map(u64::from));
        let sums = store::sums(&mut connection, &pack, &plan, tenant).await.expect("sums");
        assert_eq!(sums, matched.sums);
        let facets = store::facets(&mut connection, &pack, &plan, tenant)
            .await
            .expect("facets");
        assert_eq!(facets, matched.facets);
    }
}
