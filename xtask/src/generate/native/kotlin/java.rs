//! Builders: Java has no arguments by name, and none that may be left out.

use std::fmt::Write;

use super::super::model::{Field, Kind};
use super::types::{Known, fallback};
use super::{name, spelled};

/// The builder of a record, which is asked for what must be given when it builds.
pub(super) fn builder(out: &mut String, type_name: &str, fields: &[Field<'_>], known: &Known<'_>) {
    let _ = writeln!(
        out,
        "\n    /** Sets one field after the other; what is not set is what it is when it is not given. */\n    \
         public class Builder internal constructor() {{"
    );
    for field in fields {
        let plain = match &field.kind {
            Kind::Optional(inner) => inner,
            kind => kind,
        };
        let _ = writeln!(
            out,
            "        private var {}: {}? = null",
            name(field.wire),
            spelled(plain)
        );
    }
    for field in fields {
        let name = name(field.wire);
        let kind = spelled(&field.kind);
        let _ = writeln!(
            out,
            "\n        /** See [{type_name}.{plain}]. */\n        \
             public fun {name}({name}: {kind}): Builder = apply {{ this.{name} = {name} }}",
            plain = name.trim_matches('`'),
        );
    }
    let _ = writeln!(
        out,
        "\n        /**\n         * The value.\n         *\n         * @throws IllegalStateException when something that must be given was not set.\n         */\n        \
         public fun build(): {type_name} = {type_name}("
    );
    for field in fields {
        let name = name(field.wire);
        let _ = match fallback(field, known) {
            None if matches!(field.kind, Kind::Optional(_)) => writeln!(out, "            {name},"),
            None => writeln!(
                out,
                "            checkNotNull({name}) {{ \"`{}` of {type_name} is not set\" }},",
                name.trim_matches('`')
            ),
            Some(nothing) if nothing == "null" => writeln!(out, "            {name},"),
            Some(default) => writeln!(out, "            {name} ?: {default},"),
        };
    }
    out.push_str("        )\n    }\n");
}
