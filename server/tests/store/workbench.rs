//! The workbench: a pack as a folder, made into tables of both databases, filled with its demo records and asked back.

use std::collections::BTreeMap;
use std::path::Path;

use crate::support::{Databases, count, id, id_text};
use ratebook::records::{
    Cell, Entity, FieldKind, LookUpsRequest, MatchesRequest, Pack, ReadFilesRequest, RecordCheckRequest,
    RecordFireRequest, RecordQuery, read_files,
};
use ratebook_server::store::{self, sql};
use serde_json::{Map, Value, json};

const NOW: &str = "2026-11-28T12:00:00Z";

fn folder() -> Map<String, Value> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("packs/workbench");
    let mut files = Map::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(&root).expect("below").to_string_lossy().into_owned();
                files.insert(name, std::fs::read_to_string(&path).expect("text").into());
            }
        }
    }
    files
}

pub(crate) fn pack() -> Pack {
    let definition = read_files(ReadFilesRequest::new(folder()));
    Pack::new(definition.unwrap_or_else(|error| panic!("{:#?}", error.report()))).expect("a pack")
}

#[test]
fn it_uses_every_kind_of_field() {
    let pack = pack();
    let mut seen: Vec<FieldKind> = pack
        .entities()
        .iter()
        .flat_map(|entity| entity.fields())
        .map(|field| field.kind())
        .collect();
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 36, "{seen:?}");
    assert!(pack.entities().len() >= 12);
}

#[test]
fn it_says_what_is_wrong_with_a_copy_by_file() {
    let mut files = folder();
    let text = files["entities/subscriber.toml"]
        .as_str()
        .expect("text")
        .replace("entity = \"service_plan\"", "entity = \"servce_plan\"");
    files.insert("entities/subscriber.toml".to_owned(), text.into());
    let error = read_files(ReadFilesRequest::new(files)).expect_err("a fault");
    let reasons: Vec<_> = error.reasons().collect();
    assert_eq!(reasons.len(), 1, "{reasons:#?}");
    assert_eq!(reasons[0].details["file"], "entities/subscriber.toml");
    assert_eq!(reasons[0].path, "/fields/service_plan_id/entity");
    assert!(
        reasons[0].message.contains("did you mean `service_plan`?"),
        "{}",
        reasons[0].message
    );
}

#[test]
fn a_plan_that_costs_nothing_is_refused_by_its_field() {
    let pack = pack();
    let asked = |download: i64, price: &str| {
        let change = json!({"name": "Free", "download_mbps": download, "upload_mbps": 1, "price": {"amount": price, "currency": "EUR"}});
        let actor = json!({"tenant": "acme", "id": "ann", "roles": ["admin"]});
        let check = json!({"entity": "service_plan", "actor": actor, "now": NOW, "id": id_text(1), "change": change});
        let check: RecordCheckRequest = serde_json::from_value(check).expect("a request");
        let refused = pack.check(&check).err().map(|error| error.into_reasons());
        refused
            .unwrap_or_default()
            .into_iter()
            .map(|reason| reason.path)
            .collect::<Vec<_>>()
    };
    assert_eq!(asked(50, "29.90"), Vec::<String>::new());
    for nothing in ["0.00", "-1.00"] {
        assert_eq!(asked(50, nothing), ["/change/price/amount"]);
    }
    for nothing in [0, -5] {
        assert_eq!(asked(nothing, "29.90"), ["/change/download_mbps"]);
    }
}

/// The demo records as they are kept: checked in their order, with their events.
fn demo(pack: &Pack) -> Vec<(String, Map<String, Value>)> {
    let actor = json!({"tenant": "acme", "id": "ann", "roles": ["admin"]});
    let mut ids: BTreeMap<String, String> = BTreeMap::new();
    let mut records: Vec<(String, Map<String, Value>)> = Vec::new();
    for (number, demo) in pack.definition().demo.iter().enumerate() {
        let own = id_text(number + 1);
        ids.insert(demo.key.clone(), own.clone());
        let named = |value: &Value| match value.as_str().and_then(|text| text.strip_prefix('@')) {
            Some(key) => Value::from(ids[key].clone()),
            None => value.clone(),
        };
        let change: Map<String, Value> = demo
            .values
            .iter()
            .map(|(name, value)| {
                (
                    name.clone(),
                    value
                        .as_array()
                        .map_or_else(|| named(value), |list| list.iter().map(named).collect()),
                )
            })
            .collect();
        let check: RecordCheckRequest = serde_json::from_value(
            json!({"entity": demo.entity, "actor": actor, "now": NOW, "id": own, "change": change}),
        )
        .expect("a request");
        let checked = pack
            .check(&check)
            .unwrap_or_else(|error| panic!("{}: {:#?}", demo.key, error.report()));
        let found: Vec<Value> = checked
            .links
            .iter()
            .map(|link| {
                let record = records
                    .iter()
                    .find(|(_, record)| record["id"] == link.id.as_str())
                    .map(|(_, record)| record.clone());
                json!({"field": link.field, "id": link.id, "path": link.path, "record": record})
            })
            .collect();
        let look_ups: LookUpsRequest =
            serde_json::from_value(json!({"entity": demo.entity, "actor": actor, "now": NOW, "links": found}))
                .expect("a request");
        pack.look_ups(&look_ups)
            .unwrap_or_else(|error| panic!("{}: {:#?}", demo.key, error.report()));
        let mut record = checked.record;
        if let Some(number) = &checked.number {
            record.insert(number.field.clone(), format!("{}-1", demo.key).into());
        }
        record.insert("tenant_id".to_owned(), "acme".into());
        for event in &demo.events {
            let fire: RecordFireRequest = serde_json::from_value(
                json!({"entity": demo.entity, "actor": actor, "now": NOW, "before": record, "event": event}),
            )
            .expect("a request");
            record = pack
                .fire(&fire)
                .unwrap_or_else(|error| panic!("{}: {:#?}", demo.key, error.report()))
                .record;
        }
        records.push((demo.entity.clone(), record));
    }
    records
}

