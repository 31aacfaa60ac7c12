//! What records have in the fields that their tenant has given their entity.

use ratebook::records::{Entity, Field, Pack};
use serde_json::Value;

use super::door::TenantTx;
use super::failure::Failure;
use super::rows::RowCells;
use super::sql;

impl TenantTx<'_> {
    /// How many records the tenant has of an entity, deleted softly or not; no more are counted than so many.
    pub(crate) async fn records_up_to(&mut self, pack: &Pack, entity: &Entity, most: i64) -> Result<usize, Failure> {
        let statement = sql::some_of(self.dialect(), pack, entity, self.tenant(), most);
        Ok(self.rows(&statement).await?.len())
    }

    /// The versions of machines by which the tenant's records of an entity live, deleted ones among them.
    pub(crate) async fn living_versions(&mut self, pack: &Pack, entity: &Entity) -> Result<Vec<i64>, Failure> {
        let statement = sql::living(self.dialect(), pack, entity, self.tenant());
        let rows = self.rows(&statement).await?;
        rows.iter()
            .map(|row| Ok::<_, Failure>(row.whole(0)?.unwrap_or(0)))
            .collect()
    }

    /// Gives every record of the tenant's a value in a field that is new.
    pub(crate) async fn fill_field(
        &mut self,
        pack: &Pack,
        field: (&Entity, &Field),
        value: &Value,
    ) -> Result<(), Failure> {
        let statement = sql::fill_custom(self.dialect(), pack, field, self.tenant(), value);
        self.carry_out(&statement).await.map(drop)
    }

    /// Lets every record of the tenant's have what until now only one might have in a field.
    pub(crate) async fn free_field(&mut self, pack: &Pack, entity: &Entity, field: &str) -> Result<(), Failure> {
        let statement = sql::free_custom(self.dialect(), pack, entity, self.tenant(), field);
        self.carry_out(&statement).await.map(drop)
    }

    /// Removes some of what records of the tenant's have in a field; how many it were. Files are named by so many fewer.
    pub(crate) async fn clear_field(
        &mut self,
        pack: &Pack,
        entity: &Entity,
        field: (&str, i64),
    ) -> Result<u64, Failure> {
        let released = sql::release_custom(self.dialect(), pack, entity, self.tenant(), field);
        self.carry_out(&released).await?;
        let statement = sql::clear_custom(self.dialect(), pack, entity, self.tenant(), field);
        self.carry_out(&statement).await
    }
}
