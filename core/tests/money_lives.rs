//! The sums of the machines that keep money, over random lives: whatever is told, in whichever order and however often, never
//! more goes back than came, and every state says what its sums say.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

use std::collections::BTreeSet;

use proptest::prelude::*;
use ratebook::flow::machine::shipped;
use ratebook::flow::{FireRequest, Machine, MachineInstance, StartRequest};
use ratebook::time::Instant;
use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

const AMOUNTS: [&str; 8] = ["-30.00", "0.00", "0.01", "30.00", "40.00", "60.00", "70.00", "100.00"];

fn sum(instance: &MachineInstance, name: &str) -> Decimal {
    let value = instance.fields.get(name).and_then(Value::as_str).unwrap_or("0");
    value.parse().unwrap()
}

fn object(value: Value) -> Map<String, Value> {
    serde_json::from_value(value).unwrap()
}

/// How a machine hears of money: the one event that may be told at any moment.
fn hears(machine: &str) -> &'static str {
    match machine {
        "booking" => "deposit",
        "payment" => "capture",
        _ => "pay",
    }
}

/// Whether money that comes now has a place, however much it is: it is taken, or told to go back.
fn has_a_place_for_money(machine: &Machine, instance: &MachineInstance, now: Instant) -> bool {
    let declared = serde_json::to_value(&machine.definition().fields).unwrap();
    let left = sum(instance, "amount") - sum(instance, "captured");
    let amounts = match instance.machine.as_str() {
        // A payment takes what was agreed.
        "payment" => vec![left.to_string()],
        _ => ["0.01", "30.00", "100.00", "1000.00"].map(str::to_owned).to_vec(),
    };
    amounts.into_iter().all(|amount| {
        let known = object(json!({
            "amount": amount, "currency": "EUR", "payment_id": "another", "gateway_id": "another", "capture_id": "another",
            "period_end": "2026-06-04T10:00:00Z",
        }));
        let given = known.into_iter().filter(|(name, _)| declared.get(name).is_some());
        let request = FireRequest::new(instance.clone(), hears(&instance.machine), now)
            .with_permissions(["*"])
            .with_facts(facts(machine, false))
            .with_given(given);
        machine.fire(&request).is_ok()
    })
}

fn facts(machine: &Machine, value: bool) -> Map<String, Value> {
    let declared = serde_json::to_value(&machine.definition().facts).unwrap();
    let names = declared.as_object().into_iter().flatten().map(|(name, _)| name.clone());
    names.map(|name| (name, json!(value))).collect()
}

/// All that an event may ask for, drawn by chance.
fn known(amount: &str, seconds: i64) -> Map<String, Value> {
    let id = format!("p{}", seconds % 5);
    let third = usize::try_from(seconds % 3).unwrap();
    let currency = ["USD", "EUR", "eur"][third];
    let period_end = ["2026-05-04T12:00:00Z", "2026-06-04T10:00:00Z", "2026-07-04T10:00:00Z"][third];
    object(json!({
        "amount": amount, "payment_id": id, "gateway_id": id, "capture_id": id, "dispute_id": id, "refund_id": id,
        "refund_due": amount, "currency": currency, "reason": "storm",
        "number": "INV-2605-0001", "total": if seconds % 4 == 0 { amount } else { "100.00" },
        "due_at": "2026-05-18T22:00:00Z", "keep_credit": seconds % 2 == 0, "cause": "card_declined",
        "period_end": period_end,
        "departs_at": "2026-06-01T08:00:00Z", "returns_at": "2026-06-08T18:00:00Z",
    }))
}

