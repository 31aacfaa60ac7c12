//! Every act of a migration at least once, on tables that are filled, with values compared before and after.

use ratebook::records::{Cell, Pack};
use ratebook_server::store::upgrade::{forget, retired, told, upgrade};
use ratebook_server::store::{Target, Vault};
use serde_json::{Value, json};

use crate::catalog::{Held, difference, fresh, held, tables};
use crate::fill::{TENANTS, keep};
use crate::laws::nothing_is_lost;
use crate::support::{Cluster, Database, Raw, both, pack, refused, words};

fn id(number: u64) -> String {
    format!("00000000-0000-7000-8000-{number:012}")
}

/// A shop of one entity beside what it needs, in a version.
fn shop(version: u32, fields: Value, more: Value) -> Value {
    let mut item = json!({"name": "item", "fields": fields});
    for (name, value) in more.as_object().into_iter().flatten() {
        if name != "machines" {
            item[name] = value.clone();
        }
    }
    let mut shop = json!({"name": "shop", "version": version, "entities": [
        {"name": "owner", "fields": {"name": {"kind": "text"}}},
        item
    ]});
    if let Some(machines) = more.get("machines") {
        shop["machines"] = machines.clone();
    }
    shop
}

/// Writes a record of `item`, the tenant by its number.
async fn add(database: &Database, pack: &Pack, tenant: usize, number: u64, values: Value) {
    let entity = pack.entity("item").expect("an entity");
    let mut record = json!({"id": id(number), "version": 3, "created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-02-02T00:00:00Z"});
    for field in entity.fields() {
        record[field.name()] = values.get(field.name()).cloned().unwrap_or(Value::Null);
    }
    let Value::Object(record) = record else {
        unreachable!("an object")
    };
    keep(&mut database.raw().await, pack, entity, TENANTS[tenant], &record)
        .await
        .unwrap_or_else(|error| panic!("{record:?}: {error}"));
}

/// From one version to the next, with everything looked at that holds of all migrations; the rows afterwards.
async fn go(
    database: &Database,
    before: Option<(&Value, &[Value])>,
    after: &Value,
    accept: &[&str],
) -> std::collections::BTreeMap<String, Held> {
    if let Some((before, records)) = before {
        let own = pack(before);
        upgrade(&database.store, &own, &[]).await.expect("a fresh start");
        for (number, record) in (1_u64..).zip(records) {
            add(database, &own, 0, number, record.clone()).await;
            add(database, &own, 1, number, record.clone()).await;
        }
    }
    let own = pack(after);
    let rows = held(database).await;
    let upgraded = upgrade(&database.store, &own, &words(accept)).await;
    let upgraded = upgraded.unwrap_or_else(|error| panic!("{error}"));
    let migration = upgraded.migration.expect("a migration");
    let now = held(database).await;
    let what = difference(&tables(database).await, &fresh(database, &own).await);
    assert!(what.is_empty(), "{what}\n{}", told(&migration));
    nothing_is_lost(&rows, &now, &migration);
    now
}

