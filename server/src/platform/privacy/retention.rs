//! How long records are kept, by what their entity says: each night those whose time is over are deleted or made nameless, unless they are
//! held. What would happen is told beforehand.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant as Moment};

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use ratebook::flow::RetryPolicy;
use ratebook::records::{ColumnKind, EntityRetention, Pack, Schedule};
use ratebook::tenancy::RetentionAction;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::ANONYMISES;
use super::forgetting::salt;
use super::holds;
use super::nameless::About;
use crate::platform::caller::Caller;
use crate::platform::jobs::{Carried, Carrying, Connector, Job, engine_of};
use crate::platform::trace;
use crate::problem::Problem;
use crate::records::desk::Desk;
use crate::routes::{Needs, Routes};
use crate::state::App;
use crate::store::{Entry, Failure, Own, Record, TenantTx, id_of, json as written_json};

type Answer = Result<Response, Problem>;

/// Who goes through records whose time is over is called so.
pub(in crate::platform) const NAME: &str = "retention";
/// When, by the clock of the tenant.
const AT_NIGHT: &str = "30 2 * * *";
/// How many records are read at a time.
const PAGE: u32 = 100;
/// How many records of an entity are deleted or made nameless in one night; the others follow the next.
const MOST: u64 = 20_000;
/// How many pages of each kind are looked at when somebody asks what would happen.
const LOOKED_AT: u32 = 10;
/// How long an attempt goes on before it is begun anew.
const WITHIN: Duration = Duration::from_secs(20);

pub(super) fn routes() -> Routes<App> {
    Routes::default().get("/v1/privacy/retention", Needs::Holds(ANONYMISES), look)
}

/// The schedules by which the records of a pack are gone through.
pub(in crate::platform) fn schedules(pack: &Pack) -> Vec<Schedule> {
    let kept = pack
        .entities()
        .iter()
        .filter(|entity| entity.definition().retention.is_some());
    let schedule = |name: &str| Schedule::new(format!("{NAME} {name}"), AT_NIGHT, name);
    kept.map(|entity| schedule(entity.name())).collect()
}

/// What is true of records whose time is over, as a condition; nothing where it is never over, or never was yet.
pub(super) fn due(desk: &Desk) -> Result<Option<String>, Failure> {
    let entity = desk.entity()?;
    let Some(own) = &entity.definition().retention else {
        return Ok(None);
    };
    let column = entity.column_named(&own.after).and_then(|number| entity.column(number));
    let column = column.ok_or_else(|| Failure::defect("records that are kept from nothing on"))?;
    let Some(mut condition) = began(desk, own, column.kind == ColumnKind::Day) else {
        return Ok(None);
    };
    if !column.required {
        condition = format!("has({}) && {condition}", own.after);
    }
    if let Some(when) = &own.when {
        condition = format!("({when}) && {condition}");
    }
    Ok(Some(condition))
}

/// That its time began long enough ago.
fn began(desk: &Desk, own: &EntityRetention, is_day: bool) -> Option<String> {
    let through = own.through(desk.today())?;
    if is_day {
        return Some(format!("{} <= day('{through}')", own.after));
    }
    let before = desk.zone().start_of(through.plus(1)?)?;
    Some(format!("{} < timestamp('{before}')", own.after))
}

/// How far a round has come.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Progress {
    /// Whether it is at records that were deleted softly.
    is_deleted: bool,
    after: Option<String>,
    done: u64,
    held: u64,
    refused: u64,
}

/// Records whose time is over, and how the page goes on.
struct Page {
    records: Vec<Record>,
    is_last: bool,
}

/// A round through the records of an entity.
#[derive(Clone)]
struct Round {
    desk: Desk,
    condition: String,
    action: RetentionAction,
}

impl Round {
    /// Through the records of a desk; nothing where no time is over.
    fn of(desk: Desk) -> Result<Option<Round>, Failure> {
        let Some(condition) = due(&desk)? else { return Ok(None) };
        let retention = desk.entity()?.definition().retention.as_ref();
        let action = retention.map(|own| own.then);
        Ok(action.map(|action| Round {
            desk: desk.clone(),
            condition,
            action,
        }))
    }

    async fn page(&self, tx: &mut TenantTx<'_>, progress: &Progress) -> Result<Page, Failure> {
        let mut query = self.desk.query()?;
        (query.condition, query.deleted) = (Some(self.condition.clone()), progress.is_deleted);
        (query.sort, query.limit) = (vec!["id".to_owned()], Some(PAGE));
        query.after = progress.after.iter().cloned().map(Value::from).collect();
        let plan = self.desk.plan(&query)?;
        let page = tx.page(self.desk.pack(), &plan).await?;
        Ok(Page {
            records: written_json::read(&page.items)?,
            is_last: page.next.is_none(),
        })
    }

