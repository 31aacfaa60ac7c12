//! Who outside tells what happened there: held against the records that are found, changed and made, and against the rights of the role in
//! which that is done.

use std::collections::BTreeSet;

use super::super::definition::{FieldKind, FieldWriter, WebhookAction, WebhookDefinition, WebhookPart, WebhookScheme};
use super::super::reach::unwritable;
use super::{Entity, Pack};
use crate::fault::{Faults, Place, Pointer, near, shortened};
use crate::tenancy::TenantId;
use crate::tenancy::access::{AccessActor, Holder};
use crate::{Code, Reason};

/// The fields by which a record is found: what a list is filtered by that is written as a text or a whole number.
const FOUND_BY: &[FieldKind] = &[
    FieldKind::Text,
    FieldKind::Email,
    FieldKind::Phone,
    FieldKind::Integer,
    FieldKind::Link,
];

/// Holds every source against the pack.
pub(super) fn check(pack: &Pack, root: &Pointer, faults: &mut Faults) {
    let place = root.join("webhooks");
    let mut seen = BTreeSet::new();
    for (index, webhook) in pack.definition.webhooks.iter().enumerate() {
        let place = place.join(index);
        if !seen.insert(webhook.name.as_str()) {
            let message = format!("there are two sources of webhooks `{}`", shortened(&webhook.name));
            faults.add(Reason::new(Code::DefinitionConflict, place.join("name"), message));
        }
        let mut actor = AccessActor::new(TenantId::new("pack"), "webhook");
        actor.roles = vec![webhook.as_role.clone()];
        let mut held = Held {
            pack,
            webhook,
            place,
            holder: pack.holder(&actor).ok(),
            told: BTreeSet::new(),
            faults,
        };
        held.check();
    }
}

/// A source that is held against its pack.
struct Held<'h> {
    pack: &'h Pack,
    webhook: &'h WebhookDefinition,
    place: Pointer,
    /// What its role may.
    holder: Option<Holder>,
    /// The permissions of which it was told that the role lacks them.
    told: BTreeSet<String>,
    faults: &'h mut Faults,
}

impl<'h> Held<'h> {
    fn fault(&mut self, code: Code, place: &Pointer, message: impl Into<String>) {
        self.faults.add(Reason::new(code, place, message));
    }

    fn check(&mut self) {
        let (pack, webhook, place) = (self.pack, self.webhook, self.place.clone());
        if !pack.access.has_role(&webhook.as_role) {
            let hint = near(&webhook.as_role, pack.definition.roles.keys().map(String::as_str));
            let message = format!("there is no role `{}`{hint}", shortened(&webhook.as_role));
            self.fault(Code::DefinitionReference, &place.join("as_role"), message);
        }
        self.signed(&place);
        for (name, part) in [("id", &webhook.id), ("kind", &webhook.kind)] {
            if let Some(part) = part {
                self.part(part, &place.join(name));
            }
        }
        if webhook.kind.is_none() && webhook.does.iter().any(|action| !action.kinds.is_empty()) {
            let message = "something is done of some kinds alone; say where a kind stands";
            self.fault(Code::DefinitionMissing, &place.join("kind"), message);
        }
        for (index, action) in webhook.does.iter().enumerate() {
            self.action(action, &place.join("does").join(index));
        }
    }

    /// That it is said how it is signed, and nothing that says nothing in its scheme.
    fn signed(&mut self, place: &Pointer) {
        let webhook = self.webhook;
        let says_itself = matches!(webhook.scheme, WebhookScheme::Standard | WebhookScheme::Paypal);
        match &webhook.header {
            Some(_) if says_itself => self.needless("header", place),
            Some(header) if !is_header(header) => self.no_header(header, &place.join("header")),
            None if !says_itself => {
                let message = "say in which header the signature stands";
                self.fault(Code::DefinitionMissing, &place.join("header"), message);
            }
            _ => {}
        }
        if webhook.id.is_some() && says_itself {
            self.needless("id", place);
        } else if webhook.id.is_none() && !says_itself {
            let message = "say where the id of an event stands; without it one that comes again would be done again";
            self.fault(Code::DefinitionMissing, &place.join("id"), message);
        }
        if webhook.scheme != WebhookScheme::Body {
            for (name, is_said) in [
                ("prefix", webhook.prefix.is_some()),
                ("encoding", webhook.encoding != Default::default()),
                ("with_address", webhook.with_address),
            ] {
                if is_said {
                    self.needless(name, place);
                }
            }
        }
    }

    fn needless(&mut self, name: &str, place: &Pointer) {
        let message = format!("the scheme says `{name}` itself; leave it out");
        self.fault(Code::DefinitionConflict, &place.join(name), message);
    }

    fn no_header(&mut self, name: &str, at: &Pointer) {
        let message = format!("`{}` is no header; one is such as `X-Signature`", shortened(name));
        self.fault(Code::DefinitionRange, at, message);
    }

    fn part(&mut self, part: &WebhookPart, at: &Pointer) {
        match (&part.header, &part.body) {
            (Some(header), None) if !is_header(header) => self.no_header(header, &at.join("header")),
            (Some(_), None) => {}
            (None, Some(pointer)) => self.pointer(pointer, &at.join("body")),
            _ => {
                let message = "it stands in one place: name its `header`, or where it is in the `body`";
                self.fault(Code::DefinitionConflict, at, message);
            }
        }
    }

    fn pointer(&mut self, pointer: &str, at: &Pointer) {
        if !pointer.starts_with('/') {
            let message = format!("`{}` is no JSON pointer; one is such as `/data/id`", shortened(pointer));
            self.fault(Code::DefinitionRange, at, message);
        }
    }

