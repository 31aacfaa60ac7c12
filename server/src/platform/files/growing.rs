//! A file that is made here piece by piece, and kept as if it had been sent.

use super::arriving::{Arrived, kept, too_large};
use super::place::spool;
use crate::platform::caller::Caller;
use crate::state::App;
use crate::store::Failure;

/// It is gone when nobody holds it any more, unless it was kept.
pub(in crate::platform) struct Growing {
    arrived: Arrived,
    limit: u64,
}

impl Growing {
    /// An empty one, where files are kept at all.
    pub(in crate::platform) fn new(app: &App) -> Result<Growing, Failure> {
        app.files.place()?;
        Ok(Growing {
            arrived: Arrived::nothing()?,
            limit: app.files.limit,
        })
    }

    pub(in crate::platform) async fn add(&mut self, piece: &[u8]) -> Result<(), Failure> {
        let more = u64::try_from(piece.len()).unwrap_or(u64::MAX);
        self.arrived.bytes = self.arrived.bytes.saturating_add(more);
        if self.arrived.bytes > self.limit {
            return Err(too_large(self.limit).into());
        }
        self.arrived.take(piece).await.map_err(|error| spool(&error))
    }

    /// Keeps it under a name, as what it is told to be; under which id.
    pub(in crate::platform) async fn keep(
        mut self,
        app: &App,
        caller: &Caller,
        named: (&str, &str),
    ) -> Result<[u8; 16], Failure> {
        self.arrived.flush().await?;
        let place = app.files.place()?.clone();
        kept(app, caller, named, (self.arrived, &place)).await
    }
}
