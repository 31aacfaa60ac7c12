//! What a database holds: rows that are booked, held or blocked already, and are not asked whether they may be.

use std::collections::HashSet;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::calendar::Calendar;
use super::commands::id_fits;
use super::definition::{Blocked, Booking, Hold};
use super::state::{BlockedTime, Booked, OnHold, Parts, State};
use super::transaction::Transaction;
use crate::fault::{Limits, shortened};
use crate::{Code, Error, Reason, Result};

/// Rows that a database has added, changed or removed since it was last looked at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ApplyRowsRequest {
    /// Bookings as they are now, each in the place of the one with its id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bookings: Vec<Booking>,
    /// Holds as they are now, each in the place of the one with its key.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub holds: Vec<Hold>,
    /// What is blocked now, each in the place of the one with its id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub blocked: Vec<Blocked>,
    /// What is no longer there. An id that the calendar does not know changes nothing.
    #[serde(default)]
    pub removed: RowIds,
}

/// Rows by what they are known by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RowIds {
    /// The ids of bookings.
    #[serde(default)]
    #[schemars(extend("format" = "reference"))]
    pub bookings: Vec<String>,
    /// The keys of holds.
    #[serde(default)]
    #[schemars(extend("format" = "reference"))]
    pub holds: Vec<String>,
    /// The ids of what is blocked.
    #[serde(default)]
    #[schemars(extend("format" = "reference"))]
    pub blocked: Vec<String>,
}

/// What is no longer as it was. Rows that were known as they are stand in none of the three.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct AppliedRows {
    /// What was not there.
    pub added: RowIds,
    /// What was there otherwise.
    pub changed: RowIds,
    /// What is there no longer.
    pub removed: RowIds,
}

/// A row as the calendar keeps it.
enum Row {
    Booking(Booked),
    Hold(OnHold),
    Blocked(BlockedTime),
}

/// How a row stands to what is kept.
enum Standing {
    New,
    Changed,
    Same,
}

impl Calendar {
    /// Makes the calendar what a database says: rows are taken as they are, also where they take more than there is. All of them
    /// or, when one is at fault, none; the same rows again change nothing.
    pub fn apply_rows(&self, request: &ApplyRowsRequest) -> Result<AppliedRows> {
        request.bounded()?;
        self.write(|change| change.apply_rows(request))
    }
}

impl Transaction<'_> {
    pub(super) fn apply_rows(&mut self, request: &ApplyRowsRequest) -> Result<AppliedRows> {
        let rows = self.rows(request)?;
        let mut applied = AppliedRows {
            removed: self.remove_rows(&request.removed),
            ..AppliedRows::default()
        };
        // What goes is given back before anything is taken: a row that moves into the place of another meets nobody.
        let mut taking = Vec::new();
        for (id, row) in rows {
            match self.standing(id, &row) {
                Standing::Same => continue,
                Standing::New => applied.added.of(&row).push(id.to_owned()),
                Standing::Changed => {
                    applied.changed.of(&row).push(id.to_owned());
                    self.remove_row(id, &row);
                }
            }
            taking.push((id, row));
        }
        for (id, row) in taking {
            match row {
                Row::Booking(booked) => self.add_booking(id, booked)?,
                Row::Hold(hold) => self.add_hold(id, hold),
                Row::Blocked(time) => self.add_blocked(id, time)?,
            }
        }
        Ok(applied)
    }

    fn remove_row(&mut self, id: &str, row: &Row) {
        match row {
            Row::Booking(_) => self.remove_booking(id),
            Row::Hold(_) => self.remove_hold(id),
            Row::Blocked(_) => self.remove_blocked(id),
        }
    }

    /// Removes what is there of them, and tells it.
    fn remove_rows(&mut self, ids: &RowIds) -> RowIds {
        let mut removed = RowIds::default();
        for id in &ids.bookings {
            if self.bookings.get(id).is_some() {
                self.remove_booking(id);
                removed.bookings.push(id.clone());
            }
        }
        for key in &ids.holds {
            if self.holds.get(key).is_some() {
                self.remove_hold(key);
                removed.holds.push(key.clone());
            }
        }
        for id in &ids.blocked {
            if self.blocked.get(id).is_some() {
                self.remove_blocked(id);
                removed.blocked.push(id.clone());
            }
        }
        removed
    }
}

