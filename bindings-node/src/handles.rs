//! Loaded definitions by number. A number crosses into the add-on in a fraction of the time that a wrapped object takes.
//!
//! Each thread has its own: a worker's end frees what it loaded, and JavaScript says when an object is gone.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use ratebook::api::Loaded;

/// Stands for no handle, where an operation is a plain function.
const NONE: u32 = 0;

#[derive(Default)]
struct Kept {
    last: u32,
    loaded: BTreeMap<u32, Arc<Loaded>>,
}

thread_local! {
    static KEPT: RefCell<Kept> = RefCell::default();
}

/// Keeps a definition until it is dropped; gives its number.
pub(crate) fn keep(loaded: Loaded) -> u32 {
    KEPT.with_borrow_mut(|kept| {
        loop {
            kept.last = kept.last.wrapping_add(1);
            if kept.last != NONE && !kept.loaded.contains_key(&kept.last) {
                break;
            }
        }
        kept.loaded.insert(kept.last, Arc::new(loaded));
        kept.last
    })
}

/// The definition of that number, for as long as the caller needs it.
pub(crate) fn get(number: u32) -> Option<Arc<Loaded>> {
    if number == NONE {
        return None;
    }
    KEPT.with_borrow(|kept| kept.loaded.get(&number).cloned())
}

/// Forgets a definition; a question that is under way keeps it until it is answered.
pub(crate) fn drop(number: u32) {
    KEPT.with_borrow_mut(|kept| kept.loaded.remove(&number));
}
