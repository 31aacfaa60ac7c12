//! Everything kept in one file and put back: equal on either database, or refused.

use std::path::{Path, PathBuf};
use std::process::Output;

use crate::support::{Market, text};
use ratebook::time::Instant;
use ratebook_server::platform::backups::{Backup, make, restore, verify};
use ratebook_server::platform::settings::{BackupSettings, InstallationKey};
use ratebook_server::store::Store;
use ratebook_server::store::sqlite::SqliteFile;
use ratebook_server_testing::{Base, Chance, Disk, Postgres, Row, Served, program};
use serde_json::{Value, json};

/// As tests encrypt; in Base64 below.
const KEY: InstallationKey = InstallationKey([0x51; 32]);
const KEY_TEXT: &str = "UVFRUVFRUVFRUVFRUVFRUVFRUVFRUVFRUVFRUVFRUVE=";

fn now(seconds: i64) -> Instant {
    Instant::from_microseconds(1_800_000_000_000_000 + seconds * 1_000_000).expect("a moment")
}

/// A market with offers, some of which were changed or deleted.
fn filled(base: Base) -> Market {
    let market = Market::on(base);
    for name in ["ann", "bob"] {
        let house = market.house(name);
        for step in 0..12 {
            let offer = json!({"title": format!("Room {step} Ünal"), "nights": step, "cost": {"amount": "1.25", "currency": "EUR"}});
            let id = text(&house.post("/v1/offers", &offer).is(201).json(), "id");
            match step % 4 {
                0 => house
                    .patch(&format!("/v1/offers/{id}"), &json!({"note": "words"}))
                    .is(200),
                1 => house.delete(&format!("/v1/offers/{id}")),
                _ => house.get("/v1/offers"),
            };
        }
    }
    market
}

fn made(served: &Served, folder: &Path) -> Backup {
    served
        .wait_for(make(&served.app().store, folder, &KEY, now(0)))
        .expect("a backup")
}

/// What a house is told of its offers, their histories and its audit.
fn told(served: &Served) -> Vec<String> {
    let mut told = Vec::new();
    for name in ["ann", "bob"] {
        let owner = served.signed_in(&format!("owner@{name}.example.com")).at(name);
        let mut ask = |path: String| {
            let (status, _, body) = owner.get(&path).without_trace();
            assert_eq!(status, 200, "{path} {body}");
            told.push(body.clone());
            serde_json::from_str::<Value>(&body).expect("JSON")
        };
        let page = ask("/v1/offers?limit=100&sort=id&total=true".to_owned());
        ask("/v1/offers?q=room&total=true".to_owned());
        ask("/v1/offers?deleted=true".to_owned());
        ask("/v1/members".to_owned());
        for item in page["items"].as_array().expect("a list") {
            let id = text(item, "id");
            ask(format!("/v1/offers/{id}"));
            ask(format!("/v1/offers/{id}/history"));
        }
    }
    told
}

#[test]
fn a_backup_that_is_put_back_is_equal_on_either_database() {
    let folder = tempfile::tempdir().expect("a folder");
    for base in [Base::Sqlite, Base::Postgres] {
        let market = filled(base);
        let place = folder.path().join(format!("{base:?}"));
        std::fs::create_dir(&place).expect("a folder");
        let before = market.served.all_rows();
        let backup = made(&market.served, &place);
        assert_eq!(before, market.served.all_rows(), "making one changes nothing");
        let answers = told(&market.served);
        for other in [Base::Sqlite, Base::Postgres] {
            let copy = market
                .served
                .restored(other, &backup.file, &KEY)
                .expect("a restored server");
            if other == base {
                let rows = copy.all_rows();
                for (table, own) in before.iter().filter(|(table, _)| !began(table)) {
                    assert_eq!(
                        Some(sorted(own)),
                        rows.get(table).map(|rows| sorted(rows)),
                        "{table} of {base:?}"
                    );
                }
            }
            assert_eq!(answers, told(&copy), "{base:?} in {other:?}");
            let owner = copy.signed_in("owner@ann.example.com").at("ann");
            let verified = owner.get("/v1/audit/verify").is(200).json();
            assert_eq!(verified["intact"], true, "{verified}");
            owner.post("/v1/offers", &json!({"title": "One more"})).is(201);
        }
    }
}

