//! Passkeys, by a device of the tests' own, which also does what no device should.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ciborium::Value as Cbor;
use ed25519_dalek::{Signer, SigningKey};
use ratebook_server::platform::auth::SignIn;
use ratebook_server::platform::jobs::Connectors;
use ratebook_server_testing::{Answer, Base, Client, Served};
use ring::rand::SystemRandom;
use ring::rsa;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair, RSA_PKCS1_SHA256, RsaKeyPair};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::links::Post;
use crate::second_factor::{app, code, set_up};

/// Somebody was there, and has shown that it is them.
const THERE: u8 = 0x05;
const HAS_KEY: u8 = 0x40;

/// A key of a device; that of RSA is of this test, and of nobody else.
enum Key {
    P256(EcdsaKeyPair),
    Ed25519(Box<SigningKey>),
    Rsa(RsaKeyPair),
}

impl Key {
    fn p256() -> Key {
        let (algorithm, random) = (&ECDSA_P256_SHA256_ASN1_SIGNING, SystemRandom::new());
        let written = EcdsaKeyPair::generate_pkcs8(algorithm, &random).expect("a key");
        Key::P256(EcdsaKeyPair::from_pkcs8(algorithm, written.as_ref(), &random).expect("a key"))
    }

    fn cose(&self) -> Vec<(i64, Cbor)> {
        let bytes = |bytes: &[u8]| Cbor::Bytes(bytes.to_vec());
        match self {
            Key::P256(key) => {
                let point = key.public_key().as_ref();
                let of = [(1, 2.into()), (3, Cbor::from(-7)), (-1, 1.into())];
                of.into_iter()
                    .chain([(-2, bytes(&point[1..33])), (-3, bytes(&point[33..]))])
                    .collect()
            }
            Key::Ed25519(key) => {
                let of = [(1, 1.into()), (3, Cbor::from(-8)), (-1, 6.into())];
                of.into_iter()
                    .chain([(-2, bytes(key.verifying_key().as_bytes()))])
                    .collect()
            }
            Key::Rsa(key) => {
                let public = rsa::PublicKeyComponents::<Vec<u8>>::from(key.public());
                vec![
                    (1, 3.into()),
                    (3, Cbor::from(-257)),
                    (-1, Cbor::Bytes(public.n)),
                    (-2, Cbor::Bytes(public.e)),
                ]
            }
        }
    }

    fn sign(&self, message: &[u8]) -> Vec<u8> {
        match self {
            Key::P256(key) => key
                .sign(&SystemRandom::new(), message)
                .expect("a signature")
                .as_ref()
                .to_vec(),
            Key::Ed25519(key) => key.sign(message).to_bytes().to_vec(),
            Key::Rsa(key) => {
                let mut signature = vec![0; key.public().modulus_len()];
                let signed = key.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), message, &mut signature);
                signed.expect("a signature");
                signature
            }
        }
    }
}

/// A device with one passkey, as it says and as its browser says.
struct Device {
    key: Key,
    id: Vec<u8>,
    counter: u32,
    flags: u8,
    rp: Option<&'static str>,
    origin: &'static str,
    kind: Option<&'static str>,
    within_another: bool,
    attests: bool,
    user: Vec<u8>,
}

fn cbor(value: &Cbor) -> Vec<u8> {
    let mut bytes = Vec::new();
    ciborium::ser::into_writer(value, &mut bytes).expect("bytes");
    bytes
}

fn text(bytes: &[u8]) -> Value {
    URL_SAFE_NO_PAD.encode(bytes).into()
}

impl Device {
    fn new(key: Key) -> Device {
        let id = Sha256::digest(cbor(&Cbor::from(format!("{:?}", key.cose())))).to_vec();
        Device {
            key,
            id,
            counter: 0,
            flags: THERE,
            rp: None,
            origin: "https://ratebook.test",
            kind: None,
            within_another: false,
            attests: false,
            user: Vec::new(),
        }
    }

    fn client(&self, kind: &str, options: &Value) -> Vec<u8> {
        let client = json!({
            "type": self.kind.unwrap_or(kind), "challenge": options["challenge"], "origin": self.origin,
            "crossOrigin": self.within_another,
        });
        client.to_string().into_bytes()
    }

    fn data(&self, rp: &str, flags: u8) -> Vec<u8> {
        let hash = Sha256::digest(self.rp.unwrap_or(rp));
        [&hash[..], &[self.flags | flags], &self.counter.to_be_bytes()].concat()
    }

