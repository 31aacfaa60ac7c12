//! Content lines: unfolded with their line numbers, split into name, parameters and value, and folded again.

use std::borrow::Cow;

use super::MAX_LINE_BYTES;

/// The longest line that is written, without its line break.
const FOLD: usize = 75;

/// Properties that say nothing of when an event is or what it stands in for.
const ASIDE: [&str; 25] = [
    "ATTACH",
    "ATTENDEE",
    "CATEGORIES",
    "CLASS",
    "COLOR",
    "COMMENT",
    "CONFERENCE",
    "CONTACT",
    "CREATED",
    "DESCRIPTION",
    "DTSTAMP",
    "GEO",
    "IMAGE",
    "LAST-MODIFIED",
    "LOCATION",
    "NAME",
    "ORGANIZER",
    "PRIORITY",
    "RELATED-TO",
    "REQUEST-STATUS",
    "RESOURCES",
    "SUMMARY",
    "TZNAME",
    "TZURL",
    "URL",
];

/// Properties whose values begin with a digit: without its colon such a value looks like a part of the name.
const STAMPED: [&str; 5] = ["DTSTART", "DTEND", "EXDATE", "RDATE", "RECURRENCE-ID"];

/// One line as the author meant it, its folds undone.
#[derive(Clone, Debug)]
pub(super) struct Line<'a> {
    /// Where it begins in the text, the first line being 1.
    pub(super) number: usize,
    // Bytes, because a fold may lie within a character and because what is skipped may have any encoding.
    bytes: Cow<'a, [u8]>,
    name: usize,
    value: usize,
    /// Whether it is longer than what is read of it.
    pub(super) cut: bool,
}

impl<'a> Line<'a> {
    fn new(number: usize, bytes: Cow<'a, [u8]>, cut: bool) -> Self {
        let (name, value) = parts(&bytes).unwrap_or((0, 0));
        Line {
            number,
            bytes,
            name,
            value,
            cut,
        }
    }

    /// The name, empty when the line is no content line.
    pub(super) fn name(&self) -> &[u8] {
        self.bytes.get(..self.name).unwrap_or_default()
    }

    /// Whether the property has this name; case does not count.
    pub(super) fn is(&self, name: &str) -> bool {
        self.name().eq_ignore_ascii_case(name.as_bytes())
    }

    /// What stands where the name of a line does that is no content line.
    fn beginning(&self) -> &[u8] {
        let in_name = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'-';
        let end = self.bytes.iter().position(|byte| !in_name(byte));
        self.bytes.get(..end.unwrap_or(self.bytes.len())).unwrap_or_default()
    }

    /// Whether a line that is no content line begins with this name; what stands between the two may be missing.
    pub(super) fn begins(&self, name: &str) -> bool {
        let beginning = self.beginning().get(..name.len());
        beginning.is_some_and(|beginning| beginning.eq_ignore_ascii_case(name.as_bytes()))
    }

    /// Whether a line that is no content line is of a property that says nothing of when an event is.
    pub(super) fn is_aside(&self) -> bool {
        let beginning = self.beginning();
        self.begins("X-") || ASIDE.iter().any(|name| beginning.eq_ignore_ascii_case(name.as_bytes()))
    }

    /// A line that is no content line as one of the property that it begins with, without a value.
    pub(super) fn unread_as(mut self, name: &str) -> Self {
        self.name = name.len();
        self.value = self.bytes.len();
        self
    }

    /// The value as it stands, without the spaces around it; what is not UTF-8 is replaced.
    pub(super) fn token(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(self.bytes.get(self.value..).unwrap_or_default().trim_ascii())
    }

    /// Whether the value is this word; case and spaces around it do not count.
    pub(super) fn says(&self, word: &str) -> bool {
        let value = self.bytes.get(self.value..).unwrap_or_default();
        value.trim_ascii().eq_ignore_ascii_case(word.as_bytes())
    }

    /// The value as it stands. What is not UTF-8 is of a calendar that writes one byte for each letter.
    pub(super) fn value(&self) -> Cow<'_, str> {
        let value = self.bytes.get(self.value..).unwrap_or_default();
        match std::str::from_utf8(value) {
            Ok(value) => Cow::Borrowed(value),
            Err(_) => Cow::Owned(value.iter().map(|byte| char::from(*byte)).collect()),
        }
    }

    /// The value as text, its escapes undone and rid of the control characters that no text may have.
    pub(super) fn text(&self) -> String {
        plain(unescaped(&self.value()))
    }

    /// The first value of a parameter.
    pub(super) fn parameter(&self, name: &str) -> Option<String> {
        let parameters = self.bytes.get(self.name..self.value.checked_sub(1)?)?;
        let mut quoted = false;
        let outside_quotes = move |byte: &u8| {
            quoted ^= *byte == b'"';
            !quoted && *byte == b';'
        };
        let found = parameters.split(outside_quotes).find_map(|parameter| {
            let equals = parameter.iter().position(|byte| *byte == b'=')?;
            let (own, value) = parameter.split_at_checked(equals)?;
            own.eq_ignore_ascii_case(name.as_bytes()).then(|| value.get(1..))?
        })?;
        let first = match found.strip_prefix(b"\"") {
            Some(quoted) => quoted.split(|byte| *byte == b'"').next()?,
            // A zone is one, whatever commas its name has.
            None if name == "TZID" => found,
            None => found.split(|byte| *byte == b',').next()?,
        };
        Some(without_carets(&String::from_utf8_lossy(first)))
    }
}

