//! Memory that JavaScript and this thread both hold, by number: requests stand packed in it, and then their answers. A program that
//! loads the package twice has two.

use std::cell::RefCell;
use std::mem::ManuallyDrop;

use napi::bindgen_prelude::Buffer;

thread_local! {
    /// Never dropped with the thread: its JavaScript may be gone by then, and the memory with it.
    static ROOMS: RefCell<Vec<Option<ManuallyDrop<Buffer>>>> = const { RefCell::new(Vec::new()) };
}

/// Keeps it until it is forgotten; gives its number.
pub(crate) fn keep(room: Buffer) -> u32 {
    ROOMS.with_borrow_mut(|rooms| {
        let number = rooms.iter().position(Option::is_none).unwrap_or_else(|| {
            rooms.push(None);
            rooms.len() - 1
        });
        if let Some(place) = rooms.get_mut(number) {
            *place = Some(ManuallyDrop::new(room));
        }
        u32::try_from(number).unwrap_or(u32::MAX)
    })
}

/// Lets go of it.
pub(crate) fn forget(number: u32) {
    // Nothing is left to forget when the thread is ending.
    let _ = ROOMS.try_with(|rooms| {
        let room = rooms.borrow_mut().get_mut(number as usize).and_then(Option::take);
        room.map(ManuallyDrop::into_inner)
    });
}

/// The memory of that number; none at all when there is no such number.
pub(crate) fn with<T>(number: u32, run: impl FnOnce(&mut [u8]) -> T) -> T {
    ROOMS.with_borrow_mut(|rooms| {
        let room = rooms.get_mut(number as usize).and_then(Option::as_mut);
        run(room.map(|room| room.as_mut()).unwrap_or_default())
    })
}
