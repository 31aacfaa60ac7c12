//! Records changed, removed, and looked for by what no two of them have.

use ratebook::records::{Cell, Entity, Field, Pack, UniqueKey};

use super::custom::same_custom;
use super::{Bound, Dialect, Statement, Writer};

/// A value of a column: what core made, or what has been encrypted.
#[derive(Clone, Debug, PartialEq)]
pub enum Kept {
    /// As it is.
    Cell(Cell),
    /// Encrypted.
    Sealed(Vec<u8>),
}

/// Changes the columns of a record that is still of this version.
pub fn update(
    dialect: Dialect,
    (pack, entity): (&Pack, &Entity),
    tenant: [u8; 16],
    (id, version): ([u8; 16], i64),
    columns: &[(u16, Kept)],
) -> Statement {
    let mut writer = Writer::new(dialect);
    writer.push("UPDATE ");
    writer.name(&pack.table_of(entity));
    writer.push(" SET ");
    writer.joined(columns, ", ", |writer, (number, value)| {
        let column = entity.column(*number);
        writer.name(column.map_or("", |column| &column.name));
        writer.push(" = ");
        writer.bind_kept(value);
    });
    writer.push(" WHERE ");
    writer.of_record(entity, tenant, id);
    writer.push(" AND \"version\" = ");
    writer.bind(Bound::Whole(version));
    writer.finish()
}

/// Removes a record for good.
pub fn delete(dialect: Dialect, pack: &Pack, entity: &Entity, tenant: [u8; 16], id: [u8; 16]) -> Statement {
    delete_from(dialect, &pack.table_of(entity), entity, tenant, id)
}

fn delete_from(dialect: Dialect, table: &str, entity: &Entity, tenant: [u8; 16], id: [u8; 16]) -> Statement {
    let mut writer = Writer::new(dialect);
    writer.push("DELETE FROM ");
    writer.name(table);
    writer.push(" WHERE ");
    writer.of_record(entity, tenant, id);
    writer.finish()
}

/// Removes every row with a value in a column.
pub fn delete_where(
    dialect: Dialect,
    pack: &Pack,
    entity: &Entity,
    tenant: [u8; 16],
    (column, cell): (u16, &Cell),
) -> Statement {
    let mut writer = Writer::new(dialect);
    writer.push("DELETE FROM ");
    writer.name(&pack.table_of(entity));
    writer.push(" WHERE ");
    if !entity.is_platform() {
        writer.push("\"tenant_id\" = ");
        writer.bind(Bound::Id(tenant));
        writer.push(" AND ");
    }
    writer.name(entity.column(column).map_or("", |column| &column.name));
    writer.equal(cell);
    writer.finish()
}

/// Has the rows that lead to one record by a column lead to another. Where another column tells rows of one subject apart, those stay for
/// which there is one already.
pub fn relink(
    dialect: Dialect,
    (pack, entity): (&Pack, &Entity),
    tenant: [u8; 16],
    (column, apart): (u16, Option<u16>),
    (from, to): ([u8; 16], [u8; 16]),
) -> Statement {
    let name = |number: u16| entity.column(number).map_or("", |column| &column.name);
    let table = pack.table_of(entity);
    let mut writer = Writer::new(dialect);
    writer.push("UPDATE ");
    writer.name(&table);
    writer.push(" SET ");
    writer.name(name(column));
    writer.push(" = ");
    writer.bind(Bound::Id(to));
    writer.push(" WHERE \"tenant_id\" = ");
    writer.bind(Bound::Id(tenant));
    writer.push(" AND ");
    writer.name(name(column));
    writer.push(" = ");
    writer.bind(Bound::Id(from));
    if let Some(apart) = apart {
        writer.push(" AND NOT EXISTS (SELECT 1 FROM ");
        writer.name(&table);
        writer.push(" known WHERE known.\"tenant_id\" = ");
        writer.bind(Bound::Id(tenant));
        writer.push(" AND known.");
        writer.name(name(column));
        writer.push(" = ");
        writer.bind(Bound::Id(to));
        writer.push(" AND known.");
        writer.name(name(apart));
        writer.push(" = ");
        writer.name(&table);
        writer.push(".");
        writer.name(name(apart));
        writer.push(")");
    }
    writer.finish()
}

