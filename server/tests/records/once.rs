//! The same request again: carried out once, told as it was.

use crate::support::{Server, Someone, text};
use ratebook_server::records::sweep;
use serde_json::json;

#[test]
fn a_key_carries_a_request_out_once() {
    for server in Server::both() {
        let ann = server.admin();
        let tag =
            |key: &str, name: &str| ann.post_with("/v1/tags", &[("idempotency-key", key)], &json!({"name": name}));
        let first = tag("k1", "vip");
        assert_eq!(first.status, 201);
        let again = tag("k1", "vip");
        assert_eq!((again.status, &again.text), (201, &first.text));
        assert_eq!(
            (&again.headers["etag"], &again.headers["location"]),
            (&first.headers["etag"], &first.headers["location"])
        );
        let other = tag("k1", "late");
        assert_eq!((other.status, other.reasons()[0].0.as_str()), (422, "request.conflict"));
        // Another one's key is another key.
        let bob = server.someone(2, "ann", "admin");
        assert_eq!(
            bob.post_with("/v1/tags", &[("idempotency-key", "k1")], &json!({"name": "vip"}))
                .status,
            201
        );
        // What was refused was not carried out, and may be put right.
        assert_eq!(tag("k2", "not a slug").status, 422);
        assert_eq!(tag("k2", "late").status, 201);
        assert_eq!(ann.get("/v1/tags?total=true").well()["total"], 2, "{}", server.name);
        let long = "x".repeat(256);
        assert_eq!(tag(&long, "long").status, 422);
    }
}

#[test]
fn many_at_once_make_one() {
    for server in Server::both() {
        let ann = server.admin();
        let asking: Vec<_> = (0..24)
            .map(|_| {
                let ann = ann.clone();
                std::thread::spawn(move || {
                    let change = json!({"name": "Pump", "place": "yard", "quantity": 1});
                    ann.post_with("/v1/stock-items", &[("idempotency-key", "pump")], &change)
                })
            })
            .collect();
        let told: Vec<_> = asking.into_iter().map(|one| one.join().expect("a thread")).collect();
        let mut ids: Vec<String> = told
            .iter()
            .filter(|told| told.status == 201)
            .map(|told| text(&told.json(), "id"))
            .collect();
        ids.dedup();
        assert_eq!(ids.len(), 1, "{}", server.name);
        for told in told.iter().filter(|told| told.status != 201) {
            assert_eq!((told.status, told.reasons()[0].0.as_str()), (409, "engine.busy"));
        }
        assert_eq!(ann.get("/v1/stock-items?total=true").well()["total"], 1);
    }
}

#[test]
fn answers_are_kept_for_a_day_and_no_longer() {
    for server in Server::both() {
        let ann = server.admin();
        let post = |ann: &Someone, key: &str| {
            let told = ann.post_with(
                "/v1/tags",
                &[("idempotency-key", key)],
                &json!({"name": format!("tag-{key}")}),
            );
            told.status
        };
        assert_eq!(post(&ann, "one"), 201);
        server.turn_on(23 * 3_600);
        let ann = server.admin();
        assert_eq!(post(&ann, "two"), 201);
        assert_eq!(server.wait_for(sweep::old_answers(server.app())).expect("a look"), 0);
        assert_eq!(post(&ann, "one"), 201, "told again");
        server.turn_on(2 * 3_600);
        let ann = server.admin();
        assert_eq!(
            server.wait_for(sweep::old_answers(server.app())).expect("a look"),
            1,
            "{}",
            server.name
        );
        // The one that is gone is asked anew, and its name is taken; the other one is told again.
        assert_eq!(post(&ann, "one"), 409);
        assert_eq!(post(&ann, "two"), 201);
    }
}
