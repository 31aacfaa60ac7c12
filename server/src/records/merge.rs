//! Two records become one: the other one goes, and all that leads to it leads to the one that stays. All of it is one transaction; whoever
//! only looks has it carried out in any case and undone, so that what is told beforehand is what comes.

mod goes;
mod leading;
mod look;
mod sent;
mod went;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use axum::Json;
use axum::body::Body;
use axum::http::{HeaderMap, Response};
use axum::response::IntoResponse;
use ratebook::records::{Cell, MergedRecord, RecordMergeRequest};
use ratebook::{Code, Error, Reason};
use serde_json::Value;

use super::answer::Answer;
use super::change::expected_version;
use super::desk::Desk;
use super::once::Once;
use crate::platform::members;
use crate::problem::Problem;
use crate::store::sql::Hold;
use crate::store::{Failure, Record, TenantTx};
use look::Look;
use sent::Sent;

/// Two records that are to become one.
#[derive(Debug)]
struct Merging {
    desk: Desk,
    /// The one that stays, and the version that it has to have.
    id: [u8; 16],
    expected: Option<u64>,
    sent: Sent,
    /// Whether the one that goes is that of a member, by the id of their account.
    is_of_member: bool,
}

/// Both, as they are held.
#[derive(Debug)]
struct Both {
    kept: Record,
    other: Record,
    other_id: [u8; 16],
}

/// Has another record go into one; or tells what would come of it.
pub(super) async fn merge(
    desk: Desk,
    headers: &HeaderMap,
    id: [u8; 16],
    sent: Record,
) -> Result<Response<Body>, Problem> {
    // Whoever may not is told so, whichever records they name.
    desk.pack().may_merge(desk.entity()?.name(), &desk.caller.holder)?;
    let expected = expected_version(headers)?;
    // By other roles it is another request: what was answered by the former ones is not told again.
    let asked = format!(
        "merge {} {} {} {expected:?} {:?}",
        desk.entity()?.plural(),
        Cell::id_text(&id),
        Value::Object(sent.clone()),
        desk.caller.actor.roles
    );
    let once = Arc::new(Once::of(&desk, headers, &[asked.as_bytes()])?);
    let (store, whose) = (desk.app.store.clone(), desk.caller.whose());
    let sent = Sent::read(sent);
    let is_of_member = match sent.other_id() {
        Some(other) => members::is_member(&desk.app, desk.caller.tenant, other).await?,
        None => false,
    };
    let merging = Arc::new(Merging {
        desk,
        id,
        expected,
        sent,
        is_of_member,
    });
    let seen: Arc<Mutex<Option<Look>>> = Arc::default();
    let (own, told) = (Arc::clone(&merging), Arc::clone(&seen));
    let done = store.write_again_at_length(whose, move |mut tx| {
        let (once, own, told) = (Arc::clone(&once), Arc::clone(&own), Arc::clone(&told));
        Box::pin(async move {
            if let Some(once) = &*once
                && let Some(before) = once.before(&mut tx).await?
            {
                return Ok(before);
            }
            let answer = own.carry_out(&mut tx, &told).await?;
            if let Some(once) = &*once {
                once.keep(&mut tx, &answer).await?;
            }
            Ok(answer)
        })
    });
    match done.await {
        Err(Failure::Undone) => {
            let look = seen.lock().unwrap_or_else(PoisonError::into_inner).take();
            let look = look.ok_or_else(|| Failure::defect("a look at nothing"))?;
            Ok(Json(look.told((merging.id, &merging.sent.other))?).into_response())
        }
        done => Ok(done?.into_response()),
    }
}

impl Merging {
    /// Has both become one, or tells everything that stands against it. Of a look it is told beside it what came of it, and all is undone.
    async fn carry_out(&self, tx: &mut TenantTx<'_>, told: &Mutex<Option<Look>>) -> Result<Answer, Failure> {
        let both = self.both(tx).await?;
        let mut look = Look::default();
        let merged = match self.desk.pack().merge(&self.request(&both)) {
            Ok(merged) => Some(merged),
            Err(error) => {
                look.refused.extend(error.into_reasons());
                None
            }
        };
        look.leading = self.leading(tx, both.other_id).await?;
        look.notifications = self.desk.notifications_of(tx, both.other_id).await?;
        look.consents = self.desk.consents_of(tx, both.other_id).await?;
        let over = look.too_many();
        let is_bounded = over.is_empty();
        look.refused.extend(over);
        look.refused.extend(self.stands_against(tx, &both).await?);
        if let Some(merged) = merged {
            if is_bounded {
                self.become_one(tx, (&both, &merged), &mut look).await?;
            }
            look.merged = Some(merged);
        }
        look.refused.iter_mut().for_each(at_home);
        if self.sent.is_look {
            *told.lock().unwrap_or_else(PoisonError::into_inner) = Some(look);
            return Err(Failure::Undone);
        }
        Error::unless_empty(look.refused)?;
        let record = look
            .record
            .ok_or_else(|| Failure::defect("two records that did not become one, and nothing stood against it"))?;
        Ok(Answer::record(200, record))
    }

