//! A backup made, read again, and put back.

use std::fs::{File, OpenOptions};
use std::io::{self, BufReader, BufWriter, Read};
use std::path::{Path, PathBuf};

use ratebook::time::Instant;
use sha2::{Digest as _, Sha256};
use tokio::sync::mpsc::{self, Receiver, Sender};

use super::pieces::{self, Pieces};
use super::sealed::{Head, Opening, Sealing, hex};
use super::{BEGINNING, ENDING};
use crate::platform::settings::InstallationKey;
use crate::store::Store;
use crate::store::upgrade::{self, CopiedTable, Moment, Piece};

/// So many pieces wait for whoever is slower.
pub(super) const WAITING: usize = 4;
/// How hard it is compressed: as zstd does when nobody says.
const LEVEL: i32 = 3;

/// A backup that was made, or read.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Backup {
    /// Where it lies.
    pub file: PathBuf,
    /// Of how many bytes it is.
    pub bytes: u64,
    /// Its SHA-256, in hexadecimal digits; nothing where it was only read.
    pub sha256: Option<String>,
    /// What it tells of itself.
    pub head: Head,
    /// How many tables it has.
    pub tables: u64,
    /// How many rows.
    pub rows: u64,
}

/// What a backup of a moment is called.
fn name_of(now: Instant) -> String {
    let text = now.to_string();
    let digits: String = text.chars().take(19).filter(char::is_ascii_digit).collect();
    let (day, time) = digits.split_at_checked(8).unwrap_or((&digits, ""));
    format!("{BEGINNING}{day}-{time}{ENDING}")
}

/// Makes a backup in a folder, or of that name. Before all of it is on the disk there is no file of its name, and where anything stood
/// against it there is none of another name either.
pub async fn make(store: &Store, to: &Path, key: &InstallationKey, now: Instant) -> Result<Backup, String> {
    let file = if to.is_dir() {
        to.join(name_of(now))
    } else {
        to.to_owned()
    };
    let at = |error: io::Error| format!("{}: {error}", file.display());
    if file.exists() {
        return Err(format!("{}: there is a file already", file.display()));
    }
    let moment = Moment::now(store).await.map_err(|failure| failure.to_string())?;
    let head = Head::new(moment.shape().clone(), now, key).map_err(at)?;
    let part = Part::beside(&file).map_err(at)?;
    let (send, receive) = mpsc::channel(WAITING);
    let (own, key) = (head.clone(), key.clone());
    let writing = tokio::task::spawn_blocking(move || part.write(receive, &own, &key));
    let given = moment.give(store, &send).await;
    drop(send);
    let written = writing.await.map_err(|error| error.to_string())?;
    let written = written.map_err(at)?;
    let tables = given.map_err(|failure| failure.to_string())?;
    let (part, bytes, hash) = written.ok_or("the backup was not given to its end")?;
    let kept = file.clone();
    let moved = tokio::task::spawn_blocking(move || part.keep_as(&kept)).await;
    moved.map_err(|error| error.to_string())?.map_err(at)?;
    Ok(Backup {
        bytes,
        sha256: Some(hex(&hash)),
        head,
        tables: u64::try_from(tables.len()).unwrap_or(u64::MAX),
        rows: tables.iter().map(|own| own.rows).sum(),
        file,
    })
}

/// A file that is not whole yet; it goes unless it is kept.
pub(super) struct Part {
    path: PathBuf,
    file: File,
    is_kept: bool,
}

impl Part {
    pub(super) fn beside(file: &Path) -> io::Result<Part> {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let id = uuid::Uuid::now_v7().simple();
        let path = file.with_file_name(format!(".{name}.{id}.part"));
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(&path)?;
        let is_kept = false;
        Ok(Part { path, file, is_kept })
    }

    /// Writes all pieces; nothing where they do not come to their end.
    pub(super) fn write(
        self,
        mut pieces: Receiver<Piece>,
        head: &Head,
        key: &InstallationKey,
    ) -> io::Result<Option<(Part, u64, [u8; 32])>> {
        let sealing = Sealing::begin(BufWriter::new(&self.file), head, key)?;
        let mut packing = zstd::Encoder::new(sealing, LEVEL)?;
        let mut whole = false;
        while let Some(piece) = pieces.blocking_recv() {
            pieces::write(&mut packing, &piece)?;
            whole = matches!(piece, Piece::End { .. });
        }
        if !whole {
            return Ok(None);
        }
        let (out, bytes, hash) = packing.finish()?.finish()?;
        drop(out);
        self.file.sync_all()?;
        Ok(Some((self, bytes, hash)))
    }

