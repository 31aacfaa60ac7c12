//! Handles, plain functions and errors, and what the runner of the vectors asks by.

use std::collections::BTreeSet;
use std::fmt::Write;

use ratebook::api::OperationEntry;

use super::super::model::{home, kind, own_name};
use super::{Packages, doc, name, read, spelled, write};
use crate::generate::Table;
use crate::generate::handed_back;
use crate::generate::node::families;
use crate::generate::node_types::pascal;

/// `Asking.kt`.
pub(super) fn asking(table: &Table, packages: &Packages, interface: u64) -> String {
    let mut out = format!(
        "{}\n/** What the library must have been made of. */\ninternal const val INTERFACE: Long = {}L\n",
        packages.head("com.ratebook"),
        interface.cast_signed()
    );
    errors(&mut out);
    details(&mut out);
    for (number, handle) in table.handles.iter().enumerate() {
        let definition = spelled(&kind(&table.model, &table.form(&handle.definition)));
        let name = own_name(handle.name);
        let _ = write!(
            out,
            "\n{}public class {name} private constructor(handle: Handle) : Loaded(handle) {{\n    \
             /** Loads, checks and compiles a definition; every fault is reported at once. */\n    \
             public constructor(definition: {definition}) : this(Library.load({number}, definition))\n\n    \
             /** The same from JSON as it crosses wires, or from its compact form. */\n    \
             public constructor(bytes: ByteArray) : this(Library.loadBytes({number}, bytes))\n",
            doc(handle.doc, ""),
        );
        for (number, entry) in table.asked_of(handle) {
            function(&mut out, table, number, entry, "", "handle");
        }
        out.push_str("}\n");
    }
    // Where the area has a type of that name its functions are the type's own.
    for area in table
        .areas()
        .into_iter()
        .filter(|area| !table.types.contains_key(&home(area)))
    {
        let home = home(area);
        let _ = writeln!(
            out,
            "\n/** The plain functions of `{area}`. */\npublic object {home} {{"
        );
        for (number, entry) in table.plain(area) {
            function(&mut out, table, number, entry, "@JvmStatic ", "null");
        }
        out.push_str("}\n");
    }
    out
}

/// The plain functions that are asked of a type itself, such as `Money.sum`.
pub(super) fn functions_of(out: &mut String, table: &Table, type_name: &str) {
    for area in table.areas().into_iter().filter(|area| home(area) == type_name) {
        let mut own = String::new();
        for (number, entry) in table.plain(area) {
            function(&mut own, table, number, entry, "@JvmStatic ", "null");
        }
        out.push_str(&own.replace("\n    ", "\n        "));
    }
}

/// The names of figures, each with its type.
fn details(out: &mut String) {
    out.push_str("\n/** The figures of errors, by which they are read as what they are: `refused[Details.REQUIRED]`. */\npublic object Details {\n");
    for (name, reader, given) in crate::generate::details::in_kotlin() {
        let _ = writeln!(
            out,
            "    @JvmField public val {}: Detail<{given}> = Detail({name:?}, Detail.Companion::{reader})",
            super::constant(name)
        );
    }
    out.push_str("}\n");
}

fn errors(out: &mut String) {
    out.push_str(
        "\n/** A refusal or a fault, with every reason for it. */\npublic sealed class RatebookException(\n    \
         /** What it says, with every reason. */\n    public val report: ErrorReport,\n) : RuntimeException(report.message) {\n    \
         /** Dotted and stable, such as `rates.blackout`. */\n    public val code: Code get() = report.code\n\n    \
         /** Where: a JSON pointer into the definition or request, empty for the whole. */\n    \
         public val path: String get() = report.path\n\n    /** The figures involved, by name. */\n    \
         public val details: Map<String, Json> get() = report.details\n\n    \
         /** Every reason, the first one included. */\n    public val reasons: List<Reason> get() = report.reasons\n\n    \
         internal companion object {\n        fun of(report: ErrorReport): RatebookException =\n            \
         when (report.code.wire.substringBefore('.')) {\n",
    );
    for family in families() {
        let _ = writeln!(out, "                {family:?} -> {}Exception(report)", pascal(family));
    }
    out.push_str(
        "                else -> UnknownException(report)\n            }\n    }\n}\n\n\
         /** Its code is of a family that a newer engine knows, and this package does not. */\n\
         public class UnknownException(report: ErrorReport) : RatebookException(report)\n",
    );
    for family in families() {
        let _ = writeln!(
            out,
            "\n/** Its code begins with `{family}.`. */\npublic class {}Exception(report: ErrorReport) : RatebookException(report)",
            pascal(family)
        );
    }
}

