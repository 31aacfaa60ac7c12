//! Is it free? Resources, what is taken of them, and everything that is asked about it.

mod bounds;
#[expect(clippy::module_inception, reason = "the calendar is what people come for")]
mod calendar;
mod change_point;
mod check;
mod commands;
pub mod definition;
#[cfg(feature = "feeds")]
mod expanding;
#[cfg(feature = "feeds")]
mod export;
#[cfg(feature = "feeds")]
mod feeds;
mod grid;
#[cfg(feature = "feeds")]
pub mod ical;
mod kept;
mod lead;
mod levels;
mod merge;
mod occupancy;
#[cfg(feature = "feeds")]
mod occurring;
mod opening;
mod rows;
mod schedule;
mod screen;
mod search;
mod series;
mod slots;
mod state;
mod steps;
mod timeline;
mod together;
mod transaction;
mod view;

pub use calendar::{Availability, Calendar, CheckAllRequest, CheckRequest, FreeTime, NextFreeRequest, SnapshotRequest};
pub(crate) use check::check as checked;
pub use commands::{
    BlockRequest, BookRequest, CancelRequest, ConfirmRequest, ExpireRequest, ExtendRequest, HoldRequest,
    ReleaseRequest, RescheduleRequest, UnblockRequest,
};
pub use definition::CalendarDefinition;
#[cfg(feature = "feeds")]
pub use export::{ExportFeedRequest, FeedContent};
#[cfg(feature = "feeds")]
pub use feeds::{ImportFeedRequest, ImportedFeed};
pub use merge::{
    AppliedCommand, ApplyRequest, CalendarChange, CalendarCommand, MergeRequest, MergedCommand, ReceivedCommand,
};
pub use occupancy::{Occupancy, OccupancyBy, OccupancyRequest, ResourceOccupancy};
pub use rows::{AppliedRows, ApplyRowsRequest, RowIds};
pub use series::{BookSeriesRequest, BookedSeries, SeriesBooking, SeriesOccurrence};
pub use slots::{ResourceSlots, Slot, SlotsRequest};
pub use timeline::{Taken, Timeline};
pub use together::{AssignRequest, Assigned, CommonSlot, CommonSlotsRequest, ResourceNeed};
pub use view::{DayView, ResourceView, ViewCell, ViewKind, ViewRequest, ViewState};
