//! Swift and Kotlin: types that are written in the source, for languages whose compilers read them. Both are made from one
//! reading of the schemas.

mod kotlin;
mod model;
mod swift;

use ratebook::api::Catalogue;

use super::File;

/// Every generated file of the two packages and of the library between them and core.
pub(super) fn files(catalogue: &Catalogue) -> Vec<File> {
    let interface = interface(catalogue);
    let library = format!(
        "//! What the library was made of. Written by `cargo xtask generate`.\n\n/// A number made of every declaration.\npub(crate) const INTERFACE: u64 = {interface:#018x};\n"
    );
    let mut files = vec![("bindings-swift/src/generated.rs".to_owned(), library)];
    files.extend(swift::files(catalogue, interface));
    files.extend(kotlin::files(catalogue, interface));
    files.into_iter().map(|(path, text)| (path.into(), text)).collect()
}

/// A number that changes with every declaration that crosses the interface (FNV-1a), so that a package never asks a
/// library that it was not made for.
fn interface(catalogue: &Catalogue) -> u64 {
    let mut text = String::new();
    for entry in &catalogue.operations {
        text.push_str(&format!(
            "{}.{}{}{}",
            entry.area, entry.name, entry.request, entry.answer
        ));
    }
    for (name, schema) in &catalogue.types {
        text.push_str(&format!("{name}{schema}"));
    }
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
