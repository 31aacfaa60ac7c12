//! Sign-in by providers of identities that speak OpenID Connect: a code for whoever comes back from there, with a proof that it was asked
//! for here (PKCE, S256), exchanged behind the browser's back for a signed token that tells who they are.
//!
//! `declared.rs` reads the providers, `known.rs` what they say of themselves, `id_token.rs` checks what they say of somebody, `person.rs`
//! whom that is, and `joins.rs` which account it is.

mod declared;
mod id_token;
mod identities;
mod joins;
mod known;
mod person;
mod routes;

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use reqwest::Client;
use tokio::sync::Mutex;

use crate::platform::webhooks::{Lookup, Reachable};
use crate::routes::{Needs, Routes};
use crate::state::App;
use known::Known;

/// Those of signing in by others.
pub(crate) fn routes() -> Routes<App> {
    Routes::default()
        .get("/v1/auth/providers", Needs::Nothing, routes::list)
        .post("/v1/auth/providers/{id}/start", Needs::Nothing, routes::start)
        .get("/v1/auth/providers/{id}/callback", Needs::Nothing, routes::callback)
        .post("/v1/auth/providers/redeem", Needs::Nothing, routes::redeem)
        .get("/v1/auth/identities", Needs::SignedIn, identities::list)
        .post("/v1/auth/identities", Needs::InPerson, routes::start_link)
        .delete("/v1/auth/identities/{id}", Needs::InPerson, identities::unlink)
}

/// Every provider that the installation has declared.
#[derive(Clone, Debug, Default)]
pub struct Providers(Arc<[Provider]>);

impl Providers {
    /// The one that is called so.
    pub(crate) fn of(&self, id: &str) -> Option<&Provider> {
        self.0.iter().find(|provider| provider.id == id)
    }

    pub(crate) fn all(&self) -> &[Provider] {
        &self.0
    }
}

/// What becomes of people whom nobody here knows yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum People {
    /// Nothing: whoever comes has an account already.
    Known,
    /// They get an account.
    Accounts,
    /// They get one, and are a member of the provider's tenant.
    Members,
}

/// Somebody who knows who people are.
pub(crate) struct Provider {
    /// As it is called in addresses.
    pub(crate) id: String,
    /// As people read it.
    pub(crate) name: String,
    issuer: String,
    client_id: String,
    secret: Option<String>,
    scopes: Vec<String>,
    email_claim: String,
    verified_claim: String,
    name_claim: String,
    /// Of whose e-mails alone it may speak; of any when there are none.
    domains: Vec<String>,
    people: People,
    /// The slug of the tenant at whose sign-in alone it is shown.
    tenant: Option<String>,
    roles: Vec<String>,
    /// By which words in `amr` or `acr` it says that somebody has shown more than a password.
    second_factor: Vec<String>,
    reachable: Reachable,
    line: OnceLock<(Client, Lookup)>,
    known: Cached,
}

/// What a provider says of itself, as it was last read, and who reads it.
#[derive(Default)]
struct Cached {
    held: RwLock<Option<Arc<Known>>>,
    reading: Mutex<()>,
    /// How often it could not be read.
    failed: AtomicU64,
}

impl Cached {
    fn get(&self) -> Option<Arc<Known>> {
        self.held.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn put(&self, known: Known) -> Arc<Known> {
        let known = Arc::new(known);
        *self.held.write().unwrap_or_else(PoisonError::into_inner) = Some(known.clone());
        known
    }

    fn failures(&self) -> u64 {
        self.failed.load(Ordering::Acquire)
    }

    /// Refuses whoever has waited for somebody who could not read it: else all who wait try it one after the other, each with a place of
    /// the server's.
    fn lets_try(&self, failures: u64) -> Result<(), Refused> {
        if self.failures() == failures {
            return Ok(());
        }
        Err(Refused::because("it could not be asked a moment ago"))
    }

    /// What was read; where nothing was, whoever waits is told so.
    fn tried<T>(&self, read: Result<T, Refused>) -> Result<T, Refused> {
        if read.is_err() {
            self.failed.fetch_add(1, Ordering::AcqRel);
        }
        read
    }
}

impl fmt::Debug for Provider {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Provider({})", self.id)
    }
}

/// Why somebody was not let in, for the log alone: whoever comes is told that it did not work.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Refused(String);

impl Refused {
    fn because(why: impl Into<String>) -> Refused {
        Refused(why.into())
    }
}
