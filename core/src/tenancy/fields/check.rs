use std::collections::BTreeMap;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::tags;
use super::{CustomField, CustomFieldKind, EntityFields, UnknownFields};
use crate::expression::Expression;
use crate::fault::{Limits, many, near};
use crate::form::Pointer;
use crate::money::{Decimal, shortened};
use crate::tenancy::{Tenant, TenantId};
use crate::time::Day;
use crate::{Code, Error, Reason, Result};

/// The most characters of a text whose field names no other limit, and of a reference.
const MAX_LENGTH: u32 = 1_000;

/// Are these values and tags right for a thing of that kind?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CheckFieldsRequest {
    /// On behalf of whom.
    pub tenant: TenantId,
    /// What kind of thing.
    #[schemars(length(max = 100), extend("format" = "reference"))]
    pub entity: String,
    /// Its values by field; numbers and dates as text.
    #[serde(default)]
    pub values: Map<String, Value>,
    /// Its tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("format" = "text"))]
    pub tags: Vec<String>,
    /// Values of unique fields that other things have.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend("format" = "reference", "valueFormat" = "text"))]
    pub taken: BTreeMap<String, Vec<String>>,
}

/// Values and tags as they are to be stored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct CheckedFields {
    /// The values: texts without blanks around them, numbers without zeros at their end.
    pub values: Map<String, Value>,
    /// The tags in small letters, each once.
    pub tags: Vec<String>,
    /// The fields whose values no other thing may have: look them up, or let the store's index decide.
    pub unique: Vec<String>,
    /// Values of fields that are not, or no longer, defined.
    pub archived: Map<String, Value>,
}

impl Tenant {
    /// Checks and normalises the values and tags of one thing; all faults are told at once.
    pub fn check_fields(&self, request: &CheckFieldsRequest) -> Result<CheckedFields> {
        request.bounded()?;
        let _ = self.scope(&request.tenant)?;
        let Some(entity) = self.definition().fields.get(&request.entity) else {
            let message = format!(
                "`{}` has no fields; declare them in `fields`",
                shortened(&request.entity)
            );
            return Err(Error::new(Code::RequestUnknown, "/entity", message));
        };
        let mut reasons = Vec::new();
        let values = read(entity, request, &mut reasons);
        let archived = unknown(entity, request, &mut reasons);
        let tags = tags::normalised(&request.tags, entity, &mut reasons);
        let checks = self.compiled_fields().checks.get(&request.entity);
        for (field, check) in entity.fields.iter().zip(checks.into_iter().flatten()) {
            if let Some(check) = check {
                holds(field, check, &values, &mut reasons);
            }
        }
        Error::unless_empty(reasons)?;
        let unique = entity
            .fields
            .iter()
            .filter(|field| field.unique && values.contains_key(&field.name));
        Ok(CheckedFields {
            unique: unique.map(|field| field.name.clone()).collect(),
            values,
            tags,
            archived,
        })
    }
}

fn place(name: &str) -> Pointer {
    Pointer::at("/values").join(name)
}

fn read(entity: &EntityFields, request: &CheckFieldsRequest, reasons: &mut Vec<Reason>) -> Map<String, Value> {
    let mut values = Map::new();
    for field in &entity.fields {
        let given = request.values.get(&field.name).unwrap_or(&Value::Null);
        match field.normalised(given) {
            Ok(Some(value)) => {
                let taken = request.taken.get(&field.name).filter(|_| field.unique);
                if taken.into_iter().flatten().any(|other| field.is(other, &value)) {
                    let message = format!("another one already has this `{}`", field.name);
                    reasons.push(Reason::new(Code::TenancyFieldTaken, place(&field.name), message));
                }
                values.insert(field.name.clone(), value);
            }
            Ok(None) if field.required => {
                let message = format!("the field `{}` is missing", field.name);
                reasons.push(Reason::new(Code::RequestMissing, place(&field.name), message));
            }
            Ok(None) => {}
            Err(error) => reasons.extend(error.under(place(&field.name).as_str()).into_reasons()),
        }
    }
    values
}

fn unknown(entity: &EntityFields, request: &CheckFieldsRequest, reasons: &mut Vec<Reason>) -> Map<String, Value> {
    let known = |name: &str| entity.fields.iter().any(|field| field.name == name);
    let mut others = Map::new();
    for (name, value) in request.values.iter().filter(|(name, _)| !known(name)) {
        match entity.unknown {
            UnknownFields::Archive => {
                others.insert(name.clone(), value.clone());
            }
            UnknownFields::Refuse => {
                let hint = near(name, entity.fields.iter().map(|field| field.name.as_str()));
                let message = format!("there is no field `{}`{hint}", shortened(name));
                reasons.push(Reason::new(Code::RequestUnknown, place(name), message));
            }
        }
    }
    others
}

