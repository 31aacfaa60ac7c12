//! Texts by language: whoever reads which, core, SQLite and PostgreSQL find and sort the same records in the same order.

use ratebook::records::{Pack, UniqueKey};
use ratebook_server::store::upgrade::upgrade;
use ratebook_server::store::{Record, Store};
use serde_json::{Map, Value, json};

use crate::lists::{
    Both, Chance, Deed, OURS, agrees, chance_of, definition, keep, lives, pack, query, said, searches, text,
};

const LANGUAGES: [&str; 4] = ["en", "de", "de-AT", "pt"];

/// A record with texts by language, always the same of the same.
fn titled(record: &Record) -> Record {
    let mut chance = chance_of(record, 5);
    let mut texts = Map::new();
    for language in LANGUAGES {
        match chance.below(5) {
            0 => drop(texts.insert(language.to_owned(), "".into())),
            1 | 2 => drop(texts.insert(language.to_owned(), text(&mut chance).into())),
            _ => {}
        }
    }
    let mut record = record.clone();
    let title = if texts.is_empty() { Value::Null } else { texts.into() };
    record.insert("title".to_owned(), title);
    record
}

fn with_title(version: u32, languages: &[&str], title: Value) -> Value {
    let mut own = definition();
    own["version"] = version.into();
    own["languages"] = json!(languages);
    own["entities"][0]["fields"]["title"] = title;
    own
}

/// Asks in many languages and orders; how many records were met.
async fn asks(both: &Both, pack: &Pack, records: &[Record], times: usize, chance: &mut Chance) -> usize {
    let is_sorted = pack.entities()[0]
        .field("title")
        .is_some_and(|field| field.definition().sort);
    let mut met = 0;
    for _ in 0..times {
        let mut query = query(pack, chance);
        query.locale = match chance.below(7) {
            0 => None,
            1 => Some("pt-BR".to_owned()),
            2 => Some("ja".to_owned()),
            place => Some(LANGUAGES[place - 3].to_owned()),
        };
        if is_sorted && chance.one_in(2) {
            query.sort = vec![chance.of(&["title", "-title"]).to_owned()];
        }
        if !query.sort.is_empty() && chance.one_in(2) {
            query.q = None;
        }
        met += agrees(both, pack, query, records, 3).await;
    }
    met
}

#[tokio::test(flavor = "multi_thread")]
async fn texts_by_language_are_found_and_sorted_alike() {
    let both = Both::start().await;
    let title = json!({"kind": "translated_text", "search": true, "sort": true});
    let pack = pack(&with_title(1, &["en", "de"], title));
    both.upgrade(&pack).await;
    let mut chance = Chance(2_026);
    let (rounds, records) = lives(1_800, &mut chance);
    for store in &both.stores {
        for deeds in &rounds {
            keep(store, &pack, OURS, &said(deeds, titled)).await;
        }
    }
    let records: Vec<Record> = records.iter().map(titled).collect();
    let met = asks(&both, &pack, &records, searches(), &mut chance).await;
    assert!(met > searches() * 5, "{met}");
}

#[tokio::test(flavor = "multi_thread")]
async fn texts_by_language_follow_the_versions_of_their_pack() {
    let both = Both::start().await;
    let first = pack(&with_title(1, &["en"], json!({"kind": "translated_text"})));
    both.upgrade(&first).await;
    let mut chance = Chance(11);
    let (rounds, records) = lives(120, &mut chance);
    for store in &both.stores {
        for deeds in &rounds {
            keep(store, &first, OURS, &said(deeds, titled)).await;
        }
    }
    let records: Vec<Record> = records.iter().map(titled).collect();
    // They begin to be searched, then to be sorted, then another language comes first, then they are only searched.
    let searched = json!({"kind": "translated_text", "search": true});
    let sorted = json!({"kind": "translated_text", "search": true, "sort": true});
    let versions = [
        with_title(2, &["en"], searched.clone()),
        with_title(3, &["en"], sorted.clone()),
        with_title(4, &["de", "en"], sorted),
        with_title(5, &["de", "en"], searched),
    ];
    for version in &versions {
        let pack = pack(version);
        both.upgrade(&pack).await;
        asks(&both, &pack, &records, 40, &mut chance).await;
    }
}

fn named(number: u8, texts: Value) -> Record {
    let id = format!("01890a5d-ac96-774b-bcce-b302099a80{number:02}");
    let record = json!({
        "id": id, "version": 1, "created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-01-01T00:00:00Z", "deleted_at": null,
        "name": "n", "status": "open", "title": texts
    });
    record.as_object().cloned().unwrap_or_default()
}

async fn is_taken(store: &Store, pack: &Pack, texts: &Value) -> bool {
    let (pack, texts) = (pack.clone(), texts.clone());
    let asked = store.read(OURS, move |mut tx| {
        Box::pin(async move {
            let entity = &pack.entities()[0];
            let field = entity.field("title").expect("a title");
            let key: UniqueKey = entity.unique_key(field, &texts);
            tx.is_taken(&pack, entity, [9; 16], &key).await
        })
    });
    asked.await.expect("an answer")
}

#[tokio::test(flavor = "multi_thread")]
async fn texts_by_language_are_told_apart_by_the_packs_first() {
    let both = Both::start().await;
    let plain = pack(&with_title(1, &["en", "de"], json!({"kind": "translated_text"})));
    let unique = json!({"kind": "translated_text", "unique": true});
    let (in_english, in_german) = (
        pack(&with_title(2, &["en", "de"], unique.clone())),
        pack(&with_title(3, &["de", "en"], unique)),
    );
    both.upgrade(&plain).await;
    for store in &both.stores {
        let own = [
            named(1, json!({"en": "Sea view", "de": "Blick"})),
            named(2, json!({"en": "SEA VIEW", "de": "Gasse"})),
            named(3, json!({"de": "blick"})),
        ];
        keep(store, &plain, OURS, &own.map(Deed::Add)).await;
        // Two have the same in English; of those that have none there may be many.
        let refused = upgrade(store, &in_english, &[]).await.expect_err("two of one text");
        assert!(format!("{refused:?}").contains("title"), "{refused:?}");
        let before = named(2, json!({"en": "SEA VIEW", "de": "Gasse"}));
        let mut after = named(2, json!({"en": "Alley", "de": "Gasse"}));
        after.insert("version".to_owned(), 2.into());
        keep(store, &plain, OURS, &[Deed::Change(before, after)]).await;
        upgrade(store, &in_english, &[]).await.expect("tables");
        for (texts, taken) in [
            (json!({"en": "sea VIEW"}), true),
            (json!({"en": "Blick"}), false),
            (json!({"en": "alley", "de": "x"}), true),
            (json!({"en": "Street"}), false),
        ] {
            assert_eq!(is_taken(store, &in_english, &texts).await, taken, "{texts}");
        }
        // In German two are the same.
        upgrade(store, &in_german, &[]).await.expect_err("two of one text");
        assert!(is_taken(store, &in_english, &json!({"en": "Alley"})).await);
    }
}
