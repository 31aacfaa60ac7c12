//! When a pack writes to people by itself: held against the records it is about, the letters that it sends, and the rights of the role in
//! which those are looked at.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::super::definition::{ContactsDefinition, FieldKind};
use super::super::reckon::field_of;
use super::check::plain;
use super::{Entity, Pack, letters};
use crate::expression::{Expression, FactTypes};
use crate::fault::{Faults, Place, Pointer, near, shortened};
use crate::flow::{ContactPlan, ContactPlanDefinition, ContactPurpose, ContactRule};
use crate::tenancy::TenantId;
use crate::tenancy::access::{AccessActor, Holder};
use crate::time::Zone;
use crate::{Code, Reason};

/// On which ways something goes out: by letter, push or SMS alone, or as members want to be told.
const CHANNELS: [&str; 4] = ["email", "notify", "push", "sms"];
/// The moments of every record from which contacts are measured.
const MOMENTS: [&str; 3] = ["created_at", "updated_at", "entered_at"];

/// When people are written to, compiled.
#[derive(Clone, Debug)]
pub(in crate::records) struct Contacted {
    pub(in crate::records) definition: ContactsDefinition,
    pub(in crate::records) plan: ContactPlan,
    /// What its conditions look at.
    pub(in crate::records) facts: BTreeSet<String>,
    /// The fields of which it tells something what goes out, and when.
    pub(in crate::records) looks_at: BTreeSet<String>,
}

/// Holds every plan against the pack.
pub(super) fn compile(pack: &Pack, root: &Pointer, faults: &mut Faults) -> Vec<Arc<Contacted>> {
    let place = root.join("contacts");
    let (mut seen, mut compiled) = (BTreeSet::new(), Vec::new());
    for (index, definition) in pack.definition.contacts.iter().enumerate() {
        let place = place.join(index);
        let name = definition.name.as_str();
        plain(
            name,
            "a plan of contacts",
            &Place::At(place.as_str()).field("name"),
            faults,
        );
        if !seen.insert(name) {
            let message = format!("there are two plans of contacts `{}`", shortened(name));
            faults.add(Reason::new(Code::DefinitionConflict, place.join("name"), message));
        }
        let mut actor = AccessActor::new(TenantId::new("pack"), "contacts");
        actor.roles = vec![definition.as_role.clone()];
        let held = Held {
            pack,
            definition,
            place,
            holder: pack.holder(&actor).ok(),
            faults: &mut *faults,
        };
        compiled.extend(held.compile().map(Arc::new));
    }
    compiled
}

/// A plan that is held against its pack.
struct Held<'h> {
    pack: &'h Pack,
    definition: &'h ContactsDefinition,
    place: Pointer,
    /// What its role may.
    holder: Option<Holder>,
    faults: &'h mut Faults,
}

