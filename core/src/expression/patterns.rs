//! Patterns of `matches`, in the syntax of RE2 as CEL has it, carried out by the crate `regex` in linear time.
//!
//! Where the two read a pattern differently, it is rewritten: `\d`, `\s`, `\w` and `\b` are of ASCII, `[` within a class is a
//! letter, a `{` that begins no count is one too.

use std::fmt::Write;
use std::iter::Peekable;
use std::str::Chars;

use super::typed::Typed;

/// What a text is held against.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Pattern {
    /// As it is written in the expression, read when that is loaded.
    Known(Read),
    /// A text that is not written in the expression.
    Asked(Box<Typed>),
}

/// A pattern that has been read.
#[derive(Clone, Debug)]
pub(super) struct Read {
    compiled: regex::Regex,
    weight: usize,
}

impl PartialEq for Read {
    fn eq(&self, other: &Read) -> bool {
        self.compiled.as_str() == other.compiled.as_str()
    }
}

/// How many steps the reading of a pattern takes while an expression is evaluated.
pub(super) const READING_STEPS: usize = 200;
/// The longest pattern, in bytes.
const MAX_PATTERN: usize = 1_000;
/// How much memory a small pattern takes; a larger one may take so much for each of its bytes, within bounds.
const LEAST_MEMORY: usize = 1 << 12;
const MEMORY_OF_A_BYTE: usize = 1 << 12;
const MOST_MEMORY: [usize; 2] = [1 << 16, 1 << 18];
/// So much memory makes a match a step dearer for every 32 bytes of text.
const MEMORY_OF_A_STEP: usize = 1 << 11;
/// How often something can be repeated, as in RE2.
const MOST_REPEATS: usize = 1_000;

/// A pattern that a text matches from its beginning to its end.
pub(super) fn whole(pattern: &str) -> Result<regex::Regex, String> {
    // By itself first, so that a fault is told of what was written.
    let _ = Read::new(pattern)?;
    Read::new(&format!("^(?:{pattern})$")).map(|read| read.compiled)
}

impl Read {
    /// Reads a pattern; the fault is told in a sentence.
    pub(super) fn new(pattern: &str) -> Result<Read, String> {
        if pattern.len() > MAX_PATTERN {
            return Err(format!(
                "a pattern of {} bytes; at most {MAX_PATTERN} are read",
                pattern.len()
            ));
        }
        let told = |why: &str| format!("`{}` is not a pattern: {why}", crate::money::shortened(pattern));
        let rewritten = Rewriting::of(pattern).map_err(|why| told(&why))?;
        let [small, large] = MOST_MEMORY;
        let most = pattern.len().saturating_mul(MEMORY_OF_A_BYTE).clamp(small, large);
        let mut memory = LEAST_MEMORY;
        loop {
            match regex::RegexBuilder::new(&rewritten)
                .size_limit(memory)
                .nest_limit(40)
                .build()
            {
                Ok(compiled) => {
                    return Ok(Read {
                        compiled,
                        weight: memory / MEMORY_OF_A_STEP,
                    });
                }
                Err(regex::Error::CompiledTooBig(_)) if memory < most => memory = (memory * 4).min(most),
                Err(regex::Error::CompiledTooBig(_)) => {
                    return Err(told("it becomes too large; repeat less, or name fewer letters"));
                }
                Err(error) => {
                    let error = error.to_string();
                    let why = error.lines().last().unwrap_or_default();
                    return Err(told(why.strip_prefix("error: ").unwrap_or(why)));
                }
            }
        }
    }

    /// How much more a letter of the text costs than with a small pattern.
    pub(super) fn weight(&self) -> usize {
        self.weight
    }

    /// Whether any part of a text meets the pattern.
    pub(super) fn is_met_by(&self, text: &str) -> bool {
        self.compiled.is_match(text)
    }
}

const DIGITS: &str = "0-9";
const SPACES: &str = r"\t\n\f\r ";
const WORDS: &str = "0-9A-Za-z_";

/// A pattern on its way from one syntax to the other.
struct Rewriting<'p> {
    letters: Peekable<Chars<'p>>,
    written: String,
}

