//! Work that can be done again: where it crossed the way of others, so that one of them had to give way, it is.

use std::sync::Arc;
use std::time::Duration;

use uuid::Uuid;

use super::door::{Store, TenantTx};
use super::failure::Failure;
use super::opening::{Opens, Whose};
use super::work::Work;

/// How often work is done that gave way to others.
const MOST_TRIES: u32 = 4;

impl Store {
    /// Changes what a tenant has, by work that can be done again.
    pub async fn write_again<T, F>(&self, whose: impl Into<Whose>, work: F) -> Result<T, Failure>
    where
        T: Send + 'static,
        F: for<'c> Fn(TenantTx<'c>) -> Work<'c, T> + Send + Sync + 'static,
    {
        self.again((whose.into(), Opens::ToWrite), work).await
    }

    /// The same of so much that it may take a while, for which everybody waits who writes to a SQLite.
    pub(crate) async fn write_again_at_length<T, F>(&self, whose: impl Into<Whose>, work: F) -> Result<T, Failure>
    where
        T: Send + 'static,
        F: for<'c> Fn(TenantTx<'c>) -> Work<'c, T> + Send + Sync + 'static,
    {
        self.again((whose.into(), Opens::AtLength), work).await
    }

    async fn again<T, F>(&self, (whose, opens): (Whose, Opens), work: F) -> Result<T, Failure>
    where
        T: Send + 'static,
        F: for<'c> Fn(TenantTx<'c>) -> Work<'c, T> + Send + Sync + 'static,
    {
        let (work, mut tried) = (Arc::new(work), 1);
        loop {
            let own = Arc::clone(&work);
            match self.write_as(whose, opens, move |tx| own(tx)).await {
                Err(Failure::Crossed(_)) if tried < MOST_TRIES => tokio::time::sleep(pause(tried)).await,
                done => return done,
            }
            tried += 1;
        }
    }
}

/// How long whoever gave way waits before they try again: not as long as the others who did.
fn pause(tried: u32) -> Duration {
    let chance = Uuid::now_v7().as_bytes().last().copied().unwrap_or(0);
    Duration::from_millis(5) * tried + Duration::from_micros(80) * tried * u32::from(chance)
}
