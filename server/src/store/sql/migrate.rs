//! What changes the tables of a pack that are there, statement by statement.

use ratebook::records::schema::{ColumnModel, ForeignKeyModel, IndexModel, TableModel, UniqueModel};

use super::{Bound, Dialect, Statement, Writer, column_type, tables};

/// What a rebuilt table is called until it has the name of the one in whose place it comes.
const REBUILT: &str = "ratebook__0rebuilt";

/// Where samples stand between two parts.
const MOVED: &str = "ratebook__0moved";

/// A piece of a statement.
enum Word<'w> {
    Say(&'w str),
    Name(&'w str),
    Names(&'w [String]),
}

use Word::{Name, Names, Say};

fn said(dialect: Dialect, words: &[Word<'_>]) -> Statement {
    let mut writer = Writer::new(dialect);
    for word in words {
        match word {
            Say(text) => writer.push(text),
            Name(name) => writer.name(name),
            Names(names) => writer.names(names),
        }
    }
    writer.finish()
}

fn plain(text: String) -> Statement {
    Statement {
        text,
        values: Vec::new(),
    }
}

/// Makes a table, with the part for samples of whose month there is none.
pub fn create_table(dialect: Dialect, table: &TableModel) -> Vec<Statement> {
    let mut statements = vec![plain(tables::create(dialect, table))];
    if dialect == Dialect::Postgres && table.partition.is_some() {
        statements.push(plain(tables::rest_of(table)));
    }
    statements
}

/// Makes every index of a table.
pub fn create_indexes(dialect: Dialect, table: &TableModel) -> Vec<Statement> {
    tables::indexes(dialect, table).into_iter().map(plain).collect()
}

/// Makes an index.
pub fn create_index(dialect: Dialect, table: &TableModel, index: &IndexModel) -> Statement {
    plain(tables::index(dialect, table, index))
}

/// Makes an index of which no two rows have the same.
pub fn create_unique(dialect: Dialect, table: &TableModel, unique: &UniqueModel) -> Statement {
    plain(tables::unique(dialect, table, unique))
}

/// Drops an index.
pub fn drop_index(dialect: Dialect, name: &str) -> Statement {
    said(dialect, &[Say("DROP INDEX "), Name(name)])
}

/// Gives an index another name; PostgreSQL alone can.
pub fn rename_index(name: &str, renamed: &str) -> Statement {
    let words = [Say("ALTER INDEX "), Name(name), Say(" RENAME TO "), Name(renamed)];
    said(Dialect::Postgres, &words)
}

/// Makes a foreign key; on SQLite it is a part of the table.
pub fn add_key(table: &str, key: &ForeignKeyModel) -> Statement {
    plain(tables::add_key(table, key))
}

/// Drops a foreign key.
pub fn drop_key(table: &str, name: &str) -> Statement {
    let words = [Say("ALTER TABLE "), Name(table), Say(" DROP CONSTRAINT "), Name(name)];
    said(Dialect::Postgres, &words)
}

/// Gives a constraint another name.
pub fn rename_constraint(table: &str, name: &str, renamed: &str) -> Statement {
    let words = [
        Say("ALTER TABLE "),
        Name(table),
        Say(" RENAME CONSTRAINT "),
        Name(name),
        Say(" TO "),
        Name(renamed),
    ];
    said(Dialect::Postgres, &words)
}

/// Gives a table another name, and with it its primary key.
pub fn rename_table(dialect: Dialect, table: &str, renamed: &str) -> Vec<Statement> {
    let words = [Say("ALTER TABLE "), Name(table), Say(" RENAME TO "), Name(renamed)];
    let mut statements = vec![said(dialect, &words)];
    if dialect == Dialect::Postgres {
        let (key, now) = (tables::key_name(table), tables::key_name(renamed));
        statements.push(rename_constraint(renamed, &key, &now));
    }
    statements
}

/// Drops a table.
pub fn drop_table(dialect: Dialect, table: &str) -> Statement {
    said(dialect, &[Say("DROP TABLE "), Name(table)])
}

/// Gives a column another name.
pub fn rename_column(dialect: Dialect, table: &str, column: &str, renamed: &str) -> Statement {
    let words = [
        Say("ALTER TABLE "),
        Name(table),
        Say(" RENAME COLUMN "),
        Name(column),
        Say(" TO "),
        Name(renamed),
    ];
    said(dialect, &words)
}

/// Adds a column that rows may lack.
pub fn add_column(dialect: Dialect, table: &str, column: &ColumnModel) -> Statement {
    let words = [
        Say("ALTER TABLE "),
        Name(table),
        Say(" ADD COLUMN "),
        Name(&column.name),
        Say(" "),
        Say(column_type(dialect, column.kind)),
    ];
    said(dialect, &words)
}

/// Drops a column.
pub fn drop_column(dialect: Dialect, table: &str, column: &str) -> Statement {
    let words = [Say("ALTER TABLE "), Name(table), Say(" DROP COLUMN "), Name(column)];
    said(dialect, &words)
}

/// Has every row have a column, or lets rows lack it; PostgreSQL alone can.
pub fn require(table: &str, column: &str, required: bool) -> Statement {
    let words = [
        Say("ALTER TABLE "),
        Name(table),
        Say(" ALTER COLUMN "),
        Name(column),
        Say(if required { " SET NOT NULL" } else { " DROP NOT NULL" }),
    ];
    said(Dialect::Postgres, &words)
}

/// Has row-level security bind the owner of a table as well, or not.
pub fn force(table: &str, forced: bool) -> Statement {
    let how = if forced { " FORCE" } else { " NO FORCE" };
    let words = [Say("ALTER TABLE "), Name(table), Say(how), Say(" ROW LEVEL SECURITY")];
    said(Dialect::Postgres, &words)
}

/// Takes a table away from a role.
pub fn revoke(table: &str, role: &str) -> Statement {
    said(
        Dialect::Postgres,
        &[Say("REVOKE ALL ON "), Name(table), Say(" FROM "), Name(role)],
    )
}

/// Makes a table anew as its model says, with all its rows: what SQLite does where others alter constraints.
pub fn rebuild(table: &TableModel) -> Vec<Statement> {
    let dialect = Dialect::Sqlite;
    let mut model = table.clone();
    REBUILT.clone_into(&mut model.name);
    let columns: Vec<String> = table.columns.iter().map(|column| column.name.clone()).collect();
    let mut statements = vec![plain(tables::create(dialect, &model))];
    statements.push(said(
        dialect,
        &[
            Say("INSERT INTO "),
            Name(REBUILT),
            Say(" ("),
            Names(&columns),
            Say(") SELECT "),
            Names(&columns),
            Say(" FROM "),
            Name(&table.name),
        ],
    ));
    statements.push(drop_table(dialect, &table.name));
    statements.extend(rename_table(dialect, REBUILT, &table.name));
    statements.extend(create_indexes(dialect, table));
    statements
}

/// How many rows lack a column.
pub fn lacking(dialect: Dialect, table: &str, column: &str) -> Statement {
    let words = [
        Say("SELECT count(*) FROM "),
        Name(table),
        Say(" WHERE "),
        Name(column),
        Say(" IS NULL"),
    ];
    said(dialect, &words)
}

/// How many rows have a column.
pub fn having(dialect: Dialect, table: &str, column: &str) -> Statement {
    let words = [
        Say("SELECT count(*) FROM "),
        Name(table),
        Say(" WHERE "),
        Name(column),
        Say(" IS NOT NULL"),
    ];
    said(dialect, &words)
}

/// How many rows there are.
pub fn count(dialect: Dialect, table: &str) -> Statement {
    said(dialect, &[Say("SELECT count(*) FROM "), Name(table)])
}

/// How many values more than one row has.
pub fn repeated(dialect: Dialect, table: &str, columns: &[String], alive: bool) -> Statement {
    let mut writer = Writer::new(dialect);
    writer.push("SELECT count(*) FROM (SELECT 1 FROM ");
    writer.name(table);
    writer.push(" WHERE ");
    writer.joined(columns, " AND ", |writer, column| {
        writer.name(column);
        writer.push(" IS NOT NULL");
    });
    if alive {
        writer.push(" AND \"deleted_at\" IS NULL");
    }
    writer.push(" GROUP BY ");
    writer.names(columns);
    writer.push(" HAVING count(*) > 1) AS d");
    writer.finish()
}

/// How many rows lead to a row of another table that is not there.
pub fn orphans(dialect: Dialect, table: &str, key: &ForeignKeyModel) -> Statement {
    let mut writer = Writer::new(dialect);
    writer.push("SELECT count(*) FROM ");
    writer.name(table);
    writer.push(" AS t WHERE ");
    writer.joined(&key.columns, " AND ", |writer, column| {
        writer.push("t.");
        writer.name(column);
        writer.push(" IS NOT NULL");
    });
    writer.push(" AND NOT EXISTS (SELECT 1 FROM ");
    writer.name(&key.table);
    writer.push(" AS o WHERE ");
    writer.joined(
        key.columns.iter().zip(&key.target),
        " AND ",
        |writer, (column, target)| {
            writer.push("o.");
            writer.name(target);
            writer.push(" = t.");
            writer.name(column);
        },
    );
    writer.push(")");
    writer.finish()
}

/// The records that a list of links leads to, in their order.
pub fn links(dialect: Dialect, table: &str, columns: &[String], key: &[Bound], is_tags: bool) -> Statement {
    let mut writer = Writer::new(dialect);
    let (entry, order) = if is_tags { ("tag", "tag") } else { ("other", "place") };
    writer.push("SELECT ");
    writer.name(entry);
    writer.push(" FROM ");
    writer.name(table);
    writer.push(" WHERE (");
    writer.names(columns);
    writer.push(") = (");
    writer.joined(key.iter().cloned(), ", ", Writer::bind);
    writer.push(") ORDER BY ");
    writer.name(order);
    writer.finish()
}

/// Gives every row that lacks a column this value.
pub fn fill(dialect: Dialect, table: &str, column: &str, value: Bound) -> Statement {
    let mut writer = Writer::new(dialect);
    writer.push("UPDATE ");
    writer.name(table);
    writer.push(" SET ");
    writer.name(column);
    writer.push(" = ");
    writer.bind(value);
    writer.push(" WHERE ");
    writer.name(column);
    writer.push(" IS NULL");
    writer.finish()
}

/// Gives every row in one column what it has in another.
pub fn copy(dialect: Dialect, table: &str, column: &str, from: &str) -> Statement {
    let words = [
        Say("UPDATE "),
        Name(table),
        Say(" SET "),
        Name(column),
        Say(" = "),
        Name(from),
    ];
    said(dialect, &words)
}

/// Keeps the numbers of a column with so many more digits behind the point; with fewer, when it is below zero.
pub fn scale(dialect: Dialect, table: &str, column: &str, digits: i32) -> Statement {
    let step = 10_i64.checked_pow(digits.unsigned_abs()).unwrap_or(1).to_string();
    let words = [
        Say("UPDATE "),
        Name(table),
        Say(" SET "),
        Name(column),
        Say(" = "),
        Name(column),
        Say(if digits < 0 { " / " } else { " * " }),
        Say(&step),
    ];
    said(dialect, &words)
}

/// Writes the small letters of texts that are of ASCII alone, which both databases know.
pub fn fold(dialect: Dialect, table: &str, column: &str, from: &str) -> Statement {
    let (bytes, end) = match dialect {
        Dialect::Sqlite => (" WHERE length(CAST(", " AS BLOB)) = length("),
        Dialect::Postgres => (" WHERE octet_length((", ")) = char_length("),
    };
    let words = [
        Say("UPDATE "),
        Name(table),
        Say(" SET "),
        Name(column),
        Say(" = lower("),
        Name(from),
        Say(")"),
        Say(bytes),
        Name(from),
        Say(end),
        Name(from),
        Say(")"),
    ];
    said(dialect, &words)
}

/// The next rows of a table in the order of its key: the key, and these columns. With `unlike`, only rows that have the first of them and
/// lack that one.
pub fn scan(
    dialect: Dialect,
    table: &TableModel,
    columns: &[String],
    after: &[Bound],
    unlike: Option<&str>,
    limit: u32,
) -> Statement {
    let mut writer = Writer::new(dialect);
    writer.push("SELECT ");
    writer.names(&table.key);
    for column in columns {
        writer.push(", ");
        writer.name(column);
    }
    writer.push(" FROM ");
    writer.name(&table.name);
    writer.push(" WHERE TRUE");
    if !after.is_empty() {
        writer.push(" AND (");
        writer.names(&table.key);
        writer.push(") > (");
        writer.joined(after.iter().cloned(), ", ", Writer::bind);
        writer.push(")");
    }
    if let (Some(unlike), Some(column)) = (unlike, columns.first()) {
        writer.push(" AND ");
        writer.name(column);
        writer.push(" IS NOT NULL AND ");
        writer.name(unlike);
        writer.push(" IS NULL");
    }
    writer.push(" ORDER BY ");
    writer.names(&table.key);
    writer.push(" LIMIT ");
    writer.push(&limit.to_string());
    writer.finish()
}

/// Writes one column of the row of a key.
pub fn write(dialect: Dialect, table: &TableModel, key: &[Bound], column: &str, value: Bound) -> Statement {
    let mut writer = Writer::new(dialect);
    writer.push("UPDATE ");
    writer.name(&table.name);
    writer.push(" SET ");
    writer.name(column);
    writer.push(" = ");
    writer.bind(value);
    writer.push(" WHERE (");
    writer.names(&table.key);
    writer.push(") = (");
    writer.joined(key.iter().cloned(), ", ", Writer::bind);
    writer.push(")");
    writer.finish()
}

/// Takes the values that records have in a field into the table of what no two of them have. `pairs` are the columns of both tables.
pub fn gather(dialect: Dialect, values: &str, records: &str, pairs: &[(String, String)], alive: bool) -> Statement {
    let mut writer = Writer::new(dialect);
    writer.push("INSERT INTO ");
    writer.name(values);
    writer.push(" (");
    writer.joined(pairs, ", ", |writer, (name, _)| writer.name(name));
    writer.push(") SELECT ");
    writer.joined(pairs, ", ", |writer, (_, name)| writer.name(name));
    writer.push(" FROM ");
    writer.name(records);
    writer.push(" WHERE ");
    writer.joined(pairs, " AND ", |writer, (_, name)| {
        writer.name(name);
        writer.push(" IS NOT NULL");
    });
    if alive {
        writer.push(" AND \"deleted_at\" IS NULL");
    }
    writer.finish()
}

/// Makes a part of a table for samples of a time, and takes in what stood in the part for the rest. A part that is made empty has its
/// keys without a look at other tables, which policies would hide.
pub fn add_part(table: &str, part: &str, column: &str, (from, until): (i64, i64)) -> [Statement; 5] {
    let dialect = Dialect::Postgres;
    let words = [Say("CREATE TABLE "), Name(MOVED), Say(" (LIKE "), Name(table), Say(")")];
    let aside = said(dialect, &words);
    let mut writer = Writer::new(dialect);
    writer.push("WITH moved AS (DELETE FROM ");
    writer.name(&tables::part_name(table, "rest"));
    writer.push(" WHERE ");
    writer.name(column);
    writer.push(" >= ");
    writer.bind(Bound::Whole(from));
    writer.push(" AND ");
    writer.name(column);
    writer.push(" < ");
    writer.bind(Bound::Whole(until));
    // Whatever columns there are, retired ones too, stand in the same order in every part.
    writer.push(" RETURNING *) INSERT INTO ");
    writer.name(MOVED);
    writer.push(" SELECT * FROM moved");
    let bounds = format!(" FOR VALUES FROM ({from}) TO ({until})");
    let words = [
        Say("CREATE TABLE "),
        Name(part),
        Say(" PARTITION OF "),
        Name(table),
        Say(&bounds),
    ];
    let make = said(dialect, &words);
    let words = [Say("INSERT INTO "), Name(part), Say(" SELECT * FROM "), Name(MOVED)];
    let back = said(dialect, &words);
    [aside, writer.finish(), make, back, drop_table(dialect, MOVED)]
}

/// Removes samples of before a moment, so many at most; PostgreSQL removes them from a part.
pub fn remove_older(dialect: Dialect, table: &str, column: &str, before: i64, most: u32) -> Statement {
    let row = match dialect {
        Dialect::Sqlite => "rowid",
        Dialect::Postgres => "ctid",
    };
    let mut writer = Writer::new(dialect);
    writer.push("DELETE FROM ");
    writer.name(table);
    writer.push(" WHERE ");
    writer.push(row);
    writer.push(" IN (SELECT ");
    writer.push(row);
    writer.push(" FROM ");
    writer.name(table);
    writer.push(" WHERE ");
    writer.name(column);
    writer.push(" < ");
    writer.bind(Bound::Whole(before));
    writer.push(&format!(" LIMIT {most})"));
    writer.finish()
}