impl Rewriting<'_> {
    fn of(pattern: &str) -> Result<String, String> {
        let (letters, written) = (pattern.chars().peekable(), String::with_capacity(pattern.len() + 16));
        let mut rewriting = Rewriting { letters, written };
        while let Some(letter) = rewriting.letters.next() {
            match letter {
                '\\' => rewriting.escape()?,
                '[' => rewriting.class()?,
                '{' => rewriting.count()?,
                '(' => rewriting.group()?,
                _ => rewriting.written.push(letter),
            }
        }
        Ok(rewriting.written)
    }

    fn take(&mut self, letter: char) -> bool {
        self.letters.next_if_eq(&letter).is_some()
    }

    /// Whether what comes next begins with a text, which is passed then.
    fn take_all(&mut self, text: &str) -> bool {
        let mut ahead = self.letters.clone();
        let found = text.chars().all(|letter| ahead.next() == Some(letter));
        if found {
            self.letters = ahead;
        }
        found
    }

    /// A letter that stands for itself.
    fn literal(&mut self, letter: char) {
        if letter.is_ascii_punctuation() && !matches!(letter, '<' | '>' | '_') {
            self.written.push('\\');
        }
        self.written.push(letter);
    }

    fn escape(&mut self) -> Result<(), String> {
        let Some(letter) = self.letters.next() else {
            return Err("nothing follows the last `\\`".to_owned());
        };
        match letter {
            'b' | 'B' => write!(self.written, "(?-u:\\{letter})").unwrap_or_default(),
            'A' | 'z' => write!(self.written, "\\{letter}").unwrap_or_default(),
            'Q' => {
                while !self.take_all("\\E") {
                    let Some(letter) = self.letters.next() else { break };
                    self.literal(letter);
                }
            }
            _ => {
                if let Some((letters, others)) = named(letter) {
                    let sign = if others { "^" } else { "" };
                    write!(self.written, "(?-i:[{sign}{letters}])").unwrap_or_default();
                } else {
                    self.one(letter)?;
                }
            }
        }
        Ok(())
    }

    /// An escape that means the same within a class and outside.
    fn one(&mut self, letter: char) -> Result<(), String> {
        match letter {
            'a' | 'f' | 't' | 'n' | 'r' | 'v' => write!(self.written, "\\{letter}").unwrap_or_default(),
            'x' => {
                self.written.push_str("\\x");
                self.hexadecimal();
            }
            'p' | 'P' => self.category(letter),
            '0'..='7' => self.octal(letter)?,
            _ if letter.is_ascii_punctuation() => self.literal(letter),
            _ => return Err(format!("`\\{letter}` has no meaning")),
        }
        Ok(())
    }

    /// `\pL`, `\p{Greek}`, and `\p{^Greek}` for all but those.
    fn category(&mut self, letter: char) {
        let others = self.take_all("{^");
        let letter = match (others, letter) {
            (true, 'p') => 'P',
            (true, _) => 'p',
            (false, own) => own,
        };
        self.written.extend(['\\', letter]);
        if others || self.take('{') {
            self.written.push('{');
            while let Some(letter) = self
                .letters
                .next_if(|letter| letter.is_ascii_alphanumeric() || *letter == '_')
            {
                self.written.push(letter);
            }
            if self.take('}') {
                self.written.push('}');
            }
        }
    }

    /// `\012`; a single digit but zero would refer to what a group has met, which takes more than linear time.
    fn octal(&mut self, first: char) -> Result<(), String> {
        let mut digits = String::from(first);
        while let Some(digit) = self
            .letters
            .next_if(|letter| ('0'..='7').contains(letter) && digits.len() < 3)
        {
            digits.push(digit);
        }
        if digits.len() == 1 && first != '0' {
            return Err(format!(
                "`\\{first}` would refer to a group, which patterns here do not"
            ));
        }
        let code = u32::from_str_radix(&digits, 8).unwrap_or_default();
        write!(self.written, "\\x{{{code:x}}}").unwrap_or_default();
        Ok(())
    }

    /// `{2}`, `{2,}`, `{2,4}`; any other `{` stands for itself.
    fn count(&mut self) -> Result<(), String> {
        let inside: String = self
            .letters
            .clone()
            .take_while(|letter| *letter != '}')
            .take(12)
            .collect();
        let closed = self.letters.clone().nth(inside.chars().count()) == Some('}');
        let (least, most) = inside.split_once(',').unwrap_or((&inside, ""));
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if !closed || least.is_empty() || !digits(least) || !digits(most) {
            self.written.push_str("\\{");
            return Ok(());
        }
        let within = |text: &str| text.is_empty() || text.parse().is_ok_and(|count: usize| count <= MOST_REPEATS);
        if !within(least) || !within(most) {
            return Err(format!("`{{{inside}}}` repeats more than {MOST_REPEATS} times"));
        }
        self.written.push('{');
        Ok(())
    }

    /// What stands behind a bracket: `?:`, `?P<name>`, or switches, of which RE2 has fewer.
    fn group(&mut self) -> Result<(), String> {
        self.written.push('(');
        let switches = self.letters.clone().skip(1).take_while(char::is_ascii_alphabetic);
        let unknown = switches.filter(|letter| matches!(letter, 'x' | 'u' | 'R'));
        match unknown.clone().next() {
            Some(letter) if self.letters.peek() == Some(&'?') => Err(format!("there is no switch `{letter}`")),
            _ => Ok(()),
        }
    }

    /// `[a-z]`, after its first bracket.
    fn class(&mut self) -> Result<(), String> {
        self.written.push('[');
        if self.take('^') {
            self.written.push('^');
        }
        let mut first = true;
        loop {
            let Some(letter) = self.letters.next() else {
                return Err("a `]` is missing".to_owned());
            };
            match letter {
                ']' if !first => break,
                '[' if self.posix() => {}
                _ if self.item(letter)? && self.begins_range() => {
                    self.letters.next();
                    self.written.push('-');
                    if let Some(end) = self.letters.next() {
                        self.item(end)?;
                    }
                }
                _ => {}
            }
            first = false;
        }
        self.written.push(']');
        Ok(())
    }

    /// Whether a `-` comes next and something behind it that a range can end with.
    fn begins_range(&self) -> bool {
        let mut ahead = self.letters.clone();
        ahead.next() == Some('-') && ahead.next().is_some_and(|end| end != ']')
    }

    /// `[:alpha:]`, behind its first bracket.
    fn posix(&mut self) -> bool {
        let rest: String = self.letters.clone().take(12).collect();
        let name = rest
            .strip_prefix(':')
            .and_then(|rest| rest.split_once(":]"))
            .map(|(name, _)| name);
        let known = name.filter(|name| {
            name.trim_start_matches('^')
                .bytes()
                .all(|byte| byte.is_ascii_lowercase())
        });
        let Some(name) = known else { return false };
        write!(self.written, "[:{name}:]").unwrap_or_default();
        self.take_all(&format!(":{name}:]"))
    }

    /// One item of a class; whether it is a single letter, with which a range can begin.
    fn item(&mut self, letter: char) -> Result<bool, String> {
        if letter != '\\' {
            self.literal(letter);
            return Ok(true);
        }
        let Some(escaped) = self.letters.next() else {
            return Err("nothing follows the last `\\`".to_owned());
        };
        if let Some((letters, others)) = named(escaped) {
            if others {
                write!(self.written, "[^{letters}]").unwrap_or_default();
            } else {
                self.written.push_str(letters);
            }
            return Ok(false);
        }
        self.one(escaped)?;
        Ok(!matches!(escaped, 'p' | 'P'))
    }

    /// The digits behind `\x`, with their brackets.
    fn hexadecimal(&mut self) {
        let braces = self.take('{');
        if braces {
            self.written.push('{');
        }
        let mut count = 0;
        while let Some(digit) = self
            .letters
            .next_if(|letter| letter.is_ascii_hexdigit() && (braces || count < 2))
        {
            self.written.push(digit);
            count += 1;
        }
        if braces && self.take('}') {
            self.written.push('}');
        }
    }
}

/// The letters of `\d` and its like, and whether all others are meant.
fn named(letter: char) -> Option<(&'static str, bool)> {
    Some(match letter {
        'd' => (DIGITS, false),
        'D' => (DIGITS, true),
        's' => (SPACES, false),
        'S' => (SPACES, true),
        'w' => (WORDS, false),
        'W' => (WORDS, true),
        _ => return None,
    })
}
