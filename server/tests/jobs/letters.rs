//! What packs write to people: by letter and in the application, once each, as those want it and as far as they may see it.

use mail_parser::{MessageParser, MimeHeaders as _};
use ratebook_server::platform::jobs::Connectors;
use ratebook_server::platform::mail::Mail;
use ratebook_server::records::sweep;
use ratebook_server_testing::{Answer, Base, Client, Served};
use serde_json::{Value, json};

use crate::smtp::{Arrived, MailServer, Treats};
use crate::support::{id_of, jobs, subscriber, tenants, ticket};

const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\nwhat a paper says\nendobj\n%%EOF\n";
const HOUR: i64 = 3_600;

fn mailing(server: &MailServer) -> Connectors {
    let mail = Mail::new(&server.address(), "Ratebook <desk@example.com>").expect("settings");
    Connectors::of_engine().and(mail)
}

fn unedited(_: &mut Value) {}

/// Whoever has the line is written to when a ticket of theirs is resolved, with the paper that says why.
fn resolved_by_letter(pack: &mut Value) {
    let machines = pack["machines"].as_array_mut().expect("machines");
    let desk = machines.iter_mut().find(|machine| machine["name"] == "desk");
    let ways = desk.expect("the desk")["transitions"].as_array_mut().expect("ways");
    let resolve = ways.iter_mut().find(|way| way["event"] == "resolve").expect("an event");
    resolve["effects"] = json!([{"name": "send_email", "with": {"template": "ticket_resolved"}}]);
    let entities = pack["entities"].as_array_mut().expect("entities");
    let subscriber = entities.iter_mut().find(|entity| entity["name"] == "subscriber");
    subscriber.expect("subscribers")["fields"]["language"] = json!({"kind": "choice", "choices": ["en", "de"]});
    let letter = json!({
        "name": "ticket_resolved", "entity": "ticket", "as_role": "letters", "to": [{"email": "subscriber_id.email"}],
        "locale": "subscriber_id.language", "fields": ["number", "subject", "resolution", "subscriber_id.name"], "attachments": ["attachment"],
        "words": {
            "en": {
                "subject": "{{ number }} is done", "text": "Hello {{ subscriber_id.name }},\n\n{{ resolution }}",
                "html": "<p>{{ subscriber_id.name }}: {{ resolution }}</p>",
            },
            "de": {"subject": "{{ number }} ist erledigt", "text": "{{ resolution }}"},
        },
    });
    pack["mail"].as_array_mut().expect("letters").push(letter);
}

fn on_both(edit: fn(&mut Value), test: impl Fn(&Served, &MailServer)) {
    for base in [Base::Sqlite, Base::Postgres] {
        let server = MailServer::start();
        test(&Served::carried_out_by(base, edit, mailing(&server)), &server);
    }
}

/// Makes a member by a server that sends no letters, and so hands the invitation on.
fn member(served: &Served, owner: &Client, email: &str, roles: &[&str]) -> Client {
    let beside = served.beside_carried_out_by(Connectors::of_engine());
    let member = beside.member(&owner.clone().elsewhere(beside.url()), email, roles);
    member.elsewhere(served.url())
}

fn account_of(client: &Client) -> String {
    let me = client.get("/v1/auth/me").is(200).json();
    me["account"]["id"].as_str().expect("an id").to_owned()
}

fn listed(client: &Client, query: &str) -> Vec<Value> {
    let page = client.get(&format!("/v1/notifications{query}")).is(200).json();
    page["items"].as_array().expect("a list").clone()
}

fn subjects(client: &Client) -> Vec<String> {
    let subject = |one: &Value| one["subject"].as_str().unwrap_or("-").to_owned();
    listed(client, "").iter().map(subject).collect()
}

/// Says how somebody wants to be told.
fn put(client: &Client, preferences: &Value) -> Answer {
    client.ask("PUT", "/v1/notifications/preferences", Some(preferences), &[])
}

/// Who each letter went to, and what it is about.
fn told(arrived: &[Arrived]) -> Vec<(String, String)> {
    let one = |one: &Arrived| {
        let read = MessageParser::default().parse(&one.text).expect("a mail");
        let to = one.receivers[0]
            .trim_start_matches("RCPT TO:<")
            .trim_end_matches('>')
            .to_owned();
        (to, read.subject().expect("a subject").to_owned())
    };
    arrived.iter().map(one).collect()
}

