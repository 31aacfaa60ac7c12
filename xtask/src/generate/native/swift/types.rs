//! The types of definitions, requests and answers.
//!
//! A record says what its fields are in one line, its shape; `Shape.swift` reads, writes, compares and hashes every record by
//! it. Code of its own for each type would take the compiler minutes: docs/decisions/0021-swift-build-time.md.

use std::fmt::Write;

use ratebook::form::model::Absence;

use super::super::model::{Declared, Field, Kind, Variant, declared};
use super::super::phone;
use super::{HEAD, Places, area_home, doc, name};
use crate::generate::Table;
use crate::generate::node_types::pascal;

/// The types of each area by its name, such as `Rates`: what it is the first to ask for or to answer.
pub(super) fn by_area(table: &Table, places: &Places) -> Vec<(String, String)> {
    let areas = phone::types_by_area(table);
    let handed_out = phone::handed_out(table);
    let all = declared(table);
    let texts = areas.into_iter().map(|(area, names)| {
        let home = area_home(area);
        let (mut own, mut inside) = (String::new(), String::new());
        for (name, about, declared) in all.iter().filter(|(name, ..)| names.contains(*name)) {
            let out = if places.is_inside(name) { &mut inside } else { &mut own };
            out.push('\n');
            out.push_str(&doc(about, ""));
            match declared {
                Declared::Record(fields) => record(out, places, name, fields, handed_out.contains(*name)),
                Declared::Words(words) => self::words(out, name, words),
                Declared::Variants(variants) => self::variants(out, places, name, variants),
            }
        }
        if !inside.is_empty() {
            own.push_str(&format!("\nextension {home} {{{inside}}}\n"));
        }
        (pascal(area), format!("{HEAD}{own}"))
    });
    texts.collect()
}

fn fallback(field: &Field<'_>) -> Option<String> {
    Some(match (field.absence, &field.kind) {
        (Absence::Refused, _) => return None,
        (Absence::Nothing, _) => "nil".to_owned(),
        (Absence::Empty, Kind::List(_)) => "[]".to_owned(),
        (Absence::Empty, Kind::Map { .. }) => "[:]".to_owned(),
        (Absence::Empty, _) => "false".to_owned(),
        (Absence::Same(value), Kind::Named(_)) => format!(".{}", name(value.as_str().unwrap_or_default())),
        (Absence::Same(value), _) => value.to_string(),
    })
}

