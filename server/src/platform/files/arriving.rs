//! A file that arrives: written down, hashed and looked at on its way, and kept once nothing stands against it.

use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::body::Body;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use http_body_util::BodyExt;
use percent_encoding::percent_decode_str;
use ratebook::{Code, Reason};
use serde_json::json;
use sha2::{Digest, Sha256};
use tokio::fs::File;
use tokio::io::{AsyncReadExt, AsyncSeekExt, AsyncWriteExt};
use tokio::time::{Instant, timeout, timeout_at};
use uuid::Uuid;

use super::pictures::{self, Picture};
use super::place::{Named, Place, spool};
use super::sniff::{HEAD, type_of};
use super::{Files, Size};
use crate::limits;
use crate::platform::auth::written;
use crate::platform::caller::Caller;
use crate::problem::Problem;
use crate::records::parameters::Parameters;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{Entry, Failure, Own, RowCells, TenantTx};

/// How much more than is kept is let pass, so that whoever sends it learns why it is refused, instead of a broken line.
const DRAINED: u64 = 4;
/// How long a file may take to arrive, in lengths of the patience with each piece.
const PATIENT: u32 = 30;
/// A name has at most so many letters.
const MOST_OF_A_NAME: usize = 200;

/// A file that has arrived and is kept nowhere yet: it has no name, and is gone when nobody holds it any more.
pub(super) struct Arrived {
    file: File,
    pub(super) bytes: u64,
    hash: Sha256,
    head: Vec<u8>,
}

