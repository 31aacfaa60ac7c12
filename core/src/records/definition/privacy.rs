use std::collections::BTreeMap;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use crate::fault::Limits;
use crate::tenancy::RetentionAction;
use crate::time::Day;

/// How long records are kept, and what becomes of them then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct EntityRetention {
    /// From when their time counts: a field with a day or a moment, or `created_at`, `updated_at`, `deleted_at` or `entered_at`. Without
    /// anything in it, a record is kept.
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub after: String,
    /// What must be true of a record for its time to count, such as `status == 'closed'`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "text"))]
    pub when: Option<String>,
    /// For so many months.
    #[serde(default, skip_serializing_if = "is_none")]
    #[schemars(range(max = 2400))]
    pub keep_months: u32,
    /// And so many days.
    #[serde(default, skip_serializing_if = "is_none")]
    #[schemars(range(max = 36500))]
    pub keep_days: u32,
    /// What is done then.
    pub then: RetentionAction,
    /// What demands that they are kept so long, such as a law: until then nobody has them made nameless, and whoever asks for that is told
    /// this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = 500), extend("format" = "text"))]
    pub required_by: Option<String>,
}

/// What people are asked to agree to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ConsentPurpose {
    /// What people read above it; made of the name when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 200), extend("format" = "text"))]
    pub label: Option<String>,
    /// The version of the text: another text is another version.
    #[schemars(length(min = 1, max = 100), extend("format" = "name"))]
    pub version: String,
    /// What they agree to, by language.
    #[schemars(extend("format" = "name", "valueFormat" = "text"))]
    pub texts: BTreeMap<String, String>,
}

fn is_none(number: &u32) -> bool {
    *number == 0
}

impl EntityRetention {
    /// The first day on which something need no longer be kept whose time counts from a day; nothing within the years there are.
    pub fn ends(&self, since: Day) -> Option<Day> {
        let months = since.plus_months(i32::try_from(self.keep_months).ok()?)?;
        months.plus(i32::try_from(self.keep_days).ok()?)
    }

    /// The last day from which something was kept long enough on a day; nothing where there is none.
    pub fn through(&self, today: Day) -> Option<Day> {
        let days = today.plus(-i32::try_from(self.keep_days).ok()?)?;
        // Months end differently: what is a month later than two days was a month before one of them.
        let mut through = days.plus_months(-i32::try_from(self.keep_months).ok()?)?.plus(4)?;
        while self.ends(through).is_none_or(|end| end > today) {
            through = through.plus(-1)?;
        }
        Some(through)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_day_that_is_long_enough_ago_is_the_last_one_whose_time_is_over() {
        for (months, days) in [(0, 1), (1, 0), (3, 10), (12, 0), (120, 31), (1, 30), (0, 400)] {
            let mut own = EntityRetention::new("created_at", RetentionAction::Delete);
            (own.keep_months, own.keep_days) = (months, days);
            let first: Day = "2024-01-01".parse().expect("a day");
            for later in 0..1_500 {
                let today = first.plus(later).expect("a day");
                let through = own.through(today).expect("a day");
                let is_over = |since: Day| own.ends(since).is_some_and(|end| end <= today);
                let next = through.plus(1).expect("a day");
                assert!(is_over(through) && !is_over(next), "{months} {days} {today} {through}");
            }
        }
    }
}
