//! Any bytes as a machine, in JSON or TOML; what loads lives within its states, and its history leads to the same instance.
#![no_main]

use libfuzzer_sys::fuzz_target;
use ratebook::flow::{DiagramRequest, DueRequest, FireRequest, Machine, MachineDrawing, PathsRequest, ReplayRequest, StartRequest};
use ratebook::time::Instant;

fuzz_target!(|bytes: &[u8]| {
    let Ok(machine) = Machine::load_text(bytes) else { return };
    // What loaded writes itself as a definition that loads again.
    let written = serde_json::to_vec(machine.definition()).expect("a definition is JSON");
    let again = Machine::load_text(&written).expect("what loaded loads again");
    assert_eq!(again.definition(), machine.definition());
    let paths = machine.paths(&PathsRequest::default()).expect("every state has a path");
    assert_eq!(paths.len(), machine.definition().states.len());
    let drawing = MachineDrawing::Mermaid;
    machine.diagram(&DiagramRequest::new(drawing)).expect("every machine is drawn");
    let now: Instant = "2026-05-04T10:00:00Z".parse().expect("a moment");
    let begun = machine.start(&StartRequest::new(now)).expect("every machine begins");
    let (mut instance, mut history) = (begun.instance, vec![begun.record]);
    for event in machine.definition().events.iter().cycle().take(40) {
        let request = FireRequest::new(instance.clone(), &event.name, now).with_permissions(["*"]);
        if let Ok(fired) = machine.fire(&request) {
            instance = fired.instance;
            history.push(fired.record);
        }
    }
    machine.due(&DueRequest::new(now, [instance.clone()])).expect("its own instance");
    let replayed = machine.replay(&ReplayRequest::new(history)).expect("what was lived");
    assert_eq!(replayed, instance);
});
