//! What follows from records: after an upgrade it is what a pack makes of them that was there from the beginning.

use std::collections::BTreeMap;

use ratebook::records::Pack;
use ratebook_server::store::upgrade::{derive, forget, upgrade};
use serde_json::{Value, json};

use crate::catalog::held;
use crate::fill::{Filled, tenants};
use crate::support::{Chance, Cluster, Database, Raw, both, pack, words};

/// A table and its rows.
type Rows = BTreeMap<String, Vec<Vec<Option<String>>>>;

/// All that is kept and follows from records, wherever it stands.
async fn derived(database: &Database) -> Rows {
    let mut raw = database.raw().await;
    let hex = |name: &str| match raw {
        Raw::Sqlite(_) => format!("hex({name})"),
        Raw::Postgres(_) => format!("upper(replace({name}::text, '-', ''))"),
    };
    let [tenant, record, id, person] = ["tenant_id", "record_id", "id", "person"].map(hex);
    let mut asked: BTreeMap<String, String> = [
        ("timers", format!("{tenant}, entity, {record}, CAST(due_at AS text)")),
        ("contact_timers", format!("{tenant}, entity, {record}")),
        (
            "owned",
            format!("{tenant}, source, {record}, {person}, CAST(made_at AS text)"),
        ),
        ("deriving", format!("{tenant}, entity, what")),
    ]
    .into_iter()
    .map(|(table, columns)| (table.to_owned(), columns))
    .collect();
    let indexes = match raw {
        Raw::Sqlite(_) => "SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB '_shop__*_search'",
        Raw::Postgres(_) => "SELECT relname::text FROM pg_class WHERE relkind = 'r' AND relname ~ '^_shop__.*_search$'",
    };
    for row in raw.texts(indexes).await {
        let table = row[0].clone().expect("a name");
        asked.insert(table, format!("{tenant}, {id}, text"));
    }
    let mut all = Rows::new();
    for (table, columns) in asked {
        let mut rows = raw.texts(&format!("SELECT {columns} FROM {table}")).await;
        rows.sort();
        all.insert(table, rows);
    }
    // Records with what is reckoned in them, what only one of the platform may have, and listings.
    for (table, held) in held(database).await {
        if !table.contains("__retired_") {
            let columns: Vec<&str> = held.columns.iter().map(String::as_str).collect();
            all.insert(table, held.by(&columns));
        }
    }
    all
}

/// That it is what is made of the records as they are, and nothing else.
pub(crate) async fn is_as_derived(database: &Database, own: &Pack) {
    let before = derived(database).await;
    derive(&database.store, own).await.expect("what follows");
    let after = derived(database).await;
    for (table, rows) in &after {
        assert_eq!(before.get(table), Some(rows), "{table}");
    }
    assert_eq!(before.len(), after.len());
    assert!(after["deriving"].is_empty());
}

fn shop(version: u32, fields: Value, more: Value) -> Value {
    let mut item = json!({"name": "item", "fields": fields});
    for (name, value) in more.as_object().into_iter().flatten() {
        item[name] = value.clone();
    }
    json!({"name": "shop", "version": version, "entities": [item]})
}

/// A database with records of a first version, and what follows from them.
async fn filled(database: &Database, own: &Pack, each: u64) -> Raw {
    upgrade(&database.store, own, &[]).await.expect("a fresh start");
    let mut raw = database.raw().await;
    tenants(&mut raw).await;
    Filled::default().more(&mut raw, own, each, &mut Chance(3)).await;
    derive(&database.store, own).await.expect("what follows");
    raw
}

