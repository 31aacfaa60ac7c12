//! Messages to the outside: signed, in order, to whom they may be sent, and given up when nobody takes them.

use std::collections::VecDeque;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use ratebook_server_testing::{Base, Served};
use serde_json::{Value, json};
use sha2::Sha256;

use crate::support::{Owner, id_of, subscriber, tenants};

const HOUR: i64 = 3_600;

/// A message as it arrived.
#[derive(Clone, Debug)]
pub(crate) struct Message {
    headers: Vec<(String, String)>,
    body: String,
}

impl Message {
    fn header(&self, name: &str) -> &str {
        let own = self.headers.iter().find(|(own, _)| own == name);
        own.map(|(_, value)| value.as_str()).unwrap_or_default()
    }

    fn json(&self) -> Value {
        serde_json::from_str(&self.body).expect("JSON")
    }

    /// Whether a receiver with a secret believes it, by the words of the published rules.
    fn is_signed_by(&self, secret: &str) -> bool {
        let key = STANDARD
            .decode(secret.strip_prefix("whsec_").expect("a secret"))
            .expect("base64");
        let mut mac = Hmac::<Sha256>::new_from_slice(&key).expect("a key");
        let [id, at] = ["webhook-id", "webhook-timestamp"].map(|name| self.header(name));
        mac.update(format!("{id}.{at}.{}", self.body).as_bytes());
        let own = format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes()));
        self.header("webhook-signature")
            .split(' ')
            .any(|signature| signature == own)
    }
}

/// Somebody who is told, and answers what is said here, one after the other; 204 when nothing is.
#[derive(Clone, Debug)]
pub(crate) struct Receiver {
    port: u16,
    got: Arc<Mutex<Vec<Message>>>,
    answers: Arc<Mutex<VecDeque<String>>>,
}

impl Receiver {
    pub(crate) fn start() -> Receiver {
        Receiver::at("127.0.0.1")
    }

    /// At an address of this machine.
    fn at(address: &str) -> Receiver {
        let listener = TcpListener::bind((address, 0)).expect("a port");
        let receiver = Receiver {
            port: listener.local_addr().expect("an address").port(),
            got: Arc::default(),
            answers: Arc::default(),
        };
        let own = receiver.clone();
        thread::spawn(move || {
            for line in listener.incoming().flatten() {
                let own = own.clone();
                thread::spawn(move || own.hear(line));
            }
        });
        receiver
    }

    fn hear(&self, line: TcpStream) {
        let mut reader = BufReader::new(line.try_clone().expect("a line"));
        let (mut headers, mut text) = (Vec::new(), String::new());
        loop {
            text.clear();
            if reader.read_line(&mut text).unwrap_or(0) == 0 || text.trim().is_empty() {
                break;
            }
            if let Some((name, value)) = text.trim().split_once(": ") {
                headers.push((name.to_ascii_lowercase(), value.to_owned()));
            }
        }
        let length = headers.iter().find(|(name, _)| name == "content-length");
        let mut body = vec![0; length.map_or(0, |(_, length)| length.parse().expect("a length"))];
        if reader.read_exact(&mut body).is_err() {
            return;
        }
        let body = String::from_utf8(body).expect("text");
        self.got.lock().expect("nobody failed").push(Message { headers, body });
        let answer = self.answers.lock().expect("nobody failed").pop_front();
        let answer = answer.unwrap_or_else(|| "204 No Content".to_owned());
        if answer == "hang" {
            thread::sleep(std::time::Duration::from_secs(20));
            return;
        }
        let mut line = line;
        let _ = write!(
            line,
            "HTTP/1.1 {answer}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
        );
    }

    fn answers(&self, answers: &[&str]) {
        let answers = answers.iter().map(|answer| (*answer).to_owned());
        self.answers.lock().expect("nobody failed").extend(answers);
    }

    pub(crate) fn got(&self) -> Vec<Message> {
        self.got.lock().expect("nobody failed").clone()
    }

