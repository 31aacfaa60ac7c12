//! What is refused: losses that nobody has named, and rows that do not pass; nothing is changed then.

use ratebook_server::store::upgrade::{plan, told, upgrade};
use serde_json::{Value, json};

use crate::catalog::{held, tables};
use crate::fill::{TENANTS, keep};
use crate::support::{Cluster, Database, both, pack, refused, words};

fn shop(version: u32, fields: Value) -> Value {
    json!({"name": "shop", "version": version, "entities": [{"name": "item", "soft_delete": {}, "fields": fields}]})
}

/// Fills a first version, and tells why the second is refused.
async fn against(
    database: &Database,
    before: &Value,
    records: &[Value],
    after: &Value,
    accept: &[&str],
) -> Vec<String> {
    let own = pack(before);
    upgrade(&database.store, &own, &[]).await.expect("a fresh start");
    let mut raw = database.raw().await;
    let entity = own.entity("item").expect("an entity");
    for (number, values) in records.iter().enumerate() {
        let mut record = json!({"id": format!("00000000-0000-7000-8000-{number:012}"), "version": 1,
            "created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-01-01T00:00:00Z"});
        for (name, value) in values.as_object().expect("an object") {
            record[name] = value.clone();
        }
        for field in entity
            .fields()
            .iter()
            .filter(|field| values.get(field.name()).is_none())
        {
            record[field.name()] = Value::Null;
        }
        let Value::Object(record) = record else {
            unreachable!("an object")
        };
        keep(&mut raw, &own, entity, TENANTS[0], &record).await.expect("a row");
    }
    let (rows, schema) = (held(database).await, tables(database).await);
    let failure = upgrade(&database.store, &pack(after), &words(accept)).await;
    let reasons = refused(failure.expect_err("a refusal"));
    assert_eq!(rows, held(database).await);
    assert_eq!(schema, tables(database).await);
    reasons
}

