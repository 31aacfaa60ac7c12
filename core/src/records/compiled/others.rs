//! The parts of a pack that stand beside its entities and name them: views, schedules, demo records, rules.

use std::collections::BTreeSet;

use super::super::definition::{Deprecation, ScheduleAction};
use super::super::documents;
use super::{Entity, Field, Pack, check, fields, letters, views};
use crate::fault::{Faults, Place, Pointer, near, shortened};
use crate::flow::{AutomationRule, AutomationTrigger};
use crate::tenancy::{RateLimitKey, check_quotas, check_rate_limits};
use crate::time::Cron;
use crate::{Code, Reason};

pub(super) fn check(pack: &Pack, root: &Pointer, faults: &mut Faults) {
    views::check(pack, &root.join("views"), faults);
    deprecations(pack, &root.join("entities"), faults);
    documents::check(pack, root, faults);
    schedules(pack, &root.join("schedules"), faults);
    quotas(pack, &root.join("quotas"), faults);
    rate_limits(pack, &root.join("rate_limits"), faults);
    demo(pack, &root.join("demo"), faults);
    let mut seen = BTreeSet::new();
    for (index, rule) in pack.definition().rules.iter().enumerate() {
        if !seen.insert(&rule.id) {
            let message = format!("there are two rules `{}`", shortened(&rule.id));
            let place = root.join("rules").join(index).join("id");
            faults.add(Reason::new(Code::DefinitionConflict, place, message));
        }
    }
}

pub(super) fn entity<'p>(pack: &'p Pack, name: &str, place: &Pointer, faults: &mut Faults) -> Option<&'p Entity> {
    let found = pack.entity(name);
    if found.is_none() {
        let hint = near(name, pack.entities().iter().map(Entity::name));
        let message = format!("there is no entity `{}`{hint}", shortened(name));
        faults.add(Reason::new(Code::DefinitionReference, place, message));
    }
    found
}

const OF_ONE_TENANT: &str = "a pack is many tenants'; give the figures of one of them to a plan";

/// How often a tenant, or somebody in it, may ask.
fn rate_limits(pack: &Pack, place: &Pointer, faults: &mut Faults) {
    let rules = &pack.definition().rate_limits;
    check_rate_limits(rules, place, faults);
    for (index, rule) in rules.iter().enumerate() {
        let at = place.join(index);
        if rule.per == RateLimitKey::Ip {
            let message = "a pack counts for `tenant` or `user`; addresses are counted for all of them together";
            faults.add(Reason::new(Code::DefinitionConflict, at.join("per"), message));
        }
        if rule.own.is_some() {
            faults.add(Reason::new(Code::DefinitionConflict, at.join("own"), OF_ONE_TENANT));
        }
        if rule.cost != 1 {
            let message = "each request costs one; leave `cost` out";
            faults.add(Reason::new(Code::DefinitionConflict, at.join("cost"), message));
        }
    }
}

/// How many records a tenant has at most: of what it keeps itself.
fn quotas(pack: &Pack, place: &Pointer, faults: &mut Faults) {
    let rules = &pack.definition().quotas;
    check_quotas(rules, place, faults);
    for (index, rule) in rules.iter().enumerate() {
        let at = place.join(index);
        if rule.every.is_some() {
            let message = "a pack counts the records that there are; leave `every` out";
            faults.add(Reason::new(Code::DefinitionConflict, at.join("every"), message));
        }
        if rule.own.is_some() {
            faults.add(Reason::new(Code::DefinitionConflict, at.join("own"), OF_ONE_TENANT));
        }
        let at = at.join("name");
        let Some(entity) = entity(pack, &rule.name, &at, faults) else {
            continue;
        };
        if entity.is_platform() || entity.is_native() || entity.definition().series.is_some() {
            let message = format!(
                "records of `{}` are not counted: only those are that a tenant makes one by one",
                shortened(&rule.name)
            );
            faults.add(Reason::new(Code::DefinitionConflict, at, message));
        }
    }
}

/// What goes, and what is said to take its place.
fn deprecations(pack: &Pack, place: &Pointer, faults: &mut Faults) {
    let missing = |deprecation: &Deprecation, names: Vec<&str>| {
        let instead = deprecation.instead.as_deref()?;
        let hint = near(instead, names.iter().copied());
        let is_there = names.contains(&instead);
        (!is_there).then(|| format!("there is no `{}` to take its place{hint}", shortened(instead)))
    };
    for (index, entity) in pack.entities().iter().enumerate() {
        let at = place.join(index);
        if let Some(deprecation) = &entity.definition().deprecated {
            let others = pack.entities().iter().map(Entity::name);
            let missing = missing(deprecation, others.filter(|name| *name != entity.name()).collect());
            deprecated(deprecation, missing, &at.join("deprecated"), faults);
        }
        for field in entity.fields() {
            let Some(deprecation) = &field.definition().deprecated else {
                continue;
            };
            let others = entity.fields().iter().map(Field::name);
            let missing = missing(deprecation, others.filter(|name| *name != field.name()).collect());
            let at = at.join("fields").join(field.name()).join("deprecated");
            deprecated(deprecation, missing, &at, faults);
        }
    }
}

