//! Machines that a tenant makes of its own: which records live by them, who makes them, and what they may not do.

use std::sync::Barrier;
use std::thread;
use std::time::{Duration, Instant};

use ratebook::records::Pack;
use ratebook_server::records::{sweep, timers};
use ratebook_server::store::upgrade;
use ratebook_server_testing::{Answer, Base, Client, Served};
use serde_json::{Value, json};

const FIRST: u64 = 1_000_000;
const DAY: i64 = 86_400;

fn text<'v>(value: &'v Value, name: &str) -> &'v str {
    value[name].as_str().expect("a text")
}

/// The desk of a tenant: a ticket waits for the customer and comes back by itself after a day, a solution needs an effort, and nobody
/// closes a ticket.
fn desk() -> Value {
    json!({
        "name": "desk", "initial": "open",
        "fields": {"assignee": "text", "resolved_at": "instant", "resolution": "text", "effort": "duration"},
        "states": [{"name": "open", "label": "New"}, {"name": "in_progress"}, {"name": "waiting", "label": "Waits for the customer"},
                   {"name": "resolved", "terminal": true}],
        "events": [{"name": "assign"}, {"name": "wait", "label": "Wait"}, {"name": "wake"}, {"name": "resolve"}, {"name": "reopen"}],
        "transitions": [
            {"from": ["open", "in_progress"], "event": "assign", "to": "in_progress", "permission": "tickets:write",
             "requires": ["assignee"], "stamps": {"assignee": "given"},
             "effects": [{"name": "notify", "with": {"template": "ticket_assigned"}}]},
            {"from": ["in_progress"], "event": "wait", "to": "waiting", "permission": "tickets:write"},
            {"from": ["waiting"], "event": "wake", "to": "in_progress", "after": {"days": 1}},
            {"from": ["waiting"], "event": "reopen", "to": "in_progress", "permission": "tickets:write"},
            {"from": ["open", "in_progress"], "event": "resolve", "to": "resolved", "permission": "tickets:write",
             "requires": ["resolution", "effort"], "stamps": {"resolution": "given", "resolved_at": "now"}},
        ],
    })
}

const AT: &str = "/v1/machines/ticket";

fn put(by: &Client, machine: &Value, tag: Option<&str>) -> Answer {
    let headers: Vec<(&str, &str)> = tag.map(|tag| ("if-match", tag)).into_iter().collect();
    by.ask("PUT", AT, Some(&json!({"machine": machine})), &headers)
}

fn customer(owner: &Client) -> String {
    let plan = json!({"name": "Home", "download_mbps": 50, "upload_mbps": 10, "price": {"amount": "29.99", "currency": "EUR"}});
    let plan = owner.post("/v1/service-plans", &plan).is(201).json();
    let person = json!({"name": "Eva", "phone": "+49301234567", "address": "Hill 3", "service_plan_id": plan["id"]});
    text(&owner.post("/v1/subscribers", &person).is(201).json(), "id").to_owned()
}

fn ask_for(owner: &Client, customer: &str) -> Answer {
    let ticket = json!({"subscriber_id": customer, "subject": "Slow", "description": "It is slow"});
    owner.post("/v1/tickets", &ticket)
}

/// A new ticket, by its address.
fn ticket(owner: &Client, customer: &str) -> String {
    format!("/v1/tickets/{}", text(&ask_for(owner, customer).is(201).json(), "id"))
}

fn fire(by: &Client, ticket: &str, event: &str, given: &Value) -> Answer {
    by.post(&format!("{ticket}/{event}"), given)
}

fn state(by: &Client, ticket: &str) -> String {
    text(&by.get(ticket).is(200).json(), "status").to_owned()
}

fn events(by: &Client, ticket: &str) -> Vec<String> {
    let form = by.get(&format!("{ticket}/form")).is(200).json();
    let events = form["events"].as_array().expect("events").iter();
    // Those that lead somewhere, whatever has to be given with them or waited for.
    let open = events.filter(|event| event["leads_to"].is_string());
    open.map(|event| text(event, "name").to_owned()).collect()
}

fn paths(by: &Client) -> Vec<String> {
    let document = by.get("/v1/openapi.json").is(200).json();
    let paths = document["paths"].as_object().expect("paths").keys();
    paths
        .filter(|path| path.starts_with("/v1/tickets/{id}/"))
        .cloned()
        .collect()
}

