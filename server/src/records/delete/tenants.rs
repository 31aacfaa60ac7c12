//! Records of the platform that go, as far as tenants link to them: they are looked at tenant by tenant, and nothing of theirs is changed.

use std::collections::BTreeMap;

use ratebook::records::definition::DeletionRule;
use ratebook::records::{FoundReferring, LookUpsRequest, Referring};
use ratebook::time::Zone;

use super::Going;
use crate::platform::caller::Caller;
use crate::records::desk::Desk;
use crate::store::sql::Bound;
use crate::store::{Failure, PLATFORM, RowCells, TenantTx};

impl Desk {
    /// Whether the records are tenants' and who runs the installation is at work, who changes none of them.
    pub(super) fn is_away(&self) -> Result<bool, Failure> {
        Ok(self.is_platform() && !self.entity()?.is_platform())
    }

    /// Refuses when records of tenants are in the way of the platform's that go. Nothing of a tenant's is changed for it: where a link
    /// would have to be cleared, it stands in the way. Whoever links holds the record meanwhile, so that none is missed.
    pub(super) async fn used_by_tenants(&self, tx: &mut TenantTx<'_>, all: &[Going]) -> Result<(), Failure> {
        if !self.is_platform() {
            return Ok(());
        }
        let pack = &self.pack().definition().name;
        let rows = tx
            .ask(
                "SELECT id FROM tenants WHERE id <> $1 AND pack = $2 ORDER BY id",
                &[Bound::Text(pack.clone())],
            )
            .await?;
        let mut found: BTreeMap<(String, String), FoundReferring> = BTreeMap::new();
        for row in rows {
            let tenant = row.id(0)?.unwrap_or_default();
            let Some(caller) = Caller::engine_of_all(&self.app, tenant, pack, Zone::UTC)? else {
                continue;
            };
            tx.look_at(tenant).await?;
            for going in all {
                for referring in &going.referring {
                    let Some(desk) = Desk::named(&self.app, &caller, &referring.entity) else {
                        continue;
                    };
                    if desk.entity()?.is_platform() {
                        continue;
                    }
                    let count = desk.linked_by(tx, referring, going).await?;
                    if count > 0 {
                        let key = (referring.entity.clone(), referring.field.clone());
                        let told = found.entry(key).or_insert_with(|| {
                            FoundReferring::new(referring.entity.as_str(), referring.field.as_str(), 0)
                        });
                        told.count += count;
                    }
                }
            }
        }
        tx.look_at(PLATFORM).await?;
        if found.is_empty() {
            return Ok(());
        }
        let mut request = LookUpsRequest::new(self.entity()?.name(), self.caller.actor.clone(), self.now);
        request.referring = found.into_values().collect();
        self.pack().look_ups(&request)?;
        Ok(())
    }

    /// How many records of a tenant stand in the way of one of the platform's.
    async fn linked_by(&self, tx: &mut TenantTx<'_>, referring: &Referring, going: &Going) -> Result<u64, Failure> {
        // Links to what is deleted softly stay; what goes for good has none, of records that were deleted either.
        let softly = going.after.is_some();
        if softly && matches!(referring.rule, DeletionRule::Cascade | DeletionRule::Clear) {
            return Ok(0);
        }
        let is_soft = self.entity()?.definition().soft_delete.is_some();
        let mut count = 0;
        for deleted in [false, true] {
            if deleted && (softly || !is_soft) {
                continue;
            }
            let mut query = self.query()?;
            query.deleted = deleted;
            let holder = &self.caller.holder;
            let plan = self
                .pack()
                .referring_plan(referring, going.id, &query, holder, softly)?;
            count += tx.total(self.pack(), &plan).await?;
        }
        Ok(count)
    }
}
