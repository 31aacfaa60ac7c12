//! Records written: one row of an entity's table, from the cells that core made.

use ratebook::records::{Cell, Entity, Pack};

use super::{Bound, Dialect, Statement, Writer};

/// Writes a new record.
pub fn insert(dialect: Dialect, pack: &Pack, entity: &Entity, tenant: [u8; 16], cells: &[Cell]) -> Statement {
    let mut writer = Writer::new(dialect);
    writer.push("INSERT INTO ");
    writer.name(&format!("{}__{}", pack.definition().name, entity.name()));
    writer.push(" (");
    if !entity.is_platform() {
        writer.push("\"tenant_id\", ");
    }
    writer.joined(entity.columns(), ", ", |writer, column| writer.name(&column.name));
    writer.push(") VALUES (");
    if !entity.is_platform() {
        writer.bind(Bound::Id(tenant));
        writer.push(", ");
    }
    writer.joined(cells, ", ", Writer::bind_cell);
    writer.push(")");
    writer.finish()
}