#[test]
fn whoever_a_ticket_is_given_to_is_told_once_in_both_ways() {
    on_both(unedited, |served, server| {
        let [owner, other] = tenants(served);
        let client = owner.client.borrow().clone();
        let (ada, tess) = (
            subscriber(&owner, "Ada"),
            member(served, &client, "tess@example.com", &["technician"]),
        );
        let tess_id = account_of(&tess);
        served
            .anybody()
            .with_token(tess.token.as_deref().expect("a token"))
            .patch("/v1/auth/me", &json!({"locale": "de-AT"}))
            .is(200);
        let id = ticket(&owner, &ada, &json!({"priority": "high"}));
        owner
            .post(&format!("/v1/tickets/{id}/assign"), &json!({"assignee": tess_id}))
            .is(200);
        served.work();
        served.work();
        let number = owner.get(&format!("/v1/tickets/{id}")).is(200).json()["number"].clone();
        let subject = format!("{} gehört Ihnen: No line", number.as_str().expect("a number"));
        assert_eq!(
            told(&server.arrived()),
            [("tess@example.com".to_owned(), subject.clone())]
        );
        let text = &server.arrived()[0].text;
        let read = MessageParser::default().parse(text).expect("a mail");
        let body = read.body_text(0).expect("a text").into_owned();
        assert!(
            body.contains("Guten Tag Member,") && body.contains("Ada wartet auf Sie"),
            "{body}"
        );
        assert!(!body.contains("Fällig"), "what is empty is left out: {body}");
        assert_eq!(read.header_raw("Auto-Submitted").map(str::trim), Some("auto-generated"));

        let [one] = &listed(&tess, "")[..] else {
            panic!("one notification")
        };
        assert_eq!((&one["subject"], &one["state"]), (&json!(subject), &json!("unread")));
        assert_eq!(
            (&one["record"], &one["address"]),
            (&json!(id), &json!(format!("/v1/tickets/{id}")))
        );
        assert!(one["label"] == "A ticket is yours" && one["text"].as_str().expect("a text").contains("Ada"));
        // Nobody else is told, and nothing stands in what is kept of it that the record says.
        assert!(listed(&client, "").is_empty() && listed(&other.client.borrow(), "").is_empty());
        let kept = served.rows("notifications");
        assert!(kept.len() == 1 && !format!("{kept:?}").contains("No line"), "{kept:?}");
        let [letter] = &jobs(&owner, "record_letter")[..] else {
            panic!("one letter")
        };
        assert_eq!(letter["state"], "done");
        assert!(!letter.to_string().contains("tess@example.com"), "{letter}");

        // It is another tenant's business to nobody.
        let path = format!("/v1/notifications/{}", id_of(one));
        client
            .post(&format!("{path}/read"), &json!({}))
            .fails(404, "records.not_found");
        tess.post(&format!("{path}/read"), &json!({})).is(204);
        assert_eq!(listed(&tess, "")[0]["state"], "read");
        assert!(listed(&tess, "?state=unread").is_empty());
        tess.post(&format!("{path}/unread"), &json!({})).is(204);
        let page = tess.get("/v1/notifications").is(200).json();
        assert_eq!(
            (&page["unread"], &page["items"][0]["read_at"]),
            (&json!(1), &Value::Null)
        );
        assert_eq!(
            tess.post("/v1/notifications/read", &json!({})).is(200).json(),
            json!({"read": 1})
        );
        tess.get("/v1/notifications?state=gone").fails(422, "request.range");
        tess.get("/v1/notifications?cursor=x").fails(422, "request.range");

        // Whoever may not read the record any more is told no more of it than that there was something.
        owner
            .patch(&format!("/v1/tickets/{id}"), &json!({"assignee": "bob"}))
            .is(200);
        let page = tess.get("/v1/notifications").is(200);
        assert!(
            !page.text().contains("No line") && !page.text().contains("Ada"),
            "{}",
            page.text()
        );
        assert_eq!(page.json()["items"][0]["subject"], Value::Null);

        // What is kept of it is given out with everything else about them, and goes when they leave.
        let export = client
            .post("/v1/privacy/export", &json!({"person": tess_id}))
            .is(200)
            .json();
        assert_eq!(
            (
                &export["notifications"][0]["letter"],
                &export["notifications"][0]["record"]
            ),
            (&json!("ticket_assigned"), &json!(id))
        );
        put(&tess, &json!({})).is(200);
        client
            .patch(&format!("/v1/members/{tess_id}"), &json!({"roles": []}))
            .is(200);
        assert!(served.rows("notifications").is_empty() && served.rows("notification_preferences").is_empty());
    });
}

