//! What follows from the fields of a record: what its conditions see of it, what is reckoned, and whether its checks hold.

use std::cell::OnceCell;

use serde_json::{Map, Value};

use super::compiled::{Entity, Field};
use super::definition::FieldKind;
use super::reach::Record;
use crate::expression::{Expression, Fact, Known};
use crate::fault::{Place, Pointer};
use crate::money::Decimal;
use crate::time::{Instant, Zone};
use crate::{Code, Error, Reason};

/// A list of nothing: what is gathered of a record that nothing links to.
static NOTHING: Value = Value::Array(Vec::new());

/// What conditions see beside the record.
#[derive(Clone, Debug)]
pub(super) struct Moment {
    pub(super) now: Instant,
    pub(super) zone: Zone,
    today: OnceCell<Value>,
    actor: Value,
}

impl Moment {
    pub(super) fn new(now: Instant, zone: Option<&Zone>, actor: &str) -> Moment {
        let zone = zone.cloned().unwrap_or(Zone::UTC);
        Moment {
            now,
            today: OnceCell::new(),
            actor: actor.into(),
            zone,
        }
    }

    fn today(&self) -> &Value {
        self.today.get_or_init(|| self.zone.day_of(self.now).to_string().into())
    }
}

/// A record as conditions see it.
pub(super) struct Facts<'f> {
    pub(super) entity: &'f Entity,
    pub(super) record: &'f Record,
    pub(super) moment: &'f Moment,
}

impl Known for Facts<'_> {
    fn known<'k>(&'k self, name: &str) -> Option<Fact<'k>> {
        let found = match name {
            "now" => return Some(Fact::Moment(self.moment.now)),
            "today" => return Some(Fact::Wire(self.moment.today())),
            "actor" => return Some(Fact::Wire(&self.moment.actor)),
            _ => match name.split_once('.') {
                Some((own, part)) => self.record.get(own).and_then(|value| value.get(part)),
                None => self.record.get(name).and_then(fact),
            },
        };
        let list = || {
            let field = self.entity.field(name)?;
            field.kind().is_list().then_some(&NOTHING)
        };
        found.filter(|value| !value.is_null()).or_else(list).map(Fact::Wire)
    }
}

/// A value as conditions see it: an amount without its currency.
pub(super) fn fact(value: &Value) -> Option<&Value> {
    match value {
        Value::Object(parts) => parts.get("amount"),
        Value::Null => None,
        _ => Some(value),
    }
}

/// What a machine sees of a record, under the names of its fields.
pub(super) fn facts_of(entity: &Entity, record: &Record, wanted: impl Fn(&str) -> bool) -> Map<String, Value> {
    let seen = |field: &&Field| field.kind().fact().is_some() || field.kind() == FieldKind::Gathered;
    let fields = entity.fields().iter().filter(seen).filter(|field| wanted(field.name()));
    let facts = fields.filter_map(|field| {
        let value = fact(record.get(field.name())?)?;
        Some((field.name().to_owned(), value.clone()))
    });
    facts.collect()
}

/// The field's part of a name in a condition.
pub(super) fn field_of(name: &str) -> &str {
    name.split_once('.').map_or(name, |(field, _)| field)
}

/// What comes of a value that a machine or an expression gave, in the form in which people would send it. An amount takes the
/// currency that its field has, or the one it had, or the one that it was reckoned from.
pub(super) fn fitted(field: &Field, value: Value, record: &Record, from: Option<&Expression>, zone: &Zone) -> Value {
    let number = |value: &Value| match value {
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) => Some(text.clone()),
        _ => None,
    };
    match field.kind() {
        FieldKind::Money => {
            let Some(amount) = number(&value) else {
                return value;
            };
            let own = field.definition().currency.map(|currency| currency.code());
            let of = |name: &str| record.get(field_of(name))?.get("currency")?.as_str();
            let currency = own
                .or_else(|| of(field.name()))
                .or_else(|| from.and_then(|from| from.names().find_map(of)));
            let amount = rounded(&amount, field.definition().scale());
            serde_json::json!({"amount": amount, "currency": currency})
        }
        FieldKind::Decimal | FieldKind::Percent => match number(&value) {
            Some(text) => rounded(&text, field.definition().scale()).into(),
            None => value,
        },
        FieldKind::Day => match value.as_str().and_then(|text| text.parse::<Instant>().ok()) {
            Some(moment) => zone.day_of(moment).to_string().into(),
            None => value,
        },
        _ => value,
    }
}

/// A number with no more digits behind the point than are kept; a half goes away from zero.
fn rounded(text: &str, scale: u8) -> String {
    let Ok(number) = text.parse::<Decimal>() else {
        return text.to_owned();
    };
    let scale = u32::from(scale);
    let over = number.scale().saturating_sub(scale);
    let step = 10_i128.checked_pow(over).filter(|step| *step > 1);
    let Some(step) = step else {
        return number.to_string();
    };
    let (whole, rest) = (number.mantissa() / step, number.mantissa() % step);
    let away = if rest.abs() * 2 >= step { rest.signum() } else { 0 };
    Decimal::from_units(whole + away, scale).map_or_else(|| text.to_owned(), |own| own.to_string())
}

