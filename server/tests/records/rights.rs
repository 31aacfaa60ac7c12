//! Who may do what with which records, and what they are shown of them.

use crate::lives::{plan, subscriber};
use crate::support::{Server, text};
use serde_json::json;

#[test]
fn a_technician_sees_the_subscribers_of_their_tickets() {
    for server in Server::both() {
        let ann = server.admin();
        let home = plan(&ann, "Home 50");
        let (ana, bob) = (subscriber(&ann, &home, "Ana"), subscriber(&ann, &home, "Bob"));
        let tim = server.someone(1, "tim", "technician");
        let ticket = json!({"subscriber_id": ana["id"], "subject": "S", "description": "D", "assignee": tim.id});
        let ticket = ann.post("/v1/tickets", &ticket).well();
        let seen = tim.get("/v1/subscribers?total=true").well();
        assert_eq!((&seen["total"], &seen["items"][0]["id"]), (&json!(1), &ana["id"]));
        assert_eq!(tim.get(&format!("/v1/subscribers/{}", text(&bob, "id"))).status, 404);
        assert_eq!(tim.get(&format!("/v1/subscribers/{}", text(&ana, "id"))).status, 200);
        let told = tim.patch(
            &format!("/v1/subscribers/{}", text(&ana, "id")),
            &json!({"billing_day": 2}),
        );
        assert_eq!(told.status, 403, "{told:?}");
        let own = format!("/v1/tickets/{}", text(&ticket, "id"));
        tim.post(&format!("{own}/assign"), &json!({"assignee": tim.id})).well();
        // The ticket is resolved: they have no business with the subscriber any more.
        tim.post(&format!("{own}/resolve"), &json!({"resolution": "done"}))
            .well();
        assert_eq!(
            tim.get(&format!("/v1/subscribers/{}", text(&ana, "id"))).status,
            404,
            "{}",
            server.name
        );
    }
}

#[test]
fn what_is_masked_is_stars_everywhere_and_named_nowhere() {
    for server in Server::both() {
        let ann = server.admin();
        let home = plan(&ann, "Home 50");
        let ana = subscriber(&ann, &home, "Ana");
        let path = format!("/v1/subscribers/{}", text(&ana, "id"));
        ann.patch(
            &path,
            &json!({"email": "ana@example.com", "pppoe_username": "ana.weber"}),
        )
        .well();
        let sue = server.someone(1, "sue", "support");
        let shown = sue.get(&path).well();
        assert_eq!(
            (&shown["phone"], &shown["email"], &shown["name"]),
            (&json!("********"), &json!("********"), &json!("Ana"))
        );
        for told in [
            sue.get("/v1/subscribers").text,
            sue.get(&format!("{path}/history")).text,
            sue.get("/v1/tickets?expand=subscriber_id").text,
            sue.patch(&path, &json!({"billing_day": 9})).text,
        ] {
            assert!(
                !told.contains("example.com") && !told.contains("ana.weber") && !told.contains("301234567"),
                "{told}"
            );
        }
        // A search by what is hidden finds nothing, and a filter by it does not exist.
        assert_eq!(sue.get("/v1/subscribers?q=example.com&total=true").well()["total"], 0);
        assert_eq!(sue.get("/v1/subscribers?email=ana@example.com").status, 422);
        assert_eq!(sue.patch(&path, &json!({"email": "eve@example.com"})).status, 422);
        assert_eq!(sue.patch(&path, &json!({"email": "********"})).status, 422);
        assert_eq!(ann.get(&path).well()["email"], "ana@example.com");
    }
}

#[test]
fn a_secret_is_in_no_answer_and_not_in_the_file() {
    let server = Server::start("sqlite");
    let ann = server.admin();
    let home = plan(&ann, "Home 50");
    let ana = subscriber(&ann, &home, "Ana");
    let path = format!("/v1/subscribers/{}", text(&ana, "id"));
    let secret = "correct-horse-battery-staple";
    let told = ann.patch(&path, &json!({"pppoe_password": secret}));
    assert_eq!(told.status, 200);
    assert!(!told.text.contains(secret));
    for kept in server.files() {
        let bytes = std::fs::read(&kept).expect("a file");
        let found = bytes.windows(secret.len()).any(|part| part == secret.as_bytes());
        assert!(!found, "the secret stands in {}", kept.display());
        assert!(
            !bytes.is_empty() || kept.to_string_lossy().contains("-"),
            "{}",
            kept.display()
        );
    }
}