#[test]
fn the_unread_come_first_page_by_page_and_old_ones_go() {
    on_both(unedited, |served, _| {
        let [owner, _] = tenants(served);
        let client = owner.client.borrow().clone();
        let sue = member(served, &client, "sue@example.com", &["support"]);
        let ada = subscriber(&owner, "Ada");
        for place in 0..5 {
            let more = json!({"priority": "urgent", "subject": format!("No line {place}")});
            ticket(&owner, &ada, &more);
            served.work();
        }
        let all = listed(&sue, "");
        assert_eq!(all.len(), 5, "a role of its own is told by a rule: {all:?}");
        sue.post(&format!("/v1/notifications/{}/read", id_of(&all[1])), &json!({}))
            .is(204);
        let (mut seen, mut cursor) = (Vec::new(), String::new());
        loop {
            let page = sue.get(&format!("/v1/notifications?limit=2{cursor}")).is(200).json();
            seen.extend(page["items"].as_array().expect("a page").iter().map(id_of));
            match page["next_cursor"].as_str() {
                Some(next) => cursor = format!("&cursor={next}"),
                None => break,
            }
        }
        let expected: Vec<String> = [0, 2, 3, 4, 1].map(|place: usize| id_of(&all[place])).to_vec();
        assert_eq!(seen, expected);
        served.pass(181 * 24 * HOUR);
        served.wait_for(sweep::finished(served.app())).expect("a sweep");
        assert!(served.rows("notifications").is_empty());
    });
}

#[test]
fn each_is_told_as_they_want_and_letters_wait_for_quiet_hours_to_end() {
    on_both(unedited, |served, server| {
        let [owner, _] = tenants(served);
        let client = owner.client.borrow().clone();
        let [quiet, daily, never] = ["quiet", "daily", "never"]
            .map(|name| member(served, &client, &format!("{name}@example.com"), &["support"]));
        let usual = never.get("/v1/notifications/preferences").is(200).json();
        assert_eq!(usual["usual"], json!({"in_app": true, "mail": "at_once", "push": true}));
        let names: Vec<&str> = usual["letters"]
            .as_array()
            .expect("letters")
            .iter()
            .map(|one| one["name"].as_str().expect("a name"))
            .collect();
        assert_eq!(names, ["ticket_assigned", "ticket_late", "ticket_urgent"]);
        // From half an hour ago until one and a half from now.
        let now = served.app().now().microseconds() / 60_000_000;
        let time = |minutes: i64| format!("{:02}:{:02}", minutes.rem_euclid(24 * 60) / 60, minutes.rem_euclid(60));
        let hours = json!({"begins": time(now - 30), "ends": time(now + 90), "zone": "UTC"});
        let told_so = put(&quiet, &json!({"quiet_hours": hours})).is(200).json();
        assert_eq!(told_so["quiet_hours"], hours);
        put(&daily, &json!({"usual": {"in_app": true, "mail": "daily"}})).is(200);
        let kinds = json!({"kinds": {"ticket_urgent": {"in_app": false, "mail": "never"}}});
        put(&never, &kinds).is(200);
        for (wrong, code, place) in [
            (
                json!({"kinds": {"gone": {"in_app": true, "mail": "never"}}}),
                "request.unknown",
                "/kinds/gone",
            ),
            (
                json!({"usual": {"in_app": "yes", "mail": "never"}}),
                "request.type",
                "/usual/in_app",
            ),
            (
                json!({"usual": {"in_app": true, "mail": "often"}}),
                "request.range",
                "/usual/mail",
            ),
            (
                json!({"quiet_hours": {"begins": "22:00", "ends": "22:00"}}),
                "request.range",
                "/quiet_hours/ends",
            ),
            (
                json!({"quiet_hours": {"begins": "22:00:01", "ends": "7"}}),
                "request.range",
                "/quiet_hours/begins",
            ),
            (
                json!({"quiet_hours": {"begins": "22:00", "ends": "07:00", "zone": "Mars"}}),
                "request.range",
                "/quiet_hours/zone",
            ),
        ] {
            let refused = put(&never, &wrong).is(422).json();
            let faults = refused["errors"]
                .as_array()
                .cloned()
                .unwrap_or_else(|| vec![refused.clone()]);
            let found = faults
                .iter()
                .any(|fault| fault["code"] == code && fault["path"] == place);
            assert!(found, "{wrong}: {refused}");
        }
        let ada = subscriber(&owner, "Ada");
        for place in 0..2 {
            let more = json!({"priority": "urgent", "subject": format!("No line {place}")});
            ticket(&owner, &ada, &more);
        }
        served.work();
        assert!(server.arrived().is_empty(), "{:?}", told(&server.arrived()));
        assert_eq!(
            (subjects(&quiet).len(), subjects(&daily).len(), subjects(&never).len()),
            (2, 2, 0)
        );
        let waiting = jobs(&owner, "record_letter");
        assert!(
            waiting
                .iter()
                .all(|job| job["state"] == "waiting" && job["attempts"] == 0),
            "{waiting:?}"
        );
        let to_quiet = || {
            let arrived = told(&server.arrived()).into_iter();
            arrived.filter(|(to, _)| to == "quiet@example.com").count()
        };
        served.pass(HOUR);
        served.work();
        assert_eq!(to_quiet(), 0);
        served.pass(HOUR);
        served.work();
        assert_eq!(to_quiet(), 2);
        // By the next morning what was gathered is one letter, and no other one.
        served.pass(24 * HOUR);
        served.work();
        served.pass(24 * HOUR);
        served.work();
        let letters: Vec<Arrived> = server.arrived();
        let gathered: Vec<&Arrived> = letters
            .iter()
            .filter(|one| one.receivers[0].contains("daily@"))
            .collect();
        assert_eq!((letters.len(), gathered.len()), (3, 1));
        let read = MessageParser::default().parse(&gathered[0].text).expect("a mail");
        assert_eq!(read.subject(), Some("2 new at acme"));
        let body = read.body_text(0).expect("a text").into_owned();
        assert!(body.contains("No line 0") && body.contains("No line 1"), "{body}");
    });
}

