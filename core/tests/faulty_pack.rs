//! A pack with many faults in many files is reported whole, in one answer: each fault with its file, its place in it and what would be
//! right. What is expected stands beside it, written by hand; a reader that stops at the first fault, loses a file or a hint on the way,
//! or tells one fault twice, is found out.
#![expect(clippy::expect_used, reason = "a test may stop")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use ratebook::records::{ReadFilesRequest, read_files};
use serde::Deserialize;
use serde_json::{Map, Value};

/// A fault, as whoever mends it is told.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(deny_unknown_fields)]
struct Fault {
    file: String,
    place: String,
    code: String,
    message: String,
}

fn beside(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

/// The files of a folder, by their paths in it.
fn gather(folder: &Path, within: &str, files: &mut Map<String, Value>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let entry = entry.expect("an entry");
        let name = format!("{within}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            gather(&entry.path(), &format!("{name}/"), files);
        } else {
            let text = std::fs::read_to_string(entry.path()).expect("a text");
            files.insert(name, text.into());
        }
    }
}

fn files() -> Map<String, Value> {
    let mut files = Map::new();
    gather(&beside("faulty_pack"), "", &mut files);
    files
}

fn faults(files: Map<String, Value>) -> Vec<Fault> {
    let error = read_files(ReadFilesRequest::new(files)).expect_err("faults");
    let told = error.reasons().map(|reason| Fault {
        file: reason
            .details
            .get("file")
            .and_then(Value::as_str)
            .expect("a file")
            .to_owned(),
        place: reason.path.clone(),
        code: reason.code.to_string(),
        message: reason.message.clone(),
    });
    told.collect()
}

fn expected() -> Vec<Fault> {
    let text = std::fs::read_to_string(beside("faulty_pack.json")).expect("what is expected");
    serde_json::from_str(&text).expect("faults")
}

#[test]
fn every_fault_of_every_file_is_told_in_one_answer() {
    let (told, expected) = (faults(files()), expected());
    let missed: Vec<&Fault> = expected.iter().filter(|fault| !told.contains(fault)).collect();
    let more: Vec<&Fault> = told.iter().filter(|fault| !expected.contains(fault)).collect();
    assert!(
        missed.is_empty() && more.is_empty(),
        "missed: {missed:#?}\nmore: {more:#?}"
    );
    assert_eq!(told.len(), expected.len(), "a fault is told once");
    // By file, so that who mends one sees all that is wrong with it.
    assert!(told.is_sorted_by_key(|fault| &fault.file));
    let files: BTreeSet<&String> = expected.iter().map(|fault| &fault.file).collect();
    assert!(
        expected.len() >= 30 && files.len() >= 15,
        "{} faults in {} files",
        expected.len(),
        files.len()
    );
}

#[test]
fn a_file_that_cannot_be_read_hides_nothing_but_what_it_may_have_declared() {
    let mut files = files();
    files.insert("entities/broken.toml".to_owned(), "name = \"broken\"\n[fields\n".into());
    let mut told = faults(files);
    let broken = told.iter().position(|fault| fault.file == "entities/broken.toml");
    let broken = told.remove(broken.expect("the file that is broken"));
    assert_eq!((broken.code.as_str(), broken.place.as_str()), ("definition.json", ""));
    let mut left = expected();
    left.retain(|fault| fault.code != "definition.reference");
    assert_eq!(told, left);
}
