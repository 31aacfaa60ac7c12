use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use crate::expression::FactTypes;
use crate::fault::Limits;
use crate::time::{OpeningHours, TimeOfDay, Zone};

/// What goes out to whom, and when.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ContactPlanDefinition {
    /// The zone of its clock.
    pub zone: Zone,
    /// When nothing goes out but what is about bills and security: it waits for their end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quiet_hours: Option<OpeningHours>,
    /// The ways on which something goes out, such as `email`.
    #[schemars(length(max = 100), extend("format" = "name"))]
    pub channels: Vec<String>,
    /// What the conditions can look at.
    #[serde(default)]
    pub facts: FactTypes,
    /// What goes out.
    #[schemars(length(max = 1000))]
    pub contacts: Vec<ContactRule>,
    /// What the tenant wants, for those who did not say what they want; the first that fits counts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 1000))]
    pub preferences: Vec<ContactPreference>,
}

/// Something that goes out: once, several times, or every year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ContactRule {
    /// What it is known by.
    #[schemars(extend("format" = "name"))]
    pub id: String,
    /// What it is for.
    pub purpose: ContactPurpose,
    /// On which way it goes out.
    #[schemars(extend("format" = "name"))]
    pub channel: String,
    /// The letter that is sent, where a pack says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub letter: Option<String>,
    /// The date that it is measured from, such as `sent_at`, `departure` or `birthday`. Who has none is not concerned.
    #[schemars(extend("format" = "name"))]
    pub anchor: String,
    /// How many days after the anchor, or before it when negative: 3, 7 and 14, or -7 and -1.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 100), inner(range(min = -3660, max = 3660)))]
    pub days: Vec<i32>,
    /// How many minutes after it, or before it when negative.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 100), inner(range(min = -5_270_400, max = 5_270_400)))]
    pub minutes: Vec<i32>,
    /// The time of day for those in days; that of the anchor when not given, and 09:00 when the anchor is a day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<TimeOfDay>,
    /// Whether it recurs on the day of every year after, 29 February on the 28th in common years.
    #[serde(default)]
    pub yearly: bool,
    /// Over the facts; always when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "text"))]
    pub when: Option<String>,
    /// The states and flags that end it: a decision, a revision, an expiry.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 100), extend("format" = "name"))]
    pub stops_on: Vec<String>,
    /// How many minutes late it may still go out, quiet hours aside. However late when not given; what is yearly one day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(max = 5_270_400))]
    pub grace_minutes: Option<u32>,
    /// Whether it goes out to those about whom nobody said otherwise.
    #[serde(default = "yes")]
    pub wanted: bool,
}

fn yes() -> bool {
    true
}

/// What something that goes out is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ContactPurpose {
    /// Greetings and offers: only with consent.
    Marketing,
    /// What belongs to what was ordered.
    Service,
    /// Bills and payments: neither switched off nor delayed.
    Billing,
    /// Passwords and access: neither switched off nor delayed.
    Security,
}

impl ContactPurpose {
    /// Whether it always goes out, and at once.
    pub(super) fn is_needed(self) -> bool {
        matches!(self, ContactPurpose::Billing | ContactPurpose::Security)
    }
}

/// Whether something is wanted: all that has each of what is named, so everything when nothing is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ContactPreference {
    /// This one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub contact: Option<String>,
    /// What is for this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<ContactPurpose>,
    /// What goes out on this way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub channel: Option<String>,
    /// Whether it is wanted.
    pub wanted: bool,
}

impl ContactPreference {
    fn is_about(&self, contact: &ContactRule) -> bool {
        self.contact.as_ref().is_none_or(|id| *id == contact.id)
            && self.purpose.is_none_or(|purpose| purpose == contact.purpose)
            && self.channel.as_ref().is_none_or(|channel| *channel == contact.channel)
    }

    /// What the first preference that fits says.
    pub(super) fn of(preferences: &[ContactPreference], contact: &ContactRule) -> Option<bool> {
        let fits = preferences.iter().find(|preference| preference.is_about(contact));
        fits.map(|preference| preference.wanted)
    }
}