/// Removes what stands beside a record for a field: its links, its texts, or the value that it had to itself.
pub fn delete_beside(
    dialect: Dialect,
    pack: &Pack,
    (entity, field): (&Entity, &Field),
    tenant: [u8; 16],
    id: [u8; 16],
) -> Statement {
    delete_from(dialect, &pack.table_beside(entity, field), entity, tenant, id)
}

/// Takes a value that no two records of the whole platform have.
pub fn insert_value(
    dialect: Dialect,
    pack: &Pack,
    (entity, field): (&Entity, &Field),
    tenant: [u8; 16],
    id: [u8; 16],
    compared: &[Cell],
) -> Statement {
    let mut writer = Writer::new(dialect);
    writer.push("INSERT INTO ");
    writer.name(&pack.table_beside(entity, field));
    writer.push(" (\"value\", ");
    if compared.len() > 1 {
        writer.push("\"currency\", ");
    }
    writer.push("\"tenant_id\", \"id\") VALUES (");
    writer.joined(compared, ", ", Writer::bind_cell);
    writer.push(", ");
    writer.bind(Bound::Id(tenant));
    writer.push(", ");
    writer.bind(Bound::Id(id));
    writer.push(")");
    writer.finish()
}

/// The cells by which values of a unique field are told apart, and their columns.
pub fn compared(entity: &Entity, field: &Field, key: &UniqueKey) -> Vec<(u16, Cell)> {
    let value = key.values.first().unwrap_or(&serde_json::Value::Null);
    let [own, currency, folded] = field.cells(value);
    let text = field
        .folded_column()
        .filter(|_| key.folded)
        .map(|column| (column, folded));
    let value = text.or_else(|| field.column().map(|column| (column, own)));
    let amount = field.currency_column().map(|column| (column, currency));
    let pairs = value.into_iter().chain(amount);
    pairs.filter(|(column, _)| entity.column(*column).is_some()).collect()
}

/// Another record that has these values, if there is one.
pub fn same(
    dialect: Dialect,
    pack: &Pack,
    (entity, field): (&Entity, &Field),
    tenant: [u8; 16],
    id: [u8; 16],
    key: &UniqueKey,
) -> Statement {
    if field.is_custom() {
        return same_custom(dialect, pack, (entity, field), tenant, id, key);
    }
    let compared = compared(entity, field, key);
    let mut writer = Writer::new(dialect);
    writer.push("SELECT \"id\" FROM ");
    if key.platform_wide && !entity.is_platform() {
        // Whoever has it, and of whichever tenant: that it is taken is all that is told.
        writer.name(&pack.table_beside(entity, field));
        writer.push(" WHERE ");
        writer.joined(
            compared.iter().zip(["value", "currency"]),
            " AND ",
            |writer, ((_, cell), name)| {
                writer.name(name);
                writer.equal(cell);
            },
        );
    } else {
        writer.name(&pack.table_of(entity));
        writer.push(" WHERE ");
        if !entity.is_platform() {
            writer.push("\"tenant_id\" = ");
            writer.bind(Bound::Id(tenant));
            writer.push(" AND ");
        }
        writer.joined(&compared, " AND ", |writer, (column, cell)| {
            writer.name(entity.column(*column).map_or("", |column| &column.name));
            writer.equal(cell);
        });
        if key.freed {
            writer.push(" AND \"deleted_at\" IS NULL");
        }
    }
    writer.push(" AND \"id\" <> ");
    writer.bind(Bound::Id(id));
    writer.push(" LIMIT 1");
    writer.finish()
}

impl Writer {
    pub(super) fn bind_kept(&mut self, value: &Kept) {
        match value {
            Kept::Cell(cell) => self.bind_cell(cell),
            Kept::Sealed(bytes) => self.bind(Bound::Bytes(bytes.clone())),
        }
    }

    fn equal(&mut self, cell: &Cell) {
        if cell.is_null() {
            return self.push(" IS NULL");
        }
        self.push(" = ");
        self.bind_cell(cell);
    }

    pub(super) fn of_record(&mut self, entity: &Entity, tenant: [u8; 16], id: [u8; 16]) {
        if !entity.is_platform() {
            self.push("\"tenant_id\" = ");
            self.bind(Bound::Id(tenant));
            self.push(" AND ");
        }
        self.push("\"id\" = ");
        self.bind(Bound::Id(id));
    }
}
