//! One tenant moved to another installation: whole and the same, or not at all.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Output;

use ratebook_server::platform::audit::sealer;
use ratebook_server::store::{Place, Vault};
use ratebook_server_testing::{Base, Client, Disk, Postgres, Row, Served, program};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::files::{PDF, id_of, sent, ticket};

/// As the servers of tests seal secrets, and as the house in between does.
const KEY: &str = "BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=";
const OTHER_KEY: &str = "CQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQk=";
/// By which a tenant is sealed on its way.
const TRANSFER: &str = "UVFRUVFRUVFRUVFRUVFRUVFRUVFRUVFRUVFRUVFRUVE=";

fn house(served: &Served, key: &str, words: &[&str]) -> Output {
    let (database, files) = (served.address(), served.files());
    program(env!("CARGO_BIN_EXE_ratebook-server"))
        .arg("tenant")
        .args(words)
        .args(["--database", &database, "--files"])
        .arg(files)
        .env("RATEBOOK_KEY", key)
        .env("RATEBOOK_TRANSFER_KEY", TRANSFER)
        // It waits until whoever was let in before is answered.
        .env("RATEBOOK_ANSWER_SECONDS", "1")
        .output()
        .expect("an end")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&[&output.stdout[..], &output.stderr].concat()).into_owned()
}

#[track_caller]
fn done(output: &Output) -> String {
    assert!(output.status.success(), "{}", said(output));
    said(output)
}

#[track_caller]
fn refused(output: &Output, word: &str) {
    assert!(
        !output.status.success() && said(output).contains(word),
        "{}",
        said(output)
    );
}

fn leave(served: &Served, key: &str, file: &Path) -> Output {
    let to = file.to_string_lossy();
    house(served, key, &["export", "--tenant", "acme", "--to", &to])
}

fn settle(served: &Served, key: &str, file: &Path, more: &[&str]) -> Output {
    let from = file.to_string_lossy();
    let words = [&["import", "--from", &from], more].concat();
    house(served, key, &words)
}

/// A tenant with something in many tables, and the id of a subscriber with a secret.
fn filled(served: &Served, operator: &Client) -> (Client, String) {
    let owner = served.tenant(operator, "acme");
    served
        .tenant(operator, "globex")
        .post("/v1/tags", &json!({"name": "theirs"}))
        .is(201);
    served.member(&owner, "support@example.com", &["support"]);
    let field = json!({"entity": "vehicle", "name": "custom_pin", "field": {"kind": "secret"}});
    owner.post("/v1/custom-fields", &field).is(201);
    let van = json!({"plate": "B 1", "model": "Van", "seats": 3, "custom_pin": "1234 pin"});
    owner.post("/v1/vehicles", &van).is(201);
    owner.post("/v1/tags", &json!({"name": "hall"})).is(201);
    let paper = sent(&owner, PDF);
    ticket(&owner, &json!({"attachment": paper}));
    let listed = owner.get("/v1/subscribers").is(200).json();
    let subscriber = id_of(&listed["items"][0]);
    owner
        .patch(
            &format!("/v1/subscribers/{subscriber}"),
            &json!({"pppoe_password": "hush hush", "email": "ana@example.com"}),
        )
        .is(200);
    let webhook = json!({"url": "https://example.com/hook", "events": ["*"]});
    owner.post("/v1/webhooks", &webhook).is(201);
    owner
        .post("/v1/api-keys", &json!({"name": "shop", "scopes": ["*"]}))
        .is(201);
    served.wait_for(sealer::everything(served.app())).expect("seals");
    (owner, subscriber)
}

fn tenant_of(served: &Served, slug: &str) -> Option<String> {
    let own = served.rows("tenants").into_iter().find(|row| row["slug"] == slug)?;
    Some(own["id"].as_str().expect("an id").to_owned())
}

