//! No request or definition of n bytes costs more than c·n: everything that can grow grows, eightfold, and the time with it.

use ratebook_tests::growth;

/// Entries of the small and of the large one.
const SIZES: (usize, usize) = (500, 4_000);

/// How much faster than the bytes the time may grow: sorting takes a third more, and a busy machine is not fair.
const ALLOWED: f64 = 2.5;

#[test]
fn what_grows_costs_as_it_grows() {
    let all = growth::all();
    assert!(all.len() > 1_000, "{} things grow", all.len());
    let mut faults = Vec::new();
    for growing in &all {
        let (times, cost) = growing.growth(SIZES, 6, ALLOWED);
        if cost.bytes < SIZES.1 {
            faults.push(format!("{} does not grow: {} bytes", growing.label(), cost.bytes));
        }
        if times > ALLOWED {
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
