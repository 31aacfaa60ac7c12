//! That a backup can be put back is proven by doing so, and told where it cannot.

use std::path::Path;
use std::time::{Duration, Instant};

use ratebook_server::platform::audit::sealer;
use ratebook_server::platform::backups;
use ratebook_server::platform::settings::{BackupSettings, InstallationKey};
use ratebook_server::store::Store;
use ratebook_server_testing::{Base, Disk, Postgres, Served, program};
use serde_json::{Value, json};

use crate::links::Post;

const DAY: i64 = 24 * 3_600;

fn settings(folder: &Path) -> BackupSettings {
    BackupSettings {
        folder: Some(folder.to_owned()),
        key: Some(InstallationKey([7; 32])),
        ..BackupSettings::default()
    }
}

fn backup(served: &Served) -> bool {
    served.wait_for(backups::look(served.app())).expect("a look")
}

fn prove(served: &Served) -> bool {
    served.wait_for(backups::prove(served.app())).expect("a look")
}

fn proofs(served: &Served) -> Vec<Value> {
    let operator = served.signed_in("operator@example.com");
    let page = operator.get("/v1/backups/proofs").is(200).json();
    page["items"].as_array().expect("a list").clone()
}

/// What is left of databases that were made for a proof: on PostgreSQL other tests have their own for a while, beside this one's.
fn left(served: &Served) -> usize {
    let since = Instant::now();
    loop {
        let count = left_now(served);
        if count == 0 || served.folder().is_some() || since.elapsed() > Duration::from_secs(60) {
            return count;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
}

fn left_now(served: &Served) -> usize {
    match served.folder() {
        Some(folder) => {
            let names = std::fs::read_dir(folder).expect("a folder");
            let names = names.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
            names.filter(|name| name.contains("scratch")).count()
        }
        None => {
            use sqlx::Connection as _;
            served.wait_for(async {
                let address = served.postgres().expect("PostgreSQL");
                let mut connection = sqlx::PgConnection::connect(&address).await.expect("a connection");
                let text = "SELECT count(*) FROM pg_database WHERE datname LIKE 'ratebook_scratch%'";
                let count: i64 = sqlx::query_scalar(text)
                    .fetch_one(&mut connection)
                    .await
                    .expect("a count");
                usize::try_from(count).expect("small")
            })
        }
    }
}

#[test]
fn the_newest_backup_is_put_back_every_month_by_one_server() {
    for base in [Base::Sqlite, Base::Postgres] {
        let folder = tempfile::tempdir().expect("a folder");
        let post = Post::default();
        let plain = post.served(base);
        let operator = plain.operator();
        plain
            .tenant(&operator, "acme")
            .post("/v1/tags", &json!({"name": "hall"}))
            .is(201);
        plain.wait_for(sealer::everything(plain.app())).expect("seals");
        let served = plain.beside_backing_up(settings(folder.path()));
        let beside = served.beside();
        assert!(!prove(&served), "there is no backup yet");
        assert!(backup(&served));
        assert_eq!((prove(&served), prove(&beside), prove(&served)), (true, false, false));
        let proven = proofs(&served);
        assert_eq!((proven.len(), &proven[0]["state"]), (1, &json!("proven")), "{proven:?}");
        assert!(proven[0]["rows"].as_i64() > Some(10), "{proven:?}");
        served.pass(31 * DAY);
        assert!(backup(&served));
        assert_eq!((prove(&beside), prove(&served)), (true, false));
        assert_eq!(left(&served), 0);
        // A file that is not as it was kept is told once, until one is proven again.
        post.taken(&served);
        let file = proofs(&served)[0]["file"].as_str().expect("a file").to_owned();
        let mut bytes = std::fs::read(&file).expect("bytes");
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        std::fs::write(&file, &bytes).expect("a file");
        served.pass(29 * DAY);
        assert!(!prove(&served), "it is not due yet");
        served.pass(2 * DAY);
        assert!(prove(&served) && !prove(&served), "not at once again");
        let failed = &proofs(&served)[0];
        assert_eq!(failed["state"], "failed", "{failed}");
        assert!(failed["why"].as_str().expect("why").contains("SHA-256"), "{failed}");
        let letters = post.taken(&served);
        assert_eq!(
            (letters.len(), letters[0].template.as_str()),
            (1, "proof_failed"),
            "{letters:?}"
        );
        served.pass(7 * 3_600);
        assert!(prove(&served));
        assert!(post.taken(&served).is_empty());
        // The next one is whole.
        assert!(backup(&served));
        served.pass(7 * 3_600);
        assert!(prove(&served));
        assert_eq!(proofs(&served)[0]["state"], "proven");
        let asked = served
            .signed_in("operator@example.com")
            .post("/v1/backups/proofs", &json!({}));
        assert!([202, 409].contains(&asked.status), "{}", asked.text());
    }
}

#[test]
fn a_chain_that_was_broken_is_found_by_putting_it_back() {
    for base in [Base::Sqlite, Base::Postgres] {
        let folder = tempfile::tempdir().expect("a folder");
        let served = Served::backing_up(base, settings(folder.path()));
        let operator = served.operator();
        served
            .tenant(&operator, "acme")
            .post("/v1/tags", &json!({"name": "hall"}))
            .is(201);
        served.wait_for(sealer::everything(served.app())).expect("seals");
        if base == Base::Sqlite {
            served.carry_out("DROP TRIGGER audit_no_update").expect("dropped");
        }
        served
            .carry_out("UPDATE audit SET actor = 'somebody' WHERE entity = 'tag'")
            .expect("changed");
        assert!(backup(&served) && prove(&served));
        let failed = &proofs(&served)[0];
        assert_eq!(failed["state"], "failed");
        assert!(failed["why"].as_str().expect("why").contains("broken at"), "{failed}");
        assert_eq!(left(&served), 0);
    }
}

#[test]
fn where_no_database_may_be_made_the_doctor_says_so() {
    let server = Postgres::start(Disk::Fast).expect("PostgreSQL");
    let folder = tempfile::tempdir().expect("a folder");
    let served = Served::start(Base::Sqlite);
    served.wait_for(async {
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
        let store = Store::open_postgres(&server.address_as("keeper", "kept"), 2)
            .await
            .expect("a store");
        store.close().await;
    });
    let found = program(env!("CARGO_BIN_EXE_ratebook-server"))
        .args([
            "doctor",
            "--json",
            "--database",
            &server.address_as("keeper", "kept"),
            "--backup-to",
        ])
        .arg(folder.path())
        .env("RATEBOOK_KEY", "BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=")
        .env("RATEBOOK_BACKUP_KEY", "UVFRUVFRUVFRUVFRUVFRUVFRUVFRUVFRUVFRUVFRUVE=")
        .output()
        .expect("an end");
    let findings: Vec<Value> = serde_json::from_slice(&found.stdout).expect("findings");
    let own = findings
        .iter()
        .find(|finding| finding["what"] == "restores")
        .expect("a finding");
    assert_eq!(own["state"], "look");
    assert!(own["advice"].as_str().expect("advice").contains("CREATEDB"), "{own}");
}
