//! What happens, as those hear it who stay on the line.

use std::io::{BufRead as _, BufReader};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use bytes::Bytes;
use http_body_util::Empty;
use hyper_util::rt::{TokioExecutor, TokioIo};
use ratebook_server_testing::{Base, Client, Served};
use serde_json::{Value, json};
use tokio::task::JoinHandle;

use crate::support::{subscriber, tenants, ticket, until};

/// An event as it was heard.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Heard {
    id: String,
    pub(crate) event: String,
    data: String,
}

/// Somebody who listens.
pub(crate) struct Listener(Receiver<Heard>);

impl Listener {
    /// Begins to listen.
    pub(crate) fn at(client: &Client, path: &str, headers: &[(&str, &str)]) -> Listener {
        let token = client.token.clone().expect("somebody who is signed in");
        let tenant = client.tenant.clone().expect("a tenant");
        let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
        let mut request = agent
            .get(format!("{}{path}", client.url))
            .header("authorization", format!("Bearer {token}"))
            .header("x-tenant-id", tenant);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let answer = request.call().expect("an answer");
        assert_eq!(answer.status(), 200);
        assert_eq!(answer.headers()["content-type"], "text/event-stream");
        let (sender, receiver) = channel();
        thread::spawn(move || {
            let mut heard = Heard::default();
            for line in BufReader::new(answer.into_body().into_reader())
                .lines()
                .map_while(Result::ok)
            {
                match line.split_once(':') {
                    Some(("id", value)) => value.trim().clone_into(&mut heard.id),
                    Some(("event", value)) => value.trim().clone_into(&mut heard.event),
                    Some(("data", value)) => value.trim().clone_into(&mut heard.data),
                    None if !heard.event.is_empty() && sender.send(std::mem::take(&mut heard)).is_err() => return,
                    _ => {}
                }
            }
        });
        Listener(receiver)
    }

    pub(crate) fn hears(&self) -> Heard {
        self.0.recv_timeout(Duration::from_secs(10)).expect("an event")
    }

    /// Whether nothing comes for a while.
    pub(crate) fn hears_nothing(&self) -> bool {
        matches!(
            self.0.recv_timeout(Duration::from_millis(600)),
            Err(RecvTimeoutError::Timeout)
        )
    }

    pub(crate) fn is_over(&self) -> bool {
        matches!(
            self.0.recv_timeout(Duration::from_secs(10)),
            Err(RecvTimeoutError::Disconnected)
        )
    }
}

pub(crate) fn told(heard: &Heard) -> Value {
    serde_json::from_str(&heard.data).expect("JSON")
}

#[test]
fn each_hears_what_they_may_read_in_order_and_again_behind_what_was_heard() {
    Served::on_both(|served| {
        let [owner, other] = tenants(served);
        let ada = subscriber(&owner, "Ada");
        served.work();
        let listener = Listener::at(&owner.client.borrow(), "/v1/events", &[]);
        let foreign = Listener::at(&other.client.borrow(), "/v1/events", &[]);
        let only = Listener::at(&owner.client.borrow(), "/v1/events?events=ticket:*", &[]);
        let technician = served.member(&owner.client.borrow(), "tech@example.com", &["technician"]);
        let account = technician.get("/v1/auth/me").is(200).json()["account"]["id"]
            .as_str()
            .expect("an id")
            .to_owned();
        let theirs = Listener::at(&technician, "/v1/events", &[]);
        owner
            .patch(&format!("/v1/subscribers/{ada}"), &json!({"name": "Ada Lovelace"}))
            .is(200);
        served.work();
        assert!(theirs.hears_nothing(), "nobody of theirs yet");
        let own = ticket(&owner, &ada, &json!({"assignee": account}));
        let unassigned = ticket(&owner, &ada, &json!({}));
        served.work();
        let heard = [listener.hears(), listener.hears(), listener.hears()];
        let kinds: Vec<_> = heard.iter().map(|one| one.event.clone()).collect();
        assert_eq!(kinds, ["subscriber:updated", "ticket:created", "ticket:created"]);
        let ids: Vec<_> = heard.iter().map(|one| told(one)["id"].clone()).collect();
        assert_eq!(ids, [json!(ada), json!(own), json!(unassigned)]);
        let numbers: Vec<i64> = heard.iter().map(|one| one.id.parse().expect("a number")).collect();
        assert!(numbers.is_sorted(), "{numbers:?}");
        assert!(heard.iter().all(|one| !one.data.contains("Lovelace")));
        assert_eq!([only.hears(), only.hears()], [heard[1].clone(), heard[2].clone()]);
        // Of a ticket that is not theirs they hear nothing.
        let theirs_heard = theirs.hears();
        assert_eq!(told(&theirs_heard)["id"], json!(own), "{theirs_heard:?}");
        assert!(theirs.hears_nothing() && foreign.hears_nothing());
        // The line broke behind the first: the rest is told again, once.
        let again = Listener::at(&owner.client.borrow(), "/v1/events", &[("last-event-id", &heard[0].id)]);
        assert_eq!([again.hears(), again.hears()], [heard[1].clone(), heard[2].clone()]);
        assert!(again.hears_nothing());
        // What became of what is gone those hear who may read all, and others that they see it no more.
        owner.delete(&format!("/v1/tickets/{own}")).is(204);
        served.work();
        assert_eq!(listener.hears().event, "ticket:deleted");
        let gone = theirs.hears();
        assert_eq!((gone.event.as_str(), &told(&gone)["id"]), ("gone", &json!(own)));
        assert!(theirs.hears_nothing());
    });
}

