//! The database cut off and back: what stands between cuts all lines, lets nobody in, or swallows what is said, while many write and read.
//! Nobody is told anything but that they may come again, nobody waits longer than the server lets anybody wait, and once it is back all is
//! as it was acknowledged.

use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use ratebook_server::limits::Bounds;
use ratebook_server::platform::audit::sealer;
use ratebook_server_testing::{Answer, Base, Client, Served};
use serde_json::{Value, json};

const WRITERS: usize = 8;
const READERS: usize = 4;
/// How long an answer may take on this server.
const ANSWER: Duration = Duration::from_secs(15);
/// What a busy machine needs besides.
const SLACK: Duration = Duration::from_secs(5);
/// Once the database is back, so long it takes at most until everything is answered again.
const BACK: Duration = Duration::from_secs(10);

/// What is done with what is said over the lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// It is passed on.
    Passes,
    /// Nobody is let in.
    Refuses,
    /// It is taken, and passed on to nobody.
    Swallows,
    /// It is passed on, and a line is cut as soon as somebody commits on it, before that is answered.
    CutsBehindCommit,
}

/// What stands between a server and its database.
struct Between {
    address: SocketAddr,
    state: Arc<State>,
    accepts: Option<JoinHandle<()>>,
}

struct State {
    to: SocketAddr,
    way: Mutex<Way>,
    lines: Mutex<Vec<TcpStream>>,
    /// Of each line, whether something of it was lost.
    losses: Mutex<Vec<Arc<AtomicBool>>>,
    is_over: AtomicBool,
}

impl State {
    fn way(&self) -> Way {
        *self.way.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn cut(&self) {
        let mut lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        for line in lines.drain(..) {
            let _ = line.shutdown(Shutdown::Both);
        }
    }

    /// Nothing more is passed on over the lines that there are; others are let in.
    fn loses(&self) {
        let mut losses = self.losses.lock().unwrap_or_else(PoisonError::into_inner);
        for is_lost in losses.drain(..) {
            is_lost.store(true, Ordering::Relaxed);
        }
    }

    /// Lets in whoever comes, but while nobody is: then nobody listens there.
    fn accepts(self: Arc<Self>, listener: TcpListener) {
        let address = listener.local_addr().expect("an address");
        let mut listener = Some(listener);
        while !self.is_over.load(Ordering::Relaxed) {
            match (self.way(), listener.take()) {
                (Way::Refuses, open) => {
                    drop(open);
                    self.cut();
                }
                (_, None) => listener = listens(address),
                (_, Some(open)) => {
                    if let Ok((stream, _)) = open.accept() {
                        self.joins(stream);
                    }
                    listener = Some(open);
                }
            }
            thread::sleep(Duration::from_millis(2));
        }
    }

    /// A line of the server's, and the one to the database that it goes on over.
    fn joins(self: &Arc<Self>, server: TcpStream) {
        server.set_nonblocking(false).expect("a line");
        let database = TcpStream::connect(self.to).expect("the database");
        let mut lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        // Of a line of which something was lost, nothing more is passed on.
        let is_lost = Arc::new(AtomicBool::new(false));
        let mut losses = self.losses.lock().unwrap_or_else(PoisonError::into_inner);
        losses.push(Arc::clone(&is_lost));
        drop(losses);
        for (from, to) in [(&server, &database), (&database, &server)] {
            let (from, to) = (from.try_clone().expect("a line"), to.try_clone().expect("a line"));
            from.set_nodelay(true).expect("a line");
            lines.push(from.try_clone().expect("a line"));
            let (state, is_lost) = (Arc::clone(self), Arc::clone(&is_lost));
            thread::spawn(move || state.passes(from, to, &is_lost));
        }
    }

    fn passes(&self, mut from: TcpStream, mut to: TcpStream, is_lost: &AtomicBool) {
        let mut part = [0; 16 * 1_024];
        while let Ok(read @ 1..) = from.read(&mut part) {
            if self.way() == Way::Swallows {
                is_lost.store(true, Ordering::Relaxed);
            }
            let commits = || part[..read].windows(6).any(|word| word == b"COMMIT");
            let is_cut = self.way() == Way::CutsBehindCommit && commits();
            // What is answered to it is lost.
            let was_lost = is_lost.fetch_or(is_cut, Ordering::Relaxed);
            if !was_lost && to.write_all(&part[..read]).is_err() {
                break;
            }
            if is_cut {
                // The database has done so by then.
                thread::sleep(Duration::from_millis(500));
                break;
            }
        }
        // Nor is it passed on meanwhile that somebody has gone.
        while self.way() == Way::Swallows && !self.is_over.load(Ordering::Relaxed) {
            thread::sleep(Duration::from_millis(20));
        }
        let _ = from.shutdown(Shutdown::Both);
        let _ = to.shutdown(Shutdown::Both);
    }
}

fn listens(address: SocketAddr) -> Option<TcpListener> {
    let listener = TcpListener::bind(address).ok()?;
    listener.set_nonblocking(true).ok()?;
    Some(listener)
}

impl Between {
    fn at(to: SocketAddr) -> Between {
        let listener = listens("127.0.0.1:0".parse().expect("an address")).expect("a port");
        let address = listener.local_addr().expect("an address");
        let state = Arc::new(State {
            to,
            way: Mutex::new(Way::Passes),
            lines: Mutex::default(),
            losses: Mutex::default(),
            is_over: AtomicBool::new(false),
        });
        let own = Arc::clone(&state);
        let accepts = Some(thread::spawn(move || own.accepts(listener)));
        Between {
            address,
            state,
            accepts,
        }
    }

