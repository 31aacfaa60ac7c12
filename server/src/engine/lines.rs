//! Many questions to one definition, line by line: each is answered when it has come.

use axum::body::{Body, Bytes};
use axum::http::{Response, header};
use axum::response::IntoResponse;
use bytes::{Buf, BytesMut};
use http_body_util::BodyExt;
use ratebook::api::{self, Loaded, Operation};
use ratebook::form::MAX_JSON_BYTES;
use ratebook::{Code, Error, Reason};
use serde_json::json;
use tokio::sync::mpsc;
use tokio::time;
use tokio_stream::wrappers::ReceiverStream;

use super::{Chunk, asked, question};
use crate::limits;
use crate::problem::Problem;

/// Answers that wait for a slow reader before no more questions are read.
const WAITING: usize = 64;

pub(super) async fn answer(operation: Operation, body: Body) -> Response<Body> {
    let mut lines = Lines {
        body,
        read: BytesMut::new(),
        searched: 0,
        ended: false,
    };
    let first = match limits::aside(time::timeout(limits::patience(), lines.next())).await {
        Ok(Ok(Ok(first))) => first.unwrap_or_default(),
        Ok(Ok(Err(problem))) | Err(problem) => return problem.into_response(),
        Ok(Err(_)) => {
            let message = "the first line has not come for too long";
            return Problem::of_reason(408, Reason::new(Code::RequestJson, "", message)).into_response();
        }
    };
    let loaded =
        tokio::task::spawn_blocking(move || question(&first).and_then(|(given, _)| api::load_json(operation, &given)))
            .await;
    let handle = match loaded {
        Ok(Ok(handle)) => handle,
        Ok(Err(error)) => return Problem::from(error).into_response(),
        Err(_) => {
            return Problem::from(Error::new(
                Code::EngineDefect,
                "",
                "a defect in ratebook itself stopped this call",
            ))
            .into_response();
        }
    };
    let (send, receive) = mpsc::channel::<Chunk>(WAITING);
    tokio::spawn(answer_lines(operation, handle, lines, send));
    let stream = Body::from_stream(ReceiverStream::new(receive));
    ([(header::CONTENT_TYPE, "application/x-ndjson")], stream).into_response()
}

async fn answer_lines(operation: Operation, handle: Option<Loaded>, mut lines: Lines, send: mpsc::Sender<Chunk>) {
    let handle = std::sync::Arc::new(handle);
    loop {
        let told = match lines.next().await {
            Ok(None) => return,
            Ok(Some(line)) if line.trim_ascii().is_empty() => {
                tokio::task::yield_now().await;
                continue;
            }
            Ok(Some(line)) => {
                let handle = handle.clone();
                let work = move || match asked(operation, handle.as_ref().as_ref(), &line) {
                    Ok(answer) => format!("{{\"answer\":{answer}}}\n"),
                    Err(error) => format!("{}\n", json!({"error": Problem::from(error).to_json()})),
                };
                tokio::task::spawn_blocking(work).await.unwrap_or_default()
            }
            Err(problem) => {
                // What could not be read whole is told, and nothing behind it is.
                let last = format!("{}\n", json!({"error": problem.to_json()}));
                let _ = send.send(Ok(last.into())).await;
                return;
            }
        };
        if send.send(Ok(told.into())).await.is_err() {
            return;
        }
    }
}

/// The lines of a body, as they come.
struct Lines {
    body: Body,
    read: BytesMut,
    /// How far no line ends.
    searched: usize,
    ended: bool,
}

impl Lines {
    /// The next line without its end; nothing when there is none any more.
    async fn next(&mut self) -> Result<Option<Bytes>, Problem> {
        loop {
            let unsearched = self.read.get(self.searched..).unwrap_or_default();
            if let Some(end) = unsearched.iter().position(|byte| *byte == b'\n') {
                let end = self.searched + end;
                self.searched = 0;
                // The rest stays where it is.
                let line = self.read.split_to(end);
                self.read.advance(1);
                return Ok(Some(line.freeze()));
            }
            self.searched = self.read.len();
            if self.ended {
                self.searched = 0;
                let last = std::mem::take(&mut self.read);
                return Ok(Some(last.freeze()).filter(|last| !last.is_empty()));
            }
            if self.read.len() > MAX_JSON_BYTES {
                let message = format!("a line has more than {MAX_JSON_BYTES} bytes");
                let reason = Reason::new(Code::RequestTooLarge, "", message).with("limit", MAX_JSON_BYTES);
                return Err(Error::from(reason).into());
            }
            match self.body.frame().await {
                None => self.ended = true,
                Some(Ok(frame)) => {
                    if let Ok(more) = frame.into_data() {
                        self.read.extend_from_slice(&more);
                    }
                }
                Some(Err(_)) => {
                    return Err(Problem::of_reason(
                        400,
                        Reason::new(Code::RequestJson, "", "the request broke off"),
                    ));
                }
            }
        }
    }
}
