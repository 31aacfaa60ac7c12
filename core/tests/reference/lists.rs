//! Random rate lists and requests.

use proptest::prelude::*;
use ratebook::money::Decimal;
use ratebook::time::Day;
use serde_json::{Value, json};

/// The code of every promotion, in other letters than the request has it.
const PROMO: &str = "HELLO";

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

/// Free nights of every kind, by blocks as short as a stay of a few nights.
pub(crate) fn free_nights() -> impl Strategy<Value = Value> {
    let which = prop::sample::select(vec!["first", "last", "cheapest", "average", "positions"]);
    (2..8_u32, 1..3_u32, which, any::<bool>(), 0..8_u32).prop_map(|(stay, free, which, repeats, turn)| {
        let free = free.min(stay - 1);
        let which = match which {
            "positions" => {
                let places: Vec<_> = (0..free).map(|place| (place + turn) % stay + 1).collect();
                json!({ "positions": places })
            }
            which => json!(which),
        };
        json!({"stay": stay, "pay": stay - free, "free": which, "repeats": repeats})
    })
}

/// A party that a rule asks for; most requests have one of them.
fn party() -> impl Strategy<Value = Option<Value>> {
    let ages = (0..8_u8, 3..14_u8, 1..3_u16).prop_map(
        |(youngest, more, count)| json!({"ages": [{"min_age": youngest, "max_age": youngest + more, "at_least": count}]}),
    );
    let size =
        (0..3_u16, 0..3_u16).prop_map(|(adults, children)| json!({"min_adults": adults, "max_children": children}));
    prop::option::weighted(0.25, prop_oneof![ages, size])
}

fn discount() -> impl Strategy<Value = Value> {
    let tiers = prop::collection::btree_map(1_u32..30, off(), 1..3);
    let tiered = (
        prop_oneof![
            2 => Just("length_of_stay"),
            2 => Just("early_bird"),
            1 => Just("bulk quantity"),
            1 => Just("bulk people"),
            1 => Just("bulk nights"),
        ],
        tiers,
    )
        .prop_map(|(kind, tiers)| {
            let tiers: Vec<_> = tiers
                .into_iter()
                .map(|(at_least, off)| json!({"at_least": at_least, "off": off}))
                .collect();
            let mut rule = json!({ "tiers": tiers });
            let name = kind.split(' ').next().unwrap();
            if let Some(by) = kind.strip_prefix("bulk ") {
                rule["by"] = json!(by);
            }
            json!({"name": kind, "rule": {name: rule}})
        });
    let free = free_nights().prop_map(|rule| json!({"name": "free nights", "rule": {"free_nights": rule}}));
    let late = prop::collection::btree_map(0_u32..60, off(), 1..3).prop_map(|tiers| {
        let tiers = tiers
            .into_iter()
            .map(|(at_most, off)| json!({"at_most": at_most, "off": off}));
        json!({"name": "last minute", "rule": {"last_minute": {"tiers": tiers.collect::<Vec<_>>()}}})
    });
    let promo = (off(), prop::option::weighted(0.2, range())).prop_map(|(off, window)| {
        let mut rule = json!({"code": PROMO, "off": off});
        if let Some(window) = window {
            rule["window"] = window;
        }
        json!({"name": "promo", "rule": {"promo": rule}})
    });
    let when = prop_oneof![
        Just("nights >= 5 && adults == 2"),
        Just("lead_days < 30 || size(ages) > 1")
    ];
    let eligible = (when, off())
        .prop_map(|(when, off)| json!({"name": "eligible", "rule": {"eligibility": {"when": when, "off": off}}}));
    let group = prop::option::of(prop_oneof![Just("a"), Just("b")]);
    let windows = (
        prop::option::weighted(0.15, range()),
        prop::option::weighted(0.15, range()),
    );
    (
        prop_oneof![4 => tiered, 3 => free, 1 => late, 1 => promo, 1 => eligible],
        prop::option::weighted(0.3, amount(100..30_000)),
        group,
        windows,
        prop::bool::weighted(0.4),
        party(),
    )
        .prop_map(|(discount, cap, group, (booked, travelled), of_units, party)| {
            let mut discount = with(discount, "party", party);
            for (field, window) in [("booking_window", booked), ("travel_window", travelled)] {
                if let Some(window) = window {
                    discount[field] = window;
                }
            }
            if of_units {
                discount["part"] = json!("units");
            }
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
    let place = prop_oneof![3 => Just("line"), 1 => Just("total")];
    let taxes = prop_oneof![2 => Just("document"), 1 => Just("line")];
    let tax_step = prop::option::weighted(0.2, prop::sample::select(vec!["0.05", "0.01", "1"]));
    (place, step, taxes, tax_step).prop_map(|(at, step, taxes, tax_step)| {
        let mut rounding = with(json!({"at": at, "taxes": taxes}), "tax_step", tax_step);
        if let Some(step) = step {
            rounding["step"] = json!(step);
        }
        rounding
    })
}

/// The tax category of a list, supplement or fee, or the one that a tax is for.
fn category() -> impl Strategy<Value = Option<&'static str>> {
    prop_oneof![2 => Just(None), 1 => Just(Some("lodging")), 1 => Just(Some("food"))]
}

fn with(mut rule: Value, field: &str, value: Option<impl serde::Serialize>) -> Value {
    if let Some(value) = value {
        rule[field] = json!(value);
    }
    rule
}

/// For each of what a fee or tax is charged.
fn heads() -> impl Strategy<Value = &'static str> {
    let heads = [
        "night",
        "stay",
        "person",
        "person_night",
        "adult",
        "adult_night",
        "child",
        "child_night",
    ];
    prop::sample::select(heads.to_vec())
}