#[test]
fn somebody_without_an_account_is_written_to_with_files_and_html_and_never_twice() {
    on_both(resolved_by_letter, |served, server| {
        let [owner, _] = tenants(served);
        let client = owner.client.borrow().clone();
        let ada = subscriber(&owner, "Ada <b>");
        owner
            .patch(&format!("/v1/subscribers/{ada}"), &json!({"email": "ada@example.com"}))
            .is(200);
        let bytes = [("content-type", "application/octet-stream")];
        let sent = client.send("POST", "/v1/files?name=why.pdf", Some(PDF), &bytes);
        let file = id_of(&sent.is(201).json());
        let id = ticket(&owner, &ada, &json!({"attachment": file}));
        server.treats([Treats::KeepsAndGoes]);
        owner
            .post(
                &format!("/v1/tickets/{id}/resolve"),
                &json!({"resolution": "1 < 2\nand done"}),
            )
            .is(200);
        served.work();
        served.pass(HOUR);
        served.work();
        served.pass(HOUR);
        served.work();
        let arrived = server.arrived();
        assert_eq!(arrived.len(), 2, "the server went away after it had taken it");
        let read = MessageParser::default().parse(&arrived[1].text).expect("a mail");
        let before = MessageParser::default().parse(&arrived[0].text).expect("a mail");
        assert_eq!(read.message_id(), before.message_id());
        assert_eq!(arrived[1].receivers, ["RCPT TO:<ada@example.com>"]);
        let (text, html) = (read.body_text(0).expect("a text"), read.body_html(0).expect("HTML"));
        assert!(text.contains("Hello Ada <b>,") && text.contains("1 < 2"), "{text}");
        assert!(html.contains("Ada &lt;b&gt;: 1 &lt; 2"), "{html}");
        let attached = read.attachment(0).expect("a file");
        assert_eq!(attached.contents(), PDF);
        assert_eq!(attached.attachment_name(), Some("why.pdf"));
        // The language stands in the record; what is missing in it is left out.
        owner
            .patch(&format!("/v1/subscribers/{ada}"), &json!({"language": "de"}))
            .is(200);
        owner.post(&format!("/v1/tickets/{id}/reopen"), &json!({})).is(200);
        owner
            .post(&format!("/v1/tickets/{id}/resolve"), &json!({"resolution": "erledigt"}))
            .is(200);
        served.work();
        let (_, subject) = told(&server.arrived()).pop().expect("a letter");
        assert!(subject.ends_with(" ist erledigt"), "{subject}");
        // Who has no e-mail by then is written to by nobody.
        owner
            .patch(&format!("/v1/subscribers/{ada}"), &json!({"email": null}))
            .is(200);
        owner.post(&format!("/v1/tickets/{id}/reopen"), &json!({})).is(200);
        owner
            .post(&format!("/v1/tickets/{id}/resolve"), &json!({"resolution": "again"}))
            .is(200);
        served.work();
        assert_eq!(server.arrived().len(), 3);
    });
}