    /// Whether anything is left to be done with a record whose time is over.
    async fn is_open(&self, tx: &mut TenantTx<'_>, record: &Record) -> Result<bool, Failure> {
        if self.action == RetentionAction::Delete {
            return Ok(true);
        }
        let about = (&self.desk.caller.actor.tenant, None, NO_SALT);
        let (_, changed) = self.desk.pack().nameless(self.desk.entity()?, record, about)?;
        let id = id_of(record)?;
        if self.desk.shows_change(&changed)? || self.desk.is_told_of(tx, id).await? {
            return Ok(true);
        }
        Ok(!changed.is_empty() && !self.desk.was_made_nameless(tx, id).await?)
    }

    /// Does with a record what is to be done, if it still is one of them; whether it was.
    async fn act(
        &self,
        tx: &mut TenantTx<'_>,
        (id, is_deleted): ([u8; 16], bool),
        salt: &str,
    ) -> Result<bool, Failure> {
        // Held first: what is true of it then stays so. Somebody may have said since that it is to be kept.
        if self.desk.before(tx, id, is_deleted).await?.is_none() || self.desk.is_held(tx, id).await? {
            return Ok(false);
        }
        let mut query = self.desk.query()?;
        (query.condition, query.deleted) = (Some(self.condition.clone()), is_deleted);
        let plan = self.desk.plan(&query)?;
        if tx.one(self.desk.pack(), &plan, id).await?.is_none() {
            return Ok(false);
        }
        match self.action {
            RetentionAction::Delete => {
                for (desk, gone) in self.desk.delete_for_good(tx, id, is_deleted).await? {
                    desk.forget(tx, gone).await?;
                }
            }
            _ => drop(
                self.desk
                    .make_nameless(tx, (id, is_deleted), About { person: None, salt })
                    .await?,
            ),
        }
        Ok(true)
    }
}

/// By which salt it is asked whether anything would be replaced: what has been replaced stays as it is by any.
const NO_SALT: &str = "00000000000000000000000000000000";

/// Whoever goes through records whose time is over.
#[derive(Debug)]
pub(in crate::platform) struct Retention;

impl Connector for Retention {
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

    fn seconds(&self) -> u32 {
        90
    }

    fn carry<'a>(&'a self, app: &'a App, job: &'a Job) -> Carrying<'a> {
        Box::pin(go_round(app, job))
    }
}

async fn go_round(app: &App, job: &Job) -> Result<Carried, Failure> {
    let name = job.body.get("entity").and_then(Value::as_str).unwrap_or_default();
    let caller = engine_of(app, job.tenant, name).await?;
    let Some(round) = Desk::named(app, &caller, name).map(Round::of).transpose()?.flatten() else {
        return Ok(Carried::Done("no time is over".to_owned()));
    };
    let began = Moment::now();
    let progress = job.progress.clone();
    let mut progress: Progress = progress
        .and_then(|own| serde_json::from_value(own).ok())
        .unwrap_or_default();
    while progress.done < MOST {
        let (own, from) = (round.clone(), progress.clone());
        let read = app.store.read(job.tenant, move |mut tx| {
            Box::pin(async move {
                let page = own.page(&mut tx, &from).await?;
                let (held, mut open) = (holds::all(&mut tx).await?, Vec::new());
                for record in &page.records {
                    if own.is_open(&mut tx, record).await? {
                        open.push(id_of(record)?);
                    }
                }
                Ok((page, open, held))
            })
        });
        let (page, open, held) = read.await?;
        for id in open {
            one(app, job, (&round, id), &held, &mut progress).await?;
        }
        let last = page.records.last().and_then(|record| record.get("id")?.as_str());
        progress.after = last.map(str::to_owned).or(progress.after);
        if page.is_last {
            if progress.is_deleted || round.desk.entity()?.definition().soft_delete.is_none() {
                break;
            }
            (progress.is_deleted, progress.after) = (true, None);
        }
        if began.elapsed() > WITHIN {
            come_to(app, job, &progress).await?;
            return Ok(Carried::Further);
        }
    }
    end(app, job, (name, &round.desk), progress).await?;
    Ok(Carried::Kept)
}

