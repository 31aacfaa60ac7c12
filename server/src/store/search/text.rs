//! What is kept of a record so that its texts are found, and what a term asks of it.
//!
//! A record's searched fields become one *marked text* and a set of *grams*. The marked text is the folded fields with a mark before
//! each field and before each word, so that one comparison of bytes tells exact, prefix, word and part apart. A gram is one to three
//! letters and the place where they stand (at the start of a field, at the start of a later word, elsewhere), as one integer that also
//! holds the tenant: a list of grams is never longer for what other tenants keep.
//!
//! Every gram costs when a record is written, so elsewhere only what is needed is kept: grams of three letters, of which the third is
//! kept by its remainder of 37. Two letters are found by asking for all remainders. Single letters and digits of ASCII stand in nearly
//! every record, and whoever searches for one walks; other single letters, which may be rare, are kept.

use ratebook::records::is_in_word;
use uuid::Uuid;

use super::Tier;

/// Stands before every field, and after the last.
const FIELD: char = '\u{2}';
/// Stands before every word of a field but the one that begins it.
const WORD: char = '\u{1}';
/// Stands for every control character of a text, since some of them are marks. No term has any.
const CONTROL: char = '\u{4}';
/// Letters of the longest gram.
const LONGEST: usize = 3;
/// Remainders by which a third letter is kept. Letters and digits of ASCII all but never share one.
const REMAINDERS: u32 = 37;
/// What stands for a third letter behind the last two of a field.
const END: u32 = REMAINDERS;
/// Grams that a term asks for at most beside its first: more find little less, and each costs a look into the index.
const MOST_INNER: usize = 10;

/// A text in the form in which texts are compared, without control characters and outer spaces.
pub fn folded(text: &str) -> String {
    let visible = |letter: char| if letter.is_control() { ' ' } else { letter };
    let folded: String = ratebook::records::folded(text).chars().map(visible).collect();
    folded.trim().to_owned()
}

/// Where letters stand. The numbers are part of the keys that databases keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// They begin a field.
    Field = 1,
    /// They begin a word, but not the first of a field.
    Word = 2,
    /// Anywhere else.
    Elsewhere = 3,
    /// They are the whole field.
    Whole = 4,
}

fn place(before: Option<char>, letter: char) -> Place {
    match before {
        None => Place::Field,
        Some(before) if is_in_word(letter) && !is_in_word(before) => Place::Word,
        Some(_) => Place::Elsewhere,
    }
}

/// Letters with a mark before each word that does not begin them.
fn mark(letters: &[char], text: &mut String) {
    let mut before = None;
    for &letter in letters {
        if place(before, letter) == Place::Word {
            text.push(WORD);
        }
        text.push(letter);
        before = Some(letter);
    }
}

/// Up to three letters at a place.
fn gram(tenant: Uuid, place: Place, letters: &[char]) -> i32 {
    let kept = letters.iter().enumerate().map(|(at, &letter)| match at + 1 {
        LONGEST => u32::from(letter) % REMAINDERS,
        _ => u32::from(letter),
    });
    key(tenant, place, kept)
}

/// The last two letters of a field, or two letters before any third.
fn pair(tenant: Uuid, letters: [char; 2], third: u32) -> i32 {
    key(
        tenant,
        Place::Elsewhere,
        letters.into_iter().map(u32::from).chain([third]),
    )
}

/// Letters at a place, of one tenant, as an integer (FNV-1a, both halves of it). Two grams may share a key: what is found is compared
/// by its text afterwards. Databases keep these keys: whoever changes this function must fill the index anew.
fn key(tenant: Uuid, place: Place, letters: impl Iterator<Item = u32>) -> i32 {
    const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0000_0100_0000_01b3;
    let mix = |hash: u64, part: u64| (hash ^ part).wrapping_mul(PRIME);
    let (high, low) = tenant.as_u64_pair();
    // Ids of tenants differ in their low bits, which FNV spreads least: they are turned over first.
    let hash = mix(mix(BASIS, high), low.rotate_left(32));
    let hash = mix(hash ^ (hash >> 32), place as u64);
    let hash = letters.fold(hash, |hash, letter| mix(hash, u64::from(letter)));
    let [a, b, c, d, e, f, g, h] = (hash ^ (hash >> 29)).wrapping_mul(PRIME).to_le_bytes();
    i32::from_le_bytes([a ^ e, b ^ f, c ^ g, d ^ h])
}

/// What the database keeps of a record so that it is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The marked text of its searched fields; empty when none has any text.
    pub text: String,
    /// Its grams, each once.
    pub grams: Vec<i32>,
}

