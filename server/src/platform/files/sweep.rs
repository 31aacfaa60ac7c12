//! Files that no record names are kept for a day, and those of a tenant for as long as it has anything.

use super::Named;
use crate::platform::trace;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{Failure, RowCells, TenantKey};

const DAY: i64 = 24 * 3_600 * 1_000_000;

/// Removes files that no record has named for a day, the oldest first; how many it were. A file that cannot be removed stays told of, and is tried
/// again. From the moment on in which one is about to go, no record names it any more.
pub async fn unnamed(app: &App, (batch, batches): (u32, u32)) -> Result<u64, Failure> {
    let Some(place) = &app.files.place else {
        return Ok(0);
    };
    let now = app.now().microseconds();
    let seen = app.store.platform(move |mut tx| {
        Box::pin(async move {
            let seen = "UPDATE files SET unnamed_at = $1 WHERE uses = 0 AND unnamed_at IS NULL";
            tx.tell(seen, &[Bound::Whole(now)]).await
        })
    });
    seen.await?;
    let mut removed = 0;
    for _ in 0..batches {
        let going = app.store.platform(move |mut tx| {
            Box::pin(async move {
                let values = [Bound::Whole(now - DAY), Bound::Whole(batch.into())];
                let found = "UPDATE files SET state = 'going' WHERE (tenant_id, id) IN (SELECT tenant_id, id FROM files WHERE uses = 0 AND \
                             unnamed_at < $1 ORDER BY unnamed_at LIMIT $2) AND uses = 0 RETURNING tenant_id, id";
                tx.ask(found, &values).await
            })
        });
        let going = going.await?;
        let mut gone = 0;
        for row in &going {
            let named = Named {
                tenant: row.id(0)?.unwrap_or_default(),
                id: row.id(1)?.unwrap_or_default(),
            };
            if let Err(failure) = place.remove(named).await {
                trace::tell(&format!("a file that no record names: {failure}"));
                continue;
            }
            let row = app.store.platform(move |mut tx| {
                Box::pin(async move {
                    let row = "DELETE FROM files WHERE tenant_id = $1 AND id = $2 AND state = 'going'";
                    tx.tell(row, &[Bound::Id(named.tenant), Bound::Id(named.id)]).await
                })
            });
            gone += row.await?;
        }
        removed += gone;
        // What could not be removed would be found again at once.
        if gone < u64::from(batch) {
            break;
        }
    }
    Ok(removed)
}

/// Removes the files of a tenant that is deleted for good, so many at most; whether none is left. Where no place is set, no file of it lies.
pub(crate) async fn of_deleted(app: &App, tenant: TenantKey, most: usize) -> Result<bool, Failure> {
    match &app.files.place {
        Some(place) => place.erase(tenant, most).await,
        None => {
            let rows = app.store.read_platform(move |mut tx| {
                Box::pin(async move {
                    let any = "SELECT id FROM files WHERE tenant_id = $1 LIMIT 1";
                    tx.ask(any, &[Bound::Id(tenant)]).await
                })
            });
            // Rows alone are not erased, for nobody would know of the bytes any more.
            Ok(rows.await?.is_empty())
        }
    }
}
