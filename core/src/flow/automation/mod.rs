//! What is done by itself: rules that act when something happens, deliveries that are tried again, alerts that open and clear.

mod alert;
mod check;
mod definition;
mod retry;
mod run;
mod walk;

pub use alert::{AlertChange, AlertComparison, AlertRequest, AlertRule, AlertSample, AlertState, Alerted, alert};
pub use definition::{
    Automation, AutomationAction, AutomationDefinition, AutomationEffect, AutomationEvent, AutomationField,
    AutomationRule, AutomationSetField, AutomationStatusChange, AutomationTrigger,
};
pub use retry::{NextAttempt, RetryOver, RetryPolicy, RetryRequest, retry};
pub(crate) use run::Happened;
pub use run::{AutomationRequest, AutomationRuleRun, AutomationRun, AutomationSkip, AutomationSkipWhy};
