//! What happens to records by themselves, and when.

use serde_json::Value;

use super::compiled::{Entity, Pack};
use super::deadlines;
use super::reach::{Record, alive, version};
use super::reckon::facts_of;
use crate::Result;
use crate::flow::{DueRequest, Machine, MachineInstance};
use crate::time::Instant;

/// What happens to a record by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RecordDue {
    /// When.
    pub at: Instant,
    /// The event that is to be fired, when it has come; all that was due by then happens with it.
    pub event: Option<String>,
    /// Whether a deadline has passed by then, as `lapse` tells.
    pub lapses: bool,
}

impl Pack {
    /// When something happens to a record by itself, or what should have happened by now; nothing when nothing will.
    pub fn due(&self, entity: &Entity, record: &Record, now: Instant) -> Result<Option<RecordDue>> {
        if alive(record).is_err() {
            return Ok(None);
        }
        let lives = self.due_by_machine(entity, record, now)?;
        let lapses = deadlines::next(entity, record, now);
        let lapses = lapses.map(|at| RecordDue {
            at,
            event: None,
            lapses: true,
        });
        Ok(lives.into_iter().chain(lapses).min_by_key(|due| due.at))
    }

    fn due_by_machine(&self, entity: &Entity, record: &Record, now: Instant) -> Result<Option<RecordDue>> {
        let Some(machine) = entity.machine_of(record) else {
            return Ok(None);
        };
        let instance = instance_of(entity, machine, record, now);
        let timers = machine.due(&DueRequest::new(now, vec![instance]))?;
        let due = timers.due.into_iter().next().map(|due| RecordDue {
            at: due.at,
            event: Some(due.event),
            lapses: false,
        });
        Ok(due.or_else(|| {
            timers.next_at.map(|at| RecordDue {
                at,
                event: None,
                lapses: false,
            })
        }))
    }
}

/// A record as its machine knows it. One without a state, a moment or a version is as if it had just begun.
pub(super) fn instance_of(entity: &Entity, machine: &Machine, record: &Record, now: Instant) -> MachineInstance {
    let definition = machine.definition();
    let own = entity.definition().machine.as_ref();
    let text = |name: &str| record.get(name).and_then(Value::as_str);
    let state = own.and_then(|own| text(&own.field)).unwrap_or(&definition.initial);
    let number = record.get("machine_version").and_then(Value::as_u64);
    let machine_version = number.and_then(|number| u32::try_from(number).ok());
    let entered_at = text("entered_at").and_then(|text| text.parse().ok());
    let mut instance = MachineInstance::new(
        definition.name.as_str(),
        machine_version.unwrap_or(definition.version),
        state,
        version(record),
        entered_at.unwrap_or(now),
    );
    instance.id = text("id").map(str::to_owned);
    instance.fields = facts_of(entity, record, |_| true);
    instance
}
