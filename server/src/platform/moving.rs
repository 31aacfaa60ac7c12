//! `ratebook-server copy --from sqlite://… --to postgres://…`: a whole installation moved to another database, or back.

use std::fmt::Write as _;
use std::path::Path;

use super::start::{file_of, is_postgres};
use crate::store::sqlite::SqliteFile;
use crate::store::upgrade::{self, CopiedTable};
use crate::store::{Failure, Store};

const USAGE: &str = "ratebook-server copy --from sqlite://ratebook.db --to postgres://user@host/database";

/// What the words of the command ask for, carried out; a line for each table.
pub async fn copy(words: &[String]) -> Result<String, String> {
    let (from, to) = places(words)?;
    if !is_postgres(from) && !Path::new(file_of(from)).exists() {
        return Err(format!("{}: there is no such file", file_of(from)));
    }
    let copied = moved(from, to).await.map_err(|failure| failure.to_string())?;
    Ok(format!(
        "{}The key of the installation moves by hand, and files stay where they lie.\n",
        lines(&copied)
    ))
}

/// A line for each table.
pub(super) fn lines(copied: &[CopiedTable]) -> String {
    let mut text = String::new();
    let mut rows = 0;
    for own in copied {
        rows += own.rows;
        let hash = own
            .hash
            .iter()
            .take(8)
            .fold(String::new(), |text, byte| format!("{text}{byte:02x}"));
        // Writing to a text does not fail.
        let _ = writeln!(text, "{:>10} {hash} {}", own.rows, own.table);
    }
    let _ = writeln!(text, "{rows:>10} rows, the same in both.");
    text
}

fn places(words: &[String]) -> Result<(&str, &str), String> {
    let named = |name: &str| {
        let place = words.iter().position(|word| word == name)?;
        words.get(place + 1).map(String::as_str)
    };
    match (named("--from"), named("--to")) {
        (Some(from), Some(to)) if words.len() == 5 && from != to => Ok((from, to)),
        _ => Err(USAGE.to_owned()),
    }
}

/// Moves everything from one database into another in which there is nothing yet.
pub async fn moved(from: &str, to: &str) -> Result<Vec<CopiedTable>, Failure> {
    let source = opened(from).await?;
    let target = opened(to).await?;
    let copied = upgrade::copy(&source, &target).await;
    source.close().await;
    target.close().await;
    copied
}

pub(super) async fn opened(place: &str) -> Result<Store, Failure> {
    if is_postgres(place) {
        Store::open_postgres(place, 2).await
    } else {
        Store::open_sqlite(&SqliteFile::new(file_of(place)), 1).await
    }
}
