//! What letters of the engine say, in the languages that it has.

use include_dir::{Dir, include_dir};
use minijinja::value::Serde;
use minijinja::{Environment, UndefinedBehavior};
use ratebook::time::Instant;
use serde_json::Value;

/// By language, one text for each letter: its subject, an empty line, and what it says.
static LETTERS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/platform/mail/letters");
/// The language of whoever has named none, or one that there is not.
const USUAL: &str = "en";
/// As much as a text may reckon.
const FUEL: u64 = 10_000;

/// A letter as it is read.
#[derive(Clone, Debug)]
pub(super) struct Words {
    pub(super) subject: String,
    pub(super) text: String,
}

impl Words {
    /// What a letter says to somebody of a language such as `es` or `es-MX`.
    pub(super) fn of(template: &str, locale: &str, values: &Value) -> Result<Words, String> {
        let language = locale.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        let file = |language: &str| LETTERS.get_file(format!("{language}/{template}.txt"));
        let file = file(&language).or_else(|| file(USUAL));
        let text = file.and_then(|file| file.contents_utf8());
        let text = text.ok_or_else(|| format!("there is no letter `{template}`"))?;
        let (subject, text) = text
            .split_once("\n\n")
            .ok_or_else(|| format!("the letter `{template}` has no subject"))?;
        let values = flat(values);
        let mut environment = Environment::empty();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_fuel(Some(FUEL));
        environment.add_filter("moment", |text: String| moment(&text));
        let filled = |text: &str| {
            let filled = environment.render_str(text, Serde(&values));
            // Of a fault its kind alone is told: the rest may hold what a letter says.
            filled.map_err(|error| format!("the letter `{template}` cannot be written: {}", error.kind()))
        };
        Ok(Words {
            subject: one_line(&filled(subject)?),
            text: filled(text)?,
        })
    }
}

/// The same on one line: what somebody is called adds no lines to a letter, and no headers.
pub(super) fn one_line(text: &str) -> String {
    let is_break = |letter: char| letter.is_control() || letter.is_whitespace();
    let words = text.split(is_break).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// Values with each text on one line; they are flat.
fn flat(values: &Value) -> Value {
    let one = |(name, value): (&String, &Value)| {
        let value = value
            .as_str()
            .map_or_else(|| value.clone(), |text| one_line(text).into());
        (name.clone(), value)
    };
    values.as_object().into_iter().flatten().map(one).collect()
}

/// A moment as it is read: `2026-11-29 16:05 UTC`.
fn moment(text: &str) -> String {
    let read = serde_json::from_value::<Instant>(text.into());
    read.map_or_else(
        |_| text.to_owned(),
        |at| {
            let minutes: String = at.to_string().chars().take(16).collect();
            format!("{} UTC", minutes.replace('T', " "))
        },
    )
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const LANGUAGES: [&str; 4] = ["en", "es", "fr", "de"];

    #[test]
    fn every_letter_can_be_written_in_every_language() {
        let values = json!({"name": "Ann", "link": "https://example.com/x#token", "told": "b@example.com", "expires_at": "2026-11-29T16:05:00Z", "why": "no room", "at": "2026-11-29T16:05:00Z", "tenant": "Acme", "count": 3});
        let names = LETTERS.get_dir("en").expect("English").files();
        let names = names.map(|file| file.path().file_stem().expect("a name").to_string_lossy().into_owned());
        let names: Vec<String> = names.collect();
        assert!(names.len() >= 8, "{names:?}");
        for name in &names {
            let mut subjects = Vec::new();
            for language in LANGUAGES {
                assert!(
                    LETTERS.get_file(format!("{language}/{name}.txt")).is_some(),
                    "{language} {name}"
                );
                let words = Words::of(name, language, &values).expect("words");
                assert!(words.text.contains("Ann") && !words.text.contains("{{"), "{words:?}");
                assert!(!words.text.contains("T16:05"), "{words:?}");
                subjects.push(words.subject);
            }
            subjects.sort();
            subjects.dedup();
            assert_eq!(subjects.len(), LANGUAGES.len(), "{name}: {subjects:?}");
        }
        for dir in LETTERS.dirs() {
            assert_eq!(dir.files().count(), names.len(), "{}", dir.path().display());
        }
    }

    #[test]
    fn languages_fall_back_and_what_is_missing_is_a_fault() {
        let values = json!({"name": "Ann"});
        let subject = |locale: &str| Words::of("test", locale, &values).expect("words").subject;
        assert_eq!(subject("es-MX"), subject("es"));
        assert_eq!(subject("xx"), subject("en"));
        assert_eq!(subject(""), subject("en"));
        assert_ne!(subject("es"), subject("en"));
        assert!(Words::of("test", "en", &json!({})).is_err_and(|why| why.contains("`test`")));
        assert!(Words::of("../../mod.rs", "en", &values).is_err());
    }

    #[test]
    fn moments_are_told_by_the_minute() {
        assert_eq!(moment("2026-11-29T16:05:00Z"), "2026-11-29 16:05 UTC");
    }
}
