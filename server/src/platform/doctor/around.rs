//! What stands around an installation: settings that contradict each other, its key, its disks.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use ratebook::records::Pack;

use super::Findings;
use crate::limits::Together;
use crate::platform::settings::Settings;
use crate::platform::start::{self, file_of, is_postgres};
use crate::store::reached;

/// A disk is looked at when it has less than this share of it left, and acted on by that.
const LITTLE: u64 = 10;
const TOO_LITTLE: u64 = 3;
/// As many families of fonts are named.
const MOST_FAMILIES: usize = 20;

/// Settings that may be meant otherwise.
pub(super) fn settings(settings: &Settings, findings: &mut Findings) {
    let before = findings.0.len();
    let is_open = !settings.listen.ip().is_loopback();
    if settings.manners.cors_origins.iter().any(|origin| origin == "*") {
        let advice = "name the origins of your own pages in `cors_origins`";
        findings.look("settings", "pages of every origin may ask", advice);
    }
    if settings.demo && is_open {
        let advice = "set `demo = \"no\"` where others than you come in";
        findings.look("settings", "the demo is open to other machines", advice);
    }
    if is_open && settings.manners.hsts_seconds == 0 {
        let advice = "have a proxy with TLS before it, tell `proxies` its address, and set `hsts_seconds`";
        findings.look(
            "settings",
            "it listens to other machines, and nothing tells browsers to come over TLS",
            advice,
        );
    }
    if is_open && settings.bounds.rates.is_none() {
        let advice = "set `limits` to `memory`, or to `database` or `redis` where several servers count together";
        findings.look("settings", "nobody counts how often passwords are tried", advice);
    }
    if settings.read_only {
        let advice = "set `read_only = \"no\"` and start the server again once things may be changed";
        findings.look(
            "read only",
            "nothing is changed, and jobs wait: a setting says so",
            advice,
        );
    }
    if is_postgres(&settings.database) && settings.key.is_none() && settings.key_file.is_none() {
        let advice = "set `RATEBOOK_KEY` or `key_file`; the server does not start on PostgreSQL without";
        findings.act("settings", "the key of the installation is not told", advice);
    }
    if findings.0.len() == before {
        findings.ok("settings", "every setting can be read");
    }
}

/// The key of the installation, and who may read its file.
pub(super) fn key(settings: &Settings, findings: &mut Findings) {
    let path = match (&settings.key, &settings.key_file) {
        (Some(_), _) => return findings.ok("key", "the key of the installation is told"),
        (None, Some(path)) => path.clone(),
        (None, None) if is_postgres(&settings.database) => return,
        (None, None) => PathBuf::from(format!("{}.key", file_of(&settings.database))),
    };
    let lost = "without it no secret of the database can be read: put it back from where you keep it";
    match start::kept_key(&path) {
        Err(why) => findings.act("key", why, lost),
        Ok(_) if others_may_read(&path) => {
            let found = format!("{}: others than its owner may read the key", path.display());
            findings.act("key", found, format!("chmod 600 {}", path.display()));
        }
        Ok(_) => findings.ok("key", format!("{}: can be read; keep a copy elsewhere", path.display())),
    }
}

#[cfg(unix)]
fn others_may_read(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    path.metadata().is_ok_and(|told| told.permissions().mode() & 0o077 != 0)
}

#[cfg(not(unix))]
fn others_may_read(_: &Path) -> bool {
    false
}

/// Whether documents are set here, and whether the templates of the packs can be.
pub(super) async fn documents(settings: &Settings, packs: impl Iterator<Item = &Arc<Pack>>, findings: &mut Findings) {
    let printing: Vec<&Arc<Pack>> = packs.filter(|pack| !pack.definition().documents.is_empty()).collect();
    if printing.is_empty() {
        return;
    }
    let Some(program) = settings.documents.program() else {
        let advice = "put `ratebook-documents` beside `ratebook-server`, or name it by `documents`; whoever asks for a document is told so";
        return findings.look("documents", "documents are not installed here", advice);
    };
    match settings.documents.families(program).await {
        Ok(families) => {
            let found = format!("{} is ready, with {}", program.display(), fonts(&families));
            findings.ok("documents", found);
        }
        Err(why) => {
            let advice = "put the `ratebook-documents` of this release beside `ratebook-server`, or name it by `documents`, and mend what it says; \
                          until then documents are answered by 503";
            return findings.act("documents", why, advice);
        }
    }
    for pack in printing {
        let name = &pack.definition().name;
        let faults = settings.documents.faults(pack).await;
        if faults.is_empty() {
            let found = format!("{}: every document of `{name}` can be set", program.display());
            findings.ok("documents", found);
        }
        let advice = "mend the template of the pack that is named; everything else works without it";
        faults
            .iter()
            .for_each(|fault| findings.act("documents", fault.as_str(), advice));
    }
}

