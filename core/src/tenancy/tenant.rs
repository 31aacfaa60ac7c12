use std::collections::BTreeMap;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::access::{Access, AccessRules};
use super::budgets::{self, Budget};
use super::fields::{CompiledFields, EntityFields};
use super::flags::{FlagRules, Flags};
use super::limits::{AddressRule, Addresses, LockoutRule, Lockouts, RateLimitRule, RateLimits};
use super::numbers::{NumberFormat, Numbers};
use super::policies::{CompiledPolicies, Policies};
use super::privacy::{CompiledPrivacy, Privacy};
use super::quotas::{QuotaRule, Quotas};
use super::{Scope, TenantBrand, TenantId, TenantSettings, TenantStatus, address, naming, standing};
use crate::fault::{Faults, Limits, Pointer, bytes};
use crate::time::Instant;
use crate::{Code, Reason, Result};

/// A tenant and all its rules.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct TenantDefinition {
    /// What it is known by.
    pub id: TenantId,
    /// What people call it.
    #[schemars(extend("format" = "name"))]
    pub name: String,
    /// Its part of the platform's address, such as `acme` of `acme.example.com`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "text"))]
    pub subdomain: Option<String>,
    /// Domains of its own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 100), extend("format" = "text"))]
    pub domains: Vec<String>,
    /// Where it is in its life.
    #[serde(default)]
    pub status: TenantStatus,
    /// Since when it is there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status_since: Option<Instant>,
    /// How it works.
    #[serde(default)]
    pub settings: TenantSettings,
    /// How it looks and writes to people.
    #[serde(default)]
    pub brand: TenantBrand,
    /// Who may do what, and what they see.
    #[serde(default)]
    pub access: AccessRules,
    /// Features by name, and when they are on.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend("format" = "name"))]
    pub flags: BTreeMap<String, FlagRules>,
    /// How often things may be done, beside and instead of what is shipped.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 200))]
    pub rate_limits: Vec<RateLimitRule>,
    /// How many failures lock, beside and instead of what is shipped.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 200))]
    pub lockouts: Vec<LockoutRule>,
    /// Which addresses pass.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 10_000))]
    pub addresses: Vec<AddressRule>,
    /// What there is only so much of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 200))]
    pub quotas: Vec<QuotaRule>,
    /// How numbers are written.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 200))]
    pub numbers: Vec<NumberFormat>,
    /// What changes must keep to.
    #[serde(default)]
    pub policies: Policies,
    /// What may be spent.
    #[serde(default)]
    #[schemars(length(max = 1000))]
    pub budgets: Vec<Budget>,
    /// The fields and tags it adds, by kind of thing.
    #[serde(default)]
    #[schemars(extend("format" = "name"))]
    pub fields: BTreeMap<String, EntityFields>,
    /// What is known of people.
    #[serde(default)]
    pub privacy: Privacy,
}

/// A tenant's rules, checked and compiled: who may, how much, and what is counted how.
///
/// ```
/// use ratebook::tenancy::{SettingsRequest, Tenant, TenantId};
/// # fn main() -> ratebook::Result<()> {
/// let tenant = Tenant::load(serde_json::json!({"id": "acme", "name": "Acme Travel"}))?;
/// assert!(tenant.settings(&SettingsRequest::new(TenantId::new("acme"))).is_ok());
/// let other = tenant.settings(&SettingsRequest::new(TenantId::new("globex")));
/// assert_eq!(other.unwrap_err().code().as_str(), "tenancy.wrong_tenant");
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
pub struct Tenant {
    definition: TenantDefinition,
    access: Access,
    flags: Flags,
    pub(super) rate_limits: RateLimits,
    pub(super) lockouts: Lockouts,
    pub(super) addresses: Addresses,
    pub(super) quotas: Quotas,
    pub(super) numbers: Numbers,
    policies: CompiledPolicies,
    fields: CompiledFields,
    privacy: CompiledPrivacy,
}

impl Tenant {
    pub(crate) fn checked(definition: TenantDefinition, mut faults: Faults) -> Result<Tenant> {
        let root = Pointer::root();
        definition.check(&root, &mut faults);
        let at = |part: &str| root.join(part);
        let access = Access::compile(&definition.access, &definition.id, &at("access"), &mut faults);
        budgets::check(&definition.budgets, &at("budgets"), &mut faults);
        let tenant = Tenant {
            flags: Flags::compile(&definition.flags, &access, &definition.id, &at("flags"), &mut faults),
            access,
            rate_limits: RateLimits::compile(&definition.rate_limits, &at("rate_limits"), &mut faults),
            lockouts: Lockouts::compile(&definition.lockouts, &at("lockouts"), &mut faults),
            addresses: Addresses::compile(&definition.addresses, &at("addresses"), &mut faults),
            quotas: Quotas::compile(&definition.quotas, &at("quotas"), &mut faults),
            numbers: Numbers::compile(&definition.numbers, &at("numbers"), &mut faults),
            policies: CompiledPolicies::compile(&definition.policies, &at("policies"), &mut faults),
            fields: CompiledFields::compile(&definition.fields, &at("fields"), &mut faults),
            privacy: CompiledPrivacy::compile(&definition.privacy, &at("privacy"), &mut faults),
            definition,
        };
        faults.finish(tenant)
    }

    /// What it was loaded from.
    pub fn definition(&self) -> &TenantDefinition {
        &self.definition
    }

    /// Who may do what, compiled: the fast way to ask.
    pub fn access(&self) -> &Access {
        &self.access
    }

    /// The features, compiled: the fast way to ask.
    pub fn features(&self) -> &Flags {
        &self.flags
    }

    pub(super) fn compiled_policies(&self) -> &CompiledPolicies {
        &self.policies
    }

    pub(super) fn compiled_fields(&self) -> &CompiledFields {
        &self.fields
    }

    pub(super) fn compiled_privacy(&self) -> &CompiledPrivacy {
        &self.privacy
    }

    /// The scope of this tenant, for what is asked on its behalf; anybody else is refused.
    pub fn scope(&self, asked: &TenantId) -> Result<Scope<'_>> {
        let scope = Scope::of(&self.definition.id);
        scope.admit(asked, "/tenant").map(|()| scope)
    }
}

impl TenantDefinition {
    fn check(&self, root: &Pointer, faults: &mut Faults) {
        for (name, text, most) in [("id", self.id.as_str(), 100), ("name", &self.name, 200)] {
            naming::check(text, &root.join(name), faults);
            if let Some(message) = bytes(&format!("the {name}"), text, most) {
                faults.add(Reason::new(Code::DefinitionRange, root.join(name), message));
            }
        }
        address::check(self.subdomain.as_deref(), &self.domains, root, faults);
        standing::check(self, root, faults);
        self.settings.check(&root.join("settings"), faults);
        self.brand.check(&root.join("brand"), faults);
    }
}
