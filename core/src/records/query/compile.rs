//! A condition as a test over columns, with the moment and the person who asks in their places.

use super::super::columns::{Cell, ColumnKind};
use super::super::compiled::{Compiled, Entity, Slot};
use super::{Sign, Test};
use crate::expression::{Asked, AskedSide, AskedSign, Value};
use crate::money::Decimal;
use crate::time::{Day, Instant};

/// What stands behind the names that are no columns.
#[derive(Clone, Debug)]
pub(in crate::records) struct Present<'p> {
    pub(in crate::records) now: Instant,
    pub(in crate::records) today: Day,
    pub(in crate::records) actor: &'p str,
}

impl Compiled {
    /// The test of an entity's table that the condition is.
    pub(in crate::records) fn test(&self, entity: &Entity, present: &Present<'_>) -> Test {
        let context = Context { entity, present };
        // What cannot be asked did not load; were it to, nothing is found by it.
        self.asked
            .as_ref()
            .map_or(Test::Constant(false), |asked| context.test(asked))
    }
}

/// What one side of a comparison is made of.
enum Side {
    /// Columns added up and taken off, and a number beside them: how it is kept, and its exact value in those units.
    Numbers(Vec<(bool, u16)>, Decimal),
    /// A column of text, ids or truths.
    Column(u16),
    /// A text.
    Text(String),
    /// True or false.
    Truth(bool),
    /// Something that no column equals.
    Nothing,
}

struct Context<'c> {
    entity: &'c Entity,
    present: &'c Present<'c>,
}

