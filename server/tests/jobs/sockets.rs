//! What happens, as those hear it who listen over a WebSocket: by hand, over bare lines, as pages of browsers come.

use std::io::{ErrorKind, Read as _, Write as _};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use ratebook_server::limits::Bounds;
use ratebook_server::manners::Manners;
use ratebook_server_testing::{Base, Client, Served};
use serde_json::{Value, json};

use crate::support::{subscriber, tenants, ticket, until};

pub(crate) const PATH: &str = "/v1/events/socket";
/// The example of RFC 6455, and what it is to be answered with.
const KEY: (&str, &str) = ("dGhlIHNhbXBsZSBub25jZQ==", "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
const TEXT: u8 = 1;
const BINARY: u8 = 2;
const CLOSE: u8 = 8;
const PING: u8 = 9;
const PONG: u8 = 10;

/// What was answered in place of a WebSocket.
#[derive(Debug, PartialEq)]
struct Refused {
    status: u16,
    code: String,
}

fn refused(status: u16, code: &str) -> Option<Refused> {
    let code = code.to_owned();
    Some(Refused { status, code })
}

/// Somebody at the other end of a WebSocket.
#[derive(Debug)]
pub(crate) struct Socket(TcpStream);

impl Socket {
    /// Opens one with these headers, as `name: value`.
    fn open(url: &str, path: &str, headers: &[String]) -> Result<Socket, Refused> {
        let host = url.strip_prefix("http://").expect("an address");
        let mut socket = Socket(TcpStream::connect(host).expect("a line"));
        socket.waits(Duration::from_secs(20));
        let own = ["connection: Upgrade", "upgrade: websocket", "sec-websocket-version: 13"].map(str::to_owned);
        let own = own
            .into_iter()
            .chain([format!("host: {host}"), format!("sec-websocket-key: {}", KEY.0)]);
        let headers: String = own.chain(headers.iter().cloned()).map(|line| line + "\r\n").collect();
        write!(socket.0, "GET {path} HTTP/1.1\r\n{headers}\r\n").expect("a request");
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            head.extend(socket.bytes(1).expect("a head"));
        }
        let head = String::from_utf8(head).expect("a head").to_lowercase();
        let header = |name: &str| {
            let mut lines = head.lines().filter_map(|line| line.split_once(": "));
            lines.find(|(own, _)| *own == name).map(|(_, value)| value.to_owned())
        };
        if head.starts_with("http/1.1 101") {
            assert_eq!(header("sec-websocket-accept"), Some(KEY.1.to_lowercase()));
            let offered = headers.contains("ratebook");
            assert_eq!(
                header("sec-websocket-protocol").as_deref(),
                offered.then_some("ratebook")
            );
            return Ok(socket);
        }
        let length = header("content-length").expect("a length").parse().expect("a length");
        let body: Value = serde_json::from_slice(&socket.bytes(length).expect("a body")).expect("a problem");
        Err(Refused {
            status: head.split(' ').nth(1).expect("a status").parse().expect("a status"),
            code: body["code"].as_str().expect("a code").to_owned(),
        })
    }

    /// Opens one as a page does: by sub-protocols alone.
    pub(crate) fn of(client: &Client, path: &str) -> Socket {
        let headers = [offered(client), format!("origin: {}", client.url)];
        Socket::open(&client.url, path, &headers).expect("a WebSocket")
    }

    fn waits(&self, time: Duration) {
        self.0.set_read_timeout(Some(time)).expect("a line");
    }

    /// So many bytes; nothing where the line is closed before.
    fn bytes(&mut self, length: usize) -> Option<Vec<u8>> {
        let mut bytes = vec![0; length];
        match self.0.read_exact(&mut bytes) {
            Ok(()) => Some(bytes),
            Err(error) => {
                let in_time = !matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut);
                assert!(in_time, "nothing came, and the line was not closed");
                None
            }
        }
    }

    /// The next frame: what it is, and what is in it.
    fn frame(&mut self) -> Option<(u8, Vec<u8>)> {
        let head = self.bytes(2)?;
        assert_eq!((head[0] & 0xf0, head[1] & 0x80), (0x80, 0), "whole, and not masked");
        let length = match usize::from(head[1]) {
            126 => {
                let length = self.bytes(2)?;
                usize::from(u16::from_be_bytes([length[0], length[1]]))
            }
            127 => panic!("as much as that is never told"),
            length => length,
        };
        Some((head[0] & 0x0f, self.bytes(length)?))
    }

    /// What is told next, whatever it is; whether they are still there, they are asked and say.
    fn told(&mut self) -> Option<(u8, Vec<u8>)> {
        loop {
            match self.frame()? {
                (PING, said) => self.says(PONG, &said),
                told => return Some(told),
            }
        }
    }

    /// The next event; how far they have come they may learn in between.
    pub(crate) fn hears(&mut self) -> Value {
        loop {
            let (kind, told) = self.told().expect("an event");
            assert_eq!(kind, TEXT, "{:?}", String::from_utf8_lossy(&told));
            let told: Value = serde_json::from_slice(&told).expect("JSON");
            assert!(told["id"].is_i64(), "{told}");
            if !told["event"].is_null() {
                return told;
            }
        }
    }

    /// Whether no event comes for so long.
    fn hears_nothing_for(&mut self, time: Duration) -> bool {
        let until = Instant::now() + time;
        while let Some(left) = until
            .checked_duration_since(Instant::now())
            .filter(|left| !left.is_zero())
        {
            self.waits(left);
            let comes = self.0.peek(&mut [0]);
            self.waits(Duration::from_secs(20));
            if comes.is_err() {
                continue;
            }
            match self.frame() {
                Some((PING, said)) => self.says(PONG, &said),
                Some((TEXT, told)) if !String::from_utf8_lossy(&told).contains("\"event\"") => {}
                _ => return false,
            }
        }
        true
    }

    pub(crate) fn hears_nothing(&mut self) -> bool {
        self.hears_nothing_for(Duration::from_millis(600))
    }

    /// Says that it is over, and hears so.
    pub(crate) fn leaves(&mut self) {
        self.says(CLOSE, &1_000_u16.to_be_bytes());
        assert_eq!(self.closed().0, 1000);
    }

    /// By which code it is closed, and why, whatever is told before.
    pub(crate) fn closed(&mut self) -> (u16, String) {
        loop {
            let (kind, told) = self.told().expect("a word that it is over");
            if kind == CLOSE {
                let code = u16::from_be_bytes([told[0], told[1]]);
                return (code, String::from_utf8(told[2..].to_vec()).expect("a reason"));
            }
        }
    }

    /// Reads to the end of the line.
    fn is_over(&mut self) {
        while self.frame().is_some() {}
    }

    /// Says something, masked as whoever asks has to; on a line that is closed it is lost.
    fn says(&mut self, kind: u8, what: &[u8]) {
        let mut frame = vec![0x80 | kind];
        match what.len() {
            short @ ..126 => frame.push(0x80 | u8::try_from(short).expect("short")),
            long => {
                frame.push(0x80 | 127);
                frame.extend(u64::try_from(long).expect("a length").to_be_bytes());
            }
        }
        let mask = [7, 77, 177, 222];
        frame.extend(mask);
        frame.extend(what.iter().zip(mask.iter().cycle()).map(|(byte, mask)| byte ^ mask));
        let _ = self.0.write_all(&frame);
    }
}

