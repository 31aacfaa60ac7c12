//! Who asks, of which tenant, and what they may.

use std::sync::Arc;

use ratebook::records::Pack;
use ratebook::tenancy::access::{AccessActor, Holder};
use ratebook::time::Zone;

use crate::store::TenantKey;

/// Somebody in a tenant, with what they may there: what every route of records begins with.
#[derive(Clone, Debug)]
pub struct Caller {
    /// The tenant.
    pub tenant: TenantKey,
    /// The pack by which it works.
    pub pack: Arc<Pack>,
    /// By whose clock its days begin.
    pub zone: Zone,
    /// Who.
    pub actor: AccessActor,
    /// What they may.
    pub holder: Arc<Holder>,
}

impl axum::extract::FromRequestParts<crate::state::App> for Caller {
    type Rejection = crate::problem::Problem;

    async fn from_request_parts(
        parts: &mut axum::http::request::Parts,
        _: &crate::state::App,
    ) -> Result<Caller, crate::problem::Problem> {
        let found = parts.extensions.get::<Caller>().cloned();
        found.ok_or_else(|| crate::problem::Problem::not_found("nobody"))
    }
}
