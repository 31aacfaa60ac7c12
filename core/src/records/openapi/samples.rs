//! What can be asked of a series beside its list: many samples at once, and what they come to by stretches of time.

use serde_json::{Map, Value, json};

use super::super::compiled::{Entity, Field};
use super::{object, reference};

/// What is sent to a series: one sample, or many.
pub(super) fn appended(entity: &Entity) -> Value {
    let one = reference(&format!("{}Create", entity.schema_name()));
    let many = json!({"type": "object", "additionalProperties": false, "required": ["items"],
        "properties": {"items": {"type": "array", "items": one, "minItems": 1, "maxItems": 1_000}}});
    json!({"required": true, "content": {"application/json": {"schema": {"oneOf": [one, many]}}}})
}

/// What appending answers: the sample, or how many were added and how many were there already.
pub(super) fn answers(entity: &Entity) -> Value {
    let count = json!({"type": "integer"});
    let many =
        json!({"type": "object", "required": ["added", "known"], "properties": {"added": count, "known": count}});
    let told = |description: &str| {
        let schema = json!({"anyOf": [many, reference(&entity.schema_name())]});
        json!({"description": description, "content": {"application/json": {"schema": schema}}})
    };
    json!({
        "201": told("kept"),
        "200": told("all of it was there already"),
        "default": {"$ref": "#/components/responses/Problem"},
    })
}

/// What is told by hours, days and months.
pub(super) fn buckets(entity: &Entity, list: Vec<Value>) -> Value {
    let own = [
        "cursor", "deleted", "expand", "facets", "fields", "limit", "q", "sort", "sums", "total",
    ];
    let mut parameters: Vec<Value> = list
        .into_iter()
        .filter(|parameter| !own.contains(&parameter["name"].as_str().unwrap_or_default()))
        .collect();
    let day = json!({"type": "string", "format": "date"});
    let summed = |field: &&Field| field.is_summed() && field.currency_column().is_none();
    let fields: Vec<&str> = entity.fields().iter().filter(summed).map(Field::name).collect();
    for (name, schema) in [
        ("per", json!({"type": "string", "enum": ["hour", "day", "month"]})),
        ("first", day.clone()),
        ("last", day),
    ] {
        parameters.push(json!({"name": name, "in": "query", "required": true, "schema": schema}));
    }
    parameters.push(
        json!({"name": "fields", "in": "query", "style": "form", "explode": false,
        "schema": {"type": "array", "items": {"type": "string", "enum": fields}, "maxItems": 20}}),
    );
    let moment = json!({"type": "string", "format": "date-time"});
    let figure = json!({"type": ["string", "null"]});
    let figures = json!({"type": "object", "properties": {"count": {"type": "integer"}, "min": figure, "max": figure, "sum": figure,
        "average": figure}});
    let figures: Map<String, Value> = fields
        .iter()
        .map(|name| ((*name).to_owned(), figures.clone()))
        .collect();
    let bucket = json!({"type": "object", "properties": {"start": moment, "end": moment, "count": {"type": "integer"},
        "fields": {"type": "object", "properties": figures}}});
    let schema =
        json!({"type": "object", "properties": {"items": {"type": "array", "items": bucket, "maxItems": 1_000}}});
    let told = json!({"description": "each stretch, by the clock of the tenant", "content": {"application/json": {"schema": schema}}});
    Value::Object(object([(
        "get",
        json!({
            "operationId": format!("{}.buckets", entity.name()),
            "summary": "counts, sums and averages by hours, days or months",
            "tags": [entity.name()],
            "x-permission": format!("{}:read", entity.plural()),
            "parameters": parameters,
            "responses": {"200": told, "default": {"$ref": "#/components/responses/Problem"}},
        }),
    )]))
}