impl Held<'_> {
    fn fault(&mut self, code: Code, place: &Pointer, message: impl Into<String>) {
        self.faults.add(Reason::new(code, place, message));
    }

    fn compile(mut self) -> Option<Contacted> {
        let (pack, definition, place) = (self.pack, self.definition, self.place.clone());
        if !pack.access.has_role(&definition.as_role) {
            let hint = near(&definition.as_role, pack.definition.roles.keys().map(String::as_str));
            let message = format!("there is no role `{}`{hint}", shortened(&definition.as_role));
            self.fault(Code::DefinitionReference, &place.join("as_role"), message);
        }
        if let Some(purpose) = &definition.consent
            && !pack.definition.purposes.contains_key(purpose)
        {
            let hint = near(purpose, pack.definition.purposes.keys().map(String::as_str));
            let message = format!("there is no purpose `{}`{hint}", shortened(purpose));
            self.fault(Code::DefinitionReference, &place.join("consent"), message);
        }
        let Some(entity) = pack.entity(&definition.entity) else {
            let hint = near(&definition.entity, pack.entities.iter().map(Entity::name));
            let message = format!("there is no entity `{}`{hint}", shortened(&definition.entity));
            self.fault(Code::DefinitionReference, &place.join("entity"), message);
            return None;
        };
        if entity.is_platform() || entity.is_native() || entity.definition().series.is_some() {
            let message = format!("`{}` are no records of a tenant's that people make", entity.plural());
            self.fault(Code::DefinitionConflict, &place.join("entity"), message);
            return None;
        }
        self.reads(entity);
        let mut facts = BTreeSet::new();
        for (index, contact) in definition.contacts.iter().enumerate() {
            self.contact(entity, contact, &place.join("contacts").join(index), &mut facts);
        }
        self.plan(entity, facts)
    }

    /// That the role reads all records.
    fn reads(&mut self, entity: &Entity) {
        let permission = format!("{}:read", entity.plural());
        let held = self.pack.access.permission(&permission);
        let may = |holder: &Holder| held.is_some_and(|held| holder.may(held));
        if !self.holder.as_ref().is_none_or(may) {
            let message = format!(
                "looking at the records needs `{permission}`, which the role `{}` does not hold on all of them",
                shortened(&self.definition.as_role)
            );
            self.fault(Code::DefinitionConflict, &self.place.join("as_role"), message);
        }
    }

    /// That the role sees a field of every record.
    fn seen(&mut self, entity: &Entity, name: &str, at: &Pointer) {
        let (Some(place), Some(holder)) = (entity.place_of(name), &self.holder) else {
            return;
        };
        let hides = |(own, unless): &(usize, _)| *own == place && !holder.may(*unless);
        if entity.masks.iter().any(hides) {
            let message = format!(
                "`{name}` of `{}` is hidden from the role `{}`",
                entity.name(),
                shortened(&self.definition.as_role)
            );
            self.fault(Code::DefinitionConflict, at, message);
        }
    }

    fn contact(&mut self, entity: &Entity, contact: &ContactRule, at: &Pointer, facts: &mut BTreeSet<String>) {
        let letter = at.join("letter");
        match &contact.letter {
            Some(name) => letters::sent(self.pack, Some(name), &[entity], &letter, self.faults),
            None => {
                let message = "the field `letter` is missing: which letter of the pack is sent?";
                self.fault(Code::DefinitionMissing, &letter, message);
            }
        }
        self.anchor(entity, &contact.anchor, &at.join("anchor"));
        if let Some(when) = &contact.when {
            let place = at.join("when");
            match Expression::condition(when, &entity.environment) {
                Ok(condition) => {
                    for name in condition.names() {
                        self.seen(entity, field_of(name), &place);
                        facts.insert(name.to_owned());
                    }
                }
                Err(error) => {
                    let told = error.under(place.as_str()).into_reasons();
                    told.into_iter().for_each(|reason| self.faults.add(reason));
                }
            }
        }
        self.stops(entity, contact, at);
        if !contact.yearly && contact.grace_minutes.is_none() {
            let message = "the field `grace_minutes` is missing: how late may it still go out? Records that are brought in have dates of \
                           long ago";
            self.fault(Code::DefinitionMissing, &at.join("grace_minutes"), message);
        }
        if !contact.wanted {
            let message = "nobody says of a record that they want it; ask for it in `when`";
            self.fault(Code::DefinitionConflict, &at.join("wanted"), message);
        }
        if contact.purpose == ContactPurpose::Marketing {
            self.agreed(entity, &at.join("purpose"));
        }
    }

    /// What is marketing goes to those who have agreed to it.
    fn agreed(&mut self, entity: &Entity, at: &Pointer) {
        if self.definition.consent.is_none() {
            let message = "what is marketing needs a purpose of the pack to which people agree; name it in `consent`";
            self.fault(Code::DefinitionMissing, at, message);
        }
        if entity.definition().people.is_empty() {
            let message = format!(
                "`{}` does not say whom its records are about, and nobody knows whether they have agreed; say it in its `people`",
                entity.name()
            );
            self.fault(Code::DefinitionConflict, at, message);
        }
    }

    /// What it is measured from: a day or a moment of the record.
    fn anchor(&mut self, entity: &Entity, name: &str, at: &Pointer) {
        if MOMENTS.contains(&name) && entity.column_named(name).is_some() {
            return;
        }
        let Some(field) = entity.field(name) else {
            return self.fault(Code::DefinitionReference, at, entity.no_field(name));
        };
        if !matches!(field.kind(), FieldKind::Day | FieldKind::Instant) || field.is_custom() {
            let message = format!(
                "`{name}` is {}; contacts are measured from a day or a moment",
                field.kind().told()
            );
            return self.fault(Code::DefinitionConflict, at, message);
        }
        self.seen(entity, name, at);
    }

    /// What ends it: states of the record's machine.
    fn stops(&mut self, entity: &Entity, contact: &ContactRule, at: &Pointer) {
        let states = entity.machine().map_or(&[][..], |machine| &machine.definition().states);
        for (index, state) in contact.stops_on.iter().enumerate() {
            let at = at.join("stops_on").join(index);
            if states.iter().all(|own| own.name != *state) {
                let hint = near(state, states.iter().map(|own| own.name.as_str()));
                let message = format!(
                    "records of `{}` know no state `{}`{hint}",
                    entity.name(),
                    shortened(state)
                );
                self.fault(Code::DefinitionReference, &at, message);
            }
            if let Some(own) = &entity.definition().machine {
                self.seen(entity, &own.field, &at);
            }
        }
    }

    /// The plan by itself, over the fields of its entity.
    fn plan(self, entity: &Entity, facts: BTreeSet<String>) -> Option<Contacted> {
        let known = entity.environment.names().iter();
        let types = known.filter(|(name, _)| facts.contains(name) && !name.contains('.'));
        let mut contacts = self.definition.contacts.clone();
        // A condition that does not read was told with its place.
        let reads = |when: &String| Expression::condition(when, &entity.environment).is_ok();
        for contact in &mut contacts {
            contact.when = contact.when.take().filter(reads);
        }
        let whole = ContactPlanDefinition {
            zone: Zone::UTC,
            quiet_hours: self.definition.quiet_hours.clone(),
            channels: CHANNELS.map(str::to_owned).to_vec(),
            facts: FactTypes::of(types.cloned()),
            contacts,
            preferences: Vec::new(),
        };
        match ContactPlan::checked(whole, self.faults.part(&self.place)) {
            Ok(plan) => Some(Contacted {
                looks_at: looks_at(entity, self.definition, &facts),
                definition: self.definition.clone(),
                plan,
                facts,
            }),
            Err(error) => {
                let told = error.under(self.place.as_str()).into_reasons();
                told.into_iter().for_each(|reason| self.faults.add(reason));
                None
            }
        }
    }
}

/// The fields by which it is decided what goes out, and when.
fn looks_at(entity: &Entity, definition: &ContactsDefinition, facts: &BTreeSet<String>) -> BTreeSet<String> {
    let anchors = definition.contacts.iter().map(|rule| rule.anchor.as_str());
    let stops = definition.contacts.iter().any(|rule| !rule.stops_on.is_empty());
    let state = entity.definition().machine.as_ref().filter(|_| stops);
    let own = facts.iter().map(|name| field_of(name)).chain(anchors);
    let own = own.chain(state.map(|machine| machine.field.as_str()));
    own.map(str::to_owned).collect()
}
