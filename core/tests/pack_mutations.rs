//! The packs that ship, broken by chance in any of their files: whatever is in them, a pack or its faults are answered within a bounded
//! time, each fault with its file. A panic, a fault without a place to look for it, a figure that its code does not declare, or a reader
//! that goes round and round shows here.
#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a test may stop")]

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

use ratebook::records::{Pack, ReadFilesRequest, read_files};
use serde_json::{Map, Value};

type Files = BTreeMap<String, String>;

/// As long a reader takes at most, however it was built: many times of what it takes.
const BOUND: Duration = Duration::from_secs(10);

/// How many broken packs: by `RATEBOOK_MUTATIONS=10000` as many.
fn mutations() -> u64 {
    let told = std::env::var("RATEBOOK_MUTATIONS").ok();
    told.and_then(|told| told.parse().ok()).unwrap_or(120)
}

/// Numbers by chance, the same in every run: splitmix64.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let left = (mixed ^ (mixed >> 31)) % u64::try_from(end.max(1)).expect("small");
        usize::try_from(left).expect("small")
    }

    fn of<'t, T>(&mut self, all: &'t [T]) -> &'t T {
        &all[self.below(all.len())]
    }
}

/// What somebody writes by mistake, or on purpose.
const WORDS: [&str; 30] = [
    "\"\"",
    "-1",
    "0",
    "99999999999999999999",
    "1e400",
    "true",
    "[]",
    "{}",
    "[[[[1]]]]",
    "\"\u{202e}x\"",
    "\"\\u0000\"",
    "\"a/b~c\"",
    "\"id\"",
    "\"tenant_id\"",
    "\"now\"",
    "\"XXX\"",
    "\"31 2 * * *\"",
    "\"0 0 31 2 *\"",
    "\"(((((\"",
    "\"a && \"",
    "\"EURO\"",
    "\"Mars/Base\"",
    "2026-02-30",
    "\"2026-02-30\"",
    "\"{seq:99}\"",
    "\"{\"",
    "\"[a-z\"",
    "\"(a+)+$\"",
    "{ days = 99999 }",
    "'''\n\n'''",
];

fn gather(folder: &Path, within: &str, files: &mut Files) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let entry = entry.expect("an entry");
        let name = format!("{within}{}", entry.file_name().to_string_lossy());
        match entry.path().is_dir() {
            true => gather(&entry.path(), &format!("{name}/"), files),
            false => drop(files.insert(name, std::fs::read_to_string(entry.path()).expect("a text"))),
        }
    }
}

/// The packs that ship, and one that has what they have not.
fn shipped() -> Vec<Files> {
    let server = Path::new(env!("CARGO_MANIFEST_DIR")).join("../server");
    let mut folders: Vec<_> = std::fs::read_dir(server.join("packs"))
        .expect("packs")
        .flatten()
        .map(|entry| entry.path())
        .collect();
    folders.push(server.join("tests/across/packs/market"));
    folders.sort();
    let read = |folder: &std::path::PathBuf| {
        let mut files = Files::new();
        gather(folder, "", &mut files);
        files
    };
    folders.iter().map(read).collect()
}

/// The places of what could be another value or another name: behind `= `, and between quotes.
fn places(text: &str) -> Vec<(usize, usize)> {
    let mut places = Vec::new();
    for (at, _) in text.match_indices("= ") {
        let begin = at + 2;
        let long = text[begin..].find(['\n', ',', ' ']).unwrap_or(text.len() - begin);
        places.push((begin, begin + long));
    }
    let quotes: Vec<usize> = text.match_indices('"').map(|(at, _)| at).collect();
    places.extend(quotes.chunks_exact(2).map(|pair| (pair[0], pair[1] + 1)));
    places
}

