//! What is kept of files, as pieces: of a tenant that moves to another installation.

use bytes::Bytes;
use tokio::fs::File;
use tokio::io::AsyncWriteExt as _;
use tokio_stream::StreamExt as _;

use super::place::spool;
use super::{Files, Named, Size};
use crate::store::{Failure, TenantKey};

/// What may be kept of a file: itself, and what was made of it.
pub(crate) const SIZES: [Option<Size>; 3] = [None, Some(Size::Thumb), Some(Size::Medium)];

/// By which word a size goes along.
pub(crate) fn word(size: Option<Size>) -> &'static str {
    size.map_or("", Size::name)
}

impl Files {
    /// Gives out what is kept of a file in a size, piece by piece; whether anything is.
    pub(crate) async fn give(
        &self,
        named: Named,
        size: Option<Size>,
        mut take: impl AsyncFnMut(Bytes) -> Result<(), Failure>,
    ) -> Result<bool, Failure> {
        let Some(got) = self.place()?.there(named, size).await? else {
            return Ok(false);
        };
        let mut pieces = got.into_stream();
        while let Some(piece) = pieces.next().await {
            take(piece.map_err(|error| Failure::defect(error.to_string()))?).await?;
        }
        Ok(true)
    }
}

/// Files of a tenant that arrive in pieces.
#[derive(Debug)]
pub(crate) struct Arriving<'f> {
    files: &'f Files,
    tenant: TenantKey,
    /// What comes just now, of which file and in which size.
    now: Option<([u8; 16], Option<Size>, File)>,
    kept: Vec<[u8; 16]>,
}

impl<'f> Arriving<'f> {
    pub(crate) fn of(files: &'f Files, tenant: TenantKey) -> Arriving<'f> {
        Arriving {
            files,
            tenant,
            now: None,
            kept: Vec::new(),
        }
    }

    /// The next piece.
    pub(crate) async fn take(&mut self, id: [u8; 16], size: &str, bytes: &[u8]) -> Result<(), Failure> {
        let size = SIZES.into_iter().find(|own| word(*own) == size);
        let size = size.ok_or_else(|| Failure::defect("a file in a size that there is not"))?;
        if self.now.as_ref().is_none_or(|(own, of, _)| (*own, *of) != (id, size)) {
            self.keep().await?;
            let file = tempfile::tempfile().map_err(|error| spool(&error))?;
            self.now = Some((id, size, File::from_std(file)));
        }
        if let Some((.., file)) = &mut self.now {
            file.write_all(bytes).await.map_err(|error| spool(&error))?;
        }
        Ok(())
    }

    /// Keeps what has come whole.
    pub(crate) async fn keep(&mut self) -> Result<(), Failure> {
        let Some((id, size, mut file)) = self.now.take() else {
            return Ok(());
        };
        file.flush().await.map_err(|error| spool(&error))?;
        let named = Named {
            tenant: self.tenant,
            id,
        };
        self.kept.push(id);
        self.files.place()?.keep_as(named, size, &mut file).await
    }

    /// Takes back what was kept, where the tenant does not come.
    pub(crate) async fn undo(self) {
        for id in self.kept {
            let named = Named {
                tenant: self.tenant,
                id,
            };
            if let Ok(place) = self.files.place() {
                // What stays is named by nothing, and is removed with the tenant.
                let _ = place.remove(named).await;
            }
        }
    }
}
