use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use crate::expression::{Environment, Expression, Type};
use crate::fault::Limits;
use crate::form::{Faults, Pointer};
use crate::money::{Decimal, shortened};
use crate::tenancy::naming::{Names, check_keys};
use crate::time::Day;
use crate::{Code, Reason};

/// The fields and tags that a tenant adds to one kind of thing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct EntityFields {
    /// The fields, in the order of the form.
    #[serde(default)]
    #[schemars(length(max = 200))]
    pub fields: Vec<CustomField>,
    /// What becomes of values of a field that is not, or no longer, defined.
    #[serde(default)]
    pub unknown: UnknownFields,
    /// How many tags one thing may have.
    #[serde(default = "twenty")]
    #[schemars(range(max = 1000))]
    pub max_tags: u32,
    /// How many characters a tag may have.
    #[serde(default = "fifty")]
    #[schemars(range(min = 1, max = 200))]
    pub max_tag_length: u32,
}

/// What becomes of values of a field that is not, or no longer, defined.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum UnknownFields {
    /// They are a fault.
    #[default]
    Refuse,
    /// They are kept as they are, apart from the others.
    Archive,
}

/// A field that a tenant adds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CustomField {
    /// What it is called in values and checks: letters, digits and `_`.
    #[schemars(length(max = 100), extend("format" = "name"))]
    pub name: String,
    /// What it takes.
    pub kind: CustomFieldKind,
    /// Whether it must be given.
    #[serde(default)]
    pub required: bool,
    /// Whether no two things may have the same value.
    #[serde(default)]
    pub unique: bool,
    /// The fewest characters of a text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(max = 100_000))]
    pub min_length: Option<u32>,
    /// The most characters of a text; 1,000 when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(max = 100_000))]
    pub max_length: Option<u32>,
    /// The least number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<Decimal>,
    /// The greatest number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<Decimal>,
    /// The first day that a date may be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<Day>,
    /// The last day that a date may be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<Day>,
    /// What a choice is among.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 500), extend("format" = "name"))]
    pub choices: Vec<String>,
    /// What kind of thing a reference is to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 100), extend("format" = "name"))]
    pub entity: Option<String>,
    /// What must be true when all fields it names have values, such as `mileage_out >= mileage_in`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "text"))]
    pub check: Option<String>,
    /// What is said when the check does not hold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 500), extend("format" = "text"))]
    pub message: Option<String>,
}

/// What a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum CustomFieldKind {
    /// Text.
    Text,
    /// An exact number.
    Number,
    /// A day.
    Date,
    /// One of several texts.
    Choice,
    /// True or false.
    YesNo,
    /// The id of another thing.
    Reference,
}

/// The checks of all fields, by entity and in the order of the fields.
#[derive(Clone, Debug)]
pub(in crate::tenancy) struct CompiledFields {
    pub(super) checks: BTreeMap<String, Vec<Option<Expression>>>,
}

impl CompiledFields {
    pub(in crate::tenancy) fn compile(
        entities: &BTreeMap<String, EntityFields>,
        place: &Pointer,
        faults: &mut Faults,
    ) -> CompiledFields {
        let mut checks = BTreeMap::new();
        check_keys(entities.keys(), place, faults);
        for (name, entity) in entities {
            let place = place.join(name).join("fields");
            let typed = entity
                .fields
                .iter()
                .map(|field| (field.name.as_str(), field.kind.fact()));
            let environment = Environment::new(typed);
            let mut seen = BTreeSet::new();
            let mut compiled = Vec::with_capacity(entity.fields.len());
            for (index, field) in entity.fields.iter().enumerate() {
                let place = place.join(index);
                if !seen.insert(field.name.as_str()) {
                    let message = format!("there are two fields `{}`", shortened(&field.name));
                    faults.add(Reason::new(Code::DefinitionConflict, place.join("name"), message));
                }
                field.check_form(&place, faults);
                compiled.push(field.compile(&environment, &place, faults));
            }
            checks.insert(name.clone(), compiled);
        }
        CompiledFields { checks }
    }
}

