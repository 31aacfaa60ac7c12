//! A sheet of records, as people fill one in: kept as a whole, or what is good of it, or only looked at.
//!
//! Whether a row can be kept shows when it is: its links, what has to be unique, the conditions of its entity. So a sheet is carried out
//! in one transaction in any case, by the same way as records that are sent one by one, and undone where it is not to be kept. Where what is
//! good is to be kept, it is carried out again without the rows that are at fault.

use std::sync::{Arc, Mutex, PoisonError};

use axum::body::Body;
use axum::http::Response;
use axum::response::IntoResponse;
use ratebook::form::{self, Family};
use ratebook::records::{ReadRowsRequest, RowsRead};
use ratebook::{Code, Error, Reason};
use serde_json::{Map, Value, json as object};

use super::answer::Answer;
use super::change::{AtDesk, JSON, by_people};
use super::desk::Desk;
use super::once::Once;
use super::sheet::{Fault, KEEPS, Keep, MOST_FAULTS, Outcome, Rows, rows_of, told_shown};
use crate::body;
use crate::problem::Problem;
use crate::store::{Failure, TenantTx, json};

/// As many rows are taken at once: all others wait for what writes them.
pub(crate) const MOST_ROWS: u32 = 5_000;
/// The most bytes that a sheet is sent with.
const MOST_BYTES: usize = 16 * 1024 * 1024;
/// How often what is good is carried out again without rows that turn out to be at fault only then.
const MOST_ROUNDS: usize = 4;

/// A sheet that was read, on its way.
#[derive(Debug)]
struct Import {
    rows: Rows,
    keep: Keep,
    /// What is wrong with rows that could not even be read, and how many of that are not told.
    faults: Vec<Fault>,
    more_faults: u32,
    read: u32,
    once: Option<Once>,
}

/// Keeps a sheet.
pub(super) async fn import(at: AtDesk, sent: Body) -> Result<Response<Body>, Problem> {
    by_people(&at.desk)?;
    let sent = body::object(&at.headers, sent, &[JSON], MOST_BYTES).await?;
    let asked = format!(
        "import {} {} {:?}",
        at.desk.entity()?.plural(),
        Value::Object(sent.clone()),
        at.desk.caller.actor.roles
    );
    let once = Once::of(&at.desk, &at.headers, &[asked.as_bytes()])?;
    let (keep, request) = asked_for(&at.desk, sent)?;
    let pack = Arc::clone(&at.desk.caller.pack);
    // A sheet of many thousand rows is read beside those who answer.
    let read = tokio::task::spawn_blocking(move || pack.rows(&request)).await;
    let read = read.map_err(|error| Failure::defect(error.to_string()))??;
    let import = Import::of(at.desk, keep, read, once)?;
    Ok(import.run().await?.into_response())
}

/// What of a sheet is to be kept, and the sheet as core reads it. Whose records they are and who writes them is not for the sender to say.
fn asked_for(desk: &Desk, mut sent: Map<String, Value>) -> Result<(Keep, ReadRowsRequest), Problem> {
    const SENT: [&str; 5] = ["text", "content_base64", "style", "mapping", "keep"];
    let mut faults = Vec::new();
    for name in sent.keys().filter(|name| !SENT.contains(&name.as_str())).take(20) {
        let shown: String = name.chars().take(50).collect();
        let message = format!("there is no field `{shown}` here; there are `{}`", SENT.join("`, `"));
        faults.push(Reason::new(Code::RequestUnknown, format!("/{shown}"), message));
    }
    let keep = match sent.remove("keep") {
        None => Some(Keep::All),
        Some(word) => word.as_str().and_then(Keep::of),
    };
    if keep.is_none() {
        faults.push(Reason::new(Code::RequestUnknown, "/keep", KEEPS));
    }
    Error::unless_empty(faults)?;
    let entity = desk.entity()?.name();
    let own = ReadRowsRequest::new(entity, desk.caller.actor.clone(), desk.now);
    if let Value::Object(own) = json::value(&own)? {
        sent.extend(own.into_iter().filter(|(name, _)| !SENT.contains(&name.as_str())));
    }
    Ok((
        keep.unwrap_or(Keep::Nothing),
        form::read(Value::Object(sent), Family::Request)?,
    ))
}

impl Import {
    fn of(desk: Desk, keep: Keep, read: RowsRead, once: Option<Once>) -> Result<Import, Problem> {
        if read.read > MOST_ROWS {
            let message = format!(
                "the sheet has {} rows, and {MOST_ROWS} are taken at once; `POST /v1/imports` takes more",
                read.read
            );
            let reason = Reason::new(Code::RequestTooLarge, "", message).with("limit", MOST_ROWS);
            return Err(Error::from(reason).into());
        }
        let faults = read.faults.into_iter().map(|fault| Fault {
            row: fault.row,
            column: fault.column,
            code: fault.code,
            message: fault.message,
        });
        Ok(Import {
            rows: Rows::new(desk, read.rows, Arc::new(read.columns)),
            keep,
            faults: faults.collect(),
            more_faults: read.more_faults,
            read: read.read,
            once,
        })
    }

