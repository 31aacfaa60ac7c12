//! What a guest is told: a sentence for each code, in the guest's language, with its figures as people there write them.
//!
//! An [`Error`](crate::Error)'s own message is for whoever builds the app: it names fields and limits. The sentences here are for
//! whoever uses it.

mod catalogue;
mod written;

use std::collections::BTreeSet;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::Result;
use crate::fault::Limits;
use crate::money::{Currency, Locale};
use crate::time::Zone;

/// A language in which guests are told what is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Language {
    /// English.
    En,
    /// Spanish.
    Es,
    /// French.
    Fr,
    /// German.
    De,
    /// Hindi.
    Hi,
}

impl Language {
    /// Every language.
    pub const ALL: &'static [Language] = &[Language::En, Language::Es, Language::Fr, Language::De, Language::Hi];

    /// How it writes amounts.
    fn locale(self) -> Locale {
        match self {
            Language::En => Locale::EnUs,
            Language::Es => Locale::Es,
            Language::Fr => Locale::Fr,
            Language::De => Locale::De,
            Language::Hi => Locale::Hi,
        }
    }
}

/// A reason that is to be told, as an error has it. One of a newer engine, whose code is not known here, is told as its family is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ToldReason {
    /// Its code, such as `rates.min_stay`.
    #[schemars(extend("format" = "reference"))]
    pub code: String,
    /// The figures involved, `notice_minutes` or as JavaScript spells it, `noticeMinutes`.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub details: Map<String, Value>,
    /// What it says to whoever builds the app: a reason is taken as it is, and this is not looked at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "text"))]
    pub message: Option<String>,
    /// Where it is, which is not looked at either.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "text"))]
    pub path: Option<String>,
}

impl ToldReason {
    fn figure(&self, name: &str) -> Option<&Value> {
        let camel = || {
            self.details
                .iter()
                .find(|(own, _)| is_camel(own, name))
                .map(|(_, value)| value)
        };
        self.details.get(name).or_else(camel)
    }
}

/// Whether a name is the other with capitals in place of its low lines.
fn is_camel(own: &str, name: &str) -> bool {
    let mut parts = name.split('_');
    let mut rest = own.strip_prefix(parts.next().unwrap_or_default());
    for part in parts {
        let (first, letters) = part.split_at_checked(1).unwrap_or_default();
        rest = rest
            .and_then(|rest| rest.strip_prefix(first.to_ascii_uppercase().as_str()))
            .and_then(|rest| rest.strip_prefix(letters));
    }
    rest == Some("")
}

/// What to tell a guest, and how.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct MessageRequest {
    /// The reasons of an error: its codes and details.
    #[schemars(length(max = 1000))]
    pub reasons: Vec<ToldReason>,
    /// The guest's language: the part of a language tag before its hyphen.
    pub language: Language,
    /// Where the guest's clock stands; UTC when it is not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<Zone>,
    /// In which currency amounts are that come without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<Currency>,
}

/// What a guest is told.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct GuestMessage {
    /// All sentences, one behind the other.
    pub text: String,
    /// A sentence or two for each reason, each told once.
    pub sentences: Vec<String>,
}

/// Tells a guest what is wrong, in one sentence or two for each reason.
///
/// ```
/// use ratebook::messages::{Language, MessageRequest, ToldReason, message};
/// let reason = ToldReason::new("rates.min_stay").with_details([("required".to_owned(), 3.into())].into_iter().collect::<serde_json::Map<_, _>>());
/// let told = message(MessageRequest::new([reason], Language::De))?;
/// assert_eq!(told.text, "Der Mindestaufenthalt beträgt 3 Nächte.");
/// # Ok::<(), ratebook::Error>(())
/// ```
pub fn message(request: MessageRequest) -> Result<GuestMessage> {
    request.bounded()?;
    let MessageRequest {
        reasons,
        language,
        zone,
        currency,
    } = request;
    let writer = written::Writer {
        words: catalogue::of(language),
        locale: language.locale(),
        language,
        zone: zone.unwrap_or(Zone::UTC),
        currency,
    };
    let mut sentences: Vec<String> = Vec::new();
    let mut told = BTreeSet::new();
    for reason in &reasons {
        let sentence = writer.sentence(reason);
        if told.insert(sentence.clone()) {
            sentences.push(sentence);
        }
    }
    Ok(GuestMessage {
        text: sentences.join(" "),
        sentences,
    })
}
