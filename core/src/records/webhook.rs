//! A message from outside: whether it is proven, what it is called, and what is done of it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Crc;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::compiled::Pack;
use super::definition::{WebhookDefinition, WebhookEncoding, WebhookPart, WebhookScheme};
use super::reach::Record;
use crate::fault::{Limits, Pointer};
use crate::time::Instant;
use crate::{Code, Error, JsonSchema, Result};

/// No id of an event is longer.
const LONGEST_ID: usize = 200;
const BLOCK: usize = 64;
/// How a secret begins that stands there in Base64, and what is read behind it.
const SECRET_MARK: &str = "whsec_";
const SECOND: i64 = 1_000_000;
const STANDARD_ID: &str = "webhook-id";
const STANDARD_TIME: &str = "webhook-timestamp";
const STANDARD_SIGNATURE: &str = "webhook-signature";
const PAYPAL_ID: &str = "paypal-transmission-id";
const PAYPAL_TIME: &str = "paypal-transmission-time";
const PAYPAL_SIGNATURE: &str = "paypal-transmission-sig";
/// Where the id of an event stands at PayPal.
const PAYPAL_EVENT: &str = "/id";

/// Is a message from outside proven?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct WebhookRequest {
    /// From which source of the pack.
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub source: String,
    /// The headers that came along, whatever their letters.
    #[serde(default)]
    #[schemars(extend("format" = "text", "valueFormat" = "text"))]
    pub headers: BTreeMap<String, String>,
    /// The body as it came, byte for byte.
    #[schemars(length(max = 4_194_304), extend("format" = "text"))]
    pub body: String,
    /// The secrets that count just now: while one takes the place of another, both. At PayPal it is the id of the webhook there.
    #[schemars(length(max = 10), extend("format" = "text"))]
    pub secrets: Vec<String>,
    /// The address at which whoever sends it knows us, letter by letter, where that is signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 2000), extend("format" = "text"))]
    pub address: Option<String>,
    /// The text of which it was proven outside that a certificate of PayPal's has signed it:
    /// `<transmission id>|<transmission time>|<webhook id>|<CRC-32 of the body>`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 1000), extend("format" = "text"))]
    pub signed: Option<String>,
    /// Now.
    pub now: Instant,
}

impl WebhookRequest {
    /// The texts of which PayPal's certificate has to have signed one: one for each secret. None where their headers are missing.
    pub fn paypal_texts(&self) -> Vec<String> {
        let (Some(id), Some(time)) = (self.header(PAYPAL_ID), self.header(PAYPAL_TIME)) else {
            return Vec::new();
        };
        let mut crc = Crc::new();
        crc.update(self.body.as_bytes());
        let webhooks = self.secrets.iter().filter(|webhook| !webhook.is_empty());
        webhooks
            .map(|webhook| format!("{id}|{time}|{webhook}|{}", crc.sum()))
            .collect()
    }

    /// A header, whatever its letters.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        let (_, value) = headers.find(|(own, _)| own.eq_ignore_ascii_case(name))?;
        Some(value.trim())
    }
}

/// A message that is proven.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct VerifiedWebhook {
    /// What the event is called: it is taken once.
    #[schemars(extend("format" = "text"))]
    pub id: String,
    /// What happened.
    #[schemars(extend("format" = "text"))]
    pub kind: Option<String>,
    /// When it was signed, where that is signed.
    pub signed_at: Option<Instant>,
    /// What is done of it, in order.
    pub steps: Vec<WebhookStep>,
}

/// Something that is done of a message.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct WebhookStep {
    /// Of which entity the record is.
    #[schemars(extend("format" = "reference"))]
    pub entity: String,
    /// By which field it is found; without this one is made.
    #[schemars(extend("format" = "reference"))]
    pub field: Option<String>,
    /// By which value.
    #[schemars(extend("format" = "text"))]
    pub value: Option<String>,
    /// The event that happens to it.
    #[schemars(extend("format" = "reference"))]
    pub event: Option<String>,
    /// The values that it takes.
    pub given: Record,
}

