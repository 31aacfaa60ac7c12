//! What is compared, and what the two that are not ours need.

use ratebook_server::store::search::{Hit, Tier};
use sqlx::Row;
use uuid::Uuid;

pub(crate) type Outcome<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// Records of a page.
pub(crate) const LIMIT: usize = 50;

/// A kind of index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Candidate {
    /// None: what writing costs without.
    Bare,
    /// Grams of one to three letters with tenant and place, asked tier by tier: `server/src/store/search.rs`.
    Grams,
    /// The trigrams that the databases bring: FTS5's tokenizer, pg_trgm. Shorter terms by a scan of the tenant's records.
    Trigram,
    /// A table of (tenant, trigram, number). Shorter terms by a scan.
    Table,
}

impl Candidate {
    pub(crate) const ALL: [Candidate; 3] = [Candidate::Grams, Candidate::Trigram, Candidate::Table];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Candidate::Bare => "no index",
            Candidate::Grams => "grams",
            Candidate::Trigram => "trigram",
            Candidate::Table => "table",
        }
    }
}

/// Trigrams of a text without marks, each once.
pub(crate) fn trigrams(text: &str) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let mut all: Vec<String> = letters.windows(3).map(|three| three.iter().collect()).collect();
    all.sort();
    all.dedup();
    all
}

/// A trigram as an integer.
pub(crate) fn key(trigram: &str) -> i32 {
    let hash = trigram.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    i32::from_le_bytes(hash.to_le_bytes())
}

/// A marked text without the marks of words.
pub(crate) fn plain(marked: &str) -> String {
    marked.replace('\u{1}', "")
}

/// Rows of id and number of a tier.
pub(crate) fn hit<R: Row>(row: &R) -> Outcome<(Uuid, Option<Tier>)>
where
    usize: sqlx::ColumnIndex<R>,
    Uuid: for<'r> sqlx::Decode<'r, R::Database> + sqlx::Type<R::Database>,
    Option<i32>: for<'r> sqlx::Decode<'r, R::Database> + sqlx::Type<R::Database>,
{
    let tier: Option<i32> = row.try_get(1)?;
    Ok((row.try_get(0)?, tier.and_then(Tier::of)))
}

/// Rows that the database has ranked.
pub(crate) fn ranked(rows: Vec<(Uuid, Option<Tier>)>) -> Vec<Hit> {
    rows.into_iter()
        .filter_map(|(id, tier)| tier.map(|tier| Hit { tier, id }))
        .collect()
}
