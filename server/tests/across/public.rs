//! What is public: the listings of all houses, and nothing else of them.

use crate::mine::changed;
use crate::support::{Chance, Market, text};
use ratebook_server::records::sweep;
use ratebook_server_testing::{Base, Client, Served};
use serde_json::{Value, json};

fn offer(house: &Client, body: &Value) -> String {
    text(&house.post("/v1/offers", body).is(201).json(), "id")
}

fn titles(anybody: &Client, query: &str) -> Vec<String> {
    let page = anybody.get(&format!("/v1/public/offers?{query}")).is(200).json();
    let items = page["items"].as_array().expect("a list");
    items.iter().map(|one| text(one, "title")).collect()
}

fn money(amount: &str) -> Value {
    json!({"amount": amount, "currency": "EUR"})
}

#[test]
fn everybody_lists_filters_and_searches_what_is_public_and_names_nothing_else() {
    for market in Market::both() {
        let (ann, bob) = (market.house("ann"), market.house("bob"));
        let sea = market
            .operator
            .post("/v1/categories", &json!({"code": "sea", "name": "By the sea"}))
            .is(201)
            .json();
        let room = json!({"title": "Blue room", "summary": {"en": "Sea view", "de": "Meerblick"}, "price": money("120.00"), "nights": 2,
                          "category_id": sea["id"], "cost": money("60"), "note": "hidden words", "phone": "+4930123456"});
        let id = offer(&ann, &room);
        offer(
            &ann,
            &json!({"title": "Attic", "price": money("80"), "nights": 1, "is_open": false}),
        );
        offer(&bob, &json!({"title": "Hut", "price": money("45.50"), "nights": 3}));
        let anybody = market.served.anybody();
        assert_eq!(
            titles(&anybody, "sort=title"),
            ["Attic", "Blue room", "Hut"],
            "{}",
            market.name
        );
        assert_eq!(titles(&anybody, ""), ["Hut", "Attic", "Blue room"]);
        assert_eq!(titles(&anybody, "sort=price%20EUR"), ["Hut", "Attic", "Blue room"]);
        assert_eq!(titles(&anybody, "nights_first=2&sort=nights"), ["Blue room", "Hut"]);
        assert_eq!(titles(&anybody, "is_open=false"), ["Attic"]);
        assert_eq!(
            titles(&anybody, &format!("category_id={}", text(&sea, "id"))),
            ["Blue room"]
        );
        assert_eq!(titles(&anybody, "q=ROOM"), ["Blue room"]);
        assert_eq!(titles(&anybody, "q=hidden"), Vec::<String>::new());
        assert_eq!(
            titles(&anybody, "where=has(nights)%20%26%26%20nights%20%3E%202"),
            ["Hut"]
        );
        let page = anybody
            .get("/v1/public/offers?q=blue&total=true&facets=is_open")
            .is(200)
            .json();
        assert_eq!(page["total"], 1);
        let shown = &page["items"][0];
        let names: Vec<&String> = shown.as_object().expect("a record").keys().collect();
        let all = [
            "category_id",
            "created_at",
            "headline",
            "id",
            "is_open",
            "nights",
            "price",
            "record_id",
            "summary",
            "tenant",
            "title",
        ];
        let mut names: Vec<&str> = names.into_iter().map(String::as_str).collect();
        names.sort_unstable();
        assert_eq!(names, all, "{shown}");
        assert_eq!(shown["summary"], room["summary"]);
        assert_eq!(
            (&shown["record_id"], &shown["tenant"]["slug"]),
            (&json!(id), &json!("ann"))
        );
        assert_eq!(
            (&shown["price"]["amount"], &shown["headline"]),
            (&json!("120.00"), &json!("Blue room"))
        );
        let one = anybody
            .get(&format!("/v1/public/offers/{}", text(shown, "id")))
            .is(200)
            .json();
        assert_eq!(&one, shown);
        anybody
            .get(&format!("/v1/public/offers/{id}"))
            .fails(404, "records.not_found");
        // What is not public is not there, whatever it is.
        for name in ["cost", "note", "phone", "region_id", "no_such"] {
            for query in [
                format!("{name}=1"),
                format!("sort={name}"),
                format!("fields={name}"),
                format!("where={name}%20%3D%3D%20null"),
            ] {
                let told = anybody.get(&format!("/v1/public/offers?{query}"));
                assert_eq!(told.status, 422, "{query}: {}", told.text());
            }
        }
        let same = |name: &str| {
            anybody.get(&format!("/v1/public/offers?{name}=1")).json()["detail"]
                .to_string()
                .replace(name, "NAME")
        };
        assert_eq!(same("cost"), same("none"));
        // Page by page is the whole.
        let (mut paged, mut cursor) = (Vec::new(), String::new());
        loop {
            let page = anybody
                .get(&format!("/v1/public/offers?sort=-price%20EUR&limit=1{cursor}"))
                .is(200)
                .json();
            paged.extend(
                page["items"]
                    .as_array()
                    .expect("a list")
                    .iter()
                    .map(|one| text(one, "title")),
            );
            match page["next_cursor"].as_str() {
                Some(next) => cursor = format!("&cursor={next}"),
                None => break,
            }
        }
        assert_eq!(paged, ["Blue room", "Attic", "Hut"]);
        // The platform's own records can be public too.
        let page = anybody.get("/v1/public/categories").is(200).json();
        assert_eq!(
            (&page["items"][0]["code"], &page["items"][0]["tenant"]),
            (&json!("sea"), &Value::Null)
        );
        anybody.get("/v1/public/trips").fails(404, "request.unknown");
    }
}

