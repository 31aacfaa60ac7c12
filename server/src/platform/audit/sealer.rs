//! Seals what was written down and has committed, for as long as the server runs. Whoever writes knows nothing of it.

use std::time::Duration;

use uuid::Uuid;

use super::NOBODY;
use crate::platform::auth::written;
use crate::platform::trace;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{END, Failure, RowCells, TenantKey};

/// How often it looks for what was written just now.
const EVERY: Duration = Duration::from_millis(500);
/// How far back it looks then: as long as a request takes.
const RECENT: Duration = Duration::from_secs(10);
/// How often it looks further back, for whoever took longer or has a clock that is slow: every so many looks.
const LATER: u32 = 120;
/// How far back that is.
const LATE: Duration = Duration::from_secs(60 * 60);
/// How often it looks at everything: what committed while no server ran, and whatever took longer than an hour.
const WHOLE: Duration = Duration::from_secs(24 * 60 * 60);
/// How many entries it looks at together then.
const WINDOW: i64 = 10_000;
/// How many tenants it looks at together.
const TENANTS: i64 = 1_000;

/// Seals what is not sealed yet of what was written within so long; how many entries it were. What stands in the way of one tenant is told,
/// and the others are sealed.
pub async fn recent(app: &App, within: Duration) -> Result<u64, Failure> {
    let (since, mut sealed, mut after) = (ago(within), 0, NOBODY);
    sealed += one(app, NOBODY, (since, END)).await;
    loop {
        // Each is asked for its own first entry: no tenant's is looked for among those of all others.
        let behind = app.store.read_platform(move |mut tx| {
            Box::pin(async move {
                tx.ask(
                    "SELECT t.id, (SELECT a.id FROM audit a WHERE a.tenant_id = t.id AND a.id > $1 AND NOT EXISTS (SELECT 1 FROM audit_seals s \
                     WHERE s.tenant_id = a.tenant_id AND s.entry = a.id AND s.entry > $1) ORDER BY a.id LIMIT 1) FROM tenants t WHERE t.id > \
                     $2 ORDER BY t.id LIMIT $3",
                    &[Bound::Id(since), Bound::Id(after), Bound::Whole(TENANTS)],
                )
                .await
            })
        });
        let behind = behind.await?;
        for row in &behind {
            after = row.id(0)?.unwrap_or_default();
            if row.is_given(1)? {
                sealed += one(app, after, (since, END)).await;
            }
        }
        if i64::try_from(behind.len()).unwrap_or(TENANTS) < TENANTS {
            return Ok(sealed);
        }
    }
}

/// Seals all that is not sealed yet, whenever it was written; how many entries it were.
pub async fn everything(app: &App) -> Result<u64, Failure> {
    let (mut tenant, mut sealed) = (Some(NOBODY), 0);
    while let Some(own) = tenant {
        let mut after = Some([0; 16]);
        while let Some(from) = after {
            let until = window(app, own, from).await?;
            sealed += one(app, own, (from, until.unwrap_or(END))).await;
            after = until;
        }
        tenant = next(app, own).await?;
    }
    Ok(sealed)
}

/// Seals what is written, for as long as the server runs.
pub async fn watch(app: App) {
    tokio::join!(watch_recent(&app), watch_everything(&app));
}

async fn watch_recent(app: &App) {
    for look in (0..LATER).cycle() {
        let within = if look == 0 { LATE } else { RECENT };
        if let Err(failure) = recent(app, within).await {
            trace::tell(&format!("the audit: {failure}"));
        }
        tokio::time::sleep(EVERY).await;
    }
}

async fn watch_everything(app: &App) {
    loop {
        if let Err(failure) = everything(app).await {
            trace::tell(&format!("the whole audit: {failure}"));
        }
        tokio::time::sleep(WHOLE).await;
    }
}

async fn one(app: &App, tenant: TenantKey, part: ([u8; 16], [u8; 16])) -> u64 {
    match app.store.seal(tenant, part).await {
        Ok(sealed) => sealed,
        Err(failure) => {
            trace::tell(&format!("the audit of {}: {failure}", written(tenant)));
            0
        }
    }
}

/// Where so many entries of a tenant behind one end; nothing where there are fewer.
async fn window(app: &App, tenant: TenantKey, after: [u8; 16]) -> Result<Option<[u8; 16]>, Failure> {
    let text = "SELECT id FROM audit WHERE tenant_id = $1 AND id > $2 ORDER BY id LIMIT 1 OFFSET $3";
    let values = [Bound::Id(tenant), Bound::Id(after), Bound::Whole(WINDOW - 1)];
    first(app, text, values).await
}

/// The next tenant of which anything was written.
async fn next(app: &App, tenant: TenantKey) -> Result<Option<TenantKey>, Failure> {
    let text = "SELECT tenant_id FROM audit WHERE tenant_id > $1 ORDER BY tenant_id LIMIT 1";
    first(app, text, [Bound::Id(tenant)]).await
}

async fn first<const N: usize>(app: &App, text: &'static str, values: [Bound; N]) -> Result<Option<[u8; 16]>, Failure> {
    let rows = app
        .store
        .read_platform(move |mut tx| Box::pin(async move { tx.ask(text, &values).await }));
    let rows = rows.await?;
    Ok(rows.first().map(|row| row.id(0)).transpose()?.flatten())
}

/// Before every id that was made within so long: they begin with their millisecond.
fn ago(within: Duration) -> [u8; 16] {
    let own = Uuid::now_v7().as_u128() >> 80;
    (own.saturating_sub(within.as_millis()) << 80).to_be_bytes()
}
