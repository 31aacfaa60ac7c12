//! A slow, obvious evaluator, written from the order of evaluation in the specification and from nothing else, beside the
//! compiled one: random lists and requests must come to the same cent, and the laws of a price must hold.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail"
)]

use proptest::prelude::*;
use ratebook::money::Decimal;
use ratebook::rates::{Price, PriceRequest, PriceSums, RateList};
use ratebook::time::Day;
use serde_json::{Value, json};

/// Hundredths of a cent of hundredths: every amount and factor of the strategies fits, so that plain integers are exact.
const ONE: i128 = 1_000_000_000_000;

fn number(value: &Value) -> i128 {
    let decimal: Decimal = value.as_str().unwrap().parse().unwrap();
    decimal.units(12).unwrap()
}

/// Half up to the cent, away from zero.
fn cents(value: i128) -> i128 {
    let cent = ONE / 100;
    let rounded = (value.abs() + cent / 2) / cent * cent;
    rounded * value.signum()
}

fn percent(value: i128, percent: i128) -> i128 {
    // Two factors of 10^12; the strategies keep amounts below 10^7 and percents below 10^3.
    value / 1_000_000 * (percent / 1_000_000) / 100
}

fn listed<'v>(list: &'v Value, field: &str) -> &'v [Value] {
    list.get(field).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn covers(rule: &Value, day: Day) -> bool {
    let inside = |range: &Value| {
        let first: Day = range["first"].as_str().unwrap().parse().unwrap();
        let last: Day = range["last"].as_str().unwrap().parse().unwrap();
        first <= day && day <= last
    };
    let weekday = day.weekday().to_string()[..3].to_lowercase();
    let weekdays = rule.get("weekdays").and_then(Value::as_array);
    let on_weekday = weekdays.is_none_or(|all| all.iter().any(|one| *one == weekday.as_str()));
    let ranges = listed(rule, "days");
    on_weekday && (ranges.is_empty() || ranges.iter().any(inside))
}

/// What the reference comes to, or nothing when it refuses.
fn reference(list: &Value, request: &Value) -> Option<i128> {
    let check_in: Day = request["check_in"].as_str().unwrap().parse().unwrap();
    let check_out: Day = request["check_out"].as_str().unwrap().parse().unwrap();
    let nights: Vec<Day> = (0..check_out.since(check_in))
        .map(|night| check_in.plus(night).unwrap())
        .collect();
    let adults = request["adults"].as_i64().unwrap();
    let rooms = i128::from(request["quantity"].as_i64().unwrap());
    let lead = i64::from(check_in.since(request["booked_on"].as_str().unwrap().parse().unwrap()));
    // Restrictions come first.
    let valid_last: Day = list["valid"]["last"].as_str().unwrap().parse().unwrap();
    if nights.iter().any(|day| *day > valid_last) {
        return None;
    }
    let black = |day: &Day| {
        listed(list, "blackouts")
            .iter()
            .any(|one| covers(&json!({"days": [one["days"]]}), *day))
    };
    if nights.iter().any(black) {
        return None;
    }
    // Base by night and occupancy, the winning season, then children and supplements.
    let (mut units, mut others) = (0, 0);
    for day in &nights {
        let seasons = listed(list, "seasons").iter().filter(|season| covers(season, *day));
        let season = seasons.max_by_key(|season| season["priority"].as_i64().unwrap());
        let base = number(list["prices"]["by_adults"].get(adults.to_string())?);
        let price = match season.map(|season| &season["price"]) {
            Some(change) if change.get("set").is_some() => number(&change["set"]),
            Some(change) if change.get("multiply").is_some() => percent(base, number(&change["multiply"]) * 100),
            Some(change) if change.get("percent").is_some() => base + percent(base, number(&change["percent"])),
            Some(change) => base + number(&change["add"]),
            None => base,
        };
        units += cents(price) * rooms;
        for age in listed(request, "children") {
            let band = listed(list, "age_bands")
                .iter()
                .find(|band| band["max_age"].as_i64() >= age.as_i64())?;
            let child = match &band["price"] {
                Value::String(_) => 0,
                price if price.get("fixed").is_some() => number(&price["fixed"]),
                price => percent(number(&list["prices"]["child"]), number(&price["percent"]["percent"])),
            };
            others += cents(child) * rooms;
        }
    }
    let people = i128::from(adults) + listed(request, "children").len() as i128;
    for supplement in listed(list, "supplements") {
        let matching = nights.iter().filter(|day| covers(supplement, **day)).count() as i128;
        let amount = cents(number(&supplement["price"]["amount"]));
        others += amount
            * rooms
            * match supplement["per"].as_str().unwrap() {
                "night" => matching,
                "person_night" => matching * people,
                "stay" => matching.min(1),
                _ => matching.min(1) * people,
            };
    }
    let subtotal = units + others;
    let net = subtotal - discounts(list, subtotal, nights.len() as i64, lead, rooms as i64);
    let fees: i128 = listed(list, "fees")
        .iter()
        .map(|fee| match fee["rate"].get("percent") {
            Some(share) => cents(percent(net, number(share))),
            None => cents(number(&fee["rate"]["fixed"]["amount"])) * rooms,
        })
        .sum();
    let mut taxes = 0;
    for tax in listed(list, "taxes") {
        let base = match tax["base"].as_str().unwrap() {
            "net" => net,
            "net_and_fees" => net + fees,
            _ => net + fees + taxes,
        };
        taxes += cents(percent(base, number(&tax["rate"]["percent"])));
    }
    Some(net + fees + taxes)
}

