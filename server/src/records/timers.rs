//! What happens to records by itself: each write keeps when the next such thing is, and a worker lets it happen.

use std::sync::Arc;
use std::time::Duration;

use ratebook::records::migration::Derivation;
use ratebook::records::{Cell, Pack, QueryPlan, RecordDue, RecordLapseRequest};
use ratebook::time::Zone;

use super::desk::Desk;
use super::keep::Done;
use crate::came::ENGINE;
use crate::commerce;
use crate::platform::caller::Caller;
use crate::platform::{read_only, trace};
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{FORGET_TIMER, Failure, PLATFORM, PlatformTx, Record, RowCells, SET_TIMER, TenantKey, TenantTx};

/// How often the worker looks.
const EVERY: Duration = Duration::from_secs(1);
/// How many it takes at once.
const BATCH: i64 = 200;
/// How often something happens to one record at once at most.
const MOST_AT_ONCE: usize = 4;
/// How long one waits that could not happen, in microseconds.
const LATER: i64 = 5 * 60 * 1_000_000;

/// What is due of a record.
#[derive(Clone, Debug)]
struct Due {
    tenant: TenantKey,
    /// By whose clock its days begin.
    zone: String,
    entity: String,
    id: [u8; 16],
}

impl Desk {
    /// Whether records of the entity move on by themselves, or have deadlines that pass.
    pub(super) fn is_timed(&self) -> Result<bool, Failure> {
        let entity = self.entity()?;
        let mut machines = entity.machines();
        let timed = machines.any(|machine| machine.definition().transitions.iter().any(|one| one.after.is_some()));
        Ok(timed || !entity.definition().deadlines.is_empty())
    }

    /// Keeps when something happens to a record by itself, and when it is looked at for what is written about it; nothing of one that is
    /// gone.
    pub(super) async fn set_timer(
        &self,
        tx: &mut TenantTx<'_>,
        id: [u8; 16],
        record: Option<&Record>,
    ) -> Result<(), Failure> {
        self.look_at_contacts(tx, id, record).await?;
        if !self.is_timed()? {
            return Ok(());
        }
        let entity = self.entity()?;
        let due = record
            .map(|record| self.pack().due(entity, record, self.now))
            .transpose()?
            .flatten();
        let Some(due) = due else {
            return self.forget_timer(tx, id).await;
        };
        let values = [
            Bound::Text(entity.name().to_owned()),
            Bound::Id(id),
            Bound::Whole(due.at.microseconds()),
        ];
        tx.tell_later(SET_TIMER, &values);
        Ok(())
    }

    async fn forget_timer(&self, tx: &mut TenantTx<'_>, id: [u8; 16]) -> Result<(), Failure> {
        let values = [Bound::Text(self.entity()?.name().to_owned()), Bound::Id(id)];
        tx.tell(FORGET_TIMER, &values).await?;
        Ok(())
    }

    /// Lets what is due of a record happen, by the engine; whether anything was.
    pub(super) async fn settle(&self, tx: &mut TenantTx<'_>, id: [u8; 16]) -> Result<bool, Failure> {
        if !self.is_timed()? {
            // Its entity moved on by itself in an earlier version of the pack.
            self.forget_timer(tx, id).await?;
            return Ok(false);
        }
        let mut engine = self.as_engine()?;
        ENGINE.clone_into(&mut engine.caller.actor.id);
        let mut happened = false;
        for _ in 0..MOST_AT_ONCE {
            let Some(before) = engine.before(tx, id, false).await? else {
                self.set_timer(tx, id, None).await?;
                return Ok(happened);
            };
            let due = self.pack().due(self.entity()?, &before, self.now)?;
            match due.filter(|due| due.at <= self.now) {
                Some(due) if due.lapses => engine.lapse(tx, id, before).await?,
                Some(RecordDue { event: Some(event), .. }) => {
                    match engine.fire_apart(tx, id, &event).await {
                        // What has happened by then is kept; this is due still.
                        Err(Failure::Refused(_)) if happened => return Ok(true),
                        fired => fired?,
                    }
                }
                // Facts may have changed on which it depends: then it is due later, or never.
                _ if happened => return Ok(true),
                _ => {
                    self.set_timer(tx, id, Some(&before)).await?;
                    return Ok(false);
                }
            }
            happened = true;
        }
        Ok(happened)
    }

    /// Writes down which deadlines of a record have passed, and lets the events happen that follow where they are possible.
    async fn lapse(&self, tx: &mut TenantTx<'_>, id: [u8; 16], before: Record) -> Result<(), Failure> {
        let mut request = RecordLapseRequest::new(self.entity()?.name(), self.now, before);
        request.zone = Some(self.zone().clone());
        let lapsed = self.pack().lapse(&request)?;
        let done = Done {
            id,
            events: &lapsed.events,
            states: &[],
            changes: &lapsed.changes,
            images: [Some(&request.before), Some(&lapsed.record)],
        };
        self.note(tx, done)?;
        tx.change(self.target()?, &request.before, &lapsed.record).await?;
        self.set_timer(tx, id, Some(&lapsed.record)).await?;
        for event in &lapsed.fires {
            match self.fire_apart(tx, id, event).await {
                // That it was missed is so, whatever the record has come to.
                Err(Failure::Refused(error)) => {
                    let entity = self.entity()?.name();
                    trace::tell(&format!("{entity} {}: {error}", Cell::id_text(&id)));
                }
                fired => fired?,
            }
        }
        Ok(())
    }

