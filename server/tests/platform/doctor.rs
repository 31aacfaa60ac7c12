//! What an operator is told to act on.

use std::path::Path;
use std::process::Output;

use ratebook_server_testing::{Base, Served, program};
use serde_json::Value;

const KEY: &str = "BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=";

fn doctor(folder: &Path, database: &str, environment: &[(&str, &str)]) -> Output {
    let pack = concat!(env!("CARGO_MANIFEST_DIR"), "/packs/workbench");
    program(env!("CARGO_BIN_EXE_ratebook-server"))
        .args(["doctor", "--json", "--database", database, "--pack", pack])
        .env("RATEBOOK_KEY", KEY)
        .envs(environment.iter().copied())
        .current_dir(folder)
        .output()
        .expect("an end")
}

/// How it stands with something, the worst of all findings of it; with the text of all of them.
fn state(output: &Output, what: &str) -> (String, String) {
    let findings: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap_or_else(|_| {
        panic!(
            "{}",
            String::from_utf8_lossy(&[&output.stdout[..], &output.stderr].concat())
        )
    });
    let own: Vec<&Value> = findings.iter().filter(|finding| finding["what"] == what).collect();
    let worst = ["act", "look", "ok"]
        .into_iter()
        .find(|state| own.iter().any(|finding| finding["state"] == *state));
    (
        worst.unwrap_or("nothing").to_owned(),
        Value::from_iter(own.into_iter().cloned()).to_string(),
    )
}

fn is(output: &Output, what: &str, wanted: &str) {
    let (found, told) = state(output, what);
    assert_eq!(found, wanted, "{what}: {told}");
}

#[test]
fn it_tells_what_is_well_and_what_is_not() {
    Served::on_both(|served| {
        let folder = tempfile::tempdir().expect("a folder");
        let operator = served.operator();
        served.tenant(&operator, "acme");
        served
            .wait_for(ratebook_server::platform::audit::sealer::everything(served.app()))
            .expect("sealed");
        let before = served.all_rows();
        let found = doctor(folder.path(), &served.address(), &[]);
        for what in [
            "settings",
            "packs",
            "upgrade",
            "key",
            "timers",
            "jobs",
            "schedules",
            "webhooks",
            "signing",
            "audit",
        ] {
            is(&found, what, "ok");
        }
        is(&found, "backups", "act");
        is(
            &found,
            "database",
            if served.base() == Base::Sqlite { "ok" } else { "look" },
        );
        assert_eq!(found.status.code(), Some(2));
        assert_eq!(before, served.all_rows(), "it writes nothing");
        // What was given up, what is late, what is switched off.
        let id = match served.base() {
            Base::Sqlite => "x'00000000000000000000000000000001'",
            Base::Postgres => "'00000000-0000-0000-0000-000000000001'",
        };
        for text in [
            format!(
                "INSERT INTO jobs (tenant_id, id, name, key, body, state, due_at, attempt, begun, created_at) SELECT id, {id}, 'fax', 'k', '{{}}', \
                 'dead', 1, 1, 1, 1 FROM tenants"
            ),
            format!(
                "INSERT INTO timers (tenant_id, entity, record_id, due_at) SELECT id, 'ticket', {id}, 1 FROM tenants"
            ),
            "UPDATE signing_keys SET created_at = 1".to_owned(),
        ] {
            served.carry_out(&text).expect("done");
        }
        let found = doctor(folder.path(), &served.address(), &[]);
        is(&found, "jobs", "look");
        assert!(state(&found, "jobs").1.contains("fax"));
        is(&found, "timers", "act");
        is(&found, "signing", "look");
        // Where nothing is changed, what waits is not late.
        let text =
            format!("INSERT INTO read_only (tenant_id, since, why, set_by) SELECT id, 1, 'a look', {id} FROM tenants");
        served.carry_out(&text).expect("done");
        let environment = [
            ("RATEBOOK_LIMITS", "redis"),
            ("RATEBOOK_REDIS", "redis://127.0.0.1:1/0"),
            ("RATEBOOK_READ_ONLY", "yes"),
        ];
        let found = doctor(folder.path(), &served.address(), &environment);
        is(&found, "timers", "ok");
        is(&found, "redis", "look");
        is(&found, "read only", "look");
        let told = state(&found, "read only").1;
        assert!(told.contains("`acme`") && told.contains("a setting says so"), "{told}");
    });
}

#[test]
fn it_reads_the_last_backup_to_its_end() {
    let served = Served::start(Base::Sqlite);
    served.operator();
    let folder = tempfile::tempdir().expect("a folder");
    let kept = folder.path().join("kept");
    std::fs::create_dir(&kept).expect("a folder");
    let (kept_text, key) = (kept.display().to_string(), KEY);
    let environment = [("RATEBOOK_BACKUP_TO", kept_text.as_str()), ("RATEBOOK_BACKUP_KEY", key)];
    is(
        &doctor(folder.path(), &served.address(), &environment),
        "backups",
        "act",
    );
    let settings = ratebook_server::platform::settings::BackupSettings {
        folder: Some(kept.clone()),
        key: Some(ratebook_server::platform::settings::InstallationKey([7; 32])),
        ..Default::default()
    };
    let beside = served.beside_backing_up(settings);
    assert!(
        beside
            .wait_for(ratebook_server::platform::backups::look(beside.app()))
            .expect("a look")
    );
    is(&doctor(folder.path(), &served.address(), &environment), "backups", "ok");
    let file = std::fs::read_dir(&kept)
        .expect("files")
        .next()
        .expect("one")
        .expect("one")
        .path();
    let mut bytes = std::fs::read(&file).expect("bytes");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&file, bytes).expect("a file");
    let found = doctor(folder.path(), &served.address(), &environment);
    is(&found, "backups", "act");
    assert!(state(&found, "backups").1.contains("changed"));
}

#[test]
fn what_keeps_it_from_looking_is_told_as_well() {
    let folder = tempfile::tempdir().expect("a folder");
    let found = doctor(folder.path(), "none.db", &[]);
    is(&found, "database", "act");
    assert_eq!(found.status.code(), Some(2));
    assert!(!folder.path().join("none.db").exists());
    let found = doctor(folder.path(), "none.db", &[("RATEBOOK_LISTEN", "here")]);
    is(&found, "settings", "act");
    assert_eq!(found.status.code(), Some(2));
}