fn discounts(list: &Value, subtotal: i128, nights: i64, lead: i64, rooms: i64) -> i128 {
    let mut found: Vec<(i128, Option<i128>)> = Vec::new();
    for discount in listed(list, "discounts") {
        let (kind, rule) = discount["rule"].as_object().unwrap().iter().next().unwrap();
        let measure = match kind.as_str() {
            "length_of_stay" => nights,
            "early_bird" => lead,
            _ => rooms,
        };
        let met = listed(rule, "tiers")
            .iter()
            .filter(|tier| tier["at_least"].as_i64().unwrap() <= measure);
        let Some(tier) = met.max_by_key(|tier| tier["at_least"].as_i64()) else {
            continue;
        };
        match tier["off"].get("percent") {
            Some(share) => found.push((cents(percent(subtotal, number(share))), Some(number(share)))),
            None => found.push((cents(number(&tier["off"]["amount"])).min(subtotal), None)),
        }
    }
    match list["combine_discounts"].as_str().unwrap() {
        "best" => found.iter().map(|(amount, _)| *amount).max().unwrap_or(0),
        "sum" => found.iter().map(|(amount, _)| *amount).sum::<i128>().min(subtotal),
        _ => {
            subtotal
                - found.iter().fold(subtotal, |left, (amount, share)| {
                    let off = share.map_or(*amount, |share| cents(percent(left, share)));
                    left - off.min(left)
                })
        }
    }
}

fn amount(range: std::ops::Range<i64>) -> impl Strategy<Value = String> {
    range.prop_map(|cents| format!("{}.{:02}", cents / 100, cents % 100))
}

fn day() -> impl Strategy<Value = Day> {
    (0..365).prop_map(|offset| "2026-01-01".parse::<Day>().unwrap().plus(offset).unwrap())
}

fn range() -> impl Strategy<Value = Value> {
    (day(), 0..90).prop_map(|(first, length)| {
        let last = first.plus(length).unwrap().min("2026-12-31".parse().unwrap());
        json!({"first": first, "last": last})
    })
}

fn weekdays() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(json!(["fri", "sat"])),
        Just(json!(["mon", "tue", "wed", "thu", "fri", "sat", "sun"])),
        Just(json!(["sun"]))
    ]
}

fn change() -> impl Strategy<Value = Value> {
    prop_oneof![
        amount(1_000..50_000).prop_map(|price| json!({ "set": price })),
        (50_i64..250).prop_map(|factor| json!({"multiply": format!("{}.{:02}", factor / 100, factor % 100)})),
        (-300_i64..900).prop_map(|tenths| json!({"percent": Decimal::from_units(tenths.into(), 1).unwrap()})),
        amount(0..5_000).prop_map(|more| json!({ "add": more })),
    ]
}

fn seasons() -> impl Strategy<Value = Vec<Value>> {
    prop::collection::vec((range(), weekdays(), change()), 0..5).prop_map(|seasons| {
        let numbered = seasons.into_iter().enumerate();
        // Priorities differ, so that no two seasons tie.
        numbered.map(|(index, (days, weekdays, price))| json!({"name": format!("season {index}"), "days": [days], "weekdays": weekdays, "priority": index, "price": price})).collect()
    })
}

fn off() -> impl Strategy<Value = Value> {
    prop_oneof![
        (1_i64..400).prop_map(|tenths| json!({"percent": Decimal::from_units(tenths.into(), 1).unwrap()})),
        amount(100..20_000).prop_map(|amount| json!({ "amount": amount })),
    ]
}

