//! Records of the platform: who runs the installation writes them, tenants read them and link to them, and nothing leads back.

use crate::support::{Market, account, text};
use ratebook_server_testing::Base;
use serde_json::{Value, json};

#[test]
fn the_platforms_records_are_written_by_operators_and_read_by_tenants() {
    for market in Market::both() {
        let operator = &market.operator;
        let (ann, bob) = (market.house("ann"), market.house("bob"));
        let made = operator
            .post("/v1/categories", &json!({"code": "sea", "name": "By the sea"}))
            .is(201)
            .json();
        assert!(made.get("tenant_id").is_none(), "{made}");
        let path = format!("/v1/categories/{}", text(&made, "id"));
        for house in [&ann, &bob] {
            assert_eq!(house.get(&path).is(200).json()["name"], "By the sea", "{}", market.name);
            let page = house.get("/v1/categories?q=sea&total=true&sort=name").is(200).json();
            assert_eq!((&page["total"], &page["items"][0]["code"]), (&json!(1), &json!("sea")));
            for told in [
                house.post("/v1/categories", &json!({"code": "hills", "name": "Hills"})),
                house.patch(&path, &json!({"name": "Mine"})),
                house.delete(&path),
            ] {
                told.fails(403, "tenancy.permission_missing");
            }
            house
                .get(&format!("{path}/history"))
                .fails(403, "tenancy.permission_missing");
        }
        // What is unique is so over the whole platform.
        operator
            .post("/v1/categories", &json!({"code": "sea", "name": "Again"}))
            .fails(409, "records.taken");
        operator.patch(&path, &json!({"name": "At the sea"})).is(200);
        let told = operator.get(&format!("{path}/history")).is(200).json();
        let actions: Vec<&Value> = told["items"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|one| &one["action"])
            .collect();
        assert_eq!(actions, ["category:created", "category:updated"]);
        assert_eq!(told["items"][0]["actor"], account(operator));
        assert_eq!(ann.get(&path).is(200).json()["name"], "At the sea");
        // Numbers are counted for the platform, and no tenant's counter is touched.
        let numbers = [1, 2].map(|_| operator.post("/v1/regions", &json!({"name": "North"})).is(201).json());
        assert_eq!(
            (&numbers[0]["number"], &numbers[1]["number"]),
            (&json!("REG001"), &json!("REG002"))
        );
        let csv = operator.get("/v1/categories/export.csv").is(200).text();
        assert!(csv.contains("At the sea"), "{csv}");
    }
}

#[test]
fn whoever_comes_without_a_tenant_comes_to_nothing_of_tenants() {
    for market in Market::both() {
        let ann = market.house("ann");
        let offer = ann.post("/v1/offers", &json!({"title": "Room"})).is(201).json();
        let path = format!("/v1/offers/{}", text(&offer, "id"));
        for told in [
            market.operator.get("/v1/offers"),
            market.operator.get(&path),
            market.operator.post("/v1/offers", &json!({"title": "Mine"})),
            market.operator.delete(&path),
            market.operator.clone().at("ann").get(&path),
            market
                .operator
                .clone()
                .at("ann")
                .post("/v1/categories", &json!({"code": "a", "name": "A"})),
        ] {
            told.fails(403, "tenancy.wrong_tenant");
        }
        // Nor is anybody else one who runs the installation, with a tenant or without.
        let body = json!({"code": "a", "name": "A"});
        let mut stranger = ann.clone();
        stranger.tenant = None;
        stranger
            .post("/v1/categories", &body)
            .fails(403, "tenancy.permission_missing");
        market
            .served
            .anybody()
            .post("/v1/categories", &body)
            .fails(401, "tenancy.not_signed_in");
        market
            .served
            .anybody()
            .get("/v1/categories")
            .fails(401, "tenancy.not_signed_in");
        assert_eq!(
            market.operator.get("/v1/categories?total=true").is(200).json()["total"],
            0
        );
    }
}

