//! A pack as a folder of files, as people write it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::compiled::Pack;
use super::definition::PackDefinition;
use crate::fault::{Limits, near, shortened};
use crate::{Code, Error, JsonSchema, Reason, Result, form};
use ratebook_derive::Build;

/// As many files a pack has at most.
const MOST_FILES: usize = 5_000;
/// As many bytes a file has at most.
const MOST_BYTES: usize = 1_000_000;
/// Files that hold one thing each, by their folder: the field of the pack whose entries they are.
const ONE_EACH: &[(&str, &str)] = &[("entities", "entities"), ("machines", "machines"), ("mail", "mail")];
/// Files that hold a field of the pack by its name, and what may stand beside it.
const BY_NAME: &[(&str, &[&str])] = &[
    ("roles.toml", &["roles", "permissions"]),
    ("numbers.toml", &["numbers"]),
    ("limits.toml", &["quotas"]),
    ("schedules.toml", &["schedules"]),
    ("rules.toml", &["rules"]),
];
/// Folders whose files hold a field of the pack by its name.
const FOLDERS: &[(&str, &[&str])] = &[("views", &["views"]), ("demo", &["demo"])];
const OWN: &str = "pack.toml";
const AUTOMATION: &str = "automation.toml";
/// The folder of several such files, and the field of the pack that they are.
const AUTOMATIONS: &str = "automation";
/// The rules of them, in one order.
const AUTOMATION_RULES: &str = "automation/rules";
/// What lies in a pack for others to read.
const BESIDE: &[&str] = &["templates/", "README.md"];

/// The files of a pack.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ReadFilesRequest {
    /// The text of each file by its path within the pack, such as `entities/customer.toml`.
    pub files: Map<String, Value>,
}

/// Reads a pack from its files and checks the whole; every fault of all files is told at once, each with its file and its place in it.
pub fn read_files(request: ReadFilesRequest) -> Result<PackDefinition> {
    request.bounded()?;
    let mut folder = Folder::default();
    let within = request.files.len() <= MOST_FILES;
    if !within {
        let message = format!("{} files; at most {MOST_FILES} are read", request.files.len());
        let reason = Reason::new(Code::RequestTooLarge, "/files", message);
        return Err(reason.with("limit", MOST_FILES).into());
    }
    // In the order of their paths, whatever the sender's is.
    let files: BTreeMap<&String, &Value> = request.files.iter().collect();
    for (path, text) in files {
        folder.take(path, text);
    }
    if !request.files.contains_key(OWN) {
        let message = format!("a pack begins with `{OWN}`, which says its `name`");
        folder.fault(OWN, Reason::new(Code::DefinitionMissing, "", message));
    }
    folder.finish()
}

/// Where a part of the pack stands.
#[derive(Clone, Debug)]
struct Origin {
    file: String,
    /// The place in the file.
    place: String,
}

/// A pack as far as its files were read.
#[derive(Debug, Default)]
struct Folder {
    whole: Map<String, Value>,
    /// Where the entries of lists stand, by the list's name.
    entries: BTreeMap<String, Vec<Origin>>,
    /// Where everything else stands, by name or by name and key.
    named: BTreeMap<String, Origin>,
    /// The entities and machines that were met, by folder and name.
    known: BTreeMap<(String, String), String>,
    faults: Vec<Reason>,
    /// Whether a file could not be read, so that what it may have in it is not missed.
    unread: bool,
}

impl Folder {
    fn fault(&mut self, file: &str, reason: Reason) {
        self.faults.push(reason.with("file", file));
    }

