//! How the server behaves over HTTP, whatever is asked: what a browser may do with its answers, which pages of others may ask it, and
//! how answers are made smaller.
//!
//! An answer goes from the inside out: what cannot be read is refused; the answer is compressed; its headers are laid on; pages of
//! other origins learn whether it is theirs to read.

mod answered;
mod asked;

use std::time::Duration;

use axum::Router;
use axum::http::{HeaderName, HeaderValue, Method, header};
use axum::middleware::from_fn;
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{Predicate, SizeAbove};
use tower_http::cors::{AllowOrigin, CorsLayer};

/// Smaller answers are sent as they are: a packet is a packet.
const LEAST_COMPRESSED: u64 = 1_024;
/// As much work as compression is worth for what is made anew each time.
const LEVEL: CompressionLevel = CompressionLevel::Precise(4);
/// How long a browser remembers what a page of another origin may ask.
const REMEMBERED: Duration = Duration::from_secs(600);
/// What pages of other origins may send.
const SENT: [HeaderName; 11] = [
    header::ACCEPT,
    header::AUTHORIZATION,
    header::CONTENT_DISPOSITION,
    header::CONTENT_TYPE,
    header::IF_MATCH,
    header::IF_NONE_MATCH,
    header::IF_RANGE,
    header::RANGE,
    HeaderName::from_static("idempotency-key"),
    HeaderName::from_static("traceparent"),
    HeaderName::from_static("x-tenant-id"),
];
/// What they may read of an answer besides its body.
const READ: [HeaderName; 16] = [
    header::ACCEPT_RANGES,
    header::ALLOW,
    header::CONTENT_DISPOSITION,
    header::CONTENT_RANGE,
    header::ETAG,
    header::LINK,
    header::LOCATION,
    header::RETRY_AFTER,
    header::WWW_AUTHENTICATE,
    HeaderName::from_static("deprecation"),
    HeaderName::from_static("ratelimit-limit"),
    HeaderName::from_static("ratelimit-remaining"),
    HeaderName::from_static("ratelimit-reset"),
    HeaderName::from_static("sunset"),
    HeaderName::from_static("x-impersonated-by"),
    HeaderName::from_static("x-request-id"),
];

/// What the settings say of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manners {
    /// The origins whose pages may ask: none, these, or `*`.
    pub cors_origins: Vec<String>,
    /// How long browsers ask over TLS alone; 0 does not tell them so.
    pub hsts_seconds: u32,
}

/// Why a text is no origin; nothing where it is one, such as `https://desk.example.com`, or `*`.
pub fn fault_of_origin(text: &str) -> Option<&'static str> {
    if text == "*" {
        return None;
    }
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let Some(rest) = rest else {
        return Some("an origin begins with `https://` or `http://`, or is `*`");
    };
    let (host, port) = rest.rsplit_once(':').unwrap_or((rest, "443"));
    let is_host = !host.is_empty()
        && host
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b".-".contains(&byte));
    let is_port = port.parse::<u16>().is_ok_and(|port| port > 0);
    (!is_host || !is_port)
        .then_some("an origin is a scheme, a host in small letters and perhaps a port, without a path")
}

impl Manners {
    /// Lays them around routes.
    pub(crate) fn around(&self, routes: Router) -> Router {
        let hsts_seconds = self.hsts_seconds;
        let routes = routes
            .layer(from_fn(asked::read))
            .layer(
                CompressionLayer::new()
                    .quality(LEVEL)
                    .compress_when(SizeAbove::new(LEAST_COMPRESSED).and(answered::may_be_compressed)),
            )
            .layer(from_fn(answered::weakened))
            .layer(from_fn(move |request, next| {
                answered::with_headers(hsts_seconds, request, next)
            }));
        match self.cors() {
            Some(cors) => routes.layer(cors),
            None => routes,
        }
        .layer(from_fn(asked::options))
    }

    /// Whether pages of an origin may ask, as a browser names it.
    pub(crate) fn let_in(&self, origin: &str) -> bool {
        self.cors_origins.iter().any(|own| own == "*" || own == origin)
    }

    fn cors(&self) -> Option<CorsLayer> {
        let origins = match self.cors_origins.as_slice() {
            [] => return None,
            any if any.iter().any(|origin| origin == "*") => AllowOrigin::any(),
            several => {
                let several = several.iter().filter_map(|origin| HeaderValue::from_str(origin).ok());
                AllowOrigin::list(several)
            }
        };
        let methods = [
            Method::GET,
            Method::HEAD,
            Method::POST,
            Method::PUT,
            Method::PATCH,
            Method::DELETE,
        ];
        // A token is sent by the page itself; a browser adds none of its own accord, and is not asked to.
        Some(
            CorsLayer::new()
                .allow_origin(origins)
                .allow_methods(methods)
                .allow_headers(SENT)
                .expose_headers(READ)
                .max_age(REMEMBERED),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::fault_of_origin;

    #[test]
    fn an_origin_has_a_scheme_and_a_host_and_no_path() {
        for origin in [
            "*",
            "https://desk.example.com",
            "http://localhost:5173",
            "http://127.0.0.1:3000",
        ] {
            assert_eq!(fault_of_origin(origin), None, "{origin}");
        }
        for wrong in [
            "",
            "desk.example.com",
            "https://",
            "https://Desk.example.com",
            "https://a/b",
            "https://a:x",
            "null",
            "https://*.a",
            "https://a:0",
        ] {
            assert!(fault_of_origin(wrong).is_some(), "{wrong}");
        }
    }
}
