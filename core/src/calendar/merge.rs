//! Many commands at once, and those that devices made while they were apart.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::calendar::Calendar;
use super::commands::{
    BlockRequest, BookRequest, CancelRequest, ConfirmRequest, ExpireRequest, ExtendRequest, HoldRequest,
    ReleaseRequest, RescheduleRequest, UnblockRequest,
};
use super::definition::{Blocked, Booking, Hold};
use super::state::State;
use crate::error::ErrorReport;
use crate::time::Instant;
use crate::{Error, Result};

/// Something that changes a calendar.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Command {
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
}

/// What a command did.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Done {
    /// The booking that was made, moved or given up.
    Booking(Booking),
    /// The hold that was placed, extended or given up.
    Hold(Hold),
    /// What is blocked now, or was.
    Blocked(Blocked),
    /// The holds that had expired.
    Expired(Vec<Hold>),
}

/// Many commands at once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ApplyRequest {
    /// The commands, in their order, each for itself: a refused one stops no other.
    pub commands: Vec<Command>,
}

/// What one of many commands did, or why it was refused.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Applied {
    /// What it did.
    pub done: Option<Done>,
    /// Every reason, when it was refused.
    pub error: Option<ErrorReport>,
}

/// Commands of devices that were offline.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MergeRequest {
    /// The commands, in whatever order they came together.
    pub received: Vec<Received>,
}

/// A command as it was received.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Received {
    /// What it is known by; of two that were received at the same moment the lower one comes first.
    pub id: String,
    /// When the server received it: the moment that it is checked at, whatever the device's clock said.
    pub received_at: Instant,
    /// The command.
    pub command: Command,
}

/// What became of a received command.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Merged {
    /// The command.
    pub id: String,
    /// What it did.
    pub done: Option<Done>,
    /// Every reason, when it clashes with what came before it.
    pub error: Option<ErrorReport>,
}

impl From<Error> for Applied {
    fn from(error: Error) -> Self {
        Applied {
            done: None,
            error: Some(error.report()),
        }
    }
}

impl Calendar {
    /// Many commands, one after the other, each for itself.
    pub fn apply(&self, request: &ApplyRequest) -> Result<Vec<Applied>> {
        self.write(|state| {
            let applied = request.commands.iter().map(|command| match state.run(command) {
                Ok(done) => Applied {
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
    pub fn merge(&self, request: &MergeRequest) -> Result<Vec<Merged>> {
        let mut received: Vec<&Received> = request.received.iter().collect();
        received.sort_by(|one, other| (one.received_at, &one.id).cmp(&(other.received_at, &other.id)));
        self.write(|state| {
            let merged = received.into_iter().map(|one| {
                let result = state.run(&one.command.clone().at(one.received_at));
                let error = result.as_ref().err().map(Error::report);
                Merged {
                    id: one.id.clone(),
                    done: result.ok(),
                    error,
                }
            });
            Ok(merged.collect())
        })
    }
}

impl Command {
    /// The same command at another moment.
    fn at(mut self, moment: Instant) -> Command {
        let now = match &mut self {
            Command::Book(request) => Some(&mut request.now),
            Command::Hold(request) => Some(&mut request.now),
            Command::Confirm(request) => Some(&mut request.now),
            Command::Extend(request) => Some(&mut request.now),
            Command::Expire(request) => Some(&mut request.now),
            Command::Reschedule(request) => Some(&mut request.now),
            Command::Release(_) | Command::Cancel(_) | Command::Block(_) | Command::Unblock(_) => None,
        };
        if let Some(now) = now {
            *now = moment;
        }
        self
    }
}

impl State {
    fn run(&mut self, command: &Command) -> Result<Done> {
        Ok(match command {
            Command::Book(request) => Done::Booking(self.book(request)?),
            Command::Hold(request) => Done::Hold(self.place_hold(request)?),
            Command::Confirm(request) => Done::Booking(self.confirm(request)?),
            Command::Release(request) => Done::Hold(self.release(request)?),
            Command::Extend(request) => Done::Hold(self.extend(request)?),
            Command::Expire(request) => Done::Expired(self.expire(request)?),
            Command::Cancel(request) => Done::Booking(self.cancel(request)?),
            Command::Reschedule(request) => Done::Booking(self.reschedule(request)?),
            Command::Block(request) => Done::Blocked(self.block(request)?),
            Command::Unblock(request) => Done::Blocked(self.unblock(request)?),
        })
    }
}
