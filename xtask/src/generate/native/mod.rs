//! Swift and Kotlin: types that are written in the source, for languages whose compilers read them. Both are made from one
//! reading of the schemas.

mod kotlin;
mod model;
mod phone;
mod swift;

use std::fmt::Write;

use ratebook::api::Catalogue;

use super::{File, Table};

pub(super) use phone::left_out;

/// Every generated file of the two packages and of the library between them and core.
pub(super) fn files(table: &Table) -> Vec<File> {
    let left_out = phone::left_out_operations(table, phone::LEFT_OUT);
    let table = &phone::carried(ratebook::api::catalogue(), phone::LEFT_OUT);
    let interface = interface(table);
    let mut files = vec![("bindings-swift/src/generated.rs".to_owned(), library(table, interface))];
    files.extend(swift::files(table, &left_out, interface));
    files.extend(kotlin::files(table, &left_out, interface));
    files.into_iter().map(|(path, text)| (path.into(), text)).collect()
}

/// What the library answers, by the packages' numbers for it.
fn library(catalogue: &Catalogue, interface: u64) -> String {
    let mut out = format!(
        "//! What the library was made of. Written by `cargo xtask generate`.\n\nuse ratebook::api::*;\n\n\
         /// A number made of every declaration.\npub(crate) const INTERFACE: u64 = {interface:#018x};\n\n\
         /// The keys of the handles, by number.\npub(crate) const KEYS: &[&str] = &[\n"
    );
    for handle in &catalogue.handles {
        let _ = writeln!(out, "    {:?},", handle.key);
    }
    out.push_str("];\n\n/// The operations, by number.\npub(crate) const OPERATIONS: &[Operation] = &[\n");
    for entry in &catalogue.operations {
        let _ = match entry.handle {
            Some(handle) => writeln!(out, "    Operation::{handle}({handle}Operation::{}),", entry.variant),
            None => writeln!(out, "    Operation::Function(Function::{}),", entry.variant),
        };
    }
    out.push_str("];\n");
    out
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
    for handle in &catalogue.handles {
        text.push_str(&format!("{}{}", handle.key, handle.definition));
    }
    for (name, schema) in &catalogue.types {
        text.push_str(&format!("{name}{schema}"));
    }
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
