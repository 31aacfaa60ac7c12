//! SMS: sent once each as far as anybody can know, whatever the gateway does, and told to nobody else.

use std::sync::{Arc, Mutex};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ratebook_server::platform::jobs::Connectors;
use ratebook_server::platform::sms::Gateway;
use ratebook_server::records::sweep;
use ratebook_server_testing::{Answer, Base, Outside, Served};
use ring::hmac::{HMAC_SHA1_FOR_LEGACY_USE_ONLY, Key, sign};
use serde_json::{Value, json};

use crate::outside::{Asked, Outsider, Treats, answers, fields};
use crate::support::{Owner, jobs, subscriber, tenants, ticket};

const HOUR: i64 = 3_600;
const TOKEN: &str = "hush-hush";

/// A gateway that keeps what it takes.
struct Twilio {
    outsider: Outsider,
    kept: Arc<Mutex<Vec<Value>>>,
}

impl Twilio {
    fn start(account: &'static str) -> Twilio {
        let kept = Arc::<Mutex<Vec<Value>>>::default();
        let own = Arc::clone(&kept);
        let outsider = Outsider::start(move |asked| {
            let wanted = format!("Basic {}", STANDARD.encode(format!("{account}:{TOKEN}")));
            let path = format!("/2010-04-01/Accounts/{account}/Messages.json");
            if asked.header("authorization") != wanted {
                return refuses("401 Unauthorized", 20003);
            }
            match asked.path.split_once('?') {
                None if asked.path == path && asked.method == "POST" => takes(asked, &own),
                Some((own_path, query)) if own_path == path && asked.method == "GET" => {
                    let wanted = fields(query);
                    let to = wanted.iter().find(|(name, _)| name == "To").expect("a number");
                    let kept = own.lock().expect("nobody failed");
                    let found: Vec<Value> = kept
                        .iter()
                        .rev()
                        .filter(|one| one["to"] == json!(to.1))
                        .cloned()
                        .collect();
                    answers("200 OK", json!({"messages": found}).to_string())
                }
                _ => refuses("404 Not Found", 20404),
            }
        });
        Twilio { outsider, kept }
    }

    fn gateway(&self, account: &str) -> Gateway {
        let address = format!("http://{account}:{TOKEN}@127.0.0.1:{}", self.outsider.port());
        Gateway::new(&address, "+15005550006").expect("a gateway")
    }

    fn kept(&self) -> Vec<Value> {
        self.kept.lock().expect("nobody failed").clone()
    }
}

/// As it refuses: what it says has the number in it.
fn refuses(status: &'static str, code: u32) -> Treats {
    let told = json!({"code": code, "message": "The number +34600000000 is wrong", "status": &status[..3]});
    answers(status, told.to_string())
}

fn takes(asked: &Asked, kept: &Mutex<Vec<Value>>) -> Treats {
    let mut kept = kept.lock().expect("nobody failed");
    let own = json!({
        "sid": format!("SM{:032x}", kept.len() + 1), "to": asked.field("To"), "from": asked.field("From"), "body": asked.field("Body"),
        "status": "queued", "told_at": asked.field("StatusCallback"),
    });
    kept.push(own.clone());
    answers("201 Created", own.to_string())
}

/// Whoever has the line is told by SMS when a ticket of theirs is resolved.
fn resolved_by_sms(pack: &mut Value) {
    let machines = pack["machines"].as_array_mut().expect("machines");
    let desk = machines.iter_mut().find(|machine| machine["name"] == "desk");
    let ways = desk.expect("the desk")["transitions"].as_array_mut().expect("ways");
    let resolve = ways.iter_mut().find(|way| way["event"] == "resolve").expect("an event");
    resolve["effects"] = json!([{"name": "send_sms", "with": {"template": "ticket_resolved"}}]);
    let letter = json!({
        "name": "ticket_resolved", "entity": "ticket", "as_role": "letters", "to": [{"phone": "subscriber_id.phone"}],
        "fields": ["subject", "resolution", "subscriber_id.name"],
        "words": {"en": {
            "subject": "{{ subject }}", "text": "{{ resolution }}", "short": "{{ subscriber_id.name }}: {{ resolution }}",
        }},
    });
    pack["mail"].as_array_mut().expect("letters").push(letter);
}

fn on_both(test: impl Fn(&Served, &Twilio)) {
    for base in [Base::Sqlite, Base::Postgres] {
        let twilio = Twilio::start("AC1");
        let outside = Outside {
            sms: Some(twilio.gateway("AC1")),
            ..Outside::default()
        };
        test(
            &Served::speaking_to(base, resolved_by_sms, Connectors::of_engine(), outside),
            &twilio,
        );
    }
}

