//! What a plan charges: a slow model in whole millionths, written from the guide, beside the engine; and the laws of bills that
//! are given back and of parts of a period.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail"
)]

use proptest::prelude::*;
use ratebook::money::Decimal;
use ratebook::rates::Plan;
use ratebook::rates::plans::{PlanBill, ProrateRequest, UsageRequest};
use ratebook::time::{Day, Zone};
use serde_json::{Value, json};

/// Amounts and usage have up to three digits behind the point; prices times usage then are whole millionths.
const MILLE: i128 = 1_000;

#[derive(Clone, Debug)]
enum Model {
    Flat(i128),
    PerUnit(i128),
    /// Whether by volume, the flat part at zero, and tiers: up to so many whole units, price, flat part.
    Tiers(bool, bool, Vec<(i128, i128, i128)>),
    Package(i128, i128),
    Percentage(i128, i128, i128),
    Amount(Option<i128>, Option<i128>),
}

#[derive(Clone, Debug)]
struct Charge {
    model: Model,
    included: i128,
    /// Divided by so many whole ones, rounded up or not, to whole units.
    divided: Option<(i128, bool)>,
    most: Option<i128>,
}

fn model() -> impl Strategy<Value = Model> {
    let tier = (1_i128..50, 0_i128..3_000, 0_i128..9_000);
    prop_oneof![
        (0_i128..90_000).prop_map(Model::Flat),
        (0_i128..5_000).prop_map(Model::PerUnit),
        (any::<bool>(), any::<bool>(), prop::collection::vec(tier, 1..4)).prop_map(|(volume, at_zero, tiers)| {
            let mut up_to = 0;
            let tiers = tiers.into_iter().map(|(more, price, flat)| {
                up_to += more;
                (up_to, price, flat)
            });
            Model::Tiers(volume, at_zero, tiers.collect())
        }),
        (1_i128..20, 0_i128..9_000).prop_map(|(size, price)| Model::Package(size, price)),
        (0_i128..30, 0_i128..900, 0_i128..9_000)
            .prop_map(|(percent, fixed, least)| Model::Percentage(percent, fixed, least)),
        prop::option::of(0_i128..3_000).prop_map(|factor| Model::Amount(factor, None)),
        (-100_i128..100).prop_map(|percent| Model::Amount(None, Some(percent))),
    ]
}

fn charge() -> impl Strategy<Value = Charge> {
    let divided = prop::option::weighted(0.3, (1_i128..40, any::<bool>()));
    (
        model(),
        0_i128..20_000,
        divided,
        prop::option::weighted(0.3, 0_i128..90_000),
    )
        .prop_map(|(model, included, divided, most)| Charge {
            model,
            included,
            divided,
            most,
        })
}

fn mille(of: i128) -> Value {
    json!(Decimal::from_units(of, 3).unwrap())
}

impl Charge {
    fn written(&self, place: usize) -> Value {
        let model = match &self.model {
            Model::Flat(price) => json!({"flat": mille(*price)}),
            Model::PerUnit(price) => json!({"per_unit": mille(*price)}),
            Model::Tiers(volume, at_zero, tiers) => {
                let last = tiers.len() - 1;
                let written = tiers.iter().enumerate().map(|(place, (up_to, price, flat))| {
                    let mut tier = json!({"price": mille(*price), "flat": mille(*flat)});
                    if place < last {
                        tier["up_to"] = json!(up_to.to_string());
                    }
                    tier
                });
                let tiered = json!({"tiers": written.collect::<Vec<_>>(), "flat_at_zero": at_zero});
                if *volume {
                    json!({"volume": tiered})
                } else {
                    json!({"graduated": tiered})
                }
            }
            Model::Package(size, price) => json!({"package": {"size": size.to_string(), "price": mille(*price)}}),
            Model::Percentage(percent, fixed, least) => {
                json!({"percentage": {"percent": percent.to_string(), "fixed": mille(*fixed), "minimum": mille(*least)}})
            }
            Model::Amount(factor, percent) => {
                let percent = percent.map(|percent| percent.to_string());
                json!({"metered_amount": {"multiplier": factor.map(mille), "markup_percent": percent}})
            }
        };
        let mut charge = json!({"name": format!("c{place}"), "model": model});
        if !matches!(self.model, Model::Flat(_)) {
            charge["metric"] = json!(format!("m{place}"));
            charge["included"] = mille(self.included);
            if let Some((by, up)) = self.divided {
                charge["convert"] = json!({"divide_by": by.to_string(), "rounding": if up { "up" } else { "down" }});
            }
        }
        if let Some(most) = self.most {
            charge["maximum_spend"] = mille(most);
        }
        charge
    }