/// Fires every event that is drawn with its amount and all else that it may ask for; what is refused changes nothing. Whatever
/// payment is told, however often, is taken once or goes back once: `surplus` is all that goes back, and the law hears how much
/// of what was told is taken.
fn live(
    machine: &Machine,
    fields: Value,
    drawn: &[(prop::sample::Index, usize, i64)],
    law: impl Fn(&MachineInstance, Decimal),
) {
    let now = "2026-05-04T10:00:00Z".parse().unwrap();
    let start = StartRequest::new(now).with_fields(object(fields));
    let mut instance = machine.start(&start).unwrap().instance;
    let declared = serde_json::to_value(&machine.definition().fields).unwrap();
    let (mut now, mut told) = (now, BTreeSet::new());
    let (mut taken, mut back) = (Decimal::ZERO, Decimal::ZERO);
    for (event, amount, seconds) in drawn {
        now = now.plus_seconds(*seconds).unwrap();
        let event = &event.get(&machine.definition().events).name;
        let known = known(AMOUNTS[*amount], *seconds);
        let given = known
            .clone()
            .into_iter()
            .filter(|(name, _)| declared.get(name).is_some());
        let request = FireRequest::new(instance.clone(), event, now)
            .with_permissions(["*"])
            .with_facts(facts(machine, seconds % 2 == 0))
            .with_given(given);
        let Ok(fired) = machine.fire(&request) else { continue };
        let returned = fired.effects.iter().any(|effect| effect.name == "return_payment");
        let comes = ["pay", "pay_part", "deposit", "late_payment", "renew", "capture"].contains(&event.as_str());
        assert!(comes || !returned, "{fired:?}");
        if comes {
            assert!(told.insert(known["payment_id"].to_string()), "{fired:?}");
            let foreign = machine.definition().name != "payment"
                && declared.get("currency").is_some()
                && known["currency"] == "USD";
            let amount: Decimal = AMOUNTS[*amount].parse().unwrap();
            // No sum mixes two currencies; what is foreign goes back.
            match (returned, foreign) {
                (true, false) => back += amount,
                (true, true) => {}
                (false, foreign) => {
                    assert!(!foreign, "{fired:?}");
                    taken += amount;
                }
            }
        }
        instance = fired.instance;
        assert_eq!(sum(&instance, "surplus"), back, "{instance:?}");
        law(&instance, taken);
    }
    // Nothing is asked for by a draft, and of a payment that was captured whole no more can be.
    let asks_nothing = instance.state == "draft"
        || instance.machine == "payment" && sum(&instance, "captured") == sum(&instance, "amount");
    assert!(
        asks_nothing || has_a_place_for_money(machine, &instance, now),
        "{instance:?}"
    );
}

