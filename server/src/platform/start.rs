//! From settings to a running server: the key, the database, the packs, the first operator.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use include_dir::{Dir, include_dir};
use ratebook::records::{CarriedOutRequest, Pack, ReadFilesRequest, read_files};
use ratebook::{Code, Error, Reason};
use serde_json::{Map, Value};

use super::demo::{self, Login};
use super::files::Place;
use super::jobs::Connectors;
use super::settings::{InstallationKey, KEY_FORM, Settings, key_of};
use super::setup::{self, FirstOperator};
use super::telemetry::Telemetry;
use super::{accounts, audit, auth, mail};
use crate::app;
use crate::spans::Collector;
use crate::state::{App, Parts};
use crate::store::sqlite::SqliteFile;
use crate::store::{Failure, Store, Vault, natives, upgrade};

/// A server that can be asked, and the token of its first set-up while it has none.
#[derive(Debug)]
pub struct Started {
    /// The server.
    pub app: App,
    /// What makes the first operator.
    pub setup_token: Option<String>,
    /// By what one signs in to look at the demo.
    pub login: Option<Login>,
}

/// What stands under `/v1/` beside the records of packs.
fn own_routes() -> BTreeSet<&'static str> {
    let paths = app::table().iter().filter_map(|route| route.path.strip_prefix("/v1/"));
    let first = paths.filter_map(|path| path.split('/').next());
    first.filter(|part| !part.starts_with('{')).collect()
}

/// A pack to begin with, as it lies in its folder.
static WORKBENCH: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/packs/workbench");

/// Opens everything; what is wrong, one on a line.
pub async fn start(settings: Settings) -> Result<Started, String> {
    let packs = served(&settings)?;
    let vault = Vault::new(&key(&settings)?.0);
    let files = settings.files.open(beside(&settings, "files").as_deref())?;
    let sign_in = settings.sign_in.open()?;
    let told = |failure: Failure| format!("the database: {failure}");
    let store = open(&settings).await.map_err(told)?;
    let login = match settings.demo && settings.operator.is_none() {
        true => {
            let asked = store.read_platform(|mut tx| Box::pin(async move { accounts::has_operator(&mut tx).await }));
            Login::kept(beside(&settings, "login").as_deref(), asked.await.map_err(told)?)?
        }
        false => None,
    };
    let mut parts = Parts::new(store, packs, vault);
    parts.base_domain = settings.base_domain;
    (parts.public_url, parts.sign_in) = (settings.public_url, sign_in);
    parts.answers_kept_hours = settings.answers_kept_hours;
    parts.manners = settings.manners;
    parts.proxies = settings.proxies;
    (parts.reachable, parts.dns) = (settings.webhooks_to, settings.dns);
    let tells = settings.telemetry;
    let collector = tells
        .otlp
        .as_ref()
        .map(|(address, percent)| Collector::at(address, *percent));
    let collector = collector.transpose().map_err(|error| format!("`otlp`: {error}"))?;
    parts.telemetry = Telemetry::new(collector, tells.logs_answers);
    parts.files = files;
    parts.documents = settings.documents;
    (parts.backups, parts.sandboxes) = (settings.backups, settings.sandboxes);
    if let Some(mail) = settings.mail {
        parts.connectors = parts.connectors.and(mail);
    }
    (parts.sms, parts.push) = (settings.sms, settings.push);
    (parts.bounds, parts.read_only) = (settings.bounds, settings.read_only);
    let operator = settings.operator.or_else(|| login.as_ref().map(Login::operator));
    let begun = begin(parts, operator, &settings.accept).await;
    let mut started = begun.map_err(|failure| match of_version(&failure) {
        true => format!("{}\n{OF_VERSION}", told(failure)),
        false => told(failure),
    })?;
    if settings.demo {
        let tenants = demo::tenants(&started.app).await.map_err(told)?;
        tokio::spawn(demo::fill(started.app.clone(), tenants));
        started.login = login;
    }
    Ok(started)
}

/// What is to be done about a pack that says something else than the tables of its version.
const OF_VERSION: &str = "raise `version` in its `pack.toml`, see what `ratebook-server migrate --plan` tells, and start again; labels, \
                          letters, documents, views, demo records and rules alone may change without it";

fn of_version(failure: &Failure) -> bool {
    let Failure::Refused(error) = failure else { return false };
    error.reasons().any(|reason| reason.path == "/before/version")
}

