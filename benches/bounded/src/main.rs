//! What everything that can grow costs at one size and at eight times that: `figures` measures it here, `stream` writes it for other
//! languages to measure, a line each.

use std::io::Write;

use peak_alloc::PeakAlloc;
use ratebook_tests::growth::{self, Growing};
use serde_json::{Value, json};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// Entries of the small and of the large one.
const SIZES: (usize, usize) = (1_000, 8_000);

/// How much faster than the bytes the time may grow.
const ALLOWED: f64 = 1.8;

fn main() -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    let stream = std::env::args().nth(1).as_deref() == Some("stream");
    for growing in growth::all() {
        writeln!(out, "{}", if stream { grown(&growing) } else { figures(&growing) })?;
    }
    Ok(())
}

/// How time and memory grow.
fn figures(growing: &Growing) -> Value {
    let (times, large) = growing.growth(SIZES, 5, ALLOWED);
    let mut taken = 0;
    growing.cost(SIZES.1, &mut |run| {
        MEMORY.reset_peak_usage();
        let before = MEMORY.current_usage();
        run();
        taken = MEMORY.peak_usage().saturating_sub(before);
    });
    json!({
        "what": growing.label(), "of": growing.handle.unwrap_or(&growing.name), "times": times, "bytes": large.bytes,
        "nanoseconds": large.time.as_nanos(), "memory": taken,
    })
}

/// Both sizes, as other languages are to ask them.
fn grown(growing: &Growing) -> Value {
    let sizes = [SIZES.0, SIZES.1].map(|size| {
        let (given, input) = growing.grown(size);
        let key = growing.operation.handle_key();
        json!({ "definition": key.and_then(|key| given.get(key)), "input": input })
    });
    json!({
        "what": growing.label(), "of": growing.handle.unwrap_or(&growing.name), "operation": growing.name.split(',').next(),
        "handle": growing.operation.handle_key(), "definition_grows": growing.handle.is_some(), "sizes": sizes,
    })
}
