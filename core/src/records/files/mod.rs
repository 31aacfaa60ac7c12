//! A pack as a folder of files, as people write it, together with the packs that it needs.

mod layout;
mod needs;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use self::layout::{AUTOMATION_RULES, AUTOMATIONS, BESIDE, Fields, OWN, TEMPLATE, TEMPLATES, hint, known_fields};
use super::compiled::{Pack, uncarried};
use super::definition::PackDefinition;
use crate::fault::{self, Limits, escaped, near, shortened};
use crate::{Code, Error, JsonSchema, Reason, Result, form};
use ratebook_derive::Build;

/// As many files a pack has at most.
const MOST_FILES: usize = 5_000;
/// As many bytes a file has at most.
const MOST_BYTES: usize = 1_000_000;
/// The files of a pack.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ReadFilesRequest {
    /// The text of each file by its path within the pack, such as `entities/customer.toml`.
    pub files: Map<String, Value>,
    /// The effects that the host carries out: one that nobody carries out is a fault where it is named. Nothing is asked of them when not
    /// given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 1000), extend("format" = "reference"))]
    pub carries: Option<Vec<String>>,
    /// The files of other packs at hand, by their folders; those that this one needs are put together with it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(length(max = 100), extend("format" = "reference"))]
    pub others: BTreeMap<String, Map<String, Value>>,
}

/// Reads a pack from its files and checks the whole; every fault of all files is told at once, each with its file and its place in it.
pub fn read_files(request: ReadFilesRequest) -> Result<PackDefinition> {
    request.bounded()?;
    let mut folder = Folder::default();
    let count = request.others.values().map(Map::len).sum::<usize>() + request.files.len();
    if count > MOST_FILES {
        let message = format!("{count} files; at most {MOST_FILES} are read");
        let reason = Reason::new(Code::RequestTooLarge, "/files", message);
        return Err(reason.with("limit", MOST_FILES).into());
    }
    let (needed, faults) = needs::ordered(&request);
    // What a pack would declare that is not there is missed by others: they are not at fault.
    folder.unread = !faults.is_empty();
    for (file, reason) in faults {
        folder.told(file, reason);
    }
    for pack in needed {
        folder.begin(Some(pack.folder));
        folder.take_all(pack.files);
    }
    folder.begin(None);
    folder.take_all(&request.files);
    if !request.files.contains_key(OWN) {
        let message = format!("a pack begins with `{OWN}`, which says its `name`");
        folder.fault(OWN, Reason::new(Code::DefinitionMissing, "", message));
    }
    folder.finish(request.carries.as_deref())
}

/// Where a part of the pack stands.
#[derive(Clone, Debug)]
struct Origin {
    file: String,
    /// The place in the file.
    place: String,
    /// Which of the packs that are put together it is of.
    pack: usize,
}

/// Something of a list that was met.
#[derive(Clone, Debug)]
struct Known {
    file: String,
    pack: usize,
    /// Its place in the list.
    index: usize,
}

/// A pack as far as its files were read.
#[derive(Debug, Default)]
struct Folder {
    whole: Map<String, Value>,
    /// Where the entries of lists stand, by the list's name.
    entries: BTreeMap<String, Vec<Origin>>,
    /// Where everything else stands, by name or by name and key.
    named: BTreeMap<String, Origin>,
    /// What was met of lists, by the list and the name of each.
    known: BTreeMap<(String, String), Known>,
    /// What stands before the paths of the pack whose files are read, and which one it is.
    before: String,
    pack: usize,
    faults: Vec<Reason>,
    /// Whether a file could not be read, so that what it may have in it is not missed.
    unread: bool,
}

impl Folder {
    fn fault(&mut self, path: &str, reason: Reason) {
        self.told(self.file(path), reason);
    }

    fn told(&mut self, file: String, reason: Reason) {
        self.faults.push(reason.with("file", file));
    }

    /// What a file of the pack that is read is called.
    fn file(&self, path: &str) -> String {
        format!("{}{path}", self.before)
    }

    fn origin(&self, path: &str, place: impl Into<String>) -> Origin {
        Origin {
            file: self.file(path),
            place: place.into(),
            pack: self.pack,
        }
    }

    /// Begins another pack: one that is needed, by its folder, or the one that needs it.
    fn begin(&mut self, folder: Option<&str>) {
        self.pack += 1;
        self.before = folder.map(|folder| format!("{folder}/")).unwrap_or_default();
    }

    /// Takes the files of a pack in the order of their paths, whatever the sender's is.
    fn take_all(&mut self, files: &Map<String, Value>) {
        let files: BTreeMap<&String, &Value> = files.iter().collect();
        for (path, text) in files {
            self.take(path, text);
        }
    }

