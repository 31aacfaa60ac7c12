//! Opens and clicks of letters: counted where the tenant and whoever reads them want it, and led nowhere else than where the letter led.

use mail_parser::MessageParser;
use ratebook_server::platform::jobs::Connectors;
use ratebook_server::platform::mail::Mail;
use ratebook_server::records::sweep;
use ratebook_server_testing::{Answer, Base, Client, Outside, Served};
use serde_json::{Value, json};

use crate::outside::{Outsider, answers};
use crate::smtp::MailServer;
use crate::support::{Owner, subscriber, tenants, ticket};

const DAY: i64 = 24 * 3_600;
const BROWSER: (&str, &str) = ("user-agent", "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0");
const HOME: &str = "https://ratebook.test";

/// Whoever has the line, and who works on it, are written to with a link when a ticket is resolved.
fn resolved_by_letter(pack: &mut Value) {
    let machines = pack["machines"].as_array_mut().expect("machines");
    let desk = machines.iter_mut().find(|machine| machine["name"] == "desk");
    let ways = desk.expect("the desk")["transitions"].as_array_mut().expect("ways");
    let resolve = ways.iter_mut().find(|way| way["event"] == "resolve").expect("an event");
    resolve["effects"] = json!([{"name": "send_email", "with": {"template": "ticket_resolved"}}]);
    let letter = json!({
        "name": "ticket_resolved", "entity": "ticket", "as_role": "letters", "to": [{"email": "subscriber_id.email"}, {"member": "assignee"}],
        "fields": ["subject", "resolution"],
        "words": {"en": {
            "subject": "{{ subject }}", "text": "{{ resolution }}",
            "html": "<p><a href=\"{{ resolution }}\">More</a> <a href=\"mailto:desk@example.com\">Write</a></p>",
        }},
    });
    pack["mail"].as_array_mut().expect("letters").push(letter);
}

/// A letter as it arrived: what of it leads here.
#[derive(Debug)]
struct Letter {
    html: String,
    picture: Option<String>,
    link: Option<String>,
}

struct World<'w> {
    served: &'w Served,
    server: &'w MailServer,
    site: &'w Outsider,
}

impl World<'_> {
    /// Resolves a ticket with a link; the letters that arrive by that, by who gets them.
    fn letters(&self, owner: &Owner<'_>, whose: &str, more: &Value) -> Vec<(String, Letter)> {
        let before = self.server.arrived().len();
        let id = ticket(owner, whose, more);
        let link = format!("{}/plans?a=1&b=2", self.site.url());
        owner
            .post(&format!("/v1/tickets/{id}/resolve"), &json!({"resolution": link}))
            .is(200);
        self.served.work();
        let arrived = self.server.arrived();
        let read = arrived[before..].iter().map(|one| {
            let mail = MessageParser::default().parse(&one.text).expect("a mail");
            let html = mail.body_html(0).expect("HTML").into_owned();
            let to = one.receivers[0]
                .trim_start_matches("RCPT TO:<")
                .trim_end_matches('>')
                .to_owned();
            let led = |begins: &str, ends: &str| {
                let (_, rest) = html.split_once(&format!("{begins}=\"{HOME}"))?;
                let (path, _) = rest.split_once('"')?;
                path.ends_with(ends).then(|| path.to_owned())
            };
            let (picture, link) = (led("src", "/open"), led("href", "/follow"));
            (to, Letter { html, picture, link })
        });
        read.collect()
    }

    fn asks(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        self.served.anybody().ask("GET", path, None, headers)
    }
}

