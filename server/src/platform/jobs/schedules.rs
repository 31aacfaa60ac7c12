//! What happens by the clock: each schedule of a pack comes for each tenant at the moments of its line, by the tenant's clock, and goes
//! through the records for which it is.

use std::collections::BTreeMap;
use std::sync::Arc;

use ratebook::flow::{AutomationTrigger, MachineEffect, RetryPolicy};
use ratebook::records::{Deed, Pack, RecordQuery, Schedule, ScheduleAction};
use ratebook::time::{Cron, Instant, Zone};
use serde_json::{Value, json};

use super::automation::Occasion;
use super::effects::engine_of;
use super::{Carried, Carrying, Connector, Job, NewJob, contacts};
use crate::platform::accounts::id_of;
use crate::platform::auth::written;
use crate::platform::{privacy, trace};
use crate::records::desk::Desk;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{AnyRow, Failure, PlatformTx, Record, RowCells, TenantKey, TenantTx};

/// The name of the jobs that go through records.
const NAME: &str = "schedule";
/// How many records one look takes.
const PAGE: u32 = 100;
/// How many tenants are looked at together.
const TENANTS: i64 = 500;

/// A tenant, and what it works by.
struct Tenant {
    id: TenantKey,
    /// As it is kept.
    zone: String,
}

/// Whoever goes through records by the clock.
#[derive(Debug)]
pub(super) struct Rounds;

impl Connector for Rounds {
    fn names(&self) -> &[&'static str] {
        &[NAME]
    }

    fn is_own(&self) -> bool {
        true
    }

    fn leads_outside(&self) -> bool {
        false
    }

    fn retries(&self) -> RetryPolicy {
        RetryPolicy::new(vec![5, 60, 300, 1_800])
    }

    fn carry<'a>(&'a self, app: &'a App, job: &'a Job) -> Carrying<'a> {
        Box::pin(go_round(app, job))
    }
}

/// Begins the schedules that are due. One whose moments went by while nobody was there comes once for all of them.
pub(super) async fn begin_due(app: &App) -> Result<(), Failure> {
    for pack in app.packs.values() {
        let own = [privacy::schedules(pack), contacts::schedules(pack)].concat();
        let schedules = || pack.definition().schedules.iter().chain(&own);
        let mut lines = BTreeMap::new();
        for schedule in schedules() {
            // A line that cannot be read does not load.
            lines.insert(schedule.name.as_str(), (schedule, schedule.cron.parse::<Cron>()?));
        }
        if lines.is_empty() {
            continue;
        }
        let mut after = [0; 16];
        loop {
            let tenants = unsettled(app, pack, (after, lines.len())).await?;
            for tenant in &tenants {
                after = tenant.id;
                settle(app, tenant, (&lines, pack.definition().version.into())).await?;
            }
            if i64::try_from(tenants.len()).unwrap_or(0) < TENANTS {
                break;
            }
        }
    }
    Ok(())
}

/// The tenants of a pack of which a schedule is due, or is not known when it is.
async fn unsettled(app: &App, pack: &Pack, (after, count): (TenantKey, usize)) -> Result<Vec<Tenant>, Failure> {
    let definition = pack.definition();
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    let values = [
        Bound::Text(definition.name.clone()),
        Bound::Id(after),
        Bound::Whole(TENANTS),
        Bound::Whole(app.now().microseconds()),
        Bound::Whole(count),
        Bound::Whole(definition.version.into()),
    ];
    let rows = app.store.read_platform(move |mut tx| {
        Box::pin(async move {
            tx.ask(
                "SELECT t.id, t.zone FROM tenants t JOIN packs p ON p.name = t.pack WHERE t.pack = $1 AND p.version = $6 AND t.id > $2 AND \
                 t.state = 'active' AND (SELECT count(*) FROM schedules s WHERE s.tenant_id = t.id AND s.due_at > $4 AND s.zone = t.zone \
                 AND s.version = $6) <> $5 ORDER BY t.id LIMIT $3",
                &values,
            )
            .await
        })
    });
    let rows = rows.await?;
    let tenant = |row: &AnyRow| {
        Ok::<_, Failure>(Tenant {
            id: row.id(0)?.unwrap_or_default(),
            zone: row.text(1)?.unwrap_or_default().to_owned(),
        })
    };
    rows.iter().map(tenant).collect()
}

/// Reckons when the schedules of a tenant come next, and keeps a job for each that is due.
async fn settle(
    app: &App,
    tenant: &Tenant,
    (lines, version): (&BTreeMap<&str, (&Schedule, Cron)>, i64),
) -> Result<(), Failure> {
    let (now, clock) = (app.now(), tenant.zone.parse().unwrap_or(Zone::UTC));
    let mut wanted = BTreeMap::new();
    for (name, (schedule, line)) in lines {
        // One that never comes again comes at the end of time.
        let next = line.next(&clock, now).map_or(i64::MAX, Instant::microseconds);
        wanted.insert(
            (*name).to_owned(),
            (schedule.cron.clone(), schedule.entity.clone(), next),
        );
    }
    let (id, zone, own) = (tenant.id, tenant.zone.clone(), app.clone());
    app.store
        .platform(move |mut tx| {
            Box::pin(async move { settle_in(&mut tx, &own, (id, &zone, version), &wanted, now).await })
        })
        .await
}