    /// Makes its passkey as it is asked to.
    fn makes(&mut self, options: &Value) -> Value {
        self.user = URL_SAFE_NO_PAD
            .decode(options["user"]["id"].as_str().expect("an id"))
            .expect("an id");
        let client = self.client("webauthn.create", options);
        let mut data = self.data(options["rp"]["id"].as_str().expect("a place"), HAS_KEY);
        data.extend([0; 16]);
        data.extend(u16::try_from(self.id.len()).expect("short").to_be_bytes());
        data.extend(&self.id);
        let key = self
            .key
            .cose()
            .into_iter()
            .map(|(name, value)| (Cbor::from(name), value));
        data.extend(cbor(&Cbor::Map(key.collect())));
        let statement = if self.attests {
            let signature = self.key.sign(&[&data[..], &Sha256::digest(&client)].concat());
            let algorithm = self.key.cose()[1].1.clone();
            vec![("alg".into(), algorithm), ("sig".into(), Cbor::Bytes(signature))]
        } else {
            Vec::new()
        };
        let object = Cbor::Map(vec![
            ("fmt".into(), if self.attests { "packed" } else { "none" }.into()),
            ("attStmt".into(), Cbor::Map(statement)),
            ("authData".into(), Cbor::Bytes(data)),
        ]);
        json!({
            "id": text(&self.id), "rawId": text(&self.id), "type": "public-key", "clientExtensionResults": {},
            "response": {"clientDataJSON": text(&client), "attestationObject": text(&cbor(&object))},
        })
    }

    /// Signs in as it is asked to; it has counted once more by then.
    fn signs(&mut self, options: &Value) -> Value {
        self.counter += 1;
        self.signs_again(options)
    }

    fn signs_again(&self, options: &Value) -> Value {
        let client = self.client("webauthn.get", options);
        let data = self.data(options["rpId"].as_str().expect("a place"), 0);
        let signature = self.key.sign(&[&data[..], &Sha256::digest(&client)].concat());
        json!({
            "id": text(&self.id), "rawId": text(&self.id), "type": "public-key", "clientExtensionResults": {},
            "response": {
                "clientDataJSON": text(&client), "authenticatorData": text(&data), "signature": text(&signature),
                "userHandle": text(&self.user),
            },
        })
    }
}

fn to_make(client: &Client) -> Value {
    client.post("/v1/auth/passkeys/begin", &json!({})).is(200).json()["publicKey"].clone()
}

fn add(client: &Client, credential: &Value) -> Answer {
    client.post(
        "/v1/auth/passkeys",
        &json!({"name": "Telephone", "credential": credential}),
    )
}

fn to_sign(served: &Served) -> Value {
    served
        .anybody()
        .post("/v1/auth/passkeys/sign-in/begin", &json!({}))
        .is(200)
        .json()["publicKey"]
        .clone()
}

fn sign_in(served: &Served, credential: &Value) -> Answer {
    served
        .anybody()
        .post("/v1/auth/passkeys/sign-in", &json!({"credential": credential}))
}

fn email(served: &Served, signed_in: &Answer) -> Value {
    let client = served.anybody().with_tokens(signed_in);
    client.get("/v1/auth/me").is(200).json()["account"]["email"].clone()
}

