//! Is it free? Resources, what is taken of them, and everything that is asked about it.

#[expect(clippy::module_inception, reason = "the calendar is what people come for")]
mod calendar;
mod check;
mod commands;
pub mod definition;
mod grid;
pub mod ical;
mod kept;
mod levels;
mod merge;
mod occupancy;
mod opening;
mod schedule;
mod screen;
mod slots;
mod state;
mod steps;
mod timeline;
mod together;
mod view;

pub use calendar::{Availability, Calendar, CheckAllRequest, CheckRequest, FreeTime, NextFreeRequest, SnapshotRequest};
pub use commands::{
    BlockRequest, BookRequest, CancelRequest, ConfirmRequest, ExpireRequest, ExtendRequest, HoldRequest,
    ReleaseRequest, RescheduleRequest, UnblockRequest,
};
pub use definition::CalendarDefinition;
pub use merge::{Applied, ApplyRequest, Command, Done, MergeRequest, Merged, Received};
pub use occupancy::{Occupancy, OccupancyBy, OccupancyRequest, ResourceOccupancy};
pub use slots::{ResourceSlots, Slot, SlotsRequest};
pub use timeline::{Taken, Timeline};
pub use together::{AssignRequest, Assigned, CommonSlot, CommonSlotsRequest, Need};
pub use view::{Cell, CellState, DayView, ResourceView, ViewKind, ViewRequest};
