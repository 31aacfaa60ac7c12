//! How the server speaks to others: encrypted by one crate, and over HTTP in its own name, led nowhere else, through nobody's proxy.

use std::time::Duration;

use reqwest::redirect::Policy;
use reqwest::{Client, ClientBuilder};

/// How long it waits until somebody takes the line.
const TO_CONNECT: Duration = Duration::from_secs(5);

/// Chooses what encrypts in this process, for whoever is about to.
pub(crate) fn encrypts() {
    // Who else has chosen already has chosen as well.
    let _ = rustls::crypto::ring::default_provider().install_default();
}

/// A client that gives up after a while.
pub(crate) fn client(patience: Duration) -> ClientBuilder {
    encrypts();
    Client::builder()
        .user_agent(concat!("Ratebook/", env!("CARGO_PKG_VERSION")))
        .redirect(Policy::none())
        .no_proxy()
        .connect_timeout(TO_CONNECT)
        .timeout(patience)
}
