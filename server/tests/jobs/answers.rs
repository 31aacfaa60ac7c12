//! Answers to letters of packs: they come back to an address that was written for them, or by the id of the letter, and stand at the record that
//! it was about.

use mail_parser::MessageParser;
use ratebook_server::platform::jobs::Connectors;
use ratebook_server::platform::mail::Mail;
use ratebook_server_testing::{Base, Client, Served};
use serde_json::{Value, json};

use crate::smtp::MailServer;
use crate::support::{Owner, subscriber, tenants, ticket};

/// Whoever has the line is told that somebody is at their ticket; what they answer becomes a note.
fn answered(pack: &mut Value) {
    let note = json!({
        "name": "note",
        "fields": {
            "ticket_id": {"kind": "link", "entity": "ticket", "required": true, "filter": true, "deletion": "cascade"},
            "text": {"kind": "long_text", "required": true},
            "sender": {"kind": "email"},
        },
    });
    pack["entities"].as_array_mut().expect("entities").push(note);
    pack["roles"]["inbox"] = json!({
        "allow": ["tickets:read", "tickets:write", "notes:read", "notes:write", "subscribers:read", "personal:read"],
    });
    let places = pack["inbound"].as_array_mut().expect("places");
    places[0]["reply"] = json!({"entity": "note", "link": "ticket_id", "text": "text", "sender": "sender"});
    let mut other = places[0].clone();
    other["name"] = "billing".into();
    places.push(other);
    let letter = json!({
        "name": "ticket_begun", "entity": "ticket", "as_role": "letters", "to": [{"email": "subscriber_id.email"}], "fields": ["number"],
        "answers": "support", "words": {"en": {"subject": "{{ number }} is in work", "text": "We look at it."}},
    });
    pack["mail"].as_array_mut().expect("letters").push(letter);
    let machines = pack["machines"].as_array_mut().expect("machines");
    let desk = machines.iter_mut().find(|machine| machine["name"] == "desk");
    let ways = desk.expect("the desk")["transitions"].as_array_mut().expect("ways");
    let assign = ways.iter_mut().find(|way| way["event"] == "assign").expect("an event");
    assign["effects"] = json!([{"name": "send_email", "with": {"template": "ticket_begun"}}]);
}

/// The same where nobody answers but the contact.
fn by_contact(pack: &mut Value) {
    answered(pack);
    pack["inbound"][0]["reply"]["only_contact"] = true.into();
}

fn on_both(edit: fn(&mut Value), test: impl Fn(&Served, &MailServer)) {
    for base in [Base::Sqlite, Base::Postgres] {
        let server = MailServer::start();
        let mail = Mail::new(&server.address(), "Ratebook <desk@example.com>").expect("settings");
        let connectors = Connectors::of_engine().and(mail);
        test(&Served::carried_out_by(base, edit, connectors), &server);
    }
}

fn opened(client: &Client, name: &str, said: &Value) -> String {
    let answer = client
        .ask("PUT", &format!("/v1/inboxes/{name}"), Some(said), &[])
        .is(200);
    answer.json()["key"].as_str().expect("a key").to_owned()
}

/// The outcome of a mail of somebody whom nobody here knows.
fn sends(served: &Served, key: &str, headers: &str) -> (u16, Value) {
    let mail = format!("From: Ann <ann@elsewhere.example>\r\n{headers}\r\nThanks, it works again.");
    let bearer = format!("Bearer {key}");
    let told = [("content-type", "message/rfc822"), ("authorization", bearer.as_str())];
    let answer = served
        .anybody()
        .send("POST", "/v1/inbound", Some(mail.as_bytes()), &told);
    (answer.status, answer.json())
}

/// Where the last letter says that answers go, and what it is called.
fn sent(served: &Served, server: &MailServer, owner: &Owner<'_>, ticket: &str) -> (Option<String>, String) {
    let path = format!("/v1/tickets/{ticket}/assign");
    owner.post(&path, &json!({"assignee": "bob"})).is(200);
    served.work();
    served.work();
    let letter = server.arrived().pop().expect("a letter").text;
    let read = MessageParser::default().parse(&letter).expect("a mail");
    let answers = read.reply_to().and_then(|to| to.first()?.address()).map(str::to_owned);
    (answers, read.message_id().expect("an id").to_owned())
}

