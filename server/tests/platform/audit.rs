//! What was written down, asked for: by whom, of what, when, and as far as the reader may see it now.

use std::collections::BTreeSet;

use ratebook::tenancy::{AuditRecord, AuditVerifyRequest, audit_verify};
use ratebook_server::platform::audit::sealer;
use ratebook_server_testing::{Base, Client, Served};
use serde_json::{Value, json};

fn text(value: &Value, name: &str) -> String {
    value[name]
        .as_str()
        .unwrap_or_else(|| panic!("{name} of {value}"))
        .to_owned()
}

fn account(client: &Client) -> String {
    text(&client.get("/v1/auth/me").is(200).json()["account"], "id")
}

fn items(client: &Client, query: &str) -> Vec<Value> {
    let told = client.get(&format!("/v1/audit{query}")).is(200).json();
    told["items"].as_array().expect("items").clone()
}

/// The workbench with those who read its audit: one who may see no personal value, one who sees what they are assigned to alone, and one who
/// sees no records at all.
fn edited(pack: &mut Value) {
    let mut add = |role: &str, allow: Value| pack["roles"][role] = json!({"allow": allow});
    add(
        "auditor",
        json!(["audit:read", "subscribers:read", "service_plans:read"]),
    );
    add("watchman", json!(["audit:read"]));
    let technician = pack["roles"]["technician"]["allow"]
        .as_array_mut()
        .expect("permissions");
    technician.push("audit:read".into());
}

fn plan(owner: &Client) -> String {
    let new = json!({"name": "Home 50", "download_mbps": 50, "upload_mbps": 10, "price": {"amount": "29.99", "currency": "EUR"}});
    text(&owner.post("/v1/service-plans", &new).is(201).json(), "id")
}

fn subscriber(owner: &Client, plan: &str, name: &str) -> String {
    let new = json!({"name": name, "phone": "+49301234567", "address": "Hill 3", "service_plan_id": plan});
    text(&owner.post("/v1/subscribers", &new).is(201).json(), "id")
}

#[test]
fn entries_are_found_by_who_did_what_to_what_and_when() {
    Served::on_both(|served| {
        let operator = served.operator();
        let owner = served.tenant(&operator, "acme");
        let bob = served.member(&owner, "bob@example.com", &["admin"]);
        let plan = plan(&owner);
        let ana = subscriber(&owner, &plan, "Ana");
        let path = format!("/v1/subscribers/{ana}");
        bob.patch(&path, &json!({"name": "Ana Maria"})).is(200);
        for number in 0..7 {
            owner
                .post("/v1/tags", &json!({"name": format!("tag-{number}")}))
                .is(201);
        }
        let all = items(&owner, "?limit=100");
        let ids: Vec<String> = all.iter().map(|entry| text(entry, "id")).collect();
        assert!(ids.is_sorted_by(|one, other| one > other), "{ids:?}");
        let actions: BTreeSet<String> = all.iter().map(|entry| text(entry, "action")).collect();
        for action in [
            "made",
            "member_added",
            "service_plan:created",
            "subscriber:created",
            "subscriber:updated",
            "tag:created",
        ] {
            assert!(actions.contains(action), "{actions:?}");
        }
        let count = |query: &str| items(&owner, &format!("?limit=100&{query}")).len();
        assert_eq!(count("entity=tag"), 7);
        assert_eq!(count("action=subscriber:updated"), 1);
        // That they accepted, and what they changed.
        assert_eq!(count(&format!("actor={}", account(&bob))), 2);
        assert_eq!(count(&format!("entity=subscriber&record_id={ana}")), 2);
        assert_eq!(
            count(&format!("entity=subscriber&record_id={ana}&actor={}", account(&owner))),
            1
        );
        assert_eq!(count("entity=nothing"), 0);
        let updated = &items(&owner, "?action=subscriber:updated")[0];
        let changes = json!([{"field": "name", "before": "Ana", "after": "Ana Maria"}]);
        assert_eq!((&updated["changes"], text(updated, "record_id")), (&changes, ana));
        assert_eq!(
            (text(updated, "ip"), text(updated, "actor")),
            ("127.0.0.1".to_owned(), account(&bob))
        );
        let at = text(updated, "at");
        let (before, since) = (count(&format!("at_last={at}")), count(&format!("at_first={at}")));
        assert_eq!((before + since, since), (all.len() + 1, 8));
        pages(&owner, &ids);
        refused(&owner);
    });
}

/// Page by page the same, whatever is asked for.
fn pages(owner: &Client, ids: &[String]) {
    for (query, expected) in [
        ("limit=3", ids.len()),
        ("entity=tag&limit=2", 7),
        ("limit=100&entity=tag", 7),
    ] {
        let (mut found, mut path) = (Vec::new(), format!("/v1/audit?{query}"));
        loop {
            let answer = owner.get(&path).is(200);
            let page = answer.json();
            found.extend(
                page["items"]
                    .as_array()
                    .expect("items")
                    .iter()
                    .map(|entry| text(entry, "id")),
            );
            let Some(cursor) = page["next_cursor"].as_str() else {
                break;
            };
            let link = answer.header("link").expect("a link").to_owned();
            path = format!("/v1/audit?{query}&cursor={cursor}");
            assert_eq!(link, format!("<{path}>; rel=\"next\""));
        }
        assert_eq!(found.len(), expected, "{query}");
        assert!(found.iter().all(|id| ids.contains(id)));
    }
}

