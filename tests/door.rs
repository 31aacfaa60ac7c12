//! The one door: what a type says of its limits holds on every road to a value, and for every operation.

use std::collections::HashSet;
use std::time::Instant;

use ratebook::api::{self, Operation, Wire};
use ratebook::form::Limits;
use ratebook::form::model::{Form, Format, Model};
use ratebook::rates::{RateList, RateListDefinition};
use ratebook::{Code, Error, Result};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// A caller who holds values of Rust: nothing looks at the form of what is handed over.
struct Typed(Value);

impl Wire for Typed {
    type Answer = ();

    fn take<T: DeserializeOwned + Limits>(&mut self) -> Result<T> {
        serde_json::from_value(self.0.take()).map_err(|error| Error::new(Code::EngineDefect, "", error.to_string()))
    }
    fn take_each<T: DeserializeOwned + Limits>(&mut self, _: &str) -> Option<Vec<Result<T>>> {
        None
    }
    fn give<T: Serialize>(&mut self, _: &T) -> Result<()> {
        Ok(())
    }
}

/// Every change of one value of a request that puts it beyond its limits, with the place of it.
fn beyond(form: &Form, value: &Value, at: &str, found: &mut Vec<(String, Value)>) {
    let model = Model::own();
    let form = model.resolved(form);
    match (form, value) {
        (Form::Optional(inner), value) if !value.is_null() => beyond(inner, value, at, found),
        (Form::Whole(own), Value::Number(_)) => {
            let below = own
                .stated
                .least
                .map(|least| least - 1)
                .filter(|number| *number >= own.least);
            let above = own
                .stated
                .most
                .map(|most| most + 1)
                .filter(|number| *number <= own.most);
            for number in below.into_iter().chain(above) {
                found.push((at.to_owned(), json!(i64::try_from(number).unwrap())));
            }
        }
        (Form::Text(own), Value::String(_)) => {
            if own.format == Format::Name {
                found.push((at.to_owned(), json!("a\u{202e}b")));
            }
            if own.length.least.is_some_and(|least| least > 0) {
                found.push((at.to_owned(), json!("")));
            }
            if let Some(most) = own.length.most.filter(|most| *most < 5_000) {
                found.push((at.to_owned(), json!("x".repeat(usize::try_from(most).unwrap() + 1))));
            }
        }
        (Form::List(inner, bounds), Value::Array(items)) => {
            if bounds.least.is_some_and(|least| least > 0) {
                found.push((at.to_owned(), json!([])));
            }
            if let (Some(most), Some(first)) = (bounds.most.filter(|most| *most < 2_000), items.first()) {
                found.push((
                    at.to_owned(),
                    vec![first.clone(); usize::try_from(most).unwrap() + 1].into(),
                ));
            }
            for (place, item) in items.iter().enumerate().take(1) {
                beyond(inner, item, &format!("{at}/{place}"), found);
            }
        }
        (_, Value::Object(fields)) => {
            for (name, inside) in fields {
                if let Some(inner) = form.under(name) {
                    let name = name.replace('~', "~0").replace('/', "~1");
                    beyond(inner, inside, &format!("{at}/{name}"), found);
                }
            }
        }
        _ => {}
    }
}

