//! Where files lie: a folder, or a bucket of anything that speaks as S3 does. Names within it are made of a tenant and an id alone.

use std::fmt;
use std::io;
use std::path::{Path as FilePath, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use object_store::aws::AmazonS3Builder;
use object_store::buffered::BufWriter;
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::prefix::PrefixStore;
use object_store::{
    BackoffConfig, ClientOptions, Error, GetOptions, GetRange, GetResult, MultipartUpload, ObjectStore, ObjectStoreExt,
    RetryConfig,
};
use percent_encoding::percent_decode_str;
use tokio::fs::File;
use tokio::io::{AsyncReadExt, AsyncSeekExt, AsyncWriteExt};
use tokio_stream::StreamExt;

use super::pictures::Size;
use crate::outside;
use crate::platform::auth::written;
use crate::store::{Failure, TenantKey};

/// How long a bucket may keep silent.
const PATIENCE: Duration = Duration::from_secs(30);
/// How much is sent to it at once; a bucket takes no smaller pieces than five MiB, but for the last.
const PIECE: usize = 8 * 1024 * 1024;

/// Where files lie; by what one comes there is shown nowhere.
#[derive(Clone)]
pub struct Place {
    store: Arc<dyn ObjectStore>,
    /// The folder, where it is one.
    folder: Option<PathBuf>,
}

impl fmt::Debug for Place {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Place")
    }
}

/// By what one comes to a bucket; the secret is shown nowhere.
#[derive(Clone, Default)]
pub struct Credentials {
    /// The id of a key.
    pub key_id: Option<String>,
    /// The key.
    pub secret: Option<String>,
}

impl fmt::Debug for Credentials {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Credentials")
    }
}

/// What a file is kept as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) tenant: TenantKey,
    pub(crate) id: [u8; 16],
}

impl Named {
    /// Where it lies, itself or made smaller.
    fn path(self, size: Option<Size>) -> Path {
        let ending = size.map_or_else(String::new, |size| format!(".{}", size.name()));
        Path::from_iter([written(self.tenant), format!("{}{ending}", written(self.id))])
    }
}

impl Place {
    /// A folder, which is made where there is none, or `s3://bucket/prefix?endpoint=…&region=…`.
    pub fn open(text: &str, credentials: &Credentials) -> Result<Place, String> {
        match text.strip_prefix("s3://") {
            Some(rest) => Place::bucket(rest, credentials),
            None => Place::folder(FilePath::new(text)),
        }
    }

    fn folder(path: &FilePath) -> Result<Place, String> {
        let told = |error: &dyn fmt::Display| format!("`files` ({}): {error}", path.display());
        std::fs::create_dir_all(path).map_err(|error| told(&error))?;
        let folder = LocalFileSystem::new_with_prefix(path).map_err(|error| told(&error))?;
        // Whoever is told that a file is kept finds it after a power cut.
        Ok(Place {
            store: Arc::new(folder.with_fsync(true)),
            folder: Some(path.to_owned()),
        })
    }

    fn bucket(rest: &str, credentials: &Credentials) -> Result<Place, String> {
        let wrong = |message: &str| format!("`files` (s3://{rest}): {message}");
        let (place, options) = rest.split_once('?').unwrap_or((rest, ""));
        let (bucket, prefix) = place.split_once('/').unwrap_or((place, ""));
        if bucket.is_empty() {
            return Err(wrong("a bucket is named, such as `s3://files/ratebook`"));
        }
        let client = ClientOptions::new()
            .with_connect_timeout(PATIENCE)
            .with_timeout_disabled()
            .with_read_timeout(PATIENCE);
        let retry = RetryConfig {
            backoff: BackoffConfig::default(),
            max_retries: 3,
            retry_timeout: PATIENCE,
        };
        let mut builder = AmazonS3Builder::new().with_bucket_name(bucket).with_retry(retry);
        let mut allows_http = false;
        for option in options.split('&').filter(|option| !option.is_empty()) {
            let (name, value) = option.split_once('=').unwrap_or((option, ""));
            let value = percent_decode_str(value)
                .decode_utf8()
                .map_err(|_| wrong("it is not UTF-8 once its `%` are read"))?;
            builder = match name {
                "endpoint" => {
                    allows_http = value.starts_with("http://");
                    builder.with_endpoint(value)
                }
                "region" => builder.with_region(value),
                other => return Err(wrong(&format!("there are `endpoint` and `region`, and no `{other}`"))),
            };
        }
        builder = builder.with_client_options(client.with_allow_http(allows_http));
        match (&credentials.key_id, &credentials.secret) {
            (Some(key_id), Some(secret)) => {
                builder = builder.with_access_key_id(key_id).with_secret_access_key(secret);
            }
            (None, None) => {}
            _ => return Err("`files_key_id` and `files_secret` are given together".to_owned()),
        }
        outside::encrypts();
        let bucket = builder.build().map_err(|error| wrong(&error.to_string()))?;
        let store: Arc<dyn ObjectStore> = match prefix.trim_matches('/') {
            "" => Arc::new(bucket),
            prefix => Arc::new(PrefixStore::new(bucket, Path::from(prefix))),
        };
        Ok(Place { store, folder: None })
    }