/// Where the name ends and the value begins; the value begins after the first colon outside quotes, and outside of brackets where
/// they close: Exchange writes `TZID=(UTC-05:00) Eastern` without quotes.
fn parts(bytes: &[u8]) -> Option<(usize, usize)> {
    let name = bytes
        .iter()
        .position(|byte| !(byte.is_ascii_alphanumeric() || *byte == b'-'))?;
    let runs_together = |property: &&str| {
        let (own, more) = bytes.get(..name)?.split_at_checked(property.len())?;
        Some(own.eq_ignore_ascii_case(property.as_bytes()) && more.first()?.is_ascii_digit())
    };
    if STAMPED.iter().any(|property| runs_together(property) == Some(true)) {
        return None;
    }
    let rest = bytes.get(name..)?;
    let mut quoted = false;
    let colon = rest.iter().position(|byte| {
        quoted ^= *byte == b'"';
        !quoted && *byte == b':'
    })?;
    let open = rest.get(..colon).and_then(|rest| rest.strip_prefix(b";TZID=("));
    let colon = match open.filter(|zone| !zone.contains(&b')')) {
        Some(_) => {
            let close = rest.iter().position(|byte| *byte == b')')?;
            close + rest.get(close..)?.iter().position(|byte| *byte == b':')?
        }
        None => colon,
    };
    let well_formed = name > 0 && (colon == 0 || bytes.get(name) == Some(&b';'));
    well_formed.then_some((name, name + colon + 1))
}

/// The lines of a text. Blank lines are passed over.
pub(super) struct Lines<'a> {
    rest: &'a [u8],
    number: usize,
    /// What ends a line: a line feed, or in a text without one a carriage return.
    end: u8,
}

impl<'a> Lines<'a> {
    /// The lines of a text with or without a byte order mark.
    pub(super) fn new(text: &'a [u8]) -> Self {
        Lines {
            rest: text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(text),
            number: 0,
            end: if text.contains(&b'\n') { b'\n' } else { b'\r' },
        }
    }

    fn physical(&mut self) -> Option<&'a [u8]> {
        if self.rest.is_empty() {
            return None;
        }
        let end = self.rest.iter().position(|byte| *byte == self.end);
        let (mut line, rest) = self.rest.split_at_checked(end.unwrap_or(self.rest.len()))?;
        self.rest = rest.get(1..).unwrap_or_default();
        self.number += 1;
        // One of them belongs to the line feed; more are left by programs that translate line ends twice.
        while let Some(shorter) = line.strip_suffix(b"\r") {
            line = shorter;
        }
        Some(line)
    }

    fn unfolded(&mut self) -> Option<Line<'a>> {
        let mut bytes = Cow::Borrowed(self.physical()?);
        let number = self.number;
        let mut cut = bytes.len() > MAX_LINE_BYTES;
        while matches!(self.rest.first(), Some(b' ' | b'\t')) {
            let more = self.physical().and_then(|line| line.get(1..)).unwrap_or_default();
            if cut || bytes.len() + more.len() > MAX_LINE_BYTES {
                cut = true;
            } else {
                bytes.to_mut().extend_from_slice(more);
            }
        }
        if cut {
            bytes.to_mut().truncate(MAX_LINE_BYTES);
        }
        Some(Line::new(number, bytes, cut))
    }
}

impl<'a> Iterator for Lines<'a> {
    type Item = Line<'a>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let line = self.unfolded()?;
            if !line.bytes.trim_ascii().is_empty() {
                return Some(line);
            }
        }
    }
}

/// Text without the escapes of RFC 5545; a backslash before any other letter stands for itself.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        if letter != '\\' {
            plain.push(letter);
            continue;
        }
        match letters.next() {
            Some('n' | 'N') => plain.push('\n'),
            Some(escaped @ ('\\' | ',' | ';')) => plain.push(escaped),
            Some(other) => plain.extend(['\\', other]),
            None => plain.push('\\'),
        }
    }
    plain
}

/// A value of a parameter without the escapes of RFC 6868.
fn without_carets(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let meant = match letters.peek() {
            Some('n') if letter == '^' => '\n',
            Some('\'') if letter == '^' => '"',
            Some('^') if letter == '^' => '^',
            _ => {
                plain.push(letter);
                continue;
            }
        };
        letters.next();
        plain.push(meant);
    }
    plain
}

/// Text as a content line can hold it: line breaks of one kind, and no control characters but the tab.
fn plain(text: String) -> String {
    let odd = |letter: char| letter.is_ascii_control() && letter != '\n' && letter != '\t';
    if text.contains(odd) {
        text.replace("\r\n", "\n").replace('\r', "\n").replace(odd, "")
    } else {
        text
    }
}

