//! What records say of one person: all of it, given out or taken out.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::compiled::{Entity, Pack};
use super::definition::FieldKind;
use crate::fault::{Limits, near, shortened};
use crate::tenancy::{
    AnonymiseRequest, Anonymising, ExportPersonRequest, PersonalRecord, Privacy, PrivateEntity, PrivateField, Tenant,
    TenantDefinition, TenantId,
};
use crate::{Code, Error, JsonSchema, Reason, Result};
use ratebook_derive::Build;

/// What do records say of a person?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PersonRecordsRequest {
    /// Whose records they are.
    pub tenant: TenantId,
    /// Who.
    #[schemars(length(min = 1, max = 200), extend("format" = "reference"))]
    pub person: String,
    /// Whether sensitive fields are given out too. Secrets never are.
    #[serde(default)]
    pub include_sensitive: bool,
    /// Where to look, by entity: records with their ids. What is not about the person is left out.
    #[schemars(extend("format" = "reference"))]
    pub records: BTreeMap<String, Vec<Map<String, Value>>>,
}

/// What records say of a person, and of nobody else.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct PersonRecords {
    /// Who.
    pub person: String,
    /// The records about them by entity, in the order in which they were given.
    pub records: BTreeMap<String, Vec<Map<String, Value>>>,
}

/// Records are no longer to say whom they are about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AnonymisePersonRequest {
    /// Whose records they are.
    pub tenant: TenantId,
    /// Who.
    #[schemars(length(min = 1, max = 200), extend("format" = "reference"))]
    pub person: String,
    /// At least 16 random bytes in hexadecimal. The same salt gives the same pseudonyms; when it is thrown away, nobody can find a
    /// value by trying.
    #[schemars(length(max = 128), extend("format" = "text"))]
    pub salt: String,
    /// The records by entity, with their ids.
    #[schemars(extend("format" = "reference"))]
    pub records: BTreeMap<String, Vec<Map<String, Value>>>,
}

/// Records that no longer say whom they are about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct AnonymisedPerson {
    /// All records by entity, in the order in which they were given.
    pub records: BTreeMap<String, Vec<Map<String, Value>>>,
    /// What was changed: JSON pointers such as `/records/customer/0/name`.
    pub changed: Vec<String>,
}

impl Pack {
    /// Everything that records say of a person. Where another shape stands than was declared it may be anybody's, and is left out.
    pub fn person_export(&self, request: &PersonRecordsRequest) -> Result<PersonRecords> {
        request.bounded()?;
        let flat = Flat::of(self, &request.records)?;
        let export = ExportPersonRequest::new(request.tenant.clone(), &*request.person, flat.records.clone())
            .with_sensitive(request.include_sensitive);
        let found = self.rules_of(&request.tenant)?.export_person(&export);
        let found = found.map_err(|error| flat.told(error))?;
        let mut records: BTreeMap<String, Vec<Map<String, Value>>> = BTreeMap::new();
        for (name, own) in found.records {
            let secrets = self.entity(&name).map_or(&[][..], Entity::fields).iter();
            let secrets: Vec<&str> = secrets
                .filter(|field| field.kind() == FieldKind::Secret)
                .map(|field| field.name())
                .collect();
            let shown = own.into_iter().map(|record| {
                let mut values = record.values;
                values.retain(|field, _| !secrets.contains(&field.as_str()));
                values
            });
            records.insert(name, shown.collect());
        }
        Ok(PersonRecords {
            person: request.person.clone(),
            records,
        })
    }

    /// Replaces what names a person for good; ids and numbers stay. When a record has another shape than was declared, so that
    /// something may not be found, it is an error, and nothing is answered.
    pub fn anonymise_person(&self, request: &AnonymisePersonRequest) -> Result<AnonymisedPerson> {
        request.bounded()?;
        let flat = Flat::of(self, &request.records)?;
        let asked = AnonymiseRequest::new(request.tenant.clone(), &*request.salt, flat.records.clone())
            .with_person(&*request.person);
        let done = self.rules_of(&request.tenant)?.anonymise(&asked);
        let done = done.map_err(|error| flat.told(error))?;
        let mut records: BTreeMap<String, Vec<Map<String, Value>>> = BTreeMap::new();
        for name in request.records.keys() {
            records.insert(name.clone(), Vec::new());
        }
        for record in done.records {
            records.entry(record.entity).or_default().push(record.values);
        }
        Ok(AnonymisedPerson {
            records,
            changed: done.changed.iter().map(|place| flat.place(place)).collect(),
        })
    }