fn refused(owner: &Client) {
    let cursor = owner.get("/v1/audit?limit=1").is(200).json()["next_cursor"]
        .as_str()
        .expect("a cursor")
        .to_owned();
    for (query, code, path) in [
        ("limit=0", "request.range", "/limit"),
        ("limit=101", "request.range", "/limit"),
        ("colour=red", "request.unknown", "/colour"),
        ("at_first=yesterday", "request.type", "/at_first"),
        ("entity=tag&record_id=7", "request.type", "/record_id"),
        (
            "record_id=01890a5d-ac96-774b-bcce-b302099a8057",
            "request.missing",
            "/entity",
        ),
        ("cursor=abc", "request.range", "/cursor"),
        // A cursor of another question.
        (&format!("entity=tag&cursor={cursor}"), "request.range", "/cursor"),
    ] {
        let told = owner.get(&format!("/v1/audit?{query}")).fails(422, code).json();
        assert_eq!(told["path"], path, "{query}");
    }
}

#[test]
fn whoever_reads_it_sees_what_they_may_see_of_the_records_now() {
    for base in [Base::Sqlite, Base::Postgres] {
        let served = Served::start_by(base, edited);
        let operator = served.operator();
        let owner = served.tenant(&operator, "acme");
        let read = |role: &str| served.member(&owner, &format!("{role}@example.com"), &[role]);
        let (auditor, technician, watchman) = (read("auditor"), read("technician"), read("watchman"));
        served
            .member(&owner, "support@example.com", &["support"])
            .get("/v1/audit")
            .fails(403, "tenancy.permission_missing");
        let plan = plan(&owner);
        let (ana, eve) = (subscriber(&owner, &plan, "Ana"), subscriber(&owner, &plan, "Eve"));
        for id in [&ana, &eve] {
            owner
                .patch(&format!("/v1/subscribers/{id}"), &json!({"phone": "+49307654321"}))
                .is(200);
            owner
                .patch(
                    &format!("/v1/subscribers/{id}"),
                    &json!({"billing_day": 7, "phone": "+49301111111"}),
                )
                .is(200);
        }
        owner.post("/v1/tags", &json!({"name": "vip"})).is(201);
        let ticket =
            json!({"subscriber_id": ana, "subject": "slow", "description": "very", "assignee": account(&technician)});
        owner.post("/v1/tickets", &ticket).is(201);
        let seen = |client: &Client, entity: &str| items(client, &format!("?limit=100&entity={entity}"));
        assert_eq!(seen(&owner, "subscriber").len(), 6);
        // Without their personal values, and without what nothing else was changed by.
        let told = seen(&auditor, "subscriber");
        assert_eq!(told.len(), 4, "{told:?}");
        assert!(!json!(told).to_string().contains("+49"), "{told:?}");
        assert_eq!(
            told[0]["changes"],
            json!([{"field": "billing_day", "before": 1, "after": 7}])
        );
        assert!(seen(&auditor, "tag").is_empty() && seen(&auditor, "ticket").is_empty());
        // Of whoever they are assigned to, all of it; of the others nothing.
        let told = seen(&technician, "subscriber");
        assert!(
            told.len() == 3 && told.iter().all(|entry| entry["record_id"] == ana.as_str()),
            "{told:?}"
        );
        assert!(json!(told).to_string().contains("+49307654321"), "{told:?}");
        let told = items(&watchman, "?limit=100");
        assert!(
            !told.is_empty()
                && told
                    .iter()
                    .all(|entry| ["invitation", "member", "tenant"].contains(&text(entry, "entity").as_str())),
            "{told:?}"
        );
        // What is gone is told to whoever may see every such record.
        owner.delete(&format!("/v1/subscribers/{eve}"));
        assert!(
            seen(&auditor, "subscriber")
                .iter()
                .any(|entry| entry["record_id"] == eve.as_str())
        );
        assert_eq!(seen(&technician, "subscriber").len(), 3);
        exported(&served, [&owner, &auditor]);
    }
}

/// What is exported is a chain to whoever may see all of it.
fn exported(served: &Served, [owner, auditor]: [&Client; 2]) {
    served.wait_for(sealer::everything(served.app())).expect("seals");
    let lines = |client: &Client, query: &str| -> Vec<AuditRecord> {
        let answer = client.get(&format!("/v1/audit/export{query}")).is(200);
        assert_eq!(answer.header("content-type"), Some("application/x-ndjson"));
        let text = answer.text();
        text.lines()
            .map(|line| serde_json::from_str(line).expect("a record"))
            .collect()
    };
    let verified = owner.get("/v1/audit/verify").is(200).json();
    let records = lines(owner, "");
    assert_eq!(verified["sealed"], records.len());
    let tenant = records[0].tenant.clone();
    let report = audit_verify(AuditVerifyRequest::new(tenant.clone(), records.clone())).expect("a report");
    assert!(report.intact, "{report:?}");
    let last = report.last.expect("a head");
    assert_eq!(verified["head"], json!({"sequence": last.sequence, "hash": last.hash}));
    let mut changed = records.clone();
    changed[3].actor.push(' ');
    let report = audit_verify(AuditVerifyRequest::new(tenant, changed)).expect("a report");
    assert_eq!(report.breaks[0].index, 3);
    assert_eq!(lines(owner, "?entity=tag").len(), 1);
    let seen = lines(auditor, "");
    let told = serde_json::to_string(&seen).expect("text");
    assert!(seen.len() < records.len() && !told.contains("+49"), "{told}");
    owner.get("/v1/audit/export?limit=3").fails(422, "request.unknown");
    // What is sealed later is exported later.
    owner.post("/v1/tags", &json!({"name": "later"})).is(201);
    assert_eq!(lines(owner, "").len(), records.len());
}
