//! Deadlines of records: when each is due, as fields that are kept with the record, and what follows when one has passed.
//!
//! Time is business time. While it runs, the moment at which a deadline is due is kept; while it stands, since the record waits or the
//! deadline is met, the time that is left. From either it is known how much was used, whatever has happened to the record before.

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::compiled::{Deadline, Entity, Pack};
use super::outcome::{self, RecordChange};
use super::reach::{Record, alive, version};
use super::reckon::{self, Facts, Moment, put};
use crate::expression::Expression;
use crate::fault::Limits;
use crate::time::{Instant, Zone};
use crate::{Error, Reason, Result};

const SECOND: i64 = 1_000_000;
const MINUTE: i64 = 60 * SECOND;

/// What has passed by now of a record's deadlines?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RecordLapseRequest {
    /// Of what.
    #[schemars(extend("format" = "reference"))]
    pub entity: String,
    /// The present moment.
    pub now: Instant,
    /// The zone by whose clock days begin; UTC when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<Zone>,
    /// The record as it is, as lists answer it and with nothing hidden.
    pub before: Record,
}

/// A record of which deadlines have passed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct LapsedRecord {
    /// The record as it is now.
    pub record: Record,
    /// What has changed, in the order of the fields.
    pub changes: Vec<RecordChange>,
    /// What has happened, such as `ticket:updated`; nothing where no deadline has passed.
    #[schemars(extend("format" = "name"))]
    pub events: Vec<String>,
    /// The events of its machine that happen since deadlines were missed, in order; one that is not possible does not.
    #[schemars(extend("format" = "name"))]
    pub fires: Vec<String>,
}

impl Pack {
    /// What of a record's deadlines has passed by now: which it has missed, of which it warns, and the events that follow. Nothing is
    /// kept: the host does that.
    pub fn lapse(&self, request: &RecordLapseRequest) -> Result<LapsedRecord> {
        request.bounded()?;
        let entity = self.named(&request.entity)?;
        alive(&request.before)?;
        let mut after = request.before.clone();
        let mut fires = Vec::new();
        let moment = Moment::new(request.now, request.zone.as_ref(), "");
        for deadline in &entity.deadlines {
            let own = &deadline.definition;
            let Some(running) = Running::of(deadline, entity, &after, &moment) else {
                continue;
            };
            if let (Some(warned), Some(percent)) = (&own.warned, running.warns(request.now)) {
                put(&mut after, warned, percent.into());
            }
            if let Some(missed) = running.unmissed(&after).filter(|_| running.due < request.now) {
                put(&mut after, missed, running.due.to_string().into());
                fires.extend(own.event.clone());
            }
        }
        let fields = || entity.fields().iter();
        if after == request.before {
            return Ok(LapsedRecord {
                record: after,
                changes: Vec::new(),
                events: Vec::new(),
                fires,
            });
        }
        // What was reckoned before can be reckoned again; whether it may be so is not asked: it is so.
        reckon::computed(entity, &mut after, &moment, &mut Vec::new(), &mut Vec::new());
        put(&mut after, "version", (version(&request.before) + 1).into());
        put(&mut after, "updated_at", request.now.to_string().into());
        Ok(LapsedRecord {
            changes: outcome::differences(fields(), Some(&request.before), Some(&after)),
            record: after,
            events: vec![format!("{}:updated", entity.name())],
            fires,
        })
    }
}

/// Reckons what is computed, and when deadlines are due; and once more what is computed of those. What does not fit.
pub(super) fn reckoned(
    entity: &Entity,
    before: Option<&Record>,
    after: &mut Record,
    moment: &Moment,
    faulty: &mut Vec<usize>,
) -> Vec<Reason> {
    let mut reasons = Vec::new();
    reckon::computed(entity, after, moment, faulty, &mut reasons);
    if entity.deadlines.is_empty() || !faulty.is_empty() {
        return reasons;
    }
    for deadline in &entity.deadlines {
        keep(deadline, entity, before, after, moment);
    }
    reckon::computed(entity, after, moment, faulty, &mut reasons);
    reasons
}

/// When something passes next of a record's deadlines; the moment may have come.
pub(super) fn next(entity: &Entity, record: &Record, now: Instant) -> Option<Instant> {
    let moment = Moment::new(now, None, "");
    let each = entity.deadlines.iter().filter_map(|deadline| {
        let running = Running::of(deadline, entity, record, &moment)?;
        // What comes at the very moment is in time.
        let missed = running.unmissed(record).and_then(|_| plus(running.due, 1));
        running.warning().into_iter().chain(missed).min()
    });
    each.min()
}

