//! The Swift package's types, handles and functions.

use std::fmt::Write;

use ratebook::api::{Catalogue, OperationEntry};

use super::model::{Declared, Fallback, Field, Kind, Variant, areas, asked, camel, declared, home, kind, own_name};
use crate::generate::node::{asked_of, families};

const HEAD: &str = "// Written by `cargo xtask generate`.\n\nimport Foundation\n";

/// Words of the language that need quotes as names.
const WORDS: &[&str] = &[
    "as",
    "case",
    "catch",
    "class",
    "default",
    "defer",
    "do",
    "else",
    "enum",
    "extension",
    "false",
    "for",
    "func",
    "guard",
    "if",
    "import",
    "in",
    "init",
    "internal",
    "is",
    "let",
    "nil",
    "operator",
    "private",
    "protocol",
    "public",
    "repeat",
    "return",
    "self",
    "static",
    "struct",
    "super",
    "switch",
    "throw",
    "throws",
    "true",
    "try",
    "var",
    "where",
    "while",
];

pub(super) fn files(catalogue: &Catalogue, interface: u64) -> Vec<(String, String)> {
    let place = |name: &str| format!("bindings-swift/Sources/Ratebook/Generated/{name}.swift");
    vec![
        (place("Types"), types(catalogue)),
        (place("Asking"), asking(catalogue, interface)),
        (
            "bindings-swift/Tests/RatebookTests/Generated/Typed.swift".to_owned(),
            typed(catalogue),
        ),
    ]
}

fn name(wire: &str) -> String {
    let name = camel(wire);
    if WORDS.contains(&name.as_str()) {
        format!("`{name}`")
    } else {
        name
    }
}

fn doc(text: &str, indent: &str) -> String {
    let text = text.replace("[`", "`").replace("`]", "`");
    let lines = text
        .trim()
        .lines()
        .map(|line| format!("{indent}/// {}", line.trim_end()).trim_end().to_owned() + "\n");
    lines.collect()
}

fn spelled(kind: &Kind<'_>) -> String {
    match kind {
        Kind::Text => "String".to_owned(),
        Kind::Flag => "Bool".to_owned(),
        Kind::Whole { .. } => "Int".to_owned(),
        Kind::Decimal => "Decimal".to_owned(),
        Kind::Day => "Day".to_owned(),
        Kind::Instant => "Date".to_owned(),
        Kind::Open => "JSON".to_owned(),
        Kind::Named(name) => (*name).to_owned(),
        Kind::List(inner) => format!("[{}]", spelled(inner)),
        Kind::Map { numbered, value } => {
            format!("[{}: {}]", if *numbered { "Int" } else { "String" }, spelled(value))
        }
        Kind::Optional(inner) => format!("{}?", spelled(inner)),
    }
}

fn types(catalogue: &Catalogue) -> String {
    let mut out = HEAD.to_owned();
    for (name, about, declared) in declared(catalogue) {
        out.push('\n');
        out.push_str(&doc(about, ""));
        match declared {
            Declared::Record(fields) => record(&mut out, name, &fields),
            Declared::Words(words) => self::words(&mut out, name, &words),
            Declared::Variants(variants) => self::variants(&mut out, name, &variants),
        }
    }
    out
}

fn fallback(fallback: Fallback<'_>) -> Option<String> {
    Some(match fallback {
        Fallback::None => return None,
        Fallback::Nothing => "nil".to_owned(),
        Fallback::EmptyList => "[]".to_owned(),
        Fallback::EmptyMap => "[:]".to_owned(),
        Fallback::False => "false".to_owned(),
        Fallback::Whole(number) => number.to_string(),
        Fallback::Text(text) => format!("{text:?}"),
        Fallback::Choice(word) => format!(".{}", name(word)),
    })
}

