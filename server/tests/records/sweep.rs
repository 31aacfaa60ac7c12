//! Every route, link and parameter with ids of another tenant: answered byte for byte as ids that nobody has.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::support::{Server, Someone, text};
use ratebook::records::{FieldKind, Pack};
use ratebook_server::platform::start;
use serde_json::{Map, Value, json};

const ABSENT: &str = "01890a5d-ac96-774b-bcce-b302099a8057";

pub(crate) fn workbench() -> std::sync::Arc<Pack> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("packs/workbench");
    start::packs(&[folder]).expect("a pack")["workbench"].clone()
}

pub(crate) fn path_of(pack: &Pack, entity: &str) -> String {
    format!(
        "/v1/{}",
        pack.entity(entity).expect("an entity").plural().replace('_', "-")
    )
}

/// The demo records of the pack, made by somebody: an id for each entity.
pub(crate) fn demo(pack: &Pack, someone: &Someone) -> BTreeMap<String, String> {
    let mut ids: BTreeMap<String, String> = BTreeMap::new();
    let mut by_entity = BTreeMap::new();
    for demo in &pack.definition().demo {
        let named = |value: &Value| match value.as_str().and_then(|text| text.strip_prefix('@')) {
            Some(key) => ids[key].clone().into(),
            None => value.clone(),
        };
        let change: Map<String, Value> = demo
            .values
            .iter()
            .map(|(name, value)| {
                let list = value.as_array().map(|list| list.iter().map(named).collect());
                (name.clone(), list.unwrap_or_else(|| named(value)))
            })
            .collect();
        let made = someone
            .post(&path_of(pack, &demo.entity), &Value::Object(change))
            .well();
        ids.insert(demo.key.clone(), text(&made, "id"));
        by_entity.insert(demo.entity.clone(), text(&made, "id"));
    }
    by_entity
}

#[test]
fn ids_of_others_are_the_ids_of_nothing_everywhere() {
    let pack = workbench();
    for server in Server::both() {
        let (ann, eve) = (server.admin(), server.someone(2, "eve", "admin"));
        let foreign = demo(&pack, &ann);
        let before: BTreeMap<&String, String> = foreign
            .iter()
            .map(|(entity, id)| (entity, ann.get(&format!("{}/{id}", path_of(&pack, entity))).text))
            .collect();
        let document = eve.get("/v1/openapi.json").well();
        let mut asked = 0;
        let mut same = |method: &str, path: &str, body: Option<Value>, id: &str| {
            let ask = |own: &str| {
                let body = body
                    .as_ref()
                    .map(|body| body.to_string().replace("{id}", own).into_bytes());
                let told = eve.ask(
                    method,
                    &path.replace("{id}", own),
                    &[("content-type", "application/json")],
                    body.as_deref(),
                );
                (told.status, told.text.replace(own, "ID"))
            };
            let (one, other) = (ask(id), ask(ABSENT));
            assert_eq!(one, other, "{}: {method} {path} {body:?}", server.name);
            asked += 1;
            one.0
        };
        for (entity, id) in &foreign {
            let list = path_of(&pack, entity);
            // Every route of a record, its events included.
            for (path, item) in document["paths"].as_object().expect("paths") {
                if !path.starts_with(&format!("{list}/{{id}}")) {
                    continue;
                }
                for method in ["get", "post", "patch", "put", "delete"] {
                    if item[method].is_object() {
                        let body = matches!(method, "post" | "patch" | "put").then(|| json!({}));
                        let status = same(&method.to_uppercase(), path, body, id);
                        assert_eq!(status, 404, "{method} {path}");
                    }
                }
            }
            same("GET", &format!("{list}?id={{id}}&total=true"), None, id);
        }
        for entity in pack.entities() {
            let list = path_of(&pack, entity.name());
            for field in entity.fields() {
                let Some(id) = field
                    .definition()
                    .entity
                    .as_ref()
                    .and_then(|target| foreign.get(target))
                else {
                    continue;
                };
                let name = field.name();
                match field.kind() {
                    FieldKind::Link => same("POST", &list, Some(json!({name: "{id}"})), id),
                    FieldKind::Links => same("POST", &list, Some(json!({name: ["{id}"]})), id),
                    _ => continue,
                };
                if field.definition().filter {
                    same(
                        "GET",
                        &format!("{list}?{name}={{id}}&total=true&facets={name}"),
                        None,
                        id,
                    );
                    same("GET", &format!("{list}/export.csv?{name}={{id}}"), None, id);
                    same("GET", &format!("{list}?where={name}%20%3D%3D%20'{{id}}'"), None, id);
                }
            }
        }
        assert!(asked > 80, "only {asked} were asked");
        for (entity, id) in &foreign {
            let now = ann.get(&format!("{}/{id}", path_of(&pack, entity))).text;
            assert_eq!(now, before[entity], "{}: {entity} was changed", server.name);
        }
    }
}
