//! Passwords: hashed with argon2id, on threads of their own, only so many at once. What another system has hashed with bcrypt is known
//! as well, until its owner has signed in.

use std::fmt;
use std::sync::Arc;

use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, PasswordHash, Version};
use ratebook::{Code, Reason};
use tokio::sync::Semaphore;

use crate::store::Failure;

/// The fewest letters and the most bytes of a password.
const LEAST_LETTERS: usize = 8;
const MOST_BYTES: usize = 1_024;
/// So many wait for a thread at most; who comes then is told to come again.
const MOST_WAITING: usize = 64;
/// A hash of bcrypt took so much work at most: each step doubles it, and whoever brings hashes in decides for how long a thread is
/// busy with each of them.
const MOST_BCRYPT_COST: u32 = 12;
/// What bcrypt looks at of a password.
const READ_BY_BCRYPT: usize = 72;
/// So many wait for the one thread that knows hashes of bcrypt.
const MOST_WAITING_FOR_BCRYPT: usize = 8;
/// The salt and the hash of what is compared where there is no account or no password.
const NOBODYS: &str = "bm9ib2R5J3MgcGFzc3dvcmQ$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// What hashing a password takes. A server has no other than the usual one; tests sign thousands of people in.
#[derive(Clone, Copy, Debug)]
pub struct Effort {
    /// So much memory.
    pub kib: u32,
    /// So many times all of it.
    pub passes: u32,
}

impl Default for Effort {
    /// What OWASP recommends: 19 MiB, gone through twice.
    fn default() -> Effort {
        Effort { kib: 19_456, passes: 2 }
    }
}

impl Effort {
    fn hasher(self) -> Argon2<'static> {
        let params = Params::new(self.kib, self.passes, 1, None).unwrap_or_default();
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
    }

    /// What is compared where there is nothing, so that it takes as long.
    fn nobodys(self) -> String {
        format!("$argon2id$v=19$m={},t={},p=1${NOBODYS}", self.kib, self.passes)
    }
}

/// A password as it was sent: it is shown nowhere.
#[derive(Clone)]
pub(crate) struct Password(String);

impl Password {
    pub(crate) fn new(text: String) -> Password {
        Password(text)
    }

    /// Whether bcrypt has looked at all of it.
    pub(crate) fn is_read_whole_by_bcrypt(&self) -> bool {
        self.0.len() <= READ_BY_BCRYPT
    }

    /// What is wrong with it as a new one.
    pub(crate) fn fault(&self) -> Option<(Code, String)> {
        if self.0.chars().count() < LEAST_LETTERS {
            let message = format!("a password has at least {LEAST_LETTERS} letters");
            return Some((Code::RequestRange, message));
        }
        let message = || format!("a password has at most {MOST_BYTES} bytes");
        (self.0.len() > MOST_BYTES).then(|| (Code::RequestRange, message()))
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Password")
    }
}

/// Whether a hash is one of bcrypt, as other systems keep them, that costs no more than we are willing to spend.
pub(crate) fn is_bcrypt(hash: &str) -> bool {
    let marks = ["$2a$", "$2b$", "$2y$"];
    let read: Result<bcrypt::HashParts, _> = hash.parse();
    hash.len() == 60
        && marks.iter().any(|mark| hash.starts_with(mark))
        && read.is_ok_and(|parts| (4..=MOST_BCRYPT_COST).contains(&parts.get_cost()))
}

/// Where passwords are hashed.
#[derive(Clone, Debug)]
pub(crate) struct Hashing {
    effort: Effort,
    /// Each takes 19 MiB and a core for a while.
    threads: Arc<Semaphore>,
    places: Arc<Semaphore>,
    /// What other systems have hashed takes as long as they chose: it keeps nobody else waiting.
    foreign: [Arc<Semaphore>; 2],
}

impl Hashing {
    pub(crate) fn new(effort: Effort) -> Hashing {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Hashing {
            effort,
            threads: Arc::new(Semaphore::new(cores)),
            places: Arc::new(Semaphore::new(cores + MOST_WAITING)),
            foreign: [1, 1 + MOST_WAITING_FOR_BCRYPT].map(|most| Arc::new(Semaphore::new(most))),
        }
    }

    /// The hash to keep.
    pub(crate) async fn hash(&self, password: Password) -> Result<String, Failure> {
        if let Some((code, message)) = password.fault() {
            return Err(Reason::new(code, "/password", message).into());
        }
        self.hash_again(password).await
    }

