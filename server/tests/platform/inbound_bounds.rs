//! Mail that arrives, where much else happens: twice at once, slowly, too often, in the name of somebody, with a virus, or while nothing is changed.

use std::io::Write as _;
use std::net::TcpStream;
use std::thread;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ratebook_server::limits::{Bounds, Rates};
use ratebook_server::platform::files::{Files, Scanner};
use ratebook_server_testing::{Base, Served};
use serde_json::{Value, json};

use crate::files::{PDF, id_of};
use crate::files_outside::{Behaves, Clamd};
use crate::inbound::{HOUR, PROOF, answered, became, items, mail, on_both, opened, sends, subscriber, unedited};
use crate::slow::{line, rest};

/// Who is no subscriber has ideas; what they say of themselves stands there as an e-mail, or in a short line.
fn with_ideas(pack: &mut Value) {
    let idea = json!({
        "name": "idea",
        "fields": {
            "subject": {"kind": "text", "required": true},
            "text": {"kind": "long_text", "required": true},
            "subscriber_id": {"kind": "link", "entity": "subscriber", "filter": true},
            "sender": {"kind": "email"},
            "writer": {"kind": "text", "max_length": 8},
        },
    });
    pack["entities"].as_array_mut().expect("entities").push(idea);
    let allowed = pack["roles"]["inbox"]["allow"].as_array_mut().expect("permissions");
    allowed.extend([json!("ideas:read"), json!("ideas:write")]);
    let places = pack["inbound"].as_array_mut().expect("places");
    for (name, sender) in [("ideas", "sender"), ("hints", "writer")] {
        places.push(json!({
            "name": name, "entity": "idea", "as_role": "inbox", "subject": "subject", "text": "text", "sender": sender,
            "contact": {"field": "subscriber_id", "by": "email", "unknown": "accept"},
        }));
    }
}

fn one(from: &str, id: u32) -> String {
    mail(from, &format!("{PROOF}Message-ID: <{id}@example.com>\r\n"), "x")
}

/// One with a paper.
fn with_file(id: u32) -> String {
    let head = format!("{PROOF}Message-ID: <{id}@example.com>\r\nContent-Type: multipart/mixed; boundary=b\r\n");
    let text = format!(
        "--b\r\n\r\nSee there.\r\n--b\r\nContent-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n{}\r\n--b--\r\n",
        STANDARD.encode(PDF)
    );
    mail("Ann", &head, &text)
}

fn until(mut is_so: impl FnMut() -> bool) {
    for _ in 0..200 {
        if is_so() {
            return;
        }
        thread::sleep(Duration::from_millis(25));
    }
    panic!("it never came to be");
}

#[test]
fn of_a_mail_that_comes_twice_at_once_one_record_is_made() {
    on_both(unedited, |served| {
        let owner = served.tenant(&served.operator(), "acme");
        let key = opened(&owner, "support");
        subscriber(&owner, "Ann");
        let path = format!("/v1/inbound/{key}");
        for id in 0..10 {
            let (mail, path) = (one("Ann", id), path.as_str());
            let sent = thread::scope(|scope| {
                let bytes = mail.as_bytes();
                let kind = [("content-type", "message/rfc822")];
                let both = [served.anybody(), served.anybody()];
                let both = both.map(|client| scope.spawn(move || client.send("POST", path, Some(bytes), &kind)));
                both.map(|one| one.join().expect("an answer"))
            });
            let mut became = sent.map(became);
            became.sort_by(|one, other| one.0.cmp(&other.0));
            let [(first, known), (second, made)] = became;
            assert_eq!((first.as_str(), second.as_str()), ("known", "made"));
            assert_eq!(known, made);
        }
        assert_eq!(items(&owner, "/v1/tickets?limit=100").len(), 10);
    });
}

