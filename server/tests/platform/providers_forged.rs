//! A provider that does not do as it should, or somebody who takes its place: nobody is signed in by what does not hold.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::{Signer, SigningKey};
use hmac::{Hmac, KeyInit, Mac};
use ratebook_server::platform::auth::{Providers, SignIn};
use ratebook_server::platform::jobs::Connectors;
use ratebook_server_testing::{Answer, Base, Served};
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair};
use serde_json::{Value, json};
use sha2::{Digest, Sha256, Sha512};

use crate::providers::{Browser, HOME};
use crate::second_factor::{code, set_up};

/// What is answered at a path: a status, a place to go to, and a text; after a while.
#[derive(Clone, Debug)]
struct Reply {
    status: u16,
    location: Option<String>,
    text: String,
    seconds: u64,
}

impl Reply {
    fn json(value: &Value) -> Reply {
        Reply {
            status: 200,
            location: None,
            text: value.to_string(),
            seconds: 0,
        }
    }
}

/// What it answers, and what it was asked.
#[derive(Debug, Default)]
struct Behaviour {
    replies: BTreeMap<String, Reply>,
    asked: Vec<(String, String)>,
}

/// A provider that answers whatever the test says.
#[derive(Clone, Debug)]
struct StandIn {
    url: String,
    behaviour: Arc<Mutex<Behaviour>>,
}

impl StandIn {
    fn start() -> StandIn {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let own = StandIn {
            url,
            behaviour: Arc::default(),
        };
        let serving = own.clone();
        thread::spawn(move || {
            for stream in listener.incoming() {
                let (serving, stream) = (serving.clone(), stream.expect("a line"));
                thread::spawn(move || serving.answer(stream));
            }
        });
        own.says("/.well-known/openid-configuration", &own.discovery());
        own
    }

    fn discovery(&self) -> Value {
        let at = |path: &str| format!("{}{path}", self.url);
        json!({
            "issuer": self.url, "authorization_endpoint": at("/auth"), "token_endpoint": at("/token"),
            "userinfo_endpoint": at("/me"), "jwks_uri": at("/keys"),
        })
    }

    fn replies(&self, path: &str, reply: Reply) {
        let mut behaviour = self.behaviour.lock().expect("nobody failed");
        behaviour.replies.insert(path.to_owned(), reply);
    }

    fn says(&self, path: &str, value: &Value) {
        self.replies(path, Reply::json(value));
    }

    fn asked(&self, path: &str) -> Vec<String> {
        let behaviour = self.behaviour.lock().expect("nobody failed");
        let asked = behaviour.asked.iter().filter(|(own, _)| own == path);
        asked.map(|(_, body)| body.clone()).collect()
    }

    /// One request a line.
    fn answer(&self, mut stream: TcpStream) {
        let mut reader = BufReader::new(stream.try_clone().expect("a line"));
        let mut first = String::new();
        if reader.read_line(&mut first).unwrap_or(0) == 0 {
            return;
        }
        let mut length = 0;
        loop {
            let mut line = String::new();
            reader.read_line(&mut line).expect("a header");
            if line.trim().is_empty() {
                break;
            }
            if let Some(text) = line.to_ascii_lowercase().strip_prefix("content-length:") {
                length = text.trim().parse().expect("a number");
            }
        }
        let mut body = vec![0; length];
        reader.read_exact(&mut body).expect("a body");
        let path = first.split(' ').nth(1).expect("a path").to_owned();
        let reply = {
            let mut behaviour = self.behaviour.lock().expect("nobody failed");
            let text = String::from_utf8(body).expect("text");
            behaviour.asked.push((path.clone(), text));
            behaviour.replies.get(&path).cloned()
        };
        let reply = reply.unwrap_or(Reply {
            status: 404,
            ..Reply::json(&json!({}))
        });
        thread::sleep(Duration::from_secs(reply.seconds));
        let place = reply
            .location
            .map(|place| format!("location: {place}\r\n"))
            .unwrap_or_default();
        let head = format!(
            "HTTP/1.1 {} x\r\ncontent-type: application/json\r\ncontent-length: {}\r\nconnection: close\r\n{place}\r\n",
            reply.status,
            reply.text.len()
        );
        // Whoever has had enough does not listen to the end.
        let _ = stream
            .write_all(head.as_bytes())
            .and_then(|()| stream.write_all(reply.text.as_bytes()));
    }
}

