//! What can be asked of an entity: its list, its records, and the events of its machine.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::super::columns::ColumnKind;
use super::super::compiled::{Entity, Field, Pack};
use super::super::definition::FieldKind;
use super::schemas::{value_of, with};
use super::{object, reference, samples, words};
use crate::flow::{MachineStamp, MachineTransition};

/// The paths of an entity.
pub(super) fn of(pack: &Pack, entity: &Entity) -> Map<String, Value> {
    let list = format!("/v1/{}", entity.address());
    let mut paths = Map::new();
    let id = json!({"name": "id", "in": "path", "required": true, "schema": {"type": "string", "format": "uuid"}});
    let read = (
        "get",
        operation(
            entity,
            "list",
            "read",
            &words(entity.plural()),
            parameters(entity),
            None,
            ("200", "Page"),
        ),
    );
    let make = |name: &str| Some(body(&format!("{}{name}", entity.schema_name()), "application/json"));
    let made = (
        "post",
        operation(
            entity,
            "create",
            "write",
            &one(entity),
            Vec::new(),
            make("Create"),
            ("201", ""),
        ),
    );
    // What the engine writes is read here, and changed by acts.
    let native = entity.is_native();
    let made = match entity.definition().series.is_some() {
        true => (
            "post",
            with(
                with(made.1, "requestBody", samples::appended(entity)),
                "responses",
                samples::answers(entity),
            ),
        ),
        false => made,
    };
    let list_item = if native { object([read]) } else { object([read, made]) };
    paths.insert(list.clone(), Value::Object(list_item));
    paths.insert(format!("{list}/export.csv"), json!({"get": export(entity)}));
    if entity.definition().series.is_some() {
        paths.insert(format!("{list}/buckets"), samples::buckets(entity, parameters(entity)));
    }
    paths.insert(
        format!("{list}/form"),
        json!({"get": form(entity, "new_form", "what a new one is asked for by")}),
    );
    if entity.column_named("id").is_none() {
        return paths;
    }
    of_one(entity, &list, &id, &mut paths);
    for (event, schema) in events(pack, entity) {
        let item = json!({"parameters": [id], "post": schema});
        paths.insert(format!("{list}/{{id}}/{event}"), item);
    }
    paths
}

/// Says of all that can be asked there that it goes.
pub(super) fn deprecate(paths: &mut Map<String, Value>) {
    let items = paths.values_mut().filter_map(Value::as_object_mut);
    for operation in items
        .flat_map(|item| item.values_mut())
        .filter_map(Value::as_object_mut)
    {
        operation.insert("deprecated".to_owned(), json!(true));
    }
}

/// The list as a file.
fn export(entity: &Entity) -> Value {
    let file = json!({"description": "the list as CSV", "content": {"text/csv": {"schema": {"type": "string"}}}});
    let asked = parameters(entity).into_iter();
    let asked = asked.filter(|parameter| {
        !matches!(
            parameter["name"].as_str(),
            Some("cursor" | "limit" | "total" | "expand" | "sums" | "facets")
        )
    });
    let what = words(entity.plural());
    let told = operation(
        entity,
        "export",
        "export",
        &what,
        asked.collect(),
        None,
        ("200", "nothing"),
    );
    with(
        told,
        "responses",
        json!({"200": file, "default": {"$ref": "#/components/responses/Problem"}}),
    )
}