#[test]
fn one_tenant_lives_by_a_machine_of_its_own_and_another_does_not() {
    Served::on_both(|served| {
        let operator = served.operator();
        let (acme, globex) = (served.tenant(&operator, "acme"), served.tenant(&operator, "globex"));
        let made = put(&acme, &desk(), None).is(200);
        assert!(made.header("etag").is_some_and(|tag| tag.starts_with("\"1000000-")));
        let made = made.json();
        assert_eq!(
            (
                &made["custom"],
                &made["version"],
                &made["machine"]["version"],
                &made["faults"]
            ),
            (&json!(true), &json!(FIRST), &json!(FIRST), &json!([]))
        );
        let (ours, theirs) = (customer(&acme), customer(&globex));
        let (own, other) = (ticket(&acme, &ours), ticket(&globex, &theirs));
        let ann = json!({"assignee": "ann"});
        fire(&acme, &own, "assign", &ann).is(200);
        fire(&globex, &other, "assign", &ann).is(200);
        assert_eq!(events(&acme, &own), ["assign", "wait", "resolve"]);
        assert_eq!(events(&globex, &other), ["assign", "resolve"]);
        fire(&acme, &own, "wait", &json!({})).is(200);
        fire(&globex, &other, "wait", &json!({})).fails(409, "flow.event_unknown");
        assert_eq!(state(&acme, &own), "waiting");
        // Lists and the document know the state and the event; those of others do not.
        let listed = acme.get("/v1/tickets?status=waiting&total=true").is(200).json();
        assert_eq!(listed["total"], 1);
        let none = globex.get("/v1/tickets?status=waiting&total=true").is(200).json();
        assert_eq!(none["total"], 0);
        assert!(
            paths(&acme).contains(&"/v1/tickets/{id}/wait".to_owned()),
            "{:?}",
            paths(&acme)
        );
        assert!(!paths(&acme).contains(&"/v1/tickets/{id}/close".to_owned()));
        assert!(!paths(&globex).contains(&"/v1/tickets/{id}/wait".to_owned()));
        // Other required fields.
        fire(&acme, &own, "reopen", &json!({})).is(200);
        let solved = json!({"resolution": "A cable"});
        fire(&acme, &own, "resolve", &solved).fails(409, "flow.field_missing");
        fire(&globex, &other, "resolve", &solved).is(200);
        // Whoever looks at the machines of their tenant sees those of it alone.
        let seen = globex.get(AT).is(200).json();
        assert_eq!((&seen["custom"], &seen["version"]), (&json!(false), &json!(1)));
        assert!(!seen.to_string().contains("waiting"));
        let listed = acme.get("/v1/machines").is(200).json();
        let told = listed["items"].as_array().expect("machines").iter();
        let told: Vec<(&str, bool)> = told
            .map(|one| (text(one, "entity"), one["custom"].as_bool().expect("a truth")))
            .collect();
        assert!(
            told.contains(&("ticket", true)) && told.contains(&("subscriber", false)),
            "{told:?}"
        );
    });
}

