//! Texts that name or identify something: what they are made of, and which of them people would take for one another.
//!
//! A name is typed by one person and read by another. What nobody sees must not tell two names apart, and what looks like a
//! name must not be another one.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::Write as _;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{is_combining_mark, is_public_assigned};
use unicode_script::{Script, UnicodeScript};
use unicode_security::skeleton;

/// What is wrong with a text as a name, and what to do about it: the end of a sentence that begins with the name. A name is
/// in Unicode's composed form (NFC), has no space around it, and has nothing in it that is not seen.
///
/// ```
/// use ratebook::names;
/// assert_eq!(names::fault("Café 山田"), None);
/// assert_eq!(names::fault("admin ").unwrap(), "ends with a space; remove it");
/// assert_eq!(names::fault("ad\u{200b}min").unwrap(), "contains U+200B, which is invisible; remove it");
/// ```
pub fn fault(text: &str) -> Option<String> {
    if text.is_empty() {
        return Some("is empty; give it at least one character".to_owned());
    }
    if text.starts_with(char::is_whitespace) {
        return Some("begins with a space; remove it".to_owned());
    }
    if text.ends_with(char::is_whitespace) {
        return Some("ends with a space; remove it".to_owned());
    }
    // Nearly every name is: nothing else can be wrong with it.
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return None;
    }
    if let Some((letter, kind)) = text.chars().find_map(|letter| Some((letter, Unseen::of(letter)?))) {
        return Some(kind.fault(letter));
    }
    let first = text.chars().next().filter(|first| is_combining_mark(*first));
    if let Some(mark) = first {
        return Some(format!(
            "begins with {}, a mark that belongs on a letter; put the letter before it",
            code_point(mark)
        ));
    }
    let composed = unicode_normalization::is_nfc(text);
    (!composed).then(|| "is not in Unicode's composed form; normalise it to NFC".to_owned())
}

/// The text with an escape such as `\u{202e}` in the place of all that is not seen or moves what is around it, so that it can
/// stand in a message.
///
/// ```
/// assert_eq!(ratebook::names::visible("a\nb"), "a\\u{a}b");
/// ```
pub fn visible(text: &str) -> Cow<'_, str> {
    let harmless = |letter: char| letter == ' ' || letter == '\u{3000}' || Unseen::of(letter).is_none();
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) || text.chars().all(harmless) {
        return text.into();
    }
    let mut shown = String::with_capacity(text.len());
    for letter in text.chars() {
        if harmless(letter) {
            shown.push(letter);
        } else {
            shown.extend(letter.escape_unicode());
        }
    }
    shown.into()
}

/// Why a character has no place in a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unseen {
    Control,
    Direction,
    Invisible,
    Space,
    Unassigned,
}

impl Unseen {
    fn of(letter: char) -> Option<Unseen> {
        match letter {
            ' '..='~' => None,
            '\u{2028}' | '\u{2029}' => Some(Unseen::Control),
            _ if letter.is_control() => Some(Unseen::Control),
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
                Some(Unseen::Direction)
            }
            // Annotations, what stands for an object, and what stands for a text that could not be read; and a blank that is
            // no space to Unicode.
            '\u{fff9}'..='\u{fffd}' | '\u{2800}' => Some(Unseen::Invisible),
            // The space between words of Chinese and Japanese is as wide as a letter: nobody takes it for another.
            '\u{3000}' => None,
            _ if letter.is_whitespace() => Some(Unseen::Space),
            _ if is_ignorable(letter) => Some(Unseen::Invisible),
            _ if !is_public_assigned(letter) => Some(Unseen::Unassigned),
            _ => None,
        }
    }

    fn fault(self, letter: char) -> String {
        let point = code_point(letter);
        match self {
            Unseen::Control => format!("contains the control character {point}; remove it"),
            Unseen::Direction => format!("contains {point}, which changes the direction of text; remove it"),
            Unseen::Invisible => format!("contains {point}, which is invisible; remove it"),
            Unseen::Space => format!("contains {point}, an unusual space; use an ordinary one"),
            Unseen::Unassigned => format!("contains {point}, which Unicode assigns to no character; remove it"),
        }
    }
}

/// Whether it is default-ignorable: a skeleton is without what is.
fn is_ignorable(letter: char) -> bool {
    let mut bytes = [0; 4];
    skeleton(letter.encode_utf8(&mut bytes)).next().is_none()
}

fn code_point(letter: char) -> String {
    let mut text = String::from("U+");
    // Writing to a text cannot fail.
    let _ = write!(text, "{:04X}", u32::from(letter));
    text
}