impl Context<'_> {
    fn test(&self, asked: &Asked) -> Test {
        match asked {
            Asked::Constant(truth) => Test::Constant(*truth),
            Asked::All(parts) => Test::all(parts.iter().map(|part| self.test(part))),
            Asked::Any(parts) => Test::any(parts.iter().map(|part| self.test(part))),
            Asked::Not(inner) => Test::contrary(self.test(inner)),
            Asked::Given(slot) => match self.slot(*slot) {
                Some(Slot::Column(column)) => Test::Given(column),
                _ => Test::Constant(true),
            },
            Asked::Compare(left, sign, right) => self.compare(left, *sign, right),
            Asked::OneOf(slot, values) => {
                let equal = |value: &Value<'static>| {
                    self.compare(
                        &AskedSide::Fact(*slot),
                        AskedSign::Equal,
                        &AskedSide::Value(value.clone()),
                    )
                };
                one_of(values.iter().map(equal))
            }
            Asked::Holds(slot, side) => self.holds(*slot, side),
            Asked::Begins(slot, part) | Asked::Contains(slot, part) => {
                let begins = matches!(asked, Asked::Begins(..));
                match self.slot(*slot) {
                    Some(Slot::Column(column)) if part.is_empty() => Test::Given(column),
                    Some(Slot::Column(_)) if part.contains('\0') => Test::Constant(false),
                    Some(Slot::Column(column)) if begins => Test::Begins(column, part.clone()),
                    Some(Slot::Column(column)) => Test::Contains(column, part.clone()),
                    Some(Slot::Actor) if begins => Test::Constant(self.present.actor.starts_with(part)),
                    Some(Slot::Actor) => Test::Constant(self.present.actor.contains(part)),
                    _ => Test::Constant(false),
                }
            }
        }
    }

    fn slot(&self, slot: usize) -> Option<Slot> {
        self.entity.slots.get(slot).copied()
    }

    fn kind(&self, column: u16) -> Option<ColumnKind> {
        self.entity.column(column).map(|column| column.kind)
    }

    /// How the numbers of both sides are kept: as the first column among them is.
    fn units(&self, sides: [&AskedSide; 2]) -> Option<ColumnKind> {
        sides.into_iter().find_map(|side| match side {
            AskedSide::Fact(slot) => match self.slot(*slot)? {
                Slot::Column(column) => self.kind(column),
                _ => None,
            },
            AskedSide::Sum(terms) => terms.iter().find_map(|(_, term)| self.units([term, term])),
            AskedSide::Value(_) => None,
        })
    }

    fn compare(&self, left: &AskedSide, sign: AskedSign, right: &AskedSide) -> Test {
        let units = self.units([left, right]);
        let sign = match sign {
            AskedSign::Equal => Sign::Equal,
            AskedSign::Below => Sign::Below,
            AskedSign::AtMost => Sign::AtMost,
        };
        match (self.side(left, units), self.side(right, units)) {
            (Side::Numbers(own, number), Side::Numbers(others, other)) => {
                let others = others.into_iter().map(|(off, column)| (!off, column));
                numbers(own.into_iter().chain(others).collect(), sign, other, number)
            }
            (Side::Column(column), Side::Column(other)) => Test::Columns(column, sign, other),
            (Side::Column(column), other) => self.single(column, sign, other),
            (other, Side::Column(column)) => self.single(column, turned(sign), other),
            (Side::Text(own), Side::Text(other)) => Test::Constant(sign.takes(own.cmp(&other))),
            (Side::Truth(own), Side::Truth(other)) => Test::Constant(sign.takes(own.cmp(&other))),
            _ => Test::Constant(false),
        }
    }

    fn single(&self, column: u16, sign: Sign, other: Side) -> Test {
        match (self.kind(column), other) {
            (Some(ColumnKind::Truth), Side::Truth(truth)) => match sign {
                Sign::Equal => Test::Is(column, truth),
                // False comes before true.
                _ => Test::any(
                    [false, true]
                        .into_iter()
                        .filter(|own| sign.takes(own.cmp(&truth)))
                        .map(|own| Test::Is(column, own)),
                ),
            },
            (Some(ColumnKind::Id), Side::Text(text)) => match Cell::id(&text) {
                Some(id) => Test::Compare(column, sign, id),
                // A text that is no id equals none.
                None => Test::Constant(false),
            },
            (Some(ColumnKind::Text), Side::Text(text)) if !text.contains('\0') => {
                Test::Compare(column, sign, Cell::Text(text))
            }
            _ => Test::Constant(false),
        }
    }

    fn holds(&self, slot: usize, side: &AskedSide) -> Test {
        let Some(Slot::List(place)) = self.slot(slot) else {
            return Test::Constant(false);
        };
        let text = match (side, self.side(side, None)) {
            (AskedSide::Fact(slot), _) if self.slot(*slot) != Some(Slot::Actor) => return Test::Constant(false),
            (_, Side::Text(text)) => text,
            _ => return Test::Constant(false),
        };
        let field = self.entity.fields().get(usize::from(place));
        let value = field.and_then(|field| field.entry(&text));
        value.map_or(Test::Constant(false), |value| Test::Holds(place, value))
    }

    fn side(&self, side: &AskedSide, units: Option<ColumnKind>) -> Side {
        match side {
            AskedSide::Sum(terms) => self.sum(terms, units),
            AskedSide::Fact(slot) => match self.slot(*slot) {
                Some(Slot::Column(column)) => match self.kind(column) {
                    Some(ColumnKind::Text | ColumnKind::Id | ColumnKind::Truth) => Side::Column(column),
                    // A time of day is text in conditions, and a number in its column.
                    Some(_) => Side::Numbers(vec![(false, column)], Decimal::from(0)),
                    None => Side::Nothing,
                },
                Some(Slot::Actor) => Side::Text(self.present.actor.to_owned()),
                Some(Slot::Now) => Side::Numbers(Vec::new(), self.present.now.microseconds().into()),
                Some(Slot::Today) => Side::Numbers(Vec::new(), i64::from(self.present.today.number()).into()),
                _ => Side::Nothing,
            },
            AskedSide::Value(value) => written(value, units),
        }
    }

    fn sum(&self, terms: &[(bool, AskedSide)], units: Option<ColumnKind>) -> Side {
        let mut columns = Vec::with_capacity(terms.len());
        let mut number = Decimal::from(0);
        for (off, term) in terms {
            let Side::Numbers(own, beside) = self.side(term, units) else {
                return Side::Nothing;
            };
            columns.extend(own.into_iter().map(|(negative, column)| (negative ^ off, column)));
            let added = if *off {
                number.minus(beside)
            } else {
                number.plus(beside)
            };
            let Ok(added) = added else {
                return Side::Nothing;
            };
            number = added;
        }
        Side::Numbers(columns, number)
    }
}

