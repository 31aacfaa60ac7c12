use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::definition::{ContactPreference, ContactPurpose, ContactRule};
use super::occurrences::{Anchor, Occurrence, occurrences};
use super::plan::{ContactPlan, Planned, Quiet};
use crate::fault::Limits;
use crate::form::Pointer;
use crate::money::shortened;
use crate::time::{Clock, Instant, Zone};
use crate::{Code, Error, Reason, Result};

/// What is to be sent now?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ContactsDueRequest {
    /// The present moment.
    pub now: Instant,
    /// `now` of the question before: what was due by then is left to it. Everything that is due when not given, less what was
    /// sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Instant>,
    /// The keys that the question before delayed; with `since`, they are looked at again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 100000), extend("format" = "reference"))]
    pub delayed: Vec<String>,
    /// Whom or what it is about: quotes, bookings, customers, documents.
    pub subjects: Vec<ContactSubject>,
}

/// A quote, a booking, a customer, a document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ContactSubject {
    /// What it is known by.
    #[schemars(extend("format" = "name"))]
    pub id: String,
    /// Its dates by name: days such as `2026-05-01`, or moments such as `2026-05-01T10:00:00+02:00`.
    #[schemars(extend("format" = "reference", "valueFormat" = "text"))]
    pub anchors: BTreeMap<String, String>,
    /// When its dates were entered: what would have been due before is due then. What is yearly begins then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known_at: Option<Instant>,
    /// The state that it is in, and its flags: what can stop a contact.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 100), extend("format" = "reference"))]
    pub states: Vec<String>,
    /// What the conditions look at.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub facts: Map<String, Value>,
    /// Whether whoever receives it agreed to marketing.
    #[serde(default)]
    pub marketing_consent: bool,
    /// What whoever receives it wants; the first that fits counts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 200))]
    pub preferences: Vec<ContactPreference>,
    /// The zone of whoever receives it; that of the plan when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<Zone>,
    /// The keys of what was sent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 10000), extend("format" = "reference"))]
    pub sent: Vec<String>,
}

/// What is due, in order of time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct ContactsDue {
    /// What is to be sent now.
    pub send: Vec<PlannedContact>,
    /// What is due and waits for the end of quiet hours.
    pub delayed: Vec<PlannedContact>,
    /// What is due and is not sent.
    pub suppressed: Vec<PlannedContact>,
    /// The next moment at which something may have to be sent.
    pub next_at: Option<Instant>,
}

/// Something that goes out once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct PlannedContact {
    /// Subject, contact and occurrence: the same however often it is asked for.
    pub key: String,
    /// Whom or what it is about.
    pub subject: String,
    /// Which contact.
    pub contact: String,
    /// On which way.
    pub channel: String,
    /// When it was to go out by its date alone.
    pub due_at: Instant,
    /// When it goes out; never when it is suppressed.
    pub goes_at: Option<Instant>,
    /// Why it is suppressed.
    pub why: Option<ContactSuppressedWhy>,
}

/// Why something that is due is not sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ContactSuppressedWhy {
    /// It was.
    Sent,
    /// A state or a flag ended it.
    Stopped,
    /// It is not wanted: by whoever receives it, by the tenant, or as a rule.
    OptedOut,
    /// Marketing without consent.
    NoConsent,
    /// Its condition is false.
    Condition,
    /// It is later than its grace.
    TooLate,
}

impl ContactPlan {
    /// What is to be sent now, what waits until when, and what is not sent and why. Nothing is sent twice when what was sent is
    /// told, or when each question begins where the one before ended and is given what that delayed.
    pub fn due(&self, request: &ContactsDueRequest) -> Result<ContactsDue> {
        request.bounded()?;
        self.asked(request, false).map(|(answer, _)| answer)
    }

    /// The same about one subject, with what comes as far as nothing stands against it by now.
    pub(crate) fn about(&self, now: Instant, subject: ContactSubject) -> Result<(ContactsDue, Vec<PlannedContact>)> {
        self.asked(&ContactsDueRequest::new(now, vec![subject]), true)
    }

