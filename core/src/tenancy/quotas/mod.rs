//! How much of something is left, and who holds it.

mod ledger;
mod rules;

pub use rules::{MAX_QUOTA, QuotaFigures, QuotaRule};

pub(super) use rules::Quotas;
pub(crate) use rules::check_quotas;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::limits::same_rule;
use super::naming::named;
use super::{Scoped, Tenant, TenantId, Tenanted};
use crate::fault::Limits;
use crate::time::{Day, Instant};
use crate::{Code, Reason, Result};
use ledger::Ledger;

/// Something is to be taken, held or given back, or is only asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct QuotaRequest {
    /// On behalf of whom.
    pub tenant: TenantId,
    /// The quota's name.
    #[schemars(extend("format" = "reference"))]
    pub quota: String,
    /// What is to be done.
    pub action: QuotaAction,
    /// The moment.
    pub now: Instant,
    /// The tenant's plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub plan: Option<String>,
    /// How much.
    #[serde(default = "one")]
    #[schemars(range(min = 1, max = 9_007_199_254_740_991_i64))]
    pub amount: i64,
    /// By which name it is known, so that the same request again changes nothing. A reservation needs one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = 200), extend("format" = "name"))]
    pub key: Option<String>,
    /// Until when a reservation holds, and a key is known; the key of what was taken is otherwise known as long as it counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Instant>,
    /// What the last answer gave; nothing yet when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<Scoped<QuotaState>>,
}

fn one() -> i64 {
    1
}

/// What is done with a quota.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum QuotaAction {
    /// Only asks whether so much could be taken.
    Check,
    /// Takes it at once.
    Take,
    /// Gives back what was taken.
    GiveBack,
    /// Holds it under a key until a moment: nobody else gets it.
    Reserve,
    /// Takes what is held.
    Commit,
    /// Lets go of what is held.
    Release,
}

/// What is kept of a quota.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct QuotaState {
    /// Whose it is.
    pub tenant: TenantId,
    /// The quota's name.
    #[schemars(extend("format" = "reference"))]
    pub quota: String,
    /// The first day of the period that is counted.
    #[serde(default)]
    pub period: Option<Day>,
    /// How much is taken.
    #[schemars(range(min = 0, max = 9_007_199_254_740_991_i64))]
    pub used: i64,
    /// The percentages that are exceeded and were told.
    #[serde(default)]
    #[schemars(length(max = 20))]
    pub warned: Vec<u16>,
    /// What is known by a key.
    #[serde(default)]
    #[schemars(length(max = 10_000))]
    pub entries: Vec<QuotaEntry>,
}

impl Tenanted for QuotaState {
    fn tenant(&self) -> &TenantId {
        &self.tenant
    }
}

/// What was held or taken under a key.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct QuotaEntry {
    /// The key.
    #[schemars(extend("format" = "reference"))]
    pub key: String,
    /// How much.
    #[schemars(range(min = 0, max = 9_007_199_254_740_991_i64))]
    pub amount: i64,
    /// Whether it is taken; otherwise it is held.
    pub taken: bool,
    /// In which period it was taken, where there are periods.
    #[serde(default)]
    pub period: Option<Day>,
    /// Until when it is held, or its key is known.
    #[serde(default)]
    pub expires_at: Option<Instant>,
}

/// Whether it was done, and how much there is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct QuotaAnswer {
    /// Whether it was done, or could be.
    pub allowed: bool,
    /// Why not.
    pub reasons: Vec<Reason>,
    /// How much is taken now.
    pub used: i64,
    /// How much is held beside that.
    pub held: i64,
    /// The figures that hold.
    pub figures: QuotaFigures,
    /// How much can still be taken; no end when none.
    pub remaining: Option<i64>,
    /// How much more than the soft figure is taken.
    pub overage: i64,
    /// The percentages that were crossed just now; each crossing is told once.
    pub warnings: Vec<u16>,
    /// When the next period begins.
    pub resets_at: Option<Instant>,
    /// The state to keep.
    pub state: Scoped<QuotaState>,
}

#[cfg(feature = "server")]
impl Tenant {
    /// Takes, holds or gives back some of a quota: what is held and taken is never more than the hard figure.
    pub fn quota(&self, request: &QuotaRequest) -> Result<QuotaAnswer> {
        let scope = self.scope(&request.tenant)?;
        let state = match &request.state {
            Some(state) => state.within(scope, "/state/tenant")?.clone(),
            None => QuotaState {
                tenant: request.tenant.clone(),
                quota: request.quota.clone(),
                period: None,
                used: 0,
                warned: Vec::new(),
                entries: Vec::new(),
            },
        };
        let rule = named(self.quotas.get(&request.quota), "quota", &request.quota, "/quota")?;
        same_rule(&state.quota, &rule.name, "/state/quota")?;
        request.bounded_and(faults(request))?;
        let zone = &self.definition().settings.zone;
        let figures = rule.figures(request.plan.as_deref());
        let mut ledger = Ledger::open(state, rule, figures, request.now, zone);
        let refused = ledger.act(request)?;
        Ok(ledger.close(refused, zone))
    }
}

fn faults(request: &QuotaRequest) -> Vec<Reason> {
    let QuotaRequest { action, now, .. } = request;
    let mut faults = Vec::new();
    let needs_key = matches!(
        action,
        QuotaAction::Reserve | QuotaAction::Commit | QuotaAction::Release
    );
    if needs_key && request.key.is_none() {
        let message = "a reservation needs a key";
        faults.push(Reason::new(Code::RequestMissing, "/key", message));
    }
    match request.expires_at {
        None if *action == QuotaAction::Reserve => {
            let message = "a reservation needs an end; give `expires_at`";
            faults.push(Reason::new(Code::RequestMissing, "/expires_at", message));
        }
        Some(expires) if expires <= *now => {
            let message = format!("it would have expired already, at {expires}");
            faults.push(Reason::new(Code::RequestRange, "/expires_at", message));
        }
        _ => {}
    }
    if !(1..=MAX_QUOTA).contains(&request.amount) {
        let message = format!("an amount is a whole number from 1 to {MAX_QUOTA}");
        faults.push(Reason::new(Code::RequestRange, "/amount", message));
    }
    faults
}