impl Pack {
    /// Reads a message from outside that is proven by a secret, and not too old; any doubt is a refusal.
    pub fn webhook(&self, request: &WebhookRequest) -> Result<VerifiedWebhook> {
        request.bounded()?;
        let Some(source) = self.webhook_source(&request.source) else {
            let message = "the pack has no such source of webhooks";
            return Err(Error::new(Code::RecordsNotFound, "/source", message));
        };
        let message = Message { source, request };
        let signed_at = message.proven()?;
        let body: Value = serde_json::from_str(&request.body).map_err(|_| {
            let message = "the body is not JSON";
            Error::new(Code::RequestType, "/body", message)
        })?;
        let id = match (source.scheme, &source.id) {
            (WebhookScheme::Standard, _) => message.header(STANDARD_ID).map(str::to_owned),
            (WebhookScheme::Paypal, _) => body.pointer(PAYPAL_EVENT).and_then(text),
            (_, part) => part.as_ref().and_then(|part| message.part(part, &body)),
        };
        let Some(id) = id.filter(|id| (1..=LONGEST_ID).contains(&id.len())) else {
            let message = format!("the event has no id, or one of more than {LONGEST_ID} bytes");
            return Err(Error::new(Code::RequestMissing, "/body", message));
        };
        let kind = source.kind.as_ref().and_then(|part| message.part(part, &body));
        let kind = kind.filter(|kind| kind.len() <= LONGEST_ID);
        let steps = steps(source, kind.as_deref(), &body);
        Ok(VerifiedWebhook {
            id,
            kind,
            signed_at,
            steps,
        })
    }

    /// The source of that name.
    pub fn webhook_source(&self, name: &str) -> Option<&WebhookDefinition> {
        self.definition().webhooks.iter().find(|source| source.name == name)
    }

    /// What is done of a message that was proven when it came.
    pub fn webhook_steps(&self, source: &str, kind: Option<&str>, body: &str) -> Result<Vec<WebhookStep>> {
        let (source, body) = (self.webhook_source(source), serde_json::from_str(body));
        match (source, body) {
            (Some(source), Ok(body)) => Ok(steps(source, kind, &body)),
            _ => {
                let message = "the pack has no such source of webhooks any more";
                Err(Error::new(Code::RecordsNotFound, "/source", message))
            }
        }
    }
}

/// What is done of a body. What does not name a record is about none of ours.
fn steps(source: &WebhookDefinition, kind: Option<&str>, body: &Value) -> Vec<WebhookStep> {
    let wanted = source.does.iter().filter(|action| {
        let kinds = &action.kinds;
        kinds.is_empty() || kind.is_some_and(|kind| kinds.iter().any(|own| own == kind))
    });
    let step = wanted.filter_map(|action| {
        let (field, value) = match &action.find {
            Some(find) => (Some(find.field.clone()), Some(text(body.pointer(&find.at)?)?)),
            None => (None, None),
        };
        let mut given = action.values.clone();
        for (name, pointer) in &action.fields {
            given.extend(body.pointer(pointer).map(|value| (name.clone(), value.clone())));
        }
        Some(WebhookStep {
            entity: action.entity.clone(),
            field,
            value,
            event: action.event.clone(),
            given,
        })
    });
    step.collect()
}

/// A value that names something.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) if number.is_i64() || number.is_u64() => Some(number.to_string()),
        _ => None,
    }
}

/// A message of which nothing is known yet.
struct Message<'m> {
    source: &'m WebhookDefinition,
    request: &'m WebhookRequest,
}