#[test]
fn what_a_stranger_writes_is_of_nobody_where_the_pack_takes_it() {
    on_both(with_ideas, |served| {
        let owner = served.tenant(&served.operator(), "acme");
        let (ideas, hints) = (opened(&owner, "ideas"), opened(&owner, "hints"));
        let ann = json!(subscriber(&owner, "Ann"));
        let idea = |key: &str, mail: &str| {
            let (outcome, id) = became(sends(served, key, mail));
            assert_eq!(outcome, "made");
            let id = id.as_str().expect("an id").to_owned();
            owner.get(&format!("/v1/ideas/{id}")).is(200).json()
        };
        for (mail, who, sender) in [
            (mail("Ann", PROOF, "x"), &ann, json!("ann@example.com")),
            (mail("Eve", PROOF, "x"), &Value::Null, json!("eve@example.com")),
            (mail("Ann", "", "x"), &Value::Null, json!("ann@example.com")),
            // What a field does not take it does not have.
            ("From: ann@exa_mple.com\r\n\r\nx".to_owned(), &Value::Null, Value::Null),
        ] {
            let idea = idea(&ideas, &mail);
            assert_eq!((&idea["subscriber_id"], &idea["sender"]), (who, &sender), "{mail}");
        }
        let cut = idea(&hints, &mail("Ann", "", "x"));
        assert_eq!(cut["writer"], "ann@exa…");
    });
}

#[test]
fn a_virus_refuses_a_mail_and_want_of_room_puts_it_off() {
    let clamd = Clamd::start();
    let mut files = Files::default();
    files.scanner = Scanner::of(&clamd.place);
    for base in [Base::Sqlite, Base::Postgres] {
        let served = Served::with_files(base, unedited, files.clone());
        let owner = served.tenant(&served.operator(), "acme");
        let key = opened(&owner, "support");
        subscriber(&owner, "Ann");
        clamd.behaves(Behaves::Answers(b"stream: Win.Test.EICAR_HDB-1 FOUND\0"));
        sends(&served, &key, &with_file(1)).fails(422, "records.infected");
        assert!(served.rows("files").is_empty() && served.rows("inbound_mails").is_empty());
        assert!(items(&owner, "/v1/tickets").is_empty());
        clamd.behaves(Behaves::Answers(b"stream: OK\0"));
        let mut narrow = files.clone();
        narrow.per_tenant = 10;
        let full = served.beside_with_files(narrow);
        sends(&full, &key, &with_file(1)).fails(503, "engine.busy");
        assert!(served.rows("inbound_mails").is_empty());
        let told = sends(&served, &key, &with_file(1)).is(200).json();
        assert_eq!((&told["outcome"], &told["left_out"]), (&json!("made"), &json!(0)));
    }
}

#[test]
fn mail_comes_again_while_nothing_is_changed() {
    on_both(unedited, |served| {
        let operator = served.operator();
        let owner = served.tenant(&operator, "acme");
        let key = opened(&owner, "support");
        subscriber(&owner, "Ann");
        let tenant = id_of(&operator.get("/v1/tenants").is(200).json()["items"][0]);
        let tenant = format!("/v1/tenants/{tenant}");
        let read_only = format!("{tenant}/read-only");
        operator
            .ask("PUT", &read_only, Some(&json!({"why": "a look"})), &[])
            .is(200);
        sends(served, &key, &one("Ann", 1)).fails(503, "engine.read_only");
        operator.delete(&read_only).is(204);
        for (state, status, code) in [("suspended", 503, "engine.busy"), ("deleting", 404, "request.unknown")] {
            operator.patch(&tenant, &json!({"state": state})).is(200);
            sends(served, &key, &one("Ann", 1)).fails(status, code);
        }
        operator.patch(&tenant, &json!({"state": "active"})).is(200);
        assert_eq!(became(sends(served, &key, &one("Ann", 1))).0, "made");
    });
}

/// Marks of these many mails more that came with the first one: of its sender, or each of another one.
fn marked(served: &Served, (first, last): (u32, u32), sender: &str) {
    let bytes = |text: &str| match served.base() {
        Base::Sqlite => format!("CAST({text} AS BLOB)"),
        Base::Postgres => format!("convert_to(CAST({text} AS text), 'UTF8')"),
    };
    let sender = if sender == "sender" {
        sender.to_owned()
    } else {
        bytes(sender)
    };
    let text = format!(
        "WITH RECURSIVE n(i) AS (SELECT {first} UNION ALL SELECT i + 1 FROM n WHERE i < {last}) INSERT INTO inbound_mails (tenant_id, name, \
         hash, thread, sender, is_proven, entity, record_id, about_id, received_at) SELECT tenant_id, name, {}, NULL, {sender}, is_proven, \
         entity, record_id, about_id, received_at FROM (SELECT * FROM inbound_mails ORDER BY received_at LIMIT 1) one, n",
        bytes("i")
    );
    assert_eq!(served.carry_out(&text), Ok(u64::from(last - first + 1)));
}