fn column(held: &Held, name: &str) -> Vec<String> {
    let rows = held.by(&[name]);
    rows.into_iter()
        .map(|row| row[0].clone().unwrap_or_else(|| "-".to_owned()))
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn numbers_are_kept_finer_and_rows_get_defaults() {
    let cluster = Cluster::start().await;
    for database in both(&cluster).await {
        let before = shop(
            1,
            json!({"n": {"kind": "integer", "min": "0", "max": "1000", "filter": true}}),
            json!({}),
        );
        let after = shop(
            2,
            json!({
                "n": {"kind": "decimal", "digits": 2, "filter": true},
                "level": {"kind": "text", "required": true, "default": "it's 100% \"plain\"", "folded": true},
                "price": {"kind": "money", "required": true, "default": {"amount": "1.5", "currency": "EUR"}},
                "on": {"kind": "yes_no", "default": true}
            }),
            json!({}),
        );
        let records = [json!({"n": 5}), json!({"n": 1000}), json!({})];
        let now = go(&database, Some((&before, &records)), &after, &[]).await;
        let item = &now["shop__item"];
        assert_eq!(column(item, "n"), ["-", "-", "100000", "100000", "500", "500"]);
        assert_eq!(column(item, "level"), vec!["it's 100% \"plain\""; 6]);
        assert_eq!(column(item, "level__folded"), vec!["it's 100% \"plain\""; 6]);
        assert_eq!(column(item, "price"), vec!["15000"; 6]);
        assert_eq!(column(item, "price__currency"), vec!["EUR"; 6]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn texts_are_folded_and_values_of_the_platform_gathered() {
    let cluster = Cluster::start().await;
    for database in both(&cluster).await {
        let before = shop(
            1,
            json!({"name": {"kind": "text"}, "login": {"kind": "text"}}),
            json!({"soft_delete": {}}),
        );
        let after = shop(
            2,
            json!({
                "name": {"kind": "text", "search": true, "sort": true},
                "login": {"kind": "text", "unique": true, "platform_wide": true, "folded": true}
            }),
            json!({"soft_delete": {}}),
        );
        let own = pack(&before);
        upgrade(&database.store, &own, &[]).await.expect("a fresh start");
        add(&database, &own, 0, 1, json!({"name": "ÄPFEL", "login": "Ana"})).await;
        add(&database, &own, 0, 2, json!({"name": "Pears", "login": "Bo"})).await;
        add(&database, &own, 1, 1, json!({"name": "ΟΔΟΣ"})).await;
        let now = go(&database, None, &after, &[]).await;
        assert_eq!(column(&now["shop__item"], "name__folded"), ["pears", "äpfel", "οδοσ"]);
        assert_eq!(column(&now["shop__item__login"], "value"), ["ana", "bo"]);
        keeps_taken(&database).await;
        // As an earlier version of the server left it, the wall is put up when this one starts.
        let mut raw = database.raw().await;
        if matches!(raw, Raw::Postgres(_)) {
            let down = "DROP POLICY taken ON shop__item__login; DROP POLICY tenant ON shop__item__login; ALTER TABLE shop__item__login \
                        DISABLE ROW LEVEL SECURITY";
            raw.run(down.to_owned()).await.expect("no wall");
        }
        upgrade(&database.store, &pack(&after), &[])
            .await
            .expect("the same version");
        keeps_taken(&database).await;

        // What is unique again in the tenant alone, and no longer searched.
        let back = shop(
            3,
            json!({"name": {"kind": "text"}, "login": {"kind": "text", "unique": true}}),
            json!({"soft_delete": {"frees": ["login"]}}),
        );
        let now = go(&database, None, &back, &[]).await;
        assert!(!now.contains_key("shop__item__login"));
        assert_eq!(column(&now["shop__item"], "login"), ["-", "Ana", "Bo"]);
    }
}

/// What a tenant has taken no other one frees, or takes in its name, by PostgreSQL alone.
async fn keeps_taken(database: &Database) {
    let mut raw = database.raw().await;
    if matches!(raw, Raw::Sqlite(_)) {
        return;
    }
    let [own, other] = [TENANTS[0], TENANTS[1]].map(|tenant| Cell::id_text(&tenant));
    let rows = "SELECT count(*)::text FROM shop__item__login";
    let begun = |tenant: &str| format!("BEGIN; SET LOCAL ROLE ratebook_tenant; SET LOCAL app.tenant = '{tenant}'");
    raw.run(begun(&other)).await.expect("a transaction");
    assert_eq!(
        raw.texts(rows).await,
        [[Some("2".to_owned())]],
        "everybody finds what is taken"
    );
    raw.run("DELETE FROM shop__item__login".to_owned())
        .await
        .expect("nothing to delete");
    assert_eq!(raw.texts(rows).await, [[Some("2".to_owned())]]);
    let text = format!(
        "INSERT INTO shop__item__login (value, tenant_id, id) VALUES ('cy', '{own}', '{}')",
        id(1)
    );
    let told = raw.run(text).await.expect_err("another tenant's row");
    assert!(told.to_string().contains("row-level security"), "{told}");
    raw.run("ROLLBACK".to_owned()).await.expect("undone");
    raw.run(begun(&own)).await.expect("a transaction");
    raw.run("DELETE FROM shop__item__login WHERE value = 'ana'".to_owned())
        .await
        .expect("its own");
    assert_eq!(raw.texts(rows).await, [[Some("1".to_owned())]]);
    raw.run("ROLLBACK".to_owned()).await.expect("undone");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_computed_is_reckoned_and_a_life_begins() {
    let cluster = Cluster::start().await;
    for database in both(&cluster).await {
        let before = shop(
            1,
            json!({"a": {"kind": "integer", "required": true}, "b": {"kind": "integer", "computed": "a + 1"}}),
            json!({}),
        );
        let machine = json!([{"name": "door", "version": 4, "initial": "shut", "endless": true, "states": [{"name": "shut"}, {"name": "open"}],
            "events": [{"name": "unlock"}, {"name": "lock"}],
            "transitions": [{"from": ["shut"], "event": "unlock", "to": "open"}, {"from": ["open"], "event": "lock", "to": "shut"}]}]);
        let after = shop(
            2,
            json!({
                "a": {"kind": "integer", "required": true},
                "b": {"kind": "integer", "required": true, "computed": "a * 2"},
                "c": {"kind": "integer", "computed": "b + 1", "sort": true},
                "state": {"kind": "text", "required": true, "filter": true}
            }),
            json!({"machine": {"name": "door", "field": "state"}, "machines": machine}),
        );
        let records = [json!({"a": 3, "b": 4}), json!({"a": 10, "b": 11})];
        let now = go(&database, Some((&before, &records)), &after, &[]).await;
        let item = &now["shop__item"];
        assert_eq!(column(item, "b"), ["20", "20", "6", "6"]);
        assert_eq!(column(item, "c"), ["21", "21", "7", "7"]);
        assert_eq!(column(item, "state"), vec!["shut"; 4]);
        assert_eq!(column(item, "machine_version"), vec!["4"; 4]);
        assert_eq!(column(item, "entered_at"), column(item, "updated_at"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn names_change_and_what_is_gone_is_kept_or_dropped() {
    let cluster = Cluster::start().await;
    for database in both(&cluster).await {
        let before = shop(
            1,
            json!({
                "name": {"kind": "text", "required": true, "unique": true, "sort": true},
                "fax": {"kind": "text", "required": true, "filter": true},
                "fee": {"kind": "money", "filter": true},
                "tags": {"kind": "translated_text", "search": true},
                "by": {"kind": "link", "entity": "owner"},
                "alike": {"kind": "links", "entity": "item"}
            }),
            json!({}),
        );
        // Everything has another name, and the key a new target.
        let mut after = shop(
            2,
            json!({
                "title": {"kind": "text", "required": true, "unique": true, "sort": true, "was": "name"},
                "words": {"kind": "translated_text", "search": true, "was": "tags"},
                "of": {"kind": "link", "entity": "person", "was": "by"},
                "same": {"kind": "links", "entity": "thing", "was": "alike"}
            }),
            json!({"was": "item"}),
        );
        after["entities"][0]["name"] = "person".into();
        after["entities"][0]["was"] = "owner".into();
        after["entities"][1]["name"] = "thing".into();
        let record = |name: &str, other: u64| json!({"name": name, "fax": "1", "fee": {"amount": "2.5", "currency": "EUR"}, "tags": {"en": name}, "alike": [id(other)]});
        let records = [record("a", 1), record("b", 1)];
        let now = go(&database, Some((&before, &records)), &after, &["item.fee"]).await;
        let thing = &now["shop__thing"];
        assert_eq!(column(thing, "title"), ["a", "a", "b", "b"]);
        assert_eq!(column(thing, "fax__retired_2"), vec!["1"; 4]);
        assert!(!thing.columns.iter().any(|name| name.starts_with("fee")));
        assert_eq!(now["shop__thing__same"].rows.len(), 4);
        assert_eq!(column(&now["shop__thing__words"], "text"), ["a", "a", "b", "b"]);

        // The key is dropped, and what was retired goes along when the table is made anew; a name comes back and inherits nothing.
        let mut last = after.clone();
        last["version"] = 3.into();
        last["entities"][1]["fields"]["fax"] = json!({"kind": "text", "filter": true});
        let fields = last["entities"][1]["fields"].as_object_mut().expect("fields");
        drop(fields.remove("same"));
        fields["title"]["required"] = false.into();
        let now = go(&database, None, &last, &[]).await;
        let thing = &now["shop__thing"];
        assert_eq!(column(thing, "fax__retired_2"), vec!["1"; 4]);
        assert_eq!(column(thing, "fax"), vec!["-"; 4]);
        assert_eq!(now["shop__thing__same__retired_3"].rows.len(), 4);

        // A record whose name goes on to say something else, kept out of sight, and one that is gone for good.
        let mut end = last.clone();
        end["version"] = 4.into();
        end["entities"][1]["fields"]["title"] = json!({"kind": "integer"});
        end["entities"][1]["fields"]["of"] = json!({"kind": "integer"});
        drop(end["entities"].as_array_mut().expect("entities").remove(0));
        let now = go(&database, None, &end, &["thing.title:keep", "thing.of", "person"]).await;
        assert_eq!(column(&now["shop__thing"], "title__retired_4"), ["a", "a", "b", "b"]);
        assert!(!now.contains_key("shop__person"));

        forgotten(&database, &pack(&end)).await;
    }
}

/// What was kept out of sight goes when it is named.
async fn forgotten(database: &Database, own: &Pack) {
    let kept = retired(&database.store, own).await.expect("names");
    let names = [
        "shop__thing.fax__retired_2",
        "shop__thing.title__retired_4",
        "shop__thing__same__retired_3",
    ];
    assert_eq!(kept, names);
    let strange = words(&["shop__thing.fax__retired_2", "shop__thing.fax"]);
    let strange = forget(&database.store, own, &strange).await;
    assert_eq!(
        refused(strange.expect_err("a refusal")),
        ["nothing is kept out of sight as `shop__thing.fax`"]
    );
    assert_eq!(retired(&database.store, own).await.expect("names"), names);
    forget(&database.store, own, &words(&names)).await.expect("an end");
    assert!(retired(&database.store, own).await.expect("names").is_empty());
    let what = difference(&tables(database).await, &fresh(database, own).await);
    assert!(what.is_empty(), "{what}");
}

#[tokio::test(flavor = "multi_thread")]
async fn links_that_become_required_lead_to_what_is_there() {
    let cluster = Cluster::start().await;
    for database in both(&cluster).await {
        let before = shop(
            1,
            json!({"name": {"kind": "text"}, "alike": {"kind": "links", "entity": "item"}}),
            json!({}),
        );
        let after = shop(
            2,
            json!({
                "name": {"kind": "text"},
                "alike": {"kind": "links", "entity": "item"},
                "many": {"kind": "integer", "computed": "size(alike)"},
                "first": {"kind": "link", "entity": "item", "required": true}
            }),
            json!({}),
        );
        let own = pack(&before);
        upgrade(&database.store, &own, &[]).await.expect("a fresh start");
        add(&database, &own, 0, 1, json!({"alike": [id(1)]})).await;
        add(&database, &own, 0, 2, json!({"alike": [id(1), id(2)]})).await;
        let strange = upgrade(
            &database.store,
            &pack(&after),
            &words(&[&format!("item.first={}", id(3))]),
        )
        .await;
        let strange = refused(strange.expect_err("a refusal"));
        assert_eq!(
            strange,
            ["2 of `item` lead in `first` to a record that their tenant does not have"]
        );
        let now = go(&database, None, &after, &[&format!("item.first={}", id(1))]).await;
        assert_eq!(column(&now["shop__item"], "many"), ["1", "2"]);
        // The store goes on on connections that were open all the while.
        let own = pack(&after);
        let entity = own.entity("item").expect("an entity").clone();
        let seen = database.store.write(TENANTS[0], move |mut transaction| {
            Box::pin(async move {
                let vault = Vault::new(&[7; 32]);
                let target = Target { pack: &own, entity: &entity, vault: &vault };
                let record = json!({"id": id(9), "version": 1, "created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-01-01T00:00:00Z",
                    "name": "new", "alike": [id(1)], "many": 1, "first": id(2)});
                transaction.add(target, record.as_object().expect("an object")).await
            })
        });
        seen.await.expect("a record");
        assert_eq!(held(&database).await["shop__item"].rows.len(), 3);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_runs_it_says_what_records_get() {
    let cluster = Cluster::start().await;
    for database in both(&cluster).await {
        let before = shop(
            1,
            json!({"name": {"kind": "text"}, "note": {"kind": "text"}}),
            json!({}),
        );
        let after = shop(
            2,
            json!({
                "name": {"kind": "text", "required": true, "filter": true},
                "note": {"kind": "text"},
                "rank": {"kind": "integer", "required": true, "sort": true},
                "fee": {"kind": "money", "required": true}
            }),
            json!({}),
        );
        let accept = ["item.rank=7", "item.fee={\"amount\":\"1\",\"currency\":\"USD\"}"];
        let records = [json!({"name": "a"}), json!({"name": "b"})];
        let now = go(&database, Some((&before, &records)), &after, &accept).await;
        assert_eq!(column(&now["shop__item"], "rank"), vec!["7"; 4]);
        assert_eq!(column(&now["shop__item"], "fee"), vec!["10000"; 4]);
        assert_eq!(column(&now["shop__item"], "fee__currency"), vec!["USD"; 4]);
    }
}
