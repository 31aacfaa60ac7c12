//! What records and fields look like.

use serde_json::{Map, Value, json};

use super::super::columns::ColumnKind;
use super::super::compiled::{Entity, Field, GREATEST_INTEGER, Pack};
use super::super::definition::{FieldDefinition, FieldKind, FieldWriter};
use super::super::tags::MOST_TAGS;
use super::{object, reference};

const DECIMAL: &str = "^-?[0-9]+(\\.[0-9]+)?$";

/// The schemas that every document has.
pub(super) fn shared() -> Map<String, Value> {
    let fault = json!({
        "type": "object",
        "required": ["code", "message", "path"],
        "properties": {
            "code": {"type": "string"},
            "message": {"type": "string"},
            "path": {"type": "string", "description": "where, as a JSON pointer"},
            "details": {"type": "object"},
        },
    });
    let problem = json!({
        "type": "object",
        "required": ["type", "title", "status", "code", "detail"],
        "properties": {
            "type": {"type": "string", "format": "uri-reference"},
            "title": {"type": "string"},
            "status": {"type": "integer"},
            "code": {"type": "string", "description": "dotted and stable, such as `request.unknown`"},
            "detail": {"type": "string", "description": "a sentence to act on"},
            "path": {"type": "string", "description": "where, as a JSON pointer"},
            "errors": {"type": "array", "items": reference("Fault")},
            "message": {
                "type": "object",
                "description": "the same for whoever uses what you build, in the language of `Accept-Language`",
                "required": ["language", "text", "sentences"],
                "properties": {
                    "language": {"type": "string"},
                    "text": {"type": "string"},
                    "sentences": {"type": "array", "items": {"type": "string"}},
                },
            },
            "trace_id": {"type": "string"},
        },
    });
    let money = amount(json!({"type": "string", "pattern": "^[A-Z]{3}$"}));
    let id = json!({
        "type": "object",
        "required": ["id"],
        "additionalProperties": false,
        "properties": {"id": {"type": "string", "format": "uuid"}},
    });
    let degrees = json!({"type": "string", "pattern": DECIMAL});
    let coordinates = json!({
        "type": "object",
        "required": ["latitude", "longitude"],
        "additionalProperties": false,
        "properties": {"latitude": degrees, "longitude": degrees},
    });
    object([
        ("History", history()),
        ("RecordForm", form()),
        ("Fault", fault),
        ("Problem", problem),
        ("RecordId", id),
        ("Money", money),
        ("Coordinates", coordinates),
    ])
}

/// What happened to a record, page by page.
fn history() -> Value {
    let change = json!({
        "type": "object",
        "required": ["field"],
        "properties": {"field": {"type": "string"}, "before": {}, "after": {}},
    });
    let entry = json!({
        "type": "object",
        "required": ["at", "action", "changes"],
        "properties": {
            "at": {"type": "string", "format": "date-time"},
            "actor": {"type": ["string", "null"]},
            "action": {"type": "string", "description": "such as `customer:updated`"},
            "changes": {"type": "array", "items": change},
        },
    });
    json!({
        "type": "object",
        "required": ["items", "next_cursor"],
        "properties": {
            "items": {"type": "array", "items": entry},
            "next_cursor": {"type": ["string", "null"]},
        },
    })
}

/// What a screen needs for a record, as `records.form` tells it.
fn form() -> Value {
    let text = json!({"type": "string"});
    let perhaps = json!({"type": ["string", "null"]});
    let whole = json!({"type": ["integer", "null"]});
    let truth = json!({"type": "boolean"});
    let texts = json!({"type": "array", "items": text});
    let field = json!({
        "type": "object",
        "required": ["name", "label", "kind", "required", "writable", "revealable", "unique", "filter", "sort", "search", "choices", "types"],
        "properties": {
            "name": text, "label": text, "help": perhaps, "kind": text,
            "required": truth, "writable": truth, "revealable": truth, "unique": truth, "filter": truth, "sort": truth, "search": truth,
            "default": {}, "choices": texts,
            "min": perhaps, "max": perhaps, "above": perhaps, "digits": whole, "currency": perhaps,
            "min_length": whole, "max_length": whole, "pattern": perhaps, "first": perhaps, "last": perhaps,
            "entity": perhaps, "only": perhaps, "types": texts,
        },
    });
    let group = json!({
        "type": "object",
        "required": ["label", "fields"],
        "properties": {"label": perhaps, "fields": {"type": "array", "items": field}},
    });
    let event = json!({
        "type": "object",
        "required": ["name", "label", "possible", "leads_to", "requires", "reasons"],
        "properties": {
            "name": text, "label": text, "possible": truth, "leads_to": perhaps, "requires": texts,
            "reasons": {"type": "array", "items": reference("Fault")},
        },
    });
    json!({
        "type": "object",
        "required": ["label", "groups", "events", "can_read", "can_write", "can_delete"],
        "properties": {
            "label": text,
            "groups": {"type": "array", "items": group},
            "events": {"type": "array", "items": event},
            "can_read": truth, "can_write": truth, "can_delete": truth,
        },
    })
}