/// Any of several equalities; those of one column are one list.
pub(super) fn one_of(tests: impl Iterator<Item = Test>) -> Test {
    let mut lists: Vec<(u16, Vec<Cell>)> = Vec::new();
    let mut others = Vec::new();
    for test in tests {
        let (column, cell) = match test {
            Test::Compare(column, Sign::Equal, cell) => (column, cell),
            Test::Sum {
                terms,
                sign: Sign::Equal,
                value,
            } if matches!(terms.as_slice(), [(false, _)]) => {
                let Some((_, column)) = terms.first().copied() else {
                    continue;
                };
                (column, Cell::Whole(value))
            }
            other => {
                others.push(other);
                continue;
            }
        };
        match lists.iter_mut().find(|(own, _)| *own == column) {
            Some((_, cells)) => cells.push(cell),
            None => lists.push((column, vec![cell])),
        }
    }
    let lists = lists.into_iter().map(|(column, mut cells)| {
        cells.sort_unstable();
        cells.dedup();
        Test::OneOf(column, cells)
    });
    Test::any(lists.chain(others))
}

/// The same, seen from the other side.
fn turned(sign: Sign) -> Sign {
    match sign {
        Sign::Equal => Sign::Equal,
        Sign::Below => Sign::Above,
        Sign::AtMost => Sign::AtLeast,
        Sign::Above => Sign::Below,
        Sign::AtLeast => Sign::AtMost,
    }
}

/// What is written in a condition, in the units of the columns that it is compared with.
fn written(value: &Value<'static>, units: Option<ColumnKind>) -> Side {
    let whole = |number: i64| Side::Numbers(Vec::new(), number.into());
    let scaled = |number: Decimal| {
        let digits = if let Some(ColumnKind::Scaled(digits)) = units {
            digits
        } else {
            0
        };
        let unit = Decimal::from(10_i64.pow(u32::from(digits.min(18))));
        number
            .times(unit)
            .map_or(Side::Nothing, |number| Side::Numbers(Vec::new(), number))
    };
    match value {
        Value::Bool(truth) => Side::Truth(*truth),
        Value::Int(number) => match units {
            Some(ColumnKind::Scaled(_)) => scaled((*number).into()),
            _ => whole(*number),
        },
        Value::Decimal(number) => scaled(*number),
        Value::Day(day) => whole(day.number().into()),
        Value::Instant(instant) => whole(instant.microseconds()),
        Value::Duration(length) => whole(length.microseconds()),
        Value::Text(text) if units == Some(ColumnKind::Time) => {
            let time = text.parse::<crate::time::TimeOfDay>();
            time.map_or(Side::Nothing, |time| whole(time.seconds().into()))
        }
        Value::Text(text) => Side::Text(text.to_string()),
        _ => Side::Nothing,
    }
}