/// The pack that comes with the server, for who has none yet.
fn shipped() -> Result<BTreeMap<String, Arc<Pack>>, Vec<String>> {
    let mut files = Map::new();
    let mut folders = vec![&WORKBENCH];
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        for file in folder.files() {
            let text = file.contents_utf8().unwrap_or_default();
            files.insert(file.path().to_string_lossy().into_owned(), text.into());
        }
    }
    let pack = Folder::of(Path::new("workbench"), files).pack(&[], &Connectors::of_engine())?;
    Ok(BTreeMap::from([(pack.definition().name.clone(), Arc::new(pack))]))
}

/// A file beside that of SQLite.
pub(super) fn beside(settings: &Settings, ending: &str) -> Option<PathBuf> {
    let file = (!is_postgres(&settings.database)).then(|| file_of(&settings.database));
    file.map(|file| PathBuf::from(format!("{file}.{ending}")))
}

/// Sees to what a server needs before it is asked: the tables of its packs, the key that signs, the first operator.
pub async fn begin(mut parts: Parts, operator: Option<FirstOperator>, accept: &[String]) -> Result<Started, Failure> {
    natives::compare(&parts.store).await?;
    let carries = CarriedOutRequest::new(parts.connectors.effects());
    for pack in parts.packs.values() {
        pack.carried_out(&carries)?;
    }
    for pack in parts.packs.values_mut() {
        upgrade::upgrade_sealed(&parts.store, Some(&parts.vault), pack, accept).await?;
        *pack = Arc::new(upgrade::with_former_machines(&parts.store, pack).await?);
    }
    parts.former = upgrade::former_names(&parts.store).await?;
    parts.store.serve(parts.packs.values().map(Arc::as_ref));
    parts.store.look_what_is_left().await?;
    let app = App::new(parts);
    auth::prepare(&app).await?;
    let setup_token = setup::begin(&app, operator).await?;
    Ok(Started {
        app,
        setup_token,
        login: None,
    })
}

pub(super) fn is_postgres(database: &str) -> bool {
    database.starts_with("postgres://") || database.starts_with("postgresql://")
}

pub(super) fn file_of(database: &str) -> &str {
    database.strip_prefix("sqlite://").unwrap_or(database)
}

/// The database as it is, of the version of this server.
pub(super) async fn as_it_is(settings: &Settings) -> Result<Store, String> {
    let told = |failure: Failure| format!("the database: {failure}");
    let file = file_of(&settings.database);
    let store = if is_postgres(&settings.database) {
        Store::look_at_postgres(&settings.database).await.map_err(told)?
    } else if Path::new(file).exists() {
        Store::look_at_sqlite(&SqliteFile::new(file)).await.map_err(told)?
    } else {
        return Err(format!("{file}: there is no such file"));
    };
    let standing = store.standing().await.map_err(told)?;
    match standing.carried_out {
        Some(version) if version == standing.known => Ok(store),
        version => {
            let found = version.map_or("none".to_owned(), |version| format!("those of version {version}"));
            Err(format!(
                "the database has other tables than this server makes: {found}, and not those of version {}; use the server that works on \
                 it, or bring them there by `ratebook-server migrate`",
                standing.known
            ))
        }
    }
}

async fn open(settings: &Settings) -> Result<Store, Failure> {
    if is_postgres(&settings.database) {
        return Store::open_postgres(&settings.database, settings.connections).await;
    }
    let file = SqliteFile::new(file_of(&settings.database));
    Store::open_sqlite(&file, settings.readers).await
}

/// Copies every file to another place, such as `s3://bucket`; a line of how many it were.
pub async fn copy_files(settings: &Settings, to: &str) -> Result<String, String> {
    let from = settings.files.open(beside(settings, "files").as_deref())?;
    let other = Place::open(to, &settings.files.credentials)?;
    let place = from.place.ok_or("`files` says where they lie")?;
    let (files, bytes) = place.copy_to(&other).await?;
    Ok(format!("{files} files, {bytes} bytes\n"))
}

/// Brings the tables of every pack to its version, or tells what would be done; a line for each step.
pub async fn migrate(settings: &Settings, only_tells: bool) -> Result<String, String> {
    let packs = served(settings)?;
    let vault = Vault::new(&key(settings)?.0);
    let told = |failure: Failure| failure.to_string();
    let store = open(settings).await.map_err(told)?;
    let mut text = String::new();
    for pack in packs.values() {
        let plan = upgrade::plan(&store, pack, &settings.accept).await.map_err(told)?;
        text.push_str(&upgrade::told(&plan));
        for line in upgrade::lives_told(&store, pack).await.map_err(told)? {
            text.push_str(&format!("  lives  {line}\n"));
        }
        if !only_tells {
            let done = upgrade::upgrade_sealed(&store, Some(&vault), pack, &settings.accept);
            done.await.map_err(told)?;
        }
    }
    store.close().await;
    Ok(text)
}