/// What a page offers.
fn offered(client: &Client) -> String {
    let token = client.token.as_deref().expect("somebody who is signed in");
    let tenant = client.tenant.as_deref().expect("a tenant");
    format!("sec-websocket-protocol: ratebook, bearer.{token}, tenant.{tenant}")
}

/// A pause of the server's, in which it would have let somebody go.
const HASTE: Duration = Duration::from_millis(500);

fn hasty(served: &Served) -> Served {
    served.beside_within(Bounds {
        client: HASTE,
        ..Bounds::default()
    })
}

#[test]
fn each_hears_what_they_may_read_once_and_again_behind_what_was_heard() {
    Served::on_both(|served| {
        let [owner, other] = tenants(served);
        let ada = subscriber(&owner, "Ada");
        served.work();
        let client = owner.client.borrow().clone();
        let technician = served.member(&client, "tech@example.com", &["technician"]);
        let account = technician.get("/v1/auth/me").is(200).json()["account"]["id"].clone();
        let [mut first, mut second] = [PATH, PATH].map(|path| Socket::of(&client, path));
        let mut only = Socket::of(&client, &format!("{PATH}?events=ticket:*"));
        let mut foreign = Socket::of(&other.client.borrow(), PATH);
        let mut theirs = Socket::of(&technician, PATH);
        owner
            .patch(&format!("/v1/subscribers/{ada}"), &json!({"name": "Ada Lovelace"}))
            .is(200);
        let own = ticket(&owner, &ada, &json!({"assignee": account}));
        let unassigned = ticket(&owner, &ada, &json!({}));
        served.work();
        let heard = [first.hears(), first.hears(), first.hears()];
        let told = heard
            .each_ref()
            .map(|one| (one["event"].clone(), one["data"]["id"].clone()));
        let expected = [
            ("subscriber:updated", &ada),
            ("ticket:created", &own),
            ("ticket:created", &unassigned),
        ];
        assert_eq!(told, expected.map(|(event, id)| (json!(event), json!(id))));
        assert!(
            heard.iter().all(|one| !one.to_string().contains("Lovelace")),
            "{heard:?}"
        );
        assert_eq!([second.hears(), second.hears(), second.hears()], heard);
        assert_eq!([only.hears(), only.hears()], [heard[1].clone(), heard[2].clone()]);
        // Of a ticket that is not theirs they hear nothing; whose ticket theirs is, they may know.
        assert_eq!([theirs.hears(), theirs.hears()], [heard[0].clone(), heard[1].clone()]);
        for listener in [&mut first, &mut second, &mut only, &mut theirs, &mut foreign] {
            assert!(listener.hears_nothing());
        }
        // The line broke behind the first: the rest is told again, once.
        drop(first);
        let mut again = Socket::of(&client, &format!("{PATH}?after={}", heard[0]["id"]));
        assert_eq!([again.hears(), again.hears()], [heard[1].clone(), heard[2].clone()]);
        assert!(again.hears_nothing());
        // What became of what is gone those hear who may read all, and others that they see it no more.
        owner.delete(&format!("/v1/tickets/{own}")).is(204);
        served.work();
        assert_eq!(second.hears()["event"], "ticket:deleted");
        let gone = theirs.hears();
        assert_eq!((&gone["event"], &gone["data"]["id"]), (&json!("gone"), &json!(own)));
    });
}

