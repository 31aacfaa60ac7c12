//! Backups that fail are told to whoever runs the installation: once, until there is one again.

use std::collections::BTreeSet;
use std::path::Path;

use ratebook::time::Instant;
use ratebook_server::platform::backups;
use ratebook_server::platform::settings::{BackupSettings, InstallationKey};
use ratebook_server_testing::{Base, Served};

use crate::links::Post;

#[test]
fn a_failed_backup_is_told_once_until_there_is_one_again() {
    for base in [Base::Sqlite, Base::Postgres] {
        let post = Post::default();
        let served = post.served(base);
        served.operator();
        post.taken(&served);
        let folder = tempfile::tempdir().expect("a folder");
        let settings = BackupSettings {
            folder: Some(folder.path().join("kept")),
            key: Some(InstallationKey([7; 32])),
            ..Default::default()
        };
        let beside: Served = served.beside_backing_up(settings);
        let look = || beside.wait_for(backups::look(beside.app())).expect("a look");
        // The folder is not there.
        assert!(look());
        let letters = post.taken(&served);
        assert_eq!(letters.len(), 1, "{letters:?}");
        assert_eq!(
            (letters[0].to.as_str(), letters[0].template.as_str()),
            ("operator@example.com", "backup_failed")
        );
        let why = letters[0].values["why"].as_str().expect("why");
        assert!(why.contains("there is no such folder"), "{why}");
        beside.pass(16 * 60);
        assert!(look());
        assert!(post.taken(&served).is_empty());
        std::fs::create_dir(folder.path().join("kept")).expect("a folder");
        beside.pass(16 * 60);
        assert!(look());
        assert!(post.taken(&served).is_empty());
        std::fs::remove_dir_all(folder.path().join("kept")).expect("none");
        beside.pass(24 * 3_600);
        assert!(look());
        assert_eq!(post.taken(&served).len(), 1);
    }
}

/// Where backups are kept, and by which key.
fn kept_in(folder: &Path) -> BackupSettings {
    BackupSettings {
        folder: Some(folder.to_owned()),
        key: Some(InstallationKey([7; 32])),
        ..Default::default()
    }
}

/// What a backup of the next minute may be called, and of the one before.
fn names(served: &Served) -> Vec<String> {
    let now = served.app().now().microseconds();
    let moments = (-60..60).filter_map(|seconds| Instant::from_microseconds(now + seconds * 1_000_000));
    let digits = moments.map(|at| {
        at.to_string()
            .chars()
            .take(19)
            .filter(char::is_ascii_digit)
            .collect::<String>()
    });
    digits
        .map(|digits| format!("ratebook-{}-{}.backup", &digits[..8], &digits[8..]))
        .collect()
}

#[test]
fn p55_whatever_step_of_a_backup_fails_everybody_who_runs_the_installation_is_told_why() {
    for base in [Base::Sqlite, Base::Postgres] {
        let post = Post::default();
        let served = post.served(base);
        let operator = served.operator();
        for slug in ["acme", "globex", "initech"] {
            served.tenant(&operator, slug);
        }
        let more = "UPDATE accounts SET is_operator = TRUE WHERE email <> 'owner@initech.example.com'";
        assert_eq!(served.carry_out(more), Ok(3));
        post.taken(&served);
        let folder = tempfile::tempdir().expect("a folder");
        let good = served.beside_backing_up(kept_in(folder.path()));
        let nowhere = served.beside_backing_up(kept_in(&folder.path().join("nowhere")));
        // Nobody writes there, whoever they are.
        let closed = served.beside_backing_up(kept_in(Path::new("/proc")));
        let look = |server: &Served| server.wait_for(backups::look(server.app())).expect("a look");
        let tell = |text: &str| {
            served.carry_out(text).expect(text);
        };
        let id = match base {
            Base::Sqlite => "x'00000000000000000000000000000001'",
            Base::Postgres => "'00000000-0000-0000-0000-000000000001'",
        };
        let lost = format!(
            "INSERT INTO backups (id, due_at, attempt, state, begun_at, lease_until) VALUES ({id}, 1, 1, 'running', 1, 1)"
        );
        // Whatever the next one is called, there is a file of that name.
        let taken = || {
            names(&served)
                .iter()
                .for_each(|name| std::fs::write(folder.path().join(name), "mine").expect("a file"))
        };
        let free = || {
            names(&served)
                .iter()
                .for_each(|name| drop(std::fs::remove_file(folder.path().join(name))))
        };
        let nothing = || {};
        type Step<'a> = &'a dyn Fn();
        let failures: [(&Served, Step<'_>, Step<'_>, &str); 4] = [
            (&nowhere, &nothing, &nothing, "there is no such folder"),
            (&closed, &nothing, &nothing, "/proc"),
            (&good, &taken, &free, "there is a file already"),
            (
                &good,
                &|| tell(&lost),
                &|| tell("DELETE FROM backups WHERE due_at = 1"),
                "has ended",
            ),
        ];
        for (server, before, after, why) in failures {
            before();
            look(server);
            after();
            let letters = post.taken(&served);
            let told: BTreeSet<&str> = letters.iter().map(|letter| letter.to.as_str()).collect();
            let all = [
                "operator@example.com",
                "owner@acme.example.com",
                "owner@globex.example.com",
            ];
            assert_eq!((told, letters.len()), (all.into(), 3), "{why}: {letters:?}");
            for letter in &letters {
                assert_eq!(letter.template, "backup_failed");
                assert!(letter.values["why"].as_str().expect("why").contains(why), "{letter:?}");
            }
            // Once there is one again, the next that fails is told again.
            served.pass(16 * 60);
            look(&good);
            served.pass(24 * 3_600);
        }
    }
}
