//! Ratebook for whatever calls C: Swift, and Kotlin by way of JNA. It holds no rule.
//!
//! Definitions, requests and answers are JSON in UTF-8. Memory stays with the caller, who gives room for the answer; what
//! does not fit waits for `ratebook_rest`. `docs/decisions/0007-c-interface.md` says why it has this form.
#![expect(unsafe_code, reason = "a caller in C gives addresses")]

mod answer;
#[rustfmt::skip]
mod generated;
mod handles;
mod many;
mod wire;

use std::slice;

use answer::Told;

/// What the caller was generated for must be what this library was: a number made of every declaration.
#[unsafe(no_mangle)]
pub extern "C" fn ratebook_interface() -> u64 {
    generated::INTERFACE
}

/// Loads a definition, and answers as [`ratebook_ask`] does: with the number under which it is kept, in digits.
///
/// # Safety
///
/// `definition` points at `definition_bytes` bytes that can be read, `answer` at `answer_bytes` that can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ratebook_load(
    kind: u32,
    definition: *const u8,
    definition_bytes: u64,
    answer: *mut u8,
    answer_bytes: u64,
) -> i64 {
    // SAFETY: the caller promises both.
    let (definition, room) = unsafe { (given(definition, definition_bytes), room(answer, answer_bytes)) };
    match wire::load(kind, definition) {
        Ok(loaded) => answer::tell(&Told::Answer(handles::keep(loaded).to_string().into_bytes()), room),
        Err(error) => answer::tell(&Told::Error(&error), room),
    }
}

/// Answers an operation, asked of a handle or of none, 0: how many bytes the answer has; of an error's report -1 less its
/// bytes. More bytes than there is room for wait for [`ratebook_rest`], and `answer` is left alone.
///
/// # Safety
///
/// `request` points at `request_bytes` bytes that can be read, `answer` at `answer_bytes` that can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ratebook_ask(
    operation: u32,
    handle: i64,
    request: *const u8,
    request_bytes: u64,
    answer: *mut u8,
    answer_bytes: u64,
) -> i64 {
    // SAFETY: the caller promises both.
    let (request, room) = unsafe { (given(request, request_bytes), room(answer, answer_bytes)) };
    match wire::ask(operation, handles::get(handle).as_deref(), request) {
        Ok(text) => answer::tell(&Told::Answer(text), room),
        Err(error) => answer::tell(&Told::Error(&error), room),
    }
}

/// Hands over the answer that the last call on this thread had no room for: how many bytes it has, 0 when none waits. It
/// goes on waiting while there is still too little room.
///
/// # Safety
///
/// `answer` points at `answer_bytes` bytes that can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ratebook_rest(answer: *mut u8, answer_bytes: u64) -> i64 {
    // SAFETY: the caller promises it.
    answer::rest(unsafe { room(answer, answer_bytes) })
}

/// Forgets a definition. A question that is under way is still answered.
#[unsafe(no_mangle)]
pub extern "C" fn ratebook_drop(handle: i64) {
    handles::drop(handle);
}

/// # Safety
///
/// `start` points at `bytes` bytes that can be read for as long as the result is used.
unsafe fn given<'c>(start: *const u8, bytes: u64) -> &'c [u8] {
    match usize::try_from(bytes) {
        // SAFETY: the caller promises it.
        Ok(bytes) if !start.is_null() => unsafe { slice::from_raw_parts(start, bytes) },
        _ => &[],
    }
}

/// # Safety
///
/// `start` points at `bytes` bytes that nobody else uses for as long as the result is.
unsafe fn room<'c>(start: *mut u8, bytes: u64) -> &'c mut [u8] {
    match usize::try_from(bytes) {
        // SAFETY: the caller promises it.
        Ok(bytes) if !start.is_null() => unsafe { slice::from_raw_parts_mut(start, bytes) },
        _ => &mut [],
    }
}
