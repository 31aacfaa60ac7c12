//! Names are resolved and types are checked; what is written as a constant is read.

use std::collections::BTreeSet;

use super::calls;
use super::lexer::fault;
use super::parser::{Node, Operator, Tree};
use super::typed::{Call, Typed};
use super::{Environment, Type, Used, Value};
use crate::Result;
use crate::fault::near;
use crate::money::shortened;

pub(super) fn check(tree: &Tree, environment: &Environment, used: &mut Vec<Used>) -> Result<(Typed, Type)> {
    Check {
        environment,
        used,
        seen: BTreeSet::new(),
        locals: Vec::new(),
        present: Vec::new(),
    }
    .any(tree)
}

pub(super) struct Check<'a> {
    environment: &'a Environment,
    used: &'a mut Vec<Used>,
    /// The places of what is used.
    seen: BTreeSet<usize>,
    pub(super) locals: Vec<(String, Type)>,
    /// The facts that may be missing, but are there in what is being read.
    present: Vec<usize>,
}

impl Check<'_> {
    pub(super) fn any(&mut self, tree: &Tree) -> Result<(Typed, Type)> {
        Ok(match &tree.node {
            Node::Null => (Typed::Value(Value::Null), Type::Null),
            Node::Bool(truth) => (Typed::Value(Value::Bool(*truth)), Type::Bool),
            Node::Int(number) => (Typed::Value(Value::Int(*number)), Type::Int),
            Node::Decimal(decimal) => (Typed::Value(Value::Decimal(*decimal)), Type::Decimal),
            Node::Text(text) => (Typed::Value(Value::Text(text.clone().into())), Type::Text),
            Node::Name(name) => self.name(name, tree.at)?,
            Node::Outer(name) => self.declared(name, tree.at)?,
            Node::List(items) => self.list(items)?,
            Node::Map(entries) => self.map(entries)?,
            Node::Not(inner) => (Typed::Not(Box::new(self.of(inner, &Type::Bool, "`!`")?)), Type::Bool),
            Node::Negate(inner) => self.negate(inner)?,
            Node::Row(first, rest) => self.row(first, rest)?,
            Node::Choice(choices, last) => self.choice(choices, last)?,
            Node::Member(target, name) => self.member(tree, target, name)?,
            Node::Index(target, index) => self.index(target, index)?,
            Node::Call {
                name,
                method,
                arguments,
            } => self.call(name, *method, arguments, tree.at)?,
        })
    }

    pub(super) fn of(&mut self, tree: &Tree, wanted: &Type, by: &str) -> Result<Typed> {
        let (typed, own) = self.any(tree)?;
        if own == *wanted {
            Ok(typed)
        } else {
            Err(fault(
                tree.at,
                format!("{by} needs {wanted}, not {own}{}", own.advice()),
            ))
        }
    }

    fn name(&mut self, name: &str, at: usize) -> Result<(Typed, Type)> {
        let mut locals = self.locals.iter().rev().enumerate();
        if let Some((place, (_, own))) = locals.find(|(_, (local, _))| local == name) {
            return Ok((Typed::Local(place), own.clone()));
        }
        self.declared(name, at)
    }

    fn declared(&mut self, name: &str, at: usize) -> Result<(Typed, Type)> {
        match self.environment.slot(name) {
            Some((slot, own)) => {
                let own = own.clone();
                Ok(self.fact(slot, name, own))
            }
            None => Err(self.unknown(name, at)),
        }
    }

    pub(super) fn fact(&mut self, slot: usize, name: &str, own: Type) -> (Typed, Type) {
        if self.seen.insert(slot) {
            let (name, wanted) = (name.to_owned(), own.clone());
            self.used.push(Used { slot, name, wanted });
        }
        match own {
            Type::Optional(inner) if self.present.contains(&slot) => (Typed::Fact(slot), *inner),
            Type::Optional(_) => (Typed::Maybe(slot), own),
            _ => (Typed::Fact(slot), own),
        }
    }

    fn unknown(&self, name: &str, at: usize) -> crate::Error {
        let given = shortened(name);
        let fields = self.environment.fields(name);
        if !fields.is_empty() {
            let fields = fields.join(", ");
            return fault(at, format!("`{given}` is a record; ask for a field of it: {fields}"));
        }
        let known = self.environment.names().iter().map(|(known, _)| known.as_str());
        let hint = near(name, known.filter(|known| *known != name));
        fault(at, format!("there is no name `{given}`{hint}"))
    }

    /// Whether a chain of names begins with the variable of a macro, which hides every declared name of that beginning.
    fn is_local(&self, tree: &Tree) -> bool {
        let first = tree.first_name();
        first.is_some_and(|first| self.locals.iter().any(|(local, _)| local == first))
    }

    /// The fact that a chain of names stands for.
    pub(super) fn slot(&self, tree: &Tree) -> Option<(usize, &Type, String)> {
        let path = tree.path()?;
        if self.is_local(tree) {
            return None;
        }
        self.environment.slot(&path).map(|(slot, own)| (slot, own, path))
    }

    fn member(&mut self, tree: &Tree, target: &Tree, name: &str) -> Result<(Typed, Type)> {
        if let Some((slot, own, path)) = self.slot(tree) {
            let own = own.clone();
            return Ok(self.fact(slot, &path, own));
        }
        // A field that a known record does not have is told by its whole name.
        if let (Some(path), Some(record)) = (tree.path(), target.path())
            && !self.is_local(tree)
            && self.environment.slot(&record).is_none()
            && !self.environment.fields(&record).is_empty()
            && self.environment.fields(&path).is_empty()
        {
            return Err(self.unknown(&path, tree.at));
        }
        let (map, own) = self.any(target)?;
        match own {
            Type::Map(inner) => {
                let key = Typed::Value(Value::Text(name.to_owned().into()));
                Ok((Typed::Index(Box::new((map, key))), *inner))
            }
            _ => {
                let message = format!("{own} has no field `{}`{}", shortened(name), own.advice());
                Err(fault(target.at, message))
            }
        }
    }

    fn index(&mut self, target: &Tree, index: &Tree) -> Result<(Typed, Type)> {
        let (typed, own) = self.any(target)?;
        let (index, inner) = match own {
            Type::List(inner) => (self.of(index, &Type::Int, "`[…]` of a list")?, inner),
            Type::Map(inner) => (self.of(index, &Type::Text, "`[…]` of a map")?, inner),
            _ => {
                let message = format!("only lists and maps have entries, not {own}{}", own.advice());
                return Err(fault(target.at, message));
            }
        };
        Ok((Typed::Index(Box::new((typed, index))), *inner))
    }

    fn negate(&mut self, inner: &Tree) -> Result<(Typed, Type)> {
        let (typed, own) = self.any(inner)?;
        if own.is_number() || own == Type::Duration {
            return Ok((Typed::Negate(Box::new(typed)), own));
        }
        Err(fault(
            inner.at,
            format!("`-` needs a number, not {own}{}", own.advice()),
        ))
    }

    fn list(&mut self, items: &[Tree]) -> Result<(Typed, Type)> {
        let (entries, inner) = self.entries(items.iter(), "the entries of a list")?;
        let constants = entries.iter().map(constant).collect::<Option<Vec<_>>>();
        let typed = constants.map_or_else(|| Typed::List(entries), |list| Typed::Value(Value::List(list)));
        Ok((typed, Type::List(Box::new(inner))))
    }

    fn map(&mut self, entries: &[(Tree, Tree)]) -> Result<(Typed, Type)> {
        let mut keys = Vec::with_capacity(entries.len());
        for (key, _) in entries {
            let typed = self.of(key, &Type::Text, "a key of a map")?;
            if keys.contains(&typed) {
                return Err(fault(key.at, "the map has this key already".to_owned()));
            }
            keys.push(typed);
        }
        let (values, inner) = self.entries(entries.iter().map(|(_, value)| value), "the values of a map")?;
        Ok((
            Typed::Map(keys.into_iter().zip(values).collect()),
            Type::Map(Box::new(inner)),
        ))
    }

    /// Values side by side, of one type.
    fn entries<'t>(&mut self, items: impl Iterator<Item = &'t Tree>, of: &str) -> Result<(Vec<Typed>, Type)> {
        let mut typed = Vec::new();
        let mut inner = Type::Empty;
        for item in items {
            let (one, own) = self.any(item)?;
            if let Type::Optional(_) = own {
                return Err(fault(item.at, format!("{of} must all be there{}", own.advice())));
            }
            let joined = inner.joined(&own);
            inner = joined.ok_or_else(|| fault(item.at, format!("{of} must have one type, not {inner} and {own}")))?;
            typed.push((one, own));
        }
        let entries = typed.into_iter().map(|(one, own)| as_type(one, &own, &inner));
        Ok((entries.collect(), inner))
    }

    fn choice(&mut self, choices: &[(Tree, Tree)], last: &Tree) -> Result<(Typed, Type)> {
        let known = self.present.len();
        let (mut typed, mut types) = (Vec::with_capacity(choices.len()), Vec::with_capacity(choices.len()));
        for (condition, yes) in choices {
            let tested = self.of(condition, &Type::Bool, "`?`")?;
            let before = self.present.len();
            self.proven(condition, true);
            let (yes, own) = self.any(yes)?;
            self.present.truncate(before);
            // What comes behind is only reached when this one is false.
            self.proven(condition, false);
            typed.push((tested, yes));
            types.push(own);
        }
        let (last_typed, last_type) = self.any(last)?;
        self.present.truncate(known);
        let mut result = last_type.clone();
        let mut at = last.at;
        for (own, (_, yes)) in types.iter().zip(choices).rev() {
            let joined = own.joined(&result);
            result = joined.ok_or_else(|| {
                fault(
                    at,
                    format!("both choices of `?` must have one type, not {own} and {result}"),
                )
            })?;
            at = yes.at;
        }
        let wanted = match &result {
            Type::Optional(inner) => inner,
            own => own,
        };
        let typed = typed.into_iter().zip(types);
        let typed = typed.map(|((tested, yes), own)| (tested, as_type(yes, &own, wanted)));
        let last = as_type(last_typed, &last_type, wanted);
        Ok((Typed::Choice(typed.collect(), Box::new(last)), result))
    }

    fn proven(&mut self, tree: &Tree, truth: bool) {
        let asked = match &tree.node {
            Node::Call { name, arguments, .. } if name == "has" && truth => arguments.first(),
            Node::Row(left, rest) => match rest.as_slice() {
                [(operator @ (Operator::Equal | Operator::NotEqual), right)]
                    if truth == (*operator == Operator::NotEqual) =>
                {
                    match (&left.node, &right.node) {
                        (_, Node::Null) => Some(&**left),
                        (Node::Null, _) => Some(right),
                        _ => None,
                    }
                }
                [(operator @ (Operator::And | Operator::Or), _), ..] if truth == (*operator == Operator::And) => {
                    self.proven(left, truth);
                    return rest.iter().for_each(|(_, part)| self.proven(part, truth));
                }
                _ => None,
            },
            Node::Not(inner) => return self.proven(inner, !truth),
            _ => None,
        };
        if let Some((slot, ..)) = asked.and_then(|asked| self.slot(asked)) {
            self.present.push(slot);
        }
    }

    fn row(&mut self, first: &Tree, rest: &[(Operator, Tree)]) -> Result<(Typed, Type)> {
        let known = self.present.len();
        let (first_typed, mut own) = self.any(first)?;
        let mut typed = Vec::with_capacity(rest.len());
        let mut before = first;
        for (operator, right) in rest {
            if let Operator::And | Operator::Or = operator {
                self.proven(before, *operator == Operator::And);
            }
            let (other, right_type) = self.any(right)?;
            own = joined_by(*operator, &own, &right_type)
                .ok_or_else(|| not_joined(*operator, &own, &right_type, right.at))?;
            typed.push((*operator, other));
            before = right;
        }
        self.present.truncate(known);
        let decided = match typed.first() {
            Some((Operator::And, _)) => Some(false),
            Some((Operator::Or, _)) => Some(true),
            _ => None,
        };
        if let Some(by) = decided {
            let parts = std::iter::once(first_typed).chain(typed.into_iter().map(|(_, part)| part));
            return Ok((Typed::Decided(by, parts.collect()), own));
        }
        let mut typed = typed.into_iter();
        let row = match (typed.next(), typed.len()) {
            (Some((operator, other)), 0) => Typed::Binary(operator, Box::new((first_typed, other))),
            (next, _) => Typed::Row(Box::new(first_typed), next.into_iter().chain(typed).collect()),
        };
        Ok((row, own))
    }

    fn call(&mut self, name: &str, method: bool, arguments: &[Tree], at: usize) -> Result<(Typed, Type)> {
        if let Some(typed) = self.macro_call(name, method, arguments)? {
            return Ok(typed);
        }
        let (name, arguments) = self.without_area(name, method, arguments);
        let mut typed = Vec::with_capacity(arguments.len());
        for argument in arguments {
            typed.push(self.any(argument)?);
        }
        calls::resolve(&name, typed, at)
    }

    /// `math.round(x)` is `round(x)`, unless `math` is a name of the reader's own.
    fn without_area<'t>(&self, name: &str, method: bool, arguments: &'t [Tree]) -> (String, &'t [Tree]) {
        if let Some((area, rest)) = arguments.split_first().filter(|_| method)
            && let Node::Name(area) = &area.node
            && area == "math"
            && !self.locals.iter().any(|(local, _)| local == "math")
            && self.environment.slot("math").is_none()
        {
            return (format!("math.{name}"), rest);
        }
        (name.to_owned(), arguments)
    }
}

