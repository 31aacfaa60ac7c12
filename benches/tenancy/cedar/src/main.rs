//! Cedar with the rules that the other side printed: nanoseconds per call, as one JSON object.
//!
//! It must give the other side's verdict on every question before anything is timed. Policies, entities and requests are
//! read once, before that.

mod policies;
#[path = "../../../timing.rs"]
mod timing;

use std::hint::black_box;

use cedar_policy::{Authorizer, Context, Decision, Entities, PolicySet, Request};
use serde::Deserialize;
use serde_json::json;

use policies::Written;
use timing::each;

/// What is measured, and with what.
#[derive(Deserialize)]
struct Workload {
    permissions: Vec<String>,
    roles: Vec<Role>,
    actors: Vec<Actor>,
    records: Vec<Record>,
    questions: Vec<Question>,
    timed: Timed,
}

/// What a role may do, what it may not in any case, and what it may do with records whose field names the actor.
#[derive(Deserialize)]
struct Role {
    name: String,
    allow: Vec<String>,
    deny: Vec<String>,
    field: String,
    own: Vec<String>,
}

#[derive(Deserialize)]
struct Actor {
    id: String,
    roles: Vec<String>,
}

#[derive(Deserialize)]
struct Record {
    id: String,
    customer: String,
    supplier: String,
}

#[derive(Deserialize)]
struct Question {
    actor: String,
    action: String,
    record: String,
    may: bool,
}

/// Who is asked about, and with which record, for every permission in turn.
#[derive(Deserialize)]
struct Timed {
    actor: String,
    record: String,
}

struct Cedar {
    authorizer: Authorizer,
    policies: PolicySet,
    entities: Entities,
}

impl Cedar {
    fn new(work: &Workload, written: Written) -> Cedar {
        let entities = policies::entities(work).to_string();
        Cedar {
            authorizer: Authorizer::new(),
            policies: policies::text(work, written).parse().expect("sound policies"),
            entities: Entities::from_json_str(&entities, None).expect("sound entities"),
        }
    }

    fn may(&self, request: &Request) -> bool {
        let response = self.authorizer.is_authorized(request, &self.policies, &self.entities);
        response.decision() == Decision::Allow
    }
}

fn request(actor: &str, action: &str, record: &str) -> Request {
    let uid = |kind: &str, id: &str| format!("{kind}::\"{id}\"").parse().expect("a sound id");
    let (actor, action, record) = (uid("User", actor), uid("Action", action), uid("Record", record));
    Request::new(actor, action, record, Context::empty(), None).expect("a sound request")
}

fn figure(work: &Workload, written: Written) -> f64 {
    let cedar = Cedar::new(work, written);
    for Question {
        actor,
        action,
        record,
        may,
    } in &work.questions
    {
        assert_eq!(
            cedar.may(&request(actor, action, record)),
            *may,
            "{actor} {action} {record}"
        );
    }
    let Timed { actor, record } = &work.timed;
    let requests: Vec<Request> = work
        .permissions
        .iter()
        .map(|action| request(actor, action, record))
        .collect();
    let mut asked = requests.iter().cycle();
    each(requests.len(), || {
        asked.next().is_some_and(|request| cedar.may(black_box(request)))
    })
}

fn main() {
    let path = std::env::args().nth(1).expect("the path of the workload");
    let work = std::fs::read_to_string(path).expect("the workload");
    let work: Workload = serde_json::from_str(&work).expect("a sound workload");
    let figures = json!({
        "version": cedar_policy::get_sdk_version().to_string(),
        "by_role": figure(&work, Written::ByRole),
        "by_permission": figure(&work, Written::ByPermission),
    });
    println!("{figures}");
}
