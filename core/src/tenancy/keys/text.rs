use sha2::{Digest, Sha256};

const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/// So many digits of base 62 hold 256 bits, and so many a checksum of 32.
const SECRET_DIGITS: usize = 43;
const CHECK_DIGITS: usize = 6;

/// The text of a key: its prefix, 256 bits, and a checksum over both.
pub(super) fn written(prefix: &str, secret: [u8; 32]) -> String {
    let mut text = format!("{prefix}_{}", in_base_62(secret));
    let check = u64::from(crc32(text.as_bytes()));
    text.push_str(&digits_of(check, CHECK_DIGITS));
    text
}

/// Whether the text has the form of a key and its own checksum.
pub(super) fn is_sound(text: &str) -> bool {
    let Some((prefix, rest)) = text.rsplit_once('_') else {
        return false;
    };
    let Some((body, check)) = text
        .len()
        .checked_sub(CHECK_DIGITS)
        .and_then(|at| text.split_at_checked(at))
    else {
        return false;
    };
    let digits = rest.len() == SECRET_DIGITS + CHECK_DIGITS && rest.bytes().all(|byte| byte.is_ascii_alphanumeric());
    digits && is_prefix(prefix) && digits_of(u64::from(crc32(body.as_bytes())), CHECK_DIGITS) == check
}

/// Words of small letters and digits, with low lines between them: `rk_live`.
pub(super) fn is_prefix(text: &str) -> bool {
    let word = |word: &str| {
        !word.is_empty()
            && word
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    (1..=20).contains(&text.len()) && text.split('_').all(word)
}

/// What is kept of a key: no one gets from it to the key, since 256 bits cannot be guessed.
pub(super) fn hash_of(text: &str) -> String {
    let hash = Sha256::digest(text.as_bytes());
    let nibble = |nibble: u8| char::from_digit(nibble.into(), 16).unwrap_or('0');
    hash.iter()
        .flat_map(|byte| [nibble(byte >> 4), nibble(byte & 15)])
        .collect()
}

/// Whether two texts are equal; how long it takes does not tell how much of them is.
pub(super) fn same(one: &str, other: &str) -> bool {
    let differing = one.bytes().zip(other.bytes()).fold(0, |differing, (one, other)| {
        core::hint::black_box(differing | (one ^ other))
    });
    one.len() == other.len() && differing == 0
}

/// The 32 bytes that 64 hexadecimal digits write.
pub(super) fn bytes_of(hex: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    let digits = hex.as_bytes().chunks_exact(2);
    if hex.len() != 64 || !hex.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    for (byte, pair) in bytes.iter_mut().zip(digits) {
        *byte = u8::from_str_radix(str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(bytes)
}

fn in_base_62(mut number: [u8; 32]) -> String {
    let mut digits: Vec<u8> = (0..SECRET_DIGITS)
        .map(|_| {
            let mut rest = 0_u32;
            for byte in &mut number {
                let part = rest * 256 + u32::from(*byte);
                *byte = u8::try_from(part / 62).unwrap_or(0);
                rest = part % 62;
            }
            digit(rest.into())
        })
        .collect();
    digits.reverse();
    digits.into_iter().map(char::from).collect()
}

fn digits_of(mut number: u64, length: usize) -> String {
    let mut digits: Vec<u8> = (0..length)
        .map(|_| {
            let last = digit(number % 62);
            number /= 62;
            last
        })
        .collect();
    digits.reverse();
    digits.into_iter().map(char::from).collect()
}

fn digit(value: u64) -> u8 {
    let at = usize::try_from(value).unwrap_or(0);
    DIGITS.get(at).copied().unwrap_or(b'0')
}

/// The checksum of ISO 3309, as in zip and PNG.
fn crc32(bytes: &[u8]) -> u32 {
    let by_bit = |crc: u32, _| {
        if crc & 1 == 1 {
            (crc >> 1) ^ 0xedb8_8320
        } else {
            crc >> 1
        }
    };
    let by_byte = |crc: u32, byte: &u8| (0..8).fold(crc ^ u32::from(*byte), by_bit);
    !bytes.iter().fold(u32::MAX, by_byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_answers() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        assert_eq!(
            hash_of("abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
        assert_eq!(in_base_62([0; 32]), "0".repeat(43));
        assert_eq!(
            in_base_62([255; 32]).len(),
            43,
            "the largest number needs every digit and no more"
        );
        assert_eq!(bytes_of(&"0f".repeat(32)), Some([15; 32]));
    }
}
