//! Laws of a tenant's rules: budgets, custom fields and what is known of people.

#![expect(clippy::unwrap_used, reason = "a test may stop")]

use proptest::prelude::*;
use ratebook::money::{Decimal, Money};
use ratebook::tenancy::{
    AnonymiseRequest, BudgetRequest, BudgetState, CheckFieldsRequest, DaySpend, ExportPersonRequest, PersonalRecord,
    Tenant, TenantId,
};
use ratebook::time::Day;
use serde_json::{Value, json};

fn tenant() -> Tenant {
    let people = json!({"people": ["/customer", "/guests/*/id"], "fields": [
        {"path": "/contact"}, {"path": "/guests/*/name"}, {"path": "/guests/*/diet", "sensitive": true, "anonymise": "remove"},
    ]});
    let definition = json!({
        "id": "acme", "name": "Acme",
        "budgets": [{"id": "b", "amount": {"amount": "1000", "currency": "EUR"}}],
        "fields": {"car": {"fields": [{"name": "text", "kind": "text"}, {"name": "number", "kind": "number"}], "max_tags": 1000}},
        "privacy": {"entities": {"booking": people}},
    });
    Tenant::load(definition).unwrap()
}

fn acme() -> TenantId {
    TenantId::new("acme")
}

fn euros(cents: i64) -> Money {
    Money::new(Decimal::from_units(cents.into(), 2).unwrap(), "EUR".parse().unwrap())
}

/// The first of a March.
fn march() -> Day {
    "2026-03-01".parse().unwrap()
}

/// Cents by day, from a day of February on to the day before `today`, and then what was spent today.
fn asked(cents: &[i64], today: i32, state: Option<BudgetState>) -> BudgetRequest {
    let first = today - i32::try_from(cents.len()).unwrap() + 1;
    let spent = cents
        .iter()
        .zip(first..)
        .map(|(cents, day)| DaySpend::new(march().plus(day).unwrap(), euros(*cents)));
    let now = format!("{}T12:00:00Z", march().plus(today).unwrap());
    let mut request = BudgetRequest::new(acme(), "b", spent, now.parse().unwrap());
    request.state = state;
    request
}

fn booking(number: usize, customer: &str, guests: &[(Option<&str>, String)]) -> PersonalRecord {
    let guests: Vec<Value> = guests
        .iter()
        .map(|(id, name)| json!({"id": id, "name": name, "diet": format!("diet of {name}"), "nights": 3}))
        .collect();
    let values = json!({"customer": customer, "contact": format!("contact of {customer}"), "total": "12.50", "rooms": 2, "guests": guests});
    PersonalRecord::new("booking", number.to_string(), values.as_object().unwrap().clone())
}

