//! Messages of PayPal: proven by a certificate that is fetched and held against its root, kept once, done afterwards.

use flate2::Crc;
use ratebook::time::Instant;
use ratebook_server::platform::hooks::Certificates;
use ratebook_server::platform::jobs::Connectors;
use ratebook_server_testing::{Answer, Base, Outside, Served};
use ring::rand::SystemRandom;
use ring::signature::{RSA_PKCS1_SHA256, RsaKeyPair};
use serde_json::{Value, json};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::outside::{Outsider, answers};
use crate::support::{Owner, subscriber, tenants};

const ROOT: &[u8] = include_bytes!("paypal/root.pem");
const KEY: &[u8] = include_bytes!("paypal/leaf.pk8");
const PATH: &str = "/v1/hooks/acme/paypal";
const SOURCE: &str = "/v1/webhook-sources/paypal";
const WEBHOOK: &str = "8PT597110X687430L";
const CERTIFICATE: &str = "https://api.paypal.com/v1/notifications/certs/CERT-1";

/// Where certificates lie: theirs, the one of another name, and one that nobody has signed.
fn certificates() -> Outsider {
    Outsider::start(|asked| match asked.path.as_str() {
        "/v1/notifications/certs/CERT-1" => answers("200 OK", include_str!("paypal/leaf.pem")),
        "/v1/notifications/certs/NAME" => answers("200 OK", include_str!("paypal/other_name.pem")),
        "/v1/notifications/certs/STRANGER" => answers("200 OK", include_str!("paypal/stranger.pem")),
        "/v1/notifications/certs/AWAY" => answers("503 Service Unavailable", ""),
        "/v1/notifications/certs/MUCH" => answers("200 OK", "x".repeat(100_000)),
        _ => answers("404 Not Found", ""),
    })
}

fn told_by_paypal(pack: &mut Value) {
    let source = json!({
        "name": "paypal", "scheme": "paypal", "kind": {"body": "/event_type"}, "tolerance_seconds": 259_200, "as_role": "inbox",
        "does": [{
            "kinds": ["CUSTOMER.DISPUTE.CREATED"], "entity": "ticket",
            "fields": {"subscriber_id": "/resource/custom", "subject": "/resource/reason", "description": "/summary"},
        }],
    });
    pack["webhooks"].as_array_mut().expect("webhooks").push(source);
}

fn on_both(test: impl Fn(&Served, &Outsider)) {
    for base in [Base::Sqlite, Base::Postgres] {
        let paypal = certificates();
        let outside = Outside {
            paypal: Certificates::instead(&paypal.url(), ROOT).expect("certificates"),
            ..Outside::default()
        };
        test(
            &Served::speaking_to(base, told_by_paypal, Connectors::of_engine(), outside),
            &paypal,
        );
    }
}

/// A message with what it is signed by.
#[derive(Clone)]
struct Message {
    id: String,
    time: String,
    webhook: &'static str,
    certificate: String,
    algorithm: &'static str,
    body: String,
}

impl Message {
    fn new(served: &Served, id: &str, body: &Value) -> Message {
        Message {
            id: id.to_owned(),
            time: served.app().now().to_string(),
            webhook: WEBHOOK,
            certificate: CERTIFICATE.to_owned(),
            algorithm: "SHA256withRSA",
            body: body.to_string(),
        }
    }

    fn signature(&self) -> String {
        let mut crc = Crc::new();
        crc.update(self.body.as_bytes());
        let text = format!("{}|{}|{}|{}", self.id, self.time, self.webhook, crc.sum());
        let key = RsaKeyPair::from_pkcs8(KEY).expect("a key");
        let mut signature = vec![0; key.public().modulus_len()];
        key.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), text.as_bytes(), &mut signature)
            .expect("a signature");
        STANDARD.encode(signature)
    }

    fn sent(&self, served: &Served) -> Answer {
        self.sent_signed(served, &self.signature())
    }

    fn sent_signed(&self, served: &Served, signature: &str) -> Answer {
        let headers = [
            ("content-type", "application/json"),
            ("paypal-transmission-id", self.id.as_str()),
            ("paypal-transmission-time", self.time.as_str()),
            ("paypal-transmission-sig", signature),
            ("paypal-cert-url", self.certificate.as_str()),
            ("paypal-auth-algo", self.algorithm),
            ("paypal-auth-version", "v2"),
        ];
        served
            .anybody()
            .send("POST", PATH, Some(self.body.as_bytes()), &headers)
    }
}

