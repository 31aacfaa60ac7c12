//! What every handler is given.

use std::collections::BTreeMap;
use std::sync::Arc;

use ratebook::records::Pack;

use crate::store::{Store, Vault};

/// The running server, shared by all its handlers.
#[derive(Clone, Debug)]
pub struct App(Arc<Parts>);

/// What it is made of.
#[derive(Debug)]
pub struct Parts {
    /// Where everything is kept.
    pub store: Store,
    /// The packs it serves, by name.
    pub packs: BTreeMap<String, Arc<Pack>>,
    /// What encrypts secrets.
    pub vault: Vault,
}

impl App {
    /// The server of these parts.
    pub fn new(parts: Parts) -> App {
        App(Arc::new(parts))
    }
}

impl std::ops::Deref for App {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}