fn on_both(test: impl Fn(&World<'_>)) {
    for base in [Base::Sqlite, Base::Postgres] {
        let (server, site) = (MailServer::start(), Outsider::start(|_| answers("200 OK", "the plans")));
        let mail = Mail::new(&server.address(), "Ratebook <desk@example.com>").expect("settings");
        let connectors = Connectors::of_engine().and(mail);
        let served = Served::speaking_to(base, resolved_by_letter, connectors, Outside::default());
        test(&World {
            served: &served,
            server: &server,
            site: &site,
        });
    }
}

fn measure(owner: &Owner<'_>, fields: &Value) -> Answer {
    owner.client.borrow().ask("PUT", "/v1/mail/measures", Some(fields), &[])
}

fn mails(owner: &Owner<'_>) -> Vec<Value> {
    let page = owner.get("/v1/mails").is(200).json();
    page["items"].as_array().expect("a list").clone()
}

/// Ada, who has an e-mail, and has agreed where that is said.
fn ada(owner: &Owner<'_>) -> String {
    let ada = subscriber(owner, "Ada");
    let path = format!("/v1/subscribers/{ada}");
    owner.patch(&path, &json!({"email": "ada@example.com"})).is(200);
    ada
}

fn consents(owner: &Owner<'_>, person: &str, is_given: bool) {
    let mut said = json!({"person": person, "purpose": "newsletter", "given": is_given, "source": "form"});
    if is_given {
        said["language"] = "en".into();
    }
    owner.post("/v1/privacy/consents", &said).is(201);
}

#[test]
fn nothing_is_counted_unless_both_sides_want_it() {
    on_both(|world| {
        let [owner, _] = tenants(world.served);
        let client: Client = owner.client.borrow().clone();
        let beside = world.served.beside_carried_out_by(Connectors::of_engine());
        let tess = beside.member(
            &client.clone().elsewhere(beside.url()),
            "tess@example.com",
            &["technician"],
        );
        let tess = tess.elsewhere(world.served.url());
        let me = tess.get("/v1/auth/me").is(200).json();
        let given = json!({"assignee": me["account"]["id"]});
        let ada = ada(&owner);
        let counted = || {
            let letters = world.letters(&owner, &ada, &given);
            let mut of: Vec<(String, bool, bool)> = letters
                .into_iter()
                .map(|(to, letter)| (to, letter.picture.is_some(), letter.link.is_some()))
                .collect();
            of.sort();
            of.into_iter()
                .map(|(_, opens, clicks)| (opens, clicks))
                .collect::<Vec<_>>()
        };
        let (none, all) = ((false, false), (true, true));
        let shown = owner.get("/v1/mail/measures").is(200).json();
        assert_eq!((&shown["opens"], &shown["clicks"]), (&json!(false), &json!(false)));
        assert_eq!(counted(), [none, none]);
        // The tenant wants it, and nobody of those who read.
        measure(&owner, &json!({"opens": true, "clicks": true})).is(200);
        consents(&owner, &ada, true);
        assert_eq!(counted(), [none, none]);
        // Whoever is no member has agreed to a purpose, and a member has said so.
        measure(&owner, &json!({"opens": true, "clicks": true, "purpose": "gone"})).fails(422, "request.unknown");
        measure(&owner, &json!({"opens": true, "clicks": true, "purpose": "newsletter"})).is(200);
        assert_eq!(counted(), [all, none]);
        tess.ask(
            "PUT",
            "/v1/notifications/preferences",
            Some(&json!({"measured": true})),
            &[],
        )
        .is(200);
        assert_eq!(counted(), [all, all]);
        measure(
            &owner,
            &json!({"opens": true, "clicks": false, "purpose": "newsletter"}),
        )
        .is(200);
        assert_eq!(counted(), [(true, false), (true, false)]);
        consents(&owner, &ada, false);
        measure(
            &owner,
            &json!({"opens": false, "clicks": true, "purpose": "newsletter"}),
        )
        .is(200);
        assert_eq!(counted(), [none, (false, true)]);
        assert_eq!(mails(&owner).len(), 6);
    });
}

#[test]
fn opens_and_clicks_are_counted_and_machines_apart() {
    on_both(|world| {
        let [owner, other] = tenants(world.served);
        let ada = ada(&owner);
        consents(&owner, &ada, true);
        measure(&owner, &json!({"opens": true, "clicks": true, "purpose": "newsletter"})).is(200);
        let (_, letter) = world.letters(&owner, &ada, &json!({})).pop().expect("a letter");
        let (picture, link) = (letter.picture.expect("a picture"), letter.link.expect("a link"));
        assert!(
            letter.html.contains("mailto:desk@example.com") && !letter.html.contains("/plans"),
            "{}",
            letter.html
        );
        assert!(!format!("{picture}{link}").contains("ada"), "{link}");
        // At once comes what looks for viruses, whatever it calls itself.
        world.asks(&link, &[BROWSER]).is(200);
        world.asks(&picture, &[BROWSER]).is(200);
        world.served.pass(60);
        let prefetch = ("sec-purpose", "prefetch");
        world.asks(&picture, &[BROWSER, prefetch]).is(200);
        world.asks(&picture, &[("user-agent", "GoogleImageProxy")]).is(200);
        world.asks(&picture, &[BROWSER, ("dnt", "1")]).is(200);
        world.served.anybody().ask("HEAD", &picture, None, &[BROWSER]).is(200);
        let [told] = &mails(&owner)[..] else {
            panic!("one letter")
        };
        assert_eq!(
            (&told["opens"], &told["opens_by_machines"], &told["clicks"]),
            (&json!(0), &json!(3), &json!(0))
        );
        let seen = world.asks(&picture, &[BROWSER]).is(200);
        assert_eq!(
            (seen.header("content-type"), seen.header("cache-control")),
            (Some("image/gif"), Some("no-store"))
        );
        assert!(seen.body.starts_with(b"GIF89a"));
        assert_eq!(world.asks(&link, &[BROWSER]).is(200).text(), "the plans");
        world.asks(&link, &[BROWSER]).is(200);
        let led: Vec<String> = world.site.asked().iter().map(|one| one.path.clone()).collect();
        assert!(
            led.len() == 3 && led.iter().all(|path| path == "/plans?a=1&b=2"),
            "{led:?}"
        );
        let [told] = &mails(&owner)[..] else {
            panic!("one letter")
        };
        assert_eq!((&told["opens"], &told["clicks"]), (&json!(1), &json!(2)));
        assert!(
            told["first_opened_at"].is_string() && told["letter"] == "ticket_resolved",
            "{told}"
        );
        let path = format!("/v1/mails/{}", told["id"].as_str().expect("an id"));
        let whole = owner.get(&path).is(200).json();
        let one = &whole["links"][0];
        assert!(
            one["address"].as_str().expect("an address").ends_with("/plans?a=1&b=2"),
            "{whole}"
        );
        assert_eq!((&one["clicks"], &one["clicks_by_machines"]), (&json!(2), &json!(1)));
        other.get(&path).fails(404, "records.not_found");
        assert!(mails(&other).is_empty());
        let rows = format!(
            "{:?} {:?}",
            served_rows(world, "mails"),
            served_rows(world, "mail_links")
        );
        assert!(!rows.contains("ada@example.com") && !rows.contains("plans"), "{rows}");
        // Of what is wanted no more nothing is counted, and links lead on.
        measure(&owner, &json!({"opens": false, "clicks": false})).is(200);
        world.asks(&picture, &[BROWSER]).is(200);
        world.asks(&link, &[BROWSER]).is(200);
        let [told] = &mails(&owner)[..] else {
            panic!("one letter")
        };
        assert_eq!((&told["opens"], &told["clicks"]), (&json!(1), &json!(2)));
    });
}

fn served_rows(world: &World<'_>, table: &str) -> String {
    format!("{:?}", world.served.rows(table))
}

#[test]
fn a_link_leads_to_what_stood_in_that_letter_alone_and_goes_with_the_person() {
    on_both(|world| {
        let [owner, _] = tenants(world.served);
        let ada = ada(&owner);
        consents(&owner, &ada, true);
        measure(&owner, &json!({"opens": true, "clicks": true, "purpose": "newsletter"})).is(200);
        let (_, letter) = world.letters(&owner, &ada, &json!({})).pop().expect("a letter");
        let (picture, link) = (letter.picture.expect("a picture"), letter.link.expect("a link"));
        let token = link.trim_start_matches("/v1/mails/").trim_end_matches("/follow");
        let of_picture = picture.trim_start_matches("/v1/mails/").trim_end_matches("/open");
        let turned: String = token.chars().rev().collect();
        for wrong in [turned.as_str(), &token[1..], of_picture, "https:%2F%2Fexample.com", "x"] {
            let answer = world.asks(&format!("/v1/mails/{wrong}/follow"), &[BROWSER]);
            answer.fails(404, "request.unknown");
        }
        let elsewhere = format!("{link}?to=https://example.com&url=https://example.com");
        world.asks(&elsewhere, &[BROWSER]).is(200);
        assert_eq!(world.site.asked().len(), 1);
        // A picture says nothing of whether there is such a letter.
        world.asks("/v1/mails/x/open", &[BROWSER]).is(200);
        owner.post("/v1/privacy/anonymise", &json!({"person": ada})).is(202);
        world.served.work();
        assert!(mails(&owner).is_empty() && world.served.rows("mail_links").is_empty());
        world.asks(&link, &[BROWSER]).fails(404, "request.unknown");
        world.asks(&picture, &[BROWSER]).is(200);
        // A year later nobody knows of any.
        let (bea, path) = (subscriber(&owner, "Bea"), "/v1/subscribers/");
        owner
            .patch(&format!("{path}{bea}"), &json!({"email": "bea@example.com"}))
            .is(200);
        consents(&owner, &bea, true);
        world.letters(&owner, &bea, &json!({}));
        assert_eq!(mails(&owner).len(), 1);
        world.served.pass(366 * DAY);
        world
            .served
            .wait_for(sweep::finished(world.served.app()))
            .expect("a sweep");
        assert!(world.served.rows("mails").is_empty());
    });
}