/// A deadline whose time runs.
struct Running<'r> {
    deadline: &'r Deadline,
    due: Instant,
    /// How much time there is, in microseconds.
    total: i64,
    /// At which percentage it has warned last.
    warned: u32,
}

impl<'r> Running<'r> {
    fn of(deadline: &'r Deadline, entity: &Entity, record: &Record, moment: &Moment) -> Option<Running<'r>> {
        let own = &deadline.definition;
        let stands = own.left.as_ref().is_some_and(|left| whole(record, left).is_some());
        if stands || holds(deadline.met.as_ref(), entity, record, moment) {
            return None;
        }
        let warned = own.warned.as_ref().and_then(|name| whole(record, name));
        Some(Running {
            deadline,
            due: instant(record, &own.due)?,
            total: total(deadline, record)?,
            warned: warned.and_then(|percent| u32::try_from(percent).ok()).unwrap_or(0),
        })
    }

    /// The field that says that it was missed, where it does not yet.
    fn unmissed(&self, record: &Record) -> Option<&'r str> {
        let missed = self.deadline.definition.missed.as_deref();
        missed.filter(|name| instant(record, name).is_none())
    }

    /// When it warns at a percentage of its time.
    fn warns_at(&self, percent: u32) -> Option<Instant> {
        let left = self.total / 100 * i64::from(100_u32.saturating_sub(percent));
        let passed = self.deadline.clock.passed_at(self.due)?.checked_sub(left)?;
        self.deadline.clock.moment_of(passed)
    }

    fn percents(&self) -> impl Iterator<Item = u32> {
        let all = self.deadline.definition.warn_at_percent.iter().copied();
        all.filter(|percent| *percent > self.warned)
    }

    /// When it warns next.
    fn warning(&self) -> Option<Instant> {
        self.percents().next().and_then(|percent| self.warns_at(percent))
    }

    /// The last percentage at which it has to have warned by now and has not.
    fn warns(&self, now: Instant) -> Option<u32> {
        let come = self
            .percents()
            .filter(|percent| self.warns_at(*percent).is_some_and(|at| at <= now));
        come.last()
    }
}

/// Keeps in a record that has changed when a deadline of it is due.
fn keep(deadline: &Deadline, entity: &Entity, before: Option<&Record>, after: &mut Record, moment: &Moment) {
    let own = &deadline.definition;
    let was_met = before.is_some_and(|before| holds(deadline.met.as_ref(), entity, before, moment));
    let is_met = holds(deadline.met.as_ref(), entity, after, moment);
    let is_kept = before.is_some_and(|before| instant(before, &own.from) == instant(after, &own.from));
    if was_met && is_met && is_kept {
        // What was met keeps its verdict.
        return;
    }
    let reckoned = begun(deadline, before.filter(|_| is_kept), after, moment.now);
    write(deadline, entity, after, (reckoned, is_met), moment);
}

/// Has every deadline of a record that is there already be due as it is declared by now. What was met keeps its verdict. How much time was
/// used is known by how it was declared, where time could stand; where it could not, all of it has run since the beginning.
fn keep_again(entity: &Entity, was: Option<&Entity>, record: &mut Record, moment: &Moment) {
    for deadline in &entity.deadlines {
        let own = &deadline.definition;
        if holds(deadline.met.as_ref(), entity, record, moment) {
            continue;
        }
        let former = was.into_iter().flat_map(|was| &was.deadlines).find(|former| {
            let was = &former.definition;
            was.name == own.name && was.left.is_some() && (&was.due, &was.left) == (&own.due, &own.left)
        });
        let used = former.and_then(|former| used(former, record, moment.now));
        let reckoned = begun(deadline, None, record, moment.now);
        let reckoned = reckoned.map(|(since, total)| (used.unwrap_or(since), total));
        write(deadline, entity, record, (reckoned, false), moment);
    }
}

impl Entity {
    /// Reckons anew what is computed of a record that is kept, and when its deadlines are due by now; `was` is what its entity was declared
    /// as until now.
    pub fn derive(
        &self,
        was: Option<&Entity>,
        record: &mut serde_json::Map<String, Value>,
        now: Instant,
    ) -> Result<()> {
        let moment = Moment::new(now, None, "");
        let mut reasons = Vec::new();
        reckon::computed(self, record, &moment, &mut Vec::new(), &mut reasons);
        keep_again(self, was, record, &moment);
        reckon::computed(self, record, &moment, &mut Vec::new(), &mut reasons);
        Error::unless_empty(reasons)
    }
}

