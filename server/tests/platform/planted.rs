//! Secrets of every kind, planted and then looked for wherever an installation keeps or tells anything: the files of the database and its
//! log of changes, rows, what the program writes to its log, backups as they lie and as they are put back, histories, the audit, exports.
//! A column that is kept as it came, an answer or a line of the log that repeats what was sent, is found here; that the search finds what
//! is there is shown by a name that is no secret.

use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ratebook_server_testing::{Base, Client, Running, carry_out, program};
use serde_json::{Value, json};

use crate::second_factor::app;

/// No secret: it has to be found where records are.
const NAME: &str = "Planted Openly";
const FIELD: &str = "planted-field-51c0";
const CHANGED: &str = "planted-field-62d1";
const GUESS: &str = "planted-guess-77aa";
const MAIL: &str = "planted-mail-83e2";
/// As `Running` is told, and what it says in Base64.
const KEY: &str = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
const KEY_BYTES: &[u8] = b"01234567890123456789012345678901";
/// As backups are encrypted.
const BACKUP_KEY: &str = "UVFRUVFRUVFRUVFRUVFRUVFRUVFRUVFRUVFRUVFRUVE=";

/// What is looked for: by what it is called, in each form in which it might lie somewhere.
struct Planted {
    forms: Vec<(String, Vec<u8>)>,
    /// By which two bytes any of them begins: a disk is gone through once.
    begins: Vec<bool>,
}

impl Planted {
    fn plant(&mut self, name: &str, secret: impl AsRef<[u8]>) {
        let secret = secret.as_ref();
        assert!(secret.len() >= 8, "{name} would be found by chance");
        let hex: String = secret.iter().map(|byte| format!("{byte:02x}")).collect();
        let base64 = STANDARD.encode(secret).trim_end_matches('=').to_owned();
        for form in [
            secret.to_vec(),
            hex.to_uppercase().into_bytes(),
            hex.into_bytes(),
            base64.into_bytes(),
        ] {
            self.begins[pair(form[0], form[1])] = true;
            self.forms.push((name.to_owned(), form));
        }
    }

    #[track_caller]
    fn nowhere_in(&self, place: &str, bytes: &[u8]) {
        for (at, two) in bytes.windows(2).enumerate() {
            if !self.begins[pair(two[0], two[1])] {
                continue;
            }
            let found = self.forms.iter().find(|(_, form)| bytes[at..].starts_with(form));
            assert!(
                found.is_none(),
                "{place} holds {:?} at {at}",
                found.map(|(name, _)| name)
            );
        }
    }
}

fn pair(one: u8, other: u8) -> usize {
    usize::from(u16::from_be_bytes([one, other]))
}

fn holds(bytes: &[u8], wanted: &[u8]) -> bool {
    let Some((first, rest)) = wanted.split_first() else {
        return true;
    };
    let mut left = bytes;
    while let Some(place) = left.iter().position(|byte| byte == first) {
        left = &left[place + 1..];
        if left.starts_with(rest) {
            return true;
        }
    }
    false
}

fn text(value: &Value, name: &str) -> String {
    value[name].as_str().expect("a text").to_owned()
}