/// Resolves a ticket of somebody.
fn resolve(owner: &Owner<'_>, whose: &str, resolution: &str) {
    let id = ticket(owner, whose, &json!({}));
    let path = format!("/v1/tickets/{id}/resolve");
    owner.post(&path, &json!({"resolution": resolution})).is(200);
}

fn bodies(twilio: &Twilio) -> Vec<Value> {
    twilio.kept().iter().map(|one| one["body"].clone()).collect()
}

fn listed(owner: &Owner<'_>) -> Vec<Value> {
    let page = owner.get("/v1/sms").is(200).json();
    page["items"].as_array().expect("a list").clone()
}

fn states(owner: &Owner<'_>) -> Vec<(Value, Value)> {
    let of = |job: &Value| (job["state"].clone(), job["told"].clone());
    jobs(owner, "record_sms").iter().map(of).collect()
}

#[test]
fn an_sms_goes_once_to_the_number_in_the_record_and_nothing_is_kept_of_it() {
    on_both(|served, twilio| {
        let [owner, other] = tenants(served);
        let ada = subscriber(&owner, "Ada");
        resolve(&owner, &ada, "It works & glows: 5 €");
        served.work();
        served.work();
        let [one] = &twilio.kept()[..] else {
            panic!("one message")
        };
        assert_eq!(
            (&one["to"], &one["from"], &one["body"]),
            (
                &json!("+34600000000"),
                &json!("+15005550006"),
                &json!("Ada: It works & glows: 5 €")
            )
        );
        let [told] = &listed(&owner)[..] else {
            panic!("one message")
        };
        assert_eq!(
            (&told["state"], &told["gateway_id"], &told["segments"], &told["letter"]),
            (&json!("queued"), &one["sid"], &json!(1), &json!("ticket_resolved"))
        );
        assert!(listed(&other).is_empty());
        let rows = format!("{:?} {:?}", served.rows("sms"), served.rows("jobs"));
        assert!(!rows.contains("+34600000000") && !rows.contains("glows"), "{rows}");
        // Two that say the same are two.
        for _ in 0..2 {
            resolve(&owner, &ada, "again");
        }
        served.work();
        assert_eq!(bodies(twilio).len(), 3);
        served.pass(366 * 24 * HOUR);
        served.wait_for(sweep::finished(served.app())).expect("a sweep");
        assert!(served.rows("sms").is_empty());
    });
}

#[test]
fn whatever_the_gateway_does_nobody_gets_the_same_twice() {
    on_both(|served, twilio| {
        let [owner, _] = tenants(served);
        let ada = subscriber(&owner, "Ada");
        // It takes it, and its answer is lost: the next attempt finds that.
        twilio.outsider.treats([Treats::DoesAndGoes]);
        resolve(&owner, &ada, "one");
        served.work();
        assert_eq!(listed(&owner)[0]["state"], "asked");
        served.pass(HOUR);
        served.work();
        assert_eq!(
            (bodies(twilio), &listed(&owner)[0]["state"]),
            (vec![json!("Ada: one")], &json!("queued"))
        );
        // It breaks, is found to have nothing, and takes it then.
        twilio.outsider.treats([answers("500 Internal Server Error", "")]);
        resolve(&owner, &ada, "two");
        served.work();
        twilio.outsider.treats([answers("503 Service Unavailable", "")]);
        served.pass(HOUR);
        served.work();
        assert_eq!(bodies(twilio).len(), 1, "nobody asks again while nobody knows");
        served.pass(HOUR);
        served.work();
        assert_eq!(bodies(twilio), [json!("Ada: one"), json!("Ada: two")]);
        // It has too much to do, and says until when.
        let later = Treats::Answers(
            "429 Too Many Requests",
            vec![("retry-after", "120".to_owned())],
            "{\"code\": 20429}".to_owned(),
        );
        twilio.outsider.treats([later]);
        resolve(&owner, &ada, "three");
        served.work();
        let waiting = jobs(&owner, "record_sms").pop().expect("a job");
        assert_eq!(
            (&waiting["state"], &waiting["attempts"]),
            (&json!("waiting"), &json!(0)),
            "{waiting}"
        );
        served.pass(60);
        served.work();
        assert_eq!(bodies(twilio).len(), 2);
        served.pass(61);
        served.work();
        assert_eq!(bodies(twilio).len(), 3);
        // What it refuses for good is left to people, without whom it is about.
        for code in [21211, 21610, 30000] {
            twilio.outsider.treats([refuses("400 Bad Request", code)]);
            resolve(&owner, &ada, "four");
            served.work();
            let (state, told) = states(&owner).pop().expect("a job");
            assert_eq!(state, "dead");
            assert!(
                told.as_str().expect("why").contains(&code.to_string()) && !told.to_string().contains("346"),
                "{told}"
            );
        }
        // It says nothing at all: nobody knows, until it has been looked for.
        twilio.outsider.treats([Treats::Hangs]);
        resolve(&owner, &ada, "silence");
        served.work();
        assert_eq!(
            (states(&owner).pop().expect("a job").0, bodies(twilio).len()),
            (json!("waiting"), 3)
        );
        served.pass(HOUR);
        served.work();
        assert_eq!(bodies(twilio).pop(), Some(json!("Ada: silence")));
        // What is set wrong is tried again.
        twilio.outsider.treats([refuses("401 Unauthorized", 20003)]);
        resolve(&owner, &ada, "five");
        served.work();
        assert_eq!(states(&owner).pop().expect("a job").0, "waiting");
        served.pass(HOUR);
        served.work();
        assert_eq!(bodies(twilio).pop(), Some(json!("Ada: five")));
    });
}

