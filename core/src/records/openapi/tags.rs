//! The tags of an entity's records: listed with their counts, and called otherwise on all of them.

use serde_json::{Map, Value, json};

use super::super::compiled::Entity;
use super::super::definition::FieldKind;
use super::paths::shared;
use super::{object, reference, words};

fn is_tagged(entity: &Entity) -> bool {
    !entity.is_native() && entity.fields().iter().any(|field| field.kind() == FieldKind::Tags)
}

/// The path of the tags, where records have some.
pub(super) fn path(entity: &Entity) -> Option<(String, Value)> {
    if !is_tagged(entity) {
        return None;
    }
    let content = |schema: &str| json!({"application/json": {"schema": reference(schema)}});
    let operation = |verb: &str, summary: String, parameters: Value, answer: &str| {
        let permission = if verb == "tags" { "read" } else { "write" };
        json!({
            "operationId": format!("{}.{verb}", entity.name()),
            "summary": summary,
            "tags": [entity.name()],
            "x-permissions": [format!("{}:{permission}", entity.plural())],
            "parameters": parameters,
            "responses": {
                "200": {"description": "what is answered", "content": content(answer)},
                "default": {"$ref": "#/components/responses/Problem"},
            },
        })
    };
    let several = words(entity.plural());
    let query = |name: &str, schema: Value| json!({"name": name, "in": "query", "schema": schema});
    let parameters = json!([
        query(
            "field",
            json!({"type": "string", "description": "which field, where there are several with tags"})
        ),
        query("begins", json!({"type": "string"})),
        query(
            "limit",
            json!({"type": "integer", "minimum": 1, "maximum": 100, "default": 20})
        ),
        query("cursor", json!({"type": "string"})),
    ]);
    let listed = operation(
        "tags",
        format!("the tags of {several}, and how many have each"),
        parameters,
        "TagCounts",
    );
    let summary = format!("tags of {several} become another one, or go");
    let mut retag = operation("retag", summary, json!([shared("IdempotencyKey")]), "Retagged");
    if let Value::Object(own) = &mut retag {
        own.insert(
            "requestBody".to_owned(),
            json!({"required": true, "content": content("Retag")}),
        );
    }
    let path = format!("/v1/{}/tags", entity.address());
    Some((path, json!({"get": listed, "post": retag})))
}

/// What they refer to.
pub(super) fn schemas(entity: &Entity) -> Map<String, Value> {
    if !is_tagged(entity) {
        return Map::new();
    }
    let count = json!({
        "type": "object",
        "required": ["tag", "count"],
        "properties": {"tag": {"type": "string"}, "count": {"type": "integer"}},
    });
    let page = json!({
        "type": "object",
        "required": ["items", "next_cursor"],
        "properties": {"items": {"type": "array", "items": count}, "next_cursor": {"type": ["string", "null"]}},
    });
    let retag = json!({
        "type": "object",
        "additionalProperties": false,
        "required": ["tags", "become"],
        "properties": {
            "field": {"type": "string", "description": "which field, where there are several with tags"},
            "tags": {"type": "array", "items": {"type": "string"}, "minItems": 1, "maxItems": 100},
            "become": {"type": ["string", "null"], "description": "what they become; null takes them away"},
        },
    });
    let retagged = json!({
        "type": "object",
        "required": ["changed", "more"],
        "properties": {
            "changed": {"type": "integer", "description": "how many records were changed"},
            "more": {"type": "boolean", "description": "whether others have the tags still: ask again"},
        },
    });
    object([("TagCounts", page), ("Retag", retag), ("Retagged", retagged)])
}