fn discount() -> impl Strategy<Value = Value> {
    let tiers = prop::collection::btree_map(1_u32..30, off(), 1..3);
    (
        prop_oneof![Just("length_of_stay"), Just("early_bird"), Just("bulk")],
        tiers,
    )
        .prop_map(|(kind, tiers)| {
            let tiers: Vec<_> = tiers
                .into_iter()
                .map(|(at_least, off)| json!({"at_least": at_least, "off": off}))
                .collect();
            let rule = if kind == "bulk" {
                json!({"by": "quantity", "tiers": tiers})
            } else {
                json!({ "tiers": tiers })
            };
            json!({"name": kind, "rule": {kind: rule}})
        })
}

fn supplement() -> impl Strategy<Value = Value> {
    let per = prop_oneof![Just("night"), Just("person_night"), Just("stay"), Just("person")];
    (per, weekdays(), amount(0..4_000), prop::option::of(range())).prop_map(|(per, weekdays, amount, days)| {
        json!({"code": "s", "name": "s", "per": per, "weekdays": weekdays, "price": {"amount": amount}, "days": days.into_iter().collect::<Vec<_>>()})
    })
}

fn tax() -> impl Strategy<Value = Value> {
    let base = prop_oneof![Just("net"), Just("net_and_fees"), Just("net_fees_and_taxes")];
    (0_i64..2_500, base).prop_map(|(rate, base)| json!({"name": "tax", "base": base, "rate": {"percent": Decimal::from_units(rate.into(), 2).unwrap()}}))
}

fn fee() -> impl Strategy<Value = Value> {
    prop_oneof![
        (0_i64..100).prop_map(
            |tenths| json!({"name": "fee", "rate": {"percent": Decimal::from_units(tenths.into(), 1).unwrap()}})
        ),
        amount(0..9_000)
            .prop_map(|amount| json!({"name": "fee", "rate": {"fixed": {"amount": amount, "per": "stay"}}})),
    ]
}

fn list() -> impl Strategy<Value = Value> {
    let prices = (amount(1_000..40_000), amount(1_000..60_000), amount(500..9_000));
    let child = prop_oneof![
        Just(json!("free")),
        amount(0..5_000).prop_map(|price| json!({ "fixed": price })),
        (0_u32..100).prop_map(|share| json!({"percent": {"percent": share.to_string(), "of": "child"}}))
    ];
    let many = |strategy| prop::collection::vec(strategy, 0..3);
    let rules = (
        seasons(),
        prop::collection::vec(supplement(), 0..2),
        many(discount().boxed()),
        many(fee().boxed()),
        many(tax().boxed()),
        prop::collection::vec(range(), 0..2),
    );
    let combine = prop_oneof![Just("best"), Just("all"), Just("sum")];
    (prices, child, rules, combine).prop_map(|((one, two, full), child, (seasons, supplements, discounts, fees, taxes, blackouts), combine)| {
        let blackouts: Vec<_> = blackouts.into_iter().map(|days| json!({ "days": days })).collect();
        let supplements: Vec<_> = supplements.into_iter().enumerate().map(|(index, mut one)| { one["code"] = json!(format!("s{index}")); one }).collect();
        json!({
            "name": "random", "currency": "EUR", "unit": "night", "valid": {"first": "2026-01-01", "last": "2026-12-31"},
            "prices": {"by_adults": {"1": one, "2": two}, "child": full},
            "age_bands": [{"name": "infant", "min_age": 0, "max_age": 1, "price": "free"}, {"name": "child", "min_age": 2, "max_age": 11, "price": child}],
            "seasons": seasons, "supplements": supplements, "discounts": discounts, "combine_discounts": combine,
            "fees": fees, "taxes": taxes, "blackouts": blackouts,
        })
    })
}

fn request() -> impl Strategy<Value = Value> {
    (day(), 1..20_i32, 1..3_u16, prop::collection::vec(0..12_u8, 0..3), 1..12_u32, 0..120_i32).prop_map(|(check_in, nights, adults, children, rooms, lead)| {
        json!({"check_in": check_in, "check_out": check_in.plus(nights).unwrap(), "adults": adults, "children": children, "quantity": rooms, "booked_on": check_in.plus(-lead).unwrap()})
    })
}