/// In the order of what they say: a database gives them in that of their making.
fn sorted(rows: &[Row]) -> Vec<String> {
    let mut rows: Vec<String> = rows.iter().map(|row| format!("{row:?}")).collect();
    rows.sort();
    rows
}

/// What a server writes as it starts, and what searches make of texts.
fn began(table: &str) -> bool {
    table.contains("search") || table.starts_with("_") || ["facts", "audit_seals", "audit_heads"].contains(&table)
}

#[test]
fn a_role_behind_walls_keeps_the_rows_of_every_tenant() {
    let server = Postgres::start(Disk::Fast).expect("PostgreSQL");
    let market = filled(Base::Sqlite);
    let folder = tempfile::tempdir().expect("a folder");
    let backup = made(&market.served, folder.path());
    market.served.wait_for(async {
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
        let walled = Store::open_postgres(&server.address_as("keeper", "kept"), 3)
            .await
            .expect("a store");
        restore(&backup.file, &KEY, &walled).await.expect("restored");
        let again = make(&walled, &folder.path().join("again.backup"), &KEY, now(1))
            .await
            .expect("a backup");
        walled.close().await;
        assert_eq!((again.rows, again.tables), (backup.rows, backup.tables));
    });
}

#[test]
fn p54_a_backup_unpacks_to_the_same_data_shows_nothing_and_is_small() {
    for base in [Base::Sqlite, Base::Postgres] {
        let market = filled(base);
        let (house, mut chance) = (
            market.served.signed_in("owner@ann.example.com").at("ann"),
            Chance::new(54),
        );
        let mut written = 0;
        for number in 0..40 {
            let words = (0..1_000).map(|_| chance.of(&["linden ", "Ünal ", "canal ", "李 "]));
            let note: String = words.collect();
            written += note.len();
            let offer = json!({"title": format!("Loft {number}"), "nights": 2, "note": note.trim(), "cost": {"amount": "1.25", "currency": "EUR"}});
            house.post("/v1/offers", &offer).is(201);
        }
        let folder = tempfile::tempdir().expect("a folder");
        let backup = made(&market.served, folder.path());
        let bytes = std::fs::read(&backup.file).expect("bytes");
        for word in ["owner@ann", "Room", "argon2id", "Ünal", "linden", "CREATE"] {
            assert!(!bytes.windows(word.len()).any(|some| some == word.as_bytes()), "{word}");
        }
        // A note stands in the record and in what tells of its making.
        assert!(bytes.len() < written, "{} bytes of {written}", bytes.len());
        let told = market.served.wait_for(verify(&backup.file, &InstallationKey([3; 32])));
        let told = told.expect_err("another key");
        assert!(told.contains("another `backup_key`"), "{told}");
        let read = market.served.wait_for(verify(&backup.file, &KEY)).expect("a good one");
        assert_eq!((read.rows, read.tables), (backup.rows, backup.tables));
        let before = market.served.all_rows();
        let copy = market
            .served
            .restored(base, &backup.file, &KEY)
            .expect("a restored server");
        let after = copy.all_rows();
        for (table, own) in before.iter().filter(|(table, _)| !began(table)) {
            assert_eq!(
                Some(sorted(own)),
                after.get(table).map(|rows| sorted(rows)),
                "{table} of {base:?}"
            );
        }
    }
}