impl Entry {
    /// The entry of a record of that tenant with these searched fields, in any order. Fields without text are left out.
    pub fn new<'a>(tenant: Uuid, fields: impl IntoIterator<Item = &'a str>) -> Entry {
        let letters = |field| folded(field).chars().collect();
        Entry::made(tenant, fields.into_iter().map(letters))
    }

    /// The same of fields as their columns keep them for searching.
    pub fn of_folded<'a>(tenant: Uuid, fields: impl IntoIterator<Item = &'a str>) -> Entry {
        let plain = |letter: char| if letter.is_control() { CONTROL } else { letter };
        let letters = |field: &str| field.chars().map(plain).collect();
        Entry::made(tenant, fields.into_iter().map(letters))
    }

    fn made(tenant: Uuid, fields: impl Iterator<Item = Vec<char>>) -> Entry {
        let mut entry = Entry {
            text: String::new(),
            grams: Vec::new(),
        };
        for letters in fields {
            if !letters.is_empty() {
                entry.text.push(FIELD);
                mark(&letters, &mut entry.text);
                entry.gather(tenant, &letters);
            }
        }
        if !entry.text.is_empty() {
            entry.text.push(FIELD);
        }
        entry.grams.sort_unstable();
        entry.grams.dedup();
        entry
    }

    /// The entry whose marked text is kept: what has to be taken out again before the record's next one is written.
    pub fn kept(tenant: Uuid, text: &str) -> Entry {
        let unmarked = text.replace(WORD, "");
        Entry::of_folded(tenant, unmarked.split(FIELD))
    }

    fn gather(&mut self, tenant: Uuid, letters: &[char]) {
        self.grams.push(whole(tenant, letters));
        let mut before = None;
        for (at, &letter) in letters.iter().enumerate() {
            let place = place(before, letter);
            let rest = letters.get(at..).unwrap_or_default();
            let lengths = 1..=LONGEST.min(rest.len());
            let kept = lengths.filter(|length| place != Place::Elsewhere || kept_elsewhere(*length, letter));
            self.grams.extend(
                kept.filter_map(|length| rest.get(..length))
                    .map(|letters| gram(tenant, place, letters)),
            );
            if let (Place::Elsewhere, &[first, second]) = (place, rest) {
                self.grams.push(pair(tenant, [first, second], END));
            }
            before = Some(letter);
        }
    }
}

fn whole(tenant: Uuid, letters: &[char]) -> i32 {
    key(tenant, Place::Whole, letters.iter().copied().map(u32::from))
}

/// Whether letters elsewhere than at a start are kept by themselves.
fn kept_elsewhere(length: usize, first: char) -> bool {
    match length {
        1 => !first.is_ascii_alphanumeric(),
        length => length == LONGEST,
    }
}

/// What is searched for, in the form in which entries are kept.
#[derive(Clone, Debug)]
pub struct Term {
    tenant: Uuid,
    marked: String,
    letters: Vec<char>,
    /// Keys of grams behind its first letter: they are the same wherever it stands.
    inner: Vec<i32>,
}

impl Term {
    /// A term as it was typed, asked of one tenant; nothing when no letter is left of it.
    pub fn new(tenant: Uuid, typed: &str) -> Option<Term> {
        Term::of_folded(tenant, &folded(typed))
    }

    /// The same of a term as plans have it; nothing when no index would find it.
    pub fn of_folded(tenant: Uuid, part: &str) -> Option<Term> {
        let letters: Vec<char> = part.chars().collect();
        if letters.is_empty() || letters.iter().any(|letter| letter.is_control()) {
            return None;
        }
        let mut marked = String::new();
        mark(&letters, &mut marked);
        let mut inner: Vec<i32> = letters
            .windows(LONGEST + 1)
            .filter_map(|window| match window {
                [before, letters @ ..] => Some(gram(tenant, place(Some(*before), *letters.first()?), letters)),
                [] => None,
            })
            .collect();
        thin(&mut inner);
        Some(Term {
            tenant,
            marked,
            letters,
            inner,
        })
    }

    /// Whether one question finds it in any tier: shorter ones are asked tier by tier.
    pub(super) fn is_long(&self) -> bool {
        self.letters.len() >= LONGEST
    }

    /// Whether records that have it elsewhere than at a start are in no list: a single letter or digit of ASCII.
    pub(super) fn is_everywhere(&self) -> bool {
        matches!(*self.letters.as_slice(), [letter] if !kept_elsewhere(1, letter))
    }

    /// What the marked text of a record of that tier, or a better one, contains.
    pub fn pattern(&self, tier: Tier) -> String {
        let marked = &self.marked;
        match tier {
            Tier::Exact => format!("{FIELD}{marked}{FIELD}"),
            Tier::Prefix => format!("{FIELD}{marked}"),
            Tier::Word => format!("{WORD}{marked}"),
            Tier::Part => marked.clone(),
        }
    }

    /// The tier in which it finds a record of that marked text, if it does.
    pub fn tier(&self, text: &str) -> Option<Tier> {
        Tier::ALL.into_iter().find(|&tier| text.contains(&self.pattern(tier)))
    }

    /// Those of any tier, where one question finds it in all of them.
    pub(in crate::store) fn whole_grams(&self) -> Option<(Vec<i32>, Vec<i32>)> {
        self.is_long().then(|| self.grams(None))
    }

    /// Grams of which a record has all, and of which it has one, if it is of that tier, or of any.
    pub(super) fn grams(&self, tier: Option<Tier>) -> (Vec<i32>, Vec<i32>) {
        let beginning = self.letters.get(..LONGEST).unwrap_or(&self.letters);
        let at = |place| gram(self.tenant, place, beginning);
        let some = match (tier, self.letters.as_slice()) {
            (Some(Tier::Exact), letters) => return (Vec::new(), vec![whole(self.tenant, letters)]),
            (Some(Tier::Prefix), _) => vec![at(Place::Field)],
            (Some(Tier::Word), _) => vec![at(Place::Word)],
            (Some(Tier::Part), &[first, second]) => (0..=END)
                .map(|third| pair(self.tenant, [first, second], third))
                .collect(),
            (Some(Tier::Part), _) => vec![at(Place::Elsewhere)],
            (None, _) => [Place::Field, Place::Word, Place::Elsewhere].map(at).to_vec(),
        };
        (self.inner.clone(), some)
    }
}

/// Keeps grams from all over a long term, its last among them.
fn thin(inner: &mut Vec<i32>) {
    let (length, mut at) = (inner.len(), 0);
    if length > MOST_INNER {
        inner.retain(|_| {
            at += 1;
            at * MOST_INNER / length > (at - 1) * MOST_INNER / length
        });
    }
    inner.sort_unstable();
    inner.dedup();
}