#[test]
fn records_go_on_by_the_machine_by_which_they_began() {
    Served::on_both(|served| {
        let owner = served.tenant(&served.operator(), "acme");
        let who = customer(&owner);
        let ann = json!({"assignee": "ann"});
        let oldest = ticket(&owner, &who);
        put(&owner, &desk(), None).is(200);
        let waiting = ticket(&owner, &who);
        for ticket in [&oldest, &waiting] {
            fire(&owner, ticket, "assign", &ann).is(200);
        }
        fire(&owner, &waiting, "wait", &json!({})).is(200);
        fire(&owner, &oldest, "wait", &json!({})).fails(409, "flow.event_unknown");
        // The next one has no such state, and who is in it comes out of it.
        let mut shorter = desk();
        for part in ["states", "events"] {
            let all = shorter[part].as_array_mut().expect("a list");
            all.retain(|one| !["waiting", "wait", "wake"].contains(&text(one, "name")));
        }
        let ways = shorter["transitions"].as_array_mut().expect("ways");
        ways.retain(|way| ["assign", "resolve"].contains(&text(way, "event")));
        ways.push(json!({"from": ["in_progress"], "event": "reopen", "to": "open", "permission": "tickets:write"}));
        let next = put(&owner, &shorter, Some("\"1000000\"")).is(200).json();
        assert_eq!(
            (&next["version"], &next["former"]),
            (&json!(FIRST + 1), &json!([FIRST]))
        );
        let newest = ticket(&owner, &who);
        fire(&owner, &newest, "assign", &ann).is(200);
        fire(&owner, &newest, "wait", &json!({})).fails(409, "flow.event_unknown");
        assert_eq!(
            owner.get("/v1/tickets?status=waiting&total=true").is(200).json()["total"],
            1
        );
        // And so it does when new ones begin by the pack's again.
        owner
            .ask("DELETE", AT, None, &[("if-match", "\"1000000\"")])
            .fails(412, "records.version");
        owner.ask("DELETE", AT, None, &[("if-match", "\"1000001\"")]).is(204);
        owner.delete(AT).fails(404, "records.not_found");
        let back = owner.get(AT).is(200).json();
        assert_eq!(
            (&back["custom"], &back["version"], &back["former"]),
            (&json!(false), &json!(1), &json!([FIRST, FIRST + 1]))
        );
        let last = ticket(&owner, &who);
        fire(&owner, &last, "assign", &ann).is(200);
        assert_eq!(events(&owner, &last), ["assign", "resolve"]);
        assert_eq!(events(&owner, &waiting), ["wake", "reopen"]);
        fire(&owner, &waiting, "reopen", &json!({})).is(200);
        assert_eq!(state(&owner, &waiting), "in_progress");
        fire(&owner, &newest, "reopen", &json!({})).is(200);
        assert_eq!(state(&owner, &newest), "open");
        // No version is given twice.
        assert_eq!(put(&owner, &desk(), None).is(200).json()["version"], FIRST + 2);
    });
}

#[test]
fn timers_and_rules_go_by_it() {
    Served::on_both(|served| {
        let owner = served.tenant(&served.operator(), "acme");
        put(&owner, &desk(), None).is(200);
        let own = ticket(&owner, &customer(&owner));
        fire(&owner, &own, "assign", &json!({"assignee": "ann"})).is(200);
        fire(&owner, &own, "wait", &json!({})).is(200);
        served.pass(DAY + 60);
        let fired = served.wait_for(timers::fire_due(served.app())).expect("the timers");
        assert_eq!(fired, 1);
        let owner = served.signed_in("owner@acme.example.com").at("acme");
        let history = owner.get(&format!("{own}/history")).is(200).json();
        assert!(history.to_string().contains("wake"), "{history}");
        assert_eq!(state(&owner, &own), "in_progress");
        // The rule of the pack that waits for the event of the pack's machine is set off by the tenant's.
        fire(&owner, &own, "wait", &json!({})).is(200);
        fire(&owner, &own, "reopen", &json!({})).is(200);
        served.work();
        assert_eq!(owner.get(&own).is(200).json()["priority"], "high");
    });
}

