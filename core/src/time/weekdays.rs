use crate::JsonSchema;
use crate::fault::Limits;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "lowercase")]
pub enum Weekday {
    /// The first day of the week by ISO 8601.
    #[serde(rename = "mon")]
    Monday,
    /// The second day.
    #[serde(rename = "tue")]
    Tuesday,
    /// The third day.
    #[serde(rename = "wed")]
    Wednesday,
    /// The fourth day.
    #[serde(rename = "thu")]
    Thursday,
    /// The fifth day.
    #[serde(rename = "fri")]
    Friday,
    /// The sixth day.
    #[serde(rename = "sat")]
    Saturday,
    /// The seventh day.
    #[serde(rename = "sun")]
    Sunday,
}

impl Weekday {
    /// Every day of the week, Monday first.
    pub const ALL: [Weekday; 7] = [
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
        Weekday::Saturday,
        Weekday::Sunday,
    ];

    pub(crate) fn from_number(number: i32) -> Weekday {
        match number {
            0 => Weekday::Monday,
            1 => Weekday::Tuesday,
            2 => Weekday::Wednesday,
            3 => Weekday::Thursday,
            4 => Weekday::Friday,
            5 => Weekday::Saturday,
            _ => Weekday::Sunday,
        }
    }
}

impl std::fmt::Display for Weekday {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Debug::fmt(self, out)
    }
}

/// A set of days of the week; on the wire a list such as `["fri", "sat"]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Weekdays(u8);

impl Weekdays {
    /// All seven.
    pub const ALL: Weekdays = Weekdays(0b111_1111);

    /// Whether these are all seven.
    pub fn are_all(&self) -> bool {
        *self == Weekdays::ALL
    }

    /// None.
    pub const NONE: Weekdays = Weekdays(0);

    /// Whether the weekday is in the set.
    pub fn contains(self, weekday: Weekday) -> bool {
        self.0 & (1 << weekday as u8) != 0
    }

    /// Whether the set is empty.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The members, Monday first.
    pub fn iter(self) -> impl Iterator<Item = Weekday> {
        Weekday::ALL.into_iter().filter(move |weekday| self.contains(*weekday))
    }
}

impl FromIterator<Weekday> for Weekdays {
    fn from_iter<I: IntoIterator<Item = Weekday>>(weekdays: I) -> Self {
        Weekdays(weekdays.into_iter().fold(0, |set, weekday| set | 1 << weekday as u8))
    }
}

impl Default for Weekdays {
    fn default() -> Self {
        Weekdays::ALL
    }
}

impl Serialize for Weekdays {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<'de> Deserialize<'de> for Weekdays {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Vec::<Weekday>::deserialize(deserializer)?.into_iter().collect())
    }
}

crate::fault::unlimited! { Weekdays }

#[cfg(feature = "schemas")]
impl schemars::JsonSchema for Weekdays {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Weekdays".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let mut schema = Vec::<Weekday>::json_schema(generator);
        // All of them are never written, and so they would not be told of the fields that are left out then.
        schema.insert("default".to_owned(), serde_json::json!(Weekdays::ALL));
        schema
    }
}
