//! What packs write: templates that know values, filters and `if`, and nothing by which a text could grow beyond what it is given.

use std::io;

use minijinja::filters;
use minijinja::machinery::{Instruction, get_compiled_template};
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, ErrorKind, UndefinedBehavior, Value as Told, escape_formatter};
use ratebook::records::{LetterDefinition, LetterWords, Pack};
use ratebook::time::{Instant, Zone};
use ratebook::{Code, Reason};
use serde_json::{Map, Value};

use super::words::one_line;

/// As much as a text may reckon: more than the longest one that a pack can have.
const FUEL: u64 = 200_000;
/// As many bytes a text has at most when it is written.
const MOST_BYTES: usize = 256 * 1024;
/// What values are shown by.
const FILTERS: [&str; 8] = ["day", "length", "lower", "moment", "money", "title", "trim", "upper"];
/// What every letter knows beside the fields that it declares.
const KNOWN: [&str; 2] = ["recipient_name", "tenant_name"];
/// The template that is HTML.
const HTML: &str = "html";

/// A letter as it is read.
#[derive(Clone, Debug)]
pub(in crate::platform) struct Written {
    pub(in crate::platform) language: String,
    pub(in crate::platform) subject: String,
    pub(in crate::platform) text: String,
    pub(in crate::platform) html: Option<String>,
    /// The same in a few words.
    pub(in crate::platform) short: Option<String>,
}

/// For whom a letter is written.
#[derive(Clone, Copy, Debug)]
pub(in crate::platform) struct Reader<'r> {
    /// Their language; nothing in it where nobody has said.
    pub(in crate::platform) locale: &'r str,
    pub(in crate::platform) name: &'r str,
    /// What the tenant is called that writes.
    pub(in crate::platform) tenant: &'r str,
    /// By whose clock moments are told.
    pub(in crate::platform) zone: &'r Zone,
}

/// What a letter is about has as many letters at most; the rest is left out.
const MOST_OF_SUBJECT: usize = 500;

impl Written {
    /// What a letter says to somebody, of these values of its record.
    pub(in crate::platform) fn of(
        letter: &LetterDefinition,
        languages: &[String],
        mut values: Map<String, Value>,
        reader: Reader<'_>,
    ) -> Result<Written, String> {
        let words = letter.words_in(reader.locale, languages);
        let (language, words) = words.ok_or_else(|| format!("the letter `{}` has no words", letter.name))?;
        values.insert("recipient_name".to_owned(), one_line(reader.name).into());
        values.insert("tenant_name".to_owned(), one_line(reader.tenant).into());
        let values = Told::from(Serde(&Value::Object(values)));
        let filled = |part: &'static str, source: &str| {
            let filled = filled(part, source, (&values, reader.zone));
            filled.map_err(|why| format!("the letter `{}` cannot be written: {part}: {why}", letter.name))
        };
        Ok(Written {
            language: language.to_owned(),
            // A field of a record may have thousands of letters, which no mail server takes as one line.
            subject: one_line(&filled("subject", &words.subject)?)
                .chars()
                .take(MOST_OF_SUBJECT)
                .collect(),
            text: filled("text", &words.text)?,
            html: words.html.as_deref().map(|html| filled(HTML, html)).transpose()?,
            short: words.short.as_deref().map(|short| filled("short", short)).transpose()?,
        })
    }
}

/// A part of a letter. Of a fault its kind alone is told: the rest may hold what the letter says.
fn filled(part: &'static str, source: &str, (values, zone): (&Told, &Zone)) -> Result<String, String> {
    let environment = environment(zone.clone());
    let template = environment.template_from_named_str(part, source);
    let template = template.map_err(|error| error.kind().to_string())?;
    let mut out = Bounded(Vec::new());
    if let Err(error) = template.render_captured_to(values.clone(), &mut out) {
        return Err(match error.kind() {
            ErrorKind::WriteFailure => format!("it would have more than {MOST_BYTES} bytes"),
            kind => kind.to_string(),
        });
    }
    String::from_utf8(out.0).map_err(|_| "it is no text".to_owned())
}

