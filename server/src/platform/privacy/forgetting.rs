//! People made nameless: record by record, then what stands of them beside records, and at last that it is done. It goes on where it was, and is
//! done only once nothing is found any more.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::{Duration, Instant as Moment};

use ratebook::flow::RetryPolicy;
use ratebook::records::Cell;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::nameless::{About, Values};
use super::people::{Asked, Kept};
use super::traces::{At, Traces};
use crate::platform::auth::{random, written};
use crate::platform::caller::Caller;
use crate::platform::files;
use crate::platform::jobs::{Carried, Carrying, Connector, Job, engine_of};
use crate::records::desk::Desk;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{Entry, Failure, Own, Place, RowCells, TenantTx, id_of, json as written_json};

/// Who makes people nameless is called so.
pub(super) const NAME: &str = "anonymise_person";
/// How many records are made nameless in one transaction.
const BATCH: usize = 50;
/// How long an attempt goes on before it is begun anew.
const WITHIN: Duration = Duration::from_secs(20);
/// How often it begins again where something is found again.
const MOST_ROUNDS: u32 = 20;
/// How many bytes of what was taken out are looked for together.
const MOST_KNOWN: usize = 8 * 1024 * 1024;
/// How many files that nobody names are removed at the end, so many times.
const FILES: (u32, u32) = (100, 10);

/// Whoever makes people nameless.
#[derive(Debug)]
pub(in crate::platform) struct Forgetting;

impl Connector for Forgetting {
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
        RetryPolicy::new(vec![5, 30, 60, 300, 1_800, 7_200, 21_600])
    }

    fn seconds(&self) -> u32 {
        90
    }

    fn carry<'a>(&'a self, app: &'a App, job: &'a Job) -> Carrying<'a> {
        Box::pin(async move {
            let Some(act) = Act::read(app, job).await? else {
                return Ok(Carried::Useless("nobody has asked for it".to_owned()));
            };
            act.go_on(job).await
        })
    }
}

/// What is known while it is under way, sealed: it goes once it is done.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Known {
    salt: String,
    /// What was taken out.
    values: Values,
    /// Of which records.
    records: BTreeSet<String>,
}

impl Known {
    pub(super) fn new() -> Result<Known, Failure> {
        Ok(Known {
            salt: salt()?,
            ..Known::default()
        })
    }

    /// Whether it is so much that it is looked for beside records before more is added.
    fn is_much(&self) -> bool {
        self.values.iter().map(String::len).sum::<usize>() > MOST_KNOWN
    }
}

/// How far it has come.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Progress {
    /// How many records were made nameless.
    records: u64,
    /// Beside records.
    beside: Option<At>,
    /// How often something was found again.
    rounds: u32,
}

/// A person who is being made nameless.
struct Act {
    app: App,
    caller: Caller,
    id: [u8; 16],
    person: [u8; 16],
    known: Known,
}

/// Where what is known stands.
pub(super) fn place(tenant: [u8; 16], id: [u8; 16]) -> Place<'static> {
    Place {
        tenant,
        entity: "anonymisings",
        field: "known",
        id,
    }
}

impl Act {
    async fn read(app: &App, job: &Job) -> Result<Option<Act>, Failure> {
        let id = job.body.get("id").and_then(Value::as_str).and_then(Cell::id);
        let Some(Cell::Id(id)) = id else { return Ok(None) };
        let rows = app.store.read(job.tenant, move |mut tx| {
            Box::pin(async move {
                let text = "SELECT person, asked_by, known FROM anonymisings WHERE tenant_id = $1 AND id = $2 AND state = 'waiting'";
                tx.ask(text, &[Bound::Id(id)]).await
            })
        });
        let rows = rows.await?;
        let Some(row) = rows.first() else { return Ok(None) };
        let known = app
            .vault
            .open(&place(job.tenant, id), row.bytes(2)?.unwrap_or_default())?;
        let mut caller = engine_of(app, job.tenant, "").await?;
        row.text(1)?.unwrap_or_default().clone_into(&mut caller.actor.id);
        Ok(Some(Act {
            app: app.clone(),
            caller,
            id,
            person: row.id(0)?.unwrap_or_default(),
            known: written_json::read(&known)?,
        }))
    }