/// Names of one kind, told apart by what they look like. Two look alike when Unicode's confusables make them one (UTS 39) and
/// they are written in different scripts, or with other forms of the same letters. What one script alone makes alike, such as
/// `l1` and `11`, passes.
///
/// ```
/// use ratebook::names::Known;
/// let mut known = Known::default();
/// assert_eq!(known.add("owner"), None);
/// assert_eq!(known.add("оwner"), Some("owner".to_owned()), "its first letter is Cyrillic");
/// ```
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// Plain names, which never look like each other, until there is one that may look like them.
    plain: Vec<String>,
    is_mixed: bool,
    looks: HashMap<String, Look>,
}

/// Names with one skeleton.
#[derive(Clone, Debug, Default)]
struct Look {
    /// The first name in each set of scripts.
    by_scripts: Vec<(Vec<Script>, String)>,
    /// The first name for each text that remains when forms of letters do not count (NFKC).
    by_letters: HashMap<String, String>,
}

impl Known {
    /// Takes a name, and gives the one before it that it looks like. The same name again looks like nothing.
    pub fn add(&mut self, name: &str) -> Option<String> {
        if is_plain(name) && !self.is_mixed {
            self.plain.push(name.to_owned());
            return None;
        }
        let look = look_of(name);
        if look.is_ascii() && !self.is_mixed {
            self.is_mixed = true;
            for plain in std::mem::take(&mut self.plain) {
                self.looks.entry(look_of(&plain)).or_default().add(&plain);
            }
        }
        self.looks.entry(look).or_default().add(name)
    }
}

/// Whether a name is of ASCII and looks like nothing else than ASCII. Unicode takes `%` apart into signs that are not.
fn is_plain(name: &str) -> bool {
    name.bytes().all(|byte| byte.is_ascii() && byte != b'%')
}

impl Look {
    fn add(&mut self, name: &str) -> Option<String> {
        let (scripts, letters) = (scripts_of(name), name.nfkc().collect::<String>());
        let differs = |(other, own): &&(Vec<Script>, String)| own != name && !same(&scripts, other);
        let other = self.by_scripts.iter().find(differs).map(|(_, other)| other.clone());
        let other = other.or_else(|| self.by_letters.get(&letters).filter(|own| *own != name).cloned());
        if !self.by_scripts.iter().any(|(own, _)| same(own, &scripts)) {
            self.by_scripts.push((scripts, name.to_owned()));
        }
        self.by_letters.entry(letters).or_insert_with(|| name.to_owned());
        other
    }
}

fn look_of(name: &str) -> String {
    skeleton(name).collect()
}

/// The scripts of a name; digits and punctuation belong to all of them, and alone they are read as Latin.
fn scripts_of(name: &str) -> Vec<Script> {
    let mut scripts = Vec::new();
    for script in name.chars().map(|letter| letter.script()) {
        if !matches!(script, Script::Common | Script::Inherited) && !scripts.contains(&script) {
            scripts.push(script);
        }
    }
    if scripts.is_empty() {
        scripts.push(Script::Latin);
    }
    scripts
}

