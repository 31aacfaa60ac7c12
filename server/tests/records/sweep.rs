//! Every route, link and parameter with ids of another tenant: answered byte for byte as ids that nobody has.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use crate::commerce::world::{book, room, span, take};
use crate::support::{Server, Someone, text};
use ratebook::records::{FieldKind, Pack};
use ratebook_server::platform::jobs::{self, Connectors};
use ratebook_server::platform::start;
use ratebook_server_testing::Row;
use serde_json::{Map, Value, json};
use uuid::Uuid;

const ABSENT: &str = "01890a5d-ac96-774b-bcce-b302099a8057";

pub(crate) fn workbench() -> std::sync::Arc<Pack> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("packs/workbench");
    start::packs(&[folder], &Connectors::of_engine()).expect("a pack")["workbench"].clone()
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

/// A tenant that has one of nearly everything a platform keeps: an id of each of its tables, and the tenant's own.
fn one_of_each(server: &Server, ann: &Someone, pack: &Pack) -> (String, BTreeMap<String, String>) {
    let own = demo(pack, ann);
    let room = room(ann, "Hall", &json!({"zone": "UTC", "capacity": 3}));
    book(ann, &[take(&room, &span(10, 12))]).well();
    let held = json!({"key": "k", "takes": [take(&room, &span(20, 21))], "ttl_seconds": 600});
    ann.post("/v1/acts/hold", &held).well();
    let (owner, bob) = (server.owner(1), server.someone(1, "bob", "support"));
    let assigned = format!("/v1/tickets/{}/assign", own["ticket"]);
    ann.post(&assigned, &json!({"assignee": bob.id})).well();
    for (path, body) in [
        ("/v1/api-keys", json!({"name": "the site", "scopes": ["tags:read"]})),
        (
            "/v1/members",
            json!({"email": "carl@example.com", "name": "Carl", "roles": ["support"]}),
        ),
        (
            "/v1/saved-searches",
            json!({"name": "Mine", "entity": "ticket", "query": "status=open"}),
        ),
        (
            "/v1/privacy/holds",
            json!({"entity": "subscriber", "record": own["subscriber"], "why": "a dispute"}),
        ),
        (
            "/v1/privacy/consents",
            json!({"person": own["subscriber"], "purpose": "newsletter", "given": true, "language": "en", "source": "form"}),
        ),
    ] {
        owner.post(path, &body).well();
    }
    server.wait_for(jobs::work(server.app())).expect("work");
    let webhook = json!({"url": "https://example.com/told", "events": ["subscriber:*"]});
    owner.post("/v1/webhooks", &webhook).well();
    let tenant = text(&owner.get("/v1/auth/me").well()["memberships"][0]["tenant"], "id");
    let rows = rows_of(server, &tenant);
    let id = |row: &Row| {
        ["id", "account_id"]
            .iter()
            .find_map(|name| Uuid::parse_str(row.get(*name)?.as_str()?).ok())
    };
    let ids = rows
        .iter()
        .filter_map(|(table, rows)| Some((table.clone(), rows.iter().find_map(id)?.to_string())));
    let ids: BTreeMap<String, String> = ids.collect();
    for table in [
        "api_keys",
        "jobs",
        "memberships",
        "native__booking",
        "saved_searches",
        "webhooks",
        "workbench__subscriber",
    ] {
        assert!(ids.contains_key(table), "{table} among {:?}", ids.keys());
    }
    (tenant, ids)
}

/// What a tenant has, by table, in the order of what it says.
fn rows_of(server: &Server, tenant: &str) -> BTreeMap<String, Vec<Row>> {
    let own = tenant.replace('-', "");
    let mut tables = server.all_rows();
    for rows in tables.values_mut() {
        rows.retain(|row| row.get("tenant_id").is_some_and(|id| *id == own));
        rows.sort_by_cached_key(|row| format!("{row:?}"));
    }
    tables
}

/// Something that a field takes, so that a request is refused for the id in it and for nothing before.
fn sample(name: &str, schema: &Value) -> Value {
    let kind = schema["type"].as_str().or_else(|| schema["type"][0].as_str());
    match (name, kind) {
        _ if schema["enum"].is_array() => schema["enum"][0].clone(),
        ("entity", _) => "subscriber".into(),
        ("letter", _) => "ticket_urgent".into(),
        ("purpose", _) => "newsletter".into(),
        ("email", _) => "dora@example.com".into(),
        ("url", _) => "https://example.com/other".into(),
        (_, Some("boolean")) => true.into(),
        (_, Some("integer")) => 1.into(),
        (_, Some("array")) => json!([]),
        (_, Some("object")) => json!({}),
        _ => "word".into(),
    }
}

