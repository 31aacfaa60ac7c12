use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::{RetentionAction, RetentionRule};
use crate::fault::Limits;
use crate::money::shortened;
use crate::tenancy::{Tenant, TenantId};
use crate::time::{Day, Instant};
use crate::{Code, Error, Reason, Result};

/// What has been kept long enough?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RetentionRequest {
    /// On behalf of whom.
    pub tenant: TenantId,
    /// The moment; the day is that of the tenant's zone.
    pub now: Instant,
    /// What is kept.
    pub records: Vec<RetainedRecord>,
    /// Records under a legal hold, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("format" = "reference"))]
    pub held: Vec<String>,
    /// Classes under a legal hold as a whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("format" = "reference"))]
    pub held_classes: Vec<String>,
}

/// Something that is kept for a time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RetainedRecord {
    /// Which one.
    #[schemars(length(max = 200), extend("format" = "reference"))]
    pub id: String,
    /// Of which class.
    #[schemars(length(max = 100), extend("format" = "reference"))]
    pub class: String,
    /// The day from which its time counts: it was closed, paid, travelled.
    pub since: Day,
}

/// What is due of one class.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct RetentionClass {
    /// Which class.
    pub class: String,
    /// What is to be done with what is due.
    pub action: RetentionAction,
    /// What has been kept long enough.
    pub due: Vec<String>,
    /// What would be due, and is under a legal hold.
    pub held: Vec<String>,
    /// How many are not due yet.
    pub kept: u32,
}

impl Tenant {
    /// Tells of every class what has been kept long enough. A class without a rule is told as a fault: nothing is kept for
    /// ever because somebody forgot it.
    pub fn retention(&self, request: &RetentionRequest) -> Result<Vec<RetentionClass>> {
        request.bounded()?;
        let _ = self.scope(&request.tenant)?;
        let today = self.definition().settings.zone.day_of(request.now);
        let rules = &self.definition().privacy.retention;
        let mut classes: Vec<RetentionClass> = rules.iter().map(RetentionClass::of).collect();
        let mut reasons = Vec::new();
        let mut held: Vec<&str> = request.held.iter().map(String::as_str).collect();
        held.sort_unstable();
        let unknown = |class: &str, place: String| {
            let message = format!("there is no retention rule for the class `{}`", shortened(class));
            Reason::new(Code::RequestUnknown, place, message)
        };
        for (index, class) in request.held_classes.iter().enumerate() {
            if !rules.iter().any(|rule| rule.class == *class) {
                reasons.push(unknown(class, format!("/held_classes/{index}")));
            }
        }
        for (index, record) in request.records.iter().enumerate() {
            let mut both = rules.iter().zip(&mut classes);
            let Some((rule, class)) = both.find(|(rule, _)| rule.class == record.class) else {
                reasons.push(unknown(&record.class, format!("/records/{index}/class")));
                continue;
            };
            let under_hold = held.binary_search(&record.id.as_str()).is_ok();
            if rule.ends(record.since).is_none_or(|end| today < end) {
                class.kept = class.kept.saturating_add(1);
            } else if under_hold || request.held_classes.contains(&record.class) {
                class.held.push(record.id.clone());
            } else {
                class.due.push(record.id.clone());
            }
        }
        Error::unless_empty(reasons).map(|()| classes)
    }
}

impl RetentionRule {
    /// The first day on which it need no longer be kept; none within the years there are.
    fn ends(&self, since: Day) -> Option<Day> {
        let months = since.plus_months(i32::try_from(self.keep_months).ok()?)?;
        months.plus(i32::try_from(self.keep_days).ok()?)
    }
}

impl RetentionClass {
    fn of(rule: &RetentionRule) -> RetentionClass {
        RetentionClass {
            class: rule.class.clone(),
            action: rule.action,
            due: Vec::new(),
            held: Vec::new(),
            kept: 0,
        }
    }
}
