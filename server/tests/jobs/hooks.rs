//! Messages from outside: proven by a secret that both have, kept once, done afterwards, and done again when somebody says so.

use std::cell::Cell;
use std::io::Write as _;
use std::net::TcpStream;
use std::thread;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use ratebook_server::records::sweep;
use ratebook_server_testing::{Answer, Served};
use serde_json::{Value, json};
use sha2::Sha256;

use crate::support::{Owner, id_of, jobs, subscriber, tenants, ticket};

const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;
const PATH: &str = "/v1/hooks/acme/monitor";
const SOURCE: &str = "/v1/webhook-sources/monitor";

/// What watches the lines from outside.
struct Monitor<'s> {
    served: &'s Served,
    secret: String,
    ahead: Cell<i64>,
}

impl Monitor<'_> {
    /// Lets time go by, for both.
    fn passes(&self, seconds: i64) {
        self.served.pass(seconds);
        self.ahead.set(self.ahead.get() + seconds);
    }

    fn now(&self) -> i64 {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("a time").as_secs();
        i64::try_from(now).expect("a time") + self.ahead.get()
    }

    fn says(&self, id: &str, body: &Value) -> Answer {
        self.says_at(PATH, (id, self.now()), &body.to_string())
    }

    fn says_at(&self, path: &str, (id, at): (&str, i64), body: &str) -> Answer {
        let signature = signature(&self.secret, (id, at), body);
        sends(self.served, path, (id, at, &signature), body.as_bytes())
    }
}

fn signature(secret: &str, (id, at): (&str, i64), body: &str) -> String {
    let key = STANDARD
        .decode(secret.strip_prefix("whsec_").expect("a secret"))
        .expect("base64");
    let mut mac = Hmac::<Sha256>::new_from_slice(&key).expect("a key");
    mac.update(format!("{id}.{at}.{body}").as_bytes());
    format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes()))
}

fn sends(served: &Served, path: &str, (id, at, signature): (&str, i64, &str), body: &[u8]) -> Answer {
    let at = at.to_string();
    let headers = [
        ("content-type", "application/json"),
        ("webhook-id", id),
        ("webhook-timestamp", at.as_str()),
        ("webhook-signature", signature),
    ];
    served.anybody().send("POST", path, Some(body), &headers)
}

/// Opens the source; a new secret is told.
fn opened(owner: &Owner<'_>) -> String {
    let answer = owner.client.borrow().ask("PUT", SOURCE, Some(&json!({})), &[]).is(200);
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    answer.json()["secret"].as_str().expect("a secret").to_owned()
}

fn monitor<'s>(served: &'s Served, owner: &Owner<'_>) -> Monitor<'s> {
    let (secret, ahead) = (opened(owner), Cell::new(0));
    Monitor { served, secret, ahead }
}

fn down(subscriber: &str, subject: &str) -> Value {
    json!({"type": "line.down", "data": {"subscriber": subscriber, "subject": subject, "text": "No answer since noon."}})
}

fn up(ticket: &str) -> Value {
    json!({"type": "line.up", "data": {"ticket": ticket, "text": "It answers again."}})
}

/// What became of what was told: outcome by outcome.
fn outcome(answer: Answer) -> String {
    answer.is(200).json()["outcome"]
        .as_str()
        .expect("an outcome")
        .to_owned()
}

fn events(owner: &Owner<'_>) -> Vec<Value> {
    let page = owner.get(&format!("{SOURCE}/events")).is(200).json();
    page["items"].as_array().expect("a list").clone()
}

fn tickets(owner: &Owner<'_>) -> Vec<Value> {
    let page = owner.get("/v1/tickets?limit=100").is(200).json();
    page["items"].as_array().expect("a list").clone()
}

