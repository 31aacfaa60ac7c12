//! A sheet of records, as people fill one in: kept as a whole, or what is good of it, or only looked at.
//!
//! Whether a row can be kept shows when it is: its links, what has to be unique, the conditions of its entity. So a sheet is carried out
//! in one transaction in any case, by the same way as records that are sent one by one, and undone where it is not to be kept. Where what is
//! good is to be kept, it is carried out again without the rows that are at fault.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use axum::body::Body;
use axum::http::Response;
use axum::response::IntoResponse;
use ratebook::form::{self, Family};
use ratebook::records::{Cell, ReadRowsRequest, RecordLookup, RecordRow, RowsRead};
use ratebook::{Code, Error, Reason};
use serde_json::{Map, Value, json as object};

use super::answer::Answer;
use super::change::{Asked, AtDesk, JSON, Job, at_home, by_people};
use super::desk::Desk;
use super::once::Once;
use crate::body;
use crate::problem::Problem;
use crate::store::{Failure, TenantTx, json};

/// As many rows are taken at once: all others wait for what writes them.
pub(crate) const MOST_ROWS: u32 = 5_000;
/// The most bytes that a sheet is sent with.
const MOST_BYTES: usize = 16 * 1024 * 1024;
/// As many faults are told.
const MOST_FAULTS: usize = 1_000;
/// As many records are shown as they would be kept.
const MOST_SHOWN: usize = 20;
/// How often what is good is carried out again without rows that turn out to be at fault only then.
const MOST_ROUNDS: usize = 4;

/// What of a sheet is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Keep {
    /// All of it, or nothing where a row is at fault.
    All,
    /// The rows that are not at fault.
    Good,
    /// Nothing: it is only told what would become of it.
    Nothing,
}

/// Something that is wrong with a row.
#[derive(Clone, Debug)]
struct Fault {
    row: u32,
    column: String,
    code: Code,
    message: String,
}

/// What became of a sheet.
#[derive(Clone, Debug, Default)]
struct Outcome {
    created: u32,
    changed: u32,
    faults: Vec<Fault>,
    /// Records as they would be kept, with their rows.
    shown: Vec<(u32, Vec<u8>)>,
}

/// A sheet that was read, on its way.
#[derive(Debug)]
struct Import {
    desk: Desk,
    keep: Keep,
    rows: Vec<RecordRow>,
    /// What is wrong with rows that could not even be read, and how many of that are not told.
    faults: Vec<Fault>,
    more_faults: u32,
    read: u32,
    /// What the columns are called in the sheet, by their fields.
    columns: BTreeMap<String, String>,
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
    let keep = match sent.remove("keep").as_ref().map(Value::as_str) {
        None | Some(Some("all")) => Keep::All,
        Some(Some("good")) => Keep::Good,
        Some(Some("nothing")) => Keep::Nothing,
        Some(_) => {
            let message =
                "`keep` is `all`, `good` for the rows that are not at fault, or `nothing` to see what would come of it";
            faults.push(Reason::new(Code::RequestUnknown, "/keep", message));
            Keep::Nothing
        }
    };
    Error::unless_empty(faults)?;
    let entity = desk.entity()?.name();
    let own = ReadRowsRequest::new(entity, desk.caller.actor.clone(), desk.now);
    if let Value::Object(own) = json::value(&own)? {
        sent.extend(own.into_iter().filter(|(name, _)| !SENT.contains(&name.as_str())));
    }
    Ok((keep, form::read(Value::Object(sent), Family::Request)?))
}

impl Desk {
    /// The record that a cell names by its number, as far as the caller may read it.
    async fn named_by(&self, tx: &mut TenantTx<'_>, wanted: &RecordLookup) -> Result<String, Failure> {
        let desk = self.at(&wanted.entity)?;
        let mut query = desk.query()?;
        query.condition = Some(format!("{} == {}", wanted.by, Value::from(wanted.value.as_str())));
        query.limit = Some(1);
        query.fields = vec![wanted.by.clone()];
        let found = tx.page(desk.pack(), &desk.plan(&query)?).await?;
        let items: Vec<Map<String, Value>> = json::read(&found.items)?;
        let id = items.first().and_then(|item| item.get("id")).and_then(Value::as_str);
        id.map(str::to_owned).ok_or_else(|| {
            let message = format!("there is no {} `{}`", wanted.entity.replace('_', " "), wanted.value);
            Reason::new(Code::RecordsLink, format!("/{}", wanted.field), message).into()
        })
    }
}

/// The rows in which something is wrong.
fn rows_of(faults: &[Fault]) -> BTreeSet<u32> {
    faults.iter().map(|fault| fault.row).collect()
}

