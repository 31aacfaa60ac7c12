//! Names, and everything by which one part of an entity names another.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::super::definition::{EntityDefinition, FieldDefinition, FieldKind, FieldWriter, PackDefinition};
use super::super::listing;
use super::entity::Entity;
use super::layout;
use crate::fault::{Faults, Place, Pointer, listed, near, shortened};
use crate::flow::{Automation, MachineDefinition, MachineEffect};
use crate::tenancy::access::FieldMask;
use crate::{Code, Reason};

/// The longest name of a field: with what its columns add, a name of PostgreSQL.
const LONGEST_FIELD: usize = 48;
/// What every record has, and what lists are asked with.
const RESERVED: &[&str] = &[
    "id",
    "tenant_id",
    "version",
    "created_at",
    "updated_at",
    "deleted_at",
    "entered_at",
    "machine_version",
    "q",
    "sort",
    "fields",
    "expand",
    "limit",
    "cursor",
    "total",
    "facets",
    "sums",
    "where",
];

/// Whether a name is one of a table or column: small letters, digits and `_`, beginning with a letter.
fn is_plain(name: &str) -> bool {
    let letters = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    name.bytes().all(letters)
        && name.starts_with(|letter: char| letter.is_ascii_lowercase())
        && !name.as_bytes().windows(2).any(|pair| pair == b"__")
}

pub(super) fn plain(name: &str, what: &str, place: &Place<'_>, faults: &mut Faults) {
    if !is_plain(name) {
        let message = format!(
            "`{}` cannot be the name of {what}; use small letters, digits and single `_`, and begin with a letter",
            shortened(name)
        );
        faults.add(Reason::new(Code::DefinitionRange, place, message));
    }
}

/// The names of a pack's parts.
pub(super) fn names(definition: &PackDefinition, root: &Pointer, faults: &mut Faults) {
    plain(&definition.name, "a pack", &Place::Root.field("name"), faults);
    for (index, needed) in definition.needs.iter().enumerate() {
        let message = format!(
            "`{}` is needed and not there; read the files of both, and leave `needs` out where what it declares is here already",
            shortened(needed)
        );
        let place = root.join("needs").join(index);
        faults.add(Reason::new(Code::DefinitionReference, place, message));
    }
    let mut taken: BTreeMap<&str, &str> = BTreeMap::new();
    let mut plurals = BTreeSet::new();
    for (index, entity) in definition.entities.iter().enumerate() {
        let place = root.join("entities").join(index);
        plain(
            &entity.name,
            "an entity",
            &Place::At(place.as_str()).field("name"),
            faults,
        );
        if taken.insert(&entity.name, &entity.name).is_some() {
            let message = format!("there are two entities `{}`", shortened(&entity.name));
            faults.add(Reason::new(Code::DefinitionConflict, place.join("name"), message));
        }
        let plural = entity.several();
        let at = place.join(if entity.plural.is_some() { "plural" } else { "name" });
        plain(&plural, "several of an entity", &Place::At(at.as_str()), faults);
        if !plurals.insert(plural.clone()) {
            let message = format!(
                "two entities are called `{}` in the plural; name `plural`",
                shortened(&plural)
            );
            faults.add(Reason::new(Code::DefinitionConflict, at, message));
        }
        fields(&entity.fields, &place.join("fields"), faults);
    }
    for (index, machine) in definition.machines.iter().enumerate() {
        effects(machine, definition, &root.join("machines").join(index), faults);
    }
    super::effects::elsewhere(definition, root, faults);
    super::numbers::check(definition, root, faults);
    super::privacy::purposes(definition, root, faults);
    if let Some(automation) = &definition.automation {
        let at = root.join("automation");
        if let Err(error) = Automation::checked(automation.clone(), faults.part(&at)) {
            let told = error.under(at.as_str()).into_reasons();
            told.into_iter().for_each(|reason| faults.add(reason));
        }
    }
}