    fn kinds(&self) -> Vec<String> {
        let kind = |message: &Message| message.json()["type"].as_str().expect("a kind").to_owned();
        self.got().iter().map(kind).collect()
    }

    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}/told", self.port)
    }
}

fn webhook(owner: &Owner<'_>, url: &str, events: &[&str]) -> (String, String) {
    let made = owner
        .post("/v1/webhooks", &json!({"url": url, "events": events}))
        .is(201)
        .json();
    (
        format!("/v1/webhooks/{}", id_of(&made)),
        made["secret"].as_str().expect("a secret").to_owned(),
    )
}

fn on_both(test: impl Fn(&Served, &Receiver)) {
    for base in [Base::Sqlite, Base::Postgres] {
        test(&Served::start(base), &Receiver::start());
    }
}

#[test]
fn what_happens_is_told_signed_and_in_order_to_those_who_want_it() {
    on_both(|served, receiver| {
        let [owner, other] = tenants(served);
        let (path, secret) = webhook(&owner, &receiver.url(), &["subscriber:*"]);
        let id = subscriber(&owner, "Ada");
        owner
            .patch(&format!("/v1/subscribers/{id}"), &json!({"name": "Ada Lovelace"}))
            .is(200);
        owner
            .post(&format!("/v1/subscribers/{id}/activate"), &json!({}))
            .is(200);
        subscriber(&other, "Bob");
        served.work();
        assert_eq!(
            receiver.kinds(),
            [
                "subscriber:created",
                "subscriber:updated",
                "subscriber:activate",
                "subscriber:configure_router"
            ]
        );
        // What the pack has carried out elsewhere is told with all that is said of it, and is no job here.
        assert_eq!(receiver.got()[3].json()["data"]["with"], json!({"kind": "create"}));
        let listed = owner.get("/v1/jobs?limit=100").is(200).json();
        let mut names = listed["items"].as_array().expect("jobs").iter();
        assert!(names.all(|job| job["name"] != "configure_router"), "{listed}");
        for message in receiver.got() {
            assert!(message.is_signed_by(&secret), "{message:?}");
            let told = message.json();
            assert_eq!(
                (&told["data"]["id"], &told["data"]["entity"]),
                (&json!(id), &json!("subscriber"))
            );
            // What stands in the record is asked for by whoever may read it.
            assert!(
                !message.body.contains("Ada") && !message.body.contains("+34"),
                "{}",
                message.body
            );
        }
        let mut changed = receiver.got()[0].clone();
        changed.body = changed.body.replace("created", "deleted");
        assert!(!changed.is_signed_by(&secret));
        served.work();
        assert_eq!(receiver.got().len(), 4, "once");
        let told = owner.get(&format!("{path}/deliveries")).is(200).json();
        let states: Vec<_> = told["items"]
            .as_array()
            .expect("deliveries")
            .iter()
            .map(|job| job["told"].clone())
            .collect();
        assert_eq!(states, ["answered 204"; 4]);
        // Once more by hand: the same message.
        let first = id_of(&told["items"][3]);
        owner.post(&format!("/v1/jobs/{first}/retry"), &json!({})).is(200);
        served.work();
        let got = receiver.got();
        assert_eq!(got[4].header("webhook-id"), got[0].header("webhook-id"));
        other.get(&path).fails(404, "records.not_found");
        other.get(&format!("{path}/deliveries")).fails(404, "records.not_found");
        other.delete(&path).fails(404, "records.not_found");
        owner.delete(&path).is(204);
        subscriber(&owner, "Carl");
        served.work();
        assert_eq!(receiver.got().len(), 5);
        assert!(
            !served
                .all_rows()
                .values()
                .flatten()
                .any(|row| json!(row).to_string().contains(&secret)),
            "kept in clear"
        );
    });
}