#[tokio::test]
async fn its_demo_records_come_back_as_they_were_checked() {
    let pack = pack();
    let records = demo(&pack);
    let mut databases = Databases::start(&pack).await;
    let tenant = id(1_000_000);
    for (name, record) in &records {
        let entity = pack.entity(name).expect("an entity");
        databases.keep(&pack, entity, tenant, record).await;
    }
    for entity in pack
        .entities()
        .iter()
        .filter(|entity| entity.definition().series.is_none())
    {
        let query: RecordQuery = serde_json::from_value(json!({
            "entity": entity.name(), "actor": {"tenant": "acme", "id": "ann", "roles": ["admin"]}, "now": NOW, "limit": 100
        }))
        .expect("a query");
        let own: Vec<Map<String, Value>> = records
            .iter()
            .filter(|(name, _)| name == entity.name())
            .map(|(_, record)| with_gathered(entity, record))
            .collect();
        let expected = pack
            .matches(&MatchesRequest::new(query.clone(), own))
            .expect("an answer")
            .items;
        let holder = pack.holder(&query.actor).expect("somebody");
        let plan = pack.plan(&query, &holder).expect("a plan");
        for mut connection in databases.connections() {
            let page = store::page(&mut connection, &pack, &plan, tenant)
                .await
                .expect("a page");
            let items: Vec<Map<String, Value>> = serde_json::from_slice(&page.items).expect("JSON");
            let expected: Vec<Map<String, Value>> = expected.iter().map(|item| without_tenant(item.clone())).collect();
            assert_eq!(items, expected, "{} on {:?}", entity.name(), connection.dialect());
            for item in &items {
                let own = Cell::id(item["id"].as_str().expect("an id"));
                let Some(Cell::Id(own)) = own else {
                    unreachable!("an id")
                };
                let alone = store::read(&mut connection, &pack, &plan, tenant, own, None)
                    .await
                    .expect("a record")
                    .expect("it is there");
                assert_eq!(
                    serde_json::from_slice::<Map<String, Value>>(&alone).expect("JSON"),
                    *item
                );
                // To another tenant it is not there.
                let other = store::read(&mut connection, &pack, &plan, id(2_000_000), own, None)
                    .await
                    .expect("an answer");
                assert_eq!(other, None);
            }
        }
    }
    assert!(records.len() >= 9);
}

/// What the tables gather: no ticket is assigned, so nobody is.
fn with_gathered(entity: &Entity, record: &Map<String, Value>) -> Map<String, Value> {
    let mut record = record.clone();
    for field in entity.fields() {
        match field.kind() {
            FieldKind::Gathered | FieldKind::Links => {
                record.entry(field.name().to_owned()).or_insert_with(|| json!([]));
                if record[field.name()].is_null() {
                    record.insert(field.name().to_owned(), json!([]));
                }
            }
            _ => {}
        }
    }
    if entity.column_named("deleted_at").is_some() {
        record.entry("deleted_at".to_owned()).or_insert(Value::Null);
    }
    record
}

fn without_tenant(mut record: Map<String, Value>) -> Map<String, Value> {
    record.remove("tenant_id");
    record
}

#[test]
fn keys_begin_with_the_tenant() {
    let schema = pack().schema();
    for dialect in [sql::Dialect::Sqlite, sql::Dialect::Postgres] {
        for text in sql::tables(dialect, &schema) {
            if let Some(key) = text.split("PRIMARY KEY (").nth(1) {
                assert!(key.starts_with("\"tenant_id\""), "{text}");
            }
            if text.starts_with("CREATE UNIQUE INDEX") {
                assert!(text.contains("(\"tenant_id\""), "{text}");
            }
        }
    }
}

#[tokio::test]
async fn walls_stand_alone() {
    let pack = pack();
    let records = demo(&pack);
    let mut databases = Databases::start(&pack).await;
    let (tenant, other) = (id(1_000_000), id(2_000_000));
    for (name, record) in &records {
        let entity = pack.entity(name).expect("an entity");
        databases.keep(&pack, entity, tenant, record).await;
    }
    // The policies by themselves: statements that name no tenant see what the transaction is of, and without one nothing.
    let mut walled = databases.walled(&pack, "desk").await;
    let counted = |tenant: Option<[u8; 16]>| {
        let begin = tenant.map(|tenant| Cell::id_text(&tenant));
        (begin, "SELECT count(*) FROM \"workbench__subscriber\"")
    };
    assert_eq!(count(&mut walled, counted(Some(tenant))).await.ok(), Some(1));
    assert_eq!(count(&mut walled, counted(Some(other))).await.ok(), Some(0));
    assert!(count(&mut walled, counted(None)).await.is_err());
}