#[test]
fn what_the_pack_needs_and_nobody_may_is_refused_at_its_place() {
    Served::on_both(|served| {
        let owner = served.tenant(&served.operator(), "acme");
        let refused = |change: fn(&mut Value), code: &str, path: &str| {
            let mut machine = desk();
            change(&mut machine);
            let status = if code == "definition.too_large" { 413 } else { 422 };
            let told = put(&owner, &machine, None).fails(status, code).json();
            assert_eq!(told["path"], path, "{told}");
            text(&told, "detail").to_owned()
        };
        let told = refused(
            |own| {
                let named = own.to_string().replace("\"in_progress\"", "\"at_work\"");
                *own = serde_json::from_str(&named).expect("a machine");
            },
            "definition.conflict",
            "/machine/states",
        );
        assert!(
            told.contains("the state `in_progress` is gone, which the pack names at `/"),
            "{told}"
        );
        let told = refused(
            |own| {
                own["events"].as_array_mut().expect("events").remove(4);
                own["transitions"].as_array_mut().expect("ways").remove(3);
            },
            "definition.reference",
            "/machine",
        );
        assert!(told.contains("/automation/rules/1/on/event"), "{told}");
        refused(
            |own| own["transitions"][1]["effects"] = json!([{"name": "configure_router"}]),
            "definition.reference",
            "/machine/transitions/1/effects/0/name",
        );
        refused(
            |own| own["transitions"][1]["effects"] = json!([{"name": "notify", "with": {"template": "none"}}]),
            "definition.reference",
            "/machine/transitions/1/effects/0/with/template",
        );
        refused(
            |own| {
                own["fields"]["number"] = "text".into();
                own["transitions"][1]["stamps"] = json!({"number": "given"});
            },
            "definition.conflict",
            "/machine/transitions/1/stamps/number",
        );
        refused(
            |own| own["transitions"][1]["permission"] = "tickets:wait".into(),
            "definition.reference",
            "/machine/transitions/1/permission",
        );
        refused(
            |own| {
                own["events"][1]["name"] = "history".into();
                own["transitions"][1]["event"] = "history".into();
            },
            "definition.conflict",
            "/machine",
        );
        refused(|own| own["nmae"] = "desk".into(), "definition.unknown", "/machine/nmae");
        refused(
            |own| own["summary"] = "long".repeat(10_000).into(),
            "definition.too_large",
            "/machine",
        );
        // Several faults are told at once.
        let mut machine = desk();
        machine["name"] = "counter".into();
        machine["transitions"][1]["permission"] = "tickets:wait".into();
        let told = put(&owner, &machine, None).is(422).json();
        assert_eq!(told["errors"].as_array().map(Vec::len), Some(2), "{told}");
        assert_eq!(owner.get(AT).is(200).json()["custom"], false);
        let at = |entity: &str| {
            owner.ask(
                "PUT",
                &format!("/v1/machines/{entity}"),
                Some(&json!({"machine": desk()})),
                &[],
            )
        };
        at("vehicle").fails(404, "records.not_found");
        at("tocket").fails(404, "records.not_found");
    });
}

fn with_a_chief(pack: &mut Value) {
    pack["roles"]["chief"] = json!({"allow": ["users:read", "users:write", "tickets:read"]});
}

#[test]
fn nobody_makes_a_machine_that_asks_for_more_than_they_hold() {
    for base in [Base::Sqlite, Base::Postgres] {
        let served = Served::start_by(base, with_a_chief);
        let owner = served.tenant(&served.operator(), "acme");
        let chief = served.member(&owner, "chief@example.com", &["chief"]);
        let viewer = served.member(&owner, "viewer@example.com", &["support"]);
        let told = put(&chief, &desk(), None)
            .fails(403, "tenancy.permission_missing")
            .json();
        assert_eq!(told["details"]["permissions"], json!(["tickets:write"]), "{told}");
        put(&viewer, &desk(), None).fails(403, "tenancy.permission_missing");
        viewer.get(AT).fails(403, "tenancy.permission_missing");
        chief.get(AT).is(200);
        put(&owner, &desk(), None).is(200);
        chief.delete(AT).fails(403, "tenancy.permission_missing");
        // Who comes by a key makes none.
        let key = json!({"name": "the site", "scopes": ["*"]});
        let key = owner.post("/v1/api-keys", &key).is(201).json();
        let site = served.anybody().with_token(text(&key, "key"));
        put(&site, &desk(), None).fails(403, "tenancy.permission_missing");
        site.get(AT).is(200);
    }
}

