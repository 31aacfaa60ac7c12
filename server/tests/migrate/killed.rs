//! Upgrades that are ended at any point, and several at once: the tables are the old ones or the new ones.

use std::time::Duration;

use ratebook_server::store::upgrade::{derive, upgrade};

use crate::catalog::{difference, fresh, held, tables};
use crate::derived::is_as_derived;
use crate::edits::shop;
use crate::fill::{Filled, tenants};
use crate::laws::{next, nothing_is_lost, said};
use crate::support::{Chance, Cluster, Database, pack};

/// A first version, filled, and a later one that is far from it.
async fn filled(database: &Database, seed: u64) -> (serde_json::Value, Vec<String>) {
    let mut chance = Chance(seed);
    let first = pack(&shop());
    upgrade(&database.store, &first, &[]).await.expect("a fresh start");
    let mut raw = database.raw().await;
    tenants(&mut raw).await;
    Filled::default().more(&mut raw, &first, 5, &mut chance).await;
    derive(&database.store, &first).await.expect("what follows");
    loop {
        let mut wanted = shop();
        for _ in 0..6 {
            wanted = next(&wanted, &mut chance);
        }
        wanted["version"] = 2.into();
        let own = pack(&wanted);
        let Ok(said) = said(&database.store, &own, &mut chance).await else {
            continue;
        };
        return (wanted, said);
    }
}

/// Ends an upgrade again and again, a little later each time, until it is done; how often it was ended.
async fn killed(database: &Database, seed: u64) -> u32 {
    let (wanted, said) = filled(database, seed).await;
    let own = pack(&wanted);
    let (rows, schema) = (held(database).await, tables(database).await);
    let (mut ended, mut patience) = (0, Duration::from_micros(300));
    loop {
        let store = database.other().await;
        let done = tokio::time::timeout(patience, upgrade(&store, &own, &said)).await;
        store.close().await;
        match done {
            Err(_) => {
                ended += 1;
                patience += patience / 6;
                // Kept when the end came behind the commit, which may still be under way: rows are looked at before tables.
                let now = held(database).await;
                if tables(database).await != schema {
                    break;
                }
                assert_eq!(rows, now, "seed {seed}");
            }
            Ok(Ok(_)) => break,
            Ok(Err(_)) => {
                assert_eq!((schema, rows), (tables(database).await, held(database).await));
                return ended;
            }
        }
    }
    let upgraded = upgrade(&database.store, &own, &said).await.expect("an upgrade");
    assert_eq!(upgraded.version_after, 2);
    let what = difference(&tables(database).await, &fresh(database, &own).await);
    assert!(what.is_empty(), "seed {seed}: {what}");
    let lost: Vec<String> = said.iter().filter(|word| !word.contains([':', '='])).cloned().collect();
    let migration = own.migration_of(Some(&pack(&shop())), &lost).expect("a plan");
    nothing_is_lost(&rows, &held(database).await, &migration);
    is_as_derived(database, &own).await;
    ended
}

#[tokio::test(flavor = "multi_thread")]
async fn an_upgrade_that_ends_in_the_middle_changes_nothing_on_sqlite() {
    let mut ended = 0;
    for seed in 0..4 {
        ended += killed(&Database::sqlite().await, seed).await;
    }
    assert!(ended > 20, "{ended}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_upgrade_that_ends_in_the_middle_changes_nothing_on_postgres() {
    let cluster = Cluster::start().await;
    let mut ended = 0;
    for seed in 0..3 {
        ended += killed(&cluster.database().await, seed).await;
    }
    assert!(ended > 15, "{ended}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_crash_of_postgres_in_the_middle_changes_nothing() {
    let cluster = Cluster::start().await;
    let database = cluster.database().await;
    let (wanted, said) = filled(&database, 1).await;
    let own = pack(&wanted);
    let (rows, schema) = (held(&database).await, tables(&database).await);
    for patience in [5, 15, 30] {
        let store = database.other().await;
        let (next, words) = (own.clone(), said.clone());
        let work = tokio::spawn(async move { upgrade(&store, &next, &words).await.map(drop) });
        tokio::time::sleep(Duration::from_millis(patience)).await;
        cluster.server.kill().expect("a crash");
        cluster.server.up().expect("a start");
        let _ = work.await.expect("no panic");
        if tables(&database).await == schema {
            assert_eq!(rows, held(&database).await);
        } else {
            break;
        }
    }
    upgrade(&database.other().await, &own, &said).await.expect("an upgrade");
    let what = difference(&tables(&database).await, &fresh(&database, &own).await);
    assert!(what.is_empty(), "{what}");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_several_at_once_one_does_it() {
    let cluster = Cluster::start().await;
    for database in [Database::sqlite().await, cluster.database().await] {
        let (wanted, said) = filled(&database, 1).await;
        let own = pack(&wanted);
        let mut works = Vec::new();
        for _ in 0..4 {
            let (store, next, words) = (database.other().await, own.clone(), said.clone());
            works.push(tokio::spawn(async move { upgrade(&store, &next, &words).await }));
        }
        let mut done = 0;
        for work in works {
            let upgraded = work.await.expect("no panic").expect("an upgrade");
            done += u32::from(upgraded.migration.is_some());
        }
        assert_eq!(done, 1);
        let what = difference(&tables(&database).await, &fresh(&database, &own).await);
        assert!(what.is_empty(), "{what}");
    }
}