    /// The one that goes before the one that stays, which may have what only one has; then what leads to it, and what stands beside it. It goes
    /// on where something stands against it, so that all of that is told, and is undone then.
    async fn become_one(
        &self,
        tx: &mut TenantTx<'_>,
        (both, merged): (&Both, &MergedRecord),
        look: &mut Look,
    ) -> Result<(), Failure> {
        let desk = &self.desk;
        desk.goes_into(tx, (both, merged), self.id).await?;
        match desk.takes_in(tx, (both, merged), self.id).await {
            Ok(()) => {}
            Err(Failure::Refused(error)) => look.refused.extend(error.into_reasons()),
            Err(failure) => return Err(failure),
        }
        self.point_all(tx, look, both.other_id).await?;
        if look.refused.is_empty() {
            desk.move_notifications(tx, (both.other_id, self.id)).await?;
            desk.is_gone_into(tx, (both.other_id, self.id)).await?;
            look.record = Some(desk.shown(tx, self.id).await?);
        }
        Ok(())
    }

    fn request(&self, both: &Both) -> RecordMergeRequest {
        let desk = &self.desk;
        let name = desk.entity().map_or("", |entity| entity.name());
        let (kept, other) = (both.kept.clone(), both.other.clone());
        let mut request = RecordMergeRequest::new(name, desk.caller.actor.clone(), desk.now, kept, other);
        request.zone = Some(desk.zone().clone());
        request.fields.clone_from(&self.sent.fields);
        (request.expected_version, request.other_version) = (self.expected, self.sent.other_version);
        request
    }

    /// Whether there are samples of such records.
    fn has_samples(&self) -> Result<bool, Failure> {
        let desk = &self.desk;
        for referring in desk.pack().referring(desk.entity()?) {
            if desk.at(&referring.entity)?.entity()?.definition().series.is_some() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Both records, held in the order of their ids, so that two requests never wait for each other.
    async fn both(&self, tx: &mut TenantTx<'_>) -> Result<Both, Failure> {
        let desk = &self.desk;
        let other = self.sent.other_id();
        // Whoever adds a sample holds whose it is so that it does not go: they wait, and none comes between two of one moment.
        let kept = match self.has_samples()? {
            true => Hold::ToDelete,
            false => Hold::ToChange,
        };
        let mut wanted = BTreeMap::from([(self.id, kept)]);
        if let Some(other) = other {
            wanted.entry(other).or_insert(Hold::ToDelete);
        }
        let mut found = BTreeMap::new();
        for (id, hold) in wanted {
            desk.settle_before_changing(tx, id).await?;
            if let Some(record) = desk.held(tx, id, false, hold).await? {
                found.insert(id, record);
            }
        }
        let Some(kept) = found.get(&self.id).cloned() else {
            return Err(desk.went(tx, self.id).await?);
        };
        Error::unless_empty(self.sent.faults.clone())?;
        let there = other.and_then(|other| Some((other, found.remove(&other)?)));
        let Some((other_id, other)) = there else {
            return Err(self.no_other(tx, other).await?);
        };
        Ok(Both { kept, other, other_id })
    }

    /// That the other one is not there, or where it went before.
    async fn no_other(&self, tx: &mut TenantTx<'_>, other: Option<[u8; 16]>) -> Result<Failure, Failure> {
        let entity = self.desk.entity()?;
        let shown: String = self.sent.other.chars().take(40).collect();
        let into = match other {
            Some(other) => self.desk.merged_into(tx, other).await?,
            None => None,
        };
        let message = match into {
            Some(into) => format!("this `{}` went into `{}` already", entity.name(), Cell::id_text(&into)),
            None => format!("there is no `{}` with the id `{shown}`", entity.name()),
        };
        let reason = Reason::new(Code::RecordsLink, "/other", message);
        Ok(reason.with("entity", entity.name()).with("id", shown).into())
    }
}

/// Names the places of what was sent as they stand in it. The record itself, whoever asks and the version that they saw are in no body.
fn at_home(reason: &mut Reason) {
    let within = |place: &str| {
        let rest = reason.path.strip_prefix(place);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    if within("/other") {
        reason.path = "/other".to_owned();
    } else if !within("/fields") && !within("/other_version") {
        reason.path = String::new();
    }
}