#[test]
fn listings_follow_their_records_and_houses() {
    for market in Market::both() {
        let (ann, bob) = (market.house("ann"), market.house("bob"));
        // Whoever brings an id brings it for their own house.
        let id = "01890a5d-ac96-774b-bcce-b302099a8057";
        offer(&ann, &json!({"id": id, "title": "Room", "summary": {"en": "Small"}}));
        offer(&bob, &json!({"id": id, "title": "Hut"}));
        let anybody = market.served.anybody();
        assert_eq!(titles(&anybody, "sort=title"), ["Hut", "Room"], "{}", market.name);
        let path = format!("/v1/offers/{id}");
        ann.patch(&path, &json!({"title": "Great room", "summary": {"de": "Groß"}}))
            .is(200);
        assert_eq!(titles(&anybody, "q=great"), ["Great room"]);
        let page = anybody.get("/v1/public/offers?q=great").is(200).json();
        assert_eq!(page["items"][0]["summary"], json!({"de": "Groß"}));
        ann.delete(&path).is(204);
        assert_eq!(titles(&anybody, ""), ["Hut"]);
        ann.post(&format!("{path}/restore"), &json!({})).is(200);
        assert_eq!(titles(&anybody, "sort=title"), ["Great room", "Hut"]);
        market.set_state("ann", "suspended");
        assert_eq!(titles(&anybody, "sort=title"), ["Hut"]);
        let page = anybody
            .get("/v1/public/offers?total=true&facets=is_open")
            .is(200)
            .json();
        assert_eq!(
            (&page["total"], &page["facets"]["is_open"][0]["count"]),
            (&json!(1), &json!(1)),
            "{page}"
        );
        market.set_state("ann", "active");
        assert_eq!(titles(&anybody, "sort=title"), ["Great room", "Hut"]);
    }
}

#[test]
fn listings_of_a_house_that_is_erased_are_gone() {
    for market in Market::both() {
        let (ann, bob) = (market.house("ann"), market.house("bob"));
        for (house, title) in [(&ann, "Room"), (&bob, "Hut")] {
            offer(
                house,
                &json!({"title": title, "summary": {"en": "Small", "de": "Klein"}}),
            );
        }
        let me = ann.get("/v1/auth/me").is(200).json();
        let own = text(&me["memberships"][0]["tenant"], "id").replace('-', "");
        let listed = || {
            let tables = market.served.all_rows();
            let listings = tables.into_iter().filter(|(name, _)| name.contains("__0public__"));
            let rows = listings.flat_map(|(_, rows)| rows);
            let (mut gone, mut left) = (0, 0);
            // Each says whose it is, but for the counter of an index.
            let owners = rows.filter_map(|row| row.get("listed_by").or(row.get("tenant_id")).cloned());
            for owner in owners {
                *(if owner == own.as_str() { &mut gone } else { &mut left }) += 1;
            }
            (gone, left)
        };
        let (before, others) = listed();
        assert!(before > 0 && others == before, "{}: {before}, {others}", market.name);
        market.set_state("ann", "deleting");
        market.served.pass(91 * 86_400);
        let swept = market
            .served
            .wait_for(sweep::deleted_tenants(market.served.app(), (100, 100)));
        assert!(swept.expect("the sweep") > 0);
        assert_eq!(listed(), (0, others), "{}", market.name);
        assert_eq!(titles(&market.served.anybody(), ""), ["Hut"]);
    }
}