#[test]
fn p56_a_backup_with_one_changed_byte_is_refused_and_the_database_stays_as_it_was() {
    let market = filled(Base::Sqlite);
    let folder = tempfile::tempdir().expect("a folder");
    let backup = made(&market.served, folder.path());
    let bytes = std::fs::read(&backup.file).expect("bytes");
    let (bad, mut chance) = (folder.path().join("bad.backup"), Chance::new(56));
    let run = |store: &Store, file: &Path| market.served.wait_for(restore(file, &KEY, store)).map(drop);
    let file = SqliteFile::new(folder.path().join("target.db"));
    let address = Postgres::shared().database("p56").expect("a database");
    let stores = [
        market.served.wait_for(Store::open_sqlite(&file, 1)).expect("a store"),
        market
            .served
            .wait_for(Store::open_postgres(&address, 2))
            .expect("a store"),
    ];
    for store in &stores {
        let ends = [0, bytes.len() / 2, bytes.len() - 1];
        let places = ends.into_iter().chain((0..20).map(|_| chance.below(bytes.len())));
        for place in places.collect::<Vec<_>>() {
            let mut other = bytes.clone();
            other[place] ^= 1 << chance.below(8);
            std::fs::write(&bad, &other).expect("a file");
            market.served.wait_for(verify(&bad, &KEY)).expect_err("a changed byte");
            run(store, &bad).expect_err("a changed byte");
        }
        std::fs::write(&bad, &bytes[..bytes.len() - 1]).expect("a file");
        run(store, &bad).expect_err("a cut file");
        std::fs::write(&bad, [&bytes[..], b"x"].concat()).expect("a file");
        run(store, &bad).expect_err("one with more behind its end");
        // Nothing of all that was kept: the good one finds it empty.
        run(store, &backup.file).expect("the good one");
        let told = run(store, &backup.file).expect_err("rows");
        assert!(told.contains("empty database"), "{told}");
        market.served.wait_for(store.close());
    }
}

/// What is kept of the last backups.
fn listed(served: &Served) -> Vec<Value> {
    let operator = served.signed_in("operator@example.com");
    let page = operator.get("/v1/backups").is(200).json();
    page["items"].as_array().expect("a list").clone()
}

fn files(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let mut names: Vec<String> = entries
        .map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn hour() -> u64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    since.expect("after 1970").as_secs() / 3_600 % 24
}

#[test]
fn one_is_made_every_day_by_one_server_and_old_ones_go() {
    for base in [Base::Sqlite, Base::Postgres] {
        let folder = tempfile::tempdir().expect("a folder");
        let place = folder.path().join("kept");
        std::fs::create_dir(&place).expect("a folder");
        let settings = BackupSettings {
            folder: Some(place.clone()),
            key: Some(KEY),
            // Twelve hours from now: nothing of the test comes near it.
            at: format!("0 {} * * *", (hour() + 12) % 24).parse().ok(),
            ..BackupSettings::default()
        };
        let served = Served::backing_up(base, settings);
        served.operator();
        let beside = served.beside();
        let look = |served: &Served| {
            served
                .wait_for(ratebook_server::platform::backups::look(served.app()))
                .expect("a look")
        };
        assert_eq!((look(&served), look(&beside), look(&served)), (true, false, false));
        let first = files(&place);
        assert_eq!(first.len(), 1, "{first:?}");
        // Of another's making, however it is called.
        std::fs::write(place.join("ratebook-20200101-020000.backup"), "mine").expect("a file");
        served.pass(24 * 3_600);
        assert_eq!((look(&beside), look(&served)), (true, false));
        served.pass(31 * 24 * 3_600);
        assert!(look(&served));
        let last = files(&place);
        assert_eq!(last.len(), 2, "{last:?}");
        assert!(last.contains(&"ratebook-20200101-020000.backup".to_owned()) && !last.contains(&first[0]));
        let states: Vec<Value> = listed(&served).iter().map(|one| one["state"].clone()).collect();
        assert_eq!(states, ["kept", "gone", "gone"]);
        // One that fails is told, tried again later, and takes no other with it.
        std::fs::rename(&place, folder.path().join("away")).expect("a move");
        served.pass(24 * 3_600);
        assert!(look(&served));
        assert!(!look(&served), "not at once");
        let failed = &listed(&served)[0];
        assert_eq!(failed["state"], "failed");
        assert!(text(failed, "why").contains("kept"), "{failed}");
        std::fs::rename(folder.path().join("away"), &place).expect("a move");
        served.pass(16 * 60);
        assert!(look(&served));
        assert_eq!(
            (&listed(&served)[0]["state"], &listed(&served)[0]["attempt"]),
            (&json!("kept"), &json!(2))
        );
        let asked = served.signed_in("operator@example.com").post("/v1/backups", &json!({}));
        assert!([202, 409].contains(&asked.status), "{}", asked.text());
    }
}

