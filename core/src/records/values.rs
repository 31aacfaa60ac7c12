//! Values as people send them, read into the one form in which they are kept.

use serde_json::{Map, Value};

use super::columns::{Cell, ColumnKind, ColumnPart, folded};
use super::compiled::Field;
use super::definition::FieldKind;
use crate::expression::Duration;
use crate::fault::{Place, many, many_are, near, shortened};
use crate::money::{Currency, Decimal};
use crate::time::{Day, Instant, TimeOfDay, Zone};
use crate::{Code, Reason, tenancy};

/// The greatest number of records that one field links to.
const MOST_LINKS: usize = 1_000;

impl Field {
    /// What records have in it that say nothing.
    pub fn default_value(&self) -> Option<Value> {
        let default = self.definition().default.as_ref()?;
        self.read(default, &Place::Root).ok().filter(|value| !value.is_null())
    }

    /// The value in the form in which it is kept, or what is wrong with it. Nothing stays nothing.
    pub(super) fn read(&self, given: &Value, place: &Place<'_>) -> Result<Value, Box<Reason>> {
        let kind = self.kind();
        let wrong = || Box::new(self.mistyped(place));
        match (kind, given) {
            (_, Value::Null) => Ok(Value::Null),
            (FieldKind::YesNo, Value::Bool(_)) => Ok(given.clone()),
            (FieldKind::Integer, Value::Number(number)) => {
                let whole = number.as_i64().ok_or_else(wrong)?;
                self.within(Decimal::from(whole), place).map(|_| given.clone())
            }
            (FieldKind::Money, Value::Object(parts)) => self.money(parts, place),
            (FieldKind::Coordinates, Value::Object(parts)) => self.coordinates(parts, place),
            (FieldKind::TranslatedText, Value::Object(parts)) => self.translated(parts, place),
            (FieldKind::Links, Value::Array(ids)) => self.links(ids, place),
            (FieldKind::Tags, Value::Array(tags)) => self.tags(tags, place),
            (
                FieldKind::RateList
                | FieldKind::Plan
                | FieldKind::Machine
                | FieldKind::OpeningHours
                | FieldKind::Resource,
                Value::Object(_),
            ) => self.whole(given, place),
            (_, Value::String(text)) => self.text(text, place),
            _ => Err(wrong()),
        }
    }

    /// A value that was kept under another definition as this one would keep it, or what is wrong with it.
    pub fn kept(&self, value: &Value) -> Result<Value, Box<Reason>> {
        self.read(value, &Place::Root.field(&self.name))
    }

    pub(super) fn mistyped(&self, place: &Place<'_>) -> Reason {
        let message = format!("`{}` must be {}", self.name, self.kind().told());
        Reason::new(Code::RequestType, place, message)
    }

    fn text(&self, text: &str, place: &Place<'_>) -> Result<Value, Box<Reason>> {
        let wrong = || Box::new(self.mistyped(place));
        let kind = self.kind();
        // What people type around a value is no part of it; a secret is taken as it is.
        let own = if kind == FieldKind::Secret { text } else { text.trim() };
        Ok(match kind {
            FieldKind::Text | FieldKind::LongText | FieldKind::Secret | FieldKind::Condition => {
                self.plain(own, place)?.into()
            }
            FieldKind::Email if tenancy::is_email(own) => self.plain(own, place)?.into(),
            FieldKind::Phone => phone(own).ok_or_else(wrong)?.into(),
            FieldKind::Url if is_url(own) => self.plain(own, place)?.into(),
            FieldKind::Slug if is_slug(own) => self.plain(own, place)?.into(),
            FieldKind::Choice => self.choice(own, place)?.into(),
            FieldKind::Decimal | FieldKind::Percent => {
                let number: Decimal = own.parse().map_err(|_| wrong())?;
                self.within(number, place)?.to_string().into()
            }
            FieldKind::Day => {
                let day: Day = own.parse().map_err(|_| wrong())?;
                self.day(day, place)?
            }
            FieldKind::Time => own.parse::<TimeOfDay>().map_err(|_| wrong())?.to_string().into(),
            FieldKind::Instant => own.parse::<Instant>().map_err(|_| wrong())?.to_string().into(),
            FieldKind::Duration => own.parse::<Duration>().map_err(|_| wrong())?.to_string().into(),
            FieldKind::Zone => own.parse::<Zone>().map_err(|_| wrong())?.name().into(),
            FieldKind::Country => country(own).ok_or_else(wrong)?.into(),
            FieldKind::Currency => own.parse::<Currency>().map_err(|_| wrong())?.code().into(),
            FieldKind::Colour => colour(own).ok_or_else(wrong)?.into(),
            FieldKind::IpAddress => own
                .parse::<core::net::IpAddr>()
                .map_err(|_| wrong())?
                .to_string()
                .into(),
            FieldKind::Link | FieldKind::File | FieldKind::Picture => id(own).ok_or_else(wrong)?.into(),
            _ => return Err(wrong()),
        })
    }