/// A schema, by its name where it is only named.
fn resolved<'d>(document: &'d Value, schema: &'d Value) -> &'d Value {
    let named = schema["$ref"]
        .as_str()
        .and_then(|place| document.pointer(place.strip_prefix('#')?));
    named.unwrap_or(schema)
}

/// Every body of an operation with `{id}` in one place of it, which is where an id or a text is taken.
fn bodies(document: &Value, operation: &Value) -> Vec<Value> {
    let schema = resolved(
        document,
        &operation["requestBody"]["content"]["application/json"]["schema"],
    );
    let Some(fields) = schema["properties"].as_object() else {
        return vec![json!({})];
    };
    let required = schema["required"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str);
    let required: BTreeSet<&str> = required.collect();
    let least = |beside: &str| -> Map<String, Value> {
        let own = required.iter().filter(|name| **name != beside);
        own.map(|name| ((*name).to_owned(), sample(name, resolved(document, &fields[*name]))))
            .collect()
    };
    let mut bodies = vec![Value::Object(least(""))];
    for (name, field) in fields {
        let field = resolved(document, field);
        let is = |schema: &Value, kind: &str| schema["type"] == kind || schema["type"][0] == kind;
        let given = match (is(field, "string"), is(field, "array")) {
            (true, _) => json!("{id}"),
            (_, true) => json!(["{id}"]),
            _ => continue,
        };
        let mut body = least(name);
        body.insert(name.clone(), given);
        bodies.push(Value::Object(body));
    }
    bodies
}

/// What acts are asked with, whole, with `{id}` where they name something.
fn acts() -> Vec<(&'static str, Value)> {
    let takes = json!([take("{id}", &span(30, 31))]);
    vec![
        ("/v1/acts/book", json!({"takes": takes, "party": {"adults": 2}})),
        (
            "/v1/acts/hold",
            json!({"key": "other", "takes": takes, "ttl_seconds": 600}),
        ),
        ("/v1/acts/move", json!({"booking": "{id}", "takes": takes})),
        ("/v1/acts/cancel", json!({"booking": "{id}"})),
        (
            "/v1/automation/rehearse",
            json!({"entity": "ticket", "id": "{id}", "trigger": {"field": {"entity": "ticket", "field": "priority"}}}),
        ),
        ("/v1/mail/preview", json!({"letter": "ticket_urgent", "id": "{id}"})),
        (
            "/v1/privacy/consents",
            json!({"person": "{id}", "purpose": "newsletter", "given": true, "language": "en", "source": "form"}),
        ),
        ("/v1/privacy/anonymise", json!({"person": "{id}", "dry_run": true})),
        (
            "/v1/privacy/holds",
            json!({"entity": "subscriber", "record": "{id}", "why": "a dispute"}),
        ),
    ]
}

