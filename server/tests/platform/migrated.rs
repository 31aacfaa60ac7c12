//! People who come from another system with the hashes that it kept of their passwords.

use ratebook_server_testing::Served;
use serde_json::json;

/// Published with the sources of Openwall's library: of `U*U*U`.
const HASH: &str = "$2a$05$XXXXXXXXXXXXXXXXXXXXXOAcXxm9kjPGEMsLznoKqmqw7tc8WCx4a";

fn log_in(served: &Served, email: &str, password: &str) -> ratebook_server_testing::Answer {
    served
        .anybody()
        .post("/v1/auth/login", &json!({"email": email, "password": password}))
}

fn kept(served: &Served, email: &str) -> String {
    let rows = served.rows("accounts");
    let row = rows.iter().find(|row| row["email"] == email).expect("an account");
    row["password"].as_str().expect("a hash").to_owned()
}

#[test]
fn a_hash_of_bcrypt_signs_in_once_and_is_one_of_ours_then() {
    Served::on_both(|served| {
        let operator = served.operator();
        let admin = json!({"email": "ann@example.com", "name": "Ann", "password_hash": HASH});
        let tenant =
            json!({"slug": "acme", "name": "Acme", "pack": "workbench", "zone": "Europe/Madrid", "admin": admin});
        operator.post("/v1/tenants", &tenant).is(201);
        assert_eq!(kept(served, "ann@example.com"), HASH);
        log_in(served, "ann@example.com", "U*U*").fails(401, "tenancy.not_signed_in");
        assert_eq!(kept(served, "ann@example.com"), HASH);
        let answer = log_in(served, "ann@example.com", "U*U*U").is(200);
        let ours = kept(served, "ann@example.com");
        assert!(ours.starts_with("$argon2id$"), "{ours}");
        // From then on as anybody.
        log_in(served, "ann@example.com", "U*U*U").is(200);
        assert_eq!(kept(served, "ann@example.com"), ours);
        log_in(served, "ann@example.com", "U*U*").fails(401, "tenancy.not_signed_in");
        let owner = served.anybody().with_tokens(&answer);
        let bob = json!({"email": "bob@example.com", "name": "Bob", "password_hash": HASH, "roles": ["support"]});
        let invited = owner.post("/v1/members", &bob).is(201).json();
        let token = json!({"token": invited["token"]});
        served.anybody().post("/v1/auth/invitations/accept", &token).is(200);
        // A hash for somebody who is there already changes nothing of theirs.
        let known = json!({"email": "operator@example.com", "name": "Op", "password_hash": HASH, "roles": ["support"]});
        let invited = owner.post("/v1/members", &known).is(201).json();
        let by = |password: &str| json!({"token": invited["token"], "password": password});
        let accept = |password: &str| served.anybody().post("/v1/auth/invitations/accept", &by(password));
        accept("U*U*U").fails(401, "tenancy.not_signed_in");
        accept(Served::password()).is(200);
        log_in(served, "operator@example.com", "U*U*U").fails(401, "tenancy.not_signed_in");
        served.signed_in("operator@example.com");
        log_in(served, "bob@example.com", "U*U*U").is(200);
        for wrong in [
            "",
            "$2a$05$",
            &HASH.replace("$05$", "$31$"),
            "$argon2id$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$AAAA",
        ] {
            let eve = json!({"email": "eve@example.com", "name": "Eve", "password_hash": wrong, "roles": ["support"]});
            owner.post("/v1/members", &eve).fails(422, "request.range");
        }
    });
}
