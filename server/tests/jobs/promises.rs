//! Promises of what is told and sent that hold for every pack, each by its number among those of the provider's back office. What happens is
//! chosen by chance, the same in every run.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use ratebook_server_testing::{Base, Chance, Client, Row, Served};
use serde_json::{Value, json};

use crate::events::{Listener, told};
use crate::mail::{letters, mailing};
use crate::smtp::{MailServer, Treats};
use crate::sockets::{PATH, Socket};
use crate::support::{subscriber, tenants, ticket, until};

/// An event: what happened, and to which record.
type Event = (String, Value);

/// Somebody who hears, and what they have to hear.
struct Hearer {
    stream: Listener,
    socket: Socket,
    expected: Vec<Event>,
}

impl Hearer {
    fn of(client: &Client) -> Hearer {
        Hearer {
            stream: Listener::at(client, "/v1/events?events=ticket:*", &[]),
            socket: Socket::of(client, &format!("{PATH}?events=ticket:*")),
            expected: Vec::new(),
        }
    }

    /// Hears all of it over both, and nothing else.
    fn check(&mut self) {
        for expected in &self.expected {
            let heard = self.stream.hears();
            assert_eq!(&(heard.event.clone(), told(&heard)["id"].clone()), expected);
            let heard = self.socket.hears();
            let event = heard["event"].as_str().unwrap_or_default().to_owned();
            assert_eq!(&(event, heard["data"]["id"].clone()), expected);
        }
        assert!(self.stream.hears_nothing() && self.socket.hears_nothing());
    }
}

#[test]
fn p57_each_change_is_heard_once_by_each_who_may_know_of_it_and_by_nobody_else() {
    Served::on_both(|served| {
        let mut chance = Chance::new(57);
        let owners = tenants(served);
        let ada = owners.each_ref().map(|owner| subscriber(owner, "Ada"));
        // Of each tenant its owner, who may know of every ticket, and two who may of those that are given to them.
        let mut people = Vec::new();
        for owner in &owners {
            let own = owner.client.borrow().clone();
            let slug = own.tenant.clone().expect("a tenant");
            let clerks = ["tim", "tom"].map(|name| {
                let client = served.member(&own, &format!("{name}@{slug}.example.com"), &["technician"]);
                let account = client.get("/v1/auth/me").is(200).json()["account"]["id"].clone();
                (client, account)
            });
            people.push((own, clerks));
        }
        served.work();
        let mut hearers: Vec<Vec<Hearer>> = people
            .iter()
            .map(|(owner, clerks)| {
                let clients = [owner, &clerks[0].0, &clerks[1].0];
                clients.into_iter().map(Hearer::of).collect()
            })
            .collect();
        let mut tickets: Vec<(usize, usize, String)> = Vec::new();
        for number in 0..24 {
            if tickets.is_empty() || chance.yes() {
                let (place, given) = (chance.below(2), chance.below(3));
                let assignee = given.checked_sub(1).map(|clerk| people[place].1[clerk].1.clone());
                let id = ticket(&owners[place], &ada[place], &json!({"assignee": assignee}));
                tickets.push((place, given, id));
                happened(&mut hearers, tickets.last().expect("one"), "ticket:created");
                continue;
            }
            let one = tickets[chance.below(tickets.len())].clone();
            let path = format!("/v1/tickets/{}", one.2);
            if chance.yes() {
                owners[one.0]
                    .patch(&path, &json!({"subject": format!("Line {number}")}))
                    .is(200);
                happened(&mut hearers, &one, "ticket:updated");
            } else {
                // What is not kept has not happened.
                owners[one.0].patch(&path, &json!({"subject": null})).is(422);
                owners[1 - one.0]
                    .patch(&path, &json!({"subject": "Not theirs"}))
                    .is(404);
            }
        }
        served.work();
        hearers.iter_mut().flatten().for_each(Hearer::check);
    });
}

/// Who has to hear of a ticket: the owner, and whom it is given to.
fn happened(hearers: &mut [Vec<Hearer>], (place, given, id): &(usize, usize, String), event: &str) {
    let event = (event.to_owned(), json!(id));
    hearers[*place][0].expected.push(event.clone());
    if *given > 0 {
        hearers[*place][*given].expected.push(event);
    }
}

/// Somebody on the line.
enum Open {
    Stream(TcpStream),
    Socket(Socket),
}

