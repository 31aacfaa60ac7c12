//! Sessions: what a sign-in begins, a token renews once each, and a revocation ends.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ratebook::{Code, Reason};
use serde_json::json;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{SESSION_SECONDS, random, written};
use crate::platform::accounts::ACTIVE;
use crate::platform::audit::{self, Happened, NOBODY, Own};
use crate::store::sql::Bound;
use crate::store::{Failure, PlatformTx, RowCells, TenantKey};

/// What a token that renews begins with, so that it is known where it was left lying.
const MARK: &str = "rbr_";
/// A session that is over is kept so long, so that a token of it is still known as spent.
const KEPT_MICROSECONDS: i64 = 30 * 86_400 * 1_000_000;

/// A session, and the token that renews it next.
#[derive(Debug)]
pub(super) struct Opened {
    pub(super) account: [u8; 16],
    pub(super) session: [u8; 16],
    pub(super) token: String,
    /// When it ends whatever is done, where it does; in microseconds since 1970.
    pub(super) ends_at: Option<i64>,
    /// When whoever is signed in has last shown that it is them.
    pub(super) shown_at: Option<i64>,
}

/// Somebody who runs the installation, in the place of the one whose session it is.
#[derive(Clone, Debug)]
pub(super) struct Instead {
    pub(super) operator: [u8; 16],
    /// The session in which they do so: it ends with that.
    pub(super) session: [u8; 16],
    pub(super) tenant: TenantKey,
    pub(super) reason: String,
    pub(super) ends_at: i64,
}

/// What became of a token that renews.
#[derive(Debug)]
pub(super) enum Renewal {
    /// The session goes on.
    Renewed(Opened),
    /// The token had been used before: the session of that account is over.
    Reused([u8; 16]),
    /// It was ours, and its session is over.
    Over,
    /// There is nothing that it renews.
    Unknown,
}

/// A token, and the hash of it that is kept.
fn token() -> Result<(String, Bound), Failure> {
    let token = format!("{MARK}{}", URL_SAFE_NO_PAD.encode(random()?));
    let hash = hash(&token);
    Ok((token, hash))
}

fn hash(token: &str) -> Bound {
    Bound::Bytes(Sha256::digest(token).to_vec())
}

fn ends(now: i64) -> Bound {
    Bound::Whole(now + SESSION_SECONDS * 1_000_000)
}

/// Somebody has signed in.
pub(super) async fn open(
    tx: &mut PlatformTx<'_>,
    account: [u8; 16],
    agent: String,
    now: i64,
) -> Result<Opened, Failure> {
    let opened = begin(tx, account, agent, None, now).await?;
    happened(tx, account, opened.session, "sign_in", now).await?;
    Ok(opened)
}

/// Somebody who runs the installation takes the place of another.
pub(super) async fn open_instead(
    tx: &mut PlatformTx<'_>,
    account: [u8; 16],
    agent: String,
    instead: Instead,
    now: i64,
) -> Result<Opened, Failure> {
    let opened = begin(tx, account, agent, Some(&instead), now).await?;
    let changes = json!([
        {"field": "account", "after": written(account)},
        {"field": "reason", "after": instead.reason},
    ]);
    let happened = Happened {
        at: now,
        tenant: instead.tenant,
        actor: written(instead.operator),
        entity: Own::Session,
        action: "impersonated",
        record: opened.session,
        changes,
    };
    audit::keep(tx, happened).await?;
    Ok(opened)
}

async fn begin(
    tx: &mut PlatformTx<'_>,
    account: [u8; 16],
    agent: String,
    instead: Option<&Instead>,
    now: i64,
) -> Result<Opened, Failure> {
    let old = [Bound::Id(account), Bound::Whole(now - KEPT_MICROSECONDS)];
    tx.tell("DELETE FROM sessions WHERE account_id = $1 AND expires_at < $2", &old)
        .await?;
    let session = Uuid::now_v7().into_bytes();
    let (token, hash) = token()?;
    let ends_at = instead.map(|instead| instead.ends_at);
    // Who takes somebody's place has shown nothing of theirs.
    let shown_at = instead.is_none().then_some(now);
    let values = [
        Bound::Id(session),
        Bound::Id(account),
        hash,
        Bound::Text(agent),
        Bound::Whole(now),
        ends_at.map_or_else(|| ends(now), Bound::Whole),
        Bound::id(instead.map(|instead| instead.operator)),
        Bound::text(instead.map(|instead| instead.reason.as_str())),
        Bound::id(instead.map(|instead| instead.tenant)),
        Bound::id(instead.map(|instead| instead.session)),
        Bound::whole(shown_at),
    ];
    tx.tell(
        "INSERT INTO sessions (id, account_id, token, agent, created_at, used_at, expires_at, operator_id, reason, within, begun_in, shown_at) \
         VALUES ($1, $2, $3, $4, $5, $5, $6, $7, $8, $9, $10, $11)",
        &values,
    )
    .await?;
    Ok(Opened {
        account,
        session,
        token,
        ends_at,
        shown_at,
    })
}

