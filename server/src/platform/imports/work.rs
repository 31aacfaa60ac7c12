//! Going through a sheet, in the name of whoever sent it and by what they may then: some rows in each transaction, with how far it has come,
//! so that whoever goes on afterwards does no row twice.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use ratebook::flow::RetryPolicy;
use ratebook::records::ReadRowsRequest;
use serde_json::Value;

use super::begin::writes;
use super::passing::{Passing, held};
use super::reading::{Part, Rest, Sheet};
use super::{Ended, MOST_AT_ONCE, NAME};
use crate::platform::accounts::id_of;
use crate::platform::auth::written;
use crate::platform::files::Named;
use crate::platform::jobs::{Carried, Carrying, Connector, Job, desk_of};
use crate::platform::standing::later::Asker;
use crate::records::desk::Desk;
use crate::records::sheet::{Keep, Outcome, Rows};
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{Failure, RowCells};

/// So many rows are gone through in one transaction.
const TOGETHER: u32 = 200;
/// How long an attempt goes on before it is begun anew, so that it stays this server's.
const WITHIN: Duration = Duration::from_secs(30);
/// How long rows that are kept all or none may take.
pub(super) const AT_ONCE: Duration = Duration::from_secs(45);
/// How often rows are carried out again that crossed the way of others, or turn out to be at fault only then.
const MOST_ROUNDS: usize = 4;

/// Whoever goes through sheets.
#[derive(Debug)]
pub(in crate::platform) struct Imports;

impl Connector for Imports {
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
        RetryPolicy::new(vec![1, 5, 30, 300, 1_800])
    }

    fn seconds(&self) -> u32 {
        110
    }

    fn carry<'a>(&'a self, app: &'a App, job: &'a Job) -> Carrying<'a> {
        Box::pin(carry(app, job))
    }
}

/// An import as it is kept.
#[derive(Clone, Debug)]
pub(super) struct Import {
    pub(super) id: [u8; 16],
    entity: String,
    asker: Asker,
    file: [u8; 16],
    style: String,
    mapping: String,
    pub(super) keep: Keep,
    state: String,
    is_counted: bool,
    pub(super) last_row: u32,
    pub(super) at_fault: i64,
    pub(super) faults: i64,
    pub(super) is_shown: bool,
    is_over: bool,
}

const OF_ONE: &str = "SELECT entity, asked_by, key_id, roles, file_id, style, mapping, keep, state, row_count, last_row, at_fault, faults, shown, \
    finished_at FROM imports WHERE tenant_id = $1 AND id = $2";

impl Import {
    async fn of(app: &App, job: &Job) -> Result<Option<Import>, Failure> {
        let text = job.body.get("import").and_then(Value::as_str).unwrap_or_default();
        let Some(id) = id_of(text) else { return Ok(None) };
        let rows = app.store.read(job.tenant, move |mut tx| {
            Box::pin(async move { tx.ask(OF_ONE, &[Bound::Id(id)]).await })
        });
        let rows = rows.await?;
        let Some(row) = rows.first() else { return Ok(None) };
        let text = |place: usize| Ok::<_, Failure>(row.text(place)?.unwrap_or_default().to_owned());
        let keep = Keep::of(row.text(7)?.unwrap_or_default());
        Ok(Some(Import {
            id,
            entity: text(0)?,
            asker: Asker::read(job.tenant, row, [1, 2, 3])?,
            file: row.id(4)?.unwrap_or_default(),
            style: text(5)?,
            mapping: text(6)?,
            keep: keep.ok_or_else(|| Failure::defect("an import that keeps nobody knows what"))?,
            state: text(8)?,
            is_counted: row.is_given(9)?,
            last_row: u32::try_from(row.whole(10)?.unwrap_or(0)).unwrap_or(u32::MAX),
            at_fault: row.whole(11)?.unwrap_or(0),
            faults: row.whole(12)?.unwrap_or(0),
            is_shown: row.is_given(13)?,
            is_over: row.is_given(14)?,
        }))
    }