/// What a tenant has, table by table, as text in one order.
fn rows_of(served: &Served, tenant: &str) -> BTreeMap<String, Vec<String>> {
    let own = |row: &&Row| row.get("tenant_id").is_some_and(|id| id == tenant);
    let tables = served.all_rows().into_iter();
    let tables = tables.map(|(name, rows)| {
        let mut texts: Vec<String> = rows.iter().filter(own).map(|row| format!("{row:?}")).collect();
        texts.sort();
        (name, texts)
    });
    tables
        .filter(|(name, rows)| !rows.is_empty() && !name.contains("search") && !name.starts_with('_'))
        .collect()
}

/// What is sealed anew, or written by whoever moved it.
fn differs(table: &str) -> bool {
    let sealed = [
        "audit",
        "audit_heads",
        "audit_personal",
        "audit_seals",
        "one_time_links",
        "read_only",
        "webhooks",
        "workbench__subscriber",
        "workbench__vehicle__custom",
    ];
    sealed.contains(&table)
}

/// What members are told, with the ids of records and without when.
fn told(owner: &Client) -> Vec<String> {
    let mut told = Vec::new();
    for path in [
        "/v1/subscribers?total=true",
        "/v1/subscribers?q=ana&total=true",
        "/v1/tickets?total=true",
        "/v1/tags?total=true",
        "/v1/members",
        "/v1/webhooks",
        "/v1/custom-fields",
    ] {
        let (status, _, body) = owner.get(path).without_trace();
        assert_eq!(status, 200, "{path} {body}");
        told.push(body);
    }
    // They are listed by their ids, and those become others.
    let mut members: Value = serde_json::from_str(&told[4]).expect("JSON");
    let items = members["items"].as_array_mut().expect("a list");
    items.sort_by_key(|member| member["email"].to_string());
    told[4] = members.to_string();
    told
}

fn secret(served: &Served, key: [u8; 32], subscriber: &str) -> Result<String, String> {
    let row = served
        .rows("workbench__subscriber")
        .into_iter()
        .find(|row| row["id"] == subscriber.replace('-', ""));
    let row = row.expect("a subscriber");
    let hex = row["pppoe_password"]
        .as_str()
        .expect("a secret")
        .trim_start_matches("\\x")
        .to_owned();
    let bytes = (0..hex.len() / 2).map(|place| u8::from_str_radix(&hex[2 * place..2 * place + 2], 16).expect("hex"));
    let sealed: Vec<u8> = bytes.collect();
    let id = |text: &str| Uuid::parse_str(text).expect("an id").into_bytes();
    let place = Place {
        tenant: id(row["tenant_id"].as_str().expect("a tenant")),
        entity: "subscriber",
        field: "pppoe_password",
        id: id(subscriber),
    };
    let opened = Vault::new(&key)
        .open(&place, &sealed)
        .map_err(|failure| failure.to_string())?;
    String::from_utf8(opened).map_err(|error| error.to_string())
}