/// `POST /v1/files`: the bytes themselves, under the name in the address or in `Content-Disposition`.
pub(super) async fn arrive(
    State(app): State<App>,
    caller: Caller,
    RawQuery(address): RawQuery,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Problem> {
    let mut parameters = Parameters::read(address.as_deref())?;
    let name = parameters.take("name").or_else(|| name_in(&headers));
    parameters.finish()?;
    let place = app.files.place()?.clone();
    let Ok(_turn) = Arc::clone(&app.files.arriving).try_acquire_owned() else {
        let message = "as many files arrive just now as the server takes at once; try again in a moment";
        return Err(Failure::Busy(message.to_owned()).into());
    };
    let arrived = limits::aside(Arrived::read(body, &app.files)).await??;
    let told = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let told = told.and_then(|kind| kind.split(';').next()).unwrap_or_default();
    let row = Row::looked_at(&app, &caller, (name.as_deref(), told), arrived).await?;
    // Whoever sent it may hang up: what was begun is ended.
    let kept = tokio::spawn(async move { row.keep(&app, &place).await }).await;
    let row = kept.map_err(|error| Failure::defect(format!("keeping a file: {error}")))??;
    Ok(row.answer())
}

/// What a file is by its bytes that came as another one with something else, such as a mail, and whether it is kept as a picture.
pub(in crate::platform) fn kind_of(bytes: &[u8], told: &str) -> (&'static str, bool) {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let kind = type_of(head, &told.trim().to_ascii_lowercase());
    (kind, pictures::format_of(kind).is_some())
}

/// Keeps a file that came so, as if it had been sent by itself; under which id.
pub(in crate::platform) async fn take_in(
    app: &App,
    caller: &Caller,
    (name, told): (&str, &str),
    bytes: &[u8],
) -> Result<[u8; 16], Failure> {
    let place = app.files.place()?.clone();
    let arrived = Arrived::of(bytes, &app.files).await?;
    kept(app, caller, (name, told), (arrived, &place)).await
}

/// Keeps what has arrived by itself.
pub(super) async fn kept(
    app: &App,
    caller: &Caller,
    (name, told): (&str, &str),
    (arrived, place): (Arrived, &Place),
) -> Result<[u8; 16], Failure> {
    let row = Row::looked_at(app, caller, (Some(name), told), arrived).await?;
    let row = row.keep(app, place).await?;
    Ok(row.named.id)
}

impl Arrived {
    pub(super) fn nothing() -> Result<Arrived, Failure> {
        let file = tempfile::tempfile().map_err(|error| spool(&error))?;
        Ok(Arrived {
            file: File::from_std(file),
            bytes: 0,
            hash: Sha256::new(),
            head: Vec::new(),
        })
    }

    /// One of which all is here already.
    async fn of(bytes: &[u8], files: &Files) -> Result<Arrived, Failure> {
        let mut arrived = Arrived::nothing()?;
        arrived.bytes = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if arrived.bytes > files.limit {
            return Err(too_large(files.limit).into());
        }
        arrived.take(bytes).await.map_err(|error| spool(&error))?;
        arrived.flush().await?;
        Ok(arrived)
    }

    async fn read(mut body: Body, files: &Files) -> Result<Arrived, Problem> {
        let mut arrived = Arrived::nothing()?;
        let end = Instant::now() + files.patience * PATIENT;
        let slow = || {
            refused(
                408,
                Code::RequestRange,
                "the file came too slowly; nothing of it was kept",
            )
        };
        loop {
            let frame = timeout_at(end, timeout(files.patience, body.frame()));
            let Some(frame) = frame.await.map_err(|_| slow())?.map_err(|_| slow())? else {
                break;
            };
            let broken = |_| refused(400, Code::RequestJson, "the request broke off; nothing of it was kept");
            let Ok(piece) = frame.map_err(broken)?.into_data() else {
                continue;
            };
            arrived.bytes = arrived
                .bytes
                .saturating_add(u64::try_from(piece.len()).unwrap_or(u64::MAX));
            if arrived.bytes > files.limit.saturating_mul(DRAINED) {
                break;
            }
            if arrived.bytes <= files.limit {
                arrived.take(&piece).await.map_err(|error| spool(&error))?;
            }
        }
        if arrived.bytes > files.limit {
            return Err(Problem::of_reason(413, too_large(files.limit)));
        }
        if arrived.bytes == 0 {
            return Err(refused(
                422,
                Code::RequestMissing,
                "nothing was sent; a file has at least one byte",
            ));
        }
        arrived.flush().await?;
        Ok(arrived)
    }

    /// Has all of it written.
    pub(super) async fn flush(&mut self) -> Result<(), Failure> {
        self.file.flush().await.map_err(|error| spool(&error))
    }

    pub(super) async fn take(&mut self, piece: &[u8]) -> std::io::Result<()> {
        let left = HEAD.saturating_sub(self.head.len());
        self.head.extend(piece.iter().take(left));
        self.hash.update(piece);
        self.file.write_all(piece).await
    }
}

pub(super) fn too_large(limit: u64) -> Reason {
    let message = format!("a file has at most {limit} bytes; nothing of it was kept");
    Reason::new(Code::RequestTooLarge, "", message).with("limit", limit)
}

fn refused(status: u16, code: Code, message: &str) -> Problem {
    Problem::of_reason(status, Reason::new(code, "", message))
}

/// A picture, written anew; nothing where the file is none. One is read after the other, on a thread of its own.
async fn picture(files: &Files, arrived: &mut Arrived, kind: &str) -> Result<Option<Picture>, Failure> {
    let Some(format) = pictures::format_of(kind) else {
        return Ok(None);
    };
    let busy = || Failure::Busy("too many pictures are read just now; try again in a moment".to_owned());
    let turn = timeout(Duration::from_secs(60), files.pictures.clone().acquire_owned());
    let turn = turn.await.map_err(|_| busy())?.map_err(|_| busy())?;
    let mut bytes = Vec::with_capacity(usize::try_from(arrived.bytes).unwrap_or(0));
    arrived.file.rewind().await.map_err(|error| spool(&error))?;
    arrived
        .file
        .read_to_end(&mut bytes)
        .await
        .map_err(|error| spool(&error))?;
    let made = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        pictures::made_of(&bytes, format)
    });
    match made.await {
        Ok(made) => made.map(Some),
        Err(_) => Err(Reason::new(Code::RequestType, "", "the picture cannot be read").into()),
    }
}

/// What is written down of a file.
struct Row {
    named: Named,
    name: String,
    kind: &'static str,
    bytes: u64,
    hash: [u8; 32],
    made_by: String,
    at: i64,
    file: File,
    picture: Option<Picture>,
}

impl Row {
    /// Of what has arrived, once nothing stands against it.
    async fn looked_at(
        app: &App,
        caller: &Caller,
        (name, told): (Option<&str>, &str),
        mut arrived: Arrived,
    ) -> Result<Row, Failure> {
        let kind = type_of(&arrived.head, &told.trim().to_ascii_lowercase());
        if let Some(scanner) = &app.files.scanner {
            scanner.pass(&mut arrived.file, app.files.patience * 2).await?;
        }
        let picture = picture(&app.files, &mut arrived, kind).await?;
        Ok(Row::of(app, caller, name, (kind, arrived, picture)))
    }