    /// Lets an event happen of which nothing stays where it is refused, whatever was to follow from it.
    async fn fire_apart(&self, tx: &mut TenantTx<'_>, id: [u8; 16], event: &str) -> Result<(), Failure> {
        tx.begin_part().await?;
        let fired = self.fire(tx, id, (event, &Record::new()), None).await;
        match &fired {
            Ok(_) => tx.keep_part().await?,
            Err(Failure::Refused(_)) => tx.undo_part().await?,
            Err(_) => {}
        }
        fired.map(drop)
    }

    /// Lets what is due of a record happen before the caller reads it by their plan, so that nobody sees what is no longer so.
    ///
    /// What the caller does not see is not touched for them, nor where nothing is changed just now. What stands in the way is for the
    /// log: it was found with all of the record in view, and they are answered with what is kept.
    pub(super) async fn settle_before_reading(&self, id: [u8; 16], plan: &Arc<QueryPlan>) {
        if let Err(failure) = self.settle_for_reader(id, Arc::clone(plan)).await {
            let entity = self.entity().map_or("", |entity| entity.name());
            trace::tell(&format!("{entity} {}: {failure}", Cell::id_text(&id)));
        }
    }

    async fn settle_for_reader(&self, id: [u8; 16], plan: Arc<QueryPlan>) -> Result<(), Failure> {
        if !self.caller.may_write || !self.is_timed()? {
            return Ok(());
        }
        let (store, tenant) = (&self.app.store, self.caller.tenant);
        let desk = self.clone();
        let due = store.read(tenant, move |mut tx| {
            Box::pin(
                async move { Ok(desk.is_due(&mut tx, id).await? && tx.one(desk.pack(), &plan, id).await?.is_some()) },
            )
        });
        if due.await? {
            let desk = self.clone();
            let settling = store.write_again(self.caller.whose(), move |mut tx| {
                let desk = desk.clone();
                Box::pin(async move { desk.settle(&mut tx, id).await })
            });
            settling.await?;
        }
        Ok(())
    }

    /// Lets what is due of a record happen before it is changed, so that it is changed as it is by now. Where that is refused, by
    /// reasons that are none of the caller's business, it stays due.
    pub(super) async fn settle_before_changing(&self, tx: &mut TenantTx<'_>, id: [u8; 16]) -> Result<(), Failure> {
        if !self.is_due(tx, id).await? {
            return Ok(());
        }
        match self.settle(tx, id).await {
            // Of what was refused nothing was kept.
            Err(Failure::Refused(error)) => {
                let entity = self.entity()?.name();
                trace::tell(&format!("{entity} {}: {error}", Cell::id_text(&id)));
                Ok(())
            }
            settled => settled.map(drop),
        }
    }

