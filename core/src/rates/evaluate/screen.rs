//! Whether a request can be priced at all. The quick look finds most that can; the slow one names every reason against.

use std::collections::BTreeMap;

use super::ask::Ask;
use super::people::{Limit, limits};
use crate::fault::{are, many, many_are};
use crate::money::Decimal;
use crate::rates::compiled::Compiled;
use crate::rates::compiled::days::{Alike, By};
use crate::rates::compiled::rows::PriceRow;
use crate::rates::definition::{ListStatus, RateListDefinition, Restriction};
use crate::time::Day;
use crate::{Code, Error, Reason, Result};

/// Lets a request through, or refuses it with every reason.
pub(crate) fn screen(definition: &RateListDefinition, compiled: &Compiled, ask: &Ask<'_>) -> Result<()> {
    if passes_at_a_glance(definition, compiled, ask) {
        return Ok(());
    }
    let mut screen = Screen {
        definition,
        compiled,
        ask,
        reasons: Vec::new(),
    };
    screen.list();
    screen.validity();
    screen.party();
    screen.blackouts();
    screen.restrictions();
    screen.choices();
    Error::unless_empty(screen.reasons)
}

/// Nothing on any of its days, nothing asked for that may not exist, a party that the first night has a price for.
fn passes_at_a_glance(definition: &RateListDefinition, compiled: &Compiled, ask: &Ask<'_>) -> bool {
    let plain = definition.status == ListStatus::Published
        && definition.superseded_on.is_none()
        && ask.request.supplements.is_empty()
        && ask.request.promo_codes.is_empty();
    let Some(run) = compiled.days.run(ask.arrival, ask.nights() as usize).filter(|_| plain) else {
        return false;
    };
    let open = compiled.always_open || {
        let quiet = Alike::new(run, By::Rules).all(|(_, entry)| entry.blackout == 0 && entry.limits == 0);
        let departure = compiled.days.entry(ask.departure);
        quiet && departure.map_or(definition.restrictions.is_empty(), |entry| entry.limits == 0)
    };
    open && limits(&definition.people, ask).iter().all(Limit::holds) && priced(compiled, ask)
}

/// Whether a row has a price for each child.
fn prices_children(compiled: &Compiled, row: &PriceRow, ask: &Ask<'_>) -> bool {
    let people = ask.party.people();
    let mut slots = ask.party.slots.iter();
    slots.all(|one| row.child(one.slot(), people, &compiled.grid).is_some())
}

fn priced(compiled: &Compiled, ask: &Ask<'_>) -> bool {
    if compiled.hours.is_some() || ask.party.adults.max(1) <= compiled.complete_up_to {
        return true;
    }
    let Some(run) = compiled.days.run(ask.arrival, ask.units) else {
        return false;
    };
    let people = ask.party.people();
    let row_prices = |row: u32| {
        let row = compiled.rows.get(row as usize);
        row.is_some_and(|row| prices_children(compiled, row, ask) && row.unit(ask.party.adults, people).is_some())
    };
    Alike::new(run, By::Row).all(|(_, entry)| row_prices(entry.row))
}

pub(super) struct Screen<'a> {
    pub(super) definition: &'a RateListDefinition,
    pub(super) compiled: &'a Compiled,
    pub(super) ask: &'a Ask<'a>,
    reasons: Vec<Reason>,
}

/// An arrival, a departure or the days between, as a restriction sees it.
#[derive(Clone, Copy)]
struct Touched<'a> {
    day: Day,
    index: usize,
    restriction: &'a Restriction,
}

impl Touched<'_> {
    fn reason(&self, code: Code, field: &str, message: String) -> Reason {
        let reason = Reason::new(code, field, message).with("rule", format!("/restrictions/{}", self.index));
        let reason = reason.with("day", self.day);
        match &self.restriction.reason {
            Some(why) => reason.with("reason", why),
            None => reason,
        }
    }
}

impl<'a> Screen<'a> {
    pub(super) fn refuse(&mut self, reason: Reason) {
        self.reasons.push(reason);
    }

