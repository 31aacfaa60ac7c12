use std::collections::BTreeMap;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::CancellationPolicy;
use super::definition::CancellationFee;
use super::terms::{Rule, Terms, hours_before, out_of_range};
use crate::fault::{Limits, many};
use crate::form::Pointer;
use crate::money::{AllocateRequest, Currency, Decimal, Money, Rounding, Shares, allocate, shortened};
use crate::time::{Day, Instant, TimeOfDay, Zone};
use crate::{Code, Error, Reason, Result};

/// What was booked, and what has been paid for it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CancellableBooking {
    /// When it starts; or `check_in`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<Instant>,
    /// The day on which it starts, at the policy's `start_time`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub check_in: Option<Day>,
    /// When it was booked; the time of grace counts from then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub booked_at: Option<Instant>,
    /// The zone of the place, where it is not that of the policy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<Zone>,
    /// The currency of every amount.
    pub currency: Currency,
    /// What has been paid so far.
    #[serde(default)]
    pub paid: Decimal,
    /// What it is made of.
    #[schemars(length(min = 1, max = 100))]
    pub components: Vec<CancellableComponent>,
}

/// A part of a booking: the room, an activity, a fee, a tax.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CancellableComponent {
    /// What people call it; no two have the same name.
    #[schemars(extend("format" = "name"))]
    pub name: String,
    /// Its kind, such as `activity`: a kind that the policy names goes by its own terms.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub kind: Option<String>,
    /// What it costs.
    pub total: Decimal,
    /// What each of its nights costs, of which fees by nights are made; together no more than `total`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 3650))]
    pub nights: Vec<Decimal>,
    /// When it starts, where it does not start with the booking.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<Instant>,
}

/// Who cancels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum CancelledBy {
    /// Whoever booked.
    #[default]
    Guest,
    /// Whoever was to provide it: nothing is charged.
    Provider,
}

/// A booking that is cancelled, or to which nobody came.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CancellationRequest {
    /// What was booked.
    pub booking: CancellableBooking,
    /// When it is cancelled.
    pub at: Instant,
    /// Who cancels.
    #[serde(default)]
    pub cancelled_by: CancelledBy,
    /// Whether nobody came.
    #[serde(default)]
    pub no_show: bool,
}

/// What a cancellation costs, explained: its lines add up to the fee exactly.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct CancellationSettlement {
    /// The currency of every amount.
    pub currency: Currency,
    /// What the booking costs.
    pub total: Decimal,
    /// What has been paid so far.
    pub paid: Decimal,
    /// What is charged; never more than the total.
    pub fee: Decimal,
    /// What goes back: what was paid beyond the fee.
    pub refund: Decimal,
    /// What is still to be paid: the fee beyond what was paid.
    pub owed: Decimal,
    /// One for each component.
    pub lines: Vec<CancellationLine>,
}

/// What is charged for one component.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct CancellationLine {
    /// The component.
    pub component: String,
    /// Why so much is charged.
    pub kind: CancellationLineKind,
    /// The tier that made it, by its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tier: Option<String>,
    /// The rule that made it, as a JSON pointer into the policy's definition; empty when the provider cancels.
    pub rule: String,
    /// The last moment of the tier for this component.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Instant>,
    /// What the component costs.
    pub total: Decimal,
    /// What is charged of it.
    pub fee: Decimal,
    /// How that came about, in a few words.
    pub explanation: String,
}

/// Why so much is charged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum CancellationLineKind {
    /// A tier whose deadline has not passed.
    Tier,
    /// All deadlines have passed.
    Late,
    /// Nobody came.
    NoShow,
    /// More than the tier charges is never given back.
    Kept,
    /// It was booked only just now.
    Grace,
    /// The provider cancels.
    Provider,
}

/// A booking, checked, with the moments that count for it.
pub(super) struct Asked<'a> {
    policy: &'a CancellationPolicy,
    pub(super) booking: &'a CancellableBooking,
    pub(super) zone: &'a Zone,
    pub(super) start: Instant,
    /// Of each component: which terms, and their deadlines.
    pub(super) components: Vec<(&'a Terms, Vec<Instant>)>,
    pub(super) grace_ends: Option<Instant>,
    pub(super) total: Decimal,
}

/// The rule for a component, and the line it makes.
struct Chosen<'a> {
    kind: CancellationLineKind,
    rule: Rule<'a>,
    deadline: Option<Instant>,
}

