//! What a pack writes to people: held against the records it is about, and against the rights of the role in which those are read.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::super::definition::{FieldKind, LetterDefinition, LetterReceiver, ScheduleAction};
use super::{Entity, Field, Pack, lives};
use crate::fault::{Faults, Pointer, near, shortened};
use crate::flow::{MachineDefinition, MachineEffect};
use crate::tenancy::TenantId;
use crate::tenancy::access::{AccessActor, Holder};
use crate::{Code, Reason};

/// The effects that send what a pack writes.
pub(super) const SENDS: [&str; 4] = ["notify", "send_email", "send_push", "send_sms"];
/// What they are told which one by.
pub(super) const NAMED_BY: &str = "template";
/// What every letter knows beside fields of its record.
const KNOWN: [&str; 2] = ["recipient_name", "tenant_name"];
/// What a tenant has set is called by this word and a dot, where the record has no link of that name.
const SETTINGS: &str = "settings";
/// What every record has and a letter may say.
const OWN: [&str; 3] = ["id", "created_at", "updated_at"];

/// Holds every letter against the pack, and everything that sends one.
pub(super) fn check(pack: &Pack, root: &Pointer, faults: &mut Faults) {
    let place = root.join("mail");
    let mut seen = BTreeSet::new();
    for (index, letter) in pack.definition.mail.iter().enumerate() {
        let place = place.join(index);
        if !seen.insert(letter.name.as_str()) {
            let message = format!("there are two letters `{}`", shortened(&letter.name));
            faults.add(Reason::new(Code::DefinitionConflict, place.join("name"), message));
        }
        Held::of(pack, letter, place, faults).check();
    }
    // Where a pack writes nothing itself, whoever carries its effects out does.
    if !pack.definition.mail.is_empty() {
        senders(pack, root, faults);
    }
}

/// Machines that send one, and schedules that do not say which.
fn senders(pack: &Pack, root: &Pointer, faults: &mut Faults) {
    for (place, machine, living) in lives::written(pack, root) {
        for (at, effect) in effects(machine, &place) {
            if SENDS.contains(&effect.name.as_str()) {
                let named = effect.with.get(NAMED_BY).and_then(Value::as_str);
                sent(pack, named, &living, &at.join("with").join(NAMED_BY), faults);
            }
        }
    }
    let place = root.join("schedules");
    for (index, schedule) in pack.definition.schedules.iter().enumerate() {
        if let Some(ScheduleAction::Effect(name)) = &schedule.action
            && SENDS.contains(&name.as_str())
        {
            let message =
                "the effect says nothing of which letter is sent; write `do = { notify = \"…\" }` with its name";
            let at = place.join(index).join("do").join("effect");
            faults.add(Reason::new(Code::DefinitionConflict, at, message));
        }
    }
}

/// The effects of a machine, and where they stand.
pub(in crate::records) fn effects<'m>(
    machine: &'m MachineDefinition,
    place: &Pointer,
) -> Vec<(Pointer, &'m MachineEffect)> {
    let mut found = Vec::new();
    let mut take = |place: Pointer, effects: &'m [MachineEffect]| {
        let own = effects.iter().enumerate();
        found.extend(own.map(|(number, effect)| (place.join("effects").join(number), effect)));
    };
    if let Some(start) = &machine.start {
        take(place.join("start"), &start.effects);
    }
    for (index, way) in machine.transitions.iter().enumerate() {
        take(place.join("transitions").join(index), &way.effects);
    }
    found
}

/// That a letter which is sent is one of the pack, and about such records.
pub(super) fn sent(pack: &Pack, name: Option<&str>, of: &[&Entity], at: &Pointer, faults: &mut Faults) {
    let Some(name) = name else {
        let message = "which letter is sent? Name it in `template`";
        return faults.add(Reason::new(Code::DefinitionMissing, at, message));
    };
    let Some(letter) = pack.letter(name) else {
        let hint = near(name, pack.definition.mail.iter().map(|letter| letter.name.as_str()));
        let message = format!("there is no letter `{}`{hint}", shortened(name));
        return faults.add(Reason::new(Code::DefinitionReference, at, message));
    };
    if let Some(other) = of.iter().find(|entity| entity.name() != letter.entity) {
        let message = format!(
            "the letter `{}` is about `{}`, and this happens to `{}`",
            letter.name,
            shortened(&letter.entity),
            other.name()
        );
        faults.add(Reason::new(Code::DefinitionConflict, at, message));
    }
}

