//! `cargo xtask rules`: what each pack promises, and what the last run of the tests has shown of it.

use std::path::{Path, PathBuf};

use ratebook::records::definition::{PackDefinition, PackRule};
use ratebook::records::{ReadFilesRequest, read_files};
use serde_json::{Map, Value};

use crate::reports::{self, Fate, Tested};
use crate::shell::{Outcome, root};

/// Where packs lie.
const PACKS: &str = "server/packs";
/// The test that asks the engine every vector.
const VECTORS: &str = "tests/conformance.rs: every_vector_holds";

/// Prints the rules of the packs in these folders, or of all that come with the server; with `--strict` one that is not proven is a
/// failure.
pub fn run(words: &[&str]) -> Outcome {
    let strict = words.contains(&"--strict");
    let mut folders: Vec<PathBuf> = words
        .iter()
        .filter(|word| **word != "--strict")
        .map(PathBuf::from)
        .collect();
    if folders.is_empty() {
        folders = own()?;
    }
    let mut tests = Vec::new();
    for suite in reports::SUITES {
        match reports::of(suite) {
            Some(own) => tests.extend(own),
            None => println!("the suite `{suite}` has left no report: run `cargo xtask test`"),
        }
    }
    let mut unproven = 0;
    for folder in folders {
        let pack = pack(&folder)?;
        let faults: Vec<(&PackRule, String)> = pack
            .rules
            .iter()
            .filter_map(|rule| Some((rule, unshown(rule, &tests)?)))
            .collect();
        let proven = pack.rules.len() - faults.len();
        println!("{}: {proven} of {} rules are proven", pack.name, pack.rules.len());
        for (rule, fault) in &faults {
            println!("  {}  {}\n      {fault}", rule.id, rule.sentence);
        }
        unproven += faults.len();
    }
    match unproven {
        0 => Ok(()),
        _ if !strict => Ok(()),
        count => Err(format!("{count} rules are not proven")),
    }
}

/// Every proof that a pack of the server names is there; whether it holds, only a run of the tests can tell.
pub fn named() -> Outcome {
    let mut faults = Vec::new();
    for folder in own()? {
        for rule in &pack(&folder)?.rules {
            let missing = rule.proofs.iter().filter_map(|proof| Proof::read(proof).err());
            faults.extend(missing.map(|fault| format!("{}: {}: {fault}", folder.display(), rule.id)));
        }
    }
    match faults.is_empty() {
        true => Ok(()),
        false => Err(faults.join("\n")),
    }
}

/// Where the proofs of the platform are told.
const PAGE: &str = "docs/proofs.md";

/// Every proof that the page of proofs names is there.
pub fn told() -> Outcome {
    let text = std::fs::read_to_string(root().join(PAGE)).map_err(|error| format!("{PAGE}: {error}"))?;
    let faults: Vec<String> = on_page(&text)
        .filter_map(|proof| Proof::read(proof).err())
        .map(|fault| format!("{PAGE}: {fault}"))
        .collect();
    match faults.is_empty() {
        true => Ok(()),
        false => Err(faults.join("\n")),
    }
}

/// What a page names in its tables: `path/to/file: name`, as rules do.
fn on_page(text: &str) -> impl Iterator<Item = &str> {
    let rows = text.lines().filter(|line| line.starts_with('|'));
    let named = rows.flat_map(|row| row.split('`').skip(1).step_by(2));
    named.filter(|name| name.contains(": "))
}

/// The folders of the packs that come with the server.
pub fn own() -> Result<Vec<PathBuf>, String> {
    let folder = root().join(PACKS);
    let entries = std::fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut folders: Vec<PathBuf> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    Ok(folders)
}

/// The pack of a folder.
pub fn pack(folder: &Path) -> Result<PackDefinition, String> {
    let mut files = Map::new();
    gather(folder, folder, &mut files)?;
    read_files(ReadFilesRequest::new(files)).map_err(|error| {
        let lines = error.reasons().map(|reason| {
            let file: String = reason.detail("file").unwrap_or_default();
            format!("{}/{file} {}: {}", folder.display(), reason.path, reason.message)
        });
        lines.collect::<Vec<_>>().join("\n")
    })
}

fn gather(whole: &Path, folder: &Path, files: &mut Map<String, Value>) -> Outcome {
    let told = |path: &Path, error: std::io::Error| format!("{}: {error}", path.display());
    for entry in std::fs::read_dir(folder).map_err(|error| told(folder, error))? {
        let path = entry.map_err(|error| told(folder, error))?.path();
        if path.is_dir() {
            gather(whole, &path, files)?;
        } else {
            let text = std::fs::read_to_string(&path).map_err(|error| told(&path, error))?;
            let name = path.strip_prefix(whole).unwrap_or(&path);
            files.insert(name.to_string_lossy().into_owned(), text.into());
        }
    }
    Ok(())
}

/// Why a rule is not proven; nothing when it is.
fn unshown(rule: &PackRule, tests: &[Tested]) -> Option<String> {
    if rule.proofs.is_empty() {
        return Some("it names no proof".to_owned());
    }
    let faults: Vec<String> = rule
        .proofs
        .iter()
        .filter_map(|proof| Proof::read(proof).and_then(|read| read.holds(tests)).err())
        .collect();
    (!faults.is_empty()).then(|| faults.join("\n      "))
}

/// Something that fails when a rule is broken: a test by its file and name, or a vector by its file and name.
#[derive(Debug, PartialEq, Eq)]
pub struct Proof<'p> {
    pub file: &'p str,
    pub name: &'p str,
}