#[test]
fn nobody_listens_who_may_not() {
    let desk = "https://desk.example.com";
    let served = Served::start_with(
        Base::Sqlite,
        Manners {
            cors_origins: vec![desk.to_owned()],
            ..Manners::default()
        },
    );
    let [owner, other] = tenants(&served);
    let (owner, other) = (owner.client.borrow().clone(), other.client.borrow().clone());
    let opens = |path: &str, headers: &[String]| Socket::open(served.url(), path, headers).err();
    assert_eq!(opens(PATH, &[]), refused(401, "tenancy.not_signed_in"));
    let nothing = "sec-websocket-protocol: ratebook, bearer.nothing".to_owned();
    assert_eq!(opens(PATH, &[nothing]), refused(401, "tenancy.not_signed_in"));
    let elsewhere = offered(&other.clone().at("acme"));
    assert_eq!(opens(PATH, &[elsewhere]), refused(403, "tenancy.wrong_tenant"));
    let wrong = format!("{PATH}?after=x");
    assert_eq!(opens(&wrong, &[offered(&owner)]), refused(422, "request.range"));
    // No token is taken from an address, where everybody writes it down who passes it on.
    let token = owner.token.as_deref().expect("a token");
    let in_address = format!("{PATH}?token={token}");
    assert_eq!(opens(&in_address, &[]), refused(401, "tenancy.not_signed_in"));
    assert_eq!(opens(&in_address, &[offered(&owner)]), refused(422, "request.unknown"));
    // Whoever can set headers sets them.
    let headers = [format!("authorization: Bearer {token}"), "x-tenant-id: acme".to_owned()];
    assert_eq!(opens(PATH, &headers), None);
    for (origin, is_let_in) in [
        (served.url(), true),
        (desk, true),
        ("https://ratebook.test", true),
        ("https://evil.example.com", false),
        ("https://desk.example.com.evil.example.com", false),
        ("null", false),
    ] {
        let told = opens(PATH, &[offered(&owner), format!("origin: {origin}")]);
        let expected = (!is_let_in)
            .then(|| refused(403, "tenancy.permission_missing"))
            .flatten();
        assert_eq!(told, expected, "{origin}");
    }
    // Whoever asks as for any other answer learns how it is asked.
    let plain = owner.get(PATH).fails(426, "request.type");
    assert_eq!(plain.header("upgrade"), Some("websocket"));
}

