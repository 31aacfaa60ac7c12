//! Records written: one row of an entity's table, from the cells that core made.

use ratebook::records::{Entity, Field, Pack, folded};

use super::change::Kept;
use super::{Bound, Dialect, Statement, Writer};

/// Writes a new record: the cells of its columns, some of which have been encrypted.
pub fn insert(dialect: Dialect, pack: &Pack, entity: &Entity, tenant: [u8; 16], cells: &[Kept]) -> Statement {
    inserted(dialect, pack, entity, tenant, cells).finish()
}

/// The same, unless there is one of its key.
pub fn insert_once(dialect: Dialect, pack: &Pack, entity: &Entity, tenant: [u8; 16], cells: &[Kept]) -> Statement {
    let mut writer = inserted(dialect, pack, entity, tenant, cells);
    writer.push(" ON CONFLICT DO NOTHING");
    writer.finish()
}

fn inserted(dialect: Dialect, pack: &Pack, entity: &Entity, tenant: [u8; 16], cells: &[Kept]) -> Writer {
    // What the tenant has added to the entity stands beside, and so do texts by language.
    let own = || entity.columns().iter().zip(cells).filter(|(column, _)| column.is_own());
    let mut writer = Writer::new(dialect);
    writer.push("INSERT INTO ");
    writer.name(&pack.table_of(entity));
    writer.push(" (");
    if !entity.is_platform() {
        writer.push("\"tenant_id\", ");
    }
    writer.joined(own(), ", ", |writer, (column, _)| writer.name(&column.name));
    writer.push(") VALUES (");
    if !entity.is_platform() {
        writer.bind(Bound::Id(tenant));
        writer.push(", ");
    }
    writer.joined(own(), ", ", |writer, (_, cell)| writer.bind_kept(cell));
    writer.push(")");
    writer
}

/// Writes one entry of a field that is a list of links.
pub fn insert_link(
    dialect: Dialect,
    pack: &Pack,
    (entity, field): (&Entity, &Field),
    tenant: [u8; 16],
    (id, other, place): ([u8; 16], [u8; 16], i64),
) -> Statement {
    let values = [
        ("id", Bound::Id(id)),
        ("other", Bound::Id(other)),
        ("place", Bound::Whole(place)),
    ];
    beside(dialect, pack, (entity, field), tenant, values.into())
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
    let values = [
        ("id", Bound::Id(id)),
        ("locale", Bound::Text(language.to_owned())),
        ("text", Bound::Text(text.to_owned())),
        ("folded", Bound::Text(folded(text))),
    ];
    beside(dialect, pack, (entity, field), tenant, values.into())
}

/// Writes a row of a table that stands beside an entity's.
pub(super) fn beside(
    dialect: Dialect,
    pack: &Pack,
    (entity, field): (&Entity, &Field),
    tenant: [u8; 16],
    mut values: Vec<(&str, Bound)>,
) -> Statement {
    if !entity.is_platform() {
        values.insert(0, ("tenant_id", Bound::Id(tenant)));
    }
    let mut writer = Writer::new(dialect);
    writer.push("INSERT INTO ");
    writer.name(&pack.table_beside(entity, field));
    writer.push(" (");
    writer.joined(&values, ", ", |writer, (name, _)| writer.name(name));
    writer.push(") VALUES (");
    writer.joined(values, ", ", |writer, (_, value)| writer.bind(value));
    writer.push(")");
    writer.finish()
}
