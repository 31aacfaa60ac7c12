//! Edits by chance on filled tables.

use std::collections::BTreeMap;

use ratebook::records::migration::{Derivation, FillSource, Migration, MigrationAct};
use ratebook::records::{ColumnKind, Pack};
use ratebook_server::store::upgrade::{derive, plan, upgrade};
use ratebook_server::store::{Failure, Store};
use serde_json::{Value, json};

use crate::catalog::{Held, difference, fresh, held, tables};
use crate::derived::is_as_derived;
use crate::edits::{edited, shop};
use crate::fill::{Filled, tenants, value};
use crate::support::{Chance, Cluster, Database, pack};

/// How many versions follow each other in one database.
const VERSIONS: u32 = 10;

/// How many databases: by `RATEBOOK_MIGRATIONS=100` more than a thousand edits.
fn databases() -> u64 {
    let told = std::env::var("RATEBOOK_MIGRATIONS").ok();
    told.and_then(|told| told.parse().ok()).unwrap_or(6)
}

/// The next version of a pack, by a few edits.
pub(crate) fn next(definition: &Value, chance: &mut Chance) -> Value {
    let mut next = definition.clone();
    for _ in 0..=chance.below(4) {
        let edit = (chance.byte(), chance.byte(), chance.byte(), chance.byte());
        let edited = edited(&next, edit);
        if Pack::load(edited.clone()).is_ok() {
            next = edited;
        }
    }
    next["version"] = json!(definition["version"].as_u64().expect("a version") + 1);
    next
}

/// What is said to an upgrade: nothing, that losses are kept, or that they are accepted; and what records get.
pub(crate) async fn said(store: &Store, pack: &Pack, chance: &mut Chance) -> Result<Vec<String>, Failure> {
    let planned = plan(store, pack, &[]).await?;
    let mut said: Vec<String> = match chance.below(4) {
        0 => Vec::new(),
        1 => planned.losses.iter().map(|loss| loss.name.clone()).collect(),
        _ => planned
            .losses
            .iter()
            .map(|loss| format!("{}:keep", loss.name))
            .collect(),
    };
    let schema = pack.schema();
    for step in &planned.steps {
        let MigrationAct::Fill(filled) = &step.act else {
            continue;
        };
        let (Some(column), FillSource::Operator) = (&filled.column, filled.source) else {
            continue;
        };
        let table = schema.table(&filled.table).expect("a table");
        let field = table
            .column(column)
            .expect("a column")
            .field
            .as_deref()
            .expect("a field");
        let entity = pack.entity(&table.entity).expect("an entity");
        let value = value(entity.field(field).expect("a field"), 7);
        if !value.is_null() {
            said.push(format!("{}.{field}={value}", table.entity));
        }
    }
    Ok(said)
}

/// Where everything went, and whether it is the same.
pub(crate) fn nothing_is_lost(before: &BTreeMap<String, Held>, after: &BTreeMap<String, Held>, migration: &Migration) {
    // What everybody may read is made of records.
    for (table, rows) in before.iter().filter(|(table, _)| !table.contains("__0public__")) {
        let Some((now, columns)) = followed(table, &rows.columns, migration) else {
            continue;
        };
        let held = after
            .get(&now)
            .unwrap_or_else(|| panic!("{table} is not there as {now}"));
        let mut were = rows.clone();
        for (name, (_, digits)) in &columns {
            let place = were.columns.iter().position(|own| own == name).expect("a column");
            for row in &mut were.rows {
                if let Some(text) = row[place].as_mut().filter(|_| *digits > 0) {
                    text.push_str(&"0".repeat(usize::from(*digits)));
                    if text.trim_start_matches('0').is_empty() {
                        *text = "0".to_owned();
                    }
                }
            }
        }
        let old: Vec<&str> = columns.keys().map(String::as_str).collect();
        let new: Vec<&str> = columns.values().map(|(name, _)| name.as_str()).collect();
        let (old, new) = (were.by(&old), held.by(&new));
        assert_eq!(old, new, "{table} as {now} by {columns:?}\n{:#?}", migration.steps);
    }
}

type Followed = BTreeMap<String, (String, u8)>;

