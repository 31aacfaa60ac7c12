//! What refuses a deletion refuses it, what goes with it goes, what only names it lets go.

use crate::lives::{plan, subscriber};
use crate::support::{Server, text};
use serde_json::json;

#[test]
fn a_plan_in_use_is_not_deleted() {
    for server in Server::both() {
        let ann = server.admin();
        let home = plan(&ann, "Home 50");
        let ana = subscriber(&ann, &home, "Ana");
        let path = format!("/v1/service-plans/{}", text(&home, "id"));
        let told = ann.delete(&path);
        assert_eq!(told.status, 409, "{told:?}");
        let problem = told.json();
        assert_eq!(problem["code"], "records.in_use");
        assert_eq!(problem["details"]["count"], 1);
        assert_eq!(problem["details"]["records"], json!([ana["id"]]));
        // Whoever may not read subscribers is told how many there are, and no more.
        let keeper = server.someone(1, "kim", "keeper");
        let told = keeper.delete(&path).json();
        assert_eq!(
            (&told["code"], &told["details"]["count"], told["details"].get("records")),
            (&json!("records.in_use"), &json!(1), None)
        );
        // Once they are terminated it goes. Who used it still tells which one it was.
        let own = format!("/v1/subscribers/{}", text(&ana, "id"));
        ann.post(&format!("{own}/terminate"), &json!({})).well();
        assert_eq!(ann.delete(&path).status, 204, "{}", server.name);
        assert_eq!(ann.get(&own).well()["service_plan_id"], home["id"]);
        assert_eq!(ann.get(&path).status, 404);
    }
}

#[test]
fn what_hangs_on_a_record_goes_with_it() {
    for server in Server::both() {
        let ann = server.admin();
        let van = ann
            .post(
                "/v1/vehicles",
                &json!({"plate": "B-RB 100", "model": "Van", "seats": 3}),
            )
            .well();
        let price = json!({"amount": "10.00", "currency": "EUR"});
        let alps = json!({"name": "Alps", "first_day": "2027-06-05", "last_day": "2027-06-12", "price": price, "vehicle_id": van["id"]});
        let alps = ann.post("/v1/trips", &alps).well();
        assert_eq!(alps["nights"], 7);
        let tom = ann
            .post("/v1/travellers", &json!({"trip_id": alps["id"], "name": "Tom"}))
            .well();
        // Soft deletion keeps the link, so that the van can come back.
        let van_path = format!("/v1/vehicles/{}", text(&van, "id"));
        assert_eq!(ann.delete(&van_path).status, 204);
        let trip = format!("/v1/trips/{}", text(&alps, "id"));
        assert_eq!(ann.get(&trip).well()["vehicle_id"], van["id"]);
        let told = ann.patch(&trip, &json!({"vehicle_id": van["id"], "name": "Over the Alps"}));
        assert_eq!(told.status, 200, "what is linked already stays: {told:?}");
        // Its plate is free for another one, and then it cannot come back.
        let other = ann
            .post(
                "/v1/vehicles",
                &json!({"plate": "b-rb 100", "model": "Bus", "seats": 9}),
            )
            .well();
        let told = ann.post(&format!("{van_path}/restore"), &json!({}));
        assert_eq!(
            (told.status, told.json()["code"].clone()),
            (409, json!("records.taken"))
        );
        assert_eq!(ann.delete(&format!("/v1/vehicles/{}", text(&other, "id"))).status, 204);
        assert_eq!(ann.post(&format!("{van_path}/restore"), &json!({})).status, 200);

        assert_eq!(ann.delete(&trip).status, 204);
        assert_eq!(
            ann.get(&format!("/v1/travellers/{}", text(&tom, "id"))).status,
            404,
            "{}",
            server.name
        );
    }
}

#[test]
fn a_deletion_and_a_new_link_never_both_succeed() {
    for server in Server::both() {
        let ann = server.admin();
        for round in 0..12 {
            let home = plan(&ann, &format!("Plan {round}"));
            let path = format!("/v1/service-plans/{}", text(&home, "id"));
            let (one, other) = (ann.clone(), ann.clone());
            let linking = std::thread::spawn(move || {
                let change =
                    json!({"name": "N", "phone": "+49301234567", "address": "A", "service_plan_id": home["id"]});
                one.post("/v1/subscribers", &change).status
            });
            let deleting = std::thread::spawn(move || other.delete(&path).status);
            let told = (linking.join().expect("a thread"), deleting.join().expect("a thread"));
            assert!(
                matches!(told, (201, 409) | (422 | 409, 204)),
                "{}: {told:?}",
                server.name
            );
        }
    }
}

#[test]
fn no_record_goes_on_with_the_history_of_another() {
    for server in Server::both() {
        let ann = server.admin();
        let own = json!({"id": "01890a5d-ac96-774b-bcce-b302099a8057", "name": "vip"});
        assert_eq!(ann.post("/v1/tags", &own).status, 201);
        let refused = || {
            let told = ann.post("/v1/tags", &own);
            assert_eq!(told.status, 409, "{}: {told:?}", server.name);
            let taken = ("records.taken".to_owned(), "/id".to_owned());
            assert!(told.reasons().contains(&taken), "{told:?}");
        };
        refused();
        assert_eq!(ann.delete(&format!("/v1/tags/{}", text(&own, "id"))).status, 204);
        refused();
    }
}
