//! `cargo xtask tidy`: the habits of the house, as far as a program can tell.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use syn::spanned::Spanned;
use syn::visit::Visit;

use crate::ddl;
use crate::generate::MARK;
use crate::shell::{Outcome, UNTESTED, root, tracked};
use crate::statements;

const MAX_FILE_LINES: usize = 500;
const MAX_FUNCTION_LINES: usize = 70;
/// Names that say nothing of what a thing is in the trade.
const EMPTY_NAMES: &[&str] = &["Manager", "Helper", "Util", "Service", "Impl", "Data", "Info"];
/// What core must not touch: clocks, disks, networks, threads, chance.
const FORBIDDEN_IN_CORE: &[&str] = &[
    "std::fs",
    "std::net",
    "io::stdin",
    "io::stdout",
    "io::stderr",
    "std::thread",
    "std::process",
    "std::env",
    "SystemTime",
    "Instant::now",
    "Timestamp::now",
    "Zoned::now",
    "rand::",
    "getrandom",
];
/// Folders of one machine, hosts of registries, and the field in which npm's lock file names them.
const PLACES_OF_MACHINES: &[&str] = &[
    "/root/",
    "/work/",
    "/home/",
    "registry.npmjs.org",
    "files.pythonhosted.org",
    "index.crates.io",
    "repo1.maven.org",
    "deb.debian.org",
    "\"resolved\":",
];
/// Types that are whole as they are: nobody will think of another field or choice for them.
const WHOLE: &[&str] = &[
    "Money",
    "MonthDay",
    "DayRange",
    "LocalTime",
    "Span",
    "Interval",
    "Weekday",
    "Sign",
];
/// Which modules of core a module may import, beside itself and `error`: only such as stand above it here, so that there is no way
/// round.
const ARROWS: &[(&str, &[&str])] = &[
    ("names", &[]),
    ("error", &[]),
    ("fault", &["names"]),
    ("time", &["fault"]),
    ("money", &["fault", "time"]),
    ("form", &["fault", "money", "time"]),
    ("messages", &["fault", "form", "money", "time"]),
    ("expression", &["fault", "form", "money", "time"]),
    ("permission", &["fault", "money"]),
    ("assignment", &["fault", "form", "money", "time"]),
    ("rates", &["expression", "fault", "form", "money", "time"]),
    ("calendar", &["assignment", "fault", "money", "time"]),
    ("flow", &["expression", "fault", "form", "money", "permission", "time"]),
    (
        "tenancy",
        &["expression", "fault", "form", "money", "names", "permission", "time"],
    ),
    (
        "records",
        &[
            "calendar",
            "expression",
            "fault",
            "flow",
            "form",
            "money",
            "names",
            "permission",
            "rates",
            "tenancy",
            "time",
        ],
    ),
    (
        "books",
        &[
            "calendar",
            "expression",
            "fault",
            "flow",
            "form",
            "money",
            "rates",
            "tenancy",
            "time",
        ],
    ),
];

pub fn run() -> Outcome {
    let faults: Vec<String> = tracked()
        .iter()
        .flat_map(|path| faults_of(path))
        .chain(unlinted())
        .chain(doors())
        .chain(spread())
        .chain(tenants())
        .chain(circles(ARROWS))
        .collect();
    if faults.is_empty() {
        return Ok(());
    }
    Err(format!("{}\ntidy: {} faults", faults.join("\n"), faults.len()))
}

/// Arrows that lead to a module which stands below, or to none: with them there could be a way round.
fn circles(arrows: &[(&str, &[&str])]) -> Vec<String> {
    let places = arrows.iter().enumerate();
    let upward = places.flat_map(|(place, (name, allowed))| {
        let above = &arrows[..place];
        let upward = allowed
            .iter()
            .filter(move |other| above.iter().all(|(known, _)| known != *other));
        upward.map(move |other| format!("arrows: `{name}` may import `{other}`, which does not stand before it"))
    });
    upward.collect()
}

