//! Walks a value beside the form of the type it is meant for.

use serde_json::{Map, Value};

use super::model::{Field, Form, Format, Model, Variant, Whole};
use super::{Faults, Pointer};
use crate::Reason;
use crate::fault::{listed, shortened, similar, together};
use crate::money::{Currency, Decimal};
use crate::time::{Day, Instant, TimeOfDay, Zone};

/// Reports every fault of form in `value` and gives back a value that can be read: what is at fault holds a stand-in.
pub(super) fn check(form: &'static Form, value: Value, faults: &mut Faults) -> Value {
    Walk {
        model: Model::own(),
        faults,
    }
    .any(form, value, &Pointer::root())
}

struct Walk<'a> {
    model: &'a Model,
    faults: &'a mut Faults,
}

/// The entries of an object in the order of the declaration, others behind them by name: whether `serde_json` keeps the order in
/// which they were sent is the choice of whoever builds the engine, and must not decide which fault is told first.
fn ordered(entries: Map<String, Value>, place: impl Fn(&str) -> Option<usize>) -> Vec<(String, Value)> {
    let mut entries: Vec<_> = entries
        .into_iter()
        .map(|(name, inside)| (place(&name).unwrap_or(usize::MAX), name, inside))
        .collect();
    entries.sort_by(|(one, a, _), (other, b, _)| one.cmp(other).then_with(|| a.cmp(b)));
    entries.into_iter().map(|(_, name, inside)| (name, inside)).collect()
}

impl<'a> Walk<'a> {
    fn any(&mut self, form: &'a Form, value: Value, at: &Pointer) -> Value {
        match self.model.resolved(form) {
            Form::Optional(_) if value.is_null() => value,
            Form::Optional(inner) => self.any(inner, value, at),
            Form::Anything | Form::Type(_) => value,
            Form::Truth if value.is_boolean() => value,
            Form::Truth => self.mistyped(form, "true or false", &value, at),
            Form::Whole(own) => self.whole(form, *own, value, at),
            Form::Text(own) => self.text(form, own.format, value, at),
            Form::Choice(variants) => self.choice(variants, value, at),
            Form::List(inner, _) => self.list(inner, value, at),
            Form::Record(fields) => self.record(fields, value, at),
            Form::Map(inner) => self.map(inner, false, value, at),
            Form::Numbered(inner) => self.map(inner, true, value, at),
        }
    }

    /// A choice in the form `"name"` or `{"name": …}`.
    fn choice(&mut self, variants: &'a [Variant], value: Value, at: &Pointer) -> Value {
        let names: Vec<&str> = variants.iter().map(|own| own.name.as_str()).collect();
        let words = variants.iter().filter(|own| own.holds.is_none()).count();
        if words == variants.len() || (value.is_string() && words > 0) {
            return self.word(variants, &names, value, at);
        }
        let stand_in = |walk: &Self| variants.first().map_or(Value::Null, |own| walk.chosen(own));
        let Value::Object(fields) = value else {
            let wanted = format!("an object with one of {}", listed(&names));
            self.mistyped(&Form::Anything, &wanted, &value, at);
            return stand_in(self);
        };
        let mut fields = fields.into_iter();
        let (first, more) = (fields.next(), fields.len() > 0);
        let found = first.as_ref().and_then(|(name, _)| {
            let own = variants.iter().find(|own| own.name == *name)?;
            own.holds.as_ref().filter(|_| !more)
        });
        match (found, first) {
            (Some(inner), Some((name, inside))) => {
                let inside = self.any(inner, inside, &at.join(&name));
                Value::Object(Map::from_iter([(name, inside)]))
            }
            (_, first) => {
                let mut given: Vec<String> = first.into_iter().chain(fields).map(|(name, _)| name).collect();
                given.sort();
                self.not_one_of(&names, &given, at);
                stand_in(self)
            }
        }
    }

