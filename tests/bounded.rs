//! No request or definition of n bytes costs more than c·n: everything that can grow grows, eightfold, and the time with it.

use ratebook_tests::growth;

/// Entries of the small and of the large one.
const SIZES: (usize, usize) = (250, 2_000);

/// How much faster than the bytes the time may grow: sorting takes a third more, and a busy machine is not fair.
const ALLOWED: f64 = 2.5;

/// The large one, and one twice as large.
const TWICE: (usize, usize) = (2_000, 4_000);
const ALLOWED_TWICE: f64 = 1.5;

#[test]
fn what_grows_costs_as_it_grows() {
    let all = growth::all();
    assert!(all.len() > 1_000, "{} things grow", all.len());
    let mut faults = Vec::new();
    for growing in &all {
        let (times, cost) = growing.growth(SIZES, 6, ALLOWED);
        // What is beyond one of its limits takes another way: it must still not grow when twice as much is sent.
        if times > ALLOWED && growing.growth(TWICE, 6, ALLOWED_TWICE).0 > ALLOWED_TWICE {
            faults.push(format!(
                "{}: {times:.1} times, {:?} for {} bytes",
                growing.label(),
                cost.time,
                cost.bytes
            ));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