    fn list(&mut self) {
        let status = self.definition.status;
        let previewed = self.ask.request.preview && status == ListStatus::Draft;
        if status != ListStatus::Published && !previewed {
            let message = match status {
                ListStatus::Draft => "the list is a draft: publish it, or ask for a preview",
                _ => "the list is archived",
            };
            self.refuse(Reason::new(Code::RatesNotPublished, "", message).with("status", status));
        }
    }

    fn days(&self) -> impl Iterator<Item = Day> + use<> {
        let arrival = self.ask.arrival;
        (0..self.ask.nights() as i32).filter_map(move |night| arrival.plus(night))
    }

    fn first_field(&self) -> &'static str {
        if self.ask.request.check_in.is_some() {
            "/check_in"
        } else {
            "/first"
        }
    }

    fn last_field(&self) -> &'static str {
        if self.ask.request.check_in.is_some() {
            "/check_out"
        } else {
            "/last"
        }
    }

    /// What the length of the request counts.
    fn noun(&self) -> &'static str {
        if self.ask.request.check_in.is_some() {
            "night"
        } else {
            "day"
        }
    }

    fn validity(&mut self) {
        let valid = self.definition.valid;
        let outside: Vec<Day> = self.days().filter(|day| !valid.contains(*day)).collect();
        if let (Some(first), Some(last)) = (outside.first(), outside.last()) {
            let field = if *first == self.ask.arrival {
                self.first_field()
            } else {
                self.last_field()
            };
            let message = format!(
                "the list is valid {valid}; {} outside, {}",
                many_are(outside.len(), "day"),
                shown(*first, *last)
            );
            let reason = Reason::new(Code::RatesNotValid, field, message).with("valid", valid);
            self.refuse(reason.with("days", outside));
        }
        let Some(superseded_on) = self.definition.superseded_on else {
            return;
        };
        let late: Vec<Day> = self.days().filter(|day| *day >= superseded_on).collect();
        if !late.is_empty() {
            let message = format!("from {superseded_on} on the next version of the list answers");
            let reason = Reason::new(Code::RatesSuperseded, self.last_field(), message);
            self.refuse(reason.with("superseded_on", superseded_on).with("days", late));
        }
    }

    fn party(&mut self) {
        let before = self.reasons.len();
        let limits = limits(&self.definition.people, self.ask);
        self.reasons.extend(limits.iter().filter_map(Limit::fault));
        if self.reasons.len() > before {
            return;
        }
        if self.compiled.hours.is_some() {
            return;
        }
        let (adults, people) = (self.ask.party.adults, self.ask.party.people());
        let known = self.days().take(self.ask.units);
        let mut rows: Vec<u32> = known
            .filter_map(|day| Some(self.compiled.days.entry(day)?.row))
            .collect();
        if rows.is_empty() {
            rows.push(0);
        }
        let rows = rows.iter().map(|row| self.compiled.rows.get(*row as usize));
        let mut rows = rows.flatten();
        if rows.clone().any(|row| row.unit(adults, people).is_none()) {
            self.unpriced_party(adults, people);
        } else if !rows.all(|row| prices_children(self.compiled, row, self.ask)) {
            let message = "the list lacks the price that the children's is a share of";
            self.refuse(Reason::new(Code::RatesUnpriced, "/children", message));
        }
    }

    /// No price of the table is for so many.
    fn unpriced_party(&mut self, adults: u16, people: u16) {
        let last = |table: &BTreeMap<u16, Decimal>| table.last_key_value().map(|(count, _)| *count);
        let prices = self.definition.prices.as_ref();
        let by_people = prices.and_then(|prices| last(&prices.by_people));
        let (what, noun, count, largest) = match by_people {
            Some(largest) => ("people", "person", people, largest),
            None => {
                let largest = prices.and_then(|prices| last(&prices.by_adults));
                (
                    "adults",
                    "adult",
                    adults,
                    largest.unwrap_or_else(|| self.definition.people.standard()),
                )
            }
        };
        let code = if count > largest {
            Code::RatesOccupancyExceeded
        } else {
            Code::RatesUnpriced
        };
        let message = format!("the list has no price for {}", many(count, noun));
        let reason = Reason::new(code, "/adults", message).with(what, count);
        let reason = reason.with("largest", largest);
        self.refuse(match code {
            Code::RatesOccupancyExceeded => reason.with("counted", noun),
            _ => reason,
        });
    }

    fn blackouts(&mut self) {
        let mut touched: Vec<(Day, usize)> = Vec::new();
        for day in self.days() {
            if let Some(entry) = self.compiled.days.entry(day).filter(|entry| entry.blackout > 0) {
                touched.push((day, entry.blackout as usize - 1));
            }
        }
        let Some((first, _)) = touched.first() else { return };
        let field = if *first == self.ask.arrival {
            self.first_field()
        } else {
            self.last_field()
        };
        let days: Vec<Day> = touched.iter().map(|(day, _)| *day).collect();
        let mut rules: Vec<usize> = touched.iter().map(|(_, index)| *index).collect();
        rules.dedup();
        let why: Vec<_> = rules
            .iter()
            .filter_map(|index| self.definition.blackouts.get(*index)?.reason.clone())
            .collect();
        let because = if why.is_empty() {
            String::new()
        } else {
            format!(" ({})", why.join(", "))
        };
        let message = format!("{} {} not sold{because}", listed(&days), are(days.len()));
        self.refuse(
            Reason::new(Code::RatesBlackout, field, message)
                .with("days", days)
                .with("reasons", why),
        );
    }

    /// The restrictions on a day.
    fn on(&self, day: Day) -> Vec<Touched<'a>> {
        let definition = self.definition;
        let days = &self.compiled.days;
        let Some(entry) = days.entry(day) else {
            // One may leave on the day after the list's last one, which no season has.
            let holds = |one: &Restriction| {
                let on_day = one.days.is_empty() || one.days.iter().any(|days| days.contains(day));
                on_day && one.seasons.is_empty() && one.weekdays.contains(day.weekday())
            };
            let all = definition.restrictions.iter().enumerate();
            return all
                .filter(|(_, one)| holds(one))
                .map(|(index, restriction)| Touched {
                    day,
                    index,
                    restriction,
                })
                .collect();
        };
        let set = days.limit_sets.get(entry.limits as usize);
        let touched = set.into_iter().flatten().filter_map(|index| {
            let index = usize::from(*index);
            Some(Touched {
                day,
                index,
                restriction: definition.restrictions.get(index)?,
            })
        });
        touched.collect()
    }

    fn restrictions(&mut self) {
        if self.definition.restrictions.is_empty() {
            return;
        }
        let days: Vec<Day> = self.days().collect();
        let mut through = vec![false; self.definition.restrictions.len()];
        for day in &days {
            for touched in self.on(*day) {
                self.night(&touched);
            }
        }
        for day in days.iter().chain([&self.ask.departure]) {
            for touched in self.on(*day) {
                if let Some(told @ false) = through.get_mut(touched.index) {
                    *told = true;
                    let rule = touched.restriction;
                    self.stay_length(&touched, rule.min_stay_through, rule.max_stay_through);
                }
            }
        }
        for touched in self.on(self.ask.arrival) {
            self.arrival(&touched);
        }
        for touched in self
            .on(self.ask.departure)
            .iter()
            .filter(|touched| touched.restriction.closed_to_departure)
        {
            let message = format!("nobody leaves on {}", touched.day);
            let reason = touched.reason(Code::RatesClosedToDeparture, self.last_field(), message);
            self.refuse(reason);
        }
    }

    fn night(&mut self, touched: &Touched<'_>) {
        let day = touched.day;
        if touched.restriction.closed {
            let field = if day == self.ask.arrival {
                self.first_field()
            } else {
                self.last_field()
            };
            self.refuse(touched.reason(Code::RatesClosed, field, format!("{day} is closed")));
        }
        if let (Some(release), Some(booked_on)) = (touched.restriction.release_days, self.ask.booked_on) {
            let ahead = day.since(booked_on);
            if i64::from(ahead) < i64::from(release) {
                let booked = match ahead {
                    ..0 => format!("{} after it", many(-ahead, "day")),
                    _ => format!("{} before", many(ahead, "day")),
                };
                let message = format!("{day} is sold until {} before; booked {booked}", many(release, "day"));
                let reason = touched.reason(Code::RatesReleased, "/booked_on", message);
                self.refuse(counted(reason.with("release_days", release), "days_before", ahead));
            }
        }
    }

    fn arrival(&mut self, touched: &Touched<'_>) {
        let restriction = touched.restriction;
        if restriction.closed_to_arrival {
            let message = format!("nobody arrives on {}", touched.day);
            self.refuse(touched.reason(Code::RatesClosedToArrival, self.first_field(), message));
        }
        self.stay_length(touched, restriction.min_stay, restriction.max_stay);
        let (Some(lead), Some(booked_on)) = (self.ask.lead_days(), self.ask.booked_on) else {
            return;
        };
        let least = restriction
            .min_lead_days
            .filter(|least| i64::from(lead) < i64::from(*least));
        let most = restriction
            .max_lead_days
            .filter(|most| i64::from(lead) > i64::from(*most));
        if let Some(least) = least {
            let message = format!("to be booked at least {} ahead; {}", many(least, "day"), booked(lead));
            let reason = touched.reason(Code::RatesLeadTime, "/booked_on", message);
            self.refuse(counted(reason.with("required", least), "requested", lead));
        }
        if let Some(most) = most {
            let message = format!("to be booked at most {} ahead; {}", many(most, "day"), booked(lead));
            let reason = touched.reason(Code::RatesLeadTime, "/booked_on", message);
            self.refuse(counted(reason.with("allowed", most), "requested", lead));
        }
        if let Some(window) = restriction.booking_window.filter(|window| !window.contains(booked_on)) {
            let message = format!("sold from {} to {}; booked on {booked_on}", window.first, window.last);
            let reason = touched.reason(Code::RatesBookingWindow, "/booked_on", message);
            self.refuse(reason.with("booking_window", window).with("booked_on", booked_on));
        }
    }

    fn stay_length(&mut self, touched: &Touched<'_>, least: Option<u32>, most: Option<u32>) {
        let nights = self.ask.nights();
        if let Some(required) = least.filter(|least| nights < *least) {
            let message = format!("at least {}; {nights} asked for", many(required, self.noun()));
            let reason = touched.reason(Code::RatesMinStay, self.last_field(), message);
            self.refuse(reason.with("required", required).with("requested", nights));
        }
        if let Some(allowed) = most.filter(|most| nights > *most) {
            let message = format!("at most {}; {nights} asked for", many(allowed, self.noun()));
            let reason = touched.reason(Code::RatesMaxStay, self.last_field(), message);
            self.refuse(reason.with("allowed", allowed).with("requested", nights));
        }
    }
}

/// «a», «a and b» or «a, b and 3 more days».
fn listed(days: &[Day]) -> String {
    match days {
        [] => String::new(),
        [only] => only.to_string(),
        [first, second] => format!("{first} and {second}"),
        [first, second, rest @ ..] => format!("{first}, {second} and {}", many(rest.len(), "more day")),
    }
}

/// A stretch of days as one reads it.
fn shown(first: Day, last: Day) -> String {
    if first == last {
        first.to_string()
    } else {
        format!("{first} to {last}")
    }
}

/// How long before arrival, or after it.
fn booked(lead: i32) -> String {
    match lead {
        ..0 => format!("booked {} after arrival", many(-lead, "day")),
        _ => format!("booked {} ahead", many(lead, "day")),
    }
}

/// The reason with a number of days before arrival; one after it is not counted so.
fn counted(reason: Reason, name: &str, days: i32) -> Reason {
    match u32::try_from(days) {
        Ok(days) => reason.with(name, days),
        Err(_) => reason,
    }
}
