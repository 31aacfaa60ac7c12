//! Tags: core, SQLite and PostgreSQL find and rank the same records by them, and count them alike.

use std::collections::BTreeSet;

use ratebook::records::{MatchesRequest, folded};
use ratebook_server::store::Record;
use serde_json::{Value, json};

use crate::lists::{Both, Chance, OURS, agrees, chance_of, definition, keep, lives, pack, query, said, searches, text};

const TAGS: [&str; 6] = ["vip", "ana", "weber & co", "long stay", "straße", "q"];

/// A record with tags, always the same of the same.
fn tagged(record: &Record) -> Record {
    let mut chance = chance_of(record, 3);
    let mut tags = BTreeSet::new();
    for _ in 0..chance.below(4) {
        match chance.one_in(4) {
            true => tags.insert(
                folded(&text(&mut chance).replace(['\u{1}', '\t'], ""))
                    .trim()
                    .to_owned(),
            ),
            false => tags.insert(chance.of(&TAGS).to_owned()),
        };
    }
    tags.remove("");
    let mut record = record.clone();
    record.insert("tags".to_owned(), tags.into_iter().collect());
    record
}

#[tokio::test(flavor = "multi_thread")]
async fn records_are_found_ranked_and_counted_by_their_tags_alike() {
    let both = Both::start().await;
    let mut definition = definition();
    definition["entities"][0]["fields"]["tags"] = json!({"kind": "tags", "search": true, "filter": true});
    let pack = pack(&definition);
    both.upgrade(&pack).await;
    let mut chance = Chance(404);
    let (rounds, records) = lives(1_800, &mut chance);
    for store in &both.stores {
        for deeds in &rounds {
            keep(store, &pack, OURS, &said(deeds, tagged)).await;
        }
    }
    let records: Vec<Record> = records.iter().map(tagged).collect();
    let mut met = 0;
    for _ in 0..searches() {
        let mut query = query(&pack, &mut chance);
        if chance.one_in(3) {
            let tags = [chance.of(&TAGS), chance.of(&TAGS)].join(",");
            query.filter.insert("tags".to_owned(), tags.to_uppercase());
        }
        if chance.one_in(4) {
            query.condition = Some(format!("'{}' in tags", chance.of(&TAGS)));
        }
        if chance.one_in(3) {
            query.q = None;
        }
        met += agrees(&both, &pack, query.clone(), &records, 3).await;
        query.facets = vec!["tags".to_owned()];
        counts(&both, &pack, &query, &records).await;
    }
    assert!(met > searches() * 5, "{met}");
}

/// How many records have each tag, as all three tell it.
async fn counts(
    both: &Both,
    pack: &ratebook::records::Pack,
    query: &ratebook::records::RecordQuery,
    records: &[Record],
) {
    let matched = pack.matches(&MatchesRequest::new(query.clone(), records.to_vec()));
    let matched = matched.expect("an answer");
    let holder = pack.holder(&query.actor).expect("somebody");
    let plan = pack.plan(query, &holder).expect("a plan");
    for store in &both.stores {
        let (own, asked) = (pack.clone(), plan.clone());
        let told = store.read(OURS, move |mut tx| {
            Box::pin(async move { tx.facets(&own, &asked).await })
        });
        let told: Value = told.await.expect("counts").into();
        assert_eq!(
            told,
            Value::from(matched.facets.clone()),
            "{:?}: {query:?}",
            store.dialect()
        );
    }
}