/// The schemas of an entity: a record as it is answered, as it is made, as it is changed, and a page of them.
pub(super) fn of(pack: &Pack, entity: &Entity) -> Map<String, Value> {
    let name = entity.schema_name();
    let page = json!({
        "type": "object",
        "required": ["items", "next_cursor"],
        "properties": {
            "items": {"type": "array", "items": reference(&name)},
            "next_cursor": {"type": ["string", "null"]},
            "total": {"type": "integer"},
            "sums": {"type": "object"},
            "facets": {"type": "object"},
            "expanded": {"type": "object", "description": "the records that links lead to, by field and id"},
        },
    });
    let read = record(pack, entity);
    let mut schemas = Map::new();
    schemas.insert(format!("{name}Page"), page);
    if !entity.is_native() {
        schemas.insert(format!("{name}Create"), written(pack, entity, true));
    }
    if !entity.is_native() || entity.is_extended() {
        schemas.insert(format!("{name}Patch"), written(pack, entity, false));
    }
    schemas.insert(name, read);
    schemas.extend(currencies(entity));
    schemas
}

fn record(pack: &Pack, entity: &Entity) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for column in entity.columns().iter().filter(|column| column.field.is_none()) {
        let mut schema = match column.kind {
            ColumnKind::Id => json!({"type": "string", "format": "uuid"}),
            ColumnKind::Instant => json!({"type": "string", "format": "date-time"}),
            _ => json!({"type": "integer"}),
        };
        if column.required {
            required.push(column.name.clone());
        } else {
            schema = nullable(schema);
        }
        properties.insert(column.name.clone(), with(schema, "readOnly", json!(true)));
    }
    for field in entity.fields().iter().filter(|field| field.kind() != FieldKind::Rows) {
        let own = field.definition();
        let listed = field.kind().is_list();
        let mut schema = value_of(pack, field, true);
        if !own.required && !listed {
            schema = nullable(schema);
        }
        schema = told(schema, field);
        if !is_written(entity, field) {
            schema = with(schema, "readOnly", json!(true));
        }
        properties.insert(field.name().to_owned(), schema);
    }
    let mut schema = object([("type", json!("object")), ("properties", Value::Object(properties))]);
    if !required.is_empty() {
        // What is masked or was not asked for is not there.
        schema.insert("required".to_owned(), json!(required));
    }
    Value::Object(schema)
}

/// A record as it is made; or, as a merge patch, as it is changed: nothing clears, and what is absent stays.
pub(super) fn written(pack: &Pack, entity: &Entity, whole: bool) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for field in entity.fields().iter().filter(|field| is_written(entity, field)) {
        let own = field.definition();
        let mut schema = value_of(pack, field, false);
        if !own.required {
            schema = nullable(schema);
        }
        schema = told(schema, field);
        if let Some(default) = own.default.as_ref().filter(|_| whole) {
            schema = with(schema, "default", default.clone());
        }
        properties.insert(field.name().to_owned(), schema);
        if own.required && own.default.is_none() && whole {
            required.push(field.name());
        }
    }
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

/// Whether people write a field: not what is made of other values, and not what the machine or the engine writes.
pub(super) fn is_written(entity: &Entity, field: &Field) -> bool {
    let own = field.definition();
    let definition = entity.definition();
    let machine = definition.machine.as_ref();
    let state = machine.is_some_and(|machine| machine.field == field.name());
    let number = definition.number.as_ref();
    let numbered = number.is_some_and(|number| number.field == field.name());
    let made = own.computed.is_some() || matches!(own.kind, FieldKind::Rows | FieldKind::Gathered);
    own.written_by == FieldWriter::People && !made && !state && !numbered
}

