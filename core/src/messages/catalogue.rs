//! The sentences of each language, as they stand in its file.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::Language;
use crate::form::parse_toml;

/// A language's file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Catalogue {
    pub(super) words: Words,
    /// One of it, and several.
    pub(super) counts: BTreeMap<String, [String; 2]>,
    /// Sentences that codes share.
    shared: BTreeMap<String, String>,
    /// By family and code.
    messages: BTreeMap<String, BTreeMap<String, Sentences>>,
}

/// How a language puts days and lists together.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub(super) months: Vec<String>,
    pub(super) date: String,
    pub(super) first_of_month: String,
    pub(super) moment: String,
    pub(super) range: String,
    pub(super) and: String,
    /// Behind the first of many.
    pub(super) more: String,
}

/// One sentence, or several of which the first is taken that can be told.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Sentences {
    One(String),
    FirstOf(Vec<String>),
}

impl Catalogue {
    fn read(text: &str) -> Catalogue {
        // A file that cannot be read is a fault of this crate, and a test says so.
        let read = parse_toml(text.as_bytes())
            .ok()
            .and_then(|read| serde_json::from_value(read).ok());
        read.unwrap_or_default()
    }

    /// The sentences of a code, in the order in which they are tried.
    pub(super) fn of_code(&self, code: &str) -> &[String] {
        let own = code
            .split_once('.')
            .and_then(|(family, name)| self.messages.get(family)?.get(name));
        match own {
            Some(Sentences::One(text)) => match text.strip_prefix('@') {
                Some(name) => self.shared(name),
                None => std::slice::from_ref(text),
            },
            Some(Sentences::FirstOf(texts)) => texts,
            None => self.shared(match code.split_once('.') {
                Some(("definition" | "expression", _)) => "setup",
                Some(("request", _)) => "unreadable",
                Some(("engine", _)) => "fault",
                _ => "unknown",
            }),
        }
    }

    fn shared(&self, name: &str) -> &[String] {
        self.shared.get(name).map_or(&[], std::slice::from_ref)
    }
}