impl CancellationPolicy {
    /// What a cancellation costs and what goes back, component by component.
    pub fn fee(&self, request: &CancellationRequest) -> Result<CancellationSettlement> {
        request.bounded()?;
        let asked = Asked::of(self, &request.booking)?;
        if request.no_show && request.at < asked.start {
            let message = format!("nobody can have failed to come before the start, {}", asked.start);
            return Err(Error::new(Code::RequestConflict, "/no_show", message));
        }
        let lines = if request.cancelled_by == CancelledBy::Provider {
            asked.free(
                CancellationLineKind::Provider,
                "",
                "cancelled by the provider; nothing is charged",
            )
        } else {
            asked.lines(request.at, request.no_show)?
        };
        asked.settled(lines)
    }
}

impl<'a> Asked<'a> {
    pub(super) fn of(policy: &'a CancellationPolicy, booking: &'a CancellableBooking) -> Result<Asked<'a>> {
        let definition = policy.definition();
        Error::unless_empty(faults(policy, booking))?;
        let zone = booking.zone.as_ref().unwrap_or(&definition.zone);
        let by_day = || {
            let time = definition.start_time.unwrap_or(TimeOfDay::MIDNIGHT);
            booking.check_in.and_then(|day| zone.resolve(day, time))
        };
        let start = booking.start.or_else(|| by_day().map(|moment| moment.instant()));
        let start = start.ok_or_else(out_of_range)?;
        let components = booking.components.iter().map(|component| {
            let kind = component.kind.as_ref();
            let place = kind.and_then(|kind| definition.components.keys().position(|known| known == kind));
            let terms = policy
                .terms
                .get(place.map_or(0, |place| place + 1))
                .ok_or_else(out_of_range)?;
            Ok((terms, terms.deadlines(component.start.unwrap_or(start), zone)?))
        });
        let components = components.collect::<Result<Vec<_>>>()?;
        let grace_ends = definition
            .grace
            .as_ref()
            .zip(booking.booked_at)
            .map(|(grace, booked_at)| {
                let after = booked_at.plus_seconds(3_600 * i64::from(grace.hours_after_booking));
                let before = hours_before(start, grace.hours_before.unwrap_or_default());
                after
                    .zip(before)
                    .map(|(after, before)| after.min(before))
                    .ok_or_else(out_of_range)
            });
        let zero = Decimal::ZERO.at_scale(booking.currency.minor_unit());
        let mut totals = booking.components.iter().map(|component| component.total);
        Ok(Asked {
            policy,
            booking,
            zone,
            start,
            components,
            grace_ends: grace_ends.transpose()?,
            total: totals.try_fold(zero, Decimal::plus)?,
        })
    }

    /// Lines that charge nothing.
    fn free(&self, kind: CancellationLineKind, rule: &str, explanation: &str) -> Vec<CancellationLine> {
        let zero = Decimal::ZERO.at_scale(self.booking.currency.minor_unit());
        let deadline = self.grace_ends.filter(|_| kind == CancellationLineKind::Grace);
        let line = |component: &CancellableComponent| CancellationLine {
            component: component.name.clone(),
            kind,
            tier: None,
            rule: rule.to_owned(),
            deadline,
            total: component.total,
            fee: zero,
            explanation: explanation.to_owned(),
        };
        self.booking.components.iter().map(line).collect()
    }

    /// What is charged at a moment.
    pub(super) fn lines(&self, at: Instant, no_show: bool) -> Result<Vec<CancellationLine>> {
        if !no_show && self.grace_ends.is_some_and(|ends| at <= ends) {
            let explanation = "cancelled soon after booking; nothing is charged";
            return Ok(self.free(CancellationLineKind::Grace, "/grace", explanation));
        }
        let chosen: Vec<_> = self.components.iter().map(|own| chosen(own, at, no_show)).collect();
        let rules: Vec<_> = chosen.iter().map(|chosen| Some(&chosen.rule)).collect();
        let charged = self.charged(&rules)?;
        let kept: Vec<_> = self.components.iter().map(|(terms, _)| terms.kept()).collect();
        let least = self.charged(&kept.iter().map(Option::as_ref).collect::<Vec<_>>())?;
        let parts = self
            .booking
            .components
            .iter()
            .zip(chosen)
            .zip(charged)
            .zip(kept.into_iter().zip(least));
        let lines = parts.map(
            |(((component, mut chosen), (mut fee, mut explanation)), (kept, (least, why)))| {
                if let Some(kept) = kept.filter(|_| least > fee) {
                    chosen.kind = CancellationLineKind::Kept;
                    chosen.rule.place = kept.place;
                    (fee, explanation) = (least, format!("{why}, which is never given back"));
                }
                CancellationLine {
                    component: component.name.clone(),
                    kind: chosen.kind,
                    tier: chosen.rule.tier.map(str::to_owned),
                    rule: chosen.rule.place.to_string(),
                    deadline: chosen.deadline,
                    total: component.total,
                    fee,
                    explanation,
                }
            },
        );
        Ok(lines.collect())
    }

    /// What the rule of each component charges, and in words.
    fn charged(&self, rules: &[Option<&Rule<'_>>]) -> Result<Vec<(Decimal, String)>> {
        let mut together: BTreeMap<String, (Decimal, Vec<usize>)> = BTreeMap::new();
        let mut charged = Vec::with_capacity(rules.len());
        for (place, (component, rule)) in self.booking.components.iter().zip(rules).enumerate() {
            charged.push(match rule.map(|rule| (rule, rule.fee)) {
                None => (self.zero(), String::new()),
                Some((_, CancellationFee::Percent(percent))) => self.percent(*percent, component.total)?,
                Some((rule, CancellationFee::Nights(fee))) => {
                    if !self.has_nights(rules, rule) {
                        let message = format!(
                            "`{}` charges nights; give what each night of a component costs",
                            rule.place
                        );
                        let at = format!("/booking/components/{place}/nights");
                        return Err(Error::new(Code::RequestMissing, at, message));
                    }
                    let count = usize::try_from(fee.nights)
                        .unwrap_or(usize::MAX)
                        .min(component.nights.len());
                    let mut nights = component.nights.iter().take(count);
                    let sum = nights.try_fold(self.zero(), |sum, night| sum.plus(*night))?;
                    let (fee, why) = self.percent(fee.percent.unwrap_or(Decimal::HUNDRED), sum)?;
                    match component.nights.len() {
                        0 => (fee, "nothing; it has no nights".to_owned()),
                        nights => (fee, format!("{why} for {} of {nights}", many(count, "night"))),
                    }
                }
                Some((rule, CancellationFee::Amount(amount))) => {
                    let group = together.entry(rule.place.to_string()).or_insert((*amount, Vec::new()));
                    group.1.push(place);
                    (self.zero(), String::new())
                }
            });
        }
        for (amount, places) in together.into_values() {
            self.share(amount, &places, &mut charged)?;
        }
        Ok(charged)
    }

    /// Whether any component that goes by this rule tells its nights.
    fn has_nights(&self, rules: &[Option<&Rule<'_>>], rule: &Rule<'_>) -> bool {
        let components = self.booking.components.iter().zip(rules);
        let mut by_rule = components.filter(|(_, own)| own.is_some_and(|own| own.place == rule.place));
        by_rule.any(|(component, _)| !component.nights.is_empty())
    }

    fn zero(&self) -> Decimal {
        Decimal::ZERO.at_scale(self.booking.currency.minor_unit())
    }

    fn percent(&self, percent: Decimal, whole: Decimal) -> Result<(Decimal, String)> {
        let currency = self.booking.currency;
        let rounding = Rounding::to_digits(self.policy.definition().rounding, currency.minor_unit());
        let fee = rounding.round(percent.percent_of(whole)?)?.min(whole);
        let whole = Money::new(whole, currency).at_minor_unit();
        Ok((fee, format!("{}% of {whole}", percent.normalized())))
    }

    /// An amount, shared by what the components cost, and no more than that.
    fn share(&self, amount: Decimal, places: &[usize], charged: &mut [(Decimal, String)]) -> Result<()> {
        let currency = self.booking.currency;
        let totals = places.iter().filter_map(|place| self.booking.components.get(*place));
        let totals: Vec<_> = totals.map(|component| component.total).collect();
        let sum = totals.iter().try_fold(self.zero(), |sum, total| sum.plus(*total))?;
        if sum.is_zero() {
            for place in places {
                if let Some((_, why)) = charged.get_mut(*place) {
                    *why = "nothing; it costs nothing".to_owned();
                }
            }
            return Ok(());
        }
        let whole = Money::new(amount.min(sum), currency).at_minor_unit();
        let shares = allocate(AllocateRequest::new(whole, Shares::Weights(totals)))?;
        for (place, share) in places.iter().zip(shares) {
            if let Some(charged) = charged.get_mut(*place) {
                let shared = if places.len() > 1 { "its share of " } else { "" };
                *charged = (share.amount, format!("{shared}{whole}"));
            }
        }
        Ok(())
    }

    /// The whole: fee, refund and what is owed.
    pub(super) fn settled(&self, lines: Vec<CancellationLine>) -> Result<CancellationSettlement> {
        let fee = lines.iter().try_fold(self.zero(), |sum, line| sum.plus(line.fee))?;
        let paid = self.booking.paid.at_least(self.booking.currency.minor_unit());
        Ok(CancellationSettlement {
            currency: self.booking.currency,
            total: self.total,
            paid,
            fee,
            refund: paid.minus(fee)?.max(self.zero()),
            owed: fee.minus(paid)?.max(self.zero()),
            lines,
        })
    }
}

/// The rule that counts for a component at a moment: the first tier whose deadline has not passed.
fn chosen<'a>(own: &(&'a Terms, Vec<Instant>), at: Instant, no_show: bool) -> Chosen<'a> {
    let (terms, deadlines) = own;
    if no_show {
        return Chosen {
            kind: CancellationLineKind::NoShow,
            rule: terms.no_show(),
            deadline: None,
        };
    }
    let number = deadlines.iter().position(|deadline| at <= *deadline);
    let tier = number.and_then(|number| terms.tier(number).zip(deadlines.get(number).copied()));
    match tier {
        Some((rule, deadline)) => Chosen {
            kind: CancellationLineKind::Tier,
            rule,
            deadline: Some(deadline),
        },
        None => Chosen {
            kind: CancellationLineKind::Late,
            rule: terms.late(),
            deadline: None,
        },
    }
}

