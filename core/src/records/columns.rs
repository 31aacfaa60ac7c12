//! How the values of a record are kept: as numbers, texts and ids that every database orders and compares alike.

use serde::{Deserialize, Serialize};

use crate::JsonSchema;
use crate::fault::Limits;

/// How a column keeps its values. All but text, ids and bytes are whole numbers: exact, ordered, and the same in every database.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ColumnKind {
    /// An id: 16 bytes.
    Id,
    /// Text, compared byte by byte.
    Text,
    /// A whole number.
    Integer,
    /// A decimal, as a whole number of its last digit; how many digits it has behind the point.
    Scaled(u8),
    /// True or false.
    Truth,
    /// Days since 1970-01-01.
    Day,
    /// Seconds since midnight.
    Time,
    /// Microseconds since 1970.
    Instant,
    /// Microseconds.
    Duration,
    /// What is encrypted.
    Bytes,
    /// A whole that nobody looks into, as JSON.
    Json,
}

/// What of a field a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ColumnPart {
    /// Its value, or the amount of one.
    Value,
    /// The currency of an amount.
    Currency,
    /// The text in small letters, by which it is searched, sorted and compared; of texts by language that of the pack's first language.
    Folded,
    /// Of texts by language, in small letters, the one that whoever asks is shown.
    Shown,
}

/// A column of an entity's table.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Column {
    /// What it is called.
    pub name: String,
    /// How it keeps its values.
    pub kind: ColumnKind,
    /// The place of its field among the entity's; none of the columns that every record has.
    pub field: Option<usize>,
    /// What of the field it holds.
    pub part: ColumnPart,
    /// Whether every record has a value in it.
    pub required: bool,
    /// Whether its field is one that a tenant has given the entity: what it holds is kept beside the record.
    pub custom: bool,
    /// Whether it is a text by language: what it holds is kept beside the record.
    pub by_language: bool,
}

impl Column {
    /// Whether what it holds stands in the table of its entity, and not beside it.
    pub fn is_own(&self) -> bool {
        !self.custom && !self.by_language
    }
}

/// A value as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cell {
    /// Nothing.
    Null,
    /// True or false.
    Truth(bool),
    /// A whole number, a scaled decimal, a day, a moment.
    Whole(i64),
    /// Text.
    Text(String),
    /// An id.
    Id([u8; 16]),
}

impl Cell {
    /// Whether there is nothing in it.
    pub fn is_null(&self) -> bool {
        *self == Cell::Null
    }

    /// The id that a text is in its usual form, with small or capital letters.
    pub fn id(text: &str) -> Option<Cell> {
        let bytes = text.as_bytes();
        let hyphens = [8, 13, 18, 23];
        if bytes.len() != 36 || hyphens.iter().any(|place| bytes.get(*place) != Some(&b'-')) {
            return None;
        }
        let mut digits = bytes
            .iter()
            .filter(|byte| **byte != b'-')
            .map(|byte| (*byte as char).to_digit(16));
        let mut id = [0; 16];
        for byte in &mut id {
            let (high, low) = (digits.next()??, digits.next()??);
            *byte = u8::try_from(high * 16 + low).ok()?;
        }
        digits.next().is_none().then_some(Cell::Id(id))
    }

    /// The text of an id.
    pub fn id_text(id: &[u8; 16]) -> String {
        let mut text = String::with_capacity(36);
        for (place, byte) in id.iter().enumerate() {
            if matches!(place, 4 | 6 | 8 | 10) {
                text.push('-');
            }
            for half in [byte >> 4, byte & 15] {
                text.push(char::from_digit(u32::from(half), 16).unwrap_or('0'));
            }
        }
        text
    }
}

/// A text in small letters and in one form, by which texts are searched, sorted and compared. Accents count. A final sigma is a
/// sigma: both are the small letter of one capital.
pub fn folded(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;

    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let sigma = |letter| if letter == 'ς' { 'σ' } else { letter };
    text.nfc().flat_map(char::to_lowercase).map(sigma).nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_read_as_it_is_written() {
        let text = "01890a5d-ac96-774b-bcce-b302099a8057";
        let Some(Cell::Id(id)) = Cell::id(&text.to_ascii_uppercase()) else {
            unreachable!("an id");
        };
        assert_eq!(Cell::id_text(&id), text);
        for wrong in [
            "",
            "01890a5dac96774bbcceb302099a8057",
            "01890a5d-ac96-774b-bcce-b302099a805",
            "0189-a5d0-ac96-774b-bcceb302099a80570",
        ] {
            assert_eq!(Cell::id(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn folding_keeps_accents_and_loses_capitals() {
        assert_eq!(folded("ÄPFEL e\u{301}"), "äpfel é");
        assert_eq!(folded("Straße"), "straße");
        assert_eq!(folded("ΟΔΟΣ"), folded("οδος"));
    }
}
