//! The tables of a pack as statements, from the model that core makes of it.

use ratebook::records::schema::{ForeignKeyModel, PackSchema, TableModel};

use super::{Dialect, Writer, column_type};

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
            statements.extend(table.foreign_keys.iter().map(|key| add_key(table, key)));
        }
        statements.extend(indexes(dialect, table));
    }
    statements
}

fn create(dialect: Dialect, table: &TableModel) -> String {
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
fn rest_of(table: &TableModel) -> String {
    let mut writer = Writer::new(Dialect::Postgres);
    writer.push("CREATE TABLE ");
    writer.name(&format!("{}__0rest", table.name));
    writer.push(" PARTITION OF ");
    writer.name(&table.name);
    writer.push(" DEFAULT");
    writer.finish().text
}

fn add_key(table: &TableModel, key: &ForeignKeyModel) -> String {
    let mut writer = Writer::new(Dialect::Postgres);
    writer.push("ALTER TABLE ");
    writer.name(&table.name);
    writer.push(" ADD ");
    writer.references(key);
    writer.finish().text
}

fn indexes(dialect: Dialect, table: &TableModel) -> Vec<String> {
    let mut statements = Vec::new();
    for unique in &table.uniques {
        let mut writer = Writer::new(dialect);
        writer.push("CREATE UNIQUE INDEX ");
        writer.name(&unique.name);
        writer.push(" ON ");
        writer.name(&table.name);
        writer.push(" (");
        writer.names(&unique.columns);
        writer.push(")");
        writer.alive(unique.alive);
        statements.push(writer.finish().text);
    }
    for index in &table.indexes {
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
        statements.push(writer.finish().text);
    }
    statements
}

/// What keeps tenants apart in PostgreSQL: forced on the owner too, and evaluated once for each statement.
pub fn policies(schema: &PackSchema, role: &str) -> Vec<String> {
    let mut statements = Vec::new();
    for table in schema.tables.iter().filter(|table| !table.native) {
        let statement = |parts: &[&str]| {
            let mut writer = Writer::new(Dialect::Postgres);
            for part in parts {
                match *part {
                    "table" => writer.name(&table.name),
                    "role" => writer.name(role),
                    text => writer.push(text),
                }
            }
            writer.finish().text
        };
        statements.push(statement(&[
            "GRANT SELECT, INSERT, UPDATE, DELETE ON ",
            "table",
            " TO ",
            "role",
        ]));
        if table.columns.first().is_some_and(|column| column.name == "tenant_id")
            && table.scope == ratebook::records::definition::EntityScope::Tenant
        {
            statements.push(statement(&["ALTER TABLE ", "table", " ENABLE ROW LEVEL SECURITY"]));
            statements.push(statement(&["ALTER TABLE ", "table", " FORCE ROW LEVEL SECURITY"]));
            statements.push(statement(&[
                "CREATE POLICY \"tenant\" ON ",
                "table",
                " USING (\"tenant_id\" = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (\"tenant_id\" = (SELECT \
                 current_setting('app.tenant')::uuid))",
            ]));
        }
    }
    statements
}

impl Writer {
    fn names(&mut self, names: &[String]) {
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

    fn alive(&mut self, alive: bool) {
        if alive {
            self.push(" WHERE \"deleted_at\" IS NULL");
        }
    }
}
