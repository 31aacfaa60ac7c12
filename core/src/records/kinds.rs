//! What each kind of field is: its type in conditions, its columns, and the options that belong to it.

use crate::expression::Type;

use super::columns::ColumnKind;
use super::definition::{FieldDefinition, FieldKind};
use crate::tenancy::Anonymising;

/// The digits that a decimal has behind the point when its field names no other number; those of amounts and percentages.
pub(super) const DIGITS: u8 = 4;

/// What kinds have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum KindFamily {
    /// Free text.
    Text,
    /// A text of a form of its own.
    Word,
    /// A number or an amount.
    Number,
    /// A day.
    Day,
    /// A moment, a time of day or a length of time.
    Time,
    /// True or false.
    Truth,
    /// One or many records of another entity.
    Link,
    /// What is kept apart, encrypted or as a whole.
    Whole,
}

impl FieldKind {
    pub(super) fn family(self) -> KindFamily {
        match self {
            FieldKind::Text | FieldKind::LongText => KindFamily::Text,
            FieldKind::Email
            | FieldKind::Phone
            | FieldKind::Url
            | FieldKind::Slug
            | FieldKind::Choice
            | FieldKind::Zone
            | FieldKind::Country
            | FieldKind::Currency
            | FieldKind::Colour
            | FieldKind::IpAddress => KindFamily::Word,
            FieldKind::Integer | FieldKind::Decimal | FieldKind::Money | FieldKind::Percent => KindFamily::Number,
            FieldKind::Day => KindFamily::Day,
            FieldKind::Time | FieldKind::Instant | FieldKind::Duration => KindFamily::Time,
            FieldKind::YesNo => KindFamily::Truth,
            FieldKind::Link | FieldKind::Links | FieldKind::Rows | FieldKind::Gathered => KindFamily::Link,
            FieldKind::Coordinates
            | FieldKind::File
            | FieldKind::Picture
            | FieldKind::Secret
            | FieldKind::TranslatedText
            | FieldKind::Tags
            | FieldKind::RateList
            | FieldKind::Plan
            | FieldKind::Machine
            | FieldKind::OpeningHours
            | FieldKind::Resource
            | FieldKind::Condition => KindFamily::Whole,
        }
    }

    /// The type of its value in a condition; none when conditions cannot look at it.
    pub(super) fn fact(self) -> Option<Type> {
        Some(match self {
            FieldKind::Integer => Type::Int,
            FieldKind::Decimal | FieldKind::Money | FieldKind::Percent => Type::Decimal,
            FieldKind::YesNo => Type::Bool,
            FieldKind::Day => Type::Day,
            FieldKind::Instant => Type::Instant,
            FieldKind::Duration => Type::Duration,
            FieldKind::Link | FieldKind::Time => Type::Text,
            FieldKind::Links | FieldKind::Tags => Type::List(Box::new(Type::Text)),
            _ if matches!(self.family(), KindFamily::Text | KindFamily::Word) => Type::Text,
            _ => return None,
        })
    }

    /// Whether stars or another text can stand in the place of its value.
    pub(super) fn takes_stand_in(self) -> bool {
        use FieldKind::{Email, IpAddress, LongText, Phone, Secret, Slug, Text, Url};
        matches!(self, Text | LongText | Email | Phone | Url | Slug | IpAddress | Secret)
    }

    /// Whether its value stands in columns of the record's own table.
    pub(super) fn has_column(self) -> bool {
        !matches!(
            self,
            FieldKind::Links | FieldKind::Rows | FieldKind::Gathered | FieldKind::TranslatedText | FieldKind::Tags
        )
    }

    /// Whether its value is a list, which is empty where there is nothing: its entries stand beside the record.
    pub(super) fn is_list(self) -> bool {
        matches!(self, FieldKind::Links | FieldKind::Gathered | FieldKind::Tags)
    }

    /// Whether a list can be sorted by it.
    pub(super) fn has_order(self) -> bool {
        let ordered = !matches!(self.family(), KindFamily::Whole | KindFamily::Link) && self != FieldKind::LongText;
        ordered || self == FieldKind::TranslatedText
    }

    /// Whether a part of it can be searched for.
    pub(super) fn is_searched(self) -> bool {
        matches!(self.family(), KindFamily::Text | KindFamily::Word)
            || matches!(self, FieldKind::TranslatedText | FieldKind::Tags)
    }

    /// Whether lists can be filtered by it.
    pub(super) fn is_filtered(self) -> bool {
        let fits =
            !matches!(self.family(), KindFamily::Whole) && !matches!(self, FieldKind::Rows | FieldKind::LongText);
        fits || self == FieldKind::Tags
    }

