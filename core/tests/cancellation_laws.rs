//! What holds for every cancellation policy: lines add up, no fee is beyond the total, what is paid is kept or goes back, and
//! the deadlines tell what the fees are.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail")]

use proptest::prelude::*;
use ratebook::money::Decimal;
use ratebook::rates::CancellationPolicy;
use ratebook::rates::cancellation::{
    CancellationDeadlines, CancellationDeadlinesRequest, CancellationRequest, CancellationSettlement,
};
use ratebook::time::Instant;
use serde_json::{Value, from_value, json};

const START: i64 = 1_792_915_200_000_000;

fn moment(microseconds: i64) -> Instant {
    Instant::from_microseconds(microseconds).unwrap()
}

fn cents(cents: i64) -> String {
    Decimal::from_units(cents.into(), 2).unwrap().to_string()
}

fn fee() -> impl Strategy<Value = Value> {
    prop_oneof![
        (0..=10_000_i64).prop_map(|percent| json!({"percent": cents(percent)})),
        (0..50_000_i64).prop_map(|amount| json!({"amount": cents(amount)})),
        (1..5_u32, 0..=100_i64)
            .prop_map(|(nights, percent)| json!({"nights": {"nights": nights, "percent": percent.to_string()}})),
    ]
}

/// Deadlines from the earliest to the latest.
fn tiers() -> impl Strategy<Value = Vec<Value>> {
    let deadlines = proptest::collection::btree_set((0..40_u32, any::<bool>()), 0..5);
    let tiers = (deadlines, proptest::collection::vec(fee(), 5));
    tiers.prop_map(|(deadlines, fees)| {
        let whole: std::collections::BTreeMap<u32, bool> = deadlines.into_iter().collect();
        let listed = whole.into_iter().rev().zip(fees).enumerate();
        // Multiples of three days lie in order, whether they are told in days or in hours.
        let tier = |(number, ((three_days, hours), fee)): (usize, ((u32, bool), Value))| {
            let deadline = if hours {
                json!({"hours_before": 72 * three_days})
            } else {
                json!({"days_before": {"days": 3 * three_days}})
            };
            json!({"name": format!("tier {number}"), "deadline": deadline, "fee": fee})
        };
        listed.map(tier).collect()
    })
}

fn terms() -> impl Strategy<Value = Value> {
    let maybe = || proptest::option::of(fee());
    (tiers(), maybe(), maybe(), maybe()).prop_map(|(tiers, late, no_show, kept)| {
        let mut terms = json!({"tiers": tiers});
        for (name, fee) in [("late", late), ("no_show", no_show), ("kept", kept)] {
            if let Some(fee) = fee {
                terms[name] = fee;
            }
        }
        terms
    })
}

fn policy() -> impl Strategy<Value = Value> {
    let zone = prop_oneof![
        Just("Europe/Prague"),
        Just("America/New_York"),
        Just("UTC"),
        Just("Australia/Lord_Howe")
    ];
    let grace = proptest::option::of((0..100_u32, 0..500_u32));
    (terms(), terms(), zone, grace).prop_map(|(mut policy, own, zone, grace)| {
        policy["name"] = json!("any");
        policy["zone"] = json!(zone);
        policy["currency"] = json!("EUR");
        policy["components"] = json!({"activity": own});
        if let Some((after, before)) = grace {
            policy["grace"] = json!({"hours_after_booking": after, "hours_before": before});
        }
        policy
    })
}

fn booking() -> impl Strategy<Value = Value> {
    let component = (
        proptest::collection::vec(0..30_000_i64, 1..5),
        0..9_000_i64,
        any::<bool>(),
        -100..100_i64,
    );
    let components = proptest::collection::vec(component, 1..5);
    (components, 0..200_000_i64, proptest::option::of(0..2_000_i64)).prop_map(|(components, paid, booked)| {
        let components = components.into_iter().enumerate().map(|(number, (nights, more, activity, hours))| {
            let total = nights.iter().sum::<i64>() + more;
            let mut component = json!({"name": format!("part {number}"), "total": cents(total),
                "nights": nights.into_iter().map(cents).collect::<Vec<_>>()});
            if activity {
                component["kind"] = json!("activity");
                component["start"] = json!(moment(START + hours * 3_600_000_000).to_string());
            }
            component
        });
        let components: Vec<_> = components.collect();
        let mut booking = json!({"start": moment(START).to_string(), "currency": "EUR", "paid": cents(paid), "components": components});
        if let Some(hours) = booked {
            booking["booked_at"] = json!(moment(START - hours * 3_600_000_000).to_string());
        }
        booking
    })
}

