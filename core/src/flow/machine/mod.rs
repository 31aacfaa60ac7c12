//! Machines: the lives of bookings, quotes, tickets. Data that is checked once, compiled to a table, and fired.

mod allowed;
mod check;
mod compiled;
mod definition;
mod diagram;
mod due;
mod fire;
mod instance;
mod paths;
mod replay;
mod shipped;

pub use allowed::{AllowedRequest, MachineChoice};
pub use compiled::{EventId, Machine, StateId, Way};
pub use definition::{
    MachineDefinition, MachineEffect, MachineEvent, MachineStamp, MachineStanding, MachineState, MachineTimer,
    MachineTransition,
};
pub use diagram::{DiagramRequest, MachineDrawing};
pub use due::{DueRequest, MachineDue, MachineTimers};
pub use fire::{FireAllRequest, FireRequest, MachineAttempt, MachineFired, MachineStep, StartRequest, StepRequest};
pub use instance::{MachineInstance, MachineRecord};
pub use paths::{MachinePath, PathsRequest};
pub use replay::ReplayRequest;
pub use shipped::{MachinesRequest, shipped};
