//! What may happen next?

mod automation;
mod contacts;
mod deadlines;
pub mod machine;

pub use automation::*;
pub use contacts::*;
pub(crate) use deadlines::business_clock;
pub use deadlines::{
    DeadlineCase, DeadlineComplianceRequest, DeadlineEntry, DeadlineFigures, DeadlineGrouping, DeadlineLevel,
    DeadlineNotice, DeadlinePolicy, DeadlinePolicyDefinition, DeadlineStanding, DeadlineTarget, DeadlineTrackRequest,
    TrackedDeadlines,
};
pub use machine::{
    AllowedRequest, DiagramRequest, DueRequest, EventId, FireAllRequest, FireRequest, Machine, MachineAttempt,
    MachineChoice, MachineDefinition, MachineDrawing, MachineDue, MachineEffect, MachineEvent, MachineFired,
    MachineInstance, MachinePath, MachineRecord, MachineSettled, MachineStamp, MachineStanding, MachineState,
    MachineStep, MachineTimer, MachineTimers, MachineTransition, MachinesRequest, PathsRequest, ReplayRequest,
    StartRequest, StateId, StepRequest,
};
