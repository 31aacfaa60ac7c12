//! Whether a definition makes sense: every fault, each with its place.

use std::collections::HashSet;

use super::commands::unfit;
use super::definition::{Blocked, CalendarDefinition, GridStart, Resource, ResourceMode, WithinHours};
use super::state::{Booked, OnHold, State, blocked_owner, booking_owner, uncountable};
use crate::fault::{Faults, Pointer, shortened};
use crate::time::DayRange;
use crate::{Code, Reason, Result};

/// Reports every fault of sense, and makes the state of what has none.
pub(crate) fn check(definition: &CalendarDefinition, faults: &mut Faults) -> State {
    let mut state = State::default();
    let root = Pointer::root();
    for (index, resource) in definition.resources.iter().enumerate() {
        let place = root.join("resources").join(index);
        id_fits(&resource.id, &place.join("id"), faults);
        if state.has_resource(&resource.id) {
            let message = format!("another resource has the id `{}`", shortened(&resource.id));
            faults.add(Reason::new(Code::DefinitionConflict, place.join("id"), message));
        }
        check_resource(resource, &place, faults);
        state.add_resource(resource.clone());
    }
    look_alikes(&definition.resources, faults);
    load_bookings(definition, &mut state, faults);
    load_holds(definition, &mut state, faults);
    for (index, blocked) in definition.blocked.iter().enumerate() {
        let place = root.join("blocked").join(index);
        if state.blocked.get(&blocked.id).is_some() {
            twice(&blocked.id, &place.join("id"), faults);
            continue;
        }
        if let Err(error) = load_blocked(blocked, &mut state) {
            add_all(error.under(place.as_str()), faults);
        }
    }
    state
}

/// Reports names of resources, and of what is asked of them, that look like others of their kind.
fn look_alikes(resources: &[Resource], faults: &mut Faults) {
    let place = Pointer::root().join("resources");
    faults.look_alikes_in(&place, "id", resources.iter().map(|one| Some(one.id.as_str())));
    faults.look_alikes_in(&place, "name", resources.iter().map(|one| one.name.as_deref()));
    faults.look_alikes_in(&place, "location", resources.iter().map(|one| one.location.as_deref()));
    let all = || resources.iter().enumerate();
    let skills = all().flat_map(|(own, one)| {
        one.skills
            .iter()
            .enumerate()
            .map(move |(index, name)| ((own, index), name.as_str()))
    });
    faults.look_alikes(skills, |(own, index)| place.join(own).join("skills").join(index));
    let partners = all().flat_map(|(own, one)| {
        one.allotments
            .iter()
            .enumerate()
            .map(move |(index, one)| ((own, index), one.partner.as_str()))
    });
    faults.look_alikes(partners, |(own, index)| {
        place.join(own).join("allotments").join(index).join("partner")
    });
}

fn load_bookings(definition: &CalendarDefinition, state: &mut State, faults: &mut Faults) {
    for (index, booking) in definition.bookings.iter().enumerate() {
        let place = Pointer::root().join("bookings").join(index);
        id_fits(&booking.id, &place.join("id"), faults);
        if state.bookings.get(&booking.id).is_some() {
            twice(&booking.id, &place.join("id"), faults);
            continue;
        }
        match state.parts(&booking.takes) {
            Ok(parts) => {
                // What is booked is booked, be it too much: it is counted, not refused.
                if !state.take_parts(&parts, booking_owner(state.bookings.next_number())) {
                    add_all(uncountable().under(place.join("takes").as_str()), faults);
                }
                let booked = Booked {
                    parts,
                    booked_at: booking.booked_at,
                    title: booking.title.as_deref().map(Into::into),
                    revision: booking.revision,
                    revised_at: booking.revised_at,
                };
                state.bookings.insert(&booking.id, booked);
            }
            Err(error) => add_all(error.under(place.join("takes").as_str()), faults),
        }
    }
}

fn load_holds(definition: &CalendarDefinition, state: &mut State, faults: &mut Faults) {
    for (index, hold) in definition.holds.iter().enumerate() {
        let place = Pointer::root().join("holds").join(index);
        id_fits(&hold.key, &place.join("key"), faults);
        if state.holds.get(&hold.key).is_some() {
            twice(&hold.key, &place.join("key"), faults);
            continue;
        }
        match state.parts(&hold.takes) {
            Ok(parts) => {
                state.hold_parts(&parts, state.holds.next_number(), hold.expires_at);
                let expires_at = hold.expires_at;
                state.holds.insert(&hold.key, OnHold { parts, expires_at });
            }
            Err(error) => add_all(error.under(place.join("takes").as_str()), faults),
        }
    }
}

