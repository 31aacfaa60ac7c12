//! What packs write to people by themselves: each once, until it ends, to those who want it, and shown to those who may know.

use mail_parser::MessageParser;
use ratebook_server::platform::jobs::{self, Connectors};
use ratebook_server::platform::mail::Mail;
use ratebook_server_testing::{Base, Client, Served};
use serde_json::{Value, json};

use crate::smtp::MailServer;
use crate::support::{Owner, subscriber, tenants, ticket};

/// A day, and a little more: clocks may change meanwhile.
const DAY: i64 = 25 * 3_600;

fn letter(name: &str, entity: &str, email: &str, subject: &str) -> Value {
    json!({
        "name": name, "entity": entity, "as_role": "letters", "to": [{"email": email}], "words": {"en": {"subject": subject, "text": "Hello."}},
    })
}

/// Whoever a ticket is about is asked after one and three days whether it is still so, and is written to about new plans if they agreed.
fn caring(pack: &mut Value) {
    pack.as_object_mut().expect("a pack").remove("automation");
    let mail = pack["mail"].as_array_mut().expect("letters");
    mail.push(letter("still_so", "ticket", "subscriber_id.email", "Still so?"));
    mail.push(letter("new_plans", "subscriber", "email", "New plans"));
    let entities = pack["entities"].as_array_mut().expect("entities");
    let subscriber = entities.iter_mut().find(|entity| entity["name"] == "subscriber");
    subscriber.expect("subscribers")["fields"]["joined_on"] = json!({"kind": "day", "personal": "remove"});
    pack["contacts"] = json!([
        {"name": "care", "entity": "ticket", "as_role": "letters", "contacts": [
            {"id": "still_so", "purpose": "service", "channel": "email", "letter": "still_so", "anchor": "created_at", "days": [1, 3],
             "when": "priority != 'low'", "stops_on": ["resolved", "closed"], "grace_minutes": 1440},
        ]},
        {"name": "offers", "entity": "subscriber", "as_role": "letters", "consent": "newsletter", "contacts": [
            {"id": "new_plans", "purpose": "marketing", "channel": "email", "letter": "new_plans", "anchor": "joined_on",
             "minutes": [1620], "when": "has(phone)", "grace_minutes": 2880},
        ]},
    ]);
}

fn later(pack: &mut Value) {
    caring(pack);
    pack["version"] = json!(3);
}

fn without(pack: &mut Value) {
    pack.as_object_mut().expect("a pack").remove("automation");
}

fn mailing(server: &MailServer) -> Connectors {
    let mail = Mail::new(&server.address(), "Ratebook <desk@example.com>").expect("settings");
    Connectors::of_engine().and(mail)
}

fn on_both(test: impl Fn(&Served, &MailServer)) {
    for base in [Base::Sqlite, Base::Postgres] {
        let server = MailServer::start();
        test(&Served::carried_out_by(base, caring, mailing(&server)), &server);
    }
}

/// Who was written to, and about what.
fn told(server: &MailServer) -> Vec<(String, String)> {
    let one = server.arrived().into_iter().map(|one| {
        let read = MessageParser::default().parse(&one.text).expect("a mail");
        let to = one.receivers[0]
            .trim_start_matches("RCPT TO:<")
            .trim_end_matches('>')
            .to_owned();
        (to, read.subject().expect("a subject").to_owned())
    });
    let mut told: Vec<(String, String)> = one.collect();
    told.sort();
    told
}

fn both(to: &str, subject: &str) -> (String, String) {
    (to.to_owned(), subject.to_owned())
}

fn reachable(owner: &Owner<'_>, name: &str, email: &str) -> String {
    let id = subscriber(owner, name);
    owner
        .patch(&format!("/v1/subscribers/{id}"), &json!({"email": email}))
        .is(200);
    id
}

fn shown(owner: &Owner<'_>, id: &str) -> Value {
    owner.get(&format!("/v1/tickets/{id}/contacts")).is(200).json()
}

fn count(shown: &Value, list: &str) -> usize {
    shown[list].as_array().expect("a list").len()
}

