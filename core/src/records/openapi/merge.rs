//! Two records that become one: how that is asked for, and what is told beforehand.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::super::compiled::{Entity, Pack};
use super::super::definition::FieldKind;
use super::super::merge::unchosen;
use super::paths::shared;
use super::{object, reference, words};

/// The path of it, where an entity says that its records can become one.
pub(super) fn path(pack: &Pack, entity: &Entity) -> Option<(String, Value)> {
    entity.definition().merge.as_ref()?;
    let name = entity.schema_name();
    let content = |schema: Value| json!({"application/json": {"schema": schema}});
    let answered = json!({"anyOf": [reference(&name), reference(&format!("{name}MergePreview"))]});
    let deletes = format!("{}:delete", entity.plural());
    let too = pack.merging_permissions(entity).filter(|needed| *needed != deletes);
    let too: BTreeSet<String> = too.collect();
    let operation = json!({
        "operationId": format!("{}.merge", entity.name()),
        "summary": format!("two {} become one: the other one goes into this, with all that links to it", words(entity.plural())),
        "tags": [entity.name()],
        "x-permission": deletes,
        "x-permissions-too": too,
        "parameters": [shared("IdempotencyKey"), shared("IfMatch")],
        "requestBody": {"required": true, "content": content(reference(&format!("{name}Merge")))},
        "responses": {
            "200": {"description": "the record that stays, or what would become of both", "content": content(answered)},
            "default": {"$ref": "#/components/responses/Problem"},
        },
    });
    let id = json!({"name": "id", "in": "path", "required": true, "schema": id()});
    let path = format!("/v1/{}/{{id}}/merge", entity.address());
    Some((path, json!({"parameters": [id], "post": operation})))
}

/// What it refers to.
pub(super) fn schemas(entity: &Entity) -> Map<String, Value> {
    if entity.definition().merge.is_none() {
        return Map::new();
    }
    let name = entity.schema_name();
    object([
        (&format!("{name}Merge"), asked(entity)),
        (&format!("{name}MergePreview"), told(&name)),
        ("MergedLinks", links()),
    ])
}

fn asked(entity: &Entity) -> Value {
    let chosen = entity.fields().iter().filter(|field| unchosen(entity, field).is_none());
    let fields = chosen.map(|field| {
        let sides: &[&str] = match field.kind() {
            FieldKind::Links | FieldKind::Tags => &["kept", "other", "both"],
            _ => &["kept", "other"],
        };
        (field.name().to_owned(), json!({"type": "string", "enum": sides}))
    });
    let fields: Map<String, Value> = fields.collect();
    json!({
        "type": "object",
        "additionalProperties": false,
        "required": ["other"],
        "properties": {
            "other": {"type": "string", "format": "uuid", "description": "the record that goes"},
            "other_version": {"type": "integer", "minimum": 0, "description": "the version that it has to have"},
            "fields": {
                "type": "object",
                "additionalProperties": false,
                "properties": fields,
                "description": "whose value stays: the kept one's where nothing is said, and the other's where it has none",
            },
            "dry_run": {"type": "boolean", "default": false, "description": "nothing is changed; it is told what would be"},
        },
    })
}

fn told(name: &str) -> Value {
    let texts = |description: &str| json!({"type": "array", "items": {"type": "string"}, "description": description});
    let count = || json!({"type": "integer", "minimum": 0});
    let change = json!({
        "type": "object",
        "required": ["field"],
        "properties": {"field": {"type": "string"}, "before": {}, "after": {}},
    });
    json!({
        "type": "object",
        "required": ["kept", "other", "record", "changes", "taken", "left", "links", "notifications", "consents", "samples_dropped", "refused"],
        "properties": {
            "kept": id(),
            "other": id(),
            "record": {"anyOf": [reference(name), {"type": "null"}], "description": "the one that stays, as it would be; nothing where it is refused"},
            "changes": {"type": "array", "items": change},
            "taken": texts("the fields in which it would have something of the other"),
            "left": texts("the fields in which the other one says what nobody would say any more"),
            "links": {"type": "array", "items": reference("MergedLinks")},
            "notifications": count(),
            "consents": count(),
            "samples_dropped": {"anyOf": [count(), {"type": "null"}], "description": "samples that would go, as the record that stays has others of these moments; nothing where it did not come to that"},
            "refused": {"type": "array", "items": reference("Fault")},
        },
    })
}

/// Links that lead to the other one, and would lead to this.
fn links() -> Value {
    json!({
        "type": "object",
        "required": ["entity", "field", "count"],
        "properties": {
            "entity": {"type": "string"},
            "field": {"type": "string"},
            "count": {"type": "integer", "minimum": 1},
        },
    })
}

fn id() -> Value {
    json!({"type": "string", "format": "uuid"})
}