impl Message<'_> {
    fn header(&self, name: &str) -> Option<&str> {
        self.request.header(name)
    }

    fn part(&self, part: &WebhookPart, body: &Value) -> Option<String> {
        match (&part.header, &part.body) {
            (Some(header), _) => self.header(header).map(str::to_owned),
            (None, Some(pointer)) => text(body.pointer(pointer)?),
            _ => None,
        }
    }

    fn refused(name: &str, message: &str) -> Error {
        Error::new(Code::RecordsSignature, Pointer::at("/headers").join(name), message)
    }

    /// That a secret has signed it, and when, where a time is signed.
    fn proven(&self) -> Result<Option<Instant>> {
        let secrets = self.request.secrets.iter().filter(|secret| !secret.is_empty());
        let keys: Vec<Vec<u8>> = secrets.filter_map(|secret| self.key(secret)).collect();
        if keys.is_empty() {
            let message = "there is no secret by which anything could be proven";
            return Err(Error::new(Code::RequestMissing, "/secrets", message));
        }
        match self.source.scheme {
            WebhookScheme::Body => self.by_body(&keys).map(|()| None),
            WebhookScheme::Timestamped => self.by_time(&keys).map(Some),
            WebhookScheme::Standard => self.by_standard(&keys).map(Some),
            WebhookScheme::Paypal => self.by_paypal().map(Some),
        }
    }

    fn key(&self, secret: &str) -> Option<Vec<u8>> {
        if self.source.scheme != WebhookScheme::Standard {
            return Some(secret.as_bytes().to_vec());
        }
        let key = STANDARD
            .decode(secret.strip_prefix(SECRET_MARK).unwrap_or(secret))
            .ok()?;
        Some(key).filter(|key| !key.is_empty())
    }

    /// That one of the signatures is what one of the keys makes of these parts.
    fn is_signed<'s>(
        keys: &[Vec<u8>],
        parts: &[&str],
        encoding: WebhookEncoding,
        given: impl Iterator<Item = &'s str> + Clone,
    ) -> bool {
        let mut is_signed = false;
        for key in keys {
            let own = signature(key, parts, encoding);
            for given in given.clone() {
                is_signed |= are_same(own.as_bytes(), given.as_bytes());
            }
        }
        is_signed
    }

    fn by_body(&self, keys: &[Vec<u8>]) -> Result<()> {
        let name = self.source.header.as_deref().unwrap_or_default();
        let given = self
            .header(name)
            .ok_or_else(|| Self::refused(name, "there is no signature"))?;
        let prefix = self.source.prefix.as_deref().unwrap_or_default();
        let given = given.strip_prefix(prefix).unwrap_or_default();
        let address = match (self.source.with_address, self.request.address.as_deref()) {
            (false, _) => "",
            (true, Some(address)) if !address.is_empty() => address,
            (true, _) => {
                let message = "the address is signed, and it is not said at which one the message was meant to arrive";
                return Err(Error::new(Code::RequestMissing, "/address", message));
            }
        };
        let parts = [address, self.request.body.as_str()];
        if Self::is_signed(keys, &parts, self.source.encoding, std::iter::once(given)) {
            return Ok(());
        }
        Err(Self::refused(name, "none of the secrets has signed this"))
    }

    /// `t=1700000000,v1=…`: what is signed in any other way, such as `v0`, is not.
    fn by_time(&self, keys: &[Vec<u8>]) -> Result<Instant> {
        let name = self.source.header.as_deref().unwrap_or_default();
        let header = self.header(name).unwrap_or_default();
        let parts = || header.split(',').filter_map(|part| part.trim().split_once('='));
        let of = |wanted: &'static str| parts().filter(move |(own, _)| *own == wanted).map(|(_, value)| value);
        let Some(time) = of("t").next() else {
            return Err(Self::refused(name, "no time is signed"));
        };
        if of("v1").next().is_none() {
            return Err(Self::refused(name, "there is no signature `v1`"));
        }
        let signed = [time, ".", self.request.body.as_str()];
        if !Self::is_signed(keys, &signed, WebhookEncoding::Hex, of("v1")) {
            return Err(Self::refused(name, "none of the secrets has signed this"));
        }
        self.recent(name, time)
    }

    fn by_standard(&self, keys: &[Vec<u8>]) -> Result<Instant> {
        let wanted = |name| {
            self.header(name)
                .ok_or_else(|| Self::refused(name, "there is no such header"))
        };
        let (id, time) = (wanted(STANDARD_ID)?, wanted(STANDARD_TIME)?);
        let given = wanted(STANDARD_SIGNATURE)?;
        let given = given.split(' ').filter_map(|part| part.strip_prefix("v1,"));
        let signed = [id, ".", time, ".", self.request.body.as_str()];
        if !Self::is_signed(keys, &signed, WebhookEncoding::Base64, given) {
            return Err(Self::refused(STANDARD_SIGNATURE, "none of the secrets has signed this"));
        }
        self.recent(STANDARD_TIME, time)
    }

    /// That what a certificate has signed is this message.
    fn by_paypal(&self) -> Result<Instant> {
        let Some(signed) = &self.request.signed else {
            let message = "nobody has proven that a certificate has signed this";
            return Err(Self::refused(PAYPAL_SIGNATURE, message));
        };
        let texts = self.request.paypal_texts();
        let is_signed = texts
            .iter()
            .fold(false, |is, text| is | are_same(text.as_bytes(), signed.as_bytes()));
        if !is_signed {
            return Err(Self::refused(PAYPAL_SIGNATURE, "what was signed is another message"));
        }
        let time = self.header(PAYPAL_TIME).unwrap_or_default();
        self.within(PAYPAL_TIME, time.parse::<Instant>().ok())
    }

    /// The moment at which it was signed, in seconds since 1970.
    fn recent(&self, name: &str, time: &str) -> Result<Instant> {
        let seconds = time
            .parse::<i64>()
            .ok()
            .filter(|_| time.bytes().all(|byte| byte.is_ascii_digit()));
        let at = seconds.and_then(|seconds| Instant::from_microseconds(seconds.checked_mul(SECOND)?));
        self.within(name, at)
    }

    /// The moment at which it was signed, which is now, or not long ago; clocks differ by no more either.
    fn within(&self, name: &str, at: Option<Instant>) -> Result<Instant> {
        let Some(at) = at else {
            return Err(Self::refused(name, "the time that is signed is none"));
        };
        let apart = self
            .request
            .now
            .microseconds()
            .saturating_sub(at.microseconds())
            .saturating_abs();
        if apart > i64::from(self.source.tolerance_seconds).saturating_mul(SECOND) {
            return Err(Self::refused(
                name,
                "it was signed too long ago, or by a clock that is ahead",
            ));
        }
        Ok(at)
    }
}