/// Columns and a number on the one side, and only a number on the other: what is beside the columns is brought over.
fn numbers(columns: Vec<(bool, u16)>, sign: Sign, other: Decimal, beside: Decimal) -> Test {
    let Ok(bound) = other.minus(beside) else {
        return Test::Constant(false);
    };
    if columns.is_empty() {
        return Test::Constant(sign.takes(Decimal::from(0).cmp(&bound)));
    }
    if columns.first().is_some_and(|(off, _)| *off) {
        // The first column is added, so that `5 < effort` is asked as `effort > 5` is, and an index is used.
        let columns = columns.into_iter().map(|(off, column)| (!off, column));
        return numbers(columns.collect(), turned(sign), bound.opposite(), Decimal::from(0));
    }
    let floor = floor(bound);
    // A column holds whole numbers of its last digit: what lies between two of them is compared with the lower one.
    let (sign, floor) = match sign {
        _ if Decimal::from_units(floor, 0) == Some(bound) => (sign, floor),
        Sign::Equal => return Test::Constant(false),
        Sign::Below | Sign::AtMost => (Sign::AtMost, floor),
        Sign::Above | Sign::AtLeast => (Sign::Above, floor),
    };
    match i64::try_from(floor) {
        Ok(value) => Test::Sum {
            terms: columns,
            sign,
            value,
        },
        // Beyond every number that a column has: all are below it, or above.
        Err(_) => {
            let below = !bound.is_negative();
            let holds = match sign {
                Sign::Equal => false,
                Sign::Below | Sign::AtMost => below,
                Sign::Above | Sign::AtLeast => !below,
            };
            let given = columns.into_iter().map(|(_, column)| Test::Given(column));
            if holds { Test::all(given) } else { Test::Constant(false) }
        }
    }
}

/// The greatest whole number that is not above a decimal.
fn floor(number: Decimal) -> i128 {
    let unit = 10_i128.checked_pow(number.scale()).unwrap_or(i128::MAX);
    number.mantissa().div_euclid(unit)
}

/// What a condition asks of columns that cannot be compared: numbers of several scales, a sum of texts.
pub(in crate::records) fn incomparable(entity: &Entity, asked: &Asked) -> Option<String> {
    match asked {
        Asked::All(parts) | Asked::Any(parts) => parts.iter().find_map(|part| incomparable(entity, part)),
        Asked::Not(inner) => incomparable(entity, inner),
        Asked::Begins(slot, _) | Asked::Contains(slot, _) => match entity.slots.get(*slot) {
            Some(Slot::Column(column)) if entity.column(*column).map(|own| own.kind) != Some(ColumnKind::Text) => {
                Some("parts of ids and times cannot be asked of a table; compare them whole".to_owned())
            }
            _ => None,
        },
        Asked::Compare(left, _, right) => {
            let mut kinds = Vec::new();
            if !gather(entity, left, false, &mut kinds) || !gather(entity, right, false, &mut kinds) {
                return Some("a sum of texts cannot be asked of a table".to_owned());
            }
            let first = kinds.first()?;
            let differs = kinds.iter().find(|kind| units_of(**kind) != units_of(*first));
            differs.map(|_| {
                let message = "numbers that are kept with different digits cannot be compared in a table";
                format!("{message}; give their fields the same kind and `digits`")
            })
        }
        _ => None,
    }
}

/// The kinds of the columns on a side; whether it can be.
fn gather(entity: &Entity, side: &AskedSide, summed: bool, kinds: &mut Vec<ColumnKind>) -> bool {
    match side {
        AskedSide::Fact(slot) => match entity.slots.get(*slot) {
            Some(Slot::Column(column)) => {
                let kind = entity.column(*column).map(|column| column.kind);
                kinds.extend(kind);
                !summed
                    || !matches!(
                        kind,
                        Some(ColumnKind::Text | ColumnKind::Id | ColumnKind::Truth | ColumnKind::Time)
                    )
            }
            Some(Slot::Actor) => !summed,
            _ => true,
        },
        AskedSide::Value(value) => !summed || !matches!(value, Value::Text(_)),
        AskedSide::Sum(terms) => terms.iter().all(|(_, term)| gather(entity, term, true, kinds)),
    }
}

/// What tells the units of one column from those of another.
fn units_of(kind: ColumnKind) -> u8 {
    match kind {
        ColumnKind::Scaled(digits) => digits + 10,
        ColumnKind::Time => 1,
        ColumnKind::Text => 2,
        ColumnKind::Id => 3,
        ColumnKind::Truth => 4,
        _ => 0,
    }
}
