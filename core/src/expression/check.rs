use std::fmt;

use super::Value;
use super::lexer::fault;
use super::parser::{Node, Tree};
use crate::Result;
use crate::money::shortened;

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
    /// A list of values of one type.
    List(Box<Type>),
    /// What a list without entries holds.
    Empty,
}

impl Type {
    pub(super) fn named(text: &str) -> Option<Type> {
        Some(match text {
            "bool" => Type::Bool,
            "int" => Type::Int,
            "decimal" => Type::Decimal,
            "text" => Type::Text,
            "day" => Type::Day,
            _ => Type::List(Box::new(Type::named(text.strip_prefix('[')?.strip_suffix(']')?)?)),
        })
    }

    fn is_number(&self) -> bool {
        matches!(self, Type::Int | Type::Decimal)
    }

    /// The type that holds values of both, which meet.
    fn joined(&self, other: &Type) -> Type {
        let wider = match (self, other) {
            (Type::Empty, _) | (Type::Int, Type::Decimal) => other,
            (Type::List(inner), Type::List(_)) if **inner == Type::Empty => other,
            _ => self,
        };
        wider.clone()
    }

    /// Whether values of both can be compared.
    fn meets(&self, other: &Type) -> bool {
        match (self, other) {
            (Type::List(one), Type::List(other)) => one == other || **one == Type::Empty || **other == Type::Empty,
            (Type::Empty, _) | (_, Type::Empty) => true,
            _ => self == other || (self.is_number() && other.is_number()),
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
            Type::List(inner) => write!(out, "[{inner}]"),
            Type::Empty => out.write_str("nothing"),
        }
    }
}

/// The names that an expression may use, with their types.
#[derive(Clone, Debug, Default)]
pub struct Environment {
    names: Vec<(String, Type)>,
}

impl Environment {
    /// An environment of these names; facts are given in their order.
    pub fn new<'n>(names: impl IntoIterator<Item = (&'n str, Type)>) -> Environment {
        Environment {
            names: names
                .into_iter()
                .map(|(name, typed)| (name.to_owned(), typed))
                .collect(),
        }
    }

    /// Every name with its type.
    pub fn names(&self) -> &[(String, Type)] {
        &self.names
    }
}

