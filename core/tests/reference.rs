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

/// Half up to the step, away from zero.
fn rounded(value: i128, step: i128) -> i128 {
    (value.abs() + step / 2) / step * step * value.signum()
}

fn total_step(list: &Value) -> i128 {
    list["rounding"].get("step").map_or(ONE / 100, number)
}

/// As a line is rounded: to the step, or to eight digits when only the total is rounded to it.
fn line(list: &Value, value: i128) -> i128 {
    let at_total = list["rounding"]["at"] == "total";
    rounded(value, if at_total { ONE / 100_000_000 } else { total_step(list) })
}

fn percent(value: i128, percent: i128) -> i128 {
    // Two factors of 10^12; the strategies keep amounts below 10^8 and percents below 10^4.
    value * percent / ONE / 100
}

fn listed<'v>(list: &'v Value, field: &str) -> &'v [Value] {
    list.get(field).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn whole(rule: &Value, field: &str) -> Option<i64> {
    rule.get(field).and_then(Value::as_i64)
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
    if nights.iter().any(black) || restricted(list, &nights, check_out) {
        return None;
    }
    // Base by night and occupancy, the winning season, then children and supplements.
    let children = listed(request, "children");
    let (mut by_night, mut others) = (Vec::new(), 0);
    for day in &nights {
        let seasons = listed(list, "seasons").iter().filter(|season| covers(season, *day));
        let season = seasons.max_by_key(|season| season["priority"].as_i64().unwrap());
        let base = number(list["prices"]["by_adults"].get(adults.to_string())?);
        let mut price = match season.map(|season| &season["price"]) {
            Some(change) if change.get("set").is_some() => number(&change["set"]),
            Some(change) if change.get("multiply").is_some() => percent(base, number(&change["multiply"]) * 100),
            Some(change) if change.get("percent").is_some() => base + percent(base, number(&change["percent"])),
            Some(change) => base + number(&change["add"]),
            None => base,
        };
        if let Some(alone) = list["prices"]
            .get("single_use")
            .filter(|_| adults == 1 && children.is_empty())
        {
            price = match alone.get("price") {
                Some(set) => number(set),
                None if alone.get("amount").is_some() => price + number(&alone["amount"]),
                None => price + percent(price, number(&alone["percent"])),
            };
        }
        by_night.push(line(list, price) * rooms);
        others += children_of_a_night(list, children)? * rooms;
    }
    let units: i128 = by_night.iter().sum();
    let people = i128::from(adults) + listed(request, "children").len() as i128;
    for supplement in listed(list, "supplements") {
        let matching = nights.iter().filter(|day| covers(supplement, **day)).count() as i128;
        let amount = line(list, number(&supplement["price"]["amount"]));
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
    let net = subtotal - discounts(list, subtotal, &by_night, lead, rooms as i64);
    let fees: i128 = listed(list, "fees")
        .iter()
        .map(|fee| match fee["rate"].get("percent") {
            Some(share) => line(list, percent(net, number(share))),
            None => line(list, number(&fee["rate"]["fixed"]["amount"])) * rooms,
        })
        .sum();
    let mut taxes = 0;
    for tax in listed(list, "taxes") {
        let base = match tax["base"].as_str().unwrap() {
            "net" => net,
            "net_and_fees" => net + fees,
            _ => net + fees + taxes,
        };
        taxes += match tax["rate"].get("percent") {
            Some(share) => line(list, percent(base, number(share))),
            None => {
                line(list, number(&tax["rate"]["fixed"]["amount"])) * taxed(tax, adults, children, nights.len()) * rooms
            }
        };
    }
    let total = net + fees + taxes;
    Some(if list["rounding"]["at"] == "total" {
        rounded(total, total_step(list))
    } else {
        total
    })
}

/// How many heads and nights a fixed tax counts.
fn taxed(tax: &Value, adults: i64, children: &[Value], nights: usize) -> i128 {
    let exempt = |age: &Value| {
        listed(tax, "exempt_ages")
            .iter()
            .any(|range| age.as_i64() <= whole(range, "max_age"))
    };
    let paying = children.iter().filter(|age| !exempt(age)).count() as i128;
    let nights = whole(tax, "night_cap").map_or(nights as i128, |cap| i128::from(cap).min(nights as i128));
    match tax["rate"]["fixed"]["per"].as_str().unwrap() {
        "stay" => 1,
        "night" => nights,
        "adult_night" => i128::from(adults) * nights,
        "person" => i128::from(adults) + paying,
        _ => (i128::from(adults) + paying) * nights,
    }
}

/// Whether any restriction speaks against the stay.
fn restricted(list: &Value, nights: &[Day], check_out: Day) -> bool {
    let length = nights.len() as i64;
    listed(list, "restrictions").iter().any(|one| {
        let is = |field: &str| one.get(field) == Some(&json!(true));
        let on_arrival = covers(one, nights[0]);
        let touched = nights.iter().chain([&check_out]).any(|day| covers(one, *day));
        is("closed") && nights.iter().any(|day| covers(one, *day))
            || is("closed_to_arrival") && on_arrival
            || is("closed_to_departure") && covers(one, check_out)
            || on_arrival && whole(one, "min_stay").is_some_and(|least| length < least)
            || on_arrival && whole(one, "max_stay").is_some_and(|most| length > most)
            || touched && whole(one, "min_stay_through").is_some_and(|least| length < least)
            || touched && whole(one, "max_stay_through").is_some_and(|most| length > most)
    })
}

/// What the children of one unit pay for a night: the oldest first in their bands, and first to lose a free place.
fn children_of_a_night(list: &Value, children: &[Value]) -> Option<i128> {
    let mut ages: Vec<i64> = children.iter().map(|age| age.as_i64().unwrap()).collect();
    ages.sort_by_key(|age| -age);
    let bands = listed(list, "age_bands");
    let mut prices = Vec::new();
    for (place, age) in ages.iter().enumerate() {
        let band = bands.iter().position(|band| whole(band, "max_age") >= Some(*age))?;
        let older = ages[..place]
            .iter()
            .filter(|other| **other >= bands[band]["min_age"].as_i64().unwrap())
            .filter(|other| Some(**other) <= whole(&bands[band], "max_age"));
        let rank = older.count() as i64 + 1;
        let nth = listed(&bands[band], "nth")
            .iter()
            .find(|one| whole(one, "nth") == Some(rank));
        prices.push((band, &nth.unwrap_or(&bands[band])["price"]));
    }
    let free = prices.iter().filter(|(_, price)| price.is_string()).count() as i64;
    let mut too_many = whole(list, "free_children").map_or(0, |most| (free - most).max(0));
    let mut sum = 0;
    for (band, mut price) in prices {
        if price.is_string() && too_many > 0 {
            too_many -= 1;
            price = bands[band + 1..]
                .iter()
                .map(|older| &older["price"])
                .find(|price| !price.is_string())?;
        }
        sum += line(
            list,
            match price {
                Value::String(_) => 0,
                price if price.get("fixed").is_some() => number(&price["fixed"]),
                price => percent(number(&list["prices"]["child"]), number(&price["percent"]["percent"])),
            },
        );
    }
    Some(sum)
}

/// What free nights are worth.
fn free_nights(list: &Value, rule: &Value, by_night: &[i128]) -> i128 {
    let (stay, pay) = (
        whole(rule, "stay").unwrap() as usize,
        whole(rule, "pay").unwrap() as usize,
    );
    let times = if rule["repeats"] == true {
        by_night.len() / stay
    } else {
        usize::from(by_night.len() >= stay)
    };
    let free = times * (stay - pay);
    let mut nights = by_night.to_vec();
    match rule["free"].as_str().unwrap() {
        "last" => nights.iter().rev().take(free).sum(),
        "cheapest" => {
            nights.sort_unstable();
            nights.iter().take(free).sum()
        }
        // A whole number of the smallest units, so that the one division is exact to the half.
        _ => {
            let unit = if list["rounding"]["at"] == "total" {
                ONE / 100_000_000
            } else {
                total_step(list)
            };
            let dividend = nights.iter().sum::<i128>() / unit * free as i128;
            let divisor = nights.len() as i128;
            (2 * dividend + divisor) / (2 * divisor) * unit
        }
    }
}

struct Found {
    amount: i128,
    share: Option<i128>,
    cap: i128,
    group: Option<String>,
}

fn discounts(list: &Value, subtotal: i128, by_night: &[i128], lead: i64, rooms: i64) -> i128 {
    let mut found: Vec<Found> = Vec::new();
    for discount in listed(list, "discounts") {
        let (kind, rule) = discount["rule"].as_object().unwrap().iter().next().unwrap();
        let cap = discount.get("cap").map_or(i128::MAX, |cap| line(list, number(cap)));
        let group = discount.get("group").and_then(Value::as_str).map(str::to_owned);
        let (amount, share) = if kind == "free_nights" {
            (free_nights(list, rule, by_night), None)
        } else {
            let measure = match kind.as_str() {
                "length_of_stay" => by_night.len() as i64,
                "early_bird" => lead,
                _ => rooms,
            };
            let met = listed(rule, "tiers")
                .iter()
                .filter(|tier| whole(tier, "at_least").unwrap() <= measure);
            let Some(tier) = met.max_by_key(|tier| whole(tier, "at_least")) else {
                continue;
            };
            match tier["off"].get("percent") {
                Some(share) => (line(list, percent(subtotal, number(share))), Some(number(share))),
                None => (line(list, number(&tier["off"]["amount"])), None),
            }
        };
        let amount = amount.min(cap).min(subtotal);
        found.push(Found {
            amount,
            share,
            cap,
            group,
        });
    }
    // Of each group only the largest, the first of two that are equal.
    let beaten = |place: usize| {
        let one = &found[place];
        found.iter().enumerate().any(|(other, rival)| {
            one.group.is_some()
                && one.group == rival.group
                && (rival.amount > one.amount || rival.amount == one.amount && other < place)
        })
    };
    let kept: Vec<&Found> = (0..found.len())
        .filter(|place| !beaten(*place))
        .map(|place| &found[place])
        .collect();
    match list["combine_discounts"].as_str().unwrap() {
        "best" => kept.iter().map(|one| one.amount).max().unwrap_or(0),
        "sum" => kept.iter().map(|one| one.amount).sum::<i128>().min(subtotal),
        _ => {
            subtotal
                - kept.iter().fold(subtotal, |left, one| {
                    let off = one
                        .share
                        .map_or(one.amount, |share| line(list, percent(left, share)).min(one.cap));
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
    let tiered = (
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
        });
    let which = prop_oneof![Just("last"), Just("cheapest"), Just("average")];
    let free = (2..8_u32, 1..3_u32, which, any::<bool>()).prop_map(|(stay, free, which, repeats)| {
        json!({"name": "free nights", "rule": {"free_nights": {"stay": stay, "pay": stay - free.min(stay - 1), "free": which, "repeats": repeats}}})
    });
    let group = prop::option::of(prop_oneof![Just("a"), Just("b")]);
    (
        prop_oneof![3 => tiered, 1 => free],
        prop::option::weighted(0.3, amount(100..30_000)),
        group,
    )
        .prop_map(|(mut discount, cap, group)| {
            if let Some(cap) = cap {
                discount["cap"] = json!(cap);
            }
            if let Some(group) = group {
                discount["group"] = json!(group);
            }
            discount
        })
}

fn restriction() -> impl Strategy<Value = Value> {
    let limit = prop_oneof![Just("min_stay"), Just("min_stay_through")].prop_flat_map(|field| (Just(field), 2..12_i64));
    let most = prop_oneof![Just("max_stay"), Just("max_stay_through")].prop_flat_map(|field| (Just(field), 8..19_i64));
    let closed = prop_oneof![Just("closed"), Just("closed_to_arrival"), Just("closed_to_departure")];
    let rule = prop_oneof![
        limit.prop_map(|(field, nights)| json!({field: nights})),
        most.prop_map(|(field, nights)| json!({field: nights})),
        closed.prop_map(|field| json!({field: true})),
    ];
    (rule, prop::collection::vec(range(), 0..3), weekdays()).prop_map(|(mut rule, days, weekdays)| {
        rule["days"] = json!(days);
        rule["weekdays"] = weekdays;
        rule
    })
}

fn rounding() -> impl Strategy<Value = Value> {
    let step = prop_oneof![Just(None), Just(Some("0.05")), Just(Some("1"))];
    (prop_oneof![3 => Just("line"), 1 => Just("total")], step).prop_map(|(at, step)| match step {
        Some(step) => json!({"at": at, "step": step}),
        None => json!({ "at": at }),
    })
}

fn supplement() -> impl Strategy<Value = Value> {
    let per = prop_oneof![Just("night"), Just("person_night"), Just("stay"), Just("person")];
    (per, weekdays(), amount(0..4_000), prop::option::of(range())).prop_map(|(per, weekdays, amount, days)| {
        json!({"code": "s", "name": "s", "per": per, "weekdays": weekdays, "price": {"amount": amount}, "days": days.into_iter().collect::<Vec<_>>()})
    })
}

fn tax() -> impl Strategy<Value = Value> {
    let base = || prop_oneof![Just("net"), Just("net_and_fees"), Just("net_fees_and_taxes")];
    let share = (0_i64..2_500, base()).prop_map(|(rate, base)| json!({"name": "tax", "base": base, "rate": {"percent": Decimal::from_units(rate.into(), 2).unwrap()}}));
    let per = prop_oneof![
        Just("stay"),
        Just("night"),
        Just("person"),
        Just("adult_night"),
        Just("person_night")
    ];
    let fixed = (
        per,
        amount(0..700),
        prop::option::of(1..9_u32),
        prop::option::of(0..12_u8),
    )
        .prop_map(|(per, amount, cap, exempt)| {
            let mut tax = json!({"name": "city tax", "base": "net", "rate": {"fixed": {"amount": amount, "per": per}}});
            if let Some(cap) = cap {
                tax["night_cap"] = json!(cap);
            }
            if let Some(age) = exempt {
                tax["exempt_ages"] = json!([{"min_age": 0, "max_age": age}]);
            }
            tax
        });
    prop_oneof![2 => share, 1 => fixed]
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
    let alone = prop_oneof![
        amount(500..30_000).prop_map(|price| json!({ "price": price })),
        amount(0..3_000).prop_map(|more| json!({ "amount": more })),
        (0_i64..500).prop_map(|tenths| json!({"percent": Decimal::from_units(tenths.into(), 1).unwrap()})),
    ];
    let children = (
        prop::option::of(0..2_u16),
        prop::option::of(amount(1..4_000)),
        prop::option::of(alone),
    );
    let rules = (
        seasons(),
        prop::collection::vec(supplement(), 0..2),
        many(discount().boxed()),
        many(fee().boxed()),
        many(tax().boxed()),
        prop::collection::vec(range(), 0..2),
        prop::option::weighted(0.4, restriction()),
        rounding(),
    );
    let combine = prop_oneof![Just("best"), Just("all"), Just("sum")];
    (prices, child, children, rules, combine).prop_map(|((one, two, full), child, (free, second, alone), rules, combine)| {
        let (seasons, supplements, discounts, fees, taxes, blackouts, restriction, rounding) = rules;
        let blackouts: Vec<_> = blackouts.into_iter().map(|days| json!({ "days": days })).collect();
        let supplements: Vec<_> = supplements.into_iter().enumerate().map(|(index, mut one)| { one["code"] = json!(format!("s{index}")); one }).collect();
        let mut list = json!({
            "name": "random", "currency": "EUR", "unit": "night", "valid": {"first": "2026-01-01", "last": "2026-12-31"},
            "prices": {"by_adults": {"1": one, "2": two}, "child": full},
            "age_bands": [{"name": "infant", "min_age": 0, "max_age": 1, "price": "free"}, {"name": "child", "min_age": 2, "max_age": 11, "price": child}],
            "seasons": seasons, "supplements": supplements, "discounts": discounts, "combine_discounts": combine,
            "fees": fees, "taxes": taxes, "blackouts": blackouts, "rounding": rounding,
            "restrictions": restriction.into_iter().collect::<Vec<_>>(),
        });
        if let Some(free) = free.filter(|_| list["age_bands"][1]["price"] != "free") {
            list["free_children"] = json!(free);
        }
        if let Some(price) = second {
            list["age_bands"][1]["nth"] = json!([{"nth": 2, "price": {"fixed": price}}]);
        }
        if let Some(alone) = alone {
            list["prices"]["single_use"] = alone;
        }
        list
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
        for field in ["discounts", "fees", "taxes", "supplements", "restrictions"] {
            list[field] = json!([]);
        }
        list["rounding"]["at"] = json!("line");
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