/// The paths of one record: itself, what happened to it, and what brings it back.
fn of_one(entity: &Entity, list: &str, id: &Value, paths: &mut Map<String, Value>) {
    let make = |name: &str| Some(body(&format!("{}{name}", entity.schema_name()), "application/json"));
    let told = |verb, permission, content, answer| {
        operation(entity, verb, permission, &one(entity), Vec::new(), content, answer)
    };
    let patch = Some(body(
        &format!("{}Patch", entity.schema_name()),
        "application/merge-patch+json",
    ));
    let chosen = parameters(entity).into_iter();
    let chosen = chosen.filter(|parameter| matches!(parameter["name"].as_str(), Some("fields" | "expand")));
    let read = operation(
        entity,
        "read",
        "read",
        &one(entity),
        chosen.collect(),
        None,
        ("200", ""),
    );
    let mut responses = read.get("responses").cloned().unwrap_or_else(|| json!({}));
    responses = with(
        responses,
        "304",
        json!({"description": "it is as it is known by `If-None-Match`"}),
    );
    let read = with(read, "responses", responses);
    let mut item = object([
        ("parameters", json!([id])),
        ("get", read),
        ("patch", told("change", "write", patch, ("200", ""))),
        ("put", told("replace", "write", make("Create"), ("200", ""))),
        ("delete", told("delete", "delete", None, ("204", "nothing"))),
    ]);
    if entity.is_native() {
        // What a pack has added is changed by itself.
        let is_left = |name: &str| matches!(name, "parameters" | "get") || name == "patch" && entity.is_extended();
        item.retain(|name, _| is_left(name));
    }
    paths.insert(format!("{list}/{{id}}"), Value::Object(item));
    let history = told("history", "read", None, ("200", "nothing"));
    let cursor = json!([{"name": "cursor", "in": "query", "schema": {"type": "string"}}]);
    let history = with(history, "parameters", cursor);
    let entries = json!({"description": "what happened, in order", "content": {"application/json": {"schema": reference("History")}}});
    let history = with(history, "responses", {
        json!({"200": entries, "default": {"$ref": "#/components/responses/Problem"}})
    });
    paths.insert(
        format!("{list}/{{id}}/history"),
        json!({"parameters": [id], "get": history}),
    );
    let form = form(entity, "form", "what a screen shows of it and asks for");
    paths.insert(format!("{list}/{{id}}/form"), json!({"parameters": [id], "get": form}));
    if entity.definition().soft_delete.is_some() {
        let restore = told("restore", "delete", None, ("200", ""));
        paths.insert(
            format!("{list}/{{id}}/restore"),
            json!({"parameters": [id], "post": restore}),
        );
    }
}

/// What a screen needs: of a record for whoever may read it, of a new one for whoever may read or make one.
fn form(entity: &Entity, verb: &str, summary: &str) -> Value {
    let told = operation(entity, verb, "read", &one(entity), Vec::new(), None, ("200", "nothing"));
    let shown =
        json!({"description": "the form", "content": {"application/json": {"schema": reference("RecordForm")}}});
    let answers = json!({"200": shown, "default": {"$ref": "#/components/responses/Problem"}});
    let told = with(
        with(told, "responses", answers),
        "summary",
        json!(format!("{}: {summary}", one(entity))),
    );
    if verb == "form" {
        return told;
    }
    let either = ["read", "write"].map(|verb| format!("{}:{verb}", entity.plural()));
    with(told, "x-permissions", json!(either))
}

fn one(entity: &Entity) -> String {
    let label = entity.definition().label.as_ref();
    label.cloned().unwrap_or_else(|| words(entity.name()))
}

fn body(schema: &str, media: &str) -> Value {
    let content: Map<String, Value> = [(media.to_owned(), json!({"schema": reference(schema)}))]
        .into_iter()
        .collect();
    json!({"required": true, "content": content})
}

fn operation(
    entity: &Entity,
    verb: &str,
    permission: &str,
    what: &str,
    parameters: Vec<Value>,
    content: Option<Value>,
    (status, answer): (&str, &str),
) -> Value {
    let mut responses = object([("default", json!({"$ref": "#/components/responses/Problem"}))]);
    let answered = match answer {
        "nothing" => json!({"description": "done"}),
        _ => {
            let schema = reference(&format!("{}{answer}", entity.schema_name()));
            json!({"description": "done", "content": {"application/json": {"schema": schema}}})
        }
    };
    responses.insert(status.to_owned(), answered);
    let mut operation = object([
        ("operationId", json!(format!("{}.{verb}", entity.name()))),
        ("summary", json!(format!("{verb} {what}"))),
        ("tags", json!([entity.name()])),
        ("x-permission", json!(format!("{}:{permission}", entity.plural()))),
        ("responses", Value::Object(responses)),
    ]);
    let mut parameters = parameters;
    parameters.extend(headers(verb).iter().map(|name| shared(name)));
    if !parameters.is_empty() {
        operation.insert("parameters".to_owned(), json!(parameters));
    }
    if let Some(content) = content {
        operation.insert("requestBody".to_owned(), content);
    }
    Value::Object(operation)
}

/// The headers by which a change is asked for once, and of the record as it was seen.
fn headers(verb: &str) -> &'static [&'static str] {
    match verb {
        "create" => &["IdempotencyKey"],
        "list" | "history" | "export" | "form" | "new_form" => &[],
        "read" => &["IfNoneMatch"],
        _ => &["IdempotencyKey", "IfMatch"],
    }
}

