//! The index of an entity written anew of the records that there are.

use ratebook::records::schema::TableModel;
use ratebook::records::{Entity, FieldDefinition, Pack};

use super::Index;
use super::index::{has_texts, searched};
use crate::store::ask::Connection;
use crate::store::deriving::Made;
use crate::store::door::{TenantKey, TenantTx};
use crate::store::failure::Failure;
use crate::store::json;
use crate::store::rows::RowCells;
use crate::store::sql::migrate as write;
use crate::store::sql::{self, Bound};

/// How many records are read at a time.
const BATCH: u32 = 1_000;

/// Writes the entries of all records of all tenants into an index that is empty.
pub(in crate::store) async fn fill(
    connection: &mut Connection<'_>,
    (pack, entity): (&Pack, &Entity),
    index: &Index,
) -> Result<(), Failure> {
    let filling = Filling::of(pack, entity, index)?;
    let (mut after, mut given) = (Vec::new(), None);
    loop {
        let rows = filling.rows(connection, &after, BATCH).await?;
        let Some(last) = rows.last() else { return Ok(()) };
        after = vec![Bound::Id(last.whose), Bound::Id(last.id)];
        for row in rows {
            let own = match given.take() {
                Some((tenant, own)) if tenant == row.whose => own,
                _ => added(connection, entity, row.whose).await?,
            };
            let texts = filling.texts(connection, &row, &own).await?;
            given = Some((row.whose, own));
            index.fill(connection, (row.whose, row.id), &texts).await?;
        }
    }
}

/// Writes those of some records of a tenant, behind one, whatever the index says of them.
pub(in crate::store) async fn fill_some(
    connection: &mut Connection<'_>,
    (pack, entity): (&Pack, &Entity),
    index: &Index,
    (tenant, after, most): (TenantKey, Option<[u8; 16]>, u32),
) -> Result<Made, Failure> {
    let added = added(connection, entity, tenant).await?;
    let filling = Filling::of(pack, entity, index)?;
    filling.some(connection, &added, (tenant, after, most)).await
}

/// The fields that are searched of those that a tenant has given an entity.
async fn added(connection: &mut Connection<'_>, entity: &Entity, tenant: TenantKey) -> Result<Vec<String>, Failure> {
    let mut added = Vec::new();
    if !entity.definition().custom {
        return Ok(added);
    }
    let asked =
        "SELECT name, definition FROM custom_fields WHERE tenant_id = $1 AND entity = $2 AND removed_at IS NULL";
    let values = [Bound::Id(tenant), Bound::Text(entity.name().to_owned())];
    for row in connection.ask_static(asked, &values).await? {
        let field: FieldDefinition = json::read(row.text(1)?.unwrap_or_default().as_bytes())?;
        if field.search {
            added.push(row.text(0)?.unwrap_or_default().to_owned());
        }
    }
    Ok(added)
}

/// A record, and what it has in the columns that are found.
struct Found {
    whose: TenantKey,
    id: [u8; 16],
    texts: Vec<String>,
}

/// What an index is written of.
struct Filling<'f> {
    pack: &'f Pack,
    entity: &'f Entity,
    index: &'f Index,
    table: TableModel,
    /// The columns whose texts are found.
    names: Vec<String>,
}

