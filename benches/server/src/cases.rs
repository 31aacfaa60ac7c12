//! What is asked of everybody.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Value, json};

use crate::data::mixed;
use crate::load::{Asked, Asks, Fault, Line};

/// Pages that a deep one lies behind.
const DEEP: usize = 2_000;
/// As many of the last pages of the walk are asked for.
const LAST: usize = 50;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Case {
    /// A page of fifty by status.
    List,
    /// The same, two thousand pages on.
    Deep,
    /// One by its id.
    Read,
    /// A durable new one, with a unique e-mail and a number without gaps, all in one tenant.
    Create,
    /// The same over nineteen tenants.
    CreateSpread,
    /// A part of a word in a name or an e-mail.
    Search,
    /// A family's stay by a stored list.
    Price,
    /// A booking: checked, priced, recorded.
    Book,
    /// A day at an office: of a hundred questions 40 lists, 30 records, 10 prices, 8 new customers, 7 searches, 5 bookings.
    Mixed,
}

/// How many of a hundred questions of a mixed day are of each kind.
const DAY: [(Case, u64); 6] = [
    (Case::List, 40),
    (Case::Read, 30),
    (Case::Price, 10),
    (Case::CreateSpread, 8),
    (Case::Search, 7),
    (Case::Book, 5),
];

impl Case {
    pub(crate) const ALL: [Case; 8] = [
        Case::List,
        Case::Read,
        Case::Create,
        Case::CreateSpread,
        Case::Price,
        Case::Book,
        // The last: PocketBase goes on with questions that nobody waits for any more.
        Case::Deep,
        Case::Search,
    ];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Case::List => "list",
            Case::Deep => "deep",
            Case::Read => "read",
            Case::Create => "create",
            Case::CreateSpread => "create_spread",
            Case::Search => "search",
            Case::Price => "price",
            Case::Book => "book",
            Case::Mixed => "mixed",
        }
    }
}

/// The requests of each case, as one contender takes them.
#[derive(Default)]
pub(crate) struct Asking(pub(crate) BTreeMap<Case, Asks>);

impl Asking {
    /// A mixed day of what there is.
    pub(crate) fn mixed(&self) -> Option<Asks> {
        let kinds: Option<Vec<(Asks, u64)>> = DAY
            .iter()
            .map(|(case, share)| Some((Arc::clone(self.0.get(case)?), *share)))
            .collect();
        let kinds = kinds?;
        Some(Arc::new(move |number| {
            let mut left = mixed(number) % 100;
            let chosen = kinds.iter().find(|(_, share)| {
                let own = left < *share;
                left = left.saturating_sub(*share);
                own
            });
            let (asks, _) = chosen.unwrap_or(&kinds[0]);
            asks(number)
        }))
    }

    pub(crate) fn add(&mut self, case: Case, asks: impl Fn(u64) -> Asked + Send + Sync + 'static) {
        self.0.insert(case, Arc::new(asks));
    }
}

/// A customer that nobody has yet.
pub(crate) fn customer(number: u64) -> Value {
    static RUN: std::sync::OnceLock<u128> = std::sync::OnceLock::new();
    let run = RUN.get_or_init(|| {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        since.map_or(0, |since| since.as_millis())
    });
    json!({"name": "Nina Novak", "email": format!("nina.{run}.{number}@example.com"), "phone": format!("+4930{:08}", mixed(number) % 100_000_000),
        "city": "Berlin", "status": "pending"})
}

/// Goes from page to page of the first tenant's list, and gives the last cursors on the way.
pub(crate) async fn walk(
    line: &mut Line,
    rows: usize,
    page: impl Fn(Option<&str>) -> Asked,
) -> Result<Vec<String>, Fault> {
    // Three of ten are the first tenant's, and half of them are active.
    let pages = DEEP.min(rows * 3 / 20 / 50 * 9 / 10);
    let mut cursors: Vec<String> = Vec::new();
    for _ in 0..pages {
        let (status, body) = line.ask(page(cursors.last().map(String::as_str))).await?;
        if status != 200 {
            return Err(format!("{status}: {}", String::from_utf8_lossy(&body)).into());
        }
        let told: Value = serde_json::from_slice(&body)?;
        let next = told["next_cursor"].as_str().ok_or("a list that ends too early")?;
        cursors.push(next.to_owned());
    }
    let from = cursors.len().saturating_sub(LAST);
    Ok(cursors.split_off(from))
}
