//! Where settings come from.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use toml::de::{DeTable, DeValue};

use super::{Kind, SETTINGS, Setting};

/// The file that is read when no other is named.
const FILE: &str = "ratebook.toml";
/// What names another one.
const FILE_VARIABLE: &str = "RATEBOOK_CONFIG";
const FILE_FLAG: &str = "--config";
const PREFIX: &str = "RATEBOOK_";

/// Who says what a setting is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Nobody.
    Usual,
    /// A file.
    File(PathBuf),
    /// A variable of the environment.
    Environment,
    /// A flag.
    Flag,
}

impl fmt::Display for Origin {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Origin::Usual => out.write_str("the default"),
            Origin::File(path) => write!(out, "{}", path.display()),
            Origin::Environment => out.write_str("the environment"),
            Origin::Flag => out.write_str("a flag"),
        }
    }
}

/// All that is said.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// The file and its text.
    pub file: Option<(PathBuf, String)>,
    /// The environment.
    pub environment: BTreeMap<String, String>,
    /// The words after the program's name.
    pub words: Vec<String>,
}

/// What a source says of a setting.
type Said = (&'static str, Vec<String>, Origin);

impl Sources {
    /// Those of this process, with these words.
    pub fn of_process(mut words: Vec<String>) -> Result<Sources, String> {
        let known = |(name, value): (std::ffi::OsString, std::ffi::OsString)| {
            Some((name.into_string().ok()?, value.to_string_lossy().into_owned()))
        };
        let environment: BTreeMap<String, String> = std::env::vars_os().filter_map(known).collect();
        let mut named = environment.get(FILE_VARIABLE).cloned();
        if let Some(place) = words.iter().position(|word| word == FILE_FLAG) {
            let taken: Vec<String> = words.drain(place..words.len().min(place + 2)).collect();
            let path = taken.into_iter().nth(1);
            named = Some(path.ok_or_else(|| format!("`{FILE_FLAG}` needs the path of a file"))?);
        }
        let path = named.as_deref().map_or_else(|| Path::new(FILE), Path::new);
        let file = match std::fs::read_to_string(path) {
            Ok(text) => Some((path.to_owned(), text)),
            Err(error) if named.is_none() && error.kind() == std::io::ErrorKind::NotFound => None,
            Err(error) => return Err(format!("{}: {error}", path.display())),
        };
        Ok(Sources {
            file,
            environment,
            words,
        })
    }

    /// What is said, the least first.
    pub(super) fn values(&self, faults: &mut Vec<String>) -> Vec<Said> {
        let mut said = Vec::new();
        if let Some((path, text)) = &self.file {
            of_file(path, text, &mut said, faults);
        }
        for (name, value) in self.environment.iter().filter(|(name, _)| name.starts_with(PREFIX)) {
            match SETTINGS.iter().find(|setting| setting.variable() == *name) {
                Some(setting) => {
                    let values = match setting.kind.separator() {
                        Some(separator) => value.split(separator).map(|one| one.trim().to_owned()).collect(),
                        None => vec![value.clone()],
                    };
                    said.push((setting.name, values, Origin::Environment));
                }
                None if name == FILE_VARIABLE => {}
                None => faults.push(format!("the environment: there is no setting `{name}`")),
            }
        }
        of_words(&self.words, &mut said, faults);
        said
    }
}

fn of_file(path: &Path, text: &str, said: &mut Vec<Said>, faults: &mut Vec<String>) {
    let shown = path.display();
    let table = match DeTable::parse(text) {
        Ok(table) => table,
        Err(error) => return faults.push(format!("{shown}: {}", error.message())),
    };
    for (name, value) in table.get_ref() {
        let name: &str = name.get_ref();
        let Some(setting) = SETTINGS.iter().find(|setting| setting.name == name) else {
            faults.push(format!("{shown}: there is no setting `{name}`"));
            continue;
        };
        let values = match value.get_ref() {
            DeValue::Array(items) if setting.kind.separator().is_some() => {
                items.iter().map(|item| plain(item.get_ref())).collect()
            }
            one => plain(one).map(|text| vec![text]),
        };
        match values {
            Some(values) => said.push((setting.name, values, Origin::File(path.to_owned()))),
            None => faults.push(format!("{shown}: `{name}` is no text, number or truth")),
        }
    }
}

fn plain(value: &DeValue<'_>) -> Option<String> {
    match value {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Integer(number) => Some(number.as_str().to_owned()),
        DeValue::Boolean(truth) => Some(truth.to_string()),
        _ => None,
    }
}

fn of_words(words: &[String], said: &mut Vec<Said>, faults: &mut Vec<String>) {
    let mut flags: Vec<Said> = Vec::new();
    let mut words = words.iter();
    while let Some(word) = words.next() {
        let (flag, mut value) = match word.split_once('=') {
            Some((flag, value)) => (flag, Some(value.to_owned())),
            None => (word.as_str(), None),
        };
        let known = |setting: &&Setting| setting.flag().as_deref() == Some(flag);
        let Some(setting) = SETTINGS.iter().find(known) else {
            faults.push(format!(
                "there is no option `{flag}`; `ratebook-server config` shows those there are"
            ));
            // What follows it is its own.
            continue;
        };
        if value.is_none() {
            value = if setting.kind == Kind::Switch {
                Some("yes".to_owned())
            } else {
                words.next().cloned()
            };
        }
        let Some(value) = value else {
            faults.push(format!("`{flag}` needs a value"));
            continue;
        };
        match flags.iter_mut().find(|(name, ..)| *name == setting.name) {
            Some((_, values, _)) if setting.kind.separator().is_some() => values.push(value),
            Some(_) => faults.push(format!("`{flag}` is given twice")),
            None => flags.push((setting.name, vec![value], Origin::Flag)),
        }
    }
    said.extend(flags);
}
