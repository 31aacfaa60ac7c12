//! Records written: one row of an entity's table, from the cells that core made.

use ratebook::records::{Cell, Entity, Field, Pack, folded};

use super::{Bound, Dialect, Statement, Writer};

/// Writes a new record.
pub fn insert(dialect: Dialect, pack: &Pack, entity: &Entity, tenant: [u8; 16], cells: &[Cell]) -> Statement {
    let mut writer = Writer::new(dialect);
    writer.push("INSERT INTO ");
    writer.name(&pack.table_of(entity));
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

/// Writes one entry of a field that is a list of links.
pub fn insert_link(
    dialect: Dialect,
    pack: &Pack,
    (entity, field): (&Entity, &Field),
    tenant: [u8; 16],
    (id, other, place): ([u8; 16], [u8; 16], i64),
) -> Statement {
    let mut writer = Writer::new(dialect);
    writer.push("INSERT INTO ");
    writer.name(&pack.table_beside(entity, field));
    writer.push(" (\"tenant_id\", \"id\", \"other\", \"place\") VALUES (");
    let values = [Bound::Id(tenant), Bound::Id(id), Bound::Id(other), Bound::Whole(place)];
    writer.joined(values, ", ", Writer::bind);
    writer.push(")");
    writer.finish()
}

/// Writes the text of a field in one language.
pub fn insert_text(
    dialect: Dialect,
    pack: &Pack,
    (entity, field): (&Entity, &Field),
    tenant: [u8; 16],
    id: [u8; 16],
    (language, text): (&str, &str),
) -> Statement {
    let mut writer = Writer::new(dialect);
    writer.push("INSERT INTO ");
    writer.name(&pack.table_beside(entity, field));
    writer.push(" (\"tenant_id\", \"id\", \"locale\", \"text\", \"folded\") VALUES (");
    let values = [
        Bound::Id(tenant),
        Bound::Id(id),
        Bound::Text(language.to_owned()),
        Bound::Text(text.to_owned()),
        Bound::Text(folded(text)),
    ];
    writer.joined(values, ", ", Writer::bind);
    writer.push(")");
    writer.finish()
}
