//! The load: so many connections that ask again as soon as they are answered.

use std::error::Error;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use bytes::Bytes;
use http_body_util::{BodyExt as _, Full};
use hyper::client::conn::http1::{self, SendRequest};
use hyper::{Request, Response, body::Incoming};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::task::JoinSet;

pub(crate) type Fault = Box<dyn Error + Send + Sync>;
pub(crate) type Asked = Request<Full<Bytes>>;
/// The request of a number.
pub(crate) type Asks = Arc<dyn Fn(u64) -> Asked + Send + Sync>;

/// Whoever is told of every answer that came: its status and its body.
pub(crate) type Hears = Arc<dyn Fn(u16, &Bytes) + Send + Sync>;

/// What a load came to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Measured {
    pub(crate) per_second: f64,
    /// Milliseconds.
    pub(crate) p50: f64,
    pub(crate) p95: f64,
    pub(crate) p99: f64,
    pub(crate) bytes: u64,
}

/// One connection.
pub(crate) struct Line {
    send: SendRequest<Full<Bytes>>,
}

impl Line {
    pub(crate) async fn to(address: SocketAddr) -> Result<Line, Fault> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        let (send, connection) = http1::handshake(TokioIo::new(stream)).await?;
        tokio::spawn(async move {
            // Whoever asks hears of it.
            let _ = connection.await;
        });
        Ok(Line { send })
    }

    pub(crate) async fn ask(&mut self, asked: Asked) -> Result<(u16, Bytes), Fault> {
        self.send.ready().await?;
        let answer: Response<Incoming> = self.send.send_request(asked).await?;
        let status = answer.status().as_u16();
        Ok((status, answer.into_body().collect().await?.to_bytes()))
    }
}

/// A request to a path, with a JSON body where there is one.
pub(crate) fn asked(method: &str, path: &str, headers: &[(&str, &str)], body: Option<&serde_json::Value>) -> Asked {
    let mut request = Request::builder().method(method).uri(path).header("host", "localhost");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let body = match body {
        Some(body) => {
            request = request.header("content-type", "application/json");
            Bytes::from(body.to_string())
        }
        None => Bytes::new(),
    };
    request.body(Full::new(body)).unwrap_or_default()
}

/// Over how many lines something is asked, by all of them together how often a second at most, and for how long.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Load {
    pub(crate) lines: usize,
    /// Nothing where each line asks again as soon as it is answered.
    pub(crate) pace: Option<u32>,
    pub(crate) lasts: Duration,
}

/// Asks for so long over so many lines, spread over these addresses, a tenth of it to warm up. Every answer has to be one that went
/// well. At a pace, what comes late counts from when it was to be asked.
pub(crate) async fn put(addresses: &[SocketAddr], load: Load, asks: &Asks) -> Result<Measured, Fault> {
    let nobody: Hears = Arc::new(|_, _| {});
    put_heard(addresses, load, asks, &nobody).await
}

/// The same where somebody hears every answer.
pub(crate) async fn put_heard(
    addresses: &[SocketAddr],
    load: Load,
    asks: &Asks,
    hears: &Hears,
) -> Result<Measured, Fault> {
    static NUMBER: AtomicU64 = AtomicU64::new(0);
    let Load { lines, pace, lasts } = load;
    let mut tasks = JoinSet::new();
    let mut all = Vec::new();
    for address in addresses.iter().cycle().take(lines) {
        all.push(Line::to(*address).await?);
    }
    let begun = Instant::now();
    let (from, until) = (begun + lasts / 10, begun + lasts + lasts / 10);
    let between = pace.map(|pace| Duration::from_secs(lines as u64) / pace);
    for (place, mut line) in all.into_iter().enumerate() {
        let (asks, hears) = (Arc::clone(asks), Arc::clone(hears));
        tasks.spawn(async move {
            let (mut each, mut bytes) = (Vec::new(), 0);
            let mut due = begun + between.unwrap_or_default() * place as u32 / lines as u32;
            loop {
                let sent = if between.is_some() { due } else { Instant::now() };
                if sent >= until {
                    return Ok::<_, Fault>((each, bytes));
                }
                if let Some(between) = between {
                    tokio::time::sleep_until(due.into()).await;
                    due += between;
                }
                let asked = line.ask(asks(NUMBER.fetch_add(1, Ordering::Relaxed)));
                // Who takes so long is not waited for.
                let Ok(told) = tokio::time::timeout(lasts * 2, asked).await else {
                    return Ok((each, bytes));
                };
                let (status, body) = told?;
                hears(status, &body);
                if !(200..300).contains(&status) {
                    return Err(format!("{status}: {}", String::from_utf8_lossy(&body)).into());
                }
                if sent >= from {
                    each.push(sent.elapsed());
                    bytes += body.len() as u64;
                }
            }
        });
    }
    let (mut all, mut bytes) = (Vec::new(), 0);
    while let Some(done) = tasks.join_next().await {
        let (each, own) = done??;
        all.extend(each);
        bytes += own;
    }
    let took = from.elapsed().as_secs_f64();
    all.sort_unstable();
    let at = |percent: usize| {
        all.get(all.len() * percent / 100)
            .map_or(f64::NAN, |one| one.as_secs_f64() * 1e3)
    };
    Ok(Measured {
        per_second: all.len() as f64 / took,
        p50: at(50),
        p95: at(95),
        p99: at(99),
        bytes: bytes / (all.len() as u64).max(1),
    })
}