impl Filling<'_> {
    fn of<'f>(pack: &'f Pack, entity: &'f Entity, index: &'f Index) -> Result<Filling<'f>, Failure> {
        let (schema, name) = (pack.schema(), pack.table_of(entity));
        let table = schema.table(&name).cloned();
        let table = table.ok_or_else(|| Failure::defect("an index without a table"))?;
        let columns = index.columns().iter().filter_map(|column| entity.column(*column));
        let own = columns.filter(|column| !column.custom);
        let names = own.map(|column| column.name.clone()).collect();
        Ok(Filling {
            pack,
            entity,
            index,
            table,
            names,
        })
    }

    async fn rows(&self, connection: &mut Connection<'_>, after: &[Bound], most: u32) -> Result<Vec<Found>, Failure> {
        let statement = write::scan(connection.dialect(), &self.table, &self.names, after, None, most);
        let rows = connection.any_rows(&statement).await?;
        let mut found = Vec::with_capacity(rows.len());
        for row in &rows {
            let (Some(whose), Some(id)) = (row.id(0)?, row.id(1)?) else {
                return Err(Failure::defect(format!(
                    "a record without an id in `{}`",
                    self.table.name
                )));
            };
            let mut texts = Vec::with_capacity(self.names.len());
            for place in 0..self.names.len() {
                texts.extend(row.text(place + 2)?.map(str::to_owned));
            }
            found.push(Found { whose, id, texts });
        }
        Ok(found)
    }

    /// All texts of a record that are found.
    async fn texts(
        &self,
        connection: &mut Connection<'_>,
        row: &Found,
        added: &[String],
    ) -> Result<Vec<String>, Failure> {
        let (own, mut texts) = ((self.pack, self.entity), row.texts.clone());
        if !added.is_empty() {
            let statement = sql::custom_texts(connection.dialect(), own, row.whose, (row.id, added));
            for row in &connection.any_rows(&statement).await? {
                texts.extend(row.text(0)?.map(str::to_owned));
            }
        }
        for field in self.entity.fields().iter().filter(|field| has_texts(field)) {
            let own = (self.pack, self.entity, field);
            let statement = sql::texts_of(connection.dialect(), own, row.whose, row.id);
            for row in &connection.any_rows(&statement).await? {
                texts.extend(row.text(0)?.map(str::to_owned));
            }
        }
        Ok(texts)
    }

    async fn some(
        &self,
        connection: &mut Connection<'_>,
        added: &[String],
        (tenant, after, most): (TenantKey, Option<[u8; 16]>, u32),
    ) -> Result<Made, Failure> {
        let after = match after {
            Some(id) => vec![Bound::Id(tenant), Bound::Id(id)],
            None => begins(tenant),
        };
        let mut rows = self.rows(connection, &after, most).await?;
        let is_full = rows.len() == usize::try_from(most).unwrap_or(usize::MAX);
        // Behind those of the tenant stand those of the next.
        rows.retain(|row| row.whose == tenant);
        let mut made = Made::default();
        for row in &rows {
            let texts = self.texts(connection, row, added).await?;
            self.index.remove(connection, tenant, row.id).await?;
            self.index.fill(connection, (tenant, row.id), &texts).await?;
            (made.count, made.last) = (made.count + 1, Some(row.id));
        }
        made.last = made.last.filter(|_| is_full);
        Ok(made)
    }
}

/// What stands just before the first record that a tenant may have; nothing where that is the first of all.
fn begins(tenant: TenantKey) -> Vec<Bound> {
    let before = u128::from_be_bytes(tenant).checked_sub(1);
    let key = before.map(|before| vec![Bound::Id(before.to_be_bytes()), Bound::Id([u8::MAX; 16])]);
    key.unwrap_or_default()
}

impl TenantTx<'_> {
    /// Has all records of the tenant's be found by what they have in the fields that are searched by now.
    pub(crate) async fn search_again(&mut self, pack: &Pack, entity: &Entity) -> Result<(), Failure> {
        let Some(index) = Index::of(pack, entity) else {
            return Ok(());
        };
        let tenant = self.tenant();
        let own = searched(entity).filter(|field| field.is_custom());
        let added: Vec<String> = own.map(|field| field.name().to_owned()).collect();
        let filling = Filling::of(pack, entity, &index)?;
        let mut after = None;
        loop {
            after = filling
                .some(self.connection().await?, &added, (tenant, after, BATCH))
                .await?
                .last;
            if after.is_none() {
                return Ok(());
            }
        }
    }
}
