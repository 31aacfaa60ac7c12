use std::borrow::Cow;
use std::fmt;

use serde::de::{self, Visitor};

use crate::form::MAX_DEPTH;

/// Text, and how far it has been read.
pub(super) struct Reader<'de> {
    pub(super) text: &'de str,
    pub(super) at: usize,
    pub(super) depth: usize,
}

/// A number as it is written.
pub(super) enum Number {
    Whole(u64),
    Negative(i64),
    Float(f64),
}

impl Number {
    pub(super) fn visit<'de, V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        match self {
            Number::Whole(number) => visitor.visit_u64(number),
            Number::Negative(number) => visitor.visit_i64(number),
            Number::Float(number) => visitor.visit_f64(number),
        }
    }
}

impl<'de> Reader<'de> {
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next letter that is no space.
    pub(super) fn peek(&mut self) -> Option<u8> {
        while let Some(byte) = self.byte() {
            if !matches!(byte, b' ' | b'\n' | b'\t' | b'\r') {
                return Some(byte);
            }
            self.at += 1;
        }
        None
    }

    fn take(&mut self, wanted: u8) -> bool {
        let found = self.peek() == Some(wanted);
        self.at += usize::from(found);
        found
    }

    pub(super) fn expect(&mut self, wanted: u8, otherwise: &'static str) -> Read<()> {
        if self.take(wanted) {
            Ok(())
        } else {
            Err(Unread::of(otherwise))
        }
    }

    pub(super) fn word(&mut self, word: &str) -> bool {
        self.peek();
        let found = self.text.get(self.at..).is_some_and(|rest| rest.starts_with(word));
        self.at += if found { word.len() } else { 0 };
        found
    }

    pub(super) fn open(&mut self, bracket: u8) -> Read<()> {
        self.expect(bracket, "another kind of value is wanted")?;
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(Unread::of("the text nests too deep"));
        }
        Ok(())
    }

    pub(super) fn close(&mut self, bracket: u8) -> Read<()> {
        self.depth -= 1;
        self.expect(bracket, "a list or an object has no end")
    }

    /// Whether another entry follows before the bracket; between entries there is a comma.
    pub(super) fn another(&mut self, first: &mut bool, bracket: u8) -> Read<bool> {
        if self.peek() == Some(bracket) {
            return Ok(false);
        }
        if !std::mem::take(first) {
            self.expect(b',', "a comma is missing")?;
            if self.peek() == Some(bracket) {
                return Err(Unread::of("a comma too many"));
            }
        }
        Ok(true)
    }

    pub(super) fn string(&mut self) -> Read<Cow<'de, str>> {
        self.expect(b'"', "text is wanted")?;
        let mut whole = String::new();
        loop {
            let start = self.at;
            let rest = self.text.as_bytes().get(start..).unwrap_or_default();
            let length = rest.iter().position(|byte| matches!(byte, b'"' | b'\\' | ..0x20));
            let length = length.ok_or_else(|| Unread::of("a text has no end"))?;
            self.at = start + length;
            let plain = self.text.get(start..self.at).unwrap_or_default();
            match self.byte() {
                Some(b'"') => {
                    self.at += 1;
                    if whole.is_empty() {
                        return Ok(Cow::Borrowed(plain));
                    }
                    whole.push_str(plain);
                    return Ok(Cow::Owned(whole));
                }
                Some(b'\\') => {
                    self.at += 1;
                    whole.push_str(plain);
                    whole.push(self.escape()?);
                }
                _ => return Err(Unread::of("a text holds a control character")),
            }
        }
    }

    fn escape(&mut self) -> Read<char> {
        let byte = self.byte();
        self.at += 1;
        Ok(match byte {
            Some(letter @ (b'"' | b'\\' | b'/')) => char::from(letter),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode(),
            _ => return Err(Unread::of("an escape that JSON does not have")),
        })
    }

    fn unicode(&mut self) -> Read<char> {
        let wrong = || Unread::of("an escape that is no letter");
        let high = self.four_digits()?;
        let code = match high {
            0xd800..0xdc00 => {
                let paired = self.text.get(self.at..).is_some_and(|rest| rest.starts_with("\\u"));
                self.at += if paired { 2 } else { 0 };
                let low = if paired { self.four_digits()? } else { 0 };
                let low = low.checked_sub(0xdc00).filter(|low| *low < 0x400).ok_or_else(wrong)?;
                0x10000 + ((high - 0xd800) << 10) + low
            }
            code => code,
        };
        char::from_u32(code).ok_or_else(wrong)
    }

    fn four_digits(&mut self) -> Read<u32> {
        let digits = self.text.get(self.at..self.at + 4);
        let digits = digits.filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
        self.at += 4;
        let code = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
        code.ok_or_else(|| Unread::of("an escape has four digits"))
    }

    pub(super) fn number(&mut self) -> Read<Number> {
        self.peek();
        let start = self.at;
        let negative = self.byte() == Some(b'-');
        self.at += usize::from(negative);
        let whole = self.digits();
        let zero = self.text.as_bytes().get(start + usize::from(negative)) == Some(&b'0');
        let mut well = whole == 1 || (whole > 1 && !zero);
        let mut float = false;
        if self.byte() == Some(b'.') {
            float = true;
            self.at += 1;
            well &= self.digits() > 0;
        }
        if let Some(b'e' | b'E') = self.byte() {
            float = true;
            self.at += 1;
            self.at += usize::from(matches!(self.byte(), Some(b'+' | b'-')));
            well &= self.digits() > 0;
        }
        let text = self.text.get(start..self.at).unwrap_or_default();
        let number = match (float, negative) {
            (false, false) => text.parse().ok().map(Number::Whole),
            // Minus nought is a float to JSON's readers.
            (false, true) if text != "-0" => text.parse().ok().map(Number::Negative),
            _ => None,
        };
        let finite = || {
            text.parse()
                .ok()
                .filter(|number: &f64| number.is_finite())
                .map(Number::Float)
        };
        number
            .or_else(finite)
            .filter(|_| well)
            .ok_or_else(|| Unread::of("a number is wanted"))
    }

    fn digits(&mut self) -> usize {
        let start = self.at;
        while self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        self.at - start
    }
}

/// Why text could not be read.
#[derive(Debug)]
pub(in crate::form) struct Unread(Cow<'static, str>);

impl Unread {
    #[cold]
    pub(super) fn of(text: &'static str) -> Unread {
        Unread(Cow::Borrowed(text))
    }
}

impl fmt::Display for Unread {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for Unread {}

impl de::Error for Unread {
    #[cold]
    fn custom<T: fmt::Display>(message: T) -> Self {
        Unread(Cow::Owned(message.to_string()))
    }
}

pub(super) type Read<T> = Result<T, Unread>;
