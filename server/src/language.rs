//! In which language people are told what goes wrong: the one of `Accept-Language` that they would rather have, of those that the engine
//! knows.

use std::sync::Arc;

use axum::http::{HeaderMap, header};
use ratebook::messages::{GuestMessage, Language, MessageRequest, ToldReason, message};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::came::Came;

/// How much of the header is looked at.
const LONGEST: usize = 1_000;

/// The language that is asked for; nothing where none is, or none that is known.
pub(crate) fn of(headers: &HeaderMap) -> Option<Language> {
    most(tags(headers).filter_map(|(tag, weight)| {
        let known = tag.split('-').next()?.to_ascii_lowercase();
        let language = serde_json::from_value(Value::String(known)).ok()?;
        Some((language, weight))
    }))
}

/// The language in which somebody would rather read what there is in several, whichever it is, as tags are written: `pt-BR`.
pub(crate) fn locale_of(headers: &HeaderMap) -> Option<Arc<str>> {
    most(tags(headers).filter_map(|(tag, weight)| Some((written(tag)?, weight))))
}

/// Of several that are wanted as much, the first.
fn most<T>(wanted: impl Iterator<Item = (T, u32)>) -> Option<T> {
    let best = wanted.reduce(|best, next| if next.1 > best.1 { next } else { best });
    best.map(|(tag, _)| tag)
}

/// The tags of the header, and how much each is wanted in thousandths.
fn tags(headers: &HeaderMap) -> impl Iterator<Item = (&str, u32)> {
    let asked = headers.get_all(header::ACCEPT_LANGUAGE).iter();
    let asked = asked
        .filter_map(|value| value.to_str().ok())
        .filter(|text| text.len() <= LONGEST);
    asked.flat_map(|text| text.split(',')).filter_map(wanted)
}

/// A tag of the header, and how much it is wanted in thousandths.
fn wanted(part: &str) -> Option<(&str, u32)> {
    let (tag, weight) = part
        .split_once(';')
        .map_or((part, None), |(tag, weight)| (tag, Some(weight)));
    let weight = match weight {
        None => 1_000,
        Some(weight) => thousandths(weight.trim().strip_prefix("q=")?)?,
    };
    (weight > 0).then_some((tag.trim(), weight))
}

/// A tag with its language in small letters, its script with a capital one and its region in capital ones.
fn written(tag: &str) -> Option<Arc<str>> {
    let part = |(place, part): (usize, &str)| {
        let fits = (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let small = part.to_ascii_lowercase();
        let capital = |small: &str| {
            let (first, rest) = small.split_at(1);
            first.to_ascii_uppercase() + rest
        };
        fits.then(|| match (place, part.len()) {
            (0, _) => small,
            (_, 2) => part.to_ascii_uppercase(),
            (_, 4) if !part.starts_with(|letter: char| letter.is_ascii_digit()) => capital(&small),
            _ => small,
        })
    };
    let parts: Option<Vec<String>> = tag.split('-').enumerate().map(part).collect();
    let written = parts?.join("-");
    (written.len() <= 35).then(|| written.into())
}

/// A weight as RFC 9110 writes it: from 0 to 1, with three places at most.
fn thousandths(text: &str) -> Option<u32> {
    let (whole, places) = text.split_once('.').unwrap_or((text, ""));
    let is_written = places.len() <= 3 && places.bytes().all(|byte| byte.is_ascii_digit());
    let places: u32 = format!("{places:0<3}").parse().ok().filter(|_| is_written)?;
    match whole {
        "0" => Some(places),
        "1" if places == 0 => Some(1_000),
        _ => None,
    }
}

/// What is told to whoever asks just now of the reasons of a problem, in their language; nothing where they named none.
pub(crate) fn told(reasons: &Value) -> Option<Value> {
    let came = Came::now();
    let language = came.language?;
    let mut request = MessageRequest::new(Vec::<ToldReason>::deserialize(reasons).ok()?, language);
    request.zone = came.zone.get().cloned();
    let GuestMessage { text, sentences, .. } = message(request).ok()?;
    Some(json!({"language": language, "text": text, "sentences": sentences}))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(texts: &[&str]) -> Option<Language> {
        let mut headers = HeaderMap::new();
        for text in texts {
            headers.append(header::ACCEPT_LANGUAGE, text.parse().expect("a value"));
        }
        of(&headers)
    }

    #[test]
    fn the_language_is_the_one_that_is_wanted_most() {
        assert_eq!(asked(&["de"]), Some(Language::De));
        assert_eq!(asked(&["de-AT, en;q=0.8"]), Some(Language::De));
        assert_eq!(asked(&["ja, FR;q=0.5, es;q=0.75"]), Some(Language::Es));
        assert_eq!(asked(&["es;q=0.5", "hi"]), Some(Language::Hi));
        assert_eq!(asked(&["en-IN, en;q=0.9"]), Some(Language::En));
        assert_eq!(asked(&["es;q=0.5, fr;q=0.5"]), Some(Language::Es));
    }

    #[test]
    fn what_somebody_reads_is_any_language() {
        let reads = |text: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_LANGUAGE, text.parse().expect("a value"));
            locale_of(&headers).map(|locale| locale.to_string())
        };
        assert_eq!(reads("en;q=0.5, PT-br").as_deref(), Some("pt-BR"));
        assert_eq!(reads("zh-hant-tw").as_deref(), Some("zh-Hant-TW"));
        assert_eq!(reads("es-419, es;q=0.9").as_deref(), Some("es-419"));
        for none in ["*", "de;q=0", "", "a_b", "de-", &"a-".repeat(20)] {
            assert_eq!(reads(none), None, "{none}");
        }
    }

    #[test]
    fn what_is_no_language_that_is_known_names_none() {
        for texts in [
            &[][..],
            &["ja"],
            &["*"],
            &["de;q=0"],
            &["de;q=2"],
            &["de;q=0.1234"],
            &["de;q=+0."],
            &["de;level=1"],
            &[",;,"],
        ] {
            assert_eq!(asked(texts), None, "{texts:?}");
        }
        assert_eq!(asked(&[&"de,".repeat(400)]), None);
    }
}
