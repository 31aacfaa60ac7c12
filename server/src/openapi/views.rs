//! The views of a pack, as the document tells of them: each takes what the list of its entity takes, as far as its kind has a place for it.

use ratebook::records::{Entity, Pack, PackView, PackViewKind};
use serde_json::{Map, Value, json};

use crate::records::views::OWN;

/// A path for each of these views. What a list is asked for is told with the list itself.
pub(super) fn of_pack(pack: &Pack, views: &[PackView], whole: &Value) -> Value {
    let paths = views.iter().filter_map(|view| {
        let entity = pack.entity(&view.entity)?;
        Some((
            format!("/v1/views/{}", view.name),
            json!({"get": look(pack, view, entity, whole)}),
        ))
    });
    json!({"paths": paths.collect::<Map<String, Value>>()})
}

fn look(pack: &Pack, view: &PackView, entity: &Entity, whole: &Value) -> Value {
    let problem = json!({"$ref": "#/components/responses/Problem"});
    let looked = json!({"application/json": {"schema": {"$ref": "#/components/schemas/Looked"}}});
    json!({
        "operationId": format!("views.look.{}", view.name),
        "summary": format!("what is in {}", view.label),
        "tags": ["views"],
        "x-permission": format!("{}:read", entity.plural()),
        "parameters": parameters(pack, view, entity, whole),
        "responses": {
            "200": {"description": "done", "content": looked},
            "404": problem,
            "422": problem,
            "default": problem,
        },
    })
}

/// What the list takes that this view takes too, and what it takes besides.
fn parameters(pack: &Pack, view: &PackView, entity: &Entity, whole: &Value) -> Vec<Value> {
    let has_pages = matches!(view.kind, PackViewKind::List | PackViewKind::Board);
    let has_records = has_pages || view.kind == PackViewKind::Calendar;
    let takes = |name: &str| match name {
        "cursor" | "limit" => has_pages,
        "sort" | "expand" => has_records,
        // A field that is called so is filtered by `where`.
        "lane" | "first" | "last" => false,
        name => !OWN.contains(&name),
    };
    let list = format!("/v1/{}", entity.address());
    let told = whole
        .get("paths")
        .and_then(|paths| paths.get(&list)?.get("get")?.get("parameters"));
    let all = told.and_then(Value::as_array).into_iter().flatten();
    let own = all.filter(|parameter| takes(parameter.get("name").and_then(Value::as_str).unwrap_or_default()));
    let mut parameters: Vec<Value> = own.cloned().collect();
    let mut add = |name: &str, required: bool, schema: Value, told: &str| {
        parameters
            .push(json!({"name": name, "in": "query", "required": required, "schema": schema, "description": told}));
    };
    if view.kind == PackViewKind::Board {
        let told = "one lane by its value; an empty one is of records without any";
        add("lane", false, json!({"type": "string"}), told);
    }
    if pack.chooses_days(&view.name) {
        for (name, told) in [("first", "the first day"), ("last", "the last day, included")] {
            // Of a plot there are usual ones.
            let is_needed = view.plot.is_none() && view.kind == PackViewKind::Calendar;
            add(name, is_needed, json!({"type": "string", "format": "date"}), told);
        }
    }
    parameters
}