    async fn go_on(mut self, job: &Job) -> Result<Carried, Failure> {
        let began = Moment::now();
        let mut progress: Progress = job
            .progress
            .clone()
            .and_then(|progress| serde_json::from_value(progress).ok())
            .unwrap_or_default();
        if progress.beside.is_none() {
            let (left, _) = self.left().await?;
            for some in left.chunks(BATCH) {
                progress.records = self.make_nameless(job, some, &progress).await?;
                if self.known.is_much() {
                    break;
                }
                if began.elapsed() > WITHIN {
                    return Ok(Carried::Further);
                }
            }
            progress.beside = Some(At::default());
        }
        let traces = Arc::new(Traces::of(&self.known.records, &self.known.values)?);
        while let Some(at) = progress.beside.take() {
            let (next, is_busy) = traces.clear(&self.app, job.tenant, at).await?;
            if is_busy {
                return Ok(Carried::Failed(
                    "something that speaks of them is being carried out".to_owned(),
                ));
            }
            progress.beside = next;
            if began.elapsed() > WITHIN && progress.beside.is_some() {
                self.come_to(job, &progress).await?;
                return Ok(Carried::Further);
            }
        }
        files::sweep::unnamed(&self.app, FILES).await?;
        // What was written meanwhile is found in another round.
        let (left, kept) = self.left().await?;
        if !left.is_empty() {
            // What is looked for goes where it was much: the others follow by themselves.
            progress.rounds += u32::from(!self.known.is_much());
            if progress.rounds > MOST_ROUNDS {
                let why =
                    format!("in {MOST_ROUNDS} rounds there was always something left: others write it again and again");
                return Ok(Carried::Useless(why));
            }
            self.go_round(job, &progress).await?;
            return Ok(Carried::Further);
        }
        self.end(job, (progress.records, kept)).await?;
        Ok(Carried::Kept)
    }

    fn asked(&self) -> Result<Asked, Failure> {
        Asked::of(&self.app, &self.caller, self.person)
    }

    /// What still says whom it is about, and what is kept as it is. Records may have gone into theirs since somebody asked, and theirs into
    /// another one.
    async fn left(&self) -> Result<(Vec<Left>, Vec<Kept>), Failure> {
        let (asked, salt, records) = (self.asked()?, self.known.salt.clone(), self.known.records.clone());
        let read = self.app.store.read(self.caller.tenant, move |mut tx| {
            Box::pin(async move {
                let (mut all, mut all_kept, mut seen) = (Vec::new(), Vec::new(), BTreeSet::new());
                for who in asked.by_now(&mut tx).await? {
                    let (left, kept) = left(&mut tx, &who, (&salt, &records)).await?;
                    for one in left {
                        if seen.insert((one.desk.entity()?.name().to_owned(), one.id)) {
                            all.push(one);
                        }
                    }
                    all_kept.extend(kept);
                }
                Ok((all, all_kept))
            })
        });
        read.await
    }