#[test]
fn a_letter_does_not_go_without_what_it_says_goes_along() {
    on_both(resolved_by_letter, |served, server| {
        let [owner, _] = tenants(served);
        let client = owner.client.borrow().clone();
        let ada = subscriber(&owner, "Ada");
        owner
            .patch(&format!("/v1/subscribers/{ada}"), &json!({"email": "ada@example.com"}))
            .is(200);
        let bytes = [("content-type", "application/octet-stream")];
        let sent = client.send("POST", "/v1/files?name=why.pdf", Some(PDF), &bytes);
        let id = ticket(&owner, &ada, &json!({"attachment": id_of(&sent.is(201).json())}));
        assert_eq!(served.carry_out("UPDATE files SET state = 'going'"), Ok(1));
        owner
            .post(&format!("/v1/tickets/{id}/resolve"), &json!({"resolution": "done"}))
            .is(200);
        served.work();
        assert!(server.arrived().is_empty(), "{:?}", told(&server.arrived()));
        let letters = jobs(&owner, "record_letter");
        let why = letters[0].to_string();
        assert!(why.contains("the file in `attachment` is not there any more"), "{why}");
        assert_ne!(letters[0]["state"], "done", "{why}");
    });
}

#[test]
fn whoever_wants_what_nobody_can_read_is_told_nothing_and_that_is_said() {
    on_both(unedited, |served, server| {
        let [owner, _] = tenants(served);
        let client = owner.client.borrow().clone();
        let [sue, tim] = ["sue", "tim"].map(|name| {
            let one = member(served, &client, &format!("{name}@example.com"), &["support"]);
            put(&one, &json!({"usual": {"in_app": true, "mail": "at_once"}})).is(200);
            one
        });
        let account = account_of(&sue);
        let spoilt =
            format!("UPDATE notification_preferences SET preferences = '{{\"usual\": 7}}' WHERE member = '{account}'");
        assert_eq!(served.carry_out(&spoilt), Ok(1));
        let ada = subscriber(&owner, "Ada");
        ticket(&owner, &ada, &json!({"priority": "urgent"}));
        served.work();
        let letters = told(&server.arrived());
        assert_eq!(letters.len(), 1, "{letters:?}");
        assert_eq!(letters[0].0, "tim@example.com");
        assert_eq!((listed(&sue, "").len(), listed(&tim, "").len()), (0, 1));
        let told: Vec<String> = jobs(&owner, "notify")
            .iter()
            .map(|job| job["told"].to_string())
            .collect();
        assert!(
            told.iter()
                .any(|told| told.contains("1 told nothing: how they want to be told cannot be read")),
            "{told:?}"
        );
        let shown = sue.get("/v1/notifications/preferences").is(200).json();
        assert_eq!(shown["usual"], json!({"in_app": false, "mail": "never", "push": false}));
        // They set it anew.
        put(&sue, &json!({})).is(200);
        ticket(&owner, &ada, &json!({"priority": "urgent"}));
        served.work();
        assert_eq!((listed(&sue, "").len(), server.arrived().len()), (1, 3));
    });
}

#[test]
fn however_much_was_gathered_or_told_all_of_it_is_counted_and_given_out() {
    const MORE: i64 = 10_500;
    on_both(unedited, |served, server| {
        let [owner, _] = tenants(served);
        let client = owner.client.borrow().clone();
        let sue = member(served, &client, "sue@example.com", &["support"]);
        put(&sue, &json!({"usual": {"in_app": true, "mail": "daily"}})).is(200);
        let ada = subscriber(&owner, "Ada");
        ticket(&owner, &ada, &json!({"priority": "urgent"}));
        served.work();
        let account = account_of(&sue);
        let id = match served.base() {
            Base::Sqlite => "randomblob(16)",
            Base::Postgres => "gen_random_uuid()",
        };
        // Most of it is about a ticket that is gone.
        let gone = match served.base() {
            Base::Sqlite => "x'01890a5dac96774bbcceb302099a8057'",
            Base::Postgres => "'01890a5d-ac96-774b-bcce-b302099a8057'::uuid",
        };
        let copied = format!(
            "WITH RECURSIVE counted(number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM counted WHERE number < {MORE}) INSERT INTO notifications \
             (tenant_id, member, id, key, letter, entity, record_id, state, digest, created_at) SELECT n.tenant_id, n.member, {id}, 'copy-' || \
             c.number, n.letter, n.entity, CASE WHEN c.number % 50 = 0 THEN n.record_id ELSE {gone} END, n.state, n.digest, n.created_at FROM \
             notifications n, counted c WHERE n.member = '{account}'"
        );
        assert_eq!(served.carry_out(&copied), Ok(10_500));
        let export = client
            .post("/v1/privacy/export", &json!({"person": account}))
            .is(200)
            .json();
        assert_eq!(export["notifications"].as_array().map(Vec::len), Some(10_501));
        served.pass(24 * HOUR);
        served.work();
        served.work();
        let letters = server.arrived();
        let letters: Vec<&Arrived> = letters.iter().filter(|one| one.receivers[0].contains("sue@")).collect();
        assert_eq!(letters.len(), 1, "{letters:?}");
        let read = MessageParser::default().parse(&letters[0].text).expect("a mail");
        assert_eq!(read.subject(), Some("10501 new at acme"));
        let body = read.body_text(0).expect("a text").into_owned();
        // Of a thousand that were looked at, those are told of which there is anything to tell.
        let told = body.matches("No line").count();
        assert!((1..=100).contains(&told), "{body}");
        assert!(body.contains("- … + 9501"), "{body}");
    });
}