/// What those headers say.
pub(super) fn shared_parameters() -> Value {
    let header = |name: &str, schema: Value, description: &str| json!({"name": name, "in": "header", "schema": schema, "description": description});
    let tag = json!({"type": "string"});
    json!({
        "IdempotencyKey": header(
            "Idempotency-Key",
            json!({"type": "string", "minLength": 1, "maxLength": 255}),
            "under one key a change is carried out once, and answered alike when it is asked for again"
        ),
        "IfMatch": header("If-Match", tag.clone(), "the `ETag` of the record as it was read; another one is refused"),
        "IfNoneMatch": header("If-None-Match", tag, "the `ETag` of the record as it is known; the same is not sent again"),
    })
}

/// What every refusal looks like.
pub(super) fn problems() -> Value {
    let content = json!({"application/problem+json": {"schema": reference("Problem")}});
    json!({"Problem": {"description": "why not", "content": content}})
}

/// What a list is asked with.
fn parameters(entity: &Entity) -> Vec<Value> {
    let mut parameters = Vec::new();
    let mut add = |name: &str, schema: Value| parameters.push(json!({"name": name, "in": "query", "schema": schema}));
    for field in entity.fields() {
        filters(field, &mut add);
    }
    for name in ["created_at", "updated_at"] {
        if entity.column_named(name).is_some() {
            let moment = json!({"type": "string", "description": "a day or a moment"});
            add(&format!("{name}_first"), moment.clone());
            add(&format!("{name}_last"), moment);
        }
    }
    if entity.column_named("id").is_some() {
        add(
            "id",
            json!({"type": "string", "description": "an id, or several by comma"}),
        );
    }
    if entity.fields().iter().any(|field| field.definition().search) {
        add("q", json!({"type": "string", "maxLength": 200}));
    }
    let names = |fits: fn(&Field) -> bool| -> Vec<&str> {
        let own = entity.fields().iter().filter(|field| fits(field));
        own.map(|field| field.name()).collect()
    };
    let own = ["created_at", "updated_at", "id"]
        .into_iter()
        .filter(|name| entity.column_named(name).is_some());
    let sorted = names(|field| field.definition().sort).into_iter().chain(own);
    let sorted: Vec<String> = sorted.flat_map(|name| [name.to_owned(), format!("-{name}")]).collect();
    let amounts = names(|field| field.definition().sort && is_of_several_currencies(field));
    add("sort", with_currencies(several(&sorted, 4), &amounts));
    add("fields", several(&names(|field| field.kind() != FieldKind::Rows), 500));
    let chosen = [
        (
            "expand",
            names(|field| matches!(field.kind(), FieldKind::Link | FieldKind::Links)),
            10,
        ),
        ("sums", names(Field::is_summed), 20),
        ("facets", names(is_counted), 10),
    ];
    for (name, fields, most) in chosen {
        if !fields.is_empty() {
            add(name, several(&fields, most));
        }
    }
    add(
        "limit",
        json!({"type": "integer", "minimum": 1, "maximum": 100, "default": 20}),
    );
    add("cursor", json!({"type": "string"}));
    add("total", json!({"type": "boolean", "default": false}));
    add(
        "where",
        json!({"type": "string", "description": "a condition over its fields"}),
    );
    if entity.definition().soft_delete.is_some() {
        add("deleted", json!({"type": "boolean", "default": false}));
    }
    parameters.into_iter().map(in_one).collect()
}

/// Several names stand in one parameter, by comma.
fn in_one(parameter: Value) -> Value {
    let listed = parameter.pointer("/schema/type").and_then(Value::as_str) == Some("array");
    if listed {
        with(with(parameter, "style", json!("form")), "explode", json!(false))
    } else {
        parameter
    }
}

fn is_of_several_currencies(field: &Field) -> bool {
    field.kind() == FieldKind::Money && field.definition().currency.is_none()
}

/// Names of an order, and those of amounts with the currency behind them.
fn with_currencies(names: Value, amounts: &[&str]) -> Value {
    let Some(items) = names.get("items").filter(|_| !amounts.is_empty()) else {
        return names;
    };
    let named = format!("^-?({}) [A-Z]{{3}}$", amounts.join("|"));
    let either = json!({"anyOf": [items, {"type": "string", "pattern": named}]});
    with(names, "items", either)
}

fn several(names: &[impl AsRef<str>], most: u32) -> Value {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    json!({"type": "array", "items": {"type": "string", "enum": names}, "maxItems": most})
}