/// What is known of a schedule of a tenant.
const KNOWN: &str = "SELECT name, cron, zone, due_at, version FROM schedules WHERE tenant_id = $1";
/// Whoever changes it from what was known is the only one who does.
const MOVE: &str = "UPDATE schedules SET cron = $3, zone = $4, due_at = $5, version = $6 WHERE tenant_id = $1 AND name = $2 AND due_at = $7";

async fn settle_in(
    tx: &mut PlatformTx<'_>,
    app: &App,
    (tenant, zone, version): (TenantKey, &str, i64),
    wanted: &BTreeMap<String, (String, String, i64)>,
    now: Instant,
) -> Result<(), Failure> {
    let mut known = BTreeMap::new();
    for row in &tx.ask(KNOWN, &[Bound::Id(tenant)]).await? {
        let line = [row.text(1)?.unwrap_or_default(), row.text(2)?.unwrap_or_default()].map(str::to_owned);
        let of = (row.whole(3)?.unwrap_or(0), row.whole(4)?.unwrap_or(0));
        known.insert(row.text(0)?.unwrap_or_default().to_owned(), (line, of));
    }
    for (name, (cron, entity, next)) in wanted {
        let key = [Bound::Id(tenant), Bound::Text(name.clone())];
        let line = [
            Bound::Text(cron.clone()),
            Bound::Text(zone.to_owned()),
            Bound::Whole(*next),
            Bound::Whole(version),
        ];
        let Some((told, (due, by))) = known.remove(name) else {
            let text = "INSERT INTO schedules (tenant_id, name, cron, zone, due_at, version) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (tenant_id, \
                        name) DO NOTHING";
            tx.tell(text, &[&key[..], &line].concat()).await?;
            continue;
        };
        // What was due by the line of before is done, whatever the one of now is.
        let is_due = due <= now.microseconds();
        let line = match told == [cron.as_str(), zone] && !is_due {
            true if by == version => continue,
            // It comes when it was to come.
            true => {
                let [cron, zone, _, version] = line;
                [cron, zone, Bound::Whole(due), version]
            }
            false => line,
        };
        let moved = tx.tell(MOVE, &[&key[..], &line, &[Bound::Whole(due)]].concat()).await?;
        if moved > 0 && is_due {
            let is_of = |own: &&str| name.strip_prefix(*own).is_some_and(|rest| rest.starts_with(' '));
            let of_engine = [privacy::RETENTION, contacts::NAME].into_iter().find(is_of);
            let job = NewJob {
                name: of_engine.unwrap_or(NAME).to_owned(),
                key: format!("{name} {due}"),
                lane: Some(format!("schedule {name}")),
                body: json!({"schedule": name, "entity": entity, "due_at": Instant::from_microseconds(due)}),
            };
            job.keep(tx, (tenant, now.microseconds()), &app.connectors).await?;
        }
    }
    // Those that the pack has no more.
    for name in known.into_keys() {
        let values = [Bound::Id(tenant), Bound::Text(name)];
        tx.tell("DELETE FROM schedules WHERE tenant_id = $1 AND name = $2", &values)
            .await?;
    }
    Ok(())
}

/// Goes through a page of records, each in a transaction of its own with how far it has come.
async fn go_round(app: &App, job: &Job) -> Result<Carried, Failure> {
    let name = job.body.get("schedule").and_then(Value::as_str).unwrap_or_default();
    let found = schedule_of(app, job, name).await?;
    let Some((schedule, desk)) = found else {
        return Ok(Carried::Useless(format!("the pack has no schedule `{name}` by now")));
    };
    let come_to = |name: &str| job.progress.as_ref().and_then(|progress| progress.get(name));
    let after = come_to("after").and_then(Value::as_str).map(str::to_owned);
    let mut done = come_to("done").and_then(Value::as_u64).unwrap_or(0);
    let mut refused = come_to("refused").and_then(Value::as_u64).unwrap_or(0);
    let ids = page_of(app, &desk, &schedule, after).await?;
    let is_last = ids.len() < usize::try_from(PAGE).unwrap_or(usize::MAX);
    let desk = Arc::new(desk);
    for id in ids {
        let progress = |done: u64, refused: u64| json!({"after": id, "done": done, "refused": refused});
        match once(app, job, (&desk, &schedule), &id, progress(done + 1, refused)).await {
            Ok(()) => done += 1,
            // The rules of the pack refuse it for this one; the others go on.
            Err(Failure::Refused(error)) => {
                trace::tell(&format!("the schedule {name} {} {id}: {error}", schedule.entity));
                refused += 1;
                let (own, told, whose) = (job.clone(), progress(done, refused), desk.caller.whose());
                let kept = app.store.write_again(whose, move |mut tx| {
                    let (own, told) = (own.clone(), told.clone());
                    Box::pin(async move { own.come_to(&mut tx, &told).await })
                });
                kept.await?;
            }
            Err(failure) => return Err(failure),
        }
    }
    match is_last {
        true if refused > 0 => Ok(Carried::Done(format!("{done} done, {refused} refused"))),
        true => Ok(Carried::Done(format!("{done} done"))),
        false => Ok(Carried::Further),
    }
}

