//! What holds of every migration: its steps lead from the tables of one version to those of the other, and nothing is lost that was
//! not named.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on says so"
)]

use std::collections::BTreeSet;

use proptest::prelude::*;
use ratebook::records::migration::{MigrationAct, MigrationClass};
use ratebook::records::schema::{TableContent, TableModel};
use ratebook::records::{Migration, Pack, PackSchema};
use serde_json::{Map, Value, json};

fn shop() -> Value {
    json!({
        "name": "shop", "version": 1,
        "entities": [
            {"name": "country", "scope": "platform", "fields": {"code": {"kind": "text", "required": true, "unique": true}, "name": {"kind": "text", "sort": true}}},
            {"name": "customer", "soft_delete": {"frees": ["login"]}, "number": {"field": "number", "format": "C{seq:4}"}, "people": ["/id"], "sort": ["name", "-created_at"], "fields": {
                "number": {"kind": "text"},
                "name": {"kind": "text", "required": true, "search": true, "sort": true},
                "login": {"kind": "text", "unique": true},
                "email": {"kind": "email", "unique": true, "platform_wide": true, "filter": true},
                "country": {"kind": "link", "entity": "country", "filter": true},
                "balance": {"kind": "money", "filter": true, "sort": true},
                "about": {"kind": "translated_text", "search": true}
            }},
            {"name": "item", "fields": {
                "title": {"kind": "text", "required": true},
                "price": {"kind": "decimal", "filter": true},
                "size": {"kind": "choice", "choices": ["s", "m"], "filter": true},
                "count": {"kind": "integer", "min": "0", "max": "1000", "sort": true},
                "customer": {"kind": "link", "entity": "customer", "required": true},
                "alike": {"kind": "links", "entity": "item"}
            }},
            {"name": "sample", "series": {"subject": "item", "at": "at"}, "fields": {
                "item": {"kind": "link", "entity": "item", "required": true},
                "at": {"kind": "instant", "required": true},
                "load": {"kind": "integer", "filter": true}
            }}
        ]
    })
}

const KINDS: &[&str] = &[
    "text",
    "long_text",
    "email",
    "integer",
    "decimal",
    "percent",
    "money",
    "yes_no",
    "day",
    "instant",
    "link",
    "links",
    "translated_text",
    "file",
    "picture",
    "secret",
    "slug",
    "phone",
    "coordinates",
    "choice",
    "duration",
];
const OPTIONS: &[&str] = &[
    "required",
    "filter",
    "sort",
    "search",
    "unique",
    "folded",
    "platform_wide",
];

type Edit = (u8, u8, u8, u8);

fn field(kind: &str, target: &str, bits: u8) -> Value {
    let mut field = json!({ "kind": kind });
    match kind {
        "link" | "links" => field["entity"] = target.into(),
        "choice" => field["choices"] = json!(["a", "b"]),
        _ => {}
    }
    if bits & 1 == 1 {
        field["required"] = true.into();
    }
    if bits & 2 == 2 {
        field["filter"] = true.into();
    }
    if bits & 12 == 12 && kind == "integer" {
        field["default"] = 7.into();
    }
    field
}

