//! The family stay: the example that every language, every benchmark and the demonstration share.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

use ratebook::rates::{LineKind, PriceRequest, RateList};
use serde_json::json;

fn family_list() -> RateList {
    RateList::load(json!({
        "code": "RL-2611-0001",
        "name": "Seaside family room",
        "currency": "EUR",
        "valid": {"first": "2026-11-01", "last": "2027-10-31"},
        "unit": "night",
        "people": {"max_adults": 3, "max_people": 5},
        "prices": {"by_adults": {"1": "95", "2": "120", "3": "150"}, "child": "40"},
        "age_bands": [
            {"name": "infant", "min_age": 0, "max_age": 1, "price": "free"},
            {"name": "child", "min_age": 2, "max_age": 11, "price": {"percent": {"percent": "50", "of": "child"}}}
        ],
        "seasons": [
            {"name": "low", "days": [{"first": "2026-11-01", "last": "2026-12-19"}], "price": {"multiply": "0.85"}},
            {"name": "peak", "days": [{"first": "2026-12-20", "last": "2027-01-05"}], "price": {"multiply": "1.40"}}
        ],
        "supplements": [
            {"code": "weekend", "name": "weekend", "weekdays": ["fri", "sat"], "per": "night", "price": {"amount": "15"}}
        ],
        "discounts": [
            {"name": "7 nights or more", "rule": {"length_of_stay": {"tiers": [{"at_least": 7, "off": {"percent": "5"}}]}}},
            {"name": "booked 60 days ahead", "rule": {"early_bird": {"tiers": [{"at_least": 60, "off": {"percent": "10"}}]}}}
        ],
        "taxes": [
            {"name": "VAT", "rate": {"percent": "10"}},
            {"name": "city tax", "rate": {"fixed": {"amount": "2.50", "per": "adult_night"}}}
        ]
    }))
    .unwrap()
}

#[test]
fn it_comes_to_1236_86() {
    let request: PriceRequest = serde_json::from_value(json!({
        "check_in": "2026-12-18", "check_out": "2026-12-25", "adults": 2, "children": [8, 1], "booked_on": "2026-09-01"
    }))
    .unwrap();
    let list = family_list();
    let price = list.price(&request).unwrap();
    let sum_of = |kinds: &[LineKind]| {
        let lines = price.lines.iter().filter(|line| kinds.contains(&line.kind));
        lines
            .fold(ratebook::money::Decimal::ZERO, |sum, line| {
                sum.plus(line.amount).unwrap()
            })
            .to_string()
    };
    assert_eq!(sum_of(&[LineKind::Unit, LineKind::Supplement]), "1074.00");
    assert_eq!(sum_of(&[LineKind::Child]), "140.00");
    assert_eq!(price.subtotal.to_string(), "1214.00");
    assert_eq!(price.discounts.to_string(), "-121.40");
    assert_eq!(sum_of(&[LineKind::Tax]), "144.26");
    assert_eq!(price.net.to_string(), "1092.60");
    assert_eq!(price.total.to_string(), "1236.86");
    assert_eq!(list.total(&request).unwrap().to_string(), "1236.86 EUR");
}