fn encoded(value: &Value) -> String {
    URL_SAFE_NO_PAD.encode(value.to_string())
}

/// A key by which the stand-in signs.
struct Key {
    id: &'static str,
    key: SigningKey,
}

impl Key {
    fn new(id: &'static str, seed: u8) -> Key {
        Key {
            id,
            key: SigningKey::from_bytes(&[seed; 32]),
        }
    }

    fn jwk(&self) -> Value {
        let x = URL_SAFE_NO_PAD.encode(self.key.verifying_key().as_bytes());
        json!({"kty": "OKP", "crv": "Ed25519", "use": "sig", "alg": "EdDSA", "kid": self.id, "x": x})
    }

    fn token(&self, claims: &Value) -> String {
        self.token_under(&json!({"alg": "EdDSA", "kid": self.id}), claims)
    }

    fn token_under(&self, header: &Value, claims: &Value) -> String {
        let body = format!("{}.{}", encoded(header), encoded(claims));
        let signature = self.key.sign(body.as_bytes()).to_bytes();
        format!("{body}.{}", URL_SAFE_NO_PAD.encode(signature))
    }
}

/// A server with the stand-in as its provider.
struct Case {
    served: Served,
    at: StandIn,
    key: Key,
}

impl Case {
    fn start(base: Base) -> Case {
        let at = StandIn::start();
        let text = format!(
            "[strange]\nname = \"Strange\"\nissuer = \"{}\"\nclient_id = \"ratebook\"\nsecret = \"hush\"\naddresses = [\"127.0.0.1\"]\n\
             people = \"accounts\"\nsecond_factor = [\"mfa\"]\n",
            at.url
        );
        let providers = Providers::of_text(&text).expect("providers");
        let sign_in = SignIn {
            providers,
            ..SignIn::default()
        };
        let served = Served::where_people_come_in(base, sign_in, Connectors::of_engine());
        let key = Key::new("one", 1);
        at.says("/keys", &json!({"keys": [key.jwk()]}));
        served.operator();
        Case { served, at, key }
    }

    /// Begins; the browser, its state, and what a token says that holds.
    fn begin(&self) -> (Browser, String, Value) {
        let mut browser = Browser::new(&self.served);
        let started = browser
            .post("/v1/auth/providers/strange/start", &json!({}), None)
            .is(200);
        let url = started.json()["url"].as_str().expect("an address").to_owned();
        let taken = |name: &str| {
            let rest = url.split_once(&format!("{name}=")).expect("a parameter").1;
            rest.split('&').next().expect("a value").to_owned()
        };
        assert_eq!(
            (taken("code_challenge_method"), taken("response_type")),
            ("S256".to_owned(), "code".to_owned())
        );
        let now = self.served.app().now().seconds();
        let claims = json!({
            "iss": self.at.url, "sub": "ann", "aud": "ratebook", "exp": now + 300, "iat": now, "nonce": taken("nonce"),
            "email": "ann@example.com", "email_verified": true,
        });
        (browser, taken("state"), claims)
    }

    /// What becomes of a token, with an access token beside it.
    fn comes_by(&self, (mut browser, state): (Browser, String), token: &str) -> Result<Answer, String> {
        self.at.says(
            "/token",
            &json!({"id_token": token, "access_token": "access", "token_type": "Bearer"}),
        );
        let page = back(&mut browser, &format!("code=any&state={state}"));
        match page.starts_with("/sign-in?ticket=") {
            true => Ok(browser.redeem(&page)),
            false => Err(page),
        }
    }

    /// What becomes of a token that says something else than it should.
    fn tried(&self, token: impl Fn(&Key, Value) -> String) -> Result<Answer, String> {
        let (browser, state, claims) = self.begin();
        let token = token(&self.key, claims);
        self.comes_by((browser, state), &token)
    }

    #[track_caller]
    fn refuses(&self, why: &str, token: impl Fn(&Key, Value) -> String) {
        let page = self.tried(token).expect_err(why);
        assert!(
            page.starts_with("/sign-in?problem=tenancy%2Enot%5Fsigned%5Fin&detail="),
            "{why}: {page}"
        );
        assert!(self.served.rows("identities").is_empty(), "{why}");
    }
}

