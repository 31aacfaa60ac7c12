//! Keys of devices, as COSE writes them (RFC 9052), and what CBOR they come in.

use ciborium::Value;

use super::super::public_key::PublicKey;

/// Nothing of a device is put into itself more often.
const MOST_DEPTH: usize = 8;

/// A key of a device, and the one algorithm that it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DeviceKey {
    pub(super) algorithm: i64,
    pub(super) key: PublicKey,
}

/// `ES256`, `EdDSA` and `RS256`, the best first.
pub(super) const ALGORITHMS: [i64; 3] = [-7, -8, -257];

/// One value of CBOR at the beginning of bytes, and what follows it.
pub(super) fn first(bytes: &[u8]) -> Option<(Value, &[u8])> {
    let mut left = bytes;
    let value = ciborium::de::from_reader_with_recursion_limit(&mut left, MOST_DEPTH).ok()?;
    Some((value, left))
}

/// What a map has under a name, which stands there once.
pub(super) fn under<'v>(map: &'v Value, wanted: &Value) -> Option<&'v Value> {
    let mut found = map.as_map()?.iter().filter(|(name, _)| name == wanted);
    match (found.next(), found.next()) {
        (Some((_, value)), None) => Some(value),
        _ => None,
    }
}

fn number(map: &Value, name: i64) -> Option<i64> {
    let number = under(map, &Value::from(name))?.as_integer()?;
    i64::try_from(number).ok()
}

fn bytes(map: &Value, name: i64) -> Option<&[u8]> {
    under(map, &Value::from(name))?.as_bytes().map(Vec::as_slice)
}

impl DeviceKey {
    /// The one that these bytes are, and nothing else.
    pub(super) fn of(written: &[u8]) -> Option<DeviceKey> {
        let (map, left) = first(written)?;
        left.is_empty().then(|| DeviceKey::of_map(&map)).flatten()
    }

    /// The one at the beginning of bytes, how it is written there, and what follows it.
    pub(super) fn first(bytes: &[u8]) -> Option<(DeviceKey, &[u8], &[u8])> {
        let (map, left) = first(bytes)?;
        let written = bytes.get(..bytes.len().checked_sub(left.len())?)?;
        Some((DeviceKey::of_map(&map)?, written, left))
    }

    fn of_map(map: &Value) -> Option<DeviceKey> {
        let (kind, algorithm) = (number(map, 1)?, number(map, 3)?);
        let key = match (kind, algorithm) {
            (2, -7) if number(map, -1)? == 1 => PublicKey::p256(bytes(map, -2)?, bytes(map, -3)?)?,
            (1, -8) if number(map, -1)? == 6 => PublicKey::ed25519(bytes(map, -2)?)?,
            (3, -257) => PublicKey::rsa(bytes(map, -1)?, bytes(map, -2)?)?,
            _ => return None,
        };
        Some(DeviceKey { algorithm, key })
    }
}
