//! What everything that can grow costs at one size and at eight times that: `figures` measures it here, `stream` writes it for other
//! languages to measure, a line each. With names behind it only these are looked at, at eight times both sizes.

use std::io::Write;

use peak_alloc::PeakAlloc;
use ratebook_tests::growth::{self, Growing};
use serde_json::{Value, json};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// Entries of the small and of the large one.
const SIZES: (usize, usize) = (1_000, 8_000);

/// The same for what grew faster between these: a step, as from one way of handing over to another, is not there again.
const LARGER: (usize, usize) = (8_000, 64_000);

/// How much faster than the bytes the time may grow.
const ALLOWED: f64 = 1.8;

fn main() -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    let words: Vec<String> = std::env::args().skip(1).collect();
    let (way, names) = words
        .split_first()
        .map_or(("", [].as_slice()), |(way, names)| (way.as_str(), names));
    let sizes = if names.is_empty() { SIZES } else { LARGER };
    let all = growth::all().into_iter();
    for growing in all.filter(|growing| names.is_empty() || names.contains(&growing.label())) {
        let line = if way == "stream" {
            grown(&growing, sizes)
        } else {
            figures(&growing, sizes)
        };
        writeln!(out, "{line}")?;
    }
    Ok(())
}

/// How time and memory grow.
fn figures(growing: &Growing, sizes: (usize, usize)) -> Value {
    let (times, large) = growing.growth(sizes, 5, ALLOWED);
    let mut taken = 0;
    growing.cost(sizes.1, &mut |run| {
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
fn grown(growing: &Growing, sizes: (usize, usize)) -> Value {
    let sizes = [sizes.0, sizes.1].map(|size| {
        let (given, input) = growing.grown(size);
        let key = growing.operation.handle_key();
        json!({ "definition": key.and_then(|key| given.get(key)), "input": input })
    });
    json!({
        "what": growing.label(), "of": growing.handle.unwrap_or(&growing.name), "operation": growing.name.split(',').next(),
        "handle": growing.operation.handle_key(), "definition_grows": growing.handle.is_some(), "sizes": sizes,
    })
}
