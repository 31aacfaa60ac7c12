//! What the types declare, read from their schemas once: the one model that the checks here, every binding and every generator
//! of types follow.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use serde::Deserialize;
use serde_json::{Map, Value};

use super::schema::{Kind, Open, Schema};
use crate::{Code, Error, Result};

/// Every declared type.
#[derive(Clone, Debug, Default)]
pub struct Model {
    types: Vec<Declared>,
    by_name: HashMap<String, TypeId>,
}

/// A type's place in the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TypeId(usize);

/// A declared type.
#[derive(Clone, Debug, PartialEq)]
pub struct Declared {
    /// Its name.
    pub name: String,
    /// What it is for.
    pub doc: String,
    /// What its values look like.
    pub form: Form,
}

/// What a value looks like.
#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    /// Whatever JSON can hold.
    Anything,
    /// True or false.
    Truth,
    /// A whole number.
    Whole(Whole),
    /// A text.
    Text(Text),
    /// One of several words, or of several things by name, some of which hold a value.
    Choice(Vec<Variant>),
    /// A list.
    List(Box<Form>, Bounds),
    /// An object with named fields.
    Record(Vec<Field>),
    /// An object whose names are the sender's own.
    Map(Box<Form>),
    /// An object whose names are whole numbers.
    Numbered(Box<Form>),
    /// That, or nothing.
    Optional(Box<Form>),
    /// A declared type.
    Type(TypeId),
}

/// How small and how large something may be, where that is stated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bounds {
    /// The least.
    pub least: Option<i128>,
    /// The most.
    pub most: Option<i128>,
}

/// A whole number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Whole {
    /// The least that its type holds.
    pub least: i128,
    /// The most that its type holds.
    pub most: i128,
    /// What its declaration states beside.
    pub stated: Bounds,
}

/// A text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// What it says.
    pub format: Format,
    /// How many characters it may have.
    pub length: Bounds,
}

/// What a text says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Anything.
    Plain,
    /// What names or identifies something.
    Name,
    /// A decimal.
    Decimal,
    /// A day.
    Day,
    /// A moment with its offset.
    Instant,
    /// A time of day.
    TimeOfDay,
    /// A zone of the IANA database.
    Zone,
    /// A currency of ISO 4217.
    Currency,
}

/// A field of a record.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Its name on the wire.
    pub name: String,
    /// What it is for.
    pub doc: String,
    /// What its values look like.
    pub form: Form,
    /// Whether it must be given.
    pub required: bool,
    /// What it is when it is not given, where the declaration says so.
    pub default: Option<Value>,
}

/// What it means that a field is not given.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Absence<'m> {
    /// It must be given.
    Refused,
    /// No value of the field means the same, or none that is plain.
    Nothing,
    /// The same as an empty list, an empty object or false.
    Empty,
    /// The same as that number, text or word.
    Same(&'m Value),
}

/// One of several things.
#[derive(Clone, Debug, PartialEq)]
pub struct Variant {
    /// Its name on the wire.
    pub name: String,
    /// What it is for.
    pub doc: String,
    /// What it holds; nothing for a word.
    pub holds: Option<Form>,
}