/// HMAC-SHA256 over parts, one behind the other, as it is written.
fn signature(key: &[u8], parts: &[&str], encoding: WebhookEncoding) -> String {
    let mut block = [0_u8; BLOCK];
    let hashed = (key.len() > BLOCK).then(|| Sha256::digest(key));
    let key = hashed.as_ref().map_or(key, |hashed| hashed.as_slice());
    for (own, byte) in block.iter_mut().zip(key) {
        *own = *byte;
    }
    let mut inner = Sha256::new_with_prefix(block.map(|byte| byte ^ 0x36));
    for part in parts {
        inner.update(part.as_bytes());
    }
    let outer = Sha256::new_with_prefix(block.map(|byte| byte ^ 0x5c)).chain_update(inner.finalize());
    let made = outer.finalize();
    match encoding {
        WebhookEncoding::Hex => made.iter().fold(String::with_capacity(BLOCK), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        }),
        WebhookEncoding::Base64 => STANDARD.encode(made),
    }
}

/// Whether two texts are the same, which takes as long whichever byte differs.
fn are_same(one: &[u8], other: &[u8]) -> bool {
    let differs = one
        .iter()
        .zip(other)
        .fold(0, |differs, (one, other)| differs | (one ^ other));
    one.len() == other.len() && differs == 0
}
