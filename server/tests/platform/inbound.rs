//! Mail that arrives: it becomes a record or an answer to one, once, and nothing where nobody has written it or nobody may say who did.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ratebook_server::platform::files::Files;
use ratebook_server::records::sweep;
use ratebook_server_testing::{Answer, Base, Client, Served};
use serde_json::{Value, json};

use crate::files::{PDF, id_of};

pub(crate) const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;
/// What a mail server of the tenant's adds to mail that comes from where it says.
pub(crate) const PROOF: &str = "Authentication-Results: mx.acme.example; dmarc=pass header.from=example.com\r\n";

pub(crate) fn unedited(_: &mut Value) {}

/// Answers become notes; who writes to `quiet` is believed, and nobody where they are not known.
pub(crate) fn answered(pack: &mut Value) {
    let note = json!({
        "name": "note",
        "fields": {
            "ticket_id": {"kind": "link", "entity": "ticket", "required": true, "filter": true, "deletion": "cascade"},
            "text": {"kind": "long_text", "required": true, "max_length": 40},
            "sender": {"kind": "email"},
            "proven": {"kind": "yes_no"},
        },
    });
    pack["entities"].as_array_mut().expect("entities").push(note);
    pack["roles"]["inbox"] = json!({
        "allow": ["tickets:read", "tickets:write", "notes:read", "notes:write", "subscribers:read", "personal:read"],
    });
    let reply = json!({"entity": "note", "link": "ticket_id", "text": "text", "sender": "sender", "proven": "proven"});
    let places = pack["inbound"].as_array_mut().expect("places");
    let mut quiet = places[0].clone();
    places[0]["reply"] = reply;
    quiet["name"] = "quiet".into();
    quiet["values"] = json!({"priority": "low"});
    quiet["contact"]["believe"] = "said".into();
    quiet["contact"]["unknown"] = "drop".into();
    places.push(quiet);
}

pub(crate) fn on_both(edit: fn(&mut Value), test: impl Fn(&Served)) {
    for base in [Base::Sqlite, Base::Postgres] {
        test(&Served::with_files(base, edit, Files::default()));
    }
}

fn plan(owner: &Client) -> String {
    let plans = owner.get("/v1/service-plans").is(200).json();
    let known = plans["items"][0]["id"].as_str().map(str::to_owned);
    known.unwrap_or_else(|| {
        let plan = json!({
            "name": "Home", "download_mbps": 100, "upload_mbps": 20, "cycle": "monthly",
            "price": {"amount": "29.90", "currency": "EUR"}, "is_active": true,
        });
        id_of(&owner.post("/v1/service-plans", &plan).is(201).json())
    })
}

/// Somebody with a line, who writes from there.
pub(crate) fn subscriber(owner: &Client, name: &str) -> String {
    let email = format!("{}@example.com", name.to_lowercase());
    let who = json!({
        "name": name, "phone": "+34600000000", "address": "Calle 1", "service_plan_id": plan(owner), "email": email,
    });
    id_of(&owner.post("/v1/subscribers", &who).is(201).json())
}

/// Opens a place where mail arrives; its key.
pub(crate) fn opened(owner: &Client, name: &str) -> String {
    let said = json!({"address": "desk@acme.example", "authserv_id": "mx.acme.example"});
    let told = opened_by(owner, name, &said);
    told["key"].as_str().expect("a key").to_owned()
}

fn opened_by(owner: &Client, name: &str, said: &Value) -> Value {
    let answer = owner
        .ask("PUT", &format!("/v1/inboxes/{name}"), Some(said), &[])
        .is(200);
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    answer.json()
}

pub(crate) fn sends(served: &Served, key: &str, mail: &str) -> Answer {
    let kind = [("content-type", "message/rfc822")];
    let path = format!("/v1/inbound/{key}");
    served.anybody().send("POST", &path, Some(mail.as_bytes()), &kind)
}

