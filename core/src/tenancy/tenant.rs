use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::access::{Access, AccessRules};
use super::{Scope, TenantId, TenantSettings};
use crate::Result;
use crate::form::{self, Family, Pointer};

/// A tenant and all its rules.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TenantDefinition {
    /// What it is known by.
    pub id: TenantId,
    /// What people call it.
    pub name: String,
    /// How it works.
    #[serde(default)]
    pub settings: TenantSettings,
    /// Who may do what, and what they see.
    #[serde(default)]
    pub access: AccessRules,
}

/// A tenant's rules, checked and compiled: who may, how much, and what is counted how.
///
/// ```
/// use ratebook::tenancy::{SettingsRequest, Tenant, TenantId};
/// # fn main() -> ratebook::Result<()> {
/// let tenant = Tenant::load(serde_json::json!({"id": "acme", "name": "Acme Travel"}))?;
/// assert!(tenant.settings(&SettingsRequest { tenant: TenantId::new("acme") }).is_ok());
/// let other = tenant.settings(&SettingsRequest { tenant: TenantId::new("globex") });
/// assert_eq!(other.unwrap_err().code().as_str(), "tenancy.wrong_tenant");
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
pub struct Tenant {
    definition: TenantDefinition,
    access: Access,
}

impl Tenant {
    /// Checks a definition and compiles it; every fault is reported at once.
    pub fn load(definition: Value) -> Result<Tenant> {
        let (definition, mut faults) = form::read_repaired::<TenantDefinition>(definition, Family::Definition)?;
        let access = Access::compile(&definition.access, &Pointer::root().join("access"), &mut faults);
        faults.finish(Tenant { definition, access })
    }

    /// What it was loaded from.
    pub fn definition(&self) -> &TenantDefinition {
        &self.definition
    }

    /// Who may do what, compiled: the fast way to ask.
    pub fn access(&self) -> &Access {
        &self.access
    }

    /// The scope of this tenant, for what is asked on its behalf; anybody else is refused.
    pub fn scope(&self, asked: &TenantId) -> Result<Scope<'_>> {
        let scope = Scope::of(&self.definition.id);
        scope.admit(asked, "/tenant").map(|()| scope)
    }
}
