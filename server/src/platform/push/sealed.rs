//! What is pushed, encrypted for one browser alone (RFC 8291, `aes128gcm` of RFC 8188): who carries it there reads nothing of it.

use ring::aead::{AES_128_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use ring::agreement::{ECDH_P256, EphemeralPrivateKey, UnparsedPublicKey, agree_ephemeral};
use ring::error::Unspecified;
use ring::hkdf::{HKDF_SHA256, KeyType, Prk, Salt};
use ring::rand::{SecureRandom as _, SystemRandom};

/// A point of P-256 as it is written, without its compression, and how it begins.
const POINT: usize = 65;
const UNCOMPRESSED: u8 = 4;
const SECRET: usize = 16;
const SALT: usize = 16;
/// The one record, which is as long as any service has to take.
const RECORD: u32 = 4_096;
/// That it is the last one.
const LAST: u8 = 2;
/// As many bytes a message has at most: what is left of a record.
pub(super) const MOST_BYTES: usize = 3_993;

/// What a browser has given out, for whoever pushes to it.
#[derive(Clone, Debug)]
pub(super) struct Keys {
    /// Its public key.
    pub(super) point: Vec<u8>,
    /// A secret that it has with whoever pushes.
    pub(super) secret: Vec<u8>,
}

impl Keys {
    /// Whether they are keys: what is no point of the curve would be one for nobody.
    pub(super) fn hold(&self) -> bool {
        let is_whole = self.point.len() == POINT && self.point.first() == Some(&UNCOMPRESSED);
        is_whole && self.secret.len() == SECRET && self.agreed().is_ok()
    }

    /// The secret that both have, and our public key, both for one message.
    fn agreed(&self) -> Result<(Vec<u8>, Vec<u8>), Unspecified> {
        let own = EphemeralPrivateKey::generate(&ECDH_P256, &SystemRandom::new())?;
        let public = own.compute_public_key()?;
        let theirs = UnparsedPublicKey::new(&ECDH_P256, &self.point);
        let shared = agree_ephemeral(own, &theirs, <[u8]>::to_vec)?;
        Ok((shared, public.as_ref().to_vec()))
    }

    /// A message for them alone.
    pub(super) fn seal(&self, text: &[u8]) -> Result<Vec<u8>, Unspecified> {
        let (shared, public) = self.agreed()?;
        let mut salt = [0; SALT];
        SystemRandom::new().fill(&mut salt)?;
        self.sealed(text, (&shared, &public), salt)
    }

    fn sealed(&self, text: &[u8], (shared, public): (&[u8], &[u8]), salt: [u8; SALT]) -> Result<Vec<u8>, Unspecified> {
        let both = [b"WebPush: info\0".as_slice(), &self.point, public].concat();
        let key: [u8; 32] = derived(&Salt::new(HKDF_SHA256, &self.secret).extract(shared), &both)?;
        let of_message = Salt::new(HKDF_SHA256, &salt).extract(&key);
        let key: [u8; 16] = derived(&of_message, b"Content-Encoding: aes128gcm\0")?;
        let nonce: [u8; 12] = derived(&of_message, b"Content-Encoding: nonce\0")?;
        let mut record = [text, &[LAST]].concat();
        let key = LessSafeKey::new(UnboundKey::new(&AES_128_GCM, &key)?);
        key.seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::empty(), &mut record)?;
        let length = u8::try_from(public.len()).map_err(|_| Unspecified)?;
        Ok([
            salt.as_slice(),
            RECORD.to_be_bytes().as_slice(),
            &[length],
            public,
            &record,
        ]
        .concat())
    }
}

/// As many bytes as a key has.
struct Bytes(usize);

impl KeyType for Bytes {
    fn len(&self) -> usize {
        self.0
    }
}

fn derived<const N: usize>(from: &Prk, info: &[u8]) -> Result<[u8; N], Unspecified> {
    let mut key = [0; N];
    from.expand(&[info], Bytes(N))?.fill(&mut key)?;
    Ok(key)
}

#[cfg(test)]
mod tests {
    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;

    use super::*;

    fn bytes(text: &str) -> Vec<u8> {
        URL_SAFE_NO_PAD.decode(text).expect("Base64")
    }

    #[test]
    fn the_example_of_the_rfc_is_sealed_as_it_stands_there() {
        let keys = Keys {
            point: bytes("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"),
            secret: bytes("BTBZMqHH6r4Tts7J_aSIgg"),
        };
        assert!(keys.hold());
        let shared = bytes("kyrL1jIIOHEzg3sM2ZWRHDRB62YACZhhSlknJ672kSs");
        let public = bytes("BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8");
        let salt = bytes("DGv6ra1nlYgDCS1FRnbzlw").try_into().expect("a salt");
        let text = b"When I grow up, I want to be a watermelon";
        let sealed = keys.sealed(text, (&shared, &public), salt).expect("a message");
        let wanted = "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95\
                      bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";
        assert_eq!(URL_SAFE_NO_PAD.encode(sealed), wanted);
    }

    #[test]
    fn what_is_no_key_is_none_and_no_message_is_sealed_twice_alike() {
        let keys = Keys {
            point: bytes("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"),
            secret: vec![7; SECRET],
        };
        let sealed = [0; 2].map(|_| keys.seal(&[b'x'; MOST_BYTES]).expect("a message"));
        assert_ne!(sealed[0], sealed[1]);
        assert!(sealed[0].len() <= 4_096, "{}", sealed[0].len());
        let with = |change: fn(&mut Keys)| {
            let mut other = keys.clone();
            change(&mut other);
            other.hold()
        };
        assert!(with(|_| {}));
        assert!(!with(|keys| keys.point[40] ^= 1), "a point beside the curve");
        assert!(!with(|keys| keys.point[0] = 2));
        assert!(!with(|keys| keys.point.truncate(64)));
        assert!(!with(|keys| keys.secret.truncate(15)));
    }
}