    /// A text of the length and pattern that the field asks for, without what no database keeps.
    pub(super) fn plain<'t>(&self, text: &'t str, place: &Place<'_>) -> Result<&'t str, Box<Reason>> {
        let lines = matches!(
            self.kind(),
            FieldKind::LongText | FieldKind::Secret | FieldKind::Condition
        );
        let unseen = |letter: &char| letter.is_control() && !(lines && matches!(letter, '\n' | '\r' | '\t'));
        if let Some(letter) = text.chars().find(unseen) {
            let message = format!(
                "`{}` contains U+{:04X}, which is no text; remove it",
                self.name,
                u32::from(letter)
            );
            return Err(Box::new(Reason::new(Code::RequestRange, place, message)));
        }
        let (least, most) = (self.definition.min_length.unwrap_or(0), self.definition.longest());
        let length = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        if !(least..=most).contains(&length) {
            let allowed = if least == 0 {
                format!("at most {most}")
            } else {
                format!("{least} to {most}")
            };
            let message = format!(
                "`{}` has {}; {allowed} are allowed",
                self.name,
                many(length, "character")
            );
            let reason = Reason::new(Code::RequestRange, place, message);
            return Err(Box::new(reason.with("min", least).with("max", most)));
        }
        if self.pattern.as_ref().is_some_and(|pattern| !pattern.is_match(text)) {
            let pattern = self.definition.pattern.as_deref().unwrap_or_default();
            let message = format!("`{}` must be of the form `{}`", self.name, shortened(pattern));
            return Err(Box::new(Reason::new(Code::RequestRange, place, message)));
        }
        Ok(text)
    }

    fn choice<'t>(&self, text: &'t str, place: &Place<'_>) -> Result<&'t str, Box<Reason>> {
        let choices = &self.definition.choices;
        if choices.iter().any(|choice| choice == text) {
            return Ok(text);
        }
        let hint = near(text, choices.iter().map(String::as_str));
        let message = format!(
            "`{}` is not one of the choices of `{}`{hint}",
            shortened(text),
            self.name
        );
        Err(Box::new(
            Reason::new(Code::RequestUnknown, place, message).with("choices", choices),
        ))
    }