#[test]
fn none_is_asked_for_where_none_is_set() {
    let market = Market::on(Base::Sqlite);
    let told = market
        .operator
        .post("/v1/backups", &json!({}))
        .fails(409, "request.conflict");
    assert!(told.text().contains("backup_to"), "{}", told.text());
    market.house("ann").get("/v1/backups").is(403);
}

fn ratebook(folder: &Path, words: &[&str]) -> Output {
    program(env!("CARGO_BIN_EXE_ratebook-server"))
        .args(words)
        .env("RATEBOOK_BACKUP_KEY", KEY_TEXT)
        .current_dir(folder)
        .output()
        .expect("an end")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&[&output.stdout[..], &output.stderr].concat()).into_owned()
}

#[test]
fn the_commands_make_read_and_put_back() {
    let market = filled(Base::Sqlite);
    let folder = tempfile::tempdir().expect("a folder");
    let database = market.served.address();
    let backup = |to: &str| ratebook(folder.path(), &["backup", "--to", to, "--database", &database]);
    let done = backup("one.backup");
    assert!(
        done.status.success() && said(&done).contains("SHA-256"),
        "{}",
        said(&done)
    );
    assert!(!backup("one.backup").status.success(), "onto a file that is there");
    let read = ratebook(folder.path(), &["backup", "--verify", "one.backup"]);
    assert!(
        read.status.success() && said(&read).contains("can be put back"),
        "{}",
        said(&read)
    );
    let put = || {
        ratebook(
            folder.path(),
            &["restore", "--from", "one.backup", "--to", "sqlite://new.db"],
        )
    };
    let first = put();
    assert!(first.status.success(), "{}", said(&first));
    let second = put();
    assert!(
        !second.status.success() && said(&second).contains("empty database"),
        "{}",
        said(&second)
    );
    // A file that is not there is made by no restore that comes to nothing.
    let bytes = std::fs::read(folder.path().join("one.backup")).expect("bytes");
    std::fs::write(folder.path().join("cut.backup"), &bytes[..bytes.len() / 2]).expect("a file");
    let cut = ratebook(
        folder.path(),
        &["restore", "--from", "cut.backup", "--to", "sqlite://cut.db"],
    );
    assert!(
        !cut.status.success() && !folder.path().join("cut.db").exists(),
        "{}",
        said(&cut)
    );
    let key = ratebook(folder.path(), &["backup", "--new-key"]);
    assert_eq!(said(&key).trim().len(), 44);
    for wrong in [
        &["backup", "--to"][..],
        &["backup", "--verify"],
        &["restore"],
        &["restore", "--from", "one.backup"],
    ] {
        assert!(!ratebook(folder.path(), wrong).status.success(), "{wrong:?}");
    }
}

/// The disk ends after so many blocks of 512 bytes for this process: writing fails as on a full one.
#[test]
fn a_full_disk_leaves_nothing_half() {
    let market = filled(Base::Sqlite);
    let folder = tempfile::tempdir().expect("a folder");
    let database = market.served.address();
    let line = format!(
        "trap '' XFSZ; ulimit -f 4; exec {} backup --to one.backup --database {database}",
        env!("CARGO_BIN_EXE_ratebook-server")
    );
    let done = program(PathBuf::from("/bin/sh"))
        .args(["-c", &line])
        .env("RATEBOOK_BACKUP_KEY", KEY_TEXT)
        .current_dir(folder.path())
        .output()
        .expect("an end");
    assert!(!done.status.success(), "{}", said(&done));
    assert!(said(&done).contains("one.backup"), "{}", said(&done));
    assert_eq!(files(folder.path()), Vec::<String>::new());
}
