//! The head of a mail, or of a part of one: its fields by the letter of their names, within bounds. Whoever has looked at a mail on its way,
//! such as for signatures, has read the same fields.

use mail_parser::{Message, MessageParser};
use ratebook::{Code, Reason};

/// A head has at most so many fields.
const MOST_FIELDS: usize = 500;
/// The heads of a mail, its own and those of its parts, have at most so many bytes together.
pub(super) const MOST_BYTES: usize = 256 * 1024;
/// No longer value is looked into: whoever parses one begins anew at each place where a word may be encoded, and goes on to its end.
const LONGEST: usize = 8 * 1024;

/// Fields, each with its name in small letters and its value on one line, the topmost first.
#[derive(Clone, Debug, Default)]
pub(super) struct Head {
    fields: Vec<(String, String)>,
}

/// The first line without its end, and what stands behind it.
pub(super) fn line_of(bytes: &[u8]) -> (&[u8], &[u8]) {
    let (line, behind) = match bytes.iter().position(|byte| *byte == b'\n') {
        Some(end) => (
            bytes.get(..end).unwrap_or_default(),
            bytes.get(end.saturating_add(1)..).unwrap_or_default(),
        ),
        None => (bytes, <&[u8]>::default()),
    };
    (line.strip_suffix(b"\r").unwrap_or(line), behind)
}

/// That a mail is larger than is read.
pub(super) fn too_large(what: &str, most: usize) -> Box<Reason> {
    let message = format!("{what}; at most {most} are read");
    Box::new(Reason::new(Code::RequestTooLarge, "", message).with("limit", most))
}

impl Head {
    /// The head with which something begins, of at most so many bytes, and what stands behind it.
    pub(super) fn read(bytes: &[u8], most: usize) -> Result<(Head, &[u8]), Box<Reason>> {
        let (mut head, mut rest) = (Head::default(), bytes);
        while !rest.is_empty() {
            let (line, behind) = line_of(rest);
            rest = behind;
            if line.is_empty() {
                break;
            }
            if bytes.len().saturating_sub(rest.len()) > most {
                return Err(too_large("the mail has too many bytes in its headers", most));
            }
            head.take(line)?;
        }
        Ok((head, rest))
    }

    fn take(&mut self, line: &[u8]) -> Result<(), Box<Reason>> {
        let text = one_line(&String::from_utf8_lossy(line));
        if line.first().is_some_and(|byte| matches!(byte, b' ' | b'\t')) {
            if let Some((_, value)) = self.fields.last_mut() {
                value.push(' ');
                value.push_str(text.trim());
            }
            return Ok(());
        }
        if self.fields.len() >= MOST_FIELDS {
            return Err(too_large("the mail has too many headers", MOST_FIELDS));
        }
        // What is no field keeps its place: a line that goes on with it goes on with nothing else.
        let (name, value) = text.split_once(':').unwrap_or_default();
        let name = name.trim_end();
        let name = if name.bytes().all(|byte| byte.is_ascii_graphic()) {
            name.to_ascii_lowercase()
        } else {
            String::new()
        };
        self.fields.push((name, value.trim().to_owned()));
        Ok(())
    }

    /// The values of a field, the topmost first.
    pub(super) fn all<'h>(&'h self, name: &'h str) -> impl Iterator<Item = &'h str> {
        let own = self.fields.iter().filter(move |(own, _)| own == name);
        own.map(|(_, value)| value.as_str())
    }

    /// The topmost value of a field; nothing in it where there is none.
    pub(super) fn first(&self, name: &str) -> &str {
        let own = self.fields.iter().find(|(own, _)| own == name);
        own.map_or("", |(_, value)| value.as_str())
    }

    /// The value of a field that stands there once; nothing where there is none, or where somebody may read one and somebody else
    /// another.
    pub(super) fn only(&self, name: &str) -> Option<&str> {
        let mut own = self.fields.iter().filter(|(own, _)| own == name);
        let first = own.next();
        first.filter(|_| own.next().is_none()).map(|(_, value)| value.as_str())
    }