    fn take(&mut self, path: &str, text: &Value) {
        if BESIDE.iter().any(|beside| path.starts_with(beside)) {
            return;
        }
        let Some(fields) = known_fields(path) else {
            let message = format!("`{}` is no file of a pack{}", shortened(path), hint(path));
            return self.fault(path, Reason::new(Code::DefinitionUnknown, "", message));
        };
        let Some(text) = text.as_str() else {
            self.unread = true;
            let message = format!("the text of `{}` must be text", shortened(path));
            return self.fault(path, Reason::new(Code::DefinitionType, "", message));
        };
        if text.len() > MOST_BYTES {
            self.unread = true;
            let message = format!("the file has {} bytes; at most {MOST_BYTES} are read", text.len());
            let reason = Reason::new(Code::DefinitionTooLarge, "", message);
            return self.fault(path, reason.with("bytes", text.len()).with("limit", MOST_BYTES));
        }
        let read = match form::parse_toml(text.as_bytes()) {
            Ok(Value::Object(read)) => read,
            Ok(_) => Map::new(),
            Err(error) => {
                self.unread = true;
                for mut reason in error.into_reasons() {
                    reason.message =
                        reason
                            .message
                            .replacen("the text is neither JSON nor TOML", "the file is not TOML", 1);
                    self.fault(path, reason);
                }
                return;
            }
        };
        match fields {
            Fields::One(list) => self.one(path, list, read),
            Fields::Automation => self.automation(path, read),
            Fields::Named(names) => {
                for (name, value) in read {
                    if names.is_empty() || names.contains(&name.as_str()) {
                        self.field(path, &name, value);
                    } else {
                        let message = format!(
                            "there is no `{}` in `{path}`{}",
                            shortened(&name),
                            near(&name, names.iter().copied())
                        );
                        let place = format!("/{}", name.replace('~', "~0").replace('/', "~1"));
                        self.fault(path, Reason::new(Code::DefinitionUnknown, place, message));
                    }
                }
            }
        }
    }

    /// Rules of automation and the facts that they look at: those of several files are put together.
    fn automation(&mut self, path: &str, read: Map<String, Value>) {
        let origin = |place: &str| Origin {
            file: path.to_owned(),
            place: place.to_owned(),
        };
        self.named
            .entry(format!("/{AUTOMATIONS}"))
            .or_insert_with(|| origin(""));
        let mut whole = match self.whole.remove(AUTOMATIONS) {
            Some(Value::Object(whole)) => whole,
            // What `pack.toml` says of it is told as it stands there.
            Some(other) => return drop(self.whole.insert(AUTOMATIONS.to_owned(), other)),
            None => Map::new(),
        };
        for (name, value) in read {
            match (name.as_str(), value, whole.get_mut(&name)) {
                ("rules", Value::Array(more), None | Some(Value::Array(_))) => {
                    let rules = whole.entry("rules").or_insert_with(|| Value::Array(Vec::new()));
                    let places = (0..more.len()).map(|index| origin(&format!("/rules/{index}")));
                    self.entries
                        .entry(AUTOMATION_RULES.to_owned())
                        .or_default()
                        .extend(places);
                    if let Value::Array(rules) = rules {
                        rules.extend(more);
                    }
                }
                ("facts", Value::Object(more), Some(Value::Object(facts))) => {
                    for (fact, own) in more {
                        let key = format!("facts/{}", step(&fact));
                        match facts.get(&fact) {
                            Some(other) if *other != own => self.again(path, &fact, &key),
                            Some(_) => {}
                            None => {
                                facts.insert(fact, own);
                                self.stands(path, &key);
                            }
                        }
                    }
                }
                (_, value, None) => {
                    if let ("facts", Value::Object(facts)) = (name.as_str(), &value) {
                        let keys: Vec<String> = facts.keys().map(|fact| format!("facts/{}", step(fact))).collect();
                        keys.iter().for_each(|key| self.stands(path, key));
                    }
                    self.stands(path, &step(&name));
                    whole.insert(name, value);
                }
                (_, _, Some(_)) => self.again(path, &name, &step(&name)),
            }
        }
        self.whole.insert(AUTOMATIONS.to_owned(), Value::Object(whole));
    }

    /// Where a part of automation stands.
    fn stands(&mut self, path: &str, key: &str) {
        let (file, place) = (path.to_owned(), format!("/{key}"));
        self.named
            .insert(format!("/{AUTOMATIONS}/{key}"), Origin { file, place });
    }

    /// That a part of automation stands in another file.
    fn again(&mut self, path: &str, name: &str, key: &str) {
        let other = self.named.get(&format!("/{AUTOMATIONS}/{key}"));
        let other = other.map_or(OWN, |origin| origin.file.as_str());
        let message = format!(
            "`{}` is declared in `{other}` already; keep one of them",
            shortened(name)
        );
        self.fault(path, Reason::new(Code::DefinitionConflict, format!("/{key}"), message));
    }

