use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::{Machine, MachineDefinition};
use crate::fault::Limits;
use crate::money::shortened;
use crate::{Code, Reason, Result};

/// The names of the machines that come with the engine.
pub(crate) fn shipped_names() -> impl Iterator<Item = &'static str> + Clone {
    SHIPPED.iter().map(|(name, _)| *name)
}

/// The machines that come with the engine are asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct MachinesRequest {
    /// Only the one of that name; all when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub name: Option<String>,
}

macro_rules! shipped {
    ($($name:literal)*) => {
        /// Name and text of every machine that comes with the engine.
        const SHIPPED: &[(&str, &str)] = &[$(($name, include_str!(concat!("shipped/", $name, ".toml"))),)*];
    };
}

shipped! {
    "alert"
    "appointment"
    "backup"
    "bill"
    "booking"
    "budget"
    "circuit_breaker"
    "client"
    "company"
    "data_request"
    "delivery"
    "deployment"
    "device"
    "dispute"
    "document"
    "email"
    "gateway_account"
    "hold"
    "integration"
    "invitation"
    "invoice"
    "itinerary"
    "job"
    "lead"
    "listing"
    "login"
    "notification"
    "payment"
    "payment_session"
    "payout"
    "policy_result"
    "query"
    "quote"
    "rate_list"
    "refund"
    "report"
    "restore"
    "review"
    "room_booking"
    "router_operation"
    "site"
    "speed_boost"
    "subscriber"
    "subscription"
    "tenant"
    "ticket"
    "workshop_invoice"
}

/// The machine of that name that comes with the engine.
pub fn shipped(name: &str) -> Result<Machine> {
    let found = SHIPPED.iter().find(|(own, _)| *own == name);
    let (_, text) = found.ok_or_else(|| {
        let names: Vec<&str> = SHIPPED.iter().map(|(own, _)| *own).collect();
        let message = format!(
            "no machine `{}` comes with the engine; there are {}",
            shortened(name),
            names.join(", ")
        );
        Reason::new(Code::RequestUnknown, "/name", message)
    })?;
    Machine::load_text(text.as_bytes())
}

impl MachinesRequest {
    /// The definitions of the machines that come with the engine, to be used as they are or changed.
    pub fn answer(self) -> Result<Vec<MachineDefinition>> {
        self.bounded()?;
        let wanted: Vec<&str> = match &self.name {
            Some(name) => vec![name],
            None => SHIPPED.iter().map(|(own, _)| *own).collect(),
        };
        wanted
            .into_iter()
            .map(|name| Ok(shipped(name)?.definition().clone()))
            .collect()
    }
}
