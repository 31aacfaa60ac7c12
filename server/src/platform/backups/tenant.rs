//! One tenant in one encrypted file, from one installation to another.

use std::path::Path;

use ratebook::time::Instant;
use tokio::sync::mpsc::{self, Receiver, Sender};

use super::make::{Backup, Part, WAITING, read, sent, unsealed};
use super::sealed::{Head, hex};
use crate::platform::accounts::id_of;
use crate::platform::auth::written;
use crate::platform::files::parts::{Arriving, SIZES, word};
use crate::platform::files::{Files, Named};
use crate::platform::settings::InstallationKey;
use crate::store::sql::Bound;
use crate::store::upgrade::Piece;
use crate::store::upgrade::tenant::{FILES, Leaving, Settled, Settling, end, files as of_files};
use crate::store::upgrade::{CopiedTable, Counted};
use crate::store::{Failure, Store, TenantKey, Vault};

/// Where a tenant is, and by what its secrets are sealed there.
#[derive(Clone, Copy, Debug)]
pub struct House<'h> {
    /// Its database.
    pub store: &'h Store,
    /// What seals secrets.
    pub vault: &'h Vault,
    /// Where files lie.
    pub files: &'h Files,
}

fn told(failure: Failure) -> String {
    failure.to_string()
}

/// Writes all that a tenant has into a file; before all of it is on the disk there is no file of its name.
pub async fn export(
    house: House<'_>,
    tenant: TenantKey,
    (to, key): (&Path, &InstallationKey),
    now: Instant,
) -> Result<Backup, String> {
    let at = |error: std::io::Error| format!("{}: {error}", to.display());
    if to.exists() {
        return Err(format!("{}: there is a file already", to.display()));
    }
    let leaving = Leaving::now(house.store, tenant).await.map_err(told)?;
    let mut head = Head::new(leaving.shape().clone(), now, key).map_err(at)?;
    head.tenant = Some(written(tenant));
    let part = Part::beside(to).map_err(at)?;
    let (send, receive) = mpsc::channel(WAITING);
    let (own, key) = (head.clone(), key.clone());
    let writing = tokio::task::spawn_blocking(move || part.write(receive, &own, &key));
    let given = given(house, (tenant, leaving), &send).await;
    drop(send);
    let done = writing.await.map_err(|error| error.to_string())?;
    let done = done.map_err(at)?;
    let tables = given.map_err(told)?;
    let (part, bytes, hash) = done.ok_or("the tenant was not given to its end")?;
    let kept = to.to_owned();
    let moved = tokio::task::spawn_blocking(move || part.keep_as(&kept)).await;
    moved.map_err(|error| error.to_string())?.map_err(at)?;
    Ok(Backup {
        file: to.to_owned(),
        bytes,
        sha256: Some(hex(&hash)),
        head,
        tables: u64::try_from(tables.len()).unwrap_or(u64::MAX),
        rows: tables.iter().map(|own| own.rows).sum(),
    })
}

async fn given(
    house: House<'_>,
    (tenant, mut leaving): (TenantKey, Leaving),
    out: &Sender<Piece>,
) -> Result<Vec<CopiedTable>, Failure> {
    leaving.give(house.store, house.vault, out).await?;
    let files = bytes_of(house.files, (tenant, leaving.files()), out).await?;
    let mut tables = leaving.given();
    tables.push(files);
    end(out, &tables).await?;
    Ok(tables)
}

/// The bytes of files, and of what was made of them.
async fn bytes_of(
    files: &Files,
    (tenant, ids): (TenantKey, &[[u8; 16]]),
    out: &Sender<Piece>,
) -> Result<CopiedTable, Failure> {
    let mut counted = Counted::default();
    send(out, Piece::Table(FILES.to_owned(), of_files())).await?;
    for id in ids {
        for size in SIZES {
            let (named, mut place) = (Named { tenant, id: *id }, 0_i64);
            let is_there = files.give(named, size, async |bytes| {
                let row = vec![
                    Bound::Id(*id),
                    Bound::Text(word(size).to_owned()),
                    Bound::Whole(place),
                    Bound::Bytes(bytes.to_vec()),
                ];
                place += 1;
                counted.row(&row);
                send(out, Piece::Rows(vec![row])).await
            });
            if !is_there.await? && size.is_none() {
                let message = format!(
                    "the file {} is not where files lie; the tenant cannot go without it",
                    written(*id)
                );
                return Err(Failure::defect(message));
            }
        }
    }
    let counted = counted.table(FILES);
    send(out, Piece::Counted(counted.clone())).await?;
    Ok(counted)
}

