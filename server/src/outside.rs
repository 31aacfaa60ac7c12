//! How the server asks others over HTTP: in its own name, led nowhere else, through nobody's proxy.

use std::time::Duration;

use reqwest::redirect::Policy;
use reqwest::{Client, ClientBuilder};

/// How long it waits until somebody takes the line.
const TO_CONNECT: Duration = Duration::from_secs(5);

/// A client that gives up after a while.
pub(crate) fn client(patience: Duration) -> ClientBuilder {
    // Who else in this process encrypts has chosen already.
    let _ = rustls::crypto::ring::default_provider().install_default();
    Client::builder()
        .user_agent(concat!("Ratebook/", env!("CARGO_PKG_VERSION")))
        .redirect(Policy::none())
        .no_proxy()
        .connect_timeout(TO_CONNECT)
        .timeout(patience)
}