/// Everything that everybody can be told, byte for byte.
fn told(anybody: &Client, ids: &[String]) -> Vec<String> {
    let lists = [
        "/v1/public/offers",
        "/v1/public/offers?sort=price%20EUR&limit=3&total=true&sums=price,nights&facets=is_open,nights",
        "/v1/public/offers?q=o&total=true",
        "/v1/public/offers?updated_at_first=2020-01-01T00:00:00Z&sort=updated_at",
        "/v1/public/offers?where=has(nights)%20%26%26%20nights%20%3E%201&sort=-title",
        "/v1/public/offers?cost=1",
        "/v1/public/offers?sort=note",
    ];
    let ones = ids.iter().map(|id| format!("/v1/public/offers/{id}"));
    let paths = lists.into_iter().map(str::to_owned).chain(ones);
    paths
        .map(|path| {
            let (status, _, body) = anybody.get(&path).without_trace();
            format!("{status} {body}")
        })
        .collect()
}

#[test]
fn what_is_not_public_changes_no_byte_of_what_is() {
    for market in Market::both() {
        let (ann, bob) = (market.house("ann"), market.house("bob"));
        let mut chance = Chance::new(11);
        let mut all = Vec::new();
        for number in 0..8 {
            let house = if chance.yes() { &ann } else { &bob };
            let body = json!({"title": format!("Room {number}"), "nights": chance.below(4), "price": money(&chance.below(200).to_string()),
                              "is_open": chance.yes()});
            all.push((house.clone(), offer(house, &body)));
        }
        let anybody = market.served.anybody();
        let page = anybody.get("/v1/public/offers?limit=100").is(200).json();
        let ids: Vec<String> = page["items"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|one| text(one, "id"))
            .collect();
        assert_eq!(ids.len(), 8);
        let before = told(&anybody, &ids);
        let region = text(
            &market
                .operator
                .post("/v1/regions", &json!({"name": "North"}))
                .is(201)
                .json(),
            "id",
        );
        for _ in 0..24 {
            let (house, id) = &all[chance.below(all.len())];
            let change = match chance.below(5) {
                0 => json!({"cost": money(&chance.below(500).to_string())}),
                1 => json!({"note": format!("room {} o o", chance.below(1_000))}),
                2 => json!({"phone": format!("+49301{:06}", chance.below(1_000_000))}),
                3 => json!({"region_id": region}),
                _ => json!({"cost": null, "note": null, "region_id": null}),
            };
            house.patch(&format!("/v1/offers/{id}"), &change).is(200);
            assert_eq!(told(&anybody, &ids), before, "{}: {change}", market.name);
        }
        // The same that is looked for is found when something public changes.
        let (house, id) = &all[0];
        house.patch(&format!("/v1/offers/{id}"), &json!({"nights": 99})).is(200);
        assert_ne!(told(&anybody, &ids), before);
    }
}

/// Each wall is tested with the other one down: in the role of tenants, listings of others can neither be read nor written.
#[test]
fn the_role_of_tenants_writes_its_own_listings_alone() {
    let market = Market::on(Base::Postgres);
    let (ann, bob) = (market.house("ann"), market.house("bob"));
    offer(&ann, &json!({"title": "Room", "summary": {"en": "Small"}}));
    offer(&bob, &json!({"title": "Hut", "summary": {"en": "Wooden"}}));
    market.postgres(async |connection| {
        let own = "SELECT set_config('app.tenant', (SELECT id::text FROM tenants WHERE slug = 'ann'), false)";
        sqlx::raw_sql(own).execute(&mut *connection).await.expect("a tenant");
        sqlx::raw_sql("SET ROLE ratebook_tenant")
            .execute(&mut *connection)
            .await
            .expect("a role");
        for table in ["market__0public__offer", "market__0public__offer__summary", "owned"] {
            let count = sqlx::AssertSqlSafe(format!("SELECT count(*) FROM {table}"));
            let count: i64 = sqlx::query_scalar(count)
                .fetch_one(&mut *connection)
                .await
                .expect("a number");
            assert_eq!(count, i64::from(table != "owned"), "{table}");
        }
        let changed = sqlx::raw_sql("UPDATE market__0public__offer SET title = 'mine'")
            .execute(&mut *connection)
            .await;
        assert_eq!(changed.expect("its own").rows_affected(), 1);
        let stolen = "UPDATE market__0public__offer SET listed_by = '00000000-0000-0000-0000-000000000000'";
        let told = sqlx::raw_sql(stolen)
            .execute(&mut *connection)
            .await
            .expect_err("another's")
            .to_string();
        assert!(told.contains("row-level security"), "{told}");
    });
}