/// What somebody hears of records: what, and of which.
fn heard_of(listener: &Listener, count: usize) -> Vec<(String, Value)> {
    let heard = (0..count).map(|_| listener.hears());
    heard.map(|one| (one.event.clone(), told(&one)["id"].clone())).collect()
}

#[test]
fn what_comes_into_sight_is_new_and_what_goes_out_of_it_is_gone() {
    Served::on_both(|served| {
        let [owner, _] = tenants(served);
        let ada = subscriber(&owner, "Ada");
        let technician = served.member(&owner.client.borrow(), "tech@example.com", &["technician"]);
        let account = technician.get("/v1/auth/me").is(200).json()["account"]["id"].clone();
        served.work();
        let all = Listener::at(&owner.client.borrow(), "/v1/events?events=ticket:*", &[]);
        let theirs = Listener::at(&technician, "/v1/events?events=ticket:*", &[]);
        let asked_for = "/v1/events?events=ticket:deleted,tag:*";
        let narrow = Listener::at(&technician, asked_for, &[]);
        let own = ticket(&owner, &ada, &json!({"assignee": account}));
        let path = format!("/v1/tickets/{own}");
        let becomes = |change: Value| {
            owner.patch(&path, &change).is(200);
        };
        becomes(json!({"subject": "No line at all"}));
        becomes(json!({"assignee": "somebody else", "priority": "high"}));
        becomes(json!({"subject": "Not theirs to know"}));
        becomes(json!({"assignee": null}));
        becomes(json!({"assignee": account, "subject": "Theirs again"}));
        becomes(json!({"priority": "low"}));
        owner.delete(&path).is(204);
        owner.post(&format!("{path}/restore"), &json!({})).is(200);
        served.work();
        let of = |events: &[&str]| -> Vec<(String, Value)> {
            events.iter().map(|event| ((*event).to_owned(), json!(own))).collect()
        };
        let updated = "ticket:updated";
        let expected = [
            "ticket:created",
            updated,
            updated,
            updated,
            updated,
            updated,
            updated,
            "ticket:deleted",
            "ticket:restored",
        ];
        assert_eq!(heard_of(&all, 9), of(&expected));
        let seen = [
            "ticket:created",
            updated,
            "gone",
            "new",
            updated,
            "gone",
            "ticket:restored",
        ];
        assert_eq!(heard_of(&theirs, 7), of(&seen));
        // What was asked for does not say why it is gone.
        assert_eq!(heard_of(&narrow, 3), of(&["gone", "new", "gone"]));
        assert!(theirs.hears_nothing() && narrow.hears_nothing() && all.hears_nothing());
        // Whoever comes later is told what they could see then, and not by what they see now.
        let again = Listener::at(&technician, "/v1/events?events=ticket:*&after=0", &[]);
        assert_eq!(heard_of(&again, 7), of(&seen));
        becomes(json!({"assignee": "somebody else"}));
        served.work();
        let after = Listener::at(&technician, "/v1/events?events=ticket:*&after=0", &[]);
        assert_eq!(heard_of(&after, 8), of(&[&seen[..], &["gone"][..]].concat()));
        assert!(after.hears_nothing());
        let word = heard_of(&again, 1);
        assert_eq!(word, of(&["gone"]));
    });
}

#[test]
fn of_what_was_kept_without_images_those_hear_who_may_read_all() {
    Served::on_both(|served| {
        let [owner, _] = tenants(served);
        let ada = subscriber(&owner, "Ada");
        let technician = served.member(&owner.client.borrow(), "tech@example.com", &["technician"]);
        let account = technician.get("/v1/auth/me").is(200).json()["account"]["id"].clone();
        ticket(&owner, &ada, &json!({"assignee": account}));
        served.work();
        let path = "/v1/events?events=ticket:*&after=0";
        assert_eq!(Listener::at(&technician, path, &[]).hears().event, "ticket:created");
        let bodies = "UPDATE outbox SET body = '{\"fields\": [\"subject\"]}' WHERE name = 'ticket:created'";
        assert_eq!(served.carry_out(bodies), Ok(1));
        assert_eq!(
            Listener::at(&owner.client.borrow(), path, &[]).hears().event,
            "ticket:created"
        );
        assert!(Listener::at(&technician, path, &[]).hears_nothing());
    });
}

