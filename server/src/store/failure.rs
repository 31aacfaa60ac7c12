//! Why something was not kept or not found.

use std::fmt;
use std::sync::Arc;

use ratebook::{Error, Reason};

use super::sqlite::WriteError;

/// Why a transaction came to nothing; nothing of it is kept.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Failure {
    /// The rules are against it.
    Refused(Error),
    /// Another row has it already: the name of the constraint that stood against it.
    Taken(String),
    /// A row is not there that has to be, or is still needed: the name of the key, where the database tells it.
    Bound(String),
    /// There is too much to do just now, or somebody else was first: trying again may succeed.
    Busy(String),
    /// It crossed the way of others, and the database had it give way: done again it may succeed.
    Crossed(String),
    /// The same request is being carried out just now, here or on another server.
    UnderWay(String),
    /// The tables are those of another version, of the pack or of the platform, than the one by which this server works.
    Outdated(String),
    /// It was carried out to see what would come of it, and undone.
    Undone,
    /// The database does not answer, or the line to it has broken: nothing is kept. What it was told.
    Away(String),
    /// The line broke while it was being kept: whether it was, is not known. What was told of it.
    Unknown(String),
    /// The database has no room to keep anything, or its disk takes nothing: nothing is kept. What it was told.
    Full(String),
    /// The database failed.
    Database(Arc<sqlx::Error>),
    /// The program failed.
    Defect(String),
}

impl Failure {
    /// A defect, told.
    pub fn defect(message: impl Into<String>) -> Failure {
        Failure::Defect(message.into())
    }

    /// Whether a table or a column was not there, or of another type: what happens to whoever asks by a shape that has just changed.
    pub(super) fn is_of_shape(&self) -> bool {
        let Failure::Database(error) = self else { return false };
        let code = error.as_database_error().and_then(|told| told.code());
        matches!(code.as_deref(), Some("42703" | "42P01" | "42804" | "0A000"))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Refused(error) => error.fmt(f),
            Failure::Taken(name) => write!(f, "another row has it already ({name})"),
            Failure::Bound(name) => write!(f, "a row is not there, or still needed ({name})"),
            Failure::Busy(message)
            | Failure::UnderWay(message)
            | Failure::Crossed(message)
            | Failure::Outdated(message)
            | Failure::Away(message)
            | Failure::Unknown(message)
            | Failure::Full(message)
            | Failure::Defect(message) => f.write_str(message),
            Failure::Undone => f.write_str("it was undone, as it was asked for"),
            Failure::Database(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Failure {}

impl From<Error> for Failure {
    fn from(error: Error) -> Failure {
        Failure::Refused(error)
    }
}

impl From<Reason> for Failure {
    fn from(reason: Reason) -> Failure {
        Failure::Refused(reason.into())
    }
}

/// Whether nobody is let in, or the line is gone: broken, or closed by whoever runs the database, or as nobody asked anything on it.
fn is_away(error: &sqlx::Error) -> bool {
    let told = error.as_database_error().and_then(|told| told.code());
    let closed = told.is_some_and(|code| code.starts_with("08") || code.starts_with("57P") || code == "25P03");
    closed
        || matches!(
            error,
            sqlx::Error::Io(_) | sqlx::Error::Tls(_) | sqlx::Error::PoolTimedOut
        )
}

/// Whether there is no room on the disk, or it takes nothing: as PostgreSQL tells it, and SQLite, whose disk may fail as it writes as well.
fn is_full(error: &sqlx::Error) -> bool {
    let told = error.as_database_error().and_then(|told| told.code());
    matches!(told.as_deref(), Some("53100" | "13" | "778" | "1034"))
}

impl From<sqlx::Error> for Failure {
    fn from(error: sqlx::Error) -> Failure {
        if is_full(&error) {
            return Failure::Full(error.to_string());
        }
        if is_away(&error) {
            return Failure::Away(error.to_string());
        }
        let Some(told) = error.as_database_error() else {
            return Failure::Database(Arc::new(error));
        };
        let name = || told.constraint().unwrap_or_else(|| told.message()).to_owned();
        if told.is_unique_violation() {
            return Failure::Taken(name());
        }
        if told.is_foreign_key_violation() {
            return Failure::Bound(name());
        }
        let again = || "somebody else changes the same just now; try again".to_owned();
        match told.code().as_deref() {
            // A deadlock, a serialization that failed.
            Some("40P01" | "40001") => return Failure::Crossed(again()),
            // A lock that was waited for too long.
            Some("55P03" | "5") => return Failure::Busy(again()),
            _ => {}
        }
        Failure::Database(Arc::new(error))
    }
}

impl From<WriteError<Failure>> for Failure {
    fn from(error: WriteError<Failure>) -> Failure {
        match error {
            WriteError::Unit(failure) => failure,
            WriteError::Panicked(message) => Failure::Defect(message),
            WriteError::Group(error) if is_full(&error) => Failure::Full(error.to_string()),
            WriteError::Group(error) => Failure::Database(error),
            busy => Failure::Busy(busy.to_string()),
        }
    }
}