    /// What a value of it is, for the end of a message.
    pub(super) fn told(self) -> &'static str {
        match self {
            FieldKind::Text | FieldKind::LongText => "text",
            FieldKind::Email => "an e-mail address such as \"ana@example.com\"",
            FieldKind::Phone => "a telephone number such as \"+4930123456\"",
            FieldKind::Url => "an address such as \"https://example.com/\"",
            FieldKind::Slug => "small letters, digits and single hyphens such as \"old-town\"",
            FieldKind::Choice => "one of its choices",
            FieldKind::YesNo => "true or false",
            FieldKind::Integer => "a whole number",
            FieldKind::Decimal | FieldKind::Percent => "a decimal in a string such as \"12.50\"",
            FieldKind::Money => "an amount such as {\"amount\": \"12.50\", \"currency\": \"EUR\"}",
            FieldKind::Day => "a day such as \"2026-09-01\"",
            FieldKind::Time => "a time of day such as \"14:30\"",
            FieldKind::Instant => "a moment with its offset such as \"2026-09-01T10:00:00Z\"",
            FieldKind::Duration => "a length of time such as \"1h30m\"",
            FieldKind::Zone => "a time zone such as \"Europe/Berlin\"",
            FieldKind::Country => "a country such as \"DE\"",
            FieldKind::Currency => "a currency such as \"EUR\"",
            FieldKind::Colour => "a colour such as \"#1a2b3c\"",
            FieldKind::IpAddress => "an address such as \"192.0.2.1\" or \"2001:db8::1\"",
            FieldKind::Coordinates => "a place such as {\"latitude\": \"52.52\", \"longitude\": \"13.405\"}",
            FieldKind::File | FieldKind::Picture => "the id of an uploaded file",
            FieldKind::Secret => "a secret text",
            FieldKind::Link => "the id of another record",
            FieldKind::Links => "a list of ids of other records",
            FieldKind::Rows | FieldKind::Gathered => "nothing: it is made of other records",
            FieldKind::TranslatedText => "an object of texts by language such as {\"en\": \"Sea view\"}",
            FieldKind::Tags => "a list of tags such as [\"vip\", \"long stay\"]",
            FieldKind::RateList => "a rate list",
            FieldKind::Plan => "a plan",
            FieldKind::Machine => "a machine",
            FieldKind::OpeningHours => "opening hours",
            FieldKind::Resource => "a resource such as {\"zone\": \"Europe/Berlin\", \"capacity\": 2}",
            FieldKind::Condition => "a condition",
        }
    }
}

impl FieldDefinition {
    /// What becomes of it when the person it is about is made nameless; nothing where it says nothing of them. What cannot hold another
    /// text goes. What nobody says what becomes of, and no other is to read, goes too, or is masked where it has to be there.
    pub(super) fn made_nameless(&self) -> Option<Anonymising> {
        let is_kept_apart = self.sensitive || self.kind == FieldKind::Secret;
        let unsaid = match self.required && self.kind.takes_stand_in() {
            true => Anonymising::Mask,
            false => Anonymising::Remove,
        };
        let own = self.personal.or(is_kept_apart.then_some(unsaid))?;
        match self.kind.takes_stand_in() {
            true => Some(own),
            false => Some(Anonymising::Remove),
        }
    }

    /// The digits behind the point that its numbers are kept with.
    pub(super) fn scale(&self) -> u8 {
        match self.kind {
            FieldKind::Decimal => self.digits.unwrap_or(DIGITS),
            _ => DIGITS,
        }
    }

    /// How its value is kept.
    pub(super) fn column(&self) -> ColumnKind {
        match self.kind {
            FieldKind::Integer => ColumnKind::Integer,
            FieldKind::Decimal | FieldKind::Money | FieldKind::Percent => ColumnKind::Scaled(self.scale()),
            FieldKind::YesNo => ColumnKind::Truth,
            FieldKind::Day => ColumnKind::Day,
            FieldKind::Time => ColumnKind::Time,
            FieldKind::Instant => ColumnKind::Instant,
            FieldKind::Duration => ColumnKind::Duration,
            FieldKind::Link | FieldKind::File | FieldKind::Picture => ColumnKind::Id,
            FieldKind::Secret => ColumnKind::Bytes,
            FieldKind::RateList
            | FieldKind::Plan
            | FieldKind::Machine
            | FieldKind::OpeningHours
            | FieldKind::Resource
            | FieldKind::Coordinates => ColumnKind::Json,
            _ => ColumnKind::Text,
        }
    }

    /// The most characters that its text has.
    pub fn longest(&self) -> u32 {
        let own = match self.kind {
            FieldKind::LongText => 20_000,
            FieldKind::Condition => 2_000,
            FieldKind::Email => 254,
            FieldKind::Phone => 16,
            FieldKind::Slug => 100,
            FieldKind::Tags => 50,
            FieldKind::Secret | FieldKind::Url => 1_000,
            _ => 200,
        };
        self.max_length.unwrap_or(own)
    }

    /// Whether differences of capital letters do not count when values are compared.
    pub(super) fn is_folded(&self) -> bool {
        self.folded || matches!(self.kind, FieldKind::Email | FieldKind::TranslatedText)
    }

    /// Whether the text of the pack's first language stands with the record: by it lists are sorted, and records told apart.
    pub(super) fn keeps_first(&self) -> bool {
        self.kind == FieldKind::TranslatedText && (self.sort || self.unique)
    }

    /// Whether a folded copy of the text is kept: by it lists are searched, sorted and compared.
    pub(super) fn has_folded(&self) -> bool {
        if self.kind == FieldKind::TranslatedText {
            return self.search || self.keeps_first();
        }
        let text = matches!(self.kind.family(), KindFamily::Text) || self.kind == FieldKind::Email;
        text && (self.search || self.sort || self.is_folded())
    }
}
