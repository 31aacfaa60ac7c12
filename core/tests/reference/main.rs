//! A slow, obvious evaluator, written from the order of evaluation in the specification and from nothing else, beside the
//! compiled one: random lists and requests must come to the same cent, and the laws of a price must hold.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail"
)]

mod evaluator;
mod lists;
mod order;

use proptest::prelude::*;
use ratebook::money::Decimal;
use ratebook::rates::{Price, PriceRequest, PriceSums, RateList};
use ratebook::time::Day;
use serde_json::{Value, json};

use evaluator::{ONE, reference};
use lists::{asked, list};

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
    fn compiled_equals_the_reference((list, request) in asked()) {
        let expected = reference(&list, &request).map(|total| Decimal::from_units(total / (ONE / 100), 2).unwrap());
        prop_assert_eq!(priced(&list, &request).map(|price| price.total), expected);
    }

    #[test]
    fn lines_add_up_and_net_and_taxes_make_the_total((list, request) in asked()) {
        if let Some(price) = priced(&list, &request) {
            prop_assert_eq!(sum(price.lines.iter().map(|line| line.amount)), price.total);
            prop_assert_eq!(sum(price.taxes.iter().map(|tax| tax.amount)).plus(price.net).unwrap(), price.total);
            for line in &price.lines {
                prop_assert_eq!(line.quantity.times(line.unit_amount).unwrap(), line.amount);
            }
        }
    }

    #[test]
    fn one_discount_alone_is_the_same_however_they_combine((mut list, request) in asked()) {
        list["discounts"].as_array_mut().unwrap().truncate(1);
        let totals = ["best", "all", "sum"].map(|combination| {
            list["combine_discounts"] = json!(combination);
            priced(&list, &request).map(|price| (price.total, price.discounts))
        });
        prop_assert_eq!(totals[0], totals[1]);
        prop_assert_eq!(totals[0], totals[2]);
    }

    #[test]
    fn a_stay_is_the_sum_of_its_nights_before_rules_of_the_stay((mut list, request) in asked()) {
        for field in ["discounts", "fees", "taxes", "supplements", "restrictions"] {
            list[field] = json!([]);
        }
        list["rounding"]["at"] = json!("line");
        list["tax_region"] = json!(null);
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
    fn the_order_of_seasons_and_blackouts_does_not_matter((list, request) in asked()) {
        let mut turned = list.clone();
        for field in ["seasons", "blackouts"] {
            turned[field].as_array_mut().unwrap().reverse();
        }
        let total = |list: &Value| priced(list, &request).map(|price| price.total);
        prop_assert_eq!(total(&list), total(&turned));
    }

    #[test]
    fn ten_rooms_cost_ten_times_one_before_bulk_rules((mut list, mut request) in asked()) {
        list["discounts"] = json!([]);
        // Pieces are counted apart from rooms.
        for supplement in list["supplements"].as_array_mut().unwrap() {
            supplement["per"] = json!(supplement["per"].as_str().unwrap().replace("item", "person"));
        }
        request["quantity"] = json!(1);
        let one = priced(&list, &request).map(|price| price.subtotal.times(Decimal::from(10)).unwrap());
        request["quantity"] = json!(10);
        prop_assert_eq!(priced(&list, &request).map(|price| price.subtotal), one);
    }

    #[test]
    fn what_is_given_back_is_what_was_sold_with_the_other_sign((list, mut request) in asked()) {
        let sold = priced(&list, &request);
        request["quantity"] = json!(-request["quantity"].as_i64().unwrap());
        let back = priced(&list, &request);
        prop_assert_eq!(sold.is_some(), back.is_some());
        if let Some((sold, back)) = sold.zip(back) {
            let is_none = |one: Decimal, other: Decimal| one.plus(other).unwrap().is_zero();
            for (one, other) in [
                (sold.total, back.total), (sold.subtotal, back.subtotal), (sold.discounts, back.discounts),
                (sold.fees, back.fees), (sold.net, back.net),
            ] {
                prop_assert!(is_none(one, other));
            }
            prop_assert_eq!((sold.lines.len(), sold.taxes.len()), (back.lines.len(), back.taxes.len()));
            for (one, other) in sold.lines.iter().zip(&back.lines) {
                prop_assert_eq!((&one.rule, one.day, one.unit_amount), (&other.rule, other.day, other.unit_amount));
                prop_assert!(is_none(one.amount, other.amount) && is_none(one.quantity, other.quantity));
                prop_assert!(!(other.amount.is_zero() && other.amount.to_string().starts_with('-')));
            }
            for (one, other) in sold.taxes.iter().zip(&back.taxes) {
                prop_assert!(is_none(one.amount, other.amount) && is_none(one.base, other.base));
            }
        }
    }

    #[test]
    fn an_inclusive_tax_leaves_no_remainder((mut list, request) in asked(), rate in 0_i64..3_000) {
        list["tax_region"] = json!(null);
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
            let style = FileStyle::default().with_format(format);
            let (bytes, _) = files::export_bytes(&[list.definition()], &style).unwrap();
            let imported = files::import_bytes(&bytes, &style, OnFault::ImportNothing).unwrap();
            prop_assert_eq!(&imported.faults, &vec![]);
            prop_assert_eq!(&imported.lists[0], list.definition());
        }
    }
}
