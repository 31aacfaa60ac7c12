//! What holds of every migration: its steps lead from the tables of one version to those of the other, and nothing is lost that was
//! not named.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on says so"
)]

mod edits;

use std::collections::BTreeSet;

use edits::{Edit, edited, shop};
use proptest::prelude::*;
use ratebook::records::migration::{MigrationAct, MigrationClass};
use ratebook::records::schema::{TableContent, TableModel};
use ratebook::records::{Migration, Pack, PackSchema};
use serde_json::{Map, Value, json};

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