/// What is written, up to its bound.
struct Bounded(Vec<u8>);

impl io::Write for Bounded {
    fn write(&mut self, more: &[u8]) -> io::Result<usize> {
        if self.0.len() + more.len() > MOST_BYTES {
            return Err(io::Error::other("too long"));
        }
        self.0.extend_from_slice(more);
        Ok(more.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What templates can do: show values, escaped where they are HTML.
fn environment<'s>(zone: Zone) -> Environment<'s> {
    let mut environment = Environment::empty();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(FUEL));
    environment.set_auto_escape_callback(|name| match name {
        HTML => AutoEscape::Html,
        _ => AutoEscape::None,
    });
    // What is not there is shown as nothing.
    environment.set_formatter(|out, state, value| match value.is_none() {
        true => Ok(()),
        false => escape_formatter(out, state, value),
    });
    environment.add_filter("lower", filters::lower);
    environment.add_filter("upper", filters::upper);
    environment.add_filter("title", filters::title);
    environment.add_filter("trim", filters::trim);
    environment.add_filter("length", filters::length);
    let own = zone.clone();
    environment.add_filter("moment", move |value: Told| {
        of_text(&value, |text| {
            moment(text, &own).map(|(day, minute)| format!("{day} {minute}"))
        })
    });
    environment.add_filter("day", move |value: Told| {
        of_text(&value, |text| moment(text, &zone).map(|(day, _)| day))
    });
    environment.add_filter("money", money);
    environment
}

/// A text shown in another way; what is none, as it is.
fn of_text(value: &Told, shown: impl Fn(&str) -> Option<String>) -> Told {
    let other = value.as_str().and_then(shown);
    other.map_or_else(|| value.clone(), Told::from)
}

/// The day and the minute of a moment by a clock.
fn moment(text: &str, zone: &Zone) -> Option<(String, String)> {
    let at: Instant = serde_json::from_value(text.into()).ok()?;
    let (day, time) = zone.local(at);
    let minutes = time.seconds() / 60;
    Some((day.to_string(), format!("{:02}:{:02}", minutes / 60, minutes % 60)))
}

/// `12.50 EUR` of an amount with its currency.
fn money(value: Told) -> Told {
    let part = |name: &str| value.get_attr(name).ok().filter(|own| own.as_str().is_some());
    match (part("amount"), part("currency")) {
        (Some(amount), Some(currency)) => format!("{amount} {currency}").into(),
        _ => value,
    }
}

/// What is wrong with the templates of a pack's letters: every fault of all of them, at its place in the definition.
pub(in crate::platform) fn faults(pack: &Pack) -> Vec<(&str, Reason)> {
    let mut faults = Vec::new();
    for letter in &pack.definition().mail {
        for (language, words) in &letter.words {
            for (part, source) in parts(words) {
                let place = format!("/words/{language}/{part}");
                let told = faults_of(letter, part, source).into_iter();
                let reason =
                    |(code, message): (Code, String)| (letter.name.as_str(), Reason::new(code, &place, message));
                faults.extend(told.map(reason));
            }
        }
    }
    faults
}

fn parts(words: &LetterWords) -> impl Iterator<Item = (&'static str, &str)> {
    let own = [("subject", words.subject.as_str()), ("text", words.text.as_str())];
    let more = [(HTML, words.html.as_deref()), ("short", words.short.as_deref())];
    let more = more.into_iter().filter_map(|(part, source)| Some((part, source?)));
    own.into_iter().chain(more)
}

fn faults_of(letter: &LetterDefinition, part: &str, source: &str) -> Vec<(Code, String)> {
    let environment = environment(Zone::UTC);
    let template = match environment.template_from_named_str(part, source) {
        Ok(template) => template,
        Err(error) => {
            let line = error.line().unwrap_or(1);
            let told = error.detail().map_or_else(|| error.kind().to_string(), str::to_owned);
            return vec![(Code::DefinitionExpression, format!("line {line}: {told}"))];
        }
    };
    let mut faults = Vec::new();
    let mut names: Vec<String> = template.undeclared_variables(true).into_iter().collect();
    names.sort();
    for name in names.iter().filter(|name| !is_given(letter, name)) {
        let message = format!("`{name}` is not given to this letter; declare it in `fields`");
        faults.push((Code::DefinitionReference, message));
    }
    let compiled = get_compiled_template(&template);
    let places = 0..u32::MAX;
    let steps = places.map_while(|place| Some((place, compiled.instructions.get(place)?)));
    for (place, step) in steps {
        if let Some((code, told)) = refused(step) {
            let line = compiled.instructions.get_line(place).unwrap_or(1);
            faults.push((code, format!("line {line}: {told}")));
        }
    }
    faults
}

/// Whether a letter is given what a template names: `price.currency` is a part of `price`.
fn is_given(letter: &LetterDefinition, name: &str) -> bool {
    let is_part = |given: &str| {
        name.strip_prefix(given)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    let leads = |path: &String| path.split_once('.').is_some_and(|(link, _)| link == name);
    let mut known = KNOWN.into_iter().chain(letter.fields.iter().map(String::as_str));
    known.any(is_part) || letter.fields.iter().any(leads)
}

/// Why a step of a template is none that a letter takes.
fn refused(step: &Instruction<'_>) -> Option<(Code, String)> {
    let names = FILTERS.map(|name| format!("`{name}`")).join(", ");
    match step {
        Instruction::EmitRaw(_)
        | Instruction::Emit
        | Instruction::StoreLocal(_)
        | Instruction::Lookup(_)
        | Instruction::GetAttr(_)
        | Instruction::LoadConst(_)
        | Instruction::Eq
        | Instruction::Ne
        | Instruction::Gt
        | Instruction::Gte
        | Instruction::Lt
        | Instruction::Lte
        | Instruction::Not
        | Instruction::In
        | Instruction::CompareAndPreserve(_)
        | Instruction::Jump(_)
        | Instruction::JumpIfFalse(_)
        | Instruction::JumpIfFalseOrPop(_)
        | Instruction::JumpIfTrueOrPop(_)
        | Instruction::PushWith
        | Instruction::PopFrame
        | Instruction::DupTop
        | Instruction::DiscardTop
        | Instruction::Swap => None,
        Instruction::ApplyFilter(name, ..) if FILTERS.contains(name) => None,
        Instruction::ApplyFilter(name, ..) => {
            let message = format!("there is no filter `{name}`; there are {names}");
            Some((Code::DefinitionReference, message))
        }
        Instruction::PerformTest(name, ..) => {
            let message =
                format!("there is no test `{name}`; what is not there is false by itself: `{{% if due_at %}}`");
            Some((Code::DefinitionReference, message))
        }
        Instruction::CallFunction(name, _) | Instruction::CallMethod(name, _) => Some((
            Code::DefinitionReference,
            format!("there is no function `{name}` in letters"),
        )),
        _ => {
            let message = "a letter shows values, with filters and `if`; what is reckoned, put together or repeated is a field of the record";
            Some((Code::DefinitionConflict, message.to_owned()))
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn letter(fields: &[&str], words: Value) -> LetterDefinition {
        let definition = json!({
            "name": "told", "entity": "ticket", "as_role": "desk", "to": [{"role": "desk"}], "fields": fields, "words": words,
        });
        serde_json::from_value(definition).expect("a letter")
    }

    fn written(letter: &LetterDefinition, locale: &str, values: &Value) -> Result<Written, String> {
        let zone: Zone = "Europe/Berlin".parse().expect("a zone");
        let reader = Reader {
            locale,
            name: "Ann",
            tenant: "Acme\r\nBcc: x",
            zone: &zone,
        };
        let values = values.as_object().expect("values").clone();
        Written::of(letter, &["en".to_owned(), "de".to_owned()], values, reader)
    }

    #[test]
    fn values_are_escaped_in_html_alone_and_what_is_missing_is_nothing() {
        let words = json!({"en": {
            "subject": "{{ subject }} for {{ recipient_name }}", "text": "{{ subject }}{{ due_at }} {{ price | money }} {{ at | moment }} {{ tenant_name }}",
            "html": "<p>{{ subject }}{% if due_at %}late{% endif %}</p>",
        }});
        let letter = letter(&["subject", "due_at", "price", "at"], words);
        let values = json!({
            "subject": "<b>\r\nBcc: all@example.com", "due_at": null, "price": {"amount": "12.50", "currency": "EUR"}, "at": "2026-07-01T10:00:00Z",
        });
        let told = written(&letter, "de", &values).expect("a letter");
        assert_eq!(told.subject, "<b> Bcc: all@example.com for Ann");
        assert_eq!(
            told.text,
            "<b>\r\nBcc: all@example.com 12.50 EUR 2026-07-01 12:00 Acme Bcc: x"
        );
        assert_eq!(told.html.as_deref(), Some("<p>&lt;b&gt;\r\nBcc: all@example.com</p>"));
        assert_eq!(
            told.language, "en",
            "a language that is missing is the first one of the pack"
        );
    }

    #[test]
    fn a_text_that_would_grow_is_not_written() {
        let words = json!({"en": {"subject": "x", "text": "{{ subject }}".repeat(1_000)}});
        let letter = letter(&["subject"], words);
        let fault = written(&letter, "en", &json!({"subject": "x".repeat(10_000)})).expect_err("too long");
        assert!(fault.contains("bytes"), "{fault}");
        assert!(written(&letter, "en", &json!({"subject": "x"})).is_ok());
    }

    #[test]
    fn what_a_letter_cannot_do_is_told_when_its_pack_is_loaded() {
        let fields = ["subject", "price", "customer_id.name"];
        for (source, code, told) in [
            ("{{ subject", Code::DefinitionExpression, "line 1"),
            ("{{ sbject }}", Code::DefinitionReference, "`sbject` is not given"),
            (
                "{{ customer_id.email }}",
                Code::DefinitionReference,
                "`customer_id.email` is not given",
            ),
            ("{{ subject | safe }}", Code::DefinitionReference, "no filter `safe`"),
            (
                "{% if subject is defined %}{% endif %}",
                Code::DefinitionReference,
                "no test `defined`",
            ),
            ("{{ range(9) }}", Code::DefinitionReference, "`range`"),
            (
                "{% for x in subject %}{{ x }}{% endfor %}",
                Code::DefinitionConflict,
                "shows values",
            ),
            (
                "{% set x = subject ~ subject %}{{ x }}",
                Code::DefinitionConflict,
                "shows values",
            ),
            ("{{ subject * 1000 }}", Code::DefinitionConflict, "shows values"),
            (
                "{% set x %}{{ subject }}{% endset %}",
                Code::DefinitionConflict,
                "shows values",
            ),
            (
                "{% autoescape false %}{{ subject }}{% endautoescape %}",
                Code::DefinitionConflict,
                "shows values",
            ),
        ] {
            let letter = letter(&fields, json!({"en": {"subject": "x", "text": source}}));
            let faults = faults_of(&letter, "text", source);
            let found = faults
                .iter()
                .any(|(own, message)| *own == code && message.contains(told));
            assert!(found, "{source}: {faults:?}");
        }
        let fine = "{% if customer_id.name and subject != 'x' %}{{ customer_id.name | upper }} {{ price.amount }}{% else %}-{% endif %}";
        let letter = letter(&fields, json!({"en": {"subject": "x", "text": fine}}));
        assert_eq!(faults_of(&letter, "text", fine), []);
    }
}