fn function(out: &mut String, table: &Table, number: usize, entry: &OperationEntry, mark: &str, handle: &str) {
    let name = name(entry.name);
    let (request, answer) = (
        kind(&table.model, &table.form(&entry.request)),
        kind(&table.model, &table.form(&entry.answer)),
    );
    let _ = write!(
        out,
        "\n{}    {mark}public fun {name}(request: {}): {} =\n        Library.ask({number}, {handle}, request) {{ reader -> {} }}\n\n    \
         /** `{plain}` from JSON to JSON, both as they cross wires. */\n    \
         {mark}public fun {plain}Json(request: ByteArray): ByteArray = Library.askJson({number}, {handle}, request)\n",
        doc(entry.doc, "    "),
        spelled(&request),
        spelled(&answer),
        read(&answer),
        plain = name.trim_matches('`'),
    );
}

/// For the vectors: every operation from JSON to JSON by way of the package's own types.
pub(super) fn typed(table: &Table, packages: &Packages, left_out: &BTreeSet<String>) -> String {
    let names: Vec<String> = left_out.iter().map(|name| format!("{name:?}")).collect();
    let mut out = format!(
        "{}\n/** Operations that the phones' library does without. */\ninternal val leftOut: Set<String> = setOf({})\n",
        packages.head("com.ratebook"),
        names.join(", ")
    );
    for (title, is_typed) in [("loadTyped", true), ("loadJson", false)] {
        let _ = writeln!(
            out,
            "\n/** A definition as a handle, by its key. */\ninternal fun {title}(key: String, definition: ByteArray): Loaded =\n    when (key) {{"
        );
        for handle in &table.handles {
            let given = if is_typed {
                format!(
                    "requested({}, definition)",
                    spelled(&kind(&table.model, &table.form(&handle.definition)))
                )
            } else {
                "definition".to_owned()
            };
            let _ = writeln!(out, "        {:?} -> {}({given})", handle.key, own_name(handle.name));
        }
        out.push_str("        else -> throw Unsayable()\n    }\n");
    }
    for (title, is_typed) in [("askTyped", true), ("askJson", false)] {
        let _ = writeln!(
            out,
            "\ninternal fun {title}(operation: String, handle: Loaded?, request: ByteArray): ByteArray =\n    when (operation) {{"
        );
        for entry in &table.operations {
            let home = entry.handle.map_or_else(
                || home(entry.area),
                |handle| format!("(handle as {})", own_name(handle)),
            );
            let name = name(entry.name);
            let call = if is_typed {
                let answer = write(&kind(&table.model, &table.form(&entry.answer)), "answer");
                let request = spelled(&kind(&table.model, &table.form(&entry.request)));
                format!("written({home}.{name}(requested({request}, request))) {{ writer, answer -> {answer} }}")
            } else {
                format!("{home}.{}Json(request)", name.trim_matches('`'))
            };
            let _ = writeln!(out, "        \"{}.{}\" -> {call}", entry.area, entry.name);
        }
        out.push_str("        else -> throw Unsayable()\n    }\n");
    }
    let _ = write!(
        out,
        "\n/** Types that the phones' library does without. */\ninternal val leftOutTypes = setOf<String>({})\n",
        handed_back::left_out(table)
    );
    out.push_str("\n/** A value read as its type and written again. */\ninternal fun againTyped(type: String, value: ByteArray): ByteArray =\n    when (type) {\n");
    for name in handed_back::both(table).into_iter().map(|own| &*own.name) {
        let _ = writeln!(
            out,
            "        {name:?} -> written(requested({}, value)) {{ writer, it -> it.write(writer) }}",
            own_name(name)
        );
    }
    out.push_str("        else -> throw Unsayable()\n    }\n");
    out.push_str("\n/** The key of the handle that an operation is asked of. */\ninternal fun handleKey(operation: String): String? =\n    when (operation) {\n");
    for entry in &table.operations {
        if let Some(handle) = table.handles.iter().find(|handle| entry.handle == Some(handle.name)) {
            let _ = writeln!(out, "        \"{}.{}\" -> {:?}", entry.area, entry.name, handle.key);
        }
    }
    out.push_str("        else -> null\n    }\n");
    out
}
