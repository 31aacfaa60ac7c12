//! What records say of one person, and who is given it.

use ratebook_server_testing::{Base, Client, Served};
use serde_json::{Value, json};

fn made(owner: &Client, plural: &str, body: &Value) -> String {
    let made = owner.post(&format!("/v1/{plural}"), body).is(201).json();
    made["id"].as_str().expect("an id").to_owned()
}

#[test]
fn everything_of_one_person_is_given_out_and_nothing_of_another() {
    Served::on_both(|served| {
        let owner = served.tenant(&served.operator(), "acme");
        let plan = json!({"name": "Home 50", "download_mbps": 50, "upload_mbps": 10, "price": {"amount": "29.99", "currency": "EUR"}});
        let plan = made(&owner, "service-plans", &plan);
        let subscriber = |name: &str, email: &str| {
            let new = json!({"name": name, "email": email, "phone": "+49301234567", "address": "Hill 3", "born_on": "1990-02-03",
                             "pppoe_password": "hush hush", "service_plan_id": plan});
            made(&owner, "subscribers", &new)
        };
        let (ana, eva) = (
            subscriber("Ana", "ana@example.com"),
            subscriber("Eva", "eva@example.com"),
        );
        let export = |who: &Client, body: &Value| who.post("/v1/privacy/export", body);
        let told = export(&owner, &json!({"person": ana})).is(200);
        let records = &told.json()["records"];
        assert_eq!(records["subscriber"].as_array().map(Vec::len), Some(1), "{records}");
        assert_eq!(records["subscriber"][0]["email"], "ana@example.com");
        for word in ["eva@example.com", "hush", "1990-02-03", "****"] {
            assert!(!told.text().contains(word), "{word}");
        }
        let whole = export(&owner, &json!({"person": ana, "include": ["sensitive"]})).is(200);
        assert!(whole.text().contains("1990-02-03") && !whole.text().contains("hush"));
        // One that was deleted is kept, and so it is told.
        owner.delete(&format!("/v1/subscribers/{eva}"));
        let told = export(&owner, &json!({"person": eva})).is(200);
        assert!(told.text().contains("eva@example.com"));
        let entries = owner.get("/v1/audit?limit=100").is(200).json();
        let entries = entries["items"].as_array().expect("a list");
        let exported = entries.iter().filter(|entry| entry["action"] == "exported");
        assert_eq!(
            exported.filter(|entry| entry["changes"] == json!([])).count(),
            3,
            "{entries:?}"
        );
        // Who may not see what is personal, or not all kinds of records, and who is nobody.
        let support = served.member(&owner, "sue@example.com", &["support"]);
        export(&support, &json!({"person": ana})).is(403);
        export(&owner, &json!({"person": "01890a5d-ac96-774b-bcce-b302099a8057"})).is(404);
        export(&owner, &json!({"person": "ana"})).is(422);
        export(&owner, &json!({"person": ana, "include": ["everything"]})).is(422);
    });
}

/// Somebody who may see what is personal, and neither telephones nor who works on tickets.
fn with_a_mask_of_its_own(pack: &mut Value) {
    let entities = pack["entities"].as_array_mut().expect("entities");
    let subscriber = entities.iter_mut().find(|entity| entity["name"] == "subscriber");
    subscriber.expect("a subscriber")["masks"] = json!([
        {"fields": ["/email"], "unless": "personal:read"},
        {"fields": ["/phone"], "unless": "routers:operate"},
    ]);
    pack["roles"]["officer"] =
        json!({"allow": ["personal:read", "subscribers:read", "travellers:read", "bookings:read", "contacts:read"]});
}

#[test]
fn an_export_of_a_person_is_no_way_around_a_mask() {
    for base in [Base::Sqlite, Base::Postgres] {
        let served = Served::start_by(base, with_a_mask_of_its_own);
        let owner = served.tenant(&served.operator(), "acme");
        let plan = json!({"name": "Home 50", "download_mbps": 50, "upload_mbps": 10, "price": {"amount": "29.99", "currency": "EUR"}});
        let plan = made(&owner, "service-plans", &plan);
        let ana = json!({"name": "Ana", "email": "ana@example.com", "phone": "+49301234567", "address": "Hill 3", "service_plan_id": plan});
        let ana = made(&owner, "subscribers", &ana);
        let officer = served.member(&owner, "olga@example.com", &["officer"]);
        let shown = officer.get(&format!("/v1/subscribers/{ana}")).is(200).json();
        assert_eq!(
            (&shown["email"], &shown["phone"]),
            (&json!("ana@example.com"), &json!("********"))
        );
        let refused = officer.post("/v1/privacy/export", &json!({"person": ana}));
        let refused = refused.fails(403, "tenancy.permission_missing").text();
        assert!(
            refused.contains("`phone`, `technicians` of `subscriber`") && !refused.contains("+4930"),
            "{refused}"
        );
        let told = owner.post("/v1/privacy/export", &json!({"person": ana})).is(200);
        assert!(told.text().contains("+49301234567"));
    }
}
