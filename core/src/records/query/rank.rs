//! How well a search finds a record: what lists are ordered by that search and name no order of their own.

use unicode_normalization::char::is_combining_mark;

use super::super::columns::Cell;
use super::Row;

/// What records are ranked by: the best of their texts counts. Figures of other records do not come in.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rank {
    /// The columns that are searched, in small letters.
    pub columns: Vec<u16>,
    /// The lists of tags that are searched, by the places of their fields.
    pub lists: Vec<u16>,
    /// What is searched for, in small letters.
    pub part: String,
}

/// The last of the tiers.
pub(super) const LAST: i64 = 3;

impl Rank {
    /// The tier of a record: 0 where a text is the part, 1 where it begins with it, 2 where a word in it does, 3 where it stands elsewhere
    /// or nowhere.
    pub fn tier(&self, row: &dyn Row) -> i64 {
        let entries = self.lists.iter().flat_map(|field| row.list(*field));
        let cells = self.columns.iter().map(|column| row.cell(*column)).chain(entries);
        self.tier_of(cells.filter_map(|cell| match cell {
            Cell::Text(text) => Some(text.as_str()),
            _ => None,
        }))
    }

    /// The same of texts at hand.
    pub fn tier_of<'t>(&self, texts: impl IntoIterator<Item = &'t str>) -> i64 {
        let tiers = texts.into_iter().map(|text| tier(text, &self.part));
        tiers.min().unwrap_or(LAST)
    }
}

fn tier(text: &str, part: &str) -> i64 {
    match text.strip_prefix(part) {
        Some("") => 0,
        Some(_) => 1,
        None if begins_a_word(text, part) => 2,
        None => LAST,
    }
}

fn begins_a_word(text: &str, part: &str) -> bool {
    if !part.starts_with(is_in_word) {
        return false;
    }
    let mut start = 0;
    // Two places may overlap.
    while let Some(found) = text.get(start..).and_then(|rest| rest.find(part)) {
        let (before, rest) = text.split_at(start + found);
        if before.chars().next_back().is_some_and(|letter| !is_in_word(letter)) {
            return true;
        }
        start += found + rest.chars().next().map_or(1, char::len_utf8);
    }
    false
}

/// Whether a letter belongs to a word. Marks and joiners do: a word of an Indian script is full of them.
pub fn is_in_word(letter: char) -> bool {
    letter.is_alphanumeric() || is_combining_mark(letter) || matches!(letter, '\u{200c}' | '\u{200d}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_the_part_or_begins_with_it_or_a_word_does() {
        let ana = |texts: &[&str]| {
            let rank = Rank {
                columns: Vec::new(),
                lists: Vec::new(),
                part: "ana".to_owned(),
            };
            rank.tier_of(texts.iter().copied())
        };
        assert_eq!(ana(&["ana"]), 0);
        assert_eq!(ana(&["hana", "anatol"]), 1);
        assert_eq!(ana(&["o'ana"]), 2);
        assert_eq!(ana(&["hana", "banana"]), 3);
        assert_eq!(ana(&[]), 3);
        // A place that overlaps one within a word.
        assert_eq!(tier("xa a a", "a a"), 2);
        assert_eq!(tier("x a\u{301} ", "\u{301}"), 3);
        assert_eq!(tier("x (a", "(a"), 3);
    }
}