/// The modules that code imports from its crate, each with its line: those of `crate::name` and of `crate::{name, …}`.
fn imports(code: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    for (at, mark) in code.match_indices("crate::") {
        let start = code[..at].rfind('\n').map_or(0, |end| end + 1);
        if code[start..at].trim_start().starts_with("//") {
            continue;
        }
        let rest = &code[at + mark.len()..];
        let number = code[..at].matches('\n').count() + 1;
        let names = match rest.strip_prefix('{') {
            Some(group) => outer_names(group),
            None => vec![rest],
        };
        found.extend(names.into_iter().map(|name| {
            let end = name.find(|letter: char| !letter.is_ascii_lowercase() && letter != '_');
            (number, &name[..end.unwrap_or(name.len())])
        }));
    }
    found
}

/// The members of a group, up to its closing brace; what groups within it hold is not looked at.
fn outer_names(group: &str) -> Vec<&str> {
    let (mut depth, mut start, mut names) = (0, 0, Vec::new());
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                names.push(group[start..at].trim());
                start = at + 1;
                if letter == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    names
}

/// Published crates whose public items may go without a line of documentation.
fn unlinted() -> Vec<String> {
    let published = ["core", "bindings-python", "bindings-node", "bindings-swift"];
    let strict =
        |manifest: &str| manifest.contains("[lints]\nworkspace = true") || manifest.contains("missing_docs = ");
    let lax = published.iter().filter(|name| {
        let manifest = std::fs::read_to_string(root().join(name).join("Cargo.toml"));
        !manifest.is_ok_and(|manifest| strict(&manifest))
    });
    lax.map(|name| format!("{name}/Cargo.toml: `missing_docs` must be on"))
        .collect()
}

/// The server has one door to its databases: `store` alone knows them, and a text that was written at run time becomes one in a
/// single place.
fn doors() -> Vec<String> {
    let mut faults = Vec::new();
    let mut asserted = Vec::new();
    for path in tracked().iter().filter(|path| path.starts_with("server/src")) {
        let text = std::fs::read_to_string(root().join(path)).unwrap_or_default();
        for (number, line) in text
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.trim_start().starts_with("//"))
        {
            let place = format!("{}:{}", path.display(), number + 1);
            if line.contains("AssertSqlSafe(") {
                asserted.push(place.clone());
            }
            if !path.starts_with("server/src/store") && line.contains("sqlx") {
                faults.push(format!("{place}: a database is reached outside of `server/src/store`"));
            }
        }
    }
    if asserted.len() > 1 {
        faults.push(format!(
            "text becomes a statement in more than one place: {}",
            asserted.join(", ")
        ));
    }
    faults
}

/// The platform's own tables can be spread over many machines: what stands against it is found before a database has them.
fn spread() -> Vec<String> {
    let faults = |database: &'static str, found: fn(&ddl::Schema) -> Vec<String>| {
        let schema = ddl::Schema::read(&ddl::migrations(&root(), database));
        let mut faults = found(&schema);
        if schema.tables.is_empty() {
            faults.push("there are no tables".to_owned());
        }
        faults
            .into_iter()
            .map(move |fault| format!("server/migrations/{database}: {fault}"))
    };
    let postgres = faults("postgres", ddl::Schema::faults);
    postgres.chain(faults("sqlite", ddl::Schema::faults_of_keys)).collect()
}

/// What the server says to its databases over what tenants have says of which tenant.
fn tenants() -> Vec<String> {
    let schema = ddl::Schema::read(&ddl::migrations(&root(), "postgres"));
    let tables: BTreeSet<String> = schema.tables.into_keys().collect();
    let (mut faults, mut needed) = (Vec::new(), BTreeSet::new());
    let is_source = |path: &&PathBuf| path.starts_with("server/src") && path.extension().is_some_and(|own| own == "rs");
    for path in tracked().iter().filter(is_source) {
        let text = std::fs::read_to_string(root().join(path)).unwrap_or_default();
        faults.extend(statements::faults_of(path, &text, &tables, &mut needed));
    }
    faults.into_iter().chain(statements::unneeded(&needed)).collect()
}

