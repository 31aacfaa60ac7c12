use std::fmt;

/// The type of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    /// True or false.
    Bool,
    /// A whole number.
    Int,
    /// An exact decimal.
    Decimal,
    /// Text.
    Text,
    /// A day.
    Day,
    /// A moment.
    Instant,
    /// A length of time.
    Duration,
    /// A list of values of one type.
    List(Box<Type>),
    /// Values of one type, each under a text.
    Map(Box<Type>),
    /// A value that may be missing.
    Optional(Box<Type>),
    /// What is missing for certain.
    Null,
    /// What a list without entries holds.
    Empty,
}

/// How deep lists and maps of a declared type may nest.
const MAX_TYPE_DEPTH: usize = 4;

impl Type {
    pub(super) fn named(text: &str) -> Option<Type> {
        match text.strip_suffix('?') {
            Some(inner) => Type::inner(inner, MAX_TYPE_DEPTH).map(|own| Type::Optional(Box::new(own))),
            None => Type::inner(text, MAX_TYPE_DEPTH),
        }
    }

    fn inner(text: &str, depth: usize) -> Option<Type> {
        let below = |start: char, end: char| {
            let text = text.strip_prefix(start)?.strip_suffix(end)?;
            Type::inner(text, depth.checked_sub(1)?).map(Box::new)
        };
        Some(match text {
            "bool" => Type::Bool,
            "int" => Type::Int,
            "decimal" => Type::Decimal,
            "text" => Type::Text,
            "day" => Type::Day,
            "instant" => Type::Instant,
            "duration" => Type::Duration,
            _ if text.starts_with('[') => Type::List(below('[', ']')?),
            _ => Type::Map(below('{', '}')?),
        })
    }

    pub(super) fn is_number(&self) -> bool {
        matches!(self, Type::Int | Type::Decimal)
    }

    /// Whether one value comes before another.
    pub(super) fn has_order(&self) -> bool {
        matches!(
            self,
            Type::Int | Type::Decimal | Type::Text | Type::Day | Type::Instant | Type::Duration | Type::Bool
        )
    }

    /// The type that holds values of both, side by side in a list or as the two ends of a choice.
    pub(super) fn joined(&self, other: &Type) -> Option<Type> {
        if self.is_number() && other.is_number() && self != other {
            return Some(Type::Decimal);
        }
        self.common(other)
    }

    /// The type of both where no value need be converted.
    fn common(&self, other: &Type) -> Option<Type> {
        Some(match (self, other) {
            (Type::Empty, known) | (known, Type::Empty) => known.clone(),
            (Type::List(one), Type::List(other)) => Type::List(Box::new(one.common(other)?)),
            (Type::Map(one), Type::Map(other)) => Type::Map(Box::new(one.common(other)?)),
            _ if self == other => self.clone(),
            (Type::Null, Type::Optional(_)) => other.clone(),
            (Type::Optional(_), Type::Null) => self.clone(),
            (Type::Optional(inner), known) | (known, Type::Optional(inner)) if **inner == *known => {
                Type::Optional(inner.clone())
            }
            (Type::Null, known) | (known, Type::Null) => Type::Optional(Box::new(known.clone())),
            _ => return None,
        })
    }

    /// Whether a value of one may equal a value of the other.
    pub(super) fn meets(&self, other: &Type) -> bool {
        match (self, other) {
            (Type::Empty, _) | (_, Type::Empty) => true,
            (Type::List(one), Type::List(other)) | (Type::Map(one), Type::Map(other)) => one.meets(other),
            (Type::Optional(_), Type::Null) | (Type::Null, Type::Optional(_)) => true,
            (Type::Optional(inner), known) | (known, Type::Optional(inner)) => inner.meets(known),
            _ => self == other || (self.is_number() && other.is_number()),
        }
    }

    /// Whether what is of this type may be set to a value of the other: the same, or missing.
    pub(crate) fn holds(&self, other: &Type) -> bool {
        match other {
            Type::Optional(inner) => self == &**inner,
            Type::Null => true,
            _ => self == other,
        }
    }

