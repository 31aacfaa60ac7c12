//! The number that a new record gets.

use serde::{Deserialize, Serialize};

use super::change::CheckedRecord;
use super::compiled::{Entity, Pack};
use super::outcome::RecordChange;
use crate::fault::Limits;
use crate::tenancy::{NumberFormat, NumberReset, next_of};
use crate::time::Day;
use crate::{JsonSchema, Result};

/// A number that a new record gets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct NumberWanted {
    /// The field that holds it.
    #[schemars(extend("format" = "name"))]
    pub field: String,
    /// What its counter is known by: the entity, or `sequence:` and what the shared number is called.
    #[schemars(extend("format" = "name"))]
    pub name: String,
    /// How it is written.
    #[schemars(extend("format" = "text"))]
    pub format: String,
    /// When its counter begins anew.
    pub reset: NumberReset,
    /// With which number it begins, where that is not 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0, max = 999_999_999_999_999_i64))]
    pub first: Option<i64>,
}

/// A number that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct NumberTaken {
    /// As people read it.
    pub number: String,
    /// Its day, by the tenant's clock: never before that of the number before it.
    pub day: Day,
    /// What the counter says.
    pub sequence: i64,
}

impl CheckedRecord {
    /// The same with the number that was taken for it: a value like every other, of which its history tells.
    #[must_use]
    pub fn numbered(mut self, number: &str) -> CheckedRecord {
        if let Some(wanted) = &self.number {
            self.record.insert(wanted.field.clone(), number.into());
            let change = RecordChange {
                field: wanted.field.clone(),
                before: None,
                after: Some(number.into()),
            };
            let place = self.changes.partition_point(|own| own.field < change.field);
            self.changes.insert(place, change);
        }
        self
    }
}

impl NumberWanted {
    /// What a new record of an entity gets: the next number of its own, or of those that it shares with others.
    pub fn of(pack: &Pack, entity: &Entity) -> Option<NumberWanted> {
        let own = entity.definition().number.as_ref()?;
        let Some(shared) = &own.sequence else {
            return Some(NumberWanted {
                field: own.field.clone(),
                name: entity.name().to_owned(),
                format: own.format.clone().unwrap_or_default(),
                reset: own.reset,
                first: None,
            });
        };
        let shared = pack.sequence(shared)?;
        Some(NumberWanted {
            field: own.field.clone(),
            // No entity has a `:` in its name: what it counts for itself is never met.
            name: format!("sequence:{}", shared.name),
            format: shared.format.clone(),
            reset: shared.reset,
            first: Some(shared.first).filter(|first| *first != 1),
        })
    }

    /// The number that comes after the last one of its counter, of which day and sequence are kept.
    pub fn take(&self, last: Option<(Day, i64)>, today: Day) -> Result<NumberTaken> {
        let mut format = NumberFormat::new(self.name.as_str(), self.format.as_str()).with_reset(self.reset);
        format.first = self.first.unwrap_or(format.first);
        let (day, sequence, number) = next_of(&format, last, today)?;
        Ok(NumberTaken { number, day, sequence })
    }
}

#[cfg(test)]
mod tests {

    use super::*;

    #[test]
    fn a_shared_counter_begins_where_its_pack_says_and_anew_with_the_year() {
        let wanted = NumberWanted {
            field: "code".to_owned(),
            name: "sequence:paper".to_owned(),
            format: "P{YYYY}-{seq:4}".to_owned(),
            reset: NumberReset::Yearly,
            first: Some(100),
        };
        let day = |text: &str| text.parse::<Day>().unwrap();
        let taken = |last: Option<(Day, i64)>, today: &str| wanted.take(last, day(today)).unwrap();
        let first = taken(None, "2026-12-30");
        assert_eq!((first.number.as_str(), first.sequence), ("P2026-0100", 100));
        let next = taken(Some((first.day, first.sequence)), "2026-12-31");
        assert_eq!(next.number, "P2026-0101");
        let other = taken(Some((next.day, next.sequence)), "2027-01-01");
        assert_eq!((other.number.as_str(), other.sequence), ("P2027-0100", 100));
        // A clock that goes back repeats nothing.
        let back = taken(Some((other.day, other.sequence)), "2026-12-31");
        assert_eq!(back.number, "P2027-0101");
    }
}
