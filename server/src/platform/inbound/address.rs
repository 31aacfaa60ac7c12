//! The address to which an answer to a letter goes: behind the `+` of an inbox stands which record the letter was about, signed by the key
//! of the installation. Whoever has it has received the letter, or was given it by who has.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

use crate::store::{TenantKey, Vault};

/// With so many digits an id is written, and with so many a signature.
const ID: usize = 26;
const SIGNATURE: usize = 16;
/// As many bytes of a signature are written.
const SIGNED: usize = 10;
/// Small letters and digits alone: some servers write addresses in small letters.
const BASE: u32 = 32;
/// Before the `@` an address has at most so many bytes.
const LONGEST: usize = 64;
/// And so many of an inbox, so that a record finds room behind it.
pub(super) const LONGEST_OWN: usize = LONGEST - 1 - ID - SIGNATURE;

/// Where answers about records arrive: all of one entity, whatever that is called by now.
#[derive(Clone, Copy, Debug)]
pub(super) struct Answered<'a> {
    pub(super) tenant: TenantKey,
    pub(super) inbox: &'a str,
}

fn digits(mut number: u128, length: usize) -> String {
    let mut digits = Vec::with_capacity(length);
    for _ in 0..length {
        let digit = u32::try_from(number % u128::from(BASE)).unwrap_or_default();
        digits.extend(char::from_digit(digit, BASE));
        number /= u128::from(BASE);
    }
    digits.iter().rev().collect()
}

impl Answered<'_> {
    fn signature(&self, vault: &Vault, record: [u8; 16]) -> u128 {
        let mut signed = match Hmac::<Sha256>::new_from_slice(&vault.key_for("answers")) {
            Ok(signed) => signed,
            Err(_) => unreachable!("HMAC takes keys of every length"),
        };
        signed.update(&self.tenant);
        signed.update(&record);
        signed.update(self.inbox.as_bytes());
        let bytes = signed.finalize().into_bytes();
        let own = bytes.iter().take(SIGNED);
        own.fold(0, |number, byte| (number << 8) | u128::from(*byte))
    }

    /// `desk+…@example.com` of `desk@example.com`; nothing where that is no address.
    pub(super) fn write(&self, vault: &Vault, (address, record): (&str, [u8; 16])) -> Option<String> {
        let (own, domain) = address.rsplit_once('@')?;
        let id = digits(u128::from_be_bytes(record), ID);
        let signature = digits(self.signature(vault, record), SIGNATURE);
        Some(format!("{own}+{id}{signature}@{domain}"))
    }

    /// The record of an address that this installation has written.
    pub(super) fn read(&self, vault: &Vault, address: &str) -> Option<[u8; 16]> {
        let (own, _) = address.rsplit_once('@')?;
        let (_, written) = own.rsplit_once('+')?;
        let is_whole = written.len() == ID + SIGNATURE && written.is_ascii();
        let (id, signature) = written.split_at_checked(ID).filter(|_| is_whole)?;
        let record = u128::from_str_radix(id, BASE).ok()?.to_be_bytes();
        let signature = u128::from_str_radix(signature, BASE).ok()?.to_be_bytes();
        let wanted = self.signature(vault, record).to_be_bytes();
        bool::from(signature.ct_eq(&wanted)).then_some(record)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_what_was_signed_and_nothing_else() {
        let (vault, other) = (Vault::new(&[7; 32]), Vault::new(&[8; 32]));
        let answered = Answered {
            tenant: [1; 16],
            inbox: "support",
        };
        for record in [[0; 16], [0xff; 16], [2; 16]] {
            let longest = format!("{}@acme.example", "d".repeat(LONGEST_OWN));
            let address = answered.write(&vault, (&longest, record)).expect("an address");
            assert_eq!(address.find('@'), Some(LONGEST), "{address}");
            assert_eq!(answered.read(&vault, &address), Some(record));
            assert_eq!(answered.read(&vault, &address.to_uppercase()), Some(record));
            assert_eq!(answered.read(&other, &address), None);
            for (tenant, inbox) in [([9; 16], "support"), ([1; 16], "desk")] {
                let other = Answered { tenant, inbox };
                assert_eq!(other.read(&vault, &address), None);
            }
            let (own, written) = address.split_once('+').expect("what is written");
            for place in 0..ID + SIGNATURE {
                let mut changed = written.as_bytes().to_vec();
                changed[place] = if changed[place] == b'0' { b'1' } else { b'0' };
                let changed = String::from_utf8(changed).expect("text");
                assert_eq!(answered.read(&vault, &format!("{own}+{changed}")), None, "{place}");
            }
        }
        for wrong in ["", "a@b", "a+b@c", "a+@c", "a+ä@c", "no address"] {
            assert_eq!(answered.read(&vault, wrong), None, "{wrong}");
        }
        assert_eq!(answered.write(&vault, ("no address", [1; 16])), None);
    }
}
