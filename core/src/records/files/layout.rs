//! Which files a pack has, and what each of them holds.

use crate::fault::near;

/// Files that hold one thing each, by their folder: the field of the pack whose entries they are.
pub(super) const ONE_EACH: &[(&str, &str)] = &[
    ("entities", "entities"),
    ("machines", "machines"),
    ("mail", "mail"),
    ("documents", "documents"),
    ("inbound", "inbound"),
    ("contacts", "contacts"),
    ("webhooks", "webhooks"),
];
/// Files that hold a field of the pack by its name, and what may stand beside it.
const BY_NAME: &[(&str, &[&str])] = &[
    ("roles.toml", &["roles", "permissions"]),
    ("numbers.toml", &["numbers"]),
    ("limits.toml", &["quotas", "rate_limits"]),
    ("policies.toml", &["policies"]),
    ("schedules.toml", &["schedules"]),
    ("rules.toml", &["rules"]),
];
/// Folders whose files hold a field of the pack by its name.
const FOLDERS: &[(&str, &[&str])] = &[("views", &["views"]), ("demo", &["demo"])];
pub(super) const OWN: &str = "pack.toml";
pub(super) const AUTOMATION: &str = "automation.toml";
/// The folder of several such files, and the field of the pack that they are.
pub(super) const AUTOMATIONS: &str = "automation";
/// The rules of them, in one order.
pub(super) const AUTOMATION_RULES: &str = "automation/rules";
/// The folder of templates, and how those of documents end.
pub(super) const TEMPLATES: &str = "templates/";
pub(super) const TEMPLATE: &str = ".typ";
/// What lies in a pack for others to read.
pub(super) const BESIDE: &[&str] = &[TEMPLATES, "README.md"];

/// What a file holds.
#[derive(Clone, Copy, Debug)]
pub(super) enum Fields {
    /// A text, which is an entry of a list.
    Text,
    /// An entry of a list.
    One(&'static str),
    /// Rules of automation.
    Automation,
    /// Fields by their names; any when none are named.
    Named(&'static [&'static str]),
}

pub(super) fn known_fields(path: &str) -> Option<Fields> {
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
pub(super) fn hint(path: &str) -> String {
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
