//! Access tokens: which hold, and which are forged.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use ratebook_server::platform::auth;
use ratebook_server_testing::{Base, Client, Served};
use serde_json::{Value, json};

fn decoded(part: &str) -> Value {
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).expect("base64")).expect("JSON")
}

fn encoded(value: &Value) -> String {
    URL_SAFE_NO_PAD.encode(value.to_string())
}

fn parts(client: &Client) -> (Value, Value, String) {
    let token = client.token.clone().expect("a token");
    let parts: Vec<&str> = token.split('.').collect();
    (decoded(parts[0]), decoded(parts[1]), parts[2].to_owned())
}

#[track_caller]
fn refused(client: &Client, token: &str) {
    let answer = client.clone().with_token(token).get("/v1/auth/me");
    let answer = answer.fails(401, "tenancy.not_signed_in");
    assert_eq!(answer.header("www-authenticate"), Some("Bearer"));
}

#[test]
fn forged_tokens_do_not_hold() {
    Served::on_both(|served| {
        let operator = served.operator();
        operator.get("/v1/auth/me").is(200);
        served.anybody().get("/v1/auth/me").fails(401, "tenancy.not_signed_in");
        let (header, claims, signature) = parts(&operator);
        assert_eq!(header["alg"], "EdDSA");
        assert_eq!(claims["iss"], "https://ratebook.test");
        assert_eq!(
            claims["exp"].as_i64().expect("a moment") - claims["iat"].as_i64().expect("a moment"),
            900
        );
        let with = |name: &str, value: Value, of: &Value| {
            let mut changed = of.clone();
            changed[name] = value;
            changed
        };
        // No signature, or none that is checked.
        for alg in ["none", "None", "HS256", "RS256", "eddsa", ""] {
            let head = encoded(&with("alg", json!(alg), &header));
            refused(&operator, &format!("{head}.{}.", encoded(&claims)));
            refused(&operator, &format!("{head}.{}.{signature}", encoded(&claims)));
        }
        // What was signed, changed.
        for (name, value) in [
            ("sub", json!("00000000-0000-4000-8000-000000000000")),
            ("exp", json!(i64::MAX)),
        ] {
            let body = encoded(&with(name, value, &claims));
            refused(&operator, &format!("{}.{body}.{signature}", encoded(&header)));
        }
        // Another key, under the id of ours, one of its own, or one that is given along.
        let other = SigningKey::from_bytes(&[9; 32]);
        let jwk =
            json!({"kty": "OKP", "crv": "Ed25519", "x": URL_SAFE_NO_PAD.encode(other.verifying_key().as_bytes())});
        let heads = [
            header.clone(),
            with("kid", json!("mine"), &header),
            with("jwk", jwk, &header),
            with("crit", json!(["exp"]), &header),
        ];
        for head in heads {
            let body = format!("{}.{}", encoded(&head), encoded(&claims));
            let signature = URL_SAFE_NO_PAD.encode(other.sign(body.as_bytes()).to_bytes());
            refused(&operator, &format!("{body}.{signature}"));
        }
        for text in ["", ".", "..", "a.b.c", &"x".repeat(5_000)] {
            refused(&operator, text);
        }
        operator.get("/v1/auth/me").is(200);
    });
}

#[test]
fn what_is_signed_by_our_key_for_somebody_else_does_not_hold() {
    // With the very key of the installation: another issuer, what has run out, what is not yet.
    let served = Served::start(Base::Sqlite);
    let operator = served.operator();
    let (header, claims, _) = parts(&operator);
    let key = private_key(&served);
    let signed = |claims: &Value| {
        let body = format!("{}.{}", encoded(&header), encoded(claims));
        format!(
            "{body}.{}",
            URL_SAFE_NO_PAD.encode(key.sign(body.as_bytes()).to_bytes())
        )
    };
    operator.clone().with_token(&signed(&claims)).get("/v1/auth/me").is(200);
    let now = claims["iat"].as_i64().expect("a moment");
    let changes = [
        ("iss", json!("https://other.test")),
        ("exp", json!(now - 1)),
        ("iat", json!(now + 3_600)),
        ("sid", json!("00000000-0000-4000-8000-000000000000")),
        ("sub", json!("operator@example.com")),
        ("sub", json!("00000000-0000-4000-8000-000000000000")),
    ];
    for (name, value) in changes {
        let mut claims = claims.clone();
        claims[name] = value;
        refused(&operator, &signed(&claims));
        claims.as_object_mut().expect("claims").remove(name);
        refused(&operator, &signed(&claims));
    }
}

