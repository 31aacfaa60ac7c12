//! The types of definitions, requests and answers.

use std::collections::BTreeSet;
use std::fmt::Write;

use ratebook::form::model::Absence;

use super::super::model::{Declared, Field, Kind, Variant, declared};
use super::super::phone;
use super::{Packages, asking, constant, doc, java, name, read, spelled, write};
use crate::generate::Table;
use crate::generate::node_types::pascal;

/// What is known of the types beside their declarations.
pub(super) struct Known<'t> {
    pub(super) packages: &'t Packages,
    /// Those that are one of several words.
    words: BTreeSet<&'t str>,
    /// Those that an engine hands out.
    handed_out: BTreeSet<String>,
    /// Those that an app hands in.
    handed_in: BTreeSet<String>,
}

/// `Types.kt` of each area.
pub(super) fn by_area(table: &Table, packages: &Packages) -> Vec<(String, String)> {
    let all = declared(table);
    let words = all
        .iter()
        .filter(|(.., declared)| matches!(declared, Declared::Words(_)));
    let known = Known {
        packages,
        words: words.map(|(name, ..)| *name).collect(),
        handed_out: phone::handed_out(table),
        handed_in: phone::handed_in(table),
    };
    let areas = phone::types_by_area(table).into_iter();
    let texts = areas.map(|(area, names)| {
        let mut out = packages.head(&Packages::of_area(area));
        for (name, about, declared) in all.iter().filter(|(name, ..)| names.contains(*name)) {
            out.push('\n');
            out.push_str(&doc(about, ""));
            let _ = writeln!(out, "@Serializable(with = {name}.Companion::class)");
            match declared {
                Declared::Record(fields) => record(&mut out, table, name, fields, &known),
                Declared::Words(words) => self::words(&mut out, name, words),
                Declared::Variants(variants) => self::variants(&mut out, name, variants, &known),
            }
        }
        (area.to_owned(), out)
    });
    texts.collect()
}

/// What stands for a field that is not given.
pub(super) fn fallback(field: &Field<'_>, known: &Known<'_>) -> Option<String> {
    Some(match (field.absence, &field.kind) {
        (Absence::Refused, _) => return None,
        (Absence::Nothing, _) => "null".to_owned(),
        (Absence::Empty, Kind::List(_)) => "emptyList()".to_owned(),
        (Absence::Empty, Kind::Map { .. }) => "emptyMap()".to_owned(),
        (Absence::Empty, _) => "false".to_owned(),
        (Absence::Same(value), Kind::Named(kind)) => {
            let word = value.as_str().unwrap_or_default();
            let word = if known.words.contains(kind) {
                constant(word)
            } else {
                pascal(word)
            };
            format!("{kind}.{word}")
        }
        (Absence::Same(value), _) => value.to_string(),
    })
}