/// Does with one record what is to be done, unless it is held, with how far the round has come.
async fn one(
    app: &App,
    job: &Job,
    (round, id): (&Round, [u8; 16]),
    held: &BTreeMap<(String, String), String>,
    progress: &mut Progress,
) -> Result<(), Failure> {
    let name = round.desk.entity()?.name().to_owned();
    let text = crate::platform::auth::written(id);
    if held.contains_key(&(name.clone(), text.clone())) {
        progress.held += 1;
        return Ok(());
    }
    let mut next = progress.clone();
    next.after = Some(text.clone());
    next.done += 1;
    let own = Arc::new((round.clone(), job.clone(), salt()?, next.clone()));
    let done = app.store.write_again(round.desk.caller.whose(), move |mut tx| {
        let own = Arc::clone(&own);
        Box::pin(async move {
            let (round, job, salt, next) = &*own;
            if !round.act(&mut tx, (id, next.is_deleted), salt).await? {
                return Ok(false);
            }
            job.come_to(&mut tx, &json!(next)).await?;
            Ok(true)
        })
    });
    match done.await {
        Ok(true) => *progress = next,
        Ok(false) => {}
        // What else there is keeps it; the others go on.
        Err(Failure::Refused(error)) => {
            trace::tell(&format!("the time of {name} {text} is over: {error}"));
            progress.refused += 1;
        }
        Err(failure) => return Err(failure),
    }
    Ok(())
}

async fn come_to(app: &App, job: &Job, progress: &Progress) -> Result<(), Failure> {
    let (own, progress) = (job.clone(), json!(progress));
    let come = app.store.write(job.tenant, move |mut tx| {
        Box::pin(async move { own.come_to(&mut tx, &progress).await })
    });
    come.await
}

/// The round is over, and it is written down what has come of it, if anything has.
async fn end(app: &App, job: &Job, (name, desk): (&str, &Desk), progress: Progress) -> Result<(), Failure> {
    let (own, now, actor, tenant) = (
        job.clone(),
        app.now().microseconds(),
        desk.caller.actor.id.clone(),
        job.tenant,
    );
    let name = name.to_owned();
    let ended = app.store.write(job.tenant, move |mut tx| {
        Box::pin(async move {
            if progress.done > 0 {
                let changes = json!([{"field": "entity", "after": name}, {"field": "records", "after": progress.done}]);
                tx.enter(Entry {
                    at: now,
                    actor,
                    entity: Own::PersonalData.into(),
                    record: tenant,
                    action: "retention".to_owned(),
                    changes: changes.to_string(),
                });
            }
            let Progress {
                done, held, refused, ..
            } = progress;
            let told = format!("{done} done, {held} held, {refused} refused");
            own.done_in(&mut tx, now, &told).await
        })
    });
    ended.await
}

/// `GET /v1/privacy/retention`: how long records are kept, and with how many of them something would happen by now.
async fn look(State(app): State<App>, caller: Caller) -> Answer {
    let mut told = Vec::new();
    for entity in caller.pack.entities() {
        let Some(own) = &entity.definition().retention else {
            continue;
        };
        let desk = Desk::named(&app, &caller, entity.name());
        let desk = desk
            .ok_or_else(|| Failure::defect("an entity that is not there"))?
            .as_engine()?;
        let counted = match Round::of(desk)? {
            Some(round) => counted(&app, round).await?,
            None => Counted::default(),
        };
        told.push(json!({
            "entity": entity.name(),
            "after": own.after,
            "when": own.when,
            "keep_months": own.keep_months,
            "keep_days": own.keep_days,
            "then": own.then,
            "required_by": own.required_by,
            "due": counted.due,
            "held": counted.held,
            "is_more": counted.is_more,
        }));
    }
    Ok(Json(json!({"items": told})).into_response())
}

/// What would happen.
#[derive(Debug, Default)]
struct Counted {
    due: u64,
    held: u64,
    /// Whether there are more than were looked at.
    is_more: bool,
}

async fn counted(app: &App, round: Round) -> Result<Counted, Failure> {
    let read = app.store.read(round.desk.caller.tenant, move |mut tx| {
        Box::pin(async move {
            let (held, mut counted) = (holds::all(&mut tx).await?, Counted::default());
            let name = round.desk.entity()?.name().to_owned();
            for is_deleted in [false, true] {
                if is_deleted && round.desk.entity()?.definition().soft_delete.is_none() {
                    continue;
                }
                let mut progress = Progress {
                    is_deleted,
                    ..Progress::default()
                };
                for place in 1..=LOOKED_AT {
                    let page = round.page(&mut tx, &progress).await?;
                    for record in &page.records {
                        if !round.is_open(&mut tx, record).await? {
                            continue;
                        }
                        let id = record.get("id").and_then(Value::as_str).unwrap_or_default();
                        match held.contains_key(&(name.clone(), id.to_owned())) {
                            true => counted.held += 1,
                            false => counted.due += 1,
                        }
                    }
                    let last = page.records.last().and_then(|record| record.get("id")?.as_str());
                    progress.after = last.map(str::to_owned);
                    if page.is_last {
                        break;
                    }
                    counted.is_more |= place == LOOKED_AT;
                }
            }
            Ok(counted)
        })
    });
    read.await
}