#[test]
fn what_is_proven_is_kept_once_and_done() {
    Served::on_both(|served| {
        let [owner, other] = tenants(served);
        let ada = subscriber(&owner, "Ada");
        let monitor = monitor(served, &owner);
        let said = down(&ada, "Line 7 is down");
        assert_eq!(outcome(monitor.says("msg_1", &said)), "kept");
        // It is answered before anything is done.
        assert!(tickets(&owner).is_empty());
        // It comes again, as they send it again and under another id.
        assert_eq!(outcome(monitor.says("msg_1", &said)), "known");
        assert_eq!(outcome(monitor.says("msg_1", &down(&ada, "Changed"))), "known");
        assert_eq!(outcome(monitor.says("msg_2", &said)), "known");
        served.work();
        let made = tickets(&owner);
        assert_eq!(made.len(), 1, "{made:?}");
        let one = &made[0];
        assert_eq!(
            (&one["subject"], &one["priority"], &one["subscriber_id"]),
            (&json!("Line 7 is down"), &json!("high"), &json!(ada))
        );
        let history = owner.get(&format!("/v1/tickets/{}/history", id_of(one))).is(200).json();
        assert_eq!(history["items"][0]["actor"], "webhook:monitor", "{history}");
        // Its machine goes on by what they tell next, and what they tell of something else is kept, and nothing done of it.
        assert_eq!(outcome(monitor.says("msg_3", &up(&id_of(one)))), "kept");
        assert_eq!(outcome(monitor.says("msg_4", &json!({"type": "line.slow"}))), "kept");
        served.work();
        let path = format!("/v1/tickets/{}", id_of(one));
        let resolved = owner.get(&path).is(200).json();
        assert_eq!(
            (&resolved["status"], &resolved["resolution"]),
            (&json!("resolved"), &json!("It answers again."))
        );
        let told: Vec<_> = events(&owner)
            .iter()
            .map(|own| (own["event"].clone(), own["state"].clone(), own["told"].clone()))
            .collect();
        let done = |event: &str, told: &str| (json!(event), json!("done"), json!(told));
        assert_eq!(
            told,
            [
                done("msg_4", "nothing is done of it"),
                done("msg_3", "`ticket`: resolve"),
                done("msg_1", "made a `ticket`")
            ]
        );
        // Nothing of it is anybody else's.
        other.get(&format!("{SOURCE}/events")).is(200);
        let foreign = events(&owner)[0]["id"].as_str().expect("an id").to_owned();
        other
            .get(&format!("/v1/webhook-events/{foreign}"))
            .fails(404, "records.not_found");
        other
            .post(&format!("/v1/webhook-events/{foreign}/replay"), &json!({}))
            .fails(404, "records.not_found");
        let page = other.get(&format!("{SOURCE}/events")).is(200).json();
        assert_eq!(page["items"], json!([]));
        let id = events(&owner)[2]["id"].as_str().expect("an id").to_owned();
        let whole = owner.get(&format!("/v1/webhook-events/{id}")).is(200).json();
        assert_eq!(whole["body"], json!(said.to_string()));
    });
}

#[test]
fn what_is_not_proven_is_refused_and_nothing_is_kept() {
    Served::on_both(|served| {
        let [owner, _] = tenants(served);
        let ada = subscriber(&owner, "Ada");
        let monitor = monitor(served, &owner);
        let (now, said) = (monitor.now(), down(&ada, "x").to_string());
        let right = signature(&monitor.secret, ("msg_1", now), &said);
        let wrong_key = signature("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", ("msg_1", now), &said);
        let refused = [
            sends(served, PATH, ("msg_1", now, &wrong_key), said.as_bytes()),
            sends(served, PATH, ("msg_2", now, &right), said.as_bytes()),
            sends(served, PATH, ("msg_1", now + 1, &right), said.as_bytes()),
            sends(
                served,
                PATH,
                ("msg_1", now, &right),
                said.replace("noon", "morning").as_bytes(),
            ),
            sends(served, PATH, ("msg_1", now, ""), said.as_bytes()),
            sends(served, PATH, ("msg_1", now, &right), &[0xff, 0xfe]),
            monitor.says_at(PATH, ("msg_1", now - 310), &said),
            monitor.says_at(PATH, ("msg_1", now + 310), &said),
            // Nobody finds out which tenants and sources there are.
            monitor.says_at("/v1/hooks/globex/monitor", ("msg_1", now), &said),
            monitor.says_at("/v1/hooks/nobody/monitor", ("msg_1", now), &said),
            monitor.says_at("/v1/hooks/acme/paypal", ("msg_1", now), &said),
            served.anybody().send("POST", PATH, None, &[]),
        ];
        let told: Vec<_> = refused.iter().map(Answer::without_trace).collect();
        for (place, one) in told.iter().enumerate() {
            assert_eq!((one.0, &one.2), (400, &told[0].2), "{place}");
        }
        assert_eq!(refused[0].json()["code"], "records.signature");
        assert!(!refused[0].text().contains("secret"), "{}", refused[0].text());
        // Who is proven is told what is wrong.
        monitor
            .says_at(PATH, ("msg_1", now), "{\"type\":")
            .fails(422, "request.type");
        assert!(events(&owner).is_empty() && jobs(&owner, "webhook_event").is_empty());
        // It has its bounds, and who sends a hundred times more is let go.
        let much = "x".repeat(1_100_000);
        monitor
            .says_at(PATH, ("msg_1", now), &much)
            .fails(413, "request.too_large");
        let address = served.url().strip_prefix("http://").expect("an address");
        let mut line = TcpStream::connect(address).expect("a line");
        line.set_write_timeout(Some(Duration::from_secs(20))).expect("a line");
        let head = format!("POST {PATH} HTTP/1.1\r\nhost: {address}\r\ncontent-length: 104857600\r\n\r\n");
        line.write_all(head.as_bytes()).expect("a line");
        let part = vec![b'x'; 1_024 * 1_024];
        let sent = (0..100).take_while(|_| line.write_all(&part).is_ok()).count();
        assert!(sent < 100, "all of it was read");
        assert_eq!(outcome(monitor.says_at(PATH, ("msg_1", now), &said)), "kept");
        // Where it is closed nothing is proven any more.
        owner.delete(SOURCE).is(204);
        monitor.says("msg_5", &up("x")).fails(400, "records.signature");
        assert_eq!(events(&owner).len(), 1);
    });
}