#[test]
fn whoever_writes_in_the_name_of_somebody_holds_them_off_from_nothing() {
    on_both(answered, |served| {
        let owner = served.tenant(&served.operator(), "acme");
        let key = opened(&owner, "quiet");
        subscriber(&owner, "Ann");
        subscriber(&owner, "Bob");
        let forged = |from: &str, id: u32| mail(from, &format!("Message-ID: <{id}@example.com>\r\n"), "x");
        let made = |mail: &str| assert_eq!(became(sends(served, &key, mail)).0, "made");
        let many = |mail: &str, most: u32| {
            let refused = sends(served, &key, mail).fails(429, "tenancy.rate_limited");
            assert_eq!(
                (refused.header("retry-after"), &refused.json()["details"]["amount"]),
                (Some("600"), &json!(most))
            );
        };
        made(&forged("Ann", 1));
        marked(served, (1, 59), "sender");
        many(&forged("Ann", 2), 60);
        made(&one("Ann", 3));
        // Others do as well, up to a number for all of whom nobody knows who they are.
        made(&forged("Bob", 4));
        marked(served, (60, 598), "i");
        many(&forged("Bob", 5), 600);
        made(&one("Bob", 6));
        served.pass(HOUR + 1);
        made(&forged("Bob", 7));
    });
}

#[test]
fn mail_is_counted_by_its_key_and_by_address_without_one() {
    let served = Served::start(Base::Sqlite);
    let owner = served.tenant(&served.operator(), "acme");
    let key = opened(&owner, "support");
    subscriber(&owner, "Ann");
    let strict = served.beside_within(Bounds {
        rates: Some(Rates {
            address: 2,
            sign_in: 2,
            account: 5,
            tenant: 50,
        }),
        ..Bounds::default()
    });
    let sent = |key: &str| sends(&strict, key, &one("Ann", 1));
    let used_up = |key: &str, limit: &str| {
        let refused = sent(key).fails(429, "tenancy.rate_limited");
        assert_eq!(refused.json()["details"]["limit"], limit);
    };
    for _ in 0..5 {
        sent(&key).is(200);
    }
    used_up(&key, "key");
    for _ in 0..2 {
        sent("none").fails(404, "request.unknown");
    }
    used_up("none", "address");
}

/// A line on which a mail has begun.
fn begun(served: &Served, key: &str, bytes: &[u8]) -> TcpStream {
    let mut line = line(served);
    let head = format!(
        "POST /v1/inbound/{key} HTTP/1.1\r\nhost: a\r\ncontent-type: message/rfc822\r\ncontent-length: 1000000\r\n\r\n"
    );
    line.write_all(head.as_bytes()).expect("a head");
    line.write_all(bytes).expect("a beginning");
    line
}

#[test]
fn slow_mails_of_a_tenant_keep_nobody_elses_waiting() {
    let served = Served::start(Base::Sqlite);
    let operator = served.operator();
    let [key, elsewhere] = ["acme", "globex"].map(|slug| {
        let owner = served.tenant(&operator, slug);
        subscriber(&owner, "Ann");
        opened(&owner, "support")
    });
    let mut slow = Vec::new();
    until(|| {
        slow.push(begun(&served, &key, b"From: "));
        sends(&served, &key, &one("Ann", 1)).status == 503
    });
    sends(&served, &key, &one("Ann", 1)).fails(503, "engine.busy");
    assert_eq!(became(sends(&served, &elsewhere, &one("Ann", 1))).0, "made");
    drop(slow);
    until(|| sends(&served, &key, &one("Ann", 1)).status == 200);
    // However well one comes, it comes within a while.
    let hasty = served.beside_within(Bounds {
        client: Duration::from_millis(200),
        ..Bounds::default()
    });
    let answer = rest(&mut begun(&hasty, &key, &[b'x'; 100_000]));
    assert!(answer.starts_with("HTTP/1.1 408"), "{answer}");
    assert!(answer.contains("has not come within 6 s"), "{answer}");
}