/// The sentences of a language.
pub(super) fn of(language: Language) -> &'static Catalogue {
    static EN: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::read(include_str!("en.toml")));
    static ES: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::read(include_str!("es.toml")));
    static FR: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::read(include_str!("fr.toml")));
    static DE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::read(include_str!("de.toml")));
    static HI: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::read(include_str!("hi.toml")));
    match language {
        Language::En => &EN,
        Language::Es => &ES,
        Language::Fr => &FR,
        Language::De => &DE,
        Language::Hi => &HI,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;
    use crate::Code;
    use crate::error::DetailKind;
    use crate::messages::written::COUNTED;

    /// The details that a sentence names, each with the word that it counts.
    fn named(sentence: &str) -> Vec<(&str, Option<&str>)> {
        let parts = sentence.split('{').skip(1).filter_map(|part| part.split('}').next());
        parts
            .map(|name| {
                name.split_once(':')
                    .map_or((name, None), |(name, word)| (name, Some(word)))
            })
            .collect()
    }

    #[test]
    fn every_code_is_told_in_every_language() {
        let mut faults = Vec::new();
        for &language in Language::ALL {
            for &code in Code::ALL {
                let own = of(language).messages.get(code.family());
                let name = code.as_str().split_once('.').unwrap().1;
                if own.and_then(|own| own.get(name)).is_none() {
                    faults.push(format!("{language:?} has no sentence for {code}"));
                    continue;
                }
                let sentences = of(language).of_code(code.as_str());
                let Some(last) = sentences.last() else {
                    faults.push(format!("{language:?} {code}: a sentence that codes share is not there"));
                    continue;
                };
                if !named(last).is_empty() {
                    faults.push(format!("{language:?} {code}: the last sentence must need no detail"));
                }
                for sentence in sentences {
                    faults.extend(fault_of(language, code, sentence));
                }
            }
            for (family, own) in &of(language).messages {
                let unknown = own.keys().map(|name| format!("{family}.{name}"));
                let unknown = unknown.filter(|code| !Code::ALL.iter().any(|known| known.as_str() == code));
                faults.extend(unknown.map(|code| format!("{language:?}: there is no code {code}")));
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }

    /// What is wrong with a sentence in its own language.
    fn fault_of(language: Language, code: Code, sentence: &str) -> Option<String> {
        let details: BTreeMap<&str, DetailKind> = code.details().collect();
        for (name, word) in named(sentence) {
            let Some(kind) = details.get(name) else {
                return Some(format!("{language:?} {code}: there is no detail `{name}`"));
            };
            let known = |word: &str| match word {
                COUNTED => details.get(COUNTED) == Some(&DetailKind::Text),
                word => of(language).counts.contains_key(word),
            };
            if word.is_some_and(|word| *kind != DetailKind::Count || !known(word)) {
                return Some(format!("{language:?} {code}: `{name}` cannot be counted so"));
            }
            if matches!(kind, DetailKind::Other) {
                return Some(format!("{language:?} {code}: `{name}` cannot be written"));
            }
        }
        let told: String = sentence
            .split('{')
            .map(|part| part.split_once('}').map_or(part, |(_, rest)| rest))
            .collect();
        let end = if language == Language::Hi { '।' } else { '.' };
        if !told.ends_with(end) || told.contains(['_', '`', '@', '|']) || sentence.contains("  ") {
            return Some(format!("{language:?} {code}: `{sentence}` is no sentence for a guest"));
        }
        let begins = sentence.chars().next().is_some_and(|first| !first.is_lowercase());
        (!begins).then(|| format!("{language:?} {code}: `{sentence}` begins in lower case"))
    }

    #[test]
    fn languages_tell_the_same_details() {
        let mut faults = Vec::new();
        for &code in Code::ALL {
            let english: Vec<_> = of(Language::En)
                .of_code(code.as_str())
                .iter()
                .map(|text| named(text))
                .collect();
            for &language in Language::ALL {
                let own: Vec<BTreeSet<_>> = of(language)
                    .of_code(code.as_str())
                    .iter()
                    .map(|text| named(text).into_iter().collect())
                    .collect();
                let same: Vec<BTreeSet<_>> = english.iter().map(|names| names.iter().copied().collect()).collect();
                if own != same {
                    faults.push(format!("{language:?} {code}: {own:?}, in English {same:?}"));
                }
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }

    #[test]
    fn every_word_that_counts_is_used() {
        for &language in Language::ALL {
            let texts: Vec<&String> = Code::ALL
                .iter()
                .flat_map(|code| of(language).of_code(code.as_str()))
                .collect();
            let used: BTreeSet<&str> = texts
                .iter()
                .flat_map(|text| named(text))
                .filter_map(|(_, word)| word)
                .collect();
            let lengths = ["day", "hour", "minute", "second"];
            let people = ["adult", "child", "person"];
            for word in of(language).counts.keys() {
                let otherwise = lengths.contains(&&**word) || people.contains(&&**word);
                assert!(used.contains(&**word) || otherwise, "{language:?}: {word}");
            }
            for word in people {
                assert!(of(language).counts.contains_key(word), "{language:?}: {word}");
            }
            assert_eq!(of(language).words.months.len(), 12);
        }
    }

    #[test]
    fn a_detail_is_the_same_wherever_it_comes() {
        let mut kinds: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        for &code in Code::ALL {
            let mut names = BTreeSet::new();
            for (name, kind) in code.details() {
                assert!(names.insert(name), "{code} declares `{name}` twice");
                if kind != DetailKind::Other {
                    kinds.entry(name).or_default().insert(format!("{kind:?}"));
                }
            }
        }
        let torn: Vec<_> = kinds.iter().filter(|(_, kinds)| kinds.len() > 1).collect();
        assert!(torn.is_empty(), "{torn:?}");
    }
}