/// Goes through the audit of every tenant and of the platform: a line for each, and whether all of them are as they were sealed.
pub async fn verify(settings: &Settings) -> Result<(String, bool), String> {
    let told = |failure: Failure| failure.to_string();
    let store = open(settings).await.map_err(told)?;
    let verified = audit::verify::installation(&store).await.map_err(told)?;
    store.close().await;
    Ok(verified)
}

/// The packs that are named, or the one that comes with the server.
pub(super) fn served(settings: &Settings) -> Result<BTreeMap<String, Arc<Pack>>, String> {
    if settings.packs.is_empty() {
        return shipped().map_err(|faults| faults.join("\n"));
    }
    packs(&settings.packs, &Connectors::of_engine())
}

/// The key that is told, else the one in the file, which is made where there is none yet beside a SQLite.
pub(super) fn key(settings: &Settings) -> Result<InstallationKey, String> {
    if let Some(key) = &settings.key {
        return Ok(key.clone());
    }
    let path = match &settings.key_file {
        Some(path) => path.clone(),
        None if is_postgres(&settings.database) => {
            return Err(format!(
                "on PostgreSQL the key of the installation has to be told: set `RATEBOOK_KEY` or `key_file`; {KEY_FORM}"
            ));
        }
        None => beside(settings, "key").unwrap_or_default(),
    };
    match std::fs::read_to_string(&path) {
        Ok(_) => kept_key(&path),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound && settings.key_file.is_none() => {
            // A database without its key would lose every secret in it.
            if Path::new(file_of(&settings.database)).exists() {
                return Err(format!(
                    "{}: the key of the database is gone; put it back, or tell it in `RATEBOOK_KEY`",
                    path.display()
                ));
            }
            made(&path).map_err(|error| format!("{}: {error}", path.display()))
        }
        Err(error) => Err(format!("{}: {error}", path.display())),
    }
}

/// The key that lies in a file.
pub(super) fn kept_key(path: &Path) -> Result<InstallationKey, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    key_of(&text).ok_or_else(|| format!("{}: {KEY_FORM}", path.display()))
}

/// A new key, in a file that its owner alone may read.
fn made(path: &Path) -> std::io::Result<InstallationKey> {
    let key = auth::random().map_err(|error| std::io::Error::other(error.to_string()))?;
    demo::keep(path, &STANDARD.encode(key))?;
    Ok(InstallationKey(key))
}

/// The packs of these folders by their names, whose effects these carry out; every fault of all of them, one on a line.
pub fn packs(folders: &[PathBuf], connectors: &Connectors) -> Result<BTreeMap<String, Arc<Pack>>, String> {
    let (mut packs, mut read, mut faults) = (BTreeMap::new(), Vec::new(), Vec::new());
    for path in folders {
        let mut files = Map::new();
        match gather(path, "", &mut files) {
            Ok(()) => read.push(Folder::of(path, files)),
            Err(fault) => faults.push(fault),
        }
    }
    for folder in &read {
        match folder.pack(&read, connectors) {
            Ok(pack) => {
                let name = pack.definition().name.clone();
                if packs.insert(name.clone(), Arc::new(pack)).is_some() {
                    faults.push(format!("{}: there is another pack `{name}`", folder.path.display()));
                }
            }
            Err(own) => faults.extend(own),
        }
    }
    faults.extend(shared(&packs));
    // What is wrong with a pack is wrong with all that need it as well.
    let mut told = BTreeSet::new();
    faults.retain(|fault| told.insert(fault.clone()));
    if faults.is_empty() {
        Ok(packs)
    } else {
        Err(faults.join("\n"))
    }
}

/// Records of the platform that two packs would have at one address, at which no tenant says which pack is meant.
fn shared(packs: &BTreeMap<String, Arc<Pack>>) -> Vec<String> {
    let mut whose: BTreeMap<String, &str> = BTreeMap::new();
    let mut faults = Vec::new();
    for (name, pack) in packs {
        for entity in pack.listings().iter().flat_map(|listings| listings.entities()) {
            let own = format!("public/{}", entity.plural());
            if let Some(other) = whose.insert(own, name).filter(|other| other != name) {
                faults.push(format!(
                    "the packs `{other}` and `{name}` both have public `{}`; name those of one otherwise",
                    entity.plural()
                ));
            }
        }
        for entity in pack.entities().iter().filter(|entity| entity.is_platform()) {
            for own in [entity.plural(), entity.name()] {
                match whose.insert(own.to_owned(), name) {
                    Some(other) if other != name => faults.push(format!(
                        "the packs `{other}` and `{name}` both have records of the platform that are called `{own}`; name those of one \
                         otherwise"
                    )),
                    _ => {}
                }
            }
        }
    }
    faults
}