    /// A number within the field's bounds and no finer than it is kept.
    fn within(&self, number: Decimal, place: &Place<'_>) -> Result<Decimal, Box<Reason>> {
        let own = &self.definition;
        let bounds = [
            own.min
                .filter(|least| number < *least)
                .map(|least| format!("at least {least}")),
            own.max
                .filter(|most| number > *most)
                .map(|most| format!("at most {most}")),
            own.above
                .filter(|above| number <= *above)
                .map(|above| format!("greater than {above}")),
        ];
        if let Some(wanted) = bounds.into_iter().flatten().next() {
            let message = format!("`{}` is {number}; it must be {wanted}", self.name);
            let reason = Reason::new(Code::RequestRange, place, message);
            return Err(Box::new(reason.with("min", own.min.or(own.above)).with("max", own.max)));
        }
        let integer = self.kind() == FieldKind::Integer;
        let scale = if integer { 0 } else { u32::from(own.scale()) };
        let greatest = i128::from(if integer {
            super::compiled::GREATEST_INTEGER
        } else {
            super::compiled::GREATEST_UNITS
        });
        match number.units(scale) {
            Some(units) if units.abs() <= greatest => Ok(number.normalized()),
            Some(_) => {
                let message = format!("`{}` is {number}, which is greater than what is kept", self.name);
                Err(Box::new(Reason::new(Code::RequestRange, place, message)))
            }
            None => {
                let message = format!(
                    "`{}` is {number}; at most {} kept behind the point",
                    self.name,
                    many_are(scale, "digit")
                );
                Err(Box::new(Reason::new(Code::RequestRange, place, message)))
            }
        }
    }

    fn day(&self, day: Day, place: &Place<'_>) -> Result<Value, Box<Reason>> {
        let own = &self.definition;
        let wanted = match (own.first, own.last) {
            (Some(first), _) if day < first => format!("not be before {first}"),
            (_, Some(last)) if day > last => format!("not be after {last}"),
            _ => return Ok(day.to_string().into()),
        };
        let message = format!("`{}` is {day}; it must {wanted}", self.name);
        let reason = Reason::new(Code::RequestRange, place, message);
        Err(Box::new(reason.with("min", own.first).with("max", own.last)))
    }

    fn money(&self, parts: &Map<String, Value>, place: &Place<'_>) -> Result<Value, Box<Reason>> {
        let wrong = || Box::new(self.mistyped(place));
        let (Some(Value::String(amount)), Some(Value::String(currency)), 2) =
            (parts.get("amount"), parts.get("currency"), parts.len())
        else {
            return Err(wrong());
        };
        let amount: Decimal = amount.parse().map_err(|_| wrong())?;
        let unknown = |_| {
            let message = format!("`{}` is not a currency of ISO 4217", shortened(currency));
            Box::new(Reason::new(
                Code::MoneyCurrencyUnknown,
                &place.field("currency"),
                message,
            ))
        };
        let currency: Currency = currency.parse().map_err(unknown)?;
        if let Some(own) = self.definition.currency.filter(|own| *own != currency) {
            let message = format!("`{}` is kept in {own}, not in {currency}", self.name);
            return Err(Box::new(Reason::new(
                Code::MoneyCurrencyMismatch,
                &place.field("currency"),
                message,
            )));
        }
        let amount = self
            .within(amount, &place.field("amount"))?
            .at_least(currency.minor_unit());
        let both = [
            ("amount".to_owned(), amount.to_string().into()),
            ("currency".to_owned(), currency.code().into()),
        ];
        Ok(Value::Object(both.into_iter().collect()))
    }

    fn coordinates(&self, parts: &Map<String, Value>, place: &Place<'_>) -> Result<Value, Box<Reason>> {
        let mut read = Map::new();
        for (name, most) in [("latitude", 90), ("longitude", 180)] {
            let degrees = parts
                .get(name)
                .and_then(Value::as_str)
                .and_then(|text| text.parse::<Decimal>().ok());
            let degrees = degrees
                .filter(|own| own.abs() <= Decimal::from(most))
                .ok_or_else(|| Box::new(self.mistyped(place)))?;
            read.insert(name.to_owned(), degrees.normalized().to_string().into());
        }
        if parts.len() > 2 {
            return Err(Box::new(self.mistyped(place)));
        }
        Ok(Value::Object(read))
    }

    /// Ids of other records, each once, in the order in which they were given.
    fn links(&self, ids: &[Value], place: &Place<'_>) -> Result<Value, Box<Reason>> {
        if ids.len() > MOST_LINKS {
            let message = format!("`{}` has {} links; at most {MOST_LINKS} are kept", self.name, ids.len());
            return Err(Box::new(
                Reason::new(Code::RequestRange, place, message).with("limit", MOST_LINKS),
            ));
        }
        let mut read: Vec<Value> = Vec::with_capacity(ids.len());
        let mut seen = std::collections::HashSet::new();
        for (index, given) in ids.iter().enumerate() {
            let own = given.as_str().and_then(id);
            let own = own.ok_or_else(|| Box::new(self.mistyped(&place.entry(index))))?;
            if seen.insert(own.clone()) {
                read.push(own.into());
            }
        }
        Ok(Value::Array(read))
    }

