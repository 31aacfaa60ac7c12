//! The types of definitions, requests and answers.

use std::collections::BTreeSet;
use std::fmt::Write;

use ratebook::form::model::Absence;

use super::super::model::{Declared, Field, Kind, Variant, declared};
use super::{HEAD, constant, doc, name, read, spelled, write};
use crate::generate::Table;
use crate::generate::node_types::pascal;

/// `Types.kt`.
pub(super) fn types(table: &Table) -> String {
    let mut out = HEAD.to_owned();
    let all = declared(table);
    let words = all
        .iter()
        .filter(|(.., declared)| matches!(declared, Declared::Words(_)));
    let words: BTreeSet<&str> = words.map(|(name, ..)| *name).collect();
    for (name, about, declared) in &all {
        out.push('\n');
        out.push_str(&doc(about, ""));
        match declared {
            Declared::Record(fields) => record(&mut out, name, fields, &words),
            Declared::Words(words) => self::words(&mut out, name, words),
            Declared::Variants(variants) => self::variants(&mut out, name, variants),
        }
    }
    out
}

fn fallback(field: &Field<'_>, words: &BTreeSet<&str>) -> Option<String> {
    Some(match (field.absence, &field.kind) {
        (Absence::Refused, _) => return None,
        (Absence::Nothing, _) => "null".to_owned(),
        (Absence::Empty, Kind::List(_)) => "emptyList()".to_owned(),
        (Absence::Empty, Kind::Map { .. }) => "emptyMap()".to_owned(),
        (Absence::Empty, _) => "false".to_owned(),
        (Absence::Same(value), Kind::Named(kind)) => {
            let word = value.as_str().unwrap_or_default();
            let word = if words.contains(kind) {
                constant(word)
            } else {
                pascal(word)
            };
            format!("{kind}.{word}")
        }
        (Absence::Same(value), _) => value.to_string(),
    })
}