    /// Keeps all of a file, piece by piece; nothing of it where that fails.
    pub(super) async fn keep(&self, named: Named, file: &mut File) -> Result<(), Failure> {
        self.keep_as(named, None, file).await
    }

    /// The same of a file, or of what was made of one.
    pub(super) async fn keep_as(&self, named: Named, size: Option<Size>, file: &mut File) -> Result<(), Failure> {
        file.rewind().await.map_err(|error| spool(&error))?;
        let first = piece(file).await?;
        if first.len() < PIECE {
            return self.keep_bytes(named, size, first).await;
        }
        let begun = self.store.put_multipart(&named.path(size)).await;
        let mut upload = begun.map_err(|error| away(&error))?;
        let kept = match pieces(upload.as_mut(), first, file).await {
            Ok(()) => upload.complete().await.map(drop).map_err(|error| away(&error)),
            Err(failure) => Err(failure),
        };
        if kept.is_err() {
            // Where that fails too, the sweeper removes what it can reach.
            let _ = upload.abort().await;
        }
        kept
    }

    /// Keeps bytes that were made of a file.
    pub(super) async fn keep_bytes(&self, named: Named, size: Option<Size>, bytes: Vec<u8>) -> Result<(), Failure> {
        let put = self.store.put(&named.path(size), bytes.into()).await;
        put.map(drop).map_err(|error| away(&error))
    }

    /// What is kept of a file, or a range of it.
    pub(super) async fn get(
        &self,
        named: Named,
        size: Option<Size>,
        range: Option<std::ops::Range<u64>>,
    ) -> Result<GetResult, Failure> {
        let options = GetOptions {
            range: range.map(GetRange::Bounded),
            ..GetOptions::default()
        };
        let got = self.store.get_opts(&named.path(size), options).await;
        got.map_err(|error| match error {
            Error::NotFound { path, .. } => Failure::defect(format!("the file {path} is not where files lie")),
            other => away(&other),
        })
    }