    /// A definition of the engine as a value: checked as it would be when it is asked.
    fn whole(&self, given: &Value, place: &Place<'_>) -> Result<Value, Box<Reason>> {
        let checked = match self.kind() {
            FieldKind::RateList => crate::rates::RateList::load(given.clone()).map(drop),
            FieldKind::Plan => crate::rates::Plan::load(given.clone()).map(drop),
            FieldKind::Machine => crate::flow::Machine::load(given.clone()).map(drop),
            FieldKind::Resource => resource(given),
            _ => crate::form::check::<crate::time::OpeningHours>(given.clone(), crate::fault::Family::Definition)
                .map(drop),
        };
        match checked {
            Ok(()) => Ok(given.clone()),
            // The first fault speaks for the whole, which is told with all of them when it is loaded by itself.
            Err(error) => {
                let reason = error.under(place.pointer().as_str()).into_reasons().into_iter().next();
                Err(Box::new(reason.unwrap_or_else(|| self.mistyped(place))))
            }
        }
    }

    /// The cells in which a value is kept, one for each of the field's columns: the value or its amount, the currency, the text in
    /// small letters.
    pub fn cells(&self, value: &Value) -> [Cell; 3] {
        [ColumnPart::Value, ColumnPart::Currency, ColumnPart::Folded].map(|part| self.part(part, value))
    }

    /// The cell of one of its columns.
    pub(super) fn part(&self, part: ColumnPart, value: &Value) -> Cell {
        let text = |text: Option<String>| text.map_or(Cell::Null, Cell::Text);
        match part {
            // What is compared is one text already.
            ColumnPart::Folded | ColumnPart::Shown if value.is_object() => self.shown(value, &[]),
            ColumnPart::Value if self.kind() == FieldKind::Money => {
                cell(self.definition.column(), value.get("amount").unwrap_or(&Value::Null))
            }
            ColumnPart::Value => cell(self.definition.column(), value),
            ColumnPart::Currency => text(value.get("currency").and_then(Value::as_str).map(str::to_owned)),
            ColumnPart::Folded | ColumnPart::Shown => {
                text(value.as_str().filter(|_| self.folded.is_some()).map(folded))
            }
        }
    }
}

/// Whether a value is a resource, but for its id, which is the record's.
fn resource(given: &Value) -> crate::Result<()> {
    let mut own = given.clone();
    if let Some(fields) = own.as_object_mut()
        && fields.insert("id".to_owned(), "record".into()).is_some()
    {
        let message = "the id of the resource is the record's; leave it out";
        return Err(Reason::new(Code::DefinitionConflict, "/id", message).into());
    }
    let whole = serde_json::json!({ "resources": [own] });
    let loaded = crate::calendar::Calendar::load(whole).map(drop);
    loaded.map_err(|error| {
        let mut reasons = error.into_reasons();
        for reason in &mut reasons {
            reason.path = reason.path.replacen("/resources/0", "", 1);
        }
        crate::Error::from_reasons(reasons)
            .unwrap_or_else(|| crate::Error::new(Code::DefinitionType, "", "no resource"))
    })
}

