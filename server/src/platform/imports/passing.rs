//! Rows of a sheet in one transaction: kept with how far the import has come by them, or carried out to see what would come of it.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use ratebook::records::ColumnKind;

use super::reading::Part;
use super::work::{AT_ONCE, Import};
use super::{Ended, MOST_KEPT, place, sealed};
use crate::records::sheet::{Fault, Keep, MOST_SHOWN, Outcome, Rows, rows_of, told_shown};
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{Failure, TenantTx};

/// How much of a part was noted.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Noted {
    at_fault: i64,
    faults: i64,
    is_shown: bool,
}

impl Import {
    pub(super) fn passed(&mut self, part: &Part, noted: &Noted) {
        self.last_row = part.last_row;
        self.at_fault += noted.at_fault;
        self.faults += noted.faults;
        self.is_shown |= noted.is_shown;
    }
}

/// Rows on their way.
#[derive(Clone)]
pub(super) struct Passing {
    pub(super) app: App,
    pub(super) import: Import,
    pub(super) rows: Arc<Rows>,
    /// What is known to be wrong with rows.
    pub(super) known: Vec<Fault>,
    pub(super) part: Arc<Part>,
    pub(super) is_look: bool,
}

/// Where it has come to, unless somebody has ended it, or somebody else has come further.
const NOTE: &str = "UPDATE imports SET last_row = $4, passed = passed + $5, created = created + $6, changed = changed + $7, at_fault = at_fault + \
    $8, faults = faults + $9, more_faults = more_faults + $10, shown = coalesce(shown, $11) WHERE tenant_id = $1 AND id = $2 AND last_row = $3 \
    AND finished_at IS NULL";
const FAULT: &str =
    "INSERT INTO import_faults (tenant_id, import_id, number, row_number, told) VALUES ($1, $2, $3, $4, $5)";

pub(super) fn held(rows: u64) -> Result<(), Failure> {
    match rows {
        1 => Ok(()),
        _ => Err(Failure::Busy(
            "somebody else is at this import by now, or it was called off".to_owned(),
        )),
    }
}

fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

impl Passing {
    /// Carries out the rows that are not known to be at fault, and notes it with them; undone where it is only a look, or more are at fault.
    pub(super) async fn carry_out(
        &self,
        tx: &mut TenantTx<'_>,
        told: &Mutex<Option<Outcome>>,
    ) -> Result<Noted, Failure> {
        let outcome = self.rows.carry_out(tx, &self.known, None).await?;
        if self.is_look || !outcome.faults.is_empty() {
            *told.lock().unwrap_or_else(PoisonError::into_inner) = Some(outcome);
            return Err(Failure::Undone);
        }
        self.note(tx, &outcome).await
    }

    pub(super) async fn note(&self, tx: &mut TenantTx<'_>, outcome: &Outcome) -> Result<Noted, Failure> {
        let (id, import) = (self.import.id, &self.import);
        let mut noted = self.keep_faults_from(tx, import.faults).await?;
        let more = whole(self.known.len()) - noted.faults;
        let is_look = import.keep == Keep::Nothing && !import.is_shown && !outcome.shown.is_empty();
        let shown = match is_look {
            true => {
                let first = outcome.shown.get(..MOST_SHOWN).unwrap_or(&outcome.shown);
                let place = place(tx.tenant(), id, "shown");
                Bound::Bytes(self.app.vault.seal(&place, &told_shown(first))?)
            }
            false => Bound::Nothing(ColumnKind::Bytes),
        };
        noted.is_shown = is_look;
        let values = [
            Bound::Id(id),
            Bound::Whole(import.last_row.into()),
            Bound::Whole(self.part.last_row.into()),
            Bound::Whole(self.part.count.into()),
            Bound::Whole(outcome.created.into()),
            Bound::Whole(outcome.changed.into()),
            Bound::Whole(noted.at_fault),
            Bound::Whole(noted.faults),
            Bound::Whole(more),
            shown,
        ];
        held(tx.tell(NOTE, &values).await?)?;
        Ok(noted)
    }

    /// Keeps what is wrong with the rows, behind so many that are kept already.
    async fn keep_faults_from(&self, tx: &mut TenantTx<'_>, kept: i64) -> Result<Noted, Failure> {
        let mut faults: Vec<&Fault> = self.known.iter().collect();
        faults.sort_by_key(|fault| fault.row);
        let room = usize::try_from(MOST_KEPT.saturating_sub(kept)).unwrap_or(0);
        let whose = (tx.tenant(), self.import.id);
        for (number, fault) in (kept..).zip(faults.iter().take(room)) {
            let values = [
                Bound::Id(self.import.id),
                Bound::Whole(number),
                Bound::Whole(fault.row.into()),
                Bound::Bytes(sealed(&self.app, whose, fault)?),
            ];
            tx.tell(FAULT, &values).await?;
        }
        Ok(Noted {
            at_fault: whole(rows_of(&self.known).len()),
            faults: whole(faults.len().min(room)),
            is_shown: false,
        })
    }

    /// Keeps what is wrong with rows of which nothing is kept.
    pub(super) async fn keep_faults(&self, tx: &mut TenantTx<'_>) -> Result<(), Failure> {
        let noted = self.keep_faults_from(tx, 0).await?;
        let text = "UPDATE imports SET at_fault = $3, faults = $4, more_faults = $5 WHERE tenant_id = $1 AND id = $2 AND faults = 0 AND \
                    finished_at IS NULL";
        let values = [
            Bound::Id(self.import.id),
            Bound::Whole(noted.at_fault),
            Bound::Whole(noted.faults),
            Bound::Whole(whole(self.known.len()) - noted.faults),
        ];
        held(tx.tell(text, &values).await?)
    }

    /// Keeps all rows together with that it has ended, or undoes all of it.
    pub(super) async fn keep_all(&self, tx: &mut TenantTx<'_>, told: &Mutex<Option<Outcome>>) -> Result<(), Failure> {
        let until = Instant::now() + AT_ONCE;
        let outcome = match self.known.is_empty() {
            true => self.rows.carry_out(tx, &[], Some(until)).await?,
            false => Outcome::default(),
        };
        if outcome.is_late || !outcome.faults.is_empty() || !self.known.is_empty() {
            *told.lock().unwrap_or_else(PoisonError::into_inner) = Some(outcome);
            return Err(Failure::Undone);
        }
        let text = "UPDATE imports SET passed = $3, created = $4, changed = $5 WHERE tenant_id = $1 AND id = $2 AND state = 'keeping' AND \
                    finished_at IS NULL";
        let values = [
            Bound::Id(self.import.id),
            Bound::Whole(self.part.count.into()),
            Bound::Whole(outcome.created.into()),
            Bound::Whole(outcome.changed.into()),
        ];
        held(tx.tell(text, &values).await?)?;
        let ended = Ended {
            id: self.import.id,
            state: "done",
            why: None,
            by: self.rows.desk.caller.actor.id.clone(),
            now: self.rows.desk.now.microseconds(),
        };
        ended.keep(tx).await.map(drop)
    }
}
