//! Letters: sent to a mail server, once each as far as anybody can know, whatever that server does.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use mail_parser::MessageParser;
use ratebook_server::platform::jobs::Connectors;
use ratebook_server::platform::mail::Mail;
use ratebook_server_testing::{Base, Client, Row, Served};
use serde_json::{Value, json};

use crate::smtp::{MailServer, Treats};

pub(crate) fn mailing(server: &MailServer) -> Connectors {
    let mail = Mail::new(&server.address(), "Ratebook <desk@example.com>").expect("settings");
    Connectors::of_engine().and(mail)
}

fn on_both(test: impl Fn(&Served, &MailServer)) {
    for base in [Base::Sqlite, Base::Postgres] {
        let server = MailServer::start();
        test(&Served::carried_out_by(base, |_| {}, mailing(&server)), &server);
    }
}

/// Asks for a letter to oneself.
fn asks(operator: &Client) {
    let told = operator.post("/v1/mail/test", &json!({})).is(202).json();
    assert_eq!(told, json!({"to": "operator@example.com"}));
}

/// The letters that are kept, the first first.
pub(crate) fn letters(served: &Served) -> Vec<Row> {
    let mut rows = served.rows("jobs");
    rows.retain(|row| row["name"] == "letter");
    rows.sort_by_key(|row| row["id"].as_str().expect("an id").to_owned());
    rows
}

fn states(served: &Served) -> Vec<String> {
    let state = |row: &Row| row["state"].as_str().expect("a state").to_owned();
    letters(served).iter().map(state).collect()
}

fn body(row: &Row) -> Value {
    serde_json::from_str(row["body"].as_str().expect("a body")).expect("JSON")
}

#[test]
fn a_letter_arrives_and_nothing_is_kept_of_what_it_says() {
    on_both(|served, server| {
        let operator = served.operator();
        asks(&operator);
        let waiting = body(&letters(served)[0]);
        let sealed = waiting["sealed"].as_str().expect("what is sealed");
        let opened = STANDARD.decode(sealed).expect("Base64");
        assert!(!opened.windows(4).any(|part| part == b"name"), "{waiting}");
        served.work();
        assert_eq!(states(served), ["done"]);
        let row = &letters(served)[0];
        assert!(
            body(row).get("sealed").is_none() && body(row).get("sent").is_some(),
            "{row:?}"
        );

        let arrived = server.arrived();
        assert_eq!(arrived.len(), 1);
        assert_eq!(arrived[0].receivers, ["RCPT TO:<operator@example.com>"]);
        assert_eq!(
            server.signed_in(),
            [format!("AUTH PLAIN {}", STANDARD.encode("\0ann\0hush"))]
        );
        let read = MessageParser::default().parse(&arrived[0].text).expect("a mail");
        assert_eq!(read.subject(), Some("Letters from Ratebook arrive"));
        assert_eq!(
            read.from().expect("a sender").first().expect("one").address(),
            Some("desk@example.com")
        );
        assert!(read.date().is_some());
        assert_eq!(read.header_raw("Auto-Submitted").map(str::trim), Some("auto-generated"));
        assert!(
            read.body_text(0).expect("a text").starts_with("Hello Op,"),
            "{}",
            arrived[0].text
        );
        served.work();
        assert_eq!(server.arrived().len(), 1);
    });
}

#[test]
fn who_is_refused_is_not_asked_again_and_who_was_accepted_gets_nothing_twice() {
    on_both(|served, server| {
        let operator = served.operator();
        asks(&operator);
        served.work();
        asks(&operator);
        server.treats([Treats::RefusesReceiver("550 5.1.1 <operator@example.com> is unknown")]);
        served.work();
        asks(&operator);
        served.work();
        assert_eq!(states(served), ["done", "dead", "done"]);
        let told = letters(served)[1]["told"].as_str().expect("a reason").to_owned();
        assert!(told.contains("550") && !told.contains("operator@example.com"), "{told}");
        served.pass(7 * 24 * 3_600);
        served.work();
        assert_eq!(server.arrived().len(), 2);
    });
}