fn faults_of(path: &Path) -> Vec<String> {
    let Ok(text) = std::fs::read_to_string(root().join(path)) else {
        return Vec::new();
    };
    let mut faults = places_of_machines(path, &text);
    let extension = path
        .extension()
        .and_then(|extension| extension.to_str())
        .unwrap_or_default();
    let marks = [MARK, "auto-generated by openapi-typescript"];
    let marked = |line: &str| marks.iter().any(|mark| line.contains(mark));
    let generated = text.lines().take(3).any(marked) || path.starts_with("server/web/dist");
    let code = ["rs", "py", "ts", "mjs", "js", "cjs", "swift", "kt"].contains(&extension)
        && !generated
        && !path.ends_with("tidy.rs");
    if code {
        faults.extend(long_file(path, &text));
        faults.extend(unfinished(path, &text));
    }
    if code && extension == "rs" {
        faults.extend(rust_faults(path, &text));
        faults.extend(unrun(path, &text));
    }
    faults
}

fn is_test(path: &Path) -> bool {
    path.components()
        .any(|part| part.as_os_str() == "tests" || part.as_os_str() == "test")
}

/// Paths of one machine and hosts of registries do not belong into the project: everyone has their own. `Cargo.lock` names
/// the registry by its canonical name, whatever mirror is used.
fn places_of_machines(path: &Path, text: &str) -> Vec<String> {
    if path.ends_with("tidy.rs") || path == Path::new("Cargo.lock") {
        return Vec::new();
    }
    let found = |(number, line): (usize, &str)| {
        // A package of the checkout itself is no place of a machine.
        let line = line.replace("\"resolved\": \"../", "");
        let mark = PLACES_OF_MACHINES.iter().find(|mark| line.contains(**mark))?;
        let place = format!("{}:{}", path.display(), number + 1);
        Some(format!("{place}: `{mark}` belongs to one machine"))
    };
    text.lines().enumerate().filter_map(found).collect()
}

fn long_file(path: &Path, text: &str) -> Option<String> {
    let tests = text.find("#[cfg(test)]\nmod tests").unwrap_or(text.len());
    let lines = text[..tests].lines().count();
    let long = lines > MAX_FILE_LINES && !is_test(path);
    long.then(|| format!("{}: {lines} lines; a file has at most {MAX_FILE_LINES}", path.display()))
}

/// A test where `cargo xtask test` runs none.
fn unrun(path: &Path, text: &str) -> Option<String> {
    let test = UNTESTED.iter().any(|folder| path.starts_with(folder)) && text.contains("#[test]");
    test.then(|| format!("{}: nobody runs a test here", path.display()))
}

fn unfinished(path: &Path, text: &str) -> Vec<String> {
    // Without its colon XXX is a currency of ISO 4217, and after a V the other is a component of iCalendar.
    let marks = ["todo!(", "unimplemented!(", "dbg!(", "FIXME", "TODO", "XXX:"];
    let marked = |line: &str, mark: &str| line.replace("VTODO", "").contains(mark);
    let commented_code = |line: &str| {
        let inside = line.trim_start().strip_prefix("// ").unwrap_or_default().trim_end();
        inside.ends_with(';') && (inside.contains('=') || inside.contains('(')) || inside.starts_with("fn ")
    };
    let fault = |(number, line): (usize, &str)| {
        let what = match marks.iter().find(|mark| marked(line, mark)) {
            Some(mark) => format!("`{mark}`"),
            None if commented_code(line) => "code in a comment".to_owned(),
            None => return None,
        };
        Some(format!("{}:{}: {what}", path.display(), number + 1))
    };
    text.lines().enumerate().filter_map(fault).collect()
}

