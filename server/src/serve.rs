//! Who is on the line: taken in, heard for as long as they keep nobody waiting, and let go.
//!
//! Each line may be slow in three ways, and none lasts: the head of a request comes within a while, a body goes on coming, and what is
//! answered is read. A line on which nothing is asked is closed after as long.

use std::io::ErrorKind;
use std::net::SocketAddr;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{ConnectInfo, Request};
use hyper::body::Incoming;
use hyper::server::conn::{http1, http2};
use hyper::service::Service;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};
use tokio::time;
use tokio_io_timeout::TimeoutStream;

use crate::app;
use crate::platform::trace;
use crate::state::App;

/// As many lines there are at once; who comes then waits to be taken in.
const MOST_LINES: usize = 10_000;
/// The head of a request, with its first line, is no longer.
const MOST_OF_A_HEAD: usize = 64 * 1_024;
/// As many headers it has at most.
const MOST_HEADERS: usize = 100;
/// As many requests go over one line of HTTP/2 at once.
const MOST_STREAMS: u32 = 100;
/// How every line of HTTP/2 begins.
const OF_HTTP2: [u8; 3] = *b"PRI";
/// How often it is looked what else has come.
const LOOKED: Duration = Duration::from_millis(10);
/// So many times as long as for a head, a client may take to read, and a line of HTTP/2 to tell that it is still there.
const LONGER: u32 = 3;
/// When no more is taken in, what is being answered may take as long.
const LAST: Duration = Duration::from_secs(60);

/// Answers everybody until it is told to stop, and then those who have asked by then.
pub async fn serve(listener: TcpListener, app: App, told: impl Future<Output = ()>) {
    let line = Line {
        answers: TowerToHyperService::new(app::serving(app.clone())),
        client: app.limits().client(),
        stopping: app.stopping.subscribe(),
    };
    let places = Arc::new(Semaphore::new(MOST_LINES));
    let mut told = pin!(told);
    loop {
        let coming = async {
            let place = Arc::clone(&places).acquire_owned().await;
            (place, listener.accept().await)
        };
        let (place, accepted) = tokio::select! {
            () = &mut told => break,
            coming = coming => coming,
        };
        match accepted {
            Ok((stream, peer)) => {
                let line = line.clone();
                tokio::spawn(async move {
                    line.hear(stream, peer).await;
                    drop(place);
                });
            }
            Err(error) if is_of_one(error.kind()) => {}
            Err(error) => {
                // There are no more files to be had: others end in the meantime.
                trace::tell(&format!("nobody is taken in: {error}"));
                time::sleep(Duration::from_secs(1)).await;
            }
        }
    }
    drop((listener, line));
    app.stopping.send_replace(true);
    // Whoever is still on a line, or has made something else of it, listens for that as long.
    let _ = time::timeout(LAST, app.stopping.closed()).await;
}

/// Whether what went wrong is of one line alone.
fn is_of_one(kind: ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::ConnectionRefused | ErrorKind::ConnectionAborted | ErrorKind::ConnectionReset
    )
}

/// What every line is given.
#[derive(Clone)]
struct Line {
    answers: TowerToHyperService<Router>,
    client: Duration,
    stopping: watch::Receiver<bool>,
}

/// Who answers on a line, and knows who is at its other end.
struct Answers {
    answers: TowerToHyperService<Router>,
    peer: SocketAddr,
}

impl Service<Request<Incoming>> for Answers {
    type Response = <TowerToHyperService<Router> as Service<Request<Incoming>>>::Response;
    type Error = <TowerToHyperService<Router> as Service<Request<Incoming>>>::Error;
    type Future = <TowerToHyperService<Router> as Service<Request<Incoming>>>::Future;

    fn call(&self, mut request: Request<Incoming>) -> Self::Future {
        request.extensions_mut().insert(ConnectInfo(self.peer));
        self.answers.call(request)
    }
}

impl Line {
    /// What fails on a line is told to nobody: whoever was there has gone, or has been let go.
    async fn hear(mut self, stream: TcpStream, peer: SocketAddr) {
        let _ = stream.set_nodelay(true);
        let begun = tokio::select! {
            begun = time::timeout(self.client, is_of_http2(&stream)) => begun,
            _ = self.stopping.wait_for(|stops| *stops) => return,
        };
        let Ok(Some(of_http2)) = begun else { return };
        let answers = Answers {
            answers: self.answers,
            peer,
        };
        let mut stream = TimeoutStream::new(stream);
        stream.set_write_timeout(Some(self.client.saturating_mul(LONGER)));
        if of_http2 {
            // Who is there answers when it is asked, though it asks nothing itself.
            stream.set_read_timeout(Some(self.client.saturating_mul(2 * LONGER)));
            let mut builder = http2::Builder::new(TokioExecutor::new());
            builder
                .timer(TokioTimer::new())
                .max_concurrent_streams(MOST_STREAMS)
                .max_header_list_size(u32::try_from(MOST_OF_A_HEAD).unwrap_or(u32::MAX))
                .keep_alive_interval(self.client)
                .keep_alive_timeout(self.client);
            let heard = builder.serve_connection(TokioIo::new(Box::pin(stream)), answers);
            until_told(self.stopping, heard, |heard| heard.graceful_shutdown()).await;
        } else {
            let mut builder = http1::Builder::new();
            builder
                .timer(TokioTimer::new())
                .header_read_timeout(self.client)
                .max_headers(MOST_HEADERS)
                .max_buf_size(MOST_OF_A_HEAD);
            // What becomes a WebSocket is bounded as those are who follow what happens, and no more as a line.
            let heard = builder
                .serve_connection(TokioIo::new(Box::pin(stream)), answers)
                .with_upgrades();
            until_told(self.stopping, heard, |heard| heard.graceful_shutdown()).await;
        }
    }
}

/// Hears a line to its end: once the server is told to stop, to the end of what has been asked on it by then.
async fn until_told<C: Future>(mut stopping: watch::Receiver<bool>, heard: C, end: impl FnOnce(Pin<&mut C>)) {
    let mut heard = pin!(heard);
    tokio::select! {
        _ = heard.as_mut() => return,
        _ = stopping.wait_for(|stops| *stops) => {}
    }
    end(heard.as_mut());
    heard.await;
}

/// Whether a line begins as those of HTTP/2 do; nothing when it has ended before that is known.
async fn is_of_http2(stream: &TcpStream) -> Option<bool> {
    let mut first = [0; OF_HTTP2.len()];
    loop {
        let seen = stream.peek(&mut first).await.ok().filter(|seen| *seen > 0)?;
        let seen = first.get(..seen)?;
        if seen == OF_HTTP2 {
            return Some(true);
        }
        if !OF_HTTP2.starts_with(seen) {
            return Some(false);
        }
        time::sleep(LOOKED).await;
    }
}
