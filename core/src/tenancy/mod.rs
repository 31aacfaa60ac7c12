//! Who may, and how much?

pub mod access;
mod address;
mod brand;
mod contrast;
pub mod flags;
mod scope;
mod settings;
mod shelf;
mod standing;
mod tenant;

pub use address::{SlugRequest, slug};
pub use brand::{BrandColour, BrandLogo, TenantBrand};
pub use scope::{Scope, Scoped, TenantId, Tenanted};
pub use settings::{SettingsRequest, SignInRules, TenantSettings};
pub use shelf::Shelf;
pub use standing::{StandingRequest, TenantStanding, TenantStatus};
pub use tenant::{Tenant, TenantDefinition};
