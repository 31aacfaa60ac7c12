//! Many records of one entity at once, in one transaction: all of them, or none and every fault at its place.
//!
//! One thing is done to all: `{"action": "change", "items": [{"id": …, "version": 3, "name": …}, …]}`. An item is what is sent for
//! one record alone, with its id and the version that it has to have beside it.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::body::Body;
use axum::http::Response;
use axum::response::IntoResponse;
use ratebook::records::{Cell, MOST_AT_ONCE};
use ratebook::{Code, Error, Reason};
use serde_json::{Map, Value};

use super::answer::Answer;
use super::change::{Asked, AtDesk, JSON, Job, at_home, by_people};
use super::desk::Desk;
use super::once::Once;
use crate::problem::Problem;
use crate::store::{Failure, Record, TenantTx};

/// When so many faults are found, no more are looked for.
const MOST_FAULTS: usize = 100;

/// Makes, changes, deletes or moves on many records.
pub(super) async fn bulk(at: AtDesk, body: Body) -> Result<Response<Body>, Problem> {
    by_people(&at.desk)?;
    may_begin(&at.desk)?;
    let sent = at.sent(body, &[JSON]).await?;
    // By other roles it is another request: what was answered by the former ones is not told again.
    let asked = format!(
        "bulk {} {} {:?}",
        at.desk.entity()?.plural(),
        Value::Object(sent.clone()),
        at.desk.caller.actor.roles
    );
    let all = Arc::new(Sent::read(&at.desk, sent)?);
    let once = Arc::new(Once::of(&at.desk, &at.headers, &[asked.as_bytes()])?);
    let (store, whose) = (at.desk.app.store.clone(), at.desk.caller.whose());
    let done = store.write_again(whose, move |mut tx| {
        let (once, all) = (Arc::clone(&once), Arc::clone(&all));
        Box::pin(async move {
            if let Some(once) = &*once
                && let Some(before) = once.before(&mut tx).await?
            {
                return Ok(before);
            }
            let answer = carry_out(&mut tx, &all).await?;
            if let Some(once) = &*once {
                once.keep(&mut tx, &answer).await?;
            }
            Ok(answer)
        })
    });
    Ok(done.await?.into_response())
}

/// Refuses who may change no such record in any way, whatever they have sent.
fn may_begin(desk: &Desk) -> Result<(), Problem> {
    let entity = desk.entity()?;
    let any = entity.changing_permissions().into_iter().any(|name| {
        let permission = desk.pack().access().permission(&name);
        permission.is_some_and(|permission| desk.caller.holder.may_some(permission))
    });
    if any {
        return Ok(());
    }
    let name = format!("{}:write", entity.plural());
    let message = format!("`{name}` is needed, and the actor does not hold it");
    let reason = Reason::new(Code::TenancyPermissionMissing, "", message);
    Err(Error::from(reason.with("permission", name)).into())
}

/// Carries all out, and tells each as it then is; or none, and tells every fault.
async fn carry_out(tx: &mut TenantTx<'_>, all: &[(usize, Asked)]) -> Result<Answer, Failure> {
    let mut told: Vec<(usize, Vec<u8>)> = Vec::with_capacity(all.len());
    let mut faults: Vec<(usize, Reason)> = Vec::new();
    for (place, asked) in all {
        match asked.carry_out_apart(tx).await.map_err(at_home) {
            Ok(answer) => told.push((*place, shown(asked, answer))),
            Err(Failure::Refused(error)) => {
                let error = error.each_reason(|reason| reason.path = format!("/items/{place}{}", reason.path));
                faults.extend(error.into_reasons().into_iter().map(|reason| (*place, reason)));
                if faults.len() >= MOST_FAULTS {
                    break;
                }
            }
            Err(other) => return Err(other),
        }
    }
    faults.sort_by_key(|(place, _)| *place);
    if let Some(error) = Error::from_reasons(faults.into_iter().map(|(_, reason)| reason).collect()) {
        return Err(error.into());
    }
    told.sort_by_key(|(place, _)| *place);
    let items: Vec<Vec<u8>> = told.into_iter().map(|(_, one)| one).collect();
    let body = [b"{\"items\":[".as_slice(), &items.join(&b','), b"]}"].concat();
    Ok(Answer {
        status: 200,
        etag: None,
        location: None,
        body,
    })
}

