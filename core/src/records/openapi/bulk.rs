//! Many records of an entity at once: how they are sent, and what is answered.

use serde_json::{Map, Value, json};

use super::super::compiled::{Entity, Pack};
use super::paths::{given, people_fire, shared};
use super::schemas::{with, written};
use super::{capital, object, reference, words};
use crate::records::MOST_AT_ONCE;

/// The path of many at once, where people write records of the entity.
pub(super) fn path(entity: &Entity) -> Option<(String, Value)> {
    if entity.is_native() {
        return None;
    }
    let name = entity.schema_name();
    let content = |schema: String| json!({"application/json": {"schema": reference(&schema)}});
    let responses = json!({
        "200": {"description": "all of them, in the order in which they were sent", "content": content(format!("{name}BulkAnswer"))},
        "default": {"$ref": "#/components/responses/Problem"},
    });
    let operation = json!({
        "operationId": format!("{}.bulk", entity.name()),
        "summary": format!("many {} at once: all of them, or none", words(entity.plural())),
        "tags": [entity.name()],
        "x-permissions": entity.changing_permissions(),
        "parameters": [shared("IdempotencyKey")],
        "requestBody": {"required": true, "content": content(format!("{name}Bulk"))},
        "responses": responses,
    });
    let path = format!("/v1/{}/bulk", entity.address());
    Some((path, json!({"post": operation})))
}

/// What it refers to. Each has a name, so that a client in every language has one for it.
pub(super) fn schemas(pack: &Pack, entity: &Entity) -> Map<String, Value> {
    if entity.is_native() {
        return Map::new();
    }
    let name = entity.schema_name();
    let shown = match entity.column_named("id") {
        Some(_) => json!({"anyOf": [reference(&name), reference("RecordId")]}),
        None => reference(&name),
    };
    let answer = json!({
        "type": "object",
        "required": ["items"],
        "properties": {"items": {"type": "array", "items": shown}},
    });
    let mut schemas = Map::new();
    let mut all = Vec::new();
    for (action, event, item) in actions(pack, entity) {
        let own = format!(
            "{name}Bulk{}{}",
            capital(action),
            capital(event.as_deref().unwrap_or_default())
        );
        schemas.insert(
            own.clone(),
            done(action, event.as_deref(), reference(&format!("{own}Item"))),
        );
        schemas.insert(format!("{own}Item"), item);
        all.push(reference(&own));
    }
    schemas.insert(format!("{name}Bulk"), json!({"oneOf": all}));
    schemas.insert(format!("{name}BulkAnswer"), answer);
    schemas
}

/// What can be done to many, with what is sent for each.
fn actions(pack: &Pack, entity: &Entity) -> Vec<(&'static str, Option<String>, Value)> {
    let create = written(pack, entity, true);
    if entity.column_named("id").is_none() {
        return vec![("create", None, create)];
    }
    let bare = || json!({"type": "object", "additionalProperties": false, "properties": {}});
    let mut all = vec![
        ("create", None, beside(create.clone(), "id", id())),
        ("change", None, of_known(written(pack, entity, false))),
        ("replace", None, of_known(create)),
        ("delete", None, of_known(bare())),
    ];
    if entity.definition().soft_delete.is_some() {
        all.push(("restore", None, of_known(bare())));
    }
    let machine = entity.machine().map(|machine| machine.definition());
    for event in machine.into_iter().flat_map(|machine| &machine.events) {
        let ways = people_fire(entity, &event.name);
        if !ways.is_empty() {
            all.push(("fire", Some(event.name.clone()), of_known(given(pack, entity, &ways))));
        }
    }
    all
}

/// One thing that is done to many.
fn done(action: &str, event: Option<&str>, item: Value) -> Value {
    let items = json!({"type": "array", "minItems": 1, "maxItems": MOST_AT_ONCE, "items": item});
    let mut properties = object([("action", json!({"type": "string", "const": action})), ("items", items)]);
    let mut required = vec!["action", "items"];
    if let Some(event) = event {
        properties.insert("event".to_owned(), json!({"type": "string", "const": event}));
        required.push("event");
    }
    json!({"type": "object", "additionalProperties": false, "required": required, "properties": properties})
}

/// A record that is there already: its id, and the version that it has to have.
fn of_known(schema: Value) -> Value {
    let version =
        json!({"type": "integer", "description": "the version that it has to have, as `If-Match` says it of one"});
    let schema = beside(beside(schema, "id", id()), "version", version);
    let own = schema
        .get("required")
        .and_then(Value::as_array)
        .cloned()
        .unwrap_or_default();
    let required: Vec<Value> = [json!("id")].into_iter().chain(own).collect();
    with(schema, "required", json!(required))
}

fn beside(schema: Value, name: &str, own: Value) -> Value {
    let properties = schema.get("properties").cloned().unwrap_or_else(|| json!({}));
    with(schema, "properties", with(properties, name, own))
}

fn id() -> Value {
    json!({"type": "string", "format": "uuid"})
}
