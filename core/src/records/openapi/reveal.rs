//! A secret of a record that is shown: how that is asked for.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::super::compiled::Entity;

/// The path of it, where an entity has a secret that is shown to somebody.
pub(super) fn path(entity: &Entity) -> Option<(String, Value)> {
    let _ = entity.column_named("id")?;
    let secrets = entity.fields().iter().filter_map(|field| {
        let permission = field.definition().reveal.as_deref()?;
        Some((field.name(), permission))
    });
    let (names, permissions): (Vec<&str>, BTreeSet<&str>) = secrets.unzip();
    if names.is_empty() {
        return None;
    }
    let field = json!({"type": "string", "enum": names, "description": "which secret"});
    let asked =
        json!({"type": "object", "additionalProperties": false, "required": ["field"], "properties": {"field": field}});
    let shown = json!({
        "type": "object",
        "required": ["field", "value"],
        "properties": {
            "field": field,
            "value": {"type": ["string", "null"], "description": "the secret; nothing where the record has none"},
        },
    });
    let content = |schema: Value| json!({"application/json": {"schema": schema}});
    let no_store = json!({"description": "`no-store`", "schema": {"type": "string"}});
    let operation = json!({
        "operationId": format!("{}.reveal", entity.name()),
        "summary": "show a secret of it, which is written down",
        "tags": [entity.name()],
        "x-permissions": permissions,
        "x-permissions-too": [format!("{}:read", entity.plural())],
        "requestBody": {"required": true, "content": content(asked)},
        "responses": {
            "200": {"description": "the secret", "headers": {"Cache-Control": no_store}, "content": content(shown)},
            "default": {"$ref": "#/components/responses/Problem"},
        },
    });
    let id = json!({"name": "id", "in": "path", "required": true, "schema": {"type": "string", "format": "uuid"}});
    let path = format!("/v1/{}/{{id}}/reveal", entity.address());
    Some((path, json!({"parameters": [id], "post": operation})))
}
