use super::quoted;
use crate::money::{Decimal, shortened};
use crate::{Code, Error, Reason, Result};

/// A piece of an expression and the byte at which it begins.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) at: usize,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    /// Without its sign: the smallest number has one more digit below zero than above.
    Int(u64),
    Decimal(Decimal),
    Text(String),
    Name(String),
    /// An operator or a bracket.
    Sign(&'static str),
    End,
}

/// Two letters before one, so that `<=` is not `<` and `=`.
const SIGNS: &[&str] = &[
    "&&", "||", "==", "!=", "<=", ">=", "<", ">", "!", "+", "-", "*", "/", "%", "?", ":", "(", ")", "[", "]", "{", "}",
    ",", ".",
];

pub(super) fn tokens(text: &str) -> Result<Vec<Token>> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let blank = rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r', '\x0c']).len();
        if blank > 0 {
            at += blank;
        } else if rest.starts_with("//") {
            at += rest.find('\n').unwrap_or(rest.len());
        } else {
            let (kind, length) = token(rest, at)?;
            tokens.push(Token { kind, at });
            at += length;
        }
    }
    tokens.push(Token { kind: Kind::End, at });
    Ok(tokens)
}

fn token(rest: &str, at: usize) -> Result<(Kind, usize)> {
    if let Some(text) = quoted::read(rest, at) {
        return text.map(|(text, length)| (Kind::Text(text), length));
    }
    let first = rest.chars().next().unwrap_or_default();
    if first.is_ascii_digit() {
        return number(rest, at);
    }
    if first.is_ascii_alphabetic() || first == '_' {
        let length = rest.find(|letter| !in_name(letter)).unwrap_or(rest.len());
        return Ok((Kind::Name(rest.get(..length).unwrap_or_default().to_owned()), length));
    }
    let sign = SIGNS.iter().find(|sign| rest.starts_with(**sign));
    sign.map(|sign| (Kind::Sign(sign), sign.len()))
        .ok_or_else(|| fault(at, format!("`{}` has no meaning here", first.escape_debug())))
}

fn in_name(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_'
}

/// Whether a text can be asked for as a name, or as names joined by dots.
pub(super) fn is_name(text: &str) -> bool {
    let reserved = |part: &str| matches!(part, "true" | "false" | "null" | "in");
    text.split('.').enumerate().all(|(place, part)| {
        let first = part.chars().next();
        first.is_some_and(|letter| letter.is_ascii_alphabetic() || letter == '_')
            && part.chars().all(in_name)
            && !(place == 0 && reserved(part))
    })
}

fn number(rest: &str, at: usize) -> Result<(Kind, usize)> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let hexadecimal = rest.strip_prefix("0x").or(rest.strip_prefix("0X"));
    let (length, kind) = if let Some(hexadecimal) = hexadecimal {
        let length = hexadecimal.bytes().take_while(u8::is_ascii_hexdigit).count();
        let number = hexadecimal
            .get(..length)
            .and_then(|text| u64::from_str_radix(text, 16).ok());
        (length + 2, number.map(Kind::Int))
    } else {
        let whole = digits(rest);
        let fraction = rest.get(whole..).and_then(|rest| rest.strip_prefix('.'));
        match fraction.map_or(0, digits) {
            0 => (
                whole,
                rest.get(..whole).and_then(|text| text.parse().ok()).map(Kind::Int),
            ),
            fraction => {
                let length = whole + 1 + fraction;
                (
                    length,
                    rest.get(..length).and_then(|text| text.parse().ok()).map(Kind::Decimal),
                )
            }
        }
    };
    let (text, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
    if let Some(letter) = after.chars().next().filter(|letter| in_name(*letter)) {
        let message = format!(
            "`{}{letter}` is no number: unsigned numbers and exponents are left out",
            shortened(text)
        );
        return Err(fault(at, message));
    }
    let kind = kind.filter(|kind| !matches!(kind, Kind::Int(number) if *number > i64::MIN.unsigned_abs()));
    let kind = kind.ok_or_else(|| fault(at, format!("the number `{}` is too large", shortened(text))))?;
    Ok((kind, length))
}

/// A fault at a byte of the expression.
pub(super) fn fault(at: usize, message: String) -> Error {
    Reason::new(Code::DefinitionExpression, "", format!("{message} (at {})", at + 1))
        .with("at", at + 1)
        .into()
}

/// A value that does not exist.
pub(super) fn failed(message: String) -> Error {
    Error::new(Code::ExpressionFailed, "", message)
}
