use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::definition::CompiledEntity;
use super::paths::take_out;
use crate::fault::Limits;
use crate::money::shortened;
use crate::tenancy::{Tenant, TenantId};
use crate::{Code, Error, Reason, Result};

/// What is known about one person?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(deny_unknown_fields)]
pub struct ExportPersonRequest {
    /// On behalf of whom.
    pub tenant: TenantId,
    /// Who.
    #[schemars(length(min = 1, max = 200))]
    pub person: String,
    /// Whether sensitive fields are given out too.
    #[serde(default)]
    pub sensitive: bool,
    /// Where to look; what is not about the person is left out.
    pub records: Vec<PersonalRecord>,
}

/// Something that may be about people.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(deny_unknown_fields)]
pub struct PersonalRecord {
    /// What kind of thing.
    #[schemars(length(max = 100))]
    pub entity: String,
    /// Which one.
    #[schemars(length(max = 200))]
    pub id: String,
    /// Everything it says.
    pub values: Map<String, Value>,
}

/// What is known about one person, and about nobody else.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
pub struct PersonExport {
    /// Who.
    pub person: String,
    /// The records by kind of thing, in the order they were given.
    pub records: BTreeMap<String, Vec<PersonalRecord>>,
}

impl Tenant {
    /// Gathers what is about one person. Fields and entries that are about others are left out.
    pub fn export_person(&self, request: &ExportPersonRequest) -> Result<PersonExport> {
        request.bounded()?;
        let _ = self.scope(&request.tenant)?;
        let person = request.person.as_str();
        let mut found: BTreeMap<String, Vec<PersonalRecord>> = BTreeMap::new();
        for (record, entity) in self.personal(&request.records)? {
            let mut value = Value::Object(record.values.clone());
            if !entity.concerns(&value, person) {
                continue;
            }
            entity.without_others(&mut value, person);
            for (place, field, own) in entity.tagged(&value, Some(person)) {
                if !own || (field.sensitive && !request.sensitive) {
                    take_out(&mut value, &place);
                }
            }
            found.entry(record.entity.clone()).or_default().push(record.with(value));
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
                    let message = format!("nothing says what of `{}` is about people", shortened(&record.entity));
                    let place = format!("/records/{index}/entity");
                    reasons.push(Reason::new(Code::RequestUnknown, place, message));
                }
            }
        }
        Error::unless_empty(reasons).map(|()| found)
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
