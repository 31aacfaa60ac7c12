//! Forms: what somebody may see of a record, fill in, and let happen to it, as it is by now.

use crate::lives::{plan, subscriber};
use crate::support::{Server, text};
use serde_json::{Value, json};

fn fields(form: &Value) -> Vec<&Value> {
    let groups = form["groups"].as_array().expect("groups").iter();
    groups
        .flat_map(|group| group["fields"].as_array().expect("fields"))
        .collect()
}

fn named<'f>(form: &'f Value, name: &str) -> Option<&'f Value> {
    fields(form).into_iter().find(|field| field["name"] == name)
}

fn possible(form: &Value) -> Vec<&str> {
    let events = form["events"].as_array().expect("events").iter();
    let events = events.filter(|event| event["possible"] == true);
    events.filter_map(|event| event["name"].as_str()).collect()
}

#[test]
fn a_form_is_of_the_record_as_it_is_and_of_whoever_asks() {
    for server in Server::both() {
        let ann = server.admin();
        let ana = subscriber(&ann, &plan(&ann, "Home 50"), "Ana");
        let tim = server.someone(1, "tim", "technician");
        let ticket = json!({"subscriber_id": ana["id"], "subject": "S", "description": "D", "assignee": tim.id});
        let ticket = format!("/v1/tickets/{}", text(&ann.post("/v1/tickets", &ticket).well(), "id"));
        let form = ann.get(&format!("{ticket}/form")).well();
        assert_eq!(form["can_write"], true, "{}: {form}", server.name);
        assert_eq!(possible(&form), ["assign", "resolve"]);
        assert_eq!(named(&form, "subject").expect("a field")["writable"], true);
        assert_eq!(named(&form, "status").expect("a field")["writable"], false);
        ann.post(&format!("{ticket}/resolve"), &json!({"resolution": "a cable"}))
            .well();
        assert_eq!(possible(&ann.get(&format!("{ticket}/form")).well()), ["reopen"]);
        // A week later it has closed by itself, whoever looks first.
        server.turn_on(8 * 86_400);
        let form = server.admin().get(&format!("{ticket}/form")).well();
        assert_eq!(possible(&form), Vec::<&str>::new(), "{}: {form}", server.name);
    }
}

#[test]
fn what_is_hidden_is_in_no_form_and_who_may_not_read_has_none() {
    for server in Server::both() {
        let ann = server.admin();
        let ana = subscriber(&ann, &plan(&ann, "Home 50"), "Ana");
        let path = format!("/v1/subscribers/{}/form", text(&ana, "id"));
        assert!(named(&ann.get(&path).well(), "phone").is_some(), "{}", server.name);
        let sue = server.someone(1, "sue", "support");
        let form = sue.get(&path).well();
        assert!(named(&form, "phone").is_none(), "{}: {form}", server.name);
        assert!(named(&form, "name").is_some());
        assert_eq!((&form["can_write"], &form["can_delete"]), (&json!(true), &json!(false)));
        // Of a new one nobody knows yet what it will hide.
        let new = ann.get("/v1/subscribers/form").well();
        assert_eq!((&new["label"], &new["events"]), (&form["label"], &json!([])));
        assert_eq!(named(&new, "name").expect("a field")["required"], true);
        // A technician who does not visit her has none of her, in the words of one that is not there.
        let tim = server.someone(1, "tim", "technician");
        let told = tim.get(&path);
        assert_eq!((told.status, told.reasons()[0].0.as_str()), (404, "records.not_found"));
        let nobody = tim.get("/v1/subscribers/01890a5d-ac96-774b-bcce-b302099a8057/form");
        assert_eq!(told.text, nobody.text, "{}", server.name);
        let keeper = server.someone(1, "kim", "keeper");
        let told = keeper.get("/v1/subscribers/form");
        assert_eq!(
            (told.status, told.reasons()[0].0.as_str()),
            (403, "tenancy.permission_missing")
        );
        assert_eq!(keeper.get(&path).status, 403);
        // What stands behind the address is known or refused by name.
        let told = ann.get(&format!("{path}?fields=name"));
        assert_eq!(told.reasons(), [("request.unknown".to_owned(), "/fields".to_owned())]);
    }
}
