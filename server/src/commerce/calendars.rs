//! Calendars that were made of rows, kept for those who only ask. One is used as long as neither its record nor what is taken of it has
//! changed: both versions are read with each question, so that none is ever older than what it is asked about.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use ratebook::calendar::Calendar;

use super::find::Id;
use crate::store::TenantKey;

/// How many are kept.
const MOST: usize = 10_000;

/// A calendar of one resource, and of when it is.
#[derive(Clone, Debug)]
pub(super) struct Compiled {
    /// The versions of the record, and of what is taken.
    pub(super) versions: (i64, i64),
    /// From when on it knows what is taken, in microseconds.
    pub(super) from: i64,
    pub(super) calendar: Arc<Calendar>,
}

/// Calendars by tenant and resource.
#[derive(Clone, Debug, Default)]
pub struct Calendars(Arc<Mutex<HashMap<(TenantKey, Id), Compiled>>>);

impl Calendars {
    /// The calendar of these versions that knows everything from a moment on.
    pub(super) fn get(&self, key: (TenantKey, Id), versions: (i64, i64), from: i64) -> Option<Arc<Calendar>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = kept.get(&key);
        let fits = known.filter(|one| one.versions == versions && one.from <= from);
        fits.map(|one| Arc::clone(&one.calendar))
    }

    pub(super) fn keep(&self, key: (TenantKey, Id), compiled: Compiled) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= MOST && !kept.contains_key(&key) {
            kept.clear();
        }
        kept.insert(key, compiled);
    }
}
