//! Any bytes as a workbook.
#![no_main]

use libfuzzer_sys::fuzz_target;
use ratebook::rates::files::{FileFormat, FileStyle, OnFault, import_bytes};

fuzz_target!(|bytes: &[u8]| {
    let style = FileStyle::default().with_format(FileFormat::Xlsx);
    let _ = import_bytes(bytes, &style, OnFault::SkipBad);
});
