//! What a server of a test is like, where nothing else is said.

use std::path::PathBuf;

use ratebook_server::came::Proxies;
use ratebook_server::limits::Bounds;
use ratebook_server::manners::Manners;
use ratebook_server::platform::auth::SignIn;
use ratebook_server::platform::documents::Documents;
use ratebook_server::platform::domains::Dns;
use ratebook_server::platform::files::Files;
use ratebook_server::platform::jobs::Connectors;
use ratebook_server::platform::settings::BackupSettings;
use serde_json::Value;

use super::Outside;

/// What a server of a test is like.
#[derive(Clone, Debug)]
pub(super) struct Setup {
    /// The folder of its pack.
    pub(super) pack: PathBuf,
    /// What is edited of the pack.
    pub(super) edit: fn(&mut Value),
    /// How it behaves towards browsers.
    pub(super) manners: Manners,
    /// Who is believed when they say for whom they ask.
    pub(super) proxies: Proxies,
    /// Who carries out what is to be done.
    pub(super) connectors: Connectors,
    /// What is set of files; the folder is the test's own where no place is.
    pub(super) files: Files,
    /// Where backups are kept, and when they are made.
    pub(super) backups: BackupSettings,
    /// What sets documents.
    pub(super) documents: Documents,
    /// Who is let in, how often, and how many at once.
    pub(super) bounds: Bounds,
    /// Whether nothing is changed.
    pub(super) read_only: bool,
    /// How people come in, besides by a password.
    pub(super) sign_in: SignIn,
    /// Who is asked whose a domain is.
    pub(super) dns: Dns,
    /// As many sandboxes the admins of a tenant may have.
    pub(super) sandboxes: u32,
    /// Who is outside.
    pub(super) outside: Outside,
    /// By which address it reaches its PostgreSQL, where that is not the usual one.
    pub(super) database: Option<String>,
}

impl Default for Setup {
    fn default() -> Setup {
        Setup {
            pack: workbench(),
            edit: |_| {},
            manners: Manners::default(),
            proxies: Proxies::default(),
            connectors: Connectors::of_engine(),
            files: Files::default(),
            backups: BackupSettings::default(),
            documents: Documents::default(),
            bounds: Bounds::default(),
            read_only: false,
            sign_in: SignIn::default(),
            dns: Dns::default(),
            sandboxes: 0,
            outside: Outside::default(),
            database: None,
        }
    }
}

/// The folder of the pack that tests use where they name no other.
pub(super) fn workbench() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../packs/workbench")
}