#[test]
fn what_cannot_be_sent_is_told_to_people() {
    on_both(|served, twilio| {
        let [owner, _] = tenants(served);
        let ada = subscriber(&owner, "Ada");
        resolve(&owner, &ada, &"д".repeat(700));
        served.work();
        let (state, told) = states(&owner).pop().expect("a job");
        assert_eq!(
            (&state, &told),
            (
                &json!("dead"),
                &json!("it would go as 11 messages; 10 are sent at most")
            )
        );
        // Without a gateway nothing waits silently.
        let beside = served.beside_that_speaks_to_nobody();
        resolve(&owner, &ada, "short");
        beside.work();
        let (state, told) = states(&owner).pop().expect("a job");
        assert_eq!(state, "dead");
        assert!(told.as_str().expect("why").contains("PUT /v1/sms/sender"), "{told}");
        let shown = owner.client.borrow().clone().elsewhere(beside.url());
        let shown = shown.get("/v1/sms/sender").is(200).json();
        assert_eq!((&shown["is_set_up"], &shown["by"]), (&json!(false), &Value::Null));
        assert!(bodies(twilio).is_empty());
    });
}

fn put(owner: &Owner<'_>, fields: &Value) -> Answer {
    owner.client.borrow().ask("PUT", "/v1/sms/sender", Some(fields), &[])
}

#[test]
fn a_tenant_sends_by_its_own_gateway_and_not_in_quiet_hours() {
    on_both(|served, twilio| {
        let [owner, other] = tenants(served);
        let (ada, bob) = (subscriber(&owner, "Ada"), subscriber(&other, "Bob"));
        let own = Twilio::start("AC2");
        assert_eq!(owner.get("/v1/sms/sender").is(200).json()["by"], "installation");
        let gateway = json!({"address": own.outsider.url(), "account": "AC2", "token": TOKEN, "from": "Acme"});
        let told = put(&owner, &gateway).is(200).json();
        assert_eq!(
            (&told["by"], &told["account"], &told["from"]),
            (&json!("tenant"), &json!("AC2"), &json!("Acme"))
        );
        assert!(!told.to_string().contains(TOKEN), "{told}");
        for (wrong, code, place) in [
            (json!({"account": "AC2"}), "request.missing", "/token"),
            (
                json!({"account": "AC2/..", "token": TOKEN, "from": "Acme"}),
                "request.range",
                "/account",
            ),
            (
                json!({"account": "AC2", "token": TOKEN, "from": "Acme", "address": "https://10.0.0.1"}),
                "request.range",
                "/address",
            ),
            (
                json!({"account": "AC2", "token": TOKEN, "from": "Acme", "address": "http://sms.example.com:x"}),
                "request.range",
                "/address",
            ),
            (
                json!({"quiet_hours": {"begins": "22:00", "ends": "22:00"}}),
                "request.range",
                "/quiet_hours/ends",
            ),
        ] {
            let refused = put(&owner, &wrong).is(422).json();
            let faults = refused["errors"]
                .as_array()
                .cloned()
                .unwrap_or_else(|| vec![refused.clone()]);
            let found = faults
                .iter()
                .any(|fault| fault["code"] == code && fault["path"] == place);
            assert!(found, "{wrong}: {refused}");
        }
        resolve(&owner, &ada, "mine");
        resolve(&other, &bob, "theirs");
        served.work();
        assert_eq!(
            (bodies(&own), bodies(twilio)),
            (vec![json!("Ada: mine")], vec![json!("Bob: theirs")])
        );
        let rows = format!("{:?}", served.rows("sms_senders"));
        assert!(!rows.contains(TOKEN), "{rows}");
        let audit = owner.get("/v1/audit?limit=100").is(200).text();
        assert!(audit.contains("sms_sender") && !audit.contains(TOKEN), "{audit}");
        // From half an hour ago until one and a half from now.
        let now = served.app().now().microseconds() / 60_000_000;
        let time = |minutes: i64| format!("{:02}:{:02}", minutes.rem_euclid(24 * 60) / 60, minutes.rem_euclid(60));
        let quiet = json!({"quiet_hours": {"begins": time(now - 30), "ends": time(now + 90), "zone": "UTC"}});
        put(&owner, &quiet).is(200);
        resolve(&owner, &ada, "later");
        served.work();
        served.pass(HOUR);
        served.work();
        assert_eq!(bodies(twilio).len(), 1);
        served.pass(HOUR);
        served.work();
        assert_eq!(bodies(twilio).pop(), Some(json!("Ada: later")));
        owner.delete("/v1/sms/sender").is(204);
        owner.delete("/v1/sms/sender").is(204);
        assert!(served.rows("sms_senders").is_empty());
    });
}