fn priced(list: &Value, request: &Value) -> Option<Price> {
    let request: PriceRequest = serde_json::from_value(request.clone()).unwrap();
    let list = RateList::load(list.clone()).unwrap_or_else(|error| panic!("{error} {}", error.path()));
    let price = list.price(&request).ok();
    let total = list.total(&request).ok().map(|total| total.amount);
    assert_eq!(price.as_ref().map(|price| price.total), total);
    let added_up = price.as_ref().map(|price| PriceSums {
        currency: price.currency,
        subtotal: price.subtotal,
        discounts: price.discounts,
        fees: price.fees,
        tax: sum(price.taxes.iter().map(|tax| tax.amount)),
        net: price.net,
        total: price.total,
    });
    assert_eq!(added_up, list.sums(&request).ok());
    price
}

fn sum(amounts: impl Iterator<Item = Decimal>) -> Decimal {
    amounts.fold(Decimal::ZERO, |sum, amount| sum.plus(amount).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    #[test]
    fn compiled_equals_the_reference(list in list(), request in request()) {
        let expected = reference(&list, &request).map(|total| Decimal::from_units(total / (ONE / 100), 2).unwrap());
        prop_assert_eq!(priced(&list, &request).map(|price| price.total), expected);
    }

    #[test]
    fn lines_add_up_and_net_and_taxes_make_the_total(list in list(), request in request()) {
        if let Some(price) = priced(&list, &request) {
            prop_assert_eq!(sum(price.lines.iter().map(|line| line.amount)), price.total);
            prop_assert_eq!(sum(price.taxes.iter().map(|tax| tax.amount)).plus(price.net).unwrap(), price.total);
            for line in &price.lines {
                prop_assert_eq!(line.quantity.times(line.unit_amount).unwrap(), line.amount);
            }
        }
    }

    #[test]
    fn a_stay_is_the_sum_of_its_nights_before_rules_of_the_stay(mut list in list(), request in request()) {
        for field in ["discounts", "fees", "taxes", "supplements"] {
            list[field] = json!([]);
        }
        if let Some(price) = priced(&list, &request) {
            let first: Day = request["check_in"].as_str().unwrap().parse().unwrap();
            let last: Day = request["check_out"].as_str().unwrap().parse().unwrap();
            let nights = (0..last.since(first)).map(|night| {
                let mut one = request.clone();
                one["check_in"] = json!(first.plus(night).unwrap());
                one["check_out"] = json!(first.plus(night + 1).unwrap());
                priced(&list, &one).unwrap().total
            });
            prop_assert_eq!(sum(nights), price.total);
        }
    }

    #[test]
    fn the_order_of_seasons_and_blackouts_does_not_matter(list in list(), request in request()) {
        let mut turned = list.clone();
        for field in ["seasons", "blackouts"] {
            turned[field].as_array_mut().unwrap().reverse();
        }
        let total = |list: &Value| priced(list, &request).map(|price| price.total);
        prop_assert_eq!(total(&list), total(&turned));
    }

    #[test]
    fn ten_rooms_cost_ten_times_one_before_bulk_rules(mut list in list(), mut request in request()) {
        list["discounts"] = json!([]);
        request["quantity"] = json!(1);
        let one = priced(&list, &request).map(|price| price.subtotal.times(Decimal::from(10)).unwrap());
        request["quantity"] = json!(10);
        prop_assert_eq!(priced(&list, &request).map(|price| price.subtotal), one);
    }

    #[test]
    fn an_inclusive_tax_leaves_no_remainder(mut list in list(), request in request(), rate in 0_i64..3_000) {
        list["taxes"] = json!([{"name": "VAT", "inclusive": true, "rate": {"percent": Decimal::from_units(rate.into(), 2).unwrap()}}]);
        if let Some(price) = priced(&list, &request) {
            prop_assert_eq!(price.net.plus(price.taxes[0].amount).unwrap(), price.total);
            prop_assert_eq!(sum(price.lines.iter().map(|line| line.amount)), price.total);
        }
    }

    #[test]
    fn what_is_exported_imports_to_the_same_list(list in list()) {
        use ratebook::rates::files::{self, FileFormat, FileStyle, OnFault};
        let list = RateList::load(list).unwrap();
        for format in [FileFormat::Csv, FileFormat::Xlsx] {
            let style = FileStyle { format, ..FileStyle::default() };
            let (bytes, _) = files::export_bytes(&[list.definition()], &style).unwrap();
            let imported = files::import_bytes(&bytes, &style, OnFault::ImportNothing).unwrap();
            prop_assert_eq!(&imported.faults, &vec![]);
            prop_assert_eq!(&imported.lists[0], list.definition());
        }
    }
}