#[test]
fn each_is_sent_once_and_what_comes_is_told() {
    on_both(|served, server| {
        let [owner, other] = tenants(served);
        let ada = reachable(&owner, "Ada", "ada@example.com");
        let id = ticket(&owner, &ada, &json!({"priority": "high"}));
        let low = ticket(&owner, &ada, &json!({"priority": "low"}));
        served.work();
        assert!(told(server).is_empty());
        let first = shown(&owner, &id);
        assert_eq!(
            (count(&first, "sent"), count(&first, "next"), count(&first, "not_sent")),
            (0, 2, 0),
            "{first}"
        );
        assert_eq!(first["next"][0]["letter"], "still_so");
        other.get(&format!("/v1/tickets/{id}/contacts")).is(404);

        served.pass(DAY);
        served.work();
        served.work();
        served.beside_carried_out_by(mailing(server)).work();
        assert_eq!(told(server), [both("ada@example.com", "Still so?")]);
        let second = shown(&owner, &id);
        assert_eq!((count(&second, "sent"), count(&second, "next")), (1, 1), "{second}");
        assert_eq!(second["sent"][0]["due_at"], first["next"][0]["due_at"]);
        assert_eq!(second["next"][0]["due_at"], first["next"][1]["due_at"]);
        // Its condition does not hold.
        let against = shown(&owner, &low);
        assert_eq!(
            (count(&against, "sent"), &against["not_sent"][0]["why"]),
            (0, &json!("condition")),
            "{against}"
        );

        // A change of the record sends nothing again; one that makes the condition true sends what is not too late.
        owner
            .patch(&format!("/v1/tickets/{id}"), &json!({"subject": "No line at all"}))
            .is(200);
        owner
            .patch(&format!("/v1/tickets/{low}"), &json!({"priority": "high"}))
            .is(200);
        served.work();
        assert_eq!(told(server).len(), 2);
        served.pass(2 * DAY);
        served.work();
        assert_eq!(told(server).len(), 4);
        let last = shown(&owner, &id);
        assert_eq!((count(&last, "sent"), count(&last, "next")), (2, 0), "{last}");
        assert!(
            served
                .rows("contact_timers")
                .iter()
                .all(|row| row["entity"] != "ticket")
        );
    });
}

#[test]
fn two_servers_at_once_send_it_once() {
    on_both(|served, server| {
        let [owner, _] = tenants(served);
        let ada = reachable(&owner, "Ada", "ada@example.com");
        for _ in 0..10 {
            ticket(&owner, &ada, &json!({}));
        }
        served.work();
        served.pass(DAY);
        let beside = served.beside_carried_out_by(mailing(server));
        std::thread::scope(|scope| {
            for one in [served, &beside] {
                scope.spawn(move || one.wait_for(jobs::work(one.app())));
            }
        });
        served.work();
        assert_eq!(told(server).len(), 10);
        assert_eq!(served.rows("contacts").len(), 10);
    });
}

#[test]
fn what_has_ended_is_written_about_no_more() {
    on_both(|served, server| {
        let [owner, _] = tenants(served);
        let ada = reachable(&owner, "Ada", "ada@example.com");
        let [done, gone, late] = [0; 3].map(|_| ticket(&owner, &ada, &json!({})));
        owner
            .post(&format!("/v1/tickets/{done}/resolve"), &json!({"resolution": "done"}))
            .is(200);
        owner.delete(&format!("/v1/tickets/{gone}")).is(204);
        served.work();
        let ended = shown(&owner, &done);
        assert_eq!((count(&ended, "next"), count(&ended, "sent")), (0, 0), "{ended}");
        owner.get(&format!("/v1/tickets/{gone}/contacts")).is(404);
        served.pass(DAY);
        served.work();
        assert_eq!(told(server), [both("ada@example.com", "Still so?")]);
        assert_eq!(count(&shown(&owner, &late), "sent"), 1);
        // Longer than it may be late; nobody was there.
        served.pass(10 * DAY);
        served.work();
        assert_eq!(told(server).len(), 1);
        assert_eq!(shown(&owner, &late)["not_sent"][0]["why"], "too_late");
    });
}

