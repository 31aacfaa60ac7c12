//! A file that nobody reads without its key, and of which no byte can be changed, moved, left out or added unnoticed.
//!
//! Sixteen bytes that tell what it is, the length of its head, the head in JSON, then chunks of 64 KiB, each encrypted by AES-256-GCM under
//! a key that is this file's alone. STREAM counts the chunks and marks the last one; the hash of all that stands before them is bound into each.

use std::io::{self, Read, Write};

use aead_stream::{DecryptorBE32, EncryptorBE32};
use aes_gcm::Aes256Gcm;
use aes_gcm::aead::Payload;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use ratebook::time::Instant;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::platform::settings::InstallationKey;
use crate::store::upgrade::Shape;

/// How such a file begins.
pub(super) const MAGIC: &[u8; 16] = b"ratebook backup\n";
/// In which form this is written.
const FORM: u32 = 1;
const CHUNK: usize = 64 * 1024;
const TAG: usize = 16;
/// A head has at most so many bytes.
const MOST_OF_A_HEAD: usize = 1024 * 1024;

/// What a backup tells of itself to whoever has no key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    form: u32,
    /// The version of the server that made it.
    pub server: String,
    /// When.
    pub made_at: Instant,
    /// Of which versions its tables are.
    pub shape: Shape,
    /// The tenant that it is of; nothing of a whole installation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tenant: Option<String>,
    /// By what keys are told apart: nothing of the key is learnt from it.
    key: String,
    /// What makes its key of the one that is set.
    salt: String,
    nonce: String,
}

/// What encrypts one file.
struct Own {
    key: [u8; 32],
    nonce: [u8; 7],
    /// What stands before the chunks.
    before: Vec<u8>,
}

impl Head {
    /// Of a backup that is made now.
    pub(super) fn new(shape: Shape, made_at: Instant, key: &InstallationKey) -> io::Result<Head> {
        let (mut salt, mut nonce) = ([0; 32], [0; 7]);
        for bytes in [&mut salt[..], &mut nonce[..]] {
            getrandom::fill(bytes).map_err(|error| io::Error::other(error.to_string()))?;
        }
        Ok(Head {
            form: FORM,
            server: env!("CARGO_PKG_VERSION").to_owned(),
            made_at,
            shape,
            tenant: None,
            key: mark(key),
            salt: STANDARD.encode(salt),
            nonce: STANDARD.encode(nonce),
        })
    }

    fn own(&self, key: &InstallationKey, before: Vec<u8>) -> io::Result<Own> {
        if self.form != FORM {
            let message = format!("the backup is of form {}; this server reads form {FORM}", self.form);
            return Err(wrong(message));
        }
        if self.key != mark(key) {
            return Err(wrong(match self.tenant {
                Some(_) => "the tenant was sealed by another `transfer_key`",
                None => "the backup was made by another `backup_key`",
            }));
        }
        let bytes = |text: &str| STANDARD.decode(text).map_err(|_| changed());
        let salt = bytes(&self.salt)?;
        let nonce = bytes(&self.nonce)?.try_into().map_err(|_| changed())?;
        let key = mixed(key, &[b"file", &salt]);
        Ok(Own { key, nonce, before })
    }
}

fn mixed(key: &InstallationKey, words: &[&[u8]]) -> [u8; 32] {
    // As HMAC itself lengthens a key that is shorter than its block.
    let mut block = [0; 64];
    block.iter_mut().zip(&key.0).for_each(|(place, byte)| *place = *byte);
    let mut mac = Hmac::<Sha256>::new(&block.into());
    mac.update(MAGIC);
    words.iter().for_each(|word| mac.update(word));
    mac.finalize().into_bytes().into()
}

fn mark(key: &InstallationKey) -> String {
    hex(mixed(key, &[b"mark"]).get(..8).unwrap_or_default())
}

pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn wrong(message: impl Into<String>) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, message.into())
}

fn changed() -> io::Error {
    wrong("the backup is not as it was made: a part of it was changed, moved, left out or added")
}

/// Encrypts what is written.
pub(super) struct Sealing<W> {
    out: W,
    stream: EncryptorBE32<Aes256Gcm>,
    bound: [u8; 32],
    /// What is not encrypted yet: the last chunk is known by its end alone.
    waiting: Vec<u8>,
    hash: Sha256,
    bytes: u64,
}

