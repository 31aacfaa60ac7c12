//! Making a file that was asked for: by the rights of whoever asked, as they stand by then, and again from its beginning where that broke off.

use std::time::Duration;

use ratebook::flow::RetryPolicy;
use ratebook::time::Instant;
use ratebook::{Code, Reason};
use serde_json::{Value, json};
use tokio::time::timeout;

use super::asked::Source;
use super::news::News;
use super::write::Writing;
use super::{Export, KEPT, NAME, entry};
use crate::platform::accounts::id_of;
use crate::platform::auth::written;
use crate::platform::jobs::{Carried, Carrying, Connector, Job};
use crate::platform::standing::later::member;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{Failure, Own};

/// For so long one is written, so that there is time left to tell of it.
const WITHIN: Duration = Duration::from_secs(90);
/// From this status on it is not whoever asks that is at fault.
const UNABLE: u16 = 500;

/// Whoever makes files of lists and reports.
#[derive(Debug)]
pub(in crate::platform) struct Exports;

impl Connector for Exports {
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
        RetryPolicy::new(vec![5, 60, 300])
    }

    fn seconds(&self) -> u32 {
        110
    }

    fn carry<'a>(&'a self, app: &'a App, job: &'a Job) -> Carrying<'a> {
        Box::pin(carry(app, job))
    }
}

/// How the making of one has ended.
enum Outcome {
    Made { file: [u8; 16], rows: u64 },
    Not(&'static str, String),
}

const OF_JOB: &str = "SELECT e.id, e.asked_by, e.key_id, e.roles, e.asked, e.readers, e.mail, e.schedule_id, e.state, e.row_count, e.file_id, \
    e.told_at, e.plan, e.why, e.created_at, e.finished_at, e.expires_at FROM exports e WHERE e.tenant_id = $1 AND e.id = $2";

async fn of_job(app: &App, job: &Job) -> Result<Option<Export>, Failure> {
    let text = job.body.get("export").and_then(Value::as_str).unwrap_or_default();
    let (id, tenant) = (id_of(text).unwrap_or_default(), job.tenant);
    let found = app.store.read(tenant, move |mut tx| {
        Box::pin(async move {
            let rows = tx.ask(OF_JOB, &[Bound::Id(id)]).await?;
            rows.first().map(|row| Export::read(tenant, row)).transpose()
        })
    });
    found.await
}

async fn carry(app: &App, job: &Job) -> Result<Carried, Failure> {
    let Some(export) = of_job(app, job).await? else {
        return Ok(Carried::Done("it is gone".to_owned()));
    };
    if export.is_over {
        return Ok(Carried::Done("it has ended".to_owned()));
    }
    let asker = export.asker.clone();
    match asker.during(make(app, export)).await {
        Ok(told) => Ok(Carried::Done(told)),
        // Somebody has called it off meanwhile.
        Err(Failure::Busy(why)) => match of_job(app, job).await? {
            Some(export) if !export.is_over => Err(Failure::Busy(why)),
            _ => Ok(Carried::Done("called off".to_owned())),
        },
        Err(failure) => Err(failure),
    }
}

async fn make(app: &App, mut export: Export) -> Result<String, Failure> {
    let outcome = match export.asker.caller(app).await? {
        Err(why) => Outcome::Not("stopped", why.to_owned()),
        Ok(caller) => {
            let now = app.now();
            match export.asked.source((app, &caller), now) {
                Err(problem) if problem.status() >= UNABLE => return Err(Failure::Busy(problem.code().to_string())),
                Err(problem) => {
                    let why = problem.reasons().next().map(|reason| reason.message.clone());
                    Outcome::Not("stopped", why.unwrap_or_else(|| problem.code().to_string()))
                }
                Ok(source) => {
                    export.begins(app, &source, now).await?;
                    let writing = Writing {
                        app: app.clone(),
                        tenant: export.asker.tenant,
                        id: export.id,
                    };
                    let (end, kind) = export.asked.format.kind();
                    let written = timeout(WITHIN, writing.file(source, export.asked.format)).await;
                    let late = || {
                        let message = format!("it takes longer than {} s; narrow it", WITHIN.as_secs());
                        Err(Reason::new(Code::RequestTooLarge, "", message).into())
                    };
                    match written.unwrap_or_else(|_| late()) {
                        Ok((file, rows)) => {
                            let name = format!("{}.{end}", export.asked.name());
                            match file.keep(app, &caller, (name.as_str(), kind)).await {
                                Ok(file) => Outcome::Made { file, rows },
                                Err(Failure::Refused(error)) => Outcome::Not("failed", error.report().message),
                                Err(failure) => return Err(failure),
                            }
                        }
                        Err(Failure::Refused(error)) => Outcome::Not("failed", error.report().message),
                        Err(failure) => return Err(failure),
                    }
                }
            }
        }
    };
    end(app, export, outcome).await
}

impl Export {
    /// Notes of which moment it tells, and what is read for it.
    async fn begins(&mut self, app: &App, source: &Source, now: Instant) -> Result<(), Failure> {
        let print = source.print();
        let values = [
            Bound::Id(self.id),
            Bound::Whole(now.microseconds()),
            Bound::Bytes(print.clone()),
        ];
        let text = "UPDATE exports SET state = 'running', row_count = 0, told_at = $3, plan = $4 WHERE tenant_id = $1 AND id = $2 AND finished_at \
                    IS NULL";
        let begun = app.store.write(self.asker.tenant, move |mut tx| {
            Box::pin(async move { tx.tell(text, &values).await })
        });
        if begun.await? == 0 {
            return Err(Failure::Busy("it was called off".to_owned()));
        }
        (self.told_at, self.print) = (Some(now), Some(print));
        Ok(())
    }