    /// The state in which its rows are gone through.
    fn first_state(&self) -> &'static str {
        match self.keep {
            Keep::Good => KEEPING,
            Keep::All | Keep::Nothing => CHECKING,
        }
    }
}

const CHECKING: &str = "checking";
const KEEPING: &str = "keeping";

/// Whether there is more to do, or how it has ended.
enum Step {
    Further,
    Ended(&'static str, Option<String>),
}

async fn carry(app: &App, job: &Job) -> Result<Carried, Failure> {
    let Some(import) = Import::of(app, job).await? else {
        return Ok(Carried::Useless("there is no such import".to_owned()));
    };
    if import.is_over {
        return Ok(Carried::Done(import.state));
    }
    let asker = import.asker.clone();
    let (id, by) = (import.id, written(asker.account));
    match asker.during(go_on(app, import)).await {
        Ok(Step::Further) => Ok(Carried::Further),
        Ok(Step::Ended(state, why)) => {
            let ended = Ended {
                id,
                state,
                why,
                by,
                now: app.now().microseconds(),
            };
            let kept = asker.during(app.store.write(job.tenant, move |mut tx| {
                Box::pin(async move { ended.keep(&mut tx).await })
            }));
            kept.await?;
            Ok(Carried::Done(state.to_owned()))
        }
        // Somebody has called it off meanwhile, or another server has gone on with it.
        Err(Failure::Busy(why)) => match Import::of(app, job).await? {
            Some(import) if import.is_over => Ok(Carried::Done(import.state)),
            _ => Err(Failure::Busy(why)),
        },
        Err(failure) => Err(failure),
    }
}

/// Where an import goes on.
struct Going<'a> {
    app: &'a App,
    import: Import,
    bytes: Arc<Vec<u8>>,
    began: Instant,
}

async fn go_on(app: &App, import: Import) -> Result<Step, Failure> {
    let named = Named {
        tenant: import.asker.tenant,
        id: import.file,
    };
    let bytes = Arc::new(app.files.whole(named).await?);
    let mut going = Going {
        app,
        import,
        bytes,
        began: Instant::now(),
    };
    if !going.import.is_counted
        && let Some(ended) = going.count().await?
    {
        return Ok(ended);
    }
    if going.import.state != KEEPING || going.import.keep == Keep::Good {
        match going.go_through().await? {
            None => {}
            Some(step) => return Ok(step),
        }
        match going.import.keep {
            Keep::Good | Keep::Nothing => return Ok(Step::Ended("done", None)),
            Keep::All if going.import.at_fault > 0 => return Ok(Step::Ended("refused", Some(NOTHING_KEPT.to_owned()))),
            Keep::All => going.begins_to_keep().await?,
        }
    }
    going.keep_all().await
}

const NOTHING_KEPT: &str = "rows are at fault, and nothing was kept";