#[test]
fn what_is_marketing_goes_to_those_who_have_agreed() {
    on_both(|served, server| {
        let [owner, _] = tenants(served);
        let client = owner.client.borrow().clone();
        let ada = reachable(&owner, "Ada", "ada@example.com");
        let ben = reachable(&owner, "Ben", "ben@example.com");
        let eve = reachable(&owner, "Eve", "eve@example.com");
        for person in [&ada, &ben, &eve] {
            let path = format!("/v1/subscribers/{person}");
            let made = owner.get(&path).is(200).json()["created_at"].clone();
            let day = &made.as_str().expect("a moment")[..10];
            owner.patch(&path, &json!({"joined_on": day})).is(200);
        }
        let consent = |person: &str, given: bool| {
            let mut consent = json!({"person": person, "purpose": "newsletter", "given": given, "source": "form"});
            if given {
                consent["language"] = json!("en");
            }
            owner.post("/v1/privacy/consents", &consent).is(201);
        };
        consent(&ada, true);
        consent(&eve, true);
        consent(&eve, false);
        let path = |id: &str| format!("/v1/subscribers/{id}/contacts");
        let next = owner.get(&path(&ada)).is(200).json();
        assert_eq!(
            (count(&next, "next"), &next["next"][0]["plan"]),
            (1, &json!("offers")),
            "{next}"
        );
        assert_eq!(count(&owner.get(&path(&ben)).is(200).json(), "next"), 0);

        // Who sees neither telephone numbers nor consents is told nothing of what goes out by them.
        let support = support(served, &client);
        let hidden = support.get(&path(&ada)).is(200).json();
        assert_eq!(hidden, json!({"sent": [], "next": [], "not_sent": []}));
        served.work();
        // By then it is the next morning everywhere.
        served.pass(30 * 3_600);
        served.work();
        assert_eq!(told(server), [both("ada@example.com", "New plans")]);
        let ben = owner.get(&path(&ben)).is(200).json();
        assert_eq!(ben["not_sent"][0]["why"], "no_consent", "{ben}");
        let support = served.signed_in("sue@example.com").at("acme");
        assert_eq!(support.get(&path(&ada)).is(200).json(), hidden);
        // What was sent by a date that is taken out is forgotten.
        assert_eq!(served.rows("contacts").len(), 1);
        owner.post("/v1/privacy/anonymise", &json!({"person": ada})).is(202);
        served.work();
        assert!(served.rows("contacts").is_empty());
    });
}

/// Somebody of the desk, by a server that hands invitations on.
fn support(served: &Served, owner: &Client) -> Client {
    let beside = served.beside_carried_out_by(Connectors::of_engine());
    let member = beside.member(&owner.clone().elsewhere(beside.url()), "sue@example.com", &["support"]);
    member.elsewhere(served.url())
}

#[test]
fn records_that_were_there_before_a_plan_are_found_in_the_night() {
    for base in [Base::Sqlite, Base::Postgres] {
        let served = Served::carried_out_by(base, without, Connectors::of_engine());
        let [owner, _] = tenants(&served);
        let ada = reachable(&owner, "Ada", "ada@example.com");
        ticket(&owner, &ada, &json!({}));
        served.work();
        assert!(served.rows("contact_timers").is_empty());
        let later = served.beside_by(later);
        later.work();
        // What follows from a plan is made of them when it comes; what was lost of it is found in the night.
        let made = served.rows("contact_timers").len();
        assert!(made > 0);
        assert_eq!(served.carry_out("DELETE FROM contact_timers"), Ok(made as u64));
        later.pass(DAY);
        later.work();
        let timers = served.rows("contact_timers");
        let of_tickets = timers.iter().filter(|row| row["entity"] == "ticket").count();
        assert_eq!(
            (of_tickets, timers.iter().all(|row| row["version"] == 3)),
            (1, true),
            "{timers:?} {:?}",
            served.rows("jobs")
        );
        later.work();
        assert_eq!(served.rows("contact_timers").len(), timers.len());
    }
}
