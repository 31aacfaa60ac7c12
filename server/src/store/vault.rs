//! Secrets as they are kept: encrypted, each for its own place, so that none can be moved to another.

use aes_gcm::Aes256Gcm;
use aes_gcm::aead::{Aead, Generate, Key, KeyInit, Nonce, Payload};

use sha2::{Digest, Sha256};

use super::failure::Failure;

/// The key of the installation.
#[derive(Clone)]
pub struct Vault {
    cipher: Aes256Gcm,
    /// What the keys of other uses are made from.
    root: [u8; 32],
}

impl std::fmt::Debug for Vault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Vault")
    }
}

/// Where a secret stands.
#[derive(Clone, Copy, Debug)]
pub struct Place<'p> {
    /// Whose it is.
    pub tenant: [u8; 16],
    /// Of what.
    pub entity: &'p str,
    /// In which field.
    pub field: &'p str,
    /// Of which record.
    pub id: [u8; 16],
}

impl Place<'_> {
    fn text(&self) -> Vec<u8> {
        let names = [self.entity.as_bytes(), &[0], self.field.as_bytes(), &[0]].concat();
        [&self.tenant, &self.id, names.as_slice()].concat()
    }
}

/// The first byte of what is encrypted: in which way.
const WAY: u8 = 1;
const NONCE: usize = 12;

impl Vault {
    /// The vault of a key.
    pub fn new(key: &[u8; 32]) -> Vault {
        let cipher = Aes256Gcm::new(&Key::<Aes256Gcm>::from(*key));
        Vault { cipher, root: *key }
    }

    /// A key for another use than secrets, the same on every server of the installation.
    pub fn key_for(&self, what: &str) -> [u8; 32] {
        Sha256::new()
            .chain_update(b"ratebook ")
            .chain_update(what.as_bytes())
            .chain_update([0])
            .chain_update(self.root)
            .finalize()
            .into()
    }

    /// Encrypts for a place.
    pub fn seal(&self, place: &Place<'_>, text: &[u8]) -> Result<Vec<u8>, Failure> {
        let nonce = Nonce::<Aes256Gcm>::generate();
        let aad = place.text();
        let payload = Payload { msg: text, aad: &aad };
        let sealed = self.cipher.encrypt(&nonce, payload);
        let sealed = sealed.map_err(|_| Failure::defect("a secret could not be encrypted"))?;
        Ok([&[WAY], nonce.as_slice(), sealed.as_slice()].concat())
    }

    /// Decrypts what was encrypted for a place.
    pub fn open(&self, place: &Place<'_>, sealed: &[u8]) -> Result<Vec<u8>, Failure> {
        let wrong = || Failure::defect("a secret cannot be read: it was kept under another key, or for another place");
        let (head, text) = sealed.split_at_checked(1 + NONCE).ok_or_else(wrong)?;
        let (way, nonce) = head.split_first().ok_or_else(wrong)?;
        let nonce: [u8; NONCE] = nonce.try_into().map_err(|_| wrong())?;
        if *way != WAY {
            return Err(wrong());
        }
        let aad = place.text();
        let payload = Payload { msg: text, aad: &aad };
        self.cipher.decrypt(&nonce.into(), payload).map_err(|_| wrong())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_read_in_its_place_alone() {
        let vault = Vault::new(&[7; 32]);
        let place = Place {
            tenant: [1; 16],
            entity: "subscriber",
            field: "password",
            id: [2; 16],
        };
        let sealed = vault.seal(&place, b"hush").expect("sealed");
        assert_eq!(vault.open(&place, &sealed).expect("opened"), b"hush");
        assert_ne!(vault.seal(&place, b"hush").expect("sealed"), sealed);
        for other in [
            Place {
                tenant: [9; 16],
                ..place
            },
            Place { field: "pin", ..place },
            Place { id: [9; 16], ..place },
        ] {
            assert!(vault.open(&other, &sealed).is_err());
        }
        assert!(Vault::new(&[8; 32]).open(&place, &sealed).is_err());
        assert!(vault.open(&place, &sealed[..20]).is_err());
        assert!(vault.open(&place, b"").is_err());
    }
}