impl<'p> Proof<'p> {
    /// What a text names, if that is there.
    pub fn read(text: &'p str) -> Result<Proof<'p>, String> {
        let proof = Proof::split(text).ok_or_else(|| {
            format!("`{text}` is neither `path/to/file.rs: name_of_a_test` nor `tests/conformance/area/file.json: name of a vector`")
        })?;
        let source =
            std::fs::read_to_string(root().join(proof.file)).map_err(|_| format!("there is no `{}`", proof.file))?;
        let is_there = match proof.is_vector() {
            true => has_vector(&source, proof.name),
            false => source.contains(&format!("fn {}(", proof.name)),
        };
        match is_there {
            true => Ok(proof),
            false => Err(format!("there is no `{}` in `{}`", proof.name, proof.file)),
        }
    }

    pub fn split(text: &'p str) -> Option<Proof<'p>> {
        let (file, name) = text.split_once(": ")?;
        let known = file.ends_with(".rs") || (file.starts_with("tests/conformance/") && file.ends_with(".json"));
        known.then_some(Proof { file, name })
    }

    fn is_vector(&self) -> bool {
        self.file.ends_with(".json")
    }

    /// Whether the last run has shown it. A vector holds where all do.
    fn holds(&self, tests: &[Tested]) -> Result<(), String> {
        if self.is_vector() {
            let all = Proof::split(VECTORS).map(|all| all.holds(tests));
            return all
                .unwrap_or(Ok(()))
                .map_err(|fault| format!("`{}: {}`: {fault}", self.file, self.name));
        }
        let own = tests.iter().filter(|test| self.is(test)).map(|test| test.fate);
        let what = match own.max() {
            Some(Fate::Passed) => return Ok(()),
            Some(Fate::Skipped) => "was skipped",
            Some(Fate::Failed) => "failed",
            None => "did not run",
        };
        Err(format!("`{}: {}` {what}", self.file, self.name))
    }

    /// Whether a test is the one that is meant: of that name, in the module that the file is.
    fn is(&self, test: &Tested) -> bool {
        let folder = Path::new(&test.file).parent().unwrap_or(Path::new(""));
        let modules = if self.file == test.file {
            Vec::new()
        } else {
            let Ok(within) = Path::new(self.file).strip_prefix(folder) else {
                return false;
            };
            let within = within.with_extension("");
            let mut parts: Vec<String> = within.iter().map(|part| part.to_string_lossy().into_owned()).collect();
            if parts.last().is_some_and(|last| last == "mod") {
                parts.pop();
            }
            parts
        };
        let names: Vec<&str> = test.name.split("::").collect();
        let in_module = names.len() > modules.len() && modules.iter().zip(&names).all(|(one, other)| one == other);
        in_module && names.last() == Some(&self.name)
    }
}

fn has_vector(source: &str, name: &str) -> bool {
    let vectors: Vec<Value> = serde_json::from_str(source).unwrap_or_default();
    vectors
        .iter()
        .any(|vector| vector.get("name").and_then(Value::as_str) == Some(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tested(file: &str, name: &str, fate: Fate) -> Tested {
        Tested {
            file: file.to_owned(),
            name: name.to_owned(),
            fate,
        }
    }

    #[test]
    fn a_proof_holds_when_its_own_test_passed() {
        let proof = Proof::split("server/tests/records/deletion.rs: a_plan").expect("a proof");
        let main = "server/tests/records/main.rs";
        let fault = |tests: &[Tested]| proof.holds(tests).err().unwrap_or_default();
        assert_eq!(fault(&[tested(main, "deletion::a_plan", Fate::Passed)]), "");
        for (test, what) in [
            (tested(main, "deletion::a_plan", Fate::Failed), "failed"),
            (tested(main, "deletion::a_plan", Fate::Skipped), "was skipped"),
            (tested(main, "rights::a_plan", Fate::Passed), "did not run"),
            (tested(main, "deletion::a_plan_b", Fate::Passed), "did not run"),
            (tested("server/tests/guide.rs", "a_plan", Fate::Passed), "did not run"),
            (
                tested("core/src/lib.rs", "deletion::a_plan", Fate::Passed),
                "did not run",
            ),
        ] {
            let told = fault(&[test]);
            assert!(told.ends_with(what), "{told}, not {what}");
        }
        let both = [
            tested(main, "deletion::a_plan", Fate::Passed),
            tested(main, "deletion::a_plan", Fate::Failed),
        ];
        assert!(fault(&both).ends_with("failed"));
        let unit = Proof::split("core/src/money/mod.rs: adds").expect("a proof");
        assert_eq!(
            unit.holds(&[tested("core/src/lib.rs", "money::tests::adds", Fate::Passed)]),
            Ok(())
        );
    }

    #[test]
    fn what_a_proof_names_is_there_or_missed() {
        assert!(Proof::read("xtask/src/rules.rs: what_a_proof_names_is_there_or_missed").is_ok());
        assert!(Proof::read(VECTORS).is_ok());
        assert!(Proof::read("tests/conformance/records/matches.json: a choice").is_ok());
        for (text, what) in [
            (
                "tests/conformance/records/matches.json: no choice",
                "there is no `no choice`",
            ),
            ("xtask/src/rules.rs: nothing", "there is no `nothing`"),
            ("xtask/src/roles.rs: a", "there is no `xtask/src/roles.rs`"),
            ("we looked at it", "is neither"),
        ] {
            let told = Proof::read(text).expect_err("a fault");
            assert!(told.contains(what), "{told}");
        }
    }

    #[test]
    fn the_proofs_of_the_packs_are_there() {
        assert_eq!(named(), Ok(()));
    }

    #[test]
    fn the_proofs_of_the_page_are_there() {
        assert_eq!(told(), Ok(()));
        let page = "`a.rs: b`\n| c | `d.rs: e` `f` `g.json: h i` |\n";
        assert_eq!(on_page(page).collect::<Vec<_>>(), ["d.rs: e", "g.json: h i"]);
    }
}
