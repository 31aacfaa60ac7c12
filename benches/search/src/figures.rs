//! Times, by length of the term and by tenant.

use std::time::Duration;

/// Lengths that are told together.
const LENGTHS: &[(usize, usize)] = &[(1, 1), (2, 2), (3, 3), (4, 6), (7, 10), (11, 20), (1, 20)];

/// The time that this share of all does not exceed, in milliseconds.
pub(crate) fn share(times: &mut [Duration], share: f64) -> f64 {
    times.sort();
    let at = (times.len() as f64 * share) as usize;
    times
        .get(at.min(times.len().saturating_sub(1)))
        .map_or(0.0, |time| time.as_secs_f64() * 1_000.0)
}

/// A line for each group of lengths: tenant, length, term, time.
pub(crate) fn print(times: &[(usize, usize, &str, Duration)]) {
    for (tenant, name) in [(0, "large"), (1, "small")] {
        for (least, most) in LENGTHS {
            let own = times
                .iter()
                .filter(|(of, length, ..)| *of == tenant && (least..=most).contains(&length));
            let slowest = own
                .clone()
                .max_by_key(|(.., time)| *time)
                .map_or("", |(_, _, term, _)| *term);
            let mut own: Vec<Duration> = own.map(|(.., time)| *time).collect();
            let [p50, p95, p99, most_ms] = [0.5, 0.95, 0.99, 1.0].map(|of| share(&mut own, of));
            let letters = if least == most {
                least.to_string()
            } else {
                format!("{least}-{most}")
            };
            println!(
                "  {name}, {letters:>5} letters: p50 {p50:7.2}  p95 {p95:7.2}  p99 {p99:7.2}  most {most_ms:7.2} ms (`{slowest}`)"
            );
        }
    }
}
