//! The documents of records and of lists, as the document of what can be asked tells of them.

use std::collections::BTreeSet;

use ratebook::records::{DocumentDefinition, Entity, Pack};
use serde_json::{Map, Value, json};

use crate::records::documents::OWN;

/// A path for each document of the pack. What a list is asked for is told with the list itself.
pub(super) fn of_records(pack: &Pack, whole: &Value) -> Value {
    let mut paths = Map::new();
    for document in &pack.definition().documents {
        let Some(entity) = pack.entity(&document.entity) else {
            continue;
        };
        let list = format!("/v1/{}", entity.address());
        let languages = pack.definition().written_in();
        let mut parameters = vec![json!({
            "name": "lang", "in": "query", "schema": {"type": "string", "maxLength": 12},
            "description": format!("the language: {}; a region behind it, as in `en-IN`, says how figures and days are written", languages.join(", ")),
        })];
        let (path, own) = match document.list {
            true => (format!("{list}/documents/{}", document.name), json!([])),
            false => {
                let id = json!({"name": "id", "in": "path", "required": true, "schema": {"type": "string", "format": "uuid"}});
                (format!("{list}/{{id}}/documents/{}", document.name), json!([id]))
            }
        };
        if document.list {
            parameters.extend(asked(whole, &list));
        }
        parameters.push(json!({"$ref": "#/components/parameters/IfNoneMatch"}));
        let pdf = json!({"application/pdf": {"schema": {"type": "string", "format": "binary"}}});
        let problem = json!({"$ref": "#/components/responses/Problem"});
        let told = document.label.as_ref().unwrap_or(&document.name);
        let operation = json!({
            "operationId": format!("{}.{}_document", entity.name(), document.name),
            "summary": format!("{told}, as PDF"),
            "tags": [entity.name()],
            "x-permission": format!("{}:read", entity.plural()),
            "x-permissions-too": shown_too(pack, entity, document),
            "parameters": parameters,
            "responses": {
                "200": {"description": "the document", "content": pdf},
                "304": {"description": "it is as it is known by `If-None-Match`"},
                "422": problem,
                "501": problem,
                "503": problem,
                "default": problem,
            },
        });
        paths.insert(path, json!({"parameters": own, "get": operation}));
    }
    json!({"paths": paths})
}

/// What has to be held besides: to read what else the document shows.
fn shown_too(pack: &Pack, entity: &Entity, document: &DocumentDefinition) -> BTreeSet<String> {
    let shown = document.expand.iter().chain(&document.rows);
    let targets = shown.filter_map(|name| pack.entities().get(entity.field(name)?.target()?));
    targets.map(|target| format!("{}:read", target.plural())).collect()
}

/// What a list takes that a document of it takes too: everything but what the document says itself.
fn asked(whole: &Value, list: &str) -> Vec<Value> {
    let told = whole
        .get("paths")
        .and_then(|paths| paths.get(list)?.get("get")?.get("parameters"));
    let all = told.and_then(Value::as_array).into_iter().flatten();
    let own = all.filter(|parameter| !OWN.contains(&parameter.get("name").and_then(Value::as_str).unwrap_or_default()));
    own.cloned().collect()
}
