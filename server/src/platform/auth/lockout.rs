//! What stands against guessing: the engine's lockout, counted by e-mail, whether there is such an account or not.

use std::sync::LazyLock;

use ratebook::tenancy::{LockoutEvent, LockoutRequest, Tenant, TenantId};
use ratebook::time::Instant;
use ratebook::{Code, Error, Reason};
use serde_json::json;

use crate::store::json;
use crate::store::sql::Bound;
use crate::store::{Failure, PlatformTx, RowCells};

/// The rule of those that the engine comes with.
const RULE: &str = "login";
/// What is as old is forgotten by the rule as well.
const KEPT_MICROSECONDS: i64 = 3 * 86_400 * 1_000_000;

/// The rules of the platform itself, which are those that every tenant begins with.
static PLATFORM: LazyLock<ratebook::Result<Tenant>> =
    LazyLock::new(|| Tenant::load(json!({"id": "platform", "name": "Platform"})));

/// Counts what happened to an e-mail; a refusal when it is locked. Whoever asks holds the row until the transaction ends, so that
/// guesses at once are counted one after the other.
pub(super) async fn happened(
    tx: &mut PlatformTx<'_>,
    email: &str,
    event: LockoutEvent,
    now: Instant,
) -> Result<Option<Error>, Failure> {
    let of = Bound::Text(email.to_owned());
    let at = Bound::Whole(now.microseconds());
    tx.tell(
        "INSERT INTO sign_in_failures (email, state, updated_at) VALUES ($1, '', $2) \
         ON CONFLICT (email) DO UPDATE SET updated_at = $2",
        &[of.clone(), at.clone()],
    )
    .await?;
    let rows = tx
        .ask(
            "SELECT state FROM sign_in_failures WHERE email = $1",
            std::slice::from_ref(&of),
        )
        .await?;
    let state = rows.first().map(|row| row.text(0)).transpose()?.flatten();
    let tenant = PLATFORM.as_ref().map_err(|error| Failure::from(error.clone()))?;
    let mut request = LockoutRequest::new(TenantId::new("platform"), RULE, now, event);
    request.state = state.and_then(|state| serde_json::from_str(state).ok());
    let answer = tenant.lockout(&request)?;
    if event == LockoutEvent::Success && !answer.locked {
        tx.tell("DELETE FROM sign_in_failures WHERE email = $1", &[of]).await?;
        let old = Bound::Whole(now.microseconds() - KEPT_MICROSECONDS);
        tx.tell("DELETE FROM sign_in_failures WHERE updated_at < $1", &[old])
            .await?;
        return Ok(None);
    }
    let state = json::text(&answer.state)?;
    tx.tell(
        "UPDATE sign_in_failures SET state = $2, updated_at = $3 WHERE email = $1",
        &[of, Bound::Text(state), at],
    )
    .await?;
    Ok(answer.locked.then(|| refusal(answer.retry_after_seconds)))
}

/// The same for every e-mail: when to try again, and nothing else.
fn refusal(seconds: i64) -> Error {
    let message = format!("too many attempts to sign in; try again in {seconds} seconds");
    let reason = Reason::new(Code::TenancyLocked, "", message);
    reason.with("lockout", RULE).with("retry_after_seconds", seconds).into()
}
