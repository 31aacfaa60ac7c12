//! Promises of who comes in and of what is written down that hold for every pack, each by its number among those of the provider's back
//! office. What is tried is chosen by chance, the same in every run.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::{Signature, VerifyingKey};
use ratebook_server_testing::{Answer, Base, Chance, Client, Row, Served};
use serde_json::{Value, json};

const ABSENT: &str = "01890a5d-ac96-774b-bcce-b302099a8057";
const METHODS: [&str; 5] = ["get", "post", "patch", "put", "delete"];
/// For how many seconds an access token holds.
const LIFE: usize = 900;

fn log_in(served: &Served, email: &str, password: &str) -> Answer {
    let who = json!({"email": email, "password": password});
    served.anybody().post("/v1/auth/login", &who)
}

fn refresh(client: &Client) -> Answer {
    client.post("/v1/auth/refresh", &json!({"refresh_token": client.refresh}))
}

/// The account as whoever is signed in is told of it.
fn account(client: &Client) -> Value {
    client.get("/v1/auth/me").is(200).json()["account"].clone()
}

/// What a token says, once its signature was found good by a key that the server publishes.
fn claims(served: &Served, token: &str) -> Value {
    let decoded = |part: &str| URL_SAFE_NO_PAD.decode(part).expect("base64");
    let (body, signature) = token.rsplit_once('.').expect("a signature");
    let (head, claims) = body.split_once('.').expect("a head");
    let head: Value = serde_json::from_slice(&decoded(head)).expect("JSON");
    let keys = served.anybody().get("/.well-known/jwks.json").is(200).json();
    let mut keys = keys["keys"].as_array().expect("keys").iter();
    let key = keys.find(|key| key["kid"] == head["kid"]).expect("a published key");
    let public = decoded(key["x"].as_str().expect("a point"));
    let public = VerifyingKey::from_bytes(public.as_slice().try_into().expect("32 bytes")).expect("a key");
    let signature = Signature::from_slice(&decoded(signature)).expect("a signature");
    public.verify_strict(body.as_bytes(), &signature).expect("a good one");
    serde_json::from_slice(&decoded(claims)).expect("JSON")
}

fn password(chance: &mut Chance) -> String {
    let letters = ['a', 'Z', '7', ' ', 'ñ', '李', '\'', '"', '%', '\\', '😀', '.'];
    let length = 8 + chance.below(24);
    (0..length).map(|_| chance.of(&letters)).chain(['x']).collect()
}

#[test]
fn p3_the_right_password_gives_tokens_that_name_whose_they_are_and_no_other_does() {
    Served::on_both(|served| {
        let mut chance = Chance::new(3);
        let operator = served.operator();
        let owners = ["acme", "globex"].map(|slug| served.tenant(&operator, slug));
        let mut before = Served::password().to_owned();
        for number in 0..5 {
            let (owner, right) = (&owners[chance.below(2)], password(&mut chance));
            let email = format!("p{number}@example.com");
            let role = chance.of(&["admin", "support", "technician", "keeper"]);
            let member = json!({"email": email, "name": "Member", "roles": [role]});
            served.accepted(&owner.post("/v1/members", &member).is(201), &right);
            let wrong = [
                before.clone(),
                right.strip_suffix('x').expect("its end").to_owned(),
                format!("{right} "),
                right.replace('x', "X"),
            ];
            for other in wrong.iter().filter(|other| **other != right) {
                let refused = log_in(served, &email, other).fails(401, "tenancy.not_signed_in");
                assert!(refused.json()["access_token"].is_null() && refused.json()["refresh_token"].is_null());
            }
            let answer = log_in(served, &email, &right).is(200);
            let client = served.anybody().with_tokens(&answer);
            let me = client.get("/v1/auth/me").is(200).json();
            assert_eq!(me["account"]["email"], email.as_str());
            let said = claims(served, client.token.as_deref().expect("an access token"));
            assert_eq!((&said["sub"], &said["sid"]), (&me["account"]["id"], &me["session"]));
            // Of which tenant and with which roles is looked up with each request, so that they hold as they are then.
            let [membership] = &me["memberships"].as_array().expect("memberships")[..] else {
                panic!("of one tenant: {me}")
            };
            assert_eq!(membership["tenant"]["slug"].as_str(), owner.tenant.as_deref());
            assert_eq!(membership["roles"], json!([role]));
            let again = client.clone().with_tokens(&refresh(&client).is(200));
            assert_eq!(account(&again), me["account"]);
            before = right;
        }
    });
}

