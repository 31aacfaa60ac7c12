//! The document of what can be asked: the pack's, as core makes it, with what the server has for every pack.

mod across;

use axum::Json;
use axum::extract::State;
use ratebook::records::OpenApiRequest;
use serde_json::{Map, Value};

use crate::platform::caller::Caller;
use crate::problem::Problem;
use crate::state::App;
use crate::store::Failure;

/// What every server has, whatever its packs.
const PLATFORM: &str = include_str!("openapi.json");

/// Answers the document of the caller's pack.
pub(crate) async fn document(State(_): State<App>, caller: Caller) -> Result<Json<Value>, Problem> {
    let own = caller.pack.openapi(&OpenApiRequest::default())?;
    let own = serde_json::to_value(own).map_err(defect)?;
    let mut whole: Value = serde_json::from_str(PLATFORM).map_err(defect)?;
    merge(&mut whole, own);
    merge(&mut whole, across::mine(&caller.pack));
    if let Some(listings) = caller.pack.listings() {
        merge(&mut whole, across::public(listings)?);
    }
    Ok(Json(whole))
}

fn defect(error: serde_json::Error) -> Failure {
    Failure::defect(error.to_string())
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