/// A record as it is answered; of one that is gone its id.
fn shown(asked: &Asked, answer: Answer) -> Vec<u8> {
    match asked.job {
        Job::Delete { id } => format!("{{\"id\":\"{}\"}}", Cell::id_text(&id)).into_bytes(),
        _ => answer.body,
    }
}

/// What is done to each.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Action {
    Create,
    Change { replace: bool },
    Delete,
    Restore,
    Fire(String),
}

/// What is sent, while it is read.
struct Sent {
    action: Action,
    /// Whether they are samples, which have no ids.
    is_series: bool,
    faults: Vec<Reason>,
    /// That there is no such record, in the words of the desk.
    nothing: String,
}

impl Sent {
    /// The jobs with the places at which they were sent, in the order in which they are carried out: new records as they come, so that
    /// they are numbered in that order; others by their ids, so that two requests never wait for each other.
    fn read(desk: &Desk, mut sent: Map<String, Value>) -> Result<Vec<(usize, Asked)>, Problem> {
        let mut faults = Vec::new();
        let action = action(desk, &mut sent, &mut faults)?;
        let items = items(&mut sent, &mut faults);
        for name in sent.keys().take(20) {
            let shown: String = name.chars().take(50).collect();
            let message = format!("there is no field `{shown}` here; there are `action`, `event` and `items`");
            faults.push(Reason::new(Code::RequestUnknown, format!("/{shown}"), message));
        }
        let Some(action) = action else {
            Error::unless_empty(faults)?;
            return Err(Failure::defect("many without an action passed").into());
        };
        let nothing = desk.not_found()?.to_string();
        let mut own = Sent {
            action,
            is_series: desk.entity()?.definition().series.is_some(),
            faults,
            nothing,
        };
        let mut seen = BTreeSet::new();
        let mut all: Vec<(usize, Asked)> = Vec::with_capacity(items.len());
        for (place, item) in items.into_iter().enumerate() {
            if let Some((job, expected_version)) = own.job(place, item, &mut seen) {
                let desk = desk.clone();
                let asked = Asked {
                    desk,
                    job,
                    expected_version,
                };
                all.push((place, asked));
            }
        }
        Error::unless_empty(own.faults)?;
        if own.action != Action::Create {
            all.sort_by_key(|(_, asked)| match asked.job {
                Job::Create { .. } | Job::Append { .. } => None,
                Job::Change { id, .. } | Job::Delete { id } | Job::Restore { id } | Job::Fire { id, .. } => Some(id),
            });
        }
        Ok(all)
    }

    fn fault(&mut self, code: Code, place: String, message: impl Into<String>) {
        if self.faults.len() < MOST_FAULTS {
            self.faults.push(Reason::new(code, place, message));
        }
    }

    fn job(&mut self, place: usize, item: Value, seen: &mut BTreeSet<[u8; 16]>) -> Option<(Job, Option<u64>)> {
        let Value::Object(mut fields) = item else {
            let message = "an object of JSON is wanted for each";
            self.fault(Code::RequestType, format!("/items/{place}"), message);
            return None;
        };
        if self.is_series && self.action == Action::Create {
            let (samples, many) = (vec![fields], false);
            return Some((Job::Append { samples, many }, None));
        }
        let id = self.id(place, &mut fields);
        if self.action == Action::Create {
            return Some((Job::Create { id, change: fields }, None));
        }
        let version = self.version(place, &mut fields);
        let id = match Cell::id(&id?) {
            Some(Cell::Id(id)) => id,
            // What is no id is the id of nothing.
            _ => {
                let message = self.nothing.clone();
                self.fault(Code::RecordsNotFound, format!("/items/{place}"), message);
                return None;
            }
        };
        if !seen.insert(id) {
            let message = "this record is there twice; send everything for it in one";
            self.fault(Code::RequestConflict, format!("/items/{place}/id"), message);
        }
        let job = match &self.action {
            Action::Create => return None,
            Action::Change { replace } => Job::Change {
                id,
                change: fields,
                replace: *replace,
            },
            Action::Fire(event) => Job::Fire {
                id,
                event: event.clone(),
                given: fields,
            },
            action @ (Action::Delete | Action::Restore) => {
                let is_deletion = *action == Action::Delete;
                for name in fields.keys().take(20) {
                    let shown: String = name.chars().take(50).collect();
                    let message = format!("there is no field `{shown}` here; there are `id` and `version`");
                    self.fault(Code::RequestUnknown, format!("/items/{place}/{shown}"), message);
                }
                match is_deletion {
                    true => Job::Delete { id },
                    false => Job::Restore { id },
                }
            }
        };
        Some((job, version))
    }