    fn asked(&self, request: &ContactsDueRequest, tells_upcoming: bool) -> Result<(ContactsDue, Vec<PlannedContact>)> {
        let mut due = Due {
            plan: self,
            request,
            upcoming: tells_upcoming.then(Vec::new),
            earlier: request.delayed.iter().map(String::as_str).collect(),
            answer: ContactsDue {
                send: Vec::new(),
                delayed: Vec::new(),
                suppressed: Vec::new(),
                next_at: None,
            },
            reasons: Vec::new(),
            quiet: RefCell::default(),
        };
        if request.since.is_some_and(|since| since > request.now) {
            let message = "`since` is after `now`";
            due.reasons.push(Reason::new(Code::TimeReversed, "/since", message));
        }
        let mut known = HashSet::new();
        for (index, subject) in request.subjects.iter().enumerate() {
            let place = Pointer::root().join("subjects").join(index);
            if !known.insert(subject.id.as_str()) {
                let message = format!("another subject has the id `{}`", shortened(&subject.id));
                due.reasons
                    .push(Reason::new(Code::RequestConflict, place.join("id"), message));
            }
            due.subject(subject, &place);
        }
        Error::unless_empty(due.reasons)?;
        let (mut answer, mut upcoming) = (due.answer, due.upcoming.unwrap_or_default());
        for list in [
            &mut answer.send,
            &mut answer.delayed,
            &mut answer.suppressed,
            &mut upcoming,
        ] {
            list.sort_by(|one, other| (one.due_at, &one.key).cmp(&(other.due_at, &other.key)));
        }
        Ok((answer, upcoming))
    }
}

struct Due<'a> {
    plan: &'a ContactPlan,
    request: &'a ContactsDueRequest,
    earlier: HashSet<&'a str>,
    answer: ContactsDue,
    /// What comes, where that is told.
    upcoming: Option<Vec<PlannedContact>>,
    reasons: Vec<Reason>,
    /// What is known to be quiet, by zone.
    quiet: RefCell<HashMap<String, (Zone, Quiet)>>,
}

/// Whom it is about, with the clock that it goes by.
struct Receiver<'a> {
    subject: &'a ContactSubject,
    clock: Arc<Clock>,
    sent: HashSet<&'a str>,
    states: HashSet<&'a str>,
    facts: Pointer,
}

impl<'a> Due<'a> {
    fn subject(&mut self, subject: &'a ContactSubject, place: &Pointer) {
        let receiver = Receiver {
            subject,
            clock: Clock::of(subject.zone.as_ref().unwrap_or(&self.plan.zone)),
            sent: subject.sent.iter().map(String::as_str).collect(),
            states: subject.states.iter().map(String::as_str).collect(),
            facts: place.join("facts"),
        };
        let mut anchors = BTreeMap::new();
        for (name, text) in &subject.anchors {
            match Anchor::read(text) {
                Some(anchor) => {
                    anchors.insert(name.as_str(), anchor);
                }
                None => {
                    let message = format!("`{}` is neither a day nor a moment", shortened(text));
                    let place = place.join("anchors").join(name);
                    self.reasons.push(Reason::new(Code::RequestType, place, message));
                }
            }
        }
        let own = Clock::of(&self.plan.zone);
        for planned in &self.plan.contacts {
            let Some(anchor) = anchors.get(planned.contact.anchor.as_str()) else {
                continue;
            };
            for occurrence in occurrences(&planned.contact, *anchor, (&receiver.clock, &own), self.request.now) {
                self.occurrence(&receiver, planned, &occurrence);
            }
        }
    }

    fn occurrence(&mut self, receiver: &Receiver<'a>, planned: &Planned, occurrence: &Occurrence) {
        let (subject, contact) = (receiver.subject, &planned.contact);
        let known_at = subject.known_at.filter(|known_at| *known_at > occurrence.due);
        if contact.yearly && known_at.is_some() {
            return;
        }
        let key = format!("{}/{}/{}", subject.id, contact.id, occurrence.name);
        let begins = known_at.unwrap_or(occurrence.due);
        let Some(goes_at) = self.after_quiet(begins, receiver, contact) else {
            return;
        };
        let now = self.request.now;
        let against = receiver.against(self.plan, contact, &key);
        if goes_at > now && against.is_none() {
            self.next(goes_at);
        }
        let planned_for = |key: String, goes_at, why| PlannedContact {
            key,
            subject: subject.id.clone(),
            contact: contact.id.clone(),
            channel: contact.channel.clone(),
            due_at: occurrence.due,
            goes_at,
            why,
        };
        if begins > now {
            if let Some(upcoming) = self.upcoming.as_mut().filter(|_| against.is_none()) {
                upcoming.push(planned_for(key, Some(goes_at), None));
            }
            return;
        }
        let waits = goes_at > now;
        let asked_before = self.request.since.is_some_and(|since| goes_at <= since);
        if !waits && asked_before && !self.earlier.contains(key.as_str()) {
            return;
        }
        let ready = if waits {
            Some(goes_at)
        } else {
            self.after_quiet(now, receiver, contact)
        };
        let last = self.last_moment(receiver, contact, occurrence);
        let late = ready.is_none_or(|ready| last.is_some_and(|last| ready > last));
        let why = against
            .or_else(|| self.condition(receiver, planned))
            .or_else(|| late.then_some(ContactSuppressedWhy::TooLate));
        // What is suppressed while it waits is told when the wait is over.
        if why.is_none() || !waits {
            self.place(planned_for(key, ready.filter(|_| why.is_none()), why));
        }
    }