#[test]
fn a_tenant_goes_from_house_to_house_and_stays_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    for (first, between) in [(Base::Sqlite, Base::Postgres), (Base::Postgres, Base::Sqlite)] {
        let place = |name: &str| folder.path().join(format!("{first:?}.{name}"));
        let (one, two, three) = (Served::start(first), Served::start(between), Served::start(first));
        let operator = one.operator();
        let (owner, subscriber) = filled(&one, &operator);
        let (before, id) = (told(&owner), tenant_of(&one, "acme").expect("a tenant"));
        let rows = rows_of(&one, &id);
        refused(
            &house(
                &one,
                KEY,
                &["moved", "--tenant", "acme", "--to", "https://new.example.com"],
            ),
            "was not exported",
        );
        done(&leave(&one, KEY, &place("one")));
        // Nothing is changed there from then on, and the others go on.
        std::thread::sleep(std::time::Duration::from_secs(1));
        owner
            .post("/v1/tags", &json!({"name": "late"}))
            .fails(503, "engine.read_only");
        // The house between seals by another key: what it was given is read by no other, and goes on from there.
        done(&settle(&two, OTHER_KEY, &place("one"), &[]));
        assert_eq!(secret(&two, [9; 32], &subscriber).as_deref(), Ok("hush hush"));
        assert!(secret(&two, [7; 32], &subscriber).is_err());
        refused(&leave(&two, KEY, &place("wrong")), "kept under another key");
        assert!(!place("wrong").exists());
        done(&leave(&two, OTHER_KEY, &place("two")));
        // Whoever has an account of that e-mail in the last house stays who they are; others get one that nothing opens yet.
        let host = three.operator();
        served_tenant(&three, &host, "elsewhere", "owner@acme.example.com");
        refused(&settle(&three, KEY, &place("two"), &[]), "owner@acme.example.com");
        assert_eq!(tenant_of(&three, "acme"), None);
        let text = done(&settle(&three, KEY, &place("two"), &["--trust-accounts"]));
        assert!(text.contains("1 had an account here and 1 got one"), "{text}");
        let there = three.signed_in("owner@acme.example.com").at("acme");
        let account = |client: &Client| {
            client.get("/v1/auth/me").is(200).json()["account"]["id"]
                .as_str()
                .expect("an id")
                .to_owned()
        };
        let (was, is) = (account(&owner), account(&there));
        assert_ne!(was, is);
        let renamed = |text: &String| {
            text.replace(&was, &is)
                .replace(&was.replace('-', ""), &is.replace('-', ""))
        };
        assert_eq!(before.iter().map(renamed).collect::<Vec<_>>(), told(&there));
        let after = rows_of(&three, &id);
        for (table, own) in rows.iter().filter(|(table, _)| !differs(table)) {
            let mut own: Vec<String> = own.iter().map(renamed).collect();
            own.sort();
            assert_eq!(Some(&own), after.get(table), "{table}");
        }
        assert_eq!(secret(&three, [7; 32], &subscriber).as_deref(), Ok("hush hush"));
        // What was written down is the same chain, and goes on.
        three.wait_for(sealer::everything(three.app())).expect("seals");
        assert_eq!(there.get("/v1/audit/verify").is(200).json()["intact"], true);
        let listed = there.get("/v1/tickets").is(200).json();
        let path = format!("/v1/tickets/{}/files/attachment", id_of(&listed["items"][0]));
        assert_eq!(there.get(&path).is(200).body, PDF);
        let plan = listed_id(&there, "/v1/service-plans");
        let who = json!({"name": "Bea", "phone": "+34600000001", "address": "Calle 2", "service_plan_id": plan});
        assert_eq!(there.post("/v1/subscribers", &who).is(201).json()["code"], "CUST000002");
        // Nobody signs in by what they had before.
        let guess = json!({"email": "support@example.com", "password": Served::password()});
        three
            .anybody()
            .post("/v1/auth/login", &guess)
            .fails(401, "tenancy.not_signed_in");
        // The step by which it is gone from where it was.
        done(&house(
            &one,
            KEY,
            &["moved", "--tenant", "acme", "--to", "https://new.example.com"],
        ));
        let tenants = operator.get("/v1/tenants").is(200).json();
        let own = tenants["items"]
            .as_array()
            .expect("tenants")
            .iter()
            .find(|own| own["slug"] == "acme");
        let own = own.expect("the tenant");
        assert_eq!(
            (&own["state"], &own["moved_to"]),
            (&json!("suspended"), &json!("https://new.example.com"))
        );
    }
}

fn listed_id(client: &Client, path: &str) -> String {
    id_of(&client.get(path).is(200).json()["items"][0])
}

fn served_tenant(served: &Served, operator: &Client, slug: &str, email: &str) {
    let tenant = json!({
        "slug": slug, "name": slug, "pack": "workbench", "zone": "UTC",
        "admin": {"email": email, "name": "Owner", "password": Served::password()},
    });
    operator.post("/v1/tenants", &tenant).is(201);
    served.signed_in(email);
}

