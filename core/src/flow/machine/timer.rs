use std::fmt;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::definition::MachineTransition;
use super::instance::MachineInstance;
use crate::fault::Limits;
use crate::time::Instant;
use crate::{Code, Reason};

/// A moment that is counted: so long after the state was entered, or so long after or before the moment that a field holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct MachineTimer {
    /// Days of 24 hours.
    #[serde(default, skip_serializing_if = "is_nought")]
    #[schemars(range(max = 36600))]
    pub days: u32,
    /// Hours.
    #[serde(default, skip_serializing_if = "is_nought")]
    #[schemars(range(max = 876000))]
    pub hours: u32,
    /// Minutes.
    #[serde(default, skip_serializing_if = "is_nought")]
    #[schemars(range(max = 52704000))]
    pub minutes: u32,
    /// Seconds.
    #[serde(default, skip_serializing_if = "is_nought")]
    #[schemars(range(max = 4000000000u32))]
    pub seconds: u32,
    /// The field of the instance that holds the moment it is counted from; without it, when the state was entered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "name"))]
    pub field: Option<String>,
    /// The field of the instance that holds the moment it lies before, in place of `field`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "name"))]
    pub before: Option<String>,
}

impl MachineTimer {
    /// How many seconds it counts.
    pub fn total_seconds(&self) -> i64 {
        let (days, hours, minutes) = (i64::from(self.days), i64::from(self.hours), i64::from(self.minutes));
        days * 86_400 + hours * 3_600 + minutes * 60 + i64::from(self.seconds)
    }

    /// The same, below zero when it lies before a field's moment.
    pub(super) fn offset_seconds(&self) -> i64 {
        if self.before.is_some() {
            -self.total_seconds()
        } else {
            self.total_seconds()
        }
    }

    /// The field that it is counted from; none when that is when the state was entered.
    pub(super) fn base(&self) -> Option<&str> {
        self.before.as_deref().or(self.field.as_deref())
    }

    /// The moment for an instance as it is. There is none while its field holds no moment.
    pub(super) fn moment(&self, instance: &MachineInstance) -> Option<Instant> {
        let base = match self.base() {
            Some(field) => instance.fields.get(field)?.as_str()?.parse().ok()?,
            None => instance.entered_at,
        };
        base.plus_seconds(self.offset_seconds())
    }

    /// When it is due for an instance: not before the instance came into its state.
    pub(super) fn due_at(&self, instance: &MachineInstance) -> Option<Instant> {
        self.moment(instance).map(|at| at.max(instance.entered_at))
    }

    /// `7 days`, `1 day after trip_end`, `24 hours before starts_at`, `expires_at`: for the end of a phrase.
    pub fn told(&self) -> String {
        let length = self.length();
        match (&self.before, &self.field) {
            (Some(field), _) | (_, Some(field)) if length.is_empty() => field.clone(),
            (Some(field), _) => format!("{length} before {field}"),
            (_, Some(field)) => format!("{length} after {field}"),
            _ => length,
        }
    }

    fn length(&self) -> String {
        let parts = [
            (self.days, "day"),
            (self.hours, "hour"),
            (self.minutes, "minute"),
            (self.seconds, "second"),
        ];
        let told = parts.iter().filter(|(count, _)| *count > 0).map(|(count, unit)| {
            let plural = if *count == 1 { "" } else { "s" };
            format!("{count} {unit}{plural}")
        });
        told.collect::<Vec<_>>().join(" ")
    }
}

/// `after 7 days`, `1 day after trip_end`, `24 hours before starts_at`, `at expires_at`.
impl fmt::Display for MachineTimer {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.base() {
            None => write!(out, "after {}", self.told()),
            Some(_) if self.total_seconds() == 0 => write!(out, "at {}", self.told()),
            Some(_) => out.write_str(&self.told()),
        }
    }
}

impl MachineTransition {
    /// Why it is not the time for it: a timer that has not run out, or a limit.
    pub(super) fn untimely(&self, instance: &MachineInstance, now: Instant, reasons: &mut Vec<Reason>) {
        for timer in [&self.after, &self.not_before].into_iter().flatten() {
            let at = timer.moment(instance);
            if at.is_none_or(|at| now < at) {
                reasons.push(self.too_early(timer, at));
            }
        }
        // A field that holds no moment sets no end.
        if let Some(at) = self.not_after.as_ref().and_then(|timer| timer.moment(instance))
            && now > at
        {
            let message = format!("`{}` is not possible after {at}", self.event);
            reasons.push(Reason::new(Code::FlowTooLate, "/now", message).with("at", at));
        }
    }

    #[cold]
    fn too_early(&self, timer: &MachineTimer, at: Option<Instant>) -> Reason {
        let message = match (at, timer.base()) {
            (Some(at), _) => format!("`{}` is not possible before {at}", self.event),
            (None, Some(field)) => format!("`{}` waits for the moment in `{field}`, and there is none", self.event),
            (None, None) => format!("`{}` is not possible yet", self.event),
        };
        let reason = Reason::new(Code::FlowTooEarly, "/now", message);
        match (at, timer.base()) {
            (None, Some(field)) => reason.with("field", field),
            _ => reason.with("at", at),
        }
    }
}

fn is_nought(number: &u32) -> bool {
    *number == 0
}
