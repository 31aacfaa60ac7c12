//! The files that records name, as the document tells of them.

use ratebook::records::{Entity, Field, Pack};
use serde_json::{Map, Value, json};

use crate::store::is_file;

/// Two paths for each field that names a file: the file itself, and an address of it for others.
pub(super) fn of_records(pack: &Pack) -> Value {
    let mut paths = Map::new();
    for entity in pack.entities() {
        for field in entity.fields().iter().filter(|field| is_file(field)) {
            let path = format!("/v1/{}/{{id}}/files/{}", entity.address(), field.name());
            paths.insert(format!("{path}/link"), address(entity, field));
            paths.insert(path, file(entity, field));
        }
    }
    json!({"paths": paths})
}

fn id() -> Value {
    json!({"name": "id", "in": "path", "required": true, "schema": {"type": "string", "format": "uuid"}})
}

fn file(entity: &Entity, field: &Field) -> Value {
    let name = field.name();
    let bytes = json!({"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}});
    json!({
        "parameters": [id()],
        "get": {
            "operationId": format!("{}.{name}_file", entity.name()),
            "summary": format!("read the file that `{name}` names"),
            "tags": [entity.name()],
            "x-permission": format!("{}:read", entity.plural()),
            "parameters": [
                {"name": "size", "in": "query", "schema": {"enum": ["thumb", "medium"]},
                    "description": "a picture made smaller: within 200 or 1,000 points each way"},
                {"$ref": "#/components/parameters/IfNoneMatch"},
            ],
            "responses": {
                "200": {"description": "the file", "content": bytes},
                "206": {"description": "the part that `Range` asks for", "content": bytes},
                "304": {"description": "it is as it is known by `If-None-Match`"},
                "416": {"description": "`Range` asks for what is beyond its end"},
                "default": {"$ref": "#/components/responses/Problem"},
            },
        },
    })
}

fn address(entity: &Entity, field: &Field) -> Value {
    let name = field.name();
    let seconds = json!({"type": "integer", "minimum": 1, "maximum": 604_800, "default": 3_600});
    let asked = json!({"type": "object", "properties": {"seconds": seconds}, "additionalProperties": false});
    json!({
        "parameters": [id()],
        "post": {
            "operationId": format!("{}.{name}_link", entity.name()),
            "summary": format!("an address by which everybody reads the file that `{name}` names, for a while"),
            "tags": [entity.name()],
            "x-permission": format!("{}:read", entity.plural()),
            "requestBody": {"content": {"application/json": {"schema": asked}}},
            "responses": {
                "201": {"description": "done", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/FileLink"}}}},
                "default": {"$ref": "#/components/responses/Problem"},
            },
        },
    })
}