/// Comes back with something, to the page.
fn back(browser: &mut Browser, query: &str) -> String {
    let answer = browser.ask(
        "GET",
        &format!("{HOME}/v1/auth/providers/strange/callback?{query}"),
        None,
        None,
    );
    let answer = answer.is(303);
    assert_eq!(answer.header("referrer-policy"), Some("no-referrer"));
    let place = answer.header("location").expect("a place");
    place
        .strip_prefix("https://ratebook.test/#")
        .expect("a page of ours")
        .to_owned()
}

fn on_both(test: impl Fn(&Case)) {
    for base in [Base::Sqlite, Base::Postgres] {
        test(&Case::start(base));
    }
}

fn with(mut claims: Value, name: &str, value: Value) -> Value {
    claims[name] = value;
    claims
}

#[test]
fn a_token_holds_if_all_of_it_does() {
    on_both(|case| {
        let ecdsa =
            EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &SystemRandom::new()).expect("a key");
        let ecdsa = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, ecdsa.as_ref(), &SystemRandom::new());
        let ecdsa = ecdsa.expect("a key");
        let point = ecdsa.public_key().as_ref();
        let coordinate = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
        let jwk = json!({"kty": "EC", "crv": "P-256", "kid": "two", "x": coordinate(&point[1..33]), "y": coordinate(&point[33..])});
        case.at.says(
            "/keys",
            &json!({"keys": [case.key.jwk(), jwk, {"kty": "oct", "k": "AAAA"}, {"kty": "new"}]}),
        );
        let audience = |claims: &Value, several: Value| with(claims.clone(), "aud", several);
        let hash = URL_SAFE_NO_PAD.encode(&Sha512::digest("access")[..32]);
        case.tried(|key, claims| key.token(&claims)).expect("it holds").is(200);
        case.tried(|key, claims| key.token(&with(claims, "at_hash", json!(hash))))
            .expect("it holds")
            .is(200);
        // Several, and given to us.
        let several = case.tried(|key, claims| {
            let claims = audience(&claims, json!(["other", "ratebook"]));
            key.token(&with(claims, "azp", json!("ratebook")))
        });
        several.expect("it holds").is(200);
        // A clock that is a little ahead, or behind.
        let now = case.served.app().now().seconds();
        case.tried(|key, claims| key.token(&with(claims, "iat", json!(now + 30))))
            .expect("it holds")
            .is(200);
        case.tried(|key, claims| key.token(&with(claims, "exp", json!(now - 30))))
            .expect("it holds")
            .is(200);
        // By the other of two keys, and by the only one of its algorithm that has to be meant.
        let signed = |header: Value, claims: &Value| {
            let body = format!("{}.{}", encoded(&header), encoded(claims));
            let signature = ecdsa.sign(&SystemRandom::new(), body.as_bytes()).expect("a signature");
            format!("{body}.{}", URL_SAFE_NO_PAD.encode(signature))
        };
        case.tried(|_, claims| signed(json!({"alg": "ES256", "kid": "two"}), &claims))
            .expect("it holds")
            .is(200);
        case.tried(|_, claims| signed(json!({"alg": "ES256"}), &claims))
            .expect("it holds")
            .is(200);
        let hash = URL_SAFE_NO_PAD.encode(&Sha256::digest("access")[..16]);
        let bound = case.tried(|_, claims| signed(json!({"alg": "ES256"}), &with(claims, "at_hash", json!(hash))));
        bound.expect("it holds").is(200);
        // All of them are one person, whose code came with the proof that it was asked for here.
        assert_eq!(case.served.rows("identities").len(), 1);
        let sent = case.at.asked("/token").pop().expect("a code");
        assert!(
            sent.contains("grant_type=authorization_code&code=any&redirect_uri=https%3A%2F%2Fratebook.test%2F"),
            "{sent}"
        );
        let verifier = sent.split_once("code_verifier=").expect("a proof").1;
        assert_eq!(verifier.len(), 43);
    });
}

