//! The sums of the machines that keep money, over random lives: whatever is told, in whichever order and however often, never
//! more goes back than came, and every state says what its sums say.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

use proptest::prelude::*;
use ratebook::flow::machine::shipped;
use ratebook::flow::{FireRequest, Machine, MachineInstance, StartRequest};
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

/// Fires every event that is drawn with its amount and all else that it may ask for; what is refused changes nothing.
fn live(machine: &Machine, fields: Value, drawn: &[(prop::sample::Index, usize, i64)], law: impl Fn(&MachineInstance)) {
    let now = "2026-05-04T10:00:00Z".parse().unwrap();
    let start = StartRequest::new(now).with_fields(object(fields));
    let mut instance = machine.start(&start).unwrap().instance;
    let mut now = now;
    for (event, amount, seconds) in drawn {
        now = now.plus_seconds(*seconds).unwrap();
        let event = &event.get(&machine.definition().events).name;
        let known = object(json!({
            "amount": AMOUNTS[*amount], "reason": "storm", "number": "INV-2605-0001", "total": "100.00",
            "due_at": "2026-05-18T22:00:00Z", "keep_credit": seconds % 2 == 0,
            "departs_at": "2026-06-01T08:00:00Z", "returns_at": "2026-06-08T18:00:00Z",
        }));
        let declared = serde_json::to_value(&machine.definition().fields).unwrap();
        let given = known.into_iter().filter(|(name, _)| declared.get(name).is_some());
        let request = FireRequest::new(instance.clone(), event, now)
            .with_permissions(["*"])
            .with_given(given);
        if let Ok(fired) = machine.fire(&request) {
            instance = fired.instance;
            law(&instance);
        }
    }
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
            assert_eq!(booking.state == "refunded", !refunded.is_zero(), "{booking:?}");
        });
    }
}
