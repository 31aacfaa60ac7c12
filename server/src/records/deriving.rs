//! What a version of a pack makes otherwise of records that were there before, and what is left of it to be made.

use std::time::Duration;

use crate::platform::{read_only, trace};
use crate::state::App;
use crate::store::Failure;

/// How often it is looked whether anything is left.
const EVERY: Duration = Duration::from_secs(1);

/// Makes what is left, for as long as the server runs.
pub async fn watch(app: App) {
    loop {
        // In a task of its own, so that a defect ends one look and not the watch.
        let own = app.clone();
        let made = tokio::spawn(async move { derive_some(&own).await });
        match made.await {
            // There may be more at once; whoever waits to write comes first.
            Ok(Ok(Some(_))) => tokio::task::yield_now().await,
            Ok(Ok(None)) => tokio::time::sleep(EVERY).await,
            Ok(Err(failure)) => {
                trace::tell(&format!("what is left of an upgrade: {failure}"));
                tokio::time::sleep(EVERY).await;
            }
            Err(error) => {
                trace::tell(&format!("what is left of an upgrade: {error}"));
                tokio::time::sleep(EVERY).await;
            }
        }
    }
}

/// Makes some of what is left; of how many records, nothing where none is left or nothing is changed just now.
pub async fn derive_some(app: &App) -> Result<Option<u64>, Failure> {
    // A tenant that comes from elsewhere may bring something that is left of it.
    if !app.store.leaves_something() {
        app.store.look_what_is_left().await?;
    }
    if !app.store.leaves_something() || read_only::waits(app).await? {
        return Ok(None);
    }
    let made = app.store.derive_some(&app.packs, app.now()).await;
    app.store.look_what_is_left().await?;
    made
}