/// One thing that is otherwise in one of the files.
fn broken(files: &mut Files, chance: &mut Chance) {
    let names: Vec<String> = files.keys().cloned().collect();
    let name = chance.of(&names).clone();
    let other = files[chance.of(&names)].clone();
    let text = files[&name].clone();
    let lines: Vec<&str> = text.lines().collect();
    let (line, next) = (chance.below(lines.len()), chance.below(lines.len()));
    let (places, others) = (places(&text), places(&other));
    let word = |chance: &mut Chance| match others.is_empty() || chance.below(2) == 0 {
        true => (*chance.of(&WORDS)).to_owned(),
        false => {
            let (begin, end) = *chance.of(&others);
            other[begin..end].to_owned()
        }
    };
    let changed = match chance.below(10) {
        0 => lines
            .iter()
            .enumerate()
            .filter(|(at, _)| *at != line)
            .map(|(_, own)| format!("{own}\n"))
            .collect(),
        1 => lines
            .iter()
            .enumerate()
            .map(|(at, own)| {
                if at == line {
                    format!("{own}\n{own}\n")
                } else {
                    format!("{own}\n")
                }
            })
            .collect(),
        2 if !lines.is_empty() => {
            let mut lines = lines.clone();
            lines.swap(line, next);
            lines.join("\n")
        }
        3 => {
            let cut = text
                .char_indices()
                .nth(chance.below(text.chars().count()))
                .map_or(0, |(at, _)| at);
            text[..cut].to_owned()
        }
        4 => {
            files.remove(&name);
            return;
        }
        5 => {
            let renamed = name.replacen(['e', 'i'], "a", 1);
            files.remove(&name);
            files.insert(renamed, text);
            return;
        }
        6 => other.clone(),
        7 => {
            let letter = *chance.of(&[
                '"', '[', ']', '{', '}', '=', '#', '\n', '\\', 'ü', '\u{0}', '\u{feff}', '9', 'x',
            ]);
            let at = text
                .char_indices()
                .nth(chance.below(text.chars().count()))
                .map_or(0, |(at, _)| at);
            format!("{}{letter}{}", &text[..at], &text[at..])
        }
        _ if !places.is_empty() => {
            let (begin, end) = *chance.of(&places);
            format!("{}{}{}", &text[..begin], word(chance), &text[end..])
        }
        _ => String::new(),
    };
    files.insert(name, changed);
}

/// What is wrong with what was answered; nothing where it is as it should be.
fn answered(files: &Files) -> Result<bool, String> {
    let all: Map<String, Value> = files
        .iter()
        .map(|(name, text)| (name.clone(), text.as_str().into()))
        .collect();
    let begun = Instant::now();
    let read = catch_unwind(AssertUnwindSafe(|| read_files(ReadFilesRequest::new(all))));
    let took = begun.elapsed();
    if took > BOUND {
        return Err(format!("it took {took:?}"));
    }
    match read {
        Err(_) => Err("the reader panicked".to_owned()),
        Ok(Ok(definition)) => {
            let again = serde_json::to_value(&definition).map_err(|error| error.to_string())?;
            let pack = Pack::load(again).map_err(|error| format!("what loaded does not load again: {error}"))?;
            (*pack.definition() == definition)
                .then_some(true)
                .ok_or_else(|| "what loaded loads otherwise".to_owned())
        }
        Ok(Err(error)) => {
            for reason in error.reasons() {
                let file = reason.details.get("file").and_then(Value::as_str);
                if file.is_none_or(str::is_empty) || reason.message.is_empty() {
                    return Err(format!("a fault without a file: {reason:?}"));
                }
            }
            Ok(false)
        }
    }
}

#[test]
fn packs_broken_by_chance_are_answered_with_their_faults() {
    let shipped = shipped();
    for whole in &shipped {
        assert_eq!(answered(whole), Ok(true), "{:?}", whole.keys());
    }
    let (mut loaded, mut refused) = (0, 0);
    for seed in 0..mutations() {
        let mut chance = Chance(seed);
        let mut files = chance.of(&shipped).clone();
        for _ in 0..=chance.below(4) {
            if files.is_empty() {
                break;
            }
            broken(&mut files, &mut chance);
        }
        match answered(&files) {
            Ok(true) => loaded += 1,
            Ok(false) => refused += 1,
            Err(what) => {
                let changed: Vec<_> = files
                    .iter()
                    .filter(|(name, text)| shipped.iter().all(|own| own.get(*name) != Some(*text)))
                    .collect();
                panic!("seed {seed}: {what}\n{changed:#?}");
            }
        }
    }
    assert!(
        refused > loaded / 4 && loaded > 0,
        "{loaded} loaded and {refused} were refused"
    );
}
