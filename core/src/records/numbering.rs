//! The number that a new record gets.

use super::change::{CheckedRecord, NumberWanted};
use super::outcome::RecordChange;
use crate::Result;
use crate::tenancy::{NumberFormat, next_of};
use crate::time::Day;

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
    /// The number that comes after the last one of its counter, of which day and sequence are kept.
    pub fn take(&self, last: Option<(Day, i64)>, today: Day) -> Result<NumberTaken> {
        let format = NumberFormat::new(self.name.as_str(), self.format.as_str()).with_reset(self.reset);
        let (day, sequence, number) = next_of(&format, last, today)?;
        Ok(NumberTaken { number, day, sequence })
    }
}
