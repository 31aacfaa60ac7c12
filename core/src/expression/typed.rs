use super::Value;
use super::clock::{Part, Place};
use super::numbers::NumberCall;
use super::parser::Operator;
use super::patterns::Pattern;
use super::texts::TextCall;

/// An expression with its names resolved.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Typed {
    Value(Value<'static>),
    Fact(usize),
    /// A fact that may be missing, and is nothing then.
    Maybe(usize),
    /// Whether such a fact is there.
    Given(usize),
    /// A variable of a macro, by how many macros further in the use is.
    Local(usize),
    List(Vec<Typed>),
    Map(Vec<(Typed, Typed)>),
    Not(Box<Typed>),
    Negate(Box<Typed>),
    Binary(Operator, Box<(Typed, Typed)>),
    /// Operands in a row, by operators that bind alike, from left to right.
    Row(Box<Typed>, Vec<(Operator, Typed)>),
    /// `&&`, decided by the first that is false, or `||`, by the first that is true.
    Decided(bool, Vec<Typed>),
    /// The first whose condition is true, or the last.
    Choice(Vec<(Typed, Typed)>, Box<Typed>),
    /// Whether a text matches a pattern.
    Matches(Box<Typed>, Pattern),
    Call(Call, Vec<Typed>),
    /// A part of an instant on the clocks of a place, or of a duration.
    Part(Part, Box<Typed>, Place),
    /// An entry of a list by its number, or of a map by its key.
    Index(Box<(Typed, Typed)>),
    /// The first where it is there, the second otherwise; an entry of a map may be missing in it.
    OrValue(Box<(Typed, Typed)>),
    Macro {
        kind: Macro,
        /// Whether there are two variables: the place or the key, and the entry.
        two: bool,
        list: Box<Typed>,
        /// What an entry must meet; all do where there is nothing.
        condition: Option<Box<Typed>>,
        /// What an entry becomes.
        result: Option<Box<Typed>>,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Macro {
    Exists,
    All,
    ExistsOne,
    /// `filter`, `map` and `transformList`.
    Collect,
    /// `transformMap`.
    Map,
    /// `transformMapEntry`.
    Entries,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Call {
    Size,
    Contains,
    StartsWith,
    EndsWith,
    OfText(TextCall),
    OfNumber(NumberCall),
    Text,
    Int,
    Decimal,
    Day,
    Instant,
    Duration,
    Abs,
    Min,
    Max,
    Year,
    Month,
    DayOfMonth,
    Weekday,
}

impl Call {
    /// Whether a text that is written in the expression is read when it is loaded.
    pub(super) fn reads_text(self) -> bool {
        matches!(
            self,
            Call::Int | Call::Decimal | Call::Day | Call::Instant | Call::Duration
        )
    }
}
