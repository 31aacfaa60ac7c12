use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::JsonSchema;
use crate::fault::{Faults, Limits, Place};
use crate::money::shortened;
use crate::{Code, Reason, Result};

/// Whose something is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(transparent)]
#[schemars(inline)]
pub struct TenantId(#[schemars(length(min = 1, max = 100), extend("format" = "name"))] String);

impl TenantId {
    /// The tenant of that id.
    pub fn new(id: impl Into<String>) -> Self {
        TenantId(id.into())
    }

    /// Its text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for TenantId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// The tenant on whose behalf something is done: the only key to what is [`Scoped`] or stands on a
/// [`Shelf`](super::Shelf). It is given by [`Tenant::scope`](super::Tenant::scope) alone, so that whoever has one has
/// loaded that tenant's rules and named it.
///
/// ```compile_fail
/// # use ratebook::tenancy::{Scope, TenantId};
/// fn forged(tenant: &TenantId) -> Scope<'_> {
///     Scope { tenant }
/// }
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Scope<'t> {
    tenant: &'t TenantId,
}

impl<'t> Scope<'t> {
    pub(super) fn of(tenant: &'t TenantId) -> Self {
        Scope { tenant }
    }

    /// Whose it is.
    pub fn tenant(self) -> &'t TenantId {
        self.tenant
    }

    /// Refuses what is another tenant's, before anything of it is read.
    pub fn admit(self, tenant: &TenantId, place: &str) -> Result<()> {
        if tenant == self.tenant {
            return Ok(());
        }
        let message = format!(
            "this belongs to the tenant `{}`, not to `{}`",
            shortened(tenant.as_str()),
            shortened(self.tenant.as_str())
        );
        Err(Reason::new(Code::TenancyWrongTenant, place, message).into())
    }
}

/// What says itself whose it is.
pub trait Tenanted {
    /// Its tenant.
    fn tenant(&self) -> &TenantId;
}

/// Something that belongs to a tenant and cannot be looked at without that tenant's [`Scope`]. On the wire it is what it
/// holds: a host keeps it as such, and what it keeps comes back as `Scoped`.
#[derive(Clone, PartialEq)]
pub struct Scoped<T>(T);

impl<T: Tenanted> Scoped<T> {
    /// Keeps a value from everybody but its tenant.
    pub fn new(value: T) -> Self {
        Scoped(value)
    }

    /// The value, for its own tenant.
    ///
    /// ```compile_fail
    /// # use ratebook::tenancy::{Scoped, Tenanted};
    /// fn peek<T: Tenanted>(kept: &Scoped<T>) -> &T {
    ///     &kept.0 // there is no other way in
    /// }
    /// ```
    pub fn within(&self, scope: Scope<'_>, place: &str) -> Result<&T> {
        scope.admit(self.0.tenant(), place).map(|()| &self.0)
    }

    /// The value by itself, for its own tenant.
    pub fn into_within(self, scope: Scope<'_>, place: &str) -> Result<T> {
        scope.admit(self.0.tenant(), place).map(|()| self.0)
    }
}

/// Says whose it is, and nothing more: what is kept apart is not to be read in a log either.
impl<T: Tenanted> fmt::Debug for Scoped<T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Scoped({})", self.0.tenant())
    }
}

impl<T: Serialize> Serialize for Scoped<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Scoped<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(Scoped)
    }
}

impl<T: Limits> Limits for Scoped<T> {
    const NAME: &'static str = T::NAME;

    fn limits(&self, at: &Place<'_>, faults: &mut Faults) {
        self.0.limits(at, faults);
    }
    fn mend(&mut self) {
        self.0.mend();
    }
}

#[cfg(feature = "schemas")]
impl<T: schemars::JsonSchema> schemars::JsonSchema for Scoped<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        T::schema_name()
    }
    fn schema_id() -> std::borrow::Cow<'static, str> {
        T::schema_id()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        T::json_schema(generator)
    }
}
