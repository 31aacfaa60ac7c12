//! What goes out about records by itself, and which of them do not keep a policy, as the document tells of them.

use ratebook::records::{Entity, Pack};
use serde_json::{Map, Value, json};

/// A path for each entity about whose records something goes out, and one for each that has policies.
pub(super) fn of_records(pack: &Pack) -> Value {
    let mut paths = Map::new();
    let definition = pack.definition();
    for entity in pack.entities() {
        let list = format!("/v1/{}", entity.address());
        if definition.contacts.iter().any(|plan| plan.entity == entity.name()) {
            paths.insert(format!("{list}/{{id}}/contacts"), contacts(entity));
        }
        if definition.policies.iter().any(|policy| policy.entity == entity.name()) {
            paths.insert(format!("{list}/policies"), policies(entity));
        }
    }
    json!({"paths": paths})
}

fn list_of(properties: &Value) -> Value {
    json!({"type": "array", "items": {"type": "object", "properties": properties}})
}

fn answered(description: &str, schema: &Value) -> Value {
    json!({
        "200": {"description": description, "content": {"application/json": {"schema": schema}}},
        "default": {"$ref": "#/components/responses/Problem"},
    })
}

fn contacts(entity: &Entity) -> Value {
    let text = json!({"type": "string"});
    let moment = json!({"type": "string", "format": "date-time"});
    let of = |more: &str, value: &Value| {
        let mut own = json!({"plan": text, "contact": text, "letter": text, "channel": text, "due_at": moment});
        if let Some(own) = own.as_object_mut() {
            own.insert(more.to_owned(), value.clone());
        }
        list_of(&own)
    };
    let why = json!({"enum": ["stopped", "opted_out", "no_consent", "condition", "too_late"]});
    let schema = json!({"type": "object", "properties": {
        "sent": of("sent_at", &moment),
        "next": of("goes_at", &moment),
        "not_sent": of("why", &why),
    }});
    let id = json!({"name": "id", "in": "path", "required": true, "schema": {"type": "string", "format": "uuid"}});
    json!({
        "parameters": [id],
        "get": {
            "operationId": format!("{}.contacts", entity.name()),
            "summary": "what went out about it by itself, and what comes",
            "tags": [entity.name()],
            "x-permission": format!("{}:read", entity.plural()),
            "responses": answered("what went out, what comes, and what is due and does not go out", &schema),
        },
    })
}

fn policies(entity: &Entity) -> Value {
    let text = json!({"type": "string"});
    let items = list_of(&json!({
        "id": text,
        "kind": {"enum": ["resource", "security", "cost"]},
        "effect": {"enum": ["deny", "warn"]},
        "message": text,
        "breached": {"type": "integer", "minimum": 0},
        "records": {"type": "array", "maxItems": 100, "items": {"type": "string", "format": "uuid"}},
    }));
    let schema = json!({"type": "object", "properties": {"items": items}});
    json!({
        "get": {
            "operationId": format!("{}.policies", entity.name()),
            "summary": "which records do not keep each policy",
            "tags": [entity.name()],
            "x-permission": format!("{}:read", entity.plural()),
            "responses": answered("each policy, with how many records do not keep it and the first of them", &schema),
        },
    })
}
