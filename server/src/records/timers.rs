//! What happens to records by itself: each write keeps when the next such thing is, and a worker lets it happen.

use std::time::Duration;

use ratebook::records::Cell;
use ratebook::time::Zone;

use super::desk::Desk;
use crate::platform::caller::{Caller, ENGINE};
use crate::platform::trace;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{Failure, Record, RowCells, TenantKey, TenantTx};

/// How often the worker looks.
const EVERY: Duration = Duration::from_secs(1);
/// How many it takes at once.
const BATCH: i64 = 200;

/// What is due of a record.
#[derive(Debug)]
struct Due {
    tenant: TenantKey,
    entity: String,
    id: [u8; 16],
}

impl Desk {
    /// Whether records of the entity move on by themselves.
    pub(super) fn is_timed(&self) -> Result<bool, Failure> {
        let machine = self.entity()?.machine();
        Ok(machine.is_some_and(|machine| machine.definition().transitions.iter().any(|one| one.after.is_some())))
    }

    /// Keeps when something happens to a record by itself; nothing of one that is gone.
    pub(super) async fn set_timer(
        &self,
        tx: &mut TenantTx<'_>,
        id: [u8; 16],
        record: Option<&Record>,
    ) -> Result<(), Failure> {
        if !self.is_timed()? {
            return Ok(());
        }
        let entity = self.entity()?;
        let due = record
            .map(|record| self.pack().due(entity, record, self.now))
            .transpose()?
            .flatten();
        let own = || [Bound::Text(entity.name().to_owned()), Bound::Id(id)];
        match due {
            Some(due) => {
                let at = Bound::Whole(due.at.microseconds());
                let values: Vec<Bound> = own().into_iter().chain([at]).collect();
                tx.tell(
                    "INSERT INTO timers (tenant_id, entity, record_id, due_at) VALUES ($1, $2, $3, $4) ON CONFLICT (tenant_id, \
                     entity, record_id) DO UPDATE SET due_at = excluded.due_at",
                    &values,
                )
                .await?;
            }
            None => {
                tx.tell(
                    "DELETE FROM timers WHERE tenant_id = $1 AND entity = $2 AND record_id = $3",
                    &own(),
                )
                .await?;
            }
        }
        Ok(())
    }

    /// Lets what is due of a record happen, by the engine; whether anything was.
    pub(super) async fn settle(&self, tx: &mut TenantTx<'_>, id: [u8; 16]) -> Result<bool, Failure> {
        if !self.is_timed()? {
            return Ok(false);
        }
        let mut engine = self.as_engine()?;
        ENGINE.clone_into(&mut engine.caller.actor.id);
        let Some(before) = engine.before(tx, id, false).await? else {
            self.set_timer(tx, id, None).await?;
            return Ok(false);
        };
        let due = self.pack().due(self.entity()?, &before, self.now)?;
        match due.and_then(|due| due.event) {
            Some(event) => {
                engine.fire(tx, id, (&event, &Record::new()), None).await?;
                Ok(true)
            }
            // Facts may have changed on which it depends: then it is due later, or never.
            None => {
                self.set_timer(tx, id, Some(&before)).await?;
                Ok(false)
            }
        }
    }

    /// Lets what is due of a record happen before it is read, so that nobody sees what is no longer so.
    pub(super) async fn settle_before_reading(&self, id: [u8; 16]) -> Result<(), Failure> {
        if !self.is_timed()? {
            return Ok(());
        }
        let (store, tenant) = (&self.app.store, self.caller.tenant);
        let desk = self.clone();
        let due = store.read(tenant, move |mut tx| {
            Box::pin(async move { desk.is_due(&mut tx, id).await })
        });
        if due.await? {
            let desk = self.clone();
            let settling = store.write(tenant, move |mut tx| {
                Box::pin(async move { desk.settle(&mut tx, id).await })
            });
            settling.await?;
        }
        Ok(())
    }

    /// Whether something is due of a record, as far as its timer tells.
    pub(super) async fn is_due(&self, tx: &mut TenantTx<'_>, id: [u8; 16]) -> Result<bool, Failure> {
        if !self.is_timed()? {
            return Ok(false);
        }
        let values = [
            Bound::Text(self.entity()?.name().to_owned()),
            Bound::Id(id),
            Bound::Whole(self.now.microseconds()),
        ];
        let rows = tx
            .ask(
                "SELECT due_at FROM timers WHERE tenant_id = $1 AND entity = $2 AND record_id = $3 AND due_at <= $4",
                &values,
            )
            .await?;
        Ok(!rows.is_empty())
    }
}

/// Lets what is due happen, for as long as the server runs.
pub async fn watch(app: App) {
    loop {
        match fire_due(&app).await {
            // There may be more at once.
            Ok(fired) if fired > 0 => {}
            Ok(_) => tokio::time::sleep(EVERY).await,
            Err(failure) => {
                trace::tell(&format!("timers: {failure}"));
                tokio::time::sleep(EVERY).await;
            }
        }
    }
}

/// Lets happen what is due by now, as far as one batch goes; how much of it did.
pub async fn fire_due(app: &App) -> Result<usize, Failure> {
    let now = Bound::Whole(app.now().microseconds());
    let found = app.store.read_platform(move |mut tx| {
        Box::pin(async move {
            let rows = tx
                .ask(
                    "SELECT m.tenant_id, m.entity, m.record_id, t.pack, t.zone FROM timers m JOIN tenants t ON t.id = m.tenant_id \
                     WHERE m.due_at <= $1 ORDER BY m.due_at LIMIT $2",
                    &[now, Bound::Whole(BATCH)],
                )
                .await?;
            let mut found = Vec::with_capacity(rows.len());
            for row in &rows {
                let due = Due {
                    tenant: row.id(0)?.unwrap_or_default(),
                    entity: row.text(1)?.unwrap_or_default().to_owned(),
                    id: row.id(2)?.unwrap_or_default(),
                };
                let of = |place: usize| Ok::<_, Failure>(row.text(place)?.unwrap_or_default().to_owned());
                found.push((due, of(3)?, of(4)?));
            }
            Ok(found)
        })
    });
    let mut fired = 0;
    for (due, pack, zone) in found.await? {
        match fire_one(app, &due, &pack, &zone).await {
            Ok(happened) => fired += usize::from(happened),
            // It stays due. What stands in its way is told, and the others are not held up.
            Err(failure) => trace::tell(&format!("{} {}: {failure}", due.entity, Cell::id_text(&due.id))),
        }
    }
    Ok(fired)
}

async fn fire_one(app: &App, due: &Due, pack: &str, zone: &str) -> Result<bool, Failure> {
    let zone = zone.parse().unwrap_or(Zone::UTC);
    let Some(caller) = Caller::engine(app, due.tenant, pack, zone)? else {
        return Ok(false);
    };
    let Some(desk) = Desk::named(app, &caller, &due.entity) else {
        return Ok(false);
    };
    let id = due.id;
    app.store
        .write(due.tenant, move |mut tx| {
            Box::pin(async move { desk.settle(&mut tx, id).await })
        })
        .await
}