impl Open {
    fn by(client: &Client, is_socket: bool) -> Open {
        if is_socket {
            return Open::Socket(Socket::of(client, PATH));
        }
        let host = client.url.strip_prefix("http://").expect("an address");
        let mut line = TcpStream::connect(host).expect("a line");
        let (token, tenant) = (
            client.token.as_deref().expect("a token"),
            client.tenant.as_deref().expect("a tenant"),
        );
        let head = format!(
            "GET /v1/events HTTP/1.1\r\nhost: {host}\r\nauthorization: Bearer {token}\r\nx-tenant-id: {tenant}\r\n\r\n"
        );
        line.write_all(head.as_bytes()).expect("a request");
        let mut answer = [0; 12];
        line.read_exact(&mut answer).expect("an answer");
        assert_eq!(&answer, b"HTTP/1.1 200");
        Open::Stream(line)
    }

    /// Leaves with a word, or without one.
    fn leaves(self, is_told: bool) {
        match self {
            Open::Socket(mut socket) if is_told => socket.leaves(),
            Open::Socket(socket) => drop(socket),
            Open::Stream(line) => drop(line),
        }
    }
}

#[test]
fn p58_the_server_holds_a_place_for_each_who_is_still_on_the_line_and_for_nobody_else() {
    Served::on_both(|served| {
        let mut chance = Chance::new(58);
        let [owner, _] = tenants(served);
        let own = owner.client.borrow().clone();
        let support = served.member(&own, "support@example.com", &["support"]);
        let places = || served.app().followers.available_permits();
        let (all, mut open) = (places(), Vec::new());
        for number in 0..60 {
            if open.is_empty() || chance.below(5) > 1 {
                let is_support = chance.yes();
                open.push((
                    is_support,
                    Open::by(if is_support { &support } else { &own }, chance.yes()),
                ));
            } else {
                let (_, one) = open.swap_remove(chance.below(open.len()));
                one.leaves(chance.yes());
            }
            if number % 10 == 0 {
                subscriber(&owner, &format!("Ada {number}"));
                served.work();
            }
            until(|| places() == all - open.len());
        }
        assert!(open.len() > 5);
        // Whoever may not any more is gone with all of theirs, whatever their lines are like.
        support.post("/v1/auth/logout", &json!({})).is(204);
        let left = open.iter().filter(|(is_support, _)| !is_support).count();
        until(|| places() == all - left);
        drop(open);
        until(|| places() == all);
    });
}

/// The letter that is kept, and in how many seconds it is tried again.
fn waits(served: &Served) -> (Row, i64) {
    let row = letters(served).pop().expect("a letter");
    let due = row["due_at"].as_i64().unwrap_or_default();
    (row, (due - served.app().now().microseconds()) / 1_000_000)
}

#[test]
fn p60_a_letter_is_tried_so_often_at_growing_distances_until_it_is_taken_or_given_up() {
    for base in [Base::Sqlite, Base::Postgres] {
        let server = MailServer::start();
        let served = Served::carried_out_by(base, |_| {}, mailing(&server));
        served.operator();
        let (mut chance, most) = (Chance::new(60), 8);
        // One that is taken at once, one that never is, and some of which chance says after how many failures.
        let patterns = [0, most].into_iter().chain((0..4).map(|_| 1 + chance.below(most - 1)));
        for failures in patterns.collect::<Vec<_>>() {
            let arrived = server.arrived().len();
            let operator = served.signed_in("operator@example.com");
            operator.post("/v1/mail/test", &json!({})).is(202);
            let mut before = 0;
            for attempt in 1..=failures {
                server.treats([Treats::RefusesReceiver("451 4.3.0 later")]);
                served.work();
                let (row, seconds) = waits(&served);
                assert_eq!(
                    row["attempt"].as_i64(),
                    i64::try_from(attempt).ok(),
                    "{failures}: {row:?}"
                );
                if attempt == most {
                    break;
                }
                assert_eq!(row["state"], "waiting");
                assert!(seconds + 1 >= before, "{seconds} s after {before} s");
                before = seconds;
                // Not before its time.
                served.pass(seconds - 10);
                served.work();
                assert_eq!(waits(&served).0["attempt"], row["attempt"]);
                served.pass(12);
            }
            served.work();
            let (row, _) = waits(&served);
            let is_taken = failures < most;
            assert_eq!(row["state"], if is_taken { "done" } else { "dead" }, "{failures}");
            assert_eq!(server.arrived().len() - arrived, usize::from(is_taken));
            // It is over, however long anybody waits.
            served.pass(3 * 24 * 3_600);
            served.work();
            assert_eq!(waits(&served).0["attempt"], row["attempt"]);
            assert_eq!(server.arrived().len() - arrived, usize::from(is_taken));
        }
    }
}
