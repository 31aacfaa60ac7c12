//! What is pushed to browsers: for each alone, by those services that everybody reaches, and no more once a browser is gone.

use std::cell::RefCell;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ratebook_server::platform::jobs::Connectors;
use ratebook_server_testing::{Answer, Base, Client, Outside, Served};
use ring::aead::{AES_128_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use ring::agreement::{ECDH_P256, EphemeralPrivateKey, UnparsedPublicKey, agree_ephemeral};
use ring::hkdf::{HKDF_SHA256, KeyType, Prk, Salt};
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED, UnparsedPublicKey as Signer};
use serde_json::{Value, json};

use crate::outside::{Asked, Outsider, Treats, answers};
use crate::support::{Owner, id_of, jobs, subscriber, tenants, ticket};

const HOUR: i64 = 3_600;
const PATH: &str = "/v1/push/subscriptions";

/// A browser that has let, and reads one message.
struct Browser {
    private: RefCell<Option<EphemeralPrivateKey>>,
    point: Vec<u8>,
    secret: [u8; 16],
}

struct Bytes(usize);

impl KeyType for Bytes {
    fn len(&self) -> usize {
        self.0
    }
}

fn derived<const N: usize>(from: &Prk, info: &[u8]) -> [u8; N] {
    let mut key = [0; N];
    let info = [info];
    from.expand(&info, Bytes(N))
        .expect("a key")
        .fill(&mut key)
        .expect("a key");
    key
}

impl Browser {
    fn new() -> Browser {
        let private = EphemeralPrivateKey::generate(&ECDH_P256, &SystemRandom::new()).expect("a key");
        Browser {
            point: private.compute_public_key().expect("a key").as_ref().to_vec(),
            private: RefCell::new(Some(private)),
            secret: [9; 16],
        }
    }

    fn given_out(&self, endpoint: &str) -> Value {
        json!({
            "endpoint": endpoint, "expirationTime": null,
            "keys": {"p256dh": URL_SAFE_NO_PAD.encode(&self.point), "auth": URL_SAFE_NO_PAD.encode(self.secret)},
        })
    }

    /// Reads it as RFC 8291 has it.
    fn reads(&self, body: &[u8]) -> Value {
        let (salt, rest) = body.split_at(16);
        assert_eq!(&rest[..5], [0, 0, 16, 0, 65]);
        let (theirs, sealed) = rest[5..].split_at(65);
        let private = self.private.take().expect("one message");
        let shared =
            agree_ephemeral(private, &UnparsedPublicKey::new(&ECDH_P256, theirs), <[u8]>::to_vec).expect("a secret");
        let both = [b"WebPush: info\0".as_slice(), &self.point, theirs].concat();
        let key: [u8; 32] = derived(&Salt::new(HKDF_SHA256, &self.secret).extract(&shared), &both);
        let of_message = Salt::new(HKDF_SHA256, salt).extract(&key);
        let key: [u8; 16] = derived(&of_message, b"Content-Encoding: aes128gcm\0");
        let nonce: [u8; 12] = derived(&of_message, b"Content-Encoding: nonce\0");
        let key = LessSafeKey::new(UnboundKey::new(&AES_128_GCM, &key).expect("a key"));
        let mut sealed = sealed.to_vec();
        let opened = key
            .open_in_place(Nonce::assume_unique_for_key(nonce), Aad::empty(), &mut sealed)
            .expect("a message");
        let text = opened.strip_suffix(&[2]).expect("the last record");
        serde_json::from_slice(text).expect("JSON")
    }
}

/// A member who is given a ticket is told in a few words as well.
fn in_short(pack: &mut Value) {
    let letters = pack["mail"].as_array_mut().expect("letters");
    let assigned = letters.iter_mut().find(|letter| letter["name"] == "ticket_assigned");
    for words in assigned.expect("a letter")["words"]
        .as_object_mut()
        .expect("words")
        .values_mut()
    {
        words["short"] = json!("{{ subscriber_id.name }}: {{ subject }} 🙂");
    }
}

fn on_both(test: impl Fn(&Served, &Outsider)) {
    for base in [Base::Sqlite, Base::Postgres] {
        let service = Outsider::start(|_| answers("201 Created", ""));
        let outside = Outside {
            push: Some("mailto:ops@example.com".to_owned()),
            ..Outside::default()
        };
        test(
            &Served::speaking_to(base, in_short, Connectors::of_engine(), outside),
            &service,
        );
    }
}

fn account_of(client: &Client) -> String {
    let me = client.get("/v1/auth/me").is(200).json();
    me["account"]["id"].as_str().expect("an id").to_owned()
}

fn subscribe(client: &Client, browser: &Browser, endpoint: &str) -> Answer {
    client.post(PATH, &browser.given_out(endpoint))
}

/// Gives a new ticket to somebody; its path.
fn give(owner: &Owner<'_>, whose: &str, to: &str, subject: &str) -> String {
    let id = ticket(owner, whose, &json!({"subject": subject}));
    let path = format!("/v1/tickets/{id}");
    owner.post(&format!("{path}/assign"), &json!({"assignee": to})).is(200);
    path
}

