//! What the model declares, as a language with types of its own sees it.

use ratebook::form::Model;
use ratebook::form::model::{self, Absence, Form};
use serde_json::Value;

use super::super::Table;

/// What a value is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind<'s> {
    Text,
    Flag,
    /// A whole number, of more than 32 bits when wide.
    Whole {
        wide: bool,
    },
    Decimal,
    Day,
    Instant,
    /// Whatever JSON can hold.
    Open,
    /// A declared type.
    Named(&'s str),
    List(Box<Kind<'s>>),
    /// By text, or by number.
    Map {
        numbered: bool,
        value: Box<Kind<'s>>,
    },
    Optional(Box<Kind<'s>>),
}

/// A field of a record.
#[derive(Debug)]
pub(super) struct Field<'s> {
    pub(super) wire: &'s str,
    pub(super) kind: Kind<'s>,
    pub(super) absence: Absence<'s>,
    pub(super) doc: &'s str,
}

/// A choice, and the value that it holds.
#[derive(Debug)]
pub(super) struct Variant<'s> {
    pub(super) wire: &'s str,
    pub(super) holds: Option<Kind<'s>>,
    pub(super) doc: &'s str,
}

/// A declared type.
#[derive(Debug)]
pub(super) enum Declared<'s> {
    Record(Vec<Field<'s>>),
    /// One of several words.
    Words(Vec<Variant<'s>>),
    /// One of several things, some of which hold a value.
    Variants(Vec<Variant<'s>>),
}

/// The declared types with their docs, but for those that every language has a type for.
pub(super) fn declared(table: &Table) -> Vec<(&str, &str, Declared<'_>)> {
    let types = table.model.types().iter();
    let declared = types.filter_map(|own| {
        Some((
            own_name(&own.name),
            doc_of(&own.doc),
            declaration(&table.model, &own.form)?,
        ))
    });
    declared.collect()
}

fn declaration<'m>(model: &'m Model, form: &'m Form) -> Option<Declared<'m>> {
    match form {
        Form::Record(fields) => Some(Declared::Record(fields.iter().map(|own| field(model, own)).collect())),
        Form::Choice(variants) => {
            let variants: Vec<_> = variants.iter().map(|own| variant(model, own)).collect();
            Some(if variants.iter().all(|variant| variant.holds.is_none()) {
                Declared::Words(variants)
            } else {
                Declared::Variants(variants)
            })
        }
        _ => None,
    }
}

fn variant<'m>(model: &'m Model, own: &'m model::Variant) -> Variant<'m> {
    Variant {
        wire: &own.name,
        holds: own.holds.as_ref().map(|inner| kind(model, inner)),
        doc: doc_of(&own.doc),
    }
}

fn field<'m>(model: &'m Model, own: &'m model::Field) -> Field<'m> {
    let kind = kind(model, &own.form);
    let absence = match own.absence() {
        // A day or an amount is no literal of the languages.
        Absence::Same(_) if matches!(kind, Kind::Decimal | Kind::Day | Kind::Instant) => Absence::Nothing,
        // A list that core writes even when it is empty is told from one that is not given.
        Absence::Empty if own.default.as_ref().is_some_and(Value::is_array) => Absence::Nothing,
        absence => absence,
    };
    Field {
        wire: &own.name,
        kind: match kind {
            plain if absence == Absence::Nothing && !matches!(plain, Kind::Optional(_)) => {
                Kind::Optional(Box::new(plain))
            }
            kind => kind,
        },
        absence,
        doc: doc_of(&own.doc),
    }
}

/// What a form is.
pub(super) fn kind<'m>(model: &'m Model, form: &Form) -> Kind<'m> {
    let boxed = |inner: &Form| Box::new(kind(model, inner));
    match form {
        Form::Truth => Kind::Flag,
        Form::Whole(own) => Kind::Whole {
            wide: own.most > i128::from(u32::MAX),
        },
        Form::Text(_) => Kind::Text,
        Form::List(inner, _) => Kind::List(boxed(inner)),
        Form::Map(inner) => Kind::Map {
            numbered: false,
            value: boxed(inner),
        },
        Form::Numbered(inner) => Kind::Map {
            numbered: true,
            value: boxed(inner),
        },
        Form::Optional(inner) => Kind::Optional(boxed(inner)),
        Form::Type(place) => named(model.name(*place)),
        Form::Anything | Form::Choice(_) | Form::Record(_) => Kind::Open,
    }
}

fn named(name: &str) -> Kind<'_> {
    match name {
        "Decimal" => Kind::Decimal,
        "Day" => Kind::Day,
        "Instant" => Kind::Instant,
        "TimeOfDay" | "Currency" | "Zone" => Kind::Text,
        other => Kind::Named(own_name(other)),
    }
}

/// A type's name where the language or its library has another type of that name.
pub(super) fn own_name(name: &str) -> &str {
    match name {
        "Unit" => "PriceUnit",
        "Calendar" => "BookingCalendar",
        "Locale" => "NumberLocale",
        other => other,
    }
}

/// What a type says of itself, without its examples: they are in Rust.
fn doc_of(text: &str) -> &str {
    text.split("```").next().unwrap_or_default().trim_end()
}

/// The type that holds the plain functions of an area: the declared one of that name where there is one.
pub(super) fn home(area: &str) -> String {
    match area {
        // Foundation has an `Expression` of its own.
        "expression" => "Expressions".to_owned(),
        other => crate::generate::node_types::pascal(other),
    }
}

/// A name in `camelCase`; dots separate words too.
pub(super) fn camel(wire: &str) -> String {
    crate::generate::node_types::camel(&wire.replace(['.', '-'], "_"))
}