fn dispute(id: &str, subscriber: &str) -> Value {
    json!({
        "id": id, "event_type": "CUSTOMER.DISPUTE.CREATED", "summary": "A dispute was opened.",
        "resource": {"custom": subscriber, "reason": "MERCHANDISE_OR_SERVICE_NOT_RECEIVED"},
    })
}

fn open(owner: &Owner<'_>, fields: &Value) -> Answer {
    owner.client.borrow().ask("PUT", SOURCE, Some(fields), &[])
}

fn subjects(owner: &Owner<'_>) -> Vec<Value> {
    let page = owner.get("/v1/tickets?limit=100").is(200).json();
    let items = page["items"].as_array().expect("a list");
    items.iter().map(|one| one["subject"].clone()).collect()
}

#[test]
fn what_paypal_signs_is_kept_once_and_done() {
    on_both(|served, paypal| {
        let [owner, _] = tenants(served);
        open(&owner, &json!({})).fails(422, "request.missing");
        open(&owner, &json!({"secret": "WEBHOOK_ID"})).fails(422, "request.range");
        open(&owner, &json!({"secret": "8PT597110X|687430L"})).fails(422, "request.range");
        open(&owner, &json!({"secret": WEBHOOK})).is(200);
        let ada = subscriber(&owner, "Ada");
        let first = Message::new(served, "4cce5920-5106-11ef-84e2-f38df3f70683", &dispute("WH-1", &ada));
        assert_eq!(first.sent(served).is(200).json()["outcome"], "kept");
        assert_eq!(first.sent(served).is(200).json()["outcome"], "known");
        // Told again, it is signed anew; and under one signature nothing else is told, whatever checksum its body has.
        let mut again = first.clone();
        again.id = "another attempt".to_owned();
        assert_eq!(again.sent(served).is(200).json()["outcome"], "known");
        served.work();
        assert_eq!(subjects(&owner), [json!("MERCHANDISE_OR_SERVICE_NOT_RECEIVED")]);
        // Hours later it is still taken, and its certificate was fetched once.
        let mut late = Message::new(served, "late", &dispute("WH-2", &ada));
        late.time = served
            .app()
            .now()
            .plus_seconds(-70 * 3_600)
            .expect("a moment")
            .to_string();
        assert_eq!(late.sent(served).is(200).json()["outcome"], "kept");
        assert_eq!(paypal.asked().len(), 1);
    });
}

#[test]
fn what_paypal_has_not_signed_is_refused() {
    on_both(|served, paypal| {
        let [owner, _] = tenants(served);
        let ada = subscriber(&owner, "Ada");
        let right = Message::new(served, "one", &dispute("WH-1", &ada));
        // Nobody has opened it: nothing is fetched for whoever says that they are PayPal.
        right.sent(served).fails(400, "records.signature");
        assert!(paypal.asked().is_empty());
        open(&owner, &json!({"secret": WEBHOOK})).is(200);
        let with = |change: fn(&mut Message)| {
            let mut other = right.clone();
            change(&mut other);
            other.sent(served)
        };
        let signature = right.signature();
        let changed = |change: fn(&mut Message)| {
            let mut other = right.clone();
            change(&mut other);
            other.sent_signed(served, &signature)
        };
        let long_ago = |message: &mut Message| {
            let now: Instant = message.time.parse().expect("a moment");
            message.time = now.plus_seconds(-73 * 3_600).expect("a moment").to_string();
        };
        let at = |name: &str| {
            let mut other = right.clone();
            other.certificate = format!("https://api.paypal.com/v1/notifications/certs/{name}");
            other.sent(served)
        };
        let refused = [
            with(|message| message.webhook = "1JE4291016473214C"),
            with(|message| message.algorithm = "SHA1withRSA"),
            with(|message| message.certificate = "https://example.com/v1/notifications/certs/CERT-1".to_owned()),
            with(|message| message.certificate = "http://api.paypal.com/v1/notifications/certs/CERT-1".to_owned()),
            with(long_ago),
            changed(|message| message.body.push(' ')),
            changed(|message| message.id = "two".to_owned()),
            changed(|message| message.time = "2026-01-01T00:00:00Z".to_owned()),
            right.sent_signed(served, ""),
            at("NAME"),
            at("STRANGER"),
            at("MUCH"),
            at("NONE"),
        ];
        for (place, one) in refused.iter().enumerate() {
            assert_eq!(
                (one.status, &one.json()["code"]),
                (400, &json!("records.signature")),
                "{place}"
            );
        }
        // Where they do not answer it is taken when it comes again.
        assert_eq!(at("AWAY").status, 503);
        assert_eq!(right.sent(served).is(200).json()["outcome"], "kept");
        served.work();
        assert_eq!(subjects(&owner).len(), 1);
    });
}
