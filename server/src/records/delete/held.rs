//! Records that have to be kept, whoever asks.

use ratebook::{Code, Reason};

use super::Going;
use crate::records::desk::Desk;
use crate::store::sql::Bound;
use crate::store::{Failure, TenantTx};

impl Desk {
    /// Whether a record has to be kept, whoever asks. Asked once it cannot change any more: whoever makes a hold does as much.
    pub(crate) async fn is_held(&self, tx: &mut TenantTx<'_>, id: [u8; 16]) -> Result<bool, Failure> {
        for name in self.names()? {
            let text = "SELECT 1 FROM legal_holds WHERE tenant_id = $1 AND entity = $2 AND record_id = $3";
            if !tx.ask(text, &[Bound::Text(name), Bound::Id(id)]).await?.is_empty() {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// Refuses when something of what goes has to be kept. Why stands with the hold, for those who may read it there.
pub(super) async fn nothing(tx: &mut TenantTx<'_>, all: &[Going]) -> Result<(), Failure> {
    for one in all {
        if one.desk.is_held(tx, one.id).await? {
            let entity = one.desk.entity()?;
            let message = format!(
                "a record of `{}` is held, and stays until that is released",
                entity.plural()
            );
            let reason = Reason::new(Code::RecordsInUse, "", message);
            return Err(reason.with("entity", entity.name()).with("count", 1).into());
        }
    }
    Ok(())
}
