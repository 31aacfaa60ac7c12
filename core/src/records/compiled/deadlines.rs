//! Deadlines of records: every field that one looks at or writes, and its conditions, compiled.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::super::definition::{EntityDeadline, FieldKind, FieldWriter};
use super::entity::Entity;
use super::{fields, layout};
use crate::expression::Expression;
use crate::fault::{Faults, Place, Pointer, listed, near, shortened};
use crate::flow::business_clock;
use crate::time::BusinessClock;
use crate::{Code, Reason};

/// The moment that every record has.
const CREATED: &str = "created_at";
/// Ten years, in minutes.
const MOST_MINUTES: u32 = 5_256_000;

/// A deadline, checked and compiled.
#[derive(Clone, Debug)]
pub(in crate::records) struct Deadline {
    pub(in crate::records) definition: EntityDeadline,
    pub(in crate::records) clock: BusinessClock,
    pub(in crate::records) paused: Option<Expression>,
    pub(in crate::records) met: Option<Expression>,
}

impl Deadline {
    /// The fields that it looks at.
    pub(in crate::records) fn looks_at(&self) -> impl Iterator<Item = &str> {
        let own = &self.definition;
        let plan = own.plan.iter().map(|plan| plan.by.as_str());
        let conditions = self.paused.iter().chain(&self.met).flat_map(Expression::names);
        let names = [own.from.as_str()].into_iter().chain(plan).chain(conditions);
        names.map(|name| name.split('.').next().unwrap_or(name))
    }
}

impl EntityDeadline {
    /// The fields that it writes, each with the option that names it and what it has to be.
    pub(in crate::records) fn writes(&self) -> impl Iterator<Item = (&'static str, &str, FieldKind)> {
        let all = [
            ("due", Some(&self.due), FieldKind::Instant),
            ("left", self.left.as_ref(), FieldKind::Integer),
            ("met", self.met.as_ref(), FieldKind::Instant),
            ("missed", self.missed.as_ref(), FieldKind::Instant),
            ("warned", self.warned.as_ref(), FieldKind::Integer),
        ];
        let given = all.into_iter();
        given.filter_map(|(option, name, kind)| Some((option, name?.as_str(), kind)))
    }
}

/// Holds every deadline against its entity.
pub(super) fn compile(entity: &mut Entity, place: &Pointer, faults: &mut Faults) {
    let definitions = entity.definition().deadlines.clone();
    let (mut names, mut written) = (BTreeSet::new(), BTreeSet::new());
    let place = place.join("deadlines");
    let all: Vec<String> = definitions
        .iter()
        .flat_map(|own| own.writes().map(|(_, name, _)| name.to_owned()))
        .collect();
    let mut compiled = Vec::with_capacity(definitions.len());
    for (index, definition) in definitions.into_iter().enumerate() {
        let at = place.join(index);
        if !names.insert(definition.name.clone()) {
            let message = format!("there are two deadlines `{}`", shortened(&definition.name));
            faults.add(Reason::new(Code::DefinitionConflict, at.join("name"), message));
        }
        let mut held = Held {
            entity: &*entity,
            definition: &definition,
            at: &at,
            faults: &mut *faults,
        };
        held.begins();
        held.lasts();
        held.writes(&mut written);
        held.belongs();
        let [paused, met] = held.conditions(&all);
        let clock = business_clock(definition.calendar.as_ref(), &at.join("calendar"), faults);
        compiled.push(Arc::new(Deadline {
            definition,
            clock,
            paused,
            met,
        }));
    }
    for field in entity.fields_mut().iter_mut() {
        field.timed = all.iter().any(|name| name.as_str() == &*field.name);
    }
    entity.deadlines = compiled;
}

/// A deadline that is held against its entity.
struct Held<'h> {
    entity: &'h Entity,
    definition: &'h EntityDeadline,
    at: &'h Pointer,
    faults: &'h mut Faults,
}