#[test]
fn whoever_says_anything_is_told_so_and_let_go() {
    let served = Served::start(Base::Sqlite);
    let [owner, _] = tenants(&served);
    let client = owner.client.borrow().clone();
    let places = || served.app().followers.available_permits();
    let all = places();
    for (kind, said) in [(TEXT, &b"{\"subscribe\": \"*\"}"[..]), (BINARY, b"\0\xff")] {
        let mut socket = Socket::of(&client, PATH);
        socket.says(kind, said);
        let (code, reason) = socket.closed();
        assert_eq!(code, 1008, "{reason}");
        socket.says(CLOSE, &code.to_be_bytes());
        socket.is_over();
    }
    // Nobody reads to its end what is that long.
    let mut long = Socket::of(&client, PATH);
    long.says(TEXT, "a".repeat(1_000_000).as_bytes());
    long.is_over();
    // A sign that they are there is answered; a hundred at once are none.
    let mut signs = Socket::of(&client, PATH);
    signs.says(PING, b"there?");
    assert_eq!(signs.told(), Some((PONG, b"there?".to_vec())));
    for _ in 0..100 {
        signs.says(PING, b"");
    }
    let (code, reason) = loop {
        match signs.told() {
            Some((PONG, _)) => {}
            Some((CLOSE, told)) => break (u16::from_be_bytes([told[0], told[1]]), told),
            told => panic!("{told:?}"),
        }
    };
    assert_eq!(code, 1008, "{reason:?}");
    // Whoever says that it is over is answered the same.
    let mut leaving = Socket::of(&client, PATH);
    leaving.says(CLOSE, &1_000_u16.to_be_bytes());
    assert_eq!(leaving.closed().0, 1000);
    leaving.is_over();
    until(|| places() == all);
}

#[test]
fn whoever_gives_no_sign_is_let_go_and_who_does_stays() {
    let base = Served::start(Base::Sqlite);
    let [owner, _] = tenants(&base);
    let served = hasty(&base);
    let client = owner.client.borrow().clone().elsewhere(served.url());
    let places = || served.app().followers.available_permits();
    let all = places();
    let (began, mut silent) = (Instant::now(), Socket::of(&client, PATH));
    let mut there = Socket::of(&client, PATH);
    assert_eq!(places(), all - 2);
    assert!(there.hears_nothing_for(HASTE * 8), "whoever answers stays");
    until(|| places() == all - 1);
    silent.is_over();
    assert!(began.elapsed() < HASTE * 40, "it stayed for {:?}", began.elapsed());
    subscriber(&owner, "Ada");
    base.work();
    assert_eq!(there.hears()["event"], "service_plan:created");
    drop(there);
    until(|| places() == all);
}

#[test]
fn as_many_listen_as_there_are_places_for() {
    let served = Served::start(Base::Sqlite);
    let [owner, _] = tenants(&served);
    let client = owner.client.borrow().clone();
    let followers = &served.app().followers;
    let most = u32::try_from(followers.available_permits()).expect("places");
    let taken = followers.clone().try_acquire_many_owned(most - 1).expect("places");
    let last = Socket::of(&client, PATH);
    let full = Socket::open(&client.url, PATH, &[offered(&client)]).err();
    assert_eq!(full, refused(503, "engine.busy"));
    client.get("/v1/events").fails(503, "engine.busy");
    drop(last);
    until(|| followers.available_permits() == 1);
    drop((Socket::of(&client, PATH), taken));
}

#[test]
fn it_ends_with_the_session_with_the_token_and_with_the_server() {
    Served::on_both(|served| {
        let [owner, _] = tenants(served);
        let client = owner.client.borrow().clone();
        let support = served.member(&client, "support@example.com", &["support"]);
        let [mut of_session, mut of_token] = [&support, &client].map(|client| Socket::of(client, PATH));
        support.post("/v1/auth/logout", &json!({})).is(204);
        assert_eq!(of_session.closed(), (4401, "tenancy.not_signed_in".to_owned()));
        assert!(of_token.hears_nothing());
        served.pass(16 * 60);
        assert_eq!(of_token.closed(), (4401, "tenancy.not_signed_in".to_owned()));
        let again = served.signed_in("owner@acme.example.com").at("acme");
        let mut of_server = Socket::of(&again, PATH);
        assert!(of_server.hears_nothing());
        served.app().stopping.send_replace(true);
        assert_eq!(of_server.closed().0, 1001);
    });
}
