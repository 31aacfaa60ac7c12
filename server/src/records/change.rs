//! Records made, changed and moved on by their machine: checked by core, kept in one transaction with all that follows.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Response, header};
use axum::response::IntoResponse;
use ratebook::records::{Cell, RecordCheckRequest, RecordDeleteRequest, RecordFireRequest, act_names};
use ratebook::{Code, Error, Reason};
use serde_json::{Map, Value};

use super::answer::{Answer, version_of};
use super::desk::Desk;
use super::follow::Left;
use super::keep::{Done, new_id};
use super::merge;
use super::once::Once;
use super::parameters::Parameters;
use super::series;
use crate::body;
use crate::commerce;
use crate::platform::caller::Comer;
use crate::problem::Problem;
use crate::state::App;
use crate::store::{Failure, Record, TenantTx};

/// The most bytes that a record is sent with: rate lists are values of records.
const MOST_BYTES: usize = 4 * 1024 * 1024;
pub(super) const JSON: &str = "application/json";
const MERGE_PATCH: &str = "application/merge-patch+json";

/// What is asked for.
#[derive(Clone, Debug)]
pub(super) enum Job {
    Create {
        id: Option<String>,
        change: Record,
    },
    /// Samples: one alone, or many.
    Append {
        samples: Vec<Record>,
        many: bool,
    },
    Change {
        id: [u8; 16],
        change: Record,
        replace: bool,
    },
    Delete {
        id: [u8; 16],
    },
    Restore {
        id: [u8; 16],
    },
    Fire {
        id: [u8; 16],
        event: String,
        given: Record,
    },
}

/// A job at a desk.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    pub(super) desk: Desk,
    pub(super) job: Job,
    pub(super) expected_version: Option<u64>,
}

/// Where every change begins: somebody at the desk of an entity, and what stands in the headers.
pub(super) struct AtDesk {
    pub(super) desk: Desk,
    pub(super) headers: HeaderMap,
    /// What the address names behind the entity: a record, and an event of it.
    named: Vec<String>,
}

impl FromRequestParts<App> for AtDesk {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<AtDesk, Problem> {
        let Comer(caller) = Comer::from_request_parts(parts, app).await?;
        let broken = |_| Problem::not_found("the address is not UTF-8 once its `%` are read");
        let Path(segments) = Path::<Vec<(String, String)>>::from_request_parts(parts, app)
            .await
            .map_err(broken)?;
        let mut segments = segments.into_iter().map(|(_, segment)| segment);
        let desk = Desk::of(app, caller, &segments.next().unwrap_or_default())?;
        Parameters::read(parts.uri.query())?.finish()?;
        Ok(AtDesk {
            desk,
            headers: parts.headers.clone(),
            named: segments.collect(),
        })
    }
}

impl AtDesk {
    /// The record that the address names.
    pub(super) fn id(&self) -> Result<[u8; 16], Failure> {
        self.desk.id(self.named.first().map_or("", String::as_str))
    }

    pub(super) async fn sent(&self, body: Body, kinds: &[&str]) -> Result<Record, Problem> {
        body::object(&self.headers, body, kinds, MOST_BYTES).await
    }

    async fn run(self, job: Job) -> Result<Response<Body>, Problem> {
        run(self.desk, &self.headers, job).await
    }
}

/// Makes a record.
pub(super) async fn create(at: AtDesk, body: Body) -> Result<Response<Body>, Problem> {
    let mut change = at.sent(body, &[JSON]).await?;
    if at.desk.entity()?.definition().series.is_some() {
        let (samples, many) = series::samples(at.desk.entity()?, change)?;
        return at.run(Job::Append { samples, many }).await;
    }
    // Whoever works offline brings the id with which it was made.
    let id = match change.remove("id") {
        None => None,
        Some(Value::String(id)) => Some(id),
        Some(_) => {
            let message = "an id is a UUID such as \"01890a5d-ac96-774b-bcce-b302099a8057\"";
            return Err(Error::new(Code::RequestType, "/id", message).into());
        }
    };
    at.run(Job::Create { id, change }).await
}

/// Changes what is sent of a record: `null` clears, what is absent stays.
pub(super) async fn patch(at: AtDesk, body: Body) -> Result<Response<Body>, Problem> {
    let change = at.sent(body, &[MERGE_PATCH, JSON]).await?;
    let (id, replace) = (at.id()?, false);
    at.run(Job::Change { id, change, replace }).await
}

/// Replaces a record: what is absent is cleared.
pub(super) async fn put(at: AtDesk, body: Body) -> Result<Response<Body>, Problem> {
    let change = at.sent(body, &[JSON]).await?;
    let (id, replace) = (at.id()?, true);
    at.run(Job::Change { id, change, replace }).await
}