/// The ways in which a document can be asked with an id: every path, every parameter of a query, every place of a body.
fn asked_with_ids(pack: &Pack, document: &Value) -> Vec<(String, String, Option<Value>)> {
    let mut asked: Vec<_> = acts()
        .into_iter()
        .map(|(path, body)| ("POST".to_owned(), path.to_owned(), Some(body)))
        .collect();
    let records: Vec<String> = pack
        .entities()
        .iter()
        .filter(|entity| !entity.definition().native)
        .map(|entity| path_of(pack, entity.name()))
        .collect();
    for (path, item) in document["paths"].as_object().expect("paths") {
        let of_records = records
            .iter()
            .any(|list| path == list || path.starts_with(&format!("{list}/")));
        // Those never end, those are no tenant's, and those end who asks.
        let apart = ["/v1/events", "/v1/engine/", "/v1/acts/", "/v1/auth/logout"];
        let of_everybody = path.starts_with("/v1/auth/") && !path.contains("{id}");
        if of_records || of_everybody || apart.iter().any(|own| path.starts_with(own)) {
            continue;
        }
        let path = ["{id}", "{file}", "{other}"]
            .iter()
            .fold(path.clone(), |path, own| path.replace(own, "{id}"));
        let path = path.replace("{entity}", "vehicle").replace("{name}", "custom_colour");
        for method in ["get", "post", "patch", "put", "delete"] {
            let operation = &item[method];
            if !operation.is_object() {
                continue;
            }
            let upper = method.to_uppercase();
            let parameters = [&operation["parameters"], &item["parameters"]]
                .into_iter()
                .filter_map(Value::as_array)
                .flatten();
            for parameter in parameters
                .map(|own| resolved(document, own))
                .filter(|own| own["in"] == "query")
            {
                let name = text(parameter, "name");
                // A cursor is a place among one's own: what lies behind it differs with it, and is theirs all the same.
                if name == "cursor" {
                    continue;
                }
                // A condition names an id as a text: what is no condition is told with the letter at which it ends.
                let value = if name == "where" {
                    "id%20%3D%3D%20'{id}'"
                } else {
                    "{id}"
                };
                asked.push((upper.clone(), format!("{path}?{name}={value}"), None));
            }
            match operation["requestBody"].is_object() {
                true => asked.extend(
                    bodies(document, operation)
                        .into_iter()
                        .map(|body| (upper.clone(), path.clone(), Some(body))),
                ),
                false => asked.push((upper, path.clone(), None)),
            }
        }
    }
    // What names nothing is the same for everybody.
    asked.retain(|(_, path, body)| {
        path.contains("{id}") || body.as_ref().is_some_and(|body| body.to_string().contains("{id}"))
    });
    asked
}

/// An answer that looks an id up before it asks whose it is, or that tells a foreign one in other words, differs here by a byte; one that
/// lets it be changed is seen in the rows of whose it is.
#[test]
fn ids_of_others_are_the_ids_of_nothing_on_every_route_of_the_platform() {
    let pack = workbench();
    for server in Server::both() {
        let (ann, eve) = (server.admin(), server.someone(2, "eve", "admin"));
        let owner = server.owner(2);
        let (tenant, foreign) = one_of_each(&server, &ann, &pack);
        let before = rows_of(&server, &tenant);
        let document = owner.get("/v1/openapi.json").well();
        let asked = asked_with_ids(&pack, &document);
        assert!(asked.len() > 60, "only {} are asked", asked.len());
        for (method, path, body) in &asked {
            // In a path everything that the other has; elsewhere what such a place may mean.
            let named = [
                "memberships",
                "jobs",
                "native__booking",
                "workbench__subscriber",
                "workbench__room",
            ];
            let ids = foreign
                .iter()
                .filter(|(table, _)| path.contains("/{id}") || named.contains(&table.as_str()));
            // What each of them was told last where there is nothing.
            let mut nothing: [Option<(u16, String)>; 2] = [None, None];
            for (table, id) in ids {
                let ask = |by: &Someone, own: &str| {
                    let body = body
                        .as_ref()
                        .map(|body| body.to_string().replace("{id}", own).into_bytes());
                    let json: &[(&str, &str)] = if body.is_some() {
                        &[("content-type", "application/json")]
                    } else {
                        &[]
                    };
                    let told = by.ask(method, &path.replace("{id}", own), json, body.as_deref());
                    match (method.as_str(), told.status) {
                        // What was made is another one each time: it is of the same form.
                        ("POST" | "PUT" | "PATCH", 200..=299) => {
                            let told = told.well();
                            let names = told
                                .as_object()
                                .map(|fields| fields.keys().cloned().collect::<Vec<_>>());
                            (200, format!("{names:?}"))
                        }
                        _ => (told.status, told.text.replace(own, "ID")),
                    }
                };
                for (by, nothing) in [&owner, &eve].into_iter().zip(&mut nothing) {
                    nothing.get_or_insert_with(|| ask(by, ABSENT));
                    let one = ask(by, id);
                    let told = format!("{}: {method} {path} {body:?} with an id of {table}", server.name);
                    // Of some the first one is made and each later one refused: that of nothing is asked for again.
                    if nothing.as_ref() != Some(&one) {
                        let now = nothing.insert(ask(by, ABSENT));
                        assert_eq!(&one, now, "{told}");
                    }
                }
            }
        }
        assert_eq!(
            before,
            rows_of(&server, &tenant),
            "{}: something of the other was changed",
            server.name
        );
    }
}
