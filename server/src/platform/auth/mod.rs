//! Signing in: passwords, sessions that are renewed, access tokens that are signed, and what stands against guessing.

pub(crate) mod impersonation;
pub(crate) mod keys;
pub(crate) mod links;
mod lockout;
pub(crate) mod mailed;
pub(crate) mod oidc;
pub(crate) mod passkeys;
pub(crate) mod password;
pub(crate) mod profile;
mod public_key;
pub(crate) mod register;
pub(crate) mod rescue;
pub(crate) mod routes;
pub(crate) mod second_factor;
mod sessions;
pub(crate) mod shown;
mod steps;
mod tokens;

use std::fmt;

use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use ratebook::{Code, Reason};
use uuid::Uuid;

pub(crate) use keys::Keys;
pub use oidc::Providers;
pub use password::Effort;
pub(crate) use password::{Hashing, Password};
pub use register::Registration;
pub(crate) use tokens::{Tokens, Verified};

use super::standing::Standings;
use crate::problem::Problem;
use crate::state::App;
use crate::store::Failure;

/// An access token holds for so long.
pub const ACCESS_SECONDS: i64 = 900;
/// A session that is not renewed for so long is over.
pub const SESSION_SECONDS: i64 = 7 * 86_400;

/// How people come in, besides by a password.
#[derive(Clone, Debug)]
pub struct SignIn {
    /// Whether by links that are sent to them.
    pub links: bool,
    /// By whom who knows them.
    pub providers: Providers,
    /// Who may come by themselves.
    pub registration: Registration,
}

impl Default for SignIn {
    fn default() -> SignIn {
        SignIn {
            links: true,
            providers: Providers::default(),
            registration: Registration::Off,
        }
    }
}

/// What is kept in memory of who is signed in.
#[derive(Debug)]
pub struct Auth {
    pub(crate) hashing: Hashing,
    pub(crate) keys: Keys,
    pub(crate) tokens: Tokens,
    pub(crate) standings: Standings,
}

impl Auth {
    /// Tokens are issued in the name of the installation's domain.
    pub(crate) fn new(base_domain: Option<&str>, effort: Effort) -> Auth {
        let issuer = base_domain.map_or_else(|| "ratebook".to_owned(), |domain| format!("https://{domain}"));
        Auth {
            hashing: Hashing::new(effort),
            keys: Keys::default(),
            tokens: Tokens::new(issuer),
            standings: Standings::new(),
        }
    }
}

/// Makes a new key that signs from now on. What older ones have signed is checked by them until it has run out; other servers on
/// the same database follow within a minute, and know what is signed by the new key at once.
pub async fn rotate_keys(app: &App) -> Result<(), Failure> {
    app.auth().keys.rotate(app).await
}

/// Reads the keys, and makes the first where there is none: tells at the start that the installation's own key is another one.
pub async fn prepare(app: &App) -> Result<(), Failure> {
    app.auth().keys.current(app).await.map(drop)
}

/// That nobody is signed in, or not well.
pub(crate) fn not_signed_in(message: &str) -> Problem {
    Problem::of_reason(401, Reason::new(Code::TenancyNotSignedIn, "", message))
}

/// What comes with a request and tells who asks. Whether it still holds is told by their standing.
#[derive(Clone, Debug)]
pub(crate) enum Proof {
    /// The token of a session.
    Token(Verified),
    /// A key, as it was given.
    Key(Presented),
}

/// How every key begins.
pub(crate) const KEY_MARK: &str = "rk_live";

/// A key, as it was given: it is shown nowhere.
#[derive(Clone)]
pub(crate) struct Presented(pub(crate) String);

impl fmt::Debug for Presented {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Presented")
    }
}

impl Proof {
    /// The one of a request.
    pub(crate) async fn of(parts: &Parts, app: &App) -> Result<Proof, Problem> {
        let given = bearer(&parts.headers)
            .ok_or_else(|| not_signed_in("sign in, and send `Authorization: Bearer` with the access token"))?;
        if given.starts_with(KEY_MARK) {
            return Ok(Proof::Key(Presented(given.to_owned())));
        }
        app.auth().tokens.verify(app, given).await.map(Proof::Token)
    }

    /// Refuses a token that has run out since it came; whether a key holds is told by its standing.
    pub(crate) fn still_holds(&self, app: &App) -> Result<(), Problem> {
        match self {
            Proof::Token(token) => token.still_holds(app),
            Proof::Key(_) => Ok(()),
        }
    }
}

/// What follows `Bearer` in `Authorization`.
pub(crate) fn bearer(headers: &HeaderMap) -> Option<&str> {
    let given = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = given.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

/// Bytes that nobody guesses.
pub(crate) fn random() -> Result<[u8; 32], Failure> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(|_| Failure::defect("the system gives no random bytes"))?;
    Ok(bytes)
}

/// What is said with an answer that has a secret in it.
pub(crate) const fn unkept() -> [(header::HeaderName, &'static str); 1] {
    [(header::CACHE_CONTROL, "no-store")]
}

/// An id as it is written.
pub(crate) fn written(id: [u8; 16]) -> String {
    Uuid::from_bytes(id).to_string()
}
