//! What the server is set to: defaults, then a file, then the environment, then flags.

use std::net::SocketAddr;
use std::path::PathBuf;

/// What the server is set to.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where it listens.
    pub listen: SocketAddr,
    /// A file of SQLite, or the address of a PostgreSQL.
    pub database: String,
    /// The folders of its packs.
    pub packs: Vec<PathBuf>,
    /// Whether a tenant with demo records is made.
    pub demo: bool,
}