#[test]
fn p4_a_token_is_accepted_for_as_long_as_it_holds_and_never_afterwards() {
    Served::on_both(|served| {
        served.operator();
        let (beside, mut chance) = (served.beside(), Chance::new(4));
        for round in 0..6 {
            let client = served.signed_in("operator@example.com");
            let said = claims(served, client.token.as_deref().expect("a token"));
            let holds = said["exp"].as_i64().expect("a moment") - said["iat"].as_i64().expect("a moment");
            assert_eq!(holds, LIFE as i64);
            // One that has been used is remembered here, and not beside.
            client.get("/v1/auth/me").is(200);
            let there = client.clone().elsewhere(beside.url());
            let mut spent = 0;
            for _ in 0..4 {
                let passed = chance.below((LIFE - 10 - spent) / 2);
                served.pass(passed as i64);
                spent += passed;
                client.get("/v1/auth/me").is(200);
                there.get("/v1/auth/me").is(200);
            }
            let over = if round == 0 { 0 } else { chance.below(1_000_000) };
            served.pass((LIFE - spent + over) as i64);
            for client in [&client, &there] {
                client.get("/v1/auth/me").fails(401, "tenancy.not_signed_in");
            }
        }
    });
}

#[test]
fn p5_a_refresh_token_is_exchanged_once_for_a_token_of_the_same_account() {
    Served::on_both(|served| {
        let operator = served.operator();
        served.tenant(&operator, "acme");
        let mut chance = Chance::new(5);
        for _ in 0..8 {
            let email = chance.of(&["operator@example.com", "owner@acme.example.com"]);
            let mut chain = vec![served.signed_in(email)];
            let own = account(&chain[0]);
            for _ in 0..1 + chance.below(5) {
                let last = chain.last().expect("one");
                let next = last.clone().with_tokens(&refresh(last).is(200));
                assert_ne!((&next.token, &next.refresh), (&last.token, &last.refresh));
                assert_eq!(account(&next), own);
                chain.push(next);
            }
            let last = chain.pop().expect("the last");
            let spent = &chain[chance.below(chain.len())];
            let refused = refresh(spent).fails(401, "tenancy.not_signed_in");
            assert!(refused.json()["access_token"].is_null());
            // It is in two hands, and no token of that session holds any more.
            refresh(&last).fails(401, "tenancy.not_signed_in");
            last.get("/v1/auth/me").fails(401, "tenancy.not_signed_in");
        }
    });
}

/// Every operation that asks for somebody who is signed in: its method and its path, with ids that nobody has.
fn protected(owner: &Client) -> Vec<(String, String)> {
    let document = owner.get("/v1/openapi.json").is(200).json();
    let mut all = Vec::new();
    for (path, item) in document["paths"].as_object().expect("paths") {
        for method in METHODS.iter().filter(|method| item[**method].is_object()) {
            if item[*method]["x-needs"] == "nothing" {
                continue;
            }
            let parts = path.split('/').map(|part| match part.starts_with('{') {
                true => ABSENT,
                false => part,
            });
            all.push((method.to_uppercase(), parts.collect::<Vec<_>>().join("/")));
        }
    }
    assert!(all.len() > 150, "only {}", all.len());
    all
}

