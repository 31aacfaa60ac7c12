//! What records say of one person: all of it, given out or taken out.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::compiled::{Entity, Field, Pack};
use super::definition::FieldKind;
use crate::fault::{Limits, Pointer, near, shortened};
use crate::tenancy::{
    AnonymiseRequest, ConsentRequest, ConsentStanding, ExportPersonRequest, PersonalRecord, Privacy, PrivateEntity,
    PrivateField, Tenant, TenantDefinition, TenantId,
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
            let own = records.entry(record.entity.clone()).or_default();
            let (mut values, place) = (record.values, own.len());
            // What is computed of what was replaced would tell it still.
            if let Some(entity) = self.entity(&record.entity) {
                let told =
                    |error: Error| error.each_reason(|reason| reason.path = reckoned_at(entity, place, &reason.path));
                entity.reckon(&mut values).map_err(told)?;
            }
            own.push(values);
        }
        Ok(AnonymisedPerson {
            records,
            changed: done.changed.iter().map(|place| flat.place(place)).collect(),
        })
    }

    /// A record with what names people replaced for good, and the fields that are others by that: what is about one person where one is
    /// named, and else about anybody, also where the entity does not say whom its records are about.
    pub fn nameless(
        &self,
        entity: &Entity,
        record: &Map<String, Value>,
        (tenant, person, salt): (&TenantId, Option<&str>, &str),
    ) -> Result<(Map<String, Value>, Vec<String>)> {
        let mut own = private(entity);
        if own.people.is_empty() {
            own.people.push("/id".to_owned());
        }
        let privacy = Privacy {
            entities: BTreeMap::from([(entity.name().to_owned(), own)]),
            retention: Vec::new(),
            purposes: Vec::new(),
        };
        let id = record.get("id").and_then(Value::as_str).unwrap_or_default();
        let mut asked = AnonymiseRequest::new(
            tenant.clone(),
            salt,
            vec![PersonalRecord::new(entity.name(), id, record.clone())],
        );
        asked.person = person.map(str::to_owned);
        let rules = Tenant::new(TenantDefinition::new(tenant.clone(), "pack").with_privacy(privacy))?;
        let done = rules.anonymise(&asked)?;
        let Some(mut after) = done.records.into_iter().next().map(|record| record.values) else {
            return Ok((record.clone(), Vec::new()));
        };
        entity.reckon(&mut after)?;
        let fields = entity.fields().iter().map(Field::name);
        let changed = fields.filter(|name| given(record, name) != given(&after, name));
        let changed = changed.map(str::to_owned).collect();
        Ok((after, changed))
    }

    /// Whether somebody agreed to one of the pack's purposes at a moment, and by which entry.
    pub fn consent(&self, request: &ConsentRequest) -> Result<ConsentStanding> {
        self.rules_of(&request.tenant)?.consent(request)
    }

    /// What the pack says of people, as a tenant's rules.
    fn rules_of(&self, tenant: &TenantId) -> Result<Tenant> {
        let about = self.entities().iter().filter(|entity| entity.people().next().is_some());
        let privacy = Privacy {
            entities: about
                .map(|entity| (entity.name().to_owned(), private(entity)))
                .collect(),
            retention: Vec::new(),
            purposes: self.definition().purposes.keys().cloned().collect(),
        };
        Tenant::new(TenantDefinition::new(tenant.clone(), "pack").with_privacy(privacy))
    }
}

/// What a record has in a field; nothing where that is null.
fn given<'r>(record: &'r Map<String, Value>, name: &str) -> Option<&'r Value> {
    record.get(name).filter(|value| !value.is_null())
}

/// A place in a record of the request for one at which something computed does not fit.
fn reckoned_at(entity: &Entity, place: usize, path: &str) -> String {
    let field = path.strip_prefix("/change").unwrap_or_default();
    format!("/records/{}/{place}{field}", entity.name())
}

/// What an entity says of people.
fn private(entity: &Entity) -> PrivateEntity {
    let people: Vec<String> = entity.people().map(|field| format!("/{field}")).collect();
    let fields = entity.fields().iter().filter_map(|field| {
        let own = field.definition();
        let path = format!("/{}", field.name());
        let anonymise = own.made_nameless()?;
        // Whose id it is says whose the record is: ids stay as they are.
        (!people.contains(&path)).then(|| {
            PrivateField::new(path)
                .with_sensitive(own.sensitive)
                .with_anonymise(anonymise)
                .with_unique(own.unique)
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
            let entities = pack.entities().iter().filter(|entity| entity.people().next().is_some());
            entities.map(Entity::name)
        };
        for (name, own) in records {
            match pack.entity(name) {
                Some(entity) if entity.people().next().is_some() => {}
                Some(_) => {
                    let message = format!("`{name}` does not say whom its records are about; name `people`");
                    reasons.push(Reason::new(Code::RequestUnknown, format!("/records/{name}"), message));
                }
                None => {
                    let hint = near(name, about());
                    let message = format!("there is no entity `{}`{hint}", shortened(name));
                    let at = Pointer::at("/records").join(name);
                    reasons.push(Reason::new(Code::RequestUnknown, at, message));
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
