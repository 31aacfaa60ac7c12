use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Tenant, TenantId};
use crate::Result;
use crate::money::Currency;
use crate::time::Zone;

/// How a tenant works: each setting has a default.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct TenantSettings {
    /// The zone of its clock.
    pub zone: Zone,
    /// The currency of its books.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<Currency>,
}

impl Default for TenantSettings {
    fn default() -> Self {
        TenantSettings {
            zone: Zone::UTC,
            currency: None,
        }
    }
}

/// A tenant's settings are asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SettingsRequest {
    /// On behalf of whom.
    pub tenant: TenantId,
}

impl Tenant {
    /// The tenant's settings, defaults included.
    pub fn settings(&self, request: &SettingsRequest) -> Result<TenantSettings> {
        let _ = self.scope(&request.tenant)?;
        Ok(self.definition().settings.clone())
    }
}