#[test]
fn nothing_of_a_tenant_is_taken_in_by_halves() {
    let folder = tempfile::tempdir().expect("a folder");
    for (from, to) in [(Base::Sqlite, Base::Postgres), (Base::Postgres, Base::Sqlite)] {
        let (one, two) = (Served::start(from), Served::start(to));
        let (file, bad) = (folder.path().join(format!("{from:?}")), folder.path().join("bad"));
        filled(&one, &one.operator());
        done(&leave(&one, KEY, &file));
        let bytes = std::fs::read(&file).expect("bytes");
        for word in ["hush", "Calle", "owner@acme", "what a paper says"] {
            assert!(!bytes.windows(word.len()).any(|some| some == word.as_bytes()), "{word}");
        }
        let host = two.operator();
        let before = two.all_rows();
        for step in 0..8 {
            let mut other = bytes.clone();
            let place = step * (bytes.len() - 1) / 7;
            other[place] ^= 0x10;
            std::fs::write(&bad, &other).expect("a file");
            assert!(!settle(&two, KEY, &bad, &[]).status.success(), "byte {place}");
        }
        std::fs::write(&bad, &bytes[..bytes.len() - 1]).expect("a file");
        assert!(!settle(&two, KEY, &bad, &[]).status.success(), "a cut file");
        // A backup is no tenant, and a tenant is no backup.
        let as_backup = program(env!("CARGO_BIN_EXE_ratebook-server"))
            .args(["backup", "--verify"])
            .arg(&file)
            .env("RATEBOOK_BACKUP_KEY", TRANSFER)
            .output()
            .expect("an end");
        refused(&as_backup, "no backup");
        // Its slug is somebody else's.
        assert_eq!(before, two.all_rows());
        served_tenant(&two, &host, "acme", "somebody@example.com");
        let before = two.all_rows();
        refused(&settle(&two, KEY, &file, &[]), "`slug`");
        assert_eq!(before, two.all_rows());
        assert_eq!(crate::files::lying(&two.files()), 0);
        // It is there already.
        refused(&settle(&one, KEY, &file, &[]), "`id`");
        // Of another version of the pack.
        let three = Served::start_by(to, |pack| pack["version"] = json!(9));
        refused(&settle(&three, KEY, &file, &[]), "another one here");
        assert_eq!(tenant_of(&three, "acme"), None);
    }
}

#[test]
fn a_role_behind_walls_takes_a_tenant_in_and_gives_it_whole() {
    let server = Postgres::start(Disk::Fast).expect("PostgreSQL");
    let one = Served::start(Base::Sqlite);
    filled(&one, &one.operator());
    let folder = tempfile::tempdir().expect("a folder");
    let (file, again) = (folder.path().join("one"), folder.path().join("again"));
    let first = done(&leave(&one, KEY, &file));
    one.wait_for(async {
        use sqlx::Connection as _;
        let mut connection = sqlx::PgConnection::connect(&server.address("postgres"))
            .await
            .expect("a connection");
        for text in [
            "CREATE ROLE keeper LOGIN CREATEROLE",
            "CREATE DATABASE kept OWNER keeper",
        ] {
            sqlx::raw_sql(text).execute(&mut connection).await.expect("done");
        }
    });
    let run = |words: &[&str]| {
        program(env!("CARGO_BIN_EXE_ratebook-server"))
            .args(words)
            .args(["--database", &server.address_as("keeper", "kept"), "--files", "files"])
            .env("RATEBOOK_KEY", OTHER_KEY)
            .env("RATEBOOK_TRANSFER_KEY", TRANSFER)
            .env("RATEBOOK_ANSWER_SECONDS", "1")
            .current_dir(folder.path())
            .output()
            .expect("an end")
    };
    done(&run(&["migrate"]));
    done(&run(&["tenant", "import", "--from", &file.to_string_lossy()]));
    let second = done(&run(&[
        "tenant",
        "export",
        "--tenant",
        "acme",
        "--to",
        &again.to_string_lossy(),
    ]));
    let rows = |text: &str| {
        let words = text.split_once(": ").expect("rows").1;
        words
            .split_whitespace()
            .next()
            .expect("a number")
            .parse::<u64>()
            .expect("a number")
    };
    // Two entries of the audit tell of the move: that it came, and that it leaves.
    assert_eq!(rows(&first) + 2, rows(&second), "{first}{second}");
}