#[test]
fn a_passkey_of_every_kind_signs_in_and_asks_for_nothing_else() {
    for base in [Base::Sqlite, Base::Postgres] {
        let post = Post::default();
        let connectors = Connectors::of_engine().and(post.clone());
        let served = Served::where_people_come_in(base, SignIn::default(), connectors);
        let operator = served.operator();
        let of_test = RsaKeyPair::from_der(include_bytes!("keys/device-of-a-test.der")).expect("a key");
        for (place, key) in [
            Key::p256(),
            Key::Ed25519(Box::new(SigningKey::from_bytes(&[5; 32]))),
            Key::Rsa(of_test),
        ]
        .into_iter()
        .enumerate()
        {
            let mut device = Device::new(key);
            device.attests = place > 0;
            let options = to_make(&operator);
            assert_eq!(
                (
                    &options["rp"]["id"],
                    &options["authenticatorSelection"]["userVerification"]
                ),
                (&json!("ratebook.test"), &json!("required"))
            );
            assert_eq!(options["excludeCredentials"].as_array().expect("a list").len(), place);
            let made = device.makes(&options);
            let kept = add(&operator, &made).is(201).json();
            assert_eq!((&kept["name"], &kept["used_at"]), (&json!("Telephone"), &Value::Null));
            let asked = to_sign(&served);
            assert_eq!(asked["allowCredentials"], json!([]));
            let signed_in = sign_in(&served, &device.signs(&asked)).is(200);
            assert_eq!(email(&served, &signed_in), "operator@example.com");
        }
        let letters = post.taken(&served);
        assert!(
            letters.len() == 3 && letters.iter().all(|letter| letter.template == "passkey_added"),
            "{letters:?}"
        );
        // One that counts never is taken as it is.
        let mut device = Device::new(Key::p256());
        add(&operator, &device.makes(&to_make(&operator))).is(201);
        for _ in 0..2 {
            sign_in(&served, &device.signs_again(&to_sign(&served))).is(200);
        }
        // Behind a passkey no code is asked for: the device has asked.
        set_up(&served, &operator);
        let signed_in = sign_in(&served, &device.signs(&to_sign(&served))).is(200);
        let own = served.anybody().with_tokens(&signed_in);
        let items = own.get("/v1/auth/passkeys").is(200).json()["items"].clone();
        assert_eq!(items.as_array().expect("a list").len(), 4);
        let path = format!("/v1/auth/passkeys/{}", items[0]["id"].as_str().expect("an id"));
        own.patch(&path, &json!({"name": "Tablet"})).is(204);
        assert_eq!(
            own.get("/v1/auth/passkeys").is(200).json()["items"][0]["name"],
            "Tablet"
        );
        let owner = served.tenant(&own, "acme");
        owner
            .patch(&path, &json!({"name": "Mine"}))
            .fails(404, "records.not_found");
        owner.delete(&path).fails(404, "records.not_found");
        own.delete(&path).is(204);
        own.delete(&path).fails(404, "records.not_found");
        let kept = json!(served.rows("audit")).to_string();
        assert!(kept.contains("passkey_added") && kept.contains("passkey_removed"));
    }
}

#[test]
fn what_a_device_should_not_do_makes_no_passkey() {
    Served::on_both(|served| {
        let operator = served.operator();
        let refused = |change: fn(&mut Device), why: &str| {
            let mut device = Device::new(Key::p256());
            change(&mut device);
            let made = device.makes(&to_make(&operator));
            let answer = add(&operator, &made);
            assert_eq!(answer.status, 422, "{why}: {}", answer.text());
            // The challenge was taken, whatever came of it.
            device.origin = "https://ratebook.test";
            assert_eq!(add(&operator, &made).status, 422, "{why}");
        };
        refused(|device| device.origin = "https://evil.example", "a page of another");
        refused(
            |device| device.origin = "https://ratebook.test.evil.example",
            "a page of another",
        );
        refused(|device| device.origin = "http://ratebook.test", "without TLS");
        refused(
            |device| device.origin = "https://nobody.ratebook.test",
            "no tenant's part",
        );
        refused(|device| device.rp = Some("evil.example"), "another place");
        refused(|device| device.flags = 0x01, "nobody has shown that it is them");
        refused(|device| device.flags = 0x04, "nobody was there");
        refused(|device| device.flags = THERE | 0x10, "kept elsewhere, and not to be");
        refused(|device| device.kind = Some("webauthn.get"), "made for something else");
        refused(|device| device.within_another = true, "within a page of another");
        let changed = |change: &dyn Fn(&mut Value, &Value), why: &str| {
            let mut device = Device::new(Key::p256());
            device.attests = true;
            let options = to_make(&operator);
            let mut made = device.makes(&options);
            change(&mut made, &options);
            let answer = add(&operator, &made);
            assert_eq!(answer.status, 422, "{why}: {}", answer.text());
        };
        changed(&|made, _| made["rawId"] = text(b"another"), "another id");
        changed(&|made, _| made["type"] = json!("password"), "no key");
        changed(
            &|made, _| made["response"]["attestationObject"] = text(&[0xa1; 900]),
            "no CBOR",
        );
        changed(
            &|made, _| made["response"]["attestationObject"] = text(&[0x81; 5_000]),
            "deep CBOR",
        );
        changed(&|made, _| made["response"]["attestationObject"] = text(&[]), "nothing");
        changed(&|made, _| made["response"] = json!("x"), "no answer");
        changed(
            &|made, options| {
                // Attested by another key.
                let mut other = Device::new(Key::p256());
                other.attests = true;
                let theirs = other.makes(options);
                made["response"]["clientDataJSON"] = theirs["response"]["clientDataJSON"].clone();
                made["response"]["attestationObject"] = theirs["response"]["attestationObject"].clone();
            },
            "somebody else's",
        );
        // A challenge is of whoever asked for it, and is answered within five minutes.
        let owner = served.tenant(&operator, "acme");
        let mut device = Device::new(Key::p256());
        let made = device.makes(&to_make(&owner));
        add(&operator, &made).fails(422, "request.range");
        let made = device.makes(&to_make(&owner));
        served.pass(301);
        add(&owner, &made).fails(422, "request.range");
        assert!(served.rows("passkeys").is_empty());
        // One that is kept is nobody else's.
        let made = device.makes(&to_make(&owner));
        add(&owner, &made).is(201);
        let again = device.makes(&to_make(&operator));
        add(&operator, &again).fails(409, "records.taken");
        // At a tenant's part of the installation it is as good, and a page of its own domain has passkeys of its own.
        let mut device = Device::new(Key::p256());
        device.origin = "https://acme.ratebook.test";
        add(&owner, &device.makes(&to_make(&owner))).is(201);
    });
}