#[test]
fn an_answer_to_a_letter_stands_at_the_record_that_it_was_about() {
    on_both(answered, |served, server| {
        let [owner, other] = tenants(served);
        let client = owner.client.borrow().clone();
        let ann = subscriber(&owner, "Ann");
        let email = json!({"email": "ann@example.com"});
        owner.patch(&format!("/v1/subscribers/{ann}"), &email).is(200);
        let id = ticket(&owner, &ann, &json!({}));
        // Where the tenant has no address for them, answers go to whoever sends.
        let key = opened(&client, "support", &json!({}));
        assert_eq!(sent(served, server, &owner, &id).0, None);
        client
            .patch("/v1/inboxes/support", &json!({"address": "desk@acme.example"}))
            .is(200);
        let (address, ours) = sent(served, server, &owner, &id);
        let address = address.expect("an address");
        assert!(
            address.starts_with("desk+") && address.ends_with("@acme.example"),
            "{address}"
        );
        let by_address = format!(
            "Message-ID: <1@x>\r\nTo: somebody@example.com\r\nDelivered-To: {}\r\n",
            address.to_uppercase()
        );
        let by_id = format!("Message-ID: <2@x>\r\nReferences: <a@b> <{ours}>\r\n");
        for headers in [by_address.as_str(), by_id.as_str()] {
            let (status, told) = sends(served, &key, headers);
            assert_eq!(
                (status, &told["outcome"], &told["entity"]),
                (200, &json!("reply"), &json!("note")),
                "{told}"
            );
        }
        let notes = owner.get("/v1/notes").is(200).json();
        let notes = notes["items"].as_array().expect("notes").clone();
        assert_eq!(notes.len(), 2);
        for note in &notes {
            assert_eq!(
                (&note["ticket_id"], &note["sender"]),
                (&json!(id), &json!("ann@elsewhere.example"))
            );
        }
        // An address that nobody here has written, and a letter of another tenant, are none, also where that has a record of the same id.
        let (before, behind) = address.split_at(20);
        let digit = if behind.starts_with('0') { '1' } else { '0' };
        let forged = format!("Message-ID: <3@x>\r\nTo: {before}{digit}{}\r\n", &behind[1..]);
        assert_eq!(sends(served, &key, &forged).0, 422);
        let both = format!("Message-ID: <4@x>\r\nTo: {address}\r\nIn-Reply-To: <{ours}>\r\n");
        let bea = subscriber(&other, "Bea");
        assert_eq!(ticket(&other, &bea, &json!({"id": id})), id);
        let elsewhere = opened(
            &other.client.borrow(),
            "support",
            &json!({"address": "desk@globex.example"}),
        );
        assert_eq!(sends(served, &elsewhere, &both).0, 422);
        // Nor do they hold at an inbox where no letter says that its answers arrive.
        let billing = opened(&client, "billing", &json!({"address": "desk@acme.example"}));
        assert_eq!(sends(served, &billing, &both).0, 422);
        // Our own letter, sent back without its headers, is one that nobody has written.
        let own = sends(served, &key, &format!("Message-ID: <{ours}>\r\nTo: {address}\r\n"));
        assert_eq!((own.0, &own.1["outcome"]), (200, &json!("dropped")));
        // Of a ticket that is gone nothing is answered.
        owner.delete(&format!("/v1/tickets/{id}")).is(204);
        let late = format!("Message-ID: <5@x>\r\nTo: {address}\r\n");
        assert_eq!(sends(served, &key, &late).0, 422);
    });
}

#[test]
fn only_the_contact_answers_where_the_pack_says_so() {
    on_both(by_contact, |served, server| {
        let [owner, _] = tenants(served);
        let client = owner.client.borrow().clone();
        let ann = subscriber(&owner, "Ann");
        let email = json!({"email": "ann@elsewhere.example"});
        owner.patch(&format!("/v1/subscribers/{ann}"), &email).is(200);
        let id = ticket(&owner, &ann, &json!({}));
        let said = json!({"address": "desk@acme.example", "authserv_id": "mx.acme.example"});
        let key = opened(&client, "support", &said);
        let (address, ours) = sent(served, server, &owner, &id);
        let address = address.expect("an address");
        // Whoever was given the address says that they are Ann, and then it is shown.
        let answer = format!("Message-ID: <1@x>\r\nTo: {address}\r\nIn-Reply-To: <{ours}>\r\n");
        assert_eq!(sends(served, &key, &answer).0, 422);
        let proof = "Authentication-Results: mx.acme.example; dmarc=pass header.from=elsewhere.example\r\n";
        let (status, told) = sends(served, &key, &format!("{proof}{answer}"));
        assert_eq!((status, &told["outcome"]), (200, &json!("reply")), "{told}");
        let notes = owner.get("/v1/notes").is(200).json();
        assert_eq!(notes["items"][0]["ticket_id"], json!(id));
    });
}
