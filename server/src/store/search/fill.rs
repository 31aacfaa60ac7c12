//! The index of an entity written anew of the records that there are.

use std::collections::BTreeMap;

use ratebook::records::{Entity, Pack};

use super::Index;
use super::index::searched;
use crate::store::ask::Connection;
use crate::store::door::TenantTx;
use crate::store::failure::Failure;
use crate::store::rows::RowCells;
use crate::store::sql::migrate as write;
use crate::store::sql::{self, Bound};

/// How many records are read at a time.
const BATCH: u32 = 1_000;

/// The fields that are searched of those that tenants have given an entity.
pub(in crate::store) type Added = BTreeMap<[u8; 16], Vec<String>>;

/// Writes the entries of all records, or of those of a tenant.
pub(in crate::store) async fn fill(
    connection: &mut Connection<'_>,
    (pack, entity): (&Pack, &Entity),
    index: &Index,
    (tenant, added): (Option<[u8; 16]>, &Added),
) -> Result<(), Failure> {
    let (schema, name) = (pack.schema(), pack.table_of(entity));
    let lacking = || Failure::defect("an index without a table");
    let table = schema.table(&name).ok_or_else(lacking)?;
    let columns = index.columns().iter().filter_map(|column| entity.column(*column));
    let own = columns.filter(|column| !column.custom);
    let names: Vec<String> = own.map(|column| column.name.clone()).collect();
    let first = |tenant| vec![Bound::Id(tenant), Bound::Id([0; 16])];
    let mut after: Vec<Bound> = tenant.map(first).unwrap_or_default();
    loop {
        let statement = write::scan(connection.dialect(), table, &names, &after, None, BATCH);
        let rows = connection.any_rows(&statement).await?;
        for row in &rows {
            let (Some(whose), Some(id)) = (row.id(0)?, row.id(1)?) else {
                return Err(Failure::defect(format!("a record without an id in `{name}`")));
            };
            if tenant.is_some_and(|tenant| tenant != whose) {
                return Ok(());
            }
            let mut texts = Vec::with_capacity(names.len());
            for place in 0..names.len() {
                texts.extend(row.text(place + 2)?.map(str::to_owned));
            }
            if let Some(fields) = added.get(&whose) {
                let statement = sql::custom_texts(connection.dialect(), (pack, entity), whose, (id, fields));
                for row in &connection.any_rows(&statement).await? {
                    texts.extend(row.text(0)?.map(str::to_owned));
                }
            }
            if tenant.is_some() {
                index.remove(connection, whose, id).await?;
            }
            index.fill(connection, (whose, id), &texts).await?;
            after = vec![Bound::Id(whose), Bound::Id(id)];
        }
        if rows.is_empty() {
            return Ok(());
        }
    }
}

impl TenantTx<'_> {
    /// Has all records of the tenant's be found by what they have in the fields that are searched by now.
    pub(crate) async fn search_again(&mut self, pack: &Pack, entity: &Entity) -> Result<(), Failure> {
        let Some(index) = Index::of(pack, entity) else {
            return Ok(());
        };
        let tenant = self.tenant();
        let own = searched(entity).filter(|field| field.is_custom());
        let added = Added::from([(tenant, own.map(|field| field.name().to_owned()).collect())]);
        fill(self.connection().await?, (pack, entity), &index, (Some(tenant), &added)).await
    }
}
