//! The Node package: `index.js`, which asks by the numbers of `Operation::ALL`, its ESM face and its types.

use std::collections::BTreeSet;

use ratebook::Code;
use ratebook::api::OperationEntry;
use ratebook::form::model::{Declared, Form};

use super::node_types::{camel, declaration, doc, pascal};
use super::node_words as words;
use super::{Table, details};

/// Every generated file of the Node package, by its path from the root of the repository.
pub(crate) fn files(table: &Table) -> Vec<(&'static str, String)> {
    vec![
        ("bindings-node/index.js", common_js(table)),
        ("bindings-node/index.mjs", esm(table)),
        ("bindings-node/index.d.ts", types(table)),
        ("bindings-node/index.d.mts", ESM_TYPES.to_owned()),
    ]
}

const WRITTEN_BY: &str = "// Written by `cargo xtask generate`.\n";

const ESM_TYPES: &str = "// Written by `cargo xtask generate`.\nexport * from './index.js'\n";

/// Operations that answer many requests at once, and so are worth another thread.
const MANY: &str = "_many";

/// The areas that have plain functions, by name.
fn areas(table: &Table) -> Vec<&'static str> {
    let mut areas = table.areas();
    areas.sort_unstable();
    areas
}

pub(super) fn families() -> Vec<&'static str> {
    // No code of books is there yet; its class is, in every language alike.
    let mut families: Vec<_> = Code::ALL.iter().map(|code| code.family()).chain(["books"]).collect();
    families.sort_unstable();
    families.dedup();
    families
}

fn class_of(family: &str) -> String {
    format!("{}Error", pascal(family))
}

fn exports(table: &Table) -> Vec<String> {
    let handles = table.handles.iter().map(|handle| handle.name.to_owned());
    let areas = areas(table).into_iter().map(str::to_owned);
    let errors = families().into_iter().map(class_of);
    handles
        .chain(areas)
        .chain(["RatebookError".to_owned()])
        .chain(errors)
        .collect()
}

fn common_js(table: &Table) -> String {
    let mut out = format!("'use strict'\n{WRITTEN_BY}\n");
    push(
        &mut out,
        "const { RatebookError, declareFamily } = require('./lib/errors.js')\n",
    );
    push(
        &mut out,
        "const { bytesOf, decode, decodeBytes, encode, handleOf } = require('./lib/values.js')\n",
    );
    push(
        &mut out,
        "const { GONE, Handle, dispose, present } = require('./lib/handle.js')\n",
    );
    push(&mut out, "const native = require('./lib/load.js').load()\n");
    push(&mut out, "const ask = require('./lib/ask.js').asker(native)\n\n");
    for family in families() {
        let class = class_of(family);
        push(&mut out, &format!("class {class} extends RatebookError {{}}\n"));
        push(&mut out, &format!("declareFamily('{family}', {class})\n"));
    }
    push(&mut out, LOAD);
    for (kind, handle) in table.handles.iter().enumerate() {
        let name = handle.name;
        push(
            &mut out,
            &format!(
                "\nclass {name} extends Handle {{\n  #handle = GONE\n\n  constructor(definition) {{\n    super()\n"
            ),
        );
        push(
            &mut out,
            &format!("    this.#handle = load({kind}, definition, this)\n  }}\n"),
        );
        for (number, entry) in table.asked_of(handle) {
            method(&mut out, name, number, entry);
        }
        push(&mut out, DISPOSE);
        push(&mut out, "}\n");
    }
    for area in areas(table) {
        push(&mut out, &format!("\nconst {} = Object.freeze({{\n", area_name(area)));
        for (number, entry) in table.plain(area) {
            function(&mut out, number, entry);
        }
        if area == "flow" {
            push(&mut out, MACHINE);
        }
        push(&mut out, "})\n");
    }
    push(&mut out, "\nmodule.exports = {\n");
    for name in exports(table) {
        push(&mut out, &format!("  {},\n", exported(&name)));
    }
    push(&mut out, "}\n");
    out
}

const LOAD: &str = "
/** Frees what was loaded when the object that held it is gone. */
const held = new FinalizationRegistry((handle) => native.drop(handle))

