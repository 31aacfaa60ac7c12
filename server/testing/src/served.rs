//! The whole server in the test's own process, on a free port, on either database.

mod ending;
mod outside;
mod packs;
mod people;
mod setup;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::thread::{self, JoinHandle};
use std::time::{SystemTime, UNIX_EPOCH};

use ratebook_server::app;
use ratebook_server::came::{Proxies, Ranges};
use ratebook_server::limits::Bounds;
use ratebook_server::manners::Manners;
use ratebook_server::platform::auth::{Effort, SignIn};
use ratebook_server::platform::backups;
use ratebook_server::platform::documents::Documents;
use ratebook_server::platform::files::{Credentials, Files, Place};
use ratebook_server::platform::jobs::{self, Connectors};
use ratebook_server::platform::moving;
use ratebook_server::platform::settings::{BackupSettings, InstallationKey};
use ratebook_server::platform::start::{self, Started};
use ratebook_server::platform::webhooks::Reachable;
use ratebook_server::serve::serve;
use ratebook_server::state::{App, Clock, Parts};
use ratebook_server::store::{Store, Vault};
use serde_json::{Value, json};
use tokio::sync::oneshot;

use crate::client::Client;
use crate::held::{Base, Held};

pub use outside::Outside;
use setup::Setup;

/// The password of everybody whom the harness makes.
const PASSWORD: &str = "correct horse battery";

/// A running server; it ends, and its database goes, when it is dropped.
#[derive(Debug)]
pub struct Served {
    url: String,
    app: App,
    setup_token: Option<String>,
    runtime: tokio::runtime::Handle,
    ahead: Arc<AtomicI64>,
    /// By which it is told to end, and by which it is ended whatever it is at.
    end: Option<oneshot::Sender<()>>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
    held: Arc<Held>,
    setup: Setup,
}

impl Served {
    /// A new database with the pack `workbench`, and a server on it.
    pub fn start(base: Base) -> Served {
        Served::new(base, Setup::default())
    }

    /// The same that behaves so towards browsers.
    pub fn start_with(base: Base, manners: Manners) -> Served {
        let setup = Setup {
            manners,
            ..Setup::default()
        };
        Served::new(base, setup)
    }

    /// A new database with the pack `workbench`, edited, and a server on it.
    pub fn start_by(base: Base, edit: fn(&mut Value)) -> Served {
        let setup = Setup {
            edit,
            ..Setup::default()
        };
        Served::new(base, setup)
    }

    /// The same, edited, where these carry out what is to be done.
    pub fn carried_out_by(base: Base, edit: fn(&mut Value), connectors: Connectors) -> Served {
        let setup = Setup {
            edit,
            connectors,
            ..Setup::default()
        };
        Served::new(base, setup)
    }

    /// A new database with the pack `workbench`, edited, and a server on it, of whose files this is asked.
    pub fn with_files(base: Base, edit: fn(&mut Value), files: Files) -> Served {
        let setup = Setup {
            edit,
            files,
            ..Setup::default()
        };
        Served::new(base, setup)
    }

    /// A new database with the pack `workbench`, edited, and a server on it whose documents are set so.
    pub fn setting_documents(base: Base, edit: fn(&mut Value), documents: Documents) -> Served {
        let setup = Setup {
            edit,
            documents,
            ..Setup::default()
        };
        Served::new(base, setup)
    }

    /// A new database with the pack `workbench`, and a server on it to which people come in so, where these carry out what is to be done.
    pub fn where_people_come_in(base: Base, sign_in: SignIn, connectors: Connectors) -> Served {
        let setup = Setup {
            sign_in,
            connectors,
            ..Setup::default()
        };
        Served::new(base, setup)
    }

    /// Another server on the same database, of whose files this is asked.
    pub fn beside_with_files(&self, files: Files) -> Served {
        let setup = Setup {
            files,
            ..self.setup.clone()
        };
        Served::on(self.held.clone(), self.ahead.clone(), setup)
    }

    /// The folder in which its files lie, where no other place was set.
    pub fn files(&self) -> PathBuf {
        self.held.files().to_owned()
    }

    /// A new database with the pack of a folder, which is called so, and a server on it.
    pub fn with(base: Base, pack: &Path) -> Served {
        let setup = Setup {
            pack: pack.to_owned(),
            ..Setup::default()
        };
        Served::new(base, setup)
    }

    fn new(base: Base, setup: Setup) -> Served {
        let held = match packs::unedited(&setup) {
            Some(pack) => Held::of(base, &pack),
            None => Held::empty(base),
        };
        Served::on(Arc::new(held), Arc::default(), setup)
    }

    /// Another server on the same database, by the same clock.
    pub fn beside(&self) -> Served {
        Served::on(self.held.clone(), self.ahead.clone(), self.setup.clone())
    }

    /// The same with another version of the pack.
    pub fn beside_by(&self, edit: fn(&mut Value)) -> Served {
        let setup = Setup {
            edit,
            ..self.setup.clone()
        };
        Served::on(self.held.clone(), self.ahead.clone(), setup)
    }

