//! Tags: words that people put on records as they like, and what becomes of one on all records at once.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::columns::{Cell, folded};
use super::compiled::{Field, Pack};
use super::definition::FieldKind;
use super::query::{QueryPlan, Reader, RecordQuery, Test};
use super::reach::unwritable;
use crate::fault::{Place, listed, shortened};
use crate::tenancy::access::Holder;
use crate::{Code, Error, Reason, Result};

/// The greatest number of tags that one record has in a field.
pub(super) const MOST_TAGS: usize = 100;

impl Field {
    /// Tags as people send them: each once, in small letters, in the order of the alphabet.
    pub(super) fn tags(&self, given: &[Value], place: &Place<'_>) -> Result<Value, Box<Reason>> {
        if given.len() > MOST_TAGS {
            let message = format!(
                "`{}` has {} tags; at most {MOST_TAGS} are kept",
                self.name(),
                given.len()
            );
            return Err(Box::new(
                Reason::new(Code::RequestRange, place, message).with("limit", MOST_TAGS),
            ));
        }
        let mut tags = BTreeSet::new();
        for (index, given) in given.iter().enumerate() {
            let at = place.entry(index);
            let text = given.as_str().ok_or_else(|| Box::new(self.mistyped(&at)))?;
            tags.insert(self.tag(text, &at)?);
        }
        Ok(tags.into_iter().map(Value::from).collect())
    }

    fn tag(&self, text: &str, place: &Place<'_>) -> Result<String, Box<Reason>> {
        let tag = folded(self.plain(text.trim(), place)?);
        let wrong = |message: &str| Err(Box::new(Reason::new(Code::RequestRange, place, message)));
        match (tag.is_empty(), tag.contains(',')) {
            (true, _) => wrong("a tag has at least one letter"),
            (_, true) => wrong("a tag has no comma: lists are filtered by several with commas between them"),
            _ => Ok(tag),
        }
    }
}

/// Some tags of a field that become another one, or go, on every record that has them.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Retagging {
    /// The field.
    pub field: String,
    /// The tags, in small letters.
    pub tags: BTreeSet<String>,
    /// What they become; nothing where they go.
    pub become_tag: Option<String>,
}

impl Pack {
    /// The plan of the records that have some of the tags.
    pub fn plan_of_tags(&self, query: &RecordQuery, retagging: &Retagging, holder: &Holder) -> Result<QueryPlan> {
        let mut plan = self.plan(query, holder)?;
        let place = self.field_with_tags(&query.entity, Some(&retagging.field), holder)?;
        let place = u16::try_from(place).unwrap_or(u16::MAX);
        let held = retagging
            .tags
            .iter()
            .map(|tag| Test::Holds(place, Cell::Text(tag.clone())));
        plan.test = Test::all([plan.test, Test::any(held)]);
        Ok(plan)
    }

    /// The place of the field with tags of that name, or of the only one whose tags whoever asks may see of every record.
    pub fn field_with_tags(&self, entity: &str, name: Option<&str>, holder: &Holder) -> Result<usize> {
        let entity = self.named(entity)?;
        let reader = Reader {
            pack: self,
            holder,
            entity,
        };
        tags_of(&reader, name).map(|(place, _)| place)
    }

    /// What is to become of tags on every record of an entity, or every reason why it cannot be: whoever asks may change all its records,
    /// and sees the field of each.
    pub fn retagging(
        &self,
        entity: &str,
        sent: (Option<&str>, &[Value], &Value),
        holder: &Holder,
    ) -> Result<Retagging> {
        let entity = self.named(entity)?;
        let reader = Reader {
            pack: self,
            holder,
            entity,
        };
        for (permission, verb) in [(entity.permissions.read, "read"), (entity.permissions.write, "write")] {
            if reader.may(permission) != Test::Constant(true) {
                let name = format!("{}:{verb}", entity.plural());
                let message = format!("`{name}` is needed, and for every record; the actor does not hold it");
                let reason = Reason::new(Code::TenancyPermissionMissing, "/actor", message);
                return Err(reason.with("permission", name).into());
            }
        }
        let (name, tags, become_tag) = sent;
        let (_, field) = tags_of(&reader, name)?;
        if let Some(why) = unwritable(entity, field) {
            let message = format!("`{}` {why}", field.name());
            return Err(Reason::new(Code::RecordsNotWritable, "/field", message).into());
        }
        let own = field
            .tags(tags, &Place::Root.field("tags"))
            .map_err(|reason| Error::from(*reason))?;
        let own = own.as_array().into_iter().flatten().filter_map(Value::as_str);
        let mut tags: BTreeSet<String> = own.map(str::to_owned).collect();
        let become_tag = match become_tag {
            Value::Null => None,
            Value::String(text) => Some(
                field
                    .tag(text, &Place::Root.field("become"))
                    .map_err(|reason| Error::from(*reason))?,
            ),
            _ => {
                let message = "a tag is a text; null takes the tags away";
                return Err(Reason::new(Code::RequestType, "/become", message).into());
            }
        };
        // What is called so already stays.
        tags.retain(|tag| Some(tag) != become_tag.as_ref());
        if tags.is_empty() {
            return Err(Reason::new(Code::RequestMissing, "/tags", "say which tags become another one").into());
        }
        Ok(Retagging {
            field: field.name().to_owned(),
            tags,
            become_tag,
        })
    }
}

/// The field with tags of that name, or the only one there is. What may not be seen is not there.
fn tags_of<'r>(reader: &Reader<'r>, name: Option<&str>) -> Result<(usize, &'r Field)> {
    let fields = reader.entity.fields().iter().enumerate();
    let seen = fields.filter(|(place, field)| field.kind() == FieldKind::Tags && reader.names(*place));
    let all: Vec<(usize, &Field)> = seen.collect();
    let found = match name {
        Some(name) => all.iter().find(|(_, field)| field.name() == name),
        None => all.first().filter(|_| all.len() == 1),
    };
    found.copied().ok_or_else(|| {
        let names: Vec<&str> = all.iter().map(|(_, field)| field.name()).collect();
        let (code, message) = match (name, names.as_slice()) {
            (_, []) => (
                Code::RequestUnknown,
                format!("`{}` has no tags", reader.entity.plural()),
            ),
            (None, _) => (Code::RequestMissing, format!("say of which field: {}", listed(&names))),
            (Some(name), _) => {
                let message = format!(
                    "`{}` is no field with tags; there is {}",
                    shortened(name),
                    listed(&names)
                );
                (Code::RequestUnknown, message)
            }
        };
        Reason::new(code, "/field", message).into()
    })
}

impl Retagging {
    /// The change of a record that has some of the tags.
    pub fn of(&self, record: &Map<String, Value>) -> Map<String, Value> {
        let own = record.get(&self.field).and_then(Value::as_array);
        let own = own.into_iter().flatten().filter_map(Value::as_str);
        let kept: BTreeSet<&str> = own
            .filter(|tag| !self.tags.contains(*tag))
            .chain(self.become_tag.as_deref())
            .collect();
        let kept: Value = kept.into_iter().map(Value::from).collect();
        Map::from_iter([(self.field.clone(), kept)])
    }
}
