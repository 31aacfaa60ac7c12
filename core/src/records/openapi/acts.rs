//! Acts over what is booked: of the natives that a pack has.

use serde_json::{Map, Value, json};

use super::super::compiled::Entity;
use super::{object, reference};

/// An act: its name, the native it belongs to, the verb of its permission, what it is sent, what it answers, and with which status.
type Act = (
    &'static str,
    &'static str,
    &'static str,
    fn() -> Value,
    &'static str,
    &'static str,
);

const ACTS: &[Act] = &[
    ("check", "booking", "read", check, "Availability", "200"),
    ("slots", "booking", "read", slots, "FreeStarts", "200"),
    ("price", "booking", "read", price, "Prices", "200"),
    ("storefront", "booking", "read", storefront, "ForSale", "200"),
    ("calendar", "booking", "read", calendar, "Drawn", "200"),
    ("hold", "booking", "write", hold, "Booked", "201"),
    ("book", "booking", "write", book, "Booked", "201"),
    ("confirm", "booking", "write", confirm, "Booked", "200"),
    ("release", "booking", "write", release, "Booked", "200"),
    ("extend", "booking", "write", extend, "Booked", "200"),
    ("move", "booking", "write", moved, "Booked", "200"),
    ("cancel", "booking", "write", cancel, "Booked", "200"),
    ("block", "block", "write", block, "", "201"),
    ("unblock", "block", "write", unblock, "", "200"),
    ("import_feed", "feed", "write", import_feed, "ImportedFeed", "200"),
    ("export_feed", "feed", "write", export_feed, "SharedFeed", "200"),
    ("close_feed", "feed", "write", close_feed, "", "200"),
];

/// The acts that take what a pack has added to a native, as `extra`.
const EXTENDED: &[&str] = &["hold", "book", "confirm", "move", "block"];

/// What names the record of a native that an act is of, where it is of one: such an act is at the address of that record too.
pub fn act_names(native: &str, act: &str) -> Option<&'static str> {
    match (native, act) {
        ("booking", "move" | "cancel") => Some("booking"),
        ("block", "unblock") => Some("block"),
        ("feed", "close_feed") => Some("feed"),
        _ => None,
    }
}

/// The acts of a native.
pub(super) fn paths(entity: &Entity) -> Map<String, Value> {
    let own = ACTS
        .iter()
        .filter(|(_, native, ..)| entity.is_native() && *native == entity.name());
    let mut of_one = Map::new();
    let paths = own.map(|(name, _, verb, body, answer, status)| {
        let answer = if answer.is_empty() {
            entity.schema_name()
        } else {
            (*answer).to_owned()
        };
        let mut body = body();
        if entity.is_extended() && EXTENDED.contains(name) {
            let extra = reference(&format!("{}Patch", entity.schema_name()));
            if let Some(properties) = body.get_mut("properties").and_then(Value::as_object_mut) {
                properties.insert("extra".to_owned(), extra);
            }
        }
        let mut responses = object([("default", json!({"$ref": "#/components/responses/Problem"}))]);
        let content = json!({"application/json": {"schema": reference(&answer)}});
        responses.insert((*status).to_owned(), json!({"description": "done", "content": content}));
        let operation = json!({"post": {
            "operationId": format!("acts.{name}"),
            "summary": format!("{name} by an act"),
            "tags": [entity.name()],
            "x-permission": format!("{}:{verb}", entity.plural()),
            "requestBody": {"required": true, "content": {"application/json": {"schema": body}}},
            "responses": responses,
        }});
        of_one.extend(at_record(entity, name, &operation));
        (format!("/v1/acts/{name}"), operation)
    });
    let mut paths: Map<String, Value> = paths.collect();
    paths.append(&mut of_one);
    if entity.is_native() && entity.name() == "feed" {
        paths.insert("/v1/ical/{file}".to_owned(), address());
    }
    paths
}

/// The same act at the address of the record that it is of.
fn at_record(entity: &Entity, name: &str, operation: &Value) -> Option<(String, Value)> {
    let named_by = act_names(entity.name(), name)?;
    let mut own = operation.get("post")?.clone();
    let body = own.pointer_mut("/requestBody/content/application~1json/schema")?;
    body.get_mut("properties")?.as_object_mut()?.remove(named_by);
    let required = body.get_mut("required")?.as_array_mut()?;
    required.retain(|field| field != named_by);
    let needed = !required.is_empty();
    *own.pointer_mut("/requestBody/required")? = needed.into();
    *own.get_mut("operationId")? = format!("{}.{name}", entity.name()).into();
    let id = json!({"name": "id", "in": "path", "required": true, "schema": id()});
    let path = format!("/v1/{}/{{id}}/{}", entity.address(), name.replace('_', "-"));
    Some((path, json!({"parameters": [id], "post": own})))
}

