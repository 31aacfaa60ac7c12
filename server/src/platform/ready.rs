//! Whether this server can be asked, for whoever spreads requests over several.

use axum::extract::State;
use ratebook::{Code, Reason};

use super::trace;
use crate::problem::Problem;
use crate::state::App;
use crate::store::Failure;

/// Answers once the database does, and every pack is the one by which its tables stand.
pub(super) async fn ready(State(app): State<App>) -> Result<&'static str, Problem> {
    match app.store.ready().await {
        Ok(()) => Ok("ready\n"),
        Err(failure @ (Failure::Outdated(_) | Failure::Busy(_))) => Err(failure.into()),
        Err(failure) => {
            trace::tell(&format!("not ready: {failure}"));
            let message = "the database does not answer";
            Err(Problem::of_reason(503, Reason::new(Code::EngineBusy, "", message)))
        }
    }
}