#[test]
fn p6_after_signing_out_every_token_of_the_session_is_refused_on_every_route() {
    Served::on_both(|served| {
        let operator = served.operator();
        let owner = served.tenant(&operator, "acme");
        let routes = protected(&owner);
        for ways in 0..2 {
            let first = served.signed_in("owner@acme.example.com").at("acme");
            let second = first.clone().with_tokens(&refresh(&first).is(200));
            let third = second.clone().with_tokens(&refresh(&second).is(200));
            for client in [&first, &second, &third] {
                client.get("/v1/tags").is(200);
            }
            match ways {
                0 => third.post("/v1/auth/logout", &json!({})).is(204),
                _ => {
                    let me = third.get("/v1/auth/me").is(200).json();
                    let session = me["session"].as_str().expect("a session");
                    owner.delete(&format!("/v1/auth/sessions/{session}")).is(204)
                }
            };
            for client in [&first, &second, &third] {
                for (method, path) in &routes {
                    let body = json!({});
                    let body = (method != "GET" && method != "DELETE").then_some(&body);
                    let answer = client.ask(method, path, body, &[]);
                    let code = answer.json()["code"].clone();
                    assert_eq!(
                        (answer.status, code),
                        (401, json!("tenancy.not_signed_in")),
                        "{method} {path}"
                    );
                }
            }
            refresh(&third).fails(401, "tenancy.not_signed_in");
            // Another session of the same account is another one.
            owner.get("/v1/tags").is(200);
        }
    });
}

/// The entries, in one order.
fn entries(served: &Served) -> Vec<Row> {
    let mut rows = served.rows("audit");
    rows.sort_by_key(|row| row["id"].to_string());
    rows
}

/// What is said to the database in the rights in which requests are answered.
fn told(served: &Served, tenant: &str, text: &str) -> Result<u64, String> {
    match served.base() {
        Base::Sqlite => served.carry_out(text),
        Base::Postgres => {
            let role = "SET ROLE ratebook_tenant; SELECT set_config('app.tenant', ";
            served.carry_out(&format!("{role}'{tenant}', false); {text}"))
        }
    }
}

#[test]
fn p47_whatever_is_tried_against_an_entry_fails_and_the_entry_stays_as_it_is() {
    Served::on_both(|served| {
        let operator = served.operator();
        let owner = served.tenant(&operator, "acme");
        let mut chance = Chance::new(47);
        for number in 0..6 {
            owner
                .post("/v1/tags", &json!({"name": format!("tag-{number}")}))
                .is(201);
        }
        let key = owner
            .post("/v1/api-keys", &json!({"name": "all", "scopes": ["*"]}))
            .is(201);
        let key = key.json()["key"].as_str().expect("a key").to_owned();
        let key = served.anybody().with_token(&key);
        let before = entries(served);
        let text = |row: &Row, name: &str| row[name].as_str().expect("an id").to_owned();
        for _ in 0..12 {
            let entry = &before[chance.below(before.len())];
            let own = text(entry, "id");
            for (client, is_operator) in [(&owner, false), (&operator, true), (&key, false)] {
                for method in ["POST", "PUT", "PATCH", "DELETE"] {
                    let places = [
                        "".to_owned(),
                        format!("/{own}"),
                        "/export".to_owned(),
                        "/verify".to_owned(),
                    ];
                    let path = format!("/v1/audit{}", chance.of(&[0, 1, 2, 3].map(|place| &places[place])));
                    let answer = client.ask(method, &path, Some(&json!({"actor": "nobody"})), &[]);
                    // Who runs the installation is no member, and is told so where the address could be one of records.
                    if is_operator && answer.status == 403 {
                        answer.fails(403, "tenancy.wrong_tenant");
                        continue;
                    }
                    assert!([404, 405].contains(&answer.status), "{method} {path}: {answer:?}");
                }
            }
            let id = match served.base() {
                Base::Sqlite => format!("x'{own}'"),
                Base::Postgres => format!("'{own}'"),
            };
            let columns: Vec<&String> = entry.keys().collect();
            let column = chance.of(&columns);
            let other = chance.of(&["NULL", "id", "tenant_id", "actor"]);
            for tried in [
                format!("UPDATE audit SET {column} = {other} WHERE id = {id}"),
                format!("UPDATE audit SET {column} = {column} WHERE id = {id}"),
                format!("DELETE FROM audit WHERE id = {id}"),
            ] {
                told(served, &text(entry, "tenant_id"), &tried).expect_err(&tried);
            }
        }
        assert_eq!(before, entries(served));
    });
}
