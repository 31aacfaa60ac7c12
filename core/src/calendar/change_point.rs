//! A place between two parts of a change. Nothing happens there but in a test, which may stop a command at any of them.

#[cfg(not(test))]
#[inline]
pub(crate) fn change_point() {}

#[cfg(test)]
pub(crate) use injected::{change_point, stopping_at};

#[cfg(test)]
mod injected {
    use std::cell::Cell;

    std::thread_local! {
        /// How many change points are passed before the one that panics.
        static LEFT: Cell<Option<usize>> = const { Cell::new(None) };
    }

    pub(crate) fn change_point() {
        LEFT.with(|left| match left.get() {
            Some(0) => {
                left.set(None);
                panic!("stopped at a change point");
            }
            Some(more) => left.set(Some(more - 1)),
            None => {}
        });
    }

    /// Runs with a panic at a change point, and tells whether it was reached.
    pub(crate) fn stopping_at<T>(point: usize, run: impl FnOnce() -> T) -> (std::thread::Result<T>, bool) {
        LEFT.with(|left| left.set(Some(point)));
        let done = std::panic::catch_unwind(std::panic::AssertUnwindSafe(run));
        let reached = LEFT.with(|left| left.take().is_none());
        (done, reached)
    }
}
