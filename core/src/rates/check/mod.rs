//! Whether a definition makes sense: every fault, each with its place.

mod alike;
mod hours;
mod people;
mod rules;
mod seasons;
mod taxes;

use std::collections::{HashMap, HashSet};

use super::definition::{AgeBand, RateListDefinition, Unit};
use crate::fault::{near, shortened};
use crate::form::{Faults, Pointer};
use crate::money::Decimal;
use crate::time::{Day, DayRange};
use crate::{Code, Reason};

/// The longest validity of a list: fifty years.
const MAX_DAYS: usize = 18_300;
/// Digits behind the point that an amount or a percentage may have.
const MAX_SCALE: u32 = 9;
/// The largest percentage or factor.
const MAX_PERCENT: i64 = 100_000;

/// Reports every fault of sense.
pub(crate) fn check(definition: &RateListDefinition, faults: &mut Faults) {
    let season_names = definition.seasons.iter().map(|season| season.name.as_str()).collect();
    let mut bands = HashMap::new();
    for band in &definition.age_bands {
        // Of two with one name, which is a fault of its own, the first counts.
        bands.entry(band.name.as_str()).or_insert(band);
    }
    let mut check = Check {
        definition,
        season_names,
        bands,
        seasons_price_children: definition.seasons.iter().any(|season| season.child.is_some()),
        seasons_price_beds: definition.seasons.iter().any(|season| season.extra_bed.is_some()),
        faults,
    };
    check.whole();
    check.context();
    check.people();
    check.seasons();
    check.rules();
    check.taxes();
    check.hours();
    check.look_alikes();
}

struct Check<'a> {
    definition: &'a RateListDefinition,
    season_names: HashSet<&'a str>,
    bands: HashMap<&'a str, &'a AgeBand>,
    /// Whether a season has a price for children.
    seasons_price_children: bool,
    /// Whether a season has a price for extra beds.
    seasons_price_beds: bool,
    faults: &'a mut Faults,
}