#[test]
fn one_message_comes_after_the_other_whatever_fails() {
    on_both(|served, receiver| {
        let [owner, _] = tenants(served);
        let (path, _) = webhook(&owner, &receiver.url(), &["*"]);
        receiver.answers(&[
            "500 Oops",
            &format!("302 Found\r\nlocation: {}", receiver.url().replace("told", "elsewhere")),
            "500 Oops",
        ]);
        let id = subscriber(&owner, "Ada");
        served.work();
        let sent = receiver.kinds();
        assert_eq!(sent, ["service_plan:created"], "the next one waits");
        served.pass(6);
        served.work();
        served.pass(2 * HOUR);
        served.work();
        assert_eq!(receiver.kinds(), ["service_plan:created"; 3]);
        assert!(owner.get(&path).is(200).json()["failing_since"].is_string());
        served.pass(2 * HOUR);
        served.work();
        assert_eq!(receiver.kinds()[3..], ["service_plan:created", "subscriber:created"]);
        assert_eq!(receiver.got()[4].json()["data"]["id"], json!(id));
        assert!(owner.get(&path).is(200).json()["failing_since"].is_null());
    });
}

#[test]
fn whoever_never_answers_well_is_told_nothing_more() {
    on_both(|served, receiver| {
        let [owner, _] = tenants(served);
        let (path, _) = webhook(&owner, &receiver.url(), &["subscriber:*"]);
        receiver.answers(&["500 Oops"; 100]);
        for round in 0..5 {
            subscriber(&owner, &format!("Ada {round}"));
            for _ in 0..10 {
                served.work();
                served.pass(3 * HOUR);
            }
        }
        let told = owner.get(&path).is(200).json();
        assert_eq!(
            (&told["state"], &told["why"]),
            (&json!("disabled"), &json!("answered 500"))
        );
        assert!(receiver.got().len() < 30, "{}", receiver.got().len());
        let audit = served.rows("audit");
        assert!(
            audit
                .iter()
                .any(|row| row["entity"] == "webhook" && row["action"] == "disabled" && row["actor"] == "engine")
        );
        // Told again by hand, and at once no more by whoever says that they are gone.
        owner.patch(&path, &json!({"state": "enabled"})).is(200);
        receiver.answers.lock().expect("nobody failed").clear();
        receiver.answers(&["410 Gone"]);
        subscriber(&owner, "Zoe");
        served.work();
        assert_eq!(owner.get(&path).is(200).json()["why"], "answered 410");
    });
}

#[test]
fn nothing_is_sent_into_a_network_of_its_own() {
    on_both(|served, receiver| {
        let [owner, _] = tenants(served);
        let places = [
            "http://10.0.0.1/",
            "https://169.254.169.254/latest",
            "https://[::1]/",
            "http://example.com/",
            "https://127.0.0.3:1/",
            "http://0x7f.0.0.2/",
        ];
        let paths: Vec<_> = places
            .iter()
            .map(|url| webhook(&owner, url, &["subscriber:created"]).0)
            .collect();
        webhook(&owner, &receiver.url(), &["subscriber:created"]);
        subscriber(&owner, "Ada");
        served.work();
        assert_eq!(receiver.got().len(), 1);
        for (path, url) in paths.iter().zip(places) {
            let told = owner.get(&format!("{path}/deliveries")).is(200).json();
            let job = &told["items"][0];
            assert_eq!(
                (&job["state"], &job["attempts"]),
                (&json!("waiting"), &json!(1)),
                "{url}"
            );
            let why = job["told"].as_str().expect("why");
            assert!(
                why.contains("nothing is sent") || url.contains("example.com"),
                "{url}: {why}"
            );
        }
        let first = owner.get(&format!("{}/deliveries", paths[1])).is(200).json();
        assert_eq!(
            first["items"][0]["told"],
            "`169.254.169.254` is an address of a network of its own, to which nothing is sent"
        );
    });
}

