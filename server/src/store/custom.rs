//! What records have in the fields that their tenant has given their entity.

use ratebook::records::{Entity, Field, Pack};
use serde_json::Value;

use super::door::TenantTx;
use super::failure::Failure;
use super::opening::own_fields;
use super::sql::{self, Bound, Dialect};

impl TenantTx<'_> {
    /// Waits until nobody else writes what the tenant has, and has everybody wait who comes: by its fields as they are afterwards.
    pub(crate) async fn alone_with_fields(&mut self) -> Result<(), Failure> {
        if self.dialect() == Dialect::Postgres {
            let lock = Bound::Whole(own_fields(self.tenant()));
            let text = "SELECT pg_advisory_xact_lock($2) WHERE $1::uuid IS NOT NULL";
            self.ask(text, &[lock]).await?;
        }
        Ok(())
    }

    /// Whether the tenant has records of an entity, deleted softly or not.
    pub(crate) async fn has_records(&mut self, pack: &Pack, entity: &Entity) -> Result<bool, Failure> {
        let statement = sql::any_of(self.dialect(), pack, entity, self.tenant());
        Ok(!self.rows(&statement).await?.is_empty())
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

    /// Removes what all records of the tenant's have in a field.
    pub(crate) async fn clear_field(&mut self, pack: &Pack, entity: &Entity, field: &str) -> Result<(), Failure> {
        let statement = sql::remove_custom(self.dialect(), pack, entity, self.tenant(), (None, Some(field)));
        self.carry_out(&statement).await.map(drop)
    }
}
