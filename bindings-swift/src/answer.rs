//! How an answer reaches the caller's memory, or waits when there is too little.

use std::cell::RefCell;

use ratebook::Error;

/// What is told.
pub(crate) enum Told<'e> {
    /// An answer.
    Answer(Vec<u8>),
    /// An error, as its report.
    Error(&'e Error),
}

thread_local! {
    /// The answer that the last call on this thread had no room for.
    static WAITING: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Writes it into the room, or lets it wait; its length, below zero for an error.
pub(crate) fn tell(told: &Told<'_>, room: &mut [u8]) -> i64 {
    let report;
    let (text, refused) = match told {
        Told::Answer(text) => (text, false),
        Told::Error(error) => {
            report = serde_json::to_vec(&error.report()).unwrap_or_default();
            (&report, true)
        }
    };
    let bytes = length(text);
    if !write(text, room) {
        WAITING.with_borrow_mut(|waiting| text.clone_into(waiting));
    }
    if refused { -1 - bytes } else { bytes }
}

/// Hands over what waits.
pub(crate) fn rest(room: &mut [u8]) -> i64 {
    WAITING.with_borrow_mut(|waiting| {
        let bytes = length(waiting);
        if write(waiting, room) {
            *waiting = Vec::new();
        }
        bytes
    })
}

fn write(text: &[u8], room: &mut [u8]) -> bool {
    match room.get_mut(..text.len()) {
        Some(room) => {
            room.copy_from_slice(text);
            true
        }
        None => false,
    }
}

fn length(text: &[u8]) -> i64 {
    i64::try_from(text.len()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_waits_until_it_does() {
        let mut room = [0; 8];
        assert_eq!(tell(&Told::Answer(b"0123456789".to_vec()), &mut room), 10);
        assert_eq!((rest(&mut room), room), (10, [0; 8]));
        let mut room = [0; 10];
        assert_eq!((rest(&mut room), &room), (10, b"0123456789"));
        assert_eq!(rest(&mut room), 0);
    }

    #[test]
    fn the_length_of_an_error_is_below_zero() {
        let error = Error::new(ratebook::Code::RequestMissing, "/adults", "the field is missing");
        let mut room = [0; 1_000];
        let told = tell(&Told::Error(&error), &mut room);
        let text = str::from_utf8(&room[..usize::try_from(-1 - told).unwrap()]).unwrap();
        assert!(text.starts_with(r#"{"code":"request.missing""#), "{text}");
    }
}
