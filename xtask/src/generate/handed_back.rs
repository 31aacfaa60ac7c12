//! `tests/handed_back.json`: values of every type that is an answer and is taken again, as core writes them. Each language reads
//! them as its own types and writes them again: what was not given is not given then either, and what was empty is empty.

use std::collections::BTreeSet;

use ratebook::api::{Loaded, Operation};
use ratebook::form::Model;
use ratebook::form::model::{Absence, Declared, Field, Form, Format, TypeId};
use serde_json::{Map, Value, json};

use super::{File, Table};

pub(super) fn files(table: &Table) -> Vec<File> {
    let model = &table.model;
    let doors = Doors::of(model);
    let mut lines = Vec::new();
    for own in both(table) {
        let Some(way) = doors.way_to(&own.name) else { continue };
        let mut known = BTreeSet::new();
        for value in values(model, &own.form) {
            let Ok(written) = way.rewritten(&value) else { continue };
            // One that is left out whole where it stands is no value of the type.
            if !written.is_null() && known.insert(written.to_string()) {
                let bare = bare(model, &own.form, &written, &|changed| way.rewritten(changed).ok());
                lines.push(format!(
                    "  {}",
                    json!({"type": own.name, "value": written, "bare": bare})
                ));
            }
        }
    }
    vec![(
        "tests/handed_back.json".into(),
        format!("[\n{}\n]\n", lines.join(",\n")),
    )]
}

/// The types that have parts, are answered and are taken again.
pub(super) fn both(table: &Table) -> Vec<&Declared> {
    let operations = table.operations.iter();
    let mut both = table.reached(operations.clone().map(|entry| &entry.answer));
    let definitions = table.handles.iter().map(|handle| &handle.definition);
    let taken = table.reached(operations.map(|entry| &entry.request).chain(definitions));
    both.retain(|own| {
        let has_parts = match &own.form {
            Form::Record(fields) => !fields.is_empty(),
            Form::Choice(variants) => variants.iter().any(|one| one.holds.is_some()),
            _ => false,
        };
        has_parts && taken.iter().any(|other| other.name == own.name)
    });
    both
}

/// The names of those that a table does without and core has, quoted and in a row.
pub(super) fn left_out(table: &Table) -> String {
    let full = Table::of(ratebook::api::catalogue());
    let own: BTreeSet<&str> = both(table).into_iter().map(|own| &*own.name).collect();
    let names = both(&full).into_iter().filter(|one| !own.contains(&*one.name));
    names
        .map(|one| format!("{:?}", one.name))
        .collect::<Vec<_>>()
        .join(", ")
}

/// Whatever is taken, by which a value of any type can be brought in.
struct Doors<'m> {
    model: &'m Model,
    doors: Vec<(Door, TypeId)>,
}

#[derive(Clone, Copy)]
enum Door {
    Definition(&'static str),
    Request(Operation),
}

impl<'m> Doors<'m> {
    fn of(model: &'m Model) -> Self {
        let definitions = Loaded::KEYS.iter().zip(Loaded::definition_types());
        let definitions = definitions.map(|(key, name)| (Door::Definition(key), name));
        let requests = Operation::ALL
            .iter()
            .map(|one| (Door::Request(*one), one.request_type()));
        let doors = definitions.chain(requests);
        Doors {
            model,
            doors: doors
                .filter_map(|(door, name)| Some((door, model.find(name)?)))
                .collect(),
        }
    }

    /// The least definition or request that holds a value of the type, and the place of that value.
    fn way_to(&self, target: &str) -> Option<Way> {
        let target = self.model.find(target)?;
        self.doors.iter().find_map(|(door, root)| {
            let mut seen = BTreeSet::new();
            let (around, at) = self.holding(&Form::Type(*root), target, &mut seen)?;
            Some(Way {
                door: *door,
                around,
                at,
            })
        })
    }