/// A schedule of a tenant's pack, and the engine at the desk of its records; nothing where the pack has it no more.
async fn schedule_of(app: &App, job: &Job, name: &str) -> Result<Option<(Schedule, Desk)>, Failure> {
    let caller = engine_of(app, job.tenant, "").await?;
    let mut schedules = caller.pack.definition().schedules.iter();
    let schedule = schedules.find(|schedule| schedule.name == name).cloned();
    Ok(schedule.and_then(|schedule| {
        let desk = Desk::named(app, &caller, &schedule.entity)?;
        Some((schedule, desk))
    }))
}

/// The ids of the next records for which it is, in their order.
async fn page_of(app: &App, desk: &Desk, schedule: &Schedule, after: Option<String>) -> Result<Vec<String>, Failure> {
    let mut query: RecordQuery = desk.query()?;
    query.condition = schedule.when.clone();
    (query.fields, query.sort, query.limit) = (vec!["id".to_owned()], vec!["id".to_owned()], Some(PAGE));
    query.after = after.into_iter().map(Value::from).collect();
    let plan = desk.plan(&query)?;
    let own = desk.clone();
    let page = app.store.read(desk.caller.tenant, move |mut tx| {
        Box::pin(async move { tx.page(own.pack(), &plan).await })
    });
    let items: Vec<Record> = serde_json::from_slice(&page.await?.items)
        .map_err(|error| Failure::defect(format!("a page that cannot be read: {error}")))?;
    let ids = items.iter().filter_map(|item| item.get("id").and_then(Value::as_str));
    Ok(ids.map(str::to_owned).collect())
}

/// Does what is to be done with one record, if it still is one of them.
async fn once(
    app: &App,
    job: &Job,
    (desk, schedule): (&Arc<Desk>, &Schedule),
    id: &str,
    progress: Value,
) -> Result<(), Failure> {
    let Some(record) = id_of(id) else { return Ok(()) };
    let (own, desk, schedule) = (job.clone(), Arc::clone(desk), Arc::new(schedule.clone()));
    let written = app.store.write_again(desk.caller.whose(), move |mut tx| {
        let (own, desk, schedule, progress) = (own.clone(), Arc::clone(&desk), Arc::clone(&schedule), progress.clone());
        Box::pin(async move {
            // Held first: what is true of it then stays so.
            let held = desk.before(&mut tx, record, false).await?.is_some();
            if held && is_still(&mut tx, &desk, &schedule, record).await? {
                act(&mut tx, &desk, &schedule, record).await?;
                rules(&mut tx, &desk, (&own.key, &schedule.name), record).await?;
            }
            own.come_to(&mut tx, &progress).await
        })
    });
    written.await
}

async fn is_still(tx: &mut TenantTx<'_>, desk: &Desk, schedule: &Schedule, id: [u8; 16]) -> Result<bool, Failure> {
    let mut query = desk.query()?;
    (query.condition, query.fields) = (schedule.when.clone(), vec!["id".to_owned()]);
    let plan = desk.plan(&query)?;
    Ok(tx.one(desk.pack(), &plan, id).await?.is_some())
}

async fn act(tx: &mut TenantTx<'_>, desk: &Desk, schedule: &Schedule, id: [u8; 16]) -> Result<(), Failure> {
    match &schedule.action {
        // It is there for the rules that wait for it.
        None => Ok(()),
        Some(ScheduleAction::Event(event)) => {
            let fire = Deed::Fire {
                event: event.clone(),
                given: Record::new(),
            };
            desk.carry_out(tx, id, &fire).await
        }
        Some(ScheduleAction::Effect(name)) => desk.send_effect(tx, id, &MachineEffect::new(name.as_str()), None),
        Some(ScheduleAction::Notify(letter)) => {
            let mut effect = MachineEffect::new("notify");
            effect.with.insert("template".to_owned(), letter.as_str().into());
            desk.send_effect(tx, id, &effect, None)
        }
        Some(_) => Err(Failure::defect("a schedule that does what nobody knows")),
    }
}

/// Runs the rules that wait for a schedule for a record to which it has come.
async fn rules(tx: &mut TenantTx<'_>, desk: &Desk, (key, name): (&str, &str), id: [u8; 16]) -> Result<(), Failure> {
    let trigger = AutomationTrigger::Schedule(name.to_owned());
    if !desk.pack().waits_for(desk.entity()?.name(), &trigger, None) {
        return Ok(());
    }
    let occasion = Occasion {
        key: format!("{key}/{}", written(id)),
        triggers: vec![trigger],
        actor: None,
        followed: None,
    };
    desk.clone().behind(1).run_rules(tx, id, &occasion).await.map(drop)
}