    fn of(
        app: &App,
        caller: &Caller,
        name: Option<&str>,
        (kind, arrived, picture): (&'static str, Arrived, Option<Picture>),
    ) -> Row {
        let (bytes, hash) = match &picture {
            Some(picture) => (picture.bytes.len(), Sha256::digest(&picture.bytes)),
            None => (
                usize::try_from(arrived.bytes).unwrap_or(usize::MAX),
                arrived.hash.finalize(),
            ),
        };
        Row {
            named: Named {
                tenant: caller.tenant,
                id: Uuid::now_v7().into_bytes(),
            },
            name: plain(name.unwrap_or_default()),
            kind,
            bytes: u64::try_from(bytes).unwrap_or(u64::MAX),
            hash: hash.into(),
            made_by: caller.actor.id.clone(),
            at: app.now().microseconds(),
            file: arrived.file,
            picture,
        }
    }

    /// Keeps it: the row, the bytes, and that they are kept. Where anything fails both are gone, or are when the sweeper has been there.
    async fn keep(mut self, app: &App, place: &Place) -> Result<Row, Failure> {
        let (named, insert) = (self.named, self.values());
        app.store
            .write(named.tenant, move |mut tx| {
                Box::pin(async move {
                    tx.tell(
                        "INSERT INTO files (tenant_id, id, name, type, bytes, hash, width, height, made_by, created_at, state, uses, \
                         unnamed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'arriving', 0, $10)",
                        &insert,
                    )
                    .await
                })
            })
            .await?;
        let kept = match self.has_room(app).await {
            Ok(()) => self.keep_bytes(place).await,
            Err(failure) => Err(failure),
        };
        let kept = match kept {
            Ok(()) => self.told_kept(app).await,
            Err(failure) => Err(failure),
        };
        if let Err(failure) = kept {
            if place.remove(named).await.is_ok() {
                let gone = app.store.write(named.tenant, move |mut tx| {
                    Box::pin(async move {
                        tx.tell(
                            "DELETE FROM files WHERE tenant_id = $1 AND id = $2",
                            &[Bound::Id(named.id)],
                        )
                        .await
                    })
                });
                // What cannot be removed now is swept.
                let _ = gone.await;
            }
            return Err(failure);
        }
        Ok(self)
    }

    fn values(&self) -> [Bound; 9] {
        let picture = self.picture.as_ref();
        [
            Bound::Id(self.named.id),
            Bound::Text(self.name.clone()),
            Bound::Text(self.kind.to_owned()),
            Bound::Whole(i64::try_from(self.bytes).unwrap_or(i64::MAX)),
            Bound::Bytes(self.hash.to_vec()),
            Bound::whole(picture.map(|picture| picture.width.into())),
            Bound::whole(picture.map(|picture| picture.height.into())),
            Bound::Text(self.made_by.clone()),
            Bound::Whole(self.at),
        ]
    }

    /// Whether all files of the tenant are within its bounds. Each has its row before it asks, so that of two that come at once neither
    /// goes unseen.
    async fn has_room(&self, app: &App) -> Result<(), Failure> {
        let most = app.files.per_tenant;
        if most == u64::MAX {
            return Ok(());
        }
        let sum = app.store.read(self.named.tenant, |mut tx| {
            Box::pin(async move {
                let summed = "SELECT CAST(sum(bytes) AS BIGINT) FROM files WHERE tenant_id = $1";
                let rows = tx.ask(summed, &[]).await?;
                Ok(rows.first().map(|row| row.whole(0)).transpose()?.flatten())
            })
        });
        if sum.await?.and_then(|sum| u64::try_from(sum).ok()).unwrap_or(0) <= most {
            return Ok(());
        }
        let message = format!("all files of a tenant have at most {most} bytes; remove some that are not needed");
        let reason = Reason::new(Code::TenancyQuota, "", message).with("quota", "files");
        Err(reason.with("limit", most).into())
    }

    async fn keep_bytes(&mut self, place: &Place) -> Result<(), Failure> {
        let Some(picture) = &mut self.picture else {
            return place.keep(self.named, &mut self.file).await;
        };
        for (size, bytes) in [
            (Some(Size::Thumb), std::mem::take(&mut picture.thumb)),
            (Some(Size::Medium), std::mem::take(&mut picture.medium)),
            (None, std::mem::take(&mut picture.bytes)),
        ] {
            place.keep_bytes(self.named, size, bytes).await?;
        }
        Ok(())
    }

    async fn told_kept(&self, app: &App) -> Result<(), Failure> {
        let id = self.named.id;
        let changes = json!([
            {"field": "type", "after": self.kind},
            {"field": "bytes", "after": self.bytes},
        ]);
        let entry = Entry {
            at: self.at,
            actor: self.made_by.clone(),
            entity: Own::File.into(),
            record: id,
            action: "uploaded".to_owned(),
            changes: changes.to_string(),
        };
        let told = app.store.write(self.named.tenant, move |mut tx: TenantTx<'_>| {
            Box::pin(async move {
                let kept = "UPDATE files SET state = 'kept' WHERE tenant_id = $1 AND id = $2 AND state = 'arriving'";
                if tx.tell(kept, &[Bound::Id(id)]).await? != 1 {
                    return Err(Failure::defect("a file has gone while it arrived"));
                }
                tx.enter(entry);
                Ok(())
            })
        });
        told.await
    }

