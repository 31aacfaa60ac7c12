//! When packs write to people by themselves: what is due about records is sent, and every night those are looked for of which it is not
//! known when, such as where a plan is new.

use std::collections::BTreeSet;

use ratebook::flow::{ContactRule, RetryPolicy};
use ratebook::records::{Cell, ColumnKind, Pack, RecordQuery, Schedule};
use ratebook::time::Zone;
use serde_json::{Value, json};

use super::effects::{desk_of, engine_of};
use super::{Carried, Carrying, Connector, Job};
use crate::platform::accounts::id_of;
use crate::platform::caller::Caller;
use crate::platform::{read_only, trace};
use crate::records::desk::Desk;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{Failure, Record, RowCells, TenantKey, json as written_json};

/// Who looks for records is called so.
pub(super) const NAME: &str = "contacts";
/// When, by the clock of the tenant.
const AT_NIGHT: &str = "40 1 * * *";
/// How many records one look takes.
const PAGE: u32 = 100;
/// How many are looked at together.
const BATCH: i64 = 200;
/// How long one waits that could not be looked at, in microseconds.
const LATER: i64 = 5 * 60 * 1_000_000;
/// For so many days more it is looked back: quiet hours may hold something up.
const QUIET_DAYS: i64 = 9;

/// The schedules by which the records of a pack are gone through.
pub(super) fn schedules(pack: &Pack) -> Vec<Schedule> {
    let plans = pack.definition().contacts.iter();
    let entities: BTreeSet<&str> = plans.map(|plan| plan.entity.as_str()).collect();
    let schedule = |name: &str| Schedule::new(format!("{NAME} {name}"), AT_NIGHT, name);
    entities.into_iter().map(schedule).collect()
}

/// Whoever looks for records about which something is written.
#[derive(Debug)]
pub(super) struct Contacts;