/// What becomes of a message, as its gateway tells it.
fn tells(served: &Served, told_at: &str, said: &[(&str, &str)], token: &str) -> Answer {
    let mut sorted: Vec<_> = said.to_vec();
    sorted.sort_unstable();
    let signed = sorted
        .iter()
        .fold(told_at.to_owned(), |text, (name, value)| format!("{text}{name}{value}"));
    let key = Key::new(HMAC_SHA1_FOR_LEGACY_USE_ONLY, token.as_bytes());
    let signature = STANDARD.encode(sign(&key, signed.as_bytes()).as_ref());
    let form: Vec<String> = said
        .iter()
        .map(|(name, value)| format!("{name}={}", value.replace('+', "%2B")))
        .collect();
    let path = told_at.strip_prefix("https://ratebook.test").expect("an address here");
    let headers = [
        ("content-type", "application/x-www-form-urlencoded"),
        ("x-twilio-signature", signature.as_str()),
    ];
    served
        .anybody()
        .send("POST", path, Some(form.join("&").as_bytes()), &headers)
}

#[test]
fn what_becomes_of_one_is_believed_where_its_gateway_has_signed_it() {
    on_both(|served, twilio| {
        let [owner, _] = tenants(served);
        let ada = subscriber(&owner, "Ada");
        resolve(&owner, &ada, "one");
        served.work();
        let one = &twilio.kept()[0];
        let (told_at, sid) = (
            one["told_at"].as_str().expect("an address"),
            one["sid"].as_str().expect("an id"),
        );
        assert!(!told_at.contains("34600000000"), "{told_at}");
        let said = |state: &'static str| vec![("MessageSid", sid), ("MessageStatus", state), ("To", "+34600000000")];
        let state = || listed(&owner)[0]["state"].clone();
        tells(served, told_at, &said("delivered"), "another").fails(400, "records.signature");
        let elsewhere = told_at.replace("/status", "0/status");
        tells(served, &elsewhere, &said("delivered"), TOKEN).fails(400, "records.signature");
        assert_eq!(state(), "queued");
        tells(served, told_at, &said("sent"), TOKEN).is(204);
        assert_eq!(state(), "sent");
        // They come in any order, and of another message nothing is taken.
        tells(served, told_at, &said("sending"), TOKEN).is(204);
        tells(
            served,
            told_at,
            &[("MessageSid", "SM0"), ("MessageStatus", "delivered")],
            TOKEN,
        )
        .is(204);
        tells(served, told_at, &said("whatever"), TOKEN).is(204);
        assert_eq!(state(), "sent");
        let mut failed = said("undelivered");
        failed.push(("ErrorCode", "30003"));
        tells(served, told_at, &failed, TOKEN).is(204);
        tells(served, told_at, &said("delivered"), TOKEN).is(204);
        let told = &listed(&owner)[0];
        assert_eq!(
            (&told["state"], &told["told"]),
            (&json!("undelivered"), &json!("the gateway tells code 30003"))
        );
        // Told before its answer has come, it is not sent again.
        twilio.outsider.treats([Treats::DoesAndGoes]);
        resolve(&owner, &ada, "two");
        served.work();
        let two = twilio.kept().pop().expect("a message");
        let [told_at, sid] = ["told_at", "sid"].map(|name| two[name].as_str().expect("a text").to_owned());
        tells(
            served,
            &told_at,
            &[("MessageSid", &sid), ("MessageStatus", "delivered")],
            TOKEN,
        )
        .is(204);
        served.pass(HOUR);
        served.work();
        assert_eq!(
            (bodies(twilio).len(), listed(&owner)[0]["state"].clone()),
            (2, json!("delivered"))
        );
        // What was sent to somebody is forgotten with them.
        owner.post("/v1/privacy/anonymise", &json!({"person": ada})).is(202);
        served.work();
        assert!(listed(&owner).is_empty());
    });
}