async fn column(raw: &mut Raw, text: &str) -> Vec<String> {
    let rows = raw.texts(text).await;
    rows.into_iter().map(|row| row[0].clone().unwrap_or_default()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_platform_has_once_follows_its_field() {
    let cluster = Cluster::start().await;
    for database in both(&cluster).await {
        let soft = |frees: Value| json!({"soft_delete": {"frees": frees}});
        let unique = json!({"kind": "text", "required": true, "unique": true, "platform_wide": true});
        let fields = json!({"login": unique, "n": {"kind": "integer", "required": true}});
        let first = pack(&shop(1, fields.clone(), soft(json!([]))));
        let mut raw = filled(&database, &first, 2).await;
        raw.run("UPDATE shop__item SET deleted_at = 1 WHERE login LIKE '%1' OR login LIKE '%2'".to_owned())
            .await
            .expect("deleted");
        let count = "SELECT CAST(count(*) AS text) FROM shop__item__login";
        assert_eq!(column(&mut raw, count).await, ["4"]);
        // What was deleted gives up what it has, and takes it again.
        let frees = pack(&shop(2, fields.clone(), soft(json!(["login"]))));
        upgrade(&database.store, &frees, &[]).await.expect("an upgrade");
        assert_eq!(column(&mut raw, count).await, ["2"]);
        let keeps = pack(&shop(3, fields.clone(), soft(json!([]))));
        upgrade(&database.store, &keeps, &[]).await.expect("an upgrade");
        assert_eq!(column(&mut raw, count).await, ["4"]);
        // What is computed is taken as it is reckoned, when it is new and when it is reckoned otherwise: each value is another's before.
        for (version, text) in [(4, "n + 1"), (5, "n + 2")] {
            let mut fields = fields.clone();
            fields["one"] = json!({"kind": "integer", "computed": text, "unique": true, "platform_wide": true});
            fields["other"] = json!({"kind": "integer", "computed": text, "unique": true});
            let next = pack(&shop(version, fields, soft(json!([]))));
            upgrade(&database.store, &next, &[]).await.expect("an upgrade");
            let values = column(
                &mut raw,
                "SELECT CAST(value AS text) FROM shop__item__one ORDER BY value",
            )
            .await;
            let wanted = format!("SELECT CAST(n + {} AS text) FROM shop__item ORDER BY n", version - 3);
            assert_eq!(values, column(&mut raw, &wanted).await);
            is_as_derived(&database, &next).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn files_are_named_by_no_field_that_is_gone() {
    let cluster = Cluster::start().await;
    for database in both(&cluster).await {
        let fields = json!({"name": {"kind": "text"}, "photo": {"kind": "picture", "required": true}, "plan": {"kind": "file", "required": true}});
        let first = pack(&shop(1, fields, json!({})));
        let mut raw = filled(&database, &first, 1).await;
        let hash = match raw {
            Raw::Sqlite(_) => "x''",
            Raw::Postgres(_) => "''",
        };
        let made = format!(
            "INSERT INTO files (tenant_id, id, name, type, bytes, hash, state, made_by, created_at, uses) SELECT tenant_id, photo, 'a', \
             'image/png', 1, {hash}, 'kept', 'ann', 1, 2 FROM shop__item; UPDATE shop__item SET plan = photo"
        );
        raw.run(made).await.expect("files");
        let uses = "SELECT CAST(uses AS text) FROM files ORDER BY 1";
        // What is kept out of sight keeps its files; what is dropped names none.
        let next = pack(&shop(2, json!({"name": {"kind": "text"}}), json!({})));
        upgrade(&database.store, &next, &words(&["item.plan"]))
            .await
            .expect("an upgrade");
        assert_eq!(column(&mut raw, uses).await, ["1", "1"]);
        forget(&database.store, &next, &words(&["shop__item.photo__retired_2"]))
            .await
            .expect("an end");
        assert_eq!(column(&mut raw, uses).await, ["0", "0"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_an_earlier_engine_did_not_make_is_made_at_the_start() {
    let cluster = Cluster::start().await;
    for database in both(&cluster).await {
        let fields = json!({
            "name": {"kind": "text", "required": true, "search": true},
            "words": {"kind": "translated_text", "required": true, "search": true},
            "due_at": {"kind": "instant", "written_by": "engine", "filter": true},
            "missed_at": {"kind": "instant", "written_by": "engine"}
        });
        let more = json!({"deadlines": [{"name": "soon", "from": "created_at", "within_minutes": 5256000, "due": "due_at", "missed": "missed_at"}]});
        let own = pack(&shop(1, fields, more));
        let mut raw = filled(&database, &own, 3).await;
        let whole = derived(&database).await;
        // As an engine left it that knew neither deadlines nor texts by language.
        raw.run(
            "DELETE FROM timers; UPDATE shop__item SET due_at = NULL; UPDATE _shop__item_search SET text = 'x'; DELETE FROM facts WHERE name \
             LIKE 'derived.%'"
                .to_owned(),
        )
        .await
        .expect("an earlier engine");
        let again = upgrade(&database.store, &own, &[]).await.expect("the same version");
        assert_eq!(again.migration, None);
        let now = derived(&database).await;
        assert_eq!(whole["timers"], now["timers"]);
        assert_eq!(whole["shop__item"], now["shop__item"]);
        assert_eq!(whole["_shop__item_search"], now["_shop__item_search"]);
        assert!(!now["timers"].is_empty());
        // And once: what was made stays.
        raw.run("DELETE FROM timers".to_owned()).await.expect("no timers");
        upgrade(&database.store, &own, &[]).await.expect("the same version");
        assert!(derived(&database).await["timers"].is_empty());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_gone_leaves_nothing_that_followed_from_it() {
    let cluster = Cluster::start().await;
    for database in both(&cluster).await {
        let fields = json!({
            "name": {"kind": "text", "required": true, "search": true},
            "due_at": {"kind": "instant", "written_by": "engine"},
            "missed_at": {"kind": "instant", "written_by": "engine"}
        });
        let more = json!({
            "owner": "name", "public": ["name"],
            "deadlines": [{"name": "soon", "from": "created_at", "within_minutes": 5256000, "due": "due_at", "missed": "missed_at"}]
        });
        let mut first = shop(1, fields, more);
        let port = json!({"name": "port", "fields": {"name": {"kind": "text"}}});
        first["entities"].as_array_mut().expect("entities").push(port.clone());
        let mut raw = filled(&database, &pack(&first), 2).await;
        assert_eq!(derived(&database).await["timers"].len(), 4);
        let owned = "INSERT INTO owned (tenant_id, source, record_id, person, made_at) SELECT tenant_id, 'shop__item', id, id, 1 FROM shop__item";
        raw.run(owned.to_owned()).await.expect("whose they are");
        let second = json!({"name": "shop", "version": 2, "entities": [port]});
        upgrade(&database.store, &pack(&second), &[]).await.expect("an upgrade");
        let now = derived(&database).await;
        assert!(now["timers"].is_empty() && now["owned"].is_empty());
        assert!(
            now.keys()
                .all(|table| !table.contains("search") && !table.contains("0public")),
            "{:?}",
            now.keys()
        );
    }
}
