//! Backups that fail are told to whoever runs the installation: once, until there is one again.

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
