//! Files and pictures: uploaded, looked through, kept, and named by records. Whoever may read the field that names one may read it.
//!
//! What arrives is written into a file of this machine without a name, which is gone when anything fails. Once it is known what it is
//! and nothing stands against it, a row is written, then the bytes are kept, and then the row says so: no bytes lie anywhere of which no row tells.

mod arriving;
mod growing;
mod links;
pub(in crate::platform) mod parts;
mod pictures;
mod place;
mod scan;
mod sniff;
pub mod sweep;
mod told;

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;

use crate::routes::{Needs, Routes};
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{Failure, RowCells, TenantTx};

pub(in crate::platform) use arriving::{kind_of, take_in};
pub(in crate::platform) use growing::Growing;
pub(crate) use links::Link;
pub(crate) use pictures::Size;
pub(crate) use place::Named;
pub use place::{Credentials, Place};
pub use scan::Scanner;
pub(crate) use told::{Shown, disposition, size_of};

/// How many bytes a file has at most, when nobody says.
const USUAL_LIMIT: u64 = 25 * 1024 * 1024;
/// How many files arrive at once: each takes as much of the disk as it has bytes.
const MOST_ARRIVING: usize = 16;
/// How many pictures are read at once: each takes hundreds of megabytes at worst.
const MOST_PICTURES: usize = 1;
/// How long a sender may keep silent.
const PATIENCE: Duration = Duration::from_secs(30);

/// Where files lie, and what is asked of them.
#[derive(Clone, Debug)]
pub struct Files {
    /// Where they lie; nothing is uploaded where no place is named.
    pub place: Option<Place>,
    /// How many bytes one has at most.
    pub limit: u64,
    /// How many bytes all those of a tenant have at most.
    pub per_tenant: u64,
    /// Who looks for viruses.
    pub scanner: Option<Scanner>,
    /// How long a sender may keep silent, and half of how long the scanner may take.
    pub patience: Duration,
    arriving: Arc<Semaphore>,
    pictures: Arc<Semaphore>,
}

impl Default for Files {
    fn default() -> Files {
        Files {
            place: None,
            limit: USUAL_LIMIT,
            per_tenant: u64::MAX,
            scanner: None,
            patience: PATIENCE,
            arriving: Arc::new(Semaphore::new(MOST_ARRIVING)),
            pictures: Arc::new(Semaphore::new(MOST_PICTURES)),
        }
    }
}

impl Files {
    fn place(&self) -> Result<&Place, Failure> {
        let nowhere = || Failure::Busy("no place is set where files could lie; see the setting `files`".to_owned());
        self.place.as_ref().ok_or_else(nowhere)
    }

    /// All bytes of a file; whoever asks has looked how many they are.
    pub(crate) async fn whole(&self, named: Named) -> Result<Vec<u8>, Failure> {
        let got = self.place()?.get(named, None, None).await?;
        let bytes = got.bytes().await;
        Ok(bytes.map_err(|error| Failure::defect(error.to_string()))?.to_vec())
    }
}

/// What is known of a file that is kept.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    pub(crate) name: String,
    pub(crate) kind: String,
    pub(crate) bytes: u64,
    pub(crate) hash: Vec<u8>,
    pub(crate) is_picture: bool,
    pub(crate) made_by: String,
}

impl TenantTx<'_> {
    /// A file of the tenant that is kept; nothing where there is none.
    pub(crate) async fn file(&mut self, id: [u8; 16]) -> Result<Option<Known>, Failure> {
        let rows = self
            .ask(
                "SELECT name, type, bytes, hash, width, made_by FROM files WHERE tenant_id = $1 AND id = $2 AND state = 'kept'",
                &[Bound::Id(id)],
            )
            .await?;
        let Some(row) = rows.first() else { return Ok(None) };
        let text = |place: usize| -> Result<String, Failure> { Ok(row.text(place)?.unwrap_or_default().to_owned()) };
        Ok(Some(Known {
            name: text(0)?,
            kind: text(1)?,
            bytes: row.whole(2)?.and_then(|bytes| u64::try_from(bytes).ok()).unwrap_or(0),
            hash: row.bytes(3)?.unwrap_or_default().to_vec(),
            is_picture: row.is_given(4)?,
            made_by: text(5)?,
        }))
    }
}

pub(super) fn routes() -> Routes<App> {
    Routes::default()
        .post("/v1/files", Needs::Member, arriving::arrive)
        .get("/v1/files/{file}", Needs::Nothing, links::read)
}