/// Deletes a record, as its entity is deleted.
pub(super) async fn delete(at: AtDesk) -> Result<Response<Body>, Problem> {
    let id = at.id()?;
    at.run(Job::Delete { id }).await
}

/// Lets an event of its machine happen to a record, brings one back that was deleted, or has another one go into it.
pub(super) async fn event(at: AtDesk, body: Body) -> Result<Response<Body>, Problem> {
    let given = body::object_or_nothing(&at.headers, body, &[JSON], MOST_BYTES).await?;
    let id = at.id()?;
    let event = at.named.get(1).map_or("", String::as_str).replace('-', "_");
    if event == "restore" && at.desk.entity()?.definition().soft_delete.is_some() {
        if let Some(name) = given.keys().next() {
            let message = "nothing is sent when a record is brought back";
            return Err(Error::new(Code::RequestUnknown, format!("/{name}"), message).into());
        }
        return at.run(Job::Restore { id }).await;
    }
    let entity = at.desk.entity()?;
    if let Some(named_by) = act_names(entity.name(), &event).filter(|_| entity.is_native()) {
        return commerce::of_one(&at.desk, (id, named_by), &event, &at.headers, given).await;
    }
    if event == "merge" && at.desk.entity()?.definition().merge.is_some() {
        return merge::merge(at.desk, &at.headers, id, given).await;
    }
    at.run(Job::Fire { id, event, given }).await
}

/// Refuses to change what people do not write.
pub(crate) fn by_people(desk: &Desk) -> Result<(), Problem> {
    let entity = desk.entity()?;
    if !entity.is_native() {
        return Ok(());
    }
    let message = format!(
        "`{}` are written by acts alone, such as `POST /v1/acts/book`",
        entity.plural()
    );
    Err(Error::new(Code::RecordsNotWritable, "", message).into())
}

/// The version of the record as it was read, where it matters.
pub(super) fn expected_version(headers: &HeaderMap) -> Result<Option<u64>, Problem> {
    match headers.get(header::IF_MATCH).map(|value| value.to_str()) {
        None | Some(Ok("*")) => Ok(None),
        Some(text) => match text.ok().and_then(version_of) {
            Some(version) => Ok(Some(version)),
            None => {
                let message = "`If-Match` is the `ETag` of the record as it was read, such as `\"3\"`";
                Err(Error::new(Code::RequestRange, "", message).into())
            }
        },
    }
}

/// Carries a job out once, whatever becomes of the line it was asked over.
async fn run(desk: Desk, headers: &HeaderMap, job: Job) -> Result<Response<Body>, Problem> {
    // What the pack has added to a native is changed by itself, and by acts.
    let extends = matches!(job, Job::Change { replace: false, .. }) && desk.entity()?.is_extended();
    if !extends {
        by_people(&desk)?;
    }
    let expected_version = expected_version(headers)?;
    // What is called otherwise and asked at the same address is the same.
    let entity = desk.entity()?.plural().to_owned();
    // By other roles it is another request: what was answered by the former ones is not told again.
    let roles = &desk.caller.actor.roles;
    let asked = format!("{entity} {job:?} {expected_version:?} {roles:?}");
    let once = Arc::new(Once::of(&desk, headers, &[asked.as_bytes()])?);
    let (store, whose) = (desk.app.store.clone(), desk.caller.whose());
    let asked = Arc::new(Asked {
        desk,
        job,
        expected_version,
    });
    let done = store.write_again(whose, move |mut tx| {
        let (once, asked) = (Arc::clone(&once), Arc::clone(&asked));
        Box::pin(async move {
            if let Some(once) = &*once
                && let Some(before) = once.before(&mut tx).await?
            {
                return Ok(before);
            }
            let answer = asked.carry_out(&mut tx).await?;
            if let Some(once) = &*once {
                once.keep(&mut tx, &answer).await?;
            }
            Ok(answer)
        })
    });
    Ok(done.await.map_err(at_home)?.into_response())
}

/// Names the places of what was sent as they stand in it: the body is the change itself, or what is given with an event.
pub(crate) fn at_home(failure: Failure) -> Failure {
    let Failure::Refused(error) = failure else {
        return failure;
    };
    Failure::Refused(error.each_reason(|reason| {
        let within = ["/change", "/given"]
            .iter()
            .find_map(|place| reason.path.strip_prefix(place));
        if let Some(path) = within.filter(|path| path.is_empty() || path.starts_with('/')) {
            reason.path = path.to_owned();
        } else if !["/id", "/effects", "/settled"]
            .iter()
            .any(|own| reason.path.starts_with(own))
        {
            // The record as it was, whoever asks and the version that they saw are in no body. What follows by itself has a place of its own.
            reason.path = String::new();
        }
    }))
}

