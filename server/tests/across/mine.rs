//! What is mine: the listing over all tenants equals what a person finds by going from tenant to tenant.

use std::collections::BTreeMap;
use std::path::Path;

use crate::support::{Chance, Market, account, folder, text};
use ratebook::time::Instant;
use ratebook_server_testing::{Base, Client, Served};
use serde_json::{Value, json};

const HOUSES: [&str; 3] = ["ann", "bob", "cyd"];

/// A person, signed in without a tenant.
struct Person {
    client: Client,
    id: String,
    houses: Vec<&'static str>,
}

/// Somebody who is a member of these houses.
fn person(market: &Market, owners: &BTreeMap<&str, Client>, name: &str, houses: &[(&'static str, &str)]) -> Person {
    let email = format!("{name}@example.com");
    for (house, role) in houses {
        market.served.member(&owners[house], &email, &[role]);
    }
    let client = market.served.signed_in(&email);
    Person {
        id: account(&client),
        client,
        houses: houses.iter().map(|(house, _)| *house).collect(),
    }
}

/// Every page of what is theirs.
fn mine(person: &Person, plural: &str, limit: usize) -> Vec<Value> {
    let (mut items, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = person
            .client
            .get(&format!("/v1/mine/{plural}?limit={limit}{cursor}"))
            .is(200)
            .json();
        let own = page["items"].as_array().expect("a list");
        assert!(own.len() <= limit, "{page}");
        items.extend(own.iter().cloned());
        match page["next_cursor"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => return items,
        }
    }
}

/// What they find by going from house to house, with what they may see there.
fn scanned(person: &Person, plural: &str, field: &str) -> BTreeMap<(String, String), Value> {
    let mut found = BTreeMap::new();
    for house in &person.houses {
        let there = person.client.clone().at(house);
        let mut cursor = String::new();
        loop {
            let told = there.get(&format!("/v1/{plural}?limit=100&sort=id{cursor}"));
            if told.status == 403 {
                break;
            }
            let page = told.is(200).json();
            for item in page["items"].as_array().expect("a list") {
                if item[field] == person.id.as_str() {
                    found.insert(((*house).to_owned(), text(item, "id")), item.clone());
                }
            }
            match page["next_cursor"].as_str() {
                Some(next) => cursor = format!("&cursor={next}"),
                None => break,
            }
        }
    }
    found
}

fn agrees(market: &Market, people: &[Person], step: &str) {
    for person in people {
        for (plural, field) in [("trips", "user_id"), ("memos", "by")] {
            let wanted = scanned(person, plural, field);
            for limit in [2, 100] {
                let listed = mine(person, plural, limit);
                let found: BTreeMap<(String, String), Value> = listed
                    .iter()
                    .map(|one| {
                        (
                            (text(&one["tenant"], "slug"), text(&one["record"], "id")),
                            one["record"].clone(),
                        )
                    })
                    .collect();
                assert_eq!(found.len(), listed.len(), "nothing is told twice");
                assert_eq!(found, wanted, "{}: {plural} after {step}", market.name);
                // As moments: texts of them leave out zeros at their ends.
                let made = |one: &Value| text(&one["record"], "created_at").parse::<Instant>();
                let times: Vec<Instant> = listed.iter().map(|one| made(one).expect("a moment")).collect();
                assert!(times.is_sorted_by(|one, other| one >= other), "{times:?}");
            }
        }
    }
}

#[test]
fn what_is_mine_is_what_a_person_finds_in_each_tenant() {
    for market in Market::both() {
        let owners: BTreeMap<&str, Client> = HOUSES.map(|house| (house, market.house(house))).into();
        let people = [
            person(
                &market,
                &owners,
                "pia",
                &[("ann", "guest"), ("bob", "guest"), ("cyd", "clerk")],
            ),
            person(&market, &owners, "tom", &[("ann", "clerk"), ("cyd", "guest")]),
        ];
        // A house that one of them is not a member of has records in their name all the same.
        let names = [
            people[0].id.clone(),
            people[1].id.clone(),
            "nobody".to_owned(),
            people[0].id.to_uppercase(),
        ];
        let mut chance = Chance::new(7);
        let mut trips: Vec<(&str, String)> = Vec::new();
        let mut memos: Vec<(&str, String)> = Vec::new();
        for step in 0..90 {
            let house = HOUSES[chance.below(3)];
            let owner = &owners[house];
            let who = &names[chance.below(names.len())];
            let pick = |all: &[(&str, String)], chance: &mut Chance| -> Option<String> {
                let own: Vec<&String> = all.iter().filter(|(at, _)| *at == house).map(|(_, id)| id).collect();
                (!own.is_empty()).then(|| own[chance.below(own.len())].clone())
            };
            match chance.below(9) {
                0 | 1 => {
                    let body = json!({"title": format!("Trip {step}"), "user_id": who, "phone": "+4930123456"});
                    let made = owner.post("/v1/trips", &body).is(201).json();
                    trips.push((house, text(&made, "id")));
                }
                2 => {
                    let made = owner.post("/v1/memos", &json!({"text": "m", "by": who})).is(201).json();
                    memos.push((house, text(&made, "id")));
                }
                3 => {
                    if let Some(id) = pick(&trips, &mut chance) {
                        owner.patch(&format!("/v1/trips/{id}"), &json!({"user_id": who}));
                    }
                }
                4 => {
                    if let Some(id) = pick(&trips, &mut chance) {
                        owner.patch(&format!("/v1/trips/{id}"), &json!({"title": "Again", "user_id": null}));
                    }
                }
                5 => {
                    if let Some(id) = pick(&trips, &mut chance) {
                        owner.delete(&format!("/v1/trips/{id}"));
                    }
                }
                6 => {
                    if let Some(id) = pick(&trips, &mut chance) {
                        owner.post(&format!("/v1/trips/{id}/restore"), &json!({}));
                    }
                }
                7 => {
                    if let Some(id) = pick(&memos, &mut chance) {
                        owner.patch(&format!("/v1/memos/{id}"), &json!({"by": who}));
                    }
                }
                _ => {
                    if let Some(id) = pick(&memos, &mut chance) {
                        owner.delete(&format!("/v1/memos/{id}"));
                    }
                }
            }
            if step % 15 == 14 {
                agrees(&market, &people, &step.to_string());
            }
        }
        let all: usize = people.iter().map(|one| mine(one, "trips", 100).len()).sum();
        assert!(all > 5, "only {all} trips are somebody's");
        // With their rights there: a guest is shown no number, and another role another record.
        let shown = mine(&people[0], "trips", 100);
        let masked = shown
            .iter()
            .filter(|one| one["tenant"]["slug"] != "cyd")
            .all(|one| one["record"]["phone"] == "********");
        assert!(masked && !shown.is_empty(), "{shown:?}");
        let roles = json!({"roles": ["clerk"]});
        owners["ann"]
            .patch(&format!("/v1/members/{}", people[0].id), &roles)
            .is(200);
        agrees(&market, &people, "another role");
        market.set_state("bob", "suspended");
        agrees(&market, &people, "a house that is suspended");
    }
}

#[test]
fn nothing_of_anybody_else_is_mine() {
    for market in Market::both() {
        let owners: BTreeMap<&str, Client> = HOUSES.map(|house| (house, market.house(house))).into();
        let pia = person(&market, &owners, "pia", &[("ann", "clerk")]);
        let tom = person(&market, &owners, "tom", &[("bob", "guest")]);
        owners["ann"]
            .post("/v1/trips", &json!({"title": "Pia's", "user_id": pia.id}))
            .is(201);
        owners["ann"]
            .post("/v1/trips", &json!({"title": "Tom's", "user_id": tom.id}))
            .is(201);
        assert_eq!(
            mine(&pia, "trips", 10).len(),
            1,
            "a clerk reads all trips, and one is hers"
        );
        assert_eq!(mine(&tom, "trips", 10), Vec::<Value>::new(), "he is no member there");
        // A cursor is good for the person it was made for.
        owners["ann"]
            .post("/v1/trips", &json!({"title": "Pia's too", "user_id": pia.id}))
            .is(201);
        let page = pia.client.get("/v1/mine/trips?limit=1").is(200).json();
        let next = text(&page, "next_cursor");
        tom.client
            .get(&format!("/v1/mine/trips?cursor={next}"))
            .fails(422, "request.range");
        pia.client
            .get(&format!("/v1/mine/memos?cursor={next}"))
            .fails(422, "request.range");
        market
            .served
            .anybody()
            .get("/v1/mine/trips")
            .fails(401, "tenancy.not_signed_in");
        pia.client.get("/v1/mine/offers").fails(404, "request.unknown");
        pia.client.get("/v1/mine/trips?user_id=x").fails(422, "request.unknown");
        pia.client.get("/v1/mine/trips?limit=101").fails(422, "request.range");
    }
}

/// A copy of the market with its files changed.
pub(crate) fn changed(into: &Path, change: impl Fn(&str, String) -> String) -> std::path::PathBuf {
    let target = into.join("market");
    std::fs::create_dir_all(target.join("entities")).expect("a folder");
    for inner in ["", "entities"] {
        for entry in std::fs::read_dir(folder("market").join(inner))
            .expect("a folder")
            .flatten()
        {
            if entry.path().is_file() {
                let name = entry.file_name().into_string().expect("a name");
                let text = std::fs::read_to_string(entry.path()).expect("text");
                std::fs::write(target.join(inner).join(&name), change(&name, text)).expect("written");
            }
        }
    }
    target
}

#[test]
fn an_owner_that_is_new_is_found_for_the_records_that_there_are() {
    for base in [Base::Sqlite, Base::Postgres] {
        let place = tempfile::tempdir().expect("a folder");
        let before = changed(place.path(), |_, text| {
            text.replace("owner = \"user_id\"\n", "")
                .replace("owner = \"by\"\n", "")
        });
        let served = Served::with(base, &before);
        let operator = served.operator();
        let (ann, bob) = (served.tenant(&operator, "ann"), served.tenant(&operator, "bob"));
        let pia = served.member(&ann, "pia@example.com", &["guest"]);
        served.member(&bob, "pia@example.com", &["guest"]);
        let id = account(&pia);
        for house in [&ann, &bob] {
            for title in ["One", "Two"] {
                let made = house
                    .post("/v1/trips", &json!({"title": title, "user_id": id}))
                    .is(201)
                    .json();
                if title == "Two" {
                    house.delete(&format!("/v1/trips/{}", text(&made, "id"))).is(204);
                }
            }
        }
        pia.get("/v1/mine/trips").fails(404, "request.unknown");
        let later = tempfile::tempdir().expect("a folder");
        let after = changed(later.path(), |_, text| text.replace("version = 1", "version = 2"));
        let served = served.beside_with(&after);
        let pia = served.signed_in("pia@example.com");
        let page = pia.get("/v1/mine/trips").is(200).json();
        let items = page["items"].as_array().expect("a list");
        let told: Vec<String> = items
            .iter()
            .map(|one| format!("{} {}", text(&one["tenant"], "slug"), text(&one["record"], "title")))
            .collect();
        assert_eq!(told, ["bob One", "ann One"], "{base:?}");
        // Another field is another owner.
        let last = tempfile::tempdir().expect("a folder");
        let other = changed(last.path(), |_, text| {
            text.replace("version = 1", "version = 3")
                .replace("owner = \"user_id\"", "owner = \"title\"")
        });
        let served = served.beside_with(&other);
        let page = served.signed_in("pia@example.com").get("/v1/mine/trips").is(200).json();
        assert_eq!(page["items"], json!([]), "{base:?}");
    }
}
