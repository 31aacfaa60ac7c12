//! The compact form of JSON: gzip, so that every platform and tool can open it, with the checksum that gzip has.

use std::borrow::Cow;
use std::io::{Read, Write};

use flate2::Compression;
use flate2::bufread::GzDecoder;
use flate2::write::GzEncoder;

use super::text::within_limit;
use super::{Family, MAX_JSON_BYTES};
use crate::{Code, Error, Result};

/// What gzip begins with, and no JSON does.
const SIGN: [u8; 2] = [0x1f, 0x8b];

/// JSON text in its compact form; the same text gives the same bytes.
pub fn pack(text: &[u8]) -> Result<Vec<u8>> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    let written = packed.write_all(text).and_then(|()| packed.finish());
    written.map_err(|error| {
        Error::new(
            Code::DefinitionDamaged,
            "",
            format!("the text cannot be packed: {error}"),
        )
    })
}

/// JSON text from its compact form, or as it is when it is in no compact form. What is damaged, goes on after its end or would
/// be too large is refused.
pub fn unpack(bytes: &[u8], family: Family) -> Result<Cow<'_, [u8]>> {
    if !bytes.starts_with(&SIGN) {
        return Ok(Cow::Borrowed(bytes));
    }
    let damaged = |what: &str| {
        let message = format!("the compact form is damaged: {what}");
        Error::new(Code::DefinitionDamaged, "", message)
    };
    let mut packed = GzDecoder::new(bytes);
    let mut text = Vec::new();
    let limit = u64::try_from(MAX_JSON_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    let read = packed.by_ref().take(limit).read_to_end(&mut text);
    read.map_err(|error| damaged(&error.to_string()))?;
    within_limit(text.len(), family)?;
    if !packed.into_inner().is_empty() {
        return Err(damaged("something follows its end"));
    }
    Ok(Cow::Owned(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(bytes: &[u8]) -> Code {
        unpack(bytes, Family::Definition)
            .map(|text| text.len())
            .unwrap_err()
            .code()
    }

    #[test]
    fn what_is_packed_is_unpacked() {
        let text = br#"{"name": "Double room", "currency": "EUR"}"#.repeat(100);
        let packed = pack(&text).unwrap();
        assert!(packed.len() < text.len() / 10);
        assert_eq!(unpack(&packed, Family::Definition).unwrap(), text);
        assert_eq!(pack(&text).unwrap(), packed);
        assert_eq!(unpack(&text, Family::Definition).unwrap(), text);
    }

    #[test]
    fn every_flipped_bit_and_every_missing_byte_is_found() {
        let text: Vec<u8> = (0..=255).cycle().take(3_000).collect();
        let packed = pack(&text).unwrap();
        for place in 0..packed.len() {
            if place >= SIGN.len() {
                let read = unpack(&packed[..place], Family::Definition).map(|text| text.len());
                assert!(
                    read.as_ref()
                        .is_err_and(|error| error.code() == Code::DefinitionDamaged),
                    "{place} bytes: {read:?}"
                );
            }
            for bit in 0..8 {
                let mut broken = packed.clone();
                broken[place] ^= 1 << bit;
                // The time and the system that gzip's header names say nothing of the text; without its sign it is no gzip.
                match unpack(&broken, Family::Definition) {
                    Ok(read) => assert!(*read == text || *read == broken, "{place}.{bit}"),
                    Err(error) => assert_eq!(error.code(), Code::DefinitionDamaged, "{place}.{bit}"),
                }
            }
        }
        assert_eq!(refusal(&[packed, vec![0]].concat()), Code::DefinitionDamaged);
    }

    #[test]
    fn a_bomb_is_too_large() {
        let bomb = pack(&vec![b' '; MAX_JSON_BYTES + 1]).unwrap();
        assert_eq!(refusal(&bomb), Code::DefinitionTooLarge);
    }
}
