//! What may happen next?

pub mod machine;

pub use machine::{
    AllowedRequest, DiagramRequest, DueRequest, EventId, FireAllRequest, FireRequest, Machine, MachineAttempt,
    MachineChoice, MachineDefinition, MachineDrawing, MachineDue, MachineEffect, MachineEvent, MachineFired,
    MachineInstance, MachinePath, MachineRecord, MachineStamp, MachineStanding, MachineState, MachineStep,
    MachineTimer, MachineTimers, MachineTransition, MachinesRequest, PathsRequest, ReplayRequest, StartRequest,
    StateId, StepRequest,
};
mod automation;
mod contacts;

pub use automation::*;
pub use contacts::*;
mod deadlines;

pub use deadlines::{
    DeadlineCase, DeadlineComplianceRequest, DeadlineEntry, DeadlineFigures, DeadlineGrouping, DeadlineLevel,
    DeadlineNotice, DeadlinePolicy, DeadlinePolicyDefinition, DeadlineStanding, DeadlineTarget, DeadlineTrackRequest,
    TrackedDeadlines,
};
