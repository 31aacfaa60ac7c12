//! A small pack of boats, and versions of it.

use serde_json::{Value, json};

/// Ports are deleted for good, boats and keepers softly, ropes go with their port.
pub(crate) fn fleet(definition: &mut Value) {
    *definition = json!({
        "name": "workbench",
        "version": 1,
        "roles": {"admin": {"allow": ["*"]}},
        "machines": [trip(1, 7)],
        "entities": [
            {"name": "port", "fields": {"name": {"kind": "text", "required": true}}},
            {"name": "keeper", "soft_delete": {}, "fields": {"name": {"kind": "text", "required": true}}},
            {"name": "rope", "soft_delete": {}, "fields": {
                "port_id": {"kind": "link", "entity": "port", "required": true, "deletion": "cascade"}
            }},
            {
                "name": "boat",
                "plural": "boats",
                "soft_delete": {},
                "number": {"field": "code", "format": "B{seq:3}"},
                "machine": {"name": "trip", "field": "state"},
                "fields": {
                    "code": {"kind": "text", "written_by": "engine"},
                    "name": {"kind": "text", "required": true, "search": true},
                    "berths": {"kind": "integer"},
                    "pin": {"kind": "secret"},
                    "state": {"kind": "text", "required": true, "filter": true, "written_by": "machine"},
                    "port_id": {"kind": "link", "entity": "port", "required": true},
                    "keeper_id": {"kind": "link", "entity": "keeper", "deletion": "clear"},
                    "beside_id": {"kind": "link", "entity": "boat", "deletion": "clear"}
                }
            }
        ]
    });
}

/// The life of a boat, in which one that is out is back by itself after so many days.
pub(crate) fn trip(version: u32, days: u32) -> Value {
    json!({
        "name": "trip",
        "version": version,
        "initial": "moored",
        "endless": true,
        "states": [{"name": "moored"}, {"name": "out"}],
        "events": [{"name": "leave"}, {"name": "arrive"}],
        "transitions": [
            {"from": ["moored"], "event": "leave", "to": "out", "permission": "boats:write"},
            {"from": ["out"], "event": "arrive", "to": "moored", "after": {"days": days}}
        ]
    })
}

/// The entity of that name.
pub(crate) fn entity<'d>(definition: &'d mut Value, name: &str) -> &'d mut Value {
    let entities = definition["entities"].as_array_mut().expect("entities");
    let own = entities.iter_mut().find(|entity| entity["name"] == name);
    own.expect("an entity")
}
