//! The tables of a pack as statements, from the model that core makes of it.

use ratebook::records::definition::EntityScope;
use ratebook::records::schema::{ForeignKeyModel, IndexModel, PackSchema, TableModel, UniqueModel};

use super::{Dialect, Writer, column_type};

/// The longest name that PostgreSQL keeps.
const LONGEST: usize = 63;

/// Everything that makes the tables of a pack where there are none, in order. Those of natives are the engine's.
pub fn tables(dialect: Dialect, schema: &PackSchema) -> Vec<String> {
    made(dialect, schema, false)
}

/// What the engine's migrations make of the natives in a pack.
pub fn native_tables(dialect: Dialect, schema: &PackSchema) -> Vec<String> {
    made(dialect, schema, true)
}

fn made(dialect: Dialect, schema: &PackSchema, native: bool) -> Vec<String> {
    let own = || schema.tables.iter().filter(|table| table.native == native);
    let mut statements: Vec<String> = own().map(|table| create(dialect, table)).collect();
    for table in own() {
        if dialect == Dialect::Postgres {
            if table.partition.is_some() {
                statements.push(rest_of(table));
            }
            // A key may lead to a table that is made later; SQLite looks for it when it is used.
            statements.extend(table.foreign_keys.iter().map(|key| add_key(&table.name, key)));
        }
        statements.extend(indexes(dialect, table));
    }
    statements
}

/// Makes one table: on SQLite with its foreign keys, on PostgreSQL without.
pub(super) fn create(dialect: Dialect, table: &TableModel) -> String {
    let mut writer = Writer::new(dialect);
    writer.push("CREATE TABLE ");
    writer.name(&table.name);
    writer.push(" (");
    for column in &table.columns {
        writer.name(&column.name);
        writer.push(" ");
        writer.push(column_type(dialect, column.kind));
        writer.push(if column.required { " NOT NULL, " } else { ", " });
    }
    writer.push("PRIMARY KEY (");
    writer.names(&table.key);
    writer.push(")");
    if dialect == Dialect::Sqlite {
        for key in &table.foreign_keys {
            writer.push(", ");
            writer.references(key);
        }
    }
    writer.push(")");
    match (dialect, &table.partition) {
        (Dialect::Sqlite, _) => writer.push(" STRICT"),
        (Dialect::Postgres, Some(partition)) => {
            writer.push(" PARTITION BY RANGE (");
            writer.name(&partition.column);
            writer.push(")");
        }
        (Dialect::Postgres, None) => {}
    }
    writer.finish().text
}

/// Where samples go for whose month there is no part.
pub(super) fn rest_of(table: &TableModel) -> String {
    let mut writer = Writer::new(Dialect::Postgres);
    writer.push("CREATE TABLE ");
    writer.name(&part_name(&table.name, "rest"));
    writer.push(" PARTITION OF ");
    writer.name(&table.name);
    writer.push(" DEFAULT");
    writer.finish().text
}

/// What a part of a table is called: `table__0rest`. A name that would be too long is cut, and ends with a hash of the whole.
pub fn part_name(table: &str, part: &str) -> String {
    let name = format!("{table}__0{part}");
    if name.len() <= LONGEST {
        return name;
    }
    let hash = table.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let mark = format!("__0{hash:016x}__0{part}");
    // Names are of ASCII letters alone.
    let kept: String = table.chars().take(LONGEST.saturating_sub(mark.len())).collect();
    format!("{kept}{mark}")
}

/// What PostgreSQL calls the primary key of a table.
pub(super) fn key_name(table: &str) -> String {
    let kept: String = table.chars().take(LONGEST - "_pkey".len()).collect();
    format!("{kept}_pkey")
}

pub(super) fn add_key(table: &str, key: &ForeignKeyModel) -> String {
    let mut writer = Writer::new(Dialect::Postgres);
    writer.push("ALTER TABLE ");
    writer.name(table);
    writer.push(" ADD ");
    writer.references(key);
    writer.finish().text
}

/// Every index of a table, those first of which no two rows have the same.
pub(super) fn indexes(dialect: Dialect, table: &TableModel) -> Vec<String> {
    let uniques = table.uniques.iter().map(|own| unique(dialect, table, own));
    uniques
        .chain(table.indexes.iter().map(|own| index(dialect, table, own)))
        .collect()
}

pub(super) fn unique(dialect: Dialect, table: &TableModel, unique: &UniqueModel) -> String {
    let mut writer = Writer::new(dialect);
    writer.push("CREATE UNIQUE INDEX ");
    writer.name(&unique.name);
    writer.push(" ON ");
    writer.name(&table.name);
    writer.push(" (");
    writer.names(&unique.columns);
    writer.push(")");
    writer.alive(unique.alive);
    writer.finish().text
}

pub(super) fn index(dialect: Dialect, table: &TableModel, index: &IndexModel) -> String {
    let mut writer = Writer::new(dialect);
    writer.push("CREATE INDEX ");
    writer.name(&index.name);
    writer.push(" ON ");
    writer.name(&table.name);
    writer.push(" (");
    writer.joined(&index.columns, ", ", |writer, column| {
        writer.name(&column.name);
        let required = table.columns.iter().any(|own| own.name == column.name && own.required);
        // What is missing comes first when it goes up: SQLite has it so, PostgreSQL has to be told.
        writer.push(
            match (column.descending, required || writer.dialect == Dialect::Sqlite) {
                (false, true) => "",
                (true, true) => " DESC",
                (false, false) => " NULLS FIRST",
                (true, false) => " DESC NULLS LAST",
            },
        );
    });
    writer.push(")");
    writer.alive(index.alive);
    writer.finish().text
}

