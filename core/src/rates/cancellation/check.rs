use super::definition::{CancellationDeadline, CancellationFee, CancellationPolicyDefinition, CancellationTier};
use crate::fault::entries;
use crate::form::{Faults, Pointer};
use crate::money::{Currency, Decimal, shortened};
use crate::{Code, Reason};

/// Ten years: what lies further back is a slip.
const MOST_HOURS: u32 = 87_600;
const MOST_DAYS: u32 = 3_650;
const MOST_NIGHTS: u32 = 3_650;
const MOST_KINDS: usize = 50;
/// How far a day before the start, at any time of the clock, can lie from as many times 24 hours.
const LEEWAY_SECONDS: i64 = 26 * 3_600;

/// Reports every fault of sense.
pub(super) fn check(definition: &CancellationPolicyDefinition, faults: &mut Faults) {
    let root = Pointer::root();
    if let Some(message) = entries(definition.components.len(), MOST_KINDS) {
        faults.add(Reason::new(Code::DefinitionRange, root.join("components"), message));
    }
    let mut check = Check {
        currency: definition.currency,
        faults,
    };
    check.terms(
        &root,
        &definition.tiers,
        [&definition.late, &definition.no_show, &definition.kept],
    );
    for (kind, terms) in &definition.components {
        let place = root.join("components").join(kind.as_str());
        check.terms(&place, &terms.tiers, [&terms.late, &terms.no_show, &terms.kept]);
    }
    let kinds = definition.components.keys().map(|kind| (kind, kind.as_str()));
    check
        .faults
        .look_alikes(kinds, |kind| root.join("components").join(kind.as_str()));
    if let Some(grace) = &definition.grace {
        let place = root.join("grace");
        check.hours(grace.hours_after_booking, &place.join("hours_after_booking"));
        check.hours(grace.hours_before.unwrap_or_default(), &place.join("hours_before"));
    }
}

struct Check<'f> {
    currency: Option<Currency>,
    faults: &'f mut Faults,
}

impl Check<'_> {
    fn terms(&mut self, place: &Pointer, tiers: &[CancellationTier], fees: [&Option<CancellationFee>; 3]) {
        let listed = place.join("tiers");
        for (number, tier) in tiers.iter().enumerate() {
            let place = listed.join(number);
            self.fee(&tier.fee, &place.join("fee"));
            match &tier.deadline {
                CancellationDeadline::HoursBefore(hours) => {
                    self.hours(*hours, &place.join("deadline").join("hours_before"));
                }
                CancellationDeadline::DaysBefore(before) if before.days > MOST_DAYS => {
                    let message = format!(
                        "{} days before is more than ten years; at most {MOST_DAYS}",
                        before.days
                    );
                    let place = place.join("deadline").join("days_before").join("days");
                    self.faults.add(Reason::new(Code::DefinitionRange, place, message));
                }
                CancellationDeadline::DaysBefore(_) => {}
            }
        }
        for (number, pair) in tiers.windows(2).enumerate() {
            let [earlier, later] = pair else { continue };
            if !in_order(&earlier.deadline, &later.deadline) {
                let message = format!(
                    "`{}` ends no later than `{}`, which stands before it; list tiers from the earliest deadline to the latest",
                    later.name, earlier.name
                );
                let place = listed.join(number + 1).join("deadline");
                self.faults.add(Reason::new(Code::DefinitionConflict, place, message));
            }
        }
        for (number, tier) in tiers.iter().enumerate() {
            if tiers.iter().take(number).any(|earlier| earlier.name == tier.name) {
                let message = format!("there is a tier `{}` already", shortened(&tier.name));
                let place = listed.join(number).join("name");
                self.faults.add(Reason::new(Code::DefinitionConflict, place, message));
            }
        }
        let names = tiers.iter().map(|tier| Some(tier.name.as_str()));
        self.faults.look_alikes_in(&listed, "name", names);
        for (fee, field) in fees.into_iter().zip(["late", "no_show", "kept"]) {
            if let Some(fee) = fee {
                self.fee(fee, &place.join(field));
            }
        }
    }

    fn hours(&mut self, hours: u32, place: &Pointer) {
        if hours > MOST_HOURS {
            let message = format!("{hours} hours are more than ten years; at most {MOST_HOURS}");
            self.faults.add(Reason::new(Code::DefinitionRange, place, message));
        }
    }

    fn fee(&mut self, fee: &CancellationFee, place: &Pointer) {
        match fee {
            CancellationFee::Percent(percent) => self.percent(*percent, &place.join("percent")),
            CancellationFee::Nights(nights) => {
                let place = place.join("nights");
                if nights.nights == 0 || nights.nights > MOST_NIGHTS {
                    let message = format!(
                        "{} nights; give 1 to {MOST_NIGHTS}, or `percent` 0 for nothing",
                        nights.nights
                    );
                    self.faults
                        .add(Reason::new(Code::DefinitionRange, place.join("nights"), message));
                }
                self.percent(nights.percent.unwrap_or(Decimal::HUNDRED), &place.join("percent"));
            }
            CancellationFee::Amount(amount) => self.amount(*amount, &place.join("amount")),
        }
    }

    fn percent(&mut self, percent: Decimal, place: &Pointer) {
        if percent.is_negative() || percent > Decimal::HUNDRED {
            let message = format!("`{percent}` percent; a fee is 0 to 100 percent");
            self.faults.add(Reason::new(Code::DefinitionRange, place, message));
        }
    }

    fn amount(&mut self, amount: Decimal, place: &Pointer) {
        if amount.is_negative() || amount > Decimal::from(1_000_000_000_000_000_000) {
            let message = format!("`{amount}` is not between 0 and 10^18");
            self.faults.add(Reason::new(Code::DefinitionRange, place, message));
        }
        match self.currency {
            None => {
                let message = "an amount needs a currency; give the policy a `currency`";
                let reason = Reason::new(Code::DefinitionMissing, Pointer::root().join("currency"), message);
                self.faults.add(reason);
            }
            Some(currency) if amount.units(currency.minor_unit()).is_none() => {
                let message = format!("`{amount}` has more digits than amounts in {currency} have");
                self.faults.add(Reason::new(Code::DefinitionRange, place, message));
            }
            Some(_) => {}
        }
    }
}

/// Whether one deadline can lie before another; hours and days are compared as far as they can be without a day.
fn in_order(earlier: &CancellationDeadline, later: &CancellationDeadline) -> bool {
    use CancellationDeadline::{DaysBefore, HoursBefore};
    match (earlier, later) {
        (HoursBefore(one), HoursBefore(other)) => one > other,
        (DaysBefore(one), DaysBefore(other)) if one.time.is_some() == other.time.is_some() => {
            (other.days, one.time) < (one.days, other.time)
        }
        _ => seconds(earlier) + leeway(earlier) + leeway(later) > seconds(later),
    }
}

fn seconds(deadline: &CancellationDeadline) -> i64 {
    match deadline {
        CancellationDeadline::HoursBefore(hours) => i64::from(*hours) * 3_600,
        CancellationDeadline::DaysBefore(before) => i64::from(before.days) * 86_400,
    }
}

fn leeway(deadline: &CancellationDeadline) -> i64 {
    match deadline {
        CancellationDeadline::HoursBefore(_) => 0,
        CancellationDeadline::DaysBefore(_) => LEEWAY_SECONDS,
    }
}
