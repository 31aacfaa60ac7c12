//! Bytes that a structure holds on the heap, as it asked for them: what the allocator adds to each is not in it.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicBool, AtomicIsize, Ordering::Relaxed};

static COUNTS: AtomicBool = AtomicBool::new(false);
static BYTES: AtomicIsize = AtomicIsize::new(0);

/// The system's allocator, which also counts while it is told to.
struct Counting;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn count(given: usize, taken: usize) {
    if COUNTS.load(Relaxed) {
        BYTES.fetch_add(given.cast_signed().wrapping_sub(taken.cast_signed()), Relaxed);
    }
}

#[expect(
    unsafe_code,
    reason = "an allocator is unsafe to write; every call goes to the system's as it came"
)]
// SAFETY: every method hands its arguments to `System` unchanged and answers what that answers.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size(), 0);
        // SAFETY: the caller keeps to the contract of this method, which is that of `System`.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        count(0, layout.size());
        // SAFETY: as above.
        unsafe { System.dealloc(place, layout) }
    }

    unsafe fn realloc(&self, place: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count(size, layout.size());
        // SAFETY: as above.
        unsafe { System.realloc(place, layout, size) }
    }
}

/// Makes something, and says how many bytes more are on the heap afterwards.
pub(crate) fn bytes_of<T>(make: impl FnOnce() -> T) -> (T, f64) {
    let before = BYTES.load(Relaxed);
    COUNTS.store(true, Relaxed);
    let made = make();
    COUNTS.store(false, Relaxed);
    (made, (BYTES.load(Relaxed) - before) as f64)
}
