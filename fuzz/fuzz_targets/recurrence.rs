//! Any text as a rule; what can be read must come to occurrences, an end or a fault.
#![no_main]

use libfuzzer_sys::fuzz_target;
use ratebook::time::{LocalTime, Recurrence, Zone};

fuzz_target!(|text: &str| {
    let recurrence = Recurrence::new(LocalTime {
        day: "2026-03-28".parse().expect("a day"),
        time: "02:30".parse().expect("a time"),
    }).with_rule(text);
    let zone: Zone = "Europe/Berlin".parse().expect("a zone");
    let Ok(occurrences) = recurrence.occurrences(&zone, None) else {
        return;
    };
    let found: Vec<_> = occurrences.take(100).map_while(Result::ok).collect();
    assert!(found.is_sorted_by(|first, second| first.instant < second.instant));
});