impl Connector for Contacts {
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

/// Has a page of records looked at, in one transaction with how far it has come.
async fn go_round(app: &App, job: &Job) -> Result<Carried, Failure> {
    let name = job.body.get("entity").and_then(Value::as_str).unwrap_or_default();
    let caller = engine_of(app, job.tenant, name).await?;
    let Some(desk) = desk_of(app, &caller, name) else {
        return Ok(Carried::Done("the pack has no such records any more".to_owned()));
    };
    let come_to = job.progress.as_ref().and_then(|progress| progress.get("after"));
    let mut query: RecordQuery = desk.query()?;
    query.condition = anchored(&desk)?;
    (query.fields, query.sort, query.limit) = (vec!["id".to_owned()], vec!["id".to_owned()], Some(PAGE));
    query.after = come_to.cloned().into_iter().collect();
    let plan = desk.plan(&query)?;
    let own = desk.clone();
    let page = app.store.read(job.tenant, move |mut tx| {
        Box::pin(async move { tx.page(own.pack(), &plan).await })
    });
    let page = page.await?;
    let records: Vec<Record> = written_json::read(&page.items)?;
    let ids: Vec<[u8; 16]> = records
        .iter()
        .filter_map(|record| id_of(record.get("id")?.as_str()?))
        .collect();
    let Some(last) = ids.last().copied() else {
        return Ok(Carried::Done(String::new()));
    };
    let own = job.clone();
    let looked = app.store.write_again(desk.caller.whose(), move |mut tx| {
        let (own, desk, ids) = (own.clone(), desk.clone(), ids.clone());
        Box::pin(async move {
            for id in ids {
                desk.look_at_contacts_again(&mut tx, id).await?;
            }
            own.come_to(&mut tx, &json!({"after": Cell::id_text(&last)})).await
        })
    });
    looked.await?;
    Ok(match page.next {
        Some(_) => Carried::Further,
        None => Carried::Done(String::new()),
    })
}

/// What is true of records about which something may be due or come; nothing where it may be of any.
fn anchored(desk: &Desk) -> Result<Option<String>, Failure> {
    let name = desk.entity()?.name();
    let plans = desk.pack().definition().contacts.iter();
    let rules = plans.filter(|plan| plan.entity == name).flat_map(|plan| &plan.contacts);
    let mut parts = BTreeSet::new();
    for rule in rules {
        match within(desk, rule)? {
            Some(part) => drop(parts.insert(part)),
            None => return Ok(None),
        }
    }
    let parts: Vec<String> = parts.into_iter().map(|part| format!("({part})")).collect();
    Ok((!parts.is_empty()).then(|| parts.join(" || ")))
}

/// That the date of a contact is there, and not so long ago that all of it is over.
fn within(desk: &Desk, rule: &ContactRule) -> Result<Option<String>, Failure> {
    let (entity, name) = (desk.entity()?, &rule.anchor);
    let column = entity.column_named(name).and_then(|number| entity.column(number));
    let column = column.ok_or_else(|| Failure::defect("contacts that are measured from nothing"))?;
    let given = (!column.required).then(|| format!("has({name})"));
    if rule.yearly {
        return Ok(given);
    }
    let days = rule.days.iter().map(|days| i64::from(*days) * 1_440);
    let latest = days.chain(rule.minutes.iter().map(|minutes| i64::from(*minutes))).max();
    let minutes = latest.unwrap_or(0) + i64::from(rule.grace_minutes.unwrap_or(0)) + QUIET_DAYS * 1_440;
    // What lies before the first moment there is leaves nothing out.
    let Some(first) = desk.now.plus_seconds(-minutes * 60) else {
        return Ok(given);
    };
    let since = match column.kind == ColumnKind::Day {
        true => format!("{name} >= day('{}')", desk.zone().day_of(first)),
        false => format!("{name} >= timestamp('{first}')"),
    };
    Ok(Some(match given {
        Some(given) => format!("{given} && {since}"),
        None => since,
    }))
}

/// A record that is looked at.
#[derive(Clone, Debug)]
struct Due {
    tenant: TenantKey,
    /// By whose clock its days begin.
    zone: String,
    entity: String,
    id: [u8; 16],
}

/// Sends what is due by now, as far as one batch of each pack goes; how many records were looked at.
pub(super) async fn send_due(app: &App) -> Result<usize, Failure> {
    if read_only::waits(app).await? {
        return Ok(0);
    }
    let mut looked = 0;
    for (name, pack) in &app.packs {
        if pack.definition().contacts.is_empty() {
            continue;
        }
        for due in due_of(app, pack).await? {
            match send(app, &due, name).await {
                Ok(()) => looked += 1,
                // It waits for a server that works by the version of its pack.
                Err(Failure::Outdated(_)) => {}
                Err(failure) => {
                    trace::tell(&format!("{NAME} {} {}: {failure}", due.entity, Cell::id_text(&due.id)));
                    put_off(app, due).await?;
                }
            }
        }
    }
    Ok(looked)
}

/// The records of a pack that are to be looked at, the longest due first.
async fn due_of(app: &App, pack: &Pack) -> Result<Vec<Due>, Failure> {
    let definition = pack.definition();
    let values = [
        Bound::Whole(app.now().microseconds()),
        Bound::Text(definition.name.clone()),
        Bound::Whole(BATCH),
        Bound::Whole(definition.version.into()),
    ];
    let rows = app.store.read_platform(move |mut tx| {
        Box::pin(async move {
            tx.ask(
                "SELECT m.tenant_id, t.zone, m.entity, m.record_id FROM contact_timers m JOIN tenants t ON t.id = m.tenant_id JOIN packs p ON \
                 p.name = t.pack WHERE m.due_at <= $1 AND t.state = 'active' AND t.pack = $2 AND p.version = $4 AND NOT EXISTS (SELECT 1 \
                 FROM read_only o WHERE o.tenant_id = t.id AND (o.ends_at IS NULL OR o.ends_at > $1)) ORDER BY m.due_at LIMIT $3",
                &values,
            )
            .await
        })
    });
    let rows = rows.await?;
    let due = rows.iter().map(|row| {
        Ok::<_, Failure>(Due {
            tenant: row.id(0)?.unwrap_or_default(),
            zone: row.text(1)?.unwrap_or_default().to_owned(),
            entity: row.text(2)?.unwrap_or_default().to_owned(),
            id: row.id(3)?.unwrap_or_default(),
        })
    });
    due.collect()
}

async fn send(app: &App, due: &Due, pack: &str) -> Result<(), Failure> {
    let zone = due.zone.parse().unwrap_or(Zone::UTC);
    let desk = Caller::engine(app, due.tenant, pack, zone).await?;
    let desk = desk.and_then(|caller| Desk::named(app, &caller, &due.entity));
    let Some(desk) = desk else {
        // The pack has no such records any more.
        return put_off(app, due.clone()).await;
    };
    let id = due.id;
    let sent = app.store.write_again(desk.caller.whose(), move |mut tx| {
        let desk = desk.clone();
        Box::pin(async move { desk.send_contacts(&mut tx, id).await })
    });
    sent.await.map(drop)
}

/// Lets what could not be looked at wait, so that it does not stand before the others.
async fn put_off(app: &App, due: Due) -> Result<(), Failure> {
    let now = app.now().microseconds();
    let values = [
        Bound::Id(due.tenant),
        Bound::Text(due.entity),
        Bound::Id(due.id),
        Bound::Whole(now),
        Bound::Whole(now.saturating_add(LATER)),
    ];
    let text = "UPDATE contact_timers SET due_at = $5 WHERE tenant_id = $1 AND entity = $2 AND record_id = $3 AND due_at <= $4";
    let putting = app
        .store
        .platform(move |mut tx| Box::pin(async move { tx.tell(text, &values).await }));
    putting.await.map(drop)
}
