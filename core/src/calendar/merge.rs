//! Many commands at once, and those that devices made while they were apart.

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::calendar::Calendar;
use super::commands::{
    BlockRequest, BookRequest, CancelRequest, ConfirmRequest, ExpireRequest, ExtendRequest, HoldRequest,
    ReleaseRequest, RescheduleRequest, UnblockRequest,
};
use super::definition::{Blocked, Booking, Hold};
use super::rows::{AppliedRows, ApplyRowsRequest};
use super::transaction::Transaction;
use crate::error::ErrorReport;
use crate::fault::{self, Limits};
use crate::time::Instant;
use crate::{Error, Result};

/// Something that changes a calendar.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum CalendarCommand {
    /// Books.
    Book(BookRequest),
    /// Holds.
    Hold(HoldRequest),
    /// Makes a hold a booking.
    Confirm(ConfirmRequest),
    /// Gives a hold up.
    Release(ReleaseRequest),
    /// Lets a hold expire later.
    Extend(ExtendRequest),
    /// Drops holds that have expired.
    Expire(ExpireRequest),
    /// Gives a booking up.
    Cancel(CancelRequest),
    /// Moves a booking.
    Reschedule(RescheduleRequest),
    /// Blocks time.
    Block(BlockRequest),
    /// Makes blocked time free again.
    Unblock(UnblockRequest),
    /// Takes rows of a database as they are.
    ApplyRows(ApplyRowsRequest),
}

/// What a command did.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum CalendarChange {
    /// The booking that was made, moved or given up.
    Booking(Booking),
    /// The hold that was placed, extended or given up.
    Hold(Hold),
    /// What is blocked now, or was.
    Blocked(Blocked),
    /// The holds that had expired.
    Expired(Vec<Hold>),
    /// The rows that are no longer as they were.
    Rows(AppliedRows),
}

/// Many commands at once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ApplyRequest {
    /// The commands, in their order, each for itself: a refused one stops no other.
    pub commands: Vec<CalendarCommand>,
}

/// What one of many commands did, or why it was refused.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct AppliedCommand {
    /// What it did.
    pub done: Option<CalendarChange>,
    /// Every reason, when it was refused.
    pub error: Option<ErrorReport>,
}

/// Commands of devices that were offline.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct MergeRequest {
    /// The commands, in whatever order they came together.
    pub received: Vec<ReceivedCommand>,
}

/// A command as it was received.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ReceivedCommand {
    /// What it is known by; of two that were received at the same moment the lower one comes first.
    #[schemars(extend("format" = "name"))]
    pub id: String,
    /// When the server received it: the moment that it is checked at, whatever the device's clock said.
    pub received_at: Instant,
    /// The command.
    pub command: CalendarCommand,
}

/// What became of a received command.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct MergedCommand {
    /// The command.
    pub id: String,
    /// What it did.
    pub done: Option<CalendarChange>,
    /// Every reason, when it clashes with what came before it.
    pub error: Option<ErrorReport>,
}

impl From<Error> for AppliedCommand {
    fn from(error: Error) -> Self {
        AppliedCommand {
            done: None,
            error: Some(error.report()),
        }
    }
}

impl Calendar {
    /// Many commands, one after the other, each for itself.
    pub fn apply(&self, request: &ApplyRequest) -> Result<Vec<AppliedCommand>> {
        request.bounded_as_list()?;
        self.write(|change| {
            let applied = request.commands.iter().map(|command| match change.run(command) {
                Ok(done) => AppliedCommand {
                    done: Some(done),
                    error: None,
                },
                Err(error) => error.into(),
            });
            Ok(applied.collect())
        })
    }

    /// Merges what devices did while they were apart, in the order received, then by id: the same commands give the same
    /// calendar, in whatever order they are handed over. What clashes is told, and nothing is lost.
    pub fn merge(&self, request: &MergeRequest) -> Result<Vec<MergedCommand>> {
        request.bounded_as_list()?;
        let mut received: Vec<&ReceivedCommand> = request.received.iter().collect();
        received.sort_by(|one, other| (one.received_at, &one.id).cmp(&(other.received_at, &other.id)));
        self.write(|change| {
            let merged = received.into_iter().map(|one| {
                let id = one.id.bounded().map_err(|error| error.under("/id"));
                let id = id.and_then(|()| fault::named(&one.id, "/id"));
                let result = id.and_then(|()| change.run(&one.command.clone().at(one.received_at)));
                let error = result.as_ref().err().map(Error::report);
                MergedCommand {
                    id: one.id.clone(),
                    done: result.ok(),
                    error,
                }
            });
            Ok(merged.collect())
        })
    }
}

impl CalendarCommand {
    /// The same command at another moment.
    fn at(mut self, moment: Instant) -> CalendarCommand {
        let now = match &mut self {
            CalendarCommand::Book(request) => Some(&mut request.now),
            CalendarCommand::Hold(request) => Some(&mut request.now),
            CalendarCommand::Confirm(request) => Some(&mut request.now),
            CalendarCommand::Extend(request) => Some(&mut request.now),
            CalendarCommand::Expire(request) => Some(&mut request.now),
            CalendarCommand::Reschedule(request) => Some(&mut request.now),
            CalendarCommand::Release(_)
            | CalendarCommand::Cancel(_)
            | CalendarCommand::Block(_)
            | CalendarCommand::Unblock(_)
            | CalendarCommand::ApplyRows(_) => None,
        };
        if let Some(now) = now {
            *now = moment;
        }
        self
    }
}

impl Transaction<'_> {
    fn run(&mut self, command: &CalendarCommand) -> Result<CalendarChange> {
        command.bounded().map_err(Error::within_choice)?;
        self.whole(|change| change.done_by(command))
    }

    fn done_by(&mut self, command: &CalendarCommand) -> Result<CalendarChange> {
        Ok(match command {
            CalendarCommand::Book(request) => CalendarChange::Booking(self.book(request)?),
            CalendarCommand::Hold(request) => CalendarChange::Hold(self.place_hold(request)?),
            CalendarCommand::Confirm(request) => CalendarChange::Booking(self.confirm(request)?),
            CalendarCommand::Release(request) => CalendarChange::Hold(self.release(request)?),
            CalendarCommand::Extend(request) => CalendarChange::Hold(self.extend(request)?),
            CalendarCommand::Expire(request) => CalendarChange::Expired(self.expire(request)?),
            CalendarCommand::Cancel(request) => CalendarChange::Booking(self.cancel(request)?),
            CalendarCommand::Reschedule(request) => CalendarChange::Booking(self.reschedule(request)?),
            CalendarCommand::Block(request) => CalendarChange::Blocked(self.block(request)?),
            CalendarCommand::Unblock(request) => CalendarChange::Blocked(self.unblock(request)?),
            CalendarCommand::ApplyRows(request) => CalendarChange::Rows(self.apply_rows(request)?),
        })
    }
}