/// The names of fields.
pub(super) fn fields(fields: &BTreeMap<String, Arc<FieldDefinition>>, place: &Pointer, faults: &mut Faults) {
    let parameters = layout::PARAMETERS.iter().map(|(name, _)| *name);
    let reserved: Vec<&str> = RESERVED.iter().copied().chain(parameters).collect();
    let place = Place::At(place.as_str());
    for name in fields.keys() {
        let at = place.field(name);
        plain(name, "a field", &at, faults);
        if reserved.contains(&name.as_str()) {
            let message = format!("`{name}` means something for every entity; choose another name");
            faults.add(Reason::new(Code::DefinitionConflict, &at, message));
        }
        if name.len() > LONGEST_FIELD {
            let message = format!("the name has {} letters; at most {LONGEST_FIELD} fit", name.len());
            faults.add(Reason::new(Code::DefinitionRange, &at, message));
        }
        // `due_first` would be both a field and where the range of `due` begins.
        let range = name
            .strip_suffix("_first")
            .or_else(|| name.strip_suffix("_last"))
            .or_else(|| name.strip_suffix("_given"));
        if let Some(other) = range.filter(|other| fields.get(*other).is_some_and(|field| field.filter)) {
            let message = format!("a list is asked for a range of `{other}` by that name; choose another one");
            faults.add(Reason::new(Code::DefinitionConflict, &at, message));
        }
    }
}

/// Effects of a machine that nobody carries out.
fn effects(machine: &MachineDefinition, pack: &PackDefinition, place: &Pointer, faults: &mut Faults) {
    if let Some(start) = &machine.start {
        carried_out(&start.effects, pack, &place.join("start"), faults);
    }
    for (index, transition) in machine.transitions.iter().enumerate() {
        carried_out(
            &transition.effects,
            pack,
            &place.join("transitions").join(index),
            faults,
        );
    }
}

fn carried_out(effects: &[MachineEffect], pack: &PackDefinition, place: &Pointer, faults: &mut Faults) {
    for (number, effect) in effects
        .iter()
        .enumerate()
        .filter(|(_, effect)| declared(pack).all(|own| own != effect.name))
    {
        let (told, hint) = (shortened(&effect.name), near(&effect.name, declared(pack)));
        let message = format!("nobody carries out `{told}`; declare it in `effects`{hint}");
        let at = place.join("effects").join(number).join("name");
        faults.add(Reason::new(Code::DefinitionReference, at, message));
    }
}

/// What every host carries out.
const BUILT_IN: &[&str] = &[
    "send_email",
    "send_push",
    "send_sms",
    "notify",
    "call_webhook",
    "make_document",
    "start_job",
    "set_field",
    "fire_event",
];

/// Every effect that a pack may name.
pub(in crate::records) fn declared(pack: &PackDefinition) -> impl Iterator<Item = &str> + Clone {
    let own = pack.effects.iter().chain(&pack.elsewhere);
    BUILT_IN.iter().copied().chain(own.map(String::as_str))
}

/// Everything by which an entity names its fields.
pub(super) fn entity(entity: &Entity, place: &Pointer, faults: &mut Faults) {
    let definition = entity.definition();
    let mut named = Named { entity, faults };
    if let Some(number) = &definition.number {
        named.field(&number.field, &[FieldKind::Text], &place.join("number").join("field"));
    }
    if let Some(owner) = &definition.owner {
        named.field(owner, &[FieldKind::Link, FieldKind::Text], &place.join("owner"));
    }
    for (index, name) in definition.public.iter().enumerate() {
        named.field(name, &[], &place.join("public").join(index));
    }
    listing::check(entity, place, named.faults);
    for (group, fields) in definition.groups.iter().enumerate() {
        for (index, name) in fields.fields.iter().enumerate() {
            let at = place.join("groups").join(group).join("fields").join(index);
            named.field(name, &[], &at);
        }
    }
    for (index, grant) in definition.grants.iter().enumerate() {
        let kinds = [FieldKind::Link, FieldKind::Links, FieldKind::Gathered, FieldKind::Text];
        if grant.field != "id" {
            named.field(&grant.field, &kinds, &place.join("grants").join(index).join("field"));
        }
    }
    if let Some(soft) = &definition.soft_delete {
        for (index, name) in soft.frees.iter().enumerate() {
            let at = place.join("soft_delete").join("frees").join(index);
            let unique = named.field(name, &[], &at).is_none_or(|field| field.definition.unique);
            if !unique {
                let message = format!("`{name}` is not unique: there is nothing to free");
                named.faults.add(Reason::new(Code::DefinitionConflict, at, message));
            }
        }
    }
    for (index, key) in definition.sort.iter().enumerate() {
        named.sort(key, &place.join("sort").join(index));
    }
    if let Some(series) = &definition.series {
        let at = place.join("series");
        named.field(&series.subject, &[FieldKind::Link], &at.join("subject"));
        named.field(&series.at, &[FieldKind::Instant], &at.join("at"));
        series_alone(definition, &at, named.faults);
        for (name, _) in definition.fields.iter().filter(|(_, field)| field.unique) {
            let message = "nothing but their subject and their moment tells samples apart; leave out `unique`";
            let at = place.join("fields").join(name).join("unique");
            named.faults.add(Reason::new(Code::DefinitionConflict, at, message));
        }
    }
    for (index, person) in definition.people.iter().enumerate() {
        let name = person.strip_prefix('/').unwrap_or(person);
        if name != "id" {
            named.field(
                name,
                &[FieldKind::Link, FieldKind::Text],
                &place.join("people").join(index),
            );
        }
    }
    super::privacy::retention(entity, place, faults);
    lives(entity, place, faults);
}