#[test]
fn forged_tokens_sign_nobody_in() {
    on_both(|case| {
        let now = case.served.app().now().seconds();
        for alg in ["none", "None", "", "RS256", "ES256", "ed25519"] {
            case.refuses(alg, |key, claims| {
                key.token_under(&json!({"alg": alg, "kid": "one"}), &claims)
            });
            case.refuses(alg, |_, claims| {
                format!("{}.{}.", encoded(&json!({"alg": alg})), encoded(&claims))
            });
        }
        // By the key that everybody can read, taken for a secret.
        case.refuses("HS256", |key, claims| {
            let body = format!(
                "{}.{}",
                encoded(&json!({"alg": "HS256", "kid": "one"})),
                encoded(&claims)
            );
            let mut mac = Hmac::<Sha256>::new_from_slice(key.key.verifying_key().as_bytes()).expect("a key");
            mac.update(body.as_bytes());
            format!("{body}.{}", URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes()))
        });
        // Another key: under the name of the first, under one of its own, and given along.
        let other = Key::new("mine", 9);
        for header in [
            json!({"alg": "EdDSA", "kid": "one"}),
            json!({"alg": "EdDSA", "kid": "mine"}),
            json!({"alg": "EdDSA"}),
            json!({"alg": "EdDSA", "kid": "one", "jwk": other.jwk()}),
            json!({"alg": "EdDSA", "kid": "one", "jku": "http://127.0.0.1:1/keys"}),
        ] {
            case.refuses("another key", |_, claims| other.token_under(&header, &claims));
        }
        case.refuses("crit", |key, claims| {
            key.token_under(&json!({"alg": "EdDSA", "kid": "one", "crit": ["b64"]}), &claims)
        });
        for (name, value) in [
            ("iss", json!("https://evil.example")),
            ("iss", json!(format!("{}/", case.at.url))),
            ("aud", json!("other")),
            ("aud", json!(["ratebook", "other"])),
            ("aud", json!([])),
            ("azp", json!("other")),
            ("nonce", json!("another")),
            ("nonce", Value::Null),
            ("exp", json!(now - 61)),
            ("exp", json!("never")),
            ("iat", json!(now + 120)),
            ("iat", json!(now - 1_000)),
            ("nbf", json!(now + 120)),
            ("at_hash", json!("another")),
            ("sub", json!("")),
            ("sub", json!("x".repeat(256))),
        ] {
            case.refuses(name, |key, claims| key.token(&with(claims, name, value.clone())));
        }
        // What was signed, changed.
        case.refuses("changed", |key, claims| {
            let token = key.token(&claims);
            let signature = token.rsplit_once('.').expect("a signature").1.to_owned();
            let header = encoded(&json!({"alg": "EdDSA", "kid": "one"}));
            format!(
                "{header}.{}.{signature}",
                encoded(&with(claims, "email", json!("operator@example.com")))
            )
        });
        for text in ["", ".", "..", "a.b.c", &"x".repeat(40_000)] {
            case.refuses("no token", |_, _| text.to_owned());
        }
        // An e-mail that nobody has seen to be theirs is nobody's.
        for value in [json!(false), Value::Null, json!("no"), json!(1)] {
            case.refuses("an e-mail", |key, claims| {
                key.token(&with(claims, "email_verified", value.clone()))
            });
        }
        // Two keys of one algorithm, and a token that names neither.
        case.at.says("/keys", &json!({"keys": [case.key.jwk(), other.jwk()]}));
        case.served.pass(3_601);
        case.refuses("neither", |key, claims| {
            key.token_under(&json!({"alg": "EdDSA"}), &claims)
        });
        case.tried(|key, claims| key.token(&claims)).expect("it holds").is(200);
    });
}

#[test]
fn a_new_key_is_found_and_a_foreign_one_is_not_looked_for_again_and_again() {
    on_both(|case| {
        case.tried(|key, claims| key.token(&claims)).expect("it holds").is(200);
        let read = || case.at.asked("/keys").len();
        assert_eq!(read(), 1);
        let other = Key::new("newer", 2);
        case.at.says("/keys", &json!({"keys": [case.key.jwk(), other.jwk()]}));
        // Within a minute of the last look nobody looks again, however many come.
        for _ in 0..3 {
            case.tried(|_, claims| other.token(&claims))
                .expect_err("it is not known");
        }
        assert_eq!(read(), 1);
        case.served.pass(61);
        case.tried(|_, claims| other.token(&claims)).expect("it holds").is(200);
        case.tried(|_, claims| Key::new("nobody", 3).token(&claims))
            .expect_err("it is not known");
        assert_eq!(read(), 2);
        // A clock that was put back an hour: what was read in the future is read again, and holds no longer for it.
        case.served.pass(-3_600);
        case.tried(|key, claims| key.token(&claims)).expect("it holds").is(200);
        assert_eq!(
            (read(), case.at.asked("/.well-known/openid-configuration").len()),
            (3, 2)
        );
    });
}