impl Check<'_> {
    fn whole(&mut self) {
        let definition = self.definition;
        let root = Pointer::root();
        self.range(definition.valid, &root.join("valid"));
        if definition.valid.len() > MAX_DAYS {
            let message = format!("valid for {} days; at most {MAX_DAYS} are kept", definition.valid.len());
            self.fault(Code::DefinitionRange, &root.join("valid"), message);
        }
        if definition.version == 0 {
            self.fault(
                Code::DefinitionRange,
                &root.join("version"),
                "versions begin with 1".to_owned(),
            );
        }
        match (definition.unit, &definition.prices, &definition.hours) {
            (Unit::Hour, _, None) => self.missing("hours", "a list by the hour needs `hours`"),
            (Unit::Hour, Some(_), _) => {
                self.conflict(&root.join("prices"), "a list by the hour has `hours`, not `prices`")
            }
            (Unit::Hour, None, Some(_)) if definition.zone.is_none() => {
                self.missing("zone", "a list by the hour needs the zone of its clock");
            }
            (Unit::Hour, ..) if !definition.seasons.is_empty() => {
                self.conflict(
                    &root.join("seasons"),
                    "a list by the hour has days on its windows, not seasons",
                );
            }
            (Unit::Hour, ..) => {}
            (_, None, _) => self.missing("prices", "the list needs `prices`"),
            (_, _, Some(_)) => self.conflict(&root.join("hours"), "`hours` belong to lists with the unit `hour`"),
            _ => {}
        }
        let blackouts = definition.blackouts.iter().enumerate();
        for (index, blackout) in blackouts.filter(|(_, one)| one.days.is_empty()) {
            self.range(blackout.days, &root.join("blackouts").join(index).join("days"));
        }
        let rounding = &definition.rounding;
        for (field, step) in [("step", rounding.step), ("tax_step", rounding.tax_step)] {
            let Some(step) = step else { continue };
            let place = root.join("rounding").join(field);
            if step.is_zero() || step.is_negative() {
                self.fault(
                    Code::DefinitionRange,
                    &place,
                    format!("a rounding step of `{step}` is not above zero"),
                );
            }
            self.scale(step, &place);
        }
    }

    fn context(&mut self) {
        let context = &self.definition.context;
        if let (Some(least), Some(most)) = (context.min_quantity, context.max_quantity)
            && least > most
        {
            let message = format!("at least {least} and at most {most} leaves nothing");
            self.fault(
                Code::DefinitionRange,
                &Pointer::root().join("context").join("min_quantity"),
                message,
            );
        }
    }

    fn missing(&mut self, field: &str, message: &str) {
        self.fault(
            Code::DefinitionMissing,
            &Pointer::root().join(field),
            message.to_owned(),
        );
    }

    fn conflict(&mut self, place: &Pointer, message: &str) {
        self.fault(Code::DefinitionConflict, place, message.to_owned());
    }

    fn fault(&mut self, code: Code, place: &Pointer, message: String) {
        self.faults.add(Reason::new(code, place, message));
    }

    /// A range of days must not end before it begins.
    fn range(&mut self, range: DayRange, place: &Pointer) {
        if range.is_empty() {
            self.fault(Code::DefinitionRange, place, range.reversed());
        }
    }

    fn ranges(&mut self, ranges: &[DayRange], place: &Pointer) {
        for (index, range) in ranges.iter().enumerate() {
            self.range(*range, &place.join(index));
        }
    }

    /// A price is not below zero and not beyond 10^18.
    fn price(&mut self, price: Decimal, place: &Pointer) {
        if price.is_negative() {
            let reason = Reason::new(
                Code::DefinitionRange,
                place,
                format!("a price of `{price}` is below zero"),
            );
            self.faults.add(reason.with("price", price));
        }
        self.amount(price, place);
    }

    /// An amount, of either sign, within 10^18.
    fn amount(&mut self, amount: Decimal, place: &Pointer) {
        let most = Decimal::from(1_000_000_000_000_000_000);
        if amount.abs() > most {
            self.fault(
                Code::DefinitionRange,
                place,
                format!("`{amount}` is larger than {most}, the largest amount"),
            );
        }
        self.scale(amount, place);
    }

    fn optional_price(&mut self, price: Option<Decimal>, place: &Pointer) {
        if let Some(price) = price {
            self.price(price, place);
        }
    }

    fn scale(&mut self, value: Decimal, place: &Pointer) {
        if value.normalized().scale() > MAX_SCALE {
            let message = format!("`{value}` has more than {MAX_SCALE} digits behind the point");
            self.fault(Code::DefinitionRange, place, message);
        }
    }

    /// A percentage between two bounds.
    fn percent(&mut self, percent: Decimal, least: i64, most: i64, place: &Pointer) {
        if percent < Decimal::from(least) || percent > Decimal::from(most) {
            let message = format!("`{percent}` percent is not between {least} and {most}");
            self.fault(Code::DefinitionRange, place, message);
        }
        self.scale(percent, place);
    }

    /// A season that a rule names must exist.
    fn season_names(&mut self, names: &[String], place: &Pointer) {
        for (index, name) in names.iter().enumerate() {
            if !self.season_names.contains(name.as_str()) {
                let known = self.definition.seasons.iter().map(|season| season.name.as_str());
                self.unknown("season", name, &place.join(index), known);
            }
        }
    }

    /// There is nothing of that name. Where faults are only counted nobody reads a hint, and none is looked for.
    fn unknown<'n>(&mut self, noun: &str, name: &str, place: &Pointer, known: impl Iterator<Item = &'n str> + Clone) {
        let message = if self.faults.is_full() {
            String::new()
        } else {
            format!("there is no {noun} `{}`{}", shortened(name), near(name, known))
        };
        self.fault(Code::DefinitionReference, place, message);
    }
}

/// «2026-05-01 to 2026-05-04» for days in a row, the first few of them otherwise.
fn listed(days: &[Day]) -> String {
    let mut texts: Vec<String> = Vec::new();
    let mut rest = days;
    while let Some((first, _)) = rest.split_first() {
        let run = rest
            .iter()
            .zip(0..)
            .take_while(|(day, offset)| day.since(*first) == *offset)
            .count();
        let last = rest.get(run - 1).copied().unwrap_or(*first);
        texts.push(DayRange { first: *first, last }.to_string());
        rest = rest.get(run..).unwrap_or_default();
    }
    let more = texts.len().saturating_sub(3);
    texts.truncate(3);
    let listed = texts.join(", ");
    if more > 0 {
        format!("{listed} and {more} more")
    } else {
        listed
    }
}