fn asked(policy: &CancellationPolicy, booking: &Value, at: Instant, no_show: bool) -> CancellationSettlement {
    let request = json!({"booking": booking, "at": at.to_string(), "no_show": no_show});
    policy
        .fee(&from_value::<CancellationRequest>(request).unwrap())
        .unwrap()
}

fn deadlines(policy: &CancellationPolicy, booking: &Value) -> CancellationDeadlines {
    let request = json!({"booking": booking});
    policy
        .deadlines(&from_value::<CancellationDeadlinesRequest>(request).unwrap())
        .unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_was_paid_is_kept_or_goes_back(policy in policy(), booking in booking(), before in -200..4_000_i64, no_show in any::<bool>()) {
        let policy = CancellationPolicy::load(policy).unwrap();
        let at = if no_show { START } else { START - before * 1_800_000_000 };
        let answer = asked(&policy, &booking, moment(at), no_show);
        let sum = answer.lines.iter().try_fold(Decimal::ZERO, |sum, line| sum.plus(line.fee)).unwrap();
        prop_assert_eq!(sum, answer.fee);
        for line in &answer.lines {
            prop_assert!(!line.fee.is_negative() && line.fee <= line.total, "{line:?}");
            prop_assert!(line.fee.units(2).is_some());
        }
        prop_assert!(answer.fee <= answer.total);
        prop_assert!(!answer.refund.is_negative() && !answer.owed.is_negative());
        prop_assert!(answer.refund.is_zero() || answer.owed.is_zero());
        let (kept, given) = (answer.fee.plus(answer.refund).unwrap(), answer.paid.plus(answer.owed).unwrap());
        prop_assert_eq!(kept, given);
    }

    #[test]
    fn the_deadlines_tell_what_the_fees_are(policy in policy(), booking in booking()) {
        let policy = CancellationPolicy::load(policy).unwrap();
        let told = deadlines(&policy, &booking);
        for pair in told.steps.windows(2) {
            let last = pair[0].deadline.unwrap();
            prop_assert_eq!(asked(&policy, &booking, last, false).fee, pair[0].fee);
            let after = moment(last.microseconds() + 1);
            prop_assert_eq!(asked(&policy, &booking, after, false).fee, pair[1].fee);
            prop_assert_ne!(pair[0].fee, pair[1].fee);
        }
        let long_after = moment(START + 400 * 86_400_000_000);
        let last = told.steps.last().unwrap();
        prop_assert!(last.deadline.is_none());
        prop_assert_eq!(asked(&policy, &booking, long_after, false).fee, last.fee);
        prop_assert_eq!(asked(&policy, &booking, long_after, true).fee, told.no_show);
        if let Some(free) = told.free_until {
            prop_assert!(asked(&policy, &booking, free, false).fee.is_zero());
        }
    }

    /// Where each tier charges no less than the one before it, waiting never makes it cheaper.
    #[test]
    fn waiting_never_makes_it_cheaper(mut percents in proptest::collection::vec(0..=100_i64, 4), booking in booking(), one in 0..2_000_i64, other in 0..2_000_i64) {
        percents.sort_unstable();
        let tier = |number: usize| json!({"name": format!("tier {number}"),
            "deadline": {"days_before": {"days": 30 - 10 * number}}, "fee": {"percent": percents[number].to_string()}});
        let definition = json!({"name": "steps", "zone": "Europe/Prague", "tiers": [tier(0), tier(1), tier(2)],
            "late": {"percent": percents[3].to_string()}});
        let policy = CancellationPolicy::load(definition).unwrap();
        let fee = |half_hours: i64| asked(&policy, &booking, moment(START - half_hours * 1_800_000_000), false).fee;
        prop_assert!(fee(one.max(other)) <= fee(one.min(other)));
    }
}
