use std::collections::BTreeMap;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::definition::CompiledEntity;
use super::paths::Whose;
use crate::fault::Limits;
use crate::form::Pointer;
use crate::money::shortened;
use crate::tenancy::places::take_out;
use crate::tenancy::{Tenant, TenantId};
use crate::{Code, Error, Reason, Result};

/// What is known about one person?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ExportPersonRequest {
    /// On behalf of whom.
    pub tenant: TenantId,
    /// Who.
    #[schemars(length(min = 1, max = 200), extend("format" = "reference"))]
    pub person: String,
    /// Whether sensitive fields are given out too.
    #[serde(default)]
    pub sensitive: bool,
    /// Where to look; what is not about the person is left out.
    pub records: Vec<PersonalRecord>,
}

/// Something that may be about people.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PersonalRecord {
    /// What kind of thing.
    #[schemars(length(max = 100), extend("format" = "name"))]
    pub entity: String,
    /// Which one.
    #[schemars(length(max = 200), extend("format" = "reference"))]
    pub id: String,
    /// Everything it says.
    pub values: Map<String, Value>,
}

/// What is known about one person, and about nobody else.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct PersonExport {
    /// Who.
    pub person: String,
    /// The records by kind of thing, in the order they were given.
    pub records: BTreeMap<String, Vec<PersonalRecord>>,
}

impl Tenant {
    /// Gathers what is about one person. Fields and entries that are about others are left out, and so is what has another
    /// shape than was declared: it may be anybody's.
    pub fn export_person(&self, request: &ExportPersonRequest) -> Result<PersonExport> {
        request.bounded()?;
        let _ = self.scope(&request.tenant)?;
        let person = request.person.as_str();
        Error::unless_empty(nobody(person).into_iter().collect())?;
        let mut found: BTreeMap<String, Vec<PersonalRecord>> = BTreeMap::new();
        for (record, entity) in self.personal(&request.records)? {
            let value = Value::Object(record.values.clone());
            if entity.concerns(&value, person) {
                let own = entity.own_part(value, person, request.sensitive);
                found.entry(record.entity.clone()).or_default().push(record.with(own));
            }
        }
        Ok(PersonExport {
            person: request.person.clone(),
            records: found,
        })
    }

    /// Each record with the paths of its kind; all whose kind is not known are told.
    pub(super) fn personal<'r>(
        &self,
        records: &'r [PersonalRecord],
    ) -> Result<Vec<(&'r PersonalRecord, &CompiledEntity)>> {
        let mut found = Vec::with_capacity(records.len());
        let mut reasons = Vec::new();
        for (index, record) in records.iter().enumerate() {
            match self.compiled_privacy().entities.get(&record.entity) {
                Some(entity) => found.push((record, entity)),
                None => {
                    let message = format!(
                        "`{}` is not declared in `privacy.entities`; declare there which of its fields are about people",
                        shortened(&record.entity)
                    );
                    let place = format!("/records/{index}/entity");
                    reasons.push(Reason::new(Code::RequestUnknown, place, message));
                }
            }
        }
        Error::unless_empty(reasons).map(|()| found)
    }
}

/// Refuses an empty id, which would be that of everybody whose id is not known.
pub(super) fn nobody(person: &str) -> Option<Reason> {
    let message = "the person's id is empty; say who it is";
    person
        .is_empty()
        .then(|| Reason::new(Code::RequestRange, "/person", message))
}

impl CompiledEntity {
    /// What a value says of one person.
    fn own_part(&self, mut value: Value, person: &str, sensitive: bool) -> Value {
        let lists = self.own_entries(&value, person);
        let strange = self.strangers(&value).into_iter().map(|(_, found)| found.at);
        let hidden = self.tagged(&value, Some(person)).into_iter().filter(|tagged| {
            let given = tagged.whose == Whose::Own && (sensitive || !tagged.field.sensitive);
            !given || tagged.found.expected.is_some()
        });
        let out: Vec<Pointer> = strange.chain(hidden.map(|tagged| tagged.found.at)).collect();
        for place in &out {
            take_out(&mut value, place);
        }
        for (list, own) in lists {
            if let Some(entries) = value.pointer_mut(list.as_str()).and_then(Value::as_array_mut) {
                let mut own = own.into_iter();
                entries.retain(|_| own.next().unwrap_or(false));
            }
        }
        value
    }
}

impl PersonalRecord {
    /// The same record with other values.
    pub(super) fn with(&self, value: Value) -> PersonalRecord {
        PersonalRecord {
            entity: self.entity.clone(),
            id: self.id.clone(),
            values: match value {
                Value::Object(values) => values,
                _ => Map::new(),
            },
        }
    }
}
