//! Loaded definitions by number. A number crosses into the add-on in a fraction of the time that a wrapped object takes.
//!
//! Each thread has its own: a worker's end frees what it loaded. JavaScript says when an object is gone, but only between its turns; a loop
//! that never ends one would fill the memory, so what is loaded also looks, now and then, for objects that V8 has collected meanwhile.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use napi::bindgen_prelude::Object;
use napi::{Env, Result};
use ratebook::api::Loaded;

use crate::weak::Weak;

/// Stands for no handle, where an operation is a plain function.
const NONE: u32 = 0;

/// So many bytes are loaded before the next look, or a quarter of what is held.
const BYTES_BETWEEN_LOOKS: i64 = 8 << 20;

/// What the table and JavaScript's side of a handle take beside the definition.
const BYTES_OF_A_HANDLE: i64 = 512;

/// One that is held.
struct Held {
    loaded: Arc<Loaded>,
    /// What V8 was told of it.
    bytes: i64,
    /// The object that stands for it in JavaScript.
    object: Weak,
}

#[derive(Default)]
struct Kept {
    last: u32,
    loaded: BTreeMap<u32, Held>,
    /// The sum of what is held.
    bytes: i64,
    /// What was loaded since the last look.
    since_look: i64,
}

thread_local! {
    static KEPT: RefCell<Kept> = RefCell::default();
}

/// Keeps a definition of so many bytes until its object is gone; gives its number.
pub(crate) fn keep(env: Env, loaded: Loaded, bytes: i64, object: &Object<'_>) -> Result<u32> {
    let object = Weak::new(env, object)?;
    let bytes = bytes.max(0).saturating_add(BYTES_OF_A_HANDLE);
    let (number, gone) = KEPT.with_borrow_mut(|kept| {
        loop {
            kept.last = kept.last.wrapping_add(1);
            if kept.last != NONE && !kept.loaded.contains_key(&kept.last) {
                break;
            }
        }
        let loaded = Arc::new(loaded);
        kept.loaded.insert(kept.last, Held { loaded, bytes, object });
        kept.bytes += bytes;
        kept.since_look += bytes;
        (kept.last, kept.gone(env))
    });
    // Told outside: V8 may collect at once, and tell of what is gone.
    tell(env, bytes)?;
    for held in gone {
        let_go(env, held)?;
    }
    Ok(number)
}

impl Kept {
    /// Those whose objects V8 has collected, when it is time to look.
    fn gone(&mut self, env: Env) -> Vec<Held> {
        if self.since_look < BYTES_BETWEEN_LOOKS.max(self.bytes / 4) {
            return Vec::new();
        }
        self.since_look = 0;
        let gone: Vec<Held> = self
            .loaded
            .extract_if(.., |_, held| held.object.is_gone(env))
            .map(|(_, held)| held)
            .collect();
        self.bytes -= gone.iter().map(|held| held.bytes).sum::<i64>();
        gone
    }
}

/// The definition of that number, for as long as the caller needs it.
pub(crate) fn get(number: u32) -> Option<Arc<Loaded>> {
    if number == NONE {
        return None;
    }
    KEPT.with_borrow(|kept| kept.loaded.get(&number).map(|held| Arc::clone(&held.loaded)))
}

/// What V8 was told of the definition of that number.
pub(crate) fn weight(number: u32) -> i64 {
    KEPT.with_borrow(|kept| kept.loaded.get(&number).map_or(0, |held| held.bytes))
}

/// A definition became so many bytes larger or smaller.
pub(crate) fn grow(env: Env, number: u32, by: i64) -> Result<()> {
    let grown = KEPT.with_borrow_mut(|kept| {
        let Some(held) = kept.loaded.get_mut(&number) else {
            return 0;
        };
        // Never less than nothing: what it began with was measured roughly.
        let grown = by.max(-held.bytes);
        held.bytes += grown;
        kept.bytes += grown;
        grown
    });
    tell(env, grown)
}

/// Forgets a definition; a question that is under way keeps it until it is answered.
pub(crate) fn drop(env: Env, number: u32) -> Result<()> {
    let gone = KEPT.with_borrow_mut(|kept| {
        let held = kept.loaded.remove(&number)?;
        kept.bytes -= held.bytes;
        Some(held)
    });
    gone.map_or(Ok(()), |held| let_go(env, held))
}

fn let_go(env: Env, held: Held) -> Result<()> {
    held.object.forget(env);
    tell(env, -held.bytes)
}

/// Tells V8, so that it collects when much is held that nobody holds any more.
fn tell(env: Env, bytes: i64) -> Result<()> {
    if bytes != 0 {
        env.adjust_external_memory(bytes)?;
    }
    Ok(())
}
