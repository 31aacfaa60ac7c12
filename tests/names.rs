//! Names and ids are names: every text that is taken says whether it is one, and what is none is refused wherever one stands.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use ratebook::api::{self, Catalogue, Operation};
use serde_json::{Map, Value, json};

/// Every place of a text in what is taken, by type, with its schema; and every map with the schema of its keys.
struct Texts<'c> {
    catalogue: &'c Catalogue,
    seen: HashSet<&'c str>,
    unsaid: BTreeSet<String>,
    said: BTreeMap<&'c str, usize>,
}

impl<'c> Texts<'c> {
    fn visit(&mut self, schema: &'c Value, at: &str) {
        if let Some(name) = reference(schema) {
            if self.seen.insert(name) {
                self.visit(&self.catalogue.types[name], name);
            }
            return;
        }
        let says = |schema: &'c Value| {
            let format = schema.get("format").and_then(Value::as_str);
            format.or_else(|| schema.get("pattern").map(|_| "pattern"))
        };
        if is(schema, "string") && schema.get("enum").is_none() && schema.get("const").is_none() {
            self.say(says(schema), at);
        }
        for (name, own) in object(schema, "properties") {
            self.visit(own, &format!("{at}.{name}"));
        }
        for own in alternatives(schema) {
            self.visit(own, at);
        }
        if let Some(items) = schema.get("items") {
            self.visit(items, &format!("{at}[]"));
        }
        if let Some(values) = schema.get("additionalProperties").filter(|values| values.is_object()) {
            self.say(schema.get("propertyNames").and_then(says), &format!("{at}{{key}}"));
            self.visit(values, &format!("{at}{{}}"));
        }
    }

    fn say(&mut self, what: Option<&'c str>, at: &str) {
        match what {
            Some(what) => *self.said.entry(what).or_default() += 1,
            None => drop(self.unsaid.insert(at.to_owned())),
        }
    }
}

fn is(schema: &Value, kind: &str) -> bool {
    let kinds = schema.get("type");
    kinds.is_some_and(|own| own == kind || own.as_array().is_some_and(|all| all.contains(&json!(kind))))
}

fn reference(schema: &Value) -> Option<&str> {
    schema.get("$ref")?.as_str()?.strip_prefix("#/$defs/")
}

fn object<'s>(schema: &'s Value, field: &str) -> impl Iterator<Item = (&'s String, &'s Value)> {
    schema.get(field).and_then(Value::as_object).into_iter().flatten()
}

fn alternatives(schema: &Value) -> impl Iterator<Item = &Value> {
    let of = |field: &str| schema.get(field).and_then(Value::as_array).into_iter().flatten();
    of("anyOf").chain(of("oneOf"))
}

#[test]
fn every_text_that_is_taken_says_what_it_is() {
    let catalogue = api::catalogue();
    let mut texts = Texts {
        catalogue: &catalogue,
        seen: HashSet::new(),
        unsaid: BTreeSet::new(),
        said: BTreeMap::new(),
    };
    for handle in &catalogue.handles {
        texts.visit(&handle.definition, handle.name);
    }
    for operation in &catalogue.operations {
        texts.visit(&operation.request, operation.variant);
    }
    assert!(
        texts.unsaid.is_empty(),
        "say by `#[schemars(extend(\"format\" = …))]` whether it is a \"name\" (of what is declared, made or kept under it), a \
         \"reference\" (to what is declared elsewhere) or a \"text\", and of a map's values by \"valueFormat\":\n{:#?}",
        texts.unsaid
    );
    for (what, least) in [("name", 100), ("reference", 100), ("text", 50)] {
        assert!(texts.said[what] >= least, "{:?}", texts.said);
    }
}