    /// The file in which a place of automation stands, and the place in it; the longest beginning of it that is known.
    fn place_of_automation(&self, path: &str) -> Option<(String, String)> {
        let inside = path.strip_prefix("/automation")?;
        if let Some(rest) = inside.strip_prefix("/rules/") {
            let (index, rest) = rest
                .split_once('/')
                .map_or((rest, String::new()), |(index, rest)| (index, format!("/{rest}")));
            let origin = self.entries.get(AUTOMATION_RULES)?.get(index.parse::<usize>().ok()?)?;
            return Some((origin.file.clone(), format!("{}{rest}", origin.place)));
        }
        let mut known = path;
        loop {
            if let Some(origin) = self.named.get(known) {
                let rest = path.get(known.len()..).unwrap_or_default();
                return Some((origin.file.clone(), format!("{}{rest}", origin.place)));
            }
            known = known
                .rsplit_once('/')
                .map(|(before, _)| before)
                .filter(|before| before.len() > 1)?;
        }
    }

    /// A file that is an entry of a list.
    fn one(&mut self, path: &str, list: &'static str, read: Map<String, Value>) {
        if let Some(name) = read.get("name").and_then(Value::as_str) {
            let key = (list.to_owned(), name.to_owned());
            if let Some(other) = self.known.get(&key) {
                let message = format!(
                    "`{}` is declared in `{other}` already; keep one of them",
                    shortened(name)
                );
                return self.fault(path, Reason::new(Code::DefinitionConflict, "/name", message));
            }
            self.known.insert(key, path.to_owned());
        }
        self.push(path, list, Value::Object(read), String::new());
    }

    fn push(&mut self, path: &str, list: &str, value: Value, place: String) {
        let whole = self.whole.entry(list).or_insert_with(|| Value::Array(Vec::new()));
        if let Value::Array(entries) = whole {
            entries.push(value);
            let origin = Origin {
                file: path.to_owned(),
                place,
            };
            self.entries.entry(list.to_owned()).or_default().push(origin);
        }
    }

    /// A field of the pack: lists and tables of several files are put together.
    fn field(&mut self, path: &str, name: &str, value: Value) {
        let place = format!("/{}", name.replace('~', "~0").replace('/', "~1"));
        match value {
            Value::Array(entries) if self.whole.get(name).is_none_or(Value::is_array) => {
                self.whole.entry(name).or_insert_with(|| Value::Array(Vec::new()));
                for (index, entry) in entries.into_iter().enumerate() {
                    let at = format!("{place}/{index}");
                    match entry {
                        Value::Object(entry) if ONE_EACH.iter().any(|(_, list)| *list == name) => {
                            self.listed(path, name, entry, at);
                        }
                        _ => self.push(path, name, entry, at),
                    }
                }
            }
            Value::Object(parts) if matches!(name, "roles" | "settings") => {
                for (key, part) in parts {
                    self.part(path, name, key, part, &place);
                }
            }
            other => self.insert(path, name, other, &place),
        }
    }

    /// An entity or a machine that stands beside others.
    fn listed(&mut self, path: &str, list: &str, entry: Map<String, Value>, at: String) {
        if let Some(name) = entry.get("name").and_then(Value::as_str) {
            self.known.insert((list.to_owned(), name.to_owned()), path.to_owned());
        }
        self.push(path, list, Value::Object(entry), at);
    }

    fn part(&mut self, path: &str, name: &str, key: String, part: Value, place: &str) {
        let step = key.replace('~', "~0").replace('/', "~1");
        let at = format!("{place}/{step}");
        let whole = self.whole.entry(name).or_insert_with(|| Value::Object(Map::new()));
        let Value::Object(parts) = whole else {
            return;
        };
        if parts.contains_key(&key) {
            let other = self.named.get(&at).map_or(OWN, |origin| origin.file.as_str());
            let message = format!(
                "`{}` is declared in `{other}` already; keep one of them",
                shortened(&key)
            );
            return self.fault(path, Reason::new(Code::DefinitionConflict, at, message));
        }
        parts.insert(key, part);
        let file = path.to_owned();
        self.named.insert(at.clone(), Origin { file, place: at });
    }

    fn insert(&mut self, path: &str, name: &str, value: Value, place: &str) {
        if self.whole.contains_key(name) {
            let file = self
                .named
                .get(&format!("/{name}"))
                .map_or(OWN, |origin| origin.file.as_str());
            let message = format!(
                "`{}` is declared in `{file}` already; keep one of them",
                shortened(name)
            );
            return self.fault(path, Reason::new(Code::DefinitionConflict, place, message));
        }
        self.whole.insert(name.to_owned(), value);
        let step = name.replace('~', "~0").replace('/', "~1");
        let origin = Origin {
            file: path.to_owned(),
            place: place.to_owned(),
        };
        self.named.insert(format!("/{step}"), origin);
    }

