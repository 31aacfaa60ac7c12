//! How the program ends when it fails.

use std::io::{self, Write};
use std::panic;
use std::process::exit;

/// With what it ends then, as any program of Rust does.
const FAILED: i32 = 101;

/// From here on the whole program ends where any of its threads fails, and whoever waits for it hears so at once. It says where it was,
/// and not what failed: that may quote what a record says.
pub fn end_where_anything_fails() {
    panic::set_hook(Box::new(|failed| {
        let place = failed
            .location()
            .map_or_else(String::new, |place| format!(" at {place}"));
        let _ = writeln!(io::stderr(), "ratebook-documents: it has failed{place}");
        exit(FAILED);
    }));
}