pub(crate) fn mail(from: &str, headers: &str, text: &str) -> String {
    format!("{headers}From: {from} <{from}@Example.com>\r\nTo: Desk <desk@acme.example>\r\n\r\n{text}")
}

/// What became of a mail.
pub(crate) fn became(answer: Answer) -> (String, Value) {
    let told = answer.is(200).json();
    let outcome = told["outcome"].as_str().expect("an outcome").to_owned();
    assert_eq!(told["why"].is_string(), outcome == "dropped", "{told}");
    (outcome, told["record"].clone())
}

pub(crate) fn items(owner: &Client, path: &str) -> Vec<Value> {
    let page = owner.get(path).is(200).json();
    page["items"].as_array().expect("a list").clone()
}

#[test]
fn a_mail_of_a_subscriber_becomes_a_ticket_once() {
    on_both(unedited, |served| {
        let operator = served.operator();
        let (owner, other) = (served.tenant(&operator, "acme"), served.tenant(&operator, "globex"));
        let (ann, key) = (subscriber(&owner, "Ann"), opened(&owner, "support"));
        let head = format!(
            "{PROOF}Message-ID: <1@example.com>\r\nSubject: =?utf-8?q?No_l=C3=ADne?=\r\nContent-Type: text/plain; charset=utf-8\r\n"
        );
        let made = sends(served, &key, &mail("Ann", &head, "Since this\r\nmorning.\r\n\0"));
        let (outcome, id) = became(made);
        let id = id.as_str().expect("an id");
        assert_eq!(outcome, "made");
        let ticket = owner.get(&format!("/v1/tickets/{id}")).is(200).json();
        assert_eq!(
            (&ticket["subject"], &ticket["description"], &ticket["subscriber_id"]),
            (&json!("No líne"), &json!("Since this\nmorning."), &json!(ann))
        );
        assert!(
            ticket["number"]
                .as_str()
                .is_some_and(|number| number.starts_with("TKT"))
        );
        let history = owner.get(&format!("/v1/tickets/{id}/history")).is(200).json();
        assert_eq!(history["items"][0]["actor"], "inbound:support");
        // The same mail is known, whatever stands around it and however it comes.
        let again = mail("Ann", &head, "Another text");
        assert_eq!(became(sends(served, &key, &again)), ("known".to_owned(), json!(id)));
        let bearer = format!("Bearer {key}");
        let headers = [("content-type", "message/rfc822"), ("authorization", bearer.as_str())];
        let by_key = served
            .anybody()
            .send("POST", "/v1/inbound", Some(again.as_bytes()), &headers);
        assert_eq!(became(by_key), ("known".to_owned(), json!(id)));
        // What somebody else calls alike is another mail, and hides nothing.
        subscriber(&owner, "Bob");
        assert_eq!(became(sends(served, &key, &mail("Bob", &head, "x"))).0, "made");
        // What nobody has written becomes nothing.
        let away = format!("{PROOF}Message-ID: <2@example.com>\r\nAuto-Submitted: auto-replied\r\n");
        let away = became(sends(served, &key, &mail("Ann", &away, "I am away")));
        assert_eq!(away, ("dropped".to_owned(), Value::Null));
        assert_eq!(
            (items(&owner, "/v1/tickets").len(), items(&other, "/v1/tickets").len()),
            (2, 0)
        );
    });
}