impl Held<'_> {
    fn fault(&mut self, code: Code, option: &str, message: impl Into<String>) {
        self.faults.add(Reason::new(code, self.at.join(option), message));
    }

    /// That a field is there and of a kind.
    fn is_of(&mut self, name: &str, kind: FieldKind, place: Pointer) -> bool {
        let Some(field) = self.entity.field(name) else {
            let message = self.entity.no_field(name);
            self.faults.add(Reason::new(Code::DefinitionReference, place, message));
            return false;
        };
        if field.kind() != kind {
            let message = format!("`{name}` is {}; it must be {}", field.kind().told(), kind.told());
            self.faults.add(Reason::new(Code::DefinitionConflict, place, message));
            return false;
        }
        true
    }

    fn begins(&mut self) {
        let from = &self.definition.from;
        if from != CREATED || self.entity.column_named(CREATED).is_none() {
            self.is_of(from, FieldKind::Instant, self.at.join("from"));
        }
    }

    /// How long there is: always as long, or by a choice.
    fn lasts(&mut self) {
        let own = self.definition;
        let Some(plan) = &own.plan else {
            if own.within_minutes.is_none() {
                let message = "how long is there? Say `within_minutes`, or `plan` where that differs by a field";
                self.fault(Code::DefinitionMissing, "within_minutes", message);
            }
            return;
        };
        if own.within_minutes.is_some() {
            let message = "`plan` says how many minutes there are; keep one of them";
            self.fault(Code::DefinitionConflict, "within_minutes", message);
        }
        let at = self.at.join("plan");
        if !self.is_of(&plan.by, FieldKind::Choice, at.join("by")) {
            return;
        }
        let choices = self
            .entity
            .field(&plan.by)
            .map(|field| field.definition().choices.clone());
        let choices = choices.unwrap_or_default();
        for (choice, minutes) in &plan.minutes {
            let at = at.join("minutes").join(choice);
            if !choices.contains(choice) {
                let hint = near(choice, choices.iter().map(String::as_str));
                let message = format!("`{}` is no choice of `{}`{hint}", shortened(choice), plan.by);
                self.faults.add(Reason::new(Code::DefinitionReference, &at, message));
            }
            if !(1..=MOST_MINUTES).contains(minutes) {
                let message = format!("a deadline has 1 to {MOST_MINUTES} minutes, not {minutes}");
                let reason = Reason::new(Code::DefinitionRange, at, message);
                self.faults.add(reason.with("limit", MOST_MINUTES));
            }
        }
    }

    /// Every field that it writes is the engine's alone, and of no other deadline.
    fn writes(&mut self, written: &mut BTreeSet<String>) {
        for (option, name, kind) in self.definition.writes() {
            if !self.is_of(name, kind, self.at.join(option)) {
                continue;
            }
            let field = self.entity.field(name).map(|field| field.definition());
            let owned = field.is_some_and(|own| own.written_by == FieldWriter::Engine && !own.required);
            if !owned {
                let message = format!(
                    "`{name}` is written by the deadline alone, and may be missing; say `written_by = \"engine\"` without `required`"
                );
                self.fault(Code::DefinitionConflict, option, message);
            }
            if !written.insert(name.to_owned()) {
                let message = format!("`{name}` is written by a deadline already; give this one a field of its own");
                self.fault(Code::DefinitionConflict, option, message);
            }
        }
    }

    /// Options that need each other.
    fn belongs(&mut self) {
        let own = self.definition;
        let needs = [
            (
                "left",
                own.left.is_none() && own.paused_while.is_some(),
                "the time that is left has to be kept while it is paused; name a whole number in `left`",
            ),
            (
                "met",
                own.met.is_some() && own.met_when.is_none(),
                "when is it met? Say so in `met_when`",
            ),
            (
                "missed",
                own.missed.is_none() && own.event.is_some(),
                "that it was missed has to be kept, so that the event happens once; name an instant in `missed`",
            ),
            (
                "warned",
                own.warned.is_none() != own.warn_at_percent.is_empty(),
                "what it warns of has to be kept, so that it warns once: `warned` and `warn_at_percent` go together",
            ),
        ];
        for (option, _, message) in needs.into_iter().filter(|(_, wrong, _)| *wrong) {
            self.fault(Code::DefinitionMissing, option, message);
        }
        let mut last = 0;
        for (index, percent) in own.warn_at_percent.iter().enumerate() {
            if !(1..100).contains(percent) || *percent <= last {
                let message = "warnings come at 1 to 99 percent of the time, in order, each percentage once";
                let at = self.at.join("warn_at_percent").join(index);
                self.faults.add(Reason::new(Code::DefinitionRange, at, message));
            }
            last = *percent;
        }
        let Some(event) = &own.event else { return };
        let events = self.entity.machine().map(|machine| machine.definition().events.clone());
        let events = events.unwrap_or_default();
        if events.iter().all(|known| known.name != *event) {
            let hint = near(event, events.iter().map(|known| known.name.as_str()));
            let message = format!(
                "records of `{}` know no event `{}`{hint}",
                self.entity.name(),
                shortened(event)
            );
            self.fault(Code::DefinitionReference, "event", message);
        }
    }

    /// Its conditions: of what is kept, and of nothing that a deadline writes.
    fn conditions(&mut self, written: &[String]) -> [Option<Expression>; 2] {
        let own = self.definition;
        let options = [("paused_while", &own.paused_while), ("met_when", &own.met_when)];
        options.map(|(option, text)| {
            let at = self.at.join(option);
            let text = text.as_deref()?;
            let condition = fields::condition(text, &self.entity.environment, &Place::At(at.as_str()), self.faults)?;
            let moving = |name: &&str| layout::PARAMETERS.iter().any(|(own, _)| own == name);
            let own = |name: &&str| written.iter().any(|own| own == name);
            let unfit: Vec<&str> = condition.names().filter(|name| moving(name) || own(name)).collect();
            if !unfit.is_empty() {
                let message = format!(
                    "{} changes while the record does not, or is written by a deadline; ask for what is kept",
                    listed(&unfit)
                );
                self.faults.add(Reason::new(Code::DefinitionExpression, at, message));
            }
            Some(condition)
        })
    }
}