    fn take(&mut self, path: &str, text: &Value) {
        let template = path.strip_prefix(TEMPLATES).filter(|path| path.ends_with(TEMPLATE));
        if template.is_none() && BESIDE.iter().any(|beside| path.starts_with(beside)) {
            return;
        }
        let Some(fields) = template.map_or_else(|| known_fields(path), |_| Some(Fields::Text)) else {
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
        if let (Fields::Text, Some(own)) = (fields, template) {
            let whole = serde_json::json!({"path": own, "text": text});
            return self.push(path, "templates", whole, String::new());
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
            Fields::Text => {}
            Fields::One(list) => self.one(path, list, read),
            Fields::Automation => self.automation(path, read),
            Fields::Named(names) => {
                for (name, value) in read {
                    if path == OWN && needs::is_own(&name, &value, !self.before.is_empty()) {
                        continue;
                    }
                    if names.is_empty() || names.contains(&name.as_str()) {
                        self.field(path, &name, value);
                    } else {
                        let message = format!(
                            "there is no `{}` in `{path}`{}",
                            shortened(&name),
                            near(&name, names.iter().copied())
                        );
                        self.fault(path, Reason::new(Code::DefinitionUnknown, fault::place(&name), message));
                    }
                }
            }
        }
    }

    /// Rules of automation and the facts that they look at: those of several files are put together.
    fn automation(&mut self, path: &str, read: Map<String, Value>) {
        let own = self.origin(path, "");
        self.named
            .entry(format!("/{AUTOMATIONS}"))
            .or_insert_with(|| own.clone());
        let origin = |place: String| Origin { place, ..own.clone() };
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
                    let places = (0..more.len()).map(|index| origin(format!("/rules/{index}")));
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
                        let key = format!("facts/{}", escaped(&fact));
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
                        let keys: Vec<String> = facts.keys().map(|fact| format!("facts/{}", escaped(fact))).collect();
                        keys.iter().for_each(|key| self.stands(path, key));
                    }
                    self.stands(path, &escaped(&name));
                    whole.insert(name, value);
                }
                (_, _, Some(_)) => self.again(path, &name, &escaped(&name)),
            }
        }
        self.whole.insert(AUTOMATIONS.to_owned(), Value::Object(whole));
    }

    /// Where a part of automation stands.
    fn stands(&mut self, path: &str, key: &str) {
        let origin = self.origin(path, format!("/{key}"));
        self.named.insert(format!("/{AUTOMATIONS}/{key}"), origin);
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
            let known = self.known.get(&(list.to_owned(), name.to_owned()));
            if let Some(other) = known.filter(|known| known.pack == self.pack) {
                let message = format!(
                    "`{}` is declared in `{}` already; keep one of them",
                    shortened(name),
                    other.file
                );
                return self.fault(path, Reason::new(Code::DefinitionConflict, "/name", message));
            }
        }
        self.push(path, list, Value::Object(read), String::new());
    }

    fn push(&mut self, path: &str, list: &str, value: Value, place: String) {
        if self.meets(path, list, &value, &place) {
            return;
        }
        let origin = self.origin(path, place);
        let whole = self.whole.entry(list).or_insert_with(|| Value::Array(Vec::new()));
        if let Value::Array(entries) = whole {
            entries.push(value);
            self.entries.entry(list.to_owned()).or_default().push(origin);
        }
    }

    /// A field of the pack: lists and tables of several files are put together.
    fn field(&mut self, path: &str, name: &str, value: Value) {
        let place = fault::place(name);
        match value {
            Value::Array(entries) if self.whole.get(name).is_none_or(Value::is_array) => {
                self.whole.entry(name).or_insert_with(|| Value::Array(Vec::new()));
                for (index, entry) in entries.into_iter().enumerate() {
                    self.push(path, name, entry, format!("{place}/{index}"));
                }
            }
            Value::Object(parts) if matches!(name, "roles" | "settings" | "purposes") => {
                for (key, part) in parts {
                    self.part(path, name, key, part, &place);
                }
            }
            other => self.insert(path, name, other, &place),
        }
    }

    /// Whether something of a list was declared by another pack: where both say the same it is there, and otherwise they disagree.
    fn meets(&mut self, path: &str, list: &str, value: &Value, place: &str) -> bool {
        let Some(name) = needs::called(value) else {
            return false;
        };
        let key = (list.to_owned(), name.to_owned());
        let Some(known) = self.known.get(&key).filter(|known| known.pack != self.pack) else {
            let index = self.whole.get(list).and_then(Value::as_array).map_or(0, Vec::len);
            let (file, pack) = (self.file(path), self.pack);
            self.known.entry(key).or_insert(Known { file, pack, index });
            return false;
        };
        let other = self.whole.get(list).and_then(|entries| entries.get(known.index));
        if other != Some(value) {
            let reason = needs::disagree(name, &known.file, place);
            self.fault(path, reason);
        }
        true
    }

    fn part(&mut self, path: &str, name: &str, key: String, part: Value, place: &str) {
        let at = format!("{place}{}", fault::place(&key));
        let whole = self.whole.entry(name).or_insert_with(|| Value::Object(Map::new()));
        let Value::Object(parts) = whole else {
            return;
        };
        if let Some(known) = parts.get(&key) {
            let origin = self.named.get(&at);
            let other = origin.map_or(OWN, |origin| origin.file.as_str());
            if origin.is_some_and(|origin| origin.pack != self.pack) {
                if *known != part {
                    let reason = needs::disagree(&key, other, &at);
                    self.fault(path, reason);
                }
                return;
            }
            let message = format!(
                "`{}` is declared in `{other}` already; keep one of them",
                shortened(&key)
            );
            return self.fault(path, Reason::new(Code::DefinitionConflict, at, message));
        }
        parts.insert(key, part);
        let origin = self.origin(path, at.clone());
        self.named.insert(at, origin);
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
        let origin = self.origin(path, place);
        self.named.insert(fault::place(name), origin);
    }

    fn finish(mut self, carries: Option<&[String]>) -> Result<PackDefinition> {
        let whole = std::mem::take(&mut self.whole);
        let lacks_name = !whole.contains_key("name");
        let whole = Value::Object(whole);
        if let Some(carries) = carries {
            self.uncarried(&whole, carries);
        }
        match Pack::load(whole) {
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
                    self.told(file, Reason { path, ..reason });
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

    /// The effects that nobody carries out, beside all that is wrong with the pack: as far as it can be read at all.
    fn uncarried(&mut self, whole: &Value, carries: &[String]) {
        let Ok(definition) = PackDefinition::deserialize(whole) else {
            return;
        };
        for reason in uncarried(&definition, carries) {
            let (file, path) = self.place_of(&reason.path);
            self.fault(&file, Reason { path, ..reason });
        }
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
