//! Lists by the hour: windows, tiers, blocks, minimum, billing steps, clock changes.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

use proptest::prelude::*;
use ratebook::money::Decimal;
use ratebook::rates::{PriceRequest, RateList};
use ratebook::time::{Instant, Weekday, Zone};
use serde_json::{Value, json};

fn studio(more: &Value) -> RateList {
    let mut hours = json!({"windows": [
        {"name": "day", "opens": "08:00", "closes": "18:00", "price": "40"},
        {"name": "evening", "opens": "18:00", "closes": "02:00", "price": "60"},
        {"name": "sunday", "weekdays": ["sun"], "opens": "00:00", "closes": "24:00", "price": "80", "priority": 1}
    ]});
    hours.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    RateList::load(json!({
        "name": "Studio A", "currency": "EUR", "zone": "Europe/Berlin", "unit": "hour",
        "valid": {"first": "2026-01-01", "last": "2026-12-31"}, "hours": hours
    }))
    .unwrap()
}

fn total(list: &RateList, start: &str, end: &str) -> String {
    let request = PriceRequest::default()
        .with_start(start.parse().unwrap())
        .with_end(end.parse().unwrap());
    let price = list.price(&request).unwrap();
    let sum = price.lines.iter().fold(ratebook::money::Decimal::ZERO, |sum, line| {
        sum.plus(line.amount).unwrap()
    });
    assert_eq!(sum, price.total);
    assert_eq!(list.total(&request).unwrap().amount, price.total);
    price.total.to_string()
}

#[test]
fn a_span_is_cut_at_every_edge() {
    let list = studio(&json!({}));
    assert_eq!(
        total(&list, "2026-05-06T16:00:00+02:00", "2026-05-06T20:00:00+02:00"),
        "200.00"
    );
    assert_eq!(
        total(&list, "2026-05-06T22:00:00+02:00", "2026-05-07T01:30:00+02:00"),
        "210.00"
    );
    // Saturday evening runs into Sunday, which has its own price.
    assert_eq!(
        total(&list, "2026-05-09T22:00:00+02:00", "2026-05-10T01:00:00+02:00"),
        "200.00"
    );
    // Clocks go back on 25 October: 00:00 to 06:00 are seven hours.
    assert_eq!(
        total(&list, "2026-10-25T00:00:00+02:00", "2026-10-25T06:00:00+01:00"),
        "560.00"
    );
}

#[test]
fn what_is_not_covered_is_refused() {
    let request = PriceRequest::default()
        .with_start("2026-05-06T06:00:00+02:00".parse().unwrap())
        .with_end("2026-05-06T09:00:00+02:00".parse().unwrap());
    let error = studio(&json!({})).price(&request).unwrap_err();
    assert_eq!(error.code().as_str(), "rates.unpriced");
    assert_eq!(
        error.details()["uncovered"],
        json!([["2026-05-06T04:00:00Z", "2026-05-06T06:00:00Z"]])
    );
}

#[test]
fn blocks_minimum_and_steps() {
    let blocks = studio(
        &json!({"blocks": [{"name": "half day", "hours": "4", "price": "130"}, {"name": "day", "hours": "8", "price": "230"}]}),
    );
    assert_eq!(
        total(&blocks, "2026-05-06T08:00:00+02:00", "2026-05-06T11:00:00+02:00"),
        "120.00"
    );
    assert_eq!(
        total(&blocks, "2026-05-06T08:00:00+02:00", "2026-05-06T13:00:00+02:00"),
        "170.00"
    );
    assert_eq!(
        total(&blocks, "2026-05-06T08:00:00+02:00", "2026-05-06T17:00:00+02:00"),
        "270.00"
    );
    let minimum = studio(&json!({"minimum_charge": "50", "increment_minutes": 30}));
    assert_eq!(
        total(&minimum, "2026-05-06T08:00:00+02:00", "2026-05-06T08:40:00+02:00"),
        "50.00"
    );
    assert_eq!(
        total(&minimum, "2026-05-06T08:00:00+02:00", "2026-05-06T09:31:00+02:00"),
        "80.00"
    );
    let after = studio(
        &json!({"after_hours": {"opens": "09:00", "closes": "17:00", "weekdays": ["mon", "tue", "wed", "thu", "fri"], "amount": "10"}}),
    );
    assert_eq!(
        total(&after, "2026-05-06T08:00:00+02:00", "2026-05-06T10:00:00+02:00"),
        "90.00"
    );
}

/// What a minute costs, by what clocks show and nothing else.
fn minute_price(zone: &Zone, at: Instant) -> i64 {
    let (day, time) = zone.local(at);
    match time.seconds() / 3_600 {
        _ if day.weekday() == Weekday::Sunday => 150,
        8..18 => 50,
        2..8 => 60,
        _ => 100,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    /// Half-hour offsets, changes of half an hour, changes at midnight, a day that is not there: every zone is cut alike.
    #[test]
    fn a_span_costs_what_its_minutes_do(
        name in prop::sample::select(vec!["Europe/Berlin", "America/New_York", "America/St_Johns", "Asia/Kolkata", "Australia/Lord_Howe", "Asia/Beirut", "America/Santiago", "Pacific/Apia", "UTC"]),
        near_change in any::<bool>(), start in 0..360_i64 * 1_440, before in 0..2_880_i64, minutes in 1..3_000_i64,
    ) {
        let zone: Zone = name.parse().unwrap();
        let first: Instant = "2026-01-02T00:00:00Z".parse().unwrap();
        let mut begin = first.plus_seconds(start * 60).unwrap();
        if let Some(change) = zone.next_change(begin).filter(|_| near_change) {
            begin = change.plus_seconds(-before * 60).unwrap().max(first);
        }
        let end = begin.plus_seconds(minutes * 60).unwrap();
        prop_assume!(zone.day_of(end) < "2026-12-31".parse().unwrap() && zone.day_of(begin) > "2025-12-31".parse().unwrap());
        let list = RateList::load(json!({
            "name": "Studio A", "currency": "EUR", "zone": name, "unit": "hour", "valid": {"first": "2026-01-01", "last": "2026-12-31"},
            "hours": {"windows": [
                {"name": "day", "opens": "08:00", "closes": "18:00", "price": "30"},
                {"name": "evening", "opens": "18:00", "closes": "02:00", "price": "60"},
                {"name": "night", "opens": "02:00", "closes": "08:00", "price": "36"},
                {"name": "sunday", "weekdays": ["sun"], "opens": "00:00", "closes": "24:00", "price": "90", "priority": 1}
            ]}
        })).unwrap();
        let expected: i64 = (0..minutes).map(|minute| minute_price(&zone, begin.plus_seconds(minute * 60).unwrap())).sum();
        let expected = Decimal::from_units(expected.into(), 2).unwrap().to_string();
        prop_assert_eq!(total(&list, &begin.to_string(), &end.to_string()), expected);
    }
}
