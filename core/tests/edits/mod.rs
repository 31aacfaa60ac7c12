//! Packs edited by chance: what migrations are tested with, in core and on real databases.

use serde_json::{Map, Value, json};

/// A pack with every kind of table.
pub(crate) fn shop() -> Value {
    json!({
        "name": "shop", "version": 1,
        "entities": [
            {"name": "country", "scope": "platform", "fields": {"code": {"kind": "text", "required": true, "unique": true}, "name": {"kind": "text", "sort": true}}},
            {"name": "customer", "soft_delete": {"frees": ["login"]}, "number": {"field": "number", "format": "C{seq:4}"}, "people": ["/id"], "sort": ["name", "-created_at"], "fields": {
                "number": {"kind": "text"},
                "name": {"kind": "text", "required": true, "search": true, "sort": true},
                "login": {"kind": "text", "unique": true},
                "email": {"kind": "email", "unique": true, "platform_wide": true, "filter": true},
                "country": {"kind": "link", "entity": "country", "filter": true},
                "balance": {"kind": "money", "filter": true, "sort": true},
                "about": {"kind": "translated_text", "search": true}
            }},
            {"name": "item", "fields": {
                "title": {"kind": "text", "required": true},
                "price": {"kind": "decimal", "filter": true},
                "size": {"kind": "choice", "choices": ["s", "m"], "filter": true},
                "count": {"kind": "integer", "min": "0", "max": "1000", "sort": true},
                "customer": {"kind": "link", "entity": "customer", "required": true},
                "alike": {"kind": "links", "entity": "item"}
            }},
            {"name": "sample", "series": {"subject": "item", "at": "at"}, "fields": {
                "item": {"kind": "link", "entity": "item", "required": true},
                "at": {"kind": "instant", "required": true},
                "load": {"kind": "integer", "filter": true}
            }}
        ]
    })
}

const KINDS: &[&str] = &[
    "text",
    "long_text",
    "email",
    "integer",
    "decimal",
    "percent",
    "money",
    "yes_no",
    "day",
    "instant",
    "link",
    "links",
    "translated_text",
    "file",
    "picture",
    "secret",
    "slug",
    "phone",
    "coordinates",
    "choice",
    "duration",
];
const OPTIONS: &[&str] = &[
    "required",
    "filter",
    "sort",
    "search",
    "unique",
    "folded",
    "platform_wide",
];

/// An edit, by numbers.
pub(crate) type Edit = (u8, u8, u8, u8);

fn field(kind: &str, target: &str, bits: u8) -> Value {
    let mut field = json!({ "kind": kind });
    match kind {
        "link" | "links" => field["entity"] = target.into(),
        "choice" => field["choices"] = json!(["a", "b"]),
        _ => {}
    }
    if bits & 1 == 1 {
        field["required"] = true.into();
    }
    if bits & 2 == 2 {
        field["filter"] = true.into();
    }
    if bits & 12 == 12 && kind == "integer" {
        field["default"] = 7.into();
    }
    field
}