/// For each of what a supplement is charged.
fn pieces() -> impl Strategy<Value = &'static str> {
    prop_oneof![4 => heads(), 1 => Just("item"), 1 => Just("item_night")]
}

fn percent(tenths: std::ops::Range<i64>) -> impl Strategy<Value = Decimal> {
    tenths.prop_map(|tenths| Decimal::from_units(tenths.into(), 1).unwrap())
}

fn supplement() -> impl Strategy<Value = Value> {
    let days = prop_oneof![2 => Just(Vec::new()).boxed(), 1 => prop::collection::vec(range(), 1..3).boxed()];
    let price = (
        pieces(),
        amount(0..4_000),
        amount(0..4_000),
        percent(0..300),
        (0..4, any::<bool>()),
    )
        .prop_map(|(per, one, two, share, (kind, below))| {
            let personal = ["person", "adult", "child"].iter().any(|who| per.starts_with(who));
            let price = match kind {
                0 if personal => json!({"by_age": {"adult": one, "infant": two}}),
                1 => json!({ "percent": share }),
                2 if below => json!({ "amount": format!("-{one}") }),
                _ => json!({ "amount": one }),
            };
            json!({"name": "s", "per": per, "price": price})
        });
    let flags = (prop::bool::weighted(0.3), any::<bool>());
    (price, weekdays(), days, flags, category(), party()).prop_map(
        |(one, weekdays, days, (optional, shared), category, party)| {
            let mut one = with(one, "party", party);
            if shared && !one["per"].as_str().unwrap().ends_with("night") {
                one["shared_by_nights"] = json!(true);
            }
            one["weekdays"] = weekdays;
            one["days"] = json!(days);
            one["optional"] = json!(optional);
            with(one, "tax_category", category)
        },
    )
}

fn exempt() -> impl Strategy<Value = Option<Value>> {
    prop::option::of((0..12_u8).prop_map(|age| json!([{"min_age": 0, "max_age": age}])))
}

fn tax() -> impl Strategy<Value = Value> {
    let base = prop_oneof![2 => Just("net"), 1 => Just("net_and_fees"), 1 => Just("net_fees_and_taxes")];
    let share = ((0_i64..2_500), base, category(), prop::bool::weighted(0.4)).prop_map(|(rate, base, category, inclusive)| {
        let tax = json!({"name": "tax", "base": base, "inclusive": inclusive, "rate": {"percent": Decimal::from_units(rate.into(), 2).unwrap()}});
        with(tax, "category", category)
    });
    let fixed = (heads(), amount(0..700), prop::option::of(1..9_u32), exempt(), prop::bool::weighted(0.2)).prop_map(
        |(per, amount, cap, exempt, inclusive)| {
            let tax = json!({"name": "city tax", "base": "net", "inclusive": inclusive, "rate": {"fixed": {"amount": amount, "per": per}}});
            with(with(tax, "night_cap", cap), "exempt_ages", exempt)
        },
    );
    let capped = (0_i64..2_500, 1..9_u32).prop_map(|(rate, cap)| json!({"name": "first nights", "base": "net", "night_cap": cap, "rate": {"percent": Decimal::from_units(rate.into(), 2).unwrap()}}));
    let with_fees = prop_oneof![Just("net"), Just("net_and_fees")];
    let slabs = (prop::collection::btree_map(3_000_i64..50_000, percent(0..300), 1..4), with_fees).prop_map(|(slabs, base)| {
        let last = slabs.len() - 1;
        let slab = |(index, (up_to, percent)): (usize, (i64, Decimal))| {
            with(json!({ "percent": percent }), "up_to", (index < last).then(|| Decimal::from_units(up_to.into(), 2)))
        };
        json!({"name": "slabs", "base": base, "rate": {"slabs": slabs.into_iter().enumerate().map(slab).collect::<Vec<_>>()}})
    });
    let nightly = prop::sample::select(vec!["night", "person_night", "adult_night", "child_night"]);
    let by_class = (
        prop::collection::btree_map(3_000_i64..50_000, amount(0..900), 1..4),
        nightly,
        prop::option::of(1..9_u32),
        exempt(),
    )
        .prop_map(|(slabs, per, cap, exempt)| {
            let last = slabs.len() - 1;
            let slab = |(index, (up_to, amount)): (usize, (i64, String))| {
                let slab = json!({"fixed": {"amount": amount, "per": per}});
                with(
                    slab,
                    "up_to",
                    (index < last).then(|| Decimal::from_units(up_to.into(), 2)),
                )
            };
            let slabs: Vec<_> = slabs.into_iter().enumerate().map(slab).collect();
            let tax = json!({"name": "by class", "base": "net", "rate": {"slabs": slabs}});
            with(with(tax, "night_cap", cap), "exempt_ages", exempt)
        });
    prop_oneof![5 => share, 2 => fixed, 1 => capped, 1 => slabs, 1 => by_class]
}