    /// Those of its readers who read all of that by themselves.
    async fn who_reads(&self, app: &App) -> Result<Vec<String>, Failure> {
        let mut reads = Vec::new();
        for reader in &self.readers {
            let account = id_of(reader).unwrap_or_default();
            if let Some(caller) = member(app, (self.asker.tenant, account)).await?
                && self.is_read_by(app, (&caller, false)).await?
            {
                reads.push(reader.clone());
            }
        }
        Ok(reads)
    }
}

/// Keeps how it has ended together with who is told of it: the readers of a file that there is, and of anything else whoever asked.
async fn end(app: &App, export: Export, outcome: Outcome) -> Result<String, Failure> {
    let now = app.now().microseconds();
    let (state, why, file, rows) = match outcome {
        Outcome::Made { file, rows } => ("done", None, Some(file), rows),
        Outcome::Not(state, why) => (state, Some(why), None, 0),
    };
    // Of the others those who do not read it are told nothing, nor what was asked.
    let mut readers = match file {
        Some(_) => export.who_reads(app).await?,
        None => Vec::new(),
    };
    readers.retain(|reader| *reader != export.who());
    let members = [vec![export.who()], readers.clone()].concat();
    let ends = now.saturating_add(KEPT);
    let news = News {
        why: why.clone(),
        expires_at: Instant::from_microseconds(ends),
        now,
    };
    let own = app.clone();
    let ended = app.store.platform(move |mut tx| {
        Box::pin(async move {
            let (tenant, id) = (export.asker.tenant, export.id);
            let values = [
                Bound::Id(tenant),
                Bound::Id(id),
                Bound::Text(state.to_owned()),
                Bound::text(why.as_deref()),
                Bound::id(file),
                Bound::Whole(i64::try_from(rows).unwrap_or(i64::MAX)),
                Bound::Whole(now),
                Bound::Whole(ends),
                Bound::Text(json!(readers).to_string()),
            ];
            let text = "UPDATE exports SET state = $3, why = $4, file_id = $5, row_count = $6, finished_at = $7, expires_at = $8, readers = $9 WHERE \
                        tenant_id = $1 AND id = $2 AND finished_at IS NULL";
            if tx.tell(text, &values).await? == 0 {
                return Err(Failure::Busy("it was called off".to_owned()));
            }
            if let Some(file) = file {
                let holds = "UPDATE files SET uses = uses + 1, unnamed_at = NULL WHERE tenant_id = $1 AND id = $2 AND state = 'kept'";
                if tx.tell(holds, &[Bound::Id(tenant), Bound::Id(file)]).await? != 1 {
                    return Err(Failure::defect("a file that was made has gone"));
                }
            }
            let changes = json!([
                {"field": "file", "after": file.map(written)},
                {"field": "rows", "after": rows},
                {"field": "told", "after": members},
            ]);
            let own_entry = entry((id, Own::Export), (export.who(), now), state, &changes);
            tx.enter(tenant, own_entry).await?;
            export.tell(&mut tx, (&own, members.as_slice()), &news).await?;
            Ok(state.to_owned())
        })
    });
    ended.await
}