/// An expression with its names resolved.
#[derive(Clone, Debug)]
pub(super) enum Typed {
    Value(Value<'static>),
    Fact(usize),
    /// A variable of a macro, by how many macros further in the use is.
    Local(usize),
    List(Vec<Typed>),
    Not(Box<Typed>),
    Negate(Box<Typed>),
    Binary(&'static str, Box<Typed>, Box<Typed>),
    Choice(Box<Typed>, Box<Typed>, Box<Typed>),
    Call(Call, Vec<Typed>),
    Index(Box<Typed>, Box<Typed>),
    /// `list.exists(name, condition)` and `list.all(name, condition)`.
    Each {
        list: Box<Typed>,
        condition: Box<Typed>,
        all: bool,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Call {
    Size,
    Contains,
    StartsWith,
    EndsWith,
    LowerAscii,
    Day,
    Decimal,
    Abs,
    Min,
    Max,
    Year,
    Month,
    DayOfMonth,
    Weekday,
}

pub(super) fn check(
    tree: &Tree,
    environment: &Environment,
    used: &mut Vec<(usize, String, Type)>,
) -> Result<(Typed, Type)> {
    Check {
        environment,
        used,
        locals: Vec::new(),
    }
    .any(tree)
}

struct Check<'a> {
    environment: &'a Environment,
    used: &'a mut Vec<(usize, String, Type)>,
    locals: Vec<(String, Type)>,
}

impl Check<'_> {
    fn any(&mut self, tree: &Tree) -> Result<(Typed, Type)> {
        let boxed = |typed: Typed| Box::new(typed);
        Ok(match &tree.node {
            Node::Bool(truth) => (Typed::Value(Value::Bool(*truth)), Type::Bool),
            Node::Int(number) => (Typed::Value(Value::Int(*number)), Type::Int),
            Node::Decimal(decimal) => (Typed::Value(Value::Decimal(*decimal)), Type::Decimal),
            Node::Text(text) => (Typed::Value(Value::Text(text.clone().into())), Type::Text),
            Node::Name(name) => self.name(name, tree.at)?,
            Node::List(items) => self.list(items)?,
            Node::Unary("!", inner) => (Typed::Not(boxed(self.of(inner, &Type::Bool, "`!`")?)), Type::Bool),
            Node::Unary(_, inner) => {
                let (inner_typed, own) = self.any(inner)?;
                if !own.is_number() {
                    return Err(fault(inner.at, format!("`-` needs a number, not {own}")));
                }
                (Typed::Negate(boxed(inner_typed)), own)
            }
            Node::Binary(sign, left, right) => self.binary(sign, left, right)?,
            Node::Choice(condition, yes, no) => {
                let condition = self.of(condition, &Type::Bool, "`?`")?;
                let ((yes_typed, one), (no_typed, other)) = (self.any(yes)?, self.any(no)?);
                if !one.meets(&other) {
                    return Err(fault(no.at, format!("the choices are {one} and {other}")));
                }
                let result = one.joined(&other);
                let (yes, no) = (as_type(yes_typed, &one, &result), as_type(no_typed, &other, &result));
                (Typed::Choice(boxed(condition), boxed(yes), boxed(no)), result)
            }
            Node::Index(list, index) => {
                let (list_typed, own) = self.any(list)?;
                let Type::List(inner) = own else {
                    return Err(fault(list.at, format!("only lists have entries by number, not {own}")));
                };
                let index = self.of(index, &Type::Int, "`[…]`")?;
                (Typed::Index(boxed(list_typed), boxed(index)), *inner)
            }
            Node::Call(name, arguments) => self.call(name, arguments, tree.at)?,
        })
    }

    fn of(&mut self, tree: &Tree, wanted: &Type, by: &str) -> Result<Typed> {
        let (typed, own) = self.any(tree)?;
        if own == *wanted {
            Ok(typed)
        } else {
            Err(fault(tree.at, format!("{by} needs {wanted}, not {own}")))
        }
    }

    fn name(&mut self, name: &str, at: usize) -> Result<(Typed, Type)> {
        if let Some((place, (_, own))) = self
            .locals
            .iter()
            .rev()
            .enumerate()
            .find(|(_, (local, _))| local == name)
        {
            return Ok((Typed::Local(place), own.clone()));
        }
        let Some(slot) = self.environment.names.iter().position(|(known, _)| known == name) else {
            let known: Vec<_> = self.environment.names.iter().map(|(known, _)| known.as_str()).collect();
            let near = known
                .iter()
                .find(|known| known.starts_with(name) || name.starts_with(*known) || one_slip(known, name));
            let hint = near.map_or_else(
                || format!("; there are {}", known.join(", ")),
                |near| format!("; did you mean `{near}`?"),
            );
            return Err(fault(at, format!("there is no name `{}`{hint}", shortened(name))));
        };
        let own = self.environment.names.get(slot);
        let own = own.map_or(Type::Empty, |(_, own)| own.clone());
        if !self.used.iter().any(|(used, ..)| *used == slot) {
            self.used.push((slot, name.to_owned(), own.clone()));
        }
        Ok((Typed::Fact(slot), own))
    }

    fn list(&mut self, items: &[Tree]) -> Result<(Typed, Type)> {
        let mut typed = Vec::with_capacity(items.len());
        let mut inner = Type::Empty;
        for item in items {
            let (one, own) = self.any(item)?;
            if !inner.meets(&own) {
                return Err(fault(item.at, format!("the entries of a list are {inner} and {own}")));
            }
            inner = inner.joined(&own);
            typed.push((one, own));
        }
        let entries = typed.into_iter().map(|(one, own)| as_type(one, &own, &inner));
        Ok((Typed::List(entries.collect()), Type::List(Box::new(inner))))
    }

    fn binary(&mut self, sign: &'static str, left: &Tree, right: &Tree) -> Result<(Typed, Type)> {
        let ((one, left_type), (other, right_type)) = (self.any(left)?, self.any(right)?);
        let refuse = || {
            Err(fault(
                right.at,
                format!("`{sign}` does not join {left_type} and {right_type}"),
            ))
        };
        let numbers = left_type.is_number() && right_type.is_number();
        let wider = || {
            if left_type == Type::Int && right_type == Type::Int {
                Type::Int
            } else {
                Type::Decimal
            }
        };
        let result = match (sign, &left_type, &right_type) {
            ("||" | "&&", Type::Bool, Type::Bool) => Type::Bool,
            ("==" | "!=", ..) if left_type.meets(&right_type) => Type::Bool,
            ("<" | "<=" | ">" | ">=", Type::Text, Type::Text) | ("<" | "<=" | ">" | ">=", Type::Day, Type::Day) => {
                Type::Bool
            }
            ("<" | "<=" | ">" | ">=", ..) if numbers => Type::Bool,
            ("in", _, Type::List(inner)) if left_type.meets(inner) => Type::Bool,
            ("+", Type::Text, Type::Text) => Type::Text,
            ("+" | "-", Type::Day, Type::Int) => Type::Day,
            ("-", Type::Day, Type::Day) | ("%", Type::Int, Type::Int) => Type::Int,
            ("+" | "-" | "*" | "/", ..) if numbers => wider(),
            _ => return refuse(),
        };
        Ok((Typed::Binary(sign, Box::new(one), Box::new(other)), result))
    }

    fn call(&mut self, name: &str, arguments: &[Tree], at: usize) -> Result<(Typed, Type)> {
        if let ("exists" | "all", [list, variable, condition]) = (name, arguments) {
            return self.each(list, variable, condition, name == "all");
        }
        let mut typed = Vec::with_capacity(arguments.len());
        let mut types = Vec::with_capacity(arguments.len());
        for argument in arguments {
            let (one, own) = self.any(argument)?;
            typed.push(one);
            types.push(own);
        }
        let (call, result) = match (name, types.as_slice()) {
            ("size", [Type::Text | Type::List(_)]) => (Call::Size, Type::Int),
            ("contains", [Type::Text, Type::Text]) => (Call::Contains, Type::Bool),
            ("startsWith", [Type::Text, Type::Text]) => (Call::StartsWith, Type::Bool),
            ("endsWith", [Type::Text, Type::Text]) => (Call::EndsWith, Type::Bool),
            ("lowerAscii", [Type::Text]) => (Call::LowerAscii, Type::Text),
            ("day", [Type::Text]) => (Call::Day, Type::Day),
            ("decimal", [Type::Text | Type::Int | Type::Decimal]) => (Call::Decimal, Type::Decimal),
            ("abs", [own]) if own.is_number() => (Call::Abs, own.clone()),
            ("min" | "max", [one, other]) if one.is_number() && other.is_number() => {
                let wider = if *one == Type::Int { other.clone() } else { one.clone() };
                (if name == "min" { Call::Min } else { Call::Max }, wider)
            }
            ("year", [Type::Day]) => (Call::Year, Type::Int),
            ("month", [Type::Day]) => (Call::Month, Type::Int),
            ("dayOfMonth", [Type::Day]) => (Call::DayOfMonth, Type::Int),
            ("weekday", [Type::Day]) => (Call::Weekday, Type::Text),
            _ => {
                let given: Vec<_> = types.iter().map(Type::to_string).collect();
                let message = format!("there is no function `{}` of ({})", shortened(name), given.join(", "));
                return Err(fault(at, message));
            }
        };
        if matches!(call, Call::Min | Call::Max) {
            typed = typed
                .into_iter()
                .zip(&types)
                .map(|(one, own)| as_type(one, own, &result))
                .collect();
        }
        Ok((Typed::Call(call, typed), result))
    }

    fn each(&mut self, list: &Tree, variable: &Tree, condition: &Tree, all: bool) -> Result<(Typed, Type)> {
        let Node::Name(name) = &variable.node else {
            return Err(fault(variable.at, "a name for the entries is missing".to_owned()));
        };
        let (list_typed, own) = self.any(list)?;
        let Type::List(inner) = own else {
            return Err(fault(list.at, format!("`exists` and `all` need a list, not {own}")));
        };
        self.locals.push((name.clone(), *inner));
        let condition = self.of(condition, &Type::Bool, "the condition");
        self.locals.pop();
        Ok((
            Typed::Each {
                list: Box::new(list_typed),
                condition: Box::new(condition?),
                all,
            },
            Type::Bool,
        ))
    }
}

/// A value as the type that was told: a whole number among decimals becomes one.
fn as_type(typed: Typed, own: &Type, wanted: &Type) -> Typed {
    match (own, wanted) {
        (Type::Int, Type::Decimal) => Typed::Call(Call::Decimal, vec![typed]),
        _ => typed,
    }
}

/// Whether two names differ by one letter, or by two neighbours in the wrong order.
fn one_slip(known: &str, given: &str) -> bool {
    let (mut one, mut other): (Vec<char>, Vec<char>) = (known.chars().collect(), given.chars().collect());
    let differing = one.iter().zip(&other).filter(|(a, b)| a != b).count();
    let same_length = one.len() == other.len();
    one.sort_unstable();
    other.sort_unstable();
    same_length && (differing <= 1 || (differing == 2 && one == other))
}