#[test]
fn a_redirect_is_followed_nowhere() {
    for base in [Base::Sqlite, Base::Postgres] {
        // One that may be told, and one that stands beside the server and may not.
        let (receiver, other, beside) = (Receiver::start(), Receiver::start(), Receiver::at("127.0.0.3"));
        let served = Served::start(base);
        let [owner, _] = tenants(&served);
        let (path, _) = webhook(&owner, &receiver.url(), &["subscriber:created"]);
        let private = format!("http://127.0.0.3:{}/told", beside.port);
        for location in [
            other.url().as_str(),
            &private,
            "http://169.254.169.254/latest",
            "file:///etc/passwd",
        ] {
            for status in ["301 Moved", "302 Found", "307 Temporary", "308 Permanent"] {
                receiver.answers(&[&format!("{status}\r\nlocation: {location}")]);
            }
        }
        let mut attempts = 0;
        for round in 0..4 {
            subscriber(&owner, &format!("Ada {round}"));
            for _ in 0..8 {
                served.work();
                served.pass(10 * HOUR + HOUR);
            }
            attempts = receiver.got().len();
        }
        assert!(attempts > 8, "{attempts}");
        assert!(other.got().is_empty() && beside.got().is_empty());
        let told = owner.get(&format!("{path}/deliveries?limit=100")).is(200).json();
        let told = told["items"].as_array().expect("deliveries").iter();
        assert!(
            told.clone()
                .any(|job| job["told"].as_str().is_some_and(|told| told.starts_with("answered 30")))
        );
    }
}

#[test]
fn whoever_answers_500_for_a_day_is_told_all_of_it_in_order_once_they_are_back() {
    on_both(|served, receiver| {
        let [owner, _] = tenants(served);
        let (path, _) = webhook(&owner, &receiver.url(), &["subscriber:created"]);
        receiver.answers(&["500 Oops"; 1_000]);
        let mut ids = Vec::new();
        for hour in 0..24 {
            if hour % 4 == 0 {
                ids.push(subscriber(&owner, &format!("Ada {hour}")));
            }
            served.work();
            served.pass(HOUR);
        }
        assert!(receiver.got().len() < 24, "{} attempts", receiver.got().len());
        let webhook = owner.get(&path).is(200).json();
        assert_eq!(
            webhook["state"], "enabled",
            "a day is no reason to tell nothing more: {webhook}"
        );
        receiver.answers.lock().expect("nobody failed").clear();
        let asked = receiver.got().len();
        // What was given up meanwhile is told when somebody says so, with the same id.
        for job in owner.get("/v1/jobs?state=dead&limit=100").is(200).json()["items"]
            .as_array()
            .expect("jobs")
        {
            owner
                .post(&format!("/v1/jobs/{}/retry", id_of(job)), &json!({}))
                .is(200);
        }
        for _ in 0..8 {
            served.work();
            served.pass(3 * HOUR);
        }
        let told: Vec<String> = receiver.got()[asked..]
            .iter()
            .map(|one| id_of(&one.json()["data"]))
            .collect();
        assert_eq!(told, ids);
        assert!(owner.get(&path).is(200).json()["failing_since"].is_null());
    });
}

#[test]
fn whoever_hangs_keeps_nobody_else_waiting() {
    let served = Served::start(Base::Sqlite);
    let (slow, quick) = (Receiver::start(), Receiver::start());
    let [owner, other] = tenants(&served);
    slow.answers(&["hang"]);
    webhook(&owner, &slow.url(), &["subscriber:created"]);
    webhook(&other, &quick.url(), &["subscriber:created"]);
    served.begin(ratebook_server::platform::jobs::watch(served.app().clone()));
    subscriber(&owner, "Ada");
    crate::support::until(|| slow.got().len() == 1);
    subscriber(&other, "Bob");
    crate::support::until(|| quick.got().len() == 1);
}

