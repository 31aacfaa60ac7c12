//! Sign-ins that take several steps: each step is held once, for a while, for one purpose, and in the browser in which it began.

use axum::http::{HeaderMap, header};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::Value;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use super::random;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{Failure, PlatformTx, RowCells, json};

/// A step as it is kept.
#[derive(Clone, Debug)]
pub(super) struct Step {
    /// What the cookie of the browser says in which it began; nothing where it did not begin in one.
    pub(super) browser: Option<String>,
    /// Whose it is, where that is known.
    pub(super) account: Option<[u8; 16]>,
    /// What is known so far.
    pub(super) told: Value,
}

/// What a step is, and for how many seconds it is held.
#[derive(Clone, Copy, Debug)]
pub(super) struct Purpose(pub(super) &'static str, pub(super) i64);

/// A text of 256 bits of chance.
pub(super) fn secret() -> Result<String, Failure> {
    Ok(URL_SAFE_NO_PAD.encode(random()?))
}

fn hash(secret: &str) -> Vec<u8> {
    Sha256::digest(secret).to_vec()
}

impl Step {
    /// Keeps it under a secret, of which the hash alone is kept.
    pub(super) async fn keep(
        &self,
        tx: &mut PlatformTx<'_>,
        (purpose, secret): (Purpose, &str),
        now: i64,
    ) -> Result<(), Failure> {
        let old = [Bound::Whole(now)];
        tx.tell("DELETE FROM sign_in_steps WHERE expires_at <= $1", &old)
            .await?;
        let values = [
            Bound::Bytes(hash(secret)),
            Bound::Text(purpose.0.to_owned()),
            Bound::Bytes(self.browser.as_deref().map(hash).unwrap_or_default()),
            Bound::id(self.account),
            Bound::Text(json::text(&self.told)?),
            Bound::Whole(now + purpose.1 * 1_000_000),
        ];
        tx.tell(
            "INSERT INTO sign_in_steps (hash, purpose, browser, account_id, told, expires_at) VALUES ($1, $2, $3, $4, $5, $6)",
            &values,
        )
        .await?;
        Ok(())
    }

    /// Takes it: of several who come with its secret at once, one finds it there. Nothing where it is not held, or in another browser.
    pub(super) async fn taken(
        tx: &mut PlatformTx<'_>,
        (purpose, secret): (Purpose, &str),
        browser: Option<&str>,
        now: i64,
    ) -> Result<Option<Step>, Failure> {
        let of = Bound::Bytes(hash(secret));
        let values = [of.clone(), Bound::Text(purpose.0.to_owned()), Bound::Whole(now)];
        let rows = tx
            .ask(
                "SELECT browser, account_id, told FROM sign_in_steps WHERE hash = $1 AND purpose = $2 AND expires_at > $3",
                &values,
            )
            .await?;
        let Some(row) = rows.first() else {
            return Ok(None);
        };
        let kept = row.bytes(0)?.unwrap_or_default();
        let is_same = kept.is_empty() || browser.is_some_and(|given| kept.ct_eq(&hash(given)).into());
        let step = Step {
            browser: browser.map(str::to_owned),
            account: row.id(1)?,
            told: json::read(row.text(2)?.unwrap_or_default().as_bytes())?,
        };
        let gone = tx.tell("DELETE FROM sign_in_steps WHERE hash = $1", &[of]).await?;
        Ok(Some(step).filter(|_| is_same && gone == 1))
    }
}

/// Lets go of every step of an account, since what opens it is another by now.
pub(super) async fn forget(tx: &mut PlatformTx<'_>, account: [u8; 16]) -> Result<(), Failure> {
    let of = [Bound::Id(account)];
    tx.tell("DELETE FROM sign_in_steps WHERE account_id = $1", &of).await?;
    Ok(())
}

/// The cookie that tells browsers apart: of this host alone and over TLS, where people come by TLS. It says nothing of anybody, and
/// no request is believed by it alone.
fn cookie(app: &App) -> (&'static str, &'static str) {
    match app.public_url().is_some_and(|url| url.starts_with("https://")) {
        true => ("__Host-ratebook-sign-in", "; Secure"),
        false => ("ratebook-sign-in", ""),
    }
}

/// What a browser is told to keep while somebody signs in, or, without a secret, to forget.
pub(super) fn kept_in_browser(app: &App, secret: Option<&str>, seconds: i64) -> String {
    let (name, secure) = cookie(app);
    let (secret, seconds) = secret.map_or(("", 0), |secret| (secret, seconds));
    format!("{name}={secret}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}")
}

/// What the browser of a request keeps.
pub(super) fn of_browser(app: &App, headers: &HeaderMap) -> Option<String> {
    let (name, _) = cookie(app);
    let texts = headers.get_all(header::COOKIE).iter();
    let mut pairs = texts
        .filter_map(|text| text.to_str().ok())
        .flat_map(|text| text.split(';'))
        .filter_map(|pair| pair.trim().split_once('='));
    let found = pairs.find(|(own, _)| *own == name);
    found.map(|(_, value)| value.to_owned())
}
