//! Machines: the lives of bookings, quotes, tickets. Data that is checked once, compiled to a table, and fired.

mod allowed;
mod changes;
mod check;
mod compiled;
mod definition;
mod diagram;
mod due;
mod fields;
mod fire;
mod instance;
mod known;
mod paths;
mod replay;
mod settle;
mod shipped;
mod timer;
mod times;

pub use allowed::{AllowedRequest, MachineChoice};
pub use compiled::{EventId, Machine, StateId, Way};
pub use definition::{
    MachineDefinition, MachineEffect, MachineEvent, MachineStamp, MachineStanding, MachineStart, MachineState,
    MachineTransition,
};
pub use diagram::{DiagramRequest, MachineDrawing};
pub use due::{DueRequest, MachineDue, MachineTimers};
pub use fire::{FireAllRequest, FireRequest, MachineAttempt, MachineFired, MachineStep, StartRequest, StepRequest};
pub use instance::{MachineInstance, MachineRecord};
pub use paths::{MachinePath, PathsRequest};
pub use replay::ReplayRequest;
pub use settle::MachineSettled;
pub(crate) use shipped::shipped_names;
pub use shipped::{MachinesRequest, shipped};
pub use timer::MachineTimer;