impl<W: Write> Sealing<W> {
    pub(super) fn begin(out: W, head: &Head, key: &InstallationKey) -> io::Result<Sealing<W>> {
        let text = serde_json::to_vec(head)?;
        let length = u32::try_from(text.len()).map_err(|_| wrong("a head that is too long"))?;
        let before = [&MAGIC[..], &length.to_be_bytes(), &text].concat();
        let own = head.own(key, before)?;
        let mut sealing = Sealing {
            out,
            stream: EncryptorBE32::new(&own.key.into(), &own.nonce.into()),
            bound: Sha256::digest(&own.before).into(),
            waiting: Vec::with_capacity(CHUNK),
            hash: Sha256::new(),
            bytes: 0,
        };
        sealing.put(&own.before)?;
        Ok(sealing)
    }

    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.out.write_all(bytes)?;
        self.hash.update(bytes);
        self.bytes += u64::try_from(bytes.len()).unwrap_or(0);
        Ok(())
    }

    /// Ends it: what it was written to, how many bytes it is, and its SHA-256.
    pub(super) fn finish(mut self) -> io::Result<(W, u64, [u8; 32])> {
        let payload = Payload {
            msg: &self.waiting,
            aad: &self.bound,
        };
        let sealed = self.stream.encrypt_last(payload).map_err(|_| failed())?;
        self.out.write_all(&sealed)?;
        self.hash.update(&sealed);
        self.bytes += u64::try_from(sealed.len()).unwrap_or(0);
        self.out.flush()?;
        Ok((self.out, self.bytes, self.hash.finalize().into()))
    }
}

fn failed() -> io::Error {
    io::Error::other("a chunk could not be encrypted")
}

impl<W: Write> Write for Sealing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.waiting.len() == CHUNK && !bytes.is_empty() {
            let payload = Payload {
                msg: &self.waiting,
                aad: &self.bound,
            };
            let sealed = self.stream.encrypt_next(payload).map_err(|_| failed())?;
            self.put(&sealed)?;
            self.waiting.clear();
        }
        let taken = bytes.len().min(CHUNK - self.waiting.len());
        self.waiting.extend_from_slice(bytes.get(..taken).unwrap_or_default());
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Decrypts what is read.
pub(super) struct Opening<R> {
    from: R,
    /// Nothing once the last chunk was read.
    stream: Option<DecryptorBE32<Aes256Gcm>>,
    bound: [u8; 32],
    /// The chunk after the one that is read: where there is none, that is the last.
    ahead: Vec<u8>,
    plain: Vec<u8>,
    place: usize,
}

impl<R: Read> Opening<R> {
    pub(super) fn begin(mut from: R, key: &InstallationKey) -> io::Result<(Head, Opening<R>)> {
        let none = || wrong("this is no backup of Ratebook, or its beginning was changed");
        let mut before = some(&mut from, MAGIC.len() + 4)?;
        let length = match before.split_at_checked(MAGIC.len()) {
            Some((magic, length)) if magic == MAGIC => length.try_into().map(u32::from_be_bytes),
            _ => return Err(none()),
        };
        let length = usize::try_from(length.map_err(|_| none())?).unwrap_or(usize::MAX);
        if length > MOST_OF_A_HEAD {
            return Err(none());
        }
        let text = some(&mut from, length)?;
        if text.len() < length {
            return Err(none());
        }
        let head: Head = serde_json::from_slice(&text).map_err(|_| none())?;
        before.extend_from_slice(&text);
        let own = head.own(key, before)?;
        let ahead = some(&mut from, CHUNK + TAG)?;
        let opening = Opening {
            from,
            stream: Some(DecryptorBE32::new(&own.key.into(), &own.nonce.into())),
            bound: Sha256::digest(&own.before).into(),
            ahead,
            plain: Vec::new(),
            place: 0,
        };
        Ok((head, opening))
    }