    /// The same with the pack of another folder, such as another version of it.
    pub fn beside_with(&self, pack: &Path) -> Served {
        let setup = Setup {
            pack: pack.to_owned(),
            ..self.setup.clone()
        };
        Served::on(self.held.clone(), self.ahead.clone(), setup)
    }

    /// The same where these carry out what is to be done.
    pub fn beside_carried_out_by(&self, connectors: Connectors) -> Served {
        let setup = Setup {
            connectors,
            ..self.setup.clone()
        };
        Served::on(self.held.clone(), self.ahead.clone(), setup)
    }

    /// The same where documents are set so.
    pub fn beside_setting_documents(&self, documents: Documents) -> Served {
        let mut setup = self.setup.clone();
        setup.documents = documents;
        Served::on(self.held.clone(), self.ahead.clone(), setup)
    }

    /// The same behind proxies.
    pub fn beside_behind(&self, proxies: Proxies) -> Served {
        let setup = Setup {
            proxies,
            ..self.setup.clone()
        };
        Served::on(self.held.clone(), self.ahead.clone(), setup)
    }

    /// A new database with the pack `workbench`, and a server on it that makes backups.
    pub fn backing_up(base: Base, backups: BackupSettings) -> Served {
        let setup = Setup {
            backups,
            ..Setup::default()
        };
        Served::new(base, setup)
    }

    /// Another server on the same database that makes backups.
    pub fn beside_backing_up(&self, backups: BackupSettings) -> Served {
        let setup = Setup {
            backups,
            ..self.setup.clone()
        };
        Served::on(self.held.clone(), self.ahead.clone(), setup)
    }

    /// The same within other bounds.
    pub fn beside_within(&self, bounds: Bounds) -> Served {
        let setup = Setup {
            bounds,
            ..self.setup.clone()
        };
        Served::on(self.held.clone(), self.ahead.clone(), setup)
    }

    /// The same where the admins of a tenant may have so many sandboxes.
    pub fn beside_with_sandboxes(&self, sandboxes: u32) -> Served {
        let setup = Setup {
            sandboxes,
            ..self.setup.clone()
        };
        Served::on(self.held.clone(), self.ahead.clone(), setup)
    }

    /// The same that reaches its PostgreSQL by another address, within other bounds.
    pub fn beside_by_way_of(&self, database: &str, bounds: Bounds) -> Served {
        let setup = Setup {
            database: Some(database.to_owned()),
            bounds,
            ..self.setup.clone()
        };
        Served::on(self.held.clone(), self.ahead.clone(), setup)
    }

    /// The same where a setting says that nothing is changed.
    pub fn beside_that_reads(&self) -> Served {
        let setup = Setup {
            read_only: true,
            ..self.setup.clone()
        };
        Served::on(self.held.clone(), self.ahead.clone(), setup)
    }

    /// A server on a new database into which a backup was put back.
    pub fn restored(&self, base: Base, file: &Path, key: &InstallationKey) -> Result<Served, String> {
        let held = Held::empty(base);
        let restored = self.runtime.block_on(async {
            let store = held.open().await;
            let restored = backups::restore(file, key, &store).await;
            store.close().await;
            restored
        });
        restored.map(|_| Served::on(Arc::new(held), self.ahead.clone(), self.setup.clone()))
    }

    /// Runs a test on both databases, one after the other.
    pub fn on_both(test: impl Fn(&Served)) {
        for base in [Base::Sqlite, Base::Postgres] {
            test(&Served::start(base));
        }
    }

    /// A server on a copy of everything, in a new database.
    pub fn copied(&self, base: Base) -> Served {
        let held = Held::empty(base);
        let (from, to) = (self.held.address(), held.address());
        let copied = self.runtime.block_on(async move { moving::moved(&from, &to).await });
        copied.expect("a copy");
        Served::on(Arc::new(held), self.ahead.clone(), self.setup.clone())
    }

    /// Where its database is, as the command that moves it is told.
    pub fn address(&self) -> String {
        self.held.address()
    }