async fn send(out: &Sender<Piece>, piece: Piece) -> Result<(), Failure> {
    let gone = |_| Failure::defect("nobody takes what is read any more");
    out.send(piece).await.map_err(gone)
}

/// Reads the file of a tenant to its end: whether it can be taken in.
pub async fn verify(file: &Path, key: &InstallationKey) -> Result<(Backup, TenantKey), String> {
    let (own, key) = (file.to_owned(), key.clone());
    let reading = tokio::task::spawn_blocking(move || {
        let (head, mut unpacking) = unsealed(&own, &key)?;
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
    let read = read.map_err(|error: std::io::Error| format!("{}: {error}", file.display()))?;
    let tenant = read.head.tenant.as_deref().and_then(id_of);
    let none = || format!("{}: it is a backup, and no tenant", file.display());
    Ok((read, tenant.ok_or_else(none)?))
}

/// Takes a tenant in, all of it or nothing.
pub(super) async fn import(
    house: House<'_>,
    (file, key): (&Path, &InstallationKey),
    trusts: bool,
) -> Result<(Backup, Settled), String> {
    // Read to its end before there is anything of it elsewhere.
    let (read, tenant) = verify(file, key).await?;
    let at = |error: std::io::Error| format!("{}: {error}", file.display());
    let (head, unpacking) = unsealed(file, key).map_err(at)?;
    let begun = Settling::begin(house.store, house.vault, &head.shape, (tenant, trusts)).await;
    let mut settling = begun.map_err(told)?;
    let (send, mut receive) = mpsc::channel(WAITING);
    let reading = tokio::task::spawn_blocking(move || sent(unpacking, &send));
    let mut bytes = Arriving::of(house.files, tenant);
    let mut settled = taken(&mut settling, &mut bytes, &mut receive).await;
    drop(receive);
    if let Ok(Err(Some(error))) = reading.await {
        settled = Err(at(error));
    }
    let settled = match settled {
        Ok(()) => settling.finish(house.store).await.map_err(told),
        Err(why) => Err(why),
    };
    match settled {
        Ok(settled) => Ok((read, settled)),
        Err(why) => {
            // Where it is not known whether it was kept its bytes stay.
            if is_absent(house.store, tenant).await {
                bytes.undo().await;
            }
            Err(why)
        }
    }
}

async fn is_absent(store: &Store, tenant: TenantKey) -> bool {
    let text = "SELECT 1 FROM tenants WHERE id = $1";
    let rows = store.read_platform(move |mut tx| Box::pin(async move { tx.ask(text, &[Bound::Id(tenant)]).await }));
    rows.await.is_ok_and(|rows| rows.is_empty())
}

async fn taken(settling: &mut Settling, bytes: &mut Arriving<'_>, from: &mut Receiver<Piece>) -> Result<(), String> {
    let mut of_files = false;
    loop {
        let piece = from.recv().await.ok_or("the tenant could not be read to its end")?;
        let done = match piece {
            Piece::End { .. } => return Ok(()),
            Piece::Table(name, _) if name == FILES => {
                of_files = true;
                Ok(())
            }
            Piece::Rows(rows) if of_files => arrived(bytes, rows).await,
            Piece::Counted(_) if of_files => {
                of_files = false;
                bytes.keep().await
            }
            piece => settling.take(piece).await,
        };
        done.map_err(told)?;
    }
}

async fn arrived(bytes: &mut Arriving<'_>, rows: Vec<Vec<Bound>>) -> Result<(), Failure> {
    for row in rows {
        let [Bound::Id(id), Bound::Text(size), _, Bound::Bytes(own)] = row.as_slice() else {
            return Err(Failure::defect("a piece of a file that is none"));
        };
        bytes.take(*id, size, own).await?;
    }
    Ok(())
}