/// A folder with the files of a pack.
struct Folder {
    path: PathBuf,
    files: Map<String, Value>,
}

impl Folder {
    fn of(path: &Path, files: Map<String, Value>) -> Folder {
        let path = path.components().collect();
        Folder { path, files }
    }

    /// What others call it.
    fn name(&self) -> String {
        self.path.to_string_lossy().into_owned()
    }

    /// The pack, together with those among all folders that it needs.
    fn pack(&self, all: &[Folder], connectors: &Connectors) -> Result<Pack, Vec<String>> {
        let told = |error: Error| error.reasons().map(|reason| self.line(reason, all)).collect::<Vec<_>>();
        let others = all.iter().filter(|other| other.path != self.path);
        let others = others.map(|other| (other.name(), other.files.clone()));
        let mut request = ReadFilesRequest::new(self.files.clone());
        request.others = others.collect();
        request.carries = Some(connectors.effects());
        let beside = request.others.iter().flat_map(|(folder, files)| {
            let paths = files.keys();
            paths.map(move |path| format!("{folder}/{path}"))
        });
        let names: BTreeSet<String> = self.files.keys().cloned().chain(beside).collect();
        let definition = read_files(request).map_err(told)?;
        let definition = serde_json::to_value(definition).map_err(|error| vec![error.to_string()])?;
        let pack = Pack::load(definition).map_err(told)?;
        let mut clashes = clashes(&pack, &names);
        for (letter, reason) in mail::faults(&pack) {
            let file = declared(&names, "mail", letter).unwrap_or_else(|| "pack.toml".to_owned());
            clashes.push(reason.with("file", file));
        }
        if clashes.is_empty() {
            Ok(pack)
        } else {
            Err(clashes.iter().map(|reason| self.line(reason, all)).collect())
        }
    }

    /// A fault with its file and its place in it. A file that is not its own is called by the folder of the pack that has it.
    fn line(&self, reason: &Reason, all: &[Folder]) -> String {
        let file: Option<String> = reason.detail("file");
        let is_beside = |file: &String| {
            let mut others = all.iter().map(|other| format!("{}/", other.name()));
            !self.files.contains_key(file) && others.any(|other| file.starts_with(&other))
        };
        let file = match file {
            None => self.path.clone(),
            Some(file) if is_beside(&file) => PathBuf::from(file),
            Some(file) => self.path.join(file),
        };
        let place = if reason.path.is_empty() {
            String::new()
        } else {
            format!(" {}", reason.path)
        };
        format!("{}{place}: {} [{}]", file.display(), reason.message, reason.code)
    }
}

/// The file that declares an entry of a list alone: of the pack itself, or of one that it needs.
fn declared(files: &BTreeSet<String>, list: &str, name: &str) -> Option<String> {
    let own = format!("{list}/{name}.toml");
    if files.contains(&own) {
        return Some(own);
    }
    let beside = format!("/{own}");
    files.iter().find(|file| file.ends_with(&beside)).cloned()
}

/// What of a pack would stand at an address of the server itself, and could not be asked.
fn clashes(pack: &Pack, files: &BTreeSet<String>) -> Vec<Reason> {
    let at = |list: &str, name: &str, place: &str, message: String| {
        let (file, path) = match declared(files, list, name) {
            Some(own) => (own, place.to_owned()),
            None => ("pack.toml".to_owned(), format!("/{list}")),
        };
        Reason::new(Code::DefinitionConflict, path, message).with("file", file)
    };
    let own = own_routes();
    let mut clashes = Vec::new();
    for entity in pack.entities().iter().filter(|entity| !entity.definition().native) {
        let plural = entity.address();
        if own.contains(plural.as_str()) {
            let message = format!(
                "`/v1/{plural}` is an address of the server itself; give `{}` another `plural`",
                entity.name()
            );
            let named = entity.definition().plural.is_some();
            clashes.push(at(
                "entities",
                entity.name(),
                if named { "/plural" } else { "/name" },
                message,
            ));
        }
    }
    clashes
}

/// The texts of a folder by their paths within it.
fn gather(folder: &Path, within: &str, files: &mut Map<String, Value>) -> Result<(), String> {
    let told = |path: &Path, error: std::io::Error| format!("{}: {error}", path.display());
    let entries = std::fs::read_dir(folder).map_err(|error| told(folder, error))?;
    for entry in entries {
        let path = entry.map_err(|error| told(folder, error))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        let inner = if within.is_empty() {
            name
        } else {
            format!("{within}/{name}")
        };
        if path.is_dir() {
            gather(&path, &inner, files)?;
        } else {
            let text = std::fs::read_to_string(&path).map_err(|error| told(&path, error))?;
            files.insert(inner, text.into());
        }
    }
    Ok(())
}
