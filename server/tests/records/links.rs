//! Links to what goes, and links that are made at the same time.

use std::sync::{Arc, Barrier};

use serde_json::{Value, json};

use crate::fleet::{entity, fleet};
use crate::support::{Server, Someone, text};

fn port(ann: &Someone) -> String {
    text(&ann.post("/v1/ports", &json!({"name": "Home"})).well(), "id")
}

fn boat(ann: &Someone, port: &str) -> String {
    let boat = ann.post("/v1/boats", &json!({"name": "Heron", "port_id": port})).well();
    format!("/v1/boats/{}", text(&boat, "id"))
}

#[test]
fn what_was_deleted_softly_keeps_what_it_has_to_link_to() {
    for server in Server::both_by(fleet) {
        let ann = server.admin();
        let home = port(&ann);
        let path = format!("/v1/ports/{home}");
        let (one, other) = (boat(&ann, &home), boat(&ann, &home));
        assert_eq!(ann.delete(&one).status, 204);
        let count = |expected: u64| {
            let told = ann.delete(&path);
            assert_eq!(told.status, 409, "{}: {told:?}", server.name);
            let problem = told.json();
            assert_eq!(
                (&problem["code"], &problem["details"]["count"]),
                (&json!("records.in_use"), &json!(expected)),
                "{}: {told:?}",
                server.name
            );
        };
        count(2);
        assert_eq!(ann.delete(&other).status, 204);
        count(2);
        assert_eq!(ann.post(&format!("{one}/restore"), &json!({})).status, 200);
        let elsewhere = port(&ann);
        ann.patch(&one, &json!({"port_id": elsewhere})).well();
        count(1);
    }
}

#[test]
fn what_hangs_on_what_goes_for_good_goes_for_good() {
    for server in Server::both_by(fleet) {
        let ann = server.admin();
        let home = port(&ann);
        let rope = |ann: &Someone| {
            let rope = ann.post("/v1/ropes", &json!({"port_id": home})).well();
            format!("/v1/ropes/{}", text(&rope, "id"))
        };
        let (there, deleted) = (rope(&ann), rope(&ann));
        assert_eq!(ann.delete(&deleted).status, 204);
        assert_eq!(ann.delete(&format!("/v1/ports/{home}")).status, 204, "{}", server.name);
        for gone in [there, deleted] {
            assert_eq!(ann.get(&gone).status, 404);
            assert_eq!(
                ann.post(&format!("{gone}/restore"), &json!({})).status,
                404,
                "{}",
                server.name
            );
        }
    }
}

#[test]
fn more_than_can_go_at_once_is_refused_with_the_number() {
    for server in Server::both_by(fleet) {
        let ann = server.admin();
        let home = port(&ann);
        let making: Vec<_> = (0..4)
            .map(|_| {
                let (ann, home) = (ann.clone(), home.clone());
                std::thread::spawn(move || {
                    for _ in 0..505 {
                        ann.post("/v1/ropes", &json!({"port_id": home})).well();
                    }
                })
            })
            .collect();
        making.into_iter().for_each(|making| making.join().expect("ropes"));
        let told = ann.delete(&format!("/v1/ports/{home}"));
        assert_eq!(told.status, 422, "{}: {told:?}", server.name);
        assert!(
            told.text.contains("2020 records") || told.text.contains("2021 records"),
            "{told:?}"
        );
        assert_eq!(ann.get("/v1/ropes?total=true&limit=1").well()["total"], 2_020);
    }
}

/// Boats have to have some berths.
fn roomy(definition: &mut Value) {
    fleet(definition);
    definition["version"] = 2.into();
    entity(definition, "boat")["checks"] =
        json!([{"when": "berths.orValue(2) >= 2", "path": "/berths", "message": "two or more"}]);
}

#[test]
fn what_comes_back_is_looked_at_again() {
    for server in Server::both_by(fleet) {
        let ann = server.admin();
        let home = port(&ann);
        let keeper = ann.post("/v1/keepers", &json!({"name": "Kim"})).well();
        let keeper_path = format!("/v1/keepers/{}", text(&keeper, "id"));
        let boat = boat(&ann, &home);
        ann.patch(&boat, &json!({"keeper_id": keeper["id"], "berths": 1}))
            .well();
        assert_eq!(ann.delete(&boat).status, 204);
        assert_eq!(ann.delete(&keeper_path).status, 204);
        let told = ann.post(&format!("{boat}/restore"), &json!({}));
        assert_eq!(told.status, 422, "{}: {told:?}", server.name);
        assert_eq!(told.reasons(), [("records.link".to_owned(), "/keeper_id".to_owned())]);
        ann.post(&format!("{keeper_path}/restore"), &json!({})).well();
        let new = server.beside_by(roomy);
        let bob = new.admin();
        let told = bob.post(&format!("{boat}/restore"), &json!({}));
        assert_eq!(told.json()["code"], "records.check", "{}: {told:?}", server.name);
        assert_eq!(bob.get(&boat).status, 404);
    }
}

#[test]
fn opposite_changes_do_not_stand_in_each_others_way() {
    for server in Server::both_by(fleet) {
        let ann = server.admin();
        let home = port(&ann);
        let (one, other) = (boat(&ann, &home), boat(&ann, &home));
        let id = |path: &str| path.rsplit('/').next().expect("an id").to_owned();
        let start = Arc::new(Barrier::new(2));
        let changing = [(one.clone(), id(&other)), (other, id(&one))].map(|(path, beside)| {
            let (ann, start) = (ann.clone(), Arc::clone(&start));
            std::thread::spawn(move || {
                (0..100)
                    .map(|round| {
                        start.wait();
                        let change = match round % 2 {
                            0 => json!({"beside_id": beside}),
                            _ => json!({"beside_id": null}),
                        };
                        ann.patch(&path, &change).status
                    })
                    .collect::<Vec<u16>>()
            })
        });
        for changed in changing {
            let told = changed.join().expect("a thread");
            assert!(told.iter().all(|status| *status == 200), "{}: {told:?}", server.name);
        }
    }
}