/// What samples have no place for.
fn series_alone(definition: &EntityDefinition, place: &Pointer, faults: &mut Faults) {
    let kinds = [FieldKind::Links, FieldKind::TranslatedText, FieldKind::Tags];
    let apart = |field: &Arc<FieldDefinition>| kinds.contains(&field.kind);
    let beside = definition.fields.values().any(apart);
    let beside = [
        ("machine", definition.machine.is_some()),
        ("number", definition.number.is_some()),
        ("soft_delete", definition.soft_delete.is_some()),
        ("merge", definition.merge.is_some()),
        ("deadlines", !definition.deadlines.is_empty()),
        ("owner", definition.owner.is_some()),
        ("people", !definition.people.is_empty()),
        ("fields beside them: links, translated texts, tags", beside),
    ];
    let beside: Vec<&str> = beside
        .iter()
        .filter(|(_, given)| *given)
        .map(|(name, _)| *name)
        .collect();
    if !beside.is_empty() {
        let message = format!("samples have no {}", listed(&beside));
        faults.add(Reason::new(Code::DefinitionConflict, place, message));
    }
}

struct Named<'n> {
    entity: &'n Entity,
    faults: &'n mut Faults,
}

impl<'n> Named<'n> {
    /// The field of a name, of one of these kinds or of any.
    fn field(&mut self, name: &str, kinds: &[FieldKind], place: &Pointer) -> Option<&'n super::Field> {
        let entity = self.entity;
        let Some(field) = entity.field(name) else {
            let message = entity.no_field(name);
            self.faults.add(Reason::new(Code::DefinitionReference, place, message));
            return None;
        };
        if !kinds.is_empty() && !kinds.contains(&field.kind()) {
            let message = format!("`{name}` is {}, which cannot stand here", field.kind().told());
            self.faults.add(Reason::new(Code::DefinitionConflict, place, message));
            return None;
        }
        Some(field)
    }

    fn sort(&mut self, key: &str, place: &Pointer) {
        let name = key.strip_prefix('-').unwrap_or(key);
        let own = ["id", "created_at", "updated_at"].contains(&name) && self.entity.column_named(name).is_some();
        let sorted = own || self.entity.field(name).is_some_and(|field| field.definition.sort);
        if !sorted {
            let names = self
                .entity
                .fields()
                .iter()
                .filter(|field| field.definition.sort)
                .map(|field| field.name());
            let message = format!(
                "lists cannot be sorted by `{}`; set its `sort`{}",
                shortened(name),
                near(name, names)
            );
            self.faults.add(Reason::new(Code::DefinitionReference, place, message));
        }
        let field = self.entity.field(name);
        if field.is_some_and(|field| field.kind() == FieldKind::Money && field.definition.currency.is_none()) {
            let message = format!(
                "amounts of `{name}` are of several currencies, which have no one order; give it a `currency`, or sort by something else"
            );
            self.faults.add(Reason::new(Code::DefinitionConflict, place, message));
        }
    }
}