    /// What is kept of a file in a size; nothing where nothing is.
    pub(super) async fn there(&self, named: Named, size: Option<Size>) -> Result<Option<GetResult>, Failure> {
        match self.store.get(&named.path(size)).await {
            Ok(got) => Ok(Some(got)),
            Err(Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(away(&error)),
        }
    }

    /// Removes a file with what was made of it; what is not there is gone already.
    pub(super) async fn remove(&self, named: Named) -> Result<(), Failure> {
        for size in [None, Some(Size::Thumb), Some(Size::Medium)] {
            match self.store.delete(&named.path(size)).await {
                Ok(()) | Err(Error::NotFound { .. }) => {}
                Err(error) => return Err(away(&error)),
            }
            // What was being written when the server was ended stands beside, and is told of by no list.
            if let Some(folder) = &self.folder {
                let begun = folder.join(format!("{}#1", named.path(size)));
                gone(tokio::fs::remove_file(begun).await)?;
            }
        }
        Ok(())
    }

    /// Removes so many of all the files of a tenant at most; whether none is left.
    pub(super) async fn erase(&self, tenant: TenantKey, most: usize) -> Result<bool, Failure> {
        let mut listed = self.store.list(Some(&Path::from(written(tenant))));
        let mut removed = 0;
        while let Some(found) = listed.next().await {
            if removed == most {
                return Ok(false);
            }
            let found = found.map_err(|error| away(&error))?;
            match self.store.delete(&found.location).await {
                Ok(()) | Err(Error::NotFound { .. }) => removed += 1,
                Err(error) => return Err(away(&error)),
            }
        }
        if let Some(folder) = &self.folder {
            gone(tokio::fs::remove_dir_all(folder.join(written(tenant))).await)?;
        }
        Ok(true)
    }

    /// Copies everything that lies here to another place; how many files and bytes it were.
    pub async fn copy_to(&self, other: &Place) -> Result<(u64, u64), String> {
        let (mut files, mut bytes) = (0, 0);
        let mut listed = self.store.list(None);
        while let Some(found) = listed.next().await {
            let found = found.map_err(|error| error.to_string())?;
            let told = |error: &dyn fmt::Display| format!("{}: {error}", found.location);
            let got = self.store.get(&found.location).await.map_err(|error| told(&error))?;
            let mut writer = BufWriter::new(Arc::clone(&other.store), found.location.clone());
            let mut pieces = got.into_stream();
            while let Some(piece) = pieces.next().await {
                let piece: Bytes = piece.map_err(|error| told(&error))?;
                writer.put(piece).await.map_err(|error| told(&error))?;
            }
            writer.shutdown().await.map_err(|error| told(&error))?;
            (files, bytes) = (files + 1, bytes + found.size);
        }
        Ok((files, bytes))
    }
}

/// The next piece of a file: as large as pieces are, or its last.
async fn piece(file: &mut File) -> Result<Vec<u8>, Failure> {
    let mut piece = Vec::new();
    let read = file
        .take(u64::try_from(PIECE).unwrap_or(u64::MAX))
        .read_to_end(&mut piece)
        .await;
    read.map_err(|error| spool(&error))?;
    Ok(piece)
}

async fn pieces(upload: &mut dyn MultipartUpload, first: Vec<u8>, file: &mut File) -> Result<(), Failure> {
    let mut next = first;
    while !next.is_empty() {
        upload.put_part(next.into()).await.map_err(|error| away(&error))?;
        next = piece(file).await?;
    }
    Ok(())
}

fn gone(removed: io::Result<()>) -> Result<(), Failure> {
    match removed {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(away(&error)),
        _ => Ok(()),
    }
}

/// That files cannot be reached just now; why goes to the log, since it may name where they lie.
fn away(error: &dyn fmt::Display) -> Failure {
    crate::platform::trace::tell(&format!("where files lie: {error}"));
    Failure::Busy("the place where files lie cannot be reached; nothing was kept; try again in a moment".to_owned())
}

/// That what arrives cannot be written down.
pub(super) fn spool(error: &dyn fmt::Display) -> Failure {
    Failure::defect(format!("a file could not be written down as it arrived: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_a_folder_or_a_bucket_and_its_key_is_shown_nowhere() {
        let credentials = Credentials {
            key_id: Some("ann".to_owned()),
            secret: Some("hush".to_owned()),
        };
        let place = Place::open(
            "s3://files/a/b?endpoint=http://127.0.0.1:1&region=eu-west-1",
            &credentials,
        );
        let shown = format!("{place:?}{credentials:?}");
        assert!(place.is_ok() && !shown.contains("hush"), "{shown}");
        for wrong in ["s3://", "s3:///a", "s3://files?endpont=x", "s3://files?region=%ff"] {
            let told = Place::open(wrong, &credentials);
            assert!(told.is_err_and(|told| told.starts_with("`files`")), "{wrong}");
        }
        let half = Credentials {
            secret: None,
            ..credentials
        };
        assert!(Place::open("s3://files", &half).is_err());
    }

    #[test]
    fn names_are_made_of_tenant_and_id_alone() {
        let named = Named {
            tenant: [1; 16],
            id: [2; 16],
        };
        let own = "01010101-0101-0101-0101-010101010101/02020202-0202-0202-0202-020202020202";
        assert_eq!(named.path(None).as_ref(), own);
        assert_eq!(named.path(Some(Size::Thumb)).as_ref(), format!("{own}.thumb"));
    }
}