fn record(out: &mut String, type_name: &str, fields: &[Field<'_>], words: &BTreeSet<&str>) {
    if fields.is_empty() {
        return empty_record(out, type_name);
    }
    let _ = writeln!(out, "public data class {type_name}(");
    for field in fields {
        let default = fallback(field, words).map_or_else(String::new, |default| format!(" = {default}"));
        let _ = writeln!(
            out,
            "{}    public val {}: {}{default},",
            doc(field.doc, "    "),
            name(field.wire),
            spelled(&field.kind)
        );
    }
    write_record(out, fields);
    read_record(out, type_name, fields, words);
}

fn empty_record(out: &mut String, type_name: &str) {
    let _ = writeln!(
        out,
        "public class {type_name} : RatebookValue {{\n    override fun write(writer: WireWriter) {{\n        \
             writer.open()\n        writer.close()\n    }}\n\n    override fun equals(other: Any?): Boolean = other is {type_name}\n    \
             override fun hashCode(): Int = 0\n    override fun toString(): String = \"{type_name}()\"\n\n    \
             public companion object : Wire<{type_name}> {{\n        \
             override fun read(reader: WireReader): {type_name} {{\n            reader.open()\n            \
             if (reader.nextField()) throw reader.unknown()\n            return {type_name}()\n        }}\n    }}\n}}"
    );
}

fn write_record(out: &mut String, fields: &[Field<'_>]) {
    out.push_str(") : RatebookValue {\n    override fun write(writer: WireWriter) {\n        writer.open()\n");
    for field in fields {
        let (own, key) = (name(field.wire), format!("writer.field({:?})", field.wire));
        let _ = match (&field.kind, field.absence) {
            (Kind::Optional(inner), _) => {
                writeln!(out, "        if ({own} != null) {{ {key}; {} }}", write(inner, &own))
            }
            (Kind::Flag, Absence::Empty) => {
                writeln!(out, "        if ({own}) {{ {key}; {} }}", write(&field.kind, &own))
            }
            (kind, Absence::Empty) => {
                writeln!(
                    out,
                    "        if ({own}.isNotEmpty()) {{ {key}; {} }}",
                    write(kind, &own)
                )
            }
            (kind, _) => writeln!(out, "        {key}; {}", write(kind, &own)),
        };
    }
    out.push_str("        writer.close()\n    }\n");
}

fn read_record(out: &mut String, type_name: &str, fields: &[Field<'_>], words: &BTreeSet<&str>) {
    let _ = writeln!(
        out,
        "\n    public companion object : Wire<{type_name}> {{\n        \
         override fun read(reader: WireReader): {type_name} {{"
    );
    for field in fields {
        let plain = match &field.kind {
            Kind::Optional(inner) => inner,
            kind => kind,
        };
        let _ = writeln!(out, "            var {}: {}? = null", name(field.wire), spelled(plain));
    }
    out.push_str("            reader.open()\n            while (reader.nextField()) {\n");
    for (index, field) in fields.iter().enumerate() {
        let kind = match &field.kind {
            kind @ Kind::Optional(_) => read(kind),
            kind => format!("reader.orNull {{ {} }}", read(kind)),
        };
        let _ = writeln!(
            out,
            "                {}if (reader.isAt(\"{}\")) {} = {kind}",
            if index == 0 { "" } else { "else " },
            field.wire,
            name(field.wire),
        );
    }
    let _ = writeln!(
        out,
        "                else throw reader.unknown()\n            }}\n            return {type_name}("
    );
    for field in fields {
        let own = name(field.wire);
        let _ = match (fallback(field, words), &field.kind) {
            (None, Kind::Optional(_)) => writeln!(out, "                {own},"),
            (None, _) => writeln!(
                out,
                "                {own} ?: throw reader.missing(\"{}\"),",
                field.wire
            ),
            (Some(nothing), _) if nothing == "null" => writeln!(out, "                {own},"),
            (Some(default), _) => writeln!(out, "                {own} ?: {default},"),
        };
    }
    out.push_str("            )\n        }\n    }\n}\n");
}

fn words(out: &mut String, type_name: &str, words: &[Variant<'_>]) {
    let _ = writeln!(
        out,
        "public enum class {type_name}(\n    /** As it crosses wires. */\n    public val wire: String,\n) : RatebookValue {{"
    );
    for word in words {
        let _ = writeln!(
            out,
            "{}    {}({:?}),",
            doc(word.doc, "    "),
            constant(word.wire),
            word.wire
        );
    }
    let _ = writeln!(
        out,
        "    ;\n\n    override fun write(writer: WireWriter) {{\n        writer.value(wire)\n    }}\n\n    \
         public companion object : Wire<{type_name}> {{\n        private val byWire = entries.associateBy {{ it.wire }}\n\n        \
         override fun read(reader: WireReader): {type_name} {{\n            val text = reader.text()\n            \
         return byWire[text] ?: throw reader.fault(\"`$text` is not known here\")\n        }}\n    }}\n}}"
    );
}

fn variants(out: &mut String, type_name: &str, variants: &[Variant<'_>]) {
    let _ = writeln!(out, "public sealed interface {type_name} : RatebookValue {{");
    let class = |variant: &Variant<'_>| pascal(&variant.wire.replace(['.', '-'], "_"));
    for variant in variants {
        out.push_str(&doc(variant.doc, "    "));
        let _ = match &variant.holds {
            Some(kind) => writeln!(
                out,
                "    public data class {}(public val held: {}) : {type_name} {{\n        \
                 override fun write(writer: WireWriter) {{\n            writer.open()\n            \
                 writer.field({:?}); {}\n            writer.close()\n        }}\n    }}\n",
                class(variant),
                spelled_inside(kind, variants),
                variant.wire,
                write(kind, "held")
            ),
            None => writeln!(
                out,
                "    public data object {} : {type_name} {{\n        override fun write(writer: WireWriter) {{\n            \
                 writer.value({:?})\n        }}\n    }}\n",
                class(variant),
                variant.wire
            ),
        };
    }
    let (holding, plain): (Vec<_>, Vec<_>) = variants.iter().partition(|variant| variant.holds.is_some());
    let _ = writeln!(
        out,
        "    public companion object : Wire<{type_name}> {{\n        override fun read(reader: WireReader): {type_name} {{"
    );
    if !plain.is_empty() {
        out.push_str(
            "            if (reader.isAtText()) {\n                return when (val text = reader.text()) {\n",
        );
        for variant in &plain {
            let _ = writeln!(out, "                    {:?} -> {}", variant.wire, class(variant));
        }
        out.push_str("                    else -> throw reader.fault(\"`$text` is not known here\")\n                }\n            }\n");
    }
    out.push_str("            reader.open()\n            if (!reader.nextField()) throw reader.unknown()\n");
    let _ = writeln!(out, "            val value: {type_name} =");
    for (index, variant) in holding.iter().enumerate() {
        if let Some(kind) = &variant.holds {
            let _ = writeln!(
                out,
                "                {}if (reader.isAt(\"{}\")) {}({})",
                if index == 0 { "" } else { "else " },
                variant.wire,
                class(variant),
                read_inside(kind, variants)
            );
        }
    }
    out.push_str(
        "                else throw reader.unknown()\n            reader.close()\n            return value\n        }\n    }\n}\n",
    );
}

/// Inside of the interface a variant's name hides the type of the same name.
fn spelled_inside(kind: &Kind<'_>, variants: &[Variant<'_>]) -> String {
    shown(kind, variants, spelled(kind))
}

fn read_inside(kind: &Kind<'_>, variants: &[Variant<'_>]) -> String {
    shown(kind, variants, read(kind))
}

/// The text with the package before the type's name where that is hidden.
fn shown(kind: &Kind<'_>, variants: &[Variant<'_>], text: String) -> String {
    match named_within(kind).filter(|name| hides(name, variants)) {
        Some(name) => text.replacen(name, &format!("com.ratebook.{name}"), 1),
        None => text,
    }
}

fn named_within<'k>(kind: &Kind<'k>) -> Option<&'k str> {
    match kind {
        Kind::Named(name) => Some(name),
        Kind::List(inner) | Kind::Optional(inner) | Kind::Map { value: inner, .. } => named_within(inner),
        _ => None,
    }
}

fn hides(name: &str, variants: &[Variant<'_>]) -> bool {
    variants.iter().any(|variant| pascal(variant.wire) == name)
}