#[test]
fn tenants_link_to_the_platforms_records_and_what_they_use_stays() {
    for market in Market::both() {
        let operator = &market.operator;
        let (ann, bob) = (market.house("ann"), market.house("bob"));
        let category = |code: &str| {
            let made = operator
                .post("/v1/categories", &json!({"code": code, "name": code}))
                .is(201);
            text(&made.json(), "id")
        };
        let (sea, hills) = (category("sea"), category("hills"));
        let offer = |title: &str, category: &str| json!({"title": title, "category_id": category});
        let room = ann.post("/v1/offers", &offer("Room", &sea)).is(201).json();
        bob.post("/v1/offers", &offer("Hut", &sea)).is(201);
        let shown = ann.get("/v1/offers?expand=category_id").is(200).json();
        assert_eq!(shown["expanded"]["category_id"][&sea]["name"], "sea", "{shown}");
        // One that is not active is not linked to, and one that is not there neither.
        operator
            .patch(&format!("/v1/categories/{hills}"), &json!({"is_active": false}))
            .is(200);
        ann.post("/v1/offers", &offer("Cave", &hills))
            .fails(422, "records.link");
        ann.post("/v1/offers", &offer("Cave", &text(&room, "id")))
            .fails(422, "records.link");
        // Those of all tenants that use it are counted, and none of them is named.
        let told = operator
            .delete(&format!("/v1/categories/{sea}"))
            .fails(409, "records.in_use")
            .json();
        assert_eq!(
            told["errors"][0]["details"],
            json!({"entity": "offer", "field": "category_id", "count": 2})
        );
        assert!(!told.to_string().contains(&text(&room, "id")));
        operator.delete(&format!("/v1/categories/{hills}")).is(204);
        // One that was deleted softly uses it still: it may come back.
        let page = bob.get("/v1/offers").is(200).json();
        bob.delete(&format!("/v1/offers/{}", text(&page["items"][0], "id")))
            .is(204);
        ann.patch(
            &format!("/v1/offers/{}", text(&room, "id")),
            &json!({"category_id": null}),
        )
        .is(200);
        let told = operator
            .delete(&format!("/v1/categories/{sea}"))
            .fails(409, "records.in_use")
            .json();
        assert_eq!(told["errors"][0]["details"]["count"], 1, "{}", market.name);
        // Records of the platform hang on each other as all do.
        let inner = json!({"code": "bay", "name": "Bay", "parent_id": sea});
        let bay = text(&operator.post("/v1/categories", &inner).is(201).json(), "id");
        let told = operator
            .delete(&format!("/v1/categories/{sea}"))
            .fails(409, "records.in_use")
            .json();
        assert!(told.to_string().contains("parent_id"), "{told}");
        operator.delete(&format!("/v1/categories/{bay}")).is(204);
    }
}

#[test]
fn what_is_deleted_softly_is_linked_to_by_nobody_anew() {
    for market in Market::both() {
        let (operator, ann) = (&market.operator, market.house("ann"));
        let made = operator.post("/v1/regions", &json!({"name": "North"})).is(201).json();
        let (id, offer) = (text(&made, "id"), json!({"title": "Room", "region_id": made["id"]}));
        let room = ann.post("/v1/offers", &offer).is(201).json();
        operator.delete(&format!("/v1/regions/{id}")).is(204);
        ann.get(&format!("/v1/regions/{id}")).is(404);
        ann.post("/v1/offers", &offer).fails(422, "records.link");
        let kept = ann.get(&format!("/v1/offers/{}", text(&room, "id"))).is(200).json();
        assert_eq!(kept["region_id"], id.as_str(), "{}", market.name);
        operator.post(&format!("/v1/regions/{id}/restore"), &json!({})).is(200);
        ann.post("/v1/offers", &offer).is(201);
    }
}

