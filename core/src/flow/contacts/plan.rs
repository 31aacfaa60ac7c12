use std::collections::BTreeMap;

use super::check;
use super::definition::{ContactPlanDefinition, ContactPreference, ContactRule};
use crate::Result;
use crate::expression::Expression;
use crate::fault::Faults;
use crate::time::{Clock, Instant, LookedUp, Zone, around, joined};

/// When whom is written to, checked and compiled.
///
/// ```
/// use ratebook::flow::{ContactPlan, ContactsDueRequest};
/// # fn main() -> ratebook::Result<()> {
/// let plan = ContactPlan::load(serde_json::json!({
///     "zone": "Europe/Berlin", "channels": ["email"],
///     "contacts": [{"id": "review", "purpose": "service", "channel": "email", "anchor": "trip_end", "days": [3]}],
/// }))?;
/// let request: ContactsDueRequest = serde_json::from_value(serde_json::json!({
///     "now": "2026-05-04T09:00:00+02:00",
///     "subjects": [{"id": "BK-1", "anchors": {"trip_end": "2026-05-01"}}],
/// })).unwrap_or_else(|_| unreachable!());
/// assert_eq!(plan.due(&request)?.send[0].key, "BK-1/review/2026-05-01+3d");
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
pub struct ContactPlan {
    pub(super) zone: Zone,
    pub(super) contacts: Vec<Planned>,
    pub(super) preferences: Vec<ContactPreference>,
    quiet_hours: Option<LookedUp>,
}

/// A contact and its condition, compiled.
#[derive(Clone, Debug)]
pub(super) struct Planned {
    pub(super) contact: ContactRule,
    pub(super) condition: Option<Expression>,
}

/// For how long the end of what is quiet is searched: ten years.
const MOST_SECONDS: i64 = 3_660 * 86_400;

/// Where what is quiet ends that begins at a moment or before, by one clock, as far as one question has come across it.
pub(super) type Quiet = BTreeMap<Instant, Instant>;

impl ContactPlan {
    pub(crate) fn checked(definition: ContactPlanDefinition, mut faults: Faults) -> Result<ContactPlan> {
        let conditions = check::check(&definition, &mut faults);
        let contacts = definition.contacts.into_iter().zip(conditions);
        faults.finish(ContactPlan {
            zone: definition.zone,
            contacts: contacts
                .map(|(contact, condition)| Planned { contact, condition })
                .collect(),
            preferences: definition.preferences,
            quiet_hours: definition.quiet_hours.map(LookedUp::new),
        })
    }

    /// The first moment from then on that is not quiet; none when it stays quiet for years. What many ask for is walked through
    /// once.
    pub(super) fn after_quiet(&self, instant: Instant, clock: &Clock, known: &mut Quiet) -> Option<Instant> {
        let Some(hours) = &self.quiet_hours else {
            return Some(instant);
        };
        let mut at = instant;
        let quiet = loop {
            let before = known.range(..=at).next_back().map(|(_, end)| *end);
            if let Some(end) = before.filter(|end| at < *end) {
                at = end;
            } else {
                let day = clock.day_of(at);
                let windows = around(day, day).days().flat_map(|day| hours.spans_on(day, clock));
                let spans = joined(windows.collect());
                match spans.iter().find(|span| span.start <= at && at < span.end) {
                    Some(quiet) => at = quiet.end,
                    None => break false,
                }
            }
            if at.microseconds_since(instant) > MOST_SECONDS * 1_000_000 {
                break true;
            }
        };
        if instant < at {
            known.insert(instant, at);
        }
        (!quiet).then_some(at)
    }
}