/// Every fault of a booking.
fn faults(policy: &CancellationPolicy, booking: &CancellableBooking) -> Vec<Reason> {
    let mut reasons = Vec::new();
    let root = Pointer::root().join("booking");
    match (booking.start, booking.check_in) {
        (None, None) => reasons.push(Reason::new(
            Code::RequestMissing,
            root.join("start"),
            "when it starts is missing: give `start`, or `check_in` for a day",
        )),
        (Some(_), Some(_)) => reasons.push(Reason::new(
            Code::RequestConflict,
            root.join("check_in"),
            "`start` and `check_in` both say when it starts; give one of them",
        )),
        _ => {}
    }
    let own = policy.definition().currency;
    if let Some(own) = own.filter(|own| *own != booking.currency) {
        let message = format!("the policy is in {own}, the booking in {}", booking.currency);
        reasons.push(Reason::new(Code::MoneyCurrencyMismatch, root.join("currency"), message));
    }
    amount(booking.paid, booking.currency, root.join("paid"), &mut reasons);
    let mut names = BTreeMap::new();
    for (number, component) in booking.components.iter().enumerate() {
        let place = root.join("components").join(number);
        if names.insert(component.name.as_str(), number).is_some() {
            let message = format!("there is a component `{}` already", shortened(&component.name));
            reasons.push(Reason::new(Code::RequestConflict, place.join("name"), message));
        }
        amount(component.total, booking.currency, place.join("total"), &mut reasons);
        for (night, price) in component.nights.iter().enumerate() {
            amount(*price, booking.currency, place.join("nights").join(night), &mut reasons);
        }
        let mut nights = component.nights.iter();
        let sum = nights.try_fold(Decimal::ZERO, |sum, night| sum.plus(*night));
        let is_priced = !component.nights.is_empty() && !component.total.is_negative();
        if is_priced && !sum.is_ok_and(|sum| sum <= component.total) {
            let total = Money::new(component.total, booking.currency).at_minor_unit();
            let message = format!("the nights cost more than the component, {total}");
            reasons.push(Reason::new(Code::RequestRange, place.join("nights"), message));
        }
    }
    reasons
}

fn amount(amount: Decimal, currency: Currency, place: Pointer, reasons: &mut Vec<Reason>) {
    if amount.is_negative() || amount > Decimal::from(1_000_000_000_000_000_000) {
        let message = format!("`{amount}` is not between 0 and 10^18");
        reasons.push(Reason::new(Code::RequestRange, place, message));
    } else if amount.units(currency.minor_unit()).is_none() {
        let message = format!("`{amount}` has more digits than amounts in {currency} have");
        reasons.push(Reason::new(Code::RequestRange, place, message));
    }
}
