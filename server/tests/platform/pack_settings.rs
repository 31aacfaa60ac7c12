//! What tenants set of their packs, and what is set for all tenants of one: checked by the pack, explained, and kept apart.

use ratebook_server_testing::{Answer, Base, Client, Served};
use serde_json::{Value, json};

const KEY: &str = "a key that nobody sees";

fn setting(pack: &mut Value) {
    pack["settings"]["api_key"] = json!({"kind": "secret"});
    pack["settings"]["deposit"] =
        json!({"kind": "money", "currency": "EUR", "default": {"amount": "50", "currency": "EUR"}});
    let letters = pack["mail"].as_array_mut().expect("letters");
    letters.push(json!({
        "name": "asks", "entity": "tag", "as_role": "owner_of_letters", "to": [{"role": "admin"}],
        "fields": ["name", "settings.support_email", "settings.late_days", "settings.deposit"],
        "words": {"en": {
            "subject": "{{ name }}: {{ settings.late_days }}",
            "text": "{% if settings.support_email %}Write to {{ settings.support_email }}{% else %}Call us{% endif %}, {{ settings.deposit | money }}.",
        }},
    }));
    pack["roles"]["owner_of_letters"] = json!({"allow": ["tags:read"]});
}

fn on_both(test: impl Fn(&Served)) {
    for base in [Base::Sqlite, Base::Postgres] {
        test(&Served::start_by(base, setting));
    }
}

const OWN: &str = "/v1/settings";
const FOR_ALL: &str = "/v1/packs/workbench/settings";

fn of(answer: &Value, name: &str) -> Value {
    let mut items = answer["items"].as_array().expect("settings").iter();
    items.find(|item| item["name"] == name).expect("a setting").clone()
}

fn holds(client: &Client, name: &str) -> (Value, Value) {
    let own = of(&client.get(OWN).is(200).json(), name);
    (own["value"].clone(), own["whence"].clone())
}

fn preview(client: &Client, tag: &str) -> Value {
    client
        .post("/v1/mail/preview", &json!({"letter": "asks", "id": tag}))
        .is(200)
        .json()
}

fn matched(client: &Client, tag: &str, change: &Value) -> Answer {
    client.ask("PATCH", OWN, Some(change), &[("if-match", tag)])
}

#[test]
fn a_tenant_is_stronger_than_the_operator_and_the_operator_than_the_pack() {
    on_both(|served| {
        let operator = served.operator();
        let (ann, eve) = (served.tenant(&operator, "acme"), served.tenant(&operator, "globex"));
        assert_eq!(holds(&ann, "late_days"), (json!(7), json!("pack")));
        assert_eq!(holds(&ann, "support_email"), (Value::Null, Value::Null));
        let told = operator.patch(FOR_ALL, &json!({"late_days": 14})).is(200).json();
        assert_eq!(of(&told, "late_days")["whence"], "operator", "{told}");
        assert_eq!(holds(&ann, "late_days"), (json!(14), json!("operator")));
        let told = ann.patch(OWN, &json!({"late_days": 3})).is(200).json();
        assert_eq!(
            of(&told, "late_days")["layers"],
            json!([
                {"layer": "tenant", "value": 3, "fault": null},
                {"layer": "operator", "value": 14, "fault": null},
                {"layer": "pack", "value": 7, "fault": null},
            ])
        );
        // Another tenant has its own, and what holds for all.
        assert_eq!(holds(&eve, "late_days"), (json!(14), json!("operator")));
        ann.patch(OWN, &json!({"late_days": null})).is(200);
        assert_eq!(holds(&ann, "late_days"), (json!(14), json!("operator")));
        operator.patch(FOR_ALL, &json!({"late_days": null})).is(200);
        assert_eq!(holds(&ann, "late_days"), (json!(7), json!("pack")));
        // Whatever server is asked says the same at once.
        let beside = served.beside_by(setting);
        ann.patch(OWN, &json!({"late_days": 5})).is(200);
        assert_eq!(
            holds(&ann.clone().elsewhere(beside.url()), "late_days"),
            (json!(5), json!("tenant"))
        );
    });
}

