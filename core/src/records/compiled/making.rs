//! Effects that make a document of a record, and which field of it takes that.

use serde_json::{Map, Value};

use super::super::definition::{FieldKind, ScheduleAction};
use super::super::reach::unwritable;
use super::{Entity, Pack, letters, lives};
use crate::fault::{Faults, Pointer, near, shortened};
use crate::{Code, Reason};

/// The effect that makes one.
pub(super) const MAKES: &str = "make_document";
/// What it is told by.
const TOLD: [&str; 5] = ["document", "field", "as_role", "language", "letter"];
const PDF: &str = "application/pdf";

/// Holds every machine that makes documents against the pack, and schedules that do not say which. Where a pack prints nothing itself,
/// whoever carries its effects out does.
pub(super) fn check(pack: &Pack, root: &Pointer, faults: &mut Faults) {
    if pack.definition.documents.is_empty() {
        return;
    }
    for (place, machine, living) in lives::written(pack, root) {
        for (at, effect) in letters::effects(machine, &place) {
            if effect.name == MAKES {
                made(pack, &effect.with, &living, &at.join("with"), faults);
            }
        }
    }
    for (index, schedule) in pack.definition.schedules.iter().enumerate() {
        if let Some(ScheduleAction::Effect(name)) = &schedule.action
            && name == MAKES
        {
            let message = "a schedule says nothing of which document is made; let it fire an event, or a rule wait for it that has the effect";
            let at = root.join("schedules").join(index).join("do").join("effect");
            faults.add(Reason::new(Code::DefinitionConflict, at, message));
        }
    }
}

/// What an effect says of a document: one of these records, for a field that takes it, in the rights of a role.
pub(super) fn made(pack: &Pack, with: &Map<String, Value>, of: &[&Entity], at: &Pointer, faults: &mut Faults) {
    if pack.definition.documents.is_empty() {
        return;
    }
    let mut making = Making { pack, with, at, faults };
    for name in with.keys().filter(|name| !TOLD.contains(&name.as_str())) {
        let message = format!(
            "`{MAKES}` knows no `{}`{}",
            shortened(name),
            near(name, TOLD.into_iter())
        );
        making.fault(Code::DefinitionUnknown, name, message);
    }
    let role = making.text("as_role", "in the rights of which role is it made?");
    if let Some(role) = role.filter(|role| !pack.access().has_role(role)) {
        let hint = near(role, pack.definition.roles.keys().map(String::as_str));
        making.fault(
            Code::DefinitionReference,
            "as_role",
            format!("there is no role `{}`{hint}", shortened(role)),
        );
    }
    let document = making.text("document", "which document is made?");
    let field = making.text("field", "which field of the record takes it?");
    for entity in of {
        if let Some(document) = document {
            making.document(document, entity);
        }
        if let Some(field) = field {
            making.field(field, entity);
        }
    }
    let own = pack.definition.written_in();
    let language = with.get("language").and_then(Value::as_str);
    if let Some(language) = language.filter(|language| !own.contains(language)) {
        let message = format!(
            "the pack writes nothing in `{}`{}",
            shortened(language),
            near(language, own.iter().copied())
        );
        making.fault(Code::DefinitionReference, "language", message);
    }
    if let Some(letter) = with.get("letter") {
        letters::sent(pack, letter.as_str(), of, &at.join("letter"), making.faults);
    }
}

struct Making<'m> {
    pack: &'m Pack,
    with: &'m Map<String, Value>,
    at: &'m Pointer,
    faults: &'m mut Faults,
}

impl<'m> Making<'m> {
    fn fault(&mut self, code: Code, name: &str, message: String) {
        self.faults.add(Reason::new(code, self.at.join(name), message));
    }

    fn text(&mut self, name: &str, missing: &str) -> Option<&'m str> {
        let found = self.with.get(name).and_then(Value::as_str);
        if found.is_none() {
            self.fault(Code::DefinitionMissing, name, format!("{missing} Name it in `{name}`"));
        }
        found
    }

    fn document(&mut self, name: &str, entity: &Entity) {
        let all = self.pack.definition.documents.iter();
        let own = all.filter(|own| own.entity == entity.name() && !own.list);
        let names: Vec<&str> = own.map(|own| own.name.as_str()).collect();
        if !names.contains(&name) {
            let hint = near(name, names.into_iter());
            let message = format!(
                "there is no document `{}` of one `{}`{hint}",
                shortened(name),
                entity.name()
            );
            self.fault(Code::DefinitionReference, "document", message);
        }
    }

    fn field(&mut self, name: &str, entity: &Entity) {
        let Some(field) = entity.field(name) else {
            return self.fault(Code::DefinitionReference, "field", entity.no_field(name));
        };
        let types = &field.definition().types;
        let takes = field.kind() == FieldKind::File && (types.is_empty() || types.iter().any(|own| own == PDF));
        if !takes {
            let message = format!("`{name}` takes no PDF; name a field of the kind `file`");
            return self.fault(Code::DefinitionConflict, "field", message);
        }
        if let Some(why) = unwritable(entity, field) {
            self.fault(Code::DefinitionConflict, "field", format!("`{name}` {why}"));
        }
    }
}