    fn answer(&self) -> Response {
        let hash = self
            .hash
            .iter()
            .fold(String::new(), |text, byte| format!("{text}{byte:02x}"));
        let mut answer = json!({
            "id": written(self.named.id),
            "name": self.name,
            "type": self.kind,
            "bytes": self.bytes,
            "sha256": hash,
            "created_at": ratebook::time::Instant::from_microseconds(self.at),
        });
        if let (Some(picture), Some(fields)) = (&self.picture, answer.as_object_mut()) {
            fields.insert("width".to_owned(), picture.width.into());
            fields.insert("height".to_owned(), picture.height.into());
        }
        (StatusCode::CREATED, Json(answer)).into_response()
    }
}

/// The name in `Content-Disposition`: `filename*` as RFC 8187 writes it, else `filename`.
fn name_in(headers: &HeaderMap) -> Option<String> {
    let told = headers.get(header::CONTENT_DISPOSITION)?;
    let told = std::str::from_utf8(told.as_bytes()).ok()?;
    let mut plain = None;
    for part in told.split(';').map(str::trim) {
        let Some((name, value)) = part.split_once('=') else {
            continue;
        };
        match name.trim().to_ascii_lowercase().as_str() {
            "filename*" => {
                let (_, rest) = value.split_once('\'')?;
                let (_, coded) = rest.split_once('\'')?;
                return Some(percent_decode_str(coded).decode_utf8().ok()?.into_owned());
            }
            "filename" => plain = Some(value.trim().trim_matches('"').to_owned()),
            _ => {}
        }
    }
    plain
}

/// A name without folders, without what cannot be seen or turns the order of letters round, and of a length that people read.
fn plain(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let unseen = |letter: char| {
        letter.is_control()
            || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    let seen: String = last
        .chars()
        .filter(|letter| !unseen(*letter))
        .take(MOST_OF_A_NAME)
        .collect();
    let seen = seen.trim().trim_start_matches('.');
    if seen.is_empty() {
        "file".to_owned()
    } else {
        seen.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_leads_nowhere_and_reads_as_it_is() {
        for (sent, kept) in [
            ("report.pdf", "report.pdf"),
            ("../../etc/passwd", "passwd"),
            ("C:\\temp\\a.txt", "a.txt"),
            ("a\r\nb\0.txt", "ab.txt"),
            ("inv\u{202e}fdp.exe", "invfdp.exe"),
            ("..", "file"),
            (".htaccess", "htaccess"),
            ("", "file"),
            ("Größe 1.png", "Größe 1.png"),
        ] {
            assert_eq!(plain(sent), kept, "{sent}");
        }
        assert_eq!(plain(&"x".repeat(1_000)).len(), MOST_OF_A_NAME);
    }

    #[test]
    fn a_name_is_read_out_of_a_header() {
        for (sent, name) in [
            ("attachment; filename=\"a b.pdf\"", Some("a b.pdf")),
            ("attachment; filename=a.pdf", Some("a.pdf")),
            (
                "inline; filename=\"x\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe.pdf",
                Some("Größe.pdf"),
            ),
            ("attachment", None),
            ("attachment; filename*=broken", None),
            ("attachment; filename*=UTF-8''%ff", None),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::CONTENT_DISPOSITION, sent.parse().expect("a header"));
            assert_eq!(name_in(&headers).as_deref(), name, "{sent}");
        }
    }
}
