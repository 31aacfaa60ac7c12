//! What a provider says of itself: where it is asked, and by which keys it signs. Read from where its issuer says, within bounds, kept for an
//! hour, and read again when something is signed by a key that is not known, once a minute at most.

use std::sync::Arc;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use reqwest::{RequestBuilder, Url};
use serde::Deserialize;
use serde_json::Value;

use super::super::public_key::PublicKey;
use super::{Provider, Refused};
use crate::outside;
use crate::platform::webhooks::Lookup;
use crate::state::App;

/// How long a provider may take to answer.
const PATIENCE: Duration = Duration::from_secs(8);
/// What it answers has at most so many bytes.
const MOST_BYTES: usize = 262_144;
/// It has at most so many keys.
const MOST_KEYS: usize = 100;
/// What it says of itself is read again after so many seconds.
const HOLDS_SECONDS: i64 = 3_600;
/// A key that is not known is looked for at most so often.
const LOOK_AGAIN_SECONDS: i64 = 60;

/// What a provider says of itself.
#[derive(Clone, Debug)]
pub(super) struct Known {
    read_at: i64,
    keys_read_at: i64,
    /// Where people are sent.
    pub(super) authorization: Url,
    /// Where a code is exchanged.
    pub(super) token: Url,
    /// Where it tells more of somebody, if it does.
    pub(super) userinfo: Option<Url>,
    keys_at: Url,
    /// Whether it takes the secret in a header.
    pub(super) takes_basic: bool,
    /// Whether it says with each code who it is.
    pub(super) names_itself: bool,
    pub(super) keys: Vec<Key>,
}

/// A key by which a provider signs.
#[derive(Clone, Debug)]
pub(super) struct Key {
    pub(super) id: Option<String>,
    /// The one algorithm that it is for.
    pub(super) algorithm: &'static str,
    pub(super) key: PublicKey,
}

#[derive(Deserialize)]
struct Discovered {
    issuer: String,
    authorization_endpoint: String,
    token_endpoint: String,
    userinfo_endpoint: Option<String>,
    jwks_uri: String,
    token_endpoint_auth_methods_supported: Option<Vec<String>>,
    authorization_response_iss_parameter_supported: Option<bool>,
}

#[derive(Deserialize)]
struct Jwk {
    kty: String,
    kid: Option<String>,
    #[serde(rename = "use")]
    usage: Option<String>,
    alg: Option<String>,
    crv: Option<String>,
    n: Option<String>,
    e: Option<String>,
    x: Option<String>,
    y: Option<String>,
}

impl Key {
    /// One of a JWKS; nothing where it signs nothing that is taken here.
    fn of(value: &Value) -> Option<Key> {
        let jwk: Jwk = serde_json::from_value(value.clone()).ok()?;
        let bytes = |text: &Option<String>| URL_SAFE_NO_PAD.decode(text.as_deref()?.trim_end_matches('=')).ok();
        let (algorithm, key) = match (jwk.kty.as_str(), jwk.crv.as_deref()) {
            ("RSA", None) => ("RS256", PublicKey::rsa(&bytes(&jwk.n)?, &bytes(&jwk.e)?)?),
            ("EC", Some("P-256")) => ("ES256", PublicKey::p256(&bytes(&jwk.x)?, &bytes(&jwk.y)?)?),
            ("OKP", Some("Ed25519")) => ("EdDSA", PublicKey::ed25519(&bytes(&jwk.x)?)?),
            _ => return None,
        };
        let is_named = |alg: &str| alg == algorithm || (alg == "Ed25519" && algorithm == "EdDSA");
        let fits = jwk.usage.as_deref().is_none_or(|usage| usage == "sig") && jwk.alg.as_deref().is_none_or(is_named);
        fits.then_some(Key {
            id: jwk.kid,
            algorithm,
            key,
        })
    }
}

impl Provider {
    /// The line to it, which reaches what everybody can reach, and what the installation has named.
    fn line(&self) -> Result<&(reqwest::Client, Lookup), Refused> {
        if let Some(line) = self.line.get() {
            return Ok(line);
        }
        let lookup = Lookup {
            reachable: self.reachable.clone(),
            is_plain: self.issuer.starts_with("http://"),
        };
        let built = outside::client(PATIENCE)
            .pool_max_idle_per_host(1)
            .dns_resolver(lookup.clone())
            .build();
        let client = built.map_err(|error| Refused::because(format!("no line to it: {error}")))?;
        Ok(self.line.get_or_init(|| (client, lookup)))
    }

    /// An address that it has given, if it may be asked: encrypted where its issuer is, and on no network that is nobody's business.
    fn address(&self, text: &str) -> Result<Url, Refused> {
        let wrong = |why: &str| Refused::because(format!("the address `{text}` {why}"));
        let url: Url = text.parse().map_err(|_| wrong("cannot be read"))?;
        let scheme = if self.issuer.starts_with("http://") {
            "http"
        } else {
            "https"
        };
        if url.scheme() != scheme {
            return Err(wrong(&format!("does not begin with `{scheme}://`, as the issuer does")));
        }
        match self.line()?.1.refuses(&url) {
            Some(why) => Err(Refused::because(why)),
            None => Ok(url),
        }
    }

