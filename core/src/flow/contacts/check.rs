//! Whether a plan makes sense: every fault, each with its place.

use std::collections::HashSet;

use super::definition::{ContactPlanDefinition, ContactPreference, ContactRule};
use crate::expression::{Environment, Expression};
use crate::fault::near;
use crate::form::{Faults, Pointer};
use crate::money::shortened;
use crate::time::{Day, DayRange, OpeningHours, Zone};
use crate::{Code, Reason};

/// Reports every fault of sense, and compiles the condition of each contact.
pub(super) fn check(definition: &ContactPlanDefinition, faults: &mut Faults) -> Vec<Option<Expression>> {
    let root = Pointer::root();
    let environment = definition.facts.environment(&root.join("facts"), faults);
    if let Some(hours) = &definition.quiet_hours {
        quiet_hours(hours, &root.join("quiet_hours"), faults);
    }
    let mut check = Check {
        definition,
        environment,
        faults,
    };
    let mut known = HashSet::new();
    let mut conditions = Vec::with_capacity(definition.contacts.len());
    for (index, contact) in definition.contacts.iter().enumerate() {
        let place = root.join("contacts").join(index);
        if !known.insert(contact.id.as_str()) {
            let message = format!("another contact has the id `{}`", shortened(&contact.id));
            check.fault(Code::DefinitionConflict, &place.join("id"), message);
        }
        conditions.push(check.contact(contact, &place));
    }
    for (index, preference) in definition.preferences.iter().enumerate() {
        check.preference(preference, &root.join("preferences").join(index));
    }
    let ids = definition.contacts.iter().map(|one| Some(one.id.as_str()));
    faults.look_alikes_in(&root.join("contacts"), "id", ids);
    let channels = definition.channels.iter().map(String::as_str).enumerate();
    faults.look_alikes(channels, |index| root.join("channels").join(index));
    conditions
}

fn quiet_hours(hours: &OpeningHours, place: &Pointer, faults: &mut Faults) {
    for mut reason in hours.check(place) {
        if reason.code == Code::RequestRange {
            reason.code = Code::DefinitionRange;
        }
        faults.add(reason);
    }
    // Two weeks without clock changes show any week as a whole.
    let ordinary = OpeningHours {
        exceptions: Vec::new(),
        ..hours.clone()
    };
    let days = Day::new(2026, 1, 5).zip(Day::new(2026, 1, 18));
    let spans = days.map(|(first, last)| ordinary.spans(DayRange { first, last }, &Zone::UTC));
    if spans
        .unwrap_or_default()
        .iter()
        .any(|span| span.seconds() >= 8 * 86_400)
    {
        let message = "quiet hours around the clock leave no time for anything to go out";
        faults.add(Reason::new(Code::DefinitionRange, place.join("windows"), message));
    }
}

struct Check<'d> {
    definition: &'d ContactPlanDefinition,
    environment: Environment,
    faults: &'d mut Faults,
}

impl Check<'_> {
    fn fault(&mut self, code: Code, place: &Pointer, message: impl Into<String>) {
        self.faults.add(Reason::new(code, place, message));
    }

    fn contact(&mut self, contact: &ContactRule, place: &Pointer) -> Option<Expression> {
        // The id stands between strokes in the key of what goes out.
        if contact.id.contains('/') {
            let message = format!("`{}` contains a `/`; choose an id without it", shortened(&contact.id));
            self.fault(Code::DefinitionRange, &place.join("id"), message);
        }
        self.channel(&contact.channel, &place.join("channel"));
        self.offsets(contact, place);
        if contact.purpose.is_needed() && !contact.wanted {
            let message = "what is about bills or security cannot be switched off";
            self.fault(Code::DefinitionConflict, &place.join("wanted"), message);
        }
        match Expression::condition(contact.when.as_deref()?, &self.environment) {
            Ok(condition) => Some(condition),
            Err(error) => {
                let reasons = error.under(place.join("when").as_str()).into_reasons();
                reasons.into_iter().for_each(|reason| self.faults.add(reason));
                None
            }
        }
    }

    fn offsets(&mut self, contact: &ContactRule, place: &Pointer) {
        if contact.days.is_empty() && contact.minutes.is_empty() {
            let message = "the field `days` is missing: how long before or after its anchor does it go out?";
            self.fault(Code::DefinitionMissing, &place.join("days"), message);
        }
        if contact.at.is_some() && contact.days.is_empty() && !contact.minutes.is_empty() {
            let message =
                "`at` is a time of day for what goes out by `days`; what goes out by `minutes` has its time already";
            self.fault(Code::DefinitionConflict, &place.join("at"), message);
        }
        let lists = [("days", &contact.days, 366), ("minutes", &contact.minutes, 366 * 1_440)];
        for (field, offsets, year) in lists {
            for (index, offset) in offsets.iter().enumerate() {
                let place = place.join(field).join(index);
                if offsets.iter().take(index).any(|other| other == offset) {
                    self.fault(Code::DefinitionConflict, &place, format!("`{offset}` is listed twice"));
                }
                if contact.yearly && offset.unsigned_abs() > year {
                    let message = format!("`{offset}` is more than a year away from what is yearly");
                    self.fault(Code::DefinitionRange, &place, message);
                }
            }
        }
    }

    fn channel(&mut self, channel: &str, place: &Pointer) {
        if !self.definition.channels.iter().any(|known| known == channel) {
            let hint = near(channel, self.definition.channels.iter().map(String::as_str));
            let message = format!("there is no channel `{}`{hint}", shortened(channel));
            self.fault(Code::DefinitionReference, place, message);
        }
    }

    fn preference(&mut self, preference: &ContactPreference, place: &Pointer) {
        if let Some(channel) = &preference.channel {
            self.channel(channel, &place.join("channel"));
        }
        let mut needed = preference.purpose.is_some_and(|purpose| purpose.is_needed());
        if let Some(id) = &preference.contact {
            let found = self.definition.contacts.iter().find(|contact| contact.id == *id);
            needed |= found.is_some_and(|contact| contact.purpose.is_needed());
            if found.is_none() {
                let hint = near(id, self.definition.contacts.iter().map(|contact| contact.id.as_str()));
                let message = format!("there is no contact `{}`{hint}", shortened(id));
                self.fault(Code::DefinitionReference, &place.join("contact"), message);
            }
        }
        if needed && !preference.wanted {
            let message = "what is about bills or security cannot be switched off";
            self.fault(Code::DefinitionConflict, &place.join("wanted"), message);
        }
    }
}