    fn next(&mut self) -> io::Result<()> {
        let Some(mut stream) = self.stream.take() else {
            return Ok(());
        };
        let sealed = std::mem::take(&mut self.ahead);
        if sealed.len() == CHUNK + TAG {
            self.ahead = some(&mut self.from, CHUNK + TAG)?;
        }
        let payload = Payload {
            msg: &sealed,
            aad: &self.bound,
        };
        self.plain = if self.ahead.is_empty() {
            stream.decrypt_last(payload).map_err(|_| changed())?
        } else {
            let plain = stream.decrypt_next(payload).map_err(|_| changed())?;
            self.stream = Some(stream);
            plain
        };
        self.place = 0;
        Ok(())
    }
}

impl<R: Read> Read for Opening<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.place >= self.plain.len() {
            if self.stream.is_none() {
                return Ok(0);
            }
            self.next()?;
        }
        let mut left = self.plain.get(self.place..).unwrap_or_default();
        let read = left.read(into)?;
        self.place += read;
        Ok(read)
    }
}

/// So many bytes, or all that there are.
fn some(from: &mut impl Read, length: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(length);
    let most = u64::try_from(length).unwrap_or(u64::MAX);
    from.by_ref().take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: InstallationKey = InstallationKey([5; 32]);

    fn sealed(text: &[u8]) -> Vec<u8> {
        let shape = Shape {
            migration: 16,
            packs: [("studio".to_owned(), 3)].into(),
        };
        let now = Instant::from_microseconds(0).expect("a moment");
        let head = Head::new(shape, now, &KEY).expect("a head");
        let mut sealing = Sealing::begin(Vec::new(), &head, &KEY).expect("a file");
        sealing.write_all(text).expect("written");
        let (file, bytes, hash) = sealing.finish().expect("an end");
        assert_eq!((bytes, hash), (file.len() as u64, Sha256::digest(&file).into()));
        file
    }

    fn opened(file: &[u8]) -> io::Result<Vec<u8>> {
        let (_, mut opening) = Opening::begin(file, &KEY)?;
        let mut text = Vec::new();
        opening.read_to_end(&mut text)?;
        Ok(text)
    }

    #[test]
    fn what_was_written_is_read_whatever_its_length() {
        for length in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 7] {
            let text: Vec<u8> = (0..length).map(|place| (place % 251) as u8).collect();
            assert_eq!(opened(&sealed(&text)).expect("opened"), text, "{length}");
        }
    }

    #[test]
    fn every_byte_that_is_changed_cut_or_added_is_noticed() {
        let file = sealed(b"a few words that nobody is to read");
        assert!(!file.windows(5).any(|some| some == b"words"));
        for place in 0..file.len() {
            let mut other = file.clone();
            other[place] ^= 1;
            assert!(opened(&other).is_err(), "byte {place}");
            assert!(opened(&file[..place]).is_err(), "cut at {place}");
        }
        assert!(opened(&[&file[..], &[0]].concat()).is_err());
    }

    #[test]
    fn no_chunk_is_moved_left_out_or_taken_from_another_file() {
        let text: Vec<u8> = (0..4 * CHUNK).map(|place| (place / CHUNK) as u8).collect();
        let (file, other) = (sealed(&text), sealed(&text));
        let head = file.len() - 4 * (CHUNK + TAG);
        let chunk = |file: &[u8], number: usize| file[head + number * (CHUNK + TAG)..][..CHUNK + TAG].to_vec();
        let of = |numbers: &[usize]| {
            let chunks = numbers.iter().map(|number| chunk(&file, *number));
            [file[..head].to_vec()]
                .into_iter()
                .chain(chunks)
                .collect::<Vec<_>>()
                .concat()
        };
        assert_eq!(opened(&of(&[0, 1, 2, 3])).expect("opened"), text);
        for numbers in [&[1, 0, 2, 3][..], &[0, 2, 3], &[0, 1, 2], &[0, 1, 1, 2, 3], &[3], &[]] {
            assert!(opened(&of(numbers)).is_err(), "{numbers:?}");
        }
        let mixed = [&file[..head + CHUNK + TAG], &other[head + CHUNK + TAG..]].concat();
        assert!(opened(&mixed).is_err());
    }

    #[test]
    fn another_key_is_told() {
        let file = sealed(b"words");
        let error = Opening::begin(&file[..], &InstallationKey([6; 32]))
            .err()
            .expect("a refusal");
        assert!(error.to_string().contains("another `backup_key`"), "{error}");
    }
}