impl Asked {
    /// Carries it out as one of many. Where it is refused, nothing of it is there when the next one is looked at.
    pub(super) async fn carry_out_apart(&self, tx: &mut TenantTx<'_>) -> Result<Answer, Failure> {
        // Without acts nothing is written that is refused.
        if !self.desk.has_acts()? {
            return self.carry_out(tx).await;
        }
        tx.begin_part().await?;
        let done = self.carry_out(tx).await;
        match &done {
            Ok(_) => tx.keep_part().await?,
            Err(Failure::Refused(_)) => tx.undo_part().await?,
            Err(_) => {}
        }
        done
    }

    /// Carries it out in a transaction.
    pub(super) async fn carry_out(&self, tx: &mut TenantTx<'_>) -> Result<Answer, Failure> {
        let expected = self.expected_version;
        if let Job::Change { id, .. } | Job::Delete { id } | Job::Fire { id, .. } = &self.job {
            self.desk.settle_before_changing(tx, *id).await?;
        }
        match &self.job {
            Job::Append { samples, many } => self.desk.append(tx, samples, *many).await,
            Job::Create { id, change } => self.desk.create(tx, id.as_deref(), change).await,
            Job::Change { id, change, replace } => self.desk.change(tx, *id, change, *replace, expected).await,
            Job::Delete { id } => {
                self.desk.delete(tx, *id, expected).await?;
                Ok(Answer::nothing())
            }
            Job::Restore { id } => self.desk.restore(tx, *id, expected).await,
            Job::Fire { id, event, given } => self.desk.fire(tx, *id, (event, given), expected).await,
        }
    }
}

impl Desk {
    /// Makes a record.
    pub(crate) async fn create(
        &self,
        tx: &mut TenantTx<'_>,
        id: Option<&str>,
        change: &Record,
    ) -> Result<Answer, Failure> {
        let entity = self.entity()?;
        let own = new_id();
        let mut request =
            RecordCheckRequest::new(entity.name(), self.caller.actor.clone(), self.now).with_change(change.clone());
        request.zone = Some(self.zone().clone());
        request.id = Some(id.map_or_else(|| Cell::id_text(&own), str::to_owned));
        let mut checked = self.pack().check_by(&request, &self.caller.holder)?;
        let own = match request.id.as_deref().and_then(Cell::id) {
            Some(Cell::Id(id)) => id,
            _ => own,
        };
        // What has gone for good has a history still, and no other record goes on with it.
        if id.is_some() && self.is_known(tx, own).await? {
            let message = "there is or was a record of this id; choose another one";
            return Err(Reason::new(Code::RecordsTaken, "/id", message).into());
        }
        let left = Left::default().and("", &checked.effects).of(&checked.record);
        self.hold_for_acts(tx, &left).await?;
        self.look_up(tx, own, &checked.links, &checked.unique).await?;
        self.look_at_files(tx, (None, &checked.record)).await?;
        self.look_for_room(tx).await?;
        if let Some(wanted) = &checked.number {
            let number = self.take_number(tx, wanted).await?;
            checked = checked.numbered(&number);
        }
        let done = Done {
            id: own,
            events: &checked.events,
            states: &[],
            changes: &checked.changes,
            images: [None, Some(&checked.record)],
        };
        self.note(tx, done)?;
        self.warn(tx, own, &checked.warned)?;
        tx.add(self.target()?, &checked.record).await?;
        self.set_timer(tx, own, Some(&checked.record)).await?;
        self.follow(tx, own, left).await?;
        let mut answer = Answer::record(201, self.shown(tx, own).await?);
        answer.location = Some(format!("/v1/{}/{}", entity.address(), Cell::id_text(&own)));
        Ok(answer)
    }

    /// Changes a record.
    pub(crate) async fn change(
        &self,
        tx: &mut TenantTx<'_>,
        id: [u8; 16],
        change: &Record,
        replace: bool,
        expected: Option<u64>,
    ) -> Result<Answer, Failure> {
        self.keep_change(tx, id, (change, replace), expected).await?;
        Ok(Answer::record(200, self.shown(tx, id).await?))
    }