/// Takes a token and gives the next. One that was taken before ends its session: it is in two hands, and who has it rightly signs in
/// again.
pub(super) async fn renew(tx: &mut PlatformTx<'_>, given: &str, now: i64) -> Result<Renewal, Failure> {
    let old = hash(given);
    let (token, new) = token()?;
    let values = [old.clone(), new.clone(), Bound::Whole(now), ends(now)];
    let renewed = tx
        .tell(
            "UPDATE sessions SET token = $2, used_at = $3, expires_at = CASE WHEN operator_id IS NULL THEN $4 ELSE expires_at END \
             WHERE token = $1 AND revoked_at IS NULL AND expires_at > $3",
            &values,
        )
        .await?;
    if renewed == 0 {
        return spent(tx, old, now).await;
    }
    let rows = tx
        .ask(
            "SELECT s.id, s.account_id, a.state, s.operator_id, s.expires_at, s.shown_at FROM sessions s \
             JOIN accounts a ON a.id = s.account_id WHERE s.token = $1",
            &[new],
        )
        .await?;
    let Some(row) = rows.first() else {
        return Ok(Renewal::Unknown);
    };
    let (session, account) = (row.id(0)?.unwrap_or_default(), row.id(1)?.unwrap_or_default());
    if row.text(2)? != Some(ACTIVE) {
        revoke(tx, account, session, now).await?;
        return Ok(Renewal::Over);
    }
    tx.tell(
        "INSERT INTO spent_tokens (token, session_id, spent_at) VALUES ($1, $2, $3)",
        &[old, Bound::Id(session), Bound::Whole(now)],
    )
    .await?;
    let ends_at = row.id(3)?.map(|_| row.whole(4)).transpose()?.flatten();
    Ok(Renewal::Renewed(Opened {
        account,
        session,
        token,
        ends_at,
        shown_at: row.whole(5)?,
    }))
}

async fn spent(tx: &mut PlatformTx<'_>, token: Bound, now: i64) -> Result<Renewal, Failure> {
    let rows = tx
        .ask(
            "SELECT s.id, s.account_id FROM spent_tokens t JOIN sessions s ON s.id = t.session_id WHERE t.token = $1",
            std::slice::from_ref(&token),
        )
        .await?;
    let Some(row) = rows.first() else {
        // Whoever comes back after a while guesses nothing.
        let own = tx.ask("SELECT id FROM sessions WHERE token = $1", &[token]).await?;
        return Ok(if own.is_empty() {
            Renewal::Unknown
        } else {
            Renewal::Over
        });
    };
    let (session, account) = (row.id(0)?.unwrap_or_default(), row.id(1)?.unwrap_or_default());
    if revoke(tx, account, session, now).await? {
        happened(tx, account, session, "token_reused", now).await?;
    }
    Ok(Renewal::Reused(account))
}

/// Whoever is signed in has shown once more that it is them.
pub(super) async fn shown(
    tx: &mut PlatformTx<'_>,
    account: [u8; 16],
    session: [u8; 16],
    now: i64,
) -> Result<(), Failure> {
    tx.tell(
        "UPDATE sessions SET shown_at = $3 WHERE id = $1 AND account_id = $2",
        &[Bound::Id(session), Bound::Id(account), Bound::Whole(now)],
    )
    .await?;
    happened(tx, account, session, "shown_again", now).await
}

/// Refuses whoever's session is over by now.
pub(super) async fn lasts(
    tx: &mut PlatformTx<'_>,
    account: [u8; 16],
    session: [u8; 16],
    now: i64,
) -> Result<(), Failure> {
    let values = [
        Bound::Id(session),
        Bound::Id(account),
        Bound::Whole(now),
        Bound::Text(ACTIVE.to_owned()),
    ];
    let rows = tx
        .ask(
            "SELECT s.id FROM sessions s JOIN accounts a ON a.id = s.account_id \
             WHERE s.id = $1 AND s.account_id = $2 AND s.revoked_at IS NULL AND s.expires_at > $3 AND a.state = $4",
            &values,
        )
        .await?;
    if rows.is_empty() {
        let message = "the session is over; sign in again";
        return Err(Reason::new(Code::TenancyNotSignedIn, "", message).into());
    }
    Ok(())
}

/// Ends a session of an account; whether it had not been ended before.
pub(super) async fn revoke(
    tx: &mut PlatformTx<'_>,
    account: [u8; 16],
    session: [u8; 16],
    now: i64,
) -> Result<bool, Failure> {
    let values = [Bound::Id(session), Bound::Id(account), Bound::Whole(now)];
    let ended = tx
        .tell(
            "UPDATE sessions SET revoked_at = $3 WHERE id = $1 AND account_id = $2 AND revoked_at IS NULL",
            &values,
        )
        .await?;
    if ended == 1 {
        happened(tx, account, session, "sign_out", now).await?;
    }
    Ok(ended == 1)
}

/// Ends every session of an account but one, since what opens them is another by now; and with them what was begun in them.
pub(super) async fn revoke_others(
    tx: &mut PlatformTx<'_>,
    account: [u8; 16],
    (but, why): ([u8; 16], &'static str),
    now: i64,
) -> Result<(), Failure> {
    let values = [Bound::Id(but), Bound::Id(account), Bound::Whole(now)];
    tx.tell(
        "UPDATE sessions SET revoked_at = $3 WHERE account_id = $2 AND id <> $1 AND revoked_at IS NULL",
        &values,
    )
    .await?;
    happened(tx, account, but, why, now).await
}

/// Ends every session of an account, and what was begun in them.
pub(super) async fn revoke_all(tx: &mut PlatformTx<'_>, account: [u8; 16], now: i64) -> Result<(), Failure> {
    tx.tell(
        "UPDATE sessions SET revoked_at = $2 WHERE account_id = $1 AND revoked_at IS NULL",
        &[Bound::Id(account), Bound::Whole(now)],
    )
    .await?;
    Ok(())
}

async fn happened(
    tx: &mut PlatformTx<'_>,
    account: [u8; 16],
    session: [u8; 16],
    action: &'static str,
    at: i64,
) -> Result<(), Failure> {
    let happened = Happened {
        at,
        tenant: NOBODY,
        actor: written(account),
        entity: Own::Session,
        action,
        record: session,
        changes: json!([]),
    };
    audit::keep(tx, happened).await
}
