//! Whether a policy makes sense: every fault, each with its place.

use std::collections::HashSet;

use super::definition::DeadlinePolicyDefinition;
use crate::fault::{bytes, many};
use crate::form::{Faults, Pointer};
use crate::money::shortened;
use crate::time::{BusinessCalendar, BusinessClock};
use crate::{Code, Reason};

/// Ten years, in minutes.
const MOST_MINUTES: u32 = 5_256_000;
/// So many priorities, and so many targets of each.
const MOST_NAMES: usize = 100;

/// Reports every fault of sense, and compiles the clock of what has none.
pub(super) fn check(definition: &DeadlinePolicyDefinition, faults: &mut Faults) -> BusinessClock {
    let root = Pointer::root();
    check_priorities(definition, faults);
    let priorities = definition.priorities.iter().flatten();
    let with_minutes: HashSet<&str> = priorities
        .flat_map(|(_, targets)| targets.keys().map(String::as_str))
        .collect();
    for (name, target) in &definition.targets {
        let place = root.join("targets").join(name);
        if !with_minutes.contains(name.as_str()) {
            let message = format!("no priority has minutes for `{}`", shortened(name));
            faults.add(Reason::new(Code::DefinitionReference, &place, message));
        }
        let met_by: HashSet<&String> = target.met_by.iter().collect();
        let both = |one: &String| met_by.contains(one) || one == name;
        for (index, one) in target.reopened_by.iter().enumerate().filter(|(_, one)| both(one)) {
            let message = format!("`{}` cannot both meet the target and reopen it", shortened(one));
            let place = place.join("reopened_by").join(index);
            faults.add(Reason::new(Code::DefinitionConflict, place, message));
        }
    }
    for (index, percent) in definition.warn_at_percent.iter().enumerate() {
        let place = root.join("warn_at_percent").join(index);
        if !(1..=100).contains(percent) {
            let message = format!("a warning comes at 1 to 100 percent of the time, not at {percent}");
            faults.add(Reason::new(Code::DefinitionRange, &place, message));
        }
        if definition
            .warn_at_percent
            .iter()
            .take(index)
            .any(|other| other >= percent)
        {
            let message = "warnings come in order, each percentage once";
            faults.add(Reason::new(Code::DefinitionConflict, place, message));
        }
    }
    let escalation = definition.escalation.as_deref().unwrap_or_default();
    for (index, level) in escalation.iter().enumerate() {
        long(&level.name, &root.join("escalation").join(index).join("name"), faults);
    }
    for (index, (level, next)) in escalation.iter().zip(escalation.iter().skip(1)).enumerate() {
        if next.after_minutes < level.after_minutes {
            let message = format!(
                "the level after {} comes before the one after {}",
                many(next.after_minutes, "minute"),
                many(level.after_minutes, "minute")
            );
            let place = root.join("escalation").join(index + 1).join("after_minutes");
            faults.add(Reason::new(Code::DefinitionConflict, place, message));
        }
    }
    look_alikes(definition, faults);
    business_clock(definition.calendar.as_ref(), &root.join("calendar"), faults)
}

/// Reports priorities, targets and levels that look like others.
fn look_alikes(definition: &DeadlinePolicyDefinition, faults: &mut Faults) {
    let root = Pointer::root();
    let priorities = || definition.priorities.iter().flatten();
    let names = priorities().map(|(name, _)| (name, name.as_str()));
    faults.look_alikes(names, |name| root.join("priorities").join(name));
    let targets =
        priorities().flat_map(|(name, targets)| targets.keys().map(move |target| ((name, target), target.as_str())));
    faults.look_alikes(targets, |(name, target)| {
        root.join("priorities").join(name).join(target)
    });
    let levels = definition
        .escalation
        .iter()
        .flatten()
        .map(|level| Some(level.name.as_str()));
    faults.look_alikes_in(&root.join("escalation"), "name", levels);
}

fn check_priorities(definition: &DeadlinePolicyDefinition, faults: &mut Faults) {
    let place = Pointer::root().join("priorities");
    let count = definition.priorities.iter().flatten().count();
    if !(1..=MOST_NAMES).contains(&count) {
        let message = format!("a policy has 1 to {MOST_NAMES} priorities, not {count}");
        faults.add(Reason::new(Code::DefinitionRange, &place, message).with("limit", MOST_NAMES));
    }
    for (name, targets) in definition.priorities.iter().flatten() {
        let place = place.join(name);
        long(name, &place, faults);
        if !(1..=MOST_NAMES).contains(&targets.len()) {
            let message = format!(
                "a priority has minutes for 1 to {MOST_NAMES} targets, not {}",
                targets.len()
            );
            faults.add(Reason::new(Code::DefinitionRange, &place, message).with("limit", MOST_NAMES));
        }
        for (target, minutes) in targets {
            let place = place.join(target);
            long(target, &place, faults);
            if !(1..=MOST_MINUTES).contains(minutes) {
                let message = format!("a target has 1 to {MOST_MINUTES} minutes, not {minutes}");
                faults.add(Reason::new(Code::DefinitionRange, &place, message).with("limit", MOST_MINUTES));
            }
        }
    }
}

fn long(name: &str, place: &Pointer, faults: &mut Faults) {
    if let Some(message) = bytes("the name", name, 200) {
        faults.add(Reason::new(Code::DefinitionRange, place, message));
    }
}

/// The clock of a calendar, or of all time where there is none; its faults at that place.
pub(crate) fn business_clock(
    calendar: Option<&BusinessCalendar>,
    place: &Pointer,
    faults: &mut Faults,
) -> BusinessClock {
    let Some(calendar) = calendar else {
        return BusinessClock::always();
    };
    let mut reasons = calendar.check(place);
    let clock = if reasons.is_empty() {
        let compiled = BusinessClock::of(calendar).map_err(|error| error.under(place.as_str()).into_reasons());
        compiled.map_err(|found| reasons = found).ok()
    } else {
        None
    };
    for mut reason in reasons {
        if reason.code == Code::RequestRange {
            reason.code = Code::DefinitionRange;
        }
        faults.add(reason);
    }
    clock.unwrap_or_else(BusinessClock::always)
}