/// What a table and its columns are called after the steps; nothing when it was dropped, which only what was named is.
fn followed(table: &str, columns: &[String], migration: &Migration) -> Option<(String, Followed)> {
    let mut table = table.to_owned();
    let mut names: Followed = columns.iter().map(|name| (name.clone(), (name.clone(), 0))).collect();
    for step in &migration.steps {
        match &step.act {
            MigrationAct::DropTable(dropped) if dropped.table == table => return None,
            MigrationAct::RenameTable(other) | MigrationAct::ArchiveTable(other) if other.table == table => {
                table.clone_from(&other.renamed);
            }
            MigrationAct::RenameColumn(other) | MigrationAct::ArchiveColumn(other) if other.table == table => {
                for (name, _) in names.values_mut().filter(|(name, _)| *name == other.name) {
                    name.clone_from(&other.renamed);
                }
            }
            MigrationAct::DropColumn(part) if part.table == table => names.retain(|_, (name, _)| *name != part.name),
            MigrationAct::ConvertColumn(converted) if converted.table == table => {
                let digits = |kind| match kind {
                    ColumnKind::Scaled(digits) => digits,
                    _ => 0,
                };
                let more = digits(converted.after)
                    .checked_sub(digits(converted.before))
                    .expect("no fewer digits");
                for (_, digits) in names.values_mut().filter(|(name, _)| *name == converted.column) {
                    *digits += more;
                }
            }
            MigrationAct::Fill(filled) if filled.table == table && is_made(filled.source) => {
                names.retain(|_, (name, _)| Some(&*name) != filled.column.as_ref());
            }
            // All that follows from its deadlines is reckoned again.
            MigrationAct::Derive(own)
                if table == format!("shop__{}", own.entity) && own.what == Derivation::Reckoned =>
            {
                names.retain(|_, (name, _)| !MADE.contains(&name.as_str()));
            }
            _ => {}
        }
    }
    Some((table, names))
}

/// What deadlines write, and what may be computed of that.
const MADE: [&str; 4] = ["due_at", "seconds_left", "computed", "other_computed"];

/// Whether what a column said before does not matter.
fn is_made(source: FillSource) -> bool {
    matches!(source, FillSource::Computed | FillSource::Number)
}

/// Versions that follow each other in one database; how many were brought about.
async fn run(database: &Database, seed: u64) -> u32 {
    let mut chance = Chance(seed);
    let mut filled = Filled::default();
    let mut definition = shop();
    let mut done = 0;
    upgrade(&database.store, &pack(&definition), &[])
        .await
        .expect("a fresh start");
    let mut raw = database.raw().await;
    tenants(&mut raw).await;
    for _ in 0..VERSIONS {
        let own = pack(&definition);
        filled.more(&mut raw, &own, 2, &mut chance).await;
        // As the store keeps with each record what follows from it.
        derive(&database.store, &own).await.expect("what follows");
        let wanted = next(&definition, &mut chance);
        let next = pack(&wanted);
        let (rows, schema) = (held(database).await, tables(database).await);
        let said = match said(&database.store, &next, &mut chance).await {
            Ok(said) => said,
            // Something was called otherwise twice, or by a name that is still there.
            Err(Failure::Refused(_)) => continue,
            Err(other) => panic!("{other:?}"),
        };
        match upgrade(&database.store, &next, &said).await {
            Ok(upgraded) => {
                let migration = upgraded.migration.expect("a migration");
                let what = difference(&tables(database).await, &fresh(database, &next).await);
                assert!(what.is_empty(), "seed {seed}: {what}\nby {:#?}", migration.steps);
                nothing_is_lost(&rows, &held(database).await, &migration);
                is_as_derived(database, &next).await;
                let again = upgrade(&database.store, &next, &said).await.expect("no way at all");
                assert_eq!(again.migration, None);
                definition = wanted;
                done += 1;
            }
            Err(Failure::Refused(_)) => {
                assert_eq!(rows, held(database).await);
                assert_eq!(schema, tables(database).await);
            }
            Err(other) => panic!("seed {seed}: {other:?}\n{said:?}\n{definition}\n{wanted}"),
        }
    }
    done
}

#[tokio::test(flavor = "multi_thread")]
async fn random_edits_on_sqlite_lead_to_the_tables_of_a_fresh_start() {
    let mut done = 0;
    for seed in 0..databases() {
        done += run(&Database::sqlite().await, seed).await;
    }
    assert!(u64::from(done) > databases() * 4, "{done}");
}

#[tokio::test(flavor = "multi_thread")]
async fn random_edits_on_postgres_lead_to_the_tables_of_a_fresh_start() {
    let cluster = Cluster::start().await;
    let mut done = 0;
    for seed in 0..databases() {
        done += run(&cluster.database().await, seed).await;
    }
    assert!(u64::from(done) > databases() * 4, "{done}");
}
