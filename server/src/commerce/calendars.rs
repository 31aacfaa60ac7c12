//! What was compiled of rows, kept as long as they have not changed: rate lists and ways of booking by the version of their record,
//! calendars and what they are sold by, by that version and the one of what is taken. Versions are read in the transaction of the
//! question that they are used for, so that nothing here is ever older than what it is asked about.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use moka::sync::Cache;
use ratebook::books::Storefront;
use ratebook::calendar::Calendar;
use ratebook::rates::{RateList, RateListDefinition};

use super::find::{Bookable, Id};
use crate::store::{Failure, TenantKey};

/// How many bytes of each kind are kept, about.
const MOST_BYTES: u64 = 64 << 20;
/// What something small takes with all that stands around it, so that not too many are kept either: at most 16,384 of a kind.
const LEAST_BYTES: usize = 4 << 10;
/// Where it is known that nothing was changed, that holds for so long: another process may have changed the file.
const HOLDS: Duration = Duration::from_millis(900);
/// As many are known to be as they were.
const MOST_LOOKED_AT: u64 = 16_384;
/// What a day of a compiled rate list takes, about, and how many days are looked at.
const DAY_BYTES: usize = 64;
const MOST_DAYS: usize = 40_000;
/// What something that is taken takes in a calendar, about.
const TAKING_BYTES: usize = 512;

/// Things by tenant and resource.
#[derive(Debug)]
struct Shelf<T: Clone + Send + Sync + 'static> {
    kept: Cache<(TenantKey, Id), Weighed<T>>,
    found: AtomicU64,
    missed: AtomicU64,
}

#[derive(Clone, Debug)]
struct Weighed<T> {
    thing: T,
    bytes: u32,
}

/// How often something was asked for, and was there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Hits {
    /// How often it was there.
    pub found: u64,
    /// How often it had to be made.
    pub missed: u64,
    /// How many things are kept.
    pub kept: u64,
    /// How many bytes they take, about.
    pub bytes: u64,
}

impl<T: Clone + Send + Sync + 'static> Shelf<T> {
    fn new(most_bytes: u64) -> Shelf<T> {
        let kept = Cache::builder().max_capacity(most_bytes);
        Shelf {
            kept: kept.weigher(|_, own: &Weighed<T>| own.bytes).build(),
            found: AtomicU64::new(0),
            missed: AtomicU64::new(0),
        }
    }

    fn get(&self, key: (TenantKey, Id), fits: impl Fn(&T) -> bool) -> Option<T> {
        let known = self.kept.get(&key).map(|own| own.thing).filter(fits);
        let counted = if known.is_some() { &self.found } else { &self.missed };
        counted.fetch_add(1, Ordering::Relaxed);
        known
    }

    fn keep(&self, key: (TenantKey, Id), thing: T, bytes: usize) {
        let bytes = u32::try_from(bytes.saturating_add(LEAST_BYTES)).unwrap_or(u32::MAX);
        self.kept.insert(key, Weighed { thing, bytes });
    }

    fn hits(&self) -> Hits {
        self.kept.run_pending_tasks();
        Hits {
            found: self.found.load(Ordering::Relaxed),
            missed: self.missed.load(Ordering::Relaxed),
            kept: self.kept.entry_count(),
            bytes: self.kept.weighted_size(),
        }
    }
}

/// A calendar of one resource, and of when it is.
#[derive(Clone, Debug)]
pub(super) struct Compiled {
    /// The versions of the record, and of what is taken.
    pub(super) versions: (i64, i64),
    /// From when on it knows what is taken, in microseconds.
    pub(super) from: i64,
    pub(super) calendar: Calendar,
    /// The same with the list by which it is sold; nothing where nothing says what it costs.
    pub(super) storefront: Option<Storefront>,
}

impl Compiled {
    pub(super) fn of(
        bookable: &Bookable,
        (versions, from): ((i64, i64), i64),
        calendar: Calendar,
    ) -> Result<Compiled, Failure> {
        let sold = |list: &Arc<RateList>| {
            let id = bookable.resource.id.as_str();
            let name = list.definition().code.as_deref().unwrap_or(id);
            let made = Storefront::of_one(calendar.clone(), id, Arc::clone(list), name);
            made.map_err(|error| Failure::defect(format!("a list that is not offered: {:?}", error.report())))
        };
        let storefront = bookable.list.as_ref().map(sold).transpose()?;
        Ok(Compiled {
            versions,
            from,
            calendar,
            storefront,
        })
    }
}

