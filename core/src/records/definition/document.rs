use std::collections::BTreeMap;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::is_false;
use crate::fault::Limits;

/// A document that is made of a record, or of the records of a list: what is given to its templates, and what it is called.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct DocumentDefinition {
    /// What it is known by. Its template in a language is `templates/<language>/documents/<name>.typ`.
    #[schemars(length(min = 1, max = 50), extend("format" = "name"))]
    pub name: String,
    /// What people read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 200), extend("format" = "text"))]
    pub label: Option<String>,
    /// Of what.
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub entity: String,
    /// Whether it is made of the records of a list, and not of one.
    #[serde(default, skip_serializing_if = "is_false")]
    pub list: bool,
    /// What it is called in each language of the pack. `{number}` stands for that field of the record.
    #[schemars(extend("format" = "reference", "valueFormat" = "text"))]
    pub title: BTreeMap<String, String>,
    /// What its file is called, with fields of the record as in the title; its name when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 100), extend("format" = "text"))]
    pub file: Option<String>,
    /// What it is printed on.
    #[serde(default, skip_serializing_if = "DocumentPaper::is_usual")]
    pub paper: DocumentPaper,
    /// The fields that it is given, as whoever asks may see them; all when none is named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 500), extend("format" = "reference"))]
    pub fields: Vec<String>,
    /// The links in whose place it is given the records that they lead to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 10), extend("format" = "reference"))]
    pub expand: Vec<String>,
    /// The fields of rows whose records it is given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 5), extend("format" = "reference"))]
    pub rows: Vec<String>,
    /// The fields whose sums it is given, of all records of its list.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 20), extend("format" = "reference"))]
    pub sums: Vec<String>,
}

/// What a document is printed on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DocumentPaper {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 148 × 210 mm.
    A5,
    /// 8.5 × 11 inches.
    Letter,
}

impl DocumentPaper {
    fn is_usual(&self) -> bool {
        *self == DocumentPaper::A4
    }
}

/// A text that documents are made by, in the language of typst.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PackTemplate {
    /// Its place below `templates/`, such as `en/documents/quote.typ`. Others import it by this place, with `/` before it.
    #[schemars(length(min = 1, max = 200), extend("format" = "reference"))]
    pub path: String,
    /// What it says.
    #[schemars(length(max = 200_000), extend("format" = "text"))]
    pub text: String,
}