    /// Makes some records nameless, with how far that has come; how many they are by then.
    async fn make_nameless(&mut self, job: &Job, some: &[Left], progress: &Progress) -> Result<u64, Failure> {
        let (app, tenant, id) = (self.app.clone(), self.caller.tenant, self.id);
        let own = Arc::new((job.clone(), some.to_vec(), self.known.clone(), progress.clone()));
        let store = app.store.clone();
        let made = store.write_again(self.caller.whose(), move |mut tx| {
            let (own, app) = (Arc::clone(&own), app.clone());
            Box::pin(async move {
                let (job, some, known, progress) = &*own;
                let (mut known, mut progress) = (known.clone(), progress.clone());
                let salt = known.salt.clone();
                for one in some {
                    let about = About {
                        person: Some(&one.person),
                        salt: &salt,
                    };
                    let values = match one.is_gone {
                        true if one.desk.is_held(&mut tx, one.id).await? => None,
                        true => Some(one.desk.forget(&mut tx, one.id).await?),
                        false => one.desk.make_nameless(&mut tx, (one.id, one.is_deleted), about).await?,
                    };
                    // What may not be touched any more is kept, and told so at the end.
                    let Some(values) = values else { continue };
                    // The id by which things find it is nothing that tells of them.
                    known
                        .values
                        .extend(values.into_iter().filter(|value| *value != one.person));
                    known.records.insert(written(one.id));
                    progress.records += 1;
                }
                keep(&mut tx, &app, (tenant, id), &known).await?;
                job.come_to(&mut tx, &json!(progress)).await?;
                Ok((known, progress.records))
            })
        });
        let (known, records) = made.await?;
        self.known = known;
        Ok(records)
    }

    /// Begins another round; of what was looked for beside records nothing is known any more where it was much.
    async fn go_round(&mut self, job: &Job, progress: &Progress) -> Result<(), Failure> {
        if self.known.is_much() {
            self.known.values.clear();
        }
        let (own, app, tenant) = (self.known.clone(), self.app.clone(), self.caller.tenant);
        let (job, id, progress) = (job.clone(), self.id, json!(progress));
        let store = self.app.store.clone();
        let come = store.write(tenant, move |mut tx| {
            Box::pin(async move {
                keep(&mut tx, &app, (tenant, id), &own).await?;
                job.come_to(&mut tx, &progress).await
            })
        });
        come.await
    }

    async fn come_to(&self, job: &Job, progress: &Progress) -> Result<(), Failure> {
        let (job, progress) = (job.clone(), json!(progress));
        let come = self.app.store.write(self.caller.tenant, move |mut tx| {
            Box::pin(async move { job.come_to(&mut tx, &progress).await })
        });
        come.await
    }

    /// Nothing says any more whom it is about: what was known of them goes, and it is written down that it is done.
    async fn end(&self, job: &Job, (records, kept): (u64, Vec<Kept>)) -> Result<(), Failure> {
        let told = json!({"records": records, "kept": kept.iter().map(Kept::told).collect::<Vec<_>>()});
        let (job, id, person, now) = (job.clone(), self.id, self.person, self.app.now().microseconds());
        let actor = self.caller.actor.id.clone();
        let ended = self.app.store.write(self.caller.tenant, move |mut tx| {
            Box::pin(async move {
                let values = [Bound::Id(id), Bound::Text(told.to_string()), Bound::Whole(now)];
                let text = "UPDATE anonymisings SET state = 'done', known = NULL, told = $3, finished_at = $4 WHERE tenant_id = $1 AND id = $2";
                tx.tell(text, &values).await?;
                tx.enter(Entry {
                    at: now,
                    actor,
                    entity: Own::PersonalData.into(),
                    record: person,
                    action: "anonymised".to_owned(),
                    changes: json!([{"field": "records", "after": records}]).to_string(),
                });
                job.done_in(&mut tx, now, &format!("{records} records")).await
            })
        });
        ended.await
    }
}

/// Keeps what is known while it is under way.
async fn keep(
    tx: &mut TenantTx<'_>,
    app: &App,
    (tenant, id): ([u8; 16], [u8; 16]),
    known: &Known,
) -> Result<(), Failure> {
    let sealed = app.vault.seal(&place(tenant, id), &written_json::bytes(known)?)?;
    let text = "UPDATE anonymisings SET known = $3 WHERE tenant_id = $1 AND id = $2 AND state = 'waiting'";
    tx.tell(text, &[Bound::Id(id), Bound::Bytes(sealed)]).await.map(drop)
}

