//! Packs: what loads, what does not, and what a list answers.

use ratebook::records::{Pack, PackDefinition, RecordDeleteRequest, RecordQuery};
use serde_json::{Value, json};

fn desk() -> Value {
    json!({
        "name": "desk",
        "permissions": ["personal:read"],
        "roles": {
            "admin": {"allow": ["*"]},
            "support": {"allow": ["tickets:read", "tickets:write", "customers:read"]},
            "technician": {}
        },
        "entities": [
            {"name": "customer", "fields": {
                "name": {"kind": "text", "required": true, "search": true, "sort": true},
                "phone": {"kind": "phone", "search": true, "filter": true},
                "balance": {"kind": "money", "currency": "EUR", "filter": true}
            }, "masks": [{"fields": ["/phone"], "unless": "personal:read"}]},
            {"name": "ticket", "soft_delete": {}, "sort": ["-created_at"], "fields": {
                "subject": {"kind": "text", "required": true, "search": true, "sort": true},
                "status": {"kind": "choice", "choices": ["open", "done"], "required": true, "filter": true},
                "customer": {"kind": "link", "entity": "customer", "required": true, "filter": true},
                "assignee": {"kind": "text", "filter": true},
                "due_at": {"kind": "instant", "filter": true, "sort": true},
                "watchers": {"kind": "gathered", "from": "visit.technician", "by": "ticket", "while": "done == false"}
            }, "grants": [
                {"role": "technician", "relation": "visits", "field": "watchers", "permissions": ["tickets:read"]}
            ]},
            {"name": "visit", "fields": {
                "ticket": {"kind": "link", "entity": "ticket", "required": true},
                "technician": {"kind": "text", "required": true},
                "done": {"kind": "yes_no", "required": true, "default": false}
            }}
        ]
    })
}

fn codes(definition: Value) -> Vec<(String, String)> {
    let Err(error) = Pack::load(definition) else {
        return Vec::new();
    };
    error
        .reasons()
        .map(|reason| (reason.path.clone(), reason.message.clone()))
        .collect()
}

#[test]
fn a_pack_loads_from_every_form() {
    let pack = Pack::load(desk()).expect("a pack");
    assert_eq!(pack.entities().len(), 3);
    let definition: PackDefinition = serde_json::from_value(desk()).expect("a definition");
    Pack::new(definition).expect("the same pack");
}

#[test]
fn every_fault_is_told_at_once() {
    let mut broken = desk();
    broken["entities"][1]["fields"]["customer"]["entity"] = "custmer".into();
    broken["entities"][1]["sort"] = json!(["subjct"]);
    broken["entities"][0]["fields"]["phone"]["min"] = "1".into();
    broken["entities"][2]["fields"]["limit"] = json!({"kind": "integer"});
    broken["entities"][1]["grants"][0]["role"] = "tech".into();
    let told = codes(broken);
    let paths: Vec<&str> = told.iter().map(|(path, _)| path.as_str()).collect();
    for path in [
        "/entities/1/fields/customer/entity",
        "/entities/1/sort/0",
        "/entities/0/fields/phone/min",
        "/entities/2/fields/limit",
        "/entities/1/grants/0/role",
    ] {
        assert!(paths.contains(&path), "{path} in {told:#?}");
    }
}

fn asked(pack: &Pack, input: Value) -> Result<Value, String> {
    let query = serde_json::from_value(input).map_err(|error| error.to_string())?;
    let answer = pack
        .matches(&query)
        .map_err(|error| format!("{} {error}", error.code()))?;
    serde_json::to_value(answer).map_err(|error| error.to_string())
}

fn id(number: u32) -> String {
    format!("01890a5d-ac96-774b-bcce-{number:012}")
}

fn tickets() -> Value {
    let ticket = |number: u32, status: &str, watchers: &[&str]| {
        json!({
            "id": id(number), "tenant_id": "acme", "version": 1, "created_at": format!("2026-01-0{number}T00:00:00Z"),
            "updated_at": "2026-01-01T00:00:00Z", "subject": format!("Line {number}"), "status": status, "customer": id(90),
            "watchers": watchers
        })
    };
    json!([
        ticket(1, "open", &[]),
        ticket(2, "done", &["tom"]),
        ticket(3, "open", &["tom", "ann"])
    ])
}

