//! Names are resolved and types are checked; what is written as a constant is read.

use super::calls;
use super::lexer::fault;
use super::parser::{Node, Operator, Tree};
use super::typed::{Call, Macro, Typed};
use super::{Environment, Type, Used, Value};
use crate::Result;
use crate::money::shortened;

pub(super) fn check(tree: &Tree, environment: &Environment, used: &mut Vec<Used>) -> Result<(Typed, Type)> {
    Check {
        environment,
        used,
        locals: Vec::new(),
        present: Vec::new(),
    }
    .any(tree)
}

pub(super) struct Check<'a> {
    environment: &'a Environment,
    used: &'a mut Vec<Used>,
    locals: Vec<(String, Type)>,
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
            Node::List(items) => self.list(items)?,
            Node::Map(entries) => self.map(entries)?,
            Node::Not(inner) => (Typed::Not(Box::new(self.of(inner, &Type::Bool, "`!`")?)), Type::Bool),
            Node::Negate(inner) => self.negate(inner)?,
            Node::Binary(operator, left, right) => self.binary(*operator, left, right)?,
            Node::Choice(condition, yes, no) => self.choice(condition, yes, no)?,
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
        match self.environment.slot(name) {
            Some((slot, own)) => {
                let own = own.clone();
                Ok(self.fact(slot, name, own))
            }
            None => Err(self.unknown(name, at)),
        }
    }

    fn fact(&mut self, slot: usize, name: &str, own: Type) -> (Typed, Type) {
        if !self.used.iter().any(|used| used.slot == slot) {
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
        let known = || self.environment.names().iter().map(|(known, _)| known.as_str());
        let mut near =
            known().filter(|known| known.starts_with(name) || name.starts_with(*known) || one_slip(known, name));
        let hint = match near.next() {
            Some(near) => format!("; did you mean `{near}`?"),
            None if known().next().is_none() => String::new(),
            None => {
                let names: Vec<_> = known().take(20).collect();
                format!("; there are {}", names.join(", "))
            }
        };
        fault(at, format!("there is no name `{given}`{hint}"))
    }

    /// The fact that a chain of names stands for.
    fn slot(&self, tree: &Tree) -> Option<(usize, &Type, String)> {
        let path = tree.path()?;
        let first = path.split('.').next().unwrap_or_default();
        if self.locals.iter().any(|(local, _)| local == first) {
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
                return Err(fault(item.at, format!("{of} are there, this is {own}{}", own.advice())));
            }
            let joined = inner.joined(&own);
            inner = joined.ok_or_else(|| fault(item.at, format!("{of} are {inner} and {own}")))?;
            typed.push((one, own));
        }
        let entries = typed.into_iter().map(|(one, own)| as_type(one, &own, &inner));
        Ok((entries.collect(), inner))
    }

    fn choice(&mut self, condition: &Tree, yes: &Tree, no: &Tree) -> Result<(Typed, Type)> {
        let tested = self.of(condition, &Type::Bool, "`?`")?;
        let (yes_typed, one) = self.given(condition, true, yes)?;
        let (no_typed, other) = self.given(condition, false, no)?;
        let result = one.joined(&other);
        let result = result.ok_or_else(|| fault(no.at, format!("the choices are {one} and {other}")))?;
        let (yes, no) = (as_type(yes_typed, &one, &result), as_type(no_typed, &other, &result));
        Ok((Typed::Choice(Box::new((tested, yes, no))), result))
    }

    /// Checks what is only reached when the condition came to that truth: facts that it asked for are there.
    fn given(&mut self, condition: &Tree, truth: bool, then: &Tree) -> Result<(Typed, Type)> {
        let known = self.present.len();
        self.proven(condition, truth);
        let checked = self.any(then);
        self.present.truncate(known);
        checked
    }

    fn proven(&mut self, tree: &Tree, truth: bool) {
        let asked = match &tree.node {
            Node::Call { name, arguments, .. } if name == "has" && truth => arguments.first(),
            Node::Binary(operator @ (Operator::Equal | Operator::NotEqual), left, right)
                if truth == (*operator == Operator::NotEqual) =>
            {
                match (&left.node, &right.node) {
                    (_, Node::Null) => Some(&**left),
                    (Node::Null, _) => Some(&**right),
                    _ => None,
                }
            }
            Node::Not(inner) => return self.proven(inner, !truth),
            Node::Binary(operator @ (Operator::And | Operator::Or), left, right)
                if truth == (*operator == Operator::And) =>
            {
                self.proven(left, truth);
                return self.proven(right, truth);
            }
            _ => None,
        };
        if let Some((slot, ..)) = asked.and_then(|asked| self.slot(asked)) {
            self.present.push(slot);
        }
    }

    fn binary(&mut self, operator: Operator, left: &Tree, right: &Tree) -> Result<(Typed, Type)> {
        let (one, left_type) = self.any(left)?;
        let (other, right_type) = match operator {
            Operator::And => self.given(left, true, right)?,
            Operator::Or => self.given(left, false, right)?,
            _ => self.any(right)?,
        };
        let Some(result) = joined_by(operator, &left_type, &right_type) else {
            let optional = [&left_type, &right_type]
                .into_iter()
                .find(|own| !own.advice().is_empty());
            let advice = optional.map_or("", Type::advice);
            let sign = operator.sign();
            let message = format!("`{sign}` does not join {left_type} and {right_type}{advice}");
            return Err(fault(right.at, message));
        };
        Ok((Typed::Binary(operator, Box::new((one, other))), result))
    }

    fn call(&mut self, name: &str, method: bool, arguments: &[Tree], at: usize) -> Result<(Typed, Type)> {
        match (name, arguments) {
            ("has", [asked]) if !method => return self.has(asked),
            ("orValue", [asked, otherwise]) if method => return self.or_value(asked, otherwise),
            ("exists" | "all" | "exists_one" | "existsOne" | "filter", [list, variable, condition]) if method => {
                return self.each(name, list, variable, Some(condition), None);
            }
            ("map", [list, variable, result]) if method => {
                return self.each(name, list, variable, None, Some(result));
            }
            ("map", [list, variable, condition, result]) if method => {
                return self.each(name, list, variable, Some(condition), Some(result));
            }
            _ => {}
        }
        let mut typed = Vec::with_capacity(arguments.len());
        for argument in arguments {
            typed.push(self.any(argument)?);
        }
        calls::resolve(name, typed, at)
    }

    fn has(&mut self, asked: &Tree) -> Result<(Typed, Type)> {
        let found = self.slot(asked).map(|(slot, own, path)| (slot, own.clone(), path));
        if let Some((slot, own, path)) = found {
            let sure = !matches!(own, Type::Optional(_));
            let _ = self.fact(slot, &path, own);
            let typed = if sure {
                Typed::Value(Value::Bool(true))
            } else {
                Typed::Given(slot)
            };
            return Ok((typed, Type::Bool));
        }
        if let Node::Member(..) = &asked.node
            && let (Typed::Index(entry), _) = self.any(asked)?
        {
            let (map, key) = *entry;
            return Ok((Typed::Binary(Operator::In, Box::new((key, map))), Type::Bool));
        }
        let _ = self.any(asked)?;
        Err(fault(
            asked.at,
            "`has` asks for a fact or for an entry of a map".to_owned(),
        ))
    }

    fn or_value(&mut self, asked: &Tree, otherwise: &Tree) -> Result<(Typed, Type)> {
        let (typed, own) = self.any(asked)?;
        let inner = match own {
            Type::Optional(inner) => *inner,
            _ if matches!(typed, Typed::Index(_)) => own,
            _ => {
                return Err(fault(
                    asked.at,
                    format!("{own} is never missing; `orValue` is not needed"),
                ));
            }
        };
        let (other, other_type) = self.any(otherwise)?;
        let result = inner
            .joined(&other_type)
            .filter(|own| !matches!(own, Type::Optional(_)));
        let result = result.ok_or_else(|| fault(otherwise.at, format!("`orValue` needs {inner}, not {other_type}")))?;
        if result != inner && inner.is_number() {
            return Err(fault(
                otherwise.at,
                format!("`orValue` needs {inner}, not {other_type}"),
            ));
        }
        let other = as_type(other, &other_type, &result);
        Ok((Typed::OrValue(Box::new((typed, other))), result))
    }

    fn each(
        &mut self,
        name: &str,
        list: &Tree,
        variable: &Tree,
        condition: Option<&Tree>,
        result: Option<&Tree>,
    ) -> Result<(Typed, Type)> {
        let Node::Name(local) = &variable.node else {
            return Err(fault(variable.at, "a name for the entries is missing".to_owned()));
        };
        let (typed, own) = self.any(list)?;
        let inner = match own {
            Type::List(inner) => *inner,
            Type::Map(_) => Type::Text,
            _ => {
                return Err(fault(
                    list.at,
                    format!("`{name}` needs a list or a map, not {own}{}", own.advice()),
                ));
            }
        };
        self.locals.push((local.clone(), inner.clone()));
        let condition = condition.map(|condition| self.of(condition, &Type::Bool, "the condition"));
        let result = result.map(|result| self.any(result));
        self.locals.pop();
        let (condition, result) = (condition.transpose()?, result.transpose()?);
        let (kind, own) = match name {
            "exists" => (Macro::Exists, Type::Bool),
            "all" => (Macro::All, Type::Bool),
            "exists_one" | "existsOne" => (Macro::ExistsOne, Type::Bool),
            _ => {
                let inner = result.as_ref().map_or(inner, |(_, own)| own.clone());
                if let Type::Optional(_) = inner {
                    return Err(fault(
                        variable.at,
                        format!("an entry of a list is there, this is {inner}{}", inner.advice()),
                    ));
                }
                (Macro::Collect, Type::List(Box::new(inner)))
            }
        };
        let each = Typed::Macro {
            kind,
            list: Box::new(typed),
            condition: condition.map(Box::new),
            result: result.map(|(result, _)| Box::new(result)),
        };
        Ok((each, own))
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
        (Operator::Add, Type::Text, Type::Text) => Type::Text,
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

/// Whether two names differ by one letter, or by two neighbours in the wrong order.
fn one_slip(known: &str, given: &str) -> bool {
    let (mut one, mut other): (Vec<char>, Vec<char>) = (known.chars().collect(), given.chars().collect());
    let differing = one.iter().zip(&other).filter(|(a, b)| a != b).count();
    let same_length = one.len() == other.len();
    one.sort();
    other.sort();
    same_length && (differing <= 1 || (differing == 2 && one == other))
}