/// The key that signs, read as whoever has the database and the key of the installation may.
fn private_key(served: &Served) -> SigningKey {
    use ratebook_server::store::{Place, Vault};
    use sqlx::{Connection as _, Row as _};
    let path = served.folder().expect("a folder").join("ratebook.db");
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    let (id, sealed) = runtime.block_on(async {
        let address = format!("sqlite://{}", path.display());
        let mut connection = sqlx::SqliteConnection::connect(&address).await.expect("a connection");
        let row = sqlx::query("SELECT id, private FROM signing_keys").fetch_one(&mut connection);
        let row = row.await.expect("a key");
        (row.get::<String, _>(0), row.get::<Vec<u8>, _>(1))
    });
    let id = uuid::Uuid::parse_str(&id).expect("an id").into_bytes();
    let place = Place {
        tenant: [0; 16],
        entity: "signing_keys",
        field: "private",
        id,
    };
    let private = Vault::new(&[7; 32]).open(&place, &sealed).expect("a key");
    SigningKey::from_bytes(private.as_slice().try_into().expect("32 bytes"))
}

#[test]
fn a_token_runs_out_even_when_it_was_just_used() {
    Served::on_both(|served| {
        let operator = served.operator();
        operator.get("/v1/auth/me").is(200);
        served.pass(890);
        operator.get("/v1/auth/me").is(200);
        served.pass(20);
        operator.get("/v1/auth/me").fails(401, "tenancy.not_signed_in");
        let again = served
            .anybody()
            .post("/v1/auth/refresh", &json!({"refresh_token": operator.refresh}))
            .is(200);
        operator.clone().with_tokens(&again).get("/v1/auth/me").is(200);
    });
}

fn published(client: &Client) -> Vec<String> {
    let keys = client.get("/.well-known/jwks.json").is(200).json();
    let keys = keys["keys"].as_array().expect("keys").clone();
    keys.iter()
        .map(|key| key["kid"].as_str().expect("an id").to_owned())
        .collect()
}

#[test]
fn keys_are_published_and_replaced_and_old_ones_still_check() {
    let served = Served::start(Base::Postgres);
    let before = served.operator();
    let other = served.beside();
    let keys = before.get("/.well-known/jwks.json").is(200).json();
    let (header, claims, signature) = parts(&before);
    let key = keys["keys"]
        .as_array()
        .expect("keys")
        .iter()
        .find(|key| key["kid"] == header["kid"]);
    let public = URL_SAFE_NO_PAD
        .decode(key.expect("the key")["x"].as_str().expect("a point"))
        .expect("base64");
    let public = VerifyingKey::from_bytes(public.as_slice().try_into().expect("32 bytes")).expect("a key");
    let signature = Signature::from_slice(&URL_SAFE_NO_PAD.decode(signature).expect("base64")).expect("a signature");
    let token = before.token.clone().expect("a token");
    let (body, _) = token.rsplit_once('.').expect("a body");
    public
        .verify_strict(body.as_bytes(), &signature)
        .expect("a good signature");
    assert!(!keys.to_string().contains("\"d\""));
    assert!(claims["jti"].is_string());

    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    runtime.block_on(auth::rotate_keys(served.app())).expect("a new key");
    let after = served.signed_in("operator@example.com");
    assert_ne!(parts(&after).0["kid"], header["kid"]);
    let both = published(&served.anybody());
    assert_eq!(both.len(), 2, "{both:?}");
    before.get("/v1/auth/me").is(200);
    // Another server has not heard of it, and looks.
    std::thread::sleep(std::time::Duration::from_millis(1_100));
    let there = other.anybody().with_token(after.token.as_deref().expect("a token"));
    there.get("/v1/auth/me").is(200);
    // Once all that the old key signed has run out, it is checked no more.
    served.pass(3_600);
    let third = served.beside();
    assert_eq!(published(&third.anybody()).len(), 1);
}
