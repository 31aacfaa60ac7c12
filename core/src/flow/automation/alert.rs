use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use crate::fault::Limits;
use crate::money::Decimal;
use crate::time::Instant;
use crate::{Code, Reason, Result};

/// When a figure is worth an alert.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AlertRule {
    /// How the value compares with the threshold when all is not well.
    pub comparison: AlertComparison,
    /// The threshold.
    pub threshold: Decimal,
    /// For how many minutes it must be so.
    #[serde(default)]
    #[schemars(range(max = MOST_MINUTES))]
    pub minutes: u32,
    /// How grave it is, as the host calls it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "name"))]
    pub severity: Option<String>,
}

/// A year of minutes.
const MOST_MINUTES: u32 = 525_600;

/// How a value compares with a threshold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum AlertComparison {
    /// It is more.
    Above,
    /// It is as much or more.
    AtLeast,
    /// It is less.
    Below,
    /// It is as much or less.
    AtMost,
}

/// What an alert rule remembers between two questions.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields, default)]
#[non_exhaustive]
pub struct AlertState {
    /// The last sample that was looked at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last: Option<AlertSample>,
    /// Since when the value is beyond the threshold.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub beyond_since: Option<Instant>,
    /// Since when the alert is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub open_since: Option<Instant>,
}

/// A value at a moment. It lasts until the next one.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AlertSample {
    /// When it was measured.
    pub at: Instant,
    /// The value.
    pub value: Decimal,
}

/// New samples: does the alert open or clear?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AlertRequest {
    /// The rule.
    pub rule: AlertRule,
    /// What the last answer gave; nothing the first time.
    #[serde(default)]
    pub state: AlertState,
    /// The samples, in order of time. Those not later than the last one that was looked at are left out.
    #[serde(default)]
    #[schemars(length(max = 100000))]
    pub samples: Vec<AlertSample>,
    /// The present moment.
    pub now: Instant,
}

/// What became of an alert.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct Alerted {
    /// What is to be given with the next samples.
    pub state: AlertState,
    /// What happened, in order: the alert opens once, stays open, and clears once.
    pub changes: Vec<AlertChange>,
}

/// An alert that opened or cleared.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct AlertChange {
    /// Whether it opened; it cleared otherwise.
    pub opened: bool,
    /// When.
    pub at: Instant,
    /// The value at that moment.
    pub value: Decimal,
    /// How grave it is.
    pub severity: Option<String>,
}

/// Follows a figure: an alert opens when the value has been beyond the threshold for the stated minutes, and clears when
/// it is back. However the samples are shared out over questions, the changes are the same.
pub fn alert(request: AlertRequest) -> Result<Alerted> {
    check(&request)?;
    let mut watch = Watch {
        rule: &request.rule,
        state: request.state.clone(),
        changes: Vec::new(),
    };
    let seen = request.state.last.map(|last| last.at);
    for sample in request.samples.iter().filter(|sample| Some(sample.at) > seen) {
        watch.pass(sample.at);
        watch.take(*sample);
    }
    watch.pass(request.now);
    Ok(Alerted {
        state: watch.state,
        changes: watch.changes,
    })
}

fn check(request: &AlertRequest) -> Result<()> {
    let mut reasons = Vec::new();
    let mut before = None;
    for (index, sample) in request.samples.iter().enumerate() {
        let place = format!("/samples/{index}/at");
        if before.is_some_and(|before| sample.at <= before) {
            let message = format!("`{}` is not after the sample before it", sample.at);
            reasons.push(Reason::new(Code::RequestConflict, &place, message));
        }
        if sample.at > request.now {
            let message = format!("`{}` is after `now`", sample.at);
            reasons.push(Reason::new(Code::RequestRange, &place, message));
        }
        before = Some(sample.at);
    }
    request.bounded_and(reasons)
}

struct Watch<'r> {
    rule: &'r AlertRule,
    state: AlertState,
    changes: Vec<AlertChange>,
}

impl Watch<'_> {
    /// Time passes with the last value unchanged: it may have been beyond for long enough.
    fn pass(&mut self, now: Instant) {
        let (Some(since), Some(last), None) = (self.state.beyond_since, self.state.last, self.state.open_since) else {
            return;
        };
        let ripe = since.plus_seconds(i64::from(self.rule.minutes).saturating_mul(60));
        if let Some(ripe) = ripe.filter(|ripe| *ripe <= now) {
            // A rule whose minutes were made fewer meanwhile opens no earlier than it was looked at.
            let at = ripe.max(last.at);
            self.state.open_since = Some(at);
            self.change(true, at, last.value);
        }
    }

    fn take(&mut self, sample: AlertSample) {
        self.state.last = Some(sample);
        if self.rule.is_beyond(sample.value) {
            self.state.beyond_since.get_or_insert(sample.at);
            return;
        }
        self.state.beyond_since = None;
        if let Some(open_since) = self.state.open_since.take() {
            // A sample that came late may be from before; nothing clears before it opened.
            self.change(false, sample.at.max(open_since), sample.value);
        }
    }

    fn change(&mut self, opened: bool, at: Instant, value: Decimal) {
        self.changes.push(AlertChange {
            opened,
            at,
            value,
            severity: self.rule.severity.clone(),
        });
    }
}

impl AlertRule {
    fn is_beyond(&self, value: Decimal) -> bool {
        match self.comparison {
            AlertComparison::Above => value > self.threshold,
            AlertComparison::AtLeast => value >= self.threshold,
            AlertComparison::Below => value < self.threshold,
            AlertComparison::AtMost => value <= self.threshold,
        }
    }
}