/// A letter that is held against its pack.
struct Held<'h> {
    pack: &'h Pack,
    letter: &'h LetterDefinition,
    place: Pointer,
    /// What its role may.
    holder: Option<Holder>,
    /// The entities of which it was told that the role reads none.
    told: BTreeSet<String>,
    faults: &'h mut Faults,
}

impl<'h> Held<'h> {
    fn of(pack: &'h Pack, letter: &'h LetterDefinition, place: Pointer, faults: &'h mut Faults) -> Held<'h> {
        let mut actor = AccessActor::new(TenantId::new("pack"), "mail");
        actor.roles = vec![letter.as_role.clone()];
        Held {
            pack,
            letter,
            place,
            holder: pack.holder(&actor).ok(),
            told: BTreeSet::new(),
            faults,
        }
    }

    fn fault(&mut self, code: Code, place: &Pointer, message: impl Into<String>) {
        self.faults.add(Reason::new(code, place, message));
    }

    fn check(&mut self) {
        let (pack, letter, place) = (self.pack, self.letter, self.place.clone());
        self.languages();
        self.short();
        self.role(&letter.as_role, &place.join("as_role"));
        for (index, to) in letter.to.iter().enumerate() {
            if let LetterReceiver::Role(role) = to {
                self.role(role, &place.join("to").join(index).join("role"));
            }
        }
        let Some(entity) = pack.entity(&letter.entity) else {
            let hint = near(&letter.entity, pack.entities.iter().map(Entity::name));
            let message = format!("there is no entity `{}`{hint}", shortened(&letter.entity));
            return self.fault(Code::DefinitionReference, &place.join("entity"), message);
        };
        if entity.is_platform() || entity.definition().series.is_some() {
            let message = format!(
                "`{}` are no records of a tenant's to which anything happens",
                entity.plural()
            );
            return self.fault(Code::DefinitionConflict, &place.join("entity"), message);
        }
        self.read(entity, &place.join("as_role"));
        for (index, to) in letter.to.iter().enumerate() {
            self.receiver(entity, to, &place.join("to").join(index));
        }
        if let Some(path) = &letter.locale {
            self.path(
                entity,
                path,
                &[FieldKind::Text, FieldKind::Choice],
                &place.join("locale"),
            );
        }
        self.fields(entity);
        for (index, name) in letter.attachments.iter().enumerate() {
            let at = place.join("attachments").join(index);
            self.own(entity, name, &[FieldKind::File, FieldKind::Picture], &at);
        }
        if let Some(name) = &letter.answers {
            self.answers(name, &place.join("answers"));
        }
    }

    /// That a place where mail arrives says what becomes of an answer.
    fn answers(&mut self, name: &str, at: &Pointer) {
        let (pack, about) = (self.pack, &self.letter.entity);
        let Some(inbound) = pack.inbound(name) else {
            let hint = near(name, pack.definition.inbound.iter().map(|own| own.name.as_str()));
            let message = format!("there is no place `{}` where mail arrives{hint}", shortened(name));
            return self.fault(Code::DefinitionReference, at, message);
        };
        if inbound.reply.is_none() || inbound.entity != *about {
            let message = format!(
                "`{}` does not say what becomes of an answer to a letter about `{}`; say it in its `reply`",
                shortened(name),
                shortened(about)
            );
            self.fault(Code::DefinitionConflict, at, message);
        }
    }

    /// Its languages are the pack's, and the first of those is there.
    fn languages(&mut self) {
        let (languages, words) = (&self.pack.definition.languages, &self.letter.words);
        let at = self.place.join("words");
        if words.is_empty() {
            return self.fault(Code::DefinitionMissing, &at, "the letter says nothing in any language");
        }
        let Some(first) = languages.first() else { return };
        if !words.contains_key(first) {
            let message = format!(
                "the letter has no words in `{}`, the first language of the pack, in which it is read where another one is missing",
                shortened(first)
            );
            self.fault(Code::DefinitionMissing, &at.join(first), message);
        }
        for language in words.keys().filter(|language| !languages.contains(language)) {
            let hint = near(language, languages.iter().map(String::as_str));
            let message = format!("the pack has no language `{}`{hint}", shortened(language));
            self.fault(Code::DefinitionReference, &at.join(language), message);
        }
    }

    /// That it says something in a few words in each language, where it does in one, or is told by SMS.
    fn short(&mut self) {
        let (letter, place) = (self.letter, self.place.join("words"));
        let by_sms = letter.to.iter().any(|to| matches!(to, LetterReceiver::Phone(_)));
        if !by_sms && letter.words.values().all(|words| words.short.is_none()) {
            return;
        }
        for (language, _) in letter.words.iter().filter(|(_, words)| words.short.is_none()) {
            let message = "the letter is sent to telephones as well; say what it says there in `short`";
            self.fault(Code::DefinitionMissing, &place.join(language).join("short"), message);
        }
    }

    fn role(&mut self, name: &str, at: &Pointer) {
        if self.pack.access.has_role(name) {
            return;
        }
        let hint = near(name, self.pack.definition.roles.keys().map(String::as_str));
        let message = format!("there is no role `{}`{hint}", shortened(name));
        self.fault(Code::DefinitionReference, at, message);
    }

    /// That the role reads all records of an entity.
    fn read(&mut self, entity: &Entity, at: &Pointer) {
        let permission = format!("{}:read", entity.plural());
        let held = self.pack.access.permission(&permission);
        let may = |holder: &Holder| held.is_some_and(|held| holder.may(held));
        if self.holder.as_ref().is_none_or(may) || !self.told.insert(permission.clone()) {
            return;
        }
        let message = format!(
            "what the letter says needs `{permission}`, which the role `{}` does not hold on all records",
            shortened(&self.letter.as_role)
        );
        self.fault(Code::DefinitionConflict, at, message);
    }

    fn receiver(&mut self, entity: &Entity, to: &LetterReceiver, at: &Pointer) {
        match to {
            LetterReceiver::Email(path) => self.path(entity, path, &[FieldKind::Email], &at.join("email")),
            LetterReceiver::Phone(path) => self.path(entity, path, &[FieldKind::Phone], &at.join("phone")),
            LetterReceiver::Member(name) => {
                self.own(entity, name, &[FieldKind::Text, FieldKind::Link], &at.join("member"));
            }
            LetterReceiver::Role(_) => {}
            LetterReceiver::Owner => {
                if entity.definition().owner.is_none() {
                    let message = format!("`{}` says of no field that it names the `owner`", entity.name());
                    self.fault(Code::DefinitionConflict, at, message);
                }
            }
        }
    }

    /// What it may say.
    fn fields(&mut self, entity: &Entity) {
        let (letter, place) = (self.letter, self.place.join("fields"));
        let mut seen: BTreeMap<&str, bool> = BTreeMap::new();
        for (index, path) in letter.fields.iter().enumerate() {
            let at = place.join(index);
            let (name, is_linked) = path
                .split_once('.')
                .map_or((path.as_str(), false), |(name, _)| (name, true));
            if KNOWN.contains(&name) {
                let message = format!("`{name}` means something in every letter; nothing else is called so in one");
                self.fault(Code::DefinitionConflict, &at, message);
            }
            if seen.insert(name, is_linked).is_some_and(|other| other != is_linked) {
                let message = format!(
                    "`{name}` stands here for the link and for the record that it leads to; write `{name}.id` for its id"
                );
                self.fault(Code::DefinitionConflict, &at, message);
            }
            match path.split_once('.') {
                Some((SETTINGS, name)) if entity.field(SETTINGS).is_none() => self.setting(name, &at),
                _ => self.path(entity, path, &[], &at),
            }
        }
    }

    /// What the tenant has set, and is told to everybody to whom the letter goes.
    fn setting(&mut self, name: &str, at: &Pointer) {
        let own = self.pack.own_settings();
        let Some(setting) = own.iter().find(|setting| setting.name() == name) else {
            let hint = near(name, own.iter().map(Field::name));
            let message = format!("the pack has no setting `{}`{hint}", shortened(name));
            return self.fault(Code::DefinitionReference, at, message);
        };
        let why = match setting.kind() {
            FieldKind::Secret => "a secret",
            kind if !is_told(kind) => kind.told(),
            _ if setting.definition().sensitive => "sensitive",
            _ => return,
        };
        let message = format!("the setting `{name}` is {why}; no letter says it");
        self.fault(Code::DefinitionConflict, at, message);
    }

    /// A field of the record, or one of a record that it links to: of these kinds, or of any that can be told.
    fn path(&mut self, entity: &Entity, path: &str, kinds: &[FieldKind], at: &Pointer) {
        let Some((link, name)) = path.split_once('.') else {
            return self.own(entity, path, kinds, at);
        };
        let Some(field) = entity.field(link) else {
            return self.fault(Code::DefinitionReference, at, entity.no_field(link));
        };
        let pack = self.pack;
        let target = field.target.and_then(|place| pack.entities.get(place));
        let Some(target) = target.filter(|_| field.kind() == FieldKind::Link) else {
            let message = format!("`{}` leads to no record; only a link does", shortened(link));
            return self.fault(Code::DefinitionConflict, at, message);
        };
        self.seen(entity, field, at);
        self.read(target, at);
        self.own(target, name, kinds, at);
    }

    fn own(&mut self, entity: &Entity, name: &str, kinds: &[FieldKind], at: &Pointer) {
        if OWN.contains(&name) && kinds.is_empty() {
            return;
        }
        let Some(field) = entity.field(name) else {
            return self.fault(Code::DefinitionReference, at, entity.no_field(name));
        };
        let fits = match kinds {
            [] => is_told(field.kind()),
            kinds => kinds.contains(&field.kind()),
        };
        if field.kind() == FieldKind::Secret {
            let message = format!("`{name}` is a secret; no letter says one");
            self.fault(Code::DefinitionConflict, at, message);
        } else if !fits {
            let wanted: Vec<&str> = kinds.iter().map(|kind| kind.told()).collect();
            let message = match wanted.as_slice() {
                [] => format!("`{name}` is {}, which no letter says", field.kind().told()),
                _ => format!(
                    "`{name}` is {}; here stands {}",
                    field.kind().told(),
                    wanted.join(" or ")
                ),
            };
            self.fault(Code::DefinitionConflict, at, message);
        }
        if field.definition().sensitive {
            let message =
                format!("`{name}` is sensitive and is given out only when it is asked for; no letter says it");
            self.fault(Code::DefinitionConflict, at, message);
        }
        self.seen(entity, field, at);
    }

    /// That the role sees a field of every record.
    fn seen(&mut self, entity: &Entity, field: &Field, at: &Pointer) {
        let (Some(place), Some(holder)) = (entity.place_of(field.name()), &self.holder) else {
            return;
        };
        let hides = |(own, unless): &(usize, _)| *own == place && !holder.may(*unless);
        if entity.masks.iter().any(hides) {
            let message = format!(
                "`{}` of `{}` is hidden from the role `{}`",
                field.name(),
                entity.name(),
                shortened(&self.letter.as_role)
            );
            self.fault(Code::DefinitionConflict, at, message);
        }
    }
}

/// Whether a letter says values of a kind: what people read.
fn is_told(kind: FieldKind) -> bool {
    !matches!(
        kind,
        FieldKind::File
            | FieldKind::Picture
            | FieldKind::Secret
            | FieldKind::Links
            | FieldKind::Tags
            | FieldKind::Rows
            | FieldKind::Gathered
            | FieldKind::RateList
            | FieldKind::Plan
            | FieldKind::Machine
            | FieldKind::OpeningHours
            | FieldKind::Resource
            | FieldKind::Condition
    )
}