    /// Addresses in a field, each with what whoever has it is called.
    pub(super) fn addresses(&self, name: &str) -> Vec<(String, String)> {
        let found = self.all(name).filter_map(|value| {
            parsed("To", value, |mail| {
                let all = mail.to().into_iter().flat_map(|own| own.iter());
                let own = all.filter_map(|own| {
                    let called = own.name().unwrap_or_default().to_owned();
                    Some((called, own.address()?.to_owned()))
                });
                own.collect::<Vec<_>>()
            })
        });
        found.flatten().collect()
    }
}

/// A field as those read it who read mails; nothing of one that is longer than people write them.
pub(super) fn parsed<T>(name: &str, value: &str, read: impl FnOnce(&Message<'_>) -> T) -> Option<T> {
    if value.len() > LONGEST {
        return None;
    }
    let head = format!("{name}: {value}\r\n\r\n");
    let mail = MessageParser::default().parse_headers(&head)?;
    Some(read(&mail))
}

/// What a list of ids names: `a@b` of `<a@b>`.
pub(super) fn ids(value: &str) -> impl DoubleEndedIterator<Item = &str> {
    let closed = value.split('<').filter_map(|part| part.split_once('>'));
    closed.map(|(id, _)| id.trim()).filter(|id| !id.is_empty())
}

/// A text in which nothing ends a line.
pub(super) fn one_line(text: &str) -> String {
    let plain = |letter: char| if letter.is_control() { ' ' } else { letter };
    text.chars().map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(text: &str) -> Head {
        Head::read(text.as_bytes(), MOST_BYTES).expect("a head").0
    }

    #[test]
    fn fields_are_known_by_the_letter_of_their_names() {
        let text = "From: a@example.com\r\nFr om: b@example.com\r\n:From: c@example.com\r\nFROM : d@example.com\r\nSubject: one\r\n two\r\n\r\n\
                    From: e@example.com\r\n";
        let (head, rest) = Head::read(text.as_bytes(), MOST_BYTES).expect("a head");
        assert_eq!(rest, b"From: e@example.com\r\n");
        assert_eq!(head.all("from").collect::<Vec<_>>(), ["a@example.com", "d@example.com"]);
        assert_eq!((head.only("from"), head.only("to")), (None, None));
        assert_eq!(head.only("subject"), Some("one two"));
        assert_eq!(head.first("from"), "a@example.com");
    }

    #[test]
    fn a_line_that_is_no_field_takes_what_goes_on_with_it() {
        let head = head(
            "From: a@example.com\nnothing of a field\n , b@example.com\nTo: \"Ann, B\" <c@example.com>, d@example.com\n",
        );
        assert_eq!(head.only("from"), Some("a@example.com"));
        let to = head.addresses("to");
        let to: Vec<(&str, &str)> = to.iter().map(|(name, own)| (name.as_str(), own.as_str())).collect();
        assert_eq!(to, [("Ann, B", "c@example.com"), ("", "d@example.com")]);
    }

    #[test]
    fn heads_have_bounds() {
        let many = "X-A: b\r\n".repeat(MOST_FIELDS + 1);
        let long = format!("X-A: {}\r\n", "b".repeat(MOST_BYTES));
        for text in [many, long] {
            let refused = Head::read(text.as_bytes(), MOST_BYTES).expect_err("too much");
            assert_eq!(refused.code, Code::RequestTooLarge);
        }
        let value = |length: usize| parsed("Subject", &"b".repeat(length), |mail| mail.subject().map(str::len));
        assert_eq!((value(LONGEST), value(LONGEST + 1)), (Some(Some(LONGEST)), None));
    }

    #[test]
    fn ids_are_what_stands_in_brackets() {
        let found: Vec<&str> = ids("<a@b> (a comment)\t<c@d><> <e").collect();
        assert_eq!(found, ["a@b", "c@d"]);
    }
}