    /// What it costs in cents for usage in thousandths, each line rounded.
    fn cost(&self, used: i128) -> i128 {
        let sign = if used < 0 && !matches!(self.model, Model::Flat(_)) {
            -1
        } else {
            1
        };
        let mut units = used.abs();
        if let Some((by, up)) = self.divided {
            let whole = by * MILLE;
            units = (units + if up { whole - 1 } else { 0 }) / whole * MILLE;
        }
        let units = (units - self.included).max(0);
        // Millionths to cents, a half away from zero.
        let cents = |millionths: i128| (2 * millionths.abs() + 10_000) / 20_000 * millionths.signum();
        let flat = |price: i128| cents(price * MILLE);
        let cost = match &self.model {
            Model::Flat(price) => flat(*price),
            Model::Tiers(_, at_zero, tiers) if units == 0 => {
                if *at_zero {
                    flat(tiers[0].2)
                } else {
                    0
                }
            }
            _ if units == 0 => 0,
            Model::PerUnit(price) => cents(units * price),
            Model::Tiers(true, _, tiers) => {
                let reached = tiers
                    .iter()
                    .find(|(up_to, ..)| units <= up_to * MILLE)
                    .unwrap_or(&tiers[tiers.len() - 1]);
                flat(reached.2) + cents(units * reached.1)
            }
            Model::Tiers(false, _, tiers) => {
                let (mut before, mut sum) = (0, 0);
                for (place, (up_to, price, part)) in tiers.iter().enumerate() {
                    let end = if place + 1 == tiers.len() {
                        units
                    } else {
                        units.min(up_to * MILLE)
                    };
                    if end > before {
                        sum += flat(*part) + cents((end - before) * price);
                        before = end;
                    }
                }
                sum
            }
            Model::Package(size, price) => {
                let packages = (units + size * MILLE - 1) / (size * MILLE);
                flat(packages * price)
            }
            Model::Percentage(percent, fixed, least) => {
                let exact = units * percent * 10 + fixed * MILLE;
                cents(exact.max(least * MILLE))
            }
            Model::Amount(factor, percent) => {
                cents(units * factor.unwrap_or_else(|| (100 + percent.unwrap_or(0)) * 10))
            }
        };
        sign * self.most.map_or(cost, |most| cost.min(most / 10))
    }
}

fn plan(charges: &[Charge], more: Value) -> Plan {
    let charges: Vec<Value> = charges
        .iter()
        .enumerate()
        .map(|(place, charge)| charge.written(place))
        .collect();
    let mut definition = json!({"name": "Plan", "currency": "EUR", "interval": {"unit": "month"}, "charges": charges});
    definition
        .as_object_mut()
        .unwrap()
        .extend(more.as_object().unwrap().clone());
    Plan::load(definition.clone()).unwrap_or_else(|error| panic!("{error:?} in {definition}"))
}

fn usage(charges: &[Charge], used: &[i128], credit: bool) -> UsageRequest {
    let metered = charges
        .iter()
        .zip(used)
        .enumerate()
        .filter(|(_, (charge, _))| !matches!(charge.model, Model::Flat(_)));
    let usage = metered.map(|(place, (_, used))| (format!("m{place}"), mille(*used)));
    serde_json::from_value(json!({"usage": usage.collect::<serde_json::Map<_, _>>(), "credit": credit})).unwrap()
}

fn cents(amount: Decimal) -> i128 {
    amount.units(2).unwrap()
}

fn added_up(bill: &PlanBill) -> i128 {
    bill.lines.iter().map(|line| cents(line.amount)).sum()
}

fn charges() -> impl Strategy<Value = Vec<(Charge, i128)>> {
    let used = prop_oneof![
        Just(0),
        0_i128..200_000,
        -200_000_i128..0,
        (0_i128..200).prop_map(|whole| whole * MILLE)
    ];
    prop::collection::vec((charge(), used), 1..5)
}

/// The first and the last moment of a day.
fn noon(day: Day) -> String {
    format!("{day}T12:00:00Z")
}

