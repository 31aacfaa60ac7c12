//! `ratebook-server backup` and `restore`.

use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ratebook::time::Instant;

use super::make::{Backup, make, restore, verify};
use crate::platform::moving;
use crate::platform::settings::{InstallationKey, Settings, Sources, Told};
use crate::platform::start::{as_it_is, file_of, is_postgres};

const USAGE: &str = "ratebook-server backup [--to FOLDER|FILE]\n\
                     ratebook-server backup --verify FILE\n\
                     ratebook-server backup --new-key";
const RESTORE_USAGE: &str = "ratebook-server restore --from FILE --to DATABASE";

/// What the words after `backup` ask for, carried out.
pub async fn backup(mut words: Vec<String>) -> Result<String, String> {
    if words == ["--new-key"] {
        let mut key = [0; 32];
        getrandom::fill(&mut key).map_err(|error| error.to_string())?;
        return Ok(format!("{}\n", STANDARD.encode(key)));
    }
    let file = taken(&mut words, "--verify", USAGE)?;
    let to = taken(&mut words, "--to", USAGE)?;
    let settings = settings(words)?;
    let key = key_of(&settings)?;
    if let Some(file) = file {
        if to.is_some() {
            return Err(USAGE.to_owned());
        }
        let read = verify(Path::new(&file), &key).await?;
        return Ok(told(&read, "can be put back"));
    }
    let folder = settings.backups.folder.clone();
    if let Some(folder) = folder.as_ref().filter(|folder| to.is_none() && !folder.is_dir()) {
        return Err(format!("{}: there is no such folder", folder.display()));
    }
    let to = to.map(PathBuf::from).or(folder);
    let to = to.ok_or_else(|| format!("say where to: `--to`, or the setting `backup_to`\n{USAGE}"))?;
    let store = as_it_is(&settings).await?;
    let made = make(&store, &to, &key, now()?).await;
    store.close().await;
    Ok(told(&made?, "is kept"))
}

/// What the words after `restore` ask for, carried out; a line for each table.
pub async fn restored(mut words: Vec<String>) -> Result<String, String> {
    let (from, to) = (
        taken(&mut words, "--from", RESTORE_USAGE)?,
        taken(&mut words, "--to", RESTORE_USAGE)?,
    );
    let (Some(from), Some(to)) = (from, to) else {
        return Err(RESTORE_USAGE.to_owned());
    };
    let key = key_of(&settings(words)?)?;
    let from = PathBuf::from(from);
    // Read to its end before there is anything of it elsewhere.
    let read = verify(&from, &key).await?;
    let is_new = !is_postgres(&to) && !Path::new(file_of(&to)).exists();
    let store = moving::opened(&to).await.map_err(|failure| failure.to_string())?;
    let put = restore(&from, &key, &store).await;
    store.close().await;
    if put.is_err() && is_new {
        for ending in ["", "-wal", "-shm"] {
            // What is not there need not go.
            let _ = std::fs::remove_file(format!("{}{ending}", file_of(&to)));
        }
    }
    let text = moving::lines(&put?);
    Ok(format!(
        "{text}{}",
        told(&read, "was put back; its secrets need the key of its installation")
    ))
}

fn told(backup: &Backup, what: &str) -> String {
    let packs = backup.head.shape.packs.iter().filter(|(name, _)| !name.contains("__"));
    let packs: Vec<String> = packs.map(|(name, version)| format!("{name} {version}")).collect();
    let hash = backup
        .sha256
        .as_ref()
        .map_or_else(String::new, |hash| format!("SHA-256 {hash}\n"));
    format!(
        "{} {what}: {} rows of {} tables, {} bytes\nmade at {} by {}, of {}\n{hash}",
        backup.file.display(),
        backup.rows,
        backup.tables,
        backup.bytes,
        backup.head.made_at,
        backup.head.server,
        packs.join(", ")
    )
}

/// The value of a flag, taken out of the words.
pub(super) fn taken(words: &mut Vec<String>, flag: &str, usage: &str) -> Result<Option<String>, String> {
    let Some(place) = words.iter().position(|word| word == flag) else {
        return Ok(None);
    };
    let own: Vec<String> = words.drain(place..words.len().min(place + 2)).collect();
    let value = own.into_iter().nth(1).filter(|value| !value.starts_with("--"));
    value.map(Some).ok_or_else(|| usage.to_owned())
}

pub(super) fn settings(words: Vec<String>) -> Result<Settings, String> {
    Told::read(&Sources::of_process(words)?)?.settings()
}

fn key_of(settings: &Settings) -> Result<InstallationKey, String> {
    let none = || {
        "backups are encrypted: set `RATEBOOK_BACKUP_KEY`, which `ratebook-server backup --new-key` makes".to_owned()
    };
    settings.backups.key.clone().ok_or_else(none)
}

pub(super) fn now() -> Result<Instant, String> {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_err(|error| error.to_string())?;
    let moment = i64::try_from(since.as_micros())
        .ok()
        .and_then(Instant::from_microseconds);
    moment.ok_or_else(|| "the clock of this machine is not set".to_owned())
}