#[test]
fn a_new_key_is_found_that_has_no_name() {
    on_both(|case| {
        let nameless = |key: &Key| {
            let mut jwk = key.jwk();
            jwk.as_object_mut().expect("a key").remove("kid");
            case.at.says("/keys", &json!({"keys": [jwk]}));
        };
        let signed = |key: &Key, claims: &Value| key.token_under(&json!({"alg": "EdDSA"}), claims);
        nameless(&case.key);
        case.tried(|key, claims| signed(key, &claims))
            .expect("it holds")
            .is(200);
        let other = Key::new("newer", 2);
        nameless(&other);
        case.served.pass(61);
        case.tried(|_, claims| signed(&other, &claims))
            .expect("it holds")
            .is(200);
        assert_eq!(case.at.asked("/keys").len(), 2);
    });
}

#[test]
fn whether_an_e_mail_is_theirs_may_stand_beside_the_token_and_holds_for_that_one() {
    on_both(|case| {
        let without = |mut claims: Value| {
            claims.as_object_mut().expect("claims").remove("email_verified");
            claims
        };
        for told in [
            json!({"sub": "ann", "email": "ann@example.com"}),
            json!({"sub": "ann", "email": "ann@example.com", "email_verified": false}),
            json!({"sub": "ann", "email": "other@example.com", "email_verified": true}),
            json!({"sub": "ann", "email_verified": true}),
            json!({"sub": "ben", "email": "ann@example.com", "email_verified": true}),
        ] {
            case.at.says("/me", &told);
            case.refuses("an e-mail", |key, claims| key.token(&without(claims)));
        }
        case.at.says(
            "/me",
            &json!({"sub": "ann", "email": "ann@example.com", "email_verified": true}),
        );
        case.tried(|key, claims| key.token(&without(claims)))
            .expect("it holds")
            .is(200);
    });
}

#[test]
fn whoever_waits_for_a_provider_that_cannot_be_asked_does_not_ask_it_again() {
    on_both(|case| {
        let place = "/.well-known/openid-configuration";
        let fails = Reply {
            status: 500,
            seconds: 3,
            ..Reply::json(&json!({}))
        };
        case.at.replies(place, fails);
        let served = &case.served;
        thread::scope(|scope| {
            for _ in 0..5 {
                scope.spawn(|| {
                    let mut browser = Browser::new(served);
                    let started = browser.post("/v1/auth/providers/strange/start", &json!({}), None);
                    started.fails(503, "engine.busy");
                });
            }
        });
        assert_eq!(case.at.asked(place).len(), 1);
        // Whoever comes afterwards does.
        case.at.says(place, &case.at.discovery());
        case.tried(|key, claims| key.token(&claims)).expect("it holds").is(200);
    });
}

#[test]
fn a_code_and_a_state_are_taken_once_and_from_whom_they_are() {
    on_both(|case| {
        let (mut browser, state, claims) = case.begin();
        case.at.says(
            "/token",
            &json!({"id_token": case.key.token(&claims), "access_token": "access"}),
        );
        let query = format!("code=any&state={state}");
        let wrong = |page: String| assert!(page.starts_with("/sign-in?problem="), "{page}");
        for other in [
            "",
            "code=any",
            "code=any&state=another",
            &format!("code=any&state={state}&state={state}"),
        ] {
            wrong(back(&mut browser, other));
        }
        let page = back(&mut browser, &query);
        assert!(page.starts_with("/sign-in?ticket="), "{page}");
        wrong(back(&mut browser, &query));
        assert_eq!(case.at.asked("/token").len(), 1);
        browser.redeem(&page).is(200);
        // What a provider refuses, and what comes from another one, is asked of nobody.
        for more in [
            "error=access_denied",
            "code=any&iss=https%3A%2F%2Fevil.example",
            "code=any&error=x",
        ] {
            let (mut browser, state, _) = case.begin();
            wrong(back(&mut browser, &format!("{more}&state={state}")));
        }
        assert_eq!(case.at.asked("/token").len(), 1);
        let (mut browser, state, claims) = case.begin();
        case.at.says(
            "/token",
            &json!({"id_token": case.key.token(&claims), "access_token": "access"}),
        );
        let issuer = case.at.url.replace(':', "%3A").replace('/', "%2F");
        let page = back(&mut browser, &format!("code=any&state={state}&iss={issuer}"));
        assert!(page.starts_with("/sign-in?ticket="), "{page}");
        let kept = json!(case.served.rows("sign_in_steps")).to_string();
        assert!(!kept.contains(&state));
    });
}

