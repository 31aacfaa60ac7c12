//! Names of what someone may do: `rates:write`, `bookings:*`, `*`.

use std::fmt;
use std::str::FromStr;

use crate::money::shortened;
use crate::{Code, Error};

/// One permission, or all of a kind: words with colons between them, of which the last may be `*`. `bookings:*` covers
/// `bookings:write` and `bookings:write:own`; `*` covers everything.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Permission(String);

/// The longest name, in letters.
const MAX_LENGTH: usize = 120;

impl Permission {
    /// Its text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether who holds this one may do the other.
    ///
    /// ```
    /// use ratebook::permission::Permission;
    /// # fn main() -> ratebook::Result<()> {
    /// let held: Permission = "bookings:*".parse()?;
    /// assert!(held.covers(&"bookings:write".parse()?));
    /// assert!(!held.covers(&"rates:write".parse()?));
    /// # Ok(()) }
    /// ```
    pub fn covers(&self, other: &Permission) -> bool {
        match self.0.strip_suffix('*') {
            // `bookings:` of `bookings:*`; nothing of `*`.
            Some(start) => other.0.starts_with(start),
            None => self.0 == other.0,
        }
    }

    /// Whether it names all of a kind.
    pub fn is_kind(&self) -> bool {
        self.0.ends_with('*')
    }
}

impl FromStr for Permission {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let mut words = text.split(':').peekable();
        let mut well = text.len() <= MAX_LENGTH;
        while let Some(word) = words.next() {
            let letters = !word.is_empty()
                && word
                    .bytes()
                    .all(|one| one.is_ascii_alphanumeric() || b"_-.".contains(&one));
            well &= letters || (word == "*" && words.peek().is_none());
        }
        if well {
            return Ok(Permission(text.to_owned()));
        }
        let message = format!(
            "`{}` is not a permission; one is like `rates:write`, `bookings:*` or `*`",
            shortened(text)
        );
        Err(Error::new(Code::RequestRange, "", message))
    }
}

impl fmt::Display for Permission {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}
