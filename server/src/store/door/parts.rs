//! Parts of a tenant's transaction that can be undone by themselves.

use super::TenantTx;
use crate::store::failure::Failure;
use crate::store::waiting::Waiting;

impl TenantTx<'_> {
    /// Begins a part of the transaction that can be undone by itself. Parts may stand within parts.
    pub(crate) async fn begin_part(&mut self) -> Result<(), Failure> {
        self.connection().await?.tell_static("SAVEPOINT part", &[]).await?;
        Ok(())
    }

    /// Ends it; what was changed in it stays.
    pub(crate) async fn keep_part(&mut self) -> Result<(), Failure> {
        self.connection()
            .await?
            .tell_static("RELEASE SAVEPOINT part", &[])
            .await?;
        Ok(())
    }

    /// Undoes it, with what still waits of it.
    pub(crate) async fn undo_part(&mut self) -> Result<(), Failure> {
        *self.waiting = Waiting::default();
        self.connection.tell_static("ROLLBACK TO SAVEPOINT part", &[]).await?;
        self.connection.tell_static("RELEASE SAVEPOINT part", &[]).await?;
        Ok(())
    }
}