/// A record that still says whom it is about, or did when it was there.
#[derive(Clone)]
pub(super) struct Left {
    desk: Desk,
    id: [u8; 16],
    /// The person, by the id under which the record says so.
    person: String,
    is_deleted: bool,
    is_gone: bool,
}

/// What still says whom it is about: records in which something would be replaced, or whose histories have not been looked at, and those that
/// are gone. And what is kept as it is.
async fn left(
    tx: &mut TenantTx<'_>,
    asked: &Asked,
    (salt, known): (&str, &BTreeSet<String>),
) -> Result<(Vec<Left>, Vec<Kept>), Failure> {
    let found = asked.found(tx).await?;
    let kept = asked.kept(tx, &found).await?;
    let mut left = Vec::new();
    for (desk, _) in &asked.places {
        let entity = desk.entity()?;
        let own = found.get(entity.name()).map_or(&[][..], Vec::as_slice);
        for record in own {
            let id = record.get("id").and_then(Value::as_str).unwrap_or_default();
            if kept.iter().any(|kept| kept.entity == entity.name() && kept.id == id) {
                continue;
            }
            let about = (&desk.caller.actor.tenant, Some(asked.person.as_str()), salt);
            let (_, changed) = desk.pack().nameless(entity, record, about)?;
            // Of a secret it is not seen what stands there: it was replaced with the record.
            if !known.contains(id) || desk.shows_change(&changed)? {
                left.push(Left {
                    desk: desk.clone(),
                    id: desk.id(id)?,
                    person: asked.person.clone(),
                    is_deleted: record.get("deleted_at").is_some_and(|at| !at.is_null()),
                    is_gone: false,
                });
            }
        }
        let there: BTreeSet<[u8; 16]> = own.iter().filter_map(|record| id_of(record).ok()).collect();
        left.extend(gone(tx, (desk, &asked.person), &there).await?);
    }
    Ok((left, kept))
}

/// Records that were about the person and are gone: their histories tell of them still.
pub(super) async fn gone(
    tx: &mut TenantTx<'_>,
    (desk, person): (&Desk, &str),
    there: &BTreeSet<[u8; 16]>,
) -> Result<Vec<Left>, Failure> {
    let mut gone = BTreeSet::new();
    for name in desk.names()? {
        let text = "SELECT DISTINCT a.record_id FROM audit a WHERE a.tenant_id = $1 AND a.entity = $2 AND (a.record_id = $3 OR a.changes LIKE $4 OR \
                    EXISTS (SELECT 1 FROM audit_personal q WHERE q.tenant_id = $1 AND q.entry = a.id AND q.changes LIKE $4)) AND \
                    EXISTS (SELECT 1 FROM audit_personal p WHERE p.tenant_id = $1 AND p.entry IN (SELECT o.id FROM audit o WHERE \
                    o.tenant_id = $1 AND o.entity = $2 AND o.record_id = a.record_id))";
        let values = [
            Bound::Text(name),
            Bound::Id(desk.id(person)?),
            Bound::Text(format!("%{person}%")),
        ];
        for row in &tx.ask(text, &values).await? {
            gone.extend(row.id(0)?.filter(|id| !there.contains(id)));
        }
    }
    let mut left = Vec::new();
    for id in gone {
        let mut is_there = tx.one(desk.pack(), &desk.whole_plan(false)?, id).await?.is_some();
        if desk.entity()?.definition().soft_delete.is_some() {
            is_there |= tx.one(desk.pack(), &desk.whole_plan(true)?, id).await?.is_some();
        }
        // What is there is about somebody else by now.
        if !is_there {
            left.push(Left {
                desk: desk.clone(),
                id,
                person: person.to_owned(),
                is_deleted: false,
                is_gone: true,
            });
        }
    }
    Ok(left)
}

/// A salt for the names that stand in the place of others: it goes once all of them do.
pub(super) fn salt() -> Result<String, Failure> {
    Ok(random()?.iter().map(|byte| format!("{byte:02x}")).collect())
}
