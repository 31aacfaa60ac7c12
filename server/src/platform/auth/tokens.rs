//! Access tokens: a JWT signed with Ed25519, and nothing else that a JWT might be.

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::{Signature, Signer};
use moka::sync::Cache;
use serde::{Deserialize, Serialize};
use serde_json::json;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::sessions::Opened;
use super::{ACCESS_SECONDS, not_signed_in, written};
use crate::limits::{self, Suspicion};
use crate::problem::Problem;
use crate::state::App;
use crate::store::Failure;

/// No token of ours is longer.
const MOST_BYTES: usize = 1_024;
/// As many verified ones are remembered.
const MOST_KEPT: u64 = 100_000;
/// The clocks of two servers differ by so much at most.
const LEEWAY_SECONDS: i64 = 60;

/// What a token says.
#[derive(Debug, Serialize, Deserialize)]
struct Claims {
    iss: String,
    /// The account.
    sub: String,
    /// The session.
    sid: String,
    jti: String,
    iat: i64,
    exp: i64,
    /// When they have last shown that it is them.
    #[serde(skip_serializing_if = "Option::is_none")]
    auth_time: Option<i64>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    alg: String,
    kid: String,
    typ: Option<String>,
}

/// Whose token it is, as far as the token says.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Verified {
    pub(crate) account: [u8; 16],
    pub(crate) session: [u8; 16],
    expires_at: i64,
}

impl Verified {
    /// Refuses it once it has run out, to whoever has stayed on the line with it.
    pub(super) fn still_holds(&self, app: &App) -> Result<(), Problem> {
        match app.now().seconds() < self.expires_at {
            true => Ok(()),
            false => Err(not_signed_in(
                "the access token has run out; refresh it, and come again",
            )),
        }
    }
}

/// Issues tokens and checks them. One that was checked is remembered by its hash, so that a client's next request costs no curve.
#[derive(Debug)]
pub(crate) struct Tokens {
    issuer: String,
    verified: Cache<[u8; 32], Verified>,
}

impl Tokens {
    pub(crate) fn new(issuer: String) -> Tokens {
        let life = Duration::from_secs(ACCESS_SECONDS.unsigned_abs());
        let verified = Cache::builder().max_capacity(MOST_KEPT).time_to_live(life).build();
        Tokens { issuer, verified }
    }

    /// A new token of a session, and for how many seconds it holds: never longer than the session does.
    pub(super) async fn issue(&self, app: &App, of: &Opened) -> Result<(String, i64), Failure> {
        let keys = app.auth().keys.current(app).await?;
        let signing = keys.signing()?;
        let now = app.now().seconds();
        let left = of.ends_at.map(|ends| ends / 1_000_000 - now);
        let holds = left.map_or(ACCESS_SECONDS, |left| left.clamp(0, ACCESS_SECONDS));
        let claims = Claims {
            iss: self.issuer.clone(),
            sub: written(of.account),
            sid: written(of.session),
            jti: Uuid::new_v4().to_string(),
            iat: now,
            exp: now + holds,
            auth_time: of.shown_at.map(|shown| shown / 1_000_000),
        };
        let header = json!({"alg": "EdDSA", "typ": "JWT", "kid": signing.id});
        let part = |value: String| URL_SAFE_NO_PAD.encode(value);
        let body = format!("{}.{}", part(header.to_string()), part(json!(claims).to_string()));
        let signature = signing.key.sign(body.as_bytes());
        let token = format!("{body}.{}", URL_SAFE_NO_PAD.encode(signature.to_bytes()));
        Ok((token, holds))
    }

    /// Whose token it is; a refusal that tells nothing more when it is not ours, not whole, or has run out.
    pub(crate) async fn verify(&self, app: &App, token: &str) -> Result<Verified, Problem> {
        let refused = || not_signed_in("the access token does not hold, or has run out; refresh it or sign in again");
        let forged = || {
            limits::suspects(Suspicion::secret(token));
            refused()
        };
        if token.len() > MOST_BYTES {
            return Err(forged());
        }
        let hash: [u8; 32] = Sha256::digest(token).into();
        let now = app.now().seconds();
        if let Some(known) = self.verified.get(&hash) {
            return if now < known.expires_at {
                Ok(known)
            } else {
                Err(refused())
            };
        }
        let Some((header, body, signature)) = parts(token) else {
            return Err(forged());
        };
        let keys = app.auth().keys.with(app, &header.kid).await?;
        let Some(key) = keys.key(&header.kid) else {
            // A key goes once all that it has signed has run out: such a token opens nothing, whoever signed it.
            return Err(if has_run_out(body, now) { refused() } else { forged() });
        };
        if key.verify_strict(body.as_bytes(), &signature).is_err() {
            return Err(forged());
        }
        let verified = self.claimed(body, now).ok_or_else(refused)?;
        self.verified.insert(hash, verified);
        Ok(verified)
    }

    /// What a body says that we have signed.
    fn claimed(&self, body: &str, now: i64) -> Option<Verified> {
        let claims = claims_of(body)?;
        let id = |text: &str| Some(Uuid::parse_str(text).ok()?.into_bytes());
        let verified = Verified {
            account: id(&claims.sub)?,
            session: id(&claims.sid)?,
            expires_at: claims.exp,
        };
        let holds = claims.iss == self.issuer && now < claims.exp && claims.iat <= now + LEEWAY_SECONDS;
        holds.then_some(verified)
    }
}

fn claims_of(body: &str) -> Option<Claims> {
    let (_, claims) = body.split_once('.')?;
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(claims).ok()?).ok()
}

/// Whether a token has run out by its own word.
fn has_run_out(body: &str, now: i64) -> bool {
    claims_of(body).is_some_and(|claims| claims.exp <= now)
}

/// The header, what is signed, and the signature; nothing of what is no token of ours.
fn parts(token: &str) -> Option<(Header, &str, Signature)> {
    let (body, signature) = token.rsplit_once('.')?;
    let (header, _) = body.split_once('.')?;
    let header: Header = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(header).ok()?).ok()?;
    let plain = header.alg == "EdDSA" && header.typ.as_deref().is_none_or(|kind| kind == "JWT");
    let signature = URL_SAFE_NO_PAD.decode(signature).ok()?;
    let signature = Signature::from_slice(&signature).ok()?;
    plain.then_some((header, body, signature))
}