/// What whoever has the address of a calendar reads.
fn address() -> Value {
    let file = json!({"name": "file", "in": "path", "required": true, "schema": {"type": "string"},
        "description": "the token that `export_feed` told, and `.ics`"});
    json!({"get": {
        "operationId": "ical.read",
        "summary": "when a resource is taken, for other calendars",
        "tags": ["feed"],
        "security": [],
        "parameters": [file],
        "responses": {
            "200": {"description": "the calendar", "content": {"text/calendar": {"schema": {"type": "string"}}}},
            "default": {"$ref": "#/components/responses/Problem"},
        },
    }})
}

/// What acts of a native refer to.
pub(super) fn schemas(entity: &Entity) -> Map<String, Value> {
    if !entity.is_native() {
        return Map::new();
    }
    let day = json!({"type": "string", "format": "date"});
    let span = fields(json!({"start": moment(), "end": moment()}), &["start", "end"]);
    let stay = fields(json!({"check_in": day, "check_out": day}), &["check_in", "check_out"]);
    let when = json!({"type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": false,
        "properties": {"span": span, "stay": stay, "departure": day}});
    let mut schemas = object([("When", when)]);
    if entity.name() == "feed" {
        let feed = reference(&entity.schema_name());
        let count = json!({"type": "integer"});
        let faults = json!({"type": "array", "items": reference("Fault")});
        let imported = json!({"feed": feed, "added": count, "removed": count, "unchanged": count, "told": faults});
        let shared = json!({"feed": feed, "address": {"type": "string"}});
        schemas.extend(object([
            ("ImportedFeed", json!({"type": "object", "properties": imported})),
            ("SharedFeed", json!({"type": "object", "properties": shared})),
        ]));
    }
    if entity.name() != "booking" {
        return schemas;
    }
    let take = json!({"resource": id(), "when": reference("When"), "units": units(), "partner": text(200)});
    let party = json!({"adults": {"type": "integer", "minimum": 0}, "children": {"type": "array", "items": {"type": "integer"}},
        "birth_dates": {"type": "array", "items": day}, "supplements": {"type": "object"},
        "promo_codes": {"type": "array", "items": text(200)}});
    let several = |schema: &str| json!({"type": "array", "items": reference(schema)});
    let booked = json!({"id": id(), "key": text(200), "expires_at": moment(),
        "total": {"anyOf": [reference("Money"), {"type": "null"}]}, "items": several(&entity.schema_name())});
    let free = json!({"free": {"type": "boolean"}, "units_left": {"type": "integer"}, "reasons": several("Fault"),
        "span": {"type": ["object", "null"]}});
    let start = json!({"start": moment(), "day": day, "time": text(8), "offset": text(9), "longest_minutes": {"type": "integer"}});
    let start = json!({"type": "object", "properties": start});
    let of_one = json!({"type": "object", "properties": {"resource": id(), "slots": {"type": "array", "items": start},
        "reasons": several("Fault")}});
    let priced = json!({"type": "object", "properties": {"resource": id(), "price": {"type": ["object", "null"]}}});
    let answered = |properties: Value| json!({"type": "object", "properties": properties});
    let listed = json!({"type": ["string", "null"]});
    let record = json!({"type": "object"});
    let offered = json!({"entity": text(100), "resource": id(), "rate_list": listed, "total": reference("Money"),
        "units_left": {"type": "integer"}, "record": record});
    let refused = json!({"entity": text(100), "resource": id(), "rate_list": listed, "reasons": several("Fault"), "record": record});
    let for_sale = json!({"offers": {"type": "array", "items": answered(offered)},
        "not_offered": {"type": "array", "items": answered(refused)}});
    let drawn = json!({"items": {"type": "array", "items": {"type": "object", "properties": {"resource": id(),
        "days": {"type": "array", "items": record}}}}, "bookings": several(&entity.schema_name()),
        "blocks": {"type": "array", "items": record}});
    schemas.extend(object([
        ("Take", fields(take, &["resource", "when"])),
        ("Party", fields(party, &[])),
        ("Booked", answered(booked)),
        ("Availability", answered(free)),
        ("ForSale", answered(for_sale)),
        ("Drawn", answered(drawn)),
        (
            "FreeStarts",
            answered(json!({"items": {"type": "array", "items": of_one}})),
        ),
        (
            "Prices",
            answered(json!({"items": {"type": "array", "items": priced}, "total": {"type": ["object", "null"]}})),
        ),
    ]));
    schemas
}

