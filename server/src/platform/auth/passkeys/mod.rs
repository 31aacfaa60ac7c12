//! Passkeys: keys of people's own devices, by which they sign in without a password (WebAuthn). A device that signs has asked its owner for a
//! finger, a face or a PIN, so that nothing else is asked of them.
//!
//! `routes.rs` gives challenges and takes what devices make of them, `checked.rs` checks it, `places.rs` says where a passkey holds.

mod checked;
mod cose;
mod places;
pub(super) mod routes;

use crate::routes::{Needs, Routes};
use crate::state::App;

/// Those of passkeys.
pub(crate) fn routes() -> Routes<App> {
    Routes::default()
        .get("/v1/auth/passkeys", Needs::SignedIn, routes::list)
        .post("/v1/auth/passkeys", Needs::InPerson, routes::add)
        .post("/v1/auth/passkeys/begin", Needs::InPerson, routes::begin)
        .patch("/v1/auth/passkeys/{id}", Needs::InPerson, routes::rename)
        .delete("/v1/auth/passkeys/{id}", Needs::InPerson, routes::remove)
        .post("/v1/auth/passkeys/sign-in/begin", Needs::Nothing, routes::begin_sign_in)
        .post("/v1/auth/passkeys/sign-in", Needs::Nothing, routes::sign_in)
}
