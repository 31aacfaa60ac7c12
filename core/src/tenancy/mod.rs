//! Who may, and how much?

pub mod access;
mod scope;
mod settings;
mod tenant;

pub use scope::{Scope, Scoped, TenantId, Tenanted};
pub use settings::{SettingsRequest, TenantSettings};
pub use tenant::{Tenant, TenantDefinition};