/// The tables without rows of tenants: whoever adds one says here that a tenant needs nothing of it where it goes, or takes it along.
const OF_NOBODY: [&str; 21] = [
    "accounts",
    "address_blocks",
    "backups",
    "facts",
    "identities",
    "operator_settings",
    "pack_machines",
    "pack_names",
    "packs",
    "passkeys",
    "recovery_codes",
    "request_counts",
    "restore_proofs",
    "second_factors",
    "sessions",
    "sign_in_failures",
    "sign_in_steps",
    "sign_in_tickets",
    "signing_keys",
    "spent_tokens",
    "tenants",
];

#[test]
fn every_table_with_rows_of_tenants_goes_along() {
    let (one, two) = (Served::start(Base::Sqlite), Served::start(Base::Sqlite));
    one.carry_out(
        "CREATE TABLE later (tenant_id BLOB NOT NULL, id BLOB NOT NULL, word TEXT, PRIMARY KEY (tenant_id, id)) STRICT",
    )
    .expect("a table");
    two.carry_out(
        "CREATE TABLE later (tenant_id BLOB NOT NULL, id BLOB NOT NULL, word TEXT, PRIMARY KEY (tenant_id, id)) STRICT",
    )
    .expect("a table");
    filled(&one, &one.operator());
    let id = tenant_of(&one, "acme").expect("a tenant");
    one.carry_out(&format!(
        "INSERT INTO later VALUES (x'{id}', x'{}', 'here')",
        "01".repeat(16)
    ))
    .expect("a row");
    // It was held once, and is not any more; and a link to somebody's account that its house has written there itself.
    let hash: String = Sha256::digest("planted")
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    for text in [
        format!(
            "INSERT INTO read_only (tenant_id, since, ends_at, why, set_by) VALUES (x'{id}', 1, 2, 'once', x'{id}')"
        ),
        format!(
            "INSERT INTO one_time_links (tenant_id, purpose, subject, email, hash, by_letter, created_at, expires_at) VALUES (x'{id}', 'reset', \
             'operator@example.com', 'operator@example.com', x'{hash}', 1, 1, 9000000000000000)"
        ),
    ] {
        one.carry_out(&text).expect("a row");
    }
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("acme");
    done(&leave(&one, KEY, &file));
    assert!(
        one.rows("read_only")[0]["ends_at"].is_null(),
        "it is held without an end"
    );
    two.operator();
    let text = done(&settle(&two, KEY, &file, &[]));
    let reset = json!({"token": "planted", "password": "another correct horse"});
    two.anybody()
        .post("/v1/auth/reset", &reset)
        .fails(401, "tenancy.not_signed_in");
    assert_eq!(rows_of(&two, &id).get("later").map(Vec::len), Some(1));
    let moved: BTreeSet<&str> = text.lines().filter_map(|line| line.split_whitespace().nth(2)).collect();
    for name in one
        .all_rows()
        .into_keys()
        .filter(|name| !name.starts_with('_') && !name.contains("__0"))
    {
        let stays =
            ["erasing", "one_time_links", "read_only"].contains(&name.as_str()) || OF_NOBODY.contains(&name.as_str());
        let goes = moved.contains(name.as_str()) && name != "tenants";
        assert!(stays != goes, "`{name}` goes along, or is named as one that stays");
    }
}

#[test]
fn a_command_that_says_too_little_is_told_so() {
    let served = Served::start(Base::Sqlite);
    for words in [
        &[][..],
        &["export"],
        &["export", "--tenant", "acme"],
        &["import", "--to", "x"],
        &["moved"],
        &["go"],
    ] {
        refused(&house(&served, KEY, words), "ratebook-server tenant");
    }
    refused(
        &house(&served, KEY, &["export", "--tenant", "none", "--to", "x"]),
        "no tenant `none`",
    );
    refused(
        &program(env!("CARGO_BIN_EXE_ratebook-server"))
            .args(["tenant", "verify", "--from", "x"])
            .output()
            .expect("an end"),
        "RATEBOOK_TRANSFER_KEY",
    );
}
