//! What is asked over all tenants, as the document tells it: what is mine, and what is public.

use ratebook::records::{Entity, OpenApiRequest, Pack};
use serde_json::{Map, Value, json};

use crate::records::UNTOLD;
use crate::store::Failure;
use crate::store::json;

fn tenant() -> Value {
    let text = json!({"type": "string"});
    let id = json!({"type": "string", "format": "uuid"});
    json!({"type": "object", "properties": {"id": id, "slug": text, "name": text}, "required": ["id", "slug", "name"]})
}

fn answers(schema: &Value) -> Value {
    json!({
        "200": {"description": "done", "content": {"application/json": {"schema": schema}}},
        "default": {"$ref": "#/components/responses/Problem"},
    })
}

/// The lists of what belongs to whoever is signed in.
pub(super) fn mine(pack: &Pack) -> Value {
    let mut paths = Map::new();
    let owned = |entity: &&Entity| entity.definition().owner.is_some() && !entity.is_platform();
    for entity in pack.entities().iter().filter(owned) {
        let record = json!({"$ref": format!("#/components/schemas/{}", entity.schema_name())});
        let item = json!({"type": "object", "properties": {"tenant": tenant(), "record": record}, "required": ["tenant", "record"]});
        let page = json!({
            "type": "object",
            "properties": {"items": {"type": "array", "items": item}, "next_cursor": {"type": ["string", "null"]}},
            "required": ["items", "next_cursor"],
        });
        let limit = json!({"type": "integer", "minimum": 1, "maximum": 100, "default": 20});
        let get = json!({
            "operationId": format!("mine.{}", entity.name()),
            "summary": format!("what is mine of the {} of all tenants, the newest first", entity.plural().replace('_', " ")),
            "tags": [entity.name()],
            "parameters": [
                {"name": "limit", "in": "query", "schema": limit},
                {"name": "cursor", "in": "query", "schema": {"type": "string"}},
            ],
            "responses": answers(&page),
        });
        paths.insert(format!("/v1/mine/{}", entity.address()), json!({"get": get}));
    }
    json!({"paths": paths})
}

/// The listings: asked as lists are, by everybody.
pub(super) fn public(listings: &Pack) -> Result<Value, Failure> {
    let told = listings.openapi(&OpenApiRequest::default())?;
    let told = json::value(&told)?;
    let at = |pointer: String| told.pointer(&pointer).cloned().unwrap_or_default();
    let (mut paths, mut schemas) = (Map::new(), Map::new());
    for entity in listings.entities() {
        let (name, several) = (entity.schema_name(), entity.address());
        for (from, to) in [("", ""), ("Page", "Page")] {
            let mut schema = at(format!("/components/schemas/{name}{from}"));
            if from.is_empty() {
                shown(&mut schema);
            }
            renamed(&mut schema, &name);
            schemas.insert(format!("Public{name}{to}"), schema);
        }
        let mut list = at(format!("/paths/~1v1~1{several}/get"));
        opened(&mut list, &format!("public.{}.list", entity.name()), &name);
        paths.insert(format!("/v1/public/{several}"), json!({"get": list}));
        let id = json!({"name": "id", "in": "path", "required": true, "schema": {"type": "string", "format": "uuid"}});
        let one = json!({"$ref": format!("#/components/schemas/Public{name}")});
        let get = json!({
            "operationId": format!("public.{}.read", entity.name()),
            "summary": format!("what is public of one {}", entity.name().replace('_', " ")),
            "tags": [entity.name()],
            "security": [],
            "responses": answers(&one),
        });
        paths.insert(
            format!("/v1/public/{several}/{{id}}"),
            json!({"parameters": [id], "get": get}),
        );
    }
    Ok(json!({"paths": paths, "components": {"schemas": schemas}}))
}

/// A listing as it is answered.
fn shown(schema: &mut Value) {
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        for name in UNTOLD {
            properties.remove(name);
        }
        let nobody = json!({"type": "null"});
        properties.insert("tenant".to_owned(), json!({"anyOf": [tenant(), nobody]}));
    }
    if let Some(Value::Array(required)) = schema.get_mut("required") {
        required.retain(|name| !UNTOLD.iter().any(|untold| name == untold));
        required.push("tenant".into());
    }
}

/// A list that needs no sign-in and has no records beside it.
fn opened(list: &mut Value, id: &str, name: &str) {
    renamed(list, name);
    let Value::Object(list) = list else { return };
    list.insert("operationId".to_owned(), id.into());
    list.insert("security".to_owned(), json!([]));
    list.retain(|name, _| !name.starts_with("x-"));
    if let Some(Value::Array(parameters)) = list.get_mut("parameters") {
        let refused = |one: &Value| {
            let named = one.get("name").or_else(|| one.get("$ref")).and_then(Value::as_str);
            named.is_some_and(|named| matches!(named.rsplit('/').next(), Some("expand" | "deleted")))
        };
        parameters.retain(|one| !refused(one));
    }
}

/// The schemas of an entity's listing stand beside those of its records.
fn renamed(value: &mut Value, name: &str) {
    match value {
        Value::Object(fields) => {
            for (key, inner) in fields {
                let own = inner.as_str().filter(|_| key == "$ref");
                let own = own.and_then(|text| text.strip_prefix("#/components/schemas/"));
                let own = own.filter(|own| own.strip_prefix(name).is_some_and(|rest| matches!(rest, "" | "Page")));
                match own.map(|own| format!("#/components/schemas/Public{own}")) {
                    Some(other) => *inner = other.into(),
                    None => renamed(inner, name),
                }
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|inner| renamed(inner, name)),
        _ => {}
    }
}
