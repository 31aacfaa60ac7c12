//! Packs that change while records live and other servers run.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use ratebook::records::RecordQuery;
use ratebook_server::store::Failure;
use serde_json::{Value, json};

use crate::fleet::{entity, fleet, trip};
use crate::support::{Server, Someone, text};

fn port(ann: &Someone, name: &str) -> String {
    text(&ann.post("/v1/ports", &json!({"name": name})).well(), "id")
}

fn boat(ann: &Someone, name: &str, port: &str) -> Value {
    ann.post("/v1/boats", &json!({"name": name, "port_id": port, "pin": "4711"}))
        .well()
}

/// The next version, in which boats have a length as well.
fn longer(definition: &mut Value) {
    fleet(definition);
    definition["version"] = 2.into();
    entity(definition, "boat")["fields"]["length"] = json!({"kind": "integer", "required": true, "default": 7});
}

#[test]
fn a_server_of_an_earlier_version_neither_reads_nor_writes() {
    for old in Server::both_by(fleet) {
        let ann = old.admin();
        let home = port(&ann, "Home");
        let heron = boat(&ann, "Heron", &home);
        ann.post(&format!("/v1/boats/{}/leave", text(&heron, "id")), &json!({}))
            .well();
        assert_eq!(ann.get("/readyz").status, 200);
        let new = old.beside_by(longer);
        let bob = new.admin();
        assert_eq!(bob.get("/readyz").status, 200);
        let own = format!("/v1/boats/{}", text(&heron, "id"));
        let asked = json!({"name": "Avocet", "port_id": home});
        for told in [
            ann.get("/v1/boats"),
            ann.get(&own),
            ann.get("/readyz"),
            ann.post("/v1/boats", &asked),
            ann.patch(&own, &json!({"name": "Avocet"})),
            ann.post(&format!("{own}/arrive"), &json!({})),
            ann.delete(&own),
        ] {
            assert_eq!(told.status, 503, "{}: {told:?}", old.name);
            assert_eq!(told.json()["code"], "engine.busy", "{told:?}");
            assert!(told.text.contains("version 2"), "{told:?}");
            assert!(told.headers.contains_key("retry-after"), "{told:?}");
        }
        // Nothing was written, and what is due is left to who knows how.
        assert_eq!(bob.get("/v1/boats?total=true").well()["total"], 1);
        assert_eq!(bob.get(&own).well()["version"], 2);
        new.turn_on(8 * 86_400);
        assert_eq!(old.fire_due(), 0);
        assert_eq!(new.fire_due(), 1, "{}", old.name);
        let bob = new.admin();
        assert_eq!(bob.get(&own).well()["state"], "moored");
        assert_eq!(bob.get(&own).well()["length"], 7);
        // Started again with the newer pack it answers.
        let again = old.beside_by(longer);
        assert_eq!(again.admin().get(&own).status, 200);
    }
}

#[test]
fn what_is_read_by_a_shape_that_is_no_more_is_given_to_nobody() {
    for old in Server::both_by(fleet) {
        let ann = old.admin();
        let home = port(&ann, "Home");
        boat(&ann, "Heron", &home);
        let caller = old.caller(&ann);
        let query = RecordQuery::new("boat", caller.actor.clone(), old.app().now());
        let plan = caller.pack.plan(&query, &caller.holder).expect("a plan");
        let seen = Arc::new(AtomicUsize::new(0));
        let read = || {
            let (pack, plan, seen) = (Arc::clone(&caller.pack), plan.clone(), Arc::clone(&seen));
            let reading = old.app().store.read(caller.tenant, move |mut tx| {
                Box::pin(async move {
                    // Whoever goes on after a refusal, such as one that sends what it has, is given nothing either.
                    for _ in 0..2 {
                        let page = tx.page(&pack, &plan).await;
                        seen.fetch_add(page.map_or(0, |page| page.count), Ordering::SeqCst);
                    }
                    Ok(())
                })
            });
            old.wait_for(reading)
        };
        read().expect("of this version");
        assert_eq!(seen.load(Ordering::SeqCst), 2, "{}", old.name);
        let _new = old.beside_by(longer);
        let told = read().expect_err("another version");
        assert!(matches!(told, Failure::Outdated(_)), "{}: {told:?}", old.name);
        assert_eq!(seen.load(Ordering::SeqCst), 2, "{}", old.name);
    }
}

/// Boats are back after a day, and leave no more: they are sent out.
fn sent(definition: &mut Value) {
    fleet(definition);
    definition["version"] = 2.into();
    let mut trip = trip(2, 1);
    trip["states"] = json!([{"name": "docked"}, {"name": "out"}]);
    trip["initial"] = "docked".into();
    trip["events"][0]["name"] = "send".into();
    trip["transitions"][0]["event"] = "send".into();
    trip["transitions"][0]["from"] = json!(["docked"]);
    trip["transitions"][1]["to"] = "docked".into();
    definition["machines"] = json!([trip]);
}