/// A pack after an edit, when it is one.
fn edited(pack: &Value, (what, one, two, three): Edit) -> Value {
    let mut edited = pack.clone();
    let names: Vec<String> = named(&edited);
    let Some(entities) = edited["entities"].as_array_mut() else {
        return edited;
    };
    if entities.is_empty() {
        return edited;
    }
    let place = usize::from(one) % entities.len();
    let target = names[usize::from(two) % names.len()].clone();
    let count = entities.len();
    let entity = &mut entities[place];
    let fields: Vec<String> = entity["fields"]
        .as_object()
        .map(|own| own.keys().cloned().collect())
        .unwrap_or_default();
    let chosen = fields[usize::from(two) % fields.len()].clone();
    let kind = KINDS[usize::from(three) % KINDS.len()];
    match what % 12 {
        0 | 1 => entity["fields"][format!("new_{two}")] = field(kind, &target, one),
        2 if fields.len() > 1 => drop(entity["fields"].as_object_mut().map(|own| own.remove(&chosen))),
        3 => {
            let own = entity["fields"].as_object_mut().expect("fields");
            let mut moved = own.remove(&chosen).expect("a field");
            moved["was"] = chosen.as_str().into();
            own.insert(format!("other_{three}"), moved);
        }
        4 | 5 => entity["fields"][&chosen] = field(kind, &target, one),
        6 | 7 => {
            let option = OPTIONS[usize::from(three) % OPTIONS.len()];
            let own = entity["fields"][&chosen].as_object_mut().expect("a field");
            if own.remove(option).is_none() {
                own.insert(option.to_owned(), true.into());
            }
        }
        8 => entities.push(json!({"name": format!("made_{two}"), "fields": {"a": field(kind, &target, three)}})),
        9 if count > 1 => drop(entities.remove(place)),
        10 => {
            let was = entity["name"].clone();
            entity["name"] = format!("called_{three}").into();
            entity["was"] = was.clone();
            let now = entity["name"].clone();
            for field in entities
                .iter_mut()
                .flat_map(|own| own["fields"].as_object_mut().expect("fields").values_mut())
            {
                if field["entity"] == was {
                    field["entity"] = now.clone();
                }
            }
        }
        11 if entity.get("series").is_none() => match three % 3 {
            0 => drop(entity.as_object_mut().map(|own| own.remove("soft_delete"))),
            1 => entity["soft_delete"] = json!({}),
            _ => {
                entity["scope"] = if entity["scope"] == "platform" {
                    "tenant".into()
                } else {
                    "platform".into()
                }
            }
        },
        _ => {}
    }
    for entity in entities.iter_mut().filter_map(Value::as_object_mut) {
        entity.retain(|_, value| !value.is_null());
        if let Some(fields) = entity.get_mut("fields").and_then(Value::as_object_mut) {
            fields
                .values_mut()
                .filter_map(Value::as_object_mut)
                .for_each(|own: &mut Map<String, Value>| own.retain(|_, value| !value.is_null()));
        }
    }
    edited
}

fn named(pack: &Value) -> Vec<String> {
    let entities = pack["entities"].as_array().into_iter().flatten();
    entities
        .filter_map(|own| own["name"].as_str().map(str::to_owned))
        .collect()
}

/// Only what a database knows of tables, and without what was retired.
fn known(schema: &PackSchema) -> BTreeSet<String> {
    schema
        .tables
        .iter()
        .filter(|table| !table.name.contains("__retired_"))
        .map(plain)
        .collect()
}

fn plain(table: &TableModel) -> String {
    let columns: BTreeSet<String> = table
        .columns
        .iter()
        .filter(|column| !column.name.contains("__retired_"))
        .map(|column| format!("{} {:?} {}", column.name, column.kind, column.required))
        .collect();
    let sorted = |mut parts: Vec<String>| {
        parts.sort();
        parts
    };
    let uniques = sorted(table.uniques.iter().map(|own| format!("{own:?}")).collect());
    let keys = sorted(table.foreign_keys.iter().map(|own| format!("{own:?}")).collect());
    let indexes = sorted(table.indexes.iter().map(|own| format!("{own:?}")).collect());
    let TableModel {
        name,
        holds,
        scope,
        key,
        partition,
        ..
    } = table;
    format!("{name} {holds:?} {scope:?} {key:?} {partition:?}\n{columns:#?}\n{uniques:#?}\n{keys:#?}\n{indexes:#?}")
}