impl State {
    /// The rows of a request as they would be kept, or every fault.
    fn rows<'r>(&self, request: &'r ApplyRowsRequest) -> Result<Vec<(&'r str, Row)>> {
        let (mut rows, mut reasons) = (Vec::new(), Vec::new());
        let mut keep = |read: Result<(&'r str, Row)>, place: String| match read {
            Ok(row) => rows.push(row),
            Err(error) => reasons.extend(error.under(&place).into_reasons()),
        };
        let mut seen = HashSet::new();
        for (index, booking) in request.bookings.iter().enumerate() {
            let row = once(&mut seen, &booking.id, "/id").and_then(|()| self.booking_row(booking));
            keep(row, format!("/bookings/{index}"));
        }
        let mut again = both(&seen, &request.removed.bookings, "bookings");
        seen.clear();
        for (index, hold) in request.holds.iter().enumerate() {
            let row = once(&mut seen, &hold.key, "/key").and_then(|()| self.hold_row(hold));
            keep(row, format!("/holds/{index}"));
        }
        again.extend(both(&seen, &request.removed.holds, "holds"));
        seen.clear();
        for (index, blocked) in request.blocked.iter().enumerate() {
            let row = once(&mut seen, &blocked.id, "/id").and_then(|()| self.blocked_row(blocked));
            keep(row, format!("/blocked/{index}"));
        }
        again.extend(both(&seen, &request.removed.blocked, "blocked"));
        reasons.append(&mut again);
        Error::unless_empty(reasons).map(|()| rows)
    }

    fn booking_row<'r>(&self, booking: &'r Booking) -> Result<(&'r str, Row)> {
        id_fits(&booking.id, "/id")?;
        let booked = Booked {
            parts: self.row_parts(&booking.takes)?,
            booked_at: booking.booked_at,
            revision: booking.revision,
            revised_at: booking.revised_at,
            title: booking.title.as_deref().map(Into::into),
        };
        let booked = match self.bookings.get(&booking.id) {
            Some(known) => booked.following(known),
            None => booked,
        };
        Ok((&booking.id, Row::Booking(booked)))
    }

    fn hold_row<'r>(&self, hold: &'r Hold) -> Result<(&'r str, Row)> {
        id_fits(&hold.key, "/key")?;
        let held = OnHold {
            parts: self.row_parts(&hold.takes)?,
            expires_at: hold.expires_at,
        };
        Ok((&hold.key, Row::Hold(held)))
    }

    fn blocked_row<'r>(&self, blocked: &'r Blocked) -> Result<(&'r str, Row)> {
        let time = self.blocking(blocked)?;
        let time = match self.blocked.get(&blocked.id) {
            Some(known) => time.following(known),
            None => time,
        };
        Ok((&blocked.id, Row::Blocked(time)))
    }

    fn row_parts(&self, takes: &[super::definition::Take]) -> Result<Parts> {
        self.parts(takes).map_err(|error| error.under("/takes"))
    }

    fn standing(&self, id: &str, row: &Row) -> Standing {
        let same = match row {
            Row::Booking(row) => self.bookings.get(id).map(|known| known == row),
            Row::Hold(row) => self.holds.get(id).map(|known| known == row),
            Row::Blocked(row) => self.blocked.get(id).map(|known| known == row),
        };
        match same {
            None => Standing::New,
            Some(false) => Standing::Changed,
            Some(true) => Standing::Same,
        }
    }
}

impl RowIds {
    /// The ids of rows of a kind.
    fn of(&mut self, row: &Row) -> &mut Vec<String> {
        match row {
            Row::Booking(_) => &mut self.bookings,
            Row::Hold(_) => &mut self.holds,
            Row::Blocked(_) => &mut self.blocked,
        }
    }
}

/// Of two rows with one id, which is the newer is not for the engine to guess.
fn once<'r>(seen: &mut HashSet<&'r str>, id: &'r str, path: &str) -> Result<()> {
    if seen.insert(id) {
        return Ok(());
    }
    let message = format!("`{}` is there twice; give each row once, as it is now", shortened(id));
    Err(Error::new(Code::RequestConflict, path, message))
}

/// Rows that are there and removed in one request.
fn both(seen: &HashSet<&str>, removed: &[String], kind: &str) -> Vec<Reason> {
    let again = (0..).zip(removed).filter(|(_, id)| seen.contains(id.as_str()));
    again
        .map(|(index, id): (usize, _)| {
            let message = format!("`{}` is removed here and stands in `{kind}`", shortened(id));
            Reason::new(Code::RequestConflict, format!("/removed/{kind}/{index}"), message)
        })
        .collect()
}