/// Every change of one name to one that is none, with its place: of a text, or of what stands under it.
fn spoilt(catalogue: &Catalogue, schema: &Value, value: &Value, at: &str, found: &mut Vec<(String, Value)>) {
    let is_name = |schema: &Value| schema.get("format") == Some(&json!("name"));
    if let Some(name) = reference(schema) {
        return spoilt(catalogue, &catalogue.types[name], value, at, found);
    }
    for own in alternatives(schema) {
        spoilt(catalogue, own, value, at, found);
    }
    let step = |step: &str| format!("{at}/{}", step.replace('~', "~0").replace('/', "~1"));
    match value {
        Value::String(text) if is_name(schema) => found.push((at.to_owned(), json!(format!("{text}\u{200b}")))),
        Value::Array(items) => {
            let entries = schema
                .get("items")
                .into_iter()
                .flat_map(|own| items.iter().map(move |item| (own, item)));
            for (place, (own, item)) in entries.enumerate() {
                spoilt(catalogue, own, item, &step(&place.to_string()), found);
            }
        }
        Value::Object(fields) => {
            for (name, inside) in fields {
                if let Some(own) = schema.get("properties").and_then(|own| own.get(name)) {
                    spoilt(catalogue, own, inside, &step(name), found);
                } else if let Some(own) = schema.get("additionalProperties").filter(|own| own.is_object()) {
                    if schema.get("propertyNames").is_some_and(is_name) {
                        let mut changed: Map<String, Value> = fields.clone();
                        let value = changed.remove(name).unwrap_or_default();
                        changed.insert(format!("{name}\u{200b}"), value);
                        found.push((at.to_owned(), changed.into()));
                    }
                    spoilt(catalogue, own, inside, &step(name), found);
                }
            }
        }
        _ => {}
    }
}

/// The place without the numbers of entries, so that one of a kind is tried.
fn kind(path: &str) -> String {
    let steps = path
        .split('/')
        .map(|step| if step.parse::<u32>().is_ok() { "*" } else { step });
    steps.collect::<Vec<_>>().join("/")
}

#[test]
fn what_is_no_name_is_refused_in_every_definition() {
    let catalogue = api::catalogue();
    let (mut tried, mut taken) = (HashSet::new(), BTreeSet::new());
    for vector in ratebook_tests::all() {
        let Some(operation) = Operation::named(&vector.operation) else {
            continue;
        };
        let Some((key, definition)) = operation
            .handle_key()
            .and_then(|key| Some((key, vector.given.get(key)?)))
        else {
            continue;
        };
        let handle = catalogue.handles.iter().find(|handle| handle.key == key).unwrap();
        let mut changes = Vec::new();
        spoilt(&catalogue, &handle.definition, definition, "", &mut changes);
        changes.retain(|(path, value)| !tried.contains(&(key, kind(path), value.is_object())));
        if changes.is_empty() || api::load_json(operation, &vector.given).is_err() {
            continue;
        }
        changes.retain(|(path, value)| tried.insert((key, kind(path), value.is_object())));
        for (path, changed) in changes {
            let mut given = vector.given.clone();
            *given[key].pointer_mut(&path).unwrap() = changed;
            let error = api::load_json(operation, &given).err();
            let told = |error: &ratebook::Error| {
                error.reasons().any(|reason| {
                    reason.code.as_str() == "definition.range"
                        && reason.path.starts_with(&path)
                        && reason.message.contains("which is invisible")
                })
            };
            if !error.as_ref().is_some_and(told) {
                taken.insert(format!("{key}{path}: {error:?}"));
            }
        }
    }
    assert!(taken.is_empty(), "{taken:#?}");
    assert!(tried.len() > 100, "{} kinds of names", tried.len());
}

/// Two types of one name would be told apart by a number, and bindings would look for the one where the other is.
#[test]
fn no_two_types_have_one_name() {
    let catalogue = api::catalogue();
    let numbered = catalogue
        .types
        .keys()
        .filter(|name| name.ends_with(|letter: char| letter.is_ascii_digit()));
    assert_eq!(numbered.collect::<Vec<_>>(), Vec::<&String>::new());
}

/// Swift keeps the types of an area in one of its name, where a type of that name would hide it.
#[test]
fn no_type_has_the_name_of_its_area() {
    let catalogue = api::catalogue();
    let areas: BTreeSet<String> = catalogue.operations.iter().map(|one| one.area.to_lowercase()).collect();
    // `Money` is the area itself: what is asked of money stands in it.
    let hiding = catalogue
        .types
        .keys()
        .filter(|name| *name != "Money" && areas.contains(&name.to_lowercase()));
    assert_eq!(hiding.collect::<Vec<_>>(), Vec::<&String>::new());
}