fn load_blocked(blocked: &Blocked, state: &mut State) -> Result<()> {
    let time = state.blocking(blocked)?;
    let owner = blocked_owner(state.blocked.next_number());
    if !state.take_parts(std::slice::from_ref(&time.part), owner) {
        return Err(uncountable());
    }
    state.blocked.insert(&blocked.id, time);
    Ok(())
}

/// A request's codes become those of a definition.
fn add_all(error: crate::Error, faults: &mut Faults) {
    for mut reason in error.into_reasons() {
        reason.code = match reason.code {
            Code::CalendarResourceUnknown => Code::DefinitionReference,
            Code::RequestConflict => Code::DefinitionConflict,
            Code::RequestRange => Code::DefinitionRange,
            code => code,
        };
        faults.add(reason);
    }
}

fn id_fits(id: &str, place: &Pointer, faults: &mut Faults) {
    if let Some(message) = unfit(id) {
        faults.add(Reason::new(Code::DefinitionRange, place, message));
    }
}

fn twice(id: &str, place: &Pointer, faults: &mut Faults) {
    let message = format!("`{}` is there twice", shortened(id));
    faults.add(Reason::new(Code::DefinitionConflict, place, message));
}

fn check_resource(resource: &Resource, place: &Pointer, faults: &mut Faults) {
    if resource.capacity == 0 && resource.mode != ResourceMode::Departures {
        let message = "a resource has at least one unit; block its time when it cannot be taken";
        faults.add(Reason::new(Code::DefinitionRange, place.join("capacity"), message));
    }
    if let Some(hours) = &resource.hours {
        for mut reason in hours.check(&place.join("hours")) {
            reason.code = if reason.code == Code::RequestRange {
                Code::DefinitionRange
            } else {
                reason.code
            };
            faults.add(reason);
        }
    }
    for (index, day) in resource
        .yearly_holidays
        .iter()
        .enumerate()
        .filter(|(_, day)| !day.exists())
    {
        let message = format!("there is no day {} in month {}", day.day, day.month);
        faults.add(Reason::new(
            Code::DefinitionRange,
            place.join("yearly_holidays").join(index),
            message,
        ));
    }
    grid(resource, place, faults);
    for (least, shortest, most, name) in [
        (resource.min_minutes, "min_minutes", resource.max_minutes, "max_minutes"),
        (resource.min_nights, "min_nights", resource.max_nights, "max_nights"),
    ] {
        if let (Some(least), Some(most)) = (least, most)
            && most < least
        {
            let message = format!("`{name}`, {most}, is below `{shortest}`, {least}");
            faults.add(Reason::new(Code::DefinitionConflict, place.join(name), message));
        }
    }
    times(resource, place, faults);
    belongs(resource, place, faults);
    days(resource, place, faults);
}

/// Steps that do not lead through a day.
fn grid(resource: &Resource, place: &Pointer, faults: &mut Faults) {
    if let Some(grid) = resource.grid {
        // The day's steps begin anew at midnight, so they must divide an hour or be whole hours of it. From the opening on they
        // are counted through.
        let step = grid.step_minutes;
        let through = grid.counted == GridStart::Opening && resource.hours.is_some();
        if step == 0 || (!through && 60 % step != 0 && step % 60 != 0) {
            let message = format!(
                "a step of {step} minutes neither divides an hour nor is whole hours; count it from the `opening` of `hours`"
            );
            faults.add(Reason::new(
                Code::DefinitionRange,
                place.join("grid").join("step_minutes"),
                message,
            ));
        }
    }
}

/// Times that contradict each other, or hours that are not there.
fn times(resource: &Resource, place: &Pointer, faults: &mut Faults) {
    if resource.within_hours != WithinHours::Whole
        && resource.hours.is_none()
        && resource.mode == ResourceMode::Instants
    {
        let message = "`within_hours` says what lies within `hours`, and there are none";
        faults.add(Reason::new(
            Code::DefinitionConflict,
            place.join("within_hours"),
            message,
        ));
    }
    if let (Some(arrival), Some(leaving)) = (resource.check_in_time, resource.check_out_time)
        && arrival < leaving
    {
        let message = format!("guests may stay until {leaving}, but others arrive from {arrival} on");
        faults.add(Reason::new(
            Code::DefinitionConflict,
            place.join("check_out_time"),
            message,
        ));
    }
}