fn rust_faults(path: &Path, text: &str) -> Vec<String> {
    let file = match syn::parse_file(text) {
        Ok(file) => file,
        Err(error) => return vec![format!("{}: {error}", path.display())],
    };
    let mut reader = Reader {
        path,
        module: module_of(path),
        in_tests: is_test(path),
        faults: Vec::new(),
    };
    reader.visit_file(&file);
    if let Some(module) = &reader.module {
        let before_tests = text.find("#[cfg(test)]").unwrap_or(text.len());
        let (module, code) = (module.clone(), &text[..before_tests]);
        reader.arrows(&module, code);
        for forbidden in FORBIDDEN_IN_CORE {
            if code.contains(forbidden) {
                reader
                    .faults
                    .push(format!("{}: core must not use `{forbidden}`", path.display()));
            }
        }
    }
    reader.faults
}

/// The first folder or file below core's source: `rates` of `core/src/rates/list.rs`.
fn module_of(path: &Path) -> Option<String> {
    let below: PathBuf = path.strip_prefix("core/src").ok()?.into();
    let first = below.components().next()?.as_os_str().to_string_lossy().into_owned();
    Some(first.trim_end_matches(".rs").to_owned())
}

struct Reader<'p> {
    path: &'p Path,
    module: Option<String>,
    in_tests: bool,
    faults: Vec<String>,
}

impl Reader<'_> {
    fn arrows(&mut self, module: &str, code: &str) {
        // The table of operations asks every module, and the crate's root names them.
        if module == "api" || module == "lib" {
            return;
        }
        let Some((_, allowed)) = ARROWS.iter().find(|(name, _)| *name == module) else {
            let place = self.path.display();
            self.faults
                .push(format!("{place}: `{module}` has no place among the arrows"));
            return;
        };
        for (number, other) in imports(code) {
            let known = ARROWS.iter().any(|(name, _)| *name == other) || other == "api";
            if known && other != module && other != "error" && !allowed.contains(&other) {
                let place = format!("{}:{number}", self.path.display());
                self.faults
                    .push(format!("{place}: `{module}` must not import `{other}`"));
            }
        }
    }

    fn function(&mut self, name: &syn::Ident, block: &syn::Block) {
        let span = block.span();
        let lines = span.end().line - span.start().line + 1;
        if lines > MAX_FUNCTION_LINES && !self.in_tests {
            let place = format!("{}:{}", self.path.display(), span.start().line);
            self.faults.push(format!(
                "{place}: `{name}` has {lines} lines; a function has at most {MAX_FUNCTION_LINES}"
            ));
        }
    }

    /// A type of core that crosses wires may grow; one that callers fill can be made without naming every field.
    fn may_grow(
        &mut self,
        name: &syn::Ident,
        attributes: &[syn::Attribute],
        visibility: &syn::Visibility,
        is_record: bool,
    ) {
        let public = matches!(visibility, syn::Visibility::Public(_)) && self.module.is_some() && !self.in_tests;
        let public = public && !WHOLE.contains(&name.to_string().as_str());
        let says = |attribute: &str, word: &str| {
            let named = attributes.iter().filter(|one| one.path().is_ident(attribute));
            let texts = named.filter_map(|one| one.meta.require_list().ok().map(|list| list.tokens.to_string()));
            texts.into_iter().any(|text| {
                text.split(|sign: char| !sign.is_alphanumeric() && sign != '_')
                    .any(|one| one == word)
            })
        };
        if !public || !says("derive", "JsonSchema") || !(is_record || says("derive", "Limits")) {
            return;
        }
        let grows = attributes.iter().any(|one| one.path().is_ident("non_exhaustive"));
        let filled = is_record && says("serde", "deny_unknown_fields");
        for (lacks, what) in [
            (!grows, "#[non_exhaustive]"),
            (filled && !says("derive", "Build"), "#[derive(Build)]"),
        ] {
            if lacks {
                let place = format!("{}:{}", self.path.display(), name.span().start().line);
                self.faults
                    .push(format!("{place}: `{name}` crosses wires and lacks `{what}`"));
            }
        }
    }

    fn name(&mut self, name: &syn::Ident) {
        let text = name.to_string();
        if let Some(empty) = EMPTY_NAMES.iter().find(|empty| text.ends_with(**empty)) {
            let place = format!("{}:{}", self.path.display(), name.span().start().line);
            self.faults.push(format!("{place}: `{text}`: `{empty}` says nothing"));
        }
    }
}