/// Plants everything; the subscriber whose field it is, and the secrets.
fn plant(running: &Running, ann: &Client) -> (String, Planted) {
    let mut planted = Planted {
        forms: Vec::new(),
        begins: vec![false; 1 << 16],
    };
    for (name, secret) in [
        ("the password of the operator", "a secret of op"),
        ("the password of a member", "a secret of ann"),
        ("a wrong password", GUESS),
        ("a field", FIELD),
        ("a field that was changed", CHANGED),
        ("the password of the mail server", MAIL),
        ("the key of the installation in Base64", KEY),
        ("the key of backups in Base64", BACKUP_KEY),
    ] {
        planted.plant(name, secret);
    }
    planted.plant("the key of the installation", KEY_BYTES);
    for (name, token) in [("an access token", &ann.token), ("a token that renews", &ann.refresh)] {
        planted.plant(name, token.as_deref().expect("a token"));
    }
    let guess = json!({"email": "ann@example.com", "password": GUESS});
    running
        .anybody()
        .post("/v1/auth/login", &guess)
        .fails(401, "tenancy.not_signed_in");
    let plan = json!({"name": "Home", "download_mbps": 100, "upload_mbps": 20, "price": {"amount": "29.90", "currency": "EUR"}});
    let plan = text(&ann.post("/v1/service-plans", &plan).is(201).json(), "id");
    let subscriber = json!({
        "name": NAME, "phone": "+49301234567", "address": "A", "service_plan_id": plan, "pppoe_password": FIELD,
    });
    let subscriber = text(&ann.post("/v1/subscribers", &subscriber).is(201).json(), "id");
    let path = format!("/v1/subscribers/{subscriber}");
    ann.patch(&path, &json!({"pppoe_password": CHANGED})).is(200);
    let shown = ann.post(&format!("{path}/reveal"), &json!({"field": "pppoe_password"}));
    assert_eq!(shown.is(200).json()["value"], CHANGED);
    // What is refused is told without what was sent.
    for wrong in [
        json!({"pppoe_password": [CHANGED]}),
        json!({"pppoe_password": {"value": FIELD}}),
        json!({"name": 5, "pppoe_password": FIELD}),
    ] {
        let refused = ann.patch(&path, &wrong).is(422);
        planted.nowhere_in("a refusal", &refused.body);
    }
    let key = ann.post(
        "/v1/api-keys",
        &json!({"name": "the site", "scopes": ["subscribers:read"]}),
    );
    let key = text(&key.is(201).json(), "key");
    running.anybody().with_token(&key).get("/v1/subscribers").is(200);
    planted.plant("an API key", &key);
    let webhook = json!({"url": "http://127.0.0.1:9/told", "events": ["subscriber:*"]});
    let secret = text(&ann.post("/v1/webhooks", &webhook).is(201).json(), "secret");
    let secret = secret.strip_prefix("whsec_").expect("a secret");
    planted.plant("the secret of a webhook", STANDARD.decode(secret).expect("Base64"));
    let begun = ann.post("/v1/auth/second-factor", &json!({"password": "a secret of ann"}));
    let factor = text(&begun.is(200).json(), "secret");
    let phone = app(&factor);
    planted.plant("the secret of a second factor", phone.secret().as_bytes());
    planted.plant("the secret of a second factor in Base32", &factor);
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let code = phone.generate(now.expect("after 1970").as_secs()).to_string();
    let confirmed = ann
        .post("/v1/auth/second-factor/confirm", &json!({"code": code}))
        .is(200)
        .json();
    let codes = confirmed["recovery_codes"].as_array().expect("codes");
    for code in codes {
        planted.plant("a code on paper", code.as_str().expect("a code"));
    }
    (subscriber, planted)
}

/// Every answer that tells what is kept, by whoever may ask.
fn told(running: &Running, ann: &Client, subscriber: &str) -> Vec<(String, Vec<u8>)> {
    let one = format!("/v1/subscribers/{subscriber}");
    let history = format!("{one}/history");
    let mut told = Vec::new();
    let mut ask = |by: &Client, path: &str| {
        told.push((path.to_owned(), by.get(path).is(200).body));
    };
    for path in [
        "/v1/subscribers?total=true",
        "/v1/subscribers?q=planted",
        "/v1/subscribers/export.csv",
        &one,
        &history,
        "/v1/audit",
        "/v1/audit/export",
        "/v1/api-keys",
        "/v1/webhooks",
        "/v1/members",
        "/v1/auth/me",
        "/v1/auth/second-factor",
        "/v1/auth/sessions",
        "/v1/openapi.json",
    ] {
        ask(ann, path);
    }
    let operator = running.operator();
    for path in ["/v1/tenants", "/v1/auth/me", "/v1/auth/sessions"] {
        ask(&operator, path);
    }
    let person = ann.post("/v1/privacy/export", &json!({"person": subscriber})).is(200);
    told.push(("/v1/privacy/export".to_owned(), person.body));
    told
}

