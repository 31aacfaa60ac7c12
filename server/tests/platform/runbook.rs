//! The runbook: what it shows is carried out, and what it names there is.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use ratebook_server::platform::settings::SETTINGS;
use ratebook_server_testing::program;

fn text(path: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The fences whose first line ends so, without the indentation of the list in which they stand.
fn fences(text: &str, opens: &str) -> Vec<String> {
    let mut fences = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if line.trim_start() != opens {
            continue;
        }
        let indent = line.len() - line.trim_start().len();
        let own = lines.by_ref().take_while(|line| line.trim_start() != "```");
        fences.push(
            own.map(|line| line.get(indent..).unwrap_or_default().to_owned() + "\n")
                .collect(),
        );
    }
    fences
}

#[test]
fn what_the_runbook_shows_is_carried_out() {
    let fences = fences(&text("../docs/runbook.md"), "```bash run");
    assert!(fences.len() >= 6, "{} fences", fences.len());
    let folder = tempfile::tempdir().expect("a folder");
    let server = Path::new(env!("CARGO_BIN_EXE_ratebook-server"));
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = server
        .parent()
        .map(Path::to_owned)
        .into_iter()
        .chain(std::env::split_paths(&path));
    let done = program("/bin/sh")
        .args(["-e", "-c", &fences.concat()])
        .env("PATH", std::env::join_paths(folders).expect("a path"))
        .current_dir(folder.path())
        .output()
        .expect("an end");
    let said = String::from_utf8_lossy(&[&done.stdout[..], &done.stderr].concat()).into_owned();
    assert!(done.status.success(), "{said}");
    for told in [
        "backup_zone = Europe/Berlin",
        "can be put back",
        "was put back",
        "ok    database",
    ] {
        assert!(said.contains(told), "{told} is not in\n{said}");
    }
    assert!(folder.path().join("restored.db").exists());
}

#[test]
fn what_the_runbook_names_there_is() {
    let own = [
        text("../docs/runbook.md"),
        text("deploy/ratebook-server.service"),
        text("deploy/Containerfile"),
    ]
    .concat();
    let mut variables: BTreeSet<String> = SETTINGS.iter().map(|setting| setting.variable()).collect();
    variables.insert("RATEBOOK_CONFIG".to_owned());
    let is_part = |letter: char| letter.is_ascii_uppercase() || letter == '_';
    let mut named = 0;
    for (place, _) in own.match_indices("RATEBOOK_") {
        let variable: String = own[place..].chars().take_while(|letter| is_part(*letter)).collect();
        assert!(variables.contains(&variable), "{variable}");
        named += 1;
    }
    assert!(named > 10, "{named} variables");
    let commands = [
        "backup", "restore", "doctor", "config", "migrate", "copy", "verify", "tenant",
    ];
    let mut seen = BTreeSet::new();
    for (place, found) in own.match_indices("`ratebook-server ") {
        let word: String = own[place + found.len()..]
            .chars()
            .take_while(char::is_ascii_lowercase)
            .collect();
        let known = commands.iter().find(|command| **command == word);
        seen.insert(*known.unwrap_or_else(|| panic!("`ratebook-server {word}`")));
    }
    assert!(seen.len() >= 4, "{seen:?}");
}