impl<'a> Visit<'a> for Reader<'_> {
    fn visit_item_fn(&mut self, item: &'a syn::ItemFn) {
        self.function(&item.sig.ident, &item.block);
        syn::visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'a syn::ImplItemFn) {
        self.function(&item.sig.ident, &item.block);
        syn::visit::visit_impl_item_fn(self, item);
    }

    fn visit_item_struct(&mut self, item: &'a syn::ItemStruct) {
        self.name(&item.ident);
        let is_record = matches!(item.fields, syn::Fields::Named(_));
        if is_record {
            self.may_grow(&item.ident, &item.attrs, &item.vis, true);
        }
        syn::visit::visit_item_struct(self, item);
    }

    fn visit_item_enum(&mut self, item: &'a syn::ItemEnum) {
        self.name(&item.ident);
        self.may_grow(&item.ident, &item.attrs, &item.vis, false);
        syn::visit::visit_item_enum(self, item);
    }

    fn visit_item_trait(&mut self, item: &'a syn::ItemTrait) {
        self.name(&item.ident);
        syn::visit::visit_item_trait(self, item);
    }

    fn visit_item_mod(&mut self, item: &'a syn::ItemMod) {
        let before = self.in_tests;
        self.in_tests |= item.ident == "tests";
        syn::visit::visit_item_mod(self, item);
        self.in_tests = before;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_project_is_tidy() {
        if let Err(faults) = run() {
            panic!("{faults}");
        }
    }

    #[test]
    fn a_circle_of_arrows_is_found() {
        assert_eq!(circles(&[("money", &["time"]), ("time", &["money"])]).len(), 1);
        assert!(circles(&[("time", &[]), ("money", &["time"])]).is_empty());
    }

    #[test]
    fn what_is_untidy_is_found() {
        let long = format!("fn long() {{\n{}}}\n", "    step();\n".repeat(80));
        let faults = rust_faults(Path::new("core/src/rates/x.rs"), &long);
        assert!(
            faults.iter().any(|fault| fault.contains("`long` has 82 lines")),
            "{faults:?}"
        );
        let arrow = rust_faults(Path::new("core/src/rates/x.rs"), "use crate::calendar::Timeline;\n");
        assert!(
            arrow.iter().any(|fault| fault.contains("must not import `calendar`")),
            "{arrow:?}"
        );
        let grouped = "use crate::{\n    Code,\n    form::{Faults, calendar},\n};\n";
        let grouped = rust_faults(Path::new("core/src/time/x.rs"), grouped);
        assert!(
            grouped[0].ends_with("x.rs:1: `time` must not import `form`"),
            "{grouped:?}"
        );
        assert_eq!(grouped.len(), 1);
        let placeless = rust_faults(Path::new("core/src/weather/x.rs"), "");
        assert!(
            placeless[0].contains("`weather` has no place among the arrows"),
            "{placeless:?}"
        );
        let clock = rust_faults(
            Path::new("core/src/time/x.rs"),
            "fn now() { std::time::SystemTime::now(); }\n",
        );
        assert!(clock.iter().any(|fault| fault.contains("SystemTime")), "{clock:?}");
        let request = "#[derive(JsonSchema)]\n#[serde(deny_unknown_fields)]\npub struct AskRequest { pub day: Day }\n";
        let request = rust_faults(Path::new("core/src/rates/x.rs"), request);
        assert!(
            request[0].contains("non_exhaustive") && request[1].contains("Build"),
            "{request:?}"
        );
        assert_eq!(unfinished(Path::new("x.rs"), "// let x = 1;\n").len(), 1);
        let lock = "  \"resolved\": \"https://registry.example/a.tgz\"\n";
        assert_eq!(places_of_machines(Path::new("package-lock.json"), lock).len(), 1);
        assert_eq!(
            rust_faults(Path::new("core/src/rates/x.rs"), "struct PriceManager;\n").len(),
            1
        );
    }
}
