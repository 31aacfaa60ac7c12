//! What stands beside the records of a page: links, texts by language, gathered values. One statement for each field.

use ratebook::records::{FieldKind, Pack, QueryPlan};

use super::test::Table;
use super::{Bound, Dialect, Statement, Writer};

/// The entries of a field for the records of these ids: an id, an entry, and the language of a text.
pub fn entries(
    dialect: Dialect,
    pack: &Pack,
    plan: &QueryPlan,
    tenant: [u8; 16],
    field: usize,
    ids: &[[u8; 16]],
) -> Option<Statement> {
    let entity = pack.entities().get(plan.entity)?;
    let own = entity.fields().get(field)?;
    if own.kind() == FieldKind::Gathered {
        return gathered(dialect, pack, plan, tenant, (field, ids));
    }
    let (entry, language, order) = match own.kind() {
        FieldKind::Links => ("\"other\"", "NULL", "\"place\""),
        FieldKind::Tags => ("\"tag\"", "NULL", "\"tag\""),
        FieldKind::TranslatedText => ("\"text\"", "\"locale\"", "\"locale\""),
        _ => return None,
    };
    let mut writer = Writer::new(dialect);
    let order = if own.is_custom() { "\"number\"" } else { order };
    for part in ["SELECT \"id\", ", entry, ", ", language, " FROM "] {
        writer.push(part);
    }
    writer.name(&match own.is_custom() {
        true => pack.custom_table_of(entity),
        false => pack.table_beside(entity, own),
    });
    writer.push(" WHERE ");
    if !entity.is_platform() {
        writer.push("\"tenant_id\" = ");
        writer.bind(Bound::Id(tenant));
        writer.push(" AND ");
    }
    writer.push("\"id\"");
    writer.among(ids);
    if own.is_custom() {
        writer.push(" AND ");
        writer.of_entries(own.name());
    }
    writer.push(" ORDER BY \"id\", ");
    writer.push(order);
    Some(writer.finish())
}

/// The values that are gathered for the records of these ids.
fn gathered(
    dialect: Dialect,
    pack: &Pack,
    plan: &QueryPlan,
    tenant: [u8; 16],
    (field, ids): (usize, &[[u8; 16]]),
) -> Option<Statement> {
    let mut gatherings = plan.gathers.iter();
    let gathering = gatherings.find(|gathering| usize::from(gathering.field) == field)?;
    let other = pack.entities().get(gathering.entity)?;
    let mut writer = Writer::new(dialect);
    let alias = writer.next_alias();
    let table = Table {
        pack,
        entity: other,
        alias,
        tenant,
        gathers: &[],
        row: None,
        languages: &[],
    };
    writer.push("SELECT DISTINCT ");
    writer.numbered(&table, gathering.by);
    writer.push(", ");
    writer.numbered(&table, gathering.value);
    writer.push(", NULL FROM ");
    writer.from(&table);
    writer.push(" WHERE ");
    writer.tenant(&table);
    writer.push(" AND ");
    writer.numbered(&table, gathering.by);
    writer.among(ids);
    writer.push(" AND ");
    writer.numbered(&table, gathering.value);
    writer.push(" IS NOT NULL AND ");
    writer.test(&table, &gathering.test, true);
    writer.push(" ORDER BY 1, 2");
    Some(writer.finish())
}

impl Writer {
    fn among(&mut self, ids: &[[u8; 16]]) {
        self.push(" IN (");
        self.joined(ids, ", ", |writer, id| writer.bind(Bound::Id(*id)));
        self.push(")");
    }
}