#[test]
fn another_server_goes_by_it_and_of_two_editors_one_is_refused() {
    Served::on_both(|served| {
        let owner = served.tenant(&served.operator(), "acme");
        let who = customer(&owner);
        let other = served.beside();
        let there = owner.clone().elsewhere(other.url());
        ticket(&there, &who);
        put(&owner, &desk(), None).is(200);
        // Nothing begins by the former one from the answer on: whoever goes by it still is refused, and asks again.
        let until = Instant::now() + Duration::from_secs(5);
        let begun = loop {
            let begun = ask_for(&there, &who);
            if begun.status == 201 {
                break begun.json();
            }
            begun.fails(503, "engine.busy");
            assert!(Instant::now() < until, "the machine of before is still asked for");
            thread::sleep(Duration::from_millis(50));
        };
        let own = format!("/v1/tickets/{}", text(&begun, "id"));
        fire(&there, &own, "assign", &json!({"assignee": "ann"})).is(200);
        fire(&there, &own, "wait", &json!({})).is(200);
        assert_eq!(state(&owner, &own), "waiting");
        // Both have read the same.
        let tag = owner.get(AT).is(200).header("etag").expect("a tag").to_owned();
        let begin = Barrier::new(2);
        let mut told = thread::scope(|scope| {
            let editors = [&owner, &there].map(|editor| {
                let (begin, tag) = (&begin, &tag);
                scope.spawn(move || {
                    begin.wait();
                    put(editor, &desk(), Some(tag.as_str())).status
                })
            });
            editors.map(|editor| editor.join().expect("an answer"))
        });
        told.sort_unstable();
        assert_eq!(told, [200, 412]);
        assert_eq!(owner.get(AT).is(200).json()["version"], FIRST + 1);
    });
}

/// A later version of the pack, in which nobody waits for a ticket any more, and a rule waits for it to be closed.
fn with_closing(pack: &mut Value) {
    pack["version"] = (pack["version"].as_u64().expect("a version") + 1).into();
    let rules = pack["automation"]["rules"].as_array_mut().expect("rules");
    rules[1]["on"]["event"]["event"] = "close".into();
}

#[test]
fn where_a_later_version_of_the_pack_has_no_place_for_it_nothing_begins_until_it_is_mended() {
    for base in [Base::Sqlite, Base::Postgres] {
        let served = Served::start(base);
        let operator = served.operator();
        let (owner, globex) = (served.tenant(&operator, "acme"), served.tenant(&operator, "globex"));
        let who = customer(&owner);
        put(&owner, &desk(), None).is(200);
        let own = ticket(&owner, &who);
        fire(&owner, &own, "assign", &json!({"assignee": "ann"})).is(200);
        // Whoever runs the installation is told beforehand whom it closes.
        let mut definition = serde_json::to_value(served.app().packs["workbench"].definition()).expect("a definition");
        with_closing(&mut definition);
        let pack = Pack::load(definition).expect("a pack");
        let told = served.wait_for(upgrade::lives_told(&served.app().store, &pack));
        let told = told.expect("what is told").join("\n");
        assert!(told.contains("`acme` begins no `ticket` any more"), "{told}");
        assert!(!told.contains("globex"), "{told}");
        let later = served.beside_by(with_closing);
        let [owner, globex] = [owner, globex].map(|one| one.elsewhere(later.url()));
        let told = ask_for(&owner, &who).fails(422, "records.not_writable").json();
        assert!(text(&told, "detail").contains("does not fit the pack"), "{told}");
        let seen = owner.get(AT).is(200).json();
        assert_eq!((&seen["custom"], &seen["version"]), (&json!(true), &json!(FIRST)));
        assert_eq!(seen["faults"][0]["path"], "/machine", "{seen}");
        assert!(
            text(&seen["faults"][0], "message").contains("/automation/rules/1/on/event"),
            "{seen}"
        );
        // What is there goes on, and others are not touched.
        fire(&owner, &own, "wait", &json!({})).is(200);
        ticket(&globex, &customer(&globex));
        let mut mended = desk();
        mended["events"]
            .as_array_mut()
            .expect("events")
            .push(json!({"name": "close"}));
        let close = json!({"from": ["waiting"], "event": "close", "to": "resolved", "permission": "tickets:write"});
        mended["transitions"].as_array_mut().expect("ways").push(close);
        let seen = put(&owner, &mended, Some("\"1000000\"")).is(200).json();
        assert_eq!((&seen["version"], &seen["faults"]), (&json!(FIRST + 1), &json!([])));
        ticket(&owner, &who);
        assert_eq!(state(&owner, &own), "waiting");
    }
}

/// Tickets take fields of tenants.
fn open_tickets(pack: &mut Value) {
    let entities = pack["entities"].as_array_mut().expect("entities");
    let own = entities.iter_mut().find(|entity| entity["name"] == "ticket");
    own.expect("tickets")["custom"] = true.into();
}