impl CustomFieldKind {
    fn fact(self) -> Type {
        match self {
            CustomFieldKind::Text | CustomFieldKind::Choice | CustomFieldKind::Reference => Type::Text,
            CustomFieldKind::Number => Type::Decimal,
            CustomFieldKind::Date => Type::Day,
            CustomFieldKind::YesNo => Type::Bool,
        }
    }
}

impl CustomField {
    fn compile(&self, environment: &Environment, place: &Pointer, faults: &mut Faults) -> Option<Expression> {
        let text = self.check.as_deref()?;
        match Expression::condition(text, environment) {
            Ok(expression) => Some(expression),
            Err(error) => {
                for reason in error.under(place.join("check").as_str()).into_reasons() {
                    faults.add(reason);
                }
                None
            }
        }
    }

    fn check_form(&self, place: &Pointer, faults: &mut Faults) {
        let word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
        if !self.name.bytes().all(word) || self.name.bytes().next().is_none_or(|first| first.is_ascii_digit()) {
            let message = format!(
                "`{}` cannot be the name of a field; use letters, digits and `_`, and begin with a letter",
                shortened(&self.name)
            );
            faults.add(Reason::new(Code::DefinitionRange, place.join("name"), message));
        }
        let kind = self.kind;
        let bounds = [
            ("min_length", self.min_length.is_some(), CustomFieldKind::Text),
            ("max_length", self.max_length.is_some(), CustomFieldKind::Text),
            ("min", self.min.is_some(), CustomFieldKind::Number),
            ("max", self.max.is_some(), CustomFieldKind::Number),
            ("first", self.first.is_some(), CustomFieldKind::Date),
            ("last", self.last.is_some(), CustomFieldKind::Date),
            ("choices", !self.choices.is_empty(), CustomFieldKind::Choice),
            ("entity", self.entity.is_some(), CustomFieldKind::Reference),
        ];
        for (name, _, _) in bounds.iter().filter(|(_, given, whose)| *given && *whose != kind) {
            let message = format!("`{name}` does not belong to a field of this kind");
            faults.add(Reason::new(Code::DefinitionConflict, place.join(name), message).with("kind", kind));
        }
        let lacking = match kind {
            CustomFieldKind::Choice if self.choices.is_empty() => Some("choices"),
            CustomFieldKind::Reference if self.entity.is_none() => Some("entity"),
            _ => None,
        };
        if let Some(name) = lacking {
            let message = format!("a field of this kind needs `{name}`");
            faults.add(Reason::new(Code::DefinitionMissing, place.join(name), message).with("kind", kind));
        }
        if kind == CustomFieldKind::YesNo && self.unique {
            let message = "a field of yes or no cannot be unique: there are only two values";
            faults.add(Reason::new(Code::DefinitionConflict, place.join("unique"), message));
        }
        self.check_bounds(place, faults);
    }

    fn check_bounds(&self, place: &Pointer, faults: &mut Faults) {
        let reversed = [
            reversed(
                ("min_length", self.min_length),
                ("max_length", self.max_length),
                "below",
            ),
            reversed(("min", self.min), ("max", self.max), "below"),
            reversed(("first", self.first), ("last", self.last), "before"),
        ];
        for (name, message) in reversed.into_iter().flatten() {
            faults.add(Reason::new(Code::DefinitionConflict, place.join(name), message));
        }
        let mut names = Names::default();
        for (index, choice) in self.choices.iter().enumerate() {
            let place = place.join("choices").join(index);
            names.take_at(choice, &place, faults);
        }
    }
}

/// A range that ends before it begins: the field that ends it, and what is wrong.
fn reversed<T: PartialOrd + Display>(
    (least, from): (&str, Option<T>),
    (most, to): (&'static str, Option<T>),
    how: &str,
) -> Option<(&'static str, String)> {
    let (from, to) = (from?, to?);
    (to < from).then(|| (most, format!("`{most}`, {to}, is {how} `{least}`, {from}")))
}

fn twenty() -> u32 {
    20
}

fn fifty() -> u32 {
    50
}