#[test]
fn limits_hold_for_values_of_rust_in_every_operation() {
    let mut tried = HashSet::new();
    let mut faults = Vec::new();
    let mut operations = HashSet::new();
    for vector in ratebook_tests::all()
        .iter()
        .filter(|vector| vector.expect.get("answer").is_some())
    {
        let Some(operation) = Operation::named(&vector.operation) else {
            continue;
        };
        let mut changes = Vec::new();
        beyond(
            Model::own().form(operation.request_type()),
            &vector.input,
            "",
            &mut changes,
        );
        // What is kept is judged by the verification, not refused; entries of a list of requests answer for themselves.
        let judged = |path: &str| {
            (vector.operation == "tenancy.audit_verify" && path.starts_with("/records/"))
                || ((operation.each_of().is_some() || vector.operation == "calendar.merge")
                    && path.matches('/').count() > 1)
        };
        changes.retain(|(path, value)| {
            let steps = path
                .split('/')
                .map(|step| if step.parse::<u32>().is_ok() { "*" } else { step });
            let kind = (
                vector.operation.clone(),
                steps.collect::<Vec<_>>().join("/"),
                value.to_string().len(),
            );
            !judged(path) && tried.insert(kind)
        });
        for (path, changed) in changes {
            let mut input = vector.input.clone();
            *input.pointer_mut(&path).unwrap() = changed;
            let handle = api::load_json(operation, &vector.given).unwrap();
            operations.insert(vector.operation.clone());
            // A rule that looks at the same value first is as good, as long as it is refused.
            if operation.ask(handle.as_ref(), &mut Typed(input)).is_ok() {
                faults.push(format!(
                    "{} takes what is beyond the limits of {path}",
                    vector.operation
                ));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(
        tried.len() > 150 && operations.len() > 50,
        "{} kinds, {} operations",
        tried.len(),
        operations.len()
    );
}

fn hourly() -> Value {
    json!({"name": "Room", "currency": "EUR", "unit": "hour", "zone": "UTC", "valid": {"first": "2026-01-01", "last": "2026-12-31"},
        "hours": {"windows": [{"name": "day", "weekdays": ["mon"], "opens": "00:00", "closes": "24:00", "price": "10"}], "increment_minutes": 0}})
}

#[test]
fn every_road_to_a_definition_ends_at_the_same_door() {
    let paths = |error: Error| {
        error
            .reasons()
            .map(|reason| (reason.code, reason.path.clone()))
            .collect::<HashSet<_>>()
    };
    let value = hourly();
    let by_tree = paths(RateList::load(value.clone()).unwrap_err());
    let by_text = paths(RateList::load_text(value.to_string().as_bytes()).unwrap_err());
    let packed = ratebook::form::pack(value.to_string().as_bytes()).unwrap();
    let by_pack = paths(RateList::load_text(&packed).unwrap_err());
    assert!(
        by_tree.iter().any(|(_, path)| path == "/hours/increment_minutes"),
        "{by_tree:?}"
    );
    assert_eq!((&by_text, &by_pack), (&by_tree, &by_tree));
    let typed = serde_json::from_value::<RateListDefinition>(value).unwrap();
    assert_eq!(paths(RateList::new(typed).unwrap_err()), by_tree);
}

#[test]
fn faults_of_form_of_limits_and_of_sense_are_told_together() {
    let error = RateList::load(json!({
        "name": "x", "currency": "EUR", "unit": "night", "valid": {"first": "2026-12-31", "last": "2026-01-01"},
        "prices": {"base": "100"}, "discounts": 5, "version": 0, "nme": "y",
    }))
    .unwrap_err();
    let paths: HashSet<&str> = error.reasons().map(|reason| reason.path.as_str()).collect();
    for path in ["/discounts", "/nme", "/valid", "/version"] {
        assert!(paths.contains(path), "{path} is not among {paths:?}");
    }
}

#[test]
fn a_name_given_twice_is_refused_wherever_it_stands() {
    for text in [
        br#"{"name": "x", "name": "y"}"#.as_slice(),
        br#"{"id": "a", "name": "A", "access": {"roles": {"r": {"allow": []}, "r": {"deny": ["*"]}}}}"#,
    ] {
        let error = ratebook::tenancy::Tenant::load_text(text).unwrap_err();
        assert_eq!(error.code(), Code::DefinitionJson, "{error}");
    }
    let mask = Operation::named("tenancy.mask").unwrap();
    let tenant = json!({"tenant": {"id": "t", "name": "T", "access": {"masks": {"k": [{"fields": ["/card"], "unless": "personal:read"}]}}}});
    let tenant = api::load_json(mask, tenant.as_object().unwrap()).unwrap();
    let asked = br#"{"actor": {"tenant": "t", "id": "v", "roles": ["viewer"]}, "entity": "k",
        "record": {"tenant": "t", "fields": {"card": "4242", "card": {"number": "4242"}}}}"#;
    assert_eq!(
        api::ask_json(mask, tenant.as_ref(), asked).unwrap_err().code(),
        Code::RequestJson
    );
}

/// How long it takes to find the faults of so many seasons, each of which is a number.
fn seconds(seasons: usize, season: &str) -> f64 {
    let text = format!(r#"{{"name": "x", "seasons": [{}]}}"#, vec![season; seasons].join(","));
    let begin = Instant::now();
    assert!(RateList::load_text(text.as_bytes()).is_err());
    begin.elapsed().as_secs_f64()
}

#[test]
fn finding_faults_takes_time_by_the_size_of_what_is_sent() {
    for season in ["5", "{}"] {
        let (few, many) = (seconds(10_000, season), seconds(80_000, season));
        // Eight times as many: quadratic work would take sixty-four times as long.
        assert!(
            many < 24.0 * few + 0.5,
            "{few} s for 10,000 and {many} s for 80,000 of {season}"
        );
    }
}
