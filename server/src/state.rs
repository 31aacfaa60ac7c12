//! What every handler is given.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use ratebook::records::Pack;
use ratebook::time::Instant;
use tokio::sync::{Semaphore, watch};

use crate::came::Proxies;
use crate::commerce::Calendars;
use crate::limits::{Bounds, Limits, Places};
use crate::manners::Manners;
use crate::platform::OwnPacks;
use crate::platform::auth::{Auth, Effort, SignIn};
use crate::platform::documents::Documents;
use crate::platform::domains::Dns;
use crate::platform::files::Files;
use crate::platform::hooks::Certificates;
use crate::platform::inbound;
use crate::platform::jobs::Connectors;
use crate::platform::read_only::ReadOnly;
use crate::platform::settings::BackupSettings;
use crate::platform::sms::Gateway;
use crate::platform::telemetry::Telemetry;
use crate::platform::webhooks::Reachable;
use crate::records::{CursorKey, InFlight};
use crate::store::upgrade::FormerNames;
use crate::store::{Store, TenantKey, Vault};

/// The running server, shared by all its handlers.
#[derive(Clone, Debug)]
pub struct App(Arc<Whole>);

#[derive(Debug)]
struct Whole {
    parts: Parts,
    auth: Auth,
    /// Calendars that were made of rows, for those who only ask.
    calendars: Calendars,
    /// The packs of tenants that have fields of their own.
    own_packs: OwnPacks,
    /// Who is let in, how often, and how many at once.
    limits: Limits,
    /// Where nothing is changed just now.
    read_only: ReadOnly,
    /// How many mails are taken in at once.
    mails: Places,
    /// The packs of the platform's records, by how addresses name those.
    platform: BTreeMap<String, Arc<Pack>>,
}

/// What it is made of.
#[derive(Debug)]
pub struct Parts {
    /// Where everything is kept.
    pub store: Store,
    /// The packs it serves, by name.
    pub packs: BTreeMap<String, Arc<Pack>>,
    /// What entities and fields were called when the histories of their records were written.
    pub former: FormerNames,
    /// What encrypts secrets.
    pub vault: Vault,
    /// What signs cursors.
    pub cursors: CursorKey,
    /// The keys of what is being carried out just now.
    pub in_flight: InFlight,
    /// For how many hours an answer is told again to whoever asks again by the same key.
    pub answers_kept_hours: u32,
    /// How many lists are written into files at once: each keeps a connection for as long as somebody reads.
    pub exports: Arc<Semaphore>,
    /// As many follow what happens at once: each keeps a line open.
    pub followers: Arc<Semaphore>,
    /// That something was passed on, for those who follow, and of which tenant the last of it was.
    pub passed_on: watch::Sender<TenantKey>,
    /// Whether the server is about to end, for those who stay on the line.
    pub stopping: watch::Sender<bool>,
    /// What the time is.
    pub clock: Clock,
    /// The domain of which tenants have parts, such as `example.com` of `acme.example.com`.
    pub base_domain: Option<String>,
    /// The address by which people reach it, where it is not that of the domain.
    pub public_url: Option<String>,
    /// Who is asked whose a domain is.
    pub dns: Dns,
    /// How people come in, besides by a password.
    pub sign_in: SignIn,
    /// What hashing a password takes.
    pub password_effort: Effort,
    /// How it behaves towards browsers.
    pub manners: Manners,
    /// Who is believed when they say for whom they ask.
    pub proxies: Proxies,
    /// Who carries out what is to be done once it is kept.
    pub connectors: Connectors,
    /// Who is let in, how often, and how many at once.
    pub bounds: Bounds,
    /// Whether nothing is changed for as long as it runs.
    pub read_only: bool,
    /// The addresses of one's own network to which messages may be sent.
    pub reachable: Reachable,
    /// Who sends SMS for tenants that have nobody of their own.
    pub sms: Option<Gateway>,
    /// To whom services of push turn, such as `mailto:ops@example.com`; without it nothing is pushed.
    pub push: Option<String>,
    /// By which certificates PayPal signs.
    pub paypal: Certificates,
    /// What it tells of itself, and to whom.
    pub telemetry: Telemetry,
    /// Where files lie, and what is asked of them.
    pub files: Files,
    /// What sets documents.
    pub documents: Documents,
    /// Where backups are kept, by which key, and when they are made.
    pub backups: BackupSettings,
    /// As many sandboxes the admins of a tenant may have of it at once.
    pub sandboxes: u32,
}

