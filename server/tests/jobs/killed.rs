//! A server that is killed again and again under load: nothing that was acknowledged is lost, what follows from it is done once, numbers have
//! no gap, and the audit is whole.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use ratebook_server_testing::{Base, Client, Running};
use serde_json::{Value, json};

/// How often it is killed, and how many write meanwhile.
const KILLS: u64 = 10;
const CLIENTS: usize = 4;

/// The workbench with a desk that resolves by itself what is assigned, and says how urgent it was.
fn pack(folder: &Path) {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("packs/workbench");
    copy(&from, folder);
    let desk = folder.join("machines/desk.toml");
    let text = std::fs::read_to_string(&desk).expect("a machine");
    let own = "effects = [{ name = \"notify\", with = { template = \"ticket_assigned\" } }]";
    assert!(text.contains(own), "{text}");
    let effects = "effects = [{ name = \"set_field\", with = { field = \"priority\", value = \"urgent\" } }, \
        { name = \"fire_event\", with = { event = \"resolve\", given = { resolution = \"by itself\" } } }]";
    std::fs::write(&desk, text.replace(own, effects)).expect("a machine");
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry").path();
        let own = to.join(entry.file_name().expect("a name"));
        match entry.is_dir() {
            true => copy(&entry, &own),
            false => drop(std::fs::copy(&entry, &own).expect("a file")),
        }
    }
}

/// Assigns tickets until it is told to stop or nobody answers; which of them it was told are made, and which are assigned.
fn assign(client: &Client, subscriber: &str, until: &AtomicBool) -> (Vec<String>, Vec<String>) {
    let (mut made, mut assigned) = (Vec::new(), Vec::new());
    while !until.load(Ordering::Relaxed) {
        let ticket = json!({"subscriber_id": subscriber, "subject": "No line", "description": "Since this morning."});
        let Some(answer) = client.try_post("/v1/tickets", &ticket) else {
            break;
        };
        let id = answer.is(201).json()["id"].as_str().expect("an id").to_owned();
        made.push(id.clone());
        let path = format!("/v1/tickets/{id}/assign");
        let Some(answer) = client.try_post(&path, &json!({"assignee": "bob"})) else {
            break;
        };
        answer.is(200);
        assigned.push(id);
    }
    (made, assigned)
}

pub(crate) fn all(client: &Client, path: &str) -> Vec<Value> {
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

pub(crate) fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    let since = Instant::now();
    while !is_so() {
        assert!(since.elapsed() < Duration::from_secs(120), "{what}");
        thread::sleep(Duration::from_millis(200));
    }
}

fn killed(base: Base) {
    let folder = tempfile::tempdir().expect("a folder");
    let own = folder.path().join("workbench");
    pack(&own);
    let words = ["--pack", own.to_str().expect("a path")];
    let mut running = Running::start(env!("CARGO_BIN_EXE_ratebook-server"), base, &words);
    let ann = running.ann("workbench");
    let plan = json!({"name": "Home", "download_mbps": 100, "upload_mbps": 20, "price": {"amount": "29.90", "currency": "EUR"}});
    let plan = ann.post("/v1/service-plans", &plan).is(201).json()["id"].clone();
    let ada = json!({"name": "Ada", "phone": "+34600000000", "address": "Calle Mayor 1", "service_plan_id": plan});
    let ada = ann.post("/v1/subscribers", &ada).is(201).json();
    let ada = ada["id"].as_str().expect("an id").to_owned();
    let (made, assigned) = (Mutex::new(BTreeSet::new()), Mutex::new(BTreeSet::new()));
    // On a slow machine, so often that enough has happened in between.
    let is_enough = |kill: u64| kill >= KILLS && assigned.lock().expect("nobody failed").len() > 50;
    for kill in 0..10 * KILLS {
        if is_enough(kill) {
            break;
        }
        let stop = AtomicBool::new(false);
        let ann = running.signed_in("ann");
        thread::scope(|scope| {
            for _ in 0..CLIENTS {
                scope.spawn(|| {
                    let (own, moved) = assign(&ann, &ada, &stop);
                    made.lock().expect("nobody failed").extend(own);
                    assigned.lock().expect("nobody failed").extend(moved);
                });
            }
            // At another point each time.
            thread::sleep(Duration::from_millis(300 + (kill * 7_919) % 900));
            running.kill();
            stop.store(true, Ordering::Relaxed);
        });
        // Whoever began a job and has not come back is given up two minutes later.
        running.carry_out("UPDATE jobs SET due_at = 0 WHERE state = 'running'");
        running.again();
    }
    let (made, assigned) = (made.into_inner().expect("whole"), assigned.into_inner().expect("whole"));
    assert!(assigned.len() > 50, "only {} were assigned", assigned.len());
    let ann = running.signed_in("ann");
    until("it is done with what is to be done", || {
        let figures = running.figures();
        let is_open = |line: &&str| {
            line.starts_with("ratebook_jobs{") && !line.contains("state=\"dead\"") && !line.ends_with(" 0")
        };
        figures.lines().filter(is_open).count() == 0 && figures.contains("\nratebook_outbox_waiting 0\n")
    });
    let tickets: BTreeMap<String, Value> = all(&ann, "/v1/tickets?limit=100")
        .into_iter()
        .map(|ticket| (ticket["id"].as_str().expect("an id").to_owned(), ticket))
        .collect();
    for id in &made {
        assert!(tickets.contains_key(id), "{base:?}: {id} was acknowledged and is lost");
    }
    for id in &assigned {
        assert_eq!(tickets[id]["assignee"], "bob", "{base:?}: {id}");
    }
    // Assigned without an answer is assigned all the same, with all that follows, once.
    for (id, ticket) in &tickets {
        if ticket["assignee"].is_null() {
            continue;
        }
        assert_eq!(
            (&ticket["status"], &ticket["priority"]),
            (&json!("resolved"), &json!("urgent")),
            "{base:?}: {id}"
        );
        let history = ann.get(&format!("/v1/tickets/{id}/history")).is(200).json();
        let happened = |name: &str| {
            let entries = history["items"].as_array().expect("a history").iter();
            entries
                .filter(|entry| entry["action"] == format!("ticket:{name}"))
                .count()
        };
        let told = (
            happened("created"),
            happened("assign"),
            happened("resolve"),
            happened("updated"),
        );
        assert_eq!(told, (1, 1, 1, 1), "{base:?}: {history}");
    }
    let mut numbers: Vec<String> = tickets
        .values()
        .map(|ticket| ticket["number"].as_str().expect("a number").to_owned())
        .collect();
    numbers.sort();
    for (place, number) in numbers.iter().enumerate() {
        assert!(
            number.ends_with(&format!("{:04}", place + 1)),
            "{base:?}: a gap or a repeat at {number}"
        );
    }
    let dead = ann.get("/v1/jobs?state=dead").is(200).json();
    assert_eq!(
        dead["items"],
        json!([]),
        "{base:?}: what was done twice is refused the second time"
    );
    until("the audit is sealed", || {
        let verified = ann.get("/v1/audit/verify").is(200).json();
        assert_eq!(verified["intact"], json!(true), "{verified}");
        verified["unsealed"]["count"] == json!(0)
    });
}

#[test]
fn what_was_acknowledged_and_what_follows_outlive_kills_on_sqlite() {
    killed(Base::Sqlite);
}

#[test]
fn what_was_acknowledged_and_what_follows_outlive_kills_on_postgres() {
    killed(Base::Postgres);
}