/// A field of an event, or one that is named by another.
pub(super) fn value_of(pack: &Pack, field: &Field, answered: bool) -> Value {
    let own = field.definition();
    let text = |format: &str| json!({"type": "string", "format": format});
    let pattern = |pattern: &str| json!({"type": "string", "pattern": pattern});
    match own.kind {
        FieldKind::Text | FieldKind::LongText | FieldKind::Condition => free(own),
        FieldKind::Secret if answered => json!({"type": "string", "description": "stars"}),
        FieldKind::Secret => with(free(own), "format", json!("password")),
        FieldKind::Email => with(text("email"), "maxLength", json!(own.longest())),
        FieldKind::Phone => pattern("^\\+[1-9][0-9]{6,14}$"),
        FieldKind::Url => with(text("uri"), "maxLength", json!(own.longest())),
        FieldKind::Slug => pattern("^[a-z0-9]+(-[a-z0-9]+)*$"),
        FieldKind::Choice => json!({"type": "string", "enum": own.choices}),
        FieldKind::YesNo => json!({"type": "boolean"}),
        FieldKind::Integer => whole(own),
        FieldKind::Decimal | FieldKind::Percent => pattern(DECIMAL),
        FieldKind::Money => money(own),
        FieldKind::Day => text("date"),
        FieldKind::Time => pattern("^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$"),
        FieldKind::Instant => text("date-time"),
        FieldKind::Duration => json!({"type": "string", "description": "a length of time such as `1h30m`"}),
        FieldKind::Zone => json!({"type": "string", "description": "a time zone such as `Europe/Berlin`"}),
        FieldKind::Country => pattern("^[A-Z]{2}$"),
        FieldKind::Currency => pattern("^[A-Z]{3}$"),
        FieldKind::Colour => pattern("^#[0-9a-f]{6}$"),
        FieldKind::IpAddress => json!({"type": "string", "anyOf": [{"format": "ipv4"}, {"format": "ipv6"}]}),
        FieldKind::Coordinates => reference("Coordinates"),
        FieldKind::File | FieldKind::Picture => text("uuid"),
        FieldKind::Link => with(text("uuid"), "x-entity", json!(own.entity)),
        FieldKind::Links => with(
            json!({"type": "array", "items": text("uuid"), "uniqueItems": true, "maxItems": 1000}),
            "x-entity",
            json!(own.entity),
        ),
        FieldKind::TranslatedText => json!({"type": "object", "additionalProperties": free(own)}),
        FieldKind::Tags => json!({"type": "array", "items": free(own), "uniqueItems": true, "maxItems": MOST_TAGS}),
        FieldKind::Gathered => json!({"type": "array", "items": gathered(pack, field)}),
        _ => json!({"type": "object"}),
    }
}

fn gathered(pack: &Pack, field: &Field) -> Value {
    let found = field.gather().and_then(|gather| {
        let other = pack.entities().get(gather.entity)?;
        let place = other.column(gather.value)?.field?;
        Some(value_of(pack, other.fields().get(place)?, true))
    });
    found.unwrap_or_else(|| json!({}))
}

fn free(own: &FieldDefinition) -> Value {
    let mut schema = object([("type", json!("string")), ("maxLength", json!(own.longest()))]);
    // A text that has to be there is not empty.
    if let Some(least) = own.min_length.or(own.required.then_some(1)) {
        schema.insert("minLength".to_owned(), json!(least));
    }
    if let Some(pattern) = &own.pattern {
        schema.insert("pattern".to_owned(), json!(format!("^(?:{pattern})$")));
    }
    Value::Object(schema)
}

fn whole(own: &FieldDefinition) -> Value {
    // Whole numbers are kept as far as every language counts exactly.
    let number = |bound: crate::money::Decimal| bound.to_string().parse::<i64>().ok();
    let mut schema = object([
        ("type", json!("integer")),
        ("minimum", json!(own.min.and_then(number).unwrap_or(-GREATEST_INTEGER))),
        ("maximum", json!(own.max.and_then(number).unwrap_or(GREATEST_INTEGER))),
    ]);
    if let Some(above) = own.above.and_then(number) {
        schema.remove("minimum");
        schema.insert("exclusiveMinimum".to_owned(), json!(above));
    }
    Value::Object(schema)
}

fn money(own: &FieldDefinition) -> Value {
    match own.currency {
        None => reference("Money"),
        Some(currency) => reference(&format!("Money{}", currency.code())),
    }
}

/// An amount, in one currency or in any.
fn amount(currency: Value) -> Value {
    json!({
        "type": "object",
        "required": ["amount", "currency"],
        "additionalProperties": false,
        "properties": {"amount": {"type": "string", "pattern": DECIMAL}, "currency": currency},
    })
}

/// The amounts of the currencies that fields of an entity are in.
fn currencies(entity: &Entity) -> impl Iterator<Item = (String, Value)> + '_ {
    let own = entity.fields().iter().filter_map(|field| field.definition().currency);
    own.map(|currency| {
        let code = currency.code();
        (format!("Money{code}"), amount(json!({"type": "string", "const": code})))
    })
}

/// A schema that takes nothing as well.
fn nullable(schema: Value) -> Value {
    let mut fields = match schema {
        Value::Object(fields) => fields,
        other => return other,
    };
    match fields.get("type").and_then(Value::as_str).map(str::to_owned) {
        Some(own) => {
            fields.insert("type".to_owned(), json!([own, "null"]));
            if let Some(Value::Array(words)) = fields.get_mut("enum") {
                words.push(Value::Null);
            }
            Value::Object(fields)
        }
        None => json!({"anyOf": [fields, {"type": "null"}]}),
    }
}

fn told(schema: Value, field: &Field) -> Value {
    let own = field.definition();
    let titled = match &own.label {
        Some(label) => with(schema, "title", json!(label)),
        None => schema,
    };
    let helped = match &own.help {
        Some(help) => with(titled, "description", json!(help)),
        None => titled,
    };
    match &own.deprecated {
        Some(_) => with(helped, "deprecated", json!(true)),
        None => helped,
    }
}

pub(super) fn with(schema: Value, name: &str, value: Value) -> Value {
    match schema {
        Value::Object(mut fields) => {
            fields.insert(name.to_owned(), value);
            Value::Object(fields)
        }
        other => other,
    }
}