    /// The same of a password that has been one for long: what is asked of new ones is not asked of it.
    pub(crate) async fn hash_again(&self, password: Password) -> Result<String, Failure> {
        let hasher = self.effort.hasher();
        let hashed = move || {
            let hash: Result<PasswordHash, _> = hasher.hash_password(password.0.as_bytes());
            hash.map(|hash| hash.to_string())
        };
        let hash = on_a_thread(&self.threads, &self.places, hashed).await?;
        hash.map_err(|_| Failure::defect("a password could not be hashed"))
    }

    /// Whether it is the one that was hashed. Where there is none it takes as long, and it is not.
    pub(crate) async fn is_right(&self, password: Password, hash: Option<String>) -> Result<bool, Failure> {
        let [thread, place] = match hash.as_deref().is_some_and(is_bcrypt) {
            true => self.foreign.each_ref(),
            false => [&self.threads, &self.places],
        };
        let effort = self.effort;
        let compared = move || {
            let known = hash.is_some();
            let hash = hash.unwrap_or_else(|| effort.nobodys());
            if is_bcrypt(&hash) {
                return bcrypt::verify(password.0, &hash).unwrap_or(false);
            }
            let right = Argon2::default().verify_password(password.0.as_bytes(), hash.as_str());
            right.is_ok() && known
        };
        on_a_thread(thread, place, compared).await
    }
}

async fn on_a_thread<T: Send + 'static>(
    threads: &Arc<Semaphore>,
    places: &Arc<Semaphore>,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Failure> {
    let busy = |_| Failure::Busy("too many sign in just now; try again in a moment".to_owned());
    let _place = Arc::clone(places).try_acquire_owned().map_err(busy)?;
    let closed = |_| Failure::defect("nothing is hashed any more");
    let thread = Arc::clone(threads).acquire_owned().await.map_err(closed)?;
    let done = tokio::task::spawn_blocking(move || {
        // Held until the work is done, even if nobody waits for it any more.
        let _thread = thread;
        work()
    });
    done.await
        .map_err(|_| Failure::defect("a password could not be hashed"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_is_known_again_and_nobodys_is_none() {
        let hashing = Hashing::new(Effort::default());
        let password = || Password::new("correct horse".to_owned());
        let hash = hashing.hash(password()).await.expect("a hash");
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert_ne!(hash, hashing.hash(password()).await.expect("a hash"));
        assert!(
            hashing
                .is_right(password(), Some(hash.clone()))
                .await
                .expect("an answer")
        );
        let other = Password::new("correct hors".to_owned());
        assert!(!hashing.is_right(other, Some(hash)).await.expect("an answer"));
        assert!(!hashing.is_right(password(), None).await.expect("an answer"));
        // The one of nobody can be read: it takes its time.
        let nobodys = Effort::default().nobodys();
        assert!(nobodys.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{nobodys}");
        let read = PasswordHash::new(&nobodys).expect("a hash");
        assert_eq!(read.hash.map(|hash| hash.len()), Some(32));
        assert!(hashing.hash(Password::new("short".to_owned())).await.is_err());
        assert_eq!(format!("{:?}", password()), "Password");
    }

    /// Those that the library of Openwall publishes with its sources, and that every implementation is tried by.
    #[tokio::test]
    async fn hashes_of_bcrypt_are_known() {
        let hashing = Hashing::new(Effort::default());
        let long = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789chars after 72 are ignored";
        for (password, hash) in [
            ("U*U", "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW"),
            ("U*U*", "$2a$05$CCCCCCCCCCCCCCCCCCCCC.VGOzA784oUp/Z0DY336zx7pLYAy0lwK"),
            ("U*U*U", "$2a$05$XXXXXXXXXXXXXXXXXXXXXOAcXxm9kjPGEMsLznoKqmqw7tc8WCx4a"),
            (long, "$2a$05$abcdefghijklmnopqrstuu5s2v8.iXieOjg/.AySBTTZIIVFJeBui"),
        ] {
            for mark in ["$2a$", "$2b$", "$2y$"] {
                let hash = hash.replacen("$2a$", mark, 1);
                assert!(is_bcrypt(&hash), "{hash}");
                let right = hashing.is_right(Password::new(password.to_owned()), Some(hash.clone()));
                assert!(right.await.expect("an answer"), "{hash}");
                let wrong = hashing.is_right(Password::new("U*u".to_owned()), Some(hash.clone()));
                assert!(!wrong.await.expect("an answer"), "{hash}");
            }
        }
        for wrong in [
            "",
            "$2a$05$",
            // Whose thread would be busy for hours.
            "$2a$31$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
            // The one of a library that was broken.
            "$2x$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
            "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOe",
            "$1$CCCCCCCC$E5YPO9kmyuRGyh0XouQYb4YMJKvyOeWE5YPO9kmyuRGyh0Xo",
        ] {
            assert!(!is_bcrypt(wrong), "{wrong}");
        }
    }
}