/// What was sent, by name: in one order whatever the order in which it was written down, and so are the faults that are told of it.
pub(super) fn by_name(sent: &Record) -> Vec<(&String, &Value)> {
    let mut sent: Vec<_> = sent.iter().collect();
    sent.sort_unstable_by_key(|(name, _)| *name);
    sent
}

/// Puts a value where it belongs, without writing the name again.
pub(super) fn put(record: &mut Record, name: &str, value: Value) {
    match record.get_mut(name) {
        Some(own) => *own = value,
        None => drop(record.insert(name.to_owned(), value)),
    }
}

/// Reckons what is computed, each after what it looks at. What looks at something that is at fault waits until that is right.
pub(super) fn computed(
    entity: &Entity,
    record: &mut Record,
    moment: &Moment,
    faulty: &mut Vec<usize>,
    reasons: &mut Vec<Reason>,
) {
    let mut waiting: Vec<usize> = (0..)
        .zip(entity.fields())
        .filter(|(_, field)| field.computed.is_some())
        .map(|(place, _)| place)
        .collect();
    while !waiting.is_empty() {
        let looks_at = |place: usize, other: usize| {
            let expression = entity.fields().get(place).and_then(|field| field.computed.as_deref());
            let names = expression.into_iter().flat_map(Expression::names);
            names.map(field_of).any(|name| entity.place_of(name) == Some(other))
        };
        let ready = |place: &usize| waiting.iter().all(|other| other == place || !looks_at(*place, *other));
        // Two that look at each other are reckoned in order of name.
        let next = waiting.iter().position(ready).unwrap_or(0);
        let place = waiting.swap_remove(next);
        waiting.sort_unstable();
        let Some(field) = entity.fields().get(place) else {
            continue;
        };
        if faulty.iter().any(|other| looks_at(place, *other)) {
            faulty.push(place);
            continue;
        }
        match reckoned(entity, field, record, moment) {
            Ok(value) => put(record, field.name(), value),
            Err(own) => {
                faulty.push(place);
                reasons.extend(own);
            }
        }
    }
}

impl Entity {
    /// Reckons anew what is computed of a record that is kept.
    pub fn reckon(&self, record: &mut Map<String, Value>) -> Result<(), Error> {
        // What is computed looks neither at the clock nor at who asks.
        let Some(epoch) = Instant::from_microseconds(0) else {
            return Ok(());
        };
        let moment = Moment::new(epoch, None, "");
        let mut reasons = Vec::new();
        computed(self, record, &moment, &mut Vec::new(), &mut reasons);
        Error::unless_empty(reasons)
    }
}

fn reckoned(entity: &Entity, field: &Field, record: &Record, moment: &Moment) -> Result<Value, Vec<Reason>> {
    let change = Place::At("/change");
    let place = change.field(field.name());
    let Some(expression) = &field.computed else {
        return Ok(Value::Null);
    };
    let facts = Facts { entity, record, moment };
    match expression.value_of(&facts, "/change") {
        Ok(value) if value.is_null() => Ok(value),
        Ok(value) => {
            let value = fitted(field, value, record, Some(&**expression), &moment.zone);
            field.read(&value, &place).map_err(|reason| vec![*reason])
        }
        // What it needs is not there, and that is told by itself.
        Err(error) if error.code() == Code::RequestMissing => Ok(Value::Null),
        Err(error) => Err(error.each_reason(|reason| reason.path = (&place).into()).into_reasons()),
    }
}

/// The checks that do not hold; those that `skip` names are not asked.
pub(super) fn checks(facts: &Facts<'_>, skip: impl Fn(&Expression) -> bool, reasons: &mut Vec<Reason>) {
    let entity = facts.entity;
    for compiled in &entity.checks {
        let (expression, check) = (&compiled.expression, &compiled.told);
        if skip(expression) {
            continue;
        }
        let place = || {
            let named = check.path.as_deref().map(|path| path.strip_prefix('/').unwrap_or(path));
            named.map_or(Pointer::at("/change"), |name| Pointer::at("/change").join(name))
        };
        match expression.holds_of(facts, "/change") {
            Ok(true) => {}
            Ok(false) => {
                let told = check.message.clone();
                let message = told.unwrap_or_else(|| format!("a record is kept only if `{}`", check.when));
                let reason = Reason::new(Code::RecordsCheck, place(), message).with("check", &check.when);
                reasons.push(match &compiled.policy {
                    Some(policy) => reason.with("policy", policy),
                    None => reason,
                });
            }
            // What it looks at is not there, and that is told by itself.
            Err(error) if error.code() == Code::RequestMissing => {}
            Err(error) => reasons.extend(error.each_reason(|reason| reason.path = place().into()).into_reasons()),
        }
    }
}
