//! What is kept of a booking that is cancelled, and what goes back: tiers by the time before the start, by component.

mod check;
mod deadlines;
mod definition;
mod fee;
mod terms;

pub use deadlines::{CancellationDeadlines, CancellationDeadlinesRequest, CancellationStep};
pub use definition::{
    CancellationDeadline, CancellationFee, CancellationGrace, CancellationPolicyDefinition, CancellationTerms,
    CancellationTier, DaysBefore, NightsFee,
};
pub use fee::{
    CancellableBooking, CancellableComponent, CancellationLine, CancellationLineKind, CancellationRequest,
    CancellationSettlement, CancelledBy,
};

use crate::Result;
use crate::fault::Faults;
use terms::Terms;

/// A cancellation policy, checked.
///
/// ```
/// use ratebook::rates::cancellation::{CancellationPolicy, CancellationRequest};
/// use serde_json::{from_value, json};
/// let policy = CancellationPolicy::load(json!({
///     "name": "Flexible", "zone": "Europe/Madrid",
///     "tiers": [{"name": "free", "deadline": {"hours_before": 24}, "fee": {"percent": "0"}}],
///     "late": {"percent": "50"},
/// }))?;
/// let request: CancellationRequest = from_value(json!({
///     "at": "2026-06-12T12:00:00+02:00",
///     "booking": {"start": "2026-06-12T18:00:00+02:00", "currency": "EUR", "paid": "80.00",
///                 "components": [{"name": "hall", "total": "80.00"}]},
/// })).expect("a request");
/// let answer = policy.fee(&request)?;
/// assert_eq!((answer.fee.to_string(), answer.refund.to_string()), ("40.00".to_owned(), "40.00".to_owned()));
/// # Ok::<(), ratebook::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct CancellationPolicy {
    definition: CancellationPolicyDefinition,
    /// Those of the whole, and behind them those of the kinds in the order of their names.
    terms: Vec<Terms>,
}

impl CancellationPolicy {
    pub(crate) fn checked(definition: CancellationPolicyDefinition, mut faults: Faults) -> Result<CancellationPolicy> {
        check::check(&definition, &mut faults);
        let definition = faults.finish(definition)?;
        let terms = Terms::of(&definition);
        Ok(CancellationPolicy { definition, terms })
    }

    /// The definition it was loaded from.
    pub fn definition(&self) -> &CancellationPolicyDefinition {
        &self.definition
    }
}
