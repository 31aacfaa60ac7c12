//! An expression as it is written canonically: one space around operators, brackets only where they are needed.

use std::fmt::{self, Display, Formatter, Write};

use super::parser::{Node, Tree};

const CHOICE: u8 = 0;
const UNARY: u8 = 6;
const MEMBER: u8 = 7;

impl Display for Tree {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        match &self.node {
            Node::Null => out.write_str("null"),
            Node::Bool(truth) => write!(out, "{truth}"),
            Node::Int(number) => write!(out, "{number}"),
            Node::Decimal(decimal) => write!(out, "{decimal}"),
            Node::Text(text) => quote(out, text),
            Node::Name(name) => out.write_str(name),
            Node::Outer(name) => write!(out, ".{name}"),
            Node::List(items) => {
                out.write_char('[')?;
                row(out, items)?;
                out.write_char(']')
            }
            Node::Map(entries) => map(out, entries),
            Node::Not(inner) => write!(out, "!{}", Within(inner, UNARY)),
            // `-7.abs()` is a method of -7.
            Node::Negate(inner) if begins_with_digit(inner) => write!(out, "-({inner})"),
            Node::Negate(inner) => write!(out, "-{}", Within(inner, UNARY)),
            Node::Row(first, rest) => {
                let level = rest.first().map_or(MEMBER, |(operator, _)| operator.level());
                write!(out, "{}", Within(first, level))?;
                let mut rest = rest.iter();
                rest.try_for_each(|(operator, next)| write!(out, " {} {}", operator.sign(), Within(next, level + 1)))
            }
            Node::Choice(choices, last) => {
                for (condition, yes) in choices {
                    write!(out, "{} ? {} : ", Within(condition, 1), Within(yes, 1))?;
                }
                write!(out, "{last}")
            }
            Node::Call {
                name,
                method,
                arguments,
            } => match arguments.split_first().filter(|_| *method) {
                Some((target, rest)) => call(out, Some(target), name, rest),
                None => call(out, None, name, arguments),
            },
            Node::Member(target, name) => write!(out, "{}.{name}", Within(target, MEMBER)),
            Node::Index(target, index) => write!(out, "{}[{index}]", Within(target, MEMBER)),
        }
    }
}

/// A part of an expression, in brackets where it binds more loosely than what it is part of.
struct Within<'t>(&'t Tree, u8);

impl Display for Within<'_> {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        let level = match &self.0.node {
            Node::Choice(..) => CHOICE,
            Node::Row(_, rest) => rest.first().map_or(MEMBER, |(operator, _)| operator.level()),
            Node::Not(_) | Node::Negate(_) => UNARY,
            _ => MEMBER,
        };
        if level < self.1 {
            write!(out, "({})", self.0)
        } else {
            self.0.fmt(out)
        }
    }
}

fn begins_with_digit(tree: &Tree) -> bool {
    match &tree.node {
        Node::Int(number) => *number >= 0,
        Node::Decimal(decimal) => !decimal.is_negative(),
        Node::Member(target, _) | Node::Index(target, _) => begins_with_digit(target),
        Node::Call { method, arguments, .. } => *method && arguments.first().is_some_and(begins_with_digit),
        _ => false,
    }
}

fn row(out: &mut Formatter<'_>, items: &[Tree]) -> fmt::Result {
    for (place, item) in items.iter().enumerate() {
        let comma = if place > 0 { ", " } else { "" };
        write!(out, "{comma}{item}")?;
    }
    Ok(())
}

fn map(out: &mut Formatter<'_>, entries: &[(Tree, Tree)]) -> fmt::Result {
    out.write_char('{')?;
    for (place, (key, value)) in entries.iter().enumerate() {
        let comma = if place > 0 { ", " } else { "" };
        write!(out, "{comma}{key}: {value}")?;
    }
    out.write_char('}')
}

fn call(out: &mut Formatter<'_>, target: Option<&Tree>, name: &str, arguments: &[Tree]) -> fmt::Result {
    if let Some(target) = target {
        write!(out, "{}.", Within(target, MEMBER))?;
    }
    write!(out, "{name}(")?;
    row(out, arguments)?;
    out.write_char(')')
}

fn quote(out: &mut Formatter<'_>, text: &str) -> fmt::Result {
    out.write_char('"')?;
    for letter in text.chars() {
        match letter {
            '"' | '\\' => write!(out, "\\{letter}")?,
            '\n' => out.write_str("\\n")?,
            '\r' => out.write_str("\\r")?,
            '\t' => out.write_str("\\t")?,
            _ if letter.is_control() => write!(out, "\\u{:04x}", u32::from(letter))?,
            _ => out.write_char(letter)?,
        }
    }
    out.write_char('"')
}
