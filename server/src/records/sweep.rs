//! What is kept for a while and no longer: the answers that are told again to whoever asks again by the same key, the values of
//! fields that tenants have removed, files that no record names, and what tenants had that are deleted for good.

use std::time::Duration;

use crate::platform::{self, clear_removed, erase_deleted, files, jobs, read_only, trace};
use crate::state::App;
use crate::store::Failure;
use crate::store::sql::Bound;

/// How often the worker looks.
const EVERY: Duration = Duration::from_secs(10 * 60);
/// How many answers are removed in one transaction.
const BATCH: u32 = 500;
/// How many transactions one look takes at most: others write in between, and the next look goes on.
const BATCHES: u32 = 200;
const HOUR: i64 = 3_600 * 1_000_000;

/// Removes answers that are older than they have to be kept, the oldest first; how many it were.
pub async fn old_answers(app: &App) -> Result<u64, Failure> {
    let before = app.now().microseconds() - i64::from(app.answers_kept_hours) * HOUR;
    let mut removed = 0;
    for _ in 0..BATCHES {
        let batch = app.store.platform(move |mut tx| {
            Box::pin(async move {
                tx.tell(
                    "DELETE FROM idempotency WHERE (tenant_id, account_id, key) IN (SELECT tenant_id, account_id, key FROM idempotency \
                     WHERE created_at < $1 ORDER BY created_at LIMIT $2)",
                    &[Bound::Whole(before), Bound::Whole(BATCH.into())],
                )
                .await
            })
        });
        let batch = batch.await?;
        removed += batch;
        if batch < u64::from(BATCH) {
            break;
        }
    }
    Ok(removed)
}

/// Removes what was done by itself long ago; how much it were.
pub async fn finished(app: &App) -> Result<u64, Failure> {
    let mut removed = 0;
    for _ in 0..BATCHES {
        let batch = jobs::sweep(app, BATCH.into()).await?;
        removed += batch;
        if batch == 0 {
            break;
        }
    }
    Ok(removed)
}

/// Removes what records have in fields that their tenant has removed; how many values it were.
pub async fn removed_fields(app: &App) -> Result<u64, Failure> {
    clear_removed(app, (BATCH.into(), BATCHES)).await
}

/// Erases what tenants had that are deleted for good, so many rows in each of so many transactions for each of them; how many rows it were.
pub async fn deleted_tenants(app: &App, (batch, batches): (u32, u32)) -> Result<u64, Failure> {
    erase_deleted(app, (batch.into(), batches)).await
}

/// Deletes sandboxes whose time is over; how many it were.
pub async fn sandboxes(app: &App) -> Result<u64, Failure> {
    platform::sandboxes::expire(app).await
}

/// Removes files that no record has named for a day; how many it were.
pub async fn unnamed_files(app: &App) -> Result<u64, Failure> {
    files::sweep::unnamed(app, (BATCH, BATCHES)).await
}

/// Removes what has grown old, for as long as the server runs.
pub async fn watch(app: App) {
    loop {
        // What cannot be found out is as when nothing is changed.
        if read_only::waits(&app).await.unwrap_or(true) {
            tokio::time::sleep(EVERY).await;
            continue;
        }
        if let Err(failure) = old_answers(&app).await {
            trace::tell(&format!("answers that are kept: {failure}"));
        }
        if let Err(failure) = finished(&app).await {
            trace::tell(&format!("what was done: {failure}"));
        }
        if let Err(failure) = removed_fields(&app).await {
            trace::tell(&format!("fields that were removed: {failure}"));
        }
        if let Err(failure) = unnamed_files(&app).await {
            trace::tell(&format!("files that no record names: {failure}"));
        }
        if let Err(failure) = app.limits().forget().await {
            trace::tell(&format!("how often was asked: {failure}"));
        }
        if let Err(failure) = platform::prove_again(&app).await {
            trace::tell(&format!("domains of tenants: {failure}"));
        }
        if let Err(failure) = sandboxes(&app).await {
            trace::tell(&format!("sandboxes whose time is over: {failure}"));
        }
        if let Err(failure) = deleted_tenants(&app, (BATCH, BATCHES)).await {
            trace::tell(&format!("tenants that are deleted for good: {failure}"));
        }
        tokio::time::sleep(EVERY).await;
    }
}