#[test]
fn whoever_wrote_is_nobody_unless_a_trusted_server_has_found_it() {
    on_both(unedited, |served| {
        let owner = served.tenant(&served.operator(), "acme");
        let key = opened(&owner, "support");
        subscriber(&owner, "Ann");
        let unproven = [
            "",
            "Authentication-Results: mx.evil.example; dmarc=pass header.from=example.com\r\n",
            "Authentication-Results: mx.acme.example; dmarc=pass header.from=evil.example\r\n",
            "Authentication-Results: mx.acme.example; dmarc=fail header.from=example.com\r\nAuthentication-Results: mx.acme.example; \
             dmarc=pass header.from=example.com\r\n",
        ];
        for head in unproven {
            let refused = sends(served, &key, &mail("Ann", head, "x"))
                .fails(422, "records.link")
                .json();
            assert_eq!(refused["path"], "/from", "{refused}");
        }
        // A mail that says from two that it is, is from nobody.
        let two = format!("From: Bob <bob@example.com>\r\n{PROOF}");
        sends(served, &key, &mail("Ann", &two, "x")).fails(422, "request.type");
        let bob = format!("{PROOF}Message-ID: <b@example.com>\r\n");
        sends(served, &key, &mail("Bob", &bob, "x")).fails(422, "records.link");
        assert!(items(&owner, "/v1/tickets").is_empty() && served.rows("inbound_mails").is_empty());
        // What was refused may be sent again once they are known.
        subscriber(&owner, "Bob");
        assert_eq!(became(sends(served, &key, &mail("Bob", &bob, "x"))).0, "made");
        // Nobody is believed where no server is named.
        let none = json!({"authserv_id": null});
        owner.patch("/v1/inboxes/support", &none).is(200);
        sends(served, &key, &mail("Ann", PROOF, "x")).fails(422, "records.link");
    });
}

#[test]
fn files_come_along_where_the_record_has_fields_for_them() {
    on_both(unedited, |served| {
        let owner = served.tenant(&served.operator(), "acme");
        let key = opened(&owner, "support");
        subscriber(&owner, "Ann");
        let head = format!(
            "{PROOF}Message-ID: <1@example.com>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n"
        );
        let part = |name: &str, bytes: &[u8]| {
            format!(
                "--b\r\nContent-Type: image/png\r\nContent-Disposition: attachment; filename=\"{name}\"\r\nContent-Transfer-Encoding: \
                 base64\r\n\r\n{}\r\n",
                STANDARD.encode(bytes)
            )
        };
        let text = format!(
            "--b\r\nContent-Type: text/plain\r\n\r\nSee there.\r\n{}{}--b--\r\n",
            part("notes.txt", b"plain notes"),
            part("../paper.pdf", PDF)
        );
        let told = sends(served, &key, &mail("Ann", &head, &text)).is(200).json();
        assert_eq!((&told["outcome"], &told["left_out"]), (&json!("made"), &json!(1)));
        let id = told["record"].as_str().expect("an id");
        let ticket = owner.get(&format!("/v1/tickets/{id}")).is(200).json();
        assert_eq!(
            (&ticket["description"], &ticket["photo"]),
            (&json!("See there."), &Value::Null)
        );
        // It is what its bytes are, whatever it was said to be.
        let read = owner.get(&format!("/v1/tickets/{id}/files/attachment")).is(200);
        assert_eq!(
            (read.body.as_slice(), read.header("content-type")),
            (PDF, Some("application/pdf"))
        );
        assert!(
            read.header("content-disposition")
                .is_some_and(|told| told.contains("paper.pdf"))
        );
        // What no field takes is kept nowhere, nor what comes again.
        sends(served, &key, &mail("Ann", &head, &text)).is(200);
        assert_eq!(served.rows("files").len(), 1);
    });
}

