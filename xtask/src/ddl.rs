//! The schema can be spread over many machines: what the rules for distributed tables ask of keys, looked for in the statements
//! themselves. A tenant is a part of every key, so that all that it has lies together; what belongs to no tenant is a table that every
//! machine has whole, and is named here.

use std::collections::BTreeMap;
use std::path::Path;

/// The tables that belong to no tenant: whole on every machine, and small, or written seldom.
pub(crate) const PLATFORM: &[&str] = &[
    "accounts",
    "address_blocks",
    "backups",
    "facts",
    "identities",
    "operator_settings",
    "pack_machines",
    "pack_names",
    "packs",
    "passkeys",
    "recovery_codes",
    "request_counts",
    "restore_proofs",
    "second_factors",
    "sessions",
    "sign_in_failures",
    "sign_in_steps",
    "sign_in_tickets",
    "signing_keys",
    "spent_tokens",
    "tenants",
];
/// What is said at the beginning of a statement and has no place among machines.
const REFUSED: &[&str] = &[
    "CREATE TRIGGER",
    "CREATE CONSTRAINT TRIGGER",
    "CREATE RULE",
    "CREATE EVENT TRIGGER",
];

/// The statements of every migration for a database, `postgres` or `sqlite`, in their order.
pub(crate) fn migrations(root: &Path, database: &str) -> String {
    let folder = root.join("server/migrations").join(database);
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<_> = entries.map(|entry| entry.path()).collect();
    files.sort();
    let texts = files
        .iter()
        .map(|file| std::fs::read_to_string(file).unwrap_or_default());
    texts.collect()
}

/// A table, as far as its keys go.
#[derive(Debug, Default)]
pub(crate) struct Table {
    columns: Vec<String>,
    has_primary: bool,
    /// The columns of the primary key and of everything that is unique.
    pub(crate) keys: Vec<Vec<String>>,
    /// What it leads to.
    pub(crate) foreign: Vec<Foreign>,
}

/// A foreign key.
#[derive(Debug)]
pub(crate) struct Foreign {
    columns: Vec<String>,
    table: String,
    target: Vec<String>,
}

/// What statements make.
#[derive(Debug, Default)]
pub(crate) struct Schema {
    /// The tables by their names.
    pub(crate) tables: BTreeMap<String, Table>,
    refused: Vec<String>,
}

impl Schema {
    /// What the statements of a text make.
    pub(crate) fn read(text: &str) -> Schema {
        let mut schema = Schema::default();
        for statement in statements(text) {
            let words = statement.to_ascii_uppercase();
            if let Some(word) = REFUSED.iter().find(|word| words.starts_with(**word)) {
                schema.refused.push(format!("`{word}` has no place here: {statement}"));
            }
            if !words.starts_with("DO ") && words.contains("EXCLUDE ") {
                schema.refused.push(format!("`EXCLUDE` has no place here: {statement}"));
            }
            let rest = |beginning: &str| words.starts_with(beginning).then(|| &statement[beginning.len()..]);
            if let Some(rest) = rest("CREATE TABLE ").or_else(|| rest("CREATE UNLOGGED TABLE ")) {
                schema.table(rest);
            } else if let Some(rest) = rest("CREATE UNIQUE INDEX ") {
                let (_, on) = rest.split_once(" ON ").expect("an index is on a table");
                let columns = names(inside(on));
                schema.of(name(on)).keys.push(columns);
            } else if let Some(rest) = rest("ALTER TABLE ") {
                let table = schema.of(name(rest));
                if words.contains(" FOREIGN KEY ") {
                    table.foreign.push(foreign(rest));
                } else if words.contains(" ADD ") && (words.contains(" UNIQUE ") || words.contains(" PRIMARY KEY ")) {
                    table.keys.push(names(inside(rest)));
                }
            } else if let Some(rest) = rest("DROP TABLE ") {
                schema.tables.remove(&name(rest));
            }
        }
        schema
    }

    fn of(&mut self, name: String) -> &mut Table {
        self.tables.entry(name).or_default()
    }