/// A value of a column as it is kept.
pub(super) fn cell(kind: ColumnKind, value: &Value) -> Cell {
    let text = value.as_str();
    let whole = |number: Option<i64>| number.map_or(Cell::Null, Cell::Whole);
    match kind {
        ColumnKind::Truth => value.as_bool().map_or(Cell::Null, Cell::Truth),
        ColumnKind::Integer => whole(value.as_i64()),
        ColumnKind::Id => text.and_then(Cell::id).unwrap_or(Cell::Null),
        ColumnKind::Scaled(digits) => {
            let number = text.and_then(|text| text.parse::<Decimal>().ok());
            whole(
                number
                    .and_then(|number| number.units(digits.into()))
                    .and_then(|units| i64::try_from(units).ok()),
            )
        }
        ColumnKind::Day => whole(
            text.and_then(|text| text.parse::<Day>().ok())
                .map(|day| day.number().into()),
        ),
        ColumnKind::Time => whole(
            text.and_then(|text| text.parse::<TimeOfDay>().ok())
                .map(|time| time.seconds().into()),
        ),
        ColumnKind::Instant => whole(
            text.and_then(|text| text.parse::<Instant>().ok())
                .map(Instant::microseconds),
        ),
        ColumnKind::Duration => whole(
            text.and_then(|text| text.parse::<Duration>().ok())
                .map(Duration::microseconds),
        ),
        ColumnKind::Text => text.map_or(Cell::Null, |text| Cell::Text(text.to_owned())),
        ColumnKind::Json | ColumnKind::Bytes if value.is_null() => Cell::Null,
        ColumnKind::Json | ColumnKind::Bytes => Cell::Text(value.to_string()),
    }
}

/// What is kept in a column, as it is answered.
pub fn value(kind: ColumnKind, cell: &Cell) -> Value {
    let number = match cell {
        Cell::Null => return Value::Null,
        Cell::Truth(truth) => return (*truth).into(),
        Cell::Id(id) => return Cell::id_text(id).into(),
        Cell::Text(text) if kind == ColumnKind::Json => return serde_json::from_str(text).unwrap_or(Value::Null),
        Cell::Text(text) => return text.as_str().into(),
        Cell::Whole(number) => *number,
    };
    let told = match kind {
        ColumnKind::Scaled(digits) => {
            Decimal::from_units(number.into(), digits.into()).map(|own| own.normalized().to_string())
        }
        ColumnKind::Day => i32::try_from(number)
            .ok()
            .and_then(Day::from_number)
            .map(|day| day.to_string()),
        ColumnKind::Time => u32::try_from(number)
            .ok()
            .and_then(TimeOfDay::from_seconds)
            .map(|time| time.to_string()),
        ColumnKind::Instant => Instant::from_microseconds(number).map(|instant| instant.to_string()),
        ColumnKind::Duration => Duration::from_microseconds(number).map(|length| length.to_string()),
        _ => return number.into(),
    };
    told.map_or(Value::Null, Value::from)
}

pub(super) fn id(text: &str) -> Option<String> {
    match Cell::id(text)? {
        Cell::Id(id) => Some(Cell::id_text(&id)),
        _ => None,
    }
}

/// A number as E.164 has it; blanks, hyphens, dots and brackets are left out.
fn phone(text: &str) -> Option<String> {
    let digits: String = text
        .chars()
        .filter(|letter| !" -.()/\u{a0}".contains(*letter))
        .collect();
    let number = digits.strip_prefix('+')?;
    let well = (7..=15).contains(&number.len())
        && number.bytes().all(|byte| byte.is_ascii_digit())
        && !number.starts_with('0');
    well.then_some(digits)
}

fn is_url(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let host = rest.map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default());
    let host = host.filter(|host| !host.is_empty() && !host.contains('@'));
    host.is_some()
        && !text.contains(|letter: char| letter.is_whitespace() || letter.is_control() || "<>\"\\".contains(letter))
}

fn is_slug(text: &str) -> bool {
    let letters = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !text.is_empty()
        && text.bytes().all(letters)
        && !text.starts_with('-')
        && !text.ends_with('-')
        && !text.contains("--")
}

fn country(text: &str) -> Option<String> {
    let own = text.to_ascii_uppercase();
    super::countries::is_country(&own).then_some(own)
}

fn colour(text: &str) -> Option<String> {
    let digits = text.strip_prefix('#')?;
    let well = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    well.then(|| text.to_ascii_lowercase())
}
