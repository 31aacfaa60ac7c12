//! The document of what can be asked: the pack's, as core makes it, with what the server has for every pack, and with what each route
//! needs as it is declared beside its handler.

mod across;
mod documents;
mod files;
mod kept;
mod views;

use axum::Json;
use axum::extract::State;
use axum::http::Method;
use ratebook::records::{OpenApiRequest, PackViewsRequest};
use serde_json::{Map, Value, json};

use crate::app;
use crate::platform::caller::Caller;
use crate::problem::Problem;
use crate::routes::{Needs, Route, led_to};
use crate::state::App;
use crate::store::json;

/// What every server has, whatever its packs.
const PLATFORM: &str = include_str!("openapi.json");

/// Answers the document of the caller's pack.
pub(crate) async fn document(State(app): State<App>, caller: Caller) -> Result<Json<Value>, Problem> {
    let own = caller.pack.openapi(&OpenApiRequest::default())?;
    let own = json::value(&own)?;
    let mut whole: Value = json::read(PLATFORM.as_bytes())?;
    merge(&mut whole, own);
    merge(&mut whole, files::of_records(&caller.pack));
    merge(&mut whole, kept::of_records(&caller.pack));
    let printed = documents::of_records(&caller.pack, &whole);
    merge(&mut whole, printed);
    let seen = caller
        .pack
        .views(&PackViewsRequest::new(caller.actor.clone(), app.now()))?;
    let looked = views::of_pack(&caller.pack, &seen, &whole);
    merge(&mut whole, looked);
    merge(&mut whole, across::mine(&caller.pack));
    if let Some(listings) = caller.pack.listings() {
        merge(&mut whole, across::public(listings)?);
    }
    declare(&mut whole, app::table());
    by_token_alone(&mut whole);
    Ok(Json(whole))
}

/// Lays one document over another: objects by name, everything else as it is.
fn merge(whole: &mut Value, own: Value) {
    match (whole, own) {
        (Value::Object(whole), Value::Object(own)) => {
            for (name, value) in own {
                merge(whole.entry(name).or_insert_with(|| Value::Object(Map::new())), value);
            }
        }
        (whole, own) => *whole = own,
    }
}

/// Leaves how the server is told who asks: core tells of a header for keys, which it does not take; they come as tokens do.
fn by_token_alone(whole: &mut Value) {
    if let Some(whole) = whole.as_object_mut() {
        whole.insert("security".to_owned(), json!([{"bearer": []}]));
    }
    let schemes = whole.pointer_mut("/components/securitySchemes");
    if let Some(schemes) = schemes.and_then(Value::as_object_mut) {
        schemes.retain(|name, _| name == "bearer");
    }
}

/// Writes into each operation what its route needs, and which refusals follow from it.
fn declare(whole: &mut Value, table: &[Route]) {
    let paths = whole.get_mut("paths").and_then(Value::as_object_mut);
    for (path, item) in paths.into_iter().flatten() {
        let pattern = led_to(table, path);
        for route in table.iter().filter(|route| Some(route.path) == pattern) {
            let method = route.method.as_str().to_ascii_lowercase();
            if let Some(operation) = item.get_mut(method.as_str()).and_then(Value::as_object_mut) {
                declare_one(operation, route, path);
            }
        }
    }
}

fn declare_one(operation: &mut Map<String, Value>, route: &Route, path: &str) {
    let (word, permission) = match route.needs {
        Needs::Nothing | Needs::Page => ("nothing", None),
        Needs::SignedIn | Needs::InPerson => ("signed_in", None),
        Needs::Operator => ("operator", None),
        Needs::Member => ("member", None),
        Needs::Holds(permission) | Needs::HoldsInPerson(permission) => ("permission", Some(permission)),
        Needs::Declared => ("permission", None),
    };
    operation.insert("x-needs".to_owned(), json!(word));
    if let Some(permission) = permission {
        operation.insert("x-permission".to_owned(), json!(permission));
    }
    if matches!(route.needs, Needs::InPerson | Needs::HoldsInPerson(_)) {
        operation.insert("x-in-person".to_owned(), json!(true));
    }
    if route.retiring.is_some() {
        operation.insert("deprecated".to_owned(), json!(true));
    }
    let mut refused = vec!["400"];
    match route.needs {
        Needs::Nothing | Needs::Page => {
            operation.insert("security".to_owned(), json!([]));
        }
        Needs::SignedIn
        | Needs::InPerson
        | Needs::Operator
        | Needs::Member
        | Needs::Holds(_)
        | Needs::HoldsInPerson(_)
        | Needs::Declared => refused.extend(["401", "403"]),
    }
    if path.contains('{') {
        refused.push("404");
    }
    let busy = [("429", "TooMany"), ("503", "Busy")];
    let unknown = (route.method != Method::GET).then_some(("504", "Unknown"));
    let told = refused.into_iter().map(|status| (status, "Problem"));
    if let Some(responses) = operation.get_mut("responses").and_then(Value::as_object_mut) {
        for (status, answer) in told.chain(busy).chain(unknown) {
            let answer = json!({"$ref": format!("#/components/responses/{answer}")});
            responses.entry(status).or_insert(answer);
        }
    }
}
