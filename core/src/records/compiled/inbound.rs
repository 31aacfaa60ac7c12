//! Where mail arrives: held against the records that become of it, and against the rights of the role in which those are made.

use std::collections::BTreeSet;

use super::super::definition::{
    FieldKind, FieldWriter, InboundContact, InboundDefinition, InboundReply, InboundStranger,
};
use super::super::reach::unwritable;
use super::{Entity, Field, Pack};
use crate::fault::{Faults, Place, Pointer, near, shortened};
use crate::tenancy::TenantId;
use crate::tenancy::access::{AccessActor, Holder};
use crate::{Code, Reason};

const TEXT: &[FieldKind] = &[FieldKind::Text, FieldKind::LongText];
const LINE: &[FieldKind] = &[FieldKind::Text];
const SENDER: &[FieldKind] = &[FieldKind::Email, FieldKind::Text];
const TRUTH: &[FieldKind] = &[FieldKind::YesNo];
const LINK: &[FieldKind] = &[FieldKind::Link];
const FILE: &[FieldKind] = &[FieldKind::File, FieldKind::Picture];

/// Holds every place where mail arrives against the pack.
pub(super) fn check(pack: &Pack, root: &Pointer, faults: &mut Faults) {
    let place = root.join("inbound");
    let mut seen = BTreeSet::new();
    for (index, inbound) in pack.definition.inbound.iter().enumerate() {
        let place = place.join(index);
        if !seen.insert(inbound.name.as_str()) {
            let message = format!("there are two places `{}` where mail arrives", shortened(&inbound.name));
            faults.add(Reason::new(Code::DefinitionConflict, place.join("name"), message));
        }
        Held::of(pack, inbound, place, faults).check();
    }
}

/// A place where mail arrives that is held against its pack.
struct Held<'h> {
    pack: &'h Pack,
    inbound: &'h InboundDefinition,
    place: Pointer,
    /// What its role may.
    holder: Option<Holder>,
    /// The permissions of which it was told that the role lacks them.
    told: BTreeSet<String>,
    /// The fields to which a mail gives something.
    given: BTreeSet<&'h str>,
    faults: &'h mut Faults,
}