fn holds(field: &CustomField, check: &Expression, values: &Map<String, Value>, reasons: &mut Vec<Reason>) {
    if !check.names().all(|name| values.contains_key(name)) {
        return;
    }
    match check.holds(values, "/values") {
        Ok(true) => {}
        Ok(false) => {
            let text = field.check.as_deref().unwrap_or_default();
            let message = field.message.clone();
            let message = message.unwrap_or_else(|| format!("this must hold: `{}`", shortened(text)));
            let reason = Reason::new(Code::TenancyFieldCheck, place(&field.name), message);
            reasons.push(reason.with("check", text));
        }
        Err(error) => reasons.extend(error.into_reasons().into_iter().map(|mut reason| {
            reason.path = place(&field.name).into();
            reason
        })),
    }
}

impl CustomField {
    /// The value as it is to be stored; nothing when none was given. A fault is told as seen from the value.
    fn normalised(&self, given: &Value) -> Result<Option<Value>> {
        let mistyped = |wanted: &str| Error::new(Code::RequestType, "", format!("`{}` must be {wanted}", self.name));
        let text = match given {
            Value::Null => return Ok(None),
            Value::Bool(_) if self.kind == CustomFieldKind::YesNo => return Ok(Some(given.clone())),
            Value::String(text) if text.trim().is_empty() => return Ok(None),
            Value::String(text) => text.trim(),
            _ => return Err(mistyped(self.kind.form())),
        };
        match self.kind {
            CustomFieldKind::YesNo => return Err(mistyped(self.kind.form())),
            CustomFieldKind::Text | CustomFieldKind::Reference => {
                let (least, most) = (self.min_length.unwrap_or(0), self.max_length.unwrap_or(MAX_LENGTH));
                let length = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
                if !(least..=most).contains(&length) {
                    let length = many(length, "character");
                    let allowed = match least {
                        0 => format!("at most {most}"),
                        _ => format!("{least} to {most}"),
                    };
                    let message = format!("`{}` has {length}; {allowed} are allowed", self.name);
                    return Err(bounded(message, least, most));
                }
            }
            CustomFieldKind::Number => {
                let number: Decimal = text.parse().map_err(|_| mistyped(self.kind.form()))?;
                if self.min.is_some_and(|least| number < least) || self.max.is_some_and(|most| number > most) {
                    let message = format!("`{}` is {number}{}", self.name, outside(self.min, self.max));
                    return Err(bounded(message, self.min, self.max));
                }
                return Ok(Some(number.normalized().to_string().into()));
            }
            CustomFieldKind::Date => {
                let day: Day = text.parse().map_err(|_| mistyped(self.kind.form()))?;
                if self.first.is_some_and(|first| day < first) || self.last.is_some_and(|last| day > last) {
                    let message = format!("`{}` is {day}{}", self.name, outside(self.first, self.last));
                    return Err(bounded(message, self.first, self.last));
                }
            }
            CustomFieldKind::Choice => {
                if !self.choices.iter().any(|choice| choice == text) {
                    let message = format!("`{}` is not one of the choices of `{}`", shortened(text), self.name);
                    return Err(Reason::new(Code::RequestUnknown, "", message)
                        .with("choices", &self.choices)
                        .into());
                }
            }
        }
        Ok(Some(text.into()))
    }

    /// Whether a stored text is the same value.
    fn is(&self, stored: &str, value: &Value) -> bool {
        let number = |text: &str| text.trim().parse::<Decimal>().ok();
        match (self.kind, value.as_str()) {
            (CustomFieldKind::Number, Some(own)) => number(stored) == number(own),
            (_, own) => own == Some(stored.trim()),
        }
    }
}

impl CustomFieldKind {
    fn form(self) -> &'static str {
        match self {
            CustomFieldKind::Text | CustomFieldKind::Choice => "text",
            CustomFieldKind::Number => "a decimal in a string such as \"124.50\"",
            CustomFieldKind::Date => "a day such as \"2026-09-01\"",
            CustomFieldKind::YesNo => "true or false",
            CustomFieldKind::Reference => "the id of another thing",
        }
    }
}

fn bounded(message: String, least: impl Serialize, most: impl Serialize) -> Error {
    let reason = Reason::new(Code::RequestRange, "", message);
    reason.with("min", least).with("max", most).into()
}

fn outside(least: Option<impl ToString>, most: Option<impl ToString>) -> String {
    let least = least.map(|least| format!("; it must be at least {}", least.to_string()));
    let most = most.map(|most| format!("; it must be at most {}", most.to_string()));
    least.into_iter().chain(most).collect()
}
