//! Loaded definitions by number, shared between threads. A number that was dropped is never given again, so that a caller
//! who asks too late is refused and nothing else happens.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use ratebook::api::Loaded;

struct Kept {
    last: i64,
    loaded: BTreeMap<i64, Arc<Loaded>>,
}

static KEPT: RwLock<Kept> = RwLock::new(Kept {
    last: 0,
    loaded: BTreeMap::new(),
});

/// Keeps a definition until it is dropped; gives its number.
pub(crate) fn keep(loaded: Loaded) -> i64 {
    let mut kept = KEPT.write().unwrap_or_else(PoisonError::into_inner);
    kept.last += 1;
    let number = kept.last;
    kept.loaded.insert(number, Arc::new(loaded));
    number
}

/// The definition of that number, for as long as the caller needs it.
pub(crate) fn get(number: i64) -> Option<Arc<Loaded>> {
    let kept = KEPT.read().unwrap_or_else(PoisonError::into_inner);
    kept.loaded.get(&number).cloned()
}

/// Forgets a definition; a question that is under way keeps it until it is answered.
pub(crate) fn drop(number: i64) {
    let dropped = KEPT
        .write()
        .unwrap_or_else(PoisonError::into_inner)
        .loaded
        .remove(&number);
    std::mem::drop(dropped);
}