#[test]
fn a_preview_says_what_its_reader_may_see() {
    on_both(unedited, |served, _| {
        let [owner, other] = tenants(served);
        let client = owner.client.borrow().clone();
        let ada = subscriber(&owner, "<Ada>");
        let id = ticket(&owner, &ada, &json!({}));
        let ask = |client: &Client, letter: &str, locale: &str| {
            client.post(
                "/v1/mail/preview",
                &json!({"letter": letter, "id": id, "locale": locale}),
            )
        };
        let seen = ask(&client, "ticket_urgent", "de").is(200).json();
        assert_eq!(seen["language"], "de");
        assert!(
            seen["text"]
                .as_str()
                .expect("a text")
                .starts_with("<Ada> kann nicht warten"),
            "{seen}"
        );
        assert!(
            seen["html"]
                .as_str()
                .expect("HTML")
                .contains("<strong>&lt;Ada&gt;</strong>"),
            "{seen}"
        );
        assert_eq!(ask(&client, "ticket_urgent", "fr").is(200).json()["language"], "en");
        assert_eq!(
            ask(&client, "ticket_assigned", "en").is(200).json()["html"],
            Value::Null
        );
        ask(&client, "gone", "en").fails(422, "request.unknown");
        // Who may not read it hears the same as of one that is not there; who sees a part of it is shown that.
        let keeper = member(served, &client, "kit@example.com", &["keeper"]);
        ask(&keeper, "ticket_urgent", "en").fails(404, "records.not_found");
        ask(&other.client.borrow(), "ticket_urgent", "en").fails(404, "records.not_found");
        let tess = member(served, &client, "tess@example.com", &["technician"]);
        owner
            .patch(&format!("/v1/tickets/{id}"), &json!({"assignee": account_of(&tess)}))
            .is(200);
        let seen = ask(&tess, "ticket_urgent", "en").is(200).json();
        assert!(
            seen["subject"].as_str().expect("a subject").contains("No line"),
            "{seen}"
        );
    });
}

#[test]
fn whoever_is_no_member_is_told_nothing() {
    on_both(unedited, |served, _| {
        let [owner, other] = tenants(served);
        let ada = subscriber(&owner, "Ada");
        let id = ticket(&owner, &ada, &json!({}));
        let client = owner.client.borrow().clone();
        let tess = member(served, &client, "tess@example.com", &["technician"]);
        let left = account_of(&tess);
        client
            .patch(&format!("/v1/members/{left}"), &json!({"roles": []}))
            .is(200);
        let of_another = account_of(&other.client.borrow());
        // Whoever is no member, was one or is one elsewhere, and whatever is no id, is told nothing.
        for assignee in ["bob", "01890a5d-ac96-774b-bcce-b302099a8057", &left, &of_another] {
            owner
                .post(&format!("/v1/tickets/{id}/assign"), &json!({"assignee": assignee}))
                .is(200);
        }
        served.work();
        let told: Vec<Value> = jobs(&owner, "notify").iter().map(|job| job["told"].clone()).collect();
        assert_eq!(told, vec![json!("0 shown, 0 gathered, 0 by letter"); 4]);
        assert!(served.rows("notifications").is_empty() && jobs(&owner, "record_letter").is_empty());
    });
}