fn part(plan: &Plan, change: &Value, at: Day, anchor: Day, by: &str) -> Option<i128> {
    let request = json!({"change": change, "at": noon(at), "zone": Zone::UTC, "anchor": anchor, "by": by});
    let request: ProrateRequest = serde_json::from_value(request).unwrap();
    plan.prorate(&request).ok().map(|proration| cents(proration.total))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, ..ProptestConfig::default() })]

    #[test]
    fn a_plan_charges_what_the_model_says(used in charges(), least in prop::option::of(0_i128..90_000), over in 0_i128..90_000) {
        let (charges, used): (Vec<_>, Vec<_>) = used.into_iter().unzip();
        let sum: i128 = charges.iter().zip(&used).map(|(charge, used)| charge.cost(*used)).sum();
        let metered = charges.iter().zip(&used).filter(|(charge, _)| !matches!(charge.model, Model::Flat(_)));
        let is_correction = metered.map(|(charge, used)| charge.cost(*used)).sum::<i128>() < 0;
        // A least amount with a tenth of a cent is reached, a most one not passed.
        let (lowest, highest) = (least.map(|least| (least + 9) / 10), least.unwrap_or(0) + over);
        let bounded = lowest.filter(|_| !is_correction).map_or(sum, |lowest| sum.max(lowest));
        let bounded = if sum > highest / 10 { highest / 10 } else { bounded };
        let plan = plan(&charges, json!({"minimum_commitment": least.map(mille), "maximum_spend": mille(highest)}));
        let bill = plan.charge(&usage(&charges, &used, false)).unwrap();
        prop_assert_eq!(cents(bill.total), bounded);
        prop_assert_eq!(added_up(&bill), bounded);
    }

    #[test]
    fn a_bill_given_back_is_the_bill_with_the_other_sign(used in charges(), least in prop::option::of(0_i128..90_000)) {
        let (charges, used): (Vec<_>, Vec<_>) = used.into_iter().unzip();
        let plan = plan(&charges, json!({"minimum_commitment": least.map(mille)}));
        let bill = plan.charge(&usage(&charges, &used, false)).unwrap();
        let back = plan.charge(&usage(&charges, &used, true)).unwrap();
        prop_assert_eq!(bill.total.plus(back.total).unwrap(), Decimal::ZERO);
        prop_assert_eq!(bill.lines.len(), back.lines.len());
        for (line, back) in bill.lines.iter().zip(&back.lines) {
            prop_assert_eq!((&line.label, &line.rule, line.unit_amount), (&back.label, &back.rule, back.unit_amount));
            prop_assert_eq!(line.amount.plus(back.amount).unwrap(), Decimal::ZERO);
            prop_assert_eq!(line.quantity.plus(back.quantity).unwrap(), Decimal::ZERO);
        }
    }

    #[test]
    fn usage_below_zero_costs_the_same_with_the_other_sign(used in charges()) {
        let (mut charges, mut used): (Vec<_>, Vec<_>) = used.into_iter().unzip();
        charges.retain(|charge: &Charge| !matches!(charge.model, Model::Flat(_)));
        used.truncate(charges.len());
        used.iter_mut().for_each(|used| *used += i128::from(*used == 0));
        prop_assume!(!charges.is_empty());
        let plan = plan(&charges, json!({}));
        let turned: Vec<i128> = used.iter().map(|used| -used).collect();
        let bill = plan.charge(&usage(&charges, &used, false)).unwrap();
        let back = plan.charge(&usage(&charges, &turned, false)).unwrap();
        prop_assert_eq!(bill.total.plus(back.total).unwrap(), Decimal::ZERO);
    }

    /// Months of thirty days: a day more costs a thirtieth or nothing, the month's last one what is left, and what is used
    /// and what is not make the whole.
    #[test]
    fn every_month_has_thirty_days(price in 0_i128..100_000, anchor in 0_i32..800, day in 0_i32..360) {
        let price = price / 10 * 10;
        let plan = plan(&[Charge { model: Model::Flat(price), included: 0, divided: None, most: None }], json!({}));
        let anchor = "2026-01-01".parse::<Day>().unwrap().plus(anchor).unwrap();
        let at = anchor.plus(day).unwrap();
        // The period's first day: the anchor's own, or the last of a shorter month.
        let number = (0..14).rev().find(|month| anchor.plus_months(*month).unwrap() <= at).unwrap();
        let first = anchor.plus_months(number).unwrap();
        let elapsed = (1..=at.since(first)).take(29).count() as i128;
        let full = price / 10;
        let used = (2 * full * elapsed + 30) / 60;
        let started = part(&plan, &json!("start"), at, anchor, "thirty_day_months").unwrap();
        let ended = part(&plan, &json!("cancel"), at, anchor, "thirty_day_months").unwrap();
        prop_assert_eq!((started, ended), (full - used, used - full));
    }
}