/// Each wall is tested with the other one down: the role in which tenants are served may read the platform's records and no more.
#[test]
fn the_role_of_tenants_only_reads_the_platforms_tables() {
    let market = Market::on(Base::Postgres);
    let made = market
        .operator
        .post("/v1/categories", &json!({"code": "sea", "name": "Sea"}))
        .is(201);
    let id = text(&made.json(), "id");
    market.postgres(async |connection| {
        let role = "SET ROLE ratebook_tenant";
        sqlx::raw_sql(role).execute(&mut *connection).await.expect("a role");
        let count = "SELECT count(*) FROM market__category";
        let count: i64 = sqlx::query_scalar(count)
            .fetch_one(&mut *connection)
            .await
            .expect("a number");
        assert_eq!(count, 1);
        for refused in [
            "UPDATE market__category SET name = 'mine'",
            "DELETE FROM market__category",
            "INSERT INTO market__region SELECT * FROM market__region",
            "TRUNCATE market__category",
        ] {
            let told = sqlx::raw_sql(refused).execute(&mut *connection).await;
            let told = told.expect_err(refused).to_string();
            assert!(told.contains("permission denied"), "{refused}: {told}");
        }
    });
    // What an earlier version gave is taken back at the next start.
    market.postgres(async |connection| {
        let text = "GRANT UPDATE, DELETE ON market__category TO ratebook_tenant";
        sqlx::raw_sql(text).execute(&mut *connection).await.expect("a grant");
    });
    let again = market.served.beside();
    market.postgres(async |connection| {
        let text = "SELECT has_table_privilege('ratebook_tenant', 'market__category', 'UPDATE, DELETE')";
        let may: bool = sqlx::query_scalar(text)
            .fetch_one(&mut *connection)
            .await
            .expect("an answer");
        assert!(!may);
    });
    let operator = again.signed_in("operator@example.com");
    assert_eq!(
        operator.get(&format!("/v1/categories/{id}")).is(200).json()["code"],
        "sea"
    );
}

/// The next version, in which regions are areas, and offers have a size.
fn areas(definition: &mut Value) {
    let entities = definition["entities"].as_array_mut().expect("entities");
    for entity in entities {
        match entity["name"].as_str() {
            Some("region") => {
                (entity["name"], entity["was"]) = ("area".into(), "region".into());
                let mut pin = entity["fields"]["pin"].take();
                pin["was"] = "pin".into();
                entity["fields"].as_object_mut().expect("fields").remove("pin");
                entity["fields"]["lock"] = pin;
            }
            Some("offer") => {
                entity["fields"]["region_id"]["entity"] = "area".into();
                entity["fields"]["size"] = json!({"kind": "integer"});
                entity["public"].as_array_mut().expect("a list").push("size".into());
            }
            _ => {}
        }
    }
    definition["version"] = 2.into();
}

#[test]
fn a_server_of_an_earlier_version_touches_nothing_that_belongs_to_no_tenant() {
    for market in Market::both() {
        let operator = &market.operator;
        let ann = market.house("ann");
        ann.post("/v1/offers", &json!({"title": "Room"})).is(201);
        let north = operator
            .post("/v1/regions", &json!({"name": "North", "pin": "4711"}))
            .is(201);
        let path = format!("/v1/areas/{}", text(&north.json(), "id"));
        assert_eq!(
            market
                .served
                .anybody()
                .get("/v1/public/offers?total=true")
                .is(200)
                .json()["total"],
            1
        );
        let new = market.served.beside_by(areas);
        for told in [
            operator.post("/v1/regions", &json!({"name": "South"})),
            operator.get("/v1/regions"),
            operator.post("/v1/categories", &json!({"code": "sea", "name": "By the sea"})),
            market.served.anybody().get("/v1/public/offers"),
            ann.get("/v1/offers"),
        ] {
            told.fails(503, "engine.busy");
        }
        // What is the platform's has gone along by its new name: its number, its history, its secret.
        let operator = new.signed_in("operator@example.com");
        let told = operator.get(&path).is(200).json();
        assert_eq!(
            (&told["number"], &told["lock"]),
            (&json!("REG001"), &json!("********")),
            "{}",
            market.name
        );
        let history = operator.get(&format!("{path}/history")).is(200).json();
        assert_eq!(history["items"][0]["action"], "region:created", "{history}");
        let south = operator.post("/v1/areas", &json!({"name": "South"})).is(201).json();
        assert_eq!(south["number"], "REG002", "{}", market.name);
        let changed = operator.patch(&path, &json!({"name": "Far north"})).is(200).json();
        assert_eq!(changed["lock"], "********");
        assert_eq!(
            new.anybody().get("/v1/public/offers?fields=size").is(200).json()["items"][0]["size"],
            Value::Null
        );
    }
}