    fn table(&mut self, text: &str) {
        // A part of a table has the keys of the whole.
        if text.contains(" PARTITION OF ") {
            return;
        }
        let table = self.of(name(text));
        for item in items(inside(text)) {
            let words = item.to_ascii_uppercase();
            if words.starts_with("PRIMARY KEY") || words.starts_with("UNIQUE") {
                table.has_primary |= words.starts_with('P');
                table.keys.push(names(inside(&item)));
            } else if words.starts_with("FOREIGN KEY") || words.starts_with("CONSTRAINT") {
                table.foreign.push(foreign(&item));
            } else {
                let column = name(&item);
                if words.contains(" PRIMARY KEY") || words.contains(" UNIQUE") {
                    table.has_primary |= words.contains(" PRIMARY KEY");
                    table.keys.push(vec![column.clone()]);
                }
                if let Some(at) = words.find(" REFERENCES ") {
                    let mut own = referenced(&item[at..]);
                    own.columns.push(column.clone());
                    table.foreign.push(own);
                }
                table.columns.push(column);
            }
        }
    }

    /// What cannot be spread.
    pub(crate) fn faults(&self) -> Vec<String> {
        let refused = self.refused.iter().cloned();
        refused.chain(self.faults_of_keys()).collect()
    }

    /// The keys that cannot: SQLite, which is never spread, keeps these rules too, and is moved to PostgreSQL by them.
    pub(crate) fn faults_of_keys(&self) -> Vec<String> {
        let mut faults = Vec::new();
        for name in PLATFORM.iter().filter(|name| !self.tables.contains_key(**name)) {
            faults.push(format!("there is no table `{name}` of the platform"));
        }
        let first = |columns: &[String]| columns.first().is_some_and(|column| column == "tenant_id");
        for (name, table) in &self.tables {
            let is_platform = |name: &str| PLATFORM.contains(&name);
            if is_platform(name) {
                let away = table.foreign.iter().filter(|key| !is_platform(&key.table));
                faults.extend(away.map(|key| format!("`{name}`: leads to `{}`, which is of tenants", key.table)));
                continue;
            }
            if !table.columns.iter().any(|column| column == "tenant_id") {
                faults.push(format!(
                    "`{name}`: neither of a tenant nor named as one of the platform"
                ));
                continue;
            }
            if !table.has_primary {
                faults.push(format!("`{name}`: no primary key"));
            }
            for key in table.keys.iter().filter(|key| !first(key)) {
                faults.push(format!(
                    "`{name}`: a key ({}) does not begin with the tenant",
                    key.join(", ")
                ));
            }
            // What every machine has whole may be led to by whatever names it.
            let away = table.foreign.iter().filter(|key| !is_platform(&key.table));
            for key in away.filter(|key| !first(&key.columns) || !first(&key.target)) {
                let columns = key.columns.join(", ");
                faults.push(format!(
                    "`{name}`: ({columns}) leads to `{}` without the tenant",
                    key.table
                ));
            }
        }
        faults
    }
}

/// The statements of a text, without comments; a body between `$$` is one piece.
fn statements(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text
        .lines()
        .map(|line| line.split("--").next().unwrap_or_default())
        .collect();
    let text = lines.join(" ");
    let mut found = vec![String::new()];
    for (number, part) in text.split("$$").enumerate() {
        if number % 2 == 1 {
            found.last_mut().expect("one").push_str("$$");
            continue;
        }
        for (place, piece) in part.split(';').enumerate() {
            if place > 0 {
                found.push(String::new());
            }
            found.last_mut().expect("one").push_str(piece);
        }
    }
    let words = |text: &String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    found.iter().map(words).filter(|text| !text.is_empty()).collect()
}

/// The name that a text begins with.
fn name(text: &str) -> String {
    let text = text.trim_start();
    let text = text.strip_prefix("ONLY ").unwrap_or(text);
    let end = text.find([' ', '(']).unwrap_or(text.len());
    text[..end].trim_matches('"').to_owned()
}

/// What stands in the first parentheses.
fn inside(text: &str) -> &str {
    let start = text.find('(').map_or(text.len(), |at| at + 1);
    let mut depth = 1;
    for (at, letter) in text[start..].char_indices() {
        match letter {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return &text[start..start + at];
        }
    }
    &text[start..]
}

