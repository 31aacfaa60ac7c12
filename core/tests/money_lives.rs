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

/// Whether money that comes now has a place: it is taken, or told to go back.
fn has_a_place_for_money(machine: &Machine, instance: &MachineInstance, now: Instant) -> bool {
    let known = object(json!({
        "amount": "30.00", "currency": "EUR", "payment_id": "another", "gateway_id": "another", "keep_credit": true,
    }));
    let declared = serde_json::to_value(&machine.definition().fields).unwrap();
    let known: Map<String, Value> = known
        .into_iter()
        .filter(|(name, _)| declared.get(name).is_some())
        .collect();
    let pays = |event: &&str| {
        let request = FireRequest::new(instance.clone(), *event, now)
            .with_permissions(["*"])
            .with_facts([("still_free".to_owned(), json!(false))])
            .with_given(known.clone());
        machine.fire(&request).is_ok()
    };
    ["pay", "pay_part", "deposit", "late_payment"].iter().any(pays)
}

/// Fires every event that is drawn with its amount and all else that it may ask for; what is refused changes nothing. Whatever
/// payment is told, however often, is taken once or goes back once.
fn live(machine: &Machine, fields: Value, drawn: &[(prop::sample::Index, usize, i64)], law: impl Fn(&MachineInstance)) {
    let now = "2026-05-04T10:00:00Z".parse().unwrap();
    let start = StartRequest::new(now).with_fields(object(fields));
    let mut instance = machine.start(&start).unwrap().instance;
    let mut now = now;
    let mut told = BTreeSet::new();
    for (event, amount, seconds) in drawn {
        now = now.plus_seconds(*seconds).unwrap();
        let event = &event.get(&machine.definition().events).name;
        let payment = format!("p{}", seconds % 5);
        let known = object(json!({
            "amount": AMOUNTS[*amount], "payment_id": payment, "gateway_id": payment, "refund_due": AMOUNTS[*amount],
            "currency": if seconds % 3 == 0 { "USD" } else { "EUR" }, "reason": "storm", "number": "INV-2605-0001", "total": "100.00",
            "due_at": "2026-05-18T22:00:00Z", "keep_credit": seconds % 2 == 0,
            "departs_at": "2026-06-01T08:00:00Z", "returns_at": "2026-06-08T18:00:00Z",
        }));
        let declared = serde_json::to_value(&machine.definition().fields).unwrap();
        let given = known.into_iter().filter(|(name, _)| declared.get(name).is_some());
        let request = FireRequest::new(instance.clone(), event, now)
            .with_permissions(["*"])
            .with_facts([("still_free".to_owned(), json!(seconds % 2 == 0))])
            .with_given(given);
        if let Ok(fired) = machine.fire(&request) {
            let returned = fired.effects.iter().any(|effect| effect.name == "return_payment");
            let comes = matches!(event.as_str(), "pay" | "pay_part" | "deposit" | "late_payment");
            assert!(comes || !returned, "{fired:?}");
            assert!(!comes || told.insert(payment), "{fired:?}");
            instance = fired.instance;
            law(&instance);
        }
    }
    // Nothing is asked for by a draft, and of a session that was charged back the gateway's page is long gone. A payment itself
    // takes what was agreed.
    let asks_nothing = matches!(instance.state.as_str(), "draft" | "charged_back") || instance.machine == "payment";
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
        live(&shipped("payment").unwrap(), json!({"amount": "100.00", "currency": "EUR"}), &drawn, |payment| {
            let (amount, captured, refunded) = (sum(payment, "amount"), sum(payment, "captured"), sum(payment, "refunded"));
            let disputed = sum(payment, "disputed");
            assert!(Decimal::ZERO <= refunded && refunded <= captured && captured <= amount, "{payment:?}");
            let told = match payment.state.as_str() {
                "captured" => refunded.is_zero() && !captured.is_zero() && disputed.is_zero(),
                "partly_refunded" => !refunded.is_zero() && refunded < captured && disputed.is_zero(),
                "refunded" | "charged_back" => refunded == captured && !captured.is_zero() && disputed.is_zero(),
                "disputed" => disputed > Decimal::ZERO && refunded < captured,
                _ => captured.is_zero(),
            };
            assert!(told, "{payment:?}");
        });
    }

    #[test]
    fn an_invoice_is_never_paid_beyond_its_total(drawn in drawn()) {
        live(&shipped("invoice").unwrap(), json!({}), &drawn, |invoice| {
            let (paid, total) = (sum(invoice, "paid"), sum(invoice, "total"));
            assert!(Decimal::ZERO <= paid && paid <= total, "{invoice:?}");
            let told = match invoice.state.as_str() {
                "paid" => paid == total && sum(invoice, "overpaid") >= Decimal::ZERO,
                "partly_paid" => !paid.is_zero() && paid < total,
                "overdue" | "written_off" => paid < total,
                _ => paid.is_zero(),
            };
            assert!(told, "{invoice:?}");
        });
    }

    #[test]
    fn never_more_of_a_booking_goes_back_than_was_paid(drawn in drawn()) {
        let days = json!({"departs_at": "2026-06-01T08:00:00Z", "returns_at": "2026-06-08T18:00:00Z", "lapses_at": "2026-05-07T10:00:00Z"});
        live(&shipped("booking").unwrap(), days, &drawn, |booking| {
            let (paid, refunded) = (sum(booking, "paid"), sum(booking, "refunded"));
            assert!(Decimal::ZERO <= refunded && refunded <= paid, "{booking:?}");
            // What came after it was paid back makes it a cancelled one again.
            let told = match booking.state.as_str() {
                "refunded" => !refunded.is_zero(),
                "cancelled" => true,
                _ => refunded.is_zero(),
            };
            assert!(told, "{booking:?}");
        });
    }

    #[test]
    fn a_session_is_paid_exactly_or_not_at_all(drawn in drawn()) {
        let asked = json!({"amount": "100.00", "currency": "EUR", "expires_at": "2026-05-06T10:00:00Z"});
        live(&shipped("payment_session").unwrap(), asked, &drawn, |session| {
            let (amount, paid, refunded) = (sum(session, "amount"), sum(session, "paid"), sum(session, "refunded"));
            assert!(Decimal::ZERO <= refunded && refunded <= paid && sum(session, "surplus") >= Decimal::ZERO, "{session:?}");
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
    fn never_more_of_a_room_is_due_back_than_was_paid(drawn in drawn()) {
        let hours = json!({"starts_at": "2026-05-06T12:00:00Z", "ends_at": "2026-05-06T14:00:00Z"});
        live(&shipped("room_booking").unwrap(), hours, &drawn, |booking| {
            let (paid, due) = (sum(booking, "paid"), sum(booking, "refund_due"));
            assert!(Decimal::ZERO <= due && due <= paid && sum(booking, "surplus") >= Decimal::ZERO, "{booking:?}");
            assert!(booking.state == "cancelled" || due.is_zero() && sum(booking, "surplus").is_zero(), "{booking:?}");
        });
    }

    #[test]
    fn a_bill_is_paid_once(drawn in drawn()) {
        live(&shipped("bill").unwrap(), json!({"amount": "100.00", "due_at": "2026-05-06T10:00:00Z"}), &drawn, |bill| {
            assert!(sum(bill, "surplus") >= Decimal::ZERO && sum(bill, "amount") == Decimal::ONE_HUNDRED, "{bill:?}");
        });
        live(&shipped("workshop_invoice").unwrap(), json!({"total": "100.00", "currency": "EUR"}), &drawn, |invoice| {
            let (paid, refunded) = (sum(invoice, "paid"), sum(invoice, "refunded"));
            assert!(Decimal::ZERO <= refunded && refunded <= paid && sum(invoice, "surplus") >= Decimal::ZERO, "{invoice:?}");
            let told = match invoice.state.as_str() {
                "paid" => paid == Decimal::ONE_HUNDRED && refunded.is_zero(),
                "partly_refunded" => !refunded.is_zero() && refunded < paid,
                "refunded" => refunded == paid,
                _ => paid.is_zero(),
            };
            assert!(told, "{invoice:?}");
        });
    }
}
