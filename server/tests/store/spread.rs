//! The schema can be spread over many machines: the tables that are made of a pack keep the rules that `cargo xtask tidy` asks of the
//! platform's own, beside those. Which tables belong to no tenant stands in `xtask/src/ddl.rs`.

use std::path::Path;

use crate::workbench::pack;
use ratebook_server::store::sql::{Dialect, tables};

#[path = "../../../xtask/src/ddl.rs"]
mod ddl;

#[test]
fn every_key_begins_with_the_tenant() {
    let mut text = ddl::migrations(&Path::new(env!("CARGO_MANIFEST_DIR")).join(".."), "postgres");
    for statement in tables(Dialect::Postgres, &pack().schema()) {
        text.push_str(&statement);
        text.push_str(";\n");
    }
    let schema = ddl::Schema::read(&text);
    assert!(schema.tables.len() > 25, "only {} tables", schema.tables.len());
    let keys: usize = schema.tables.values().map(|table| table.keys.len()).sum();
    let foreign: usize = schema.tables.values().map(|table| table.foreign.len()).sum();
    assert!(keys > 40 && foreign > 10, "{keys} keys, {foreign} foreign ones");
    let faults = schema.faults();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