fn fields(properties: Value, required: &[&str]) -> Value {
    json!({"type": "object", "additionalProperties": false, "properties": properties, "required": required})
}

fn id() -> Value {
    json!({"type": "string", "format": "uuid"})
}

fn moment() -> Value {
    json!({"type": "string", "format": "date-time"})
}

fn text(longest: u32) -> Value {
    json!({"type": "string", "maxLength": longest})
}

fn units() -> Value {
    json!({"type": "integer", "minimum": 1, "maximum": 100_000})
}

fn seconds() -> Value {
    json!({"type": "integer", "minimum": 1, "maximum": 31_622_400})
}

fn takes() -> Value {
    json!({"type": "array", "items": reference("Take"), "minItems": 1, "maxItems": 200})
}

fn check() -> Value {
    fields(
        json!({"takes": takes(), "hold": text(200), "booking": id()}),
        &["takes"],
    )
}

fn slots() -> Value {
    let days = json!({"first": {"type": "string", "format": "date"}, "last": {"type": "string", "format": "date"}});
    let resources = json!({"type": "array", "items": id(), "minItems": 1});
    let properties = json!({"resources": resources, "days": fields(days, &["first", "last"]), "minutes": {"type": "integer"},
        "units": units(), "step_minutes": {"type": "integer"}, "counted": {"type": "string", "enum": ["midnight", "opening"]},
        "hold": text(200), "booking": id()});
    fields(properties, &["resources", "days", "minutes"])
}

fn price() -> Value {
    fields(
        json!({"takes": takes(), "party": reference("Party"), "preview": {"type": "boolean"}}),
        &["takes"],
    )
}

fn storefront() -> Value {
    let names = json!({"type": "array", "items": text(100), "maxItems": 500});
    let properties = json!({"entity": text(100), "filter": {"type": "object"}, "q": text(200), "fields": names,
        "when": reference("When"), "units": units(), "party": reference("Party"), "partner": text(200), "hold": text(200), "preview": {"type": "boolean"}});
    fields(properties, &["when"])
}

fn calendar() -> Value {
    let resources = json!({"type": "array", "items": id(), "minItems": 1, "maxItems": 50});
    let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let properties = json!({"resources": resources, "view": {"type": "string", "enum": ["day", "week", "month"]},
        "day": {"type": "string", "format": "date"}, "week_begins": {"type": "string", "enum": days}, "zone": text(100),
        "partner": text(200)});
    fields(properties, &["resources", "view", "day"])
}

fn import_feed() -> Value {
    let day = json!({"type": "string", "format": "date"});
    let days = fields(json!({"first": day, "last": day}), &["first", "last"]);
    let properties = json!({"resource": id(), "name": text(200), "text": {"type": "string", "maxLength": 2_097_152}, "days": days,
        "url": text(2_000)});
    fields(properties, &["resource", "name", "text"])
}

fn export_feed() -> Value {
    let content = json!({"type": "string", "enum": ["free_busy", "events"]});
    fields(
        json!({"resource": id(), "name": text(100), "content": content}),
        &["resource", "name"],
    )
}

fn close_feed() -> Value {
    fields(json!({"feed": id()}), &["feed"])
}

fn hold() -> Value {
    let properties = json!({"key": text(200), "takes": takes(), "ttl_seconds": seconds(), "title": text(200), "note": text(20_000),
        "party": reference("Party")});
    fields(properties, &["takes", "ttl_seconds"])
}

fn book() -> Value {
    let properties = json!({"takes": takes(), "hold": text(200), "title": text(200), "note": text(20_000), "party": reference("Party")});
    fields(properties, &["takes"])
}

fn confirm() -> Value {
    let properties =
        json!({"key": text(200), "even_if_expired": {"type": "boolean"}, "title": text(200), "note": text(20_000)});
    fields(properties, &["key"])
}

fn release() -> Value {
    fields(json!({"key": text(200)}), &["key"])
}

fn extend() -> Value {
    fields(
        json!({"key": text(200), "ttl_seconds": seconds()}),
        &["key", "ttl_seconds"],
    )
}

fn moved() -> Value {
    let properties = json!({"booking": id(), "takes": takes(), "party": reference("Party")});
    fields(properties, &["booking", "takes"])
}

fn cancel() -> Value {
    fields(json!({"booking": id()}), &["booking"])
}

fn block() -> Value {
    let properties = json!({"resource": id(), "when": reference("When"), "units": units(), "reason": text(2_000)});
    fields(properties, &["resource", "when"])
}

fn unblock() -> Value {
    fields(json!({"block": id()}), &["block"])
}