impl Parts {
    /// By the clock of the machine, without a domain.
    pub fn new(store: Store, packs: BTreeMap<String, Arc<Pack>>, vault: Vault) -> Parts {
        Parts {
            cursors: CursorKey::new(vault.key_for("cursors")),
            in_flight: InFlight::default(),
            former: FormerNames::default(),
            answers_kept_hours: 24,
            exports: Arc::new(Semaphore::new(exports_of(store.readers()))),
            followers: Arc::new(Semaphore::new(MOST_FOLLOWERS)),
            passed_on: watch::Sender::new([0xff; 16]),
            stopping: watch::Sender::new(false),
            store,
            packs,
            vault,
            clock: Clock::system(),
            base_domain: None,
            public_url: None,
            dns: Dns::default(),
            sign_in: SignIn::default(),
            password_effort: Effort::default(),
            manners: Manners::default(),
            proxies: Proxies::default(),
            connectors: Connectors::of_engine(),
            bounds: Bounds::default(),
            read_only: false,
            reachable: Reachable::default(),
            sms: None,
            push: None,
            paypal: Certificates::default(),
            telemetry: Telemetry::default(),
            files: Files::default(),
            documents: Documents::default(),
            backups: BackupSettings::default(),
            sandboxes: 0,
        }
    }
}

const MOST_FOLLOWERS: usize = 500;

/// A quarter of those who read, and at least one.
fn exports_of(readers: u32) -> usize {
    usize::try_from(readers / 4).unwrap_or(1).max(1)
}

impl App {
    /// The server of these parts.
    pub fn new(parts: Parts) -> App {
        let auth = Auth::new(parts.base_domain.as_deref(), parts.password_effort);
        let platform = platform_of(&parts.packs);
        let limits = Limits::new(
            parts.bounds.clone(),
            parts.proxies.clone(),
            parts.store.clone(),
            parts.clock.clone(),
        );
        let read_only = ReadOnly::new(parts.read_only);
        App(Arc::new(Whole {
            parts,
            auth,
            calendars: Calendars::default(),
            own_packs: OwnPacks::default(),
            limits,
            read_only,
            mails: inbound::turns(),
            platform,
        }))
    }

    /// The present moment.
    pub fn now(&self) -> Instant {
        self.clock.now()
    }

    /// What was compiled of rows, and how often it was there.
    pub fn calendars(&self) -> &Calendars {
        &self.0.calendars
    }

    /// The packs of tenants that have fields of their own.
    pub(crate) fn own_packs(&self) -> &OwnPacks {
        &self.0.own_packs
    }

    /// Who is let in, how often, and how many at once.
    pub(crate) fn limits(&self) -> &Limits {
        &self.0.limits
    }

    /// Where nothing is changed just now.
    pub(crate) fn read_only(&self) -> &ReadOnly {
        &self.0.read_only
    }

    /// How many mails are taken in at once.
    pub(crate) fn mails(&self) -> &Places {
        &self.0.mails
    }

    /// The pack whose records of the platform an address names by that plural.
    pub(crate) fn platform_pack(&self, plural: &str) -> Option<&Arc<Pack>> {
        self.0.platform.get(plural)
    }

    /// The address by which people reach it, without a `/` at its end: what stands in letters is never made of what a request says.
    pub(crate) fn public_url(&self) -> Option<String> {
        let of_domain = || self.base_domain.as_deref().map(|domain| format!("https://{domain}"));
        self.public_url.clone().or_else(of_domain)
    }

    /// Who is signed in, and by what.
    pub fn auth(&self) -> &Auth {
        &self.0.auth
    }
}

/// The records of the platform of all packs, as addresses name them; no two packs have the same.
fn platform_of(packs: &BTreeMap<String, Arc<Pack>>) -> BTreeMap<String, Arc<Pack>> {
    let mut found = BTreeMap::new();
    for pack in packs.values() {
        for entity in pack.entities().iter().filter(|entity| entity.is_platform()) {
            found.insert(entity.address(), Arc::clone(pack));
        }
    }
    found
}

impl std::ops::Deref for App {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0.parts
    }
}

/// What tells the time: the machine, or a test.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> i64 + Send + Sync>);

impl Clock {
    /// The clock of the machine.
    pub fn system() -> Clock {
        Clock::of(|| {
            let since = SystemTime::now().duration_since(UNIX_EPOCH);
            since.map_or(0, |since| i64::try_from(since.as_micros()).unwrap_or(i64::MAX))
        })
    }

    /// A clock that tells microseconds since 1970.
    pub fn of(microseconds: impl Fn() -> i64 + Send + Sync + 'static) -> Clock {
        Clock(Arc::new(microseconds))
    }

    /// The present moment.
    #[expect(clippy::expect_used, reason = "1970 is a moment")]
    pub fn now(&self) -> Instant {
        let moment = Instant::from_microseconds((self.0)());
        moment.unwrap_or_else(|| Instant::from_microseconds(0).expect("the beginning of 1970"))
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Clock({})", self.now())
    }
}