#[test]
fn another_secret_and_what_is_wrong_with_a_webhook() {
    on_both(|served, receiver| {
        let [owner, _] = tenants(served);
        let (path, former) = webhook(&owner, &receiver.url(), &["subscriber:created"]);
        let rotated = owner.post(&format!("{path}/rotate"), &json!({})).is(200).json();
        let secret = rotated["secret"].as_str().expect("a secret").to_owned();
        subscriber(&owner, "Ada");
        served.work();
        served.pass(25 * HOUR);
        subscriber(&owner, "Bob");
        served.work();
        let [both, one] = &receiver.got()[..] else {
            panic!("two messages")
        };
        assert!(both.is_signed_by(&former) && both.is_signed_by(&secret));
        assert!(!one.is_signed_by(&former) && one.is_signed_by(&secret));
        let wrong = json!({"url": "ftp://example.com", "events": ["*", "Created", "customer:"], "secret": "mine"});
        let refused = owner.post("/v1/webhooks", &wrong).fails(422, "request.range").json();
        let paths: Vec<_> = refused["errors"]
            .as_array()
            .expect("faults")
            .iter()
            .map(|fault| fault["path"].clone())
            .collect();
        assert_eq!(paths, ["/url", "/events/1", "/events/2", "/secret"]);
        owner
            .post(
                "/v1/webhooks",
                &json!({"url": "https://a:b@example.com/", "events": ["*"]}),
            )
            .fails(422, "request.range");
        owner
            .post("/v1/webhooks", &json!({"url": "https://example.com/", "events": []}))
            .fails(422, "request.range");
        owner
            .patch(&path, &json!({"state": "paused"}))
            .fails(422, "request.range");
        owner.patch(&path, &json!({"url": null})).fails(422, "request.missing");
        assert!(owner.get(&path).is(200).json().get("secret").is_none());
        let agent = served.member(&owner.client.borrow(), "agent@example.com", &["support"]);
        agent.get("/v1/webhooks").fails(403, "tenancy.permission_missing");
        agent.get("/v1/jobs").fails(403, "tenancy.permission_missing");
        let told = owner.get("/v1/audit?entity=webhook&limit=1").is(200).json();
        assert_eq!(told["items"][0]["action"], "rotated", "{told}");
        let unknown = json!({"url": "https://example.com/", "events": ["customers:*"]});
        owner.post("/v1/webhooks", &unknown).fails(422, "request.unknown");
        for _ in 1..50 {
            webhook(&owner, "https://example.com/", &["*"]);
        }
        owner
            .post("/v1/webhooks", &json!({"url": "https://example.com/", "events": ["*"]}))
            .fails(422, "request.range");
    });
}

/// Somebody who sets the tenant up and looks at what is done by itself, and may read no record.
fn with_a_caretaker(pack: &mut Value) {
    pack["roles"]["caretaker"] =
        json!({"allow": ["settings:read", "settings:write", "workflows:read", "service_plans:read"]});
}

#[test]
fn whoever_may_not_read_records_has_nothing_told_of_them_and_sees_no_job_of_them() {
    for base in [Base::Sqlite, Base::Postgres] {
        let (served, receiver) = (Served::start_by(base, with_a_caretaker), Receiver::start());
        let [owner, _] = tenants(&served);
        let (path, _) = webhook(&owner, &receiver.url(), &["*"]);
        let id = subscriber(&owner, "Ada");
        owner
            .post(&format!("/v1/subscribers/{id}/activate"), &json!({}))
            .is(200);
        served.work();
        let caretaker = served.member(&owner.client.borrow(), "care@example.com", &["caretaker"]);
        for (events, status) in [("*", 403), ("subscriber:*", 403), ("service_plan:created", 201)] {
            let asked = json!({"url": receiver.url(), "events": [events]});
            assert_eq!(caretaker.post("/v1/webhooks", &asked).status, status, "{events}");
        }
        caretaker
            .patch(&path, &json!({"events": ["ticket:*"]}))
            .fails(403, "tenancy.permission_missing");
        let seen = caretaker.get("/v1/jobs?limit=100").is(200);
        let told = caretaker.get(&format!("{path}/deliveries?limit=100")).is(200);
        assert!(
            !seen.text().contains(&id) && !told.text().contains(&id),
            "{}",
            seen.text()
        );
        assert!(owner.get("/v1/jobs?limit=100").is(200).text().contains(&id));
        let kinds = told.json()["items"].as_array().expect("deliveries").clone();
        let shown = kinds.iter().filter(|job| job["body"].is_object()).count();
        assert_eq!((kinds.len(), shown), (4, 1), "that of the plan alone");
    }
}
