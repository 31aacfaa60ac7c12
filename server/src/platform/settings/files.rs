//! What is set of files.

use std::path::Path;

use super::Told;
use crate::platform::files::{Credentials, Files, Place, Scanner};

const MIB: u64 = 1024 * 1024;

/// Where files lie, how large they are, and who looks through them.
#[derive(Clone, Debug)]
pub struct FileSettings {
    /// A folder or a bucket, where one is named.
    pub place: Option<String>,
    /// By what one comes to the bucket.
    pub credentials: Credentials,
    /// How many bytes a file has at most.
    pub limit: u64,
    /// How many bytes all those of a tenant have at most.
    pub per_tenant: u64,
    /// Who looks for viruses.
    pub scanner: Option<Scanner>,
}

impl FileSettings {
    pub(super) fn of(told: &Told, faults: &mut Vec<String>) -> FileSettings {
        let scanner = told.one("clamd").map(|text| Scanner::of(text).ok_or(text));
        if let Some(Err(text)) = scanner {
            faults.push(told.wrong(
                "clamd",
                &format!("`{text}` is neither `tcp://host:port` nor `unix:///path`"),
            ));
        }
        let own = |name: &str| told.one(name).map(str::to_owned);
        FileSettings {
            place: own("files"),
            credentials: Credentials {
                key_id: own("files_key_id"),
                secret: own("files_secret"),
            },
            limit: u64::from(told.number("file_limit_mb", faults)) * MIB,
            per_tenant: u64::from(told.number("files_per_tenant_gb", faults)) * 1024 * MIB,
            scanner: scanner.and_then(Result::ok),
        }
    }

    /// Opens the place, or the folder that it usually is; what is wrong with it, in a line.
    pub fn open(&self, usual: Option<&Path>) -> Result<Files, String> {
        let mut files = Files::default();
        let usual = usual.map(|path| path.to_string_lossy().into_owned());
        let place = self.place.clone().or(usual);
        files.place = place.map(|place| Place::open(&place, &self.credentials)).transpose()?;
        (files.limit, files.per_tenant) = (self.limit, self.per_tenant);
        files.scanner.clone_from(&self.scanner);
        Ok(files)
    }
}
