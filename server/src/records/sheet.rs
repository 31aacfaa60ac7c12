//! Rows of a sheet on their way to become records: each by the way of a record that is sent by itself.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Instant;

use ratebook::records::{Cell, RecordLookup, RecordRow};
use ratebook::{Code, Reason};
use serde_json::{Map, Value};

use super::answer::Answer;
use super::change::{Asked, Job, at_home};
use super::desk::Desk;
use crate::store::{Failure, TenantTx, json};

/// As many faults are told of rows that are gone through together.
pub(crate) const MOST_FAULTS: usize = 1_000;
/// As many are told of one row.
const MOST_OF_A_ROW: usize = 50;
/// As many records are shown as they would be kept.
pub(crate) const MOST_SHOWN: usize = 20;

/// What of a sheet is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keep {
    /// All of it, or nothing where a row is at fault.
    All,
    /// The rows that are not at fault.
    Good,
    /// Nothing: it is only told what would become of it.
    Nothing,
}

impl Keep {
    const ALL: [(Keep, &'static str); 3] = [(Keep::All, "all"), (Keep::Good, "good"), (Keep::Nothing, "nothing")];

    /// By the word for it.
    pub(crate) fn of(word: &str) -> Option<Keep> {
        Keep::ALL
            .into_iter()
            .find_map(|(keep, own)| (own == word).then_some(keep))
    }

    /// The word for it.
    pub(crate) fn word(self) -> &'static str {
        let own = Keep::ALL.into_iter().find(|(keep, _)| *keep == self);
        own.map_or("", |(_, word)| word)
    }
}

/// What is said where a word is none of them.
pub(crate) const KEEPS: &str =
    "`keep` is `all`, `good` for the rows that are not at fault, or `nothing` to see what would come of it";

/// Something that is wrong with a row.
#[derive(Clone, Debug)]
pub(crate) struct Fault {
    pub(crate) row: u32,
    pub(crate) column: String,
    pub(crate) code: Code,
    pub(crate) message: String,
}

/// The rows in which something is wrong.
pub(crate) fn rows_of(faults: &[Fault]) -> BTreeSet<u32> {
    faults.iter().map(|fault| fault.row).collect()
}

/// What became of rows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Outcome {
    pub(crate) created: u32,
    pub(crate) changed: u32,
    pub(crate) faults: Vec<Fault>,
    /// Records as they would be kept, with their rows.
    pub(crate) shown: Vec<(u32, Vec<u8>)>,
    /// Whether it took longer than it might, and was left there.
    pub(crate) is_late: bool,
}

/// The records that are shown, as a list in JSON: each as it was answered.
pub(crate) fn told_shown(shown: &[(u32, Vec<u8>)]) -> Vec<u8> {
    let records = shown.iter().map(|(row, record)| {
        let head = format!("{{\"row\":{row},\"record\":");
        [head.as_bytes(), record, b"}"].concat()
    });
    [b"[".as_slice(), &records.collect::<Vec<_>>().join(&b','), b"]"].concat()
}

/// Rows that were read, at the desk of whoever writes them.
#[derive(Debug)]
pub(crate) struct Rows {
    pub(crate) desk: Desk,
    rows: Vec<RecordRow>,
    /// What the columns are called in the sheet, by their fields.
    columns: Arc<BTreeMap<String, String>>,
}

impl Rows {
    /// New records as they come, so that they are numbered in that order; others by their ids, so that two sheets never wait for each other.
    pub(crate) fn new(desk: Desk, mut rows: Vec<RecordRow>, columns: Arc<BTreeMap<String, String>>) -> Rows {
        rows.sort_by(|one, other| (&one.id, one.row).cmp(&(&other.id, other.row)));
        Rows { desk, rows, columns }
    }

    /// Carries out all rows but those that are known to be at fault, until a moment where one is named.
    pub(crate) async fn carry_out(
        &self,
        tx: &mut TenantTx<'_>,
        known: &[Fault],
        until: Option<Instant>,
    ) -> Result<Outcome, Failure> {
        let without = rows_of(known);
        let (mut outcome, mut at_fault) = (Outcome::default(), 0);
        let mut numbers: BTreeMap<(&str, &str), String> = BTreeMap::new();
        for row in self.rows.iter().filter(|row| !without.contains(&row.row)) {
            if until.is_some_and(|until| Instant::now() > until) {
                outcome.is_late = true;
                break;
            }
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
                    let reasons = error.into_reasons().into_iter().take(MOST_OF_A_ROW);
                    outcome.faults.extend(reasons.map(|reason| self.fault(row.row, reason)));
                    at_fault += 1;
                    if at_fault >= MOST_FAULTS {
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
        asked.carry_out_apart(tx).await
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