    /// What the pack says of people, as a tenant's rules.
    fn rules_of(&self, tenant: &TenantId) -> Result<Tenant> {
        let about = self
            .entities()
            .iter()
            .filter(|entity| !entity.definition().people.is_empty());
        let privacy = Privacy {
            entities: about
                .map(|entity| (entity.name().to_owned(), private(entity)))
                .collect(),
            retention: Vec::new(),
            purposes: Vec::new(),
        };
        Tenant::new(TenantDefinition::new(tenant.clone(), "pack").with_privacy(privacy))
    }
}

/// What an entity says of people. What nobody says what becomes of, and no other is to read, goes.
fn private(entity: &Entity) -> PrivateEntity {
    let people = entity.definition().people.iter();
    let people: Vec<String> = people
        .map(|path| format!("/{}", path.strip_prefix('/').unwrap_or(path)))
        .collect();
    let fields = entity.fields().iter().filter_map(|field| {
        let own = field.definition();
        let path = format!("/{}", field.name());
        let kept_apart = own.sensitive || field.kind() == FieldKind::Secret;
        let anonymise = own.personal.or(kept_apart.then_some(Anonymising::Remove))?;
        // Whose id it is says whose the record is: ids stay as they are.
        (!people.contains(&path)).then(|| {
            PrivateField::new(path)
                .with_sensitive(own.sensitive)
                .with_anonymise(anonymise)
        })
    });
    let fields: Vec<PrivateField> = fields.collect();
    PrivateEntity::new(people, fields)
}

/// Records of all entities, one after the other.
struct Flat {
    records: Vec<PersonalRecord>,
    /// The entity of each, and its place among that entity's.
    places: Vec<(String, usize)>,
}

impl Flat {
    fn of(pack: &Pack, records: &BTreeMap<String, Vec<Map<String, Value>>>) -> Result<Flat> {
        let mut flat = Flat {
            records: Vec::new(),
            places: Vec::new(),
        };
        let mut reasons = Vec::new();
        let about = || {
            let entities = pack
                .entities()
                .iter()
                .filter(|entity| !entity.definition().people.is_empty());
            entities.map(Entity::name)
        };
        for (name, own) in records {
            match pack.entity(name) {
                Some(entity) if !entity.definition().people.is_empty() => {}
                Some(_) => {
                    let message = format!("`{name}` does not say whom its records are about; name `people`");
                    reasons.push(Reason::new(Code::RequestUnknown, format!("/records/{name}"), message));
                }
                None => {
                    let hint = near(name, about());
                    let message = format!("there is no entity `{}`{hint}", shortened(name));
                    let step = name.replace('~', "~0").replace('/', "~1");
                    reasons.push(Reason::new(Code::RequestUnknown, format!("/records/{step}"), message));
                }
            }
            for (place, record) in own.iter().enumerate() {
                let id = record.get("id").and_then(Value::as_str).unwrap_or_default();
                flat.records.push(PersonalRecord::new(&**name, id, record.clone()));
                flat.places.push((name.clone(), place));
            }
        }
        Error::unless_empty(reasons).map(|()| flat)
    }

    /// A place in the records of all entities, seen from the request: `/records/customer/0/name` for `/records/3/values/name`.
    fn place(&self, path: &str) -> String {
        let Some(rest) = path.strip_prefix("/records/") else {
            return if path == "/key" {
                "/salt".to_owned()
            } else {
                path.to_owned()
            };
        };
        let (index, rest) = rest.split_once('/').unwrap_or((rest, ""));
        let Some((entity, place)) = index.parse::<usize>().ok().and_then(|index| self.places.get(index)) else {
            return path.to_owned();
        };
        let rest = rest.strip_prefix("values").unwrap_or_default();
        format!("/records/{entity}/{place}{rest}")
    }

    fn told(&self, error: Error) -> Error {
        error.each_reason(|reason| reason.path = self.place(&reason.path))
    }
}