#[test]
fn what_a_device_should_not_do_signs_nobody_in() {
    Served::on_both(|served| {
        let operator = served.operator();
        let owner = served.tenant(&operator, "acme");
        let mut device = Device::new(Key::p256());
        add(&operator, &device.makes(&to_make(&operator))).is(201);
        let wrong = |credential: &Value, why: &str| {
            let answer = sign_in(served, credential);
            assert_eq!(
                (answer.status, answer.json()["code"].as_str()),
                (401, Some("tenancy.not_signed_in")),
                "{why}"
            );
        };
        // Once, and within five minutes.
        let signed = device.signs(&to_sign(served));
        sign_in(served, &signed).is(200);
        wrong(&signed, "a replay");
        let late = device.signs(&to_sign(served));
        served.pass(301);
        wrong(&late, "too late");
        wrong(
            &device.signs(&json!({"challenge": "of-nobody", "rpId": "ratebook.test"})),
            "no challenge of ours",
        );
        let to_make_one = to_make(&served.signed_in("operator@example.com"));
        wrong(
            &device.signs(&json!({"challenge": to_make_one["challenge"], "rpId": "ratebook.test"})),
            "a challenge for something else",
        );
        let mut as_it_says = |change: &dyn Fn(&mut Device), why: &str| {
            let was = (device.origin, device.flags, device.user.clone());
            change(&mut device);
            wrong(&device.signs(&to_sign(served)), why);
            (device.origin, device.flags, device.user) = was;
            (device.rp, device.kind, device.within_another) = (None, None, false);
        };
        as_it_says(&|device| device.origin = "https://evil.example", "a page of another");
        as_it_says(&|device| device.rp = Some("evil.example"), "another place");
        as_it_says(&|device| device.flags = 0x01, "nobody has shown that it is them");
        as_it_says(
            &|device| device.kind = Some("webauthn.create"),
            "made for something else",
        );
        as_it_says(&|device| device.within_another = true, "within a page of another");
        as_it_says(&|device| device.user = vec![7; 16], "somebody else's");
        as_it_says(&|device| device.user = Vec::new(), "nobody's");
        // Another key under the same name.
        let mut other = Device::new(Key::p256());
        (other.id, other.user) = (device.id.clone(), device.user.clone());
        wrong(&other.signs(&to_sign(served)), "another key");
        // A copy has counted less by now; whoever has it is not let in, and it stands in the audit.
        device.counter = 50;
        sign_in(served, &device.signs(&to_sign(served))).is(200);
        device.counter = 10;
        wrong(&device.signs(&to_sign(served)), "a copy");
        assert!(json!(served.rows("audit")).to_string().contains("passkey_copied"));
        wrong(&json!({}), "nothing");
        // Who may not use their account is not let in by it.
        let mut of_owner = Device::new(Key::p256());
        add(
            &served.signed_in("owner@acme.example.com"),
            &of_owner.makes(&to_make(&owner)),
        )
        .is(201);
        served
            .carry_out("UPDATE accounts SET state = 'blocked' WHERE email = 'owner@acme.example.com'")
            .expect("a change");
        wrong(&of_owner.signs(&to_sign(served)), "blocked");
    });
}

