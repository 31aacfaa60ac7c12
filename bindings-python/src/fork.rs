//! Work without the GIL, and processes that fork meanwhile. A child has the memory of its parent as it was, and none of its threads: what
//! another thread had locked would stay locked in it for ever. So a fork waits until all work without the GIL is done, and what comes next
//! waits for the fork. What holds the GIL cannot be forked in its midst.

use std::cell::{Cell, RefCell};
use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use pyo3::prelude::*;
use pyo3::types::PyDict;

/// Read by work, written by a fork.
static AT_WORK: RwLock<()> = RwLock::new(());

thread_local! {
    /// How much work of this thread lies within other work of it: values that are read may be programs, which ask again or fork.
    static DEPTH: Cell<u32> = const { Cell::new(0) };
    /// What the thread that forks holds, before and after, in the parent and in the child.
    static FORKING: RefCell<Option<RwLockWriteGuard<'static, ()>>> = const { RefCell::new(None) };
}

/// Work that is under way.
struct Work {
    _held: Option<RwLockReadGuard<'static, ()>>,
}

impl Work {
    fn begin() -> Self {
        let depth = DEPTH.get();
        DEPTH.set(depth + 1);
        // Held once: behind a fork that waits, the same thread would wait for itself.
        let held = (depth == 0).then(|| AT_WORK.read().unwrap_or_else(PoisonError::into_inner));
        Work { _held: held }
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        DEPTH.set(DEPTH.get() - 1);
    }
}

/// Runs what takes long without the GIL.
pub(crate) fn away<T: Send>(py: Python<'_>, work: impl FnOnce() -> T + Send) -> T {
    py.detach(|| {
        let _work = Work::begin();
        work()
    })
}

#[pyfunction]
fn before(py: Python<'_>) {
    py.detach(|| {
        // A fork in the midst of this thread's own work cannot wait for its end.
        if DEPTH.get() == 0 {
            let held = AT_WORK.write().unwrap_or_else(PoisonError::into_inner);
            FORKING.set(Some(held));
        }
    });
}

#[pyfunction]
fn after() {
    drop(FORKING.take());
}

/// Has the interpreter tell of every fork, where there are forks.
pub(crate) fn watch(module: &Bound<'_, PyModule>) -> PyResult<()> {
    let os = module.py().import("os")?;
    let Some(register) = os.getattr_opt("register_at_fork")? else {
        return Ok(());
    };
    let hooks = PyDict::new(module.py());
    hooks.set_item("before", wrap_pyfunction!(before, module)?)?;
    hooks.set_item("after_in_parent", wrap_pyfunction!(after, module)?)?;
    hooks.set_item("after_in_child", wrap_pyfunction!(after, module)?)?;
    register.call((), Some(&hooks))?;
    Ok(())
}
