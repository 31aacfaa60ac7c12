//! To whom a pack writes about a record by itself, and when.

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::compiled::{Contacted, Entity, Pack};
use super::definition::ContactsDefinition;
use super::reach::{Record, alive};
use super::reckon::{Facts, Moment};
use crate::Result;
use crate::expression::{Fact, Known};
use crate::fault::Limits;
use crate::flow::{ContactSubject, ContactSuppressedWhy, PlannedContact};
use crate::time::{Instant, Zone};

/// What is to be sent about a record by now, and what comes next?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RecordContactsRequest {
    /// Of what.
    #[schemars(extend("format" = "reference"))]
    pub entity: String,
    /// The record as it is, with nothing hidden.
    pub record: Record,
    /// The present moment.
    pub now: Instant,
    /// The zone by whose clock days begin; UTC when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<Zone>,
    /// The keys of what was sent about it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 10000), extend("format" = "reference"))]
    pub sent: Vec<String>,
    /// The purposes to which everybody whom the record is about has agreed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 1000), extend("format" = "reference"))]
    pub agreed: Vec<String>,
}

/// What is to be sent about a record, in order of time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct RecordContacts {
    /// What is to be sent now.
    pub send: Vec<RecordContact>,
    /// What is due and waits for the end of quiet hours.
    pub delayed: Vec<RecordContact>,
    /// What is due and is not sent.
    pub suppressed: Vec<RecordContact>,
    /// What comes, as far as nothing stands against it by now.
    pub upcoming: Vec<RecordContact>,
    /// The next moment at which something may have to be sent.
    pub next_at: Option<Instant>,
}

/// A letter that goes out once about a record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct RecordContact {
    /// Plan, contact and occurrence: the same however often it is asked for.
    pub key: String,
    /// Of which plan.
    pub plan: String,
    /// Which contact.
    pub contact: String,
    /// On which way.
    pub channel: String,
    /// Which letter.
    pub letter: String,
    /// When it was to go out by its date alone.
    pub due_at: Instant,
    /// When it goes out; never when it is suppressed.
    pub goes_at: Option<Instant>,
    /// Why it is suppressed.
    pub why: Option<ContactSuppressedWhy>,
}

impl Pack {
    /// What is to be sent about a record by now, what waits, what is not sent and why, and what comes. Nothing is sent: the host does
    /// that, and tells the keys of it the next time.
    pub fn contacts(&self, request: &RecordContactsRequest) -> Result<RecordContacts> {
        request.bounded()?;
        let entity = self.named(&request.entity)?;
        let mut answer = RecordContacts {
            send: Vec::new(),
            delayed: Vec::new(),
            suppressed: Vec::new(),
            upcoming: Vec::new(),
            next_at: None,
        };
        if alive(&request.record).is_err() {
            return Ok(answer);
        }
        for contacted in self.contacted(entity.name()) {
            let subject = subject(contacted, entity, request);
            let found = contacted.plan.about(request.now, subject);
            let (due, upcoming) = found.map_err(|error| error.each_reason(|reason| at_home(&mut reason.path)))?;
            for (list, own) in [
                (&mut answer.send, due.send),
                (&mut answer.delayed, due.delayed),
                (&mut answer.suppressed, due.suppressed),
                (&mut answer.upcoming, upcoming),
            ] {
                list.extend(own.into_iter().map(|own| told(contacted, own)));
            }
            answer.next_at = answer.next_at.into_iter().chain(due.next_at).min();
        }
        for list in [
            &mut answer.send,
            &mut answer.delayed,
            &mut answer.suppressed,
            &mut answer.upcoming,
        ] {
            list.sort_by(|one, other| (one.due_at, &one.key).cmp(&(other.due_at, &other.key)));
        }
        Ok(answer)
    }

    /// The fields of which it would tell something what a plan sends about a record, and when.
    pub fn contact_fields(&self, plan: &str) -> impl Iterator<Item = &str> {
        let plan = self.contacts_named(plan).into_iter();
        plan.flat_map(|own| own.looks_at.iter().map(String::as_str))
    }

    /// When people are written to, by the plan of that name.
    pub fn contacts_of(&self, plan: &str) -> Option<&ContactsDefinition> {
        self.contacts_named(plan).map(|own| &own.definition)
    }
}

/// A record as a plan of contacts knows it.
fn subject(contacted: &Contacted, entity: &Entity, request: &RecordContactsRequest) -> ContactSubject {
    let (definition, record) = (&contacted.definition, &request.record);
    let text = |name: &str| record.get(name).and_then(Value::as_str);
    let anchors = definition.contacts.iter().filter_map(|rule| {
        let value = text(&rule.anchor)?;
        Some((rule.anchor.clone(), value.to_owned()))
    });
    let moment = Moment::new(request.now, request.zone.as_ref(), &definition.name);
    let known = Facts {
        entity,
        record,
        moment: &moment,
    };
    let facts = contacted.facts.iter().filter_map(|name| {
        let value = match known.known(name)? {
            Fact::Wire(value) => value.clone(),
            Fact::Moment(moment) => moment.to_string().into(),
        };
        Some((name.clone(), value))
    });
    let state = entity.definition().machine.as_ref().and_then(|own| text(&own.field));
    let agreed = definition.consent.as_ref();
    ContactSubject {
        id: definition.name.clone(),
        anchors: anchors.collect(),
        known_at: text("created_at").and_then(|moment| moment.parse().ok()),
        states: state.map(str::to_owned).into_iter().collect(),
        facts: facts.collect(),
        marketing_consent: agreed.is_some_and(|purpose| request.agreed.contains(purpose)),
        preferences: Vec::new(),
        zone: Some(request.zone.clone().unwrap_or(Zone::UTC)),
        sent: request.sent.clone(),
    }
}

fn told(contacted: &Contacted, planned: PlannedContact) -> RecordContact {
    let mut rules = contacted.definition.contacts.iter();
    let rule = rules.find(|rule| rule.id == planned.contact);
    RecordContact {
        key: planned.key,
        plan: planned.subject,
        contact: planned.contact,
        channel: planned.channel,
        letter: rule.and_then(|rule| rule.letter.clone()).unwrap_or_default(),
        due_at: planned.due_at,
        goes_at: planned.goes_at,
        why: planned.why,
    }
}

/// Names a place as the request has it.
fn at_home(path: &mut String) {
    let parts = ["/subjects/0/facts", "/subjects/0/anchors"];
    if let Some(rest) = parts.iter().find_map(|part| path.strip_prefix(part)) {
        *path = format!("/record{rest}");
    }
}