    fn finish(mut self) -> Result<PackDefinition> {
        let whole = std::mem::take(&mut self.whole);
        let lacks_name = !whole.contains_key("name");
        match Pack::load(Value::Object(whole)) {
            Ok(pack) if self.faults.is_empty() => return Ok(pack.definition().clone()),
            Ok(_) => {}
            Err(error) => {
                // What a file that cannot be read declares is missed by others: they are not at fault.
                let missed = |reason: &Reason| {
                    let of_pack = lacks_name && (reason.path == "/name" || reason.path.is_empty());
                    self.unread && (reason.code == Code::DefinitionReference || of_pack)
                };
                let mut told: Vec<Reason> = error.into_reasons();
                told.retain(|reason| !missed(reason));
                for reason in told {
                    let (file, path) = self.place_of(&reason.path);
                    self.fault(&file, Reason { path, ..reason });
                }
            }
        }
        // By file, so that who mends one sees all that is wrong with it; a fault that two readers found is told once.
        let mut seen = BTreeSet::new();
        let file = |reason: &Reason| reason.details.get("file").and_then(Value::as_str).map(str::to_owned);
        self.faults.sort_by_key(file);
        self.faults
            .retain(|reason| seen.insert((file(reason), reason.path.clone(), reason.message.clone())));
        let otherwise = || Error::new(Code::DefinitionMissing, "", "the folder has no pack in it");
        Err(Error::from_reasons(self.faults).unwrap_or_else(otherwise))
    }

    /// The file in which a place of the pack stands, and the place in it.
    fn place_of(&self, path: &str) -> (String, String) {
        if let Some(found) = self.place_of_automation(path) {
            return found;
        }
        let mut steps = path.splitn(4, '/').skip(1);
        let (name, key) = (steps.next().unwrap_or_default(), steps.next());
        let rest = steps.next().map(|rest| format!("/{rest}")).unwrap_or_default();
        let entry = key.and_then(|key| self.entries.get(name)?.get(key.parse::<usize>().ok()?));
        if let Some(origin) = entry {
            return (origin.file.clone(), format!("{}{rest}", origin.place));
        }
        if let Some(origin) = key.and_then(|key| self.named.get(&format!("/{name}/{key}"))) {
            return (origin.file.clone(), format!("{}{rest}", origin.place));
        }
        match self.named.get(&format!("/{name}")) {
            Some(origin) => {
                let inside = path.get(name.len() + 1..).unwrap_or_default();
                (origin.file.clone(), format!("{}{inside}", origin.place))
            }
            None => (OWN.to_owned(), path.to_owned()),
        }
    }
}

/// A name as a step of a place.
fn step(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// What a file holds.
#[derive(Clone, Copy, Debug)]
enum Fields {
    /// An entry of a list.
    One(&'static str),
    /// Rules of automation.
    Automation,
    /// Fields by their names; any when none are named.
    Named(&'static [&'static str]),
}

fn known_fields(path: &str) -> Option<Fields> {
    if path == OWN {
        return Some(Fields::Named(&[]));
    }
    if path == AUTOMATION {
        return Some(Fields::Automation);
    }
    if let Some((_, names)) = BY_NAME.iter().find(|(file, _)| *file == path) {
        return Some(Fields::Named(names));
    }
    let (folder, file) = path.split_once('/')?;
    let well = file.len() > ".toml".len() && file.ends_with(".toml") && !file.contains('/');
    if !well {
        return None;
    }
    if folder == AUTOMATIONS {
        return Some(Fields::Automation);
    }
    let one = ONE_EACH.iter().find(|(own, _)| *own == folder);
    let several = || FOLDERS.iter().find(|(own, _)| *own == folder);
    one.map(|(_, list)| Fields::One(list))
        .or_else(|| several().map(|(_, names)| Fields::Named(names)))
}

/// The file that somebody will have meant.
fn hint(path: &str) -> String {
    let fixed = BY_NAME.iter().map(|(file, _)| *file).chain([OWN, AUTOMATION]);
    let Some((_, file)) = path.split_once('/') else {
        return near(path, fixed);
    };
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem).replace('/', "_");
    let folders = ONE_EACH
        .iter()
        .map(|(own, _)| *own)
        .chain(FOLDERS.iter().map(|(own, _)| *own))
        .chain([AUTOMATIONS]);
    let likely: Vec<String> = folders.map(|folder| format!("{folder}/{stem}.toml")).collect();
    near(path, likely.iter().map(String::as_str))
}