fn bookings() -> impl Strategy<Value = Vec<PersonalRecord>> {
    let who = || prop_oneof![Just("ann"), Just("bob"), Just("eve")];
    let guest = (proptest::option::of(who()), 0_u32..9);
    let one = (who(), proptest::collection::vec(guest, 0..4));
    proptest::collection::vec(one, 1..5).prop_map(|all| {
        let records = all.iter().enumerate().map(|(number, (customer, guests))| {
            let guests: Vec<_> = guests
                .iter()
                .map(|(id, n)| (*id, format!("guest {} {n}", id.unwrap_or(customer))))
                .collect();
            booking(number, customer, &guests)
        });
        records.collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    /// Day by day, with the state handed on: a threshold is told on the first day on which it is reached, and never again.
    #[test]
    fn thresholds_are_told_once(cents in proptest::collection::vec(-2_000_i64..12_000, 1..31)) {
        let tenant = tenant();
        let (mut state, mut told, mut naive) = (None, Vec::new(), Vec::new());
        for today in 0..cents.len() {
            let sum: i64 = cents[..=today].iter().sum();
            naive.extend([50, 80, 100].into_iter().filter(|own| sum >= own * 1_000 && !naive.contains(own)).collect::<Vec<_>>());
            let standing = tenant.budget(&asked(&cents[..=today], i32::try_from(today).unwrap(), state)).unwrap();
            told.extend(standing.tell.iter().map(|own| i64::from(*own)));
            prop_assert_eq!(&told, &naive);
            prop_assert_eq!(standing.spent, euros(sum));
            state = Some(standing.state);
        }
    }

    /// The forecast against a walk through the days that are left.
    #[test]
    fn the_month_goes_on_as_its_last_days_did(cents in proptest::collection::vec(0_i64..9_000, 1..38), today in 0_i32..31) {
        let standing = tenant().budget(&asked(&cents, today, None)).unwrap();
        let in_month = usize::try_from(today + 1).unwrap().min(cents.len());
        let spent: i64 = cents[cents.len() - in_month..].iter().sum();
        let full = &cents[..cents.len() - 1];
        let full = &full[full.len().saturating_sub(7)..];
        prop_assert_eq!(standing.forecast.is_none(), full.is_empty());
        let Some(forecast) = standing.forecast else { return Ok(()) };
        let (count, sum) = (i64::try_from(full.len()).unwrap(), full.iter().sum::<i64>());
        let left = i64::from(30 - today);
        let whole = spent * count + sum * left;
        prop_assert_eq!(forecast.expected, euros((2 * whole + count) / (2 * count)));
        prop_assert_eq!(forecast.low, euros(spent + full.iter().min().unwrap() * left));
        prop_assert_eq!(forecast.high, euros(spent + full.iter().max().unwrap() * left));
        let running = |days: usize| cents[cents.len() - in_month..][..days].iter().sum::<i64>();
        let past = (1..=in_month).find(|days| running(*days) > 100_000);
        let past = past.map(|days| today + 1 - i32::try_from(in_month - days).unwrap() - 1);
        let to_come = (1..=left).find(|days| spent * count + sum * days > 100_000 * count);
        let to_come = to_come.map(|days| today + i32::try_from(days).unwrap());
        prop_assert_eq!(standing.exceeded_on, past.or(to_come).map(|day| march().plus(day).unwrap()));
    }

    /// What was normalised is normal.
    #[test]
    fn normalising_again_changes_nothing(
        text in "[ a-cÄ]{0,6}", number in -9_999_i64..9_999, scale in 0_u32..4, tags in proptest::collection::vec("[a-c][ a-cÄ]{0,4}", 0..6),
    ) {
        let tenant = tenant();
        let number = Decimal::from_units(number.into(), scale).unwrap();
        let values = json!({"text": text, "number": number});
        let mut request = CheckFieldsRequest::new(acme(), "car").with_values(values.as_object().unwrap().clone()).with_tags(tags);
        let once = tenant.check_fields(&request).unwrap();
        let kept: Decimal = once.values["number"].as_str().unwrap().parse().unwrap();
        prop_assert_eq!(kept, number);
        (request.values, request.tags) = (once.values.clone(), once.tags.clone());
        prop_assert_eq!(tenant.check_fields(&request).unwrap(), once);
    }

    /// Nothing of anybody else is in a person's export, and everything of their own.
    #[test]
    fn an_export_is_about_one_person(records in bookings(), sensitive in any::<bool>()) {
        let request = ExportPersonRequest::new(acme(), "ann", records.clone()).with_sensitive(sensitive);
        let export = serde_json::to_string(&tenant().export_person(&request).unwrap()).unwrap();
        for other in ["guest bob", "guest eve", "contact of bob", "contact of eve"] {
            prop_assert!(!export.contains(other), "{export}");
        }
        prop_assert!(sensitive || !export.contains("diet of"));
        for record in &records {
            let text = serde_json::to_string(&record.values).unwrap();
            let own = record.values["customer"] == "ann";
            prop_assert!(!own || export.contains("contact of ann"));
            for guest in record.values["guests"].as_array().unwrap() {
                let name = guest["name"].as_str().unwrap();
                prop_assert!(!name.starts_with("guest ann") || export.contains(name), "{text}");
            }
        }
    }

    /// After anonymising no name is left, all else is as it was, and doing it again changes nothing.
    #[test]
    fn anonymising_keeps_ids_and_numbers(records in bookings()) {
        let tenant = tenant();
        let key = "00112233445566778899aabbccddeeff".to_owned();
        let request = AnonymiseRequest::new(acme(), key, records);
        let done = tenant.anonymise(&request).unwrap();
        let text = serde_json::to_string(&done.records).unwrap();
        prop_assert!(!text.contains("guest ") && !text.contains("contact of") && !text.contains("diet"));
        for (before, after) in request.records.iter().zip(&done.records) {
            for field in ["customer", "total", "rooms"] {
                prop_assert_eq!(&before.values[field], &after.values[field]);
            }
            let guests = |record: &PersonalRecord| record.values["guests"].as_array().unwrap().clone();
            for (own, other) in guests(before).iter().zip(guests(after)) {
                prop_assert_eq!((&own["id"], &own["nights"]), (&other["id"], &other["nights"]));
            }
        }
        let again = tenant.anonymise(&request.with_records(done.records.clone())).unwrap();
        prop_assert_eq!((again.records, again.changed), (done.records, Vec::new()));
    }
}