    pub(super) fn get(&self, url: &Url) -> Result<RequestBuilder, Refused> {
        Ok(self.line()?.0.get(url.clone()))
    }

    pub(super) fn post(&self, url: &Url) -> Result<RequestBuilder, Refused> {
        Ok(self.line()?.0.post(url.clone()))
    }

    /// What it answers, as JSON within bounds. Nobody is followed to another address.
    pub(super) async fn answered(&self, request: RequestBuilder) -> Result<Value, Refused> {
        let told = |error: reqwest::Error| {
            let error = error.without_url();
            match error.is_timeout() {
                true => Refused::because("it did not answer in time"),
                false => Refused::because(format!(
                    "it could not be asked: {error}: {:?}",
                    std::error::Error::source(&error)
                )),
            }
        };
        let mut answer = request
            .header("accept", "application/json")
            .send()
            .await
            .map_err(told)?;
        let status = answer.status().as_u16();
        let mut body = Vec::new();
        while let Some(piece) = answer.chunk().await.map_err(told)? {
            if body.len() + piece.len() > MOST_BYTES {
                return Err(Refused::because(format!("it answered more than {MOST_BYTES} bytes")));
            }
            body.extend_from_slice(&piece);
        }
        if !answer.status().is_success() {
            let error = serde_json::from_slice::<Value>(&body).ok();
            let error = error
                .as_ref()
                .and_then(|error| error.get("error"))
                .and_then(Value::as_str);
            let error: String = error.unwrap_or_default().chars().take(100).collect();
            return Err(Refused::because(format!("it answered {status} {error}")));
        }
        serde_json::from_slice(&body).map_err(|_| Refused::because("it answered no JSON"))
    }

    /// What it says of itself, read within the last hour.
    pub(super) async fn known(&self, app: &App) -> Result<Arc<Known>, Refused> {
        let is_young = |known: &Arc<Known>| (0..HOLDS_SECONDS).contains(&(app.now().seconds() - known.read_at));
        if let Some(known) = self.known.get().filter(is_young) {
            return Ok(known);
        }
        let failures = self.known.failures();
        let _only = self.known.reading.lock().await;
        if let Some(known) = self.known.get().filter(is_young) {
            return Ok(known);
        }
        self.known.lets_try(failures)?;
        let known = self.known.tried(self.discovered(app).await)?;
        Ok(self.known.put(known))
    }

    /// The same with its keys read again, unless that was done within the last minute.
    pub(super) async fn known_again(&self, app: &App) -> Result<Arc<Known>, Refused> {
        let failures = self.known.failures();
        let _only = self.known.reading.lock().await;
        let known = self
            .known
            .get()
            .ok_or_else(|| Refused::because("nothing is known of it"))?;
        if (0..LOOK_AGAIN_SECONDS).contains(&(app.now().seconds() - known.keys_read_at)) {
            return Ok(known);
        }
        self.known.lets_try(failures)?;
        let again = Known {
            keys: self.known.tried(self.keys(&known.keys_at).await)?,
            keys_read_at: app.now().seconds(),
            ..Known::clone(&known)
        };
        Ok(self.known.put(again))
    }

    async fn discovered(&self, app: &App) -> Result<Known, Refused> {
        let place = format!("{}/.well-known/openid-configuration", self.issuer.trim_end_matches('/'));
        let told = self.answered(self.get(&self.address(&place)?)?).await?;
        let told: Discovered = serde_json::from_value(told)
            .map_err(|error| Refused::because(format!("what it says of itself lacks something: {error}")))?;
        if told.issuer != self.issuer {
            return Err(Refused::because("it says that it is somebody else"));
        }
        let keys_at = self.address(&told.jwks_uri)?;
        let now = app.now().seconds();
        let methods = told.token_endpoint_auth_methods_supported;
        Ok(Known {
            read_at: now,
            keys_read_at: now,
            authorization: self.address(&told.authorization_endpoint)?,
            token: self.address(&told.token_endpoint)?,
            userinfo: told.userinfo_endpoint.map(|place| self.address(&place)).transpose()?,
            keys: self.keys(&keys_at).await?,
            keys_at,
            takes_basic: methods.is_none_or(|methods| methods.iter().any(|method| method == "client_secret_basic")),
            names_itself: told.authorization_response_iss_parameter_supported.unwrap_or(false),
        })
    }

    async fn keys(&self, place: &Url) -> Result<Vec<Key>, Refused> {
        let told = self.answered(self.get(place)?).await?;
        let keys = told.get("keys").and_then(Value::as_array);
        let keys = keys.ok_or_else(|| Refused::because("it has no list of keys"))?;
        if keys.len() > MOST_KEYS {
            return Err(Refused::because(format!("it has more than {MOST_KEYS} keys")));
        }
        Ok(keys.iter().filter_map(Key::of).collect())
    }
}