#[test]
fn an_answer_to_a_mail_stands_at_its_record_where_the_contact_writes_it() {
    on_both(answered, |served| {
        let operator = served.operator();
        let (owner, other) = (served.tenant(&operator, "acme"), served.tenant(&operator, "globex"));
        let (key, quiet) = (opened(&owner, "support"), opened(&owner, "quiet"));
        for name in ["Ann", "Bob"] {
            subscriber(&owner, name);
        }
        let head = |id: u32, more: &str| format!("{PROOF}Message-ID: <{id}@example.com>\r\n{more}");
        let (_, first) = became(sends(served, &key, &mail("Ann", &head(1, ""), "It drops")));
        let answer = head(2, "In-Reply-To: <1@example.com>\r\n");
        let long = "It drops again, every evening, at eight or nine o'clock.";
        assert_eq!(became(sends(served, &key, &mail("Ann", &answer, long))).0, "reply");
        // And an answer to that one.
        let further = head(3, "References: <x@y> <1@example.com>\r\n <2@example.com>\r\n");
        assert_eq!(became(sends(served, &key, &mail("Ann", &further, "Still"))).0, "reply");
        let notes = items(&owner, "/v1/notes?sort=created_at");
        assert_eq!(notes.len(), 2);
        for note in &notes {
            assert_eq!(
                (&note["ticket_id"], &note["sender"], &note["proven"]),
                (&first, &json!("ann@example.com"), &json!(true))
            );
        }
        let text = notes[0]["text"].as_str().expect("a text");
        assert!(text.chars().count() == 40 && text.ends_with('…'), "{text}");
        // Anybody may know what a mail is called: somebody else begins anew by it.
        let (outcome, second) = became(sends(
            served,
            &key,
            &mail("Bob", &head(4, "In-Reply-To: <1@example.com>\r\n"), "Me too"),
        ));
        assert_eq!((outcome.as_str(), second == first), ("made", false));
        // What arrives elsewhere is known there alone, also where a record there is called as one here is.
        let elsewhere = opened(&other, "support");
        let alike =
            json!({"id": first, "subscriber_id": subscriber(&other, "Ann"), "subject": "x", "description": "x"});
        other.post("/v1/tickets", &alike).is(201);
        let (outcome, there) = became(sends(served, &elsewhere, &mail("Ann", &answer, "x")));
        assert_eq!((outcome.as_str(), there == first), ("made", false));
        assert!(items(&other, "/v1/notes").is_empty());
        let unproven = "Message-ID: <5@example.com>\r\nIn-Reply-To: <1@example.com>\r\n";
        let (outcome, third) = became(sends(served, &quiet, &mail("Ann", unproven, "x")));
        assert_eq!(outcome, "made");
        let third = owner
            .get(&format!("/v1/tickets/{}", third.as_str().expect("an id")))
            .is(200)
            .json();
        assert_eq!(third["priority"], "low");
        // Who is not known there is let go.
        let eve = became(sends(
            served,
            &quiet,
            &mail("Eve", "Message-ID: <6@example.com>\r\n", "x"),
        ));
        assert_eq!(eve, ("dropped".to_owned(), Value::Null));
        assert_eq!(
            (items(&owner, "/v1/tickets").len(), items(&owner, "/v1/notes").len()),
            (3, 2)
        );
    });
}