    fn place(&mut self, entry: PlannedContact) {
        match entry.goes_at {
            None => self.answer.suppressed.push(entry),
            Some(goes_at) if goes_at > self.request.now => {
                self.next(goes_at);
                self.answer.delayed.push(entry);
            }
            Some(_) => self.answer.send.push(entry),
        }
    }

    /// It may have to be asked at that moment.
    fn next(&mut self, at: Instant) {
        let next = self.answer.next_at.map_or(at, |next| next.min(at));
        self.answer.next_at = Some(next);
    }

    /// The last moment at which it may go out; always when there is none.
    fn last_moment(&self, receiver: &Receiver<'a>, contact: &ContactRule, occurrence: &Occurrence) -> Option<Instant> {
        let yearly = contact.yearly.then_some(1_440);
        let minutes = contact.grace_minutes.or(yearly)?;
        let begins = self.after_quiet(occurrence.due, receiver, contact)?;
        begins.plus_seconds(i64::from(minutes) * 60)
    }

    fn condition(&mut self, receiver: &Receiver<'a>, planned: &Planned) -> Option<ContactSuppressedWhy> {
        let holds = planned
            .condition
            .as_ref()?
            .holds(&receiver.subject.facts, receiver.facts.as_str());
        match holds {
            Ok(true) => None,
            Ok(false) => Some(ContactSuppressedWhy::Condition),
            Err(error) => {
                for reason in error.into_reasons() {
                    let of_subject = |one: &&Reason| one.path.starts_with(receiver.facts.as_str());
                    let mut told = self.reasons.iter().rev().take_while(of_subject);
                    if !told.any(|one| *one == reason) {
                        self.reasons.push(reason);
                    }
                }
                None
            }
        }
    }

    fn after_quiet(&self, at: Instant, receiver: &Receiver<'a>, contact: &ContactRule) -> Option<Instant> {
        if contact.purpose.is_needed() {
            return Some(at);
        }
        let zone = receiver.subject.zone.as_ref().unwrap_or(&self.plan.zone);
        let mut known = self.quiet.borrow_mut();
        let known = known.entry(zone.name().to_owned());
        let (of, known) = known.or_insert_with(|| (zone.clone(), Quiet::new()));
        if of == zone {
            self.plan.after_quiet(at, &receiver.clock, known)
        } else {
            self.plan.after_quiet(at, &receiver.clock, &mut Quiet::new())
        }
    }
}

impl Receiver<'_> {
    /// What stands against it whatever the time is.
    fn against(&self, plan: &ContactPlan, contact: &ContactRule, key: &str) -> Option<ContactSuppressedWhy> {
        let subject = self.subject;
        let wanted = ContactPreference::of(&subject.preferences, contact)
            .or_else(|| ContactPreference::of(&plan.preferences, contact))
            .unwrap_or(contact.wanted);
        if self.sent.contains(key) {
            Some(ContactSuppressedWhy::Sent)
        } else if contact.stops_on.iter().any(|stop| self.states.contains(stop.as_str())) {
            Some(ContactSuppressedWhy::Stopped)
        } else if !wanted && !contact.purpose.is_needed() {
            Some(ContactSuppressedWhy::OptedOut)
        } else if contact.purpose == ContactPurpose::Marketing && !subject.marketing_consent {
            Some(ContactSuppressedWhy::NoConsent)
        } else {
            None
        }
    }
}
