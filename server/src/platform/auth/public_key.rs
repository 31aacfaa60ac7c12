//! Keys of others, by which what they have signed is checked: of the three kinds that providers of identities and passkeys use.

use ring::signature::{
    ECDSA_P256_SHA256_ASN1, ECDSA_P256_SHA256_FIXED, ED25519, RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents,
    UnparsedPublicKey,
};

/// A modulus has so many bytes at most, as whoever checks by it bounds it too.
const MOST_OF_A_MODULUS: usize = 1_024;
/// An exponent has so many.
const MOST_OF_AN_EXPONENT: usize = 4;
/// A coordinate has so many.
const COORDINATE: usize = 32;

/// A key that checks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum PublicKey {
    /// RSA with SHA-256, as PKCS #1 pads it: `RS256`.
    Rsa { modulus: Vec<u8>, exponent: Vec<u8> },
    /// ECDSA on P-256 with SHA-256: `ES256`. A point, not compressed.
    P256(Vec<u8>),
    /// Ed25519: `EdDSA`.
    Ed25519(Vec<u8>),
}

/// How a signature of ECDSA is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    /// Two numbers of 32 bytes, as in a JWT.
    Fixed,
    /// In DER, as passkeys write it.
    Der,
}

impl PublicKey {
    /// One of RSA; nothing where it is too large to be looked at.
    pub(super) fn rsa(modulus: &[u8], exponent: &[u8]) -> Option<PublicKey> {
        let short = |bytes: &[u8]| {
            let first = bytes.iter().position(|byte| *byte != 0)?;
            bytes.get(first..).map(<[u8]>::to_vec)
        };
        let (modulus, exponent) = (short(modulus)?, short(exponent)?);
        let fits = modulus.len() <= MOST_OF_A_MODULUS && exponent.len() <= MOST_OF_AN_EXPONENT;
        fits.then_some(PublicKey::Rsa { modulus, exponent })
    }

    /// One on P-256.
    pub(super) fn p256(x: &[u8], y: &[u8]) -> Option<PublicKey> {
        let fits = x.len() == COORDINATE && y.len() == COORDINATE;
        // That it is a point and not compressed.
        fits.then(|| PublicKey::P256([&[4], x, y].concat()))
    }

    /// One of Ed25519.
    pub(super) fn ed25519(x: &[u8]) -> Option<PublicKey> {
        (x.len() == COORDINATE).then(|| PublicKey::Ed25519(x.to_vec()))
    }

    /// Whether it has signed a message.
    pub(super) fn has_signed(&self, message: &[u8], signature: &[u8], written: Written) -> bool {
        let checked = match self {
            PublicKey::Rsa { modulus, exponent } => {
                let key = RsaPublicKeyComponents {
                    n: modulus,
                    e: exponent,
                };
                key.verify(&RSA_PKCS1_2048_8192_SHA256, message, signature)
            }
            PublicKey::P256(point) => {
                let algorithm = match written {
                    Written::Fixed => &ECDSA_P256_SHA256_FIXED,
                    Written::Der => &ECDSA_P256_SHA256_ASN1,
                };
                UnparsedPublicKey::new(algorithm, point).verify(message, signature)
            }
            PublicKey::Ed25519(key) => UnparsedPublicKey::new(&ED25519, key).verify(message, signature),
        };
        checked.is_ok()
    }
}
