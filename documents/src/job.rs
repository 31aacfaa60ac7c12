//! What is asked of the typesetter, and what it answers: both cross a pipe as JSON, each behind its length.

use std::collections::BTreeMap;

use ratebook::money::Locale;
use ratebook::time::{Instant, Zone};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Fault;

/// What it tells of itself before anything is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hello {
    /// Its version, which is that of the server it belongs to.
    pub version: String,
    /// The families of its fonts, as many as are told.
    pub fonts: Vec<String>,
}

/// One document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Job {
    /// The place of the template among the sources.
    pub template: String,
    /// Templates by place, such as `/en/documents/quote.typ`: there is nothing else to import.
    pub sources: BTreeMap<String, String>,
    /// Pictures by place, each in Base64: there is nothing else to read.
    #[serde(default)]
    pub files: BTreeMap<String, String>,
    /// What the template is given.
    pub given: Value,
    /// What the document is called.
    pub title: String,
    /// The language of its words, such as `de` or `en-IN`.
    pub language: String,
    /// How it writes amounts and numbers.
    pub locale: Locale,
    /// By whose clock it writes moments.
    pub zone: Zone,
    /// The paper, as typst calls it: `a4`, `us-letter`.
    pub paper: String,
    /// When it was made: the moment of what it tells, so that the same document has the same bytes.
    pub made_at: Instant,
}

/// What became of a job. The PDF follows in a frame of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// It was set.
    Set {
        /// How many pages it has.
        pages: usize,
    },
    /// It cannot be set.
    Faulty(Vec<Fault>),
}