/// The commands of the program: what they write, and what they say.
fn command(running: &Running, folder: &Path, words: &[&str]) -> Vec<u8> {
    let output = program(env!("CARGO_BIN_EXE_ratebook-server"))
        .args(words)
        .env("RATEBOOK_BACKUP_KEY", BACKUP_KEY)
        .env("RATEBOOK_KEY", KEY)
        .env("RATEBOOK_DATABASE", running.address())
        .current_dir(folder)
        .output()
        .expect("an end");
    let said = [&output.stdout[..], &output.stderr].concat();
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&said));
    said
}

#[test]
fn planted_secrets_are_found_nowhere() {
    for base in [Base::Sqlite, Base::Postgres] {
        // Whose files are scanned does not hold its own settings.
        let settings = tempfile::tempdir().expect("a folder");
        let file = settings.path().join("settings.toml");
        let text =
            format!("smtp = \"smtp://ann:{MAIL}@127.0.0.1:9\"\nmail_from = \"desk@example.com\"\nlog = \"answers\"\n");
        std::fs::write(&file, text).expect("a file");
        let file = file.to_string_lossy().into_owned();
        let mut running = Running::start(
            env!("CARGO_BIN_EXE_ratebook-server"),
            base,
            &["--config", &file, "--webhooks-to", "127.0.0.1"],
        );
        let ann = running.ann("workbench");
        let (subscriber, planted) = plant(&running, &ann);
        // A letter and a message that nobody takes.
        ann.post(
            "/v1/members",
            &json!({"email": "bob@example.com", "name": "Bob", "roles": ["support"]}),
        )
        .is(201);
        for (place, bytes) in told(&running, &ann, &subscriber) {
            planted.nowhere_in(&place, &bytes);
            let shows = ["/v1/subscribers", "/v1/privacy/export"]
                .iter()
                .any(|own| place.starts_with(own))
                && !place.ends_with("history");
            assert!(!shows || holds(&bytes, NAME.as_bytes()), "{place} shows the record");
        }
        let folder = tempfile::tempdir().expect("a folder");
        for words in [
            &["backup", "--to", "one.backup"][..],
            &["restore", "--from", "one.backup", "--to", "sqlite://restored.db"],
            &["config"],
        ] {
            planted.nowhere_in(words[0], &command(&running, folder.path(), words));
        }
        let sealed = std::fs::read(folder.path().join("one.backup")).expect("a backup");
        assert!(!holds(&sealed, NAME.as_bytes()), "a backup is encrypted");
        planted.nowhere_in("the backup", &sealed);
        let restored = folder.path().join("restored.db");
        let whole = format!("sqlite://{}", restored.display());
        carry_out(Base::Sqlite, &whole, "PRAGMA wal_checkpoint(TRUNCATE)").expect("all of it in its file");
        let opened = std::fs::read(restored).expect("what was in the backup");
        assert!(holds(&opened, NAME.as_bytes()), "a backup holds the record");
        planted.nowhere_in("what is in the backup", &opened);
        if base == Base::Postgres {
            running.carry_out("CHECKPOINT");
        }
        let mut found = 0;
        for path in running.kept() {
            // PostgreSQL renames and drops files of its own meanwhile.
            let Ok(bytes) = std::fs::read(&path) else { continue };
            found += usize::from(holds(&bytes, NAME.as_bytes()));
            planted.nowhere_in(&path.display().to_string(), &bytes);
        }
        // In the table and in what is searched, or in the log of changes.
        assert!(found >= 1, "{base:?}: the record lies in no file");
        let log = running.log();
        assert!(log.contains("/v1/{plural}"), "{log}");
        running.kill();
        planted.nowhere_in("the log", running.log().as_bytes());
    }
}