fn drawn() -> impl Strategy<Value = Vec<(prop::sample::Index, usize, i64)>> {
    let one = (any::<prop::sample::Index>(), 0..AMOUNTS.len(), 0..200_000_i64);
    prop::collection::vec(one, 1..60)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn never_more_of_a_payment_goes_back_than_was_captured(drawn in drawn()) {
        live(&shipped("payment").unwrap(), json!({"amount": "100.00", "currency": "EUR"}), &drawn, |payment, taken| {
            let (amount, captured, refunded) = (sum(payment, "amount"), sum(payment, "captured"), sum(payment, "refunded"));
            let disputed = sum(payment, "disputed");
            assert!(Decimal::ZERO <= refunded && refunded <= captured && captured <= amount, "{payment:?}");
            assert_eq!(captured, taken, "{payment:?}");
            let told = match payment.state.as_str() {
                "captured" => refunded.is_zero() && !captured.is_zero() && disputed.is_zero(),
                "partly_refunded" => !refunded.is_zero() && refunded < captured && disputed.is_zero(),
                "refunded" | "charged_back" => refunded == captured && !captured.is_zero() && disputed.is_zero(),
                "disputed" => disputed > Decimal::ZERO && !captured.is_zero(),
                _ => captured.is_zero(),
            };
            assert!(told, "{payment:?}");
        });
    }

    #[test]
    fn an_invoice_is_never_paid_beyond_its_total(drawn in drawn()) {
        live(&shipped("invoice").unwrap(), json!({}), &drawn, |invoice, taken| {
            let (paid, total) = (sum(invoice, "paid"), sum(invoice, "total"));
            assert!(Decimal::ZERO <= paid && paid <= total, "{invoice:?}");
            assert_eq!(paid + sum(invoice, "overpaid"), taken, "{invoice:?}");
            let told = match invoice.state.as_str() {
                "paid" => paid == total && sum(invoice, "overpaid") >= Decimal::ZERO,
                "partly_paid" => !paid.is_zero() && paid < total,
                "overdue" => paid <= total && invoice.fields.contains_key("overdue_since"),
                "written_off" => paid <= total,
                _ => paid.is_zero(),
            };
            assert!(told, "{invoice:?}");
        });
    }

    #[test]
    fn never_more_of_a_booking_goes_back_than_was_paid(drawn in drawn()) {
        let days = json!({"departs_at": "2026-06-01T08:00:00Z", "returns_at": "2026-06-08T18:00:00Z", "lapses_at": "2026-05-07T10:00:00Z"});
        live(&shipped("booking").unwrap(), days, &drawn, |booking, taken| {
            let (paid, refunded) = (sum(booking, "paid"), sum(booking, "refunded"));
            assert!(Decimal::ZERO <= refunded && refunded <= paid, "{booking:?}");
            assert_eq!(paid, taken, "{booking:?}");
            // What came after it was paid back makes it a cancelled one again.
            let told = match booking.state.as_str() {
                "refunded" => !refunded.is_zero(),
                "pending" => paid.is_zero(),
                _ => true,
            };
            assert!(told, "{booking:?}");
        });
    }

    #[test]
    fn a_session_is_paid_exactly_or_not_at_all(drawn in drawn()) {
        let asked = json!({"amount": "100.00", "currency": "EUR", "expires_at": "2026-05-06T10:00:00Z"});
        live(&shipped("payment_session").unwrap(), asked, &drawn, |session, taken| {
            let (amount, paid, refunded) = (sum(session, "amount"), sum(session, "paid"), sum(session, "refunded"));
            assert!(Decimal::ZERO <= refunded && refunded <= paid, "{session:?}");
            assert_eq!(paid, taken, "{session:?}");
            let told = match session.state.as_str() {
                "open" | "expired" => paid.is_zero(),
                "paid" => paid == amount && refunded.is_zero(),
                "partly_refunded" => !refunded.is_zero() && refunded < paid,
                "refunded" => refunded == paid && paid == amount,
                _ => paid == amount,
            };
            assert!(told, "{session:?}");
        });
    }

    #[test]
    fn never_more_of_a_room_goes_back_than_was_paid(drawn in drawn()) {
        let hours = json!({"starts_at": "2026-05-06T12:00:00Z", "ends_at": "2026-05-06T14:00:00Z"});
        live(&shipped("room_booking").unwrap(), hours, &drawn, |booking, taken| {
            let (paid, due, refunded) = (sum(booking, "paid"), sum(booking, "refund_due"), sum(booking, "refunded"));
            assert!(Decimal::ZERO <= due && due <= refunded && refunded <= paid, "{booking:?}");
            assert_eq!(paid, taken, "{booking:?}");
            assert!(booking.state == "cancelled" || due.is_zero() && sum(booking, "surplus").is_zero(), "{booking:?}");
        });
    }

    #[test]
    fn a_bill_is_paid_once(drawn in drawn()) {
        live(&shipped("bill").unwrap(), json!({"amount": "100.00", "due_at": "2026-05-06T10:00:00Z"}), &drawn, |bill, taken| {
            assert_eq!(sum(bill, "amount"), Decimal::ONE_HUNDRED, "{bill:?}");
            let paid = matches!(bill.state.as_str(), "paid" | "refunded");
            assert_eq!(taken, if paid { Decimal::ONE_HUNDRED } else { Decimal::ZERO }, "{bill:?}");
        });
    }

    #[test]
    fn a_workshop_is_paid_once(drawn in drawn()) {
        live(&shipped("workshop_invoice").unwrap(), json!({"total": "100.00", "currency": "EUR"}), &drawn, |invoice, taken| {
            let (paid, refunded) = (sum(invoice, "paid"), sum(invoice, "refunded"));
            assert!(Decimal::ZERO <= refunded && refunded <= paid, "{invoice:?}");
            assert_eq!(paid, taken, "{invoice:?}");
            let told = match invoice.state.as_str() {
                "paid" => paid == Decimal::ONE_HUNDRED && refunded.is_zero(),
                "partly_refunded" => !refunded.is_zero() && refunded < paid,
                "refunded" => refunded == paid,
                _ => paid.is_zero(),
            };
            assert!(told, "{invoice:?}");
        });
    }

    #[test]
    fn a_subscription_owes_what_was_not_charged(drawn in drawn()) {
        live(&shipped("subscription").unwrap(), json!({"trial_ends_at": "2026-05-07T10:00:00Z"}), &drawn, |subscription, _| {
            let owes = subscription.fields.contains_key("past_due_since");
            let told = match subscription.state.as_str() {
                "past_due" | "unpaid" => owes,
                "canceling" | "canceled" => true,
                _ => !owes,
            };
            assert!(told, "{subscription:?}");
        });
    }
}
