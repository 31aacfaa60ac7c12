//! What a change answers, in a form that can be kept and told again.

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode, header};
use axum::response::IntoResponse;
use serde::Deserialize;
use sha2::{Digest, Sha256};

/// An answer to a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) etag: Option<String>,
    pub(crate) location: Option<String>,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    /// A record, as it is.
    pub(crate) fn record(status: u16, body: Vec<u8>) -> Answer {
        Answer {
            status,
            etag: etag_of(&body),
            location: None,
            body,
        }
    }

    /// Nothing to tell.
    pub(crate) fn nothing() -> Answer {
        Answer {
            status: 204,
            etag: None,
            location: None,
            body: Vec::new(),
        }
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response<Body> {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::OK);
        let mut headers = HeaderMap::new();
        if !matches!(status, StatusCode::NO_CONTENT | StatusCode::NOT_MODIFIED) {
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
        }
        for (name, value) in [(header::ETAG, self.etag), (header::LOCATION, self.location)] {
            if let Some(value) = value.and_then(|value| HeaderValue::from_str(&value).ok()) {
                headers.insert(name, value);
            }
        }
        (status, headers, self.body).into_response()
    }
}

/// Whether whoever asks knows what has this tag, by `If-None-Match`.
pub(crate) fn is_known(headers: &HeaderMap, tag: &str) -> bool {
    let known = headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    let mut known = known.into_iter().flat_map(|known| known.split(','));
    known.any(|one| one.trim() == "*" || one.trim().trim_start_matches("W/") == tag)
}

/// The tag of a record: its version, and a hash of what is shown of it. What is gathered changes without the record, and what is shown
/// differs by who looks and what they ask for.
pub(crate) fn etag_of(record: &[u8]) -> Option<String> {
    #[derive(Deserialize)]
    struct Versioned {
        version: Option<u64>,
    }
    let told: Versioned = serde_json::from_slice(record).ok()?;
    let hash = Sha256::digest(record);
    let hash = hash
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect::<String>();
    told.version.map(|version| format!("\"{version}-{hash}\""))
}

/// The version that a tag names, by itself or before a hash: what is changed is the record, however it was shown.
pub(crate) fn version_of(tag: &str) -> Option<u64> {
    let tag = tag.trim();
    let tag = tag.strip_prefix("W/").unwrap_or(tag);
    let tag = tag.strip_prefix('"')?.strip_suffix('"')?;
    tag.split_once('-').map_or(tag, |(version, _)| version).parse().ok()
}