    fn not_one_of(&mut self, names: &[&str], given: &[String], at: &Pointer) {
        let (code, place) = match given {
            [only] => (self.faults.family().unknown(), at.join(only)),
            _ => (self.faults.family().wrong_type(), at.clone()),
        };
        let given: Vec<&str> = given.iter().map(String::as_str).collect();
        self.faults.add_broken(|| {
            let message = match given.as_slice() {
                [] => format!("give exactly one of {}", listed(names)),
                given => format!("give exactly one of {}, not {}", listed(names), together(given)),
            };
            Reason::new(code, place, message).with("choices", names)
        });
    }

    fn word(&mut self, variants: &'a [Variant], names: &[&str], value: Value, at: &Pointer) -> Value {
        let stand_in = variants
            .iter()
            .find(|own| own.holds.is_none())
            .map(|own| own.name.as_str());
        let Some(given) = value.as_str() else {
            self.mistyped(&Form::Anything, &format!("one of {}", listed(names)), &value, at);
            return stand_in.into();
        };
        if variants.iter().any(|own| own.holds.is_none() && own.name == given) {
            return value;
        }
        let code = self.faults.family().unknown();
        self.faults.add_broken(|| {
            let message = match variants.iter().any(|own| own.name == given) {
                true => format!("`{given}` needs what belongs to it: give an object with the field `{given}`"),
                false => format!(
                    "`{}` is none of {}{}",
                    shortened(given),
                    listed(names),
                    similar(given, names.iter().copied())
                ),
            };
            Reason::new(code, at, message).with("choices", names)
        });
        stand_in.into()
    }

    fn record(&mut self, fields: &'a [Field], value: Value, at: &Pointer) -> Value {
        let Value::Object(given) = value else {
            self.mistyped(&Form::Anything, "an object", &value, at);
            return self.least(fields);
        };
        let mut read = Map::new();
        for (name, inside) in ordered(given, |name| fields.iter().position(|own| own.name == name)) {
            if let Some(own) = fields.iter().find(|own| own.name == name) {
                let inside = self.any(&own.form, inside, &at.join(&name));
                read.insert(name, inside);
            } else {
                let code = self.faults.family().unknown();
                self.faults.add_broken(|| {
                    let hint = similar(&name, fields.iter().map(|own| own.name.as_str()));
                    let message = format!("there is no field `{}`{hint}", shortened(&name));
                    Reason::new(code, at.join(&name), message)
                });
            }
        }
        for own in fields.iter().filter(|own| own.required) {
            if !read.contains_key(&own.name) {
                let code = self.faults.family().missing();
                self.faults.add_broken(|| {
                    let message = format!("the field `{}` is missing", own.name);
                    Reason::new(code, at.join(&own.name), message)
                });
                read.insert(own.name.clone(), self.stand_in(&own.form));
            }
        }
        Value::Object(read)
    }

    /// An object whose names are the sender's own, or whole numbers.
    fn map(&mut self, inner: &'a Form, numbered: bool, value: Value, at: &Pointer) -> Value {
        let Value::Object(fields) = value else {
            self.mistyped(&Form::Anything, "an object", &value, at);
            return Value::Object(Map::new());
        };
        if *inner == Form::Anything && !numbered {
            return Value::Object(fields);
        }
        let mut read = Map::new();
        for (name, inside) in ordered(fields, |_| None) {
            let place = at.join(&name);
            if numbered && name.parse::<u16>().is_err() {
                let code = self.faults.family().wrong_type();
                self.faults.add_broken(|| {
                    let message = format!("`{}` is not a whole number from 0 to 65535", shortened(&name));
                    Reason::new(code, place, message)
                });
                continue;
            }
            let inside = self.any(inner, inside, &place);
            read.insert(name, inside);
        }
        Value::Object(read)
    }

    fn list(&mut self, inner: &'a Form, value: Value, at: &Pointer) -> Value {
        let Value::Array(items) = value else {
            self.mistyped(&Form::Anything, "a list", &value, at);
            return Value::Array(Vec::new());
        };
        let items = items.into_iter().enumerate();
        Value::Array(
            items
                .map(|(index, item)| self.any(inner, item, &at.join(index)))
                .collect(),
        )
    }