    /// Keeps a change to a record.
    pub(super) async fn keep_change(
        &self,
        tx: &mut TenantTx<'_>,
        id: [u8; 16],
        (change, replace): (&Record, bool),
        expected: Option<u64>,
    ) -> Result<(), Failure> {
        let entity = self.entity()?;
        let Some(before) = self.before(tx, id, false).await? else {
            return Err(self.went(tx, id).await?);
        };
        let mut request =
            RecordCheckRequest::new(entity.name(), self.caller.actor.clone(), self.now).with_change(change.clone());
        request.zone = Some(self.zone().clone());
        (request.replace, request.expected_version) = (replace, expected);
        request.before = Some(before);
        let checked = self.pack().check_by(&request, &self.caller.holder)?;
        self.look_up(tx, id, &checked.links, &checked.unique).await?;
        self.look_at_files(tx, (request.before.as_ref(), &checked.record))
            .await?;
        let done = Done {
            id,
            events: &checked.events,
            states: &[],
            changes: &checked.changes,
            images: [request.before.as_ref(), Some(&checked.record)],
        };
        self.note(tx, done)?;
        self.warn(tx, id, &checked.warned)?;
        let before = request.before.unwrap_or_default();
        tx.change(self.target()?, &before, &checked.record).await?;
        self.set_timer(tx, id, Some(&checked.record)).await
    }

    /// Lets an event happen to a record, with all that follows.
    pub(crate) async fn fire(
        &self,
        tx: &mut TenantTx<'_>,
        id: [u8; 16],
        (event, given): (&str, &Map<String, Value>),
        expected: Option<u64>,
    ) -> Result<Answer, Failure> {
        let left = self.keep_event(tx, id, (event, given), expected).await?;
        self.follow(tx, id, left).await?;
        Ok(Answer::record(200, self.shown(tx, id).await?))
    }

    /// Keeps an event of a record; what follows from it is left.
    pub(super) async fn keep_event(
        &self,
        tx: &mut TenantTx<'_>,
        id: [u8; 16],
        (event, given): (&str, &Map<String, Value>),
        expected: Option<u64>,
    ) -> Result<Left, Failure> {
        let entity = self.entity()?;
        let Some(before) = self.before(tx, id, false).await? else {
            return Err(self.went(tx, id).await?);
        };
        let mut request = RecordFireRequest::new(entity.name(), self.caller.actor.clone(), self.now, before, event);
        request.zone = Some(self.zone().clone());
        (request.given, request.expected_version) = (given.clone(), expected);
        let fired = self.pack().fire(&request)?;
        let mut left = Left::default();
        for (number, step) in fired.settled.iter().enumerate() {
            left = left.and(&format!("/settled/{number}"), &step.effects);
        }
        let left = left.and("", &fired.effects).of(&fired.record);
        self.hold_for_acts(tx, &left).await?;
        self.look_up(tx, id, &fired.links, &fired.unique).await?;
        self.look_at_files(tx, (Some(&request.before), &fired.record)).await?;
        let happened = fired.settled.iter().map(|step| &step.record).chain([&fired.fired]);
        let happened = happened.filter(|own| own.event.is_some());
        let states: Vec<String> = happened.map(|own| own.after.clone()).collect();
        let done = Done {
            id,
            events: &fired.events,
            states: &states,
            changes: &fired.changes,
            images: [Some(&request.before), Some(&fired.record)],
        };
        self.note(tx, done)?;
        self.warn(tx, id, &fired.warned)?;
        tx.change(self.target()?, &request.before, &fired.record).await?;
        self.set_timer(tx, id, Some(&fired.record)).await?;
        Ok(left)
    }

    /// Brings a record back that was deleted.
    pub(super) async fn restore(
        &self,
        tx: &mut TenantTx<'_>,
        id: [u8; 16],
        expected: Option<u64>,
    ) -> Result<Answer, Failure> {
        let entity = self.entity()?;
        let found = match self.before(tx, id, true).await? {
            Some(found) => Some(found),
            // One that is not deleted is told so by core, where the caller may know of it.
            None => self.before(tx, id, false).await?,
        };
        let Some(before) = found else {
            return Err(self.not_found()?);
        };
        let mut request = RecordDeleteRequest::new(entity.name(), self.caller.actor.clone(), self.now, before);
        request.expected_version = expected;
        let restored = self.pack().restore(&request)?;
        self.look_up(tx, id, &[], &restored.unique).await?;
        self.look_up_again(tx, id, &restored.record).await?;
        self.look_for_room(tx).await?;
        let done = Done {
            id,
            events: &restored.events,
            states: &[],
            changes: &[],
            images: [Some(&request.before), Some(&restored.record)],
        };
        self.note(tx, done)?;
        tx.change(self.target()?, &request.before, &restored.record).await?;
        tx.take_again(self.target()?, &restored.record).await?;
        self.is_back(tx, id).await?;
        self.set_timer(tx, id, Some(&restored.record)).await?;
        Ok(Answer::record(200, self.shown(tx, id).await?))
    }
}