#[test]
fn listings_are_made_of_the_records_that_there_are_when_other_fields_become_public() {
    for base in [Base::Sqlite, Base::Postgres] {
        let place = tempfile::tempdir().expect("a folder");
        let before = changed(place.path(), |_, text| {
            let lines = text.lines().filter(|line| !line.starts_with("public = "));
            lines.map(|line| format!("{line}\n")).collect()
        });
        let served = Served::with(base, &before);
        let operator = served.operator();
        let (ann, bob) = (served.tenant(&operator, "ann"), served.tenant(&operator, "bob"));
        operator
            .post("/v1/categories", &json!({"code": "sea", "name": "Sea"}))
            .is(201);
        offer(&ann, &json!({"title": "Room", "summary": {"en": "Small"}, "nights": 2}));
        let gone = offer(&ann, &json!({"title": "Gone"}));
        ann.delete(&format!("/v1/offers/{gone}")).is(204);
        offer(&bob, &json!({"title": "Hut"}));
        served.anybody().get("/v1/public/offers").fails(404, "request.unknown");
        let later = tempfile::tempdir().expect("a folder");
        let after = changed(later.path(), |_, text| text.replace("version = 1", "version = 2"));
        let served = served.beside_with(&after);
        assert_eq!(titles(&served.anybody(), "sort=title"), ["Hut", "Room"], "{base:?}");
        let page = served.anybody().get("/v1/public/offers?q=room").is(200).json();
        assert_eq!(
            (&page["items"][0]["nights"], &page["items"][0]["summary"]),
            (&json!(2), &json!({"en": "Small"}))
        );
        assert_eq!(
            served.anybody().get("/v1/public/categories?total=true").is(200).json()["total"],
            1
        );
        // What is public no more is gone.
        let last = tempfile::tempdir().expect("a folder");
        let fewer = changed(last.path(), |_, text| {
            text.replace("version = 1", "version = 3").replace("\"nights\", ", "")
        });
        let served = served.beside_with(&fewer);
        let page = served.anybody().get("/v1/public/offers?q=room").is(200).json();
        assert!(
            page["items"][0].get("nights").is_none() && page["items"][0]["title"] == "Room",
            "{page}"
        );
    }
}

#[test]
fn the_document_tells_what_is_mine_and_what_is_public() {
    let market = Market::on(Base::Sqlite);
    let ann = market.house("ann");
    offer(&ann, &json!({"title": "Room"}));
    let document = ann.get("/v1/openapi.json").is(200).json();
    let list = &document["paths"]["/v1/public/offers"]["get"];
    assert_eq!(
        (&list["security"], &list["operationId"]),
        (&json!([]), &json!("public.offer.list")),
        "{list}"
    );
    let told = list.to_string();
    assert!(
        told.contains("PublicOfferPage") && told.contains("nights_first") && !told.contains("cost"),
        "{told}"
    );
    let schema = &document["components"]["schemas"]["PublicOffer"]["properties"];
    let shown = market.served.anybody().get("/v1/public/offers").is(200).json();
    let names = |value: &Value| {
        value
            .as_object()
            .expect("an object")
            .keys()
            .cloned()
            .collect::<Vec<_>>()
    };
    let sorted = |mut names: Vec<String>| {
        names.sort();
        names
    };
    assert_eq!(sorted(names(schema)), sorted(names(&shown["items"][0])));
    assert!(document["paths"]["/v1/mine/trips"]["get"].is_object() && document["paths"]["/v1/mine/offers"].is_null());
    assert!(document["paths"]["/v1/public/trips"].is_null());
}

#[test]
fn what_is_only_tried_out_is_shown_to_nobody() {
    for market in Market::both() {
        let ann = market.house("ann");
        offer(&ann, &json!({"title": "Hut", "price": money("45.50"), "nights": 3}));
        let tenants = market.operator.get("/v1/tenants").is(200).json();
        let path = format!("/v1/tenants/{}/sandboxes", text(&tenants["items"][0], "id"));
        market.operator.post(&path, &json!({"slug": "ann-try"})).is(201);
        let within = market.operator.clone().at("ann-try");
        offer(&within, &json!({"title": "Castle", "price": money("1"), "nights": 1}));
        let anybody = market.served.anybody();
        assert_eq!(titles(&anybody, "sort=title"), ["Hut"], "{}", market.name);
        let page = anybody.get("/v1/public/offers?total=true").is(200).json();
        assert_eq!(page["total"], 1, "{}", market.name);
    }
}
