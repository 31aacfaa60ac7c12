use serde::{Deserialize, Serialize};

use super::super::columns::{Cell, folded};
use crate::JsonSchema;
use crate::fault::Limits;

/// What must be true of a record, over its columns by number. A comparison with what is missing is false, so that a test and its
/// contrary never agree: there is no third answer. The engine, SQLite and PostgreSQL answer it alike.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Test {
    /// Whatever the record is.
    Constant(bool),
    /// All of them.
    All(Vec<Test>),
    /// Any of them.
    Any(Vec<Test>),
    /// The other way round.
    Not(Box<Test>),
    /// Whether there is a value in a column.
    Given(u16),
    /// Whether a column that is true or false is so.
    Is(u16, bool),
    /// Whether the columns, added up or taken off, compare so with a number.
    Sum {
        /// The columns; those with `true` are taken off.
        terms: Vec<(bool, u16)>,
        /// How.
        sign: Sign,
        /// With what.
        value: i64,
    },
    /// Whether a text or an id compares so with another one.
    Compare(u16, Sign, Cell),
    /// Whether two columns of texts, ids or truths compare so.
    Columns(u16, Sign, u16),
    /// Whether the value of a column is one of these; they are in order and each is there once.
    OneOf(u16, Vec<Cell>),
    /// Whether a list of ids, or of gathered values, has this one; by the place of its field.
    Holds(u16, Cell),
    /// Whether a text begins with another, which is not empty.
    Begins(u16, String),
    /// Whether a text has another in it, which is not empty.
    Contains(u16, String),
    /// Whether any of the columns, in small letters, or any entry of the lists has a part in it, which is in small letters too.
    Search {
        /// The columns.
        columns: Vec<u16>,
        /// The lists of tags, by the places of their fields.
        lists: Vec<u16>,
        /// The part.
        part: String,
    },
}

/// How something compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
pub enum Sign {
    /// It is the same.
    Equal,
    /// It is below.
    Below,
    /// It is not above.
    AtMost,
    /// It is above.
    Above,
    /// It is not below.
    AtLeast,
}

impl Sign {
    /// Whether an order is of this sign.
    pub fn takes(self, order: std::cmp::Ordering) -> bool {
        match self {
            Sign::Equal => order.is_eq(),
            Sign::Below => order.is_lt(),
            Sign::AtMost => order.is_le(),
            Sign::Above => order.is_gt(),
            Sign::AtLeast => order.is_ge(),
        }
    }
}

/// A record as a test looks at it.
pub trait Row {
    /// What is in a column.
    fn cell(&self, column: u16) -> &Cell;
    /// The entries of a field that is a list of ids or of gathered values.
    fn list(&self, field: u16) -> &[Cell];
}

impl Test {
    /// All of these, without those that say nothing.
    pub fn all(tests: impl IntoIterator<Item = Test>) -> Test {
        let mut kept = Vec::new();
        for test in tests {
            match test {
                Test::Constant(true) => {}
                Test::Constant(false) => return Test::Constant(false),
                Test::All(inner) => kept.extend(inner),
                _ => kept.push(test),
            }
        }
        match kept.pop() {
            None => Test::Constant(true),
            Some(only) if kept.is_empty() => only,
            Some(last) => {
                kept.push(last);
                Test::All(kept)
            }
        }
    }

    /// Any of these, without those that say nothing.
    pub fn any(tests: impl IntoIterator<Item = Test>) -> Test {
        let mut kept = Vec::new();
        for test in tests {
            match test {
                Test::Constant(false) => {}
                Test::Constant(true) => return Test::Constant(true),
                Test::Any(inner) => kept.extend(inner),
                _ => kept.push(test),
            }
        }
        match kept.pop() {
            None => Test::Constant(false),
            Some(only) if kept.is_empty() => only,
            Some(last) => {
                kept.push(last);
                Test::Any(kept)
            }
        }
    }

    /// The other way round.
    pub fn contrary(test: Test) -> Test {
        match test {
            Test::Constant(truth) => Test::Constant(!truth),
            Test::Not(inner) => *inner,
            _ => Test::Not(Box::new(test)),
        }
    }

    /// Whether it is true of a record.
    pub fn holds(&self, row: &dyn Row) -> bool {
        let text = |column: u16| match row.cell(column) {
            Cell::Text(text) => Some(text.as_str()),
            _ => None,
        };
        match self {
            Test::Constant(truth) => *truth,
            Test::All(tests) => tests.iter().all(|test| test.holds(row)),
            Test::Any(tests) => tests.iter().any(|test| test.holds(row)),
            Test::Not(test) => !test.holds(row),
            Test::Given(column) => !row.cell(*column).is_null(),
            Test::Is(column, truth) => *row.cell(*column) == Cell::Truth(*truth),
            Test::Sum { terms, sign, value } => {
                let sum = terms
                    .iter()
                    .try_fold(0_i64, |sum, (off, column)| match row.cell(*column) {
                        Cell::Whole(number) if *off => sum.checked_sub(*number),
                        Cell::Whole(number) => sum.checked_add(*number),
                        _ => None,
                    });
                sum.is_some_and(|sum| sign.takes(sum.cmp(value)))
            }
            Test::Compare(column, sign, value) => {
                let own = row.cell(*column);
                !own.is_null() && sign.takes(own.cmp(value))
            }
            Test::Columns(left, sign, right) => {
                let (left, right) = (row.cell(*left), row.cell(*right));
                !left.is_null() && !right.is_null() && sign.takes(left.cmp(right))
            }
            Test::OneOf(column, values) => values.binary_search(row.cell(*column)).is_ok(),
            Test::Holds(field, value) => row.list(*field).contains(value),
            Test::Begins(column, part) => text(*column).is_some_and(|text| text.starts_with(part.as_str())),
            Test::Contains(column, part) => text(*column).is_some_and(|text| text.contains(part.as_str())),
            Test::Search { columns, lists, part } => {
                let has = |cell: &Cell| matches!(cell, Cell::Text(text) if text.contains(part.as_str()));
                let mut entries = lists.iter().flat_map(|field| row.list(*field));
                columns.iter().any(|column| has(row.cell(*column))) || entries.any(has)
            }
        }
    }

    /// A search for a part of any of these columns and lists, in whatever letters.
    pub(super) fn search(columns: Vec<u16>, lists: Vec<u16>, term: &str) -> Test {
        let part = folded(term.trim());
        if part.is_empty() {
            return Test::Constant(true);
        }
        if part.contains('\0') || columns.is_empty() && lists.is_empty() {
            return Test::Constant(false);
        }
        Test::Search { columns, lists, part }
    }
}