/// What an operator makes of two types, if it joins them.
fn joined_by(operator: Operator, left: &Type, right: &Type) -> Option<Type> {
    let numbers = left.is_number() && right.is_number();
    Some(match (operator, left, right) {
        (Operator::Or | Operator::And, Type::Bool, Type::Bool) => Type::Bool,
        (Operator::Equal | Operator::NotEqual, ..) if left.meets(right) => Type::Bool,
        (Operator::Less | Operator::AtMost | Operator::More | Operator::AtLeast, ..)
            if numbers || (left.has_order() && left == right) || (left == &Type::Empty || right == &Type::Empty) =>
        {
            Type::Bool
        }
        (Operator::In, _, Type::List(inner)) if left.meets(inner) => Type::Bool,
        (Operator::In, Type::Text | Type::Empty, Type::Map(_)) => Type::Bool,
        (Operator::Add, Type::Text, Type::Text | Type::Empty) | (Operator::Add, Type::Empty, Type::Text) => Type::Text,
        (Operator::Add, Type::List(_), Type::List(_)) => left.joined(right)?,
        (Operator::Add | Operator::Subtract, Type::Day, Type::Int) => Type::Day,
        (Operator::Subtract, Type::Day, Type::Day) | (Operator::Remainder, Type::Int, Type::Int) => Type::Int,
        (Operator::Add | Operator::Subtract, Type::Instant | Type::Duration, Type::Duration) => left.clone(),
        (Operator::Add, Type::Duration, Type::Instant) => Type::Instant,
        (Operator::Subtract, Type::Instant, Type::Instant) => Type::Duration,
        (Operator::Add | Operator::Subtract | Operator::Multiply | Operator::Divide, Type::Int, Type::Int) => Type::Int,
        (Operator::Add | Operator::Subtract | Operator::Multiply | Operator::Divide, ..) if numbers => Type::Decimal,
        (
            Operator::Add | Operator::Subtract | Operator::Multiply | Operator::Divide | Operator::Remainder,
            Type::Empty,
            other,
        )
        | (
            Operator::Add | Operator::Subtract | Operator::Multiply | Operator::Divide | Operator::Remainder,
            other,
            Type::Empty,
        ) if other.is_number() || *other == Type::Empty => other.clone(),
        _ => return None,
    })
}

fn not_joined(operator: Operator, left: &Type, right: &Type, at: usize) -> crate::Error {
    let optional = [left, right].into_iter().find(|own| !own.advice().is_empty());
    let (sign, advice) = (operator.sign(), optional.map_or("", Type::advice));
    fault(at, format!("`{sign}` does not join {left} and {right}{advice}"))
}

/// The value of what is written as a constant.
fn constant(typed: &Typed) -> Option<Value<'static>> {
    match typed {
        Typed::Value(value) => Some(value.clone()),
        _ => None,
    }
}

/// A value as the type that was told: a whole number among decimals becomes one.
pub(super) fn as_type(typed: Typed, own: &Type, wanted: &Type) -> Typed {
    match (own, wanted) {
        (Type::Int, Type::Decimal) => match typed {
            Typed::Value(Value::Int(number)) => Typed::Value(Value::Decimal(number.into())),
            _ => Typed::Call(Call::Decimal, vec![typed]),
        },
        _ => typed,
    }
}