fn record(out: &mut String, places: &Places, type_name: &str, fields: &[Field<'_>], is_open: bool) {
    // What has an id is told from others by it in lists on screens.
    let is_named = fields
        .iter()
        .any(|field| field.wire == "id" && field.kind == Kind::Text && field.absence == Absence::Refused);
    let named = if is_named { ", Identifiable" } else { "" };
    let _ = writeln!(out, "public struct {type_name}: RatebookRecord{named} {{");
    for field in fields {
        let _ = writeln!(
            out,
            "{}    public var {}: {}",
            doc(field.doc, "    "),
            name(field.wire),
            places.spelled(&field.kind)
        );
    }
    if is_open {
        out.push_str(
            "    /// Fields that a newer engine gave and that are not known here, kept as they are.\n    \
             public var unknownFields: [String: JSON] = [:]\n",
        );
    }
    let given = fields.iter().map(|field| {
        let default = fallback(field).map_or_else(String::new, |default| format!(" = {default}"));
        format!(
            "\n        {}: {}{default}",
            name(field.wire),
            places.spelled(&field.kind)
        )
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
    shape(out, places, fields, is_open);
    out.push_str("}\n");
}

/// Each field's name and what stands for it when it is not given, and its type.
fn shape(out: &mut String, places: &Places, fields: &[Field<'_>], is_open: bool) {
    let names = fields.iter().map(|field| {
        let absence = match (&field.kind, field.absence) {
            (Kind::Optional(_), _) => "?".to_owned(),
            (_, Absence::Refused | Absence::Nothing) => "!".to_owned(),
            (Kind::List(_), Absence::Empty) => "-[]".to_owned(),
            (Kind::Map { .. }, Absence::Empty) => "-{}".to_owned(),
            (_, Absence::Empty) => "-false".to_owned(),
            (_, Absence::Same(value)) => format!("={value}"),
        };
        format!("{}{absence}", field.wire)
    });
    // What is not known is kept in a field without a name, the last one.
    let names = names
        .chain(is_open.then(|| "*".to_owned()))
        .collect::<Vec<_>>()
        .join(" ");
    let quotes = if names.contains('"') { "#" } else { "" };
    let types = fields.iter().map(|field| {
        let plain = match &field.kind {
            Kind::Optional(inner) => inner,
            kind => kind,
        };
        format!("{}.self", places.spelled(plain))
    });
    let types = types.chain(is_open.then(|| "[String: JSON].self".to_owned()));
    let types = types.collect::<Vec<_>>().join(", ");
    let _ = write!(
        out,
        "\n    public static let shape = Shape(\n        MemoryLayout<Self>.size, {quotes}\"{names}\"{quotes},\n        [{types}])\n"
    );
}

/// A set of words that grows: no `enum`, which could not hold one that a newer engine knows.
fn words(out: &mut String, type_name: &str, words: &[Variant<'_>]) {
    let _ = writeln!(
        out,
        "public struct {type_name}: RatebookWord {{\n    public let rawValue: String\n\n    \
         public init(word: String) {{ rawValue = word }}\n"
    );
    for word in words {
        let _ = writeln!(
            out,
            "{}    public static var {}: Self {{ Self(word: {:?}) }}",
            doc(word.doc, "    "),
            name(word.wire),
            word.wire
        );
    }
    let all: Vec<_> = words.iter().map(|word| word.wire).collect();
    let _ = writeln!(
        out,
        "\n    public static var words: StaticString {{ {:?} }}\n}}",
        all.join(" ")
    );
}

fn variants(out: &mut String, places: &Places, type_name: &str, variants: &[Variant<'_>]) {
    let _ = writeln!(out, "public enum {type_name}: RatebookValue {{");
    for variant in variants {
        let holds = variant
            .holds
            .as_ref()
            .map_or_else(String::new, |kind| format!("({})", places.spelled(kind)));
        let _ = writeln!(
            out,
            "{}    case {}{holds}",
            doc(variant.doc, "    "),
            name(variant.wire)
        );
    }
    out.push_str(
        "    /// What a newer engine knows and this version does not, kept as it is.\n    case unknown(JSON)\n",
    );
    let (holding, plain): (Vec<_>, Vec<_>) = variants.iter().partition(|variant| variant.holds.is_some());
    let listed = |variants: &[&Variant<'_>]| {
        variants
            .iter()
            .map(|variant| variant.wire)
            .collect::<Vec<_>>()
            .join(" ")
    };
    let _ = write!(
        out,
        "\n    public init(from reader: inout WireReader) throws(WireFault) {{\n        \
         switch try reader.choice(words: {:?}, holding: {:?}) {{\n",
        listed(&plain),
        listed(&holding)
    );
    let ordered: Vec<_> = plain.iter().chain(&holding).collect();
    for (index, variant) in ordered.iter().enumerate() {
        let held = variant.holds.as_ref().map_or("", |_| "(try reader.held())");
        let _ = writeln!(out, "        case {index}: self = .{}{held}", name(variant.wire));
    }
    out.push_str("        default: self = .unknown(try reader.json())\n        }\n    }\n\n    public func write(to writer: inout WireWriter) {\n        switch self {\n");
    for variant in variants {
        let name = name(variant.wire);
        let _ = if variant.holds.is_some() {
            writeln!(
                out,
                "        case .{name}(let held): writer.choice({:?}, held)",
                variant.wire
            )
        } else {
            writeln!(out, "        case .{name}: writer.write({:?})", variant.wire)
        };
    }
    out.push_str("        case .unknown(let json): json.write(to: &writer)\n        }\n    }\n}\n");
}