    /// Gives it its name.
    pub(super) fn keep_as(mut self, file: &Path) -> io::Result<()> {
        std::fs::rename(&self.path, file)?;
        self.is_kept = true;
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
        File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        if !self.is_kept {
            // What cannot be removed is noticed by whoever looks at the folder.
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

pub(super) type Unpacking = zstd::Decoder<'static, BufReader<Opening<BufReader<File>>>>;

/// A backup of a whole installation, opened.
fn opened(file: &Path, key: &InstallationKey) -> io::Result<(Head, Unpacking)> {
    let (head, unpacking) = unsealed(file, key)?;
    match head.tenant {
        None => Ok((head, unpacking)),
        Some(_) => {
            let message = "it is one tenant and no backup; `ratebook-server tenant import` takes it in";
            Err(io::Error::new(io::ErrorKind::InvalidData, message))
        }
    }
}

pub(super) fn unsealed(file: &Path, key: &InstallationKey) -> io::Result<(Head, Unpacking)> {
    let (head, opening) = Opening::begin(BufReader::new(File::open(file)?), key)?;
    Ok((head, zstd::Decoder::new(opening)?))
}

/// What a backup tells of itself.
pub(super) fn head_of(file: &Path, key: &InstallationKey) -> io::Result<Head> {
    Opening::begin(BufReader::new(File::open(file)?), key).map(|(head, _)| head)
}

/// The SHA-256 of a file, in hexadecimal digits.
pub(super) fn hash_of(file: &Path) -> io::Result<String> {
    let (mut hash, mut file, mut bytes) = (Sha256::new(), File::open(file)?, vec![0; 64 * 1024]);
    loop {
        match file.read(&mut bytes)? {
            0 => return Ok(hex(&hash.finalize())),
            read => hash.update(bytes.get(..read).unwrap_or_default()),
        }
    }
}

/// Reads all pieces, the last one once nothing stands behind it.
pub(super) fn read(unpacking: &mut Unpacking, mut take: impl FnMut(Piece) -> io::Result<()>) -> io::Result<(u64, u64)> {
    let mut pieces = Pieces::default();
    loop {
        let piece = pieces.next(unpacking)?;
        let Piece::End { tables, rows } = piece else {
            take(piece)?;
            continue;
        };
        if unpacking.read(&mut [0])? > 0 {
            let message = "there is more behind the end of the backup";
            return Err(io::Error::new(io::ErrorKind::InvalidData, message));
        }
        take(piece)?;
        return Ok((tables, rows));
    }
}

/// Reads a backup to its end: whether it can be put back.
pub async fn verify(file: &Path, key: &InstallationKey) -> Result<Backup, String> {
    let (own, key) = (file.to_owned(), key.clone());
    let reading = tokio::task::spawn_blocking(move || {
        let (head, mut unpacking) = opened(&own, &key)?;
        let (tables, rows) = read(&mut unpacking, |_| Ok(()))?;
        let bytes = own.metadata()?.len();
        Ok(Backup {
            file: own,
            bytes,
            sha256: None,
            head,
            tables,
            rows,
        })
    });
    let read = reading.await.map_err(|error| error.to_string())?;
    read.map_err(|error: io::Error| format!("{}: {error}", file.display()))
}

/// Puts a backup back into a database in which there is nothing yet. All of it is kept, or nothing.
pub async fn restore(file: &Path, key: &InstallationKey, to: &Store) -> Result<Vec<CopiedTable>, String> {
    let at = |error: io::Error| format!("{}: {error}", file.display());
    let (head, unpacking) = opened(file, key).map_err(at)?;
    let (send, mut receive) = mpsc::channel(WAITING);
    let reading = tokio::task::spawn_blocking(move || sent(unpacking, &send));
    let restored = upgrade::restore(to, &head.shape, &mut receive).await;
    drop(receive);
    let read = reading.await.map_err(|error| error.to_string())?;
    match (restored, read) {
        (Ok(tables), Ok(())) => Ok(tables),
        (_, Err(Some(error))) => Err(at(error)),
        (Err(failure), _) => Err(failure.to_string()),
        (Ok(_), Err(None)) => Err("the backup was not read to its end".to_owned()),
    }
}

/// Sends all pieces; why not, where it was not for whoever takes them.
pub(super) fn sent(mut unpacking: Unpacking, send: &Sender<Piece>) -> Result<(), Option<io::Error>> {
    let mut is_taken = true;
    let done = read(&mut unpacking, |piece| {
        send.blocking_send(piece).map_err(|_| {
            is_taken = false;
            io::Error::other("nobody takes it")
        })
    });
    done.map(drop).map_err(|error| is_taken.then_some(error))
}

/// Whether a file begins as a backup does.
pub(super) fn is_one(file: &Path) -> bool {
    let mut beginning = [0; 16];
    let read = File::open(file).and_then(|mut file| file.read_exact(&mut beginning));
    read.is_ok() && beginning == *super::sealed::MAGIC
}
