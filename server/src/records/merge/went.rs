//! Where records are that went into others: whoever asks for one of them is told.

use ratebook::records::Cell;
use ratebook::{Code, Reason};

use crate::records::desk::Desk;
use crate::store::sql::Bound;
use crate::store::{Failure, RowCells, TenantTx};

impl Desk {
    /// That a record is not there; and into which one it went, for whoever may read that.
    pub(in crate::records) async fn went(&self, tx: &mut TenantTx<'_>, id: [u8; 16]) -> Result<Failure, Failure> {
        let nothing = self.not_found()?;
        let Some(into) = self.merged_into(tx, id).await? else {
            return Ok(nothing);
        };
        let Ok(plan) = self.plan(&self.query()?) else {
            return Ok(nothing);
        };
        if tx.one(self.pack(), &plan, into).await?.is_none() {
            return Ok(nothing);
        }
        let (entity, into) = (self.entity()?, Cell::id_text(&into));
        let message = format!("the record went into another one among `{}`: `{into}`", entity.plural());
        let reason = Reason::new(Code::RecordsNotFound, "", message);
        Ok(reason.with("entity", entity.name()).with("merged_into", into).into())
    }

    /// The record into which one went.
    pub(crate) async fn merged_into(&self, tx: &mut TenantTx<'_>, id: [u8; 16]) -> Result<Option<[u8; 16]>, Failure> {
        let entity = self.entity()?;
        if entity.is_platform() || entity.definition().soft_delete.is_none() {
            return Ok(None);
        }
        for name in self.names()? {
            let text = "SELECT into_id FROM merges WHERE tenant_id = $1 AND entity = $2 AND record_id = $3";
            let rows = tx.ask(text, &[Bound::Text(name), Bound::Id(id)]).await?;
            if let Some(row) = rows.first() {
                return Ok(row.id(0)?);
            }
        }
        Ok(None)
    }

    /// The records that went into one, whenever that was.
    pub(crate) async fn went_into(&self, tx: &mut TenantTx<'_>, id: [u8; 16]) -> Result<Vec<[u8; 16]>, Failure> {
        let mut all = Vec::new();
        for name in self.names()? {
            let text =
                "SELECT record_id FROM merges WHERE tenant_id = $1 AND entity = $2 AND into_id = $3 ORDER BY record_id";
            for row in &tx.ask(text, &[Bound::Text(name), Bound::Id(id)]).await? {
                all.extend(row.id(0)?);
            }
        }
        Ok(all)
    }

    /// Writes down that one record went into another, with all that had gone into it before.
    pub(super) async fn is_gone_into(
        &self,
        tx: &mut TenantTx<'_>,
        (from, to): ([u8; 16], [u8; 16]),
    ) -> Result<(), Failure> {
        for name in self.names()? {
            let text = "UPDATE merges SET into_id = $4 WHERE tenant_id = $1 AND entity = $2 AND into_id = $3";
            let values = [Bound::Text(name), Bound::Id(from), Bound::Id(to)];
            tx.tell(text, &values).await?;
        }
        let values = [
            Bound::Text(self.entity()?.name().to_owned()),
            Bound::Id(from),
            Bound::Id(to),
            Bound::Whole(self.now.microseconds()),
        ];
        let text = "INSERT INTO merges (tenant_id, entity, record_id, into_id, merged_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (tenant_id, \
                    entity, record_id) DO UPDATE SET into_id = excluded.into_id, merged_at = excluded.merged_at";
        tx.tell(text, &values).await.map(drop)
    }

    /// A record that came back is where it was; what had gone into others with it stays there.
    pub(in crate::records) async fn is_back(&self, tx: &mut TenantTx<'_>, id: [u8; 16]) -> Result<(), Failure> {
        for name in self.names()? {
            let text = "DELETE FROM merges WHERE tenant_id = $1 AND entity = $2 AND record_id = $3";
            tx.tell(text, &[Bound::Text(name), Bound::Id(id)]).await?;
        }
        Ok(())
    }
}