    fn does(&self, way: Way) {
        *self.state.way.lock().unwrap_or_else(PoisonError::into_inner) = way;
    }
}

impl Drop for Between {
    fn drop(&mut self) {
        self.state.is_over.store(true, Ordering::Relaxed);
        if let Some(accepts) = self.accepts.take() {
            let _ = accepts.join();
        }
        self.state.cut();
    }
}

/// What all of them were told meanwhile.
#[derive(Default)]
struct Told {
    /// The records that were acknowledged, by their keys.
    kept: Mutex<BTreeMap<String, String>>,
    /// How often each status was answered.
    statuses: Mutex<BTreeMap<u16, u32>>,
    /// What should not have been answered.
    wrong: Mutex<Vec<String>>,
}

impl Told {
    /// Whether it was carried out; what may be answered besides is that they may come again.
    fn hears(&self, what: &str, began: Instant, answer: &Answer) -> bool {
        let mut statuses = self.statuses.lock().expect("nobody failed");
        *statuses.entry(answer.status).or_default() += 1;
        drop(statuses);
        let is_well = matches!(answer.status, 200 | 201);
        let may_come_again = match answer.status {
            503 | 504 => true,
            // By the same key, while what came first is still worked on.
            409 => what.starts_with("again"),
            _ => false,
        };
        let is_ours = answer.header("content-type") == Some("application/problem+json")
            && answer.json()["code"] == "engine.busy"
            && answer.header("retry-after").is_some();
        let took = began.elapsed();
        if !(is_well || may_come_again && is_ours) || took > ANSWER + SLACK {
            let fault = format!("{what}: {} after {took:?}: {}", answer.status, answer.text());
            self.wrong.lock().expect("nobody failed").push(fault);
        }
        is_well
    }