/// Writes a property whose value is text.
pub(super) fn write_text(out: &mut String, name: &str, text: &str) {
    let mut value = String::with_capacity(text.len());
    for letter in plain(text.to_owned()).chars() {
        match letter {
            '\n' => value.push_str("\\n"),
            '\\' | ',' | ';' => value.extend(['\\', letter]),
            _ => value.push(letter),
        }
    }
    write_line(out, name, &value);
}

/// Writes a content line, folded where it is too long and never within a character.
pub(super) fn write_line(out: &mut String, name: &str, value: &str) {
    let mut width = 0;
    for letter in name.chars().chain([':']).chain(value.chars()) {
        if width + letter.len_utf8() > FOLD {
            out.push_str("\r\n ");
            width = 1;
        }
        out.push(letter);
        width += letter.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &[u8]) -> Vec<Line<'_>> {
        Lines::new(text).collect()
    }

    #[test]
    fn folds_are_undone_even_within_a_character() {
        let text = b"\xef\xbb\xbfSUMMARY:caf\xc3\r\n \xa9 b\n\tar\r\n\r\nX:1\n";
        let lines = lines(text);
        let [summary, other] = lines.as_slice() else { panic!() };
        assert_eq!((summary.number, summary.text().as_str()), (1, "café bar"));
        assert_eq!((other.number, other.name()), (5, b"X".as_slice()));
    }

    #[test]
    fn parameters_with_quotes_lists_and_carets() {
        let lines = lines(b"dtstart;X=\"a;b:c\",\"d\";y=e,f;tzid=\"^'A^^B^n^\":20260901T100000");
        let [line] = lines.as_slice() else { panic!() };
        assert!(line.is("DTSTART"));
        assert_eq!(line.parameter("x").as_deref(), Some("a;b:c"));
        assert_eq!(line.parameter("Y").as_deref(), Some("e"));
        assert_eq!(line.parameter("TZID").as_deref(), Some("\"A^B\n^"));
        assert_eq!(line.parameter("VALUE"), None);
        assert_eq!(line.value(), "20260901T100000");
    }

    #[test]
    fn lines_end_in_every_way_and_long_ones_are_cut() {
        for text in [
            "A:1\nB:2",
            "A:1\r\nB:2\r\n",
            "A:1\rB:2\r",
            "A:1\r\r\nB:2\r\r\n",
            "\n\nA:1\n\nB:2",
        ] {
            let lines = lines(text.as_bytes());
            let values: Vec<_> = lines.iter().map(|line| line.value()).collect();
            assert_eq!(values, ["1", "2"], "{text:?}");
        }
        let text = format!("A:{}\n {}\nB:2", "x".repeat(MAX_LINE_BYTES - 10), "y".repeat(100));
        let lines = lines(text.as_bytes());
        assert_eq!((lines.len(), lines[0].cut, lines[1].cut), (2, true, false));
        assert_eq!(lines[1].value(), "2");
    }

    #[test]
    fn letters_of_one_byte() {
        let lines = lines(b"SUMMARY:caf\xe9");
        assert_eq!(lines[0].text(), "caf\u{e9}");
    }

    #[test]
    fn what_is_no_content_line_has_no_name() {
        for text in [
            "no colon",
            ":value",
            "A;B=\"c:d",
            "A B:c",
            "Ä:b",
            "dtend2026-06-01T10:00",
            "RDATE1;a:b",
        ] {
            let lines = lines(text.as_bytes());
            assert!(lines.iter().all(|line| line.name().is_empty()), "{text}");
        }
    }

    #[test]
    fn what_is_no_content_line_begins_with_a_property() {
        let of = |text: &'static str| lines(text.as_bytes()).remove(0);
        assert!(of("dtend 20260601").begins("DTEND") && of("DTEND20260601").begins("DTEND"));
        assert!(!of("DTE ND").begins("DTEND"));
        assert!(of("location the library").is_aside() && of("X-ODD;A=\"b:c").is_aside());
        assert!(!of("locations").is_aside() && !of("and so on").is_aside());
        let unread = of("DTEND 20260601").unread_as("DTEND");
        assert_eq!((unread.is("DTEND"), unread.token().as_ref()), (true, ""));
    }

    #[test]
    fn escapes() {
        assert_eq!(unescaped(r"a\nb\Nc\, \; \\n \x \"), "a\nb\nc, ; \\n \\x \\");
        let mut out = String::new();
        write_text(&mut out, "SUMMARY", "a\r\nb,\u{7}c;\\\t");
        assert_eq!(out, "SUMMARY:a\\nb\\,c\\;\\\\\t\r\n");
    }

    #[test]
    fn folds_keep_to_75_octets_and_to_characters() {
        for shift in 0..80 {
            let text = format!("{}{}", "x".repeat(shift), "🏖é".repeat(60));
            let mut out = String::new();
            write_text(&mut out, "SUMMARY", &text);
            assert!(out.split("\r\n").all(|line| line.len() <= FOLD));
            assert_eq!(lines(out.as_bytes())[0].text(), text);
        }
    }
}