    fn action(&mut self, action: &'h WebhookAction, at: &Pointer) {
        let pack = self.pack;
        let place = at.join("entity");
        let Some(entity) = pack.entity(&action.entity) else {
            let hint = near(&action.entity, pack.entities.iter().map(Entity::name));
            let message = format!("there is no entity `{}`{hint}", shortened(&action.entity));
            return self.fault(Code::DefinitionReference, &place, message);
        };
        if entity.is_platform() || entity.is_native() || entity.definition().series.is_some() {
            let message = format!("`{}` are no records of a tenant's that people change", entity.plural());
            return self.fault(Code::DefinitionConflict, &place, message);
        }
        for (name, pointer) in &action.fields {
            self.pointer(pointer, &at.join("fields").join(name));
        }
        if let Some(event) = &action.event {
            self.fires(entity, (event, action), at);
        } else {
            self.needs(&format!("{}:write", entity.plural()), "what is done of a message");
            self.writes(entity, action, at);
        }
        match &action.find {
            Some(find) => {
                self.needs(&format!("{}:read", entity.plural()), "finding a record");
                self.found(entity, &find.field, &at.join("find").join("field"));
                self.pointer(&find.at, &at.join("find").join("at"));
            }
            None if action.event.is_some() => {
                let message = "an event happens to a record that is there; say how it is found";
                self.fault(Code::DefinitionMissing, &at.join("find"), message);
            }
            None => self.complete(entity, action, &place),
        }
    }

    /// That the role holds a permission on all records.
    fn needs(&mut self, permission: &str, what: &str) {
        let held = self.pack.access.permission(permission);
        let may = |holder: &Holder| held.is_some_and(|held| holder.may(held));
        if self.holder.as_ref().is_none_or(may) || !self.told.insert(permission.to_owned()) {
            return;
        }
        let message = format!(
            "{what} needs `{permission}`, which the role `{}` does not hold on all records",
            shortened(&self.webhook.as_role)
        );
        let at = self.place.join("as_role");
        self.fault(Code::DefinitionConflict, &at, message);
    }

    /// A field by which lists are filtered, and that the role sees.
    fn found(&mut self, entity: &Entity, name: &str, at: &Pointer) {
        if name == "id" {
            return;
        }
        let Some(field) = entity.field(name) else {
            return self.fault(Code::DefinitionReference, at, entity.no_field(name));
        };
        if !FOUND_BY.contains(&field.kind()) || !field.definition().filter {
            let message = format!(
                "`{name}` must be a text, an e-mail, a telephone number, a whole number or a link by which lists are filtered; set its `filter`"
            );
            self.fault(Code::DefinitionConflict, at, message);
        }
        self.seen(entity, name, at);
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
                shortened(&self.webhook.as_role)
            );
            self.fault(Code::DefinitionConflict, at, message);
        }
    }

    /// The fields that are given: each once, written by people, and seen.
    fn writes(&mut self, entity: &Entity, action: &WebhookAction, at: &Pointer) {
        let fields = action.fields.keys().map(|name| ("fields", name, None));
        let values = action.values.iter().map(|(name, value)| ("values", name, Some(value)));
        for (part, name, value) in fields.chain(values) {
            let place = at.join(part).join(name);
            let Some(field) = entity.field(name) else {
                self.fault(Code::DefinitionReference, &place, entity.no_field(name));
                continue;
            };
            if let Some(why) = unwritable(entity, field) {
                self.fault(Code::DefinitionConflict, &place, format!("`{name}` {why}"));
            }
            if value.is_some() && action.fields.contains_key(name) {
                let message = format!("`{name}` takes something of the body already");
                self.fault(Code::DefinitionConflict, &place, message);
            }
            if let Some(Err(reason)) = value.map(|value| field.read(value, &Place::Root)) {
                self.fault(Code::DefinitionRange, &place, reason.message.clone());
            }
            self.seen(entity, name, &place);
        }
    }

    /// An event of the machine, and what is given with it; whether the role may fire it depends on the state, and is told then.
    fn fires(&mut self, entity: &Entity, (event, action): (&str, &WebhookAction), at: &Pointer) {
        let place = at.join("event");
        let Some(machine) = entity.machine() else {
            let message = format!("`{}` live by no machine; leave the event out", entity.plural());
            return self.fault(Code::DefinitionConflict, &place, message);
        };
        let machine = machine.definition();
        if machine.events.iter().all(|own| own.name != event) {
            let hint = near(event, machine.events.iter().map(|own| own.name.as_str()));
            let message = format!("`{}` has no event `{}`{hint}", machine.name, shortened(event));
            return self.fault(Code::DefinitionReference, &place, message);
        }
        for name in action.fields.keys().chain(action.values.keys()) {
            if entity.field(name).is_none() {
                self.fault(
                    Code::DefinitionReference,
                    &at.join("fields").join(name),
                    entity.no_field(name),
                );
            }
        }
    }

    /// That nothing is missing of a record that is made.
    fn complete(&mut self, entity: &Entity, action: &WebhookAction, at: &Pointer) {
        let number = entity.definition().number.as_ref().map(|number| number.field.as_str());
        let state = entity
            .definition()
            .machine
            .as_ref()
            .map(|machine| machine.field.as_str());
        for field in entity.fields() {
            let (name, own) = (field.name(), field.definition());
            let comes = own.default.is_some() || own.written_by != FieldWriter::People || own.computed.is_some();
            let is_given = action.fields.contains_key(name) || action.values.contains_key(name);
            if !own.required || comes || is_given || [number, state].contains(&Some(name)) {
                continue;
            }
            let message = format!("`{name}` is required; say where it stands in the body, or give it in `values`");
            self.fault(Code::DefinitionMissing, at, message);
        }
    }
}

/// Whether something is the name of a header.
fn is_header(name: &str) -> bool {
    !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
}
