//! What policies of a pack do: a change that does not keep one is refused or told, and records that do not keep one are found.

use ratebook_server_testing::{Base, Client, Served};
use serde_json::{Value, json};

fn strict(pack: &mut Value) {
    pack["policies"] = json!([
        {"id": "early", "entity": "subscriber", "kind": "cost", "condition": "billing_day <= 28", "effect": "deny",
         "message": "bills are written by the 28th", "field": "billing_day", "figure": "billing_day", "limit": "28"},
        {"id": "abroad", "entity": "subscriber", "kind": "resource", "condition": "!has(country) || country == 'DE'", "effect": "warn",
         "message": "a line abroad"},
        {"id": "spoken", "entity": "tag", "kind": "security", "condition": "!has(label) || label != 'root'", "effect": "deny", "message": "not that one"},
    ]);
    let entities = pack["entities"].as_array_mut().expect("entities");
    let tag = entities
        .iter_mut()
        .find(|entity| entity["name"] == "tag")
        .expect("tags");
    tag["fields"]["label"] = json!({"kind": "text"});
    tag["masks"] = json!([{"fields": ["/label"], "unless": "personal:read"}]);
}

fn id_of(record: &Value) -> String {
    record["id"].as_str().expect("an id").to_owned()
}

fn new(owner: &Client, more: &Value) -> Value {
    let plan = json!({
        "name": format!("Home {more}"), "download_mbps": 100, "upload_mbps": 20, "cycle": "monthly",
        "price": {"amount": "29.90", "currency": "EUR"}, "is_active": true,
    });
    let plan = id_of(&owner.post("/v1/service-plans", &plan).is(201).json());
    let mut new = json!({"name": "Ada", "phone": "+34600000000", "address": "Calle Mayor 1", "service_plan_id": plan});
    new.as_object_mut()
        .expect("fields")
        .extend(more.as_object().expect("fields").clone());
    new
}

/// How often the history of a subscriber tells of a policy.
fn told(owner: &Client, id: &str, policy: &str) -> usize {
    let history = owner.get(&format!("/v1/subscribers/{id}/history")).is(200).json();
    let items = history["items"].as_array().expect("a list").clone();
    let word = format!("subscriber:policy:{policy}");
    items.iter().filter(|entry| entry["action"] == word.as_str()).count()
}

#[test]
fn a_change_that_does_not_keep_a_policy_is_refused_or_told() {
    for base in [Base::Sqlite, Base::Postgres] {
        let served = Served::start_by(base, strict);
        let owner = served.tenant(&served.operator(), "acme");
        let late = owner.post("/v1/subscribers", &new(&owner, &json!({"billing_day": 30})));
        let late = late.fails(422, "records.check").json();
        assert_eq!(late["errors"][0]["path"], "/billing_day", "{late}");
        assert_eq!(late["errors"][0]["message"], "bills are written by the 28th", "{late}");

        let abroad = owner.post("/v1/subscribers", &new(&owner, &json!({"country": "FR"})));
        let abroad = id_of(&abroad.is(201).json());
        let home = owner.post(
            "/v1/subscribers",
            &new(&owner, &json!({"country": "DE", "phone": "+34600000001"})),
        );
        let home = id_of(&home.is(201).json());
        assert_eq!((told(&owner, &abroad, "abroad"), told(&owner, &home, "abroad")), (1, 0));
        let path = |id: &str| format!("/v1/subscribers/{id}");
        // What it does not look at changes nothing of it.
        owner.patch(&path(&abroad), &json!({"name": "Ada Byron"})).is(200);
        owner
            .patch(&path(&home), &json!({"billing_day": 29}))
            .fails(422, "records.check");
        owner.patch(&path(&home), &json!({"billing_day": 28})).is(200);
        assert_eq!((told(&owner, &abroad, "abroad"), told(&owner, &home, "early")), (1, 0));
        owner.patch(&path(&abroad), &json!({"country": "ES"})).is(200);
        assert_eq!(told(&owner, &abroad, "abroad"), 2);

        let kept = owner.get("/v1/subscribers/policies").is(200).json();
        let of = |place: usize| {
            (
                kept["items"][place]["id"].clone(),
                kept["items"][place]["breached"].clone(),
            )
        };
        assert_eq!(
            (of(0), of(1)),
            ((json!("early"), json!(0)), (json!("abroad"), json!(1))),
            "{kept}"
        );
        assert_eq!(kept["items"][1]["records"], json!([abroad]));
        assert_eq!(owner.get("/v1/tickets/policies").is(200).json(), json!({"items": []}));
    }
}

#[test]
fn whoever_does_not_see_what_a_policy_looks_at_learns_nothing_by_it() {
    for base in [Base::Sqlite, Base::Postgres] {
        let served = Served::start_by(base, |pack| {
            strict(pack);
            pack.as_object_mut().expect("a pack").remove("automation");
            pack["roles"]["support"]["allow"] = json!(["tags:read", "tags:write"]);
        });
        let owner = served.tenant(&served.operator(), "acme");
        owner.post("/v1/tags", &json!({"name": "one", "label": "fine"})).is(201);
        let support = served.member(&owner, "sue@example.com", &["support"]);
        owner.get("/v1/tags/policies").is(200);
        let asked = support.get("/v1/tags/policies");
        assert!(matches!(asked.status, 403 | 422), "{asked:?}");
        owner
            .post("/v1/tags", &json!({"name": "two", "label": "root"}))
            .fails(422, "records.check");
    }
}