fn fee() -> impl Strategy<Value = Value> {
    let share = percent(0..100).prop_map(|percent| json!({"name": "fee", "rate": {"percent": percent}}));
    let fixed =
        (heads(), amount(0..9_000), prop::option::of(1..9_u32), exempt()).prop_map(|(per, amount, cap, exempt)| {
            let fee = json!({"name": "fee", "rate": {"fixed": {"amount": amount, "per": per}}});
            with(with(fee, "night_cap", cap), "exempt_ages", exempt)
        });
    (prop_oneof![share, fixed], category()).prop_map(|(fee, category)| with(fee, "tax_category", category))
}

pub(crate) fn list() -> impl Strategy<Value = Value> {
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
        prop::collection::vec(supplement(), 0..3),
        many(discount().boxed()),
        many(fee().boxed()),
        (many(tax().boxed()), prop::bool::weighted(0.2), category()),
        prop::collection::vec(range(), 0..2),
        prop::option::weighted(0.4, restriction()),
        rounding(),
    );
    let combine = prop_oneof![Just("best"), Just("all"), Just("sum")];
    (prices, child, children, rules, combine).prop_map(|((one, two, full), child, (free, second, alone), rules, combine)| {
        let (seasons, supplements, discounts, fees, (taxes, by_region, category), blackouts, restriction, rounding) = rules;
        let blackouts: Vec<_> = blackouts.into_iter().map(|days| json!({ "days": days })).collect();
        let supplements: Vec<_> = supplements.into_iter().enumerate().map(|(index, mut one)| { one["code"] = json!(format!("s{index}")); one }).collect();
        let mut list = json!({
            "name": "random", "currency": "EUR", "unit": "night", "valid": {"first": "2026-01-01", "last": "2026-12-31"},
            "prices": {"by_adults": {"1": one, "2": two}, "child": full},
            "age_bands": [{"name": "infant", "min_age": 0, "max_age": 1, "price": "free"}, {"name": "child", "min_age": 2, "max_age": 11, "price": child}],
            "seasons": seasons, "supplements": supplements, "discounts": discounts, "combine_discounts": combine,
            "fees": fees, "blackouts": blackouts, "rounding": rounding,
            "restrictions": restriction.into_iter().collect::<Vec<_>>(),
        });
        if by_region {
            let table = json!({"region": "XX", "currency": "EUR", "rules": [{"category": "stay", "within": taxes}]});
            list["tax_region"] = json!({"region": "XX", "category": "stay", "tables": [table]});
        } else {
            list["taxes"] = json!(taxes);
        }
        let mut list = with(list, "tax_category", category);
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

/// A request; what it chooses may be unknown to a list.
fn request() -> impl Strategy<Value = Value> {
    let stay = (
        day(),
        1..20_i32,
        1..3_u16,
        prop::collection::vec(0..12_u8, 0..3),
        1..12_u32,
        -2..120_i32,
    );
    let promo = prop::option::weighted(0.3, Just("Hello"));
    let chosen = prop::option::weighted(0.2, ("s[01]", 1..4_u32));
    (stay, promo, chosen).prop_map(|((check_in, nights, adults, children, rooms, lead), promo, chosen)| {
        let chosen: std::collections::BTreeMap<_, _> = chosen.into_iter().collect();
        json!({
            "check_in": check_in, "check_out": check_in.plus(nights).unwrap(), "adults": adults, "children": children,
            "quantity": rooms, "booked_on": check_in.plus(-lead).unwrap(),
            "promo_codes": promo.into_iter().collect::<Vec<_>>(), "supplements": chosen,
        })
    })
}

/// A list and a request that chooses, nearly always, only what the list has.
pub(crate) fn asked() -> impl Strategy<Value = (Value, Value)> {
    (list(), request(), 0..10).prop_map(|(list, mut request, kept)| {
        let rules = |field: &str| list[field].as_array().unwrap().iter();
        if kept > 0 && !rules("discounts").any(|one| one["name"] == "promo") {
            request["promo_codes"] = json!([]);
        }
        let known =
            |code: &String| rules("supplements").any(|one| one["code"] == code.as_str() && one["optional"] == true);
        if kept > 0 && !request["supplements"].as_object().unwrap().keys().all(known) {
            request["supplements"] = json!({});
        }
        (list, request)
    })
}
