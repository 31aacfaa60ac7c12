//! Any bytes as a CSV file; what imports must export to a file that imports to the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use ratebook::rates::files::{FileStyle, OnFault, export_bytes, import_bytes};

fuzz_target!(|bytes: &[u8]| {
    let style = FileStyle::default();
    let Ok(imported) = import_bytes(bytes, &style, OnFault::SkipBad) else { return };
    let lists: Vec<_> = imported.lists.iter().take(1).collect();
    let Ok((written, _)) = export_bytes(&lists, &style) else { return };
    let again = import_bytes(&written, &style, OnFault::ImportNothing).expect("what was written can be read");
    assert_eq!(again.faults, []);
    assert_eq!(again.lists.iter().collect::<Vec<_>>(), lists);
});
