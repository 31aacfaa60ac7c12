//! Any bytes as the files of a pack, each behind a line `--- path`; what loads writes itself as a definition that loads again, makes its
//! tables and its document, and every fault of what does not names its file.
#![no_main]

use libfuzzer_sys::fuzz_target;
use ratebook::records::{OpenApiRequest, Pack, ReadFilesRequest, read_files};
use serde_json::Map;

/// The file that comes before any name.
const FIRST: &str = "pack.toml";

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let mut files = Map::new();
    let (mut name, mut own) = (FIRST.to_owned(), String::new());
    for line in text.lines() {
        if let Some(next) = line.strip_prefix("--- ") {
            files.insert(std::mem::replace(&mut name, next.to_owned()), std::mem::take(&mut own).into());
        } else {
            own.push_str(line);
            own.push('\n');
        }
    }
    files.insert(name, own.into());
    let definition = match read_files(ReadFilesRequest::new(files)) {
        Ok(definition) => definition,
        Err(error) => {
            // One of the request as a whole, that there are too many of them, is of no file.
            let of_whole = error.reasons().all(|reason| reason.code.as_str().starts_with("request."));
            assert!(of_whole || error.reasons().all(|reason| reason.details.contains_key("file")));
            return;
        }
    };
    let written = serde_json::to_value(&definition).expect("a definition is JSON");
    let pack = Pack::load(written).expect("what loaded loads again");
    assert_eq!(*pack.definition(), definition);
    assert_eq!(pack.schema().pack, definition.name);
    pack.openapi(&OpenApiRequest::default()).expect("every pack has a document");
});
