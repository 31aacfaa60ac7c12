//! One tenant as pieces that stand without a database: read at one moment, and taken up by another installation. Which tables it has rows in
//! is told by the schema: a table of a later version goes along because it says whose its rows are.

mod give;
mod people;
mod secrets;
mod take;

use std::collections::BTreeMap;

use ratebook::records::ColumnKind;
use ratebook::{Code, Reason};

use super::tables::Table;
use crate::store::failure::Failure;

pub(crate) use give::{Leaving, end};
pub(crate) use take::{Settled, Settling};

/// The column that says whose a row is.
const OWNER: &str = "tenant_id";

/// What has rows of a tenant and stays where it is: it says what is done there, or opens accounts there.
const STAYS: [&str; 3] = ["erasing", "one_time_links", "read_only"];

/// Under which name the bytes of files go: no table is called so.
pub(crate) const FILES: &str = "*files";

/// What goes before the tables of the tenant, in this order: by it the others are understood.
const TENANTS: &str = "tenants";
const ACCOUNTS: &str = "accounts";
const MACHINES: &str = "pack_machines";
const NAMES: &str = "pack_names";
const CUSTOM: &str = "custom_fields";

/// The bytes of files, each in parts: its id, the number of the part, and what of the file it is of.
pub(crate) fn files() -> Table {
    Table::of(
        &[
            ("id", ColumnKind::Id),
            ("size", ColumnKind::Text),
            ("part", ColumnKind::Integer),
            ("bytes", ColumnKind::Bytes),
        ],
        3,
    )
}

/// People, without what they sign in by.
fn accounts() -> Table {
    Table::of(
        &[
            ("id", ColumnKind::Id),
            ("email", ColumnKind::Text),
            ("name", ColumnKind::Text),
            ("state", ColumnKind::Text),
            ("locale", ColumnKind::Text),
            ("created_at", ColumnKind::Integer),
            ("updated_at", ColumnKind::Integer),
        ],
        1,
    )
}

impl Table {
    /// One of these columns, of which the first are its key.
    fn of(columns: &[(&str, ColumnKind)], key: usize) -> Table {
        let names = columns.iter().map(|(name, _)| (*name).to_owned());
        Table {
            columns: names.clone().collect(),
            kinds: columns.iter().map(|(_, kind)| *kind).collect(),
            key: names.take(key).collect(),
        }
    }

    /// In which place a column stands.
    fn place(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|own| own == column)
    }
}

/// The tables in which tenants have rows that go along with them.
fn of_tenants(tables: BTreeMap<String, Table>) -> BTreeMap<String, Table> {
    let has_rows = |name: &str, table: &Table| table.place(OWNER).is_some() && !STAYS.contains(&name);
    tables
        .into_iter()
        .filter(|(name, table)| has_rows(name, table))
        .collect()
}

fn refused(path: &str, message: impl Into<String>) -> Failure {
    Reason::new(Code::RequestConflict, path, message).into()
}
