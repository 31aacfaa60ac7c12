//! Texts by language: how they are read, which of them somebody is shown, and by which they are found.

use serde_json::{Map, Value};

use super::columns::{Cell, ColumnPart, folded};
use super::compiled::{Entity, Field};
use super::definition::PackDefinition;
use crate::fault::{Place, shortened};
use crate::{Code, Reason};

/// The language of packs that name none.
pub(super) const USUAL: &str = "en";
/// The greatest number of languages in which one text is kept.
const MOST: usize = 100;

impl PackDefinition {
    /// The first of its languages: that of whoever names none.
    pub fn first_language(&self) -> &str {
        self.languages.first().map_or(USUAL, String::as_str)
    }
}

/// Whether a text is a language such as `en` or `en-IN`.
pub(super) fn is_language(text: &str) -> bool {
    let part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    text.len() <= 35 && text.split('-').all(part)
}

/// The languages that somebody would rather read than the first one of a pack, the best first: `zh-Hant-TW`, `zh-Hant` and `zh`.
pub(super) fn preferred(locale: &str, first: &str) -> Vec<String> {
    let all = std::iter::successors(Some(locale), |text| Some(text.rsplit_once('-')?.0));
    all.take_while(|own| *own != first).map(str::to_owned).collect()
}

impl Entity {
    /// Whether what is found of it, and in which order, differs by the language of whoever asks.
    pub fn is_read_by_language(&self) -> bool {
        self.columns().iter().any(|column| column.part == ColumnPart::Shown)
    }
}

impl Field {
    /// The text of several by language that somebody is shown who would rather read these languages: the first that is there, or that of
    /// the pack's first language. An empty one is none.
    pub fn text_in<'v>(&self, value: &'v Value, preferred: &[String]) -> Option<&'v str> {
        let languages = preferred.iter().map(String::as_str).chain(self.first_language());
        let mut texts = languages.filter_map(|language| value.get(language)?.as_str());
        texts.find(|text| !text.is_empty())
    }

    /// The same in small letters, as a cell.
    pub(super) fn shown(&self, value: &Value, preferred: &[String]) -> Cell {
        let text = self.text_in(value, preferred);
        text.map_or(Cell::Null, |text| Cell::Text(folded(text)))
    }

    /// All its texts in small letters, where it is searched.
    pub(super) fn searched_texts(&self, record: &Map<String, Value>) -> Vec<Cell> {
        let texts = record.get(self.name()).and_then(Value::as_object);
        let texts = texts.into_iter().flatten().filter_map(|(_, text)| text.as_str());
        texts.map(|text| Cell::Text(folded(text))).collect()
    }

    /// Texts by language as people send them, in the form in which they are kept.
    pub(super) fn translated(&self, parts: &Map<String, Value>, place: &Place<'_>) -> Result<Value, Box<Reason>> {
        if parts.len() > MOST {
            let message = format!(
                "`{}` has {} languages; at most {MOST} are kept",
                self.name(),
                parts.len()
            );
            return Err(Box::new(
                Reason::new(Code::RequestRange, place, message).with("limit", MOST),
            ));
        }
        let mut read = Map::new();
        for (language, text) in parts {
            let at = place.field(language);
            let text = text.as_str().ok_or_else(|| Box::new(self.mistyped(&at)))?;
            if !is_language(language) {
                let message = format!("`{}` is not a language such as `en` or `en-IN`", shortened(language));
                return Err(Box::new(Reason::new(Code::RequestRange, &at, message)));
            }
            read.insert(language.clone(), self.plain(text.trim(), &at)?.into());
        }
        Ok(Value::Object(read))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_get_shorter_until_the_packs_own() {
        assert_eq!(preferred("zh-Hant-TW", "en"), ["zh-Hant-TW", "zh-Hant", "zh"]);
        assert_eq!(preferred("en-IN", "en"), ["en-IN"]);
        assert!(preferred("en", "en").is_empty());
    }
}