fn record(out: &mut String, table: &Table, type_name: &str, fields: &[Field<'_>], known: &Known<'_>) {
    // What an app only asks with is as strict when it is read as when it is made.
    let is_open = known.handed_out.contains(type_name);
    if fields.is_empty() && !is_open {
        return empty_record(out, type_name);
    }
    // Java has no arguments that may be left out; where there are many a builder serves better.
    let overloads = if is_open && fields.iter().all(|field| fallback(field, known).is_none()) {
        " @JvmOverloads constructor"
    } else {
        ""
    };
    let _ = writeln!(out, "public data class {type_name}{overloads}(");
    for field in fields {
        let default = fallback(field, known).map_or_else(String::new, |default| format!(" = {default}"));
        let _ = writeln!(
            out,
            "{}    public val {}: {}{default},",
            doc(field.doc, "    "),
            name(field.wire),
            spelled(&field.kind)
        );
    }
    if is_open {
        out.push_str(
            "    /** Fields that a newer engine gave and that are not known here, kept as they are. */\n    \
             public val unknownFields: Map<String, Json> = emptyMap(),\n",
        );
    }
    write_record(out, fields, is_open);
    equality(
        out,
        type_name,
        fields.iter().map(|field| (name(field.wire), &field.kind)),
        is_open,
        "    ",
    );
    let has_builder =
        known.handed_in.contains(type_name) && fields.iter().any(|field| fallback(field, known).is_some());
    if has_builder {
        java::builder(out, type_name, fields, known);
    }
    let _ = writeln!(
        out,
        "\n    public companion object : Wire<{type_name}>({type_name:?}) {{"
    );
    serializer(out, type_name);
    if has_builder {
        let _ = writeln!(
            out,
            "        /** For Java: sets one field after the other. */\n        \
             @JvmStatic public fun builder(): Builder = Builder()\n"
        );
    }
    read_record(out, type_name, fields, is_open, known);
    asking::functions_of(out, table, type_name);
    out.push_str("    }\n}\n");
}

fn empty_record(out: &mut String, type_name: &str) {
    let _ = writeln!(
        out,
        "public class {type_name} : RatebookValue {{\n    override fun write(writer: WireWriter) {{\n        \
             writer.open()\n        writer.close()\n    }}\n\n    override fun equals(other: Any?): Boolean = other is {type_name}\n    \
             override fun hashCode(): Int = 0\n    override fun toString(): String = \"{type_name}()\"\n\n    \
             public companion object : Wire<{type_name}>({type_name:?}) {{\n        \
             public fun serializer(): KSerializer<{type_name}> = this\n\n        \
             override fun read(reader: WireReader): {type_name} {{\n            reader.open()\n            \
             if (reader.nextField()) throw reader.unknown()\n            return {type_name}()\n        }}\n    }}\n}}"
    );
}

fn write_record(out: &mut String, fields: &[Field<'_>], is_open: bool) {
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
    if is_open {
        out.push_str("        writer.fields(unknownFields)\n");
    }
    out.push_str("        writer.close()\n    }\n");
}

/// Java tells 462 from 462.00, and moments by nanoseconds that no engine keeps: what holds such values compares them as the
/// engine does.
fn equality<'f>(
    out: &mut String,
    type_name: &str,
    fields: impl Iterator<Item = (String, &'f Kind<'f>)> + Clone,
    is_open: bool,
    indent: &str,
) {
    if !fields.clone().any(|(_, kind)| is_told_apart_by_java(kind)) {
        return;
    }
    let same = fields.clone().map(|(name, kind)| {
        if is_told_apart_by_java(kind) {
            format!("alike({name}, other.{name})")
        } else {
            format!("{name} == other.{name}")
        }
    });
    let mut same: Vec<_> = same.collect();
    let hashed = fields.map(|(name, _)| name);
    let mut hashed: Vec<_> = hashed.collect();
    if is_open {
        same.push("unknownFields == other.unknownFields".to_owned());
        hashed.push("unknownFields".to_owned());
    }
    let _ = writeln!(
        out,
        "\n{indent}override fun equals(other: Any?): Boolean = other is {type_name} &&\n{indent}    {}\n\n\
         {indent}override fun hashCode(): Int = hashed({})",
        same.join(&format!(" &&\n{indent}    ")),
        hashed.join(", "),
    );
}

fn is_told_apart_by_java(kind: &Kind<'_>) -> bool {
    match kind {
        Kind::Decimal | Kind::Instant => true,
        Kind::List(inner) | Kind::Optional(inner) | Kind::Map { value: inner, .. } => is_told_apart_by_java(inner),
        _ => false,
    }
}

fn read_record(out: &mut String, type_name: &str, fields: &[Field<'_>], is_open: bool, known: &Known<'_>) {
    let _ = writeln!(out, "        override fun read(reader: WireReader): {type_name} {{");
    for field in fields {
        let plain = match &field.kind {
            Kind::Optional(inner) => inner,
            kind => kind,
        };
        let _ = writeln!(out, "            var {}: {}? = null", name(field.wire), spelled(plain));
    }
    if is_open {
        out.push_str("            var unknownFields: MutableMap<String, Json>? = null\n");
    }
    out.push_str("            reader.open()\n            while (reader.nextField()) {\n                ");
    for field in fields {
        let kind = match &field.kind {
            kind @ Kind::Optional(_) => read(kind),
            kind => format!("reader.orNull {{ {} }}", read(kind)),
        };
        let _ = write!(
            out,
            "if (reader.isAt(\"{}\")) {} = {kind}\n                else ",
            field.wire,
            name(field.wire),
        );
    }
    let otherwise = if is_open {
        "unknownFields = reader.unknown(unknownFields)"
    } else {
        "throw reader.unknown()"
    };
    let _ = writeln!(out, "{otherwise}\n            }}\n            return {type_name}(");
    for field in fields {
        let own = name(field.wire);
        let _ = match (fallback(field, known), &field.kind) {
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
    if is_open {
        out.push_str("                unknownFields ?: emptyMap(),\n");
    }
    out.push_str("            )\n        }\n");
}

/// A set of words that grows: no `enum`, which could not hold one that a newer engine knows.
fn words(out: &mut String, type_name: &str, words: &[Variant<'_>]) {
    let _ = writeln!(
        out,
        "public class {type_name} private constructor(wire: String) : Word(wire) {{\n    \
         internal override val words: Words<*> get() = Companion\n\n    \
         public companion object : Words<{type_name}>({type_name:?}) {{"
    );
    serializer(out, type_name);
    for word in words {
        let _ = writeln!(
            out,
            "{}        @JvmField public val {constant}: {type_name} = {type_name}({:?})\n",
            doc(word.doc, "        "),
            word.wire,
            constant = constant(word.wire),
        );
    }
    let all: Vec<_> = words.iter().map(|word| constant(word.wire)).collect();
    let _ = writeln!(
        out,
        "        override val entries: List<{type_name}> = listOf(\n            {},\n        )\n\n        \
         internal override fun unknown(wire: String): {type_name} = {type_name}(wire)\n    }}\n}}",
        all.join(",\n            ")
    );
}

/// What serialization looks up: a companion is its type's serializer.
fn serializer(out: &mut String, type_name: &str) {
    let _ = writeln!(
        out,
        "        public fun serializer(): KSerializer<{type_name}> = this\n"
    );
}

fn class(variant: &Variant<'_>) -> String {
    pascal(&variant.wire.replace(['.', '-'], "_"))
}

fn variants(out: &mut String, type_name: &str, variants: &[Variant<'_>], known: &Known<'_>) {
    let _ = writeln!(out, "public sealed interface {type_name} : RatebookValue {{");
    for variant in variants {
        out.push_str(&doc(variant.doc, "    "));
        let Some(kind) = &variant.holds else {
            let _ = writeln!(
                out,
                "    public data object {} : {type_name} {{\n        override fun write(writer: WireWriter) {{\n            \
                 writer.value({:?})\n        }}\n    }}\n",
                class(variant),
                variant.wire
            );
            continue;
        };
        let _ = writeln!(
            out,
            "    public data class {}(public val held: {}) : {type_name} {{\n        \
             override fun write(writer: WireWriter) {{\n            writer.open()\n            \
             writer.field({:?}); {}\n            writer.close()\n        }}",
            class(variant),
            shown(kind, variants, known, spelled(kind)),
            variant.wire,
            write(kind, "held")
        );
        equality(
            out,
            &class(variant),
            std::iter::once(("held".to_owned(), kind)),
            false,
            "        ",
        );
        out.push_str("    }\n\n");
    }
    let _ = writeln!(
        out,
        "    /** What a newer engine knows and this version does not, kept as it is. */\n    \
         public data class Unknown(public val json: com.ratebook.Json) : {type_name} {{\n        \
         override fun write(writer: WireWriter): Unit = json.write(writer)\n    }}\n\n    \
         public companion object : Wire<{type_name}>({type_name:?}) {{"
    );
    serializer(out, type_name);
    let _ = writeln!(out, "        override fun read(reader: WireReader): {type_name} {{");
    read_variants(out, variants, known);
    out.push_str("        }\n    }\n}\n");
}

fn read_variants(out: &mut String, variants: &[Variant<'_>], known: &Known<'_>) {
    let (holding, plain): (Vec<_>, Vec<_>) = variants.iter().partition(|variant| variant.holds.is_some());
    if plain.is_empty() {
        out.push_str("            if (reader.isAtText()) return Unknown(com.ratebook.Json.Text(reader.text()))\n");
    } else {
        out.push_str(
            "            if (reader.isAtText()) {\n                return when (val text = reader.text()) {\n",
        );
        for variant in &plain {
            let _ = writeln!(out, "                    {:?} -> {}", variant.wire, class(variant));
        }
        out.push_str(
            "                    else -> Unknown(com.ratebook.Json.Text(text))\n                }\n            }\n",
        );
    }
    out.push_str("            val start = reader.place()\n            reader.open()\n            if (!reader.nextField()) throw reader.missing(\"choice\")\n");
    out.push_str("            val value =\n                ");
    for variant in &holding {
        if let Some(kind) = &variant.holds {
            let _ = write!(
                out,
                "if (reader.isAt(\"{}\")) {}({})\n                else ",
                variant.wire,
                class(variant),
                shown(kind, variants, known, read(kind))
            );
        }
    }
    out.push_str("return Unknown(reader.again(start))\n            reader.close()\n            return value\n");
}

/// The text with the package before the type's name where a variant of that name hides it.
fn shown(kind: &Kind<'_>, variants: &[Variant<'_>], known: &Known<'_>, text: String) -> String {
    match named_within(kind).filter(|name| hides(name, variants)) {
        Some(name) => text.replacen(name, &format!("{}.{name}", known.packages.of_type(name)), 1),
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
