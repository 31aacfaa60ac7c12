//! A sheet of records: how it is sent, and what is answered.

use serde_json::{Map, Value, json};

use super::super::compiled::Entity;
use super::paths::shared;
use super::{object, reference, words};

/// The path of a sheet, where people write records of the entity.
pub(super) fn path(entity: &Entity) -> Option<(String, Value)> {
    if entity.is_native() {
        return None;
    }
    let name = entity.schema_name();
    let content = |schema: &str| json!({"application/json": {"schema": reference(schema)}});
    let operation = json!({
        "operationId": format!("{}.import", entity.name()),
        "summary": format!("a sheet of {}: all of it, the rows that are not at fault, or a look at what would come of it", words(entity.plural())),
        "tags": [entity.name()],
        "x-permissions": [format!("{}:write", entity.plural())],
        "parameters": [shared("IdempotencyKey")],
        "requestBody": {"required": true, "content": content("SheetToImport")},
        "responses": {
            "200": {"description": "what became of it", "content": content(&format!("{name}Imported"))},
            "default": {"$ref": "#/components/responses/Problem"},
        },
    });
    let path = format!("/v1/{}/import", entity.address());
    Some((path, json!({"post": operation})))
}

/// What it refers to.
pub(super) fn schemas(entity: &Entity) -> Map<String, Value> {
    if entity.is_native() {
        return Map::new();
    }
    let count = || json!({"type": "integer", "minimum": 0});
    let name = entity.schema_name();
    let row = json!({
        "type": "object",
        "required": ["row", "record"],
        "properties": {"row": count(), "record": reference(&name)},
    });
    let answer = json!({
        "type": "object",
        "required": ["kept", "read", "created", "changed", "rows_at_fault", "faults", "more_faults", "records"],
        "properties": {
            "kept": {"type": "boolean", "description": "whether anything was kept, or only looked at"},
            "read": count(),
            "created": count(),
            "changed": count(),
            "rows_at_fault": count(),
            "faults": {"type": "array", "items": reference("SheetFault")},
            "more_faults": {"type": "integer", "minimum": 0, "description": "how many faults are not told"},
            "records": {"type": "array", "items": row, "description": "the first of them as they are kept, or would be"},
        },
    });
    object([
        ("SheetToImport", sheet()),
        ("SheetFault", fault()),
        (&format!("{name}Imported"), answer),
    ])
}

fn sheet() -> Value {
    let text = |description: &str| json!({"type": "string", "description": description});
    json!({
        "type": "object",
        "additionalProperties": false,
        "properties": {
            "text": text("the text of a CSV file"),
            "content_base64": text("the bytes of a file in Base64, for XLSX and encodings other than UTF-8"),
            "style": {"type": "object", "description": "how the file is written: `format`, `delimiter`, `decimal_comma`, `encoding`"},
            "mapping": {
                "type": "object",
                "additionalProperties": {"type": "string"},
                "description": "the fields of columns that are called otherwise; a column whose field is empty is left out",
            },
            "keep": {
                "type": "string",
                "enum": ["all", "good", "nothing"],
                "default": "all",
                "description": "`all` keeps nothing where a row is at fault, `good` leaves such rows out, `nothing` only looks",
            },
        },
    })
}

fn fault() -> Value {
    json!({
        "type": "object",
        "required": ["row", "column", "code", "message"],
        "properties": {
            "row": {"type": "integer", "description": "as a spreadsheet counts it, the header being 1"},
            "column": {"type": "string"},
            "code": {"type": "string"},
            "message": {"type": "string"},
        },
    })
}