impl Going<'_> {
    /// The desk of whoever asked, as they stand by now; else why it ends.
    async fn desk(&self) -> Result<Result<Desk, Step>, Failure> {
        let stopped = |why: &str| Ok(Err(Step::Ended("stopped", Some(why.to_owned()))));
        let caller = match self.import.asker.caller(self.app).await? {
            Ok(caller) => caller,
            Err(why) => return stopped(why),
        };
        let Some(desk) = desk_of(self.app, &caller, &self.import.entity) else {
            return stopped("the pack has no such records any more");
        };
        match writes(&desk) {
            Ok(()) => Ok(Ok(desk)),
            Err(error) => stopped(&error.report().message),
        }
    }

    fn sheet(&self, desk: &Desk) -> Result<Sheet, Failure> {
        let damaged = |_| Failure::defect("an import that cannot be read");
        let mut request = ReadRowsRequest::new(desk.entity()?.name(), desk.caller.actor.clone(), desk.now);
        request.style = serde_json::from_str(&self.import.style).map_err(damaged)?;
        request.mapping = serde_json::from_str(&self.import.mapping).map_err(damaged)?;
        Ok(Sheet {
            pack: Arc::clone(&desk.caller.pack),
            request: Arc::new(request),
            bytes: Arc::clone(&self.bytes),
        })
    }

    /// Finds out how many rows there are; how it ends where it cannot be read, or has more than are taken so.
    async fn count(&mut self) -> Result<Option<Step>, Failure> {
        let desk = match self.desk().await? {
            Ok(desk) => desk,
            Err(step) => return Ok(Some(step)),
        };
        let failed = |why: String| Ok(Some(Step::Ended("failed", Some(why))));
        let count = match self.sheet(&desk)?.count().await? {
            Ok(count) => count,
            Err(error) => return failed(error.report().message),
        };
        if self.import.keep == Keep::All && count > MOST_AT_ONCE {
            return failed(format!(
                "the sheet has {count} rows, and at most {MOST_AT_ONCE} are kept all or none; look at it with `keep` `nothing` and keep what is \
                 `good`, or send it in parts"
            ));
        }
        let state = self.import.first_state();
        let values = [
            Bound::Id(self.import.id),
            Bound::Text(state.to_owned()),
            Bound::Whole(count.into()),
        ];
        let text =
            "UPDATE imports SET state = $3, row_count = $4 WHERE tenant_id = $1 AND id = $2 AND state = 'waiting'";
        self.change(text, values).await?;
        state.clone_into(&mut self.import.state);
        Ok(None)
    }

    /// From here on rows are kept that were looked at before.
    async fn begins_to_keep(&mut self) -> Result<(), Failure> {
        let values = [Bound::Id(self.import.id)];
        let text = "UPDATE imports SET state = 'keeping', passed = 0, created = 0, changed = 0 WHERE tenant_id = $1 AND id = $2 AND state = \
                    'checking'";
        self.change(text, values).await?;
        KEEPING.clone_into(&mut self.import.state);
        Ok(())
    }

    async fn change<const N: usize>(&self, text: &'static str, values: [Bound; N]) -> Result<(), Failure> {
        let changed = self.app.store.write(self.import.asker.tenant, move |mut tx| {
            Box::pin(async move { held(tx.tell(text, &values).await?) })
        });
        changed.await
    }

    /// Goes through the rows that are left, some at a time; nothing once none is.
    async fn go_through(&mut self) -> Result<Option<Step>, Failure> {
        let mut rest: Option<Rest> = None;
        loop {
            // Who may no more keeps no further row.
            let desk = match self.desk().await? {
                Ok(desk) => desk,
                Err(step) => return Ok(Some(step)),
            };
            if rest.is_none() {
                rest = Some(self.sheet(&desk)?.behind(self.import.last_row));
            }
            let Some(reading) = &mut rest else { return Ok(None) };
            let part = match reading.next(TOGETHER).await {
                Ok(Some(part)) => part,
                Ok(None) => return Ok(None),
                Err(error) => return Ok(Some(Step::Ended("failed", Some(error.report().message)))),
            };
            self.pass(desk, part).await?;
            if self.began.elapsed() > WITHIN {
                return Ok(Some(Step::Further));
            }
        }
    }

    /// Carries rows out: to see what would come of it, or to keep those that are not at fault.
    async fn pass(&mut self, desk: Desk, part: Part) -> Result<(), Failure> {
        let whose = desk.caller.whose();
        let is_look = self.import.keep != Keep::Good;
        let mut passing = Passing {
            app: self.app.clone(),
            import: self.import.clone(),
            rows: Arc::new(Rows::new(desk, part.rows.clone(), Arc::clone(&part.columns))),
            known: part.faults.clone(),
            part: Arc::new(part),
            is_look,
        };
        for _ in 0..MOST_ROUNDS {
            let told: Arc<Mutex<Option<Outcome>>> = Arc::default();
            let (own, seen) = (passing.clone(), Arc::clone(&told));
            let done = self.app.store.write_at_length(whose, move |mut tx| {
                Box::pin(async move { own.carry_out(&mut tx, &seen).await })
            });
            let failure = match done.await {
                Ok(kept) => {
                    self.import.passed(&passing.part, &kept);
                    return Ok(());
                }
                Err(Failure::Crossed(_)) => continue,
                Err(failure) => failure,
            };
            let outcome = told.lock().unwrap_or_else(PoisonError::into_inner).take();
            let Some(outcome) = outcome.filter(|_| matches!(failure, Failure::Undone)) else {
                return Err(failure);
            };
            passing.known.extend(outcome.faults.iter().cloned());
            if is_look {
                let (own, known) = (passing.clone(), outcome);
                let noted = self.app.store.write(self.import.asker.tenant, move |mut tx| {
                    Box::pin(async move { own.note(&mut tx, &known).await })
                });
                let kept = noted.await?;
                self.import.passed(&passing.part, &kept);
                return Ok(());
            }
        }
        Err(Failure::Busy("others change the same records just now".to_owned()))
    }

    /// Keeps all rows in one transaction, or none.
    async fn keep_all(&self) -> Result<Step, Failure> {
        let desk = match self.desk().await? {
            Ok(desk) => desk,
            Err(step) => return Ok(step),
        };
        let part = match self.sheet(&desk)?.behind(0).next(u32::MAX).await {
            Ok(part) => part.unwrap_or_default(),
            Err(error) => return Ok(Step::Ended("failed", Some(error.report().message))),
        };
        let whose = desk.caller.whose();
        let passing = Passing {
            app: self.app.clone(),
            import: self.import.clone(),
            rows: Arc::new(Rows::new(desk, part.rows.clone(), Arc::clone(&part.columns))),
            known: part.faults.clone(),
            part: Arc::new(part),
            is_look: false,
        };
        for _ in 0..MOST_ROUNDS {
            let told: Arc<Mutex<Option<Outcome>>> = Arc::default();
            let (own, seen) = (passing.clone(), Arc::clone(&told));
            let done = self.app.store.write_at_length(whose, move |mut tx| {
                Box::pin(async move { own.keep_all(&mut tx, &seen).await })
            });
            let failure = match done.await {
                Ok(()) => return Ok(Step::Ended("done", None)),
                Err(Failure::Crossed(_)) => continue,
                Err(failure) => failure,
            };
            let outcome = told.lock().unwrap_or_else(PoisonError::into_inner).take();
            let Some(outcome) = outcome.filter(|_| matches!(failure, Failure::Undone)) else {
                return Err(failure);
            };
            if outcome.is_late {
                let seconds = AT_ONCE.as_secs();
                let why =
                    format!("the rows take longer than {seconds} s together, and nothing was kept; send them in parts");
                return Ok(Step::Ended("failed", Some(why)));
            }
            // What others have changed since it was looked at.
            let mut own = passing.clone();
            own.known.extend(outcome.faults.iter().cloned());
            let ended = Ended {
                id: self.import.id,
                state: "refused",
                why: Some(NOTHING_KEPT.to_owned()),
                by: written(self.import.asker.account),
                now: self.app.now().microseconds(),
            };
            // Together, so that whoever goes on after a crash knows that it is over.
            let noted = self.app.store.write(self.import.asker.tenant, move |mut tx| {
                Box::pin(async move {
                    own.keep_faults(&mut tx).await?;
                    ended.keep(&mut tx).await
                })
            });
            noted.await?;
            return Ok(Step::Ended("refused", Some(NOTHING_KEPT.to_owned())));
        }
        Err(Failure::Busy("others change the same records just now".to_owned()))
    }
}
