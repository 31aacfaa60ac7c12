//! What a device has made of a challenge, and whether all of it holds: WebAuthn, without attestation or attested by the key itself.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ciborium::Value as Cbor;
use serde::Deserialize;
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::super::public_key::Written;
use super::cose::{DeviceKey, first, under};

/// Each part of what a device has made has at most so many bytes.
const MOST_BYTES: usize = 8_192;
/// What a device calls a passkey has at most so many, as the standard bounds it.
const MOST_OF_AN_ID: usize = 1_023;

const PRESENT: u8 = 0x01;
const VERIFIED: u8 = 0x04;
const MAY_BE_BACKED_UP: u8 = 0x08;
const BACKED_UP: u8 = 0x10;
const HAS_KEY: u8 = 0x40;
const HAS_MORE: u8 = 0x80;

/// For what a device was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// To make a passkey.
    Make,
    /// To sign in by one.
    Sign,
}

/// What the browser says of whom it has asked the device for.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Client {
    #[serde(rename = "type")]
    kind: String,
    pub(super) challenge: String,
    pub(super) origin: String,
    #[serde(rename = "crossOrigin", default)]
    is_within_another: bool,
}

/// Bytes of a part of what was sent.
fn part(credential: &Value, place: &str) -> Option<Vec<u8>> {
    let text = credential.pointer(place)?.as_str()?;
    let bytes = URL_SAFE_NO_PAD.decode(text.trim_end_matches('=')).ok()?;
    (bytes.len() <= MOST_BYTES).then_some(bytes)
}

/// A credential as a browser sends it, of which nothing is checked yet.
#[derive(Clone, Debug)]
pub(super) struct Sent {
    pub(super) id: Vec<u8>,
    pub(super) client: Client,
    client_hash: [u8; 32],
    of_device: Vec<u8>,
    signature: Vec<u8>,
    /// Whose it is, as the device says.
    pub(super) user: Option<Vec<u8>>,
}

impl Sent {
    /// Reads it; nothing where it is none, or was made for something else.
    pub(super) fn read(credential: &Value, asked: Asked) -> Option<Sent> {
        let id = part(credential, "/rawId").or_else(|| part(credential, "/id"))?;
        let client = part(credential, "/response/clientDataJSON")?;
        let client_hash = Sha256::digest(&client).into();
        let client: Client = serde_json::from_slice(&client).ok()?;
        let is_public_key = credential.get("type").and_then(Value::as_str) == Some("public-key");
        let (kind, of_device, signature) = match asked {
            Asked::Make => ("webauthn.create", "/response/attestationObject", Some(Vec::new())),
            Asked::Sign => (
                "webauthn.get",
                "/response/authenticatorData",
                part(credential, "/response/signature"),
            ),
        };
        let fits = is_public_key && client.kind == kind && !client.is_within_another;
        if !fits || !(1..=MOST_OF_AN_ID).contains(&id.len()) {
            return None;
        }
        Some(Sent {
            id,
            client,
            client_hash,
            of_device: part(credential, of_device)?,
            signature: signature?,
            user: part(credential, "/response/userHandle"),
        })
    }

    /// The passkey that was made, if all of it holds.
    pub(super) fn made(&self, rp: &str) -> Option<Made> {
        let (object, left) = first(&self.of_device)?;
        let text = |name: &str| under(&object, &Cbor::from(name));
        let data = text("authData")?.as_bytes()?;
        let (device, attested) = Device::read(data)?;
        let (id, key, written) = attested?;
        let statement = text("attStmt")?;
        let is_attested = match text("fmt")?.as_text()? {
            "none" => statement.as_map()?.is_empty(),
            "packed" => self.is_attested_by_itself(statement, data, &key),
            _ => false,
        };
        let holds = left.is_empty() && is_attested && device.holds(rp) && id == self.id;
        holds.then(|| Made {
            key: written.to_vec(),
            counter: device.counter,
            is_backed_up: device.has(BACKED_UP),
        })
    }

    /// Whether the key has signed that it was made; that somebody else has, nobody here would know to believe.
    fn is_attested_by_itself(&self, statement: &Cbor, data: &[u8], key: &DeviceKey) -> bool {
        let text = |name: &str| under(statement, &Cbor::from(name));
        let algorithm = text("alg")
            .and_then(Cbor::as_integer)
            .and_then(|alg| i64::try_from(alg).ok());
        let signature = text("sig").and_then(Cbor::as_bytes);
        let message = [data, &self.client_hash].concat();
        text("x5c").is_none()
            && algorithm == Some(key.algorithm)
            && signature.is_some_and(|signature| key.key.has_signed(&message, signature, Written::Der))
    }

    /// What the device says of a sign-in by a key, if all of it holds.
    pub(super) fn signed_by(&self, key: &[u8], rp: &str) -> Option<Made> {
        let device_key = DeviceKey::of(key)?;
        let (device, attested) = Device::read(&self.of_device)?;
        let message = [self.of_device.as_slice(), &self.client_hash].concat();
        let holds = attested.is_none()
            && device.holds(rp)
            && device_key.key.has_signed(&message, &self.signature, Written::Der);
        holds.then(|| Made {
            key: key.to_vec(),
            counter: device.counter,
            is_backed_up: device.has(BACKED_UP),
        })
    }
}

/// What is kept of a passkey.
#[derive(Clone, Debug)]
pub(super) struct Made {
    pub(super) key: Vec<u8>,
    pub(super) counter: i64,
    pub(super) is_backed_up: bool,
}

/// What a device says of itself.
struct Device {
    rp_hash: [u8; 32],
    flags: u8,
    counter: i64,
}

/// What a device calls a passkey, its key, and how that is written.
type Attested<'d> = (&'d [u8], DeviceKey, &'d [u8]);

impl Device {
    fn read(data: &[u8]) -> Option<(Device, Option<Attested<'_>>)> {
        let (rp_hash, rest) = data.split_first_chunk::<32>()?;
        let ([flags], rest) = rest.split_first_chunk::<1>()?;
        let (counter, mut rest) = rest.split_first_chunk::<4>()?;
        let device = Device {
            rp_hash: *rp_hash,
            flags: *flags,
            counter: i64::from(u32::from_be_bytes(*counter)),
        };
        let mut attested = None;
        if device.has(HAS_KEY) {
            let (_model, of_key) = rest.split_first_chunk::<16>()?;
            let (length, of_key) = of_key.split_first_chunk::<2>()?;
            let (id, of_key) = of_key.split_at_checked(usize::from(u16::from_be_bytes(*length)))?;
            let (key, written, left) = DeviceKey::first(of_key)?;
            (attested, rest) = (Some((id, key, written)), left);
        }
        if device.has(HAS_MORE) {
            (_, rest) = first(rest)?;
        }
        rest.is_empty().then_some((device, attested))
    }

    fn has(&self, flag: u8) -> bool {
        self.flags & flag != 0
    }

    /// Whether it is for this place, and its owner was there and has shown that it is them.
    fn holds(&self, rp: &str) -> bool {
        let is_here = self.rp_hash.as_slice() == Sha256::digest(rp).as_slice();
        is_here && self.has(PRESENT) && self.has(VERIFIED) && (self.has(MAY_BE_BACKED_UP) || !self.has(BACKED_UP))
    }
}
