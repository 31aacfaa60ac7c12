//! Keys by which programs come in.

mod text;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::limits::{IpRange, address};
use super::naming::no_name;
use super::{Scoped, Tenant, TenantId, Tenanted};
use crate::fault::{Limits, bytes};
use crate::money::shortened;
use crate::permission::Permission;
use crate::time::Instant;
use crate::{Code, Error, Reason, Result};

/// What is kept of a key; the key itself is not.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ApiKeyRecord {
    /// Whose it is.
    pub tenant: TenantId,
    /// What it is known by.
    #[schemars(length(max = 200), extend("format" = "reference"))]
    pub id: String,
    /// How it begins: `rk_live`.
    #[schemars(length(max = 20), extend("format" = "text"))]
    pub prefix: String,
    /// SHA-256 of the key, as 64 hexadecimal digits.
    #[schemars(length(max = 64), extend("format" = "text"))]
    pub hash: String,
    /// Its last four characters, by which people tell keys apart.
    #[schemars(length(max = 4), extend("format" = "text"))]
    pub last_four: String,
    /// What it may do: `rates:read`, `bookings:*`.
    #[schemars(length(max = 200), extend("format" = "reference"))]
    pub scopes: Vec<String>,
    /// When it was made.
    pub created_at: Instant,
    /// When it ends; never when not given.
    #[serde(default)]
    pub expires_at: Option<Instant>,
    /// When it was revoked.
    #[serde(default)]
    pub revoked_at: Option<Instant>,
    /// Addresses and ranges that may use it; every one when empty.
    #[serde(default)]
    #[schemars(length(max = 200), extend("format" = "text"))]
    pub addresses: Vec<String>,
}

impl Tenanted for ApiKeyRecord {
    fn tenant(&self) -> &TenantId {
        &self.tenant
    }
}

/// A key is to be made, alone or in the place of another one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct NewKeyRequest {
    /// On behalf of whom.
    pub tenant: TenantId,
    /// What it is to be known by.
    #[schemars(length(min = 1, max = 200), extend("format" = "name"))]
    pub id: String,
    /// The moment.
    pub now: Instant,
    /// 256 random bits as 64 hexadecimal digits, from the source of chance that the system keeps for secrets.
    #[schemars(length(max = 64), extend("format" = "text"))]
    pub random: String,
    /// How it begins: `rk_live`, `rk_test`.
    #[serde(default = "live")]
    #[schemars(length(max = 20), extend("format" = "name"))]
    pub prefix: String,
    /// What it may do; what the replaced key may when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 200), extend("format" = "name"))]
    pub scopes: Option<Vec<String>>,
    /// When it ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Instant>,
    /// Addresses and ranges that may use it; those of the replaced key when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 200), extend("format" = "text"))]
    pub addresses: Option<Vec<String>>,
    /// The key whose place it takes: both hold for a while. One that was revoked or has expired is not replaced.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<Scoped<ApiKeyRecord>>,
    /// For how long, in seconds: a day when not given.
    #[serde(default = "day")]
    #[schemars(range(min = 0, max = 31_622_400))]
    pub overlap_seconds: u32,
}

fn live() -> String {
    "rk_live".to_owned()
}

fn day() -> u32 {
    86_400
}

/// A key, shown this once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct NewKey {
    /// The key itself: nobody can be shown it again.
    pub key: String,
    /// What is to be kept.
    pub record: Scoped<ApiKeyRecord>,
    /// The record of the replaced key, with its end.
    pub replaced: Option<Scoped<ApiKeyRecord>>,
}

/// May who holds this key come in?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CheckKeyRequest {
    /// On behalf of whom.
    pub tenant: TenantId,
    /// The key, as it was given.
    #[schemars(extend("format" = "text"))]
    pub key: String,
    /// The moment.
    pub now: Instant,
    /// The tenant's keys, or the one with the key's hash.
    #[schemars(length(max = 10_000))]
    pub records: Vec<Scoped<ApiKeyRecord>>,
    /// From where it comes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "text"))]
    pub address: Option<String>,
    /// What it is to do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 100), extend("format" = "reference"))]
    pub needs: Vec<String>,
}

/// Whether a key holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct KeyCheck {
    /// Whether it does.
    pub allowed: bool,
    /// The id of its record.
    pub id: Option<String>,
    /// Its hash, by which its record is found; none when the key was mistyped.
    pub hash: Option<String>,
    /// Every reason against it.
    pub reasons: Vec<Reason>,
}

impl Tenant {
    /// Makes a key of the random bits that are given, and the record to keep of it.
    pub fn new_key(&self, request: &NewKeyRequest) -> Result<NewKey> {
        let scope = self.scope(&request.tenant)?;
        let replaced = request.replaces.as_ref();
        let replaced = replaced
            .map(|record| record.within(scope, "/replaces/tenant"))
            .transpose()?;
        let scopes = request
            .scopes
            .clone()
            .or_else(|| replaced.map(|old| old.scopes.clone()));
        let addresses = request
            .addresses
            .clone()
            .or_else(|| replaced.map(|old| old.addresses.clone()));
        let (scopes, addresses) = (scopes.unwrap_or_default(), addresses.unwrap_or_default());
        let mut faults = request.faults();
        faults.extend(replaced.iter().flat_map(|old| old.ended(request.now, "/replaces")));
        faults.extend(not_permissions(&scopes, "/scopes"));
        for (index, range) in addresses.iter().enumerate() {
            if let Err(error) = IpRange::read(range, Code::RequestRange, format!("/addresses/{index}")) {
                faults.extend(error.into_reasons());
            }
        }
        let secret = text::bytes_of(&request.random);
        if secret.is_none() {
            let message = "give 256 random bits as 64 hexadecimal digits";
            faults.push(Reason::new(Code::RequestRange, "/random", message));
        }
        request.bounded_and(faults)?;
        let key = text::written(&request.prefix, secret.unwrap_or_default());
        let record = ApiKeyRecord {
            tenant: request.tenant.clone(),
            id: request.id.clone(),
            prefix: request.prefix.clone(),
            hash: text::hash_of(&key),
            last_four: key.get(key.len().saturating_sub(4)..).unwrap_or_default().to_owned(),
            scopes,
            created_at: request.now,
            expires_at: request.expires_at,
            revoked_at: None,
            addresses,
        };
        let ends = request.now.plus_seconds(request.overlap_seconds.into());
        let replaced = replaced.map(|old| {
            let ends = old.expires_at.into_iter().chain(ends).min();
            Scoped::new(ApiKeyRecord {
                expires_at: ends,
                ..old.clone()
            })
        });
        let record = Scoped::new(record);
        Ok(NewKey { key, record, replaced })
    }