/// What was compiled of rows.
#[derive(Debug)]
pub struct Calendars {
    calendars: Shelf<Arc<Compiled>>,
    bookables: Shelf<Arc<Bookable>>,
    /// What was looked at in the database, and after how many changes.
    looked_at: Cache<(TenantKey, Id), (u64, Arc<Bookable>)>,
}

impl Default for Calendars {
    fn default() -> Calendars {
        Calendars {
            calendars: Shelf::new(MOST_BYTES),
            bookables: Shelf::new(MOST_BYTES),
            looked_at: Cache::builder()
                .max_capacity(MOST_LOOKED_AT)
                .time_to_live(HOLDS)
                .build(),
        }
    }
}

impl Calendars {
    /// How often calendars were asked for, and were there.
    pub fn calendars(&self) -> Hits {
        self.calendars.hits()
    }

    /// How often rate lists and ways of booking were asked for, and were there.
    pub fn definitions(&self) -> Hits {
        self.bookables.hits()
    }

    /// The calendar of these versions that knows everything from a moment on.
    pub(super) fn get(&self, key: (TenantKey, Id), versions: (i64, i64), from: i64) -> Option<Arc<Compiled>> {
        self.calendars
            .get(key, |one| one.versions == versions && one.from <= from)
    }

    pub(super) fn keep(&self, key: (TenantKey, Id), compiled: Arc<Compiled>, takings: usize) {
        self.calendars.keep(key, compiled, takings.saturating_mul(TAKING_BYTES));
    }

    /// The definitions of a record of this version.
    pub(super) fn bookable(&self, key: (TenantKey, Id), entity: &str, version: i64) -> Option<Arc<Bookable>> {
        self.bookables
            .get(key, |one| one.entity == entity && one.version == version)
    }

    /// The definitions of a record, where nothing was changed since it was looked at.
    pub(super) fn unchanged(&self, key: (TenantKey, Id), entity: &str, changes: Option<u64>) -> Option<Arc<Bookable>> {
        let (before, known) = self.looked_at.get(&key)?;
        (Some(before) == changes && known.entity == entity).then_some(known)
    }

    /// Notes that a record was looked at after so many changes, or later.
    pub(super) fn looked_at(&self, key: (TenantKey, Id), bookable: &Arc<Bookable>, changes: Option<u64>) {
        if let Some(changes) = changes {
            self.looked_at.insert(key, (changes, Arc::clone(bookable)));
        }
    }

    /// Keeps the definitions of a record, of which so many bytes were read.
    pub(super) fn keep_bookable(&self, key: (TenantKey, Id), bookable: &Arc<Bookable>, read: usize) {
        let days = bookable.list.as_ref().map_or(0, |list| days_of(list.definition()));
        let bytes = read.saturating_mul(4).saturating_add(days * DAY_BYTES);
        self.bookables.keep(key, Arc::clone(bookable), bytes);
    }
}

/// How many days a list is compiled for.
fn days_of(list: &RateListDefinition) -> usize {
    let days = list.valid.last.number().saturating_sub(list.valid.first.number());
    usize::try_from(days).unwrap_or(0).min(MOST_DAYS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_bounded_by_its_bytes() {
        let shelf: Shelf<u32> = Shelf::new(1 << 20);
        for number in 0..10_000_u32 {
            let mut id = [0; 16];
            id[12..].copy_from_slice(&number.to_be_bytes());
            shelf.keep(([1; 16], id), number, 100_000);
        }
        let hits = shelf.hits();
        assert!(hits.kept <= 10 && hits.bytes <= 1 << 20, "{hits:?}");
        assert!(hits.kept > 0, "{hits:?}");
        shelf.keep(([1; 16], [9; 16]), 7, 0);
        assert_eq!(shelf.get(([1; 16], [9; 16]), |own| *own == 7), Some(7));
        assert_eq!(shelf.get(([1; 16], [9; 16]), |own| *own == 8), None);
        assert_eq!(shelf.get(([2; 16], [9; 16]), |_| true), None);
        assert_eq!((shelf.hits().found, shelf.hits().missed), (1, 2));
    }
}
