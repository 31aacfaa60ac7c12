//! The terms of each kind of component, as they are asked.

use super::definition::{
    CancellationDeadline, CancellationFee, CancellationPolicyDefinition, CancellationTerms, CancellationTier,
};
use crate::form::Pointer;
use crate::money::Decimal;
use crate::time::{Instant, Resolved, Zone};
use crate::{Code, Error, Result};

/// The terms of one kind of component, or of all that have none of their own.
#[derive(Clone, Debug)]
pub(super) struct Terms {
    place: Pointer,
    pub(super) tiers: Vec<CancellationTier>,
    late: CancellationFee,
    no_show: Option<CancellationFee>,
    kept: Option<CancellationFee>,
}

/// What is charged and where the policy says so.
#[derive(Clone, Debug)]
pub(super) struct Rule<'t> {
    pub(super) fee: &'t CancellationFee,
    /// What people call it, where it has a name.
    pub(super) tier: Option<&'t str>,
    pub(super) place: Pointer,
}

impl Terms {
    pub(super) fn of(definition: &CancellationPolicyDefinition) -> Vec<Terms> {
        let whole = CancellationTerms {
            tiers: definition.tiers.clone(),
            late: definition.late.clone(),
            no_show: definition.no_show.clone(),
            kept: definition.kept.clone(),
        };
        let kinds = definition.components.iter();
        let kinds = kinds.map(|(kind, terms)| Terms::at(Pointer::root().join("components").join(kind.as_str()), terms));
        std::iter::once(Terms::at(Pointer::root(), &whole))
            .chain(kinds)
            .collect()
    }

    fn at(place: Pointer, terms: &CancellationTerms) -> Terms {
        Terms {
            place,
            tiers: terms.tiers.clone(),
            late: terms.late.clone().unwrap_or(CancellationFee::Percent(Decimal::HUNDRED)),
            no_show: terms.no_show.clone(),
            kept: terms.kept.clone(),
        }
    }

    pub(super) fn tier(&self, number: usize) -> Option<Rule<'_>> {
        let tier = self.tiers.get(number)?;
        Some(Rule {
            fee: &tier.fee,
            tier: Some(&tier.name),
            place: self.place.join("tiers").join(number),
        })
    }

    pub(super) fn late(&self) -> Rule<'_> {
        self.rule(&self.late, "late")
    }

    pub(super) fn no_show(&self) -> Rule<'_> {
        let own = self.no_show.as_ref().map(|fee| self.rule(fee, "no_show"));
        own.unwrap_or_else(|| self.late())
    }

    pub(super) fn kept(&self) -> Option<Rule<'_>> {
        self.kept.as_ref().map(|fee| self.rule(fee, "kept"))
    }

    fn rule<'t>(&'t self, fee: &'t CancellationFee, field: &str) -> Rule<'t> {
        Rule {
            fee,
            tier: None,
            place: self.place.join(field),
        }
    }

    /// The deadlines of a component that starts then, in the order of the tiers.
    pub(super) fn deadlines(&self, start: Instant, zone: &Zone) -> Result<Vec<Instant>> {
        let deadlines = self.tiers.iter().map(|tier| tier.deadline.before(start, zone));
        deadlines.collect()
    }
}

impl CancellationDeadline {
    /// The moment so long before a start.
    fn before(&self, start: Instant, zone: &Zone) -> Result<Instant> {
        let moment = match self {
            CancellationDeadline::HoursBefore(hours) => hours_before(start, *hours),
            CancellationDeadline::DaysBefore(before) => {
                let (day, time) = zone.local(start);
                let day = i32::try_from(before.days).ok().and_then(|days| day.plus(-days));
                let resolved = day.and_then(|day| zone.resolve(day, before.time.unwrap_or(time)));
                // The clock shows no parts of a second; a start that has some keeps them.
                let parts = match before.time {
                    None => start.microseconds().rem_euclid(1_000_000),
                    Some(_) => 0,
                };
                let microseconds = resolved.and_then(|moment| latest(moment).microseconds().checked_add(parts));
                microseconds.and_then(Instant::from_microseconds)
            }
        };
        moment.ok_or_else(out_of_range)
    }
}

pub(super) fn hours_before(start: Instant, hours: u32) -> Option<Instant> {
    start.plus_seconds(-3_600 * i64::from(hours))
}

pub(super) fn out_of_range() -> Error {
    let message = "a deadline lies before the year 0001 or after the year 9999";
    Error::new(Code::TimeOutOfRange, "/booking", message)
}

/// A time that clocks show twice ends when they show it for the second time; one that they skip, by the skip later.
fn latest(moment: Resolved) -> Instant {
    match moment {
        Resolved::Fold(_, second) => second,
        other => other.instant(),
    }
}