/// The fonts of a program, by the first of their families.
fn fonts(families: &[String]) -> String {
    let shown: Vec<String> = families
        .iter()
        .take(MOST_FAMILIES)
        .map(|name| format!("`{name}`"))
        .collect();
    let more = families.len() - shown.len();
    match (shown.is_empty(), more) {
        (true, _) => "no fonts at all".to_owned(),
        (false, 0) => format!("the fonts {}", shown.join(", ")),
        (false, more) => format!("the fonts {} and {more} more", shown.join(", ")),
    }
}

/// What lies between the server and a PostgreSQL. Whether that answers is told elsewhere.
pub(super) async fn pooler(settings: &Settings, findings: &mut Findings) {
    let address = &settings.database;
    if !is_postgres(address) {
        return;
    }
    let says = reached::says_it_is_lent(address);
    match reached::is_lent(address).await {
        Ok(true) if says => findings.ok(
            "pooler",
            "a pooler lends a connection for each transaction, and nothing is kept beyond one",
        ),
        Ok(true) => findings.act(
            "pooler",
            "a pooler lends another connection for each transaction, as PgBouncer does by `pool_mode = transaction`",
            "add `?statement-cache-capacity=0` to the address in `database`: what is prepared on one connection is asked of another one",
        ),
        Ok(false) if says => findings.ok(
            "pooler",
            "no pooler was seen that lends connections; without `statement-cache-capacity=0` questions are answered sooner",
        ),
        Ok(false) | Err(_) => {}
    }
}

/// The Redis by which servers count together.
pub(super) async fn redis(settings: &Settings, findings: &mut Findings) {
    let Some(Together::Redis(address)) = &settings.bounds.together else {
        return;
    };
    let advice = "look whether it runs, and whether `redis` names it; until then each server counts for itself";
    match address.answers().await {
        Ok(()) => findings.ok("redis", "it answers"),
        Err(why) => findings.look("redis", why, advice),
    }
}

/// The disks of the database and of the backups.
pub(super) fn disks(settings: &Settings, findings: &mut Findings) {
    let mut folders: Vec<PathBuf> = Vec::new();
    if !is_postgres(&settings.database) {
        let folder = Path::new(file_of(&settings.database)).parent();
        let folder = folder.filter(|folder| !folder.as_os_str().is_empty());
        folders.push(folder.unwrap_or(Path::new(".")).to_owned());
    }
    folders.extend(settings.backups.folder.clone());
    for folder in folders {
        disk(&folder, findings);
    }
}

#[cfg(unix)]
fn disk(folder: &Path, findings: &mut Findings) {
    let place = folder.display();
    let advice = "make room on the disk, or move the folder to a larger one";
    let told = match rustix::fs::statvfs(folder) {
        Ok(told) => told,
        Err(error) => {
            return findings.act(
                "disk",
                format!("{place}: {error}"),
                "make the folder, or name another one",
            );
        }
    };
    let share = |most: u64| told.f_blocks / 100 * most;
    let free = told.f_bavail.saturating_mul(told.f_frsize) / (1024 * 1024);
    let found = format!("{place}: {free} MiB are free");
    if told.f_bavail <= share(TOO_LITTLE) {
        findings.act("disk", found, advice);
    } else if told.f_bavail <= share(LITTLE) {
        findings.look("disk", found, advice);
    } else {
        findings.ok("disk", found);
    }
}

#[cfg(not(unix))]
fn disk(folder: &Path, findings: &mut Findings) {
    let found = format!("{}: how much is free is not known here", folder.display());
    findings.look("disk", found, "look at it yourself");
}