/// Writes what a deadline says of a record, of how much of its time was used and how much there is.
fn write(
    deadline: &Deadline,
    entity: &Entity,
    after: &mut Record,
    (reckoned, is_met): (Option<(i64, i64)>, bool),
    moment: &Moment,
) {
    let own = &deadline.definition;
    let Some((used, total)) = reckoned else {
        for (_, name, _) in own.writes() {
            put(after, name, Value::Null);
        }
        return;
    };
    let paused = !is_met && holds(deadline.paused.as_ref(), entity, after, moment);
    let left = total.saturating_sub(used);
    let due = deadline
        .clock
        .passed_at(moment.now)
        .and_then(|passed| deadline.clock.moment_of(passed.checked_add(left)?));
    put(after, &own.due, due.filter(|_| !paused).map_or(Value::Null, told));
    if let Some(name) = &own.left {
        // A part of a second is left to whoever has to meet it.
        let seconds = left.div_euclid(SECOND) + i64::from(left.rem_euclid(SECOND) > 0);
        let stands = paused || is_met;
        put(after, name, if stands { seconds.into() } else { Value::Null });
    }
    if let Some(name) = &own.met {
        put(after, name, if is_met { told(moment.now) } else { Value::Null });
    }
    if paused || is_met {
        return;
    }
    // What was missed or warned of is not by a deadline that has moved on.
    if let (Some(name), Some(due)) = (&own.missed, due)
        && due >= moment.now
    {
        put(after, name, Value::Null);
    }
    if let Some(name) = &own.warned {
        let come = |percent: &u32| i128::from(used) * 100 >= i128::from(total) * i128::from(*percent);
        let warned = whole(after, name).and_then(|last| {
            let all = own.warn_at_percent.iter().copied();
            all.filter(|percent| i64::from(*percent) <= last && come(percent)).max()
        });
        put(after, name, warned.map_or(Value::Null, Value::from));
    }
}

/// How much of its time a deadline has used by now, and how much there is, in microseconds; nothing where it has not begun or there is
/// none.
fn begun(deadline: &Deadline, before: Option<&Record>, after: &Record, now: Instant) -> Option<(i64, i64)> {
    let own = &deadline.definition;
    let start = instant(after, &own.from)?;
    let total_now = total(deadline, after)?;
    let passed = deadline.clock.passed_at(now)?;
    let known = before.and_then(|before| used(deadline, before, now));
    let used = match known {
        Some(used) => used,
        None => passed.checked_sub(deadline.clock.passed_at(start)?)?,
    };
    Some((used, total_now))
}

/// How much of its time a deadline of a record has used by now, as the record tells.
fn used(deadline: &Deadline, record: &Record, now: Instant) -> Option<i64> {
    let own = &deadline.definition;
    let all = total(deadline, record)?;
    let stood = own.left.as_ref().and_then(|name| whole(record, name));
    if let Some(left) = stood {
        return all.checked_sub(left.checked_mul(SECOND)?);
    }
    let due = deadline.clock.passed_at(instant(record, &own.due)?)?;
    all.checked_sub(due.checked_sub(deadline.clock.passed_at(now)?)?)
}

/// How much time there is, in microseconds; nothing where a record has no deadline.
fn total(deadline: &Deadline, record: &Record) -> Option<i64> {
    let own = &deadline.definition;
    let minutes = match &own.plan {
        Some(plan) => plan.minutes.get(record.get(&plan.by)?.as_str()?).copied(),
        None => own.within_minutes,
    };
    i64::from(minutes?).checked_mul(MINUTE)
}

fn holds(condition: Option<&Expression>, entity: &Entity, record: &Record, moment: &Moment) -> bool {
    let facts = Facts { entity, record, moment };
    // Of what is missing nothing holds.
    condition.is_some_and(|condition| condition.holds_of(&facts, "/change").unwrap_or(false))
}

fn instant(record: &Record, name: &str) -> Option<Instant> {
    record.get(name)?.as_str()?.parse().ok()
}

fn whole(record: &Record, name: &str) -> Option<i64> {
    record.get(name)?.as_i64()
}

fn plus(instant: Instant, microseconds: i64) -> Option<Instant> {
    Instant::from_microseconds(instant.microseconds().checked_add(microseconds)?)
}

fn told(instant: Instant) -> Value {
    instant.to_string().into()
}