    fn is_wrong(&self) -> bool {
        !self.wrong.lock().expect("nobody failed").is_empty()
    }
}

fn ticket(subscriber: &str, key: &str) -> Value {
    json!({"subscriber_id": subscriber, "subject": key, "description": "Since this morning."})
}

/// Writes one record after the other, each under a key, and under the same again until it is acknowledged.
fn writes(client: &Client, (subscriber, name): (&str, &str), (told, is_over): (&Told, &AtomicBool)) {
    for number in 0.. {
        let key = format!("{name}-{number}");
        let mut what = format!("at first {key}");
        loop {
            if is_over.load(Ordering::Relaxed) || told.is_wrong() {
                return;
            }
            let began = Instant::now();
            let answer = client.ask(
                "POST",
                "/v1/tickets",
                Some(&ticket(subscriber, &key)),
                &[("idempotency-key", &key)],
            );
            if told.hears(&what, began, &answer) {
                let id = answer.json()["id"].as_str().expect("an id").to_owned();
                told.kept.lock().expect("nobody failed").insert(key, id);
                break;
            }
            what = format!("again {key}");
            thread::sleep(Duration::from_millis(100));
        }
    }
}

fn reads(client: &Client, (told, is_over): (&Told, &AtomicBool)) {
    while !is_over.load(Ordering::Relaxed) && !told.is_wrong() {
        let began = Instant::now();
        let answer = client.get("/v1/tickets?limit=20");
        if !told.hears("a list", began, &answer) {
            thread::sleep(Duration::from_millis(100));
        }
    }
}

/// Waits until the server says of itself that it can be asked, or that it cannot.
fn until_ready(client: &Client, is_ready: bool, within: Duration) {
    let began = Instant::now();
    loop {
        let answer = client.get("/readyz");
        if (answer.status == 200) == is_ready {
            let expected = if is_ready { 200 } else { 503 };
            assert_eq!(answer.status, expected, "{}", answer.text());
            return;
        }
        assert!(began.elapsed() < within, "{}: {}", answer.status, answer.text());
        thread::sleep(Duration::from_millis(50));
    }
}

/// All records of a list, page by page.
fn all(client: &Client, path: &str) -> Vec<Value> {
    let (mut items, mut address) = (Vec::new(), path.to_owned());
    loop {
        let page = client.get(&address).is(200).json();
        items.extend(page["items"].as_array().expect("a page").iter().cloned());
        match page["next_cursor"].as_str() {
            Some(next) => address = format!("{path}&cursor={next}"),
            None => return items,
        }
    }
}

/// Cuts the database off in one way, and lets it come back.
fn cut_off(between: &Between, client: &Client, way: Way) {
    thread::sleep(Duration::from_millis(700));
    if way == Way::Passes {
        for _ in 0..5 {
            between.state.cut();
            thread::sleep(Duration::from_millis(300));
        }
    } else {
        between.does(way);
        until_ready(client, false, Duration::from_secs(10));
        // Whoever waited for an answer when it was cut off has given up by then.
        thread::sleep(ANSWER);
        until_ready(client, false, Duration::from_secs(10));
        between.does(Way::Passes);
    }
    until_ready(client, true, BACK);
}

/// What was acknowledged is there once, under its key and with its number; and nothing is there twice.
fn looked_at(owner: &Client, subscriber: &str, told: &Told) {
    let kept = told.kept.lock().expect("nobody failed");
    let tickets = all(owner, "/v1/tickets?limit=100");
    let mut found: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for ticket in &tickets {
        let text = |name: &str| ticket[name].as_str().expect("a text");
        found.entry(text("subject")).or_default().push(text("id"));
    }
    for (key, ids) in &found {
        assert_eq!(ids.len(), 1, "{key} was carried out more than once");
    }
    for (key, id) in kept.iter() {
        assert_eq!(
            found.get(key.as_str()),
            Some(&vec![id.as_str()]),
            "{key} was acknowledged"
        );
    }
    // Such as `TKT2026110042`.
    let number = |ticket: &Value| ticket["number"].as_str()?.get(9..)?.parse::<usize>().ok();
    let mut numbers: Vec<_> = tickets.iter().filter_map(number).collect();
    numbers.sort_unstable();
    assert!(numbers.iter().copied().eq(1..=tickets.len()), "{numbers:?}");
    for (key, id) in kept.iter().step_by(kept.len() / 200 + 1) {
        let again = owner.ask(
            "POST",
            "/v1/tickets",
            Some(&ticket(subscriber, key)),
            &[("idempotency-key", key)],
        );
        assert_eq!(again.is(201).json()["id"], json!(id), "{key}");
    }
    assert_eq!(all(owner, "/v1/tickets?limit=100").len(), tickets.len());
}

/// A tenant with a subscriber at a server that reaches its database by way of something else.
fn by_way_of(base: &Served) -> (Between, Served, Client, String) {
    let owner = base.tenant(&base.operator(), "acme");
    let id = |answer: Answer| answer.is(201).json()["id"].as_str().expect("an id").to_owned();
    let plan = json!({"name": "Home", "download_mbps": 100, "upload_mbps": 20, "price": {"amount": "29.90", "currency": "EUR"}});
    let plan = id(owner.post("/v1/service-plans", &plan));
    let ada = json!({"name": "Ada", "phone": "+34600000000", "address": "Calle Mayor 1", "service_plan_id": plan});
    let ada = id(owner.post("/v1/subscribers", &ada));
    let address = base.postgres().expect("PostgreSQL");
    let (before, after) = address.split_once('@').expect("an address");
    let (host, name) = after.split_once('/').expect("a database");
    let between = Between::at(host.parse().expect("an address"));
    let bounds = Bounds {
        answer: ANSWER,
        ..Bounds::default()
    };
    let served = base.beside_by_way_of(&format!("{before}@{}/{name}", between.address), bounds);
    let client = owner.elsewhere(served.url()).within(ANSWER * 4);
    (between, served, client, ada)
}

#[test]
fn a_question_on_which_the_database_works_is_answered_however_long_that_takes() {
    let base = Served::start(Base::Postgres);
    let (_between, _served, client, ada) = by_way_of(&base);
    client.post("/v1/tickets", &ticket(&ada, "one")).is(201);
    let began = Instant::now();
    thread::scope(|scope| {
        let holds = "BEGIN; LOCK TABLE workbench__ticket IN ACCESS EXCLUSIVE MODE; SELECT pg_sleep(9); COMMIT";
        scope.spawn(|| base.carry_out(holds).expect("a lock"));
        thread::sleep(Duration::from_secs(1));
        let listed = client.get("/v1/tickets?limit=20").is(200).json();
        assert_eq!(listed["items"].as_array().expect("a page").len(), 1);
    });
    // It is longer than it is waited for who is silent.
    assert!(began.elapsed() > Duration::from_secs(8), "nothing stood in the way");
}

#[test]
fn a_line_that_loses_what_is_said_is_given_up_while_others_are_let_in() {
    let base = Served::start(Base::Postgres);
    let (between, _served, client, ada) = by_way_of(&base);
    client.post("/v1/tickets", &ticket(&ada, "one")).is(201);
    client.get("/v1/tickets?limit=20").is(200);
    // What works behind the scenes may hold every line that there is: whoever comes then is given a new one.
    let mut kept = vec![json!("one")];
    let (answer, began) = loop {
        between.state.loses();
        let began = Instant::now();
        let subject = format!("two-{}", kept.len());
        let answer = client.post("/v1/tickets", &ticket(&ada, &subject));
        if answer.status != 201 {
            break (answer, began);
        }
        kept.push(json!(subject));
        assert!(kept.len() < 20, "nothing was lost");
    };
    assert_eq!((answer.status, &answer.json()["code"]), (503, &json!("engine.busy")));
    assert!(answer.header("retry-after").is_some(), "{}", answer.text());
    assert!(began.elapsed() < ANSWER, "{:?}", began.elapsed());
    // No other line is left on which something could get lost.
    let began = Instant::now();
    client.post("/v1/tickets", &ticket(&ada, "three")).is(201);
    assert!(began.elapsed() < Duration::from_secs(2), "{:?}", began.elapsed());
    let mut subjects: Vec<Value> = all(&client, "/v1/tickets?limit=20")
        .iter()
        .map(|one| one["subject"].clone())
        .collect();
    subjects.reverse();
    kept.push(json!("three"));
    assert_eq!(subjects, kept);
}

#[test]
fn whether_it_was_kept_is_told_by_its_key_where_the_line_breaks_at_the_commit() {
    let base = Served::start(Base::Postgres);
    let (between, _served, client, ada) = by_way_of(&base);
    client.post("/v1/tickets", &ticket(&ada, "one")).is(201);
    let keyed = [("idempotency-key", "two")];
    let asked = || client.ask("POST", "/v1/tickets", Some(&ticket(&ada, "two")), &keyed);
    between.does(Way::CutsBehindCommit);
    let answer = asked();
    between.does(Way::Passes);
    assert_eq!((answer.status, &answer.json()["code"]), (504, &json!("engine.busy")));
    let told = answer.text();
    assert!(
        answer.header("retry-after").is_some() && told.contains("Idempotency-Key"),
        "{told}"
    );
    let again = asked().is(201).json();
    let tickets = all(&client, "/v1/tickets?limit=20");
    let ids: Vec<&Value> = tickets
        .iter()
        .filter(|one| one["subject"] == "two")
        .map(|one| &one["id"])
        .collect();
    assert_eq!(ids, [&again["id"]]);
}

#[test]
fn nothing_is_lost_and_nobody_waits_when_the_database_is_cut_off_and_comes_back() {
    let base = Served::start(Base::Postgres);
    let (between, _served, client, ada) = by_way_of(&base);
    let owner = client.clone().elsewhere(base.url());
    let told = Told::default();
    for way in [Way::Passes, Way::Refuses, Way::Swallows] {
        let is_over = AtomicBool::new(false);
        let (client, ada, told, is_over) = (&client, &ada, &told, &is_over);
        thread::scope(|scope| {
            for writer in 0..WRITERS {
                let name = format!("{way:?}-{writer}");
                scope.spawn(move || writes(client, (ada.as_str(), name.as_str()), (told, is_over)));
            }
            for _ in 0..READERS {
                scope.spawn(move || reads(client, (told, is_over)));
            }
            // Whatever fails here, they are told to end.
            let cut = thread::scope(|cutting| cutting.spawn(|| cut_off(&between, client, way)).join());
            let before = told.kept.lock().expect("nobody failed").len();
            let began = Instant::now();
            while cut.is_ok()
                && began.elapsed() < BACK
                && told.kept.lock().expect("nobody failed").len() < before + WRITERS
            {
                thread::sleep(Duration::from_millis(50));
            }
            let after = told.kept.lock().expect("nobody failed").len();
            is_over.store(true, Ordering::Relaxed);
            assert!(cut.is_ok(), "{way:?}: it does not say whether it can be asked");
            assert!(
                after >= before + WRITERS,
                "{way:?}: it does not go on: {before} and then {after}"
            );
        });
        let wrong = told.wrong.lock().expect("nobody failed");
        assert!(wrong.is_empty(), "{way:?}: {wrong:#?}");
    }
    let statuses = told.statuses.lock().expect("nobody failed").clone();
    assert!(statuses[&201] > 50 && statuses.contains_key(&503), "{statuses:?}");
    looked_at(&owner, &ada, &told);
    base.wait_for(sealer::everything(base.app())).expect("seals");
    let verified = owner.get("/v1/audit/verify").is(200).json();
    assert_eq!(
        (&verified["intact"], &verified["unsealed"]["count"]),
        (&json!(true), &json!(0)),
        "{verified}"
    );
}
