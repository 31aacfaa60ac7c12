//! Whether this server can be asked, for whoever spreads requests over several.

use std::time::Duration;

use axum::extract::State;
use ratebook::{Code, Reason};
use tokio::time;

use super::trace;
use crate::problem::Problem;
use crate::state::App;
use crate::store::Failure;

/// Whoever looks whether a server can be asked waits no longer for its database.
const PATIENCE: Duration = Duration::from_secs(5);

/// Answers once the database does, and every pack is the one by which its tables stand.
pub(super) async fn ready(State(app): State<App>) -> Result<&'static str, Problem> {
    let looked = time::timeout(PATIENCE, app.store.ready()).await;
    match looked.unwrap_or_else(|_| Err(Failure::Away("it has not answered in time".to_owned()))) {
        Ok(()) => Ok("ready\n"),
        Err(failure @ (Failure::Outdated(_) | Failure::Busy(_))) => Err(failure.into()),
        Err(failure) => {
            trace::tell(&format!("not ready: {failure}"));
            let message = "the database does not answer";
            Err(Problem::of_reason(503, Reason::new(Code::EngineBusy, "", message)))
        }
    }
}