    /// The id of an item: a new record may bring one, every other one has to.
    fn id(&mut self, place: usize, fields: &mut Record) -> Option<String> {
        let at = format!("/items/{place}/id");
        match fields.remove("id") {
            Some(Value::String(id)) => return Some(id),
            None if self.action == Action::Create => {}
            None => self.fault(Code::RequestMissing, at, "the field `id` is missing"),
            Some(_) => {
                let message = "an id is a UUID such as \"01890a5d-ac96-774b-bcce-b302099a8057\"";
                self.fault(Code::RequestType, at, message);
            }
        }
        None
    }

    fn version(&mut self, place: usize, fields: &mut Record) -> Option<u64> {
        let version = fields.remove("version")?;
        let told = version.as_u64();
        if told.is_none() {
            let message = "a version is a whole number, as the record has it";
            self.fault(Code::RequestType, format!("/items/{place}/version"), message);
        }
        told
    }
}

/// What is to be done; nothing where that is at fault.
fn action(desk: &Desk, sent: &mut Map<String, Value>, faults: &mut Vec<Reason>) -> Result<Option<Action>, Failure> {
    let entity = desk.entity()?;
    let comes_back = entity.definition().soft_delete.is_some();
    let event = sent.remove("event");
    let named = match sent.remove("action") {
        Some(Value::String(name)) => name,
        other => {
            let code = if other.is_some() {
                Code::RequestType
            } else {
                Code::RequestMissing
            };
            faults.push(Reason::new(
                code,
                "/action",
                "`action` says what is done to each, such as `create`",
            ));
            return Ok(None);
        }
    };
    let action = match (named.as_str(), event) {
        ("fire", Some(Value::String(event))) => Some(Action::Fire(event)),
        ("fire", _) => {
            let message = "`event` names what happens to each, by the machine of the record";
            faults.push(Reason::new(Code::RequestMissing, "/event", message));
            return Ok(None);
        }
        (_, Some(_)) => {
            let message = "an `event` is there for `fire` alone";
            faults.push(Reason::new(Code::RequestUnknown, "/event", message));
            return Ok(None);
        }
        ("create", None) => Some(Action::Create),
        ("change", None) => Some(Action::Change { replace: false }),
        ("replace", None) => Some(Action::Change { replace: true }),
        ("delete", None) => Some(Action::Delete),
        ("restore", None) if comes_back => Some(Action::Restore),
        _ => None,
    };
    if action.is_none() {
        let message =
            "an action is `create`, `change`, `replace`, `delete`, `fire`, or `restore` where records come back";
        faults.push(Reason::new(Code::RequestUnknown, "/action", message));
    }
    Ok(action)
}

fn items(sent: &mut Map<String, Value>, faults: &mut Vec<Reason>) -> Vec<Value> {
    let (code, message) = match sent.remove("items") {
        Some(Value::Array(items)) if (1..=MOST_AT_ONCE).contains(&items.len()) => return items,
        Some(Value::Array(_)) => (
            Code::RequestRange,
            format!("from 1 to {MOST_AT_ONCE} items are taken at once"),
        ),
        Some(_) => (Code::RequestType, "`items` must be a list".to_owned()),
        None => (Code::RequestMissing, "the field `items` is missing".to_owned()),
    };
    faults.push(Reason::new(code, "/items", message));
    Vec::new()
}