#[test]
fn a_field_of_the_tenants_own_may_be_asked_for_and_stays_while_it_is() {
    for base in [Base::Sqlite, Base::Postgres] {
        let served = Served::start_by(base, open_tickets);
        let owner = served.tenant(&served.operator(), "acme");
        let field = json!({"entity": "ticket", "name": "custom_cause", "field": {"kind": "text", "filter": true}});
        owner.post("/v1/custom-fields", &field).is(201);
        let mut machine = desk();
        machine["fields"]["custom_cause"] = "text".into();
        machine["transitions"][1]["requires"] = json!(["custom_cause"]);
        machine["transitions"][1]["stamps"] = json!({"custom_cause": "given"});
        put(&owner, &machine, None).is(200);
        let own = ticket(&owner, &customer(&owner));
        fire(&owner, &own, "assign", &json!({"assignee": "ann"})).is(200);
        fire(&owner, &own, "wait", &json!({})).fails(409, "flow.field_missing");
        let waits = fire(&owner, &own, "wait", &json!({"custom_cause": "rain"}))
            .is(200)
            .json();
        assert_eq!(waits["custom_cause"], "rain");
        let field = "/v1/custom-fields/ticket/custom_cause";
        owner.delete(field).fails(409, "records.in_use");
        owner.delete(AT).is(204);
        owner.delete(field).is(204);
        assert_eq!(state(&owner, &own), "waiting");
    }
}

#[test]
fn those_that_ended_are_kept_while_records_live_by_them_and_no_longer() {
    Served::on_both(|served| {
        let owner = served.tenant(&served.operator(), "acme");
        let who = customer(&owner);
        put(&owner, &desk(), None).is(200);
        let own = ticket(&owner, &who);
        fire(&owner, &own, "assign", &json!({"assignee": "ann"})).is(200);
        owner.delete(&ticket(&owner, &who)).is(204);
        for _ in 0..25 {
            put(&owner, &desk(), None).is(200);
        }
        let former = owner.get(AT).is(200).json()["former"].clone();
        let former = former.as_array().expect("versions");
        assert!(former.len() <= 21 && former[0] == FIRST, "{former:?}");
        fire(&owner, &own, "wait", &json!({})).is(200);
        // One more than there is place for, with a record that lives by each.
        let mut told = put(&owner, &desk(), None);
        for _ in 0..30 {
            if told.status != 200 {
                break;
            }
            ticket(&owner, &who);
            told = put(&owner, &desk(), None);
        }
        told.fails(413, "definition.too_large");
        owner.delete(AT).is(204);
        ticket(&owner, &who);
    });
}

#[test]
fn it_is_audited_copied_and_erased_with_its_tenant() {
    Served::on_both(|served| {
        let operator = served.operator();
        let owner = served.tenant(&operator, "acme");
        put(&owner, &desk(), None).is(200);
        put(&owner, &desk(), None).is(200);
        let copied = served.copied(served.base());
        let there = copied.signed_in("owner@acme.example.com").at("acme");
        let seen = there.get(AT).is(200).json();
        assert_eq!((&seen["custom"], &seen["version"]), (&json!(true), &json!(FIRST + 1)));
        owner.delete(AT).is(204);
        let audit = owner.get("/v1/audit?entity=custom_machine").is(200).json();
        let told = audit["items"].as_array().expect("entries").iter();
        let told: Vec<(&str, &str)> = told
            .map(|entry| (text(entry, "action"), text(&entry["changes"][0], "field")))
            .collect();
        assert_eq!(
            told,
            [
                ("machine_removed", "ticket"),
                ("machine_changed", "ticket"),
                ("machine_made", "ticket")
            ]
        );
        assert_eq!(audit["items"][2]["changes"][0]["after"]["initial"], "open");
        assert_eq!(served.rows("custom_machines").len(), 2);
        let tenants = operator.get("/v1/tenants").is(200).json();
        let path = format!("/v1/tenants/{}", text(&tenants["items"][0], "id"));
        operator.patch(&path, &json!({"state": "deleting"})).is(200);
        served.pass(91 * DAY);
        let erased = || {
            let erasing = sweep::deleted_tenants(served.app(), (5, 3));
            served.wait_for(erasing).expect("the sweep")
        };
        while erased() > 0 {}
        assert!(served.rows("custom_machines").is_empty());
    });
}
