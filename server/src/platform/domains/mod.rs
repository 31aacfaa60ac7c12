//! Domains of tenants' own: a tenant says which one it wants, writes a text into its DNS that nobody else can write there, and has the domain
//! from when that is found. It is looked for again each day, and a domain whose proof has been gone for a week is taken away.

/// Claims, and which of them.
macro_rules! claims {
    ($which:literal) => {
        concat!(
            "SELECT tenant_id, domain, token, claimed_at, proven_at, looked_at, lost_at FROM domain_claims WHERE ",
            $which
        )
    };
}

mod again;
mod dns;
mod routes;

use ratebook::time::Instant;
use serde_json::{Value, json};

pub use again::look_again;
pub use dns::Dns;
pub(super) use routes::routes;

use super::audit::{self, Happened, Own};
use crate::store::sql::Bound;
use crate::store::{AnyRow, Failure, PlatformTx, RowCells, TenantKey};

/// Below which name of a domain its proof stands.
const BELOW: &str = "_ratebook";

/// A domain that a tenant says is its own.
#[derive(Clone, Debug)]
struct Claim {
    tenant: TenantKey,
    domain: String,
    token: String,
    claimed_at: i64,
    proven_at: Option<i64>,
    looked_at: Option<i64>,
    /// Since when the proof has not been found any more.
    lost_at: Option<i64>,
}

impl Claim {
    fn read(row: &AnyRow) -> Result<Claim, Failure> {
        Ok(Claim {
            tenant: row.id(0)?.unwrap_or_default(),
            domain: row.text(1)?.unwrap_or_default().to_owned(),
            token: row.text(2)?.unwrap_or_default().to_owned(),
            claimed_at: row.whole(3)?.unwrap_or(0),
            proven_at: row.whole(4)?,
            looked_at: row.whole(5)?,
            lost_at: row.whole(6)?,
        })
    }

    /// Where its proof has to stand.
    fn name(&self) -> String {
        format!("{BELOW}.{}", self.domain)
    }

    /// What has to stand there.
    fn text(&self) -> String {
        format!("ratebook={}", self.token)
    }

    fn told(&self) -> Value {
        let moment = |at: Option<i64>| at.and_then(Instant::from_microseconds);
        json!({
            "domain": self.domain,
            "state": if self.proven_at.is_some() { "proven" } else { "claimed" },
            "record": {"type": "TXT", "name": self.name(), "value": self.text()},
            "claimed_at": moment(Some(self.claimed_at)),
            "proven_at": moment(self.proven_at),
            "looked_at": moment(self.looked_at),
            "lost_at": moment(self.lost_at),
        })
    }
}

/// Gives a tenant a domain, or takes it away, and writes it down. Whoever changes a tenant holds its row until the end.
pub(super) async fn give(
    tx: &mut PlatformTx<'_>,
    (tenant, actor, now): (TenantKey, &str, i64),
    domain: Option<&str>,
) -> Result<(), Failure> {
    tx.tell(
        "UPDATE tenants SET version = version + 1 WHERE id = $1",
        &[Bound::Id(tenant)],
    )
    .await?;
    let rows = tx
        .ask("SELECT domain FROM tenants WHERE id = $1", &[Bound::Id(tenant)])
        .await?;
    let before = rows.first().map(|row| row.text(0)).transpose()?.flatten();
    if before == domain {
        return Ok(());
    }
    let changes = json!([{"field": "domain", "before": before, "after": domain}]);
    // `updated_at` is since when it has its state.
    tx.tell(
        "UPDATE tenants SET domain = $2 WHERE id = $1",
        &[Bound::Id(tenant), Bound::text(domain)],
    )
    .await?;
    let happened = Happened {
        at: now,
        tenant,
        actor: actor.to_owned(),
        entity: Own::Tenant,
        action: "domain_changed",
        record: tenant,
        changes,
    };
    audit::keep(tx, happened).await
}