impl Model {
    /// The types of this engine, without descriptions.
    pub fn own() -> &'static Model {
        static OWN: LazyLock<Model> = LazyLock::new(|| Model::read(include_str!("schemas.json")).unwrap_or_default());
        &OWN
    }

    /// Reads an object of JSON Schemas by name, as `schemas/ratebook.json` has them under `$defs`.
    pub fn read(text: &str) -> Result<Model> {
        let schemas = Schema::all(text).map_err(|error| Error::new(Code::DefinitionJson, "", error.to_string()))?;
        let names = schemas.iter().enumerate();
        let by_name = names.map(|(place, (name, _))| (name.clone(), TypeId(place))).collect();
        let reader = Reader { by_name: &by_name };
        let types = schemas.iter().map(|(name, schema)| Declared {
            name: name.clone(),
            doc: schema.description.clone(),
            form: reader.form(schema),
        });
        Ok(Model {
            types: types.collect(),
            by_name,
        })
    }

    /// The same from schemas by name, as the table of operations gathers them.
    pub fn of(schemas: &Map<String, Value>) -> Result<Model> {
        Model::read(&serde_json::to_string(schemas).unwrap_or_default())
    }

    /// What a schema that refers to these types looks like.
    pub fn form_of(&self, schema: &Value) -> Form {
        let by_name = &self.by_name;
        Schema::deserialize(schema).map_or(Form::Anything, |schema| Reader { by_name }.form(&schema))
    }

    /// Every type, in the order of their declaration.
    pub fn types(&self) -> &[Declared] {
        &self.types
    }

    /// The type of that name.
    pub fn find(&self, name: &str) -> Option<TypeId> {
        self.by_name.get(name).copied()
    }

    /// Calls `each` with every form that a form is made of, those of the types that it needs among them; of types seen before, none.
    pub fn visit<'m>(&'m self, form: &'m Form, seen: &mut BTreeSet<TypeId>, each: &mut dyn FnMut(&'m Form)) {
        each(form);
        match form {
            Form::Type(place) => {
                if let Some(own) = self.declared(*place).filter(|_| seen.insert(*place)) {
                    self.visit(&own.form, seen, each);
                }
            }
            Form::Optional(inner) | Form::List(inner, _) | Form::Map(inner) | Form::Numbered(inner) => {
                self.visit(inner, seen, each);
            }
            Form::Record(fields) => fields.iter().for_each(|field| self.visit(&field.form, seen, each)),
            Form::Choice(variants) => {
                let held = variants.iter().filter_map(|own| own.holds.as_ref());
                held.for_each(|inner| self.visit(inner, seen, each));
            }
            Form::Anything | Form::Truth | Form::Whole(_) | Form::Text(_) => {}
        }
    }

    /// The name of the type at a place.
    pub fn name(&self, place: TypeId) -> &str {
        self.declared(place).map_or("", |own| &own.name)
    }

    /// A type by its place.
    pub fn declared(&self, place: TypeId) -> Option<&Declared> {
        self.types.get(place.0)
    }

    /// What the type of that name looks like; anything when there is none.
    pub fn form(&self, name: &str) -> &Form {
        let found = self.find(name).and_then(|place| self.declared(place));
        found.map_or(&Form::Anything, |own| &own.form)
    }

    /// The form behind names of types.
    pub fn resolved<'m>(&'m self, mut form: &'m Form) -> &'m Form {
        while let Form::Type(place) = form {
            form = self.declared(*place).map_or(&Form::Anything, |own| &own.form);
        }
        form
    }

    /// The form behind names of types and "or nothing", with the name of the type that stands there.
    pub fn behind<'m>(&'m self, mut form: &'m Form) -> (Option<&'m str>, &'m Form) {
        let mut name = None;
        loop {
            match form {
                Form::Type(place) => match self.declared(*place) {
                    Some(own) => (name, form) = (Some(own.name.as_str()), &own.form),
                    None => return (None, &Form::Anything),
                },
                Form::Optional(inner) => (name, form) = (None, inner),
                _ => return (name, form),
            }
        }
    }
}

impl Field {
    /// What it means that it is not given: for every language that has a value where JSON leaves one out.
    pub fn absence(&self) -> Absence<'_> {
        if self.required {
            return Absence::Refused;
        }
        match (&self.form, &self.default) {
            (Form::List(..) | Form::Map(_) | Form::Numbered(_) | Form::Truth, None | Some(Value::Bool(false))) => {
                Absence::Empty
            }
            (Form::List(..), Some(Value::Array(items))) if items.is_empty() => Absence::Empty,
            (Form::Map(_) | Form::Numbered(_), Some(Value::Object(fields))) if fields.is_empty() => Absence::Empty,
            (Form::Whole(_) | Form::Text(_) | Form::Type(_), Some(plain @ (Value::Number(_) | Value::String(_)))) => {
                Absence::Same(plain)
            }
            _ => Absence::Nothing,
        }
    }
}

impl Form {
    /// The field of that name, in a record.
    pub fn field(&self, name: &str) -> Option<&Field> {
        match self {
            Form::Record(fields) => fields.iter().find(|field| field.name == name),
            _ => None,
        }
    }

    /// What stands under a name: of a field, of a choice, or the sender's own.
    pub fn under(&self, name: &str) -> Option<&Form> {
        match self {
            Form::Record(_) => self.field(name).map(|field| &field.form),
            Form::Choice(variants) => variants.iter().find(|own| own.name == name)?.holds.as_ref(),
            Form::Map(inner) | Form::Numbered(inner) => Some(inner),
            Form::Optional(inner) => inner.under(name),
            _ => None,
        }
    }

    /// What the entries of a list look like.
    pub fn entries(&self) -> Option<&Form> {
        match self {
            Form::List(inner, _) => Some(inner),
            Form::Optional(inner) => inner.entries(),
            _ => None,
        }
    }
}

struct Reader<'a> {
    by_name: &'a HashMap<String, TypeId>,
}

