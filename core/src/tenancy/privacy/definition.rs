use std::collections::BTreeMap;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::paths;
use crate::fault::Limits;
use crate::form::{Faults, Pointer};
use crate::money::shortened;
use crate::tenancy::naming::{Names, check_keys};
use crate::tenancy::places::Place;
use crate::{Code, Reason};

/// Where things say something about people, how long they are kept, and what people are asked to agree to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Privacy {
    /// The kinds of things that are about people.
    #[serde(default)]
    #[schemars(extend("format" = "name"))]
    pub entities: BTreeMap<String, PrivateEntity>,
    /// How long each class of things is kept.
    #[serde(default)]
    #[schemars(length(max = 500))]
    pub retention: Vec<RetentionRule>,
    /// What people are asked to agree to, such as `newsletter`.
    #[serde(default)]
    #[schemars(length(max = 500), extend("format" = "name"))]
    pub purposes: Vec<String>,
}

/// A kind of thing that is about people.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PrivateEntity {
    /// Where the ids of the people stand: JSON pointers such as `/customer` or, for each entry of a list, `/guests/*/id`.
    #[schemars(length(max = 20), extend("format" = "text"))]
    pub people: Vec<String>,
    /// Which fields say something about them.
    #[schemars(length(max = 200))]
    pub fields: Vec<PrivateField>,
}

/// A field that says something about a person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PrivateField {
    /// Where: a JSON pointer, in which one step may be `*` for each entry of a list.
    #[schemars(length(max = 500), extend("format" = "text"))]
    pub path: String,
    /// Whether it is sensitive: health, faith, papers. It is given out only when asked for.
    #[serde(default)]
    pub sensitive: bool,
    /// What becomes of it when it is made nameless.
    #[serde(default)]
    pub anonymise: Anonymising,
    /// Whether no two things have the same in it: then its stars are followed by the id of the thing.
    #[serde(default, skip_serializing_if = "is_false")]
    pub unique: bool,
}

fn is_false(flag: &bool) -> bool {
    !flag
}

/// What becomes of a field that is made nameless. What is no text becomes nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Anonymising {
    /// Another text, the same for the same value, so that what is counted by it still adds up.
    #[default]
    Pseudonym,
    /// Three stars, and the id of the thing where no two have the same.
    Mask,
    /// Nothing: the field is taken out.
    Remove,
}

/// How long one class of things is kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RetentionRule {
    /// Of which class.
    #[schemars(length(max = 100), extend("format" = "name"))]
    pub class: String,
    /// For so many months.
    #[serde(default)]
    #[schemars(range(max = 2400))]
    pub keep_months: u32,
    /// And so many days.
    #[serde(default)]
    #[schemars(range(max = 36500))]
    pub keep_days: u32,
    /// What is done then.
    pub action: RetentionAction,
}

/// What is done with things that were kept long enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RetentionAction {
    /// They are deleted.
    Delete,
    /// They are made nameless.
    Anonymise,
}

/// The paths of each kind of thing.
#[derive(Clone, Debug)]
pub(in crate::tenancy) struct CompiledPrivacy {
    pub(super) entities: BTreeMap<String, CompiledEntity>,
}

/// The paths of one kind of thing; the fields in the order of the definition.
#[derive(Clone, Debug)]
pub(super) struct CompiledEntity {
    pub(super) people: Vec<Place>,
    /// The texts of those.
    pub(super) paths: Vec<String>,
    pub(super) fields: Vec<(Place, PrivateField)>,
}

impl CompiledPrivacy {
    pub(in crate::tenancy) fn compile(privacy: &Privacy, place: &Pointer, faults: &mut Faults) -> CompiledPrivacy {
        let mut entities = BTreeMap::new();
        check_keys(privacy.entities.keys(), &place.join("entities"), faults);
        for (name, entity) in &privacy.entities {
            let compiled = entity.compile(&place.join("entities").join(name), faults);
            entities.insert(name.clone(), compiled);
        }
        retention(&privacy.retention, &place.join("retention"), faults);
        let mut names = Names::default();
        for (index, purpose) in privacy.purposes.iter().enumerate() {
            names.take_at(purpose, &place.join("purposes").join(index), faults);
        }
        CompiledPrivacy { entities }
    }
}

impl PrivateEntity {
    fn compile(&self, place: &Pointer, faults: &mut Faults) -> CompiledEntity {
        let mut compiled = CompiledEntity {
            people: Vec::new(),
            paths: Vec::new(),
            fields: Vec::new(),
        };
        if self.people.is_empty() {
            let message = "say where the ids of the people are, such as `/customer`";
            faults.add(Reason::new(Code::DefinitionMissing, place.join("people"), message));
        }
        for (index, path) in self.people.iter().enumerate() {
            if let Some(read) = read(path, &place.join("people").join(index), faults) {
                compiled.people.push(read);
                compiled.paths.push(path.clone());
            }
        }
        for (index, field) in self.fields.iter().enumerate() {
            let place = place.join("fields").join(index).join("path");
            let Some(path) = read(&field.path, &place, faults) else {
                continue;
            };
            if compiled.people.iter().any(|person| person.meets(&path)) {
                let message = format!(
                    "`{}` holds a person's id, which cannot be tagged: ids stay as they are",
                    shortened(&field.path)
                );
                faults.add(Reason::new(Code::DefinitionConflict, place, message));
            } else if compiled.fields.iter().any(|(other, _)| other.meets(&path)) {
                let message = format!(
                    "`{}` is tagged already, itself or with what it is part of",
                    shortened(&field.path)
                );
                faults.add(Reason::new(Code::DefinitionConflict, place, message));
            } else {
                compiled.fields.push((path, field.clone()));
            }
        }
        compiled
    }
}

fn read(text: &str, place: &Pointer, faults: &mut Faults) -> Option<Place> {
    let path = paths::path(text);
    if path.is_none() {
        let message = format!(
            "`{}` is not a path; one is like `/name` or `/guests/*/name`",
            shortened(text)
        );
        faults.add(Reason::new(Code::DefinitionRange, place, message));
    }
    path
}

fn retention(rules: &[RetentionRule], place: &Pointer, faults: &mut Faults) {
    let mut names = Names::default();
    for (index, rule) in rules.iter().enumerate() {
        let place = place.join(index);
        names.take_at(&rule.class, &place.join("class"), faults);
        if rule.keep_months == 0 && rule.keep_days == 0 {
            let message = "say for how long it is kept: `keep_months`, `keep_days` or both";
            faults.add(Reason::new(Code::DefinitionMissing, place.join("keep_days"), message));
        }
    }
}