#[test]
fn a_deletion_and_a_change_that_links_never_both_succeed() {
    for server in Server::both_by(fleet) {
        let ann = server.admin();
        let home = port(&ann);
        for _ in 0..15 {
            let boat = boat(&ann, &home);
            let other = port(&ann);
            let start = Arc::new(Barrier::new(2));
            let (one, wait, path) = (ann.clone(), Arc::clone(&start), boat.clone());
            let to = other.clone();
            let linking = std::thread::spawn(move || {
                wait.wait();
                one.patch(&path, &json!({"port_id": to})).status
            });
            start.wait();
            let deleted = ann.delete(&format!("/v1/ports/{other}")).status;
            let linked = linking.join().expect("a thread");
            assert!(
                matches!((linked, deleted), (200, 409) | (422, 204)),
                "{}: {linked} {deleted}",
                server.name
            );
            // Where it leads is there.
            let leads = text(&ann.get(&boat).well(), "port_id");
            assert_eq!(ann.get(&format!("/v1/ports/{leads}")).status, 200, "{}", server.name);
        }
    }
}

/// Records that lead to several ports: each says something else of what becomes of it when one of them goes.
fn with_lists(definition: &mut Value) {
    fleet(definition);
    definition["roles"]["warden"] = json!({"allow": ["ports:*"]});
    let ports = |deletion: Value| json!({"kind": "links", "entity": "port", "deletion": deletion});
    let entities = definition["entities"].as_array_mut().expect("entities");
    entities.extend([
        json!({"name": "tour", "fields": {
            "is_open": {"kind": "yes_no", "required": true},
            "port_ids": ports(json!({"refuse_while": "is_open"})),
        }}),
        json!({"name": "note", "soft_delete": {}, "fields": {"port_ids": ports(json!("clear"))}}),
        json!({"name": "ferry", "plural": "ferries", "fields": {"port_ids": ports(json!("cascade"))}}),
        json!({"name": "chart", "fields": {"port_ids": {"kind": "links", "entity": "port"}}}),
    ]);
}

#[test]
fn one_of_many_links_refuses_goes_along_or_lets_go() {
    for server in Server::both_by(with_lists) {
        let ann = server.admin();
        let [one, two, three] = [port(&ann), port(&ann), port(&ann)];
        let made = |path: &str, body: Value| {
            let made = ann.post(path, &body).well();
            format!("{path}/{}", text(&made, "id"))
        };
        let tour = made("/v1/tours", json!({"is_open": true, "port_ids": [one, two]}));
        let note = made("/v1/notes", json!({"port_ids": [one, two, three]}));
        let ferry = made("/v1/ferries", json!({"port_ids": [three, one]}));
        let path = |id: &str| format!("/v1/ports/{id}");
        let kept = |path: &str| ann.get(path).well()["port_ids"].clone();
        let in_use = |who: &Someone, id: &str, by: &str| {
            let told = who.delete(&path(id));
            assert_eq!(told.status, 409, "{}: {told:?}", server.name);
            let problem = told.json();
            assert_eq!(
                (
                    &problem["code"],
                    &problem["details"]["entity"],
                    &problem["details"]["count"]
                ),
                (&json!("records.in_use"), &json!(by), &json!(1)),
                "{}: {told:?}",
                server.name
            );
            problem["details"]["records"].clone()
        };
        let id = |path: &str| path.rsplit('/').next().expect("an id").to_owned();
        assert_eq!(in_use(&ann, &one, "tour"), json!([id(&tour)]));
        // Whoever may not read tours is told how many there are, and no more.
        let warden = server.someone(1, "kim", "warden");
        assert_eq!(in_use(&warden, &one, "tour"), Value::Null);
        assert_eq!(kept(&note), json!([one, two, three]), "nothing was changed");

        ann.patch(&tour, &json!({"is_open": false})).well();
        assert_eq!(ann.delete(&path(&one)).status, 204, "{}", server.name);
        assert_eq!(kept(&tour), json!([two]));
        assert_eq!(kept(&note), json!([two, three]));
        assert_eq!(ann.get(&ferry).status, 404, "{}", server.name);
        assert_eq!(ann.get(&path(&three)).status, 200, "what it led to besides stays");
        let history = ann.get(&format!("{note}/history")).well();
        let last = history["items"].as_array().and_then(|items| items.last()).cloned();
        let last = last.expect("an entry");
        assert_eq!(
            (&last["action"], &last["changes"][0]["after"]),
            (&json!("note:updated"), &json!([two, three]))
        );

        // One that was deleted lets go too, and comes back without what has gone.
        assert_eq!(ann.delete(&note).status, 204);
        assert_eq!(ann.delete(&path(&three)).status, 204, "{}", server.name);
        assert_eq!(
            ann.post(&format!("{note}/restore"), &json!({})).well()["port_ids"],
            json!([two])
        );
        let chart = made("/v1/charts", json!({"port_ids": [two]}));
        assert_eq!(in_use(&ann, &two, "chart"), json!([id(&chart)]));
        assert_eq!(ann.delete(&chart).status, 204);
        assert_eq!(ann.delete(&path(&two)).status, 204, "{}", server.name);
        assert_eq!((kept(&tour), kept(&note)), (json!([]), json!([])), "{}", server.name);
    }
}