impl Reader<'_> {
    fn form(&self, schema: &Schema) -> Form {
        if let Some(name) = &schema.reference {
            let place = name.strip_prefix("#/$defs/").and_then(|name| self.by_name.get(name));
            return place.map_or(Form::Anything, |place| Form::Type(*place));
        }
        if !schema.any_of.is_empty() {
            let inner = schema.any_of.iter().find(|one| !one.kinds.is(Kind::Null));
            return Form::Optional(Box::new(inner.map_or(Form::Anything, |inner| self.form(inner))));
        }
        if !schema.one_of.is_empty() || !schema.words.is_empty() {
            let alternatives = if schema.one_of.is_empty() {
                std::slice::from_ref(schema)
            } else {
                &schema.one_of
            };
            return Form::Choice(alternatives.iter().flat_map(|one| self.variants(one)).collect());
        }
        let Some(kind) = schema.kinds.0.iter().find(|kind| **kind != Kind::Null) else {
            return Form::Anything;
        };
        let plain = self.plain(*kind, schema);
        if schema.kinds.is(Kind::Null) {
            return Form::Optional(Box::new(plain));
        }
        plain
    }

    fn plain(&self, kind: Kind, schema: &Schema) -> Form {
        match kind {
            Kind::Null | Kind::Number => Form::Anything,
            Kind::Boolean => Form::Truth,
            Kind::Integer => Form::Whole(whole(schema)),
            Kind::String => Form::Text(text(schema)),
            Kind::Array => {
                let inner = schema.items.as_ref().map_or(Form::Anything, |items| self.form(items));
                let bounds = Bounds {
                    least: schema.min_items.map(i128::from),
                    most: schema.max_items.map(i128::from),
                };
                Form::List(Box::new(inner), bounds)
            }
            Kind::Object => self.object(schema),
        }
    }

    fn object(&self, schema: &Schema) -> Form {
        if let Some(properties) = &schema.properties {
            return Form::Record(
                properties
                    .0
                    .iter()
                    .map(|(name, own)| self.field(schema, name, own))
                    .collect(),
            );
        }
        if let Some((_, inner)) = schema.pattern_properties.as_ref().and_then(|all| all.0.first()) {
            return Form::Numbered(Box::new(self.form(inner)));
        }
        match &schema.additional_properties {
            Some(Open::Like(inner)) => Form::Map(Box::new(self.form(inner))),
            // An object that is closed and has no fields.
            Some(Open::Whether(false)) => Form::Record(Vec::new()),
            _ => Form::Map(Box::new(Form::Anything)),
        }
    }

    fn field(&self, record: &Schema, name: &str, own: &Schema) -> Field {
        Field {
            name: name.to_owned(),
            doc: own.description.clone(),
            form: self.form(own),
            required: record.required.iter().any(|required| required == name),
            default: own.default.clone(),
        }
    }

    fn variants(&self, choice: &Schema) -> Vec<Variant> {
        let doc = &choice.description;
        let held = choice.properties.as_ref().and_then(|properties| properties.0.first());
        if let Some((name, inner)) = held {
            return vec![Variant {
                name: name.clone(),
                doc: doc.clone(),
                holds: Some(self.form(inner)),
            }];
        }
        let word = |name: &String, doc: &str| Variant {
            name: name.clone(),
            doc: doc.to_owned(),
            holds: None,
        };
        // Words that are listed together have no descriptions of their own.
        let words = choice.words.iter().map(|name| word(name, ""));
        words.chain(choice.only.iter().map(|name| word(name, doc))).collect()
    }
}

fn whole(schema: &Schema) -> Whole {
    let (least, most) = match schema.format.as_deref() {
        Some("uint8") => (0, i128::from(u8::MAX)),
        Some("uint16") => (0, i128::from(u16::MAX)),
        Some("uint32") => (0, i128::from(u32::MAX)),
        Some("uint64" | "uint") => (0, i128::from(u64::MAX)),
        Some("int32") => (i128::from(i32::MIN), i128::from(i32::MAX)),
        _ => (i128::from(i64::MIN), i128::from(i64::MAX)),
    };
    // What the type holds anyhow is not stated.
    let stated = Bounds {
        least: schema.minimum.map(i128::from).filter(|stated| *stated > least),
        most: schema.maximum.map(i128::from).filter(|stated| *stated < most),
    };
    Whole { least, most, stated }
}

fn text(schema: &Schema) -> Text {
    let format = match schema.format.as_deref() {
        Some("name") => Format::Name,
        Some("decimal") => Format::Decimal,
        Some("date") => Format::Day,
        Some("date-time") => Format::Instant,
        Some("time-of-day") => Format::TimeOfDay,
        Some("time-zone") => Format::Zone,
        Some("currency") => Format::Currency,
        _ => Format::Plain,
    };
    let length = Bounds {
        least: schema.min_length.map(i128::from),
        most: schema.max_length.map(i128::from),
    };
    Text { format, length }
}