#[tokio::test(flavor = "multi_thread")]
async fn a_loss_that_nobody_has_named_is_refused_by_its_name() {
    let cluster = Cluster::start().await;
    for database in both(&cluster).await {
        let before = shop(
            1,
            json!({"a": {"kind": "text"}, "b": {"kind": "day"}, "c": {"kind": "text"}}),
        );
        let after = shop(2, json!({"a": {"kind": "integer"}, "b": {"kind": "yes_no"}}));
        let reasons = against(&database, &before, &[json!({"a": "x"})], &after, &["item.c"]).await;
        assert_eq!(
            reasons,
            [
                "lost without being named: the values of `item.a`, which are of another kind now; accept `item.a` to drop them, \
                 `item.a:keep` to keep them out of sight",
                "lost without being named: the values of `item.b`, which are of another kind now; accept `item.b` to drop them, \
                 `item.b:keep` to keep them out of sight",
            ]
        );
        let strange = upgrade(&database.store, &pack(&after), &words(&["item.z"])).await;
        let strange = refused(strange.expect_err("a refusal"));
        assert!(strange[0].contains("does not lose `item.z`"), "{strange:?}");
        let done = upgrade(&database.store, &pack(&after), &words(&["item.a", "item.b:keep"])).await;
        assert_eq!(done.expect("an upgrade").version_after, 2);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_that_do_not_pass_are_all_told_at_once() {
    let cluster = Cluster::start().await;
    for database in both(&cluster).await {
        let before = shop(
            1,
            json!({
                "given": {"kind": "text"}, "bounds": {"kind": "integer"}, "digits": {"kind": "decimal"}, "length": {"kind": "text"},
                "pattern": {"kind": "text"}, "form": {"kind": "text"}, "choices": {"kind": "choice", "choices": ["a", "b"]},
                "currency": {"kind": "money"}, "words": {"kind": "translated_text"}, "fine": {"kind": "integer"}
            }),
        );
        let mut after = shop(
            2,
            json!({
                "given": {"kind": "text", "required": true}, "bounds": {"kind": "integer", "max": "5"}, "digits": {"kind": "decimal", "digits": 1},
                "length": {"kind": "text", "max_length": 3}, "pattern": {"kind": "text", "pattern": "[a-z]+"}, "form": {"kind": "email"},
                "choices": {"kind": "choice", "choices": ["a"]}, "currency": {"kind": "money", "currency": "EUR"},
                "words": {"kind": "translated_text", "max_length": 3}, "fine": {"kind": "integer", "max": "5"}
            }),
        );
        drop(
            after["entities"][0]
                .as_object_mut()
                .map(|own| own.remove("soft_delete")),
        );
        let record = json!({"bounds": 6, "digits": "1.25", "length": "long", "pattern": "A", "form": "nobody", "choices": "b",
            "currency": {"amount": "1", "currency": "USD"}, "words": {"en": "long"}, "fine": 5, "deleted_at": "2026-01-01T00:00:00Z"});
        let reasons = against(&database, &before, &[record], &after, &["item.deleted_at:keep"]).await;
        let about = [
            "deleted softly",
            "`given`",
            "`bounds`",
            "`digits`",
            "`length`",
            "`pattern`",
            "`form`",
            "`choices`",
            "`currency`",
            "`words`",
        ];
        for word in about {
            assert!(
                reasons.iter().any(|reason| reason.contains(word)),
                "{word}: {reasons:#?}"
            );
        }
        assert_eq!(reasons.len(), about.len(), "{reasons:#?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_only_one_may_have_is_looked_for() {
    let cluster = Cluster::start().await;
    for database in both(&cluster).await {
        let before = shop(
            1,
            json!({"a": {"kind": "text"}, "b": {"kind": "text"}, "c": {"kind": "text"}}),
        );
        let after = shop(
            2,
            json!({
                "a": {"kind": "text", "unique": true},
                "b": {"kind": "text", "unique": true, "platform_wide": true, "folded": true},
                "c": {"kind": "text", "unique": true},
                "d": {"kind": "integer", "required": true}
            }),
        );
        let records = [
            json!({"a": "x", "b": "Y", "c": "1"}),
            json!({"a": "x", "b": "y", "c": "2"}),
            json!({}),
        ];
        let reasons = against(&database, &before, &records, &after, &[]).await;
        assert_eq!(reasons.len(), 3, "{reasons:#?}");
        assert!(
            reasons.iter().any(|reason| reason.contains("1 values of `a`")),
            "{reasons:#?}"
        );
        assert!(
            reasons.iter().any(|reason| reason.contains("1 values of `b`")),
            "{reasons:#?}"
        );
        assert!(
            reasons.iter().any(|reason| reason.contains("say `item.d=…`")),
            "{reasons:#?}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn there_is_no_way_back_and_none_past_a_version() {
    let cluster = Cluster::start().await;
    for database in both(&cluster).await {
        let own = shop(2, json!({"a": {"kind": "text"}}));
        upgrade(&database.store, &pack(&own), &[]).await.expect("a fresh start");
        let back = upgrade(&database.store, &pack(&shop(1, json!({"a": {"kind": "text"}}))), &[]).await;
        assert_eq!(
            refused(back.expect_err("a refusal")),
            ["the tables are of version 2; there is no way back to 1"]
        );
        let same = upgrade(&database.store, &pack(&shop(2, json!({"b": {"kind": "text"}}))), &[]).await;
        assert_eq!(
            refused(same.expect_err("a refusal")),
            ["the pack has changed since version 2; give it a higher one"]
        );
    }
}

#[tokio::test]
async fn a_plan_is_told_to_people() {
    let database = Database::sqlite().await;
    let before = shop(
        1,
        json!({"a": {"kind": "text"}, "b": {"kind": "day"}, "c": {"kind": "text"}}),
    );
    let first = plan(&database.store, &pack(&before), &[]).await.expect("a plan");
    assert!(told(&first).starts_with("shop: from nothing to version 1\n  safe  make the table `shop__item`\n"));
    upgrade(&database.store, &pack(&before), &[])
        .await
        .expect("a fresh start");
    let after = shop(
        2,
        json!({"a": {"kind": "integer"}, "d": {"kind": "integer", "required": true}}),
    );
    let planned = plan(&database.store, &pack(&after), &words(&["item.c"]))
        .await
        .expect("a plan");
    assert_eq!(
        told(&planned),
        "shop: from version 1 to version 2\n  \
           loses  keep the values of `a` of `shop__item` as `a__retired_2` (item.a)\n  \
           safe  keep the values of `b` of `shop__item` as `b__retired_2` (item.b)\n  \
           loses  drop `c` of `shop__item` with all its values (item.c)\n  \
           safe  add `a` to `shop__item`\n  \
           safe  add `d` to `shop__item`\n  \
           fills  say what every row of `shop__item` has in `d`\n  \
           fills  have `d` in every row of `shop__item`\n  \
           lost   the values of `item.a`, which are of another kind now: kept out of sight; accept `item.a` to drop them\n  \
           lost   the values of `item.b`: kept out of sight; accept `item.b` to drop them\n  \
           lost   the values of `item.c`: dropped\n"
    );
}

#[tokio::test]
async fn what_says_nothing_of_records_needs_no_version() {
    let cluster = Cluster::start().await;
    for database in both(&cluster).await {
        let own = shop(2, json!({"a": {"kind": "text"}}));
        upgrade(&database.store, &pack(&own), &[]).await.expect("a fresh start");
        let mut labelled = own.clone();
        labelled["label"] = "A shop".into();
        labelled["entities"][0]["fields"]["a"]["label"] = "The first".into();
        labelled["entities"][0]["groups"] = json!([{"label": "All", "fields": ["a"]}]);
        labelled["views"] = json!([{"name": "all", "kind": "list", "entity": "item"}]);
        labelled["demo"] = json!([{"entity": "item", "key": "one", "values": {"a": "b"}}]);
        labelled["rules"] = json!([{"id": "S-1", "sentence": "Things are kept.", "decided": "server"}]);
        let done = upgrade(&database.store, &pack(&labelled), &[])
            .await
            .expect("no version");
        assert!(done.migration.expect("a change").steps.is_empty());
        let again = upgrade(&database.store, &pack(&labelled), &[]).await.expect("nothing");
        assert_eq!(again.migration, None);
        // Who may do what is no look.
        let mut guarded = labelled;
        guarded["roles"] = json!({"admin": {"allow": ["*"]}});
        let told = upgrade(&database.store, &pack(&guarded), &[]).await;
        assert_eq!(
            refused(told.expect_err("a refusal")),
            ["the pack has changed since version 2; give it a higher one"]
        );
    }
}
