//! What may happen next? A booking lives by a machine: an event happens, or is refused with every reason.
//!
//! ```text
//! b-1 is asked
//! tenancy.permission_missing: the permission `bookings:write` is needed
//! flow.field_missing: `confirm` needs the field `payment_id`
//! b-1 is confirmed
//! possible now: end
//! ```

#![expect(clippy::print_stdout, reason = "an example shows what it gets")]

use ratebook::flow::{
    AllowedRequest, FireRequest, Machine, MachineDefinition, MachineEvent, MachineState, MachineTransition,
    StartRequest,
};
use ratebook::time::Instant;
use serde_json::{Map, json};

fn main() -> ratebook::Result<()> {
    let machine = Machine::new(MachineDefinition::new(
        "booking",
        "asked",
        [
            MachineState::new("asked"),
            MachineState::new("confirmed"),
            MachineState::new("ended").with_terminal(true),
        ],
        [MachineEvent::new("confirm"), MachineEvent::new("end")],
        [
            MachineTransition::new(["asked"], "confirm", "confirmed")
                .with_permission("bookings:write")
                .with_requires(["payment_id"]),
            MachineTransition::new(["confirmed"], "end", "ended"),
        ],
    ))?;

    let now: Instant = "2026-05-04T08:00:00Z".parse()?;
    let asked = machine.start(&StartRequest::new(now).with_id("b-1"))?.instance;
    println!("b-1 is {}", asked.state);

    // Nobody said that they may, and no payment is named: both are told.
    if let Err(refused) = machine.fire(&FireRequest::new(asked.clone(), "confirm", now)) {
        for reason in refused.reasons() {
            println!("{}: {}", reason.code, reason.message);
        }
    }
    let given = Map::from_iter([("payment_id".to_owned(), json!("p-7"))]);
    let confirm = FireRequest::new(asked, "confirm", now)
        .with_permissions(["bookings:write"])
        .with_given(given);
    let confirmed = machine.fire(&confirm)?.instance;
    println!("b-1 is {}", confirmed.state);

    let choices = machine.allowed(&AllowedRequest::new(confirmed).with_now(now))?;
    for choice in choices.iter().filter(|choice| choice.open) {
        println!("possible now: {}", choice.event);
    }
    Ok(())
}