fn record(out: &mut String, type_name: &str, fields: &[Field<'_>]) {
    let _ = writeln!(out, "public struct {type_name}: RatebookValue {{");
    for field in fields {
        let _ = writeln!(
            out,
            "{}    public var {}: {}",
            doc(field.doc, "    "),
            name(field.wire),
            spelled(&field.kind)
        );
    }
    let given = fields.iter().map(|field| {
        let default = fallback(field.fallback).map_or_else(String::new, |default| format!(" = {default}"));
        format!("\n        {}: {}{default}", name(field.wire), spelled(&field.kind))
    });
    let _ = writeln!(
        out,
        "\n    public init({}\n    ) {{",
        given.collect::<Vec<_>>().join(",")
    );
    for field in fields {
        let name = name(field.wire);
        let _ = writeln!(out, "        self.{} = {name}", name.trim_matches('`'));
    }
    out.push_str("    }\n");
    read_record(out, fields);
    write_record(out, fields);
    out.push_str("}\n");
}

fn read_record(out: &mut String, fields: &[Field<'_>]) {
    out.push_str("\n    public init(from reader: inout WireReader) throws(WireFault) {\n");
    for field in fields {
        let _ = writeln!(
            out,
            "        var {}: {}?",
            name(field.wire),
            spelled(&field.kind).trim_end_matches('?')
        );
    }
    out.push_str("        try reader.open()\n        while try reader.nextField() {\n");
    for (index, field) in fields.iter().enumerate() {
        let _ = writeln!(
            out,
            "            {}if reader.isAt({:?}) {{ {} = try reader.readIfAny() }}",
            if index == 0 { "" } else { "else " },
            field.wire,
            name(field.wire)
        );
    }
    out.push_str(if fields.is_empty() {
        "            throw reader.unknownField()\n        }\n"
    } else {
        "            else { throw reader.unknownField() }\n        }\n"
    });
    for field in fields {
        let name = name(field.wire);
        let own = format!("self.{}", name.trim_matches('`'));
        let _ = match fallback(field.fallback) {
            None if matches!(field.kind, Kind::Optional(_)) => writeln!(out, "        {own} = {name}"),
            None => writeln!(
                out,
                "        guard let {name} else {{ throw reader.missing({:?}) }}\n        {own} = {name}",
                field.wire
            ),
            Some(nothing) if nothing == "nil" => writeln!(out, "        {own} = {name}"),
            Some(default) => writeln!(out, "        {own} = {name} ?? {default}"),
        };
    }
    out.push_str("    }\n");
}

fn write_record(out: &mut String, fields: &[Field<'_>]) {
    out.push_str("\n    public func write(to writer: inout WireWriter) {\n        writer.open()\n");
    for field in fields {
        let own = name(field.wire);
        let key = format!("writer.field({:?})", field.wire);
        let _ = match (&field.kind, field.fallback) {
            (Kind::Optional(_), _) => writeln!(out, "        if let {own} {{ {key}; writer.write({own}) }}"),
            (_, Fallback::EmptyList | Fallback::EmptyMap) => {
                writeln!(out, "        if !{own}.isEmpty {{ {key}; writer.write({own}) }}")
            }
            (_, Fallback::False) => writeln!(out, "        if {own} {{ {key}; writer.write({own}) }}"),
            _ => writeln!(out, "        {key}\n        writer.write({own})"),
        };
    }
    out.push_str("        writer.close()\n    }\n");
}

fn words(out: &mut String, type_name: &str, words: &[Variant<'_>]) {
    let _ = writeln!(out, "public enum {type_name}: String, RatebookValue, CaseIterable {{");
    for word in words {
        let _ = writeln!(
            out,
            "{}    case {} = {:?}",
            doc(word.doc, "    "),
            name(word.wire),
            word.wire
        );
    }
    out.push_str("}\n");
}

fn variants(out: &mut String, type_name: &str, variants: &[Variant<'_>]) {
    let _ = writeln!(out, "public enum {type_name}: RatebookValue {{");
    for variant in variants {
        let holds = variant
            .holds
            .as_ref()
            .map_or_else(String::new, |kind| format!("({})", spelled(kind)));
        let _ = writeln!(
            out,
            "{}    case {}{holds}",
            doc(variant.doc, "    "),
            name(variant.wire)
        );
    }
    let (holding, plain): (Vec<_>, Vec<_>) = variants.iter().partition(|variant| variant.holds.is_some());
    out.push_str("\n    public init(from reader: inout WireReader) throws(WireFault) {\n");
    if !plain.is_empty() {
        out.push_str("        if reader.isAtText() {\n            switch try reader.text() {\n");
        for variant in &plain {
            let _ = writeln!(
                out,
                "            case {:?}: self = .{}",
                variant.wire,
                name(variant.wire)
            );
        }
        out.push_str(
            "            default: throw reader.unknownField()\n            }\n            return\n        }\n",
        );
    }
    out.push_str(
        "        try reader.open()\n        guard try reader.nextField() else { throw reader.unknownField() }\n",
    );
    for (index, variant) in holding.iter().enumerate() {
        let _ = writeln!(
            out,
            "        {}if reader.isAt({:?}) {{ self = .{}(try reader.read()) }}",
            if index == 0 { "" } else { "else " },
            variant.wire,
            name(variant.wire)
        );
    }
    out.push_str("        else { throw reader.unknownField() }\n        try reader.close()\n    }\n");
    out.push_str("\n    public func write(to writer: inout WireWriter) {\n        switch self {\n");
    for variant in variants {
        let name = name(variant.wire);
        let _ = if variant.holds.is_some() {
            writeln!(
                out,
                "        case .{name}(let held):\n            writer.open()\n            writer.field({:?})\n            \
                 writer.write(held)\n            writer.close()",
                variant.wire
            )
        } else {
            writeln!(out, "        case .{name}: writer.write({:?})", variant.wire)
        };
    }
    out.push_str("        }\n    }\n}\n");
}

fn asking(catalogue: &Catalogue, interface: u64) -> String {
    let mut out = format!(
        "{HEAD}\n/// What the library must have been made of.\nlet interfaceNumber: UInt64 = {interface:#018x}\n"
    );
    errors(&mut out);
    for (number, handle) in catalogue.handles.iter().enumerate() {
        let definition = spelled(&kind(&handle.definition));
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
        for (number, entry) in asked_of(catalogue, handle) {
            function(&mut out, number, entry, "public func", "handle");
        }
        out.push_str("}\n");
    }
    for area in areas(catalogue) {
        let home = home(area);
        let is_type = catalogue.types.contains_key(&home);
        let _ = if is_type {
            writeln!(out, "\nextension {home} {{")
        } else {
            writeln!(out, "\n/// The plain functions of `{area}`.\npublic enum {home} {{")
        };
        for (number, entry) in asked(catalogue, |entry| entry.handle.is_none() && entry.area == area) {
            function(&mut out, number, entry, "public static func", "nil");
        }
        out.push_str("}\n");
    }
    out
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

fn function(out: &mut String, number: usize, entry: &OperationEntry, head: &str, handle: &str) {
    let name = name(entry.name);
    let (request, answer) = (spelled(&kind(&entry.request)), spelled(&kind(&entry.answer)));
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
fn typed(catalogue: &Catalogue) -> String {
    let mut out = format!("{HEAD}\n@testable import Ratebook\n");
    for (title, is_typed) in [("loadTyped", true), ("loadJSON", false)] {
        let _ = write!(
            out,
            "\nfunc {title}(_ key: String, _ definition: Data) throws -> any Sendable {{\n    switch key {{\n"
        );
        for handle in &catalogue.handles {
            let given = if is_typed {
                format!("requested({}.self, definition)", spelled(&kind(&handle.definition)))
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
        for entry in &catalogue.operations {
            let home = entry.handle.map_or_else(
                || home(entry.area),
                |handle| format!("(handle as! {})", own_name(handle)),
            );
            let name = name(entry.name);
            let call = if is_typed {
                let request = spelled(&kind(&entry.request));
                format!("written({home}.{name}(requested({request}.self, request)))")
            } else {
                format!("{home}.{}JSON(request)", name.trim_matches('`'))
            };
            let _ = writeln!(out, "    case \"{}.{}\": try {call}", entry.area, entry.name);
        }
        out.push_str("    default: throw Unsayable()\n    }\n}\n");
    }
    let _ = write!(
        out,
        "\n/// Whether an operation is asked of the kind of handle with this key.\n\
         func asks(_ key: String, _ operation: String) -> Bool {{\n    switch operation {{\n"
    );
    for entry in &catalogue.operations {
        if let Some(handle) = catalogue
            .handles
            .iter()
            .find(|handle| entry.handle == Some(handle.name))
        {
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