/// That a message is signed by the key that browsers are given, for that service, and not for long.
fn is_signed(served: &Served, asked: &Asked, key: &str, service: &Outsider) {
    let said = asked.header("authorization").strip_prefix("vapid t=").expect("a token");
    let (token, own) = said.split_once(", k=").expect("a key");
    assert_eq!(own, key);
    let (text, signature) = token.rsplit_once('.').expect("a signature");
    let [own, signature] = [own, signature].map(|text| URL_SAFE_NO_PAD.decode(text).expect("Base64"));
    let signer = Signer::new(&ECDSA_P256_SHA256_FIXED, own);
    signer.verify(text.as_bytes(), &signature).expect("a signature");
    let (head, claims) = text.split_once('.').expect("claims");
    let [head, claims] = [head, claims]
        .map(|part| serde_json::from_slice::<Value>(&URL_SAFE_NO_PAD.decode(part).expect("Base64")).expect("JSON"));
    assert_eq!(head, json!({"typ": "JWT", "alg": "ES256"}));
    assert_eq!(
        (&claims["aud"], &claims["sub"]),
        (&json!(service.url()), &json!("mailto:ops@example.com"))
    );
    let left = claims["exp"].as_i64().expect("a time") - served.app().now().seconds();
    assert!((1..=24 * HOUR).contains(&left), "{left}");
}

#[test]
fn a_member_is_pushed_what_they_are_told_and_nobody_on_the_way_reads_it() {
    on_both(|served, service| {
        let [owner, other] = tenants(served);
        let client = owner.client.borrow().clone();
        let tess = served.member(&client, "tess@example.com", &["technician"]);
        let (ada, tess_id) = (subscriber(&owner, "Ada"), account_of(&tess));
        let shown = tess.get("/v1/push").is(200).json();
        let key = shown["public_key"].as_str().expect("a key").to_owned();
        assert_eq!(
            other.get("/v1/push").is(200).json()["public_key"],
            json!(key),
            "there is one key"
        );
        let (desk, phone) = (Browser::new(), Browser::new());
        let [first, second] = ["desk-secret", "phone-secret"].map(|name| format!("{}/{name}", service.url()));
        let made = subscribe(&tess, &desk, &first).is(201).json();
        subscribe(&tess, &phone, &second).is(201);
        let path = give(&owner, &ada, &tess_id, "No line");
        served.work();
        served.work();
        let asked = service.asked();
        assert_eq!(asked.len(), 2);
        let of = |path: &str| asked.iter().find(|one| one.path == path).expect("a message");
        for (browser, path_of) in [(&desk, "/desk-secret"), (&phone, "/phone-secret")] {
            let one = of(path_of);
            assert_eq!(
                (one.method.as_str(), one.header("content-encoding")),
                ("POST", "aes128gcm")
            );
            assert!(one.header("ttl") == "86400" && one.header("topic").len() == 32);
            is_signed(served, one, &key, service);
            assert!(!one.body.windows(7).any(|part| part == b"No line"));
            let told = browser.reads(&one.body);
            assert_eq!(
                (&told["text"], &told["address"]),
                (&json!("Ada: No line 🙂"), &json!(path))
            );
            assert!(told["title"].as_str().expect("a title").ends_with("No line"), "{told}");
        }
        assert_ne!(of("/desk-secret").header("topic"), of("/phone-secret").header("topic"));
        // The letter waits for a mail server, and nothing that is kept says to where is pushed.
        let rows = format!(
            "{:?} {:?} {:?}",
            served.rows("push_subscriptions"),
            served.rows("jobs"),
            served.rows("facts")
        );
        assert!(!rows.contains("-secret"), "{rows}");
        let listed = tess.get(PATH).is(200).json();
        assert_eq!(
            (
                listed["items"].as_array().expect("a list").len(),
                &listed["items"][0]["id"]
            ),
            (2, &made["id"])
        );
        assert!(listed["items"][0]["used_at"].is_string(), "{listed}");
        // It is nobody else's, and what is not wanted is not pushed.
        let own = format!("{PATH}/{}", id_of(&made));
        assert_eq!(client.get(PATH).is(200).json()["items"], json!([]));
        client.delete(&own).fails(404, "records.not_found");
        tess.delete(&own).is(204);
        let usual = json!({"usual": {"in_app": true, "mail": "never", "push": false}});
        tess.ask("PUT", "/v1/notifications/preferences", Some(&usual), &[])
            .is(200);
        give(&owner, &ada, &tess_id, "Another");
        served.work();
        assert_eq!(service.asked().len(), 2);
        let audit = owner.get("/v1/audit?limit=100").is(200).text();
        assert!(
            audit.contains("push_subscription") && !audit.contains("-secret"),
            "{audit}"
        );
        client
            .patch(&format!("/v1/members/{tess_id}"), &json!({"roles": []}))
            .is(200);
        assert!(served.rows("push_subscriptions").is_empty());
    });
}