fn filters(field: &Field, add: &mut impl FnMut(&str, Value)) {
    let own = field.definition();
    if !own.filter && !own.search {
        return;
    }
    let name = field.name();
    let several = json!({"type": "string", "description": "a value, or several by comma"});
    if field.kind() != FieldKind::TranslatedText && field.kind() != FieldKind::Instant {
        add(name, several);
    }
    let ranged = matches!(
        own.column(),
        ColumnKind::Integer
            | ColumnKind::Scaled(_)
            | ColumnKind::Day
            | ColumnKind::Time
            | ColumnKind::Duration
            | ColumnKind::Instant
    );
    if ranged && field.kind().has_column() {
        for end in ["first", "last"] {
            add(&format!("{name}_{end}"), json!({"type": "string"}));
        }
    }
    if field.kind().has_column() {
        add(&format!("{name}_given"), json!({"type": "boolean"}));
    }
}

fn is_counted(field: &Field) -> bool {
    let is_kept = field.kind().has_column() || field.kind() == FieldKind::Tags;
    field.definition().filter && is_kept && field.kind() != FieldKind::Instant
}

/// The events of the machine that somebody can make happen, each with what it asks for.
fn events(pack: &Pack, entity: &Entity) -> BTreeMap<String, Value> {
    let mut found = BTreeMap::new();
    let Some(machine) = entity.machine() else {
        return found;
    };
    let definition = machine.definition();
    for event in &definition.events {
        let ways = people_fire(entity, &event.name);
        if ways.is_empty() {
            continue;
        }
        let schema = given(pack, entity, &ways);
        let required = schema.get("required").is_some();
        let content = json!({"required": required, "content": {"application/json": {"schema": schema}}});
        let label = event.label.clone().unwrap_or_else(|| words(&event.name));
        let mut told = operation(
            entity,
            &event.name,
            "write",
            &one(entity),
            Vec::new(),
            Some(content),
            ("200", ""),
        );
        let id = format!("{}.event.{}", entity.name(), event.name);
        told = with(with(told, "summary", json!(label)), "operationId", json!(id));
        let permissions: BTreeSet<&String> = ways.iter().filter_map(|way| way.permission.as_ref()).collect();
        // Which way is taken decides which permission is asked for, when ways differ.
        let everywhere = ways.iter().all(|way| way.permission.is_some());
        if let (Some(only), 1, true) = (permissions.first(), permissions.len(), everywhere) {
            told = with(told, "x-permission", json!(only));
        } else if !permissions.is_empty() {
            told = with(told, "x-permissions", json!(permissions));
        }
        found.insert(event.name.clone(), told);
    }
    found
}

/// The ways of an event that somebody makes happen: what is due by itself is made to happen by nobody.
pub(super) fn people_fire<'e>(entity: &'e Entity, event: &str) -> Vec<&'e MachineTransition> {
    let machine = entity.machine().map(|machine| machine.definition());
    let ways = machine.into_iter().flat_map(|machine| &machine.transitions);
    ways.filter(|way| way.event == event && way.after.is_none()).collect()
}

/// What is given with an event.
pub(super) fn given(pack: &Pack, entity: &Entity, ways: &[&MachineTransition]) -> Value {
    let stamped = |stamps: &BTreeMap<String, MachineStamp>| -> Vec<String> {
        let given = stamps.iter().filter(|(_, stamp)| **stamp == MachineStamp::Given);
        given.map(|(name, _)| name.clone()).collect()
    };
    let mut properties = Map::new();
    let asked = ways
        .iter()
        .flat_map(|way| way.requires.iter().cloned().chain(stamped(&way.stamps)));
    for name in asked {
        let schema = entity
            .field(&name)
            .map_or_else(|| json!({}), |field| value_of(pack, field, false));
        properties.insert(name, schema);
    }
    let always = |name: &&String| ways.iter().all(|way| way.requires.contains(name));
    let required: BTreeSet<&String> = ways.iter().flat_map(|way| &way.requires).filter(always).collect();
    let mut schema = object([
        ("type", json!("object")),
        ("additionalProperties", json!(false)),
        ("properties", Value::Object(properties)),
    ]);
    if !required.is_empty() {
        schema.insert("required".to_owned(), json!(required));
    }
    Value::Object(schema)
}

/// A header that several operations are asked with.
pub(super) fn shared(name: &str) -> Value {
    json!({"$ref": format!("#/components/parameters/{name}")})
}
