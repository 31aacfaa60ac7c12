//! Secrets are nowhere but where they belong.

use std::io::Read as _;
use std::process::{Command, Stdio};
use std::time::Duration;

use ratebook_server_testing::{Base, Served, program};
use serde_json::json;

#[test]
fn the_database_holds_no_password_and_no_token() {
    let served = Served::start(Base::Sqlite);
    let operator = served.operator();
    let owner = served.tenant(&operator, "acme");
    let member = json!({"email": "bob@example.com", "name": "Bob", "roles": ["support"]});
    let invited = owner.post("/v1/members", &member).is(201);
    let answer = served.accepted(&invited, "a secret of bob");
    assert!(!answer.text().contains("secret"));
    let invited = invited.json();
    let invitation = invited["token"].as_str().expect("a token");
    let wrong = json!({"email": "bob@example.com", "password": "a guess at bob", "more": 1});
    let refused = served.anybody().post("/v1/auth/login", &wrong).is(422);
    assert!(!refused.text().contains("a guess at bob"));
    let wrong = json!({"email": "bob@example.com", "password": ["a guess at bob"]});
    assert!(
        !served
            .anybody()
            .post("/v1/auth/login", &wrong)
            .is(422)
            .text()
            .contains("a guess")
    );
    let (access, refresh) = (operator.token.expect("a token"), operator.refresh.expect("a token"));
    let setup = served.setup_token().expect("a token");
    let secrets = [
        Served::password(),
        "a secret of bob",
        "a guess at bob",
        &access,
        &refresh,
        setup,
        invitation,
    ];
    let mut files = 0;
    for entry in std::fs::read_dir(served.folder().expect("a folder")).expect("files") {
        let path = entry.expect("a file").path();
        let bytes = std::fs::read(&path).expect("bytes");
        files += 1;
        for secret in secrets {
            let found = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
            assert!(!found, "{} holds a secret", path.display());
        }
    }
    assert!(files >= 2, "the file and its log");
    let whole = std::fs::read(served.folder().expect("a folder").join("ratebook.db-wal")).expect("the log");
    assert!(whole.windows(9).any(|window| window == b"$argon2id"), "hashes are kept");
}

#[test]
fn the_program_starts_signs_in_and_tells_no_secret() {
    let folder = tempfile::tempdir().expect("a folder");
    let pack = concat!(env!("CARGO_MANIFEST_DIR"), "/packs/workbench");
    let mut server = program(env!("CARGO_BIN_EXE_ratebook-server"))
        .args(["--listen", "127.0.0.1:0", "--pack", pack])
        .env("RATEBOOK_OPERATOR_EMAIL", "op@example.com")
        .env("RATEBOOK_OPERATOR_PASSWORD", "a secret of op")
        .current_dir(folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("a server");
    let mut out = server.stdout.take().expect("an output");
    let mut told = String::new();
    while !told.contains('\n') {
        let mut byte = [0];
        assert_eq!(out.read(&mut byte).expect("a byte"), 1, "{told}");
        told.push(char::from(byte[0]));
    }
    let url = told
        .split_whitespace()
        .find(|word| word.starts_with("http"))
        .expect("an address");
    let agent: ureq::Agent = ureq::Agent::config_builder()
        .http_status_as_error(false)
        .timeout_global(Some(Duration::from_secs(20)))
        .build()
        .into();
    let log_in = |password: &str| {
        let body = json!({"email": "op@example.com", "password": password}).to_string();
        let answer = agent
            .post(format!("{url}v1/auth/login"))
            .content_type("application/json")
            .send(body);
        answer.expect("an answer").status().as_u16()
    };
    assert_eq!(log_in("a secret of op"), 200);
    assert_eq!(log_in("a wrong guess of op"), 401);
    let key = std::fs::metadata(folder.path().join("ratebook.db.key")).expect("a key");
    assert_eq!(
        std::os::unix::fs::PermissionsExt::mode(&key.permissions()) & 0o777,
        0o600
    );
    let stopped = Command::new("kill")
        .arg(server.id().to_string())
        .status()
        .expect("a signal");
    assert!(stopped.success());
    assert!(server.wait().expect("an end").success(), "it stops in good order");
    let mut rest = String::new();
    out.read_to_string(&mut rest).expect("an output");
    server
        .stderr
        .take()
        .expect("an output")
        .read_to_string(&mut rest)
        .expect("an output");
    let told = told + &rest;
    assert!(!told.contains("of op") && !told.contains("op@example.com"), "{told}");
}