impl Import {
    fn of(desk: Desk, keep: Keep, read: RowsRead, once: Option<Once>) -> Result<Import, Problem> {
        if read.read > MOST_ROWS {
            let message = format!(
                "the sheet has {} rows, and {MOST_ROWS} are taken at once; send it in parts",
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
        let mut rows = read.rows;
        // New records as they come, so that they are numbered in that order; others by their ids, so that two sheets never wait for each
        // other.
        rows.sort_by(|one, other| (&one.id, one.row).cmp(&(&other.id, other.row)));
        Ok(Import {
            desk,
            keep,
            rows,
            faults: faults.collect(),
            more_faults: read.more_faults,
            read: read.read,
            columns: read.columns,
            once,
        })
    }

    async fn run(self) -> Result<Answer, Problem> {
        let own = Arc::new(self);
        let mut faults = own.faults.clone();
        for _ in 0..MOST_ROUNDS {
            let seen: Arc<Mutex<Option<Outcome>>> = Arc::default();
            let (store, whose) = (own.desk.app.store.clone(), own.desk.caller.whose());
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
        let outcome = self.rows(tx, known).await?;
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

    async fn rows(&self, tx: &mut TenantTx<'_>, known: &[Fault]) -> Result<Outcome, Failure> {
        let without = rows_of(known);
        let mut outcome = Outcome::default();
        let mut numbers: BTreeMap<(&str, &str), String> = BTreeMap::new();
        for row in self.rows.iter().filter(|row| !without.contains(&row.row)) {
            match self.row(tx, row, &mut numbers).await.map_err(at_home) {
                Ok(answer) => {
                    let counted = match row.id {
                        Some(_) => &mut outcome.changed,
                        None => &mut outcome.created,
                    };
                    *counted += 1;
                    if outcome.shown.len() < MOST_SHOWN {
                        outcome.shown.push((row.row, answer.body));
                    }
                }
                Err(Failure::Refused(error)) => {
                    let reasons = error.into_reasons().into_iter();
                    outcome.faults.extend(reasons.map(|reason| self.fault(row.row, reason)));
                    if outcome.faults.len() >= MOST_FAULTS {
                        break;
                    }
                }
                Err(other) => return Err(other),
            }
        }
        Ok(outcome)
    }

    async fn row<'r>(
        &self,
        tx: &mut TenantTx<'_>,
        row: &'r RecordRow,
        numbers: &mut BTreeMap<(&'r str, &'r str), String>,
    ) -> Result<Answer, Failure> {
        let mut change = row.record.clone();
        for wanted in &row.lookups {
            let key = (wanted.entity.as_str(), wanted.value.as_str());
            let id = match numbers.get(&key) {
                Some(id) => id.clone(),
                None => self.desk.named_by(tx, wanted).await?,
            };
            change.insert(wanted.field.clone(), id.clone().into());
            numbers.insert(key, id);
        }
        let is_series = self.desk.entity()?.definition().series.is_some();
        let job = match row.id.as_deref().map(Cell::id) {
            None if is_series => Job::Append {
                samples: vec![change],
                many: false,
            },
            None => Job::Create { id: None, change },
            Some(Some(Cell::Id(id))) => Job::Change {
                id,
                change,
                replace: false,
            },
            Some(_) => return Err(self.desk.not_found()?),
        };
        let asked = Asked {
            desk: self.desk.clone(),
            job,
            expected_version: None,
        };
        asked.carry_out(tx).await
    }

    /// What is wrong with a row, in the column of the sheet where there is one.
    fn fault(&self, row: u32, reason: Reason) -> Fault {
        let field = reason
            .path
            .trim_start_matches('/')
            .split('/')
            .next()
            .unwrap_or_default();
        Fault {
            row,
            column: self.columns.get(field).map_or(field, String::as_str).to_owned(),
            code: reason.code,
            message: reason.message,
        }
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
        let records = outcome.shown.iter().map(|(row, record)| {
            let head = format!("{{\"row\":{row},\"record\":");
            [head.as_bytes(), record, b"}"].concat()
        });
        let mut body = head.to_string().into_bytes();
        // The records are written as they were answered, behind what stands before them.
        body.pop();
        body.extend_from_slice(b",\"records\":[");
        body.extend_from_slice(&records.collect::<Vec<_>>().join(&b','));
        body.extend_from_slice(b"]}");
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
            let path = format!(
                "/rows/{}/{}",
                fault.row,
                fault.column.replace('~', "~0").replace('/', "~1")
            );
            Reason::new(fault.code, path.trim_end_matches('/').to_owned(), fault.message)
        });
        match Error::from_reasons(reasons.collect()) {
            Some(error) => error.into(),
            None => Failure::defect("a sheet that was undone without a fault").into(),
        }
    }
}
