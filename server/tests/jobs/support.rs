//! Somebody outside who does what they are told, or does not; and a tenant with something to do.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use ratebook::flow::RetryPolicy;
use ratebook_server::platform::jobs::{Carried, Carrying, Connector, Connectors, Job};
use ratebook_server::state::App;
use ratebook_server_testing::{Answer, Client, Served};
use serde_json::{Value, json};

/// How the outside behaves, one attempt after the other; it does what it is told when nothing else is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Behaves {
    Fails,
    Refuses,
    Breaks,
    /// Nobody ever hears of the attempt again.
    Vanishes,
}

/// A router.
#[derive(Clone, Debug, Default)]
pub(crate) struct Router {
    behaves: Arc<Mutex<VecDeque<Behaves>>>,
    told: Arc<Mutex<Vec<Job>>>,
}

impl Router {
    pub(crate) fn behaves(&self, how: impl IntoIterator<Item = Behaves>) {
        self.behaves.lock().expect("nobody failed").extend(how);
    }

    /// What it was told, attempt by attempt.
    pub(crate) fn told(&self) -> Vec<Job> {
        self.told.lock().expect("nobody failed").clone()
    }

    /// What it was told of each: `create`, `disable` and so on.
    pub(crate) fn kinds(&self) -> Vec<String> {
        let kind = |job: &Job| job.body["with"]["kind"].as_str().expect("a kind").to_owned();
        self.told().iter().map(kind).collect()
    }

    pub(crate) fn connectors(&self) -> Connectors {
        Connectors::of_engine().and(self.clone())
    }
}

impl Connector for Router {
    fn names(&self) -> &[&'static str] {
        &["configure_router"]
    }

    fn is_own(&self) -> bool {
        false
    }

    fn retries(&self) -> RetryPolicy {
        RetryPolicy::new(vec![10, 60])
    }

    fn carry<'a>(&'a self, _: &'a App, job: &'a Job) -> Carrying<'a> {
        Box::pin(async move {
            self.told.lock().expect("nobody failed").push(job.clone());
            let how = self.behaves.lock().expect("nobody failed").pop_front();
            match how {
                None => Ok(Carried::Done("configured".to_owned())),
                Some(Behaves::Fails) => Ok(Carried::Failed("it does not answer".to_owned())),
                Some(Behaves::Refuses) => Ok(Carried::Useless("there is no such secret".to_owned())),
                Some(Behaves::Breaks) => panic!("a defect of a connector"),
                Some(Behaves::Vanishes) => Ok(Carried::Kept),
            }
        })
    }
}

/// Somebody who would carry out what the workbench names, and no job of the engine's.
#[derive(Clone, Debug)]
pub(crate) struct Idle;

impl Idle {
    pub(crate) fn connectors() -> Connectors {
        Connectors::default().and(Idle)
    }
}

impl Connector for Idle {
    fn names(&self) -> &[&'static str] {
        &["notify", "send_email"]
    }

    fn is_own(&self) -> bool {
        false
    }

    fn retries(&self) -> RetryPolicy {
        RetryPolicy::new(vec![10])
    }

    fn carry<'a>(&'a self, _: &'a App, _: &'a Job) -> Carrying<'a> {
        Box::pin(async { Ok(Carried::Failed("nobody is at work".to_owned())) })
    }
}

/// Makes a plan and a subscriber of it.
pub(crate) fn subscriber(owner: &Owner<'_>, name: &str) -> String {
    let plans = owner.get("/v1/service-plans").is(200).json();
    let plan = plans["items"][0]["id"].as_str().map(str::to_owned).unwrap_or_else(|| {
        let plan = json!({
            "name": "Home", "download_mbps": 100, "upload_mbps": 20, "cycle": "monthly", "price": {"amount": "29.90", "currency": "EUR"}, "is_active": true,
        });
        id_of(&owner.post("/v1/service-plans", &plan).is(201).json())
    });
    let subscriber =
        json!({"name": name, "phone": "+34600000000", "address": "Calle Mayor 1", "service_plan_id": plan});
    id_of(&owner.post("/v1/subscribers", &subscriber).is(201).json())
}

pub(crate) fn ticket(owner: &Owner<'_>, subscriber: &str, more: &Value) -> String {
    let mut ticket = json!({"subscriber_id": subscriber, "subject": "No line", "description": "Since this morning."});
    let more = more.as_object().expect("fields").clone();
    ticket.as_object_mut().expect("a ticket").extend(more);
    id_of(&owner.post("/v1/tickets", &ticket).is(201).json())
}

pub(crate) fn id_of(record: &Value) -> String {
    record["id"].as_str().expect("an id").to_owned()
}

/// The jobs of a tenant of one name, the first first.
pub(crate) fn jobs(owner: &Owner<'_>, name: &str) -> Vec<Value> {
    let listed = owner.get("/v1/jobs?limit=100").is(200).json();
    let mut jobs: Vec<Value> = listed["items"].as_array().expect("jobs").clone();
    jobs.retain(|job| job["name"] == name);
    jobs.reverse();
    jobs
}

/// Waits until something is so.
pub(crate) fn until(mut is_so: impl FnMut() -> bool) {
    for _ in 0..400 {
        if is_so() {
            return;
        }
        std::thread::sleep(Duration::from_millis(25));
    }
    panic!("it never came to be");
}

/// Two tenants.
pub(crate) fn tenants(served: &Served) -> [Owner<'_>; 2] {
    let operator = served.operator();
    ["acme", "globex"].map(|slug| Owner {
        client: RefCell::new(served.tenant(&operator, slug)),
        served,
        slug,
    })
}

/// The owner of a tenant, who signs in again when their clock has run on.
pub(crate) struct Owner<'s> {
    served: &'s Served,
    slug: &'static str,
    pub(crate) client: RefCell<Client>,
}

impl Owner<'_> {
    fn ask(&self, ask: impl Fn(&Client) -> Answer) -> Answer {
        let answer = ask(&self.client.borrow());
        if answer.status != 401 {
            return answer;
        }
        let again = self.served.signed_in(&format!("owner@{}.example.com", self.slug));
        self.client.replace(again.at(self.slug));
        ask(&self.client.borrow())
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.ask(|client| client.get(path))
    }

    pub(crate) fn post(&self, path: &str, body: &Value) -> Answer {
        self.ask(|client| client.post(path, body))
    }

    pub(crate) fn patch(&self, path: &str, body: &Value) -> Answer {
        self.ask(|client| client.patch(path, body))
    }

    pub(crate) fn delete(&self, path: &str) -> Answer {
        self.ask(|client| client.delete(path))
    }
}