fn deprecated(deprecation: &Deprecation, missing: Option<String>, place: &Pointer, faults: &mut Faults) {
    if let Some(message) = missing {
        faults.add(Reason::new(Code::DefinitionReference, place.join("instead"), message));
    }
    if deprecation.sunset.is_some_and(|sunset| sunset <= deprecation.since) {
        let message = "it goes after nothing new uses it: `sunset` is a day behind `since`";
        faults.add(Reason::new(Code::DefinitionRange, place.join("sunset"), message));
    }
}

fn schedules(pack: &Pack, place: &Pointer, faults: &mut Faults) {
    for (index, schedule) in pack.definition().schedules.iter().enumerate() {
        let at = place.join(index);
        let Some(entity) = entity(pack, &schedule.entity, &at.join("entity"), faults) else {
            continue;
        };
        if let Some(text) = &schedule.when {
            let _ = fields::asked(text, entity, &Place::At(at.as_str()).field("when"), faults);
        }
        if let Err(error) = schedule.cron.parse::<Cron>() {
            let told = error.into_reasons().into_iter();
            let faults_of_line = told.map(|reason| Reason::new(Code::DefinitionRange, at.join("cron"), reason.message));
            faults_of_line.for_each(|fault| faults.add(fault));
        }
        match &schedule.action {
            None => idle(pack, &schedule.name, &at, faults),
            Some(ScheduleAction::Event(event)) => {
                let events = entity.machine().map_or(&[][..], |machine| &machine.definition().events);
                if events.iter().all(|own| own.name != *event) {
                    let hint = near(event, events.iter().map(|own| own.name.as_str()));
                    let message = format!(
                        "records of `{}` know no event `{}`{hint}",
                        entity.name(),
                        shortened(event)
                    );
                    let at = at.join("do").join("event");
                    faults.add(Reason::new(Code::DefinitionReference, at, message));
                }
            }
            Some(ScheduleAction::Notify(name)) => {
                letters::sent(pack, Some(name), &[entity], &at.join("do").join("notify"), faults);
            }
            Some(ScheduleAction::Effect(effect)) => {
                let names = check::declared(pack.definition());
                if names.clone().all(|own| own != effect) {
                    let message = format!("nobody carries out `{}`{}", shortened(effect), near(effect, names));
                    faults.add(Reason::new(
                        Code::DefinitionReference,
                        at.join("do").join("effect"),
                        message,
                    ));
                }
            }
        }
    }
}

/// A schedule that does nothing of its own is there for a rule.
fn idle(pack: &Pack, name: &str, at: &Pointer, faults: &mut Faults) {
    let rules = pack.definition().automation.iter().flat_map(|own| &own.rules);
    let waits = |rule: &AutomationRule| matches!(&rule.on, AutomationTrigger::Schedule(own) if own == name);
    if !rules.into_iter().any(waits) {
        let message =
            "the schedule does nothing: name an event or an effect in `do`, or let a rule of automation wait for it";
        faults.add(Reason::new(Code::DefinitionMissing, at.join("do"), message));
    }
}

fn demo(pack: &Pack, place: &Pointer, faults: &mut Faults) {
    let mut keys = BTreeSet::new();
    for (index, record) in pack.definition().demo.iter().enumerate() {
        let at = place.join(index);
        if !keys.insert(record.key.as_str()) {
            let message = format!("there are two demo records `{}`", shortened(&record.key));
            faults.add(Reason::new(Code::DefinitionConflict, at.join("key"), message));
        }
        let Some(entity) = entity(pack, &record.entity, &at.join("entity"), faults) else {
            continue;
        };
        for (name, value) in &record.values {
            let at = at.join("values").join(name);
            if entity.field(name).is_none() {
                let message = entity.no_field(name);
                faults.add(Reason::new(Code::DefinitionReference, &at, message));
            }
            // The order of the records is the order in which they are made.
            let other = value.as_str().and_then(|text| text.strip_prefix('@'));
            if other.is_some_and(|other| !keys.contains(other)) {
                let message = "no demo record before this one has that key";
                faults.add(Reason::new(Code::DefinitionReference, at, message));
            }
        }
    }
}