#[test]
fn a_domain_of_a_tenant_has_passkeys_of_its_own() {
    Served::on_both(|served| {
        let operator = served.operator();
        served.tenant(&operator, "acme");
        let tenants = operator.get("/v1/tenants").is(200).json();
        let path = format!("/v1/tenants/{}", tenants["items"][0]["id"].as_str().expect("an id"));
        operator.patch(&path, &json!({"domain": "hire.acme.test"})).is(200);
        // Whichever tenant a page says that it means, it stands where it stands.
        let owner = served.signed_in("owner@acme.example.com").at("acme");
        let asked = |client: &Client, path: &str, host: &str| {
            let answer = client.ask("POST", path, Some(&json!({})), &[("host", host)]).is(200);
            answer.json()["publicKey"].clone()
        };
        let options = asked(&owner, "/v1/auth/passkeys/begin", "hire.acme.test");
        assert_eq!(options["rp"]["id"], "hire.acme.test");
        let mut device = Device::new(Key::p256());
        device.origin = "https://hire.acme.test";
        add(&owner, &device.makes(&options)).is(201);
        let begin = "/v1/auth/passkeys/sign-in/begin";
        let there = asked(&served.anybody(), begin, "hire.acme.test");
        sign_in(served, &device.signs(&there)).is(200);
        // A page of ours elsewhere cannot ask for it, nor one that calls itself so.
        let here = asked(&served.anybody(), begin, "evil.example");
        assert_eq!(here["rpId"], "ratebook.test");
        sign_in(served, &device.signs(&here)).fails(401, "tenancy.not_signed_in");
        device.origin = "https://ratebook.test";
        let there = asked(&served.anybody(), begin, "hire.acme.test");
        sign_in(served, &device.signs(&there)).fails(401, "tenancy.not_signed_in");
        // One that is the tenant's no more has none.
        device.origin = "https://hire.acme.test";
        let there = asked(&served.anybody(), begin, "hire.acme.test");
        let signed = device.signs(&there);
        operator.patch(&path, &json!({"domain": null})).is(200);
        sign_in(served, &signed).fails(401, "tenancy.not_signed_in");
    });
}

#[test]
fn what_opens_doors_asks_that_one_was_shown_a_moment_ago() {
    Served::on_both(|served| {
        let operator = served.operator();
        let owner = served.tenant(&operator, "acme");
        let mut device = Device::new(Key::p256());
        add(&owner, &device.makes(&to_make(&owner))).is(201);
        let key = json!({"name": "x", "scopes": ["*"]});
        let id = owner.post("/v1/api-keys", &key).is(201).json()["id"].clone();
        let id = id.as_str().expect("an id").to_owned();
        let own = owner.get("/v1/auth/passkeys").is(200).json()["items"][0]["id"].clone();
        let own = format!("/v1/auth/passkeys/{}", own.as_str().expect("an id"));
        let doors = |owner: &Client| {
            [
                owner.post("/v1/api-keys", &key),
                owner.post(&format!("/v1/api-keys/{id}/rotate"), &json!({})),
                owner.post("/v1/auth/passkeys/begin", &json!({})),
                owner.post("/v1/auth/passkeys", &json!({"name": "x", "credential": {}})),
                owner.post("/v1/auth/identities", &json!({"provider": "x"})),
                owner.delete(&own),
                owner.delete("/v1/auth/identities/01890a5d-ac96-774b-bcce-b302099a8057"),
            ]
        };
        let renewed = |client: &Client| {
            let body = json!({"refresh_token": client.refresh});
            let answer = served.anybody().post("/v1/auth/refresh", &body).is(200);
            served.anybody().with_tokens(&answer).at("acme")
        };
        served.pass(601);
        for answer in doors(&owner) {
            let problem = answer.fails(403, "tenancy.show_again").json();
            assert_eq!(problem["details"]["within_seconds"], 600);
        }
        // What opens none is as before.
        owner.get("/v1/auth/passkeys").is(200);
        owner.get("/v1/api-keys").is(200);
        let shown = |owner: &Client, body: Value| owner.post("/v1/auth/shown", &body);
        shown(&owner, json!({"password": "a wrong guess"})).fails(422, "request.range");
        shown(&owner, json!({"code": "123456"})).fails(422, "request.range");
        shown(&owner, json!({})).fails(422, "request.missing");
        shown(&owner, json!({"password": "x", "credential": {}})).fails(422, "request.missing");
        owner.post("/v1/api-keys", &key).fails(403, "tenancy.show_again");
        shown(&owner, json!({"password": Served::password()})).is(200);
        owner.post("/v1/api-keys", &key).is(201);
        // A renewed token tells when, and makes nothing younger.
        served.pass(601);
        let owner = renewed(&owner);
        owner.post("/v1/api-keys", &key).fails(403, "tenancy.show_again");
        let token = owner.token.clone().expect("a token");
        let claims = token.split('.').nth(1).expect("claims");
        let claims: Value = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(claims).expect("claims")).expect("claims");
        let ago = claims["iat"].as_i64().expect("a moment") - claims["auth_time"].as_i64().expect("a moment");
        assert!((600..660).contains(&ago), "{ago}");
        // By a passkey, which is one's own.
        let mut of_operator = Device::new(Key::p256());
        let again = served.signed_in("operator@example.com");
        add(&again, &of_operator.makes(&to_make(&again))).is(201);
        let of_another = of_operator.signs(&to_sign(served));
        shown(&owner, json!({"credential": of_another})).fails(422, "request.range");
        owner.post("/v1/api-keys", &key).fails(403, "tenancy.show_again");
        let own = device.signs(&to_sign(served));
        shown(&owner, json!({"credential": own})).is(200);
        owner.post("/v1/api-keys", &key).is(201);
        // A clock that was put back makes nothing recent.
        served.pass(-30);
        owner.post("/v1/api-keys", &key).fails(403, "tenancy.show_again");
    });
}