    fn on(held: Arc<Held>, ahead: Arc<AtomicI64>, setup: Setup) -> Served {
        let (send, receive) = std::sync::mpsc::channel();
        let (stop, stopped) = oneshot::channel::<()>();
        let (end, told) = oneshot::channel::<()>();
        let (place, clock, wanted) = (held.clone(), clock(ahead.clone()), setup.clone());
        let thread = thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_multi_thread()
                .worker_threads(2)
                .enable_all()
                .build()
                .expect("a runtime");
            runtime.block_on(async move {
                let started = started(&place, clock, wanted).await;
                let address = "127.0.0.1:0".parse().expect("an address");
                let listener = app::listener(address).expect("a port");
                let url = format!("http://{}", listener.local_addr().expect("an address"));
                let store = started.app.store.clone();
                let app = started.app.clone();
                let own = tokio::runtime::Handle::current();
                send.send((url, started, own)).expect("somebody waits");
                tokio::select! {
                    () = serve(listener, app, async { drop(told.await) }) => {}
                    _ = stopped => {}
                }
                store.close().await;
            });
        });
        let (url, started, runtime) = receive.recv().expect("a server");
        Served {
            url,
            app: started.app,
            setup_token: started.setup_token,
            runtime,
            ahead,
            end: Some(end),
            stop: Some(stop),
            thread: Some(thread),
            held,
            setup,
        }
    }

    /// The server itself.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// Waits for something that is done inside the server.
    pub fn wait_for<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.block_on(work)
    }

    /// Begins something that goes on inside the server, until that ends.
    pub fn begin(&self, work: impl Future<Output = ()> + Send + 'static) {
        self.runtime.spawn(work);
    }

    /// Does what is due by now, and what comes of it.
    pub fn work(&self) {
        self.wait_for(jobs::work(&self.app)).expect("work");
    }

    /// Where it listens, such as `http://127.0.0.1:1234`.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// What makes the first operator, if there was none when it started.
    pub fn setup_token(&self) -> Option<&str> {
        self.setup_token.as_deref()
    }

    /// On which database it runs.
    pub fn base(&self) -> Base {
        self.held.base()
    }

    /// The folder with the file of SQLite.
    pub fn folder(&self) -> Option<&Path> {
        self.held.folder()
    }

    /// The address of its PostgreSQL for the superuser.
    pub fn postgres(&self) -> Option<String> {
        (self.base() == Base::Postgres).then(|| self.held.address())
    }

    /// Puts its clock on, or back.
    pub fn pass(&self, seconds: i64) {
        self.ahead.fetch_add(seconds * 1_000_000, Ordering::SeqCst);
    }

    /// Somebody who is not signed in.
    pub fn anybody(&self) -> Client {
        Client::at_address(&self.url)
    }

    /// The operator, made by the token of the set-up.
    pub fn operator(&self) -> Client {
        let token = self.setup_token().expect("a server that is not set up");
        let who = json!({"token": token, "email": "operator@example.com", "name": "Op", "password": PASSWORD});
        self.anybody().post("/v1/setup", &who).is(201);
        self.signed_in("operator@example.com")
    }

    /// Somebody of that e-mail, with the password of everybody.
    pub fn signed_in(&self, email: &str) -> Client {
        let who = json!({"email": email, "password": PASSWORD});
        let answer = self.anybody().post("/v1/auth/login", &who).is(200);
        self.anybody().with_tokens(&answer)
    }

    /// Makes a tenant of the pack with its owner, `owner@{slug}.example.com`, who is signed in there.
    pub fn tenant(&self, operator: &Client, slug: &str) -> Client {
        let email = format!("owner@{slug}.example.com");
        let tenant = json!({
            "slug": slug, "name": slug, "pack": self.pack_name(), "zone": "Europe/Madrid",
            "admin": {"email": email, "name": "Owner", "password": PASSWORD},
        });
        operator.post("/v1/tenants", &tenant).is(201);
        self.signed_in(&email).at(slug)
    }

    fn pack_name(&self) -> String {
        let name = self.setup.pack.file_name().expect("a folder");
        name.to_string_lossy().into_owned()
    }

    /// The password of everybody whom it makes.
    pub fn password() -> &'static str {
        PASSWORD
    }
}

fn clock(ahead: Arc<AtomicI64>) -> Clock {
    Clock::of(move || {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970");
        i64::try_from(since.as_micros()).expect("a moment") + ahead.load(Ordering::SeqCst)
    })
}

async fn started(held: &Held, clock: Clock, setup: Setup) -> Started {
    let store = match &setup.database {
        Some(address) => Store::open_postgres(address, 8).await.expect("a store"),
        None => held.open().await,
    };
    let packs = packs::packs(&setup);
    let mut parts = Parts::new(store, packs, Vault::new(&[7; 32]));
    (parts.clock, parts.manners, parts.proxies) = (clock, setup.manners, setup.proxies);
    (parts.connectors, parts.backups, parts.bounds) = (setup.connectors, setup.backups, setup.bounds);
    (parts.files, parts.read_only, parts.sign_in) = (setup.files, setup.read_only, setup.sign_in);
    (parts.documents, parts.dns, parts.sandboxes) = (setup.documents, setup.dns, setup.sandboxes);
    (parts.sms, parts.push, parts.paypal) = (setup.outside.sms, setup.outside.push, setup.outside.paypal);
    // Tests sign thousands of people in; what it takes by default is tried where passwords are.
    parts.password_effort = Effort { kib: 8, passes: 1 };
    if parts.files.place.is_none() {
        let folder = held.files().to_string_lossy();
        parts.files.place = Some(Place::open(&folder, &Credentials::default()).expect("a folder"));
    }
    parts.reachable = Reachable(Ranges::read(["127.0.0.1"].into_iter()).expect("an address"));
    parts.base_domain = Some("ratebook.test".to_owned());
    start::begin(parts, None, &[]).await.expect("a server")
}
