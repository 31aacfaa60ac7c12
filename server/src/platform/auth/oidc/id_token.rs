//! What a provider says of somebody: a signed token, of which nothing is believed before everything of it is checked.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Deserialize;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256, Sha512};
use subtle::ConstantTimeEq;

use super::super::public_key::Written;
use super::Refused;
use super::known::Key;

/// No token of somebody is longer.
const MOST_BYTES: usize = 32_768;
/// The clocks of a provider and of this server differ by so many seconds at most.
const SKEW_SECONDS: i64 = 60;
/// It was made at most so many seconds ago: it comes straight from the provider, in answer to the code.
const MOST_AGE_SECONDS: i64 = 600;
/// A name of somebody has at most so many bytes, as the standard bounds it.
const MOST_OF_A_SUBJECT: usize = 255;

/// What a token has to be of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Expected<'e> {
    pub(super) issuer: &'e str,
    pub(super) client_id: &'e str,
    pub(super) nonce: &'e str,
    /// The access token that came with it.
    pub(super) access_token: Option<&'e str>,
    /// In seconds since 1970.
    pub(super) now: i64,
}

#[derive(Deserialize)]
struct Header {
    alg: String,
    kid: Option<String>,
    /// What it is not enough to ignore.
    crit: Option<Value>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Audience {
    One(String),
    Several(Vec<String>),
}

impl Audience {
    fn all(&self) -> &[String] {
        match self {
            Audience::One(one) => std::slice::from_ref(one),
            Audience::Several(several) => several,
        }
    }
}

/// What a token says.
#[derive(Deserialize)]
pub(super) struct Claims {
    iss: String,
    pub(super) sub: String,
    aud: Audience,
    azp: Option<String>,
    exp: i64,
    iat: i64,
    nbf: Option<i64>,
    nonce: Option<String>,
    at_hash: Option<String>,
    #[serde(flatten)]
    pub(super) others: Map<String, Value>,
}

/// A token that is taken apart, and of which nothing is checked yet.
pub(super) struct IdToken<'t> {
    header: Header,
    signed: &'t str,
    claims: &'t str,
    signature: Vec<u8>,
}

impl<'t> IdToken<'t> {
    pub(super) fn of(text: &'t str) -> Result<IdToken<'t>, Refused> {
        let wrong = || Refused::because("its token is none");
        if text.len() > MOST_BYTES {
            return Err(wrong());
        }
        let (signed, signature) = text.rsplit_once('.').ok_or_else(wrong)?;
        let (header, claims) = signed.split_once('.').ok_or_else(wrong)?;
        let header = URL_SAFE_NO_PAD.decode(header).map_err(|_| wrong())?;
        let header: Header = serde_json::from_slice(&header).map_err(|_| wrong())?;
        if header.crit.is_some() {
            return Err(Refused::because("its token asks for what is not known here"));
        }
        Ok(IdToken {
            header,
            signed,
            claims,
            signature: URL_SAFE_NO_PAD.decode(signature).map_err(|_| wrong())?,
        })
    }

    /// Whether one of these keys may have signed it: of that name and for that algorithm. A token that names none is of the only key
    /// there is for its algorithm.
    fn fitting<'k>(&self, keys: &'k [Key]) -> Vec<&'k Key> {
        let fitting: Vec<&Key> = keys
            .iter()
            .filter(|key| key.algorithm == self.header.alg)
            .filter(|key| self.header.kid.is_none() || key.id == self.header.kid)
            .collect();
        match self.header.kid {
            None if fitting.len() > 1 => Vec::new(),
            _ => fitting,
        }
    }

    /// Whether none of these keys has signed it.
    pub(super) fn is_signed_by_none(&self, keys: &[Key]) -> bool {
        let has_signed = |key: &&Key| {
            key.key
                .has_signed(self.signed.as_bytes(), &self.signature, Written::Fixed)
        };
        !self.fitting(keys).iter().any(has_signed)
    }

    /// What it says, once all of it is checked.
    pub(super) fn checked(&self, keys: &[Key], expected: &Expected<'_>) -> Result<Claims, Refused> {
        if !["RS256", "ES256", "EdDSA"].contains(&self.header.alg.as_str()) {
            return Err(Refused::because("its token is signed in a way that is not taken"));
        }
        if self.is_signed_by_none(keys) {
            return Err(Refused::because("its token is signed by none of its keys"));
        }
        let claims = URL_SAFE_NO_PAD.decode(self.claims).ok();
        let claims: Option<Claims> = claims.and_then(|claims| serde_json::from_slice(&claims).ok());
        let claims = claims.ok_or_else(|| Refused::because("its token lacks something"))?;
        self.check(&claims, expected)?;
        Ok(claims)
    }

    fn check(&self, claims: &Claims, expected: &Expected<'_>) -> Result<(), Refused> {
        let audience = claims.aud.all();
        let is_for = |named: &String| named == expected.client_id;
        let now = expected.now;
        let since = now.saturating_sub(MOST_AGE_SECONDS + SKEW_SECONDS);
        let latest = now.saturating_add(SKEW_SECONDS);
        let hash = claims.at_hash.as_deref();
        let checks = [
            (claims.iss == expected.issuer, "its token is somebody else's"),
            (audience.iter().any(is_for), "its token is for somebody else"),
            (
                claims.azp.as_ref().map_or(audience.len() == 1, is_for),
                "its token was given to somebody else",
            ),
            (now < claims.exp.saturating_add(SKEW_SECONDS), "its token has run out"),
            (claims.iat <= latest, "its token is from the future"),
            (claims.iat >= since, "its token is old"),
            (
                claims.nbf.is_none_or(|begins| begins <= latest),
                "its token holds later",
            ),
            (
                claims
                    .nonce
                    .as_deref()
                    .is_some_and(|nonce| nonce.as_bytes().ct_eq(expected.nonce.as_bytes()).into()),
                "its token answers another question",
            ),
            (
                hash.is_none_or(|hash| expected.access_token.is_some_and(|token| self.hash_of(token) == hash)),
                "its token belongs to another access token",
            ),
            (
                (1..=MOST_OF_A_SUBJECT).contains(&claims.sub.len()) && !claims.sub.contains('\0'),
                "its token names nobody",
            ),
        ];
        match checks.iter().find(|(holds, _)| !holds) {
            Some((_, why)) => Err(Refused::because(*why)),
            None => Ok(()),
        }
    }

    /// The left half of the hash of an access token, by the hash that belongs to the algorithm.
    fn hash_of(&self, token: &str) -> String {
        let hash = match self.header.alg.as_str() {
            "EdDSA" => Sha512::digest(token).to_vec(),
            _ => Sha256::digest(token).to_vec(),
        };
        URL_SAFE_NO_PAD.encode(hash.get(..hash.len() / 2).unwrap_or_default())
    }
}