/** So many of a turn are watched. V8 tells of none before the turn ends, and what it keeps for each would fill the memory in a long one: more are found by the add-on, as others are loaded. */
const MOST_WATCHED = 1_000
let watched = 0

/** Loads a definition: an object in JavaScript's spelling, or JSON as it crosses wires. */
function load(kind, definition, holder) {
  const isJson = typeof definition === 'string' || definition instanceof Uint8Array
  const given = isJson ? bytesOf(definition, 'definition') : encode(definition, 'definition')
  const handle = handleOf(native.load(kind, given, holder))
  if (watched++ === 0) setImmediate(() => (watched = 0)).unref()
  if (watched <= MOST_WATCHED) held.register(holder, handle)
  return handle
}
";

const DISPOSE: &str = "
  dispose() {
    if (this.#handle !== GONE) native.drop(this.#handle)
    this.#handle = GONE
  }

  [dispose]() {
    this.dispose()
  }
";

const MACHINE: &str = "
  machine(name) {
    const [definition] = flow.machines({ name })
    return new Machine(definition)
  },
";

/// An area's name as a constant; `export` alone is a word of the language, and none of the areas is one.
fn area_name(area: &str) -> String {
    camel(area)
}

fn exported(name: &str) -> String {
    if name.starts_with(char::is_lowercase) {
        area_name(name)
    } else {
        name.to_owned()
    }
}

/// Whether an operation is also offered on another thread.
fn asked_elsewhere(entry: &OperationEntry) -> bool {
    entry.handle.is_some() && entry.name.ends_with(MANY)
}

fn method(out: &mut String, handle: &str, number: usize, entry: &OperationEntry) {
    let name = camel(entry.name);
    let held = format!("present(this.#handle, '{handle}')");
    push(
        out,
        &format!(
            "
  {name}(request) {{
    return ask({number}, {held}, request)
  }}

  {name}Json(request) {{
    return decodeBytes(native.askJson({number}, {held}, bytesOf(request, 'request')))
  }}
"
        ),
    );
    if asked_elsewhere(entry) {
        push(
            out,
            &format!(
                "
  async {name}Async(request) {{
    return decode(await native.askAsync({number}, {held}, encode(request, 'request')))
  }}
"
            ),
        );
    }
}

fn function(out: &mut String, number: usize, entry: &OperationEntry) {
    let name = camel(entry.name);
    push(
        out,
        &format!(
            "  {name}(request) {{
    return ask({number}, 0, request)
  }},

  {name}Json(request) {{
    return decodeBytes(native.askJson({number}, 0, bytesOf(request, 'request')))
  }},
"
        ),
    );
}

fn esm(table: &Table) -> String {
    let mut out = format!("{WRITTEN_BY}\nimport ratebook from './index.js'\n\nexport const {{\n");
    for name in exports(table) {
        push(&mut out, &format!("  {},\n", exported(&name)));
    }
    push(&mut out, "} = ratebook\n");
    out
}

fn types(table: &Table) -> String {
    let mut out = format!("{WRITTEN_BY}{TYPES_HEAD}");
    for family in families() {
        let class = class_of(family);
        push(
            &mut out,
            &format!("\n/** A refusal or fault whose code begins with `{family}.`. */\n"),
        );
        push(&mut out, &format!("export class {class} extends RatebookError {{}}\n"));
    }
    for handle in &table.handles {
        push(
            &mut out,
            &format!(
                "\n{}export class {}{} {{\n",
                doc(handle.doc, ""),
                handle.name,
                words::declared(handle.name)
            ),
        );
        push(
            &mut out,
            "  /**\n   * Loads, checks and compiles a definition: an object, or JSON text or bytes as they cross wires (snake_case).\n   *\n   * @throws {@link DefinitionError} with every fault at once.\n   */\n",
        );
        let definition = declaration::reference(&table.model, &table.form(&handle.definition));
        push(
            &mut out,
            &format!("  constructor(definition: {definition} | string | Uint8Array)\n"),
        );
        for (_, entry) in table.asked_of(handle) {
            signatures(&mut out, table, entry, "  ", ("", ""));
        }
        push(&mut out, DISPOSE_TYPES);
        push(&mut out, "}\n");
    }
    for area in areas(table) {
        push(&mut out, &format!("\nexport const {}: {{\n", area_name(area)));
        for (_, entry) in table.plain(area) {
            signatures(&mut out, table, entry, "  ", ("readonly ", ": "));
        }
        if area == "flow" {
            push(&mut out, words::MACHINE);
        }
        push(&mut out, "}\n");
    }
    for own in table.model.types() {
        push(&mut out, "\n");
        push(&mut out, &words::typed(&own.name, declared(table, own)));
    }
    push(&mut out, &details::in_typescript());
    push(&mut out, &words::shipped());
    respelled(out, table)
}

