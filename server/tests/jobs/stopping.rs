//! A server that is told to end: whoever has asked by then is answered, whoever listens is told to come again, and it is back at once.

use std::convert::Infallible;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::thread;
use std::time::{Duration, Instant};

use bytes::Bytes;
use http_body_util::{BodyExt as _, StreamBody};
use hyper::body::Frame;
use hyper_util::rt::{TokioExecutor, TokioIo};
use ratebook_server_testing::{Base, Client, Served};
use serde_json::json;
use tokio::sync::mpsc;
use tokio_stream::wrappers::ReceiverStream;

use crate::events::Listener;
use crate::sockets::{PATH, Socket};
use crate::support::{subscriber, tenants};

/// So long a server takes at most to end.
const BACK: Duration = Duration::from_secs(5);
/// What has been sent has come, and what a server is told it knows.
const MOMENT: Duration = Duration::from_millis(500);

fn host(client: &Client) -> &str {
    client.url.strip_prefix("http://").expect("an address")
}

fn headers(client: &Client) -> [(&'static str, String); 3] {
    let token = client.token.as_deref().expect("somebody who is signed in");
    [
        ("authorization", format!("Bearer {token}")),
        ("x-tenant-id", client.tenant.clone().expect("a tenant")),
        ("content-type", "application/json".to_owned()),
    ]
}

/// Begins to write a ticket over HTTP/1: the head, and a part of the body.
fn over_http1(client: &Client, (part, rest): (&str, &str)) -> TcpStream {
    let mut line = TcpStream::connect(host(client)).expect("a line");
    line.set_read_timeout(Some(BACK * 4)).expect("a line");
    let own = headers(client)
        .map(|(name, value)| format!("{name}: {value}\r\n"))
        .concat();
    let (host, length) = (host(client), part.len() + rest.len());
    let head = format!("POST /v1/tickets HTTP/1.1\r\nhost: {host}\r\n{own}content-length: {length}\r\n\r\n{part}");
    line.write_all(head.as_bytes()).expect("a part");
    line
}

/// Answers a ticket that is written over HTTP/2, piece by piece.
async fn over_http2(client: Client, pieces: mpsc::Receiver<Result<Frame<Bytes>, Infallible>>) -> (u16, Bytes) {
    let stream = tokio::net::TcpStream::connect(host(&client)).await.expect("a line");
    let handshake = hyper::client::conn::http2::handshake(TokioExecutor::new(), TokioIo::new(stream));
    let (mut asks, line) = handshake.await.expect("HTTP/2");
    tokio::spawn(line);
    let mut request = hyper::Request::post(format!("{}/v1/tickets", client.url));
    for (name, value) in headers(&client) {
        request = request.header(name, value);
    }
    let body = StreamBody::new(ReceiverStream::new(pieces));
    let answer = asks.send_request(request.body(body).expect("a request"));
    let answer = answer.await.expect("an answer");
    let status = answer.status().as_u16();
    let body = answer.into_body().collect().await.expect("a body");
    (status, body.to_bytes())
}

#[test]
fn whoever_has_asked_is_answered_and_whoever_listens_is_told_before_a_server_is_back() {
    let mut served = Served::start(Base::Sqlite);
    let (client, ada) = {
        let [owner, _] = tenants(&served);
        let ada = subscriber(&owner, "Ada");
        let client = owner.client.borrow().clone();
        (client, ada)
    };
    let ticket = json!({"subscriber_id": ada, "subject": "No line", "description": "Since this morning."}).to_string();
    let (part, rest) = ticket.split_at(ticket.len() / 2);
    let (mut socket, listener) = (Socket::of(&client, PATH), Listener::at(&client, "/v1/events", &[]));
    let mut slow = over_http1(&client, (part, rest));
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let (pieces, taken) = mpsc::channel(2);
    let piece = |text: &str| Ok(Frame::data(Bytes::copy_from_slice(text.as_bytes())));
    pieces.blocking_send(piece(part)).expect("somebody who asks");
    let slower = runtime.spawn(over_http2(client.clone(), taken));
    thread::sleep(MOMENT);

    let told = Instant::now();
    served.told_to_end();
    thread::sleep(MOMENT);
    TcpStream::connect(host(&client)).expect_err("nobody who comes now is taken in");
    slow.write_all(rest.as_bytes()).expect("the rest");
    pieces.blocking_send(piece(rest)).expect("somebody who asks");
    drop(pieces);
    let mut answer = String::new();
    slow.read_to_string(&mut answer).expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 201"), "{answer}");
    let (status, body) = runtime.block_on(slower).expect("an answer");
    assert_eq!(status, 201, "{body:?}");
    assert_eq!(socket.closed().0, 1001);
    drop(socket);
    assert!(listener.is_over());
    served.until_ended();
    assert!(told.elapsed() < BACK, "{:?}", told.elapsed());
}