#[test]
fn what_a_service_cannot_take_waits_and_a_browser_that_is_gone_is_forgotten() {
    on_both(|served, service| {
        let [owner, _] = tenants(served);
        let client = owner.client.borrow().clone();
        let tess = served.member(&client, "tess@example.com", &["technician"]);
        let (ada, tess_id) = (subscriber(&owner, "Ada"), account_of(&tess));
        let browser = Browser::new();
        let endpoint = format!("{}/one", service.url());
        subscribe(&tess, &browser, &endpoint).is(201);
        let last = || jobs(&owner, "record_push").pop().expect("a job");
        let later = Treats::Answers(
            "429 Too Many Requests",
            vec![("retry-after", "90".to_owned())],
            String::new(),
        );
        service.treats([
            answers("500 Internal Server Error", ""),
            later,
            answers("413 Content Too Large", ""),
        ]);
        give(&owner, &ada, &tess_id, "one");
        served.work();
        assert_eq!((&last()["state"], &last()["attempts"]), (&json!("waiting"), &json!(1)));
        served.pass(60);
        served.work();
        assert_eq!((&last()["state"], &last()["attempts"]), (&json!("waiting"), &json!(1)));
        served.pass(60);
        served.work();
        assert_eq!(service.asked().len(), 2);
        served.pass(31);
        served.work();
        assert_eq!((&last()["state"], service.asked().len()), (&json!("dead"), 3));
        let topics: Vec<String> = service
            .asked()
            .iter()
            .map(|one| one.header("topic").to_owned())
            .collect();
        assert!(
            topics.iter().all(|topic| *topic == topics[0]),
            "one takes the place of the other: {topics:?}"
        );
        // In quiet hours it waits, from half an hour ago until one and a half from now.
        let now = served.app().now().microseconds() / 60_000_000;
        let time = |minutes: i64| format!("{:02}:{:02}", minutes.rem_euclid(24 * 60) / 60, minutes.rem_euclid(60));
        let quiet = json!({"quiet_hours": {"begins": time(now - 30), "ends": time(now + 90), "zone": "UTC"}});
        let again = served.signed_in("tess@example.com").at("acme");
        again
            .ask("PUT", "/v1/notifications/preferences", Some(&quiet), &[])
            .is(200);
        give(&owner, &ada, &tess_id, "two");
        served.work();
        assert_eq!(service.asked().len(), 3);
        service.treats([answers("410 Gone", "")]);
        served.pass(2 * HOUR);
        served.work();
        assert_eq!((&last()["state"], service.asked().len()), (&json!("done"), 4));
        assert!(served.rows("push_subscriptions").is_empty());
        give(&owner, &ada, &tess_id, "three");
        served.pass(24 * HOUR);
        served.work();
        assert_eq!(service.asked().len(), 4);
    });
}

#[test]
fn only_what_a_browser_gives_out_is_pushed_to() {
    on_both(|served, service| {
        let [owner, _] = tenants(served);
        let client = owner.client.borrow().clone();
        let browser = Browser::new();
        let right = browser.given_out(&format!("{}/one", service.url()));
        for (place, value, told_at) in [
            ("/endpoint", json!("https://169.254.169.254/latest"), "/endpoint"),
            ("/endpoint", json!("http://192.168.0.1/one"), "/endpoint"),
            ("/endpoint", json!("file:///etc/passwd"), "/endpoint"),
            ("/endpoint", json!("https://ann:hush@push.example.com/"), "/endpoint"),
            ("/keys/auth", json!("c2hvcnQ"), "/keys/p256dh"),
            ("/keys/p256dh", json!(URL_SAFE_NO_PAD.encode([4; 65])), "/keys/p256dh"),
        ] {
            let mut wrong = right.clone();
            *wrong.pointer_mut(place).expect("a place") = value;
            let refused = client.post(PATH, &wrong).fails(422, "request.range").json();
            assert_eq!(refused["path"], told_at, "{wrong}: {refused}");
        }
        // The same browser is there once, whoever sits at it.
        client.post(PATH, &right).is(201);
        client.post(PATH, &right).is(201);
        assert_eq!(served.rows("push_subscriptions").len(), 1);
        for number in 1..20 {
            let another = browser.given_out(&format!("{}/{number}", service.url()));
            client.post(PATH, &another).is(201);
        }
        let one_more = browser.given_out(&format!("{}/more", service.url()));
        client.post(PATH, &one_more).fails(422, "request.range");
        let beside = served.beside_that_speaks_to_nobody();
        let client = client.elsewhere(beside.url());
        client.post(PATH, &right).fails(409, "request.conflict");
        let shown = client.get("/v1/push").is(200).json();
        assert_eq!(
            (&shown["is_set_up"], &shown["public_key"]),
            (&json!(false), &Value::Null)
        );
    });
}
