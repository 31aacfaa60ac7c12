//! Prices reckoned in 64 bits are those of 128, or none.

use proptest::prelude::*;
use serde_json::json;

use super::sink::AllLines;
use super::*;
use crate::rates::{PriceRequest, RateList};
use crate::time::Day;

/// A list with something of everything, whose amounts have up to so many digits.
fn list(digits: u32, [a, b, c, d]: [u64; 4], by_line: bool, combine: &str) -> RateList {
    let amount = |of: u64| format!("{}.{:02}", of % 10_u64.pow(digits), of % 97);
    let percent = |of: u64| format!("{}.{}", of % 40, of % 7);
    let definition = json!({
        "name": "Room", "currency": "EUR", "unit": "night",
        "valid": {"first": "2026-01-01", "last": "2026-12-31"},
        "prices": {"by_adults": {"1": amount(a), "2": amount(b)}, "extra_adult": amount(c), "child": amount(d)},
        "age_bands": [{"name": "child", "min_age": 0, "max_age": 11,
                       "price": {"percent": {"percent": percent(a), "of": "child"}}}],
        "seasons": [{"name": "summer", "days": [{"first": "2026-06-03", "last": "2026-06-20"}],
                     "price": {"multiply": format!("1.{}", b % 900)}}],
        "supplements": [
            {"code": "weekend", "name": "weekend", "weekdays": ["fri", "sat"], "per": "person_night",
             "price": {"amount": amount(d)}, "tax_category": "other"},
            {"code": "half", "name": "half board", "per": "night", "price": {"percent": percent(c)}},
        ],
        "discounts": [
            {"name": "week", "part": "units", "rule": {"length_of_stay": {"tiers": [{"at_least": 3, "off": {"percent": percent(b)}}]}}},
            {"name": "two", "rule": {"bulk": {"by": "quantity", "tiers": [{"at_least": 2, "off": {"amount": amount(a)}}]}}},
            {"name": "free", "rule": {"free_nights": {"stay": 4, "pay": 3, "free": "average"}}},
        ],
        "combine_discounts": combine,
        "fees": [{"name": "fee", "rate": {"percent": percent(d)}, "tax_category": "other"}],
        "taxes": [
            {"name": "VAT", "inclusive": true, "rate": {"percent": percent(c + 1)}},
            {"name": "city", "rate": {"fixed": {"amount": amount(b), "per": "adult_night"}}},
            {"name": "on top", "base": "net_fees_and_taxes", "rate": {"percent": percent(a)}},
        ],
        "rounding": {"mode": "half_even", "at": "total", "step": "0.05", "taxes": if by_line { "line" } else { "document" }},
    });
    RateList::load(definition).expect("a sound list")
}

/// The sums and the lines in one width; none where it holds too little.
fn reckoned_in<N: Whole>(list: &RateList, ask: &Ask<'_>) -> Option<(Sums<Units>, Vec<Line>)> {
    let compiled = list.compiled_list();
    let days = compiled.days.run(ask.arrival, ask.units).expect("days within the list");
    let mut sink = AllLines {
        compiled,
        lines: Vec::new(),
    };
    let mut work = Work::<_, N>::new(compiled, ask, days, &mut sink);
    match work.run(&compiled.taxes) {
        Ok(()) => Some((work.sums.wide(), sink.lines)),
        Err(error) if error.code() == Code::MoneyOverflow => None,
        Err(error) => panic!("{error:?}"),
    }
}

proptest! {
    #[test]
    fn both_widths_price_alike(
        (digits, seeds, by_line, combine) in (1..16_u32, any::<[u64; 4]>(), any::<bool>(), prop_oneof!["all", "best"]),
        (first, nights, quantity) in (1..20_i32, 1..12_i32, prop_oneof![1..4_i32, 1..1_000_000_i32]),
        (adults, children) in (1..5_u16, prop::collection::vec(0..15_u8, 0..4)),
    ) {
        let list = list(digits, seeds.map(|seed| seed >> 2), by_line, &combine);
        let check_in = "2026-05-31".parse::<Day>().ok().and_then(|day| day.plus(first)).expect("a day");
        let request = PriceRequest {
            check_in: Some(check_in), check_out: check_in.plus(nights), adults, children, quantity, ..PriceRequest::default()
        };
        let mut ask = Ask::of(&request, list.compiled_list());
        ask.understand(list.definition(), list.compiled_list()).expect("a sound request");
        let wide = reckoned_in::<i128>(&list, &ask);
        match reckoned_in::<i64>(&list, &ask) {
            // Of what people pay, the narrow width knows all.
            None => prop_assert!(digits > 4 || quantity > 3),
            narrow => prop_assert_eq!(format!("{narrow:?}"), format!("{wide:?}")),
        }
        let price = list.price(&request).ok().map(|price| price.lines);
        prop_assert_eq!(price, wide.map(|(_, lines)| lines));
    }
}