#[test]
fn where_there_is_a_second_factor_a_password_alone_shows_too_little() {
    Served::on_both(|served| {
        let operator = served.operator();
        let mut device = Device::new(Key::p256());
        add(&operator, &device.makes(&to_make(&operator))).is(201);
        let shown = |body: Value| operator.post("/v1/auth/shown", &body);
        let password = Served::password();
        // One that was begun, and of which no code was shown yet, is none.
        let begun = operator.post("/v1/auth/second-factor", &json!({"password": password}));
        let begun = app(begun.is(200).json()["secret"].as_str().expect("a secret"));
        shown(json!({"code": code(served, &begun)})).fails(422, "request.range");
        shown(json!({"password": password})).is(200);
        let (own, codes) = set_up(served, &operator);
        let refused = shown(json!({"password": password})).fails(422, "request.missing");
        assert_eq!(refused.json()["path"], "/code");
        shown(json!({"password": "a wrong guess", "code": codes[0]})).fails(422, "request.range");
        shown(json!({"password": password, "code": codes[0]})).is(200);
        served.pass(60);
        shown(json!({"code": code(served, &own)})).is(200);
        let signed = device.signs(&to_sign(served));
        shown(json!({"credential": signed})).is(200);
        // Whoever shows what does not hold stays signed in.
        let refused = shown(json!({"credential": signed})).fails(422, "request.range");
        assert_eq!(refused.json()["path"], "/credential");
    });
}

#[test]
fn somebody_has_so_many_passkeys_however_many_are_begun_at_once() {
    Served::on_both(|served| {
        let operator = served.operator();
        for _ in 0..19 {
            add(&operator, &Device::new(Key::p256()).makes(&to_make(&operator))).is(201);
        }
        let (first, second) = (to_make(&operator), to_make(&operator));
        add(&operator, &Device::new(Key::p256()).makes(&first)).is(201);
        add(&operator, &Device::new(Key::p256()).makes(&second)).fails(409, "request.conflict");
        operator
            .post("/v1/auth/passkeys/begin", &json!({}))
            .fails(409, "request.conflict");
        assert_eq!(served.rows("passkeys").len(), 20);
    });
}

#[test]
fn letters_that_tell_of_passkeys_are_counted() {
    for base in [Base::Sqlite, Base::Postgres] {
        let post = Post::default();
        let served = post.served(base);
        let operator = served.operator();
        let added = || add(&operator, &Device::new(Key::p256()).makes(&to_make(&operator))).status;
        let statuses: Vec<u16> = (0..6).map(|_| added()).collect();
        assert_eq!((statuses.first(), statuses.last()), (Some(&201), Some(&429)));
        let kept = statuses.iter().filter(|status| **status == 201).count();
        assert_eq!((served.rows("passkeys").len(), post.taken(&served).len()), (kept, kept));
        // Whoever fills the count of letters locks nobody out.
        served.signed_in("operator@example.com");
    }
}
