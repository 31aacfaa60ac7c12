//! How many bytes a piece of work leaves allocated: what a definition weighs once it is loaded.

#![expect(
    unsafe_code,
    reason = "an allocator is what sees every allocation, and its trait is unsafe"
)]

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The system's allocator, which counts while somebody weighs.
struct Scales;

#[global_allocator]
static SCALES: Scales = Scales;

/// How many weigh at present. Nothing is counted otherwise: a question costs no more for the scales.
static WEIGHING: AtomicUsize = AtomicUsize::new(0);

thread_local! {
    static BYTES: Cell<i64> = const { Cell::new(0) };
}

#[inline]
fn count(bytes: usize, sign: i64) {
    if WEIGHING.load(Ordering::Relaxed) > 0 {
        let bytes = i64::try_from(bytes).unwrap_or(0);
        // A thread that is ending counts nothing.
        let _ = BYTES.try_with(|all| all.set(all.get().wrapping_add(sign.wrapping_mul(bytes))));
    }
}

// SAFETY: every call goes to the system's allocator as it came; counting allocates nothing.
unsafe impl GlobalAlloc for Scales {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size(), 1);
        // SAFETY: what the caller promises.
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        count(layout.size(), 1);
        // SAFETY: what the caller promises.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        count(layout.size(), -1);
        // SAFETY: what the caller promises.
        unsafe { System.dealloc(memory, layout) }
    }

    unsafe fn realloc(&self, memory: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count(size, 1);
        count(layout.size(), -1);
        // SAFETY: what the caller promises.
        unsafe { System.realloc(memory, layout, size) }
    }
}

/// Counts until it is dropped, whatever the work does.
struct Count {
    before: i64,
}

impl Drop for Count {
    fn drop(&mut self) {
        WEIGHING.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Runs the work; tells how many bytes it left allocated on this thread.
pub(crate) fn weighed<T>(work: impl FnOnce() -> T) -> (T, i64) {
    WEIGHING.fetch_add(1, Ordering::Relaxed);
    let count = Count { before: BYTES.get() };
    let done = work();
    (done, BYTES.get().wrapping_sub(count.before))
}