/// Fields that say nothing in the resource's mode.
fn belongs(resource: &Resource, place: &Pointer, faults: &mut Faults) {
    let by_the_moment = [
        (resource.hours.is_some(), "hours"),
        (!resource.holidays.is_empty(), "holidays"),
        (!resource.yearly_holidays.is_empty(), "yearly_holidays"),
        (resource.within_hours != WithinHours::Whole, "within_hours"),
        (resource.grid.is_some(), "grid"),
        (resource.min_minutes.is_some(), "min_minutes"),
        (resource.max_minutes.is_some(), "max_minutes"),
        (resource.length_step_minutes.is_some(), "length_step_minutes"),
        (resource.buffer_before_minutes > 0, "buffer_before_minutes"),
        (resource.buffer_after_minutes > 0, "buffer_after_minutes"),
    ];
    let by_night = [
        (resource.min_nights.is_some(), "min_nights"),
        (resource.max_nights.is_some(), "max_nights"),
        (resource.check_in_time.is_some(), "check_in_time"),
        (resource.check_out_time.is_some(), "check_out_time"),
        (resource.cut_off.is_some(), "cut_off"),
        (!resource.inventory.is_empty(), "inventory"),
    ];
    let by_day = [
        (!resource.allotments.is_empty(), "allotments"),
        (!resource.stop_sales.is_empty(), "stop_sales"),
    ];
    let by_departure = [(!resource.departures.is_empty(), "departures")];
    let mode = resource.mode;
    let of_others = [
        (
            mode != ResourceMode::Instants,
            by_the_moment.as_slice(),
            "by the moment",
        ),
        (mode != ResourceMode::Nights, &by_night, "by the night"),
        (mode == ResourceMode::Instants, &by_day, "by the night or departure"),
        (mode != ResourceMode::Departures, &by_departure, "by departure"),
    ];
    let own = match mode {
        ResourceMode::Instants => "by the moment",
        ResourceMode::Nights => "by the night",
        ResourceMode::Departures => "by departure",
    };
    let mut sound = true;
    for (_, fields, whose) in of_others.into_iter().filter(|(others, ..)| *others) {
        for (_, name) in fields.iter().filter(|(given, _)| *given) {
            let message = format!("`{name}` is only for resources {whose}; this one is {own}");
            faults.add(Reason::new(Code::DefinitionConflict, place.join(name), message).with("mode", mode));
            sound = false;
        }
    }
    if mode == ResourceMode::Departures && resource.departures.is_empty() && sound {
        faults.add(Reason::new(
            Code::DefinitionMissing,
            place.join("departures"),
            "a resource by departure needs `departures`",
        ));
    }
}

fn days(resource: &Resource, place: &Pointer, faults: &mut Faults) {
    let mut ranges: Vec<(DayRange, Pointer)> = Vec::new();
    let inventory = resource.inventory.iter().map(|row| row.days);
    let allotments = resource.allotments.iter().map(|row| row.days);
    let stops = resource.stop_sales.iter().map(|row| row.days);
    ranges.extend(
        inventory
            .enumerate()
            .map(|(index, days)| (days, place.join("inventory").join(index))),
    );
    ranges.extend(
        allotments
            .enumerate()
            .map(|(index, days)| (days, place.join("allotments").join(index))),
    );
    ranges.extend(
        stops
            .enumerate()
            .map(|(index, days)| (days, place.join("stop_sales").join(index))),
    );
    for (days, place) in ranges.into_iter().filter(|(days, _)| days.is_empty()) {
        faults.add(Reason::new(Code::DefinitionRange, place.join("days"), days.reversed()));
    }
    let mut seen = HashSet::new();
    for (index, departure) in resource.departures.iter().enumerate() {
        if !seen.insert(departure.day) {
            let message = format!("there are two departures on {}", departure.day);
            faults.add(Reason::new(
                Code::DefinitionConflict,
                place.join("departures").join(index),
                message,
            ));
        }
    }
}
