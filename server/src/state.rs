//! What every handler is given.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use ratebook::records::Pack;
use ratebook::time::Instant;

use crate::commerce::Calendars;
use crate::records::{CursorKey, InFlight};
use crate::store::{Store, Vault};

/// The running server, shared by all its handlers.
#[derive(Clone, Debug)]
pub struct App {
    parts: Arc<Parts>,
    /// Calendars that were made of rows, for those who only ask.
    pub(crate) calendars: Calendars,
}

/// What it is made of.
#[derive(Debug)]
pub struct Parts {
    /// Where everything is kept.
    pub store: Store,
    /// The packs it serves, by name.
    pub packs: BTreeMap<String, Arc<Pack>>,
    /// What encrypts secrets.
    pub vault: Vault,
    /// What signs cursors.
    pub cursors: CursorKey,
    /// The keys of what is being carried out just now.
    pub in_flight: InFlight,
}

impl App {
    /// The server of these parts.
    pub fn new(parts: Parts) -> App {
        App {
            parts: Arc::new(parts),
            calendars: Calendars::default(),
        }
    }

    /// The present moment.
    pub fn now(&self) -> Instant {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let moment = i64::try_from(since.as_micros())
            .ok()
            .and_then(Instant::from_microseconds);
        moment.unwrap_or(Instant::UNIX_EPOCH)
    }
}

impl std::ops::Deref for App {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.parts
    }
}