/// A pack after an edit, when it is one.
pub(crate) fn edited(pack: &Value, (what, one, two, three): Edit) -> Value {
    let mut edited = pack.clone();
    let names: Vec<String> = named(&edited);
    let Some(entities) = edited["entities"].as_array_mut() else {
        return edited;
    };
    if entities.is_empty() {
        return edited;
    }
    let place = usize::from(one) % entities.len();
    let target = names[usize::from(two) % names.len()].clone();
    let count = entities.len();
    let entity = &mut entities[place];
    let fields: Vec<String> = entity["fields"]
        .as_object()
        .map(|own| own.keys().cloned().collect())
        .unwrap_or_default();
    let chosen = fields[usize::from(two) % fields.len()].clone();
    let kind = KINDS[usize::from(three) % KINDS.len()];
    match what % 18 {
        0 | 1 => entity["fields"][format!("new_{two}")] = field(kind, &target, one),
        2 if fields.len() > 1 => drop(entity["fields"].as_object_mut().map(|own| own.remove(&chosen))),
        3 => {
            let own = entity["fields"].as_object_mut().expect("fields");
            let mut moved = own.remove(&chosen).expect("a field");
            moved["was"] = chosen.as_str().into();
            own.insert(format!("other_{three}"), moved);
        }
        4 | 5 => entity["fields"][&chosen] = field(kind, &target, one),
        6 | 7 => {
            let option = OPTIONS[usize::from(three) % OPTIONS.len()];
            let own = entity["fields"][&chosen].as_object_mut().expect("a field");
            if own.remove(option).is_none() {
                own.insert(option.to_owned(), true.into());
            }
        }
        8 => entities.push(json!({"name": format!("made_{two}"), "fields": {"a": field(kind, &target, three)}})),
        9 if count > 1 => drop(entities.remove(place)),
        10 => {
            let was = entity["name"].clone();
            entity["name"] = format!("called_{three}").into();
            entity["was"] = was.clone();
            let now = entity["name"].clone();
            for field in entities
                .iter_mut()
                .flat_map(|own| own["fields"].as_object_mut().expect("fields").values_mut())
            {
                if field["entity"] == was {
                    field["entity"] = now.clone();
                }
            }
        }
        11 if entity.get("series").is_none() => match three % 3 {
            0 => drop(entity.as_object_mut().map(|own| own.remove("soft_delete"))),
            1 => entity["soft_delete"] = json!({}),
            _ => {
                entity["scope"] = if entity["scope"] == "platform" {
                    "tenant".into()
                } else {
                    "platform".into()
                }
            }
        },
        12 => entity["owner"] = if two & 1 == 1 { chosen.into() } else { Value::Null },
        13 => entity["public"] = if two & 1 == 1 { json!([chosen]) } else { Value::Null },
        14 => deadline(entity, three),
        15 => {
            // Of another one that is computed, where it is there.
            let text = [
                "count.orValue(0) + 1",
                "count.orValue(0) * 2",
                "other_computed.orValue(0) + 1",
            ][usize::from(three) % 3];
            let name = if three & 4 == 4 { "computed" } else { "other_computed" };
            let mut own = json!({"kind": "integer", "computed": text, "filter": true});
            for (bit, option) in [(8, "sort"), (16, "unique"), (24, "platform_wide")] {
                if three & bit == bit {
                    own[option] = true.into();
                }
            }
            entity["fields"][name] = own;
        }
        16 => machine(&mut edited, place, three),
        17 => {
            entity["number"] = if three & 1 == 1 {
                json!({"field": chosen, "format": "N{seq:4}"})
            } else {
                Value::Null
            };
        }
        _ => {}
    }
    let Some(entities) = edited["entities"].as_array_mut() else {
        return edited;
    };
    for entity in entities.iter_mut().filter_map(Value::as_object_mut) {
        entity.retain(|_, value| !value.is_null());
        if let Some(fields) = entity.get_mut("fields").and_then(Value::as_object_mut) {
            fields.retain(|_, field| !field.is_null());
            fields
                .values_mut()
                .filter_map(Value::as_object_mut)
                .for_each(|own: &mut Map<String, Value>| own.retain(|_, value| !value.is_null()));
        }
    }
    edited
}

/// A deadline of an entity, with the fields that it writes: of so many minutes, that stands while a number is high, that was met.
fn deadline(entity: &mut Value, bits: u8) {
    if bits & 3 == 0 {
        entity["deadlines"] = Value::Null;
        return;
    }
    let mut own = json!({"name": "soon", "from": "created_at", "within_minutes": 60 * (1 + u32::from(bits & 15)), "due": "due_at"});
    let mut write = |name: &str, kind: &str| {
        entity["fields"][name] = json!({"kind": kind, "written_by": "engine", "filter": true});
    };
    write("due_at", "instant");
    if bits & 16 == 16 {
        write("seconds_left", "integer");
        own["left"] = "seconds_left".into();
        own["paused_while"] = "count.orValue(0) > 500".into();
    }
    if bits & 32 == 32 {
        own["met_when"] = "count.orValue(1000) < 100".into();
    }
    entity["deadlines"] = json!([own]);
}

/// A life for an entity, in which something happens by itself; or none any more.
fn machine(pack: &mut Value, place: usize, bits: u8) {
    if bits & 3 == 0 {
        pack["entities"][place]["machine"] = Value::Null;
        pack["entities"][place]["fields"]["door"] = Value::Null;
        return;
    }
    // A version that records have lived by does not come back as another machine.
    let version = pack["machines"][0]["version"].as_u64().unwrap_or(1) + u64::from(bits >> 2 & 1);
    pack["machines"] = json!([{
        "name": "door", "version": version, "initial": "open", "endless": true,
        "states": [{"name": "open"}, {"name": "shut"}], "events": [{"name": "close"}, {"name": "unlock"}],
        "transitions": [
            {"from": ["open"], "event": "close", "to": "shut", "after": {"days": 1 + u32::from(bits & 8)}},
            {"from": ["shut"], "event": "unlock", "to": "open"}
        ]
    }]);
    pack["entities"][place]["machine"] = json!({"name": "door", "field": "door"});
    pack["entities"][place]["fields"]["door"] = json!({"kind": "text", "required": true, "written_by": "machine"});
}

fn named(pack: &Value) -> Vec<String> {
    let entities = pack["entities"].as_array().into_iter().flatten();
    entities
        .filter_map(|own| own["name"].as_str().map(str::to_owned))
        .collect()
}