    /// Whether something is due of a record, as far as its timer tells.
    pub(super) async fn is_due(&self, tx: &mut TenantTx<'_>, id: [u8; 16]) -> Result<bool, Failure> {
        if !self.is_timed()? {
            return Ok(false);
        }
        // Where timers are made again, that of this one may not be there yet.
        if tx.leaves(self.entity()?.name(), Derivation::Timers) {
            return Ok(true);
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
        // In a task of its own, so that a defect ends the batch and not the watch.
        let own = app.clone();
        let batch = tokio::spawn(async move { fire_due(&own).await });
        match batch.await {
            // There may be more at once.
            Ok(Ok(fired)) if fired > 0 => {}
            Ok(Ok(_)) => tokio::time::sleep(EVERY).await,
            Ok(Err(failure)) => {
                trace::tell(&format!("timers: {failure}"));
                tokio::time::sleep(EVERY).await;
            }
            Err(error) => {
                trace::tell(&format!("timers: {error}"));
                tokio::time::sleep(EVERY).await;
            }
        }
    }
}

/// Lets happen what is due by now, as far as one batch of each pack goes, and writes down which holds have lapsed; how much of it did.
pub async fn fire_due(app: &App) -> Result<usize, Failure> {
    if read_only::waits(app).await? {
        return Ok(0);
    }
    let mut fired = commerce::lapse_due(app).await?;
    // What another server serves is left to it, and so is what it serves by another version.
    for (name, pack) in &app.packs {
        for due in due_of(app, pack).await? {
            // In a task of its own, so that a defect of one does not hold up the others.
            let (own, one, pack) = (app.clone(), due.clone(), name.clone());
            let firing = tokio::spawn(async move { fire_one(&own, &one, &pack).await });
            let happened = firing.await.map_err(|error| Failure::defect(error.to_string()));
            match happened.and_then(|happened| happened) {
                Ok(happened) => fired += usize::from(happened),
                // It waits for a server that works by the version of its pack.
                Err(Failure::Outdated(_)) => {}
                Err(failure) => {
                    trace::tell(&format!("{} {}: {failure}", due.entity, Cell::id_text(&due.id)));
                    put_off(app, due).await?;
                }
            }
        }
    }
    Ok(fired)
}

/// What is due of a pack where things happen, the longest due first.
async fn due_of(app: &App, pack: &Pack) -> Result<Vec<Due>, Failure> {
    let definition = pack.definition();
    let now = app.now().microseconds();
    let own = pack.entities().iter().filter(|entity| entity.is_platform());
    let platform: Vec<String> = own.map(|entity| entity.name().to_owned()).collect();
    let values = [
        Bound::Whole(now),
        Bound::Text(definition.name.clone()),
        Bound::Whole(BATCH),
        Bound::Whole(i64::from(definition.version)),
    ];
    let found = app.store.read_platform(move |mut tx| {
        Box::pin(async move {
            let rows = tx
                .ask(
                    "SELECT m.tenant_id, t.zone, m.entity, m.record_id FROM timers m JOIN tenants t ON t.id = m.tenant_id \
                     JOIN packs p ON p.name = t.pack WHERE m.due_at <= $1 AND t.state = 'active' AND t.pack = $2 AND \
                     p.version = $4 AND NOT EXISTS (SELECT 1 FROM read_only o WHERE o.tenant_id = t.id AND (o.ends_at IS NULL OR \
                     o.ends_at > $1)) ORDER BY m.due_at LIMIT $3",
                    &values,
                )
                .await?;
            let mut found = Vec::with_capacity(rows.len());
            for row in &rows {
                found.push(Due {
                    tenant: row.id(0)?.unwrap_or_default(),
                    zone: row.text(1)?.unwrap_or_default().to_owned(),
                    entity: row.text(2)?.unwrap_or_default().to_owned(),
                    id: row.id(3)?.unwrap_or_default(),
                });
            }
            due_of_platform(&mut tx, now, &platform, &mut found).await?;
            Ok(found)
        })
    });
    found.await
}

/// What is due of the platform's records of a pack, which have names of their own.
async fn due_of_platform(
    tx: &mut PlatformTx<'_>,
    now: i64,
    entities: &[String],
    found: &mut Vec<Due>,
) -> Result<(), Failure> {
    for entity in entities {
        let values = [
            Bound::Id(PLATFORM),
            Bound::Text(entity.clone()),
            Bound::Whole(now),
            Bound::Whole(BATCH),
        ];
        let rows = tx
            .ask(
                "SELECT record_id FROM timers WHERE tenant_id = $1 AND entity = $2 AND due_at <= $3 ORDER BY due_at LIMIT $4",
                &values,
            )
            .await?;
        for row in &rows {
            found.push(Due {
                tenant: PLATFORM,
                zone: String::new(),
                entity: entity.clone(),
                id: row.id(0)?.unwrap_or_default(),
            });
        }
    }
    Ok(())
}

async fn fire_one(app: &App, due: &Due, pack: &str) -> Result<bool, Failure> {
    match fire_by(app, due, pack).await {
        // What the tenant has of its own may just have changed.
        Err(Failure::Busy(_)) => fire_by(app, due, pack).await,
        done => done,
    }
}

async fn fire_by(app: &App, due: &Due, pack: &str) -> Result<bool, Failure> {
    let zone = due.zone.parse().unwrap_or(Zone::UTC);
    let Some(caller) = Caller::engine(app, due.tenant, pack, zone).await? else {
        return Ok(false);
    };
    let Some(desk) = Desk::named(app, &caller, &due.entity) else {
        return Ok(false);
    };
    let id = due.id;
    app.store
        .write_again(caller.whose(), move |mut tx| {
            let desk = desk.clone();
            Box::pin(async move { desk.settle(&mut tx, id).await })
        })
        .await
}

/// Lets what could not happen wait, so that it does not stand before the others; not what was set anew in the meantime.
async fn put_off(app: &App, due: Due) -> Result<(), Failure> {
    let now = app.now().microseconds();
    let values = [
        Bound::Id(due.tenant),
        Bound::Text(due.entity),
        Bound::Id(due.id),
        Bound::Whole(now),
        Bound::Whole(now.saturating_add(LATER)),
    ];
    let putting = app.store.platform(move |mut tx| {
        Box::pin(async move {
            tx.tell(
                "UPDATE timers SET due_at = $5 WHERE tenant_id = $1 AND entity = $2 AND record_id = $3 AND due_at <= $4",
                &values,
            )
            .await
        })
    });
    putting.await?;
    Ok(())
}