#[test]
fn a_provider_that_is_slow_huge_or_leads_elsewhere_is_given_up() {
    on_both(|case| {
        let place = "/.well-known/openid-configuration";
        let start = || Browser::new(&case.served).post("/v1/auth/providers/strange/start", &json!({}), None);
        let with = |name: &str, value: Value| with(case.at.discovery(), name, value);
        let whole = case.at.discovery();
        let inside = |address: &str| with("token_endpoint", json!(address));
        for said in [
            Reply {
                text: "x".repeat(300_000),
                ..Reply::json(&json!({}))
            },
            Reply {
                text: "no JSON".to_owned(),
                ..Reply::json(&json!({}))
            },
            Reply {
                status: 302,
                location: Some(format!("{}/elsewhere", case.at.url)),
                ..Reply::json(&json!({}))
            },
            Reply {
                status: 500,
                ..Reply::json(&whole)
            },
            Reply {
                seconds: 9,
                ..Reply::json(&whole)
            },
            Reply::json(&with("issuer", json!("https://evil.example"))),
            Reply::json(&with("jwks_uri", Value::Null)),
            Reply::json(&inside("http://169.254.169.254/latest/meta-data")),
            Reply::json(&inside("http://10.0.0.1/token")),
            Reply::json(&inside("http://[::1]/token")),
            Reply::json(&inside("file:///etc/passwd")),
        ] {
            case.at.replies(place, said.clone());
            case.at.says("/elsewhere", &whole);
            let answer = start().fails(503, "engine.busy");
            assert!(!answer.text().contains("169.254"), "{}", answer.text());
        }
        case.at.says(place, &whole);
        // Where a code is exchanged, and where more is told.
        for reply in [
            Reply {
                text: "x".repeat(300_000),
                ..Reply::json(&json!({}))
            },
            Reply {
                status: 400,
                ..Reply::json(&json!({"error": "invalid_grant"}))
            },
            Reply {
                status: 307,
                location: Some("http://127.0.0.1:1/".to_owned()),
                ..Reply::json(&json!({}))
            },
            Reply::json(&json!({"access_token": "access"})),
        ] {
            let (mut browser, state, _) = case.begin();
            case.at.replies("/token", reply);
            let page = back(&mut browser, &format!("code=any&state={state}"));
            assert!(
                page.starts_with("/sign-in?problem=tenancy%2Enot%5Fsigned%5Fin"),
                "{page}"
            );
        }
        case.at.says(
            "/me",
            &json!({"sub": "ben", "email": "ann@example.com", "email_verified": true}),
        );
        let without = |mut claims: Value| {
            claims.as_object_mut().expect("claims").remove("email");
            claims
        };
        case.refuses("more of somebody else", |key, claims| key.token(&without(claims)));
        case.at.says(
            "/me",
            &json!({"sub": "ann", "email": "ann@example.com", "email_verified": true}),
        );
        case.tried(|key, claims| key.token(&without(claims)))
            .expect("it holds")
            .is(200);
    });
}

#[test]
fn a_provider_that_has_seen_a_second_factor_says_so_in_what_it_signs() {
    on_both(|case| {
        let answer = case.tried(|key, claims| key.token(&claims)).expect("it holds").is(200);
        let ann = case.served.anybody().with_tokens(&answer);
        // Whoever has no password chooses one by letter; here it is set for them.
        let text = "UPDATE accounts SET password = (SELECT o.password FROM accounts o WHERE o.email = 'operator@example.com') \
                    WHERE email = 'ann@example.com'";
        case.served.carry_out(text).expect("a password");
        let (app, _) = set_up(&case.served, &ann);
        case.tried(|key, claims| key.token(&claims))
            .expect("it holds")
            .fails(401, "tenancy.second_factor");
        for (name, value) in [("amr", json!(["pwd", "mfa"])), ("acr", json!("mfa"))] {
            let answer = case.tried(|key, claims| key.token(&with(claims, name, value.clone())));
            answer.expect("it holds").is(200);
        }
        let answer = case.tried(|key, claims| key.token(&with(claims, "amr", json!(["pwd"]))));
        let answer = answer.expect("it holds").fails(401, "tenancy.second_factor").json();
        case.served.pass(60);
        let shown = json!({"ticket": answer["details"]["ticket"], "code": code(&case.served, &app)});
        case.served.anybody().post("/v1/auth/login/code", &shown).is(200);
    });
}
