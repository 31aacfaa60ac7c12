//! Clients that keep everybody waiting, or send too much: by hand, over bare lines.

use std::io::{Read as _, Write as _};
use std::net::{Shutdown, TcpStream};
use std::time::{Duration, Instant};

use ratebook_server::limits::Bounds;
use ratebook_server_testing::{Base, Served};

/// As long as these servers wait for a client.
const PATIENCE: Duration = Duration::from_millis(700);

fn served() -> (Served, Served) {
    let served = Served::start(Base::Sqlite);
    let hasty = served.beside_within(Bounds {
        client: PATIENCE,
        ..Bounds::default()
    });
    (served, hasty)
}

pub(crate) fn line(served: &Served) -> TcpStream {
    let address = served.url().strip_prefix("http://").expect("an address");
    let line = TcpStream::connect(address).expect("a line");
    line.set_read_timeout(Some(Duration::from_secs(20))).expect("a line");
    line
}

/// What comes until the line is closed; what was sent to one that is closed may break it.
pub(crate) fn rest(line: &mut TcpStream) -> String {
    let mut all = Vec::new();
    let mut part = [0; 4_096];
    loop {
        match line.read(&mut part) {
            Ok(0) => break,
            Ok(read) => all.extend_from_slice(&part[..read]),
            Err(error) => {
                assert!(
                    !matches!(
                        error.kind(),
                        std::io::ErrorKind::WouldBlock | std::io::ErrorKind::TimedOut
                    ),
                    "the line was not closed"
                );
                break;
            }
        }
    }
    String::from_utf8_lossy(&all).into_owned()
}

/// What is told of a request, whose line is closed behind it.
fn told(served: &Served, request: &[u8]) -> String {
    let mut line = line(served);
    // Whoever is refused in the middle is not heard to the end.
    let _ = line.write_all(request);
    rest(&mut line)
}

#[test]
fn a_line_on_which_no_request_is_made_is_closed() {
    let (_base, hasty) = served();
    for begun in [
        &b""[..],
        b"P",
        b"PRI",
        b"PRI * HTTP/2.0\r\n\r\nSM",
        b"GET /healthz HTTP/1.1\r\nhost: a\r\nx-slow: ",
    ] {
        let began = Instant::now();
        let mut line = line(&hasty);
        line.write_all(begun).expect("a beginning");
        rest(&mut line);
        let time = began.elapsed();
        assert!(
            time < PATIENCE * 10,
            "{} stayed for {time:?}",
            String::from_utf8_lossy(begun)
        );
    }
    // One that drips is no better.
    let mut dripping = line(&hasty);
    let began = Instant::now();
    let mut open = true;
    dripping
        .write_all(b"GET /healthz HTTP/1.1\r\nx-a: ")
        .expect("a beginning");
    while open && began.elapsed() < PATIENCE * 10 {
        open = dripping.write_all(b"a").is_ok();
        std::thread::sleep(Duration::from_millis(50));
    }
    assert!(!open, "it went on for {:?}", began.elapsed());
    // Nor one that has asked, and then asks nothing more.
    let mut idle = line(&hasty);
    idle.write_all(b"GET /healthz HTTP/1.1\r\nhost: a\r\n\r\n")
        .expect("a request");
    assert!(rest(&mut idle).starts_with("HTTP/1.1 200"));
    assert_eq!(hasty.anybody().get("/healthz").status, 200);
}

#[test]
fn a_body_that_trickles_is_cut_off_and_holds_no_place() {
    let (base, _) = served();
    let narrow = base.beside_within(Bounds {
        client: PATIENCE,
        at_once: 1,
        turn: Duration::from_millis(200),
        ..Bounds::default()
    });
    let mut slow = line(&narrow);
    let head =
        "POST /v1/auth/login HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{";
    slow.write_all(head.as_bytes()).expect("a beginning");
    std::thread::sleep(Duration::from_millis(100));
    let began = Instant::now();
    narrow.anybody().get("/v1/openapi.json").is(401);
    assert!(began.elapsed() < PATIENCE, "it waited for a body of somebody else's");
    for _ in 0..4 {
        slow.write_all(b" ").expect("a little more");
        std::thread::sleep(Duration::from_millis(100));
    }
    let answer = rest(&mut slow);
    assert!(answer.starts_with("HTTP/1.1 408"), "{answer}");
    assert!(answer.contains("more slowly than 8192 bytes a second"), "{answer}");
}

#[test]
fn too_much_is_refused_before_it_is_kept() {
    let (_base, hasty) = served();
    let many = (0..10_000)
        .map(|number| format!("x-{number}: a\r\n"))
        .collect::<String>();
    let answer = told(
        &hasty,
        format!("GET /healthz HTTP/1.1\r\nhost: a\r\n{many}\r\n").as_bytes(),
    );
    assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 431"), "{answer}");
    let few = (0..200).map(|number| format!("x-{number}: a\r\n")).collect::<String>();
    let answer = told(
        &hasty,
        format!("GET /healthz HTTP/1.1\r\nhost: a\r\n{few}\r\n").as_bytes(),
    );
    assert!(answer.starts_with("HTTP/1.1 431"), "{answer}");
    let long = "a".repeat(1_000_000);
    let answer = told(
        &hasty,
        format!("GET /healthz HTTP/1.1\r\nhost: a\r\nx-a: {long}\r\n\r\n").as_bytes(),
    );
    assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 431"), "{answer}");
    let path = "a".repeat(20_000);
    let answer = told(&hasty, format!("GET /{path} HTTP/1.1\r\nhost: a\r\n\r\n").as_bytes());
    assert!(answer.starts_with("HTTP/1.1 414"), "{answer}");
    assert!(answer.contains("request.too_large"), "{answer}");
    hasty.anybody().get("/healthz").is(200);
}

#[test]
fn a_hundred_megabytes_are_refused() {
    let served = Served::start(Base::Sqlite);
    let mut request = b"POST /v1/auth/login HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 100000000\r\n\r\n".to_vec();
    request.resize(request.len() + 100_000_000, b' ');
    // Whoever goes on sending may find the line closed before the answer has come.
    let answer = told(&served, &request);
    assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 413"), "{answer}");
    // A little too much is told.
    let sent = [("content-type", "application/json")];
    let answer = served
        .anybody()
        .send("POST", "/v1/engine/rates/price", Some(&vec![b' '; 40_000_000]), &sent);
    answer.fails(413, "request.too_large");
}

#[test]
fn several_requests_at_once_are_answered_in_their_order_also_behind_the_last_of_them() {
    let (_base, hasty) = served();
    let mut line = line(&hasty);
    let requests = "GET /healthz HTTP/1.1\r\nhost: a\r\n\r\nGET /nothing HTTP/1.1\r\nhost: a\r\n\r\n\
                    GET /healthz HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n";
    line.write_all(requests.as_bytes()).expect("requests");
    let answer = rest(&mut line);
    let statuses: Vec<_> = answer
        .match_indices("HTTP/1.1 ")
        .map(|(place, _)| &answer[place + 9..place + 12])
        .collect();
    assert_eq!(statuses, ["200", "404", "200"], "{answer}");
    // One that ends in the middle of a request keeps nothing open.
    let mut half = self::line(&hasty);
    half.write_all(b"POST /v1/auth/login HTTP/1.1\r\nhost: a\r\ncontent-length: 10\r\n\r\n{")
        .expect("a part");
    half.shutdown(Shutdown::Write).expect("an end");
    rest(&mut half);
}