fn same(one: &[Script], other: &[Script]) -> bool {
    one.len() == other.len() && one.iter().all(|script| other.contains(script))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_that_people_give_are_names() {
        for name in [
            "a",
            "Acme Travel",
            "Café Zürich & Söhne (Süd)",
            "O'Brien – Dublin",
            "山田\u{3000}太郎",
            "Ελλάδα",
            "يوسف",
            "เชียงใหม่",
            "नेपाल",
            "🚗 cars",
            "bookings:*",
            "018f3c1e-7b1a-7c3e-9c1d-2b1f4c5d6e7f",
            "ann@example.com",
        ] {
            assert_eq!(fault(name), None, "{name}");
        }
    }

    #[test]
    fn plain_names_look_like_ascii_alone() {
        for letter in ' '..='~' {
            let name = letter.to_string();
            assert_eq!(look_of(&name).is_ascii(), is_plain(&name), "{letter}");
        }
    }

    #[test]
    fn what_is_not_seen_is_told_with_its_fix() {
        let told = [
            ("", "is empty; give it at least one character"),
            (" a", "begins with a space; remove it"),
            ("a\u{a0}", "ends with a space; remove it"),
            ("\n", "begins with a space; remove it"),
            ("a\nb", "contains the control character U+000A; remove it"),
            ("a\u{0}", "contains the control character U+0000; remove it"),
            ("a\u{7f}b", "contains the control character U+007F; remove it"),
            ("a\u{2028}b", "contains the control character U+2028; remove it"),
            (
                "a\u{202e}b",
                "contains U+202E, which changes the direction of text; remove it",
            ),
            (
                "a\u{2067}b",
                "contains U+2067, which changes the direction of text; remove it",
            ),
            (
                "a\u{200f}",
                "contains U+200F, which changes the direction of text; remove it",
            ),
            ("a\u{200b}b", "contains U+200B, which is invisible; remove it"),
            ("a\u{200d}b", "contains U+200D, which is invisible; remove it"),
            ("a\u{ad}b", "contains U+00AD, which is invisible; remove it"),
            ("\u{feff}a", "contains U+FEFF, which is invisible; remove it"),
            ("a\u{3164}", "contains U+3164, which is invisible; remove it"),
            ("a\u{2800}b", "contains U+2800, which is invisible; remove it"),
            ("a\u{e0041}", "contains U+E0041, which is invisible; remove it"),
            ("a\u{fe0f}", "contains U+FE0F, which is invisible; remove it"),
            ("a\u{fffd}", "contains U+FFFD, which is invisible; remove it"),
            ("a\u{a0}b", "contains U+00A0, an unusual space; use an ordinary one"),
            ("a\u{2009}b", "contains U+2009, an unusual space; use an ordinary one"),
            (
                "a\u{e000}",
                "contains U+E000, which Unicode assigns to no character; remove it",
            ),
            (
                "a\u{10ffff}",
                "contains U+10FFFF, which Unicode assigns to no character; remove it",
            ),
            (
                "\u{301}a",
                "begins with U+0301, a mark that belongs on a letter; put the letter before it",
            ),
            ("cafe\u{301}", "is not in Unicode's composed form; normalise it to NFC"),
            ("\u{212b}", "is not in Unicode's composed form; normalise it to NFC"),
        ];
        for (name, expected) in told {
            assert_eq!(fault(name).as_deref(), Some(expected), "{name:?}");
        }
    }

    #[test]
    fn names_of_another_script_that_look_alike_are_found() {
        let alike = [
            ("owner", "оwner"),
            ("paypal", "раураӏ"),
            ("Anna", "Αnna"),
            ("admin", "\u{ff41}dmin"),
            ("admin", "\u{1d41a}dmin"),
            ("0O", "0О"),
            ("ニ", "二"),
        ];
        for (one, other) in alike {
            for (first, second) in [(one, other), (other, one)] {
                let mut known = Known::default();
                assert_eq!(known.add("something else"), None);
                assert_eq!(known.add(first), None);
                assert_eq!(known.add(first), None, "the same name again");
                assert_eq!(known.add(second).as_deref(), Some(first), "{first} {second}");
            }
        }
    }

    #[test]
    fn names_of_one_script_are_left_alone() {
        let mut known = Known::default();
        for name in [
            "l1", "11", "I1", "rn", "m", "O0", "00", "Müller", "Muller", "вода", "вoды", "m2", "m²",
        ] {
            assert_eq!(known.add(name), None, "{name}");
        }
    }

    proptest! {
        /// What stands in a message has nothing in it that a name may not have, and a name stands there as it is.
        #[test]
        fn what_is_shown_is_seen(text in any::<String>()) {
            let shown = visible(&text);
            let well = |letter: char| letter == ' ' || Unseen::of(letter).is_none();
            prop_assert!(shown.chars().all(well), "{:?}", shown);
            if fault(&text).is_none() {
                prop_assert_eq!(shown.as_ref(), text.as_str());
            }
        }

        /// A name is its own composed form and its own trimmed form.
        #[test]
        fn a_name_is_written_in_one_way(text in any::<String>()) {
            if fault(&text).is_none() {
                prop_assert_eq!(text.nfc().collect::<String>(), text.clone());
                prop_assert_eq!(text.trim(), text.as_str());
                prop_assert!(!text.is_empty());
            }
        }

        /// Whether two names look alike does not hang on which came first.
        #[test]
        fn looking_alike_goes_both_ways(one in "[abcоасаеΑ0O1lI²2]{1,3}", other in "[abcоасаеΑ0O1lI²2]{1,3}") {
            let (mut there, mut back) = (Known::default(), Known::default());
            there.add(&one);
            back.add(&other);
            prop_assert_eq!(there.add(&other).is_some(), back.add(&one).is_some());
        }
    }
}
