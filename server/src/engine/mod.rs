//! The stateless face of core: every operation, asked of definitions that come with the question.
//!
//! `POST /v1/engine/{area}/{op}` takes `{"given": {"rate_list": …}, "input": …}` and gives the answer. Lines of NDJSON are many
//! questions to one definition: the first line is `{"given": …}`, each other one an input; each is answered on a line of its own.

mod lines;

use std::convert::Infallible;

use axum::body::{Body, Bytes};
use axum::extract::Path;
use axum::http::{HeaderMap, Response, header};
use axum::response::IntoResponse;
use ratebook::api::{self, Loaded, Operation};
use ratebook::form::{self, Family, MAX_JSON_BYTES};
use ratebook::{Code, Error, Reason, Result};
use serde_json::{Map, Value};

use crate::body;
use crate::problem::Problem;

/// A definition, a question and what is around them: as much as core reads of any text.
const MOST_BYTES: usize = MAX_JSON_BYTES;

/// Answers an operation, or many of one kind line by line.
pub async fn ask(Path((area, op)): Path<(String, String)>, headers: HeaderMap, body: Body) -> Response<Body> {
    let Some(operation) = Operation::named(&format!("{area}.{op}")) else {
        return Problem::not_found(&format!("there is no operation `{area}.{op}`")).into_response();
    };
    let kind = headers
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .unwrap_or("application/json");
    match kind.split(';').next().unwrap_or_default().trim() {
        "application/json" => answered(operation, body).await.unwrap_or_else(Problem::into_response),
        "application/x-ndjson" => lines::answer(operation, body).await,
        other => {
            let message = format!("`{other}` is not read here; send `application/json` or `application/x-ndjson`");
            Problem::of_reason(415, Reason::new(Code::RequestType, "", message)).into_response()
        }
    }
}

async fn answered(operation: Operation, body: Body) -> std::result::Result<Response<Body>, Problem> {
    let text = body::whole(body, MOST_BYTES).await?;
    let answer = on_a_thread(move || {
        let (given, input) = question(&text)?;
        let handle = api::load_json(operation, &given)?;
        asked(operation, handle.as_ref(), input.to_string().as_bytes())
    })
    .await?;
    Ok(([(header::CONTENT_TYPE, "application/json")], answer).into_response())
}

/// What is given, and what is asked of it.
fn question(text: &[u8]) -> Result<(Map<String, Value>, Value)> {
    let Value::Object(mut fields) = form::parse(text, Family::Request)? else {
        return Err(Error::new(
            Code::RequestType,
            "",
            "a question is an object with `given` and `input`",
        ));
    };
    let given = match fields.remove("given") {
        None | Some(Value::Null) => Map::new(),
        Some(Value::Object(given)) => given,
        Some(_) => {
            return Err(Error::new(
                Code::RequestType,
                "/given",
                "`given` holds a definition by its key",
            ));
        }
    };
    let input = fields.remove("input").unwrap_or_else(|| Value::Object(Map::new()));
    if let Some(other) = fields.keys().next() {
        let message = format!("there is no field `{other}`; there are `given` and `input`");
        return Err(Error::new(Code::RequestUnknown, format!("/{other}"), message));
    }
    Ok((given, input))
}

fn asked(operation: Operation, handle: Option<&Loaded>, input: &[u8]) -> Result<String> {
    api::guarded(|| api::ask_json(operation, handle, input))
}

/// Reckons where it keeps nobody else waiting.
async fn on_a_thread<T: Send + 'static>(
    work: impl FnOnce() -> Result<T> + Send + 'static,
) -> std::result::Result<T, Problem> {
    match tokio::task::spawn_blocking(work).await {
        Ok(answer) => answer.map_err(Problem::from),
        Err(_) => Err(Error::new(Code::EngineDefect, "", "a defect in ratebook itself stopped this call").into()),
    }
}

/// What cannot go wrong any more once an answer has begun.
type Chunk = std::result::Result<Bytes, Infallible>;