    fn text(&mut self, form: &'a Form, format: Format, value: Value, at: &Pointer) -> Value {
        let Some(text) = value.as_str() else {
            let wanted = if format == Format::Decimal {
                "a decimal in a string such as \"124.50\""
            } else {
                "text"
            };
            return self.mistyped(form, wanted, &value, at);
        };
        let fault = match format {
            Format::Plain | Format::Name => None,
            Format::Decimal => text.parse::<Decimal>().err(),
            Format::Day => text.parse::<Day>().err(),
            Format::Currency => text.parse::<Currency>().err(),
            Format::Instant => text.parse::<Instant>().err(),
            Format::TimeOfDay => text.parse::<TimeOfDay>().err(),
            Format::Zone => text.parse::<Zone>().err(),
        };
        let Some(error) = fault else { return value };
        let code = match error.code() {
            crate::Code::RequestType => self.faults.family().wrong_type(),
            code => code,
        };
        self.faults.add_broken(|| Reason::new(code, at, error.to_string()));
        self.stand_in(form)
    }

    fn whole(&mut self, form: &'a Form, own: Whole, value: Value, at: &Pointer) -> Value {
        let number = value
            .as_i64()
            .map(i128::from)
            .or_else(|| value.as_u64().map(i128::from));
        let Some(number) = number else {
            return self.mistyped(form, "a whole number", &value, at);
        };
        if (own.least..=own.most).contains(&number) {
            return value;
        }
        // What its type cannot hold is beyond what is stated, too.
        let (least, most) = (
            own.stated.least.unwrap_or(own.least),
            own.stated.most.unwrap_or(own.most),
        );
        let code = self.faults.family().range();
        self.faults
            .add_broken(|| Reason::new(code, at, format!("`{number}` is not between {least} and {most}")));
        self.stand_in(form)
    }

    fn mistyped(&mut self, form: &'a Form, wanted: &str, value: &Value, at: &Pointer) -> Value {
        let code = self.faults.family().wrong_type();
        self.faults
            .add_broken(|| Reason::new(code, at, format!("needs {wanted}, not {}", named(value))));
        self.stand_in(form)
    }

    /// The least value that has the form; nothing when there are so many faults that nobody will read it.
    fn stand_in(&self, form: &'a Form) -> Value {
        if self.faults.is_full() {
            return Value::Null;
        }
        match self.model.resolved(form) {
            Form::Anything | Form::Type(_) | Form::Optional(_) => Value::Null,
            Form::Truth => Value::Bool(false),
            Form::Whole(own) => {
                let least = own.stated.least.unwrap_or_else(|| own.least.max(0));
                i64::try_from(least).unwrap_or_default().into()
            }
            Form::Text(own) => match own.format {
                Format::Plain | Format::Name => "",
                Format::Decimal => "1",
                Format::Day => "2000-01-01",
                Format::Instant => "2000-01-01T00:00:00Z",
                Format::TimeOfDay => "00:00",
                Format::Zone => "UTC",
                Format::Currency => "EUR",
            }
            .into(),
            Form::Choice(variants) => variants.first().map_or(Value::Null, |own| self.chosen(own)),
            Form::List(..) => Value::Array(Vec::new()),
            Form::Record(fields) => self.least(fields),
            Form::Map(_) | Form::Numbered(_) => Value::Object(Map::new()),
        }
    }

    fn chosen(&self, variant: &'a Variant) -> Value {
        match &variant.holds {
            Some(inner) => Value::Object(Map::from_iter([(variant.name.clone(), self.stand_in(inner))])),
            None => variant.name.as_str().into(),
        }
    }

    fn least(&self, fields: &'a [Field]) -> Value {
        if self.faults.is_full() {
            return Value::Null;
        }
        let required = fields.iter().filter(|own| own.required);
        Value::Object(
            required
                .map(|own| (own.name.clone(), self.stand_in(&own.form)))
                .collect(),
        )
    }
}

/// What was given, in words.
fn named(value: &Value) -> String {
    match value {
        Value::Null => "nothing".to_owned(),
        Value::Bool(truth) => format!("`{truth}`"),
        Value::Number(number) => format!("the number `{}`", shortened(&number.to_string())),
        Value::String(text) => format!("the text `{}`", shortened(text)),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}
