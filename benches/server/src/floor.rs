//! The floors: axum with a constant, and axum with sqlx by hand for each question.

mod postgres;
mod sqlite;

use std::net::SocketAddr;

use axum::Router;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use ratebook::rates::{PriceRequest, RateList};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use crate::data::Customer;
use crate::load::Fault;

/// As many connections to a database.
const CONNECTIONS: u32 = 8;

/// A customer as it is answered.
#[derive(Serialize)]
struct Item {
    id: String,
    code: String,
    name: String,
    email: String,
    phone: Option<String>,
    city: Option<String>,
    status: String,
    created_at: String,
    updated_at: String,
}

#[derive(Serialize)]
struct Page {
    items: Vec<Item>,
    next_cursor: Option<String>,
}

/// What may stand behind the path of a list.
#[derive(Deserialize)]
struct Asked {
    status: Option<String>,
    q: Option<String>,
    after: Option<String>,
    limit: i64,
}

/// A customer to be made.
#[derive(Deserialize)]
struct New {
    name: String,
    email: String,
    phone: Option<String>,
    city: Option<String>,
    status: String,
}

/// A stay to be priced.
#[derive(Deserialize)]
struct Stay {
    rate_list: Uuid,
    stay: Value,
}

/// What went wrong.
struct Wrong(StatusCode, String);

impl From<sqlx::Error> for Wrong {
    fn from(error: sqlx::Error) -> Wrong {
        match error.as_database_error() {
            Some(fault) if fault.is_unique_violation() => Wrong(StatusCode::CONFLICT, fault.to_string()),
            _ => Wrong(StatusCode::INTERNAL_SERVER_ERROR, error.to_string()),
        }
    }
}

impl From<ratebook::Error> for Wrong {
    fn from(error: ratebook::Error) -> Wrong {
        Wrong(StatusCode::UNPROCESSABLE_ENTITY, error.to_string())
    }
}

impl IntoResponse for Wrong {
    fn into_response(self) -> Response {
        (self.0, self.1).into_response()
    }
}

impl Asked {
    /// Behind which moment and id the page begins.
    fn after(&self) -> Result<(i64, Uuid), Wrong> {
        let Some(after) = &self.after else {
            return Ok((i64::MIN, Uuid::nil()));
        };
        let parts = after
            .split_once('.')
            .and_then(|(at, id)| Some((at.parse().ok()?, id.parse().ok()?)));
        parts.ok_or_else(|| Wrong(StatusCode::BAD_REQUEST, "no cursor".to_owned()))
    }

    /// The page, and where the next one begins.
    fn page(&self, rows: Vec<(i64, Uuid, Item)>) -> Page {
        let last = rows.last().filter(|_| rows.len() as i64 == self.limit);
        let next_cursor = last.map(|(at, id, _)| format!("{at}.{id}"));
        let items = rows.into_iter().map(|(_, _, item)| item).collect();
        Page { items, next_cursor }
    }
}

fn tenant(headers: &HeaderMap) -> Result<Uuid, Wrong> {
    let text = headers.get("x-tenant-id").and_then(|value| value.to_str().ok());
    let id = text.and_then(|text| text.parse().ok());
    id.ok_or_else(|| Wrong(StatusCode::UNAUTHORIZED, "no tenant".to_owned()))
}

fn moment(microseconds: i64) -> String {
    let moment = ratebook::time::Instant::from_microseconds(microseconds);
    moment.map_or_else(String::new, |moment| moment.to_string())
}

fn json(value: &impl Serialize) -> Result<Response, Wrong> {
    let bytes =
        serde_json::to_vec(value).map_err(|error| Wrong(StatusCode::INTERNAL_SERVER_ERROR, error.to_string()))?;
    Ok(([(header::CONTENT_TYPE, "application/json")], bytes).into_response())
}

/// What a stored list says of a stay.
fn priced(definition: &str, stay: Stay) -> Result<Response, Wrong> {
    let list = RateList::load_text(definition.as_bytes())?;
    let request: PriceRequest = serde_json::from_value(stay.stay)
        .map_err(|error| Wrong(StatusCode::UNPROCESSABLE_ENTITY, error.to_string()))?;
    json(&list.price(&request)?)
}

/// Answers without asking anything: one customer, and a page of fifty.
fn constant() -> Router {
    let item = || {
        let own = Customer::of(1);
        let created_at = own.created_text();
        let (phone, city) = (Some(own.phone), Some(own.city.to_owned()));
        let (id, status) = (own.id.to_string(), own.status.to_owned());
        let updated_at = created_at.clone();
        Item {
            id,
            code: own.code,
            name: own.name,
            email: own.email,
            phone,
            city,
            status,
            created_at,
            updated_at,
        }
    };
    let one = serde_json::to_vec(&item()).unwrap_or_default();
    let page = Page {
        items: (0..50).map(|_| item()).collect(),
        next_cursor: None,
    };
    let page = serde_json::to_vec(&page).unwrap_or_default();
    let answer =
        |bytes: Vec<u8>| get(move || std::future::ready(([(header::CONTENT_TYPE, "application/json")], bytes.clone())));
    Router::new()
        .route("/v1/customers", answer(page))
        .route("/v1/customers/{id}", answer(one))
}

/// Serves a floor: `constant`, or by hand on the database of an address.
pub(crate) async fn serve(database: &str, address: SocketAddr) -> Result<(), Fault> {
    let router = match database {
        "constant" => constant(),
        other if other.starts_with("postgres") => postgres::router(other).await?,
        file => sqlite::router(file).await?,
    };
    let router = router.route("/healthz", get(|| async { "ok" }));
    let listener = ratebook_server::app::listener(address)?;
    Ok(axum::serve(listener, router).await?)
}
