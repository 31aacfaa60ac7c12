//! What goes wrong, as a problem document: one place for all of it.

use axum::Json;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

pub struct Problem {
    status: StatusCode,
    body: Value,
}

impl Problem {
    pub fn not_found(title: String) -> Problem {
        Problem::new(StatusCode::NOT_FOUND, json!({ "title": title }))
    }

    fn new(status: StatusCode, mut body: Value) -> Problem {
        body["status"] = status.as_u16().into();
        Problem { status, body }
    }
}

/// The engine says no, with every reason: 409 for a time that is not free, 422 for a request that makes no sense.
impl From<ratebook::Error> for Problem {
    fn from(error: ratebook::Error) -> Self {
        let status = match error.code().family() {
            "calendar" => StatusCode::CONFLICT,
            _ => StatusCode::UNPROCESSABLE_ENTITY,
        };
        let mut body = json!(error.report());
        body["title"] = error.to_string().into();
        Problem::new(status, body)
    }
}

impl From<sqlx::Error> for Problem {
    fn from(error: sqlx::Error) -> Self {
        let constraint = error.as_database_error().and_then(|error| error.constraint());
        if constraint == Some("bookings_never_meet") {
            // The constraint says no: somebody wrote without asking the engine.
            let body = json!({"title": "the time meets a booking", "code": "calendar.conflict"});
            return Problem::new(StatusCode::CONFLICT, body);
        }
        eprintln!("{error}");
        Problem::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            json!({"title": "the database failed"}),
        )
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let kind = [(header::CONTENT_TYPE, "application/problem+json")];
        (self.status, kind, Json(self.body)).into_response()
    }
}
