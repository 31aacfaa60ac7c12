//! What becomes of tenants that were deleted: they are kept for as long as they can be restored, and what they had is erased afterwards.

use ratebook::tenancy::{StandingRequest, Tenant, TenantId, TenantStatus};
use ratebook::time::Instant;
use serde_json::json;

use super::audit::{self, Happened, Own};
use super::auth::written;
use super::files;
use super::tenants::delete_for_good;
use super::trace;
use crate::came::ENGINE;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{AnyRow, Failure, RowCells, TenantKey};

/// How many tenants are looked at together.
const TENANTS: i64 = 100;

/// A tenant that was deleted, and has something still.
struct Gone {
    id: TenantKey,
    pack: String,
    /// Whether the days are over for which it is kept.
    is_due: bool,
    is_deleted: bool,
}

/// Erases what tenants have whose days are over: so many rows in each of at most so many transactions for each of them; how many rows
/// it were. What stands in the way of one is told, and the others are erased.
pub(crate) async fn erase_deleted(app: &App, (batch, most): (i64, u32)) -> Result<u64, Failure> {
    let (now, mut erased, mut after) = (app.now(), 0, [0; 16]);
    loop {
        let rows = app.store.read_platform(move |mut tx| {
            Box::pin(async move {
                tx.ask(
                    "SELECT id, name, pack, state, updated_at FROM tenants WHERE id > $1 AND erased_at IS NULL AND state IN ('deleting', \
                     'deleted') ORDER BY id LIMIT $2",
                    &[Bound::Id(after), Bound::Whole(TENANTS)],
                )
                .await
            })
        });
        let rows = rows.await?;
        for row in &rows {
            after = row.id(0)?.unwrap_or_default();
            match erase_one(app, row, now, (batch, most)).await {
                Ok(rows) => erased += rows,
                Err(failure) => trace::tell(&format!("the deleted tenant {}: {failure}", written(after))),
            }
        }
        if i64::try_from(rows.len()).unwrap_or(TENANTS) < TENANTS {
            return Ok(erased);
        }
    }
}

async fn erase_one(app: &App, row: &AnyRow, now: Instant, pieces: (i64, u32)) -> Result<u64, Failure> {
    let gone = gone(row, now)?;
    if !gone.is_due {
        return Ok(0);
    }
    erase(app, gone, pieces).await
}

fn gone(row: &AnyRow, now: Instant) -> Result<Gone, Failure> {
    let state = row.text(3)?.unwrap_or_default();
    let since = row.whole(4)?.and_then(Instant::from_microseconds);
    let definition = json!({"id": "tenant", "name": row.text(1)?, "status": state, "status_since": since});
    let standing = Tenant::load(definition)?.standing(&StandingRequest::new(TenantId::new("tenant"), now))?;
    let is_deleted = standing.status == TenantStatus::Deleted;
    Ok(Gone {
        id: row.id(0)?.unwrap_or_default(),
        pack: row.text(2)?.unwrap_or_default().to_owned(),
        is_due: is_deleted || standing.next.contains(&TenantStatus::Deleted),
        is_deleted,
    })
}

/// Erases one; where its pack is not served here, another server does.
async fn erase(app: &App, gone: Gone, (batch, most): (i64, u32)) -> Result<u64, Failure> {
    let (id, now) = (gone.id, app.now());
    let Some(pack) = app.packs.get(&gone.pack) else {
        return Ok(0);
    };
    if !gone.is_deleted {
        let deleted = app
            .store
            .platform(move |mut tx| Box::pin(async move { delete_for_good(&mut tx, id, now).await }));
        deleted.await?;
        app.auth().standings.tenant_changed();
    }
    // As long as bytes lie somewhere, the rows tell of them.
    let files = usize::try_from(batch.saturating_mul(most.into())).unwrap_or(usize::MAX);
    if !files::sweep::of_deleted(app, id, files).await? {
        return Ok(0);
    }
    let erased = app.store.erase(pack, id, (batch, most)).await?;
    if erased.whole {
        let told = app.store.platform(move |mut tx| {
            Box::pin(async move {
                let values = [Bound::Id(id), Bound::Whole(now.microseconds())];
                let marked = tx.tell(
                    "UPDATE tenants SET erased_at = $2, domain = NULL WHERE id = $1 AND erased_at IS NULL",
                    &values,
                );
                if marked.await? == 0 {
                    return Ok(());
                }
                // In whose place operators were, and why.
                tx.tell("DELETE FROM sessions WHERE within = $1", &[Bound::Id(id)])
                    .await?;
                let happened = Happened {
                    at: now.microseconds(),
                    tenant: id,
                    actor: ENGINE.to_owned(),
                    entity: Own::Tenant,
                    action: "erased",
                    record: id,
                    changes: json!([]),
                };
                audit::keep(&mut tx, happened).await
            })
        });
        told.await?;
    }
    Ok(erased.rows)
}
