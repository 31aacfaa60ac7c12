//! A PgBouncer of the tests' own before their PostgreSQL, which lends a connection for each transaction.

use std::io;
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::Postgres;

/// How long it may take to begin.
const PATIENCE: Duration = Duration::from_secs(10);
/// What says to the server that connections are lent.
const LENT: &str = "statement-cache-capacity=0";

/// Ends it when the other end of a pipe closes, which it does with this process.
const WATCH: &str = "\"$@\" & read -r _; kill $!; wait $!";

/// A running PgBouncer.
#[derive(Debug)]
pub struct PgBouncer {
    port: u16,
    /// What ends it together with whoever started it.
    watch: Child,
    _folder: TempDir,
}

impl PgBouncer {
    /// The one that all tests of a program share, where the environment says that they are to go through one.
    pub(crate) fn wanted() -> Option<&'static PgBouncer> {
        static SHARED: OnceLock<Option<PgBouncer>> = OnceLock::new();
        let started = || {
            let is_wanted = std::env::var_os("THROUGH_PGBOUNCER").is_some();
            is_wanted.then(|| PgBouncer::start(Postgres::shared(), 20).expect("PgBouncer"))
        };
        SHARED.get_or_init(started).as_ref()
    }

    /// Starts one that has so many connections to each database.
    pub fn start(postgres: &Postgres, connections: u32) -> io::Result<PgBouncer> {
        let folder = tempfile::Builder::new().prefix("ratebook-").tempdir()?;
        std::fs::set_permissions(folder.path(), PermissionsExt::from_mode(0o755))?;
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let users = folder.path().join("users");
        std::fs::write(&users, "\"ratebook\" \"\"\n")?;
        let settings = folder.path().join("pgbouncer.ini");
        let text = format!(
            "[databases]\n* = host=127.0.0.1 port={}\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = {port}\nunix_socket_dir =\n\
             auth_type = trust\nauth_file = {}\npool_mode = transaction\ndefault_pool_size = {connections}\nmax_client_conn = 500\n",
            postgres.port(),
            users.display(),
        );
        std::fs::write(&settings, text)?;
        // Debian keeps it beside the path of who is no administrator.
        let installed = Path::new("/usr/sbin/pgbouncer");
        let program = if installed.is_file() {
            installed
        } else {
            Path::new("pgbouncer")
        };
        let mut watch = Command::new("sh");
        watch.args(["-c", WATCH, "sh"]).arg(program).arg("--quiet");
        if crate::is_root()? {
            watch.args(["-u", "postgres"]);
        }
        watch.arg(&settings).process_group(0).stdin(Stdio::piped());
        let watch = watch.stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
        let started = PgBouncer {
            port,
            watch,
            _folder: folder,
        };
        let begun = Instant::now();
        while let Err(error) = TcpStream::connect(("127.0.0.1", port)) {
            if begun.elapsed() > PATIENCE {
                return Err(error);
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(started)
    }

    /// The address of a database of that name, where nothing says that connections are lent.
    pub fn plain(&self, database: &str) -> String {
        format!("postgresql://ratebook@127.0.0.1:{}/{database}", self.port)
    }

    /// The same for a server that is told.
    pub fn address(&self, database: &str) -> String {
        format!("{}?{LENT}", self.plain(database))
    }
}

impl Drop for PgBouncer {
    fn drop(&mut self) {
        drop(self.watch.stdin.take());
        let _ = self.watch.wait();
    }
}