#[test]
fn records_go_on_by_the_machine_by_which_they_began() {
    for old in Server::both_by(fleet) {
        let ann = old.admin();
        let home = port(&ann, "Home");
        let [heron, avocet] =
            ["Heron", "Avocet"].map(|name| format!("/v1/boats/{}", text(&boat(&ann, name, &home), "id")));
        ann.post(&format!("{heron}/leave"), &json!({})).well();
        let mut new = old.beside_by(sent);
        for round in 0..2 {
            let bob = new.admin();
            let told = bob.patch(&heron, &json!({"berths": 4 + round})).well();
            assert_eq!(
                (&told["state"], &told["machine_version"]),
                (&json!("out"), &json!(1)),
                "{}",
                old.name
            );
            assert_eq!(bob.get("/v1/boats?state=moored&total=true").well()["total"], 1);
            // Who lives by the former one knows nothing of the new one's events.
            let told = bob.post(&format!("{avocet}/send"), &json!({}));
            assert_eq!(told.json()["code"], "flow.event_unknown", "{}: {told:?}", old.name);
            new.restart();
        }
        let bob = new.admin();
        let told = bob.post(&format!("{avocet}/leave"), &json!({})).well();
        assert_eq!(
            (&told["state"], &told["machine_version"]),
            (&json!("out"), &json!(1)),
            "{}",
            old.name
        );
        let tern = boat(&bob, "Tern", &home);
        assert_eq!(
            (&tern["state"], &tern["machine_version"]),
            (&json!("docked"), &json!(2))
        );
        let tern = format!("/v1/boats/{}", text(&tern, "id"));
        bob.post(&format!("{tern}/send"), &json!({})).well();
        // Each is back by the machine by which it lives.
        new.turn_on(2 * 86_400);
        assert_eq!(new.fire_due(), 1, "{}", old.name);
        let bob = new.admin();
        assert_eq!(bob.get(&tern).well()["state"], "docked");
        assert_eq!(bob.get(&heron).well()["state"], "out");
        new.turn_on(6 * 86_400);
        assert_eq!(new.fire_due(), 2, "{}", old.name);
        let bob = new.admin();
        assert_eq!(bob.get(&heron).well()["state"], "moored");
        assert_eq!(bob.get(&avocet).well()["state"], "moored");
    }
}

/// Boats are ships, by another name, with another secret.
fn ships(definition: &mut Value) {
    fleet(definition);
    definition["version"] = 2.into();
    renamed(definition, ("boat", "ship"), &[("name", "title"), ("pin", "lock")]);
}

/// And once more.
fn vessels(definition: &mut Value) {
    ships(definition);
    definition["version"] = 3.into();
    for field in ["title", "lock"] {
        let own = &mut entity(definition, "ship")["fields"][field];
        own.as_object_mut().expect("a field").remove("was");
    }
    renamed(
        definition,
        ("ship", "vessel"),
        &[("title", "called"), ("lock", "combination")],
    );
}

fn renamed(definition: &mut Value, (was, name): (&str, &str), fields: &[(&str, &str)]) {
    let own = entity(definition, was);
    (own["name"], own["was"]) = (name.into(), was.into());
    own["fields"]["beside_id"]["entity"] = name.into();
    let all = own["fields"].as_object_mut().expect("fields");
    for (was, name) in fields {
        let mut field = all.remove(*was).expect("a field");
        field["was"] = (*was).into();
        all.insert((*name).to_owned(), field);
    }
}

#[test]
fn what_is_kept_by_a_name_goes_along_when_it_is_another_one() {
    for old in Server::both_by(fleet) {
        let ann = old.admin();
        let home = port(&ann, "Home");
        let heron = boat(&ann, "Heron", &home);
        let own = format!("/v1/boats/{}", text(&heron, "id"));
        ann.patch(&own, &json!({"name": "Grey Heron", "pin": "0815"})).well();
        ann.post(&format!("{own}/leave"), &json!({})).well();
        let key = [("idempotency-key", "once")];
        let first = ann.patch_with(&own, &key, &json!({"berths": 4})).well();
        for (edit, field) in [(ships as fn(&mut Value), "title"), (vessels, "called")] {
            let new = old.beside_by(edit);
            let bob = new.admin();
            let told = bob.get(&own).well();
            assert_eq!(
                (&told["code"], &told[field]),
                (&json!("B001"), &json!("Grey Heron")),
                "{}",
                old.name
            );
            // The history has all that happened, by the names of now.
            let history = bob.get(&format!("{own}/history")).well();
            let entries = history["items"].as_array().expect("entries");
            assert_eq!(entries.len(), 4, "{}: {history}", old.name);
            assert_eq!(entries[1]["changes"][0]["field"], field, "{}: {history}", old.name);
            assert_eq!(entries[1]["changes"][0]["after"], "Grey Heron");
            // So does the audit, the newest first.
            let named = if field == "title" { "ship" } else { "vessel" };
            let listed = bob.get(&format!("/v1/audit?entity={named}")).well();
            let listed = listed["items"].as_array().expect("entries");
            assert_eq!(listed.len(), 4, "{}: {listed:?}", old.name);
            assert_eq!(
                (&listed[2]["entity"], &listed[2]["changes"]),
                (&named.into(), &entries[1]["changes"])
            );
            let found = bob.get("/v1/boats?q=heron").well();
            assert_eq!(found["items"][0]["id"], heron["id"], "{}: {found}", old.name);
            // What was asked once is told again, and not carried out anew.
            let again = bob.patch_with(&own, &key, &json!({"berths": 4})).well();
            assert_eq!(again, first, "{}", old.name);
            // No other record takes its id.
            let taken = bob.post(
                "/v1/boats",
                &json!({"id": heron["id"], field: "Other", "port_id": home}),
            );
            assert_eq!(taken.status, 409, "{taken:?}");
        }
        let new = old.beside_by(vessels);
        let bob = new.admin();
        let next = bob
            .post("/v1/boats", &json!({"called": "Avocet", "port_id": home}))
            .well();
        assert_eq!(next["code"], "B002", "{}", old.name);
        new.turn_on(8 * 86_400);
        assert_eq!(new.fire_due(), 1, "{}", old.name);
        assert_eq!(new.admin().get(&own).well()["state"], "moored");
    }
}