impl<'h> Held<'h> {
    fn of(pack: &'h Pack, inbound: &'h InboundDefinition, place: Pointer, faults: &'h mut Faults) -> Held<'h> {
        let mut actor = AccessActor::new(TenantId::new("pack"), "inbound");
        actor.roles = vec![inbound.as_role.clone()];
        Held {
            pack,
            inbound,
            place,
            holder: pack.holder(&actor).ok(),
            told: BTreeSet::new(),
            given: BTreeSet::new(),
            faults,
        }
    }

    fn fault(&mut self, code: Code, place: &Pointer, message: impl Into<String>) {
        self.faults.add(Reason::new(code, place, message));
    }

    fn check(&mut self) {
        let (pack, inbound, place) = (self.pack, self.inbound, self.place.clone());
        if !pack.access.has_role(&inbound.as_role) {
            let hint = near(&inbound.as_role, pack.definition.roles.keys().map(String::as_str));
            let message = format!("there is no role `{}`{hint}", shortened(&inbound.as_role));
            self.fault(Code::DefinitionReference, &place.join("as_role"), message);
        }
        let Some(entity) = self.made(&inbound.entity, &place.join("entity")) else {
            return;
        };
        let named = [
            ("subject", &inbound.subject, TEXT),
            ("sender", &inbound.sender, SENDER),
            ("sender_name", &inbound.sender_name, LINE),
            ("proven", &inbound.proven, TRUTH),
        ];
        self.takes(entity, &inbound.text, TEXT, &place.join("text"));
        self.named(entity, &named, &place);
        self.files(entity, &inbound.files, &place);
        if let Some(contact) = &inbound.contact {
            self.contact(entity, contact, &place.join("contact"));
        }
        for (name, value) in &inbound.values {
            let at = place.join("values").join(name);
            if let Some(field) = self.takes(entity, name, &[], &at)
                && let Err(reason) = field.read(value, &Place::Root)
            {
                self.fault(Code::DefinitionRange, &at, reason.message.clone());
            }
        }
        self.complete(entity, &place.join("entity"));
        if let Some(reply) = &inbound.reply {
            self.reply(entity, reply, &place.join("reply"));
        }
    }

    /// An entity of which records are made, by the role.
    fn made(&mut self, name: &str, at: &Pointer) -> Option<&'h Entity> {
        let pack = self.pack;
        let Some(entity) = pack.entity(name) else {
            let hint = near(name, pack.entities.iter().map(Entity::name));
            let message = format!("there is no entity `{}`{hint}", shortened(name));
            self.fault(Code::DefinitionReference, at, message);
            return None;
        };
        if entity.is_platform() || entity.is_native() || entity.definition().series.is_some() {
            let message = format!("`{}` are no records of a tenant's that people make", entity.plural());
            self.fault(Code::DefinitionConflict, at, message);
            return None;
        }
        self.needs(&format!("{}:write", entity.plural()), "making a record of a mail");
        Some(entity)
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
            shortened(&self.inbound.as_role)
        );
        let at = self.place.join("as_role");
        self.fault(Code::DefinitionConflict, &at, message);
    }

    /// A field that people write and to which nothing else is given: of one of these kinds, or of any.
    fn takes(&mut self, entity: &'h Entity, name: &'h str, kinds: &[FieldKind], at: &Pointer) -> Option<&'h Field> {
        let Some(field) = entity.field(name) else {
            self.fault(Code::DefinitionReference, at, entity.no_field(name));
            return None;
        };
        if !kinds.is_empty() && !kinds.contains(&field.kind()) {
            let mut wanted: Vec<&str> = kinds.iter().map(|kind| kind.told()).collect();
            wanted.dedup();
            let message = format!(
                "`{name}` is {}; here stands {}",
                field.kind().told(),
                wanted.join(" or ")
            );
            self.fault(Code::DefinitionConflict, at, message);
        }
        if let Some(why) = unwritable(entity, field) {
            self.fault(Code::DefinitionConflict, at, format!("`{name}` {why}"));
        }
        if !self.given.insert(name) {
            let message = format!("`{name}` takes something else of a mail already");
            self.fault(Code::DefinitionConflict, at, message);
        }
        self.seen(entity, name, at);
        Some(field)
    }

    /// Fields that take a part of a mail, where they are named.
    fn named(&mut self, entity: &'h Entity, named: &[(&str, &'h Option<String>, &[FieldKind])], place: &Pointer) {
        for &(part, name, kinds) in named {
            if let Some(name) = name {
                self.takes(entity, name, kinds, &place.join(part));
            }
        }
    }

    fn files(&mut self, entity: &'h Entity, names: &'h [String], place: &Pointer) {
        for (index, name) in names.iter().enumerate() {
            self.takes(entity, name, FILE, &place.join("files").join(index));
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
                shortened(&self.inbound.as_role)
            );
            self.fault(Code::DefinitionConflict, at, message);
        }
    }

    fn contact(&mut self, entity: &'h Entity, contact: &'h InboundContact, at: &Pointer) {
        let field = self.takes(entity, &contact.field, LINK, &at.join("field"));
        let is_required = field.is_some_and(|field| field.definition().required);
        if is_required && contact.unknown == InboundStranger::Accept {
            let message = format!("`{}` is required, and a stranger is nobody to link to", contact.field);
            self.fault(Code::DefinitionConflict, &at.join("unknown"), message);
        }
        let pack = self.pack;
        let target = field
            .and_then(|field| field.target)
            .and_then(|place| pack.entities.get(place));
        let Some(target) = target else { return };
        self.needs(&format!("{}:read", target.plural()), "finding whoever wrote");
        let at = at.join("by");
        let Some(by) = target.field(&contact.by) else {
            return self.fault(Code::DefinitionReference, &at, target.no_field(&contact.by));
        };
        if by.kind() != FieldKind::Email || !by.definition().filter {
            let message = format!(
                "`{}` must be an e-mail by which lists are filtered; set its `filter`",
                contact.by
            );
            self.fault(Code::DefinitionConflict, &at, message);
        }
        self.seen(target, &contact.by, &at);
    }

    /// That nothing is missing of a record that is made. A mail may come without any file.
    fn complete(&mut self, entity: &Entity, at: &Pointer) {
        let number = entity.definition().number.as_ref().map(|number| number.field.as_str());
        let state = entity
            .definition()
            .machine
            .as_ref()
            .map(|machine| machine.field.as_str());
        for field in entity.fields() {
            let (name, own) = (field.name(), field.definition());
            let comes = own.default.is_some() || own.written_by != FieldWriter::People || own.computed.is_some();
            let is_kept = [number, state].contains(&Some(name));
            let (is_file, is_given) = (FILE.contains(&field.kind()), self.given.contains(name));
            if !own.required || comes || is_kept || is_given && !is_file {
                continue;
            }
            let message = match is_file {
                true => format!("`{name}` is required, and not every mail has a file for it"),
                false => format!("`{name}` is required, and no mail says it; give it in `values`"),
            };
            self.fault(Code::DefinitionMissing, at, message);
        }
    }

    fn reply(&mut self, about: &'h Entity, reply: &'h InboundReply, at: &Pointer) {
        self.given.clear();
        if reply.only_contact && self.inbound.contact.is_none() {
            let message = "nothing says who the contact of a record is; say it in `contact`";
            self.fault(Code::DefinitionMissing, &at.join("only_contact"), message);
        }
        let Some(entity) = self.made(&reply.entity, &at.join("entity")) else {
            return;
        };
        let link = self.takes(entity, &reply.link, LINK, &at.join("link"));
        let pack = self.pack;
        let target = link
            .and_then(|link| link.target)
            .and_then(|place| pack.entities.get(place));
        if let Some(target) = target.filter(|target| target.name() != about.name()) {
            let message = format!(
                "`{}` leads to `{}`, and letters are about `{}`",
                reply.link,
                target.name(),
                about.name()
            );
            self.fault(Code::DefinitionConflict, &at.join("link"), message);
        }
        self.takes(entity, &reply.text, TEXT, &at.join("text"));
        let named = [("sender", &reply.sender, SENDER), ("proven", &reply.proven, TRUTH)];
        self.named(entity, &named, at);
        self.files(entity, &reply.files, at);
        self.needs(&format!("{}:read", about.plural()), "finding what a reply is about");
        self.complete(entity, &at.join("entity"));
    }
}
