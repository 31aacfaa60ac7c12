//! Handles, plain functions and errors, and what the runner of the vectors asks by.

use std::collections::BTreeSet;
use std::fmt::Write;

use ratebook::api::OperationEntry;

use super::super::model::{kind, own_name};
use super::super::phone;
use super::{HEAD, Places, area_home, doc, name};
use crate::generate::Table;
use crate::generate::handed_back;
use crate::generate::node::families;

/// `Asking.swift`.
pub(super) fn asking(table: &Table, places: &Places, interface: u64) -> String {
    let mut out = format!(
        "{HEAD}\n/// What the library must have been made of.\nlet interfaceNumber: UInt64 = {interface:#018x}\n"
    );
    errors(&mut out);
    details(&mut out);
    for (number, handle) in table.handles.iter().enumerate() {
        let definition = places.spelled(&kind(&table.model, &table.form(&handle.definition)));
        let _ = write!(
            out,
            "\n{}public final class {name}: Sendable {{\n    let handle: Handle\n\n    \
             /// Loads, checks and compiles a definition; every fault is reported at once.\n    \
             public init(_ definition: {definition}) throws(RatebookError) {{\n        \
             handle = try Handle(kind: {number}, definition)\n    }}\n\n    \
             /// The same from JSON as it crosses wires, or from its compact form.\n    \
             public init(bytes: Data) throws(RatebookError) {{\n        handle = try Handle(kind: {number}, bytes: bytes)\n    }}\n",
            doc(handle.doc, ""),
            name = own_name(handle.name),
        );
        for (number, entry) in table.asked_of(handle) {
            function(&mut out, table, places, number, entry, "public func", "handle");
        }
        out.push_str("}\n");
    }
    for area in table.areas() {
        let home = area_home(area);
        let is_handle = table.handles.iter().any(|handle| own_name(handle.name) == home);
        let is_type = is_handle || table.types.contains_key(&home);
        let _ = if is_type {
            writeln!(out, "\nextension {home} {{")
        } else {
            writeln!(out, "\n/// The plain functions of `{area}`.\npublic enum {home} {{")
        };
        for (number, entry) in table.plain(area) {
            function(&mut out, table, places, number, entry, "public static func", "nil");
        }
        out.push_str("}\n");
    }
    homes(&mut out, table);
    out
}

/// The types that the types of areas without plain functions are inside of.
fn homes(out: &mut String, table: &Table) {
    let areas = phone::types_by_area(table).into_iter().map(|(area, _)| area);
    for area in areas.filter(|area| !table.areas().contains(area)) {
        let home = area_home(area);
        if !table.handles.iter().any(|handle| own_name(handle.name) == home) {
            let _ = writeln!(out, "\n/// The types of `{area}`.\npublic enum {home} {{}}");
        }
    }
}

/// The names of figures, each with its type.
fn details(out: &mut String) {
    let all = crate::generate::details::in_swift();
    let given: BTreeSet<_> = all.iter().map(|(.., given)| *given).collect();
    for given in given {
        let _ = writeln!(out, "\nextension Detail where Value == {given} {{");
        for (own, reader, _) in all.iter().filter(|(.., other)| *other == given) {
            let _ = writeln!(
                out,
                "    public static var {}: Self {{ Self({own:?}, {{ $0.{reader} }}) }}",
                name(own)
            );
        }
        out.push_str("}\n");
    }
}

fn errors(out: &mut String) {
    out.push_str("\n/// A refusal or a fault, with every reason for it, by family.\npublic enum RatebookError: Error, Hashable {\n");
    for family in families() {
        let _ = writeln!(
            out,
            "    /// Its code begins with `{family}.`.\n    case {}(ErrorReport)",
            name(family)
        );
    }
    out.push_str("\n    /// What it says, with every reason.\n    public var report: ErrorReport {\n        switch self {\n        case ");
    let cases: Vec<_> = families()
        .iter()
        .map(|family| format!(".{}(let report)", name(family)))
        .collect();
    let _ = writeln!(out, "{}: report\n        }}\n    }}", cases.join(", "));
    out.push_str(
        "\n    init(_ report: ErrorReport) {\n        switch report.code.rawValue.prefix(while: { $0 != \".\" }) {\n",
    );
    for family in families().into_iter().filter(|family| *family != "engine") {
        let _ = writeln!(out, "        case {family:?}: self = .{}(report)", name(family));
    }
    out.push_str("        default: self = .engine(report)\n        }\n    }\n}\n");
}