/// Whether what is dropped was accepted, or is made of what stays.
fn nothing_is_lost(before: &PackSchema, migration: &Migration, accept: &[String]) {
    for step in &migration.steps {
        let derived = match &step.act {
            MigrationAct::DropTable(dropped) => {
                before.table(&dropped.table).expect("a table").holds == TableContent::Values
            }
            MigrationAct::DropColumn(part) => part.name.ends_with("__folded"),
            _ => continue,
        };
        let named = step.loss.as_ref().is_some_and(|loss| accept.contains(loss));
        assert!(derived || named, "{step:?}");
        assert_eq!(step.class == MigrationClass::Loses, !derived);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_steps_lead_to_the_tables_of_the_version_after(edits in prop::collection::vec(any::<Edit>(), 1..8), accept_all in any::<bool>()) {
        let mut definition = shop();
        let first = Pack::load(definition.clone()).expect("a pack");
        for edit in edits {
            let next = edited(&definition, edit);
            if Pack::load(next.clone()).is_ok() {
                definition = next;
            }
        }
        definition["version"] = 2.into();
        let second = Pack::load(definition).expect("a pack");
        let Ok(planned) = second.migration_of(Some(&first), &[]) else {
            // Something was called otherwise twice, or by a name that is still there.
            return Ok(());
        };
        let accept: Vec<String> = planned.losses.iter().map(|loss| loss.name.clone()).filter(|_| accept_all).collect();
        let migration = second.migration_of(Some(&first), &accept).expect("the same way");
        let mut schema = first.schema();
        nothing_is_lost(&schema, &migration, &accept);
        schema.apply(&migration).expect("steps that fit");
        let (got, wanted) = (known(&schema), known(&second.schema()));
        let lacks: Vec<_> = wanted.difference(&got).collect();
        let extra: Vec<_> = got.difference(&wanted).collect();
        prop_assert!(lacks.is_empty() && extra.is_empty(), "wanted {lacks:#?}\ngot {extra:#?}\nby {:#?}", migration.steps);
        if accept_all {
            let retired = schema.tables.iter().any(|table| table.name.contains("__retired_") || table.columns.iter().any(|own| own.name.contains("__retired_")));
            prop_assert!(!retired);
        }
        let again = second.migration_of(Some(&second), &[]).expect("no way at all");
        prop_assert!(again.steps.is_empty() && again.losses.is_empty());
    }

    #[test]
    fn every_name_is_short_and_its_own(entity in "[a-z]{30,40}", fields in prop::collection::btree_set("[a-z]{30,48}", 1..6)) {
        let fields: Map<String, Value> = fields.into_iter().map(|name| (name, json!({"kind": "links", "entity": entity}))).collect();
        let pack = Pack::load(json!({"name": "sixteen_letters_", "entities": [{"name": entity, "fields": fields}]}));
        let Ok(pack) = pack else { return Ok(()) };
        let schema = pack.schema();
        let mut names = BTreeSet::new();
        for table in &schema.tables {
            let parts = table.uniques.iter().map(|own| &own.name).chain(table.indexes.iter().map(|own| &own.name)).chain(table.foreign_keys.iter().map(|own| &own.name));
            for name in parts.chain([&table.name]) {
                prop_assert!(name.len() <= 63 && names.insert(name.clone()), "{name}");
            }
        }
    }

    #[test]
    fn keys_begin_with_the_tenant(edits in prop::collection::vec(any::<Edit>(), 0..6)) {
        let mut definition = shop();
        for edit in edits {
            let next = edited(&definition, edit);
            if Pack::load(next.clone()).is_ok() {
                definition = next;
            }
        }
        let schema = Pack::load(definition).expect("a pack").schema();
        for table in &schema.tables {
            let of_tenant = table.scope == ratebook::records::definition::EntityScope::Tenant;
            let first = |columns: &[String]| columns.first().map(String::as_str) == Some("tenant_id");
            prop_assert_eq!(first(&table.key), of_tenant);
            for unique in &table.uniques {
                prop_assert_eq!(first(&unique.columns), of_tenant);
            }
            for key in &table.foreign_keys {
                let other = schema.table(&key.table).expect("the other table");
                prop_assert_eq!(&key.target, &other.key);
                prop_assert_eq!(first(&key.columns), first(&other.key));
            }
            for index in &table.indexes {
                let leads = index.columns.first().is_some_and(|column| column.name == "tenant_id");
                prop_assert!(leads == of_tenant || table.holds == TableContent::Values);
            }
        }
    }
}
