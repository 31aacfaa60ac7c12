//! What an operator is told to act on.

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Output;

use ratebook_server_testing::{Base, PgBouncer, Postgres, Served, documents_program, program};
use serde_json::Value;

const KEY: &str = "BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=";

const WORKBENCH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/packs/workbench");

fn doctor(folder: &Path, database: &str, environment: &[(&str, &str)]) -> Output {
    doctor_of(Path::new(WORKBENCH), folder, database, environment)
}

fn doctor_of(pack: &Path, folder: &Path, database: &str, environment: &[(&str, &str)]) -> Output {
    program(env!("CARGO_BIN_EXE_ratebook-server"))
        .args(["doctor", "--json", "--database", database, "--pack"])
        .arg(pack)
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
            "upgrades",
            "jobs",
            "schedules",
            "webhooks",
            "signing",
            "audit",
            "clock",
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

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let (own, other) = (entry.path(), to.join(entry.file_name()));
        match own.is_dir() {
            true => copy(&own, &other),
            false => drop(std::fs::copy(own, other).expect("a copy")),
        }
    }
}

#[test]
fn it_sets_every_document_of_all_there_can_be_and_of_what_there_must() {
    let served = Served::start(Base::Sqlite);
    let folder = tempfile::tempdir().expect("a folder");
    let (pack, documents) = (folder.path().join("workbench"), documents_program());
    copy(Path::new(WORKBENCH), &pack);
    let environment = [
        ("RATEBOOK_DOCUMENTS", documents.to_str().expect("a path")),
        ("RATEBOOK_DOCUMENT_SECONDS", "60"),
    ];
    let found = doctor_of(&pack, folder.path(), &served.address(), &environment);
    is(&found, "documents", "ok");
    let (_, told) = state(&found, "documents");
    assert!(
        told.contains("is ready") && told.contains("`Libertinus Serif`"),
        "{told}"
    );
    // A field that the document does not ask for; a link that may be empty; a text of which somebody sees stars.
    for (name, text) in [
        ("en/documents/welcome.typ", "#record.billing_day"),
        ("de/documents/quote.typ", "#record.vehicle_id.model"),
        ("fr/documents/welcome.typ", "#record.email.split(\"@\").at(1)"),
    ] {
        let text = format!("#import \"/ratebook.typ\": *\n#show: sheet\n{text}\n");
        std::fs::write(pack.join("templates").join(name), text).expect("written");
    }
    let found = doctor_of(&pack, folder.path(), &served.address(), &environment);
    let (worst, told) = state(&found, "documents");
    assert_eq!(worst, "act", "{told}");
    for fault in [
        "`welcome` in `en`, with every field filled in: `/en/documents/welcome.typ`, line 3",
        "`quote` in `de`, with nothing in what may be empty and stars in what is masked: `/de/documents/quote.typ`, line 3",
        "`welcome` in `fr`, with nothing in what may be empty and stars in what is masked: `/fr/documents/welcome.typ`, line 3",
    ] {
        assert!(told.contains(fault), "{fault}: {told}");
    }
    assert!(
        !told.contains("`quote` in `de`, with every") && !told.contains("`welcome` in `fr`, with every"),
        "{told}"
    );
}

#[test]
fn a_program_that_sets_no_documents_is_told_once_with_what_it_says() {
    let served = Served::start(Base::Sqlite);
    let folder = tempfile::tempdir().expect("a folder");
    let broken = folder.path().join("ratebook-documents");
    let environment = [("RATEBOOK_DOCUMENTS", broken.to_str().expect("a path"))];
    for (text, says) in [
        (
            "#!/bin/sh\necho 'it has lost its fonts' >&2\nexit 1\n",
            "it has lost its fonts",
        ),
        // Another program says something else first.
        (
            "#!/bin/sh\nprintf '\\000\\000\\000\\002{}'\nexec /bin/cat\n",
            "missing field",
        ),
        (
            "#!/bin/sh\nprintf '\\377\\377\\377\\377'\nexec /bin/cat\n",
            "it answers too much",
        ),
        ("no program at all", "ratebook-documents: "),
    ] {
        std::fs::write(&broken, text).expect("written");
        let mut mode = broken.metadata().expect("a file").permissions();
        mode.set_mode(if text.starts_with('#') { 0o755 } else { 0o644 });
        std::fs::set_permissions(&broken, mode).expect("a mode");
        let found = doctor(folder.path(), &served.address(), &environment);
        let (worst, told) = state(&found, "documents");
        assert_eq!(worst, "act", "{told}");
        assert!(told.contains(says), "{says}: {told}");
        assert!(!told.contains("`quote` in"), "once is enough: {told}");
    }
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
fn a_clock_that_has_gone_back_is_told() {
    Served::on_both(|served| {
        let folder = tempfile::tempdir().expect("a folder");
        served.operator();
        served.pass(3_600);
        served.tenant(&served.signed_in("operator@example.com"), "acme");
        let found = doctor(folder.path(), &served.address(), &[]);
        is(&found, "clock", "act");
        let told = state(&found, "clock").1;
        assert!(told.contains("s ahead of the clock"), "{told}");
    });
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

#[test]
fn a_pooler_that_lends_connections_is_seen_and_it_says_what_to_set() {
    let served = Served::start(Base::Postgres);
    served.operator();
    let folder = tempfile::tempdir().expect("a folder");
    let own = served.address();
    let name = own.rsplit('/').next().expect("a name");
    let between = PgBouncer::start(Postgres::shared(), 3).expect("`cargo xtask test --only server` installs pgbouncer");
    let found = doctor(folder.path(), &between.plain(name), &[]);
    is(&found, "pooler", "act");
    assert!(state(&found, "pooler").1.contains("?statement-cache-capacity=0"));
    let found = doctor(folder.path(), &between.address(name), &[]);
    is(&found, "pooler", "ok");
    is(&found, "upgrade", "ok");
    let (none, _) = state(&doctor(folder.path(), &own, &[]), "pooler");
    assert_eq!(none, "nothing");
}

#[test]
fn whoever_asks_for_help_is_told_what_there_is() {
    let folder = tempfile::tempdir().expect("a folder");
    for word in ["help", "--help", "-h"] {
        let told = program(env!("CARGO_BIN_EXE_ratebook-server"))
            .arg(word)
            .current_dir(folder.path())
            .output()
            .expect("an end");
        let text = String::from_utf8_lossy(&told.stdout).into_owned();
        for command in [
            "config", "doctor", "migrate", "verify", "backup", "restore", "copy", "tenant",
        ] {
            assert!(text.contains(command), "{word}: {text}");
        }
        assert!(told.status.success());
    }
    // Nothing is made of it.
    assert!(std::fs::read_dir(folder.path()).expect("a folder").next().is_none());
}
