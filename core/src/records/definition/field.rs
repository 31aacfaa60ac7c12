use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Deprecation, is_false};
use crate::fault::Limits;
use crate::money::{Currency, Decimal};
use crate::tenancy::Anonymising;
use crate::time::Day;

/// A field of an entity: said once, and meant by every form, check, filter, mask and table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct FieldDefinition {
    /// What it takes.
    pub kind: FieldKind,
    /// What people read; made of the name when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 200), extend("format" = "text"))]
    pub label: Option<String>,
    /// What helps to fill it in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 1000), extend("format" = "text"))]
    pub help: Option<String>,
    /// Whether it is always there.
    #[serde(default, skip_serializing_if = "is_false")]
    pub required: bool,
    /// Whether no two records of a tenant have the same value.
    #[serde(default, skip_serializing_if = "is_false")]
    pub unique: bool,
    /// Whether no two records of the whole platform have the same value.
    #[serde(default, skip_serializing_if = "is_false")]
    pub platform_wide: bool,
    /// What it is when nothing is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<Value>,
    /// The least number or amount.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<Decimal>,
    /// The greatest number or amount.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<Decimal>,
    /// What a number or amount must be greater than.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub above: Option<Decimal>,
    /// The digits that a decimal has behind the point; 4 when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(max = 9))]
    pub digits: Option<u8>,
    /// The fewest characters of a text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(max = 100_000))]
    pub min_length: Option<u32>,
    /// The most characters of a text; 200 when not given, 20,000 of a long one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 100_000))]
    pub max_length: Option<u32>,
    /// A pattern that a text matches from its beginning to its end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 500), extend("format" = "text"))]
    pub pattern: Option<String>,
    /// The first day it may be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<Day>,
    /// The last day it may be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<Day>,
    /// The one currency of an amount; amounts of any are taken when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<Currency>,
    /// What a choice is among.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 500), extend("format" = "name"))]
    pub choices: Vec<String>,
    /// The entity that a link leads to, or whose records a table of rows holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub entity: Option<String>,
    /// What must be true of a record for a new link to it, such as `is_active`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "text"))]
    pub only: Option<String>,
    /// What becomes of this record when the one it links to is deleted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deletion: Option<DeletionRule>,
    /// Where gathered values stand: `ticket.assignee`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 120), extend("format" = "reference"))]
    pub from: Option<String>,
    /// The link by which those records belong to this one: what gathers, and the rows of a table, name this record by it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub by: Option<String>,
    /// What must be true of a record whose value is gathered.
    #[serde(default, rename = "while", skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "text"))]
    pub condition: Option<String>,
    /// The expression over the record's other fields whose value it is, reckoned at each write.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "text"))]
    pub computed: Option<String>,
    /// Whether a part of it is found by searching.
    #[serde(default, skip_serializing_if = "is_false")]
    pub search: bool,
    /// Whether lists may be filtered by it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub filter: bool,
    /// Whether lists may be sorted by it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub sort: bool,
    /// Whether texts that differ in nothing but capital letters are the same value.
    #[serde(default, skip_serializing_if = "is_false")]
    pub folded: bool,
    /// What becomes of it when the person it is about is made nameless. What cannot hold stars or another text, such as a day, is taken
    /// out, and must not be required.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub personal: Option<Anonymising>,
    /// Whether it is given out only when asked for: health, faith, papers.
    #[serde(default, skip_serializing_if = "is_false")]
    pub sensitive: bool,
    /// Who writes it.
    #[serde(default, skip_serializing_if = "FieldWriter::is_people")]
    pub written_by: FieldWriter,
    /// The permission with which a secret is shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 120), extend("format" = "reference"))]
    pub reveal: Option<String>,
    /// That it goes, and when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deprecated: Option<Deprecation>,
    /// The name that the field had before: its values stay.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 50), extend("format" = "name"))]
    pub was: Option<String>,
    /// The types of files it takes, such as `application/pdf`; every type when not given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 50), extend("format" = "text"))]
    pub types: Vec<String>,
}

/// What a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum FieldKind {
    /// A line of text.
    Text,
    /// Text of many lines.
    LongText,
    /// An e-mail address.
    Email,
    /// A telephone number as E.164 writes it: `+4930123456`.
    Phone,
    /// An address on the web.
    Url,
    /// A part of an address: small letters, digits and hyphens.
    Slug,
    /// One of several names.
    Choice,
    /// True or false.
    YesNo,
    /// A whole number.
    Integer,
    /// An exact number.
    Decimal,
    /// An amount with its currency.
    Money,
    /// An exact number of hundredths: `12.5` is an eighth.
    Percent,
    /// A day.
    Day,
    /// A time of day.
    Time,
    /// A moment.
    Instant,
    /// A length of time.
    Duration,
    /// A time zone.
    Zone,
    /// A country by its two letters.
    Country,
    /// A currency by its three letters.
    Currency,
    /// A colour such as `#1a2b3c`.
    Colour,
    /// An IPv4 or IPv6 address.
    IpAddress,
    /// A place on earth: latitude and longitude in degrees.
    Coordinates,
    /// A file.
    File,
    /// A picture.
    Picture,
    /// What is kept encrypted and shown as stars.
    Secret,
    /// A record of another entity.
    Link,
    /// Records of another entity.
    Links,
    /// A table of its own: the records of an entity that belong to this one.
    Rows,
    /// Values of other records that link to this one: shown, and used in grants.
    Gathered,
    /// Text in several languages.
    TranslatedText,
    /// Words that people put on a record as they like, each once and in small letters.
    Tags,
    /// A rate list.
    RateList,
    /// A plan.
    Plan,
    /// A machine.
    Machine,
    /// Opening hours.
    OpeningHours,
    /// How a record is booked: a resource, whose id is the record's.
    Resource,
    /// A condition.
    Condition,
}

/// Who writes a field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum FieldWriter {
    /// Whoever may write the record.
    #[default]
    People,
    /// The entity's machine alone, by its stamps.
    Machine,
    /// The engine alone: acts and connectors.
    Engine,
}

impl FieldWriter {
    fn is_people(&self) -> bool {
        *self == FieldWriter::People
    }
}

/// What becomes of a record when the one it links to is deleted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DeletionRule {
    /// The other one cannot be deleted while this one is there.
    #[default]
    Refuse,
    /// It cannot be deleted while this is true of this one: `status != 'terminated'`. Afterwards the link stays, when the other one
    /// is deleted softly, and is cleared otherwise; of a list of links that one alone.
    RefuseWhile(#[schemars(extend("format" = "text"))] String),
    /// This one is deleted with it, and with any one of a list of links.
    Cascade,
    /// The link is cleared, and taken out of a list of links.
    Clear,
}