/// What a machine records must have a place: every field of it is one of the entity, of the same type.
fn lives(entity: &Entity, place: &Pointer, faults: &mut Faults) {
    let (Some(machine), Some(named)) = (entity.machine(), &entity.definition().machine) else {
        return;
    };
    let at = match entity.own.machine {
        Some(_) => super::custom_machines::place(entity.name()),
        None => place.join("machine"),
    };
    match entity.field(&named.field) {
        None => {
            let message = format!("there is no field `{}` for the state", shortened(&named.field));
            faults.add(Reason::new(Code::DefinitionReference, at.join("field"), message));
        }
        Some(field) => {
            let states = machine.definition().states.iter().map(|state| state.name.as_str());
            let lacks: Vec<&str> = states
                .filter(|state| !field.definition.choices.iter().any(|own| own == state))
                .collect();
            if field.kind() == FieldKind::Choice && !lacks.is_empty() {
                let message = format!("the choices of `{}` lack {}", field.name(), listed(&lacks));
                faults.add(Reason::new(Code::DefinitionConflict, at.join("field"), message));
            }
            if !matches!(field.kind(), FieldKind::Choice | FieldKind::Text) {
                let message = "the field of the state must be a choice or text";
                faults.add(Reason::new(Code::DefinitionConflict, at.join("field"), message));
            }
            if field.definition.written_by == FieldWriter::Engine || field.definition.default.is_some() {
                let message = "the machine alone writes the state; leave out `default` and `written_by`";
                faults.add(Reason::new(Code::DefinitionConflict, at.join("field"), message));
            }
        }
    }
    guards(entity, machine.definition(), &at, faults);
    addresses(entity, machine.definition(), &at, faults);
    if entity.own.machine.is_some() {
        // What one of a tenant's own records is held against the pack where it stands.
        return;
    }
    for name in kept_by(machine.definition()) {
        if entity.field(name).is_none() {
            let message = format!("the machine records `{}`, and there is no such field", shortened(name));
            faults.add(Reason::new(Code::DefinitionReference, at.join("name"), message));
        }
    }
}

/// Guards that look at what is hidden: whether an event is possible would tell it. Who may make it happen must see it.
fn guards(entity: &Entity, machine: &MachineDefinition, place: &Pointer, faults: &mut Faults) {
    let masks = &entity.definition().masks;
    for way in &machine.transitions {
        let guard = way.guard.as_deref().unwrap_or_default();
        let mut words = guard.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_');
        let hidden = words.find_map(|word| {
            let hides = |mask: &&FieldMask| mask.fields.iter().any(|field| field.strip_prefix('/') == Some(word));
            masks.iter().find(hides).map(|mask| (word, mask))
        });
        if let Some((field, mask)) = hidden.filter(|(_, mask)| way.permission.as_ref() != Some(&mask.unless)) {
            let message = format!(
                "the guard of `{}` looks at `{field}`, which is hidden from who lacks `{}`: whether the event is possible would tell it; \
                 ask for that permission with the event",
                shortened(&way.event),
                shortened(&mask.unless)
            );
            faults.add(Reason::new(Code::DefinitionConflict, place.join("name"), message));
        }
    }
}

/// The fields that a machine stamps and sets.
pub(super) fn kept_by(machine: &MachineDefinition) -> BTreeSet<&str> {
    let start = machine
        .start
        .iter()
        .flat_map(|start| start.stamps.keys().chain(start.sets.keys()));
    let ways = machine
        .transitions
        .iter()
        .flat_map(|way| way.stamps.keys().chain(way.sets.keys()));
    start.chain(ways).map(String::as_str).collect()
}

/// Events of a machine that would have the address of something else of a record, or its name in the history.
fn addresses(entity: &Entity, machine: &MachineDefinition, at: &Pointer, faults: &mut Faults) {
    let taken = [
        (
            "restore",
            "a record that was deleted is brought back at that address",
            entity.definition().soft_delete.is_some(),
        ),
        ("history", "the history of a record is at that address", true),
        ("files", "the files of a record are at that address", true),
        ("documents", "the documents of a record are at that address", true),
        ("form", "the form of a record is at that address", true),
        ("contacts", "what was written about a record is at that address", true),
        ("reveal", "the secrets of a record are shown at that address", true),
        ("revealed", "that is written down of a secret that was shown", true),
    ];
    for (name, what, _) in taken.iter().filter(|(_, _, is_taken)| *is_taken) {
        if machine.events.iter().any(|event| event.name == *name) {
            let message = format!("its machine has an event `{name}`, and {what}; call the event otherwise");
            faults.add(Reason::new(Code::DefinitionConflict, at, message));
        }
    }
}
