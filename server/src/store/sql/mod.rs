//! The one writer of SQL for declared entities. Names come from compiled declarations, values are always bound, and every statement
//! names the tenant.

mod buckets;
mod change;
mod copy;
mod custom;
mod erase;
mod files;
mod insert;
mod lists;
pub mod migrate;
mod query;
mod search;
mod tables;
mod tags;
mod test;
mod texts;

pub(in crate::store) use buckets::{buckets, sums_along};
/// In whose place everybody reads what is public: the listings of tenants that are open.
pub const EVERYBODY: [u8; 16] = [0xff; 16];

pub use change::{Kept, compared, delete, delete_beside, delete_where, insert_value, relink, same, update};
pub(in crate::store) use copy::{
    column_beside, create_database, deferred, drop_database, foreign_key, insert_rows, rows_of, table_beside,
};
pub use custom::{
    clear_custom, fill_custom, free_custom, keep_custom, keep_custom_link, keep_sealed, living, release_custom,
    remove_custom, some_of,
};
pub(in crate::store) use custom::{custom_texts, move_custom};
pub(in crate::store) use erase::{Part, erase, loosen};
pub(in crate::store) use files::release;
pub use insert::{insert, insert_link, insert_once, insert_text};
pub use lists::entries;
pub use query::{Hold, Listing, list, one};
pub(in crate::store) use query::{Source, facet, narrowed, sums, sums_by, total};
pub use search::{Grams, Walk, candidates, known, scanned, walk};
pub use tables::{drop_table, listing_policies, native_tables, part_name, policies, revokes, tables, walls};
pub(in crate::store) use tags::{BETWEEN, Counted, insert_tag, tags};
pub(in crate::store) use texts::{clear, first_texts, repeated_texts, texts_of};

use std::fmt::Write;

use ratebook::records::{Cell, ColumnKind};

/// Whose SQL is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dialect {
    /// SQLite.
    Sqlite,
    /// PostgreSQL.
    Postgres,
}

/// A value that is bound, as the database takes it.
#[derive(Clone, Debug, PartialEq)]
pub enum Bound {
    /// Nothing, where a column of that kind is.
    Nothing(ColumnKind),
    /// True or false.
    Truth(bool),
    /// A whole number.
    Whole(i64),
    /// Text.
    Text(String),
    /// An id.
    Id([u8; 16]),
    /// Bytes.
    Bytes(Vec<u8>),
    /// Grams of a search; on PostgreSQL alone.
    Grams(Vec<i32>),
}

impl Bound {
    /// A text, or nothing.
    pub fn text(text: Option<&str>) -> Bound {
        text.map_or(Bound::Nothing(ColumnKind::Text), |text| Bound::Text(text.to_owned()))
    }

    /// A whole number, or nothing.
    pub fn whole(number: Option<i64>) -> Bound {
        number.map_or(Bound::Nothing(ColumnKind::Integer), Bound::Whole)
    }

    /// An id, or nothing.
    pub fn id(id: Option<[u8; 16]>) -> Bound {
        id.map_or(Bound::Nothing(ColumnKind::Id), Bound::Id)
    }
}

/// A statement and the values that are bound in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Statement {
    /// Its text; the same for all questions of one shape.
    pub text: String,
    /// The values, in their order.
    pub values: Vec<Bound>,
}

/// A statement on its way.
#[derive(Clone, Debug)]
struct Writer {
    dialect: Dialect,
    statement: Statement,
    /// How many tables have a short name by now.
    aliases: u32,
}

impl Writer {
    fn new(dialect: Dialect) -> Writer {
        Writer {
            dialect,
            statement: Statement {
                text: String::with_capacity(512),
                values: Vec::with_capacity(8),
            },
            aliases: 0,
        }
    }

    fn push(&mut self, text: &str) {
        self.statement.text.push_str(text);
    }

    /// A name of a table or column. Declared names are of small letters, digits and `_`; they are quoted, since some are words of SQL.
    fn name(&mut self, name: &str) {
        self.push("\"");
        // Nothing but these gets through, whatever the declarations were to say.
        let plain = name
            .chars()
            .filter(|letter| letter.is_ascii_alphanumeric() || *letter == '_');
        self.statement.text.extend(plain);
        self.push("\"");
    }

    /// A column of a table by its short name.
    fn column(&mut self, table: Alias, name: &str) {
        self.alias(table);
        self.push(".");
        self.name(name);
    }

    fn alias(&mut self, table: Alias) {
        // Writing to a text does not fail.
        let _ = write!(self.statement.text, "t{}", table.0);
    }

    fn next_alias(&mut self) -> Alias {
        self.aliases += 1;
        Alias(self.aliases - 1)
    }

    /// The alias that the next table gets.
    fn upcoming_alias(&self) -> Alias {
        Alias(self.aliases)
    }

    fn bind(&mut self, value: Bound) {
        self.statement.values.push(value);
        let number = self.statement.values.len();
        let _ = match self.dialect {
            Dialect::Sqlite => write!(self.statement.text, "?{number}"),
            Dialect::Postgres => write!(self.statement.text, "${number}"),
        };
    }

    fn bind_cell(&mut self, cell: &Cell) {
        match cell {
            Cell::Null => self.push("NULL"),
            Cell::Truth(truth) => self.bind(Bound::Truth(*truth)),
            Cell::Whole(number) => self.bind(Bound::Whole(*number)),
            Cell::Text(text) => self.bind(Bound::Text(text.clone())),
            Cell::Id(id) => self.bind(Bound::Id(*id)),
        }
    }

    fn truth(&mut self, truth: bool) {
        self.push(match (self.dialect, truth) {
            (Dialect::Sqlite, true) => "1",
            (Dialect::Sqlite, false) => "0",
            (Dialect::Postgres, true) => "TRUE",
            (Dialect::Postgres, false) => "FALSE",
        });
    }

    /// Things with a word between them.
    fn joined<T>(&mut self, things: impl IntoIterator<Item = T>, word: &str, mut write: impl FnMut(&mut Writer, T)) {
        for (place, thing) in things.into_iter().enumerate() {
            if place > 0 {
                self.push(word);
            }
            write(self, thing);
        }
    }

    fn finish(self) -> Statement {
        self.statement
    }
}

/// The short name of a table in a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Alias(u32);

/// The type of a column in a database.
pub fn column_type(dialect: Dialect, kind: ColumnKind) -> &'static str {
    match (dialect, kind) {
        (Dialect::Sqlite, ColumnKind::Id | ColumnKind::Bytes) => "BLOB",
        (Dialect::Sqlite, ColumnKind::Text | ColumnKind::Json) => "TEXT",
        (Dialect::Sqlite, _) => "INTEGER",
        (Dialect::Postgres, ColumnKind::Id) => "uuid",
        (Dialect::Postgres, ColumnKind::Bytes) => "bytea",
        (Dialect::Postgres, ColumnKind::Text | ColumnKind::Json) => "text COLLATE \"C\"",
        (Dialect::Postgres, ColumnKind::Truth) => "boolean",
        (Dialect::Postgres, _) => "bigint",
    }
}
