//! An installation moved to another database and back: every answer is the one that it was.

use std::path::PathBuf;

use crate::support::{Chance, Market, folder, text};
use ratebook_server::platform::moving;
use ratebook_server_testing::{Base, Client, Served};
use serde_json::{Value, json};

/// Everything that a house can be told of its records, and everybody of what is public, byte for byte.
fn answers(served: &Served, house: &str, plurals: &[String]) -> Vec<String> {
    let owner = served.signed_in(&format!("owner@{house}.example.com")).at(house);
    let mut told = Vec::new();
    let mut ask = |client: &Client, path: &str| {
        let (status, _, body) = client.get(path).without_trace();
        told.push(format!("{path} {status} {body}"));
        serde_json::from_str::<Value>(&body).unwrap_or_default()
    };
    for plural in plurals {
        let page = ask(&owner, &format!("/v1/{plural}?limit=100&total=true&sort=id"));
        ask(&owner, &format!("/v1/{plural}?limit=100"));
        for word in ["o", "room", "an"] {
            ask(&owner, &format!("/v1/{plural}?q={word}&total=true"));
        }
        ask(&owner, &format!("/v1/{plural}?deleted=true"));
        ask(&owner, &format!("/v1/{plural}/export.csv"));
        for item in page["items"].as_array().into_iter().flatten() {
            if let Some(id) = item["id"].as_str() {
                ask(&owner, &format!("/v1/{plural}/{id}"));
                ask(&owner, &format!("/v1/{plural}/{id}/history"));
            }
        }
        ask(&served.anybody(), &format!("/v1/public/{plural}?total=true"));
        ask(&owner, &format!("/v1/mine/{plural}"));
    }
    ask(&owner, "/v1/members");
    told
}

fn plurals(client: &Client) -> Vec<String> {
    let document = client.get("/v1/openapi.json").is(200).json();
    let paths = document["paths"].as_object().expect("paths").keys();
    let lists = paths.filter_map(|path| path.strip_prefix("/v1/")?.strip_suffix("/export.csv"));
    lists.map(str::to_owned).collect()
}

/// Moves it to the other database and back, and holds every answer against the first ones.
fn moves(first: &Served, houses: &[&str], plurals: &[String], bases: [Base; 2]) {
    let told = |served: &Served| -> Vec<String> {
        houses
            .iter()
            .flat_map(|house| answers(served, house, plurals))
            .collect()
    };
    let before = told(first);
    assert!(
        before.iter().filter(|one| one.contains(" 200 ")).count() > 30,
        "{} answers",
        before.len()
    );
    let second = first.copied(bases[0]);
    let third = second.copied(bases[1]);
    for copy in [&second, &third] {
        for (one, other) in before.iter().zip(told(copy)) {
            assert_eq!(one, &other, "{:?}", copy.base());
        }
    }
    // What is written goes on where it was: numbers, searches, the walls between tenants.
    let owner = third
        .signed_in(&format!("owner@{}.example.com", houses[0]))
        .at(houses[0]);
    assert_eq!(
        owner.get("/v1/members").is(200).json()["items"]
            .as_array()
            .map(Vec::len),
        Some(1)
    );
}

#[test]
fn every_answer_is_the_same_after_a_move_and_back() {
    for (base, bases) in [
        (Base::Sqlite, [Base::Postgres, Base::Sqlite]),
        (Base::Postgres, [Base::Sqlite, Base::Postgres]),
    ] {
        let market = Market::on(base);
        let houses = [market.house("ann"), market.house("bob")];
        let mut chance = Chance::new(23);
        let sea = market
            .operator
            .post("/v1/categories", &json!({"code": "sea", "name": "Sea"}))
            .is(201)
            .json();
        let mut made: Vec<(usize, String)> = Vec::new();
        for step in 0..40 {
            let house = chance.below(2);
            if made.is_empty() || chance.below(3) > 0 {
                let body = json!({"title": format!("Room {step} Ünal"), "summary": {"en": "Small", "de": "Groß"}, "nights": chance.below(5),
                                  "category_id": chance.yes().then(|| sea["id"].clone()), "cost": {"amount": "1.25", "currency": "EUR"}});
                made.push((
                    house,
                    text(&houses[house].post("/v1/offers", &body).is(201).json(), "id"),
                ));
                continue;
            }
            let (house, id) = &made[chance.below(made.len())];
            let path = format!("/v1/offers/{id}");
            match chance.below(3) {
                0 => houses[*house].patch(&path, &json!({"note": format!("words {step}")})),
                1 => houses[*house].delete(&path),
                _ => houses[*house].post(&format!("{path}/restore"), &json!({})),
            };
        }
        let plurals = plurals(&houses[0]);
        assert!(
            plurals.iter().any(|own| own == "offers") && plurals.len() >= 5,
            "{plurals:?}"
        );
        moves(&market.served, &["ann", "bob"], &plurals, bases);
    }
}

/// The workbench has every kind of field, secrets, bookings and samples.
#[test]
fn every_kind_of_field_and_samples_move() {
    let workbench = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("packs/workbench");
    let served = Served::with(Base::Sqlite, &workbench);
    let operator = served.operator();
    let owner = served.tenant(&operator, "acme");
    let pack = served.app().packs["workbench"].clone();
    let mut ids: std::collections::BTreeMap<String, String> = std::collections::BTreeMap::new();
    for demo in &pack.definition().demo {
        let named = |value: &Value| match value.as_str().and_then(|text| text.strip_prefix('@')) {
            Some(key) => Value::String(String::clone(&ids[key])),
            None => value.clone(),
        };
        let change: serde_json::Map<String, Value> = demo
            .values
            .iter()
            .map(|(name, value)| {
                let list = value.as_array().map(|list| list.iter().map(named).collect());
                (name.clone(), list.unwrap_or_else(|| named(value)))
            })
            .collect();
        let plural = pack.entity(&demo.entity).expect("an entity").plural().replace('_', "-");
        let made = owner
            .post(&format!("/v1/{plural}"), &Value::Object(change))
            .is(201)
            .json();
        if let Some(id) = made["id"].as_str() {
            ids.insert(demo.key.clone(), id.to_owned());
        }
    }
    moves(&served, &["acme"], &plurals(&owner), [Base::Postgres, Base::Sqlite]);
}

#[test]
fn nothing_is_moved_onto_something() {
    let (one, other) = (Market::on(Base::Sqlite), Market::on(Base::Postgres));
    for (from, to) in [(&one, &other), (&other, &one)] {
        let told = from
            .served
            .wait_for(moving::moved(&from.served.address(), &to.served.address()));
        let told = told.expect_err("a database with rows").to_string();
        assert!(told.contains("empty database"), "{told}");
    }
    assert!(folder("market").is_dir());
    let words = |line: &str| line.split(' ').map(str::to_owned).collect::<Vec<_>>();
    for wrong in [
        "copy",
        "copy --from a",
        "copy --from a --to a",
        "copy --from a --to b --more c",
        "copy --from none.db --to b",
    ] {
        one.served.wait_for(moving::copy(&words(wrong))).expect_err(wrong);
    }
}