#[test]
fn the_secret_before_counts_for_two_days() {
    Served::on_both(|served| {
        let [owner, _] = tenants(served);
        let ada = subscriber(&owner, "Ada");
        let before = monitor(served, &owner);
        let after = monitor(served, &owner);
        assert_ne!(before.secret, after.secret);
        assert_eq!(outcome(before.says("msg_1", &down(&ada, "one"))), "kept");
        assert_eq!(outcome(after.says("msg_2", &down(&ada, "two"))), "kept");
        before.passes(2 * DAY + HOUR);
        after.ahead.set(before.ahead.get());
        before
            .says("msg_3", &down(&ada, "three"))
            .fails(400, "records.signature");
        assert_eq!(outcome(after.says("msg_3", &down(&ada, "three"))), "kept");
        // A secret that they have given is taken as it is; one that anybody could guess is not.
        let own = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        owner.get("/v1/webhook-sources").is(200);
        let put = |secret: &str| {
            owner
                .client
                .borrow()
                .ask("PUT", SOURCE, Some(&json!({"secret": secret})), &[])
        };
        for wrong in ["whsec_short", "not in base64 at all", "whsec_AAAA"] {
            put(wrong).fails(422, "request.range");
        }
        assert_eq!(put(own).is(200).json()["secret"], Value::Null);
        let given = Monitor {
            served,
            secret: own.to_owned(),
            ahead: Cell::new(after.ahead.get()),
        };
        assert_eq!(outcome(given.says("msg_4", &down(&ada, "four"))), "kept");
        // No secret lies there as it is.
        let rows = format!("{:?}", served.rows("webhook_sources"));
        assert!(!rows.contains(own) && !rows.contains("MfKQ9r8G"), "{rows}");
        let listed = owner.get("/v1/webhook-sources").is(200).text();
        assert!(!listed.contains("whsec_"), "{listed}");
        let audit = owner.get("/v1/audit?entity=webhook_source").is(200).json();
        let actions: Vec<_> = audit["items"]
            .as_array()
            .expect("entries")
            .iter()
            .map(|own| own["action"].clone())
            .collect();
        assert_eq!(actions, ["opened", "opened", "opened"]);
    });
}

