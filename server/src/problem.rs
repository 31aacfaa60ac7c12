//! What goes wrong, as `application/problem+json`: the code of the engine, a sentence, and every reason.

use axum::body::Body;
use axum::http::{HeaderValue, Response, StatusCode, header};
use axum::response::IntoResponse;
use ratebook::{Code, Error, Reason};
use serde_json::{Map, Value, json};

use crate::language;
use crate::platform::trace;
use crate::store::Failure;

/// A refusal on its way to the one who asked.
#[derive(Clone, Debug)]
pub struct Problem {
    status: u16,
    error: Error,
}

impl Problem {
    /// A refusal of one reason, under a status of its own.
    pub fn of_reason(status: u16, reason: Reason) -> Problem {
        Problem {
            status,
            error: reason.into(),
        }
    }

    /// That there is no such thing.
    pub fn not_found(message: &str) -> Problem {
        Problem::of_reason(404, Reason::new(Code::RequestUnknown, "", message))
    }

    /// Its status.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// Every reason of it.
    pub fn reasons(&self) -> impl Iterator<Item = &Reason> {
        self.error.reasons()
    }

    /// The code of its first reason.
    pub fn code(&self) -> Code {
        self.error.code()
    }

    /// As it is answered.
    pub fn to_json(&self) -> Value {
        let report = self.error.report();
        let mut problem = Map::new();
        let title = StatusCode::from_u16(self.status)
            .ok()
            .and_then(|status| status.canonical_reason());
        problem.insert("type".to_owned(), "about:blank".into());
        problem.insert("title".to_owned(), title.unwrap_or("Problem").into());
        problem.insert("status".to_owned(), self.status.into());
        problem.insert("code".to_owned(), json!(report.code));
        problem.insert("detail".to_owned(), report.message.into());
        problem.insert("path".to_owned(), report.path.into());
        if !report.details.is_empty() {
            problem.insert("details".to_owned(), Value::Object(report.details));
        }
        let reasons = json!(report.reasons);
        if let Some(told) = language::told(&reasons) {
            problem.insert("message".to_owned(), told);
        }
        problem.insert("errors".to_owned(), reasons);
        if let Some(trace) = trace::current() {
            problem.insert("trace_id".to_owned(), (&*trace).into());
        }
        Value::Object(problem)
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Problem {
        Problem {
            status: status_of(error.code()),
            error,
        }
    }
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Problem {
        let reason = match failure {
            Failure::Refused(error) => return error.into(),
            Failure::UnderWay(message) => {
                return Problem::of_reason(409, Reason::new(Code::EngineBusy, "", message));
            }
            Failure::Taken(_) => Reason::new(
                Code::RecordsTaken,
                "",
                "another record has just taken the same value; choose another one",
            ),
            Failure::Bound(_) => Reason::new(
                Code::RecordsInUse,
                "",
                "what is linked to has just gone, or is linked to by now; look again",
            ),
            Failure::Busy(message) | Failure::Crossed(message) | Failure::Outdated(message) => {
                Reason::new(Code::EngineBusy, "", message)
            }
            Failure::Away(told) => {
                trace::tell(&told);
                let message = "the database does not answer just now; try again in a moment";
                Reason::new(Code::EngineBusy, "", message)
            }
            Failure::Full(told) => {
                trace::tell(&told);
                let message = "the database has no room to keep it, and nothing was kept; whoever runs the server makes room on its disk";
                Reason::new(Code::EngineBusy, "", message)
            }
            Failure::Unknown(told) => {
                trace::tell(&told);
                let message = "the database did not answer whether it was kept; look whether it was carried out, or ask again by the same \
                               `Idempotency-Key`";
                return Problem::of_reason(504, Reason::new(Code::EngineBusy, "", message));
            }
            // What the database says names tables and values: it goes to the log, and not to whoever asks.
            other => {
                trace::tell(&other.to_string());
                Reason::new(
                    Code::EngineDefect,
                    "",
                    "something failed in the server; it was noted under this trace",
                )
            }
        };
        Error::from(reason).into()
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response<Body> {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = self.to_json().to_string();
        let mut response = (status, [(header::CONTENT_TYPE, "application/problem+json")], body).into_response();
        // Whoever stands around the routes knows by it what was refused.
        response.extensions_mut().insert(self.error.code());
        let headers = response.headers_mut();
        headers.append(header::VARY, HeaderValue::from_static("accept-language"));
        if self.status == 401 {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        let again = self
            .error
            .reasons()
            .find_map(|reason| reason.detail::<i64>("retry_after_seconds"));
        let again = again.or_else(|| (self.error.code() == Code::EngineBusy).then_some(1));
        if let Some(seconds) = again {
            headers.insert(header::RETRY_AFTER, seconds.max(1).into());
        }
        response
    }
}

/// The status of a code: what is wrong with what was sent, who may not, what stands against it now.
pub fn status_of(code: Code) -> u16 {
    match code {
        Code::EngineDefect => 500,
        Code::EngineBusy | Code::EngineReadOnly => 503,
        Code::RequestJson | Code::DefinitionJson | Code::RecordsSignature => 400,
        Code::RequestTooLarge | Code::DefinitionTooLarge | Code::CalendarFeedTooLarge => 413,
        Code::TenancyPermissionMissing
        | Code::TenancyAddressBlocked
        | Code::TenancyWrongTenant
        | Code::TenancyShowAgain
        | Code::RecordsNotRevealed => 403,
        Code::TenancyNotSignedIn | Code::TenancySecondFactor => 401,
        Code::TenancyRateLimited | Code::TenancyLocked => 429,
        Code::RecordsNotFound => 404,
        Code::RecordsVersion => 412,
        Code::FlowVersion => 409,
        // A text that is no calendar stands in nobody's way.
        Code::CalendarFeed => 422,
        Code::CalendarResourceUnknown
        | Code::CalendarBookingUnknown
        | Code::CalendarHoldUnknown
        | Code::CalendarBlockUnknown => 404,
        _ => match code.family() {
            "flow" | "calendar" => 409,
            "records" if matches!(code, Code::RecordsTaken | Code::RecordsInUse) => 409,
            _ => 422,
        },
    }
}