    /// Whether a key holds, or every reason against it. A mistyped one is told without looking at any record.
    pub fn check_key(&self, request: &CheckKeyRequest) -> Result<KeyCheck> {
        request.bounded()?;
        let scope = self.scope(&request.tenant)?;
        let mut records = Vec::with_capacity(request.records.len());
        for (index, record) in request.records.iter().enumerate() {
            records.push(record.within(scope, &format!("/records/{index}/tenant"))?);
        }
        Error::unless_empty(not_permissions(&request.needs, "/needs"))?;
        let from = request.address.as_deref();
        let from = from.map(|from| address(from, "/address")).transpose()?;
        let mut check = KeyCheck {
            allowed: false,
            id: None,
            hash: None,
            reasons: Vec::new(),
        };
        if !text::is_sound(&request.key) {
            let message = "this is not a key: part of it is missing or mistyped";
            check.reasons.push(Reason::new(Code::TenancyKeyTypo, "/key", message));
            return Ok(check);
        }
        let hash = text::hash_of(&request.key);
        // Every record is compared, so that the time does not tell which one it was.
        let found = records.into_iter().fold(None, |found, record| {
            if text::same(&record.hash, &hash) {
                Some(record)
            } else {
                found
            }
        });
        match found {
            Some(record) => check.reasons = record.against(request, from),
            None => {
                let message = "the tenant has no such key";
                check
                    .reasons
                    .push(Reason::new(Code::TenancyKeyUnknown, "/key", message));
            }
        }
        check.id = found.map(|record| record.id.clone());
        check.hash = Some(hash);
        check.allowed = check.reasons.is_empty();
        Ok(check)
    }
}

impl NewKeyRequest {
    fn faults(&self) -> Vec<Reason> {
        let mut faults: Vec<Reason> = no_name("the key's id", &self.id, "/id").into_iter().collect();
        let mut fault = |code, place: &str, message: &str| faults.push(Reason::new(code, place, message));
        if let Some(message) = bytes("the id", &self.id, 200) {
            fault(Code::RequestRange, "/id", &message);
        }
        if !text::is_prefix(&self.prefix) {
            let message =
                "a prefix is lower-case letters and digits in words with `_` between them, 20 characters at most";
            fault(Code::RequestRange, "/prefix", message);
        }
        if self.expires_at.is_some_and(|expires| expires <= self.now) {
            fault(Code::RequestRange, "/expires_at", "the key would have expired already");
        }
        faults
    }
}

fn not_permissions(scopes: &[String], place: &str) -> Vec<Reason> {
    let faulty = |(index, scope): (usize, &String)| {
        let error = scope.parse::<Permission>().err()?;
        Some(error.under(&format!("{place}/{index}")).into_reasons())
    };
    scopes.iter().enumerate().filter_map(faulty).flatten().collect()
}

impl ApiKeyRecord {
    /// Why the key no longer holds.
    fn ended(&self, now: Instant, place: &str) -> Vec<Reason> {
        let mut reasons = Vec::new();
        if let Some(revoked) = self.revoked_at {
            let message = format!("the key was revoked at {revoked}");
            reasons.push(Reason::new(Code::TenancyKeyRevoked, place, message).with("revoked_at", revoked));
        }
        if let Some(expired) = self.expires_at.filter(|expires| *expires <= now) {
            let message = format!("the key expired at {expired}");
            reasons.push(Reason::new(Code::TenancyKeyExpired, place, message).with("expires_at", expired));
        }
        reasons
    }

    fn against(&self, request: &CheckKeyRequest, from: Option<IpRange>) -> Vec<Reason> {
        let mut reasons = self.ended(request.now, "/key");
        // A range that cannot be read lets nobody in.
        let held = |range: &String| {
            let range = IpRange::read(range, Code::RequestRange, "").ok()?;
            from.filter(|from| range.holds(*from))
        };
        if !self.addresses.is_empty() && !self.addresses.iter().any(|range| held(range).is_some()) {
            let message = match &request.address {
                Some(address) => format!("the key may not be used from `{}`", shortened(address)),
                None => "the key may only be used from certain addresses; give the `address` of the caller".to_owned(),
            };
            reasons.push(Reason::new(Code::TenancyKeyAddress, "/address", message));
        }
        let scopes: Vec<Permission> = self.scopes.iter().filter_map(|scope| scope.parse().ok()).collect();
        for (index, need) in request.needs.iter().enumerate() {
            let covered = need
                .parse::<Permission>()
                .is_ok_and(|need| scopes.iter().any(|scope| scope.covers(&need)));
            if !covered {
                let message = format!("the key does not have the scope for `{}`", shortened(need));
                let reason = Reason::new(Code::TenancyPermissionMissing, format!("/needs/{index}"), message);
                reasons.push(reason.with("permission", need));
            }
        }
        reasons
    }
}
