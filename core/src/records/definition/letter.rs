use std::collections::BTreeMap;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use crate::fault::Limits;

/// What is written to whom about a record, in the languages of the pack: a letter, and what members read in the application.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct LetterDefinition {
    /// What effects name it by.
    #[schemars(length(max = 50), extend("format" = "name"))]
    pub name: String,
    /// What people read who choose what they are told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 200), extend("format" = "text"))]
    pub label: Option<String>,
    /// The entity whose record it is about.
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub entity: String,
    /// In the rights of which role the record is read.
    #[schemars(length(max = 100), extend("format" = "reference"))]
    pub as_role: String,
    /// Who is told.
    #[schemars(length(min = 1, max = 20))]
    pub to: Vec<LetterReceiver>,
    /// The field with the language of whoever has no account, such as `locale` or `customer_id.locale`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 120), extend("format" = "reference"))]
    pub locale: Option<String>,
    /// What it may say: fields of the record, such as `number`, and of records that it links to, such as `customer_id.name`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 100), extend("format" = "reference"))]
    pub fields: Vec<String>,
    /// Fields whose files go along with the letter.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 10), extend("format" = "reference"))]
    pub attachments: Vec<String>,
    /// The place where mail arrives to which an answer goes, where the tenant has an address for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub answers: Option<String>,
    /// What it says, by language; in a language that is missing it is read in the first one of the pack.
    #[schemars(extend("format" = "name"))]
    pub words: BTreeMap<String, LetterWords>,
}

/// Who is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum LetterReceiver {
    /// Whoever has the e-mail in this field of the record, or of one that it links to: `email`, `customer_id.email`.
    Email(#[schemars(extend("format" = "reference"))] String),
    /// Whoever has the telephone number in this field of the record, or of one that it links to: they are told by SMS.
    Phone(#[schemars(extend("format" = "reference"))] String),
    /// The member whose id stands in this field.
    Member(#[schemars(extend("format" = "reference"))] String),
    /// Every member of this role.
    Role(#[schemars(extend("format" = "reference"))] String),
    /// Whose record it is, by the `owner` of the entity.
    Owner,
}

/// What a letter says in one language, as templates: `{{ number }}` is the record's number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct LetterWords {
    /// What it is about, on one line.
    #[schemars(length(min = 1, max = 500), extend("format" = "text"))]
    pub subject: String,
    /// What it says.
    #[schemars(length(min = 1, max = 20_000), extend("format" = "text"))]
    pub text: String,
    /// The same as HTML: what stands in fields is escaped there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = 100_000), extend("format" = "text"))]
    pub html: Option<String>,
    /// The same in a few words, for telephones: what an SMS says, and what is pushed under the subject.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = 1_000), extend("format" = "text"))]
    pub short: Option<String>,
}

impl LetterDefinition {
    /// What it says to somebody of a language such as `es` or `es-MX`, and in which language: that one, the language without its
    /// country, the first one of the pack.
    pub fn words_in<'l>(&'l self, locale: &str, languages: &[String]) -> Option<(&'l str, &'l LetterWords)> {
        let language = locale.split(['-', '_']).next().unwrap_or_default();
        let wanted = [locale, language]
            .into_iter()
            .chain(languages.first().map(String::as_str));
        let mut found = wanted.filter_map(|language| self.words.get_key_value(language));
        let (language, words) = found.next().or_else(|| self.words.first_key_value())?;
        Some((language, words))
    }
}