#[test]
fn what_a_server_cannot_take_now_is_sent_later() {
    on_both(|served, server| {
        let operator = served.operator();
        asks(&operator);
        server.treats([
            Treats::RefusesReceiver("451 4.3.0 later"),
            Treats::RefusesSender("535 5.7.8 who are you"),
        ]);
        for _ in 0..2 {
            served.work();
            assert_eq!(states(served), ["waiting"]);
            assert!(server.arrived().is_empty());
            assert!(body(&letters(served)[0]).get("sealed").is_some());
            served.pass(3_600);
        }
        served.work();
        assert_eq!(states(served), ["done"]);
        assert_eq!(server.arrived().len(), 1);
    });
}

/// Of four who are invited one is unknown for good, and one for now.
fn half(receiver: &str) -> Option<&'static str> {
    let number: usize = receiver
        .trim_start_matches("RCPT TO:<p")
        .split('@')
        .next()?
        .parse()
        .ok()?;
    match number % 4 {
        1 => Some("550 5.1.1 there is nobody of that name"),
        3 => Some("451 4.3.0 later"),
        _ => None,
    }
}

#[test]
fn of_a_server_that_refuses_half_each_who_is_taken_gets_theirs_once() {
    on_both(|served, server| {
        let owner = served.tenant(&served.operator(), "acme");
        server.refuses(half);
        for number in 0..12 {
            let member = json!({"email": format!("p{number}@example.com"), "name": "Member", "roles": ["support"]});
            owner.post("/v1/members", &member).is(201);
        }
        let counted = |state: &str| states(served).iter().filter(|own| *own == state).count();
        let arrived = |wanted: &dyn Fn(usize) -> bool| {
            let expected = (0..12)
                .filter(|number| wanted(*number))
                .map(|number| format!("RCPT TO:<p{number}@example.com>"));
            let mut got: Vec<String> = server.arrived().into_iter().flat_map(|one| one.receivers).collect();
            let mut expected: Vec<String> = expected.collect();
            got.sort();
            expected.sort();
            assert_eq!(got, expected);
        };
        served.work();
        assert_eq!((counted("done"), counted("dead"), counted("waiting")), (6, 3, 3));
        arrived(&|number| number % 2 == 0);
        // They are asked again, and refused again; then they are taken.
        served.pass(120);
        served.work();
        arrived(&|number| number % 2 == 0);
        server.refuses(|_| None);
        served.pass(3_600);
        served.work();
        assert_eq!((counted("done"), counted("dead"), counted("waiting")), (9, 3, 0));
        arrived(&|number| number % 4 != 1);
        // Whoever is unknown for good is never asked again.
        served.pass(7 * 24 * 3_600);
        served.work();
        arrived(&|number| number % 4 != 1);
    });
}

#[test]
fn a_letter_that_may_have_arrived_comes_again_as_the_same() {
    on_both(|served, server| {
        let operator = served.operator();
        asks(&operator);
        server.treats([Treats::KeepsAndGoes]);
        served.work();
        assert_eq!(states(served), ["waiting"]);
        served.pass(3_600);
        served.work();
        assert_eq!(states(served), ["done"]);
        let arrived = server.arrived();
        let ids = arrived.iter().map(|one| {
            let read = MessageParser::default().parse(&one.text).expect("a mail");
            read.message_id().expect("an id").to_owned()
        });
        let ids: Vec<String> = ids.collect();
        assert_eq!(ids.len(), 2);
        assert_eq!(ids[0], ids[1]);
    });
}

#[test]
fn a_server_that_says_nothing_is_given_up_and_asked_again() {
    let server = MailServer::start();
    let served = Served::carried_out_by(Base::Sqlite, |_| {}, mailing(&server));
    let operator = served.operator();
    asks(&operator);
    server.treats([Treats::Hangs]);
    served.work();
    assert_eq!(states(&served), ["waiting"]);
    served.pass(3_600);
    served.work();
    assert_eq!(states(&served), ["done"]);
}

#[test]
fn without_a_mail_server_nobody_is_told_that_a_letter_was_sent() {
    Served::on_both(|served| {
        let operator = served.operator();
        let refused = operator.post("/v1/mail/test", &json!({})).is(409).json();
        assert_eq!(refused["code"], "request.conflict");
        assert!(letters(served).is_empty());
    });
}