#[test]
fn mail_arrives_as_long_as_a_place_is_open_and_its_key_is_told_once() {
    on_both(answered, |served| {
        let owner = served.tenant(&served.operator(), "acme");
        subscriber(&owner, "Ann");
        let before = items(&owner, "/v1/inboxes");
        assert!(
            before.iter().all(|one| one["opened_at"].is_null()) && before.len() == 2,
            "{before:?}"
        );
        owner
            .patch("/v1/inboxes/support", &json!({}))
            .fails(404, "records.not_found");
        let key = opened(&owner, "support");
        let head = format!("{PROOF}Message-ID: <1@example.com>\r\n");
        let one = mail("Ann", &head, "x");
        assert_eq!(became(sends(served, &key, &one)).0, "made");
        let listed = items(&owner, "/v1/inboxes");
        assert!(
            listed[0]["opened_at"].is_string() && listed[0]["address"] == "desk@acme.example",
            "{listed:?}"
        );
        for told in [format!("{listed:?}"), format!("{:?}", served.all_rows())] {
            assert!(!told.contains(&key), "the key is kept");
        }
        // Opened again it has another key, what is not said stays, and what has arrived is known still.
        let again = opened_by(&owner, "support", &json!({"address": null}));
        assert_eq!(
            (&again["address"], &again["authserv_id"]),
            (&Value::Null, &json!("mx.acme.example"))
        );
        let next = again["key"].as_str().expect("a key").to_owned();
        sends(served, &key, &one).fails(404, "request.unknown");
        assert_eq!(became(sends(served, &next, &one)).0, "known");
        let wrong = json!({"address": "desk(1)@acme.example", "authserv_id": "mx acme"});
        let refused = owner
            .ask("PUT", "/v1/inboxes/support", Some(&wrong), &[])
            .fails(422, "request.range");
        assert_eq!(refused.json()["errors"].as_array().map(Vec::len), Some(2));
        owner
            .ask("PUT", "/v1/inboxes/gone", Some(&json!({})), &[])
            .fails(404, "records.not_found");
        let sue = served.member(&owner, "sue@example.com", &["support"]);
        sue.get("/v1/inboxes").fails(403, "tenancy.permission_missing");
        sue.ask("PUT", "/v1/inboxes/support", Some(&json!({})), &[])
            .fails(403, "tenancy.permission_missing");
        sue.delete("/v1/inboxes/support")
            .fails(403, "tenancy.permission_missing");
        owner.delete("/v1/inboxes/support").is(204);
        owner.delete("/v1/inboxes/support").fails(404, "records.not_found");
        sends(served, &next, &one).fails(404, "request.unknown");
        let audit = owner.get("/v1/audit?limit=100").is(200).text();
        assert_eq!(audit.matches("\"inbox\"").count(), 3, "{audit}");
    });
}

#[test]
fn what_is_sent_otherwise_or_by_nobody_is_refused() {
    on_both(unedited, |served| {
        let owner = served.tenant(&served.operator(), "acme");
        let key = opened(&owner, "support");
        let nobody = served.anybody();
        let path = format!("/v1/inbound/{key}");
        nobody.post(&path, &json!({})).fails(415, "request.type");
        let kind = [("content-type", "message/rfc822")];
        nobody
            .send("POST", "/v1/inbound/none", Some(b"x"), &kind)
            .fails(404, "request.unknown");
        nobody
            .send("POST", "/v1/inbound", Some(b"x"), &kind)
            .fails(401, "tenancy.not_signed_in");
        let wrong = [kind[0], ("authorization", "Bearer none")];
        nobody
            .send("POST", "/v1/inbound", Some(b"x"), &wrong)
            .fails(401, "tenancy.not_signed_in");
        nobody
            .send("POST", &path, Some(b"Subject: from nobody\r\n\r\nx"), &kind)
            .fails(422, "request.type");
        let large = vec![b'x'; 16 * 1024 * 1024];
        nobody
            .send("POST", &path, Some(&large), &kind)
            .fails(413, "request.too_large");
    });
}

#[test]
fn two_machines_that_answer_each_other_come_no_further() {
    on_both(unedited, |served| {
        let owner = served.tenant(&served.operator(), "acme");
        let key = opened(&owner, "support");
        subscriber(&owner, "Ann");
        subscriber(&owner, "Bob");
        let one = |from: &str, id: u32| mail(from, &format!("{PROOF}Message-ID: <{id}@example.com>\r\n"), "x");
        for id in 0..60 {
            assert_eq!(became(sends(served, &key, &one("Ann", id))).0, "made");
        }
        let refused = sends(served, &key, &one("Ann", 60)).fails(429, "tenancy.rate_limited");
        assert_eq!(refused.header("retry-after"), Some("600"));
        // Others are taken, and so is what has been before.
        assert_eq!(became(sends(served, &key, &one("Bob", 61))).0, "made");
        assert_eq!(became(sends(served, &key, &one("Ann", 1))).0, "known");
        served.pass(HOUR + 1);
        assert_eq!(became(sends(served, &key, &one("Ann", 60))).0, "made");
        // It is forgotten after ninety days what has arrived.
        served.pass(91 * DAY);
        served.wait_for(sweep::finished(served.app())).expect("a sweep");
        assert!(served.rows("inbound_mails").is_empty());
    });
}