/// A type; what an error tells has figures that are declared apart.
fn declared(table: &Table, own: &Declared) -> String {
    let text = declaration::of(&table.model, own);
    match details::are_in(&own.name) {
        true => text.replace("{ readonly [key: string]: unknown }", "Details"),
        false => text,
    }
}

/// The docs of core name fields as core spells them; between backticks they become JavaScript's names, but for texts that are choices.
fn respelled(mut text: String, table: &Table) -> String {
    let (mut fields, mut texts, mut seen) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for own in table.model.types() {
        table.model.visit(&own.form, &mut seen, &mut |form| match form {
            Form::Record(all) => fields.extend(all.iter().map(|field| &*field.name)),
            Form::Choice(variants) => {
                let (holding, words): (Vec<_>, Vec<_>) = variants.iter().partition(|own| own.holds.is_some());
                fields.extend(holding.into_iter().map(|own| &*own.name));
                texts.extend(words.into_iter().map(|own| &*own.name));
            }
            _ => {}
        });
    }
    for name in fields.difference(&texts).filter(|name| name.contains('_')) {
        text = text.replace(&format!("`{name}`"), &format!("`{}`", camel(name)));
    }
    text
}

const TYPES_HEAD: &str = "
/** A refusal or a fault, with every reason for it. The first reason speaks for the whole. */
export class RatebookError extends Error {
  constructor(report: ErrorReport)
  /** Dotted and stable, such as `rates.blackout`. */
  readonly code: Code
  /** Where: a JSON pointer into the definition or request, empty for the whole. */
  readonly path: string
  /** The figures involved, by name. */
  readonly details: Details
  /** Every reason, the first one included. */
  readonly reasons: readonly Reason[]
  /**
   * The report of the error: what a structured clone of it keeps, when it is posted to another thread.
   */
  readonly cause: ErrorReport
  /** The error as it crosses a wire. */
  toJSON(): ErrorReport
  /** The error again, in the class of its family: from its report, or from a structured clone of it. */
  static from(told: unknown): RatebookError
}
";

const DISPOSE_TYPES: &str =
    "  /** Frees what was loaded, at once. Whatever is asked afterwards is a `ReferenceError`. */
  dispose(): void
  /** The same, for `using`. */
  [Symbol.dispose](): void
";

/// The signatures of one operation: a method, or a field that holds a function.
fn signatures(out: &mut String, table: &Table, entry: &OperationEntry, indent: &str, (before, after): (&str, &str)) {
    let name = camel(entry.name);
    let spelled = |schema| declaration::reference(&table.model, &table.form(schema));
    let of_machine = |kind| words::referred(entry.handle, kind);
    let (request, answer) = (of_machine(spelled(&entry.request)), of_machine(spelled(&entry.answer)));
    let arrow = if after.is_empty() { ": " } else { " => " };
    push(out, &doc(entry.doc, indent));
    push(
        out,
        &format!("{indent}{before}{name}{after}(request: {request}){arrow}{answer}\n"),
    );
    push(
        out,
        &doc(
            &format!("`{name}` from JSON to JSON, both as they cross wires (snake_case)."),
            indent,
        ),
    );
    push(
        out,
        &format!("{indent}{before}{name}Json{after}(request: string | Uint8Array){arrow}Buffer\n"),
    );
    if asked_elsewhere(entry) {
        push(out, &doc(&format!("`{name}` on another thread."), indent));
        push(
            out,
            &format!("{indent}{before}{name}Async{after}(request: {request}){arrow}Promise<{answer}>\n"),
        );
    }
}

fn push(out: &mut String, text: &str) {
    out.push_str(text);
}