#[test]
fn that_something_hidden_has_changed_is_hidden() {
    Served::on_both(|served| {
        let [owner, _] = tenants(served);
        let ada = subscriber(&owner, "Ada");
        served.work();
        let support = served.member(&owner.client.borrow(), "support@example.com", &["support"]);
        let hidden = support.get(&format!("/v1/subscribers/{ada}")).is(200).json();
        assert_eq!(hidden["phone"], "********", "the test is about a mask: {hidden}");
        let [all, some] =
            [owner.client.borrow().clone(), support].map(|client| Listener::at(&client, "/v1/events", &[]));
        owner
            .patch(&format!("/v1/subscribers/{ada}"), &json!({"phone": "+34600000001"}))
            .is(200);
        served.work();
        assert_eq!(all.hears().event, "subscriber:updated");
        assert!(some.hears_nothing());
        let both = json!({"phone": "+34600000002", "name": "Eve"});
        owner.patch(&format!("/v1/subscribers/{ada}"), &both).is(200);
        served.work();
        assert_eq!(some.hears().event, "subscriber:updated");
    });
}

#[test]
fn whoever_may_nothing_any_more_hears_nothing_more() {
    Served::on_both(|served| {
        let [owner, _] = tenants(served);
        let ada = subscriber(&owner, "Ada");
        let support = served.member(&owner.client.borrow(), "support@example.com", &["support"]);
        let listener = Listener::at(&support, "/v1/events?after=0", &[]);
        served.work();
        let first = listener.hears();
        assert_eq!(first.event, "service_plan:created");
        listener.hears();
        support.post("/v1/auth/logout", &json!({})).is(204);
        owner
            .patch(&format!("/v1/subscribers/{ada}"), &json!({"name": "Eve"}))
            .is(200);
        served.work();
        assert!(listener.is_over());
    });
}

/// Somebody who asks over HTTP/2, takes not a byte of what is told, and stays on the line.
async fn unread(client: &Client) -> (JoinHandle<hyper::Result<()>>, impl Sized + use<>) {
    let host = client.url.strip_prefix("http://").expect("an address");
    let stream = tokio::net::TcpStream::connect(host).await.expect("a line");
    let mut builder = hyper::client::conn::http2::Builder::new(TokioExecutor::new());
    builder.initial_stream_window_size(0);
    let (mut asks, line) = builder.handshake(TokioIo::new(stream)).await.expect("HTTP/2");
    let line = tokio::spawn(line);
    let token = client.token.as_deref().expect("somebody who is signed in");
    let request = hyper::Request::get(format!("{}/v1/events", client.url))
        .header("authorization", format!("Bearer {token}"))
        .header("x-tenant-id", client.tenant.as_deref().expect("a tenant"))
        .body(Empty::<Bytes>::new())
        .expect("a request");
    let answer = asks.send_request(request).await.expect("an answer");
    assert_eq!(answer.status(), 200);
    (line, (asks, answer))
}

#[test]
fn a_place_is_free_once_nothing_more_is_told_though_nobody_reads_it() {
    let served = Served::start(Base::Sqlite);
    let [owner, _] = tenants(&served);
    let support = served.member(&owner.client.borrow(), "support@example.com", &["support"]);
    let places = || served.app().followers.available_permits();
    let all = places();
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let (line, asked) = runtime.block_on(unread(&support));
    assert_eq!(places(), all - 1);
    support.post("/v1/auth/logout", &json!({})).is(204);
    until(|| places() == all);
    assert!(!line.is_finished(), "the line is there, and what was asked on it");
    // Whoever leaves gives up theirs as well.
    let client = owner.client.borrow().clone();
    let (line, again) = runtime.block_on(unread(&client));
    assert_eq!(places(), all - 1);
    drop(line);
    runtime.shutdown_background();
    until(|| places() == all);
    drop((asked, again));
}

#[test]
fn what_is_kept_no_more_is_told_to_be_missed() {
    Served::on_both(|served| {
        let [owner, _] = tenants(served);
        let ada = subscriber(&owner, "Ada");
        served.work();
        served.pass(31 * 24 * 3_600);
        served
            .wait_for(ratebook_server::records::sweep::finished(served.app()))
            .expect("a sweep");
        owner.get("/v1/jobs").is(200);
        owner
            .patch(&format!("/v1/subscribers/{ada}"), &json!({"name": "Eve"}))
            .is(200);
        served.work();
        let listener = Listener::at(&owner.client.borrow(), "/v1/events?after=0", &[]);
        assert_eq!(listener.hears().event, "missed");
        assert_eq!(listener.hears().event, "subscriber:created");
        assert_eq!(listener.hears().event, "subscriber:updated");
        let client = owner.client.borrow();
        client.get("/v1/events?after=x").fails(422, "request.range");
        client.get("/v1/events?events=Customers").fails(422, "request.range");
        client.get("/v1/events?since=1").fails(422, "request.unknown");
        served.anybody().get("/v1/events").fails(401, "tenancy.not_signed_in");
    });
}

#[test]
fn what_another_server_passes_on_is_heard_here() {
    let served = Served::start(Base::Postgres);
    let [owner, _] = tenants(&served);
    let beside = served.beside();
    let elsewhere = owner.client.borrow().clone().elsewhere(beside.url());
    let listener = Listener::at(&elsewhere, "/v1/events", &[]);
    subscriber(&owner, "Ada");
    served.work();
    assert_eq!(listener.hears().event, "service_plan:created");
}
