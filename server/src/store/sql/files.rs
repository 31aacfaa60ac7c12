//! How many fields name each file, where what records have in one goes.

use super::{Dialect, Statement, Writer};

/// Has the files that rows of tenants name in a column be named by so many fewer. What else they lead to is no file.
pub(in crate::store) fn release(dialect: Dialect, table: &str, column: &str) -> Statement {
    let mut writer = Writer::new(dialect);
    let rows = |writer: &mut Writer| {
        writer.push(" FROM ");
        writer.name(table);
        writer.push(" r WHERE r.tenant_id = files.tenant_id AND r.");
        writer.name(column);
        writer.push(" = files.id)");
    };
    writer.push("UPDATE files SET uses = uses - (SELECT count(*)");
    rows(&mut writer);
    writer.push(" WHERE EXISTS (SELECT 1");
    rows(&mut writer);
    writer.finish()
}
