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
    Int(i64),
    Decimal(Decimal),
    Text(String),
    Name(String),
    /// An operator or a bracket.
    Sign(&'static str),
    End,
}

/// Two letters before one, so that `<=` is not `<` and `=`.
const SIGNS: &[&str] = &[
    "&&", "||", "==", "!=", "<=", ">=", "<", ">", "!", "+", "-", "*", "/", "%", "?", ":", "(", ")", "[", "]", ",", ".",
];

pub(super) fn tokens(text: &str) -> Result<Vec<Token>> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(letter) = text.get(at..).and_then(|rest| rest.chars().next()) {
        if letter.is_whitespace() {
            at += letter.len_utf8();
            continue;
        }
        let (kind, length) = token(text.get(at..).unwrap_or_default(), at)?;
        tokens.push(Token { kind, at });
        at += length;
    }
    tokens.push(Token { kind: Kind::End, at });
    Ok(tokens)
}

fn token(rest: &str, at: usize) -> Result<(Kind, usize)> {
    let first = rest.chars().next().unwrap_or_default();
    if first == '"' || first == '\'' {
        return quoted(rest, first, at);
    }
    if first.is_ascii_digit() {
        return number(rest, at);
    }
    if first.is_ascii_alphabetic() || first == '_' {
        let length = rest
            .find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_')
            .unwrap_or(rest.len());
        return Ok((Kind::Name(rest.get(..length).unwrap_or_default().to_owned()), length));
    }
    let sign = SIGNS.iter().find(|sign| rest.starts_with(**sign));
    sign.map(|sign| (Kind::Sign(sign), sign.len()))
        .ok_or_else(|| fault(at, format!("`{first}` has no meaning here")))
}

fn number(rest: &str, at: usize) -> Result<(Kind, usize)> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let whole = digits(rest);
    let fraction = rest
        .get(whole..)
        .and_then(|rest| rest.strip_prefix('.'))
        .map_or(0, digits);
    let length = if fraction > 0 { whole + 1 + fraction } else { whole };
    let text = rest.get(..length).unwrap_or_default();
    let kind = if fraction > 0 {
        text.parse().ok().map(Kind::Decimal)
    } else {
        text.parse().ok().map(Kind::Int)
    };
    let kind = kind.ok_or_else(|| fault(at, format!("the number `{}` is too large", shortened(text))))?;
    Ok((kind, length))
}

fn quoted(rest: &str, quote: char, at: usize) -> Result<(Kind, usize)> {
    let mut text = String::new();
    let mut letters = rest.char_indices().skip(1);
    while let Some((place, letter)) = letters.next() {
        match letter {
            _ if letter == quote => return Ok((Kind::Text(text), place + letter.len_utf8())),
            '\\' => text.push(match letters.next() {
                Some((_, 'n')) => '\n',
                Some((_, 't')) => '\t',
                Some((_, other @ ('\\' | '"' | '\''))) => other,
                _ => {
                    return Err(fault(
                        at + place,
                        "an escape is one of \\n, \\t, \\\\, \\\" and \\'".to_owned(),
                    ));
                }
            }),
            other => text.push(other),
        }
    }
    Err(fault(at, "the text has no end".to_owned()))
}

/// A fault at a byte of the expression.
pub(super) fn fault(at: usize, message: String) -> Error {
    Reason::new(Code::DefinitionExpression, "", format!("{message} (at {})", at + 1))
        .with("at", at + 1)
        .into()
}
