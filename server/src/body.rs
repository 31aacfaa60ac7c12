//! What is sent: a whole body within its bounds, read as JSON.

use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, header};
use bytes::BytesMut;
use http_body_util::BodyExt;
use ratebook::form::{self, Family};
use ratebook::{Code, Error, Reason};
use serde_json::{Map, Value};
use tokio::time::{self, Instant};

use crate::limits;
use crate::problem::Problem;

/// How much more than is read is let pass, so that whoever sends it learns why it is refused, instead of a broken line.
const DRAINED: usize = 16;

/// A body that comes more slowly, in bytes a second, falls behind.
const SLOWEST: usize = 8 * 1_024;

/// The whole body, when it is within its bounds and comes in time.
pub(crate) async fn whole(body: Body, most: usize) -> Result<Bytes, Problem> {
    limits::aside(coming(body, most)).await?
}

/// The same where all of it comes within a while, however much it is: who holds something meanwhile holds it from others.
pub(crate) async fn whole_within(body: Body, most: usize, within: Duration) -> Result<Bytes, Problem> {
    let late = |_| {
        let message = format!(
            "the body has not come within {} s; send it again over a better line",
            within.as_secs()
        );
        Problem::of_reason(408, Reason::new(Code::RequestJson, "", message))
    };
    let coming = time::timeout(within, coming(body, most));
    limits::aside(coming).await?.map_err(late)?
}

async fn coming(mut body: Body, most: usize) -> Result<Bytes, Problem> {
    let mut kept = BytesMut::new();
    let mut seen: usize = 0;
    let begun = Instant::now() + limits::patience();
    loop {
        let due = begun + Duration::from_secs(u64::try_from(seen / SLOWEST).unwrap_or(u64::MAX / 2));
        let Ok(frame) = time::timeout_at(due, body.frame()).await else {
            let message =
                format!("the body comes more slowly than {SLOWEST} bytes a second; send it again over a better line");
            return Err(Problem::of_reason(408, Reason::new(Code::RequestJson, "", message)));
        };
        let Some(frame) = frame else { break };
        let broken = |_| Problem::of_reason(400, Reason::new(Code::RequestJson, "", "the request broke off"));
        let Ok(data) = frame.map_err(broken)?.into_data() else {
            continue;
        };
        seen = seen.saturating_add(data.len());
        if seen <= most {
            kept.extend_from_slice(&data);
        } else if seen > most.saturating_mul(DRAINED) {
            break;
        }
    }
    if seen > most {
        let message = format!("the request has more than {most} bytes");
        return Err(Error::from(Reason::new(Code::RequestTooLarge, "", message).with("limit", most)).into());
    }
    Ok(kept.freeze())
}

/// An object of JSON, sent as one of these kinds, or nothing at all: where what is sent only adds to what is asked.
pub(crate) async fn object_or_nothing(
    headers: &HeaderMap,
    body: Body,
    kinds: &[&str],
    most: usize,
) -> Result<Map<String, Value>, Problem> {
    let bytes = whole(body, most).await?;
    if bytes.is_empty() {
        return Ok(Map::new());
    }
    read(headers, &bytes, kinds)
}

/// An object of JSON, sent as one of these kinds.
pub(crate) async fn object(
    headers: &HeaderMap,
    body: Body,
    kinds: &[&str],
    most: usize,
) -> Result<Map<String, Value>, Problem> {
    let bytes = whole(body, most).await?;
    if bytes.is_empty() {
        let message = "nothing was sent; an object of JSON is wanted here";
        return Err(Problem::of_reason(400, Reason::new(Code::RequestJson, "", message)));
    }
    read(headers, &bytes, kinds)
}

fn read(headers: &HeaderMap, bytes: &[u8], kinds: &[&str]) -> Result<Map<String, Value>, Problem> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let kind = kind
        .and_then(|kind| kind.split(';').next())
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    if !kinds.contains(&kind.as_str()) {
        let known = kinds.join("` or `");
        let message = format!(
            "`{}` is not read here; send `{known}`",
            if kind.is_empty() { "nothing" } else { &kind }
        );
        return Err(Problem::of_reason(415, Reason::new(Code::RequestType, "", message)));
    }
    match form::parse(bytes, Family::Request)? {
        Value::Object(fields) => Ok(fields),
        _ => Err(Error::new(Code::RequestType, "", "an object of JSON is wanted here").into()),
    }
}