    async fn run(self) -> Result<Answer, Problem> {
        let own = Arc::new(self);
        let mut faults = own.faults.clone();
        for _ in 0..MOST_ROUNDS {
            let seen: Arc<Mutex<Option<Outcome>>> = Arc::default();
            let (store, whose) = (own.rows.desk.app.store.clone(), own.rows.desk.caller.whose());
            let (import, told) = (Arc::clone(&own), Arc::clone(&seen));
            let known = faults.clone();
            let done = store.write_at_length(whose, move |mut tx| {
                Box::pin(async move { import.carry_out(&mut tx, &known, &told).await })
            });
            let failure = match done.await {
                Ok(answer) => return Ok(answer),
                // Somebody else's way was crossed, and this gave way.
                Err(Failure::Crossed(_)) => continue,
                Err(failure) => failure,
            };
            let outcome = seen.lock().unwrap_or_else(PoisonError::into_inner).take();
            let Some(outcome) = outcome.filter(|_| matches!(failure, Failure::Undone)) else {
                return Err(failure.into());
            };
            faults.extend(outcome.faults.iter().cloned());
            match own.keep {
                Keep::All => return Err(own.refused(faults)),
                Keep::Nothing => return Ok(own.answer(&outcome, &faults)),
                Keep::Good => {}
            }
        }
        let message = "others change the same records just now; try again in a moment";
        Err(Failure::Busy(message.to_owned()).into())
    }

    /// Carries out all rows but those that are known to be at fault. Where one turns out to be, or nothing is to be kept, what became of
    /// them is told beside it and all is undone.
    async fn carry_out(
        &self,
        tx: &mut TenantTx<'_>,
        known: &[Fault],
        told: &Mutex<Option<Outcome>>,
    ) -> Result<Answer, Failure> {
        if let Some(once) = &self.once
            && let Some(before) = once.before(tx).await?
        {
            return Ok(before);
        }
        let outcome = self.rows.carry_out(tx, known, None).await?;
        let is_whole = known.is_empty() && outcome.faults.is_empty();
        let is_kept = match self.keep {
            Keep::All => is_whole,
            Keep::Good => outcome.faults.is_empty(),
            Keep::Nothing => false,
        };
        if !is_kept {
            *told.lock().unwrap_or_else(PoisonError::into_inner) = Some(outcome);
            return Err(Failure::Undone);
        }
        let answer = self.answer(&outcome, known);
        if let Some(once) = &self.once {
            once.keep(tx, &answer).await?;
        }
        Ok(answer)
    }

    fn answer(&self, outcome: &Outcome, faults: &[Fault]) -> Answer {
        let bad = rows_of(faults).len();
        let mut faults: Vec<&Fault> = faults.iter().collect();
        faults.sort_by_key(|fault| fault.row);
        let more = faults.len().saturating_sub(MOST_FAULTS);
        let more = self.more_faults.saturating_add(u32::try_from(more).unwrap_or(u32::MAX));
        let told = faults.iter().take(MOST_FAULTS).map(|fault| {
            object!({"row": fault.row, "column": fault.column, "code": fault.code.as_str(), "message": fault.message})
        });
        let head = object!({
            "kept": self.keep != Keep::Nothing,
            "read": self.read,
            "created": outcome.created,
            "changed": outcome.changed,
            "rows_at_fault": bad,
            "faults": told.collect::<Vec<_>>(),
            "more_faults": more,
        });
        let mut body = head.to_string().into_bytes();
        // The records are written as they were answered, behind what stands before them.
        body.pop();
        body.extend_from_slice(b",\"records\":");
        body.extend_from_slice(&told_shown(&outcome.shown));
        body.push(b'}');
        Answer {
            status: 200,
            etag: None,
            location: None,
            body,
        }
    }

    /// That nothing is kept, with what is wrong of each row.
    fn refused(&self, mut faults: Vec<Fault>) -> Problem {
        faults.sort_by_key(|fault| fault.row);
        faults.truncate(MOST_FAULTS);
        let reasons = faults.into_iter().map(|fault| {
            let path = format!("/rows/{}{}", fault.row, ratebook::place(&fault.column));
            Reason::new(fault.code, path.trim_end_matches('/').to_owned(), fault.message)
        });
        match Error::from_reasons(reasons.collect()) {
            Some(error) => error.into(),
            None => Failure::defect("a sheet that was undone without a fault").into(),
        }
    }
}