#[test]
fn what_could_not_be_done_is_done_again_when_somebody_says_so() {
    Served::on_both(|served| {
        let [owner, _] = tenants(served);
        let ada = subscriber(&owner, "Ada");
        let monitor = monitor(served, &owner);
        // What it is about is not there, and later it is.
        let missing = "01890a5d-ac96-774b-bcce-b302099a8057";
        assert_eq!(outcome(monitor.says("msg_1", &up(missing))), "kept");
        served.work();
        let event = events(&owner)[0].clone();
        assert_eq!(event["state"], "waiting", "{event}");
        let replay = format!("/v1/webhook-events/{}/replay", id_of(&event));
        owner.post(&replay, &json!({})).fails(409, "request.conflict");
        for _ in 0..8 {
            monitor.passes(3 * HOUR);
            served.work();
        }
        let event = events(&owner)[0].clone();
        assert_eq!(
            (&event["state"], &event["done_at"]),
            (&json!("dead"), &Value::Null),
            "{event}"
        );
        let late = json!({"id": missing, "subscriber_id": ada, "subject": "Late", "description": "x"});
        owner.post("/v1/tickets", &late).is(201);
        let replayed = owner.post(&replay, &json!({})).is(200).json();
        assert_eq!(
            (&replayed["state"], &replayed["replays"]),
            (&json!("waiting"), &json!(1))
        );
        served.work();
        let event = events(&owner)[0].clone();
        assert_eq!(
            (&event["state"], &event["told"]),
            (&json!("done"), &json!("`ticket`: resolve"))
        );
        // What is done is done again as well, and tells what stands against it then.
        owner.post(&replay, &json!({})).is(200);
        served.work();
        let event = events(&owner)[0].clone();
        assert_eq!(
            (&event["state"], &event["replays"]),
            (&json!("dead"), &json!(2)),
            "{event}"
        );
        let audit = owner.get("/v1/audit?entity=webhook_event").is(200).json();
        assert_eq!(audit["items"].as_array().expect("entries").len(), 2);
        assert_eq!(audit["items"][0]["action"], "replayed");
        // The body goes, and that it was told stays.
        monitor.passes(31 * DAY);
        served.wait_for(sweep::finished(served.app())).expect("a sweep");
        let whole = owner
            .get(&format!("/v1/webhook-events/{}", id_of(&event)))
            .is(200)
            .json();
        assert_eq!(whole["body"], Value::Null);
        owner.post(&replay, &json!({})).fails(409, "request.conflict");
        assert_eq!(outcome(monitor.says("msg_1", &up(missing))), "known");
        monitor.passes(400 * DAY);
        served.wait_for(sweep::finished(served.app())).expect("a sweep");
        assert!(events(&owner).is_empty());
    });
}

#[test]
fn of_a_message_that_comes_a_hundred_times_at_once_one_is_kept() {
    Served::on_both(|served| {
        let [owner, _] = tenants(served);
        let ada = subscriber(&owner, "Ada");
        let monitor = monitor(served, &owner);
        let (at, body) = (monitor.now(), down(&ada, "once").to_string());
        let signed = signature(&monitor.secret, ("msg_1", at), &body);
        let kept: usize = thread::scope(|scope| {
            let sending = (0..10).map(|_| {
                let (signed, body) = (signed.as_str(), body.as_bytes());
                scope.spawn(move || {
                    let each = (0..10).map(|_| outcome(sends(served, PATH, ("msg_1", at, signed), body)));
                    each.filter(|outcome| outcome == "kept").count()
                })
            });
            let sending: Vec<_> = sending.collect();
            sending.into_iter().map(|one| one.join().expect("answers")).sum()
        });
        assert_eq!(kept, 1);
        served.work();
        assert_eq!((tickets(&owner).len(), jobs(&owner, "webhook_event").len()), (1, 1));
    });
}

#[test]
fn whoever_may_not_set_a_tenant_up_sees_nothing_of_it() {
    Served::on_both(|served| {
        let [owner, _] = tenants(served);
        let ada = subscriber(&owner, "Ada");
        let own = ticket(&owner, &ada, &json!({}));
        let monitor = monitor(served, &owner);
        assert_eq!(outcome(monitor.says("msg_1", &up(&own))), "kept");
        let event = format!("/v1/webhook-events/{}", id_of(&events(&owner)[0]));
        let support = served.member(&owner.client.borrow(), "support@example.com", &["support"]);
        let missing = "tenancy.permission_missing";
        support.get("/v1/webhook-sources").fails(403, missing);
        support.get(&format!("{SOURCE}/events")).fails(403, missing);
        support.get(&event).fails(403, missing);
        support.post(&format!("{event}/replay"), &json!({})).fails(403, missing);
        support.ask("PUT", SOURCE, Some(&json!({})), &[]).fails(403, missing);
        support.delete(SOURCE).fails(403, missing);
        let none = "/v1/webhook-sources/paypal";
        owner
            .client
            .borrow()
            .ask("PUT", none, Some(&json!({})), &[])
            .fails(404, "records.not_found");
    });
}