    /// Whether a value in its wire form is one of this type.
    pub(crate) fn takes(&self, value: &serde_json::Value) -> bool {
        super::Value::read(value, self).is_some()
    }

    /// What a value of it is, for the end of a message: `a whole number`, `a day such as "2026-09-01"`.
    pub(crate) fn told(&self) -> String {
        let told = match self {
            Type::Bool => "true or false",
            Type::Int => "a whole number",
            Type::Decimal => "a decimal in text such as \"12.50\"",
            Type::Text => "text",
            Type::Day => "a day such as \"2026-09-01\"",
            Type::Instant => "a moment with its offset such as \"2026-09-01T10:00:00Z\"",
            Type::Duration => "a length of time such as \"1h30m\"",
            Type::List(inner) => return format!("a list, each entry {}", inner.told()),
            Type::Map(inner) => return format!("an object, each value {}", inner.told()),
            Type::Optional(inner) => return format!("{}, or missing", inner.told()),
            Type::Null | Type::Empty => "nothing",
        };
        told.to_owned()
    }

    /// What to do about a value that may be missing, for the end of a message.
    pub(super) fn advice(&self) -> &'static str {
        match self {
            Type::Optional(_) => "; it may be missing: ask `has(…)` first, or say `….orValue(…)`",
            _ => "",
        }
    }
}

impl fmt::Display for Type {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Type::Bool => out.write_str("bool"),
            Type::Int => out.write_str("int"),
            Type::Decimal => out.write_str("decimal"),
            Type::Text => out.write_str("text"),
            Type::Day => out.write_str("day"),
            Type::Instant => out.write_str("instant"),
            Type::Duration => out.write_str("duration"),
            Type::List(inner) => write!(out, "[{inner}]"),
            Type::Map(inner) => write!(out, "{{{inner}}}"),
            Type::Optional(inner) => write!(out, "{inner}?"),
            Type::Null => out.write_str("null"),
            Type::Empty => out.write_str("nothing"),
        }
    }
}

/// The names that an expression may use, with their types. A name with dots, such as `customer.name`, is a field of a record.
#[derive(Clone, Debug, Default)]
pub struct Environment {
    names: Vec<(String, Type)>,
    /// The places of the names, in the order of the alphabet.
    places: Vec<u32>,
}

impl Environment {
    /// An environment of these names; facts are given in their order.
    pub fn new<'n>(names: impl IntoIterator<Item = (&'n str, Type)>) -> Environment {
        let names = names.into_iter().map(|(name, own)| (name.to_owned(), own));
        Environment::of(names.collect())
    }

    pub(crate) fn of(names: Vec<(String, Type)>) -> Environment {
        let name = |place: &u32| name_at(&names, *place);
        let mut places: Vec<u32> = (0..).zip(&names).map(|(place, _)| place).collect();
        places.sort_by(|one, other| name(one).cmp(name(other)));
        // Of two facts of one name the first counts.
        places.dedup_by(|later, first| name(later) == name(first));
        Environment { names, places }
    }

    /// Every name with its type.
    pub fn names(&self) -> &[(String, Type)] {
        &self.names
    }

    pub(super) fn slot(&self, name: &str) -> Option<(usize, &Type)> {
        let found = self
            .places
            .binary_search_by(|place| name_at(&self.names, *place).cmp(name));
        let place = usize::try_from(*self.places.get(found.ok()?)?).ok()?;
        self.names.get(place).map(|(_, own)| (place, own))
    }

    /// The fields of the record of that name.
    pub(super) fn fields(&self, record: &str) -> Vec<&str> {
        let begin = format!("{record}.");
        let first = self
            .places
            .partition_point(|place| name_at(&self.names, *place) < begin.as_str());
        let names = self.places.iter().skip(first).map(|place| name_at(&self.names, *place));
        names.take_while(|name| name.starts_with(&begin)).collect()
    }
}

fn name_at(names: &[(String, Type)], place: u32) -> &str {
    let place = usize::try_from(place).unwrap_or(usize::MAX);
    names.get(place).map_or("", |(name, _)| name)
}
