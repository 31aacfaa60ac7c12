//! Samples by month: parts ahead, parts that go, and names that change.

use std::collections::BTreeSet;
use std::time::{SystemTime, UNIX_EPOCH};

use ratebook_server::store::upgrade::{tend, upgrade};
use serde_json::{Value, json};

use crate::catalog::{difference, fresh, held, tables};
use crate::support::{Cluster, Database, Place, Raw, both, pack};

const DAY: i64 = 86_400_000_000;

fn shop(version: u32, series: &str, keep_days: Option<u32>) -> Value {
    let mut rules = json!({"subject": "item", "at": "at"});
    if let Some(days) = keep_days {
        rules["keep_days"] = days.into();
    }
    let mut shop = json!({"name": "shop", "version": version, "entities": [
        {"name": "item", "fields": {"name": {"kind": "text"}}},
        {"name": series, "series": rules, "fields": {
            "item": {"kind": "link", "entity": "item", "required": true},
            "at": {"kind": "instant", "required": true},
            "load": {"kind": "integer", "filter": true}
        }}
    ]});
    if series != "sample" {
        shop["entities"][1]["was"] = "sample".into();
    }
    shop
}

fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).expect("a clock");
    i64::try_from(since.as_micros()).expect("a moment")
}

/// Samples of a thing, so many days ago each.
async fn fill(database: &Database, days: &[i64]) {
    let mut raw = database.raw().await;
    let id = |letter: &str| match raw {
        Raw::Sqlite(_) => format!("X'{}'", letter.repeat(32)),
        Raw::Postgres(_) => format!("'{}'::uuid", letter.repeat(32)),
    };
    let (tenant, item) = (id("1"), id("2"));
    let mut text = format!(
        "INSERT INTO shop__item (tenant_id, id, version, created_at, updated_at) VALUES ({tenant}, {item}, 1, 0, 0);"
    );
    for days in days {
        let at = now() - days * DAY;
        text.push_str(&format!(
            "INSERT INTO shop__sample (tenant_id, item, at, load) VALUES ({tenant}, {item}, {at}, {days});"
        ));
    }
    raw.run(text).await.expect("samples");
}

async fn parts(database: &Database) -> BTreeSet<String> {
    let mut raw = database.owner().await;
    let asked = "SELECT c.relname::text FROM pg_class c WHERE c.relispartition AND c.relkind = 'r'";
    let rows = raw.texts(asked).await;
    rows.into_iter().map(|row| row[0].clone().expect("a name")).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn samples_are_kept_as_long_as_their_pack_says() {
    let cluster = Cluster::start().await;
    for database in both(&cluster).await {
        upgrade(&database.store, &pack(&shop(1, "sample", None)), &[])
            .await
            .expect("a fresh start");
        fill(&database, &[0, 1, 40, 400, 4_000]).await;
        let loads = |held: &crate::catalog::Held| -> BTreeSet<String> {
            held.by(&["load"])
                .into_iter()
                .map(|row| row[0].clone().expect("a load"))
                .collect()
        };
        let all = loads(&held(&database).await["shop__sample"]);
        assert_eq!(all.len(), 5);
        let kept = pack(&shop(2, "sample", Some(100)));
        upgrade(&database.store, &kept, &[]).await.expect("an upgrade");
        let rest = loads(&held(&database).await["shop__sample"]);
        assert_eq!(rest, ["0", "1", "40"].map(str::to_owned).into());
        let again = tend(&database.store, &kept).await.expect("nothing to do");
        assert_eq!((again.made, again.dropped, again.removed), (0, 0, 0));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn months_have_parts_that_take_in_what_stood_in_the_rest() {
    let cluster = Cluster::start().await;
    let database = cluster.database().await;
    let Place::Postgres { .. } = &database.place else {
        unreachable!("PostgreSQL")
    };
    let first = pack(&shop(1, "sample", None));
    upgrade(&database.store, &first, &[]).await.expect("a fresh start");
    assert_eq!(parts(&database).await.len(), 5);
    // As if nobody had been there for the present month.
    let mut owner = database.owner().await;
    let names = parts(&database).await;
    for name in names.iter().filter(|name| !name.ends_with("rest")) {
        owner.run(format!("DROP TABLE {name}")).await.expect("a part less");
    }
    fill(&database, &[0, 40]).await;
    let rows = held(&database).await;
    let done = tend(&database.store, &first).await.expect("parts");
    assert_eq!(done.made, 4);
    assert_eq!(rows, held(&database).await);
    assert_eq!(names, parts(&database).await);
    let what = difference(&tables(&database).await, &fresh(&database, &first).await);
    assert!(what.is_empty(), "{what}");
    let rest = owner.texts("SELECT count(*)::text FROM shop__sample__0rest").await;
    assert_eq!(rest[0][0].as_deref(), Some("1"));

    // Parts are called after their table, and those go that hold nothing which is kept.
    let measured = pack(&shop(2, "measure", Some(1)));
    let old = "CREATE TABLE shop__sample__0200001 PARTITION OF shop__sample FOR VALUES FROM (946684800000000) TO (949363200000000)";
    owner.run(old.to_owned()).await.expect("an old part");
    upgrade(&database.store, &measured, &[]).await.expect("an upgrade");
    let now: BTreeSet<String> = names.iter().map(|name| name.replace("sample", "measure")).collect();
    assert_eq!(parts(&database).await, now);
    let what = difference(&tables(&database).await, &fresh(&database, &measured).await);
    assert!(what.is_empty(), "{what}");
}