/// The rows of the tenant whose transaction it is.
pub(super) const OWN_ROWS: &str = " USING (\"tenant_id\" = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (\"tenant_id\" = (SELECT \
                        current_setting('app.tenant')::uuid))";

/// What is said of a table, with its name and that of a role in their places.
fn said(table: &TableModel, role: &str, parts: &[&str]) -> String {
    let mut writer = Writer::new(Dialect::Postgres);
    for part in parts {
        match *part {
            "table" => writer.name(&table.name),
            "role" => writer.name(role),
            text => writer.push(text),
        }
    }
    writer.finish().text
}

/// What keeps tenants apart in PostgreSQL: forced on the owner too, and evaluated once for each statement.
pub fn policies(schema: &PackSchema, role: &str) -> Vec<String> {
    let mut statements = Vec::new();
    for table in schema.tables.iter().filter(|table| !table.native) {
        if is_of_platform(table) {
            statements.push(said(table, role, &["GRANT SELECT ON ", "table", " TO ", "role"]));
            continue;
        }
        let granted = ["GRANT SELECT, INSERT, UPDATE, DELETE ON ", "table", " TO ", "role"];
        statements.push(said(table, role, &granted));
        statements.extend(walls(table));
    }
    statements
}

/// The policies of a table in which tenants have rows, there or not.
pub fn walls(table: &TableModel) -> Vec<String> {
    if is_of_platform(table) || table.native {
        return Vec::new();
    }
    let tell = |parts: &[&str]| said(table, "", parts);
    let mut statements = vec![tell(&["ALTER TABLE ", "table", " ENABLE ROW LEVEL SECURITY"])];
    if table.scope == EntityScope::Tenant {
        statements.push(tell(&["ALTER TABLE ", "table", " FORCE ROW LEVEL SECURITY"]));
    } else {
        // A value that no two of the whole platform have: whether it is taken everybody finds, whose it is nobody changes.
        statements.push(tell(&["DROP POLICY IF EXISTS \"taken\" ON ", "table"]));
        statements.push(tell(&[
            "CREATE POLICY \"taken\" ON ",
            "table",
            " FOR SELECT USING (true)",
        ]));
    }
    statements.push(tell(&["DROP POLICY IF EXISTS \"tenant\" ON ", "table"]));
    statements.push(tell(&["CREATE POLICY \"tenant\" ON ", "table", OWN_ROWS]));
    statements
}

/// What keeps tenants apart where everybody reads what they show: each writes its own, and sees nothing else.
pub fn listing_policies(schema: &PackSchema, role: &str) -> Vec<String> {
    const OWN: &str = "\"listed_by\" = (SELECT current_setting('app.tenant')::uuid)";
    let mut statements = Vec::new();
    for table in &schema.tables {
        let mut tell = |parts: &[&str]| statements.push(said(table, role, parts));
        tell(&["GRANT SELECT, INSERT, UPDATE, DELETE ON ", "table", " TO ", "role"]);
        tell(&["ALTER TABLE ", "table", " ENABLE ROW LEVEL SECURITY"]);
        let own = match table.foreign_keys.first() {
            None => OWN.to_owned(),
            // A text stands beside its record.
            Some(key) => {
                let mut writer = Writer::new(Dialect::Postgres);
                writer.push("EXISTS (SELECT 1 FROM ");
                writer.name(&key.table);
                writer.push(" own WHERE own.\"id\" = ");
                writer.name(&table.name);
                writer.push(".\"id\" AND own.");
                writer.push(OWN);
                writer.push(")");
                writer.finish().text
            }
        };
        tell(&[
            "CREATE POLICY \"tenant\" ON ",
            "table",
            " TO ",
            "role",
            " USING (",
            &own,
            ") WITH CHECK (",
            &own,
            ")",
        ]);
    }
    statements
}

/// Drops a table of listings.
pub fn drop_table(dialect: Dialect, table: &str) -> String {
    let mut writer = Writer::new(dialect);
    writer.push("DROP TABLE ");
    writer.name(table);
    writer.finish().text
}

/// Whether a table has rows of no tenant: tenants read it, and nothing else.
fn is_of_platform(table: &TableModel) -> bool {
    let of_tenant = table.columns.iter().any(|column| column.name == "tenant_id");
    table.scope == EntityScope::Platform && !of_tenant
}

/// What takes from tenants what they may not do with the tables of the platform, whatever they were given by an earlier version.
pub fn revokes(schema: &PackSchema, role: &str) -> Vec<String> {
    let own = schema
        .tables
        .iter()
        .filter(|table| !table.native && is_of_platform(table));
    let revoked = own.map(|table| {
        let mut writer = Writer::new(Dialect::Postgres);
        writer.push("REVOKE INSERT, UPDATE, DELETE ON ");
        writer.name(&table.name);
        writer.push(" FROM ");
        writer.name(role);
        writer.finish().text
    });
    revoked.collect()
}

impl Writer {
    pub(super) fn names(&mut self, names: &[String]) {
        self.joined(names, ", ", |writer, name| writer.name(name));
    }

    fn references(&mut self, key: &ForeignKeyModel) {
        self.push("CONSTRAINT ");
        self.name(&key.name);
        self.push(" FOREIGN KEY (");
        self.names(&key.columns);
        self.push(") REFERENCES ");
        self.name(&key.table);
        self.push(" (");
        self.names(&key.target);
        self.push(")");
    }

    pub(super) fn alive(&mut self, alive: bool) {
        if alive {
            self.push(" WHERE \"deleted_at\" IS NULL");
        }
    }
}