/// What commas part, those in parentheses aside.
fn items(text: &str) -> Vec<String> {
    let (mut depth, mut found) = (0, vec![String::new()]);
    for letter in text.chars() {
        match letter {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        match letter {
            ',' if depth == 0 => found.push(String::new()),
            other => found.last_mut().expect("one").push(other),
        }
    }
    found.iter().map(|item| item.trim().to_owned()).collect()
}

fn names(text: &str) -> Vec<String> {
    items(text).iter().map(|item| name(item)).collect()
}

/// `… FOREIGN KEY (columns) REFERENCES table (columns)`.
fn foreign(text: &str) -> Foreign {
    let at = text.find("FOREIGN KEY").expect("a foreign key");
    let columns = names(inside(&text[at..]));
    let at = text.find(" REFERENCES ").expect("what it leads to");
    let mut own = referenced(&text[at..]);
    own.columns = columns;
    own
}

fn referenced(text: &str) -> Foreign {
    let rest = text.trim_start().strip_prefix("REFERENCES ").expect("what it leads to");
    Foreign {
        columns: Vec::new(),
        table: name(rest),
        target: names(inside(rest)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_spread_is_found() {
        let good = "CREATE TABLE \"p__a\" (\"tenant_id\" uuid NOT NULL, \"id\" uuid NOT NULL, PRIMARY KEY (\"tenant_id\", \"id\"));\n\
                    CREATE TABLE b (tenant_id uuid NOT NULL REFERENCES tenants (id), id uuid, a uuid, PRIMARY KEY (tenant_id, id));\n";
        let platform: String = PLATFORM
            .iter()
            .map(|name| format!("CREATE TABLE {name} (id uuid NOT NULL PRIMARY KEY, key text UNIQUE);\n"))
            .collect();
        let faults = |more: &str| Schema::read(&format!("{good}{platform}{more}")).faults();
        assert_eq!(faults(""), Vec::<String>::new());
        for (more, place) in [
            ("CREATE TABLE c (tenant_id uuid, id uuid PRIMARY KEY)", "`c`: a key"),
            (
                "CREATE TABLE c (tenant_id uuid, id uuid, PRIMARY KEY (id, tenant_id))",
                "`c`: a key",
            ),
            ("CREATE TABLE c (tenant_id uuid, id uuid)", "`c`: no primary key"),
            ("CREATE TABLE c (id uuid PRIMARY KEY)", "`c`: neither"),
            (
                "CREATE TABLE c (tenant_id uuid, e text UNIQUE, PRIMARY KEY (tenant_id, e))",
                "`c`: a key (e)",
            ),
            ("CREATE UNIQUE INDEX x ON b (a) WHERE a IS NOT NULL", "`b`: a key (a)"),
            (
                "ALTER TABLE b ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES \"p__a\" (\"id\")",
                "`b`: (a) leads to `p__a`",
            ),
            (
                "ALTER TABLE sessions ADD FOREIGN KEY (id) REFERENCES b (id)",
                "`sessions`: leads to `b`",
            ),
            (
                "ALTER TABLE b ADD CONSTRAINT e EXCLUDE USING gist (a WITH =)",
                "EXCLUDE",
            ),
            (
                "-- why\nCREATE TRIGGER t AFTER INSERT ON b EXECUTE FUNCTION f()",
                "CREATE TRIGGER",
            ),
            (
                "CREATE TABLE accounts_too (tenant_id uuid, PRIMARY KEY (tenant_id)); DROP TABLE facts",
                "`facts`",
            ),
        ] {
            let told = faults(&format!("{more};\n"));
            assert!(told.iter().any(|fault| fault.contains(place)), "{more}: {told:?}");
        }
        let link =
            "ALTER TABLE b ADD CONSTRAINT f FOREIGN KEY (tenant_id, a) REFERENCES \"p__a\" (\"tenant_id\", \"id\");";
        assert_eq!(faults(link), Vec::<String>::new());
    }
}