#[test]
fn a_change_is_checked_by_what_the_pack_says() {
    on_both(|served| {
        let ann = served.tenant(&served.operator(), "acme");
        let before = ann.get(OWN).is(200).json();
        for (change, code, path) in [
            (json!({"late_day": 3}), "request.unknown", "/change/late_day"),
            (json!({"late_days": 61}), "request.range", "/change/late_days"),
            (json!({"late_days": "3"}), "request.type", "/change/late_days"),
            (
                json!({"support_email": "nobody"}),
                "request.type",
                "/change/support_email",
            ),
            (
                json!({"deposit": {"amount": "5", "currency": "USD"}}),
                "money.currency_mismatch",
                "/change/deposit/currency",
            ),
            (
                json!({"api_key": "********"}),
                "records.not_writable",
                "/change/api_key",
            ),
        ] {
            let refused = ann.patch(OWN, &change).fails(422, code).json();
            assert_eq!(refused["path"], path, "{refused}");
        }
        // One that is wrong keeps all others from being kept.
        ann.patch(OWN, &json!({"late_days": 3, "deposit": 5}))
            .fails(422, "request.type");
        assert_eq!(ann.get(OWN).is(200).json(), before);
        // Somebody else has changed them meanwhile.
        let tag = ann.get(OWN).header("etag").expect("a tag").to_owned();
        let changed = matched(&ann, &tag, &json!({"late_days": 3})).is(200);
        assert_ne!(changed.header("etag"), Some(tag.as_str()));
        matched(&ann, &tag, &json!({"late_days": 4})).fails(412, "records.version");
        let own = changed.header("etag").expect("a tag").to_owned();
        matched(&ann, &own, &json!({"late_days": 4})).is(200);
        matched(&ann, "three", &json!({"late_days": 5})).fails(422, "request.range");
        // What is the same has not changed.
        let tag = ann.get(OWN).header("etag").expect("a tag").to_owned();
        assert_eq!(
            ann.patch(OWN, &json!({"late_days": 4})).is(200).header("etag"),
            Some(tag.as_str())
        );
    });
}

#[test]
fn who_may_is_said_by_their_role_and_what_was_done_stands_in_the_audit() {
    on_both(|served| {
        let operator = served.operator();
        let ann = served.tenant(&operator, "acme");
        let support = served.member(&ann, "support@example.com", &["support"]);
        support.get(OWN).fails(403, "tenancy.permission_missing");
        support
            .patch(OWN, &json!({"late_days": 3}))
            .fails(403, "tenancy.permission_missing");
        ann.get(FOR_ALL).fails(403, "tenancy.permission_missing");
        ann.patch(FOR_ALL, &json!({"late_days": 3}))
            .fails(403, "tenancy.permission_missing");
        operator.get("/v1/packs/none/settings").fails(404, "records.not_found");
        ann.patch(OWN, &json!({"late_days": 3, "api_key": KEY})).is(200);
        let told = ann.get("/v1/audit?entity=settings&limit=10").is(200).json();
        let entry = &told["items"][0];
        assert_eq!(entry["action"], "changed", "{told}");
        assert_eq!(
            entry["changes"],
            json!([
                {"field": "api_key", "before": null, "after": "********"},
                {"field": "late_days", "before": null, "after": 3},
            ])
        );
        assert_eq!(told["items"].as_array().map(Vec::len), Some(1), "{told}");
    });
}

#[test]
fn a_secret_is_never_given_back_nor_kept_open() {
    on_both(|served| {
        let operator = served.operator();
        let ann = served.tenant(&operator, "acme");
        let told = ann.patch(OWN, &json!({"api_key": KEY})).is(200);
        assert!(!told.text().contains(KEY), "{}", told.text());
        assert_eq!(of(&told.json(), "api_key")["value"], "********");
        assert!(!ann.get(OWN).text().contains(KEY));
        let told = operator.patch(FOR_ALL, &json!({"api_key": KEY})).is(200);
        assert!(!told.text().contains(KEY), "{}", told.text());
        // Taken away, the one that is set for all holds.
        ann.patch(OWN, &json!({"api_key": null})).is(200);
        assert_eq!(holds(&ann, "api_key"), (json!("********"), json!("operator")));
        operator.patch(FOR_ALL, &json!({"api_key": null})).is(200);
        assert_eq!(holds(&ann, "api_key"), (Value::Null, Value::Null));
    });
}

#[test]
fn a_letter_says_what_the_tenant_has_set() {
    on_both(|served| {
        let operator = served.operator();
        let ann = served.tenant(&operator, "acme");
        let tag = ann.post("/v1/tags", &json!({"name": "blue"})).is(201).json()["id"].clone();
        let tag = tag.as_str().expect("an id");
        let told = preview(&ann, tag);
        assert_eq!(
            (&told["subject"], &told["text"]),
            (&json!("blue: 7"), &json!("Call us, 50.00 EUR.")),
            "{told}"
        );
        let change = json!({"support_email": "desk@example.com", "late_days": 9, "deposit": {"amount": "75.5", "currency": "EUR"}});
        ann.patch(OWN, &change).is(200);
        let told = preview(&ann, tag);
        assert_eq!(
            (&told["subject"], &told["text"]),
            (&json!("blue: 9"), &json!("Write to desk@example.com, 75.50 EUR.")),
            "{told}"
        );
    });
}