#[test]
fn a_technician_sees_what_they_visit() {
    let pack = Pack::load(desk()).expect("a pack");
    let actor = json!({"tenant": "acme", "id": "tom", "roles": ["technician"]});
    let query = json!({"entity": "ticket", "actor": actor, "now": "2026-02-01T00:00:00Z", "total": true});
    let answer = asked(&pack, json!({"query": query, "records": tickets()})).expect("an answer");
    assert_eq!(answer["places"], json!([2, 1]));
    assert_eq!(answer["total"], 2);
    // Whoever may not read visits does not see who else comes.
    assert_eq!(answer["items"][0]["watchers"], "********");
    let query = json!({"entity": "customer", "actor": actor, "now": "2026-02-01T00:00:00Z"});
    let refused = asked(&pack, json!({"query": query, "records": []})).expect_err("a refusal");
    assert!(refused.starts_with("tenancy.permission_missing"), "{refused}");
}

#[test]
fn what_is_hidden_cannot_be_named() {
    let pack = Pack::load(desk()).expect("a pack");
    let actor = json!({"tenant": "acme", "id": "sue", "roles": ["support"]});
    let ask = |more: Value| {
        let mut query = json!({"entity": "customer", "actor": actor, "now": "2026-02-01T00:00:00Z"});
        query
            .as_object_mut()
            .expect("an object")
            .extend(more.as_object().expect("an object").clone());
        asked(&pack, json!({"query": query, "records": []}))
    };
    let hidden = ask(json!({"filter": {"phone": "+4930123456"}})).expect_err("a refusal");
    let absent = ask(json!({"filter": {"fhone": "+4930123456"}})).expect_err("a refusal");
    assert_eq!(hidden.replace("phone", "fhone"), absent);
    assert!(ask(json!({"where": "has(phone)"})).is_err());
    assert!(ask(json!({"q": "4930"})).is_ok());
}

#[test]
fn the_plan_is_made_of_numbers() {
    let pack = Pack::load(desk()).expect("a pack");
    let query: RecordQuery = serde_json::from_value(json!({
        "entity": "ticket", "actor": {"tenant": "acme", "id": "sue", "roles": ["support"]}, "now": "2026-02-01T00:00:00Z",
        "filter": {"status": "open,done", "due_at_first": "2026-01-01", "due_at_last": "2026-01-31"}, "zone": "Europe/Berlin"
    }))
    .expect("a query");
    let holder = pack.holder(&query.actor).expect("somebody");
    let plan = pack.plan(&query, &holder).expect("a plan");
    assert_eq!(plan.sort.len(), 2);
    names_its_parts(&format!("{:?}", plan.test));
}

fn names_its_parts(test: &str) {
    for part in ["OneOf", "Sum", "Not(Given"] {
        assert!(test.contains(part), "{part} in {test}");
    }
}

#[test]
fn who_may_not_see_a_link_does_not_learn_of_it_by_a_refused_deletion() {
    let mut hidden = desk();
    hidden["entities"][1]["fields"]["customer"]["deletion"] = json!({"refuse_while": "status == 'open'"});
    hidden["entities"][0]["soft_delete"] = json!({});
    let asks = |definition: Value, role: &str| {
        let pack = Pack::load(definition).expect("a pack");
        let id = "01890a5d-ac96-774b-bcce-b302099a8057";
        let before =
            json!({"id": id, "version": 1, "created_at": "2026-05-04T08:00:00Z", "name": "Ana", "tenant_id": "acme"});
        let actor = json!({"tenant": "acme", "id": "ann", "roles": ["admin"]});
        let request = json!({"entity": "customer", "actor": actor, "now": "2026-05-04T08:00:00Z", "before": before});
        let request: RecordDeleteRequest = serde_json::from_value(request).expect("a request");
        let deleted = pack.delete(&request).expect("may be deleted");
        let referring = deleted
            .referring
            .iter()
            .find(|one| one.entity == "ticket")
            .expect("tickets link to it");
        let query = json!({"entity": "ticket", "actor": {"tenant": "acme", "id": "sue", "roles": [role]}, "now": "2026-05-04T08:00:00Z"});
        let query: RecordQuery = serde_json::from_value(query).expect("a query");
        let holder = pack.holder(&query.actor).expect("somebody");
        pack.referring_plan(referring, [1; 16], &query, &holder, true).is_ok()
    };
    assert!(asks(hidden.clone(), "admin") && asks(hidden.clone(), "support"));
    // Hidden by itself, or what the condition looks at.
    for field in ["/customer", "/status"] {
        let mut hidden = hidden.clone();
        hidden["entities"][1]["masks"] = json!([{"fields": [field], "unless": "personal:read"}]);
        assert!(asks(hidden.clone(), "admin"), "{field}");
        assert!(!asks(hidden, "support"), "{field}");
    }
}