fn function(
    out: &mut String,
    table: &Table,
    places: &Places,
    number: usize,
    entry: &OperationEntry,
    head: &str,
    handle: &str,
) {
    let name = name(entry.name);
    let (request, answer) = (
        places.spelled(&kind(&table.model, &table.form(&entry.request))),
        places.spelled(&kind(&table.model, &table.form(&entry.answer))),
    );
    let _ = write!(
        out,
        "\n{}    {head} {name}(_ request: {request}) throws(RatebookError) -> {answer} {{\n        \
         try Library.ask({number}, {handle}, request)\n    }}\n\n    \
         /// `{plain}` from JSON to JSON, both as they cross wires.\n    \
         {head} {plain}JSON(_ request: Data) throws(RatebookError) -> Data {{\n        \
         try Library.askJSON({number}, {handle}, request)\n    }}\n",
        doc(entry.doc, "    "),
        plain = name.trim_matches('`'),
    );
}

/// For the vectors: every operation from JSON to JSON by way of the package's own types.
pub(super) fn typed(table: &Table, places: &Places, left_out: &BTreeSet<String>) -> String {
    let names: Vec<String> = left_out.iter().map(|name| format!("{name:?}")).collect();
    let mut out = format!(
        "{HEAD}\n@testable import Ratebook\n\n/// Operations that the phones' library does without.\n\
         let leftOut: Set<String> = [{}]\n",
        names.join(", ")
    );
    for (title, is_typed) in [("loadTyped", true), ("loadJSON", false)] {
        let _ = write!(
            out,
            "\nfunc {title}(_ key: String, _ definition: Data) throws -> any Sendable {{\n    switch key {{\n"
        );
        for handle in &table.handles {
            let given = if is_typed {
                format!(
                    "requested({}.self, definition)",
                    places.spelled(&kind(&table.model, &table.form(&handle.definition)))
                )
            } else {
                "bytes: definition".to_owned()
            };
            let _ = writeln!(out, "    case {:?}: try {}({given})", handle.key, own_name(handle.name));
        }
        out.push_str("    default: throw Unsayable()\n    }\n}\n");
    }
    for (title, is_typed) in [("askTyped", true), ("askJSON", false)] {
        let _ = write!(
            out,
            "\nfunc {title}(_ operation: String, _ handle: (any Sendable)?, _ request: Data) throws -> Data {{\n    switch operation {{\n"
        );
        for entry in &table.operations {
            let home = entry.handle.map_or_else(
                || area_home(entry.area),
                |handle| format!("(handle as! {})", own_name(handle)),
            );
            let name = name(entry.name);
            let call = if is_typed {
                let request = places.spelled(&kind(&table.model, &table.form(&entry.request)));
                format!("written({home}.{name}(requested({request}.self, request)))")
            } else {
                format!("{home}.{}JSON(request)", name.trim_matches('`'))
            };
            let _ = writeln!(out, "    case \"{}.{}\": try {call}", entry.area, entry.name);
        }
        out.push_str("    default: throw Unsayable()\n    }\n}\n");
    }
    again(&mut out, table, places);
    let _ = write!(
        out,
        "\n/// Whether an operation is asked of the kind of handle with this key.\n\
         func asks(_ key: String, _ operation: String) -> Bool {{\n    switch operation {{\n"
    );
    for entry in &table.operations {
        if let Some(handle) = table.handles.iter().find(|handle| entry.handle == Some(handle.name)) {
            let _ = writeln!(
                out,
                "    case \"{}.{}\": key == {:?}",
                entry.area, entry.name, handle.key
            );
        }
    }
    out.push_str("    default: false\n    }\n}\n");
    out
}

/// For what is handed back: every type that is answered and taken again.
fn again(out: &mut String, table: &Table, places: &Places) {
    let _ = write!(
        out,
        "\n/// Types that the phones' library does without.\nlet leftOutTypes: Set<String> = [{}]\n",
        handed_back::left_out(table)
    );
    out.push_str(
        "\n/// A value read as its type and written again.\nfunc againTyped(_ type: String, _ value: Data) throws -> Data {\n    switch type {\n",
    );
    for name in handed_back::both(table).into_iter().map(|own| &*own.name) {
        let _ = writeln!(
            out,
            "    case {name:?}: try written(requested({}.self, value))",
            places.full(own_name(name))
        );
    }
    out.push_str("    default: throw Unsayable()\n    }\n}\n");
}