    fn holding(&self, form: &Form, target: TypeId, seen: &mut BTreeSet<TypeId>) -> Option<(Value, String)> {
        let mut keyed = |key: &str, inner: &Form| {
            let (inside, at) = self.holding(inner, target, seen)?;
            Some((json!({key: inside}), format!("/{key}{at}")))
        };
        match form {
            Form::Type(place) if *place == target => Some((Value::Null, String::new())),
            Form::Type(place) => {
                let own = self.model.declared(*place).filter(|_| seen.insert(*place))?;
                self.holding(&own.form, target, seen)
            }
            Form::Optional(inner) => self.holding(inner, target, seen),
            Form::List(inner, _) => {
                let (inside, at) = self.holding(inner, target, seen)?;
                Some((json!([inside]), format!("/0{at}")))
            }
            Form::Map(inner) => keyed("a", inner),
            Form::Numbered(inner) => keyed("2", inner),
            Form::Choice(variants) => variants.iter().find_map(|own| keyed(&own.name, own.holds.as_ref()?)),
            Form::Record(fields) => fields.iter().find_map(|field| {
                let (inside, at) = self.holding(&field.form, target, seen)?;
                let mut record = least(self.model, fields);
                record.insert(field.name.clone(), inside);
                Some((record.into(), format!("/{}{at}", field.name)))
            }),
            Form::Anything | Form::Truth | Form::Whole(_) | Form::Text(_) => None,
        }
    }
}

/// How a value of a type goes through core.
struct Way {
    door: Door,
    around: Value,
    at: String,
}

impl Way {
    /// The value as core writes it, once it has read it.
    fn rewritten(&self, value: &Value) -> serde_json::Result<Value> {
        let mut whole = self.around.clone();
        if let Some(place) = whole.pointer_mut(&self.at) {
            *place = value.clone();
        }
        let written = match self.door {
            Door::Definition(key) => Loaded::rewritten(key, whole),
            Door::Request(operation) => operation.rewritten(whole),
        };
        // What is left out where it stands has become what is meant by that.
        written.map(|whole| whole.pointer(&self.at).cloned().unwrap_or(Value::Null))
    }
}

/// Values of a type: with nothing that may be left out, with all of it, with every other field of it, and with each field empty.
fn values(model: &Model, form: &Form) -> Vec<Value> {
    match form {
        Form::Record(fields) => {
            let with = |wanted: &dyn Fn(usize, &Field) -> Option<Value>| {
                let mut record = least(model, fields);
                for (place, field) in fields.iter().enumerate().filter(|(_, field)| !field.required) {
                    if let Some(value) = wanted(place, field) {
                        record.insert(field.name.clone(), value);
                    }
                }
                in_order(record, fields)
            };
            let mut all = vec![
                with(&|_, _| None),
                with(&|_, field| Some(sample(model, &field.form))),
                with(&|place, field| (place % 2 == 0).then(|| sample(model, &field.form))),
                with(&|place, field| (place % 2 == 1).then(|| sample(model, &field.form))),
                with(&|_, field| empty(model, &field.form)),
            ];
            for at in 0..fields.len() {
                all.push(with(&|place, field| empty(model, &field.form).filter(|_| place == at)));
                all.push(with(&|place, field| (place == at).then(|| sample(model, &field.form))));
            }
            all
        }
        Form::Choice(variants) => {
            let every = variants.iter().flat_map(|own| match &own.holds {
                Some(inner) => {
                    let inside = std::iter::once(sample(model, inner)).chain(empty(model, inner));
                    inside.map(|inside| json!({&own.name: inside})).collect()
                }
                None => vec![json!(own.name)],
            });
            every.collect()
        }
        other => vec![sample(model, other)],
    }
}

fn in_order(mut record: Map<String, Value>, fields: &[Field]) -> Value {
    let ordered = fields
        .iter()
        .filter_map(|field| Some((field.name.clone(), record.remove(&field.name)?)));
    Value::Object(ordered.collect())
}

/// A record with what it must have.
fn least(model: &Model, fields: &[Field]) -> Map<String, Value> {
    let required = fields.iter().filter(|field| field.absence() == Absence::Refused);
    required
        .map(|field| (field.name.clone(), sample(model, &field.form)))
        .collect()
}

/// A value of the form with something in it.
fn sample(model: &Model, form: &Form) -> Value {
    match model.resolved(form) {
        Form::Anything | Form::Type(_) => json!({"a_b": [1, "x", {"cD": null}, []], "e": {}}),
        Form::Truth => json!(true),
        Form::Whole(own) => {
            let (least, most) = (
                own.stated.least.unwrap_or(own.least),
                own.stated.most.unwrap_or(own.most),
            );
            json!(i64::try_from(7.clamp(least, most)).unwrap_or_default())
        }
        Form::Text(own) => json!(match own.format {
            Format::Plain | Format::Name => "a_b",
            Format::Decimal => "12.5",
            Format::Day => "2026-12-24",
            Format::Instant => "2026-12-24T10:00:00Z",
            Format::TimeOfDay => "14:30",
            Format::Zone => "Europe/Berlin",
            Format::Currency => "EUR",
        }),
        Form::Choice(variants) => match variants.last() {
            Some(own) => own
                .holds
                .as_ref()
                .map_or_else(|| json!(own.name), |inner| json!({&own.name: sample(model, inner)})),
            None => Value::Null,
        },
        Form::List(inner, _) => json!([sample(model, inner)]),
        Form::Record(fields) => {
            let mut record = least(model, fields);
            // One that needs nothing would be left out by some types; what is plain tells it from nothing.
            let plain = |field: &&Field| {
                let form = model.behind(&field.form).1;
                matches!(form, Form::Truth | Form::Whole(_) | Form::Text(_) | Form::Choice(_))
            };
            if record.is_empty() {
                let fields = fields.iter().filter(plain);
                record.extend(fields.map(|field| (field.name.clone(), sample(model, &field.form))));
            }
            record.into()
        }
        Form::Map(inner) => json!({"a_b": sample(model, inner)}),
        Form::Numbered(inner) => json!({"2": sample(model, inner)}),
        Form::Optional(inner) => sample(model, inner),
    }
}

/// The value of the form that has nothing in it, if there is one.
fn empty(model: &Model, form: &Form) -> Option<Value> {
    match model.resolved(form) {
        Form::Truth => Some(json!(false)),
        Form::Whole(own) => (own.stated.least.unwrap_or(own.least) <= 0).then(|| json!(0)),
        Form::Text(own) if matches!(own.format, Format::Plain | Format::Name) => {
            own.length.least.is_none_or(|least| least == 0).then(|| json!(""))
        }
        Form::List(..) => Some(json!([])),
        Form::Map(_) | Form::Numbered(_) => Some(json!({})),
        Form::Anything => Some(json!({})),
        Form::Optional(inner) => empty(model, inner),
        _ => None,
    }
}

/// The value without every field that may be left out and means the same then.
fn bare(model: &Model, form: &Form, value: &Value, rewritten: &dyn Fn(&Value) -> Option<Value>) -> Value {
    let mut left = value.clone();
    let mut places = Vec::new();
    droppable(model, form, value, "", &mut places);
    for (at, name) in places {
        let mut without = left.clone();
        if let Some(Value::Object(fields)) = without.pointer_mut(&at) {
            fields.shift_remove(&name);
        }
        if rewritten(&without).as_ref() == Some(value) {
            left = without;
        }
    }
    left
}

/// Every field that need not be given: the object that it stands in, and its name.
fn droppable(model: &Model, form: &Form, value: &Value, at: &str, found: &mut Vec<(String, String)>) {
    let form = model.behind(form).1;
    match value {
        Value::Object(fields) => {
            for (name, inside) in fields {
                if form.field(name).is_some_and(|field| !field.required) {
                    found.push((at.to_owned(), name.clone()));
                }
                if let Some(inner) = form.under(name) {
                    droppable(model, inner, inside, &format!("{at}/{name}"), found);
                }
            }
        }
        Value::Array(items) => {
            for (place, item) in items.iter().enumerate() {
                if let Some(inner) = form.entries() {
                    droppable(model, inner, item, &format!("{at}/{place}"), found);
                }
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the model says of a field that is not given is what core makes of it: every language believes the model.
    #[test]
    fn what_the_model_says_of_absence_is_true() {
        let table = Table::taken();
        let model = &table.model;
        let doors = Doors::of(model);
        let (mut tried, mut faults) = (0, Vec::new());
        for own in model.types() {
            let Form::Record(fields) = &own.form else { continue };
            let Some(way) = doors.way_to(&own.name) else {
                continue;
            };
            let plain = least(model, fields);
            let Ok(without) = way.rewritten(&plain.clone().into()) else {
                faults.push(format!(
                    "{} cannot be read: {:?}",
                    own.name,
                    way.rewritten(&plain.into())
                ));
                continue;
            };
            for field in fields {
                let same = match field.absence() {
                    Absence::Refused | Absence::Nothing => continue,
                    Absence::Empty => empty(model, &field.form).unwrap(),
                    Absence::Same(value) => value.clone(),
                };
                let mut given = plain.clone();
                given.insert(field.name.clone(), same.clone());
                tried += 1;
                if way.rewritten(&given.into()).ok().as_ref() != Some(&without) {
                    faults.push(format!("{}.{} left out is not {same}", own.name, field.name));
                }
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
        assert!(tried > 200, "{tried}");
    }

    /// Every type that is answered and taken again is in the file, with every field that it has.
    #[test]
    fn every_type_is_tried_with_every_field() {
        let table = Table::taken();
        let (_, text) = files(&table).remove(0);
        let all: Vec<Value> = serde_json::from_str(&text).unwrap();
        let mut faults = Vec::new();
        for own in both(&table) {
            let values: Vec<&Value> = all
                .iter()
                .filter(|one| one["type"] == *own.name)
                .map(|one| &one["value"])
                .collect();
            let names: Vec<&str> = match &own.form {
                Form::Record(fields) => fields.iter().map(|field| &*field.name).collect(),
                Form::Choice(variants) => variants.iter().map(|own| &*own.name).collect(),
                _ => continue,
            };
            for name in names {
                if !values.iter().any(|value| value.get(name).is_some() || **value == name) {
                    faults.push(format!("{}.{name} is in none of {} values", own.name, values.len()));
                }
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
        assert!(all.len() > 500, "{}", all.len());
    }
}
